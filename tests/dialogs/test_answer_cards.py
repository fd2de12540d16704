"""Every kind of answer as a card: Microsoft's schema and renderer find nothing wrong with it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogs.answer import Quotes
from dialogs.cards.answer_card import answer_card
from dialogs.understanding.question import Intent
from tests.card_checks import check
from tests.conftest import DrawCard
from tests.dialogs.records import ask

QUESTIONS = (
    "vilka är KS delmål 2025?",
    "what are KS goals?",
    "mål och delmål 2024",
    "delmål 3",
    "mål 9",
    "har vi nåt om bussarna?",
    "dialog",
    "snöröjning",
    "vad ändrades mellan 2024 och 2025?",
    "historik för delmål 6",
    "är det beslutat?",
    "vilka ska få beslutet?",
    "vem är handläggare?",
    "jag vill ändra delmål 6",
    "vilka förslag finns?",
    "mina förslag",
    "vad betyder återremiss?",
    "hjälp",
    "hej",
    "tack",
    "",
    "vilka är BUN:s mål?",
)


def test_these_questions_are_of_every_kind() -> None:
    assert {ask(question).intent for question in QUESTIONS} == set(Intent)


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_card_of_every_kind_of_answer_is_sound(question: str) -> None:
    for locale in ("sv-SE", "en-GB"):
        answer = ask(question, locale=locale)
        card = answer_card(answer)
        assert check(card) == []
        assert card["fallbackText"] == answer.text
        assert len(card.get("actions", ())) <= 3


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_is_drawn_shows_each_wording_word_for_word(question: str, draw_card: DrawCard) -> None:
    answer = ask(question)
    card = answer_card(answer)
    for drawn in (draw_card(card), draw_card(card, theme="dark", width=320)):
        assert not drawn.errors
        shown = " ".join(drawn.text.split())
        for item in answer.quoted:
            assert " ".join(item.text.split()) in shown


def test_what_looks_like_markdown_in_a_wording_is_shown_as_it_is(draw_card: DrawCard) -> None:
    answer = ask("delmål 3")
    (quotes,) = [block for block in answer.blocks if isinstance(block, Quotes)]
    odd = "1. *Främja* [allt](http://example.invalid) - <b>_nu_</b> & då"
    changed = replace(quotes, items=(replace(quotes.items[0], text=odd),))
    drawn = draw_card(answer_card(replace(answer, blocks=(changed,))))
    assert odd in " ".join(drawn.text.split())


@pytest.mark.parametrize("locale", ["sv-SE", "en-GB"])
def test_wordings_to_choose_among_stand_whole_each_above_a_short_button(
    locale: str, draw_card: DrawCard
) -> None:
    answer = ask("dialog", locale=locale)
    assert len(answer.suggested) > 1
    card = answer_card(answer)
    buttons = [each for part in card["body"] for each in part.get("actions", ())]
    assert [each["title"] for each in buttons] == [choice.title for choice in answer.choices]
    assert all(len(each["title"]) < 30 and "…" not in each["title"] for each in buttons)
    shown = " ".join(draw_card(card, width=320).text.split())
    for item, button in zip(answer.suggested, buttons, strict=True):
        assert f"{item.text} {button['title']}" in shown
