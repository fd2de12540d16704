"""What a machine cannot test is named at the end; where nothing may be left out, it fails."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import run

CASES = """
import os
import pytest

@pytest.mark.parametrize("theme", ["light", "dark"])
def test_picture(theme):
    pytest.skip("left out: pictures, because Chromium is missing")

def test_elsewhere():
    pytest.skip("on Windows only")

def test_setting_is_kept_from_the_bot():
    assert "DELMAL_TEST_ALL" not in os.environ
"""


@pytest.fixture(params=["in one process", "in workers"])
def workers(request: pytest.FixtureRequest) -> list[str]:
    """How pytest is told to run."""
    return ["-n", "1"] if request.param == "in workers" else ["-p", "no:xdist"]


def run_pytest(folder: Path, workers: list[str], **setting: str) -> tuple[int, str]:
    """Run the cases in a pytest of their own."""
    (folder / "test_cases.py").write_text(CASES)
    (folder / "pytest.ini").write_text("[pytest]\n")
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "tests.left_out", *workers, str(folder)],
        cwd=run.ROOT,
        env=os.environ | {"PYTHONPATH": run.ROOT} | setting,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return ran.returncode, ran.stdout


def test_is_named_once_with_its_reason(tmp_path: Path, workers: list[str]) -> None:
    code, said = run_pytest(tmp_path, workers)
    assert code == 0
    assert "! LEFT OUT !" in said
    assert "2 × pictures, because Chromium is missing" in said
    assert "on Windows only" not in said.partition("LEFT OUT")[2]


def test_is_a_failure_where_nothing_may_be_left_out(tmp_path: Path, workers: list[str]) -> None:
    code, said = run_pytest(tmp_path, workers, DELMAL_TEST_ALL="1")
    assert code == 1
    assert "2 failed, 1 passed, 1 skipped" in said
    assert "left out: pictures, because Chromium is missing" in said
