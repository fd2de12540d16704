"""A decision that amends is worked out: the list before it becomes the list after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Protocol

from goals.document import Amendment, AmendmentKind

_LAST = "sista"
_PLACES = ("första", "andra", "tredje", "fjärde")
_NAMED_SENTENCE = re.compile(rf"({'|'.join(_PLACES)}|{_LAST}) meningen", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])")


class Listed(Protocol):
    """A sub-goal of the list that is amended."""

    @property
    def text(self) -> str:
        """Its wording."""

    @property
    def code(self) -> str | None:
        """Its own code, where it has one."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A sub-goal of the list after the decision."""

    text: str
    place: int | None
    """Its place from 1 in the list before; None for one that was added."""
    amendment: Amendment | None = None
    """What gave it its wording; None for one that was left as it was."""


class Misfit(StrEnum):
    """Why an amendment does not fit the list."""

    UNKNOWN = "unknown"
    """The list has no such sub-goal, or more than one."""
    TWICE = "twice"
    """Another amendment concerns the same sub-goal."""
    WORDS = "words"
    """The words to replace do not stand once in the sub-goal."""
    THERE = "there"
    """What is to be added stands in the list already."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """An amendment that was not carried out."""

    amendment: Amendment
    why: Misfit


@dataclass(frozen=True, slots=True)
class Amended:
    """The list after a decision, what was removed from it, and what did not fit it."""

    entries: tuple[Entry, ...]
    removed: tuple[tuple[int, Amendment], ...] = ()
    """The place from 1 in the list before, and the amendment that removed it."""
    refused: tuple[Refusal, ...] = ()


def apply(subgoals: Sequence[Listed], amendments: Sequence[Amendment]) -> Amended:
    """Carry out what fits; numbers are those of the list before, whatever is removed from it.

    What does not fit leaves the list as it is, and is told in `refused`.
    """
    entries: list[Entry | None] = [
        Entry(each.text, place) for place, each in enumerate(subgoals, start=1)
    ]
    added: list[Entry] = []
    removed: list[tuple[int, Amendment]] = []
    refused: list[Refusal] = []
    touched: set[int] = set()
    there = [each.text for each in subgoals]
    for amendment in amendments:
        if amendment.kind is AmendmentKind.ADD:
            wording = amendment.text or ""
            if not wording or any(_same(wording, each) for each in there):
                refused.append(Refusal(amendment, Misfit.THERE))
            else:
                added.append(Entry(wording, None, amendment))
                there.append(wording)
            continue
        place = place_of(subgoals, amendment.target)
        if place is None or place in touched:
            why = Misfit.UNKNOWN if place is None else Misfit.TWICE
            refused.append(Refusal(amendment, why))
            continue
        if amendment.kind is AmendmentKind.REMOVE:
            entries[place - 1] = None
            removed.append((place, amendment))
        elif (text := reworded(subgoals[place - 1].text, amendment)) is not None:
            entries[place - 1] = Entry(text, place, amendment)
        else:
            refused.append(Refusal(amendment, Misfit.WORDS))
            continue
        touched.add(place)
    kept = tuple(each for each in entries if each is not None)
    return Amended((*kept, *added), tuple(removed), tuple(refused))


def is_carried_out(subgoals: Sequence[Listed], amendments: Sequence[Amendment]) -> bool:
    """Whether a list is the one after the decision already: it has the new wordings."""
    wordings = [
        each.text
        for each in amendments
        if each.text and each.kind in {AmendmentKind.ADD, AmendmentKind.REWORD}
    ]
    return bool(wordings) and all(
        any(_same(wording, each.text) for each in subgoals) for wording in wordings
    )


def place_of(subgoals: Sequence[Listed], target: str | None) -> int | None:
    """The place from 1 of the sub-goal that a point names; None where it names none, or several.

    It is named by its code, by its number in a list without codes, or by its words or some of them.
    """
    words = _plain(target or "")
    if not words:
        return None
    places = list(enumerate(subgoals, start=1))
    named = [at for at, each in places if _plain(each.code or "") == words]
    if not named and words.isdecimal():
        uncoded = not any(each.code for each in subgoals)
        named = [at for at, _ in places if uncoded and at == int(words)]
    elif not named:
        same = [at for at, each in places if _plain(each.text) == words]
        named = same or [at for at, each in places if words in _plain(each.text)]
    return named[0] if len(named) == 1 else None


def reworded(text: str, amendment: Amendment) -> str | None:
    """The wording after the point; None where what it replaces is not there, or more than once."""
    if amendment.kind is AmendmentKind.REWORD:
        return amendment.text
    if amendment.replaced is None:
        return joined(text.rstrip(" ."), amendment.text or "")
    words = _sentence(text, amendment.replaced) or amendment.replaced
    if not words or text.count(words) != 1:
        return None
    return " ".join(text.replace(words, amendment.text or "").split())


def joined(first: str, second: str) -> str:
    """Two pieces of a wording, a space between them unless the second begins with a comma."""
    return f"{first}{second}" if second[:1] in {",", ".", ";", ":"} else f"{first} {second}".strip()


def _sentence(text: str, named: str) -> str | None:
    """The sentence that "sista meningen" names; None where nothing like it is named."""
    found = _NAMED_SENTENCE.fullmatch(named)
    sentences = _SENTENCE_END.split(text)
    if found is None or len(sentences) == 1:
        return None
    place = found[1].casefold()
    if place == _LAST:
        return sentences[-1]
    at = _PLACES.index(place)
    return sentences[at] if at < len(sentences) else None


def _same(first: str, second: str) -> bool:
    return _plain(first) == _plain(second)


def _plain(text: str) -> str:
    return " ".join(text.split()).strip(" .;,”\"'").casefold()


def of_year(amendments: Sequence[Amendment], year: int | None) -> tuple[Amendment, ...]:
    """The amendments, those without a year being for the one that is given."""
    return tuple(replace(each, year=each.year or year) for each in amendments)
