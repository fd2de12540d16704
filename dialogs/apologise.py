"""What is said when something cannot be done."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from dialogs.cards.elements import card, heading, paragraph
from dialogs.clock import window_end
from dialogs.desk import Desk
from dialogs.texts import language_of_locale, say
from dialogs.turn import Reply, Turn
from goals.errors import GoalsError


def apologise(key: str, error_id: str, *, locale: str | None) -> Reply:
    """An apology with the id under which the fault stands in the log."""
    language = language_of_locale(locale)
    said = note(language, say(language, key), say(language, "error-reference", id=error_id))
    return replace(said, failed=True)


def slow_down(seconds: int, *, locale: str | None) -> Reply:
    """The person is faster than we are; they may go on in so many seconds."""
    language = language_of_locale(locale)
    return note(language, say(language, "error-too-fast", seconds=seconds))


def refuse(error: GoalsError, language: str, *more: str) -> Reply:
    """A rule said no, in its own words; `more` are lines that stand below."""
    return note(language, refusal(error, language), *more)


def refusal(error: GoalsError, language: str) -> str:
    """The sentence of a refusal, with the ends of a window (`opens`, `closes`) in local time."""
    arguments = dict(error.arguments)
    for name in arguments.keys() & {"opens", "closes"}:
        moment = datetime.fromisoformat(str(arguments[name]))
        arguments[name] = window_end(moment, language, is_end=name == "closes")
    return say(language, error.key, **arguments)


async def stale_button(turn: Turn, _desk: Desk) -> Reply:
    """A button that nobody answers (any more)."""
    language = turn.actor.language or language_of_locale(turn.locale)
    return note(language, say(language, "error-stale-button"))


def note(language: str, headline: str, *more: str) -> Reply:
    """A sentence, and what explains it."""
    text = "\n".join((headline, *more))
    body = [heading(headline), *map(paragraph, more)]
    return Reply(card(body, buttons=[], language=language, fallback=text), headline, text, language)
