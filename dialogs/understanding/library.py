"""A tenant's wordings, ready to be searched: made once for each revision of its record."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable

from dialogs.understanding.finding import Candidate, Index
from dialogs.understanding.intents import KEYWORDS
from dialogs.understanding.understand import Known
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
            _own_names({item.text for item in self.items}, self.vocabulary),
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


_NAME = re.compile(r"\b[A-ZÅÄÖ][a-zåäö]{2,}\b")
_SHALL = re.compile(r" ska\b")


def _own_names(texts: Collection[str], vocabulary: Vocabulary) -> frozenset[str]:
    """What the municipality calls itself: a name that several of its wordings say, folded.

    "Granvika ska …" and "… i Granvika": in capitals everywhere, and no word of the language.
    """
    in_small = {bare_name(word) for text in texts for word in re.findall(r"\b[a-zåäö]+\b", text)}
    said: Counter[str] = Counter()
    surely: set[str] = set()
    for text in texts:
        names = [name for name in _NAME.finditer(text) if not vocabulary.is_known(name[0].lower())]
        said.update({bare_name(name[0]) for name in names})
        surely |= {
            bare_name(name[0]) for name in names if name.start() or _SHALL.match(text, name.end())
        }
    return frozenset(name for name in surely - in_small if said[name] > 1)


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
