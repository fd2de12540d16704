"""All processes on one PostgreSQL keep one pace, by its clock."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from goals.pacing import LONGEST_AHEAD, TENANT_RATE, Asked
from storage.database import Database, open_database, sqlite_url
from storage.pace import SharedPace, pace_of, sweep_pace
from tests.postgres import Postgres


@pytest.fixture
async def shared(postgres: Postgres) -> AsyncIterator[tuple[Database, Database]]:
    """One database, opened as by two processes."""
    async with postgres.database() as url:
        both = open_database(url), open_database(url)
        yield both
        for each in both:
            await each.dispose()


async def move(database: Database, key: str, by: timedelta) -> None:
    """As if the database's clock had been set back by so much."""
    async with database.autocommitting() as connection:
        await connection.exec_driver_sql(
            "UPDATE pace SET next_at = next_at + $1 WHERE key = $2", (by, key)
        )


async def test_two_processes_never_get_the_same_slot(shared: tuple[Database, Database]) -> None:
    paces = [SharedPace(each) for each in shared]
    asked = {"exempelby": Asked(TENANT_RATE, 3), "granvika": Asked(TENANT_RATE)}
    taken = await asyncio.gather(*(paces[number % 2].take(asked) for number in range(20)))
    again = await paces[0].take({"exempelby": Asked(TENANT_RATE)})
    # Sixty are taken: whoever comes now has to wait for two seconds, less what has passed since.
    assert 1 < again["exempelby"][0] <= 60 * TENANT_RATE.gap
    assert {len(each["exempelby"]) for each in taken} == {3}
    assert max(each["granvika"][0] for each in taken) < 20 * TENANT_RATE.gap


async def test_a_clock_that_was_set_back_stops_nobody(shared: tuple[Database, Database]) -> None:
    pace = SharedPace(shared[0])
    await pace.take({"exempelby": Asked(TENANT_RATE)})
    await move(shared[0], "exempelby", timedelta(days=1))
    (wait,) = (await pace.take({"exempelby": Asked(TENANT_RATE)}))["exempelby"]
    assert wait <= LONGEST_AHEAD


async def test_what_is_long_past_is_forgotten(shared: tuple[Database, Database]) -> None:
    pace = SharedPace(shared[0])
    await pace.take({"exempelby": Asked(TENANT_RATE), "granvika": Asked(TENANT_RATE)})
    await move(shared[0], "exempelby", -timedelta(hours=2))
    assert await sweep_pace(shared[0]) == 1


async def test_on_sqlite_a_process_is_alone(tmp_path: Path) -> None:
    database = open_database(sqlite_url(tmp_path / "x.db"))
    taken = await pace_of(database).take({"exempelby": Asked(TENANT_RATE)})
    assert taken["exempelby"] == pytest.approx((0.0,), abs=1e-6)
    await database.dispose()
