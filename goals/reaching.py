"""Where units are reached: registered by who is there, confirmed by an administrator."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from goals.actor import Actor, Role
from goals.errors import (
    AddressUnknownError,
    EmailUnreadableError,
    UnitsNotAllowedError,
    UnitUnknownError,
)
from goals.note import AddressKind, Note, NoteButton
from goals.ports import Ledger, OpenLedger
from goals.unit import BETWEEN, AddressState, Channel, Unit, UnitAddress, unit_called

SHOW_UNITS = "show-units"
"""What the button of a note about an address asks for."""
LONGEST_EMAIL = 254
"""Characters: RFC 5321, 4.5.3.1.3 leaves so many."""
LONGEST_NAME = 120
_EMAIL = re.compile(
    r"[^\s@<>\"(),:;\\\[\]]{1,64}@[^\s@.<>\"(),:;\\\[\]]+(?:\.[^\s@.<>\"(),:;\\\[\]]+)+"
)
_LEFT = "removed"


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere that a unit is to be reached."""

    kind: AddressKind
    value: str
    label: str


def is_units_admin(actor: Actor) -> bool:
    """Whether the person decides how units are reached."""
    return any(grant.role is Role.ADMIN for grant in actor.grants)


def check_units_admin(actor: Actor) -> None:
    """Raises UnitsNotAllowedError for who does not."""
    if not is_units_admin(actor):
        raise UnitsNotAllowedError


def read_email(text: str) -> str:
    """An e-mail address as it is written; raises EmailUnreadableError for what is none."""
    written = text.strip().removeprefix("mailto:")
    if len(written) > LONGEST_EMAIL or not _EMAIL.fullmatch(written) or ".." in written:
        raise EmailUnreadableError
    return written


async def register_address(
    unit: str,
    place: Place,
    *,
    channel: Channel | None = None,
    actor: Actor,
    new_id: Callable[[], str],
    open_ledger: OpenLedger,
    now: datetime,
) -> UnitAddress:
    """Let a unit be reached there, once an administrator has confirmed it; at once if they did it.

    An address that is there already stays as it is; one that was lost waits again. Raises
    UnitUnknownError.
    """
    confirmed = is_units_admin(actor)
    async with open_ledger(actor.tenant, now=now) as ledger:
        found = await _unit(ledger, unit)
        if channel is not None:
            await ledger.keep_channel(channel)
        before, address = _entered(found, place, actor.object_id, new_id)
        if confirmed and address.state is AddressState.WAITING:
            address = replace(
                address, state=AddressState.CONFIRMED, confirmed_by=actor.object_id, reason=None
            )
        if address != before:
            await ledger.keep_address(address)
            if address.state is AddressState.WAITING:
                await _tell_admins(ledger, "note-address-waiting", address)
        return address


async def add_address(
    tenant: str,
    unit: str,
    place: Place,
    *,
    by: str | None,
    new_id: Callable[[], str],
    open_ledger: OpenLedger,
    now: datetime,
) -> UnitAddress:
    """An administrator (`by` None: the server's command line) says where a unit is reached.

    A unit that was not there is entered. Raises UnitUnknownError for a name that can be none.
    """
    name = " ".join(unit.split())
    async with open_ledger(tenant, now=now) as ledger:
        units = await ledger.units()
        found = unit_called(name, units)
        if found is None:
            _check_name(name, units)
            await ledger.add_unit(name)
            found = Unit(name)
        _, address = _entered(found, place, by, new_id)
        address = replace(address, state=AddressState.CONFIRMED, confirmed_by=by, reason=None)
        await ledger.keep_address(address)
        return address


async def add_unit(tenant: str, unit: str, *, open_ledger: OpenLedger, now: datetime) -> Unit:
    """Enter a unit; the one that is there where it is. Raises UnitUnknownError as above."""
    name = " ".join(unit.split())
    async with open_ledger(tenant, now=now) as ledger:
        units = await ledger.units()
        found = unit_called(name, units)
        if found is None:
            _check_name(name, units)
            await ledger.add_unit(name)
        return found or Unit(name)


async def confirm_address(
    tenant: str, address_id: str, *, by: str | None, open_ledger: OpenLedger, now: datetime
) -> UnitAddress:
    """Let an address be used; also one that was lost and is there again.

    Who registered it is told. Raises AddressUnknownError.
    """
    async with open_ledger(tenant, now=now) as ledger:
        address = await _address(ledger, address_id)
        if address.state is AddressState.CONFIRMED:
            return address
        confirmed = replace(address, state=AddressState.CONFIRMED, confirmed_by=by, reason=None)
        await ledger.keep_address(confirmed)
        if address.by not in {None, by}:
            await ledger.owe(
                Note(
                    address.by or "",
                    "note-address-confirmed",
                    {"unit": address.unit, "label": address.label},
                )
            )
        return confirmed


