"""python -m bot …: serve, chat, ask, import, role, tenant, vocabulary."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, TypeVar

import structlog
import typer

from bot.app import Memory, open_memory, serving, utc_now
from bot.authentication import LOCAL_TENANT
from bot.settings import Settings, SettingsError, read_settings
from dialogs.answer import Answer, Quoted
from dialogs.answer_question import STOCKHOLM, answer_text
from dialogs.texts import language_of_locale, say
from dialogs.understanding import vocabulary
from goals.actor import Actor, Grant, Role
from goals.document import Doubt, GoalDocument
from goals.errors import GoalsError
from goals.importing import ImportReceipt, record_document
from goals.words import FrequentGap, TaughtWord
from storage.documents import read_document
from storage.documents.as_json import to_json
from storage.errors import DatabaseRevisionError, DatabaseUnavailableError, DatabaseUrlError
from storage.gaps import frequent_gaps
from storage.people import current_grants, grant_role, revoke_role
from storage.tenants import Tenant
from storage.words import forget_word, teach_word, tenant_words

FAILED, MISUSED = 1, 2
LARGEST_FILE = 200 * 1024 * 1024
_T = TypeVar("_T")

app = typer.Typer(
    name="delmal",
    help="Delmål: frågor om kommunens mål besvaras ordagrant, med källa.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
roles = typer.Typer(help="Who may do what.", no_args_is_help=True)
tenants = typer.Typer(help="The municipalities served.", no_args_is_help=True)
own_words = typer.Typer(help="The municipality's own words.", no_args_is_help=True)
app.add_typer(roles, name="role")
app.add_typer(tenants, name="tenant")
app.add_typer(own_words, name="vocabulary")

TenantOption = Annotated[
    str | None, typer.Option("--tenant", help="The municipality, where several are served.")
]


def _language() -> str:
    """The terminal's language, for what is not an answer to a question."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return language_of_locale(value.replace("_", "-"))
    return language_of_locale(None)


def _refuse(sentence: str, code: int = FAILED) -> typer.Exit:
    """Say why not, on standard error; to be raised."""
    typer.echo(sentence, err=True)
    return typer.Exit(code)


def _run(work: Coroutine[Any, Any, _T]) -> _T:
    """Run a command's work; what can go wrong is told in a sentence, never a trace."""
    try:
        return asyncio.run(work)
    except GoalsError as error:
        raise _refuse(say(_language(), error.key, **error.arguments)) from None
    except DatabaseUnavailableError as error:
        raise _refuse(say(_language(), "cli-database-unavailable", reason=str(error))) from None
    except DatabaseRevisionError as error:
        raise _refuse(say(_language(), "cli-database-revision", reason=str(error))) from None
    except DatabaseUrlError as error:
        raise _refuse(f"DELMAL_DATABASE_URL: {error}", MISUSED) from None
    except KeyboardInterrupt:
        raise typer.Exit(130) from None


def _settings() -> Settings:
    try:
        return read_settings()
    except SettingsError as error:
        raise _refuse(str(error), MISUSED) from None


@asynccontextmanager
async def _memory(tenant: str | None, *, with_example: bool) -> AsyncIterator[tuple[Memory, str]]:
    """The database and the tenant that a command is about."""
    async with open_memory(_settings(), with_example=with_example) as memory:
        yield memory, await _tenant(memory, tenant)


async def _tenant(memory: Memory, wanted: str | None) -> str:
    served = [each.id for each in await memory.tenants.all()]
    if wanted is None and len(served) == 1:
        return served[0]
    if wanted is not None and wanted.lower() in served:
        return wanted.lower()
    if wanted is None and not _settings().is_local and served:
        raise _refuse(say(_language(), "cli-which-tenant", tenants=", ".join(served)), MISUSED)
    if wanted is None and LOCAL_TENANT in served:
        return LOCAL_TENANT
    raise _refuse(
        say(_language(), "cli-unknown-tenant", tenants=", ".join(served) or "–"),
        MISUSED,
    )


@app.command()
def serve() -> None:
    """Take what Teams posts to /api/messages."""
    _log_to_standard_error()
    _run(_serve(_settings()))


async def _serve(settings: Settings) -> None:
    stop = asyncio.Event()
    _stop_on_signals(stop)
    try:
        async with serving(settings) as address:
            mode = "local mode" if settings.is_local else "signed mode"
            typer.echo(f"Delmål: {address}/api/messages ({mode})", err=True)
            await stop.wait()
    except OSError as error:
        raise _refuse(
            say(
                _language(),
                "cli-port",
                host=settings.host,
                port=settings.port,
                reason=error.strerror or str(error),
            )
        ) from None


