"""A municipal paper as text becomes a goal document: what it states, and what is doubtful."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from goals.document import Amendment, Doubt, GoalDocument
from goals.goal import Period
from storage.documents.amended.lists import (
    AfterDecision,
    after_decision,
    by_level,
    goals_after_decision,
    replaced_lists,
    superseded_lists,
    with_amended_list,
    with_goals_amended,
)
from storage.documents.amended.points import ReadAmendments, read_amendments, with_stated_decision
from storage.documents.facts.bodies import (
    CODES,
    COUNCIL,
    bodies_in,
    body_key,
    choose_body,
    companies_in,
    is_body,
    municipality_in,
)
from storage.documents.facts.decision import (
    DecisionFacts,
    is_committee,
    read_decision,
    read_officer,
    read_recipients,
)
from storage.documents.facts.header import HeaderFacts, header_of, read_header
from storage.documents.facts.minutes import parts_of
from storage.documents.facts.rivals import rival_proposals
from storage.documents.goal_words import (
    names_goals,
    periods_in,
    stated_periods,
    years_in,
)
from storage.documents.goals.introductions import without_what_it_serves
from storage.documents.goals.lists import FoundGoals, Kind, find_goals
from storage.documents.goals.stated import Background, StatedGoals, settle_goals
from storage.documents.outline.blocks import Block, read_blocks
from storage.documents.outline.drawn_tables import with_text_tables
from storage.documents.outline.layout import with_layout
from storage.documents.outline.numbered_headings import with_numbered_headings
from storage.documents.outline.page_furniture import without_furniture
from storage.documents.outline.run_in_lists import with_run_in_lists
from storage.documents.outline.sections import Section
from storage.documents.outline.tree import read_outline
from storage.documents.text_lines import Line, read_lines

_TITLE_WEIGHT = 40
_TO_WEIGHT = 25
_LIST_WEIGHT = 15
_HEADER_WEIGHT = 8
_ALONE_WEIGHT = 20
"""More than a list of some other body's goals."""
_TITLE_COUNTS = 5
_LETTERS_OF_DNR = re.compile(r"([A-ZÅÄÖ]{2,6})[ /\-]?\d")
_THE_BODY = re.compile(r"(?i:nämnden|styrelsen|fullmäktige)\b|(?!\w*AU\b)[A-ZÅÄÖ]{2,5}$")
_WIDE = re.compile(r"\s{2,}")
_APART = " | "
_COUNCIL_DECIDES = re.compile(
    r"Kommunfullmäktige (?:antar|fastställer|beslutar|godkänner)\b", re.IGNORECASE
)
_OF_OTHERS = re.compile(
    r"(?:(?:anvisning|instruktion|riktlinje|mall|handledning|vägledning)(?:ar|er|en)?\b"
    r"|yttrande (?:över|angående|avseende|om|i mål)|remiss|(?:våra )?(?:önskemål|synpunkter)\b"
    r"|(?:svar på|besvarande av) (?:remiss|motion|medborgarförslag|interpellation|fråga)"
    r"|motionssvar)",
    re.IGNORECASE,
)
_ADOPTS = re.compile(
    r"\b(?:anta(?:r|s)?|fastställ(?:a|er|s)|godkänn(?:a|er|s)|besluta(?:r|de|s)?|föreslå(?:r|s)?"
    r"|ställ\w+ sig bakom|bifall(?:a|er|s)|komplettera[rs]?|lägg(?:a|er|s) till|är|ska|gäller)\b",
    re.IGNORECASE,
)
_ABBREVIATED = re.compile(r"\s\(([A-ZÅÄÖ]{2,6})\)")


def read_text(name: str, content: bytes) -> GoalDocument:
    """Read a goal document that is plain text.

    Raises DocumentTooLargeError or DocumentUnreadableError.
    """
    lines, doubts = read_lines(content, name=name)
    return read_paper(name, sha256(content).hexdigest(), lines, doubts)


