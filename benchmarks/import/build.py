r"""Make the .docx and .pdf of `data` again from their sources: `python -m benchmarks.import.build`.

A .typ is Typst's own language, and a .html is printed by Chromium. A .word is one paragraph a line,
told by how the line begins:

=, #, ##, ###   title, heading, headings below it
-, --           bullet of Word's own, bullet below it
+, ++           number of Word's own (1.), number below it (1.1); +! begins anew
@list F P / ..  the numbers from here on: Word's format and pattern of each level (lowerLetter %1))
[Style], [14]   paragraph of the style of that name, or in letters of that size
>, >>           indented once, twice
|a|b|           row of a table; ¶ begins a paragraph within a cell, told as above; a cell that
                is ^ is one with the cell above, one that is < with the cell to the left
@header, @footer  what comes on every page; # in it is the page's number
@box, @sdt      text box, content control; ¶ begins a paragraph within it
---             page break

Within a line **bold**, \t a tab and \n a line break of Word's own; {+inserted+}, {-deleted-} by
tracked changes, {^footnote^}, {!comment!} on what stands before, {{content control}}.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_BREAK
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt
from docx.styles.style import ParagraphStyle
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from typst import Compiler, Fonts

from .papers import DATA

SOURCES = DATA / "sources"
_SUFFIXES = {".typ": ".pdf", ".html": ".pdf", ".word": ".docx"}
_WRITTEN = datetime(2026, 1, 1, tzinfo=UTC)
_MARKED = re.compile(r"(=|#{1,3}|-{1,2}|\+{1,2}!?|>{1,2}|@\w+|\[[^\]]+\]) (.*)")
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_STYLES = {
    "=": "Title",
    "#": "Heading 1",
    "##": "Heading 2",
    "###": "Heading 3",
    "-": "List Bullet",
    "--": "List Bullet 2",
}
_MERGED = frozenset({"^", "<"})
_NUMBERED = "List Paragraph"
_FIRST_NUMBERS = 90
_USUAL_NUMBERS = "decimal %1. / decimal %1.%2"
_SPECIAL = re.compile(
    r"\{\+(?P<inserted>.+?)\+\}|\{-(?P<deleted>.+?)-\}|\{\^(?P<footnote>.+?)\^\}"
    r"|\{!(?P<comment>.+?)!\}|\{\{(?P<control>.+?)\}\}"
)
_CHANGED = 'w:id="1" w:author="" w:date="2026-01-01T00:00:00Z"'
_NOTES = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes",
)
_BOX = f"""
<w:r {nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
  xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
  xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
  xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
  xmlns:v="urn:schemas-microsoft-com:vml"><mc:AlternateContent><mc:Choice Requires="wps">
  <w:drawing><wp:inline><wp:extent cx="5400000" cy="1800000"/><wp:docPr id="1" name="Textruta"/>
  <a:graphic><a:graphicData
   uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:spPr/>
   <wps:txbx><w:txbxContent/></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>
  </wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape
   style="width:425pt;height:142pt"><v:textbox><w:txbxContent/></v:textbox></v:shape></w:pict>
  </mc:Fallback></mc:AlternateContent></w:r>"""


def sources() -> Iterator[Path]:
    """What documents are made of, by name."""
    return (path for path in sorted(SOURCES.glob("*/*")) if path.suffix in _SUFFIXES)


def target(source: Path) -> Path:
    """The document that is made of a source."""
    made = DATA / source.parent.name / source.name
    return made.with_suffix(_SUFFIXES[source.suffix])


def build(source: Path) -> bytes:
    """The document as bytes; the same each time with the same versions of the libraries."""
    if source.suffix == ".html":
        return _printed(source)
    return _pdf(source) if source.suffix == ".typ" else _docx(source.read_text(encoding="utf-8"))


def _pdf(source: Path) -> bytes:
    compiler = Compiler(font_paths=Fonts(include_system_fonts=False))
    made = compiler.compile(source, format="pdf", timestamp=_WRITTEN)
    assert isinstance(made, bytes)
    return made


def printer() -> str | None:
    """The Chromium of this machine, if it has one."""
    return shutil.which("chromium") or shutil.which("google-chrome")


def _printed(source: Path) -> bytes:
    """As Chromium prints it; its fonts are the machine's, and lines may break elsewhere."""
    chromium = printer()
    if chromium is None:
        raise FileNotFoundError("chromium")
    with TemporaryDirectory() as folder:
        made = Path(folder, "made.pdf")
        switches = ("--headless=new", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer")
        command = [chromium, *switches, f"--print-to-pdf={made}", str(source.resolve())]
        subprocess.run(command, check=True, capture_output=True, timeout=60)
        return made.read_bytes()


def _docx(text: str) -> bytes:
    document = Document()
    document.core_properties.author = ""
    writer = _Writer(document)
    for line in text.splitlines():
        writer.line(line)
    writer.end()
    saved = BytesIO()
    document.save(saved)
    return _dated(saved)


def _dated(saved: BytesIO) -> bytes:
    """The same archive with the same date in every entry, so that it can be made again."""
    again = BytesIO()
    with ZipFile(saved) as archive, ZipFile(again, "w", ZIP_DEFLATED) as copy:
        for name in archive.namelist():
            entry = ZipInfo(name, _WRITTEN.timetuple()[:6])
            entry.compress_type = ZIP_DEFLATED
            copy.writestr(entry, archive.read(name))
    return again.getvalue()


class _Writer:
    """Writes a Word document line by line."""

    def __init__(self, document: WordDocument) -> None:
        self._document = document
        self._rows: list[list[str]] = []
        self._number = 0
        self._kinds = _FIRST_NUMBERS
        self._numbering = document.part.numbering_part.element
        self._numbering.insert(0, _numbers(_FIRST_NUMBERS, _USUAL_NUMBERS))
        self._notes: list[str] = []

    def line(self, line: str) -> None:
        """Write one line of the source; rows of a table are gathered until it ends."""
        if line.startswith("|"):
            self._rows.append([cell.strip() for cell in line.strip("|").split("|")])
            return
        self._end_table()
        if line == "---":
            self._document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        elif line.startswith("@list "):
            self._kinds += 1
            self._numbering.insert(0, _numbers(self._kinds, line.removeprefix("@list ")))
            self._number = 0
        elif line.startswith(("@header ", "@footer ")):
            self._on_every_page(*line.split(" ", 1))
        elif line.startswith("@sdt "):
            self._control(line.removeprefix("@sdt "))
        elif line != "":
            self._paragraph(self._document.add_paragraph(), line)

    def end(self) -> None:
        """Write what is gathered: the last table, the footnotes."""
        self._end_table()
        if not self._notes:
            return
        part = self._document.part
        notes = "".join(
            f'<w:footnote w:id="{at}"><w:p><w:r><w:footnoteRef/></w:r><w:r>'
            f'<w:t xml:space="preserve"> {escape(each)}</w:t></w:r></w:p></w:footnote>'
            for at, each in enumerate(self._notes, 1)
        )
        blob = f"<w:footnotes {nsdecls('w')}>{notes}</w:footnotes>".encode()
        kind, relation = _NOTES
        name = PackURI("/word/footnotes.xml")
        part.relate_to(Part(name, kind, blob, part.package), relation)

    def _paragraph(self, paragraph: Paragraph, line: str) -> None:
        """Fill a paragraph with a line and what it begins with."""
        marked = _MARKED.fullmatch(line)
        mark, text = marked.groups() if marked else ("", line)
        if mark == "@box":
            self._box(paragraph, text)
            return
        if mark.startswith("+"):
            self._numbered(paragraph, mark)
        elif mark.startswith(">"):
            paragraph.paragraph_format.left_indent = Cm(1.25 * len(mark))
        elif mark.startswith("[") and not mark[1:-1].isdigit():
            paragraph.style = self._style(mark[1:-1])
        elif mark and not mark.startswith("["):
            paragraph.style = _STYLES[mark]
        self._runs(paragraph, text)
        if mark[1:-1].isdigit():
            for run in paragraph.runs:
                run.font.size = Pt(int(mark[1:-1]))

    def _style(self, name: str) -> ParagraphStyle:
        styles = self._document.styles
        style = styles[name] if name in styles else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        assert isinstance(style, ParagraphStyle)
        return style

    def _numbered(self, paragraph: Paragraph, mark: str) -> None:
        if mark.endswith("!") or not self._number:
            number = self._numbering.add_num(self._kinds)
            number.add_lvlOverride(ilvl=0).add_startOverride(1)
            self._number = number.numId
        paragraph.style = _NUMBERED
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001 — no other way
        properties.get_or_add_ilvl().val = mark.count("+") - 1
        properties.get_or_add_numId().val = self._number

    def _on_every_page(self, mark: str, text: str) -> None:
        section = self._document.sections[0]
        part = section.header if mark == "@header" else section.footer
        before, _, after = text.replace("\\t", "\t").partition("#")
        paragraph = part.paragraphs[0]
        paragraph.add_run(before)
        if after or text.endswith("#"):
            field = (
                f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
            )
            paragraph._p.append(parse_xml(field))  # noqa: SLF001 — no other way
            paragraph.add_run(after)

    def _control(self, text: str) -> None:
        control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtPr/><w:sdtContent/></w:sdt>")
        for each in text.split("¶"):
            paragraph = self._document.add_paragraph()
            self._paragraph(paragraph, each)
            control[1].append(paragraph._p)  # noqa: SLF001 — no other way
        self._document.element.body.insert_element_before(control, "w:sectPr")

    def _box(self, holder: Paragraph, text: str) -> None:
        box = parse_xml(_BOX)
        for content in box.iter(qn("w:txbxContent")):
            for each in text.split("¶"):
                paragraph = self._document.add_paragraph()
                self._paragraph(paragraph, each)
                content.append(paragraph._p)  # noqa: SLF001 — no other way
        holder._p.append(box)  # noqa: SLF001 — no other way

    def _runs(self, paragraph: Paragraph, text: str) -> None:
        text = text.replace("\\t", "\t").replace("\\n", "\n")
        for at, bold in enumerate(_BOLD.split(text)):
            done = 0
            for special in _SPECIAL.finditer(bold):
                self._run(paragraph, bold[done : special.start()], bold=at % 2 == 1)
                self._special(paragraph, str(special.lastgroup), special[special.lastgroup or 0])
                done = special.end()
            self._run(paragraph, bold[done:], bold=at % 2 == 1)

    @staticmethod
    def _run(paragraph: Paragraph, text: str, *, bold: bool) -> None:
        if text:
            paragraph.add_run(text).bold = bold or None

    def _special(self, paragraph: Paragraph, kind: str, text: str) -> None:
        if kind == "comment":
            self._document.add_comment(paragraph.runs[-1], text)
            return
        word, said = nsdecls("w"), f'<w:t xml:space="preserve">{escape(text)}</w:t>'
        made = f"<w:sdt {word}><w:sdtPr/><w:sdtContent><w:r>{said}</w:r></w:sdtContent></w:sdt>"
        if kind == "inserted":
            made = f"<w:ins {word} {_CHANGED}><w:r>{said}</w:r></w:ins>"
        elif kind == "deleted":
            made = f"<w:del {word} {_CHANGED}><w:r>{said.replace('w:t', 'w:delText')}</w:r></w:del>"
        elif kind == "footnote":
            self._notes.append(text)
            made = f'<w:r {word}><w:footnoteReference w:id="{len(self._notes)}"/></w:r>'
        paragraph._p.append(parse_xml(made))  # noqa: SLF001 — no other way

    def _end_table(self) -> None:
        if not self._rows:
            return
        table = self._document.add_table(rows=0, cols=len(self._rows[0]), style="Table Grid")
        for row in self._rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                self._cell(cell, text)
        for at, row in enumerate(self._rows):
            for column, text in enumerate(row):
                if text in _MERGED:
                    other = (at - 1, column) if text == "^" else (at, column - 1)
                    table.cell(*other).merge(table.cell(at, column))
        self._rows = []

    def _cell(self, cell: _Cell, text: str) -> None:
        if text in _MERGED:
            return
        for at, each in enumerate(text.removeprefix("¶").split("¶")):
            self._paragraph(cell.add_paragraph() if at else cell.paragraphs[0], each)


def _numbers(at: int, levels: str) -> Any:
    """A kind of automatic numbers: of each level the format and the pattern."""
    made = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{pattern}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{360 + 540 * level}" w:hanging="{360 + 180 * (level > 0)}"/>'
        "</w:pPr></w:lvl>"
        for level, (form, _, pattern) in enumerate(
            each.partition(" ") for each in levels.split(" / ")
        )
    )
    return parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{at}">'
        f'<w:multiLevelType w:val="multilevel"/>{made}</w:abstractNum>'
    )


if __name__ == "__main__":
    for each in sources():
        target(each).write_bytes(build(each))
