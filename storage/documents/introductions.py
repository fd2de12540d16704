"""What a line or a heading says about the list under it: are they goals, whose, of which year?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from goals.goal import Period
from storage.documents.blocks import Block
from storage.documents.bodies import owners_in


class Listed(StrEnum):
    """What an introduction says that its list holds."""

    GOALS = "goals"
    SUBGOALS = "subgoals"
    BOTH = "both"
    OTHER = "other"
    """Goals are spoken of, but what is listed is something else."""


@dataclass(frozen=True, slots=True)
class Introduction:
    """What stands before a list and says what it holds."""

    listed: Listed
    line: int
    text: str
    year: int | None = None
    period: Period | None = None
    owners: tuple[str, ...] = ()
    """The bodies whose goals they are said to be."""

    @property
    def is_bare(self) -> bool:
        """Whether it says neither whose nor when: "Mål:"."""
        said = self.year or self.period or self.owners or _WHOSE.search(self.text)
        return self.listed is not Listed.SUBGOALS and not said


DASH = "[-\u2010-\u2014]"
_GOAL = (
    r"\b(?:nämnds?|resultat|inriktnings|effekt|verksamhets|utvecklings|huvud|fokus|kvalitets"
    r"|hållbarhets|kommun)?mål(?:en|ens)?\b"
)
_SUBGOAL = r"\b(?:del|etapp|års)mål(?:en|ens)?\b"
_SPAN = rf"\b((?:19|20)\d\d)\s*(?:{DASH}|till(?: och med)?|t\.?\s?o\.?\s?m\.?)\s*((?:19|20)\d\d)\b"
_SPAN_SHORT = rf"\b((?:19|20)\d\d){DASH}(\d\d)\b(?!{DASH}\d)"
_YEAR = re.compile(r"(?<![\d/:\-])((?:19|20)\d\d)(?!\d|[/:\-]\d)")
_REFERENCE = re.compile(r"\([^()]*(?:\d{4}-\d{2}|§|/|:)[^()]*\)|\b\d{4}-\d{2}-\d{2}\b")
_BOTH = re.compile(
    r"mål(?:en)?(?:,? (?:för )?\d{4}\s*.\s*\d{4})?,? (?:och|samt|med|&) (?:\w+ ){0,2}?"
    r"(?:del|etapp|års)mål",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    rf"(?:[\w\-]+ (?:[\w\-]+ ){{0,3}})?(?:{_GOAL}|{_SUBGOAL})"
    rf"(?: (?:och|samt) (?:{_GOAL}|{_SUBGOAL}))?"
    rf"(?:,? (?:för |under |år |åren )*\d{{4}}(?:\s*{DASH}\s*\d{{2,4}})?)?:?",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:arbetet med|arbetar|arbetssätt\w*|arbetsgång|steg|metod\w*|modell\w*|så här|hur|varför"
    r"|uppfölj\w*|följs upp|följa upp|mät\w*|mått\w*|indikator\w*|nyckeltal|skala\w*|betyder"
    r"|betydelse|bedöm\w*|färg\w*|teckenförklaring|förklaring\w*|definition\w*|begrepp\w*"
    r"|kännetecken|kriteri\w*|krav|exempel|exempelvis|måluppfyllelse\w*|målgrupp\w*|målstyrning"
    r"|(?:upp)?nå|(?:upp)?nås|uppnådda|utgår|utgått|borttagna|tas bort|stryks|avslås"
    r"|ersätts|tidigare|ändring\w*|korrigering\w*|aktivitet\w*|åtgärd\w*|insats\w*|uppdrag\w*"
    r"|strategi\w*|risk\w*|synpunkt\w*|fråg\w*|yrkand\w*|ansvar\w*|roll\w*|dokument|bilag\w*"
    r"|mål och budget|mål med|mål för (?:projekt|plan|program|utbildning)\w*|rättsmål\w*"
    r"|(?:projekt|plan|program|policy|strategi|bolag|lag|förening|klubb|match|serie)\w*s mål)\b",
    re.IGNORECASE,
)
_FOLLOWING_OTHER = re.compile(
    r"\bföljande (?!(?:\w+ ){0,3}(?:\w*mål)|för\b|år\b|är\b|\d)\w+", re.IGNORECASE
)
_POINTS_ON = re.compile(r"(?::|\b(?:är|följande|nedan|att gälla))$")
_COUNTED = re.compile(
    r"\b(?:två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|följande|nedanstående)\b", re.IGNORECASE
)
_WHOSE = re.compile(r"(?:nämnd|styrelse|verksamhet|kommun|förvaltning)\w*", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])")
_LONGEST = 300
_LONGEST_SENTENCE = 160
_MOST_WORDS = 14
_LONGEST_SPAN = 15

_SUBGOALS = re.compile(_SUBGOAL, re.IGNORECASE)
_GOALS = re.compile(rf"{_GOAL}|{_SUBGOAL}", re.IGNORECASE)


def names_subgoals(text: str) -> bool:
    """Whether a text speaks of sub-goals."""
    return _SUBGOALS.search(text) is not None


def names_goals(text: str) -> bool:
    """Whether a text speaks of goals or sub-goals."""
    return _GOALS.search(text) is not None


def is_whole_heading(text: str) -> bool:
    """Whether a text is nothing but a heading of a list: "Delmål 2025"."""
    return not text[:1].islower() and _WHOLE.fullmatch(text) is not None


def introduction(block: Block) -> Introduction | None:
    """What a paragraph or an item says of the list after it; None where it speaks of no goals."""
    text = _SENTENCE.split(block.text[-2 * _LONGEST :])[-1].strip()
    if len(text) > _LONGEST or not names_goals(text):
        return None
    listed = _listed(text)
    if listed is not Listed.OTHER and not _introduces(text, block):
        return None
    word = _SUBGOAL if listed is Listed.SUBGOALS else _GOAL
    return Introduction(
        listed,
        block.line,
        text,
        year_of(text, after=word),
        next(iter(periods_in(text)), None),
        tuple(owners_in(text, word)),
    )


def year_of(text: str, *, after: str = _GOAL) -> int | None:
    """The year a heading is for: the first after the word, else the first of all."""
    plain = _without_periods(_REFERENCE.sub(" ", text))
    word = re.search(after, plain, re.IGNORECASE)
    years = _YEAR.findall(plain[word.end() :]) if word else []
    years = years or _YEAR.findall(plain)
    return int(years[0]) if years else None


def years_in(text: str) -> list[int]:
    """The single years of a text: those of periods, dates and numbers of matters left out."""
    return [int(year) for year in _YEAR.findall(_without_periods(_REFERENCE.sub(" ", text)))]


def periods_in(text: str) -> list[Period]:
    """The spans of years: 2024-2026, 2024–26, 2024 till 2026."""
    spans = []
    for pattern in (_SPAN, _SPAN_SHORT):
        for found in re.finditer(pattern, text, re.IGNORECASE):
            first, last = found.groups()
            period = Period(int(first), int(last if len(last) == len(first) else first[:2] + last))
            if 0 < period.last - period.first <= _LONGEST_SPAN:
                spans.append(period)
    return spans


def stated_periods(text: str) -> tuple[list[Period], list[Period]]:
    """The periods that stand beside goals, and those of the mandate (mandatperioden)."""
    of_goals: list[Period] = []
    of_mandate: list[Period] = []
    for found in re.finditer(rf"{_SPAN}|{_SPAN_SHORT}", text, re.IGNORECASE):
        before = text[max(0, found.start() - 70) : found.start()]
        period = next(iter(periods_in(found[0])), None)
        if period is None:
            continue
        if re.search(r"mandatperiod\w*\W*(?:\w+\W+)?$", before, re.IGNORECASE):
            of_mandate.append(period)
        elif re.search(rf"(?:{_GOAL})[^.;:]{{0,40}}$", before, re.IGNORECASE):
            of_goals.append(period)
    return of_goals, of_mandate


def _listed(text: str) -> Listed:
    if _OTHER.search(text) or _FOLLOWING_OTHER.search(text):
        return Listed.OTHER
    if _BOTH.search(text):
        return Listed.BOTH
    return Listed.SUBGOALS if names_subgoals(text) else Listed.GOALS


def _introduces(text: str, block: Block) -> bool:
    """Whether it points at a list: a heading, a line with a colon, a sentence that counts them."""
    if _POINTS_ON.search(text):
        return True
    if block.is_item:
        return is_whole_heading(text)
    if block.is_short:
        return block.text == text and len(text.split()) <= _MOST_WORDS
    return len(text) <= _LONGEST_SENTENCE and bool(_COUNTED.search(text))


def _without_periods(text: str) -> str:
    return re.sub(f"{_SPAN}|{_SPAN_SHORT}", " ", text, flags=re.IGNORECASE)
