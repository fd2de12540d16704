"""Who may propose what, what must be right, and how it is recorded."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import product
from typing import Any

import pytest

from goals.actor import Actor, Grant, Role
from goals.checking import check, rivals_of
from goals.draft import Base, Draft, Typed
from goals.drafting import draft_of, drop_draft, keep_draft, moved
from goals.errors import (
    CompletionNotAllowedError,
    DraftUnknownError,
    GoalsError,
    GoalUnknownError,
    KindUnknownError,
    ListChangedError,
    MatterClosedError,
    MistakesError,
    NoOpenMatterError,
    NoWordsError,
    PersonalNumberError,
    ProposalUnknownError,
    ProposingNotAllowedError,
    SameWordingError,
    StepForbiddenError,
    StepNotAllowedError,
    TargetUnknownError,
    TextMissingError,
    TextTooLongError,
    UnchangedWordingError,
    WindowClosedError,
    WindowNotOpenError,
)
from goals.event import Event
from goals.ground import Ground, ground, may_propose, may_read_register
from goals.matter import MatterState, Window
from goals.plan import PlanStatus
from goals.proposal import (
    CLOSED,
    MAY,
    NEXT,
    PROPOSERS,
    Proposal,
    ProposalKind,
    ProposalState,
    Step,
)
from goals.proposing import (
    Submitted,
    ask_completion,
    digest_of_version,
    proposing_role,
    submit,
    withdraw,
)
from goals.record import Record
from tests.builders import body, goal_set, matter, plan, record
from tests.fakes import FakeMemory

NOW = datetime(2025, 3, 1, 12, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)
TENANT, OTHER_TENANT = "exempelby", "granvika"
LIST = ("Utveckla kollektivtrafiken", "Öka tryggheten i centrum", "Förenkla för företag")
LISTED = Base(2024, 1)
REWORD = Typed("reword", "2", "Öka tryggheten i hela kommunen", "1", "Många är rädda.", "")


def person(name: str, *roles: Role, at: str | None = "KS", tenant: str = TENANT) -> Actor:
    """Somebody with these roles."""
    return Actor(tenant, name, frozenset(Grant(role, at) for role in roles))


ANNA = person("anna", Role.OFFICIAL)
BO = person("bo", Role.OFFICIAL)
HANDLER = person("handläggare", Role.OFFICER)
SECRETARY = person("sekreterare", Role.SECRETARY)
STAFF = person("vem som helst")


def base_record(**more: Any) -> Record:
    """KS has a list of 2024 and an open matter of 2025."""
    given: dict[str, Any] = {
        "bodies": (body(), body("BUN", "Barnnämnden")),
        "goal_sets": (goal_set(("Ett gott liv", "En god ekonomi")),),
        "plans": (plan(2024, LIST),),
        "matters": (matter(2025), matter(2025, of="BUN")),
    }
    return record(**(given | more))


@dataclass
class Office:
    """A memory, and the few things that are done with it over and over."""

    memory: FakeMemory = field(default_factory=lambda: FakeMemory(TENANT, OTHER_TENANT))
    ids: int = 0

    async def fill(self, filled: Record, *, tenant: str = TENANT) -> None:
        """Record all of this."""
        async with self.memory.open_ledger(tenant, now=NOW) as ledger:
            known = await ledger.record()
            for each in filled.bodies:
                if known.body(each.code) is None:
                    await ledger.add_body(each)
            for goals in filled.goal_sets:
                await ledger.add_goal_set(goals)
            for one in filled.plans:
                await ledger.add_plan(one)
            for errand in filled.matters:
                await ledger.add_matter(errand)

    async def keep(self, actor: Actor = ANNA, typed: Typed = REWORD, **more: Any) -> Draft:
        """Keep a draft."""
        self.ids += 1
        given: dict[str, Any] = {"id": f"d{self.ids}", "body": "KS", "year": 2025}
        draft = Draft(
            **(
                given
                | {"author": actor.object_id, "typed": typed, "base": LISTED}
                | {
                    "target_text": LIST[1],
                    "updated_at": NOW,
                }
                | more
            )
        )
        await keep_draft(draft, actor=actor, open_ledger=self.memory.open_ledger)
        return draft

    async def send(
        self,
        draft: Draft,
        actor: Actor = ANNA,
        *,
        seen: Base | None = LISTED,
        at: datetime = NOW,
    ) -> Submitted:
        """Submit it."""
        return await submit(
            draft.id, seen=seen, actor=actor, open_ledger=self.memory.open_ledger, now=at
        )

    async def propose(self, actor: Actor = ANNA, typed: Typed = REWORD, **more: Any) -> Proposal:
        """Keep and submit."""
        return (await self.send(await self.keep(actor, typed, **more), actor)).proposal

    async def take_back(self, proposal: Proposal, actor: Actor = ANNA) -> Proposal:
        """Withdraw it."""
        return await withdraw(
            proposal.id, actor=actor, open_ledger=self.memory.open_ledger, now=NOW
        )

    async def ask(
        self, proposal: Proposal, reason: str = "Vad kostar det?", actor: Actor = HANDLER
    ) -> Proposal:
        """Ask for completion."""
        return await ask_completion(
            proposal.id, reason, actor=actor, open_ledger=self.memory.open_ledger, now=NOW
        )

    async def put(self, proposal: Proposal, state: ProposalState, **data: str) -> Proposal:
        """Bring it into a state in which meetings put it."""
        event = Event(NOW, "test", "x", Role.SECRETARY, "KS", 2025, proposal.id, state.value, data)
        async with self.memory.open_ledger(TENANT, now=NOW) as ledger:
            await ledger.append(event)
        return await self.kept(proposal.id)

    async def kept(self, proposal_id: str, *, tenant: str = TENANT) -> Proposal:
        """The proposal as it is remembered."""
        async with self.memory.register(tenant) as register:
            found = await register.proposal(proposal_id)
        assert found is not None
        return found

    async def drafts(self, actor: Actor = ANNA) -> list[str]:
        """The ids of a person's drafts."""
        async with self.memory.register(TENANT) as register:
            return [each.id for each in await register.drafts_of(actor.object_id)]

    async def ground(self, actor: Actor = ANNA, **more: Any) -> Ground:
        """What KS's proposals are made on."""
        return ground(await self.memory.record(TENANT), "KS", 2025, actor=actor, now=NOW, **more)


