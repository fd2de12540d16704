"""Days and times of day as the municipality's clocks show them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from goals.errors import DayUnreadableError, TimeSkippedError

STOCKHOLM = ZoneInfo("Europe/Stockholm")
"""Years and days are those of the municipality's own calendar."""

_DAY = re.compile(r"20\d\d-\d\d-\d\d")
_TIME = re.compile(r"(\d{1,2})[:.](\d\d)(?:[:.]00)?")


def read_moment(day: str, time_of_day: str, *, is_end: bool) -> datetime:
    """The moment (UTC) that was typed as a day and a time of day in Sweden.

    Without a time it is the day's first moment, or as an end the first one after the day. In the
    hour that comes twice in October the first is meant, as an end the second.
    Raises DayUnreadableError, or TimeSkippedError for an hour that March passes over.
    """
    typed_day, typed_time = day.strip(), time_of_day.strip()
    if not _DAY.fullmatch(typed_day):
        raise DayUnreadableError
    try:
        on = date.fromisoformat(typed_day)
        local = datetime.combine(on, _time(typed_time), STOCKHOLM)
    except ValueError:
        raise DayUnreadableError from None
    if is_end and not typed_time:
        local += timedelta(days=1)
    if is_end:
        local = local.replace(fold=1)
    moment = local.astimezone(UTC)
    if moment.astimezone(STOCKHOLM).replace(tzinfo=None) != local.replace(tzinfo=None):
        raise TimeSkippedError(day=typed_day, time=f"{local:%H:%M}")
    return moment


def day_in_sweden(at: datetime) -> date:
    """The day that it is in Sweden at that moment."""
    return at.astimezone(STOCKHOLM).date()


def typed_moment(moment: datetime, *, is_end: bool) -> tuple[str, str]:
    """The day and the time of day that `read_moment` reads as this moment."""
    local = moment.astimezone(STOCKHOLM)
    if local.time() != time.min:
        return f"{local:%Y-%m-%d}", f"{local:%H:%M}"
    if is_end:
        local -= timedelta(days=1)
    return f"{local:%Y-%m-%d}", ""


def comes_twice(moment: datetime) -> bool:
    """Whether it is in the hour that comes twice, so that its time of day does not tell when."""
    local = moment.astimezone(STOCKHOLM)
    return local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()


def _time(typed: str) -> time:
    if not typed:
        return time.min
    found = _TIME.fullmatch(typed)
    if found is None:
        raise ValueError(typed)
    return time(int(found[1]), int(found[2]))
