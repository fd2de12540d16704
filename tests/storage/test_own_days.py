"""A municipality's own free days are in its record, at once and nowhere else."""

from __future__ import annotations

from datetime import date

import pytest

from goals.calendar import OwnDay
from goals.errors import TenantUnknownError
from storage.database import Database
from storage.goal_reader import SqlGoalReader
from storage.own_days import add_own_day, remove_own_day
from tests.storage.examples import EXEMPELBY, GRANVIKA

FIRST = OwnDay(date(2027, 5, 7), "klämdag")
SECOND = OwnDay(date(2027, 6, 7), "Ä & <b>", is_public=True)


async def test_days_are_in_the_record_in_their_order(database: Database) -> None:
    reader = SqlGoalReader(database)
    assert (await reader.record(EXEMPELBY)).own_days == ()
    for day in (SECOND, FIRST):
        assert await add_own_day(database, EXEMPELBY, day)
    record = await reader.record(EXEMPELBY)
    assert (record.own_days, record.revision) == ((FIRST, SECOND), 2)
    assert (await reader.record(GRANVIKA)).own_days == ()


async def test_a_day_is_entered_once_changed_and_removed(database: Database) -> None:
    reader = SqlGoalReader(database)
    assert await add_own_day(database, EXEMPELBY, FIRST)
    assert not await add_own_day(database, EXEMPELBY, FIRST)
    changed = OwnDay(FIRST.day, "ny helgdag", is_public=True)
    assert await add_own_day(database, EXEMPELBY, changed)
    assert (await reader.record(EXEMPELBY)).own_days == (changed,)
    assert not await remove_own_day(database, GRANVIKA, FIRST.day)
    assert await remove_own_day(database, EXEMPELBY, FIRST.day)
    assert not await remove_own_day(database, EXEMPELBY, FIRST.day)
    assert (await reader.record(EXEMPELBY)).own_days == ()


async def test_a_municipality_that_is_not_served_has_none(database: Database) -> None:
    with pytest.raises(TenantUnknownError):
        await add_own_day(database, "stranger", FIRST)
