"""Where the record has nothing, the answer shows what it has, and how one gets there."""

from __future__ import annotations

import pytest

from dialogs.answer import Answer
from dialogs.answer_question import answer_text
from dialogs.understanding.vocabulary import shipped
from goals.actor import Actor
from goals.record import Record
from tests.builders import body, goal_set, plan, record
from tests.dialogs.records import TODAY, ask


def of_two_bodies(text: str) -> Answer:
    """What is answered where KS has goals and BUN has a list of sub-goals only."""
    known: Record = record(
        bodies=(body("BUN", "Barn- och utbildningsnämnden"), body()),
        goal_sets=(goal_set(["God folkhälsa"]),),
        plans=(plan(2025, ["Fler behöriga lärare"], of="BUN"),),
    )
    return answer_text(
        text,
        known,
        actor=Actor("tenant", "person"),
        today=TODAY,
        vocabulary=shipped(),
        waiting={},
    )


def questions(answer: Answer) -> list[str]:
    """What the buttons of an answer ask."""
    return [choice.question for choice in answer.choices]


@pytest.mark.parametrize(
    ("question", "headline", "year"),
    [
        ("vem får beslutet om KS delmål 2024?", "inga mottagare för KS 2024", "för 2025"),
        ("vem är handläggare för KS 2024?", "ingen handläggare för KS 2024", "för 2025"),
        ("who is the officer in charge of KS 2024?", "no officer in charge", "for 2025"),
    ],
)
def test_who_asks_for_a_year_without_is_led_to_the_year_that_has_it(
    question: str, headline: str, year: str
) -> None:
    answer = ask(question)
    assert headline in answer.headline
    assert year in answer.text
    (onward,) = questions(answer)
    led_to = ask(onward)
    assert led_to.year == 2025
    assert led_to.intent == answer.intent
    assert "Annika" in led_to.text or "Kanslienhet" in led_to.text


def test_years_that_cannot_be_compared_leave_a_way_to_the_list_there_is() -> None:
    answer = ask("vad ändrades mellan 2024 och 2025?")
    assert "Det går inte att jämföra" in answer.headline
    assert ask(questions(answer)[0]).quoted


def test_a_body_without_goals_shows_what_it_has_and_says_no_dash_for_what_it_has_not() -> None:
    answer = of_two_bodies("vilka är BUN:s mål?")
    assert "Registret har inga mål för BUN" in answer.headline
    assert "Registret har BUN delmål för 2025." in answer.text
    assert "–" not in answer.text
    assert [of_two_bodies(each).body for each in questions(answer)] == ["BUN", "KS"]


def test_a_body_without_sub_goals_says_which_goals_it_has() -> None:
    assert "Registret har KS mål för 2024–2026." in of_two_bodies("KS delmål 2019").text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("vilka är socialnämndens mål?", "Socialnämnden finns inte i registret."),
        ("miljö- och byggnadsnämndens delmål", "Miljö- och byggnadsnämnden finns inte"),
        ("kommunfullmäktiges mål", "Kommunfullmäktige finns inte i registret."),
        ("vad har BUN:s för mål?", "BUN finns inte i registret."),
        ("SBN delmål", "SBN finns inte i registret."),
        ("what are the social committee's goals?", "Social committee is not in the record."),
    ],
)
def test_a_body_that_is_not_there_is_called_by_its_name(question: str, said: str) -> None:
    assert said in ask(question).headline


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("du är dum", "Det var tråkigt"),
        ("dålig bot", "Det var tråkigt"),
        ("you stupid bot", "I am sorry"),
        ("nej", "Det var tråkigt"),
        ("are you a robot?", "I am a bot"),
        ("vem är du?", "Jag är en bot"),
        ("du är bra", "Tack själv"),
        ("inte dålig bot", "Tack själv"),
    ],
)
def test_who_is_not_content_or_asks_who_it_is_is_not_thanked(text: str, said: str) -> None:
    assert said in ask(text).headline


def test_changes_are_counted_in_words_that_fit_any_number() -> None:
    known = record(plans=(plan(2024, ["Bygga skolor"]), plan(2025, ["Bygga skolor", "Fler träd"])))
    answer = answer_text(
        "vad ändrades mellan 2024 och 2025?",
        known,
        actor=Actor("tenant", "person"),
        today=TODAY,
        vocabulary=shipped(),
        waiting={},
    )
    assert "tillagt 1, ändrat 0, borttaget 0, kvarstår 1." in answer.headline


@pytest.mark.parametrize(
    ("question", "headline"),
    [
        ("delmål 3 och 5", "KS delmål 3, 5 för 2024"),
        ("mål 3 eller 4", "KS mål 3, 4"),
        ("delmål 3", "KS delmål 3 för 2024"),
    ],
)
def test_the_headline_names_every_number_that_is_quoted(question: str, headline: str) -> None:
    assert ask(question).headline == headline


@pytest.mark.parametrize(
    ("question", "headline", "numbers"),
    [
        ("KS mål 2024 och 2025", "KS har 4 mål för 2024–2026.", 4),
        ("vilka mål gäller 2024 men 2025?", "KS har 4 mål för 2024–2026.", 4),
        ("KS delmål 2024 och 2025", "Inget justerat beslut om KS delmål 2025 finns", 11),
        ("vad ändrades mellan 2024 och 2025?", "Det går inte att jämföra.", 0),
        ("är målen desamma 2024 och 2025?", "Det går inte att jämföra.", 0),
    ],
)
def test_two_years_without_a_word_of_what_differs_are_a_question_for_the_list(
    question: str, headline: str, numbers: int
) -> None:
    answer = ask(question)
    assert headline in answer.headline
    assert len(answer.quoted) == numbers
