"""One process that pays what is owed: `python -m benchmarks.notices.worker URL NAME [ROUNDS]`.

With ROUNDS it owes six notices itself so many times, as the press on **Expediera** does, and prints
the seconds from each press until all six are recorded as delivered.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from functools import partial

import aiohttp
import structlog
from sqlmodel import col, func, select

from benchmarks.notices.owing import TENANTS, YEAR, owe, page
from bot.app import utc_now
from bot.channel import Channels
from bot.connector import Connector
from bot.notifier import Notifier
from dialogs.notice import notice_card
from dialogs.outgoing import Card, Outgoing
from dialogs.turn import Reply
from goals.expediting import settled
from goals.note import AddressKind, ClaimedNote, NoteState
from storage.addresses import find_channel
from storage.database import EVERY_TENANT, Database, open_database
from storage.memory import SqlMemory
from storage.outbox import SqlOutbox
from storage.pace import pace_of
from storage.tables import OutboxRow

UNITS = 6


async def _main(url: str, name: str, rounds: int = 0) -> None:
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger("error"))
    database = open_database(url)
    memory = SqlMemory(database)

    async def compose(claimed: ClaimedNote, language: str) -> Outgoing:
        """What the bot reads and draws for a notice, with a wording of its own."""
        delivery = claimed.note.delivery or ""
        async with memory.register(claimed.tenant) as register:
            notice = await register.notice_of(delivery)
            assert notice is not None
            assert await register.freeze() is None
            await register.events(notice.body, YEAR)
        shown = Reply.showing(notice_card(page(delivery), notice), language)
        return Card(Reply(shown.card, delivery, shown.text, language))

    async with aiohttp.ClientSession(headers={"User-Agent": name}) as session:
        connector = Connector(session=session, tokens=None, attempts=1)
        find = partial(find_channel, database)
        notifier = Notifier(
            outbox=SqlOutbox(database, open_ledger=memory.open_ledger, settled=settled),
            carriers={AddressKind.CHANNEL: Channels(connector=connector, find=find)},
            pace=pace_of(database),
            owed=memory.owed,
            clock=utc_now,
            compose=compose,
        )
        running = asyncio.create_task(notifier.run())
        print("ready", flush=True)
        if rounds:
            print(json.dumps([await _press(database, memory, each) for each in range(rounds)]))
            running.cancel()
        await asyncio.gather(running, return_exceptions=True)


async def _press(database: Database, memory: SqlMemory, number: int) -> float:
    """Owe six units a decision; seconds until the last of them has it."""
    began = time.perf_counter()
    async with memory.open_ledger(TENANTS[0], now=utc_now()) as ledger:
        for unit in range(UNITS):
            await owe(ledger, unit, f"press-{number}-{unit}")
    while True:
        async with database.reading(EVERY_TENANT) as session:
            left = await session.exec(
                select(func.count(col(OutboxRow.id))).where(
                    col(OutboxRow.state) != NoteState.DELIVERED
                )
            )
            if not left.one():
                return time.perf_counter() - began
        await asyncio.sleep(0.02)


if __name__ == "__main__":
    asyncio.run(_main(sys.argv[1], sys.argv[2], *map(int, sys.argv[3:])))
