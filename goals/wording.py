"""A wording that a person types: cleaned, checked, and looked at with a reader's eyes.

Nothing here changes words. What cannot be seen (zero-width and direction marks, controls) is
taken out, and line breaks and runs of blanks become one blank: a sub-goal is one line.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

from goals.errors import (
    NoWordsError,
    PersonalNumberError,
    SameWordingError,
    TextMissingError,
    TextTooLongError,
    UnchangedWordingError,
)
from goals.goal import Subgoal

LONGEST_WORDING = 500
LONGEST_MOTIVATION = 4_000
"""Characters, also of the consequences and of the officer's and the meeting's reasons."""

_UNSEEN = re.compile("[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f"
                     "\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]")  # fmt: skip
# The joiners of emoji and of scripts we do not know stay where something is joined.
_LONE_JOINER = re.compile("(?<![^\\s\u200c\u200d])[\u200c\u200d]+|[\u200c\u200d]+(?=\\s|$)")
_BLANKS = re.compile(r"[^\S\n]+")
_EMPTY_LINES = re.compile(r"\n{3,}")


def read_line(text: str, *, longest: int) -> str:
    """One line of text as it is kept.

    Raises TextMissingError, NoWordsError, TextTooLongError or PersonalNumberError.
    """
    return _checked(" ".join(_seen(text).split()), longest)


def read_paragraphs(text: str, *, longest: int) -> str:
    """A text of several lines as it is kept. Raises what read_line raises."""
    lines = (_BLANKS.sub(" ", line).strip() for line in _seen(text).split("\n"))
    return _checked(_EMPTY_LINES.sub("\n\n", "\n".join(lines)).strip(), longest)


def is_blank(text: str) -> bool:
    """Whether nothing that can be seen was typed."""
    return not _seen(text).strip()


def _seen(text: str) -> str:
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    text = _LONE_JOINER.sub(
        "", _UNSEEN.sub("", text.replace("\u2028", "\n").replace("\u2029", "\n"))
    )
    return "".join(sign for sign in text if not "\ud800" <= sign <= "\udfff")


def _checked(text: str, longest: int) -> str:
    if not text:
        raise TextMissingError
    if not any(sign.isalpha() for sign in text):
        raise NoWordsError
    if len(text) > longest:
        raise TextTooLongError(most=longest, length=len(text))
    if holds_personal_number(text):
        raise PersonalNumberError
    return text


_DASHES = "\u2010-\u2015\u2212"
_PERSONAL_NUMBER = re.compile(
    rf"(?<!\d)(?:(?P<century>1[89]|20)\s?)?(?P<year>\d\d)\s?(?P<month>\d\d)\s?(?P<day>\d\d)"
    rf"(?P<sign>\s?[-+{_DASHES}]\s?|\s)?(?P<last>\d{{4}})(?!\d)"
)
_COORDINATION = 60
"""Added to the day in a samordningsnummer (folkbokföringslagen, Skatteverket)."""


def holds_personal_number(text: str) -> bool:
    """Whether something in it looks like a Swedish personal identity number.

    With a century or a hyphen any ten digits that begin with a date do; ten bare digits only if
    the check digit is right too, so that a telephone number is seldom taken for one.
    """
    folded = unicodedata.normalize("NFKC", text)
    return any(_is_personal_number(found) for found in _PERSONAL_NUMBER.finditer(folded))


def _is_personal_number(found: re.Match[str]) -> bool:
    day = int(found["day"])
    day -= _COORDINATION if day > _COORDINATION else 0
    try:
        date(2000, int(found["month"]), day)  # a leap year, since the century may be missing
    except ValueError:
        return False
    if found["century"] or (found["sign"] and found["sign"].strip()):
        return True
    digits = found["year"] + found["month"] + found["day"] + found["last"]
    doubled = (int(digit) * (2 - place % 2) for place, digit in enumerate(digits))
    return sum(sum(divmod(number, 10)) for number in doubled) % 10 == 0


def read_wording(text: str, *, subgoals: Sequence[Subgoal], changes: Subgoal | None = None) -> str:
    """A new wording for the list, as it is kept. `changes` is the sub-goal that it takes over.

    Raises what read_line raises, UnchangedWordingError or SameWordingError.
    """
    wording = read_line(text, longest=LONGEST_WORDING)
    if changes is not None and wording == changes.text:
        raise UnchangedWordingError
    for each in subgoals:
        same = _bare(each.text) == _bare(wording)
        if same and changes is not None and each.number == changes.number:
            continue  # only a sign or a capital is to be changed: that is a change
        if same:
            raise SameWordingError(number=each.code or str(each.number))
    return wording


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold()))


_ALIKE = 0.72


def lookalikes(wording: str, subgoals: Iterable[Subgoal]) -> tuple[Subgoal, ...]:
    """The sub-goals that say nearly the same, the closest first."""
    bare = _bare(wording)
    found = [
        (SequenceMatcher(None, bare, _bare(each.text), autojunk=False).ratio(), each)
        for each in subgoals
    ]
    near = [(share, each) for share, each in found if share >= _ALIKE]
    return tuple(each for _, each in sorted(near, key=lambda pair: (-pair[0], pair[1].number)))


@dataclass(frozen=True, slots=True)
class WordChange:
    """What differs between two wordings, in pieces of whole words."""

    removed: tuple[str, ...]
    added: tuple[str, ...]


def word_change(old: str, new: str) -> WordChange:
    """The words that are gone and those that have come, in their order."""
    before, after = old.split(), new.split()
    removed: list[str] = []
    added: list[str] = []
    for tag, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        if j > i:
            removed.append(" ".join(before[i:j]))
        if m > k:
            added.append(" ".join(after[k:m]))
    return WordChange(tuple(removed), tuple(added))


LONG_SENTENCE = 25
"""Words. Språklagen 11 §: vårdat, enkelt och begripligt."""
_ABBREVIATION = re.compile(
    r"\b(?:bl\.? ?a|t\.? ?ex|m\.? ?m|d\.? ?v\.? ?s|o\.? ?s\.? ?v|m\.? ?fl|s\.? ?k|f\.? ?n|"
    r"fr\.? ?o\.? ?m|t\.? ?o\.? ?m|p\.? ?g\.? ?a|resp|inkl|exkl|ca|etc|avs|mht)\b\.?",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])")


@dataclass(frozen=True, slots=True)
class Hint:
    """Advice on plain language. It never stops anybody. `key` names a sentence in the texts."""

    key: str
    arguments: tuple[tuple[str, str | int], ...] = ()


def plain_language_hints(wording: str) -> tuple[Hint, ...]:
    """What a reader may stumble over."""
    hints: list[Hint] = []
    longest = max((len(each.split()) for each in _SENTENCE_END.split(wording)), default=0)
    if longest > LONG_SENTENCE:
        hints.append(Hint("hint-long-sentence", (("words", longest),)))
    found = _ABBREVIATION.search(wording)
    if found is not None:
        hints.append(Hint("hint-abbreviation", (("abbreviation", found[0]),)))
    return tuple(hints)
