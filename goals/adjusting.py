"""From the decision to legal force: adjusted, announced, sent, and what a court may do.

A list counts from justering. Each step is a new version of it and of the matter, with its event.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from goals.actor import Actor, Role
from goals.errors import (
    AskedAnewError,
    DayOrderError,
    GoalsError,
    MatterStateError,
    MistakesError,
    SecondPersonError,
)
from goals.event import Event, Value
from goals.expediting import tell_correction
from goals.following import tell_followers
from goals.local_time import day_in_sweden
from goals.matter import Matter, MatterState
from goals.matter_steps import (
    CONFIRMERS,
    append,
    check_day,
    day_of,
    last_event,
    matter_at,
    move,
    next_plan,
    role_of,
    text_of,
)
from goals.plan import Plan, PlanStatus
from goals.ports import OpenLedger
from goals.proposal import Meeting, ProposalState, Step
from goals.steps import taken
from goals.wording import LONGEST_MOTIVATION, read_paragraphs

_S = MatterState


async def ask_adjusting(
    body: str,
    year: int,
    *,
    day: date,
    at_once: bool = False,
    actor: Actor,
    open_ledger: OpenLedger,
    now: datetime,
) -> Matter:
    """Say on which day the minutes were adjusted (`at_once`: omedelbar justering).

    Somebody else confirms it with `confirm_adjusting`. Raises MeetingNotAllowedError,
    MatterStateError or DayOrderError.
    """
    async with open_ledger(actor.tenant, now=now) as ledger:
        matter = await matter_at(ledger, body, year, actor, frozenset({_S.DECIDED_NOT_ADJUSTED}))
        decided = await last_event(ledger, matter, "decide")
        check_day(day, not_before=day_of(decided, "day"), now=now)
        data: dict[str, Value] = {"day": day.isoformat(), "at_once": "yes" if at_once else None}
        await append(ledger, matter, matter.state, "ask_adjusting", actor, now, data)
        return matter


def asked_adjusting(events: Sequence[Event]) -> Event | None:
    """What waits for a second person: the day on which the minutes were adjusted."""
    waiting = None
    for event in events:
        if event.proposal is None and event.what in {"ask_adjusting", "adjust"}:
            waiting = event if event.what == "ask_adjusting" else None
    return waiting


async def confirm_adjusting(
    body: str,
    year: int,
    *,
    seen: datetime | None = None,
    actor: Actor,
    open_ledger: OpenLedger,
    now: datetime,
) -> Plan:
    """A second person of the kansli confirms: from now on the list counts, for everybody.

    `seen` is when what the person had before them was asked for. Raises MeetingNotAllowedError,
    MatterStateError, AskedAnewError or SecondPersonError.
    """
    async with open_ledger(actor.tenant, now=now) as ledger:
        matter = await matter_at(
            ledger, body, year, actor, frozenset({_S.DECIDED_NOT_ADJUSTED}), CONFIRMERS
        )
        asked = asked_adjusting(await ledger.events(body, year))
        if asked is None:
            raise MatterStateError(body=body, year=year, state=matter.state.value)
        if seen not in {None, asked.at}:
            raise AskedAnewError
        if asked.by == actor.object_id:
            raise SecondPersonError
        plan = await next_plan(ledger, matter, PlanStatus.APPEALABLE)
        for proposal in await ledger.proposals(body, year):
            if proposal.state is ProposalState.DECIDED:
                role = role_of(actor, body)
                await taken(ledger, proposal, Step.ADJUST, actor=actor, role=role, now=now)
        decided = await last_event(ledger, matter, "decide")
        points = _points(decided)
        kept = await ledger.minutes(body, year, Meeting.BODY)
        data: dict[str, Value] = {
            "day": text_of(asked, "day"),
            "at_once": text_of(asked, "at_once"),
            "asked_by": asked.by,
        }
        await move(
            ledger,
            replace(
                matter,
                source=plan.source,
                decision_points=points or matter.decision_points,
            ),
            _S.ADJUSTED,
            "adjust",
            actor,
            now,
            data,
        )
        if kept is not None:
            await ledger.drop_minutes(body, year, Meeting.BODY)
        await tell_followers(ledger, matter, but=actor.object_id)
        return plan


async def announce(
    body: str,
    year: int,
    *,
    notice: date,
    last_day: date,
    actor: Actor,
    open_ledger: OpenLedger,
    now: datetime,
) -> Plan:
    """Record the notice on the board, and the last day of appeal that a person has confirmed.

    Raises MeetingNotAllowedError, MatterStateError or DayOrderError.
    """
    async with open_ledger(actor.tenant, now=now) as ledger:
        matter = await matter_at(ledger, body, year, actor, frozenset({_S.ADJUSTED}))
        adjusted = await last_event(ledger, matter, "adjust")
        check_day(notice, not_before=day_of(adjusted, "day"), now=now)
        if last_day <= notice:
            raise DayOrderError(day=last_day.isoformat())
        plan = await next_plan(ledger, matter, PlanStatus.APPEALABLE, last_day=last_day)
        data: dict[str, Value] = {"day": notice.isoformat(), "last_day": last_day.isoformat()}
        await move(ledger, matter, _S.ANNOUNCED, "announce", actor, now, data)
        return plan


async def gain_force(
    body: str, year: int, *, actor: Actor, open_ledger: OpenLedger, now: datetime
) -> Plan:
    """The last day of appeal has passed and nobody has appealed, says the kansli.

    Raises MeetingNotAllowedError, MatterStateError or DayOrderError.
    """
    async with open_ledger(actor.tenant, now=now) as ledger:
        matter = await matter_at(ledger, body, year, actor, frozenset({_S.EXPEDITED}))
        plan = await next_plan(ledger, matter, PlanStatus.IN_FORCE)
        if plan.last_appeal_day is None or day_in_sweden(now) <= plan.last_appeal_day:
            day = plan.last_appeal_day.isoformat() if plan.last_appeal_day else ""
            raise DayOrderError(day=day)
        for proposal in await ledger.proposals(body, year):
            if proposal.state is ProposalState.EXPEDITED:
                await taken(
                    ledger, proposal, Step.GAIN_FORCE, actor=actor, role=Role.SECRETARY, now=now
                )
        await move(ledger, matter, _S.FINAL, "gain_force", actor, now)
        return plan


async def annul(
    body: str,
    year: int,
    *,
    day: date,
    judgment: str,
    actor: Actor,
    open_ledger: OpenLedger,
    now: datetime,
) -> Plan:
    """A court has annulled the decision (13 kap. 8 § KL); `judgment` names it.

    Raises MeetingNotAllowedError, MatterStateError, DayOrderError or MistakesError.
    """
    adjusted = frozenset({_S.ADJUSTED, _S.ANNOUNCED, _S.EXPEDITED, _S.FINAL})
    async with open_ledger(actor.tenant, now=now) as ledger:
        matter = await matter_at(ledger, body, year, actor, adjusted)
        named = _read("judgment", judgment)
        adjusted_on = day_of(await last_event(ledger, matter, "adjust"), "day")
        check_day(day, not_before=adjusted_on, now=now)
        plan = await next_plan(ledger, matter, PlanStatus.ANNULLED)
        for proposal in await ledger.proposals(body, year):
            if proposal.state in {
                ProposalState.ADJUSTED,
                ProposalState.EXPEDITED,
                ProposalState.FINAL,
            }:
                await taken(ledger, proposal, Step.ANNUL, actor=actor, role=Role.SECRETARY, now=now)
        data: dict[str, Value] = {"day": day.isoformat(), "judgment": named}
        annulled = await move(ledger, matter, _S.ANNULLED, "annul", actor, now, data)
        await tell_correction(ledger, annulled, now)
        return plan


def _points(decided: Event | None) -> tuple[str, ...]:
    points = text_of(decided, "points")
    return tuple(points.split("\n")) if points else ()


def _read(field: str, text: str) -> str:
    try:
        return read_paragraphs(text, longest=LONGEST_MOTIVATION)
    except GoalsError as mistake:
        raise MistakesError({field: mistake}) from mistake
