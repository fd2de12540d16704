"""The few elements our cards are made of.

Words from the record and from people stand in a RichTextBlock: a TextBlock would read their
asterisks, brackets and leading dashes as Markdown, and a quote would no longer be verbatim.
"""

from __future__ import annotations

from typing import Any

VERSION = "1.5"
_SCHEMA = "http://adaptivecards.io/schemas/adaptive-card.json"
_LONGEST_TITLE = 60


def card(
    body: list[dict[str, Any]],
    *,
    buttons: list[dict[str, Any]],
    language: str,
    fallback: str,
) -> dict[str, Any]:
    """A whole card. `fallback` is read where the card cannot be shown."""
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
    return whole


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
                "items": [_verbatim(sign)],
            },
            {"type": "Column", "width": "stretch", "items": [_verbatim(text)]},
        ],
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
        "title": title if len(title) <= _LONGEST_TITLE else title[: _LONGEST_TITLE - 1] + "…",
        "data": data,
    }


def execute_button(
    title: str, verb: str, data: dict[str, str], *, sends_inputs: bool = True
) -> dict[str, Any]:
    """A button whose answer takes the card's place; with what the card's inputs hold."""
    button: dict[str, Any] = {
        "type": "Action.Execute",
        "title": title if len(title) <= _LONGEST_TITLE else title[: _LONGEST_TITLE - 1] + "…",
        "verb": verb,
        "data": data,
    }
    if not sends_inputs:
        button["associatedInputs"] = "none"
    return button


def text_input(
    name: str, label: str, *, value: str, placeholder: str, longest: int, error: str
) -> dict[str, Any]:
    """One line to fill in; `error` is what Teams itself says when it is left empty."""
    return {"type": "Input.Text", "id": name, "label": label, "value": value,
            "placeholder": placeholder, "maxLength": longest, "isRequired": True,
            "errorMessage": error}  # fmt: skip


def error_line(text: str) -> dict[str, Any]:
    """What is wrong with the field above it."""
    return {**paragraph(text), "color": "attention", "spacing": "small"}


def plain(text: str) -> str:
    """Our own text so that Markdown in an inserted name or title is shown, not obeyed."""
    return "".join(f"\\{sign}" if sign in "\\*_[]`#" else sign for sign in text)


def _verbatim(text: str) -> dict[str, Any]:
    return {"type": "RichTextBlock", "inlines": [{"type": "TextRun", "text": text}]}
