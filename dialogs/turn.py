"""One turn: what a person did, and our answer to it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeAlias

from dialogs.context import Context
from dialogs.texts import LANGUAGES, language_of_locale
from goals.actor import Actor
from goals.document import GoalDocument
from goals.unit import Channel

CardContent: TypeAlias = Mapping[str, Any]
"""An Adaptive Card 1.5, ready to be sent as JSON."""


class Place(StrEnum):
    """Where it was said."""

    PERSONAL = "personal"
    GROUP = "groupChat"
    CHANNEL = "channel"


@dataclass(frozen=True, slots=True)
class UploadedFile:
    """A file that came with a message. Nothing of it has been fetched yet."""

    name: str
    read: Callable[[], Awaitable[GoalDocument]]
    """Fetches and reads it. Raises the GoalsError that says why it cannot be."""
    fetch: Callable[[], Awaitable[bytes]]
    """Fetches it as it is. Raises the GoalsError that says why it cannot be."""


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
    context: Context | None = None
    """What the person's last question here was about, if it was a short while ago."""
    files: tuple[UploadedFile, ...] = ()
    name: str = ""
    """Of the person, as Teams shows it with this turn; a name gives no right."""
    conversation: str = ""
    """The id of where it was said, the thread left out."""
    channel: Channel | None = None
    """The channel that it was said in, where a unit could be reached."""

    @property
    def language(self) -> str:
        """The person's own choice, else that of the phrase or card, else the client's."""
        of_card = self.fields.get("language")
        if self.actor.language:
            return self.actor.language
        return of_card if of_card in LANGUAGES else language_of_locale(self.locale)


@dataclass(frozen=True, slots=True)
class Reply:
    """Our one answer: a card, its summary (the toast), and its text for who sees no card."""

    card: CardContent
    summary: str
    text: str
    language: str
    context: Context | None = None
    """To be kept for the person's next question here; None leaves what there is."""
    default_body: str | None = None
    """The body that the person has just said they mean when they name none."""
    private: bool = False
    """The person's own business: shown in their own chat, wherever they asked."""
    failed: bool = False
    """Something went wrong on our side: a form that was sent stays as it is, to be sent again."""
    done: bool = False
    """In a pop-up form: there is nothing more to see, and the form closes with the summary."""
    intent: str | None = None
    """Of the question that it answers, where it answers one."""
    gaps: tuple[str, ...] = ()
    """Content words of a question that had no good answer, in lower case: to be counted."""

    @classmethod
    def showing(
        cls, card: CardContent, language: str, *, done: bool = False, private: bool = False
    ) -> Reply:
        """A card whose fallback text says it all; the first line of that is the toast."""
        text = str(card["fallbackText"])
        return cls(card, text.partition("\n")[0], text, language, done=done, private=private)
