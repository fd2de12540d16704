"""What a follow-up question goes on from: a few small values, never what was written."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import timedelta

from goals.goal import Kind

KEPT_FOR = timedelta(minutes=30)
"""After that a question stands on its own again."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One goal or sub-goal that was spoken of."""

    kind: Kind
    body: str
    number: int
    year: int | None


@dataclass(frozen=True, slots=True)
class Context:
    """What the last question was after, and about what."""

    intent: str
    body: str | None = None
    year: int | None = None
    kind: Kind | None = None
    about: tuple[Reference, ...] = ()
    """The wordings that were quoted or offered, when they were few."""

    def to_text(self) -> str:
        """As it is kept in the memory."""
        return json.dumps(
            [
                self.intent,
                self.body,
                self.year,
                self.kind,
                [[each.kind, each.body, each.number, each.year] for each in self.about],
            ]
        )


def read_context(text: str | None) -> Context | None:
    """What `to_text` wrote; None for nothing, and for what another version wrote."""
    if text is None:
        return None
    try:
        intent, body, year, kind, about = json.loads(text)
        return Context(
            intent,
            body,
            year,
            Kind(kind) if kind else None,
            tuple(Reference(Kind(k), b, n, y) for k, b, n, y in about),
        )
    except (ValueError, TypeError):
        return None
