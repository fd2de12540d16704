"""Which list answers which year, and what differs between two lists."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goals.actor import Actor, Grant, Role
from goals.asking import Standing, compare, history, latest_plan, list_for
from goals.matter import MatterState
from goals.plan import PlanStatus
from tests.builders import goal_set, matter, plan, record

STAFF = Actor("tenant", "someone")
SECRETARY = Actor("tenant", "someone", grants=frozenset({Grant(Role.SECRETARY, "KS")}))


def test_a_years_own_list_answers_whatever_its_status() -> None:
    for status in (PlanStatus.PROPOSED, PlanStatus.APPEALABLE, PlanStatus.IN_FORCE):
        found = list_for(record(plans=[plan(2025, ["A"], status=status)]), "KS", 2025, STAFF)
        assert found.standing is Standing.OWN
        assert found.plan is not None
        assert found.plan.status is status


def test_with_an_open_matter_the_latest_list_stands_in_under_its_own_year() -> None:
    found = list_for(record(plans=[plan(2024, ["A"])], matters=[matter(2027)]), "KS", 2027, STAFF)
    assert (found.standing, found.plan and found.plan.year) == (Standing.EARLIER, 2024)
    assert found.matter is not None


def test_within_the_goals_period_the_latest_list_stands_in() -> None:
    recorded = record(plans=[plan(2024, ["A"])], goal_sets=[goal_set(["M"])])
    assert list_for(recorded, "KS", 2026, STAFF).standing is Standing.EARLIER


@pytest.mark.parametrize("year", [1999, 2023, 2027])
def test_any_other_year_is_answered_with_nothing(year: int) -> None:
    recorded = record(plans=[plan(2024, ["A"])], goal_sets=[goal_set(["M"])])
    found = list_for(recorded, "KS", year, STAFF)
    assert (found.standing, found.plan) == (Standing.NONE, None)


def test_a_later_list_never_stands_in_for_an_earlier_year() -> None:
    recorded = record(plans=[plan(2025, ["A"])], goal_sets=[goal_set(["M"])])
    assert list_for(recorded, "KS", 2024, STAFF).plan is None


def test_a_decided_matter_is_not_open() -> None:
    recorded = record(plans=[plan(2024, ["A"])], matters=[matter(2027, state=MatterState.DECIDED)])
    assert list_for(recorded, "KS", 2027, STAFF).standing is Standing.NONE


def test_without_a_year_the_latest_list_that_counts_answers() -> None:
    recorded = record(plans=[plan(2025, ["A"]), plan(2026, ["B"], status=PlanStatus.PROPOSED)])
    latest = latest_plan(recorded, "KS", STAFF)
    assert latest is not None
    assert latest.year == 2025


def test_until_adjusted_only_the_kansli_sees_a_decided_list() -> None:
    recorded = record(
        plans=[plan(2024, ["A"]), plan(2025, ["B"], status=PlanStatus.DECIDED_NOT_ADJUSTED)]
    )
    assert list_for(recorded, "KS", 2025, SECRETARY).standing is Standing.OWN
    seen_by_staff = list_for(recorded, "KS", 2025, STAFF)
    assert seen_by_staff.plan is not None
    assert seen_by_staff.plan.year == 2024


def test_an_annulled_list_is_never_quoted() -> None:
    recorded = record(plans=[plan(2024, ["A"]), plan(2025, ["B"], status=PlanStatus.ANNULLED)])
    found = list_for(recorded, "KS", 2025, STAFF)
    assert found.plan is not None
    assert (found.standing, found.plan.year) == (Standing.EARLIER, 2024)


def test_two_lists_differ_by_what_was_added_reworded_and_removed() -> None:
    old = plan(2024, ["Utveckla bussarna", "Främja biblioteket i byn", "Bort"])
    new = plan(2025, ["Främja biblioteket i staden", "Utveckla bussarna", "Nytt mål"])
    comparison = compare(old.subgoals, new.subgoals)
    told = [(c.old and c.old.text, c.new and c.new.text) for c in comparison.changes]
    assert told == [
        ("Främja biblioteket i byn", "Främja biblioteket i staden"),
        (None, "Nytt mål"),
        ("Bort", None),
    ]
    assert [subgoal.text for subgoal in comparison.kept] == ["Utveckla bussarna"]


def test_what_a_decision_says_became_of_each_counts_and_not_the_words_they_share() -> None:
    old = plan(2024, ["Utveckla bussarna", "Arbeta med tillgänglighetsarbetet", "Bort med skräp"])
    new = plan(2025, ["Ett bemötande för alla", "Bort med allt skräp", "Utveckla bussarna"])
    became = ((2024, 2), None, (2024, 1))
    decided = [replace(each, was=was) for each, was in zip(new.subgoals, became, strict=True)]
    comparison = compare(old.subgoals, decided)
    told = [(c.old and c.old.text, c.new and c.new.text) for c in comparison.changes]
    assert told == [
        ("Arbeta med tillgänglighetsarbetet", "Ett bemötande för alla"),
        (None, "Bort med allt skräp"),
        ("Bort med skräp", None),
    ]
    assert [each.text for each in comparison.kept] == ["Utveckla bussarna"]
    recorded = record(plans=[old, replace(new, subgoals=tuple(decided))])
    for end in (old.subgoals[1], decided[0]):
        assert [s.text for _, s in history(recorded, end, STAFF)] == [
            "Ett bemötande för alla",
            "Arbeta med tillgänglighetsarbetet",
        ]


texts = st.lists(
    st.lists(st.sampled_from(["a", "b", "c", "d", "e", "f"]), min_size=1, max_size=4).map(" ".join),
    unique=True,
    max_size=8,
)


@given(texts, texts)
def test_every_wording_of_both_lists_is_told_exactly_once(old: list[str], new: list[str]) -> None:
    comparison = compare(plan(2024, old).subgoals, plan(2025, new).subgoals)
    kept = [subgoal.text for subgoal in comparison.kept]
    told_old = [change.old.text for change in comparison.changes if change.old]
    told_new = [change.new.text for change in comparison.changes if change.new]
    assert sorted(told_old + kept) == sorted(old)
    assert sorted(told_new + kept) == sorted(new)


def test_history_follows_a_reworded_sub_goal_through_the_years() -> None:
    recorded = record(
        plans=[
            plan(2023, ["Utveckla bussarna i byn"]),
            plan(2024, ["Nytt", "Utveckla bussarna i kommunen"]),
            plan(2025, ["Utveckla bussarna i kommunen"]),
        ]
    )
    newest = recorded.plans[-1].subgoals[0]
    versions = [(p.year, s.text) for p, s in history(recorded, newest, STAFF)]
    assert versions == [
        (2025, "Utveckla bussarna i kommunen"),
        (2024, "Utveckla bussarna i kommunen"),
        (2023, "Utveckla bussarna i byn"),
    ]
