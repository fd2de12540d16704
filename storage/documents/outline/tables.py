"""Tables: rows of cells, and what the header of a column says that it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from storage.documents.goal_words import OTHER_MAL
from storage.documents.text_lines import Line


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table."""

    line: int
    page: int | None
    cells: tuple[str, ...]


class Column(StrEnum):
    """What a column of a table holds."""

    COUNCIL = "council"
    """Overarching goals, which the council has set."""
    GOAL = "goal"
    SUBGOAL = "subgoal"
    CODE = "code"
    WORDING = "wording"
    """The text of whatever the table is said to list."""
    OTHER = "other"


_YEARS = (
    r"(?: (?:för |år )*\d{4}(?:\s*[-\u2010-\u2014]\s*\d{2,4})?"
    r"| (?:för|under) (?:verksamhetsåret|året|\w*perioden))?"
)
_COLUMNS: tuple[tuple[Column, re.Pattern[str]], ...] = tuple(
    (column, re.compile(pattern))
    for column, pattern in (
        (
            Column.COUNCIL,
            (
                r"(?:kommun)?fullmäktiges? (?:\w+ )?mål(?:område)?"
                r"|kf(?:[:\-]?s?)?[ \-]?(?:\w+ )?mål"
                r"|(?:kommun)?övergripande (?:kommun)?mål|kommunmål|koncernmål"
                r"|kommungemensam\w+ mål|mål från (?:kommunfullmäktige|kf)"
            )
            + _YEARS,
        ),
        (
            Column.OTHER,
            (
                r"(?:nuvarande|(?:nu )?gällande|tidigare|föregående|gamla) .*"
                r"|mål(?:en)?(?:/| / | och | med )(?:indikator|mått|nyckeltal|styrtal)\w*"
                r"|.*\((?:nuvarande|gällande)\)|kopplas? till.*|bidrar till.*"
                r"|agenda 2030.*|(?:globala|nationella) mål.*|(?:folkhälso|miljökvalitets)mål.*"
                r"|(?:utfall|resultat(?!mål)|mått|indikator|nyckeltal)\w* .*"
            ),
        ),
        (
            Column.OTHER,
            r"(?:gällande|nuvarande|tidigare|hittillsvarande|föregående|gamla) \w*mål(?:en)?"
            + _YEARS,
        ),
        (
            Column.OTHER,
            r"(?:hur|när|vem|varför|vilk[ae]n?|så|vad (?:betyder|innebär|är|menas)) \w.*",
        ),
        (Column.SUBGOAL, r"(?:[\w\-]+ ){0,4}(?:del|etapp|års)mål(?:en|et)?" + _YEARS),
        (
            Column.CODE,
            r"(?:(?:del)?mål)?(?:nr|nummer|kod|id)\.?|#|(?:del)?mål (?:nr|nummer)\.?|beteckning",
        ),
        (
            Column.GOAL,
            (
                rf"(?:[\w\-]+ ){{0,4}}(?!{OTHER_MAL})[a-zåäö]*mål"
                r"(?:en|et|formulering|sättning|sättningar)?"
                r"(?: (?:för|inom) (?:verksamheten|[\w\-]*(?:nämnden|styrelsen)))?"
            )
            + _YEARS,
        ),
        (Column.GOAL, r"(?:det(?: här)?|vad) (?:vi )?(?:vill|ska)(?: vi)? (?:upp)?nå(?: \d{4})?"),
        (Column.GOAL, r"målets (?:lydelse|ordalydelse|formulering|text)|mål(?:text|lydelse)"),
        (Column.WORDING, r"formulering|lydelse|ordalydelse|text|innehåll|målformulering"),
        (
            Column.OTHER,
            (
                r"mål(?:värde|nivå|tal|uppfyllelse|bedömning|grupp)\w*.*|mått.*|indikator\w*.*"
                r"|nyckeltal.*|mät\w*.*|utfall.*|(?:start|bas|nu|ingångs|utgångs)(?:värde|läge).*|bas|resultat"
                r"|ansvar\w*.*|status.*|(?:tid|klar|slut)\w*(?: senast| den)?"
                r"|aktivitet\w*.*|åtgärd\w*.*|kommentar.*"
                r"|uppfölj\w*.*|följs upp.*|period\w*|källa|prognos.*|trend|bedömning.*|enhet"
                r"|förvaltning|läget?|nivå.*|(?:fokus|mål|insats|verksamhets)?område|perspektiv"
                r"|strategi\w*|insats\w*|uppdrag\w*|budget.*"
                r"|prioriter\w+ områden?|områden?|koppling .*"
                r"|beskrivning|bakgrund|nuläge|motivering|när|vem|hur|varför|belopp|kostnad|(?:19|20)\d\d|riktvärde.*"
                r"|vision"
            ),
        ),
    )
)


_MEASURES = re.compile(
    r"(?:(?:nämnds?|del)?mål(?:en)?(?: (?:och|med) |/)(?:\w+ )?)?"
    r"(?:indikator|mått|mätetal|mätning|nyckeltal|styrtal|måttal)"
)


def column_of(header: str) -> Column | None:
    """What a column's header says that it holds; None where it is not the header of one."""
    text = " ".join(header.replace("\n", " ").split()).strip(" .:*?").casefold()
    return next((column for column, pattern in _COLUMNS if pattern.fullmatch(text)), None)


def is_measure(header: str) -> bool:
    """Whether a column's header says that it holds what goals are measured by."""
    return _MEASURES.match(header.casefold()) is not None


def is_detail(text: str) -> bool:
    """Whether a line tells something of a goal, as "Mått: andel" and "Ansvarig: chef" do."""
    name, colon, value = text.partition(":")
    return bool(colon and value.strip()) and column_of(name) is Column.OTHER


def rows_of(lines: Sequence[Line]) -> tuple[Row, ...]:
    """The rows of one table."""
    return tuple(Row(line.number, line.page, line.cells) for line in lines)


def texts_in(cell: str) -> Iterator[str]:
    """The lines of a cell."""
    yield from (line.strip() for line in cell.split("\n") if line.strip())
