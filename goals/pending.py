"""An import that waits for its author to look through it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from goals.correcting import NO_CORRECTIONS, Corrections, corrected
from goals.document import GoalDocument


class PendingState(StrEnum):
    """Where the import stands."""

    OPEN = "open"
    RECORDED = "recorded"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class PendingImport:
    """A document that was read for one person, with that person's corrections."""

    id: str
    by: str
    """The author's object id. Nobody else sees it or touches it."""
    document: GoalDocument
    """As it was read."""
    created_at: datetime
    expires_at: datetime
    corrections: Corrections = NO_CORRECTIONS
    state: PendingState = PendingState.OPEN

    @property
    def corrected(self) -> GoalDocument:
        """The document as the author wants it recorded."""
        return corrected(self.document, self.corrections)
