"""An import waits for its author: nothing is recorded before that person confirms it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from goals.actor import Actor, Grant, Role
from goals.correcting import NO_CORRECTIONS, DocumentField, fill_in, leave_out
from goals.differing import difference
from goals.document import GoalDocument
from goals.errors import (
    BodyUnknownError,
    ImportCancelledError,
    ImportGoneError,
    ImportingNotAllowedError,
    ImportRecordedError,
)
from goals.importing import record_document
from goals.pending import PendingImport, PendingState
from goals.reviewing import (
    KEPT_FOR,
    Review,
    begin_import,
    cancel_import,
    confirm_import,
    correct_import,
    open_import,
)
from tests.fakes import FakeMemory
from tests.goals.test_importing import TEXTS, paper

NOW = datetime(2025, 3, 1, 12, tzinfo=UTC)
SECRETARY = Actor("tenant", "anna", frozenset({Grant(Role.SECRETARY, "KS")}))
COLLEAGUE = Actor("tenant", "bo", frozenset({Grant(Role.SECRETARY, "KS")}))


@pytest.fixture
def memory() -> FakeMemory:
    return FakeMemory("tenant", "other")


async def begin(memory: FakeMemory, document: GoalDocument | None = None) -> PendingImport:
    return await begin_import(
        document or paper(*TEXTS),
        new_id="import-1",
        actor=SECRETARY,
        open_ledger=memory.open_ledger,
        now=NOW,
    )


async def seen(memory: FakeMemory, pending: PendingImport) -> str:
    """What the author's card carries."""
    record = await memory.record("tenant")
    return Review(pending, difference(pending.corrected, record)).seen


async def confirm(
    memory: FakeMemory, pending: PendingImport, *, actor: Actor = SECRETARY, now: datetime = NOW
) -> Review:
    return await confirm_import(
        pending.id,
        await seen(memory, pending),
        actor=actor,
        open_ledger=memory.open_ledger,
        now=now,
    )


async def test_nothing_is_recorded_before_it_is_confirmed(memory: FakeMemory) -> None:
    pending = await begin(memory)
    assert (await memory.record("tenant")).revision == 0
    review = await confirm(memory, pending)
    assert review.pending.state is PendingState.RECORDED
    assert [each.text for each in (await memory.record("tenant")).plans[0].subgoals] == TEXTS


async def test_a_second_press_records_nothing_and_says_so(memory: FakeMemory) -> None:
    pending = await begin(memory)
    await confirm(memory, pending)
    with pytest.raises(ImportRecordedError):
        await confirm(memory, pending)
    assert (await memory.record("tenant")).revision == 1


async def test_corrections_are_what_is_recorded(memory: FakeMemory) -> None:
    pending = await begin(memory)
    corrections = leave_out(pending.document, NO_CORRECTIONS, [2])
    pending = await correct_import(
        pending, corrections, actor=SECRETARY, open_ledger=memory.open_ledger, now=NOW
    )
    await confirm(memory, pending)
    listed = (await memory.record("tenant")).plans[0]
    assert [each.text for each in listed.subgoals] == [TEXTS[0], TEXTS[2]]


async def test_a_card_from_before_the_last_correction_confirms_nothing(memory: FakeMemory) -> None:
    pending = await begin(memory)
    old = await seen(memory, pending)
    corrections = leave_out(pending.document, NO_CORRECTIONS, [2])
    await correct_import(
        pending, corrections, actor=SECRETARY, open_ledger=memory.open_ledger, now=NOW
    )
    review = await confirm_import(
        pending.id, old, actor=SECRETARY, open_ledger=memory.open_ledger, now=NOW
    )
    assert review.pending.state is PendingState.OPEN
    assert (await memory.record("tenant")).revision == 0


async def test_when_the_record_has_changed_meanwhile_it_is_shown_again(memory: FakeMemory) -> None:
    pending = await begin(memory)
    old = await seen(memory, pending)
    await record_document(
        paper("Annat", name="annan.txt"),
        tenant="tenant",
        open_ledger=memory.open_ledger,
        now=NOW,
    )
    review = await confirm_import(
        pending.id, old, actor=SECRETARY, open_ledger=memory.open_ledger, now=NOW
    )
    assert review.pending.state is PendingState.OPEN
    assert (await memory.record("tenant")).revision == 1
    await confirm(memory, pending)
    assert (await memory.record("tenant")).revision == 2


async def test_another_person_does_not_see_it(memory: FakeMemory) -> None:
    pending = await begin(memory)
    with pytest.raises(ImportGoneError):
        await confirm(memory, pending, actor=COLLEAGUE)
    with pytest.raises(ImportGoneError):
        await open_import(pending.id, actor=COLLEAGUE, open_ledger=memory.open_ledger, now=NOW)
    stranger = replace(SECRETARY, tenant="other")
    with pytest.raises(ImportGoneError):
        await open_import(pending.id, actor=stranger, open_ledger=memory.open_ledger, now=NOW)


async def test_rights_are_looked_at_again_when_it_is_confirmed(memory: FakeMemory) -> None:
    pending = await begin(memory)
    with pytest.raises(ImportingNotAllowedError):
        await confirm(memory, pending, actor=replace(SECRETARY, grants=frozenset()))
    assert (await memory.record("tenant")).revision == 0


async def test_a_document_of_another_body_is_not_even_kept(memory: FakeMemory) -> None:
    with pytest.raises(ImportingNotAllowedError):
        await begin(memory, paper("Ett", body="Socialnämnden", body_code="SN"))


async def test_a_document_that_does_not_say_whose_it_is_waits_for_its_body(
    memory: FakeMemory,
) -> None:
    pending = await begin(memory, paper("Ett", body=None, body_code=None))
    with pytest.raises(BodyUnknownError):
        await confirm_import(
            pending.id, "", actor=SECRETARY, open_ledger=memory.open_ledger, now=NOW
        )
    fields = {DocumentField.BODY: "Socialnämnden", DocumentField.CODE: "SN"}
    foreign = fill_in(pending.document, NO_CORRECTIONS, fields)
    pending = await correct_import(
        pending, foreign, actor=SECRETARY, open_ledger=memory.open_ledger, now=NOW
    )
    with pytest.raises(ImportingNotAllowedError):
        await confirm(memory, pending)


async def test_it_waits_for_a_week(memory: FakeMemory) -> None:
    pending = await begin(memory)
    with pytest.raises(ImportGoneError):
        await confirm(memory, pending, now=NOW + KEPT_FOR)
    await confirm(memory, pending, now=NOW + KEPT_FOR - timedelta(seconds=1))


async def test_what_was_cancelled_cannot_be_confirmed(memory: FakeMemory) -> None:
    pending = await begin(memory)
    await cancel_import(pending.id, actor=SECRETARY, open_ledger=memory.open_ledger, now=NOW)
    with pytest.raises(ImportCancelledError):
        await confirm(memory, pending)
