"""A municipal paper as text becomes a goal document: what it states, and what is doubtful."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from goals.document import Doubt, GoalDocument
from goals.goal import Period
from storage.documents.blocks import Block, read_blocks
from storage.documents.bodies import CODES, body_key, choose_body, municipality_in
from storage.documents.decision_facts import (
    DecisionFacts,
    is_committee,
    read_decision,
    read_officer,
    read_recipients,
)
from storage.documents.goal_lists import FoundGoals, find_goals
from storage.documents.header_facts import HeaderFacts, header_of, read_header
from storage.documents.goal_words import (
    names_goals,
    periods_in,
    stated_periods,
    years_in,
)
from storage.documents.outline import read_outline
from storage.documents.page_furniture import without_furniture
from storage.documents.stated_goals import Background, StatedGoals, settle_goals
from storage.documents.tables import with_text_tables
from storage.documents.text_lines import Line, read_lines

_TITLE_WEIGHT = 40
_TO_WEIGHT = 25
_LIST_WEIGHT = 15
_HEADER_WEIGHT = 8
_LETTERS_OF_DNR = re.compile(r"([A-ZÅÄÖ]{2,6})[ /\-]?\d")
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
    kept, page_doubts = without_furniture(lines)
    blocks = read_blocks(with_text_tables(kept))
    lists = find_goals(read_outline(blocks))
    header = read_header(blocks)
    decision = read_decision(blocks, lists.claimed, by_committee=_is_of_committee(blocks, header))
    body, rival = choose_body(_weighed(blocks, header, lists))
    stated = settle_goals(lists, _background(blocks, header, decision, body))
    municipality = municipality_in(_joined(blocks))
    if not (body or (municipality and (stated.subgoals or stated.period))) or not (
        stated.goals or stated.subgoals
    ):
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
        subgoals=tuple(stated.subgoals),
        decision_points=decision.points,
        recipients=recipients,
        officer=read_officer(blocks),
        dnr=header.dnr,
        date=header.day,
        paragraph=header.paragraph,
        decided=decision.decided or _adopted(header),
        doubts=_in_order(
            *doubts,
            *page_doubts,
            *stated.doubts,
            *decision.doubts,
            *recipient_doubts,
            *period_doubts,
            *code_doubts,
            *_body_doubts(body, rival),
            *_year_doubts(header, stated, years),
            *_missing(header),
        ),
    )


def _is_of_committee(blocks: Sequence[Block], header: HeaderFacts) -> bool:
    """Whether the paper is of a working committee's meeting."""
    heads = [header.paragraph or "", *(block.text for block in header_of(blocks))]
    return any(is_committee(text) for text in heads)


def _joined(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        yield block.text
        if block.heading:
            yield block.heading


def _weighed(
    blocks: Sequence[Block], header: HeaderFacts, lists: FoundGoals
) -> Iterator[tuple[str, int]]:
    """Where bodies are named, and how much it says about whose paper it is."""
    if header.title_text:
        yield header.title_text, _TITLE_WEIGHT
    for block in header_of(blocks):
        to = block.text.startswith("Till ")
        yield block.text, _TO_WEIGHT if to else _HEADER_WEIGHT if block.is_short else 1
    for introduced in lists.introductions:
        yield from ((owner, _LIST_WEIGHT) for owner in introduced.owners)
    for block in blocks:
        yield block.text, 1
        if block.heading:
            yield block.heading, _HEADER_WEIGHT


def _background(
    blocks: Sequence[Block], header: HeaderFacts, decision: DecisionFacts, body: str | None
) -> Background:
    years = header.years or _decision_years(decision)
    return Background(
        body,
        max(years, default=None),
        len(set(years)) == 1 and (decision.decided or _adopted(header)),
    )


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
    return who is not None and choose_body([(who, 1)])[0] is not None and "utskott" not in who


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
    """The customary abbreviation, else the paper's own, else the letters of the diary number."""
    if body is None:
        return None, []
    if (code := CODES.get(body_key(body))) is not None:
        return code, []
    for text in _joined(blocks):
        at = text.casefold().find(body.casefold())
        own = _ABBREVIATED.match(text, at + len(body)) if at >= 0 else None
        if own is not None:
            return own[1], []
    letters = _LETTERS_OF_DNR.match(dnr or "")
    if letters is None or letters[1] in CODES.values():
        return None, [Doubt("doubt-missing-body-code", None, {"body": body})]
    return letters[1], [Doubt("doubt-body-code", None, {"body": body, "code": letters[1]})]


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
