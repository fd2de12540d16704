"""What a proposal is made on: who may propose, in which matter, and from which list it starts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from goals.actor import KANSLI, Actor
from goals.draft import Base
from goals.errors import (
    MatterClosedError,
    NoMatterOfYearError,
    NoOpenMatterError,
    ProposingNotAllowedError,
    WindowClosedError,
    WindowNotOpenError,
)
from goals.goal import GoalSet, Subgoal
from goals.matter import TAKES_PROPOSALS, Matter
from goals.plan import Plan, PlanStatus
from goals.proposal import PROPOSERS
from goals.record import Record


@dataclass(frozen=True, slots=True)
class Ground:
    """What a proposal is made on: the matter, the list that it starts from, and the goals."""

    matter: Matter
    plan: Plan | None
    """None where the body has no list yet."""
    goal_set: GoalSet | None

    @property
    def base(self) -> Base | None:
        """The list, to be compared with."""
        return Base(self.plan.year, self.plan.version) if self.plan else None

    @property
    def subgoals(self) -> tuple[Subgoal, ...]:
        """The list's."""
        return self.plan.subgoals if self.plan else ()

    def subgoal(self, number: str) -> Subgoal | None:
        """The sub-goal with that number; where none has it, the one with that code."""
        wanted = number.strip().casefold()
        if not wanted:
            return None
        by_code = {(each.code or "").casefold(): each for each in reversed(self.subgoals)}
        by_number = {str(each.number): each for each in self.subgoals}
        return by_number.get(wanted) or by_code.get(wanted)


def may_propose(actor: Actor, body: str) -> bool:
    """Whether this person may propose changes to this body's sub-goals."""
    return any(actor.has(role, body) for role in PROPOSERS)


def may_read_register(actor: Actor, body: str) -> bool:
    """Whether this person may read what others have proposed."""
    return may_propose(actor, body) or any(actor.has(role, body) for role in KANSLI)


def ground(
    record: Record,
    body: str,
    year: int | None,
    *,
    actor: Actor,
    now: datetime,
    completing: bool = False,
) -> Ground:
    """What this person may propose on now; without a year, in the body's latest open matter.

    The window is for new proposals: whoever was asked for completion answers (`completing`) after
    it too. Raises ProposingNotAllowedError, NoOpenMatterError, MatterClosedError,
    WindowNotOpenError or WindowClosedError.
    """
    if not may_propose(actor, body):
        raise ProposingNotAllowedError(body=body)
    matter = _matter(record, body, year)
    window = None if completing else matter.window
    if window is not None and now < window.opens:
        raise WindowNotOpenError(body=body, year=matter.year, opens=window.opens.isoformat())
    if window is not None and now >= window.closes:
        raise WindowClosedError(body=body, year=matter.year, closes=window.closes.isoformat())
    return ground_of(record, matter)


def ground_of(record: Record, matter: Matter) -> Ground:
    """The matter with the list that it starts from."""
    return Ground(matter, _base(record, matter), record.goal_set(matter.body, matter.year))


def _matter(record: Record, body: str, year: int | None) -> Matter:
    of_body = [each for each in record.matters if each.body == body]
    if year is not None:
        of_year = next((each for each in of_body if each.year == year), None)
        if of_year is not None and of_year.state not in TAKES_PROPOSALS:
            raise MatterClosedError(body=body, year=year)
        of_body = [of_year] if of_year else []
    taking = [each for each in of_body if each.state in TAKES_PROPOSALS]
    if not taking:
        raise NoMatterOfYearError(body=body, year=year) if year else NoOpenMatterError(body=body)
    return max(taking, key=lambda each: each.year)


_COUNTING = frozenset({PlanStatus.IN_FORCE, PlanStatus.APPEALABLE, PlanStatus.SUPERSEDED})


def _base(record: Record, matter: Matter) -> Plan | None:
    """The list that was chosen; else the year's own, proposed one; else the latest that counts.

    Neither one that is annulled nor one that only the kansli may see.
    """
    if matter.based_on is not None:
        chosen = record.plan(matter.body, matter.based_on)
        if chosen is not None and chosen.status in {*_COUNTING, PlanStatus.PROPOSED}:
            return chosen
    own = record.plan(matter.body, matter.year)
    if own is not None and own.status is PlanStatus.PROPOSED:
        return own
    counting = [
        plan
        for plan in record.plans
        if plan.body == matter.body and plan.year <= matter.year and plan.status in _COUNTING
    ]
    return max(counting, key=lambda plan: plan.year, default=None)
