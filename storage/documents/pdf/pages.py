"""Runs of text become the lines of pages: columns parted, what repeats on every page set aside."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from storage.documents.pdf.columns import columns_of
from storage.documents.pdf.headings import Headings
from storage.documents.pdf.rows import Page, Row
from storage.documents.pdf.runs import Box, Rule, Run
from storage.documents.pdf.tables import Table, cell_text, tables_of
from storage.documents.text_lines import SOFT_HYPHEN, Line, tidy, visible, without_controls

WIDE_GAP = "    "

# Measures in parts of the size of the letters.
_SAME_LINE = 0.35
_SAME_LINE_RAISED = 0.6
_SPACE = 0.15
_COLUMN = 0.75
_COLUMNS_A_SIZE = 2.5
"""A column of the indent is as wide as a narrow letter."""
_JUSTIFIED = 1.6
_EVEN = 1.15
"""How far the gaps of a justified line differ; those of columns differ more."""
_GAPS_OF_A_LINE = 2
_CELL_EDGE = 0.6
"""The space between the text of a cell and the rule beside it."""
_HANGING = 0.3
"""How far in the wrapped lines of an item begin."""
_RAISED = 0.2
_SMALL = 0.88
_NOTE_SIZE = 0.95

_ROOM = 2.0
"""How much room, in parts of the size of the letters, is left over on purpose."""
_MORE_SPACE = 1.3
"""From how many times the usual distance a line stands apart from the one before it."""
_LEADING = 1.2
"""The distance of lines, where a paper has too few to tell."""
_LEAST_LEADING = 0.9
_USUAL_SHARE = 0.03
_TIMES_SEEN = 2
_SHORT_PAGE = 4
"""A page that ends so many lines early ends there on purpose."""

# Parts of the page's height.
_TOP, _BOTTOM = 0.2, 0.15
_EDGE = 0.1
_SAME_PLACE = 3.0
"""Points that a running line may differ in height from page to page."""

_PAGE = r"(?:sida|sidan|sid\.?|s\.)?\s*\d{1,4}\s*(?:(?:\(|/|av)\s*\d{1,4}\s*\)?)?"
_PAGE_ALONE = re.compile(rf"[-\u2013|\s]*{_PAGE}[-\u2013|\s]*", re.IGNORECASE)
_PAGE_NAMED = re.compile(
    r"\b(?:sida|sidan|sid\.?)\s*\d{1,4}\s*(?:(?:\(|/|av)\s*\d{1,4}\s*\)?)?"
    r"|\b\d{1,3}\s*\(\s*\d{1,3}\s*\)\s*$|^\d{1,4}\s*\|\s*|\s*\|\s*\d{1,4}$",
    re.IGNORECASE,
)
_NOTE = re.compile(r"(\d{1,2})(?=[A-ZÅÄÖ])")
_CONTENTS = re.compile(r"(?:\.\s?){4,}\s*\d{1,4}$|\u2026{2,}\s*\d{1,4}$")


def rows_of(runs: Iterable[Run], rules: Sequence[Rule], box: Box) -> list[Row]:
    """The runs of a page, line by line; what lies outside the page is left out.

    A row of a ruled table is one line, whatever its cells hold.
    """
    shown = [
        run
        for run in runs
        if box.bottom - run.size <= run.y <= box.top and run.end >= box.left and run.x <= box.right
    ]
    tables, outside = tables_of(shown, rules)
    rows = list(_in_columns(outside, box))
    for table in tables:
        written = list(_table_rows(table))
        at = next((at for at, row in enumerate(rows) if _is_below(row, written)), len(rows))
        rows[at:at] = written
    return rows


def _is_below(row: Row, table: Sequence[Row]) -> bool:
    """Whether a row comes after a table that stands over it, in its column or over all of them."""
    grid = table[0].table if table else None
    beside = row.column is not None and grid is not None and row.outer_x > grid.xs[-1]
    return bool(table) and row.y < table[0].y and not beside


def _in_columns(runs: Sequence[Run], box: Box) -> Iterator[Row]:
    """The lines in the order in which they are read, those of columns set under each other."""
    columns = columns_of(runs, box)
    lefts = [column.left for column in columns if column.is_column]
    for at, column in enumerate(columns):
        lines = _lines(column.runs)
        width = max((len(line.text) for line in lines), default=0)
        for line in lines:
            if column.is_column:
                shift = min(lefts) - column.left
                line = replace(  # noqa: PLW2901
                    line,
                    x=line.x + shift,
                    end=line.end + shift,
                    parts=tuple(each + shift for each in line.parts),
                    outer_x=line.x,
                    left=min(lefts),
                    column=at,
                    width=width,
                )
            yield line


def _lines(runs: Iterable[Run]) -> list[Row]:
    lines: list[list[Run]] = []
    top = larger = smaller = 0.0
    for run in sorted(runs, key=lambda each: -each.y):
        if lines:
            larger, smaller = max(larger, run.size), min(smaller, run.size)
            # What is smaller may hang below a raised mark, or be one; then it stands beside it.
            raised = smaller < _SMALL * larger and not _overlaps(run, lines[-1])
            near = _SAME_LINE_RAISED if raised else _SAME_LINE
            if top - run.y <= near * larger:
                lines[-1].append(run)
                continue
        lines.append([run])
        top, larger, smaller = run.y, run.size, run.size
    return [row for line in lines if (row := _row(line)) is not None]


def _overlaps(run: Run, line: Sequence[Run]) -> bool:
    """Whether a run stands over or under one of a line, and not beside them as a mark does."""
    shared = sum(max(0.0, min(run.end, other.end) - max(run.x, other.x)) for other in line)
    return shared > run.size


def _table_rows(table: Table) -> Iterator[Row]:
    for at in table.rows:
        lines = {column: _lines(table.cells.get((at, column), ())) for column in table.columns}
        every = [line for its in lines.values() for line in its]
        cells = tuple(cell_text(_cell_lines(its, table.grid.xs)) for its in lines.values())
        if every:
            yield Row(
                table.grid.xs[0],
                table.grid.xs[-1],
                max(line.y for line in every),
                median(line.size for line in every),
                WIDE_GAP.join(" ".join(cell.split("\n")) for cell in cells if cell),
                None,
                table=table.grid,
                cells=cells,
            )


def _cell_lines(lines: Sequence[Row], edges: Sequence[float]) -> Iterator[str]:
    """The lines of a cell; a blank one where a line ends before it is full, on purpose."""
    left = min((line.x for line in lines), default=0.0)
    right = min((edge for edge in edges if edge > left), default=0.0)
    before: Row | None = None
    for line in lines:
        if before is not None and line.text[0].isupper():
            word = line.text.split(maxsplit=1)[0]
            breadth = (line.end - line.x) * (len(word) + 1) / len(line.text)
            if before.end + breadth < right - _CELL_EDGE * line.size and before.text[-1].isalnum():
                yield ""
        yield tidy(line.text)
        before = line


def _row(runs: Sequence[Run]) -> Row | None:
    lettered = sorted((run for run in runs if run.text.strip()), key=lambda each: each.x)
    if not lettered:
        return None
    size = max(lettered, key=lambda each: len(each.text)).size
    ground = median(run.y for run in lettered if run.size >= _SMALL * size)
    marks = [run for run in lettered if _is_note_mark(run, size, ground, lettered)]
    ordered = sorted((run for run in runs if run not in marks), key=lambda each: each.x)
    joined, parts = _joined(ordered, size)
    text = unicodedata.normalize("NFC", without_controls(visible(joined))).strip()
    if not text:
        return None
    # What is drawn is seen: a soft hyphen within a line is a hyphen of the same shape.
    text = text[:-1].replace(SOFT_HYPHEN, "-") + text[-1]
    artifacts = {run.artifact for run in lettered}
    return Row(
        next(run.x for run in ordered if run.text.strip()),
        max(run.end for run in ordered if run.text.strip()),
        ground,
        size,
        text,
        artifacts.pop() if len(artifacts) == 1 else None,
        bold={run.bold for run in lettered if any(map(str.isalpha, run.text))} == {True},
        opens_note=lettered[0] in marks,
        parts=parts,
    )


def _is_note_mark(run: Run, size: float, ground: float, line: Sequence[Run]) -> bool:
    """A small raised number, with no other small text that it goes on in, is a footnote's mark."""
    small = run.size < _SMALL * size and run.text.strip().isdigit()
    if not small or run.y <= ground + _RAISED * run.size:
        return False
    return not any(
        other is not run
        and not other.text.strip().isdigit()
        and abs(other.y - run.y) < _RAISED * run.size
        and other.size < _SMALL * size
        and max(other.x - run.end, run.x - other.end) < run.size
        for other in line
    )


