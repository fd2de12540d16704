"""What can be wrong with the database itself. Each message says what to do, without secrets."""

from __future__ import annotations

from enum import StrEnum


class RevisionState(StrEnum):
    """How the database's tables relate to the ones this code was written for."""

    EMPTY = "empty"
    """No tables yet: an upgrade makes them."""
    CURRENT = "current"
    BEHIND = "behind"
    """Made by older code: an upgrade mends it."""
    AHEAD = "ahead"
    """Made by newer code: this code must be updated, the database cannot be."""


class DatabaseUrlError(ValueError):
    """The database's address is not one that can be used."""


class DatabaseUnavailableError(Exception):
    """The database could not be reached, or could not be written to."""


class BackupError(Exception):
    """A backup could not be written, or not be restored. `key` names the sentence that says why."""

    def __init__(self, key: str, **arguments: str) -> None:
        super().__init__(key, arguments)
        self.key = key
        self.arguments = arguments


class DatabaseRevisionError(Exception):
    """The database's tables are not the ones this code was written for."""

    def __init__(self, state: RevisionState, found: str | None, head: str) -> None:
        advice = {
            RevisionState.EMPTY: "it has no tables yet; upgrade the database",
            RevisionState.BEHIND: "it is behind; upgrade the database",
            RevisionState.AHEAD: "it was made by a newer version; update this program",
            RevisionState.CURRENT: "it is current",
        }
        super().__init__(
            f"The database is at revision {found or 'none'}, this program needs {head}: "
            f"{advice[state]}."
        )
        self.state = state
        self.found = found
        self.head = head
