"""When a wording is quoted, and when it is only offered or left unsaid."""

from __future__ import annotations

from datetime import date

import pytest

from dialogs.answer import Answer, Paragraph
from dialogs.answer_question import answer_text
from dialogs.understanding.vocabulary import shipped
from goals.actor import Actor
from goals.record import Record
from tests.builders import goal_set, plan, record

GOALS = [
    "Tider i idrottshallarna ska kunna bokas digitalt",
    "Förenkla ansökan om föreningsbidrag genom en e-tjänst",
    "Elevhälsans tillgänglighet ska förbättras på samtliga skolenheter",
    "Skolmaten ska lagas från grunden och matsvinnet minska",
    "Krisberedskapen ska stärkas genom årliga övningar och trygghetspunkter i varje kommundel",
    "Gatubelysningen ska bytas till LED",
    "Minska barngrupperna för de yngsta i förskolan",
]
BOOKING, GRANTS, HEALTH, FOOD, CRISIS, LIGHTS, GROUPS = range(1, 8)
RECORD = record(plans=[plan(2025, GOALS)])


def ask(question: str, of: Record = RECORD) -> Answer:
    """What a person of the staff is answered."""
    return answer_text(
        question,
        of,
        actor=Actor("tenant", "anna"),
        today=date(2025, 3, 1),
        vocabulary=shipped(),
        waiting={},
    )


def quoted(question: str) -> list[int]:
    """The numbers of the sub-goals that are quoted."""
    return sorted(item.number for item in ask(question).quoted)


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("boka gympahall", BOOKING),
        ("ansökan om föreningsbidrag", GRANTS),
        ("jag vill ha mindre barngrupper", GROUPS),
        ("jag jobbar på förskola och det är på tok för stora barngrupper", GROUPS),
        ("I want to apply for a grant for my club online", GRANTS),
        ("kan jag få boka idrottshallen", BOOKING),
        ("min chef säger att elevhälsan är underbemannad", HEALTH),
        ("my neighbour says there are too few street lights", LIGHTS),
    ],
)
def test_a_goal_that_is_about_all_of_a_wish_is_quoted(question: str, number: int) -> None:
    assert quoted(question) == [number], ask(question).why


@pytest.mark.parametrize(
    "question",
    [
        "hur ansöker jag om föreningsbidrag",
        "how do I apply for a grant for my club",
        "can you write about the school food for me",
        "vad tycker du om skolmaten",
    ],
)
def test_an_errand_is_never_answered_with_a_goal(question: str) -> None:
    assert quoted(question) == []


@pytest.mark.parametrize(
    "question",
    [
        "vad säger målen om elevhälsan, och finns det nåt om matsvinn också?",
        "Vad gäller om matsvinnet, och om elevhälsan?",
        "Two things: is there anything about food waste, and anything about student health?",
    ],
)
def test_two_things_that_are_asked_for_one_after_the_other_are_both_answered(question: str) -> None:
    assert quoted(question) == [HEALTH, FOOD], ask(question).why


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Vad säger målen om elevhälsan och hamnar?", "Om hamnar säger registret inget."),
        (
            "goals about student health, food waste and harbours",
            "The record says nothing about harbours.",
        ),
    ],
)
def test_who_asks_for_two_things_is_told_on_which_there_is_nothing(
    question: str, said: str
) -> None:
    answer = ask(question)
    assert HEALTH in [item.number for item in answer.quoted]
    assert Paragraph(said) in answer.blocks


def test_what_is_told_beside_a_question_is_not_said_to_be_missing() -> None:
    answer = ask("hamnen är stängd och matsvinnet ökar")
    assert [item.number for item in answer.quoted] == [FOOD], answer.why
    assert not any("säger registret inget" in str(block) for block in answer.blocks)


def test_the_means_that_a_goal_names_do_not_narrow_it() -> None:
    assert quoted("civilt försvar") == [CRISIS]


@pytest.mark.parametrize(
    "question",
    [
        "det är så mörkt på gångvägen mot stationen att man knappt vågar gå, lyktstolpar fattas",
        "my colleague asked me at lunch the other day about lamps along the paths, LED lighting",
    ],
)
def test_one_that_leads_far_is_quoted_though_it_answers_little_of_a_long_message(
    question: str,
) -> None:
    assert quoted(question) == [LIGHTS], ask(question).why


def test_one_that_is_surely_met_comes_before_a_shorter_one_that_is_met_by_a_link() -> None:
    points = (
        "I varje kommundel ska det finnas en trygghetspunkt, med el, värme, vatten och information "
        "till alla boende, under elavbrott"
    )
    others = ["Ett motståndskraftigt samhälle", "Ren luft i centrum", "Goda måltider i skolan"]
    answer = ask("strömlöst", record(plans=[plan(2025, [*others, points])]))
    assert [item.text for item in answer.quoted] == [points], answer.why


def test_a_single_word_asks_for_a_goal_as_much_as_for_a_sub_goal() -> None:
    goal, subgoal = "Nyanlända ska snabbt komma in i samhället", "Ordna svenska för invandrare"
    of = record(goal_sets=[goal_set([goal])], plans=[plan(2025, [subgoal])])
    assert goal in [item.text for item in ask("integration", of).quoted]


@pytest.mark.parametrize("question", ["mormor är 84 och äter i skolan, hur är skolmaten?"])
def test_how_old_somebody_is_is_no_year(question: str) -> None:
    assert quoted(question) == [FOOD], ask(question).why


def test_the_result_of_the_year_is_a_thing_of_its_own() -> None:
    goal = "Årets resultat ska vara minst två procent av skatteintäkterna"
    of = record(plans=[plan(2025, ["Höj resultaten i skolan", goal])])
    assert [item.text for item in ask("årets resultat", of).quoted] == [goal]
