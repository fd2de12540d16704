"""A pytest plugin: what this machine cannot test is named loudly, never passed over.

A test that needs what is not here says `pytest.skip("left out: WHAT, because WHY")`. At the end
all of these are listed. With DELMAL_TEST_ALL=1, as in CI, each of them is a failure.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from typing import Any, TypeVar

import pytest

PREFIX = "left out: "
SETTING = "DELMAL_TEST_ALL"
NOTHING_LEFT_OUT = pytest.StashKey[bool]()
_Report = TypeVar("_Report", pytest.TestReport, pytest.CollectReport)


def pytest_configure(config: pytest.Config) -> None:
    """Take the setting out of the environment, where the bot would refuse it as unknown."""
    told = os.environ.pop(SETTING, "") == "1"
    of_worker: dict[str, object] = getattr(config, "workerinput", {})
    config.stash[NOTHING_LEFT_OUT] = told or bool(of_worker.get(SETTING))


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Hand the setting on to a worker of pytest-xdist."""
    node.workerinput[SETTING] = node.config.stash[NOTHING_LEFT_OUT]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Turn a left-out test into a failed one, where nothing may be left out."""
    report: pytest.TestReport = yield  # type: ignore[assignment]  # pytest sends what the hook made
    return judged(report, item.config)  # type: ignore[return-value]


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector: pytest.Collector) -> Iterator[None]:
    """Do the same for a whole file that leaves itself out."""
    report: pytest.CollectReport = yield  # type: ignore[assignment]  # as above
    return judged(report, collector.config)  # type: ignore[return-value]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """List what was left out and why."""
    reports = terminalreporter.stats.get("skipped", [])
    reasons = Counter(reason for reason in map(reason_left_out, reports) if reason)
    if not reasons:
        return
    terminalreporter.section("LEFT OUT", sep="!", red=True, bold=True)
    for reason, number in sorted(reasons.items()):
        terminalreporter.write_line(f"{number} × {reason}", yellow=True)


def judged(report: _Report, config: pytest.Config) -> _Report:
    """Return the report, as a failure if it is of something left out that may not be."""
    reason = reason_left_out(report)
    if reason and config.stash[NOTHING_LEFT_OUT]:
        report.outcome = "failed"
        report.longrepr = f"{PREFIX}{reason}\nNothing may be left out here ({SETTING}=1)."
    return report


def reason_left_out(report: pytest.TestReport | pytest.CollectReport) -> str | None:
    """Return what was left out and why, or None where the report is of something else."""
    if report.outcome != "skipped" or not isinstance(report.longrepr, tuple):
        return None
    reason = report.longrepr[2].removeprefix("Skipped: ")
    return reason.removeprefix(PREFIX) if reason.startswith(PREFIX) else None
