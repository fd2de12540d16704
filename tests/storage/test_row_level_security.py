"""PostgreSQL itself keeps the municipalities apart, also from SQL that forgot to name one."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy import Table, func, insert, select, text, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import EVERY_TENANT, NO_TENANT, Beyond, Database, open_database
from storage.tables import APPEND_ONLY
from storage.tenants import Tenant, Tenants
from tests.postgres import ROLE, Postgres
from tests.storage.examples import EXEMPELBY, GRANVIKA, NOW
from tests.storage.ways_in import OF_NO_TENANT, TABLES, fill

REFUSED = "42501"
"""What PostgreSQL calls insufficient privilege: a row that a policy does not let in."""
CHANGED = sorted(set(TABLES) - set(APPEND_ONLY))
"""Of the others nobody changes or deletes a row, not even one's own."""


@pytest_asyncio.fixture
async def database(postgres: Postgres) -> AsyncIterator[Database]:
    """Exempelby and Granvika have rows in every table; we are an ordinary role that owns it."""
    async with postgres.database() as url:
        assert url.username == ROLE
        opened = open_database(url)
        for tenant in (EXEMPELBY, GRANVIKA):
            await Tenants(opened).add(Tenant(tenant, f"{tenant} (påhittad)"), now=NOW)
            await fill(opened, tenant)
        yield opened
        await opened.dispose()


async def _counts(database: Database, whose: str | Beyond) -> dict[str, int]:
    """The rows that are seen, by table, without naming a municipality."""
    async with database.reading(whose) as session:
        connection = await session.connection()
        return {
            name: await connection.scalar(select(func.count()).select_from(column.table)) or 0
            for name, column in TABLES.items()
        }


async def test_who_has_not_said_which_municipality_sees_no_row(database: Database) -> None:
    assert await _counts(database, NO_TENANT) == dict.fromkeys(TABLES, 0)


async def test_one_municipality_sees_its_own_rows_and_no_others(database: Database) -> None:
    everything = await _counts(database, EVERY_TENANT)
    own = [await _counts(database, tenant) for tenant in (EXEMPELBY, GRANVIKA)]
    for name, column in TABLES.items():
        assert all(counts[name] for counts in own), name
        assert sum(counts[name] for counts in own) == everything[name], name
        async with database.reading(EXEMPELBY) as session:
            connection = await session.connection()
            assert set(await connection.scalars(select(column))) == {EXEMPELBY}, name


async def test_nothing_is_said_any_more_when_the_transaction_is_over(database: Database) -> None:
    for whose in (EXEMPELBY, EVERY_TENANT):
        async with database.by_hand(whose) as connection:
            first = await connection.scalar(text("SELECT pg_backend_pid()"))
            assert await connection.scalar(select(func.count()).select_from(_BODY))
        async with database.autocommitting() as connection:  # the same one, from the pool
            assert await connection.scalar(text("SELECT pg_backend_pid()")) == first
            assert await connection.scalar(select(func.count()).select_from(_BODY)) == 0


@pytest.mark.parametrize("whose", [EXEMPELBY, NO_TENANT])
async def test_a_row_of_another_municipality_is_not_let_in(
    database: Database, whose: str | Beyond
) -> None:
    for name, column in TABLES.items():
        table, row = column.table, await _row(database, column, GRANVIKA)
        async with database.by_hand(whose) as connection:
            assert await _refusal(connection, insert(table).values(row)) == REFUSED, name


@pytest.mark.parametrize("whose", [EXEMPELBY, NO_TENANT])
async def test_a_row_of_another_municipality_is_neither_changed_nor_deleted(
    database: Database, whose: str | Beyond
) -> None:
    before = await _counts(database, GRANVIKA)
    for name in CHANGED:
        column = TABLES[name]
        async with database.by_hand(whose) as connection:
            for statement in (
                update(column.table).where(column == GRANVIKA).values({column: GRANVIKA}),
                column.table.delete().where(column == GRANVIKA),
            ):
                assert (await connection.execute(statement)).rowcount == 0, name
    assert await _counts(database, GRANVIKA) == before


async def test_a_row_is_not_moved_to_another_municipality(database: Database) -> None:
    for name in CHANGED:
        column = TABLES[name]
        async with database.by_hand(EXEMPELBY) as connection:
            moved = update(column.table).values({column: "stranger"})
            assert await _refusal(connection, moved) == REFUSED, name


async def test_every_table_is_kept_so_for_its_owner_too(database: Database) -> None:
    """Also a table that a later revision makes."""
    async with database.reading(NO_TENANT) as session:
        connection = await session.connection()
        rows = await connection.exec_driver_sql(
            "SELECT relname, relrowsecurity AND relforcerowsecurity AS is_kept FROM pg_class"
            " WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
        )
        kept = {row.relname: row.is_kept for row in rows}
    assert {name for name, is_kept in kept.items() if is_kept} == set(TABLES)
    assert {name for name, is_kept in kept.items() if not is_kept} == {
        *OF_NO_TENANT,
        "alembic_version",
    }


_BODY: Table = TABLES["body"].table


async def _row(database: Database, column: Any, tenant: str) -> Mapping[str, Any]:
    async with database.reading(EVERY_TENANT) as session:
        connection = await session.connection()
        rows = await connection.execute(select(column.table).where(column == tenant).limit(1))
        return dict(rows.mappings().one())


async def _refusal(connection: AsyncConnection, statement: Any) -> str | None:
    """What PostgreSQL says no with; None where it did not."""
    attempt = await connection.begin_nested()
    try:
        await connection.execute(statement)
    except DBAPIError as error:
        return str(getattr(error.orig, "sqlstate", None))
    else:
        return None
    finally:
        await attempt.rollback()
