"""The engine, and the transactions: one way to read, one way to record, on both databases."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, contextmanager
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Any, Final, TypeVar, cast
from weakref import WeakValueDictionary

from sqlalchemy import Connection, event
from sqlalchemy.dialects import sqlite
from sqlalchemy.engine import URL, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlmodel import UTCDateTime
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.errors import DatabaseUnavailableError, DatabaseUrlError

_Result = TypeVar("_Result")


class Beyond(Enum):
    """Whose rows a transaction is about, where it is not about one municipality's."""

    EVERY_TENANT = "every"
    NO_TENANT = "no"


EVERY_TENANT: Final = Beyond.EVERY_TENANT
"""All municipalities' rows: what pays and sweeps the outbox, the backup, and the numbers."""
NO_TENANT: Final = Beyond.NO_TENANT
"""Only rows that belong to no municipality, such as the tables' revision."""

BUSY_SECONDS = 10
"""How long a writer waits for SQLite's one lock, or for a connection, before it gives up."""
LOCK_SECONDS = 3
"""How long a writer waits for another process's lock on PostgreSQL."""
LOCK_NOT_AVAILABLE = "55P03"
"""What PostgreSQL calls having waited for so long."""
CONNECT_SECONDS = 4
MIGRATION_SECONDS = 120
"""How long an upgrade waits for another process that is upgrading."""
MIGRATION_LOCK = 0x44454C4D
"""PostgreSQL's advisory lock for upgrades: any number that is ours ("DELM")."""

_TENANT, _EVERY = "delmal.tenant", "delmal.every_tenant"
"""What the policies ask for (migration 0013)."""
_SQLITE_DIALECT = sqlite.dialect()
time_in_sqlite = cast(
    "Callable[[datetime], str]",
    UTCDateTime().dialect_impl(_SQLITE_DIALECT).bind_processor(_SQLITE_DIALECT),
)
"""A moment as a column of SQLite holds it, for SQL written by hand."""
_DRIVERS = {
    "sqlite": "sqlite+aiosqlite",
    "sqlite+aiosqlite": "sqlite+aiosqlite",
    "postgres": "postgresql+asyncpg",
    "postgresql": "postgresql+asyncpg",
    "postgresql+asyncpg": "postgresql+asyncpg",
}
_LOST_SQLITE = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_NOTADB,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_READONLY,
}
_LOST_POSTGRESQL = ("08", "25006", "28", "3D", "53", LOCK_NOT_AVAILABLE, "57P", "58")
"""Connection lost, read-only, refused, no such database, full, locked, shut down, disk failure."""


def sqlite_url(file: Path) -> URL:
    """Return the address of a SQLite file; any character may be in its path."""
    return URL.create("sqlite+aiosqlite", database=str(file))


def open_database(url: str | URL) -> Database:
    """Prepare the database at this address; nothing is connected until the first use.

    Raises DatabaseUrlError where the address is not one of a SQLite file or of PostgreSQL.
    """
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise DatabaseUrlError("The database's address could not be read.") from error
    driver = _DRIVERS.get(parsed.drivername)
    if driver is None:
        raise DatabaseUrlError(
            f"{parsed.drivername!r} is not supported: only sqlite:///FILE and postgresql://…"
        )
    parsed = parsed.set(drivername=driver)
    if driver.startswith("sqlite") and parsed.database in (None, "", ":memory:"):
        raise DatabaseUrlError("SQLite needs a file here: sqlite:///FILE.")
    if "sslmode" in parsed.query:  # what libpq calls it; asyncpg says ssl
        mode = parsed.query["sslmode"]
        parsed = parsed.difference_update_query(["sslmode"]).update_query_dict({"ssl": mode})
    return Database(parsed)


