"""Tables: rows of cells, from files that have them and from text that draws them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from storage.documents.text_lines import Line


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table."""

    line: int
    page: int | None
    cells: tuple[str, ...]


class Column(StrEnum):
    """What a column of a table holds."""

    COUNCIL = "council"
    """Overarching goals, which the council has set."""
    GOAL = "goal"
    SUBGOAL = "subgoal"
    CODE = "code"
    WORDING = "wording"
    """The text of whatever the table is said to list."""
    OTHER = "other"


_YEARS = r"(?: (?:för |år )*\d{4}(?:\s*[-\u2010-\u2014]\s*\d{2,4})?)?"
_COLUMNS: tuple[tuple[Column, re.Pattern[str]], ...] = tuple(
    (column, re.compile(pattern))
    for column, pattern in (
        (
            Column.COUNCIL,
            (
                r"(?:kommun)?fullmäktiges? (?:\w+ )?mål(?:område)?"
                r"|kf(?:[:\-]?s?)?[ \-]?(?:\w+ )?mål"
                r"|(?:kommun)?övergripande (?:kommun)?mål|kommunmål|koncernmål"
                r"|kommungemensam\w+ mål|mål från (?:kommunfullmäktige|kf)"
            )
            + _YEARS,
        ),
        (
            Column.OTHER,
            (
                r"kopplas? till.*|bidrar till.*|agenda 2030.*|(?:globala|nationella) mål.*"
                r"|(?:utfall|resultat|mått|indikator|nyckeltal)\w* .*"
            ),
        ),
        (Column.SUBGOAL, r"(?:[\w\-]+ ){0,4}(?:del|etapp|års)mål(?:en|et)?" + _YEARS),
        (
            Column.CODE,
            r"(?:(?:del)?mål)?(?:nr|nummer|kod|id)\.?|#|(?:del)?mål (?:nr|nummer)\.?|beteckning",
        ),
        (
            Column.GOAL,
            (
                r"(?:[\w\-]+ ){0,4}(?:nämnds?|styrelse|resultat|inriktnings|effekt|verksamhets"
                r"|utvecklings|kvalitets)?mål(?:en|et|formulering)?"
            )
            + _YEARS,
        ),
        (Column.WORDING, r"formulering|lydelse|ordalydelse|text|innehåll|målformulering"),
        (
            Column.OTHER,
            (
                r"mål(?:värde|nivå|tal|uppfyllelse|bedömning|grupp)\w*.*|mått.*|indikator\w*.*"
                r"|nyckeltal.*|mät\w*.*|utfall.*|(?:start|bas|nu|ingångs)(?:värde|läge).*|resultat"
                r"|ansvar\w*.*|status.*|(?:tid|klar|slut)\w*|aktivitet\w*.*|åtgärd\w*.*|kommentar.*"
                r"|uppfölj\w*.*|period\w*|källa|prognos.*|trend|bedömning.*|enhet|förvaltning"
                r"|(?:fokus|mål|insats)?område|perspektiv|strategi\w*|insats\w*|uppdrag\w*|budget.*"
                r"|beskrivning|motivering|när|vem|hur|belopp|kostnad|(?:19|20)\d\d|riktvärde.*"
                r"|vision"
            ),
        ),
    )
)
_PIPED = re.compile(r"^\|.*\|$|^[^|]+(?:\|[^|]*){1,}$")
_RULE = re.compile(r"[\s|+:=_\-\u2500-\u257f]*(?:[-=_\u2500-\u257f]{3,})[\s|+:=_\-\u2500-\u257f]*")
_WIDE = re.compile(r"\s{2,}")
_SLACK = 2
"""How far to the left of its header a cell may begin."""
_LONGEST_ALONE = 60
_FIRST_OF_TEXT = 1_000_000
"""Tables drawn in text are numbered from here, apart from those that the file numbers."""


def column_of(header: str) -> Column | None:
    """What a column's header says that it holds; None where it is not the header of one."""
    text = " ".join(header.replace("\n", " ").split()).strip(" .:*").casefold()
    return next((column for column, pattern in _COLUMNS if pattern.fullmatch(text)), None)


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
    if header.cells or not header.text:
        return None
    names = _WIDE.split(header.text)
    if len(names) < len(("column", "column")) or None in map(column_of, names):
        return None
    starts = [header.indent + found for found in _starts(header.text)]
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
        cells = _placed(line, starts)
        if cells is None or blank > 1 or not _fits(cells, rows, blank):
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


def _starts(text: str) -> list[int]:
    return [0, *(found.end() for found in _WIDE.finditer(text))]


def _placed(line: Line, starts: Sequence[int]) -> tuple[str, ...] | None:
    """The pieces of a line in the columns that they begin in; None where one fits none."""
    cells = ["" for _ in starts]
    pieces = _WIDE.split(line.text)
    for offset, piece in zip(_starts(line.text), pieces, strict=True):
        begins = line.indent + offset
        at = max((at for at, start in enumerate(starts) if start <= begins + _SLACK), default=0)
        if cells[at]:
            return None
        cells[at] = piece
        following = starts[at + 1] if at + 1 < len(starts) else begins + _LONGEST_ALONE
        if len(pieces) == 1 and begins + len(piece) >= following:
            return None
    return tuple(cells)


def _grouped(lines: Sequence[Line], columns: Sequence[Column | None]) -> list[Line]:
    """Lines of cells as rows: a row begins at a code, after a blank line, or full."""
    coded = next((at for at, column in enumerate(columns) if column is Column.CODE), None)
    spaced = any(line.indent for line in lines[1:])
    rows: list[Line] = []
    for line in lines:
        filled = sum(1 for cell in line.cells if cell)
        if coded is not None:
            begins = bool(line.cells[coded])
        elif spaced:
            begins = bool(line.indent)
        else:
            wanted = [
                cell
                for cell, column in zip(line.cells, columns, strict=True)
                if cell and column in {Column.GOAL, Column.SUBGOAL, Column.WORDING}
            ]
            begins = filled > 1 and any(cell[:1].isupper() or cell[:1].isdigit() for cell in wanted)
        if rows and not begins:
            rows[-1] = _row(rows[-1], _merged(rows[-1].cells, line.cells))
        else:
            rows.append(replace(line, indent=0))
    return rows


def _merged(first: Sequence[str], second: Sequence[str]) -> tuple[str, ...]:
    return tuple(
        "\n".join(each for each in pair if each) for pair in zip(first, second, strict=True)
    )


def _row(line: Line, cells: tuple[str, ...]) -> Line:
    return replace(line, cells=cells, text="   ".join(cell for cell in cells if cell))


def rows_of(lines: Sequence[Line]) -> tuple[Row, ...]:
    """The rows of one table."""
    return tuple(Row(line.number, line.page, line.cells) for line in lines)


def texts_in(cell: str) -> Iterator[str]:
    """The lines of a cell."""
    yield from (line.strip() for line in cell.split("\n") if line.strip())
