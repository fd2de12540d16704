"""The form for one political strategy."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dialogs.cards.elements import (
    card,
    choice_input,
    error_line,
    execute_button,
    heading,
    paragraph,
    text_input,
)
from dialogs.texts import say
from goals.goal import Body
from goals.heeding import LONGEST_LINK, LONGEST_NAME

ADD_STRATEGY = "add-strategy"
SAVE_STRATEGY = "save-strategy"
BODY, NAME, LINK, DAY, PARAGRAPH = "body", "name", "link", "date", "paragraph"


def strategy_form(
    bodies: tuple[Body, ...],
    language: str,
    *,
    typed: Mapping[str, str],
    wrong: str | None = None,
    error: str = "",
) -> dict[str, Any]:
    """What is to be entered; `typed` is of the attempt before, `error` below the field `wrong`."""
    headline, explained = say(language, "strategy-heading"), say(language, "strategy-explained")
    fields: list[tuple[str, dict[str, Any]]] = []
    data = {"language": language}
    if len(bodies) > 1:
        label = say(language, "strategy-body")
        choices = [(body.name, body.code) for body in bodies]
        chosen = typed.get(BODY) or bodies[0].code
        fields.append((BODY, choice_input(BODY, label, choices, placeholder=label, value=chosen)))
    else:
        data[BODY] = bodies[0].code
    fields += [
        (
            name,
            text_input(
                name,
                say(language, key),
                value=typed.get(name, "")[:longest],
                placeholder=placeholder,
                longest=longest,
                error=say(language, "error-name-missing") if name == NAME else None,
            ),
        )
        for name, key, placeholder, longest in (
            (NAME, "strategy-name", say(language, "strategy-name"), LONGEST_NAME),
            (LINK, "strategy-link", "https://", LONGEST_LINK),
            (DAY, "strategy-date", "2025-02-04", len("2025-02-04")),
            (PARAGRAPH, "strategy-paragraph", say(language, "strategy-paragraph-example"),
             LONGEST_NAME),
        )
    ]  # fmt: skip
    body, lines = [heading(headline), paragraph(explained)], [headline, explained]
    for name, field in fields:
        body.append(field)
        lines.append(f"{field['label']}: {field.get('value', '')}")
        if name == wrong:
            body.append(error_line(error))
            lines.append(error)
    return card(
        body,
        buttons=[execute_button(say(language, "button-save"), SAVE_STRATEGY, data)],
        language=language,
        fallback="\n".join(lines),
    )
