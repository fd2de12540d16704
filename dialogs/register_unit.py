"""Units say where they are reached; an administrator confirms it, and sees who cannot be."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

from dialogs.apologise import note, refusal, refuse
from dialogs.cards.units_card import (
    ADDRESS,
    EMAIL,
    START,
    UNIT,
    email_form,
    units_card,
)
from dialogs.desk import Desk
from dialogs.texts import say
from dialogs.turn import Place, Reply, Turn
from goals.errors import (
    EmailUnreadableError,
    GoalsError,
    NotInChannelError,
    UnitsNotAllowedError,
    UnitUnknownError,
)
from goals.note import AddressKind
from goals.reaching import Place as Reached
from goals.reaching import (
    add_address,
    check_units_admin,
    confirm_address,
    is_units_admin,
    put_first,
    read_email,
    register_address,
    remove_address,
)
from goals.unit import AddressState, Unit, UnitAddress, joined

_DIGITS = 6


async def register_unit(turn: Turn, desk: Desk) -> Reply:
    """The receipt for "registrera IT-enheten här": in a channel, or in one's own chat."""
    language = turn.language
    try:
        address = await register_address(
            turn.fields.get(UNIT, ""),
            await _here(turn, desk),
            channel=turn.channel,
            actor=turn.actor,
            new_id=desk.new_id,
            open_ledger=desk.memory.open_ledger,
            now=turn.now,
        )
    except GoalsError as error:
        return refuse(error, language)
    headline = say(
        language,
        f"registered-{address.state.value}",
        unit=address.unit,
        address=_said(address, language),
    )
    return note(language, headline)


async def _here(turn: Turn, desk: Desk) -> Reached:
    """Where the person is; raises NotInChannelError for a group chat."""
    if turn.place is Place.CHANNEL and turn.channel is not None:
        name = turn.channel.label or turn.fields.get(UNIT, "")
        return Reached(AddressKind.CHANNEL, turn.channel.conversation_id, name)
    if turn.place is Place.PERSONAL and turn.actor.object_id:
        people = await desk.memory.people(turn.actor.tenant)
        known = {each.object_id: each.name for each in people}
        name = turn.name or known.get(turn.actor.object_id) or turn.actor.object_id
        return Reached(AddressKind.PERSON, turn.actor.object_id, name)
    raise NotInChannelError


async def show_units(turn: Turn, desk: Desk) -> Reply:
    """Where each unit is reached, for administrators and the kansli."""
    return await _shown(turn, desk)


async def _shown(turn: Turn, desk: Desk, *news: str) -> Reply:
    try:
        _check_may_see(turn)
    except GoalsError as error:
        return refuse(error, turn.language)
    start = turn.fields.get(START, "")
    card = units_card(
        await _units(turn, desk),
        turn.language,
        start=int(start) if start.isdecimal() and len(start) < _DIGITS else 0,
        is_admin=is_units_admin(turn.actor),
        news=news,
    )
    return Reply.showing(card, turn.language, private=True)


def _check_may_see(turn: Turn) -> None:
    of_kansli = any(turn.actor.is_kansli(grant.body or "") for grant in turn.actor.grants)
    if not (of_kansli or is_units_admin(turn.actor)):
        raise UnitsNotAllowedError


async def _units(turn: Turn, desk: Desk) -> Sequence[Unit]:
    async with desk.memory.register(turn.actor.tenant) as register:
        return joined(await register.units())


async def confirm_unit_address(turn: Turn, desk: Desk) -> Reply:
    """**Bekräfta** an address that waits, or that is there again."""

    async def confirm() -> UnitAddress:
        return await confirm_address(
            turn.actor.tenant,
            turn.fields.get(ADDRESS, ""),
            by=turn.actor.object_id,
            open_ledger=desk.memory.open_ledger,
            now=turn.now,
        )

    return await _changed(turn, desk, confirm)


async def remove_unit_address(turn: Turn, desk: Desk) -> Reply:
    """**Ta bort** an address: nothing more goes there."""

    async def remove() -> UnitAddress:
        return await remove_address(
            turn.actor.tenant,
            turn.fields.get(ADDRESS, ""),
            open_ledger=desk.memory.open_ledger,
            now=turn.now,
        )

    return await _changed(turn, desk, remove)


async def put_address_first(turn: Turn, desk: Desk) -> Reply:
    """**Använd först**: the one that is tried before the others."""

    async def put() -> UnitAddress:
        return await put_first(
            turn.actor.tenant,
            turn.fields.get(ADDRESS, ""),
            open_ledger=desk.memory.open_ledger,
            now=turn.now,
        )

    return await _changed(turn, desk, put, key="address-put-first")


async def _changed(
    turn: Turn, desk: Desk, change: Callable[[], Awaitable[UnitAddress]], *, key: str = ""
) -> Reply:
    """The units after an administrator has changed an address."""
    language = turn.language
    try:
        check_units_admin(turn.actor)
        address = await change()
    except UnitsNotAllowedError as error:
        return refuse(error, language)
    except GoalsError as error:
        return await _shown(turn, desk, refusal(error, language))
    key = key or f"address-now-{address.state.value}"
    return await _shown(
        turn, desk, say(language, key, unit=address.unit, address=_said(address, language))
    )


async def open_unit_email(turn: Turn, desk: Desk) -> Reply:
    """**Lägg till e-post**: which unit, which address?"""
    try:
        check_units_admin(turn.actor)
    except GoalsError as error:
        return refuse(error, turn.language)
    return await _email_form(turn, desk)


async def _email_form(turn: Turn, desk: Desk, wrong: str = "") -> Reply:
    form = email_form(
        await _units(turn, desk),
        turn.language,
        unit=turn.fields.get(UNIT, ""),
        email=turn.fields.get(EMAIL, ""),
        wrong=wrong,
    )
    return Reply.showing(form, turn.language, private=True)


async def save_unit_email(turn: Turn, desk: Desk) -> Reply:
    """A unit is reached by e-mail; what is wrong stands in the form."""
    language = turn.language
    try:
        check_units_admin(turn.actor)
        email = read_email(turn.fields.get(EMAIL, ""))
        address = await add_address(
            turn.actor.tenant,
            turn.fields.get(UNIT, ""),
            Reached(AddressKind.EMAIL, email, email),
            by=turn.actor.object_id,
            new_id=desk.new_id,
            open_ledger=desk.memory.open_ledger,
            now=turn.now,
        )
    except (EmailUnreadableError, UnitUnknownError) as error:
        return await _email_form(turn, desk, refusal(error, language))
    except GoalsError as error:
        return refuse(error, language)
    key = f"address-now-{AddressState.CONFIRMED.value}"
    return await _shown(
        turn, desk, say(language, key, unit=address.unit, address=_said(address, language))
    )


def _said(address: UnitAddress, language: str) -> str:
    return say(language, f"address-{address.kind.value}", label=address.label)
