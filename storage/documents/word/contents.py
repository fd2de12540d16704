"""A table of contents that Word does not know as one: it lists the goals once more."""

from __future__ import annotations

import re
from collections.abc import Sequence

from storage.documents.text_lines import Line

_ENTRY = re.compile(r"(?P<text>\S.*?)(?:\s{2,}|\s*[.\u2026]{3,}\s*)(?P<page>\d{1,3})")
_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}\.?\s+")
_HEADING = re.compile(r"innehåll(?:sförteckning)?:?", re.IGNORECASE)
_LEAST_ENTRIES = 2
"""How many entries have their headings in the paper where they are a table of contents."""


def without_contents(lines: Sequence[Line]) -> list[Line]:
    """The lines, without those runs of them that list the paper's headings with their pages."""
    kept: list[Line] = []
    at = 0
    while at < len(lines):
        end = _end_of_run(lines, at)
        if end == at or not _lists_what_follows(lines[at:end], lines[end:]):
            kept.append(lines[at])
            at += 1
            continue
        while kept and (not kept[-1].text or _HEADING.fullmatch(kept[-1].text)):
            kept.pop()
        kept.append(Line(0, ""))
        at = end
    return kept


def _end_of_run(lines: Sequence[Line], begin: int) -> int:
    """Where the entries that begin at a line end; the line itself where none does."""
    end, page = begin, 0
    for at in range(begin, len(lines)):
        entry = _ENTRY.fullmatch(lines[at].text)
        if lines[at].text and (entry is None or lines[at].cells or int(entry["page"]) < page):
            break
        if entry is not None:
            end, page = at + 1, int(entry["page"])
    return end


def _lists_what_follows(entries: Sequence[Line], after: Sequence[Line]) -> bool:
    found = [entry["text"] for line in entries if (entry := _ENTRY.fullmatch(line.text))]
    headings = {_plain(line.text) for line in after}
    again = sum(1 for text in found if _plain(text) in headings)
    return again >= _LEAST_ENTRIES and 2 * again >= len(found)


def _plain(text: str) -> str:
    return _NUMBER.sub("", text).strip(" :.").casefold()
