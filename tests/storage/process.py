"""What another process does to the database: `python -m tests.storage.process upgrade URL`."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from itertools import count

from goals.actor import Role
from goals.deciding import decide
from goals.ports import Ledger
from storage.database import Database, open_database
from storage.ledger import open_ledger
from storage.memory import SqlMemory
from storage.migrate import upgrade
from storage.turns import begin_turn
from tests.storage.deciding import person
from tests.storage.examples import EXEMPELBY, NOW, add_next_plan
from tests.storage.proposing import propose

TIMES = 25
PEOPLE = 100


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


async def _propose(database: Database) -> None:
    """A hundred people at once; print the number of each proposal."""
    opening = SqlMemory(database).open_ledger
    names = [f"{os.getpid()}-{number}" for number in range(PEOPLE)]
    numbers = await asyncio.gather(
        *(propose(opening, EXEMPELBY, name, number) for number, name in enumerate(names))
    )
    sys.stdout.writelines(f"{number}\n" for number in numbers)


async def _propose_on(database: Database) -> None:
    """Ten at a time, until somebody kills it; each is told their number as soon as it is theirs."""
    opening = SqlMemory(database).open_ledger

    async def one(name: str, number: int) -> None:
        sys.stdout.write(f"{await propose(opening, EXEMPELBY, name, number)} {name}\n")
        sys.stdout.flush()

    for round_number in count():
        await asyncio.gather(*(one(f"{round_number}-{each}", each) for each in range(10)))


async def _decide_halfway(database: Database) -> None:
    """Write all of a decision, say so, and never commit it."""
    opening = SqlMemory(database).open_ledger

    @asynccontextmanager
    async def hanging(tenant: str, *, now: datetime) -> AsyncIterator[Ledger]:
        async with opening(tenant, now=now) as ledger:
            yield ledger
            sys.stdout.write("written\n")
            sys.stdout.flush()
            await asyncio.Event().wait()

    secretary = person(EXEMPELBY, "sara", Role.SECRETARY)
    await decide("KS", 2025, actor=secretary, open_ledger=hanging, now=NOW)


_WORK = {
    "upgrade": upgrade,
    "record": _record,
    "take-on": _take_on,
    "propose": _propose,
    "propose-on": _propose_on,
    "decide-halfway": _decide_halfway,
}


async def _main(work: str, url: str) -> None:
    database = open_database(url)
    await _WORK[work](database)
    await database.dispose()


if __name__ == "__main__":
    asyncio.run(_main(*sys.argv[1:]))
