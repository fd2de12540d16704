"""A connector with Teams' limits and faults: `python -m benchmarks.notices.teams FAULTS SEED`.

It prints its address, and at GET /seen what it has seen. A message is taken the moment it comes and
answered 200 ms later, so whoever dies in between has sent it without knowing.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
import sys
import time
from collections import defaultdict, deque
from typing import Any

from aiohttp import web

from goals.pacing import CONVERSATION_WINDOWS, TENANT_WINDOW, Window

LATENCY = 0.2
"""Seconds."""
FAULT = 0.02
"""How often a request gets an error, or its connection is reset before it is taken."""
LOST_ANSWER = 0.002
"""How often a message is taken, and the connection reset before the answer."""
BURST_EVERY, BURST = 8.0, 0.5
"""Seconds between the bursts of 429 in a tenant, and how long one lasts; half is refused."""
ERRORS = (500, 502, 503, 504, 412)
TAKEN, ANSWER_LOST, OVER, BURSTING, FAILED, RESET = (
    "taken", "answer lost", "over the limit", "429 burst", "error", "reset"
)  # fmt: skip


class Limiter:
    """Counts within sliding windows."""

    def __init__(self, *windows: Window) -> None:
        self._windows = windows
        self._moments: dict[str, deque[float]] = defaultdict(deque)

    def takes(self, key: str, now: float) -> bool:
        """Whether one more fits; it is counted if it does."""
        moments = self._moments[key]
        while moments and now - moments[0] > self._windows[-1].seconds:
            moments.popleft()
        for window in self._windows:
            if len(moments) >= window.most and now - moments[-window.most] < window.seconds:
                return False
        moments.append(now)
        return True


class Stand:
    """Takes, refuses, and remembers."""

    def __init__(self, *, faults: bool, seed: int) -> None:
        self._faults = faults
        self._random = random.Random(seed)
        self._tenants = Limiter(TENANT_WINDOW)
        self._conversations = Limiter(*CONVERSATION_WINDOWS)
        self._bursts: dict[str, tuple[float, float]] = {}
        self.seen: list[tuple[float, str, str, str, str]] = []
        """When, by `time.monotonic`, of which tenant and notice, from which process, and what."""

    async def take(self, request: web.Request) -> web.StreamResponse:
        """POST /{tenant}/v3/conversations/{conversation}/activities."""
        now = time.monotonic()
        tenant, conversation = (request.match_info[name] for name in ("tenant", "conversation"))
        body = await request.json()
        what = self._fate(tenant, conversation, now)
        worker = request.headers.get("User-Agent", "")
        self.seen.append((now, tenant, str(body["summary"]), worker, what))
        await asyncio.sleep(LATENCY)
        if what in (ANSWER_LOST, RESET):
            if request.transport is not None:
                request.transport.abort()
            return web.Response()
        if what in (OVER, BURSTING):
            return web.json_response({}, status=429, headers={"Retry-After": "1"})
        if what == FAILED:
            return web.json_response({}, status=self._random.choice(ERRORS))
        return web.json_response({"id": f"1:{len(self.seen)}"}, status=201)

    def _fate(self, tenant: str, conversation: str, now: float) -> str:
        within = self._tenants.takes(tenant, now)
        if not within or not self._conversations.takes(f"{tenant} {conversation}", now):
            return OVER
        if not self._faults:
            return TAKEN
        begins, ends = self._bursts.get(tenant, (0.0, 0.0))
        if now > ends:
            begins = now + self._random.expovariate(1 / BURST_EVERY)
            ends = begins + BURST
            self._bursts[tenant] = begins, ends
        if begins <= now <= ends and self._random.random() < 0.5:
            return BURSTING
        drawn = self._random.random()
        if drawn < LOST_ANSWER:
            return ANSWER_LOST
        if drawn < FAULT:
            return FAILED if drawn < FAULT * 0.7 else RESET
        return TAKEN

    async def tell(self, _request: web.Request) -> web.Response:
        """GET /seen."""
        return web.json_response(self.seen)


async def _main(faults: str, seed: str) -> None:
    stand = Stand(faults=faults == "faults", seed=int(seed))
    app = web.Application()
    app.router.add_post("/{tenant}/v3/conversations/{conversation}/activities", stand.take)
    app.router.add_get("/seen", stand.tell)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0, backlog=1024).start()
    print(f"http://127.0.0.1:{_port(runner)}", flush=True)
    with contextlib.suppress(asyncio.CancelledError):
        await asyncio.Event().wait()


def _port(runner: web.AppRunner) -> int:
    address: Any = runner.addresses[0]
    return int(address[1])


if __name__ == "__main__":
    asyncio.run(_main(*sys.argv[1:]))
