"""What somebody is told without having asked: several notes are one card."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from dialogs.cards.elements import card, execute_button, heading, numbered_line, paragraph
from dialogs.texts import TextMissingError, has, say
from dialogs.turn import Reply
from goals.note import Argument, Note

MOST_SHOWN = 15
MOST_BUTTONS = 3


def tell(notes: Sequence[Note], language: str) -> Reply:
    """The card of these notes, at least one, to one person.

    Raises TextMissingError where a note has no sentence, or lacks an argument of it.
    """
    headline, lines = _told(notes, language)
    explained = _explained(notes, language)
    if len(lines) > MOST_SHOWN:
        explained.insert(0, say(language, "notes-more", count=len(lines) - MOST_SHOWN))
        lines = lines[:MOST_SHOWN]
    text = "\n".join((headline, *(f"– {line}" for line in lines), *explained))
    whole = card(
        [
            heading(headline),
            *(numbered_line("–", line) for line in lines),
            *map(paragraph, explained),
        ],
        buttons=_buttons(notes, language),
        language=language,
        fallback=text,
    )
    return Reply(whole, headline, text, language)


def _told(notes: Sequence[Note], language: str) -> tuple[str, list[str]]:
    """The headline, and a line each where they are several."""
    if len(notes) == 1:
        return _say(notes[0], notes[0].kind, language), []
    (kind, *others) = {note.kind for note in notes}
    abouts = [_about(note) for note in notes]
    common = {
        name: value
        for name, value in abouts[0].items()
        if all(about.get(name) == value for about in abouts)
    }
    lines = [_say(note, note.kind, language) for note in notes]
    if not others:
        with suppress(TextMissingError):  # of several bodies, say: it cannot name one
            headline = say(language, f"{kind}-several", count=len(notes), **common)
            if has(language, f"{kind}-line"):
                lines = [_say(note, f"{kind}-line", language) for note in notes]
            return headline, lines
    with suppress(TextMissingError):
        return say(language, "notes-of-matter", count=len(notes), **common), lines
    return say(language, "notes-several", count=len(notes)), lines


def _explained(notes: Sequence[Note], language: str) -> list[str]:
    """What the person can do now, said once."""
    keyed = [(note, f"{note.kind}-more") for note in notes]
    said = [_say(note, key, language) for note, key in keyed if has(language, key)]
    return list(dict.fromkeys(said))[:MOST_BUTTONS]


def _buttons(notes: Sequence[Note], language: str) -> list[dict[str, Any]]:
    buttons: list[dict[str, Any]] = []
    for note in notes:
        if note.button is not None:
            data = {**note.button.data, "language": language}
            title = _say(note, note.button.title, language)
            button = execute_button(title, note.button.verb, data)
            if button not in buttons:
                buttons.append(button)
    return buttons[:MOST_BUTTONS]


def _say(note: Note, key: str, language: str) -> str:
    return say(language, key, **_about(note))


def _about(note: Note) -> dict[str, Argument]:
    """What its sentence is about: its arguments, and its body and year."""
    of_matter = {"body": note.body, "year": note.year}
    given = {name: value for name, value in of_matter.items() if value is not None}
    return {**given, **note.arguments}
