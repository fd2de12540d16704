"""What is one's own business is answered where nobody else reads it."""

from __future__ import annotations

import pytest

from dialogs import registry
from dialogs.cards.matter_card import CHANGE_MATTER, OPEN_MATTER, SAVE_MATTER
from dialogs.cards.proposal_card import SHOW_PROPOSAL
from dialogs.turn import Place
from goals.actor import Actor
from tests.dialogs.proposals import OFFICER, OFFICIAL, SECRETARY, STAFF, Talk

OWN = [
    verb
    for verb in registry.VERBS
    if any(word in verb for word in ("propos", "draft", "completion", "prepare"))
]
ELSEWHERE = [Place.CHANNEL, Place.GROUP]


@pytest.mark.parametrize("verb", [*OWN, OPEN_MATTER, CHANGE_MATTER, SAVE_MATTER])
@pytest.mark.parametrize("actor", [OFFICIAL, OFFICER, STAFF])
def test_every_answer_of_a_proposal_and_every_refusal_is_for_one_person(
    verb: str, actor: Actor
) -> None:
    for fields in ({}, {"body": "KS", "year": "2025", "draft": "d", "proposal": "x"}):
        assert Talk().turn(verb, actor=actor, **fields).private


def test_these_are_all_that_is_about_proposals() -> None:
    assert len(OWN) > 15
    assert SHOW_PROPOSAL in OWN


@pytest.mark.parametrize("place", ELSEWHERE)
@pytest.mark.parametrize(
    "typed",
    [
        "jag vill ändra delmål 2",
        "föreslå ändring",
        "föreslå nytt delmål",
        "mina förslag",
        "my proposals",
        "F-KS-2025-001",
        "öppna ärende KS 2027",
    ],
)
@pytest.mark.parametrize("actor", [OFFICIAL, SECRETARY, STAFF])
def test_words_that_ask_for_it_are_answered_there_too(
    place: Place, typed: str, actor: Actor
) -> None:
    assert Talk().say(typed, actor=actor, place=place).private


@pytest.mark.parametrize("place", ELSEWHERE)
@pytest.mark.parametrize(
    "typed", ["vilka är KS delmål?", "hur föreslår man en ändring?", "förslag KS 2025", "hej"]
)
def test_what_everybody_may_know_is_answered_where_it_was_asked(place: Place, typed: str) -> None:
    assert not Talk().say(typed, actor=OFFICIAL, place=place).private


@pytest.mark.parametrize("place", ELSEWHERE)
def test_a_matter_that_everybody_sees_has_no_buttons_of_those_who_may_change_it(
    place: Place,
) -> None:
    talk = Talk()
    for typed in ("ärende KS 2025", "ärende KS 2030"):
        assert talk.say(typed, actor=SECRETARY).card["actions"]
        shown = talk.say(typed, actor=SECRETARY, place=place)
        assert not shown.private
        assert "actions" not in shown.card


def test_who_may_change_the_matter_gets_its_buttons_where_it_goes_on_alone() -> None:
    shown = Talk().say("öppna ärende KS 2025", actor=SECRETARY, place=Place.CHANNEL)
    assert shown.private
    assert [each["title"] for each in shown.card["actions"]] == ["Ändra ärendet", "Förslag"]
