"""A unit that does not answer is reminded, then reached elsewhere, then a person is told."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from goals.calendar import OwnDay, is_working_day, working_days_after
from goals.expediting import owe_next, remind_at, tell_secretaries
from goals.local_time import STOCKHOLM, day_in_sweden
from goals.matter import MatterState
from goals.notice import Delivery, DeliveryState, Notice, Occasion
from goals.ports import Ledger, OpenLedger

WORKING_DAYS = 3
"""After so many without an answer; a municipality can set another number."""
_FROM, _UNTIL = 8, 17
"""O'clock: nobody is reminded at night."""
_TOLD = 3
"""Reminders after which a person has been told, and nothing more goes out."""
_SENT = frozenset({MatterState.EXPEDITED, MatterState.FINAL})


async def remind(
    tenant: str, *, after: int, open_ledger: OpenLedger, now: datetime
) -> tuple[Notice, ...]:
    """Take the next step with every notice that has waited for `after` working days; those.

    First a reminder to where it arrived, then the unit's next address, then the secretaries are
    told, once. At a time when nobody works nothing is done.
    """
    hour, today = now.astimezone(STOCKHOLM).hour, day_in_sweden(now)
    if not (is_working_day(today) and _FROM <= hour < _UNTIL):
        return ()
    async with open_ledger(tenant, now=now) as ledger:
        if await ledger.freeze() is not None:
            return ()
        record = await ledger.record()
        if not is_working_day(today, record.own_days):
            return ()
        taken = []
        for notice in await ledger.unanswered():
            matter = record.matter(notice.body, notice.year)
            if matter is None or matter.state not in _SENT:
                continue
            if is_due(notice, after, now, record.own_days):
                taken.append(await _step(ledger, notice, now))
        return tuple(taken)


def is_due(notice: Notice, after: int, now: datetime, own_days: Collection[OwnDay] = ()) -> bool:
    """Whether it has been with the unit for so many working days since something last arrived."""
    last = _last(notice)
    if notice.reminders >= _TOLD or last is None or last.settled_at is None:
        return False
    on_its_way = any(each.state is DeliveryState.PENDING for each in notice.deliveries)
    since = day_in_sweden(last.settled_at)
    return not on_its_way and day_in_sweden(now) >= working_days_after(since, after, own_days)


def _last(notice: Notice) -> Delivery | None:
    """What arrived last with the unit; a card that was changed in its place is no news."""
    arrived = [
        each
        for each in notice.deliveries
        if each.state is DeliveryState.DELIVERED and each.occasion is not Occasion.CHANGE
    ]
    return max(arrived, key=lambda each: each.settled_at or each.owed_at, default=None)


async def _step(ledger: Ledger, notice: Notice, now: datetime) -> Notice:
    last = _last(notice)
    if notice.reminders == 0 and last is not None:
        reminded = replace(notice, reminders=1)
        return await remind_at(ledger, reminded, last, now)
    if notice.reminders == 1:
        elsewhere = replace(notice, reminders=_TOLD - 1)
        owed = await owe_next(ledger, elsewhere, Occasion.OTHER_ADDRESS, now)
        if owed is not None:
            return owed
    told = replace(notice, reminders=_TOLD)
    await ledger.keep_notice(told)
    await tell_secretaries(ledger, told, "note-notice-unanswered")
    return told
