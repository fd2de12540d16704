"""The vocabulary: what words of Swedish municipal life belong together.

The words themselves are data, in `vocabulary/*.toml`; its README says how to add one.
"""

from __future__ import annotations

import copy
import math
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TypeAlias

from dialogs.understanding.words import (
    are_forms_of_one,
    distance,
    english_stem,
    fold,
    is_ending,
    root,
    stem,
    stems,
    tokens,
)
from goals.words import TaughtWord

FOLDER = Path(__file__).with_name("vocabulary")
_NOT_AREAS = {
    *("stopwords.toml", "abbreviations.toml", "ordinary.toml", "people.toml", "doings.toml"),
    "compounds.toml",
}
SET_PHRASE = "="
"""Before a phrase that counts word for word, the words that say nothing alone included."""
_SHORTEST_PART = 3
_SURE_PART = 5
_PLAIN_PART = 4
_SHORTEST_MISSPELT = 5
_EMPTY_HEADS = frozenset(
    map(
        stem,
        (
            *("arbete", "fråga", "perspektiv", "insats", "åtgärd", "aktivitet", "verksamhet"),
            *("område", "tänk", "utveckling", "process", "nivå", "möjlighet", "behov"),
            *("risk", "plan", "strategi", "policy", "satsning", "projekt", "problem", "situation"),
            *("läge", "hantering", "lösning", "samordning", "analys", "kartläggning", "planering"),
        ),
    )
)
"""Last parts of compounds that leave the whole about its first part."""
_OF_A_VERB = ("are", "aren", "ares", "arens", "ande", "anden", "andet", "ade", "ades")
"""Endings of a noun or a form that is made of a verb: "åkare", "åkande"."""
_STEP_TO_A_WHOLE = 0.4
"""From a close part to its whole it is no full step."""
_LONG_WORD = 11
_SURELY_MISSPELT = 8
"""A shorter word may be one that nobody knows: it is mended only if its letters are all right,
swapped, doubled or not."""

_Stem: TypeAlias = Callable[[str], str]
_Parts: TypeAlias = Callable[[str], tuple[str, ...]]
Spelling: TypeAlias = Mapping[tuple[str, int], list[str]]
"""Words by first letter, folded, and length."""
Doing: TypeAlias = tuple[Iterable[str], Iterable[str]]
"""The Swedish and the English words for something that is done to a thing."""


@dataclass(frozen=True, slots=True)
class Concept:
    """A thing that a goal can be about."""

    name: str
    swedish: tuple[str, ...]
    english: tuple[str, ...]
    related: tuple[str, ...] = ()
    """Neighbours: a weak link."""
    broader: tuple[str, ...] = ()
    """What plainly includes it: a goal on culture is about concerts too."""
    part_of: tuple[str, ...] = ()
    """What it is so much a part of that the one is often said and the other meant: a goal on
    brottslighet is one on inbrott. Includes it too, and more closely."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Several words that stand for one concept."""

    stems: tuple[str, ...]
    """Folded, by which it is looked up."""
    concept: str
    words: tuple[str, ...] = ()
    """The same as they are listed, where their stems are so short that others share them."""


