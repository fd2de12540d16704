"""The certified extract of the minutes (protokollsutdrag): made in the diary system, kept here."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Extract:
    """The extract of one matter's decision, as it was sent to us."""

    body: str
    year: int
    number: int
    """From 1; the highest is the one that counts."""
    name: str
    content: bytes
    by: str
    at: datetime

    @property
    def digest(self) -> str:
        """SHA-256 of the file, in hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()
