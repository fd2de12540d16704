"""What a dialog works at: what is recorded, the words that are understood, and the memory."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import uuid4

from dialogs.health import Examine, nothing_examined
from dialogs.understanding.vocabulary import Vocabulary
from goals.ports import Memory
from goals.record import Record


@dataclass(frozen=True, slots=True)
class Desk:
    """Handed to a dialog with each turn, by the door."""

    record: Record
    """The tenant's, as it was when the turn began."""
    vocabulary: Vocabulary
    """As it is shipped; the tenant's own words are in the record."""
    memory: Memory
    public_url: str | None = None
    """Where browsers reach us, without a last slash; None where nobody has said."""
    examine: Examine = nothing_examined
    """Looks at how the service is."""
    new_id: Callable[[], str] = field(default=lambda: uuid4().hex)
    """Names a thing that is begun: a form carries it, so that it becomes one thing only."""
