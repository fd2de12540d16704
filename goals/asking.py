"""Which list answers a question, and what differs between two lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from goals.actor import Actor
from goals.goal import Goal, Subgoal
from goals.matter import Matter
from goals.plan import Plan, PlanStatus
from goals.record import Record


class Standing(StrEnum):
    """How the list that is quoted relates to the year that was asked for."""

    OWN = "own"
    """The asked year's own list."""
    LATEST = "latest"
    """No year was asked for: the latest list."""
    EARLIER = "earlier"
    """The asked year has none; the latest list stands in, under its own year."""
    NONE = "none"
    """Nothing is recorded that the year could be answered with."""


@dataclass(frozen=True, slots=True)
class ListFor:
    """The answer to "which sub-goals", for one body."""

    asked: int | None
    standing: Standing
    plan: Plan | None
    """The list to quote; None when nothing may be quoted."""
    matter: Matter | None
    """The matter of the asked year that is not decided, if there is one."""


def may_see(plan: Plan, actor: Actor) -> bool:
    """Until the minutes are adjusted only the kansli sees a decided list."""
    return plan.status is not PlanStatus.DECIDED_NOT_ADJUSTED or actor.is_kansli(plan.body)


def latest_plan(record: Record, body: str, actor: Actor) -> Plan | None:
    """The latest list that counts; a proposed one only where there is no other."""
    plans = [
        plan
        for plan in record.plans
        if plan.body == body and may_see(plan, actor) and plan.status is not PlanStatus.ANNULLED
    ]
    counting = [plan for plan in plans if plan.status is not PlanStatus.PROPOSED] or plans
    return max(counting, key=lambda plan: plan.year, default=None)


def open_matter(record: Record, body: str, year: int | None) -> Matter | None:
    """The undecided matter of the year; without a year the latest undecided one."""
    matters = [
        matter
        for matter in record.matters
        if matter.body == body and matter.is_open and year in (None, matter.year)
    ]
    return max(matters, key=lambda matter: matter.year, default=None)


def list_for(record: Record, body: str, year: int | None, actor: Actor) -> ListFor:
    """Which list a question about a year is answered with.

    A year's own list, whatever its status. Without one: the latest list under its own year,
    if a matter of that year is open or the goals' period covers it. Otherwise nothing.
    """
    latest = latest_plan(record, body, actor)
    if year is None:
        return ListFor(None, Standing.LATEST if latest else Standing.NONE, latest, None)
    own = record.plan(body, year)
    matter = open_matter(record, body, year)
    if own and may_see(own, actor) and own.status is not PlanStatus.ANNULLED:
        return ListFor(year, Standing.OWN, own, matter)
    covered = any(
        goal_set.body == body and goal_set.period is not None and year in goal_set.period
        for goal_set in record.goal_sets
    )
    if latest and (matter or covered or own) and latest.year <= year:
        return ListFor(year, Standing.EARLIER, latest, matter)
    return ListFor(year, Standing.NONE, None, matter)


_Item = TypeVar("_Item", Goal, Subgoal)


@dataclass(frozen=True, slots=True)
class Change(Generic[_Item]):
    """One difference between two lists: added (no old), removed (no new), reworded (both)."""

    old: _Item | None
    new: _Item | None


@dataclass(frozen=True, slots=True)
class Comparison(Generic[_Item]):
    """What differs between two lists, in the order of the newer one."""

    changes: tuple[Change[_Item], ...]
    kept: tuple[_Item, ...]
    """Those that stand word for word in both, as the newer list has them."""


_SHARED_WORDS_OF_A_REWORDING = 0.4


def compare(old: Sequence[_Item], new: Sequence[_Item]) -> Comparison[_Item]:
    """Tell what was added, reworded, removed and kept.

    Where a decision made here says what became of each, that counts. Else a wording counts as
    reworded when it shares at least two fifths of its words with one that is gone, each pair at
    most once, the closest first.
    """
    if any(_became(before, after) for before in old for after in new):
        return _compare_by_decision(old, new)
    old_texts = {subgoal.text for subgoal in old}
    new_texts = {subgoal.text for subgoal in new}
    gone = [subgoal for subgoal in old if subgoal.text not in new_texts]
    come = [subgoal for subgoal in new if subgoal.text not in old_texts]
    pairs = sorted(
        (
            (-share, after.number, before.number, before, after)
            for before in gone
            for after in come
            if (share := _shared_words(before.text, after.text)) >= _SHARED_WORDS_OF_A_REWORDING
        ),
        key=lambda pair: pair[:3],
    )
    before_of: dict[int, _Item] = {}
    for _, _, _, before, after in pairs:
        if after.number not in before_of and before not in before_of.values():
            before_of[after.number] = before
    changes = [Change(before_of.get(after.number), after) for after in come]
    changes += [Change(before, None) for before in gone if before not in before_of.values()]
    return Comparison(
        tuple(changes), tuple(subgoal for subgoal in new if subgoal.text in old_texts)
    )


def _became(before: Goal | Subgoal, after: Goal | Subgoal) -> bool:
    """Whether a decision says that the one became the other."""
    return (
        isinstance(before, Subgoal)
        and isinstance(after, Subgoal)
        and after.was == (before.year, before.number)
    )


def _compare_by_decision(old: Sequence[_Item], new: Sequence[_Item]) -> Comparison[_Item]:
    before_of = {after.number: before for after in new for before in old if _became(before, after)}
    changes: list[Change[_Item]] = []
    kept: list[_Item] = []
    for after in new:
        before = before_of.get(after.number)
        if before is not None and before.text == after.text:
            kept.append(after)
        else:
            changes.append(Change(before, after))
    stayed = {before.number for before in before_of.values()}
    changes += [Change(before, None) for before in old if before.number not in stayed]
    return Comparison(tuple(changes), tuple(kept))


def is_rewording(old: str, new: str) -> bool:
    """Whether two wordings are, by their words, one sub-goal's."""
    return old == new or _shared_words(old, new) >= _SHARED_WORDS_OF_A_REWORDING


def _shared_words(one: str, other: str) -> float:
    first, second = set(one.casefold().split()), set(other.casefold().split())
    return len(first & second) / len(first | second) if first | second else 0.0


def history(record: Record, subgoal: Subgoal, actor: Actor) -> tuple[tuple[Plan, Subgoal], ...]:
    """The sub-goal's wording in each recorded year, newest first, with the list it stands in.

    Followed backwards and forwards from the given one by same wording or rewording.
    """
    plans = sorted(
        (p for p in record.plans if p.body == subgoal.body and may_see(p, actor)),
        key=lambda plan: plan.year,
    )
    found: list[tuple[Plan, Subgoal]] = []
    for following in (
        [p for p in plans if p.year <= subgoal.year][::-1],
        [p for p in plans if p.year > subgoal.year],
    ):
        current = subgoal
        for plan in following:
            same = counterpart(current, plan)
            if same is None:
                break
            found.append((plan, same))
            current = same
    return tuple(sorted(found, key=lambda pair: -pair[0].year))


def counterpart(current: Subgoal, plan: Plan) -> Subgoal | None:
    """The sub-goal of another list that is this one, word for word or reworded."""
    for candidate in plan.subgoals:
        if _became(candidate, current) or _became(current, candidate):
            return candidate
    for candidate in plan.subgoals:
        if candidate.text == current.text:
            return candidate
    nearest = max(
        plan.subgoals, key=lambda each: _shared_words(each.text, current.text), default=None
    )
    if nearest and _shared_words(nearest.text, current.text) >= _SHARED_WORDS_OF_A_REWORDING:
        return nearest
    return None
