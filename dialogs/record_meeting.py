"""The matter on its meeting day: called, worked through, and what the meeting did recorded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dialogs.answer import Act
from dialogs.apologise import refusal, refuse
from dialogs.cards.list_card import Above, list_card, page_of
from dialogs.cards.meeting_card import CALL_MEETING, RECORD_MEETING, cancel_act, sure_card
from dialogs.cards.meeting_forms import change_words
from dialogs.cards.treated import outcome_words
from dialogs.desk import Desk
from dialogs.meeting_day import Day, day_of, fresh, show_day
from dialogs.note_meeting import facts_reply
from dialogs.show_list import list_headline, page_acts, page_number
from dialogs.texts import say
from dialogs.turn import Reply, Turn
from goals.actor import Role
from goals.calling import call, may_call, ready_for
from goals.deciding import check_recordable, decide, leaves, record_au
from goals.errors import (
    GoalsError,
    MatterStateError,
    MeetingDayError,
    MeetingNotAllowedError,
    MinutesChangedError,
    NoCommitteeError,
    ParagraphMissingError,
    ParagraphOfOtherError,
    ParagraphUsedError,
)
from goals.matter import MatterState
from goals.noting import Sitting
from goals.proposal import Meeting

_LONGEST_GIST, _LONGEST_TOLD = 160, 1_000
"""Signs of a change, and of what is said of reservations and jäv, that are shown once more."""
_OF_FACTS = {
    ParagraphMissingError: "paragraph",
    ParagraphOfOtherError: "paragraph",
    ParagraphUsedError: "paragraph",
    MeetingDayError: "day",
}
"""What is mended in the form about the meeting."""


async def open_meeting(turn: Turn, desk: Desk) -> Reply:
    """The meeting-day card of the matter."""
    try:
        return show_day(await day_of(turn, desk), turn)
    except GoalsError as error:
        return refuse(error, turn.language)


async def call_meeting(turn: Turn, desk: Desk) -> Reply:
    """**Sätt upp på kallelsen**: asked once more, since nothing can be added afterwards."""
    language = turn.language
    try:
        meeting = Meeting(turn.fields.get("meeting", ""))
        day = await day_of(turn, desk)
        if not turn.actor.has(Role.SECRETARY, day.matter.body):
            raise MeetingNotAllowedError(body=day.matter.body)
    except ValueError:
        return await open_meeting(turn, desk)
    except GoalsError as error:
        return refuse(error, language)
    if turn.fields.get("confirmed") != "yes" and may_call(meeting, day.matter):
        return _sure_to_call(day, meeting, turn)
    try:
        await call(
            day.matter.body,
            day.matter.year,
            meeting,
            actor=turn.actor,
            open_ledger=desk.memory.open_ledger,
            now=turn.now,
        )
    except GoalsError as error:
        day, _ = await fresh(turn, desk)
        if day.sitting is not None and day.sitting.meeting is meeting:
            return show_day(day, turn, news=[say(language, "already-done")])
        return show_day(day, turn, wrong=[refusal(error, language)])
    day, _ = await fresh(turn, desk)
    return show_day(day, turn, news=[say(language, f"by-{meeting.value}-called")])


def _sure_to_call(day: Day, meeting: Meeting, turn: Turn) -> Reply:
    language, matter = turn.language, day.matter
    count = len(ready_for(meeting, day.proposals).ready)
    data = {**day.data, "language": language, "meeting": meeting.value, "confirmed": "yes"}
    card = sure_card(
        say(
            language,
            f"by-{meeting.value}-call-sure",
            body=matter.body,
            year=matter.year,
            count=count,
        ),
        language,
        said=[say(language, "call-explained")],
        acts=[
            Act(say(language, f"by-{meeting.value}-button-call"), CALL_MEETING, data),
            cancel_act(matter.body, matter.year, language),
        ],
    )
    return Reply.showing(card, language)


async def record_meeting(turn: Turn, desk: Desk) -> Reply:
    """**Registrera AU** and **Registrera beslut**: the whole list is shown first, then recorded."""
    language = turn.language
    try:
        if turn.fields.get("meeting") == Meeting.AU and turn.fields.get("decides") == "yes":
            raise NoCommitteeError
        day = await day_of(turn, desk)
        if not turn.actor.has(Role.SECRETARY, day.matter.body):
            raise MeetingNotAllowedError(body=day.matter.body)
    except GoalsError as error:
        return refuse(error, language)
    if day.sitting is None:
        recorded = day.matter.state in {MatterState.AU_DONE, MatterState.DECIDED_NOT_ADJUSTED}
        if recorded and turn.fields.get("confirmed") == "yes":
            return show_day(day, turn, news=[say(language, "already-done")])
        return show_day(day, turn)
    if turn.fields.get("confirmed") == "yes":
        return await _record(day, day.sitting, turn, desk)
    return _sure_to_record(day, day.sitting, turn)


def _sure_to_record(day: Day, sitting: Sitting, turn: Turn, *, wrong: Sequence[str] = ()) -> Reply:
    """Everything that would be recorded, with the complete list; confirmed on its last page."""
    language, matter = turn.language, day.matter
    try:
        check_recordable(sitting, actor=turn.actor, now=turn.now)
    except GoalsError as error:
        field = _OF_FACTS.get(type(error))
        if field is not None:
            return facts_reply(sitting, turn, beside={field: refusal(error, language)})
        return show_day(day, turn, wrong=[refusal(error, language)])
    result = sitting.result
    page = page_of(result, page_number(turn))
    goes_on = leaves(sitting)
    headline = say(
        language,
        "record-sure-leave" if goes_on else f"by-{sitting.meeting.value}-record-sure",
        body=matter.body,
        year=matter.year,
    )
    facts = facts_of(sitting, language)
    data = {
        **day.data,
        "language": language,
        "version": str(sitting.minutes.version),
        "confirmed": "yes",
    }
    title = say(language, f"by-{sitting.meeting.value}-button-confirm")
    back = cancel_act(matter.body, matter.year, language)
    if goes_on:
        acts = [Act(title, RECORD_MEETING, data), back]
        card = sure_card(headline, language, facts=facts, wrong=wrong, acts=acts)
        return Reply.showing(card, language)
    acts = [back, *page_acts(page, day, language, RECORD_MEETING)]
    if page.number == page.pages:
        acts.insert(0, Act(title, RECORD_MEETING, data))
    else:
        acts.reverse()
    above = Above(
        headline,
        wrong=wrong,
        facts=facts if page.number == 1 else (),
        said=[
            say(language, f"by-{sitting.meeting.value}-record-explained"),
            list_headline(sitting, result, language),
        ],
    )
    card = list_card(above, result, page, language, order=None, acts=acts)
    return Reply.showing(card, language)


async def _record(day: Day, sitting: Sitting, turn: Turn, desk: Desk) -> Reply:
    language, matter = turn.language, day.matter
    version = turn.fields.get("version", "")
    seen = int(version) if version.isdecimal() and len(version) <= len("999999999") else -1
    record = record_au if sitting.meeting is Meeting.AU else decide
    try:
        await record(
            matter.body,
            matter.year,
            seen=seen,
            actor=turn.actor,
            open_ledger=desk.memory.open_ledger,
            now=turn.now,
        )
    except MinutesChangedError as error:
        day, desk = await fresh(turn, desk)
        if day.sitting is None:
            return show_day(day, turn, news=[say(language, "already-done")])
        return _sure_to_record(day, day.sitting, turn, wrong=[refusal(error, language)])
    except MatterStateError:
        day, _ = await fresh(turn, desk)
        return show_day(day, turn, news=[say(language, "already-done")])
    except GoalsError as error:
        return show_day(day, turn, wrong=[refusal(error, language)])
    day, _ = await fresh(turn, desk)
    key = "recorded-left" if leaves(sitting) else f"by-{sitting.meeting.value}-recorded"
    return show_day(day, turn, news=[say(language, key, body=matter.body, year=matter.year)])


def facts_of(sitting: Sitting, language: str) -> list[tuple[str, str]]:
    """What the minutes say besides the list."""
    minutes, by = sitting.minutes, f"by-{sitting.meeting.value}"
    yes_no = {True: "yes", False: "no"}
    counted = Counter(
        minutes.outcomes[each.id].outcome for each in sitting.called if each.id in minutes.outcomes
    )
    outcomes = [
        f"{outcome_words(outcome.value, sitting.meeting, language)}: {count}"
        for outcome, count in sorted(counted.items())
    ]
    points = [f"{number}. {point}" for number, point in enumerate(minutes.points, start=1)]
    changes = [
        f"{say(language, f'{by}-adopted-{yes_no[each.adopted]}', number=each.number)} "
        + _short(change_words(each, sitting.base, language), _LONGEST_GIST)
        for each in minutes.changes
    ]
    facts = [
        (say(language, "fact-paragraph-day"), f"{minutes.paragraph}, {minutes.day}"),
        (say(language, "fact-outcomes"), "; ".join(outcomes) or "–"),
        *((say(language, "fact-change"), each) for each in changes),
        (say(language, f"{by}-fact-points"), " ".join(points) or "–"),
    ]
    for key, text in (
        ("field-reservations", minutes.reservations),
        ("field-disqualified", minutes.disqualified),
    ):
        if text:
            facts.append((say(language, key), _short(text, _LONGEST_TOLD)))
    return facts


def _short(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
