"""One's own business, asked for where others read along, goes on in one's own chat."""

from __future__ import annotations

from dataclasses import replace

from dialogs.apologise import note
from dialogs.cards.elements import paragraph
from dialogs.texts import say
from dialogs.turn import Place, Reply


def from_elsewhere(reply: Reply, place: Place) -> Reply:
    """The same reply, that says first where it was asked for."""
    key = "private-from-channel" if place is Place.CHANNEL else "private-from-group"
    origin = say(reply.language, key)
    text = f"{origin}\n{reply.text}"
    card = {
        **reply.card,
        "body": [paragraph(origin), *reply.card["body"]],
        "fallbackText": text,
    }
    return replace(reply, card=card, text=text)


def continued(language: str) -> Reply:
    """What stands where it was asked."""
    return note(language, say(language, "private-continued"))


def not_continued(language: str, *, is_installed: bool) -> Reply:
    """Why it cannot go on, and what to do about it."""
    key = "private-not-now" if is_installed else "private-not-installed"
    return note(language, say(language, key))
