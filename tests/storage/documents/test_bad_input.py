"""What cannot be read is refused in a word that a person understands."""

from __future__ import annotations

import json
from typing import Any

import pytest

from dialogs.texts import has
from goals.errors import (
    DocumentFieldError,
    DocumentFormatError,
    DocumentNotJsonError,
    DocumentTooLargeError,
    DocumentUnreadableError,
    GoalsError,
)
from storage.documents import example_document, read_document
from storage.documents.text_lines import LARGEST
from tests.storage.documents.papers import doubt_keys, subgoal_texts

PAPER = "Socialnämnden\n\nDelmål 2025:\n- Öka tryggheten på äldreboenden\n- Följ upp åtgärder\n"


@pytest.mark.parametrize(
    "content",
    [
        b"\x00\x01\x02",
        PAPER.encode() + b"\0",
        b"\x89PNG something",
        b"{\\rtf1 something",
        b"\xff\xfe\x00",
        b"\x81\x8d\x8f",
        b"\x01\x02\x03\x04 text",
    ],
)
def test_what_is_not_text_is_refused(content: bytes) -> None:
    with pytest.raises(DocumentUnreadableError):
        read_document("prov.txt", content)
    with pytest.raises((DocumentUnreadableError, DocumentNotJsonError)):
        read_document("prov.json", content)


@pytest.mark.parametrize("name", ["prov.doc", "prov", "prov.txt.exe"])
def test_other_formats_are_refused_with_the_ones_that_are_read(name: str) -> None:
    with pytest.raises(DocumentFormatError) as refused:
        read_document(name, PAPER.encode())
    assert refused.value.arguments["formats"] == ".docx, .pdf, .txt, .json"


@pytest.mark.parametrize("name", ["prov.txt", "prov.json"])
def test_too_much_text_is_refused(name: str) -> None:
    with pytest.raises(DocumentTooLargeError):
        read_document(name, b"a" * (LARGEST + 1))


@pytest.mark.parametrize("unit", ["a", "mål 2024-", "Mål 1: Ett\n", "\n", "kommunstyrelsens "])
def test_much_text_is_read_in_reasonable_time(unit: str) -> None:
    assert not read_document("prov.txt", (unit * 100_000).encode()).subgoals


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_every_unicode_encoding_reads_the_same(encoding: str) -> None:
    document = read_document("prov.TXT", PAPER.encode(encoding))
    assert subgoal_texts(document) == ["Öka tryggheten på äldreboenden", "Följ upp åtgärder"]
    assert "doubt-encoding" not in doubt_keys(document)


def test_windows_text_is_read_and_told() -> None:
    document = read_document("prov.txt", PAPER.encode("cp1252"))
    assert subgoal_texts(document) == ["Öka tryggheten på äldreboenden", "Följ upp åtgärder"]
    assert "doubt-encoding" in doubt_keys(document)


@pytest.mark.parametrize(
    "content", [b" ", b"{", b"[]", b"null", b'"mal"', b"[" * 100_000, b"9" * 10_000, b"{]}"]
)
def test_what_is_not_a_json_object_is_refused(content: bytes) -> None:
    with pytest.raises(DocumentNotJsonError):
        read_document("prov.json", content)


@pytest.mark.parametrize(
    ("stated", "field", "expected"),
    [
        ({"body": 1}, "body", "text"),
        ({"decided": "ja"}, "decided", "flag"),
        ({"is_goal_document": 1}, "is_goal_document", "flag"),
        ({"years": 2025}, "years", "list"),
        ({"years": ["2025"]}, "years[0]", "year"),
        ({"years": [True]}, "years[0]", "year"),
        ({"years": [1899]}, "years[0]", "year"),
        ({"goal_period": [2026, 2024]}, "goal_period", "period"),
        ({"goal_period": [2026]}, "goal_period", "period"),
        ({"goal_period": {"from": 2024}}, "goal_period", "period"),
        ({"goals": ["Ett"]}, "goals[0]", "object"),
        ({"goals": [{}]}, "goals[0]", "object"),
        ({"goals": [{"code": "1"}]}, "goals[0].text", "text"),
        ({"goals": [{"text": " \u0000 "}]}, "goals[0].text", "text"),
        ({"goals": [{"text": "Ett", "code": 1}]}, "goals[0].code", "text"),
        ({"goals": [{"text": "a" * 4_001}]}, "goals[0].text", "shorter-text"),
        ({"goals": [{"text": "Ett", "code": "1" * 21}]}, "goals[0].code", "shorter-text"),
        ({"goals": [{"text": "Ett"}] * 2_001}, "goals", "shorter-list"),
        ({"subgoals": [{"text": "Ett"}]}, "subgoals[0].year", "year"),
        ({"subgoals": [{"text": "Ett", "year": 2025.0}]}, "subgoals[0].year", "year"),
        ({"recipients": [None]}, "recipients[0]", "text"),
        ({"date": "12 mars 2025"}, "date", "date"),
        ({"date": "2025-02-30"}, "date", "date"),
        ({"date": 20250301}, "date", "date"),
    ],
)
def test_wrong_field_is_named(stated: dict[str, Any], field: str, expected: str) -> None:
    with pytest.raises(DocumentFieldError) as refused:
        read_document("prov.json", json.dumps(stated).encode())
    assert refused.value.arguments == {
        "document": "prov.json",
        "field": field,
        "expected": expected,
    }


def test_every_refusal_has_its_sentence_in_both_languages() -> None:
    for refusal in (
        DocumentFieldError,
        DocumentFormatError,
        DocumentNotJsonError,
        DocumentTooLargeError,
        DocumentUnreadableError,
    ):
        assert issubclass(refusal, GoalsError)
        assert has("sv", refusal.key)
        assert has("en", refusal.key)


def test_example_stands_in_the_program_itself() -> None:
    name, content = example_document()
    assert name.endswith(".txt")
    assert content.decode()
