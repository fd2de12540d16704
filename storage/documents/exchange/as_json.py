"""A goal document as JSON, in the shape that scripts and tests rely on."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from goals.document import Doubt, GoalDocument, StatedGoal, StatedSubgoal
from goals.errors import DocumentFieldError, DocumentIsExportError, DocumentNotJsonError
from goals.goal import Period
from storage.documents.exchange.envelope import FORMAT
from storage.documents.text_lines import decode, without_controls

LONGEST_TEXT = 4_000
LONGEST_CODE = 20
LONGEST_LIST = 2_000
FIRST_YEAR, LAST_YEAR = 1900, 2100

_KEYS = frozenset(
    {
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
    }
)
_GOAL_KEYS = frozenset({"code", "text"})
_SUBGOAL_KEYS = frozenset({"code", "text", "year"})
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_LONGEST_KEY = 60


def to_json(document: GoalDocument, sentences: Callable[[Doubt], str]) -> dict[str, object]:
    """The document for `import --json`; `sentences` says each doubt in the reader's language."""
    period = document.goal_period
    return {
        "is_goal_document": document.is_goal_document,
        "municipality": document.municipality,
        "body": document.body,
        "body_code": document.body_code,
        "years": list(document.years),
        "goal_period": [period.first, period.last] if period else None,
        "goals": [{"code": goal.code, "text": goal.text} for goal in document.goals],
        "subgoals": [
            {"code": subgoal.code, "text": subgoal.text, "year": subgoal.year}
            for subgoal in document.subgoals
        ],
        "decision_points": list(document.decision_points),
        "recipients": list(document.recipients),
        "handlaggare": document.officer,
        "dnr": document.dnr,
        "date": document.date.isoformat() if document.date else None,
        "paragraph": document.paragraph,
        "decided": document.decided,
        "warnings": [sentences(doubt) for doubt in document.doubts],
    }


def from_json(name: str, content: bytes) -> GoalDocument:
    """Read a document in the shape of `to_json`; keys that are missing say nothing.

    Raises DocumentFieldError, naming the field, DocumentNotJsonError, DocumentTooLargeError,
    DocumentUnreadableError, or DocumentIsExportError for a whole export (see `envelope`).
    """
    text, doubts = decode(content, name=name)
    try:
        stated: object = json.loads(text)
    except (ValueError, RecursionError):
        raise DocumentNotJsonError(document=name) from None
    if not isinstance(stated, dict):
        raise DocumentNotJsonError(document=name)
    if stated.get("format") == FORMAT:
        raise DocumentIsExportError(document=name)
    fields = _Fields(name, stated)
    goals = tuple(fields.goal(*each) for each in fields.objects("goals", _GOAL_KEYS))
    subgoals = tuple(fields.subgoal(*each) for each in fields.objects("subgoals", _SUBGOAL_KEYS))
    is_goal_document = fields.flag("is_goal_document", unstated=True) and bool(goals or subgoals)
    if not is_goal_document:
        goals = subgoals = ()
    return GoalDocument(
        name,
        sha256(content).hexdigest(),
        is_goal_document=is_goal_document,
        municipality=fields.text("municipality"),
        body=fields.text("body"),
        body_code=fields.text("body_code", longest=LONGEST_CODE),
        years=tuple(sorted({*fields.years("years"), *(each.year for each in subgoals)})),
        goal_period=fields.period("goal_period"),
        goals=goals,
        subgoals=subgoals,
        decision_points=fields.texts("decision_points"),
        recipients=fields.texts("recipients"),
        officer=fields.text("handlaggare"),
        dnr=fields.text("dnr"),
        date=fields.day("date"),
        paragraph=fields.text("paragraph"),
        decided=fields.flag("decided", unstated=False),
        doubts=(
            *doubts,
            *fields.unknown(),
            *(Doubt("doubt-noted", None, {"text": each}) for each in fields.texts("warnings")),
        ),
    )


def _is_year(value: object) -> bool:
    return type(value) is int and FIRST_YEAR <= value <= LAST_YEAR


