"""The notes that are owed: claimed with a lease, sent, and what became of them.

`due_at` is the one thing that decides who takes up a note: it lies in the past for one that is due,
in the future for one that waits or that a process has (that is the lease), and is None at the end.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from sqlalchemy import ColumnElement, and_, delete, func, or_, tuple_, update
from sqlmodel import col, select

from goals.note import ClaimedNote, Note, NoteButton, NoteState
from storage.database import Database
from storage.tables import OutboxRow

KEPT_FOR = timedelta(days=90)
"""After its end; then a note is swept away."""


class SqlOutbox:
    """goals.ports.Outbox."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def next_due(self) -> datetime | None:
        """When the next note is to be taken up; None while nothing is owed."""
        async with self._database.reading() as session:
            return (await session.exec(select(func.min(OutboxRow.due_at)))).one()

    async def claim(self, *, now: datetime, lease: timedelta, most: int) -> tuple[ClaimedNote, ...]:
        """Take up about `most` notes that are due, and what is to go out together with them.

        On PostgreSQL what another process is taking up at this moment is passed by; on SQLite
        there is one writer at a time.
        """
        is_due = col(OutboxRow.due_at) <= now
        async with self._database.recording() as session:
            first = await session.exec(
                select(OutboxRow)
                .where(is_due)
                .order_by(col(OutboxRow.due_at), col(OutboxRow.id))
                .limit(most)
                .with_for_update(skip_locked=True)
            )
            due = first.all()
            if not due:
                return ()
            waits_with_them = and_(
                col(OutboxRow.state) == NoteState.OWED,
                col(OutboxRow.batch).in_({row.batch for row in due} - {""}),
            )
            taken = await session.exec(
                select(OutboxRow)
                .where(_address().in_({_address_of(row) for row in due}))
                .where(or_(is_due, waits_with_them))
                .order_by(col(OutboxRow.id))
                .with_for_update(skip_locked=True)
            )
            claim = uuid4().hex
            claimed = []
            for row in taken:
                row.state, row.claim, row.due_at = NoteState.CLAIMED, claim, now + lease
                claimed.append(_claimed(row, claim))
        return tuple(claimed)

    async def begin_sending(
        self, notes: Sequence[ClaimedNote], *, now: datetime, lease: timedelta
    ) -> tuple[ClaimedNote, ...]:
        """Say before the call that these go out; returns those that are still ours to send."""
        async with self._database.recording() as session:
            ours = await session.exec(
                update(OutboxRow)
                .where(_ours(notes), col(OutboxRow.state) == NoteState.CLAIMED)
                .values(
                    state=NoteState.SENDING,
                    due_at=now + lease,
                    attempts=col(OutboxRow.attempts) + 1,
                )
                .returning(col(OutboxRow.id))
            )
            ids = {row[0] for row in ours}
        return tuple(replace(each, attempts=each.attempts + 1) for each in notes if each.id in ids)

    async def delivered(
        self, notes: Sequence[ClaimedNote], *, delivery_id: str, now: datetime
    ) -> None:
        """These arrived; `delivery_id` is what Teams calls the message."""
        await self._end(notes, state=NoteState.DELIVERED, delivery_id=delivery_id, finished_at=now)

    async def postpone(self, notes: Sequence[ClaimedNote], *, until: datetime, reason: str) -> None:
        """These are to be tried again then."""
        await self._end(notes, state=NoteState.POSTPONED, due_at=until, reason=reason)

    async def give_up(self, notes: Sequence[ClaimedNote], *, reason: str, now: datetime) -> None:
        """These will not arrive."""
        await self._end(notes, state=NoteState.GAVE_UP, reason=reason, finished_at=now)

    async def _end(self, notes: Sequence[ClaimedNote], **values: Any) -> None:  # noqa: ANN401 — columns
        """Let go of what is still ours; it is not due again, unless `values` say when."""
        async with self._database.recording() as session:
            await session.exec(
                update(OutboxRow)
                .where(_ours(notes))
                .values(**{"due_at": None, "claim": None, **values})
            )


async def sweep_outbox(database: Database, *, before: datetime) -> int:
    """Forget the notes that came to their end before then; returns how many."""
    async with database.recording() as session:
        swept = await session.exec(delete(OutboxRow).where(col(OutboxRow.finished_at) < before))
        return swept.rowcount


def owed_row(note: Note, *, tenant: str, now: datetime) -> OutboxRow:
    """The note as it is owed from now on."""
    return OutboxRow(
        tenant=tenant,
        address_kind=note.address_kind,
        address=note.to,
        kind=note.kind,
        arguments=dict(note.arguments),
        body=note.body,
        year=note.year,
        button=asdict(note.button) if note.button else None,
        batch=note.batch,
        owed_at=now,
        due_at=now + note.wait,
    )


def _claimed(row: OutboxRow, claim: str) -> ClaimedNote:
    note = Note(
        row.address,
        row.kind,
        row.arguments,
        row.body,
        row.year,
        NoteButton(**row.button) if row.button else None,
        row.batch,
        address_kind=row.address_kind,
    )
    return ClaimedNote(row.id, row.tenant, note, row.attempts, claim)


def _ours(notes: Sequence[ClaimedNote]) -> ColumnElement[bool]:
    """Those of the notes that nobody has taken up after us."""
    return and_(
        col(OutboxRow.id).in_([each.id for each in notes]),
        col(OutboxRow.claim).in_({each.claim for each in notes}),
    )


def _address() -> Any:  # noqa: ANN401 — a row of columns has no type of its own
    return tuple_(col(OutboxRow.tenant), col(OutboxRow.address_kind), col(OutboxRow.address))


def _address_of(row: OutboxRow) -> tuple[str, str, str]:
    return row.tenant, row.address_kind, row.address
