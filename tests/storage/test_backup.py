"""A backup is whole, is of one moment, and can be restored into either database."""

from __future__ import annotations

import asyncio
import os
import shutil
import sqlite3
import stat
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from goals.actor import Grant, Role
from goals.note import Note, NoteButton
from goals.proposing import withdraw
from storage import backup
from storage.backup import Examined, back_up, examine, restore
from storage.database import EVERY_TENANT, Database, open_database, sqlite_url
from storage.errors import BackupError
from storage.memory import SqlMemory
from storage.migrate import upgrade
from storage.people import grant_role
from storage.tables import metadata
from storage.tenants import Tenant, Tenants
from storage.turns import begin_turn, keep_context
from tests.postgres import Postgres
from tests.storage.examples import EXEMPELBY, GRANVIKA, NOW, ODD_TEXTS, plan
from tests.storage.proposing import official, open_matter, propose

BOTH = ["sqlite", "postgresql"]


async def live(database: Database) -> None:
    """A little of everything, odd texts among it."""
    memory = SqlMemory(database)
    for tenant in (EXEMPELBY, GRANVIKA):
        await open_matter(memory.open_ledger, tenant)
        for number in range(3):
            await propose(memory.open_ledger, tenant, f"f{number}", number)
        await withdraw("f1", actor=official(tenant, "f1"), open_ledger=memory.open_ledger, now=NOW)
    async with memory.open_ledger(EXEMPELBY, now=NOW) as ledger:
        await ledger.add_plan(plan(*ODD_TEXTS, year=2026))
        await ledger.owe(
            Note("anna", "note-x", {"count": 2}, button=NoteButton("title", "verb", {"a": "ö"}))
        )
    await grant_role(
        database,
        tenant=EXEMPELBY,
        object_id="anna",
        grant=Grant(Role.ADMIN),
        by=None,
        now=NOW,
    )
    start = {"activity_id": "a 1", "object_id": "anna", "now": NOW, "conversation": "a"}
    await begin_turn(database, tenant=EXEMPELBY, **start)  # type: ignore[arg-type]
    await keep_context(
        database, tenant=EXEMPELBY, conversation="a", object_id="anna", value="[]", expires_at=NOW
    )


async def contents(database: Database) -> dict[str, list[Any]]:
    """Every row of every table."""
    async with database.reading(EVERY_TENANT) as session:
        connection = await session.connection()
        return {
            table.name: sorted(map(repr, (await connection.execute(select(table))).all()))
            for table in metadata.sorted_tables
        }


@asynccontextmanager
async def another(
    request: pytest.FixtureRequest, kind: str, folder: Path
) -> AsyncIterator[Database]:
    """A database without tables."""
    if kind == "sqlite":
        database = open_database(sqlite_url(folder / "another.db"))
        yield database
        await database.dispose()
        return
    server: Postgres = request.getfixturevalue("postgres")
    async with server.database(migrated=False) as url:
        database = open_database(url)
        yield database
        await database.dispose()


