"""The few elements our cards are made of.

Words from the record and from people stand in a RichTextBlock: a TextBlock would read their
asterisks, brackets and leading dashes as Markdown, and a quote would no longer be verbatim.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

VERSION = "1.5"
_SCHEMA = "http://adaptivecards.io/schemas/adaptive-card.json"
_LONGEST_TITLE = 54


def card(
    body: list[dict[str, Any]],
    *,
    buttons: list[dict[str, Any]],
    language: str,
    fallback: str,
) -> dict[str, Any]:
    """A whole card. `fallback` is read where the card cannot be shown.

    Where both together would be more than Teams takes, the fallback is cut: the card says it all.
    """
    whole: dict[str, Any] = {
        "$schema": _SCHEMA,
        "type": "AdaptiveCard",
        "version": VERSION,
        "lang": language,
        "fallbackText": fallback,
        "body": body,
    }
    if buttons:
        whole["actions"] = buttons
    if len(fallback) > _SAFE_FALLBACK and (over := size_of(whole) - MOST_BYTES) > 0:
        kept = max(_SAFE_FALLBACK, len(fallback) - over // 2 - 1)  # at least two bytes a sign
        whole["fallbackText"] = f"{fallback[:kept]}…"
    return whole


MOST_BYTES = 80_000
"""Of a whole card, as UTF-16: Teams counts its 100 KB so."""
_SAFE_FALLBACK = 2_000


def size_of(whole: Mapping[str, Any]) -> int:
    """Bytes, as Teams counts them."""
    return len(json.dumps(whole, ensure_ascii=False).encode("utf-16-le", "surrogatepass"))


def heading(text: str) -> dict[str, Any]:
    """The conclusion; a screen reader hears it as a heading."""
    return {"type": "TextBlock", "text": plain(text), "style": "heading", "size": "medium",
            "weight": "bolder", "wrap": True}  # fmt: skip


def subheading(text: str) -> dict[str, Any]:
    """What the following list is."""
    return {"type": "TextBlock", "text": plain(text), "weight": "bolder", "wrap": True,
            "spacing": "medium", "separator": True}  # fmt: skip


def paragraph(text: str) -> dict[str, Any]:
    """A sentence or two of ours, shown as it is."""
    return {"type": "TextBlock", "text": plain(text), "wrap": True}


def fact_lines(facts: list[tuple[str, str]]) -> dict[str, Any]:
    """Status and source, name and value, a line each."""
    return {
        "type": "Container",
        "style": "emphasis",
        "items": [
            {
                "type": "RichTextBlock",
                "spacing": "none" if number else "default",
                "inlines": [
                    {"type": "TextRun", "text": f"{name}: ", "weight": "bolder", "size": "small"},
                    {"type": "TextRun", "text": value, "size": "small"},
                ],
            }
            for number, (name, value) in enumerate(facts)
        ],
    }


def numbered_line(sign: str, text: str) -> dict[str, Any]:
    """One wording with its number or sign before it, verbatim."""
    return {
        "type": "ColumnSet",
        "spacing": "small",
        "columns": [
            {
                "type": "Column",
                "width": "30px" if len(sign) <= 3 else "auto",  # noqa: PLR2004 — "11." fits
                "items": [verbatim(sign)],
            },
            {"type": "Column", "width": "stretch", "items": [verbatim(text)]},
        ],
    }


def offered(text: str, button: dict[str, Any]) -> list[dict[str, Any]]:
    """One wording to choose among others, whole, and below it the button that chooses it."""
    return [
        {**verbatim(text), "spacing": "medium", "separator": True},
        {"type": "ActionSet", "spacing": "small", "actions": [button]},
    ]


def entry(sign: str, text: str, opens: dict[str, Any]) -> dict[str, Any]:
    """A line of a list that opens what it tells of: its sign, which looks like a link, and text."""
    link = {"type": "TextRun", "text": sign, "weight": "bolder", "color": "accent"}
    return {
        "type": "Container",
        "spacing": "medium",
        "items": [
            {"type": "RichTextBlock", "inlines": [link]},
            {**verbatim(text), "spacing": "none"},
        ],
        "selectAction": opens,
    }


def ask_button(
    title: str, question: str, *, start: int = 0, body: str | None = None
) -> dict[str, Any]:
    """A button that asks a question, as if it had been typed; a long answer from line `start`."""
    data: dict[str, Any] = {"verb": "ask", "question": question}
    if start:
        data["start"] = start
    if body is not None:
        data["body"] = body
    return {
        "type": "Action.Submit",
        "title": shortened(title),
        "data": data,
    }


def execute_button(
    title: str, verb: str, data: dict[str, str], *, sends_inputs: bool = True, style: str = ""
) -> dict[str, Any]:
    """A button whose answer takes the card's place; with what the card's inputs hold.

    `style` is "positive" for what the card is for, "destructive" for what cannot be undone.
    """
    button: dict[str, Any] = {
        "type": "Action.Execute",
        "title": shortened(title),
        "verb": verb,
        "data": data,
    }
    if not sends_inputs:
        button["associatedInputs"] = "none"
    if style:
        button["style"] = style
    return button


def text_input(
    name: str,
    label: str,
    *,
    value: str,
    placeholder: str,
    longest: int,
    error: str | None = None,
    is_long: bool = False,
) -> dict[str, Any]:
    """Words to fill in, at most `longest` characters; `is_long`: several lines of them.

    `error` is what Teams itself says when it is left empty; without one, it may be.
    """
    field = _input("Input.Text", name, label, value, error)
    if is_long:
        field["isMultiline"] = True
    return {**field, "placeholder": placeholder, "maxLength": longest}


def choice_input(
    name: str,
    label: str,
    choices: Sequence[tuple[str, str]],
    *,
    value: str = "",
    placeholder: str = "",
    error: str | None = None,
    is_open: bool = False,
    is_several: bool = False,
) -> dict[str, Any]:
    """One of these choices, each its title and its value; a value holds no comma.

    `is_open` shows all of them at once. `is_several`: any number, the values parted by commas.
    `error` is what Teams itself says when none is chosen; without one, none need be.
    """
    field = _input("Input.ChoiceSet", name, label, value, error)
    field["choices"] = [{"title": title, "value": each} for title, each in choices]
    field |= {"style": "expanded" if is_open else "compact", "wrap": True}
    if is_several:
        field["isMultiSelect"] = True
    if placeholder:
        field["placeholder"] = placeholder
    return field


def person_input(
    name: str,
    label: str,
    known: Sequence[tuple[str, str]],
    *,
    value: str = "",
    placeholder: str,
    error: str,
) -> dict[str, Any]:
    """A person, by their Entra object id.

    Teams searches the whole tenant by name; every client lists those who are `known`, name and id.
    """
    field = choice_input(name, label, known, value=value, placeholder=placeholder, error=error)
    return {
        **field,
        "choices.data": {"type": "Data.Query", "dataset": "graph.microsoft.com/users"},
    }


def date_input(
    name: str,
    label: str,
    *,
    value: str = "",
    error: str,
    first: str | None = None,
    last: str | None = None,
    is_required: bool = True,
) -> dict[str, Any]:
    """A day, as 2026-03-01 whatever the client shows. `error` also says that it is outside."""
    field = _input("Input.Date", name, label, value, error if is_required else None)
    limits = {"min": first, "max": last}
    field |= {limit: day for limit, day in limits.items() if day is not None}
    return {**field, "errorMessage": error}


def time_input(
    name: str, label: str, *, value: str = "", error: str | None = None
) -> dict[str, Any]:
    """A time of day, as 16:00; without an `error` it may be left out."""
    return _input("Input.Time", name, label, value, error)


def _input(kind: str, name: str, label: str, value: str, error: str | None) -> dict[str, Any]:
    field: dict[str, Any] = {"type": kind, "id": name, "label": label, "value": value}
    return field if error is None else {**field, "isRequired": True, "errorMessage": error}


def error_line(text: str) -> dict[str, Any]:
    """What is wrong with the field above it."""
    return {**paragraph(text), "color": "attention", "spacing": "small"}


def plain(text: str) -> str:
    """Our own text so that Markdown in an inserted name or title is shown, not obeyed."""
    return "".join(f"\\{sign}" if sign in "\\*_[]`#" else sign for sign in text)


def shortened(title: str) -> str:
    """As much of a title as a button or a choice shows."""
    return title if len(title) <= _LONGEST_TITLE else title[: _LONGEST_TITLE - 1] + "…"


def verbatim(text: str) -> dict[str, Any]:
    """Words from the record or from a person, shown sign for sign."""
    return {"type": "RichTextBlock", "inlines": [{"type": "TextRun", "text": text}]}
