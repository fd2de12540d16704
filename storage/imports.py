"""Imports that wait for their author: kept beside the record, and forgotten after their time."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from goals.pending import PendingImport
from storage.database import EVERY_TENANT, Database
from storage.documents.exchange.kept import (
    corrections_from_json,
    corrections_to_json,
    document_from_json,
    document_to_json,
)
from storage.tables import PendingImportRow


async def read_pending(session: AsyncSession, tenant: str, import_id: str) -> PendingImport | None:
    """The import with this id in the tenant, whoever began it; None where there is none."""
    row = await session.get(PendingImportRow, (tenant, import_id))
    if row is None:
        return None
    return PendingImport(
        row.id,
        row.object_id,
        document_from_json(row.document),
        row.created_at,
        row.expires_at,
        corrections_from_json(row.corrections),
        row.state,
    )


async def keep_pending(session: AsyncSession, tenant: str, pending: PendingImport) -> None:
    """Keep the import as it is now, instead of as it was."""
    row = PendingImportRow(
        tenant=tenant,
        id=pending.id,
        object_id=pending.by,
        name=pending.document.name,
        digest=pending.document.digest,
        document=document_to_json(pending.document),
        corrections=corrections_to_json(pending.corrections),
        state=pending.state,
        created_at=pending.created_at,
        expires_at=pending.expires_at,
    )
    await session.merge(row)
    await session.flush()


async def sweep_imports(database: Database, *, before: datetime) -> int:
    """Forget the imports whose time was over before then; returns how many."""
    async with database.recording(EVERY_TENANT) as session:
        swept = await session.exec(
            delete(PendingImportRow).where(col(PendingImportRow.expires_at) < before)
        )
        return swept.rowcount
