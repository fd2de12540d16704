"""A decision is sent to the units it names: each once, and what became of it is known.

What is sent is owed in the transaction that records that it was sent; what becomes of it comes
back by `settled`, in the transaction in which the outbox marks it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from goals.actor import Actor, Role
from goals.decided import decided_of
from goals.event import Event, Value
from goals.matter import Matter, MatterState
from goals.matter_steps import append, matter_at, move
from goals.note import GATHERED, NOTICE, AddressKind, Ending, Note, NoteButton, Outcome
from goals.notice import CARRIES_NOTICE, Delivery, DeliveryState, Notice, Occasion, Purpose
from goals.ports import Ledger, OpenLedger
from goals.proposal import ProposalState, Step
from goals.steps import taken
from goals.unit import AddressState, Unit, UnitAddress, unit_called, unit_key

_S = MatterState
SHOW_EXPEDITION = "show-expedition"
"""What the button of a note about an expedition asks for."""
_TOLD_BY = frozenset({AddressKind.PERSON, AddressKind.CHANNEL})
"""The kinds of address whose messages can be changed in their place."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A unit that is to get the decision, and where it would go."""

    unit: str
    """As the decision names it."""
    addresses: tuple[UnitAddress, ...]
    """That can be used, the first one first; none is a unit that cannot be reached."""


def planned(recipients: Sequence[str], units: Sequence[Unit]) -> tuple[Planned, ...]:
    """The decided recipients, each once, with their units' addresses."""
    found: dict[str, Planned] = {}
    for name in recipients:
        if (key := unit_key(name)) not in found:
            unit = unit_called(name, units)
            found[key] = Planned(name, unit.usable if unit else ())
    return tuple(found.values())


async def expedite(
    body: str,
    year: int,
    *,
    execution: Collection[str],
    actor: Actor,
    new_id: Callable[[], str],
    open_ledger: OpenLedger,
    now: datetime,
) -> tuple[Notice, ...]:
    """Owe the announced decision to its recipients, and record that it is sent.

    `execution` names the units that get it för verkställighet; the others get it för kännedom.
    What is sent says until when it can be appealed against, which is known from the notice on the
    board on. Raises MeetingNotAllowedError, NoOpenMatterError or MatterStateError.
    """
    async with open_ledger(actor.tenant, now=now) as ledger:
        matter = await matter_at(ledger, body, year, actor, frozenset({_S.ANNOUNCED}))
        for proposal in await ledger.proposals(body, year):
            if proposal.state is ProposalState.ADJUSTED:
                await taken(
                    ledger, proposal, Step.EXPEDITE, actor=actor, role=Role.SECRETARY, now=now
                )
        notices = []
        for each in planned(matter.recipients, await ledger.units()):
            purpose = Purpose.EXECUTION if each.unit in execution else Purpose.INFORMATION
            notice = Notice(new_id(), body, year, each.unit, purpose, now, actor.object_id)
            if each.addresses:
                notice = await _owe(ledger, notice, Occasion.FIRST, each.addresses[0], now)
            else:
                await ledger.keep_notice(notice)
            notices.append(notice)
        data: dict[str, Value] = {
            "units": len(notices),
            "execution": "\n".join(n.unit for n in notices if n.purpose is Purpose.EXECUTION),
            "information": "\n".join(n.unit for n in notices if n.purpose is Purpose.INFORMATION),
            "unreachable": "\n".join(n.unit for n in notices if not n.deliveries),
        }
        await move(ledger, matter, _S.EXPEDITED, "expedite", actor, now, data)
    return tuple(notices)


async def send_again(
    body: str, year: int, *, actor: Actor, open_ledger: OpenLedger, now: datetime
) -> tuple[Notice, ...]:
    """Owe once more what has failed, to units that can be reached now; those it was owed to.

    Raises MeetingNotAllowedError, NoOpenMatterError or MatterStateError.
    """
    async with open_ledger(actor.tenant, now=now) as ledger:
        matter = await matter_at(ledger, body, year, actor, frozenset({_S.EXPEDITED, _S.FINAL}))
        units = await ledger.units()
        sent = []
        for notice in await ledger.notices(body, year):
            unit = unit_called(notice.unit, units)
            failed = notice.state is DeliveryState.FAILED and not notice.is_rehearsal
            if failed and unit is not None and unit.usable:
                sent.append(await _owe(ledger, notice, Occasion.AGAIN, unit.usable[0], now))
        if sent:
            data: dict[str, Value] = {"units": "\n".join(each.unit for each in sent)}
            await append(ledger, matter, matter.state, "send_again", actor, now, data)
    return tuple(sent)


