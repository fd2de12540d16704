"""What a turn's visits to PostgreSQL cost: `python -m benchmarks.isolation`.

To be run before and after a change of how municipalities are kept apart.
"""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from statistics import median
from typing import Annotated

import typer

from goals.actor import Grant, Role
from storage.database import Database, open_database
from storage.goal_reader import SqlGoalReader
from storage.ledger import open_ledger
from storage.migrate import upgrade
from storage.people import grant_role
from storage.tenants import Tenant, Tenants
from storage.turns import begin_turn, keep_context
from tests.postgres import serving_postgres
from tests.storage.examples import KS, matter, plan

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
SUBGOALS = 11
PEOPLE = 20
"""With a role, in each municipality."""

Work = Callable[[int], Awaitable[object]]


def main(
    *,
    municipalities: Annotated[int, typer.Option(min=1, max=5_000)] = 300,
    visits: Annotated[int, typer.Option(min=10, max=100_000, help="In each round.")] = 300,
    rounds: Annotated[
        int, typer.Option(min=1, max=100, help="The one that others disturbed least is shown.")
    ] = 15,
) -> None:
    """Begin turns, keep contexts, read records and record, in many municipalities."""
    print(f"{municipalities} municipalities, {rounds} rounds of {visits} visits, ", end="")
    print(f"load {os.getloadavg()[0]:.1f} as it began\n")
    asyncio.run(_measure(municipalities, visits, rounds))


async def _measure(municipalities: int, visits: int, rounds: int) -> None:
    tenants = [f"benchmark-{number:04}" for number in range(municipalities)]
    with serving_postgres() as server:
        async with server.database(migrated=False) as url:
            database = open_database(url)
            await upgrade(database)
            for tenant in tenants:
                await _fill(database, tenant)
            print("| | p50 ms | CPU ms |\n|---|--:|--:|")
            for name, work in _visits(database, tenants).items():
                found = [await _timed(work, visits) for _ in range(rounds)]
                print(f"| {name} | {min(took for took, _ in found):.2f}", end="")
                print(f" | {min(cpu for _, cpu in found):.2f} |")
            await database.dispose()


async def _fill(database: Database, tenant: str) -> None:
    await Tenants(database).add(Tenant(tenant, f"{tenant} (påhittad)"), now=NOW)
    async with open_ledger(database)(tenant, now=NOW) as ledger:
        await ledger.add_body(KS)
        for year in range(2020, 2026):
            texts = (f"Utveckla verksamhet {each}" for each in range(SUBGOALS))
            await ledger.add_plan(plan(*texts, year=year))
            await ledger.add_matter(matter("att delmålen fastställs", year=year))
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

    async def anew(number: int) -> None:
        assert (await SqlGoalReader(database).record(of(number))).plans

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
        "a record is read that is known": record,
        "a record is read anew": anew,
        "a ledger is opened and looked into": ledger,
        "a role is granted": role,
    }


async def _timed(work: Work, visits: int) -> tuple[float, float]:
    """The median of how long a visit took, and our processor's time for each; milliseconds."""
    taken, processor = [], time.process_time()
    for number in range(visits):
        began = time.perf_counter()
        await work(number)
        taken.append(time.perf_counter() - began)
    spent = time.process_time() - processor
    return median(taken) * 1000, spent * 1000 / visits


if __name__ == "__main__":
    typer.run(main)
