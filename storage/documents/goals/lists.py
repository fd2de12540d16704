"""Finds the goals and sub-goals in a paper's outline: lists, tables, headings, paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import pairwise

from goals.document import Doubt
from storage.documents.facts.bodies import COUNCIL, body_key, is_body
from storage.documents.goal_words import (
    LOWER,
    names_goals,
    names_higher,
    names_lower,
    names_subgoals,
)
from storage.documents.goals.headings import LISTED, Judge, Role, is_plain
from storage.documents.goals.in_prose import Said, said_in
from storage.documents.goals.in_tables import Cell, is_assessed, read_table
from storage.documents.goals.introductions import Introduction, Listed, introduced_by
from storage.documents.goals.unmarked import (
    has_verb,
    is_about_goals,
    is_group,
    names_ways,
    reads_as_goal,
    sentences_in,
    tells_of_goal,
    unmarked_text,
    without_name,
)
from storage.documents.outline.blocks import Block
from storage.documents.outline.list_items import Item, is_legend, is_of_names, items_at
from storage.documents.outline.markers import CODED, LABELS, Marker, Style
from storage.documents.outline.sections import Section
from storage.documents.outline.tables import Column
from storage.documents.outline.tree import Part, Rank, is_fact, is_name, is_sibling


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
    under: int | None = None
    """The line of the heading that it stands right under."""
    year: int | None = None
    """The year that its own label names."""


@dataclass(slots=True)
class FoundGoals:
    """What was found, in the order of the paper."""

    found: list[Found] = field(default_factory=list)
    claimed: set[int] = field(default_factory=set)
    """The lines of the blocks that hold goals."""
    introductions: dict[Introduction, None] = field(default_factory=dict)
    """Those that introduced something, in their order."""
    doubts: list[Doubt] = field(default_factory=list)
    assessed: set[int] = field(default_factory=set)
    """The lines of the heads of tables that say how it went with the goals in them."""
    labels: int = 0
    """How many of them are labelled: "Mål: …"."""


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
    among: bool = False
    """Whether a heading further out, that is more than the title, says that goals stand here."""


_WITHOUT_GOALS = frozenset(
    {Section.BASIS, Section.RECIPIENTS, Section.OFFICER, Section.MEETING, Section.METHOD}
)
_GAP_BEFORE_LIST = 3
_OVERARCHING = "övergripande"
_AT_LEAST_TWO = 2
_LONGEST_SENTENCE = 200
_JOINED = re.compile(r"[,;]$|[,;]? (?:samt|och)$| \((?:läs|se|visa) mer\)$", re.IGNORECASE)
"""What joins an item of a list to the next, or leads on from a web page, is no part of it."""
_QUOTED = re.compile(
    r"[\"\u201c\u201d\u00bb](?P<text>[^\"\u201c\u201d\u00bb\u00ab]+)[\"\u201d\u00ab\u00bb]\.?"
)
"""A goal that stands in quotation marks; they are no part of it."""
_NO_WORDING = re.compile(r"\W*(?:utgår|utgått|saknas|(?:ej|inte) aktuell\w*)?\W*", re.IGNORECASE)
"""What a cell without a goal says."""
_PROPOSED = re.compile(r"\b(?:föresl\w+|ville|önskade|lämnade förslag)\b", re.IGNORECASE)
_ADOPTS = re.compile(
    r"\b(?:antar|fastställer|godkänner|beslutar om)\b[^.]*\b(?:nämnds?|del)?mål(?:en)?\b[^.]*\.$",
    re.IGNORECASE,
)
_DECIDES = re.compile(
    r"\b(?:antar?|fastställ(?:er|a)|godkänn(?:er|a))\b[^.:]*\b(?:del)?mål(?:en|sättningar(?:na)?)?\b"
    r"|\b(?:del)?mål(?:en|sättningar(?:na)?)?\b[^.:]*\b(?:antas|fastställs|godkänns|upphävs)\b",
    re.IGNORECASE,
)
"""What a point of a decision says of goals; no goal says so."""
_GOAL_QUOTED = re.compile(
    r"(?:till|under|för|kopplat till|bidrar till) (?:[\w:]+ ){0,3}?\w*mål(?:et)?:?"
    r" [\"\u201c\u201d](?P<goal>[^\"\u201c\u201d]+)[\"\u201c\u201d]:?",
    re.IGNORECASE,
)
"""A heading that says, in its words, which goal the goals under it serve."""
_TO_GOAL = re.compile(r"(?:Till|Under|För) (?:mål )?([A-ZÅÄÖ]{0,3}\d{1,2}(?:[.:]\d{1,2})*):?")
_GOAL_NAMED = re.compile(
    r"\b(?:till|för|under|inom) (?:nämnds?)?mål ([A-ZÅÄÖ]{0,3}\d{1,2}(?:[.:]\d{1,2})*)(?![\d:])",
    re.IGNORECASE,
)


def find_goals(root: Part) -> FoundGoals:
    """All that the paper's own headings, labels and tables say is a goal or a sub-goal."""
    texts = (block.text for part in root.walk() for block in _blocks_of(part))
    finder = _Finder(
        speaks_of_subgoals=any(names_subgoals(text) for text in texts),
        only_named=_only_named(root),
    )
    finder.read(root, _Context())
    finder.take_prose()
    return finder.result


