"""What a turn's visits to PostgreSQL cost: `python -m benchmarks.isolation`.

To be run before and after a change of how municipalities are kept apart.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from statistics import median, quantiles
from typing import Annotated

import typer

from goals.actor import Grant, Role
from goals.goal import Body
from storage.database import Database, open_database
from storage.goal_reader import SqlGoalReader
from storage.ledger import open_ledger
from storage.migrate import upgrade
from storage.people import grant_role
from storage.tenants import Tenant, Tenants
from storage.turns import begin_turn, keep_context
from tests.postgres import serving_postgres

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
PEOPLE = 20
"""With a role, in each municipality."""

Work = Callable[[int], Awaitable[object]]


def main(
    *,
    municipalities: Annotated[int, typer.Option(min=1, max=5_000)] = 300,
    visits: Annotated[int, typer.Option(min=100, max=100_000)] = 2_000,
    at_once: Annotated[int, typer.Option(min=1, max=20)] = 8,
) -> None:
    """Begin turns, keep contexts, read records and record, in many municipalities."""
    asyncio.run(_measure(municipalities, visits, at_once))


async def _measure(municipalities: int, visits: int, at_once: int) -> None:
    tenants = [f"benchmark-{number:04}" for number in range(municipalities)]
    with serving_postgres() as server:
        async with server.database(migrated=False) as url:
            database = open_database(url)
            await upgrade(database)
            for tenant in tenants:
                await _fill(database, tenant)
            print(f"{municipalities} municipalities, {visits} visits, {at_once} at once")
            print("| | p50 ms | p99 ms | CPU ms | per second |\n|---|--:|--:|--:|--:|")
            for name, work in _visits(database, tenants).items():
                await _timed(work, at_once * 10, at_once)
                alone, _, cpu = await _timed(work, visits, 1)
                _, seconds, _ = await _timed(work, visits, at_once)
                cuts = quantiles(alone, n=100)
                print(
                    f"| {name} | {median(alone):.2f} | {cuts[98]:.2f} | {cpu:.2f} |"
                    f" {visits / seconds:,.0f} |"
                )
            await database.dispose()


async def _fill(database: Database, tenant: str) -> None:
    await Tenants(database).add(Tenant(tenant, f"{tenant} (påhittad)"), now=NOW)
    async with open_ledger(database)(tenant, now=NOW) as ledger:
        await ledger.add_body(Body("KS", "Kommunstyrelsen"))
        for person in range(PEOPLE):
            grant = Grant(Role.OFFICER, "KS")
            await ledger.change_role(f"person-{person}", grant, given=True, by=None)


def _visits(database: Database, tenants: list[str]) -> dict[str, Work]:
    ledgers, reader = open_ledger(database), SqlGoalReader(database)
    count = iter(range(10_000_000))

    def of(number: int) -> str:
        return tenants[number % len(tenants)]

    async def turn(number: int) -> None:
        start = await begin_turn(
            database,
            tenant=of(number),
            activity_id=f"activity-{next(count)}",
            object_id=f"person-{number % PEOPLE}",
            now=NOW,
            conversation="a",
        )
        assert start.first_time
        assert start.grants

    async def context(number: int) -> None:
        await keep_context(
            database,
            tenant=of(number),
            conversation="a",
            object_id=f"person-{number % PEOPLE}",
            value="KS 2026",
            expires_at=NOW + timedelta(minutes=15),
        )

    async def record(number: int) -> None:
        assert (await reader.record(of(number))).bodies

    async def role(number: int) -> None:
        grant = Grant(Role.SECRETARY, f"B{next(count)}")
        person = f"new-{number % PEOPLE}"
        await grant_role(
            database, tenant=of(number), object_id=person, grant=grant, by=None, now=NOW
        )

    async def ledger(number: int) -> None:
        async with ledgers(of(number), now=NOW) as opened:
            assert await opened.holders("KS", [Role.OFFICER])

    return {
        "a turn begins": turn,
        "its context is kept": context,
        "the record's revision is read": record,
        "a ledger is opened and looked into": ledger,
        "a role is granted": role,
    }


async def _timed(work: Work, visits: int, at_once: int) -> tuple[list[float], float, float]:
    """Milliseconds of each; seconds of all; milliseconds of our processor for each."""
    numbers, taken = iter(range(visits)), list[float]()

    async def visit() -> None:
        for number in numbers:
            began = time.perf_counter()
            await work(number)
            taken.append((time.perf_counter() - began) * 1000)

    began, processor = time.perf_counter(), time.process_time()
    await asyncio.gather(*(visit() for _ in range(at_once)))
    seconds, spent = time.perf_counter() - began, time.process_time() - processor
    return taken, seconds, spent * 1000 / visits


if __name__ == "__main__":
    typer.run(main)
