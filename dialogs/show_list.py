"""The complete list: what would follow from what is noted, and what was decided."""

from __future__ import annotations

from collections.abc import Sequence

from dialogs.answer import Act
from dialogs.apologise import refusal, refuse
from dialogs.cards.list_card import MEETING_LIST, Above, ListPage, list_card, page_of
from dialogs.cards.meeting_card import RECORD_MEETING, cancel_act
from dialogs.desk import Desk
from dialogs.meeting_day import Day, day_of, show_day
from dialogs.texts import say
from dialogs.turn import Reply, Turn
from goals.actor import Role
from goals.errors import GoalsError
from goals.meeting import Line, ResultingList
from goals.noting import Sitting


async def open_list(turn: Turn, desk: Desk) -> Reply:
    """**Visa listan**."""
    try:
        day = await day_of(turn, desk)
    except GoalsError as error:
        return refuse(error, turn.language)
    return show_list(day, turn)


def show_list(
    day: Day,
    turn: Turn,
    *,
    typed: str | None = None,
    news: Sequence[str] = (),
    wrong: Sequence[str] = (),
) -> Reply:
    """The list with its order; of a matter that is decided, the list of the decision."""
    language, sitting = turn.language, day.sitting
    if sitting is None:
        return _decided(day, turn)
    try:
        result = sitting.result
    except GoalsError as error:
        return show_day(day, turn, wrong=[refusal(error, language)])
    page = page_of(result, page_number(turn))
    may_note = turn.actor.has(Role.SECRETARY, day.matter.body)
    data = {**day.data, "language": language}
    acts = [cancel_act(day.matter.body, day.matter.year, language), *page_acts(page, day, language)]
    if may_note and not sitting.without_outcome:
        title = say(language, f"by-{sitting.meeting.value}-button-record")
        acts.insert(0, Act(title, RECORD_MEETING, data))
    order = None
    if may_note and page.number == 1:
        keys = ", ".join(line.key for line in result.lines)
        order = (
            keys if typed is None else typed,
            {**data, "version": str(sitting.minutes.version)},
        )
    above = Above(
        list_headline(sitting, result, language),
        news,
        wrong,
        said=[say(language, f"by-{sitting.meeting.value}-list-explained")],
    )
    card = list_card(above, result, page, language, order=order, acts=acts)
    return Reply.showing(card, language)


def list_headline(sitting: Sitting, result: ResultingList, language: str) -> str:
    """Whose list it would be, and how long."""
    return say(
        language,
        "list-heading",
        body=sitting.matter.body,
        year=sitting.matter.year,
        count=len(result.lines),
    )


def page_number(turn: Turn) -> int:
    """Which page of the list is asked for, from 1."""
    number = turn.fields.get("page", "")
    return int(number) if number.isdecimal() and len(number) <= len("999") else 1


def page_acts(page: ListPage, day: Day, language: str, verb: str = MEETING_LIST) -> list[Act]:
    """To the next page of the list; from the last one, to the first."""
    if page.pages == 1:
        return []
    following = page.number + 1 if page.number < page.pages else 1
    title = say(language, "button-list-page", number=following)
    return [Act(title, verb, {**day.data, "language": language, "page": str(following)})]


def _decided(day: Day, turn: Turn) -> Reply:
    """The year's own list, as the record has it."""
    language = turn.language
    if day.plan is None:
        return show_day(day, turn, wrong=[say(language, "no-list-yet")])
    result = ResultingList(
        tuple(Line(str(each.number), each.text, each) for each in day.plan.subgoals)
    )
    page = page_of(result, page_number(turn))
    headline = say(
        language,
        "heading-subgoals",
        body=day.matter.body,
        year=day.matter.year,
    )
    acts = [cancel_act(day.matter.body, day.matter.year, language), *page_acts(page, day, language)]
    card = list_card(Above(headline), result, page, language, order=None, acts=acts)
    return Reply.showing(card, language)
