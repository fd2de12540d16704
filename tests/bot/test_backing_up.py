"""backup and restore, as they are typed."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.__main__ import app
from bot.last_backup import FILE, last_backup


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with the example in it, and a Swedish terminal."""
    monkeypatch.setenv("DELMAL_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("LC_ALL", "sv_SE.UTF-8")
    assert run("ask", "hej").exit_code == 0
    return tmp_path / "data"


def run(*words: str) -> Result:
    """Run a command."""
    return CliRunner().invoke(app, list(words))


def test_a_backup_is_told_of_and_remembered(data: Path, tmp_path: Path) -> None:
    file = tmp_path / "kopia.db"
    result = run("backup", str(file))
    assert result.exit_code == 0
    assert f"{file} är skriven och prövad" in result.stdout
    remembered = last_backup(data)
    assert remembered is not None
    assert remembered.file == str(file)
    assert datetime.now(UTC) - remembered.at < timedelta(minutes=5)


def test_a_backup_is_told_of_as_json(data: Path, tmp_path: Path) -> None:
    file = tmp_path / "kopia.db"
    told = json.loads(run("backup", str(file), "--json").stdout)
    assert told["size"] == file.stat().st_size
    assert set(told) == {"file", "revision", "rows", "size", "sha256", "tenants"}
    assert told["tenants"] == [{"tenant": "local", "events": 0, "digest": None, "flaws": 0}]
    remembered = last_backup(data)
    assert remembered is not None
    assert remembered.sha256 == told["sha256"]


def test_a_backup_is_restored_elsewhere(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "kopia.db"
    run("backup", str(file))
    monkeypatch.setenv("DELMAL_DATA", str(tmp_path / "annan"))
    result = run("restore", str(file))
    assert (result.exit_code, result.stderr) == (0, "")
    assert "är återställd och prövad" in result.stdout
    assert "Utveckla kollektivtrafiken" in run("ask", "delmål", "3").stdout


def test_what_is_there_gives_way_only_on_demand_and_is_kept(data: Path, tmp_path: Path) -> None:
    file = tmp_path / "kopia.db"
    run("backup", str(file))
    refused = run("restore", str(file))
    assert refused.exit_code == 1
    assert "innehåller redan ett register" in refused.stderr
    result = run("restore", str(file), "--replace")
    assert result.exit_code == 0
    (kept,) = data.glob("before-restore-*.db")
    assert str(kept) in result.stdout


def test_what_is_no_backup_is_told_in_a_sentence(data: Path, tmp_path: Path) -> None:
    file = tmp_path / "brev.txt"
    file.write_text("Hej!", encoding="utf-8")
    result = run("restore", str(file), "--replace")
    assert result.exit_code == 1
    assert result.stderr == f"{file} är ingen säkerhetskopia av Delmål.\n"


def test_a_backup_that_cannot_be_written_is_told_and_not_remembered(data: Path) -> None:
    result = run("backup", str(data / "finns" / "inte.db"))
    assert result.exit_code == 1
    assert "gick inte att skriva: No such file or directory" in result.stderr
    assert last_backup(data) is None


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"at": "igår"}', '{"at": "2025-01-01", "file": "", "sha256": ""}']
)
def test_a_memory_that_cannot_be_read_is_none(tmp_path: Path, content: str) -> None:
    (tmp_path / FILE).write_text(content, encoding="utf-8")
    assert last_backup(tmp_path) is None
