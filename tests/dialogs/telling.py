"""Units that are told of a decision: a round with addresses, and an outbox that is paid by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from dialogs.notice import NoticeWriter
from dialogs.outgoing import Card, HeldBack, Letter, Outgoing
from dialogs.tell_person import tell
from dialogs.turn import Reply
from goals.expediting import settled
from goals.note import AddressKind, Ending, Note
from goals.unit import AddressState, UnitAddress
from tests.card_checks import check
from tests.dialogs.round import SECRETARY, TENANT, Round
from tests.dialogs.test_adjusting import announced, day_of

LEASE = timedelta(minutes=1)


@dataclass(frozen=True)
class Arrived:
    """One thing that went out."""

    note: Note
    reply: Reply | None
    letter: Letter | None
    edits: str | None
    message_id: str


@dataclass
class Post:
    """Pays what a round owes; addresses in `dead` do not take anything."""

    round: Round
    dead: dict[str, Ending] = field(default_factory=dict)
    arrived: list[Arrived] = field(default_factory=list)
    """What is about notices; other notes are paid too, and not told of."""

    def __post_init__(self) -> None:
        self.round.memory.outbox.settled = settled
        self.round.memory.roles.setdefault(TENANT, {})

    async def pay(self) -> list[Arrived]:
        """Send everything that is due, until nothing more is; what arrived now."""
        before = len(self.arrived)
        while await self._pay_once():
            pass
        return self.arrived[before:]

    async def _pay_once(self) -> bool:
        outbox, now = self.round.memory.outbox, self.round.now
        claimed = await outbox.claim(now=now, lease=LEASE, most=100)
        held = 0
        for each in await outbox.begin_sending(claimed, now=now, lease=LEASE):
            ending = self.dead.get(each.note.to)
            outgoing = await self._words(each.note, each.tenant, each)
            if isinstance(outgoing, HeldBack):
                held += 1
                await outbox.postpone([each], until=now + LEASE, reason=outgoing.reason)
            elif ending is not None:
                await outbox.give_up([each], ending=ending, reason="403 Nej", now=now)
            else:
                arrived = self._arrive(each.note, outgoing)
                await outbox.delivered([each], delivery_id=arrived.message_id, now=now)
        return len(claimed) > held

    async def _words(self, note: Note, tenant: str, claimed: object) -> Outgoing:
        if note.delivery is None:
            return Card(tell([note], "sv"))
        memory = self.round.memory
        writer = NoticeWriter(memory, memory, lambda: self.round.now, _link)
        return await writer.compose(claimed, "sv")  # type: ignore[arg-type]

    def _arrive(self, note: Note, outgoing: Outgoing) -> Arrived:
        message_id = f"1:{len(self.arrived) + 1}"
        if isinstance(outgoing, Card):
            assert check(outgoing.reply.card) == []
            assert note.address_kind is not AddressKind.EMAIL
            arrived = Arrived(
                note, outgoing.reply, None, outgoing.edits, outgoing.edits or message_id
            )
        else:
            assert isinstance(outgoing, Letter)
            assert note.address_kind is AddressKind.EMAIL
            arrived = Arrived(note, None, outgoing, None, message_id)
        if note.delivery or note.kind.startswith("note-notice"):
            self.arrived.append(arrived)
        return arrived


async def _link(tenant: str, notice: object, address: str) -> str:
    return f"https://exempel.invalid/mottaget/{tenant}/{address}"


async def add_address(
    round_: Round,
    unit: str,
    value: str,
    kind: AddressKind = AddressKind.CHANNEL,
    *,
    place: int = 1,
    state: AddressState = AddressState.CONFIRMED,
) -> None:
    """Let a unit be reached there."""
    async with round_.memory.open_ledger(TENANT, now=round_.now) as ledger:
        if unit not in {each.name for each in await ledger.units()}:
            await ledger.add_unit(unit)
        await ledger.keep_address(
            UnitAddress(f"{unit} {value}", unit, kind, value, value, place, state)
        )


async def about_to_send(units: Sequence[str] = ("Kansliet",)) -> Post:
    """Announced; each of the units is reached in a channel of its own."""
    round_ = await announced()
    for unit in units:
        await add_address(round_, unit, f"19:{unit}")
    return Post(round_)


async def sent(units: Sequence[str] = ("Kansliet",)) -> Post:
    """Sent, and arrived."""
    post = await about_to_send(units)
    round_ = post.round
    sure = await round_.press(await day_of(round_), "Expediera", SECRETARY)
    await round_.press(sure, "Expediera nu", SECRETARY)
    await post.pay()
    return post
