"""Who is told of a proposal's steps, what, and when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from dialogs.registry import VERBS
from dialogs.tell_person import tell
from dialogs.texts import LANGUAGES
from goals.actor import Role
from goals.draft import Typed
from goals.errors import GoalsError
from goals.note import AT_ONCE, GATHERED, Note
from goals.proposal import NEXT, Proposal, ProposalState, Step
from goals.telling import LONGEST_REASON, MOST_RIVALS, NONE, TOLD, tell_of
from tests.card_checks import check
from tests.goals.test_proposing import (
    ANNA,
    BO,
    HANDLER,
    NOW,
    OTHER_TENANT,
    REWORD,
    SECRETARY,
    TENANT,
    Office,
    base_record,
    person,
)

ADD = Typed("add", "", "Bygg fler cykelvägar", "1", "Det behövs.", "")
OF_THE_FIRST = replace(REWORD, target="1", text="Utveckla hela kollektivtrafiken")


@pytest.fixture
async def office() -> Office:
    """KS with an officer and a secretary, and people of no concern."""
    made = Office()
    await made.fill(base_record())
    made.memory.give_role(TENANT, HANDLER.object_id, Role.OFFICER, "KS")
    made.memory.give_role(TENANT, SECRETARY.object_id, Role.SECRETARY)
    for role in (Role.OFFICIAL, Role.REGISTRAR, Role.ADMIN):
        made.memory.give_role(TENANT, f"en {role}", role, "KS")
    made.memory.give_role(TENANT, "bun", Role.OFFICER, "BUN")
    made.memory.give_role(OTHER_TENANT, "granne", Role.OFFICER, "KS")
    return made


def owed(office: Office, kind: str = "") -> list[Note]:
    """What people are told, of that kind, in order."""
    return [each for each in office.memory.outbox.notes if each.kind.startswith(kind)]


def to(notes: Sequence[Note]) -> list[str]:
    """Whom."""
    return [each.to for each in notes]


async def told(office: Office, step: Step, proposal: Proposal) -> list[Note]:
    """What is owed when somebody else takes this step."""
    before = len(owed(office))
    async with office.memory.open_ledger(TENANT, now=NOW) as ledger:
        await tell_of(step, proposal, actor=person("någon"), ledger=ledger)
    return owed(office)[before:]


class TestThePreparers:
    """The officers and the secretaries of the body."""

    async def test_get_what_is_submitted_gathered_by_matter(self, office: Office) -> None:
        await office.propose()
        await office.propose(BO, ADD)
        notes = owed(office, "note-submitted")
        assert sorted(to(notes)) == sorted([HANDLER.object_id, SECRETARY.object_id] * 2)
        assert {each.batch for each in notes} == {"matter KS 2025"}
        # The fake hands notes on as the outbox does: their wait is over then.
        assert await office.memory.outbox.next_due() == NOW + GATHERED
        assert await office.memory.outbox.claim(now=NOW, lease=GATHERED, most=9) == ()
        due = await office.memory.outbox.claim(now=NOW + GATHERED, lease=GATHERED, most=1)
        card = tell([each.note for each in due], "sv")
        assert card.summary == "2 nya förslag i ärendet KS 2025"
        assert "F-KS-2025-001, ändrad lydelse av delmål 2." in card.text
        assert "F-KS-2025-002, nytt delmål." in card.text
        assert [each["title"] for each in card.card["actions"]] == ["Förslag KS 2025"]

    async def test_are_told_of_completions_and_withdrawals_too(self, office: Office) -> None:
        proposal = await office.propose()
        await office.ask(proposal)
        completed = await office.propose(
            ANNA, replace(REWORD, motivation="Nu med skäl."), id="d1.2", completes=proposal.id
        )
        await office.take_back(completed)
        kinds = [each.kind for each in owed(office) if each.to == SECRETARY.object_id]
        assert kinds == ["note-submitted", "note-completed", "note-withdrawn"]
        notes = [each for each in owed(office) if each.to == SECRETARY.object_id]
        assert tell(notes, "sv").summary == "3 nyheter i ärendet KS 2025"

    async def test_are_not_told_what_they_did_themselves(self, office: Office) -> None:
        await office.propose(HANDLER)
        assert to(owed(office)) == [SECRETARY.object_id]

    async def test_see_in_the_note_that_another_one_is_on_the_same_sub_goal(
        self, office: Office
    ) -> None:
        first = await office.propose()
        await office.propose(BO)
        rivals = [each.arguments["rivals"] for each in owed(office, "note-submitted")]
        assert rivals == [NONE, NONE, first.number, first.number]

    async def test_are_told_nothing_of_what_was_refused(self, office: Office) -> None:
        draft = await office.keep(typed=replace(REWORD, text=""))
        with pytest.raises(Exception, match="text"):
            await office.send(draft)
        assert owed(office) == []

    async def test_are_told_once_of_what_is_pressed_twice(self, office: Office) -> None:
        draft = await office.keep()
        await office.send(draft)
        await office.send(draft)
        assert len(owed(office)) == 2


class TestTheAuthor:
    """At each step that somebody else takes."""

    async def test_is_asked_to_complete_at_once_with_the_reason_and_the_button(
        self, office: Office
    ) -> None:
        proposal = await office.propose()
        await office.ask(proposal, "Vad kostar det?")
        (note,) = owed(office, "note-completion-asked")
        assert (note.to, note.wait) == (ANNA.object_id, AT_ONCE)
        card = tell([note], "sv")
        assert card.text.splitlines() == [
            "Handläggaren ber dig komplettera ditt förslag F-KS-2025-001.",
            "Skäl för F-KS-2025-001: Vad kostar det?",
        ]
        (button,) = card.card["actions"]
        assert button["title"] == "Komplettera F-KS-2025-001"
        assert button["data"]["proposal"] == proposal.id

    async def test_reads_a_long_reason_where_it_is_answered(self, office: Office) -> None:
        proposal = await office.propose()
        await office.ask(proposal, "ö" * (LONGEST_REASON + 1))
        (note,) = owed(office, "note-completion-asked")
        assert "så ser du vad som behövs" in tell([note], "sv").text

    async def test_is_told_nothing_of_what_they_do_themselves(self, office: Office) -> None:
        proposal = await office.propose()
        await office.take_back(proposal)
        assert ANNA.object_id not in to(owed(office))

    async def test_is_told_of_preparation_agendas_and_all_from_justering(
        self, office: Office
    ) -> None:
        proposal = await office.propose()
        told_of = {
            step for step in Step if ANNA.object_id in to(await told(office, step, proposal))
        }
        meetings = {Step.RECORD_AU, Step.TABLE, Step.REMIT, Step.DECIDE}
        own = {Step.SUBMIT, Step.COMPLETE, Step.WITHDRAW}
        assert told_of == set(Step) - meetings - own

    @pytest.mark.parametrize("step", [Step.RECORD_AU, Step.TABLE, Step.REMIT, Step.DECIDE])
    async def test_and_nobody_else_either_is_told_what_a_meeting_came_to_before_justering(
        self, office: Office, step: Step
    ) -> None:
        assert await told(office, step, await office.propose()) == []


class TestTheRival:
    """The author of another open proposal on the same sub-goal."""

    async def test_is_told_that_there_is_one_and_not_what_it_says(self, office: Office) -> None:
        first = await office.propose()
        second = await office.propose(BO, replace(REWORD, text="Gör centrum tryggare nattetid"))
        (note,) = owed(office, "note-rival")
        assert note.to == ANNA.object_id
        assert note.arguments == {"number": second.number, "own": first.number}
        card = tell([note], "sv")
        assert (
            card.summary == f"{second.number} gäller samma delmål som ditt förslag {first.number}."
        )
        assert "nattetid" not in str(card.card)
        assert "nattetid" not in str(dict(note.arguments))

    async def test_is_not_told_of_another_sub_goal_or_of_a_new_one(self, office: Office) -> None:
        await office.propose()
        await office.propose(BO, OF_THE_FIRST)
        await office.propose(BO, ADD)
        assert owed(office, "note-rival") == []

    async def test_is_not_told_of_their_own_nor_once_theirs_is_closed(self, office: Office) -> None:
        first = await office.propose()
        second = await office.propose()
        for each in (first, second):
            await office.take_back(each)
        await office.propose(BO)
        assert owed(office, "note-rival") == []

    async def test_is_told_of_a_completion_that_moves_to_their_sub_goal_and_only_then(
        self, office: Office
    ) -> None:
        first, other = await office.propose(), await office.propose(BO, OF_THE_FIRST)
        await office.ask(other)
        moved = await office.propose(BO, REWORD, id=f"{other.id}.2", completes=other.id)
        (note,) = owed(office, "note-rival")
        assert note.arguments == {"number": moved.number, "own": first.number}
        await office.ask(moved)
        await office.propose(BO, REWORD, id=f"{other.id}.3", completes=other.id)
        assert len(owed(office, "note-rival")) == 1

    async def test_is_not_told_over_and_over_where_many_propose_on_one_sub_goal(
        self, office: Office
    ) -> None:
        for number in range(MOST_RIVALS + 3):
            await office.propose(person(f"nr {number}", Role.OFFICIAL))
        told_of = [each.arguments["number"] for each in owed(office, "note-rival")]
        assert len(told_of) == sum(range(MOST_RIVALS + 1))
        assert "F-KS-2025-006" in told_of
        assert "F-KS-2025-007" not in told_of


def test_of_every_step_it_is_said_who_is_told() -> None:
    assert set(TOLD) == set(Step)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_note_has_its_words_and_a_button_that_leads_somewhere(
    office: Office, language: str
) -> None:
    first = await office.propose(BO)
    rivals = [first]
    for state, step in NEXT:
        for typed in (REWORD, ADD, replace(REWORD, kind="remove"), replace(REWORD, kind="keep")):
            proposal = await office.propose(typed=typed)
            after = replace(proposal, state=state).after(step, at=NOW, reason="Skäl *här*.")
            before = len(owed(office))
            async with office.memory.open_ledger(TENANT, now=NOW) as ledger:
                await tell_of(step, after, actor=person("någon"), ledger=ledger, rivals=rivals)
            for notes in (owed(office)[before:], owed(office)[before:] * 2):
                if notes:
                    assert check(tell(notes, language).card) == []
            assert {each.button.verb for each in owed(office) if each.button} <= set(VERBS)


async def test_a_step_that_fails_is_told_to_nobody(office: Office) -> None:
    proposal = await office.propose()
    await office.put(proposal, ProposalState.ON_AU)
    before = len(owed(office))
    with pytest.raises(GoalsError):
        await office.take_back(proposal)
    with pytest.raises(GoalsError):
        await office.ask(proposal)
    assert len(owed(office)) == before
