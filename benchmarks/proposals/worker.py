"""One process of the service: `python -m benchmarks.proposals.worker DRIVER URL NAME PEOPLE`.

Everybody types first. It says so with a line, waits for one, and then all of them press at once.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time

from benchmarks.proposals.drivers import DRIVERS, Driver
from storage.database import open_database


async def _main(driver: str, url: str, name: str, people: int) -> None:
    database = open_database(url)
    using = DRIVERS[driver](database)
    names = [f"{name}-{number}" for number in range(people)]
    for number, each in enumerate(names):
        await using.type(each, number)
    print("ready", flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.readline)
    print(json.dumps(await asyncio.gather(*(_press(using, each) for each in names))), flush=True)
    await database.dispose()


async def _press(using: Driver, name: str) -> tuple[int, float]:
    began = time.perf_counter()
    serial = await using.press(name)
    return serial, time.perf_counter() - began


if __name__ == "__main__":
    asyncio.run(_main(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])))
