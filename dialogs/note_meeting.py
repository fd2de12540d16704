"""A meeting is noted press by press: outcomes, changes from the room, facts, and the list's order.

Each press keeps the minutes. Where another secretary has pressed meanwhile, the newest is shown and
what was typed stays in the form, to be sent again.
"""

from __future__ import annotations

from dataclasses import replace

from dialogs.apologise import refusal, refuse
from dialogs.cards.item_card import TypedOutcome, item_card, noted_words, typed_of
from dialogs.cards.list_card import ORDER
from dialogs.cards.meeting_forms import (
    ADOPTED,
    DROPPED,
    TypedChange,
    change_form,
    changes_card,
    facts_form,
)
from dialogs.desk import Desk
from dialogs.meeting_day import Day, day_of, fresh, show_day
from dialogs.show_list import show_list
from dialogs.texts import SWEDISH, say
from dialogs.turn import Reply, Turn
from goals.actor import Role
from goals.errors import (
    GoalsError,
    MatterStateError,
    MeetingNotAllowedError,
    MinutesChangedError,
    MistakesError,
)
from goals.local_time import day_in_sweden
from goals.meeting import Minutes
from goals.noting import (
    Sitting,
    TypedFacts,
    needs_papers,
    note,
    with_adopted,
    with_au,
    with_change,
    with_facts,
    with_order,
    with_outcome,
    without_change,
)
from goals.proposal import Meeting

_MOST_DIGITS = 9


async def open_item(turn: Turn, desk: Desk) -> Reply:
    """One proposal at the meeting, with what is noted of it."""
    try:
        _, sitting = await _sitting(turn, desk)
        proposal = sitting.proposal(turn.fields.get("proposal", ""))
    except GoalsError as error:
        return await _refused(error, turn, desk)
    noted = sitting.minutes.outcomes.get(proposal.id)
    card = item_card(sitting, proposal, typed_of(noted, proposal), turn.language)
    return Reply.showing(card, turn.language)


async def note_outcome(turn: Turn, desk: Desk) -> Reply:
    """**Spara och nästa**: kept, and the next proposal without outcome."""
    language = turn.language
    typed = TypedOutcome(*(turn.fields.get(name, "") for name in TypedOutcome.__slots__))
    proposal_id = turn.fields.get("proposal", "")
    try:
        _, sitting = await _sitting(turn, desk)
        proposal = sitting.proposal(proposal_id)
        minutes = with_outcome(
            sitting,
            proposal_id,
            outcome=typed.outcome,
            text=typed.text,
            reason=typed.reason,
            actor=turn.actor,
        )
        await _keep(minutes, turn, desk)
    except MistakesError as error:
        beside = _beside(error, language)
        return Reply.showing(item_card(sitting, proposal, typed, language, beside=beside), language)
    except MinutesChangedError as error:
        _, sitting = await _sitting(turn, desk)
        card = item_card(sitting, proposal, typed, language, wrong=[refusal(error, language)])
        return Reply.showing(card, language)
    except GoalsError as error:
        return await _refused(error, turn, desk)
    day, sitting = await _sitting(turn, desk)
    outcome = noted_words(sitting, proposal, language)
    saved = say(language, "outcome-saved", number=proposal.number, outcome=outcome)
    following = sitting.next_after(proposal_id)
    if following is None:
        return show_day(day, turn, news=[saved, say(language, "outcomes-complete")])
    noted = sitting.minutes.outcomes.get(following.id)
    card = item_card(sitting, following, typed_of(noted, following), language, news=[saved])
    return Reply.showing(card, language)


async def note_as_au(turn: Turn, desk: Desk) -> Reply:
    """**Som AU föreslår**: every outcome that nobody has noted yet, in one press."""
    language = turn.language
    try:
        _, sitting = await _sitting(turn, desk)
        taken_over = len(sitting.left_to_au(turn.actor))
        await _keep(with_au(sitting, actor=turn.actor), turn, desk)
    except GoalsError as error:
        if isinstance(error, MinutesChangedError):
            day = await day_of(turn, desk)
            return show_day(day, turn, wrong=[refusal(error, language)])
        return await _refused(error, turn, desk)
    day, sitting = await _sitting(turn, desk)
    news = [say(language, "as-au-saved", count=taken_over)] if taken_over else []
    if not sitting.without_outcome:
        news.append(say(language, "outcomes-complete"))
    return show_day(day, turn, news=news)


