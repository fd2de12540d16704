"""Finds the goals and sub-goals in a paper's outline: lists, tables, headings, paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from goals.document import Doubt
from storage.documents.blocks import Block
from storage.documents.bodies import COUNCIL, body_key, is_body
from storage.documents.goal_words import names_goals, names_subgoals
from storage.documents.introductions import Introduction, Listed
from storage.documents.markers import CODED, LABELS, Marker, Style
from storage.documents.outline import Part, Rank, is_sibling, style_of
from storage.documents.sections import Section
from storage.documents.table_goals import Cell, read_table
from storage.documents.tables import Column


class Kind(StrEnum):
    """What a text that was found is."""

    COUNCIL = "council"
    """A goal that stands over the body's own."""
    GOAL = "goal"
    SUBGOAL = "subgoal"


@dataclass(frozen=True, slots=True)
class Found:
    """A goal or a sub-goal that was found."""

    kind: Kind
    text: str
    line: int
    page: int | None
    code: str | None
    introduced: Introduction | None
    """The heading or sentence that says what it is."""
    parent: int | None
    """The place, from 0, of what it stands under among all that was found."""


@dataclass(slots=True)
class FoundGoals:
    """What was found, in the order of the paper."""

    found: list[Found] = field(default_factory=list)
    claimed: set[int] = field(default_factory=set)
    """The lines of the blocks that hold goals."""
    introductions: dict[Introduction, None] = field(default_factory=dict)
    """Those that introduced something, in their order."""
    doubts: list[Doubt] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Item:
    block: Block
    depth: int


@dataclass(frozen=True, slots=True)
class _Context:
    """What the headings above say of what stands here."""

    listed: Listed | None = None
    introduced: Introduction | None = None
    parent: int | None = None
    outside: bool = False
    """In a section that holds no goals."""
    is_title: bool = False
    """Whether the paper's own title is all that says that goals stand here."""


class _Role(StrEnum):
    """What a plain heading among goals is."""

    GOAL = "goal"
    GROUP = "group"
    TEXT = "text"
    """The paragraph under it is the goal."""
    NOTHING = "nothing"


_WITHOUT_GOALS = frozenset(
    {Section.BASIS, Section.RECIPIENTS, Section.OFFICER, Section.MEETING, Section.METHOD}
)
_DECIDING = frozenset({Section.PROPOSAL, Section.DECISION})
_LISTED = frozenset({Listed.GOALS, Listed.SUBGOALS, Listed.BOTH})
_GAP_BEFORE_LIST = 3
_GAP_IN_LIST = 1
_GAP_IN_NUMBERS = 3
_NESTED_BY = 2
_WORDS_OF_A_GOAL = 3
_WORDS_OF_A_SENTENCE = 5
_LONGEST_UNMARKED = 350
_AT_LEAST_TWO = 2
_LEGEND = re.compile(r"(?:grön|gul|röd|blå|grå|vit)\w*\b|[^=]{1,30} = |\d ?= ", re.IGNORECASE)
_GOAL_NAMED = re.compile(
    r"\b(?:till|för|under|inom) (?:nämnds?)?mål ([A-ZÅÄÖ]{0,3}\d{1,2}(?:[.:]\d{1,2})*)(?![\d:])",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-ZÅÄÖ])")
_AIMS = re.compile(
    r"\b(?:ska|skall)\b|^(?:alla|fler|färre|andelen|antalet|minst|högst|varje|inga?|ingen"
    r"|nolltolerans|ökad?e?|minskad?e?|stärkt|höjd|förbättrad?e?|utvecklad?e?|god|bättre|högre"
    r"|lägre|hög|låg)\b|^[A-ZÅÄÖ][a-zåäö]+a\b",
    re.IGNORECASE,
)
_PROCESS = re.compile(
    r"\b(?:mål(?:en|et)|nedan|ovan|följande|avsnitt\w*|dokument\w*|redovisas|beslutat|antog|antagit"
    r"|bilaga|kapitel|syftar|syftet|varje år|årligen|tertial\w*|delårs\w*|årsredovisning\w*)\b",
    re.IGNORECASE,
)


