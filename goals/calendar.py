"""Swedish days: which are free, and when the time of an appeal runs out."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from goals.errors import FreeAlreadyError

APPEAL_TIME = timedelta(weeks=3)
"""KL 13 kap. 5 §: an appeal has come in within three weeks from the day of the notice."""
_SATURDAY = 5
_MIDSUMMER_EVE_FIRST = (6, 19)
_MIDSUMMER_DAY_FIRST = (6, 20)
_ALL_SAINTS_FIRST = (10, 31)
_FRIDAY = 4


@dataclass(frozen=True, slots=True)
class OwnDay:
    """A day that a municipality has free besides the holidays below, as it has said itself."""

    day: date
    name: str
    is_public: bool = False
    """A public holiday by a law that is newer than this list: it moves the end of a time, too.

    A day that the municipality only has closed moves none (lag 1930:173).
    """


@cache
def easter_sunday(year: int) -> date:
    """By the Gregorian computus (Meeus, Jones and Butcher)."""
    golden, century, of_century = year % 19, year // 100, year % 100
    leap, rest = divmod(century, 4)
    shift = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap - shift + 15) % 30
    quarter, single = divmod(of_century, 4)
    weekday = (32 + 2 * rest + 2 * quarter - epact - single) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


@cache
def holidays(year: int) -> frozenset[date]:
    """The public holidays (lag 1989:253), and midsommarafton, julafton and nyårsafton.

    The latter three count as holidays for the end of a time (lag 1930:173, 2 §).
    """
    easter = easter_sunday(year)
    fixed = ((1, 1), (1, 6), (5, 1), (6, 6), (12, 24), (12, 25), (12, 26), (12, 31))
    moving = (-2, 0, 1, 39, 49)  # long Friday, Easter Sunday and Monday, Ascension, Whit Sunday
    return frozenset(
        {date(year, month, day) for month, day in fixed}
        | {easter + timedelta(days=days) for days in moving}
        | {_first(year, _MIDSUMMER_EVE_FIRST, _FRIDAY)}
        | {_first(year, _MIDSUMMER_DAY_FIRST, _SATURDAY)}
        | {_first(year, _ALL_SAINTS_FIRST, _SATURDAY)}
    )


def read_own_day(day: date, name: str, *, is_public: bool) -> OwnDay:
    """What a municipality says of a day. Raises FreeAlreadyError where it was free before."""
    if not is_working_day(day):
        raise FreeAlreadyError(day=day.isoformat())
    return OwnDay(day, " ".join(name.split()), is_public)


def is_working_day(day: date, own: Collection[OwnDay] = ()) -> bool:
    """Neither a Saturday or Sunday, nor a holiday, nor one of the municipality's own."""
    is_usual = day.weekday() < _SATURDAY and day not in holidays(day.year)
    return is_usual and all(each.day != day for each in own)


def next_working_day(day: date, own: Collection[OwnDay] = ()) -> date:
    """The day itself, or the first working day after it."""
    while not is_working_day(day, own):
        day += timedelta(days=1)
    return day


def working_days_after(day: date, count: int, own: Collection[OwnDay] = ()) -> date:
    """The working day that is so many working days after the day."""
    for _ in range(count):
        day = next_working_day(day + timedelta(days=1), own)
    return day


def last_appeal_day(notice: date, own: Collection[OwnDay] = ()) -> date:
    """The proposed last day of appeal of what was announced that day.

    Three weeks from the notice (KL 13 kap. 5 §); a Saturday, Sunday or holiday moves it to the
    next working day (lag 1930:173), and so does an own day that is a public holiday. A person
    confirms it: municipalities count differently.
    """
    return next_working_day(notice + APPEAL_TIME, [each for each in own if each.is_public])


def _first(year: int, month_day: tuple[int, int], weekday: int) -> date:
    """The first such weekday from that day on."""
    day = date(year, *month_day)
    return day + timedelta(days=(weekday - day.weekday()) % 7)
