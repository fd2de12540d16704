"""Documents with what is true of each, as `data/README.md` describes them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

DATA = Path(__file__).with_name("data")
FORMATS = (".docx", ".pdf", ".txt")


class PaperSet(StrEnum):
    """Which half of the documents: one to work with, one to be graded on."""

    DEVELOPMENT = "development"
    TEST = "test"


@dataclass(frozen=True, slots=True)
class TrueItem:
    """A goal or a sub-goal that the document states. What is not graded is not in `more`."""

    text: str
    year: int | None
    """None of a goal."""
    more: Mapping[str, Any]
    """`code`; `under` of a goal, `goal` of a sub-goal: where it stands in the hierarchy."""


@dataclass(frozen=True, slots=True)
class Paper:
    """One document, and what its reading is held against."""

    path: Path
    of: PaperSet
    is_goal_document: bool
    goals: tuple[TrueItem, ...]
    subgoals: tuple[TrueItem, ...]
    fields: Mapping[str, Any]
    """What else it says, by the names of the import's JSON. What is not there is not graded."""
    doubts: tuple[str, ...]
    """What a person must be told of: words of the doubt, `a|b` meaning either."""


def papers(of: PaperSet) -> list[Paper]:
    """The documents of a set, by name."""
    return list(_read(of))


def _read(of: PaperSet) -> Iterator[Paper]:
    for path in sorted((DATA / of.value).iterdir()):
        if path.suffix not in FORMATS:
            continue
        truth = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        yield Paper(
            path,
            of,
            is_goal_document=truth.pop("is_goal_document"),
            goals=tuple(_item(each) for each in truth.pop("goals", ())),
            subgoals=tuple(_item(each) for each in truth.pop("subgoals", ())),
            doubts=tuple(truth.pop("doubts", ())),
            fields=truth,
        )


def _item(stated: dict[str, Any]) -> TrueItem:
    return TrueItem(stated.pop("text"), stated.pop("year", None), stated)
