"""A municipality's own words are understood and found like those that everybody has."""

from __future__ import annotations

from datetime import date

import pytest

from dialogs.answer import Answer
from dialogs.answer_question import answer_text
from dialogs.understanding.library import library_of
from dialogs.understanding.vocabulary import shipped
from goals.actor import Actor
from goals.record import Record
from goals.words import TaughtWord
from tests.builders import plan, record

PLAN = plan(
    2025,
    [
        "Utveckla kollektivtrafiken",
        "Främja bostadsbyggandet",
        "Stärka Klurifaxen i alla verksamheter",
        "Fler elever ska lära sig simma i hemtjänsten",
    ],
)


def taught(**means: str) -> Record:
    """A record where these words were taught."""
    words = tuple(TaughtWord(word.replace("_", " "), each) for word, each in means.items())
    plain = record(plans=[PLAN])
    return Record(plain.tenant, 2, plain.bodies, plans=plain.plans, words=words)


def ask(question: str, known: Record) -> Answer:
    """What a person of the staff is answered."""
    return answer_text(
        question,
        known,
        actor=Actor("tenant", "anna"),
        today=date(2025, 3, 1),
        vocabulary=shipped(),
        waiting={},
    )


def numbers(answer: Answer) -> list[int]:
    """The sub-goals that are quoted."""
    return [item.number for item in answer.quoted]


def test_a_made_up_word_finds_nothing_until_it_is_taught() -> None:
    assert numbers(ask("har vi något mål om kvarnolin?", record(plans=[PLAN]))) == []
    assert numbers(ask("har vi något mål om kvarnolin?", taught(kvarnolin="kollektivtrafik"))) == [
        1
    ]


@pytest.mark.parametrize(
    ("means", "number"),
    [
        ("kollektivtrafik", 1),
        ("kollektivtrafiken", 1),
        ("buss", 1),
        ("public transport", 1),
        ("åka buss", 1),
        ("housing", 2),
        ("klurifaxen", 3),
        ("klurifax", 3),
        ("okänt ord, bostäder", 2),
    ],
)
def test_it_stands_for_what_its_meaning_stands_for(means: str, number: int) -> None:
    known = taught(kvarnolin=means)
    for question in ("har vi något mål om kvarnolinen?", "KVARNOLIN", "any goal about kvarnolin?"):
        assert numbers(ask(question, known)) == [number], question


def test_a_phrase_can_be_taught() -> None:
    known = taught(gröna_pilen="kollektivtrafik")
    assert numbers(ask("har vi något mål om gröna pilen?", known)) == [1]


def test_a_meaning_may_be_a_taught_word_even_in_a_circle() -> None:
    known = taught(kvarnolin="fluppen", fluppen="bussar, kvarnolin")
    assert numbers(ask("har vi något mål om kvarnolin?", known)) == [1]


def test_a_taught_word_is_never_mended_and_a_misspelling_of_it_is() -> None:
    question = "har vi något mål om kolektivtrafik?"
    assert any("spelling" in step for step in ask(question, record(plans=[PLAN])).why)
    known = taught(kolektivtrafik="bostäder", kvarnolin="buss")
    assert not any("spelling" in step for step in ask(question, known).why)
    assert numbers(ask(question, known)) == [2]
    assert numbers(ask("har vi något mål om kvarnolim?", known)) == [1]


def test_shorthand_that_is_taught_is_not_written_out() -> None:
    short = next(word for word in shipped().abbreviations if word.isalpha() and len(word) > 2)
    assert short not in shipped().taught((TaughtWord(short, "buss"),)).abbreviations
    assert short in shipped().abbreviations


def test_the_shipped_words_are_shared_and_stay_as_they_are() -> None:
    words = (TaughtWord("kvarnolin", "kollektivtrafik"),)
    own = shipped().taught(words)
    assert own is shipped().taught(tuple(words))
    assert shipped().taught(()) is shipped()
    assert own.concepts is shipped().concepts
    assert own.concepts_of("kvarnolin") > shipped().concepts_of("kollektivtrafik")
    assert shipped().concepts_of("kvarnolin") == frozenset()


def test_a_record_is_made_ready_once() -> None:
    known = taught(kvarnolin="buss")
    assert library_of(known, shipped()) is library_of(known, shipped())
    assert library_of(record(plans=[PLAN]), shipped()).vocabulary is shipped()


def test_the_gaps_of_a_question_are_its_words_and_nothing_else() -> None:
    plain = record(plans=[PLAN])
    assert ask("har vi något mål om kvarnolin?", plain).gaps == ("kvarnolin",)
    assert ask("Har vi något mål om Kvarnolin 2025?", plain).gaps == ()  # written as a name
    assert ask("mål om kvarnolin och 850101-1234", plain).gaps == ("kvarnolin",)
    assert ask("har vi något mål om kollektivtrafiken?", plain).gaps == ()
    assert ask("hur blir vädret i morgon?", plain).gaps == ()
    assert ask("hej", plain).gaps == ()
    assert ask("vilka är delmålen?", plain).gaps == ()
    many = "har vi något mål om kvarnolin flupp brask trynt plirf vrunk xa " + "y" * 41
    assert ask(many, plain).gaps == ("kvarnolin", "flupp", "brask", "trynt", "plirf")
