"""What a button of the proposal's form sent, read as far as it can be trusted."""

from __future__ import annotations

import re
from dataclasses import replace

from dialogs.cards.proposal_form import MOST_TYPED, NO_GOAL
from dialogs.turn import Turn
from goals.draft import Base, Draft, Typed

LONGEST_CODE = 20
"""Of a body."""
_DRAFT_ID = re.compile(r"[0-9A-Za-z-]{1,40}(?:\.[0-9]{1,4})?")


def typed_draft(turn: Turn) -> Draft | None:
    """The draft that a form's button sent; None where no form of ours sends such a thing.

    Who its author is, is never taken from the form.
    """
    draft_id, completes = turn.fields.get("draft", ""), turn.fields.get("completes") or None
    if not _DRAFT_ID.fullmatch(draft_id) or ("." in draft_id) != (completes is not None):
        return None
    typed = Typed(
        **{name: _cut(turn.fields.get(name, ""), most) for name, most in MOST_TYPED.items()}
    )
    if typed.goal == NO_GOAL:
        typed = replace(typed, goal="")
    return Draft(
        draft_id,
        turn.fields.get("body", "")[:LONGEST_CODE],
        year_of(turn) or 0,
        turn.actor.object_id,
        typed,
        base_of(turn.fields.get("base", "")),
        None,
        turn.now,
        completes=completes,
    )


def _cut(text: str, most: int) -> str:
    """At most so many UTF-16 units, as a client counts."""
    units = text.encode("utf-16-le", "surrogatepass")
    return units[: 2 * most].decode("utf-16-le", "ignore")


def base_of(text: str) -> Base | None:
    """The list that a card was made for ("2024:1"), which its button carries."""
    found = re.fullmatch(r"([0-9]{4}):([0-9]{1,6})", text)
    return Base(int(found[1]), int(found[2])) if found else None


def year_of(turn: Turn) -> int | None:
    """The year that a button carries, if it is one."""
    year = turn.fields.get("year", "")
    return int(year) if year.isdecimal() and len(year) <= len("2025") else None
