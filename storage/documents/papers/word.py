"""A paper as a Word file, in the municipality's own template if it has one.

A template is any .docx or .dotx: its page, styles, head and foot are kept. Where a paragraph of it
is {{innehåll}}, the paper stands; in a template without one it stands last. {{titel}},
{{avsändare}}, {{till}} and {{märke}} are filled in wherever they stand, also in head and foot; what
the template has no field for stands first in the content, the mark in the page head.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.parts.numbering import NumberingPart
from docx.section import _Footer, _Header
from docx.shared import Cm, Pt, RGBColor, Twips
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph as WordParagraph

from goals.paper import Block, Labelled, Listed, Paper, Paragraph, Section
from storage.documents.papers.signs import printable
from storage.documents.papers.template import (
    FIELD,
    fields_of,
    open_template,
    parts_of,
    place_of,
)

_VALUES: Mapping[str, Callable[[Paper], str]] = {
    "titel": lambda paper: paper.title,
    "avsändare": lambda paper: paper.sender or "",
    "till": lambda paper: paper.to or "",
    "märke": lambda paper: paper.mark or "",
}
_STEP = 454
"""Twentieths of a point that a list's text stands in from its sign: 8 mm."""
_NUMBERING = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:numbering'
    b' xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
)


def word_paper(paper: Paper, *, template: bytes | None = None) -> bytes:
    """The paper as .docx. Raises what open_template raises."""
    if template is None:
        document, filled, place = _plain_document(), frozenset[str](), None
    else:
        document = open_template(template, known=_VALUES)
        filled, place = fields_of(document), place_of(document)
        _fill_in(document, paper)
    _set_language(document)
    properties = document.core_properties
    properties.title = printable(paper.title)
    properties.author = printable(paper.sender or "")
    properties.language = "sv-SE"
    if paper.mark and "märke" not in filled:
        for header in _heads(document):
            _mark(header, paper.mark)
    _Writer(document, place).write(paper, filled=filled)
    if place is not None:
        _remove(place)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def check_template(template: bytes) -> None:
    """See whether papers can be written in it. Raises what open_template raises."""
    open_template(template, known=_VALUES)


def _plain_document() -> Document:
    """A4, black headings, and the pages counted: nothing that a municipality would have to undo."""
    document = docx.Document()
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(2.5)
    for name, size, before, after in (
        ("Normal", 11, 0, 6),
        ("Title", 18, 18, 12),
        ("Heading 1", 14, 16, 4),
        ("Heading 2", 12, 12, 4),
    ):
        style = document.styles[name]
        assert isinstance(style, ParagraphStyle)  # noqa: S101 — of the library's own document
        assert style.type is WD_STYLE_TYPE.PARAGRAPH  # noqa: S101
        style.font.name, style.font.size = "Arial", Pt(size)
        for font in style.element.iter(qn("w:rFonts")):
            for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
                font.attrib.pop(qn(f"w:{theme}"), None)
        style.font.color.rgb = RGBColor(0, 0, 0)
        style.font.bold = name != "Normal"
        style.paragraph_format.space_before = Pt(before)
        style.paragraph_format.space_after = Pt(after)
        for border in list(style.element.iter(qn("w:pBdr"))):
            border.getparent().remove(border)
    _count_pages(page.footer)
    return document


def _count_pages(footer: _Footer) -> None:
    """Page and pages, "1 (2)", as Word itself counts them."""
    paragraph = footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for field, after in (("PAGE", " ("), ("NUMPAGES", ")")):
        simple = _element("w:fldSimple", instr=field)
        run = paragraph.add_run("1")._r  # noqa: SLF001 — fields have no other way
        simple.append(run)
        paragraph._p.append(simple)  # noqa: SLF001
        paragraph.add_run(after)


def _fill_in(document: Document, paper: Paper) -> None:
    """Put the values where the fields stand; the words around them keep their looks."""
    for part in parts_of(document):
        for paragraph in part.iter(qn("w:p")):
            own = [
                text
                for text in paragraph.iter(qn("w:t"))
                if next(text.iterancestors(qn("w:p"))) is paragraph
            ]
            whole = "".join(text.text or "" for text in own)
            for found in reversed(list(FIELD.finditer(whole))):
                value = _VALUES.get(found[1].casefold())
                if value is not None:
                    _replace(own, found.start(), found.end(), printable(value(paper)))


