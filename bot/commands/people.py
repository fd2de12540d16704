"""person export|pseudonymise: what is stored about one person, and letting go of what may go."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated
from uuid import UUID

import typer

from bot.commands.terminal import MISUSED, TenantOption, opened, refuse, run, said
from goals.errors import PersonUnknownError
from storage.personal import AboutPerson, LetGo, about_person, let_go

people = typer.Typer(help="What is stored about a person.", no_args_is_help=True)
PersonArgument = Annotated[str, typer.Argument(help="Entra object id.", metavar="OBJECT_ID")]


@people.command("export")
def export_person(
    person: PersonArgument,
    file: Annotated[Path | None, typer.Argument(help="Where to; standard output if none.")] = None,
    tenant: TenantOption = None,
) -> None:
    """Everything that is stored about a person, as JSON."""
    about = run(_about(_object_id(person), tenant))
    whole = {
        "object_id": about.object_id,
        "name": about.name,
        "by_id": about.by_id,
        "by_name": about.by_name,
    }
    text = json.dumps(whole, ensure_ascii=False, indent=2)
    if file is None:
        typer.echo(text)
        return
    try:
        file.touch(mode=0o600)
        file.write_text(text + "\n", encoding="utf-8")
    except OSError as error:
        reason = error.strerror or str(error)
        raise refuse(said("cli-not-written", file=str(file), reason=reason)) from None


@people.command("pseudonymise")
def pseudonymise(
    person: PersonArgument,
    *,
    yes: Annotated[bool, typer.Option("--yes", help="Do it; otherwise it is only shown.")] = False,
    tenant: TenantOption = None,
) -> None:
    """Delete what is kept for a person's own sake, and replace their name where it is shown."""
    object_id = _object_id(person)
    if not yes:
        about = run(_about(object_id, tenant))
        _show("cli-person-stored", {name: len(rows) for name, rows in about.by_id.items()})
        _show("cli-person-by-name", {name: len(rows) for name, rows in about.by_name.items()})
        typer.echo(said("cli-person-unasked"))
        return
    done = run(_let_go(object_id, tenant))
    _show("cli-person-cleared", done.cleared)
    _show("cli-person-kept", done.kept)
    _show("cli-person-named", done.kept_with_name)
    typer.echo(said("cli-person-warning"))


def _object_id(person: str) -> str:
    try:
        return str(UUID(person))
    except ValueError:
        raise refuse(said("cli-person-id", person=person), MISUSED) from None


async def _about(object_id: str, tenant: str | None) -> AboutPerson:
    async with opened(tenant, with_example=False) as (memory, chosen):
        about = await about_person(memory.database, chosen, object_id)
    if about.is_empty:
        raise PersonUnknownError(person=object_id)
    return about


async def _let_go(object_id: str, tenant: str | None) -> LetGo:
    async with opened(tenant, with_example=False) as (memory, chosen):
        return await let_go(memory.database, chosen, object_id)


def _show(key: str, counts: Mapping[str, int]) -> None:
    if not counts:
        return
    typer.echo(said(key))
    for table, count in counts.items():
        typer.echo(f"  {table}\t{count}")
