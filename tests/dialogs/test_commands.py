"""A few words in a fixed order get something done; everything else stays a question."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from dialogs import registry
from dialogs.cards.matter_card import CHANGE_MATTER, OPEN_MATTER, SHOW_MATTER
from dialogs.commands import command_in
from dialogs.turn import Turn
from goals.actor import Actor
from goals.goal import Body
from tests.builders import body, record

TODAY = date(2026, 3, 1)
BODIES = (body(), Body("BUN", "Barn- och utbildningsnämnden"))


@pytest.mark.parametrize(
    ("text", "verb", "language", "fields"),
    [
        ("öppna ärende KS 2026", OPEN_MATTER, "sv", {"body": "KS", "year": "2026"}),
        ("Öppna ärende KS 2026!", OPEN_MATTER, "sv", {"body": "KS", "year": "2026"}),
        ("oppna arende", OPEN_MATTER, "sv", {}),
        ("öppna ärende BUN", OPEN_MATTER, "sv", {"body": "BUN"}),
        ("öppna ett nytt ärende för kommunstyrelsen 2027", OPEN_MATTER, "sv",
         {"body": "KS", "year": "2027"}),
        ("jag vill öppna ärendet för 2027", OPEN_MATTER, "sv", {"year": "2027"}),
        ("öppna ärende KS i år", OPEN_MATTER, "sv", {"body": "KS", "year": "2026"}),
        ("öppna ärende för KS nästa år", OPEN_MATTER, "sv", {"body": "KS", "year": "2027"}),
        ("starta 2026 ärende KS", OPEN_MATTER, "sv", {"body": "KS", "year": "2026"}),
        ("open matter KS 2026", OPEN_MATTER, "en", {"body": "KS", "year": "2026"}),
        ("Open a new matter for the municipal executive board 2026", OPEN_MATTER, "en", None),
        ("öppna ärende SN 2026", OPEN_MATTER, "sv", {"body": "SN", "year": "2026"}),
        ("ärende KS 2026", SHOW_MATTER, "sv", {"body": "KS", "year": "2026"}),
        ("visa ärende", SHOW_MATTER, "sv", {}),
        ("Visa ärendet för KS?", SHOW_MATTER, "sv", {"body": "KS"}),
        ("show the matter KS 2026", SHOW_MATTER, "en", {"body": "KS", "year": "2026"}),
        ("matter 2026", SHOW_MATTER, "en", {"year": "2026"}),
        ("ändra ärendet KS 2026", CHANGE_MATTER, "sv", {"body": "KS", "year": "2026"}),
        ("change the matter", CHANGE_MATTER, "en", {}),
    ],
)  # fmt: skip
def test_the_words_the_body_and_the_year_are_read(
    text: str, verb: str, language: str, fields: dict[str, str] | None
) -> None:
    found = command_in(text, BODIES, today=TODAY)
    assert found is not None
    assert (found.verb, found.language) == (verb, language)
    if fields is not None:
        assert found.fields == fields


@pytest.mark.parametrize(
    "text",
    [
        "",
        "vem är handläggare i ärendet?",
        "hur öppnar man ett ärende?",
        "vad är ett ärende?",
        "öppna biblioteket",
        "är ärendet öppet?",
        "ärendet om biblioteket",
        "ändra delmål 6",
        "öppna ärende KS 2026 och 2027",
        "öppna ärende KS och BUN",
        "ärende KS 2026: vilka förslag finns?",
        "does it matter",
        "mål 3",
    ],
)
def test_a_question_stays_a_question(text: str) -> None:
    assert command_in(text, BODIES, today=TODAY) is None


def test_the_year_is_that_of_the_municipalitys_calendar() -> None:
    new_year = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)
    turn = Turn(Actor("tenant", "anna"), new_year, "öppna ärende KS i år")
    routed = registry.routed(turn, record())
    assert routed.verb == OPEN_MATTER
    assert routed.fields == {"language": "sv", "body": "KS", "year": "2027"}


def test_a_button_that_asks_with_a_command_gives_it() -> None:
    now = datetime(2026, 1, 1, tzinfo=UTC)
    turn = Turn(Actor("tenant", "anna"), now, verb="ask", fields={"question": "ärende KS 2026"})
    assert registry.routed(turn, record()).verb == SHOW_MATTER
