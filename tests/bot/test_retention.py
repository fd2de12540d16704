"""What need not be kept goes when the settings say so, and nothing else does."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import time_machine
from sqlalchemy import func, select

from bot.app import _sweep, open_memory
from bot.authentication import LOCAL_TENANT
from bot.settings import read_settings
from goals.note import Note
from storage.database import EVERY_TENANT, Database
from storage.gaps import count_gaps
from storage.tables import metadata
from tests.storage.deciding import decide_a_year

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
AGO = timedelta(days=40)


async def left(database: Database, table: str) -> int:
    """How many rows of it there are."""
    async with database.reading(EVERY_TENANT) as session:
        connection = await session.connection()
        counted = await connection.execute(select(func.count()).select_from(metadata.tables[table]))
        return counted.scalar_one()


@pytest.mark.parametrize(
    ("setting", "goes"),
    [("", None), ("DELMAL_KEEP_MESSAGES", "outbox"), ("DELMAL_KEEP_GAPS", "question_gap")],
)
async def test_messages_and_gaps_are_kept_as_long_as_is_set(
    tmp_path: Path, setting: str, goes: str | None
) -> None:
    more = {setting: "30"} if setting else {}
    settings = read_settings({"DELMAL_DATA": str(tmp_path), **more})
    async with open_memory(settings) as memory:
        await decide_a_year(memory.open_ledger, LOCAL_TENANT)
        async with memory.open_ledger(LOCAL_TENANT, now=NOW - AGO) as ledger:
            await ledger.owe(Note("anna", "note-x"))
        async with memory.database.recording(EVERY_TENANT) as session:
            connection = await session.connection()
            await connection.execute(
                metadata.tables["outbox"].update().values(finished_at=NOW - AGO)
            )
        await count_gaps(
            memory.database, tenant=LOCAL_TENANT, words=["hamn"], object_id="a", now=NOW - AGO
        )
        before = {table: await left(memory.database, table) for table in metadata.tables}
        assert before["outbox"]
        assert before["question_gap"]
        with time_machine.travel(NOW, tick=False):
            await _sweep(memory.database, settings)
        after = {table: await left(memory.database, table) for table in metadata.tables}
        assert {table for table in before if after[table] < before[table]} == {goes} - {None}
