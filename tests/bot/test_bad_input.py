"""Whatever is wrong as a command starts: one sentence says what, and what to do, and it ends so."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from bot.__main__ import app
from bot.app import DATABASE_FILE
from tests.service import signed_environment
from tests.teams import RESET, TeamsStandIn, Trouble

ROOT = Path(__file__).parent.parent.parent


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended, and what it said."""

    code: int
    printed: str
    """To standard output, which a program may read."""
    told: str
    """To standard error."""

    @property
    def said(self) -> str:
        """All of it."""
        return self.printed + self.told


@pytest.fixture
async def teams() -> AsyncIterator[TeamsStandIn]:
    """Microsoft's side."""
    async with TeamsStandIn() as stand_in:
        yield stand_in


async def bot(environment: Mapping[str, str], *words: str) -> Ended:
    """Run a command as a process of its own, at a Swedish terminal."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith("DELMAL_")}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", *words,
        cwd=ROOT,
        env={**ours, "LC_ALL": "sv_SE.UTF-8", **environment},
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    try:
        async with asyncio.timeout(60):
            printed, told = await process.communicate()
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    assert process.returncode is not None
    return Ended(process.returncode, printed.decode(), told.decode())


@pytest.mark.parametrize(
    ("settings", "words", "code", "says"),
    [
        ({"DELMAL_PROT": "1"}, ("serve",), 2, "did you mean DELMAL_PORT?"),
        ({"DELMAL_TENANT_IDS": "exempelby.se"}, ("serve",), 2, "is no id of Entra"),
        ({"DELMAL_APP_SECRET": ""}, ("serve",), 2, "needs exactly one of"),
        (
            {"DELMAL_APP_SECRET": "", "DELMAL_APP_SECRET_FILE": "not/there"},
            ("serve",),
            2,
            "Filen not/there går inte att läsa",
        ),
        ({}, ("role", "list", "--tenant", "fel"), 2, "Den kommunen finns inte här. Här finns:"),
        (
            {"DELMAL_DATABASE_URL": "postgresql://u:hemligt@127.0.0.1:1/d"},
            ("serve",),
            1,
            "Se efter om den är igång och om adressen i DELMAL_DATABASE_URL stämmer",
        ),
    ],
)
async def test_what_is_wrong_is_told_before_anything_is_served(
    teams: TeamsStandIn,
    tmp_path: Path,
    settings: Mapping[str, str],
    words: tuple[str, ...],
    code: int,
    says: str,
) -> None:
    ended = await bot({**signed_environment(teams, tmp_path), **settings}, *words)
    assert (ended.code, says in ended.said) == (code, True), ended.said
    assert len(ended.said.splitlines()) == 1
    assert "Traceback" not in ended.said
    assert "hemligt@" not in ended.said


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"token_judge": lambda _: 7000222}, "Hemligheten har gått ut"),
        ({"token_judge": lambda _: 90002}, "Klientorganisationen finns inte"),
        ({"clock_off": -600.0}, "Klockan går 600 sekunder före"),
        ({"clock_off": 600.0}, "Klockan går 600 sekunder efter"),
        ({"token_trouble": Trouble(status=503)}, "Entra ger inte boten tillträde"),
        ({"token_trouble": RESET}, "Entra nås inte"),
    ],
)
async def test_what_only_microsoft_knows_is_told_by_check(
    teams: TeamsStandIn, tmp_path: Path, wrong: Mapping[str, Any], says: str
) -> None:
    for name, value in wrong.items():
        setattr(teams, name, value)
    ended = await bot(signed_environment(teams, tmp_path), "check")
    # A second may pass between their reading of the clock and ours.
    near = [says, says.replace("600", "599"), says.replace("600", "601")]
    failed = [line for line in ended.said.splitlines() if line.startswith("Fel ")]
    assert len(failed) == 1, ended.said
    assert any(each in failed[0] for each in near), ended.said
    assert ended.code == 1


async def test_a_monitor_reads_one_object_whatever_is_wrong(
    teams: TeamsStandIn, tmp_path: Path
) -> None:
    teams.token_judge = lambda _: 7000222
    ended = await bot(signed_environment(teams, tmp_path), "check", "--json")
    assert json.loads(ended.printed)["status"] == "failed"
    assert (ended.code, ended.told) == (1, "")


async def test_who_cannot_write_what_is_done_does_not_serve(tmp_path: Path) -> None:
    here = {"DELMAL_DATA": str(tmp_path), "DELMAL_PORT": "0"}
    assert (await bot(here, "ask", "hej")).code == 0
    read_only = f"sqlite:///file:{tmp_path / DATABASE_FILE}?mode=ro&uri=true"
    ended = await bot({**here, "DELMAL_DATABASE_URL": read_only}, "serve")
    assert ended.code == 1
    assert "readonly database" in ended.said
    assert len(ended.said.splitlines()) == 1


@pytest.fixture
def terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A Swedish terminal, and the folder of the database."""
    monkeypatch.setenv("DELMAL_DATA", str(tmp_path))
    monkeypatch.setenv("LC_ALL", "sv_SE.UTF-8")
    return tmp_path


def test_a_full_disk_is_told_as_one(terminal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (terminal / DATABASE_FILE).mkdir()  # cannot be opened, as on a disk without room
    usage = type("Usage", (), {"free": 0})()
    monkeypatch.setattr("shutil.disk_usage", lambda _: usage)
    ended = CliRunner().invoke(app, ["ask", "hej"])
    assert ended.exit_code == 1
    assert "är full: " in ended.stderr
    assert "Gör plats på den." in ended.stderr


def test_a_folder_that_may_only_be_read_is_told_as_one(
    terminal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (terminal / DATABASE_FILE).mkdir()
    monkeypatch.setattr(os, "access", lambda *_: False)
    ended = CliRunner().invoke(app, ["ask", "hej"])
    assert ended.exit_code == 1
    assert f"Boten får inte skriva i {terminal}" in ended.stderr
    assert "DELMAL_DATA" in ended.stderr


def test_a_file_that_is_no_database_is_told_as_one(terminal: Path) -> None:
    (terminal / DATABASE_FILE).write_bytes(b"not a database" * 999)
    ended = CliRunner().invoke(app, ["ask", "hej"])
    assert ended.exit_code == 1
    assert "läs in en säkerhetskopia med restore" in ended.stderr
