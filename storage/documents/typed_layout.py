"""What typed text shows by its layout alone is marked as other papers mark it.

A heading in capitals has no full stop, and a list that only its indentation tells has bullets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from storage.documents.markers import read_marker
from storage.documents.sections import section_heading
from storage.documents.text_lines import BULLET, Line

_CAPITALS = re.compile(r"(?P<head>[A-ZÅÄÖ][A-ZÅÄÖ\d ,:\u2013-]{2,80})\.(?:\s+(?P<rest>\S.*))?")
_INWARD = range(2, 9)
"""How much further in than its heading a list begins."""
_AT_LEAST_TWO = 2
_WORDS_OF_A_HEADING = 6
_SENTENCES = re.compile(r"[.!?:]\s+[A-ZÅÄÖ]|[.:;]$")


def with_typed_layout(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of a text without pages; those that a file sets itself are left as they are."""
    if any(line.page is not None or line.begins for line in lines):
        return tuple(lines)
    return tuple(_with_bullets(list(_without_stops(lines))))


def _without_stops(lines: Sequence[Line]) -> Iterator[Line]:
    """RESERVATIONER. Ledamot (D) … is a heading and what stands under it."""
    for line in lines:
        found = _CAPITALS.fullmatch(line.text) if not line.cells else None
        if found is None or read_marker(line.text) is not None:
            yield line
            continue
        heads = section_heading(found["head"].capitalize()) is not None
        if found["rest"] is None:
            yield replace(line, text=found["head"])
        elif heads:
            yield replace(line, text=found["head"])
            yield replace(line, text=found["rest"])
        else:
            yield line


def _with_bullets(lines: list[Line]) -> list[Line]:
    done = list(lines)
    for at, heading in enumerate(lines):
        below = list(_indented(lines, at))
        items = [each for each in below if not lines[each].text[0].islower()]
        if (
            _is_heading(heading)
            and len(items) >= _AT_LEAST_TWO
            and items[0] == below[0]
            and len({lines[each].indent for each in items}) == 1
            and not any(_SENTENCES.search(lines[each].text) for each in below)
        ):
            for each in items:
                done[each] = replace(lines[each], text=f"{BULLET} {lines[each].text}")
    return done


def _is_heading(line: Line) -> bool:
    words = line.text.split()
    return (
        0 < len(words) <= _WORDS_OF_A_HEADING
        and line.text[0].isupper()
        and line.text[-1].isalnum()
        and not line.cells
        and read_marker(line.text) is None
    )


def _indented(lines: Sequence[Line], at: int) -> Iterator[int]:
    """The lines right under one that begin further in, up to the next blank one."""
    for each in range(at + 1, len(lines)):
        line = lines[each]
        inward = line.indent - lines[at].indent
        if not line.text or line.cells or inward not in _INWARD or read_marker(line.text):
            return
        yield each
