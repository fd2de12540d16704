"""The complete numbered list that a meeting's outcomes give, a page at a time where it is long."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dialogs.answer import Act
from dialogs.cards.elements import (
    card,
    error_line,
    execute_button,
    fact_lines,
    heading,
    paragraph,
    subheading,
    text_input,
)
from dialogs.cards.meeting_card import step_buttons
from dialogs.texts import say
from goals.meeting import Line, ResultingList

MEETING_LIST = "meeting-list"
NOTE_ORDER = "note-order"
ORDER = "order"
_PAGE_OF_SIGNS, _LINE_OF_SIGNS = 9_000, 110
"""Signs on one page, and what a line takes besides its wording: in the card and in its plain text,
as UTF-16, they come to less than half of the 80 KB of a message."""
_LONGEST_ORDER = 2_000


@dataclass(frozen=True, slots=True)
class ListPage:
    """The lines of one page, each with its place in the whole list."""

    lines: tuple[tuple[int, Line], ...]
    number: int
    pages: int


def page_of(result: ResultingList, number: int) -> ListPage:
    """The page with that number, from 1; the last one where there are not so many."""
    pages: list[list[tuple[int, Line]]] = [[]]
    signs = 0
    for place, line in enumerate(result.lines, start=1):
        takes = len(line.text) + _LINE_OF_SIGNS
        if signs + takes > _PAGE_OF_SIGNS:
            pages.append([])
            signs = 0
        signs += takes
        pages[-1].append((place, line))
    number = min(max(number, 1), len(pages))
    return ListPage(tuple(pages[number - 1]), number, len(pages))


def list_elements(
    result: ResultingList, page: ListPage, language: str
) -> tuple[list[dict[str, Any]], list[str]]:
    """The lines with where each comes from, and on the last page what falls away and why."""
    elements: list[dict[str, Any]] = []
    text: list[str] = []
    for place, line in page.lines:
        origin = origin_words(line, language)
        elements.append(_line(f"{place}.", line.text, origin))
        text.append(f"{place}. {line.text} ({origin})")
    if page.number == page.pages and result.removed:
        title = say(language, "list-removed")
        elements.append(subheading(title))
        text.append(f"{title}:")
        for subgoal, by in result.removed:
            why = say(language, "list-removed-by", number=by)
            elements.append(_line(f"{subgoal.code or subgoal.number}.", subgoal.text, why))
            text.append(f"{subgoal.code or subgoal.number}. {subgoal.text} ({why})")
    return elements, text


def origin_words(line: Line, language: str) -> str:
    """Where a line comes from, and by which key the order names it."""
    if line.was is None:
        return say(language, "list-new", number=line.by or line.key)
    if line.by is None:
        return say(language, "list-as-before", number=line.key)
    return say(language, "list-reworded", before=line.key, number=line.by)


@dataclass(frozen=True, slots=True)
class Above:
    """What stands above the list."""

    headline: str
    news: Sequence[str] = ()
    wrong: Sequence[str] = ()
    facts: Sequence[tuple[str, str]] = ()
    said: Sequence[str] = ()


def list_card(
    above: Above,
    result: ResultingList,
    page: ListPage,
    language: str,
    *,
    order: tuple[str, dict[str, str]] | None,
    acts: Sequence[Act],
) -> dict[str, Any]:
    """The list; `order` is what stands in the field for it, and what its button carries."""
    elements, text = list_elements(result, page, language)
    shown = (
        [say(language, "list-page", number=page.number, pages=page.pages)] if page.pages > 1 else []
    )
    body = [
        heading(above.headline),
        *map(error_line, above.wrong),
        *map(paragraph, above.news),
        *([fact_lines(list(above.facts))] if above.facts else []),
        *map(paragraph, above.said),
        *map(paragraph, shown),
        *elements,
    ]
    buttons = step_buttons(acts, sends_inputs=False)
    if order is not None:
        typed, data = order
        body.append(
            text_input(
                ORDER,
                say(language, "field-order"),
                value=typed,
                placeholder=say(language, "field-order-hint"),
                longest=_LONGEST_ORDER,
                is_long=True,
            )
        )
        buttons.insert(1, execute_button(say(language, "button-save-order"), NOTE_ORDER, data))
    told = [f"{name}: {value}" for name, value in above.facts]
    return card(
        body,
        buttons=buttons,
        language=language,
        fallback="\n".join(
            (above.headline, *above.wrong, *above.news, *told, *above.said, *shown, *text)
        ),
    )


def _line(sign: str, text: str, origin: str) -> dict[str, Any]:
    return {
        "type": "RichTextBlock",
        "spacing": "small",
        "inlines": [
            {"type": "TextRun", "text": f"{sign} ", "weight": "bolder"},
            {"type": "TextRun", "text": text},
            {"type": "TextRun", "text": f" ({origin})", "size": "small", "isSubtle": True},
        ],
    }
