"""A paper becomes a file, and the file is read back before anybody gets it."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from xml.etree import ElementTree as ET

from goals.errors import PaperIncompleteError
from goals.paper import Paper, PaperFormat
from storage.documents.papers.signs import printable

_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
_WORDS = re.compile(r"word/(?:document|header\d*|footer\d*)\.xml")
_LONGEST_TOLD = 200


def write_paper(
    paper: Paper,
    written_as: PaperFormat,
    *,
    template: bytes | None = None,
) -> bytes:
    """The file, in which every wording of the record was found again, and the mark on each page.

    `template` is for Word only. Raises PaperIncompleteError, and what word_paper and pdf_paper
    raise.
    """
    # Imported where a paper is written: a bot that has written none does not hold their 40 MB.
    if written_as is PaperFormat.WORD:
        from storage.documents.papers.word import word_paper  # noqa: PLC0415

        written = word_paper(paper, template=template)
        read = _word_text(written)
    else:
        from storage.documents.papers.pdf import pdf_paper  # noqa: PLC0415

        written = pdf_paper(paper)
        read = _pdf_text(written, paper.mark)
    found = _bare(read)
    for text in (*paper.quotes, *([paper.mark] if paper.mark else [])):
        if any(piece not in found for piece in _pieces(text, written_as)):
            raise PaperIncompleteError(text=text[:_LONGEST_TOLD])
    return written


def _pieces(text: str, written_as: PaperFormat) -> list[str]:
    """What is looked for; in a PDF, where glyphs are placed, in pieces where it must be.

    Of what is written from the right, each word: lines are laid out anew. Of letters with accents
    that Unicode has no letter for, what stands between them: they are drawn, and read, twice.
    """
    if written_as is PaperFormat.WORD:
        return [_bare(text)]
    if any(unicodedata.bidirectional(sign) in _RIGHT_TO_LEFT for sign in text):
        return [_letters(word) for word in re.findall(r"\w+", printable(text))]
    composed = unicodedata.normalize("NFC", _bare(text))
    drawn_twice = "".join(
        "\n" if unicodedata.combining((composed + " ")[at + 1]) else sign
        for at, sign in enumerate(composed)
    )
    return [_letters(piece) for piece in drawn_twice.split("\n")]


def _letters(text: str) -> str:
    """Without blanks, and without accents that are no part of a letter."""
    composed = unicodedata.normalize("NFC", _bare(text))
    return "".join(sign for sign in composed if not unicodedata.combining(sign))


def _word_text(written: bytes) -> str:
    """Every run of text in the file, by the XML itself: not by what has written it."""
    with zipfile.ZipFile(io.BytesIO(written)) as package:
        parts = [name for name in package.namelist() if _WORDS.fullmatch(name)]
        roots = [ET.fromstring(package.read(name)) for name in parts]  # noqa: S314 — just written
    return "\n".join("".join(root.itertext()) for root in roots)


def _pdf_text(written: bytes, mark: str | None) -> str:
    """The text of all pages, without their heads and feet, which stand between.

    Raises PaperIncompleteError where a page lacks its mark.
    """
    from pypdf import PdfReader  # noqa: PLC0415 — as in pdf.py

    pages = PdfReader(io.BytesIO(written)).pages
    texts = []
    for number, page in enumerate(pages, start=1):
        text = _letters(page.extract_text())
        if mark is not None and not text.startswith(_bare(mark)):
            raise PaperIncompleteError(text=mark)
        text = text.removeprefix(_bare(mark or "")).removesuffix(f"{number}({len(pages)})")
        texts.append(text)
    return "".join(texts) + (mark or "")


def _bare(text: str) -> str:
    """Without blanks: where a line is broken is the typesetter's to say."""
    return re.sub(r"\s+", "", printable(text))
