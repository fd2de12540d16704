"""A backup: one SQLite file of either database, written while others work, tried by restoring it.

It can be restored into either, whatever it was taken from. A later version restores an older
backup, by bringing a copy of it up to its own tables first.
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import os
import shutil
import sqlite3
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Integer, Table, func, insert, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import EVERY_TENANT, Database, open_database, sqlite_url
from storage.errors import (
    BackupError,
    DatabaseRevisionError,
    DatabaseUnavailableError,
    RevisionState,
)
from storage.migrate import current_revision, require_current_revision, upgrade
from storage.tables import APPEND_ONLY, metadata
from storage.tenants import Tenants
from storage.verifying import chain_head
from storage.verifying import examine as examine_record

ROWS_AT_ONCE = 2_000
UNFINISHED = ".unfinished"
"""Ends the name of a backup that is being written."""
_TABLES: tuple[Table, ...] = tuple(metadata.sorted_tables)
_MAGIC = b"SQLite format 3\x00"


@dataclass(frozen=True, slots=True)
class TenantState:
    """What a backup holds of one municipality."""

    tenant: str
    events: int
    """The place of the last one in the chain."""
    digest: str | None
    """Of that event: it vouches for all before it. Kept elsewhere, it shows what was cut off."""
    flaws: int
    """Broken places of the record, which the backup keeps as they are."""


@dataclass(frozen=True, slots=True)
class Examined:
    """What was found in a backup when it was restored for a trial."""

    revision: str
    """Of the tables, as the backup was written."""
    rows: int
    tenants: tuple[TenantState, ...]

    @property
    def flaws(self) -> int:
        """Broken places in all."""
        return sum(each.flaws for each in self.tenants)


@dataclass(frozen=True, slots=True)
class Written:
    """A backup that was written, and restored for a trial."""

    size: int
    """Bytes."""
    sha256: str
    examined: Examined


async def back_up(database: Database, file: Path) -> Written:
    """Write a backup, try it, and only then give it its name; the one of that name gives way.

    Others may go on reading and recording meanwhile; the backup is of one moment. Raises
    BackupError, DatabaseUnavailableError or DatabaseRevisionError; then no file was touched.
    """
    if database.is_sqlite and _is_same(file, Path(str(database.url.database))):
        raise BackupError("backup-onto-itself", file=str(file))
    unfinished = file.with_name(file.name + UNFINISHED)
    with _writing(file), _discarded(unfinished):
        _create_private(unfinished)
        if database.is_sqlite:
            await asyncio.to_thread(_copy_pages, Path(str(database.url.database)), unfinished)
        else:
            await _copy_rows_out(database, unfinished)
        examined = await examine(unfinished)
        size, sha256 = await asyncio.to_thread(_settle, unfinished, file)
    return Written(size, sha256, examined)


async def examine(file: Path) -> Examined:
    """Restore a backup into a folder of its own, and read it through. Raises BackupError."""
    async with _restored(file) as (copy, revision):
        return await _examined(copy, revision)


async def restore(file: Path, database: Database, *, keep: Path | None = None) -> Examined:
    """Put what a backup holds into a database that holds no record yet.

    `keep`: a SQLite database that holds one is kept there, and gives way. Raises BackupError,
    DatabaseUnavailableError or DatabaseRevisionError; then the database is as it was.
    """
    async with _restored(file) as (copy, revision):
        examined = await _examined(copy, revision)
        await upgrade(database)
        if await _holds_record(database):
            if keep is None or not database.is_sqlite:
                raise BackupError("restore-not-empty", database=str(database))
            await back_up(database, keep)
        if database.is_sqlite:
            here, there = (Path(str(each.url.database)) for each in (copy, database))
            await copy.dispose()
            with _writing(there):
                await asyncio.to_thread(_copy_pages, here, there)
        else:
            await _copy_rows_in(copy, database)
    if await _examined(database, revision) != examined:
        raise BackupError("restore-differs", database=str(database))
    return examined


@asynccontextmanager
async def _restored(file: Path) -> AsyncIterator[tuple[Database, str]]:
    """A copy of the backup with this code's tables, and the revision that it was written with."""
    with tempfile.TemporaryDirectory(prefix="delmal-") as folder:
        copy = Path(folder) / "restored.db"
        try:
            with file.open("rb") as content:
                if content.read(len(_MAGIC)) != _MAGIC:
                    raise BackupError("backup-no-backup", file=str(file))
            await asyncio.to_thread(shutil.copyfile, file, copy)
        except OSError as error:
            reason = error.strerror or str(error)
            raise BackupError("backup-unreadable", file=str(file), reason=reason) from error
        database = open_database(sqlite_url(copy))
        try:
            revision = await _brought_up(file, copy, database)
            yield database, revision
        finally:
            await database.dispose()