Phrases: TypeAlias = dict[str, list[Phrase]]
"""Phrases by their first stem."""


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What a municipality has laid over the shipped vocabulary."""

    forms: Mapping[str, set[str]] = field(default_factory=dict)
    """Form, as written → everything it stands for, with what it stood for before."""
    folded: Mapping[str, set[str]] = field(default_factory=dict)
    phrases: Phrases = field(default_factory=dict)
    words: frozenset[str] = frozenset()


class Vocabulary:
    """Looks words up: which concepts they stand for, which word a misspelt one was meant to be."""

    def __init__(
        self,
        concepts: Iterable[Concept],
        *,
        stopwords: Iterable[str] = (),
        ordinary: Iterable[str] = (),
        people: Iterable[str] = (),
        doings: Mapping[str, Doing] | None = None,
        compounds: Mapping[str, Iterable[str]] | None = None,
        plain: Mapping[int, Iterable[str]] | None = None,
        abbreviations: Mapping[str, str] | None = None,
    ) -> None:
        """Build the look-up tables; about a tenth of a second for the shipped words.

        `doings` are words by what is done to a thing ("sell" → "sälja", "get rid of").
        `compounds` are words that may be "plain_parts" of one, listed ones that are "never_parts",
        and those that are "no_compounds".
        `plain` are words that tell the language and no topic: 1 for Swedish, 2 for English.
        """
        self.concepts: dict[str, Concept] = {}
        self.abbreviations = dict(abbreviations or {})
        self.stopwords = frozenset(stopwords) | frozenset(fold(word) for word in stopwords)
        self._ordinary = frozenset(map(fold, ordinary))
        self._people = frozenset(each for word in people for each in (word, stem(word)))
        self._doings = _by_form(doings or {})
        self._listed: dict[str, frozenset[str]] = {}
        self._stems: dict[str, frozenset[str]] = {}
        self._english_stems: dict[str, frozenset[str]] = {}
        self._typed: dict[str, frozenset[str]] = {}
        self._words: set[str] = set()
        self._spelt: set[str] = set()
        parted = compounds or {}
        self._may_stand_in_compounds = set(parted.get("plain_parts", ()))
        self._never_parts = frozenset(map(stem, parted.get("never_parts", ())))
        whole = parted.get("no_compounds", ())
        self._no_compounds = frozenset(form for word in whole for form in (word, stem(word)))
        self._phrases: Phrases = defaultdict(list)
        self._set_phrases: Phrases = defaultdict(list)
        self._languages: dict[str, int] = defaultdict(int)
        kept = _Kept()
        for concept in concepts:
            for phrase in concept.swedish:
                self._learn(phrase, concept.name, stem, 1, kept)
            for phrase in concept.english:
                self._learn(phrase, concept.name, english_stem, 2, kept)
            # its links are kept, its words stand in the tables
            self.concepts[concept.name] = replace(concept, swedish=(), english=())
        self._plain: dict[str, int] = defaultdict(int)
        for language, words in (plain or {}).items():
            for word in words:
                self._plain[fold(word)] |= language
        self._related = self._both_ways(lambda concept: concept.related)
        self._own = OwnWords()
        self._broader = {name: self._all_broader(name) for name in self.concepts}

    def _learn(self, phrase: str, concept: str, stemmed: _Stem, language: int, kept: _Kept) -> None:
        if phrase.startswith(SET_PHRASE):
            self._add_phrase(self._set_phrases, tokens(phrase), concept, stemmed, kept)
            return
        words = [kept.text(word) for word in self.content_of(phrase)]
        self._spelt.update(words)
        if stemmed is stem:
            self._may_stand_in_compounds.update(words)
        if len(words) > 1:
            self._add_phrase(self._phrases, words, concept, stemmed, kept)
            for word in words:
                self._languages[kept.text(fold(word))] |= language
            return
        word = words[0]
        short = kept.text(stemmed(word))
        self._put(self._listed, word, concept, language, kept)
        if stemmed is stem:
            self._words.add(word)
            if len(word) >= _PLAIN_PART:  # "mar" of "drömmar" is no "mår"
                self._words.add(kept.text(fold(word)))
            self._put(self._stems, short, concept, language, kept)
        elif len(short) > _SHORTEST_PART:  # "carer" is nothing of a car
            self._put(self._english_stems, short, concept, language, kept)

    @staticmethod
    def _add_phrase(
        table: Phrases, words: list[str], concept: str, stemmed: _Stem, kept: _Kept
    ) -> None:
        is_swedish = stemmed is stem
        rooted = root if is_swedish else stemmed
        stems_of_it = tuple(kept.text(fold(rooted(word))) for word in words)
        listed = tuple(kept.text(fold(word)) for word in words) if is_swedish else ()
        table[stems_of_it[0]].append(Phrase(stems_of_it, concept, listed))

    def _put(
        self,
        table: dict[str, frozenset[str]],
        form: str,
        concept: str,
        language: int,
        kept: _Kept,
    ) -> None:
        folded = kept.text(fold(form))
        table[form] = kept.one_more(table.get(form, _NONE), concept)
        if form != folded:
            self._typed[folded] = kept.one_more(self._typed.get(folded, _NONE), concept)
        self._languages[folded] |= language

    def _both_ways(
        self, neighbours: Callable[[Concept], tuple[str, ...]]
    ) -> dict[str, frozenset[str]]:
        near: dict[str, set[str]] = defaultdict(set)
        for concept in self.concepts.values():
            for other in neighbours(concept):
                if other in self.concepts and other != concept.name:
                    near[concept.name].add(other)
                    near[other].add(concept.name)
        return {name: frozenset(others) for name, others in near.items()}

    def _all_broader(self, name: str) -> dict[str, float]:
        """The concepts that include it, step by step; the nearest way counts."""
        steps = {name: 0.0}
        waiting = [name]
        for each in waiting:
            concept = self.concepts.get(each)
            if concept is None:
                continue
            for step, wider in (
                *((_STEP_TO_A_WHOLE, wider) for wider in concept.part_of),
                *((1.0, wider) for wider in concept.broader),
            ):
                if wider in self.concepts and steps[each] + step < steps.get(wider, math.inf):
                    steps[wider] = steps[each] + step
                    waiting.append(wider)
        del steps[name]
        return steps

    @cached_property
    def _narrower(self) -> dict[str, dict[str, float]]:
        included: dict[str, dict[str, float]] = defaultdict(dict)
        for name, wider in self._broader.items():
            for each, steps in wider.items():
                included[each][name] = steps
        return included

    def is_stopword(self, word: str) -> bool:
        """Whether the word says nothing about what a goal is about.

        Typed with å, ä or ö it must be that very word: "stöd" is none, though "stod" is one.
        """
        return word in self.stopwords

    def is_known(self, word: str) -> bool:
        """Whether any form of the word stands in the vocabulary."""
        return self.is_stopword(word) or word in self._spelt or bool(self._whole(word))

    def is_ordinary(self, word: str) -> bool:
        """Whether it is a plain word of the language: no topic, and no misspelling either."""
        return not self._ordinary.isdisjoint(
            {fold(word), fold(stem(word)), fold(english_stem(word))}
        )

    def is_people(self, word: str) -> bool:
        """Whether it is a word for people or where they live: who has a goal, not what it is on."""
        return not self._people.isdisjoint({word, stem(word), english_stem(word)})

    def doings_of(self, word: str, *, as_written: bool = False) -> frozenset[str]:
        """What the word says is done to a thing: "sell" of "sälja" and "försäljning".

        A word that is listed for a topic ("vård") has nothing by its stem ("vårda").
        """
        swedish, english, typed = self._doings
        done = swedish.get(word) or (_NONE if as_written else english.get(word, _NONE))
        if done or word in self._listed:
            return done
        done = swedish.get(stem(word), _NONE)
        return (
            done
            if as_written
            else done or english.get(english_stem(word)) or typed.get(word, _NONE)
        )

    def languages_of(self, word: str) -> int:
        """Which language's words it is among: 1 Swedish, 2 English, 3 both, 0 neither."""
        typed = self._plain.get(fold(word), 0) or self._languages.get(fold(word), 0)
        return typed or max(
            self._languages.get(fold(stem(word)), 0),
            self._languages.get(fold(english_stem(word)), 0),
        )

    def core(self, word: str) -> str | None:
        """What a compound is about whose last part says nothing: "koncernperspektiv" → koncern.

        Of one with a hyphen its first part: "AI-stöd" → ai.
        """
        before, hyphen, _ = word.partition("-")
        if hyphen:
            return before if before in self._listed else None
        for cut in range(len(word) - _SURE_PART + 1, _SHORTEST_PART, -1):
            right = word[cut:]  # of four letters at least: "-ska" is an ending
            empty = stem(right) in _EMPTY_HEADS
            if empty and (first := self._first_part(word[:cut])):
                return first
        return None

    def set_phrases_in(self, words: list[str]) -> list[tuple[int, int, str]]:
        """The set phrases among all the words of a text, as (first word, how many, concept).

        One that stands inside a longer one does not count: "maten på hemmet" is no "på hemmet".
        """
        found = list(_phrases_in(words, (self._set_phrases,)))
        return [phrase for phrase in found if not any(_is_inside(phrase, each) for each in found)]

    def concepts_of(self, word: str, *, as_written: bool = False) -> frozenset[str]:
        """The concepts that the whole word stands for, or the set phrase.

        `as_written` takes it for Swedish, spelt with its å, ä and ö, as a document's words are.
        """
        if " " in word:
            words = word.split()
            content = [each for each in words if not self.is_stopword(each)]
            whole = [each for each in self.concepts_in(content) if each[1] == len(content)]
            return frozenset(each for _, _, each in (*self.set_phrases_in(words), *whole))
        return self._whole(word, as_written=as_written)

    def concepts_in(self, words: list[str]) -> list[tuple[int, int, str]]:
        """The phrases among content words, as (first word, number of words, concept)."""
        return list(_phrases_in(words, (self._phrases, self._own.phrases)))

    def taught(self, words: tuple[TaughtWord, ...]) -> Vocabulary:
        """This vocabulary with a municipality's own words; the same one for the same words."""
        return _with_own_words(self, words) if words else self

    def overlaid(self, own: OwnWords, *, instead_of: Iterable[str]) -> Vocabulary:
        """A copy with words of a municipality's own; all the tables are shared with this one.

        Shorthand that they are `instead_of` is no longer written out.
        """
        _ = self._parts, self._nearest, self._widths  # what is made once is made before copying
        other = copy.copy(self)
        other._own = own  # noqa: SLF001 — one of its own kind
        other.abbreviations = dict(self.abbreviations)
        for word in instead_of:
            other.abbreviations.pop(word, None)
        return other

    @property
    def own_words(self) -> frozenset[str]:
        """The single words of everything that the municipality has taught, folded."""
        return self._own.words

    def is_taught(self, word: str) -> bool:
        """Whether the municipality has taught the word, in any of its forms."""
        return not self._own.words.isdisjoint({fold(word), fold(stem(word))})

    def meanings_of(self, phrase: str) -> frozenset[str]:
        """The concepts that a word or phrase stands for; where it has none, those of its parts."""
        words = self.content_of(phrase)
        phrases = self.concepts_in(words)
        covered = {place for start, length, _ in phrases for place in range(start, start + length)}
        meant = {concept for _, _, concept in (*phrases, *self.set_phrases_in(tokens(phrase)))}
        for place, word in enumerate(words):
            if place not in covered:
                meant |= self.concepts_of(word) or {
                    concept for part in self.parts(word) for concept in self.concepts_of(part)
                }
        return frozenset(meant)

    def content_of(self, phrase: str) -> list[str]:
        """The words of a phrase that say something; all of them where none does."""
        stated = tokens(phrase)
        return [word for word in stated if not self.is_stopword(word)] or stated

    def related(self, concept: str) -> frozenset[str]:
        """Neighbouring concepts."""
        return self._related.get(concept, frozenset())

    def broader(self, concept: str) -> Mapping[str, float]:
        """The concepts that include it, each with how many steps away it is."""
        return self._broader.get(concept, {})

    def narrower(self, concept: str) -> Mapping[str, float]:
        """The concepts that it includes, each with how many steps away it is."""
        return self._narrower.get(concept, {})

    def width(self, concept: str) -> int:
        """How many things it includes; the close parts of a thing are one with it."""
        return self._widths.get(concept, 0)

    @cached_property
    def _widths(self) -> dict[str, int]:
        return {
            name: sum(not self.concepts[each].part_of for each in included)
            for name, included in self._narrower.items()
        }

    def is_part(self, one: str, other: str) -> bool:
        """Whether either concept is a close part of the other one."""
        return other in self.concepts[one].part_of or one in self.concepts[other].part_of

    def parts(self, word: str) -> tuple[str, ...]:
        """The known parts of a compound: "skolbibliotek" → ("skol", "bibliotek")."""
        return self._parts(word)

    @cached_property
    def _parts(self) -> _Parts:
        @lru_cache(maxsize=20_000)
        def parts(word: str) -> tuple[str, ...]:
            if not self._no_compounds.isdisjoint({word, stem(word)}):
                return ()
            if "-" in word:
                return tuple(piece for piece in word.split("-") if len(piece) > 1)
            best: tuple[str, ...] = ()
            most = 0.0
            for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
                weight, found = self._cut(word[:cut], word[cut:])
                if weight > most:
                    most, best = weight, found
            return best

        return parts

    def _cut(self, left: str, right: str) -> tuple[float, tuple[str, ...]]:
        """The known parts of a word that is cut in these two, and how good a cut it is."""
        if is_ending(right):
            return 0.0, ()  # "yrkeslär-are" is no compound
        first = self._first_part(left)
        last = right if self._is_last_part(right) else None
        if first and last:  # two known parts are better than one longer one
            return 2.0 * len(left + right), (first, last)
        if first and len(first) >= _SURE_PART and self._is_sure_beginning(first):
            return len(left), (first,)
        if last and len(last) >= _SURE_PART and self._is_sure_end(left, right):
            return len(right), (last,)
        return 0.0, ()

    def _first_part(self, left: str) -> str | None:
        """The first part of a compound, with or without its joining s: "bostads" → "bostad"."""
        forms = (
            (left, left.removesuffix("s"))
            if left in self._words
            else (left.removesuffix("s"), left)
        )
        for form in forms:
            known = self._may_be_part(form) or (
                len(form) >= _SURE_PART - 1 and self._whole(form, as_written=True)
            )
            if len(form) >= _SHORTEST_PART and known:
                return form
        return None

    def _is_sure_beginning(self, first: str) -> bool:
        """Whether a known part beside an unknown one is a word as it stands in compounds.

        "skol" and "familje" are; "samar" of "samarbete" is nothing of the Sami.
        """
        before = first[:-1]
        return not self._may_stand_in_compounds.isdisjoint(
            {first, first + "a", first + "e", first + "r", before, before + "a"}
        )

    def _is_sure_end(self, left: str, right: str) -> bool:
        """Whether what stands before a known word may be one: not "konfl" of "konflikter"."""
        if len(left) < _PLAIN_PART:
            return False  # "gem-ensamt" is no compound of "ensamt"
        sure = right in self._may_stand_in_compounds or len(stem(right)) > _SHORTEST_PART
        return sure or self.is_known(left.removesuffix("s"))

    def _may_be_part(self, word: str) -> bool:
        """Whether it may be a part of a compound: a listed word, or a plain one: "larm|knapp"."""
        if stem(word) in self._never_parts:
            return False
        plain = len(word) >= _PLAIN_PART and word in self._may_stand_in_compounds
        return plain or word in self._words

    def _is_last_part(self, right: str) -> bool:
        """Whether the last part of a compound is a word of its own, and no mere ending."""
        if self._may_be_part(right):
            return True
        short = stem(right)
        if len(right) < _SURE_PART or short in self._never_parts:
            return False
        if len(short) <= _SHORTEST_PART and right.endswith(_OF_A_VERB):
            return short + "a" in self._words  # "åkare" is of "åka", "äggare" nothing of "ägg"
        return not self._words.isdisjoint({short, short + "a"})

    def _whole(self, word: str, *, as_written: bool = False) -> frozenset[str]:
        """The concepts of a word in any of its forms; a listed word wins over another one's stem.

        Typed with å, ä or ö it is that very word; without them it may be one that has them.
        """
        return frozenset(next(filter(None, self._meanings(word, as_written=as_written)), _NONE))

    def _meanings(
        self, word: str, *, as_written: bool
    ) -> Iterator[frozenset[str] | set[str] | None]:
        """What each form of the word stands for, the surest one first."""
        english = english_stem(word)
        if self._own.forms:
            for form in (word, stem(word), english):
                yield self._own.forms.get(form) or self._own.folded.get(fold(form))
        yield self._listed.get(word)
        if fold(word) in self._ordinary:
            return
        for short in stems(word):
            yield self._listed.get(short) or self._stems.get(short)
        if word.endswith("s"):  # "kris" is no genitive
            yield self._stems.get(word)
        if as_written:
            return
        if word in {english + "s", english + "es"}:
            yield self._listed.get(english)
        yield self._english_stems.get(english)
        yield self._typed.get(word) or self._typed.get(stem(word))

    @cached_property
    def _spelling(self) -> Spelling:
        return spelling({*self._spelt, *self.stopwords})

    @cached_property
    def _nearest(self) -> Callable[[str], tuple[int, str] | None]:
        words = self._spelling

        @lru_cache(maxsize=20_000)
        def nearest(typed: str) -> tuple[int, str] | None:
            return _nearest_in(words, typed)

        return nearest

    def nearest(self, word: str, *, also: Spelling | None = None) -> str | None:
        """The known word that a misspelt one was meant to be; None when none is near.

        `also` holds further words that may be meant, by first letter and length.

        One edit, two in words of eleven letters and more; the first letter must be right. Of
        several that are as near it is the first in order.
        """
        folded = fold(word)
        if len(folded) < _SHORTEST_MISSPELT or any(letter.isdigit() for letter in folded):
            return None
        if self.is_ordinary(word) or folded.endswith(("'s", "’s")):  # "the neighbour's"
            return None
        if folded != word and (folded in self._typed or stem(folded) in self._typed):
            return folded  # "snörojning": some of its letters have their dots
        short = stem(word)
        for form in (word, short) if len(short) >= _LONG_WORD else (word,):
            found = [
                near
                for near in (self._nearest(form), _nearest_in(also or {}, form))
                if near is not None
            ]
            if found:
                return min(found)[1]
        return None


