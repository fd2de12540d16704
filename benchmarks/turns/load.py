"""People who ask: as many as can be answered, or so many a second."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import quantiles
from uuid import uuid4

import aiohttp

from benchmarks.turns.far_side import FarSide
from benchmarks.turns.servers import BenchmarkError, Server

MOST_TURNS = 100_000
LONGEST_TURN = 60.0
"""Seconds; a bot that cannot keep up builds a queue."""
TOKENS = 64

Check = Callable[[bytes], bool]
"""Whether a reply is the one that was wanted."""


@dataclass(frozen=True, slots=True)
class Throughput:
    """What a bot did while everybody asked again as soon as they were answered."""

    turns: int
    seconds: float
    cpu_seconds: float | None
    generator_cpu_seconds: float

    @property
    def per_second(self) -> float:
        """Turns a second."""
        return self.turns / self.seconds

    @property
    def per_cpu_second(self) -> float | None:
        """Turns for each second of the server's processor time."""
        return self.turns / self.cpu_seconds if self.cpu_seconds else None


@dataclass(frozen=True, slots=True)
class Latency:
    """How long replies took, in milliseconds, at a steady rate."""

    p50: float
    p99: float


class Askers:
    """The people of one municipality, each in a conversation of their own with the bot."""

    def __init__(
        self,
        far_side: FarSide,
        server: Server,
        session: aiohttp.ClientSession,
        text: str,
        check: Check,
        *,
        new_tokens: bool,
    ) -> None:
        self._new_tokens = new_tokens
        self._far_side = far_side
        self._server = server
        self._session = session
        self._text = text
        self._check = check
        # The Bot Framework, too, uses a token for many requests.
        self._tokens = [far_side.token(jti=str(number)) for number in range(TOKENS)]

    async def warm_up(self, turns: int) -> None:
        """So many turns, one after the other."""
        for number in range(turns):
            await self.turn(number)

    async def turn(self, number: int) -> float:
        """One question; the seconds from its sending until the reply was at the connector."""
        person = f"00000000-0000-4000-8000-{number:012}"
        activity = self._far_side.message(self._text, aad_object_id=person, id=uuid4().hex)
        arrival = self._far_side.expect(activity["id"])
        body = json.dumps(activity).encode()
        headers = {
            "Content-Type": "application/json; charset=utf-8",
            "Authorization": f"Bearer {self._token(number)}",
        }
        try:
            async with asyncio.timeout(LONGEST_TURN):
                began = time.perf_counter()
                async with self._session.post(
                    self._server.url, data=body, headers=headers
                ) as answer:
                    if answer.status not in {200, 201}:
                        raise BenchmarkError(f"HTTP {answer.status}: {await answer.text()}")
                arrived = await arrival
        finally:
            self._far_side.forget(activity["id"])
        if not self._check(arrived.body):
            raise BenchmarkError(f"not the reply that was wanted: {arrived.body[:500]!r}")
        return arrived.at - began

    def _token(self, number: int) -> str:
        if self._new_tokens:
            return self._far_side.token(jti=uuid4().hex)
        return self._tokens[number % TOKENS]

    async def ask_without_pause(self, *, conversations: int, seconds: float) -> Throughput:
        """Each asks again as soon as they have been answered."""
        ends = time.perf_counter() + seconds
        turns = 0

        async def ask(number: int) -> None:
            nonlocal turns
            while time.perf_counter() < ends and turns < MOST_TURNS:
                await self.turn(number)
                turns += 1

        cpu, generator_cpu, began = (
            self._server.cpu_seconds,
            time.process_time(),
            time.perf_counter(),
        )
        async with asyncio.TaskGroup() as group:
            for number in range(conversations):
                group.create_task(ask(number))
        now = self._server.cpu_seconds
        return Throughput(
            turns=turns,
            seconds=time.perf_counter() - began,
            cpu_seconds=None if now is None or cpu is None else now - cpu,
            generator_cpu_seconds=time.process_time() - generator_cpu,
        )

    async def ask_steadily(self, *, rate: float, seconds: float) -> Latency:
        """So many a second, whether or not the ones before have been answered."""
        began = time.perf_counter()
        turns: list[asyncio.Task[float]] = []
        async with asyncio.TaskGroup() as group:
            for number in range(min(round(rate * seconds), MOST_TURNS)):
                await asyncio.sleep(max(0.0, began + number / rate - time.perf_counter()))
                turns.append(group.create_task(self.turn(number)))
        milliseconds = [turn.result() * 1000 for turn in turns]
        cuts = quantiles(milliseconds, n=100, method="inclusive")
        return Latency(p50=cuts[49], p99=cuts[98])
