"""What a decision changes in a list of sub-goals, point by point."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from goals.document import Amendment, AmendmentKind, Doubt
from storage.documents.amended.words import amendments_in, clauses
from storage.documents.facts.bodies import bodies_in
from storage.documents.goal_words import names_goals, names_subgoals, year_of
from storage.documents.goals.introductions import introduction
from storage.documents.outline.blocks import Block
from storage.documents.outline.markers import LABELS, Style
from storage.documents.outline.sections import Section


@dataclass(frozen=True, slots=True)
class ReadAmendments:
    """The amendments of a decision or a proposal."""

    amendments: tuple[Amendment, ...] = ()
    lines: frozenset[int] = frozenset()
    """The lines of the blocks that state them."""
    listed: frozenset[int] = frozenset()
    """Those that are listed under a point, and so are no points of their own."""
    doubts: tuple[Doubt, ...] = ()

    def carried_out(self) -> ReadAmendments:
        """What is left of them where the paper states the list after them, too."""
        told = (Doubt("doubt-amended-already", each.line) for each in self.amendments[:1])
        return ReadAmendments((), self.lines, self.listed, tuple(told))


_ADDS = re.compile(
    r"(?:följande|som)?\s*(?:ett|två|tre|fyra|fem|\d)?\s*(?:nya|nytt)?\s*\w{0,6}mål\s+"
    r"(?:tillkommer|läggs till|införs|tillförs|antas därutöver):",
    re.IGNORECASE,
)
_NEW_ONE = "nytt"
_MARKS = ' ."\u201d\u201c\u201e\u00bb\u00ab'
_UNCLEAR = re.compile(
    r"delmål\w*\b[^.:]{0,60}\b(?:korrigeras|justeras|ändras|revideras|uppdateras|kompletteras)\b"
    r"|delmål\w*\b[^.:]{0,60}\b(?:slås (?:ihop|samman)|flyttas|delas (?:upp|i)|byter plats)\b"
    r"|delmål\w*\b[^.:]{0,80}\bmed\s+(?:de\s+|dessa\s+|vissa\s+|smärre\s+)*"
    r"(?:ändringar|justeringar|korrigeringar|tillägg|förändringar)\b",
    re.IGNORECASE,
)
_AFTERWARDS = re.compile(
    r"(?:efter|med|genom) (?:(?:den|de|det|denna|dessa|detta|beslutade|nämnda) )*"
    r"(?:(?:för)?ändring|beslut|justering|revidering)\w*\b"
    r"|(?:där(?:efter|med|igenom)|härefter|således|alltså)\b"
    r"|\w+ (?:lyder|är|blir|har|gäller) (?:där(?:efter|med)|härefter|nu|således|alltså)\b",
    re.IGNORECASE,
)
"""How a sentence begins that lists the goals as the decision leaves them."""
_CHANGES = re.compile(
    r"\b(?:ändra\w*|(?:för)?ändring\w*|tillägg\w*|justera\w*|justering\w*|korriger\w*|revider\w*)\b[^:]*(?::|\batt|följande\.?)$",
    re.IGNORECASE,
)
_PROPOSAL = re.compile(
    r"\bförslag(?:et)?\b|^(?:följande|dessa) (?:ändring|justering|tillägg)\w*\b[^.]*:$",
    re.IGNORECASE,
)
_ON_PROPOSAL = re.compile(r"\s+(?:beslutar|antar|bifaller|godkänner)\b[^.]*\bförslag\b")
_LONGEST_NAME = 120
_TEXT_OF = r"\s+(?:lydelse|formulering|ordalydelse|text)\s*:?\s*"
_BEFORE = rf"(?:nuvarande|tidigare|gällande|befintlig|hittillsvarande|gammal){_TEXT_OF}"
_BEFORE_AND_AFTER = re.compile(
    rf"(?:{_BEFORE}(?P<old>.*?)(?:\s+|$))?(?:(?:ny|föreslagen|ändrad|beslutad){_TEXT_OF}(?P<new>.+))?",
    re.IGNORECASE,
)


def with_stated_decision(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks; a sentence that decides, and the changes it lists, are the decision.

    "Nämnden beslutar enligt utskottets förslag med dessa ändringar:" needs no heading over it.
    """
    if any(each.section in {Section.DECISION, Section.PROPOSAL} for each in blocks):
        return blocks
    at = next((at for at, each in enumerate(blocks) if _decides_on_proposal(each)), None)
    if at is None:
        return blocks
    end = at + 1
    while end < len(blocks) and blocks[end].section is None and _is_change(blocks[end]):
        end += 1
    decision = [replace(each, section=Section.DECISION) for each in blocks[at:end]]
    return [*blocks[:at], *decision, *blocks[end:]] if end > at + 1 else blocks


