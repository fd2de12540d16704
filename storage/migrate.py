"""The database's tables, brought to what this code needs. No configuration file is involved.

`python -m storage.migrate "what changes"` drafts the next revision from storage/tables.py.

Alembic is imported only where tables are changed: with its templates it takes a tenth of a second
and several megabytes, and a bot that starts seldom has anything to change.
"""

from __future__ import annotations

import asyncio
import re
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect
from sqlalchemy.exc import IntegrityError

from storage.database import NO_TENANT, Database, open_database, sqlite_url
from storage.errors import DatabaseRevisionError, RevisionState

if TYPE_CHECKING:
    from alembic.config import Config

MIGRATIONS = Path(__file__).parent / "migrations"
_REVISION_TABLE = "alembic_version"
_REVISION_FILE = re.compile(r"(\d{4})_\w+\.py")
"""A revision is named after its place in line: 0001_the_record.py, then 0002_…"""


async def upgrade(database: Database) -> None:
    """Bring the tables to the newest revision. Several processes may do so at once.

    Raises DatabaseRevisionError where the tables were made by newer code.
    """
    async with database.migrating() as connection:
        await connection.run_sync(_upgrade)


async def revision_state(database: Database) -> RevisionState:
    """How the tables relate to this code."""
    state, _ = await revision_found(database)
    return state


async def current_revision(database: Database) -> str | None:
    """The revision that the tables are at; None where there are none."""
    _, found = await revision_found(database)
    return found


def newest_revision() -> str:
    """The one that this code was written for."""
    return _head()


async def require_current_revision(database: Database) -> None:
    """Raise DatabaseRevisionError unless the tables are the ones this code was written for."""
    state, found = await revision_found(database)
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


async def revision_found(database: Database) -> tuple[RevisionState, str | None]:
    """How the tables relate to this code, and the revision that they are at."""
    async with database.reading(NO_TENANT) as session:
        connection = await session.connection()
        found = await connection.run_sync(_revision)
    return _compare(found), found


def _upgrade(connection: Connection) -> None:
    found = _revision(connection)
    state = _compare(found)
    if state is RevisionState.AHEAD:
        raise DatabaseRevisionError(state, found, _head())
    if state is not RevisionState.CURRENT:
        from alembic import command  # noqa: PLC0415 — see above

        command.upgrade(_config(connection), "head")
    if connection.dialect.name == "sqlite":  # its foreign keys are off while tables are rebuilt
        orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        if orphans:
            raise IntegrityError("PRAGMA foreign_key_check", None, ValueError(orphans))


def _draft(connection: Connection, message: str, migrations: Path | None) -> None:
    from alembic import command  # noqa: PLC0415 — see above

    config = _config(connection, migrations)
    number = int(_revisions(migrations)[-1]) + 1
    command.revision(config, message, autogenerate=True, rev_id=f"{number:04}")


def _compare(found: str | None) -> RevisionState:
    if found is None:
        return RevisionState.EMPTY
    known = _revisions()
    if found == known[-1]:
        return RevisionState.CURRENT
    return RevisionState.BEHIND if found in known else RevisionState.AHEAD


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table(_REVISION_TABLE):
        return None
    query = f"SELECT version_num FROM {_REVISION_TABLE}"  # noqa: S608 — our own
    found = connection.exec_driver_sql(query).scalar_one_or_none()
    return None if found is None else str(found)


def _head() -> str:
    return _revisions()[-1]


def _revisions(migrations: Path | None = None) -> list[str]:
    """Every revision that this code knows, the newest last."""
    files = ((migrations or MIGRATIONS) / "versions").iterdir()
    return sorted(named[1] for file in files if (named := _REVISION_FILE.fullmatch(file.name)))


def _config(connection: Connection, migrations: Path | None = None) -> Config:
    from alembic.config import Config  # noqa: PLC0415 — see above

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(migrations or MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


if __name__ == "__main__":
    asyncio.run(draft_revision(" ".join(sys.argv[1:])))
