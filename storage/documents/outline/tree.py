"""A paper's blocks as a tree: each heading with what stands under it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum
from itertools import pairwise, takewhile

from storage.documents.facts.bodies import is_body
from storage.documents.goal_words import is_whole_heading, names_subgoals
from storage.documents.goals.in_prose import said_in
from storage.documents.goals.introductions import (
    Introduction,
    Listed,
    introduced_by,
    introduction,
)
from storage.documents.goals.unmarked import is_group, reads_as_goal
from storage.documents.outline.blocks import Block, is_appendix
from storage.documents.outline.markers import CODED, LABELS, Style
from storage.documents.outline.sections import Section
from storage.documents.outline.tables import is_detail


class Rank(IntEnum):
    """How headings lie under each other where the file itself does not say it."""

    LEVEL = 0
    """The file says the level."""
    SECTION = 1
    """A heading that papers are divided by: Bakgrund, Beslut."""
    NUMBERED = 2
    """A numbered line that holds more than itself."""
    BODY = 3
    """The name of a body and nothing else."""
    INTRODUCTION = 4
    """It says that goals are listed: Nämndens mål 2025."""
    PLAIN = 5
    """A short line by itself."""
    LABEL = 6
    """Mål 3: …"""
    METHOD = 7
    """Indikatorer, under each goal."""
    LEAD = 8
    """A sentence that ends in a colon."""


@dataclass(slots=True)
class Part:
    """A heading and what stands under it."""

    heading: Block | None
    rank: Rank
    kind: tuple[object, ...]
    """Headings of one kind lie beside each other."""
    introduced: Introduction | None = None
    content: list[Block] = field(default_factory=list)
    """What stands right under it, before any heading of its own."""
    parts: list[Part] = field(default_factory=list)
    recurs: bool = False
    """Whether the paper has the heading more than once, as under each goal."""

    @property
    def has_list(self) -> bool:
        """Whether a marked list or a table stands right under it."""
        return any(block.is_item or block.rows for block in self.content)

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands under it."""
        return not self.content and not self.parts

    def walk(self) -> Iterator[Part]:
        """It and all parts under it, in the order of the paper."""
        yield self
        for part in self.parts:
            yield from part.walk()


_MOST_WORDS_PLAIN = 16
_WORDS_OF_A_NAME = 5
_FACT = re.compile(
    r"^(?:dnr|diarie\w*|datum|ärendenr|ärendenummer|sida|blad|till|beteckning)\b|\d{4}-\d{2}-\d{2}|§"
    r"|\(påhittad\)|^[A-ZÅÄÖ]{1,6}[ /-]?\d{4}[/:-]\d",
    re.IGNORECASE,
)
_ADOPTS = re.compile(
    r"\b(?:anta|fastställ|godkänn)\w*\b[^.:]*\b\w*mål(?:en|sättningar(?:na)?)?\b", re.IGNORECASE
)
_STOPS = re.compile(r"\w (?:när|om|genom att|är att|för att)$")
_YEAR_ALONE = re.compile(r"(?:(?:År|Under) )?(?P<year>(?:19|20)\d\d):?")
_NUMBER = re.compile(r"^\d{1,2}(?:\.\d{1,2}){0,3}[.)]?\s+")
_AT_LEAST_TWO = 2
_HALF = 0.5
"""How far a heading lies over others that are set like it."""
_LED = 0.25
"""How far a sentence that speaks of headings lies over them."""
_BESIDE = 50
"""How many of the headings before one are looked at."""
_FARTHEST = 200
"""How many blocks on the next number of a list is looked for."""
_DECIDING = frozenset({Section.PROPOSAL, Section.DECISION})
_OUTERMOST = frozenset(
    {
        *(Section.PROPOSAL, Section.DECISION, Section.ACCOUNT, Section.BASIS),
        *(Section.RECIPIENTS, Section.OFFICER, Section.MEETING),
    }
)


def read_outline(blocks: Sequence[Block]) -> Part:
    """The tree of a paper; its root has no heading."""
    builder = _Outline(_announced_last(_with_years_named(blocks)))
    for at in range(len(blocks)):
        builder.take(at)
    return builder.root