def _decides_on_proposal(block: Block) -> bool:
    """Whether a body decides, in a sentence without a heading, as somebody has proposed."""
    who = next(iter(bodies_in(block.text[:_LONGEST_NAME])), None)
    if who is None or block.section is not None or block.is_item:
        return False
    return block.text.casefold().startswith(who.casefold()) and bool(
        _ON_PROPOSAL.match(block.text[len(who) :])
    )


def _is_change(block: Block) -> bool:
    """Whether a block, with the label before it, changes a goal."""
    said = clauses(_with_label(block, under_lead=True))
    return any(True for clause in said for _ in amendments_in(clause.text))


def read_amendments(blocks: Sequence[Block], section: Section) -> ReadAmendments:
    """What the points of the decision, or of the proposal, change in a list of sub-goals."""
    reader = _Reader()
    for block in _with_wordings(blocks, section, reader.lines):
        if block.section is section and not block.opens:
            reader.take(block)
        elif block.opens is not None:
            reader.leave()
    reader.leave()
    if reader.amendments or reader.doubts:
        for block in blocks:
            if block.section is not section:
                reader.take_wordings(block)
    return ReadAmendments(
        tuple(reader.amendments),
        frozenset(reader.lines),
        frozenset(reader.listed),
        tuple(reader.doubts),
    )


def _with_wordings(blocks: Sequence[Block], section: Section, lines: set[int]) -> Iterator[Block]:
    """The blocks; "Mål 1 får följande lydelse:" has the wording that stands below it."""
    at = 0
    while at < len(blocks):
        block = blocks[at]
        below = blocks[at + 1] if at + 1 < len(blocks) else None
        at += 1
        if below is not None and block.section is section and _awaits(block, below):
            lines.add(below.line)
            yield replace(block, text=f"{block.text} {below.text}")
            at += 1
        else:
            yield block


def _awaits(block: Block, below: Block) -> bool:
    """Whether a line that ends in a colon changes one goal, and what stands below is its wording.

    That is so where the two, read together, say so and neither does alone.
    """
    if not block.text.endswith(":") or below.opens or below.rows or not below.text:
        return False
    if any(True for text in (block.text, below.text) for _ in amendments_in(text)):
        return False
    worded = [each.text for each in amendments_in(f"{block.text} {below.text}") if each.text]
    return [each.strip(_MARKS) for each in worded] == [below.text.strip(_MARKS)]


def _with_label(block: Block, *, under_lead: bool) -> str:
    """A text with the label before it, where that is the beginning of its sentence."""
    marker = block.marker
    if marker is None or marker.style not in LABELS:
        return block.text
    word = "delmål" if marker.style is Style.SUBGOAL_LABEL else "mål"
    if marker.name == _NEW_ONE:
        return f"nytt {word}: {block.text}"
    if marker.code is None:
        return block.text
    if block.text[:1].islower():
        return f"{word} {marker.code} {block.text}"
    quoted = not block.text[:1].isalnum()
    return f"{word} {marker.code}{':' * under_lead} {block.text}" if quoted else block.text