async def open_changes(turn: Turn, desk: Desk) -> Reply:
    """The changes that came up; where there are none, the form for the first."""
    try:
        _, sitting = await _sitting(turn, desk)
    except GoalsError as error:
        return await _refused(error, turn, desk)
    if not sitting.minutes.changes:
        return Reply.showing(change_form(sitting, TypedChange(), turn.language), turn.language)
    return Reply.showing(changes_card(sitting, turn.language), turn.language)


async def open_change(turn: Turn, desk: Desk) -> Reply:
    """**Lägg till ändring från mötet**: the form."""
    try:
        _, sitting = await _sitting(turn, desk)
    except GoalsError as error:
        return await _refused(error, turn, desk)
    return Reply.showing(change_form(sitting, TypedChange(), turn.language), turn.language)


async def note_change(turn: Turn, desk: Desk) -> Reply:
    """A change from the room is noted, under its own number."""
    language = turn.language
    typed = TypedChange(*(turn.fields.get(name, "") for name in TypedChange.__slots__))
    try:
        _, sitting = await _sitting(turn, desk)
        minutes = with_change(
            sitting, kind=typed.kind, origin=typed.origin, target=typed.target, text=typed.text
        )
        await _keep(minutes, turn, desk)
    except MistakesError as error:
        form = change_form(sitting, typed, language, beside=_beside(error, language))
        return Reply.showing(form, language)
    except MinutesChangedError as error:
        _, sitting = await _sitting(turn, desk)
        form = change_form(sitting, typed, language, wrong=[refusal(error, language)])
        return Reply.showing(form, language)
    except GoalsError as error:
        return await _refused(error, turn, desk)
    _, sitting = await _sitting(turn, desk)
    return Reply.showing(
        changes_card(sitting, language, news=[say(language, "change-saved")]), language
    )


async def note_changes(turn: Turn, desk: Desk) -> Reply:
    """Which changes count is kept; one that was noted by mistake goes."""
    language = turn.language
    adopted, dropped = turn.fields.get(ADOPTED, ""), turn.fields.get(DROPPED, "")
    try:
        _, sitting = await _sitting(turn, desk)
        minutes = with_adopted(sitting, frozenset(adopted.split(",")))
        if dropped:
            minutes = without_change(replace(sitting, minutes=minutes), dropped)
        await _keep(minutes, turn, desk)
    except MinutesChangedError as error:
        _, sitting = await _sitting(turn, desk)
        card = changes_card(sitting, language, adopted=adopted, wrong=[refusal(error, language)])
        return Reply.showing(card, language)
    except GoalsError as error:
        return await _refused(error, turn, desk)
    day = await day_of(turn, desk)
    return show_day(day, turn, news=[say(language, "changes-saved")])


async def open_facts(turn: Turn, desk: Desk) -> Reply:
    """**Uppgifter om mötet**: what is noted, or what could stand there."""
    try:
        _, sitting = await _sitting(turn, desk)
    except GoalsError as error:
        return await _refused(error, turn, desk)
    return facts_reply(sitting, turn)


def facts_reply(sitting: Sitting, turn: Turn, *, beside: dict[str, str] | None = None) -> Reply:
    """The form about the meeting; its points are those noted, those of the matter, or ours."""
    language, minutes = turn.language, sitting.minutes
    points, hints = minutes.points, []
    if points and not minutes.paragraph and sitting.meeting is Meeting.BODY:
        hints = [say(language, "points-from-au")]
    elif not points and sitting.matter.decision_points:
        points, hints = sitting.matter.decision_points, [say(language, "points-proposed")]
    elif not points:
        points, hints = _suggested(sitting), [say(language, "points-suggested")]
    hints += [
        say(language, "points-need-papers", point=point) for point in points if needs_papers(point)
    ]
    typed = TypedFacts(
        minutes.paragraph,
        minutes.day.isoformat() if minutes.day else "",
        "\n".join(points),
        minutes.reservations,
        minutes.disqualified,
    )
    today = day_in_sweden(turn.now)
    form = facts_form(sitting, typed, language, today=today, hints=hints, beside=beside)
    return Reply.showing(form, language)