def _replace(texts: list[Any], start: int, end: int, value: str) -> None:
    """Put the value in the place of these characters of the texts, counted through all of them."""
    at, left = 0, value
    for text in texts:
        said = text.text or ""
        first, last = max(start - at, 0), min(end - at, len(said))
        at += len(said)
        if first < last:
            text.text = said[:first] + left + said[last:]
            left = ""
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _set_language(document: Document) -> None:
    """What is read aloud and spell-checked is Swedish."""
    styles = document.styles.element
    defaults = styles.find(qn("w:docDefaults"))
    if defaults is None:
        defaults = _element("w:docDefaults")
        styles.insert(0, defaults)
    for name in ("w:rPrDefault", "w:rPr", "w:lang"):
        inner = defaults.find(qn(name))
        if inner is None:
            inner = _element(name)
            defaults.insert(0, inner) if name == "w:rPrDefault" else defaults.append(inner)
        defaults = inner
    defaults.set(qn("w:val"), "sv-SE")


def _heads(document: Document) -> Iterator[_Header]:
    """Every page head that is shown, each once."""
    even = document.settings.odd_and_even_pages_header_footer
    for number, section in enumerate(document.sections):
        heads = [section.header]
        heads += [section.first_page_header] if section.different_first_page_header_footer else []
        heads += [section.even_page_header] if even else []
        yield from (head for head in heads if number == 0 or not head.is_linked_to_previous)


def _mark(header: _Header, mark: str) -> None:
    """On each page, below what the template has there."""
    paragraphs = header.paragraphs
    is_bare = len(paragraphs) == 1 and not paragraphs[0]._p.r_lst  # noqa: SLF001 — pictures too
    paragraph = paragraphs[0] if is_bare else header.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    paragraph.add_run(mark).bold = True


def _remove(paragraph: WordParagraph) -> None:
    element = paragraph._element  # noqa: SLF001 — has no other way
    element.getparent().remove(element)


def _element(name: str, **attributes: str) -> BaseOxmlElement:

    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


