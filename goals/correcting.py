"""A person corrects what was read of a document, before anything of it is recorded.

What was read stays as it is; the corrections lie beside it, and can be taken back.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from goals.document import GoalDocument, StatedGoal, StatedSubgoal
from goals.errors import (
    FieldNotReadError,
    ItemUnknownError,
    WordingMissingError,
    WordingTooLongError,
)
from goals.goal import Period

LONGEST_WORDING = 4_000
"""Characters."""
LONGEST_FIELD = 200
FIRST_YEAR, LAST_YEAR = 1900, 2100
_CODE = re.compile(r"[A-ZÅÄÖ0-9]{1,20}")
_PERIOD = re.compile(r"(\d{4})(?:\s*[-–—]\s*(\d{4}))?")


class DocumentField(StrEnum):
    """What of a document, besides its items, a person may fill in or correct."""

    BODY = "body"
    CODE = "code"
    PERIOD = "period"
    YEAR = "year"
    """The year that the paper is for; the sub-goals of that year go with it."""
    DATE = "date"
    PARAGRAPH = "paragraph"
    DNR = "dnr"


_SETTLED: Mapping[DocumentField, frozenset[str]] = {
    DocumentField.BODY: frozenset({"doubt-missing-body", "doubt-two-bodies"}),
    DocumentField.CODE: frozenset({"doubt-missing-body-code", "doubt-body-code"}),
    DocumentField.PERIOD: frozenset(
        {"doubt-missing-period", "doubt-mandate-period", "doubt-mandate-period-only"}
    ),
    DocumentField.YEAR: frozenset({"doubt-missing-year", "doubt-year-guessed"}),
    DocumentField.DATE: frozenset({"doubt-missing-date"}),
    DocumentField.PARAGRAPH: frozenset({"doubt-missing-paragraph"}),
    DocumentField.DNR: frozenset({"doubt-missing-dnr", "doubt-two-dnr"}),
}
"""The doubts that are gone once a person has filled in the field."""


@dataclass(frozen=True, slots=True)
class Corrections:
    """What a person changed. Items are counted from 1: the goals, then the sub-goals."""

    left_out: tuple[int, ...] = ()
    """Ascending."""
    wordings: tuple[tuple[int, str], ...] = ()
    fields: tuple[tuple[DocumentField, str], ...] = ()
    """As they were written; empty for "it has none"."""


NO_CORRECTIONS = Corrections()


@dataclass(frozen=True, slots=True)
class Item:
    """One goal or sub-goal of a document, as it stands with the corrections."""

    number: int
    stated: StatedGoal | StatedSubgoal
    left_out: bool = False


def items_of(document: GoalDocument, corrections: Corrections) -> tuple[Item, ...]:
    """Every item with its number, also those that are left out."""
    wordings = dict(corrections.wordings)
    items: list[Item] = []
    for number, stated in enumerate(_items(document), start=1):
        text = wordings.get(number, stated.text)
        shown = stated if text == stated.text else replace(stated, text=text, by_hand=True)
        items.append(Item(number, shown, number in corrections.left_out))
    return tuple(items)


def _items(document: GoalDocument) -> list[StatedGoal | StatedSubgoal]:
    return [*document.goals, *document.subgoals]


def leave_out(
    document: GoalDocument, corrections: Corrections, numbers: Iterable[int]
) -> Corrections:
    """Leave these items out; those that are out already come back. Raises ItemUnknownError."""
    left_out = set(corrections.left_out)
    for number in numbers:
        _check_item(document, number)
        left_out ^= {number}
    return replace(corrections, left_out=tuple(sorted(left_out)))


def reword(document: GoalDocument, corrections: Corrections, number: int, text: str) -> Corrections:
    """Give an item another wording; its own again where it is the one that was read.

    Raises ItemUnknownError, WordingMissingError or WordingTooLongError.
    """
    read = _check_item(document, number)
    wording = _visible(text)
    if not wording:
        raise WordingMissingError
    if len(wording) > LONGEST_WORDING:
        raise WordingTooLongError(most=LONGEST_WORDING)
    wordings = {each: old for each, old in corrections.wordings if each != number}
    if wording != read.text:
        wordings[number] = wording
    return replace(corrections, wordings=tuple(sorted(wordings.items())))


def fill_in(
    document: GoalDocument, corrections: Corrections, fields: Mapping[DocumentField, str]
) -> Corrections:
    """Fill in or correct fields; one with what was read is no correction.

    Raises FieldNotReadError for the first that cannot be read.
    """
    filled = dict(corrections.fields)
    for name, text in fields.items():
        written = _visible(text)
        filled.pop(name, None)
        if written != field_of(document, name):
            _filled_in(document, name, written)
            filled[name] = written
    return replace(corrections, fields=tuple(sorted(filled.items())))


def field_of(document: GoalDocument, name: DocumentField) -> str:
    """What the document has in a field, as a person would write it; empty for nothing."""
    period = document.goal_period
    held: dict[DocumentField, str | None] = {
        DocumentField.BODY: document.body,
        DocumentField.CODE: document.body_code,
        DocumentField.PERIOD: f"{period.first}-{period.last}" if period else None,
        DocumentField.YEAR: str(max(document.years)) if document.years else None,
        DocumentField.DATE: document.date.isoformat() if document.date else None,
        DocumentField.PARAGRAPH: document.paragraph,
        DocumentField.DNR: document.dnr,
    }
    return held[name] or ""


def corrected(document: GoalDocument, corrections: Corrections) -> GoalDocument:
    """The document as the person wants it recorded."""
    kept = [each for each in items_of(document, corrections) if not each.left_out]
    goals = [each for each in kept if isinstance(each.stated, StatedGoal)]
    places = {each.number: place for place, each in enumerate(goals, start=1)}
    subgoals = tuple(
        replace(each.stated, goal=places.get(each.stated.goal or 0))
        for each in kept
        if isinstance(each.stated, StatedSubgoal)
    )
    document = replace(
        document,
        goals=tuple(each.stated for each in goals if isinstance(each.stated, StatedGoal)),
        subgoals=subgoals,
    )
    for name, text in corrections.fields:
        document = _filled_in(document, name, text)
    settled = frozenset(key for name, text in corrections.fields if text for key in _SETTLED[name])
    doubts = tuple(each for each in document.doubts if each.key not in settled)
    return replace(document, doubts=doubts)


def _filled_in(document: GoalDocument, name: DocumentField, text: str) -> GoalDocument:
    """The document with this in a field; raises FieldNotReadError, with the kind expected."""
    text_or_none = text or None
    try:
        match name:
            case DocumentField.BODY:
                filled = replace(document, body=_read_text(text_or_none))
            case DocumentField.CODE:
                filled = replace(document, body_code=_read_code(text) if text else None)
            case DocumentField.PERIOD:
                filled = replace(document, goal_period=_read_period(text) if text else None)
            case DocumentField.YEAR:
                filled = _of_year(document, _read_year(text))
            case DocumentField.DATE:
                filled = replace(document, date=date.fromisoformat(text) if text else None)
            case DocumentField.PARAGRAPH:
                filled = replace(document, paragraph=_read_text(text_or_none))
            case DocumentField.DNR:
                filled = replace(document, dnr=_read_text(text_or_none))
    except ValueError:
        raise FieldNotReadError(expected=name.value) from None
    return filled


def _of_year(document: GoalDocument, year: int) -> GoalDocument:
    """The paper is for this year; what it states for the year it was read as goes along."""
    was = max(document.years, default=None)
    subgoals = tuple(
        replace(each, year=year) if each.year == was else each for each in document.subgoals
    )
    years = {*document.years, *(each.year for each in subgoals)} - {was} | {year}
    return replace(document, years=tuple(sorted(years)), subgoals=subgoals)


def _read_text(text: str | None) -> str | None:
    if text is not None and len(text) > LONGEST_FIELD:
        raise ValueError(text)
    return text


def _read_code(text: str) -> str:
    if not _CODE.fullmatch(text.upper()):
        raise ValueError(text)
    return text.upper()


def _read_year(text: str) -> int:
    year = int(text) if text.isdecimal() else 0
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(text)
    return year


def _read_period(text: str) -> Period:
    match = _PERIOD.fullmatch(text)
    if match is None:
        raise ValueError(text)
    first, last = _read_year(match[1]), _read_year(match[2] or match[1])
    if first > last:
        raise ValueError(text)
    return Period(first, last)


def _check_item(document: GoalDocument, number: int) -> StatedGoal | StatedSubgoal:
    items = _items(document)
    if not 1 <= number <= len(items):
        raise ItemUnknownError(number=number)
    return items[number - 1]


def _visible(text: str) -> str:
    """Single spaces, and nothing that cannot be seen or kept."""
    shown = "".join(
        sign if unicodedata.category(sign) not in {"Cc", "Cs"} else " " for sign in text
    )
    return " ".join(shown.split())