async def note_facts(turn: Turn, desk: Desk) -> Reply:
    """The facts are kept; or the form again, with what is to be mended."""
    language, today = turn.language, day_in_sweden(turn.now)
    typed = TypedFacts(*(turn.fields.get(name, "") for name in TypedFacts.__slots__))
    try:
        _, sitting = await _sitting(turn, desk)
        await _keep(with_facts(sitting, typed, now=turn.now), turn, desk)
    except MistakesError as error:
        beside = _beside(error, language)
        return Reply.showing(
            facts_form(sitting, typed, language, today=today, beside=beside), language
        )
    except MinutesChangedError as error:
        _, sitting = await _sitting(turn, desk)
        wrong = [refusal(error, language)]
        form = facts_form(sitting, typed, language, today=today, wrong=wrong)
        return Reply.showing(form, language)
    except GoalsError as error:
        return await _refused(error, turn, desk)
    day, sitting = await _sitting(turn, desk)
    papers = [each for each in sitting.minutes.points if needs_papers(each)]
    news = [say(language, "facts-saved")]
    news += [say(language, "points-need-papers", point=point) for point in papers]
    return show_day(day, turn, news=news)


async def note_order(turn: Turn, desk: Desk) -> Reply:
    """The list's order is kept; or the field again, with what the order lacks."""
    language, typed = turn.language, turn.fields.get(ORDER, "")
    try:
        day, sitting = await _sitting(turn, desk)
        await _keep(with_order(sitting, typed), turn, desk)
    except MistakesError as error:
        return show_list(day, turn, typed=typed, wrong=list(_beside(error, language).values()))
    except MinutesChangedError as error:
        day = await day_of(turn, desk)
        return show_list(day, turn, typed=typed, wrong=[refusal(error, language)])
    except GoalsError as error:
        return await _refused(error, turn, desk)
    day = await day_of(turn, desk)
    return show_list(day, turn, news=[say(language, "order-saved")])


async def _sitting(turn: Turn, desk: Desk) -> tuple[Day, Sitting]:
    """The meeting, for the body's secretaries.

    Raises MatterStateError where the matter is called to none, and what day_of raises.
    """
    day = await day_of(turn, desk)
    body = day.matter.body
    if not turn.actor.has(Role.SECRETARY, body):
        raise MeetingNotAllowedError(body=body)
    if day.sitting is None:
        raise MatterStateError(body=body, year=day.matter.year, state=day.matter.state.value)
    return day, day.sitting


async def _keep(minutes: Minutes, turn: Turn, desk: Desk) -> None:
    """Keep what was noted, if nobody has noted anything since the form was drawn."""
    version = turn.fields.get("version", "")
    seen = int(version) if version.isdecimal() and len(version) <= _MOST_DIGITS else -1
    await note(
        replace(minutes, version=seen),
        actor=turn.actor,
        open_ledger=desk.memory.open_ledger,
        now=turn.now,
    )


async def _refused(error: GoalsError, turn: Turn, desk: Desk) -> Reply:
    """What cannot be noted any more is told on the card that says where the matter stands."""
    if isinstance(error, MatterStateError):
        day, _ = await fresh(turn, desk)
        return show_day(day, turn, wrong=[refusal(error, turn.language)])
    return refuse(error, turn.language)


def _beside(error: MistakesError, language: str) -> dict[str, str]:
    return {name: refusal(each, language) for name, each in error.mistakes.items()}


def _suggested(sitting: Sitting) -> tuple[str, ...]:
    """Points that would do for a decision on the list; in Swedish, as minutes are."""
    points = [say(SWEDISH, "point-list", year=sitting.matter.year)]
    if sitting.goal_set is not None and sitting.goal_set.period is not None:
        points.append(say(SWEDISH, "point-goals", period=str(sitting.goal_set.period)))
    return tuple(points)
