"""What was done, read from a database."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from goals.event import Event, Link
from storage.tables import EventRow


async def links_of(session: AsyncSession, tenant: str, body: str, year: int) -> tuple[Link, ...]:
    """What was done in one matter, in its order, each with its place in the tenant's chain."""
    rows = await session.exec(
        select(EventRow)
        .where(
            col(EventRow.tenant) == tenant,
            col(EventRow.body) == body,
            col(EventRow.year) == year,
        )
        .order_by(col(EventRow.place))
    )
    return tuple(Link(row.place, event_of(row), row.digest) for row in rows)


def event_of(row: EventRow | Row[Any]) -> Event:
    """One event from its row, of the ORM or of a plain statement."""
    return Event(
        row.at,
        row.what,
        row.by_object_id,
        row.role,
        row.body,
        row.year,
        row.proposal_id,
        row.state,
        row.data,
    )