def _joined(runs: Sequence[Run], size: float) -> tuple[str, tuple[float, ...]]:
    """Runs side by side as one text, the gaps between them seen; and where each part begins."""
    shown: list[Run] = []
    for run in runs:
        if run.text.strip() and not (shown and _is_same(run, shown[-1])):
            shown.append(run)  # drawn twice it would only look bold
    gaps = [after.x - before.end for before, after in pairwise(shown)]
    column = _column_gap(gaps, size)
    text = shown[0].text if shown else ""
    parts = [run.x for run in shown[:1]]
    for gap, before, run in zip(gaps, shown, shown[1:], strict=False):
        space = _SPACE * min(before.size, run.size)  # beside large letters small ones stand close
        if gap > column:
            text = text.rstrip() + WIDE_GAP + run.text.lstrip()
            parts.append(run.x)
        elif gap > space and not (text.endswith(" ") or run.text.startswith(" ")):
            text += f" {run.text}"
        else:
            text += run.text
    return text, tuple(parts)


def _column_gap(gaps: Sequence[float], size: float) -> float:
    """From which width a gap parts columns: in a justified line all gaps are wide and even."""
    words = [gap for gap in gaps if gap > _SPACE * size]
    if (
        len(words) >= _GAPS_OF_A_LINE
        and max(words) <= _JUSTIFIED * size
        and max(words) <= _EVEN * min(words)
    ):
        return _JUSTIFIED * size
    return _COLUMN * size


