"""Questions with their right answers, as `data/README.md` describes them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

DATA = Path(__file__).with_name("data")


class QuestionSet(StrEnum):
    """Which questions: some to work with, some to be graded on, and the hardest."""

    DEVELOPMENT = "development"
    TEST = "test"
    HARD = "hard"


_FILES = {
    QuestionSet.DEVELOPMENT: (
        "development.jsonl",
        "development-2.jsonl",
        "development-3.jsonl",
        "development-4.jsonl",
    ),
    QuestionSet.TEST: ("test.jsonl", "test-2.jsonl"),
    QuestionSet.HARD: ("hard.jsonl",),
}


class Expect(StrEnum):
    """What has to be done with a question."""

    QUOTE = "quote"
    DECLINE = "decline"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class GradedQuestion:
    """One question, and what its answer is held against."""

    name: str
    """Its `id` in the file."""
    file: str
    tenant: str
    text: str
    language: str
    intents: tuple[str, ...]
    """The acceptable ones, the likeliest first."""
    body: str | None
    """None where it is not graded."""
    expect: Expect
    quoted: frozenset[str]
    any_of: tuple[frozenset[str], ...]
    may: frozenset[str]
    novel: bool
    contains: tuple[str, ...]

    @property
    def wanted(self) -> frozenset[str]:
        """Every wording that is an answer or a part of one."""
        return self.quoted.union(*self.any_of)

    @property
    def allowed(self) -> frozenset[str]:
        """Every wording that may be stated without being wrong."""
        return self.wanted | self.may

    def is_met_by(self, stated: frozenset[str]) -> bool:
        """Whether all that must be stated is among these wordings."""
        one_of = not self.any_of or any(each <= stated for each in self.any_of)
        return self.quoted <= stated and one_of

    @property
    def finds_a_goal(self) -> bool:
        """Whether a wording is to be found by its topic, or it is to be found that none fits."""
        if self.expect is Expect.DECLINE:
            return bool({"topic_search", "out_of_scope"} & set(self.intents))
        return self.expect is Expect.QUOTE and self.intents[0] == "topic_search"


def questions(of: QuestionSet, *, tenant: str | None = None) -> list[GradedQuestion]:
    """The questions of a set, in the order of its files; of one tenant if it is named."""
    return [each for each in _read(of) if tenant in (None, each.tenant)]


def _read(of: QuestionSet) -> Iterator[GradedQuestion]:
    for file in _FILES[of]:
        for line in (DATA / file).read_text(encoding="utf-8").splitlines():
            if line.strip():
                yield _question(json.loads(line), file)


def _question(stated: dict[str, Any], file: str) -> GradedQuestion:
    return GradedQuestion(
        name=stated["id"],
        file=file,
        tenant=stated["tenant"],
        text=stated["question"],
        language=stated["language"],
        intents=tuple(stated["intent"]),
        body=stated["body"],
        expect=Expect(stated["expect"]),
        quoted=frozenset(stated["quoted"]),
        any_of=tuple(frozenset(each) for each in stated.get("any_of", ())),
        may=frozenset(stated["may"]),
        novel=stated["novel"],
        contains=tuple(stated.get("contains", ())),
    )
