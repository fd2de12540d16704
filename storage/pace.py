"""The pace that all processes on one PostgreSQL keep together, by the database's own clock."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from sqlalchemy import delete, func
from sqlmodel import col

from goals.pacing import LONGEST_AHEAD, Asked, OwnPace, Pace, Slots, slots
from storage.database import NO_TENANT, Database
from storage.tables import PaceRow

KEPT_FOR = timedelta(hours=1)
"""After its last slot; then a key is as good as new."""

# $1 keys, $2 seconds that are taken at each. In the order of the keys, so that no two processes
# wait for each other.
_TAKE = f"""
INSERT INTO pace AS kept (key, next_at)
SELECT asked.key, statement_timestamp() + asked.span * interval '1 second'
FROM unnest($1::text[], $2::float8[]) AS asked (key, span)
ORDER BY asked.key
ON CONFLICT (key) DO UPDATE SET next_at =
    LEAST(
        GREATEST(kept.next_at, statement_timestamp()),
        statement_timestamp() + interval '{LONGEST_AHEAD:.0f} seconds'
    ) + (excluded.next_at - statement_timestamp())
RETURNING key, extract(epoch FROM next_at - clock_timestamp())::float8 AS ends
"""  # noqa: S608 — a number of ours


class SharedPace:
    """goals.pacing.Pace of everybody who uses one PostgreSQL."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def take(self, asked: Mapping[str, Asked]) -> Mapping[str, Slots]:
        """Take slots at each key, all in one statement. Raises DatabaseUnavailableError."""
        keys, spans = list(asked), [each.span for each in asked.values()]
        async with self._database.autocommitting() as connection:
            taken = await connection.exec_driver_sql(_TAKE, (keys, spans))
            ends = {row["key"]: row["ends"] for row in taken.mappings()}
        return {key: slots(asked[key], end) for key, end in ends.items()}


def pace_of(database: Database) -> Pace:
    """The pace of this process: on SQLite it is alone."""
    return OwnPace() if database.is_sqlite else SharedPace(database)


async def sweep_pace(database: Database) -> int:
    """Forget the keys that nothing was sent to for a while; returns how many."""
    async with database.recording(NO_TENANT) as session:
        swept = await session.exec(
            delete(PaceRow).where(col(PaceRow.next_at) < func.now() - KEPT_FOR)
        )
        return swept.rowcount