def _stop_on_signals(stop: asyncio.Event) -> None:
    import signal  # noqa: PLC0415 — needed by this one command

    loop = asyncio.get_running_loop()
    for name in ("SIGTERM", "SIGINT"):
        try:
            loop.add_signal_handler(getattr(signal, name), stop.set)
        except NotImplementedError:  # Windows: the handler runs outside the loop
            signal.signal(getattr(signal, name), lambda *_: loop.call_soon_threadsafe(stop.set))


def _log_to_standard_error() -> None:
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )


class Speaker(StrEnum):
    """Whom the chat speaks as."""

    STAFF = "staff"
    OFFICIAL = "official"
    OFFICER = "officer"
    SECRETARY = "secretary"
    REGISTRAR = "registrar"
    ADMIN = "admin"


@app.command()
def chat(
    speaker: Annotated[
        Speaker, typer.Option("--as", help="The sample person to speak as.")
    ] = Speaker.STAFF,
) -> None:
    """Talk to the bot in the terminal, through the same door as Teams."""
    from bot.chat import talk  # noqa: PLC0415 — needed by this one command

    settings = _settings()
    if not settings.is_local:
        raise _refuse(say(_language(), "cli-chat-is-local"), MISUSED)
    role = None if speaker is Speaker.STAFF else Role(speaker.value)
    _run(talk(replace_port(settings), speaker.value, role, language=_language()))


def replace_port(settings: Settings) -> Settings:
    """The same settings on a free port: a chat never fights with a bot that is serving."""
    return settings.model_copy(update={"port": 0, "host": "127.0.0.1"})


@app.command()
def ask(
    question: Annotated[list[str] | None, typer.Argument(help="The question.")] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
    explain: Annotated[bool, typer.Option("--explain", help="Also how it was understood.")] = False,
    tenant: TenantOption = None,
) -> None:
    """Answer a question; without one, each line of standard input."""
    _run(_ask(" ".join(question) if question else None, tenant, as_json=as_json, explain=explain))


async def _ask(question: str | None, tenant: str | None, *, as_json: bool, explain: bool) -> None:
    async with _memory(tenant, with_example=True) as (memory, chosen):
        record = await memory.reader.record(chosen)
        words = vocabulary.shipped()
        lines = [question] if question is not None else _lines_of_standard_input()
        for number, line in enumerate(lines):
            answer = answer_text(
                line,
                record,
                actor=Actor(chosen, ""),
                today=utc_now().astimezone(STOCKHOLM).date(),
                vocabulary=words,
            )
            if as_json:
                typer.echo(
                    json.dumps(_answer_json(line, answer, explain=explain), ensure_ascii=False)
                )
                continue
            if number:
                typer.echo("\n" + "─" * 40 + "\n")
            typer.echo(answer.text)
            if explain:
                typer.echo("\n" + "\n".join(f"  {step}" for step in answer.why))


def _lines_of_standard_input() -> list[str]:
    """Each line; bytes that are not UTF-8 are shown as such and never stop the others."""
    return sys.stdin.buffer.read().decode("utf-8-sig", "replace").splitlines()


def _answer_json(question: str, answer: Answer, *, explain: bool) -> dict[str, Any]:
    whole: dict[str, Any] = {
        "question": question,
        "language": answer.language,
        "intent": answer.intent.value,
        "body": answer.body,
        "year": answer.year,
        "status": answer.status,
        "quoted": [_quoted_json(each) for each in answer.quoted],
        "suggested": [_quoted_json(each) for each in answer.suggested],
        "text": answer.text,
    }
    if explain:
        whole["why"] = list(answer.why)
    return whole


def _quoted_json(item: Quoted) -> dict[str, Any]:
    return {
        "kind": item.kind.value,
        "body": item.body,
        "number": item.number,
        "year": item.year,
        "text": item.text,
    }


@app.command("import")
def import_(
    files: Annotated[list[Path], typer.Argument(help=".txt or .json", metavar="FILE…")],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="What was read, as JSON.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Read only; record nothing.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Record without asking.")] = False,
    tenant: TenantOption = None,
) -> None:
    """Read goal documents and record what they state, once a person has confirmed it."""
    documents = [_read(file) for file in files]
    for document in documents:
        if as_json:
            typer.echo(json.dumps(to_json(document, _sentence), ensure_ascii=False, indent=2))
        else:
            _show(document)
    others = [document.name for document in documents if not document.is_goal_document]
    if others:
        refusal = _refuse(say(_language(), "error-not-a-goal-document", document=", ".join(others)))
        if not dry_run:
            raise refusal
    if dry_run:
        return
    if not yes and not as_json and sys.stdin.isatty():
        typer.confirm(say(_language(), "cli-import-confirm"), abort=True, err=True)
    receipts = _run(_record(documents, tenant))
    if not as_json:
        for document, receipt in zip(documents, receipts, strict=True):
            typer.echo(_receipt(document, receipt))


