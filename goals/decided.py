"""What a unit is told of a decision: everything from the record, as it stands now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from goals.asking import Comparison, compare
from goals.event import Event, Value, digest_of
from goals.goal import Body, GoalSet, Subgoal
from goals.matter import Matter
from goals.matter_steps import day_of, last_event_of, text_of
from goals.plan import Plan, PlanStatus
from goals.record import Record


@dataclass(frozen=True, slots=True)
class Correction:
    """An evident slip of the decision that was mended after it had been adjusted."""

    number: int
    """Of the sub-goal."""
    old: str
    new: str
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Annulment:
    """A court's judgment that annulled the decision."""

    day: date | None
    judgment: str


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision, whole: to be understood without any other paper."""

    body: Body
    matter: Matter
    plan: Plan
    """The year's list, with what was corrected in it."""
    points: tuple[str, ...]
    goals: GoalSet | None
    before: Plan | None
    """The list of the year before it, or of the latest one before that; None for the first."""
    changes: Comparison[Subgoal] | None
    adjusted: date | None
    announced: date | None
    last_day: date | None
    """On which it can be appealed against."""
    reservations: str | None
    corrections: tuple[Correction, ...] = ()
    """The oldest first."""
    annulled: Annulment | None = None

    @property
    def digest(self) -> str:
        """SHA-256 of what a unit is told of it, as proof of what was sent."""
        values: list[Value] = [
            self.body.name,
            self.matter.title,
            self.matter.source.dnr,
            self.plan.source.paragraph,
            self.plan.source.date.isoformat() if self.plan.source.date else None,
            *self.points,
            *(each.text for each in (self.goals.goals if self.goals else ())),
            *(each.text for each in self.plan.subgoals),
            *(each.isoformat() if each else None for each in (self.adjusted, self.announced)),
            self.last_day.isoformat() if self.last_day else None,
            self.reservations,
            *(each.new for each in self.corrections),
            self.annulled.judgment if self.annulled else None,
        ]
        return digest_of(*values)


def decided_of(record: Record, events: Sequence[Event], body: str, year: int) -> Decided | None:
    """The adjusted decision of a matter; None where there is none.

    `events` are the matter's, the oldest first.
    """
    matter, plan, of = record.matter(body, year), record.plan(body, year), record.body(body)
    adjusted = last_event_of(events, "adjust")
    if matter is None or plan is None or of is None or adjusted is None:
        return None
    before = max(
        (
            each
            for each in record.plans
            if each.body == body and each.year < year and each.status is not PlanStatus.ANNULLED
        ),
        key=lambda each: each.year,
        default=None,
    )
    announced, annulled = last_event_of(events, "announce"), last_event_of(events, "annul")
    return Decided(
        of,
        matter,
        plan,
        matter.decision_points,
        record.goal_set(body, year),
        before,
        compare(before.subgoals, plan.subgoals) if before else None,
        day_of(adjusted, "day"),
        day_of(announced, "day"),
        plan.last_appeal_day,
        text_of(last_event_of(events, "decide"), "reservations"),
        tuple(_correction(each) for each in events if _is_correction(each)),
        Annulment(day_of(annulled, "day"), text_of(annulled, "judgment") or "")
        if annulled
        else None,
    )


def _is_correction(event: Event) -> bool:
    return event.proposal is None and event.what == "correct"


def _correction(event: Event) -> Correction:
    number = event.data.get("number")
    return Correction(
        number if isinstance(number, int) else 0,
        text_of(event, "old") or "",
        text_of(event, "new") or "",
        text_of(event, "reason") or "",
        event.at,
    )