def read_paper(
    name: str, digest: str, lines: Sequence[Line], doubts: Sequence[Doubt] = ()
) -> GoalDocument:
    """Read a paper whose lines have been taken out of whatever file it was."""
    feet = [line.text for line in lines if line.foot]
    kept, page_doubts = without_furniture([line for line in lines if not line.foot])
    read = with_numbered_headings(with_layout(with_text_tables(kept)))
    paper, paragraph_doubts = _own_paragraph(read, feet)
    blocks, lists, header, decision = paper.blocks, paper.lists, paper.header, paper.decision
    body, rival = choose_body(_weighed(blocks, header, lists, feet))
    by_council = _is_councils_own(header) or (decision.decided and _council_decides(blocks))
    if by_council and not companies_in(body or ""):
        body, rival = "Kommunfullmäktige", None
    replaced = replaced_lists(lists)
    changes = paper.amendments.carried_out() if replaced else paper.amendments
    background = _background(paper, body, replaced)
    stated = settle_goals(lists, background)
    decided = decision.decided or _adopted(header)
    after = _after(changes.amendments, stated, background.year, decided=decided)
    stated.subgoals = list(after.subgoals)
    municipality = municipality_in((*_pieces(blocks), *feet))
    if not _is_goal_document(paper, body, municipality, stated, after):
        return GoalDocument(name, digest, is_goal_document=False, doubts=tuple(doubts))
    code, code_doubts = _body_code(body, header.dnr, blocks)
    period, period_doubts = _period(blocks, header, stated, decision)
    recipients, recipient_doubts = read_recipients(blocks)
    years = _years(header, decision, stated)
    return GoalDocument(
        name,
        digest,
        is_goal_document=True,
        title=header.title_text,
        municipality=municipality,
        body=body,
        body_code=code,
        years=years,
        goal_period=period,
        goals=tuple(stated.goals),
        subgoals=after.subgoals,
        decision_points=decision.points,
        recipients=recipients,
        officer=read_officer(blocks),
        dnr=header.dnr,
        date=header.day,
        paragraph=header.paragraph,
        decided=decided,
        amendments=after.left,
        doubts=_in_order(
            *doubts,
            *page_doubts,
            *paragraph_doubts,
            *stated.doubts,
            *after.doubts,
            *changes.doubts,
            *decision.doubts,
            *recipient_doubts,
            *period_doubts,
            *code_doubts,
            *_body_doubts(body, rival),
            *_year_doubts(header, stated, years),
            *_missing(header),
        ),
    )


def _after(
    amendments: Sequence[Amendment], stated: StatedGoals, year: int | None, *, decided: bool
) -> AfterDecision:
    """What the decision makes of the goals and the sub-goals; `stated` has the goals after it."""
    of_goals, of_subgoals = by_level(stated, amendments) if decided else ((), amendments)
    after = after_decision(stated.subgoals, of_subgoals, decided=decided, year=year)
    if of_goals:
        return with_goals_amended(stated, after, of_goals)
    if decided and after.left and not after.subgoals:
        return goals_after_decision(stated, after)
    return after


@dataclass(frozen=True, slots=True)
class _Paper:
    """One paper, or one § of minutes, taken apart."""

    blocks: Sequence[Block]
    header: HeaderFacts
    amendments: ReadAmendments
    lists: FoundGoals
    decision: DecisionFacts

    @property
    def weight(self) -> int:
        """How much it says of goals; 0 where it states none and changes none."""
        if self.is_of_others:
            return 0
        states = len(self.lists.found) + len(self.amendments.amendments)
        return states and states + _TITLE_COUNTS * (self.header.title is not None)

    @property
    def is_of_others(self) -> bool:
        """Whether it answers somebody else, or says how goals are to be written."""
        return _OF_OTHERS.match(self.header.title_text or "") is not None


