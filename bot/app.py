"""The one place where every object is built and wired, by hand."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import gc
import os
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial

import aiohttp
import structlog
from aiohttp import web
from aiohttp.web_runner import AppRunner

from bot.activity_handler import DelmalActivityHandler
from bot.adapter import TeamsAdapter
from bot.authentication import LOCAL_TENANT, TeamsAuthentication
from bot.carrying import Carrier
from bot.channel import Channels
from bot.checks import Service
from bot.connector import Connector, Tokens, TokenSource
from bot.credentials import Client, CredentialError, proof_of
from bot.endpoints import make_app
from bot.expiry import warn_of_expiry
from bot.files import Files
from bot.handing_out import PaperMaker
from bot.inherited_socket import inherited_socket, is_loopback
from bot.mail import Mail, read_mail_server
from bot.managed_identity import ManagedIdentity, identity_endpoint
from bot.metrics import Metrics, Owed
from bot.notifier import Notifier
from bot.person_channel import PersonChannel
from bot.person_pace import PersonPace
from bot.receipts import LetterReceipts
from bot.settings import Settings
from dialogs.health import Finding
from dialogs.notice import NoticeWriter
from dialogs.understanding import vocabulary
from dialogs.understanding.library import library_of
from goals.expediting import settled
from goals.expiring import LEFT_FOR, is_due, look_after_drafts
from goals.importing import record_document
from goals.note import AddressKind
from goals.ports import OpenLedger
from goals.reminding import remind
from storage.addresses import find_channel
from storage.database import Database, open_database, sqlite_url
from storage.documents import example_document, read_document
from storage.drafts import drafts_left
from storage.errors import DatabaseUnavailableError, RevisionState
from storage.gaps import sweep_gaps
from storage.goal_reader import SqlGoalReader
from storage.imports import sweep_imports
from storage.memory import SqlMemory
from storage.migrate import revision_state, upgrade
from storage.outbox import SqlOutbox, outbox_state, sweep_outbox
from storage.pace import pace_of, sweep_pace
from storage.tenants import Tenant, Tenants, language_of
from storage.turns import prove_writable, sweep_answered

LARGEST_HEADER = 64 * 1024
"""Bytes; a signed token may be long, and is to be refused with a 401, not cut."""
DATABASE_FILE = "delmal.db"
ANSWERED_KEPT = timedelta(days=1)
SWEEP_EVERY = 3600.0
LOOK_EVERY = 600.0
"""Seconds."""
HEARD_OUT = 1.0
"""Seconds that connections which were taken get to say what they are for, when we stop."""
SHUTDOWN = 15.0
"""Seconds that the turns under way get to finish."""

log = structlog.get_logger("bot.app")


def utc_now() -> datetime:
    """The present moment, aware, UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Memory:
    """The database, and what reads from and writes to it."""

    database: Database
    reader: SqlGoalReader
    tenants: Tenants
    dialogs: SqlMemory
    """What a dialog may ask of it."""

    @property
    def open_ledger(self) -> OpenLedger:
        """Begins a transaction that records."""
        return self.dialogs.open_ledger


@contextlib.asynccontextmanager
async def configured_database(
    settings: Settings, *, makes_folder: bool = True
) -> AsyncIterator[Database]:
    """The database of the settings, as it is. Raises DatabaseUrlError or DatabaseUnavailableError.

    A SQLite file is made by the first use of it, and its folder here.
    """
    if settings.database_url is None:
        try:
            if makes_folder:
                settings.data.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise DatabaseUnavailableError(
                f"The folder {settings.data} cannot be made: {error.strerror or error}"
            ) from error
        database = open_database(sqlite_url(settings.data / DATABASE_FILE))
    else:
        database = open_database(settings.database_url.get_secret_value())
    try:
        yield database
    finally:
        await database.dispose()


@contextlib.asynccontextmanager
async def open_memory(settings: Settings, *, with_example: bool = False) -> AsyncIterator[Memory]:
    """The database, brought to this code's revision, with the tenants that are served.

    `with_example`: in local mode a database that holds nothing yet gets the example document.
    Raises DatabaseUnavailableError or DatabaseRevisionError.
    """
    async with configured_database(settings) as database:
        await upgrade(database)
        reader = SqlGoalReader(database)
        memory = Memory(database, reader, Tenants(database), SqlMemory(database, reader))
        for tenant in settings.served:
            if not await memory.tenants.exists(tenant):
                await memory.tenants.add(Tenant(tenant, tenant), now=utc_now())
        if with_example and settings.is_local:
            await _fill_with_example(memory)
        yield memory


