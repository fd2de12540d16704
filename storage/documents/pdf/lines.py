"""The bytes of a PDF become lines."""

from __future__ import annotations

import logging
from collections.abc import Callable
from io import BytesIO
from time import monotonic

from pypdf import PasswordType, PdfReader, apply_configuration

from goals.document import Doubt
from goals.errors import (
    DocumentCorruptError,
    DocumentEncryptedError,
    DocumentPagesError,
    DocumentScannedError,
    DocumentTooLargeError,
    DocumentTooSlowError,
)
from storage.documents.pdf.pages import lines_of, rows_of
from storage.documents.pdf.rows import Page
from storage.documents.pdf.runs import RunReader, box_of
from storage.documents.text_lines import LARGEST, Line

MOST_PAGES = 2_000
LONGEST_SECONDS = 120
LARGEST_STREAM = 40_000_000
"""The most bytes that one stream of the file may have, unpacked."""
LEAST_LETTERS = 20
"""Fewer beside pictures are a stamp on a scanned page, not a text."""

# It warns of what it mends. Whoever imports is told what could not be read.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def read_pdf(
    name: str, content: bytes, *, progress: Callable[[int, int], None] | None = None
) -> tuple[tuple[Line, ...], tuple[Doubt, ...]]:
    """The lines of every page, without what is repeated on each.

    Raises DocumentCorruptError, DocumentEncryptedError, DocumentPagesError, DocumentScannedError,
    DocumentTooLargeError or DocumentTooSlowError.
    """
    with apply_configuration(
        zlib_maximum_output_length=LARGEST_STREAM,
        lzw_maximum_output_length=LARGEST_STREAM,
        run_length_maximum_output_length=LARGEST_STREAM,
        array_based_stream_maximum_output_length=LARGEST_STREAM,
    ):
        reader, count = _opened(name, content)
        pages, doubts = _read(name, reader, count, progress)
    if not pages:
        raise DocumentCorruptError(document=name, format="PDF")
    letters = sum(sum(map(str.isalpha, row.text)) for page in pages for row in page.rows)
    if letters < (LEAST_LETTERS if any(page.pictures for page in pages) else 1):
        raise DocumentScannedError(document=name)
    lines = lines_of(pages)
    if sum(len(line.text) for line in lines) > LARGEST:
        raise DocumentTooLargeError(document=name, megabytes=LARGEST // 1_000_000)
    return lines, tuple(doubts)


def _opened(name: str, content: bytes) -> tuple[PdfReader, int]:
    try:
        reader = PdfReader(BytesIO(content))
        locked = reader.is_encrypted and reader.decrypt("") is PasswordType.NOT_DECRYPTED
        count = 0 if locked else len(reader.pages)
    except Exception:  # noqa: BLE001 — a damaged file makes pypdf raise whatever it stumbles on
        raise DocumentCorruptError(document=name, format="PDF") from None
    if locked:
        raise DocumentEncryptedError(document=name)
    if count > MOST_PAGES:
        raise DocumentPagesError(document=name, most=MOST_PAGES)
    if not count:
        raise DocumentCorruptError(document=name, format="PDF")
    return reader, count


def _read(
    name: str, reader: PdfReader, count: int, progress: Callable[[int, int], None] | None
) -> tuple[list[Page], list[Doubt]]:
    started = monotonic()
    runs = RunReader()
    pages: list[Page] = []
    unreadable: list[int] = []
    textless: list[int] = []
    for number in range(1, count + 1):
        if monotonic() - started > LONGEST_SECONDS:
            raise DocumentTooSlowError(document=name, seconds=LONGEST_SECONDS)
        try:
            source = reader.pages[number - 1]
            box = box_of(source)
            rows = rows_of(runs.read(source), runs.rules, box)
            page = Page(number, box, rows, runs.pictures)
        except Exception:  # noqa: BLE001 — one page that is damaged does not hide the others
            unreadable.append(number)
            continue
        if not page.rows and not runs.is_blank:
            textless.append(number)
        pages.append(page)
        if progress is not None:
            progress(number, count)
    told = (("doubt-pages-unreadable", unreadable), ("doubt-pages-without-text", textless))
    return pages, [Doubt(key, None, {"pages": _listed(which)}) for key, which in told if which]


def _listed(numbers: list[int]) -> str:
    """3, 5–7, 9."""
    spans: list[tuple[int, int]] = []
    for number in numbers:
        if spans and spans[-1][1] == number - 1:
            spans[-1] = (spans[-1][0], number)
        else:
            spans.append((number, number))
    return ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in spans)
