"""Words of questions that had no good answer: how many people used each, not who they are.

A row says that somebody used a word, by a digest in which tenant, person and word are mixed; it
holds no question, and cannot be followed from one word to the next. Written after each such
answer, therefore in SQL by hand.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from functools import partial
from typing import cast

from sqlalchemy import delete, func
from sqlalchemy.dialects import sqlite
from sqlmodel import UTCDateTime, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from goals.words import FrequentGap
from storage.database import EVERY_TENANT, Database
from storage.tables import QuestionGapRow, TenantWordRow

LEAST_PEOPLE = 3
"""A word that fewer people have used may be somebody's name, and is never shown."""
KEPT_FOR = timedelta(days=180)
"""How long a word is counted after a person last used it."""

# $1 tenant, $2 word, $3 person, $4 now; SQLite calls the same places ?1 to ?4.
_COUNT = """
INSERT INTO question_gap (tenant, word, person, at) VALUES ($1, $2, $3, $4)
ON CONFLICT (tenant, word, person) DO UPDATE SET at = excluded.at
"""
_SQLITE = sqlite.dialect()
_time_in_sqlite = cast(  # as the column itself would write it
    "Callable[[datetime], str]",
    UTCDateTime().dialect_impl(_SQLITE).bind_processor(_SQLITE),
)


async def count_gaps(
    database: Database, *, tenant: str, words: Iterable[str], object_id: str | None, now: datetime
) -> None:
    """Count this person once for each word. Nobody is counted who has no object id."""
    if not object_id:
        return
    rows = [(tenant, word, _digest(tenant, object_id, word)) for word in sorted(set(words))]
    if not rows:
        return
    if database.lane is not None:
        at = _time_in_sqlite(now)
        await database.lane.run(partial(_count_in_sqlite, [(*row, at) for row in rows]))
        return
    async with database.by_hand(tenant) as connection:
        for row in rows:
            await connection.exec_driver_sql(_COUNT, (*row, now))


async def frequent_gaps(
    database: Database, tenant: str, *, at_least: int = LEAST_PEOPLE
) -> tuple[FrequentGap, ...]:
    """The words that so many people have used (three or more), the most used first.

    Without the words that have been taught since.
    """
    people = func.count()
    taught = select(TenantWordRow.word).where(col(TenantWordRow.tenant) == tenant)
    statement = (
        select(QuestionGapRow.word, people)
        .where(col(QuestionGapRow.tenant) == tenant, col(QuestionGapRow.word).not_in(taught))
        .group_by(col(QuestionGapRow.word))
        .having(people >= max(at_least, LEAST_PEOPLE))
    )
    async with database.reading(tenant) as session:
        found = (await session.exec(statement)).all()
    return tuple(
        FrequentGap(word, number)
        for word, number in sorted(found, key=lambda each: (-each[1], each[0]))
    )


async def sweep_gaps(database: Database, *, before: datetime) -> int:
    """Forget the words that a person used before then and not since; returns how many rows."""
    async with database.recording(EVERY_TENANT) as session:
        swept = await session.exec(delete(QuestionGapRow).where(col(QuestionGapRow.at) < before))
        return swept.rowcount


async def gaps_of(session: AsyncSession, tenant: str, object_id: str) -> list[tuple[str, str]]:
    """What one person is counted for: each word, and the digest that it is counted by."""
    rows = await session.exec(
        select(QuestionGapRow.word, QuestionGapRow.person).where(
            col(QuestionGapRow.tenant) == tenant
        )
    )
    return [(word, person) for word, person in rows if person == _digest(tenant, object_id, word)]


def _digest(tenant: str, object_id: str, word: str) -> str:
    return hashlib.sha256(f"{tenant}\n{object_id}\n{word}".encode()).hexdigest()


def _count_in_sqlite(rows: list[tuple[str, str, str, str]], connection: sqlite3.Connection) -> None:
    connection.executemany(_COUNT.replace("$", "?"), rows)
