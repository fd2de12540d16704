"""A meeting is written down, press by press: what was typed is read, and the minutes kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from types import MappingProxyType
from typing import TypeVar

from goals.actor import Actor
from goals.calling import CALLED, called_to, check_meeting_day, last_change, order_of_au
from goals.errors import (
    DisqualifiedError,
    GoalsError,
    KindUnknownError,
    MeetingDayError,
    MinutesChangedError,
    MistakesError,
    OrderError,
    OriginUnknownError,
    OutcomeNotAllowedError,
    OutcomeUnknownError,
    ParagraphUsedError,
    ProposalUnknownError,
    TargetUnknownError,
    TextTooLongError,
    WordingNotChangedError,
)
from goals.goal import GoalSet, Subgoal
from goals.ground import ground_of
from goals.matter import Matter
from goals.matter_steps import day_of, last_event_of, matter_at
from goals.meeting import (
    MeetingChange,
    Minutes,
    NotedOutcome,
    Origin,
    ResultingList,
    check_outcome,
    order_kept,
    resulting_list,
)
from goals.paragraph import named_paragraph, read_paragraph
from goals.ports import OpenLedger, Register
from goals.proposal import Meeting, Outcome, Proposal, ProposalKind
from goals.record import Record
from goals.wording import (
    LONGEST_MOTIVATION,
    is_blank,
    keep_wording,
    read_line,
    read_paragraphs,
    read_wording,
)

LONGEST_POINT = 1_000
_RECORDS = frozenset({"record_au", "decide", "table", "remit"})
"""The events by which a meeting on a matter is recorded."""
_NEEDS_PAPERS = re.compile(
    r"\benligt (?:dialog|bilag|förslag|föreliggande|upprätta|tjänsteskrivelse)", re.IGNORECASE
)
_AS_AU = MappingProxyType(
    {
        Outcome.APPROVE: Outcome.APPROVE,
        Outcome.CHANGE: Outcome.APPROVE,  # AU's wording is the one that lies before the body
        Outcome.REJECT: Outcome.REJECT,
    }
)
"""What the body's meeting makes of a proposal that it treats as AU proposes."""
_Read = TypeVar("_Read")


@dataclass(frozen=True, slots=True)
class Sitting:
    """A meeting that is being written down: what was called, and what is noted so far."""

    matter: Matter
    meeting: Meeting
    minutes: Minutes
    called: tuple[Proposal, ...]
    base: tuple[Subgoal, ...]
    """The list that the matter starts from."""
    goal_set: GoalSet | None
    called_at: datetime | None
    last_change: int
    """The highest number of a change that an earlier meeting recorded."""
    au_order: tuple[str, ...] = ()
    """The order of the list that AU proposes to this meeting."""
    paragraphs: Mapping[tuple[str, int], int] = field(default_factory=lambda: MappingProxyType({}))
    """Whose § of the meeting's own is taken: § and calendar year → the year of the matter."""

    @property
    def without_outcome(self) -> tuple[Proposal, ...]:
        """The proposals that nothing is noted of yet."""
        return tuple(each for each in self.called if each.id not in self.minutes.outcomes)

    def left_to_au(self, actor: Actor) -> tuple[Proposal, ...]:
        """Those without outcome that AU proposes something for, and that the actor may note."""
        if self.meeting is not Meeting.BODY:
            return ()
        return tuple(
            each
            for each in self.without_outcome
            if each.by_au is not None
            and each.by_au.outcome in _AS_AU
            and each.author != actor.object_id
        )

    @property
    def result(self) -> ResultingList:
        """The complete list that would follow; raises what resulting_list raises."""
        return resulting_list(self.base, self.called, self.minutes)

    def proposal(self, proposal_id: str) -> Proposal:
        """One that was called; raises ProposalUnknownError."""
        found = next((each for each in self.called if each.id == proposal_id), None)
        if found is None:
            raise ProposalUnknownError
        return found

    def next_after(self, proposal_id: str) -> Proposal | None:
        """The next one without outcome, round the corner too."""
        ids = [each.id for each in self.called]
        place = ids.index(proposal_id) + 1 if proposal_id in ids else 0
        waiting = self.without_outcome
        return next(
            (each for each in (*self.called[place:], *self.called) if each in waiting), None
        )


