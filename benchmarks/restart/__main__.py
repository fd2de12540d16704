"""What people notice of a restart: `python -m benchmarks.restart`.

Two processes at one port are stopped and started again, one after the other, while people ask; then
one process alone at a port that systemd keeps. Nothing that fails is tried again: it is lost.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import platform
import shutil
import signal
import socket
import sys
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from statistics import median, quantiles
from typing import Annotated

import aiohttp
import typer

from benchmarks.turns.far_side import FarSide, make_certificates
from benchmarks.turns.load import Askers
from benchmarks.turns.servers import ROOT, BenchmarkError, Server, our_environment, run_command
from benchmarks.turns.servers import ours as serving_alone
from storage.documents import example_document, read_document
from tests.postgres import Postgres, serving_postgres
from tests.service import handed

QUESTION = "vilka är KS delmål 2025?"
COLUMNS = (
    *("restarts", "turns", "lost", "doubled"),
    *("p99 before, ms", "p50 ms", "p99 ms", "longest ms", "stop, s", "start, s"),
)
LONGEST_START = 3.0
"""Seconds, the goal."""
BACKLOG = 1024
"""Connections that wait at the port, as in deploy/delmal.socket."""
PACKAGES = ("bot", "dialogs", "goals", "manifest", "storage")
"""What a start needs of ours."""
PAUSE = 1.0
"""Seconds between two restarts."""
PEOPLE = 200
"""Who take turns to ask; the first question of each also tells where they are reached."""
UNDISTURBED = 4.0
"""Seconds of turns before the first."""
STARTED_WITHIN = 60.0


@dataclass(frozen=True, slots=True)
class Case:
    """One line of the table."""

    name: str
    processes: int
    on_postgres: bool
    keeps_connections: bool
    """As a proxy does; otherwise each turn has a connection of its own."""


@dataclass(slots=True)
class Outcome:
    """What became of the turns."""

    before: list[float] = field(default_factory=list)
    """Seconds of each that was asked before the first restart, and answered rightly."""
    seconds: list[float] = field(default_factory=list)
    """The same from then on."""
    lost: list[str] = field(default_factory=list)
    """Why, of each that was not."""
    doubles: int = 0
    starts: list[float] = field(default_factory=list)
    """Seconds from each start until it listened."""
    stops: list[float] = field(default_factory=list)
    """Seconds from each signal until it was gone."""


CASES = [
    Case(f"{name}, {connections}", processes, name.startswith("PostgreSQL"), keeps)
    for name, processes in (
        ("PostgreSQL, two processes", 2),
        ("SQLite, two processes", 2),
        ("SQLite, one process", 1),
    )
    for connections, keeps in (("new connections", False), ("kept connections", True))
]


def main(
    *,
    rate: Annotated[float, typer.Option(min=1, max=200, help="Turns a second.")] = 50,
    rounds: Annotated[
        int, typer.Option(min=1, max=50, help="How often each process is restarted.")
    ] = 5,
    starts: Annotated[int, typer.Option(min=1, max=20, help="Cold starts.")] = 5,
    only: Annotated[str, typer.Option(help="The cases whose names hold this.")] = "",
) -> None:
    """Restart under a steady load, and count what is lost."""
    print(f"{datetime.now(UTC):%Y-%m-%d}, {os.cpu_count()} cores, {platform.system()}, ", end="")
    print(f"Python {platform.python_version()}, load {os.getloadavg()[0]:.1f} as it began\n")
    if not asyncio.run(_measure(rate, rounds, starts, only)):
        raise typer.Exit(1)


async def _measure(rate: float, rounds: int, starts: int, only: str) -> bool:
    """Print both tables; whether every goal was met."""
    is_met = True
    with tempfile.TemporaryDirectory(prefix="delmal-restart-") as name:
        folder = Path(name)
        make_certificates(folder)
        async with FarSide(folder) as far_side:
            print(f"| | {' | '.join(COLUMNS)} | |")
            print(f"|---|{'--:|' * len(COLUMNS)}---|")
            with serving_postgres() as server:
                for number, case in enumerate(each for each in CASES if only in each.name):
                    data = folder / f"data-{number}"
                    outcome = await _run(case, far_side, folder, data, server, rate, rounds)
                    is_met = _show(case, outcome) and is_met
            print("\n| start to ready, s | median | longest | goal < 3 |\n|---|--:|--:|---|")
            for kind, copies in (("as ever", False), ("the first of a new copy of the code", True)):
                taken = [await _cold_start(far_side, folder, copies) for _ in range(starts)]
                is_good = max(taken) < LONGEST_START
                verdict = "met" if is_good else "**missed**"
                print(f"| {kind} | {median(taken):.2f} | {max(taken):.2f} | {verdict} |")
                is_met = is_met and is_good
    return is_met


async def _cold_start(far_side: FarSide, folder: Path, copies: bool) -> float:  # noqa: FBT001 — two ways
    """Seconds from the start of the process until /readyz says so.

    A new copy of our code is not compiled yet; the packages are, when they are installed.
    """
    root = ROOT
    if copies:
        root = folder / f"copy-{time.monotonic_ns()}"
        for package in PACKAGES:
            shutil.copytree(
                ROOT / package, root / package, ignore=shutil.ignore_patterns("__pycache__")
            )
        for file in ("pyproject.toml", "uv.lock"):
            shutil.copy(ROOT / file, root / file)
    async with serving_alone(far_side, folder, root) as server:
        return server.start_seconds


def _show(case: Case, outcome: Outcome) -> bool:
    """Print the line; whether nothing was lost or doubled."""
    turns = len(outcome.before) + len(outcome.seconds) + len(outcome.lost)
    before = quantiles(outcome.before, n=100, method="inclusive")
    cuts = quantiles(outcome.seconds, n=100, method="inclusive")
    is_good = not outcome.lost and not outcome.doubles
    milliseconds = [before[98], cuts[49], cuts[98], max(outcome.seconds)]
    shown = [
        *(f"{each:,}" for each in (len(outcome.starts), turns, len(outcome.lost), outcome.doubles)),
        *(f"{each * 1e3:,.0f}" for each in milliseconds),
        *(f"{median(each):.2f}" for each in (outcome.stops, outcome.starts)),
    ]
    verdict = "met" if is_good else "**missed**"
    print(f"| {case.name} | {' | '.join(shown)} | {verdict} |", flush=True)
    for reason in sorted(set(outcome.lost)):
        print(f"  lost {outcome.lost.count(reason)} times: {reason}", file=sys.stderr)
    return is_good


async def _run(
    case: Case,
    far_side: FarSide,
    folder: Path,
    data: Path,
    server: Postgres,
    rate: float,
    rounds: int,
) -> Outcome:
    outcome = Outcome()
    async with contextlib.AsyncExitStack() as stack:
        settings = our_environment(far_side, folder, data)
        if case.on_postgres:
            url = await stack.enter_async_context(server.database())
            settings["DELMAL_DATABASE_URL"] = url.render_as_string(hide_password=False)
        name, content = example_document()
        document = folder / name
        document.write_bytes(content)
        await run_command(["-m", "bot", "import", "--yes", str(document)], settings)
        listening = stack.enter_context(socket.create_server(("127.0.0.1", 0), backlog=BACKLOG))
        address = f"http://127.0.0.1:{listening.getsockname()[1]}/api/messages"
        session = await stack.enter_async_context(
            aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=0, force_close=not case.keeps_connections)
            )
        )
        running = [
            await stack.enter_async_context(_process(listening, settings))
            for _ in range(case.processes)
        ]
        wanted = [each.text.encode() for each in read_document(name, content).subgoals]
        askers = Askers(
            far_side,
            Server(address, running[0].pid, 0.0),
            session,
            QUESTION,
            lambda body: all(wording in body for wording in wanted),
            new_tokens=False,
        )
        await askers.warm_up(PEOPLE)
        before = far_side.not_waited_for
        turns: list[asyncio.Task[float]] = []
        load = asyncio.create_task(_ask_steadily(askers, rate, turns))
        await asyncio.sleep(UNDISTURBED)
        undisturbed = len(turns)
        for _ in range(rounds):
            for number in range(case.processes):
                await asyncio.sleep(PAUSE)
                outcome.stops.append(await _stop(running[number]))
                began = time.perf_counter()
                running[number] = await stack.enter_async_context(_process(listening, settings))
                outcome.starts.append(time.perf_counter() - began)
        await asyncio.sleep(PAUSE)
        load.cancel()
        for number, result in enumerate(await asyncio.gather(*turns, return_exceptions=True)):
            if isinstance(result, float):
                (outcome.before if number < undisturbed else outcome.seconds).append(result)
            else:
                outcome.lost.append(f"{type(result).__name__}: {result}"[:200])
        outcome.doubles = far_side.not_waited_for - before
    return outcome


async def _ask_steadily(askers: Askers, rate: float, turns: list[asyncio.Task[float]]) -> None:
    began = time.perf_counter()
    while True:
        turns.append(asyncio.create_task(askers.turn(len(turns) % PEOPLE)))
        await asyncio.sleep(max(0.0, began + len(turns) / rate - time.perf_counter()))


async def _stop(process: asyncio.subprocess.Process) -> float:
    """Stop it as systemd does; the seconds it took."""
    began = time.perf_counter()
    process.send_signal(signal.SIGTERM)
    if await process.wait() != 0:
        raise BenchmarkError(f"ended with {process.returncode}")
    return time.perf_counter() - began


@contextlib.asynccontextmanager
async def _process(
    listening: socket.socket, settings: Mapping[str, str]
) -> AsyncIterator[asyncio.subprocess.Process]:
    """A bot that has begun to listen there."""
    process = await asyncio.create_subprocess_exec(
        *handed(listening),
        cwd=ROOT,
        env=settings,
        stdin=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
        pass_fds=(listening.fileno(),),
    )
    assert process.stderr is not None
    said: list[bytes] = []
    reading: asyncio.Task[None] | None = None
    try:
        async with asyncio.timeout(STARTED_WITHIN):
            while b"/api/messages" not in (line := await process.stderr.readline()):
                said.append(line)  # what waited at the port may be answered already
                if not line:
                    raise BenchmarkError(b"".join(said).decode(errors="replace"))
        reading = asyncio.create_task(_keep_reading(process.stderr, said))
        yield process
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
        if reading is not None:
            await reading
        for event, times in Counter(map(_amiss, said)).items():
            if event:
                print(f"  said {times} times: {event}", file=sys.stderr)


async def _keep_reading(stream: asyncio.StreamReader, said: list[bytes]) -> None:
    """Nobody may have to wait because nobody reads what it logs."""
    while line := await stream.readline():
        said.append(line)


def _amiss(line: bytes) -> str:
    """What a line of the log warns of; "" where it does not."""
    entry = json.loads(line)
    return "" if entry["level"] in {"debug", "info"} else str(entry["event"])


if __name__ == "__main__":
    typer.run(main)
