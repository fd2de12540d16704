"""A meeting as it is written down: what became of each proposal, and what was born in the room.

The minutes are a draft that is kept at each press, until they are recorded; from then on they are
events and never change. What the meeting decides, its members decide: this only writes it down.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from goals.errors import (
    CollisionError,
    OrderError,
    OutcomeMissingError,
    OutcomeNotAllowedError,
    OwnWordingMissingError,
    ReasonMissingError,
    TargetMovedError,
)
from goals.goal import Subgoal
from goals.proposal import Meeting, Outcome, Proposal, ProposalKind


class Origin(StrEnum):
    """How a change came up in the room."""

    DIALOGUE = "dialogue"
    """Enligt dialog."""
    MOTION = "motion"
    """A member's yrkande."""


@dataclass(frozen=True, slots=True)
class MeetingChange:
    """En ändring från mötet: added, reworded or removed, with no proposal behind it."""

    serial: int
    """Its number, from 1, in the matter: Ä1, Ä2 …"""
    kind: ProposalKind
    origin: Origin
    meeting: Meeting
    target: int | None = None
    """The number of the sub-goal in the list that the matter starts from."""
    text: str | None = None
    adopted: bool = True
    """Whether the deciding body took it up; of a change born there, always."""

    @property
    def number(self) -> str:
        """As the minutes name it."""
        return f"Ä{self.serial}"


@dataclass(frozen=True, slots=True)
class NotedOutcome:
    """What was noted of one proposal so far."""

    outcome: Outcome
    text: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Minutes:
    """What is noted of a matter at one meeting, so far."""

    body: str
    year: int
    meeting: Meeting
    version: int = 0
    """Rises with each press, so that two secretaries see each other."""
    paragraph: str = ""
    day: date | None = None
    outcomes: Mapping[str, NotedOutcome] = field(default_factory=lambda: MappingProxyType({}))
    """By the proposal's id."""
    changes: tuple[MeetingChange, ...] = ()
    order: tuple[str, ...] = ()
    """The keys of the list's lines in their order; empty is the order in which they arise."""
    points: tuple[str, ...] = ()
    """The points of the decision as the minutes word them, besides the list itself."""
    reservations: str = ""
    disqualified: str = ""
    """Who declared jäv, by role or as the minutes name them."""

    def with_outcome(self, proposal: str, noted: NotedOutcome) -> Minutes:
        """The minutes with what became of one proposal."""
        return replace(self, outcomes={**self.outcomes, proposal: noted})

    def with_change(self, change: MeetingChange) -> Minutes:
        """The minutes with one change more."""
        return replace(self, changes=(*self.changes, change))

    def says_the_same(self, other: Minutes) -> bool:
        """Whether both hold the same, whenever it was noted."""
        return replace(self, version=0) == replace(other, version=0)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the resulting list, and where it comes from."""

    key: str
    """ "3" for the third of the base list, else the number of the proposal or the change."""
    text: str
    was: Subgoal | None
    """The sub-goal that it was; None for what is new."""
    by: str | None = None
    """The number of the proposal or change that gave it its words; None for what stays."""


@dataclass(frozen=True, slots=True)
class ResultingList:
    """The complete list that follows, and what fell away."""

    lines: tuple[Line, ...]
    removed: tuple[tuple[Subgoal, str], ...] = ()
    """Each with the number of what removed it."""


ALLOWED: Mapping[Meeting, frozenset[Outcome]] = MappingProxyType(
    {
        Meeting.AU: frozenset(set(Outcome) - {Outcome.ANSWERED, Outcome.LAPSE}),
        Meeting.BODY: frozenset(set(Outcome) - {Outcome.NO_OPINION}),
    }
)
"""What each meeting may make of a proposal. No outcome of AU is a decision (KL 6 kap. 38 §)."""
TAKEN = frozenset({Outcome.APPROVE, Outcome.CHANGE})
"""The outcomes by which a proposal comes into the list."""
LEAVES = frozenset({Outcome.TABLE, Outcome.REMIT})
"""The outcomes by which a proposal goes on to another day."""


def check_outcome(proposal: Proposal, noted: NotedOutcome, meeting: Meeting) -> None:
    """Raise OutcomeNotAllowedError, OwnWordingMissingError or ReasonMissingError."""
    if noted.outcome not in ALLOWED[meeting]:
        raise OutcomeNotAllowedError(number=proposal.number)
    if noted.outcome is Outcome.CHANGE:
        if not proposal.content.kind.has_wording:
            raise OutcomeNotAllowedError(number=proposal.number)
        if not noted.text:
            raise OwnWordingMissingError(number=proposal.number)
    if noted.outcome is Outcome.REMIT and not noted.reason:
        raise ReasonMissingError(number=proposal.number)


def check_minutes(minutes: Minutes, called: Sequence[Proposal]) -> None:
    """Whether everything that was called has an outcome that can stand.

    Raises OutcomeMissingError, what check_outcome raises, or CollisionError.
    """
    for proposal in called:
        noted = minutes.outcomes.get(proposal.id)
        if noted is None:
            raise OutcomeMissingError(number=proposal.number)
        check_outcome(proposal, noted, minutes.meeting)
    _by_target(_taken(called, minutes))


def resulting_list(
    base: Sequence[Subgoal], called: Sequence[Proposal], minutes: Minutes
) -> ResultingList:
    """The chosen base, the proposals that were taken, and the changes from the meeting.

    In the order of the base with what is new after it, or in `minutes.order`. Raises
    CollisionError where two of them touch the same sub-goal, TargetMovedError where one is about a
    sub-goal that the base does not have, and OrderError where the order does not name each line
    once.
    """
    taken = list(_taken(called, minutes))
    of_target = _by_target(taken)
    _check_targets(base, taken)
    lines: list[Line] = []
    removed: list[tuple[Subgoal, str]] = []
    for subgoal in base:
        by = of_target.get(subgoal.number)
        if by is not None and by.kind is ProposalKind.REMOVE:
            removed.append((subgoal, by.number))
        elif by is not None and by.kind is ProposalKind.REWORD:
            lines.append(Line(str(subgoal.number), by.text or "", subgoal, by.number))
        else:
            lines.append(Line(str(subgoal.number), subgoal.text, subgoal))
    lines += [
        Line(each.number, each.text or "", None, each.number)
        for each in taken
        if each.kind is ProposalKind.ADD
    ]
    return ResultingList(_ordered(lines, minutes.order), tuple(removed))


def listed(body: str, year: int, result: ResultingList) -> tuple[Subgoal, ...]:
    """The year's sub-goals, numbered anew; one that stays keeps its code and its goal."""
    return tuple(
        Subgoal(
            body,
            year,
            number,
            line.text,
            line.was.code if line.was else None,
            line.was.under if line.was else None,
            was=(line.was.year, line.was.number) if line.was else None,
        )
        for number, line in enumerate(result.lines, start=1)
    )


