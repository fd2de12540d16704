"""The database's tables, brought to what this code needs. No configuration file is involved.

`python -m storage.migrate "what changes"` drafts the next revision from storage/tables.py.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from storage.database import Database, open_database, sqlite_url
from storage.errors import DatabaseRevisionError, RevisionState

MIGRATIONS = Path(__file__).parent / "migrations"


async def upgrade(database: Database) -> None:
    """Bring the tables to the newest revision. Several processes may do so at once.

    Raises DatabaseRevisionError where the tables were made by newer code.
    """
    async with database.migrating() as connection:
        await connection.run_sync(_upgrade)


async def revision_state(database: Database) -> RevisionState:
    """How the tables relate to this code."""
    state, _ = await _state(database)
    return state


async def require_current_revision(database: Database) -> None:
    """Raise DatabaseRevisionError unless the tables are the ones this code was written for."""
    state, found = await _state(database)
    if state is not RevisionState.CURRENT:
        raise DatabaseRevisionError(state, found, _head())


async def draft_revision(message: str, *, migrations: Path | None = None) -> None:
    """Write the next revision, as far as it can be told from storage/tables.py."""
    with tempfile.TemporaryDirectory() as folder:
        database = open_database(sqlite_url(Path(folder) / "draft.db"))
        try:
            async with database.migrating() as connection:
                await connection.run_sync(_upgrade)
                await connection.run_sync(_draft, message, migrations)
        finally:
            await database.dispose()


async def _state(database: Database) -> tuple[RevisionState, str | None]:
    async with database.reading() as session:
        connection = await session.connection()
        found = await connection.run_sync(_revision)
    return _compare(found), found


def _upgrade(connection: Connection) -> None:
    found = _revision(connection)
    state = _compare(found)
    if state is RevisionState.AHEAD:
        raise DatabaseRevisionError(state, found, _head())
    if state is not RevisionState.CURRENT:
        command.upgrade(_config(connection), "head")
    if connection.dialect.name == "sqlite":  # its foreign keys are off while tables are rebuilt
        orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        if orphans:
            raise IntegrityError("PRAGMA foreign_key_check", None, ValueError(orphans))


def _draft(connection: Connection, message: str, migrations: Path | None) -> None:
    config = _config(connection, migrations)
    revisions = list(ScriptDirectory.from_config(config).walk_revisions())
    command.revision(config, message, autogenerate=True, rev_id=f"{len(revisions) + 1:04}")


def _compare(found: str | None) -> RevisionState:
    if found is None:
        return RevisionState.EMPTY
    known = [script.revision for script in _scripts().walk_revisions()]  # the newest first
    if found == known[0]:
        return RevisionState.CURRENT
    return RevisionState.BEHIND if found in known else RevisionState.AHEAD


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _head() -> str:
    return str(_scripts().get_current_head())


def _scripts() -> ScriptDirectory:
    return ScriptDirectory.from_config(_config())


def _config(connection: Connection | None = None, migrations: Path | None = None) -> Config:
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(migrations or MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


if __name__ == "__main__":
    asyncio.run(draft_revision(" ".join(sys.argv[1:])))
