"""A decision is adjusted, announced and sent, and gains legal force.

What cannot be undone is shown once more before it is recorded. What two people must do, the second
one finds on the same meeting-day card.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from dialogs.answer import Act
from dialogs.apologise import refusal
from dialogs.cards.decision_forms import (
    ANNOUNCE,
    AT_ONCE,
    CONFIRM_ADJUSTING,
    GAIN_FORCE,
    SEND_NOTICE,
    adjust_form,
    notice_form,
)
from dialogs.decision_steps import has_passed
from dialogs.desk import Desk
from dialogs.meeting_day import Day, fresh, show_day
from dialogs.taking_step import (
    frame_of,
    moment_of,
    read_day,
    record_step,
    standing_at,
    sure,
    told,
)
from dialogs.texts import say
from dialogs.turn import Reply, Turn
from goals.adjusting import (
    announce,
    ask_adjusting,
    asked_adjusting,
    confirm_adjusting,
    gain_force,
)
from goals.calendar import APPEAL_TIME, OwnDay, last_appeal_day
from goals.errors import AskedAnewError, DayOrderError, GoalsError, NoDayError
from goals.event import Event
from goals.local_time import day_in_sweden
from goals.matter import MatterState
from goals.matter_steps import day_of as day_of_event
from goals.matter_steps import last_event_of, text_of

_S = MatterState
_NOTICE_WITHIN = timedelta(days=2)
"""KL 8 kap. 12 §: the notice is up on the second day after the adjusting at the latest."""
_ADJUSTED_WITHIN = timedelta(days=14)
"""KL 5 kap. 69 § and 6 kap. 35 §."""


@standing_at(_S.DECIDED_NOT_ADJUSTED)
async def open_adjusting(day: Day, turn: Turn, _desk: Desk) -> Reply:
    """**Justera**: on which day?"""
    today = day_in_sweden(turn.now)
    frame = frame_of(day, turn, "adjust-heading", said=[say(turn.language, "adjust-explained")])
    form = adjust_form(frame, day=today.isoformat(), at_once="no", today=today)
    return Reply.showing(form, turn.language)


@standing_at(_S.DECIDED_NOT_ADJUSTED)
async def send_adjusting(day: Day, turn: Turn, desk: Desk) -> Reply:
    """The first person has said it; a second one is to confirm it."""
    language, today = turn.language, day_in_sweden(turn.now)
    typed, at_once = turn.fields.get("day", ""), turn.fields.get(AT_ONCE, "no")
    try:
        adjusted = read_day(typed)
        await ask_adjusting(
            day.matter.body,
            day.matter.year,
            day=adjusted,
            at_once=at_once == "yes",
            actor=turn.actor,
            open_ledger=desk.memory.open_ledger,
            now=turn.now,
        )
    except (NoDayError, DayOrderError) as error:
        beside = {"day": refusal(error, language)}
        frame = frame_of(day, turn, "adjust-heading", beside=beside)
        form = adjust_form(frame, day=typed, at_once=at_once, today=today)
        return Reply.showing(form, language)
    except GoalsError as error:
        return await told(error, turn, desk, after=_S.ADJUSTED)
    decided = day_of_event(last_event_of(day.events, "decide"), "day")
    news = [say(language, "adjusting-asked")]
    if decided is not None and adjusted - decided > _ADJUSTED_WITHIN:
        news.append(say(language, "adjusting-late"))
    day_now, _ = await fresh(turn, desk)
    return show_day(day_now, turn, news=news)


@standing_at(_S.DECIDED_NOT_ADJUSTED, confirms=True)
async def confirm_adjusted(day: Day, turn: Turn, desk: Desk) -> Reply:
    """**Bekräfta justering**: shown once more to the second person; then the list counts."""
    language, matter, asked = turn.language, day.matter, asked_adjusting(day.events)
    if asked is None:
        return show_day(day, turn)
    if turn.fields.get("confirmed") != "yes":
        return _sure_adjusted(day, asked, turn)
    try:
        await confirm_adjusting(
            matter.body,
            matter.year,
            seen=moment_of(turn),
            actor=turn.actor,
            open_ledger=desk.memory.open_ledger,
            now=turn.now,
        )
    except AskedAnewError as error:
        return _sure_adjusted(day, asked, turn, wrong=[refusal(error, language)])
    except GoalsError as error:
        return await told(error, turn, desk, after=_S.ADJUSTED)
    day, _ = await fresh(turn, desk)
    return show_day(day, turn, news=[say(language, "adjusted", body=matter.body, year=matter.year)])


def _sure_adjusted(day: Day, asked: Event, turn: Turn, *, wrong: Sequence[str] = ()) -> Reply:
    language, matter = turn.language, day.matter
    value = text_of(asked, "day") or ""
    if text_of(asked, "at_once"):
        value = say(language, "adjusted-at-once", day=value)
    facts = [(say(language, "fact-adjusted"), value)]
    decided = last_event_of(day.events, "decide")
    facts.append(
        (
            say(language, "fact-decision"),
            f"{text_of(decided, 'paragraph')}, {text_of(decided, 'day')}",
        )
    )
    return sure(
        day,
        turn,
        say(language, "confirm-adjusting-heading", body=matter.body, year=matter.year),
        Act(
            say(language, "button-confirm-adjusting"),
            CONFIRM_ADJUSTING,
            {"asked": asked.at.isoformat()},
        ),
        facts=facts,
        said=[say(language, "confirm-adjusting-explained")],
        wrong=wrong,
    )


@standing_at(_S.ADJUSTED)
async def open_notice(day: Day, turn: Turn, _desk: Desk) -> Reply:
    """**Anslå**: the notice day, and the last day of appeal that is proposed for it."""
    today = day_in_sweden(turn.now)
    return _notice_form(
        day, turn, today.isoformat(), last_appeal_day(today, day.own_days).isoformat()
    )


def _notice_form(
    day: Day,
    turn: Turn,
    notice: str,
    last_day: str,
    *,
    wrong: Sequence[str] = (),
    beside: dict[str, str] | None = None,
) -> Reply:
    """The form, with why that day is proposed as the last one."""
    language, said = turn.language, []
    try:
        noticed = read_day(notice)
        said = [_why(noticed, day.own_days, language)]
        proposed = last_appeal_day(noticed, day.own_days).isoformat()
    except NoDayError:
        proposed = ""
    frame = frame_of(
        day, turn, "notice-heading", said=said, wrong=wrong, beside=beside, proposed=proposed
    )
    today = day_in_sweden(turn.now)
    return Reply.showing(
        notice_form(frame, notice=notice, last_day=last_day, today=today), language
    )


def _why(notice: date, own_days: Sequence[OwnDay], language: str) -> str:
    """How the last day of appeal was counted: three weeks, moved past what is no working day."""
    plain, last = notice + APPEAL_TIME, last_appeal_day(notice, own_days)
    key = "appeal-plain" if plain == last else "appeal-moved"
    return say(
        language, key, notice=notice.isoformat(), plain=plain.isoformat(), last=last.isoformat()
    )


@standing_at(_S.ADJUSTED)
async def send_notice(day: Day, turn: Turn, desk: Desk) -> Reply:
    """The notice is read back with its last day of appeal, confirmed by a person, and recorded."""
    language = turn.language
    typed, last = turn.fields.get("notice", ""), turn.fields.get("last_day", "")
    try:
        notice, last_day = read_day(typed), read_day(last)
    except NoDayError as error:
        wrong = [refusal(error, language)]
        return _notice_form(day, turn, typed, last, wrong=wrong)
    proposed = last_appeal_day(notice, day.own_days)
    if last == turn.fields.get("proposed") and last_day != proposed:
        wrong = [say(language, "appeal-recounted")]
        return _notice_form(day, turn, typed, proposed.isoformat(), wrong=wrong)
    adjusted = day_of_event(last_event_of(day.events, "adjust"), "day")
    beside: dict[str, str] = {}
    if notice > day_in_sweden(turn.now) or (adjusted is not None and notice < adjusted):
        beside["notice"] = refusal(DayOrderError(day=notice.isoformat()), language)
    if last_day <= notice:
        beside["last_day"] = say(language, "error-last-day")
    if beside:
        return _notice_form(day, turn, typed, last, beside=beside)
    if turn.fields.get("confirmed") != "yes":
        return _sure_notice(day, turn, notice, last_day, adjusted)
    return await record_step(
        lambda: announce(
            day.matter.body,
            day.matter.year,
            notice=notice,
            last_day=last_day,
            actor=turn.actor,
            open_ledger=desk.memory.open_ledger,
            now=turn.now,
        ),
        turn,
        desk,
        after=_S.ANNOUNCED,
        news=say(language, "announced", day=last_day.isoformat()),
    )


def _sure_notice(
    day: Day, turn: Turn, notice: date, last_day: date, adjusted: date | None
) -> Reply:
    language = turn.language
    said = [_why(notice, day.own_days, language)]
    if last_day != last_appeal_day(notice, day.own_days):
        said.append(say(language, "appeal-otherwise", day=last_day.isoformat()))
    if adjusted is not None and notice - adjusted > _NOTICE_WITHIN:
        said.append(say(language, "notice-late"))
    facts = [
        (say(language, "fact-announced"), notice.isoformat()),
        (say(language, "fact-last-day"), last_day.isoformat()),
    ]
    data = {"notice": notice.isoformat(), "last_day": last_day.isoformat()}
    act = Act(say(language, "button-announce"), SEND_NOTICE, data)
    back = Act(say(language, "button-change"), ANNOUNCE, {})
    return sure(day, turn, say(language, "notice-sure"), act, facts=facts, said=said, more=[back])


@standing_at(_S.EXPEDITED)
async def gain_legal_force(day: Day, turn: Turn, desk: Desk) -> Reply:
    """**Laga kraft**: the time has run out and nobody has appealed, says a person."""
    language = turn.language
    last = day.plan.last_appeal_day if day.plan else None
    if last is None or not has_passed(day.plan, turn.now):
        return show_day(day, turn)
    if turn.fields.get("confirmed") != "yes":
        act = Act(say(language, "button-gain-force"), GAIN_FORCE, {})
        said = [say(language, "force-explained", day=last.isoformat())]
        return sure(day, turn, say(language, "force-sure"), act, said=said)
    return await record_step(
        lambda: gain_force(
            day.matter.body,
            day.matter.year,
            actor=turn.actor,
            open_ledger=desk.memory.open_ledger,
            now=turn.now,
        ),
        turn,
        desk,
        after=_S.FINAL,
        news=say(language, "in-force"),
    )
