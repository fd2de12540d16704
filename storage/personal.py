"""What is stored about one person, wherever it lies, and what of it may be let go.

The record itself is kept: what came in or was drawn up may only be destroyed by a decision on
disposal, and events are chained by digests in which object ids stand. An object id says who it
is to the municipality's own directory only; the name beside it is what can go.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum
from types import MappingProxyType
from typing import Any

from sqlalchemy import (
    JSON,
    ColumnElement,
    RowMapping,
    String,
    Table,
    and_,
    cast,
    delete,
    false,
    or_,
    select,
    tuple_,
    update,
)
from sqlmodel import AutoString, col
from sqlmodel.ext.asyncio.session import AsyncSession

from goals.errors import PersonHasRoleError, PersonIsAddressError, PersonUnknownError
from goals.note import AddressKind
from goals.unit import AddressState
from storage.database import Database
from storage.gaps import gaps_of
from storage.people import role_holders
from storage.tables import (
    ConversationContextRow,
    DeliveryRow,
    DraftRow,
    FollowerRow,
    NoticeRow,
    OutboxRow,
    PendingImportRow,
    PersonRow,
    QuestionGapRow,
    UnitAddressRow,
    metadata,
)
from storage.tenants import lock_tenant


class Kept(StrEnum):
    """How long rows of a table are kept."""

    FOR_GOOD = "for-good"
    """Until the municipality decides on disposal, and carries it out by itself."""
    WHILE_NEEDED = "while-needed"
    """While it is what holds now; the next change takes its place."""
    FOR_A_TIME = "for-a-time"
    """Swept by the bot."""


RETENTION: Mapping[str, Kept] = MappingProxyType(
    {
        **dict.fromkeys(
            (
                *("tenant", "body", "body_change", "strategy_change", "role_change"),
                *("goal_set", "goal", "plan", "subgoal"),
                *("matter", "decision_point", "matter_recipient", "extract"),
                *("proposal", "proposal_version", "event", "notice", "delivery"),
            ),
            Kept.FOR_GOOD,
        ),
        **dict.fromkeys(
            (
                *("person", "follower", "unit", "unit_address", "channel", "freeze"),
                *("tenant_word", "minutes", "link_key", "own_day", "paper_template"),
            ),
            Kept.WHILE_NEEDED,
        ),
        **dict.fromkeys(
            (
                *("draft", "pending_import", "outbox", "pace"),
                *("answered_activity", "conversation_context", "question_gap"),
            ),
            Kept.FOR_A_TIME,
        ),
    }
)
"""Of each table. What is not said otherwise is kept for good."""


@dataclass(frozen=True, slots=True)
class AboutPerson:
    """Everything that is stored about one person in one municipality."""

    object_id: str
    name: str | None
    by_id: Mapping[str, list[dict[str, Any]]]
    """The rows of each table that hold the object id, as JSON."""
    by_name: Mapping[str, list[dict[str, Any]]]
    """Further rows that hold the name; they may mean somebody else of that name."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is stored."""
        return not self.by_id and not self.by_name


@dataclass(frozen=True, slots=True)
class LetGo:
    """What became of what was stored about a person, in rows of each table."""

    cleared: Mapping[str, int]
    """Deleted, or the name in them replaced."""
    kept: Mapping[str, int]
    """With the object id, because the law or the chain of events wants them as they are."""
    kept_with_name: Mapping[str, int]
    """Of all that is left, what holds the name."""


async def about_person(database: Database, tenant: str, object_id: str) -> AboutPerson:
    """Everything that is stored about a person. Nothing is changed."""
    async with database.reading(tenant) as session:
        return await _about(session, tenant, object_id)


async def let_go(database: Database, tenant: str, object_id: str) -> LetGo:
    """Delete what is kept for the person's own sake, and replace their name where it is shown.

    Raises PersonHasRoleError or PersonIsAddressError while they are needed, PersonUnknownError
    where nothing is stored about them; then nothing was changed.
    """
    async with database.recording(tenant) as session:
        await lock_tenant(session, tenant)
        before = await _about(session, tenant, object_id)
        if before.is_empty:
            raise PersonUnknownError(person=object_id)
        await _refuse_who_is_needed(session, tenant, object_id)
        cleared = await _clear(session, tenant, object_id)
        await session.flush()
        left = await _about(session, tenant, object_id, name=before.name)
    of_name = [_with_name(left.by_id, before.name), left.by_name]
    with_name: dict[str, int] = {}
    for tables in of_name:
        for table, rows in tables.items():
            with_name[table] = with_name.get(table, 0) + len(rows)
    return LetGo(cleared, {name: len(rows) for name, rows in left.by_id.items()}, with_name)


async def _refuse_who_is_needed(session: AsyncSession, tenant: str, object_id: str) -> None:
    if any(each.object_id == object_id for each in await role_holders(session, tenant)):
        raise PersonHasRoleError(person=object_id)
    registered = await session.exec(
        select(UnitAddressRow.unit).where(  # type: ignore[call-overload]
            col(UnitAddressRow.tenant) == tenant,
            _is_person(UnitAddressRow.kind, UnitAddressRow.value, object_id),
            col(UnitAddressRow.state).in_((AddressState.WAITING, AddressState.CONFIRMED)),
        )
    )
    if (unit := registered.first()) is not None:
        raise PersonIsAddressError(person=object_id, unit=unit[0])