async def sitting_of(record: Record, register: Register, body: str, year: int) -> Sitting | None:
    """The meeting that the matter is called to; None while it is called to none."""
    matter = record.matter(body, year)
    meeting = meeting_of(matter) if matter else None
    if matter is None or meeting is None:
        return None
    events = await register.events(body, year)
    called_at = last_event_of(events, f"call_{meeting.value}")
    found = ground_of(record, matter)
    kept = await register.minutes(body, year, meeting)
    return Sitting(
        matter,
        meeting,
        kept or Minutes(body, year, meeting),
        called_to(meeting, await register.proposals(body, year)),
        found.subgoals,
        found.goal_set,
        called_at.at if called_at else None,
        last_change(events),
        order_of_au(events) if meeting is Meeting.BODY else (),
        await _paragraphs(record, register, matter, meeting),
    )


async def _paragraphs(
    record: Record, register: Register, matter: Matter, meeting: Meeting
) -> dict[tuple[str, int], int]:
    """Each § that the meeting has had in a matter, or that a document names for a list."""
    taken: dict[tuple[str, int], int] = {}
    for plan in record.plans:
        source = plan.source
        if meeting is Meeting.AU or plan.body != matter.body or plan.year == matter.year:
            continue
        if source.date and source.paragraph and (named := named_paragraph(source.paragraph)):
            taken[f"{matter.body} § {named}", source.date.year] = plan.year
    for each in record.matters:
        if each.body != matter.body:
            continue
        for event in await register.events(each.body, each.year):
            day = day_of(event, "day")
            if event.what in _RECORDS and event.data.get("meeting") == meeting and day:
                taken[str(event.data.get("paragraph")), day.year] = each.year
    return taken


def check_paragraph_free(sitting: Sitting, paragraph: str, day: date) -> None:
    """Raise ParagraphUsedError: a § is one matter's, and one meeting's, in its calendar year."""
    year = sitting.paragraphs.get((paragraph, day.year))
    if year is not None:
        raise ParagraphUsedError(paragraph=paragraph, year=year)


def meeting_of(matter: Matter) -> Meeting | None:
    """Whose agenda the matter is on."""
    return next((each for each, state in CALLED.items() if state is matter.state), None)


async def note(
    minutes: Minutes, *, actor: Actor, open_ledger: OpenLedger, now: datetime
) -> Minutes:
    """Keep what was noted so far; `minutes.version` is the one that was changed.

    Raises MeetingNotAllowedError, NoOpenMatterError, MatterStateError or MinutesChangedError.
    """
    async with open_ledger(actor.tenant, now=now) as ledger:
        called = frozenset({CALLED[minutes.meeting]})
        await matter_at(ledger, minutes.body, minutes.year, actor, called)
        kept = await ledger.minutes(minutes.body, minutes.year, minutes.meeting)
        if kept is not None and kept.says_the_same(minutes):
            return kept  # pressed twice
        check_seen(kept, minutes.version)
        newer = replace(minutes, version=minutes.version + 1)
        await ledger.keep_minutes(newer)
        return newer


def check_seen(kept: Minutes | None, seen: int | None) -> None:
    """Raise MinutesChangedError where the minutes are not those that somebody had before them."""
    if seen is not None and (kept.version if kept else 0) != seen:
        raise MinutesChangedError


