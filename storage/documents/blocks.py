"""Lines become blocks: headings, paragraphs and list items, their wrapped lines joined."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from storage.documents.sections import Section, section_heading
from storage.documents.text_lines import BULLET, SOFT_HYPHEN, Line


class Style(StrEnum):
    """How a list item is marked."""

    BULLET = "bullet"
    NUMBER = "number"
    """1. or 1) or 1.1"""
    CODE = "code"
    """A1 or A."""
    LETTER = "letter"
    """a)"""
    GOAL_LABEL = "goal-label"
    """Mål 3:"""
    SUBGOAL_LABEL = "subgoal-label"
    """Delmål 1.2:"""
    THAT = "that"
    """A point of a decision that begins with "att" and has no other mark."""


@dataclass(frozen=True, slots=True)
class Marker:
    """The mark before a list item."""

    style: Style
    code: str | None
    text: str
    """What stands after it."""

    @property
    def depth(self) -> int:
        """1 for "1" and "A", 2 for "1.1" and "A1"."""
        if self.code is None:
            return 1
        lettered = len(self.code) > 1 and self.code[0].isalpha()
        return 1 + self.code.count(".") + lettered


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph or a list item."""

    text: str
    line: int
    """Where it begins in the source, from 1."""
    gap: int
    """How many blank lines stand before it."""
    indent: int = 0
    marker: Marker | None = None
    opens: Section | None = None
    """The section that it is the heading of."""
    section: Section | None = None
    """The section that it stands in."""
    lines: tuple[str, ...] = ()
    """Its lines, not joined."""
    heading: str = ""
    """The whole line that opens a section."""

    @property
    def is_item(self) -> bool:
        """Whether it is marked as one of a list."""
        return self.marker is not None

    @property
    def is_short(self) -> bool:
        """Whether it could be a heading."""
        return len(self.text) <= _LONGEST_HEADING and not self.text.endswith((".", "!", "?", ","))


_LONGEST_HEADING = 110
_DASHES = "\u2013\u2014"
_PAGE = re.compile(
    r"(?:sida|sid\.?|s\.)?\s*\d{1,3}\s*(?:\(\s*\d{1,3}\s*\)|av\s+\d{1,3})|sida\s+\d{1,3}",
    re.IGNORECASE,
)
_PERIOD = "[.):]"
_BULLETED = re.compile(
    rf"(?:{BULLET}\s*|-\s*(?=[^\W\d_]|[\"\u201d])|-\s+|[*{_DASHES}]\s+|[{_DASHES}](?=[^\W\d_])"
    r"|o\s+(?=[A-ZÅÄÖ]))(?=\S)"
)
_NUMBERED = re.compile(
    r"(\d{1,2}(?:\.\d{1,2}){0,3})(?:[.)]\s*(?=\D)|:\s+(?=\D)|\s+(?=[A-ZÅÄÖ]))(?=\S)"
)
_PLAIN_NUMBER = re.compile(r"\d{1,2}\s")
_CODED = re.compile(
    rf"([A-ZÅÄÖ]\d{{1,2}}(?:\.\d{{1,2}}){{0,2}})(?:{_PERIOD}\s*|\s+(?=[A-ZÅÄÖ]))(?=\S)"
)
_LETTERED = re.compile(r"([A-ZÅÄÖa-zåäö](?=\))|[A-ZÅÄÖ](?=\.\s+[A-ZÅÄÖ]))[).]\s*(?=\S)")
_LABEL = re.compile(
    r"(?P<kind>(?:nämnd|resultat|inriktnings|effekt|verksamhets|utvecklings|huvud|fokus)?mål"
    rf"|delmål|etappmål|årsmål)\s+(?P<code>[A-ZÅÄÖ]?\d{{1,2}}(?:\.\d{{1,2}}){{0,2}}|[A-ZÅÄÖ])"
    rf"(?:\s*[:.)]\s*|\s+[-{_DASHES}]\s*|\s+(?=[A-ZÅÄÖ])|$)",
    re.IGNORECASE,
)
_SUBGOAL_LABELS = ("delmål", "etappmål", "årsmål")
_FILLED = 0.75
_NARROWEST = 60
_AND = re.compile(r"(?:och|eller|samt|respektive|till|som)\b")


