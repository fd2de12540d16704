"""How fast one person may go on: a bucket of turns that fills again by the clock."""

from __future__ import annotations

import math
import time
from collections import OrderedDict
from dataclasses import dataclass

from bot.connector import Clock

MOST_REMEMBERED = 10_000
"""People of whom it is known how fast they went; the one not seen for longest gives way."""


@dataclass(slots=True)
class _Bucket:
    turns: float
    at: float
    told: bool = False


@dataclass(frozen=True, slots=True)
class TooFast:
    """The person has to wait."""

    seconds: int
    is_first: bool
    """Whether they have not been told since they last were in time."""


class PersonPace:
    """Counts in this process only: several processes let a person go on that much faster."""

    def __init__(self, turns_a_minute: int, *, clock: Clock = time.monotonic) -> None:
        """Half of a minute's turns may come at once."""
        self._most = max(1.0, turns_a_minute / 2)
        self._a_second = turns_a_minute / 60
        self._clock = clock
        self._buckets: OrderedDict[tuple[str, str], _Bucket] = OrderedDict()

    def take(self, tenant: str, object_id: str) -> TooFast | None:
        """Take one turn; None where the person may have it."""
        now, person = self._clock(), (tenant, object_id)
        bucket = self._buckets.setdefault(person, _Bucket(self._most, now))
        self._buckets.move_to_end(person)
        if len(self._buckets) > MOST_REMEMBERED:
            self._buckets.popitem(last=False)
        filled = bucket.turns + (now - bucket.at) * self._a_second
        bucket.turns, bucket.at = min(self._most, filled), now
        if bucket.turns >= 1:
            bucket.turns, bucket.told = bucket.turns - 1, False
            return None
        is_first, bucket.told = not bucket.told, True
        return TooFast(math.ceil((1 - bucket.turns) / self._a_second), is_first)
