"""The transaction that records: all of it, or none of it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import date, datetime
from typing import Protocol, TypedDict

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from goals.actor import Grant, Person
from goals.errors import BusyError
from goals.goal import Body, Goal, GoalSet, Subgoal
from goals.matter import Matter
from goals.note import Note
from goals.pending import PendingImport
from goals.plan import Plan
from goals.record import Record
from goals.strategy import Strategy
from storage.database import LOCK_NOT_AVAILABLE, Database
from storage.goal_reader import SqlGoalReader, read_record
from storage.imports import keep_pending, read_pending
from storage.notices import SqlNoticesLedger
from storage.owed import OWE, owed_columns
from storage.people import role_change, role_holders
from storage.register import SqlRegister
from storage.tables import (
    BodyChangeRow,
    BodyRow,
    DecisionPointRow,
    GoalRow,
    GoalSetRow,
    MatterRecipientRow,
    MatterRow,
    PlanRow,
    RoleAction,
    StrategyAction,
    StrategyChangeRow,
    SubgoalRow,
    TenantRow,
    UnitRow,
)
from storage.tenants import lock_tenant

LEDGER_LOCK = 0x44454C4C
"""PostgreSQL's advisory locks for ledgers: any number that is ours ("DELL")."""
LINE_SECONDS = 8.0
"""How long somebody stands in line before they are told so; Teams itself waits for 10 to 15."""


class OpenSqlLedger(Protocol):
    """goals.ports.OpenLedger, of a database."""

    def __call__(self, tenant: str, *, now: datetime) -> AbstractAsyncContextManager[SqlLedger]:
        """As goals.ports.OpenLedger says."""
        ...


def open_ledger(
    database: Database,
    *,
    when_owed: Callable[[], None] | None = None,
    reader: SqlGoalReader | None = None,
) -> OpenSqlLedger:
    """Say how a ledger of this database is opened: `open_ledger(database)(tenant, now=…)`.

    One ledger at a time in a tenant: what it has read stays true until it has recorded. Raises
    BusyError for whoever would have to wait for too long. `when_owed` is called once a ledger that
    owes somebody a note has been committed; `reader` is asked for the record before the database.
    """

    @asynccontextmanager
    async def begin(tenant: str, *, now: datetime) -> AsyncIterator[SqlLedger]:
        async with _in_line(database, tenant), database.recording(tenant) as session:
            row = await _lock(session, tenant, in_order=not database.is_sqlite)
            ledger = SqlLedger(session, row, now, reader)
            yield ledger
            if ledger.has_recorded:
                row.revision += 1
        if ledger.owes and when_owed is not None:
            when_owed()

    return begin


_STAND_BEHIND = text(f"SELECT pg_advisory_xact_lock({LEDGER_LOCK}, hashtext(:tenant))")


@asynccontextmanager
async def _in_line(database: Database, tenant: str) -> AsyncIterator[None]:
    """Let those of this process who record in a tenant stand in one line, in order.

    Only the first of them has a connection: the others would hold all of them, and wait in the
    database for a lock that is given to one at a time anyway.
    """
    line = database.line(tenant)
    try:
        async with asyncio.timeout(LINE_SECONDS):
            await line.acquire()
    except TimeoutError:
        raise BusyError from None
    try:
        yield
    finally:
        line.release()


async def _lock(session: AsyncSession, tenant: str, *, in_order: bool) -> TenantRow:
    """Lock the tenant; `in_order`: on PostgreSQL, behind those of other processes who wait.

    A row's lock goes to whoever comes first once it is free, so that a process can be passed by
    another for seconds; an advisory lock goes to whoever has waited the longest.
    """
    try:
        if in_order:
            connection = await session.connection()
            await connection.execute(_STAND_BEHIND, {"tenant": tenant})
        return await lock_tenant(session, tenant)
    except DBAPIError as error:
        if getattr(error.orig, "sqlstate", None) == LOCK_NOT_AVAILABLE:
            raise BusyError from error
        raise


