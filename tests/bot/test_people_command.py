"""python -m bot person: what is stored about somebody is handed out, and what may go goes."""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog
from typer.testing import CliRunner, Result

from bot.__main__ import app
from bot.app import open_memory, utc_now
from bot.authentication import LOCAL_TENANT
from bot.settings import read_settings
from goals.actor import Grant, Role
from storage.addresses import PersonAddress, Recipient, learn_address
from storage.people import grant_role
from tests.teams import PERSON

STRANGER = "ffffffff-4b5a-4978-8695-a4b3c2d1e0f9"


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A person who writes to the bot and is an administrator; a Swedish terminal."""
    monkeypatch.setenv("DELMAL_DATA", str(tmp_path))
    monkeypatch.setenv("LC_ALL", "sv_SE.UTF-8")
    asyncio.run(_known())
    yield tmp_path
    structlog.reset_defaults()


async def _known() -> None:
    address = PersonAddress("https://t.example/", "28:bot", "29:x", "a:1", "Åsa Öst (påhittad)")
    async with open_memory(read_settings()) as memory:
        await learn_address(
            memory.database, Recipient(LOCAL_TENANT, PERSON), address, now=utc_now()
        )
        await grant_role(
            memory.database,
            tenant=LOCAL_TENANT,
            object_id=PERSON,
            grant=Grant(Role.ADMIN),
            by=None,
            now=utc_now(),
        )


def bot(*words: str) -> Result:
    """What the command says."""
    return CliRunner().invoke(app, [*words])


def test_all_that_is_stored_is_written_to_a_file_of_ones_own(data: Path) -> None:
    file = data / "person.json"
    assert bot("person", "export", PERSON.upper(), str(file)).exit_code == 0
    about = json.loads(file.read_text(encoding="utf-8"))
    assert about["name"] == "Åsa Öst (påhittad)"
    assert set(about["by_id"]) == {"person", "role_change"}
    if os.name == "posix":
        assert file.stat().st_mode & 0o077 == 0
    assert json.loads(bot("person", "export", PERSON).stdout) == about


def test_nothing_goes_before_it_was_shown_and_asked_for(data: Path) -> None:
    assert bot("role", "revoke", "--person", PERSON, "--role", "admin").exit_code == 0
    shown = bot("person", "pseudonymise", PERSON)
    assert shown.exit_code == 0
    assert "Ingenting är ändrat." in shown.stdout
    assert "  person\t1\n" in shown.stdout
    assert "Åsa Öst" in bot("person", "export", PERSON).stdout
    done = bot("person", "pseudonymise", PERSON, "--yes")
    assert done.exit_code == 0
    assert "  person\t1\n" in done.stdout
    assert "  role_change\t2\n" in done.stdout
    assert "pseudonymisering, inte anonymisering" in done.stdout
    assert "Åsa Öst" not in bot("person", "export", PERSON).stdout
    assert bot("verify").exit_code == 0


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("export", STRANGER), 1, "Ingenting finns sparat om"),
        (("pseudonymise", STRANGER, "--yes"), 1, "Ingenting finns sparat om"),
        (("pseudonymise", PERSON, "--yes"), 1, "Återkalla den först med role revoke"),
        (("export", "Åsa Öst"), 2, "är inget objekt-id"),
        (("export", PERSON, "not/there.json"), 1, "går inte att skriva"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_sentence(
    data: Path, words: tuple[str, ...], code: int, says: str
) -> None:
    result = bot("person", *words)
    assert (result.exit_code, says in result.stderr) == (code, True), result.output
