"""What the operator's Prometheus reads: how many turns, how long, what about, what is owed."""

from __future__ import annotations

import ipaddress
import platform
from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from aiohttp import web
from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    disable_created_metrics,
    generate_latest,
)
from prometheus_client.metrics_core import CounterMetricFamily, Metric
from prometheus_client.registry import Collector

from bot.turns import TurnSeen
from bot.version import version

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
_FORWARDED = ("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP")
_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 15.0)
"""Of a turn; a second is ours, two are the store's, after 15 Teams delivers it again."""


@dataclass(frozen=True, slots=True)
class Owed:
    """What lies in the outbox."""

    notes: int
    """That have not come to their end."""
    oldest_due: datetime | None
    """Since when one has been waiting to go out."""


Deliveries = Callable[[], Mapping[str, int]]
"""How many messages to Teams came to which end."""
Outbox = Callable[[], Awaitable[Owed]]
"""Raises where the database is not reached."""


class Metrics:
    """The numbers of one process."""

    def __init__(self, deliveries: Deliveries = dict) -> None:
        # A second number for each, which nobody asks for, is left out.
        disable_created_metrics()  # type: ignore[no-untyped-call]
        self.registry = CollectorRegistry()
        self.registry.register(_Delivered(deliveries))
        self._turns = Counter(
            "delmal_turns",
            "Turns by what Teams sent and what became of it",
            ["kind", "outcome"],
            registry=self.registry,
        )
        self._seconds = Histogram(
            "delmal_turn_seconds",
            "Seconds from a request to its answer",
            ["kind"],
            buckets=_SECONDS,
            registry=self.registry,
        )
        self._intents = Counter(
            "delmal_intents",
            "What people were after: an intent, or the verb of a button",
            ["intent"],
            registry=self.registry,
        )
        self._under_way = Gauge(
            "delmal_turns_under_way", "Turns not yet answered", registry=self.registry
        )
        self._owed = Gauge(
            "delmal_outbox_notes", "Notes owed to people and not told yet", registry=self.registry
        )
        self._owed_seconds = Gauge(
            "delmal_outbox_oldest_seconds",
            "Seconds that the longest waiting note is overdue",
            registry=self.registry,
        )
        self._database = Gauge(
            "delmal_database_up", "Whether the database is reached", registry=self.registry
        )
        Gauge("delmal_info", "This version", ["version", "python"], registry=self.registry).labels(
            version(), platform.python_version()
        ).set(1)
        ProcessCollector(registry=self.registry)

    def begun(self) -> None:
        """A request came in."""
        self._under_way.inc()

    def seen(self, turn: TurnSeen, seconds: float) -> None:
        """It was answered, after so long."""
        self._under_way.dec()
        self._turns.labels(turn.kind, turn.outcome.value).inc()
        self._seconds.labels(turn.kind).observe(seconds)
        if turn.intent is not None:
            self._intents.labels(turn.intent).inc()

    async def text(self, outbox: Outbox, *, now: datetime) -> bytes:
        """All of it in Prometheus' form."""
        try:
            owed = await outbox()
        except Exception:  # noqa: BLE001 — whatever it is, that is what is told
            self._database.set(0)
        else:
            self._database.set(1)
            self._owed.set(owed.notes)
            overdue = (now - owed.oldest_due).total_seconds() if owed.oldest_due else 0.0
            self._owed_seconds.set(max(0.0, overdue))
        return generate_latest(self.registry)


class _Delivered(Collector):
    """The messages that the connector has counted."""

    def __init__(self, deliveries: Deliveries) -> None:
        self._deliveries = deliveries

    def collect(self) -> Iterator[Metric]:
        """One number for each end that a message can come to."""
        family = CounterMetricFamily("delmal_deliveries", "Messages to Teams", labels=["outcome"])
        for outcome, count in self._deliveries().items():
            family.add_metric([outcome], count)
        yield family


def is_from_inside(request: web.Request) -> bool:
    """Whether it comes from this machine or its own net, and not through a proxy from elsewhere."""
    if any(name in request.headers for name in _FORWARDED):
        return False
    try:
        address = ipaddress.ip_address(request.remote or "")
    except ValueError:
        return False
    return address.is_loopback or address.is_private
