"""The secretary sends the certified extract of the minutes, and it is kept in the matter."""

from __future__ import annotations

from dialogs.apologise import note, refuse
from dialogs.desk import Desk
from dialogs.meeting_day import day_of, fresh, show_day
from dialogs.texts import say
from dialogs.turn import Reply, Turn
from goals.actor import Role
from goals.errors import (
    ExtractTooEarlyError,
    GoalsError,
    MeetingNotAllowedError,
    OneFileAtATimeError,
)
from goals.event import Event
from goals.extracting import HAS_EXTRACT, keep_extract, last_extract
from goals.local_time import day_in_sweden
from goals.matter_steps import text_of

_SHOWN = 12
"""Signs of a digest that people compare."""


async def keep_extract_file(turn: Turn, desk: Desk) -> Reply:
    """**Protokollsutdrag**: the file that came is kept; without one, how to send it."""
    language = turn.language
    try:
        day = await day_of(turn, desk)
        matter = day.matter
        if not turn.actor.has(Role.SECRETARY, matter.body):
            raise MeetingNotAllowedError(body=matter.body)
        if matter.state not in HAS_EXTRACT:
            raise ExtractTooEarlyError(body=matter.body, year=matter.year)
        if len(turn.files) > 1:
            raise OneFileAtATimeError
        if not turn.files:
            return _how(matter.body, matter.year, last_extract(day.events), language)
        (file,) = turn.files
        kept = await keep_extract(
            matter.body,
            matter.year,
            name=file.name,
            content=await file.fetch(),
            actor=turn.actor,
            open_ledger=desk.memory.open_ledger,
            now=turn.now,
        )
    except GoalsError as error:
        return refuse(error, language)
    day, _ = await fresh(turn, desk)
    news = say(language, "extract-kept", document=kept.name, digest=kept.digest[:_SHOWN])
    return show_day(day, turn, news=[news])


def _how(body: str, year: int, kept: Event | None, language: str) -> Reply:
    headline = say(language, "extract-heading", body=body, year=year)
    told = say(language, "extract-none") if kept is None else extract_words(kept, language)
    return note(language, headline, told, say(language, "extract-how", body=body, year=year))


def extract_words(kept: Event, language: str) -> str:
    """Which file is kept, since when, and the beginning of its digest."""
    return say(
        language,
        "extract-is",
        document=text_of(kept, "name") or "–",
        day=day_in_sweden(kept.at).isoformat(),
        digest=(text_of(kept, "digest") or "")[:_SHOWN],
    )