def _nearest_in(words: Spelling, typed: str) -> tuple[int, str] | None:
    """The nearest word with its distance: one edit at most, two for a long word.

    Letters that were typed with dots are read with them; without, they may have been left out.
    """
    folded = fold(typed)
    most = 1 if len(folded) < _LONG_WORD else 2
    letters = frozenset(folded)
    as_folded = typed == folded
    rated = []
    for length in range(len(folded) - most, len(folded) + most + 1):
        for near in words.get((folded[0], length), ()):
            # each edit brings or takes at most one letter of each word: cheap, and leaves few
            plain = fold(near)
            if len(letters.symmetric_difference(plain)) > 2 * most:
                continue
            edits = distance(typed, plain if as_folded else near, most=most)
            slips = len(folded) >= _SURELY_MISSPELT or letters == frozenset(plain)
            if edits <= most and slips:
                rated.append((edits, near))
    return min(rated, default=None)


_NONE: frozenset[str] = frozenset()


_Forms: TypeAlias = dict[str, frozenset[str]]


def _by_form(doings: Mapping[str, Doing]) -> tuple[_Forms, _Forms, _Forms]:
    """What Swedish and English words and their stems say is done, and Swedish ones without dots."""
    swedish: _Forms = {}
    english: _Forms = {}
    typed: _Forms = {}
    for name, (in_swedish, in_english) in doings.items():
        for table, words, stemmed in (
            (swedish, in_swedish, stem),
            (english, in_english, english_stem),
        ):
            for form in {each for word in words for each in (word, stemmed(word))}:
                table[form] = table.get(form, _NONE) | {name}
        for word in in_swedish:
            typed[fold(word)] = typed.get(fold(word), _NONE) | {name}
    return swedish, english, typed


