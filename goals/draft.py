"""A draft (utkast): what an author has typed and not submitted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

DRAFT_KEPT = timedelta(days=30)
"""How long a draft is kept after its author last touched it."""
REMINDED_BEFORE = timedelta(days=5)
"""How long before it expires its author is reminded."""
FETCHED_BACK = timedelta(days=30)
"""How long it can be fetched back once it has expired; then it is deleted."""


class DraftTold(StrEnum):
    """What its author has been told of a draft's end."""

    REMINDED = "reminded"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the form, as it was typed."""

    kind: str = ""
    target: str = ""
    """The number of the sub-goal in the list."""
    text: str = ""
    goal: str = ""
    """The number of the goal."""
    motivation: str = ""
    consequences: str = ""


@dataclass(frozen=True, slots=True)
class Base:
    """The list that a form was opened on. A list that changed has another version or year."""

    year: int
    version: int


@dataclass(frozen=True, slots=True)
class Draft:
    """What an author has typed and not submitted. Nobody else ever sees it."""

    id: str
    """The proposal that it becomes has the same."""
    body: str
    year: int
    author: str
    typed: Typed
    base: Base | None
    """None where the matter starts from an empty list."""
    target_text: str | None
    """How the sub-goal read when it was chosen."""
    updated_at: datetime
    completes: str | None = None
    """The id of the proposal that it is a next version of."""
    told: DraftTold | None = None
    """Since its author last touched it."""

    @property
    def expires_at(self) -> datetime:
        """When it has been left for too long, if its author does not touch it again."""
        return self.updated_at + DRAFT_KEPT

    @property
    def gone_at(self) -> datetime:
        """Until when it can be fetched back."""
        return self.expires_at + FETCHED_BACK

    @property
    def is_expired(self) -> bool:
        """Whether its author has been told that it has expired."""
        return self.told is DraftTold.EXPIRED