def reads_as_goal(text: str) -> bool:
    """Whether a text without any mark says what shall be, and not how the work is done."""
    enough = len(text.split()) >= _WORDS_OF_A_GOAL
    return enough and _AIMS.search(text) is not None and _PROCESS.search(text) is None


def find_goals(root: Part, apart: frozenset[int] = frozenset()) -> FoundGoals:
    """All that the paper's own headings, labels and tables say is a goal or a sub-goal.

    The blocks on the lines `apart` are something else: the amendments of a decision.
    """
    for part in root.walk():
        part.content = [block for block in part.content if block.line not in apart]
    texts = (block.text for part in root.walk() for block in _blocks_of(part))
    finder = _Finder(speaks_of_subgoals=any(names_subgoals(text) for text in texts))
    finder.read(root, _Context())
    return finder.result


def _blocks_of(part: Part) -> Iterator[Block]:
    if part.heading is not None:
        yield part.heading
    yield from part.content


@dataclass(slots=True)
class _Finder:
    speaks_of_subgoals: bool
    result: FoundGoals = field(default_factory=FoundGoals)
    told: dict[int, set[str]] = field(default_factory=dict)
    """The keys of the doubts of each line."""
    taken: dict[tuple[Kind, str, str | None], int] = field(default_factory=dict)
    """The places of the goals that have been taken."""
    by_code: dict[str, int] = field(default_factory=dict)
    by_words: dict[str, int] = field(default_factory=dict)
    titled: bool = False
    """Whether the first heading of goals, the paper's title, has been passed."""

    def read(self, part: Part, context: _Context) -> None:
        """Read what stands right under a heading, then the headings under it."""
        before = len(self.result.found)
        self._read_content(part, context)
        roles = self._roles(part, context)
        for child, role in zip(part.parts, roles, strict=True):
            inner = self._context_of(child, role, context)
            self.read(child, inner)
        self._note_missing(part, context, before)

    # Headings.

    def _context_of(self, part: Part, role: _Role, context: _Context) -> _Context:
        heading = part.heading
        if heading is None:
            return context
        if heading.marker is not None and heading.marker.style in LABELS:
            return self._labelled(part, heading, context)
        if heading.opens is not None and part.introduced is None:
            outside = heading.opens in _WITHOUT_GOALS
            return replace(context, listed=None, outside=outside, is_title=False)
        if part.introduced is not None:
            return self._introduced(part, part.introduced, context)
        if (name := is_body(heading.text)) is not None and role is not _Role.GOAL:
            return _Context(introduced=_owned(heading, name))
        return self._plain(part, heading, role, context)

    def _introduced(self, part: Part, stated: Introduction, context: _Context) -> _Context:
        heading = part.heading
        weak = heading is None or (not heading.gap and heading.level is None)
        if context.outside and (weak or part.rank is Rank.LEAD):
            return replace(context, listed=None)
        if stated.listed is Listed.OTHER:
            return replace(context, listed=Listed.OTHER, introduced=stated, is_title=False)
        first = not self.titled and not stated.is_bare
        is_title = first and part.rank is not Rank.LEAD and not part.content
        self.titled = True
        named = _GOAL_NAMED.search(stated.text) if stated.listed is Listed.SUBGOALS else None
        return replace(
            _under(context, self._known(named[1]) if named else None),
            listed=stated.listed,
            introduced=stated.within(None if context.is_title else context.introduced),
            outside=False,
            is_title=is_title,
        )

    def _labelled(self, part: Part, heading: Block, context: _Context) -> _Context:
        """A heading such as "Mål 3: …", with or without its words."""
        marker = heading.marker
        if marker is None or context.outside:
            return context
        text = heading.text
        content = part.content
        if not text and content and not content[0].is_item and not content[0].rows:
            text = content[0].text
            self.result.claimed.add(content[0].line)
            part.content = content[1:]
        if not text and part.parts and part.parts[0].rank is Rank.PLAIN and part.parts[0].heading:
            text = part.parts[0].heading.text
            self.result.claimed.add(part.parts[0].heading.line)
            first, *rest = part.parts
            part.content, part.parts = [*first.content], [*first.parts, *rest]
        if not text:
            return _under(context, self._known(marker.code))
        kind = _KIND_OF_LABEL[marker.style]
        if kind is not Kind.COUNCIL and self._kind(context) is Kind.COUNCIL:
            context = replace(context, introduced=None, listed=None)
        index = self._add(kind, text, heading, context)
        nested = context.listed if context.listed is Listed.SUBGOALS else None
        if kind is Kind.GOAL and context.listed is Listed.BOTH:
            nested = Listed.SUBGOALS
        return replace(context, parent=index, listed=nested)

    def _plain(self, part: Part, heading: Block, role: _Role, context: _Context) -> _Context:
        if role is _Role.GOAL:
            known = self._known_text(heading)
            listed = context.listed
            kind = Kind.SUBGOAL if listed is Listed.SUBGOALS else self._kind(context)
            if known is None:
                known = self._add(kind, heading.text, heading, context)
            inner = Listed.SUBGOALS if listed in {Listed.BOTH, Listed.SUBGOALS} else None
            return replace(
                context, parent=known, listed=inner if kind is not Kind.SUBGOAL else None
            )
        if role is _Role.TEXT:
            block = part.content[0]
            index = self._add(self._kind(context), block.text, block, context)
            self._doubt("doubt-unmarked", block.line, text=block.text[:80])
            part.content = part.content[1:]
            return replace(context, parent=index, listed=None)
        if role is _Role.GROUP:
            return _under(context, self._known_text(heading))
        return replace(context, listed=None)

    def _roles(self, part: Part, context: _Context) -> list[_Role]:
        """What each heading right under this one is, among goals."""
        if context.listed not in _LISTED or context.outside:
            return [_Role.NOTHING for _ in part.parts]
        plain = [child for child in part.parts if _is_plain(child)]
        judge = _Judge(context, plain, has_list=part.has_list)
        roles = [judge.role(child) if _is_plain(child) else _Role.NOTHING for child in part.parts]
        unmarked = [
            child
            for child, role in zip(part.parts, roles, strict=True)
            if role is _Role.GOAL and child.is_empty and child.rank is Rank.PLAIN
        ]
        if unmarked and unmarked[0].heading:
            first = unmarked[0].heading
            self._doubt("doubt-unmarked", first.line, text=first.text[:80])
        return roles

    def _note_missing(self, part: Part, context: _Context, before: int) -> None:
        """An introduction of goals under which none were found."""
        stated = part.introduced
        if (
            stated is None
            or stated.listed is Listed.OTHER
            or len(self.result.found) > before
            or context.outside
            or context.is_title
            or stated.line in self.told
        ):
            return
        if stated.text.endswith(":"):
            self._doubt("doubt-list-missing", stated.line)
        elif stated.is_heading and not part.is_empty:
            self._doubt("doubt-list-left-out", stated.line)

    # What stands right under a heading.

    def _read_content(self, part: Part, context: _Context) -> None:
        content = part.content
        used = False
        at = 0
        while at < len(content):
            block = content[at]
            if block.rows:
                used = self._read_table(block, context) or used
                at += 1
            elif block.is_item:
                items = tuple(_items(content, at))
                at += len(items)
                used = self._read_list(part, items, context, used=used) or used
            else:
                at += 1
        if not used and not any(map(_is_plain, part.parts)):
            self._read_unmarked(part, context)

    def _read_list(
        self, part: Part, items: Sequence[_Item], context: _Context, *, used: bool
    ) -> bool:
        stated = context.introduced
        if context.outside or (stated is None and context.parent is None):
            return False
        if context.listed is None:
            return self._read_under_goal(items, context)
        if context.listed is Listed.OTHER or stated is None:
            if stated is not None:
                self._doubt("doubt-list-left-out", stated.line)
            return False
        first = items[0].block
        far = first.gap > _GAP_BEFORE_LIST
        sibling = (
            part.heading is not None and part.heading.is_item and is_sibling(first, part.heading)
        )
        if used or far or sibling:
            if not sibling and not self._goes_on(first):
                self._doubt("doubt-list-left-out", first.line)
                return False
            if sibling:
                return False
        bare = (part.introduced or stated).is_bare
        if _is_legend(items) or (bare and _is_of_names(items)):
            self._doubt("doubt-list-left-out", first.line if used else stated.line)
            return False
        return self._take_list(items, context)

    def _goes_on(self, block: Block) -> bool:
        """Whether a numbered item follows the last one that was taken."""
        marker = block.marker
        last = self.result.found[-1] if self.result.found else None
        if marker is None or marker.number is None or last is None or last.code is None:
            return False
        before = Marker(marker.style, last.code, "")
        return before.stem == marker.stem and (before.number or 0) + 1 == marker.number

    def _take_list(self, items: Sequence[_Item], context: _Context) -> bool:
        goal_depth, subgoal_depth = self._depths(items, context)
        if goal_depth is None and subgoal_depth is None:
            if context.introduced is not None:
                self._doubt("doubt-list-left-out", context.introduced.line)
            return False
        parents: dict[int, int | None] = {-1: context.parent}
        for item in items:
            parent = parents.get(item.depth - 1, context.parent)
            if item.depth == goal_depth:
                kind = self._kind(context)
            elif item.depth == subgoal_depth:
                kind = Kind.SUBGOAL
            else:
                text = item.block.text[:80]
                self._doubt("doubt-nested-left-out", item.block.line, text=text)
                if item.depth < (subgoal_depth or 0) or goal_depth is None:
                    parents[item.depth] = _under(context, self._known_text(item.block)).parent
                continue
            inner = replace(context, parent=parent)
            parents[item.depth] = self._add(kind, item.block.text, item.block, inner)
        self._check_numbers(items)
        return True

    def _read_under_goal(self, items: Sequence[_Item], context: _Context) -> bool:
        """A list right under a goal holds sub-goals where its codes go on from the goal's."""
        if context.parent is None:
            return False
        goal = self.result.found[context.parent]
        under = [
            item.block.marker is not None and _is_code_under(item.block.marker, goal.code)
            for item in items
            if not item.depth
        ]
        coded_sub = self.speaks_of_subgoals and goal.code is not None and all(under)
        if not coded_sub or goal.kind is not Kind.GOAL:
            self._doubt("doubt-list-left-out", items[0].block.line)
            return False
        inner = replace(context, listed=Listed.SUBGOALS)
        return self._take_list([each for each in items if not each.depth], inner)

    def _depths(self, items: Sequence[_Item], context: _Context) -> tuple[int | None, int | None]:
        """How deep the goals and the sub-goals of a list lie."""
        nested = 1 if any(item.depth == 1 for item in items) else None
        if context.listed is Listed.GOALS:
            return 0, nested if self.speaks_of_subgoals else None
        if nested is None:
            return None, 0 if context.listed is Listed.SUBGOALS else None
        if context.listed is Listed.BOTH:
            return 0, nested
        outermost = [item.block for item in items if item.depth == 0]
        all_coded = all(item.block.marker and item.block.marker.code for item in items)
        if all_coded or any(self._known_text(block) is not None for block in outermost):
            return 0, nested
        return None, 0

    def _read_unmarked(self, part: Part, context: _Context) -> None:
        """Paragraphs under a heading of goals, one goal each, without any mark."""
        stated = context.introduced
        if context.listed not in {Listed.GOALS, Listed.SUBGOALS} or stated is None:
            return
        if context.outside or context.is_title:
            return
        taken = [
            (block, text)
            for block in part.content
            if (text := _unmarked_text(block, alone=len(part.content) == 1)) is not None
        ]
        if not taken:
            return
        first, text = taken[0]
        self._doubt("doubt-unmarked", first.line, text=text[:80])
        kind = Kind.SUBGOAL if context.listed is Listed.SUBGOALS else self._kind(context)
        for block, text in taken:
            self._add(kind, text, block, context)

    # Tables.

    def _read_table(self, block: Block, context: _Context) -> bool:
        table = read_table(block.rows, _COLUMN_OF_LISTED.get(context.listed))
        if table is None:
            return False
        if context.outside or context.listed is Listed.OTHER:
            self._doubt("doubt-list-left-out", block.line)
            return False
        if not table.has_header:
            self._doubt("doubt-table-without-header", block.line)
        parents: dict[Column, int | None] = {}
        for cell in table.cells:
            self._take_cell(cell, block, context, parents)
        return bool(table.cells)

    def _take_cell(
        self, cell: Cell, block: Block, context: _Context, parents: dict[Column, int | None]
    ) -> None:
        column = cell.column
        above = {
            Column.COUNCIL: (),
            Column.GOAL: (Column.COUNCIL,),
            Column.SUBGOAL: (Column.GOAL, Column.COUNCIL),
        }[column]
        parent = next((parents[each] for each in above if parents.get(each) is not None), None)
        inner = replace(context, parent=parent if parent is not None else context.parent)
        header = cell.header.within(context.introduced) if cell.header else context.introduced
        place = replace(block, line=cell.line, page=cell.page)
        kind = _KIND_OF_COLUMN[column]
        if kind is Kind.GOAL:
            kind = self._kind(replace(context, introduced=header))
        parents[column] = self._add(
            kind, cell.text, place, replace(inner, introduced=header), cell.code
        )
        for below in _BELOW[column]:
            parents.pop(below, None)

    # What was found.

    def _kind(self, context: _Context) -> Kind:
        stated = context.introduced
        if stated is not None and (stated.overarching or stated.owners == (COUNCIL,)):
            return Kind.COUNCIL
        return Kind.GOAL

    def _add(
        self, kind: Kind, text: str, block: Block, context: _Context, code: str | None = None
    ) -> int:
        """Take a text; the same one again, under the same heading, is the one that was taken."""
        result = self.result
        result.claimed.add(block.line)
        code = code or (block.marker.code if block.marker else None)
        stated = context.introduced
        if stated is not None:
            result.introductions.setdefault(stated)
        parent = context.parent
        if kind is not Kind.SUBGOAL:
            if (before := self.taken.get((kind, text, code))) is not None:
                return before
            self._remember(kind, text, code)
            if parent is not None and result.found[parent].kind is not Kind.COUNCIL:
                parent = None
        result.found.append(Found(kind, text, block.line, block.page, code, stated, parent))
        return len(result.found) - 1

    def _remember(self, kind: Kind, text: str, code: str | None) -> None:
        """The goal that is taken next, by all that it may be referred to by."""
        at = len(self.result.found)
        self.taken[kind, text, code] = at
        self.by_words.setdefault(text.strip(" .").casefold(), at)
        if code is not None:
            self.by_code.setdefault(code, at)

    def _known(self, code: str | None) -> int | None:
        """The goal that a code stands for."""
        return self.by_code.get(code) if code is not None else None

    def _known_text(self, block: Block) -> int | None:
        """The goal whose words a heading repeats."""
        return self.by_words.get(block.text.strip(" :.").casefold())

    def _check_numbers(self, items: Sequence[_Item]) -> None:
        """A number that is skipped may be an item that was lost."""
        last: Marker | None = None
        for item in items:
            marker = item.block.marker
            if marker is None or marker.number is None or marker.style not in CODED:
                continue
            after = last is not None and last.stem == marker.stem and last.number is not None
            if after and last is not None and marker.number != (last.number or 0) + 1:
                self._doubt("doubt-numbering", item.block.line, code=marker.code or "")
            last = marker

    def _doubt(self, key: str, line: int, **arguments: str | int) -> None:
        told = self.told.setdefault(line, set())
        if key not in told:
            told.add(key)
            self.result.doubts.append(Doubt(key, line, arguments))


