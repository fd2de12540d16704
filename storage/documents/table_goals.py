"""The goals and sub-goals that a table states, by what its header says of the columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from storage.documents.blocks import join_lines
from storage.documents.goal_words import names_lower
from storage.documents.introductions import Introduction, Listed, introduced_by
from storage.documents.markers import LABELS, Marker, Style, read_marker
from storage.documents.tables import Column, Row, column_of, texts_in
from storage.documents.unmarked_goals import reads_as_goal


@dataclass(frozen=True, slots=True)
class Cell:
    """A text of a table that is a goal or a sub-goal."""

    column: Column
    """COUNCIL, GOAL or SUBGOAL."""
    text: str
    code: str | None
    line: int
    page: int | None
    header: Introduction | None


@dataclass(frozen=True, slots=True)
class TableGoals:
    """What a table states, row by row, the overarching first in each."""

    cells: tuple[Cell, ...]
    has_header: bool = True


_GOALS = (Column.COUNCIL, Column.GOAL, Column.SUBGOAL)
_LISTED = {
    Column.COUNCIL: Listed.GOALS,
    Column.GOAL: Listed.GOALS,
    Column.SUBGOAL: Listed.SUBGOALS,
}
_LABELLED = {
    Style.COUNCIL_LABEL: Column.COUNCIL,
    Style.GOAL_LABEL: Column.GOAL,
    Style.SUBGOAL_LABEL: Column.SUBGOAL,
}
_LABEL_ONLY = re.compile(
    r"(?P<subgoal>del|etapp|års)?(?:nämnds?)?mål\s+(?P<code>[A-ZÅÄÖ]{0,3}\d{1,2}(?:[.:]\d{1,2})*)\.?:?",
    re.IGNORECASE,
)
_CODE = re.compile(
    r"(?:(?:del)?mål\s+)?([A-ZÅÄÖ]{0,3}\d{0,2}(?:[.:]\d{1,2})*)[.:)]?", re.IGNORECASE
)
_MEANING = re.compile(
    r"innebörd|betydelse|betyder|innebär|förklaring|definition|vad (?:det )?(?:betyder|innebär)",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"[<>≥≤=~]|\d")
_WORDS_OF_A_GOAL = 3
_MARK = 2
"""The most letters of a mark: X, ja."""


def read_table(rows: Sequence[Row], listed: Column | None) -> TableGoals | None:
    """What a table states; `listed` is what the text before it says that it lists.

    None where it holds no goals, as a table of measures.
    """
    if not rows or _defines(rows):
        return None
    header = [column_of(cell) if cell else None for cell in rows[0].cells]
    if _is_header(rows[0], header, marked=_is_marked(rows)):
        columns = _meant(rows, header, listed)
        return TableGoals(tuple(_by_columns(rows, columns))) if columns else None
    cells = tuple(_by_first_column(rows))
    if cells and (listed is None or _is_form(rows)):
        return TableGoals(cells)
    columns = _guessed(rows, listed) if listed is not None else None
    if columns is None:
        return None
    return TableGoals(tuple(_by_columns([Row(0, None, ()), *rows], columns)), has_header=False)


def _is_marked(rows: Sequence[Row]) -> bool:
    """Whether all but the first column only hold marks: which goal of the council's it serves."""
    marks = [cell for row in rows[1:] for cell in row.cells[1:] if cell]
    return len(rows[0].cells) > 1 and bool(marks) and all(len(mark) <= _MARK for mark in marks)


def _is_header(row: Row, columns: Sequence[Column | None], *, marked: bool) -> bool:
    """Whether the first row says what the columns hold; one cell that does not is let pass."""
    named = [column for cell, column in zip(row.cells, columns, strict=True) if cell and column]
    filled = [cell for cell in row.cells if cell]
    enough = len(named) > 1 or len(filled) == 1
    if marked and columns[0] in _GOALS:
        return True
    return bool(named) and enough and len(named) + 1 >= len(filled)


