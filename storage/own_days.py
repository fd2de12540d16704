"""The days that a municipality has free besides the holidays."""

from __future__ import annotations

from datetime import date

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from goals.calendar import OwnDay
from storage.database import Database
from storage.tables import OwnDayRow
from storage.tenants import lock_tenant


async def add_own_day(database: Database, tenant: str, own: OwnDay) -> bool:
    """Enter a day, instead of what was said of it; False where it is entered so already.

    Raises TenantUnknownError.
    """
    async with database.recording(tenant) as session:
        tenant_row = await lock_tenant(session, tenant)
        kept = await session.get(OwnDayRow, (tenant, own.day))
        if kept is not None and _own_day(kept) == own:
            return False
        await session.merge(
            OwnDayRow(tenant=tenant, day=own.day, name=own.name, is_public=own.is_public)
        )
        tenant_row.revision += 1  # so that every process reads the record anew
    return True


async def remove_own_day(database: Database, tenant: str, day: date) -> bool:
    """Let a day be as any other; False where it was. Raises TenantUnknownError."""
    async with database.recording(tenant) as session:
        tenant_row = await lock_tenant(session, tenant)
        kept = await session.get(OwnDayRow, (tenant, day))
        if kept is None:
            return False
        await session.delete(kept)
        tenant_row.revision += 1
    return True


async def read_own_days(session: AsyncSession, tenant: str) -> tuple[OwnDay, ...]:
    """All that are entered, by day, inside a transaction."""
    rows = await session.exec(
        select(OwnDayRow).where(col(OwnDayRow.tenant) == tenant).order_by(col(OwnDayRow.day))
    )
    return tuple(map(_own_day, rows))


def _own_day(row: OwnDayRow) -> OwnDay:
    return OwnDay(row.day, row.name, row.is_public)
