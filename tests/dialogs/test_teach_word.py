"""The secretary sees the words that waited for an answer, and says what they mean."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import Any

import pytest

from dialogs import registry
from dialogs.cards.teach_word_card import SAVE_WORD, SHOW_GAPS, TEACH_WORD
from dialogs.desk import Desk
from dialogs.texts import LANGUAGES, say
from dialogs.turn import Reply, Turn
from dialogs.understanding.vocabulary import shipped
from goals.actor import Actor, Grant, Role
from goals.words import FrequentGap, TaughtWord
from tests.builders import plan, record
from tests.card_checks import check
from tests.conftest import DrawCard
from tests.fakes import FakeMemory

SECRETARY = Actor("tenant", "anna", frozenset({Grant(Role.SECRETARY, "KS")}))
STAFF = Actor("tenant", "bo")
WORD = FrequentGap("kvarnolin", 4)


def answer(
    verb: str | None = None,
    *gaps: FrequentGap,
    actor: Actor = SECRETARY,
    text: str = "",
    words: tuple[TaughtWord, ...] = (),
    taught: list[TaughtWord] | None = None,
    **fields: str,
) -> Reply:
    """The reply to what was typed or pressed; what it teaches is added to `taught`."""
    known = record(plans=[plan(2025, ["Utveckla kollektivtrafiken", "Främja bostadsbyggandet"])])
    known = type(known)(known.tenant, 1, known.bodies, plans=known.plans, words=words)
    now = datetime(2025, 3, 1, 12, tzinfo=UTC)
    turn = Turn(actor, now, text, verb, fields, locale="sv-SE")
    memory = FakeMemory("tenant")
    memory.gaps = gaps
    reply = asyncio.run(registry.answer(turn, Desk(known, shipped(), memory)))
    if taught is not None:
        taught += asyncio.run(memory.record("tenant")).words
    assert check(reply.card) == []
    assert reply.text == reply.card["fallbackText"]
    return reply


def field_of(reply: Reply) -> Any:
    """The form's one input."""
    (field,) = [each for each in reply.card["body"] if each["type"] == "Input.Text"]
    return field


@pytest.mark.parametrize(
    ("typed", "language"),
    [
        ("frågor utan svar", "sv"),
        ("Fragor utan svar?", "sv"),
        ("  VISA FRÅGOR UTAN SVAR  ", "sv"),
        ("unanswered questions", "en"),
    ],
)
def test_a_phrase_shows_the_words_with_their_people(typed: str, language: str) -> None:
    reply = answer(None, WORD, text=typed)
    assert "kvarnolin (4 " in reply.text
    assert reply.language == language
    assert reply.card["actions"][0]["verb"] == TEACH_WORD


def test_every_text_that_a_button_asks_with_is_a_phrase() -> None:
    for language in LANGUAGES:
        turn = Turn(SECRETARY, datetime.now(UTC), say(language, "ask-gaps"))
        assert registry.routed(turn, record()).verb == SHOW_GAPS
        pressed = Turn(
            SECRETARY, turn.now, verb="ask", fields={"question": say(language, "ask-gaps")}
        )
        assert registry.routed(pressed, record()).fields == {"language": language}


def test_a_question_that_merely_has_the_words_is_a_question() -> None:
    turn = Turn(SECRETARY, datetime.now(UTC), "har vi mål om frågor utan svar?")
    assert registry.routed(turn, record()) is turn


def test_when_nothing_waits_it_says_when_something_would() -> None:
    reply = answer(SHOW_GAPS)
    assert "minst tre personer" in reply.text
    assert "actions" not in reply.card


def test_a_word_that_was_taught_since_waits_no_longer_in_any_form() -> None:
    gaps = (FrequentGap("kvarnolinen", 3), FrequentGap("flupp", 3))
    reply = answer(SHOW_GAPS, *gaps, words=(TaughtWord("kvarnolin", "buss"),))
    assert "kvarnolin" not in reply.text
    assert "flupp" in reply.text


def test_a_long_list_shows_the_most_common_and_buttons_for_the_first_few() -> None:
    gaps = tuple(FrequentGap("å" * 39 + chr(97 + number), 3) for number in range(25))
    reply = answer(SHOW_GAPS, *gaps)
    assert reply.text.count("\n– ") == 20
    assert "de 20 vanligaste" in reply.text
    assert len(reply.card["actions"]) == 5


def test_the_form_asks_what_the_word_means() -> None:
    reply = answer(TEACH_WORD, word="kvarnolin", language="en")
    assert field_of(reply)["label"] == "Means"
    assert field_of(reply)["errorMessage"]
    save, cancel = reply.card["actions"]
    assert save["verb"] == SAVE_WORD
    assert save["data"] == {"word": "kvarnolin", "language": "en"}
    assert (cancel["verb"], cancel["associatedInputs"]) == (SHOW_GAPS, "none")


