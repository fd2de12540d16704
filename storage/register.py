"""Proposals, drafts and the chain of events, inside one transaction of a database."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import asdict

from sqlalchemy import ColumnElement, Subquery, and_, delete, func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from goals.draft import Base, Draft, Typed
from goals.event import FIRST, Event, Link, chained
from goals.proposal import (
    CLOSED,
    Content,
    Proposal,
    ProposalState,
    SupportedGoal,
    Target,
    Version,
)
from storage.events import events_of
from storage.tables import DraftRow, EventRow, ProposalRow, ProposalVersionRow


class SqlRegister:
    """goals.ports.Register."""

    def __init__(self, session: AsyncSession, tenant: str) -> None:
        self._session = session
        self._tenant = tenant

    async def proposals(self, body: str, year: int) -> tuple[Proposal, ...]:
        """Those of one matter, by number."""
        return await self._read(and_(col(ProposalRow.body) == body, col(ProposalRow.year) == year))

    async def proposals_of(self, author: str) -> tuple[Proposal, ...]:
        """One person's own, the newest first."""
        found = await self._read(col(ProposalRow.author) == author)
        return tuple(sorted(found, key=lambda each: (each.submitted_at, each.serial), reverse=True))

    async def proposal(self, proposal_id: str) -> Proposal | None:
        """The one with this id."""
        found = await self._read(col(ProposalRow.id) == proposal_id)
        return found[0] if found else None

    async def waiting(self) -> Mapping[tuple[str, int], int]:
        """How many open proposals each matter (body, year) has."""
        newest = self._newest_events(col(ProposalRow.id).is_not(None))
        statement = (
            select(ProposalRow.body, ProposalRow.year, func.count())
            .join(newest, newest.c.proposal_id == col(ProposalRow.id))
            .join(
                EventRow,
                and_(
                    col(EventRow.tenant) == col(ProposalRow.tenant),
                    col(EventRow.place) == newest.c.place,
                ),
            )
            .where(
                col(ProposalRow.tenant) == self._tenant,
                col(EventRow.state).not_in([state.value for state in CLOSED]),
            )
            .group_by(col(ProposalRow.body), col(ProposalRow.year))
        )
        return {(body, year): count for body, year, count in await self._session.exec(statement)}

    async def events(self, body: str, year: int) -> tuple[Link, ...]:
        """What was done in one matter, in its order."""
        return await events_of(self._session, self._tenant, body, year)

    async def drafts_of(self, author: str) -> tuple[Draft, ...]:
        """One person's drafts, the one last touched first."""
        rows = await self._session.exec(
            select(DraftRow)
            .where(col(DraftRow.tenant) == self._tenant, col(DraftRow.author) == author)
            .order_by(col(DraftRow.updated_at).desc(), col(DraftRow.id))
        )
        return tuple(map(_draft, rows))

    async def draft(self, draft_id: str) -> Draft | None:
        """The draft with this id."""
        row = await self._session.get(DraftRow, (self._tenant, draft_id))
        return _draft(row) if row else None

    async def next_serial(self, body: str, year: int) -> int:
        """The next number, from 1; true as long as the tenant is locked."""
        last = await self._session.exec(
            select(func.max(col(ProposalRow.serial))).where(
                col(ProposalRow.tenant) == self._tenant,
                col(ProposalRow.body) == body,
                col(ProposalRow.year) == year,
            )
        )
        return (last.one() or 0) + 1

    async def enter_proposal(self, proposal: Proposal) -> None:
        """Enter a proposal with its first version."""
        self._session.add(
            ProposalRow(
                tenant=self._tenant,
                id=proposal.id,
                body=proposal.body,
                year=proposal.year,
                serial=proposal.serial,
                author=proposal.author,
                role=proposal.role,
            )
        )
        await self._session.flush()
        await self.enter_version(proposal)

    async def enter_version(self, proposal: Proposal) -> None:
        """Enter the newest version of a proposal."""
        version = proposal.versions[-1]
        content = version.content
        target, goal = content.target, content.goal
        self._session.add(
            ProposalVersionRow(
                tenant=self._tenant,
                proposal_id=proposal.id,
                number=version.number,
                kind=content.kind,
                target_year=target.year if target else None,
                target_number=target.number if target else None,
                target_code=target.code if target else None,
                target_text=target.text if target else None,
                text=content.text,
                goal_number=goal.number if goal else None,
                goal_text=goal.text if goal else None,
                motivation=content.motivation,
                consequences=content.consequences,
                by_object_id=version.by,
                at=version.at,
            )
        )
        await self._session.flush()

    async def append(self, event: Event) -> None:
        """Put an event last in the tenant's chain."""
        last = (
            await self._session.exec(
                select(EventRow.place, EventRow.digest)
                .where(col(EventRow.tenant) == self._tenant)
                .order_by(col(EventRow.place).desc())
                .limit(1)
            )
        ).first()
        place, previous = (last[0] + 1, last[1]) if last else (1, FIRST)
        self._session.add(
            EventRow(
                tenant=self._tenant,
                place=place,
                at=event.at,
                what=event.what,
                by_object_id=event.by,
                role=event.role,
                body=event.body,
                year=event.year,
                proposal_id=event.proposal,
                state=event.state,
                data=dict(event.data),
                digest=chained(event, tenant=self._tenant, place=place, previous=previous),
            )
        )
        await self._session.flush()

    async def keep_draft(self, draft: Draft) -> None:
        """Keep a draft, in the place of what was kept under its id."""
        base = draft.base
        await self._session.merge(
            DraftRow(
                tenant=self._tenant,
                id=draft.id,
                body=draft.body,
                year=draft.year,
                author=draft.author,
                typed=asdict(draft.typed),
                base_year=base.year if base else None,
                base_version=base.version if base else None,
                target_text=draft.target_text,
                completes=draft.completes,
                updated_at=draft.updated_at,
            )
        )
        await self._session.flush()

    async def drop_draft(self, draft_id: str) -> None:
        """Delete a draft."""
        await self._session.exec(
            delete(DraftRow).where(
                col(DraftRow.tenant) == self._tenant, col(DraftRow.id) == draft_id
            )
        )

    async def _read(self, which: ColumnElement[bool]) -> tuple[Proposal, ...]:
        """The proposals, by body, year and number, each with its versions and where it stands."""
        mine = and_(col(ProposalRow.tenant) == self._tenant, which)
        rows = (await self._session.exec(select(ProposalRow).where(mine))).all()
        if not rows:
            return ()
        versions: dict[str, list[Version]] = defaultdict(list)
        for row in await self._session.exec(
            select(ProposalVersionRow)
            .join(
                ProposalRow,
                and_(
                    col(ProposalRow.tenant) == col(ProposalVersionRow.tenant),
                    col(ProposalRow.id) == col(ProposalVersionRow.proposal_id),
                ),
            )
            .where(mine)
            .order_by(col(ProposalVersionRow.number))
        ):
            versions[row.proposal_id].append(_version(row))
        newest = self._newest_events(which)
        events = await self._session.exec(
            select(EventRow)
            .join(newest, newest.c.place == col(EventRow.place))
            .where(col(EventRow.tenant) == self._tenant)
        )
        by_proposal = {event.proposal_id: event for event in events}
        return tuple(
            _proposal(row, tuple(versions[row.id]), by_proposal[row.id])
            for row in sorted(rows, key=lambda row: (row.body, row.year, row.serial))
        )

    def _newest_events(self, which: ColumnElement[bool]) -> Subquery:
        """Select the place of each proposal's newest event."""
        return (
            select(
                col(EventRow.proposal_id).label("proposal_id"),
                func.max(col(EventRow.place)).label("place"),
            )
            .join(
                ProposalRow,
                and_(
                    col(ProposalRow.tenant) == col(EventRow.tenant),
                    col(ProposalRow.id) == col(EventRow.proposal_id),
                ),
            )
            .where(col(EventRow.tenant) == self._tenant, which)
            .group_by(col(EventRow.proposal_id))
            .subquery()
        )


