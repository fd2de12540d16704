"""What a source would change in the record, told before anything is recorded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TypeAlias, TypeVar

from goals.asking import Comparison, compare
from goals.contents import Contents, stated_in
from goals.document import Doubt, GoalDocument
from goals.errors import BodyUnknownError, NotAGoalDocumentError, NothingToImportError
from goals.goal import Body, Goal, GoalSet, Source, Subgoal
from goals.matter import TAKES_PROPOSALS, Matter
from goals.plan import Plan, PlanStatus
from goals.record import Record
from goals.workings import Working, misfits, worked_out

_Versioned = TypeVar("_Versioned", GoalSet, Plan, Matter)


class Outcome(StrEnum):
    """What becomes of one list or matter that is imported."""

    NEW = "new"
    """The record has none of the kind yet."""
    CHANGED = "changed"
    """It has other wordings than the record, and becomes a new version."""
    CONFIRMED = "confirmed"
    """It has the same wordings, and is the decision that the record lacked: a new version."""
    KEPT = "kept"
    """The record has the same wordings already: its version and its source stay."""
    HELD_BACK = "held-back"
    """It says less than the record (a proposal where there is a decision) and is not recorded."""


@dataclass(frozen=True, slots=True)
class GoalsDifference:
    """The goals of one period against those that are recorded for it."""

    stated: GoalSet
    recorded: GoalSet | None
    outcome: Outcome
    comparison: Comparison[Goal]


@dataclass(frozen=True, slots=True)
class PlanDifference:
    """The list of one year against the one that is recorded for it."""

    stated: Plan
    recorded: Plan | None
    outcome: Outcome
    comparison: Comparison[Subgoal]


@dataclass(frozen=True, slots=True)
class MatterDifference:
    """A matter against the one that is recorded for its year."""

    stated: Matter
    recorded: Matter | None
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Difference:
    """What a source would change in the record. Nothing has been recorded by making one."""

    goals: tuple[GoalsDifference, ...] = ()
    plans: tuple[PlanDifference, ...] = ()
    matters: tuple[MatterDifference, ...] = ()
    workings: tuple[Working, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    """Where it contradicts what is recorded, or cannot be worked out."""
    news: Contents = field(default_factory=Contents)
    """What would be recorded."""


Importable: TypeAlias = GoalDocument | Contents
"""What one paper states, or what a whole export holds."""


def body_of(document: GoalDocument, record: Record) -> Body | None:
    """Whose document it is: a recorded body by its name, an alias or its code, else a new one.

    None where the document does not say enough.
    """
    known = record.body_called(document.body) or record.body_called(document.body_code)
    if known is not None or not document.body or not document.body_code:
        return known
    return Body(document.body_code, document.body)


def difference(source: Importable, record: Record) -> Difference:
    """What recording the source would change.

    Raises NotAGoalDocumentError, BodyUnknownError or NothingToImportError.
    """
    if isinstance(source, Contents):
        return _compared(source, record, None)
    if not source.is_goal_document:
        raise NotAGoalDocumentError(document=source.name)
    body = body_of(source, record)
    if body is None:
        raise BodyUnknownError(document=source.name)
    stated = stated_in(source, body)
    lists, workings = worked_out(source, body.code, record)
    if not (stated.goal_sets or stated.plans or lists or workings):
        raise NothingToImportError(document=source.name)
    stated = replace(stated, plans=(*stated.plans, *lists))
    found = _compared(stated, record, source)
    doubts = (*misfits(workings), *_other_name(source, body), *found.doubts)
    return replace(found, workings=workings, doubts=doubts)


def differences(sources: Sequence[Importable], record: Record) -> tuple[Difference, ...]:
    """The same for several at once, each against the record as the ones before it leave it."""
    found = []
    for source in sources:
        found.append(difference(source, record))
        record = _with(record, found[-1].news)
    return tuple(found)


def _compared(stated: Contents, record: Record, document: GoalDocument | None) -> Difference:
    """`document` is None for an export, which states what was recorded as it was."""
    of_decision = document is None or document.decided
    goals = tuple(
        _goals_difference(each, record, of_decision=of_decision) for each in stated.goal_sets
    )
    plans = tuple(_plan_difference(each, record, of_decision=of_decision) for each in stated.plans)
    matters = tuple(_matter_difference(each, record) for each in stated.matters)
    news = Contents(
        goal_sets=tuple(_next(each.stated, each.recorded) for each in goals if _enters(each)),
        plans=tuple(_next(each.stated, each.recorded) for each in plans if _enters(each)),
        matters=tuple(_next(each.stated, each.recorded) for each in matters if _enters(each)),
        strategies=tuple(each for each in stated.strategies if each not in record.strategies),
    )
    used = {
        *(each.body for each in news.goal_sets),
        *(each.body for each in news.plans),
        *(each.body for each in news.matters),
    }
    unknown = tuple(each for each in stated.bodies if record.body(each.code) is None)
    # A paper without news does not even bring its body; an export brings all that it names.
    bodies = tuple(each for each in unknown if document is None or each.code in used)
    name = stated.municipality if document is None or news.changed else None
    doubts = (*_goal_doubts(goals, record), *_plan_doubts(plans), *_matter_doubts(matters))
    return Difference(
        goals, plans, matters, (), doubts, replace(news, bodies=bodies, municipality=name)
    )


def _enters(found: GoalsDifference | PlanDifference | MatterDifference) -> bool:
    return found.outcome in {Outcome.NEW, Outcome.CHANGED, Outcome.CONFIRMED}


def _next(stated: _Versioned, recorded: _Versioned | None) -> _Versioned:
    return replace(stated, version=recorded.version + 1 if recorded else 1)


def _wordings(items: Sequence[Goal] | Sequence[Subgoal]) -> list[tuple[str, str | None]]:
    return [(each.text, each.code) for each in items]


def _is_better_source(stated: Source, recorded: Source) -> bool:
    return stated.is_decision and not recorded.is_decision


def _is_weaker_source(stated: Source, recorded: Source, *, of_decision: bool) -> bool:
    """Whether a mere paper speaks of what a decision is recorded of (and is not that decision)."""
    return (
        recorded.is_decision
        and stated.digest != recorded.digest
        and not (of_decision and stated.is_decision)
    )


def _goals_difference(stated: GoalSet, record: Record, *, of_decision: bool) -> GoalsDifference:
    of_body = [each for each in record.goal_sets if each.body == stated.body]
    recorded = next((each for each in of_body if each.period == stated.period), None)
    if recorded is None and stated.period is None:
        # A paper that states no years states the goals again that have them.
        same = [e for e in of_body if _wordings(e.goals) == _wordings(stated.goals)]
        recorded = same[-1] if same else None
    if recorded is None:
        outcome = Outcome.NEW
    elif _wordings(recorded.goals) == _wordings(stated.goals):
        better = of_decision and _is_better_source(stated.source, recorded.source)
        same_years = recorded.period == stated.period
        outcome = Outcome.CONFIRMED if better and same_years else Outcome.KEPT
    elif _is_weaker_source(stated.source, recorded.source, of_decision=of_decision):
        outcome = Outcome.HELD_BACK
    else:
        outcome = Outcome.CHANGED
    old = recorded.goals if recorded else ()
    return GoalsDifference(stated, recorded, outcome, compare(old, stated.goals))


def _plan_difference(stated: Plan, record: Record, *, of_decision: bool) -> PlanDifference:
    recorded = record.plan(stated.body, stated.year)
    old = recorded.subgoals if recorded else ()
    outcome = _outcome_of_plan(stated, recorded, of_decision=of_decision)
    return PlanDifference(stated, recorded, outcome, compare(old, stated.subgoals))


def _outcome_of_plan(stated: Plan, recorded: Plan | None, *, of_decision: bool) -> Outcome:
    if recorded is None:
        return Outcome.NEW
    is_proposal = stated.status is PlanStatus.PROPOSED
    was_proposal = recorded.status is PlanStatus.PROPOSED
    if _wordings(recorded.subgoals) == _wordings(stated.subgoals):
        better = (
            of_decision
            and stated.status is recorded.status is PlanStatus.IN_FORCE
            and _is_better_source(stated.source, recorded.source)
        )
        return Outcome.CONFIRMED if better or (was_proposal and not is_proposal) else Outcome.KEPT
    if recorded.status is not PlanStatus.ANNULLED and (
        (is_proposal and not was_proposal) or _was_decided_here(recorded)
    ):
        return Outcome.HELD_BACK
    weaker = _is_weaker_source(stated.source, recorded.source, of_decision=of_decision)
    return Outcome.HELD_BACK if weaker and not was_proposal else Outcome.CHANGED


def _was_decided_here(plan: Plan) -> bool:
    """What a meeting decided that was recorded here changes by a correction only, by two people."""
    return plan.source.document is None and plan.source.is_decision


def _matter_difference(stated: Matter, record: Record) -> MatterDifference:
    recorded = record.matter(stated.body, stated.year)
    if recorded is None:
        return MatterDifference(stated, None, Outcome.NEW)
    after = recorded.stated_again(stated)
    if _said(after) == _said(recorded) and after.source.dnr in (None, recorded.source.dnr):
        outcome = Outcome.KEPT
    elif stated.state in TAKES_PROPOSALS and recorded.state not in TAKES_PROPOSALS:
        outcome = Outcome.HELD_BACK
    else:
        outcome = Outcome.CHANGED
    return MatterDifference(after, recorded, outcome)


def _said(matter: Matter) -> tuple[object, ...]:
    """What a paper says of a matter: not what it is called there."""
    return (matter.state, matter.decision_points, matter.recipients, matter.officer)


# --- doubts that only the record shows ---


def _goal_doubts(found: Sequence[GoalsDifference], record: Record) -> list[Doubt]:
    doubts = []
    for each in found:
        if each.outcome in {Outcome.CHANGED, Outcome.HELD_BACK} and each.recorded is not None:
            doubts.append(
                Doubt(
                    f"doubt-goals-{each.outcome}",
                    None,
                    {
                        "body": each.stated.body,
                        "period": str(each.stated.period or "–"),
                        "document": each.recorded.source.document or "–",
                    },
                )
            )
        doubts += [
            Doubt(
                "doubt-goals-overlap",
                None,
                {"period": str(each.stated.period), "other": str(other.period)},
            )
            for other in record.goal_sets
            if each.outcome is Outcome.NEW and _overlap(each.stated, other)
        ]
    return doubts


def _overlap(one: GoalSet, other: GoalSet) -> bool:
    """Whether two sets of goals of a body are for some of the same years, but not for all."""
    if one.body != other.body or one.period is None or other.period is None:
        return False
    first, second = one.period, other.period
    return first != second and first.first <= second.last and second.first <= first.last


def _plan_doubts(found: Sequence[PlanDifference]) -> list[Doubt]:
    return [
        Doubt(
            f"doubt-subgoals-{each.outcome}",
            None,
            {
                "body": each.stated.body,
                "year": each.stated.year,
                "document": _name_of(each.recorded.source),
            },
        )
        for each in found
        if each.recorded is not None
        and (
            each.outcome is Outcome.HELD_BACK
            or (each.outcome is Outcome.CHANGED and each.recorded.status is not PlanStatus.PROPOSED)
        )
    ]


def _name_of(source: Source) -> str:
    """What a list was taken from: its document, or the § of a decision that was recorded here."""
    return source.document or source.paragraph or "–"


def _matter_doubts(found: Sequence[MatterDifference]) -> list[Doubt]:
    return [
        Doubt("doubt-matter-held-back", None, {"body": each.stated.body, "year": each.stated.year})
        for each in found
        if each.outcome is Outcome.HELD_BACK
    ]


def _other_name(document: GoalDocument, body: Body) -> list[Doubt]:
    """The code is a recorded body's, and the name is none that it is known by."""
    if not document.body or body.is_called(document.body):
        return []
    return [
        Doubt(
            "doubt-other-name",
            None,
            {"code": body.code, "name": body.name, "body": document.body},
        )
    ]


# --- the record with what is new ---


def _with(record: Record, news: Contents) -> Record:
    """The record as it would be: for comparing the next document with, so in no order."""
    return replace(
        record,
        bodies=(*record.bodies, *news.bodies),
        goal_sets=_newest(record.goal_sets, news.goal_sets),
        plans=_newest(record.plans, news.plans),
        matters=_newest(record.matters, news.matters),
        strategies=(*record.strategies, *news.strategies),
        municipality=record.municipality or news.municipality,
    )


def _newest(
    recorded: tuple[_Versioned, ...], news: tuple[_Versioned, ...]
) -> tuple[_Versioned, ...]:
    taken: set[tuple[str, object]] = {_place(each) for each in news}
    newest: list[_Versioned] = [each for each in recorded if _place(each) not in taken]
    newest.extend(news)
    return tuple(newest)


def _place(each: GoalSet | Plan | Matter) -> tuple[str, object]:
    return each.body, each.period if isinstance(each, GoalSet) else each.year
