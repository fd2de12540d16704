"""What a source states, ready to be recorded."""

from __future__ import annotations

from dataclasses import dataclass

from goals.document import GoalDocument
from goals.goal import Body, Goal, GoalSet, Origin, Source, Subgoal
from goals.matter import Matter, MatterState
from goals.plan import Plan, PlanStatus
from goals.strategy import Strategy


@dataclass(frozen=True, slots=True)
class Contents:
    """What a source states, or what of it is new to the record."""

    bodies: tuple[Body, ...] = ()
    goal_sets: tuple[GoalSet, ...] = ()
    plans: tuple[Plan, ...] = ()
    matters: tuple[Matter, ...] = ()
    strategies: tuple[Strategy, ...] = ()
    municipality: str | None = None
    """Its name, where the source says it."""

    @property
    def changed(self) -> bool:
        """Whether there is anything beyond the names of bodies."""
        return bool(self.goal_sets or self.plans or self.matters or self.strategies)


def stated_in(document: GoalDocument, body: Body) -> Contents:
    """The lists and the matter that the document speaks of, as version 1."""
    source = source_of(document)
    goals = tuple(
        Goal(
            body.code,
            number,
            stated.text,
            stated.code,
            stated.under,
            Origin(stated.line, stated.page, stated.by_hand),
        )
        for number, stated in enumerate(document.goals, start=1)
    )
    return Contents(
        (body,),
        (GoalSet(body.code, document.goal_period, goals, source),) if goals else (),
        tuple(
            _stated_plan(document, body.code, year, goals, source)
            for year in sorted({stated.year for stated in document.subgoals})
        ),
        _stated_matters(document, body.code, source),
        municipality=document.municipality,
    )


def source_of(document: GoalDocument) -> Source:
    """The document as the source of what it states."""
    return Source(document.name, document.digest, document.dnr, document.date, document.paragraph)


def _stated_plan(
    document: GoalDocument, body: str, year: int, goals: tuple[Goal, ...], source: Source
) -> Plan:
    of_year = [stated for stated in document.subgoals if stated.year == year]
    subgoals = tuple(
        Subgoal(
            body,
            year,
            number,
            stated.text,
            stated.code,
            goals[stated.goal - 1].text if stated.goal and stated.goal <= len(goals) else None,
            Origin(stated.line, stated.page, stated.by_hand),
        )
        for number, stated in enumerate(of_year, start=1)
    )
    return Plan(body, year, status_of_list(document, year), subgoals, source)


def _stated_matters(document: GoalDocument, body: str, source: Source) -> tuple[Matter, ...]:
    year = max(document.years, default=None)
    if year is None or not document.decision_points:
        return ()
    return (
        Matter(
            body,
            year,
            document.title or document.name,
            MatterState.DECIDED if document.decided else MatterState.PREPARING,
            document.decision_points,
            document.recipients,
            document.officer,
            source,
        ),
    )


def status_of_list(document: GoalDocument, year: int) -> PlanStatus:
    """A paper that proposes something for its own year states earlier years' lists as they are."""
    proposes_this_year = not document.decided and year == max(document.years, default=year)
    if proposes_this_year and document.decision_points:
        return PlanStatus.PROPOSED
    return PlanStatus.IN_FORCE
