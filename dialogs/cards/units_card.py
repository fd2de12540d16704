"""The cards of where units are reached."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dialogs.answer import Act
from dialogs.cards.elements import (
    card,
    choice_input,
    error_line,
    execute_button,
    heading,
    numbered_line,
    paragraph,
    shortened,
    text_input,
)
from dialogs.cards.meeting_card import step_buttons
from dialogs.texts import say
from goals.reaching import LONGEST_EMAIL, SHOW_UNITS
from goals.unit import Unit, UnitAddress

REGISTER_UNIT = "register-unit"
CONFIRM_ADDRESS = "confirm-address"
REMOVE_ADDRESS = "remove-address"
FIRST_ADDRESS = "put-address-first"
OPEN_EMAIL = "open-unit-email"
SAVE_EMAIL = "save-unit-email"
ADDRESS = "address"
UNIT = "unit"
EMAIL = "email"
START = "start"
MOST_SHOWN = 25


def units_card(
    units: Sequence[Unit], language: str, *, start: int, is_admin: bool, news: Sequence[str] = ()
) -> dict[str, Any]:
    """Every unit with its addresses, from the unit at `start`; an administrator changes them."""
    page = units[start : start + MOST_SHOWN]
    headline = say(language, "units-heading")
    said = [*news, say(language, "units-none" if not units else "units-explained")]
    lines = [_unit_line(each, language) for each in page]
    choices = [
        (shortened(_choice(each, language)), each.id) for unit in page for each in unit.addresses
    ]
    body = [heading(headline), *map(paragraph, said)]
    body += [numbered_line("–", line) for line in lines]
    acts: list[Act] = []
    data = {"language": language}
    if is_admin and choices:
        label = say(language, "field-address")
        body.append(choice_input(ADDRESS, label, choices, placeholder=label))
        for title, verb in (
            ("button-confirm-address", CONFIRM_ADDRESS),
            ("button-first-address", FIRST_ADDRESS),
            ("button-remove-address", REMOVE_ADDRESS),
        ):
            acts.append(Act(say(language, title), verb, data))
    buttons = step_buttons(acts)
    if is_admin:
        title = say(language, "button-open-email")
        buttons.append(execute_button(title, OPEN_EMAIL, data, sends_inputs=False))
    if start + len(page) < len(units):
        title = say(language, "button-more", count=len(units) - start - len(page))
        more = {**data, START: str(start + MOST_SHOWN)}
        buttons.append(execute_button(title, SHOW_UNITS, more, sends_inputs=False))
    text = "\n".join((headline, *said, *(f"– {line}" for line in lines)))
    return card(body, buttons=buttons, language=language, fallback=text)


def email_form(
    units: Sequence[Unit], language: str, *, unit: str, email: str, wrong: str = ""
) -> dict[str, Any]:
    """By which e-mail address is a unit reached?"""
    headline = say(language, "unit-email-heading")
    said = say(language, "unit-email-explained")
    fields = [
        choice_input(
            UNIT,
            say(language, "field-unit"),
            [(each.name, each.name) for each in units if "," not in each.name],
            value=unit,
            placeholder=say(language, "field-unit"),
            error=say(language, "error-unit-missing"),
        ),
        text_input(
            EMAIL,
            say(language, "field-email"),
            value=email,
            placeholder=say(language, "field-email-hint"),
            longest=LONGEST_EMAIL,
            error=say(language, "error-email-unreadable"),
        ),
    ]
    body = [heading(headline), paragraph(said), *fields]
    body += [error_line(wrong)] if wrong else []
    data = {"language": language}
    buttons = [
        execute_button(say(language, "button-save-email"), SAVE_EMAIL, data, style="positive"),
        execute_button(say(language, "button-back"), SHOW_UNITS, data, sends_inputs=False),
    ]
    labels = [f"{each['label']}:" for each in fields]
    text = "\n".join(each for each in (headline, said, *labels, wrong) if each)
    return card(body, buttons=buttons, language=language, fallback=text)


def _unit_line(unit: Unit, language: str) -> str:
    if not unit.addresses:
        return say(language, "unit-line-none", unit=unit.name)
    addresses = "; ".join(_address_line(each, language) for each in unit.addresses)
    return say(language, "unit-line", unit=unit.name, addresses=addresses)


def _choice(each: UnitAddress, language: str) -> str:
    return say(language, "unit-line", unit=each.unit, addresses=_address_line(each, language))


def _address_line(each: UnitAddress, language: str) -> str:
    address = say(language, f"address-{each.kind.value}", label=each.label)
    return say(language, f"address-state-{each.state.value}", address=address)
