"""Proposals, drafts and the chain of events, inside one transaction of a database.

In statements of its own, past the ORM: while a proposal is entered the whole municipality waits.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Executable,
    Row,
    Table,
    and_,
    bindparam,
    delete,
    func,
    insert,
    literal,
    or_,
    select,
    true,
    update,
)
from sqlalchemy.dialects import sqlite
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel.ext.asyncio.session import AsyncSession

from goals.actor import Role
from goals.draft import Base, Draft, Typed
from goals.event import FIRST, Event, Link, chained
from goals.extract import Extract
from goals.proposal import (
    CLOSED,
    Content,
    Proposal,
    ProposalState,
    SupportedGoal,
    Target,
    Version,
)
from goals.steps import told
from storage.database import Database
from storage.events import event_of, links_of
from storage.extracts import enter_extract, read_extract
from storage.minutes import SqlMinutes
from storage.notices import SqlNotices
from storage.people import grants_after
from storage.tables import metadata

_PROPOSAL = metadata.tables["proposal"]
_VERSION = metadata.tables["proposal_version"]
_EVENT = metadata.tables["event"]
_DRAFT = metadata.tables["draft"]
_ROLE_CHANGE = metadata.tables["role_change"]


async def waiting_proposals(database: Database, tenant: str) -> Mapping[tuple[str, int], int]:
    """How many open proposals each matter (body, year) has.

    Asked with many a question: on SQLite in one visit, beside the engine.
    """
    rows: Iterable[Sequence[Any]]
    if database.lane is not None:
        rows = await database.lane.look(partial(_waiting_in_sqlite, tenant))
    else:
        async with database.reading(tenant) as session:
            connection = await session.connection()
            rows = (await connection.execute(_WAITING, {"of_tenant": tenant})).all()
    return {(body, year): count for body, year, count in rows}


def _waiting_in_sqlite(tenant: str, connection: sqlite3.Connection) -> list[Any]:
    asked = _WAITING_IN_SQLITE.construct_expanded_state({"of_tenant": tenant})
    return connection.execute(asked.statement, asked.positional_parameters).fetchall()


class SqlRegister(SqlMinutes, SqlNotices):
    """goals.ports.Register."""

    def __init__(self, session: AsyncSession, tenant: str) -> None:
        super().__init__(session, tenant)
        self._connection: AsyncConnection | None = None
        self._head: tuple[int, str] | None = None
        """Place and digest of the last event, once they are known; nobody else adds one."""

    async def proposals(
        self, body: str, year: int, *, about: Target | None = None
    ) -> tuple[Proposal, ...]:
        """Those of one matter, by number; `about` a place or a wording of the list."""
        if about is None:
            return await self._read(_OF_MATTER, of_body=body, of_year=year)
        return await self._read(
            _ABOUT,
            of_body=body,
            of_year=year,
            target_year=about.year,
            target_number=about.number,
            target_text=about.text,
        )

    async def proposals_of(self, author: str) -> tuple[Proposal, ...]:
        """One person's own, the newest first."""
        found = await self._read(_OF_AUTHOR, author=author)
        return tuple(sorted(found, key=lambda each: (each.submitted_at, each.serial), reverse=True))

    async def proposal(self, proposal_id: str) -> Proposal | None:
        """The one with this id."""
        if not _can_be_kept(proposal_id):
            return None
        found = await self._read(_OF_ID, of_id=proposal_id)
        return found[0] if found else None

    async def links(self, body: str, year: int) -> tuple[Link, ...]:
        """What was done in one matter, in its order, with its place in the tenant's chain."""
        return await links_of(self._session, self._tenant, body, year)

    async def events(self, body: str, year: int) -> tuple[Event, ...]:
        """What was done in one matter, the oldest first."""
        return tuple(link.event for link in await self.links(body, year))

    async def extract(self, body: str, year: int) -> Extract | None:
        """The newest certified extract of a matter."""
        return await read_extract(self._session, self._tenant, body, year)

    async def enter_extract(self, extract: Extract) -> None:
        """Enter an extract after those that the matter has."""
        await enter_extract(self._session, self._tenant, extract)

    async def drafts_of(self, author: str) -> tuple[Draft, ...]:
        """One person's drafts, the one last touched first."""
        rows = await self._ask(_DRAFTS.where(_DRAFT.c.author == author))
        # Sorted here: the databases' own ideas of alphabetical order differ.
        by_id = sorted(map(draft_of, rows), key=lambda each: each.id)
        return tuple(sorted(by_id, key=lambda each: each.updated_at, reverse=True))

    async def draft(self, draft_id: str) -> Draft | None:
        """The draft with this id."""
        if not _can_be_kept(draft_id):
            return None
        rows = await self._ask(_DRAFT_OF_ID, of_id=draft_id)
        return draft_of(rows[0]) if rows else None

    async def holders(self, body: str, roles: Collection[Role]) -> tuple[str, ...]:
        """Who now has one of the roles in the body or in every body; object ids, in their order."""
        rows = await self._ask(_CHANGES, of_body=body, of_roles=list(roles))
        changes: dict[str, list[tuple[str | None, str, str]]] = defaultdict(list)
        for person, where, role, action in rows:
            changes[person].append((where, role, action))
        return tuple(sorted(person for person in changes if grants_after(changes[person])))

    async def next_serial(self, body: str, year: int) -> int:
        """The next number, from 1; true as long as the tenant is locked."""
        return (await self._read_head(_SERIAL_AND_HEAD, of_body=body, of_year=year) or 0) + 1

    async def enter_proposal(self, proposal: Proposal) -> None:
        """Enter a proposal with its first version."""
        await self._enter_row(
            _PROPOSAL,
            id=proposal.id,
            body=proposal.body,
            year=proposal.year,
            serial=proposal.serial,
            author=proposal.author,
            role=proposal.role,
        )
        await self.enter_version(proposal)

    async def enter_version(self, proposal: Proposal) -> None:
        """Enter the newest version of a proposal."""
        version = proposal.versions[-1]
        content = version.content
        target, goal = content.target, content.goal
        await self._enter_row(
            _VERSION,
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

    async def append(self, event: Event) -> None:
        """Put an event last in the tenant's chain."""
        if self._head is None:
            await self._read_head(_HEAD)
        last, previous = self._head or (0, FIRST)
        place = last + 1
        digest = chained(event, tenant=self._tenant, place=place, previous=previous)
        await self._enter_row(
            _EVENT,
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
            digest=digest,
        )
        self._head = place, digest

    async def keep_draft(self, draft: Draft) -> None:
        """Keep a draft, in the place of what was kept under its id."""
        base = draft.base
        values = {
            "body": draft.body,
            "year": draft.year,
            "author": draft.author,
            "typed": asdict(draft.typed),
            "base_year": base.year if base else None,
            "base_version": base.version if base else None,
            "target_text": draft.target_text,
            "completes": draft.completes,
            "told": draft.told,
            "updated_at": draft.updated_at,
        }
        connection = await self._connect()
        kept = await connection.execute(
            update(_DRAFT).where(_IS_DRAFT).values(**values),
            {"of_tenant": self._tenant, "of_id": draft.id},
        )
        if kept.rowcount == 0:
            await self._enter_row(_DRAFT, id=draft.id, **values)

    async def drop_draft(self, draft_id: str) -> None:
        """Delete a draft."""
        connection = await self._connect()
        await connection.execute(_DROP, {"of_tenant": self._tenant, "of_id": draft_id})

    async def drafts_left(self, since: datetime) -> tuple[Draft, ...]:
        """The drafts of all authors that nobody has touched after then, the oldest first."""
        left = _DRAFTS.where(_DRAFT.c.updated_at <= since)
        rows = await self._ask(left.order_by(_DRAFT.c.updated_at, _DRAFT.c.id))
        return tuple(map(draft_of, rows))

    async def _connect(self) -> AsyncConnection:
        if self._connection is None:
            self._connection = await self._session.connection()
        return self._connection

    async def _ask(self, statement: Executable, **values: object) -> Sequence[Any]:
        connection = await self._connect()
        return (await connection.execute(statement, {"of_tenant": self._tenant, **values})).all()

    async def _enter_row(self, table: Table, **values: object) -> None:
        connection = await self._connect()
        await connection.execute(_INSERTS[table.name], {"tenant": self._tenant, **values})

    async def _read_head(self, statement: Executable, **values: object) -> int | None:
        """A number, and on the same way to the database the last event's place and digest."""
        found: int | None
        ((found, place, digest),) = await self._ask(statement, **values)
        self._head = (0, FIRST) if place is None else (place, digest)
        return found

    async def _read(self, which: Executable, **values: object) -> tuple[Proposal, ...]:
        """The proposals, by body, year and number, each with its versions and what its events tell.

        In simple statements, by the proposals' ids: where a database does not know its tables yet,
        as in a year's first minutes, it may join them by comparing all with all.
        """
        rows = await self._ask(which, **values)
        if not rows:
            return ()
        ids = [row.id for row in rows]
        versions: dict[str, list[Version]] = defaultdict(list)
        for row in await self._ask(_VERSIONS, of_ids=ids):
            versions[row.proposal_id].append(version_of(row))
        events: dict[str, list[Event]] = defaultdict(list)
        for row in await self._ask(_STEPS, of_ids=ids):
            events[row.proposal_id].append(event_of(row))
        found = [told(proposal_of(row, versions[row.id]), events[row.id]) for row in rows]
        return tuple(sorted(found, key=lambda each: (each.body, each.year, each.serial)))


def _with_head(value: ColumnElement[Any]) -> Executable:
    last = (
        select(_EVENT.c.place, _EVENT.c.digest)
        .where(_EVENT.c.tenant == _TENANT)
        .order_by(_EVENT.c.place.desc())
        .limit(1)
        .subquery()
    )
    one = select(value.label("value")).subquery()
    return select(one.c.value, last.c.place, last.c.digest).select_from(one.outerjoin(last, true()))


def _named_by_a_version() -> ColumnElement[bool]:
    """Any version of the proposal names that place of the list, or that wording."""
    named = _VERSION.alias()
    place = and_(
        named.c.target_year == bindparam("target_year"),
        named.c.target_number == bindparam("target_number"),
    )
    return (
        select(literal(1))
        .where(
            named.c.tenant == _PROPOSAL.c.tenant,
            named.c.proposal_id == _PROPOSAL.c.id,
            or_(place, named.c.target_text == bindparam("target_text")),
        )
        .correlate(_PROPOSAL)
        .exists()
    )


# Made once: to put a statement together takes as long as to carry it out.
_TENANT: ColumnElement[str] = bindparam("of_tenant")
_IS_DRAFT = and_(_DRAFT.c.tenant == _TENANT, _DRAFT.c.id == bindparam("of_id"))
_DRAFTS = select(_DRAFT).where(_DRAFT.c.tenant == _TENANT)
_DRAFT_OF_ID = select(_DRAFT).where(_IS_DRAFT)
_DROP = delete(_DRAFT).where(_IS_DRAFT)
_INSERTS = {table.name: insert(table) for table in (_PROPOSAL, _VERSION, _EVENT, _DRAFT)}
_CHANGES = (
    select(
        _ROLE_CHANGE.c.object_id, _ROLE_CHANGE.c.body, _ROLE_CHANGE.c.role, _ROLE_CHANGE.c.action
    )
    .where(
        _ROLE_CHANGE.c.tenant == _TENANT,
        or_(_ROLE_CHANGE.c.body == bindparam("of_body"), _ROLE_CHANGE.c.body.is_(None)),
        _ROLE_CHANGE.c.role.in_(bindparam("of_roles", expanding=True)),
    )
    .order_by(_ROLE_CHANGE.c.id)
)
"""Of these roles, in the body and in all; the newest of each person and place is what holds."""
_IN_MATTER = and_(
    _PROPOSAL.c.tenant == _TENANT,
    _PROPOSAL.c.body == bindparam("of_body"),
    _PROPOSAL.c.year == bindparam("of_year"),
)
_HEAD = _with_head(literal(0))
_SERIAL_AND_HEAD = _with_head(
    select(func.max(_PROPOSAL.c.serial)).where(_IN_MATTER).scalar_subquery()
)
_NEWEST_STATE = (
    select(_EVENT.c.state)
    .where(_EVENT.c.tenant == _PROPOSAL.c.tenant, _EVENT.c.proposal_id == _PROPOSAL.c.id)
    .order_by(_EVENT.c.place.desc())
    .limit(1)
    .correlate(_PROPOSAL)
    .scalar_subquery()
)
_WAITING = (
    select(_PROPOSAL.c.body, _PROPOSAL.c.year, func.count())
    .where(
        _PROPOSAL.c.tenant == _TENANT,
        _NEWEST_STATE.not_in([state.value for state in CLOSED]),
    )
    .group_by(_PROPOSAL.c.body, _PROPOSAL.c.year)
)
_WAITING_IN_SQLITE = _WAITING.compile(dialect=sqlite.dialect())
_PROPOSALS = select(_PROPOSAL).where(_PROPOSAL.c.tenant == _TENANT)
_OF_MATTER = _PROPOSALS.where(_IN_MATTER)
# "Is true" keeps PostgreSQL from making a join of it.
_ABOUT = _PROPOSALS.where(_IN_MATTER, _named_by_a_version().is_(true()))
_OF_AUTHOR = _PROPOSALS.where(_PROPOSAL.c.author == bindparam("author"))
_OF_ID = _PROPOSALS.where(_PROPOSAL.c.id == bindparam("of_id"))
_OF_IDS: BindParameter[list[str]] = bindparam("of_ids", expanding=True)
_VERSIONS = (
    select(_VERSION)
    .where(_VERSION.c.tenant == _TENANT, _VERSION.c.proposal_id.in_(_OF_IDS))
    .order_by(_VERSION.c.number)
)
_STEPS = (
    select(_EVENT)
    .where(_EVENT.c.tenant == _TENANT, _EVENT.c.proposal_id.in_(_OF_IDS))
    .order_by(_EVENT.c.place)
)


def _can_be_kept(value: str) -> bool:
    """Whether it could stand in a column at all; what a button brings may be forged."""
    return "\0" not in value and not any("\ud800" <= sign <= "\udfff" for sign in value)


def proposal_of(row: Row[Any], versions: Sequence[Version]) -> Proposal:
    """A proposal of which nothing has been told yet."""
    return Proposal(
        row.id,
        row.body,
        row.year,
        row.serial,
        row.author,
        row.role,
        ProposalState.SUBMITTED,
        tuple(versions),
    )


def version_of(row: Row[Any]) -> Version:
    """A version from its row in `proposal_version`."""
    target = goal = None
    if row.target_year is not None and row.target_number is not None:
        target = Target(row.target_year, row.target_number, row.target_text or "", row.target_code)
    if row.goal_number is not None:
        goal = SupportedGoal(row.goal_number, row.goal_text or "")
    content = Content(row.kind, row.motivation, target, row.text, goal, row.consequences)
    return Version(row.number, content, row.by_object_id, row.at)


def draft_of(row: Row[Any]) -> Draft:
    """A draft from its row in `draft`."""
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
        row.told,
    )


def _typed(kept: Mapping[str, str]) -> Typed:
    """What was typed, also where another version of the form kept other fields."""
    known = {name: kept[name] for name in Typed.__slots__ if name in kept}
    return Typed(**known)
