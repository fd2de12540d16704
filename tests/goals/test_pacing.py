"""No window of Teams' limits is ever overrun, however messages come."""

from __future__ import annotations

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goals.pacing import (
    CONVERSATION_RATE,
    CONVERSATION_WINDOWS,
    TENANT_RATE,
    TENANT_WINDOW,
    Asked,
    OwnPace,
    Rate,
    Window,
)
from tests.windows import most_within

WAVES = st.lists(
    st.tuples(st.floats(0, 90, allow_nan=False), st.integers(1, 40)), min_size=1, max_size=60
)
"""Seconds since the last ones came, and how many come."""


class Clock:
    """A clock that is set by hand, in seconds."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


async def sent(rate: Rate, waves: list[tuple[float, int]]) -> list[float]:
    """When each message goes out."""
    clock = Clock()
    pace = OwnPace(clock)
    moments = []
    for since, count in waves:
        clock.now += since
        taken = await pace.take({"key": Asked(rate, count)})
        moments += [clock.now + wait for wait in taken["key"]]
    return moments


@pytest.mark.parametrize(
    ("rate", "windows"),
    [(TENANT_RATE, (TENANT_WINDOW,)), (CONVERSATION_RATE, CONVERSATION_WINDOWS)],
    ids=["tenant", "conversation"],
)
@given(waves=WAVES)
def test_no_window_is_overrun(
    rate: Rate, windows: tuple[Window, ...], waves: list[tuple[float, int]]
) -> None:
    moments = asyncio.run(sent(rate, waves))
    assert moments == sorted(moments)
    for window in windows:
        assert most_within(window, moments) <= window.most


def test_a_window_that_is_overrun_is_seen() -> None:
    assert most_within(Window(30, 1), [number / 32 for number in range(100)]) == 32


async def test_a_tenant_gets_nearly_all_that_it_may_have() -> None:
    moments = await sent(TENANT_RATE, [(0, 1_500)])
    assert 1_500 / moments[-1] >= 0.95 * TENANT_WINDOW.most


async def test_a_handful_goes_to_one_conversation_at_once() -> None:
    assert await sent(CONVERSATION_RATE, [(0, 8)]) == pytest.approx([0.0] * 7 + [2.01])


async def test_tenants_do_not_wait_for_each_other() -> None:
    pace = OwnPace(Clock())
    await pace.take({"one": Asked(TENANT_RATE, 1_000)})
    assert await pace.take({"two": Asked(TENANT_RATE)}) == {"two": (0.0,)}
