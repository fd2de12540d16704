"""What a document would change is told first; then that, and nothing else, is recorded."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goals.actor import Actor, Grant, Role
from goals.contents import Contents
from goals.differing import Outcome, difference, differences
from goals.document import (
    Amendment,
    AmendmentKind,
    GoalDocument,
    StatedGoal,
    StatedSubgoal,
)
from goals.errors import (
    BodyUnknownError,
    GoalsError,
    ImportingNotAllowedError,
    NotAGoalDocumentError,
    NothingToImportError,
)
from goals.goal import Body, Period, Source
from goals.importing import check_may_import, record_document, record_documents
from goals.matter import Entered, MatterState, Window
from goals.plan import PlanStatus
from goals.record import Record
from tests.builders import goal_set, matter, plan, record
from tests.fakes import FakeMemory

NOW = datetime(2025, 3, 1, 12, tzinfo=UTC)
EMPTY = Record("tenant", 0)
TEXTS = ["Utveckla kollektivtrafiken", "Främja bostadsbyggandet", "Digitalisera rutiner"]


def paper(
    *subgoals: str,
    goals: tuple[str, ...] = (),
    year: int = 2025,
    name: str = "delmål.txt",
    decided: bool = False,
    points: tuple[str, ...] = (),
    **fields: object,
) -> GoalDocument:
    """A paper of KS; every line has its place."""
    document = GoalDocument(
        name,
        name.encode().hex(),
        is_goal_document=True,
        body="Kommunstyrelsen",
        body_code="KS",
        years=(year,),
        goal_period=Period(2024, 2026),
        goals=tuple(StatedGoal(text, line=line) for line, text in enumerate(goals, 3)),
        subgoals=tuple(
            StatedSubgoal(text, year, line=line) for line, text in enumerate(subgoals, 9)
        ),
        decision_points=points,
        decided=decided,
    )
    return replace(document, **fields)  # type: ignore[arg-type]


def decision(*subgoals: str, **fields: object) -> GoalDocument:
    """The decision itself."""
    return paper(
        *subgoals,
        name="protokoll.txt",
        decided=True,
        points=("att fastställa",),
        date=date(2025, 2, 4),
        paragraph="KS § 12",
        **fields,  # type: ignore[arg-type]
    )


def after(*documents: GoalDocument | Contents) -> Record:
    """The record once these are imported, one after the other."""

    async def imported() -> Record:
        memory = FakeMemory("tenant")
        for document in documents:
            await record_document(
                document, tenant="tenant", open_ledger=memory.open_ledger, now=NOW
            )
        return await memory.record("tenant")

    return asyncio.run(imported())


def keys(document: GoalDocument, known: Record) -> list[str]:
    """The doubts that the record adds."""
    return [doubt.key for doubt in difference(document, known).doubts]


def test_each_item_keeps_its_place_and_the_goal_it_stands_under() -> None:
    stated = paper("Ett delmål", goals=("Ett mål", "Ett annat"))
    stated = replace(
        stated,
        subgoals=(replace(stated.subgoals[0], goal=2, page=4),),
        goals=(replace(stated.goals[0], under="Fullmäktiges mål"), stated.goals[1]),
    )
    known = after(stated)
    (subgoal,) = known.plans[0].subgoals
    assert (subgoal.origin.line, subgoal.origin.page, subgoal.under) == (9, 4, "Ett annat")
    assert known.goal_sets[0].goals[0].under == "Fullmäktiges mål"


def test_the_first_paper_that_brings_something_tells_what_the_municipality_is_called() -> None:
    first = paper(*TEXTS, municipality="Granvika kommun")
    assert after(first).municipality == "Granvika kommun"
    another = paper("Annat", year=2026, municipality="Almviks kommun")
    assert after(first, another).municipality == "Granvika kommun"
    assert after(paper(*TEXTS), first).municipality is None  # the second brings nothing


def test_a_newer_paper_with_the_same_wordings_leaves_version_and_source_alone() -> None:
    first = paper(*TEXTS, goals=("Ett mål",))
    moved = tuple(replace(each, line=40, page=2) for each in first.subgoals)
    newer = replace(first, name="nyare.txt", digest="ff", subgoals=moved, dnr="KS 2025/9")
    found = difference(newer, after(first))
    assert not found.news.changed
    assert [found.goals[0].outcome, found.plans[0].outcome] == [Outcome.KEPT] * 2
    assert after(first, newer) == after(first)


def test_the_decision_that_the_record_lacked_becomes_the_source() -> None:
    known = after(paper(*TEXTS), decision(*TEXTS))
    (listed,) = known.plans
    assert (listed.version, listed.source.paragraph) == (2, "KS § 12")
    assert after(paper(*TEXTS), decision(*TEXTS), paper(*TEXTS)) == known


def test_what_was_settled_of_a_matter_here_stays_when_a_paper_of_it_comes_in() -> None:
    known = after(paper(*TEXTS, points=("att fastställa",)))
    window = Window(NOW, NOW + timedelta(days=30))
    opened = replace(
        known.matters[0],
        state=MatterState.OPENED,
        officer="kanslichefen",
        source=Source(dnr="KS 2025/39"),
        window=window,
        based_on=2024,
        entered=frozenset({Entered.OFFICER, Entered.DNR}),
    )
    found = difference(paper(*TEXTS, points=("att fastställa",)), replace(known, matters=(opened,)))
    (entered,) = found.news.matters
    assert (entered.state, entered.version) == (MatterState.PREPARING, 2)
    assert (entered.window, entered.based_on, entered.officer) == (window, 2024, "kanslichefen")
    assert (entered.source.dnr, entered.source.document) == ("KS 2025/39", "delmål.txt")


def test_what_is_added_changed_removed_and_kept_is_told_before_it_is_recorded() -> None:
    known = after(paper(*TEXTS))
    newer = paper(TEXTS[0], "Främja bostadsbyggandet i hela kommunen", "Helt nytt", name="ny.txt")
    found = difference(newer, known).plans[0]
    assert found.outcome is Outcome.CHANGED
    changes = {
        (change.old and change.old.text, change.new and change.new.text)
        for change in found.comparison.changes
    }
    assert changes == {
        (TEXTS[1], "Främja bostadsbyggandet i hela kommunen"),
        (None, "Helt nytt"),
        (TEXTS[2], None),
    }
    assert [each.text for each in found.comparison.kept] == [TEXTS[0]]


def test_other_wordings_for_the_same_years_are_a_doubt() -> None:
    known = after(paper(*TEXTS, goals=("Ett mål",)))
    doubts = keys(paper("Annat", goals=("Ett annat mål",), name="ny.txt"), known)
    assert doubts == ["doubt-goals-changed", "doubt-subgoals-changed"]


def test_two_documents_that_contradict_each_other_are_told_before_either_is_recorded() -> None:
    one, other = paper(*TEXTS), paper("Annat", name="annan.txt")
    first, second = differences([one, other], EMPTY)
    assert first.doubts == ()
    (doubt,) = second.doubts
    assert (doubt.key, doubt.arguments["document"]) == ("doubt-subgoals-changed", "delmål.txt")


def test_goals_for_partly_the_same_years_are_a_doubt() -> None:
    known = after(paper("Ett", goals=("Ett mål",)))
    other = paper("Ett", goals=("Ett mål",), goal_period=Period(2026, 2029), name="ny.txt")
    assert keys(other, known) == ["doubt-goals-overlap"]


def test_a_paper_without_years_states_the_goals_again_that_have_them() -> None:
    known = after(paper("Ett", goals=("Ett mål",)))
    found = difference(paper("Ett", goals=("Ett mål",), goal_period=None, name="ny.txt"), known)
    assert not found.news.changed


@pytest.mark.parametrize(
    "status", sorted({*PlanStatus} - {PlanStatus.PROPOSED, PlanStatus.ANNULLED})
)
def test_no_document_takes_the_place_of_a_decision_that_was_recorded_here(
    status: PlanStatus,
) -> None:
    here = Source(None, None, "KS 2025/39", date(2025, 3, 1), "KS § 45")
    known = record(plans=[plan(2025, TEXTS, status=status, source=here)])
    found = difference(decision("Annat"), known)
    assert found.plans[0].outcome is Outcome.HELD_BACK
    assert found.doubts[0].arguments["document"] == "KS § 45"
    assert difference(decision(*TEXTS), known).plans[0].outcome is Outcome.KEPT
    annulled = record(plans=[plan(2025, TEXTS, status=PlanStatus.ANNULLED, source=here)])
    assert difference(decision("Annat"), annulled).plans[0].outcome is Outcome.CHANGED


def test_a_proposal_never_takes_the_place_of_a_decision() -> None:
    known = after(decision(*TEXTS))
    proposal = paper("Annat", points=("att fastställa",), name="förslag.txt")
    found = difference(proposal, known)
    assert [found.plans[0].outcome, found.matters[0].outcome] == [Outcome.HELD_BACK] * 2
    assert keys(proposal, known) == ["doubt-subgoals-held-back", "doubt-matter-held-back"]
    assert after(decision(*TEXTS), proposal) == known


def test_a_paper_that_speaks_of_a_decided_list_does_not_change_it() -> None:
    known = after(decision(*TEXTS))
    assert after(decision(*TEXTS), paper("Annat", name="pm.txt")) == known


def test_a_proposal_becomes_the_decision_even_with_the_same_words() -> None:
    proposal = paper(*TEXTS, points=("att fastställa",))
    known = after(proposal, decision(*TEXTS))
    assert (known.plans[0].version, known.plans[0].status) == (2, PlanStatus.IN_FORCE)


def test_a_document_goes_to_the_body_that_has_its_name_as_an_alias() -> None:
    body = Body("BUN", "Barn- och utbildningsnämnden", ("Barn- och skolnämnden",))
    known = record(bodies=[body])
    stated = paper("Ett", body="barn- och  skolnämnden", body_code=None)
    found = difference(stated, known)
    assert (found.news.bodies, found.plans[0].stated.body) == ((), "BUN")
    assert found.doubts == ()


def test_a_code_under_another_name_is_a_doubt() -> None:
    known = record(bodies=[Body("SN", "Socialnämnden")])
    stated = paper("Ett", body="Samhällsnämnden", body_code="SN")
    assert keys(stated, known) == ["doubt-other-name"]


@pytest.mark.parametrize(
    ("document", "refusal"),
    [
        (replace(paper("Ett"), is_goal_document=False), NotAGoalDocumentError),
        (replace(paper("Ett"), body=None, body_code=None), BodyUnknownError),
        (paper(), NothingToImportError),
    ],
)
def test_what_cannot_be_imported_is_refused_and_nothing_of_the_command_is_recorded(
    document: GoalDocument, refusal: type[GoalsError]
) -> None:
    memory = FakeMemory("tenant")
    with pytest.raises(refusal):
        asyncio.run(
            record_documents(
                [paper("Ett"), document],
                tenant="tenant",
                open_ledger=memory.open_ledger,
                now=NOW,
            )
        )
    assert asyncio.run(memory.record("tenant")) == EMPTY


class TestADecisionThatAmends:
    """Its points are applied to the list that the record has."""

    POINTS = (
        Amendment(AmendmentKind.REWORD, None, "2", "Bygg bostäder", 21),
        Amendment(AmendmentKind.REMOVE, None, "Digitalisera rutiner", None, 22),
        Amendment(AmendmentKind.ADD, None, None, "Ett nytt delmål", 23),
    )

    def amending(self, *points: Amendment) -> GoalDocument:
        return decision(amendments=points)

    def test_the_whole_list_is_worked_out_and_says_from_what(self) -> None:
        known = after(paper(*TEXTS, year=2024), self.amending(*self.POINTS))
        listed = known.plan("KS", 2025)
        assert listed is not None
        assert [each.text for each in listed.subgoals] == [
            TEXTS[0],
            "Bygg bostäder",
            "Ett nytt delmål",
        ]
        assert [each.number for each in listed.subgoals] == [1, 2, 3]
        assert [each.origin.line for each in listed.subgoals] == [None, 21, 23]
        assert (listed.source.document, listed.source.base) == ("protokoll.txt", "delmål.txt")

    def test_the_years_own_proposal_is_amended_before_last_years_list(self) -> None:
        last = paper("Förra årets", year=2024, name="2024.txt")
        proposal = paper(*TEXTS, points=("att fastställa",))
        known = after(last, proposal, self.amending(self.POINTS[0]))
        listed = known.plan("KS", 2025)
        assert listed is not None
        assert [each.text for each in listed.subgoals] == [TEXTS[0], "Bygg bostäder", TEXTS[2]]

    def test_the_same_decision_twice_amends_once(self) -> None:
        known = after(paper(*TEXTS, year=2024), self.amending(*self.POINTS))
        again = after(paper(*TEXTS, year=2024), *[self.amending(*self.POINTS)] * 2)
        assert again == known

    @pytest.mark.parametrize("target", ["7", "Finns inte", "utveckla eller främja"])
    def test_a_point_that_fits_nothing_is_left_to_a_person(self, target: str) -> None:
        known = after(paper(*TEXTS, year=2024))
        point = Amendment(AmendmentKind.REMOVE, 2025, target, line=5)
        found = difference(self.amending(self.POINTS[0], point), known)
        assert [each.key for each in found.doubts] == ["doubt-amendment-unfit"]
        assert found.news.plans == ()

    def test_a_point_that_fits_several_is_left_to_a_person(self) -> None:
        known = after(paper("Främja bostäder", "Främja bussar", year=2024))
        found = difference(self.amending(Amendment(AmendmentKind.REMOVE, 2025, "främja")), known)
        assert [each.key for each in found.doubts] == ["doubt-amendment-unfit"]

    def test_without_a_list_to_amend_it_is_said(self) -> None:
        found = difference(self.amending(self.POINTS[2]), EMPTY)
        assert [each.key for each in found.doubts] == ["doubt-amendment-no-base"]
        assert found.news.plans == ()


class TestWhoMayImport:
    """A secretary of the body; an admin as long as it has nothing."""

    @pytest.mark.parametrize("grant", [Grant(Role.SECRETARY, "KS"), Grant(Role.SECRETARY)])
    def test_a_secretary_of_the_body(self, grant: Grant) -> None:
        check_may_import(Actor("tenant", "anna", frozenset({grant})), "KS", record())

    def test_an_admin_until_the_body_has_a_list(self) -> None:
        admin = Actor("tenant", "it", frozenset({Grant(Role.ADMIN)}))
        check_may_import(admin, "KS", record(matters=[matter(2025)]))
        for begun in (record(plans=[plan(2024, ["ett"])]), record(goal_sets=[goal_set(["ett"])])):
            with pytest.raises(ImportingNotAllowedError):
                check_may_import(admin, "KS", begun)

    @pytest.mark.parametrize(
        "grant", [Grant(Role.SECRETARY, "BUN"), Grant(Role.OFFICER, "KS"), Grant(Role.OFFICIAL)]
    )
    def test_nobody_else(self, grant: Grant) -> None:
        with pytest.raises(ImportingNotAllowedError):
            check_may_import(Actor("tenant", "bo", frozenset({grant})), "KS", EMPTY)


@given(
    st.lists(st.sampled_from([*TEXTS, "Fjärde", "Femte"]), min_size=1, max_size=5, unique=True),
    st.lists(st.sampled_from([*TEXTS, "Fjärde", "Femte"]), min_size=1, max_size=5, unique=True),
)
def test_after_an_import_the_record_has_the_newer_list_and_a_second_one_finds_nothing(
    old: list[str], new: list[str]
) -> None:
    known = after(paper(*old), paper(*new, name="ny.txt"))
    assert [each.text for each in known.plans[0].subgoals] == new
    assert not difference(paper(*new, name="ny.txt"), known).news.changed
