"""What a dialog works at: what is recorded, the words that are understood, and the memory."""

from __future__ import annotations

from dataclasses import dataclass

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