class Database:
    """One database, SQLite or PostgreSQL, and the two kinds of transaction on it."""

    def __init__(self, url: URL) -> None:
        self.url = url
        self.is_sqlite = url.get_backend_name() == "sqlite"
        self.engine = _sqlite_engine(url) if self.is_sqlite else _postgresql_engine(url)
        self._reading, self._recording, self._migrating = (
            self.engine.execution_options(**options)
            for options in (_SQLITE_OPTIONS if self.is_sqlite else _POSTGRESQL_OPTIONS)
        )
        self._autocommitting = self.engine.execution_options(isolation_level="AUTOCOMMIT")
        self._writer = asyncio.Lock()
        self._lines: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self.lane = SqliteLane(self) if self.is_sqlite else None

    def __str__(self) -> str:
        if self.is_sqlite:
            return str(self.url.database)
        return self.url.render_as_string(hide_password=True)

    @asynccontextmanager
    async def reading(self, whose: str | Beyond) -> AsyncIterator[AsyncSession]:
        """One unchanging view of what is recorded by `whose`, a tenant. Nobody waits for a reader.

        PostgreSQL shows the rows of that tenant and of no other; on SQLite the statements have to
        name it.
        """
        async with AsyncSession(self._reading, expire_on_commit=False) as session:
            with self.reaching():
                await self._begin(await session.connection(), whose)
            with self.keeping():
                yield session

    @asynccontextmanager
    async def recording(self, whose: str | Beyond) -> AsyncIterator[AsyncSession]:
        """One transaction that writes: all of it when the block ends, nothing when it raises.

        PostgreSQL lets it see and write the rows of `whose`, a tenant, and of no other.

        On SQLite it has the write lock from its first moment, so that what it reads is still
        true when it writes. On PostgreSQL the rows that it decides by must be locked.
        """
        async with (
            self._next_writer(),
            AsyncSession(self._recording, expire_on_commit=False) as session,
        ):
            with self.reaching():
                await self._begin(await session.connection(), whose)
            with self.keeping():
                yield session
                await session.commit()

    def line(self, name: str) -> asyncio.Lock:
        """The lock that is given in turn to those of this process who ask for it by that name."""
        lock = self._lines.get(name)
        if lock is None:
            lock = self._lines[name] = asyncio.Lock()
        return lock

    @asynccontextmanager
    async def autocommitting(self) -> AsyncIterator[AsyncConnection]:
        """A connection on PostgreSQL where each statement is a transaction of its own.

        It sees rows that belong to no municipality, and no others.
        """
        with self.reaching():
            connection = await self._autocommitting.connect()
        try:
            with self.keeping():
                yield connection
        finally:
            await connection.close()

    @asynccontextmanager
    async def by_hand(self, whose: str | Beyond) -> AsyncIterator[AsyncConnection]:
        """One transaction that writes on PostgreSQL, for SQL by hand, as `recording` is."""
        with self.reaching():
            connection = await self._recording.connect()
        try:
            with self.reaching():
                await self._begin(connection, whose)
            with self.keeping():
                yield connection
                await connection.commit()
        finally:
            await connection.close()

    @asynccontextmanager
    async def migrating(self) -> AsyncIterator[AsyncConnection]:
        """One transaction that may change tables; one process at a time has it."""
        with self.reaching():
            connection = await self._migrating.connect()
        try:
            with self.reaching():
                await connection.begin()
                await self._begin(connection, EVERY_TENANT)
                if not self.is_sqlite:
                    await connection.exec_driver_sql(
                        f"SET LOCAL lock_timeout = '{MIGRATION_SECONDS}s'"
                    )
                    await connection.exec_driver_sql(
                        f"SELECT pg_advisory_xact_lock({MIGRATION_LOCK})"
                    )
            with self.keeping():
                yield connection
                await connection.commit()
        finally:
            await connection.invalidate()  # SQLite's would have its foreign keys off
            await connection.close()

    @contextmanager
    def reaching(self) -> Iterator[None]:
        """Nothing but reaching the database happens here, so every failure is that failure."""
        try:
            yield
        except Exception as error:
            raise self._unavailable(error) from error

    @contextmanager
    def keeping(self) -> Iterator[None]:
        """Tell a database that was lost on the way from a mistake in what was asked of it."""
        try:
            yield
        except (DBAPIError, sqlite3.Error) as error:
            if _is_lost(error):
                raise self._unavailable(error) from error
            raise

    async def dispose(self) -> None:
        """Close every connection."""
        if self.lane is not None:
            await self.lane.close()
        await self.engine.dispose()

    async def _begin(self, connection: AsyncConnection, whose: str | Beyond) -> None:
        """Say whose rows the policies of PostgreSQL let this transaction see; then it is forgotten.

        What is said holds for the transaction only, also where connections are shared on the way.
        """
        if self.is_sqlite or whose is NO_TENANT:
            return
        setting = (_EVERY, "on") if whose is EVERY_TENANT else (_TENANT, whose)
        await connection.exec_driver_sql("SELECT set_config($1, $2, true)", setting)

    @asynccontextmanager
    async def _next_writer(self) -> AsyncIterator[None]:
        """Queue the writers of this process, in order; SQLite itself would let them try and try.

        Whoever waits here can be cancelled; in SQLite's own queue only the lock ends the wait.
        """
        if not self.is_sqlite:
            yield
            return
        with self.reaching():
            async with asyncio.timeout(BUSY_SECONDS):
                await self._writer.acquire()
        try:
            yield
        finally:
            self._writer.release()

    def _unavailable(self, error: BaseException) -> DatabaseUnavailableError:
        cause = getattr(error, "orig", None) or error
        reason = str(cause) or type(cause).__name__
        return DatabaseUnavailableError(f"The database {self} cannot be used: {reason}")


