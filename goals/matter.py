"""A matter (ärende): one body's yearly round of goals, from opening to decision."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from goals.goal import Source


class MatterState(StrEnum):
    """Where the matter stands. Later steps of the process add their own members."""

    PREPARING = "preparing"
    """Under beredning: there is a proposal for a decision, and no adjusted decision."""
    DECIDED = "decided"
    """The source is itself the record of the decision."""


@dataclass(frozen=True, slots=True)
class Matter:
    """What is to be decided, by whom it is handled, and who shall get the decision."""

    body: str
    year: int
    title: str
    """Ärendemening, as the document has it."""
    state: MatterState
    decision_points: tuple[str, ...]
    recipients: tuple[str, ...]
    officer: str | None
    """Handläggare, as the document names them."""
    source: Source
    waiting_proposals: int = 0
    version: int = 1