def read_blocks(lines: Iterable[Line]) -> tuple[Block, ...]:
    """The blocks in their order, each knowing which section it stands in."""
    kept = [line for line in lines if not _PAGE.fullmatch(line.text)]
    builder = _Builder(width=max((len(line.text) for line in kept), default=0))
    for line in kept:
        builder.take(line)
    return tuple(builder.close())


def join_lines(texts: Sequence[str]) -> str:
    """Wrapped lines as one text: a space between them, divided words mended."""
    joined = texts[0] if texts else ""
    pieces = [joined]
    for text in texts[1:]:
        last = pieces[-1]
        if last.endswith(SOFT_HYPHEN):
            pieces[-1] = last.removesuffix(SOFT_HYPHEN)
        elif _divides_word(last, text):
            pieces[-1] = last.removesuffix("-")
        elif not _keeps_hyphen(last, text):
            pieces.append(" ")
        pieces.append(text)
    return " ".join("".join(pieces).replace(SOFT_HYPHEN, "").split())


def _ends_in_hyphen(last: str) -> bool:
    return len(last) > 1 and last.endswith("-") and last[-2].isalnum()


def _divides_word(last: str, following: str) -> bool:
    """Fritidsaktivi- teter; not IT- enhet, not e- tjänst, not kultur- och."""
    if not _ends_in_hyphen(last) or not following[:1].islower() or _AND.match(following):
        return False
    word = re.split(r"\s", last[-40:-1])[-1]
    return len(word) > 1 and word[-1].islower()


def _keeps_hyphen(last: str, following: str) -> bool:
    """IT- enhet: joined with the hyphen and without a space."""
    return _ends_in_hyphen(last) and not _AND.match(following)


@dataclass(slots=True)
class _Draft:
    first: Line
    gap: int
    texts: list[str]
    marker: Marker | None = None
    opens: Section | None = None
    section: Section | None = None
    heading: str = ""

    def finished(self) -> Block:
        return Block(
            join_lines([text for text in self.texts if text]),
            self.first.number,
            self.gap,
            self.first.indent,
            self.marker,
            self.opens,
            self.section,
            tuple(self.texts),
            self.heading,
        )


