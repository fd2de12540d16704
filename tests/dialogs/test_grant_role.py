"""The cards of giving and taking roles."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import Any

import pytest

from dialogs import registry
from dialogs.cards.roles_card import (
    GRANT_ROLE,
    MOST_SHOWN,
    OPEN_GRANT,
    OPEN_REVOKE,
    SHOW_ROLES,
    read_held,
)
from dialogs.desk import Desk
from dialogs.turn import Reply, Turn
from dialogs.understanding.vocabulary import shipped
from goals.actor import Actor, Grant, Role
from tests.builders import plan, record
from tests.card_checks import check
from tests.conftest import DrawCard
from tests.fakes import FakeMemory

ADMIN = Actor("tenant", "admin", frozenset({Grant(Role.ADMIN)}))
SECRETARY = Actor("tenant", "kansli", frozenset({Grant(Role.SECRETARY, "KS")}))


def answer(
    verb: str | None = None,
    *,
    actor: Actor = ADMIN,
    text: str = "",
    holders: int = 1,
    **fields: str,
) -> Reply:
    """The reply to what was typed or pressed, where so many have a role in KS."""
    memory = FakeMemory("tenant")
    grants = frozenset({Grant(Role.OFFICIAL, "KS")})
    memory.roles["tenant"] = {f"id-{number:03}": grants for number in range(holders)}
    memory.names = {"id-000": "Planerare *A*", "admin": "It"}
    known = record(plans=[plan(2025, ["Utveckla kollektivtrafiken"])])
    turn = Turn(actor, datetime(2026, 3, 1, tzinfo=UTC), text, verb, fields, locale="sv-SE")
    reply = asyncio.run(registry.answer(turn, Desk(known, shipped(), memory)))
    assert check(reply.card) == []
    assert reply.text == reply.card["fallbackText"]
    return reply


def inputs(reply: Reply) -> dict[str, Any]:
    """The card's inputs by name."""
    return {each["id"]: each for each in reply.card["body"] if "id" in each}


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Ge behörighet", "person"),
        ("grant a role", "person"),
        ("vilka har behörighet?", "held"),
        ("Who has which role?", "held"),
    ],
)
def test_a_phrase_opens_the_form_or_the_list_for_that_person_alone(typed: str, name: str) -> None:
    reply = answer(text=typed)
    assert name in inputs(reply)
    assert reply.private


def test_a_question_that_merely_has_the_words_is_a_question() -> None:
    turn = Turn(ADMIN, datetime.now(UTC), "har vi mål om att ge behörighet till lärare?")
    assert registry.routed(turn, record()) is turn


def test_a_long_list_is_shown_page_by_page() -> None:
    first = answer(SHOW_ROLES, holders=MOST_SHOWN + 3)
    assert f"1–{MOST_SHOWN} av {MOST_SHOWN + 3}" in first.text
    assert len(inputs(first)["held"]["choices"]) == MOST_SHOWN
    more = first.card["actions"][-1]
    last = answer(more["verb"], holders=MOST_SHOWN + 3, **more["data"])
    assert last.text.count("\n– ") == 3
    assert [each["verb"] for each in last.card["actions"]] == [OPEN_REVOKE, OPEN_GRANT]


@pytest.mark.parametrize("start", ["-1", "9999999", "9" * 5000, "x", "²", ""])
def test_a_page_that_is_not_there_is_the_first(start: str) -> None:
    assert "Planerare" in answer(SHOW_ROLES, start=start).text


def test_a_secretary_sees_who_may_but_changes_nothing() -> None:
    shown = answer(SHOW_ROLES, actor=SECRETARY)
    assert "Planerare" in shown.text
    assert "actions" not in shown.card
    refused = answer(OPEN_GRANT, actor=SECRETARY)
    assert not refused.private
    assert "Det är administratörer" in refused.text


def test_only_bodies_that_one_looks_after_can_be_chosen() -> None:
    of_ks = Actor("tenant", "x", frozenset({Grant(Role.ADMIN, "KS")}))
    field = inputs(answer(OPEN_GRANT, actor=of_ks))["body"]
    assert [each["value"] for each in field["choices"]] == ["KS"]
    assert field["value"] == "KS"


def test_names_are_shown_as_they_are_and_who_has_none_by_their_id() -> None:
    shown = answer(SHOW_ROLES, holders=2)
    assert "Planerare *A* – behörig tjänsteperson i KS" in shown.text
    assert "Person id-001 – " in shown.text
    asked = answer(OPEN_REVOKE, held="official KS id-000")
    assert "Planerare \\*A\\*" in asked.card["body"][0]["text"]


@pytest.mark.parametrize("held", ["", "official", "king KS id", "official KS a b"])
def test_what_no_list_offered_leads_back_to_the_list(held: str) -> None:
    assert read_held(held) is None
    assert "held" in inputs(answer(OPEN_REVOKE, held=held))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_cards_are_drawn_as_they_are_meant(draw_card: DrawCard, theme: Any) -> None:
    for reply, seen in (
        (answer(GRANT_ROLE, role="officer"), "Välj en person."),
        (answer(SHOW_ROLES), "Planerare *A* – behörig tjänsteperson i KS"),
        (answer(OPEN_REVOKE, held="official KS id-000"), "Planerare *A*"),
    ):
        drawn = draw_card(reply.card, theme=theme, width=360)
        assert drawn.errors == ()
        assert seen in drawn.text
