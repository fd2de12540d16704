"""From what was found to the body's own goals and sub-goals, each with its year and place."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from goals.document import Doubt, StatedGoal, StatedSubgoal
from goals.goal import Period
from storage.documents.facts.bodies import COMPANY, COUNCIL, body_key, companies_in
from storage.documents.goal_words import own_year
from storage.documents.goals.introductions import Introduction, Listed
from storage.documents.goals.lists import Found, FoundGoals, Kind
from storage.documents.goals.own_lists import About, own_lists, without

_AT_LEAST_TWO = 2
_LONG_ITEM = 600
_MONTH_OF_NEXT_YEAR = 8
"""What is decided from this month on is about the next year."""
_OVERARCHING = re.compile(r"^(?:(?!kommun|koncern|stad)\w+s )?övergripande mål\b", re.IGNORECASE)
_ONCE_A_PAPER = frozenset({"doubt-year-guessed", "doubt-subgoals-without-year"})


@dataclass(frozen=True, slots=True)
class Background:
    """What the rest of the paper says that the lists do not repeat."""

    body: str | None
    year: int | None
    """The year of sub-goals whose introduction names none."""
    year_is_sure: bool
    years: frozenset[int] = frozenset()
    """All the years that the paper says that it is about."""
    day: dt.date | None = None
    """When it was decided or written."""
    superseded: frozenset[tuple[Kind, int]] = frozenset()
    """The lines of the introductions of lists that a decision in the paper has replaced."""

    title: str = ""
    title_line: int | None = None
    points: tuple[str, ...] = ()
    """The points of the decision that say which goals are to hold."""

    @property
    def assumed_year(self) -> int | None:
        """The one that a decision of that day is about."""
        return self.day.year + (self.day.month >= _MONTH_OF_NEXT_YEAR) if self.day else None


@dataclass(slots=True)
class StatedGoals:
    """The goals and sub-goals of a paper."""

    goals: list[StatedGoal] = field(default_factory=list)
    subgoals: list[StatedSubgoal] = field(default_factory=list)
    period: Period | None = None
    """The period that the goals' own introduction names."""
    only_year: int | None = None
    doubts: list[Doubt] = field(default_factory=list)


def settle_goals(found: FoundGoals, background: Background) -> StatedGoals:
    """The goals and sub-goals that the paper's own body has."""
    about = About(
        background.title,
        background.title_line,
        background.points,
        background.body,
        background.years,
        background.assumed_year,
    )
    replaced = {
        at: each.introduced.line
        for at, each in enumerate(found.found)
        if each.introduced and (each.kind, each.introduced.line) in background.superseded
    }
    told = [Doubt("doubt-list-left-out", line) for line in dict.fromkeys(replaced.values())]
    lists = own_lists(tuple(without(found.found, set(replaced))), about)
    own = _with_own(lists.found, body_key(background.body or ""))
    settling = _Settling(background, _with_years(own, background.years))
    settling.settle()
    stated = settling.stated
    stated.doubts += [*found.doubts, *told, *lists.doubts]
    return stated


