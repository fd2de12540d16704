"""The lines of a PDF page, each with its place on the page."""

from __future__ import annotations

from dataclasses import dataclass, field

from storage.documents.pdf.runs import Box
from storage.documents.pdf.tables import Grid


@dataclass(frozen=True, slots=True)
class Row:
    """What stands on one line of a page."""

    x: float
    end: float
    y: float
    size: float
    text: str
    artifact: str | None
    bold: bool = False
    """Whether all its letters are bold."""
    opens_note: bool = False
    """Whether it begins with the raised number of a footnote."""
    table: Grid | None = None
    """The table that it is a row of."""
    cells: tuple[str, ...] = ()
    parts: tuple[float, ...] = ()
    """Where each part between wide gaps begins, measured as `x`."""
    outer_x: float = 0.0
    """Where it begins on the page; `x` is where it would begin in the first column."""
    left: float = 0.0
    """Where the first column begins."""
    column: int | None = None
    """The column of the page that it stands in, from 0, where the page has several."""
    width: int | None = None
    """How many letters the longest line of that column has."""


@dataclass(slots=True)
class Page:
    """The lines of one page, from the top down."""

    number: int
    box: Box
    rows: list[Row] = field(default_factory=list)
    pictures: int = 0

    @property
    def height(self) -> float:
        """In points, never nothing."""
        return max(self.box.top - self.box.bottom, 1.0)

    def place(self, row: Row) -> float:
        """How far down it stands: 0 at the top, 1 at the bottom."""
        return (self.box.top - row.y) / self.height
