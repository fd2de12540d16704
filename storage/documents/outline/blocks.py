"""Lines become blocks: headings, paragraphs and list items, their wrapped lines joined."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from storage.documents.goal_words import is_whole_heading
from storage.documents.outline.markers import (
    DASHES,
    LABELS,
    PLAIN_NUMBER,
    Marker,
    Style,
    label_alone,
    read_code,
    read_marker,
)
from storage.documents.outline.sections import Section, section_heading
from storage.documents.outline.tables import Row, is_detail, rows_of
from storage.documents.text_lines import SOFT_HYPHEN, Line


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
    level: int | None = None
    """The level from 1 of a heading, where the file itself says that it is one."""
    page: int | None = None
    rows: tuple[Row, ...] = ()
    """The rows of the table that it is."""
    opens: Section | None = None
    """The section that it is the heading of."""
    section: Section | None = None
    """The section that it stands in."""
    lines: tuple[str, ...] = ()
    """Its lines, not joined."""
    heading: str = ""
    """The whole line that opens a section."""
    bold: bool = False
    """Whether all of it is set in bold letters."""

    @property
    def is_item(self) -> bool:
        """Whether it is marked as one of a list."""
        return self.marker is not None

    @property
    def is_short(self) -> bool:
        """Whether it could be a heading."""
        return len(self.text) <= _LONGEST_HEADING and not self.text.endswith((".", "!", "?", ","))


_LONGEST_HEADING = 110
_COUNTS = re.compile(r"(\d{1,2})[.)]\s+(?=\S)")
_AT_LEAST_TWO = 2
_FILLED = 0.75
"""How full of the widest line a wrapped one is, where letters are of different width."""
_FILLED_TYPED = 0.92
_NARROWEST = 60
_WORDS_OF_A_NAME = 4
_WIDEST = 160
"""A line that is longer has not been wrapped: it is a whole paragraph."""
_PARTED = re.compile(r"\S\s{3,}\S")
_SENTENCE = re.compile(r"[.!?](?=\s+[A-ZÅÄÖ]|$)")
_MEASURES = re.compile(r"(?:Mäts|Följs upp|Indikator(?:er)?|Målvärde|Nyckeltal|Ansvarig)\b")
"""How a line begins that tells how the goal before it is measured."""
_BEFORE_POINTS = ("beslutar", "beslutade", "besluta", "beslut", " att", "föreslår", "föreslås")
"""How a sentence ends whose points are numbered on the lines after it."""
_NUMBER_APART = re.compile(r"\d{1,2}\s{3,}\S(?:(?!\s{3}).)*")
"""A number with room after it, as lists are set."""
_STOPS = (".", "!", "?")
_FARTHEST = 20
"""How many blocks back the number before one is looked for."""
_DRAWN = re.compile(r"[-=_*~\u2010-\u2015\u2500-\u257f\s]{5,}")
"""A line that is drawn across a typed page."""
_EXPECTS = re.compile(
    r" (?:läsåret|till|med|minst|högst|om|på|av|för|klockan|än|under|senast|från|och|per|i|inom"
    r"|dels)$"
)
"""No text ends with such a word: what comes next belongs to it, be it a figure or a name."""
_GOES_ON = re.compile(
    r"(?:,| (?:och|samt|eller|minst|högst|än|per|dels|från|senast|klockan|läsåret|en|ett))$"
)
"""No sentence ends so; with a preposition it may: "en plats att bo på"."""
_LETTERS = re.compile(r"(?:^|\s)[A-ZÅÄÖ]{2,6}$")
_NUMBER = re.compile(r"(?:19|20)\d\d[/:.-]\d")
"""The letters and the number of a matter, which a line may end between."""
_BEGINS = re.compile(
    r"(?:Alla|Allt|Andelen|Antalet|De|Den|Det|Dessa|En|Ett|Fler|Färre|Högst|Inga|Ingen|Inget|Minst"
    r"|När|Om|Samtliga|Två|Tre|Varje|Vid)\b(?=\s\S+)"
)
"""A capital in such a word, which is no name, begins something new."""
_FIGURE_FIRST = re.compile(r"\d[\d ]* [a-zåäö]")
"""How a sentence may begin that stands under a heading in capitals."""
_PROPOSES = re.compile(r"\bföreslå")
_EXTRACT = re.compile(r"(?:protokolls)?utdrag:?", re.IGNORECASE)
"""After the decision it says who is sent an extract; at the head of a paper that it is one."""
_APPENDIX = re.compile(r"bilaga(?: \d{1,2}\b|:| till\b)", re.IGNORECASE)
_AND = re.compile(r"(?:och|eller|samt|respektive|till|som)\b")


def read_blocks(lines: Sequence[Line]) -> tuple[Block, ...]:
    """The blocks in their order, each knowing which section it stands in."""
    lengths = [
        line.indent + len(line.text)
        for line in lines
        if len(line.text) <= _WIDEST and not _PARTED.search(line.text) and line.width is None
    ]
    paged = any(line.page is not None for line in lines)
    recurring = frozenset(
        text for text, times in Counter(line.text for line in lines).items() if times > 1
    )
    builder = _Builder(
        width=max(lengths, default=0),
        paged=paged,
        in_paragraphs=not paged and any(line.begins for line in lines),
        recurring=recurring,
        labels=_labels_alone(lines, recurring),
        counted=_counted(lines),
        dashed=Counter(line.indent for line in lines if line.text[:1] in {*DASHES}),
    )
    for table, group in groupby(
        _undivided(lines), key=lambda line: line.table if line.cells else None
    ):
        if table is None:
            for line in group:
                builder.take(line)
        else:
            builder.take_table(list(group))
    return tuple(builder.close())


def _undivided(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines without the blank ones inside a table: a page ends there, and the table goes on."""
    blank: list[Line] = []
    table: int | None = None
    for line in lines:
        if not line.text and not line.cells:
            blank.append(line)
            continue
        own = line.table if line.cells else None
        if own is None or own != table:
            yield from blank
        blank, table = [], own
        yield line
    yield from blank


