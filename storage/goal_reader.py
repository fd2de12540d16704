"""Reads the record: from memory, until something new has been recorded."""

from __future__ import annotations

import asyncio
from collections import OrderedDict, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import Select, func
from sqlalchemy.orm import Mapped
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import SelectOfScalar

from goals.draft import Base
from goals.errors import TenantUnknownError
from goals.goal import Body, Goal, GoalSet, Origin, Period, Source, Subgoal
from goals.matter import Entered, Matter, Window
from goals.plan import Plan, PlanStatus
from goals.record import Record
from goals.strategy import Strategy
from storage.database import Database
from storage.own_days import read_own_days
from storage.tables import (
    BodyRow,
    DecisionPointRow,
    GoalRow,
    GoalSetRow,
    MatterRecipientRow,
    MatterRow,
    PlanRow,
    StrategyAction,
    StrategyChangeRow,
    SubgoalRow,
    TenantRow,
)
from storage.words import read_words

TENANTS_KEPT = 512


@dataclass(slots=True)
class _Kept:
    record: Record | None = None
    reading: asyncio.Lock = field(default_factory=asyncio.Lock)
    """Held by whoever reads, so that a hundred askers after an import make one reading."""

    def fresh(self, revision: int) -> Record | None:
        if self.record is not None and self.record.revision >= revision:
            return self.record
        return None


class SqlGoalReader:
    """goals.ports.GoalReader on a database. Keeps the record of the tenants last asked for."""

    def __init__(self, database: Database, *, tenants_kept: int = TENANTS_KEPT) -> None:
        self._database = database
        self._tenants_kept = tenants_kept
        self._kept: OrderedDict[str, _Kept] = OrderedDict()

    async def record(self, tenant: str, *, revision: int | None = None) -> Record:
        """Everything the tenant has recorded; raises TenantUnknownError.

        Give the revision where it was just read (`begin_turn`): then nothing is asked of the
        database as long as nothing new has been recorded.
        """
        if revision is None:
            revision = await self._revision(tenant)
        kept = self._kept.get(tenant) or _Kept()
        self._keep(tenant, kept)
        if (record := kept.fresh(revision)) is not None:
            return record
        async with kept.reading:
            if (record := kept.fresh(revision)) is not None:
                return record
            try:
                async with self._database.reading(tenant) as session:
                    record = await read_record(session, tenant)
            except TenantUnknownError:
                self._kept.pop(tenant, None)
                raise
            kept.record = record
            return record

    async def record_at(self, session: AsyncSession, tenant: str, revision: int) -> Record:
        """The record inside a transaction that has the tenant locked and recorded nothing yet.

        `revision` is what it has just read of the tenant: mostly that record is kept already.
        """
        kept = self._kept.get(tenant) or _Kept()
        self._keep(tenant, kept)
        record = kept.fresh(revision) or await read_record(session, tenant)
        kept.record = record
        return record

    def _keep(self, tenant: str, kept: _Kept) -> None:
        self._kept[tenant] = kept
        self._kept.move_to_end(tenant)
        while len(self._kept) > self._tenants_kept:
            self._kept.popitem(last=False)

    async def _revision(self, tenant: str) -> int:
        async with self._database.reading(tenant) as session:
            revision, _ = await _read_tenant(session, tenant)
            return revision


async def read_record(session: AsyncSession, tenant: str) -> Record:
    """Read the newest version of everything, in one transaction; raises TenantUnknownError."""
    revision, name = await _read_tenant(session, tenant)
    plans = await _read_plans(session, tenant)
    return Record(
        tenant,
        revision,
        await _read_bodies(session, tenant),
        await _read_goal_sets(session, tenant),
        plans,
        await _read_matters(session, tenant),
        await read_words(session, tenant),
        await _read_strategies(session, tenant),
        await _read_earlier(session, tenant, plans),
        await read_own_days(session, tenant),
        municipality=name,
    )


async def _read_tenant(session: AsyncSession, tenant: str) -> tuple[int, str | None]:
    """Its revision, and its name once that is told."""
    statement = select(TenantRow.revision, TenantRow.name).where(col(TenantRow.id) == tenant)
    row = (await session.exec(statement)).one_or_none()
    if row is None:
        raise TenantUnknownError(tenant=tenant)
    revision, name = row
    return revision, name if name != tenant else None


