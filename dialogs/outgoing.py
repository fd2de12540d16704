"""What goes out to an address without having been asked for, once it has its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from dialogs.turn import Reply


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with a letter."""

    name: str
    media_type: str
    """Such as "application/pdf"."""
    content: bytes


@dataclass(frozen=True, slots=True)
class Letter:
    """An e-mail, in two forms that say the same."""

    subject: str
    text: str
    html: str
    """A whole document, with its language."""
    attachments: tuple[Attachment, ...] = ()
    language: str = "sv"


@dataclass(frozen=True, slots=True)
class Card:
    """A message in Teams."""

    reply: Reply
    edits: str | None = None
    """The id of our message whose place it takes; None is a message of its own."""


@dataclass(frozen=True, slots=True)
class HeldBack:
    """Nothing goes out now; it is asked for again later."""

    reason: str
    """Such as "Frozen"; kept with the note."""
    seconds: float = 60.0
    """Until it is asked for again."""


Outgoing: TypeAlias = Letter | Card | HeldBack