@dataclass(slots=True)
class _Reader:
    amendments: list[Amendment] = field(default_factory=list)
    lines: set[int] = field(default_factory=set)
    listed: set[int] = field(default_factory=set)
    doubts: list[Doubt] = field(default_factory=list)
    lead: Block | None = None
    """A point that ends in "med följande ändringar:"."""
    year: int | None = None
    target: tuple[str, int] | None = None
    """The sub-goal that stands alone on its line, and the line: its wordings before and after
    follow."""
    adds: re.Match[str] | None = None
    """A line that says that what is listed under it is added."""
    before_lead: int = 0
    """How many amendments had been read where the lead came."""

    def take(self, block: Block) -> None:
        found = list(self._before_and_after(block) or self._added(block) or self._found(block))
        if found:
            self.amendments += found
            self.lines.add(block.line)
            if self.lead is not None:
                self.listed.add(block.line)
            return
        self.adds = _ADDS.fullmatch(block.text)
        if self.adds is not None:
            self.lines.add(block.line)
            return
        if _AFTERWARDS.match(block.text) and introduction(block) is not None:
            self.leave()
            return
        named = names_goals(block.text) or _PROPOSAL.search(block.text)
        if named and _CHANGES.search(block.text):
            self.leave()
            self.lead, self.year = block, year_of(block.text)
            self.before_lead = len(self.amendments)
            return
        if self._is_under_lead(block):
            self._tell(block, block.text)
            self.lines.add(block.line)
            self.listed.add(block.line)
            return
        if _UNCLEAR.search(block.text):
            self._tell(block, block.text)
            return
        self.leave()

    def _added(self, block: Block) -> list[Amendment]:
        """What is listed under "Två nya mål tillkommer:", each a new one."""
        if self.adds is None or not block.is_item:
            return []
        of_goal = not names_subgoals(self.adds[0])
        place = (block.line, block.page)
        return [Amendment(AmendmentKind.ADD, self.year, None, block.text, *place, of_goal=of_goal)]

    def leave(self) -> None:
        """Leave what a lead announced; where nothing of it was read, say so."""
        if self.lead is not None and len(self.amendments) == self.before_lead:
            self._tell(self.lead, self.lead.text)
        self.lead = None

    def _tell(self, block: Block, text: str) -> None:
        told = Doubt("doubt-amendment-unclear", block.line, {"text": text[:160]})
        if not any(each.key == told.key and each.line == told.line for each in self.doubts):
            self.doubts.append(told)

    def _before_and_after(self, block: Block) -> list[Amendment]:
        """Take "Delmål 3", "Nuvarande lydelse: …", "Ny lydelse: …", in one block or several."""
        stated = _BEFORE_AND_AFTER.fullmatch(block.text)
        if block.marker is not None and block.marker.style in LABELS:
            code = block.marker.code
            self.target = (code, block.line) if stated is not None and code else None
        if stated is None or self.target is None or not block.text:
            return []
        self.lines |= {self.target[1], block.line}
        new = (stated["new"] or "").strip(' "\u201d\u201c\u201e\u00bb\u00ab')
        if not new:
            return []
        (target, _), self.target = self.target, None
        place = (block.line, block.page)
        return [Amendment(AmendmentKind.REWORD, self.year, target, new, *place)]

    def take_wordings(self, block: Block) -> None:
        """Take what the rest of the paper says of the changes: each wording before and after."""
        found = self._before_and_after(block)
        marker = block.marker
        if marker is not None and marker.style in LABELS and marker.name == _NEW_ONE:
            found = list(self._found(block)) if block.text else []
        if not found:
            return
        self.lines.add(block.line)
        self.amendments += found
        named = [f"mål {each.target} " if each.target else _NEW_ONE for each in found]
        self.doubts = [
            each
            for each in self.doubts
            if not any(name in str(each.arguments["text"]) for name in named)
        ]

    def _found(self, block: Block) -> Iterator[Amendment]:
        """The amendments of every clause; one that says more than was read in it is told."""
        for clause in clauses(_with_label(block, under_lead=self.lead is not None)):
            found = list(amendments_in(clause.text))
            if not found and clause.names_change:
                self._tell(block, clause.text)
            for each in found:
                year = year_of(clause.text) if each.kind is AmendmentKind.REMOVE else None
                yield Amendment(
                    each.kind,
                    year or self.year,
                    each.target,
                    each.text,
                    block.line,
                    block.page,
                    each.replaced,
                    each.of_goal,
                )

    def _is_under_lead(self, block: Block) -> bool:
        lead = self.lead
        if lead is None or block.marker is None:
            return False
        return lead.marker is None or lead.marker.style is not block.marker.style
