"""The database: where it is, what it refuses, and that it says so when it cannot be used."""

from __future__ import annotations

import asyncio
import os
import socket
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError
from sqlmodel import col, select

from goals.extract import Extract
from goals.strategy import Strategy
from storage.database import EVERY_TENANT, Database, open_database, sqlite_url
from storage.errors import DatabaseUnavailableError, DatabaseUrlError
from storage.goal_reader import SqlGoalReader
from storage.ledger import open_ledger
from storage.tables import APPEND_ONLY, PlanRow, TenantRow
from storage.turns import begin_turn
from tests.storage.conftest import in_processes
from tests.storage.examples import (
    EXEMPELBY,
    KS,
    NOW,
    ODD_TEXTS,
    add_next_plan,
    goal_set,
    matter,
    plan,
    proposal,
    submitted,
)
from tests.storage.process import TIMES


async def _record_everything(database: Database) -> None:
    async with open_ledger(database)(EXEMPELBY, now=NOW) as ledger:
        await ledger.add_body(KS)
        await ledger.add_goal_set(goal_set("ett"))
        await ledger.add_plan(plan("ett"))
        await ledger.add_matter(matter("ett"))
        await ledger.enter_proposal(proposal())
        await ledger.append(submitted(proposal()))
        await ledger.change_body(KS, by=None)
        await ledger.add_strategy(Strategy("KS", "En strategi"), by=None)
        year = matter("ett").year
        await ledger.enter_extract(Extract("KS", year, 1, "utdrag.pdf", b"%PDF", "anna", NOW))
    async with database.recording(EVERY_TENANT) as session:
        await (await session.connection()).exec_driver_sql(
            "INSERT INTO role_change (tenant, object_id, role, action, at)"
            " VALUES ('11111111-1111-1111-1111-111111111111', 'anna', 'admin', 'granted',"
            " '2025-03-01 12:00:00')"
        )


async def _tell(database: Database, statement: str) -> None:
    async with database.recording(EVERY_TENANT) as session:
        await (await session.connection()).exec_driver_sql(statement)


class TestWhatWasRecordedIsNeverChanged:
    """Whoever tries, and however."""

    @pytest.mark.parametrize("table", APPEND_ONLY)
    async def test_it_is_neither_updated_nor_deleted(self, database: Database, table: str) -> None:
        await _record_everything(database)
        for statement in ("UPDATE {} SET tenant = tenant", "DELETE FROM {}"):
            with pytest.raises(DBAPIError, match=f"{table} is append-only: what was recorded is"):
                await _tell(database, statement.format(table))

    async def test_nor_is_it_replaced_or_emptied_behind_the_back(self, database: Database) -> None:
        await _record_everything(database)
        statement = (
            "INSERT OR REPLACE INTO plan SELECT * FROM plan"
            if database.is_sqlite
            else "TRUNCATE plan CASCADE"
        )
        with pytest.raises(DBAPIError, match="is append-only"):
            await _tell(database, statement)

    async def test_a_new_version_leaves_the_one_before_where_it_was(
        self, database: Database
    ) -> None:
        await _record_everything(database)
        async with open_ledger(database)(EXEMPELBY, now=NOW) as ledger:
            await ledger.add_plan(plan("två", version=2))
        async with database.reading(EVERY_TENANT) as session:
            rows = (await session.exec(select(PlanRow).order_by(col(PlanRow.version)))).all()
        assert [row.version for row in rows] == [1, 2]
        assert rows[0].recorded_at == NOW


