"""A backup of 300 municipalities, on both databases: `python -m benchmarks.backup`."""

from __future__ import annotations

import asyncio
import contextlib
import os
import platform
import shutil
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, TypeVar
from uuid import UUID

import typer
from sqlalchemy.engine import URL

from goals.goal import Body
from goals.ports import OpenLedger
from storage.backup import Written, back_up, examine, restore
from storage.database import Database, open_database, sqlite_url
from storage.memory import SqlMemory
from storage.migrate import upgrade
from storage.tenants import Tenant, Tenants
from tests.postgres import SUPERUSER, Postgres, serving_postgres
from tests.storage.examples import KS, NOW, goal_set, matter, plan
from tests.storage.proposing import propose

_Result = TypeVar("_Result")
BODIES = (KS, *(Body(code, f"Nämnd {code}") for code in ("BUN", "SN", "KN", "MN")))
YEARS = range(2021, 2025)
SUBGOALS = 11
LIMIT = 30.0
"""Seconds that a backup may take."""


def main(
    *,
    tenants: Annotated[int, typer.Option(min=1, max=1_000, help="Municipalities.")] = 300,
    proposals: Annotated[int, typer.Option(min=0, max=500, help="Of each.")] = 20,
) -> None:
    """Write, try and restore; PostgreSQL also by its own pg_dump, where there is one."""
    print(f"{datetime.now(UTC):%Y-%m-%d}, {os.cpu_count()} cores, {platform.system()}, ", end="")
    print(f"Python {platform.python_version()}, load {os.getloadavg()[0]:.1f} as it began\n")
    asyncio.run(_measure(tenants, proposals))


async def _measure(tenants: int, proposals: int) -> None:
    with tempfile.TemporaryDirectory() as name, serving_postgres() as server:
        folder = Path(name)
        file = folder / "sqlite.db"
        async with _sqlite(folder / "filled.db") as filled:
            seconds, _ = await _timed(_fill(filled, tenants, proposals))
            print(f"{tenants} municipalities filled in {seconds:.0f} s\n")
            print("| | seconds | MB | |")
            print("|---|--:|--:|---|")
            seconds, written = await _timed(back_up(filled, file))
            _show("SQLite, backup, tried", seconds, written)
        seconds, examined = await _timed(examine(file))
        _show("of that, the trial", seconds)
        async with _sqlite(folder / "restored.db") as restored:
            seconds, _ = await _timed(restore(file, restored))
            _show("SQLite, restore", seconds)
        async with server.database(migrated=False) as url:
            await _measure_postgres(url, file, folder, server)
        print(f"\n{examined.rows:,} rows")


async def _measure_postgres(url: URL, file: Path, folder: Path, server: Postgres) -> None:
    database = open_database(url)
    try:
        seconds, _ = await _timed(restore(file, database))
        _show("PostgreSQL, restore", seconds)
        seconds, written = await _timed(back_up(database, folder / "postgresql.db"))
        _show("PostgreSQL, backup, tried", seconds, written)
    finally:
        await database.dispose()
    dump = folder / "postgresql.dump"
    words = ("pg_dump", "--format=custom", f"--file={dump}", _plain(url))
    seconds, failed = await _timed(_run(*words))
    _show(failed or "pg_dump, untried", seconds)
    if failed is None:
        async with server.database(migrated=False) as fresh:
            seconds, failed = await _timed(_run("pg_restore", f"--dbname={_plain(fresh)}", dump))
            _show(failed or "pg_restore", seconds)


async def _run(program: str, *words: str | Path) -> str | None:
    """Run PostgreSQL's own program; what went wrong, or None."""
    if shutil.which(program) is None:
        return f"{program}: not here"
    process = await asyncio.create_subprocess_exec(program, *words, stderr=asyncio.subprocess.PIPE)
    _, said = await process.communicate()
    return said.decode().strip().splitlines()[0] if process.returncode else None


def _plain(url: URL) -> str:
    """For whom row-level security does not bind: pg_dump refuses to write a part."""
    return url.set(drivername="postgresql", username=SUPERUSER).render_as_string(
        hide_password=False
    )


async def _timed(work: Awaitable[_Result]) -> tuple[float, _Result]:
    began = time.perf_counter()
    result = await work
    return time.perf_counter() - began, result


def _show(name: str, seconds: float, written: Written | None = None) -> None:
    size = f"{written.size / 1e6:.1f}" if written else ""
    verdict = ("met" if seconds < LIMIT else "**missed**") if written else ""
    print(f"| {name} | {seconds:.1f} | {size} | {verdict} |", flush=True)


@contextlib.asynccontextmanager
async def _sqlite(file: Path) -> AsyncIterator[Database]:
    database = open_database(sqlite_url(file))
    try:
        await upgrade(database)
        yield database
    finally:
        await database.dispose()


async def _fill(database: Database, tenants: int, proposals: int) -> None:
    memory = SqlMemory(database)
    for number in range(tenants):
        tenant = str(UUID(int=number + 1))
        await Tenants(database).add(Tenant(tenant, f"Kommun {number} (påhittad)"), now=NOW)
        await _record(memory.open_ledger, tenant)
        for each in range(proposals):
            await propose(memory.open_ledger, tenant, f"f{each}", each)


async def _record(open_ledger: OpenLedger, tenant: str) -> None:
    texts = [f"Utveckla verksamhet nummer {each} i kommunen" for each in range(SUBGOALS)]
    async with open_ledger(tenant, now=NOW) as ledger:
        for body in BODIES:
            await ledger.add_body(body)
            await ledger.add_goal_set(
                goal_set("Ett gott liv", "En god ekonomi", "Trygghet", body=body.code)
            )
            for year in YEARS:
                await ledger.add_plan(plan(*texts, body=body.code, year=year))
        await ledger.add_matter(matter("att delmålen fastställs"))


if __name__ == "__main__":
    typer.run(main)
