"""All that the papers of one matter are made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from goals.event import Event
from goals.ground import Ground, ground_of
from goals.matter import Matter
from goals.notice import Notice
from goals.proposal import Proposal, ProposalState
from goals.record import Record


@dataclass(frozen=True, slots=True)
class Case:
    """All that the papers of one matter are made of."""

    record: Record
    matter: Matter
    proposals: tuple[Proposal, ...] = ()
    events: tuple[Event, ...] = ()
    """Of the matter, the oldest first."""
    notices: tuple[Notice, ...] = ()
    """What its units were told, without rehearsals."""
    made_at: datetime | None = None

    @property
    def body(self) -> str:
        """The body's full name, as its documents write it."""
        body = self.record.body(self.matter.body)
        return body.name if body else self.matter.body

    @property
    def whose(self) -> str:
        """The same, in the genitive."""
        return self.body if self.body[-1:].casefold() in {"s", "x", "z"} else f"{self.body}s"

    @property
    def ground(self) -> Ground:
        """The list that the matter starts from."""
        return ground_of(self.record, self.matter)

    @property
    def alive(self) -> tuple[Proposal, ...]:
        """The proposals that are not withdrawn."""
        return tuple(each for each in self.proposals if each.state is not ProposalState.WITHDRAWN)

    def last(self, what: str) -> Event | None:
        """The newest event of that kind of the matter itself."""
        found = [each for each in self.events if each.proposal is None and each.what == what]
        return found[-1] if found else None
