"""What every turn begins with: is it new, who speaks, and has anything been recorded since.

One visit to the database, in SQL by hand: this runs on each thing a person says.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy import delete, false
from sqlmodel import col

from goals.actor import Grant
from goals.errors import TenantUnknownError
from storage.addresses import PersonAddress, address_of
from storage.database import EVERY_TENANT, NO_TENANT, Database, time_in_sqlite
from storage.people import grants_after
from storage.tables import AnsweredActivityRow, ConversationContextRow


@dataclass(frozen=True, slots=True)
class TurnStart:
    """What is known as a turn begins."""

    first_time: bool
    """False where the activity was taken on before: a redelivery, not to be answered again."""
    revision: int
    """Of the tenant's record, for `SqlGoalReader.record`."""
    tenant_language: str
    language: str | None
    """The person's own choice, if they made one."""
    default_body: str | None
    grants: frozenset[Grant]
    context: str | None = None
    """What `keep_context` kept of this conversation, if it has not expired."""
    address: PersonAddress | None = None
    """Where the person was reached last."""


# $1 tenant, $2 activity, $3 now, $4 person, $5 conversation; SQLite calls the same places ?1 to ?4.
_KNOWN = """
SELECT {first_time} tenant.revision, tenant.language, person.language, person.default_body,
       conversation_context.value,
       person.service_url, person.bot_id, person.user_id, person.conversation_id, person.name,
       role_change.body, role_change.role, role_change.action
FROM tenant
LEFT JOIN person ON person.tenant = tenant.id AND person.object_id = $4
LEFT JOIN role_change ON role_change.tenant = tenant.id AND role_change.object_id = $4
LEFT JOIN conversation_context ON conversation_context.tenant = tenant.id
    AND conversation_context.conversation = $5 AND conversation_context.object_id = $4
    AND conversation_context.expires_at > $3
WHERE tenant.id = $1
ORDER BY role_change.id
"""
_TAKE_ON_IN_SQLITE = """
INSERT INTO answered_activity (tenant, activity_id, at)
SELECT id, ?2, ?3 FROM tenant WHERE id = ?1 AND ?2 IS NOT NULL
ON CONFLICT DO NOTHING
"""
_KNOWN_IN_SQLITE = _KNOWN.format(first_time="changes(),").replace("$", "?")
_TAKE_ON_IN_POSTGRESQL = """
WITH taken_on AS (
    INSERT INTO answered_activity (tenant, activity_id, at)
    SELECT id, CAST($2 AS varchar), CAST($3 AS timestamptz)
    FROM tenant WHERE id = $1 AND CAST($2 AS varchar) IS NOT NULL
    ON CONFLICT DO NOTHING
    RETURNING 1
)
"""
_BEGIN_IN_POSTGRESQL = _TAKE_ON_IN_POSTGRESQL + _KNOWN.format(
    first_time="(SELECT count(*) FROM taken_on),"
)


async def begin_turn(
    database: Database,
    *,
    tenant: str,
    activity_id: str | None,
    object_id: str | None,
    now: datetime,
    conversation: str | None = None,
) -> TurnStart:
    """Take on an activity, and tell what is known of its tenant and of who speaks.

    An activity without an id is always the first of its kind. Raises TenantUnknownError, and
    then nothing has been taken on.
    """
    rows: Sequence[Sequence[Any]]
    if database.lane is not None:
        rows = await database.lane.run(
            partial(
                _begin_in_sqlite,
                (tenant, activity_id, time_in_sqlite(now), object_id, conversation),
            )
        )
    else:
        async with database.by_hand(tenant) as connection:
            rows = (
                await connection.exec_driver_sql(
                    _BEGIN_IN_POSTGRESQL, (tenant, activity_id, now, object_id, conversation)
                )
            ).all()
    if not rows:
        raise TenantUnknownError(tenant=tenant)
    taken_on, revision, tenant_language, language, default_body, context = rows[0][:6]
    service_url, bot_id, user_id, conversation_id, name = rows[0][6:11]
    return TurnStart(
        first_time=activity_id is None or taken_on == 1,
        revision=revision,
        tenant_language=tenant_language,
        language=language,
        default_body=default_body,
        grants=grants_after(
            (body, role, action) for *_, body, role, action in rows if action is not None
        ),
        context=context,
        address=address_of(service_url, bot_id, user_id, conversation_id, name),
    )


_KEEP_CONTEXT = """
INSERT INTO conversation_context (tenant, conversation, object_id, value, expires_at)
VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (tenant, conversation, object_id)
DO UPDATE SET value = excluded.value, expires_at = excluded.expires_at
"""


async def keep_context(
    database: Database,
    *,
    tenant: str,
    conversation: str,
    object_id: str,
    value: str,
    expires_at: datetime,
) -> None:
    """Keep what the next question of this person in this conversation may go on from."""
    if database.lane is not None:
        values = (tenant, conversation, object_id, value, time_in_sqlite(expires_at))
        await database.lane.run(partial(_keep_in_sqlite, values))
        return
    async with database.by_hand(tenant) as connection:
        await connection.exec_driver_sql(
            _KEEP_CONTEXT, (tenant, conversation, object_id, value, expires_at)
        )


async def prove_writable(database: Database) -> None:
    """Write nothing, as a turn writes. Raises DatabaseUnavailableError where it may only be read.

    To begin a transaction that writes does not show it: SQLite grants it to who may only read.
    """
    async with database.recording(NO_TENANT) as session:
        await session.exec(delete(AnsweredActivityRow).where(false()))


async def forget_activity(database: Database, *, tenant: str, activity_id: str) -> None:
    """Undo the taking on, because the answer failed: a redelivery is then answered."""
    async with database.recording(tenant) as session:
        await session.exec(
            delete(AnsweredActivityRow).where(
                col(AnsweredActivityRow.tenant) == tenant,
                col(AnsweredActivityRow.activity_id) == activity_id,
            )
        )


async def sweep_answered(database: Database, *, before: datetime) -> int:
    """Forget the activities that were taken on before then; returns how many.

    What was kept of conversations goes with them, once it has expired.
    """
    async with database.recording(EVERY_TENANT) as session:
        await session.exec(
            delete(ConversationContextRow).where(col(ConversationContextRow.expires_at) < before)
        )
        swept = await session.exec(
            delete(AnsweredActivityRow).where(col(AnsweredActivityRow.at) < before)
        )
        return swept.rowcount


def _begin_in_sqlite(values: tuple[str | None, ...], connection: sqlite3.Connection) -> list[Any]:
    connection.execute(_TAKE_ON_IN_SQLITE, values[:3])
    return connection.execute(_KNOWN_IN_SQLITE, values).fetchall()


def _keep_in_sqlite(values: tuple[str, ...], connection: sqlite3.Connection) -> None:
    connection.execute(_KEEP_CONTEXT.replace("$", "?"), values)
