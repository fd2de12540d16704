"""Finds the lists of goals and sub-goals among a paper's blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from storage.documents.blocks import Block, Style
from storage.documents.introductions import (
    Introduction,
    Listed,
    introduction,
    is_whole_heading,
)
from storage.documents.sections import Section


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list, with how deep it lies: 0 for the outermost."""

    block: Block
    depth: int


@dataclass(frozen=True, slots=True)
class GoalList:
    """A list and what introduced it."""

    introduction: Introduction
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class LabelledGoal:
    """A goal that carries its own label, "Mål 3: …", wherever it stands."""

    block: Block
    text: str
    introduction: Introduction | None = None
    """The heading of goals that it stands under."""


@dataclass(slots=True)
class FoundLists:
    """What was found, in the order of the paper."""

    found: list[GoalList | LabelledGoal] = field(default_factory=list)
    claimed: set[int] = field(default_factory=set)
    """The lines of the blocks that belong to lists of goals."""
    left_out: list[Introduction] = field(default_factory=list)
    """Introductions that speak of goals, but whose list was not taken for goals."""
    without_list: list[Introduction] = field(default_factory=list)
    """Introductions that promise a list where none follows."""


_WITHOUT_GOALS = frozenset(
    {Section.BASIS, Section.RECIPIENTS, Section.OFFICER, Section.MEETING, Section.METHOD}
)
_LABELS = frozenset({Style.GOAL_LABEL, Style.SUBGOAL_LABEL})
_CODED = frozenset({Style.NUMBER, Style.CODE})
_GAP_BEFORE_LIST = 3
_GAP_IN_LIST = 1
_GAP_IN_NUMBERS = 3
_NESTED_BY = 2
_WORDS_OF_A_GOAL = 3
_LEGEND = re.compile(r"(?:grön|gul|röd|blå|grå|vit)\w*\b|[^=]{1,30} = |\d ?= ", re.IGNORECASE)


def find_goal_lists(blocks: Sequence[Block]) -> FoundLists:
    """Every list that its introduction, or its own labels, say holds goals."""
    finder = _Finder(blocks)
    finder.walk()
    return finder.lists


