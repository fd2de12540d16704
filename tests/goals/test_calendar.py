"""A municipality's own free days, and what they move."""

from __future__ import annotations

from datetime import date

import pytest

from goals.calendar import (
    OwnDay,
    is_working_day,
    last_appeal_day,
    read_own_day,
    working_days_after,
)
from goals.errors import FreeAlreadyError

CLOSED = OwnDay(date(2027, 5, 7), "klämdag")
PUBLIC = OwnDay(date(2027, 5, 7), "ny helgdag", is_public=True)
WEDNESDAY = date(2027, 5, 5)  # the day before Ascension


def test_an_own_day_is_no_working_day() -> None:
    assert is_working_day(CLOSED.day)
    assert not is_working_day(CLOSED.day, [CLOSED])
    assert working_days_after(WEDNESDAY, 1) == CLOSED.day
    assert working_days_after(WEDNESDAY, 1, [CLOSED]) == date(2027, 5, 10)


def test_the_last_day_of_appeal_is_moved_by_a_public_holiday_only() -> None:
    notice = date(2027, 4, 16)  # three weeks before
    assert last_appeal_day(notice) == CLOSED.day
    assert last_appeal_day(notice, [CLOSED]) == CLOSED.day
    assert last_appeal_day(notice, [PUBLIC]) == date(2027, 5, 10)


@pytest.mark.parametrize("day", [date(2026, 12, 24), date(2027, 5, 8), date(2027, 5, 9)])
def test_a_day_that_is_free_to_everybody_is_not_entered(day: date) -> None:
    with pytest.raises(FreeAlreadyError):
        read_own_day(day, "", is_public=False)
    assert read_own_day(CLOSED.day, " klämdag \n", is_public=False) == CLOSED