def _proposal(row: ProposalRow, versions: tuple[Version, ...], event: EventRow) -> Proposal:
    reason = event.data.get("reason")
    return Proposal(
        row.id,
        row.body,
        row.year,
        row.serial,
        row.author,
        row.role,
        ProposalState(event.state or ""),
        versions,
        reason if isinstance(reason, str) else None,
        event.at,
    )


def _version(row: ProposalVersionRow) -> Version:
    target = goal = None
    if row.target_year is not None and row.target_number is not None:
        target = Target(row.target_year, row.target_number, row.target_text or "", row.target_code)
    if row.goal_number is not None:
        goal = SupportedGoal(row.goal_number, row.goal_text or "")
    content = Content(row.kind, row.motivation, target, row.text, goal, row.consequences)
    return Version(row.number, content, row.by_object_id, row.at)


def _draft(row: DraftRow) -> Draft:
    base = None
    if row.base_year is not None and row.base_version is not None:
        base = Base(row.base_year, row.base_version)
    return Draft(
        row.id,
        row.body,
        row.year,
        row.author,
        _typed(row.typed),
        base,
        row.target_text,
        row.updated_at,
        row.completes,
    )


def _typed(kept: Mapping[str, str]) -> Typed:
    """What was typed, also where another version of the form kept other fields."""
    known = {name: kept[name] for name in Typed.__slots__ if name in kept}
    return Typed(**known)
