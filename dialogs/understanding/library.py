"""A tenant's wordings, ready to be searched: made once for each revision of its record."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dialogs.understanding.finding import Candidate, Index
from dialogs.understanding.intents import KEYWORDS
from dialogs.understanding.topic_words import Known
from dialogs.understanding.vocabulary import Vocabulary, spelling
from dialogs.understanding.words import bare_name, fold, stem, tokens
from goals.goal import Goal, Subgoal
from goals.record import Record


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
        self._index = Index([item.text for item in self.items], self.vocabulary)
        words = {word for item in self.items for word in tokens(item.text)}
        stated = frozenset(words | {stem(word) for word in words})
        self.known = Known(
            record.bodies,
            stated | frozenset(map(fold, stated)) | self.vocabulary.own_words,
            spelling(words | KEYWORDS | self.vocabulary.own_words),
            _own_names(record.municipality, (item.text for item in self.items), self.vocabulary),
        )

    def search(
        self, words: tuple[str, ...], *, among: Iterable[Goal | Subgoal]
    ) -> list[tuple[Goal | Subgoal, Candidate]]:
        """Those of the record's own wordings that the words point to, best first."""
        places = [self._places[id(item)] for item in among]
        return [
            (self.items[candidate.place], candidate)
            for candidate in self._index.search(words, among=places)
        ]


_WHO_SHALL = re.compile(r"^([A-ZÅÄÖ][a-zåäö]{2,}) ska\b|\b([A-ZÅÄÖ][a-zåäö]{3,}?)s?bor(?:na)?\b")


_KIND = re.compile(r"\b(?:kommun|stad|municipality|city of)\b", re.IGNORECASE)


def _own_names(told: str | None, texts: Iterable[str], vocabulary: Vocabulary) -> frozenset[str]:
    """What the municipality is called, and calls itself: "Granvika ska …", "Almviksbor"."""
    named = tokens(_KIND.sub(" ", told)) if told else []
    found = [each for text in texts for each in _WHO_SHALL.finditer(text)]
    said = {each[1] or each[2] for each in found}
    names = {*named, *(name.casefold() for name in said)}
    return frozenset(bare_name(name) for name in names if not vocabulary.is_known(name))


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
