"""`run.py` starts the bot from anywhere, and installs once, whatever happened before."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

import run

BOT = """
import json, os, sys
print(json.dumps([sys.argv[1:], os.getcwd(), sys.stdin.read()], ensure_ascii=False))
sys.exit(7)
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of `run.py` in a folder with a difficult name, its environment installed."""
    root = tmp_path / "två ord åäö"
    bot = root / "bot"
    bot.mkdir(parents=True)
    shutil.copy(run.__file__, root)
    (root / "uv.lock").write_text("version = 1\n")
    (bot / "__init__.py").touch()
    (bot / "__main__.py").write_text(BOT, encoding="utf-8")
    python = Path(run.python_of(str(root)))
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", python.parents[1]], check=True)
    run.write_stamp(str(root), f"{run.digest(str(root), tuple(sys.version_info))} {run.RUN}")
    return root


@pytest.fixture
def started(project: Path, tmp_path: Path) -> subprocess.CompletedProcess[str]:
    """What a call from another folder gives, where a package named bot lies in wait."""
    elsewhere = tmp_path / "elsewhere"
    (elsewhere / "bot").mkdir(parents=True)
    (elsewhere / "bot" / "__init__.py").write_text("raise SystemExit('the wrong bot')")
    return subprocess.run(
        [sys.executable, str(project / "run.py"), "ask", "--json", "vad är målen?"],
        input="frågor på rad\n",
        cwd=elsewhere,
        env=os.environ | {"PYTHONPATH": str(elsewhere), "PYTHONSAFEPATH": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_hands_on_words_input_folder_and_exit_code_and_says_nothing_itself(
    started: subprocess.CompletedProcess[str], tmp_path: Path
) -> None:
    words, folder, read = ast.literal_eval(started.stdout)
    assert words == ["ask", "--json", "vad är målen?"]
    assert Path(folder).resolve() == (tmp_path / "elsewhere").resolve()
    assert read == "frågor på rad\n"
    assert started.returncode == 7
    assert started.stderr == ""


@pytest.mark.parametrize("version", [(2, 7, 18), (3, 6, 15), (3, 10, 99)])
def test_older_python_gets_a_sentence_in_both_languages(version: tuple[int, ...]) -> None:
    said = run.too_old(version)
    assert "Delmål behöver Python 3.11 eller nyare" in said
    assert "Delmål needs Python 3.11 or newer" in said
    assert ".".join(map(str, version)) in said


def test_python_that_is_new_enough_gets_no_sentence() -> None:
    assert run.too_old((3, 11, 0)) == run.too_old((3, 15, 0)) == run.too_old((4, 0, 0)) == ""


def test_older_python_can_read_the_file() -> None:
    ast.parse(Path(run.__file__).read_text(encoding="utf-8"), feature_version=(3, 6))


def test_needs_the_standard_library_only() -> None:
    tree = ast.parse(Path(run.__file__).read_text(encoding="utf-8"))
    named = {
        name
        for node in ast.walk(tree)
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert {str(name).partition(".")[0] for name in named} <= sys.stdlib_module_names


def test_installed_means_this_lock_this_python_and_at_least_the_wanted_set(project: Path) -> None:
    root = str(project)
    stamp = run.digest(root, tuple(sys.version_info))
    assert run.is_installed(root, run.RUN)
    assert not run.is_installed(root, run.TEST)
    run.write_stamp(root, f"{stamp} {run.TEST}")
    assert run.is_installed(root, run.RUN)
    assert run.is_installed(root, run.TEST)
    run.write_stamp(root, f"{run.digest(root, (3, 99, 0))} {run.TEST}")
    assert not run.is_installed(root, run.RUN)
    run.write_stamp(root, f"{stamp} {run.TEST}")
    (project / "uv.lock").write_text("version = 1\n# a newer one\n")
    assert not run.is_installed(root, run.RUN)


@pytest.mark.parametrize("stamp", ["", run.INSTALLING, "å", "\0"])
def test_stamp_of_an_unfinished_installation_is_none(project: Path, stamp: str) -> None:
    Path(run.stamp_path(str(project))).write_text(stamp, encoding="utf-8")
    assert not run.is_installed(str(project), run.RUN)


def test_environment_without_its_python_is_not_installed(project: Path) -> None:
    Path(run.python_of(str(project))).unlink()
    assert not run.is_installed(str(project), run.RUN)


def test_lock_file_left_behind_stops_nobody(tmp_path: Path) -> None:
    left = tmp_path / "delmal.lock"
    left.write_text("4711")
    with run.one_at_a_time(str(left)):
        pass
    with run.one_at_a_time(str(left)):
        pass


def test_second_installation_waits_for_the_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(tmp_path / "delmal.lock")
    entered = threading.Event()

    def second() -> None:
        with run.one_at_a_time(path):
            entered.set()

    waiting = threading.Thread(target=second)
    with run.one_at_a_time(path):
        waiting.start()
        assert not entered.wait(0.5)
    assert entered.wait(10)
    waiting.join()
    said = capsys.readouterr()
    assert "Another call is installing" in said.err
    assert said.out == ""


def test_lock_of_a_killed_installation_is_free(tmp_path: Path) -> None:
    path = str(tmp_path / "delmal.lock")
    holds = "import run, sys; run.one_at_a_time(sys.argv[1]).__enter__(); print('held'); input()"
    with subprocess.Popen(
        [sys.executable, "-u", "-c", holds, path],
        cwd=run.ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as holder:
        assert holder.stdout
        assert holder.stdout.readline().strip() == b"held"
        holder.kill()
        holder.wait()
        with run.one_at_a_time(path):
            pass


def test_folder_that_may_not_be_written_is_a_sentence(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    Path(run.stamp_path(str(project))).unlink()
    monkeypatch.setattr(run, "ROOT", str(project))
    monkeypatch.setattr(os, "makedirs", refuse)
    assert run.main(["ask"]) == 1
    said = capsys.readouterr()
    assert "copy the folder to a place of your own" in said.err
    assert said.out == ""


def test_missing_lock_is_a_sentence(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "uv.lock").unlink()
    monkeypatch.setattr(run, "ROOT", str(project))
    assert run.main(["ask"]) == 1
    assert "uv.lock cannot be read" in capsys.readouterr().err


def test_network_that_is_missing_is_a_sentence_with_the_tools_last_words() -> None:
    last = "  | Failed to establish a new connection: [Errno 101]"
    assert "no package index was reached" in run.why_not(last)
    assert run.why_not(last).endswith(last)
    assert "no package index was reached" not in run.why_not("  | hashes do not match")


def test_pip_configuration_is_read_with_its_ranks() -> None:
    listing = """\
:env:.cert='/etc/ca.pem'
global.cert='/etc/other.pem'
global.index-url='https://mirror.example.org/simple'
install.find-links='wheels'
list.format='columns'
global.broken='
"""
    assert run.pip_configuration(listing) == {
        "cert": "/etc/ca.pem",
        "find-links": "wheels",
        "index-url": "https://mirror.example.org/simple",
    }


def test_installer_is_asked_for_by_version_and_hash() -> None:
    line = run.locked_requirement(run.ROOT, "uv")
    assert line.startswith("uv==")
    assert line.count("--hash=sha256:") > 5


def test_lock_names_no_place_on_somebodys_machine() -> None:
    lock = Path(run.ROOT, "uv.lock").read_text(encoding="utf-8")
    modules = Path(run.ROOT, "tests", "renderer", "package-lock.json").read_text(encoding="utf-8")
    assert "file:" not in lock + modules
    assert "localhost" not in lock + modules