@pytest.fixture
async def office() -> Office:
    """With KS's list of 2024 and its open matter of 2025."""
    made = Office()
    await made.fill(base_record())
    await made.fill(base_record(), tenant=OTHER_TENANT)
    return made


async def refused(refusal: type[GoalsError], doing: Awaitable[object]) -> dict[str, str | int]:
    """It is refused with just this; returns what it says."""
    with pytest.raises(GoalsError) as raised:
        await doing
    assert type(raised.value) is refusal
    return raised.value.arguments


async def mistakes(doing: Awaitable[object]) -> dict[str, type[GoalsError]]:
    """What is wrong in each field."""
    with pytest.raises(MistakesError) as raised:
        await doing
    return {name: type(mistake) for name, mistake in raised.value.mistakes.items()}


class TestWhoMay:
    """Roles in the body itself, and nothing else."""

    def test_officials_and_officers_of_the_body_propose(self) -> None:
        for role, at in product(Role, ("KS", None, "BUN")):
            actor = person("x", role, at=at)
            assert may_propose(actor, "KS") is (role in PROPOSERS and at != "BUN")

    def test_the_register_is_read_by_those_who_propose_prepare_and_record(self) -> None:
        readers = {role for role in Role if may_read_register(person("x", role), "KS")}
        assert readers == set(Role) - {Role.ADMIN}
        assert not may_read_register(STAFF, "KS")
        assert not may_read_register(person("x", *Role, at="BUN"), "KS")

    def test_the_role_that_is_recorded_is_one_that_the_person_has(self) -> None:
        assert proposing_role(ANNA, "KS") is Role.OFFICIAL
        assert proposing_role(HANDLER, "KS") is Role.OFFICER
        for actor in (STAFF, SECRETARY, person("x", Role.OFFICIAL, at="BUN")):
            with pytest.raises(StepNotAllowedError):
                proposing_role(actor, "KS")

    @pytest.mark.parametrize(
        "actor",
        [
            STAFF,
            SECRETARY,
            person("x", Role.ADMIN, Role.REGISTRAR),
            person("x", Role.OFFICIAL, at="BUN"),
        ],
    )
    async def test_nobody_else_proposes_and_their_draft_stays(
        self, office: Office, actor: Actor
    ) -> None:
        draft = await office.keep(actor)
        assert await refused(ProposingNotAllowedError, office.send(draft, actor)) == {"body": "KS"}
        assert await office.drafts(actor) == [draft.id]
        assert office.memory.events(TENANT) == ()

    async def test_the_role_was_revoked_while_they_typed(self, office: Office) -> None:
        draft = await office.keep(ANNA)
        await refused(ProposingNotAllowedError, office.send(draft, person("anna")))
        assert await office.drafts() == [draft.id]

    async def test_whoever_has_no_object_id_has_nothing(self, office: Office) -> None:
        nobody = Actor(TENANT, "", frozenset({Grant(Role.OFFICIAL)}))
        await refused(DraftUnknownError, office.keep(nobody))
        draft = replace(await office.keep(ANNA), id="utan", author="")
        async with office.memory.open_ledger(TENANT, now=NOW) as ledger:
            await ledger.keep_draft(draft)
        await refused(DraftUnknownError, office.send(draft, nobody))


