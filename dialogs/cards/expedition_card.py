"""The cards of an expedition: what would be sent, what became of it, and whether it is stopped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dialogs.answer import Act
from dialogs.cards.elements import (
    card,
    choice_input,
    error_line,
    fact_lines,
    heading,
    numbered_line,
    paragraph,
    subheading,
    text_input,
)
from dialogs.cards.meeting_card import step_buttons
from dialogs.texts import say

PREVIEW = "preview-notice"
REHEARSE = "rehearse-expedition"
SEND_AGAIN = "send-notices-again"
OPEN_FREEZE = "open-freeze"
FREEZE = "freeze-sending"
THAW = "resume-sending"
EXECUTION = "execution"
REASON = "reason"
LONGEST_REASON = 300


@dataclass(frozen=True, slots=True)
class Line:
    """One unit, and what is known of it."""

    sign: str
    text: str


@dataclass(frozen=True, slots=True)
class Board:
    """What stands on a card of an expedition, from the top."""

    headline: str
    facts: tuple[tuple[str, str], ...] = ()
    news: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    title: str = ""
    lines: tuple[Line, ...] = ()
    acts: tuple[Act, ...] = ()


def board_card(board: Board, language: str) -> dict[str, Any]:
    """Facts first, then the units, a line each."""
    return _card(board, language, [], "")


def dry_run_card(
    board: Board, units: Sequence[str], chosen: Sequence[str], language: str
) -> dict[str, Any]:
    """The same before anything is sent, with what each unit is to get it for.

    A choice is the place of its unit in the list, from 1.
    """
    label = say(language, "field-execution")
    field = choice_input(
        EXECUTION,
        label,
        [(unit, str(place)) for place, unit in enumerate(units, start=1)],
        value=",".join(chosen),
        is_open=True,
        is_several=True,
    )
    explained = say(language, "execution-explained")
    return _card(board, language, [field, paragraph(explained)], f"{label}: {explained}")


def freeze_card(
    headline: str, said: Sequence[str], acts: Sequence[Act], language: str, *, wrong: str = ""
) -> dict[str, Any]:
    """Why is nothing to be sent for now?"""
    field = text_input(
        REASON,
        say(language, "field-freeze-reason"),
        value="",
        placeholder=say(language, "at-most", most=LONGEST_REASON),
        longest=LONGEST_REASON,
        error=say(language, "error-freeze-reason"),
    )
    body = [heading(headline), *map(paragraph, said), field]
    body += [error_line(wrong)] if wrong else []
    text = "\n".join(each for each in (headline, *said, f"{field['label']}:", wrong) if each)
    return card(body, buttons=step_buttons(acts), language=language, fallback=text)


def _card(board: Board, language: str, fields: list[dict[str, Any]], labels: str) -> dict[str, Any]:
    body = [heading(board.headline), *map(paragraph, board.news), *map(error_line, board.wrong)]
    text = [board.headline, *board.news, *board.wrong]
    if board.facts:
        body.append(fact_lines(list(board.facts)))
        text += [f"{name}: {value}" for name, value in board.facts]
    body += map(paragraph, board.said)
    text += board.said
    if board.lines:
        body.append(subheading(board.title))
        text.append(f"{board.title}:")
    body += [numbered_line(each.sign, each.text) for each in board.lines]
    text += [f"{each.sign} {each.text}" for each in board.lines]
    body += fields
    text += [labels] if labels else []
    buttons = step_buttons(board.acts, sends_inputs=True)
    return card(body, buttons=buttons, language=language, fallback="\n".join(text))


def act_of(title: str, verb: str, data: Mapping[str, str], language: str, **more: str) -> Act:
    """A button of one of these cards."""
    return Act(say(language, title), verb, {**data, "language": language, **more})