@dataclass
class _Settling:
    background: Background
    found: Sequence[Found]
    stated: StatedGoals = field(default_factory=StatedGoals)
    places: dict[int, int] = field(default_factory=dict)
    """The place among the stated goals, from 1, of what was found."""
    by_text: dict[str, int] = field(default_factory=dict)
    by_code: dict[str, int] = field(default_factory=dict)
    taken: dict[tuple[str, int], int | None] = field(default_factory=dict)
    """The goal over each sub-goal and year that has been taken."""
    labels: Counter[tuple[object, ...]] = field(default_factory=Counter)
    """How often a code stands for a goal in one list."""
    told: set[object] = field(default_factory=set)

    def settle(self) -> None:
        period = self._latest_period()
        self.labels.update(map(_label, self.found))
        for at, each in enumerate(self.found):
            if each.kind is Kind.SUBGOAL or not self._is_ours(each):
                continue
            if each.introduced is not None and each.introduced.period not in {None, period}:
                older = str(each.introduced.period)
                self._doubt_once("doubt-other-period", each.introduced.line, period=older)
                continue
            if each.introduced is not None and self._is_of_earlier_year(each.introduced):
                older = str(each.introduced.year)
                self._doubt_once("doubt-other-period", each.introduced.line, period=older)
                continue
            self._add_goal(at, each)
        self._count_out()
        for each in self.found:
            if each.kind is Kind.SUBGOAL and self._is_ours(each):
                self._add_subgoal(each)

    def _count_out(self) -> None:
        """Goals numbered from 1 stand in that order, whatever order a page of cards has them in."""
        goals = self.stated.goals
        codes = [each.code or "" for each in goals]
        if sorted(codes, key=lambda code: code.zfill(3)) != [
            str(1 + at) for at in range(len(codes))
        ]:
            return
        moved = {at + 1: int(code) for at, code in enumerate(codes)}
        goals.sort(key=lambda goal: int(goal.code or 0))
        self.places = {found: moved[place] for found, place in self.places.items()}
        self.by_text = {text: moved[place] for text, place in self.by_text.items()}
        self.by_code = {code: moved[place] for code, place in self.by_code.items()}

    def _is_of_earlier_year(self, stated: Introduction | None) -> bool:
        """Whether goals are said to be of a year before the paper's, which has its own."""
        own = self.background.year
        if stated is None or stated.year is None or own is None or stated.year >= own:
            return False
        if stated.year in self.background.years:
            return False
        return any(
            each.kind is not Kind.SUBGOAL and each.introduced and each.introduced.year == own
            for each in self.found
        )

    def _latest_period(self) -> Period | None:
        """Goals of another period than the latest are an earlier set."""
        periods = [
            each.introduced.period
            for each in self.found
            if each.kind is not Kind.SUBGOAL
            and each.introduced is not None
            and each.introduced.period is not None
            and each.introduced.listed is not Listed.SUBGOALS
            and self._owner_is_ours(each.introduced)
        ]
        return max(periods, default=None)

    def _is_ours(self, each: Found) -> bool:
        """Whether it is the body's own and not another body's, or the council's over it."""
        if each.kind is Kind.COUNCIL and self._has_own_goals:
            self._tell_council(each)
            return False
        stated = each.introduced
        if stated is None or self._owner_is_ours(stated):
            return True
        other = next(owner for owner in stated.owners if owner != self._body)
        self._doubt_once("doubt-other-body", stated.line, body=other[0].upper() + other[1:])
        return False

    def _tell_council(self, each: Found) -> None:
        stated = each.introduced
        if stated is not None and stated.owners:
            name = stated.owners[0][0].upper() + stated.owners[0][1:]
            self._doubt_once("doubt-other-body", stated.line, body=name)
        else:
            self._doubt_once("doubt-council-goals", stated.line if stated else each.line)

    @property
    def _body(self) -> str:
        return body_key(self.background.body or "")

    def _owner_is_ours(self, stated: Introduction) -> bool:
        if COMPANY in stated.owners and companies_in(self.background.body or ""):
            return True
        return not stated.owners or self._body in stated.owners

    @cached_property
    def _has_own_goals(self) -> bool:
        return self._body != COUNCIL and any(
            each.kind is not Kind.COUNCIL
            and (each.introduced is None or self._owner_is_ours(each.introduced))
            for each in self.found
        )

    def _add_goal(self, at: int, each: Found) -> None:
        if each.text in self.by_text:
            self.places[at] = self.by_text[each.text]
            return
        if each.code in self.by_code and self.labels[_label(each)] > 1:
            self._doubt("doubt-code-twice", each.line, code=each.code or "")
            return
        under = self.found[each.parent].text if each.parent is not None else None
        self.stated.goals.append(StatedGoal(each.text, each.code, each.line, each.page, under))
        place = self.places[at] = self.by_text[each.text] = len(self.stated.goals)
        if each.code is not None:
            self.by_code.setdefault(each.code, place)
        self._check_length(each)
        stated = each.introduced
        if stated is not None and stated.listed is not Listed.SUBGOALS:
            self.stated.period = self.stated.period or stated.period
            if stated.listed is Listed.GOALS and str(stated.year) in stated.text:
                self.stated.only_year = self.stated.only_year or stated.year

    def _add_subgoal(self, each: Found) -> None:
        introduced = each.introduced.year if each.introduced else None
        own = each.year or introduced or self._own_year(each)
        year = own or self.background.year or self._assumed_year()
        if year is None:
            self._doubt_once("doubt-subgoals-without-year", each.line)
            return
        if own is None and not self.background.year_is_sure:
            self._doubt_once("doubt-year-guessed", each.line, year=year)
        stated = each.introduced
        self._add_for_year(each, year)
        if stated is not None and stated.next_year is not None and stated.year == year:
            self._add_for_year(each, stated.next_year)

    def _add_for_year(self, each: Found, year: int) -> None:
        goal = self._goal_over(each)
        if (each.text, year) in self.taken:
            if goal is not None and self.taken[each.text, year] not in {None, goal}:
                self._doubt("doubt-subgoal-twice", each.line, text=each.text[:80])
            return
        self.taken[each.text, year] = goal
        self.stated.subgoals.append(
            StatedSubgoal(each.text, year, each.code, each.line, each.page, goal)
        )
        self._check_length(each)

    def _own_year(self, each: Found) -> int | None:
        """The year that it says itself; one before the paper's is part of what it wants."""
        own, day = own_year(each.text), self.background.day
        least = self.background.year or (day.year if day else 0)
        return own if own is not None and own >= least else None

    def _assumed_year(self) -> int | None:
        """The first year of the goals, else the one that a decision of that day is about."""
        if self.stated.period is not None:
            return self.stated.period.first
        return self.background.assumed_year

    def _goal_over(self, each: Found) -> int | None:
        """The place of the goal that it stands under, or whose code its own goes on from."""
        if each.parent in self.places:
            return self.places[each.parent]
        return next(
            (self.by_code[code] for code in _codes_over(each.code or "") if code in self.by_code),
            None,
        )

    def _check_length(self, each: Found) -> None:
        if len(each.text) > _LONG_ITEM:
            self._doubt("doubt-long-item", each.line, length=len(each.text))

    def _doubt(self, key: str, line: int | None, **arguments: str | int) -> None:
        self.stated.doubts.append(Doubt(key, line, arguments))

    def _doubt_once(self, key: str, line: int, **arguments: str | int) -> None:
        """The same doubt once; what concerns every sub-goal alike, at the first of them."""
        same = key if key in _ONCE_A_PAPER else (key, line, *arguments.items())
        if same not in self.told:
            self.told.add(same)
            self._doubt(key, line, **arguments)


