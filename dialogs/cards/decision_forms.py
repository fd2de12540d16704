"""The forms of a decision's way from adjusting to what a court may do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dialogs.cards.elements import (
    card,
    choice_input,
    date_input,
    error_line,
    execute_button,
    heading,
    paragraph,
    text_input,
)
from dialogs.cards.meeting_card import MEETING
from dialogs.texts import say
from goals.goal import Subgoal
from goals.wording import LONGEST_MOTIVATION, LONGEST_WORDING

ADJUST = "adjust-decision"
ASK_ADJUSTING = "ask-adjusting"
CONFIRM_ADJUSTING = "confirm-adjusting"
ANNOUNCE = "announce-decision"
SEND_NOTICE = "record-notice"
EXPEDITE = "expedite-decision"
GAIN_FORCE = "gain-force"
CORRECT = "correct-decision"
ASK_CORRECTION = "ask-correction"
CONFIRM_CORRECTION = "confirm-correction"
ANNUL = "annul-decision"
SEND_JUDGMENT = "record-judgment"
AT_ONCE = "at_once"
_PASTED = 4
"""A field takes so many times what may be sent: what is pasted is told to be too long, not cut."""
_LONGEST_CHOICE = 110


@dataclass(frozen=True, slots=True)
class FormFrame:
    """What every form of a decision has around its fields."""

    headline: str
    language: str
    data: Mapping[str, str]
    """What its buttons carry."""
    said: Sequence[str] = ()
    wrong: Sequence[str] = ()
    beside: Mapping[str, str] | None = None


def adjust_form(frame: FormFrame, *, day: str, at_once: str, today: date) -> dict[str, Any]:
    """On which day the minutes were adjusted, and whether at the meeting itself."""
    language = frame.language
    fields = {
        "day": _day("day", say(language, "field-adjusted-day"), day, today, language),
        AT_ONCE: choice_input(
            AT_ONCE,
            say(language, "field-at-once"),
            [(say(language, f"label-at-once-{each}"), each) for each in ("no", "yes")],
            value=at_once or "no",
            error=say(language, "error-choose"),
        ),
    }
    return _form(frame, fields, say(language, "button-ask-adjusting"), ASK_ADJUSTING)


def notice_form(frame: FormFrame, *, notice: str, last_day: str, today: date) -> dict[str, Any]:
    """On which day the notice was put up, and the last day of appeal, for a person to confirm."""
    language = frame.language
    fields = {
        "notice": _day("notice", say(language, "field-notice"), notice, today, language),
        "last_day": date_input(
            "last_day",
            say(language, "field-last-day"),
            value=last_day,
            error=say(language, "error-last-day"),
        ),
    }
    return _form(frame, fields, say(language, "button-review"), SEND_NOTICE)


def correct_form(
    frame: FormFrame, lines: Sequence[Subgoal], *, number: str, text: str, reason: str
) -> dict[str, Any]:
    """Which line has an evident slip, how it is to read, and why."""
    language = frame.language
    choices = [_short(f"{each.number}. {each.text}") for each in lines]
    fields = {
        "number": choice_input(
            "number",
            say(language, "field-line"),
            list(zip(choices, (str(each.number) for each in lines), strict=True)),
            value=number,
            placeholder=say(language, "field-target-hint"),
            error=say(language, "error-target-unknown"),
        ),
        "text": _long("text", say(language, "field-text"), text, LONGEST_WORDING, language),
        "reason": _long(
            "reason", say(language, "field-reason"), reason, LONGEST_MOTIVATION, language
        ),
    }
    return _form(frame, fields, say(language, "button-ask-correction"), ASK_CORRECTION)


def annul_form(frame: FormFrame, *, day: str, judgment: str, today: date) -> dict[str, Any]:
    """Which court, which case, and on which day."""
    language = frame.language
    fields = {
        "day": _day("day", say(language, "field-judgment-day"), day, today, language),
        "judgment": _long(
            "judgment", say(language, "field-judgment"), judgment, LONGEST_MOTIVATION, language
        ),
    }
    return _form(frame, fields, say(language, "button-review"), SEND_JUDGMENT)


def _form(
    frame: FormFrame, fields: Mapping[str, dict[str, Any]], title: str, verb: str
) -> dict[str, Any]:
    beside = frame.beside or {}
    body: list[dict[str, Any]] = [
        heading(frame.headline),
        *map(error_line, frame.wrong),
        *map(paragraph, frame.said),
    ]
    for name, field in fields.items():
        body.append(field)
        if name in beside:
            body.append(error_line(beside[name]))
    back = say(frame.language, "button-back")
    data = dict(frame.data)
    return card(
        body,
        buttons=[
            {**execute_button(title, verb, data), "style": "positive"},
            execute_button(back, MEETING, data, sends_inputs=False),
        ],
        language=frame.language,
        fallback="\n".join((frame.headline, *frame.wrong, *frame.said, *beside.values())),
    )


def _day(name: str, label: str, value: str, today: date, language: str) -> dict[str, Any]:
    error = say(language, "error-day-not-come")
    return date_input(name, label, value=value, error=error, last=today.isoformat())


def _long(name: str, label: str, value: str, longest: int, language: str) -> dict[str, Any]:
    return text_input(
        name,
        label,
        value=value,
        placeholder=say(language, "at-most", most=longest),
        longest=longest * _PASTED,
        error=say(language, "error-text-missing"),
        is_long=True,
    )


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_CHOICE else f"{text[: _LONGEST_CHOICE - 1]}…"
