"""The words that a municipality has taught."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from goals.teaching import read_word, taught_word
from goals.words import TaughtWord
from storage.database import Database
from storage.tables import TenantWordRow
from storage.tenants import lock_tenant


async def teach_word(
    database: Database, *, tenant: str, word: str, means: str, by: str | None, now: datetime
) -> bool:
    """Keep what a word stands for, instead of what it stood for; False where it did already.

    `by` None is the server's command line. Raises TenantUnknownError and what taught_word raises.
    """
    taught = taught_word(word, means)
    async with database.recording(tenant) as session:
        tenant_row = await lock_tenant(session, tenant)
        row = await session.get(TenantWordRow, (tenant, taught.word))
        if row is not None and row.means == taught.means:
            return False
        if row is None:
            row = TenantWordRow(
                tenant=tenant, word=taught.word, means=taught.means, by_object_id=by, at=now
            )
            session.add(row)
        row.means, row.by_object_id, row.at = taught.means, by, now
        tenant_row.revision += 1  # so that every process reads the record anew
    return True


async def forget_word(database: Database, *, tenant: str, word: str) -> bool:
    """Let a word stand for nothing but itself again; False where it was not taught.

    Raises TenantUnknownError and what read_word raises.
    """
    kept = read_word(word)
    async with database.recording(tenant) as session:
        tenant_row = await lock_tenant(session, tenant)
        row = await session.get(TenantWordRow, (tenant, kept))
        if row is None:
            return False
        await session.delete(row)
        tenant_row.revision += 1
    return True


async def tenant_words(database: Database, tenant: str) -> tuple[TaughtWord, ...]:
    """Every word that the municipality has taught, by word."""
    async with database.reading(tenant) as session:
        return await read_words(session, tenant)


async def read_words(session: AsyncSession, tenant: str) -> tuple[TaughtWord, ...]:
    """The same, inside a transaction."""
    statement = select(TenantWordRow).where(col(TenantWordRow.tenant) == tenant)
    rows = (await session.exec(statement)).all()
    # Sorted here: the databases' own ideas of alphabetical order differ.
    return tuple(
        TaughtWord(row.word, row.means) for row in sorted(rows, key=lambda each: each.word)
    )
