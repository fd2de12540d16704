"""Looks at everything that has to work, each thing within a few seconds, and changes nothing."""

from __future__ import annotations

import asyncio
import platform
import shutil
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path

import aiohttp

from bot.connector import UNREACHABLE, DeliveryError, TokenSource
from bot.credentials import UNREADABLE, CredentialError, proof_of
from bot.last_backup import last_backup
from bot.settings import Settings
from bot.version import version
from dialogs.health import Finding, Grade
from goals.local_time import STOCKHOLM
from storage.database import Database
from storage.errors import DatabaseUnavailableError, RevisionState
from storage.migrate import newest_revision, revision_found
from storage.outbox import outbox_state
from storage.tenants import are_kept_apart
from storage.turns import prove_writable

PATIENCE = 4.0
"""Seconds for each check. They run at the same time, and Teams waits for ten."""
LATE, TOO_LATE = timedelta(minutes=5), timedelta(hours=1)
"""Overdue notes."""
CLOCK_OFF, CLOCK_WRONG = timedelta(seconds=60), timedelta(seconds=240)
"""Signed messages are refused from five minutes on."""
BACKUP_OLD = timedelta(hours=48)
DISK_LOW, DISK_FULL = 1_000, 100
"""Megabytes."""
EXPIRES_SOON = timedelta(days=30)
SECRET_TOLD = ("check-expiry-secret", "check-expiry-secret-past")
CERTIFICATE_TOLD = ("check-expiry-certificate", "check-expiry-certificate-past")

REFUSALS = {
    UNREACHABLE: "check-token-unreachable",
    UNREADABLE: "check-token-unreadable",
    "7000222": "check-token-secret-expired",
    "7000215": "check-token-secret-wrong",
    "700016": "check-token-app-unknown",
    "7000229": "check-token-app-unknown",
    "90002": "check-token-tenant-unknown",
    "900023": "check-token-tenant-unknown",
    "700027": "check-token-certificate-unknown",
    "700024": "check-token-clock",
}
"""What to do about our own words, and Entra's numbers (https://login.microsoftonline.com/error),
which may change."""

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Service:
    """What is looked at."""

    settings: Settings
    database: Database
    session: aiohttp.ClientSession
    tokens: TokenSource | None
    clock: Clock

    async def examine(self) -> Sequence[Finding]:
        """Everything, always in the same order."""
        checks: list[Awaitable[Sequence[Finding]]] = [
            check_database(self.database, now=self.clock()),
            check_token(self.tokens),
            check_clock(self.settings, self.session, self.clock),
        ]
        found = [finding for each in await asyncio.gather(*checks) for finding in each]
        now = self.clock()
        return [
            *found,
            check_expiry(self.settings, today=now.astimezone(STOCKHOLM).date()),
            check_backup(self.settings.data, now=now),
            check_disk(self.settings.data),
            Finding("version", Grade.OK, "check-version", _versions()),
        ]


async def check_database(database: Database, *, now: datetime) -> Sequence[Finding]:
    """Whether it is reached and can be written to, its revision, and what lies in the outbox."""
    kind = "SQLite" if database.is_sqlite else "PostgreSQL"
    if _is_missing(database):
        return [Finding("database", Grade.WARNING, "check-database-none")]
    try:
        async with asyncio.timeout(PATIENCE):
            state, found = await revision_found(database)
            revision = _revision(state, found)
            if state is not RevisionState.EMPTY:
                await prove_writable(database)
            if state is not RevisionState.CURRENT:
                return [_good("database", "check-database", kind=kind), revision]
            waiting, oldest = await outbox_state(database, now=now)
            apart = None if database.is_sqlite else await are_kept_apart(database)
    except TimeoutError:
        return [
            Finding("database", Grade.FAILED, "check-database-slow", {"seconds": int(PATIENCE)})
        ]
    except DatabaseUnavailableError as error:
        return [Finding("database", Grade.FAILED, "check-database-lost", {"reason": str(error)})]
    outbox = _outbox(waiting, now - oldest if oldest else timedelta())
    findings = [_good("database", "check-database", kind=kind), revision, outbox]
    return findings if apart is None else [*findings, _isolation(apart=apart)]


def _is_missing(database: Database) -> bool:
    name = str(database.url.database)
    return database.is_sqlite and not name.startswith("file:") and not Path(name).exists()


def _revision(state: RevisionState, found: str | None) -> Finding:
    numbers = {"found": found or "0", "newest": newest_revision()}
    match state:
        case RevisionState.CURRENT:
            return Finding("revision", Grade.OK, "check-revision", numbers)
        case RevisionState.AHEAD:
            return Finding("revision", Grade.FAILED, "check-revision-ahead", numbers)
        case RevisionState.BEHIND | RevisionState.EMPTY:
            return Finding("revision", Grade.WARNING, "check-revision-behind", numbers)