_KIND_OF_LABEL = {
    Style.GOAL_LABEL: Kind.GOAL,
    Style.SUBGOAL_LABEL: Kind.SUBGOAL,
    Style.COUNCIL_LABEL: Kind.COUNCIL,
}
_KIND_OF_COLUMN = {
    Column.COUNCIL: Kind.COUNCIL,
    Column.GOAL: Kind.GOAL,
    Column.SUBGOAL: Kind.SUBGOAL,
}
_COLUMN_OF_LISTED: dict[Listed | None, Column] = {
    Listed.GOALS: Column.GOAL,
    Listed.SUBGOALS: Column.SUBGOAL,
}
_BELOW: dict[Column, tuple[Column, ...]] = {
    Column.COUNCIL: (Column.GOAL, Column.SUBGOAL),
    Column.GOAL: (Column.SUBGOAL,),
    Column.SUBGOAL: (),
}


class _Judge:
    """Tells goals that are headings from headings that group goals, by all of them together."""

    def __init__(self, context: _Context, plain: Sequence[Part], *, has_list: bool) -> None:
        self.context = context
        self.has_list = has_list
        self.kinds_with_subgoals = {each.kind for each in plain if _holds_subgoals(each)}
        self.empties = sum(1 for each in plain if each.is_empty)
        sentences = [each for each in plain if each.heading and reads_as_goal(each.heading.text)]
        self.are_sentences = 2 * len(sentences) > len(plain)

    def role(self, part: Part) -> _Role:
        """What one of the headings is."""
        if part.heading is None:
            return _Role.NOTHING
        if part.rank is Rank.NUMBERED and not self.context.is_title:
            return _Role.GOAL
        if self.context.listed is Listed.SUBGOALS:
            return self._among_subgoals(part)
        return self._among_goals(part)

    def _among_goals(self, part: Part) -> _Role:
        if self.kinds_with_subgoals:
            alike = part.kind in self.kinds_with_subgoals
            if _holds_subgoals(part) or (alike and not part.has_list):
                return _Role.GOAL
            return _Role.GROUP if part.has_list else _Role.NOTHING
        if part.has_list:
            if self.context.listed is Listed.BOTH:
                return _Role.NOTHING if self.context.is_title else _Role.GOAL
            return _Role.GOAL if self.are_sentences else _Role.GROUP
        return self._without_list(part)

    def _among_subgoals(self, part: Part) -> _Role:
        if part.has_list or _holds_subgoals(part):
            return _Role.GROUP
        return self._without_list(part)

    def _without_list(self, part: Part) -> _Role:
        if self.context.is_title or self.has_list:
            return _Role.NOTHING
        if part.parts:
            return _Role.GROUP
        if part.is_empty:
            alone = self.empties < _AT_LEAST_TWO and part.rank is Rank.PLAIN
            return _Role.NOTHING if alone or _names_process(part) else _Role.GOAL
        if _names_process(part):
            return _Role.NOTHING
        text = part.content[0]
        heading_is_goal = part.heading is not None and reads_as_goal(part.heading.text)
        if not heading_is_goal and _unmarked_text(text, alone=True) == text.text:
            return _Role.TEXT
        return _Role.GOAL if heading_is_goal or self.are_sentences else _Role.NOTHING


