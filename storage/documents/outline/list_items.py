"""The items of one list, and how deep each lies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from storage.documents.goal_words import ASSESSMENT
from storage.documents.outline.blocks import Block
from storage.documents.outline.markers import CODED, LABELS, Style
from storage.documents.outline.sections import Section
from storage.documents.outline.tree import style_of


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list, with how deep it lies: 0 for the outermost."""

    block: Block
    depth: int


_DECIDING = frozenset({Section.PROPOSAL, Section.DECISION})
_GAP_IN_LIST = 1
_GAP_IN_NUMBERS = 3
_NESTED_BY = 2
_WORDS_OF_A_GOAL = 3
_SEVERAL = 2
"""A word for a colour may begin a goal; so many colours explain a scale."""
_LEGEND = re.compile(
    r"(?P<colour>grön|gul|röd|blå|grå|vit)\w*\b(?P<is>\s*(?:[:=(\u2013-]|betyder|innebär|visar|$))?"
    r"|[^=]{1,30} = |\d ?= "
    r"|mål (?:nr )?[A-Z]{1,2} ?\d{1,5}-\d\d\b",
    re.IGNORECASE,
)
"""What explains colours or figures, and cases in court (mål nr P 118-25)."""
_ASSESSED = re.compile(rf"\s[:\u2013-]\s{ASSESSMENT}$", re.IGNORECASE)
"""How an item ends that tells whether a goal has been reached."""


def items_at(content: Sequence[Block], at: int) -> Iterator[Item]:
    """The items that belong together, from a place."""
    first = content[at]
    open_: list[Block] = []
    for block in content[at:]:
        if block is not first and not _belongs(block, first):
            return
        depth = next((at for at, each in enumerate(open_) if _is_beside(block, each)), len(open_))
        del open_[depth:]
        open_.append(block)
        yield Item(block, depth)


def _is_beside(block: Block, other: Block) -> bool:
    """Whether two items lie as deep: marked alike, and neither further in than the other."""
    return _mark_of(block) == _mark_of(other) and block.indent < other.indent + _NESTED_BY


def _mark_of(block: Block) -> tuple[object, ...]:
    """What items that lie beside each other have in common."""
    marker = block.marker
    if marker is None or marker.style is Style.BULLET:
        return (style_of(block),)
    if marker.style is Style.LETTER:
        return (marker.style, marker.is_capital)
    return (marker.style in CODED, marker.depth)


def _belongs(block: Block, first: Block) -> bool:
    marker = block.marker
    if marker is None or first.marker is None or block.opens or marker.style in LABELS:
        return False
    if marker.style is Style.THAT and first.marker.style is not Style.THAT:
        return False
    if _is_next_point(block, first) or _is_outside(block, first):
        return False
    allowed = _GAP_IN_NUMBERS if marker.style in CODED else _GAP_IN_LIST
    return block.gap <= allowed


def is_legend(items: Sequence[Item]) -> bool:
    """Whether a list explains colours or figures."""
    texts = [each.block.text for each in items]
    found = [_LEGEND.match(text) for text in texts]
    colours = {each["colour"].casefold() for each in found if each and each["colour"]}
    explains = sum(
        1
        for text, each in zip(texts, found, strict=True)
        if _ASSESSED.search(text)
        or (each and (each["is"] or not each["colour"] or len(colours) >= _SEVERAL))
    )
    return 2 * explains >= len(items)


def is_of_names(items: Sequence[Item]) -> bool:
    """Goals are sentences; what is a word or two each may be names or results."""
    short = sum(1 for item in items if len(item.block.text.split()) < _WORDS_OF_A_GOAL)
    return 2 * short >= len(items)


def _is_next_point(block: Block, first: Block) -> bool:
    """In a decision the list of goals ends where the next point ("att …") begins."""
    return (
        block.section in _DECIDING
        and block.text.startswith("att ")
        and not first.text.startswith("att ")
    )


def _is_outside(block: Block, first: Block) -> bool:
    """A number after bullets belongs to the list that the bullets lie in."""
    if first.marker is not None and first.marker.is_capital:
        return False
    return (
        style_of(block) in CODED
        and style_of(first) in {Style.BULLET, Style.LETTER}
        and block.indent <= first.indent
    )
