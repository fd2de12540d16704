"""The card of an answer: conclusion, what it rests on, the wordings, at most three buttons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from dialogs import texts
from dialogs.answer import Act, Answer, Block, Facts, Lines, Paragraph, Quotes
from dialogs.cards.elements import (
    ask_button,
    card,
    execute_button,
    fact_lines,
    heading,
    numbered_line,
    offered,
    paragraph,
    subheading,
)
from dialogs.cards.paging import page_of

MOST_BUTTONS = 3
MOST_BODIES = 6


def answer_card(answer: Answer, *, start: int = 0, acts: Sequence[Act] = ()) -> dict[str, Any]:
    """An Adaptive Card 1.5 whose fallback text is the whole of what it shows.

    `start` is the first line of its lists, for the later pages of a long answer. `acts` are what
    this person may do from here; they stand last.
    """
    page = page_of(answer.blocks, start)
    shown = replace(answer, blocks=page.blocks)
    body = [heading(answer.headline)]
    for block in shown.blocks:
        body += elements_of(block)
    buttons = []
    for choice in answer.choices:
        button = ask_button(choice.title, choice.question, body=choice.body)
        if choice.wording:
            body += offered(choice.wording, button)
        else:
            buttons.append(button)
    if page.next_start is not None:
        title = texts.say(answer.language, "button-more", count=page.left)
        buttons.insert(0, ask_button(title, answer.question, start=page.next_start))
    buttons = buttons[: _most_buttons(answer) - len(acts)]
    buttons += [execute_button(act.title, act.verb, dict(act.data)) for act in acts]
    return card(
        body,
        buttons=buttons,
        language=answer.language,
        fallback=shown.text,
    )


def _most_buttons(answer: Answer) -> int:
    """Three, but for a choice among bodies: of those there may be six, as many as Teams shows."""
    return MOST_BODIES if any(choice.body for choice in answer.choices) else MOST_BUTTONS


def elements_of(block: Block) -> list[dict[str, Any]]:
    """What stands on a card for one block of an answer."""
    match block:
        case Paragraph(text):
            return [paragraph(text)]
        case Facts(facts):
            return [fact_lines([(fact.name, fact.value) for fact in facts])]
        case Quotes(title, items):
            return [subheading(title), *(numbered_line(item.sign, item.text) for item in items)]
        case Lines(title, lines):
            return [subheading(title), *map(numbered_line, block.signs, lines)]
