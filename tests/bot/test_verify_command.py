"""python -m bot verify: whoever runs the bot asks whether the record is whole."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest
import structlog
from typer.testing import CliRunner, Result

from bot.__main__ import app
from bot.app import DATABASE_FILE, open_memory
from bot.authentication import LOCAL_TENANT
from bot.settings import read_settings
from dialogs import texts
from goals.verifying import FlawKind
from tests.storage.deciding import EXTRACT, decide_a_year


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The database of a municipality that has decided a year; a Swedish terminal."""
    monkeypatch.setenv("DELMAL_DATA", str(tmp_path))
    monkeypatch.setenv("LC_ALL", "sv_SE.UTF-8")
    asyncio.run(_decided())
    yield tmp_path / DATABASE_FILE
    structlog.reset_defaults()


async def _decided() -> None:
    async with open_memory(read_settings()) as memory:
        await decide_a_year(memory.open_ledger, LOCAL_TENANT)


def verified() -> Result:
    """What the command says."""
    return CliRunner().invoke(app, ["verify"])


def test_a_whole_record_is_told_with_the_digest_to_keep(file: Path) -> None:
    result = verified()
    assert result.exit_code == 0
    assert "Allt är helt: 36 händelser, 5 listor." in result.stdout
    with closing(sqlite3.connect(file)) as database:
        ((digest,),) = database.execute("SELECT digest FROM event WHERE place = 36")
    assert digest in result.stdout


def test_a_tampered_line_is_named_and_the_command_fails(file: Path) -> None:
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("DROP TRIGGER subgoal_no_update")
        database.execute("UPDATE subgoal SET text = 'Inga broar' WHERE text = 'Bygg två broar'")
    result = verified()
    assert result.exit_code == 1
    assert result.stdout == "Händelse 35: version 4 av listan KS 2025 är ändrad.\n"
    assert "Ett ställe är inte som det registrerades" in result.stderr


def test_the_extract_is_taken_out_as_it_was_sent_or_not_at_all(file: Path) -> None:
    target = file.parent / "utdrag.pdf"
    words = ["export", "extract", "ks", "2025", str(target)]
    result = CliRunner().invoke(app, words)
    assert result.exit_code == 0
    assert target.read_bytes() == EXTRACT
    assert sha256(EXTRACT).hexdigest() in result.stdout
    none = CliRunner().invoke(app, ["export", "extract", "KS", "2024", str(target)])
    assert (none.exit_code, "inget sparat" in none.stderr) == (1, True)
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("DROP TRIGGER extract_no_update")
        database.execute("UPDATE extract SET content = X'00'")
    refused = CliRunner().invoke(app, words)
    assert (refused.exit_code, "lämnas inte ut" in refused.stderr) == (1, True)


def test_in_english_too(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert file.exists()
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    assert "All is whole: 36 events" in verified().stdout


def test_every_flaw_has_its_sentence() -> None:
    assert {f"flaw-{kind.value}" for kind in FlawKind} == {
        key for key in texts.keys("sv") if key.startswith("flaw-")
    }
