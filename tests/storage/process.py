"""What another process does to the database: `python -m tests.storage.process upgrade URL`."""

from __future__ import annotations

import asyncio
import sys

from storage.database import Database, open_database
from storage.ledger import open_ledger
from storage.migrate import upgrade
from storage.turns import begin_turn
from tests.storage.examples import EXEMPELBY, NOW, add_next_plan

TIMES = 25


async def _record(database: Database) -> None:
    for _ in range(TIMES):
        async with open_ledger(database)(EXEMPELBY, now=NOW) as ledger:
            await add_next_plan(ledger)


async def _take_on(database: Database) -> None:
    """Print the activities that were new to this process; every process is told of all."""
    for number in range(TIMES):
        activity_id = f"activity {number}"
        start = await begin_turn(
            database, tenant=EXEMPELBY, activity_id=activity_id, object_id="anna", now=NOW
        )
        if start.first_time:
            sys.stdout.write(f"{activity_id}\n")


_WORK = {"upgrade": upgrade, "record": _record, "take-on": _take_on}


async def _main(work: str, url: str) -> None:
    database = open_database(url)
    await _WORK[work](database)
    await database.dispose()


if __name__ == "__main__":
    asyncio.run(_main(*sys.argv[1:]))