class TestTheMatter:
    """A matter that takes proposals, and its list."""

    async def test_is_the_latest_open_one_where_no_year_is_said(self) -> None:
        filled = base_record(
            matters=(matter(2025), matter(2026), matter(2027, state=MatterState.DECIDED))
        )
        assert ground(filled, "KS", None, actor=ANNA, now=NOW).matter.year == 2026
        assert ground(filled, "KS", 2025, actor=ANNA, now=NOW).matter.year == 2025

    def test_takes_none_once_it_is_decided(self) -> None:
        filled = base_record(matters=(matter(2025, state=MatterState.DECIDED),))
        with pytest.raises(MatterClosedError) as refusal:
            ground(filled, "KS", 2025, actor=ANNA, now=NOW)
        assert refusal.value.arguments == {"body": "KS", "year": 2025}
        with pytest.raises(NoOpenMatterError):
            ground(filled, "KS", None, actor=ANNA, now=NOW)

    @pytest.mark.parametrize(
        ("of", "year"), [("KS", 2026), ("BUN", 2024), ("XX", 2025), ("XX", None)]
    )
    def test_must_be_there(self, of: str, year: int | None) -> None:
        everywhere = person("anna", Role.OFFICIAL, at=None)
        with pytest.raises(NoOpenMatterError):
            ground(base_record(), of, year, actor=everywhere, now=NOW)

    def test_takes_them_from_the_second_its_window_opens_until_the_second_it_closes(self) -> None:
        window = Window(NOW, NOW + timedelta(days=1))
        filled = base_record(matters=(replace(matter(2025), window=window),))

        def at(moment: datetime) -> Ground:
            return ground(filled, "KS", 2025, actor=ANNA, now=moment)

        with pytest.raises(WindowNotOpenError):
            at(window.opens - timedelta(microseconds=1))
        for moment in (window.opens, window.closes - timedelta(microseconds=1)):
            assert at(moment).matter.window == window
        for moment in (window.closes, window.closes + SECOND):
            with pytest.raises(WindowClosedError):
                at(moment)

    async def test_the_window_closed_while_they_typed(self, office: Office) -> None:
        closes = NOW + timedelta(minutes=5)
        await office.fill(
            record(
                bodies=(), matters=(replace(matter(2025), window=Window(NOW, closes), version=2),)
            )
        )
        draft = await office.keep()
        said = await refused(WindowClosedError, office.send(draft, at=closes))
        assert said == {"body": "KS", "year": 2025, "closes": closes.isoformat()}
        assert await office.drafts() == [draft.id]
        assert (await office.send(draft, at=closes - SECOND)).proposal.serial == 1

    def test_starts_from_the_chosen_list_else_its_own_proposed_one_else_the_latest_that_counts(
        self,
    ) -> None:
        plans = (plan(2023, ["a"]), plan(2024, ["b"]), plan(2026, ["c"]))
        own = plan(2025, ["d"], status=PlanStatus.PROPOSED)

        def starts_from(*lists: Any, based_on: int | None = None) -> int | None:
            filled = base_record(plans=lists, matters=(replace(matter(2025), based_on=based_on),))
            found = ground(filled, "KS", 2025, actor=ANNA, now=NOW).base
            return found.year if found else None

        assert starts_from(*plans) == 2024
        assert starts_from(*plans, own) == 2025
        assert starts_from(*plans, own, based_on=2023) == 2023
        assert starts_from() is None
        for hidden in (PlanStatus.ANNULLED, PlanStatus.DECIDED_NOT_ADJUSTED):
            lost = replace(plans[1], status=hidden)
            assert starts_from(plans[0], lost) == 2023
            assert starts_from(plans[0], lost, based_on=2024) == 2023
        for counts in (PlanStatus.SUPERSEDED, PlanStatus.APPEALABLE, PlanStatus.IN_FORCE):
            assert starts_from(replace(plans[0], status=counts)) == 2023

    def test_a_subgoal_is_named_by_its_number_and_by_its_code_only_where_no_number_is_meant(
        self,
    ) -> None:
        listed = plan(2024, LIST)
        coded = replace(
            listed,
            subgoals=tuple(
                replace(each, code=code)
                for each, code in zip(listed.subgoals, ("2", "A1", None), strict=True)
            ),
        )
        named = Ground(matter(2025), coded, None).subgoal
        assert [each.number for name in ("1", "2", " 3 ", "a1") if (each := named(name))] == [
            1,
            2,
            3,
            2,
        ]
        assert [named(name) for name in ("", " ", "0", "4", "02", "-1", "1.0", "²")] == [None] * 8


