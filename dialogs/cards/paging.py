"""A long answer in pages: Teams refuses a message over 100 KB, so none of ours comes near it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dialogs.answer import Block, Lines, Quotes

MOST_CHARACTERS = 9_000
"""Of the lists on one page. Each stands twice (in the card and its fallback text), at two bytes
a character in UTF-16, and as much again for the elements around it: well under 80 KB."""
MOST_LINES = 40


@dataclass(frozen=True, slots=True)
class Page:
    """What of an answer stands on one card."""

    blocks: tuple[Block, ...]
    next_start: int | None
    """The first line of the next page, None on the last one."""
    left: int
    """How many lines follow on later pages."""


def page_of(blocks: tuple[Block, ...], start: int) -> Page:
    """The page that begins with line `start` of the lists, counted over all of them from 0.

    What is not a list stands on the first page only.
    """
    total = sum(len(_lines(block)) for block in blocks)
    shown: list[Block] = []
    line = characters = 0
    first = max(0, min(start, total))
    until: int | None = None
    for block in blocks:
        lines = _lines(block)
        if not lines:
            if first == 0:
                shown.append(block)
            continue
        kept = []
        for place, text in enumerate(lines):
            here = line + place
            if here < first or until is not None:
                continue
            if _is_full(here - first, characters + len(text)):
                until = here
                continue
            characters += len(text)
            kept.append(place)
        line += len(lines)
        if kept:
            shown.append(_only(block, kept[0], kept[-1] + 1))
    return Page(tuple(shown), until, total - until if until is not None else 0)


def _is_full(lines: int, characters: int) -> bool:
    """Whether a page that has so much already takes no further line (it takes at least one)."""
    return lines > 0 and (lines >= MOST_LINES or characters > MOST_CHARACTERS)


def _lines(block: Block) -> tuple[str, ...]:
    match block:
        case Quotes(_, items):
            return tuple(item.text for item in items)
        case Lines(_, lines, _):
            return lines
        case _:
            return ()


def _only(block: Block, first: int, end: int) -> Block:
    match block:
        case Quotes(_, items):
            return replace(block, items=items[first:end])
        case Lines(_, lines, _, before):
            return replace(block, lines=lines[first:end], before=before + first)
        case _:
            return block
