"""role grant|revoke|list."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

import typer

from bot.app import utc_now
from bot.commands.terminal import (
    TenantOption,
    opened,
    run,
    said,
    unknown_body,
)
from goals.actor import Grant, Person, Role
from storage.people import grant_role, revoke_role

roles = typer.Typer(help="Who may do what.", no_args_is_help=True)
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
    changed = run(_change_role(person, Grant(role, body), tenant, give=True))
    typer.echo(said("cli-role-granted" if changed else "cli-role-unchanged"))


@roles.command("revoke")
def revoke(
    person: PersonOption, role: RoleOption, body: BodyOption = None, tenant: TenantOption = None
) -> None:
    """Take a role back."""
    changed = run(_change_role(person, Grant(role, body), tenant, give=False))
    typer.echo(said("cli-role-revoked" if changed else "cli-role-unchanged"))


async def _change_role(person: str, changed: Grant, tenant: str | None, *, give: bool) -> bool:
    async with opened(tenant, with_example=False) as (memory, chosen):
        if changed.body is not None:
            record = await memory.reader.record(chosen)
            body = record.body_called(changed.body)
            if body is None:
                raise unknown_body(changed.body.upper(), record)
            changed = replace(changed, body=body.code)
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
def list_roles(
    person: Annotated[
        str | None, typer.Option("--person", help="Entra object id; none for everybody.")
    ] = None,
    tenant: TenantOption = None,
) -> None:
    """A person's roles, or those of everybody: role, body, and then object id and name."""
    for each in run(_people(tenant)):
        if person is not None and each.object_id != person.lower():
            continue
        whose = () if person is not None else (each.object_id, each.name or "")
        for grant in sorted(each.grants, key=lambda one: (one.role.value, one.body or "")):
            typer.echo("\t".join((grant.role.value, grant.body or "*", *whose)).rstrip("\t"))


async def _people(tenant: str | None) -> tuple[Person, ...]:
    async with opened(tenant, with_example=False) as (memory, chosen):
        return await memory.dialogs.people(chosen)
