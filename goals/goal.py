"""Bodies, their goals and their sub-goals."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Body:
    """A nämnd or a kommunstyrelse: whoever has goals of its own."""

    code: str
    """The customary abbreviation, "KS"; unique in the tenant."""
    name: str
    """As the documents write it, "Kommunstyrelsen"."""
    aliases: tuple[str, ...] = ()
    """Other names that documents and people use for it."""

    def is_called(self, name: str) -> bool:
        """Whether it is known by this code, name or alias; case and spacing do not count."""
        plain = _plain(name)
        return any(_plain(each) == plain for each in (self.code, self.name, *self.aliases))


@dataclass(frozen=True, slots=True)
class Source:
    """Where a wording comes from. What the record does not have is None, never guessed."""

    document: str | None = None
    digest: str | None = None
    """SHA-256 of the document's bytes, in hexadecimal."""
    dnr: str | None = None
    date: dt.date | None = None
    paragraph: str | None = None
    base: str | None = None
    """The document whose list this one amends, where the list was worked out and not stated."""

    @property
    def is_decision(self) -> bool:
        """Whether the source is the decision itself, and not a paper that speaks of it."""
        return self.date is not None and self.paragraph is not None


@dataclass(frozen=True, slots=True)
class Origin:
    """Where in its source a wording stands, as far as that is known."""

    line: int | None = None
    page: int | None = None
    by_hand: bool = False
    """Whether a person changed the wording as it was imported: the source has another one."""


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
    under: str | None = None
    """The overarching goal that it stands under, in the document's words."""
    origin: Origin = Origin()


@dataclass(frozen=True, slots=True)
class Subgoal:
    """A sub-goal (delmål) of a body, for one year."""

    body: str
    year: int
    number: int
    """Its place in the year's list, from 1."""
    text: str
    code: str | None = None
    under: str | None = None
    """The goal that it stands under, in that goal's own words: its number may change."""
    origin: Origin = Origin()
    was: tuple[int, int] | None = field(default=None, compare=False)
    """The year and the number of the sub-goal that it was before a decision made here, whatever
    became of its words; None for what is new, and where no such decision says so."""


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


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
