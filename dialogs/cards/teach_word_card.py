"""The cards of teaching a word: the words that wait, and the form for one of them."""

from __future__ import annotations

from typing import Any

from dialogs.cards.elements import (
    card,
    error_line,
    execute_button,
    heading,
    numbered_line,
    paragraph,
    text_input,
)
from dialogs.texts import say
from goals.teaching import LONGEST_WORD
from goals.words import FrequentGap

SHOW_GAPS = "show-gaps"
TEACH_WORD = "teach-word"
SAVE_WORD = "save-word"
MEANS = "means"
"""The id of the form's one input."""
MOST_SHOWN = 20
MOST_BUTTONS = 5
"""Teams shows six at most."""


def gaps_card(gaps: tuple[FrequentGap, ...], language: str) -> dict[str, Any]:
    """The words that wait, each with how many people used it, and a button for the first few."""
    count = len(gaps)
    headline = say(language, "gaps-found", count=count) if gaps else say(language, "gaps-none")
    said = [say(language, "gaps-explained")] if gaps else []
    if count > MOST_SHOWN:
        said.append(say(language, "gaps-more", shown=MOST_SHOWN))
    lines = [
        say(language, "gap-people", word=gap.word, people=gap.people) for gap in gaps[:MOST_SHOWN]
    ]
    buttons = [
        execute_button(
            say(language, "button-teach", word=gap.word),
            TEACH_WORD,
            {"word": gap.word, "language": language},
        )
        for gap in gaps[:MOST_BUTTONS]
    ]
    return card(
        [
            heading(headline),
            *map(paragraph, said),
            *(numbered_line("–", line) for line in lines),
        ],
        buttons=buttons,
        language=language,
        fallback="\n".join((headline, *said, *(f"– {line}" for line in lines))),
    )


def word_form(
    word: str, language: str, *, typed: str = "", error: str | None = None
) -> dict[str, Any]:
    """What does the word mean? `typed` and `error` are of the attempt before."""
    headline = say(language, "teach-heading", word=word)
    explained = say(language, "teach-explained")
    label = say(language, "teach-means")
    field = text_input(
        MEANS,
        label,
        value=typed[:LONGEST_WORD],
        placeholder=say(language, "teach-means-example"),
        longest=LONGEST_WORD,
        error=say(language, "error-word-missing"),
    )
    data = {"word": word, "language": language}
    return card(
        [
            heading(headline),
            paragraph(explained),
            field,
            *([error_line(error)] if error else []),
        ],
        buttons=[
            execute_button(say(language, "button-save"), SAVE_WORD, data),
            execute_button(
                say(language, "button-cancel"),
                SHOW_GAPS,
                {"language": language},
                sends_inputs=False,
            ),
        ],
        language=language,
        fallback="\n".join((headline, explained, *([error] if error else []), f"{label}:")),
    )