def _counted(lines: Sequence[Line]) -> frozenset[int]:
    """The lines that count on from 1 at the same place, whatever stands between them."""
    counted: list[int] = []
    runs: dict[int, list[int]] = {}
    for line in lines:
        found = _COUNTS.match(line.text)
        run = runs.get(line.indent, [])
        if found is None or line.cells or int(found[1]) not in {1, len(run) + 1}:
            continue
        run = runs[line.indent] = [line.number] if int(found[1]) == 1 else [*run, line.number]
        counted += run[-_AT_LEAST_TWO:] if len(run) >= _AT_LEAST_TWO else []
    return frozenset(counted)


def _labels_alone(lines: Sequence[Line], recurring: frozenset[str]) -> frozenset[str]:
    """The labels that come several times by themselves, each before one text without a mark."""
    counted: Counter[str] = Counter()
    singles: Counter[str] = Counter()
    for at, line in enumerate(lines):
        if line.text not in recurring or line.cells or label_alone(line.text) is None:
            continue
        counted[line.text] += 1
        after = next((each for each in range(at + 1, len(lines)) if lines[each].text), None)
        if after is not None and _is_single(lines, after, recurring):
            singles[line.text] += 1
    return frozenset(text for text, times in counted.items() if singles[text] == times)


def _is_single(lines: Sequence[Line], at: int, recurring: frozenset[str]) -> bool:
    """Whether a text without a mark has nothing of its kind after it."""
    line = lines[at]
    if line.cells or read_marker(line.text) is not None or line.text in recurring:
        return False
    for each in lines[at + 1 :]:
        if not each.text or each.text in recurring or each.cells or each.bold != line.bold:
            return True
        if not each.text[0].islower():
            return section_heading(each.text) is not None or each.heading is not None
    return True


