"""Who gives and takes roles, and who is told of it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from goals.actor import Actor, Grant, Person, Role
from goals.errors import (
    BodyNotChosenError,
    GoalsError,
    GrantingNotAllowedError,
    LastAdminError,
    OwnRoleError,
    PersonMissingError,
    PersonUnreadableError,
    RoleMissingError,
    RolesNotShownError,
)
from goals.goal import Body
from goals.granting import (
    RoleChange,
    check_may_grant,
    give_role,
    read_body,
    read_person,
    read_role,
    roles_shown,
    take_role,
)
from tests.fakes import FakeMemory

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
ADMIN = Actor("tenant", "admin", frozenset({Grant(Role.ADMIN)}))
ADMIN_OF_KS = Actor("tenant", "ks-admin", frozenset({Grant(Role.ADMIN, "KS")}))
OFFICIAL = RoleChange("anna", Grant(Role.OFFICIAL, "KS"))


async def memory() -> FakeMemory:
    """Two bodies, and an administrator of both."""
    fake = FakeMemory("tenant")
    async with fake.open_ledger("tenant", now=NOW) as ledger:
        await ledger.add_body(Body("KS", "Kommunstyrelsen"))
        await ledger.add_body(Body("BUN", "Barn- och utbildningsnämnden"))
        await ledger.change_role("admin", Grant(Role.ADMIN), given=True, by=None)
    return fake


async def give(fake: FakeMemory, actor: Actor, change: RoleChange) -> bool:
    return await give_role(actor, change, by="X", open_ledger=fake.open_ledger, now=NOW)


async def take(fake: FakeMemory, actor: Actor, change: RoleChange) -> bool:
    return await take_role(actor, change, by=None, open_ledger=fake.open_ledger, now=NOW)


async def test_a_role_that_is_given_holds_and_is_told_once() -> None:
    fake = await memory()
    assert await give(fake, ADMIN, OFFICIAL)
    assert not await give(fake, ADMIN, OFFICIAL)
    assert fake.roles["tenant"]["anna"] == {OFFICIAL.grant}
    (note,) = fake.outbox.notes
    assert (note.to, note.kind) == ("anna", "note-role-granted")
    assert note.arguments == {"role": "official", "scope": "KS", "by": "X"}


async def test_a_role_that_is_taken_is_gone_and_told_once() -> None:
    fake = await memory()
    await give(fake, ADMIN, OFFICIAL)
    assert await take(fake, ADMIN, OFFICIAL)
    assert not await take(fake, ADMIN, OFFICIAL)
    assert fake.roles["tenant"]["anna"] == frozenset()
    assert [each.kind for each in fake.outbox.notes] == ["note-role-granted", "note-role-revoked"]


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMIN])
async def test_nobody_without_the_role_of_administrator_gives_or_takes_one(role: Role) -> None:
    fake = await memory()
    actor = Actor("tenant", "bo", frozenset({Grant(role)}))
    with pytest.raises(GrantingNotAllowedError):
        check_may_grant(actor)
    for work in (give, take):
        with pytest.raises(GrantingNotAllowedError):
            await work(fake, actor, OFFICIAL)
    assert fake.outbox.notes == []


async def test_the_administrator_of_one_body_gives_roles_in_that_body_only() -> None:
    fake = await memory()
    assert await give(fake, ADMIN_OF_KS, OFFICIAL)
    for body in ("BUN", None):
        with pytest.raises(GrantingNotAllowedError):
            await give(fake, ADMIN_OF_KS, RoleChange("anna", Grant(Role.OFFICIAL, body)))


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMIN])
async def test_nobody_gives_themself_a_say_over_the_goals(role: Role) -> None:
    fake = await memory()
    with pytest.raises(OwnRoleError):
        await give(fake, ADMIN, RoleChange("admin", Grant(role, "KS")))
    assert fake.roles["tenant"]["admin"] == {Grant(Role.ADMIN)}


async def test_a_role_is_given_in_a_body_that_is_recorded() -> None:
    fake = await memory()
    with pytest.raises(BodyNotChosenError):
        await give(fake, ADMIN, RoleChange("anna", Grant(Role.OFFICIAL, "XYZ")))


async def test_the_last_administrator_of_all_bodies_stays() -> None:
    fake = await memory()
    own = RoleChange("admin", Grant(Role.ADMIN))
    with pytest.raises(LastAdminError):
        await take(fake, ADMIN, own)
    await give(fake, ADMIN, RoleChange("anna", Grant(Role.ADMIN, "KS")))
    with pytest.raises(LastAdminError):
        await take(fake, ADMIN, own)
    await give(fake, ADMIN, RoleChange("anna", Grant(Role.ADMIN)))
    assert await take(fake, ADMIN, own)
    assert [each.to for each in fake.outbox.notes] == ["anna", "anna"]  # not to who did it


def test_an_administrator_and_a_secretary_see_the_roles_of_their_bodies() -> None:
    everywhere = Person("a", None, frozenset({Grant(Role.OFFICER)}))
    in_bun = Person("b", None, frozenset({Grant(Role.OFFICIAL, "BUN")}))
    in_ks = Person("c", None, frozenset({Grant(Role.OFFICIAL, "KS")}))
    people = (everywhere, in_bun, in_ks)

    def seen(grant: Grant) -> str:
        actor = Actor("tenant", "x", frozenset({grant}))
        return "".join(each.object_id for each in roles_shown(actor, people))

    assert seen(Grant(Role.ADMIN)) == seen(Grant(Role.SECRETARY)) == "abc"
    assert seen(Grant(Role.ADMIN, "KS")) == seen(Grant(Role.SECRETARY, "KS")) == "ac"
    for role in (Role.OFFICIAL, Role.OFFICER, Role.REGISTRAR):
        with pytest.raises(RolesNotShownError):
            seen(Grant(role))


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("", PersonMissingError),
        ("  ", PersonMissingError),
        ("anna andersson", PersonUnreadableError),
        ("a,b", PersonUnreadableError),
        ("x" * 65, PersonUnreadableError),
        ("'; drop table", PersonUnreadableError),
        ("å", PersonUnreadableError),
    ],
)
def test_a_person_is_an_object_id(text: str, refusal: type[GoalsError]) -> None:
    with pytest.raises(refusal):
        read_person(text)


def test_what_a_form_carries_is_read() -> None:
    assert read_person(" 0F1E2D3C-4b5a ") == "0f1e2d3c-4b5a"
    assert read_role("officer") is Role.OFFICER
    assert (read_body("KS"), read_body("all")) == ("KS", None)
    with pytest.raises(RoleMissingError):
        read_role("king")
    with pytest.raises(BodyNotChosenError):
        read_body(" ")