async def rehearse(
    body: str,
    year: int,
    *,
    actor: Actor,
    new_id: Callable[[], str],
    open_ledger: OpenLedger,
    now: datetime,
) -> tuple[Notice, ...]:
    """Owe what every unit would get to the asker alone, marked as a rehearsal.

    Raises MeetingNotAllowedError, NoOpenMatterError or MatterStateError.
    """
    async with open_ledger(actor.tenant, now=now) as ledger:
        states = frozenset({_S.ANNOUNCED, _S.EXPEDITED})
        matter = await matter_at(ledger, body, year, actor, states)
        sent = []
        for each in planned(matter.recipients, await ledger.units()):
            notice = Notice(
                new_id(), body, year, each.unit, Purpose.INFORMATION, now, actor.object_id,
                is_rehearsal=True,
            )  # fmt: skip
            sent.append(
                await _enter(
                    ledger,
                    notice,
                    Delivery(
                        "", "", Occasion.REHEARSAL, AddressKind.PERSON, actor.object_id, "", now
                    ),
                )
            )
    return tuple(sent)


async def settled(ledger: Ledger, delivery_id: str, outcome: Outcome, now: datetime) -> None:
    """Record what became of a delivery; where it was given up, owe the unit's next address.

    Where none is left, the body's secretaries are told. Told twice it changes nothing.
    """
    notice = await ledger.notice_of(delivery_id)
    delivery = notice.delivery(delivery_id) if notice else None
    if notice is None or delivery is None or delivery.state is not DeliveryState.PENDING:
        return
    arrived = outcome.ending is Ending.DELIVERED
    ended = replace(
        delivery,
        state=DeliveryState.DELIVERED if arrived else DeliveryState.FAILED,
        message_id=outcome.message_id or delivery.edits,
        attempts=outcome.attempts,
        ending=outcome.ending,
        reason=outcome.reason,
        settled_at=now,
    )
    notice = _with(notice, ended)
    await ledger.keep_notice(notice)
    if not notice.is_rehearsal:
        await _record_end(ledger, notice, ended, now)
    if arrived:
        if delivery.occasion in CARRIES_NOTICE and delivery.revision != notice.revision:
            await change_cards(ledger, notice, now)  # it was on its way while it was corrected
        return
    if outcome.ending is Ending.GONE and delivery.edits is None:  # else only the card is gone
        await _mark_gone(ledger, ended)
    if delivery.occasion in CARRIES_NOTICE:
        await _try_next(ledger, notice, now)
    elif delivery.occasion is Occasion.CORRECTION:
        await tell_secretaries(ledger, notice, "note-correction-failed")


async def change_cards(ledger: Ledger, notice: Notice, now: datetime) -> Notice:
    """Owe every message of the notice that is there the content that it has now, in its place."""
    waiting = {each.edits for each in notice.deliveries if each.state is DeliveryState.PENDING} - {
        None
    }
    for each in notice.deliveries:
        is_message = each.state is DeliveryState.DELIVERED and each.edits is None
        if is_message and each.kind in _TOLD_BY and each.message_id not in waiting:
            change = replace(
                each,
                occasion=Occasion.CHANGE,
                edits=each.message_id,
                owed_at=now,
                state=DeliveryState.PENDING,
                message_id=None,
                attempts=0,
                ending=None,
                reason=None,
                settled_at=None,
            )
            notice = await _enter(ledger, notice, change)
    return notice


async def tell_correction(ledger: Ledger, matter: Matter, now: datetime) -> None:
    """Owe every unit that was told: its card changed in its place, and a message that says so.

    So it is when a slip was corrected, and when a court has annulled the decision. What is still
    on its way goes out as it reads now, and needs no message.
    """
    for notice in await ledger.notices(matter.body, matter.year):
        if notice.is_rehearsal:
            continue
        corrected = replace(notice, revision=notice.revision + 1, reminders=0)
        await ledger.keep_notice(corrected)
        arrived = [each for each in notice.carrying if each.state is DeliveryState.DELIVERED]
        if arrived:
            corrected = await change_cards(ledger, corrected, now)
            last = arrived[-1]
            await _enter(
                ledger,
                corrected,
                Delivery(
                    "", "", Occasion.CORRECTION, last.kind, last.to, last.label, now, last.address
                ),
            )


