"""A plan: one body's ordered list of sub-goals for one year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from goals.goal import Source, Subgoal


class PlanStatus(StrEnum):
    """How far a year's list has come. The values are the stable words of `ask --json`."""

    PROPOSED = "proposed"
    DECIDED_NOT_ADJUSTED = "decided_not_adjusted"
    """Decided but the minutes are not adjusted: seen by the kansli only."""
    APPEALABLE = "appealable"
    IN_FORCE = "in_force"
    SUPERSEDED = "superseded"
    ANNULLED = "annulled"


@dataclass(frozen=True, slots=True)
class Plan:
    """One body's whole list for one year. A change is a new version, never an edit."""

    body: str
    year: int
    status: PlanStatus
    subgoals: tuple[Subgoal, ...]
    source: Source
    last_appeal_day: date | None = None
    """Known only when a person has confirmed it."""
    version: int = 1