@dataclass(frozen=True, slots=True)
class _Fields:
    """The values of a JSON object, each asked for with the type that it must have."""

    document: str
    stated: Mapping[str, Any]

    def unknown(self) -> list[Doubt]:
        return [self._unknown_key(key) for key in self.stated if key not in _KEYS] + [
            self._unknown_key(f"{listed}[{at}].{key}")
            for listed, known in (("goals", _GOAL_KEYS), ("subgoals", _SUBGOAL_KEYS))
            for at, each in enumerate(self.stated.get(listed) or ())
            for key in each
            if key not in known
        ]

    def text(self, field: str, *, longest: int = LONGEST_TEXT) -> str | None:
        return self._text(self.stated.get(field), field, longest=longest) or None

    def texts(self, field: str) -> tuple[str, ...]:
        return tuple(
            self._filled(each, f"{field}[{at}]") for at, each in enumerate(self._list(field))
        )

    def flag(self, field: str, *, unstated: bool) -> bool:
        value = self.stated.get(field)
        if value is None:
            return unstated
        if not isinstance(value, bool):
            raise self._wrong(field, "flag")
        return value

    def years(self, field: str) -> tuple[int, ...]:
        return tuple(
            self._year(each, f"{field}[{at}]") for at, each in enumerate(self._list(field))
        )

    def period(self, field: str) -> Period | None:
        value = self.stated.get(field)
        if value is None:
            return None
        if not isinstance(value, list) or not all(map(_is_year, value)) or value != sorted(value):
            raise self._wrong(field, "period")
        if len(value) != len(("from", "to")):
            raise self._wrong(field, "period")
        return Period(*value)

    def day(self, field: str) -> date | None:
        value = self.stated.get(field)
        if value is None:
            return None
        if not isinstance(value, str) or not _ISO_DATE.fullmatch(value):
            raise self._wrong(field, "date")
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise self._wrong(field, "date") from None

    def objects(self, field: str, keys: frozenset[str]) -> list[tuple[str, Mapping[str, Any]]]:
        found: list[tuple[str, Mapping[str, Any]]] = []
        for at, each in enumerate(self._list(field)):
            if not isinstance(each, dict) or not keys & each.keys():
                raise self._wrong(f"{field}[{at}]", "object")
            found.append((f"{field}[{at}]", each))
        return found

    def goal(self, place: str, stated: Mapping[str, Any]) -> StatedGoal:
        return StatedGoal(
            self._filled(stated.get("text"), f"{place}.text"), self._code(place, stated)
        )

    def subgoal(self, place: str, stated: Mapping[str, Any]) -> StatedSubgoal:
        return StatedSubgoal(
            self._filled(stated.get("text"), f"{place}.text"),
            self._year(stated.get("year"), f"{place}.year"),
            self._code(place, stated),
        )

    def _code(self, place: str, stated: Mapping[str, Any]) -> str | None:
        return self._text(stated.get("code"), f"{place}.code", longest=LONGEST_CODE) or None

    def _list(self, field: str) -> list[Any]:
        value = self.stated.get(field)
        if value is None:
            return []
        if not isinstance(value, list):
            raise self._wrong(field, "list")
        if len(value) > LONGEST_LIST:
            raise self._wrong(field, "shorter-list")
        return value

    def _year(self, value: object, place: str) -> int:
        if type(value) is not int or not _is_year(value):
            raise self._wrong(place, "year")
        return value

    def _filled(self, value: object, place: str) -> str:
        text = self._text(value, place)
        if not text:
            raise self._wrong(place, "text")
        return text

    def _text(self, value: object, place: str, *, longest: int = LONGEST_TEXT) -> str:
        if value is None:
            return ""
        if not isinstance(value, str):
            raise self._wrong(place, "text")
        text = " ".join(without_controls(value).split())
        if len(text) > longest:
            raise self._wrong(place, "shorter-text")
        return text

    def _wrong(self, field: str, expected: str) -> DocumentFieldError:
        return DocumentFieldError(document=self.document, field=field, expected=expected)

    @staticmethod
    def _unknown_key(key: str) -> Doubt:
        return Doubt("doubt-unknown-key", None, {"name": without_controls(key)[:_LONGEST_KEY]})
