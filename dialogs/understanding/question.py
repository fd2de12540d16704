"""What a question was understood to be."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dialogs.context import Reference
from goals.goal import Kind


class Intent(StrEnum):
    """What a text is after. The values are the stable words of `ask --json`."""

    LIST_GOALS = "list_goals"
    LIST_SUBGOALS = "list_subgoals"
    GOAL_DETAIL = "goal_detail"
    TOPIC_SEARCH = "topic_search"
    COMPARE_YEARS = "compare_years"
    DECISION_STATUS = "decision_status"
    RECIPIENTS = "recipients"
    WHO_RESPONSIBLE = "who_responsible"
    HOW_TO_PROPOSE = "how_to_propose"
    MY_PROPOSALS = "my_proposals"
    LIST_PROPOSALS = "list_proposals"
    HELP = "help"
    GREETING = "greeting"
    SMALLTALK = "smalltalk"
    PROCESS_QUESTION = "process_question"
    HISTORY = "history"
    OUT_OF_SCOPE = "out_of_scope"


LAST = -1
"""The number meant by "the last one"; -2 is the last but one."""


@dataclass(frozen=True, slots=True)
class Question:
    """A text, understood. Pure values: nothing here has looked into the record but for bodies."""

    text: str
    """Cleaned, as typed."""
    intent: Intent
    language: str | None
    """ "sv", "en", or None where the text does not tell."""
    body: str | None = None
    """The code of a body that the tenant has."""
    bodies: tuple[str, ...] = ()
    """All that were named, in order, where there are several."""
    unknown_body: str | None = None
    """A body that was named but is not in the tenant's record, as it was written."""
    years: tuple[int, ...] = ()
    """As asked for, in order; empty for "now" and "this year"."""
    this_year: bool = False
    """"I år": the present year was asked for by that word."""
    numbers: tuple[int, ...] = ()
    codes: tuple[str, ...] = ()
    """The documents' own codes that were named, in small letters: "2.3", "a1"."""
    above: int | None = None
    """The number of the goal whose sub-goals are asked for: "delmålen under mål 3"."""
    is_span: bool = False
    """Whether the years were written as a span, "2024-2026": the period, not one and the other."""
    kind: Kind | None = None
    """Whether goals or sub-goals were named; None for neither, or both."""
    both_kinds: bool = False
    topic: tuple[str, ...] = ()
    """The words that say what it is about, in lower case."""
    focus: tuple[str, ...] = ()
    """Those of them that follow "mål om …", "anything on …"."""
    is_service: bool = False
    """Whether it asks for a service or a private matter: how to apply, when it opens."""
    beyond: str | None = None
    """The key of what is said first where it asks for what no record holds: "beyond-reason" …"""
    term: str | None = None
    """The key of a word of the process that was asked about."""
    compared_terms: tuple[str, ...] = ()
    """Those whose difference from it was asked for."""
    about: tuple[Reference, ...] = ()
    """The wordings that a follow-up goes on about, from the person's last question."""
    mended: tuple[tuple[str, str], ...] = ()
    """The words taken for misspelt, as typed, each with the one it was meant to be."""
    why: tuple[str, ...] = ()
    """How it was understood, a line a step, for `ask --explain`."""