def _is_plain(part: Part) -> bool:
    """Whether a heading says nothing by itself of what stands under it."""
    heading = part.heading
    return (
        heading is not None
        and part.introduced is None
        and heading.opens is None
        and style_of(heading) not in LABELS
        and part.rank in {Rank.PLAIN, Rank.LEVEL, Rank.NUMBERED}
        and not _is_about_goals(heading.text)
    )


def _is_about_goals(text: str) -> bool:
    return names_goals(text) and not reads_as_goal(text)


def _names_process(part: Part) -> bool:
    return part.heading is not None and _PROCESS.search(part.heading.text) is not None


def _holds_subgoals(part: Part) -> bool:
    """Whether sub-goals, or goals under an overarching one, are said to stand under it."""
    for each in part.parts:
        if each.introduced is not None and each.introduced.listed in _LISTED:
            return True
        if each.heading is not None and style_of(each.heading) in LABELS:
            return True
    return False


def _under(context: _Context, goal: int | None) -> _Context:
    """The same under a goal, where it is known."""
    return context if goal is None else replace(context, parent=goal)


def _unmarked_text(block: Block, *, alone: bool) -> str | None:
    """The goal that a paragraph states without any mark: all of it, or its first sentence.

    One paragraph alone, of several sentences, is prose.
    """
    if block.is_item or block.rows or block.text.endswith(":"):
        return None
    sentence = _SENTENCE_END.split(block.text, maxsplit=1)
    text = block.text if len(sentence) == 1 else block.text[: len(sentence[0]) + 1]
    if len(text) > _LONGEST_UNMARKED or (alone and len(sentence) > 1):
        return None
    return text if reads_as_goal(text) and not _is_about_goals(text) else None


