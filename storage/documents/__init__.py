"""Goal documents come in: plain text and JSON."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib.resources import files
from pathlib import PurePath
from typing import TypeAlias

from goals.document import GoalDocument
from goals.errors import DocumentFormatError
from storage.documents.as_json import from_json
from storage.documents.reading import read_text

Reader: TypeAlias = Callable[[str, bytes], GoalDocument]

READERS: Mapping[str, Reader] = {".txt": read_text, ".json": from_json}
"""Which format is read by whom."""
EXAMPLE = "mal-och-delmal-2025-kommunstyrelsen.txt"


def read_document(name: str, content: bytes) -> GoalDocument:
    """What a document states. The end of its name says which format it has.

    Raises DocumentFormatError, or what the format's reader raises: DocumentTooLargeError,
    DocumentUnreadableError, DocumentNotJsonError, DocumentFieldError.
    """
    suffix = PurePath(name).suffix.casefold()
    reader = READERS.get(suffix)
    if reader is None:
        raise DocumentFormatError(document=name, suffix=suffix, formats=", ".join(READERS))
    return reader(name, content)


def example_document() -> tuple[str, bytes]:
    """The customer's own document, which an empty database is filled from in local mode."""
    return EXAMPLE, files(__package__).joinpath("example", EXAMPLE).read_bytes()
