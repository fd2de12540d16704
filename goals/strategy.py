"""A political strategy: what a body has to heed besides its own goals."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Strategy:
    """A strategy, plan or programme that somebody has decided and a body has to heed."""

    body: str
    name: str
    """Unique in the body."""
    link: str | None = None
    """Where it can be read."""
    date: dt.date | None = None
    """Of the decision on it."""
    paragraph: str | None = None