def _owned(heading: Block, name: str) -> Introduction:
    """A heading that is nothing but a body's name says whose the goals under it are."""
    return Introduction(Listed.OTHER, heading.line, heading.text, owners=(body_key(name),))


def _is_code_under(marker: Marker, code: str | None) -> bool:
    """Whether "1.2" stands under "1", or "M2:1" under "M2"."""
    return bool(code) and marker.stem.rstrip(".:") == code


def _items(content: Sequence[Block], at: int) -> Iterator[_Item]:
    """The items that belong together, from a place."""
    first = last = content[at]
    for block in content[at:]:
        if block is not first and not _belongs(block, first):
            return
        yield _Item(block, _depth(block, first, last))
        last = block


def _belongs(block: Block, first: Block) -> bool:
    marker = block.marker
    if marker is None or first.marker is None or block.opens or marker.style in LABELS:
        return False
    if marker.style is Style.THAT and first.marker.style is not Style.THAT:
        return False
    if _is_next_point(block, first) or _is_outside(block, first):
        return False
    allowed = _GAP_IN_NUMBERS if marker.style in CODED else _GAP_IN_LIST
    return block.gap <= allowed


def _is_legend(items: Sequence[_Item]) -> bool:
    return 2 * sum(1 for item in items if _LEGEND.match(item.block.text)) >= len(items)


