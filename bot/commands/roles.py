"""role grant|revoke|list."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

import typer

from bot.app import utc_now
from bot.commands.terminal import (
    MISUSED,
    TenantOption,
    opened,
    refuse,
    run,
    said,
)
from goals.actor import Grant, Role
from storage.people import current_grants, grant_role, revoke_role

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
            code = changed.body.upper()
            if record.body(code) is None:
                known = ", ".join(body.code for body in record.bodies) or "–"
                raise refuse(said("cli-unknown-body", body=code, bodies=known), MISUSED)
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
    for each in run(_roles_of(person, tenant)):
        typer.echo(f"{each.role.value}\t{each.body or '*'}")


async def _roles_of(person: str, tenant: str | None) -> list[Grant]:
    async with opened(tenant, with_example=False) as (memory, chosen):
        grants = await current_grants(memory.database, tenant=chosen, object_id=person.lower())
        return sorted(grants, key=lambda each: (each.role.value, each.body or ""))