FORM: dict[str, tuple[Typed, dict[str, type[GoalsError]]]] = {
    "nothing at all": (Typed(), {"kind": KindUnknownError, "motivation": TextMissingError}),
    "a kind that there is not": (replace(REWORD, kind="delete"), {"kind": KindUnknownError}),
    "no sub-goal": (replace(REWORD, target=""), {"target": TargetUnknownError}),
    "a sub-goal that is not in the list": (
        replace(REWORD, target="4"),
        {"target": TargetUnknownError},
    ),
    "a forged sub-goal": (replace(REWORD, target="2 OR 1=1"), {"target": TargetUnknownError}),
    "a removed sub-goal that is not there": (
        Typed("remove", "9", "", "", "Därför"),
        {"target": TargetUnknownError},
    ),
    "no wording": (replace(REWORD, text=""), {"text": TextMissingError}),
    "a blank wording": (replace(REWORD, text=" \u200b\n\t"), {"text": TextMissingError}),
    "emoji only": (replace(REWORD, text="🎯🎯"), {"text": NoWordsError}),
    "the wording of today": (replace(REWORD, text=f" {LIST[1]} "), {"text": UnchangedWordingError}),
    "another's wording": (replace(REWORD, text=LIST[0].upper()), {"text": SameWordingError}),
    "a new one that is there": (
        replace(REWORD, kind="add", text=LIST[1]),
        {"text": SameWordingError},
    ),
    "5,000 characters": (replace(REWORD, text="ö" * 5_000), {"text": TextTooLongError}),
    "a personal number in the wording": (
        replace(REWORD, text="Hjälp 811218-9876"),
        {"text": PersonalNumberError},
    ),
    "a personal number, and no sub-goal": (
        replace(REWORD, text="Hjälp 811218-9876", target=""),
        {"text": PersonalNumberError, "target": TargetUnknownError},
    ),
    "a personal number in the motivation": (
        replace(REWORD, motivation="Som 19811218 9876 sade"),
        {"motivation": PersonalNumberError},
    ),
    "a personal number in the consequences": (
        replace(REWORD, consequences="Som 811218+9876 sade"),
        {"consequences": PersonalNumberError},
    ),
    "no motivation": (replace(REWORD, motivation="\n"), {"motivation": TextMissingError}),
    "a long motivation": (
        replace(REWORD, motivation="ö " * 2_001),
        {"motivation": TextTooLongError},
    ),
    "long consequences": (
        replace(REWORD, consequences="ö" * 4_001),
        {"consequences": TextTooLongError},
    ),
    "a goal that there is not": (replace(REWORD, goal="3"), {"goal": GoalUnknownError}),
    "everything wrong": (
        Typed("reword", "x", "", "x", "", "🎯"),
        {
            "target": TargetUnknownError,
            "text": TextMissingError,
            "goal": GoalUnknownError,
            "motivation": TextMissingError,
            "consequences": NoWordsError,
        },
    ),
}


class TestTheForm:
    """Errors stand beside the field; all of them at once."""

    @pytest.mark.parametrize("case", FORM)
    async def test_with_a_mistake_is_refused_and_the_draft_stays(
        self, office: Office, case: str
    ) -> None:
        typed, wrong = FORM[case]
        draft = await office.keep(ANNA, typed)
        assert await mistakes(office.send(draft)) == wrong
        with pytest.raises(MistakesError):
            check(typed, await office.ground())
        async with office.memory.register(TENANT) as register:
            assert (await register.draft(draft.id)) == draft
        assert office.memory.events(TENANT) == ()

    async def test_is_kept_exactly_as_its_kind_needs(self, office: Office) -> None:
        everything = Typed("", "2", "Bygg en bro", "2", "Därför.\r\n\r\nJa.", "Inga")
        found = await office.ground()
        kept = {
            kind: check(replace(everything, kind=kind.value), found).content
            for kind in ProposalKind
        }
        assert [kept[kind].kind for kind in ProposalKind] == list(ProposalKind)
        for kind, content in kept.items():
            assert (content.target is not None) is (kind is not ProposalKind.ADD)
            assert content.text == ("Bygg en bro" if kind.has_wording else None)
            assert (content.motivation, content.consequences) == ("Därför.\n\nJa.", "Inga")
            assert content.goal is not None
            assert (content.goal.number, content.goal.text) == (2, "En god ekonomi")
        target = kept[ProposalKind.KEEP].target
        assert target is not None
        assert (target.year, target.number, target.text, target.label) == (2024, 2, LIST[1], "2")

    @pytest.mark.parametrize(
        "text",
        [
            "<script>alert(1)</script> Öka",
            "**Öka** [tryggheten](javascript:x)",
            '=HYPERLINK("x") Öka',
            "Öka 👨‍👩‍👧‍👦 nu",
        ],
    )
    async def test_keeps_signs_that_mean_something_elsewhere_as_text(
        self, office: Office, text: str
    ) -> None:
        assert (await office.propose(typed=replace(REWORD, text=text))).content.text == text

    async def test_may_leave_out_the_goal_and_the_consequences(self, office: Office) -> None:
        content = check(
            replace(REWORD, goal=" ", consequences=" \u200b"), await office.ground()
        ).content
        assert (content.goal, content.consequences) == (None, None)

    async def test_without_a_list_can_only_be_for_something_new(self) -> None:
        empty = Ground(matter(2025), None, None)
        assert (
            check(Typed("add", "", "Bygg en bro", "", "Därför"), empty).content.text
            == "Bygg en bro"
        )
        with pytest.raises(MistakesError):
            check(replace(REWORD, goal=""), empty)

    async def test_gets_hints_and_lookalikes_that_stop_nobody(self, office: Office) -> None:
        typed = replace(REWORD, kind="add", text="Öka tryggheten i centrum m.m.")
        checked = check(typed, await office.ground())
        assert [hint.key for hint in checked.hints] == ["hint-abbreviation"]
        assert [each.number for each in checked.alike] == [2]
        assert (await office.propose(typed=typed)).content.text == "Öka tryggheten i centrum m.m."

    async def test_does_not_call_the_subgoal_that_it_rewords_a_lookalike(
        self, office: Office
    ) -> None:
        assert (
            check(replace(REWORD, text="Öka tryggheten i centrum!"), await office.ground()).alike
            == ()
        )


