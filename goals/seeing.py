"""What of the record a person may see: until justering, a decision is the kansli's alone."""

from __future__ import annotations

from dataclasses import replace

from goals.actor import Actor
from goals.asking import may_see
from goals.matter import Matter, MatterState
from goals.plan import Plan
from goals.record import Record


def seen_by(record: Record, actor: Actor) -> Record:
    """The record as this person may see it; the very same where nothing is kept from them.

    A list that is decided and not adjusted is as it was before the meeting, or not there at all,
    and its matter is on the agenda.
    """
    veiled = tuple((p.body, p.year) for p in record.plans if not may_see(p, actor))
    if not veiled:
        return record
    before = {(each.body, each.year): each for each in record.earlier}
    plans: list[Plan] = []
    for plan in record.plans:
        place = (plan.body, plan.year)
        if place not in veiled:
            plans.append(plan)
        elif place in before:
            plans.append(before[place])
    return replace(
        record,
        plans=tuple(plans),
        matters=tuple(
            _before(each) if (each.body, each.year) in veiled else each for each in record.matters
        ),
        earlier=(),
        veiled=veiled,
    )


def _before(matter: Matter) -> Matter:
    if matter.state is not MatterState.DECIDED_NOT_ADJUSTED:
        return matter
    return replace(matter, state=MatterState.ON_AGENDA, version=matter.version - 1)
