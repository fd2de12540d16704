"""Every sentence stands in both languages, with the same arguments, and nobody asks for others."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dialogs import texts
from goals import errors

ROOT = Path(__file__).parent.parent.parent
FOLDER = ROOT / "dialogs" / "texts"
BUILT = (
    "term-",
    "status-",
    "subgoals-",
    "decided-",
    "gist-",
    "sample-",
    "doubt-",
    "label-",
    "ask-",
    "kind-",
    "state-",
    "field-",
    "filter-",
    "hint-",
    "note-",
    "entry-",
    "matter-",
    "field-",
    "column-",
    "export-",
    "grade-",
    "by-",
    "advice-",
    "outcome-",
    "number-",
    "paper-kind-",
    "paper-name-",
    "paper-origin-",
    "paper-state-",
    "paper-summary-",
    "paper-change-",
    "button-paper-",
    "flaw-",
    "address-",
    "purpose-",
    "count-",
    "notice-expected-",
    "pressed-",
    "registered-",
    "proof-column-",
    "proof-occasion-",
)
"""Keys that the code puts together from a stem and a value."""


def arguments(language: str) -> dict[str, set[str]]:
    """The arguments of each message, by its key."""
    found: dict[str, set[str]] = {}
    for file in FOLDER.glob(f"*{language}.ftl"):
        key = ""
        for line in file.read_text(encoding="utf-8").splitlines():
            if match := re.match(r"([a-z][\w-]*) *=", line):
                key = match[1]
            if key:
                found.setdefault(key, set()).update(re.findall(r"\{ *\$(\w+)", line))
    return found


def test_both_languages_have_the_same_sentences() -> None:
    assert texts.keys("sv") == texts.keys("en")


def test_both_languages_take_the_same_arguments() -> None:
    assert arguments("sv") == arguments("en")


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_no_sentence_is_said_twice_under_one_key(language: str) -> None:
    keys = [
        match[1]
        for file in FOLDER.glob(f"*{language}.ftl")
        for line in file.read_text(encoding="utf-8").splitlines()
        if (match := re.match(r"([a-z][\w-]*) *=", line))
    ]
    assert sorted(keys) == sorted(set(keys))


def test_every_sentence_is_asked_for_somewhere() -> None:
    code = "\n".join(
        file.read_text(encoding="utf-8")
        for folder in ("bot", "dialogs", "goals", "manifest", "storage")
        for file in (ROOT / folder).rglob("*.py")
    ).replace("'", '"')
    sentences = "\n".join(file.read_text(encoding="utf-8") for file in FOLDER.glob("*.ftl"))
    parts_of_others = set(re.findall(r"\{ ([a-z][\w-]*) \}", sentences))
    unused = [
        key
        for key in texts.keys("sv")
        if f'"{key}"' not in code
        and key not in parts_of_others
        and not key.startswith(BUILT)
        and "." not in key
        and f'"{key.removesuffix("-for-year")}"' not in code
    ]
    assert unused == []


def test_every_refusal_of_the_rules_has_its_sentence() -> None:
    def refusals(error: type[errors.GoalsError]) -> list[type[errors.GoalsError]]:
        return [each for sub in error.__subclasses__() for each in (sub, *refusals(sub))]

    for refusal in refusals(errors.GoalsError):
        for language in texts.LANGUAGES:
            assert texts.has(language, refusal.key), refusal


def test_a_year_is_a_name_and_not_an_amount() -> None:
    assert "2025" in texts.say("sv", "heading-subgoals", body="KS", year=2025)


def test_a_quote_gets_no_invisible_marks() -> None:
    said = texts.say("sv", "officer-is", body="KS", year=2025, officer="någon")
    assert not re.search("[\u2066-\u2069\u200e\u200f]", said)


def test_however_long_a_reason_is_it_is_said_whole() -> None:
    said = texts.say("sv", "completion-asked", reason="ö" * 4000)
    assert said == f"Handläggaren ber dig komplettera: {'ö' * 4000}"


@pytest.mark.parametrize("length", [1, 500, 501, 1_000, 4_000])
def test_a_wording_of_any_length_can_be_said(length: int) -> None:
    wording = "ö{$x}"[:length].ljust(length, "ä")
    assert texts.say("sv", "change-added", text=wording) == f"Tillagt: {wording}"


def test_a_missing_argument_or_key_is_found_out() -> None:
    with pytest.raises(texts.TextMissingError):
        texts.say("sv", "heading-subgoals", body="KS")
    with pytest.raises(texts.TextMissingError):
        texts.say("sv", "no-such-sentence")


@pytest.mark.parametrize(
    ("locale", "language"),
    [("sv-SE", "sv"), ("en-GB", "en"), ("EN", "en"), ("fi-FI", "sv"), ("", "sv"), (None, "sv")],
)
def test_a_client_that_speaks_neither_gets_swedish(locale: str | None, language: str) -> None:
    assert texts.language_of_locale(locale) == language