async def _fill_with_example(memory: Memory) -> None:
    """The first question has an answer; a record that holds anything is left alone."""
    if (await memory.reader.record(LOCAL_TENANT)).bodies:
        return
    document = read_document(*example_document())
    await record_document(
        document, tenant=LOCAL_TENANT, open_ledger=memory.open_ledger, now=utc_now()
    )


@contextlib.asynccontextmanager
async def serving(settings: Settings) -> AsyncIterator[str]:
    """Serve until the block ends; gives the address, "http://127.0.0.1:3978".

    Raises what open_memory raises, CredentialError, and OSError when the address is taken.
    """
    read_proof = proof_of(settings)
    if read_proof is not None:
        read_proof()  # what is wrong with it is told before anything is done
    async with (
        open_memory(settings, with_example=True) as memory,
        _session() as session,
    ):
        await prove_writable(memory.database)  # who cannot take a turn on does not serve
        tokens = _tokens(settings, session)
        connector = Connector(session=session, tokens=tokens)
        patient = Connector(session=session, tokens=tokens, attempts=1)  # the outbox tries again
        metrics = Metrics(partial(_deliveries, (connector, patient)))
        adapter = TeamsAdapter(
            authentication=TeamsAuthentication(
                app_id=settings.app_id,
                tenants=memory.tenants.exists,
                session=session,
                metadata_url=settings.openid_metadata_url,
                service_url_hosts=settings.service_url_hosts,
            ),
            connector=connector,
            metrics=metrics,
        )
        words = vocabulary.shipped()
        for tenant in settings.served:  # so that the first question is not the slow one
            library_of(await memory.reader.record(tenant), words)
        people = PersonChannel(connector=connector, database=memory.database, clock=utc_now)
        handler = DelmalActivityHandler(
            database=memory.database,
            reader=memory.reader,
            memory=memory.dialogs,
            vocabulary=words,
            people=people,
            files=Files(session=session, hosts=settings.file_hosts),
            pace=PersonPace(settings.turns_a_minute),
            examine=Service(settings, memory.database, session, tokens, utc_now).examine,
            clock=utc_now,
        )

        receipts = LetterReceipts(reader=memory.reader, memory=memory.dialogs, clock=utc_now)
        notifier = Notifier(
            outbox=SqlOutbox(
                memory.database, open_ledger=memory.dialogs.open_ledger, settled=settled
            ),
            carriers=_carriers(settings, patient, memory.database),
            pace=pace_of(memory.database),
            owed=memory.dialogs.owed,
            clock=utc_now,
            compose=NoticeWriter(memory.reader, memory.dialogs, utc_now, receipts.link_of).compose,
        )

        async def ready() -> bool:
            return await revision_state(memory.database) is RevisionState.CURRENT

        async def measured() -> bytes:
            return await metrics.text(partial(_owed, memory.database), now=utc_now())

        app = make_app(
            adapter=adapter,
            logic=handler.on_turn,
            ready=ready,
            measured=measured,
            papers=PaperMaker(memory.database, utc_now),
            receipts=receipts,
        )
        stopping = asyncio.Event()
        telling = asyncio.create_task(notifier.run())
        rounds = [
            asyncio.create_task(
                _every(SWEEP_EVERY, partial(_sweep, memory.database, settings), stopping)
            ),
            asyncio.create_task(_every(LOOK_EVERY, partial(_look_after_drafts, memory), stopping)),
            asyncio.create_task(
                _every(
                    SWEEP_EVERY,
                    partial(_watch_expiry, settings, memory),
                    stopping,
                )
            ),
            asyncio.create_task(_every(LOOK_EVERY, partial(_remind, memory, settings), stopping)),
        ]
        runner = AppRunner(
            app, access_log=None, max_field_size=LARGEST_HEADER, shutdown_timeout=SHUTDOWN
        )
        await runner.setup()
        # What is built by now stays; garbage collection need not walk it again and again.
        gc.collect()
        gc.freeze()
        try:
            await _site(runner, settings).start()
            host, port, *_ = runner.addresses[0]
            address = f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
            handler.public_url = settings.public_url or (address if settings.is_local else None)
            receipts.public_url = handler.public_url
            yield address
        finally:
            gc.unfreeze()
            await _hear_out(runner)
            await runner.cleanup()  # waits for the turns under way
            telling.cancel()
            stopping.set()
            await asyncio.gather(telling, *rounds, return_exceptions=True)  # they use the database


async def _every(
    seconds: float, round_: Callable[[], Awaitable[None]], stopping: asyncio.Event
) -> None:
    """Make a round at once, and again and again; one that has begun is finished."""
    while not stopping.is_set():
        try:
            await round_()
        except DatabaseUnavailableError:
            log.warning("round not made: database unavailable")
        except Exception:  # the next one may succeed
            log.exception("round not made")
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await stopping.wait()