def _is_of_names(items: Sequence[_Item]) -> bool:
    """Goals are sentences; what is a word or two each may be names or results."""
    short = sum(1 for item in items if len(item.block.text.split()) < _WORDS_OF_A_GOAL)
    return 2 * short >= len(items)


def _is_next_point(block: Block, first: Block) -> bool:
    """In a decision the list of goals ends where the next point ("att …") begins."""
    return (
        block.section in _DECIDING
        and block.text.startswith("att ")
        and not first.text.startswith("att ")
    )


def _is_outside(block: Block, first: Block) -> bool:
    """A number after bullets belongs to the list that the bullets lie in."""
    return (
        style_of(block) in CODED
        and style_of(first) in {Style.BULLET, Style.LETTER}
        and block.indent <= first.indent
    )


def _depth(block: Block, first: Block, last: Block) -> int:
    marker, outermost = block.marker, first.marker
    if marker is None or outermost is None:
        return 0
    coded = CODED | {Style.LETTER}
    if marker.style in coded and outermost.style in coded:
        deeper = marker.style is Style.LETTER and outermost.style is not Style.LETTER
        return max(0, marker.depth - outermost.depth) + deeper
    if marker.style is outermost.style:
        return int(block.indent >= first.indent + _NESTED_BY)
    below = last.marker.depth - outermost.depth if last.marker and last.marker.code else 0
    return max(1, below + 1)
