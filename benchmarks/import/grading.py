"""What was read from a document is held against what is true of it, by `data/README.md`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeAlias

from goals.document import Amendment, GoalDocument, StatedGoal, StatedSubgoal

from .papers import Paper, TrueItem
from .sources import stands_in

Stated: TypeAlias = StatedGoal | StatedSubgoal

_SPACE = re.compile(r"\s+")
_PARAGRAPH = re.compile(r"\d+(?:/\d+)?")
_INVENTED_MARK = re.compile(r"\(påhittad\)", re.IGNORECASE)


class Outcome(StrEnum):
    """What became of one document."""

    READ = "read"
    """A goal document, taken as one."""
    REFUSED = "refused"
    """Right: no goal document, and not taken as one."""
    TAKEN = "taken"
    """Wrong: no goal document, but taken as one."""
    WRONGLY_REFUSED = "refused!"
    """Wrong: a goal document, but not taken as one."""
    NOT_READ = "format not read"
    """The format has no reader: nothing is graded."""
    FAILED = "failed"
    """The reader gave up on a document that is sound."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the product made of a document, and how long that took."""

    document: GoalDocument | None
    seconds: float
    error: str = ""
    """The key of the refusal; empty where the document was read."""
    format_unknown: bool = False
    doubts: tuple[str, ...] = ()
    """Each as its key and its Swedish sentence."""


@dataclass(frozen=True, slots=True)
class Graded:
    """One document and how rightly it was read."""

    paper: Paper
    reading: Reading
    outcome: Outcome
    verbatim: tuple[tuple[TrueItem, Stated], ...] = ()
    missed: tuple[str, ...] = ()
    misplaced: tuple[str, ...] = ()
    """A goal taken for a sub-goal, or the other way round, or taken twice."""
    torn: tuple[str, ...] = ()
    """A part of a wording, or a wording and more: it stands there, but not as one goal."""
    non_goals: tuple[str, ...] = ()
    """It stands there, but is no goal of the list."""
    invented: tuple[str, ...] = ()
    """It does not stand in the document."""
    item_fields: Mapping[str, tuple[bool, ...]] = field(default_factory=dict)
    """Of the verbatim ones: whether year, code and place in the hierarchy are right."""
    fields: Mapping[str, bool] = field(default_factory=dict)
    doubts: tuple[bool, ...] = ()
    """Of each doubt that is due, whether it was told."""

    @property
    def wanted(self) -> int:
        """How many goals and sub-goals the document states."""
        return len(self.verbatim) + len(self.missed)

    @property
    def taken(self) -> int:
        """How many goals and sub-goals were taken."""
        wrong = (self.misplaced, self.torn, self.non_goals, self.invented)
        return len(self.verbatim) + sum(map(len, wrong))

    @property
    def is_graded(self) -> bool:
        """Whether its format is read at all."""
        return self.outcome is not Outcome.NOT_READ


def grade(paper: Paper, reading: Reading) -> Graded:
    """Grade one document."""
    outcome = _outcome(paper, reading)
    if outcome in {Outcome.NOT_READ, Outcome.REFUSED}:
        return Graded(paper, reading, outcome)
    document = reading.document or GoalDocument(paper.path.name, "", is_goal_document=False)
    goals, subgoals = _match(paper.goals, document.goals), _match(paper.subgoals, document.subgoals)
    verbatim = (*goals.pairs, *subgoals.pairs)
    sorts = _sort(paper, (*goals.over, *subgoals.over))
    return Graded(
        paper,
        reading,
        outcome,
        verbatim=verbatim,
        missed=tuple(each.text for each in (*goals.missed, *subgoals.missed)),
        misplaced=sorts["misplaced"],
        torn=sorts["torn"],
        non_goals=sorts["non_goals"],
        invented=sorts["invented"],
        item_fields=_item_fields(verbatim),
        fields={
            name: _FIELDS[name](document, wanted)
            for name, wanted in paper.fields.items()
            if name in _FIELDS
        },
        doubts=tuple(_is_told(due, reading.doubts) for due in paper.doubts),
    )


def _outcome(paper: Paper, reading: Reading) -> Outcome:
    if reading.format_unknown:
        return Outcome.NOT_READ
    if reading.document is None:
        return Outcome.FAILED
    if paper.is_goal_document:
        return Outcome.READ if reading.document.is_goal_document else Outcome.WRONGLY_REFUSED
    return Outcome.TAKEN if reading.document.is_goal_document else Outcome.REFUSED


@dataclass(frozen=True, slots=True)
class _Match:
    pairs: tuple[tuple[TrueItem, Stated], ...]
    missed: tuple[TrueItem, ...]
    over: tuple[Stated, ...]


