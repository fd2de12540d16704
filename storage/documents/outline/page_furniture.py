"""What a page has around its text, running heads and page numbers, is taken away."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise, takewhile

from goals.document import Doubt
from storage.documents.outline.markers import read_marker
from storage.documents.text_lines import SOFT_HYPHEN, Line

_COUNTED_PAGE = (
    r"(?:sida|sid\.?|s\.)?\s*\d{1,3}\s*(?:\(\s*\d{1,3}\s*\)|av\s+\d{1,3}|/\s*\d{1,3})"
    r"|(?:sida|sid\.?|blad)\s+\d{1,3}"
)
_PAGE = re.compile(rf"{_COUNTED_PAGE}|[-\u2013]\s*\d{{1,3}}\s*[-\u2013]", re.IGNORECASE)
_ENDS_IN_PAGE = re.compile(rf"(?:\S.*\s{{2,}})(?:{_COUNTED_PAGE})", re.IGNORECASE)
_SECOND = re.compile(r"(?:^|\s)2\s*(?:\(|av\b|/|$)")
_BARE_NUMBER = re.compile(r"\d{1,3}")
_SIGNATURES = re.compile(
    r"(?:(?:justerandes?|justerare|ordförandes?|utdragsbestyrkande|sekreterares?|utdragets)"
    r"(?:\s+(?:sign(?:atur)?\.?|riktighet\w*))?[\s_.:]*)+",
    re.IGNORECASE,
)
_CONTENTS = re.compile(r"\S.*?(?:\s?\.){4,}\s*\d{1,3}|\S.*?\s*(?:_{4,}|\u2026{2,})\s*\d{1,3}")
_COUNTED = re.compile(
    rf"\b(?:{_COUNTED_PAGE})|\s{{2,}}\d{{1,3}}$|^\d{{1,3}}\s{{2,}}", re.IGNORECASE
)
_EDGE = 4
"""How many lines at the top and at the foot of a page may be its furniture."""
_HEAD = 8
"""Text without pages has its first page number within so many lines, if at its head."""
_SEEN_ON = 2
_LONGEST = 160


def without_furniture(lines: Sequence[Line]) -> tuple[tuple[Line, ...], list[Doubt]]:
    """The lines without page numbers, running heads, signatures and tables of contents.

    Where a sentence goes on after the break, the blank lines of the break go too, and a doubt
    says where the parts were joined. What a running head says stands once, where it first does.
    """
    away = {
        at
        for at, line in enumerate(lines)
        if line.text
        and not line.cells
        and (_PAGE.fullmatch(line.text) or _SIGNATURES.fullmatch(line.text))
    }
    away |= _running_heads(lines, away)
    away |= {at for at, line in enumerate(lines) if _CONTENTS.fullmatch(line.text)}
    return _joined(lines, away)


def _running_heads(lines: Sequence[Line], away: set[int]) -> set[int]:
    paged = any(line.page is not None for line in lines)
    pages = _pages(lines) if paged else _pages_by_number(lines)
    if len(pages) < _SEEN_ON:
        return set()
    tops, feet = [], []
    for page in pages:
        written = [at for at in page if lines[at].text and _may_be_head(lines[at])]
        tops.append(written[:_EDGE])
        feet.append(written[-_EDGE:])
    edges = [{*top, *foot} for top, foot in zip(tops, feet, strict=True)]
    keys: dict[str, list[int]] = {}
    for at in sorted(set().union(*edges)):
        keys.setdefault(_key(lines[at].text), []).append(at)
    often = {
        at
        for key, places in keys.items()
        if len(key) <= _LONGEST
        and (_most_pages(places, tops, feet) if paged else len(places))
        >= max(_SEEN_ON, len(pages) // 2)
        for at in places
    }
    said = Counter(_key(line.text) for line in lines if line.text)
    often = {
        at for at in often if said[_key(lines[at].text)] - len(keys[_key(lines[at].text)]) <= 1
    }
    running = {at for page in pages for at in _at_edge(lines, page, often | away)} & often
    first_page = set(pages[0])
    kept = {
        next((at for at in places if at in running and at in first_page), None)
        for places in keys.values()
    }
    heads = running - kept
    return heads | _bare_numbers(lines, edges, away | heads)


def _most_pages(
    places: Sequence[int], tops: Sequence[Sequence[int]], feet: Sequence[Sequence[int]]
) -> int:
    """On how many pages a line stands at one and the same edge."""
    return max(sum(1 for each in side if not set(each).isdisjoint(places)) for side in (tops, feet))


def _at_edge(lines: Sequence[Line], page: Sequence[int], often: set[int]) -> Iterator[int]:
    """The lines from the edges of a page inwards, up to the first that does not come again."""
    written = [at for at in page if lines[at].text]
    for inwards in (written, written[::-1]):
        yield from takewhile(often.__contains__, inwards)


def _may_be_head(line: Line) -> bool:
    """Whether it could be a running head: an item, a heading or a part of a sentence is none."""
    text = line.text
    return (
        not text[0].islower()
        and not text.endswith(":")
        and read_marker(text) is None
        and line.heading is None
    )


def _pages(lines: Sequence[Line]) -> list[list[int]]:
    numbered = groupby(range(len(lines)), key=lambda at: lines[at].page or 0)
    return [list(page) for _, page in numbered]


def _pages_by_number(lines: Sequence[Line]) -> list[list[int]]:
    """Text without pages is parted at the lines that count them, "Sida 2 (3)"."""
    breaks = [
        at
        for at, line in enumerate(lines)
        if line.text and (_PAGE.fullmatch(line.text) or _ENDS_IN_PAGE.fullmatch(line.text))
    ]
    later = [at for at in breaks if _ends_a_page(lines, at)]
    bounds = [0, *(_head_begins(lines, at, later) for at in later), len(lines)]
    parts = [list(range(first, last)) for first, last in pairwise(bounds)]
    return [part for part in parts if part] if len(breaks) >= _SEEN_ON else []


def _ends_a_page(lines: Sequence[Line], at: int) -> bool:
    """Whether a page ends before a line that counts pages: enough is written, or it counts two."""
    before = sum(1 for line in lines[:at] if line.text)
    return before >= _HEAD or (before >= _EDGE and _SECOND.search(lines[at].text) is not None)


def _head_begins(lines: Sequence[Line], at: int, breaks: Sequence[int]) -> int:
    """Where a running head begins whose last line counts the page: the same stands over others."""
    up = 1
    while up <= _EDGE and at >= up and lines[at - up].text:
        key = _key(lines[at - up].text)
        alike = [each for each in breaks if each >= up and _key(lines[each - up].text) == key]
        if len(alike) < _SEEN_ON:
            break
        up += 1
    return at - up + 1


def _bare_numbers(lines: Sequence[Line], edges: list[set[int]], away: set[int]) -> set[int]:
    """Numbers alone at the edge of a page, one more on each."""
    found: set[int] = set()
    for edge in edges:
        written = sorted(edge - away)
        found |= {
            at
            for at in (written[:1] + written[-1:])
            if _BARE_NUMBER.fullmatch(lines[at].text) and not lines[at].cells
        }
    return found


def _key(text: str) -> str:
    """The words of a line, whatever page it counts."""
    return " ".join(_COUNTED.sub("#", text).split())


def _joined(lines: Sequence[Line], away: set[int]) -> tuple[tuple[Line, ...], list[Doubt]]:
    kept: list[Line] = []
    doubts: list[Doubt] = []
    broken = False
    for at, line in enumerate(lines):
        changed_page = bool(kept) and line.page != kept[-1].page
        if at in away:
            broken = True
            continue
        if not line.text:
            kept.append(line)
            continue
        last = next((each for each in reversed(kept) if each.text), None)
        if (broken or changed_page) and last is not None:
            _drop_blanks_at_end(kept)
            if _goes_on(last, line):
                doubts.append(Doubt("doubt-joined-over-pages", line.number))
            elif kept[-1].number + 1 < line.number:
                kept.append(replace(line, text="", cells=(), table=None, heading=None))
        broken = False
        kept.append(line)
    return tuple(kept), doubts


def _goes_on(last: Line, line: Line) -> bool:
    """Whether a sentence goes on after a page break."""
    if last.cells or line.cells or last.heading or line.heading:
        return False
    if read_marker(line.text) is not None or line.text.startswith("att "):
        return False
    hyphenated = last.text.endswith(("-", SOFT_HYPHEN))
    return hyphenated or (line.text[0].islower() and not last.text.endswith((".", ":", "!", "?")))


def _drop_blanks_at_end(lines: list[Line]) -> None:
    while lines and not lines[-1].text:
        lines.pop()
