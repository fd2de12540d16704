"""One's own business, asked for where others read along, goes on in one's own chat."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import wraps
from typing import ParamSpec, TypeVar, cast

from dialogs.apologise import note
from dialogs.cards.elements import paragraph
from dialogs.texts import say
from dialogs.turn import Place, Reply

_Asked = ParamSpec("_Asked")
_Answer = TypeVar("_Answer", bound=Reply | None)


def privately(dialog: Callable[_Asked, Awaitable[_Answer]]) -> Callable[_Asked, Awaitable[_Answer]]:
    """The dialog as one's own business: whatever it answers, a refusal too, nobody else reads."""

    @wraps(dialog)
    async def answered(*asked: _Asked.args, **more: _Asked.kwargs) -> _Answer:
        reply = await dialog(*asked, **more)
        return reply if reply is None else cast("_Answer", replace(reply, private=True))

    return answered


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
