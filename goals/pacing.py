"""How fast we may send: Teams' limits, as moments from which the next message may go out.

What is kept of each tenant and conversation is one moment, the end of what is taken: every message
moves it by the gap. A message may go out as much before it as lets so many go at once.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Rate:
    """One message each `gap` seconds in the long run, and `at_once` of them after a rest."""

    gap: float
    at_once: int = 1


@dataclass(frozen=True, slots=True)
class Window:
    """At most so many within so many seconds."""

    most: int
    seconds: float


TENANT_WINDOW = Window(30, 1)
"""Requests of one app in one tenant. Microsoft's newest page says 50, an older one 30."""
CONVERSATION_WINDOWS = (Window(7, 1), Window(8, 2), Window(60, 30), Window(1800, 3600))
"""Messages of one bot in one conversation."""
TENANT_RATE = Rate(1 / 29.2)
"""Evenly, and a little slower than the window: what goes out late meets what goes out after it."""
CONVERSATION_RATE = Rate(2.01, at_once=7)
"""One rate that keeps all four windows."""
LONGEST_AHEAD = 60.0
"""Seconds. What is taken further ahead than this was taken by a clock that has been set back."""


@dataclass(frozen=True, slots=True)
class Asked:
    """So many messages that are to go out at this rate."""

    rate: Rate
    count: int = 1

    @property
    def span(self) -> float:
        """Seconds that they take."""
        return self.rate.gap * self.count


Slots = tuple[float, ...]
"""For each message, in how many seconds it may go out."""


class Pace(Protocol):
    """The one pace of all processes on one database."""

    async def take(self, asked: Mapping[str, Asked]) -> Mapping[str, Slots]:
        """Take slots at each key, a tenant's or a conversation's; nobody else gets them."""
        ...


def slots(asked: Asked, end: float) -> Slots:
    """The slots of what was asked, where what is taken now ends in so many seconds."""
    first = end - asked.span - asked.rate.gap * (asked.rate.at_once - 1)
    return tuple(max(0.0, first + asked.rate.gap * number) for number in range(asked.count))


class OwnPace:
    """goals.pacing.Pace of one process alone, in its memory, by a clock that is never set."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._ends: dict[str, float] = {}

    async def take(self, asked: Mapping[str, Asked]) -> Mapping[str, Slots]:
        """Take slots at each key."""
        now = self._clock()
        if len(self._ends) > _MANY:
            self._ends = {key: end for key, end in self._ends.items() if end > now}
        taken = {}
        for key, each in asked.items():
            end = self._ends[key] = max(self._ends.get(key, now), now) + each.span
            taken[key] = slots(each, end - now)
        return taken


_MANY = 10_000