class TestSubmitting:
    """Version 1 is frozen, numbered in its series, and vouched for."""

    async def test_freezes_what_was_checked(self, office: Office) -> None:
        proposal = await office.propose(
            typed=replace(REWORD, text=" Öka\u200b  tryggheten i\nbyn ")
        )
        assert proposal == await office.kept("d1")
        assert proposal.number == "F-KS-2025-001"
        assert (proposal.state, proposal.author, proposal.role) == ("submitted", "anna", "official")
        assert [each.content.text for each in proposal.versions] == ["Öka tryggheten i byn"]
        assert (proposal.submitted_at, proposal.since) == (NOW, NOW)
        (event,) = office.memory.events(TENANT)
        assert (event.what, event.by, event.role, event.at) == ("submit", "anna", "official", NOW)
        assert (event.body, event.year, event.proposal, event.state) == (
            "KS",
            2025,
            "d1",
            "submitted",
        )
        assert event.data == {"version": 1, "content": digest_of_version(proposal)}
        assert await office.drafts() == []

    async def test_numbers_each_series_by_itself(self, office: Office) -> None:
        await office.fill(
            record(bodies=(), plans=(plan(2024, LIST, of="BUN"),), matters=(matter(2026),))
        )
        everywhere = person("anna", Role.OFFICIAL, at=None)
        numbers = [
            (await office.propose(everywhere, replace(REWORD, goal=""), **more)).number
            for more in ({}, {}, {"body": "BUN"}, {"year": 2026}, {})
        ]
        assert numbers == [
            "F-KS-2025-001",
            "F-KS-2025-002",
            "F-BUN-2025-001",
            "F-KS-2026-001",
            "F-KS-2025-003",
        ]
        there = person("anna", Role.OFFICIAL, tenant=OTHER_TENANT)
        assert (await office.propose(there)).serial == 1

    async def test_twice_is_told_and_recorded_once(self, office: Office) -> None:
        draft = await office.keep()
        first = await office.send(draft)
        again = await office.send(draft)
        assert (first.again, again.again) == (False, True)
        assert first.proposal == again.proposal
        assert len(office.memory.events(TENANT)) == 1

    async def test_twenty_times_at_once_gives_one_proposal(self, office: Office) -> None:
        draft = await office.keep()
        sent = await asyncio.gather(*(office.send(draft) for _ in range(20)))
        assert [each.again for each in sent].count(False) == 1
        assert {each.proposal.number for each in sent} == {"F-KS-2025-001"}

    async def test_again_after_the_meeting_does_not_tell_its_outcome(self, office: Office) -> None:
        draft = await office.keep()
        proposal = (await office.send(draft)).proposal
        await office.put(proposal, ProposalState.DECIDED, reason="bifall")
        again = (await office.send(draft)).proposal
        assert (again.state, again.reason, again.since) == ("on_agenda", None, None)

    async def test_with_the_list_changed_is_told_and_the_draft_stays(self, office: Office) -> None:
        draft = await office.keep()
        await office.fill(record(bodies=(), plans=(plan(2024, LIST[::-1], version=2),)))
        await refused(ListChangedError, office.send(draft))
        assert await office.drafts() == [draft.id]
        assert (await office.send(draft, seen=Base(2024, 2))).proposal.content.target is not None

    @pytest.mark.parametrize("seen", [None, Base(2023, 1), Base(2024, 2)])
    async def test_on_a_list_that_is_not_the_one_is_refused(
        self, office: Office, seen: Base | None
    ) -> None:
        await refused(ListChangedError, office.send(await office.keep(), seen=seen))

    async def test_a_target_of_another_body_or_year_is_none(self, office: Office) -> None:
        await office.fill(
            record(
                bodies=(), plans=(plan(2024, ["a", "b", "c", "d"], of="BUN"), plan(2026, ["e"] * 9))
            )
        )
        draft = await office.keep(typed=replace(REWORD, target="4"))
        assert await mistakes(office.send(draft)) == {"target": TargetUnknownError}

    async def test_two_on_one_subgoal_are_told_of_each_other(self, office: Office) -> None:
        first = await office.propose(BO)
        elsewhere = replace(REWORD, target="3", text="Bygg en bro")
        await office.propose(BO, elsewhere)
        await office.propose(BO, replace(elsewhere, kind="add", target="", text="Bygg en väg"))
        gone = await office.propose(BO, replace(REWORD, kind="remove"))
        await office.take_back(gone, BO)
        sent = await office.send(await office.keep())
        assert sent.rivals == (first,)
        assert (
            await office.send(await office.keep(typed=replace(REWORD, kind="keep")))
        ).rivals == (
            first,
            sent.proposal,
        )

    async def test_a_rival_is_known_by_its_words_where_the_list_was_corrected(
        self, office: Office
    ) -> None:
        first = await office.propose(BO)
        longer = ("Något nytt", *LIST)
        await office.fill(record(bodies=(), plans=(plan(2024, longer, version=2),)))
        moved_down = await office.keep(typed=replace(REWORD, target="3"))
        assert (await office.send(moved_down, seen=Base(2024, 2))).rivals == (first,)
        in_its_place = await office.keep(typed=replace(REWORD, target="2", text="Något annat nytt"))
        assert (await office.send(in_its_place, seen=Base(2024, 2))).rivals == ()
        corrected = (LIST[0], "Öka tryggheten i vårt centrum", LIST[2])
        await office.fill(record(bodies=(), plans=(plan(2024, corrected, version=3),)))
        third = await office.keep(typed=replace(REWORD, kind="remove"))
        assert first in (await office.send(third, seen=Base(2024, 3))).rivals

    async def test_a_decided_rival_stays_one_until_its_minutes_are_adjusted(
        self, office: Office
    ) -> None:
        first = await office.propose(BO)
        await office.put(first, ProposalState.DECIDED)
        (rival,) = (await office.send(await office.keep())).rivals
        assert (rival.id, rival.state) == (first.id, "on_agenda")
        await office.put(first, ProposalState.ADJUSTED)
        rivals = (await office.send(await office.keep())).rivals
        assert first.id not in {each.id for each in rivals}