class TestSeveralAtOnce:
    """Writers take turns; readers wait for nobody."""

    async def test_three_processes_that_record_lose_no_update(
        self, database: Database, url: URL
    ) -> None:
        async with open_ledger(database)(EXEMPELBY, now=NOW) as ledger:
            await ledger.add_body(KS)
        await in_processes("record", url)
        record = await SqlGoalReader(database).record(EXEMPELBY)
        assert record.revision == 3 * TIMES + 1
        assert record.plans == (plan("ett delmål", version=3 * TIMES),)

    async def test_two_ledgers_of_two_processes_take_turns(
        self, open_another: Callable[[], Database]
    ) -> None:
        ours, theirs = open_another(), open_another()
        async with open_ledger(ours)(EXEMPELBY, now=NOW) as ledger:
            await ledger.add_body(KS)

        async def enter(database: Database) -> int:
            async with open_ledger(database)(EXEMPELBY, now=NOW) as ledger:
                return await add_next_plan(ledger)

        versions = await asyncio.gather(*(enter(each) for each in (ours, theirs) * 5))
        assert sorted(versions) == list(range(1, 11))

    async def test_nobody_who_asks_waits_for_a_ledger(
        self, open_another: Callable[[], Database]
    ) -> None:
        ours, theirs = open_another(), open_another()
        async with open_ledger(ours)(EXEMPELBY, now=NOW) as ledger:
            await ledger.add_body(KS)
            record = await asyncio.wait_for(SqlGoalReader(theirs).record(EXEMPELBY), 2)
        assert record.bodies == ()

    async def test_a_reader_sees_one_moment_however_long_it_reads(
        self, open_another: Callable[[], Database]
    ) -> None:
        ours, theirs = open_another(), open_another()
        revision = select(TenantRow.revision).where(col(TenantRow.id) == EXEMPELBY)
        async with ours.reading(EVERY_TENANT) as session:
            assert (await session.exec(revision)).one() == 0
            async with open_ledger(theirs)(EXEMPELBY, now=NOW) as ledger:
                await ledger.add_body(KS)
            assert (await session.exec(revision)).one() == 0


class TestTheReaderRemembers:
    """The database is asked when something new has been recorded."""

    async def test_nothing_is_asked_while_the_revision_is_the_same(
        self, database: Database
    ) -> None:
        reader = SqlGoalReader(database)
        await _record_everything(database)
        record = await reader.record(EXEMPELBY)
        with statements(database) as asked:
            assert await reader.record(EXEMPELBY, revision=record.revision) is record
        assert asked == []
        assert await reader.record(EXEMPELBY) is record

    async def test_what_another_process_recorded_is_read(
        self, open_another: Callable[[], Database]
    ) -> None:
        reader = SqlGoalReader(open_another())
        assert (await reader.record(EXEMPELBY)).revision == 0
        await _record_everything(open_another())
        assert (await reader.record(EXEMPELBY, revision=1)).plans == (plan("ett"),)
        assert (await reader.record(EXEMPELBY)).revision == 1

    async def test_a_large_record_takes_no_more_statements_than_a_small_one(
        self, database: Database
    ) -> None:
        await _record_everything(database)
        with statements(database) as small:
            await SqlGoalReader(database).record(EXEMPELBY, revision=1)
        async with open_ledger(database)(EXEMPELBY, now=NOW) as ledger:
            for year in range(1990, 2020):
                await ledger.add_plan(plan(*ODD_TEXTS, year=year))
                await ledger.add_matter(matter(*ODD_TEXTS, year=year))
        with statements(database) as large:
            await SqlGoalReader(database).record(EXEMPELBY, revision=2)
        assert len(small) == len(large) <= 13

    async def test_a_hundred_who_ask_at_once_make_one_reading(self, database: Database) -> None:
        reader = SqlGoalReader(database)
        await _record_everything(database)
        with statements(database) as asked:
            records = await asyncio.gather(
                *(reader.record(EXEMPELBY, revision=1) for _ in range(100))
            )
        assert len({id(record) for record in records}) == 1
        assert len(asked) <= 13

    async def test_the_tenants_asked_for_longest_ago_are_let_go(self, database: Database) -> None:
        reader = SqlGoalReader(database, tenants_kept=1)
        first = await reader.record(EXEMPELBY)
        await reader.record("22222222-2222-2222-2222-222222222222")
        assert await reader.record(EXEMPELBY) is not first


class TestAnAddress:
    """What DELMAL_DATABASE_URL may be."""

    @pytest.mark.parametrize(
        ("given", "used"),
        [
            ("sqlite:////srv/del mål.db", "sqlite+aiosqlite:////srv/del mål.db"),
            ("postgres://anna@db/mål", "postgresql+asyncpg://anna@db/m%C3%A5l"),
            ("postgresql://db/x?sslmode=require", "postgresql+asyncpg://db/x?ssl=require"),
        ],
    )
    def test_is_written_as_others_write_it(self, given: str, used: str) -> None:
        assert open_database(given).url == open_database(used).url

    @pytest.mark.parametrize(
        "given", ["", "delmål.db", "mysql://db/x", "sqlite://", "sqlite:///:memory:"]
    )
    def test_that_cannot_be_used_is_refused_at_once(self, given: str) -> None:
        with pytest.raises(DatabaseUrlError):
            open_database(given)


async def _read(database: Database) -> None:
    await SqlGoalReader(database).record(EXEMPELBY)


