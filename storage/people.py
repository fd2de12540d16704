"""What people have chosen for themselves, and the roles they were given."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from goals.actor import Grant, Person, Role
from storage.database import Database
from storage.tables import PersonRow, RoleAction, RoleChangeRow
from storage.tenants import lock_tenant


async def set_language(
    database: Database, *, tenant: str, object_id: str, language: str | None
) -> None:
    """Answer this person in "sv" or "en"; None is in the language of each question."""
    async with database.recording(tenant) as session:
        person = await _person(session, tenant, object_id)
        person.language = language


async def set_default_body(
    database: Database, *, tenant: str, object_id: str, body: str | None
) -> None:
    """Remember the body, one that is recorded, that this person means when they name none."""
    async with database.recording(tenant) as session:
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
    async with database.reading(tenant) as session:
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
    async with database.recording(tenant) as session:
        await lock_tenant(session, tenant)
        held = grant in await _grants(session, tenant, object_id)
        if held is (action is RoleAction.GRANTED):
            return False
        session.add(role_change(tenant, object_id, grant, action, by=by, now=now))
    return True


def role_change(
    tenant: str,
    object_id: str,
    grant: Grant,
    action: RoleAction,
    *,
    by: str | None,
    now: datetime,
) -> RoleChangeRow:
    """The row of a role that was given or taken."""
    return RoleChangeRow(
        tenant=tenant,
        body=grant.body,
        object_id=object_id,
        role=grant.role,
        action=action,
        by_object_id=by,
        at=now,
    )


async def known_people(database: Database, tenant: str) -> tuple[Person, ...]:
    """Everybody who has a role, or whose name is known, by object id."""
    async with database.reading(tenant) as session:
        named = await session.exec(
            select(PersonRow.object_id, PersonRow.name).where(
                col(PersonRow.tenant) == tenant, col(PersonRow.name).is_not(None)
            )
        )
        names = dict(named.all())
        holders = {each.object_id: each.grants for each in await role_holders(session, tenant)}
    return tuple(
        Person(object_id, names.get(object_id), holders.get(object_id, frozenset()))
        for object_id in sorted({*names, *holders})
    )


async def role_holders(session: AsyncSession, tenant: str) -> tuple[Person, ...]:
    """Everybody who has a role, by object id, inside a transaction; without their names."""
    changes: defaultdict[str, list[tuple[str | None, str, str]]] = defaultdict(list)
    rows = await session.exec(
        select(RoleChangeRow)
        .where(col(RoleChangeRow.tenant) == tenant)
        .order_by(col(RoleChangeRow.id))
    )
    for row in rows:
        changes[row.object_id].append((row.body, row.role, row.action))
    people = (Person(each, None, grants_after(changes[each])) for each in sorted(changes))
    return tuple(each for each in people if each.grants)


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
