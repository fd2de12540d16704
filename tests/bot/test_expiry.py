"""Administrators hear in time, and not every hour, that the bot's secret expires."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from bot.expiry import DAYS_AHEAD, warn_of_expiry
from dialogs.tell_person import tell
from dialogs.texts import LANGUAGES
from goals.actor import Grant, Role
from storage.database import Database, open_database, sqlite_url
from storage.migrate import upgrade
from storage.outbox import SqlOutbox
from storage.people import grant_role
from storage.tenants import Tenant, Tenants
from tests.card_checks import check

EXPIRES = date(2026, 3, 1)
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """Two municipalities with an administrator each, and a secretary."""
    database = open_database(sqlite_url(tmp_path / "a.db"))
    await upgrade(database)
    for tenant, person, role in (
        ("a", "anna", Role.ADMIN),
        ("a", "siv", Role.SECRETARY),
        ("b", "bo", Role.ADMIN),
    ):
        await Tenants(database).add(Tenant(tenant, tenant), now=NOON)
        await grant_role(
            database, tenant=tenant, object_id=person, grant=Grant(role), by=None, now=NOON
        )
    yield database
    await database.dispose()


async def warned(database: Database, days: int) -> int:
    """How many are warned anew, so many days before."""
    now = NOON - timedelta(days=days)
    return await warn_of_expiry(EXPIRES, database=database, now=now)


async def test_every_administrator_is_told_once_for_each_step(database: Database) -> None:
    told = [await warned(database, days) for days in range(40, 0, -1) for _ in range(3)]
    assert sum(told) == 2 * len(DAYS_AHEAD)
    assert told[: 10 * 3] == [0] * 30
    assert told[10 * 3] == 2


async def test_a_bot_that_was_off_tells_only_of_the_step_that_it_is_at(
    database: Database,
) -> None:
    assert await warned(database, 5) == 2
    assert await warned(database, 4) == 0
    assert await warned(database, 3) == 2


async def test_a_new_secret_is_warned_of_anew(database: Database) -> None:
    await warned(database, 1)
    later = EXPIRES + timedelta(days=365)
    assert await warn_of_expiry(later, database=database, now=NOON) == 0
    now = NOON + timedelta(days=340)
    assert await warn_of_expiry(later, database=database, now=now) == 2


async def test_several_processes_tell_once(database: Database) -> None:
    assert sum(await asyncio.gather(*(warned(database, 2) for _ in range(4)))) == 2


async def test_the_note_says_which_day_and_what_to_do(database: Database) -> None:
    await warned(database, 7)
    claimed = await SqlOutbox(database).claim(now=NOON, lease=timedelta(seconds=60), most=9)
    assert sorted((each.tenant, each.note.to) for each in claimed) == [("a", "anna"), ("b", "bo")]
    for language in LANGUAGES:
        reply = tell([claimed[0].note], language)
        assert check(reply.card) == []
        assert "2026-03-01" in reply.text
        assert len(reply.text.splitlines()) == 2