async def _write(database: Database) -> None:
    async with open_ledger(database)(EXEMPELBY, now=NOW) as ledger:
        await ledger.add_body(KS)


async def _turn(database: Database) -> None:
    await begin_turn(database, tenant=EXEMPELBY, activity_id="1", object_id=None, now=NOW)


async def _use_in_vain(url: URL | str, *uses: Callable[[Database], Awaitable[None]]) -> str:
    """Return what is said of a database that cannot be used; it is said within five seconds."""
    database = open_database(url)
    told = ""
    for use in uses or (_read, _write, _turn):
        began = time.monotonic()
        with pytest.raises(DatabaseUnavailableError) as refusal:
            await use(database)
        assert time.monotonic() - began < 5
        told = str(refusal.value)
    await database.dispose()
    return told


class TestADatabaseThatCannotBeUsed:
    """It is said, soon, and without the password."""

    async def test_its_folder_is_missing(self, tmp_path: Path) -> None:
        told = await _use_in_vain(sqlite_url(tmp_path / "saknas" / "delmål.db"))
        assert "delmål.db" in told
        assert "unable to open" in told

    async def test_its_folder_is_a_file(self, tmp_path: Path) -> None:
        (tmp_path / "fil").write_text("")
        await _use_in_vain(sqlite_url(tmp_path / "fil" / "delmål.db"))

    async def test_it_is_not_a_database(self, tmp_path: Path) -> None:
        (tmp_path / "brev.txt").write_text("Hej! " * 1000)
        await _use_in_vain(sqlite_url(tmp_path / "brev.txt"))

    async def test_its_folder_may_not_be_written_to(self, tmp_path: Path) -> None:
        if os.name == "nt" or os.geteuid() == 0:
            pytest.skip("this user may write everywhere; the next test is of the same rule")
        os.chmod(tmp_path, 0o500)  # noqa: PTH101 — pathlib's is taken for slow in a coroutine
        await _use_in_vain(sqlite_url(tmp_path / "delmål.db"))
        os.chmod(tmp_path, 0o700)  # noqa: PTH101 — the same

    async def test_it_may_be_read_but_not_written_to(self, url: URL) -> None:
        if url.get_backend_name() == "postgresql":
            async with opened(url) as database:
                name = url.database
                await _tell(
                    database, f"ALTER DATABASE {name} SET default_transaction_read_only = on"
                )
            told = await _use_in_vain(url, _write, _turn)
        else:
            told = await _use_in_vain(
                f"sqlite:///file:{url.database}?mode=ro&uri=true", _write, _turn
            )
        assert "read" in told
        assert "only" in told

    async def test_nobody_listens_there(self, socket_enabled: None) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        told = await _use_in_vain(f"postgresql://anna:hemligt@127.0.0.1:{port}/delmal")
        assert "hemligt" not in told

    async def test_whoever_listens_there_never_answers(self, socket_enabled: None) -> None:
        with socket.socket() as silent:
            silent.bind(("127.0.0.1", 0))
            silent.listen()
            port = silent.getsockname()[1]
            await _use_in_vain(f"postgresql://anna@127.0.0.1:{port}/delmal", _read)

    @pytest.mark.parametrize("url", ["postgresql"], indirect=True)
    async def test_its_name_is_not_known(self, url: URL) -> None:
        assert "finns_ej" in await _use_in_vain(url.set(database="finns_ej"))

    @pytest.mark.parametrize("url", ["postgresql"], indirect=True)
    async def test_it_was_lost_and_came_back(self, database: Database) -> None:
        await _read(database)
        kill = (
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )

        async def read_while_it_is_lost() -> None:
            async with database.reading(EVERY_TENANT) as held:
                await held.exec(select(TenantRow))
                await _tell(database, kill)
                await held.exec(select(TenantRow))

        with pytest.raises(DatabaseUnavailableError):
            await read_while_it_is_lost()
        await _read(database)


@asynccontextmanager
async def opened(url: URL) -> AsyncIterator[Database]:
    """A database for the block."""
    database = open_database(url)
    yield database
    await database.dispose()


@contextmanager
def statements(database: Database) -> Iterator[list[str]]:
    """List what is asked of the database, BEGIN and COMMIT left out."""
    asked: list[str] = []

    def note(*arguments: object) -> None:
        statement = str(arguments[2])
        if not statement.startswith("BEGIN"):
            asked.append(statement)

    event.listen(database.engine.sync_engine, "before_cursor_execute", note)
    yield asked
    event.remove(database.engine.sync_engine, "before_cursor_execute", note)
