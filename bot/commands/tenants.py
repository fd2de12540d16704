"""tenant add|change|show|list, and what it has of its own: holiday, template."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated

import typer

from bot.app import Memory, open_memory, utc_now
from bot.commands.tenant_own import own_days, templates
from bot.commands.terminal import (
    MISUSED,
    finding_lines,
    opened,
    read_own_settings,
    refuse,
    run,
    said,
)
from bot.tenant_state import tenant_state
from dialogs.health import Finding
from goals.actor import Grant, Role
from goals.serving import read_directory_id, read_municipality_name
from storage.paper_template import paper_template
from storage.people import grant_role
from storage.tenants import Tenant

tenants = typer.Typer(help="The municipalities served.", no_args_is_help=True)

tenants.add_typer(own_days, name="holiday")
tenants.add_typer(templates, name="template")


class Language(StrEnum):
    """What the bot speaks to a municipality, unless a person chooses otherwise."""

    SWEDISH = "sv"
    ENGLISH = "en"


IdArgument = Annotated[str, typer.Argument(metavar="ID", help="The municipality's Entra tenant.")]


@tenants.command("add")
def add_tenant(
    tenant: IdArgument,
    name: Annotated[str, typer.Option("--name", help="As people call the municipality.")],
    language: Annotated[Language, typer.Option("--language")] = Language.SWEDISH,
    admins: Annotated[
        list[str] | None,
        typer.Option("--admin", metavar="OBJECT_ID", help="Entra object id; may be repeated."),
    ] = None,
) -> None:
    """Serve a municipality, and make somebody its administrator."""
    sentences, findings = run(_add(tenant, name, language, admins or []))
    typer.echo("\n".join(sentences))
    typer.echo(finding_lines(findings))


async def _add(
    tenant: str, name: str, language: Language, admins: Sequence[str]
) -> tuple[list[str], Sequence[Finding]]:
    given = Tenant(read_directory_id(tenant), read_municipality_name(name), language.value)
    people = [read_directory_id(each) for each in admins]
    async with open_memory(read_own_settings()) as memory:
        added = await memory.tenants.add(given, now=utc_now())
        served = await memory.tenants.served(given.id)
        key = "cli-tenant-added" if added else "cli-tenant-known"
        sentences = [said(key, name=served.name)]
        for person in people:
            granted = await grant_role(
                memory.database,
                tenant=given.id,
                object_id=person,
                grant=Grant(Role.ADMIN),
                by=None,
                now=utc_now(),
            )
            key = "cli-tenant-admin" if granted else "cli-tenant-admin-known"
            sentences.append(said(key, person=person))
        return sentences, await _state(memory, served)


@tenants.command("change")
def change_tenant(
    tenant: IdArgument,
    name: Annotated[str | None, typer.Option("--name")] = None,
    language: Annotated[Language | None, typer.Option("--language")] = None,
) -> None:
    """Give a municipality another name or language."""
    if name is None and language is None:
        raise refuse(said("cli-tenant-change-what"), MISUSED)
    changed = run(_change(tenant, name, language))
    typer.echo(said("cli-tenant-changed" if changed else "cli-tenant-unchanged"))


async def _change(tenant: str, name: str | None, language: Language | None) -> bool:
    called = read_municipality_name(name) if name is not None else None
    async with opened(tenant, with_example=False) as (memory, chosen):
        return await memory.tenants.change(chosen, name=called, language=language)


@tenants.command("show")
def show_tenant(
    tenant: Annotated[
        str | None, typer.Argument(metavar="ID", help="Not needed where one is served.")
    ] = None,
) -> None:
    """What a municipality has been given, and what it still lacks."""
    typer.echo(finding_lines(run(_show(tenant))))


async def _show(tenant: str | None) -> Sequence[Finding]:
    async with opened(tenant, with_example=False) as (memory, chosen):
        return await _state(memory, await memory.tenants.served(chosen))


async def _state(memory: Memory, tenant: Tenant) -> Sequence[Finding]:
    template = await paper_template(memory.database, tenant.id)
    return await tenant_state(
        tenant, template.name if template else None, reader=memory.reader, memory=memory.dialogs
    )


@tenants.command("list")
def list_tenants() -> None:
    """Id, name and language, a municipality a line."""
    for each in run(_all_tenants()):
        typer.echo(f"{each.id}\t{each.name}\t{each.language}")


async def _all_tenants() -> tuple[Tenant, ...]:
    async with open_memory(read_own_settings()) as memory:
        return await memory.tenants.all()
