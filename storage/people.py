"""What people have chosen for themselves, and the roles they were given."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from goals.actor import Grant, Role
from storage.database import Database
from storage.tables import PersonRow, RoleAction, RoleChangeRow
from storage.tenants import lock_tenant


async def set_language(
    database: Database, *, tenant: str, object_id: str, language: str | None
) -> None:
    """Answer this person in "sv" or "en"; None is in the language of each question."""
    async with database.recording() as session:
        person = await _person(session, tenant, object_id)
        person.language = language


async def set_default_body(
    database: Database, *, tenant: str, object_id: str, body: str | None
) -> None:
    """Remember the body, one that is recorded, that this person means when they name none."""
    async with database.recording() as session:
        person = await _person(session, tenant, object_id)
        person.default_body = body


async def grant_role(
    database: Database,
    *,
    tenant: str,
    object_id: str,
    grant: Grant,
    by: str | None,
    now: datetime,
) -> bool:
    """Give a person a role; False where they had it. `by` None is the server's command line."""
    return await _change(database, tenant, object_id, grant, RoleAction.GRANTED, by, now)


async def revoke_role(
    database: Database,
    *,
    tenant: str,
    object_id: str,
    grant: Grant,
    by: str | None,
    now: datetime,
) -> bool:
    """Take a role from a person; False where they did not have it in just that body."""
    return await _change(database, tenant, object_id, grant, RoleAction.REVOKED, by, now)


async def current_grants(database: Database, *, tenant: str, object_id: str) -> frozenset[Grant]:
    """The roles a person has now."""
    async with database.reading() as session:
        return await _grants(session, tenant, object_id)


def grants_after(changes: Iterable[tuple[str | None, str, str]]) -> frozenset[Grant]:
    """What holds after these changes (body, role, action), the oldest first."""
    newest = {Grant(Role(role), body): RoleAction(action) for body, role, action in changes}
    return frozenset(grant for grant, action in newest.items() if action is RoleAction.GRANTED)


async def _change(
    database: Database,
    tenant: str,
    object_id: str,
    grant: Grant,
    action: RoleAction,
    by: str | None,
    now: datetime,
) -> bool:
    async with database.recording() as session:
        await lock_tenant(session, tenant)
        held = grant in await _grants(session, tenant, object_id)
        if held is (action is RoleAction.GRANTED):
            return False
        session.add(
            RoleChangeRow(
                tenant=tenant,
                body=grant.body,
                object_id=object_id,
                role=grant.role,
                action=action,
                by_object_id=by,
                at=now,
            )
        )
    return True


async def _grants(session: AsyncSession, tenant: str, object_id: str) -> frozenset[Grant]:
    changes = await session.exec(
        select(RoleChangeRow.body, RoleChangeRow.role, RoleChangeRow.action)
        .where(col(RoleChangeRow.tenant) == tenant, col(RoleChangeRow.object_id) == object_id)
        .order_by(col(RoleChangeRow.id))
    )
    return grants_after(changes.all())


async def _person(session: AsyncSession, tenant: str, object_id: str) -> PersonRow:
    await lock_tenant(session, tenant)
    person = await session.get(PersonRow, (tenant, object_id))
    if person is None:
        person = PersonRow(tenant=tenant, object_id=object_id)
        session.add(person)
    return person
