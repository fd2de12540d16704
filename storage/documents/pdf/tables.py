"""The ruled tables of a PDF page: which of its text stands in which cell."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from storage.documents.outline.blocks import join_lines
from storage.documents.pdf.runs import Rule, Run

MOST_RULES = 4_000
"""A page with more is a drawing."""

_NEAR = 3.0
"""Points within which lines are one, or touch."""
_SHORTEST = 5.0
_INSIDE = 0.3
"""How far over its baseline a letter certainly stands, in parts of its size."""
_LEAST = 2
_LINES_OF_A_CELL = 5
"""What fills a row by itself and has more lines is running text in a frame."""
_ITEM = re.compile(
    r"[\u2022\u00b7\u25aa\u25cf\u25cb\uf0b7\u2023*]|[-\u2013]\s|\d{1,2}[.)]\s|[a-z]\)\s"
)


@dataclass(frozen=True, slots=True)
class Grid:
    """The ruled lines of a table, ascending; where cells are merged some are not drawn."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    xs_of_rows: tuple[tuple[float, ...], ...]
    """The upright lines that are drawn between each two of `ys`."""
    ys_of_columns: tuple[tuple[float, ...], ...]
    """The level lines that are drawn between each two of `xs`."""

    def cell_of(self, run: Run) -> tuple[int, int] | None:
        """The row, from the top, and the column of a run; None outside the table.

        A merged cell is the uppermost and leftmost of those that it is made of.
        """
        x, y = run.x + 1, run.y + _INSIDE * run.size
        if not (self.xs[0] <= x < self.xs[-1] and self.ys[0] <= y < self.ys[-1]):
            return None
        lefts = self.xs_of_rows[bisect_right(self.ys, y) - 1]
        tops = self.ys_of_columns[bisect_right(self.xs, x) - 1]
        left = max((each for each in lefts if each <= x), default=self.xs[0])
        top = min((each for each in tops if each > y), default=self.ys[-1])
        return len(self.ys) - 1 - self.ys.index(top), self.xs.index(left)

    def continues(self, other: Grid) -> bool:
        """Whether its columns stand where the other's do."""
        return len(self.xs) == len(other.xs) and all(
            abs(x - y) <= _NEAR for x, y in zip(self.xs, other.xs, strict=True)
        )


@dataclass(slots=True)
class Table:
    """A table and the runs of its cells, by row and column."""

    grid: Grid
    cells: dict[tuple[int, int], list[Run]]

    @property
    def columns(self) -> list[int]:
        """The columns that hold text."""
        return sorted({column for _, column in self.cells})

    @property
    def rows(self) -> list[int]:
        """The rows that hold text, from the top."""
        return sorted({row for row, _ in self.cells})

    def without_framed_text(self) -> list[Run]:
        """Take out what is no row of a table: all of it, where too little is left."""
        framed = [row for row in self.rows if self._is_framed(row)]
        left = {place: runs for place, runs in self.cells.items() if place[0] not in framed}
        rows, columns = ({place[at] for place in left} for at in (0, 1))
        kept = left if len(rows) >= _LEAST and len(columns) >= _LEAST else {}
        taken = [run for place, runs in self.cells.items() if place not in kept for run in runs]
        self.cells = kept
        return taken

    def _is_framed(self, row: int) -> bool:
        filled = [runs for place, runs in self.cells.items() if place[0] == row]
        return len(filled) == 1 and len({round(run.y) for run in filled[0]}) > _LINES_OF_A_CELL


def tables_of(runs: Iterable[Run], rules: Sequence[Rule]) -> tuple[list[Table], list[Run]]:
    """The tables of a page, and the runs that stand in none.

    What has less than two columns or two rows with text is a frame or a line, and no table; nor is
    running text that a page's frame, drawn together with a table, stands around.
    """
    grids = _grids(rules) if len(rules) <= MOST_RULES else []
    tables = [Table(grid, defaultdict(list)) for grid in grids]
    outside: list[Run] = []
    for run in runs:
        table, place = next(
            ((table, place) for table in tables if (place := table.grid.cell_of(run))),
            (None, (0, 0)),
        )
        if table is None:
            outside.append(run)
        elif run.text.strip():
            table.cells[place].append(run)
    for table in tables:
        outside += table.without_framed_text()
    return [table for table in tables if table.cells], outside


def cell_text(lines: Iterable[str]) -> str:
    """The lines of a cell as one text; a list's items keep apart with line breaks.

    A blank line ends an item.
    """
    items: list[list[str]] = []
    ended = False
    for line in lines:
        if not line:
            ended = True
            continue
        goes_on, ended = not ended, False
        if items and goes_on and not _ITEM.match(line):
            items[-1].append(line)
        else:
            items.append([line])
    return "\n".join(join_lines(item) for item in items)


@dataclass(slots=True)
class _Group:
    """Rules that touch, and the box around them."""

    rules: list[Rule]
    left: float
    bottom: float
    right: float
    top: float

    def touches(self, other: _Group) -> bool:
        return (
            other.left <= self.right + _NEAR
            and self.left <= other.right + _NEAR
            and other.bottom <= self.top + _NEAR
            and self.bottom <= other.top + _NEAR
        )

    def take(self, other: _Group) -> None:
        self.rules += other.rules
        self.left, self.bottom = min(self.left, other.left), min(self.bottom, other.bottom)
        self.right, self.top = max(self.right, other.right), max(self.top, other.top)


def _grids(rules: Sequence[Rule]) -> list[Grid]:
    groups: list[_Group] = []
    for rule in rules:
        if max(rule.right - rule.left, rule.top - rule.bottom) < _SHORTEST:
            continue
        group = _Group([rule], rule.left, rule.bottom, rule.right, rule.top)
        for other in [each for each in groups if each.touches(group)]:
            group.take(other)
            groups.remove(other)
        groups.append(group)
    return [grid for group in groups if (grid := _grid(group.rules)) is not None]


def _grid(rules: Sequence[Rule]) -> Grid | None:
    upright = [rule for rule in rules if rule.is_upright]
    level = [rule for rule in rules if not rule.is_upright]
    xs = _distinct(rule.left for rule in upright)
    ys = _distinct(rule.bottom for rule in level)
    if len(xs) <= _LEAST or len(ys) <= _LEAST:
        return None
    return Grid(
        xs,
        ys,
        tuple(
            _drawn(xs, [rule.left for rule in upright if rule.bottom <= middle <= rule.top])
            for middle in _middles(ys)
        ),
        tuple(
            _drawn(ys, [rule.bottom for rule in level if rule.left <= middle <= rule.right])
            for middle in _middles(xs)
        ),
    )


def _middles(places: Sequence[float]) -> list[float]:
    return [(before + after) / 2 for before, after in pairwise(places)]


def _drawn(places: Sequence[float], lines: Sequence[float]) -> tuple[float, ...]:
    """Those of the places where one of the lines is."""
    return tuple(place for place in places if any(0 <= line - place <= _NEAR for line in lines))


def _distinct(places: Iterable[float]) -> tuple[float, ...]:
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _NEAR:
            found.append(place)
    return tuple(found)
