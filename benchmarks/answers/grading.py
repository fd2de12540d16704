"""An answer is held against the right one, by the rules in `data/README.md`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from benchmarks.answers.questions import Expect, GradedQuestion
from benchmarks.answers.records import Municipality
from dialogs.answer import Answer, Quoted
from goals.goal import Kind
from goals.record import Record

_RUN = 8
"""So many words between quotation marks are a quotation, also outside `quoted`."""
_IN_QUOTATION_MARKS = re.compile(r"[”“»«\"]([^”“»«\"\n]+)[”“»«\"]")


class Outcome(StrEnum):
    """What became of one question."""

    QUOTED = "quoted"
    """Right: all that was wanted is stated, and nothing that is wrong."""
    DECLINED = "declined"
    """Right: nothing should be stated, and nothing was."""
    ANSWERED = "answered"
    """Right: answered in words, and the words hold what they must."""
    OFFERED = "offered"
    """What was wanted is among the choices, not stated."""
    PARTLY = "partly"
    """Some of what was wanted is stated, or all of it without the words that go with it."""
    MISSED = "missed"
    """Declined wrongly: what was wanted is neither stated nor offered."""
    UNSAID = "unsaid"
    """The words of the answer lack something that they must hold."""
    WRONG = "wrong"
    """Wrongly quoted: something is stated that is not the answer."""
    INVENTED = "invented"
    """Something is stated or offered that the documents do not say, or not there."""

    @property
    def is_right(self) -> bool:
        """Whether the question got its answer."""
        return self in {Outcome.QUOTED, Outcome.DECLINED, Outcome.ANSWERED}


@dataclass(frozen=True, slots=True)
class Graded:
    """A question, its answer, and how right that was."""

    question: GradedQuestion
    answer: Answer
    milliseconds: float
    outcome: Outcome
    intent_right: bool
    language_right: bool
    body_right: bool | None
    """None where the body is not graded."""


def grade(
    question: GradedQuestion, answer: Answer, municipality: Municipality, milliseconds: float
) -> Graded:
    """Grade one answer."""
    return Graded(
        question,
        answer,
        milliseconds,
        _outcome(question, answer, municipality),
        intent_right=answer.intent.value in question.intents,
        language_right=answer.language == question.language,
        body_right=None if question.body is None else _bodies(answer) == {question.body},
    )


def _outcome(question: GradedQuestion, answer: Answer, municipality: Municipality) -> Outcome:  # noqa: PLR0911 — the first that fits
    stated = frozenset(item.text for item in answer.quoted)
    if any(_invented(answer, municipality)):
        return Outcome.INVENTED
    if not stated <= question.allowed:
        return Outcome.WRONG
    said = _holds(answer.text, question.contains)
    match question.expect:
        case Expect.ANSWER:
            return Outcome.ANSWERED if said else Outcome.UNSAID
        case Expect.DECLINE:
            return Outcome.WRONG if stated else Outcome.DECLINED
        case Expect.QUOTE:
            if question.is_met_by(stated):
                return Outcome.QUOTED if said else Outcome.PARTLY
            if question.is_met_by(stated | {item.text for item in answer.suggested}):
                return Outcome.OFFERED
            return Outcome.PARTLY if stated & question.wanted else Outcome.MISSED


def _invented(answer: Answer, municipality: Municipality) -> Iterator[str]:
    """What is given as the municipality's words without being them, or from another place."""
    for item in (*answer.quoted, *answer.suggested):
        if item.text not in municipality.wordings or not _stands(item, municipality.record):
            yield item.text
    every_word = "\n".join(sorted(municipality.wordings)).casefold()
    for match in _IN_QUOTATION_MARKS.finditer(answer.text):
        if len(match[1].split()) >= _RUN and match[1].casefold() not in every_word:
            yield match[1]


def _stands(item: Quoted, record: Record) -> bool:
    """Whether the wording stands in the record under the body, year and number it is told with."""
    place = (item.body, item.number, item.text)
    if item.kind is Kind.SUBGOAL:
        plan = record.plan(item.body, item.year) if item.year else None
        return plan is not None and place in {(s.body, s.number, s.text) for s in plan.subgoals}
    return any(
        place == (goal.body, goal.number, goal.text)
        for goal_set in record.goal_sets
        for goal in goal_set.goals
    )


def _holds(text: str, contains: tuple[str, ...]) -> bool:
    plain = " ".join(text.casefold().split())
    return all(
        any(" ".join(each.casefold().split()) in plain for each in either.split("|"))
        for either in contains
    )


def _bodies(answer: Answer) -> set[str]:
    """Whose goals the answer is about: those that it names, else those that it quotes or offers."""
    items = answer.quoted or answer.suggested
    return {answer.body} if answer.body else {item.body for item in items}
