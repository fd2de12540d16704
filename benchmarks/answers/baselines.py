"""What others would find: BM25, rapidfuzz and SQLite's full-text search on the same questions.

They are given more than they would have on their own: only the wordings of the list that answers
for the year, our own stop words, and the threshold below which nothing is quoted that serves them
best on the development questions. Each quotes its best wording or declines.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any, Protocol, TypeAlias

import rank_bm25
import rapidfuzz
import snowballstemmer

from benchmarks.answers.questions import Expect, GradedQuestion
from benchmarks.answers.records import Municipality
from dialogs.understanding.vocabulary import shipped
from goals.actor import Actor
from goals.asking import list_for
from goals.record import Record

_WORD = re.compile(r"\w+")
_YEAR = re.compile(r"\b20\d\d\b")
_SHORTEST_PREFIX = 3
_stem = lru_cache(maxsize=None)(snowballstemmer.stemmer("swedish").stemWord)

Hit: TypeAlias = tuple[str, float]
"""The best wording and its score; the higher, the likelier."""


class Searcher(Protocol):
    """Finds the wording that is nearest to a question."""

    def __init__(self, wordings: Sequence[str]) -> None:
        """Make ready to search these."""

    def best(self, words: Sequence[str]) -> Hit | None:
        """The nearest wording, or None where nothing is near at all."""


class Bm25:
    """BM25 over words brought to their stem by Snowball's Swedish stemmer."""

    def __init__(self, wordings: Sequence[str]) -> None:
        """Stem and count the words."""
        self._wordings = wordings
        self._ranking = rank_bm25.BM25Okapi([_stems(_words(wording)) for wording in wordings])

    def best(self, words: Sequence[str]) -> Hit | None:
        """The wording with the highest BM25."""
        scores: list[float] = self._ranking.get_scores(_stems(words)).tolist()
        score, place = max((score, -place) for place, score in enumerate(scores))
        return (self._wordings[-place], score) if score > 0 else None


class Fuzzy:
    """One of rapidfuzz's ratios between the question and each wording."""

    def __init__(self, wordings: Sequence[str], *, scorer: Callable[..., Any]) -> None:
        """Keep the wordings; a ratio needs no index."""
        self._wordings = wordings
        self._scorer = scorer

    def best(self, words: Sequence[str]) -> Hit | None:
        """The wording with the highest ratio."""
        found = rapidfuzz.process.extractOne(
            " ".join(words),
            self._wordings,
            scorer=self._scorer,
            processor=rapidfuzz.utils.default_process,
        )
        return (found[0], found[1]) if found and words else None


class FullText:
    """SQLite FTS5: words without å, ä, ö, any of them found by the beginning of a word."""

    def __init__(self, wordings: Sequence[str]) -> None:
        """Fill a table in memory."""
        self._database = sqlite3.connect(":memory:")
        self._database.execute(
            "CREATE VIRTUAL TABLE wordings USING fts5"
            "(wording, tokenize = 'unicode61 remove_diacritics 2', prefix = '3 4 5')"
        )
        self._database.executemany(
            "INSERT INTO wordings VALUES (?)", [(wording,) for wording in wordings]
        )

    def best(self, words: Sequence[str]) -> Hit | None:
        """The wording with the best rank among those with a word that begins as one of these."""
        stems = [stem for stem in _stems(words) if len(stem) >= _SHORTEST_PREFIX]
        if not stems:
            return None
        any_of_them = " OR ".join(f'"{stem}"*' for stem in stems)
        found = self._database.execute(
            "SELECT wording, -bm25(wordings) FROM wordings WHERE wordings MATCH ?"
            " ORDER BY bm25(wordings), rowid LIMIT 1",
            (any_of_them,),
        ).fetchone()
        return (found[0], found[1]) if found else None


BASELINES: dict[str, Callable[[Sequence[str]], Searcher]] = {
    "BM25, Swedish stems": Bm25,
    "rapidfuzz token_set_ratio": partial(Fuzzy, scorer=rapidfuzz.fuzz.token_set_ratio),
    "rapidfuzz WRatio": partial(Fuzzy, scorer=rapidfuzz.fuzz.WRatio),
    "SQLite FTS5, prefixes": FullText,
}


@dataclass(frozen=True, slots=True)
class Score:
    """How a baseline did on some questions."""

    name: str
    threshold: float
    asked: int
    right: int
    wrong: int
    """Wrongly quoted."""

    @property
    def error(self) -> float:
        """The share of the questions without a right answer."""
        return 1 - self.right / self.asked if self.asked else 0.0


def score_baselines(
    asked: Sequence[GradedQuestion],
    tuned_on: Sequence[GradedQuestion],
    served: dict[str, Municipality],
) -> list[Score]:
    """All baselines on the questions, each with the threshold that is best on `tuned_on`."""
    scores = []
    for name, searcher in BASELINES.items():
        search = _search(searcher, served)
        threshold = _best_threshold([(each, search(each)) for each in tuned_on])
        quotes = [(each, _quoted(search(each), threshold)) for each in asked]
        scores.append(
            Score(
                name,
                threshold,
                len(asked),
                sum(_is_right(question, quote) for question, quote in quotes),
                sum(quote is not None and quote not in q.allowed for q, quote in quotes),
            )
        )
    return scores


def _search(
    searcher: Callable[[Sequence[str]], Searcher], served: dict[str, Municipality]
) -> Callable[[GradedQuestion], Hit | None]:
    made: dict[tuple[str, ...], Searcher] = {}

    def search(question: GradedQuestion) -> Hit | None:
        year = _YEAR.search(question.text)
        wordings = _counting(served[question.tenant].record, int(year[0]) if year else None)
        if not wordings:
            return None
        if wordings not in made:
            made[wordings] = searcher(wordings)
        return made[wordings].best(_asked(question.text))

    return search


def _counting(record: Record, year: int | None) -> tuple[str, ...]:
    """The wordings that answer for the year, of all bodies."""
    nobody = Actor(record.tenant, "benchmark")
    wordings: list[str] = []
    for body in record.bodies:
        if goal_set := record.goal_set(body.code, year):
            wordings += [goal.text for goal in goal_set.goals]
        if plan := list_for(record, body.code, year, nobody).plan:
            wordings += [subgoal.text for subgoal in plan.subgoals]
    return tuple(dict.fromkeys(wordings))


def _best_threshold(hits: Iterable[tuple[GradedQuestion, Hit | None]]) -> float:
    """The threshold with which the most questions are right; the lowest of equals."""
    known = list(hits)
    candidates = sorted({hit[1] for _, hit in known if hit} | {0.0})
    return max(
        candidates,
        key=lambda threshold: sum(
            _is_right(question, _quoted(hit, threshold)) for question, hit in known
        ),
    )


def _quoted(hit: Hit | None, threshold: float) -> str | None:
    return hit[0] if hit and hit[1] >= threshold else None


def _is_right(question: GradedQuestion, quote: str | None) -> bool:
    """Of several wanted wordings one is enough: a baseline quotes one at most."""
    if question.expect is Expect.DECLINE:
        return quote is None
    return quote in question.wanted


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _asked(text: str) -> list[str]:
    """A question's words without those that say nothing about a topic."""
    return [word for word in _words(text) if not shipped().is_stopword(word)]


def _stems(words: Iterable[str]) -> list[str]:
    return [_stem(word) for word in words]
