"""What whoever pays the outbox may rely on, whatever it is that remembers."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest

from goals.note import (
    GATHERED,
    IN_TEAMS,
    AddressKind,
    ClaimedNote,
    Ending,
    Note,
    NoteButton,
    Outcome,
)
from goals.ports import Ledger
from goals.record import Record
from tests.storage.conftest import Memory
from tests.storage.examples import EXEMPELBY, GRANVIKA, NOW, ODD_TEXTS

LEASE = timedelta(minutes=1)
LATER = NOW + timedelta(hours=1)


async def owe(memory: Memory, *notes: Note, tenant: str = EXEMPELBY, now: datetime = NOW) -> None:
    """Owe these."""
    async with memory.open_ledger(tenant, now=now) as ledger:
        for note in notes:
            await ledger.owe(note)


async def claim(memory: Memory, now: datetime = NOW, *, most: int = 100) -> tuple[ClaimedNote, ...]:
    """Take up what is due."""
    return await memory.outbox.claim(now=now, lease=LEASE, most=most)


def told(notes: Sequence[ClaimedNote]) -> list[tuple[str, str]]:
    """To whom, and what."""
    return sorted((each.note.to, each.note.kind) for each in notes)


async def test_a_note_is_remembered_word_for_word(memory: Memory) -> None:
    note = Note(
        "anna", "note-x", {"text": "".join(ODD_TEXTS), "count": 3}, "KS", 2026,
        NoteButton("button-x", "open-x", {"id": "7"}), "batch", delivery="d-1",
    )  # fmt: skip
    await owe(memory, note, Note("bo", "note-y"))
    claimed = await claim(memory)
    assert [each.note for each in claimed] == [note, Note("bo", "note-y")]
    assert {(each.tenant, each.attempts) for each in claimed} == {(EXEMPELBY, 0)}


async def test_nothing_is_owed_by_a_ledger_that_failed(memory: Memory) -> None:
    async def fail() -> None:
        async with memory.open_ledger(EXEMPELBY, now=NOW) as ledger:
            await ledger.owe(Note("anna", "note-x"))
            raise LookupError

    with pytest.raises(LookupError):
        await fail()
    assert await memory.outbox.next_due() is None
    assert await claim(memory) == ()


async def test_owing_a_note_is_no_new_revision_of_the_record(memory: Memory) -> None:
    await owe(memory, Note("anna", "note-x"))
    assert await memory.reader.record(EXEMPELBY) == Record(EXEMPELBY, 0)


async def test_a_note_waits_until_it_is_due(memory: Memory) -> None:
    await owe(memory, Note("anna", "note-x", wait=GATHERED))
    assert await memory.outbox.next_due() == NOW + GATHERED
    assert await claim(memory, NOW + GATHERED - timedelta(seconds=1)) == ()
    assert len(await claim(memory, NOW + GATHERED)) == 1


async def test_when_the_first_of_a_batch_is_due_the_others_go_with_it(memory: Memory) -> None:
    await owe(memory, Note("anna", "first", batch="b", wait=GATHERED))
    await owe(
        memory,
        Note("anna", "second", batch="b", wait=GATHERED),
        Note("anna", "of another batch", batch="c", wait=GATHERED),
        Note("bo", "to another", batch="b", wait=GATHERED),
        now=NOW + timedelta(minutes=1),
    )
    claimed = await claim(memory, NOW + GATHERED)
    assert told(claimed) == [("anna", "first"), ("anna", "second")]


async def test_what_is_due_to_one_person_is_taken_up_together(memory: Memory) -> None:
    for number in range(6):
        await owe(memory, Note("anna" if number % 2 else "bo", f"{number}"))
    assert told(await claim(memory, most=1)) == [("bo", each) for each in "024"]
    assert told(await claim(memory, most=1)) == [("anna", each) for each in "135"]


async def test_people_of_the_same_id_in_two_tenants_are_two(memory: Memory) -> None:
    await owe(memory, Note("anna", "x"))
    await owe(memory, Note("anna", "y"), tenant=GRANVIKA, now=NOW + timedelta(seconds=1))
    (first,) = await claim(memory, NOW + LEASE / 2, most=1)
    assert first.tenant == EXEMPELBY


async def test_what_is_taken_up_is_nobody_elses_until_the_lease_lapses(memory: Memory) -> None:
    await owe(memory, Note("anna", "x"))
    (mine,) = await claim(memory)
    assert await claim(memory) == ()
    assert await memory.outbox.next_due() == NOW + LEASE
    (theirs,) = await claim(memory, NOW + LEASE)
    assert (theirs.id, theirs.note) == (mine.id, mine.note)
    assert theirs.claim != mine.claim


async def test_who_comes_too_late_neither_sends_nor_says_what_became_of_it(
    memory: Memory,
) -> None:
    await owe(memory, Note("anna", "x"))
    late = await claim(memory)
    now = NOW + LEASE
    ours = await claim(memory, now)
    assert await memory.outbox.begin_sending(late, now=now, lease=LEASE) == ()
    await memory.outbox.delivered(late, delivery_id="1:a", now=now)
    await memory.outbox.give_up(late, ending=Ending.GONE, reason="late", now=now)
    (sending,) = await memory.outbox.begin_sending(ours, now=now, lease=LEASE)
    assert sending.attempts == 1
    assert await memory.outbox.next_due() == now + LEASE


async def test_a_note_whose_process_died_while_sending_goes_out_again(memory: Memory) -> None:
    await owe(memory, Note("anna", "x"))
    await memory.outbox.begin_sending(await claim(memory), now=NOW, lease=LEASE)
    (again,) = await claim(memory, NOW + LEASE)
    assert again.attempts == 1


async def test_a_note_that_was_delivered_or_given_up_is_never_due_again(memory: Memory) -> None:
    await owe(memory, Note("anna", "x"), Note("bo", "y"))
    notes = await memory.outbox.begin_sending(await claim(memory), now=NOW, lease=LEASE)
    await memory.outbox.delivered(notes[:1], delivery_id="1:said", now=NOW)
    await memory.outbox.give_up(notes[1:], ending=Ending.GONE, reason="403", now=NOW)
    assert await memory.outbox.next_due() is None
    assert await claim(memory, LATER) == ()


async def test_a_note_that_was_postponed_is_due_then(memory: Memory) -> None:
    await owe(memory, Note("anna", "x"))
    notes = await memory.outbox.begin_sending(await claim(memory), now=NOW, lease=LEASE)
    await memory.outbox.postpone(notes, until=LATER, reason="429")
    assert await memory.outbox.next_due() == LATER
    assert await claim(memory, LATER - timedelta(seconds=1)) == ()
    assert len(await claim(memory, LATER)) == 1


async def test_many_who_pay_at_once_take_up_each_note_once(memory: Memory) -> None:
    await owe(memory, *(Note(f"person-{number % 20}", f"{number}") for number in range(60)))
    claims = await asyncio.gather(*(claim(memory, most=5) for _ in range(12)))
    ids = [each.id for notes in claims for each in notes]
    rest = [each.id for each in await claim(memory)]
    assert sorted(ids + rest) == sorted(set(ids + rest))
    assert len(ids + rest) == 60


class Told:
    """A rule that keeps what it is told, and owes a note of its own."""

    def __init__(self, memory: Memory, *, fails: bool = False) -> None:
        self.outcomes: list[tuple[str, Outcome]] = []
        self._fails = fails
        memory.outbox.settled = self

    async def __call__(
        self, ledger: Ledger, delivery_id: str, outcome: Outcome, now: datetime
    ) -> None:
        self.outcomes.append((delivery_id, outcome))
        await ledger.owe(Note("secretary", f"note-{outcome.ending}"))
        if self._fails:
            raise LookupError


async def sending(memory: Memory, now: datetime = NOW) -> tuple[ClaimedNote, ...]:
    """Take up what is due, and begin to send it."""
    return await memory.outbox.begin_sending(await claim(memory, now), now=now, lease=LEASE)


async def test_that_a_delivery_ended_is_told_to_the_rules_once(memory: Memory) -> None:
    told_of = Told(memory)
    await owe(memory, Note("it", "x", delivery="d-1"), Note("bo", "y", delivery="d-2"))
    await owe(memory, Note("anna", "z"))
    it, bo, anna = await sending(memory)
    for _ in range(2):  # whoever comes too late says nothing
        await memory.outbox.delivered([it, anna], delivery_id="1:said", now=NOW)
        await memory.outbox.give_up([bo], ending=Ending.GONE, reason="403", now=NOW)
    assert told_of.outcomes == [
        ("d-1", Outcome(Ending.DELIVERED, 1, message_id="1:said")),
        ("d-2", Outcome(Ending.GONE, 1, reason="403")),
    ]
    assert told(await claim(memory)) == [
        ("secretary", "note-delivered"),
        ("secretary", "note-gone"),
    ]


async def test_a_delivery_whose_end_could_not_be_recorded_has_not_ended(memory: Memory) -> None:
    Told(memory, fails=True)
    await owe(memory, Note("it", "x", delivery="d-1"))
    notes = await sending(memory)
    with pytest.raises(LookupError):
        await memory.outbox.delivered(notes, delivery_id="1:said", now=NOW)
    assert told(await claim(memory, LATER)) == [("it", "x")]


async def test_a_delivery_that_is_postponed_has_not_ended(memory: Memory) -> None:
    told_of = Told(memory)
    await owe(memory, Note("it", "x", delivery="d-1"))
    await memory.outbox.postpone(await sending(memory), until=LATER, reason="429")
    assert told_of.outcomes == []


async def test_letters_and_what_is_busy_hold_up_nothing_else(memory: Memory) -> None:
    await owe(memory, Note("anna", "x"), Note("a@b.se", "y", address_kind=AddressKind.EMAIL))
    await owe(memory, Note("anna", "z"), tenant=GRANVIKA)
    outbox = memory.outbox
    claimed = await outbox.claim(now=NOW, lease=LEASE, most=9, busy={EXEMPELBY})
    assert told(claimed) == [("anna", "z")]
    claimed = await outbox.claim(now=NOW, lease=LEASE, most=9, kinds=IN_TEAMS)
    assert told(claimed) == [("anna", "x")]
    assert await outbox.next_due(IN_TEAMS) == NOW + LEASE
    assert await outbox.next_due() == NOW


async def test_a_part_that_arrived_is_remembered(memory: Memory) -> None:
    await owe(memory, Note("it", "x"))
    (note,) = await sending(memory)
    await memory.outbox.part_arrived(note, parts=2)
    await memory.outbox.postpone([note], until=LATER, reason="500")
    assert [each.parts for each in await claim(memory, LATER)] == [2]


async def test_what_was_held_back_was_no_attempt(memory: Memory) -> None:
    await owe(memory, Note("it", "x"))
    await memory.outbox.postpone(
        await sending(memory), until=LATER, reason="Frozen", is_attempt=False
    )
    assert [each.attempts for each in await claim(memory, LATER)] == [0]


async def test_a_clock_that_is_set_back_keeps_nothing_waiting(memory: Memory) -> None:
    await owe(memory, Note("anna", "owed"), Note("bo", "waits", wait=GATHERED))
    before = NOW - timedelta(days=1)
    assert await claim(memory, before) == ()
    assert await memory.outbox.heed_clock(now=before, lease=LEASE) == 2
    assert told(await claim(memory, before)) == [("anna", "owed"), ("bo", "waits")]


async def test_a_clock_that_is_set_back_frees_what_was_put_off_or_taken_up(
    memory: Memory,
) -> None:
    ahead = NOW + timedelta(days=1)
    await owe(memory, Note("anna", "put off"), Note("bo", "taken up"))
    anna, _ = await sending(memory, ahead)
    await memory.outbox.postpone([anna], until=ahead, reason="500")
    assert await memory.outbox.heed_clock(now=NOW, lease=LEASE) == 2
    assert told(await claim(memory)) == [("anna", "put off")]
    assert told(await claim(memory, NOW + LEASE)) == [("anna", "put off"), ("bo", "taken up")]


async def test_a_clock_that_goes_right_changes_nothing(memory: Memory) -> None:
    await owe(memory, Note("anna", "waits", wait=GATHERED), Note("bo", "x"), Note("cilla", "y"))
    bo, _ = await sending(memory)
    await memory.outbox.postpone([bo], until=LATER, reason="429")
    assert await memory.outbox.heed_clock(now=NOW, lease=LEASE) == 0
