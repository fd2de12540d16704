"""Whatever happens on the way, every unit's notice is in exactly one place, and nobody gets two."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count as counting

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goals.actor import Actor, Grant, Role
from goals.calendar import working_days_after
from goals.errors import MatterStateError, MeetingNotAllowedError
from goals.expediting import expedite, planned, send_again, settled, tell_correction
from goals.matter import MatterState
from goals.note import AddressKind, Ending, NoteState, Outcome
from goals.notice import DeliveryState, Notice, count
from goals.reaching import confirm_address
from goals.receiving import acknowledge
from goals.reminding import remind
from goals.unit import AddressState, Unit, UnitAddress
from tests.builders import body, matter, plan
from tests.fakes import FakeMemory

TENANT = "tenant"
NOW = datetime(2026, 2, 2, 12, tzinfo=UTC)
SECRETARY = Actor(TENANT, "sara", frozenset({Grant(Role.SECRETARY, "KS")}))
UNITS = ("IT-enhet", "Kanslienhet", "Ekonomienhet")
LEASE = timedelta(minutes=1)
_OPEN = {NoteState.OWED, NoteState.POSTPONED, NoteState.CLAIMED, NoteState.SENDING}


def address(unit: str, place: int) -> UnitAddress:
    kind = (AddressKind.CHANNEL, AddressKind.EMAIL, AddressKind.PERSON)[place - 1]
    return UnitAddress(
        f"{unit} {place}", unit, kind, f"{unit} {place}", unit, place, AddressState.CONFIRMED
    )


class Office:
    """A matter that is announced, its units, and what becomes of what is owed to them."""

    def __init__(self) -> None:
        self.memory = FakeMemory(TENANT)
        self.memory.outbox.settled = settled
        self.memory.give_role(TENANT, "sara", Role.SECRETARY, "KS")
        self.now = NOW
        self.ids = counting(1)

    async def begin(self, recipients: tuple[str, ...], addresses: int) -> None:
        async with self.memory.open_ledger(TENANT, now=self.now) as ledger:
            await ledger.add_body(body())
            await ledger.add_plan(plan(2026, ["Ett"]))
            await ledger.add_matter(
                matter(2026, recipients=recipients, state=MatterState.ANNOUNCED)
            )
            for unit in await ledger.units():
                for place in range(1, addresses + 1):
                    await ledger.keep_address(address(unit.name, place))

    async def expedite(self) -> tuple[Notice, ...]:
        return await expedite(
            "KS",
            2026,
            execution={"IT-enhet"},
            actor=SECRETARY,
            new_id=lambda: f"n{next(self.ids)}",
            open_ledger=self.memory.open_ledger,
            now=self.now,
        )

    async def notices(self) -> tuple[Notice, ...]:
        async with self.memory.register(TENANT) as register:
            return await register.notices("KS", 2026)

    async def pay(self, ending: Ending | None) -> None:
        """One round of the outbox; without an ending everything is put off."""
        outbox = self.memory.outbox
        claimed = await outbox.claim(now=self.now, lease=LEASE, most=2)
        for each in await outbox.begin_sending(claimed, now=self.now, lease=LEASE):
            if ending is None:
                await outbox.postpone([each], until=self.now + LEASE, reason="429")
            elif ending is Ending.DELIVERED:
                await outbox.delivered([each], delivery_id=f"1:{each.id}", now=self.now)
            else:
                await outbox.give_up([each], ending=ending, reason="403", now=self.now)

    async def correct(self, _: None) -> None:
        """A slip is corrected."""
        async with self.memory.open_ledger(TENANT, now=self.now) as ledger:
            found = (await ledger.record()).matter("KS", 2026)
            assert found is not None
            await tell_correction(ledger, found, self.now)

    async def remind(self, days: int) -> None:
        """Days pass, and whoever does not answer is reminded."""
        self.now += timedelta(days=days)
        await remind(TENANT, after=2, open_ledger=self.memory.open_ledger, now=self.now)

    async def again(self, _: None) -> None:
        """**Skicka igen**."""
        ledger = self.memory.open_ledger
        await send_again("KS", 2026, actor=SECRETARY, open_ledger=ledger, now=self.now)

    async def receive(self, place: int) -> None:
        """**Mottaget**, by one of the units that was told."""
        notices = await self.notices()
        notice = notices[place % len(notices)]
        if notice.deliveries:
            to = notice.deliveries[0].to
            await acknowledge(
                notice.id,
                notice.revision,
                actor=Actor(TENANT, to),
                name="Ulla",
                conversation=to,
                open_ledger=self.memory.open_ledger,
                now=self.now,
            )

    async def confirm(self, place: int) -> None:
        """An address that was lost is there again."""
        found = f"{UNITS[place]} 1"
        async with self.memory.register(TENANT) as register:
            if await register.address(found) is None:
                return
        ledger = self.memory.open_ledger
        await confirm_address(TENANT, found, by=None, open_ledger=ledger, now=self.now)


_ACTIONS = st.one_of(
    st.tuples(st.just("pay"), st.sampled_from([*Ending, None])),
    st.tuples(st.just("correct"), st.none()),
    st.tuples(st.just("remind"), st.integers(1, 5)),
    st.tuples(st.just("again"), st.none()),
    st.tuples(st.just("receive"), st.integers(0, 2)),
    st.tuples(st.just("confirm"), st.integers(0, 2)),
)


async def _check(office: Office, recipients: tuple[str, ...]) -> None:
    notices = await office.notices()
    counted = count(notices)
    assert counted.intended == len(planned(recipients, [])) == len({n.unit for n in notices})
    assert counted.intended == counted.delivered + counted.pending + counted.failed
    owed = Counter(
        each.claimed.note.delivery for each in office.memory.outbox.all if each.state in _OPEN
    )
    for notice in notices:
        pending = [d.id for d in notice.deliveries if d.state is DeliveryState.PENDING]
        assert [owed[each] for each in pending] == [1] * len(pending)
        first = [d for d in notice.carrying if d.occasion.value == "first"]
        assert len(first) <= 1
        arrived = Counter(d.address for d in notice.carrying if d.state is DeliveryState.DELIVERED)
        assert all(times == 1 for times in arrived.values()), arrived
        ended = [d for d in notice.deliveries if d.state is not DeliveryState.PENDING]
        assert all(d.ending is not None and d.settled_at for d in ended)


@settings(max_examples=60, deadline=None)
@given(
    recipients=st.lists(st.sampled_from([*UNITS, "IT-enheten"]), min_size=1, max_size=4),
    addresses=st.integers(0, 3),
    actions=st.lists(_ACTIONS, max_size=14),
)
def test_intended_is_delivered_and_pending_and_failed_whatever_happens(
    recipients: list[str], addresses: int, actions: list[tuple[str, object]]
) -> None:
    async def play() -> None:
        office = Office()
        named = tuple(dict.fromkeys(recipients))
        await office.begin(named, addresses)
        await office.expedite()
        await _check(office, named)
        for action, value in actions:
            await getattr(office, action)(value)
            await _check(office, named)

    asyncio.run(play())


async def test_two_presses_at_once_send_once() -> None:
    office = Office()
    await office.begin(UNITS, 1)
    told = await asyncio.gather(office.expedite(), office.expedite(), return_exceptions=True)
    assert [type(each) for each in told if isinstance(each, Exception)] == [MatterStateError]
    assert len([each for each in office.memory.outbox.notes if each.delivery]) == len(UNITS)


@pytest.mark.parametrize(
    "state", [each for each in MatterState if each is not MatterState.ANNOUNCED]
)
async def test_only_an_announced_decision_is_sent(state: MatterState) -> None:
    office = Office()
    await office.begin(UNITS, 1)
    async with office.memory.open_ledger(TENANT, now=NOW) as ledger:
        found = (await ledger.record()).matter("KS", 2026)
        assert found is not None
        await ledger.add_matter(replace(found, state=state, version=2))
    with pytest.raises(MatterStateError):
        await office.expedite()
    assert not office.memory.outbox.notes


@pytest.mark.parametrize("role", [each for each in Role if each is not Role.SECRETARY])
async def test_only_the_bodys_secretary_sends(role: Role) -> None:
    office = Office()
    await office.begin(UNITS, 1)
    with pytest.raises(MeetingNotAllowedError):
        await expedite(
            "KS",
            2026,
            execution=(),
            actor=Actor(TENANT, "x", frozenset({Grant(role, "KS"), Grant(Role.SECRETARY, "BUN")})),
            new_id=lambda: "n",
            open_ledger=office.memory.open_ledger,
            now=NOW,
        )


def test_a_unit_that_is_named_twice_gets_it_once() -> None:
    found = planned(("Kanslienhet", "Kanslienheten", "IT-enhet"), [Unit("IT-enhet")])
    assert [each.unit for each in found] == ["Kanslienhet", "IT-enhet"]


async def test_each_unit_gets_it_for_what_it_was_chosen_for() -> None:
    office = Office()
    await office.begin(UNITS, 1)
    purposes = {each.unit: each.purpose.value for each in await office.expedite()}
    assert purposes == {
        "IT-enhet": "execution",
        "Kanslienhet": "information",
        "Ekonomienhet": "information",
    }


async def test_the_end_of_a_delivery_that_nobody_knows_changes_nothing() -> None:
    office = Office()
    await office.begin(UNITS, 1)
    await office.expedite()
    before = await office.notices()
    async with office.memory.open_ledger(TENANT, now=NOW) as ledger:
        await settled(ledger, "nobody-1", Outcome(Ending.DELIVERED, 1, "1:1"), NOW)
    assert await office.notices() == before


def test_working_days_pass_by_weekends_and_holidays() -> None:
    maundy_thursday = datetime(2026, 4, 2, tzinfo=UTC).date()
    assert working_days_after(maundy_thursday, 1).isoformat() == "2026-04-07"
