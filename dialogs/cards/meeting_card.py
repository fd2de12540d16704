"""The meeting-day card: where a matter stands, what is noted, and what comes next."""

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
    numbered_line,
    paragraph,
    subheading,
)
from dialogs.texts import say

MEETING = "meeting"
CALL_MEETING = "call-meeting"
RECORD_MEETING = "record-meeting"

_MOST_IN_A_ROW = 3


@dataclass(frozen=True, slots=True)
class DayLine:
    """One line of the card: its sign, its words, and what pressing it opens."""

    sign: str
    text: str
    act: Act | None = None


@dataclass(frozen=True, slots=True)
class DayView:
    """What stands on the card, from the top."""

    headline: str
    facts: tuple[tuple[str, str], ...]
    news: tuple[str, ...] = ()
    """What has just happened."""
    wrong: tuple[str, ...] = ()
    """What stood in the way."""
    said: tuple[str, ...] = ()
    title: str = ""
    """Of the lines."""
    lines: tuple[DayLine, ...] = ()
    acts: tuple[Act, ...] = ()
    """The first is what to do next."""


def meeting_card(view: DayView, language: str) -> dict[str, Any]:
    """A matter on its day."""
    body: list[dict[str, Any]] = [heading(view.headline)]
    text = [view.headline]
    for element, sentences in ((paragraph, view.news), (error_line, view.wrong)):
        body += map(element, sentences)
        text += sentences
    body.append(fact_lines(list(view.facts)))
    text += [f"{name}: {value}" for name, value in view.facts]
    body += map(paragraph, view.said)
    text += view.said
    if view.lines:
        body.append(subheading(view.title))
        text.append(f"{view.title}:")
    for line in view.lines:
        shown = numbered_line(line.sign, line.text)
        if line.act is not None:
            shown["selectAction"] = execute_button(
                line.act.title, line.act.verb, dict(line.act.data)
            )
        body.append(shown)
        text.append(f"{line.sign} {line.text}")
    return card(body, buttons=step_buttons(view.acts), language=language, fallback="\n".join(text))


def step_buttons(acts: Sequence[Act], *, sends_inputs: bool = True) -> list[dict[str, Any]]:
    """Buttons of which the first is the next step; those that a phone has no room for in a menu."""
    buttons = [
        execute_button(act.title, act.verb, dict(act.data), sends_inputs=sends_inputs)
        for act in acts
    ]
    for first in buttons[:1]:
        first["style"] = "positive"
    for later in buttons[_MOST_IN_A_ROW:]:
        later["mode"] = "secondary"
    return buttons


def sure_card(
    headline: str,
    language: str,
    *,
    said: Sequence[str] = (),
    facts: Sequence[tuple[str, str]] = (),
    wrong: Sequence[str] = (),
    acts: Sequence[Act],
) -> dict[str, Any]:
    """What is about to be recorded, once more before it is; the first button does it."""
    body = [heading(headline), *map(error_line, wrong)]
    body += [fact_lines(list(facts))] if facts else []
    body += map(paragraph, said)
    text = [headline, *wrong, *(f"{name}: {value}" for name, value in facts), *said]
    return card(body, buttons=step_buttons(acts), language=language, fallback="\n".join(text))


def cancel_act(body: str, year: int, language: str) -> Act:
    """Back to the meeting-day card; nothing has happened."""
    data = {"body": body, "year": str(year), "language": language}
    return Act(say(language, "button-back"), MEETING, data)