def _is_person(kind: Any, value: Any, object_id: str) -> ColumnElement[bool]:  # noqa: ANN401 — columns
    return and_(col(kind) == AddressKind.PERSON, col(value) == object_id)


async def _clear(session: AsyncSession, tenant: str, object_id: str) -> dict[str, int]:
    pseudonym = f"person {object_id[:8]}"
    words = await gaps_of(session, tenant, object_id)
    statements = {
        "person": delete(PersonRow).where(
            col(PersonRow.tenant) == tenant, col(PersonRow.object_id) == object_id
        ),
        "follower": delete(FollowerRow).where(
            col(FollowerRow.tenant) == tenant, col(FollowerRow.object_id) == object_id
        ),
        "draft": delete(DraftRow).where(
            col(DraftRow.tenant) == tenant, col(DraftRow.author) == object_id
        ),
        "pending_import": delete(PendingImportRow).where(
            col(PendingImportRow.tenant) == tenant, col(PendingImportRow.object_id) == object_id
        ),
        "conversation_context": delete(ConversationContextRow).where(
            col(ConversationContextRow.tenant) == tenant,
            col(ConversationContextRow.object_id) == object_id,
        ),
        "question_gap": delete(QuestionGapRow).where(
            col(QuestionGapRow.tenant) == tenant,
            tuple_(col(QuestionGapRow.word), col(QuestionGapRow.person)).in_(words)
            if words
            else false(),
        ),
        "outbox": delete(OutboxRow).where(
            col(OutboxRow.tenant) == tenant,
            _is_person(OutboxRow.address_kind, OutboxRow.address, object_id),
        ),
        "notice": update(NoticeRow)
        .where(col(NoticeRow.tenant) == tenant, col(NoticeRow.acknowledged_by) == object_id)
        .values(acknowledged_name=pseudonym),
        "delivery": update(DeliveryRow)
        .where(
            col(DeliveryRow.tenant) == tenant,
            _is_person(DeliveryRow.kind, DeliveryRow.value, object_id),
        )
        .values(label=pseudonym),
        "unit_address": update(UnitAddressRow)
        .where(
            col(UnitAddressRow.tenant) == tenant,
            _is_person(UnitAddressRow.kind, UnitAddressRow.value, object_id),
        )
        .values(label=pseudonym),
    }
    connection = await session.connection()
    counts = {
        name: (await connection.execute(statement)).rowcount
        for name, statement in statements.items()
    }
    return {name: count for name, count in counts.items() if count}


async def _about(
    session: AsyncSession, tenant: str, object_id: str, *, name: str | None = None
) -> AboutPerson:
    person = await session.get(PersonRow, (tenant, object_id))
    name = name or (person.name if person else None)
    by_id, by_name = {}, {}
    for table in metadata.sorted_tables:
        if "tenant" not in table.columns:
            continue
        rows = await _rows(session, table, tenant, object_id)
        if rows:
            by_id[table.name] = [_as_json(row) for row in rows]
        if name is not None:
            of_name = [row for row in await _rows(session, table, tenant, name) if row not in rows]
            if of_name:
                by_name[table.name] = [_as_json(row) for row in of_name]
    words = await gaps_of(session, tenant, object_id)
    if words:
        by_id["question_gap"] = [{"tenant": tenant, "word": word} for word, _ in words]
    return AboutPerson(object_id, name, by_id, by_name)


async def _rows(
    session: AsyncSession, table: Table, tenant: str, text: str
) -> tuple[RowMapping, ...]:
    """The rows of the tenant in which any column holds the text."""
    holds: list[ColumnElement[bool]] = []
    for column in table.columns:
        if isinstance(column.type, JSON):
            written = json.dumps(text)[1:-1]
            holds.append(cast(column, String).contains(written, autoescape=True))
        elif isinstance(column.type, AutoString) and column.name != "tenant":
            holds.append(cast(column, String).contains(text, autoescape=True))
    if not holds:
        return ()
    connection = await session.connection()
    found = await connection.execute(
        select(table).where(table.c.tenant == tenant, or_(*holds)).order_by(*table.primary_key)
    )
    rows = found.mappings().all()  # of which SQLite takes small letters for great ones
    return tuple(row for row in rows if text in json.dumps(_as_json(row), ensure_ascii=False))


def _with_name(
    tables: Mapping[str, list[dict[str, Any]]], name: str | None
) -> dict[str, list[dict[str, Any]]]:
    """Of these rows, those that hold the name, too."""
    if name is None:
        return {}
    held = {
        table: [row for row in rows if name in json.dumps(row, ensure_ascii=False)]
        for table, rows in tables.items()
    }
    return {table: rows for table, rows in held.items() if rows}


def _as_json(row: RowMapping) -> dict[str, Any]:
    return {name: _json_value(value) for name, value in row.items() if value is not None}


def _json_value(value: Any) -> Any:  # noqa: ANN401 — what a column holds
    if isinstance(value, dt.date):  # a moment is one, too
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, bytes):
        return f"{len(value)} bytes"
    return value
