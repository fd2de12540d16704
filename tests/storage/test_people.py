"""The municipalities that are served, and the roles of their people."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest
from sqlmodel import col, select

from goals.actor import Grant, Role
from goals.errors import TenantUnknownError
from storage.database import EVERY_TENANT, Database
from storage.people import (
    current_grants,
    grant_role,
    revoke_role,
    set_default_body,
    set_language,
)
from storage.tables import RoleAction, RoleChangeRow
from storage.tenants import Tenant, Tenants
from tests.storage.examples import EXEMPELBY, GRANVIKA, NOW

KS_SECRETARY = Grant(Role.SECRETARY, "KS")
SECRETARY = Grant(Role.SECRETARY)


class TestTenants:
    """The municipalities."""

    async def test_are_listed_by_id(self, database: Database) -> None:
        assert await Tenants(database).all() == (
            Tenant(EXEMPELBY, EXEMPELBY),
            Tenant(GRANVIKA, GRANVIKA, "en"),
        )

    async def test_one_that_is_named_is_left_as_it_was(self, database: Database) -> None:
        assert await Tenants(database).add(Tenant(EXEMPELBY, "Exempelby kommun"), now=NOW)
        assert not await Tenants(database).add(Tenant(EXEMPELBY, "Annat namn"), now=NOW)
        assert (await Tenants(database).all())[0].name == "Exempelby kommun"

    async def test_two_that_add_the_same_one_at_once_agree(
        self, open_another: Callable[[], Database]
    ) -> None:
        new = Tenant("ny", "Ny kommun")
        both = (Tenants(open_another()), Tenants(open_another()))
        added = await asyncio.gather(*(tenants.add(new, now=NOW) for tenants in both * 3))
        assert added.count(True) == 1

    async def test_exist_as_soon_as_they_are_added(self, database: Database) -> None:
        tenants = Tenants(database)
        assert not await tenants.exists("ny")
        await Tenants(database).add(Tenant("ny", "Ny kommun"), now=NOW)
        assert await tenants.exists("ny")
        await database.dispose()
        assert await tenants.exists("ny")


class TestRoles:
    """The newest change for a person, role and body is what holds."""

    async def _grant(self, database: Database, grant: Grant) -> bool:
        return await grant_role(
            database, tenant=EXEMPELBY, object_id="anna", grant=grant, by=None, now=NOW
        )

    async def _revoke(self, database: Database, grant: Grant) -> bool:
        return await revoke_role(
            database, tenant=EXEMPELBY, object_id="anna", grant=grant, by="it", now=NOW
        )

    async def _held(self, database: Database) -> frozenset[Grant]:
        return await current_grants(database, tenant=EXEMPELBY, object_id="anna")

    async def test_nobody_has_one_to_begin_with(self, database: Database) -> None:
        assert await self._held(database) == frozenset()

    async def test_one_that_is_revoked_is_gone_and_can_be_given_again(
        self, database: Database
    ) -> None:
        assert await self._grant(database, KS_SECRETARY)
        assert await self._revoke(database, KS_SECRETARY)
        assert await self._held(database) == frozenset()
        assert await self._grant(database, KS_SECRETARY)
        assert await self._held(database) == {KS_SECRETARY}

    async def test_in_every_body_and_in_one_body_are_two(self, database: Database) -> None:
        await self._grant(database, SECRETARY)
        await self._grant(database, KS_SECRETARY)
        await self._revoke(database, SECRETARY)
        assert await self._held(database) == {KS_SECRETARY}

    async def test_what_changes_nothing_is_not_recorded(self, database: Database) -> None:
        assert not await self._revoke(database, SECRETARY)
        assert await self._grant(database, SECRETARY)
        assert not await self._grant(database, SECRETARY)
        assert len(await _changes(database)) == 1

    async def test_every_role_can_be_given(self, database: Database) -> None:
        for role in Role:
            await self._grant(database, Grant(role, "KS"))
        assert await self._held(database) == {Grant(role, "KS") for role in Role}

    async def test_who_changed_it_and_when_stays_on_record(self, database: Database) -> None:
        await self._grant(database, SECRETARY)
        await self._revoke(database, SECRETARY)
        given, taken = await _changes(database)
        assert (given.action, given.by_object_id, given.at) == (RoleAction.GRANTED, None, NOW)
        assert (taken.action, taken.by_object_id, taken.at) == (RoleAction.REVOKED, "it", NOW)

    async def test_two_who_give_the_same_at_once_give_it_once(
        self, open_another: Callable[[], Database]
    ) -> None:
        both = (open_another(), open_another())
        given = await asyncio.gather(*(self._grant(each, SECRETARY) for each in both * 3))
        assert given.count(True) == 1


async def test_a_person_may_change_their_mind(database: Database) -> None:
    for language in ("en", "sv", None):
        await set_language(database, tenant=EXEMPELBY, object_id="anna", language=language)
    await set_default_body(database, tenant=EXEMPELBY, object_id="anna", body=None)


async def test_nothing_is_kept_of_people_in_an_unknown_tenant(database: Database) -> None:
    with pytest.raises(TenantUnknownError):
        await set_language(database, tenant="okänd", object_id="anna", language="en")
    with pytest.raises(TenantUnknownError):
        await grant_role(
            database, tenant="okänd", object_id="anna", grant=SECRETARY, by=None, now=NOW
        )


async def _changes(database: Database) -> list[RoleChangeRow]:
    async with database.reading(EVERY_TENANT) as session:
        statement = select(RoleChangeRow).order_by(col(RoleChangeRow.id))
        return list((await session.exec(statement)).all())