@dataclass(slots=True)
class _Builder:
    width: int
    done: list[Block] = field(default_factory=list)
    draft: _Draft | None = None
    gap: int = 0
    section: Section | None = None
    last_line: str = ""
    points_unmarked: bool = False
    """Whether the section's points are told by their "att" alone."""

    def take(self, line: Line) -> None:
        if not line.text:
            self._finish()
            self.gap += 1
            return
        if line.begins:
            self._finish()
        if (heading := self._heading(line.text)) is not None and not self._is_proposed(
            line.text, heading[0]
        ):
            self._open_section(line, *heading)
        elif (marker := self._marker(line.text)) is not None:
            self._begin(line, [marker.text], marker)
        elif self.draft is not None and self._continues(self.draft, line.text):
            self.draft.texts.append(line.text)
        else:
            self._begin(line, [line.text])
        self.last_line = line.text

    def close(self) -> list[Block]:
        self._finish()
        return self.done

    def _is_proposed(self, text: str, section: Section) -> bool:
        """Under "Förslag till beslut" the words "Nämnden beslutar" open nothing new."""
        verb = text.removesuffix(":").removesuffix(" att").endswith(("ar", "ade"))
        return section is Section.DECISION and self.section is Section.PROPOSAL and verb

    def _open_section(self, line: Line, section: Section, rest: str) -> None:
        self.section = section
        self.points_unmarked = False
        self._begin(line, [rest])
        if self.draft is not None:
            self.draft.opens = section
            self.draft.heading = line.text

    def _begin(self, line: Line, texts: list[str], marker: Marker | None = None) -> None:
        self._finish()
        self.draft = _Draft(line, self.gap, texts, marker, section=self.section)
        self.gap = 0

    def _finish(self) -> None:
        if self.draft is not None:
            self.done.append(self.draft.finished())
            if self.draft.opens is not Section.OFFICER and self.section is Section.OFFICER:
                self.section = None
        self.draft = None

    def _heading(self, text: str) -> tuple[Section, str] | None:
        """A heading of a section; a numbered one stands by itself ("4. Uppföljning")."""
        marker = _coded(text) if self.draft is None else None
        numbered = marker is not None and marker.style is Style.NUMBER
        return section_heading(marker.text if marker and numbered else text)

    def _marker(self, text: str) -> Marker | None:
        marker = read_marker(text)
        in_item = self.draft is not None and self.draft.opens is None
        if marker is None:
            decides = self.section in {Section.PROPOSAL, Section.DECISION}
            begins = self.points_unmarked or not self._in_marked_item()
            if decides and text.startswith("att ") and begins:
                self.points_unmarked = True
                return Marker(Style.THAT, None, text)
            return None
        if in_item and self._is_part_of_sentence(text, marker):
            return None
        if _PLAIN_NUMBER.match(text) and not self._is_next_number(marker):
            return None
        return marker

    def _in_marked_item(self) -> bool:
        marker = self.draft.marker if self.draft else None
        return marker is not None and marker.style is not Style.THAT

    def _is_part_of_sentence(self, text: str, marker: Marker) -> bool:
        """A wrapped line that begins with "1. januari" or with a dash is not an item."""
        if not marker.text[:1].islower():
            return False
        if text[0] in _DASHES:
            before = self.draft.marker if self.draft else None
            return before is None or before.style is not Style.BULLET
        return marker.style is Style.NUMBER and not self._is_next_number(marker)

    def _is_next_number(self, marker: Marker) -> bool:
        """Whether the number follows the one before it; 1 follows anything but a sentence."""
        code = marker.code or ""
        before = self.draft if self.draft and self.draft.marker else None
        last = before.marker if before else next((b.marker for b in self.done[-1:]), None)
        if last is None or last.style is not Style.NUMBER:
            return code == "1" and not self.last_line[-1:].islower()
        return code.isdigit() and (last.code or "") == str(int(code) - 1)

    def _continues(self, draft: _Draft, text: str) -> bool:
        before = draft.texts[-1]
        new_sentence = before.endswith((".", "!", "?")) and text.endswith(":")
        if draft.opens is not None or before.endswith(":") or new_sentence:
            return False
        if draft.marker is not None and not before:
            return True  # "Mål 1" alone on its line
        if text.isupper() != before.isupper() and len(text) > 1 and text.isupper():
            return False
        if text[0].islower() or _ends_in_hyphen(before) or before.endswith(SOFT_HYPHEN):
            return True
        first_word = text.split(maxsplit=1)[0]
        width = max(self.width, _NARROWEST)
        return len(self.last_line) + 1 + len(first_word) > width * _FILLED


def read_marker(text: str) -> Marker | None:
    """The mark that a line begins with, if it is a list item."""
    if (label := _LABEL.match(text)) is not None:
        subgoal = label["kind"].casefold() in _SUBGOAL_LABELS
        style = Style.SUBGOAL_LABEL if subgoal else Style.GOAL_LABEL
        rest = text[label.end() :]
        capital = not rest or not rest[0].islower() or ":" in label[0]
        if capital and text[0].isupper() and not label["code"].islower():
            return Marker(style, label["code"], rest)
    if (bullet := _BULLETED.match(text)) is not None:
        rest = text[bullet.end() :]
        inner = _coded(rest)
        if inner is not None and not _PLAIN_NUMBER.match(rest):
            return inner
        return Marker(Style.BULLET, None, rest)
    return _coded(text)


def _coded(text: str) -> Marker | None:
    for style, pattern in (
        (Style.NUMBER, _NUMBERED),
        (Style.CODE, _CODED),
        (Style.LETTER, _LETTERED),
    ):
        if (found := pattern.match(text)) is not None:
            return Marker(style, found[1], text[found.end() :])
    return None