async def _read_bodies(session: AsyncSession, tenant: str) -> tuple[Body, ...]:
    rows = (await session.exec(select(BodyRow).where(col(BodyRow.tenant) == tenant))).all()
    # Sorted here and below: the databases' own ideas of alphabetical order differ.
    return tuple(
        Body(row.code, row.name, tuple(row.aliases))
        for row in sorted(rows, key=lambda row: row.code)
    )


async def _read_goal_sets(session: AsyncSession, tenant: str) -> tuple[GoalSet, ...]:
    newest = _newest(GoalSetRow, tenant, col(GoalSetRow.first_year), col(GoalSetRow.last_year))
    rows = (await session.exec(select(GoalSetRow).where(col(GoalSetRow.id).in_(newest)))).all()
    goals: dict[int, list[Goal]] = defaultdict(list)
    for goal in await session.exec(
        select(GoalRow).where(col(GoalRow.goal_set_id).in_(newest)).order_by(col(GoalRow.number))
    ):
        goals[goal.goal_set_id].append(
            Goal(goal.body, goal.number, goal.text, goal.code, goal.under, _origin(goal))
        )
    return order_of_goal_sets(
        GoalSet(row.body, _period(row), tuple(goals[row.id]), _source(row), row.version)
        for row in rows
    )


async def _read_plans(session: AsyncSession, tenant: str) -> tuple[Plan, ...]:
    return await _plans_of(session, _newest(PlanRow, tenant, col(PlanRow.year)))


async def _read_earlier(
    session: AsyncSession, tenant: str, plans: tuple[Plan, ...]
) -> tuple[Plan, ...]:
    """Of each list that is decided and not adjusted, the version before it."""
    found: list[Plan] = []
    for plan in plans:
        if plan.status is PlanStatus.DECIDED_NOT_ADJUSTED and plan.version > 1:
            before = select(col(PlanRow.id)).where(
                col(PlanRow.tenant) == tenant,
                col(PlanRow.body) == plan.body,
                col(PlanRow.year) == plan.year,
                col(PlanRow.version) == plan.version - 1,
            )
            found += await _plans_of(session, before)
    return tuple(found)


async def _plans_of(
    session: AsyncSession, which: Select[tuple[int]] | SelectOfScalar[int]
) -> tuple[Plan, ...]:
    rows = (await session.exec(select(PlanRow).where(col(PlanRow.id).in_(which)))).all()
    subgoals: dict[int, list[SubgoalRow]] = defaultdict(list)
    for subgoal in await session.exec(
        select(SubgoalRow)
        .where(col(SubgoalRow.plan_id).in_(which))
        .order_by(col(SubgoalRow.number))
    ):
        subgoals[subgoal.plan_id].append(subgoal)
    return tuple(
        Plan(
            row.body,
            row.year,
            row.status,
            tuple(
                Subgoal(
                    row.body,
                    row.year,
                    subgoal.number,
                    subgoal.text,
                    subgoal.code,
                    subgoal.under,
                    _origin(subgoal),
                    _was(subgoal),
                )
                for subgoal in subgoals[row.id]
            ),
            _source(row),
            row.last_appeal_day,
            row.version,
        )
        for row in sorted(rows, key=lambda row: (row.body, row.year))
    )


async def read_versions(
    session: AsyncSession, tenant: str
) -> tuple[tuple[Plan, ...], tuple[Matter, ...]]:
    """Every list and every matter, in all their versions."""
    plans = select(col(PlanRow.id)).where(col(PlanRow.tenant) == tenant)
    matters = select(col(MatterRow.id)).where(col(MatterRow.tenant) == tenant)
    return await _plans_of(session, plans), await _matters_of(session, matters)


