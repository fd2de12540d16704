"""The bots as processes of their own: started, looked at from outside, stopped."""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
import sys
import time
from collections import deque
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import aiohttp

from benchmarks.turns.far_side import TRUSTED, FarSide
from storage.documents import example_document
from tests.teams import APP_SECRET

ROOT = Path(__file__).parent.parent.parent
LONGEST_START = 60.0
LONGEST_STOP = 10.0
LONGEST_COMMAND = 120.0
_ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")
_NOT_INHERITED = ("DELMAL_", "PYTHON", "COVERAGE", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")


class BenchmarkError(Exception):
    """It could not be measured."""


@dataclass(frozen=True, slots=True)
class Server:
    """A bot that serves."""

    url: str
    """Where activities are posted."""
    pid: int
    start_seconds: float
    """From the start of the process until it said that it was ready."""

    @property
    def cpu_seconds(self) -> float | None:
        """User and system time of all its threads so far; None where that cannot be seen."""
        with contextlib.suppress(OSError):
            fields = Path(f"/proc/{self.pid}/stat").read_text("ascii").rpartition(")")[2].split()
            return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
        return None

    @property
    def peak_megabytes(self) -> float | None:
        """The most memory that it ever had resident; None where that cannot be seen."""
        with contextlib.suppress(OSError):
            status = Path(f"/proc/{self.pid}/status").read_text("ascii")
            found = re.search(r"VmHWM:\s+(\d+) kB", status)
            return int(found[1]) * 1024 / 1e6 if found else None
        return None


def environment(far_side_files: Path, **more: str) -> dict[str, str]:
    """What a bot is started with: this process's environment, without what would change it."""
    trusted = str(far_side_files / TRUSTED)
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.upper().startswith(_NOT_INHERITED)
    }
    return {**kept, "SSL_CERT_FILE": trusted, "REQUESTS_CA_BUNDLE": trusted, **more}


def our_environment(far_side: FarSide, folder: Path, data: Path) -> dict[str, str]:
    """Signed mode, as a municipality would set it up."""
    return environment(
        folder,
        DELMAL_PORT="0",
        DELMAL_DATA=str(data),
        DELMAL_APP_ID=far_side.app_id,
        DELMAL_APP_SECRET=APP_SECRET,
        DELMAL_TENANT_IDS=far_side.tenant,
        DELMAL_OPENID_METADATA_URL=far_side.metadata_url,
        DELMAL_TOKEN_URL=far_side.token_url,
        DELMAL_SERVICE_URL_HOSTS=far_side.host,
        DELMAL_TURNS_A_MINUTE="1000000",
    )


@contextlib.asynccontextmanager
async def ours(far_side: FarSide, folder: Path, root: Path = ROOT) -> AsyncIterator[Server]:
    """Delmål, with the example document in a new SQLite database; `root` is where its code lies."""
    data = folder / f"data-{time.monotonic_ns()}"
    settings = our_environment(far_side, folder, data)
    name, content = example_document()
    document = folder / name
    document.write_bytes(content)
    await run_command(["-m", "bot", "import", "--yes", str(document)], settings)
    async with _serving(["-m", "bot", "serve"], settings, root) as server:
        yield server


@contextlib.asynccontextmanager
async def stock(far_side: FarSide, folder: Path) -> AsyncIterator[Server]:
    """The echo bot on the stock SDK."""
    settings = environment(
        folder,
        STOCK_APP_ID=far_side.app_id,
        STOCK_APP_SECRET=APP_SECRET,
        STOCK_TENANT=far_side.tenant,
        STOCK_AUTHORITY=far_side.authority,
        STOCK_METADATA_URL=far_side.metadata_url,
    )
    async with _serving(["-m", "benchmarks.turns.stock"], settings) as server:
        yield server


async def run_command(words: Sequence[str], settings: Mapping[str, str]) -> tuple[float, str]:
    """Run it to its end; how many seconds it took, and what it printed."""
    began = time.perf_counter()
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *words,
        cwd=ROOT,
        env=settings,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        async with asyncio.timeout(LONGEST_COMMAND):
            printed, complaint = await process.communicate()
    finally:
        await _stop(process)
    took = time.perf_counter() - began
    if process.returncode:
        raise BenchmarkError(f"{' '.join(words)}: {complaint.decode(errors='replace')}")
    return took, printed.decode()


@contextlib.asynccontextmanager
async def _serving(
    words: Sequence[str], settings: Mapping[str, str], root: Path = ROOT
) -> AsyncIterator[Server]:
    began = time.perf_counter()
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *words,
        cwd=root,
        env=settings,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
    )
    said: deque[str] = deque(maxlen=50)
    reading: asyncio.Task[None] | None = None
    try:
        async with asyncio.timeout(LONGEST_START):
            address = await _address(process, said)
            reading = asyncio.create_task(_keep_reading(process, said))
            await _ready(address)
        yield Server(f"{address}/api/messages", process.pid, time.perf_counter() - began)
    except TimeoutError:
        raise BenchmarkError("\n".join(["no end in sight:", *words, *said])) from None
    finally:
        await _stop(process)
        if reading is not None:
            await reading
        for line in said:
            print(f"  said by {words[1]}: {line}", file=sys.stderr)


async def _address(process: asyncio.subprocess.Process, said: deque[str]) -> str:
    assert process.stderr is not None
    while line := (await process.stderr.readline()).decode(errors="replace"):
        if found := _ADDRESS.search(line):
            return found[0]
        said.append(line.rstrip())
    raise BenchmarkError("\n".join(["did not start:", *said]))


async def _keep_reading(process: asyncio.subprocess.Process, said: deque[str]) -> None:
    """Nobody may have to wait because nobody reads what it logs."""
    assert process.stderr is not None
    while line := await process.stderr.readline():
        said.append(line.decode(errors="replace").rstrip())


async def _ready(address: str) -> None:
    async with aiohttp.ClientSession() as session:
        while True:
            with contextlib.suppress(aiohttp.ClientConnectionError):
                async with session.get(f"{address}/readyz") as answer:
                    if answer.status == 200:
                        return
            await asyncio.sleep(0.005)


async def _stop(process: asyncio.subprocess.Process) -> None:
    if process.returncode is not None:
        return
    process.terminate()
    try:
        async with asyncio.timeout(LONGEST_STOP):
            await process.wait()
    except TimeoutError:
        process.kill()
        await process.wait()
