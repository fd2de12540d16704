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
from operator import itemgetter

from goals.errors import (
    NoWordsError,
    OwnWordingNotMeantError,
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

_UNSEEN = re.compile("[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4"
                     "\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164"
                     "\ud800-\udfff\ufeff\uffa0\ufff9-\ufffb\U000e0100-\U000e01ef]")  # fmt: skip
_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# Joiners, selectors and tags stay where they make an emoji whole, or a word of a script that has
# them; beside Latin letters, digits and blanks they would only be words that nobody can see.
_LATIN = "\u0000-\u024f\u0300-\u036f\u1e00-\u1eff\uff01-\uff5e"
_LONE_JOINER = re.compile(
    rf"(?<![^\s\u200c\u200d{_LATIN}])[\u200c\u200d]+|[\u200c\u200d]+(?=[\s{_LATIN}]|$)"
)
_LONE_SELECTOR = re.compile(
    "(?:(?<![#*0-9\u00a9\u00ae\u2010-\U000e007f])|(?<=[\ufe00-\ufe0f]))[\ufe00-\ufe0f]+"
)
_LONE_TAGS = re.compile("(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0000-\U000e007f]+")
_BLANKS = re.compile(r"[^\S\n]+")
_EMPTY_LINES = re.compile(r"\n{3,}")


def read_line(text: str, *, longest: int) -> str:
    """One line of text as it is kept.

    Raises TextMissingError, NoWordsError, TextTooLongError or PersonalNumberError.
    """
    return _checked(_line(text), longest)


def read_paragraphs(text: str, *, longest: int) -> str:
    """A text of several lines as it is kept. Raises what read_line raises."""
    lines = (_BLANKS.sub(" ", line).strip() for line in _seen(text).split("\n"))
    return _checked(_EMPTY_LINES.sub("\n\n", "\n".join(lines)).strip(), longest)


def is_blank(text: str) -> bool:
    """Whether nothing that can be seen was typed."""
    return not _seen(text).strip()


def _seen(text: str) -> str:
    text = _UNSEEN.sub("", _LINE_END.sub("\n", text))
    for lone in (_LONE_TAGS, _LONE_SELECTOR, _LONE_JOINER):
        text = lone.sub("", text)
    return unicodedata.normalize("NFC", text)


def _line(text: str) -> str:
    return " ".join(_seen(text).split())


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


_PERSONAL_NUMBER = re.compile(
    r"(?<!\d)(?P<century>1[89]|20)?\s?(?P<year>\d\d)(?P<parted>\s?[-./:]\s?)?\s?(?P<month>\d\d)"
    r"(?(parted)(?P=parted)|\s?)(?P<day>\d\d)(?P<sign>[\W_]{0,3})(?P<last>\d\d\s?\d\d)(?!\d)"
)
_MORE_OF_A_DATE = re.compile(r"\s?[-./:]\s?\d")
_COORDINATION = 60
"""Added to the day in a samordningsnummer (folkbokföringslagen, Skatteverket)."""


def holds_personal_number(text: str) -> bool:
    """Whether something in it looks like a Swedish personal identity number.

    A date and four digits do, with a hyphen or a plus between them or with a century before. Where
    they are written otherwise the check digit must be right too, so that a telephone number or two
    dates are seldom taken for one.
    """
    return any(map(_is_personal_number, _PERSONAL_NUMBER.finditer(_plain_digits(text))))


def _plain_digits(text: str) -> str:
    """The text with the digits and dashes of every script as ours, and without unseen signs."""
    return "".join(
        str(unicodedata.decimal(sign))
        if unicodedata.category(sign) == "Nd"
        else "-"
        if unicodedata.category(sign) == "Pd" or sign in "\u2212\u2043"
        else sign
        for sign in unicodedata.normalize("NFKC", text)
        if unicodedata.category(sign) not in {"Cf", "Mn", "Me", "Cc"} or sign.isspace()
    )


def _is_personal_number(found: re.Match[str]) -> bool:
    day = int(found["day"])
    day -= _COORDINATION if day > _COORDINATION else 0
    try:
        date(2000, int(found["month"]), day)  # a leap year, since the century may be missing
    except ValueError:
        return False
    sign, last = found["sign"], "".join(found["last"].split())
    if found["parted"]:
        if _MORE_OF_A_DATE.match(found.string, found.end()):
            return False  # from one day to another
    elif sign.strip():
        if set(sign) <= {"-", "+", " "}:
            return True
    elif found["century"] and last == found["last"]:
        return True
    digits = found["year"] + found["month"] + found["day"] + last
    doubled = (int(digit) * (2 - place % 2) for place, digit in enumerate(digits))
    return sum(sum(divmod(number, 10)) for number in doubled) % 10 == 0


def read_wording(text: str, *, subgoals: Sequence[Subgoal], changes: Subgoal | None = None) -> str:
    """A new wording for the list, as it is kept. `changes` is the sub-goal that it takes over.

    Raises what read_line raises, UnchangedWordingError or SameWordingError.
    """
    wording = read_line(text, longest=LONGEST_WORDING)
    if changes is not None and wording == _line(changes.text):
        raise UnchangedWordingError
    for each in subgoals:
        same = _bare(each.text) == _bare(wording)
        if same and changes is not None and each.number == changes.number:
            continue  # only a sign or a capital is to be changed: that is a change
        if same:
            raise SameWordingError(number=each.code or str(each.number))
    return wording


def keep_wording(typed: str, wording: str) -> None:
    """For a choice that keeps a wording; raises OwnWordingNotMeantError where another was typed."""
    if not is_blank(typed) and typed.split() != wording.split():
        raise OwnWordingNotMeantError


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold()))


_ALIKE = 0.72


def lookalikes(wording: str, subgoals: Iterable[Subgoal]) -> tuple[Subgoal, ...]:
    """The sub-goals that say nearly the same, the closest first."""
    matcher = SequenceMatcher(None, "", _bare(wording), autojunk=False)
    near: list[tuple[float, int, Subgoal]] = []
    for each in subgoals:
        matcher.set_seq1(_bare(each.text))
        if matcher.real_quick_ratio() >= _ALIKE and matcher.quick_ratio() >= _ALIKE:
            near.append((-matcher.ratio(), each.number, each))
    return tuple(each for share, _, each in sorted(near, key=itemgetter(0, 1)) if -share >= _ALIKE)


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