class TestADraft:
    """Its author's alone, and the only thing that may be deleted."""

    async def test_is_kept_also_with_mistakes_and_too_late(self, office: Office) -> None:
        closed = replace(matter(2025), window=Window(NOW - 2 * SECOND, NOW - SECOND), version=2)
        await office.fill(record(bodies=(), matters=(closed,)))
        typed = Typed("?", "99", "ö" * 5_000, "x", "811218-9876", "\u202e")
        draft = await office.keep(typed=typed)
        async with office.memory.register(TENANT) as register:
            assert await register.drafts_of("anna") == (draft,)

    async def test_is_never_another_persons(self, office: Office) -> None:
        draft = await office.keep(ANNA)
        opening = office.memory.open_ledger
        await refused(DraftUnknownError, office.send(draft, BO))
        await refused(
            DraftUnknownError, drop_draft(draft.id, actor=BO, open_ledger=opening, now=NOW)
        )
        await refused(DraftUnknownError, office.keep(BO, id=draft.id))
        await refused(DraftUnknownError, office.keep(BO, author="anna"))
        assert await office.drafts(ANNA) == [draft.id]
        assert await office.drafts(BO) == []

    async def test_is_never_another_tenants(self, office: Office) -> None:
        draft = await office.keep(ANNA)
        there = replace(ANNA, tenant=OTHER_TENANT)
        await refused(DraftUnknownError, office.send(draft, there))
        own = await office.keep(there, id=draft.id)
        await office.send(own, there)
        assert await office.drafts(ANNA) == [draft.id]

    async def test_cannot_take_the_id_of_a_proposal(self, office: Office) -> None:
        mine = await office.propose(ANNA)
        await refused(DraftUnknownError, office.keep(ANNA, id=mine.id))
        await refused(DraftUnknownError, office.keep(BO, id=mine.id))
        await refused(DraftUnknownError, office.keep(BO, id=f"{mine.id}.2"))
        await refused(ProposalUnknownError, office.keep(BO, id=f"{mine.id}.2", completes=mine.id))

    async def test_of_a_body_that_there_is_not_is_refused(self, office: Office) -> None:
        assert await refused(NoOpenMatterError, office.keep(body="XX")) == {"body": "XX"}

    @pytest.mark.parametrize(
        "forged", ["", "x", ".", "d1.", "d1.2", "\0", "\ud800", "9" * 9_999, "d1." + "9" * 9_999]
    )
    async def test_with_a_forged_id_is_not_known(self, office: Office, forged: str) -> None:
        await office.propose()
        draft = Draft(forged, "KS", 2025, "anna", REWORD, None, None, NOW)
        await refused(DraftUnknownError, office.send(draft))

    async def test_goes_when_its_author_drops_it(self, office: Office) -> None:
        draft = await office.keep()
        dropping: dict[str, Any] = {
            "actor": ANNA,
            "open_ledger": office.memory.open_ledger,
            "now": NOW,
        }
        await drop_draft(draft.id, **dropping)
        assert await office.drafts() == []
        await refused(DraftUnknownError, drop_draft(draft.id, **dropping))
        await refused(DraftUnknownError, office.send(draft))

    async def test_expires_a_month_after_it_was_last_touched(self, office: Office) -> None:
        assert (await office.keep()).expires_at == NOW + timedelta(days=30)

    async def test_follows_its_subgoal_to_its_new_place_and_is_lost_without_it(
        self, office: Office
    ) -> None:
        draft = await office.keep()
        for texts, target in (
            (("Nytt", *LIST), "3"),
            ((LIST[0], "Öka tryggheten i vårt centrum"), "2"),
            ((LIST[0], "Bygg en bro", LIST[2]), ""),
            ((), ""),
        ):
            onto = Ground(matter(2025), plan(2024, texts, version=2), None)
            after = moved(draft, onto)
            assert after.typed.target == target
            assert after.target_text == (texts[int(target) - 1] if target else None)
            assert after.typed.text == draft.typed.text
            assert after.base == Base(2024, 2)
        assert moved(draft, Ground(matter(2025), None, None)).base is None

    async def test_for_something_new_gets_no_subgoal_when_the_list_changes(
        self, office: Office
    ) -> None:
        draft = await office.keep(typed=replace(REWORD, kind="add", target=""), target_text=None)
        after = moved(draft, Ground(matter(2025), plan(2024, LIST, version=2), None))
        assert (after.typed.target, after.target_text) == ("", None)


