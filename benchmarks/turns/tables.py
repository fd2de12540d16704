"""The measurements beside the goals, in Markdown: what docs/performance.md keeps."""

from __future__ import annotations

import os
import platform
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from statistics import median

from benchmarks.turns.load import Latency, Throughput

TIMES_CHEAPER = 20
TIMES_SOONER = 10
MOST_MEGABYTES = 120
LONGEST_START = 3
_UNKNOWN = "–"

_NOTES = """
Ours answers the whole question, with its card, from SQLite; stock says "Echo: …". Both check the
same signed tokens, get their own from the same endpoint and reply over the same HTTPS, trusting
the usual authorities (certifi's) and one made for the run. Replaced in stock: the HTTP door of
botbuilder-integration-aiohttp, in own words; MSAL's check of the authority is off. Both spare it
work or cost it nothing. Its token requests (the tenant's endpoints, then a token, on each turn)
go to the stand-in, which answers at once; Microsoft takes tens of milliseconds.
Turns per CPU second: by the server's own user and system time, all its threads.
ms: from the sending of a request until its reply is at the connector. A bot that cannot keep up
with the rate builds a queue, and its time is then mostly the queue's.
"""


@dataclass(frozen=True, slots=True)
class Round:
    """What was measured on one bot, from its start to its end."""

    start_seconds: float
    throughput: Throughput
    latencies: Mapping[float, Latency]
    """By turns a second."""
    peak_megabytes: float | None


def summary(each: Round) -> str:
    """One round in a line, for whoever waits."""
    throughput = each.throughput
    latencies = ", ".join(
        f"{of.p50:.1f}/{of.p99:.1f} ms at {rate:g}/s" for rate, of in each.latencies.items()
    )
    return (
        f"{_number(_per_cpu_second(each))} turns per CPU second,"
        f" {_number(throughput.per_second)} turns/s"
        f" (the asking side busy {throughput.generator_cpu_seconds / throughput.seconds:.0%}),"
        f" {latencies}, {_number(each.peak_megabytes)} MB, ready in {each.start_seconds:.2f} s"
    )


def show(
    ours: Sequence[Round],
    stock: Sequence[Round],
    first_asks: Sequence[float],
    rates: Sequence[float],
) -> None:
    """Print the table and what it needs to be understood."""
    print(f"{datetime.now(UTC):%Y-%m-%d}, {_machine()}, medians of {len(ours)} rounds\n")
    print("| | ours: a full answer | stock: an echo | ours / stock | goal | |")
    print("|---|--:|--:|--:|--:|---|")
    _row("turns per CPU second", ours, stock, _per_cpu_second, least=TIMES_CHEAPER)
    _row("CPU ms per turn", ours, stock, _cpu_milliseconds)
    _row("turns per second", ours, stock, lambda each: each.throughput.per_second)
    for number, rate in enumerate(rates):
        _row(f"p50 ms at {rate:g}/s", ours, stock, _latency(rate, "p50"))
        _row(
            f"p99 ms at {rate:g}/s",
            ours,
            stock,
            _latency(rate, "p99"),
            most_ratio=None if number else 1 / TIMES_SOONER,
        )
    _row("peak memory, MB", ours, stock, lambda each: each.peak_megabytes, most=MOST_MEGABYTES)
    _row("start to ready, s", ours, stock, lambda each: each.start_seconds, most=LONGEST_START)
    print(f"| first `ask` in an empty folder, s | {median(first_asks):.2f} | | | | |")
    print(_NOTES)


def _row(
    name: str,
    ours: Sequence[Round],
    stock: Sequence[Round],
    value: Callable[[Round], float | None],
    *,
    least: float | None = None,
    most: float | None = None,
    most_ratio: float | None = None,
) -> None:
    """One line; a goal is either for our own number or for the ratio."""
    mine, theirs = _median(ours, value), _median(stock, value)
    ratio = mine / theirs if mine is not None and theirs else None
    goal, met = "", None
    if least is not None:
        goal, met = f"≥ {least:g} times", None if ratio is None else ratio >= least
    elif most_ratio is not None:
        goal, met = f"≤ 1/{1 / most_ratio:g}", None if ratio is None else ratio <= most_ratio
    elif most is not None:
        goal, met = f"< {most:g}", None if mine is None else mine < most
    verdict = "" if met is None else "met" if met else "**missed**"
    print(
        f"| {name} | {_number(mine)} | {_number(theirs)} | {_ratio(ratio)} | {goal} | {verdict} |"
    )


def _median(rounds: Sequence[Round], value: Callable[[Round], float | None]) -> float | None:
    values = [found for each in rounds if (found := value(each)) is not None]
    return median(values) if values else None


def _latency(rate: float, name: str) -> Callable[[Round], float]:
    def value(each: Round) -> float:
        latency = each.latencies[rate]
        return latency.p50 if name == "p50" else latency.p99

    return value


def _per_cpu_second(each: Round) -> float | None:
    return each.throughput.per_cpu_second


def _cpu_milliseconds(each: Round) -> float | None:
    turns = each.throughput.per_cpu_second
    return 1000 / turns if turns else None


def _number(value: float | None) -> str:
    if value is None:
        return _UNKNOWN
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def _ratio(value: float | None) -> str:
    if value is None:
        return _UNKNOWN
    return f"{value:.1f} times" if value >= 1 else f"1/{1 / value:.1f}"


def _machine() -> str:
    try:
        memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
        size = f"{os.cpu_count()} cores, {memory:.0f} GB"
    except (AttributeError, ValueError):
        size = f"{os.cpu_count()} cores"
    return f"{size}, {platform.system()}, Python {platform.python_version()}"
