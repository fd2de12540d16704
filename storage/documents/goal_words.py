"""The words that papers use for goals, and the years and periods that stand beside them."""

from __future__ import annotations

import re

from goals.goal import Period

DASH = "[-\u2010-\u2014]"
OTHER_MAL = (
    r"(?:ända|före|spörs|dröjs|moders|hems|språk|lands|tungo|slags|mellan|själv|gifter|fråge"
    r"|brott|tviste|rätts|skilje|familje|vårdnads|käro|res|rese|turist|besöks|utflykts|å)mål"
)
"""Words that end as goals do and are none: errands, languages, meals, cases in court, places."""
GOAL = (
    rf"\b(?:(?!(?:del|etapp|års)mål|{OTHER_MAL})[a-zåäö]*mål(?:en|ens)?"
    r"|målsättning(?:en|ar|arna)?)\b"
)
"""Any other word that ends so; "delmål" is a sub-goal."""
SUBGOAL = r"\b(?:del|etapp|års)mål(?:en|ens)?\b"
LOWER = frozenset({"resultat", "effekt", "prestations", "enhets"})
"""Kinds of goals that lie under others where a paper has both: resultatmål under inriktningsmål."""
_LOWER_NAMED = re.compile(rf"\b(?:{'|'.join(sorted(LOWER))})mål(?:en)?\b", re.IGNORECASE)
_HIGHER_NAMED = re.compile(
    r"\b(?:inriktnings|visions|huvud)mål(?:en)?\b"
    r"|\b(?:strategiska|övergripande|långsiktiga) (?:\w+)?mål(?:en)?\b",
    re.IGNORECASE,
)
_SPAN = (
    rf"\b((?:19|20)\d\d)\s*(?:{DASH}|(?:och )?till(?: och med)?"
    rf"|t\.?\s?o\.?\s?m\.?)\s*((?:19|20)\d\d)\b"
)
_SPAN_SHORT = rf"\b((?:19|20)\d\d){DASH}(\d\d)\b(?!{DASH}\d)"
_WITH_PLAN = (
    r"\b((?:19|20)\d\d),? (?:med|och|samt) (?:flerårs)?plan(?: för)?(?: åren)? (?:19|20)\d\d"
    rf"\s*{DASH}\s*((?:19|20)\d\d)\b"
)
"""The year of a budget and those after it that are planned for are one span."""
_PAIR = re.compile(r"(?<!, )\b((?:19|20)\d\d) och ((?:19|20)\d\d)\b")
_YEAR = re.compile(r"(?<![\d/:\-])((?:19|20)\d\d)(?!\d|[/:\-]\d)")
_REFERENCE = re.compile(
    r"\([^()]*(?:\d{4}-\d{2}|§|/|:)[^()]*\)|\b\d{4}-\d{2}-\d{2}\b"
    r"|\b\d{1,2} (?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november"
    r"|december) \d{4}\b"
)
_WHOLE = re.compile(
    rf"(?:[\w\-]+,? ){{0,5}}?(?:{GOAL}|{SUBGOAL})"
    rf"(?:,? (?:{GOAL}|{SUBGOAL}|\d{{4}}(?:\s*{DASH}\s*\d{{2,4}})?|för|under|år|åren|och|samt|med"
    r"|i|inom|mandatperioden|perioden|tillhörande|respektive|nämnden|kommunstyrelsen|[\w\-]+nämnden"
    r"|särskilt|fokus|året|verksamheten|verksamhetsåret|planperioden))*:?",
    re.IGNORECASE,
)
_BY = re.compile(
    r"(?:^|\b(?:under|senast|år|till|till och med|vid utgången av|i slutet av|före) )"
    r"(?P<year>(?:19|20)\d\d)(?![\d/\-])",
    re.IGNORECASE,
)
_LONGEST_SPAN = 15

ASSESSMENT = (
    r"(?:(?:helt|delvis|ej|inte|är|blev|målet|bedöms) )*"
    r"(?:uppfyll(?:s|t|d|da|ts|des)|(?:upp)?nå(?:s|tt|dd|dda|tts|ddes)|infria(?:s|t|d|ts|des))"
    r"(?: (?:helt|delvis|ej|inte))*\.?"
)
"""What is said of how it went with a goal, and nothing else."""
_ASSESSED = re.compile(ASSESSMENT, re.IGNORECASE)
_SUBGOALS = re.compile(SUBGOAL, re.IGNORECASE)
_GOALS = re.compile(rf"{GOAL}|{SUBGOAL}", re.IGNORECASE)
_OTHER_MAL = re.compile(
    r"\blaga(?:t|de) mål\b|\bmål (?:mat|om dagen)\b|\brubricera(?:t|de) mål\b"
    r"|\bmål (?:nr\.? )?[A-ZÅÄÖ]{0,2} ?\d{1,5}-\d\d\b",
    re.IGNORECASE,
)
"""Meals and cases in court, which the same word is for."""


