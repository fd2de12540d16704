"""Where people can be reached in Teams, in our own plain columns."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from sqlmodel import col, select

from storage.database import Database, time_in_sqlite
from storage.tables import ChannelRow, PersonRow, TenantRow

REVIVED = timedelta(days=14)
"""How old a note may be that is still told to somebody who can be reached at last."""


@dataclass(frozen=True, slots=True)
class Recipient:
    """A person, as the directory knows them."""

    tenant: str
    object_id: str


@dataclass(frozen=True, slots=True)
class PersonAddress:
    """Where one person is reached, and what Teams calls them."""

    service_url: str
    bot_id: str
    user_id: str
    """What Teams calls the person, "29:…"; for who never wrote to the bot, their object id."""
    conversation_id: str | None = None
    """Of their own chat with the bot; None where it has yet to be opened."""
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Reached:
    """How a person is told something."""

    address: PersonAddress | None
    """None where nobody of the tenant has ever written to the bot."""
    language: str


@dataclass(frozen=True, slots=True)
class ChannelAddress:
    """Where one channel of a team is reached."""

    service_url: str
    bot_id: str
    conversation_id: str
    """Of the channel itself, "19:…@thread.tacv2": without the message that a thread begins with."""


@dataclass(frozen=True, slots=True)
class ReachedChannel:
    """How a channel is told something."""

    address: ChannelAddress | None
    """None where it is not known, or no longer."""
    language: str


# $1 tenant, $2 person; SQLite calls the same places ?1 and ?2.
_LEARN = """
INSERT INTO person (tenant, object_id, service_url, bot_id, user_id, conversation_id, name,
                    reached_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT (tenant, object_id) DO UPDATE
SET service_url = excluded.service_url, bot_id = excluded.bot_id, user_id = excluded.user_id,
    conversation_id = COALESCE(excluded.conversation_id, person.conversation_id),
    name = COALESCE(excluded.name, person.name), reached_at = excluded.reached_at
"""
_REVIVE = """
UPDATE outbox SET state = 'postponed', due_at = $3, finished_at = NULL
WHERE tenant = $1 AND address_kind = 'person' AND address = $2
    AND owed_at >= $4
    AND (state = 'postponed' OR state = 'gave_up' AND delivery IS NULL)
"""


async def learn_address(
    database: Database, to: Recipient, address: PersonAddress, *, now: datetime
) -> None:
    """Keep where this person, of a tenant that is served, is reached.

    What the address does not say (a chat, a name) stays as it was known. What could not be told to
    them is due again, but for a delivery that has ended: the rules have gone on from there. In SQL
    by hand: this runs on the first turn of each person, and on a Monday morning those are many.
    """
    person = (to.tenant, to.object_id)
    columns = (
        *(address.service_url, address.bot_id, address.user_id),
        *(address.conversation_id, address.name),
    )
    if database.lane is not None:
        moment, oldest = time_in_sqlite(now), time_in_sqlite(now - REVIVED)
        await database.lane.run(
            partial(_learn_in_sqlite, (*person, *columns, moment), (*person, moment, oldest))
        )
        return
    async with database.by_hand(to.tenant) as connection:
        await connection.exec_driver_sql(_LEARN, (*person, *columns, now))
        await connection.exec_driver_sql(_REVIVE, (*person, now, now - REVIVED))


def _learn_in_sqlite(
    learned: tuple[str | None, ...], revived: tuple[str, ...], connection: sqlite3.Connection
) -> None:
    connection.execute(_LEARN.replace("$", "?"), learned)
    connection.execute(_REVIVE.replace("$", "?"), revived)


async def find_address(database: Database, to: Recipient) -> Reached:
    """Where a person is reached, or where Teams can be asked to open a chat with them.

    Who never wrote to the bot is asked for where the tenant's newest address is.
    """
    async with database.reading(to.tenant) as session:
        person = await session.get(PersonRow, (to.tenant, to.object_id))
        served = await session.get(TenantRow, to.tenant)
        language = (person and person.language) or (served.language if served else "sv")
        if person is not None and (found := _address(person)) is not None:
            return Reached(found, language)
        newest = await session.exec(
            select(PersonRow)
            .where(col(PersonRow.tenant) == to.tenant, col(PersonRow.service_url).is_not(None))
            .order_by(col(PersonRow.reached_at).desc())
            .limit(1)
        )
        other = newest.one_or_none()
    if other is None or other.service_url is None or other.bot_id is None:
        return Reached(None, language)
    return Reached(PersonAddress(other.service_url, other.bot_id, to.object_id), language)


def _address(person: PersonRow) -> PersonAddress | None:
    return address_of(
        person.service_url, person.bot_id, person.user_id, person.conversation_id, person.name
    )


def address_of(
    service_url: str | None,
    bot_id: str | None,
    user_id: str | None,
    conversation_id: str | None,
    name: str | None,
) -> PersonAddress | None:
    """The address that these columns hold; None where none has been learned."""
    if service_url is None or bot_id is None or user_id is None:
        return None
    return PersonAddress(service_url, bot_id, user_id, conversation_id, name)


async def find_channel(database: Database, tenant: str, key: str) -> ReachedChannel:
    """Where the channel with this conversation id is, and the municipality's language."""
    async with database.reading(tenant) as session:
        row = await session.get(ChannelRow, (tenant, key))
        served = await session.get(TenantRow, tenant)
    language = served.language if served else "sv"
    if row is None:
        return ReachedChannel(None, language)
    return ReachedChannel(
        ChannelAddress(row.service_url, row.bot_id, row.conversation_id), language
    )
