"""An event: one thing that was done, which is never changed and never taken away.

Each carries the digest of the one before it, so that what is altered, removed or put in between
later is found: from there on no digest is right.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import MappingProxyType
from typing import TypeAlias

from goals.actor import Role

Value: TypeAlias = str | int | None
FIRST = "0" * 64
"""The digest that stands before the first event of a tenant."""


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what, in which role, and when."""

    at: datetime
    """Aware."""
    what: str
    """The step of a proposal or of a matter, in the words of the code."""
    by: str | None
    """Object id; None is the server's own command line."""
    role: Role | None
    body: str
    year: int
    """Of the matter."""
    proposal: str | None = None
    """The id of the proposal that it is about; None for the matter itself."""
    state: str | None = None
    """Where the proposal or the matter stands after it."""
    data: Mapping[str, Value] = field(default_factory=lambda: MappingProxyType({}))
    """What else was said: a reason, a §, a date (ISO), the digest of a version."""


@dataclass(frozen=True, slots=True)
class Link:
    """An event where it stands in the chain, with the digest that it was given."""

    place: int
    event: Event
    digest: str


def chained(event: Event, *, tenant: str, place: int, previous: str) -> str:
    """The digest of the event at its place (from 1) in the tenant's chain.

    SHA-256 in hexadecimal, over the JSON of everything it says and of the digest before it.
    """
    return _digest(
        [
            tenant,
            place,
            previous,
            event.at.astimezone(UTC).isoformat(timespec="microseconds"),
            event.what,
            event.by,
            event.role,
            event.body,
            event.year,
            event.proposal,
            event.state,
            dict(event.data),
        ]
    )


def digest_of(*values: Value) -> str:
    """The digest by which an event vouches for a row beside it: a version, a list."""
    return _digest(list(values))


def _digest(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