class _Writer:
    """Puts one paragraph after the other, before the place or last."""

    def __init__(self, document: Document, place: WordParagraph | None) -> None:
        self._document = document
        self._place = place

    def write(self, paper: Paper, *, filled: frozenset[str]) -> None:
        """Sender, to whom and title only where the template has no field for them."""
        if paper.sender and "avsändare" not in filled:
            self._add(paper.sender)
        if paper.to and "till" not in filled:
            self._add(paper.to)
        if "titel" not in filled:
            self._head(paper.title, "Title", level=0)
        for name, value in paper.facts:
            self._add(f"{name}: {value}")
        for section in paper.sections:
            self._section(section)

    def _section(self, section: Section) -> None:
        self._head(section.heading, f"Heading {section.level}", level=section.level)
        for number, block in enumerate(section.blocks):
            following = section.blocks[number + 1] if number + 1 < len(section.blocks) else None
            self._block(block, introduces=isinstance(following, Listed))

    def _head(self, text: str, style: str, *, level: int) -> None:
        """A real heading; in a template without that style at least for whoever jumps by them."""
        paragraph = self._add(text, style=style)
        paragraph.paragraph_format.keep_with_next = True
        if style not in self._document.styles and level:
            paragraph.runs[0].bold = True
            properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001
            properties.append(_element("w:outlineLvl", val=str(level - 1)))

    def _block(self, block: Block, *, introduces: bool) -> None:
        match block:
            case Paragraph(text):
                for line in _lines(text):
                    self._add(line).paragraph_format.keep_with_next = introduces or None
            case Listed():
                self._list(block, introduces=introduces)
            case Labelled(label, text):
                lines = _lines(text)
                named = self._add(label, bold=True)
                if len(lines) == 1 and label.endswith(":"):
                    named.add_run(f" {lines[0]}")
                    return
                if lines:
                    kept = named.paragraph_format
                    kept.keep_with_next, kept.space_after = True, 0
                for line in lines:
                    self._add(line)

    def _list(self, block: Listed, *, introduces: bool) -> None:
        """A list of Word's own where it can count; signs of the record's own are written out."""
        signs = block.signs or ("–",) * len(block.items)
        numbered = not block.signs or block.is_counted
        number = self._new_list(block) if numbered else 0
        for place, (sign, text) in enumerate(zip(signs, block.items, strict=True), start=1):
            paragraph = self._add(text if numbered else f"{sign}\t{text}")
            if "List Paragraph" in self._document.styles:
                paragraph.style = self._document.styles["List Paragraph"]
            kept = paragraph.paragraph_format
            kept.keep_together = True
            kept.keep_with_next = (introduces and place == len(signs)) or None
            if numbered:
                properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001
                properties.get_or_add_ilvl().val = 0
                properties.get_or_add_numId().val = number
            else:
                self._hang(paragraph, is_inner=block.is_inner)

    def _hang(self, paragraph: WordParagraph, *, is_inner: bool) -> None:

        step = _STEP * (2 if is_inner else 1)
        paragraph.paragraph_format.left_indent = Twips(step)
        paragraph.paragraph_format.first_line_indent = Twips(-_STEP)
        paragraph.paragraph_format.tab_stops.add_tab_stop(Twips(step))

    def _new_list(self, block: Listed) -> int:
        """A list of its own, so that each begins at 1; its number in the document."""
        numbering = self._numbering()
        taken = [
            int(each.get(qn(f"w:{name}"), "0"))
            for tag, name in (("w:abstractNum", "abstractNumId"), ("w:num", "numId"))
            for each in numbering.findall(qn(tag))
        ]
        number = max(taken, default=0) + 1
        level = _element("w:lvl", ilvl="0")
        level.append(_element("w:start", val="1"))
        level.append(_element("w:numFmt", val="decimal" if block.signs else "bullet"))
        level.append(_element("w:lvlText", val="%1." if block.signs else "–"))
        level.append(_element("w:lvlJc", val="left"))
        properties = _element("w:pPr")
        step = _STEP * (2 if block.is_inner else 1)
        properties.append(_element("w:ind", left=str(step), hanging=str(_STEP)))
        level.append(properties)
        abstract = _element("w:abstractNum", abstractNumId=str(number))
        abstract.append(_element("w:multiLevelType", val="singleLevel"))
        abstract.append(level)
        first = numbering.find(qn("w:num"))
        if first is None:
            numbering.append(abstract)
        else:
            first.addprevious(abstract)
        made = _element("w:num", numId=str(number))
        made.append(_element("w:abstractNumId", val=str(number)))
        last = numbering.findall(qn("w:num"))
        (last[-1] if last else abstract).addnext(made)
        return number

    def _numbering(self) -> BaseOxmlElement:
        """The document's lists; a template that has none gets a place for them."""
        part = self._document.part
        try:
            numbering = part.part_related_by(RELATIONSHIP_TYPE.NUMBERING)
        except KeyError:
            numbering = NumberingPart.load(
                PackURI("/word/numbering.xml"),
                CONTENT_TYPE.WML_NUMBERING,
                _NUMBERING,
                part.package,
            )
            part.relate_to(numbering, RELATIONSHIP_TYPE.NUMBERING)
        lists: BaseOxmlElement = numbering.element  # type: ignore[attr-defined]
        return lists

    def _add(self, text: str, *, style: str | None = None, bold: bool = False) -> WordParagraph:
        paragraph = (
            self._document.add_paragraph()
            if self._place is None
            else self._place.insert_paragraph_before()
        )
        if style is not None and style in self._document.styles:
            paragraph.style = self._document.styles[style]
        run = paragraph.add_run(printable(text))
        run.bold = bold or None
        return paragraph


def _lines(text: str) -> list[str]:
    return [line for line in printable(text).split("\n") if line.strip()]