def _taken_apart(lines: Sequence[Line], feet: Sequence[str]) -> _Paper:
    blocks = with_stated_decision(with_run_in_lists(read_blocks(lines)))
    header = read_header(blocks, feet)
    decides = any(block.section is Section.DECISION for block in blocks)
    amendments = read_amendments(blocks, Section.DECISION if decides else Section.PROPOSAL)
    heads = {block.line for block in header_of(blocks) if block.rows}
    if decides and amendments.amendments:
        blocks = with_amended_list(blocks)
    rivals, rival_doubts = rival_proposals(blocks)
    apart = amendments.lines | heads | rivals
    lists = find_goals(read_outline([each for each in blocks if each.line not in apart]))
    lists.doubts += rival_doubts
    decision = read_decision(
        blocks,
        lists.claimed | amendments.listed,
        by_committee=_is_of_committee(blocks, header),
    )
    return _Paper(blocks, header, amendments, lists, decision)


def _own_paragraph(lines: Sequence[Line], feet: Sequence[str]) -> tuple[_Paper, list[Doubt]]:
    """The paper; of the minutes of a meeting the § that is about goals."""
    preamble, paragraphs = parts_of(lines)
    papers = [_taken_apart((*preamble, *each.lines), feet) for each in paragraphs]
    weights = [paper.weight for paper in papers]
    if not any(weights):
        return _taken_apart(lines, feet), []
    best = weights.index(max(weights))
    own = best
    if paragraphs[best].is_appendix:
        named = [at for at, paper in enumerate(papers[:best]) if paper.header.title is not None]
        own = named[-1] if named else best
    number = paragraphs[own].number
    first = paragraphs[own].lines[0].number
    doubts = [Doubt("doubt-one-paragraph", first, {"paragraph": number})]
    doubts += [
        Doubt("doubt-other-paragraph", each.lines[0].number, {"paragraph": each.number})
        for at, (each, weight) in enumerate(zip(paragraphs, weights, strict=True))
        if weight and at not in {own, best}
    ]
    if own == best:
        return papers[best], doubts
    joined = (*preamble, *paragraphs[own].lines, *paragraphs[best].lines)
    return _taken_apart(joined, feet), doubts


def _is_goal_document(
    paper: _Paper,
    body: str | None,
    municipality: str | None,
    stated: StatedGoals,
    after: AfterDecision,
) -> bool:
    """Whether it states goals or changes them, and says whose they are and that they are such."""
    whose = body or (municipality and (stated.subgoals or stated.period))
    if paper.is_of_others or not whose or not (stated.goals or stated.subgoals or after.left):
        return False
    said = [each for each in paper.lists.introductions if not each.is_bare]
    named = paper.header.title is not None or any(map(names_goals, paper.decision.points))
    labelled = any(each.code for each in paper.lists.found) or paper.lists.labels > 1
    return bool(said or named or labelled or after.left)


def _is_of_committee(blocks: Sequence[Block], header: HeaderFacts) -> bool:
    """Whether the paper is of a working committee's meeting."""
    heads = [header.paragraph or "", *_parts(header_of(blocks))]
    return any(is_committee(text) for text in heads)


def _is_councils_own(header: HeaderFacts) -> bool:
    """Whether the council has adopted a paper that names no other body in its title."""
    adopted = [body_key(name).removesuffix("s") for name in bodies_in(header.adopted_by or "")]
    titled = bodies_in(header.title_text or "")
    return COUNCIL in adopted and all(body_key(name) == COUNCIL for name in titled)


def _council_decides(blocks: Sequence[Block]) -> bool:
    """Whether the decision begins with the council: "Kommunfullmäktige antar …"."""
    decision = (each for each in blocks if each.section is Section.DECISION and not each.opens)
    first = next(decision, None)
    return first is not None and _COUNCIL_DECIDES.match(first.text) is not None


