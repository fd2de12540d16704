"""How long people wait who propose at once: `python -m benchmarks.proposals`."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import platform
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import quantiles
from typing import Annotated

import typer
from sqlalchemy.engine import URL
from sqlmodel import col, func, select

from goals.actor import Grant, Role
from storage.database import EVERY_TENANT, open_database, sqlite_url
from storage.memory import SqlMemory
from storage.migrate import upgrade
from storage.people import grant_role
from storage.tables import OutboxRow
from storage.tenants import Tenant, Tenants
from tests.postgres import Postgres, serving_postgres
from tests.storage.examples import EXEMPELBY, NOW
from tests.storage.proposing import open_matter

ROOT = Path(__file__).parent.parent.parent
PREPARERS = {"handläggare": Role.OFFICER, "nämndsekreterare": Role.SECRETARY}
"""Who are told of each proposal."""
MOST_TIMES_MEDIAN = 10
LONGEST_WAIT = 3.0
"""Seconds."""


@dataclass(frozen=True, slots=True)
class Case:
    """One line of the table."""

    name: str
    driver: str
    is_sqlite: bool
    processes: int
    people: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of everybody who pressed."""

    waits: list[float]
    """Seconds, shortest first."""
    seconds: float
    is_numbered: bool
    """From 1 on, without gap or double, all of it is there, and all who prepare it are told."""
    flaws: int


def main(
    *,
    people: Annotated[int, typer.Option(min=2, max=500, help="Who press at once.")] = 50,
    crowd: Annotated[
        int, typer.Option(min=2, max=5_000, help="The same, for the big crowd.")
    ] = 1_000,
    rounds: Annotated[int, typer.Option(min=1, max=9, help="The median one is shown.")] = 3,
) -> None:
    """People who send their proposals at once, on both databases, beside guessing at a number."""
    cases = [
        Case(f"{name}, {number:,} at once", driver, name.startswith("SQLite"), processes, number)
        for number in (people, crowd)
        for name, driver, processes in (
            ("SQLite, one process", "rules", 1),
            ("PostgreSQL, two processes", "rules", 2),
            ("PostgreSQL, two processes, guessing", "guessing", 2),
        )
    ]
    load = os.getloadavg()[0]
    print(f"{datetime.now(UTC):%Y-%m-%d}, {os.cpu_count()} cores, {platform.system()}, ", end="")
    print(f"Python {platform.python_version()}, load {load:.1f} as it began\n")
    print("| | p50 ms | p99 ms | p99 / p50 | longest ms | all, s | numbered, whole | |")
    print("|---|--:|--:|--:|--:|--:|---|---|")
    asyncio.run(_measure(cases, rounds))


async def _measure(cases: list[Case], rounds: int) -> None:
    with serving_postgres() as server:
        for case in cases:
            outcomes = [await _run(case, server) for _ in range(rounds if case.people < 500 else 1)]
            outcomes.sort(key=lambda each: each.waits[-1])
            _show(case, outcomes[len(outcomes) // 2])


def _show(case: Case, outcome: Outcome) -> None:
    p50, p99 = (quantiles(outcome.waits, n=100, method="inclusive")[n] for n in (49, 98))
    longest = outcome.waits[-1]
    verdict = ""
    if case.driver == "rules" and case.people < 500:
        met = p99 < MOST_TIMES_MEDIAN * p50 and longest < LONGEST_WAIT
        verdict = "met" if met else "**missed**"
    whole = "yes" if outcome.is_numbered and not outcome.flaws else "**no**"
    print(
        f"| {case.name} | {p50 * 1e3:,.0f} | {p99 * 1e3:,.0f} | {p99 / p50:.1f}"
        f" | {longest * 1e3:,.0f} | {outcome.seconds:.1f} | {whole} | {verdict} |",
        flush=True,
    )


async def _run(case: Case, server: Postgres) -> Outcome:
    async with _database(case, server) as url:
        workers = [
            await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "benchmarks.proposals.worker",
                case.driver,
                url.render_as_string(hide_password=False),
                f"p{number}",
                str(case.people // case.processes),
                cwd=ROOT,
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                limit=2**24,
            )
            for number in range(case.processes)
        ]
        try:
            for worker in workers:
                assert worker.stdout is not None
                assert await worker.stdout.readline() == b"ready\n"
            began = time.perf_counter()
            pressed: list[tuple[int, float]] = []
            for said, _ in await asyncio.gather(*(each.communicate(b"go\n") for each in workers)):
                pressed += json.loads(said)
            seconds = time.perf_counter() - began
        finally:
            for worker in workers:
                if worker.returncode is None:
                    worker.kill()
                    await worker.wait()
        return await _outcome(case, url, pressed, seconds)


async def _outcome(
    case: Case, url: URL, pressed: list[tuple[int, float]], seconds: float
) -> Outcome:
    expected = list(range(1, case.people // case.processes * case.processes + 1))
    is_numbered = sorted(serial for serial, _ in pressed) == expected
    flaws = 0
    if case.driver == "rules":
        database = open_database(url)
        memory = SqlMemory(database)
        async with memory.register(EXEMPELBY) as register:
            kept = [each.serial for each in await register.proposals("KS", 2025)]
        async with database.reading(EVERY_TENANT) as session:
            submitted = select(func.count()).where(col(OutboxRow.kind) == "note-submitted")
            told = (await session.exec(submitted)).one()
        is_numbered = is_numbered and kept == expected and told == len(expected) * len(PREPARERS)
        flaws = len((await memory.verify(EXEMPELBY)).flaws)
        await database.dispose()
    return Outcome(sorted(wait for _, wait in pressed), seconds, is_numbered, flaws)


@contextlib.asynccontextmanager
async def _database(case: Case, server: Postgres) -> AsyncIterator[URL]:
    """A new one, with a matter that takes proposals."""
    async with contextlib.AsyncExitStack() as stack:
        if case.is_sqlite:
            folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="delmal-proposals-"))
            url = sqlite_url(Path(folder) / "delmal.db")
        else:
            url = await stack.enter_async_context(server.database())
        database = open_database(url)
        await upgrade(database)
        await Tenants(database).add(Tenant(EXEMPELBY, "Exempelby kommun (påhittad)"), now=NOW)
        await open_matter(SqlMemory(database).open_ledger, EXEMPELBY)
        for person, role in PREPARERS.items():
            await grant_role(
                database,
                tenant=EXEMPELBY,
                object_id=person,
                grant=Grant(role, "KS"),
                by=None,
                now=NOW,
            )
        await database.dispose()
        yield url


if __name__ == "__main__":
    typer.run(main)