class TestCompleting:
    """The officer asks, the author answers with a next version; the one before stays."""

    async def complete(
        self, office: Office, proposal: Proposal, text: str = "Öka tryggheten överallt"
    ) -> Submitted:
        """Fill in the form again and send it."""
        found = await office.ground(completing=True)
        draft = draft_of(proposal, found, now=NOW)
        draft = replace(draft, typed=replace(draft.typed, text=text))
        await keep_draft(draft, actor=ANNA, open_ledger=office.memory.open_ledger)
        return await office.send(draft, seen=found.base)

    async def test_adds_version_2_and_leaves_version_1(self, office: Office) -> None:
        first = await office.propose()
        asked = await office.ask(first, " Vad\r\nkostar det?\u200b ")
        assert (asked.state, asked.reason) == ("completion", "Vad\nkostar det?")
        sent = await self.complete(office, asked)
        assert sent.proposal == await office.kept(first.id)
        assert sent.proposal.state == "submitted"
        assert sent.proposal.reason is None
        assert sent.proposal.versions[0] == first.versions[0]
        assert [each.number for each in sent.proposal.versions] == [1, 2]
        assert (sent.proposal.number, sent.rivals) == (first.number, ())
        assert [each.what for each in office.memory.events(TENANT)] == [
            "submit",
            "ask_completion",
            "complete",
        ]
        assert office.memory.events(TENANT)[1].data == {"reason": "Vad\nkostar det?"}
        assert office.memory.events(TENANT)[1].role is Role.OFFICER

    async def test_twice_is_told_and_recorded_once(self, office: Office) -> None:
        asked = await office.ask(await office.propose())
        sent = await self.complete(office, asked)
        draft = draft_of(asked, await office.ground(), now=NOW)
        again = await office.send(draft)
        assert (again.again, again.proposal) == (True, sent.proposal)
        await refused(DraftUnknownError, office.keep(ANNA, id=draft.id, completes=asked.id))
        await refused(DraftUnknownError, office.send(draft, BO))
        await office.ask(sent.proposal)
        assert (await office.send(draft)).again

    async def test_goes_on_after_the_window_has_closed(self, office: Office) -> None:
        asked = await office.ask(await office.propose())
        closed = replace(matter(2025), window=Window(NOW - 2 * SECOND, NOW), version=2)
        await office.fill(record(bodies=(), matters=(closed,)))
        assert len((await self.complete(office, asked)).proposal.versions) == 2
        await refused(WindowClosedError, office.send(await office.keep()))

    async def test_is_on_the_list_of_today(self, office: Office) -> None:
        asked = await office.ask(await office.propose())
        await office.fill(
            record(
                bodies=(),
                plans=(plan(2024, ("Nytt", *LIST), version=2),),
                goal_sets=(replace(goal_set(("Nytt mål", "Ett gott liv")), version=2),),
            )
        )
        draft = draft_of(asked, await office.ground(), now=NOW)
        assert (draft.typed.target, draft.typed.goal, draft.target_text) == ("3", "2", LIST[1])
        assert draft.base == Base(2024, 2)

    async def test_what_was_not_asked_for_is_refused(self, office: Office) -> None:
        proposal = await office.propose()
        said = await refused(StepForbiddenError, self.complete(office, proposal))
        assert said == {"number": proposal.number, "state": "submitted", "step": "complete"}
        assert len((await office.kept(proposal.id)).versions) == 1

    async def test_withdrawn_while_they_typed_is_refused(self, office: Office) -> None:
        asked = await office.ask(await office.propose())
        await office.take_back(asked)
        said = await refused(StepForbiddenError, self.complete(office, asked))
        assert said["state"] == "withdrawn"

    async def test_on_another_bodys_ground_is_refused(self, office: Office) -> None:
        await office.fill(record(bodies=(), plans=(plan(2024, LIST, of="BUN"),)))
        asked = await office.ask(await office.propose())
        both = person("anna", Role.OFFICIAL, at=None)
        forged = replace(draft_of(asked, await office.ground(), now=NOW), body="BUN")
        await keep_draft(forged, actor=both, open_ledger=office.memory.open_ledger)
        await refused(DraftUnknownError, office.send(forged, both))

    async def test_a_new_version_of_what_was_remitted_keeps_the_reason(
        self, office: Office
    ) -> None:
        remitted = await office.put(
            await office.propose(), ProposalState.REMITTED, reason="Räkna på det"
        )
        sent = await self.complete(office, remitted)
        assert (sent.proposal.state, sent.proposal.reason) == ("remitted", "Räkna på det")
        assert await office.kept(remitted.id) == sent.proposal

    async def test_only_the_bodys_officer_asks(self, office: Office) -> None:
        proposal = await office.propose()
        for actor in (ANNA, BO, SECRETARY, person("x", Role.REGISTRAR)):
            await refused(CompletionNotAllowedError, office.ask(proposal, actor=actor))
        strangers = (
            STAFF,
            person("x", Role.OFFICER, at="BUN"),
            person("x", Role.OFFICER, tenant=OTHER_TENANT),
        )
        for actor in strangers:
            await refused(ProposalUnknownError, office.ask(proposal, actor=actor))
        assert (await office.kept(proposal.id)).state == "submitted"

    @pytest.mark.parametrize(
        ("reason", "mistake"),
        [
            ("", TextMissingError),
            (" \u200b", TextMissingError),
            ("🎯", NoWordsError),
            ("ö" * 4_001, TextTooLongError),
            ("Gäller 811218-9876", PersonalNumberError),
        ],
    )
    async def test_a_reason_is_needed(
        self, office: Office, reason: str, mistake: type[GoalsError]
    ) -> None:
        proposal = await office.propose()
        assert await mistakes(office.ask(proposal, reason)) == {"reason": mistake}
        assert len(office.memory.events(TENANT)) == 1


