"""One key for all processes, made by the first who needs it."""

from __future__ import annotations

import asyncio

from sqlalchemy import delete
from sqlmodel import select

from goals.sealing import KEY_BYTES
from storage.database import EVERY_TENANT, Database
from storage.link_key import link_key
from storage.tables import LinkKeyRow
from tests.storage.examples import NOW


async def test_whoever_asks_at_once_gets_the_same_key(database: Database) -> None:
    keys = await asyncio.gather(*(link_key(database, now=NOW) for _ in range(5)))
    assert len(set(keys)) == 1
    assert len(keys[0]) == KEY_BYTES
    async with database.reading(EVERY_TENANT) as session:
        assert len((await session.exec(select(LinkKeyRow))).all()) == 1


async def test_without_its_row_there_is_a_new_key(database: Database) -> None:
    before = await link_key(database, now=NOW)
    async with database.recording(EVERY_TENANT) as session:
        await session.exec(delete(LinkKeyRow))
    assert await link_key(database, now=NOW) != before
