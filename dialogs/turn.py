"""One turn: what a person did, and our answer to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeAlias

from goals.actor import Actor

CardContent: TypeAlias = Mapping[str, Any]
"""An Adaptive Card 1.5, ready to be sent as JSON."""


class Place(StrEnum):
    """Where it was said."""

    PERSONAL = "personal"
    GROUP = "groupChat"
    CHANNEL = "channel"


@dataclass(frozen=True, slots=True)
class Turn:
    """What a person said or pressed. Nothing in it is trusted for rights but the actor."""

    actor: Actor
    now: datetime
    """Aware, UTC."""
    text: str = ""
    """What was typed, mentions removed; empty when a button was pressed."""
    verb: str | None = None
    """What a card's button asked for."""
    fields: Mapping[str, str] = field(default_factory=dict)
    """What the card's inputs and button carried, as text."""
    locale: str | None = None
    """The client's language tag, "sv-SE"; unreliable on buttons."""
    place: Place = Place.PERSONAL
    has_attachments: bool = False


@dataclass(frozen=True, slots=True)
class Reply:
    """Our one answer: a card, its summary (the toast), and its text for who sees no card."""

    card: CardContent
    summary: str
    text: str
    language: str