def _joined(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        yield block.text
        if block.heading:
            yield block.heading


def _parts(blocks: Sequence[Block]) -> Iterator[str]:
    """What stands by itself on the lines of the blocks."""
    yield from (block.text for block in blocks)
    yield from (part for block in blocks for line in block.lines for part in _WIDE.split(line))


def _pieces(blocks: Sequence[Block]) -> Iterator[str]:
    """The texts, their wide gaps kept apart: the words on both sides of one are no name."""
    for block in blocks:
        parted = any(_WIDE.search(line) for line in block.lines)
        yield from (_WIDE.sub(_APART, line) for line in block.lines) if parted else (block.text,)
        if block.heading:
            yield block.heading


def _weighed(
    blocks: Sequence[Block], header: HeaderFacts, lists: FoundGoals, feet: Sequence[str]
) -> Iterator[tuple[str, int]]:
    """Where bodies are named, and how much it says about whose paper it is."""
    if header.title_text:
        yield without_what_it_serves(header.title_text), _TITLE_WEIGHT
    yield from ((foot, _HEADER_WEIGHT) for foot in feet)
    for block in header_of(blocks):
        to = block.text.startswith("Till ")
        weight = _TO_WEIGHT if to else _HEADER_WEIGHT if block.is_short else 1
        weight = _ALONE_WEIGHT if is_body(block.text) is not None else weight
        yield without_what_it_serves(block.text), weight
    for introduced in lists.introductions:
        yield from ((owner, _LIST_WEIGHT) for owner in introduced.owners)
    for block in blocks:
        yield block.text, 1
        if block.heading:
            yield block.heading, _HEADER_WEIGHT


def _background(
    paper: _Paper, body: str | None, replaced: frozenset[tuple[Kind, int]]
) -> Background:
    years = paper.header.years or _decision_years(paper.decision)
    decided = paper.decision.decided or _adopted(paper.header)
    amendments = paper.amendments.amendments
    return Background(
        body,
        max(years, default=None),
        len(set(years)) == 1 and decided,
        frozenset(years),
        paper.header.day,
        replaced | (superseded_lists(paper.lists.found, amendments) if decided else frozenset()),
        paper.header.title_text or "",
        paper.header.title.line if paper.header.title else None,
        tuple(filter(_adopts_goals, paper.decision.points)),
    )


def _adopts_goals(point: str) -> bool:
    """Whether a point of a decision says which goals are to hold."""
    return names_goals(point) and _ADOPTS.search(point) is not None


def _decision_years(decision: DecisionFacts) -> list[int]:
    """The years of the points that are about goals, not of those about following up."""
    return [
        year
        for point in decision.points
        if names_goals(point) and len(set(years_in(point))) == 1
        for year in years_in(point)
    ]


def _years(header: HeaderFacts, decision: DecisionFacts, stated: StatedGoals) -> tuple[int, ...]:
    own = header.years or _decision_years(decision)
    return tuple(sorted({*own, *(subgoal.year for subgoal in stated.subgoals)}))


def _adopted(header: HeaderFacts) -> bool:
    """Whether the head of the paper says that a body has adopted it."""
    who = header.adopted_by
    if header.is_adopted:
        return True
    if who is None or "utskott" in who:
        return False
    return choose_body([(who, 1)])[0] is not None or _THE_BODY.match(who) is not None


@dataclass(frozen=True, slots=True)
class _Periods:
    """The periods found, the surest first."""

    of_goals: list[Period]
    of_mandate: list[Period]


def _periods(
    blocks: Sequence[Block], header: HeaderFacts, stated: StatedGoals, decision: DecisionFacts
) -> _Periods:
    of_goals = [stated.period] if stated.period else []
    of_mandate: list[Period] = []
    for text in (*decision.points, header.title_text or "", *_joined(blocks)):
        goals, mandate = stated_periods(text)
        of_goals += goals
        of_mandate += mandate
    if header.title_text:
        of_goals += periods_in(header.title_text)
    # A list headed "Mål för mandatperioden 2023–2026" names the mandate, nothing else.
    mandate_only = set(of_mandate) - set(of_goals[bool(stated.period) :])
    return _Periods([each for each in of_goals if each not in mandate_only], of_mandate)


def _period(
    blocks: Sequence[Block], header: HeaderFacts, stated: StatedGoals, decision: DecisionFacts
) -> tuple[Period | None, list[Doubt]]:
    found = _periods(blocks, header, stated, decision)
    mandate = found.of_mandate[0] if found.of_mandate else None
    if found.of_goals:
        period = found.of_goals[0]
        if mandate is not None and mandate != period:
            arguments: dict[str, str | int] = {"period": str(period), "mandate": str(mandate)}
            return period, [Doubt("doubt-mandate-period", None, arguments)]
        return period, []
    if not stated.goals:
        return None, []
    if mandate is not None:
        return mandate, [Doubt("doubt-mandate-period-only", None, {"mandate": str(mandate)})]
    if stated.only_year is not None:
        return Period(stated.only_year, stated.only_year), []
    return None, [Doubt("doubt-missing-period")]


def _body_code(
    body: str | None, dnr: str | None, blocks: Sequence[Block]
) -> tuple[str | None, list[Doubt]]:
    """The customary abbreviation, else the paper's own, else the letters of the diary number.

    Where the diary number has letters of the body's name that abbreviate no other, it is they.
    """
    if body is None:
        return None, []
    if (code := CODES.get(body_key(body))) is not None:
        own = _LETTERS_OF_DNR.match(dnr or "")
        return (own[1] if own and _abbreviates(own[1], body) else code), []
    for text in _joined(blocks):
        at = text.casefold().find(body.casefold())
        own = _ABBREVIATED.match(text, at + len(body)) if at >= 0 else None
        if own is not None:
            return own[1], []
    letters = _LETTERS_OF_DNR.match(dnr or "")
    if letters is None or letters[1] in CODES.values():
        return None, [Doubt("doubt-missing-body-code", None, {"body": body})]
    return letters[1], [Doubt("doubt-body-code", None, {"body": body, "code": letters[1]})]


def _abbreviates(code: str, body: str) -> bool:
    """Whether it is made of a body's letters, in their order, and is no other body's."""
    letters = iter(body.casefold())
    own = code[0].casefold() == body[0].casefold() and all(
        letter in letters for letter in code.casefold()
    )
    return own and code.endswith("N") and code not in CODES.values()


def _body_doubts(body: str | None, rival: str | None) -> Iterator[Doubt]:
    if body is None:
        yield Doubt("doubt-missing-body")
    elif rival is not None:
        yield Doubt("doubt-two-bodies", None, {"body": body, "other": rival})


def _year_doubts(
    header: HeaderFacts, stated: StatedGoals, years: tuple[int, ...]
) -> Iterator[Doubt]:
    have = {subgoal.year for subgoal in stated.subgoals}
    for year in years:
        if year not in have:
            line = header.title.line if header.title and year in header.years else None
            yield Doubt("doubt-no-subgoals-for-year", line, {"year": year})
    if not years:
        yield Doubt("doubt-missing-year")


def _missing(header: HeaderFacts) -> Iterator[Doubt]:
    if header.dnr is None:
        yield Doubt("doubt-missing-dnr")
    if header.other_dnr is not None and header.dnr is not None:
        yield Doubt("doubt-two-dnr", None, {"dnr": header.dnr, "other": header.other_dnr})
    if header.day is None:
        yield Doubt("doubt-missing-date")
    if header.paragraph is None:
        yield Doubt("doubt-missing-paragraph")


def _in_order(*doubts: Doubt) -> tuple[Doubt, ...]:
    """By their place in the source; what concerns all of it last."""
    different = {(each.key, each.line, *each.arguments.items()): each for each in doubts}
    return tuple(sorted(different.values(), key=lambda each: (each.line is None, each.line or 0)))
