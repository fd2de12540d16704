"""check, as it is typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.__main__ import app
from bot.version import version


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder that is not there yet, and a Swedish terminal."""
    monkeypatch.setenv("DELMAL_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("LC_ALL", "sv_SE.UTF-8")
    return tmp_path / "data"


def run(*words: str) -> Result:
    """Run a command."""
    return CliRunner().invoke(app, list(words))


def test_each_check_is_a_line_with_its_grade_in_words(data: Path) -> None:
    result = run("check")
    assert (result.exit_code, result.stderr) == (0, "")
    lines = result.stdout.splitlines()
    assert lines[0] == "Varning  Det finns ingen databas än. Den skapas när boten startar."
    assert lines[-1].startswith(f"OK       Delmål {version()}, Python 3.")
    assert not data.exists()


def test_a_monitor_reads_one_object(data: Path) -> None:
    run("ask", "hej")
    told = json.loads(run("check", "--json").stdout)
    assert (told["status"], told["version"]) == ("warning", version())
    checks = {each["name"]: each for each in told["checks"]}
    assert checks["revision"]["status"] == "ok"
    assert checks["backup"]["status"] == "warning"
    assert "Ingen säkerhetskopia" in checks["backup"]["text"]
    assert checks["outbox"]["count"] == 0


def test_it_ends_with_one_where_something_does_not_work(data: Path) -> None:
    data.mkdir()
    (data / "delmal.db").write_bytes(b"not a database, but long enough to be looked at" * 99)
    result = run("check", "--json")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["status"] == "failed"


def test_it_ends_with_two_where_a_setting_is_wrong(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DELMAL_PROT", "1")
    result = run("check")
    assert result.exit_code == 2
    assert "DELMAL_PROT: there is no such setting" in result.stderr