def is_appendix(text: str) -> bool:
    """Whether a line heads an appendix: "Bilaga 1", "Bilaga till § 4"."""
    return _APPENDIX.match(text) is not None


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
    rows: Sequence[Line] = ()
    opens: Section | None = None
    section: Section | None = None
    heading: str = ""

    def parted(self) -> Iterator[Block]:
        """What has been gathered; the prose that runs on from a labelled line stands apart."""
        at = self._prose_at() if self.marker is not None and self.marker.style in LABELS else None
        if at is None:
            yield self.finished()
            return
        below = replace(self.first, number=self.first.number + at, bold=False)
        yield replace(self, texts=self.texts[:at]).finished()
        yield _Draft(below, 0, self.texts[at:], section=self.section).finished()

    def _prose_at(self) -> int | None:
        """Where sentences begin after a line that is none: the text of a paper under a goal."""
        for at in range(1, len(self.texts)):
            before, text = self.texts[at - 1], self.texts[at]
            anew = before[-1:].isalnum() and text[:1].isupper()
            if anew and len(_SENTENCE.findall(" ".join(self.texts[at:]))) > 1:
                return at
            if not before[-1:].isalnum():
                return None
        return None

    def finished(self) -> Block:
        return Block(
            join_lines([text for text in self.texts if text]),
            self.first.number,
            self.gap,
            self.first.indent,
            self.marker,
            self.first.heading,
            self.first.page,
            rows_of(self.rows),
            self.opens,
            self.section,
            tuple(self.texts),
            self.heading,
            self.first.bold,
        )


