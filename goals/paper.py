"""A paper that leaves the house: what stands on it, whatever it is written with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias

LARGEST_TEMPLATE = 10_000_000
"""Bytes of a municipality's own template."""


class PaperKind(StrEnum):
    """The papers of a matter."""

    LETTER = "tjansteskrivelse"
    BASIS = "beslutsunderlag"
    MINUTES = "protokollstext"
    PROOF = "expedieringsbevis"
    """Who was sent the decision, and what became of it."""


class PaperFormat(StrEnum):
    """What a paper is written as; the values are the ends of file names."""

    WORD = "docx"
    PDF = "pdf"
    TABLE = "csv"


FORMATS: Mapping[PaperKind, tuple[PaperFormat, ...]] = MappingProxyType(
    {
        PaperKind.LETTER: (PaperFormat.WORD, PaperFormat.PDF),
        PaperKind.BASIS: (PaperFormat.WORD, PaperFormat.PDF),
        PaperKind.MINUTES: (PaperFormat.WORD, PaperFormat.PDF),
        PaperKind.PROOF: (PaperFormat.PDF, PaperFormat.TABLE),
    }
)
"""What each paper is written as."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `is_quoted` for words of the record, which stand sign for sign."""

    text: str
    is_quoted: bool = False


@dataclass(frozen=True, slots=True)
class Listed:
    """A list; with signs of its own ("1.", "1.1") where the record has them, else dashes."""

    items: tuple[str, ...]
    signs: tuple[str, ...] = ()
    is_inner: bool = False
    """Belongs to the last point of the list before it."""

    @property
    def is_counted(self) -> bool:
        """Whether its signs are 1. 2. 3. and so on, as any program numbers a list."""
        return self.signs == numbers(len(self.items))


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label, and below it what it is the label of."""

    label: str
    text: str = ""
    is_quoted: bool = True


Block: TypeAlias = Paragraph | Listed | Labelled


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, of level 1 or 2, and what stands under it."""

    heading: str
    blocks: tuple[Block, ...] = ()
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole paper."""

    kind: PaperKind
    title: str
    sections: tuple[Section, ...]
    sender: str | None = None
    to: str | None = None
    facts: tuple[tuple[str, str], ...] = ()
    """Under the title: diarienummer, date."""
    mark: str | None = None
    """The word "UTKAST", until somebody has said that it is ready."""

    @property
    def quotes(self) -> Iterator[str]:
        """Every wording of the record that must be found in the file, sign for sign."""
        yield self.title
        for section in self.sections:
            for block in section.blocks:
                match block:
                    case Listed(items):
                        yield from items
                    case Paragraph(text, is_quoted) | Labelled(_, text, is_quoted):
                        if is_quoted and text:
                            yield text


def numbers(count: int) -> tuple[str, ...]:
    """The signs of a list that is counted from 1."""
    return tuple(f"{number}." for number in range(1, count + 1))


def sign_of(code: str | None, number: int) -> str:
    """What stands before a wording: its code as the record has it, a mere number with a dot."""
    label = code or str(number)
    return f"{label}." if label.isdigit() else label
