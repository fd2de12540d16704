"""Headings that are goals, and headings that group goals."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from storage.documents.goal_words import LOWER, names_lower
from storage.documents.goals.in_prose import said_in
from storage.documents.goals.in_tables import read_table
from storage.documents.goals.introductions import Listed
from storage.documents.goals.unmarked import (
    has_verb,
    is_about_goals,
    is_group,
    names_process,
    names_ways,
    reads_as_goal,
    sentences_in,
    unmarked_text,
)
from storage.documents.outline.blocks import Block
from storage.documents.outline.markers import LABELS, Style
from storage.documents.outline.sections import Section
from storage.documents.outline.tree import Part, Rank, is_fact, is_name, style_of


class Role(StrEnum):
    """What a plain heading among goals is."""

    GOAL = "goal"
    GROUP = "group"
    NOTHING = "nothing"


LISTED = frozenset({Listed.GOALS, Listed.SUBGOALS, Listed.BOTH})
_AT_LEAST_TWO = 2
_NONE: frozenset[int] = frozenset()
_SAYS = re.compile(r"\b(?:ska|skall|får|har|är|bör|kan|innebär|att)\b", re.IGNORECASE)
_NESTED_BY = 2
_WORDS_OF_A_NAME = 4
_WORDS_OF_A_SENTENCE = 3


class Judge:
    """Tells goals that are headings from headings that group goals, by all of them together."""

    def __init__(
        self,
        listed: Listed | None,
        plain: Sequence[Part],
        *,
        is_title: bool,
        has_list: bool,
        is_over: bool,
        said: str,
    ) -> None:
        self.listed = listed
        self.is_title = is_title
        """Whether the paper's own title is all that says that goals stand here."""
        self.has_list = has_list
        self.is_over = is_over
        """Whether they stand over the body's own goals."""
        self.lists_lower = names_lower(said)
        """Whether what says that goals stand here names such as lie under others."""
        self.kinds_with_subgoals = {each.kind for each in plain if self._holds_subgoals(each)}
        self.empties = sum(1 for each in plain if _holds_nothing(each))
        self.names = _names_before(plain)
        """The headings, by identity, that only name the goal after them."""
        self.numbered_names = _numbered_names(plain)
        """The numbered headings, by identity, that only name the goal in the text under them."""
        sentences = [each for each in plain if each.heading and reads_as_goal(each.heading.text)]
        self.are_mostly_goals = len(sentences) >= _AT_LEAST_TWO and 2 * len(sentences) > len(plain)
        self.with_ways = _with_ways(plain)
        """The headings, by identity, that ways and measures stand under, as under each goal."""
        self.are_told = _are_told(plain)
        """Whether they are goals, and what stands under each tells of it."""
        self.are_areas = is_title and len(plain) >= _AT_LEAST_TWO and all(map(_holds_goals, plain))
        """Whether each holds nothing but lines that say what shall be."""
        self.are_listed = len(plain) >= _AT_LEAST_TWO and all(
            each.has_list and not each.parts and _is_worded(each) for each in plain
        )
        """Whether each is worded, and has a list and nothing else."""
        self.are_sentences = 2 * len(sentences) > len(plain) or self.are_told
        self.ranks_of_sentences = {each.rank for each in sentences}

    def role(self, part: Part) -> Role:
        """What one of the headings is."""
        grouped = part.heading is not None and is_group(part.heading.text)
        grouped = grouped or _labels_goal_below(part, is_over=self.is_over)
        if self.are_areas or grouped:
            return Role.GROUP
        beside = part.heading is not None and (
            is_fact(part.heading.text) or names_ways(part.heading.text)
        )
        if beside or id(part) in self.names or _says_the_goal(part) or _asks(part):
            return Role.NOTHING
        if part.rank is Rank.LEAD:
            return Role.GROUP if part.has_list and _is_group_name(part) else Role.NOTHING
        if part.rank is Rank.NUMBERED and not self.is_title and id(part) not in self.numbered_names:
            return Role.GROUP if _has_goals_of_its_own(part) else Role.GOAL
        if self.listed is Listed.SUBGOALS:
            return self._among_subgoals(part)
        beside = self.has_list and part.has_list and not _lists_goals(part)
        return Role.NOTHING if beside else self._among_goals(part)

    def _holds_subgoals(self, part: Part) -> bool:
        """Whether sub-goals, or goals under an overarching one, are said to stand under it."""
        for each in part.parts:
            listed = each.introduced.listed if each.introduced is not None else None
            if listed is Listed.SUBGOALS or (self.is_over and listed in LISTED):
                return True
            lower = each.introduced is not None and names_lower(each.introduced.text)
            if listed is Listed.GOALS and lower and not self.is_title:
                return True
            if each.heading is not None and self._labels_below(each.heading):
                return True
        return False

    def _labels_below(self, heading: Block) -> bool:
        """Whether a label says that what it labels lies under a goal, and is none itself."""
        style = style_of(heading)
        if style is not Style.GOAL_LABEL or self.listed is not Listed.GOALS or self.is_over:
            return style in LABELS
        lower = heading.marker is not None and heading.marker.name in LOWER
        return lower and not self.lists_lower

    def _among_goals(self, part: Part) -> Role:
        if self.kinds_with_subgoals:
            alike = part.kind in self.kinds_with_subgoals
            named = self.are_sentences and not _is_worded(part)
            if self._holds_subgoals(part) or (alike and not part.has_list and not named):
                return Role.GOAL
            return Role.GROUP if part.has_list else Role.NOTHING
        if part.has_list:
            if self.listed is Listed.BOTH and _holds_both(part):
                return Role.GROUP
            if self.listed is Listed.BOTH:
                return Role.NOTHING if self.is_title and not self.are_listed else Role.GOAL
            return Role.GOAL if self.are_sentences else Role.GROUP
        return self._without_list(part)

    def _among_subgoals(self, part: Part) -> Role:
        if part.has_list or self._holds_subgoals(part):
            return Role.GROUP
        return self._without_list(part)

    def _without_list(self, part: Part) -> Role:
        heading = part.heading
        if heading is None or self.has_list:
            return Role.NOTHING
        if self.is_title:
            told = self.are_mostly_goals and bool(part.content) and reads_as_goal(heading.text)
            return Role.GOAL if told else Role.NOTHING
        if part.parts:
            told = id(part) in self.with_ways
            alike = self.are_told or part.rank in self.ranks_of_sentences
            return Role.GOAL if told else self._over_parts(heading, part.parts, alike=alike)
        if names_process(heading.text) or (self.with_ways and not reads_as_goal(heading.text)):
            return Role.NOTHING
        if part.is_empty:
            alone = self.empties < _AT_LEAST_TWO and part.rank is Rank.PLAIN
            alone = alone and not (self.listed is Listed.SUBGOALS and reads_as_goal(heading.text))
            return Role.NOTHING if alone or len(heading.text.split()) == 1 else Role.GOAL
        return self._over_text(part, heading, part.content[0])

    def _over_parts(self, heading: Block, parts: Sequence[Part], *, alike: bool) -> Role:
        """A heading with others under it: the goal, where those only tell of it.

        `alike` says whether it is set as those are that say what shall be.
        """
        listed = any(each.introduced is not None or each.has_list for each in parts)
        tell = all(map(_is_beside, parts)) or (heading.is_item and not listed)
        is_goal = reads_as_goal(heading.text) or (
            alike and self.are_sentences and not names_process(heading.text)
        )
        return Role.GOAL if tell and is_goal else Role.GROUP

    def _over_text(self, part: Part, heading: Block, text: Block) -> Role:
        """A heading with prose under it: it is the goal, or the prose is, or neither."""
        if reads_as_goal(heading.text):
            return Role.GOAL
        if unmarked_text(text, alone=True) == text.text:
            return Role.GROUP
        return Role.GOAL if self.are_sentences and _is_worded(part) else Role.NOTHING


