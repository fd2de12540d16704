"""Headings that a Word paper only tells by how they look: a style of its own, or larger letters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias
from xml.etree.ElementTree import Element

from storage.documents.text_lines import tidy
from storage.documents.word.styles import Styles

Look: TypeAlias = tuple[str | None, int | None, bool]
"""The style, the size in half points where it is stated, and whether it is bold."""

_LONGEST_HEADING = 110
_ENDS = (".", ",", ";")
_AT_LEAST_TWO = 2
_OF_THEM = 5
"""Of how many lines with the look of headings one may be something else."""
_NO_SIZE = 0


@dataclass(frozen=True, slots=True)
class _Seen:
    look: Look
    text: str
    listed: bool


def heading_looks(body: Element, styles: Styles) -> dict[Look, int]:
    """The looks that only headings have, with their levels from 1.

    None where the paper has headings that Word knows as such, or only one look that could be
    theirs: bold letters alone tell headings of all levels, and words between them.
    """
    marked = 0
    seen: list[_Seen] = []
    for paragraph in _blocks(body):
        if paragraph.tag == "tbl":
            seen.append(_TABLE)
            continue
        text = tidy("".join(each.text or "" for each in paragraph.iter("t")))
        direct = paragraph.find("pPr")
        style = style_of(paragraph, styles)
        marked += styles.heading(style, direct) is not None
        if text:
            listed = direct is not None and direct.find("numPr") is not None
            listed = listed or styles.list_of(style) is not None or styles.is_bulleted(style)
            seen.append(_Seen(look_of(paragraph, styles), text, listed))
    plain = (styles.default, None, False)
    looks = [each for each in _of_headings(seen) if each != plain] if marked < _AT_LEAST_TWO else []
    if len(looks) < _AT_LEAST_TWO:
        return {}
    sizes = sorted(looks, key=lambda look: -(look[1] or _NO_SIZE))
    return {look: level for level, look in enumerate(sizes, start=1)}


_TABLE = _Seen((None, None, False), "Tabell", listed=True)


def _blocks(parent: Element) -> Iterator[Element]:
    """Paragraphs and tables, out of content controls."""
    for child in parent:
        if child.tag in {"p", "tbl"}:
            yield child
        elif child.tag in {"sdt", "sdtContent"}:
            yield from _blocks(child)


def _of_headings(seen: Sequence[_Seen]) -> list[Look]:
    """The looks of short lines that hardly ever stand two in a row, as they come first."""
    times = Counter(each.look for each in seen)
    letters: Counter[Look] = Counter()
    for each in seen:
        letters[each.look] += len(each.text)
    ordinary = max(letters, key=letters.__getitem__, default=None)
    unlike = Counter(each.look for each in seen if not _could_be_heading(each))
    unlike.update(one.look for one, other in pairwise(seen) if one.look == other.look)
    return [
        look
        for look, count in times.items()
        if count >= _AT_LEAST_TWO and look != ordinary and _OF_THEM * unlike[look] <= count
    ]


def _could_be_heading(seen: _Seen) -> bool:
    begins = not seen.listed and not seen.text[0].islower()
    return begins and len(seen.text) <= _LONGEST_HEADING and not seen.text.endswith(_ENDS)


def style_of(paragraph: Element, styles: Styles) -> str | None:
    """The style that a paragraph names, else the paper's ordinary one."""
    named = paragraph.find("pPr/pStyle")
    return named.get("val") if named is not None else styles.default


def look_of(paragraph: Element, styles: Styles) -> Look:
    """How a paragraph looks, by its first letters."""
    style = style_of(paragraph, styles)
    run = next((each for each in paragraph.iter("r") if each.find("t") is not None), None)
    properties = run.find("rPr") if run is not None else None
    size = _stated(properties, styles, style, "sz")
    bold = _stated(properties, styles, style, "b")
    return style, int(size) if size and size.isdigit() else None, bold not in {None, "0", "false"}


def _stated(direct: Element | None, styles: Styles, style: str | None, tag: str) -> str | None:
    """What the letters themselves, or else their style, say of them."""
    stated: Iterable[Element | None] = (direct, *(each.run for _, each in styles.chain(style)))
    for properties in stated:
        found = properties.find(tag) if properties is not None else None
        if found is not None:
            return found.get("val", "1")
    return None
