"""What a turn costs, beside the stock SDK's: `python -m benchmarks.turns`."""

from __future__ import annotations

import asyncio
import json
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import aiohttp
import typer

from benchmarks.turns import tables
from benchmarks.turns.far_side import FarSide, make_certificates
from benchmarks.turns.load import Askers, Check
from benchmarks.turns.servers import (
    BenchmarkError,
    Server,
    environment,
    ours,
    run_command,
    stock,
)
from benchmarks.turns.tables import Round
from storage.documents import example_document, read_document

QUESTION = "vilka är KS delmål 2025?"
LONGEST_RUN = 45 * 60.0
WARM_UP = 50
"""Turns."""

Start = Callable[[FarSide, Path], AbstractAsyncContextManager[Server]]


@dataclass(frozen=True, slots=True)
class Load:
    """How long and how hard the bots are asked."""

    seconds: float
    rates: tuple[float, ...]
    conversations: int
    new_tokens: bool
    one_authority: bool


def main(
    *,
    seconds: Annotated[float, typer.Option(min=1, max=60, help="For each measurement.")] = 10,
    rate: Annotated[
        float, typer.Option(min=1, max=200, help="Turns a second, for how long a reply takes.")
    ] = 30,
    gentle_rate: Annotated[
        float, typer.Option(min=1, max=200, help="The same, so that the stock bot keeps up.")
    ] = 10,
    conversations: Annotated[
        int, typer.Option(min=1, max=256, help="That go on at once, for how many are answered.")
    ] = 16,
    rounds: Annotated[int, typer.Option(min=1, max=9, help="The medians are shown.")] = 3,
    new_tokens: Annotated[
        bool, typer.Option("--new-tokens", help="Every request has a token of its own.")
    ] = False,
    one_authority: Annotated[
        bool, typer.Option("--one-authority", help="The bots trust this run's authority only.")
    ] = False,
) -> None:
    """A whole answer of Delmål beside an echo bot on the stock SDK."""
    load = Load(seconds, (rate, gentle_rate), conversations, new_tokens, one_authority)
    try:
        asyncio.run(_measure(load, rounds))
    except* BenchmarkError as errors:
        for error in errors.exceptions:
            print(error, file=sys.stderr)
        raise typer.Exit(1) from None


async def _measure(load: Load, rounds: int) -> None:
    wanted = [each.text.encode() for each in read_document(*example_document()).subgoals]
    assert wanted
    echo = json.dumps(f"Echo: {QUESTION}").encode()
    bots: dict[str, tuple[Start, Check]] = {
        "ours": (ours, lambda body: all(wording in body for wording in wanted)),
        "stock": (stock, lambda body: echo in body),
    }
    found: dict[str, list[Round]] = {name: [] for name in bots}
    first_asks = []
    with tempfile.TemporaryDirectory(prefix="delmal-turns-") as name:
        folder = Path(name)
        make_certificates(folder, alone=load.one_authority)
        async with (
            asyncio.timeout(LONGEST_RUN),
            FarSide(folder) as far_side,
            aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session,
        ):
            for number in range(1, rounds + 1):
                first_asks.append(await _first_ask(folder))
                for bot, (start, check) in bots.items():
                    async with start(far_side, folder) as server:
                        askers = Askers(
                            far_side,
                            server,
                            session,
                            QUESTION,
                            check,
                            new_tokens=load.new_tokens,
                        )
                        found[bot].append(await _round(server, askers, load))
                    print(
                        f"round {number}, {bot}: {tables.summary(found[bot][-1])}",
                        file=sys.stderr,
                        flush=True,
                    )
    tables.show(found["ours"], found["stock"], first_asks, load.rates)


async def _round(server: Server, askers: Askers, load: Load) -> Round:
    await askers.warm_up(WARM_UP)
    throughput = await askers.ask_without_pause(
        conversations=load.conversations, seconds=load.seconds
    )
    latencies = {
        rate: await askers.ask_steadily(rate=rate, seconds=load.seconds) for rate in load.rates
    }
    return Round(
        start_seconds=server.start_seconds,
        throughput=throughput,
        latencies=latencies,
        peak_megabytes=server.peak_megabytes,
    )


async def _first_ask(folder: Path) -> float:
    """Seconds for a question to an empty folder: tables made, example read, answer printed."""
    settings = environment(folder, DELMAL_DATA=str(folder / f"first-{time.monotonic_ns()}"))
    seconds, printed = await run_command(["-m", "bot", "ask", "--json", QUESTION], settings)
    assert len(json.loads(printed)["quoted"]) == 11
    return seconds


if __name__ == "__main__":
    typer.run(main)
