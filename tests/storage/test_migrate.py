"""The tables are brought to what the code needs, once, whoever is first."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, inspect
from sqlalchemy.engine import URL

import storage.migrations
from storage.database import EVERY_TENANT, Database, open_database
from storage.errors import DatabaseRevisionError, RevisionState
from storage.migrate import (
    MIGRATIONS,
    draft_revision,
    require_current_revision,
    revision_state,
    upgrade,
)
from storage.tables import APPEND_ONLY, metadata
from tests.storage.conftest import in_processes

HEAD = max((MIGRATIONS / "versions").glob("0*.py")).name[:4]
NEXT = f"{int(HEAD) + 1:04}"


@pytest_asyncio.fixture
async def empty(empty_url: URL) -> AsyncIterator[Database]:
    """A database without tables."""
    database = open_database(empty_url)
    yield database
    await database.dispose()


async def _stamp(database: Database, revision: str) -> None:
    async with database.recording(EVERY_TENANT) as session:
        connection = await session.connection()
        await connection.exec_driver_sql(
            f"UPDATE alembic_version SET version_num = '{revision}'"  # noqa: S608 — our own
        )


async def test_an_empty_database_is_brought_to_the_newest_tables(empty: Database) -> None:
    assert await revision_state(empty) is RevisionState.EMPTY
    await upgrade(empty)
    assert await revision_state(empty) is RevisionState.CURRENT
    await require_current_revision(empty)


async def test_an_upgrade_of_what_is_current_changes_nothing(database: Database) -> None:
    await upgrade(database)
    assert await revision_state(database) is RevisionState.CURRENT


def test_alembic_is_left_alone_where_nothing_is_to_be_changed(tmp_path: Path) -> None:
    program = """if True:
        import asyncio, sys
        from pathlib import Path
        from storage.database import open_database, sqlite_url
        from storage.migrate import require_current_revision, upgrade

        async def main():
            database = open_database(sqlite_url(Path(sys.argv[1])))
            await upgrade(database)
            await require_current_revision(database)
            await database.dispose()
            print("alembic" in sys.modules)

        asyncio.run(main())
    """
    words = [sys.executable, "-c", program, str(tmp_path / "a.db")]
    said = [
        subprocess.run(words, check=True, capture_output=True, text=True).stdout.strip()
        for _ in range(2)
    ]
    assert said == ["True", "False"]


async def test_three_processes_may_upgrade_at_once(empty: Database, empty_url: URL) -> None:
    await in_processes("upgrade", empty_url)
    assert await revision_state(empty) is RevisionState.CURRENT


async def test_a_database_of_newer_code_is_left_alone(database: Database) -> None:
    await _stamp(database, "9999")
    assert await revision_state(database) is RevisionState.AHEAD
    with pytest.raises(DatabaseRevisionError, match=r"9999.*newer version"):
        await upgrade(database)
    with pytest.raises(DatabaseRevisionError) as refusal:
        await require_current_revision(database)
    assert refusal.value.state is RevisionState.AHEAD


async def test_a_database_of_older_code_is_behind(
    database: Database, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The code is given one revision more, in a folder with a name that is not plain."""
    migrations = _copy_of_migrations(tmp_path)
    (migrations / "versions" / f"{NEXT}_one_more.py").write_text(
        f'import sqlalchemy as sa\nfrom alembic import op\n\nrevision = "{NEXT}"\n'
        f'down_revision = "{HEAD}"\n\n\ndef upgrade() -> None:\n'
        '    with op.batch_alter_table("tenant") as batch:\n'
        '        batch.alter_column("name", nullable=True)\n'
        '        batch.add_column(sa.Column("motto", sa.String()))\n',
        encoding="utf-8",
    )
    monkeypatch.setattr("storage.migrate.MIGRATIONS", migrations)
    assert await revision_state(database) is RevisionState.BEHIND
    with pytest.raises(DatabaseRevisionError, match=rf"{HEAD}.*needs {NEXT}.*behind"):
        await require_current_revision(database)
    await upgrade(database)
    assert await revision_state(database) is RevisionState.CURRENT
    async with database.reading(EVERY_TENANT) as session:
        connection = await session.connection()
        mottos = (await connection.exec_driver_sql("SELECT motto FROM tenant")).all()
        assert mottos == [(None,), (None,)]


async def test_an_upgrade_that_fails_changes_nothing(
    empty: Database, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    migrations = _copy_of_migrations(tmp_path)
    (migrations / "versions" / f"{NEXT}_fails.py").write_text(
        f'revision = "{NEXT}"\ndown_revision = "{HEAD}"\n\n\n'
        'def upgrade() -> None:\n    raise LookupError("mitt i")\n',
        encoding="utf-8",
    )
    with monkeypatch.context() as patch:
        patch.setattr("storage.migrate.MIGRATIONS", migrations)
        with pytest.raises(LookupError, match="mitt i"):
            await upgrade(empty)
    assert await revision_state(empty) is RevisionState.EMPTY
    async with empty.reading(EVERY_TENANT) as session:
        connection = await session.connection()
        assert await connection.run_sync(lambda sync: inspect(sync).get_table_names()) == []
    await upgrade(empty)


async def test_the_revisions_make_the_tables_that_the_code_describes(database: Database) -> None:
    def difference(connection: Connection) -> list[Any]:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "target_metadata": metadata}
        )
        return list(compare_metadata(context, metadata))

    async with database.reading(EVERY_TENANT) as session:
        assert await (await session.connection()).run_sync(difference) == []


async def test_every_table_of_the_record_keeps_its_triggers(database: Database) -> None:
    """SQLite loses them when a revision rebuilds a table and does not put them back."""
    query = (
        "SELECT tbl_name FROM sqlite_master WHERE type = 'trigger'"
        if database.is_sqlite
        else "SELECT DISTINCT event_object_table FROM information_schema.triggers"
    )
    async with database.reading(EVERY_TENANT) as session:
        found = (await (await session.connection()).exec_driver_sql(query)).all()
    assert {table for (table,) in found} == set(APPEND_ONLY)
    assert len(found) == len(APPEND_ONLY) * (2 if database.is_sqlite else 1)


async def test_the_next_revision_can_be_drafted(tmp_path: Path) -> None:
    migrations = _copy_of_migrations(tmp_path)
    await draft_revision("units get a 'colour'", migrations=migrations)
    (drafted,) = (migrations / "versions").glob(f"{NEXT}_*.py")
    text = drafted.read_text(encoding="utf-8")
    compile(text, str(drafted), "exec")
    assert f'down_revision = "{HEAD}"' in text
    assert "create_table" not in text


def _copy_of_migrations(tmp_path: Path) -> Path:
    (original,) = storage.migrations.__path__
    copy = tmp_path / "å ä%20ö %(här)s" / "migrations"
    shutil.copytree(original, copy, ignore=shutil.ignore_patterns("__pycache__"))
    return copy
