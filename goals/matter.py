"""A matter (ärende): one body's yearly round of goals, from opening to decision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from goals.goal import Source


class MatterState(StrEnum):
    """Where the matter stands. Later steps of the process add their own members."""

    OPENED = "opened"
    """Öppnat: proposals are taken, nothing is prepared yet."""
    PREPARING = "preparing"
    """Under beredning: there is a proposal for a decision, and no adjusted decision."""
    DECIDED = "decided"
    """The source is itself the record of the decision."""


TAKES_PROPOSALS = frozenset({MatterState.OPENED, MatterState.PREPARING})


@dataclass(frozen=True, slots=True)
class Window:
    """When proposals are taken: from `opens`, and no more from `closes`. Aware times."""

    opens: datetime
    closes: datetime


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
    """For a matter that was opened here: its dnr, once it is entered, and no document."""
    version: int = 1
    window: Window | None = None
    """None where none was set: proposals are taken until the matter is called to a meeting."""
    based_on: int | None = None
    """The year of the list that it starts from; None for the latest one."""
