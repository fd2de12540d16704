"""A process that pays the outbox: `python -m tests.bot.paying DATABASE_URL LEASE_SECONDS`."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from functools import partial

import aiohttp

from bot.app import utc_now
from bot.connector import Connector
from bot.notifier import LEASE, Notifier
from bot.person_channel import PersonChannel
from goals.ports import Outbox
from storage.addresses import find_address
from storage.database import Database, open_database
from storage.outbox import SqlOutbox


@asynccontextmanager
async def notifier_of(
    database: Database,
    *,
    outbox: Outbox | None = None,
    clock: Callable[[], datetime] = utc_now,
    owed: asyncio.Event | None = None,
    lease: timedelta = LEASE,
    poll: float = 0.1,
) -> AsyncIterator[Notifier]:
    """A notifier without a token, as in local mode; it looks anew every `poll` seconds."""
    async with aiohttp.ClientSession() as session:
        connector = Connector(session=session, tokens=None)
        yield Notifier(
            outbox=outbox or SqlOutbox(database),
            reach=partial(find_address, database),
            send=PersonChannel(connector=connector, database=database, clock=clock).send,
            owed=owed or asyncio.Event(),
            clock=clock,
            chance=lambda: 1.0,
            lease=lease,
            poll=poll,
        )


async def _main(url: str, lease: str) -> None:
    database = open_database(url)
    async with notifier_of(database, lease=timedelta(seconds=float(lease))) as notifier:
        await notifier.run()


if __name__ == "__main__":
    asyncio.run(_main(*sys.argv[1:]))
