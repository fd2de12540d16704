"""Bodies, their goals and their sub-goals."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Body:
    """A nämnd or a kommunstyrelse: whoever has goals of its own."""

    code: str
    """The customary abbreviation, "KS"; unique in the tenant."""
    name: str
    """As the documents write it, "Kommunstyrelsen"."""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """Where a wording comes from. What the record does not have is None, never guessed."""

    document: str | None = None
    digest: str | None = None
    """SHA-256 of the document's bytes, in hexadecimal."""
    dnr: str | None = None
    date: date | None = None
    paragraph: str | None = None


class Kind(StrEnum):
    """What a quoted wording is."""

    GOAL = "goal"
    SUBGOAL = "subgoal"


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal (mål) of a body, for a period of years."""

    body: str
    number: int
    """Its place in the list, from 1."""
    text: str
    code: str | None = None
    """The document's own code ("1.1", "A1"), where it has one."""


@dataclass(frozen=True, slots=True)
class Subgoal:
    """A sub-goal (delmål) of a body, for one year."""

    body: str
    year: int
    number: int
    """Its place in the year's list, from 1."""
    text: str
    code: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The years, first and last included, that a set of goals is for."""

    first: int
    last: int

    def __contains__(self, year: int) -> bool:
        return self.first <= year <= self.last

    def __str__(self) -> str:
        return f"{self.first}–{self.last}" if self.first != self.last else str(self.first)


@dataclass(frozen=True, slots=True)
class GoalSet:
    """One body's goals for one period, in their order, as one source states them."""

    body: str
    period: Period | None
    """None where the document states no period."""
    goals: tuple[Goal, ...]
    source: Source
    version: int = 1