def _isolation(*, apart: bool) -> Finding:
    """Of PostgreSQL; SQLite has no policies."""
    if apart:
        return _good("isolation", "check-isolation")
    return Finding("isolation", Grade.WARNING, "check-isolation-off")


def _outbox(waiting: int, overdue: timedelta) -> Finding:
    if overdue <= LATE:
        return _good("outbox", "check-outbox", count=waiting)
    grade = Grade.WARNING if overdue <= TOO_LATE else Grade.FAILED
    minutes = int(overdue.total_seconds() // 60)
    return Finding("outbox", grade, "check-outbox-late", {"count": waiting, "minutes": minutes})


async def check_token(tokens: TokenSource | None) -> Sequence[Finding]:
    """Whether Entra gives the bot its token."""
    if tokens is None:
        return [_good("token", "check-token-local")]
    try:
        async with asyncio.timeout(PATIENCE):
            await tokens.token()
    except TimeoutError:
        return [Finding("token", Grade.FAILED, "check-token-slow", {"seconds": int(PATIENCE)})]
    except DeliveryError as error:
        _, _, number = error.code.partition("AADSTS")
        key = REFUSALS.get(number or error.code, "check-token-refused")
        return [Finding("token", Grade.FAILED, key, {"reason": error.reason})]
    return [_good("token", "check-token")]


async def check_clock(
    settings: Settings, session: aiohttp.ClientSession, clock: Clock
) -> Sequence[Finding]:
    """Whether our clock goes as Microsoft's does."""
    if settings.is_local:
        return [_good("clock", "check-clock-local")]
    try:
        timeout = aiohttp.ClientTimeout(total=PATIENCE)
        async with session.get(settings.openid_metadata_url, timeout=timeout) as answer:
            theirs = parsedate_to_datetime(answer.headers["Date"])
    except (aiohttp.ClientError, TimeoutError, ValueError, KeyError):
        return [Finding("clock", Grade.WARNING, "check-clock-unknown")]
    if theirs.tzinfo is None:  # HTTP dates are in GMT, also where they forget to say so
        theirs = theirs.replace(tzinfo=UTC)
    off = clock() - theirs
    seconds = round(abs(off.total_seconds()))
    if abs(off) <= CLOCK_OFF:
        return [_good("clock", "check-clock", seconds=seconds)]
    grade = Grade.WARNING if abs(off) <= CLOCK_WRONG else Grade.FAILED
    key = "check-clock-fast" if off > timedelta() else "check-clock-slow"
    return [Finding("clock", grade, key, {"seconds": seconds})]


def check_expiry(settings: Settings, *, today: date) -> Finding:
    """How long what proves the bot to Entra is good."""
    read = proof_of(settings)
    if read is None:
        return _good("expiry", "check-expiry-none")
    try:
        expires = read().last_day
    except CredentialError as error:
        return Finding("expiry", Grade.FAILED, error.key, error.arguments)
    if expires is None:
        return Finding("expiry", Grade.WARNING, "check-expiry-unknown")
    told: dict[str, str | int] = {"day": expires.isoformat(), "days": (expires - today).days}
    good, past = CERTIFICATE_TOLD if settings.app_certificate else SECRET_TOLD
    if expires <= today:
        return Finding("expiry", Grade.FAILED, past, told)
    is_soon = expires - today <= EXPIRES_SOON
    return Finding("expiry", Grade.WARNING if is_soon else Grade.OK, good, told)


def check_backup(data: Path, *, now: datetime) -> Finding:
    """How old the last backup is that was written from here."""
    last = last_backup(data)
    if last is None:
        return Finding("backup", Grade.WARNING, "check-backup-none")
    told = {"day": f"{last.at.astimezone(STOCKHOLM):%Y-%m-%d %H:%M}"}
    is_old = now - last.at > BACKUP_OLD
    key = "check-backup-old" if is_old else "check-backup"
    return Finding("backup", Grade.WARNING if is_old else Grade.OK, key, told)


def check_disk(data: Path) -> Finding:
    """How much room there is where the data folder is, or is going to be."""
    megabytes = shutil.disk_usage(existing_part(data)).free // 1_000_000
    if megabytes >= DISK_LOW:
        return _good("disk", "check-disk", gigabytes=megabytes // 1000)
    grade = Grade.WARNING if megabytes >= DISK_FULL else Grade.FAILED
    return Finding("disk", grade, "check-disk-low", {"megabytes": megabytes})


def existing_part(folder: Path) -> Path:
    """The folder, or the nearest one above it that is there."""
    return next(each for each in (folder, *folder.absolute().parents) if each.exists())


def _good(name: str, key: str, **arguments: str | int) -> Finding:
    return Finding(name, Grade.OK, key, arguments)


def _versions() -> dict[str, str]:
    return {"version": version(), "python": platform.python_version()}
