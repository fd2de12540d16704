"""Help names what this person may do here, and what it names can be typed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogs import registry
from dialogs.turn import Place
from goals.actor import Actor, Grant, Role
from tests.dialogs.proposals import TENANT, Talk

PARTS = {
    Role.OFFICIAL: ("Föreslå en ändring", "Se dina utkast och förslag", "Se alla förslag"),
    Role.SECRETARY: (
        "Se alla förslag",
        "Öppna eller ändra ett ärende",
        "Registrera möten",
        "Hämta handlingar",
        "Se vilka som har fått beslutet",
    ),
    Role.ADMIN: ("Ge och ta bort behörighet", "Se vart enheterna får", "Se hur boten mår"),
}
HEADING = "Du kan också:"


def having(*roles: Role) -> Actor:
    """Somebody with these roles."""
    return Actor(TENANT, "anna", frozenset(Grant(role) for role in roles))


def lines(text: str) -> list[str]:
    """What this person is told that they can do besides asking."""
    _, _, after = text.partition(f"{HEADING}\n")
    return [line.removeprefix("– ") for line in after.partition("\n\n")[0].splitlines()]


def test_who_has_no_role_is_told_what_to_ask_and_nothing_else() -> None:
    assert HEADING not in Talk().say("hjälp", actor=having()).text


@pytest.mark.parametrize("role", PARTS)
def test_whoever_has_a_role_is_told_what_it_is_for(role: Role) -> None:
    told = lines(Talk().say("hjälp", actor=having(role)).text)
    for part in PARTS[role]:
        assert any(line.startswith(part) for line in told)


@pytest.mark.parametrize("place", [Place.CHANNEL, Place.GROUP])
def test_what_only_some_may_do_is_not_named_where_others_read_it(place: Place) -> None:
    talk, anybody = Talk(), having(*Role)
    assert HEADING in talk.say("", verb=registry.WELCOME, actor=anybody).text
    assert HEADING not in talk.say("", verb=registry.WELCOME, actor=anybody, place=place).text
    assert HEADING not in talk.say("hjälp", actor=anybody, place=place).text


@pytest.mark.parametrize(("typed", "language"), [("hjälp", "sv"), ("help", "en")])
def test_what_it_names_leads_there(typed: str, language: str) -> None:
    talk = Talk()
    anybody = replace(having(*Role), language=language)
    text = talk.say(typed, actor=anybody).text.replace("You can also:", HEADING)
    told = lines(text)
    assert len(told) == 13
    for line in told:
        reply = talk.say(line.partition(": ")[2], actor=anybody)
        assert reply.context is None, line  # a question would be answered with a context
