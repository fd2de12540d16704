"""Who is told that a proposal has taken a step, what, and when: a line a step.

Whoever takes the step has a receipt, and is not told.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, auto
from types import MappingProxyType

from goals.actor import Actor, Role
from goals.note import AT_ONCE, GATHERED, Argument, Note, NoteButton
from goals.ports import Ledger
from goals.proposal import Proposal, Step

NONE = "none"
"""How a note says that there is nothing of the kind: an argument is never empty."""
LONGEST_REASON = 1_000
"""Characters of a reason that a note brings along; a longer one is read where it is answered."""
MOST_RIVALS = 5
"""With more on one sub-goal everybody has been told several times that others are there."""
PREPARERS = frozenset({Role.OFFICER, Role.SECRETARY})
_SHOW = ("button-show", "show-proposal")
_COMPLETE = ("button-complete-one", "complete-proposal")


class Whom(Enum):
    """Who is told."""

    AUTHOR = auto()
    PREPARERS = auto()
    """The officers and the secretaries of the body."""
    RIVALS = auto()
    """The authors of the other open proposals on the same sub-goal."""


@dataclass(frozen=True, slots=True)
class Telling:
    """Whom a step is told to, and with what note."""

    whom: Whom
    kind: str
    """The key of its sentence."""
    wait: timedelta = AT_ONCE
    """What waits is gathered: the notes of one matter are one card."""
    button: tuple[str, str] = _SHOW
    """The key of its title, and its verb. Preparers are shown all of the matter's instead."""


_NEWS = Telling(Whom.AUTHOR, "note-step")
TOLD: Mapping[Step, tuple[Telling, ...]] = MappingProxyType(
    {
        Step.SUBMIT: (
            Telling(Whom.PREPARERS, "note-submitted", GATHERED),
            Telling(Whom.RIVALS, "note-rival"),
        ),
        Step.COMPLETE: (
            Telling(Whom.PREPARERS, "note-completed", GATHERED),
            Telling(Whom.RIVALS, "note-rival"),
        ),
        Step.WITHDRAW: (Telling(Whom.PREPARERS, "note-withdrawn", GATHERED),),
        Step.ASK_COMPLETION: (Telling(Whom.AUTHOR, "note-completion-asked", button=_COMPLETE),),
        Step.PREPARE: (Telling(Whom.AUTHOR, "note-step", GATHERED),),
        Step.CALL_TO_AU: (_NEWS,),
        Step.CALL_TO_BODY: (_NEWS,),
        # What a meeting came to is told from justering, and not before.
        Step.RECORD_AU: (),
        Step.TABLE: (),
        Step.REMIT: (),
        Step.DECIDE: (),
        Step.ADJUST: (Telling(Whom.AUTHOR, "note-decided"),),
        Step.EXPEDITE: (_NEWS,),
        Step.GAIN_FORCE: (_NEWS,),
        Step.ANNUL: (_NEWS,),
    }
)
"""Step → who is told of it."""


async def tell_of(
    step: Step, proposal: Proposal, *, actor: Actor, ledger: Ledger, rivals: Sequence[Proposal] = ()
) -> None:
    """Owe the notes of a step that `actor` has just taken, in the transaction that records it.

    `rivals` are the proposals that it now is on the same sub-goal with, and was not before.
    """
    notes = [
        note
        for telling in TOLD[step]
        for note in await _notes(telling, proposal, rivals, ledger)
        if note.to != actor.object_id
    ]
    await ledger.owe(*notes)


async def _notes(
    telling: Telling, proposal: Proposal, rivals: Sequence[Proposal], ledger: Ledger
) -> list[Note]:
    match telling.whom:
        case Whom.AUTHOR:
            return [_to_author(telling, proposal)]
        case Whom.PREPARERS:
            preparers = await ledger.holders(proposal.body, PREPARERS)
            return [_to_preparer(each, telling, proposal, rivals) for each in preparers]
        case Whom.RIVALS if len(rivals) > MOST_RIVALS:
            return []
        case Whom.RIVALS:
            return [_to_rival(telling, proposal, each) for each in rivals]


def _to_author(telling: Telling, proposal: Proposal) -> Note:
    reason, ruling = proposal.reason or NONE, proposal.by_body
    told = {
        "state": proposal.state.value,
        "reason": reason if len(reason) <= LONGEST_REASON else NONE,
        "outcome": ruling.outcome.value if ruling else NONE,
        "paragraph": ruling.paragraph if ruling else NONE,
        "day": ruling.day.isoformat() if ruling else NONE,
    }
    return _note(proposal.author, telling, proposal, told)


def _to_preparer(
    person: str, telling: Telling, proposal: Proposal, rivals: Sequence[Proposal]
) -> Note:
    content = proposal.content
    told = {
        "change": content.kind.value,
        "target": content.target.label if content.target else NONE,
        "rivals": ", ".join(each.number for each in rivals) or NONE,
    }
    return _note(person, telling, proposal, told)


def _to_rival(telling: Telling, proposal: Proposal, rival: Proposal) -> Note:
    """Neither what is proposed nor by whom: only that it is there."""
    return _note(rival.author, telling, proposal, {"own": rival.number})


def _note(person: str, telling: Telling, proposal: Proposal, told: Mapping[str, Argument]) -> Note:
    title, verb = telling.button
    button = NoteButton(title, verb, {"proposal": proposal.id})
    if telling.whom is Whom.PREPARERS:
        of_matter = {"body": proposal.body, "year": str(proposal.year)}
        button = NoteButton("button-all-proposals", "show-proposals", of_matter)
    return Note(
        person,
        telling.kind,
        {"number": proposal.number, **told},
        proposal.body,
        proposal.year,
        button,
        batch=f"matter {proposal.body} {proposal.year}" if telling.wait else "",
        wait=telling.wait,
    )
