"""The goals and sub-goals that a table states, by what its header says of the columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from storage.documents.goal_words import is_assessment, names_lower
from storage.documents.goals.introductions import Introduction, Listed, introduced_by
from storage.documents.goals.unmarked import has_verb, reads_as_goal
from storage.documents.outline.blocks import join_lines
from storage.documents.outline.markers import LABELS, Marker, Style, read_marker
from storage.documents.outline.tables import Column, Row, column_of, is_detail, is_measure, texts_in


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
    r"(?:(?:del)?mål\s+)?([A-ZÅÄÖ]{0,3}\d{0,2}(?:[.:]\d{1,2})*(?:(?<=\d)[a-h])?)[.:)]?",
    re.IGNORECASE,
)
_MEANING = re.compile(
    r"innebörd|betydelse|betyder|innebär|förklaring|definition|vad (?:det )?(?:betyder|innebär)",
    re.IGNORECASE,
)
_TOTAL = re.compile(r"(?:del)?summa|totalt?|samtliga|alla", re.IGNORECASE)
_FIGURE = re.compile(r"[<>≥≤=~]|\d")
_WORDS_OF_A_GOAL = 3
_AT_LEAST_TWO = 2
_LONGEST_CODE = 5
_OUTCOME = re.compile(
    r"(?:utfall|resultat|prognos|bedömning|måluppfyllelse|uppfyll(?:t|else)|uppnått)\b[\w ]*"
)
"""What heads a column that says how it went."""
_MARK = 2
"""The most letters of a mark: X, ja."""


def read_table(rows: Sequence[Row], listed: Column | None) -> TableGoals | None:
    """What a table states; `listed` is what the text before it says that it lists.

    None where it holds no goals, as a table of measures.
    """
    if not rows or _defines(rows):
        return None
    if _is_turned(rows):
        return TableGoals(tuple(_by_first_column(rows)))
    sections = tuple(_sections(rows))
    if sections[0].columns:
        meant = [_meant(section, listed) for section in sections]
        stated = [_by_columns(*each) for each in zip(sections, meant, strict=True)]
        return TableGoals(tuple(chain(*stated))) if any(meant) else None
    cells = tuple(_by_first_column(rows))
    if cells and (listed is None or _is_form(rows)):
        return TableGoals(cells)
    columns = _guessed(rows, listed) if listed is not None else None
    if columns is None:
        return None
    unheaded = _Section((), None, (), tuple(rows))
    return TableGoals(tuple(_by_columns(unheaded, columns)), has_header=False)


def is_assessed(rows: Sequence[Row]) -> bool:
    """Whether most rows of a table say how it went: they are of goals that have been."""
    heads = [" ".join(cell.split()).casefold() for cell in rows[0].cells] if rows else []
    if any(map(_OUTCOME.fullmatch, heads)) and not any(map(is_measure, heads)):
        return True
    told = sum(1 for row in rows if any(map(is_assessment, row.cells)))
    return 2 * told >= len(rows) > 1


@dataclass(frozen=True, slots=True)
class _Section:
    """A part of a table: what stands over its header, the header, and the rows under it."""

    over: tuple[Row, ...]
    """Rows of one text each."""
    header: Row | None
    columns: tuple[Column | None, ...]
    """What the header says that the columns hold; empty where there is none."""
    rows: tuple[Row, ...]

    @property
    def headers(self) -> tuple[str, ...]:
        """What the columns are headed by."""
        return tuple(" ".join(cell.split()) for cell in self.header.cells) if self.header else ()

    @property
    def bands(self) -> tuple[Row, ...]:
        """The rows of one text each, over rows of more."""
        return (*self.over, *(row for row in self.rows if _is_band(row)))


def _sections(rows: Sequence[Row]) -> Iterator[_Section]:
    """A table that has its header again, as under each goal, has several."""
    heads = [at for at, row in enumerate(rows) if (_is_head(rows) if not at else _repeats(row))]
    if not heads or not all(map(_is_band, rows[: heads[0]])):
        yield _Section((), None, (), tuple(rows))
        return
    begins = [_first_band(rows, head) for head in heads]
    for head, begin, end in zip(heads, begins, [*begins[1:], len(rows)], strict=True):
        columns = tuple(column_of(cell) if cell else None for cell in rows[head].cells)
        over = tuple(rows[begin:head])
        yield _Section(over, rows[head], columns, tuple(rows[head + 1 : end]))


def _is_head(rows: Sequence[Row]) -> bool:
    columns = [column_of(cell) if cell else None for cell in rows[0].cells]
    return _is_header(rows[0], columns, marked=_is_marked(rows))


def _repeats(row: Row) -> bool:
    """Whether a row further down says what columns hold, in every cell."""
    filled = [cell for cell in row.cells if cell]
    return len(filled) >= _AT_LEAST_TWO and all(map(column_of, filled)) and bool(row.cells[0])


def _first_band(rows: Sequence[Row], head: int) -> int:
    """Where what stands over a header begins."""
    begin = head
    while begin and _is_band(rows[begin - 1]):
        begin -= 1
    return begin


def _is_band(row: Row) -> bool:
    """Whether a row is one text over the whole of a table, or its code and then the text."""
    filled = [cell for cell in row.cells if cell]
    if not filled or not row.cells[0]:
        return False
    coded = len(filled) == _AT_LEAST_TWO < len(row.cells) and row.cells[1]
    return len(set(filled)) == 1 or bool(coded and _code_in(row.cells[0]))


def _code_in(cell: str) -> str | None:
    """The code that a cell is and nothing else: "A", "2", "Mål 3"."""
    text = " ".join(cell.split())
    found = _LABEL_ONLY.fullmatch(text)
    if found is not None:
        return found["code"]
    coded = _CODE.fullmatch(text)
    return coded[1] if coded and len(coded[1]) <= _LONGEST_CODE else None


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
    known = len(named) + 1 >= len(filled)
    if not known and set(named) & set(_GOALS):
        known = 2 * len(named) >= len(filled) and not any(map(reads_as_goal, filled))
    return bool(named) and enough and known


def _meant(section: _Section, listed: Column | None) -> list[Column | None] | None:
    """The columns, with those that only look like goals taken for what they are.

    None where neither they nor the rows over others hold any goals.
    """
    columns = list(section.columns)
    for at, column in enumerate(columns):
        over = column is Column.GOAL and Column.SUBGOAL in columns[at + 1 :]
        if column in _GOALS[1:] and _holds_figures(section.rows, at, may_name=over):
            columns[at] = Column.OTHER
    if columns.count(Column.GOAL) > 1 and section.header is not None:
        columns = _of_kinds(section.header, columns)
    if not set(columns) & set(_GOALS) and listed is not None:
        columns = [listed if column is Column.WORDING else column for column in columns]
    if not set(columns) & set(_GOALS):
        return columns if _bands_state_goals(section, columns) else None
    if Column.SUBGOAL not in columns and listed is Column.SUBGOAL:
        columns = [Column.SUBGOAL if each is Column.GOAL else each for each in columns]
    return columns


def _bands_state_goals(section: _Section, columns: Sequence[Column | None]) -> bool:
    """Whether the rows of one text each are goals: their sub-goals or measures stand below."""
    if Column.GOAL in columns or Column.COUNCIL in columns:
        return False
    texts = [_band_text(row) for row in section.bands]
    if any(_label_of(text) is not None for text in texts):
        return True
    if Column.SUBGOAL not in columns and not any(map(is_measure, section.headers)):
        return False
    worded = [text for text in texts if _is_worded(text)]
    return bool(worded) and 2 * len(worded) >= len(texts)


def _of_kinds(row: Row, columns: Sequence[Column | None]) -> list[Column | None]:
    """Of several columns of goals, those of a lower kind hold sub-goals: Resultatmål."""
    lower = [
        column is Column.GOAL and names_lower(" ".join(cell.split()))
        for cell, column in zip(row.cells, columns, strict=True)
    ]
    if sum(lower) == columns.count(Column.GOAL):
        return list(columns)
    return [Column.SUBGOAL if low else each for low, each in zip(lower, columns, strict=True)]


def _holds_figures(rows: Sequence[Row], at: int, *, may_name: bool) -> bool:
    """Whether a column headed "Mål 2025" holds what is to be reached: 95 %, minst 4,2.

    Where sub-goals stand beside it the goals `may_name` no more than what those are about.
    """
    cells = [row.cells[at] for row in rows if at < len(row.cells) and row.cells[at]]
    figures = [
        cell
        for cell in cells
        if (len(cell.split()) < _WORDS_OF_A_GOAL and not may_name)
        or (_FIGURE.match(cell) and len(cell.split()) < 6)  # noqa: PLR2004
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
        cells = [row.cells[at] for row in rows if at < len(row.cells) and row.cells[at]]
        if cells and all(map(_CODE.fullmatch, cells)):
            columns[at] = Column.CODE
    return columns


def _by_columns(section: _Section, columns: Sequence[Column | None] | None) -> Iterator[Cell]:
    if columns is None:
        return
    headers = _headers(section.header, columns)
    states = _bands_state_goals(section, columns)
    for row in section.over:
        yield from _spanning(row, states=states)
    parted = _is_parted(section)
    last: dict[Column, str] = {}
    for row in section.rows:
        over = _is_band(row) and (parted or _is_over(row, columns))
        if over and len(columns) > 1:
            yield from _spanning(row, states=states)
            continue
        code = _code_of(row, columns)
        wordings = [at for at, column in enumerate(columns) if column in _GOALS]
        for at in wordings:
            column = columns[at]
            cell = row.cells[at] if at < len(row.cells) else ""
            if column is None or not cell or last.get(column) == cell or _TOTAL.fullmatch(cell):
                continue
            last = {
                key: text for key, text in last.items() if _GOALS.index(key) < _GOALS.index(column)
            }
            last[column] = cell
            own = code if at == _owner_of_code(columns) else None
            for marker in _texts(cell):
                if not is_detail(marker.text):
                    code_of_it = marker.code or own
                    yield Cell(column, marker.text, code_of_it, row.line, row.page, headers[at])


def _is_over(row: Row, columns: Sequence[Column | None]) -> bool:
    """Whether a row of one text stands over others; in a column of goals it is one of those."""
    label = _label_of(_band_text(row))
    of_council = label is not None and label.style is Style.COUNCIL_LABEL
    return of_council or columns[0] not in _GOALS[:2]


def _is_parted(section: _Section) -> bool:
    """Whether the rows of one text are names of parts, such as perspectives, and the others goals.

    The goals then have something beside them in every row, and more words.
    """
    bands = [_band_text(row) for row in section.rows if _is_band(row)]
    others = [row.cells[0] for row in section.rows if not _is_band(row) and row.cells[0]]
    named = len(bands) >= _AT_LEAST_TWO and not any(map(_is_worded, bands))
    longest = max((len(text.split()) for text in bands), default=0)
    least = min((len(text.split()) for text in others), default=0)
    return named and longest <= _WORDS_OF_A_GOAL < least and len(others) >= len(bands)


def _spanning(row: Row, *, states: bool) -> Iterator[Cell]:
    """A row of one text is a goal over the rows after it, where its label or they say so."""
    text = _band_text(row)
    label = _label_of(text)
    if label is not None:
        yield Cell(_LABELLED[label.style], label.text, label.code, row.line, row.page, None)
    elif states and (_is_worded(text) or len(text.split()) > _WORDS_OF_A_GOAL):
        code = _code_in(row.cells[0]) if row.cells[0] != text else None
        marker = read_marker(text)
        if marker is not None:
            text, code = marker.text, marker.code
        yield Cell(Column.GOAL, text, code, row.line, row.page, None)


def _band_text(row: Row) -> str:
    """The last text of a row, which has no other but its code."""
    return " ".join(next(cell for cell in reversed(row.cells) if cell).split())


def _is_worded(text: str) -> bool:
    """Whether a text says something of what it names, as an area does not."""
    return reads_as_goal(text) or has_verb(text)


def _label_of(text: str) -> Marker | None:
    """The label, with its words: "Mål 3: …"."""
    marker = read_marker(text)
    return marker if marker and marker.style in LABELS and marker.text else None


def _headers(row: Row | None, columns: Sequence[Column | None]) -> list[Introduction | None]:
    if row is None:
        return [None for _ in columns]
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
    """A form: the first cell of a row says what those after it are ("Delmål 1 | Öka …").

    Of several, as where a table is turned, each column is a form of its own.
    """
    width = max(len(row.cells) for row in rows) if _is_turned(rows) else 2
    for at in range(1, width):
        own = _code_in(rows[0].cells[at]) if width > 2 else None  # noqa: PLR2004
        for row in rows:
            if _named(row.cells[0]) is Column.CODE and at < len(row.cells):
                own = _code_in(row.cells[at])
            cells = _heading_cell(rows, at) if row is rows[0] else ()
            for cell in (*cells, *_value(row, at, own)):
                own = cell.code if cell.column is Column.GOAL else own
                yield cell


def _heading_cell(rows: Sequence[Row], at: int) -> Iterator[Cell]:
    """The goal at the head of a column, where a table is turned and no row is said to hold it."""
    row = rows[0]
    named = [_named(each.cells[0]) for each in rows]
    if row.cells[0] or at >= len(row.cells) or Column.GOAL in named or Column.CODE in named:
        return
    text = " ".join(row.cells[at].split())
    label = _label_of(text)
    if label is not None and _LABELLED[label.style] is not Column.SUBGOAL:
        yield Cell(_LABELLED[label.style], label.text, label.code, row.line, row.page, None)
    elif reads_as_goal(text) and Column.SUBGOAL in named:
        yield Cell(Column.GOAL, text, None, row.line, row.page, None)


def _value(row: Row, at: int, own: str | None) -> Iterator[Cell]:
    """What a row says is a goal or a sub-goal; `own` is the code of the goal before it."""
    if at >= len(row.cells) or not row.cells[at]:
        return
    label = _LABEL_ONLY.fullmatch(" ".join(row.cells[0].split()))
    column = _named(row.cells[0])
    if label is not None:
        column = Column.SUBGOAL if label["subgoal"] else Column.GOAL
    elif column is None and own and (below := _CODE.fullmatch(row.cells[0])):
        if below[1].startswith(own) and not below[1].isdigit() and below[1] != own:
            yield Cell(Column.SUBGOAL, row.cells[at], below[1], row.line, row.page, None)
        return
    if column not in _GOALS or column is None:
        return
    header = introduced_by(row.cells[0], row.line, _LISTED[column])
    for marker in _texts(row.cells[at]):
        code = marker.code or (label["code"] if label else None)
        if column is Column.GOAL:
            code = code or own
        if _code_in(marker.text) is None and " " in marker.text:
            yield Cell(column, marker.text, code, row.line, row.page, header)


def _named(cell: str) -> Column | None:
    """What the first cell of a row says that the next holds; a sentence says it of nothing."""
    return None if reads_as_goal(cell) else column_of(cell)


def _is_turned(rows: Sequence[Row]) -> bool:
    """Whether the first column, not the first row, says what the cells hold, of several goals."""
    named = [column for row in rows if (column := _named(row.cells[0])) is not None]
    several = [row for row in rows if len([cell for cell in row.cells if cell]) > _AT_LEAST_TWO]
    return (
        len(set(named)) >= _AT_LEAST_TWO
        and bool(set(named) & set(_GOALS))
        and len(named) + 1 >= len(rows)
        and 2 * len(several) > len(rows)
    )


def _defines(rows: Sequence[Row]) -> bool:
    """Whether a table tells what words mean: "Nivå | Innebörd"."""
    return any(_MEANING.fullmatch(cell.strip(" :*")) for cell in rows[0].cells)


def _is_form(rows: Sequence[Row]) -> bool:
    named = [row for row in rows if row.cells and _named(row.cells[0])]
    labelled = [row for row in rows if row.cells and _LABEL_ONLY.fullmatch(row.cells[0])]
    return 2 * (len(named) + len(labelled)) > len(rows)
