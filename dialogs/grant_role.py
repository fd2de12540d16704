"""An administrator gives and takes roles, and sees who has which. Text alone never does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from dialogs.apologise import refuse
from dialogs.cards.roles_card import (
    BODY,
    HELD,
    PERSON,
    ROLE,
    START,
    Names,
    grant_form,
    named,
    read_held,
    receipt_card,
    revoke_card,
    roles_card,
)
from dialogs.desk import Desk
from dialogs.texts import say
from dialogs.turn import Reply, Turn
from goals.actor import Grant, Person, Role
from goals.errors import (
    BodyNotChosenError,
    GoalsError,
    OwnRoleError,
    RoleMissingError,
)
from goals.granting import (
    RoleChange,
    check_may_grant,
    give_role,
    may_grant,
    read_body,
    read_person,
    read_role,
    roles_shown,
    take_role,
)

_Value = TypeVar("_Value")
_DIGITS = 9
_FIELD_OF: dict[type[GoalsError], str] = {OwnRoleError: ROLE, BodyNotChosenError: BODY}
"""The field that a refusal of the whole is about."""


async def open_grant(turn: Turn, desk: Desk) -> Reply:
    """The form: who, which role, where."""
    people = await desk.memory.people(turn.actor.tenant)
    try:
        check_may_grant(turn.actor)
    except GoalsError as refusal:
        return _refused(refusal, people, turn)
    return _form(turn, desk, people, errors={})


async def grant_role(turn: Turn, desk: Desk) -> Reply:
    """The receipt; or the form again, with what is wrong beside its field."""
    people = await desk.memory.people(turn.actor.tenant)
    try:
        check_may_grant(turn.actor)
    except GoalsError as refusal:
        return _refused(refusal, people, turn)
    errors: dict[str, str] = {}

    def read(name: str, reader: Callable[[str], _Value]) -> _Value | None:
        try:
            return reader(turn.fields.get(name, ""))
        except GoalsError as mistake:
            errors[name] = say(turn.language, mistake.key, **mistake.arguments)
            return None

    person, role, body = read(PERSON, read_person), read(ROLE, read_role), read(BODY, read_body)
    if errors or person is None or role is None:
        return _form(turn, desk, people, errors=errors)
    change = RoleChange(person, Grant(role, body))
    names = _names(people)
    try:
        changed = await give_role(
            turn.actor,
            change,
            by=names.get(turn.actor.object_id),
            open_ledger=desk.memory.open_ledger,
            now=turn.now,
        )
    except (OwnRoleError, BodyNotChosenError) as mistake:
        errors[_FIELD_OF[type(mistake)]] = say(turn.language, mistake.key)
        return _form(turn, desk, people, errors=errors)
    except GoalsError as refusal:
        return _refused(refusal, people, turn)
    headline = "role-granted" if changed else "role-granted-before"
    return _receipt(headline, change, names, turn, changed=changed)


async def show_roles(turn: Turn, desk: Desk) -> Reply:
    """Who has which role, of those that this person may see."""
    people = await desk.memory.people(turn.actor.tenant)
    try:
        shown = roles_shown(turn.actor, people)
    except GoalsError as refusal:
        return _refused(refusal, people, turn)
    names = _names(people)
    shown = tuple(sorted(shown, key=lambda each: names.get(each.object_id, "\uffff").casefold()))
    page = roles_card(
        shown,
        [each for each in shown if may_grant(turn.actor, each.grant.body)],
        names,
        turn.language,
        start=_start(turn, len(shown)),
        may_grant=_is_admin(turn),
    )
    return Reply.showing(page, turn.language, private=True)


async def open_revoke(turn: Turn, desk: Desk) -> Reply:
    """Asks before a role is taken."""
    people = await desk.memory.people(turn.actor.tenant)
    change = read_held(turn.fields.get(HELD, ""))
    try:
        check_may_grant(turn.actor)
    except GoalsError as refusal:
        return _refused(refusal, people, turn)
    if change is None:
        return await show_roles(turn, desk)
    return Reply.showing(
        revoke_card(change, _names(people), turn.language), turn.language, private=True
    )


async def revoke_role(turn: Turn, desk: Desk) -> Reply:
    """Takes the role, and says so."""
    people = await desk.memory.people(turn.actor.tenant)
    change = read_held(turn.fields.get(HELD, ""))
    names = _names(people)
    try:
        check_may_grant(turn.actor)
        if change is None:
            raise RoleMissingError
        changed = await take_role(
            turn.actor,
            change,
            by=names.get(turn.actor.object_id),
            open_ledger=desk.memory.open_ledger,
            now=turn.now,
        )
    except GoalsError as refusal:
        return _refused(refusal, people, turn)
    headline = "role-revoked" if changed else "role-revoked-before"
    return _receipt(headline, change, names, turn, changed=changed)


def _start(turn: Turn, count: int) -> int:
    """The first line of the page; 0 for a page that is not there."""
    start = turn.fields.get(START, "")
    is_page = start.isdecimal() and len(start) < _DIGITS and int(start) < count
    return int(start) if is_page else 0


def _form(turn: Turn, desk: Desk, people: Sequence[Person], *, errors: dict[str, str]) -> Reply:
    bodies = [each for each in desk.record.bodies if may_grant(turn.actor, each.code)]
    form = grant_form(
        bodies,
        _names(people),
        turn.language,
        every_body=may_grant(turn.actor, None),
        typed=turn.fields,
        errors=errors,
    )
    return Reply.showing(form, turn.language, private=True)


def _receipt(key: str, change: RoleChange, names: Names, turn: Turn, *, changed: bool) -> Reply:
    about = named(change, names, turn.language)
    headline = say(turn.language, key, **about)
    is_told = changed and change.object_id != turn.actor.object_id
    more = [say(turn.language, "role-told")] if is_told else []
    return Reply.showing(receipt_card(headline, more, turn.language), turn.language, private=True)


def _refused(refusal: GoalsError, people: Sequence[Person], turn: Turn) -> Reply:
    """The refusal; with who can help, where it is for want of a role."""
    admins = [
        each.name
        for each in people
        if each.name and any(grant.role is Role.ADMIN for grant in each.grants)
    ]
    more = []
    if admins and not _is_admin(turn):
        more.append(say(turn.language, "roles-admins", names=", ".join(sorted(admins))))
    return refuse(refusal, turn.language, *more)


def _is_admin(turn: Turn) -> bool:
    return any(grant.role is Role.ADMIN for grant in turn.actor.grants)


def _names(people: Sequence[Person]) -> Names:
    return {each.object_id: each.name for each in people if each.name}