def _meant(
    rows: Sequence[Row], header: Sequence[Column | None], listed: Column | None
) -> list[Column | None] | None:
    """The columns, with those that only look like goals taken for what they are."""
    columns = list(header)
    for at, column in enumerate(columns):
        if column in _GOALS and _holds_figures(rows, at):
            columns[at] = Column.OTHER
    if columns.count(Column.GOAL) > 1:
        columns = _of_kinds(rows[0], columns)
    if not set(columns) & set(_GOALS) and listed is not None:
        columns = [listed if column is Column.WORDING else column for column in columns]
    if not set(columns) & {Column.GOAL, Column.SUBGOAL, Column.COUNCIL}:
        return None
    if Column.SUBGOAL not in columns and listed is Column.SUBGOAL:
        columns = [Column.SUBGOAL if each is Column.GOAL else each for each in columns]
    return columns


def _of_kinds(row: Row, columns: Sequence[Column | None]) -> list[Column | None]:
    """Of several columns of goals, those of a lower kind hold sub-goals: Resultatmål."""
    lower = [
        column is Column.GOAL and names_lower(" ".join(cell.split()))
        for cell, column in zip(row.cells, columns, strict=True)
    ]
    if sum(lower) == columns.count(Column.GOAL):
        return list(columns)
    return [Column.SUBGOAL if low else each for low, each in zip(lower, columns, strict=True)]


def _holds_figures(rows: Sequence[Row], at: int) -> bool:
    """Whether a column headed "Mål 2025" holds what is to be reached: 95 %, minst 4,2."""
    cells = [row.cells[at] for row in rows[1:] if at < len(row.cells) and row.cells[at]]
    figures = [
        cell
        for cell in cells
        if len(cell.split()) < _WORDS_OF_A_GOAL or (_FIGURE.match(cell) and len(cell.split()) < 6)  # noqa: PLR2004
    ]
    coded = [cell for cell in cells if read_marker(" ".join(cell.split())) is not None]
    return bool(cells) and 2 * (len(figures) - len(coded)) > len(cells)


def _guessed(rows: Sequence[Row], listed: Column) -> list[Column | None] | None:
    """Without a header the widest column holds the wording, a column of codes the codes."""
    width = max(len(row.cells) for row in rows)
    columns: list[Column | None] = [None] * width
    words = [
        sum(len(row.cells[at].split()) for row in rows if at < len(row.cells))
        for at in range(width)
    ]
    widest = max(range(width), key=words.__getitem__)
    if words[widest] < _WORDS_OF_A_GOAL * len(rows):
        return None
    columns[widest] = listed
    for at in range(widest):
        cells = [row.cells[at] for row in rows if at < len(row.cells)]
        if all(cell and _CODE.fullmatch(cell) for cell in cells):
            columns[at] = Column.CODE
    return columns


def _by_columns(rows: Sequence[Row], columns: Sequence[Column | None]) -> Iterator[Cell]:
    headers = _headers(rows[0], columns)
    last: dict[Column, str] = {}
    for row in rows[1:]:
        filled = [cell for cell in row.cells if cell]
        spanning = len(set(filled)) == 1 and len(columns) > 1 and not _first_filled(row)
        if spanning and columns[0] not in _GOALS[:2]:
            yield from _spanning(row, filled[0])
            continue
        code = _code_of(row, columns)
        wordings = [at for at, column in enumerate(columns) if column in _GOALS]
        for at in wordings:
            column = columns[at]
            cell = row.cells[at] if at < len(row.cells) else ""
            if column is None or not cell or last.get(column) == cell:
                continue
            last = {
                key: text for key, text in last.items() if _GOALS.index(key) < _GOALS.index(column)
            }
            last[column] = cell
            own = code if at == _owner_of_code(columns) else None
            for marker in _texts(cell):
                yield Cell(column, marker.text, marker.code or own, row.line, row.page, headers[at])


