"""Text that a page sets in columns is put in the order in which it is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from storage.documents.outline.tables import column_of
from storage.documents.pdf.runs import Box, Run

# Measures in parts of the size of the letters.
_SAME_LINE = 0.35
_GUTTER = 1.0
"""The narrowest space between two columns."""
_WORDS_APART = 1.6
"""A wider gap inside a line parts the cells of a table, or a label from its value."""
_STEP = 3.0
"""Points within which lines begin at the same place."""
_MIDDLE = (0.25, 0.75)
"""Where on the breadth of the text a gutter may lie."""
_LEAST_LINES = 3
"""So many lines a column has at least."""
_LEAST_OF_BOTH = 9
_LEAST_OF_CARDS = 2
"""Each with a heading of its own, columns may be as short as this."""
_FILLED = 0.55
"""How much of its column's breadth a filled line takes."""
_FILLED_LINES = 0.5
"""How many of a column's lines are filled; of one beside such a column of its breadth fewer."""
_LEAST_FILLED = 0.2
_ALIKE = 0.7
_BROKEN = 0.2
"""How many of a column's lines may have wide gaps in them."""
_LARGER = 1.08
_EDGE = 0.08
"""Parts of the page's height: what stands apart there is a running line, over all columns."""
_APART = 2.0


@dataclass(frozen=True, slots=True)
class Column:
    """Runs that are read together, from the top down."""

    runs: tuple[Run, ...]
    left: float
    """Where it begins; 0 of what goes over the whole page."""
    is_column: bool


def columns_of(runs: Sequence[Run], box: Box) -> list[Column]:
    """The runs of a page as they are read: column by column where it has several."""
    return list(_parted(_lines([run for run in runs if run.text.strip()]), box, inner=False))


@dataclass(frozen=True, slots=True)
class _Line:
    runs: tuple[Run, ...]

    @property
    def y(self) -> float:
        return self.runs[0].y

    @property
    def size(self) -> float:
        return max(run.size for run in self.runs)

    @property
    def left(self) -> float:
        return min(run.x for run in self.runs)

    @property
    def right(self) -> float:
        return max(run.end for run in self.runs)

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def is_broken(self) -> bool:
        gaps = (after.x - before.end for before, after in pairwise(self.runs))
        return any(gap > _WORDS_APART * self.size for gap in gaps)

    def begins(self) -> Iterator[float]:
        """Where it begins, and where it begins again after a gap as wide as a gutter."""
        yield self.left
        for before, after in pairwise(self.runs):
            if after.x - before.end > _GUTTER * self.size:
                yield after.x

    def crosses(self, x: float, size: float) -> bool:
        half = _GUTTER * size / 2
        return any(run.x < x + half and run.end > x - half for run in self.runs)

    def side(self, x: float, *, right: bool) -> _Line | None:
        runs = tuple(run for run in self.runs if (run.x >= x) is right)
        return _Line(runs) if runs else None


def _lines(runs: Sequence[Run]) -> list[_Line]:
    lines: list[list[Run]] = []
    for run in sorted(runs, key=lambda each: -each.y):
        if lines and lines[-1][0].y - run.y <= _SAME_LINE * run.size:
            lines[-1].append(run)
        else:
            lines.append([run])
    return [_Line(tuple(sorted(line, key=lambda run: run.x))) for line in lines]


def _parted(lines: Sequence[_Line], box: Box, *, inner: bool) -> Iterator[Column]:
    found = _gutter(lines, box)
    if found is None:
        if lines:
            left = min(line.left for line in lines) if inner else 0.0
            runs = tuple(run for line in lines for run in line.runs)
            yield Column(runs, left, is_column=inner)
        return
    x, first, last = found
    yield from _parted(lines[:first], box, inner=inner)
    for right in (False, True):
        sides = [line.side(x, right=right) for line in lines[first:last]]
        yield from _parted([side for side in sides if side is not None], box, inner=True)
    yield from _parted(lines[last:], box, inner=inner)