class TestInEveryState:
    """Only what the table allows; a refusal says where it stands, and no more than may be known."""

    @pytest.mark.parametrize("state", ProposalState)
    async def test_withdrawing(self, office: Office, state: ProposalState) -> None:
        proposal = await office.put(await office.propose(), state)
        if state in {"submitted", "completion", "prepared"}:
            withdrawn = await office.take_back(proposal)
            assert withdrawn.state == "withdrawn"
            assert await office.kept(proposal.id) == withdrawn
            assert withdrawn.versions == proposal.versions
        else:
            said = await refused(StepForbiddenError, office.take_back(proposal))
            assert said["state"] == ("on_agenda" if state == "decided" else state.value)
            assert (await office.kept(proposal.id)).state is state

    @pytest.mark.parametrize("state", ProposalState)
    async def test_asking_for_completion(self, office: Office, state: ProposalState) -> None:
        proposal = await office.put(await office.propose(), state)
        if state in {"submitted", "prepared"}:
            assert (await office.ask(proposal)).state == "completion"
        else:
            said = await refused(StepForbiddenError, office.ask(proposal))
            assert said["state"] == state.value

    async def test_only_its_author_withdraws_and_in_a_role_that_they_still_have(
        self, office: Office
    ) -> None:
        proposal = await office.propose()
        for actor in (
            BO,
            HANDLER,
            SECRETARY,
            replace(ANNA, tenant=OTHER_TENANT),
            Actor(TENANT, ""),
        ):
            await refused(ProposalUnknownError, office.take_back(proposal, actor))
        await refused(StepNotAllowedError, office.take_back(proposal, person("anna")))
        await refused(
            StepNotAllowedError, office.take_back(proposal, person("anna", Role.OFFICIAL, at="BUN"))
        )
        await office.take_back(proposal, person("anna", Role.OFFICER))
        event = office.memory.events(TENANT)[-1]
        assert (event.what, event.role) == ("withdraw", Role.OFFICER)

    @pytest.mark.parametrize("state", ProposalState)
    def test_what_is_open_tells_nobody_what_the_kansli_alone_may_know(
        self, state: ProposalState
    ) -> None:
        is_known = state in {"withdrawn", "adjusted", "expedited", "final", "annulled"}
        assert (state in CLOSED) is is_known

    async def test_the_kansli_sees_a_decision_and_others_see_what_was_before(
        self, office: Office
    ) -> None:
        decided = await office.put(await office.propose(), ProposalState.DECIDED, reason="x")
        for actor in (HANDLER, SECRETARY, person("x", Role.REGISTRAR, at=None)):
            assert decided.seen_by(actor) is decided
        for actor in (ANNA, STAFF, person("x", Role.ADMIN), person("x", Role.SECRETARY, at="BUN")):
            seen = decided.seen_by(actor)
            assert (seen.state, seen.reason, seen.since) == ("on_agenda", None, None)

    def test_every_step_has_its_roles_and_every_state_is_reached(self) -> None:
        assert set(MAY) == set(Step)
        assert {step for _, step in NEXT} == set(Step) - {Step.SUBMIT}
        assert set(NEXT.values()) | {ProposalState.SUBMITTED} == set(ProposalState)


async def test_a_proposal_is_no_rival_to_its_own_next_version(office: Office) -> None:
    proposal = await office.propose()
    assert rivals_of(proposal.content, (proposal,)) == (proposal,)
    assert rivals_of(proposal.content, (proposal,), but=proposal.id) == ()
    checked = check(REWORD, await office.ground(), register=(proposal,), of=proposal.id)
    assert checked.rivals == ()