class _Kept:
    """Each text and each set once, while the tables are built: they hold the same ones often."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}
        self._sets: dict[frozenset[str], frozenset[str]] = {}

    def text(self, text: str) -> str:
        """The equal text that is kept already, if there is one."""
        return self._texts.setdefault(text, text)

    def one_more(self, concepts: frozenset[str], concept: str) -> frozenset[str]:
        """These concepts and one more."""
        more = concepts | {concept}
        return self._sets.setdefault(more, more)


_VOCABULARIES_KEPT = 512


@lru_cache(maxsize=_VOCABULARIES_KEPT)
def _with_own_words(shipped: Vocabulary, words: tuple[TaughtWord, ...]) -> Vocabulary:
    """Lay the words over the shipped ones.

    Each meaning is a thing of its own too, so that a word whose meaning the shipped vocabulary
    does not know still finds the wordings that have it.
    """
    means = {each.word: each.meanings for each in words}
    laid = _Laid(shipped)
    for each in words:
        meanings = _all_meanings(each.meanings, means)
        meant = {f"taught: {meaning}" for meaning in meanings}
        for meaning in meanings:
            laid.lay(meaning, {f"taught: {meaning}"})
            meant |= shipped.meanings_of(meaning)
        laid.lay(each.word, meant)
    single = {token for each in words for token in shipped.content_of(each.word)}
    own = OwnWords(
        dict(laid.forms),
        dict(laid.folded),
        dict(laid.phrases),
        frozenset(form for word in single for form in (fold(word), fold(stem(word)))),
    )
    taught = {form for each in words for form in (each.word, fold(each.word))}
    return shipped.overlaid(own, instead_of=taught)


def _all_meanings(
    meanings: tuple[str, ...], means: Mapping[str, tuple[str, ...]]
) -> tuple[str, ...]:
    """The meanings, and those of every meaning that is itself a taught word."""
    found = list(dict.fromkeys(meanings))
    for meaning in found:
        found += [each for each in means.get(meaning, ()) if each not in found]
    return tuple(found)


class _Laid:
    """The tables of a municipality's own words, while they are being filled."""

    def __init__(self, shipped: Vocabulary) -> None:
        self._shipped = shipped
        self.forms: dict[str, set[str]] = defaultdict(set)
        self.folded: dict[str, set[str]] = defaultdict(set)
        self.phrases: Phrases = defaultdict(list)

    def lay(self, phrase: str, concepts: set[str]) -> None:
        """Let a word or phrase stand for these concepts, beside what it stands for already."""
        words = self._shipped.content_of(phrase)
        if len(words) == 1:
            (word,) = words
            for form in {word, stem(word), english_stem(word)}:
                stood_for = self._shipped.concepts_of(form)
                self.forms[form] |= concepts | stood_for
                self.folded[fold(form)] |= concepts | stood_for
        elif words:
            folded = tuple(map(fold, words))
            for stemmed, listed in ((root, folded), (english_stem, ())):
                stems = tuple(fold(stemmed(word)) for word in words)
                known = self.phrases[stems[0]]
                laid = [Phrase(stems, each, listed) for each in sorted(concepts)]
                known += [each for each in laid if each not in known]


