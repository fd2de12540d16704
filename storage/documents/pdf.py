"""The bytes of a PDF become lines."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

from pypdf import PdfReader

from goals.document import Doubt
from goals.errors import DocumentScannedError
from storage.documents.text_lines import Line, tidy, visible


def read_pdf(
    name: str, content: bytes, *, progress: Callable[[int, int], None] | None = None
) -> tuple[tuple[Line, ...], tuple[Doubt, ...]]:
    """The lines of every page.

    Raises DocumentScannedError.
    """
    reader = PdfReader(BytesIO(content))
    lines: list[Line] = []
    for number, page in enumerate(reader.pages, start=1):
        for raw in page.extract_text(extraction_mode="layout").split("\n"):
            text = visible(raw).expandtabs(4)
            indent = len(text) - len(text.lstrip())
            lines.append(Line(len(lines) + 1, tidy(text), indent, number))
        if progress is not None:
            progress(number, len(reader.pages))
    if not any(line.text for line in lines):
        raise DocumentScannedError(document=name)
    return tuple(lines), ()
