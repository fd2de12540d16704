"""strategy add|remove|list."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.app import utc_now
from bot.commands.terminal import TenantOption, opened, run, said, unknown_body
from goals.heeding import add_strategy, read_strategy, remove_strategy
from goals.strategy import Strategy

strategies = typer.Typer(help="The political strategies to heed.", no_args_is_help=True)
NameArgument = Annotated[str, typer.Argument(metavar="NAME", help="As it was decided.")]
BodyOption = Annotated[str, typer.Option("--body", help="Code or name, such as KS.")]


@strategies.command("add")
def add(
    name: NameArgument,
    body: BodyOption,
    link: Annotated[str, typer.Option("--link", help="https://…, where it can be read.")] = "",
    day: Annotated[str, typer.Option("--date", help="Of its decision: 2025-02-04.")] = "",
    paragraph: Annotated[str, typer.Option("--paragraph", help="Such as KF § 12.")] = "",
    tenant: TenantOption = None,
) -> None:
    """Enter a strategy that a body has to heed, or what is new about it."""
    stated = {"name": name, "link": link, "day": day, "paragraph": paragraph}
    added = run(_add(body, stated, tenant))
    typer.echo(said("cli-strategy-added" if added else "cli-strategy-unchanged"))


async def _add(called: str, stated: dict[str, str], tenant: str | None) -> bool:
    async with opened(tenant, with_example=False) as (memory, chosen):
        record = await memory.reader.record(chosen)
        body = record.body_called(called)
        if body is None:
            raise unknown_body(called, record)
        return await add_strategy(
            read_strategy(body.code, **stated),
            tenant=chosen,
            by=None,
            open_ledger=memory.open_ledger,
            now=utc_now(),
        )


@strategies.command("remove")
def remove(name: NameArgument, body: BodyOption, tenant: TenantOption = None) -> None:
    """Let a strategy no longer hold."""
    removed = run(_remove(body, name, tenant))
    typer.echo(said("cli-strategy-removed" if removed else "cli-strategy-unchanged"))


async def _remove(called: str, name: str, tenant: str | None) -> bool:
    async with opened(tenant, with_example=False) as (memory, chosen):
        record = await memory.reader.record(chosen)
        body = record.body_called(called)
        if body is None:
            raise unknown_body(called, record)
        return await remove_strategy(
            body.code,
            name,
            tenant=chosen,
            by=None,
            open_ledger=memory.open_ledger,
            now=utc_now(),
        )


@strategies.command("list")
def list_strategies(tenant: TenantOption = None) -> None:
    """Body, name, link, date and paragraph, a strategy a line."""
    for each in run(_strategies(tenant)):
        day = each.date.isoformat() if each.date else ""
        fields = (each.body, each.name, each.link or "", day, each.paragraph or "")
        typer.echo("\t".join(fields).rstrip())


async def _strategies(tenant: str | None) -> tuple[Strategy, ...]:
    async with opened(tenant, with_example=False) as (memory, chosen):
        return (await memory.reader.record(chosen)).strategies
