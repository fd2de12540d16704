"""Whether notices get out at Teams' pace, and none is lost: `python -m benchmarks.notices CASE`."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import platform
import random
import sys
import time
from asyncio.subprocess import Process
from collections import Counter, defaultdict
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import aiohttp
import typer
from sqlalchemy.engine import URL
from sqlmodel import col, func, select

from benchmarks.notices.owing import TENANTS, fill, owe_many
from benchmarks.notices.teams import ANSWER_LOST, BURSTING, FAILED, LATENCY, OVER, RESET, TAKEN
from goals.notice import DeliveryState
from goals.pacing import TENANT_WINDOW
from storage.database import EVERY_TENANT, Database, open_database
from storage.tables import DeliveryRow, OutboxRow
from tests.postgres import Postgres, serving_postgres
from tests.windows import most_within

ROOT = Path(__file__).parent.parent.parent
PROCESSES = 2
KILLS = 20
PROC = Path("/proc")
LONGEST = 900.0
"""Seconds for one case."""
AFTERWARDS = 2.0
"""Seconds: who dies so soon after a message was taken may not have written it down."""
LONGEST_HANDFUL = 3.0
"""Seconds."""
GOAL = 0.95 * TENANT_WINDOW.most


class Case(StrEnum):
    """What is measured."""

    ONE_TENANT = "one-tenant"
    MANY_TENANTS = "many-tenants"
    KILLED = "killed"
    RESTARTED = "restarted"
    HANDFUL = "handful"


@dataclass(frozen=True, slots=True)
class Seen:
    """One request, as the connector saw it."""

    at: float
    tenant: str
    mark: str
    worker: str
    what: str

    @property
    def is_taken(self) -> bool:
        """Whether its message is there, whatever the sender was told."""
        return self.what in (TAKEN, ANSWER_LOST)


@dataclass
class Run:
    """Two processes, a database and a connector; what happened in it."""

    server: Postgres
    url: URL
    address: str
    """Of the connector."""
    database: Database
    workers: dict[str, Process] = field(default_factory=dict)
    killed: dict[str, float] = field(default_factory=dict)
    """When each process was killed."""
    restarted: list[tuple[float, float]] = field(default_factory=list)
    """From when to when PostgreSQL was away."""

    async def start(self, *words: str) -> Process:
        """Start one more process, and wait until it pays."""
        name = f"worker-{len(self.workers)}"
        url = self.url.render_as_string(hide_password=False)
        self.workers[name] = worker = await _start("benchmarks.notices.worker", url, name, *words)
        assert worker.stdout is not None
        assert await worker.stdout.readline() == b"ready\n"
        self._busy_before[name] = _busy(worker)
        return worker

    def busy(self) -> float | None:
        """Processor seconds of those that live, since they were ready; None where it is not told.

        Only where none was killed is it that of all the notices.
        """
        spans = [_busy(each) - self._busy_before[name] for name, each in self.workers.items()]
        return None if self.killed or not PROC.exists() else sum(spans)

    _busy_before: dict[str, float] = field(default_factory=dict)

    async def kill(self) -> None:
        """Kill one of those that live, without a word, and start another."""
        name = random.choice([each for each in self.workers if each not in self.killed])
        self.workers[name].kill()
        self.killed[name] = time.monotonic()
        await self.workers[name].wait()
        await self.start()

    async def seen(self) -> list[Seen]:
        """Every request that the connector saw."""
        async with aiohttp.ClientSession() as session, session.get(f"{self.address}/seen") as told:
            return [Seen(*each) for each in await told.json()]

    async def left(self) -> int:
        """How many notes are still owed."""
        async with self.database.reading(EVERY_TENANT) as session:
            owed = select(func.count(col(OutboxRow.id))).where(col(OutboxRow.due_at).is_not(None))
            return (await session.exec(owed)).one()

    async def all_out(self) -> None:
        """Wait until nothing is owed."""
        async with asyncio.timeout(LONGEST):
            while await self.left():  # noqa: ASYNC110 — other processes bring it about
                await asyncio.sleep(0.3)

    async def states(self) -> Counter[DeliveryState]:
        """What the list of deliveries says."""
        async with self.database.reading(EVERY_TENANT) as session:
            rows = await session.exec(select(DeliveryRow))
            return Counter(row.state for row in rows)


async def _start(module: str, *words: str) -> Process:
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", module, *words, cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )


def _busy(process: Process) -> float:
    """Processor seconds of a process that lives, from Linux' own count; 0 elsewhere."""
    try:
        fields = (PROC / str(process.pid) / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextlib.asynccontextmanager
async def _run(server: Postgres, *, faults: bool = True) -> AsyncIterator[Run]:
    teams = await _start("benchmarks.notices.teams", "faults" if faults else "none", "7")
    assert teams.stdout is not None
    address = (await teams.stdout.readline()).decode().strip()
    async with server.database() as url:
        run = Run(server, url, address, open_database(url))
        try:
            yield run
        finally:
            for each in (teams, *run.workers.values()):
                with contextlib.suppress(ProcessLookupError):
                    each.kill()
                await each.wait()
            await run.database.dispose()


async def _measure(case: Case, server: Postgres, notices: int, rounds: int) -> bool:
    if case is Case.HANDFUL:
        return await _handful(server, rounds)
    tenants = {Case.ONE_TENANT: 1, Case.MANY_TENANTS: 300}.get(case, 30)
    async with _run(server) as run:
        chosen = TENANTS[:tenants]
        await fill(run.database, run.address, chosen, -(-notices // tenants))
        for _ in range(PROCESSES):
            await run.start()
        await owe_many(run.database, chosen, notices)
        if case is Case.KILLED:
            await _kill_them(run, notices)
        if case is Case.RESTARTED:
            await _restart(run, notices)
        await run.all_out()
        return _show(case, run, notices, await run.seen(), await run.states())


async def _kill_them(run: Run, notices: int) -> None:
    """At random moments while there is something to send; the last ones wait for a lease."""
    for number in range(KILLS):
        floor = notices * (KILLS - number - 1) // (KILLS + 2)
        while await run.left() > floor + notices // (KILLS + 2) * 2:  # noqa: ASYNC110 — the same
            await asyncio.sleep(0.05)
        await asyncio.sleep(random.uniform(0, 0.5))
        await run.kill()


async def _restart(run: Run, notices: int) -> None:
    while await run.left() > notices // 2:  # noqa: ASYNC110 — the same
        await asyncio.sleep(0.1)
    began = time.monotonic()
    await asyncio.to_thread(run.server.restart)
    run.restarted.append((began, time.monotonic()))


def _show(
    case: Case, run: Run, notices: int, seen: list[Seen], states: Counter[DeliveryState]
) -> bool:
    """Print the table; whether every goal was met."""
    taken = defaultdict(list)
    by_tenant = defaultdict(list)
    for each in seen:
        by_tenant[each.tenant].append(each.at)
        if each.is_taken:
            taken[each.mark].append(each)
    seconds = max(each.at for each in seen) - min(each.at for each in seen) + LATENCY
    doubles = [each for each in taken.values() if len(each) > 1]
    unexplained = [each for each in doubles if not all(_explained(one, run) for one in each[:-1])]
    kinds = Counter(each.what for each in seen)
    fullest = max(most_within(TENANT_WINDOW, sorted(moments)) for moments in by_tenant.values())
    rate = _steady(seen)
    busiest = max(len(moments) / (max(moments) - min(moments)) for moments in by_tenant.values())
    lost = notices - len(taken)
    delivered = states[DeliveryState.DELIVERED]
    goals = {
        "lost": lost == 0,
        "in the list": delivered == notices == states.total(),
        "doubles": not unexplained,
        "pace": fullest <= TENANT_WINDOW.most,
    }
    if case is Case.ONE_TENANT:
        goals["rate"] = rate >= GOAL
    rows = [
        ("notices, municipalities, processes", f"{notices:,}, {len(by_tenant)}, {PROCESSES}", ""),
        ("seconds from the first request to the last answer", f"{seconds:.1f}", ""),
        ("notices per second", f"{notices / seconds:.1f}", ""),
        ("requests per second, but for the last 2 %", f"{rate:.1f}", _met(goals, "rate")),
        ("requests per second of the busiest municipality", f"{busiest:.1f}", ""),
        ("most requests of a municipality within a second", str(fullest), _met(goals, "pace")),
        ("refused for being over a limit", f"{kinds[OVER]:,}", ""),
        ("faults: 429 bursts, errors, resets, lost answers",
         ", ".join(str(kinds[each]) for each in (BURSTING, FAILED, RESET, ANSWER_LOST)), ""),
        ("lost", str(lost), _met(goals, "lost")),
        ("delivered, by our own list", f"{delivered:,}", _met(goals, "in the list")),
        ("doubles; of them not under way at a fault",
         f"{len(doubles)}; {len(unexplained)}", _met(goals, "doubles")),
    ]  # fmt: skip
    if (busy := run.busy()) is not None:
        rows.append(
            ("processor ms per notice, of our processes", f"{busy / notices * 1e3:.1f}", "")
        )
    if run.killed:
        rows.append(("processes killed", str(len(run.killed)), ""))
    for began, ended in run.restarted:
        after = min(each.at for each in seen if each.is_taken and each.at > ended) - ended
        rows.append(("PostgreSQL away, s; then until the next notice, s",
                     f"{ended - began:.1f}; {after:.1f}", ""))  # fmt: skip
    _print(case, rows)
    return all(goals.values())


def _steady(seen: list[Seen]) -> float:
    """Requests per second until 98 % are sent; the last ones wait for what the faults ask for."""
    moments = sorted(each.at for each in seen)
    most = moments[: max(2, len(moments) * 98 // 100)]
    return (len(most) - 1) / (most[-1] - most[0])


def _explained(each: Seen, run: Run) -> bool:
    """Whether the sender could not know, or write down, that this one had been taken."""
    if each.what == ANSWER_LOST:
        return True
    died = run.killed.get(each.worker)
    if died is not None and each.at <= died <= each.at + LATENCY + AFTERWARDS:
        return True
    return any(each.at <= ended and began <= each.at + AFTERWARDS for began, ended in run.restarted)


async def _handful(server: Postgres, rounds: int) -> bool:
    async with _run(server, faults=False) as run:
        await fill(run.database, run.address, TENANTS[:1], 6)
        worker = await run.start(str(rounds))
        assert worker.stdout is not None
        waits: list[float] = sorted(json.loads(await worker.stdout.readline()))
    goal = {"rate": waits[-1] < LONGEST_HANDFUL}
    rows = [
        ("presses", str(rounds), ""),
        ("median, s", f"{waits[len(waits) // 2]:.2f}", ""),
        ("longest, s", f"{waits[-1]:.2f}", _met(goal, "rate")),
    ]
    _print(Case.HANDFUL, rows)
    return waits[-1] < LONGEST_HANDFUL


def _met(goals: dict[str, bool], name: str) -> str:
    if name not in goals:
        return ""
    return "met" if goals[name] else "**missed**"


def _print(case: Case, rows: list[tuple[str, str, str]]) -> None:
    print(f"\n| {case} | | |\n|---|--:|---|")
    for row in rows:
        print(f"| {' | '.join(row)} |", flush=True)


def main(
    cases: Annotated[list[Case] | None, typer.Argument(help="All, unless some are named.")] = None,
    *,
    scale: Annotated[
        float, typer.Option(min=0.01, max=1, help="Of the notices; 0.1 for a quick look.")
    ] = 1,
) -> None:
    """Two processes that send notices, a connector with Teams' limits and faults, PostgreSQL."""
    notices = {
        Case.ONE_TENANT: 1_500, Case.MANY_TENANTS: 10_000, Case.KILLED: 2_000,
        Case.RESTARTED: 1_000, Case.HANDFUL: 0,
    }  # fmt: skip
    load = os.getloadavg()[0]
    print(f"{datetime.now(UTC):%Y-%m-%d}, {os.cpu_count()} cores, {platform.system()}, ", end="")
    print(f"Python {platform.python_version()}, load {load:.1f} as it began")
    met = True
    with serving_postgres() as server:
        for case in cases or list(Case):
            count = max(60, int(notices[case] * scale))
            met = asyncio.run(_measure(case, server, count, max(3, int(30 * scale)))) and met
    raise typer.Exit(0 if met else 1)


if __name__ == "__main__":
    typer.run(main)
