"""The matter is put on the agenda of a meeting, with every proposal that is ready for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from goals.actor import Actor, Role
from goals.errors import MeetingDayError, NotAllPreparedError
from goals.event import Event
from goals.local_time import day_in_sweden
from goals.matter import Matter, MatterState
from goals.matter_steps import matter_at, move, text_of
from goals.meeting import MeetingChange, Minutes, Origin
from goals.ports import OpenLedger
from goals.proposal import Meeting, Proposal, ProposalKind, ProposalState, Step
from goals.steps import taken

_S = MatterState
_BEFORE: Mapping[Meeting, frozenset[MatterState]] = {
    Meeting.AU: frozenset({_S.OPENED, _S.PREPARING, _S.TABLED_BY_AU}),
    Meeting.BODY: frozenset({_S.OPENED, _S.PREPARING, _S.AU_DONE, _S.TABLED}),
}
"""Where a matter may stand when it is called to a meeting; again, where it was tabled there."""
CALLED: Mapping[Meeting, MatterState] = {Meeting.AU: _S.ON_AU, Meeting.BODY: _S.ON_AGENDA}
"""Where a matter stands that is called to the meeting."""
_CALL = {Meeting.AU: Step.CALL_TO_AU, Meeting.BODY: Step.CALL_TO_BODY}
_CALLABLE = {
    Meeting.AU: frozenset({ProposalState.PREPARED, ProposalState.TABLED_BY_AU}),
    Meeting.BODY: frozenset(
        {ProposalState.PREPARED, ProposalState.AU_RESULT, ProposalState.TABLED}
    ),
}
_DONE = {Meeting.AU: frozenset({ProposalState.AU_RESULT}), Meeting.BODY: frozenset[ProposalState]()}
"""What has its outcome from that meeting, while others were tabled there or sent back."""
_ON = {Meeting.AU: ProposalState.ON_AU, Meeting.BODY: ProposalState.ON_AGENDA}


@dataclass(frozen=True, slots=True)
class Ready:
    """How ready a matter's proposals are for a meeting's agenda."""

    ready: tuple[Proposal, ...]
    missing: tuple[Proposal, ...]
    """Open, and not prepared: they hold the round up."""


def ready_for(meeting: Meeting, proposals: Sequence[Proposal]) -> Ready:
    """Which of a matter's proposals would be put on the agenda, and which hold it up."""
    states = _CALLABLE[meeting]
    passed = _DONE[meeting] | {_ON[meeting]}
    open_ones = [each for each in proposals if each.is_open]
    return Ready(
        tuple(each for each in open_ones if each.state in states),
        tuple(each for each in open_ones if each.state not in states | passed),
    )


def may_call(meeting: Meeting, matter: Matter) -> bool:
    """Whether the matter stands where it can be put on that agenda."""
    return matter.state in _BEFORE[meeting]


async def call(
    body: str,
    year: int,
    meeting: Meeting,
    *,
    actor: Actor,
    open_ledger: OpenLedger,
    now: datetime,
) -> Matter:
    """Put the matter on the agenda, with every proposal that is ready for it.

    The minutes of the body's meeting begin with the points and the changes that AU proposes.
    Raises MeetingNotAllowedError, NoOpenMatterError, MatterStateError or NotAllPreparedError.
    """
    async with open_ledger(actor.tenant, now=now) as ledger:
        matter = await matter_at(ledger, body, year, actor, _BEFORE[meeting])
        found = ready_for(meeting, await ledger.proposals(body, year))
        if found.missing:
            raise NotAllPreparedError(body=body, year=year, count=len(found.missing))
        for proposal in found.ready:
            await taken(ledger, proposal, _CALL[meeting], actor=actor, role=Role.SECRETARY, now=now)
        events = await ledger.events(body, year)
        points, changes = points_of_au(events), proposed_by_au(events)
        if meeting is Meeting.BODY and (points or changes):
            await ledger.keep_minutes(
                Minutes(body, year, meeting, 1, changes=changes, points=points)
            )
        return await move(ledger, matter, CALLED[meeting], f"call_{meeting.value}", actor, now)


def called_to(meeting: Meeting, proposals: Sequence[Proposal]) -> tuple[Proposal, ...]:
    """Those that are on the meeting's agenda."""
    return tuple(each for each in proposals if each.state is _ON[meeting])


def check_meeting_day(day: date | None, called_at: datetime | None, *, now: datetime) -> date:
    """The day; raises MeetingDayError for none, one that has not come, or one before the call."""
    first = day_in_sweden(called_at) if called_at else date.min
    if day is None or not first <= day <= day_in_sweden(now):
        raise MeetingDayError
    return day


def treated_by_au(events: Sequence[Event]) -> Event | None:
    """What AU made of the matter, since it was last sent back to be prepared anew."""
    found = None
    for event in events:
        if event.proposal is None and event.what in {"remit", "record_au"}:
            found = event if event.what == "record_au" else None
    return found


def points_of_au(events: Sequence[Event]) -> tuple[str, ...]:
    """The points of the decision that AU proposes."""
    return tuple(
        each for each in (text_of(treated_by_au(events), "points") or "").split("\n") if each
    )


def order_of_au(events: Sequence[Event]) -> tuple[str, ...]:
    """The order of the list that AU proposes, by the keys of its lines; empty as they arise."""
    written = text_of(treated_by_au(events), "order") or ""
    return tuple(each for each in written.split(", ") if each)


def proposed_by_au(events: Sequence[Event]) -> tuple[MeetingChange, ...]:
    """The changes that AU proposes, since the matter was last sent back to be prepared anew."""
    found: list[MeetingChange] = []
    for event in events:
        if event.proposal is None and event.what == "remit":
            found = []
        change = change_of(event)
        if change is not None and event.data.get("meeting") == Meeting.AU and change.adopted:
            found.append(change)
    return tuple(found)


def last_change(events: Sequence[Event]) -> int:
    """The highest number of a change that is recorded in the matter; 0 for none."""
    changes = filter(None, map(change_of, events))
    return max((change.serial for change in changes), default=0)


def change_of(event: Event) -> MeetingChange | None:
    """The change from a meeting that an event tells of."""
    if event.proposal is not None or event.what != "change":
        return None
    data, target, text = event.data, event.data["target"], event.data["text"]
    return MeetingChange(
        int(str(data["number"]).removeprefix("Ä")),
        ProposalKind(str(data["kind"])),
        Origin(str(data["origin"])),
        Meeting(str(data["born"])),
        target if isinstance(target, int) else None,
        text if isinstance(text, str) else None,
        adopted=data["adopted"] == "yes",
    )
