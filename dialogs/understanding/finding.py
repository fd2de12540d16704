"""Which goal is meant: the words of a question held against the words of each goal."""

from __future__ import annotations

import math
import re
import sys
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from dialogs.understanding.vocabulary import Vocabulary
from dialogs.understanding.words import (
    english_stem,
    fold,
    in_capitals,
    is_ending,
    stems,
    tokens,
)

# How much it counts that the question's word and the goal's …
SAME_WORD = 1.0  # … are the same word
INFLECTED = 0.93  # … are forms of the same word, as far as their stems tell
ORDINARY = 0.65  # … are the same word, but a common one that is no topic ("klockan")
BEGINNING, SHORT_BEGINNING = 0.9, 0.75  # … begin alike: the one is all the other begins with
SAME_CONCEPT = 0.85  # … stand for the same thing
INCLUDED = 0.78  # … are one a kind or part of the other, by one step
CLOSE_PART = 0.78  # … are one a close part of the other, however long the wording
PART_OF_WORD = 0.7  # … share a part of a compound
OF_A_PART = 0.92  # … stand for the same thing, the one by a part of a compound
DOING = 0.6  # … say that the same is done, to whatever it is
NEAR = 0.4  # … stand for neighbouring things
OF_AN_END = 0.8  # … the one by the end of a compound that stands for something itself
PART = "part of"
_EACH_STEP, _MOST_STEPS = 0.13, 3.0
"""What each further step between two concepts takes of it, and how far it is looked."""
_SINGLENESS = ((1, 1.0), (2, 0.92), (10_000, 0.85))
"""What a link between concepts counts in a wording that speaks of so many things: that one of them
includes what was asked for says less than that the only one does."""
_WIDTH = ((12, 1.0), (20, 0.92), (10_000, 0.85))
"""What a link counts to a concept that includes so many others: "trygghet" says little of each."""
_KINDS_OF_ONE = 20
"""A concept that includes more is too wide to make its kinds akin."""
_OF_A_KNOWN_PART = 0.6
"""A compound or phrase that is met only by its parts counts what they do on average; only so much
of it where the whole stands for something of its own and not every part is surely met."""
_OF_AN_UNKNOWN_THING = 0.7
"""What the beginning of a compound counts whose last part nobody knows: a "vattenskoter" is some
thing of water, nobody knows which."""
_OF_SOME_OTHER_THING = 0.8
"""The same where the last part is a topic of its own: a "vattenskoter" is a skoter."""
_COUNTS_WITH_OTHERS = 0.5
"""Evidence that is weaker adds nothing to that of other words."""
_LENGTH_COUNTS = 0.2
"""A short wording is more about each of its words than a long one; 0 would not count it."""
_UNKNOWN_WORD = 0.3
_WHAT_IS_DONE = 0.7
"""What a word weighs that some wording has in common only by what is done."""
_PHRASE = 1.5
"""What a phrase weighs: it says more than a word."""
_BESIDE_THE_WHOLE = 0.5
"""How much of its worth a word of a phrase adds, where a wording has it beside the whole."""
_MET_AGAIN = 0.5
"""What further words of a question add that are met by the same word of a wording."""
_FOR_WHOM = 0.6
"""What a word for people weighs beside others: "personal" in "utbildning för personalen"."""
_LINK_TO_PEOPLE = 0.75
"""What a link counts to a word for people: a goal for the staff is none on all that staff have."""
_OF_ANOTHER_KIND = 0.8
"""What a link to a wider thing counts in a wording that names another kind of it: the time for
"serveringstillstånd" is none for guardians, though both are a matter of handling cases."""
_SHORTEST_BEGINNING, _SHORTEST_REST = 5, 3
"""Letters of a word that stands at the beginning of another one, and of the rest of that."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why one word of the question speaks for one wording."""

    word: str
    found: str
    by: str
    """ "word", "part", the name of a concept, or how two concepts are linked."""
    strength: float
    for_whom: bool = False
    """Whether the word says for whom, beside others that say what."""
    is_kind: bool = False
    """Whether the word is plainly a kind or part of what was found: "krisinformation" of both
    "kris" and "kommunikation"."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A wording, how strongly the question points to it, and why."""

    place: int
    """Its place among the wordings that were handed in, from 0."""
    score: float
    """Strength times rarity, added up; compare within one search only."""
    coverage: float
    """The share of the question's words that it answers, 0 to 1."""
    evidence: tuple[Evidence, ...]

    @property
    def strongest(self) -> float:
        """The strength of the best single evidence."""
        return max((each.strength for each in self.evidence), default=0.0)

    @property
    def convincing(self) -> float:
        """How surely it is met at all: two weaker words that agree are as good as a strong one.

        That it is for the same people alone says nothing of what it is about.
        """
        counting = [each for each in self.evidence if each.strength >= _COUNTS_WITH_OTHERS]
        if all(each.for_whom for each in counting):
            return max((e.strength for e in self.evidence if not e.for_whom), default=0.0)
        of_word: dict[str, float] = {}
        for each in counting:
            of_word[each.found] = max(of_word.get(each.found, 0.0), each.strength)
        return max(self.strongest, 1.0 - math.prod(1.0 - each for each in of_word.values()))