def _only_named(root: Part) -> frozenset[int]:
    """The labels with a name, by identity, where the first sentence under each alike is the goal.

    Where prose stands under one of them, what stands under the others tells of them, too.
    """
    kinds: dict[tuple[Style | None, str | None], list[Part]] = {}
    for part in root.walk():
        marker = part.heading.marker if part.heading is not None else None
        if marker is not None and marker.style in LABELS and marker.text:
            kinds.setdefault((marker.style, marker.name), []).append(part)
    return frozenset(
        id(part) for parts in kinds.values() if all(map(_names_goal_below, parts)) for part in parts
    )


def _names_goal_below(part: Part) -> bool:
    """Whether a label has a name, and one sentence under it says what shall be."""
    first = next(iter(part.content), None)
    named = part.heading is not None and is_name(part.heading.text)
    return named and first is not None and unmarked_text(first, alone=True) is not None


def _blocks_of(part: Part) -> Iterator[Block]:
    if part.heading is not None:
        yield part.heading
    yield from part.content


@dataclass(slots=True)
class _Finder:
    speaks_of_subgoals: bool
    only_named: frozenset[int]
    """The labelled headings, by identity, that are the name of a goal whose words stand below."""
    result: FoundGoals = field(default_factory=FoundGoals)
    told: dict[int, set[str]] = field(default_factory=dict)
    """The keys of the doubts of each line."""
    taken: dict[tuple[Kind, str, str | None], int] = field(default_factory=dict)
    """The places of the goals that have been taken."""
    decided: set[Kind] = field(default_factory=set)
    """What the decision itself lists."""
    by_code: dict[str, int] = field(default_factory=dict)
    by_words: dict[str, int] = field(default_factory=dict)
    names: dict[int, str] = field(default_factory=dict)
    """What the labels of goals call them, by their places."""
    prose: list[tuple[Block, Said, _Context]] = field(default_factory=list)
    """What sentences say is a goal."""
    label_code: str | None = None
    """The code of a label without words, whose goal stands in a table after it."""
    under: int | None = None
    """The line of the heading whose content, or whose headings, are being read."""
    goals_named: Introduction | None = None
    """The latest heading that names goals, though it may hold other sections than their list."""
    title: Introduction | None = None
    """The paper's title, where it names goals."""
    titled: bool = False
    """Whether the first heading of goals, the paper's title, has been passed."""

    def read(self, part: Part, context: _Context) -> None:
        """Read what stands right under a heading, then the headings under it."""
        before = len(self.result.found)
        under = self.under = part.heading.line if part.heading is not None else None
        self._read_content(part, context)
        roles = self._roles(part, context)
        areas = self._areas_of(part, context)
        for child, role in zip(part.parts, roles, strict=True):
            self.under = under
            inner = self._context_of(child, role, context)
            if _is_named_as_a_section(child, part.parts, roles):
                inner = context
            if id(child) in areas:
                self._read_area(child, inner)
            else:
                self.read(child, inner)
        self._note_missing(part, context, before)

    # Headings.

    def _areas_of(self, part: Part, context: _Context) -> frozenset[int]:
        """The headings, by identity, that are areas with sentences in them and nothing else.

        Where a paper is about goals these are they: "Målområde Trygghet", and a sentence or two.
        """
        if context.outside or (context.listed is None and self.goals_named is None):
            return frozenset()
        areas = [child for child in part.parts if child.heading and is_group(child.heading.text)]
        if len(areas) < _AT_LEAST_TWO or not all(map(_holds_sentences, areas)):
            return frozenset()
        return frozenset(map(id, areas))

    def _context_of(self, part: Part, role: Role, context: _Context) -> _Context:
        heading = part.heading
        if heading is None:
            return context
        if heading.marker is not None and heading.marker.style in LABELS:
            return self._labelled(part, heading, context)
        self.titled = self.titled or heading.opens is not None or _has_prose(part)
        if heading.opens is not None and part.introduced is None:
            outside = heading.opens in _WITHOUT_GOALS and not _labels_goals(part)
            return replace(context, listed=None, outside=outside, is_title=False)
        if part.introduced is not None:
            leads = part.rank is Rank.LEAD and not part.introduced.names_whose
            past = context.introduced is not None and context.introduced.is_past
            return context if leads and past else self._introduced(part, part.introduced, context)
        if (name := is_body(heading.text)) is not None and role is not Role.GOAL:
            return _Context(introduced=_owned(heading, name))
        return self._plain(heading, role, context)

    def _introduced(self, part: Part, stated: Introduction, context: _Context) -> _Context:
        heading = part.heading
        set_apart = heading is not None and (heading.gap or heading.bold or heading.level)
        weak = not set_apart
        if context.outside and (weak or part.rank is Rank.LEAD):
            return replace(context, listed=None)
        if self._is_a_rival(part, stated):
            self._doubt("doubt-list-left-out", stated.line)
            return replace(context, listed=None, outside=True)
        if part.rank is Rank.LEAD and context.introduced and context.introduced.is_past:
            self._doubt("doubt-list-left-out", stated.line)
            return replace(context, outside=True)
        if stated.listed is Listed.OTHER:
            return replace(context, listed=Listed.OTHER, introduced=stated, is_title=False)
        first = not self.titled and not stated.is_bare and not part.recurs
        facts = all(is_fact(block.text) for block in part.content)
        is_title = first and part.rank not in {Rank.LEAD, Rank.NUMBERED} and facts
        if first and part.rank is not Rank.LEAD:
            self.title = stated
        self.titled = True
        if part.rank is not Rank.LEAD:
            self.goals_named = stated
        if (over := _GOAL_QUOTED.match(stated.text)) is not None and part.rank is not Rank.LEAD:
            return self._under_quoted(over["goal"], stated, context)
        named = _GOAL_NAMED.search(stated.text) if stated.listed is Listed.SUBGOALS else None
        return replace(
            _under(context, self._known(named[1]) if named else None),
            listed=self._listed_here(stated, context),
            introduced=stated.within(None if context.is_title else context.introduced),
            outside=False,
            is_title=is_title,
        )

    def _listed_here(self, stated: Introduction, context: _Context) -> Listed | None:
        """What the list holds: "goals" that stand under goals are sub-goals."""
        if stated.listed is not Listed.GOALS:
            return stated.listed
        if names_lower(stated.text) and self._has_higher():
            return Listed.SUBGOALS
        if self._is_under_goal(context) and not self._has_subgoals(context.parent):
            if not stated.names_whose:
                return Listed.SUBGOALS
            self._raise(context.parent)
        return Listed.GOALS

    def _under_quoted(self, goal: str, stated: Introduction, context: _Context) -> _Context:
        """Under "Till fullmäktiges mål ”…”" the body's own goals stand, not the council's."""
        parent = self.by_words.get(goal.strip(" .").casefold())
        own = replace(stated, owners=(), overarching=False)
        outer = context.introduced if context.listed is not Listed.OTHER else None
        own = own.within(None if context.is_title else outer)
        return replace(_under(context, parent), listed=stated.listed, introduced=own, outside=False)

    def _kind_of_label(self, marker: Marker, context: _Context) -> Kind:
        """What a label says it is; under a goal of another name it lies a step below."""
        kind = _KIND_OF_LABEL[marker.style]
        stated = context.introduced
        if marker.name == _OVERARCHING and stated is not None and stated.is_own:
            kind = Kind.GOAL
        parent = context.parent
        if kind is not Kind.GOAL or parent is None or not self._is_under_goal(context):
            return kind
        if marker.name in LOWER:
            return Kind.SUBGOAL
        if self.names.get(parent, marker.name) != marker.name:
            self._raise(parent)
        return kind

    def _is_under_goal(self, context: _Context) -> bool:
        """Whether a goal stands above, whose own list has not begun."""
        goal = self.result.found[context.parent] if context.parent is not None else None
        return goal is not None and goal.kind is Kind.GOAL and context.listed is None

    def _has_subgoals(self, goal: int | None) -> bool:
        """Whether what stands under a goal has been listed."""
        return any(each.kind is Kind.SUBGOAL and each.parent == goal for each in self.result.found)

    def _has_goal(self, context: _Context) -> bool:
        """Whether what is listed stands under a goal, and so holds none."""
        at = context.parent
        return at is not None and self.result.found[at].kind is Kind.GOAL

    def _has_higher(self) -> bool:
        """Whether goals of a kind that others lie under have been taken."""
        return any(
            each.introduced is not None and names_higher(each.introduced.text)
            for each in self.result.found
        )

    def _raise(self, at: int | None) -> None:
        """A goal that the body's own stand under is an overarching one."""
        if at is not None:
            self.result.found[at] = replace(self.result.found[at], kind=Kind.COUNCIL)

    def _is_a_rival(self, part: Part, stated: Introduction) -> bool:
        """Whether a list was only proposed: the account tells of it, the decision has its own."""
        decided = Kind.SUBGOAL if stated.listed is Listed.SUBGOALS else Kind.GOAL
        return (
            decided in self.decided
            and part.heading is not None
            and part.heading.section is Section.ACCOUNT
            and (part.rank is Rank.LEAD or _PROPOSED.search(stated.text) is not None)
        )

    def _labelled(self, part: Part, heading: Block, context: _Context) -> _Context:
        """A heading such as "Mål 3: …", with or without its words."""
        marker = heading.marker
        if marker is None or context.outside:
            return context
        if context.introduced is not None and context.introduced.is_past:
            self._doubt("doubt-list-left-out", context.introduced.line)
            return replace(context, outside=True)
        text = heading.text
        content = part.content
        named = id(part) in self.only_named
        if named:
            self._doubt("doubt-unmarked", content[0].line, text=content[0].text[:80])
        if (named or not text) and content and not content[0].is_item and not content[0].rows:
            text = content[0].text
            self.result.claimed.add(content[0].line)
            part.content = content[1:]
        if not text and part.parts and part.parts[0].rank is Rank.PLAIN and part.parts[0].heading:
            text = part.parts[0].heading.text
            self.result.claimed.add(part.parts[0].heading.line)
            first, *rest = part.parts
            part.content, part.parts = [*first.content], [*first.parts, *rest]
        if not text:
            self.label_code = marker.code
            if context.listed is Listed.OTHER:
                context = replace(context, listed=None)
            return _under(context, self._known(marker.code))
        self.label_code = None
        kind = self._kind_of_label(marker, context)
        if kind is not Kind.COUNCIL and self._kind(context) is Kind.COUNCIL:
            context = replace(context, introduced=None, listed=None)
        index = self._add(kind, text, heading, context)
        self.names[index] = marker.name
        self.result.labels += 1
        nested = self._listed_under_label(kind, part, context)
        return replace(context, parent=index, listed=nested, is_title=False)

    def _listed_under_label(self, kind: Kind, part: Part, context: _Context) -> Listed | None:
        """What a list under a label holds; a body's own goals stand right under the council's."""
        own = self._kind(context) is not Kind.COUNCIL
        if context.listed is Listed.SUBGOALS or (kind is Kind.COUNCIL and own and part.has_list):
            return context.listed
        return Listed.SUBGOALS if kind is Kind.GOAL and context.listed is Listed.BOTH else None

    def _plain(self, heading: Block, role: Role, context: _Context) -> _Context:
        if role is Role.GOAL:
            known = self._known_text(heading)
            listed = context.listed
            kind = Kind.SUBGOAL if listed is Listed.SUBGOALS else self._kind(context)
            if known is None:
                known = self._add(kind, heading.text, heading, context)
            inner = Listed.SUBGOALS if listed in {Listed.BOTH, Listed.SUBGOALS} else None
            return replace(
                context, parent=known, listed=inner if kind is not Kind.SUBGOAL else None
            )
        if role is Role.GROUP:
            return _under(replace(context, is_title=False), self._known_text(heading))
        among = context.among or (context.listed in LISTED and not context.is_title)
        listed = Listed.OTHER if names_ways(heading.text) and context.introduced else None
        return replace(context, listed=listed, among=among)

    def _roles(self, part: Part, context: _Context) -> list[Role]:
        """What each heading right under this one is, among goals."""
        if context.listed not in LISTED or context.outside:
            return [Role.NOTHING for _ in part.parts]
        plain = [child for child in part.parts if is_plain(child)]
        judge = Judge(
            context.listed,
            plain,
            is_title=context.is_title,
            has_list=part.has_list,
            is_over=self._kind(context) is Kind.COUNCIL,
            said=context.introduced.text if context.introduced is not None else "",
        )
        roles = [judge.role(child) if is_plain(child) else Role.NOTHING for child in part.parts]
        if any(map(_is_goal_by_label, part.parts)):
            roles = [
                Role.NOTHING if _is_beside_labels(child, role) else role
                for child, role in zip(part.parts, roles, strict=True)
            ]
        unmarked = [
            child
            for child, role in zip(part.parts, roles, strict=True)
            if role is Role.GOAL and child.is_empty and child.rank is Rank.PLAIN
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
                items = tuple(items_at(content, at))
                if context.introduced is None:
                    context = self._adopted(content[at - 1 : at], items, context)
                if not context.outside:
                    each = [item.block for item in items]
                    self.prose += [
                        (one, said, context) for one in each for said in said_in(one.text)
                    ]
                at += len(items)
                used = self._read_list(part, items, context, used=used) or used
            else:
                if not context.outside:
                    self.prose += [(block, said, context) for said in said_in(block.text)]
                if (known := self._referred_to(block)) is not None:
                    context, used = _under(context, known), False
                at += 1
        below = any(
            is_plain(each) or _is_labelled(each) or (self._has_goal(context) and _lists(each))
            for each in part.parts
        )
        if not used and not below:
            self._read_unmarked(part, context)

    def _referred_to(self, block: Block) -> int | None:
        """The goal that a line by itself says that what follows belongs to: "Till M2"."""
        found = _TO_GOAL.fullmatch(block.text)
        return self._known(found[1]) if found is not None else None

    @staticmethod
    def _adopted(before: Sequence[Block], items: Sequence[Item], context: _Context) -> _Context:
        """What the decision says right before a list: "Nämnden antar mål för 2026."."""
        goals = [item for item in items if reads_as_goal(item.block.text) and _shall(item)]
        for block in before:
            decides = block.section is Section.DECISION and _ADOPTS.search(block.text)
            if decides and not block.is_item and len(goals) > len(items) / 2:
                listed = Listed.SUBGOALS if names_subgoals(block.text) else Listed.GOALS
                stated = introduced_by(block.text, block.line, listed)
                return replace(context, listed=listed, introduced=stated)
        return context

    def _read_list(
        self, part: Part, items: Sequence[Item], context: _Context, *, used: bool
    ) -> bool:
        stated = context.introduced
        if context.outside or (stated is None and context.parent is None):
            self._tell_of_unnamed(part, items, context)
            return False
        if context.listed is None:
            return self._read_under_goal(items, context)
        first = items[0].block
        if part.heading is not None and part.heading.is_item and is_sibling(first, part.heading):
            return False
        if stated is not None and self._is_of_goals(part, items, stated, context, used=used):
            return self._take_list(items, context)
        if stated is not None:
            self._doubt("doubt-list-left-out", first.line if used else stated.line)
        return False

    def _tell_of_unnamed(self, part: Part, items: Sequence[Item], context: _Context) -> None:
        """A list that says what shall be, though nothing says that it is of goals.

        So is one of goals that was moved in the meeting, or noted.
        """
        heading = part.heading
        if heading is not None and heading.section is Section.MEETING:
            if names_goals(heading.text) or names_goals(heading.heading):
                self._doubt("doubt-list-left-out", heading.line)
            return
        decides = items[0].block.section in {Section.DECISION, Section.PROPOSAL}
        like_goals = sum(1 for item in items if reads_as_goal(item.block.text) and _shall(item))
        if not (context.outside or decides) and 2 * like_goals > len(items) > 1:
            self._doubt("doubt-list-unnamed", items[0].block.line)

    def _is_of_goals(
        self,
        part: Part,
        items: Sequence[Item],
        stated: Introduction,
        context: _Context,
        *,
        used: bool,
    ) -> bool:
        """Whether a list is the one that its introduction speaks of, and no legend or names."""
        first = items[0].block
        if context.listed is Listed.OTHER or _DECIDES.search(first.text):
            return False
        goes_on = self._goes_on(first) or self._goes_on_after_detail(part, first)
        if (used or first.gap > _GAP_BEFORE_LIST) and not goes_on:
            return False
        bare = (part.introduced or stated).is_bare
        about = [item for item in items if names_goals(item.block.text)]
        if 2 * len(about) > len(items) and bare:
            return False
        return not (is_legend(items) or (bare and is_of_names(items)))

    def _goes_on_after_detail(self, part: Part, block: Block) -> bool:
        """Whether only a line that tells of the item before it parts a list: "Mäts genom …"."""
        if _comes_one_by_one(part.content):
            return True
        at = next(at for at, each in enumerate(part.content) if each is block)
        if at < len(("item", "detail")):
            return False
        item, detail = part.content[at - 2 : at]
        taken = bool(self.result.found) and self.result.found[-1].line == item.line
        tells = detail.indent > item.indent or tells_of_goal(detail.text)
        return taken and not detail.is_item and not detail.rows and tells and _is_like(item, block)

    def _goes_on(self, block: Block) -> bool:
        """Whether a numbered item follows the last one that was taken."""
        marker = block.marker
        last = self.result.found[-1] if self.result.found else None
        if marker is None or marker.number is None or last is None or last.code is None:
            return False
        before = Marker(marker.style, last.code, "")
        return before.stem == marker.stem and (before.number or 0) + 1 == marker.number

    def _take_list(self, items: Sequence[Item], context: _Context) -> bool:
        goal_depth, subgoal_depth = self._depths(items, context)
        if goal_depth is None and subgoal_depth is None:
            if context.introduced is not None:
                self._doubt("doubt-list-left-out", context.introduced.line)
            return False
        parents: dict[int, int | None] = {-1: context.parent}
        for item in _without_that(items):
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

    def _read_under_goal(self, items: Sequence[Item], context: _Context) -> bool:
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
        named = self.goals_named
        both = named is not None and (
            named.listed is Listed.BOTH or (named is self.title and named.listed is Listed.SUBGOALS)
        )
        coded_sub = coded_sub or (both and goal.code is not None and not is_of_names(items))
        outer = [item for item in items if not item.depth]
        right_under = goal.line == self.under and goal.code is not None
        if not coded_sub and right_under and all(map(_shall, outer)):
            coded_sub = all(reads_as_goal(item.block.text) for item in outer)
            if coded_sub:
                self._doubt("doubt-under-goal", outer[0].block.line, text=goal.text[:80])
        if not coded_sub or goal.kind is not Kind.GOAL:
            self._doubt("doubt-list-left-out", items[0].block.line)
            return False
        inner = replace(context, listed=Listed.SUBGOALS)
        taken = self._take_list(outer, inner)
        for item in items:
            if item.depth:
                text = item.block.text[:80]
                self._doubt("doubt-nested-left-out", item.block.line, text=text)
        return taken

    def _depths(self, items: Sequence[Item], context: _Context) -> tuple[int | None, int | None]:
        """How deep the goals and the sub-goals of a list lie."""
        nested = 1 if any(item.depth == 1 for item in items) else None
        if context.listed is Listed.GOALS:
            if nested is not None and _is_of_groups(items):
                goals, subgoals = nested, None
            else:
                goals, subgoals = 0, nested if self.speaks_of_subgoals else None
            return goals, subgoals
        subgoals = context.listed is Listed.SUBGOALS
        if nested is None or (subgoals and self._has_goal(context)):
            return None, 0 if subgoals else None
        if context.listed is Listed.BOTH:
            return 0, nested
        outermost = [item.block for item in items if item.depth == 0]
        all_coded = all(item.block.marker and item.block.marker.code for item in items)
        if all_coded and is_of_names([item for item in items if item.depth == 0]):
            return None, nested
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
            if not is_fact(block.text)
            and (text := unmarked_text(block, alone=len(part.content) == 1)) is not None
        ]
        told = [each for each in part.content if not (each.is_short and is_fact(each.text))]
        if 2 * len(taken) <= len(told):
            taken = [(block, text) for block, text in taken if sentences_in(block.text) == 1]
        if not taken:
            return
        first, text = taken[0]
        self._doubt("doubt-unmarked", first.line, text=text[:80])
        kind = Kind.SUBGOAL if context.listed is Listed.SUBGOALS else self._kind(context)
        for block, text in taken:
            self._add(kind, text, block, context)

    def _read_area(self, part: Part, context: _Context) -> None:
        """The sentences of an area, one goal each."""
        if context.listed not in {Listed.GOALS, Listed.SUBGOALS}:
            context = replace(context, listed=Listed.GOALS, introduced=self.goals_named)
        first = part.content[0]
        self._doubt("doubt-unmarked", first.line, text=first.text[:80])
        kind = Kind.SUBGOAL if context.listed is Listed.SUBGOALS else self._kind(context)
        for block in part.content:
            self._add(kind, block.text, block, context)

    def take_prose(self) -> None:
        """The goals that sentences state, where headings of goals stand over them or nothing else.

        What a paper lists besides is told of in prose, and is no goal once more.
        """
        if not self.result.found:
            taken = [each for each in self.prose if each[1].names_whose or each[2].among]
        else:
            taken = [each for each in self.prose if each[2].among]
        for block, said, context in taken:
            if block.line in self.result.claimed and not self._is_in_prose(block):
                continue
            self._doubt("doubt-in-prose", block.line, text=block.text[:300])
            kind = Kind.SUBGOAL if said.is_subgoal else self._kind(context)
            several = sum(1 for each in taken if each[0] is block) > 1
            self._add(kind, said.text, replace(block, marker=None) if several else block, context)

    def _is_in_prose(self, block: Block) -> bool:
        return "doubt-in-prose" in self.told.get(block.line, ())

    # Tables.

    def _read_table(self, block: Block, context: _Context) -> bool:
        below = self._is_under_goal(context)
        listed = Column.SUBGOAL if below else _COLUMN_OF_LISTED.get(context.listed)
        table = read_table(block.rows, listed)
        if table is None:
            return False
        if below and not table.has_header:
            self._doubt("doubt-list-left-out", block.line)
            return False
        stated = context.introduced
        said = stated is not None and (stated.is_heading or stated.text.endswith(":"))
        if context.outside or (context.listed is Listed.OTHER and (said or not table.has_header)):
            self._doubt("doubt-list-left-out", block.line)
            return False
        if not table.has_header:
            self._doubt("doubt-table-without-header", block.line)
        parents: dict[Column, int | None] = {}
        for cell in table.cells:
            self._take_cell(cell, block, context, parents)
            if cell.header is not None and is_assessed(block.rows):
                self.result.assessed.add(cell.header.line)
        return bool(table.cells)

    def _take_cell(
        self, cell: Cell, block: Block, context: _Context, parents: dict[Column, int | None]
    ) -> None:
        if _NO_WORDING.fullmatch(cell.text):
            return
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
        code = cell.code
        if kind is Kind.GOAL and code is None:
            code, self.label_code = self.label_code, None
        parents[column] = self._add(kind, cell.text, place, replace(inner, introduced=header), code)
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
        if block.section is Section.DECISION:
            self.decided.add(kind)
        text = without_name(_JOINED.sub("", text))
        if (whole := _QUOTED.fullmatch(text)) is not None:
            text = whole["text"]
        if block.marker is not None and block.marker.style is Style.THAT:
            text = text.removeprefix("att ")
        result.claimed.add(block.line)
        code = code or (block.marker.code if block.marker else None)
        stated = context.introduced
        if stated is not None:
            result.introductions.setdefault(stated)
        parent = context.parent
        if kind is not Kind.SUBGOAL:
            before = self.taken.get((kind, text, code))
            if before is not None and result.found[before].introduced == stated:
                return before
            self._remember(kind, text, code)
            if parent is not None and result.found[parent].kind is not Kind.COUNCIL:
                parent = None
        year = block.marker.year if block.marker else None
        result.found.append(
            Found(kind, text, block.line, block.page, code, stated, parent, self.under, year)
        )
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

    def _check_numbers(self, items: Sequence[Item]) -> None:
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


