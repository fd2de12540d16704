"""The form of a proposal: what is wrong in it, what it proposes, and which others are about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from goals.asking import is_rewording
from goals.draft import Typed
from goals.errors import (
    GoalsError,
    GoalUnknownError,
    KindUnknownError,
    MistakesError,
    TargetUnknownError,
)
from goals.goal import GoalSet, Subgoal
from goals.ground import Ground
from goals.proposal import Content, Proposal, ProposalKind, SupportedGoal, Target
from goals.wording import (
    LONGEST_MOTIVATION,
    Hint,
    is_blank,
    lookalikes,
    plain_language_hints,
    read_paragraphs,
    read_wording,
)

_Read = TypeVar("_Read")


@dataclass(frozen=True, slots=True)
class Checked:
    """A form without mistakes: what would be submitted, and what its author should know first."""

    content: Content
    hints: tuple[Hint, ...] = ()
    alike: tuple[Subgoal, ...] = ()
    """Sub-goals of the list that say nearly the same."""
    rivals: tuple[Proposal, ...] = ()
    """Open proposals on the same sub-goal."""


def check(
    typed: Typed, ground: Ground, *, register: Sequence[Proposal] = (), of: str | None = None
) -> Checked:
    """Read a form; `register` is the matter's proposals, `of` the one that it is a version of.

    Raises MistakesError.
    """
    content = read_content(typed, ground)
    wording = content.text
    target = content.target
    others = [each for each in ground.subgoals if target is None or each.number != target.number]
    return Checked(
        content,
        plain_language_hints(wording) if wording else (),
        lookalikes(wording, others) if wording else (),
        rivals_of(content, register, but=of),
    )


def read_content(typed: Typed, ground: Ground) -> Content:
    """What a form proposes; raises MistakesError."""
    mistakes: dict[str, GoalsError] = {}

    def read(field: str, reader: Callable[[], _Read]) -> _Read | None:
        try:
            return reader()
        except GoalsError as mistake:
            mistakes[field] = mistake
            return None

    kind = read("kind", lambda: _kind(typed.kind))
    target = wording = None
    if kind is not None and kind.has_target:
        target = read("target", lambda: _target(typed.target, ground))
    if kind is not None and kind.has_wording:
        # Whether it is new can be said once it is known what it would take the place of.
        listed = ground.subgoals if target or not kind.has_target else ()
        wording = read("text", lambda: read_wording(typed.text, subgoals=listed, changes=target))
    goal = read("goal", lambda: _goal(typed.goal, ground.goal_set))
    motivation = read(
        "motivation", lambda: read_paragraphs(typed.motivation, longest=LONGEST_MOTIVATION)
    )
    consequences = None
    if not is_blank(typed.consequences):
        consequences = read(
            "consequences",
            lambda: read_paragraphs(typed.consequences, longest=LONGEST_MOTIVATION),
        )
    if mistakes or kind is None or motivation is None:
        raise MistakesError(mistakes)
    return Content(
        kind,
        motivation,
        Target(target.year, target.number, target.text, target.code) if target else None,
        wording,
        goal,
        consequences,
    )


def rivals_of(
    content: Content, register: Sequence[Proposal], *, but: str | None = None
) -> tuple[Proposal, ...]:
    """The open proposals on the same sub-goal, in their order; for a new one, none."""
    target = content.target
    if target is None:
        return ()
    return tuple(
        each
        for each in register
        if each.is_open
        and each.id != but
        and each.content.target is not None
        and _is_same(each.content.target, target)
    )


def _is_same(one: Target, other: Target) -> bool:
    """By wording; or by place, if the list was corrected there between the two proposals."""
    if one.text == other.text:
        return True
    same_place = (one.year, one.number) == (other.year, other.number)
    return same_place and is_rewording(one.text, other.text)


def _kind(typed: str) -> ProposalKind:
    try:
        return ProposalKind(typed.strip())
    except ValueError:
        raise KindUnknownError from None


def _target(typed: str, ground: Ground) -> Subgoal:
    found = ground.subgoal(typed)
    if found is None:
        raise TargetUnknownError
    return found


def _goal(typed: str, goal_set: GoalSet | None) -> SupportedGoal | None:
    """Which goal it supports; none is an answer too."""
    if not typed.strip():
        return None
    goals = goal_set.goals if goal_set else ()
    found = next((each for each in goals if str(each.number) == typed.strip()), None)
    if found is None:
        raise GoalUnknownError
    return SupportedGoal(found.number, found.text)
