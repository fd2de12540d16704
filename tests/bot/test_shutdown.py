"""Stopping the service loses no turn: what is under way is finished, and the exit is clean."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import aiohttp
import pytest

from tests.bot.echo import eventually
from tests.service import handed, signed_environment
from tests.teams import TeamsStandIn, Trouble

ROOT = Path(__file__).parent.parent.parent

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="left out: no SIGTERM on Windows")


@asynccontextmanager
async def started(
    teams: TeamsStandIn, data: Path, listening: socket.socket | None = None
) -> AsyncIterator[tuple[asyncio.subprocess.Process, str]]:
    """The service as a process of its own, and its address; handed this socket, as systemd does."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith("DELMAL_")}
    serve = [sys.executable, "-m", "bot", "serve"] if listening is None else handed(listening)
    process = await asyncio.create_subprocess_exec(
        *serve,
        cwd=ROOT,
        env={**ours, **signed_environment(teams, data)},
        stderr=asyncio.subprocess.PIPE,
        pass_fds=() if listening is None else (listening.fileno(),),
    )
    assert process.stderr is not None
    try:
        said = ""
        while "/api/messages (signed mode)" not in said:  # what waited may be answered before
            line = await process.stderr.readline()
            assert line, said
            said = line.decode()
        yield process, said.split()[1]
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


async def test_two_processes_are_restarted_one_after_the_other_and_no_turn_is_lost(
    tmp_path: Path,
) -> None:
    with socket.create_server(("127.0.0.1", 0), backlog=128) as listening:
        async with TeamsStandIn() as teams, AsyncExitStack() as stack:
            turns: list[asyncio.Task[int]] = []
            running = [
                await stack.enter_async_context(started(teams, tmp_path, listening))
                for _ in range(2)
            ]
            url = running[0][1]
            load = asyncio.create_task(post_steadily(teams, url, turns))
            for process, _ in running:
                await asyncio.sleep(0.5)
                process.send_signal(signal.SIGTERM)
                assert await process.wait() == 0
                await stack.enter_async_context(started(teams, tmp_path, listening))
            load.cancel()
            assert set(await asyncio.gather(*turns)) == {200}
            assert len(turns) > 20
            said = [each for each in teams.said if each["type"] == "message"]
            assert len(said) == len(turns)


async def post_steadily(
    teams: TeamsStandIn, url: str, turns: list[asyncio.Task[int]], a_second: int = 25
) -> None:
    """Say hello so many times a second, whether or not the ones before have been answered."""

    async def post(number: int) -> int:
        hello = teams.message("hej", conversation={"id": f"a:{number}"})
        async with aiohttp.ClientSession() as session:  # a new connection, as from a proxy
            status, _ = await teams.post(session, url, hello)
        return status

    while True:
        turns.append(asyncio.create_task(post(len(turns))))
        await asyncio.sleep(1 / a_second)


async def test_a_socket_that_the_world_reaches_is_not_taken_in_local_mode(tmp_path: Path) -> None:
    with socket.create_server(("0.0.0.0", 0)) as listening:  # noqa: S104 — that it is refused
        process = await asyncio.create_subprocess_exec(
            *handed(listening),
            cwd=ROOT,
            env={"DELMAL_DATA": str(tmp_path), "LC_ALL": "en_GB.UTF-8"},
            stderr=asyncio.subprocess.PIPE,
            pass_fds=(listening.fileno(),),
        )
        _, said = await process.communicate()
    assert process.returncode == 1
    assert "local mode listens on this machine only" in said.decode()