async def remove_address(
    tenant: str, address_id: str, *, open_ledger: OpenLedger, now: datetime
) -> UnitAddress:
    """Let an address not be used any more. Raises AddressUnknownError."""
    async with open_ledger(tenant, now=now) as ledger:
        address = await _address(ledger, address_id)
        removed = replace(address, state=AddressState.REMOVED)
        await ledger.keep_address(removed)
        return removed


async def put_first(
    tenant: str, address_id: str, *, open_ledger: OpenLedger, now: datetime
) -> UnitAddress:
    """Let an address be the first that is tried. Raises AddressUnknownError."""
    async with open_ledger(tenant, now=now) as ledger:
        address = await _address(ledger, address_id)
        unit = unit_called(address.unit, await ledger.units())
        addresses = unit.addresses if unit else ()
        others = [each for each in addresses if each.id != address_id]
        for number, each in enumerate((address, *others), start=1):
            if each.place != number:
                await ledger.keep_address(replace(each, place=number))
        return replace(address, place=1)


async def lose_addresses(
    tenant: str,
    *,
    kind: AddressKind,
    values: frozenset[str],
    team: str | None,
    open_ledger: OpenLedger,
    now: datetime,
) -> tuple[UnitAddress, ...]:
    """The bot was taken out of a channel, a team (`team`) or a person's chat: nobody is reached.

    Administrators are told. An address that is lost already stays as it is.
    """
    async with open_ledger(tenant, now=now) as ledger:
        if team is not None:
            values |= {each.conversation_id for each in await ledger.channels(team)}
        lost = []
        for unit in await ledger.units():
            for each in unit.addresses:
                if each.kind is kind and each.value in values and each.state in _IN_USE:
                    gone = replace(each, state=AddressState.GONE, reason=_LEFT)
                    await ledger.keep_address(gone)
                    await _tell_admins(ledger, "note-address-gone", gone)
                    lost.append(gone)
        return tuple(lost)


async def rename_channel(
    tenant: str, channel: str, name: str, *, open_ledger: OpenLedger, now: datetime
) -> tuple[UnitAddress, ...]:
    """A channel has another name in its team: the addresses in it are shown by that."""
    async with open_ledger(tenant, now=now) as ledger:
        changed = []
        for unit in await ledger.units():
            for each in unit.addresses:
                if each.kind is AddressKind.CHANNEL and each.value == channel:
                    team, sign, _ = each.label.rpartition(BETWEEN)
                    called = replace(each, label=f"{team}{sign}{name}")
                    await ledger.keep_address(called)
                    changed.append(called)
        return tuple(changed)


_IN_USE = frozenset({AddressState.WAITING, AddressState.CONFIRMED})


def _entered(
    unit: Unit, place: Place, by: str | None, new_id: Callable[[], str]
) -> tuple[UnitAddress | None, UnitAddress]:
    """What there is of the address, and what there is to be."""
    same = (place.kind, place.value.casefold())
    before = next((e for e in unit.addresses if (e.kind, e.value.casefold()) == same), None)
    if before is None:
        last = max((each.place for each in unit.addresses), default=0)
        return None, UnitAddress(
            new_id(),
            unit.name,
            place.kind,
            place.value,
            place.label,
            last + 1,
            AddressState.WAITING,
            by,
        )
    if before.state is AddressState.GONE:
        return before, replace(before, state=AddressState.WAITING, label=place.label, by=by)
    return before, replace(before, label=place.label)


async def _unit(ledger: Ledger, name: str) -> Unit:
    units = await ledger.units()
    found = unit_called(name, units)
    if found is None:
        raise UnitUnknownError(unit=name, units=_named(units))
    return found


async def _address(ledger: Ledger, address_id: str) -> UnitAddress:
    address = await ledger.address(address_id)
    if address is None or address.state is AddressState.REMOVED:
        raise AddressUnknownError
    return address


def _check_name(name: str, units: tuple[Unit, ...]) -> None:
    if not name or len(name) > LONGEST_NAME:
        raise UnitUnknownError(unit=name[:LONGEST_NAME] or "–", units=_named(units))


def _named(units: tuple[Unit, ...]) -> str:
    return ", ".join(each.name for each in units) or "–"


async def _tell_admins(ledger: Ledger, kind: str, address: UnitAddress) -> None:
    for person in await ledger.people():
        if any(grant.role is Role.ADMIN for grant in person.grants):
            await ledger.owe(
                Note(
                    person.object_id,
                    kind,
                    {"unit": address.unit, "label": address.label},
                    button=NoteButton("button-units", SHOW_UNITS),
                )
            )
