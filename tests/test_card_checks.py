"""The checks of cards find what is wrong with a card, and nothing in a good one."""

from __future__ import annotations

import copy
import json
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.card_checks import check, check_house_rules, check_schema, main
from tests.conftest import DrawCard

GOOD: dict[str, Any] = {
    "type": "AdaptiveCard",
    "version": "1.5",
    "lang": "sv",
    "fallbackText": "Kommunstyrelsens delmål 2024",
    "body": [
        {"type": "TextBlock", "style": "heading", "wrap": True, "text": "Delmål 2024"},
        {"type": "TextBlock", "wrap": True, "text": "**Gäller** · [källa](https://example.org)"},
        {"type": "FactSet", "facts": [{"title": "Dnr", "value": "saknas"}]},
        {"type": "Image", "url": "https://example.org/a.png", "altText": "Kommunens vapen"},
        {
            "type": "Input.Text",
            "id": "wording",
            "label": "Ny lydelse",
            "isRequired": True,
            "errorMessage": "Skriv den nya lydelsen",
        },
    ],
    "actions": [
        {"type": "Action.Execute", "title": "Föreslå ändring", "verb": "propose-change"},
        {"type": "Action.OpenUrl", "title": "Öppna", "url": "https://example.org"},
    ],
}
TEXT, IMAGE, INPUT = 1, 3, 4


def without(place: str, key: str, number: int = 0) -> Callable[[dict[str, Any]], object]:
    """A defect: something is missing."""
    return lambda card: (card[place][number] if place else card).pop(key)


def told(place: str, key: str, value: object, number: int = 0) -> Callable[[dict[str, Any]], None]:
    """A defect: something says what it must not."""

    def plant(card: dict[str, Any]) -> None:
        (card[place][number] if place else card)[key] = value

    return plant


def more(place: str, *parts: dict[str, Any]) -> Callable[[dict[str, Any]], None]:
    """A defect: something stands there that must not."""
    return lambda card: card[place].extend(parts)


DEFECTS: dict[str, Callable[[dict[str, Any]], object]] = {
    "the card has no type": without("", "type"),
    "the card has no version": without("", "version"),
    "the card is of another version": told("", "version", "1.6"),
    "no fallbackText": without("", "fallbackText"),
    "no lang": without("", "lang"),
    "a misspelt property": told("body", "wrapp", value=True),
    "an element without a type": without("body", "type", TEXT),
    "an unknown element": told("body", "type", "TextBlok"),
    "an element of a later version": more("body", {"type": "Carousel", "pages": []}),
    "a wrong enum": told("body", "size", "Huge"),
    "a wrong kind of value": told("body", "text", 2024),
    "text that does not wrap": without("body", "wrap", TEXT),
    "empty text": told("body", "text", " "),
    "an image without alt text": without("body", "altText", IMAGE),
    "an image over http": told("body", "url", "http://example.org/a.png", IMAGE),
    "an input without id": without("body", "id", INPUT),
    "an input without label": without("body", "label", INPUT),
    "a required input without error message": without("body", "errorMessage", INPUT),
    "two inputs with one id": more("body", GOOD["body"][INPUT]),
    "a choice set without choices": more(
        "body", {"type": "Input.ChoiceSet", "id": "c", "label": "Typ", "choices": "none"}
    ),
    "an unknown action": told("actions", "type", "Action.Sumbit"),
    "an action with a wrong title": told("actions", "title", {"text": "Föreslå"}),
    "an action without a title": without("actions", "title"),
    "an action without a verb": without("actions", "verb"),
    "an action in the body": more("body", GOOD["actions"][0]),
    "an address without scheme": told("actions", "url", "www.example.org", 1),
    "an address that runs a script": told("actions", "url", "javascript:alert(1)", 1),
    "too many actions": more("actions", *[GOOD["actions"][0]] * 6),
    "more than Teams carries": told("body", "text", "å" * 41_000),
}


def test_good_card_passes_without_a_word() -> None:
    assert check(GOOD) == []


@pytest.mark.parametrize("defect", DEFECTS)
def test_planted_defect_is_caught(defect: str) -> None:
    card = copy.deepcopy(GOOD)
    DEFECTS[defect](card)
    assert check(card) != []