class SqliteLane:
    """One thread with a driver connection of its own, for the short work of every turn.

    A whole transaction is one visit to the thread; through the engine it would be a dozen.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._thread = _new_thread()
        self._connection: sqlite3.Connection | None = None

    async def run(self, work: Callable[[sqlite3.Connection], _Result]) -> _Result:
        """Do the work inside one writing transaction."""
        loop = asyncio.get_running_loop()
        with self._database.keeping():
            return await loop.run_in_executor(self._thread, self._transact, work)

    async def look(self, work: Callable[[sqlite3.Connection], _Result]) -> _Result:
        """Do the work, one statement that reads; it waits for no writer."""
        loop = asyncio.get_running_loop()
        with self._database.keeping():
            return await loop.run_in_executor(self._thread, self._look, work)

    async def close(self) -> None:
        """Close the connection and end the thread; as with an engine, the next use reopens."""
        thread, self._thread = self._thread, _new_thread()  # a thread starts when it is used
        await asyncio.get_running_loop().run_in_executor(thread, self._disconnect)
        thread.shutdown(wait=False)

    def _look(self, work: Callable[[sqlite3.Connection], _Result]) -> _Result:
        return work(self._connection or self._connect())

    def _transact(self, work: Callable[[sqlite3.Connection], _Result]) -> _Result:
        connection = self._connection or self._connect()
        connection.execute("BEGIN IMMEDIATE")
        try:
            result = work(connection)
            connection.execute("COMMIT")
        except BaseException:
            connection.rollback()
            raise
        return result

    def _connect(self) -> sqlite3.Connection:
        database = self._database
        (file,), options = database.engine.dialect.create_connect_args(database.url)
        with database.reaching():
            connection: sqlite3.Connection = sqlite3.connect(file, **{**options, **_SQLITE_CONNECT})
            try:
                _prepare(connection)
            except BaseException:
                connection.close()
                raise
        self._connection = connection
        return connection

    def _disconnect(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def _new_thread() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(1, thread_name_prefix="delmal-turns")


_SQLITE_CONNECT: dict[str, Any] = {"timeout": BUSY_SECONDS, "isolation_level": None}
_SQLITE_OPTIONS: tuple[dict[str, Any], ...] = (
    {"delmal_begin": "BEGIN"},
    {"delmal_begin": "BEGIN IMMEDIATE"},
    {"delmal_begin": "BEGIN IMMEDIATE", "delmal_migrating": True},
)
_POSTGRESQL_OPTIONS: tuple[dict[str, Any], ...] = (
    {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True},
    {},
    {},
)


def _sqlite_engine(url: URL) -> AsyncEngine:
    engine = create_async_engine(
        url, connect_args=_SQLITE_CONNECT, pool_timeout=BUSY_SECONDS, hide_parameters=True
    )

    @event.listens_for(engine.sync_engine, "connect")
    def _connected(connection: DBAPIConnection, _record: object) -> None:
        _prepare(connection)

    @event.listens_for(engine.sync_engine, "begin")
    def _begin(connection: Connection) -> None:
        options = connection.get_execution_options()
        if options.get("delmal_migrating"):
            # Rebuilding a table drops it for a moment; what points at it must not mind.
            connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
            connection.exec_driver_sql(f"PRAGMA busy_timeout = {MIGRATION_SECONDS * 1000}")
        connection.exec_driver_sql(options.get("delmal_begin", "BEGIN"))

    return engine


def _postgresql_engine(url: URL) -> AsyncEngine:
    settings = {"application_name": "delmal", "lock_timeout": f"{LOCK_SECONDS}s"}
    return create_async_engine(
        url,
        pool_pre_ping=True,
        pool_size=10,
        max_overflow=10,
        pool_timeout=BUSY_SECONDS,
        hide_parameters=True,  # what people wrote is not for the log
        connect_args={"timeout": CONNECT_SECONDS, "server_settings": settings},
    )


def _prepare(connection: sqlite3.Connection | DBAPIConnection) -> None:
    """Settings that SQLite keeps per connection, except the journal, which the file keeps."""
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA recursive_triggers = ON")  # else REPLACE deletes behind their back
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.execute("PRAGMA journal_mode")
    if cursor.fetchone() != ("wal",):
        cursor.execute("PRAGMA journal_mode = WAL")
    cursor.close()


def _is_lost(error: BaseException) -> bool:
    if isinstance(error, DBAPIError) and error.connection_invalidated:
        return True
    cause = getattr(error, "orig", None) or error
    code = getattr(cause, "sqlite_errorcode", None)
    if code is not None:
        return code & 0xFF in _LOST_SQLITE  # the low byte is the kind, the rest its detail
    return str(getattr(cause, "sqlstate", None) or "").startswith(_LOST_POSTGRESQL)