@dataclass(frozen=True, slots=True)
class _Features:
    """What one wording offers to be found by: form or concept → the word it came from."""

    words: dict[str, str]
    parts: dict[str, str]
    concepts: dict[str, str]
    concepts_of_parts: dict[str, str]
    concepts_of_ends: dict[str, str]
    """A "yrkeslärare" is a lärare, though it stands for vocational education; no "fritidsgård" is
    a farm, so that it says less."""
    """ "inflyttarkontor" is about inflyttare and "kommunvakt" about vakter."""
    length: int = 0
    """How many of its words say something."""
    doings: dict[str, str] = field(default_factory=dict)
    named: tuple[tuple[str, str], ...] = ()
    """The concepts that are a kind of something wider, each with the word it came from."""

    @property
    def topics(self) -> set[str]:
        """The words that stand for something a goal can be about."""
        return {*self.concepts.values(), *self.concepts_of_parts.values()}


@dataclass(frozen=True, slots=True)
class _Unit:
    """One word or phrase of a question, with all that it can be found by."""

    word: str
    weight: float
    forms: tuple[str, ...]
    concepts: tuple[str, ...]
    """Both in the order of the alphabet: of two that are as good the same one is told each time."""
    parts: tuple[_Unit, ...] = ()
    doings: tuple[str, ...] = ()
    is_ordinary: bool = False
    """Whether it is a common word of the language that stands for no concept."""


