"""The bytes of a text file become lines that can be read, each with its number."""

from __future__ import annotations

import re
import unicodedata
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import groupby

from goals.document import Doubt
from goals.errors import DocumentTooLargeError, DocumentUnreadableError

LARGEST = 5_000_000
"""The most bytes of text that are read."""
BULLET = "\u2022"
SOFT_HYPHEN = "\u00ad"

_BREAK = re.compile("\r\n|[\r\n\u0085\u2028\u2029]")
_KNOWN_BINARY = (b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xd0\xcf\x11\xe0", b"{\\rtf")
_INVISIBLE = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_CONTROLS_IN_A_HUNDRED = 5
_MARKED_UP_HEADING = re.compile(r"(#{1,6}) +(?=\S)")
_MARKED_UP_BOLD = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")
_AT_LEAST_TWO = 2
_QUOTED = re.compile(r"^\s{0,3}(?:> ?)+")
_BLANK_TOLD = 10
_GAP = 3
"""How many spaces part columns."""
_SPACES = {ord(space): " " for space in "\u00a0\u2007\u2009\u202f\u2002\u2003\f\v"}
_BOXES_AND_ARROWS = "\u2610\u2611\u25b8\u25ba\u2192\u2794\u27a2\u27a4"
_BULLETS = "\u2022\u00b7\u25aa\u25cf\u25cb\u25e6\u2023\u2043\u25a0\u25a1\uf0b7\uf0a7\uf0d8\uf0fc"
_LESS_USUAL = "\u203a\u2713\u2714\u25c6\u25c7\u2666"
_BULLET_FIRST = re.compile(f"^(?:[{_BULLETS}{_LESS_USUAL}{_BOXES_AND_ARROWS}]\\s*|\u00bb\\s+)")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the source; blank ones have an empty text."""

    number: int
    """From 1."""
    text: str
    """Without blanks around it. Wide gaps inside are kept: they part columns."""
    indent: int = 0
    page: int | None = None
    """From 1, where the file has pages."""
    heading: int | None = None
    """The level from 1, where the file itself says that it is a heading."""
    table: int | None = None
    """The number of the table, from 1, that it is a row of."""
    cells: tuple[str, ...] = ()
    """The row's cells; `text` has them with a wide gap between.

    A cell that is merged with its neighbours has its text once, in the first place; the other
    places are empty, so that a column keeps its place in every row. A list inside a cell keeps
    its items apart with line breaks; `text` has spaces there.
    """
    begins: bool = False
    """Whether the file itself says that a paragraph begins here."""
    width: int | None = None
    """How many letters the longest line of its column has, where the page has several."""
    places: tuple[int, ...] = ()
    """Where each part between wide gaps begins, measured as `indent`, where the file tells it."""
    bold: bool = False
    """Whether all of it is set in bold letters, where the file says how they are set."""
    foot: bool = False
    """Whether it comes at the foot of the pages: it tells of the paper, and is none of its text."""


def read_lines(content: bytes, *, name: str) -> tuple[tuple[Line, ...], tuple[Doubt, ...]]:
    """The lines, and a doubt where the encoding had to be assumed.

    Of a long run of blank lines only the first are told.

    Raises DocumentTooLargeError or DocumentUnreadableError.
    """
    text, doubts = decode(content, name=name)
    lines: list[Line] = []
    blank = 0
    unquoted = _unquoted(_BREAK.split(unicodedata.normalize("NFC", text)))
    for number, raw in enumerate(_with_columns(unquoted), 1):
        blank = 0 if raw else blank + 1
        if blank <= _BLANK_TOLD:
            lines.append(_line(number, raw))
    marked_up = sum(1 for line in lines if _MARKED_UP_HEADING.match(line.text)) >= _AT_LEAST_TWO
    return tuple(map(_without_marks, lines) if marked_up else lines), doubts


def _without_marks(line: Line) -> Line:
    """A line of Markdown, "## Mål" or "**Mål 1**", without its marks."""
    heading = _MARKED_UP_HEADING.match(line.text)
    text = line.text[heading.end() :].rstrip("# ") if heading is not None else line.text
    plain = _MARKED_UP_BOLD.sub(r"\1", text)
    level = len(heading[1]) if heading is not None else None
    bold = _MARKED_UP_BOLD.fullmatch(text) is not None
    return replace(line, text=plain, heading=level, bold=bold)


def _unquoted(lines: list[str]) -> list[str]:
    """What an answer or a forwarded letter quotes, without the mark before each of its lines.

    A mark with nothing after it is no bullet: then none of them is.
    """
    if not any(_QUOTED.fullmatch(each) for each in lines):
        return lines
    return [_QUOTED.sub("", each, count=1) for each in lines]


def _with_columns(lines: list[str]) -> list[str]:
    """The lines; the cells that tabs part, in rows as long, stand under each other."""
    done: list[str] = []
    for tabs, rows in groupby(lines, lambda each: each.rstrip().count("\t")):
        run = [each.rstrip().split("\t") for each in rows]
        if tabs < _AT_LEAST_TWO or len(run) < _AT_LEAST_TWO:
            done += ["\t".join(each) for each in run]
            continue
        widths = [max(map(len, column)) + _GAP for column in zip(*run, strict=True)]
        done += [
            "".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
            for cells in run
        ]
    return done


def decode(content: bytes, *, name: str) -> tuple[str, tuple[Doubt, ...]]:
    """The text of a file, and a doubt where the encoding had to be assumed.

    Raises DocumentTooLargeError or DocumentUnreadableError.
    """
    if len(content) > LARGEST:
        raise DocumentTooLargeError(document=name, megabytes=LARGEST // 1_000_000)
    if content.startswith(_KNOWN_BINARY):
        raise DocumentUnreadableError(document=name)
    text, doubts = _decoded(content, name)
    controls = len(_CONTROL.findall(text))
    if "\0" in text or controls * 100 > len(text) * _CONTROLS_IN_A_HUNDRED:
        raise DocumentUnreadableError(document=name)
    return text, doubts


def without_controls(text: str) -> str:
    """The text without what cannot be seen or stored."""
    seen = _INVISIBLE.sub("", _CONTROL.sub("", text)).translate(_SPACES)
    return "".join(each for each in seen if not "\ud800" <= each <= "\udfff")


def _decoded(content: bytes, name: str) -> tuple[str, tuple[Doubt, ...]]:
    try:
        if content.startswith((BOM_UTF16_BE, BOM_UTF16_LE)):
            return content.decode("utf-16"), ()
        return content.removeprefix(BOM_UTF8).decode("utf-8"), ()
    except UnicodeDecodeError:
        if content.startswith((BOM_UTF16_BE, BOM_UTF16_LE)):
            raise DocumentUnreadableError(document=name) from None
    lines = [_decoded_line(line, name) for line in content.removeprefix(BOM_UTF8).split(b"\n")]
    mixed = any(encoding is _Encoding.UTF_8 for _, encoding in lines)
    doubt = Doubt("doubt-mixed-encoding" if mixed else "doubt-encoding")
    return "\n".join(text for text, _ in lines), (doubt,)


class _Encoding(Enum):
    ASCII = auto()
    UTF_8 = auto()
    WINDOWS = auto()


def _decoded_line(line: bytes, name: str) -> tuple[str, _Encoding]:
    """A line by itself: files pasted together have lines of both kinds."""
    if line.isascii():
        return line.decode("ascii"), _Encoding.ASCII
    try:
        return line.decode("utf-8"), _Encoding.UTF_8
    except UnicodeDecodeError:
        pass
    try:
        return line.decode("cp1252"), _Encoding.WINDOWS
    except UnicodeDecodeError:
        raise DocumentUnreadableError(document=name) from None


def _line(number: int, raw: str) -> Line:
    text = visible(raw).expandtabs(4)
    return Line(number, tidy(text), len(text) - len(text.lstrip()))


def visible(text: str) -> str:
    """The text without controls and marks of direction, every kind of space an ordinary one."""
    return _INVISIBLE.sub("", _CONTROL.sub("", text)).translate(_SPACES)


def tidy(text: str) -> str:
    """A line without blanks around it, its bullet the one that lists are told by.

    A soft hyphen stays at the end alone, where it divides a word.
    """
    stripped = text.strip()
    hyphenated = stripped.endswith(SOFT_HYPHEN)
    stripped = stripped.replace(SOFT_HYPHEN, "") + (SOFT_HYPHEN if hyphenated else "")
    return _BULLET_FIRST.sub(f"{BULLET} ", stripped).strip()