def _spanning(row: Row, text: str) -> Iterator[Cell]:
    """A row of one cell is a goal over the rows after it, where its label says so."""
    marker = read_marker(" ".join(text.split()))
    if marker is not None and marker.style in LABELS and marker.text:
        column = _LABELLED[marker.style]
        yield Cell(column, marker.text, marker.code, row.line, row.page, None)


def _first_filled(row: Row) -> int:
    return next(at for at, cell in enumerate(row.cells) if cell) if any(row.cells) else 0


def _headers(row: Row, columns: Sequence[Column | None]) -> list[Introduction | None]:
    headers: list[Introduction | None] = []
    for at, column in enumerate(columns):
        text = " ".join(row.cells[at].split()) if at < len(row.cells) else ""
        listed = _LISTED.get(column) if column else None
        headers.append(introduced_by(text, row.line, listed) if text and listed else None)
    return headers


def _owner_of_code(columns: Sequence[Column | None]) -> int | None:
    """Which column a column of codes is for: the next with goals after it."""
    if Column.CODE not in columns:
        return None
    coded = columns.index(Column.CODE)
    after = [at for at, column in enumerate(columns) if column in _GOALS and at > coded]
    return min(after, default=None)


def _code_of(row: Row, columns: Sequence[Column | None]) -> str | None:
    if Column.CODE not in columns:
        return None
    at = columns.index(Column.CODE)
    found = _CODE.fullmatch(row.cells[at]) if at < len(row.cells) else None
    return (found[1] if found else row.cells[at]) or None if at < len(row.cells) else None


def _texts(cell: str) -> list[Marker]:
    """What stands in a cell: one text, or a list of several, marked or each a sentence."""
    whole = list(texts_in(cell))
    unmarked = all(read_marker(line) is None and line[0].isupper() for line in whole)
    if len(whole) > 1 and unmarked and all(map(reads_as_goal, whole)):
        return [Marker(Style.BULLET, None, line) for line in whole]
    texts: list[Marker] = []
    lines: list[str] = []

    def close() -> None:
        if lines and texts:
            last = texts.pop()
            texts.append(Marker(last.style, last.code, join_lines([last.text, *lines])))
        elif lines:
            texts.append(Marker(Style.BULLET, None, join_lines(lines)))
        lines.clear()

    for line in texts_in(cell):
        marker = read_marker(line)
        if marker is None:
            lines.append(line)
            continue
        close()
        texts.append(marker)
    close()
    return [each for each in texts if each.text]


def _by_first_column(rows: Sequence[Row]) -> Iterator[Cell]:
    """A form: the first cell of a row says what the second is ("Delmål 1 | Öka …")."""
    for row in rows:
        if len(row.cells) < len(("name", "value")) or not row.cells[1]:
            continue
        label = _LABEL_ONLY.fullmatch(" ".join(row.cells[0].split()))
        column = column_of(row.cells[0])
        if label is not None:
            column = Column.SUBGOAL if label["subgoal"] else Column.GOAL
        if column not in _GOALS or column is None:
            continue
        header = introduced_by(row.cells[0], row.line, _LISTED[column])
        for marker in _texts(row.cells[1]):
            code = marker.code or (label["code"] if label else None)
            yield Cell(column, marker.text, code, row.line, row.page, header)


def _defines(rows: Sequence[Row]) -> bool:
    """Whether a table tells what words mean: "Nivå | Innebörd"."""
    return any(_MEANING.fullmatch(cell.strip(" :*")) for cell in rows[0].cells)


def _is_form(rows: Sequence[Row]) -> bool:
    named = [row for row in rows if row.cells and column_of(row.cells[0])]
    labelled = [row for row in rows if row.cells and _LABEL_ONLY.fullmatch(row.cells[0])]
    return 2 * (len(named) + len(labelled)) > len(rows)
