"""Goal documents come in: Word, PDF, plain text and JSON."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from importlib.resources import files
from typing import TypeAlias

from goals.document import Doubt, GoalDocument
from goals.errors import DocumentEmptyError, DocumentFileTooLargeError
from storage.documents.exchange.as_json import from_json
from storage.documents.kinds import FORMATS, SUFFIXES, Kind, kind_of, suffix_of
from storage.documents.reading import read_paper, read_text
from storage.documents.word.lines import read_word

Progress: TypeAlias = Callable[[int, int], None]
"""Told the pages that are read and how many there are."""

LARGEST_FILE = 200_000_000
"""The most bytes of a file, whatever it holds."""
EXAMPLE = "mal-och-delmal-2025-kommunstyrelsen.txt"


def read_document(name: str, content: bytes, *, progress: Progress | None = None) -> GoalDocument:
    """What a document states. It is read as what its bytes are, whatever its name says.

    Raises one of the GoalsErrors whose names begin with Document, and nothing else.
    """
    if not content:
        raise DocumentEmptyError(document=name)
    if len(content) > LARGEST_FILE:
        raise DocumentFileTooLargeError(document=name, megabytes=LARGEST_FILE // 1_000_000)
    kind = kind_of(name, content)
    document = _read(kind, name, content, progress)
    suffix = suffix_of(name)
    if SUFFIXES.get(suffix) is kind:
        return document
    doubt = Doubt("doubt-other-format", None, {"suffix": suffix or name, "format": kind.value})
    return replace(document, doubts=(doubt, *document.doubts))


def _read(kind: Kind, name: str, content: bytes, progress: Progress | None) -> GoalDocument:
    match kind:
        case Kind.TEXT:
            return read_text(name, content)
        case Kind.JSON:
            return from_json(name, content)
        case Kind.WORD:
            lines, doubts = read_word(name, content, formats=FORMATS)
        case Kind.PDF:
            # Imported where it is needed: a bot that nobody gives a PDF does not hold the library.
            from storage.documents.pdf.lines import read_pdf  # noqa: PLC0415

            lines, doubts = read_pdf(name, content, progress=progress)
    return read_paper(name, sha256(content).hexdigest(), lines, doubts)


def example_document() -> tuple[str, bytes]:
    """The customer's own document, which an empty database is filled from in local mode."""
    return EXAMPLE, files(__package__).joinpath("example", EXAMPLE).read_bytes()
