"""A step is an event; what it says of a proposal is read from the event, and from nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime

from goals.actor import Actor, Role
from goals.event import Event, Value
from goals.ports import Ledger
from goals.proposal import (
    Advice,
    Meeting,
    Outcome,
    Proposal,
    ProposalState,
    Recommendation,
    Ruling,
    Step,
)
from goals.telling import tell_of


async def taken(
    ledger: Ledger,
    proposal: Proposal,
    step: Step,
    *,
    actor: Actor,
    role: Role,
    now: datetime,
    data: Mapping[str, Value] | None = None,
) -> Proposal:
    """Take a step: the event is recorded, whom it concerns is told, the proposal is as it says.

    Raises StepForbiddenError.
    """
    after = proposal.after(step, at=now)
    event = Event(
        at=now,
        what=step.value,
        by=actor.object_id,
        role=role,
        body=proposal.body,
        year=proposal.year,
        proposal=proposal.id,
        state=after.state.value,
        data=dict(data or {}),
    )
    await ledger.append(event)
    result = told(proposal, (event,))
    await tell_of(step, result, actor=actor, ledger=ledger)
    return result


def told(proposal: Proposal, events: Iterable[Event]) -> Proposal:
    """The proposal as its events tell, the oldest first."""
    for event in events:
        proposal = replace(
            proposal,
            state=ProposalState(event.state or ""),
            since=event.at,
            reason=_reason(event),
        )
        if "advice" in event.data:
            proposal = replace(proposal, recommendation=_recommendation(event), by_au=None)
        elif "outcome" in event.data and event.data.get("meeting") == Meeting.AU.value:
            proposal = replace(proposal, by_au=_ruling(event))
        elif "outcome" in event.data:
            proposal = replace(proposal, by_body=_ruling(event))
    return proposal


def _reason(event: Event) -> str | None:
    """Why completion is asked for, or it was sent back; other reasons stand where they belong."""
    of_its_own = "advice" in event.data or "outcome" in event.data
    return None if of_its_own and event.what != Step.REMIT else _text(event, "reason")


def _recommendation(event: Event) -> Recommendation:
    return Recommendation(
        Advice(str(event.data["advice"])),
        _text(event, "reason") or "",
        _text(event, "text"),
        _text(event, "same_as"),
    )


def _ruling(event: Event) -> Ruling:
    return Ruling(
        Outcome(str(event.data["outcome"])),
        _text(event, "paragraph") or "",
        date.fromisoformat(str(event.data["day"])),
        _text(event, "text"),
        _text(event, "reason"),
    )


def _text(event: Event, name: str) -> str | None:
    value = event.data.get(name)
    return value if isinstance(value, str) else None
