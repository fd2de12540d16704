"""The wordings that a follow-up question refers to, in the year that it asks for."""

from __future__ import annotations

from dialogs.answer import Answer
from dialogs.answers.asked import Asked
from dialogs.context import Context, Reference
from dialogs.understanding.question import Intent
from goals.asking import counterpart, list_for, may_see
from goals.goal import Goal, Kind, Subgoal

_NOT_GONE_ON_FROM = frozenset(
    {
        Intent.HELP,
        Intent.GREETING,
        Intent.SMALLTALK,
        Intent.OUT_OF_SCOPE,
        Intent.PROCESS_QUESTION,
        Intent.MY_PROPOSALS,
    }
)
_FEW = 3


def referred(asked: Asked) -> list[Goal | Subgoal]:
    """What the last answer was about, as it stands in the record for the asked year."""
    found = (_referred(asked, reference) for reference in asked.question.about)
    return [item for item in found if item is not None]


def _referred(asked: Asked, reference: Reference) -> Goal | Subgoal | None:
    if reference.kind is Kind.GOAL:
        goal_set = asked.record.goal_set(reference.body, asked.year)
        goals = goal_set.goals if goal_set else ()
        return next((goal for goal in goals if goal.number == reference.number), None)
    plan = asked.record.plan(reference.body, reference.year or 0)
    if plan is None or not may_see(plan, asked.actor):
        return None
    subgoal = next((each for each in plan.subgoals if each.number == reference.number), None)
    if subgoal is None or asked.year is None:
        return subgoal
    of_year = list_for(asked.record, reference.body, asked.year, asked.actor).plan
    return counterpart(subgoal, of_year) if of_year else None


def context_of(answer: Answer) -> Context | None:
    """What the next question may go on from; None for an answer that nobody goes on from."""
    if answer.intent in _NOT_GONE_ON_FROM:
        return None
    spoken_of = answer.quoted or answer.suggested
    kinds = {item.kind for item in spoken_of}
    return Context(
        answer.intent.value,
        answer.body,
        answer.year,
        kinds.pop() if len(kinds) == 1 else None,
        tuple(
            Reference(item.kind, item.body, item.number, item.year)
            for item in (spoken_of if len(spoken_of) <= _FEW else ())
        ),
    )
