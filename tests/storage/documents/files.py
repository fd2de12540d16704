"""Word and PDF files that the tests make themselves."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import typst
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import parse_xml

from storage.documents.text_lines import Line
from storage.documents.word.lines import read_word

SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
}
EMPTY_LINE = re.compile(r"\s*")
_ITEM = re.compile(r"\s*(?:(?P<number>\d+\.)|-)\s*")


def saved(word: WordDocument) -> bytes:
    """The bytes of a document of python-docx."""
    content = BytesIO()
    word.save(content)
    return content.getvalue()


def word_of(*paragraphs: str, parts: Mapping[str, str] | None = None) -> bytes:
    """A Word file whose body is the given XML; `parts` replaces others (word/numbering.xml)."""
    word = Document()
    body = word.element.body
    for each in list(body):
        if not each.tag.endswith("}sectPr"):
            body.remove(each)
    for at, each in enumerate(paragraphs):
        body.insert(at, parse_xml(_named(each)))
    return with_parts(saved(word), parts or {})


def with_parts(content: bytes, parts: Mapping[str, str | bytes]) -> bytes:
    """A zip file with some of its parts replaced or added."""
    made = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, part in parts.items():
            new.writestr(name, _named(part) if isinstance(part, str) else part)
    return made.getvalue()


def _named(xml: str) -> str:
    """Give the first element the names that Word uses."""
    spaces = " ".join(f'xmlns:{short}="{space}"' for short, space in SPACES.items())
    return re.sub(r"^(<w:\w+)", rf"\1 {spaces}", xml, count=1)


def word_lines(content: bytes) -> tuple[Line, ...]:
    """The lines of a Word file."""
    return read_word("prov.docx", content, formats="")[0]


def texts(lines: Iterable[Line]) -> list[str]:
    """The texts of the lines that are not blank."""
    return [line.text for line in lines if line.text]


def typeset(text: str, *, header: str = "", before: str = "") -> bytes:
    """Plain text as a PDF: its line ends kept, its blank lines as space; `header` on every page."""
    lines = [
        f"#{_quoted(line.strip())} \\" if not EMPTY_LINE.fullmatch(line) else ""
        for line in text.splitlines()
    ]
    head = f"header: {header}, " if header else ""
    return pdf_of(
        f'#set page(paper: "a4", {head}margin: 2.2cm)\n'
        f'#set text(lang: "sv", size: 10pt)\n{before}\n' + "\n".join(lines)
    )


def pdf_of(source: str) -> bytes:
    """What Typst makes of its markup."""
    made = typst.compile(source.encode())
    assert isinstance(made, bytes)
    return made


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def as_word(text: str, *, heading: Callable[[str], bool]) -> bytes:
    """A paper as somebody would write it in Word: real headings, lists, whole paragraphs."""
    word = Document()
    for paragraph in _paragraphs(text):
        item = _ITEM.match(paragraph)
        if heading(paragraph):
            word.add_heading(paragraph, 1)
        elif item is None:
            word.add_paragraph(paragraph)
        else:
            style = "List Number" if item["number"] else "List Bullet"
            word.add_paragraph(paragraph[item.end() :], style=style)
    return saved(word)


def _paragraphs(text: str) -> list[str]:
    """Wrapped lines joined: a line goes on where the one before is long and no item begins."""
    found: list[str] = []
    long = False
    for line in text.splitlines():
        stripped = line.strip()
        if long and stripped and _ITEM.match(line) is None:
            found[-1] = f"{found[-1]} {stripped}"
        elif stripped:
            found.append(stripped)
        long = len(stripped) > 75
    return found


def hand_written_pdf(*streams: str) -> bytes:
    """A small PDF, a page for each content stream, in Helvetica."""
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(len(streams)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(streams)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for at, stream in enumerate(streams):
        objects += [
            (
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * at} 0 R "
                "/Resources << /Font << /F1 3 0 R >> >> >>"
            ),
            f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}\nendstream",
        ]
    content = b"%PDF-1.4\n"
    places = []
    for number, each in enumerate(objects, start=1):
        places.append(len(content))
        content += f"{number} 0 obj\n{each}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
        f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\n"
        f"startxref\n{len(content)}\n%%EOF\n"
    )
    return content + end.encode("cp1252")


def shown(text: str, x: float, y: float, *, size: float = 10) -> str:
    """The operators that show a text at a place."""
    escaped = re.sub(r"([\\()])", r"\\\1", text)
    return f"BT /F1 {size} Tf {x} {y} Td ({escaped}) Tj ET"
