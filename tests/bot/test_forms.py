"""A form in Teams' pop-up is the same form, by the buttons that a pop-up knows."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest

from bot.forms import (
    COMMAND_FETCH,
    COMMAND_SUBMIT,
    FETCH,
    INVOKES,
    SUBMIT,
    asked,
    in_popup,
    popup_shape,
)
from dialogs import registry
from dialogs.cards.elements import card, execute_button, text_input
from dialogs.turn import Reply
from tests.card_checks import check

FORM = card(
    [
        text_input("means", "Betyder", value="", placeholder="buss", longest=60, error="Skriv."),
        {
            "type": "ActionSet",
            "actions": [execute_button("Ta bort", "take-away", {"word": "a"}, sends_inputs=False)],
        },
    ],
    buttons=[execute_button("Spara", "save-word", {"word": "kvarn", "language": "sv"})],
    language="sv",
    fallback="Betyder:",
)
NAME, VERB = next(iter(registry.FORMS.items()))


def test_each_execute_becomes_a_submit_that_carries_its_verb() -> None:
    before = copy.deepcopy(FORM)
    shown = in_popup({**FORM, "refresh": {"action": FORM["actions"][0]}})
    assert before == FORM
    assert check(shown) == []
    assert "Action.Execute" not in json.dumps(shown)
    assert shown["actions"][0] == {
        "type": "Action.Submit",
        "title": "Spara",
        "data": {"word": "kvarn", "language": "sv", "verb": "save-word"},
    }
    inner = shown["body"][1]["actions"][0]
    assert (inner["data"]["verb"], inner["associatedInputs"]) == ("take-away", "none")


@pytest.mark.parametrize("name", [SUBMIT, COMMAND_SUBMIT])
def test_what_a_button_of_the_pop_up_carries_is_read_back(name: str) -> None:
    pressed = in_popup(FORM)["actions"][0]
    came = {"commandId": "whatever", "data": {**pressed["data"], "means": "buss"}}
    assert asked(name, came) == {
        "word": "kvarn", "language": "sv", "means": "buss", "verb": "save-word"
    }  # fmt: skip


def test_a_form_is_opened_by_its_name_and_by_no_verb() -> None:
    assert asked(COMMAND_FETCH, {"commandId": NAME}) == {"verb": VERB}
    opened = asked(FETCH, {"data": {"form": NAME, "word": "a", "verb": "save-word"}})
    assert opened == {"word": "a", "verb": VERB}


@pytest.mark.parametrize("name", sorted(INVOKES))
@pytest.mark.parametrize(
    "value",
    [None, [], "x", {}, {"data": 7}, {"data": {"verb": ["ask"], "form": {}}}, {"commandId": [1]}],
)
def test_what_is_not_ours_has_a_verb_that_nobody_answers(name: str, value: Any) -> None:
    assert asked(name, value)["verb"] not in registry.VERBS


def test_a_dialog_that_is_done_closes_the_pop_up_with_its_last_words() -> None:
    reply = Reply(FORM, "Avbrutet. Inget är sparat.", "…", "sv")
    assert popup_shape(reply)["task"]["type"] == "continue"
    done = Reply(FORM, "Avbrutet. Inget är sparat.", "…", "sv", done=True)
    assert popup_shape(done) == {
        "task": {"type": "message", "value": "Avbrutet. Inget är sparat."}
    }  # fmt: skip


def test_every_form_that_can_be_opened_has_a_dialog() -> None:
    assert set(registry.FORMS.values()) <= set(registry.VERBS)
