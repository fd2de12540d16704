"""The cards of giving and taking roles: the form, who has which, and the question before taking."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dialogs.cards.elements import (
    card,
    choice_input,
    error_line,
    execute_button,
    heading,
    numbered_line,
    paragraph,
    person_input,
    subheading,
)
from dialogs.texts import say
from goals.actor import Grant, Role
from goals.goal import Body
from goals.granting import EVERY_BODY, RoleChange

OPEN_GRANT = "open-grant"
GRANT_ROLE = "grant-role"
SHOW_ROLES = "show-roles"
OPEN_REVOKE = "open-revoke"
REVOKE_ROLE = "revoke-role"
PERSON = "person"
ROLE = "role"
BODY = "body"
HELD = "held"
"""The ids of the forms' inputs; the last holds a person, a role and a body in one."""
START = "start"
MOST_SHOWN = 40
MOST_KNOWN = 100

Names = Mapping[str, str]
"""Object id → name, of those who have written to the bot."""


def grant_form(
    bodies: Sequence[Body],
    names: Names,
    language: str,
    *,
    every_body: bool,
    typed: Mapping[str, str],
    errors: Mapping[str, str],
) -> dict[str, Any]:
    """Who is to have which role where? `typed` and `errors` (by input) are of the attempt before.

    `every_body`: whether all bodies at once can be chosen.
    """
    headline = say(language, "grant-heading")
    explained = say(language, "grant-explained")
    people = sorted((name, object_id) for object_id, name in names.items())[:MOST_KNOWN]
    scopes = [(f"{body.code} – {body.name}", body.code) for body in bodies]
    if every_body:
        scopes.append((say(language, "role-every-body"), EVERY_BODY))
    only = scopes[0][1] if len(scopes) == 1 else ""
    fields = {
        PERSON: person_input(
            PERSON,
            say(language, "grant-person"),
            people,
            value=typed.get(PERSON, ""),
            placeholder=say(language, "grant-person-search"),
            error=say(language, "error-person-missing"),
        ),
        ROLE: choice_input(
            ROLE,
            say(language, "grant-role"),
            [(say(language, "role-title", role=role.value), role.value) for role in Role],
            value=typed.get(ROLE, Role.OFFICIAL.value),
            error=say(language, "error-role-missing"),
            is_open=True,
        ),
        BODY: choice_input(
            BODY,
            say(language, "grant-body"),
            scopes,
            value=typed.get(BODY, only),
            placeholder=say(language, "error-body-not-chosen"),
            error=say(language, "error-body-not-chosen"),
        ),
    }
    body = [heading(headline), paragraph(explained)]
    for name, field in fields.items():
        body += [field, *([error_line(errors[name])] if name in errors else [])]
    labels = [f"{field['label']}:" for field in fields.values()]
    return card(
        body,
        buttons=[
            execute_button(say(language, "button-grant"), GRANT_ROLE, {"language": language}),
            _cancel(language),
        ],
        language=language,
        fallback="\n".join((headline, explained, *errors.values(), *labels)),
    )


def roles_card(
    shown: Sequence[RoleChange],
    removable: Sequence[RoleChange],
    names: Names,
    language: str,
    *,
    start: int,
    may_grant: bool,
) -> dict[str, Any]:
    """Who has which role, from line `start`; those that this person may take can be chosen."""
    page = shown[start : start + MOST_SHOWN]
    headline = say(language, "roles-found" if shown else "roles-none")
    lines = [role_line(each, names, language) for each in page]
    counted = (
        [say(language, "roles-more", first=start + 1, last=start + len(page), count=len(shown))]
        if len(page) < len(shown)
        else []
    )
    body = [heading(headline), *map(paragraph, counted)]
    body += [numbered_line("–", line) for line in lines]
    buttons = []
    choices = [(role_line(each, names, language), held(each)) for each in page if each in removable]
    if choices:
        body.append(subheading(say(language, "roles-remove")))
        label = say(language, "roles-remove-choose")
        body.append(choice_input(HELD, label, choices, placeholder=label, error=label))
        buttons.append(
            execute_button(say(language, "button-revoke"), OPEN_REVOKE, {"language": language})
        )
    if may_grant:
        buttons.append(
            execute_button(
                say(language, "button-grant"),
                OPEN_GRANT,
                {"language": language},
                sends_inputs=False,
            )
        )
    if start + len(page) < len(shown):
        data = {"language": language, START: str(start + MOST_SHOWN)}
        buttons.append(
            execute_button(say(language, "roles-next"), SHOW_ROLES, data, sends_inputs=False)
        )
    text = "\n".join((headline, *counted, *(f"– {line}" for line in lines)))
    return card(body, buttons=buttons, language=language, fallback=text)


def revoke_card(change: RoleChange, names: Names, language: str) -> dict[str, Any]:
    """Is it really to be taken?"""
    headline = say(language, "revoke-heading", **named(change, names, language))
    explained = say(language, "revoke-explained")
    data = {HELD: held(change), "language": language}
    return card(
        [heading(headline), paragraph(explained)],
        buttons=[
            execute_button(say(language, "button-revoke"), REVOKE_ROLE, data),
            _cancel(language),
        ],
        language=language,
        fallback=f"{headline}\n{explained}",
    )


def receipt_card(headline: str, more: Sequence[str], language: str) -> dict[str, Any]:
    """What was done."""
    return card(
        [heading(headline), *map(paragraph, more)],
        buttons=[
            execute_button(say(language, "roles-found"), SHOW_ROLES, {"language": language}),
            execute_button(say(language, "button-grant"), OPEN_GRANT, {"language": language}),
        ],
        language=language,
        fallback="\n".join((headline, *more)),
    )


def role_line(change: RoleChange, names: Names, language: str) -> str:
    """One role of one person, in words."""
    return say(language, "role-line", **named(change, names, language))


def named(change: RoleChange, names: Names, language: str) -> dict[str, str]:
    """The arguments of a sentence about a person's role."""
    unnamed = say(language, "person-unnamed", id=change.object_id)
    return {
        "person": names.get(change.object_id, unnamed),
        "role": change.grant.role.value,
        "scope": change.grant.body or EVERY_BODY,
    }


def held(change: RoleChange) -> str:
    """A person's role as the value of a choice: "secretary KS id"."""
    return f"{change.grant.role} {change.grant.body or EVERY_BODY} {change.object_id}"


def read_held(text: str) -> RoleChange | None:
    """What `held` wrote; None for anything else."""
    try:
        role, body, object_id = text.split(" ")
        return RoleChange(object_id, Grant(Role(role), None if body == EVERY_BODY else body))
    except ValueError:
        return None


def _cancel(language: str) -> dict[str, Any]:
    return execute_button(
        say(language, "button-cancel"), SHOW_ROLES, {"language": language}, sends_inputs=False
    )
