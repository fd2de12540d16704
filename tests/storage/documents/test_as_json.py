"""JSON in and out says the same."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from dialogs.texts import keys, say
from goals.document import Doubt, GoalDocument
from storage.documents import example_document, read_document
from storage.documents.exchange.as_json import to_json
from tests.storage.documents.papers import INVENTED, read_invented

KEYS = [
    "is_goal_document",
    "municipality",
    "body",
    "body_code",
    "years",
    "goal_period",
    "goals",
    "subgoals",
    "decision_points",
    "recipients",
    "handlaggare",
    "dnr",
    "date",
    "paragraph",
    "decided",
    "warnings",
]


def _in_swedish(doubt: Doubt) -> str:
    return say("sv", doubt.key, **doubt.arguments)


def _again(document: GoalDocument) -> GoalDocument:
    stated = json.dumps(to_json(document, _in_swedish), ensure_ascii=False)
    return read_document("igen.json", stated.encode())


def _facts(document: GoalDocument) -> GoalDocument:
    return replace(
        document,
        name="",
        digest="",
        title=None,
        goals=tuple(replace(goal, line=None, under=None) for goal in document.goals),
        subgoals=tuple(replace(subgoal, line=None, goal=None) for subgoal in document.subgoals),
        doubts=(),
    )


@pytest.mark.parametrize(
    "document",
    [
        read_document(*example_document()),
        *(read_invented(paper.name) for paper in sorted(INVENTED.glob("*.txt"))),
    ],
    ids=lambda document: document.name,
)
def test_what_goes_out_as_json_comes_in_as_the_same(document: GoalDocument) -> None:
    again = _again(document)
    assert _facts(again) == _facts(document)
    assert to_json(again, _in_swedish) == to_json(document, _in_swedish)


def test_shape_is_the_one_that_scripts_rely_on() -> None:
    stated = to_json(read_document(*example_document()), _in_swedish)
    assert list(stated) == KEYS
    assert stated["goal_period"] == [2024, 2026]
    assert stated["date"] is None
    assert "Dokumentet har inget diarienummer." in stated["warnings"]  # type: ignore[operator]


def test_keys_that_are_missing_say_nothing() -> None:
    document = read_document("prov.json", b"{}")
    assert document == GoalDocument("prov.json", document.digest, is_goal_document=False)


def test_keys_that_are_not_known_are_told() -> None:
    stated = {"mal": 1, "goals": [{"text": "Ett", "ansvarig": "KS"}]}
    document = read_document("prov.json", json.dumps(stated).encode())
    assert document.doubts == (
        Doubt("doubt-unknown-key", None, {"name": "mal"}),
        Doubt("doubt-unknown-key", None, {"name": "goals[0].ansvarig"}),
    )
    assert document.is_goal_document


def test_what_is_stated_not_to_be_a_goal_document_gives_no_goals() -> None:
    stated = {"is_goal_document": False, "goals": [{"text": "Ett"}]}
    document = read_document("prov.json", json.dumps(stated).encode())
    assert not document.is_goal_document
    assert document.goals == ()


def test_what_cannot_be_seen_or_stored_is_taken_away() -> None:
    content = (
        b'{"body": "Social\\u0000n\\u00e4mnden\\ud800", "goals": [{"text": " Ett\\n tv\\u00e5"}]}'
    )
    document = read_document("prov.json", content)
    assert document.body == "Socialnämnden"
    assert document.goals[0].text == "Ett två"


def test_every_doubt_is_said_in_both_languages() -> None:
    doubts = {key for key in keys("sv") if key.startswith("doubt-")}
    assert doubts == {key for key in keys("en") if key.startswith("doubt-")}
    for document in (read_document(*example_document()), read_invented("sn-koder.txt")):
        for doubt in document.doubts:
            assert say("en", doubt.key, **doubt.arguments)