def _is_same(run: Run, other: Run) -> bool:
    near = 0.1 * run.size
    return run.text == other.text and abs(run.x - other.x) < near and abs(run.y - other.y) < near


def lines_of(pages: Sequence[Page]) -> tuple[Line, ...]:
    """The lines of all pages: running headers once, at the top, running footers once, at the end.

    Footnotes are left out.
    """
    repeated = _repeated(pages)
    size = _usual_size(pages)
    headers: dict[str, None] = {}
    footers: dict[str, None] = {}
    bodies: list[Page] = []
    for page in pages:
        above, below = _edges(page, repeated)
        headers.update((_without_page(row.text), None) for row in page.rows[:above])
        footers.update((_without_page(row.text), None) for row in page.rows[below:])
        rows = [row for row in page.rows[above:below] if not _CONTENTS.search(row.text)]
        notes = _notes(rows, size)
        bodies.append(Page(page.number, page.box, _without_marks(rows[:notes], rows[notes:])))
    said = {row.text for page in bodies for row in page.rows}
    first = [Line(0, tidy(text), page=1) for text in headers if text and text not in said]
    blank = [Line(0, "", page=1)] if first else []
    feet = [Line(0, tidy(text), page=1, foot=True) for text in footers if text]
    lines = [*first, *blank, *_written(bodies, size), *feet]
    return tuple(replace(line, number=number) for number, line in enumerate(lines, start=1))


def _edges(page: Page, repeated: set[tuple[int, int]]) -> tuple[int, int]:
    """How many lines are the page's header, and where its footer begins."""

    def is_edge(row: Row) -> bool:
        place = page.place(row)
        near = place < _EDGE or place > 1 - _EDGE
        return (
            (page.number, id(row)) in repeated
            or (row.artifact is not None and (place < _TOP or place > 1 - _BOTTOM))
            or (near and _PAGE_ALONE.fullmatch(row.text) is not None)
        )

    above, below = 0, len(page.rows)
    while above < below and page.place(page.rows[above]) < _TOP and is_edge(page.rows[above]):
        above += 1
    while below > above and is_edge(page.rows[below - 1]):
        below -= 1
    return above, below


def _notes(rows: Sequence[Row], size: float) -> int:
    """Where the footnotes of a page begin: small lines at its end, the first with a number."""
    for at, row in enumerate(rows):
        opens = row.opens_note or _NOTE.match(row.text) is not None
        if opens and all(each.size < _NOTE_SIZE * size for each in rows[at:]):
            return at
    return len(rows)


def _without_marks(rows: Sequence[Row], notes: Sequence[Row]) -> list[Row]:
    """The lines without the numbers of the page's footnotes, where a font has raised digits."""
    numbers = [found[1] for note in notes if (found := _NOTE.match(note.text)) is not None]
    if not numbers:
        return list(rows)
    mark = re.compile(rf"(?<=[^\W\d]|[.,;:)\u201d])(?:{'|'.join(numbers)})(?=[\s.,;:]|$)")
    return [replace(row, text=mark.sub("", row.text)) for row in rows]


def _repeated(pages: Sequence[Page]) -> set[tuple[int, int]]:
    """The lines that stand at the same height, with the same words, on several pages."""
    seen: dict[str, list[tuple[Page, Row]]] = defaultdict(list)
    inside: Counter[str] = Counter()
    for page in pages:
        for row in page.rows:
            place = page.place(row)
            inside[_with_page_hidden(row.text)] += 1
            if place < _TOP or place > 1 - _BOTTOM:
                seen[_with_page_hidden(row.text)].append((page, row))
    repeated: set[tuple[int, int]] = set()
    for text, places in seen.items():
        if inside[text] - len(places) > 1:
            continue  # a heading that comes again wherever its turn is
        heights = Counter(_band(page, row, shift) for page, row in places for shift in (0, 1))
        for page, row in places:
            if max(heights[_band(page, row, shift)] for shift in (0, 1)) > 1:
                repeated.add((page.number, id(row)))
    return repeated