async def examined(settings: Settings) -> Sequence[Finding]:
    """How the bot of these settings is, as far as it can be seen from beside it."""
    async with configured_database(settings, makes_folder=False) as database, _session() as session:
        service = Service(settings, database, session, _tokens(settings, session), utc_now)
        return await service.examine()


async def _watch_expiry(settings: Settings, memory: Memory) -> None:
    """See whether the administrators are to be told that what proves the bot expires."""
    read = proof_of(settings)
    if read is None:
        return
    try:
        expires = read().last_day
    except CredentialError as error:  # being replaced just now, or `check` tells
        log.warning("credential unreadable", reason=error.key)
        return
    if expires and await warn_of_expiry(
        expires,
        database=memory.database,
        now=utc_now(),
        is_certificate=settings.app_certificate is not None,
    ):
        memory.dialogs.owed.set()


async def _hear_out(runner: AppRunner) -> None:
    """Take no further connection, and hear those that have been taken: they are never reset."""
    for site in list(runner.sites):
        await site.stop()
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(HEARD_OUT):
            while runner.server and runner.server.connections:  # noqa: ASYNC110 — nobody tells
                await asyncio.sleep(0.02)


def _site(runner: AppRunner, settings: Settings) -> web.BaseSite:
    """Where we listen: at a socket that was handed to us, else at our own. Raises OSError."""
    inherited = inherited_socket(os.environ)
    if inherited is None:
        return web.TCPSite(runner, settings.host, settings.port)
    if settings.is_local and not is_loopback(inherited):
        raise OSError(errno.EACCES, "local mode listens on this machine only")
    return web.SockSite(runner, inherited)


def _deliveries(connectors: Sequence[Connector]) -> dict[str, int]:
    """How many messages came to each end, by all of them."""
    (first, *_) = connectors
    return {end: sum(each.deliveries[end] for each in connectors) for end in first.deliveries}


async def _owed(database: Database) -> Owed:
    return Owed(*await outbox_state(database, now=utc_now()))


async def _sweep(database: Database, settings: Settings) -> None:
    """Forget what has been kept for its time."""
    gaps, messages = timedelta(days=settings.keep_gaps), timedelta(days=settings.keep_messages)
    await sweep_answered(database, before=utc_now() - ANSWERED_KEPT)
    await sweep_gaps(database, before=utc_now() - gaps)
    await sweep_outbox(database, before=utc_now() - messages)
    await sweep_imports(database, before=utc_now())
    await sweep_pace(database)


async def _look_after_drafts(memory: Memory) -> None:
    """Tell whose drafts expire. Several processes may look: one tells."""
    now = utc_now()
    left = await drafts_left(memory.database, since=now - LEFT_FOR)
    for tenant in sorted({tenant for tenant, draft in left if is_due(draft, now)}):
        await look_after_drafts(tenant, open_ledger=memory.open_ledger, now=now)


async def _remind(memory: Memory, settings: Settings) -> None:
    """Remind the units that do not answer. Several processes may look: one reminds."""
    for tenant in await memory.tenants.all():
        await remind(
            tenant.id, after=settings.remind_after, open_ledger=memory.open_ledger, now=utc_now()
        )


def _carriers(
    settings: Settings, connector: Connector, database: Database
) -> dict[AddressKind, Carrier]:
    """What brings messages to each kind of address that this process can reach."""
    carriers: dict[AddressKind, Carrier] = {
        AddressKind.PERSON: PersonChannel(connector=connector, database=database, clock=utc_now),
        AddressKind.CHANNEL: Channels(connector=connector, find=partial(find_channel, database)),
    }
    if settings.smtp_url is not None and settings.mail_from is not None:
        carriers[AddressKind.EMAIL] = Mail(
            server=read_mail_server(settings.smtp_url.get_secret_value()),
            sender=settings.mail_from,
            languages=partial(language_of, database),
            clock=utc_now,
        )
    return carriers


def _tokens(settings: Settings, session: aiohttp.ClientSession) -> TokenSource | None:
    """The bot's own; None in local mode."""
    if settings.app_id is None:
        return None
    read = proof_of(settings)
    if read is None or settings.home_tenant is None:
        endpoint = identity_endpoint(os.environ)
        return Tokens(ManagedIdentity(session=session, app_id=settings.app_id, endpoint=endpoint))
    return Tokens(
        Client(
            session=session,
            app_id=settings.app_id,
            read=read,
            tenant=settings.home_tenant,
            token_url=settings.token_url,
        )
    )


def _session() -> aiohttp.ClientSession:
    """The one pooled session for all that goes out; cookies of strangers are not kept.

    Certificates are verified with aiohttp's own context: it is made when aiohttp is imported, and
    every further one holds all the authorities once more.
    """
    return aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(limit=256),
        cookie_jar=aiohttp.DummyCookieJar(),
    )