@dataclass(slots=True)
class _Finder:
    blocks: Sequence[Block]
    lists: FoundLists = field(default_factory=FoundLists)
    at: int = 0
    heading: Introduction | None = None
    """The heading of goals that we are under."""
    used: bool = False
    """Whether a list has been found right under it."""
    grouped: bool = False
    """Whether its lists stand under sub-headings of their own."""
    lead: Introduction | None = None
    """What stood just before, if it introduces something."""
    lead_item: Block | None = None
    """The list item that it is, if it is one."""
    promised: Introduction | None = None
    """An introduction that ended in a colon, until its list has come."""
    outside: bool = False
    """In a section that holds no goals."""

    def walk(self) -> None:
        while self.at < len(self.blocks):
            block = self.blocks[self.at]
            if block.opens is not None:
                self._open(block.opens)
            elif block.marker is None:
                self._read_paragraph(block)
            elif block.marker.style in _LABELS:
                self._read_label(block)
                continue
            elif self._starts_list(block):
                self._read_list()
                continue
            else:
                self._read_other_item(block)
            self.at += 1

    def _open(self, section: Section) -> None:
        self._expect_nothing()
        self.heading = self.lead = None
        self.outside = section in _WITHOUT_GOALS

    def _read_paragraph(self, block: Block) -> None:
        stated = introduction(block)
        if self.outside and (stated is None or not block.gap or not block.is_short):
            return
        self._expect_nothing()
        if stated is not None:
            self.outside = False
            self.heading = self.lead = stated
            self.used = self.grouped = False
            if stated.text.endswith(":") and stated.listed is not Listed.OTHER:
                self.promised = stated
        elif block.is_short and not block.text.endswith(":"):
            self._read_group()
        elif self.used and not self.grouped:
            self.heading = self.lead = None
        else:
            self.lead = self.heading if not self.used or self._is_group(block) else None

    def _read_group(self) -> None:
        """A heading of its own under a heading of goals: a group of them, or something else."""
        if self.heading is not None and (not self.used or self.grouped):
            self.grouped = True
            self.lead = self.heading
        else:
            self.heading = self.lead = None

    def _is_group(self, block: Block) -> bool:
        return self.grouped and block.is_short

    def _read_label(self, block: Block) -> None:
        self._expect_nothing()
        self.at += 1
        text = block.text
        if not text and self.at < len(self.blocks):
            following = self.blocks[self.at]
            if following.marker is None and following.opens is None:
                text, self.at = following.text, self.at + 1
                self.lists.claimed.add(following.line)
        self.lead = self.heading
        if self.outside or not text:
            return
        self.lists.claimed.add(block.line)
        self.lists.found.append(LabelledGoal(block, text, self.heading))
        self.used, self.grouped = False, True
        if self.heading is not None and self.heading.listed is Listed.GOALS:
            self.lead = None  # what hangs under a goal without a word is not known to be goals

    def _starts_list(self, block: Block) -> bool:
        return (
            self.lead is not None
            and self.lead.listed is not Listed.OTHER
            and not self.outside
            and not (self.lead_item is not None and _is_sibling(block, self.lead_item))
            and block.gap <= _GAP_BEFORE_LIST
            and not (block.marker and block.marker.style in _CODED and is_whole_heading(block.text))
        )

    def _read_list(self) -> None:
        lead = self.lead
        assert lead is not None  # noqa: S101 — _starts_list has seen it
        items = tuple(self._items())
        self.lead = self.lead_item = self.promised = None
        self.used = True
        if (
            _is_legend(items)
            or self._is_chapter(items, lead)
            or (lead.is_bare and _is_of_names(items))
        ):
            self.lists.left_out.append(lead)
            return
        self.lists.claimed.update(item.block.line for item in items)
        self.lists.found.append(GoalList(lead, items))

    def _is_chapter(self, items: Sequence[Item], lead: Introduction) -> bool:
        """A single number with prose after it is a chapter's heading, not a list."""
        only = items[0].block.marker
        following = self.blocks[self.at] if self.at < len(self.blocks) else None
        return (
            len(items) == 1
            and only is not None
            and only.style is Style.NUMBER
            and not lead.text.endswith(":")
            and following is not None
            and not following.is_item
            and following.opens is None
        )

    def _items(self) -> Iterator[Item]:
        """The items that belong together, from where we are."""
        first = self.blocks[self.at]
        last = first
        while self.at < len(self.blocks):
            block = self.blocks[self.at]
            if block is not first and not self._belongs(block, first):
                return
            yield Item(block, _depth(block, first, last))
            last = block
            self.at += 1

    def _belongs(self, block: Block, first: Block) -> bool:
        marker = block.marker
        if marker is None or first.marker is None or block.opens or marker.style in _LABELS:
            return False
        if marker.style is Style.THAT and first.marker.style is not Style.THAT:
            return False
        if _is_next_point(block, first) or _is_outside(block, first):
            return False
        allowed = _GAP_IN_NUMBERS if marker.style in _CODED else _GAP_IN_LIST
        if block.gap > allowed:
            return False
        stated = introduction(block)
        return stated is None or not (block.text.endswith(":") or is_whole_heading(block.text))

    def _read_other_item(self, block: Block) -> None:
        if self.outside:
            return
        if self.lead is not None and (self.lead_item is None or self.lead.text.endswith(":")):
            self.lists.left_out.append(self.lead)
        if self.used and not self.grouped:
            self.heading = None
        self.lead, self.lead_item, self.promised = introduction(block), block, None
        if self.lead is not None and is_whole_heading(block.text):
            self.heading, self.used, self.grouped = self.lead, False, False

    def _expect_nothing(self) -> None:
        """Note an introduction that ended in a colon and was followed by no list."""
        if self.promised is not None:
            self.lists.without_list.append(self.promised)
        self.lead = self.lead_item = self.promised = None


def _is_legend(items: Sequence[Item]) -> bool:
    return 2 * sum(1 for item in items if _LEGEND.match(item.block.text)) >= len(items)


def _is_of_names(items: Sequence[Item]) -> bool:
    """Goals are sentences; what is a word or two each may be names or results."""
    short = sum(1 for item in items if len(item.block.text.split()) < _WORDS_OF_A_GOAL)
    return 2 * short >= len(items)


def _is_next_point(block: Block, first: Block) -> bool:
    """In a decision the list of goals ends where the next point ("att …") begins."""
    decides = block.section in {Section.PROPOSAL, Section.DECISION}
    return decides and block.text.startswith("att ") and not first.text.startswith("att ")


def _is_sibling(block: Block, other: Block) -> bool:
    """Whether two items are neighbours in one list, not a list and what introduces it."""
    if block.marker is None or other.marker is None or block.indent > other.indent:
        return False
    if block.marker.style is not other.marker.style:
        return False
    codes = (other.marker.code or "", block.marker.code or "")
    return not (codes[0].isdigit() and codes[1].isdigit() and int(codes[1]) != int(codes[0]) + 1)


def _is_outside(block: Block, first: Block) -> bool:
    """A number after bullets belongs to the list that the bullets lie in."""
    styles = (block.marker and block.marker.style, first.marker and first.marker.style)
    return (
        styles[0] in _CODED
        and styles[1] in {Style.BULLET, Style.LETTER}
        and block.indent <= first.indent
    )


def _depth(block: Block, first: Block, last: Block) -> int:
    marker, outermost = block.marker, first.marker
    if marker is None or outermost is None:
        return 0
    coded = _CODED | {Style.LETTER}
    if marker.style in coded and outermost.style in coded:
        deeper = marker.style is Style.LETTER and outermost.style is not Style.LETTER
        return max(0, marker.depth - outermost.depth) + deeper
    if marker.style is outermost.style:
        return int(block.indent >= first.indent + _NESTED_BY)
    below = last.marker.depth - outermost.depth if last.marker and last.marker.code else 0
    return max(1, below + 1)
