"""tenant add|list."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.app import open_memory, utc_now
from bot.commands.terminal import read_own_settings, run, said
from dialogs.texts import language_of_locale
from storage.tenants import Tenant

tenants = typer.Typer(help="The municipalities served.", no_args_is_help=True)


@tenants.command("add")
def add_tenant(
    tenant: Annotated[str, typer.Argument(help="The municipality's Entra tenant id.")],
    name: Annotated[str, typer.Option("--name", help="The municipality's name.")],
    language: Annotated[str, typer.Option("--language", help="sv or en")] = "sv",
) -> None:
    """Serve a municipality."""
    added = run(_add_tenant(Tenant(tenant.lower(), name, language_of_locale(language))))
    typer.echo(said("cli-tenant-added" if added else "cli-tenant-known"))


async def _add_tenant(tenant: Tenant) -> bool:
    async with open_memory(read_own_settings()) as memory:
        return await memory.tenants.add(tenant, now=utc_now())


@tenants.command("list")
def list_tenants() -> None:
    """The municipalities served."""
    for each in run(_all_tenants()):
        typer.echo(f"{each.id}\t{each.name}\t{each.language}")


async def _all_tenants() -> tuple[Tenant, ...]:
    async with open_memory(read_own_settings()) as memory:
        return await memory.tenants.all()
