"""The memories that the contract is tested on: the fake, SQLite and PostgreSQL."""

from __future__ import annotations

import asyncio
import shutil
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeAlias

import pytest
import pytest_asyncio
from sqlalchemy.engine import URL

from goals.actor import Grant
from goals.ports import GoalReader, OpenLedger, Outbox, Register
from storage.database import Database, open_database, sqlite_url
from storage.goal_reader import SqlGoalReader
from storage.memory import SqlMemory
from storage.migrate import upgrade
from storage.outbox import SqlOutbox
from storage.people import grant_role, revoke_role
from storage.tenants import Tenant, Tenants
from tests.fakes import FakeMemory
from tests.postgres import Postgres
from tests.storage.examples import EXEMPELBY, GRANVIKA, NOW

ROOT = Path(__file__).parents[2]
BOTH = ["sqlite", "postgresql"]


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the first test that needs it puts a file with the newest tables, to copy from."""
    return tmp_path_factory.mktemp("template") / "migrated.db"


class ChangeRole(Protocol):
    """Gives a person a role, or takes it."""

    async def __call__(
        self, tenant: str, person: str, grant: Grant, *, given: bool = True
    ) -> None: ...


CountWaiting: TypeAlias = Callable[[str], Awaitable[Mapping[tuple[str, int], int]]]


class OpenRegister(Protocol):
    """As goals.ports.Memory.register."""

    def __call__(self, tenant: str) -> AbstractAsyncContextManager[Register]: ...


@dataclass(frozen=True, slots=True)
class Memory:
    """What can be asked of one memory, which serves EXEMPELBY and GRANVIKA."""

    reader: GoalReader
    open_ledger: OpenLedger
    outbox: Outbox
    register: OpenRegister
    change_role: ChangeRole
    waiting: CountWaiting


@pytest_asyncio.fixture(params=BOTH)
async def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[URL]:
    """The address of a database without tables."""
    async with new_address(request, tmp_path, migrated=False) as url:
        yield url


@pytest_asyncio.fixture(params=BOTH)
async def url(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[URL]:
    """The address of a database with the newest tables, that serves EXEMPELBY and GRANVIKA."""
    async with new_address(request, tmp_path) as url:
        yield url


@pytest_asyncio.fixture
async def open_another(url: URL) -> AsyncIterator[Callable[[], Database]]:
    """Open the same database once more, as another process would."""
    opened: list[Database] = []

    def another() -> Database:
        opened.append(open_database(url))
        return opened[-1]

    yield another
    for database in opened:
        await database.dispose()


@pytest.fixture
def database(open_another: Callable[[], Database]) -> Database:
    """A database that serves EXEMPELBY and GRANVIKA."""
    return open_another()


@pytest_asyncio.fixture(params=["fake", *BOTH])
async def memory(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Memory]:
    """One of the memories that keep the contract."""
    if request.param == "fake":
        fake = FakeMemory(EXEMPELBY, GRANVIKA)
        yield Memory(
            fake, fake.open_ledger, fake.outbox, fake.register, _in_fake(fake), fake.waiting
        )
        return
    async with new_address(request, tmp_path) as url:
        database = open_database(url)
        reader = SqlGoalReader(database)
        memory = SqlMemory(database, reader)
        yield Memory(
            reader,
            memory.open_ledger,
            SqlOutbox(database),
            memory.register,
            _in_sql(database),
            memory.waiting,
        )
        await database.dispose()


def _in_fake(fake: FakeMemory) -> ChangeRole:
    async def change(tenant: str, person: str, grant: Grant, *, given: bool = True) -> None:
        (fake.give_role if given else fake.take_role)(tenant, person, grant.role, grant.body)

    return change


def _in_sql(database: Database) -> ChangeRole:
    async def change(tenant: str, person: str, grant: Grant, *, given: bool = True) -> None:
        doing = grant_role if given else revoke_role
        await doing(database, tenant=tenant, object_id=person, grant=grant, by=None, now=NOW)

    return change


@asynccontextmanager
async def new_address(
    request: pytest.FixtureRequest, tmp_path: Path, *, migrated: bool = True
) -> AsyncIterator[URL]:
    if request.param == "sqlite":
        folder = tmp_path / "en mapp med åäö, 100 % och 'citat'"
        folder.mkdir()
        file = folder / "delmål.db"
        if migrated:
            template: Path = request.getfixturevalue("sqlite_template")
            await _migrate(sqlite_url(template))  # which does nothing after the first time
            shutil.copy(template, file)
            await _serve(sqlite_url(file))
        yield sqlite_url(file)
    else:
        server: Postgres = request.getfixturevalue("postgres")
        async with server.database(migrated=migrated) as url:
            if migrated:
                await _serve(url)
            yield url


async def _migrate(url: URL) -> None:
    database = open_database(url)
    await upgrade(database)
    await database.dispose()


async def _serve(url: URL) -> None:
    database = open_database(url)
    for tenant in (Tenant(EXEMPELBY, EXEMPELBY), Tenant(GRANVIKA, GRANVIKA, "en")):  # unnamed
        await Tenants(database).add(tenant, now=NOW)
    await database.dispose()


async def in_processes(work: str, url: URL, *, number: int = 3) -> list[str]:
    """Let several processes do the same at once; return what each of them wrote."""
    address = url.render_as_string(hide_password=False)
    processes = [
        await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "tests.storage.process",
            work,
            address,
            cwd=ROOT,
            stdout=asyncio.subprocess.PIPE,
        )
        for _ in range(number)
    ]
    written = [(await process.communicate())[0].decode() for process in processes]
    assert [process.returncode for process in processes] == [0] * number
    return written
