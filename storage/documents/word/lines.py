"""The bytes of a Word file (.docx) become lines, as Word shows them.

Only the standard library is used: what Word shows but does not write into the text (its numbers and
bullets, the final wording where changes are tracked) no library gives, and each part must be
unpacked within bounds. So reading Word costs the bot no memory before somebody does it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from goals.document import Doubt
from goals.errors import DocumentCorruptError, DocumentTooLargeError
from storage.documents.outline.sections import Section, section_heading
from storage.documents.text_lines import BULLET, LARGEST, Line, tidy, visible
from storage.documents.word.contents import without_contents
from storage.documents.word.emphasis import Piece, lines_of
from storage.documents.word.looks import Look, heading_looks, look_of, style_of
from storage.documents.word.numbering import Numbering, is_on, number_of, read_numbering
from storage.documents.word.package import Package
from storage.documents.word.styles import Styles, read_styles

WIDE_GAP = "    "
"""What parts the cells of a row, and what a tab is worth."""

_REMOVED = frozenset({"del", "moveFrom"})
_ADDED = frozenset({"ins", "moveTo"})
_WRAPPERS = _ADDED | {"hyperlink", "smartTag", "customXml", "sdtContent", "dir", "bdo"}
_MATHS = frozenset({":oMath", ":oMathPara"})
_PAGE_FIELDS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})
_LEFT_OUT_FIELDS = _PAGE_FIELDS | {"TOC"}
_CONTENTS = "Table of Contents"
_CHARACTERS = {
    "tab": "\t",
    "ptab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "-",
    "softHyphen": "",  # Word shows it at the end of a line only, and paragraphs have no lines
}
_WITHOUT_PAGE_NUMBER = re.compile(
    r"(?:sida|sidan|sid\.?|s\.)?\s*(?:av\b|[()/,:\s])*", re.IGNORECASE
)
_CODE = re.compile("[0-9A-CEF][0-9A-F]{3}", re.IGNORECASE)
_TWIPS_A_COLUMN = 180
_COLUMNS_A_LEVEL = 4
_HARD_WRAPPED = 60
"""Where lines were pasted as paragraphs, one that goes on has at least so many characters."""
_HARD_WRAPPED_PAPER = 30
"""The same where all of a paper was pasted so."""
_LONGEST_WRAPPED = 130
_GOES_ON = re.compile(r"\s*(?:[a-zåäö]|\d+ [a-zåäö])")
"""How a line goes on from the one before: "25 procent", not "25. Skolorna"."""
_AT_LEAST_TWO = 2
_PARAGRAPHS_OF_A_TEXT = 3
"""From how many paragraphs on what a cell holds is read as a text of its own."""
_WRAPPED_LINES = 1
"""How many paragraphs go on in the next one where a paper was pasted with its line ends."""
_ENDS = (".", "!", "?", ":", ";")
_RUNNING = ("first", "default")


def read_word(
    name: str, content: bytes, *, formats: str
) -> tuple[tuple[Line, ...], tuple[Doubt, ...]]:
    """The lines of the final text: the first section's header once, the body, then its footer once.

    Raises DocumentCorruptError, DocumentEncryptedError, DocumentFormatError (listing `formats`),
    DocumentMacrosError, DocumentNestedError, DocumentTooLargeError or DocumentUnpacksError.
    """
    package = Package(name, content, formats=formats)
    root = package.xml(package.main)
    body = root.find("body") if root is not None else None
    if body is None:
        raise DocumentCorruptError(document=name, format="Word")
    related = package.related(package.main)
    parts = {each.kind: each.part for each in related.values()}
    styles = read_styles(package.xml(parts.get("styles", "")))
    numbering = read_numbering(package.xml(parts.get("numbering", "")), styles.list_of)

    def running(kind: str) -> list[Element]:
        wanted = [related[each].part for each in _first(body, kind) if each in related]
        return [part for each in wanted if (part := package.xml(each)) is not None]

    looks = heading_looks(body, styles)
    reading = _Reading(styles, numbering, is_wrapped=_is_wrapped(body), looks=looks)
    headers = reading.running(running("header"))
    lines = headers + [Line(0, "")] * bool(headers) + without_contents(reading.body(body))
    lines += [replace(line, foot=True) for line in reading.running(running("footer"))]
    if sum(len(line.text) for line in lines) > LARGEST:
        raise DocumentTooLargeError(document=name, megabytes=LARGEST // 1_000_000)
    numbered = tuple(replace(line, number=at) for at, line in enumerate(lines, start=1))
    return numbered, tuple(Doubt(key) for key in sorted(reading.doubts))


def _first(body: Element, kind: str) -> list[str]:
    """The headers, or footers, of the first section with any: the first page's own, then every's.

    A cover is often a section of its own that has none.
    """
    for section in body.iter("sectPr"):
        stated = {
            each.get("type", "default"): each.get(":id", "")
            for each in section.findall(f"{kind}Reference")
        }
        wanted = _RUNNING if is_on(section.find("titlePg")) else _RUNNING[1:]
        if stated:
            return [stated[each] for each in wanted if each in stated]
    return []


@dataclass(slots=True)
class _Field:
    """A field that is being read: its instruction, then its result."""

    instruction: str = ""
    in_result: bool = False

    @property
    def shows(self) -> bool:
        return self.in_result and _is_kept(self.instruction)


@dataclass(slots=True)
class _Inline:
    """What a paragraph holds."""

    pieces: list[Piece] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    """The text boxes that hang on it."""
    styled_bold: bool = False
    """Whether its style makes it bold."""


@dataclass(frozen=True, slots=True)
class _Shape:
    """What a paragraph looks like."""

    style: str | None
    heading: int | None
    indent: int
    mark: str | None
    """The number or bullet that Word shows; None where it is in no list."""
    bold: bool = False
    """Whether all its letters are bold."""


@dataclass(slots=True)
class _Reading:
    styles: Styles
    numbering: Numbering
    is_wrapped: bool = False
    """Whether the paper was pasted with its line ends, each line a paragraph."""
    looks: Mapping[Look, int] = field(default_factory=dict)
    """The levels of the headings that are told by their look alone."""
    doubts: set[str] = field(default_factory=set)
    lines: list[Line] = field(default_factory=list)
    fields: list[_Field] = field(default_factory=list)
    carried: list[Piece] = field(default_factory=list)
    """What stands in paragraphs whose end was removed: it belongs to the next one."""
    in_cell: bool = False
    tables: int = 0
    last: _Shape | None = None

    def running(self, elements: Iterable[Element]) -> list[Line]:
        """The lines of headers or footers, each once, without page numbers."""
        texts: dict[str, None] = {}
        for each in elements:
            for line in self._apart(each):
                parts = [part.strip() for part in re.split(r"\s{2,}", line.text)]
                kept = WIDE_GAP.join(p for p in parts if not _WITHOUT_PAGE_NUMBER.fullmatch(p))
                if kept:
                    texts[kept] = None
        self.tables = 0
        return [Line(0, text, begins=True) for text in texts]

    def body(self, body: Element) -> list[Line]:
        return self._apart(body)

    def _apart(self, parent: Element) -> list[Line]:
        """The lines of something that stands by itself: a header, a cell, a text box."""
        outside, self.lines = self.lines, []
        before, self.last = self.last, None
        self._flow(parent)
        if self.carried:
            pieces, self.carried = self.carried, []
            self._write(pieces, _Shape(None, None, 0, None))
        inside, self.lines, self.last = self.lines, outside, before
        return inside

    def _flow(self, parent: Element) -> None:
        for block in self._blocks(parent):
            if block.tag == "p":
                self._paragraph(block)
            else:
                self._table(block)

    def _blocks(self, parent: Element) -> Iterator[Element]:
        """Paragraphs and tables in their order, out of whatever is wrapped around them."""
        for child in self._final(parent):
            if child.tag in {"p", "tbl"}:
                yield child
            elif child.tag in _WRAPPERS:
                yield from self._blocks(child)

    def _final(self, parent: Element) -> Iterator[Element]:
        """The children that are there once all changes are accepted and a choice is made."""
        for child in parent:
            if child.tag in _REMOVED:
                self.doubts.add("doubt-tracked-changes")
            elif child.tag == "sdt":
                content = child.find("sdtContent")
                if content is not None and not _is_placeholder(child):
                    yield content
            elif child.tag == ":AlternateContent":
                yield from self._final(_chosen(child))
            else:
                if child.tag in _ADDED:
                    self.doubts.add("doubt-tracked-changes")
                yield child

    def _paragraph(self, element: Element) -> None:
        direct = element.find("pPr")
        style = style_of(element, self.styles)
        heading = self.styles.heading(style, direct)
        if heading is None and self.looks:
            heading = self.looks.get(look_of(element, self.styles))
        if heading is not None:
            self.fields.clear()  # a table of contents that never ended must not hide the paper
        if self.styles.lists_contents(style):
            self._blank()
            return
        inline = _Inline(self.carried, styled_bold=bool(self.styles.is_bold(style)))
        self.carried = []
        self._inline(element, inline, hidden=bool(self.styles.hides(style)))
        self.fields = [each for each in self.fields if each.in_result]
        text = "".join(each.text for each in inline.pieces)
        end = direct.find("rPr") if direct is not None else None
        if end is not None and self._is_removed(end):
            self.carried = inline.pieces
        elif text.strip() or end is None or not is_on(end.find("vanish")):
            bold = all(each.is_bold for each in inline.pieces)
            bold = bold and any(each.bold for each in inline.pieces)
            self._write(inline.pieces, replace(self._shape(style, heading, direct), bold=bold))
        for box in inline.boxes:
            self._write_apart(self._apart(box))

    def _is_removed(self, end: Element) -> bool:
        """Whether the end of a paragraph or a row was removed, so that the next one joins it."""
        removed = any(end.find(each) is not None for each in _REMOVED)
        if removed or any(end.find(each) is not None for each in _ADDED):
            self.doubts.add("doubt-tracked-changes")
        return removed

    def _inline(self, parent: Element, inline: _Inline, *, hidden: bool) -> None:
        for child in self._final(parent):
            if child.tag == "r":
                self._run(child, inline, hidden=hidden)
            elif child.tag in _WRAPPERS:
                self._inline(child, inline, hidden=hidden)
            elif child.tag == "fldSimple":
                if _is_kept(child.get("instr", "")):
                    self._inline(child, inline, hidden=hidden)
            elif child.tag in _MATHS and self._shows():
                inline.pieces += [Piece(each.text or "") for each in child.iter(":t")]

    def _run(self, run: Element, inline: _Inline, *, hidden: bool) -> None:
        hidden = self._is_hidden(run.find("rPr"), otherwise=hidden)
        for child in self._final(run):
            if child.tag == "fldChar":
                self._field(child.get("fldCharType", ""))
            elif child.tag == "instrText" and self.fields and not self.fields[-1].in_result:
                self.fields[-1].instruction += child.text or ""
            elif child.tag in {":drawing", "drawing", "pict", "object"}:
                inline.boxes += _outermost_boxes(child)
            elif (text := _text_of(child)) and self._shows():
                if hidden:
                    self.doubts |= {"doubt-hidden-text"} if text.strip() else set()
                else:
                    bold = any(map(str.isalpha, text))
                    bold = bold and self._is_bold(run.find("rPr"), inline)
                    inline.pieces.append(Piece(text, bold))

    def _is_hidden(self, properties: Element | None, *, otherwise: bool) -> bool:
        if properties is None:
            return otherwise
        if (direct := properties.find("vanish")) is not None:
            return is_on(direct)
        style = properties.find("rStyle")
        styled = self.styles.hides(style.get("val")) if style is not None else None
        return otherwise if styled is None else styled

    def _is_bold(self, properties: Element | None, inline: _Inline) -> bool:
        if properties is None:
            return inline.styled_bold
        if (direct := properties.find("b")) is not None:
            return is_on(direct)
        style = properties.find("rStyle")
        styled = self.styles.is_bold(style.get("val")) if style is not None else None
        return inline.styled_bold if styled is None else styled

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self.fields.append(_Field())
        elif kind == "separate" and self.fields:
            self.fields[-1].in_result = True
        elif kind == "end" and self.fields:
            self.fields.pop()

    def _shows(self) -> bool:
        return all(each.shows for each in self.fields)

    def _shape(self, style: str | None, heading: int | None, direct: Element | None) -> _Shape:
        """How the paragraph looks; its list counts on."""
        identity, depth, of_style = self._list(style, direct)
        level = self.numbering.level(identity, depth) if identity is not None else None
        inherited = [each for _, each in self.styles.properties(style)]
        listed = [level.properties] if level and level.properties is not None else []
        ordered = inherited + listed if of_style else listed + inherited
        indent = _indent([*([direct] if direct is not None else []), *ordered])
        mark = None
        if identity is not None and level is not None:
            mark = self.numbering.next_mark(identity, depth)
            indent = max(indent, depth * _COLUMNS_A_LEVEL)
        elif heading is None and self.styles.is_bulleted(style):
            mark = BULLET
        return _Shape(style, heading, indent, mark)

    def _list(self, style: str | None, direct: Element | None) -> tuple[str | None, int, bool]:
        """The list that a paragraph is in, how deep, and whether its style puts it there."""
        own = direct.find("numPr") if direct is not None else None
        number = own.find("numId") if own is not None else None
        depth = number_of(own.find("ilvl"), "val") if own is not None else None
        if number is not None:
            identity = number.get("val")
            return (None if identity == "0" else identity), depth or 0, False
        for each, properties in self.styles.properties(style):
            styled = properties.find("numPr/numId")
            if styled is None:
                continue
            identity = styled.get("val", "0")
            if identity == "0":
                break
            if depth is None:
                depth = self.numbering.depth_of_style(identity, each)
            if depth is None:
                depth = number_of(properties.find("numPr/ilvl"), "val")
            return identity, depth or 0, True
        return None, 0, False

    def _write(self, pieces: Sequence[Piece], shape: _Shape) -> None:
        """One paragraph, line by line."""
        text = "".join(each.text for each in pieces)
        if not text.strip():
            self._blank()
            return
        if self._stands_apart(shape):
            self._blank()
        begins = not self._continues(text, shape)
        mark = f"{shape.mark} " if shape.mark else ""
        whole = self.in_cell or shape.heading is not None
        shown_lines = _without_outer_breaks(list(lines_of(pieces, whole=whole)))
        for at, (part, bold) in enumerate(shown_lines):
            wide = visible(part).replace("\t", WIDE_GAP)
            shown = tidy((mark if at == 0 else "") + wide.lstrip())
            if not shown:
                self._blank()
                continue
            indent = shape.indent + len(wide) - len(wide.lstrip())
            first = at == 0
            self.lines.append(
                Line(
                    0,
                    shown,
                    indent,
                    heading=shape.heading,
                    begins=begins and first,
                    bold=bold,
                )
            )
        self.last = shape

    def _stands_apart(self, shape: _Shape) -> bool:
        """Whether space is seen before it: at headings, and where another kind of text begins."""
        if self.last is None or not self.lines[-1:] or not self.lines[-1].text:
            return False
        if shape.heading is not None or self.last.heading is not None:
            return True
        return shape.style != self.last.style and (shape.mark is None or self.last.mark is None)

    def _continues(self, text: str, shape: _Shape) -> bool:
        """Whether a paragraph is the rest of a line that was pasted with its line ends."""
        before = self.lines[-1].text if self.lines else ""
        alike = self.last is not None and shape == replace(self.last, mark=None)
        if not alike or shape.heading is not None or before.endswith(_ENDS):
            return False
        if _GOES_ON.match(text) is None:
            return False
        least = _HARD_WRAPPED_PAPER if self.is_wrapped else _HARD_WRAPPED
        return len(before) >= least

    def _blank(self) -> None:
        self.lines.append(Line(0, ""))

    def _write_apart(self, lines: Sequence[Line]) -> None:
        if lines:
            self.lines += [Line(0, ""), *lines, Line(0, "")]

    def _table(self, table: Element) -> None:
        rows = [tuple(_placed(self._within(row, "tc"))) for row in self._rows(table)]
        columns = sorted({at for row in rows for at, cell in row if _has_text(cell)})
        if len(columns) < len(("label", "value")) or _is_layout(rows):
            # A frame around ordinary text, or columns of it.
            self._blank()
            for row in rows:
                for _, cell in row:
                    self._flow(cell)
            self._blank()
            return
        if len(columns) == len(("label", "value")) and _is_of_sections(rows):
            self._sections(rows)
            return
        self.tables += 1
        number = self.tables
        written: list[Line] = []
        for row in rows:
            at_column = {at: self._cell(cell) for at, cell in row}
            cells = tuple(at_column.get(at, "") for at in columns)
            text = WIDE_GAP.join(" ".join(each.split("\n")) for each in cells if each)
            if text:
                written.append(Line(0, text, table=number, cells=cells, begins=True))
        self._write_apart(written)
        self.last = None

    def _sections(self, rows: Sequence[Sequence[tuple[int, Element]]]) -> None:
        """The paper itself in a table: its headings to the left, the text to the right."""
        self._blank()
        for row in rows:
            cells = [cell for _, cell in row if _has_text(cell)]
            if not cells or section_heading(_plain_text(cells[0])) is not None:
                for cell in cells:
                    self._flow(cell)
                    self._blank()
            else:
                text = WIDE_GAP.join(" ".join(self._cell(cell).split("\n")) for cell in cells)
                self.lines.append(Line(0, text, begins=True))
        self._blank()
        self.last = None

    def _rows(self, table: Element) -> Iterator[Element]:
        for row in self._within(table, "tr"):
            properties = row.find("trPr")
            if properties is None or not self._is_removed(properties):
                yield row

    def _within(self, parent: Element, tag: str) -> Iterator[Element]:
        for child in self._final(parent):
            if child.tag == tag:
                yield child
            elif child.tag in _WRAPPERS:
                yield from self._within(child, tag)

    def _cell(self, cell: Element) -> str:
        """The text of a cell, its paragraphs parted by line breaks."""
        outside, self.in_cell = self.in_cell, True
        text = "\n".join(line.text for line in self._apart(cell) if line.text)
        self.in_cell = outside
        return text


def _without_outer_breaks(lines: Sequence[tuple[str, bool]]) -> Sequence[tuple[str, bool]]:
    """The lines without the empty ones before the first and after the last with text."""
    filled = [at for at, (text, _) in enumerate(lines) if text]
    return lines[filled[0] : filled[-1] + 1] if filled else ()


def _placed(cells: Iterable[Element]) -> Iterator[tuple[int, Element]]:
    """The cells with the column that they begin at; what continues another cell is left out."""
    at = 0
    for cell in cells:
        properties = cell.find("tcPr")
        span = number_of(properties.find("gridSpan"), "val") if properties is not None else None
        if properties is None or not _is_merged_into_another(properties):
            yield at, cell
        at += max(span or 1, 1)


def _is_layout(rows: Sequence[Sequence[tuple[int, Element]]]) -> bool:
    """Whether a table only sets texts of several paragraphs beside each other."""
    filled = [cell for row in rows for _, cell in row if _has_text(cell)]
    return len(rows) == 1 and all(
        sum(map(_has_text, cell.iter("p"))) >= _PARAGRAPHS_OF_A_TEXT for cell in filled
    )


def _is_of_sections(rows: Sequence[Sequence[tuple[int, Element]]]) -> bool:
    """Whether the first cells are the headings of minutes: Beslut, Bakgrund."""
    firsts = [_plain_text(row[0][1]) for row in rows if row]
    sections = [found[0] for text in firsts if (found := section_heading(text)) is not None]
    decides = {Section.PROPOSAL, Section.DECISION} & set(sections)
    return bool(decides) and len(set(sections)) >= _AT_LEAST_TWO


def _plain_text(cell: Element) -> str:
    return " ".join("".join(each.text or "" for each in cell.iter("t")).split())


def _is_merged_into_another(properties: Element) -> bool:
    merged = [properties.find(each) for each in ("vMerge", "hMerge")]
    continued = any(each is not None and each.get("val") != "restart" for each in merged)
    return continued or properties.find("cellDel") is not None


def _is_wrapped(body: Element) -> bool:
    """Whether paragraphs go on in the next one, again and again."""
    before, wrapped = "", 0
    for paragraph in body.iter("p"):
        text = "".join(each.text or "" for each in paragraph.iter("t")).strip()
        if not text:
            continue
        goes_on = text[:1].islower() and not text.startswith("att ")
        if goes_on and len(before) >= _HARD_WRAPPED_PAPER and not before.endswith(_ENDS):
            wrapped += len(before) <= _LONGEST_WRAPPED
        before = text
    return wrapped >= _WRAPPED_LINES


def _has_text(cell: Element) -> bool:
    return any((each.text or "").strip() for each in cell.iter("t"))


def _is_placeholder(control: Element) -> bool:
    """Whether a content control shows its prompt, or is the table of contents."""
    gallery = control.find("sdtPr/docPartObj/docPartGallery")
    if gallery is not None and gallery.get("val") == _CONTENTS:
        return True
    return is_on(control.find("sdtPr/showingPlcHdr"))


def _chosen(alternatives: Element) -> Element:
    """Of alternatives that show the same, the first that is filled."""
    return next((each for each in alternatives if len(each)), Element("none"))


def _outermost_boxes(drawing: Element) -> Iterator[Element]:
    for child in drawing:
        if child.tag == "txbxContent":
            yield child
        elif child.tag == ":AlternateContent":
            yield from _outermost_boxes(_chosen(child))
        else:
            yield from _outermost_boxes(child)


def _is_kept(instruction: str) -> bool:
    words = instruction.split(maxsplit=1)
    return not words or words[0].upper() not in _LEFT_OUT_FIELDS


def _text_of(element: Element) -> str:
    if element.tag == "t":
        return element.text or ""
    if element.tag == "sym":
        code = element.get("char", "")
        return chr(int(code, 16)) if _CODE.fullmatch(code) else ""
    return _CHARACTERS.get(element.tag, "")


def _indent(properties: Iterable[Element]) -> int:
    """Where the first line begins, in columns; the nearest who states a measure decides it."""
    measures: dict[str, int] = {}
    for each in properties:
        stated = each.find("ind")
        for names in (("left", "start"), ("firstLine",), ("hanging",)):
            for name in names:
                value = number_of(stated, name)
                if value is not None:
                    measures.setdefault(names[0], value)
    first = measures.get("firstLine", 0) - measures.get("hanging", 0)
    return max(0, measures.get("left", 0) + first) // _TWIPS_A_COLUMN
