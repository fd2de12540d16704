"""Certified extracts of minutes, inside one transaction of a database."""

from __future__ import annotations

import hashlib

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from goals.extract import Extract
from storage.tables import ExtractRow


async def read_extract(session: AsyncSession, tenant: str, body: str, year: int) -> Extract | None:
    """The newest one of a matter."""
    found = await session.exec(
        select(ExtractRow)
        .where(
            col(ExtractRow.tenant) == tenant,
            col(ExtractRow.body) == body,
            col(ExtractRow.year) == year,
        )
        .order_by(col(ExtractRow.number).desc())
        .limit(1)
    )
    row = found.one_or_none()
    if row is None:
        return None
    return Extract(row.body, row.year, row.number, row.name, row.content, row.by_object_id, row.at)


async def enter_extract(session: AsyncSession, tenant: str, extract: Extract) -> None:
    """Enter one after those that the matter has."""
    session.add(
        ExtractRow(
            tenant=tenant,
            body=extract.body,
            year=extract.year,
            number=extract.number,
            name=extract.name,
            content=extract.content,
            by_object_id=extract.by,
            at=extract.at,
        )
    )
    await session.flush()


async def digests_of_extracts(
    session: AsyncSession, tenant: str
) -> dict[tuple[str, int, int], str]:
    """The SHA-256 of every file as it is kept now, by body, year and number."""
    rows = await session.stream_scalars(select(ExtractRow).where(col(ExtractRow.tenant) == tenant))
    return {
        (row.body, row.year, row.number): hashlib.sha256(_as_bytes(row.content)).hexdigest()
        async for row in rows
    }


def _as_bytes(content: object) -> bytes:
    """What stands in the column: in SQLite somebody else may have put anything there."""
    return content if isinstance(content, bytes) else repr(content).encode()