async def _brought_up(file: Path, copy: Path, database: Database) -> str:
    try:
        flaw = await asyncio.to_thread(_integrity, copy)
        if flaw is not None:
            raise BackupError("backup-damaged", file=str(file), reason=flaw)
        revision = await current_revision(database)
        if revision is None:
            raise BackupError("backup-no-backup", file=str(file))
        await upgrade(database)
    except DatabaseRevisionError as error:
        if error.state is RevisionState.AHEAD:
            raise BackupError("backup-newer", file=str(file)) from error
        raise
    except (DatabaseUnavailableError, DBAPIError, sqlite3.Error) as error:
        raise BackupError("backup-damaged", file=str(file), reason=str(error)) from error
    return revision


async def _examined(database: Database, revision: str) -> Examined:
    async with database.reading(EVERY_TENANT) as session:
        connection = await session.connection()
        counts = [
            (await connection.execute(select(func.count()).select_from(table))).scalar_one()
            for table in _TABLES
        ]
    tenants = []
    for each in await Tenants(database).all():
        place, digest = await chain_head(database, each.id)
        flaws = (await examine_record(database, each.id)).flaws
        tenants.append(TenantState(each.id, place, digest, len(flaws)))
    return Examined(revision, sum(counts), tuple(tenants))


async def _holds_record(database: Database) -> bool:
    async with database.reading(EVERY_TENANT) as session:
        connection = await session.connection()
        for name in APPEND_ONLY:
            table = metadata.tables[name]
            if (await connection.execute(select(table).limit(1))).first() is not None:
                return True
    return False


# --- rows ------------------------------------------------------------------------------------


async def _copy_rows_out(database: Database, file: Path) -> None:
    """From one unchanging view of PostgreSQL into a new file."""
    await require_current_revision(database)
    copy = open_database(sqlite_url(file))
    try:
        await upgrade(copy)
        async with database.reading(EVERY_TENANT) as source, copy.recording(EVERY_TENANT) as target:
            await _copy_rows(await source.connection(), await target.connection())
    finally:
        await copy.dispose()
    await asyncio.to_thread(_in_one_file, file)


async def _copy_rows_in(copy: Database, database: Database) -> None:
    """Into PostgreSQL, in one transaction."""
    async with copy.reading(EVERY_TENANT) as source, database.recording(EVERY_TENANT) as target:
        into = await target.connection()
        for table in reversed(_TABLES):
            if table.name not in APPEND_ONLY:  # those are empty, and let nothing be deleted
                await into.execute(table.delete())
        await _copy_rows(await source.connection(), into)
        for table in _TABLES:
            for column in table.primary_key:
                if isinstance(column.type, Integer) and len(table.primary_key) == 1:
                    sequence = func.pg_get_serial_sequence(table.name, column.name)
                    newest = select(func.max(column)).scalar_subquery()
                    await into.execute(select(func.setval(sequence, newest)))


async def _copy_rows(source: AsyncConnection, target: AsyncConnection) -> None:
    for table in _TABLES:
        rows = await source.stream(select(table).execution_options(yield_per=ROWS_AT_ONCE))
        async for some in rows.mappings().partitions():
            await target.execute(insert(table), [dict(row) for row in some])


# --- pages and files -------------------------------------------------------------------------


def _copy_pages(source: Path, target: Path) -> None:
    """SQLite's own way: one unchanging view of the source, and the target as a whole."""
    if not source.exists():
        raise BackupError("backup-nothing", database=str(source))
    with (
        contextlib.closing(sqlite3.connect(source)) as here,
        contextlib.closing(sqlite3.connect(target)) as there,
    ):
        here.backup(there)
    if target.name.endswith(UNFINISHED):
        _in_one_file(target)


def _in_one_file(file: Path) -> None:
    """Without a journal beside it, which somebody would forget to take along."""
    with contextlib.closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")


def _integrity(file: Path) -> str | None:
    """What SQLite finds wrong with the file; None where it is sound."""
    with contextlib.closing(sqlite3.connect(file)) as connection:
        (first,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    return None if first == "ok" else str(first)


def _create_private(file: Path) -> None:
    """It holds what only the municipality may read."""
    file.unlink(missing_ok=True)
    os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def _settle(unfinished: Path, file: Path) -> tuple[int, str]:
    """Give the finished backup its name, once the disk has it; its size and its digest."""
    with unfinished.open("rb+") as content:
        digest = hashlib.file_digest(content, "sha256").hexdigest()
        os.fsync(content.fileno())
    size = unfinished.stat().st_size
    unfinished.replace(file)
    if hasattr(os, "O_DIRECTORY"):
        folder = os.open(file.parent, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
    return size, digest


@contextmanager
def _writing(file: Path) -> Iterator[None]:
    """What goes wrong here is the writing of that file."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise BackupError("backup-not-written", file=str(file), reason=reason) from error
    except sqlite3.Error as error:
        raise BackupError("backup-not-written", file=str(file), reason=str(error)) from error


@contextmanager
def _discarded(file: Path) -> Iterator[None]:
    """The file and what SQLite may put beside it are gone afterwards, whatever happened."""
    try:
        yield
    finally:
        for ending in ("", "-journal", "-wal", "-shm"):
            with contextlib.suppress(OSError):
                file.with_name(file.name + ending).unlink(missing_ok=True)


def _is_same(one: Path, other: Path) -> bool:
    return one.exists() and other.exists() and one.samefile(other)
