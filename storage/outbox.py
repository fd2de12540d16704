"""The notes that are owed: claimed with a lease, sent, and what became of them.

`due_at` is the one thing that decides who takes up a note: it lies in the past for one that is due,
in the future for one that waits or that a process has (that is the lease), and is None at the end.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from sqlalchemy import ColumnElement, and_, delete, func, or_, true, tuple_, update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from goals.note import AddressKind, ClaimedNote, Ending, Note, NoteState, Outcome
from goals.ports import Settled
from storage.database import EVERY_TENANT, Database
from storage.ledger import OpenSqlLedger
from storage.ledger import open_ledger as open_sql_ledger
from storage.owed import claimed_note, owed_columns
from storage.tables import OutboxRow
from storage.tenants import lock_tenant

KEPT_FOR = timedelta(days=90)
"""After its end; then a note is swept away."""
LONGEST_PUT_OFF = timedelta(hours=3)
"""Longer than anything is put off, unless the other side asks for it."""


class SqlOutbox:
    """goals.ports.Outbox."""

    def __init__(
        self,
        database: Database,
        *,
        open_ledger: OpenSqlLedger | None = None,
        settled: Settled | None = None,
    ) -> None:
        """`settled` is told, in a ledger of its tenant, when a delivery's note has ended."""
        self._database = database
        self._open_ledger = open_ledger or open_sql_ledger(database)
        self.settled = settled

    async def next_due(
        self, kinds: Collection[AddressKind] = tuple(AddressKind)
    ) -> datetime | None:
        """When the next note is to be taken up; None while nothing is owed."""
        async with self._database.reading(EVERY_TENANT) as session:
            return (await session.exec(select(func.min(OutboxRow.due_at)).where(_of(kinds)))).one()

    async def claim(
        self,
        *,
        now: datetime,
        lease: timedelta,
        most: int,
        kinds: Collection[AddressKind] = tuple(AddressKind),
        busy: Collection[str] = (),
    ) -> tuple[ClaimedNote, ...]:
        """Take up about `most` notes that are due, and what is to go out together with them.

        On PostgreSQL what another process is taking up at this moment is passed by; on SQLite
        there is one writer at a time.
        """
        is_due = col(OutboxRow.due_at) <= now
        async with self._database.recording(EVERY_TENANT) as session:
            first = await session.exec(
                select(OutboxRow)
                .where(is_due, _of(kinds), col(OutboxRow.tenant).not_in(busy))
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
                claimed.append(claimed_note(row, claim))
        return tuple(claimed)

    async def begin_sending(
        self, notes: Sequence[ClaimedNote], *, now: datetime, lease: timedelta
    ) -> tuple[ClaimedNote, ...]:
        """Say before the call that these go out; returns those that are still ours to send."""
        async with self._database.recording(EVERY_TENANT) as session:
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
        outcome = Outcome(Ending.DELIVERED, 0, message_id=delivery_id)
        values = {"state": NoteState.DELIVERED, "delivery_id": delivery_id}
        await self._finish(notes, outcome, values, now)

    async def part_arrived(self, note: ClaimedNote, *, parts: int) -> None:
        """So many parts of its message have arrived: they are not sent again."""
        async with self._database.recording(note.tenant) as session:
            await session.exec(update(OutboxRow).where(_ours([note])).values(parts=parts))

    async def postpone(
        self,
        notes: Sequence[ClaimedNote],
        *,
        until: datetime,
        reason: str,
        is_attempt: bool = True,
    ) -> None:
        """These are to be tried again then; where nothing was sent, it counts as no attempt."""
        values = {"state": NoteState.POSTPONED, "due_at": until, "reason": reason}
        if not is_attempt:
            values["attempts"] = col(OutboxRow.attempts) - 1
        async with self._database.recording(EVERY_TENANT) as session:
            await _let_go(session, notes, values)

    async def heed_clock(self, *, now: datetime, lease: timedelta) -> int:
        """The clock may have been set back: what the old one put off too far is due; how much."""
        state, due_at = col(OutboxRow.state), col(OutboxRow.due_at)
        put_off = and_(
            state.in_((NoteState.OWED, NoteState.POSTPONED)),
            due_at > now,
            or_(col(OutboxRow.owed_at) > now, due_at > now + LONGEST_PUT_OFF),
        )
        taken_up = and_(state.in_((NoteState.CLAIMED, NoteState.SENDING)), due_at > now + lease * 2)
        async with self._database.recording(EVERY_TENANT) as session:
            due = await session.exec(update(OutboxRow).where(put_off).values(due_at=now))
            left = await session.exec(update(OutboxRow).where(taken_up).values(due_at=now + lease))
            return due.rowcount + left.rowcount

    async def give_up(
        self, notes: Sequence[ClaimedNote], *, ending: Ending, reason: str, now: datetime
    ) -> None:
        """These will not arrive; `ending` says why, `reason` in the other side's words."""
        outcome = Outcome(ending, 0, reason=reason)
        await self._finish(notes, outcome, {"state": NoteState.GAVE_UP, "reason": reason}, now)

    async def _finish(
        self,
        notes: Sequence[ClaimedNote],
        outcome: Outcome,
        values: dict[str, Any],
        now: datetime,
    ) -> None:
        """Mark what is still ours, and tell the rules of each delivery among it."""
        values |= {"due_at": None, "finished_at": now}
        settled = self.settled
        told = [each for each in notes if each.note.delivery and settled]
        others = [each for each in notes if each not in told]
        if others:
            async with self._database.recording(EVERY_TENANT) as session:
                await _let_go(session, others, values)
        for tenant in dict.fromkeys(each.tenant for each in told):
            async with self._open_ledger(tenant, now=now) as ledger:
                ours = [each for each in told if each.tenant == tenant]
                ended = await _let_go(ledger.session, ours, values)
                for each in ours:
                    if settled and each.id in ended and each.note.delivery:
                        became = replace(outcome, attempts=each.attempts)
                        await settled(ledger, each.note.delivery, became, now)


async def outbox_state(database: Database, *, now: datetime) -> tuple[int, datetime | None]:
    """How many notes have not come to their end, and since when the oldest of them is due.

    What a process has taken up, or waits for its next attempt, is due in the future.
    """
    waiting = col(OutboxRow.due_at).is_not(None)
    overdue = and_(waiting, col(OutboxRow.due_at) <= now)
    async with database.reading(EVERY_TENANT) as session:
        count = (await session.exec(select(func.count()).where(waiting))).one()
        oldest = (await session.exec(select(func.min(OutboxRow.due_at)).where(overdue))).one()
    return count, oldest


async def owe_once(database: Database, note: Note, *, tenant: str, now: datetime) -> bool:
    """Owe a note of a batch that its address has not had any of; False where they had.

    Several processes may want to at once; they take turns, tenant by tenant.
    """
    async with database.recording(tenant) as session:
        await lock_tenant(session, tenant)
        had = await session.exec(
            select(OutboxRow.id)
            .where(
                col(OutboxRow.tenant) == tenant,
                col(OutboxRow.address_kind) == note.address_kind,
                col(OutboxRow.address) == note.to,
                col(OutboxRow.batch) == note.batch,
            )
            .limit(1)
        )
        if had.first() is not None:
            return False
        session.add(OutboxRow(**owed_columns(note, tenant=tenant, now=now)))
    return True


async def sweep_outbox(database: Database, *, before: datetime) -> int:
    """Forget the notes that came to their end before then; returns how many."""
    async with database.recording(EVERY_TENANT) as session:
        swept = await session.exec(delete(OutboxRow).where(col(OutboxRow.finished_at) < before))
        return swept.rowcount


def _of(kinds: Collection[AddressKind]) -> ColumnElement[bool]:
    return col(OutboxRow.address_kind).in_(kinds) if len(kinds) < len(AddressKind) else true()


async def _let_go(
    session: AsyncSession, notes: Sequence[ClaimedNote], values: dict[str, Any]
) -> set[int]:
    """Write into what is still ours, and let it go; which that was."""
    ended = await session.exec(
        update(OutboxRow)
        .where(_ours(notes))
        .values(**{"claim": None, **values})
        .returning(col(OutboxRow.id))
    )
    return {row[0] for row in ended}


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
