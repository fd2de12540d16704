"""Where people can be reached in Teams, in our own plain columns."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import update
from sqlmodel import col, select

from goals.note import AddressKind, NoteState
from storage.database import Database
from storage.people import find_or_add_person
from storage.tables import OutboxRow, PersonRow, TenantRow

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


async def learn_address(
    database: Database, to: Recipient, address: PersonAddress, *, now: datetime
) -> None:
    """Keep where this person is reached; what could not be told to them is due again.

    Raises TenantUnknownError.
    """
    async with database.recording() as session:
        person = await find_or_add_person(session, to.tenant, to.object_id)
        person.service_url, person.bot_id = address.service_url, address.bot_id
        person.user_id, person.conversation_id = address.user_id, address.conversation_id
        person.name, person.reached_at = address.name or person.name, now
        await session.exec(
            update(OutboxRow)
            .where(
                col(OutboxRow.tenant) == to.tenant,
                col(OutboxRow.address_kind) == AddressKind.PERSON,
                col(OutboxRow.address) == to.object_id,
                col(OutboxRow.state).in_([NoteState.POSTPONED, NoteState.GAVE_UP]),
                col(OutboxRow.owed_at) >= now - REVIVED,
            )
            .values(state=NoteState.POSTPONED, due_at=now, finished_at=None)
        )


async def find_address(database: Database, to: Recipient) -> Reached:
    """Where a person is reached, or where Teams can be asked to open a chat with them.

    Who never wrote to the bot is asked for where the tenant's newest address is.
    """
    async with database.reading() as session:
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
