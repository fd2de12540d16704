"""Giving and taking roles: who may, and who is told."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from goals.actor import Actor, Grant, Person, Role
from goals.errors import (
    BodyNotChosenError,
    GrantingNotAllowedError,
    LastAdminError,
    OwnRoleError,
    PersonMissingError,
    PersonUnreadableError,
    RoleMissingError,
    RolesNotShownError,
)
from goals.note import Argument, Note
from goals.ports import Ledger, OpenLedger

EVERY_BODY = "all"
"""How a form and a note say that a role is meant in all bodies; codes are in capitals."""
UNKNOWN = "unknown"
"""Said of a person whose name is not known."""
_OBJECT_ID = re.compile(r"[0-9a-z][0-9a-z-]{0,63}")
_SEES_ROLES = (Role.ADMIN, Role.SECRETARY)


@dataclass(frozen=True, slots=True)
class RoleChange:
    """A role of one person that is to be given or taken."""

    object_id: str
    grant: Grant


def may_grant(actor: Actor, body: str | None) -> bool:
    """Whether this person gives and takes roles in this body; None is in all of them."""
    return _has(actor, Role.ADMIN, body)


def check_may_grant(actor: Actor) -> None:
    """Whether this person gives roles in any body. Raises GrantingNotAllowedError."""
    if not any(grant.role is Role.ADMIN for grant in actor.grants):
        raise GrantingNotAllowedError


def roles_shown(actor: Actor, people: tuple[Person, ...]) -> tuple[RoleChange, ...]:
    """The roles that this person may see: those of their own bodies, and those of all bodies.

    Raises RolesNotShownError where they look after no body's roles.
    """
    if not any(grant.role in _SEES_ROLES for grant in actor.grants):
        raise RolesNotShownError
    return tuple(
        RoleChange(person.object_id, grant)
        for person in people
        for grant in sorted(person.grants, key=lambda each: (each.role, each.body or ""))
        if grant.body is None or any(_has(actor, role, grant.body) for role in _SEES_ROLES)
    )


def read_person(text: str) -> str:
    """The object id of the chosen person. Raises PersonMissingError or PersonUnreadableError."""
    object_id = text.strip().lower()
    if not object_id:
        raise PersonMissingError
    if not _OBJECT_ID.fullmatch(object_id):
        raise PersonUnreadableError
    return object_id


def read_role(text: str) -> Role:
    """The chosen role. Raises RoleMissingError."""
    try:
        return Role(text)
    except ValueError:
        raise RoleMissingError from None


def read_body(text: str) -> str | None:
    """The chosen body's code; None is all of them. Raises BodyNotChosenError for nothing."""
    if not text.strip():
        raise BodyNotChosenError
    return None if text == EVERY_BODY else text


async def give_role(
    actor: Actor, change: RoleChange, *, by: str | None, open_ledger: OpenLedger, now: datetime
) -> bool:
    """Give the person the role, and tell them; False where they had it.

    `by` is the name of who gives it, as the person is told it. Raises GrantingNotAllowedError,
    OwnRoleError, BodyNotChosenError or TenantUnknownError, and then nothing has been recorded.
    """
    if not may_grant(actor, change.grant.body):
        raise GrantingNotAllowedError
    if change.object_id == actor.object_id and change.grant.role is not Role.ADMIN:
        # Two people stand behind every say over the goals: who decides on it, and who has it.
        raise OwnRoleError
    async with open_ledger(actor.tenant, now=now) as ledger:
        body = change.grant.body
        if body is not None and (await ledger.record()).body(body) is None:
            raise BodyNotChosenError
        if change.grant in await _grants(ledger, change.object_id):
            return False
        await _enter(ledger, actor, change, given=True, by=by)
    return True


async def take_role(
    actor: Actor, change: RoleChange, *, by: str | None, open_ledger: OpenLedger, now: datetime
) -> bool:
    """Take the role from the person, and tell them; False where they did not have it.

    Raises GrantingNotAllowedError, LastAdminError or TenantUnknownError, and then nothing has
    been recorded.
    """
    if not may_grant(actor, change.grant.body):
        raise GrantingNotAllowedError
    async with open_ledger(actor.tenant, now=now) as ledger:
        if change.grant not in await _grants(ledger, change.object_id):
            return False
        if change.grant == Grant(Role.ADMIN):
            admins = [each for each in await ledger.people() if Grant(Role.ADMIN) in each.grants]
            if len(admins) == 1:
                raise LastAdminError
        await _enter(ledger, actor, change, given=False, by=by)
    return True


async def _grants(ledger: Ledger, object_id: str) -> frozenset[Grant]:
    people = {each.object_id: each.grants for each in await ledger.people()}
    return people.get(object_id, frozenset())


async def _enter(
    ledger: Ledger, actor: Actor, change: RoleChange, *, given: bool, by: str | None
) -> None:
    grant = change.grant
    await ledger.change_role(change.object_id, grant, given=given, by=actor.object_id)
    if change.object_id != actor.object_id:  # they have their receipt already
        told: dict[str, Argument] = {
            "role": grant.role.value,
            "scope": grant.body or EVERY_BODY,
            "by": by or UNKNOWN,
        }
        kind = "note-role-granted" if given else "note-role-revoked"
        await ledger.owe(Note(change.object_id, kind, told, grant.body))


def _has(actor: Actor, role: Role, body: str | None) -> bool:
    if body is None:
        return Grant(role) in actor.grants
    return actor.has(role, body)
