"""The Word file that a municipality's papers are written in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from storage.database import Database
from storage.tables import PaperTemplateRow
from storage.tenants import lock_tenant


@dataclass(frozen=True, slots=True)
class PaperTemplate:
    """A file that can be filled in; who keeps it has seen to that."""

    name: str
    content: bytes


async def paper_template(database: Database, tenant: str) -> PaperTemplate | None:
    """The one that the municipality has; None where its papers are plain."""
    async with database.reading(tenant) as session:
        row = await session.get(PaperTemplateRow, tenant)
        return PaperTemplate(row.name, row.content) if row else None


async def keep_paper_template(
    database: Database, tenant: str, template: PaperTemplate, *, now: datetime
) -> None:
    """Keep it, in the place of another. Raises TenantUnknownError."""
    async with database.recording(tenant) as session:
        await lock_tenant(session, tenant)
        await session.merge(
            PaperTemplateRow(tenant=tenant, name=template.name, content=template.content, at=now)
        )


async def drop_paper_template(database: Database, tenant: str) -> bool:
    """Let papers be plain; False where they were. Raises TenantUnknownError."""
    async with database.recording(tenant) as session:
        await lock_tenant(session, tenant)
        row = await session.get(PaperTemplateRow, tenant)
        if row is not None:
            await session.delete(row)
    return row is not None
