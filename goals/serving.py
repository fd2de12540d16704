"""What is said of a municipality as one begins to serve it."""

from __future__ import annotations

import re

from goals.errors import DirectoryIdError, MunicipalityNameError

LONGEST_NAME = 100
"""Characters."""
_DIRECTORY_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def read_directory_id(text: str) -> str:
    """An id of the directory (Entra), of a municipality or a person, as it is kept.

    Raises DirectoryIdError.
    """
    read = text.strip().lower()
    if not _DIRECTORY_ID.fullmatch(read):
        raise DirectoryIdError(given=text)
    return read


def read_municipality_name(text: str) -> str:
    """A municipality's name, with single spaces. Raises MunicipalityNameError."""
    visible = "".join(sign if sign.isprintable() else " " for sign in text)
    name = " ".join(visible.split())
    if not any(sign.isalpha() for sign in name) or len(name) > LONGEST_NAME:
        raise MunicipalityNameError(most=LONGEST_NAME)
    return name