def _with_own(found: Sequence[Found], body: str) -> Sequence[Found]:
    """Overarching goals are the body's own where nothing says that they are the council's.

    So it is where sub-goals are all that stands under them.
    """
    over = [each for each in found if each.kind is Kind.COUNCIL]
    if not over or body == COUNCIL or any(each.kind is Kind.GOAL for each in found):
        return found
    said = [each.introduced for each in over]
    if any(each is None or each.owners or not _OVERARCHING.search(each.text) for each in said):
        return found
    return [replace(each, kind=Kind.GOAL) if each.kind is Kind.COUNCIL else each for each in found]


def _with_years(found: Sequence[Found], years: frozenset[int]) -> Sequence[Found]:
    """Goals that are listed year by year, and nothing else, are the sub-goals of those years."""
    stated = [each.introduced for each in found]
    yearly = {each.year for each in stated if each is not None and each.period is None}
    if len(yearly) < _AT_LEAST_TWO or not yearly <= years or any(each is None for each in stated):
        return found
    if any(each.kind is not Kind.GOAL for each in found):
        return found
    return [replace(each, kind=Kind.SUBGOAL) for each in found]


def _label(each: Found) -> tuple[object, ...]:
    """The same for two goals with one code in one list."""
    return each.code, each.kind, each.introduced, each.parent, each.under


def _codes_over(code: str) -> Iterator[str]:
    """The codes that one goes on from: M2 over M2:1, 1.2 and 1 over 1.2.3, A over A1."""
    shorter = code
    while (shorter := re.sub(r"(?:[.:]?\d+|(?<=\d)[a-h])$", "", shorter)) and shorter != code:
        yield shorter
        code = shorter
