"""What all commands share: the terminal's language, refusals, and the database they work on."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Coroutine, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Annotated, Any, TypeVar

import structlog
import typer

from bot.app import DATABASE_FILE, Memory, open_memory
from bot.authentication import LOCAL_TENANT
from bot.checks import check_disk, existing_part
from bot.credentials import CredentialError
from bot.settings import Settings, SettingsError, read_settings
from dialogs.health import Finding, Grade
from dialogs.texts import language_of_locale, say
from goals.errors import GoalsError
from goals.paper import LARGEST_TEMPLATE
from goals.record import Record
from storage.errors import DatabaseRevisionError, DatabaseUnavailableError, DatabaseUrlError

FAILED, MISUSED = 1, 2
_T = TypeVar("_T")


_REASONS: dict[type[OSError], str] = {
    FileNotFoundError: "cli-file-missing",
    IsADirectoryError: "cli-file-folder",
    NotADirectoryError: "cli-file-missing",
    PermissionError: "cli-file-forbidden",
}
TenantOption = Annotated[
    str | None, typer.Option("--tenant", help="The municipality, where several are served.")
]


def terminal_language() -> str:
    """The terminal's language, for what is not an answer to a question."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return language_of_locale(value.replace("_", "-"))
    return language_of_locale(None)


def said(key: str, **arguments: str | int) -> str:
    """A sentence in the terminal's language."""
    return say(terminal_language(), key, **arguments)


def log_errors_only() -> None:
    """For a person, who is told the rest in what the command says."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger("error"))


def reason_of(error: OSError) -> str:
    """Why a file can be neither read nor written, as a part of a sentence.

    The system's own words are in English, whatever the terminal's language is.
    """
    for kind, key in _REASONS.items():
        if isinstance(error, kind):
            return said(key)
    return said("cli-file-fault", number=error.errno or 0)


def refuse(sentence: str, code: int = FAILED) -> typer.Exit:
    """Say why not, on standard error; to be raised."""
    typer.echo(sentence, err=True)
    return typer.Exit(code)


def run(work: Coroutine[Any, Any, _T]) -> _T:
    """Run a command's work; what can go wrong is told in a sentence, never a trace."""
    try:
        return asyncio.run(work)
    except GoalsError as error:
        raise refuse(said(error.key, **error.arguments)) from None
    except DatabaseUnavailableError as error:
        raise refuse(_unavailable(error)) from None
    except DatabaseRevisionError as error:
        raise refuse(said("cli-database-revision", reason=str(error))) from None
    except CredentialError as error:
        raise refuse(said(error.key, **error.arguments), MISUSED) from None
    except DatabaseUrlError as error:
        raise refuse(f"DELMAL_DATABASE_URL: {error}", MISUSED) from None
    except KeyboardInterrupt:
        raise typer.Exit(130) from None


def _unavailable(error: DatabaseUnavailableError) -> str:
    """What is wrong with the database, and what to do about it."""
    reason, settings = str(error), read_own_settings()
    if settings.database_url is not None:
        return said("cli-database-unavailable", reason=reason)
    folder = existing_part(settings.data)
    if not os.access(folder, os.W_OK):
        return said("cli-database-read-only", folder=str(folder), reason=reason)
    if check_disk(folder).grade is Grade.FAILED:
        return said("cli-database-full", folder=str(folder), reason=reason)
    return said("cli-database-unusable", folder=str(settings.data), reason=reason)


def read_own_settings() -> Settings:
    """The settings of the environment; mistakes in them end the command."""
    try:
        return read_settings()
    except SettingsError as error:
        raise refuse(str(error), MISUSED) from None


@asynccontextmanager
async def opened(tenant: str | None, *, with_example: bool) -> AsyncIterator[tuple[Memory, str]]:
    """The database and the tenant that a command is about."""
    async with open_memory(read_own_settings(), with_example=with_example) as memory:
        yield memory, await _tenant(memory, tenant)


async def _tenant(memory: Memory, wanted: str | None) -> str:
    served = [each.id for each in await memory.tenants.all()]
    if wanted is None and len(served) == 1:
        return served[0]
    if wanted is not None and wanted.lower() in served:
        return wanted.lower()
    if wanted is None and not read_own_settings().is_local and served:
        raise refuse(said("cli-which-tenant", tenants=", ".join(served)), MISUSED)
    if wanted is None and LOCAL_TENANT in served:
        return LOCAL_TENANT
    raise refuse(
        said("cli-unknown-tenant", tenants=", ".join(served) or "–"),
        MISUSED,
    )


def finding_lines(findings: Sequence[Finding]) -> str:
    """How each thing is that was looked at, a line each."""
    language = terminal_language()
    grades = [said(f"grade-{each.grade}") for each in findings]
    width = max(map(len, grades))
    lines = zip(grades, (each.sentence(language) for each in findings), strict=True)
    return "\n".join(f"{grade:<{width}}  {sentence}" for grade, sentence in lines)


def read_template(file: Path) -> bytes:
    """What a Word template holds, so far as it may be large; a file that cannot be read is told."""
    try:
        with file.open("rb") as source:
            return source.read(LARGEST_TEMPLATE + 1)  # one more than is taken: it is refused
    except OSError as error:
        raise refuse(said("cli-file", file=str(file), reason=reason_of(error))) from None


def holds_database(settings: Settings) -> bool:
    """Whether there is a database already: a server's, or a file in the data folder."""
    return settings.database_url is not None or (settings.data / DATABASE_FILE).exists()


def unknown_body(name: str, record: Record) -> typer.Exit:
    """Say which bodies there are; to be raised."""
    known = ", ".join(body.code for body in record.bodies) or "–"
    return refuse(said("cli-unknown-body", body=name, bodies=known), MISUSED)
