"""A person corrects what was read; what was read can always be had back."""

from __future__ import annotations

from datetime import date

import pytest

from goals.correcting import (
    NO_CORRECTIONS,
    DocumentField,
    corrected,
    fill_in,
    items_of,
    leave_out,
    reword,
)
from goals.document import Doubt, GoalDocument, StatedGoal, StatedSubgoal
from goals.errors import (
    FieldNotReadError,
    ItemUnknownError,
    WordingMissingError,
    WordingTooLongError,
)
from goals.goal import Period

PAPER = GoalDocument(
    "delmål.txt",
    "ab",
    is_goal_document=True,
    years=(2024, 2025),
    goals=(StatedGoal("Mål ett", line=3), StatedGoal("Mål två", line=4)),
    subgoals=(
        StatedSubgoal("Delmål ett", 2024, line=7, goal=1),
        StatedSubgoal("Delmål två", 2025, line=8, goal=2),
    ),
    doubts=(Doubt("doubt-missing-dnr"), Doubt("doubt-missing-date"), Doubt("doubt-long-item", 8)),
)


def test_without_corrections_the_document_is_as_it_was_read() -> None:
    assert corrected(PAPER, NO_CORRECTIONS) == PAPER


def test_items_are_counted_through_and_one_left_out_keeps_its_number() -> None:
    items = items_of(PAPER, leave_out(PAPER, NO_CORRECTIONS, [1, 4]))
    assert [each.number for each in items] == [1, 2, 3, 4]
    assert [each.left_out for each in items] == [True, False, False, True]


def test_what_is_left_out_is_gone_and_the_others_still_stand_under_their_goal() -> None:
    result = corrected(PAPER, leave_out(PAPER, NO_CORRECTIONS, [1]))
    assert [goal.text for goal in result.goals] == ["Mål två"]
    assert [subgoal.goal for subgoal in result.subgoals] == [None, 1]


def test_left_out_twice_is_back() -> None:
    out = leave_out(PAPER, NO_CORRECTIONS, [3])
    assert leave_out(PAPER, out, [3]) == NO_CORRECTIONS


def test_a_wording_that_a_person_wrote_is_marked_until_it_is_the_read_one_again() -> None:
    changed = reword(PAPER, NO_CORRECTIONS, 3, "  Delmål\n ett,  rättat ")
    (first, _) = corrected(PAPER, changed).subgoals
    assert (first.text, first.by_hand, first.line) == ("Delmål ett, rättat", True, 7)
    assert reword(PAPER, changed, 3, "Delmål ett") == NO_CORRECTIONS


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", WordingMissingError),
        (" \n\x00", WordingMissingError),
        ("x" * 4001, WordingTooLongError),
    ],
)
def test_a_wording_that_cannot_stand_is_refused(text: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        reword(PAPER, NO_CORRECTIONS, 1, text)


@pytest.mark.parametrize("number", [0, 5, -1])
def test_an_item_that_is_not_there_is_refused(number: int) -> None:
    with pytest.raises(ItemUnknownError):
        leave_out(PAPER, NO_CORRECTIONS, [number])
    with pytest.raises(ItemUnknownError):
        reword(PAPER, NO_CORRECTIONS, number, "text")


def test_fields_that_a_person_fills_in_settle_their_doubts() -> None:
    filled = fill_in(
        PAPER,
        NO_CORRECTIONS,
        {
            DocumentField.BODY: "Kommunstyrelsen",
            DocumentField.CODE: "ks",
            DocumentField.PERIOD: "2024 – 2026",
            DocumentField.DATE: "2025-02-04",
            DocumentField.DNR: "KS 2025/39",
        },
    )
    result = corrected(PAPER, filled)
    assert (result.body, result.body_code, result.goal_period) == (
        "Kommunstyrelsen",
        "KS",
        Period(2024, 2026),
    )
    assert (result.date, result.dnr) == (date(2025, 2, 4), "KS 2025/39")
    assert [doubt.key for doubt in result.doubts] == ["doubt-long-item"]


def test_another_year_takes_the_papers_own_sub_goals_along() -> None:
    result = corrected(PAPER, fill_in(PAPER, NO_CORRECTIONS, {DocumentField.YEAR: "2026"}))
    assert [each.year for each in result.subgoals] == [2024, 2026]
    assert result.years == (2024, 2026)


def test_a_field_as_it_was_read_is_no_correction() -> None:
    fields = {DocumentField.YEAR: "2025", DocumentField.DNR: "", DocumentField.BODY: " "}
    assert fill_in(PAPER, NO_CORRECTIONS, fields) == NO_CORRECTIONS


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (DocumentField.PERIOD, "2026-2024"),
        (DocumentField.PERIOD, "nästa år"),
        (DocumentField.YEAR, "25"),
        (DocumentField.YEAR, ""),
        (DocumentField.DATE, "4 februari"),
        (DocumentField.CODE, "K S"),
        (DocumentField.DNR, "x" * 201),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_was_expected(
    name: DocumentField, text: str
) -> None:
    with pytest.raises(FieldNotReadError) as refused:
        fill_in(PAPER, NO_CORRECTIONS, {name: text})
    assert refused.value.arguments == {"expected": name.value}