def names_subgoals(text: str) -> bool:
    """Whether a text speaks of sub-goals."""
    return _SUBGOALS.search(text) is not None


def names_goals(text: str) -> bool:
    """Whether a text speaks of goals or sub-goals."""
    return _GOALS.search(_OTHER_MAL.sub("", text)) is not None


def names_goals_above(text: str) -> bool:
    """Whether a text speaks of goals that are no sub-goals."""
    return re.search(GOAL, _OTHER_MAL.sub("", text), re.IGNORECASE) is not None


def is_assessment(text: str) -> bool:
    """Whether a text says how it went with a goal: "Nås delvis"."""
    return _ASSESSED.fullmatch(" ".join(text.split())) is not None


def names_lower(text: str) -> bool:
    """Whether a text names goals of a kind that lies under others: "Resultatmål 2026"."""
    return _LOWER_NAMED.search(text) is not None and _HIGHER_NAMED.search(text) is None


def names_higher(text: str) -> bool:
    """Whether a text names goals that others lie under: "Inriktningsmål"."""
    return _HIGHER_NAMED.search(text) is not None and _LOWER_NAMED.search(text) is None


def is_whole_heading(text: str) -> bool:
    """Whether a text is nothing but a heading of a list: "Delmål 2025"."""
    return not text[:1].islower() and _WHOLE.fullmatch(text) is not None


def year_of(text: str, *, after: str = GOAL) -> int | None:
    """The year a heading is for: the first after the word, else the first of all."""
    plain = _without_periods(_REFERENCE.sub(" ", text))
    word = re.search(after, plain, re.IGNORECASE)
    years = _YEAR.findall(plain[word.end() :]) if word else []
    years = years or _YEAR.findall(plain)
    return int(years[0]) if years else None


def years_in(text: str) -> list[int]:
    """The single years of a text: those of periods, dates and numbers of matters left out."""
    return [int(year) for year in _YEAR.findall(_without_periods(_REFERENCE.sub(" ", text)))]


def own_year(text: str) -> int | None:
    """The year that a sub-goal says itself: "Under 2026 ska …", "… senast 2027"."""
    years = {int(found["year"]) for found in _BY.finditer(_without_periods(text))}
    return years.pop() if len(years) == 1 else None


def periods_in(text: str) -> list[Period]:
    """The spans of years: 2024-2026, 2024–26, 2024 till 2026, 2024 med plan 2025–2026."""
    spans = []
    for pattern in (_WITH_PLAN, _SPAN, _SPAN_SHORT):
        for found in re.finditer(pattern, text, re.IGNORECASE):
            first, last = found.groups()
            period = Period(int(first), int(last if len(last) == len(first) else first[:2] + last))
            if 0 < period.last - period.first <= _LONGEST_SPAN:
                spans.append(period)
    return spans


def pair_in(text: str) -> Period | None:
    """Two years that follow each other: 2026 och 2027."""
    for found in _PAIR.finditer(text):
        first, last = map(int, found.groups())
        if last == first + 1:
            return Period(first, last)
    return None


def stated_periods(text: str) -> tuple[list[Period], list[Period]]:
    """The periods that stand beside goals, and those of the mandate (mandatperioden)."""
    of_goals: list[Period] = []
    of_mandate: list[Period] = []
    for found in re.finditer(rf"{_SPAN}|{_SPAN_SHORT}|{_PAIR.pattern}", text, re.IGNORECASE):
        before = text[max(0, found.start() - 70) : found.start()]
        period = next(iter(periods_in(found[0])), None) or pair_in(found[0])
        if period is None:
            continue
        if re.search(r"mandatperiod\w*\W*(?:\w+\W+)?$", before, re.IGNORECASE):
            of_mandate.append(period)
        elif re.search(rf"(?:{GOAL})(?! och budget)[^.;:]{{0,40}}$", before, re.IGNORECASE):
            of_goals.append(period)
    return of_goals, of_mandate


def _without_periods(text: str) -> str:
    return re.sub(f"{_SPAN}|{_SPAN_SHORT}", " ", text, flags=re.IGNORECASE)
