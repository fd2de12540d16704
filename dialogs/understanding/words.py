"""Words: cleaned, cut out of a sentence, brought back to a stem, and compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

LONGEST_QUESTION = 4_000
"""Characters that are read of one message; the end counts most, people ask last."""

_FOLD = str.maketrans("åäöéèüæøáàëïóúñ", "aaoeeuaoaaeioun")
_SWEDISH_LETTERS = frozenset("åäö")
_TOKEN = re.compile(r"[^\W_]+(?:[-:’'][^\W_]+)*")
_VOWELS = frozenset("aeiouyåäö")

_SWEDISH_ENDINGS = tuple(
    sorted(
        (
            *("heternas", "heterna", "heters", "hetens", "heten", "heter", "hets", "het"),
            *("ningarnas", "ningarna", "ningars", "ningens", "ningar", "ningen", "nings", "ning"),
            *("arnas", "ernas", "ornas", "arna", "erna", "orna", "arens", "aren", "ares", "are"),
            *("ades", "ade", "ande", "anden", "andet", "ende", "enden", "endet", "endena"),
            *("ens", "ets", "ens", "ers", "ars", "ors", "en", "et", "er", "ar", "or", "an"),
            *("na", "n", "a", "e", "s", "t"),
        ),
        key=len,
        reverse=True,
    )
)
_ENDINGS_BY_LETTER = {
    letter: tuple(ending for ending in _SWEDISH_ENDINGS if ending[-1] == letter)
    for letter in {ending[-1] for ending in _SWEDISH_ENDINGS}
}
"""The endings by their last letter, the longest first: most words are asked about few of them."""
_ENGLISH_ENDINGS = ("ations", "ation", "ings", "ing", "ies", "ers", "er", "es", "ed", "s", "y", "e")
_SHORTEST_STEM = 3
_DOUBLED = "mnl"


def clean(text: str) -> str:
    """The text as people see it: no control or zero-width characters, single spaces.

    Of a very long message only the end is kept, from the first whole word.
    """
    visible = "".join(
        " " if unicodedata.category(character) in {"Cc", "Zl", "Zp"} else character
        for character in unicodedata.normalize("NFKC", text[-2 * LONGEST_QUESTION :])
        if unicodedata.category(character) not in {"Cf", "Cs", "Co", "Cn"}
    )
    single = " ".join(visible.split())
    if len(single) <= LONGEST_QUESTION:
        return single
    return single[-LONGEST_QUESTION:].partition(" ")[2]


def bare_name(word: str) -> str:
    """A name folded, in any case: "Granvikas" as "granvika"."""
    return fold(word).removesuffix("s")


def fold(text: str) -> str:
    """Lower case without å, ä, ö and accents, as it is typed on a foreign keyboard."""
    lower = text.casefold()
    return lower if lower.isascii() else lower.translate(_FOLD)


def any_of(*alternatives: str) -> re.Pattern[str]:
    """A pattern of alternatives, each of which begins where a word does."""
    return re.compile(r"\b(?:" + "|".join(alternatives) + r")")


def in_capitals(word: str) -> str:
    """What a word in capitals is short for, where it is another word in small letters; else ""."""
    return "informationsteknik" if word == "IT" else ""


def tokens(text: str) -> list[str]:
    """The words and numbers of a text, in lower case: "Å-ån KS:s" → ["å-ån", "ks:s"]."""
    return _TOKEN.findall(text.casefold())


def has_swedish_letters(text: str) -> bool:
    """Whether any å, ä or ö stands in it."""
    return not _SWEDISH_LETTERS.isdisjoint(text.casefold())


def is_ending(text: str) -> bool:
    """Whether it is an inflection's ending and no word: "arna"."""
    return text in _ENDINGS_BY_LETTER.get(text[-1:], ())


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The Swedish word without its inflection: "bussarna" → "buss", "orten" → "ort".

    Light on purpose: it takes one ending, so that two words meet only when one of them is
    the other's inflection or its plain derivation. Works the same with and without å, ä, ö.
    """
    for ending in _ENDINGS_BY_LETTER.get(word[-1:], ()):
        if word.endswith(ending):
            rest = word[: -len(ending)]
            if ending == "s" and rest.endswith("s"):
                continue
            if len(rest) >= _SHORTEST_STEM and not _VOWELS.isdisjoint(rest):
                return _single_end(rest)
    return _single_end(word)


_PLURAL = re.compile(r"er(?:na)?s?$")
_UMLAUT = re.compile(r"(?<=.)([äö])(?=[^aeiouyåäö]+$)")


@lru_cache(maxsize=20_000)
def stems(word: str) -> tuple[str, ...]:
    """The stem, and where the ending may be another one a second: "bostäder" → also "bostad"."""
    short = stem(word)
    if word.endswith("ade"):  # "kunskapsbaserade" is a "kunskapsbaserad" in the plural
        return short, word[:-1]
    if _PLURAL.search(word) and (changed := _UMLAUT.search(short)):
        return short, short[: changed.start()] + fold(changed[0]) + short[changed.end() :]
    return (short,)


@lru_cache(maxsize=20_000)
def root(word: str) -> str:
    """The word with ending after ending taken, so that "växt" and "växter" are one: "väx".

    Too rough for a word alone; two roots side by side are sure enough.
    """
    while (shorter := stem(word)) != word:  # as often as a long word of one letter needs it
        word = shorter
    return word


_FURTHER_ENDINGS = frozenset(
    (
        *("", "ns", "at", "ats", "as", "es", "ad", "r", "d", "de", "dd", "da", "ta", "te", "tt"),
        *("ra", "re", "la", "ne", "net", "nets", "nar", "narna", "st", "sta"),
        *("ing", "ingen", "ingar"),
    )
)
"""Endings that are no sure ones at the end of a single word, and so are never cut from it."""


@lru_cache(maxsize=20_000)
def are_forms_of_one(one: str, other: str) -> bool:
    """Whether two words that share a root may be forms of one: "planer" and "plan", no "plats".

    Both folded. What each has beside the letters that both begin with must be an ending.
    """
    shorter = min(len(one), len(other))
    same = next((i for i in range(shorter) if one[i] != other[i]), shorter)
    return one == other or any(
        all(_is_rest(word[:cut], word[cut:]) for word in (one, other))
        for cut in range(min(_SHORTEST_STEM, shorter), same + 1)
    )


def _is_rest(word: str, rest: str) -> bool:
    """Whether the rest is an ending, or one behind a doubled letter: "rum-met"."""
    if rest[:1] == word[-1] and rest[0] in _DOUBLED:
        rest = rest[1:]
    return rest in _FURTHER_ENDINGS or is_ending(rest)


@lru_cache(maxsize=10_000)
def english_stem(word: str) -> str:
    """The English word without its inflection: "libraries" → "librar", "buses" → "bus"."""
    for ending in _ENGLISH_ENDINGS:
        if word.endswith(ending) and not (ending == "s" and word.endswith(("ss", "us"))):
            rest = word[: -len(ending)]
            if len(rest) >= _SHORTEST_STEM and not _VOWELS.isdisjoint(rest):
                return _single_end(rest)
    return _single_end(word)


def _single_end(word: str) -> str:
    """Write a doubled m, n or l once: "komm" and "kom", "rumm" and "rum" are one stem."""
    if len(word) > _SHORTEST_STEM and word[-1] == word[-2] and word[-1] in _DOUBLED:
        return word[:-1]
    return word


def distance(one: str, other: str, *, most: int) -> int:
    """Edits between two words (a swap of neighbours is one); `most + 1` when there are more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before_last: list[int] = []
    last = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        row = [i]
        for j, b in enumerate(other, start=1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, before_last[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
        before_last, last = last, row
    return last[-1]
