"""Words of a municipality's own: those it has taught, and those that nobody answered well."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TaughtWord:
    """A word or phrase that a municipality has taught, in lower case."""

    word: str
    means: str
    """What it stands for: a word or phrase that is known, or several with commas between."""

    @property
    def meanings(self) -> tuple[str, ...]:
        """Each word or phrase that it stands for."""
        return tuple(each.strip() for each in self.means.split(",") if each.strip())


@dataclass(frozen=True, slots=True)
class FrequentGap:
    """A word of questions that had no good answer, and how many people have used it."""

    word: str
    people: int
