"""The key that links to papers are signed with: made once, shared by every process."""

from __future__ import annotations

import secrets
from datetime import datetime

from sqlalchemy.exc import IntegrityError

from goals.sealing import KEY_BYTES
from storage.database import NO_TENANT, Database
from storage.tables import LinkKeyRow

_ONLY = 1


async def link_key(database: Database, *, now: datetime) -> bytes:
    """The key; the first who asks makes it. Without its row, every link that was given is void."""
    kept = await _kept(database)
    if kept is not None:
        return kept
    try:
        async with database.recording(NO_TENANT) as session:
            if await session.get(LinkKeyRow, _ONLY) is None:
                session.add(LinkKeyRow(id=_ONLY, key=secrets.token_bytes(KEY_BYTES), made_at=now))
    except IntegrityError:  # another process was as quick, on PostgreSQL
        pass
    kept = await _kept(database)
    if kept is None:
        raise LookupError("the key was taken away while it was made")
    return kept


async def _kept(database: Database) -> bytes | None:
    async with database.reading(NO_TENANT) as session:
        row = await session.get(LinkKeyRow, _ONLY)
        return row.key if row else None
