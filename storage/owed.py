"""A note as a row of the outbox, and back."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import insert

from goals.note import ClaimedNote, Note, NoteButton, NoteState
from storage.tables import OutboxRow, metadata

OWE = insert(metadata.tables["outbox"])
"""Takes the columns of any number of notes at once."""


def owed_columns(note: Note, *, tenant: str, now: datetime) -> dict[str, Any]:
    """The note as it is owed from now on."""
    return {
        "tenant": tenant,
        "address_kind": note.address_kind,
        "address": note.to,
        "kind": note.kind,
        "arguments": dict(note.arguments),
        "body": note.body,
        "year": note.year,
        "button": asdict(note.button) if note.button else None,
        "batch": note.batch,
        "owed_at": now,
        "due_at": now + note.wait,
        "state": NoteState.OWED,
        "attempts": 0,
        "delivery": note.delivery,
    }


def claimed_note(row: OutboxRow, claim: str) -> ClaimedNote:
    """The note of a row that is taken up."""
    note = Note(
        row.address,
        row.kind,
        row.arguments,
        row.body,
        row.year,
        NoteButton(**row.button) if row.button else None,
        row.batch,
        address_kind=row.address_kind,
        delivery=row.delivery,
    )
    return ClaimedNote(row.id, row.tenant, note, row.attempts, claim, row.parts)
