"""A goal document enters the record."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from goals.document import GoalDocument
from goals.errors import BodyUnknownError, NotAGoalDocumentError
from goals.goal import Body, Goal, GoalSet, Source, Subgoal
from goals.matter import Matter, MatterState
from goals.plan import Plan, PlanStatus
from goals.ports import OpenLedger
from goals.record import Record

_Versioned = TypeVar("_Versioned", GoalSet, Plan)


@dataclass(frozen=True, slots=True)
class ImportReceipt:
    """What an import added to the record; nothing where all of it stood there already."""

    goal_sets: tuple[GoalSet, ...] = ()
    plans: tuple[Plan, ...] = ()
    matters: tuple[Matter, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether anything was recorded."""
        return bool(self.goal_sets or self.plans or self.matters)


async def record_document(
    document: GoalDocument, *, tenant: str, open_ledger: OpenLedger, now: datetime
) -> ImportReceipt:
    """Record what a document states; the same document twice records nothing new.

    Raises NotAGoalDocumentError, BodyUnknownError or TenantUnknownError, and then nothing
    has been recorded.
    """
    if not document.is_goal_document:
        raise NotAGoalDocumentError(document=document.name)
    if not document.body or not document.body_code:
        raise BodyUnknownError(document=document.name)
    async with open_ledger(tenant, now=now) as ledger:
        record = await ledger.record()
        receipt = _news(_stated(document, document.body_code), record)
        if record.body(document.body_code) is None and receipt.changed:
            await ledger.add_body(Body(document.body_code, document.body))
        for goal_set in receipt.goal_sets:
            await ledger.add_goal_set(goal_set)
        for plan in receipt.plans:
            await ledger.add_plan(plan)
        for matter in receipt.matters:
            await ledger.add_matter(matter)
    return receipt


def _stated(document: GoalDocument, body: str) -> ImportReceipt:
    """The lists and the matter that the document speaks of, as version 1."""
    source = Source(document.name, document.digest, document.dnr, document.date, document.paragraph)
    matter_year = max(document.years, default=None)
    goals = tuple(
        Goal(body, number, stated.text, stated.code)
        for number, stated in enumerate(document.goals, start=1)
    )
    plans = []
    for year in sorted({stated.year for stated in document.subgoals}):
        subgoals = [stated for stated in document.subgoals if stated.year == year]
        plans.append(
            Plan(
                body,
                year,
                _status_of_list(document, year),
                tuple(
                    Subgoal(body, year, number, stated.text, stated.code)
                    for number, stated in enumerate(subgoals, start=1)
                ),
                source,
            )
        )
    matters: tuple[Matter, ...] = ()
    if matter_year is not None and document.decision_points:
        matters = (
            Matter(
                body,
                matter_year,
                document.title or document.name,
                MatterState.DECIDED if document.decided else MatterState.PREPARING,
                document.decision_points,
                document.recipients,
                document.officer,
                source,
            ),
        )
    sets = (GoalSet(body, document.goal_period, goals, source),) if goals else ()
    return ImportReceipt(sets, tuple(plans), matters)


def _status_of_list(document: GoalDocument, year: int) -> PlanStatus:
    """A paper that proposes something for its own year states earlier years' lists as they are."""
    proposes_this_year = not document.decided and year == max(document.years, default=year)
    if proposes_this_year and document.decision_points:
        return PlanStatus.PROPOSED
    return PlanStatus.IN_FORCE


def _news(stated: ImportReceipt, record: Record) -> ImportReceipt:
    """What of it the record does not have, with the version each would get."""
    sets: list[GoalSet] = []
    for goal_set in stated.goal_sets:
        of_period = [
            each
            for each in record.goal_sets
            if (each.body, each.period) == (goal_set.body, goal_set.period)
        ]
        version = max((each.version for each in of_period), default=0)
        if not any(_same(each, goal_set) for each in of_period):
            sets.append(replace(goal_set, version=version + 1))
    plans: list[Plan] = []
    for plan in stated.plans:
        recorded = record.plan(plan.body, plan.year)
        if recorded is None or not _same(recorded, plan):
            plans.append(replace(plan, version=recorded.version + 1 if recorded else 1))
    matters: list[Matter] = []
    for matter in stated.matters:
        earlier = record.matter(matter.body, matter.year)
        after = earlier.stated_again(matter) if earlier else matter
        if earlier is None:
            matters.append(after)
        elif after != earlier:
            matters.append(replace(after, version=earlier.version + 1))
    return ImportReceipt(tuple(sets), tuple(plans), tuple(matters))


def _same(recorded: _Versioned, stated: _Versioned) -> bool:
    return replace(stated, version=recorded.version) == recorded
