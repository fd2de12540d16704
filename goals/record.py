"""The record: everything one tenant has recorded, as one value that can be asked."""

from __future__ import annotations

from dataclasses import dataclass

from goals.calendar import OwnDay
from goals.goal import Body, GoalSet
from goals.matter import Matter
from goals.plan import Plan
from goals.strategy import Strategy
from goals.words import TaughtWord


@dataclass(frozen=True, slots=True)
class Record:
    """The newest version of each list, and of each matter, of one tenant.

    Frozen, so that one value can serve every question until something new is recorded.
    """

    tenant: str
    revision: int
    """Rises by one each time something is recorded in the tenant."""
    bodies: tuple[Body, ...] = ()
    goal_sets: tuple[GoalSet, ...] = ()
    plans: tuple[Plan, ...] = ()
    matters: tuple[Matter, ...] = ()
    words: tuple[TaughtWord, ...] = ()
    """The words it has taught, by word."""
    strategies: tuple[Strategy, ...] = ()
    """The political strategies that its bodies have to heed, by body and name."""
    earlier: tuple[Plan, ...] = ()
    """Of each list that is decided and not adjusted the version before it, where it has one."""
    own_days: tuple[OwnDay, ...] = ()
    """The days that the municipality has free besides the holidays, by day."""
    veiled: tuple[tuple[str, int], ...] = ()
    """The lists, by body and year, that are kept from who reads this (`goals.seeing`)."""
    municipality: str | None = None
    """Its name, as somebody or a document told it; None until then."""

    def body(self, code: str) -> Body | None:
        """The body with this code, or None."""
        return next((body for body in self.bodies if body.code == code), None)

    def body_called(self, name: str | None) -> Body | None:
        """The body with this code, name or alias, in that order; None for none."""
        if not name:
            return None
        by_code = next((body for body in self.bodies if body.code == name.upper()), None)
        return by_code or next((body for body in self.bodies if body.is_called(name)), None)

    def plan(self, body: str, year: int) -> Plan | None:
        """The body's list for that very year, or None."""
        return next((plan for plan in self.plans if (plan.body, plan.year) == (body, year)), None)

    def matter(self, body: str, year: int) -> Matter | None:
        """The body's matter of that year, or None."""
        return next((m for m in self.matters if (m.body, m.year) == (body, year)), None)

    def goal_set(self, body: str, year: int | None = None) -> GoalSet | None:
        """The body's goals that cover the year; the latest ones when no year is given."""
        sets = [each for each in self.goal_sets if each.body == body]
        if year is not None:
            sets = [each for each in sets if each.period is None or year in each.period]
        return max(sets, key=lambda each: each.period.last if each.period else 0, default=None)
