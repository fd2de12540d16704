"""A follow-up question goes on from the last one: "och 2024?", "den tredje då?", "vem får den?"."""

from __future__ import annotations

import re
from dataclasses import replace

from dialogs.context import Context
from dialogs.understanding.question import Intent, Question
from dialogs.understanding.words import fold

_ABOUT_A_MATTER = frozenset(
    {
        Intent.RECIPIENTS,
        Intent.WHO_RESPONSIBLE,
        Intent.DECISION_STATUS,
        Intent.LIST_PROPOSALS,
        Intent.HISTORY,
        Intent.HOW_TO_PROPOSE,
        Intent.COMPARE_YEARS,
    }
)
_LISTS = frozenset({Intent.LIST_GOALS, Intent.LIST_SUBGOALS})
_GOES_ON = re.compile(
    r"^\W*(?:och|men|and|but|what about|how about|hur ar det med|samma|same|eller|or)\b"
    r"|\b(?:da|then)\W*$"
)


_YES = re.compile(
    r"^\W*(?:ja|japp|jo|yes|yep|yeah|precis|exakt|exactly)(?: (?:tack|det|please|that))?\W*$"
)
_WHY = re.compile(
    r"^\W*(?:(?:men|och|but|and) )?(?:varfor|why)(?: (?:da|det|that|is that|then))?\W*$"
)
_WHAT_APPLIES = re.compile(r"\b(?:galle?r|gallde|galla|applie[sd]|appl(?:y|ying)|in force)\b")
"""Says itself what it is after: a list, whatever was asked before."""


def follow(question: Question, context: Context | None) -> Question:  # noqa: PLR0911 — a line for each kind of follow-up
    """The question with what it leaves out, taken from what the person asked before.

    What it says itself always counts. A question that says all it needs is left as it is.
    """
    if context is None or question.unknown_body or question.term:
        return question
    body = question.body or context.body
    years = question.years or ((context.year,) if context.year else ())
    if context.about and (taken_up := _taken_up(question, context)) is not None:
        return replace(taken_up, body=body, years=years, kind=context.kind, about=context.about)
    goes_on = bool(_GOES_ON.search(fold(question.text)))
    if question.intent in _ABOUT_A_MATTER:
        return _about_the_same(question, context, body)
    if question.topic:
        return replace(question, body=body, years=years) if goes_on else question
    if question.numbers or question.codes:
        if question.kind is None:
            return replace(question, body=body, years=years, kind=context.kind)
        return replace(question, body=body, years=years) if goes_on else question
    named = question.kind or question.both_kinds
    if named:
        is_list = question.intent in _LISTS
        return replace(question, body=body, years=years) if goes_on and is_list else question
    has_year = bool(question.years) or question.this_year
    if has_year == bool(question.body):  # both, or neither: it stands on its own
        return question
    goes_on_with = Intent(context.intent)
    if goes_on_with not in _LISTS and _WHAT_APPLIES.search(fold(question.text)):
        return replace(question, body=body, years=years)
    return replace(
        question,
        intent=goes_on_with,
        body=body,
        years=question.years if has_year else years,
        kind=context.kind,
        about=context.about,
    )


def _taken_up(question: Question, context: Context) -> Question | None:
    """A yes to the one wording that was offered, or a bare why: it is about what was spoken of."""
    plain = fold(question.text)
    if len(context.about) == 1 and _YES.search(plain):
        return replace(question, intent=Intent.GOAL_DETAIL)
    if _WHY.search(plain):
        return replace(question, intent=Intent.GOAL_DETAIL, beyond="beyond-reason")
    return None


def _about_the_same(question: Question, context: Context, body: str | None) -> Question:
    """Who gets it, is it decided: of the same body, year and wordings, unless others are named."""
    stands_alone = bool(
        question.topic or question.numbers or question.codes or question.kind or question.both_kinds
    )
    years = question.years
    if not years and not question.this_year and context.year and not stands_alone:
        years = () if question.intent is Intent.COMPARE_YEARS else (context.year,)
    about = () if stands_alone else context.about
    return replace(question, body=body, years=years, about=about)