def _with_years_named(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks; years alone, each over a list, are of the sub-goals that the paper speaks of."""
    alone = {
        at: found["year"]
        for at, (block, below) in enumerate(pairwise(blocks))
        if below.is_item and (found := _YEAR_ALONE.fullmatch(block.text))
    }
    if len(set(alone.values())) < _AT_LEAST_TWO:
        return blocks
    if not any(names_subgoals(block.text) for block in blocks[: min(alone)]):
        return blocks
    return [
        replace(block, text=f"Delmål {alone[at]}") if at in alone else block
        for at, block in enumerate(blocks)
    ]


def _announced_last(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks; a point that announces the goals which stand after all the points is the last."""
    ordered = list(blocks)
    for at, block in enumerate(blocks):
        if not block.is_item or block.section not in _DECIDING:
            continue
        stated = introduction(block)
        if stated is None or stated.listed is Listed.OTHER or not stated.points_on:
            continue
        last = at
        while last + 1 < len(blocks) and is_sibling(blocks[last + 1], blocks[last]):
            last += 1
        after = blocks[last + 1] if last + 1 < len(blocks) else None
        if last > at and after is not None and after.opens is None and after.level is None:
            ordered[at : last + 1] = [*blocks[at + 1 : last + 1], block]
    return ordered


@dataclass(slots=True)
class _Outline:
    blocks: Sequence[Block]
    root: Part = field(default_factory=lambda: Part(None, Rank.LEVEL, (Rank.LEVEL, 0)))
    open: list[Part] = field(default_factory=list)
    recurring: Counter[str] = field(default_factory=Counter)
    labels: dict[tuple[object, ...], Block] = field(default_factory=dict)
    """The latest label of each kind."""

    headings_of_goals: int = 0
    methods: set[str] = field(default_factory=set)
    """The names that come more than once in one chapter: "Indikatorer", under each goal."""

    def __post_init__(self) -> None:
        self.open.append(self.root)
        stated = [None if block.rows else introduction(block) for block in self.blocks]
        addressed = {Section.RECIPIENTS, Section.OFFICER}
        self.recurring.update(
            _plain(block) for block in self.blocks if block.section not in addressed
        )
        self.headings_of_goals = sum(
            1
            for block, each in zip(self.blocks, stated, strict=True)
            if each is not None
            and each.listed is not Listed.OTHER
            and (each.listed is not Listed.SUBGOALS or self.recurring[_plain(block)] == 1)
        )
        here: set[str] = set()
        for block, each in zip(self.blocks, stated, strict=True):
            name = _plain(block)
            if each is not None and each.is_heading and self.recurring[name] == 1:
                here = set()  # a chapter begins: the names in it may be those of another
            if self.recurring[name] > 1:
                self.methods |= {name} & here
                here.add(name)

    def take(self, at: int) -> None:
        block = self.blocks[at]
        part = self._part(at)
        if part is None:
            while (lead := self._past_lead(block)) is not None:
                del self.open[lead:]
            self.open[-1].content.append(block)
            return
        self._close(part)
        if part.rank is Rank.LABEL:
            self.labels[part.kind] = block
        self.open[-1].parts.append(part)
        self.open.append(part)

    def _past_lead(self, block: Block) -> int | None:
        """Where a lead stands open that an item is the neighbour of: its list has ended."""
        at = len(self.open) - 1
        while at > 0 and self.open[at].rank is Rank.PLAIN:
            at -= 1
        lead = self.open[at]
        is_past = (
            lead.heading is not None
            and lead.rank in {Rank.LEAD, Rank.NUMBERED}
            and lead.introduced is not None
            and is_sibling(block, lead.heading)
            and not self._list_that_goes_on(block)
        )
        return at if is_past else None

    def _part(self, at: int) -> Part | None:
        """The part that a block is the heading of, if it is one."""
        block = self.blocks[at]
        if block.rows:
            return None
        stated = introduction(block)
        if stated is None and block.level is not None and self._is_fact_under_title(block):
            return None
        if block.level is not None:
            recurs = self.recurring[_plain(block)] > 1
            return Part(block, Rank.LEVEL, (Rank.LEVEL, block.level), stated, recurs=recurs)
        if block.opens is not None:
            rank = Rank.SECTION if block.opens in _OUTERMOST else Rank.METHOD
            return Part(block, rank, (rank,), stated)
        if block.marker is not None:
            return self._marked(at, stated)
        return self._unmarked(at, stated)

    def _is_fact_under_title(self, block: Block) -> bool:
        """Whether a line that is set large says who adopted the paper, right under its title."""
        title = self.open[-1]
        heads = title.rank is Rank.LEVEL and not title.parts
        return heads and not block.opens and not block.is_item and is_fact(block.text)

    def _unmarked(self, at: int, stated: Introduction | None) -> Part | None:
        block = self.blocks[at]
        appended = block.section is None and is_appendix(block.text)
        if appended and (stated is None or stated.is_heading):
            return Part(block, Rank.SECTION, (Rank.SECTION,), stated)
        if stated is not None and stated.is_heading:
            recurs = self.recurring[_plain(block)] > 1
            kind = (Rank.INTRODUCTION, stated.listed)
            return Part(block, Rank.INTRODUCTION, kind, stated, recurs=recurs)
        if stated is not None or block.text.endswith(":") or self._runs_on(at):
            return Part(block, Rank.LEAD, (Rank.LEAD,), stated)
        if is_body(block.text) is not None:
            return Part(block, Rank.BODY, (Rank.BODY,))
        if not self._is_plain_heading(at) or self._says_the_label(at):
            return None
        return self._plain_part(at)

    def _runs_on(self, at: int) -> bool:
        """Whether a sentence stops at a word that the items after it go on from."""
        following = self.blocks[at + 1] if at + 1 < len(self.blocks) else None
        listed = following is not None and following.is_item and not following.gap
        return listed and _STOPS.search(self.blocks[at].text) is not None

    def _plain_part(self, at: int) -> Part | None:
        block = self.blocks[at]
        if _plain(block) in self.methods:
            return Part(block, Rank.METHOD, (Rank.METHOD,))
        over_prose = self._is_over_prose(at)
        last = self.open[-1]
        if last.rank is Rank.METHOD and not over_prose and not last.has_list and self._is_line(at):
            return None
        kind = (Rank.PLAIN, block.bold, block.text.isupper(), over_prose)
        return Part(block, Rank.PLAIN, kind)

    def _is_over_prose(self, at: int) -> bool:
        """Whether text that is no heading and no list comes right after it."""
        following = self.blocks[at + 1] if at + 1 < len(self.blocks) else None
        return (
            following is not None
            and not following.is_item
            and not following.rows
            and following.level is None
            and following.opens is None
            and following.text.endswith(".")
        )

    def _is_line(self, at: int) -> bool:
        """Whether a line without a mark is one of those that a recurring heading holds."""
        method = self.open[-1].heading
        following = self.blocks[at + 1] if at + 1 < len(self.blocks) else None
        known = following is None or introduction(following) is None
        return method is not None and self.recurring[_plain(method)] > 1 and known

    def _marked(self, at: int, stated: Introduction | None) -> Part | None:
        block = self.blocks[at]
        marker = block.marker
        if marker is None:
            return None
        if marker.style in LABELS:
            kind = (Rank.LABEL, marker.style, marker.name, marker.depth)
            return Part(block, Rank.LABEL, kind, stated)
        introduces = stated is not None and (is_whole_heading(block.text) or stated.points_on)
        if not introduces and (adopted := self._adopted_below(at)) is not None:
            stated, introduces = adopted, True
        if marker.style in CODED or marker.is_capital:
            numbered = Part(block, Rank.NUMBERED, (marker.style, marker.depth))
            if introduces:
                numbered.introduced = stated
            heads = introduces or self._is_next_chapter(numbered) or self._holds_more(at)
            return numbered if heads else None
        return Part(block, Rank.LEAD, (Rank.LEAD,), stated) if introduces else None

    def _adopted_below(self, at: int) -> Introduction | None:
        """What a point of the decision adopts, where goals are listed right under it."""
        block = self.blocks[at]
        if block.section not in _DECIDING or _ADOPTS.search(block.text) is None:
            return None
        below = list(
            takewhile(
                lambda each: each.is_item and style_of(each) is not style_of(block),
                self.blocks[at + 1 :],
            )
        )
        goals = [each for each in below if reads_as_goal(each.text)]
        alike = len({style_of(each) for each in below} - LABELS) == 1
        if not alike or len(goals) < _AT_LEAST_TWO or 2 * len(goals) <= len(below):
            return None
        listed = Listed.SUBGOALS if names_subgoals(block.text) else Listed.GOALS
        return introduced_by(block.text, block.line, listed)

    def _is_next_chapter(self, part: Part) -> bool:
        """Whether its number goes on from a heading's, and not from an item's just before it."""
        if self._place_beside(part) is None or part.heading is None:
            return False
        items = self._list_that_goes_on(part.heading)
        if not items:
            return True
        return part.heading.gap > max((each.gap for each in items[1:]), default=0)

    def _list_that_goes_on(self, block: Block) -> list[Block]:
        """The items just before, where a block carries the next number."""
        items = [each for each in self.open[-1].content if each.is_item]
        goes_on = bool(items) and items[-1].bold == block.bold and _goes_on(items[-1], block)
        return items if goes_on else []

    def _holds_more(self, at: int) -> bool:
        """Whether something else than items stands between a number and the next of its list."""
        block = self.blocks[at]
        following = self.blocks[at + 1] if at + 1 < len(self.blocks) else None
        in_list = bool(self._list_that_goes_on(block)) and not block.gap
        if in_list or following is None or following.level is not None:
            return False
        itemised = following.is_item and style_of(following) not in LABELS
        if itemised or self._is_like_heading_above(following):
            return False
        for other in self.blocks[at + 1 : at + _FARTHEST]:
            if other.opens in _OUTERMOST or (other.level is not None and block.level is None):
                return False
            if other.marker is None or style_of(other) is not style_of(block):
                continue
            if _goes_on(block, other):
                return not any(
                    each.rank is Rank.NUMBERED and each.heading and _goes_on(each.heading, other)
                    for each in self.open
                )
            begins_anew = other.marker.number == 1
            if block.marker and other.marker.stem == block.marker.stem and not begins_anew:
                return False
        return False

    def _is_like_heading_above(self, block: Block) -> bool:
        """Whether a block is set as the heading is that the list before it stands under."""
        last = self.open[-1]
        above = last.heading if last.rank is Rank.PLAIN else None
        alike = above is not None and above.bold and block.bold
        return alike and introduction(block) is None

    def _is_plain_heading(self, at: int) -> bool:
        block = self.blocks[at]
        return (
            (block.is_short or (block.bold and len(block.text.split()) <= _MOST_WORDS_PLAIN))
            and block.section not in {Section.RECIPIENTS, Section.OFFICER}
            and len(block.text.split()) <= _MOST_WORDS_PLAIN
            and not block.text[:1].islower()
            and (is_group(block.text) or not is_detail(block.text))
            and not is_fact(block.text)
            and not said_in(block.text)
        )

    def _says_the_label(self, at: int) -> bool:
        """Whether a line is the goal that the label before it only has a name for."""
        before = self.blocks[at - 1] if at else None
        return (
            before is not None
            and style_of(before) in LABELS
            and self.open[-1].heading is before
            and (not before.text or is_name(before.text))
            and (not before.text or reads_as_goal(self.blocks[at].text))
        )

    def _close(self, part: Part) -> None:
        """Leave the parts that the new one does not lie under."""
        if part.rank is Rank.LEVEL:
            if self._begins_areas(part) or self._is_led_to(part):
                return
            level = part.kind[1]
            while len(self.open) > 1 and not self._has_level_above(level, part):
                self.open.pop()
            return
        if part.rank is Rank.SECTION or self._is_lone_method(part):
            while len(self.open) > 1 and self._ends_before(part, self.open[-1]):
                self.open.pop()
            return
        if self._begins_list(part):
            return
        same = self._place_beside(part)
        if same is not None:
            del self.open[same:]
            return
        while len(self.open) > 1 and self._is_over(part):
            self.open.pop()

    @staticmethod
    def _ends_before(part: Part, last: Part) -> bool:
        """Whether a section, or an appendix after one that the file marks, lies beside the last."""
        if last.rank is not Rank.LEVEL:
            return True
        after = part.heading is not None and part.heading.opens is None
        return after and last.heading is not None and last.heading.opens in _OUTERMOST

    def _begins_areas(self, part: Part) -> bool:
        """Whether a heading is an area of the goals that the empty one before it speaks of.

        Both are set alike, and other areas may follow: from then on the one before lies over them.
        """
        last = self.open[-1]
        if (
            last.kind != part.kind
            or last.parts
            or not all(is_fact(block.text) for block in last.content)
            or last.introduced is None
            or last.introduced.listed is Listed.OTHER
            or part.heading is None
            or not (is_group(part.heading.text) or self._is_only_title(last))
        ):
            return False
        last.kind = (Rank.LEVEL, last.kind[1] - _HALF)  # type: ignore[operator]
        return True

    def _is_led_to(self, part: Part) -> bool:
        """Whether a heading is the first of those that the sentence before it says are goals.

        From then on the sentence lies over all that are set like it.
        """
        last, heading = self.open[-1], part.heading
        led = (
            last.rank is Rank.LEAD
            and last.is_empty
            and last.introduced is not None
            and last.introduced.listed is not Listed.OTHER
            and last.introduced.points_on
            and heading is not None
            and reads_as_goal(heading.text)
        )
        if led:
            last.kind = (Rank.LEVEL, part.kind[1] - _LED)  # type: ignore[operator]
        return led

    def _begins_list(self, part: Part) -> bool:
        """Whether a line is the first that a heading lists without any mark."""
        last = self.open[-1]
        return (
            part.rank is Rank.PLAIN
            and not part.kind[-1]
            and last.rank is Rank.INTRODUCTION
            and last.introduced is not None
            and last.introduced.listed is not Listed.OTHER
            and last.is_empty
            and part.heading is not None
            and reads_as_goal(part.heading.text)
        )

    def _has_level_above(self, level: object, part: Part) -> bool:
        kind = self.open[-1].kind
        if kind[0] is not Rank.LEVEL or not isinstance(level, int) or not kind[1] < level:  # type: ignore[operator]
            return False
        over_areas = kind[1] == level - _HALF
        is_area = part.heading is not None and is_group(part.heading.text)
        return not over_areas or is_area or self._is_only_title(self.open[-1])

    def _is_only_title(self, part: Part) -> bool:
        """Whether the paper begins with a heading of goals, and no other says that they stand."""
        return (
            bool(self.root.parts)
            and part is self.root.parts[0]
            and self.headings_of_goals == 1
            and part.introduced is not None
            and part.introduced.listed in {Listed.GOALS, Listed.BOTH}
            and not part.introduced.is_bare
            and is_whole_heading(part.introduced.text)
        )

    def _is_lone_method(self, part: Part) -> bool:
        """A way of working or a scale that the paper has once ends the lists before it."""
        return (
            part.rank is Rank.METHOD
            and part.heading is not None
            and self.recurring[_plain(part.heading)] == 1
        )

    def _place_beside(self, part: Part) -> int | None:
        """Where the open part stands that the new one is a sibling of."""
        for at in range(len(self.open) - 1, 0, -1):
            other = self.open[at]
            if other.rank is Rank.SECTION or other.rank is Rank.LEVEL:
                return None
            if other.kind != part.kind or self._comes_in_each_unlike(part, other):
                continue
            if part.rank is not Rank.NUMBERED or _follows(other, part):
                return at
        return None

    def _comes_in_each_unlike(self, part: Part, other: Part) -> bool:
        """Whether an introduction comes again under each goal, and the other over all of them."""
        if part.rank is not Rank.INTRODUCTION or part.heading is None or other.heading is None:
            return False
        return self._is_in_each(part) and not self._is_in_each(other)

    def _is_over(self, part: Part) -> bool:
        """Whether the innermost open part has ended before the new one."""
        last = self.open[-1]
        if last.rank in {Rank.LEVEL, Rank.SECTION}:
            return False
        if last.rank is Rank.LEAD or _points_at_lines(last) or _lists_besides(last, part):
            return not _promises(last, part.rank)
        if part.rank is Rank.BODY:
            return True
        if part.rank is Rank.LABEL and last.rank is Rank.METHOD:
            return _is_apart(part) or self._goes_on_from_label(part)
        if part.rank is Rank.PLAIN:
            return not _heads_lines(last) or _has_had_its_list(last)
        introduces = part.introduced is not None and part.rank in {Rank.INTRODUCTION, Rank.LEAD}
        return introduces and self._is_over_for_introduction(last, part)

    def _goes_on_from_label(self, part: Part) -> bool:
        """Whether the label before it, wherever that stands, has the number before its own."""
        before = self.labels.get(part.kind)
        return before is not None and part.heading is not None and _goes_on(before, part.heading)

    def _is_over_for_introduction(self, last: Part, part: Part) -> bool:
        if last.rank in {Rank.INTRODUCTION, Rank.METHOD}:
            return part.rank is Rank.INTRODUCTION and not _is_deeper(part, last)
        if last.rank in {Rank.PLAIN, Rank.LABEL, Rank.NUMBERED}:
            return not self._is_in_each(part) and self._stands_apart(last)
        return False

    def _is_in_each(self, part: Part) -> bool:
        """Whether headings such as it recur, one under each goal."""
        return part.heading is not None and self.recurring[_plain(part.heading)] > 1

    def _stands_apart(self, last: Part) -> bool:
        """Whether an introduction that comes once is not the last goal's alone."""
        if len(self.open) > 1 and last.rank is Rank.PLAIN:
            among = any(each.rank is Rank.INTRODUCTION for each in self.open[:-1])
            if not among:
                return True
        beside = [each for each in self.open[-2].parts[-_BESIDE:] if each.kind == last.kind]
        return len(beside) > 1 and not any(each.parts for each in beside[:-1])


def _is_apart(part: Part) -> bool:
    """Whether a label stands by itself with its number, and is none of a list of terms."""
    heading = part.heading
    marker = heading.marker if heading else None
    return heading is not None and heading.gap > 0 and marker is not None and bool(marker.code)


def _heads_lines(part: Part) -> bool:
    """Whether a heading speaks of goals, or of a body, and lines without a mark may be its list."""
    numbered = part.rank is Rank.NUMBERED and part.introduced is not None
    return numbered or part.rank in {Rank.INTRODUCTION, Rank.BODY}


def _has_had_its_list(part: Part) -> bool:
    """Whether what an introduction speaks of has come, right under it or after a lead."""
    leads = [each for each in part.parts if each.rank is Rank.LEAD]
    return part.has_list or any(each.has_list for each in leads)


def is_name(text: str) -> bool:
    """Whether a text is short, as the name of a goal and not its wording is."""
    return len(text.split()) <= _WORDS_OF_A_NAME and not reads_as_goal(text)


def _lists_besides(last: Part, part: Part) -> bool:
    """Whether goals with labels, or a sentence over others, come after the list of a heading."""
    inner, outer = part.introduced, last.introduced
    if part.rank is Rank.LABEL:
        return outer is not None and last.has_list
    other = outer is not None and last.rank is Rank.INTRODUCTION
    leads = part.rank is Rank.LEAD and inner is not None and inner.listed is not Listed.OTHER
    over = leads and inner is not None and inner.says_which and last.has_list
    return over and (other or last.rank is Rank.METHOD)


def _promises(lead: Part, rank: Rank) -> bool:
    """Whether a lead is followed by what it says that it lists, line by line or numbered."""
    stated = lead.introduced
    if rank is Rank.LABEL and stated is not None and stated.text.endswith(":"):
        return not lead.has_list
    if stated is None or lead.content or stated.listed is Listed.OTHER:
        return False
    return rank is Rank.NUMBERED or (rank is Rank.PLAIN and stated.points_on)


def _points_at_lines(part: Part) -> bool:
    """Whether a numbered sentence ends in a colon, and the lines after it are what it lists."""
    stated = part.introduced
    return part.rank is Rank.NUMBERED and stated is not None and stated.text.endswith(":")


def _is_deeper(part: Part, last: Part) -> bool:
    """Sub-goals lie under goals, where no list of those has come."""
    inner, outer = part.introduced, last.introduced
    return (
        inner is not None
        and outer is not None
        and inner.listed is Listed.SUBGOALS
        and outer.listed is not Listed.SUBGOALS
        and not last.has_list
        and not last.parts
    )


def _follows(other: Part, part: Part) -> bool:
    """Whether the new numbered heading goes on from the other one."""
    if other.heading is None or part.heading is None:
        return False
    return _goes_on(other.heading, part.heading)


def _goes_on(block: Block, following: Block) -> bool:
    """Whether the second carries the number after the first's."""
    first, second = block.marker, following.marker
    if first is None or second is None or first.number is None or second.number is None:
        return False
    return first.stem == second.stem and second.number == first.number + 1


def _plain(block: Block) -> str:
    text = block.text or _NUMBER.sub("", block.heading)
    return text.strip(" :").casefold()


def is_fact(text: str) -> bool:
    """Whether a line is one of those at the head of a paper: number, day, addressee."""
    return _FACT.search(text) is not None


def is_sibling(block: Block, other: Block) -> bool:
    """Whether two items are neighbours in one list, not a list and what introduces it."""
    if block.marker is None or other.marker is None or block.indent > other.indent:
        return False
    if block.marker.style is not other.marker.style:
        return False
    codes = (other.marker.number, block.marker.number)
    return None in codes or codes[1] == (codes[0] or 0) + 1


def style_of(block: Block) -> Style | None:
    """How a block is marked."""
    return block.marker.style if block.marker else None
