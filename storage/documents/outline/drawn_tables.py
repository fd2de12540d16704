"""Tables that text draws, with pipes or wide gaps, become rows with cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from storage.documents.outline.sections import section_heading
from storage.documents.outline.tables import Column, column_of
from storage.documents.text_lines import BULLET, Line

_PIPED = re.compile(r"^\|.*\|$|^[^|]+(?:\|[^|]*){1,}$")
_RULE = re.compile(r"[\s|+:=_\-\u2500-\u257f]*(?:[-=_\u2500-\u257f]{3,})[\s|+:=_\-\u2500-\u257f]*")
_WIDE = re.compile(r"\s{2,}")
_ITEMS = (f"{BULLET} ", "- ")
_SLACK = 2
"""How far to the left of its header a cell may begin."""
_LONGEST_ALONE = 60
_FIRST_OF_TEXT = 1_000_000
"""Tables drawn in text are numbered from here, apart from those that the file numbers."""
_EVEN_GAP = 4
_AT_LEAST_TWO = 2
_HOLDS = frozenset({Column.GOAL, Column.SUBGOAL})
_WORDS_OF_A_TEXT = 4


def with_text_tables(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, those of tables that are drawn with pipes or wide gaps as rows with cells."""
    done: list[Line] = []
    at = 0
    tables = 0
    while at < len(lines):
        found = _piped(lines, at) or _spaced(lines, at)
        if found is None:
            done.append(lines[at])
            at += 1
            continue
        rows, at = found
        tables += 1
        done += [replace(row, table=_FIRST_OF_TEXT + tables) for row in rows]
    return tuple(done)


def _piped(lines: Sequence[Line], at: int) -> tuple[list[Line], int] | None:
    """Rows such as "| Mål | Ansvarig |", rules between them left out."""
    end = at
    rows: list[Line] = []
    while end < len(lines) and not lines[end].cells:
        text = lines[end].text
        if text.count(";") >= _AT_LEAST_TWO and "|" not in text and not text.endswith("."):
            text = text.replace(";", "|")  # as spreadsheets are saved
        if _RULE.fullmatch(text):
            end += 1
            continue
        if "|" not in text or not _PIPED.match(text):
            break
        rows.append(_row(lines[end], _cells_between_pipes(text)))
        end += 1
    widths = {len(row.cells) for row in rows}
    if len(rows) < len(("header", "row")) or max(widths) == 1 or len(widths) > 1:
        return None
    return _rows_of_wrapped(rows), end


def _cells_between_pipes(text: str) -> tuple[str, ...]:
    inner = text.removeprefix("|").removesuffix("|")
    return tuple(cell.strip() for cell in inner.split("|"))


def _rows_of_wrapped(rows: Sequence[Line]) -> list[Line]:
    """A row whose first cell is empty and another begins in lower case goes on from the last."""
    done: list[Line] = []
    for row in rows:
        wraps = not row.cells[0] and any(cell[:1].islower() for cell in row.cells)
        if done and wraps:
            done[-1] = _row(done[-1], _merged(done[-1].cells, row.cells))
        else:
            done.append(row)
    return done


def _spaced(lines: Sequence[Line], at: int) -> tuple[list[Line], int] | None:
    """Columns parted by wide gaps, under a line that names at least two of them."""
    header = lines[at]
    names = _WIDE.split(header.text)
    if header.cells or not header.text or names[0].endswith(":"):
        return None
    columns = [column_of(each) for each in names]
    unknown = columns.count(None)
    if len(names) - unknown < _AT_LEAST_TWO or unknown > 1 or (unknown and not _HOLDS & {*columns}):
        return None
    placing = _Columns.of(header)
    rows: list[Line] = []
    blank = 0
    end = at + 1
    for end in range(at + 1, len(lines) + 1):
        if end == len(lines) or lines[end].cells:
            break
        line = lines[end]
        if not line.text:
            blank += 1
            continue
        if _RULE.fullmatch(line.text):
            blank = max(blank, 1)
            continue
        cells = placing.cells_of(line)
        if cells is None or blank > 1 or not _fits(cells, rows, blank) or _is_after(line):
            break
        rows.append(replace(_row(line, cells), indent=blank))
        blank = 0
    if not rows:
        return None
    return [_row(header, tuple(names)), *_grouped(rows, [column_of(each) for each in names])], end


def _fits(cells: tuple[str, ...], rows: Sequence[Line], blank: int) -> bool:
    """A line with one cell only is no row of its own after a blank line."""
    filled = sum(1 for cell in cells if cell)
    return bool(rows) and not blank if filled == 1 else True


def _is_after(line: Line) -> bool:
    """Whether a line is no part of a table whatever its place: a heading, an item of a list."""
    alone = _WIDE.search(line.text) is None
    return alone and (section_heading(line.text) is not None or line.text.startswith(_ITEMS))


def _places(line: Line) -> list[int]:
    """Where the pieces of a line begin: as the file tells, else by the letters before them."""
    starts = [0, *(found.end() for found in _WIDE.finditer(line.text))]
    if len(line.places) == len(starts):
        return list(line.places)
    return [line.indent + start for start in starts]


