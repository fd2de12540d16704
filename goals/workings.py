"""The list that a decision leads to which amends an earlier list, and how it was worked out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from goals.amending import place_of, reworded
from goals.contents import source_of, status_of_list
from goals.document import Amendment, AmendmentKind, Doubt, GoalDocument
from goals.goal import Origin, Subgoal
from goals.plan import Plan, PlanStatus
from goals.record import Record


@dataclass(frozen=True, slots=True)
class Step:
    """One point of a decision that amends, and the wording that it meets."""

    amendment: Amendment
    old: Subgoal | None = None


@dataclass(frozen=True, slots=True)
class Working:
    """How the list of a year was worked out from a decision that amends an earlier list."""

    body: str
    year: int
    base: Plan | None
    """The list that is amended; None where the record has none."""
    steps: tuple[Step, ...]
    misfit: Amendment | None = None
    """The first point that fits no wording, or several: then no list was worked out."""


def worked_out(
    document: GoalDocument, body: str, record: Record
) -> tuple[list[Plan], tuple[Working, ...]]:
    """The lists that the paper's amendments lead to, and how; no list where a point misfits."""
    own_year = max(document.years, default=None)
    plans: list[Plan] = []
    workings: list[Working] = []
    years = {each.year or own_year for each in document.amendments}
    years -= {each.year for each in document.subgoals}  # the list it states is the list
    for year in sorted(year for year in years if year is not None):
        amendments = [each for each in document.amendments if (each.year or own_year) == year]
        base = _base(record, body, year)
        if base is not None and base.year == year and base.source.digest == document.digest:
            plans.append(base)  # worked out before, from this very paper: not amended once more
            continue
        working = _work_out(body, year, base, amendments)
        workings.append(working)
        if base is None or working.misfit is not None:
            continue
        source = replace(source_of(document), base=_base_document(base))
        subgoals = _amended(base, working.steps, year)
        plans.append(Plan(body, year, status_of_list(document, year), subgoals, source))
    return plans, tuple(workings)


def _base(record: Record, body: str, year: int) -> Plan | None:
    """The list that a decision for the year amends: the year's own, else the latest before it."""
    plans = [
        plan
        for plan in record.plans
        if plan.body == body and plan.year <= year and plan.status is not PlanStatus.ANNULLED
    ]
    return max(plans, key=lambda plan: plan.year, default=None)


def _base_document(base: Plan) -> str | None:
    return base.source.base or base.source.document


def _work_out(body: str, year: int, base: Plan | None, amendments: Sequence[Amendment]) -> Working:
    """Which wording each point meets, and the first point that meets none or several."""
    steps: list[Step] = []
    for amendment in amendments:
        if amendment.kind is AmendmentKind.ADD:
            steps.append(Step(amendment))
            continue
        place = place_of(base.subgoals, amendment.target) if base else None
        met = base.subgoals[place - 1] if base and place else None
        if (
            met is None
            or met in {step.old for step in steps}
            or (amendment.kind is not AmendmentKind.REMOVE and not reworded(met.text, amendment))
        ):
            return Working(body, year, base, tuple(steps), amendment)
        steps.append(Step(amendment, met))
    return Working(body, year, base, tuple(steps))


def _amended(base: Plan, steps: Sequence[Step], year: int) -> tuple[Subgoal, ...]:
    """The whole list after the steps. What is kept has no place in the paper that amends it."""
    by_number = {step.old.number: step.amendment for step in steps if step.old is not None}
    wordings: list[Subgoal] = []
    for old in base.subgoals:
        amendment = by_number.get(old.number)
        if amendment is None:
            wordings.append(replace(old, origin=Origin(by_hand=old.origin.by_hand)))
        elif (text := reworded(old.text, amendment)) and amendment.kind is not AmendmentKind.REMOVE:
            origin = Origin(amendment.line, amendment.page)
            wordings.append(replace(old, text=text, origin=origin))
    wordings += [
        Subgoal(base.body, year, 0, added.text, origin=Origin(added.line, added.page))
        for added in (step.amendment for step in steps if step.old is None)
        if added.text
    ]
    return tuple(
        replace(each, year=year, number=number) for number, each in enumerate(wordings, start=1)
    )


def misfits(workings: Sequence[Working]) -> list[Doubt]:
    """What has to be left to a person: no list to amend, or a point that fits none of it."""
    doubts = []
    for working in workings:
        arguments: dict[str, str | int] = {"body": working.body, "year": working.year}
        if working.base is None:
            doubts.append(Doubt("doubt-amendment-no-base", None, arguments))
        elif working.misfit is not None:
            arguments["target"] = working.misfit.target or "–"
            doubts.append(Doubt("doubt-amendment-unfit", working.misfit.line, arguments))
    return doubts