def _names_before(plain: Sequence[Part]) -> frozenset[int]:
    """Those, by identity, of headings in pairs that are a name each, a goal after each."""
    names, goals = plain[::2], plain[1::2]
    pairs = len(names) == len(goals) >= _AT_LEAST_TWO
    named = all(each.heading is not None and is_name(each.heading.text) for each in names)
    said = all(each.heading is not None and reads_as_goal(each.heading.text) for each in goals)
    empty = all(each.is_empty for each in names)
    return frozenset(map(id, names)) if pairs and named and said and empty else frozenset()


def _numbered_names(plain: Sequence[Part]) -> frozenset[int]:
    """The numbered headings, by identity, where each is a name with a goal in the text below."""
    numbered = [each for each in plain if each.rank is Rank.NUMBERED]
    named = all(
        each.heading is not None
        and is_name(each.heading.text)
        and bool(each.content)
        and unmarked_text(each.content[0], alone=True) == each.content[0].text
        for each in numbered
    )
    return frozenset(map(id, numbered)) if len(numbered) >= _AT_LEAST_TWO and named else _NONE


def _are_told(plain: Sequence[Part]) -> bool:
    """Whether headings of one kind are worded, each with nothing but prose that tells of it."""
    return (
        len(plain) >= _AT_LEAST_TWO
        and len({each.kind for each in plain}) == 1
        and all(
            each.heading is not None
            and _tells_of_a_goal(each.heading.text)
            and not each.has_list
            and all(map(_is_beside, each.parts))
            and bool(each.content or each.parts)
            for each in plain
        )
    )