class Index:
    """An inverted index over the wordings of one search: made once, asked often."""

    def __init__(self, texts: Sequence[str], vocabulary: Vocabulary) -> None:
        """`texts` are the goals' and sub-goals' wordings, verbatim."""
        self._vocabulary = vocabulary
        self._size = len(texts)
        self._forms: dict[str, list[tuple[int, float, str]]] = defaultdict(list)
        self._concepts: dict[str, list[tuple[int, float, str]]] = defaultdict(list)
        self._doings: dict[str, list[tuple[int, str]]] = defaultdict(list)
        self._people: set[str] = set()
        self._meant: dict[str, frozenset[str]] = {}
        lengths = []
        topics = []
        self._named: list[tuple[tuple[str, str], ...]] = []
        for place, text in enumerate(texts):
            features = _features(text, vocabulary)
            self._named.append(features.named)
            topics.append(len(features.topics))
            lengths.append(features.length)
            for doing, word in features.doings.items():
                self._doings[doing].append((place, word))
            for offered, strength, into in (
                (features.words, SAME_WORD, self._forms),
                (features.parts, PART_OF_WORD, self._forms),
                (features.concepts, 1.0, self._concepts),
                (features.concepts_of_parts, OF_A_PART, self._concepts),
                (features.concepts_of_ends, OF_AN_END, self._concepts),
            ):
                # all forms of a word share what is kept of it, and all records the forms
                postings: dict[str, tuple[int, float, str]] = {}
                for form, word in offered.items():
                    posting = postings.setdefault(word, (place, strength, sys.intern(word)))
                    into[sys.intern(form)].append(posting)
                    if word not in self._meant:
                        self._meant[word] = vocabulary.concepts_of(word, as_written=True)
                        if vocabulary.is_people(word):
                            self._people.add(word)

        self._singleness = [
            next(share for most, share in _SINGLENESS if count <= most) for count in topics
        ]
        self._in_order = sorted(form for form in self._forms if len(form) > _SHORTEST_BEGINNING)
        usual = sum(lengths) / len(lengths) if lengths else 1.0
        self._shortness = [
            1.0 / (1.0 - _LENGTH_COUNTS + _LENGTH_COUNTS * length / (usual or 1.0))
            for length in lengths
        ]

    def search(
        self, words: Sequence[str], *, among: Iterable[int] | None = None
    ) -> list[Candidate]:
        """The wordings that the words point to, best first; no others.

        `among` limits the search to these places.
        """
        allowed = None if among is None else set(among)
        units = self._units(list(words))
        total = sum(unit.weight for unit in units) or 1.0
        scores: dict[int, float] = defaultdict(float)
        coverage: dict[int, float] = defaultdict(float)
        evidence: dict[int, list[Evidence]] = defaultdict(list)
        worths: dict[int, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
        for unit in units:
            for place, (worth, best) in self._best(unit, allowed).items():
                worths[place][best.found].append(unit.weight * worth)
                coverage[place] += unit.weight * best.strength / total
                evidence[place].append(replace(best, for_whom=unit.weight == _FOR_WHOM))
        for place, by_word in worths.items():
            for each in by_word.values():
                scores[place] += max(each) + _MET_AGAIN * (sum(each) - max(each))
        candidates = [
            Candidate(
                place, score * self._shortness[place], coverage[place], tuple(evidence[place])
            )
            for place, score in scores.items()
        ]
        return sorted(candidates, key=lambda each: (-each.score, each.place))

    def _best(self, unit: _Unit, allowed: set[int] | None) -> dict[int, tuple[float, Evidence]]:
        """For each wording the best evidence of one unit, and its worth (strength times rarity)."""
        best: dict[int, tuple[float, Evidence]] = {}
        linked: dict[int, dict[str, float]] = defaultdict(dict)
        for place, rarity, found in self._matches(unit):
            if allowed is not None and place not in allowed:
                continue
            if found.is_kind and _COUNTS_WITH_OTHERS <= found.strength < SAME_CONCEPT:
                by_word = linked[place]
                by_word[found.found] = max(by_word.get(found.found, 0.0), found.strength)
            worth = rarity * found.strength**3  # so that the word itself wins over a mere concept
            known = best.get(place)
            if known is None or worth > known[0]:
                best[place] = (worth, found)
        for place, by_word in linked.items():
            worth, found = best[place]
            if len(by_word) > 1 and found.strength < SAME_CONCEPT:
                doubt = math.prod(1.0 - strength for strength in by_word.values())
                agreed = min(SAME_CONCEPT, 1.0 - doubt)
                best[place] = (worth, replace(found, found=", ".join(by_word), strength=agreed))
        if unit.parts:
            self._add_parts(unit, allowed, best)
        return best

    def _add_parts(
        self, unit: _Unit, allowed: set[int] | None, best: dict[int, tuple[float, Evidence]]
    ) -> None:
        met: dict[int, list[tuple[float, Evidence]]] = defaultdict(list)
        for part in unit.parts:
            for place, worth_and_evidence in self._best(part, allowed).items():
                met[place].append(worth_and_evidence)
        for place, by_part in met.items():
            surely = [each for each in by_part if each[1].strength >= SAME_CONCEPT]
            whole = not unit.concepts or 1 < len(unit.parts) == len(surely)
            share = (1.0 if whole else _OF_A_KNOWN_PART) / len(unit.parts)
            if len(unit.parts) == 1 and unit.word.startswith(unit.parts[0].word):
                share *= _OF_AN_UNKNOWN_THING
            worth = share * sum(each for each, _ in by_part)
            whole_worth, found = best.get(place, (0.0, None))
            if found is None or worth > whole_worth:
                words = ", ".join(dict.fromkeys(evidence.found for _, evidence in by_part))
                strength = share * sum(evidence.strength for _, evidence in by_part)
                if found is not None:  # that its parts are worth more makes it no less sure
                    strength = max(strength, found.strength)
                best[place] = (worth, Evidence(unit.word, words, "part", strength))
            if unit.weight == _PHRASE and found and found.strength >= SAME_CONCEPT:
                # "recruiting guardians" where both stand
                beside = [each for each, evidence in by_part if evidence.found not in found.found]
                worth, found = best[place]
                best[place] = (worth + _BESIDE_THE_WHOLE * max(beside, default=0.0), found)

    def _matches(self, unit: _Unit) -> Iterator[tuple[int, float, Evidence]]:
        yield from self._alike(unit)
        for doing in unit.doings:
            done = self._doings.get(doing, ())
            rarity = self._rarity(len(done))
            for place, word in done:
                yield place, rarity, Evidence(unit.word, word, "doing", DOING)
        for concept in unit.concepts:
            hits = self._concepts.get(concept, ())
            rarity = self._rarity(len(hits))
            for place, strength, word in hits:
                same = SAME_CONCEPT * strength
                if word in self._people and not self._vocabulary.is_people(unit.word):
                    same *= _LINK_TO_PEOPLE  # "HR" of "tjänstemän"
                yield place, rarity, Evidence(unit.word, word, concept, same)
            stated = self._vocabulary.concepts.get(concept)
            direct = (*stated.part_of, *stated.broader) if stated else ()
            for link, other, linked in _links(concept, self._vocabulary):
                hits = self._concepts.get(other, ())
                rarity = self._rarity(len(hits))
                for place, strength, word in hits:
                    by = f"{link}: {concept}, {other}"
                    single = 1.0 if link == PART else self._singleness[place]
                    linked_here = linked * strength * single
                    if word in self._people:
                        linked_here *= _LINK_TO_PEOPLE
                    if link != "includes" and self._names_another_kind(place, other, word):
                        linked_here *= _OF_ANOTHER_KIND
                    is_kind = other in direct
                    yield place, rarity, Evidence(unit.word, word, by, linked_here, is_kind=is_kind)

    def _alike(self, unit: _Unit) -> Iterator[tuple[int, float, Evidence]]:
        """The wordings that have the word itself, a form of it, or one that begins like it."""
        for form in unit.forms:
            hits = self._forms.get(form, ())
            rarity = self._rarity(len(hits))
            for place, strength, word in hits:
                if strength < SAME_WORD:
                    yield place, rarity, Evidence(unit.word, word, "part", strength)
                else:
                    as_typed = fold(word) == fold(unit.word)
                    if not as_typed and self._is_another_word(unit, word):
                        continue
                    same = SAME_WORD if as_typed else INFLECTED
                    if unit.is_ordinary or (not as_typed and self._is_only_done(word)):
                        same = ORDINARY
                    yield place, rarity, Evidence(unit.word, word, "word", same)
        for form, share in self._beginning_like(unit):
            hits = self._forms[form]
            rarity = self._rarity(len(hits))
            for place, strength, word in hits:
                yield place, rarity, Evidence(unit.word, word, "beginning", share * strength)

    def _is_only_done(self, word: str) -> bool:
        """Whether a word of a wording says what is done and is no topic: "bygga" of "byggen"."""
        return not self._meant.get(word) and bool(self._vocabulary.doings_of(word, as_written=True))

    def _is_another_word(self, unit: _Unit, word: str) -> bool:
        """Whether the two only share a stem: "tax" is no form of "taxor".

        Both are listed, for things that have nothing to do with each other; or the one is a thing
        ("mat") and the other only what is done ("mäta").
        """
        meant = self._meant.get(word, frozenset())
        if unit.concepts and not meant:
            done = self._vocabulary.doings_of(word, as_written=True)
            return bool(done) and done.isdisjoint(unit.doings)
        return bool(
            meant
            and unit.concepts
            and meant.isdisjoint(unit.concepts)
            and not any(
                one in self._vocabulary.broader(other) or other in self._vocabulary.broader(one)
                for one in meant
                for other in unit.concepts
            )
        )

    def _beginning_like(self, unit: _Unit) -> Iterator[tuple[str, float]]:
        """The words of the wordings that begin with a form of this one, and its own beginning.

        "krisledning" begins "krisledningsorganisationen", "Torpafilialen" begins with "Torpa".
        Each with how strongly it counts.
        """
        for form in () if unit.is_ordinary else unit.forms:  # "tjugo" and "tjugofem"
            if len(form) < _SHORTEST_BEGINNING:
                continue
            place = bisect_left(self._in_order, form)
            while place < len(self._in_order) and self._in_order[place].startswith(form):
                if len(self._in_order[place]) >= len(form) + _SHORTEST_REST:
                    yield self._in_order[place], _share_of_beginning(form)
                place += 1
            for end in range(len(form) - _SHORTEST_REST - 1, _SHORTEST_BEGINNING - 1, -1):
                if form[:end] in self._forms:
                    rest = form[end:].removeprefix("s")
                    known = self._vocabulary.is_known(rest)
                    of_what = 1.0 if known else _OF_AN_UNKNOWN_THING
                    if unit.concepts or self._vocabulary.concepts_of(rest):
                        of_what = min(of_what, _OF_SOME_OTHER_THING)
                    yield form[:end], of_what * _share_of_beginning(form[:end])
                    break

    def _names_another_kind(self, place: int, wide: str, word: str) -> bool:
        """Whether a wording has beside the word for a wide thing one for some kind of it."""
        broader = self._vocabulary.broader
        return any(
            other != word and wide in broader(concept) for concept, other in self._named[place]
        )

    def _rarity(self, hits: int) -> float:
        """A word that few wordings have tells more than one that many have: 1 to 1.5."""
        return 1.0 + 0.5 * math.log((1 + self._size) / (1 + hits)) / math.log(2 + self._size)

    def _units(self, words: list[str]) -> list[_Unit]:
        phrases: dict[int, tuple[int, set[str]]] = {}
        for start, length, concept in self._vocabulary.concepts_in(words):
            longest, names = phrases.get(start, (0, set()))
            phrases[start] = (max(longest, length), names | {concept})
        units = []
        place = 0
        while place < len(words):
            length, names = phrases.get(place, (1, set()))
            if names:
                whole = words[place : place + length]
                parts = tuple(self._unit(word) for word in whole)
                units.append(_Unit(" ".join(whole), _PHRASE, (), tuple(sorted(names)), parts))
            else:
                units.append(self._unit(words[place]))
            place += length
        is_people = self._vocabulary.is_people
        if all(is_people(unit.word) for unit in units if unit.weight >= 1.0):
            return units
        return [replace(unit, weight=_FOR_WHOM) if is_people(unit.word) else unit for unit in units]

    def _unit(self, word: str) -> _Unit:
        forms = {word, *stems(word), english_stem(word)}
        concepts = self._vocabulary.concepts_of(word)
        core = None if concepts else self._vocabulary.core(word)
        if core is not None:
            forms |= {core, *stems(core)}
            concepts = self._vocabulary.concepts_of(core)
        if " " in word:
            said = [each for each in word.split() if not self._vocabulary.is_stopword(each)]
            return _Unit(
                word,
                1.0,
                tuple(sorted(forms)),
                tuple(sorted(concepts)),
                tuple(self._unit(each) for each in said),
            )
        parts = tuple(
            _Unit(
                part,
                1.0,
                tuple(sorted({part, *stems(part)})),
                # what the whole stands for, its parts alone do not
                () if concepts else tuple(sorted(self._vocabulary.concepts_of(part))),
            )
            for part in self._vocabulary.parts(word)
        )
        known = bool(concepts or parts or any(form in self._forms for form in forms))
        doings = self._vocabulary.doings_of(word)
        weight = _UNKNOWN_WORD if self._doings.keys().isdisjoint(doings) else _WHAT_IS_DONE
        is_ordinary = not concepts and self._vocabulary.is_ordinary(word)
        return _Unit(
            word,
            1.0 if known else weight,
            tuple(sorted(forms)),
            tuple(sorted(concepts)),
            parts,
            tuple(sorted(doings)),
            is_ordinary=is_ordinary,
        )


@lru_cache(maxsize=2_000)
def _links(concept: str, vocabulary: Vocabulary) -> tuple[tuple[str, str, float], ...]:
    """The concepts that it is linked to, how, and how strongly."""
    links: list[tuple[str, str, float]] = []
    for link, others in (
        ("within", vocabulary.broader(concept)),
        ("includes", vocabulary.narrower(concept)),
    ):
        for other, steps in others.items():
            if steps < 1.0 and vocabulary.is_part(concept, other):
                links.append((PART, other, CLOSE_PART))
            elif steps <= _MOST_STEPS:
                wide = vocabulary.width(other if link == "within" else concept)
                share = next(share for most, share in _WIDTH if wide <= most)
                further = max(0.0, steps - 1.0)
                links.append((link, other, (INCLUDED - _EACH_STEP * further) * share))
    return (*links, *(("near", other, NEAR) for other in sorted(vocabulary.related(concept))))


def _share_of_beginning(beginning: str) -> float:
    return BEGINNING if len(beginning) > _SHORTEST_BEGINNING else SHORT_BEGINNING


# "Barn- och utbildningsnämnden ska …": whose goal it is says nothing of what it is about.
_WHOSE = re.compile(
    r"\b(?:\w+-(?: och|,) )*\w*(?:nämnden|nämnder|nämnds|nämndens|styrelsen|styrelsens)\b",
    re.IGNORECASE,
)


_SHORT = re.compile(r"\b[A-Z]{2}\b(?!-)")
# "Tvångs- och begränsningsåtgärder" are tvångsåtgärder too.
_SUSPENDED = re.compile(r"\b(\w+)-,? (?:och|eller|samt) (\w+)\b")


# "Krisberedskapen ska stärkas genom övningar" is for all of it: the means narrow nothing.
_MEANS = re.compile(
    r"\b(?:genom|med hjälp av|bland annat|till exempel|i form av|såsom)\b", re.IGNORECASE
)


def _forms(*words: str) -> tuple[str, ...]:
    """The words of a wording as they are written, and as they are typed without å, ä and ö."""
    return tuple(dict.fromkeys((*words, *map(fold, words))))


@lru_cache(maxsize=10_000)  # 1.3 kB each; only a new revision of a record asks for them again
def _features(text: str, vocabulary: Vocabulary) -> _Features:
    text = _WHOSE.sub(" ", text)
    stated = tokens(_SHORT.sub(lambda word: in_capitals(word[0]) or word[0], text))
    content = [word for word in stated if not vocabulary.is_stopword(word)]
    features = _Features({}, {}, {}, {}, {}, len(content))
    by_set_phrase, in_set_phrases = _of_phrases(stated, vocabulary.set_phrases_in(stated))
    by_phrase, in_phrases = _of_phrases(content, vocabulary.concepts_in(content))
    for word in content:
        features.words.update(dict.fromkeys(_forms(word, *stems(word)), word))
        if not _stands_otherwise(word, in_set_phrases.get(word, ()), vocabulary):
            _add_meanings(word, features, vocabulary)
        done = sorted(vocabulary.doings_of(word, as_written=True))
        features.doings.update(dict.fromkeys(done, word))
    features.concepts.update(by_set_phrase | by_phrase)
    for first, word in _suspended(text, vocabulary):
        if first not in in_set_phrases and first not in in_phrases:
            _add_meanings(word, features, vocabulary)
            features.words.update(dict.fromkeys(_forms(word, *stems(word)), word))
    for concept in features.concepts:
        features.concepts_of_parts.pop(concept, None)
        features.concepts_of_ends.pop(concept, None)
    for form in features.words:
        features.parts.pop(form, None)
    narrowing = set(tokens(_MEANS.split(text)[0]))
    named = (
        (name, word)
        for name, word in features.concepts.items()
        if vocabulary.broader(name) and not narrowing.isdisjoint(word.split())
    )
    return replace(features, named=tuple(named))


def _of_phrases(
    words: list[str], phrases: Iterable[tuple[int, int, str]]
) -> tuple[dict[str, str], dict[str, set[str]]]:
    """What the phrases of a text stand for, and for each of their words the same."""
    stated: dict[str, str] = {}
    by_word: dict[str, set[str]] = defaultdict(set)
    for start, length, concept in phrases:
        phrase = words[start : start + length]
        stated[concept] = " ".join(phrase)
        for word in phrase:
            by_word[word].add(concept)
    return stated, by_word


def _stands_otherwise(word: str, phrases: Iterable[str], vocabulary: Vocabulary) -> bool:
    """Whether a word of a set phrase adds nothing of its own: "en väg in" is no road.

    In "pensionärer på teater" it does: plays and culture for the old are both culture. Where the
    phrase is for a kind of what the word is for, the phrase says it all.
    """
    meant = vocabulary.concepts_of(word, as_written=True)
    return any(
        not meant or not all(_are_kinds_of_one(phrase, each, vocabulary) for each in meant)
        for phrase in phrases
    )


def _are_kinds_of_one(one: str, other: str, vocabulary: Vocabulary) -> bool:
    """Whether both concepts are kinds of a third, that is not too wide to say anything."""
    stated = [vocabulary.concepts.get(each) for each in (one, other)]
    shared = set.intersection(
        *({*each.broader, *each.part_of} if each else set() for each in stated)
    )
    return other not in vocabulary.broader(one) and any(
        vocabulary.width(each) <= _KINDS_OF_ONE for each in shared
    )


def _suspended(text: str, vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    """The words that are written without their last part, and whole, where that is a known one."""
    for first, last in _SUSPENDED.findall(text.casefold()):
        whole = first + (vocabulary.parts(last) or ("",))[-1]
        if whole != first and vocabulary.concepts_of(whole, as_written=True):
            yield first, whole


def _add_meanings(word: str, features: _Features, vocabulary: Vocabulary) -> None:
    """Add what one word of a wording stands for, whole and in its parts."""
    concepts = vocabulary.concepts_of(word, as_written=True)
    if core := vocabulary.core(word):
        # "tillgänglighetsarbetet" is about tillgänglighet
        concepts |= vocabulary.concepts_of(core, as_written=True)
        features.words.update(dict.fromkeys(_forms(core, *stems(core)), word))
    features.concepts.update(dict.fromkeys(sorted(concepts), word))
    parts = vocabulary.parts(word)
    if len(parts) == 1 and word.startswith(parts[0]) and len(parts[0]) <= _SHORTEST_BEGINNING:
        joined = word[len(parts[0]) :].startswith("s") and not is_ending(word[len(parts[0]) :])
        if not joined:  # "installera" is no kind of "insta", "elnätskapacitet" is one of "elnät"
            return
    for part in parts:
        features.parts.update(dict.fromkeys(_forms(part, *stems(part)), word))
        # what the whole stands for, its parts alone do not; but a "yrkeslärare" is a "lärare"
        meant = sorted(vocabulary.concepts_of(part, as_written=True))
        if not concepts:
            features.concepts_of_parts.update(dict.fromkeys(meant, word))
        elif len(part) >= _SHORTEST_BEGINNING and not word.startswith(part):
            features.concepts_of_ends.update(dict.fromkeys(meant, word))
