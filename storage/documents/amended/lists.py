"""The list after a decision that amends, worked out where the paper states the list before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from goals.amending import Amended, Listed, apply, is_carried_out, of_year
from goals.document import Amendment, Doubt, StatedGoal, StatedSubgoal
from storage.documents.goal_words import names_subgoals
from storage.documents.goals.lists import Found, FoundGoals, Kind
from storage.documents.goals.stated import StatedGoals
from storage.documents.outline.blocks import Block
from storage.documents.outline.sections import Section

_PROPOSED = re.compile(
    r"(?:[\w\-]+ ){0,4}(?:förslag(?:et)?(?: (?:lyder|var|är|löd))?|(?:har )?föres(?:lår|log|lagit))"
    r"(?: (?:följande|att|som följer|enligt följande))?:",
    re.IGNORECASE,
)
"""What is proposed, without a word of what that is: "Utskottets förslag lyder:"."""


_UNTIL_NOW = re.compile(
    r"\b(?:nuvarande|(?:nu )?gällande|befintliga|hittillsvarande|dagens)\b[^.:]{0,40}mål"
    r"|mål\w*\b[^.:]{0,40}\b(?:i dag|idag|hittills|före (?:ändring|revidering|beslut)\w*)\b",
    re.IGNORECASE,
)
_WHOSE = re.compile(r"[\w\-]+s (?:ursprungliga )?förslag:?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class AfterDecision:
    """The sub-goals as decided, and what could not be worked out."""

    subgoals: tuple[StatedSubgoal, ...]
    left: tuple[Amendment, ...] = ()
    """The amendments that a person has to apply to a recorded list."""
    doubts: tuple[Doubt, ...] = ()


def after_decision(
    subgoals: Sequence[StatedSubgoal],
    amendments: Sequence[Amendment],
    *,
    decided: bool,
    year: int | None,
) -> AfterDecision:
    """Carry out what is decided on the list that the paper states for the same year.

    What is merely proposed changes nothing yet.
    """
    if not amendments:
        return AfterDecision(tuple(subgoals))
    years = {each.year for each in subgoals}
    own_year = year or (min(years) if len(years) == 1 else None)
    wanted = of_year(amendments, own_year)
    line = wanted[0].line
    base = [each for each in subgoals if all(each.year == one.year for one in wanted)]
    if not decided:
        return AfterDecision(tuple(subgoals), wanted, (Doubt("doubt-amendments-proposed", line),))
    if not base:
        return AfterDecision(tuple(subgoals), wanted, (Doubt("doubt-amendments-elsewhere", line),))
    if is_carried_out(base, wanted):
        return AfterDecision(tuple(subgoals), (), (Doubt("doubt-amended-already", line),))
    amended = apply(base, wanted)
    others = [each for each in subgoals if each not in base]
    return AfterDecision(
        (*others, *_subgoals(base, amended, base[0].year)),
        tuple(each.amendment for each in amended.refused),
        tuple(_doubts(base, amended)),
    )


def by_level(
    stated: StatedGoals, amendments: Sequence[Amendment]
) -> tuple[tuple[Amendment, ...], tuple[Amendment, ...]]:
    """What changes the goals, and what changes the sub-goals, of a paper that states both."""
    if not (stated.goals and stated.subgoals):
        return (), tuple(amendments)
    of_goals = tuple(each for each in amendments if each.of_goal)
    return of_goals, tuple(each for each in amendments if not each.of_goal)


def with_goals_amended(
    stated: StatedGoals, after: AfterDecision, amendments: Sequence[Amendment]
) -> AfterDecision:
    """Carry out on the goals what a decision changes in them; the sub-goals of one go with it.

    What fits none is told, and not left for the recorded sub-goals: their numbers are others.
    """
    base = stated.goals
    amended = apply(base, amendments)
    stated.goals = list(_goals(base, amended))
    places = {entry.place: at for at, entry in enumerate(amended.entries, start=1) if entry.place}
    gone = {place for place, _ in amended.removed}
    kept = tuple(
        replace(each, goal=places.get(each.goal) if each.goal else None)
        for each in after.subgoals
        if each.goal not in gone
    )
    lost = [
        Doubt("doubt-amended-removed", amendment.line, {"from": each.text})
        for place, amendment in amended.removed
        for each in after.subgoals
        if each.goal == place
    ]
    return AfterDecision(kept, after.left, (*after.doubts, *_doubts(base, amended), *lost))


def goals_after_decision(stated: StatedGoals, after: AfterDecision) -> AfterDecision:
    """Carry out on the goals what a decision changes, where the paper states no sub-goals.

    All of it or nothing: what fits no goal changes a list that stands elsewhere.
    """
    if is_carried_out(stated.goals, after.left):
        line = after.left[0].line
        return AfterDecision(after.subgoals, (), (Doubt("doubt-amended-already", line),))
    amended = apply(stated.goals, after.left)
    if amended.refused or not stated.goals:
        return after
    doubts = tuple(_doubts(stated.goals, amended))
    stated.goals = list(_goals(stated.goals, amended))
    return AfterDecision(after.subgoals, (), doubts)


def _goals(base: Sequence[StatedGoal], amended: Amended) -> Iterator[StatedGoal]:
    for entry in amended.entries:
        amendment = entry.amendment
        line, page = (amendment.line, amendment.page) if amendment else (None, None)
        if entry.place is None:
            yield StatedGoal(entry.text, line=line, page=page)
        elif amendment is None:
            yield base[entry.place - 1]
        else:
            yield replace(base[entry.place - 1], text=entry.text, line=line, page=page)


def with_amended_list(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks; the heading of the proposal that a decision amends says what it lists.

    "Förvaltningens förslag" after the decision has the list that the decision is about.
    """
    subgoals = any(names_subgoals(each.text) for each in blocks if each.section is Section.DECISION)
    listed = "delmål" if subgoals else "mål"
    return tuple(
        replace(each, opens=None, text=f"{(each.heading or each.text).rstrip(' :')} till {listed}:")
        if _heads_proposal(each, below)
        else each
        for each, below in zip_longest(blocks, blocks[1:])
    )