@dataclass(slots=True)
class _Builder:
    width: int
    paged: bool
    in_paragraphs: bool = False
    """Whether the file says where paragraphs begin: a line within one is broken on purpose."""
    recurring: frozenset[str] = frozenset()
    """The lines that the paper has more than once."""
    labels: frozenset[str] = frozenset()
    """Those of them that label the line after them: "Strategiskt mål"."""
    dashed: Counter[int] = field(default_factory=Counter)
    """How many lines begin with a dash, by their indentation: one alone may be of a sentence."""
    done: list[Block] = field(default_factory=list)
    draft: _Draft | None = None
    gap: int = 0
    section: Section | None = None
    section_level: int | None = None
    """The level of its heading, where the file says one."""
    last_line: str = ""
    last_indent: int = 0
    wraps_inward: bool = False
    """Whether the wrapped lines of items begin further in than their marks."""
    counted: frozenset[int] = frozenset()
    """The lines that count on from 1, each set as the one before it."""
    points_unmarked: bool = False
    """Whether the section's points are told by their "att" alone."""

    def take(self, line: Line) -> None:
        if not line.text or _DRAWN.fullmatch(line.text):
            self._finish()
            self.gap += 1
            return
        if line.begins:
            self._finish()
        if (heading := self._heading(line)) is not None and not self._is_proposed(
            line.text, heading[0]
        ):
            self._open_section(line, *heading)
            self.last_line, self.last_indent = line.text, line.indent
            return
        if line.heading is not None:
            self._end_section(line.heading)
        elif self.section is Section.RECIPIENTS and is_appendix(line.text):
            self._finish()
            self.section = None
        if (marker := self._marker(line)) is not None:
            self._begin(line, [marker.text], marker)
        elif self.draft is not None and self._continues(self.draft, line):
            hung = self.draft.marker is not None and line.indent > self.draft.first.indent
            self.wraps_inward = self.wraps_inward or hung
            self.draft.texts.append(line.text)
        else:
            self._begin(line, [line.text])
        self.last_line, self.last_indent = line.text, line.indent

    def take_table(self, lines: Sequence[Line]) -> None:
        """One table, which is a block of its own."""
        self._finish()
        self._begin(lines[0], [line.text for line in lines])
        if self.draft is not None:
            self.draft.rows = lines
        self._finish()

    def close(self) -> list[Block]:
        self._finish()
        return self.done

    def _is_proposed(self, text: str, section: Section) -> bool:
        """Under "Förslag till beslut" the words "Nämnden beslutar" open nothing new.

        Nor does "Utskottet föreslår nämnden besluta" under "Utskottets beslut".
        """
        if self.section is Section.DECISION:
            return section is Section.PROPOSAL and _PROPOSES.search(text) is not None
        verb = text.removesuffix(":").removesuffix(" att").endswith(("ar", "ade"))
        return section is Section.DECISION and self.section is Section.PROPOSAL and verb

    def _open_section(self, line: Line, section: Section, rest: str) -> None:
        self._finish()
        self.section, self.section_level = section, line.heading
        self.points_unmarked = False
        self._begin(line, [rest])
        if self.draft is not None:
            self.draft.opens = section
            self.draft.heading = line.text

    def _end_section(self, level: int) -> None:
        """A heading that the file marks ends the section that it does not lie under."""
        if self.section_level is None or level <= self.section_level:
            self._finish()
            self.section = None

    def _begin(self, line: Line, texts: list[str], marker: Marker | None = None) -> None:
        self._finish()
        self.draft = _Draft(line, self.gap, texts, marker, section=self.section)
        self.gap = 0

    def _finish(self) -> None:
        if self.draft is not None:
            self.done += self.draft.parted()
            if self.draft.opens is not Section.OFFICER and self.section is Section.OFFICER:
                self.section = None
        self.draft = None

    def _heading(self, line: Line) -> tuple[Section, str] | None:
        """A heading of a section; a numbered one stands by itself ("4. Uppföljning")."""
        text = line.text
        alone = self.draft is None or line.heading is not None
        if self.section is not None and alone and _EXTRACT.fullmatch(text):
            return Section.RECIPIENTS, ""
        marker = read_code(text) if alone else None
        numbered = marker is not None and marker.style is Style.NUMBER
        return section_heading(marker.text if marker and numbered else text)

    def _marker(self, line: Line) -> Marker | None:
        text = line.text
        marker = label_alone(text) if text in self.labels else read_marker(text)
        if line.heading is not None:
            return marker
        in_item = self.draft is not None and self.draft.opens is None
        if marker is None:
            decides = self.section in {Section.PROPOSAL, Section.DECISION} or self._lists_that()
            begins = self.points_unmarked or not self._in_marked_item()
            begins = begins and not self.last_line.endswith(" dels")
            if decides and text.startswith("att ") and begins:
                self.points_unmarked = True
                return Marker(Style.THAT, None, text)
            return None
        if in_item and self._is_part_of_sentence(line, marker):
            return None
        apart = _NUMBER_APART.fullmatch(text) is not None
        if PLAIN_NUMBER.match(text) and not apart and not self._is_next_number(marker):
            return None
        return marker

    def _lists_that(self) -> bool:
        """Whether the line before ends in a colon, or is one of those that it lists by "att"."""
        marker = self.draft.marker if self.draft else None
        listed = marker is not None and marker.style is Style.THAT
        return self.draft is not None and (listed or self.last_line.endswith(":"))

    def _in_marked_item(self) -> bool:
        marker = self.draft.marker if self.draft else None
        return marker is not None and marker.style is not Style.THAT

    def _is_part_of_sentence(self, line: Line, marker: Marker) -> bool:
        """A wrapped line that begins with "1. januari" or with a dash is not an item."""
        text = line.text
        if not marker.text[:1].islower():
            return False
        if text[0] in DASHES:
            before = self.draft.marker if self.draft else None
            in_list = before is not None and before.style is Style.BULLET
            is_listed = not self.paged and self.dashed[line.indent] > 1
            return not in_list and not is_listed
        if marker.style is not Style.NUMBER:
            return False
        return line.number not in self.counted and not self._is_next_number(marker)

    def _is_next_number(self, marker: Marker) -> bool:
        """Whether the number follows the one before it; 1 follows anything but a sentence."""
        code = marker.code or ""
        before = self.draft if self.draft and self.draft.marker else None
        last = before.marker if before else next((b.marker for b in self.done[-1:]), None)
        if self.gap and self._follows_latest_number(code):
            return True
        if last is None or last.style is not Style.NUMBER:
            decides = self.last_line.endswith(_BEFORE_POINTS)
            return code == "1" and (decides or not self.last_line[-1:].islower())
        chapter = re.split(r"[.:]", last.code or "")[0]
        return code.isdigit() and chapter == str(int(code) - 1)

    def _follows_latest_number(self, code: str) -> bool:
        """Whether it goes on from the latest number, with other text between its items."""
        for block in reversed(self.done[-_FARTHEST:]):
            marker = block.marker
            if marker is not None and marker.style is Style.NUMBER and marker.depth == 1:
                return code.isdigit() and marker.number == int(code) - 1
        return False

    def _continues(self, draft: _Draft, line: Line) -> bool:
        text, before = line.text, draft.texts[-1]
        if line.heading is not None or draft.first.heading is not None:
            return draft.first.heading == line.heading and text[0].islower()
        if draft.marker is not None and not before:
            return True  # "Mål 1" alone on its line
        if self.in_paragraphs and before.endswith(_STOPS) and text[0].isupper():
            return False
        ends = draft.opens is not None or _ends_block(before, text) or self._recurs(text)
        if ends or self._is_set_apart(draft, line) or (draft.marker and self._had_room(line)):
            return False
        figure = draft.marker is not None and text[0].isdigit()
        figure = figure or _EXPECTS.search(before) is not None
        figure = figure or (_LETTERS.search(before) and _NUMBER.match(text)) is not None
        if text[0].islower() or figure or _ends_in_hyphen(before) or before.endswith(SOFT_HYPHEN):
            return True
        return self._was_full(line) and not self._hangs_out(draft, line)

    def _is_set_apart(self, draft: _Draft, line: Line) -> bool:
        """Whether a line is set otherwise than the text before it, and begins anew."""
        if line.text[0].islower():
            return False
        ended = draft.texts[-1].endswith(".") and line.text[0].isupper()
        return line.bold != draft.first.bold or (ended and line.indent < draft.first.indent)

    def _recurs(self, text: str) -> bool:
        """Whether a line is a name that the paper sets more than once, as under each goal."""
        named = len(text.split()) <= _WORDS_OF_A_NAME and text[0].isupper()
        return named and text[-1].isalpha() and text in self.recurring

    def _had_room(self, line: Line) -> bool:
        """Whether a typed line had room for the next, which begins a sentence of its own."""
        width = self._width_of(line)
        full = line.indent + len(line.text) > width * _FILLED_TYPED
        anew = line.text[0].isupper() and (line.text.endswith(_STOPS) or full)
        anew = anew and not self.paged and _GOES_ON.search(self.last_line) is None
        return anew and self._length_with(line) <= width

    def _width_of(self, line: Line) -> int:
        return line.width or max(self.width, _NARROWEST)

    def _length_with(self, line: Line) -> int:
        """How long the last line would be with the first word of this one."""
        first_word = line.text.split(maxsplit=1)[0]
        indent = self.last_indent if line.width is None and not self.paged else 0
        return indent + len(self.last_line) + 1 + len(first_word)

    def _was_full(self, line: Line) -> bool:
        """Whether the last line had no room for the first word of this one."""
        width, length = self._width_of(line), self._length_with(line)
        if self._is_in_run():
            return width < length <= _WIDEST
        marker = self.draft.marker if self.draft is not None else None
        labelled = marker is not None and marker.style in LABELS
        if labelled and not self.paged and line.text[0].isupper():
            return width < length <= _WIDEST
        filled = _FILLED if self.paged else _FILLED_TYPED
        return length > width * filled and len(self.last_line) <= _WIDEST

    def _is_in_run(self) -> bool:
        """Whether lines without a mark follow each other, each by itself."""
        draft, before = self.draft, self.done[-1] if self.done else None
        return (
            draft is not None
            and before is not None
            and draft.marker is None
            and len(draft.texts) == 1
            and not draft.gap
            and not before.is_item
            and before.opens is None
            and len(before.lines) == 1
            and before.is_short
        )

    def _hangs_out(self, draft: _Draft, line: Line) -> bool:
        """Whether it begins where the item's mark stands, and items are wrapped further in."""
        return draft.marker is not None and self.wraps_inward and line.indent <= draft.first.indent


def _ends_block(before: str, text: str) -> bool:
    """Whether a line cannot go on with the text: a heading, or what follows a colon."""
    new_sentence = before.endswith((".", "!", "?")) and text.endswith(":")
    capitals = len(text) > 1 and text.isupper() and not before.isupper()
    capitals = capitals or (before.isupper() and _FIGURE_FIRST.match(text) is not None)
    anew = before[-1:].isalnum() and len(before.split()) > 1 and _BEGINS.match(text) is not None
    heads = anew or is_whole_heading(text) or is_detail(text) or _MEASURES.match(text) is not None
    return before.endswith(":") or new_sentence or capitals or heads
