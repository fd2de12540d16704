"""What was noted at a meeting is recorded: AU's proposals, and the body's decision.

The working committee never decides (KL 6 kap. 38 §): its outcomes are proposals to the body. The
body's decision makes the whole list, which counts from justering and is never changed: what comes
after is a new version of it, with its own event.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from goals.actor import Actor, Role
from goals.calling import check_meeting_day
from goals.errors import (
    DisqualifiedError,
    MatterStateError,
    MixedOutcomesError,
    NoCommitteeError,
)
from goals.event import Value
from goals.goal import Source
from goals.ground import ground_of
from goals.matter import Matter, MatterState
from goals.matter_steps import (
    append,
    digest_of_list,
    matter_at,
    move,
)
from goals.meeting import (
    LEAVES,
    Minutes,
    ResultingList,
    check_minutes,
    listed,
    resulting_list,
)
from goals.noting import Sitting, check_paragraph_free, check_seen, sitting_of
from goals.paragraph import read_paragraph
from goals.plan import Plan, PlanStatus
from goals.ports import Ledger, OpenLedger
from goals.proposal import Meeting, Outcome, Proposal, Step
from goals.record import Record
from goals.steps import taken

_S = MatterState


async def record_au(
    body: str,
    year: int,
    *,
    seen: int | None = None,
    actor: Actor,
    open_ledger: OpenLedger,
    now: datetime,
) -> tuple[Proposal, ...]:
    """Record what the working committee proposes, from its minutes as they are kept.

    `seen` is the version of the minutes that the person had before them. Raises what
    check_recordable raises, MeetingNotAllowedError, MatterStateError or MinutesChangedError.
    """
    async with open_ledger(actor.tenant, now=now) as ledger:
        matter = await matter_at(ledger, body, year, actor, frozenset({_S.ON_AU}))
        sitting, _ = await _settled(ledger, matter, seen, actor, now)
        minutes, called = sitting.minutes, sitting.called
        ruled = [await _rule(ledger, each, minutes, Step.RECORD_AU, actor, now) for each in called]
        await _record_changes(ledger, minutes, actor, now)
        outcomes = _outcomes(sitting)
        state = _S.TABLED_BY_AU if Outcome.TABLE in outcomes else _S.AU_DONE
        state = _S.PREPARING if Outcome.REMIT in outcomes else state
        data = {**_meeting_data(minutes), "order": ", ".join(minutes.order) or None}
        await move(ledger, matter, state, "record_au", actor, now, data)
        await ledger.drop_minutes(body, year, Meeting.AU)
        return tuple(ruled)


async def decide(
    body: str,
    year: int,
    meeting: Meeting = Meeting.BODY,
    *,
    seen: int | None = None,
    actor: Actor,
    open_ledger: OpenLedger,
    now: datetime,
) -> Plan | None:
    """Record the body's decision: the outcomes, and the whole list for the year.

    The list counts from justering; until then it is for the kansli. None where the matter was
    tabled or sent back. `seen` is the version of the minutes that the person had before them.
    Raises what check_recordable raises, MeetingNotAllowedError, MatterStateError,
    MinutesChangedError or NoCommitteeError.
    """
    if meeting is Meeting.AU:
        raise NoCommitteeError
    async with open_ledger(actor.tenant, now=now) as ledger:
        matter = await matter_at(ledger, body, year, actor, frozenset({_S.ON_AGENDA}))
        sitting, record = await _settled(ledger, matter, seen, actor, now)
        minutes, called = sitting.minutes, sitting.called
        if leaves(sitting):
            await _leave(ledger, matter, minutes, called, actor, now)
            return None
        source = Source(
            None, None, matter.source.dnr, minutes.day, read_paragraph(minutes.paragraph, body)
        )
        plan = _plan(record, matter, sitting.result, source)
        await ledger.add_plan(plan)
        for proposal in called:
            await _rule(ledger, proposal, minutes, Step.DECIDE, actor, now)
        await _record_changes(ledger, minutes, actor, now)
        base = ground_of(record, matter).plan
        data = {
            **_meeting_data(minutes),
            "plan": plan.version,
            "list": digest_of_list(plan),
            "base_year": base.year if base else None,
            "base_version": base.version if base else None,
            "base_list": digest_of_list(base) if base else None,
            "order": ", ".join(minutes.order) or None,
        }
        await move(ledger, matter, _S.DECIDED_NOT_ADJUSTED, "decide", actor, now, data)
        return plan


async def _settled(
    ledger: Ledger, matter: Matter, seen: int | None, actor: Actor, now: datetime
) -> tuple[Sitting, Record]:
    """The meeting as it is noted, if it can be recorded so, and the record that it stands on.

    Raises MinutesChangedError and what check_recordable raises.
    """
    record = await ledger.record()
    sitting = await sitting_of(record, ledger, matter.body, matter.year)
    if sitting is None:
        raise MatterStateError(body=matter.body, year=matter.year, state=matter.state.value)
    check_seen(sitting.minutes, seen)
    check_recordable(sitting, actor=actor, now=now)
    return sitting, record


def check_recordable(sitting: Sitting, *, actor: Actor, now: datetime) -> None:
    """Whether what is noted can be recorded as it stands, by this person.

    A § and a day that can be, an outcome for all that was called, and a list that follows from
    them. Raises ParagraphMissingError, ParagraphOfOtherError, ParagraphUsedError, MeetingDayError,
    OutcomeMissingError, OutcomeNotAllowedError, OwnWordingMissingError, ReasonMissingError,
    DisqualifiedError, MixedOutcomesError, CollisionError, TargetMovedError or OrderError.
    """
    minutes, matter, meeting = sitting.minutes, sitting.matter, sitting.meeting
    check_minutes(minutes, sitting.called)
    paragraph = read_paragraph(minutes.paragraph, matter.body, meeting)
    day = check_meeting_day(minutes.day, sitting.called_at, now=now)
    check_paragraph_free(sitting, paragraph, day)
    if meeting is Meeting.BODY:
        own = next((each for each in sitting.called if each.author == actor.object_id), None)
        if own is not None:
            raise DisqualifiedError(number=own.number)
        if leaves(sitting) and len(_outcomes(sitting)) > 1:
            raise MixedOutcomesError
    resulting_list(sitting.base, sitting.called, minutes)


def leaves(sitting: Sitting) -> bool:
    """Whether the body tables the matter, or sends it back."""
    return sitting.meeting is Meeting.BODY and bool(_outcomes(sitting) & LEAVES)


def _outcomes(sitting: Sitting) -> frozenset[Outcome]:
    noted = (sitting.minutes.outcomes.get(each.id) for each in sitting.called)
    return frozenset(each.outcome for each in noted if each is not None)


async def _rule(
    ledger: Ledger,
    proposal: Proposal,
    minutes: Minutes,
    step: Step,
    actor: Actor,
    now: datetime,
) -> Proposal:
    noted = minutes.outcomes[proposal.id]
    step = {Outcome.TABLE: Step.TABLE, Outcome.REMIT: Step.REMIT}.get(noted.outcome, step)
    data: dict[str, Value] = {
        **_meeting_data(minutes),
        "outcome": noted.outcome.value,
        "text": noted.text,
        "reason": noted.reason,
    }
    return await taken(ledger, proposal, step, actor=actor, role=Role.SECRETARY, now=now, data=data)


async def _leave(
    ledger: Ledger,
    matter: Matter,
    minutes: Minutes,
    called: Sequence[Proposal],
    actor: Actor,
    now: datetime,
) -> None:
    """The body tables the matter, or sends it back."""
    for proposal in called:
        await _rule(ledger, proposal, minutes, Step.DECIDE, actor, now)
    remitted = any(minutes.outcomes[each.id].outcome is Outcome.REMIT for each in called)
    state = _S.PREPARING if remitted else _S.TABLED
    what = "remit" if remitted else "table"
    await move(ledger, matter, state, what, actor, now, _meeting_data(minutes))
    await ledger.drop_minutes(matter.body, matter.year, Meeting.BODY)


async def _record_changes(ledger: Ledger, minutes: Minutes, actor: Actor, now: datetime) -> None:
    """What was born in the room; at the body's meeting also whether AU's changes were adopted."""
    matter = (await ledger.record()).matter(minutes.body, minutes.year)
    if matter is None:
        return
    for change in minutes.changes:
        data: dict[str, Value] = {
            **_meeting_data(minutes),
            "number": change.number,
            "kind": change.kind.value,
            "origin": change.origin.value,
            "born": change.meeting.value,
            "target": change.target,
            "text": change.text,
            "adopted": "yes" if change.adopted else "no",
        }
        await append(ledger, matter, matter.state, "change", actor, now, data)


def _meeting_data(minutes: Minutes) -> dict[str, Value]:
    return {
        "meeting": minutes.meeting.value,
        "paragraph": read_paragraph(minutes.paragraph, minutes.body, minutes.meeting),
        "day": minutes.day.isoformat() if minutes.day else None,
        "points": "\n".join(minutes.points) or None,
        "reservations": minutes.reservations or None,
        "disqualified": minutes.disqualified or None,
    }


def _plan(record: Record, matter: Matter, result: ResultingList, source: Source) -> Plan:
    earlier = record.plan(matter.body, matter.year)
    return Plan(
        matter.body,
        matter.year,
        PlanStatus.DECIDED_NOT_ADJUSTED,
        listed(matter.body, matter.year, result),
        source,
        version=earlier.version + 1 if earlier else 1,
    )
