"""What was noted at a meeting and is not recorded yet, inside one transaction of a database."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import delete
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from goals.meeting import MeetingChange, Minutes, NotedOutcome, Origin
from goals.proposal import Meeting, Outcome, ProposalKind
from storage.tables import MinutesRow


class SqlMinutes:
    """The part of goals.ports.Ledger that keeps minutes."""

    def __init__(self, session: AsyncSession, tenant: str) -> None:
        self._session = session
        self._tenant = tenant

    async def minutes(self, body: str, year: int, meeting: Meeting) -> Minutes | None:
        """What was noted at a meeting so far, and is not recorded yet."""
        row = await self._session.get(MinutesRow, (self._tenant, body, year, meeting))
        return _minutes(row) if row else None

    async def keep_minutes(self, minutes: Minutes) -> None:
        """Keep what was noted at a meeting so far, in the place of what was kept before."""
        await self._session.merge(
            MinutesRow(
                tenant=self._tenant,
                body=minutes.body,
                year=minutes.year,
                meeting=minutes.meeting,
                version=minutes.version,
                noted=_as_json(minutes),
            )
        )
        await self._session.flush()

    async def drop_minutes(self, body: str, year: int, meeting: Meeting) -> None:
        """Delete them: they are recorded."""
        await self._session.exec(
            delete(MinutesRow).where(
                col(MinutesRow.tenant) == self._tenant,
                col(MinutesRow.body) == body,
                col(MinutesRow.year) == year,
                col(MinutesRow.meeting) == meeting,
            )
        )


def _as_json(minutes: Minutes) -> dict[str, Any]:
    return {
        "paragraph": minutes.paragraph,
        "day": minutes.day.isoformat() if minutes.day else None,
        "outcomes": {
            proposal: [noted.outcome, noted.text, noted.reason]
            for proposal, noted in minutes.outcomes.items()
        },
        "changes": [
            [
                change.serial,
                change.kind,
                change.origin,
                change.meeting,
                change.target,
                change.text,
                change.adopted,
            ]
            for change in minutes.changes
        ],
        "order": list(minutes.order),
        "points": list(minutes.points),
        "reservations": minutes.reservations,
        "disqualified": minutes.disqualified,
    }


def _minutes(row: MinutesRow) -> Minutes:
    noted = row.noted
    return Minutes(
        row.body,
        row.year,
        row.meeting,
        row.version,
        noted["paragraph"],
        date.fromisoformat(noted["day"]) if noted["day"] else None,
        {
            proposal: NotedOutcome(Outcome(outcome), text, reason)
            for proposal, (outcome, text, reason) in noted["outcomes"].items()
        },
        tuple(
            MeetingChange(
                serial, ProposalKind(kind), Origin(origin), Meeting(meeting), target, text, adopted
            )
            for serial, kind, origin, meeting, target, text, adopted in noted["changes"]
        ),
        tuple(noted["order"]),
        tuple(noted["points"]),
        noted["reservations"],
        noted["disqualified"],
    )
