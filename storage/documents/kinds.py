"""What a file is, told by its bytes; its name may say something else."""

from __future__ import annotations

from enum import StrEnum
from pathlib import PurePath

from goals.errors import (
    DocumentCorruptError,
    DocumentEncryptedError,
    DocumentFormatError,
    DocumentOldWordError,
)


class Kind(StrEnum):
    """The kinds of files that are read, as people call them."""

    WORD = "Word"
    PDF = "PDF"
    TEXT = "text"
    JSON = "JSON"


SUFFIXES = {".docx": Kind.WORD, ".pdf": Kind.PDF, ".txt": Kind.TEXT, ".json": Kind.JSON}
FORMATS = ", ".join(SUFFIXES)

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PDF = b"%PDF-"
_WITHIN = 1024
"""How far into a PDF its mark may stand."""
_BINARY = frozenset({Kind.WORD, Kind.PDF})


def kind_of(name: str, content: bytes) -> Kind:
    """What the file is: by its bytes where they tell, else by the end of its name.

    Raises DocumentFormatError where neither is of a kind that is read, and for what only an older
    or other program opens DocumentEncryptedError, DocumentOldWordError or DocumentFormatError.
    """
    stated = SUFFIXES.get(suffix_of(name))
    if content.startswith(_COMPOUND):
        raise _compound(name, content)
    if content.startswith(_ZIP):
        return Kind.WORD
    if content.startswith(_PDF) or (stated in {Kind.PDF, None} and _PDF in content[:_WITHIN]):
        return Kind.PDF
    if stated is None:
        raise DocumentFormatError(document=name, suffix=suffix_of(name), formats=FORMATS)
    if stated in _BINARY:
        if not _is_text(content):
            raise DocumentCorruptError(document=name, format=stated.value)
        return Kind.TEXT
    return stated


def suffix_of(name: str) -> str:
    """The end of a name from its last full stop, in small letters."""
    return PurePath(name).suffix.casefold()


def _compound(
    name: str, content: bytes
) -> DocumentEncryptedError | DocumentOldWordError | DocumentFormatError:
    """An older Office file; newer ones are wrapped in one where they have a password."""
    if "EncryptedPackage".encode("utf-16-le") in content:
        return DocumentEncryptedError(document=name)
    if "WordDocument".encode("utf-16-le") in content:
        return DocumentOldWordError(document=name)
    return DocumentFormatError(document=name, suffix=suffix_of(name), formats=FORMATS)


def _is_text(content: bytes) -> bool:
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return "\0" not in text
