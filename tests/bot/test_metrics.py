"""The numbers of a process in the form that Prometheus reads."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from aiohttp.test_utils import make_mocked_request

from bot.metrics import Metrics, Owed, is_from_inside
from bot.turns import Outcome, TurnSeen, kind_of
from bot.version import version

NOW = datetime(2025, 3, 2, 12, 0, tzinfo=UTC)


async def text(metrics: Metrics, owed: Owed) -> list[str]:
    """The lines."""

    async def outbox() -> Owed:
        return owed

    return (await metrics.text(outbox, now=NOW)).decode().splitlines()


async def test_how_long_a_note_has_been_overdue_is_told_in_seconds() -> None:
    lines = await text(Metrics(), Owed(3, NOW - timedelta(minutes=2)))
    assert "delmal_outbox_notes 3.0" in lines
    assert "delmal_outbox_oldest_seconds 120.0" in lines
    assert "delmal_outbox_oldest_seconds 0.0" in await text(Metrics(), Owed(3, None))


async def test_messages_are_counted_by_their_end() -> None:
    lines = await text(Metrics(lambda: {"arrived": 5, "failed": 1}), Owed(0, None))
    assert 'delmal_deliveries_total{outcome="arrived"} 5.0' in lines
    assert 'delmal_deliveries_total{outcome="failed"} 1.0' in lines


async def test_a_turn_under_way_is_counted_until_it_is_answered() -> None:
    metrics = Metrics()
    metrics.begun()
    assert "delmal_turns_under_way 1.0" in await text(metrics, Owed(0, None))
    metrics.seen(TurnSeen("message", Outcome.FAILED), 1.5)
    lines = await text(metrics, Owed(0, None))
    assert "delmal_turns_under_way 0.0" in lines
    assert 'delmal_turns_total{kind="message",outcome="failed"} 1.0' in lines
    assert 'delmal_turn_seconds_bucket{kind="message",le="1.0"} 0.0' in lines
    assert 'delmal_turn_seconds_bucket{kind="message",le="2.0"} 1.0' in lines


async def test_the_version_and_the_process_are_told() -> None:
    lines = await text(Metrics(), Owed(0, None))
    assert [line for line in lines if line.startswith('delmal_info{python="3.')]
    assert [line for line in lines if f'version="{version()}"' in line]
    assert [line for line in lines if line.startswith("process_resident_memory_bytes ")]


@pytest.mark.parametrize(
    ("remote", "inside"),
    [
        ("127.0.0.1", True),
        ("::1", True),
        ("172.18.0.5", True),
        ("fd00::5", True),
        ("198.51.100.7", True),  # kept for documents, and thus nobody's on the internet
        ("8.8.8.8", False),
        ("2001:4860:4860::8888", False),
        ("", False),
        ("unix:", False),
    ],
)
def test_only_callers_of_this_machine_and_its_net_are_inside(remote: str, inside: bool) -> None:
    request = make_mocked_request("GET", "/metrics")
    assert is_from_inside(request.clone(remote=remote)) is inside


def test_a_kind_is_one_of_few_words() -> None:
    assert kind_of("message", None) == "message"
    assert kind_of("invoke", "task/fetch") == "task/fetch"
    assert kind_of("invoke", "made/up") == kind_of("made-up", None) == "other"
