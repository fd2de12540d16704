"""Stopping the service loses no turn: what is under way is finished, and the exit is clean."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest

from tests.bot.echo import eventually
from tests.service import signed_environment
from tests.teams import TeamsStandIn, Trouble

ROOT = Path(__file__).parent.parent.parent

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="left out: no SIGTERM on Windows")


@asynccontextmanager
async def started(
    teams: TeamsStandIn, data: Path
) -> AsyncIterator[tuple[asyncio.subprocess.Process, str]]:
    """The service as a process of its own, and its address."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith("DELMAL_")}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "serve"),
        cwd=ROOT,
        env={**ours, **signed_environment(teams, data)},
        stderr=asyncio.subprocess.PIPE,
    )
    assert process.stderr is not None
    try:
        first = (await process.stderr.readline()).decode()
        assert "/api/messages (signed mode)" in first, first
        yield process, first.split()[1]
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def test_a_turn_under_way_is_answered_before_the_service_ends(tmp_path: Path) -> None:
    async with (
        TeamsStandIn() as teams,
        started(teams, tmp_path) as (process, url),
        aiohttp.ClientSession() as session,
    ):
        teams.troubles.append(Trouble(delay=1.0))  # Teams takes its time to take our answer
        turn = asyncio.create_task(teams.post(session, url, teams.message("hej")))
        await eventually(lambda: bool(teams.deliveries))
        process.send_signal(signal.SIGTERM)
        assert await turn == (200, None)
        assert await process.wait() == 0
        assert len(teams.said) == 1
        with pytest.raises(aiohttp.ClientConnectionError):
            await session.get(url)
        assert process.stderr is not None
        *_, last = (await process.stderr.read()).decode().splitlines()
        assert (json.loads(last)["event"], json.loads(last)["outcome"]) == ("turn", "answered")


async def test_the_service_ends_at_once_when_nothing_is_under_way(tmp_path: Path) -> None:
    async with TeamsStandIn() as teams, started(teams, tmp_path) as (process, _):
        process.send_signal(signal.SIGINT)
        assert await process.wait() == 0
