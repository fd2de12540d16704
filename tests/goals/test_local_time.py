"""A day and a time of day are read as the municipality's clocks show them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from goals.errors import DayUnreadableError, TimeSkippedError
from goals.local_time import comes_twice, read_moment, typed_moment


def utc(text: str) -> datetime:
    """A moment."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "time", "moment"),
    [
        ("2026-01-15", "08:00", "2026-01-15T07:00"),
        ("2026-07-15", "08:00", "2026-07-15T06:00"),
        (" 2026-07-15 ", " 8.00 ", "2026-07-15T06:00"),
        ("2026-07-15", "08:00:00", "2026-07-15T06:00"),
        ("2026-01-15", "", "2026-01-14T23:00"),
    ],
)
def test_swedish_time_is_kept_as_utc(day: str, time: str, moment: str) -> None:
    assert read_moment(day, time, is_end=False) == utc(moment)


def test_a_last_day_without_a_time_counts_to_its_end() -> None:
    assert read_moment("2026-03-01", "", is_end=True) == utc("2026-03-01T23:00")
    # The day on which the clock is put forward has 23 hours.
    assert read_moment("2026-03-29", "", is_end=True) == utc("2026-03-29T22:00")
    assert read_moment("2026-12-31", "", is_end=True) == utc("2026-12-31T23:00")


def test_a_time_that_does_not_exist_is_refused_with_its_day() -> None:
    for is_end in (False, True):
        with pytest.raises(TimeSkippedError) as refused:
            read_moment("2026-03-29", "02:30", is_end=is_end)
        assert refused.value.arguments == {"day": "2026-03-29", "time": "02:30"}
    assert read_moment("2026-03-29", "03:00", is_end=False) == utc("2026-03-29T01:00")


def test_a_time_that_comes_twice_opens_at_the_first_and_closes_at_the_second() -> None:
    opens = read_moment("2026-10-25", "02:30", is_end=False)
    closes = read_moment("2026-10-25", "02:30", is_end=True)
    assert (opens, closes) == (utc("2026-10-25T00:30"), utc("2026-10-25T01:30"))
    assert comes_twice(opens)
    assert comes_twice(closes)
    assert not comes_twice(utc("2026-10-25T03:00"))
    assert not comes_twice(utc("2026-03-29T01:00"))


@pytest.mark.parametrize(
    ("day", "time"),
    [
        ("", "08:00"),
        ("i morgon", ""),
        ("2026-02-30", ""),
        ("20260301", ""),
        ("0001-01-01", ""),
        ("9999-12-31", ""),
        ("2026-03-01", "25:00"),
        ("2026-03-01", "kl 8"),
        ("2026-03-01T08:00", ""),
        ("٢٠٢٦-٠٣-٠١", ""),  # digits of another script
    ],
)
def test_what_is_no_day_or_time_is_refused(day: str, time: str) -> None:
    with pytest.raises(DayUnreadableError):
        read_moment(day, time, is_end=True)


@pytest.mark.parametrize("is_end", [False, True])
@pytest.mark.parametrize(
    ("day", "time"),
    [
        ("2026-03-01", ""),
        ("2026-03-01", "16:00"),
        ("2026-10-25", "02:30"),
        ("2026-10-25", ""),
        ("2026-03-28", ""),
        ("2026-03-29", ""),
    ],
)
def test_a_form_that_is_filled_again_reads_as_the_same_moment(
    day: str, time: str, *, is_end: bool
) -> None:
    moment = read_moment(day, time, is_end=is_end)
    assert typed_moment(moment, is_end=is_end) == (day, time)