def _is_inside(phrase: tuple[int, int, str], other: tuple[int, int, str]) -> bool:
    start, length, _ = phrase
    around, longer, _ = other
    return length < longer and around <= start and start + length <= around + longer


def _phrases_in(words: list[str], tables: tuple[Phrases, ...]) -> Iterator[tuple[int, int, str]]:
    swedish = [fold(root(word)) for word in words]
    english = [fold(english_stem(word)) for word in words]
    for start in range(len(words)):
        for line in (swedish, english):
            for phrases in tables:
                for phrase in phrases.get(line[start], ()):
                    end = start + len(phrase.stems)
                    if tuple(line[start:end]) != phrase.stems:
                        continue
                    stated = map(fold, words[start:end])
                    if all(map(are_forms_of_one, stated, phrase.words)):
                        yield start, len(phrase.stems), phrase.concept


def spelling(words: Iterable[str]) -> Spelling:
    """Words by first letter, folded, and length, for `Vocabulary.nearest`."""
    by_start: dict[tuple[str, int], list[str]] = defaultdict(list)
    for word in words:
        if len(word) >= _SHORTEST_MISSPELT - 1:
            by_start[fold(word[0]), len(word)].append(word)
    return by_start


def _concepts_in(folder: Path) -> Iterator[Concept]:
    for file in sorted(folder.glob("*.toml")):
        if file.name in _NOT_AREAS:
            continue
        area = tomllib.loads(file.read_text(encoding="utf-8"))
        for entry in area.get("concept", ()):
            yield Concept(
                entry["name"],
                tuple(entry.get("sv", ())),
                tuple(entry.get("en", ())),
                tuple(entry.get("related", ())),
                tuple(entry.get("broader", ())),
                tuple(entry.get("part_of", ())),
            )