async def owe_next(
    ledger: Ledger, notice: Notice, occasion: Occasion, now: datetime
) -> Notice | None:
    """Owe the notice to the unit's next address; None where every one has been tried."""
    unit = unit_called(notice.unit, await ledger.units())
    tried = {each.address for each in notice.carrying}
    left = [each for each in (unit.usable if unit else ()) if each.id not in tried]
    return await _owe(ledger, notice, occasion, left[0], now) if left else None


async def remind_at(ledger: Ledger, notice: Notice, told: Delivery, now: datetime) -> Notice:
    """Owe a reminder to where the notice arrived."""
    reminder = Delivery(
        "", "", Occasion.REMINDER, told.kind, told.to, told.label, now, told.address
    )
    return await _enter(ledger, notice, reminder)


async def tell_secretaries(ledger: Ledger, notice: Notice, kind: str) -> None:
    """Tell the body's secretaries of a unit that was not reached, or that does not answer."""
    for secretary in await ledger.holders(notice.body, {Role.SECRETARY}):
        await ledger.owe(
            Note(
                secretary,
                kind,
                {"unit": notice.unit},
                notice.body,
                notice.year,
                NoteButton(
                    "button-expedition",
                    SHOW_EXPEDITION,
                    {"body": notice.body, "year": str(notice.year)},
                ),
                f"expedition {notice.body} {notice.year}",
                GATHERED,
            )
        )


async def _try_next(ledger: Ledger, notice: Notice, now: datetime) -> None:
    if await owe_next(ledger, notice, Occasion.OTHER_ADDRESS, now):
        return
    if notice.state is DeliveryState.FAILED:
        await tell_secretaries(ledger, notice, "note-notice-failed")


async def _owe(
    ledger: Ledger, notice: Notice, occasion: Occasion, address: UnitAddress, now: datetime
) -> Notice:
    return await _enter(
        ledger,
        notice,
        Delivery("", "", occasion, address.kind, address.value, address.label, now, address.id),
    )


async def _enter(ledger: Ledger, notice: Notice, delivery: Delivery) -> Notice:
    """The notice with one more delivery, which is owed."""
    delivery = replace(
        delivery,
        id=f"{notice.id}-{len(notice.deliveries) + 1}",
        notice=notice.id,
        revision=notice.revision,
    )
    notice = replace(notice, deliveries=(*notice.deliveries, delivery))
    await ledger.keep_notice(notice)
    await ledger.owe(
        Note(
            delivery.to,
            NOTICE,
            body=notice.body,
            year=notice.year,
            address_kind=delivery.kind,
            delivery=delivery.id,
        )
    )
    return notice


def _with(notice: Notice, delivery: Delivery) -> Notice:
    return replace(
        notice,
        deliveries=tuple(
            delivery if each.id == delivery.id else each for each in notice.deliveries
        ),
    )


async def _mark_gone(ledger: Ledger, delivery: Delivery) -> None:
    address = await ledger.address(delivery.address) if delivery.address else None
    if address is not None and address.state is AddressState.CONFIRMED:
        await ledger.keep_address(replace(address, state=AddressState.GONE, reason=delivery.reason))


async def _record_end(ledger: Ledger, notice: Notice, delivery: Delivery, now: datetime) -> None:
    """What became of it is a part of the matter, with the digest of what was sent."""
    if delivery.occasion is Occasion.CHANGE:
        return
    record = await ledger.record()
    matter = record.matter(notice.body, notice.year)
    events = await ledger.events(notice.body, notice.year)
    decided = decided_of(record, events, notice.body, notice.year)
    data: dict[str, Value] = {
        "notice": notice.id,
        "unit": notice.unit,
        "occasion": delivery.occasion.value,
        "kind": delivery.kind.value,
        "to": delivery.label or delivery.to,
        "ending": delivery.ending.value if delivery.ending else None,
        "reason": delivery.reason,
        "message": delivery.message_id,
        "attempts": delivery.attempts,
        "content": decided.digest if decided else None,
    }
    await ledger.append(
        Event(
            at=now,
            what="deliver",
            by=None,
            role=None,
            body=notice.body,
            year=notice.year,
            state=matter.state.value if matter else None,
            data=data,
        )
    )
