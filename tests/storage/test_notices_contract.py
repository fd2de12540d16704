"""What the rules may rely on of units and notices, whatever it is that remembers."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from goals.expediting import settled
from goals.note import AddressKind, Ending, Note, Outcome
from goals.notice import (
    Acknowledgement,
    Delivery,
    DeliveryState,
    Freeze,
    Notice,
    Occasion,
    Purpose,
)
from goals.unit import AddressState, Channel, Unit, UnitAddress
from tests.builders import body, matter, plan
from tests.storage.conftest import Memory
from tests.storage.examples import EXEMPELBY, GRANVIKA, NOW, ODD_TEXTS

LEASE = timedelta(minutes=1)


def address(unit: str, number: int, **changed: object) -> UnitAddress:
    """A confirmed channel of a unit."""
    made = UnitAddress(
        f"{unit}-{number}",
        unit,
        AddressKind.CHANNEL,
        f"19:{unit}",
        "".join(ODD_TEXTS),
        number,
        AddressState.CONFIRMED,
        "it",
        "it",
    )
    return replace(made, **changed)  # type: ignore[arg-type]


def notice(name: str, *deliveries: Delivery) -> Notice:
    """What the unit called IT-enhet is told."""
    return Notice(name, "KS", 2026, "IT-enhet", Purpose.EXECUTION, NOW, "sara", deliveries)


def delivery(name: str, of: str, **changed: object) -> Delivery:
    """A first delivery, pending."""
    made = Delivery(
        name, of, Occasion.FIRST, AddressKind.CHANNEL, "19:it", "IT", NOW, address="IT-enhet-1"
    )
    return replace(made, **changed)  # type: ignore[arg-type]


async def begin(memory: Memory, *notices: Notice, tenant: str = EXEMPELBY) -> None:
    """KS with a matter, whose recipient is IT-enhet."""
    async with memory.open_ledger(tenant, now=NOW) as ledger:
        await ledger.add_body(body())
        await ledger.add_plan(plan(2026, ["Ett"]))
        await ledger.add_matter(matter(2026, recipients=("IT-enhet",)))
        for each in notices:
            await ledger.keep_notice(each)


async def test_the_recipients_of_a_matter_are_units(memory: Memory) -> None:
    await begin(memory)
    async with memory.open_ledger(EXEMPELBY, now=NOW) as ledger:
        await ledger.add_unit("Ärendeenhet")
        await ledger.add_unit("Bibliotek")
    async with memory.register(EXEMPELBY) as register:
        assert await register.units() == (Unit("Bibliotek"), Unit("IT-enhet"), Unit("Ärendeenhet"))
    async with memory.register(GRANVIKA) as register:
        assert await register.units() == ()


async def test_addresses_are_kept_word_for_word_and_in_their_order(memory: Memory) -> None:
    await begin(memory)
    first, second = address("IT-enhet", 1), address("IT-enhet", 2, value="it@exempelby.invalid")
    async with memory.open_ledger(EXEMPELBY, now=NOW) as ledger:
        await ledger.keep_address(second)
        await ledger.keep_address(first)
    async with memory.register(EXEMPELBY) as register:
        assert (await register.units())[0].addresses == (first, second)
    async with memory.open_ledger(EXEMPELBY, now=NOW) as ledger:
        await ledger.keep_address(replace(first, place=3, reason="404"))
        await ledger.keep_address(replace(second, state=AddressState.REMOVED))
    async with memory.register(EXEMPELBY) as register:
        assert (await register.units())[0].addresses == (replace(first, place=3, reason="404"),)
        removed = await register.address("IT-enhet-2")
        assert removed is not None
        assert removed.state is AddressState.REMOVED
    async with memory.register(GRANVIKA) as register:
        assert await register.address("IT-enhet-1") is None


async def test_a_channel_is_known_by_its_team(memory: Memory) -> None:
    channel = Channel("19:it", "https://smba.invalid/", "28:bot", "team", "Allmänt", "IT")
    for each in (channel, replace(channel, name="Nytt namn")):
        async with memory.open_ledger(EXEMPELBY, now=NOW) as ledger:
            await ledger.keep_channel(each)
    async with memory.register(EXEMPELBY) as register:
        assert await register.channels("team") == (replace(channel, name="Nytt namn"),)
        assert await register.channels("other") == ()


async def test_a_notice_is_kept_with_all_its_deliveries(memory: Memory) -> None:
    owed = notice("n1", delivery("n1-1", "n1"), delivery("n1-2", "n1", edits="1:7"))
    await begin(memory, owed)
    async with memory.register(EXEMPELBY) as register:
        assert await register.notices("KS", 2026) == (owed,)
        assert await register.notices("KS", 2025) == ()
        assert await register.notice("n1") == owed
        assert await register.notice_of("n1-2") == owed
        assert await register.notice_of("n1-3") is None
    ended = replace(
        owed,
        deliveries=(
            delivery(
                "n1-1",
                "n1",
                state=DeliveryState.FAILED,
                attempts=3,
                ending=Ending.GONE,
                reason="".join(ODD_TEXTS),
                settled_at=NOW,
            ),
            delivery("n1-2", "n1", edits="1:7"),
            delivery("n1-3", "n1", message_id="1:8", state=DeliveryState.DELIVERED),
        ),
        revision=2,
        acknowledged=Acknowledgement(NOW, None, "".join(ODD_TEXTS), 2),
        reminders=1,
    )
    async with memory.open_ledger(EXEMPELBY, now=NOW) as ledger:
        await ledger.keep_notice(ended)
        assert await ledger.notice("n1") == ended
    async with memory.register(GRANVIKA) as register:
        assert await register.notice("n1") is None


async def test_unanswered_is_what_nobody_has_received_as_it_reads_now(memory: Memory) -> None:
    received = Acknowledgement(NOW, "ulla", "", 1)
    await begin(
        memory,
        notice("a"),
        replace(notice("b"), acknowledged=received),
        replace(notice("c"), acknowledged=received, revision=2),
        replace(notice("d"), is_rehearsal=True),
    )
    async with memory.register(EXEMPELBY) as register:
        assert [each.id for each in await register.unanswered()] == ["a", "c"]


async def test_followers_follow_once_until_they_stop(memory: Memory) -> None:
    await begin(memory)
    for person in ("bo", "anna", "bo"):
        async with memory.open_ledger(EXEMPELBY, now=NOW) as ledger:
            await ledger.follow("KS", person)
    async with memory.register(EXEMPELBY) as register:
        assert await register.followers("KS") == ("anna", "bo")
        assert await register.followers("BUN") == ()
    async with memory.open_ledger(EXEMPELBY, now=NOW) as ledger:
        await ledger.unfollow("KS", "bo")
        await ledger.unfollow("KS", "cia")
        assert await ledger.followers("KS") == ("anna",)


async def test_the_sending_is_stopped_and_goes_on(memory: Memory) -> None:
    freeze = Freeze("".join(ODD_TEXTS), "sara", NOW)
    async with memory.open_ledger(EXEMPELBY, now=NOW) as ledger:
        assert await ledger.freeze() is None
        await ledger.set_freeze(freeze)
    async with memory.register(EXEMPELBY) as register:
        assert await register.freeze() == freeze
    async with memory.register(GRANVIKA) as register:
        assert await register.freeze() is None
    async with memory.open_ledger(EXEMPELBY, now=NOW) as ledger:
        await ledger.set_freeze(replace(freeze, reason="igen"))
        await ledger.set_freeze(None)
        assert await ledger.freeze() is None


@pytest.mark.parametrize("ending", list(Ending))
async def test_the_end_of_a_delivery_is_recorded_with_its_note(
    memory: Memory, ending: Ending
) -> None:
    await begin(memory, notice("n1", delivery("n1-1", "n1")))
    async with memory.open_ledger(EXEMPELBY, now=NOW) as ledger:
        await ledger.keep_address(address("IT-enhet", 1))
        await ledger.keep_address(address("IT-enhet", 2, value="19:other"))
        outcome = Outcome(ending, 2, "1:1" if ending is Ending.DELIVERED else None, "because")
        for _ in range(2):
            await settled(ledger, "n1-1", outcome, NOW)
    async with memory.register(EXEMPELBY) as register:
        told = await register.notice("n1")
        events = [each for each in await register.events("KS", 2026) if each.what == "deliver"]
        (unit,) = await register.units()
    assert told is not None
    assert [each.data["ending"] for each in events] == [ending.value]
    owed = [each.note for each in await memory.outbox.claim(now=NOW, lease=LEASE, most=9)]
    if ending is Ending.DELIVERED:
        assert told.state is DeliveryState.DELIVERED
        assert owed == []
    else:
        assert told.state is DeliveryState.PENDING
        assert [(each.to, each.delivery) for each in owed] == [("19:other", "n1-2")]
        assert isinstance(owed[0], Note)
    assert [each.id for each in unit.usable] == (
        ["IT-enhet-2"] if ending is Ending.GONE else ["IT-enhet-1", "IT-enhet-2"]
    )
