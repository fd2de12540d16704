"""Which language a question is in: Swedish, English, or not to be told."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialogs.understanding.words import fold, has_swedish_letters

SWEDISH = "sv"
ENGLISH = "en"

# Folded; words that both languages write alike (i, in, for, man, an, under, fast …) are left out.
_SWEDISH_WORDS = frozenset(
    """
    alla allt andra ang angaende antal att av beslut beslutat beslutad beslutade besluten betyder
    bli blir da dag de del delmal delmalen delmalet delmals den dem denna dessa det detta dig din
    dom dr du eller en enligt er ert ett fick finns fjarde fjol foreslar foresla forra forslag
    forslagen fraga fran fram ge genom gar gallande galler gallde ha hade han har hej hejsan hjalp
    hon hos hur i-ar icke igen ingen inget inte ja jag kan kanske ke kommunen kommunens kring kunna
    kommunstyrelsen kommunstyrelsens ska skall mal malen malet malens med mellan mig min mina
    mitt mot mycket namnd namnden namndens nar nagon nagot nagra nasta nat nej ni nio nu nya nytt
    och ocksa om oss pa perioden punkt saker sedan sen senaste sig sin ska skillnad skulle snalla
    som sista syn samt tack tidigare till tjena tredje under tva ut utan vad var vara vart varfor
    varje vem vems vet vi vid vilja vilka vilken vilket vill visa vilka ar arende arendet aret arets
    aven aterremiss ater forsta femte sjatte lista saga handlar handlaggare historik mot mottagare
    innebar menas berattar beratta skriv skicka skickas tacksam morsning god morgon hallo tjenare
    ta bort lagg andra lydelse lydelsen laga kraft justering bordlagd bordlaggning hittar hitta
    nagonting ingenting jamfor andrats andrades amne rad heter ansvarar ansvarig hos
    """.split()  # noqa: SIM905 — a list of words is read and mended easier than one of strings
)
_ENGLISH_WORDS = frozenset(
    """
    about adopted again all also am and any anything appeal are as at be been before being board
    but by can changed changes committee committees compare could decided decision decisions did
    difference do does done draft each else english executive explain find first following
    fourth from get gets give goal goals going good had has have hello hey hi history how i'm if
    into is it its it's know last latest list many me mean meaning means more municipal
    municipality my need new next no not now objective objectives of on one or our out
    past please previous propose proposal proposals proposed receive receives recipients
    responsible say says second see send sent shall she should show since some something
    subgoal subgoals sub-goal sub-goals tell than thank thanks that the their them there these they
    third this those to us want was we were what what's whats when where which who who's whose why
    cheers hiya howdy the will with working would year years yes you your council services help
    """.split()  # noqa: SIM905 — a list of words is read and mended easier than one of strings
)
_SPELT_LIKE_ENGLISH = frozenset({"for", "far", "at", "lat", "dar", "sa", "pa", "over"})
"""Folded words of every Swedish sentence that are left out above; with their dots they tell."""
_SPELT_ENGLISH = re.compile(r"^(?!web|wifi|work|www).*(?:w|th|sh|ght|ness\b)|(?<!n)(?<!er)ing$")
_BOTH = _SWEDISH_WORDS & _ENGLISH_WORDS
_SWEDISH_LETTERS_WEIGHT = 2
_NAMED_IN_BOTH = frozenset(
    {
        *("delmal", "delmalen", "delmalet", "delmals", "mal", "malen", "malet", "malens"),
        *("namnd", "namnden", "kommunen", "kommunens", "kommunstyrelsen", "kommunstyrelsens"),
        *("handlaggare", "aterremiss", "bordlagd", "bordlaggning", "justering"),
    }
)
"""Swedish words for the things themselves, folded: people name them so in English, too."""


_SWEDISH_STARTS = frozenset(
    {
        *("vad", "va", "vem", "vilka", "vilken", "vilket", "hur", "ar", "har", "finns", "kan"),
        *("nar", "var", "varfor", "ska", "far", "visa"),
    }
)
_ENGLISH_STARTS = frozenset(
    {
        *("what", "what's", "whats", "who", "how", "is", "are", "do", "does", "can", "when"),
        *("where", "which", "why", "show", "tell", "explain"),
    }
)


def _by_first_word(words: Sequence[str], swedish: int, english: int) -> tuple[int, int]:
    """A question with a borrowed word ("what is återremiss?") is in the language it begins in."""
    first = fold(words[0]) if words else ""
    if first in _ENGLISH_STARTS and english:
        return swedish, english + _SWEDISH_LETTERS_WEIGHT
    if first in _SWEDISH_STARTS:
        return swedish + _SWEDISH_LETTERS_WEIGHT, english
    return swedish, english


def _looks_english(word: str) -> bool:
    """Whether it is spelt as Swedish words hardly are, or "for" with no sign of Swedish."""
    return word == "for" or bool(_SPELT_ENGLISH.search(word))


def language_of(
    words: Sequence[str], *, swedish_topics: int = 0, english_topics: int = 0
) -> str | None:
    """The language most of the words belong to, or None when they do not tell.

    `words` in lower case, as typed. The topics count words known only from one language's
    part of the vocabulary; they decide when nothing else does.
    """
    swedish = english = borrowed = 0
    for word in words:
        folded = fold(word)
        says_swedish = _SWEDISH_LETTERS_WEIGHT * has_swedish_letters(word)
        if folded not in _BOTH:
            says_swedish += folded in _SWEDISH_WORDS
            english += folded in _ENGLISH_WORDS
        if folded in _NAMED_IN_BOTH or folded not in _SWEDISH_WORDS | _SPELT_LIKE_ENGLISH:
            borrowed += says_swedish  # a name of a thing: no sentence is built of these
        else:
            swedish += says_swedish
    if swedish or not english:
        swedish += borrowed
    if abs(swedish - english) <= _SWEDISH_LETTERS_WEIGHT:
        swedish, english = _by_first_word(words, swedish, english)
    if swedish == english:
        swedish, english = swedish_topics, english_topics
    if swedish == english and any(map(_looks_english, words)):
        return ENGLISH
    if swedish == english:
        return None
    return SWEDISH if swedish > english else ENGLISH