class SqlLedger(SqlNoticesLedger, SqlRegister):
    """goals.ports.Ledger inside one transaction of a database."""

    def __init__(
        self, session: AsyncSession, row: TenantRow, now: datetime, reader: SqlGoalReader | None
    ) -> None:
        super().__init__(session, row.id)
        self._now = now
        self._row = row
        self._revision = row.revision
        self._reader = reader
        self.has_recorded = False
        """Whether something was entered that the record (goals.record.Record) is made of."""
        self.owes = False

    @property
    def session(self) -> AsyncSession:
        """For what else is to be written in this transaction."""
        return self._session

    async def record(self) -> Record:
        """What the tenant has recorded so far, as this transaction sees it."""
        if self._reader is None or self.has_recorded:
            return await read_record(self._session, self._tenant)
        return await self._reader.record_at(self._session, self._tenant, self._revision)

    async def name_municipality(self, name: str) -> None:
        """Enter what the municipality is called; a name that was told before stays."""
        if self._row.name == self._row.id:
            self._row.name = name
            await self._enter(self._row)

    async def add_body(self, body: Body) -> None:
        """Enter a body that the tenant did not have."""
        await self._enter(
            BodyRow(tenant=self._tenant, code=body.code, name=body.name, aliases=list(body.aliases))
        )

    async def add_goal_set(self, goal_set: GoalSet) -> None:
        """Enter a body's goals; with the period of an earlier set, a new version of it."""
        period = goal_set.period
        row = GoalSetRow(
            **self._version(goal_set),
            first_year=period.first if period else None,
            last_year=period.last if period else None,
        )
        goal_set_id = await self._enter_version(row)
        await self._enter(
            *(GoalRow(goal_set_id=goal_set_id, **self._wording(goal)) for goal in goal_set.goals)
        )

    async def add_plan(self, plan: Plan) -> None:
        """Enter a year's list; for a year that has one, a new version of it."""
        row = PlanRow(
            **self._version(plan),
            year=plan.year,
            status=plan.status,
            last_appeal_day=plan.last_appeal_day,
        )
        plan_id = await self._enter_version(row)
        await self._enter(*(self._subgoal(plan_id, subgoal) for subgoal in plan.subgoals))

    async def add_matter(self, matter: Matter) -> None:
        """Enter a matter; for a year that has one, a new version of it."""
        row = MatterRow(
            **self._version(matter),
            year=matter.year,
            title=matter.title,
            state=matter.state,
            officer=matter.officer,
            opens_at=matter.window.opens if matter.window else None,
            closes_at=matter.window.closes if matter.window else None,
            based_on=matter.based_on,
            entered=sorted(matter.entered),
        )
        matter_id = await self._enter_version(row)
        units = await self._units(matter.recipients)
        await self._enter(
            *(
                DecisionPointRow(
                    matter_id=matter_id,
                    tenant=self._tenant,
                    body=matter.body,
                    number=number,
                    text=text,
                )
                for number, text in enumerate(matter.decision_points, start=1)
            ),
            *(
                MatterRecipientRow(
                    matter_id=matter_id,
                    tenant=self._tenant,
                    body=matter.body,
                    number=number,
                    unit_id=units[name],
                    name=name,
                )
                for number, name in enumerate(matter.recipients, start=1)
            ),
        )

    async def people(self) -> tuple[Person, ...]:
        """Everybody who has a role, by object id, as this transaction sees it."""
        return await role_holders(self._session, self._tenant)

    async def change_role(
        self, object_id: str, grant: Grant, *, given: bool, by: str | None
    ) -> None:
        """Enter that a role was given, or taken; `by` None is the server's command line."""
        action = RoleAction.GRANTED if given else RoleAction.REVOKED
        row = role_change(self._tenant, object_id, grant, action, by=by, now=self._now)
        self._session.add(row)
        await self._session.flush()

    async def owe(self, *notes: Note) -> None:
        """People are to be told, if and when this transaction has happened."""
        if notes:
            connection = await self._connect()
            owed = [owed_columns(each, tenant=self._tenant, now=self._now) for each in notes]
            await connection.execute(OWE, owed)
            self.owes = True

    async def change_body(self, body: Body, *, by: str | None) -> None:
        """Give a body that is there another name, or other aliases. That it was done is kept."""
        row = await self._session.get_one(BodyRow, (self._tenant, body.code))
        row.name, row.aliases = body.name, list(body.aliases)
        await self._enter(
            BodyChangeRow(
                tenant=self._tenant,
                body=body.code,
                name=body.name,
                aliases=list(body.aliases),
                by_object_id=by,
                at=self._now,
            )
        )

    async def add_strategy(self, strategy: Strategy, *, by: str | None) -> None:
        """Enter a strategy, instead of the one with that name in its body, if there is one."""
        await self._change_strategy(strategy, StrategyAction.ADDED, by)

    async def remove_strategy(self, strategy: Strategy, *, by: str | None) -> None:
        """Let a strategy no longer hold. What was recorded of it stays."""
        await self._change_strategy(strategy, StrategyAction.REMOVED, by)

    async def _change_strategy(
        self, strategy: Strategy, action: StrategyAction, by: str | None
    ) -> None:
        await self._enter(
            StrategyChangeRow(
                tenant=self._tenant,
                body=strategy.body,
                name=strategy.name,
                link=strategy.link,
                date=strategy.date,
                paragraph=strategy.paragraph,
                action=action,
                by_object_id=by,
                at=self._now,
            )
        )

    async def pending_import(self, import_id: str) -> PendingImport | None:
        """An import that somebody of the tenant has begun; whoever asks, and however old."""
        return await read_pending(self._session, self._tenant, import_id)

    async def keep_import(self, pending: PendingImport) -> None:
        """Keep an import as it is now. It is no part of the record, whose revision stays."""
        await keep_pending(self._session, self._tenant, pending)

    def _subgoal(self, plan_id: int, subgoal: Subgoal) -> SubgoalRow:
        year, number = subgoal.was or (None, None)
        wording = self._wording(subgoal)
        return SubgoalRow(plan_id=plan_id, was_year=year, was_number=number, **wording)

    def _wording(self, item: Goal | Subgoal) -> _WordingColumns:
        return _WordingColumns(
            tenant=self._tenant,
            body=item.body,
            number=item.number,
            text=item.text,
            code=item.code,
            under=item.under,
            line=item.origin.line,
            page=item.origin.page,
            by_hand=item.origin.by_hand,
        )

    async def _units(self, names: tuple[str, ...]) -> dict[str, int]:
        """The units with these names; those that the tenant did not have are entered."""
        statement = select(UnitRow).where(
            col(UnitRow.tenant) == self._tenant, col(UnitRow.name).in_(names)
        )
        known = {unit.name: unit for unit in await self._session.exec(statement)}
        new = {name: UnitRow(tenant=self._tenant, name=name) for name in names if name not in known}
        await self._enter(*new.values())
        return {name: unit.id for name, unit in (known | new).items()}

    def _version(self, stated: GoalSet | Plan | Matter) -> _VersionColumns:
        source = stated.source
        return _VersionColumns(
            tenant=self._tenant,
            body=stated.body,
            version=stated.version,
            source_document=source.document,
            source_digest=source.digest,
            source_dnr=source.dnr,
            source_date=source.date,
            source_paragraph=source.paragraph,
            source_base=source.base,
            recorded_at=self._now,
        )

    async def _enter_version(self, row: GoalSetRow | PlanRow | MatterRow) -> int:
        await self._enter(row)
        return row.id

    async def _enter(self, *rows: object) -> None:
        self._session.add_all(rows)
        await self._session.flush()
        self.has_recorded = True


class _VersionColumns(TypedDict):
    tenant: str
    body: str
    version: int
    source_document: str | None
    source_digest: str | None
    source_dnr: str | None
    source_date: date | None
    source_paragraph: str | None
    source_base: str | None
    recorded_at: datetime


class _WordingColumns(TypedDict):
    tenant: str
    body: str
    number: int
    text: str
    code: str | None
    under: str | None
    line: int | None
    page: int | None
    by_hand: bool
