"""Teaching a word: who may, and what a word may be."""

from __future__ import annotations

import unicodedata

from goals.actor import Actor, Role
from goals.errors import (
    TeachingNotAllowedError,
    WordMeansItselfError,
    WordMissingError,
    WordTooLongError,
    WordWithoutLettersError,
)
from goals.words import TaughtWord

LONGEST_WORD = 60
"""Characters, of the word and of what it stands for."""
TEACHERS = frozenset({Role.SECRETARY, Role.OFFICER})
"""In whichever body: words are the whole municipality's."""


def check_may_teach(actor: Actor) -> None:
    """Words, and which questions lack an answer, are for those who look after the goals.

    Raises TeachingNotAllowedError.
    """
    if not any(grant.role in TEACHERS for grant in actor.grants):
        raise TeachingNotAllowedError


def read_word(text: str) -> str:
    """The word as it is kept: lower case, single spaces, at least one letter.

    Raises WordMissingError, WordTooLongError or WordWithoutLettersError.
    """
    composed = unicodedata.normalize("NFKC", text)
    visible = "".join(sign if sign.isprintable() else " " for sign in composed)
    word = " ".join(visible.casefold().split())
    if not word:
        raise WordMissingError
    if len(word) > LONGEST_WORD:
        raise WordTooLongError(most=LONGEST_WORD)
    if not any(sign.isalpha() for sign in word):
        raise WordWithoutLettersError
    return word


def taught_word(word: str, means: str) -> TaughtWord:
    """The word with what it stands for, both as they are kept.

    Raises what read_word raises, and WordMeansItselfError.
    """
    taught = TaughtWord(read_word(word), read_word(means))
    if taught.word in taught.meanings:
        raise WordMeansItselfError(word=taught.word)
    return taught


def teach(actor: Actor, word: str, means: str) -> TaughtWord:
    """What this person teaches; raises TeachingNotAllowedError, and what taught_word raises."""
    check_may_teach(actor)
    return taught_word(word, means)
