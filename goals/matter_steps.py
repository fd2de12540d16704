"""What the steps of a matter share: who may, where it stands, its next version and its events."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from goals.actor import KANSLI, Actor, Role
from goals.errors import (
    DayOrderError,
    MatterStateError,
    MeetingNotAllowedError,
    NoOpenMatterError,
)
from goals.event import Event, Value, digest_of
from goals.goal import Subgoal
from goals.local_time import day_in_sweden
from goals.matter import Matter, MatterState
from goals.plan import Plan, PlanStatus
from goals.ports import Ledger

CONFIRMERS = KANSLI
"""Who may confirm what a secretary has written down: not the same person."""


async def matter_at(
    ledger: Ledger,
    body: str,
    year: int,
    actor: Actor,
    states: frozenset[MatterState],
    roles: frozenset[Role] = frozenset({Role.SECRETARY}),
) -> Matter:
    """Raises MeetingNotAllowedError, NoOpenMatterError or MatterStateError."""
    if not any(actor.has(role, body) for role in roles):
        raise MeetingNotAllowedError(body=body)
    matter = (await ledger.record()).matter(body, year)
    if matter is None:
        raise NoOpenMatterError(body=body)
    if matter.state not in states:
        raise MatterStateError(body=body, year=year, state=matter.state.value)
    return matter


async def move(
    ledger: Ledger,
    matter: Matter,
    state: MatterState,
    what: str,
    actor: Actor,
    now: datetime,
    data: Mapping[str, Value] | None = None,
) -> Matter:
    """The matter in its next state, as its next version, with its event."""
    moved = replace(matter, state=state, version=matter.version + 1)
    await ledger.add_matter(moved)
    await append(ledger, moved, state, what, actor, now, data)
    return moved


async def append(
    ledger: Ledger,
    matter: Matter,
    state: MatterState,
    what: str,
    actor: Actor,
    now: datetime,
    data: Mapping[str, Value] | None = None,
) -> None:
    """Record an event of the matter itself."""
    await ledger.append(
        Event(
            at=now,
            what=what,
            by=actor.object_id,
            role=role_of(actor, matter.body),
            body=matter.body,
            year=matter.year,
            state=state.value,
            data=dict(data or {}),
        )
    )


def role_of(actor: Actor, body: str) -> Role:
    """The role of the kansli in which somebody records something; raises MeetingNotAllowedError."""
    if actor.has(Role.SECRETARY, body):
        return Role.SECRETARY
    role = next((role for role in sorted(CONFIRMERS) if actor.has(role, body)), None)
    if role is None:
        raise MeetingNotAllowedError(body=body)
    return role


async def last_event(ledger: Ledger, matter: Matter, what: str) -> Event | None:
    """The newest event of that kind of the matter itself."""
    return last_event_of(await ledger.events(matter.body, matter.year), what)


def last_event_of(events: Sequence[Event], what: str) -> Event | None:
    """The newest event of that kind of the matter itself, of all that was done in it."""
    found = [each for each in events if each.proposal is None and each.what == what]
    return found[-1] if found else None


def check_day(day: date, *, not_before: date | None, now: datetime) -> None:
    """Raise DayOrderError for a day that has not come, or is before that of an earlier step."""
    if day > day_in_sweden(now) or (not_before is not None and day < not_before):
        raise DayOrderError(day=day.isoformat())


def day_of(event: Event | None, name: str) -> date | None:
    """The day that the event has under that name."""
    value = text_of(event, name) if event else None
    return date.fromisoformat(value) if value else None


def text_of(event: Event | None, name: str) -> str | None:
    """The text that the event has under that name."""
    value = event.data.get(name) if event else None
    return value if isinstance(value, str) else None


async def next_plan(
    ledger: Ledger, matter: Matter, status: PlanStatus, *, last_day: date | None = None
) -> Plan:
    """The year's list with another status, as its next version."""
    plan = (await ledger.record()).plan(matter.body, matter.year)
    if plan is None:
        raise MatterStateError(body=matter.body, year=matter.year, state=matter.state.value)
    newer = replace(
        plan,
        status=status,
        last_appeal_day=last_day or plan.last_appeal_day,
        version=plan.version + 1,
    )
    await ledger.add_plan(newer)
    return newer


def digest_of_list(plan: Plan) -> str:
    """The digest by which the event of a decision vouches for the whole list."""
    return digest_of_subgoals(plan.body, plan.year, plan.subgoals)


def digest_of_subgoals(body: str, year: int, subgoals: Sequence[Subgoal]) -> str:
    """The same for a list that is not recorded as a plan."""
    values: list[Value] = [body, year]
    for each in subgoals:
        values += [each.number, each.code, each.text]
    return digest_of(*values)
