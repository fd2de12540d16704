"""Which drafts are left lying, in all municipalities at once."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from goals.draft import Draft
from storage.database import EVERY_TENANT, Database
from storage.register import draft_of
from storage.tables import metadata

_DRAFT = metadata.tables["draft"]


async def drafts_left(database: Database, *, since: datetime) -> tuple[tuple[str, Draft], ...]:
    """The drafts that nobody has touched after then, each with its tenant."""
    async with database.reading(EVERY_TENANT) as session:
        connection = await session.connection()
        rows = await connection.execute(select(_DRAFT).where(_DRAFT.c.updated_at <= since))
        return tuple((row.tenant, draft_of(row)) for row in rows)