@pytest.mark.parametrize(
    ("means", "error"),
    [
        ("", "Skriv ett ord."),
        ("   ", "Skriv ett ord."),
        ("x" * 61, "högst 60 tecken"),
        ("2025", "med bokstäver"),
        ("Kvarnolin", "ett annat ord än kvarnolin"),
    ],
)
def test_what_cannot_be_kept_stands_beside_the_field_and_nothing_typed_is_lost(
    means: str, error: str
) -> None:
    taught: list[TaughtWord] = []
    reply = answer(SAVE_WORD, word="kvarnolin", means=means, taught=taught)
    assert error in reply.text
    assert field_of(reply)["value"] == means[:60]
    place = reply.card["body"].index(field_of(reply))
    assert error in reply.card["body"][place + 1]["text"]
    assert taught == []


def test_the_receipt_says_what_the_word_finds_from_now_on() -> None:
    taught: list[TaughtWord] = []
    reply = answer(SAVE_WORD, word="kvarnolin", means=" Buss ", taught=taught)
    assert taught == [TaughtWord("kvarnolin", "buss")]
    assert reply.text.splitlines()[0].startswith("Ordet kvarnolin är sparat.")
    assert "1. Utveckla kollektivtrafiken" in reply.text
    assert "bostad" not in reply.text


def test_the_receipt_is_honest_when_the_word_finds_nothing() -> None:
    for word, means in (("kvarnolin", "fluppen"), ("delmål", "buss")):
        taught: list[TaughtWord] = []
        reply = answer(SAVE_WORD, word=word, means=means, taught=taught)
        assert taught == [TaughtWord(word, means)]
        assert "ännu inte" in reply.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_found_nothing_can_be_written_again_at_once(language: str) -> None:
    receipt = answer(SAVE_WORD, word="kvarnolin", means="fluppen", language=language)
    question = receipt.card["actions"][0]["data"]["question"]
    form = answer("ask", question=question)
    assert form.card["actions"][0]["verb"] == SAVE_WORD
    assert "kvarnolin" in form.text
    assert field_of(form)["value"] == "fluppen"


@pytest.mark.parametrize("verb", [SHOW_GAPS, TEACH_WORD, SAVE_WORD])
def test_others_are_told_who_can_help(verb: str) -> None:
    admin = Actor("tenant", "it", frozenset({Grant(Role.ADMIN)}))
    taught: list[TaughtWord] = []
    for actor in (STAFF, admin):
        reply = answer(verb, WORD, actor=actor, taught=taught, word="kvarnolin", means="buss")
        assert "Vänd dig till er nämndsekreterare" in reply.text
        assert "kvarnolin" not in reply.text
    assert taught == []


@pytest.mark.parametrize("word", ["", "123", "x" * 61])
def test_a_forged_word_is_refused(word: str) -> None:
    taught: list[TaughtWord] = []
    for verb in (TEACH_WORD, SAVE_WORD):
        reply = answer(verb, taught=taught, word=word, means="buss")
        assert "actions" not in reply.card
    assert taught == []


def test_markdown_in_a_word_is_shown_and_not_obeyed() -> None:
    reply = answer(TEACH_WORD, word="**[mål](http://x.invalid)**")
    assert "\\*\\*\\[mål" in reply.card["body"][0]["text"]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_cards_are_drawn_as_they_are_meant(draw_card: DrawCard, theme: Any) -> None:
    for reply, seen in (
        (answer(SHOW_GAPS, WORD), "kvarnolin (4 personer)"),
        (answer(SAVE_WORD, word="kvarnolin", means="2025"), "med bokstäver"),
    ):
        drawn = draw_card(reply.card, theme=theme, width=360)
        assert drawn.errors == ()
        assert seen in drawn.text


@pytest.mark.parametrize(
    ("typed", "means"),
    [
        ("lägg till ordet kvarnolin", ""),
        ("Lägg till ord: kvarnolin", ""),
        ("lägg till ordet kvarnolin som betyder kollektivtrafik", "kollektivtrafik"),
        ("lär dig att kvarnolin betyder kollektivtrafik", "kollektivtrafik"),
        ("add the word kvarnolin", ""),
        ("learn that kvarnolin means kollektivtrafik", "kollektivtrafik"),
    ],
)
def test_a_word_may_be_typed_at_once(typed: str, means: str) -> None:
    reply = answer(text=typed)
    assert "kvarnolin" in reply.text
    assert field_of(reply).get("value", "") == means


def test_without_a_word_those_that_wait_are_shown() -> None:
    assert "kvarnolin (4 " in answer(None, WORD, text="lägg till ord").text


def test_what_staff_type_of_words_teaches_nothing() -> None:
    taught: list[TaughtWord] = []
    answer(text="lär dig att buss betyder kollektivtrafik", actor=STAFF, taught=taught)
    assert taught == []
