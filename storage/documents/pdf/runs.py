"""The pieces of text that a PDF page shows, each with its place.

pypdf parses the file and its fonts. Where text stands is worked out here: its own layouts leave out
text in form objects (stamps, letterheads) and do not tell how far apart two lines are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any, TypeAlias

from pypdf import PageObject
from pypdf.generic import ContentStream, DictionaryObject, IndirectObject, NameObject

from storage.documents.pdf.fonts import Letters, letters_of
from storage.documents.text_lines import BULLET

Operand: TypeAlias = Any
"""What stands in the file where a number, a name or a dictionary should: it may be anything."""
Matrix: TypeAlias = tuple[float, float, float, float, float, float]

UNCHANGED: Matrix = (1, 0, 0, 1, 0, 0)
MOST_OPERATIONS = 1_000_000
"""Of one page, those of its forms included."""
DEEPEST_FORM = 12
_OPERATIONS_OF_A_BLANK_PAGE = 100
"""A line or a frame has fewer; letters that are drawn as shapes have more."""

_TURNED: Mapping[int, Matrix] = {
    90: (0, -1, 1, 0, 0, 0),
    180: (-1, 0, 0, -1, 0, 0),
    270: (0, 1, -1, 0, 0, 0),
}
_SLANT = 0.2
"""How much of its height a line may rise over its length and still be read as upright."""
_THIN = 2.0
"""Points up to which what is drawn is a line."""
_MATRIX = 6
_DOT = (1.5, 7.0)
"""Points that a bullet which is drawn is broad and high."""
_ROUND = 1.3
_MOST_DOTS = 1_000
"""A page with more is a drawing."""
_HIGHEST = 30
_ON_LINE = 0.9
_BEFORE_TEXT = 2.5
"""How far, in parts of the size of the letters, a bullet stands before its line."""
_FOOTERS = frozenset({"/Footer", "/Watermark", "/PageNum", "/LineNum", "/Redaction", "/Bates"})


class TooManyOperationsError(Exception):
    """A page draws more than any page that people write."""


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text on a page."""

    x: float
    end: float
    y: float
    """Of the line it stands on; upwards, as PDF counts."""
    size: float
    text: str
    artifact: str | None = None
    """What the file says that it is where it is not of the text: "header", "footer", "other"."""
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line that is drawn across the page or up it."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def is_upright(self) -> bool:
        """Whether it is drawn up the page."""
        return self.top - self.bottom > self.right - self.left