@pytest.mark.parametrize("kind", BOTH)
async def test_a_backup_of_either_is_restored_into_either_row_by_row(
    database: Database, kind: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    await live(database)
    file = tmp_path / "säkerhetskopia.db"
    written = await back_up(database, file)
    async with another(request, kind, tmp_path) as other:
        assert await restore(file, other) == written.examined
        assert await contents(other) == await contents(database)
        # What is recorded next goes on from there, in numbers and in the chain.
        memory = SqlMemory(other)
        assert await propose(memory.open_ledger, EXEMPELBY, "next", 5) == "F-KS-2025-004"
        async with memory.open_ledger(EXEMPELBY, now=NOW) as ledger:
            await ledger.owe(Note("bo", "note-x"))
        assert (await memory.verify(EXEMPELBY)).flaws == ()


async def test_it_says_what_it_holds(database: Database, tmp_path: Path) -> None:
    await live(database)
    file = tmp_path / "b.db"
    written = await back_up(database, file)
    assert written.size == file.stat().st_size
    rows = sum(len(rows) for rows in (await contents(database)).values())
    assert written.examined.rows == rows
    first, second = written.examined.tenants
    assert (first.tenant, first.events, first.flaws) == (EXEMPELBY, 4, 0)
    assert first.digest != second.digest
    assert await examine(file) == written.examined


async def test_a_backup_is_one_file_that_only_its_owner_reads(
    database: Database, tmp_path: Path
) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    await back_up(database, folder / "b.db")
    assert [file.name for file in folder.iterdir()] == ["b.db"]
    if os.name == "posix":
        assert stat.S_IMODE((folder / "b.db").stat().st_mode) == 0o600


async def test_people_go_on_recording_while_it_is_written(
    database: Database, tmp_path: Path
) -> None:
    memory = SqlMemory(database)
    await open_matter(memory.open_ledger, EXEMPELBY)

    async def propose_on() -> None:
        for number in range(20):
            await propose(memory.open_ledger, EXEMPELBY, f"f{number}", number)

    proposing = asyncio.create_task(propose_on())
    states = []
    for number in range(4):
        written = await back_up(database, tmp_path / f"{number}.db")
        states.append(written.examined)
    await proposing
    assert [state.flaws for state in states] == [0] * 4
    assert (await back_up(database, tmp_path / "last.db")).examined.tenants[0].events == 20


async def test_what_is_broken_in_the_record_is_kept_and_told(
    tmp_path: Path,
) -> None:
    file = tmp_path / "a.db"
    await _served(file)
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("DROP TRIGGER event_no_update")
        connection.execute("UPDATE event SET at = '2020-01-01 00:00:00.000000' WHERE place = 2")
        connection.commit()
    database = open_database(sqlite_url(file))
    written = await back_up(database, tmp_path / "b.db")
    await database.dispose()
    assert written.examined.flaws > 0


async def _served(file: Path) -> None:
    """A SQLite file with a little of everything."""
    database = open_database(sqlite_url(file))
    await upgrade(database)
    for tenant in (EXEMPELBY, GRANVIKA):
        await Tenants(database).add(Tenant(tenant, tenant), now=NOW)
    await live(database)
    await database.dispose()


@pytest.fixture
async def good(tmp_path: Path) -> Path:
    """A backup."""
    await _served(tmp_path / "served.db")
    database = open_database(sqlite_url(tmp_path / "served.db"))
    await back_up(database, tmp_path / "good.db")
    await database.dispose()
    return tmp_path / "good.db"


async def test_a_database_that_holds_a_record_is_not_overwritten_by_mistake(
    database: Database, good: Path
) -> None:
    memory = SqlMemory(database)
    await open_matter(memory.open_ledger, EXEMPELBY)
    before = await contents(database)
    with pytest.raises(BackupError, match="restore-not-empty"):
        await restore(good, database)
    assert await contents(database) == before


async def test_what_gives_way_on_demand_is_kept(good: Path, tmp_path: Path) -> None:
    database = open_database(sqlite_url(tmp_path / "served.db"))
    await propose(SqlMemory(database).open_ledger, EXEMPELBY, "later", 4)
    before = await contents(database)
    kept = tmp_path / "kept.db"
    restored = await restore(good, database, keep=kept)
    assert restored.tenants[0].events == 4
    assert (await examine(kept)).tenants[0].events == 5
    await restore(kept, database, keep=tmp_path / "again.db")
    assert await contents(database) == before
    await database.dispose()


async def _refused(file: Path, folder: Path) -> str:
    """Why it is not restored; the database is not even made."""
    target = folder / "target.db"
    database = open_database(sqlite_url(target))
    try:
        with pytest.raises(BackupError) as error:
            await restore(file, database)
    finally:
        await database.dispose()
    assert not target.exists()
    return error.value.key


@pytest.mark.parametrize("content", [b"", b"not a database", b"SQLite format 3\x00" + b"x" * 4096])
async def test_what_is_no_backup_is_not_restored(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "b.db"
    file.write_bytes(content)
    expected = "backup-damaged" if content.startswith(b"SQLite") else "backup-no-backup"
    assert await _refused(file, tmp_path) == expected


async def test_another_programs_database_is_not_restored(tmp_path: Path) -> None:
    file = tmp_path / "b.db"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE tenant (id TEXT)")
    assert await _refused(file, tmp_path) == "backup-no-backup"


async def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert await _refused(tmp_path / "missing.db", tmp_path) == "backup-unreadable"


async def test_a_damaged_backup_is_found_out(good: Path, tmp_path: Path) -> None:
    content = bytearray(good.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 8192] = b"\xff" * 8192
    good.write_bytes(content)
    assert await _refused(good, tmp_path) == "backup-damaged"


async def test_a_backup_that_was_cut_short_is_found_out(good: Path, tmp_path: Path) -> None:
    content = good.read_bytes()
    good.write_bytes(content[: len(content) * 2 // 3])
    assert await _refused(good, tmp_path) == "backup-damaged"


async def test_a_backup_of_a_newer_version_is_not_restored(good: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(good)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    assert await _refused(good, tmp_path) == "backup-newer"


async def test_a_backup_never_takes_the_place_of_its_own_database(tmp_path: Path) -> None:
    file = tmp_path / "a.db"
    await _served(file)
    database = open_database(sqlite_url(file))
    with pytest.raises(BackupError, match="backup-onto-itself"):
        await back_up(database, tmp_path / "." / "a.db")
    await database.dispose()


async def test_without_a_database_there_is_nothing_to_back_up(tmp_path: Path) -> None:
    database = open_database(sqlite_url(tmp_path / "none.db"))
    with pytest.raises(BackupError, match="backup-nothing"):
        await back_up(database, tmp_path / "b.db")
    await database.dispose()
    assert list(tmp_path.iterdir()) == []


async def test_a_backup_that_fails_leaves_the_one_before_as_it_was(
    good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = good.read_bytes()

    async def fail(_file: Path) -> Examined:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backup, "examine", fail)
    database = open_database(sqlite_url(tmp_path / "served.db"))
    with pytest.raises(BackupError) as error:
        await back_up(database, good)
    await database.dispose()
    assert error.value.key == "backup-not-written"
    assert error.value.arguments["reason"] == "No space left on device"
    assert good.read_bytes() == before
    assert not [file for file in tmp_path.iterdir() if "unfinished" in file.name]


async def test_a_folder_that_is_not_there_is_told(tmp_path: Path, good: Path) -> None:
    database = open_database(sqlite_url(tmp_path / "served.db"))
    with pytest.raises(BackupError, match="backup-not-written"):
        await back_up(database, tmp_path / "no" / "b.db")
    await database.dispose()


async def test_a_backup_may_be_copied_and_examined_without_being_changed(
    good: Path, tmp_path: Path
) -> None:
    copied = tmp_path / "elsewhere.db"
    shutil.copyfile(good, copied)
    before = copied.read_bytes()
    assert await examine(copied) == await examine(good)
    assert copied.read_bytes() == before
