"""The text that stands in a document, taken out without the product's own readers."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml.ns import qn
from pypdf import PdfReader

_PIECE = re.compile(r"\S+(?: \S+)*")
_COLUMN = 4
"""How many signs the pieces of one column begin within."""
_WORD_TEXT = {qn("w:t"): "", qn("w:tab"): "\t", qn("w:br"): "\n"}
_DIGITS = re.compile(r"\d+")


def source_lines(path: Path) -> list[str]:
    """Every line of a .txt or .pdf; every paragraph and table cell of a .docx."""
    match path.suffix:
        case ".docx":
            return list(_word_lines(path))
        case ".pdf":
            pages = PdfReader(path).pages
            return [line for page in pages for line in page.extract_text().splitlines()]
        case _:
            return _decoded(path.read_bytes()).splitlines()


def _decoded(content: bytes) -> str:
    """UTF-8, else what Windows wrote before that."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252")


def _word_lines(path: Path) -> Iterator[str]:
    document = Document(str(path))
    parts = [document.element.body]
    for section in document.sections:
        parts += [section.header._element, section.footer._element]  # noqa: SLF001 — no other way
    for part in parts:
        for paragraph in part.iter(qn("w:p")):
            yield from _word_text(paragraph).splitlines()


def _word_text(paragraph: Any) -> str:
    """Its own words: not those of text boxes, which are paragraphs of their own."""
    texts = paragraph.iter(*_WORD_TEXT)
    own = (each for each in texts if next(each.iterancestors(qn("w:p"))) is paragraph)
    return "".join(_WORD_TEXT[each.tag] or each.text or "" for each in own)


def stands_in(text: str, path: Path) -> bool:
    """Whether a wording stands in a document, line breaks, hyphens and bullets aside.

    A wording that goes over a page break is looked for without the lines that come on every page,
    one in a column that text draws in the lines' pieces that begin under each other.
    """
    letters = _letters(text)
    return bool(letters) and any(letters in source for source in _sources(path))


@lru_cache
def _sources(path: Path) -> tuple[str, ...]:
    lines = source_lines(path)
    masked = [_DIGITS.sub("#", " ".join(line.split())) for line in lines]
    times = Counter(masked)
    once = (line for line, mask in zip(lines, masked, strict=True) if times[mask] == 1)
    columns: dict[int, list[str]] = defaultdict(list)
    for line in lines if path.suffix == ".txt" else ():
        for piece in _PIECE.finditer(line):
            columns[piece.start() // _COLUMN].append(piece[0])
    texts = (lines, once, *columns.values())
    return tuple(_letters("".join(text)) for text in texts)


def _letters(text: str) -> str:
    composed = unicodedata.normalize("NFKC", text)
    return "".join(each for each in composed if each.isalnum()).casefold()
