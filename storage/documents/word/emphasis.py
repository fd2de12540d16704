"""The lines of a Word paragraph: its soft line breaks part them, and so do bold words before text.

"**Trygghet** Ingen ska …" is a name and a goal, "**Alla ska läsa.** I dag är det …" a goal and what
is said of it, as if each stood on a line of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from storage.documents.goals.unmarked import has_verb, reads_as_goal

_WORDS_OF_A_NAME = 5
_WORDS_OF_A_TEXT = 3


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a paragraph that is set in one way."""

    text: str
    bold: bool = False

    @property
    def is_bold(self) -> bool:
        """Whether all its letters are bold; what has none is as what stands beside it."""
        return self.bold or not any(map(str.isalpha, self.text))


def lines_of(pieces: Iterable[Piece], *, whole: bool = False) -> Iterator[tuple[str, bool]]:
    """Each line, and whether all of it is bold; `whole` ones are not parted where bold ends."""
    for line in _broken(pieces):
        text = "".join(each.text for each in line)
        lead = "" if whole else _lead(line)
        if lead:
            yield lead, True
            yield text[len(lead) :].lstrip(), False
        else:
            bold = all(each.is_bold for each in line) and any(each.bold for each in line)
            yield text, bold


def _broken(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    line: list[Piece] = []
    for each in pieces:
        first, *others = each.text.split("\n")
        line.append(Piece(first, each.bold))
        for text in others:
            yield line
            line = [Piece(text, each.bold)]
    yield line


def _lead(line: Sequence[Piece]) -> str:
    """The bold words that a line begins with, where they are a name or a goal by themselves."""
    lead = "".join(each.text for each in takewhile(lambda each: each.is_bold, line))
    rest = "".join(each.text for each in line)[len(lead) :].lstrip()
    words = lead.strip()
    if not rest[:1].isupper() or len(rest.split()) < _WORDS_OF_A_TEXT or words.endswith(":"):
        return ""
    return lead if reads_as_goal(words) or (_is_name(words) and reads_as_goal(rest)) else ""


def _is_name(words: str) -> bool:
    named = words[:1].isupper() and not words.endswith("?") and not any(map(str.isdigit, words))
    return named and len(words.split()) <= _WORDS_OF_A_NAME and not has_verb(words)
