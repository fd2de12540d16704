"""What a Word paragraph gets from its styles: list, heading level, indent, hidden or not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from storage.documents.word.numbering import is_on, number_of

_HEADING = re.compile(r"(?:heading|rubrik|überschrift|titre)\s*([1-9])", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|innehåll) (?:\d|heading)", re.IGNORECASE)
_BULLETED = re.compile(r"punkt(?!skrift)|bullet", re.IGNORECASE)
_TITLES = frozenset({"title", "rubrik"})
_LONGEST_CHAIN = 20
_BODY_TEXT = 9
"""The outline level of what is no heading."""


@dataclass(frozen=True, slots=True)
class Style:
    """One style, with what it is based on."""

    name: str
    based_on: str | None
    paragraph: Element | None
    run: Element | None


@dataclass(slots=True)
class Styles:
    """The styles of a document by their ids."""

    by_id: dict[str, Style] = field(default_factory=dict)
    default: str | None = None
    """The style of paragraphs that name none."""

    def chain(self, style_id: str | None) -> Iterator[tuple[str, Style]]:
        """A style, the one that it is based on, and so on; a circle ends."""
        for _ in range(_LONGEST_CHAIN):
            style = self.by_id.get(style_id or "")
            if style is None:
                return
            yield style_id or "", style
            style_id = style.based_on

    def properties(self, style_id: str | None) -> Iterator[tuple[str, Element]]:
        """The paragraph properties along the chain, the nearest first, with the style's id."""
        for each, style in self.chain(style_id):
            if style.paragraph is not None:
                yield each, style.paragraph

    def hides(self, style_id: str | None) -> bool | None:
        """Whether text of a style is hidden; None where the style does not say."""
        for _, style in self.chain(style_id):
            hidden = style.run.find("vanish") if style.run is not None else None
            if hidden is not None:
                return is_on(hidden)
        return None

    def is_bold(self, style_id: str | None) -> bool | None:
        """Whether text of a style is bold; None where the style does not say."""
        for _, style in self.chain(style_id):
            bold = style.run.find("b") if style.run is not None else None
            if bold is not None:
                return is_on(bold)
        return None

    def heading(self, style_id: str | None, direct: Element | None) -> int | None:
        """The level of a heading, from 1; None for what is none."""
        inherited = [each for _, each in self.properties(style_id)]
        for properties in ([direct] if direct is not None else []) + inherited:
            level = number_of(properties.find("outlineLvl"), "val")
            if level is not None:
                return level + 1 if 0 <= level < _BODY_TEXT else None
        for _, style in self.chain(style_id):
            named = _HEADING.fullmatch(style.name.strip())
            if named is not None:
                return int(named[1])
            if style.name.casefold() in _TITLES:
                return 1
        return None

    def lists_contents(self, style_id: str | None) -> bool:
        """Whether it is the style of an entry in a table of contents."""
        return any(_CONTENTS.fullmatch(style.name) for _, style in self.chain(style_id))

    def is_bulleted(self, style_id: str | None) -> bool:
        """Whether its name says that what it is put on is an item of a list."""
        return any(_BULLETED.search(style.name) for _, style in self.chain(style_id))

    def list_of(self, style_id: str | None) -> str | None:
        """The list that a style refers to."""
        for _, properties in self.properties(style_id):
            number = properties.find("numPr/numId")
            if number is not None:
                return number.get("val")
        return None


def read_styles(root: Element | None) -> Styles:
    """The styles that a document's style part defines."""
    styles = Styles()
    for each in root.iter("style") if root is not None else ():
        identity = each.get("styleId", "")
        name, based_on = each.find("name"), each.find("basedOn")
        styles.by_id[identity] = Style(
            name.get("val", "") if name is not None else "",
            based_on.get("val") if based_on is not None else None,
            each.find("pPr"),
            each.find("rPr"),
        )
        if each.get("type") == "paragraph" and each.get("default") in {"1", "true", "on"}:
            styles.default = identity
    return styles
