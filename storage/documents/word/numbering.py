"""Word's own lists: the number or bullet that Word shows but does not write into the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from storage.documents.text_lines import BULLET

LEVELS = 9
_HOLDER = re.compile(r"%([1-9])")
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_MOST_SHOWN = 10_000


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is shown."""

    format: str = "decimal"
    text: str = ""
    """What is shown, "%1.%2" or "Mål %1"."""
    start: int = 1
    restarts_after: int | None = None
    """The level, from 1, whose next item restarts this one; 0 for none; None for any above."""
    style: str | None = None
    """The paragraph style that this level belongs to."""
    legal: bool = False
    """Whether all numbers are shown as 1, 2, 3."""
    properties: Element | None = None
    """The paragraph properties of its items."""


@dataclass(slots=True)
class _List:
    abstract: str
    levels: dict[int, Level]
    """What this list shows otherwise than the definition that it is of."""
    starts: dict[int, int]


@dataclass(slots=True)
class Numbering:
    """The lists of a document, counting as its paragraphs go by."""

    definitions: dict[str, dict[int, Level]] = field(default_factory=dict)
    lists: dict[str, _List] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    """Where each definition has come to: lists of one definition count on."""
    begun: set[str] = field(default_factory=set)

    def level(self, list_id: str, depth: int) -> Level | None:
        """How a list shows its items that lie so deep, from 0; None where there is no such list."""
        its = self.lists.get(list_id)
        if its is None:
            return None
        return its.levels.get(depth) or self.definitions.get(its.abstract, {}).get(depth)

    def depth_of_style(self, list_id: str, style: str) -> int | None:
        """The level of a list that belongs to a paragraph style."""
        for depth in range(LEVELS):
            level = self.level(list_id, depth)
            if level is not None and level.style == style:
                return depth
        return None

    def next_mark(self, list_id: str, depth: int) -> str:
        """Count an item and give what Word shows before it; empty where it shows nothing."""
        level = self.level(list_id, depth)
        if level is None:
            return ""
        counts = self._count(list_id, depth, level)
        if level.format == "bullet":
            return BULLET
        if level.format == "none":
            return ""

        def shown(holder: re.Match[str]) -> str:
            at = int(holder[1]) - 1
            other = self.level(list_id, at) or Level()
            value = counts.get(at, other.start)
            return _shown(value, "decimal" if level.legal else other.format)

        return _HOLDER.sub(shown, level.text).strip()

    def _count(self, list_id: str, depth: int, level: Level) -> dict[int, int]:
        its = self.lists[list_id]
        counts = self.counts.setdefault(its.abstract, {})
        if list_id not in self.begun:
            self.begun.add(list_id)
            for at in its.starts:
                counts.pop(at, None)
        start = its.starts.get(depth, level.start)
        counts[depth] = counts[depth] + 1 if depth in counts else start
        for deeper in range(depth + 1, LEVELS):
            other = self.level(list_id, deeper)
            after = other.restarts_after if other else None
            if after is None or depth < after:
                counts.pop(deeper, None)
        return counts


def read_numbering(root: Element | None, list_of_style: Callable[[str], str | None]) -> Numbering:
    """The lists that a document's numbering part defines.

    `list_of_style` gives the list that a numbering style refers to.
    """
    numbering = Numbering()
    if root is None:
        return numbering
    links: dict[str, str] = {}
    for abstract in root.iter("abstractNum"):
        identity = abstract.get("abstractNumId", "")
        numbering.definitions[identity] = dict(_levels(abstract))
        link = abstract.find("numStyleLink")
        if link is not None:
            links[identity] = link.get("val", "")
    for each in root.iter("num"):
        its = each.find("abstractNumId")
        if its is not None:
            numbering.lists[each.get("numId", "")] = _list(its.get("val", ""), each)
    for identity, style in links.items():
        target = numbering.lists.get(list_of_style(style) or "")
        if target is not None and target.abstract != identity:
            numbering.definitions[identity] = numbering.definitions.get(target.abstract, {})
    return numbering


def _list(abstract: str, element: Element) -> _List:
    its = _List(abstract, {}, {})
    for override in element.iter("lvlOverride"):
        depth = number_of(override, "ilvl")
        start = number_of(override.find("startOverride"), "val")
        if depth is not None and start is not None:
            its.starts[depth] = start
        its.levels.update(_levels(override))
    return its


def _levels(element: Element) -> Iterator[tuple[int, Level]]:
    for each in element.findall("lvl"):
        depth = number_of(each, "ilvl")
        if depth is None or not 0 <= depth < LEVELS:
            continue
        style = each.find("pStyle")
        start = number_of(each.find("start"), "val")
        yield (
            depth,
            Level(
                _value(each, "numFmt") or "decimal",
                _value(each, "lvlText") or "",
                1 if start is None else start,
                number_of(each.find("lvlRestart"), "val"),
                style.get("val") if style is not None else None,
                is_on(each.find("isLgl")),
                each.find("pPr"),
            ),
        )


def _value(element: Element, child: str) -> str | None:
    found = element.find(child)
    return found.get("val") if found is not None else None


def number_of(element: Element | None, attribute: str) -> int | None:
    """The whole number in an attribute; None where there is none."""
    if element is None:
        return None
    try:
        return int(float(element.get(attribute, "")))
    except (ValueError, OverflowError):
        return None


def is_on(element: Element | None) -> bool:
    """Whether a switch is there and not turned off."""
    return element is not None and element.get("val", "1") not in {"0", "false", "off"}


def _shown(value: int, form: str) -> str:
    if not 0 < value < _MOST_SHOWN:
        return str(value)
    if form in {"lowerLetter", "upperLetter"}:
        letters = _ALPHABET[(value - 1) % len(_ALPHABET)] * ((value - 1) // len(_ALPHABET) + 1)
        return letters if form == "lowerLetter" else letters.upper()
    if form in {"lowerRoman", "upperRoman"}:
        roman = ""
        for worth, sign in _ROMAN:
            while value >= worth:
                roman, value = roman + sign, value - worth
        return roman if form == "lowerRoman" else roman.upper()
    if form == "decimalZero":
        return f"{value:02}"
    if form in {"none", "bullet"}:
        return ""
    return str(value)
