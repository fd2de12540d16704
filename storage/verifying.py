"""Reads a tenant's chain of events, and what it vouches for, to see whether they are whole."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import select

from goals.event import Event
from goals.proposal import Proposal, ProposalState, Version
from goals.verifying import Flaw, Link, flaws_of
from storage.database import Database
from storage.register import version_of
from storage.tables import metadata

_PROPOSAL = metadata.tables["proposal"]
_VERSION = metadata.tables["proposal_version"]
_EVENT = metadata.tables["event"]


async def chain_head(database: Database, tenant: str) -> tuple[int, str | None]:
    """The place and the digest of a tenant's last event; 0 and None before the first."""
    async with database.reading() as session:
        connection = await session.connection()
        last = await connection.execute(
            select(_EVENT.c.place, _EVENT.c.digest)
            .where(_EVENT.c.tenant == tenant)
            .order_by(_EVENT.c.place.desc())
            .limit(1)
        )
        row = last.first()
    return (row.place, row.digest) if row else (0, None)


async def verify(database: Database, tenant: str) -> tuple[Flaw, ...]:
    """What is no longer as it was recorded, the first broken place first; nothing is changed."""
    async with database.reading() as session:
        connection = await session.connection()
        versions: defaultdict[str, list[Version]] = defaultdict(list)
        for row in await connection.execute(
            select(_VERSION).where(_VERSION.c.tenant == tenant).order_by(_VERSION.c.number)
        ):
            versions[row.proposal_id].append(version_of(row))
        proposals = {
            row.id: Proposal(
                row.id,
                row.body,
                row.year,
                row.serial,
                row.author,
                row.role,
                ProposalState.SUBMITTED,  # where it stands is in the events
                tuple(versions[row.id]),
            )
            for row in await connection.execute(
                select(_PROPOSAL).where(_PROPOSAL.c.tenant == tenant)
            )
        }
        links = [
            Link(
                row.place,
                Event(
                    row.at,
                    row.what,
                    row.by_object_id,
                    row.role,
                    row.body,
                    row.year,
                    row.proposal_id,
                    row.state,
                    row.data,
                ),
                row.digest,
            )
            for row in await connection.execute(
                select(_EVENT).where(_EVENT.c.tenant == tenant).order_by(_EVENT.c.place)
            )
        ]
    return flaws_of(tenant, links, proposals)