@dataclass(frozen=True, slots=True)
class _Taken:
    """A proposal or a change that comes into the list."""

    kind: ProposalKind
    number: str
    target: int | None
    text: str | None
    year: int | None = None
    """Of the list that the target stood in when it was proposed; None for the base itself."""


def _taken(called: Sequence[Proposal], minutes: Minutes) -> Iterator[_Taken]:
    for proposal in called:
        noted = minutes.outcomes.get(proposal.id)
        if noted is None or noted.outcome not in TAKEN:
            continue
        target = proposal.content.target
        text = noted.text if noted.outcome is Outcome.CHANGE else proposal.wording
        number = target.number if target else None
        year = target.year if target else None
        yield _Taken(proposal.content.kind, proposal.number, number, text, year)
    for change in minutes.changes:
        if change.adopted:
            yield _Taken(change.kind, change.number, change.target, change.text)


def _by_target(taken: Iterable[_Taken]) -> dict[int, _Taken]:
    """What is taken, by the sub-goal that it is about; raises CollisionError."""
    of_target: dict[int, _Taken] = {}
    for each in taken:
        if each.target is None:
            continue
        if each.target in of_target:
            raise CollisionError(
                number=each.number, other=of_target[each.target].number, target=each.target
            )
        of_target[each.target] = each
    return of_target


def _check_targets(base: Sequence[Subgoal], taken: Iterable[_Taken]) -> None:
    """A list that another took the place of has other sub-goals under the same numbers."""
    stands = {(each.year, each.number) for each in base}
    numbers = {each.number for each in base}
    for each in taken:
        if each.target is None:
            continue
        place = (each.year, each.target)
        if place not in stands if each.year is not None else each.target not in numbers:
            raise TargetMovedError(number=each.number)


def order_kept(order: Sequence[str], keys: Sequence[str]) -> tuple[str, ...]:
    """An order after the lines have changed: what is gone left out, what is new last."""
    kept = [key for key in order if key in keys]
    return (*kept, *(key for key in keys if key not in kept)) if order else ()


def _ordered(lines: Sequence[Line], order: Sequence[str]) -> tuple[Line, ...]:
    if not order:
        return tuple(lines)
    by_key = {line.key: line for line in lines}
    if sorted(order) != sorted(by_key):
        missing = [key for key in by_key if key not in order]
        extra = [
            key for place, key in enumerate(order) if key not in by_key or key in order[:place]
        ]
        raise OrderError(missing=", ".join(missing) or "none", extra=", ".join(extra) or "none")
    return tuple(by_key[key] for key in order)
