"""Whether every list follows from its decision: the base, what was taken, and the decided order.

The events alone say what the list must be: which list the matter started from, what became of each
proposal, what came up in the room, and in which order the lines stand. It is worked out anew from
them, and compared with the rows that answers are given from.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from goals.calling import change_of
from goals.errors import GoalsError
from goals.event import Event, Link
from goals.extracting import KEEP
from goals.matter import BEFORE_MEETINGS, Matter
from goals.matter_steps import digest_of_list, digest_of_subgoals, text_of
from goals.meeting import Minutes, NotedOutcome, ResultingList, listed, resulting_list
from goals.opening import digest_of_matter
from goals.plan import Plan, PlanStatus
from goals.proposal import Meeting, Outcome, Proposal, Step
from goals.steps import told
from goals.verifying import Flaw, FlawKind

_STATUS_AFTER = {
    "adjust": PlanStatus.APPEALABLE,
    "announce": PlanStatus.APPEALABLE,
    "gain_force": PlanStatus.IN_FORCE,
    "annul": PlanStatus.ANNULLED,
}


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept beside the events, in all its versions."""

    proposals: Mapping[str, Proposal]
    """By id, as they were submitted: where they stand is in the events."""
    plans: Sequence[Plan] = ()
    matters: Sequence[Matter] = ()
    extracts: Mapping[tuple[str, int, int], str] = field(default_factory=dict)
    """The digest of each file as it is now, by body, year and number."""

    def plan(self, body: str, year: int, version: int) -> Plan | None:
        """That version of a list."""
        wanted = (body, year, version)
        found = (each for each in self.plans if (each.body, each.year, each.version) == wanted)
        return next(found, None)


@dataclass(frozen=True, slots=True)
class _Expected:
    """A version of a list, as the events say that it must be."""

    place: int
    version: int
    digest: str
    status: PlanStatus
    paragraph: str | None
    day: str | None
    last_day: str | None = None

    def is_kept_as(self, plan: Plan) -> bool:
        source = plan.source
        return (
            digest_of_list(plan),
            plan.status,
            source.paragraph,
            _iso(source.date),
            _iso(plan.last_appeal_day),
        ) == (self.digest, self.status, self.paragraph, self.day, self.last_day)


def flaws_of_matters(links: Sequence[Link], kept: Kept) -> tuple[Flaw, ...]:
    """What of each matter, and of the list that was decided in it, is not as its events say."""
    found: list[Flaw] = []
    for body, year in sorted({(link.event.body, link.event.year) for link in links}):
        of_it = [link for link in links if (link.event.body, link.event.year) == (body, year)]
        found += _of_matter(body, year, of_it, kept)
        decided = [link for link in of_it if _is(link, "decide")]
        if not decided:
            continue
        expected = tuple(_expected(of_it))
        found += _of_versions(body, year, expected, kept)
        for link in decided:
            found += _of_base(link, kept) or _of_following(link, of_it, kept)
    return tuple(found)


def _is(link: Link, what: str) -> bool:
    return link.event.proposal is None and link.event.what == what


def _expected(links: Sequence[Link]) -> Iterator[_Expected]:
    """Each version that the list has had since it was decided."""
    last: _Expected | None = None
    for link in links:
        event = link.event
        if event.proposal is not None:
            continue
        if event.what == "decide":
            last = _Expected(
                link.place,
                _number(event, "plan"),
                text_of(event, "list") or "",
                PlanStatus.DECIDED_NOT_ADJUSTED,
                text_of(event, "paragraph"),
                text_of(event, "day"),
            )
        elif last is not None and event.what == "correct":
            digest = text_of(event, "list") or ""
            last = replace(last, place=link.place, version=_number(event, "plan"), digest=digest)
        elif last is not None and event.what in _STATUS_AFTER:
            last = replace(
                last,
                place=link.place,
                version=last.version + 1,
                status=_STATUS_AFTER[event.what],
                last_day=text_of(event, "last_day") or last.last_day,
            )
        else:
            continue
        yield last