def _is_named_as_a_section(child: Part, beside: Sequence[Part], roles: Sequence[Role]) -> bool:
    """Whether an area is called as a section of papers is, "Ekonomi", among others set alike."""
    heading = child.heading
    if heading is None or heading.opens is not Section.ACCOUNT or child.rank is not Rank.LEVEL:
        return False
    alike = [role for each, role in zip(beside, roles, strict=True) if each.kind == child.kind]
    return sum(1 for role in alike if role is Role.GROUP) >= _AT_LEAST_TWO


def _has_prose(part: Part) -> bool:
    """Whether a heading that the file marks, and that introduces nothing, has text under it.

    One sentence over headings of their own may be what an area is about.
    """
    return (
        part.rank is Rank.LEVEL
        and part.introduced is None
        and any(
            sentences_in(block.text) > 1 or (_is_prose(block) and not part.parts)
            for block in part.content
        )
    )


def _labels_goals(part: Part) -> bool:
    """Whether goals that are labelled stand under a heading that speaks of following goals up."""
    labelled = sum(
        1
        for each in part.parts
        if each.heading
        and each.heading.marker
        and each.heading.marker.style in LABELS
        and each.heading.marker.code
    )
    heading = part.heading
    return heading is not None and names_goals(heading.heading) and labelled >= _AT_LEAST_TWO


