"""What the steps of a decision share: where they can be taken, by whom, and what is said then."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from datetime import date, datetime
from functools import wraps
from typing import TypeAlias

from dialogs.answer import Act
from dialogs.apologise import refusal, refuse
from dialogs.cards.decision_forms import FormFrame
from dialogs.cards.meeting_card import cancel_act, sure_card
from dialogs.desk import Desk
from dialogs.meeting_day import Day, day_of, fresh, show_day
from dialogs.texts import say
from dialogs.turn import Reply, Turn
from goals.actor import Role
from goals.errors import (
    GoalsError,
    MatterStateError,
    MeetingNotAllowedError,
    NoDayError,
)
from goals.matter import MatterState
from goals.matter_steps import CONFIRMERS

_S = MatterState
_ORDER = (_S.DECIDED_NOT_ADJUSTED, _S.ADJUSTED, _S.ANNOUNCED, _S.EXPEDITED, _S.FINAL, _S.ANNULLED)
COUNTS = (_S.ADJUSTED, _S.ANNOUNCED, _S.EXPEDITED, _S.FINAL)
"""Where the list counts: what a slip or a court may change."""

Taking: TypeAlias = Callable[[Day, Turn, Desk], Awaitable[Reply]]
Dialog: TypeAlias = Callable[[Turn, Desk], Awaitable[Reply]]


def standing_at(*states: MatterState, confirms: bool = False) -> Callable[[Taking], Dialog]:
    """Let a step be taken where the matter stands in one of the states, by who may.

    The body's secretaries may, or to confirm all of its kansli. Where the step is taken already,
    the card says so: pressing again is harmless.
    """
    roles = CONFIRMERS if confirms else frozenset({Role.SECRETARY})

    def guarded(step: Taking) -> Dialog:
        @wraps(step)
        async def dialog(turn: Turn, desk: Desk) -> Reply:
            try:
                day = await day_of(turn, desk)
                _check_role(day, turn, roles)
            except GoalsError as error:
                return refuse(error, turn.language)
            if day.matter.state in states:
                return await step(day, turn, desk)
            return _elsewhere(day, turn, states)

        return dialog

    return guarded


def _check_role(day: Day, turn: Turn, roles: frozenset[Role]) -> None:
    body = day.matter.body
    if not any(turn.actor.has(role, body) for role in roles):
        raise MeetingNotAllowedError(body=body)


def _elsewhere(day: Day, turn: Turn, states: Sequence[MatterState]) -> Reply:
    matter = day.matter
    if matter.state in _ORDER and _ORDER.index(matter.state) > _ORDER.index(states[-1]):
        return show_day(day, turn, news=[say(turn.language, "already-done")])
    wrong = MatterStateError(body=matter.body, year=matter.year, state=matter.state.value)
    return show_day(day, turn, wrong=[refusal(wrong, turn.language)])


async def record_step(
    take: Callable[[], Awaitable[object]],
    turn: Turn,
    desk: Desk,
    *,
    after: MatterState,
    news: str,
) -> Reply:
    """Take the step, and show where the matter stands then."""
    try:
        await take()
    except GoalsError as error:
        return await told(error, turn, desk, after=after)
    day, _ = await fresh(turn, desk)
    return show_day(day, turn, news=[news])


async def told(error: GoalsError, turn: Turn, desk: Desk, *, after: MatterState) -> Reply:
    """A refusal on the card; where somebody else has just taken the step, that it is done."""
    day, _ = await fresh(turn, desk)
    if isinstance(error, MatterStateError) and day.matter.state is after:
        return show_day(day, turn, news=[say(turn.language, "already-done")])
    return show_day(day, turn, wrong=[refusal(error, turn.language)])


def frame_of(
    day: Day,
    turn: Turn,
    key: str,
    *,
    said: Sequence[str] = (),
    wrong: Sequence[str] = (),
    beside: dict[str, str] | None = None,
    **carried: str,
) -> FormFrame:
    """What stands around the fields of a form; `carried` goes with its buttons."""
    headline = say(turn.language, key, body=day.matter.body, year=day.matter.year)
    data = {**day.data, "language": turn.language, **carried}
    return FormFrame(headline, turn.language, data, said, wrong, beside)


def sure(
    day: Day,
    turn: Turn,
    headline: str,
    act: Act,
    *,
    facts: Sequence[tuple[str, str]] = (),
    said: Sequence[str] = (),
    wrong: Sequence[str] = (),
    more: Sequence[Act] = (),
) -> Reply:
    """What is about to be recorded, once more; the first button does it."""
    language = turn.language
    data = {**day.data, "language": language}
    acts = [Act(act.title, act.verb, {**data, **act.data, "confirmed": "yes"})]
    acts += [Act(each.title, each.verb, {**data, **each.data}) for each in more]
    acts.append(cancel_act(day.matter.body, day.matter.year, language))
    card = sure_card(headline, language, facts=facts, said=said, wrong=wrong, acts=acts)
    return Reply.showing(card, language)


def read_day(typed: str) -> date:
    """A day as inputs send it, ISO 8601; raises NoDayError."""
    try:
        return date.fromisoformat(typed.strip())
    except ValueError:
        raise NoDayError from None


def moment_of(turn: Turn) -> datetime | None:
    """When what the button confirms was asked for."""
    try:
        return datetime.fromisoformat(turn.fields.get("asked", ""))
    except ValueError:
        return None
