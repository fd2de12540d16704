"""A search from the compose box finds the wordings that are meant, and a card for each."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from dialogs.search_goals import LONGEST_QUERY, Found, SearchResults, search_goals
from dialogs.turn import Turn
from dialogs.understanding import vocabulary
from goals.actor import Actor, Grant, Role
from goals.goal import Source
from goals.plan import PlanStatus
from goals.record import Record
from goals.words import TaughtWord
from tests.builders import PAPER, body, goal_set, matter, plan, record
from tests.card_checks import check

NEW_YEARS_EVE = datetime(2025, 12, 31, 23, 30, tzinfo=UTC)
"""In Sweden it is the first of January already."""
KS_2024 = ("Bygga fler cykelvägar", "Rusta biblioteken", "Öka sysselsättningen")
KS_2025 = ("Bygga fler cykelvägar till skolorna", "Rusta biblioteken")
BUN_2025 = ("Fler behöriga lärare", "Digitalisera rutiner <b>och</b> **mallar** & stöd")
STAFF = Actor("tenant", "person")


def two_bodies() -> Record:
    """KS with two years and goals, BUN with one year."""
    return record(
        bodies=(body("BUN", "Barn- och utbildningsnämnden"), body()),
        goal_sets=(goal_set(["God folkhälsa", "Levande landsbygd"]),),
        plans=(
            plan(2024, KS_2024, status=PlanStatus.SUPERSEDED),
            plan(2025, KS_2025, version=2),
            plan(2025, BUN_2025, of="BUN", source=PAPER),
        ),
    )


def search(
    query: str | None,
    *,
    of: Record | None = None,
    actor: Actor = STAFF,
    locale: str = "sv-SE",
    **page: str,
) -> SearchResults:
    fields = page if query is None else {**page, "query": query}
    turn = Turn(actor, NEW_YEARS_EVE, fields=fields, locale=locale)
    return search_goals(turn, of or two_bodies(), vocabulary.shipped())


def wordings(results: SearchResults) -> list[str]:
    return [found.summary for found in results.found]


def shown(found: Found) -> str:
    return str(found.card["fallbackText"])


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("bibliotek", "Rusta biblioteken"),
        ("lärare", "Fler behöriga lärare"),
        ("cykel", "Bygga fler cykelvägar till skolorna"),
        ("har vi något om landsbygden?", "Levande landsbygd"),
        ("anything on libraries?", "Rusta biblioteken"),
        ("biblotek", "Rusta biblioteken"),
        ("mål 2", "Levande landsbygd"),
        ("KS delmål 1", "Bygga fler cykelvägar till skolorna"),
        ("KS sista delmålet", "Rusta biblioteken"),
    ],
)
def test_the_wording_that_is_meant_comes_first(query: str, first: str) -> None:
    assert wordings(search(query))[0] == first


@pytest.mark.parametrize(
    ("query", "all_of_them"),
    [
        ("KS 2024", [*KS_2024, "God folkhälsa", "Levande landsbygd"]),
        ("KS delmål 2025", [*KS_2025]),
        ("BUN", [*BUN_2025]),
        ("KS mål", ["God folkhälsa", "Levande landsbygd"]),
        ("delmål 2", [BUN_2025[1], KS_2025[1]]),
        ("2", [BUN_2025[1], KS_2025[1], "Levande landsbygd"]),
        ("cykelvägar 2024", [KS_2024[0]]),
    ],
)
def test_a_number_a_year_or_a_body_lists_what_it_names(query: str, all_of_them: list[str]) -> None:
    assert wordings(search(query)) == all_of_them


@pytest.mark.parametrize("query", ["cy", "cyk", "cykelv", "bygga cyk", "CYKELVÄG", "cykelvag"])
def test_results_come_while_one_types(query: str) -> None:
    assert wordings(search(query))[0] == KS_2025[0]


def test_a_word_that_the_municipality_has_taught_finds_too() -> None:
    assert wordings(search("kvarnolin")) == []
    of = replace(two_bodies(), words=(TaughtWord("kvarnolin", "bibliotek"),))
    assert wordings(search("kvarnolin", of=of)) == ["Rusta biblioteken"]


def test_before_anything_is_typed_the_latest_sub_goals_stand_there() -> None:
    assert wordings(search("")) == [*BUN_2025]
    assert wordings(search("  \n")) == [*BUN_2025]


def test_before_anything_is_typed_it_is_the_persons_own_body() -> None:
    assert wordings(search("", actor=Actor("tenant", "person", default_body="KS"))) == [*KS_2025]


def test_the_persons_own_body_does_not_hide_the_others() -> None:
    own = Actor("tenant", "person", default_body="KS")
    assert wordings(search("lärare", actor=own)) == ["Fler behöriga lärare"]
    assert wordings(search("delmål 2", actor=own)) == [KS_2025[1], BUN_2025[1]]


@pytest.mark.parametrize(
    "query",
    [
        *("ubåtar", "mål 9", "KS 2019", "SN bibliotek", "BUN cykelvägar", "😀", "?", "hej"),
        *("'; -- \x00", "x" * LONGEST_QUERY, "x" * 100_000, "cykel " * 20_000),
        None,
    ],
)
def test_where_nothing_is_meant_it_says_so_and_what_to_do(query: str | None) -> None:
    results = search(query)
    assert results.found == ()
    assert results.empty == "Inget mål eller delmål passar in på det. Prova ett annat ord."


@pytest.mark.parametrize(
    ("locale", "said"), [("sv-SE", "Skriv minst två bokstäver."), ("en-GB", "Write at least two")]
)
def test_one_letter_is_too_little_to_say_that_there_is_nothing(locale: str, said: str) -> None:
    results = search("b", locale=locale)
    assert results.found == ()
    assert said in (results.empty or "")


def test_an_empty_record_is_said_to_be_empty() -> None:
    results = search("bibliotek", of=record(bodies=()))
    assert results.empty == ("Registret är tomt. Be administratören läsa in era måldokument.")


def test_the_card_says_what_the_wording_rests_on_and_as_of_when() -> None:
    (found,) = search("KS delmål 2").found
    assert found.title == "KS delmål 2 (2025)"
    assert found.subtitle == "gäller"
    assert shown(found).splitlines() == [
        "KS delmål 2 för 2025",
        "",
        "KS delmål 2025:",
        "2. Rusta biblioteken",
        "",
        "Avser: Kommunstyrelsen, 2025",
        "Status: gäller",
        "Dokument: Ett protokoll",
        "Beslutsdatum: 2025-02-04",
        "Paragraf: KS § 12",
        "Diarienummer: KS 2025/39",
        "",
        "Ur registret 2026-01-01, listans version 2.",
    ]


def test_the_card_says_what_is_missing() -> None:
    (found,) = search("lärare").found
    assert "Saknas i registret: beslutsdatum, paragraf, diarienummer" in shown(found)


def test_the_card_of_a_goal_tells_the_period() -> None:
    found = search("folkhälsa").found[0]
    assert found.title == "KS mål 1"
    assert "KS mål 2024–2026" in shown(found)


def test_a_list_that_stands_in_for_another_year_is_said_to_do_so() -> None:
    of = record(plans=(plan(2024, KS_2024),), matters=(matter(2025),))
    for query in ("KS 2025", "bibliotek 2025"):
        found = search(query, of=of).found[0]
        assert "(2024)" in found.title
        assert "Inget justerat beslut om KS delmål 2025 finns i registret." in shown(found)
    assert "Inget justerat" not in shown(search("bibliotek", of=of).found[0])


@pytest.mark.parametrize("query", ["", "KS", "KS 2024", "mallar", "mål 1", "KS sub-goals 2025"])
def test_every_card_can_be_shown_and_has_no_buttons(query: str) -> None:
    for found in search(query).found:
        assert check(found.card) == []
        assert "actions" not in found.card


def test_a_wording_stays_verbatim_in_the_card_and_in_the_list() -> None:
    found = search("mallar").found[0]
    assert found.summary == BUN_2025[1]
    assert BUN_2025[1] in texts_of(found.card)


def texts_of(part: Any) -> list[str]:
    """The texts of the runs in a card, which no client reads as Markdown."""
    if isinstance(part, list):
        return [text for each in part for text in texts_of(each)]
    if not isinstance(part, dict):
        return []
    own = [part["text"]] if part.get("type") == "TextRun" else []
    return own + [text for each in part.values() for text in texts_of(each)]


def test_what_only_the_kansli_may_see_is_not_put_into_a_message_by_the_kansli() -> None:
    of = record(
        plans=(
            plan(2024, KS_2024),
            plan(2025, ["En hemlig hamn"], status=PlanStatus.DECIDED_NOT_ADJUSTED),
        )
    )
    secretary = Actor("tenant", "person", frozenset({Grant(Role.SECRETARY)}))
    for query in ("hamn", "KS 2025", "delmål 1", ""):
        results = search(query, of=of, actor=secretary)
        assert "hemlig" not in json.dumps([found.card for found in results.found])


def test_pages_follow_each_other() -> None:
    many = [f"Öka antalet cykelvägar i område {number}" for number in range(1, 41)]
    of = record(plans=(plan(2025, many, source=Source("Ett dokument")),))
    assert wordings(search("KS delmål", of=of)) == many[:10]
    assert wordings(search("KS delmål", of=of, count="3")) == many[:3]
    assert wordings(search("KS delmål", of=of, count="200")) == many[:25]
    assert wordings(search("KS delmål", of=of, skip="25", count="25")) == many[25:]
    assert set(wordings(search("cykelvägar", of=of, skip="25", count="25"))) == set(many[25:])


def test_behind_the_last_page_there_is_nothing_and_nothing_is_said() -> None:
    results = search("KS", skip="25")
    assert (results.found, results.empty) == ((), None)


@pytest.mark.parametrize("value", ["-1", "", "x", "1.5", "9" * 5_000])
def test_a_page_that_makes_no_sense_is_the_first_one(value: str) -> None:
    assert wordings(search("KS delmål", skip=value, count=value)) == [*KS_2025]


@pytest.mark.parametrize(
    ("query", "locale", "chosen", "language"),
    [
        ("anything on libraries?", "sv-SE", None, "en"),
        ("har vi något om bibliotek?", "en-GB", None, "sv"),
        ("har vi något om bibliotek?", "sv-SE", "en", "en"),
        ("KS 2024", "en-GB", None, "en"),
        ("", "en-US", None, "en"),
        ("", "fi-FI", None, "sv"),
    ],
)
def test_the_persons_choice_goes_before_the_query_and_the_query_before_the_client(
    query: str, locale: str, chosen: str | None, language: str
) -> None:
    results = search(query, locale=locale, actor=Actor("tenant", "person", language=chosen))
    assert results.language == language
    assert results.found[0].card["lang"] == language


def test_in_english_the_wording_stays_in_swedish_and_is_said_to_be_the_original() -> None:
    (found,) = search("anything on libraries?").found
    assert "2. Rusta biblioteken" in shown(found)
    assert "original wording in Swedish" in shown(found)
    assert "From the record on 2026-01-01, version 2 of the list." in shown(found)


def test_the_empty_state_is_worded_in_english_too() -> None:
    assert (
        search("anything on submarines?").empty
        == "No goal or sub-goal matches that. Try another word."
    )