def with_outcome(
    sitting: Sitting, proposal_id: str, *, outcome: str, text: str, reason: str, actor: Actor
) -> Minutes:
    """The minutes with what became of one proposal, as it was typed.

    A wording counts only where the outcome has one of its own: approved as it stood, another is a
    mistake; not approved, what stood in the field is left out. Raises ProposalUnknownError,
    DisqualifiedError or MistakesError.
    """
    proposal = sitting.proposal(proposal_id)
    if proposal.author == actor.object_id:
        raise DisqualifiedError(number=proposal.number)
    read = _Reading()
    chosen = read("outcome", lambda: _outcome(outcome))
    own = why = None
    if chosen is Outcome.CHANGE and proposal.content.kind.has_wording:
        own = read("text", lambda: _own_wording(sitting, proposal, text))
    if chosen is Outcome.APPROVE and proposal.wording is not None:
        read("text", lambda: keep_wording(text, proposal.wording or ""))
    if not is_blank(reason):
        why = read("reason", lambda: read_paragraphs(reason, longest=LONGEST_MOTIVATION))
    read.stop()
    noted = NotedOutcome(chosen or Outcome.REJECT, own, why)
    try:
        check_outcome(proposal, noted, sitting.meeting)
    except OutcomeNotAllowedError as mistake:
        raise MistakesError({"outcome": mistake}) from mistake
    except GoalsError as mistake:
        raise MistakesError({"reason": mistake}) from mistake
    return _ordered(sitting, sitting.minutes.with_outcome(proposal_id, noted))


def with_au(sitting: Sitting, *, actor: Actor) -> Minutes:
    """The minutes with what AU proposes, wherever nothing is noted yet.

    What AU left without a proposal of its own stays open, and so does what the actor proposed.
    """
    taken_over = {
        each.id: NotedOutcome(_AS_AU[each.by_au.outcome])
        for each in sitting.left_to_au(actor)
        if each.by_au is not None
    }
    minutes = sitting.minutes
    minutes = replace(minutes, outcomes={**minutes.outcomes, **taken_over})
    return _ordered(sitting, replace(minutes, order=minutes.order or sitting.au_order))


def with_change(sitting: Sitting, *, kind: str, origin: str, target: str, text: str) -> Minutes:
    """The minutes with one change from the room; raises MistakesError."""
    read = _Reading()
    chosen = read("kind", lambda: _kind(kind))
    how = read("origin", lambda: _origin(origin))
    about = wording = None
    if chosen is not None and chosen.has_target:
        about = read("target", lambda: _target(sitting, target))
    if chosen is not None and chosen.has_wording and (about or not chosen.has_target):
        wording = read("text", lambda: read_wording(text, subgoals=sitting.base, changes=about))
    read.stop()
    minutes = sitting.minutes
    serial = max([sitting.last_change, *(each.serial for each in minutes.changes)]) + 1
    change = MeetingChange(
        serial,
        chosen or ProposalKind.ADD,
        how or Origin.DIALOGUE,
        sitting.meeting,
        about.number if about else None,
        wording,
    )
    for each in minutes.changes:
        if replace(each, serial=serial, adopted=True) == change:
            return minutes  # pressed twice
    return _ordered(sitting, minutes.with_change(change))


def with_adopted(sitting: Sitting, numbers: Collection[str]) -> Minutes:
    """The minutes with these changes adopted, and the others not. A change is never lost by it."""
    changes = tuple(
        replace(each, adopted=each.number in numbers) for each in sitting.minutes.changes
    )
    return _ordered(sitting, replace(sitting.minutes, changes=changes))


def without_change(sitting: Sitting, number: str) -> Minutes:
    """The minutes without a change that was noted by mistake at this meeting."""
    changes = tuple(
        each
        for each in sitting.minutes.changes
        if each.number != number or each.meeting is not sitting.meeting
    )
    return _ordered(sitting, replace(sitting.minutes, changes=changes))


@dataclass(frozen=True, slots=True)
class TypedFacts:
    """What stands in the form about the meeting, as it was typed."""

    paragraph: str = ""
    day: str = ""
    """ISO 8601."""
    points: str = ""
    """One on each line."""
    reservations: str = ""
    disqualified: str = ""


def with_facts(sitting: Sitting, typed: TypedFacts, *, now: datetime) -> Minutes:
    """The minutes with §, day, points, reservations and jäv; raises MistakesError."""
    read = _Reading()
    body, meeting = sitting.matter.body, sitting.meeting
    paragraph = read("paragraph", lambda: read_paragraph(typed.paragraph, body, meeting))
    day = read("day", lambda: _day(typed.day, sitting.called_at, now))
    if paragraph and day:
        read("paragraph", lambda: check_paragraph_free(sitting, paragraph, day))
    points = read("points", lambda: _points(typed.points))
    more = {
        name: read(name, lambda text=text: read_paragraphs(text, longest=LONGEST_MOTIVATION))  # type: ignore[misc]
        for name, text in (
            ("reservations", typed.reservations),
            ("disqualified", typed.disqualified),
        )
        if not is_blank(text)
    }
    read.stop()
    return replace(
        sitting.minutes,
        paragraph=paragraph or "",
        day=day,
        points=points or (),
        reservations=more.get("reservations") or "",
        disqualified=more.get("disqualified") or "",
    )


