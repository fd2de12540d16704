"""The cards by which papers are handed out: what there is, and the link to one of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dialogs.answer import Act
from dialogs.cards.elements import (
    card,
    execute_button,
    fact_lines,
    heading,
    paragraph,
    verbatim,
)

SHOW_PAPERS = "show-papers"
MAKE_PAPER = "make-paper"
MARK_READY = "mark-ready"
KEEP_EXTRACT = "keep-extract"


def papers_card(
    headline: str,
    language: str,
    *,
    states: Sequence[tuple[str, str]],
    said: Sequence[str],
    acts: Sequence[Act],
) -> dict[str, Any]:
    """Each paper with how far it has come, and a button for what can be done with it."""
    lines = [headline, *(f"{name}: {state}" for name, state in states), *said]
    return card(
        [
            heading(headline),
            *([fact_lines(list(states))] if states else []),
            *map(paragraph, said),
        ],
        buttons=[execute_button(act.title, act.verb, dict(act.data)) for act in acts],
        language=language,
        fallback="\n".join(lines),
    )


def link_card(
    headline: str,
    language: str,
    *,
    said: str,
    link: tuple[str, str] | None,
    command: str | None = None,
    acts: Sequence[Act],
) -> dict[str, Any]:
    """The link, its title and address, to be followed; or the command that does the same."""
    lines = [headline, said, *([link[1]] if link else []), *([command] if command else [])]
    buttons: list[dict[str, Any]] = []
    if link is not None:
        buttons.append({"type": "Action.OpenUrl", "title": link[0], "url": link[1]})
    buttons += [execute_button(act.title, act.verb, dict(act.data)) for act in acts]
    return card(
        [heading(headline), paragraph(said), *([verbatim(command)] if command else [])],
        buttons=buttons,
        language=language,
        fallback="\n".join(lines),
    )