def _band(page: Page, row: Row, shift: int) -> tuple[int, int]:
    """The height as a step; two sets of steps overlap, so that near ones share one of them."""
    down = page.box.top - row.y
    return shift, int((down + shift * _SAME_PLACE / 2) // _SAME_PLACE)


def _with_page_hidden(text: str) -> str:
    parts = (part.strip() for part in re.split(r"\s{3,}", text))
    hidden = ("#" if _PAGE_ALONE.fullmatch(part) else _PAGE_NAMED.sub("#", part) for part in parts)
    return WIDE_GAP.join(hidden)


def _without_page(text: str) -> str:
    parts = (part.strip() for part in re.split(r"\s{3,}", text))
    left = ("" if _PAGE_ALONE.fullmatch(part) else _PAGE_NAMED.sub("", part) for part in parts)
    return WIDE_GAP.join(part.strip() for part in left if part.strip())


def _written(pages: Sequence[Page], size: float) -> Iterator[Line]:
    """The lines of all pages; blank ones where a page leaves space."""
    leading = _usual_leading(pages)
    lefts = {
        odd: min(
            (row.x for page in pages if page.number % 2 == odd for row in page.rows), default=0
        )
        for odd in (0, 1)
    }
    headings = Headings(pages, size)
    ends = [page.place(page.rows[-1]) * page.height for page in pages if page.rows]
    lowest = max(ends, default=0.0)
    tables, last = 0, None
    for page in pages:
        above: Row | None = None
        rights = _rights(page.rows)
        for row in headings.joined(page.rows):
            if row.table and not (last and last.table and row.table.continues(last.table)):
                tables += 1
            for _ in range(_blank_lines(above, row, leading) if above else 0):
                yield Line(0, "", page=page.number)
            places = tuple(
                max(0, round((x - lefts[page.number % 2]) / (size / _COLUMNS_A_SIZE)))
                for x in (row.x, *row.parts[1:])
            )
            yield Line(
                0,
                tidy(row.text),
                places[0],
                page.number,
                table=tables if row.table else None,
                cells=row.cells,
                begins=row.table is not None or _had_room(above, row, rights),
                width=row.width,
                places=places,
                heading=headings.level(row),
                bold=row.bold and row.table is None,
            )
            above = last = row
        if above is not None:
            left_over = lowest - page.place(above) * page.height
            if left_over > _SHORT_PAGE * leading * size:
                yield Line(0, "", page=page.number)


def _rights(rows: Sequence[Row]) -> dict[int | None, float]:
    """How far to the right the lines of each column of a page reach."""
    rights: dict[int | None, float] = {}
    for row in rows:
        if row.table is None and WIDE_GAP not in row.text:
            rights[row.column] = max(rights.get(row.column, 0.0), row.end)
    return rights


def _had_room(above: Row | None, row: Row, rights: Mapping[int | None, float]) -> bool:
    """Whether a line was ended on purpose: the first word of the next would have had its place."""
    if above is None or above.table or row.table or above.column != row.column:
        return False
    if not row.text[0].isupper() or WIDE_GAP in row.text or above.text[-1] in "-,":
        return False
    word = row.text.split(maxsplit=1)[0]
    breadth = (row.end - row.x) * (len(word) + 1) / len(row.text)
    return above.end + breadth < rights.get(row.column, 0.0) - _ROOM * row.size


def _blank_lines(above: Row, row: Row, leading: float) -> int:
    if above.table or row.table:
        return int(above.table != row.table)
    if above.column != row.column:
        hangs = row.x > row.left + _HANGING * row.size and row.size == above.size
        return int(not (row.text[0].islower() or hangs))
    apart = (above.y - row.y) / (max(above.size, row.size) * leading)
    return max(1, round(apart) - 1) if apart > _MORE_SPACE else 0


def _usual_size(pages: Sequence[Page]) -> float:
    sizes: Counter[float] = Counter()
    for page in pages:
        for row in page.rows:
            sizes[round(row.size, 1)] += len(row.text)
    return max(sizes.most_common(1)[0][0], 1.0) if sizes else 1.0


def _usual_leading(pages: Sequence[Page]) -> float:
    """The distance of lines that belong together, in parts of their size.

    The least of the distances that are often seen: those of paragraphs are wider.
    """
    steps: dict[float, list[float]] = defaultdict(list)
    for page in pages:
        for above, row in pairwise(page.rows):
            if abs(above.size - row.size) < 1 and row.size > 0:
                step = (above.y - row.y) / row.size
                steps[round(step, 1)].append(step)
    least = max(_USUAL_SHARE * sum(map(len, steps.values())), _TIMES_SEEN)
    often = [step for step, seen in steps.items() if len(seen) >= least and step >= _LEAST_LEADING]
    return median(steps[min(often)]) if often else _LEADING