def _match(wanted: Iterable[TrueItem], stated: Sequence[Stated]) -> _Match:
    """Pair each true wording with one that was taken; of equal wordings the same year first."""
    left = list(stated)
    pairs: list[tuple[TrueItem, Stated]] = []
    missed: list[TrueItem] = []
    for item in wanted:
        same = [each for each in left if _plain(each.text) == _plain(item.text)]
        of_year = [each for each in same if getattr(each, "year", None) == item.year]
        taken = next(iter(of_year or same), None)
        if taken is None:
            missed.append(item)
        else:
            left = [each for each in left if each is not taken]
            pairs.append((item, taken))
    return _Match(tuple(pairs), tuple(missed), tuple(left))


def _sort(paper: Paper, over: Iterable[Stated]) -> dict[str, tuple[str, ...]]:
    wordings = {_plain(item.text) for item in (*paper.goals, *paper.subgoals)}
    sorts: dict[str, list[str]] = {"misplaced": [], "torn": [], "non_goals": [], "invented": []}
    for each in over:
        text = _plain(each.text)
        if text in wordings:
            sorts["misplaced"].append(each.text)
        elif not stands_in(each.text, paper.path):
            sorts["invented"].append(each.text)
        elif any(text in wording or wording in text for wording in wordings):
            sorts["torn"].append(each.text)
        else:
            sorts["non_goals"].append(each.text)
    return {name: tuple(texts) for name, texts in sorts.items()}


def _item_fields(pairs: Iterable[tuple[TrueItem, Stated]]) -> dict[str, tuple[bool, ...]]:
    right: dict[str, list[bool]] = {}
    for item, stated in pairs:
        if isinstance(stated, StatedSubgoal):
            right.setdefault("year", []).append(stated.year == item.year)
        for name, wanted in item.more.items():
            right.setdefault(name, []).append(_same(getattr(stated, name), wanted))
    return {name: tuple(values) for name, values in right.items()}


def _same(stated: str | int | None, wanted: str | int | None) -> bool:
    if isinstance(stated, str) and isinstance(wanted, str):
        return _plain(stated) == _plain(wanted)
    return stated == wanted


def _is_told(due: str, told: Iterable[str]) -> bool:
    words = [_plain(word) for word in due.split("|")]
    return any(word in _plain(each) for each in told for word in words)


def _texts(stated: Iterable[str], wanted: Iterable[str]) -> bool:
    return [*map(_plain, stated)] == [*map(_plain, wanted)]


def _years(document: GoalDocument, wanted: Sequence[int]) -> bool:
    return list(document.years) == list(wanted)


def _period(document: GoalDocument, wanted: Sequence[int] | None) -> bool:
    period = document.goal_period
    return (period and [period.first, period.last]) == wanted


def _date(document: GoalDocument, wanted: str | None) -> bool:
    return (document.date and document.date.isoformat()) == wanted


def _paragraph(document: GoalDocument, wanted: str | None) -> bool:
    """The number alone: "KS § 234" and "§ 234" are the same paragraph."""
    numbers = _PARAGRAPH.findall(document.paragraph or "")
    return numbers == _PARAGRAPH.findall(wanted or "")


def _amendments(document: GoalDocument, wanted: Sequence[Mapping[str, Any]]) -> bool:
    def points(each: Amendment) -> tuple[str, str, str]:
        return each.kind.value, _plain(each.target or ""), _plain(each.text or "")

    return [points(each) for each in document.amendments] == [
        (each["kind"], _plain(each["target"] or ""), _plain(each["text"] or "")) for each in wanted
    ]


_FIELDS: Mapping[str, Callable[[GoalDocument, Any], bool]] = {
    "municipality": lambda document, wanted: _same(
        _INVENTED_MARK.sub("", document.municipality or ""), wanted or ""
    ),
    "body": lambda document, wanted: _same(document.body, wanted),
    "body_code": lambda document, wanted: _same(document.body_code, wanted),
    "years": _years,
    "goal_period": _period,
    "decision_points": lambda document, wanted: _texts(document.decision_points, wanted),
    "recipients": lambda document, wanted: _texts(document.recipients, wanted),
    "handlaggare": lambda document, wanted: _same(document.officer, wanted),
    "dnr": lambda document, wanted: _same(document.dnr, wanted),
    "date": _date,
    "paragraph": _paragraph,
    "decided": lambda document, wanted: document.decided is wanted,
    "amendments": _amendments,
}
FIELDS = tuple(_FIELDS)
FIELD_NAMES = {"handlaggare": "officer"}
"""What a field is called in GoalDocument where that is not its name in the JSON."""


def _plain(text: str) -> str:
    """Spaces, soft hyphens, case and the mark at the end aside: they are no part of a wording."""
    composed = unicodedata.normalize("NFC", text).replace("\u00ad", "")
    return _SPACE.sub(" ", composed).strip().rstrip(".,;").casefold()