@dataclass(slots=True)
class _Columns:
    """Where the columns of a table begin, by its header."""

    starts: list[int]
    is_even: bool
    """Whether all gaps are alike, so that places inside a line say nothing: PDF pages."""
    learned: dict[int, int] = field(default_factory=dict)
    """The column that lines with such an indent begin in."""

    @classmethod
    def of(cls, header: Line) -> _Columns:
        """The columns that a header's words begin."""
        gaps = {len(gap) for gap in _WIDE.findall(header.text)}
        return cls(_places(header), gaps == {_EVEN_GAP})

    def cells_of(self, line: Line) -> tuple[str, ...] | None:
        """The pieces of a line in the columns that they begin in; None where one fits none."""
        pieces = _WIDE.split(line.text)
        told = len(line.places) == len(pieces) < len(self.starts)
        even = {len(gap) for gap in _WIDE.findall(line.text)} <= {_EVEN_GAP}
        if self.is_even and even and not told:
            return self._in_order(line)
        return self._placed(line)

    def _placed(self, line: Line) -> tuple[str, ...] | None:
        starts = self.starts
        cells = ["" for _ in starts]
        pieces = _WIDE.split(line.text)
        for begins, piece in zip(_places(line), pieces, strict=True):
            at = max((at for at, start in enumerate(starts) if start <= begins + _SLACK), default=0)
            if cells[at]:
                return None
            cells[at] = piece
            last = at + 1 == len(starts)
            following = begins + _LONGEST_ALONE if last else starts[at + 1]
            runs_on = begins + len(piece) >= following and not (last and at)
            if len(pieces) == 1 and runs_on:
                return None
        return tuple(cells)

    def _in_order(self, line: Line) -> tuple[str, ...] | None:
        """Pieces from the left, or where the line begins further in, up to the right."""
        pieces = _WIDE.split(line.text)
        width = len(self.starts)
        if len(pieces) > width or line.indent < self.starts[0] - _SLACK:
            return None
        inward = line.indent > self.starts[0] + _SLACK
        first = 0
        if inward:
            near = [each for each in self.learned if abs(each - line.indent) <= _SLACK]
            first = self.learned[near[0]] if near else width - max(len(pieces), 2)
            self.learned.setdefault(line.indent, first)
        elif len(pieces) == 1 and len(line.text) > _LONGEST_ALONE:
            return None
        if first + len(pieces) > width:
            return None
        return ("",) * first + tuple(pieces) + ("",) * (width - first - len(pieces))


def _grouped(lines: Sequence[Line], columns: Sequence[Column | None]) -> list[Line]:
    """Lines of cells as rows: a row begins at a code, after a blank line, or full."""
    coded = next((at for at, column in enumerate(columns) if column is Column.CODE), None)
    spaced = any(line.indent for line in lines[1:])
    rows: list[Line] = []
    for line in lines:
        filled = sum(1 for cell in line.cells if cell)
        if spaced:
            begins = bool(line.indent) or (bool(rows) and _is_full_again(rows[-1], line))
        else:
            wanted = [
                cell
                for cell, column in zip(line.cells, columns, strict=True)
                if cell and column in {Column.GOAL, Column.SUBGOAL, Column.WORDING}
            ]
            begins = filled > 1 and any(cell[:1].isupper() or cell[:1].isdigit() for cell in wanted)
            begins = begins or (filled == 1 and any(map(_is_worded, wanted)))
            begins = begins or (coded is not None and bool(line.cells[coded]))
        if rows and not begins:
            rows[-1] = _row(rows[-1], _merged(rows[-1].cells, line.cells))
        else:
            _take_over(rows, line)
    return rows


def _is_full_again(row: Line, line: Line) -> bool:
    """Whether most columns begin a text of their own, below what the row already has there."""
    filled = [(above, cell) for above, cell in zip(row.cells, line.cells, strict=True) if cell]
    anew = all(cell[0].isupper() or cell[0].isdigit() for _, cell in filled)
    return 2 * len(filled) > len(row.cells) and anew and all(above for above, _ in filled)


def _take_over(rows: list[Line], line: Line) -> None:
    """Begin a row; a cell that goes on from the row before, in lower case, is that one's."""
    before = rows[-1].cells if rows else ("",) * len(line.cells)
    wrapped = tuple(
        cell if above and cell[:1].islower() else ""
        for above, cell in zip(before, line.cells, strict=True)
    )
    if any(wrapped):
        rows[-1] = _row(rows[-1], _merged(before, wrapped))
    own = tuple("" if over else cell for over, cell in zip(wrapped, line.cells, strict=True))
    rows.append(replace(_row(line, own), indent=0))


def _is_worded(cell: str) -> bool:
    """Whether a cell begins a text of its own, and is not the rest of the one above."""
    return cell[0].isupper() and len(cell.split()) >= _WORDS_OF_A_TEXT


def _merged(first: Sequence[str], second: Sequence[str]) -> tuple[str, ...]:
    return tuple(
        "\n".join(each for each in pair if each) for pair in zip(first, second, strict=True)
    )


def _row(line: Line, cells: tuple[str, ...]) -> Line:
    return replace(line, cells=cells, text="   ".join(cell for cell in cells if cell))
