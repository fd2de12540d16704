"""Years and days in a question: 2025, -25, i år, förra året, 1 mars 2024."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("januari", "january", "jan"),
            ("februari", "february", "feb"),
            ("mars", "march", "mar"),
            ("april", "apr"),
            ("maj", "may"),
            ("juni", "june", "jun"),
            ("juli", "july", "jul"),
            ("augusti", "august", "aug"),
            ("september", "sept", "sep"),
            ("oktober", "october", "okt", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAYS = (
    re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<month_number>\d\d?)-(?P<day>\d\d?)\b"),
    re.compile(
        rf"\b(?P<day>\d\d?)(?::?(?:e|a|st|nd|rd|th))? (?:of )?(?P<month>{_MONTH})[ ,]+(?P<year>(?:19|20)\d\d)\b"
    ),
    re.compile(
        rf"\b(?P<month>{_MONTH}) (?P<day>\d\d?)(?:st|nd|rd|th)?[ ,]+(?P<year>(?:19|20)\d\d)\b"
    ),
    re.compile(r"\b(?P<day>\d\d?)/(?P<month_number>\d\d?)[ -/](?P<year>(?:19|20)\d\d)\b"),
)
_SPAN = re.compile(r"\b((?:19|20)\d\d) ?(?:[-–]|till|to|t\.?o\.?m\.?) ?((?:19|20)?\d\d)\b")
_SHORT_SPAN = re.compile(r"(?<=\bmal |\blen |    )(2\d)[-–]([23]\d)\b(?! ?ar)")
"""Right after the goals: "målen 24-26", "mål KS 24-26" (a body's name is blank)."""
_YEAR = re.compile(
    r"(?:(?<!agenda )|(?=20\d\d-))(?<![\d/:.])((?:19|20|21)\d\d)(?![\d/:]|[.]\d|-?tal)(?::?s)?\b"
)
_SHORT_YEAR = re.compile(
    r"(?:(?<=\s)|^)(?:[-–’'`´]|(?<!\bman )(?<!\bjag )(?<!\bhan )(?<!\bhon )(?<!\bsom )(?<!\bde )"
    r"(?<!\bdu )ar |years? )"
    r"([0-4]\d)\b(?!\s*(?:%|procent|percent|ar\b))"
    r"|(?:(?<=\s)|^)(2\d)(?=: )"
)
"""Folded, "är" is "ar": who is 16 ("när man är 16", "hon är 90") names no year."""
_SHORT_PAIR = re.compile(
    r"\b(?:(?<=mellan )|(?<=between )|(?<=fran )|(?<=from ))(?:20)?([23]\d) (?:och|o|and|&|till|to) (?:20)?([23]\d)\b"
    r"|(?:(?<=\s)|^)(?:20)?([23]\d) (?:mot|vs\.?|kontra|versus|jamfort med|compared (?:to|with)) (?:20)?([23]\d)\b"
)
"""Two years that are held against each other: "mellan 24 och 25", "24 mot 25"."""
_HELD_AGAINST = re.compile(r"\b(?:diff|skillnad|skilj|jamfor|jmf|compar|chang|andra[dt])")
_BARE_PAIR = re.compile(r"\b(2\d) (?:och|o|a|and|&|to|till|vs\.?|mot) (2\d)\b")
"""The same where such a word stands somewhere in the text."""
_SPOKEN = re.compile(
    r"\b(?:tjugo ?(?:hundra ?)?(?:tjugo)|twenty[- ]twenty)[- ]?"
    r"(ett|tva|tre|fyra|fem|sex|sju|atta|nio|one|two|three|four|five|six|seven|eight|nine)\b"
)
"""Written out, or spoken to the telephone: "tjugotjugofem", "twenty twenty-five"."""
_SPOKEN_DIGITS = {
    word: number
    for words in (
        "ett tva tre fyra fem sex sju atta nio",
        "one two three four five six seven eight nine",
    )
    for number, word in enumerate(words.split(), start=1)
}
_RELATIVE = (
    (-2, re.compile(r"\b(?:forrforra aret|i forrfjol|the year before last)\b")),
    (
        -1,
        re.compile(
            r"\b(?:forra aret|forra arets|i ?fjol|i ?fjor|fjolaret|fjolarets|fjolarslist\w*|(?:last|previous) (?:year|yr)(?:'?s)?)\b"
        ),
    ),
    (
        1,
        re.compile(
            r"\b(?:nasta ar|nastar|nasta ars|kommande ar|kommande aret|next (?:year|yr)(?:'?s)?|coming year)\b"
        ),
    ),
)
_CENTURY = 100
_THIS_YEAR = re.compile(
    r"\b(?:i ?ar|arets(?! resultat)|innevarande ar|detta ar|(?:this|current) (?:year|yr)(?:'?s)?)\b(?! (?:19|20)?\d\d\b)"
)


@dataclass(frozen=True, slots=True)
class Times:
    """The time a question is about, and the text without the words that said so."""

    years: tuple[int, ...]
    this_year: bool
    on: date | None
    rest: str
    is_span: bool = False
    """Whether the years were written as a span, "2024-2026"."""


def times(folded: str, *, today: date) -> Times:
    """Find years and days in a folded text; words for "now" give no year at all.

    A day that does not exist (31 February) is left in the text as it stands.
    """
    on, rest = _first_day(folded)
    found: list[tuple[int, int]] = []
    for pattern, years_of in (
        (_SPAN, _span),
        (_SHORT_SPAN, lambda match: (2000 + int(match[1]), 2000 + int(match[2]))),
        (_SHORT_PAIR, _pair),
        *(((_BARE_PAIR, _pair),) if _HELD_AGAINST.search(folded) else ()),
        (_YEAR, lambda match: (int(match[1]),)),
        (_SPOKEN, lambda match: (2020 + _SPOKEN_DIGITS[match[1]],)),
        (_SHORT_YEAR, _pair),
        *((pattern, lambda _, step=step: (today.year + step,)) for step, pattern in _RELATIVE),
    ):
        for match in pattern.finditer(rest):
            found += [(match.start() + place, year) for place, year in enumerate(years_of(match))]
            rest = _blank(rest, match)
    this_year = bool(_THIS_YEAR.search(rest))
    if this_year and found:  # "i år mot förra året": then this year is one of two
        found += [(match.start(), today.year) for match in _THIS_YEAR.finditer(rest)]
    rest = _THIS_YEAR.sub(lambda match: " " * len(match[0]), rest)
    years = tuple(dict.fromkeys(year for _, year in sorted(found)))
    if on is not None and not years:
        years = (on.year,)
    return Times(
        years, this_year, on, rest, is_span=bool(_SPAN.search(folded) or _SHORT_SPAN.search(folded))
    )


def _first_day(folded: str) -> tuple[date | None, str]:
    for pattern in _DAYS:
        for match in pattern.finditer(folded):
            if (day := _day(match)) is not None:
                return day, _blank(folded, match)
    return None, folded


def _span(match: re.Match[str]) -> tuple[int, ...]:
    first, last = int(match[1]), int(match[2])
    if last < _CENTURY:  # "2024-26"
        last += first // _CENTURY * _CENTURY
    return first, last


def _pair(match: re.Match[str]) -> tuple[int, ...]:
    return tuple(2000 + int(year) for year in match.groups() if year)


def _day(match: re.Match[str]) -> date | None:
    parts = match.groupdict()
    month = int(parts["month_number"]) if "month_number" in parts else _MONTHS[parts["month"]]
    try:
        return date(int(parts["year"]), month, int(parts["day"]))
    except ValueError:
        return None


def _blank(text: str, match: re.Match[str]) -> str:
    return text[: match.start()] + " " * (match.end() - match.start()) + text[match.end() :]