async def read_wording(
    session: AsyncSession, tenant: str, body: str, base: Base, number: int
) -> str | None:
    """How a sub-goal read in that version of a list; None where it did not stand there."""
    found = await session.exec(
        select(SubgoalRow.text)
        .join(PlanRow, col(PlanRow.id) == col(SubgoalRow.plan_id))
        .where(
            col(PlanRow.tenant) == tenant,
            col(PlanRow.body) == body,
            col(PlanRow.year) == base.year,
            col(PlanRow.version) == base.version,
            col(SubgoalRow.number) == number,
        )
    )
    return found.one_or_none()


async def _read_matters(session: AsyncSession, tenant: str) -> tuple[Matter, ...]:
    return await _matters_of(session, _newest(MatterRow, tenant, col(MatterRow.year)))


async def _matters_of(
    session: AsyncSession, which: Select[tuple[int]] | SelectOfScalar[int]
) -> tuple[Matter, ...]:
    rows = (await session.exec(select(MatterRow).where(col(MatterRow.id).in_(which)))).all()
    points: dict[int, list[str]] = defaultdict(list)
    for point in await session.exec(
        select(DecisionPointRow)
        .where(col(DecisionPointRow.matter_id).in_(which))
        .order_by(col(DecisionPointRow.number))
    ):
        points[point.matter_id].append(point.text)
    recipients: dict[int, list[str]] = defaultdict(list)
    for recipient in await session.exec(
        select(MatterRecipientRow)
        .where(col(MatterRecipientRow.matter_id).in_(which))
        .order_by(col(MatterRecipientRow.number))
    ):
        recipients[recipient.matter_id].append(recipient.name)
    return tuple(
        Matter(
            row.body,
            row.year,
            row.title,
            row.state,
            tuple(points[row.id]),
            tuple(recipients[row.id]),
            row.officer,
            _source(row),
            version=row.version,
            window=_window(row),
            based_on=row.based_on,
            entered=frozenset(map(Entered, row.entered)),
        )
        for row in sorted(rows, key=lambda row: (row.body, row.year))
    )


def _window(row: MatterRow) -> Window | None:
    if row.opens_at is None or row.closes_at is None:
        return None
    return Window(row.opens_at, row.closes_at)


async def _read_strategies(session: AsyncSession, tenant: str) -> tuple[Strategy, ...]:
    statement = (
        select(StrategyChangeRow)
        .where(col(StrategyChangeRow.tenant) == tenant)
        .order_by(col(StrategyChangeRow.id))
    )
    newest = {(row.body, row.name): row for row in await session.exec(statement)}
    return tuple(
        Strategy(row.body, row.name, row.link, row.date, row.paragraph)
        for _, row in sorted(newest.items())
        if row.action is StrategyAction.ADDED
    )


def order_of_goal_sets(goal_sets: Iterable[GoalSet]) -> tuple[GoalSet, ...]:
    """By body and period; first the one without a period."""
    return tuple(
        sorted(
            goal_sets, key=lambda each: (each.body, each.period is not None, each.period or _NEVER)
        )
    )


_NEVER = Period(0, 0)


def _newest(
    row: type[GoalSetRow | PlanRow | MatterRow],
    tenant: str,
    *years: Mapped[int] | Mapped[int | None],
) -> Select[tuple[int]]:
    """Select the ids of the newest version for each body and year or years."""
    place = func.row_number().over(
        partition_by=(col(row.body), *years), order_by=col(row.version).desc()
    )
    ranked = (
        select(col(row.id).label("id"), place.label("place"))
        .where(col(row.tenant) == tenant)
        .subquery()
    )
    return select(ranked.c.id).where(ranked.c.place == 1)


def _period(row: GoalSetRow) -> Period | None:
    if row.first_year is None or row.last_year is None:
        return None
    return Period(row.first_year, row.last_year)


def _source(row: GoalSetRow | PlanRow | MatterRow) -> Source:
    return Source(
        row.source_document,
        row.source_digest,
        row.source_dnr,
        row.source_date,
        row.source_paragraph,
        row.source_base,
    )


def _was(row: SubgoalRow) -> tuple[int, int] | None:
    if row.was_year is None or row.was_number is None:
        return None
    return row.was_year, row.was_number


def _origin(row: GoalRow | SubgoalRow) -> Origin:
    return Origin(row.line, row.page, row.by_hand)
