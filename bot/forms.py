"""Teams' pop-up: the second door to a form. What it asks with, and the shape its answer has.

A form is one card. In a conversation its buttons are Action.Execute, which a pop-up does not know:
there each becomes an Action.Submit that carries the verb among its data.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from dialogs.registry import FORMS
from dialogs.turn import Reply

FETCH = "task/fetch"
"""A card's button opens a pop-up; its data name the form."""
SUBMIT = "task/submit"
COMMAND_FETCH = "composeExtension/fetchTask"
"""A command of the message extension opens one; the command's id is the form's name."""
COMMAND_SUBMIT = "composeExtension/submitAction"
OPENING = frozenset({FETCH, COMMAND_FETCH})
INVOKES = OPENING | {SUBMIT, COMMAND_SUBMIT}
"""The names of the invokes."""
FORM = "form"
"""Where a button's data name the form."""
CARD = "application/vnd.microsoft.card.adaptive"
HEIGHT = "large"
WIDTH = "medium"

Shape: TypeAlias = dict[str, Any]


def asked(name: str, value: object) -> Shape:
    """The verb and the data that the pop-up came with; an empty verb where the form is unknown."""
    given = value if isinstance(value, dict) else {}
    data = given.get("data")
    data = dict(data) if isinstance(data, dict) else {}
    verb = data.get("verb")
    if name in OPENING:
        form = given.get("commandId") if name == COMMAND_FETCH else data.pop(FORM, None)
        verb = FORMS.get(form) if isinstance(form, str) else None
    return {**data, "verb": verb if isinstance(verb, str) else ""}


def popup_shape(reply: Reply) -> Shape:
    """The next card in the pop-up; where the dialog is done, its last words."""
    if reply.done:
        return {"task": {"type": "message", "value": reply.summary}}
    return {
        "task": {
            "type": "continue",
            "value": {
                "title": reply.summary,
                "height": HEIGHT,
                "width": WIDTH,
                "card": {"contentType": CARD, "content": in_popup(reply.card)},
            },
        }
    }


def in_popup(part: Any) -> Any:  # noqa: ANN401 — any part of a card
    """A card, or a part of one, with each Action.Execute as the Action.Submit that means the same.

    What no pop-up does (refreshing itself) is left out. The card that is given stays as it is.
    """
    if isinstance(part, Mapping):
        if part.get("type") == "Action.Execute":
            return _submit(part)
        return {
            name: value if name == "data" else in_popup(value)
            for name, value in part.items()
            if name != "refresh"
        }
    return [in_popup(each) for each in part] if isinstance(part, list | tuple) else part


def _submit(button: Mapping[str, Any]) -> Shape:
    rest = {name: value for name, value in button.items() if name not in {"verb", "data"}}
    data = {**button.get("data", {}), "verb": button["verb"]}
    return {**rest, "type": "Action.Submit", "data": data}
