"""A paper of a matter: who gets it, and whether it is a draft."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from goals.actor import KANSLI, Actor, Role
from goals.errors import (
    NoOpenMatterError,
    PaperNotAllowedError,
    PaperNotReadyableError,
    PaperTooEarlyError,
    PaperTooLateError,
    ReadyNotAllowedError,
)
from goals.event import Event, digest_of
from goals.matter import NOT_ADJUSTED, Matter, MatterState
from goals.paper import Paper, PaperKind
from goals.ports import OpenLedger

READY = "paper_ready"
"""The event: its data names the kind of the paper, and the digest of what stood on it."""
_BEFORE_DECISION = NOT_ADJUSTED - {MatterState.DECIDED_NOT_ADJUSTED}

_SENT = frozenset({MatterState.EXPEDITED, MatterState.FINAL, MatterState.ANNULLED})


class PaperState(StrEnum):
    """How far a paper has come."""

    DRAFT = "draft"
    READY = "ready"
    """The officer has said so, and nothing on it has changed since."""
    NOT_ADJUSTED = "not_adjusted"
    ADJUSTED = "adjusted"
    ANNULLED = "annulled"


def check_may_have_papers(actor: Actor, body: str) -> None:
    """Raise PaperNotAllowedError for who does not belong to the body's kansli."""
    if not any(actor.has(role, body) for role in KANSLI):
        raise PaperNotAllowedError(body=body)


def check_has_paper(matter: Matter, kind: PaperKind) -> None:
    """Raise PaperTooEarlyError or PaperTooLateError for a paper that the matter does not have.

    What comes before the decision is not written anew after it: it would tell of another list.
    """
    undecided = matter.state in _BEFORE_DECISION
    if kind is PaperKind.PROOF:
        if matter.state not in _SENT:
            raise PaperTooEarlyError(body=matter.body, year=matter.year)
        return
    if kind is PaperKind.MINUTES and undecided:
        raise PaperTooEarlyError(body=matter.body, year=matter.year)
    if kind is not PaperKind.MINUTES and not undecided:
        raise PaperTooLateError(body=matter.body, year=matter.year)


def state_of(paper: Paper, matter: Matter, events: Sequence[Event]) -> PaperState:
    """How far the paper has come; `events` are those of the matter."""
    if paper.kind is PaperKind.PROOF:
        return PaperState.READY
    if paper.kind is PaperKind.MINUTES:
        if matter.state is MatterState.ANNULLED:
            return PaperState.ANNULLED
        adjusted = matter.state is not MatterState.DECIDED_NOT_ADJUSTED
        return PaperState.ADJUSTED if adjusted else PaperState.NOT_ADJUSTED
    marked = [
        each for each in events if each.what == READY and each.data.get("paper") == paper.kind.value
    ]
    ready = bool(marked) and marked[-1].data.get("digest") == digest_of_paper(paper)
    return PaperState.READY if ready else PaperState.DRAFT


def digest_of_paper(paper: Paper) -> str:
    """Of everything that stands on it but the sender and the mark."""
    return digest_of(
        paper.kind.value, paper.title, paper.to, repr(paper.facts), repr(paper.sections)
    )


async def mark_ready(
    paper: Paper,
    body: str,
    year: int,
    *,
    actor: Actor,
    open_ledger: OpenLedger,
    now: datetime,
) -> None:
    """The officer says that the paper, as they have seen it, is ready; any change makes it a draft.

    Raises ReadyNotAllowedError, NoOpenMatterError, PaperNotReadyableError, PaperTooLateError.
    """
    if not actor.has(Role.OFFICER, body):
        raise ReadyNotAllowedError(body=body)
    if paper.kind in {PaperKind.MINUTES, PaperKind.PROOF}:
        raise PaperNotReadyableError
    async with open_ledger(actor.tenant, now=now) as ledger:
        matter = (await ledger.record()).matter(body, year)
        if matter is None:
            raise NoOpenMatterError(body=body)
        check_has_paper(matter, paper.kind)
        if state_of(paper, matter, await ledger.events(body, year)) is PaperState.READY:
            return
        await ledger.append(
            Event(
                at=now,
                what=READY,
                by=actor.object_id,
                role=Role.OFFICER,
                body=body,
                year=year,
                state=matter.state.value,
                data={"paper": paper.kind.value, "digest": digest_of_paper(paper)},
            )
        )
