"""**Mottaget** on a notice, and the later pages of a long one."""

from __future__ import annotations

from dialogs.apologise import refuse
from dialogs.desk import Desk
from dialogs.notice import notice_card, page_for
from dialogs.texts import say
from dialogs.turn import Reply, Turn
from goals.decided import decided_of
from goals.errors import GoalsError, NoticeUnknownError
from goals.notice import CARRIES_NOTICE, Delivery, Notice, Occasion
from goals.receiving import acknowledge

_DIGITS = 6
_WHOLE = CARRIES_NOTICE | {Occasion.REHEARSAL}


async def acknowledge_notice(turn: Turn, desk: Desk) -> Reply:
    """The card, with who has received it; what it came to is its first line."""
    revision = turn.fields.get("revision", "")
    try:
        answered = await acknowledge(
            turn.fields.get("notice", ""),
            int(revision) if revision.isdecimal() and len(revision) < _DIGITS else 0,
            actor=turn.actor,
            name=turn.name or await _name(turn, desk),
            conversation=turn.conversation,
            open_ledger=desk.memory.open_ledger,
            now=turn.now,
        )
    except GoalsError as error:
        return refuse(error, turn.language)
    said = say(turn.language, f"pressed-{answered.pressed.value}", unit=answered.notice.unit)
    return await _shown(answered.notice, turn, desk, said)


async def show_notice(turn: Turn, desk: Desk) -> Reply:
    """A notice from a line on: the decision is everybody's to read."""
    async with desk.memory.register(turn.actor.tenant) as register:
        notice = await register.notice(turn.fields.get("notice", ""))
    if notice is None:
        return refuse(NoticeUnknownError(), turn.language)
    return await _shown(notice, turn, desk)


async def _shown(notice: Notice, turn: Turn, desk: Desk, *first: str) -> Reply:
    """The notice as it reads now, in the place of the card that was pressed."""
    async with desk.memory.register(turn.actor.tenant) as register:
        events = await register.events(notice.body, notice.year)
    decided = decided_of(desk.record, events, notice.body, notice.year)
    if decided is None:
        return refuse(NoticeUnknownError(), turn.language)
    page = page_for(decided, notice, _told(notice), turn.language, now=turn.now)
    start = turn.fields.get("start", "")
    return Reply.showing(
        notice_card(
            page,
            notice,
            start=int(start) if start.isdecimal() and len(start) < _DIGITS else 0,
            first=first,
        ),
        turn.language,
    )


def _told(notice: Notice) -> Delivery | None:
    """The delivery by which the unit was told the whole."""
    return next((each for each in notice.deliveries if each.occasion in _WHOLE), None)


async def _name(turn: Turn, desk: Desk) -> str:
    people = await desk.memory.people(turn.actor.tenant)
    return next((each.name or "" for each in people if each.object_id == turn.actor.object_id), "")
