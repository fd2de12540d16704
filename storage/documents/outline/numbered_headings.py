"""Chapters that a paper numbers, 1, 1.1 and 1.1.1, are headings with a level."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from storage.documents.goal_words import is_whole_heading
from storage.documents.outline.markers import Style, read_marker
from storage.documents.outline.sections import section_heading
from storage.documents.text_lines import Line

_NUMBERED = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,3})[.)]?\s+(?=[A-ZÅÄÖ])(?P<text>.+)")
_LONGEST = 110
_WORDS_OF_A_NAME = 4
_LEAST = 2


@dataclass(slots=True)
class _Numbered:
    at: int
    code: tuple[int, ...]
    text: str
    apart: bool
    """Whether a blank line stands before it."""
    heads: bool = False


def with_numbered_headings(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, those that are numbered chapters or parts of them as headings.

    A list that is numbered is none: what it counts are sentences, and nothing stands between them.
    """
    numbered = list(_numbered(lines))
    chapters = _chapters(numbered)
    if not chapters:
        return tuple(lines)
    inner = [each for each in numbered if len(each.code) > 1]
    for each in reversed(inner):
        each.heads = _is_known(each.text) or _holds_more(lines, each, inner)
    heading_stems = {each.code[:-1] for each in inner if each.heads}
    heads = {
        each.at: len(each.code)
        for each in (*chapters, *inner)
        if len(each.code) == 1 or each.code[:-1] in heading_stems
    }
    return tuple(
        replace(line, heading=heads[at]) if at in heads and line.heading is None else line
        for at, line in enumerate(lines)
    )


def _numbered(lines: Sequence[Line]) -> Iterator[_Numbered]:
    for at, line in enumerate(lines):
        found = _NUMBERED.fullmatch(line.text) if not line.cells else None
        if found is None or len(line.text) > _LONGEST or line.text.endswith((",", ";")):
            continue
        code = tuple(int(each) for each in found[1].split("."))
        apart = at == 0 or not lines[at - 1].text or line.page != lines[at - 1].page
        yield _Numbered(at, code, found["text"], apart)


def _chapters(numbered: Sequence[_Numbered]) -> list[_Numbered]:
    """The chapters in their order; none where what is numbered does not look like chapters."""
    chain: list[_Numbered] = []
    for each in numbered:
        is_chapter = len(each.code) == 1 and each.apart and not each.text.endswith(".")
        if is_chapter and each.code[0] == len(chain) + 1:
            chain.append(each)
    names = [each for each in chain if _is_name(each)]
    known = [each for each in chain if _is_known(each.text)]
    enough = len(chain) >= _LEAST and len(known) > 0 and 2 * len(names) > len(chain)
    return chain if enough else []


def _is_known(text: str) -> bool:
    return section_heading(text) is not None or is_whole_heading(text)


def _is_name(each: _Numbered) -> bool:
    return len(each.text.split()) <= _WORDS_OF_A_NAME or _is_known(each.text)


def _holds_more(lines: Sequence[Line], each: _Numbered, inner: Sequence[_Numbered]) -> bool:
    """Whether prose, a heading of its own or, where it is bold, a list comes after it."""
    following = next((at for at in range(each.at + 1, len(lines)) if lines[at].text), None)
    if following is None or not each.apart:
        return False
    deeper = next((other for other in inner if other.at == following), None)
    if deeper is not None:
        return deeper.heads and deeper.code[:-1] == each.code
    line = lines[following]
    marker = read_marker(line.text)
    if lines[each.at].bold and not line.bold and marker and marker.style is Style.BULLET:
        return True
    blank = following > each.at + 1
    return blank and marker is None and not line.text[0].islower()
