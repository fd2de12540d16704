"""A process that pays the outbox: `python -m tests.bot.paying DATABASE_URL LEASE_SECONDS`."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

import aiohttp

from bot.app import utc_now
from bot.carrying import Carrier
from bot.connector import Connector
from bot.notifier import LEASE, Compose, Notifier, Timing
from bot.person_channel import PersonChannel
from goals.note import AddressKind
from goals.pacing import Pace
from goals.ports import Outbox
from storage.database import Database, open_database
from storage.outbox import SqlOutbox
from storage.pace import pace_of


@asynccontextmanager
async def notifier_of(
    database: Database,
    *,
    outbox: Outbox | None = None,
    carriers: Mapping[AddressKind, Carrier] | None = None,
    compose: Compose | None = None,
    pace: Pace | None = None,
    clock: Callable[[], datetime] = utc_now,
    owed: asyncio.Event | None = None,
    lease: timedelta = LEASE,
    poll: float = 0.1,
) -> AsyncIterator[Notifier]:
    """A notifier without a token, as in local mode; it looks anew every `poll` seconds."""
    async with aiohttp.ClientSession() as session:
        connector = Connector(session=session, tokens=None, attempts=1)
        people = PersonChannel(connector=connector, database=database, clock=clock)
        yield Notifier(
            outbox=outbox or SqlOutbox(database),
            carriers={AddressKind.PERSON: people, **(carriers or {})},
            pace=pace or pace_of(database),
            compose=compose,
            owed=owed or asyncio.Event(),
            clock=clock,
            chance=lambda: 1.0,
            timing=Timing(lease, poll),
        )


async def _main(url: str, lease: str) -> None:
    database = open_database(url)
    async with notifier_of(database, lease=timedelta(seconds=float(lease))) as notifier:
        await notifier.run()


if __name__ == "__main__":
    asyncio.run(_main(*sys.argv[1:]))