def _is_prose(block: Block) -> bool:
    """Whether a text is sentences, as a chapter has and a title does not."""
    return (
        not block.is_item
        and not block.rows
        and block.text.endswith(".")
        and not is_fact(block.text)
    )


def _holds_sentences(part: Part) -> bool:
    """Whether single sentences, without any mark, are all that stands under a heading."""
    return (
        bool(part.content)
        and not part.parts
        and all(
            not block.is_item
            and not block.rows
            and len(block.text) <= _LONGEST_SENTENCE
            and sentences_in(block.text) == 1
            and not is_about_goals(block.text)
            for block in part.content
        )
    )


def _is_of_groups(items: Sequence[Item]) -> bool:
    """Whether the outermost items are names alone, and what lies under them says what shall be."""
    outer = [item for item in items if not item.depth]
    inner = [item for item in items if item.depth == 1]
    return all(map(_shall, inner)) and not any(
        _shall(item) or has_verb(item.block.text) for item in outer
    )


def _without_that(items: Sequence[Item]) -> Iterator[Item]:
    """The items without their "att", where each goes on from the same sentence."""
    goes_on = all(item.block.text.startswith("att ") for item in items)
    for item in items:
        text = item.block.text.removeprefix("att ") if goes_on else item.block.text
        yield replace(item, block=replace(item.block, text=text))


