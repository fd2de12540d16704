"""Questions in other words than the goal's find the one of a committee's goals that is meant."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from dialogs.answer import Answer
from dialogs.answer_question import answer_text
from dialogs.understanding.vocabulary import shipped
from goals.actor import Actor
from goals.record import Record
from tests.builders import plan, record

COMMITTEES = [
    committee
    for file in ("committees.toml", "themes.toml")
    for committee in tomllib.loads(
        Path(__file__).with_name("meant").joinpath(file).read_text(encoding="utf-8")
    )["committee"]
]


@cache
def recorded(place: int) -> Record:
    """The goals of the committee at this place, as one list."""
    return record(plans=[plan(2025, COMMITTEES[place]["goals"])])


def pairs(key: str) -> list[tuple[int, str, int]]:
    """Committee, question and the number of the goal that is meant."""
    return [
        (place, question, number)
        for place, committee in enumerate(COMMITTEES)
        for question, number in committee.get(key, ())
    ]


def ask(place: int, question: str) -> Answer:
    """What a person of the staff is answered."""
    return answer_text(
        question,
        recorded(place),
        actor=Actor("tenant", "anna"),
        today=date(2025, 3, 1),
        vocabulary=shipped(),
        waiting={},
    )


@pytest.mark.parametrize(("place", "question", "number"), pairs("quoted"))
def test_the_goal_that_is_meant_is_quoted_alone(place: int, question: str, number: int) -> None:
    answer = ask(place, question)
    assert [item.number for item in answer.quoted] == [number], answer.why


@pytest.mark.parametrize(("place", "question", "number"), pairs("offered"))
def test_where_others_are_near_the_goal_that_is_meant_is_among_those_offered(
    place: int, question: str, number: int
) -> None:
    answer = ask(place, question)
    told = [item.number for item in (*answer.quoted, *answer.suggested)]
    assert number in told, answer.why
    assert {item.number for item in answer.quoted} <= {number}, answer.why