def _read(file: Path) -> GoalDocument:
    try:
        size = file.stat().st_size
        if size > LARGEST_FILE:
            raise _refuse(say(_language(), "cli-file-too-large", file=str(file)))
        content = file.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise _refuse(say(_language(), "cli-file", file=str(file), reason=reason)) from None
    try:
        return read_document(file.name, content)
    except GoalsError as error:
        raise _refuse(say(_language(), error.key, **error.arguments)) from None


async def _record(documents: list[GoalDocument], tenant: str | None) -> list[ImportReceipt]:
    async with _memory(tenant, with_example=False) as (memory, chosen):
        return [
            await record_document(
                document, tenant=chosen, open_ledger=memory.open_ledger, now=utc_now()
            )
            for document in documents
        ]


def _sentence(doubt: Doubt) -> str:
    return say(_language(), doubt.key, **doubt.arguments)


def _show(document: GoalDocument) -> None:
    """What was read, as a person checks it: doubts first."""
    language = _language()
    missing = say(language, "missing-in-document")
    typer.echo(document.name)
    for doubt in document.doubts:
        line = f" ({say(language, 'cli-line', line=doubt.line)})" if doubt.line else ""
        typer.echo(f"  ! {_sentence(doubt)}{line}")
    if not document.is_goal_document:
        return
    period = str(document.goal_period) if document.goal_period else missing
    for key, value in (
        ("cli-body", f"{document.body or missing} ({document.body_code or missing})"),
        ("cli-period", period),
        ("fact-date", document.date.isoformat() if document.date else missing),
        ("fact-paragraph", document.paragraph or missing),
        ("fact-dnr", document.dnr or missing),
        ("cli-officer", document.officer or missing),
    ):
        typer.echo(f"  {say(language, key)}: {value}")
    _show_list(say(language, "cli-goals"), [(each.code, each.text) for each in document.goals])
    for year in sorted({each.year for each in document.subgoals}):
        of_year = [(each.code, each.text) for each in document.subgoals if each.year == year]
        _show_list(say(language, "cli-subgoals", year=year), of_year)
    _show_list(
        say(language, "cli-decided" if document.decided else "cli-proposed"),
        [(None, point) for point in document.decision_points],
    )
    _show_list(say(language, "heading-recipients"), [(None, name) for name in document.recipients])


def _show_list(heading: str, items: list[tuple[str | None, str]]) -> None:
    if items:
        typer.echo(f"  {heading}:")
        for number, (code, text) in enumerate(items, start=1):
            typer.echo(f"    {code or number}. {text}")


def _receipt(document: GoalDocument, receipt: ImportReceipt) -> str:
    if not receipt.changed:
        return say(_language(), "cli-import-nothing-new", file=document.name)
    return say(
        _language(),
        "cli-imported",
        file=document.name,
        goals=sum(len(each.goals) for each in receipt.goal_sets),
        subgoals=sum(len(each.subgoals) for each in receipt.plans),
        matters=len(receipt.matters),
    )


PersonOption = Annotated[str, typer.Option("--person", help="Entra object id.")]
RoleOption = Annotated[Role, typer.Option("--role")]
BodyOption = Annotated[
    str | None, typer.Option("--body", help="Code, such as KS; none for every body.")
]


@roles.command("grant")
def grant(
    person: PersonOption, role: RoleOption, body: BodyOption = None, tenant: TenantOption = None
) -> None:
    """Give a person a role."""
    changed = _run(_change_role(person, Grant(role, body), tenant, give=True))
    typer.echo(say(_language(), "cli-role-granted" if changed else "cli-role-unchanged"))


@roles.command("revoke")
def revoke(
    person: PersonOption, role: RoleOption, body: BodyOption = None, tenant: TenantOption = None
) -> None:
    """Take a role back."""
    changed = _run(_change_role(person, Grant(role, body), tenant, give=False))
    typer.echo(say(_language(), "cli-role-revoked" if changed else "cli-role-unchanged"))


