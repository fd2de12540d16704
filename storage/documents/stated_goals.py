"""From lists with their introductions to goals and sub-goals with their year."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from goals.document import Doubt, StatedGoal, StatedSubgoal
from goals.goal import Period
from storage.documents.blocks import Style
from storage.documents.bodies import body_key
from storage.documents.goal_lists import FoundLists, GoalList, Item, LabelledGoal
from storage.documents.introductions import Introduction, Listed

_LONG_ITEM = 600


@dataclass(frozen=True, slots=True)
class Background:
    """What the rest of the paper says that the lists do not repeat."""

    body: str | None
    year: int | None
    """The year of sub-goals whose introduction names none."""
    year_is_sure: bool
    names_subgoals: bool


@dataclass(slots=True)
class StatedGoals:
    """The goals and sub-goals of a paper."""

    goals: list[StatedGoal] = field(default_factory=list)
    subgoals: list[StatedSubgoal] = field(default_factory=list)
    period: Period | None = None
    """The period that the goals' own introduction names."""
    only_year: int | None = None
    doubts: list[Doubt] = field(default_factory=list)


def settle_goals(lists: FoundLists, background: Background) -> StatedGoals:
    """The goals and sub-goals that the paper's own body has."""
    settling = _Settling(background)
    for found in lists.found:
        if isinstance(found, LabelledGoal):
            settling.take_label(found)
        else:
            settling.take_list(found)
    stated = settling.stated
    stated.doubts += [Doubt("doubt-list-left-out", each.line) for each in lists.left_out]
    stated.doubts += [Doubt("doubt-list-missing", each.line) for each in lists.without_list]
    return stated


@dataclass(slots=True)
class _Settling:
    background: Background
    stated: StatedGoals = field(default_factory=StatedGoals)
    seen: set[tuple[str, int | None]] = field(default_factory=set)
    """The texts taken, with the year of a sub-goal."""

    def take_label(self, found: LabelledGoal) -> None:
        marker = found.block.marker
        if marker is None:
            return
        if found.introduction and not self._is_ours(found.introduction):
            return
        item = Item(found.block, 0)
        if marker.style is Style.SUBGOAL_LABEL:
            self._add_subgoal(found.text, item, found.introduction)
            return
        earlier = {goal.code: goal.text for goal in self.stated.goals}
        if earlier.get(marker.code, found.text) != found.text:
            self._doubt("doubt-code-twice", item.block.line, code=marker.code or "")
            return
        self._add_goal(found.text, item, found.introduction)

    def take_list(self, found: GoalList) -> None:
        if found.introduction.listed is Listed.OTHER:
            self._doubt("doubt-list-left-out", found.introduction.line)
            return
        if not self._is_ours(found.introduction) or not self._is_current(found):
            return
        goal_depth, subgoal_depth = self._depths(found)
        if goal_depth is None and subgoal_depth is None:
            self._doubt("doubt-list-left-out", found.introduction.line)
            return
        for item in found.items:
            if item.depth == goal_depth:
                self._add_goal(item.block.text, item, found.introduction)
            elif item.depth == subgoal_depth:
                self._add_subgoal(item.block.text, item, found.introduction)
            else:
                self._doubt("doubt-nested-left-out", item.block.line, text=item.block.text[:80])
        self._check_numbers(found.items)

    def _depths(self, found: GoalList) -> tuple[int | None, int | None]:
        """How deep the goals and the sub-goals of a list lie."""
        depths = {item.depth for item in found.items}
        nested = 1 if 1 in depths else None
        listed = found.introduction.listed
        if listed is Listed.GOALS:
            return 0, nested if self.background.names_subgoals else None
        if nested is None:
            return None, 0 if listed is Listed.SUBGOALS else None
        if listed is Listed.BOTH:
            return 0, nested
        outermost = [item.block for item in found.items if item.depth == 0]
        known = {goal.text for goal in self.stated.goals}
        all_coded = all(item.block.marker and item.block.marker.code for item in found.items)
        if all_coded or any(block.text in known for block in outermost):
            return 0, nested
        return None, 0

    def _is_ours(self, introduced: Introduction) -> bool:
        body = body_key(self.background.body or "")
        others = [owner for owner in introduced.owners if owner != body]
        if not others or body in introduced.owners:
            return True
        name = others[0][0].upper() + others[0][1:]
        self._doubt("doubt-other-body", introduced.line, body=name)
        return False

    def _is_current(self, found: GoalList) -> bool:
        """Goals of another period than the ones already read are an earlier set."""
        introduced = found.introduction
        if introduced.listed is not Listed.GOALS or introduced.period is None:
            return True
        earlier, self_period = self.stated.period, introduced.period
        if earlier is not None and earlier != self_period and self.stated.goals:
            older, line = min((earlier, 0), (self_period, introduced.line))
            if older == earlier:
                line = self.stated.goals[0].line or introduced.line
                self.stated.goals.clear()
                self.seen = {each for each in self.seen if each[1] is not None}
                self.stated.period = self_period
            self._doubt("doubt-other-period", line, period=str(older))
            return older == earlier
        self.stated.period = self_period
        return True

    def _add_goal(self, text: str, item: Item, introduced: Introduction | None) -> None:
        if not text or (text, None) in self.seen:
            return
        self.seen.add((text, None))
        code = item.block.marker.code if item.block.marker else None
        self.stated.goals.append(StatedGoal(text, code, item.block.line))
        self._check_length(text, item)
        if introduced is not None and introduced.listed is Listed.GOALS:
            self.stated.period = self.stated.period or introduced.period
            self.stated.only_year = self.stated.only_year or introduced.year

    def _add_subgoal(self, text: str, item: Item, introduced: Introduction | None) -> None:
        line = item.block.line
        own = introduced.year if introduced and introduced.listed is not Listed.GOALS else None
        year = own or self.background.year
        if not text:
            return
        if year is None:
            self._doubt_once("doubt-subgoals-without-year", line)
            return
        if own is None and not self.background.year_is_sure:
            self._doubt_once("doubt-year-guessed", line, year=year)
        if (text, year) in self.seen:
            return
        self.seen.add((text, year))
        code = item.block.marker.code if item.block.marker else None
        self.stated.subgoals.append(StatedSubgoal(text, year, code, line))
        self._check_length(text, item)

    def _check_length(self, text: str, item: Item) -> None:
        if len(text) > _LONG_ITEM:
            self._doubt("doubt-long-item", item.block.line, length=len(text))

    def _check_numbers(self, items: Iterable[Item]) -> None:
        """A number that is skipped may be an item that was lost."""
        last: int | None = None
        for item in items:
            code = item.block.marker.code if item.block.marker else None
            if item.depth or code is None or not code.isdigit():
                continue
            if last is not None and int(code) != last + 1:
                self._doubt("doubt-numbering", item.block.line, code=code)
            last = int(code)

    def _doubt(self, key: str, line: int | None, **arguments: str | int) -> None:
        self.stated.doubts.append(Doubt(key, line, arguments))

    def _doubt_once(self, key: str, line: int, **arguments: str | int) -> None:
        if not any(doubt.key == key for doubt in self.stated.doubts):
            self._doubt(key, line, **arguments)
