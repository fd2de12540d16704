r"""Make the .docx and .pdf of `data` again from their sources: `python -m benchmarks.import.build`.

A .typ is Typst's own language, and a .html is printed by Chromium. A .word is one paragraph a line,
told by how the line begins:

=, #, ##, ###   title, heading, headings below it
-, --           bullet of Word's own, bullet below it
+, ++           number of Word's own (1.), number below it (1.1); +! begins anew
>, >>           indented once, twice
|a|b|           row of a table; ¶ begins a paragraph within a cell, told as above; a cell that
                is ^ is one with the cell above, one that is < with the cell to the left
@header, @footer  what comes on every page; # in it is the page's number
---             page break

Within a line **bold**, \t a tab and \n a line break of Word's own.
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
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from typst import Compiler, Fonts

from .papers import DATA

SOURCES = DATA / "sources"
_SUFFIXES = {".typ": ".pdf", ".html": ".pdf", ".word": ".docx"}
_WRITTEN = datetime(2026, 1, 1, tzinfo=UTC)
_MARKED = re.compile(r"(=|#{1,3}|-{1,2}|\+{1,2}!?|>{1,2}|@\w+) (.*)")
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
_NUMBERS = f"""
<w:abstractNum {nsdecls("w")} w:abstractNumId="90">
  <w:multiLevelType w:val="multilevel"/>
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>
    <w:lvlJc w:val="left"/><w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/>
    <w:lvlJc w:val="left"/><w:pPr><w:ind w:left="900" w:hanging="540"/></w:pPr></w:lvl>
</w:abstractNum>"""


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
        numbering = document.part.numbering_part.element
        numbering.insert(0, parse_xml(_NUMBERS))
        self._numbering = numbering

    def line(self, line: str) -> None:
        """Write one line of the source; rows of a table are gathered until it ends."""
        if line.startswith("|"):
            self._rows.append([cell.strip() for cell in line.strip("|").split("|")])
            return
        self._end_table()
        marked = _MARKED.fullmatch(line)
        if line == "---":
            self._document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        elif marked:
            self._marked(*marked.groups())
        elif line != "":
            self._runs(self._document.add_paragraph(), line)

    def _marked(self, mark: str, text: str) -> None:
        if mark.startswith("@"):
            self._on_every_page(mark, text)
        elif mark.startswith("+"):
            self._numbered(mark, text)
        elif mark.startswith(">"):
            paragraph = self._document.add_paragraph()
            paragraph.paragraph_format.left_indent = Cm(1.25 * len(mark))
            self._runs(paragraph, text)
        else:
            self._runs(self._document.add_paragraph(style=_STYLES[mark]), text)

    def _numbered(self, mark: str, text: str) -> None:
        if mark.endswith("!"):
            number = self._numbering.add_num(90)
            number.add_lvlOverride(ilvl=0).add_startOverride(1)
            self._number = number.numId
        paragraph = self._document.add_paragraph(style=_NUMBERED)
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001 — no other way
        properties.get_or_add_ilvl().val = mark.count("+") - 1
        properties.get_or_add_numId().val = self._number
        self._runs(paragraph, text)

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

    @staticmethod
    def _runs(paragraph: Paragraph, text: str) -> None:
        text = text.replace("\\t", "\t").replace("\\n", "\n")
        for at, run in enumerate(_BOLD.split(text)):
            if run:
                paragraph.add_run(run).bold = True if at % 2 else None

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
            paragraph = cell.add_paragraph() if at else cell.paragraphs[0]
            if each.startswith("- "):
                paragraph.style = _STYLES["-"]
            self._runs(paragraph, each.removeprefix("- "))


if __name__ == "__main__":
    for each in sources():
        target(each).write_bytes(build(each))