def _shall(item: Item) -> bool:
    """Whether an item says that something shall be."""
    return " ska " in item.block.text or " skall " in item.block.text


def _is_labelled(part: Part) -> bool:
    """Whether a heading is a goal or a sub-goal by its label."""
    return part.rank is Rank.LABEL


def _lists(part: Part) -> bool:
    """Whether a heading or a lead says that goals or sub-goals are listed under it."""
    return part.introduced is not None and part.introduced.listed in LISTED


def _is_goal_by_label(part: Part) -> bool:
    """Whether a heading is a goal with its number: "Mål 1: …"."""
    marker = part.heading.marker if part.heading is not None else None
    return marker is not None and marker.style is Style.GOAL_LABEL and marker.code is not None


def _is_beside_labels(part: Part, role: Role) -> bool:
    """Whether a heading among goals with labels is no goal, nor an area that holds any."""
    heading = part.heading
    if heading is None or role is Role.NOTHING:
        return False
    return not (reads_as_goal(heading.text) if role is Role.GOAL else is_group(heading.text))


def _comes_one_by_one(content: Sequence[Block]) -> bool:
    """Whether text stands after every item of a list, and tells of it: the list goes on after it.

    Each says what shall be, and all are marked alike.
    """
    items = [each for each in content if each.is_item]
    apart = not any(each.rows for each in content)
    parted = not any(each.is_item and below.is_item for each, below in pairwise(content))
    alike = all(_is_like(items[0], each) for each in items)
    return apart and parted and alike and all(reads_as_goal(each.text) for each in items)


def _is_like(item: Block, block: Block) -> bool:
    """Whether two items are marked alike, at the same place."""
    return (
        item.marker is not None
        and block.marker is not None
        and item.marker.style is block.marker.style
        and item.indent == block.indent
    )


def _under(context: _Context, goal: int | None) -> _Context:
    """The same under a goal, where it is known."""
    return context if goal is None else replace(context, parent=goal)


def _owned(heading: Block, name: str) -> Introduction:
    """A heading that is nothing but a body's name says whose the goals under it are."""
    return Introduction(Listed.OTHER, heading.line, heading.text, owners=(body_key(name),))


def _is_code_under(marker: Marker, code: str | None) -> bool:
    """Whether "1.2" stands under "1", or "M2:1" under "M2"."""
    return bool(code) and marker.stem.rstrip(".:") == code