def _holds_goals(part: Part) -> bool:
    """Whether lines without any mark stand under a heading, and each says what shall be."""
    lines = [each for each in part.parts if each.introduced is None]
    return bool(lines) and all(
        each.rank is Rank.PLAIN
        and each.is_empty
        and each.heading is not None
        and reads_as_goal(each.heading.text)
        for each in lines
    )


def _says_the_goal(part: Part) -> bool:
    """Whether a sentence under a heading says what the goal is: "Målet är att …"."""
    return any(said_in(block.text) for block in part.content if not block.is_item)


def _asks(part: Part) -> bool:
    """Whether a heading is a question: "Vad händer nu?"."""
    return part.heading is not None and part.heading.text.endswith("?")


def _with_ways(plain: Sequence[Part]) -> frozenset[int]:
    """The headings of one kind, worded, that each have the same kind of heading under them."""
    held = [each for each in plain if each.parts and all(map(_is_beside, each.parts))]
    worded = all(each.heading and _tells_of_a_goal(each.heading.text) for each in held)
    alike = len({each.kind for each in held}) == 1
    return frozenset(map(id, held)) if len(held) >= _AT_LEAST_TWO and worded and alike else _NONE


def _has_goals_of_its_own(part: Part) -> bool:
    """Whether labels under a heading, or a table right under it, say that they are goals."""
    if any(each.heading and style_of(each.heading) is Style.GOAL_LABEL for each in part.parts):
        return True
    tables = (read_table(block.rows, None) for block in part.content if block.rows)
    return any(each is not None and each.cells for each in tables)


def _labels_goal_below(part: Part, *, is_over: bool) -> bool:
    """Whether a label under a heading says that what it labels, and not the heading, is the goal.

    Where the headings may be goals over the body's own, only a bare "Mål:" under a name says so.
    """
    markers = [each.heading.marker for each in part.parts if each.heading is not None]
    labels = [each for each in markers if each is not None and each.style is Style.GOAL_LABEL]
    if is_over:
        named = part.heading is not None and is_name(part.heading.text)
        return named and any(not (each.name or each.code or each.whose) for each in labels)
    return any(each.name not in LOWER for each in labels)


def _lists_goals(part: Part) -> bool:
    """Whether most of the items under a heading say what shall be."""
    items = [block for block in part.content if block.is_item]
    return not items or 2 * sum(1 for each in items if reads_as_goal(each.text)) >= len(items)


def _holds_both(part: Part) -> bool:
    """Whether the list under a heading has items in two depths: goals with their sub-goals."""
    indents = [block.indent for block in part.content if block.is_item]
    return bool(indents) and max(indents) >= min(indents) + _NESTED_BY


def _tells_of_a_goal(text: str) -> bool:
    """Whether a heading has the words of a goal: an area or a chapter has fewer, and no verb."""
    words = len(text.split())
    worded = words > _WORDS_OF_A_SENTENCE or (words == _WORDS_OF_A_SENTENCE and has_verb(text))
    return worded and not names_process(text)


def _is_worded(part: Part) -> bool:
    """Whether a heading has the words of a sentence."""
    return part.heading is not None and len(part.heading.text.split()) >= _WORDS_OF_A_SENTENCE


def _holds_nothing(part: Part) -> bool:
    """Whether nothing stands under it but ways and measures."""
    return not part.content and all(map(_is_method, part.parts))


def _is_method(part: Part) -> bool:
    """Whether a heading tells of ways and measures, whatever level the file gives it."""
    opens = part.heading.opens if part.heading is not None else None
    recurs = part.recurs and part.introduced is None and not part.parts
    return recurs or part.rank is Rank.METHOD or opens is Section.METHOD


def _is_beside(part: Part) -> bool:
    """Whether it may stand under a goal that is a heading: ways, measures, what it means."""
    stated = part.introduced
    speaks = stated is not None and stated.listed is Listed.OTHER
    return _is_method(part) or part.rank is Rank.LEAD or speaks


def _is_group_name(part: Part) -> bool:
    """Whether a line with a colon names a group of goals, and is no sentence."""
    text = part.heading.text if part.heading is not None else ""
    if text.casefold().startswith("målet ") and sentences_in(text) == 1:
        return True
    return len(text.split()) <= _WORDS_OF_A_NAME and _SAYS.search(text) is None


def is_plain(part: Part) -> bool:
    """Whether a heading says nothing by itself of what stands under it."""
    heading = part.heading
    return (
        heading is not None
        and part.introduced is None
        and heading.opens is None
        and style_of(heading) not in LABELS
        and part.rank in {Rank.PLAIN, Rank.LEVEL, Rank.NUMBERED, Rank.LEAD}
        and not is_about_goals(heading.text)
    )