def _heads_proposal(block: Block, below: Block | None) -> bool:
    """Whether it is the heading of what was proposed, or the line before its list."""
    if block.opens is Section.PROPOSAL:
        return "beslut" not in block.heading.casefold()
    lists = below is not None and below.is_item and not block.is_item
    if not lists or block.section is Section.MEETING:
        return False
    heads = _WHOSE.fullmatch(block.text) is not None
    told = _PROPOSED.fullmatch(block.text) is not None and block.section is not Section.DECISION
    return heads or told


def superseded_lists(
    found: Sequence[Found], amendments: Sequence[Amendment]
) -> frozenset[tuple[Kind, int]]:
    """Where lists from before the decision are introduced, if the one after it stands there too."""
    lists: dict[int, list[Found]] = {}
    for each in found:
        if each.kind is Kind.SUBGOAL and each.introduced is not None:
            lists.setdefault(each.introduced.line, []).append(each)
    after = [line for line, items in lists.items() if is_carried_out(items, amendments)]
    if len(after) != 1:
        return frozenset()
    return frozenset((Kind.SUBGOAL, line) for line in lists if line not in after)


def replaced_lists(goals: FoundGoals) -> frozenset[tuple[Kind, int]]:
    """Where the lists that hold until now are introduced, if the one to come stands there too.

    So it is of goals that the paper says have been reached or not. A list that has much fewer, as
    what is added to one, does not replace it.
    """
    lists: dict[tuple[Kind, int], list[Found]] = {}
    for each in goals.found:
        if each.introduced is not None:
            lists.setdefault((each.kind, each.introduced.line), []).append(each)
    until_now = {
        key
        for key, items in lists.items()
        if key[1] in goals.assessed or _holds_until_now(items[0])
    }
    return frozenset(
        (kind, line)
        for kind, line in until_now
        if any(
            key not in until_now and key[0] is kind and 2 * len(items) >= len(lists[kind, line])
            for key, items in lists.items()
        )
    )


def _holds_until_now(found: Found) -> bool:
    return found.introduced is not None and _UNTIL_NOW.search(found.introduced.text) is not None


def _subgoals(
    base: Sequence[StatedSubgoal], amended: Amended, year: int
) -> Iterator[StatedSubgoal]:
    for entry in amended.entries:
        amendment = entry.amendment
        if entry.place is None:
            line, page = (amendment.line, amendment.page) if amendment else (None, None)
            yield StatedSubgoal(entry.text, year, None, line, page)
        elif amendment is None:
            yield base[entry.place - 1]
        else:
            before = base[entry.place - 1]
            yield replace(before, text=entry.text, line=amendment.line, page=amendment.page)


def _doubts(base: Sequence[Listed], amended: Amended) -> Iterator[Doubt]:
    for entry in amended.entries:
        if entry.amendment is None:
            continue
        if entry.place is None:
            yield Doubt("doubt-amended-added", entry.amendment.line, {"to": entry.text})
        else:
            words: dict[str, str | int] = {"from": base[entry.place - 1].text, "to": entry.text}
            yield Doubt("doubt-amended", entry.amendment.line, words)
    for place, amendment in amended.removed:
        yield Doubt("doubt-amended-removed", amendment.line, {"from": base[place - 1].text})
    for refusal in amended.refused:
        target = refusal.amendment.target or refusal.amendment.text or ""
        arguments: dict[str, str | int] = {"target": target, "why": refusal.why.value}
        yield Doubt("doubt-amendment-misfit", refusal.amendment.line, arguments)