def _gutter(lines: Sequence[_Line], box: Box) -> tuple[float, int, int] | None:
    """Where two columns are parted, and the lines from and to which they go."""
    if len(lines) < _LEAST_OF_CARDS:
        return None
    best: tuple[int, float, int, int] | None = None
    for x in _candidates(lines):
        for first, last in _uncrossed(lines, x, box):
            if (best is None or last - first > best[0]) and _are_columns(lines[first:last], x, box):
                best = (last - first, x, first, last)
    return best[1:] if best else None


def _candidates(lines: Sequence[_Line]) -> list[float]:
    """Just before where several lines begin that stand well in from the left."""
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    low, high = (left + part * (right - left) for part in _MIDDLE)
    begins = Counter(round(x / _STEP) for line in lines for x in line.begins() if low < x < high)
    size = median(line.size for line in lines)
    often = sorted(at for at, times in begins.items() if times >= _LEAST_OF_CARDS)
    return [at * _STEP - _STEP - _GUTTER * size / 2 for at in often]


def _uncrossed(lines: Sequence[_Line], x: float, box: Box) -> Iterator[tuple[int, int]]:
    """The stretches of lines that all leave a place free."""
    first = 0
    size = median(line.size for line in lines)
    for at in range(len(lines) + 1):
        if at < len(lines) and not lines[at].crosses(x, size) and not _is_running(lines, at, box):
            continue
        if at - first >= _LEAST_OF_CARDS:
            yield first, at
        first = at + 1


def _is_running(lines: Sequence[_Line], at: int, box: Box) -> bool:
    line = lines[at]
    if any(run.artifact for run in line.runs):
        return True
    height = max(box.top - box.bottom, 1.0)
    place = (box.top - line.y) / height
    above = place < _EDGE and at + 1 < len(lines) and _apart(line, lines[at + 1])
    below = place > 1 - _EDGE and at > 0 and _apart(lines[at - 1], line)
    return above or below


def _apart(above: _Line, below: _Line) -> bool:
    return above.y - below.y > _APART * max(above.size, below.size)


def _are_columns(lines: Sequence[_Line], x: float, box: Box) -> bool:
    """Whether both sides of a place are running text, and no cells beside each other."""
    sides = [
        _innermost([side for line in lines if (side := line.side(x, right=right)) is not None], box)
        for right in (False, True)
    ]
    if all(map(_is_headed, sides)):
        return True
    if any(len(side) < _LEAST_LINES for side in sides) or sum(map(len, sides)) < _LEAST_OF_BOTH:
        return False
    heads = [" ".join(side[0].text.split()) for side in sides]
    if all(column_of(head) is not None for head in heads):
        return False
    narrow, wide = sorted(_breadth(side) for side in sides)
    alike = narrow >= _ALIKE * wide
    shares = sorted(_filled(side) for side in sides)
    return shares[0] >= (_LEAST_FILLED if alike else _FILLED_LINES) and shares[1] >= _FILLED_LINES


def _innermost(lines: list[_Line], box: Box) -> list[_Line]:
    """The lines of one side; where those are columns in their turn, of the first of them."""
    if not lines or _filled(lines):
        return lines
    found = _gutter(lines, box)
    if found is None:
        return lines
    x, first, last = found
    return [side for line in lines[first:last] if (side := line.side(x, right=False)) is not None]


def _is_headed(lines: Sequence[_Line]) -> bool:
    """Whether a heading in larger letters stands over other lines, as on a card."""
    return len(lines) > 1 and all(lines[0].size > _LARGER * line.size for line in lines[1:])


def _breadth(lines: Sequence[_Line]) -> float:
    return max(line.right for line in lines) - min(line.left for line in lines)


def _filled(lines: Sequence[_Line]) -> float:
    """How many of the lines are running text: nearly as wide as the widest, and whole."""
    breadth = _breadth(lines)
    if sum(1 for line in lines if line.is_broken) > _BROKEN * len(lines):
        return 0.0
    filled = sum(1 for line in lines if line.right - line.left >= _FILLED * breadth)
    return filled / len(lines)