def test_schema_names_the_place_and_the_fault_and_little_else() -> None:
    card = copy.deepcopy(GOOD)
    card["body"][TEXT]["size"] = "Huge"
    card["body"][0]["type"] = "TextBlok"
    said = check_schema(card)
    assert [line.partition(":")[0] for line in said] == ["$.body[0]", f"$.body[{TEXT}].size"]


def test_what_teams_adds_to_a_card_is_not_held_against_it() -> None:
    assert check(GOOD | {"msteams": {"width": "Full"}}) == []


def test_data_that_a_button_carries_is_not_taken_for_part_of_the_card() -> None:
    card = copy.deepcopy(GOOD)
    card["actions"][0]["data"] = {"type": "TextBlock", "id": "wording"}
    assert check_house_rules(card) == []


@pytest.mark.parametrize(
    ("theme", "width"), [("light", 480), ("dark", 480), ("light", 320), ("dark", 320)]
)
def test_picture_shows_the_text_of_the_card(draw_card: DrawCard, theme: Any, width: int) -> None:
    drawn = draw_card(GOOD, theme=theme, width=width)
    assert drawn.errors == ()
    for text in ("Delmål 2024", "Gäller · källa", "saknas", "Ny lydelse", "Föreslå ändring"):
        assert text in drawn.text
    assert drawn.png_bytes.startswith(b"\x89PNG")
    assert struct.unpack(">I", drawn.png_bytes[16:20]) == (width + 32,)
    assert len(set(drawn.png_bytes)) > 200


def test_picture_reads_only_the_markdown_that_teams_reads(draw_card: DrawCard) -> None:
    card = copy.deepcopy(GOOD)
    card["body"][TEXT]["text"] = "# inte rubrik <b>inte fet</b> `inte kod` **fet** _lutad_"
    drawn = draw_card(card)
    assert "# inte rubrik <b>inte fet</b> `inte kod` fet lutad" in drawn.text


@pytest.mark.parametrize(
    "defect",
    ["an unknown element", "a wrong enum", "an unknown action", "too many actions"],
)
def test_renderer_complains_of_what_it_cannot_draw(draw_card: DrawCard, defect: str) -> None:
    card = copy.deepcopy(GOOD)
    DEFECTS[defect](card)
    assert draw_card(card).errors != ()


def test_text_that_sticks_out_of_the_card_is_a_complaint(draw_card: DrawCard) -> None:
    card = copy.deepcopy(GOOD)
    card["body"].append(
        {
            "type": "ColumnSet",
            "columns": [
                {"type": "Column", "width": "300px", "items": [copy.deepcopy(GOOD["body"][0])]},
                {"type": "Column", "width": "300px", "items": [copy.deepcopy(GOOD["body"][0])]},
            ],
        }
    )
    assert draw_card(card, width=800).errors == ()
    assert "wider than the card: Delmål 2024" in draw_card(card, width=320).errors


def test_many_buttons_go_on_further_lines_and_a_title_too_long_for_one_is_a_complaint(
    draw_card: DrawCard,
) -> None:
    def with_buttons(*titles: str) -> dict[str, Any]:
        buttons = [{"type": "Action.Execute", "title": title, "verb": "v"} for title in titles]
        return {**GOOD, "actions": buttons}

    four = ("Tjänsteskrivelse (Word)", "Tjänsteskrivelse (PDF)", "Beslutsunderlag", "Avbryt")
    assert draw_card(with_buttons(*four), width=320).errors == ()
    long = "Främja biblioteket som en samlingspunkt och trygghetspunkt"
    assert draw_card(with_buttons(long), width=600).errors == ()
    assert draw_card(with_buttons(long), width=320).errors == (
        f"the button's title is cut: {long}",
    )


@pytest.mark.usefixtures("draw_card")
def test_command_writes_the_picture_and_says_what_is_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    card = tmp_path / "kort.json"
    picture = tmp_path / "kort.png"
    card.write_text(json.dumps(GOOD), encoding="utf-8")
    assert main([str(card), str(picture), "--theme", "dark", "--width", "360"]) == 0
    assert picture.read_bytes().startswith(b"\x89PNG")
    card.write_text(json.dumps(GOOD | {"version": "1.4"}), encoding="utf-8")
    assert main([str(card), str(picture)]) == 1
    assert "version is not 1.5" in capsys.readouterr().out