async def _change_role(person: str, changed: Grant, tenant: str | None, *, give: bool) -> bool:
    async with _memory(tenant, with_example=False) as (memory, chosen):
        if changed.body is not None:
            record = await memory.reader.record(chosen)
            code = changed.body.upper()
            if record.body(code) is None:
                known = ", ".join(body.code for body in record.bodies) or "–"
                raise _refuse(
                    say(_language(), "cli-unknown-body", body=code, bodies=known), MISUSED
                )
            changed = replace(changed, body=code)
        change = grant_role if give else revoke_role
        return await change(
            memory.database,
            tenant=chosen,
            object_id=person.lower(),
            grant=changed,
            by=None,
            now=utc_now(),
        )


@roles.command("list")
def list_roles(person: PersonOption, tenant: TenantOption = None) -> None:
    """A person's roles."""
    for each in _run(_roles_of(person, tenant)):
        typer.echo(f"{each.role.value}\t{each.body or '*'}")


async def _roles_of(person: str, tenant: str | None) -> list[Grant]:
    async with _memory(tenant, with_example=False) as (memory, chosen):
        grants = await current_grants(memory.database, tenant=chosen, object_id=person.lower())
        return sorted(grants, key=lambda each: (each.role.value, each.body or ""))


@tenants.command("add")
def add_tenant(
    tenant: Annotated[str, typer.Argument(help="The municipality's Entra tenant id.")],
    name: Annotated[str, typer.Option("--name", help="The municipality's name.")],
    language: Annotated[str, typer.Option("--language", help="sv or en")] = "sv",
) -> None:
    """Serve a municipality."""
    added = _run(_add_tenant(Tenant(tenant.lower(), name, language_of_locale(language))))
    typer.echo(say(_language(), "cli-tenant-added" if added else "cli-tenant-known"))


async def _add_tenant(tenant: Tenant) -> bool:
    async with open_memory(_settings()) as memory:
        return await memory.tenants.add(tenant, now=utc_now())


@tenants.command("list")
def list_tenants() -> None:
    """The municipalities served."""
    for each in _run(_all_tenants()):
        typer.echo(f"{each.id}\t{each.name}\t{each.language}")


async def _all_tenants() -> tuple[Tenant, ...]:
    async with open_memory(_settings()) as memory:
        return await memory.tenants.all()


WordArgument = Annotated[str, typer.Argument(metavar="WORD", help="A word or phrase.")]


@own_words.command("add")
def add_word(
    word: WordArgument,
    means: Annotated[
        list[str], typer.Option("--means", metavar="WORD", help="What it means; may be repeated.")
    ],
    tenant: TenantOption = None,
) -> None:
    """Teach a word, or change what it means."""
    taught = _run(_add_word(word, ", ".join(means), tenant))
    typer.echo(say(_language(), "cli-word-added" if taught else "cli-word-unchanged"))


async def _add_word(word: str, means: str, tenant: str | None) -> bool:
    async with _memory(tenant, with_example=False) as (memory, chosen):
        return await teach_word(
            memory.database, tenant=chosen, word=word, means=means, by=None, now=utc_now()
        )


@own_words.command("remove")
def remove_word(word: WordArgument, tenant: TenantOption = None) -> None:
    """Forget a word."""
    forgotten = _run(_remove_word(word, tenant))
    typer.echo(say(_language(), "cli-word-removed" if forgotten else "cli-word-not-taught"))


async def _remove_word(word: str, tenant: str | None) -> bool:
    async with _memory(tenant, with_example=False) as (memory, chosen):
        return await forget_word(memory.database, tenant=chosen, word=word)


@own_words.command("list")
def list_words(tenant: TenantOption = None) -> None:
    """The words that were taught, and what each means."""
    for each in _run(_words_of(tenant)):
        typer.echo(f"{each.word}\t{each.means}")


async def _words_of(tenant: str | None) -> tuple[TaughtWord, ...]:
    async with _memory(tenant, with_example=False) as (memory, chosen):
        return await tenant_words(memory.database, chosen)


@own_words.command("gaps")
def list_gaps(tenant: TenantOption = None) -> None:
    """The words that three people or more asked with in vain, and how many people."""
    gaps = _run(_gaps_of(tenant))
    if not gaps:
        typer.echo(say(_language(), "gaps-none"), err=True)
    for each in gaps:
        typer.echo(f"{each.word}\t{each.people}")


async def _gaps_of(tenant: str | None) -> tuple[FrequentGap, ...]:
    async with _memory(tenant, with_example=False) as (memory, chosen):
        return await frequent_gaps(memory.database, chosen)


def main() -> None:
    """Run a command. Swedish letters are printed whatever the terminal's own encoding is."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
    app()


if __name__ == "__main__":
    main()
