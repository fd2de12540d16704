"""A tenant's wordings, ready to be searched: made once for each revision of its record."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from dialogs.understanding.certainty import Found
from dialogs.understanding.finding import SAME_CONCEPT, Index
from dialogs.understanding.intents import KEYWORDS
from dialogs.understanding.topic_words import Known
from dialogs.understanding.vocabulary import Vocabulary, spelling
from dialogs.understanding.words import bare_name, fold, stem, tokens
from goals.goal import Goal, Subgoal
from goals.record import Record

_WIDE = 0.86
"""What a goal counts beside a sub-goal that is met as surely: it is short and speaks of wide
things, so that much seems to be about it, and mostly the sub-goal is the one that is meant. Who
asks by one word asks as widely."""
_NEAR_THE_BEST = 0.8
"""The share of the best one's score from where one that is met more surely comes before it."""


class Library:
    """Every goal and sub-goal of one record, with the index over their words."""

    def __init__(self, record: Record, vocabulary: Vocabulary) -> None:
        """Index all wordings, of every year, with the words that the municipality has taught."""
        self.items: tuple[Goal | Subgoal, ...] = (
            *(goal for each in record.goal_sets for goal in each.goals),
            *(subgoal for plan in record.plans for subgoal in plan.subgoals),
        )
        self._places = {id(item): place for place, item in enumerate(self.items)}
        self.vocabulary = vocabulary.taught(record.words)
        texts = [item.text for item in self.items]
        told = _names((tokens(_KIND.sub(" ", record.municipality or ""))), self.vocabulary)
        self._index = Index([_without(told, text) for text in texts], self.vocabulary)
        words = {word for item in self.items for word in tokens(item.text)}
        stated = frozenset(words | {stem(word) for word in words})
        self.known = Known(
            record.bodies,
            stated | frozenset(map(fold, stated)) | self.vocabulary.own_words,
            spelling(words | KEYWORDS | self.vocabulary.own_words),
            told or _names(_said_of_itself(texts), self.vocabulary),
        )

    def search(self, words: tuple[str, ...], *, among: Iterable[Goal | Subgoal]) -> list[Found]:
        """Those of the record's own wordings that the words point to, best first."""
        places = [self._places[id(item)] for item in among]
        found = [(self.items[each.place], each) for each in self._index.search(words, among=places)]
        surest = max((of.strongest for item, of in found if isinstance(item, Subgoal)), default=0.0)
        found = [
            (item, replace(of, score=_WIDE * of.score))
            if isinstance(item, Goal)
            and of.strongest <= surest
            and (len(words) > 1 or of.strongest < SAME_CONCEPT)
            else (item, of)
            for item, of in found
        ]
        return _surest_first(sorted(found, key=lambda pair: (-pair[1].score, pair[1].place)))


def _surest_first(found: list[Found]) -> list[Found]:
    """The same, the first that is surely met before those that are met by a link only.

    If it answers as much: how short a wording is shall not outweigh what it is about.
    """
    if not found or found[0][1].convincing >= SAME_CONCEPT:
        return found
    best = found[0][1]
    sure = next(
        (
            place
            for place, (_, of) in enumerate(found)
            if of.convincing >= SAME_CONCEPT and of.coverage >= best.coverage
        ),
        None,
    )
    if sure is None or found[sure][1].score < _NEAR_THE_BEST * best.score:
        return found
    return [found[sure], *found[:sure], *found[sure + 1 :]]


_WHO_SHALL = re.compile(r"^([A-ZÅÄÖ][a-zåäö]{2,}) ska\b|\b([A-ZÅÄÖ][a-zåäö]{3,}?)s?bor(?:na)?\b")
_WORD = re.compile(r"\w+")
_KIND = re.compile(r"\b(?:kommun|stad|municipality|city of)\b", re.IGNORECASE)


def _said_of_itself(texts: Iterable[str]) -> Iterable[str]:
    """What the municipality may call itself: "Granvika ska …", "Almviksbor"."""
    for each in (found for text in texts for found in _WHO_SHALL.finditer(text)):
        yield (each[1] or each[2]).casefold()


def _names(words: Iterable[str], vocabulary: Vocabulary) -> frozenset[str]:
    """Those that nobody knows as a word: in Mark a goal may be about land."""
    return frozenset(bare_name(word) for word in words if not vocabulary.is_known(word))


def _without(names: frozenset[str], text: str) -> str:
    """The wording without what the municipality is called: no "Bokesund" is about books."""
    return _WORD.sub(lambda word: " " if bare_name(word[0]) in names else word[0], text)


_LIBRARIES_KEPT = 512
_libraries: dict[tuple[str, tuple[tuple[str, int], ...]], tuple[Record, Vocabulary, Library]] = {}
"""By municipality, and by what is kept from those who read it so."""


def library_of(record: Record, vocabulary: Vocabulary) -> Library:
    """The library of a record, made at its first use and kept until a newer one is asked for."""
    key = (record.tenant, record.veiled)
    kept = _libraries.pop(key, None)
    if kept is None or kept[0] is not record or kept[1] is not vocabulary:
        kept = (record, vocabulary, Library(record, vocabulary))
    _libraries[key] = kept  # the last one used is the last to go
    if len(_libraries) > _LIBRARIES_KEPT:
        del _libraries[next(iter(_libraries))]
    return kept[2]
