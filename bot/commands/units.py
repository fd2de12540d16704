"""unit list|add|confirm|remove."""

from __future__ import annotations

from typing import Annotated
from uuid import uuid4

import typer

from bot.app import utc_now
from bot.commands.terminal import MISUSED, TenantOption, opened, refuse, run, said
from goals.note import AddressKind
from goals.reaching import (
    Place,
    add_address,
    add_unit,
    confirm_address,
    read_email,
    remove_address,
)
from goals.unit import Unit, UnitAddress, joined

units = typer.Typer(help="Who is sent decisions, and where they are reached.", no_args_is_help=True)
AddressArgument = Annotated[str, typer.Argument(metavar="ADDRESS", help="Its id in `unit list`.")]


@units.command("list")
def list_units(tenant: TenantOption = None) -> None:
    """Unit, state, kind, address and its id, an address a line; "-" for a unit without one."""
    for unit in run(_units(tenant)):
        if not unit.addresses:
            typer.echo(f"{unit.name}\t-")
        for each in unit.addresses:
            columns = (unit.name, each.state.value, each.kind.value, each.label, each.id)
            typer.echo("\t".join(columns))


async def _units(tenant: str | None) -> tuple[Unit, ...]:
    async with (
        opened(tenant, with_example=False) as (memory, chosen),
        memory.dialogs.register(chosen) as register,
    ):
        return joined(await register.units())


@units.command("add")
def add(
    unit: Annotated[str, typer.Argument(metavar="UNIT", help="As the decisions name it.")],
    email: Annotated[str | None, typer.Option("--email", help="Reached by e-mail.")] = None,
    person: Annotated[
        str | None, typer.Option("--person", help="Reached by a person: Entra object id.")
    ] = None,
    tenant: TenantOption = None,
) -> None:
    """Enter a unit, and where it is reached. A channel is registered in the channel itself."""
    if email is not None and person is not None:
        raise refuse(said("cli-unit-one-address"), MISUSED)
    added = run(_add(unit, email, person, tenant))
    typer.echo(said("cli-unit-added", unit=added))


async def _add(unit: str, email: str | None, person: str | None, tenant: str | None) -> str:
    place = None
    if email is not None:
        place = Place(AddressKind.EMAIL, read_email(email), read_email(email))
    elif person is not None:
        place = Place(AddressKind.PERSON, person.lower(), person.lower())
    async with opened(tenant, with_example=False) as (memory, chosen):
        ledger, now = memory.open_ledger, utc_now()
        if place is None:
            return (await add_unit(chosen, unit, open_ledger=ledger, now=now)).name
        added = await add_address(
            chosen, unit, place, by=None, new_id=_new_id, open_ledger=ledger, now=now
        )
        return added.unit


@units.command("confirm")
def confirm(address: AddressArgument, tenant: TenantOption = None) -> None:
    """Let an address be used that somebody has registered."""
    changed = run(_confirm(address, tenant))
    typer.echo(said("address-now-confirmed", unit=changed.unit, label=changed.label))


async def _confirm(address: str, tenant: str | None) -> UnitAddress:
    async with opened(tenant, with_example=False) as (memory, chosen):
        return await confirm_address(
            chosen, address, by=None, open_ledger=memory.open_ledger, now=utc_now()
        )


@units.command("remove")
def remove(address: AddressArgument, tenant: TenantOption = None) -> None:
    """Let nothing more go to an address."""
    changed = run(_remove(address, tenant))
    typer.echo(said("address-now-removed", unit=changed.unit, label=changed.label))


async def _remove(address: str, tenant: str | None) -> UnitAddress:
    async with opened(tenant, with_example=False) as (memory, chosen):
        return await remove_address(chosen, address, open_ledger=memory.open_ledger, now=utc_now())


def _new_id() -> str:
    return uuid4().hex