@dataclass(frozen=True, slots=True)
class Box:
    """The part of a page that is shown, turned as it is shown."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(slots=True)
class _State:
    matrix: Matrix
    font: Letters | None = None
    size: float = 1
    letter_space: float = 0
    word_space: float = 0
    stretch: float = 1
    leading: float = 0
    rise: float = 0


@dataclass(slots=True)
class _Marked:
    """A marked part of the content, and what it says of the text in it."""

    artifact: str | None
    actual: str | None
    """The text that stands for all that is shown in it; empty once it has been said."""


def turned(page: PageObject) -> Matrix:
    """How the page is turned before it is shown."""
    return _TURNED.get(int(page.rotation or 0) % 360, UNCHANGED)


def box_of(page: PageObject) -> Box:
    """The part of the page that is shown, in the measure of its runs."""
    box = page.cropbox
    matrix = turned(page)
    corners = [
        _applied(matrix, float(x), float(y))
        for x, y in ((box.left, box.bottom), (box.right, box.top))
    ]
    xs, ys = zip(*corners, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))


@dataclass(slots=True)
class RunReader:
    """Reads the runs of the pages of one file; fonts are parsed once."""

    fonts: dict[tuple[int, int], Letters | None] = field(default_factory=dict)
    runs: list[Run] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    """The straight lines of the page that was read last."""
    dots: list[Rule] = field(default_factory=list)
    """The small shapes of the page that was read last: the bullets that some programs draw."""
    pictures: int = 0
    """How many the page that was read last shows."""
    left: int = MOST_OPERATIONS
    _marked: list[_Marked] = field(default_factory=list)

    def read(self, page: PageObject) -> list[Run]:
        """The upright runs of a page in the order in which they are drawn.

        Raises TooManyOperationsError, and whatever pypdf raises for what it cannot parse.
        """
        self.runs, self.rules, self.dots, self._marked = [], [], [], []
        self.left, self.pictures = MOST_OPERATIONS, 0
        contents = page.get("/Contents")
        contents = contents.get_object() if contents is not None else None
        if contents is not None:
            stream = ContentStream(contents, page.pdf, "bytes")
            resources = page.get("/Resources") or page.get_inherited("/Resources", None)
            self._draw(stream, _dictionary(resources), turned(page), 0, page)
        self.runs += list(_bullets(self.dots, self.runs))
        return self.runs

    @property
    def is_blank(self) -> bool:
        """Whether the page that was read last shows next to nothing at all."""
        drawn = MOST_OPERATIONS - self.left
        return not self.runs and not self.pictures and drawn <= _OPERATIONS_OF_A_BLANK_PAGE

    def _draw(
        self,
        stream: ContentStream,
        resources: DictionaryObject,
        matrix: Matrix,
        depth: int,
        page: PageObject,
    ) -> None:
        drawing = _Drawing(self, resources, _State(matrix))
        for operands, operator in stream.operations:
            self.left -= 1
            if self.left < 0:
                raise TooManyOperationsError
            if operator == b"INLINE IMAGE":
                self.pictures += 1
            elif operator == b"Do":
                self._draw_form(drawing, operands, depth, page)
            else:
                drawing.take(operator, operands)

    def _draw_form(
        self, drawing: _Drawing, operands: Sequence[Operand], depth: int, page: PageObject
    ) -> None:
        objects = _dictionary(drawing.resources.get("/XObject"))
        form = objects.get(operands[0]) if operands else None
        form = form.get_object() if form is not None else None
        if not isinstance(form, DictionaryObject) or form.get("/Subtype") != "/Form":
            self.pictures += 1
            return
        if depth >= DEEPEST_FORM:
            return
        matrix = _matrix(form.get("/Matrix"))
        own = form.get("/Resources")
        resources = _dictionary(own) if own is not None else drawing.resources
        self._draw(
            ContentStream(form, page.pdf, "bytes"),
            resources,
            _times(matrix, drawing.state.matrix),
            depth + 1,
            page,
        )

    def font(self, resources: DictionaryObject, name: Operand) -> Letters | None:
        """A font by the name that a page has for it; None where its text cannot be read."""
        stated = _dictionary(resources.get("/Font"))
        reference = stated.raw_get(name) if name in stated else None
        key = (
            (reference.idnum, reference.generation)
            if isinstance(reference, IndirectObject)
            else None
        )
        if key is not None and key in self.fonts:
            return self.fonts[key]
        described = reference.get_object() if reference is not None else None
        font = letters_of(described) if isinstance(described, DictionaryObject) else None
        if key is not None:
            self.fonts[key] = font
        return font

    def mark(self, kind: Operand, properties: Operand) -> None:
        """Note that a marked part begins."""
        described = properties if isinstance(properties, DictionaryObject) else DictionaryObject()
        artifact = _artifact(described) if kind == "/Artifact" else None
        actual = described.get("/ActualText")
        text = str(actual) if isinstance(actual, str) else None
        self._marked.append(_Marked(artifact, text))

    def unmark(self) -> None:
        """Note that the latest marked part ends."""
        del self._marked[-1:]

    def show(
        self, text: str, place: tuple[float, float], end: float, size: float, *, bold: bool
    ) -> None:
        """Keep a run, with the text that the file says that it stands for."""
        artifact = None
        for each in self._marked:
            artifact = artifact or each.artifact
            if each.actual is not None:
                text, each.actual = each.actual, ""
        self.runs.append(Run(place[0], end, place[1], size, text, artifact, bold))


@dataclass(slots=True)
class _Drawing:
    """One content stream as it is drawn."""

    reader: RunReader
    resources: DictionaryObject
    state: _State
    saved: list[_State] = field(default_factory=list)
    text: Matrix = UNCHANGED
    line: Matrix = UNCHANGED
    path: list[list[tuple[float, float]]] = field(default_factory=list)
    """The corners of what is drawn once it is painted."""

    def take(self, operator: bytes, operands: Sequence[Operand]) -> None:
        """Follow one operator; those that neither move nor show text are passed over."""
        if operator in _SHOWING:
            self._show(operator, operands)
        elif operator in _MOVING:
            self._move(operator, operands)
        elif operator in _SETTING:
            self._set(operator, operands)
        elif operator in _TRACING:
            self._trace(operator, operands)
        elif operator in _PAINTING:
            self._paint(operator)
        elif operator == b"q":
            self.saved.append(replace(self.state))
        elif operator == b"Q" and self.saved:
            self.state = self.saved.pop()
        elif operator == b"cm":
            self.state.matrix = _times(_matrix(operands), self.state.matrix)
        elif operator in _MARKING:
            self._mark(operator, operands)

    def _trace(self, operator: bytes, operands: Sequence[Operand]) -> None:
        if operator == b"h":
            if self.path:
                self.path[-1].append(self.path[-1][0])
            return
        if operator in _BENDING:
            last = len(operands) - 2
            x, y = _number(operands, last, 0), _number(operands, last + 1, 0)
            if self.path:
                self.path[-1].append(_applied(self.state.matrix, x, y))
            return
        x, y = _number(operands, 0, 0), _number(operands, 1, 0)
        if operator == b"re":
            across, up = x + _number(operands, 2, 0), y + _number(operands, 3, 0)
            corners = ((x, y), (across, y), (across, up), (x, up), (x, y))
            self.path.append([_applied(self.state.matrix, *corner) for corner in corners])
        elif operator == b"l" and self.path:
            self.path[-1].append(_applied(self.state.matrix, x, y))
        else:
            self.path.append([_applied(self.state.matrix, x, y)])

    def _paint(self, operator: bytes) -> None:
        """Lines are seen where they are drawn, or where a thin shape is filled.

        Other filled shapes are the ground behind a text or a page, not its lines.
        """
        for points in self.path if operator in _DRAWING else ():
            whole = _rule(points)
            if (dot := _dot(points)) is not None:
                self.reader.dots.append(dot)
            elif whole is not None:
                self.reader.rules.append(whole)
            elif operator in _STROKING:
                sides = map(_rule, pairwise(points))
                self.reader.rules += [side for side in sides if side is not None]
        self.path = []

    def _mark(self, operator: bytes, operands: Sequence[Operand]) -> None:
        if operator == b"EMC":
            self.reader.unmark()
            return
        properties: Operand = operands[1] if len(operands) > 1 else None
        if isinstance(properties, NameObject):
            properties = _dictionary(self.resources.get("/Properties")).get(properties)
            properties = properties.get_object() if properties is not None else None
        self.reader.mark(operands[0] if operands else None, properties)

    def _set(self, operator: bytes, operands: Sequence[Operand]) -> None:
        if operator == b"Tf":
            self.state.font = self.reader.font(self.resources, operands[0]) if operands else None
            self.state.size = _number(operands, 1, self.state.size)
        elif operator == b"Tz":
            self.state.stretch = _number(operands, 0, 100) / 100
        else:
            setattr(self.state, _SETTING[operator], _number(operands, 0, 0))

    def _move(self, operator: bytes, operands: Sequence[Operand]) -> None:
        if operator == b"BT":
            self.line = UNCHANGED
        elif operator == b"Tm":
            self.line = _matrix(operands)
        else:
            across, up = _number(operands, 0, 0), _number(operands, 1, 0)
            if operator == b"TD":
                self.state.leading = -up
            elif operator == b"T*":
                across, up = 0, -self.state.leading
            self.line = _times((1, 0, 0, 1, across, up), self.line)
        self.text = self.line

    def _show(self, operator: bytes, operands: Sequence[Operand]) -> None:
        if operator == b'"':
            self.state.word_space = _number(operands, 0, self.state.word_space)
            self.state.letter_space = _number(operands, 1, self.state.letter_space)
        if operator in {b"'", b'"'}:
            self._move(b"T*", ())
        if not operands:
            return
        shown = operands[-1] if operator != b"Tj" else operands[0]
        for each in shown if operator == b"TJ" and isinstance(shown, list) else (shown,):
            if isinstance(each, bytes):
                self._show_text(each)
            elif isinstance(each, (int, float)):
                self._advance(-float(each) / 1000 * self.state.size * self.state.stretch)

    def _show_text(self, raw: bytes) -> None:
        font = self.state.font
        if font is None:
            return
        shown = font.read(raw)
        width = shown.width * self.state.size
        width += shown.signs * self.state.letter_space + shown.spaces * self.state.word_space
        before, rise = self.text, self.state.rise
        self._advance(width * self.state.stretch)
        place = _times(_times((1, 0, 0, 1, 0, rise), before), self.state.matrix)
        if shown.text and _is_upright(place):
            end = _times(self.text, self.state.matrix)[4]
            size = abs(self.state.size) * abs(place[3] or place[0])
            self.reader.show(shown.text, (place[4], place[5]), end, size, bold=font.is_bold)

    def _advance(self, across: float) -> None:
        self.text = _times((1, 0, 0, 1, across, 0), self.text)


_SHOWING = frozenset({b"Tj", b"TJ", b"'", b'"'})
_MOVING = frozenset({b"BT", b"Td", b"TD", b"Tm", b"T*"})
_MARKING = frozenset({b"BDC", b"BMC", b"EMC"})
_BENDING = frozenset({b"c", b"v", b"y"})
_TRACING = frozenset({b"m", b"l", b"re", b"h"}) | _BENDING
_STROKING = frozenset({b"S", b"s", b"B", b"B*", b"b", b"b*"})
_DRAWING = _STROKING | {b"f", b"F", b"f*"}
_PAINTING = _DRAWING | {b"n"}
_SETTING = {
    b"Tf": "font",
    b"Tz": "stretch",
    b"Tc": "letter_space",
    b"Tw": "word_space",
    b"TL": "leading",
    b"Ts": "rise",
}


def _rule(points: Sequence[tuple[float, float]]) -> Rule | None:
    """The line that the points are drawn as; None where they are a shape or nothing."""
    xs, ys = zip(*points, strict=True)
    rule = Rule(min(xs), min(ys), max(xs), max(ys))
    across, up = rule.right - rule.left, rule.top - rule.bottom
    return rule if min(across, up) <= _THIN < max(across, up) else None


def _dot(points: Sequence[tuple[float, float]]) -> Rule | None:
    """The box of a shape as broad as it is high and no larger than a bullet; None of others."""
    xs, ys = zip(*points, strict=True)
    across, up = max(xs) - min(xs), max(ys) - min(ys)
    if not (_DOT[0] <= min(across, up) and max(across, up) <= _DOT[1]):
        return None
    alike = max(across, up) <= _ROUND * min(across, up)
    return Rule(min(xs), min(ys), max(xs), max(ys)) if alike else None


def _bullets(dots: Sequence[Rule], runs: Sequence[Run]) -> Iterator[Run]:
    """The bullets that are drawn, not written: small shapes that stand right before a line."""
    lines: dict[int, list[Run]] = defaultdict(list)
    for run in runs if len(dots) <= _MOST_DOTS else ():
        if run.text.strip():
            lines[round(run.y)].append(run)
    for dot in dots:
        middle = (dot.top + dot.bottom) / 2
        beside = [
            run
            for y in range(int(middle) - _HIGHEST, int(middle) + 2)
            for run in lines.get(y, ())
            if run.y < middle < run.y + run.size * _ON_LINE
        ]
        after = min((run for run in beside if run.x >= dot.right), key=_left, default=None)
        alone = not any(run.x < dot.right and run.end > dot.left - run.size for run in beside)
        if after is not None and alone and after.x - dot.right <= _BEFORE_TEXT * after.size:
            yield Run(dot.left, dot.right, after.y, after.size, BULLET, after.artifact)


def _left(run: Run) -> float:
    return run.x


def _artifact(properties: DictionaryObject) -> str:
    subtype = properties.get("/Subtype")
    if subtype == "/Header":
        return "header"
    return "footer" if subtype in _FOOTERS else "other"


def _dictionary(value: Operand) -> DictionaryObject:
    found = value.get_object() if value is not None else None
    return found if isinstance(found, DictionaryObject) else DictionaryObject()


def _numbers(values: Operand) -> Iterator[float]:
    for each in values or ():
        try:
            yield float(each)
        except (TypeError, ValueError):
            return


def _number(operands: Sequence[Operand], at: int, otherwise: float) -> float:
    value = next(_numbers(operands[at : at + 1]), otherwise)
    return value if abs(value) < 1e9 else otherwise  # noqa: PLR2004 — no page is so large


def _matrix(values: Operand) -> Matrix:
    found = tuple(_numbers(values.get_object() if hasattr(values, "get_object") else values))
    if len(found) != _MATRIX:
        return UNCHANGED
    a, b, c, d, e, f = found
    return (a, b, c, d, e, f)


def _times(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    m, n, o, p, q, r = then
    return (
        a * m + b * o,
        a * n + b * p,
        c * m + d * o,
        c * n + d * p,
        e * m + f * o + q,
        e * n + f * p + r,
    )


def _applied(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    moved = _times((1, 0, 0, 1, x, y), matrix)
    return moved[4], moved[5]


def _is_upright(matrix: Matrix) -> bool:
    return matrix[0] > 0 and abs(matrix[1]) <= _SLANT * matrix[0]
