"""What is counted of a question that had no good answer: a few of its words, and nothing else."""

from __future__ import annotations

import re

from dialogs.answers.asked import Asked

SHORTEST, LONGEST = 3, 40
"""Characters of a word that is counted."""
MOST_WORDS = 5
_WORD = re.compile(r"[^\W\d_]+")


def gaps_of(asked: Asked) -> tuple[str, ...]:
    """The words that say what was asked about, in lower case and as they were typed.

    No numbers, no signs, and nothing that is written as a name is. Written otherwise a name cannot
    be told from a word; that is why a word is shown to nobody before three people have used it.
    """
    question = asked.question
    names = _written_as_names(question.text)
    typed = {meant: word for word, meant in question.mended}
    words = (typed.get(word, word) for word in question.focus or question.topic)
    counted = (
        word
        for word in dict.fromkeys(words)
        if word.isalpha()
        and SHORTEST <= len(word) <= LONGEST
        and word not in names
        and not asked.library.vocabulary.is_stopword(word)
    )
    return tuple(counted)[:MOST_WORDS]


def _written_as_names(text: str) -> frozenset[str]:
    """The words that begin with a capital, and do not begin the text."""
    return frozenset(word.casefold() for word in _WORD.findall(text)[1:] if word.istitle())