def with_order(sitting: Sitting, typed: str) -> Minutes:
    """The minutes with the list in this order, the keys parted by commas; raises MistakesError."""
    keys = [line.key for line in replace(sitting, minutes=_unordered(sitting.minutes)).result.lines]
    by_name = {key.casefold(): key for key in keys}
    named = [each.strip() for each in re.split(r"[,;\n]", typed) if each.strip()]
    order = tuple(by_name.get(each.rstrip(".").casefold(), each) for each in named)
    minutes = replace(sitting.minutes, order=order if list(order) != keys else ())
    try:
        resulting_list(sitting.base, sitting.called, minutes)
    except OrderError as mistake:
        raise MistakesError({"order": mistake}) from mistake
    return minutes


def needs_papers(point: str) -> bool:
    """Whether a point of the decision cannot be understood without other papers."""
    return _NEEDS_PAPERS.search(point) is not None


def _ordered(sitting: Sitting, minutes: Minutes) -> Minutes:
    """The order goes on where the lines have changed; where two collide, as it was."""
    try:
        lines = resulting_list(sitting.base, sitting.called, _unordered(minutes)).lines
    except GoalsError:
        return minutes
    return replace(minutes, order=order_kept(minutes.order, [line.key for line in lines]))


def _unordered(minutes: Minutes) -> Minutes:
    return replace(minutes, order=())


class _Reading:
    """Reads the fields of a form one by one, and gathers what is wrong with them."""

    def __init__(self) -> None:
        self._mistakes: dict[str, GoalsError] = {}

    def __call__(self, field: str, reader: Callable[[], _Read]) -> _Read | None:
        """What the field says, or None where it cannot be."""
        try:
            return reader()
        except GoalsError as mistake:
            self._mistakes[field] = mistake
            return None

    def stop(self) -> None:
        """Raise MistakesError where anything was wrong."""
        if self._mistakes:
            raise MistakesError(self._mistakes)


def _outcome(typed: str) -> Outcome:
    try:
        return Outcome(typed.strip())
    except ValueError:
        raise OutcomeUnknownError from None


def _kind(typed: str) -> ProposalKind:
    try:
        return ProposalKind(typed.strip())
    except ValueError:
        raise KindUnknownError from None


def _origin(typed: str) -> Origin:
    try:
        return Origin(typed.strip())
    except ValueError:
        raise OriginUnknownError from None


def _target(sitting: Sitting, typed: str) -> Subgoal:
    found = next((each for each in sitting.base if str(each.number) == typed.strip()), None)
    if found is None:
        raise TargetUnknownError
    return found


def _own_wording(sitting: Sitting, proposal: Proposal, text: str) -> str:
    target = proposal.content.target
    changes = next((each for each in sitting.base if target and each.number == target.number), None)
    wording = read_wording(text, subgoals=sitting.base, changes=changes)
    if wording == proposal.wording:
        raise WordingNotChangedError(number=proposal.number)
    return wording


def _day(typed: str, called_at: datetime | None, now: datetime) -> date:
    try:
        day = date.fromisoformat(typed.strip())
    except ValueError:
        raise MeetingDayError from None
    check_meeting_day(day, called_at, now=now)
    return day


def _points(typed: str) -> tuple[str, ...]:
    """A line each; where none is written, it says so by raising TextMissingError."""
    lines: Sequence[str] = [line for line in typed.splitlines() if not is_blank(line)] or [""]
    points = tuple(read_line(line, longest=LONGEST_POINT) for line in lines)
    length = sum(map(len, points))
    if length > LONGEST_MOTIVATION:
        raise TextTooLongError(most=LONGEST_MOTIVATION, length=length)
    return points
