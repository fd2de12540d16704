"""What a form is made of is drawn, with its label, and says itself what it lacks."""

from __future__ import annotations

import re
from typing import Any

import pytest

from dialogs import texts
from dialogs.cards.elements import (
    card,
    choice_input,
    date_input,
    error_line,
    execute_button,
    heading,
    person_input,
    text_input,
    time_input,
)
from tests.card_checks import check
from tests.conftest import DrawCard

CHOICES = [("Ändra lydelse", "change"), ("Ta bort", "remove")]
FIELDS = [
    choice_input("kind", "Typ av ändring", CHOICES, value="remove", error="Välj.", is_open=True),
    choice_input("target", "Delmål", CHOICES, placeholder="Välj ett delmål", error="Välj."),
    choice_input("goals", "Mål som stöds", CHOICES, is_several=True, is_open=True),
    person_input("who", "Person", [("Handläggare", "id-1")], placeholder="Sök", error="Välj."),
    text_input(
        "wording", "Ny lydelse", value="a\nb", placeholder="…", longest=500, is_long=True
    ),
    error_line("Skriv en lydelse."),
    date_input("opens", "Öppnar", value="2026-03-01", first="2026-01-01", error="Välj en dag."),
    date_input("closes", "Stänger", error="Välj en dag.", is_required=False),
    time_input("at", "Klockan", value="16:00", error="Välj ett klockslag."),
]  # fmt: skip
FORM = card(
    [heading("Alla fält"), *FIELDS],
    buttons=[execute_button("Granska", "review", {})],
    language="sv",
    fallback="Alla fält",
)


def test_every_field_passes_the_schema_and_the_house_rules() -> None:
    assert check(FORM) == []


def test_a_field_is_required_where_it_has_words_for_being_empty() -> None:
    required = {field["id"] for field in FIELDS if field.get("isRequired")}
    assert required == {"kind", "target", "who", "opens", "at"}
    assert all(field.get("errorMessage") for field in FIELDS if field.get("isRequired"))


def test_a_person_is_searched_in_the_whole_tenant_and_chosen_among_those_who_are_known() -> None:
    field = FIELDS[3]
    assert field["choices.data"]["dataset"] == "graph.microsoft.com/users"
    assert field["choices"] == [{"title": "Handläggare", "value": "id-1"}]


@pytest.mark.parametrize(("theme", "width"), [("light", 360), ("dark", 480)])
def test_the_renderer_shows_every_label(draw_card: DrawCard, theme: Any, width: int) -> None:
    drawn = draw_card(FORM, theme=theme, width=width)
    assert drawn.errors == ()
    for field in FIELDS:
        assert str(field.get("label") or field["text"]) in drawn.text


STANDING_FOR: dict[str, str | int] = {
    "body": "KS",
    "year": 2025,
    "count": 12,
    "number": 12,
    "version": 12,
    "paper": "Tjänsteskrivelse",
    "proposal": "F-KS-2025-007",
    "text": "…",
    "word": "buss",
}


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_every_title_of_a_button_stands_whole_on_a_phone(
    language: str, draw_card: DrawCard
) -> None:
    keys = {
        key
        for key in texts.keys(language)
        if re.search(r"(?:^|-)button-", key) and not key.startswith("error-")
    }
    assert len(keys) > 50
    titles = [texts.say(language, key, **STANDING_FOR) for key in sorted(keys)]
    buttons = [execute_button(title, "review", {}) for title in titles]
    sets = [{"type": "ActionSet", "actions": [button]} for button in buttons]
    shown = card(sets, buttons=[], language=language, fallback="x")
    assert draw_card(shown, width=320).errors == ()