def load(folder: Path = FOLDER) -> Vocabulary:
    """Read the vocabulary from its folder."""
    stop = tomllib.loads((folder / "stopwords.toml").read_text(encoding="utf-8"))
    ordinary = tomllib.loads((folder / "ordinary.toml").read_text(encoding="utf-8"))
    people = tomllib.loads((folder / "people.toml").read_text(encoding="utf-8"))
    parted = tomllib.loads((folder / "compounds.toml").read_text(encoding="utf-8"))
    done = tomllib.loads((folder / "doings.toml").read_text(encoding="utf-8"))
    short = tomllib.loads((folder / "abbreviations.toml").read_text(encoding="utf-8"))
    return Vocabulary(
        _concepts_in(folder),
        stopwords=[*stop["sv"], *stop["en"]],
        ordinary=[*ordinary["sv"], *ordinary["en"]],
        people=[*people["sv"], *people["en"]],
        doings={each["name"]: (each["sv"], each["en"]) for each in done["doing"]},
        compounds={"plain_parts": ordinary["sv"], **parted},
        plain={1: [*stop["sv"], *ordinary["sv"]], 2: [*stop["en"], *ordinary["en"]]},
        abbreviations={**short.get("en", {}), **short.get("sv", {})},
    )


@lru_cache(maxsize=1)
def shipped() -> Vocabulary:
    """The vocabulary that comes with the product, read once."""
    vocabulary = load()
    for remembered in (stem, root, english_stem):  # every word of it; people ask with others
        remembered.cache_clear()
    return vocabulary
