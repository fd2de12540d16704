"""What was typed, to be read and copied where it can be sent no more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dialogs.answer import Act
from dialogs.cards.elements import card, execute_button, heading, paragraph, subheading, verbatim
from dialogs.texts import say

MOST_LINES = 60
"""Of one text on a card, each an element of its own."""


def typed_back_card(
    refusal: str, typed: Sequence[tuple[str, str]], language: str, *, acts: Sequence[Act] = ()
) -> dict[str, Any]:
    """Why it was refused, and each field that something was typed into, by its name."""
    filled = [(name, text) for name, text in typed if text.strip()]
    said = [say(language, "typed-follows")] if filled else []
    body = [heading(refusal), *map(paragraph, said)]
    for name, text in filled:
        body += [subheading(name), *map(verbatim, lines_of(text))]
    lines = [refusal, *said, *(f"{name}: {text}" for name, text in filled)]
    return card(
        body,
        buttons=[execute_button(act.title, act.verb, dict(act.data)) for act in acts],
        language=language,
        fallback="\n".join(lines),
    )


def lines_of(text: str) -> list[str]:
    """The lines that are not blank; as many words in fewer lines, where there are too many."""
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) > MOST_LINES:
        lines = [*lines[: MOST_LINES - 1], " ".join(lines[MOST_LINES - 1 :])]
    return lines
