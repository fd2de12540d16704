"""tenant holiday add|remove|list, tenant template set|remove."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.app import utc_now
from bot.commands.terminal import TenantOption, opened, read_template, run, said
from goals.calendar import OwnDay, read_own_day
from storage.documents.papers.word import check_template
from storage.own_days import add_own_day, remove_own_day
from storage.paper_template import PaperTemplate, drop_paper_template, keep_paper_template

own_days = typer.Typer(
    help="Days that the municipality has free besides the holidays.", no_args_is_help=True
)
templates = typer.Typer(help="The Word file that papers are written in.", no_args_is_help=True)
DaysArgument = Annotated[
    list[datetime], typer.Argument(metavar="DAY…", formats=["%Y-%m-%d"], help="2027-05-07")
]


@own_days.command("add")
def add_days(
    days: DaysArgument,
    *,
    name: Annotated[str, typer.Option("--name", help="Why, such as klämdag.")] = "",
    is_public: Annotated[
        bool, typer.Option("--public", help="A new public holiday: moves the last day of appeal.")
    ] = False,
    tenant: TenantOption = None,
) -> None:
    """Units are not reminded on these days, which are no working days."""
    added = run(_add_days([each.date() for each in days], name, tenant, is_public=is_public))
    typer.echo(said("cli-holiday-added" if added else "cli-holiday-unchanged"))


async def _add_days(
    days: Sequence[date], name: str, tenant: str | None, *, is_public: bool
) -> bool:
    own = [read_own_day(day, name, is_public=is_public) for day in days]
    async with opened(tenant, with_example=False) as (memory, chosen):
        return any([await add_own_day(memory.database, chosen, each) for each in own])


@own_days.command("remove")
def remove_days(days: DaysArgument, tenant: TenantOption = None) -> None:
    """Let these days be as any others."""
    removed = run(_remove_days([each.date() for each in days], tenant))
    typer.echo(said("cli-holiday-removed" if removed else "cli-holiday-unchanged"))


async def _remove_days(days: Sequence[date], tenant: str | None) -> bool:
    async with opened(tenant, with_example=False) as (memory, chosen):
        return any([await remove_own_day(memory.database, chosen, each) for each in days])


@own_days.command("list")
def list_days(tenant: TenantOption = None) -> None:
    """Day, "public" where it is a public holiday, and name, a day a line."""
    for each in run(_days(tenant)):
        public = "public" if each.is_public else ""
        typer.echo(f"{each.day.isoformat()}\t{public}\t{each.name}".rstrip())


async def _days(tenant: str | None) -> tuple[OwnDay, ...]:
    async with opened(tenant, with_example=False) as (memory, chosen):
        return (await memory.reader.record(chosen)).own_days


@templates.command("set")
def set_template(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A .docx or .dotx.")],
    tenant: TenantOption = None,
) -> None:
    """Write the papers of the municipality in this file, also those handed out in Teams."""
    run(_set_template(PaperTemplate(file.name, read_template(file)), tenant))
    typer.echo(said("cli-template-set", file=file.name))


async def _set_template(template: PaperTemplate, tenant: str | None) -> None:
    check_template(template.content)
    async with opened(tenant, with_example=False) as (memory, chosen):
        await keep_paper_template(memory.database, chosen, template, now=utc_now())


@templates.command("remove")
def remove_template(tenant: TenantOption = None) -> None:
    """Write papers in the plain form again."""
    removed = run(_remove_template(tenant))
    typer.echo(said("cli-template-removed" if removed else "cli-template-none"))


async def _remove_template(tenant: str | None) -> bool:
    async with opened(tenant, with_example=False) as (memory, chosen):
        return await drop_paper_template(memory.database, chosen)
