"""body list|rename|alias add|alias remove."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.app import utc_now
from bot.commands.terminal import TenantOption, opened, run, said
from goals.goal import Body
from goals.naming import add_alias, remove_alias, rename_body

bodies = typer.Typer(help="The committees and boards, and what they are called.")
aliases = typer.Typer(help="Other names of a body.", no_args_is_help=True)
bodies.add_typer(aliases, name="alias")
BodyArgument = Annotated[str, typer.Argument(metavar="BODY", help="Its code or name, such as KS.")]


@bodies.command("list")
def list_bodies(tenant: TenantOption = None) -> None:
    """Code, name and aliases, a body a line."""
    for each in run(_bodies(tenant)):
        typer.echo(f"{each.code}\t{each.name}\t{', '.join(each.aliases)}".rstrip())


async def _bodies(tenant: str | None) -> tuple[Body, ...]:
    async with opened(tenant, with_example=False) as (memory, chosen):
        return (await memory.reader.record(chosen)).bodies


@bodies.command("rename")
def rename(
    body: BodyArgument,
    name: Annotated[str, typer.Argument(metavar="NAME")],
    tenant: TenantOption = None,
) -> None:
    """Give a body another name; the old one becomes an alias."""
    renamed = run(_rename(body, name, tenant))
    typer.echo(said("cli-body-renamed", body=renamed.code, name=renamed.name))


async def _rename(body: str, name: str, tenant: str | None) -> Body:
    async with opened(tenant, with_example=False) as (memory, chosen):
        return await rename_body(
            body, name, tenant=chosen, by=None, open_ledger=memory.open_ledger, now=utc_now()
        )


@aliases.command("add")
def add(
    body: BodyArgument,
    alias: Annotated[str, typer.Argument(metavar="ALIAS")],
    tenant: TenantOption = None,
) -> None:
    """Let documents and questions call a body this too."""
    added = run(_alias(body, alias, tenant, adds=True))
    typer.echo(said("cli-alias-added" if added else "cli-alias-unchanged"))


@aliases.command("remove")
def remove(
    body: BodyArgument,
    alias: Annotated[str, typer.Argument(metavar="ALIAS")],
    tenant: TenantOption = None,
) -> None:
    """Let a body no longer be called this."""
    removed = run(_alias(body, alias, tenant, adds=False))
    typer.echo(said("cli-alias-removed" if removed else "cli-alias-unchanged"))


async def _alias(body: str, alias: str, tenant: str | None, *, adds: bool) -> bool:
    change = add_alias if adds else remove_alias
    async with opened(tenant, with_example=False) as (memory, chosen):
        return await change(
            body, alias, tenant=chosen, by=None, open_ledger=memory.open_ledger, now=utc_now()
        )
