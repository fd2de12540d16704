"""A goal document as it was read: what it states, and what is doubtful in it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum

from goals.goal import Period


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something a person should look at. The key names a sentence in `dialogs/texts`."""

    key: str
    line: int | None = None
    """The line in the source, from 1, where it was seen."""
    arguments: dict[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StatedGoal:
    """A goal as a document states it."""

    text: str
    code: str | None = None
    line: int | None = None
    page: int | None = None
    under: str | None = None
    """The overarching goal that it stands under, in the document's words."""
    by_hand: bool = False
    """Whether a person changed the wording before it was recorded."""


@dataclass(frozen=True, slots=True)
class StatedSubgoal:
    """A sub-goal as a document states it."""

    text: str
    year: int
    code: str | None = None
    line: int | None = None
    page: int | None = None
    goal: int | None = None
    """The place, from 1, of the document's goal that it stands under."""
    by_hand: bool = False
    """Whether a person changed the wording before it was recorded."""


class AmendmentKind(StrEnum):
    """What a decision does to one sub-goal of the list that it amends."""

    ADD = "add"
    REWORD = "reword"
    REMOVE = "remove"
    REPLACE = "replace"
    """Some words of it give way to others: "i delmål 2 byta ut x mot y"."""


@dataclass(frozen=True, slots=True)
class Amendment:
    """One point of a decision that amends: "delmål 3 får lydelsen …"."""

    kind: AmendmentKind
    year: int | None = None
    target: str | None = None
    """The sub-goal's number or code, or its words; None for what is added."""
    text: str | None = None
    """The new wording, or the words that come instead; None for what is removed."""
    line: int | None = None
    page: int | None = None
    replaced: str | None = None
    """The words that give way, of REPLACE; None where the new ones come last."""
    of_goal: bool = False
    """Whether it names what it changes as a goal, and not as a sub-goal."""


@dataclass(frozen=True, slots=True)
class GoalDocument:
    """What one document says. What it does not say is None or empty, never guessed."""

    name: str
    digest: str
    """SHA-256 of the document's bytes, in hexadecimal."""
    is_goal_document: bool
    title: str | None = None
    municipality: str | None = None
    body: str | None = None
    body_code: str | None = None
    years: tuple[int, ...] = ()
    goal_period: Period | None = None
    goals: tuple[StatedGoal, ...] = ()
    subgoals: tuple[StatedSubgoal, ...] = ()
    decision_points: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    officer: str | None = None
    dnr: str | None = None
    date: dt.date | None = None
    paragraph: str | None = None
    decided: bool = False
    amendments: tuple[Amendment, ...] = ()
    """What it changes in a list that it does not itself state."""
    doubts: tuple[Doubt, ...] = ()