def _of_versions(body: str, year: int, expected: Sequence[_Expected], kept: Kept) -> Iterator[Flaw]:
    named = f"{body} {year}"
    for each in expected:
        plan = kept.plan(body, year, each.version)
        if plan is None:
            yield Flaw(FlawKind.LIST_MISSING, each.place, None, each.version, named)
        elif not each.is_kept_as(plan):
            yield Flaw(FlawKind.LIST_ALTERED, each.place, None, each.version, named)
    last = expected[-1]
    if last.status is PlanStatus.ANNULLED:
        return  # a new decision on the year may have been imported
    for plan in kept.plans:
        if (plan.body, plan.year) == (body, year) and plan.version > last.version:
            yield Flaw(FlawKind.LIST_WITHOUT_EVENT, None, None, plan.version, named)


def _of_base(decided: Link, kept: Kept) -> list[Flaw]:
    """Whether the list that the decision started from is still what it was."""
    event = decided.event
    year, version = _number(event, "base_year"), _number(event, "base_version")
    if not version:
        return []
    base = kept.plan(event.body, year, version)
    named = f"{event.body} {year}"
    if base is None:
        return [Flaw(FlawKind.LIST_MISSING, decided.place, None, version, named)]
    if digest_of_list(base) != event.data.get("base_list"):
        return [Flaw(FlawKind.LIST_ALTERED, decided.place, None, version, named)]
    return []


def _of_following(decided: Link, links: Sequence[Link], kept: Kept) -> list[Flaw]:
    event = decided.event
    before = [link.event for link in links if link.place < decided.place]
    try:
        result = _worked_out(event, before, kept)
    except GoalsError:
        follows = False
    else:
        subgoals = listed(event.body, event.year, result)
        digest = digest_of_subgoals(event.body, event.year, subgoals)
        follows = digest == event.data.get("list")
    if follows:
        return []
    version, named = _number(event, "plan"), f"{event.body} {event.year}"
    return [Flaw(FlawKind.LIST_NOT_FOLLOWING, decided.place, None, version, named)]


def _worked_out(decided: Event, before: Sequence[Event], kept: Kept) -> ResultingList:
    """The list that the events give. Raises what resulting_list raises."""
    base = kept.plan(decided.body, _number(decided, "base_year"), _number(decided, "base_version"))
    rulings = {
        event.proposal: event for event in before if event.proposal and event.what == Step.DECIDE
    }
    called = [
        told(proposal, [event for event in before if event.proposal == proposal.id])
        for proposal in sorted(kept.proposals.values(), key=lambda each: each.serial)
        if proposal.id in rulings
    ]
    outcomes = {
        proposal: NotedOutcome(Outcome(str(event.data["outcome"])), text_of(event, "text"))
        for proposal, event in rulings.items()
    }
    changes = tuple(
        change
        for event in before
        if event.data.get("meeting") == Meeting.BODY and (change := change_of(event))
    )
    order = text_of(decided, "order")
    minutes = Minutes(
        decided.body,
        decided.year,
        Meeting.BODY,
        outcomes=outcomes,
        changes=changes,
        order=tuple(order.split(", ")) if order else (),
    )
    return resulting_list(base.subgoals if base else (), called, minutes)


def _of_matter(body: str, year: int, links: Sequence[Link], kept: Kept) -> Iterator[Flaw]:
    """Whether what a person entered, and where the matter stands, is what the events say."""
    versions = {
        each.version: each for each in kept.matters if (each.body, each.year) == (body, year)
    }
    named = f"{body} {year}"
    own = [link for link in links if link.event.proposal is None]
    for link in own:
        if link.event.what == KEEP:
            file = _number(link.event, "extract")
            if kept.extracts.get((body, year, file)) != link.event.data.get("digest"):
                yield Flaw(FlawKind.EXTRACT_ALTERED, link.place, None, file, named)
        number, content = link.event.data.get("version"), link.event.data.get("content")
        if not isinstance(number, int) or content is None:
            continue
        matter = versions.get(number)
        if matter is None or digest_of_matter(matter) != content:
            yield Flaw(FlawKind.MATTER_ALTERED, link.place, None, number, named)
    stated = [link for link in own if link.event.state]
    if not stated or stated[-1].event.state in BEFORE_MEETINGS:
        return  # a document may have changed it since
    newest = versions.get(max(versions, default=0))
    if newest is None or newest.state != stated[-1].event.state:
        version = newest.version if newest else None
        yield Flaw(FlawKind.MATTER_ALTERED, stated[-1].place, None, version, named)


def _number(event: Event, name: str) -> int:
    value = event.data.get(name)
    return value if isinstance(value, int) else 0


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
