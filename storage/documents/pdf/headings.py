"""Which lines of a PDF are headings, by the size of their letters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from storage.documents.outline.blocks import join_lines
from storage.documents.pdf.rows import Page, Row

_LARGER = 1.08
"""From how many times the usual size letters are a heading's."""
_STEPS_A_POINT = 2
_MOST_OF_TEXT = 0.15
"""Letters of one size that more of the text has are no headings', but a leading paragraph's."""
_MOST_IF_BOLD = 0.4
"""As much where every line of that size is bold: a short paper with long headings."""
_MOST_LEVELS = 5
_MOST_WORDS_OF_COVER = 80
_LINE = 1.7
"""How far apart, in parts of their size, the lines of one heading stand at most."""
_LEAST_LETTERS = 3


class Headings:
    """Tells the headings of one paper, the largest on the outermost level."""

    def __init__(self, pages: Sequence[Page], usual: float) -> None:
        rows = [row for page in pages for row in page.rows if row.table is None]
        letters = sum(len(row.text) for row in rows)
        sizes: Counter[int] = Counter()
        light: set[int] = set()
        for row in rows:
            if row.size > _LARGER * usual and _is_worded(row):
                sizes[_step(row.size)] += len(row.text)
                light |= set() if row.bold else {_step(row.size)}
        wanted: list[int] = []
        for each in sorted(sizes, reverse=True):
            if sizes[each] > (_MOST_OF_TEXT if each in light else _MOST_IF_BOLD) * letters:
                break  # what is set smaller than a text is no heading over it
            wanted.append(each)
        titles = _titles(pages, wanted)
        inner = sorted((each for each in wanted if each not in titles), reverse=True)
        self._levels = dict.fromkeys(titles, 1)
        if len(inner) <= _MOST_LEVELS:
            self._levels |= {each: level for level, each in enumerate(inner, start=1)}

    def level(self, row: Row) -> int | None:
        """The level of a line from 1; None where it is no heading."""
        if row.table is not None or not _is_worded(row):
            return None
        return self._levels.get(_step(row.size))

    def joined(self, rows: Sequence[Row]) -> Iterator[Row]:
        """The lines, those of a heading that is wrapped as one."""
        done: list[Row] = []
        for row in rows:
            before = done[-1] if done else None
            if before is not None and self._goes_on(before, row, rows):
                text = join_lines([before.text, row.text])
                done[-1] = replace(before, text=text, y=row.y, end=row.end)
            else:
                done.append(row)
        yield from done

    def _goes_on(self, before: Row, row: Row, rows: Sequence[Row]) -> bool:
        """Whether a line is the rest of a heading that had no room for its first word."""
        beside = before.column == row.column and _step(before.size) == _step(row.size)
        near = 0 < before.y - row.y <= _LINE * row.size
        if self.level(before) is None or row.table is not None or not (beside and near):
            return False
        right = max(each.end for each in rows if each.column == row.column)
        word = row.text.split(maxsplit=1)[0]
        breadth = (row.end - row.x) * len(word) / len(row.text)
        return row.text[0].islower() or before.end + breadth > right


def _titles(pages: Sequence[Page], sizes: Sequence[int]) -> set[int]:
    """The sizes that only the cover has, or only the line that the paper begins with."""
    if not sizes:
        return set()
    first = pages[0].rows
    if len(pages) > 1 and sum(len(row.text.split()) for row in first) <= _MOST_WORDS_OF_COVER:
        later = {_step(row.size) for page in pages[1:] for row in page.rows}
        return set(sizes) - later
    largest = max(sizes)
    places = [
        (page.number, at)
        for page in pages
        for at, row in enumerate(page.rows)
        if _step(row.size) == largest
    ]
    alone = places[-1][0] == pages[0].number and places[-1][1] - places[0][1] < len(places)
    before = [row for row in first[: places[0][1]] if _step(row.size) in sizes]
    return {largest} if alone and not before else set()


def _is_worded(row: Row) -> bool:
    return sum(map(str.isalpha, row.text)) >= _LEAST_LETTERS


def _step(size: float) -> int:
    return round(size * _STEPS_A_POINT)
