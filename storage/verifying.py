"""Reads all that a tenant has recorded, in every version, to see whether it is whole."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from goals.event import FIRST, Link
from goals.proposal import Proposal, Version
from goals.retracing import Kept, flaws_of_matters
from goals.verifying import Flaw, flaws_of
from storage.database import Database
from storage.events import event_of
from storage.extracts import digests_of_extracts
from storage.goal_reader import read_versions
from storage.register import proposal_of, version_of
from storage.tables import metadata

_PROPOSAL = metadata.tables["proposal"]
_VERSION = metadata.tables["proposal_version"]
_EVENT = metadata.tables["event"]


async def chain_head(database: Database, tenant: str) -> tuple[int, str | None]:
    """The place and the digest of a tenant's last event; 0 and None before the first."""
    async with database.reading(tenant) as session:
        connection = await session.connection()
        last = await connection.execute(
            select(_EVENT.c.place, _EVENT.c.digest)
            .where(_EVENT.c.tenant == tenant)
            .order_by(_EVENT.c.place.desc())
            .limit(1)
        )
        row = last.first()
    return (row.place, row.digest) if row else (0, None)


@dataclass(frozen=True, slots=True)
class Examination:
    """What was found, and how far the chain reached."""

    flaws: tuple[Flaw, ...]
    """The first broken place of the chain first."""
    events: int
    lists: int
    """In how many versions of lists, of all years."""
    digest: str
    """Of the last event: kept elsewhere, it shows later that nothing was cut off."""


async def examine(database: Database, tenant: str) -> Examination:
    """What is no longer as it was recorded; nothing is changed."""
    async with database.reading(tenant) as session:
        connection = await session.connection()
        proposals = await _proposals(connection, tenant)
        links = [
            Link(row.place, event_of(row), row.digest)
            for row in await connection.execute(
                select(_EVENT).where(_EVENT.c.tenant == tenant).order_by(_EVENT.c.place)
            )
        ]
        plans, matters = await read_versions(session, tenant)
        extracts = await digests_of_extracts(session, tenant)
    flaws = (
        *flaws_of(tenant, links, proposals),
        *flaws_of_matters(links, Kept(proposals, plans, matters, extracts)),
    )
    return Examination(flaws, len(links), len(plans), links[-1].digest if links else FIRST)


async def _proposals(connection: AsyncConnection, tenant: str) -> dict[str, Proposal]:
    """By id, as they were submitted: where each stands is in the events."""
    versions: defaultdict[str, list[Version]] = defaultdict(list)
    for row in await connection.execute(
        select(_VERSION).where(_VERSION.c.tenant == tenant).order_by(_VERSION.c.number)
    ):
        versions[row.proposal_id].append(version_of(row))
    return {
        row.id: proposal_of(row, versions[row.id])
        for row in await connection.execute(select(_PROPOSAL).where(_PROPOSAL.c.tenant == tenant))
    }
