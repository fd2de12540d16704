"""Title, diary number, paragraph and date: what stands at the head of a paper."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from storage.documents.facts.bodies import bodies_in, is_body
from storage.documents.facts.minutes import LETTERS_OF_PARAGRAPH
from storage.documents.goal_words import names_goals, names_subgoals, periods_in, years_in
from storage.documents.outline.blocks import Block
from storage.documents.outline.markers import LABELS
from storage.documents.outline.sections import Section
from storage.documents.outline.tables import Column, column_of

_ENDS_HEADER = frozenset({Section.PROPOSAL, Section.DECISION, Section.ACCOUNT, Section.BASIS})
_DECIDING = frozenset({Section.PROPOSAL, Section.DECISION})
_OF_OTHERS = frozenset({Section.ACCOUNT, Section.BASIS, Section.MEETING})
"""Where the days and numbers are those of other papers."""
_LONGEST_HEADER = 40
_LAST_BLOCKS = 5
"""At the end of a paper it may be said, too, who has adopted it."""
_MONTHS = (
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
)
_DAY = re.compile(
    r"(?<![\d\-/])((?:19|20)\d\d)[-/](\d\d)[-/](\d\d)(?![\d/]|-(?!-))"
    rf"|\b(\d{{1,2}}) ({'|'.join(_MONTHS)}|(?:{'|'.join(each[:3] for each in _MONTHS)})\.?) "
    r"((?:19|20)\d\d)\b"
    r"|(?<![\d.])(\d{1,2})(?:\.|/)(\d{1,2})(?:\.| )((?:19|20)\d\d)(?![\d.])",
    re.IGNORECASE,
)
_DATE_LABEL = re.compile(
    r"\b(sammanträdesdatum|sammanträdesdag|sammanträde|mötesdatum|beslutsdatum|datum)\b",
    re.IGNORECASE,
)
_DNR = re.compile(
    r"(?<![\w§])(?:[A-ZÅÄÖ]{1,6}[ /.\-]?(?:19|20)\d\d(?!-(?:19|20)\d\d(?!\d))[/:.\-]\d{1,6}"
    r"(?:[\-:.]\d{1,4}){0,2}|(?:[A-ZÅÄÖ]{1,6} ?)\d{4}-\d{3,6}-\d{1,3}"
    r"|[A-ZÅÄÖ]{2,6} \d\d/\d{3,5})(?!\w)"
)
_DNR_LABEL = re.compile(
    r"\b(?:dnr|diarienr|diarienummer|ärendenr|ärendenummer|dokumentnummer)\b\.?\s*:?\s*",
    re.IGNORECASE,
)
_DNR_OF_GOALS = re.compile(
    rf"\b(?:del)?mål(?:en)?\b[^.]{{0,40}}{_DNR_LABEL.pattern}", re.IGNORECASE
)
_DNR_LABELLED = re.compile(
    r"\d{4}[/:.\-]?[A-ZÅÄÖ]{1,6}[/:.\-]?\d{1,6}(?!\w)"
    r"|(?:[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{0,8}[ /:.\-]?)?\d{2,4}(?:[/:.\u2013\-]\d{1,6}){1,3}"
    r"(?: (?:\d+\.)+\d+| \d\d(?=$|\s{2}))?(?!\w)"
)
_PARAGRAPH = re.compile(
    rf"(?:\b{LETTERS_OF_PARAGRAPH}\s*)?§\s*\d{{1,4}}(?:/\d{{2,4}})?"
    r"|\b[A-ZÅÄÖ]{2,5} \d{1,4}/\d{2}(?!\d)|\b[Pp]aragraf \d{1,4}\b"
    r"|§\s*[A-ZÅÄÖ]{2,5}\s*\d{1,4}(?:/\d{2,4})?"
)
_ADOPTED = re.compile(
    r"(?:\b(?:antag\w*|antogs|fastställ\w*|godkän[dt]\w*|beslut(?:ad|at)\w*"
    r"|beslut(?=:| i | av (?:\w*nämnden|\w*styrelsen|\w*direktionen)\b))"
    r"(?:(?: av:?| i|:) (?P<who>.{3,60}?))?"
    r"|\b(?:beslutade|antog|fastställde)(?: om)?(?=,? (?:den )?(?:19|20)?\d)"
    r"|\bbeslutet (?:fattades|togs)"
    r"|\bbeslut(?:ad|at)?:?(?: [A-ZÅÄÖ]{2,4})?"
    r"(?=\s+(?:19|20)\d\d-\d\d-\d\d,? (?:[A-ZÅÄÖ]{2,5} )?§)"
    r"|(?:^|(?<=\. ))(?:[A-ZÅÄÖ][\w\- ]{0,40})?(?:nämnden|styrelsen|fullmäktige)"
    r" (?:beslutade om|antog|fastställde)(?: [\w\-]+){1,3})"
    r"[,:]?\s+(?:den )?"
    rf"(?P<day>{_DAY.pattern})(?:,?\s*\(?(?P<paragraph>{_PARAGRAPH.pattern}))?",
    re.IGNORECASE,
)
_THE_BODY = re.compile(r"(?:nämnden|styrelsen|direktionen|fullmäktige)", re.IGNORECASE)
_HAS_ADOPTED = re.compile(
    rf"(?:\bhar |\()(?:den )?(?P<day>{_DAY.pattern})"
    rf"(?:,?\s*\(?(?P<paragraph>{_PARAGRAPH.pattern})\)?)?,?"
    r" (?P<who>)(?:antagit|antog|beslutat|beslutade|fastställt|fastställde)\b",
    re.IGNORECASE,
)
_ADOPTED_THESE = re.compile(
    rf"(?:nämnden|styrelsen|fullmäktige|direktionen) (?:antog|beslutade om|fastställde)"
    rf" (?:[\w\-]+ )?(?:(?:del)?målen|planen) (?:den )?(?:{_DAY.pattern}),?\s*\(?§",
    re.IGNORECASE,
)
"""What a chapter may say of its own goals."""
_SHORT_DNR = re.compile(r"\b[A-ZÅÄÖ]{2,5} \d{1,4}/\d{2}(?!\d)")
_ADOPTED_IN = re.compile(
    r"\b(?:antagen|fastställd|beslutad|godkänd)(?: av| i)?(?: (?P<who>[\w\- ]{3,60}?))??[,:]?"
    rf" (?P<paragraph>{_PARAGRAPH.pattern})[,;]?(?: den)? (?P<day>{_DAY.pattern})",
    re.IGNORECASE,
)
"""The § before the day."""
_TITLE_LABEL = re.compile(
    r"^(?:(?:ärende(?:mening)?|rubrik|rubricering|titel|angående|ämne|vb|sv)\s*:\s*)+",
    re.IGNORECASE,
)
_PLAN = re.compile(
    r"\b(?:verksamhetsplan|nämnds?plan|styrkort|styrdokument|ägardirektiv"
    r"|mål(?:program|dokument|plan|tavla|kort|katalog|karta|matris|lista|bild|häfte|blad)(?:en)?"
    r"|flerårsplan|handlingsplan|inriktning(?:en)?(?: för)?(?: år)? (?:19|20)\d\d"
    r"|(?:\w*plan(?:en)?|\w{3,}mål)\b.{0,60}\b(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_FACT = re.compile(
    r"(?:dokument\w*|datum|beslut\w*|antag\w*|fastställ\w*|diarie\w*|dnr|ärende\w*|paragraf|§"
    r"|gäll\w*|giltig\w*|version|revider\w*|senast|ansvarig\w*|handläggare|författare|upprättad\w*"
    r"|ägare|typ|förvaring|framtagen|process\w*|omfattar|nästa|publicerad)\b",
    re.IGNORECASE,
)
_LETTERHEAD = re.compile(
    r"\b(?:kommun|stad|\w*nämnd\w*|\w*styrelse\w*|\w*protokoll\w*|tjänsteskrivelse"
    r"|dnr|diarienummer|handläggare)\b",
    re.IGNORECASE,
)
_FOR_YEAR = re.compile(
    r"(?:verksamhetsår(?:et)?|(?:avser|gäller|giltig)(?: för)?(?: år)?|år)[\s:]+((?:19|20)\d\d)\.?",
    re.IGNORECASE,
)
_REPORT = re.compile(
    r"\b\w*(?:rapport|redovisning|bokslut|uppföljning|utvärdering|berättelse)(?:en)?\b[^.;:]{0,40}?"
    r"(?:19|20)\d\d(?=,? (?:och|samt|med) \D|$)",
    re.IGNORECASE,
)
"""What a title tells of the year before: "Delårsrapport 2026 och mål för 2027"."""
_OUTLOOK = re.compile(r"\bmed (?:utblick|sikte)\b.*", re.IGNORECASE)
_STATED_FACT = re.compile(
    r"(?:nämnd|kommun|diarienr|diarienummer|dnr|paragraf|\w*datum|handläggare|sida): *\S",
    re.IGNORECASE,
)
_OF_GOALS = frozenset({Column.COUNCIL, Column.GOAL, Column.SUBGOAL})
_WORDS_OF_A_FACT = 8
_BEFORE_LETTERHEAD = 2
"""How many lines, such as a running head, may stand before the table that is a letterhead."""
_ADOPTED_BY = re.compile(
    r"(?:beslutad|fastställd|antagen|beslutande|beslut) av(?::\s*|\s{2,})"
    r"|beslutsinstans(?::\s*|\s{2,})",
    re.IGNORECASE,
)
_DECIDED_ON = re.compile(r"(?:beslutad|fastställd|antagen|beslutsdatum|beslut)\b", re.IGNORECASE)
_PARTS_OF_LINE = re.compile(r"\s[|·•\u2013-]\s")
_WIDE = re.compile(r"\s{3,}")
_APART = re.compile(r"\s{3,}|\.\s+(?=[A-ZÅÄÖ])")
_BODY_AND_DAY = re.compile(
    rf"[\w\- ]*(?:nämnden|styrelsen|fullmäktige|direktionen),? (?:den )?(?:{_DAY.pattern}),?"
    rf" (?:{_PARAGRAPH.pattern})",
    re.IGNORECASE,
)
"""Who adopted a paper, and when: it has no decision of its own where it says so."""
_PARTS_OF_FOOT = re.compile(r"\s{2,}|\s[|·•]\s|\t")
_YEARS_ALONE = re.compile(r"(?:år(?:en)? )?(?:19|20)\d\d(?:\s?[-\u2013]\s?(?:(?:19|20)\d\d|\d\d))?")
_LEFT_OF_TITLE = " -:\u2013\u2014"


@dataclass(frozen=True, slots=True)
class HeaderFacts:
    """What the head of a paper says of it."""

    title: Block | None = None
    title_text: str | None = None
    dnr: str | None = None
    other_dnr: str | None = None
    """Another one that stands there too."""
    day: date | None = None
    paragraph: str | None = None
    adopted_by: str | None = None
    """Whoever "antagen av …" names."""
    is_adopted: bool = False
    """Whether it says that it has been adopted on a day and in a §."""
    year: int | None = None
    """The year that a line by itself says it is for: "Verksamhetsåret 2026"."""

    @property
    def years(self) -> list[int]:
        """The single years that the title names, else the one that stands by itself."""
        title = _OUTLOOK.sub("", self.title_text or "")
        ahead = _REPORT.sub("", title)
        titled = years_in(ahead) or ([] if periods_in(ahead) else years_in(title))
        return titled or ([self.year] if self.year else [])


def header_of(blocks: Sequence[Block]) -> list[Block]:
    """The blocks before the paper's first section; a table of facts about the paper is of them."""
    header: list[Block] = []
    for block in blocks[:_LONGEST_HEADER]:
        lists = block.is_item and not _is_labelled(block)
        told = _is_of_facts(block) or (len(header) <= _BEFORE_LETTERHEAD and _is_letterhead(block))
        if block.opens in _ENDS_HEADER or lists or (block.rows and not told):
            break
        header.append(block)
    return header


def _is_labelled(block: Block) -> bool:
    return block.marker is not None and block.marker.style in LABELS


def _is_letterhead(block: Block) -> bool:
    """Whether a table is the head that a paper's template has: body, meeting, day and page."""
    cells = [cell for row in block.rows for cell in row.cells if cell]
    short = all(len(cell.split()) <= _WORDS_OF_A_FACT for cell in cells)
    if sum(1 for cell in cells if _STATED_FACT.match(cell)) > 1:
        return True
    if any(column_of(cell) in _OF_GOALS for cell in cells):
        return False
    return short and any(_DATE_LABEL.search(cell) or _LETTERHEAD.search(cell) for cell in cells)


def _is_of_facts(block: Block) -> bool:
    """Whether a table tells of the paper: "Diarienummer | KS 2025/39"."""
    names = [name for row in block.rows for name in row.cells[::2] if name]
    return 2 * sum(1 for name in names if _FACT.match(name)) > len(names)


def _lines_of(block: Block) -> Iterator[str]:
    """The lines of a block; of a table of facts each fact is one."""
    if not block.rows:
        yield from block.lines or (block.text,)
    if block.rows and not _is_of_facts(block):
        cells = [" ".join(cell.split()) for row in block.rows for cell in row.cells if cell]
        yield from cells
        yield from (f"{name}: {value}" for name, value in pairwise(cells) if _is_label(name))
        return
    for row in block.rows:
        for name, value in zip(row.cells[::2], row.cells[1::2], strict=False):
            yield f"{name.rstrip(':')}: {' '.join(value.split())}"


def _is_label(cell: str) -> bool:
    """Whether a cell says what stands in the next: "Sammanträdesdatum"."""
    return any(each.fullmatch(cell.rstrip(":")) for each in (_DATE_LABEL, _DNR_LABEL))


def read_header(blocks: Sequence[Block], feet: Sequence[str] = ()) -> HeaderFacts:
    """The facts at the head of a paper; what is not there is None.

    What the head leaves out is looked for in the `feet` of the pages.
    """
    header = header_of(blocks)
    lines = [line for block in header for line in _lines_of(block)]
    feet = [part.strip() for foot in feet for part in _PARTS_OF_FOOT.split(foot) if part.strip()]
    whole = [block.text for block in header]
    whole += [block.text for block in blocks if _ADOPTED_THESE.search(block.text)]
    ending = [block for block in blocks[-_LAST_BLOCKS:] if block.section not in _OF_OTHERS]
    last = [line for block in ending for line in block.lines]
    labelled = [line for line in last if _DNR_LABEL.match(line)]
    labelled += [each.text for each in blocks if _DNR_OF_GOALS.search(each.text)]
    told = _dnrs(lines) or _dnrs(feet) or _dnrs_beside_paragraph(lines) or _dnrs(whole)
    numbers = list(dict.fromkeys(told or _dnrs(labelled)))
    title = _title(header, Counter(block.text for block in blocks))
    adopted = _adoption((*lines, *whole, *last, *feet))
    who = (adopted["who"] or "").strip() if adopted else _labelled(lines, _ADOPTED_BY)
    paragraph = _squeezed(adopted["paragraph"]) if adopted and adopted["paragraph"] else None
    decided_on = any(_DECIDED_ON.match(line) and _first_day(line) for line in lines)
    decides = any(block.section in _DECIDING for block in blocks)
    parts = [part for line in lines for part in _WIDE.split(line)]
    told_in_head = not decides and any(map(_BODY_AND_DAY.match, parts))
    paragraph = paragraph or _paragraph(lines, numbers) or _paragraph(feet, numbers)
    return HeaderFacts(
        title,
        _title_text(header, title) if title else None,
        numbers[0] if numbers else None,
        numbers[1] if len(numbers) > 1 else None,
        (_first_day(adopted["day"]) if adopted else None) or _dated(lines) or _dated(feet),
        paragraph,
        who or None,
        bool(adopted or decided_on or told_in_head) and bool(paragraph) and not who,
        next((int(found[1]) for line in lines if (found := _FOR_YEAR.fullmatch(line))), None),
    )


def _adoption(texts: Sequence[str]) -> re.Match[str] | None:
    """Where it is first said who adopted the paper and when; where the § of that day stands too."""
    patterns = (_ADOPTED, _ADOPTED_IN, _HAS_ADOPTED)
    found = [next(filter(None, (each.search(text) for each in patterns)), None) for text in texts]
    told = [each for each in found if each is not None]
    fuller = (each for each in told if each["paragraph"] and each["day"] == told[0]["day"])
    return next(fuller, told[0] if told else None)


def _labelled(lines: Sequence[str], label: re.Pattern[str]) -> str | None:
    """What stands after a label, on its line or the one below."""
    return next((line[found.end() :] for line in lines if (found := label.match(line))), None)


def days_in(text: str) -> Iterator[date]:
    """The dates in a text: 2025-03-12 and 12 mars 2025; impossible ones are not dates."""
    for found in _DAY.finditer(text):
        year, month, day, day_named, month_named, year_named, *last = found.groups()
        try:
            if year:
                yield date(int(year), int(month), int(day))
            elif month_named:
                named = month_named.casefold().rstrip(".")
                number = next(at for at, each in enumerate(_MONTHS, 1) if each.startswith(named))
                yield date(int(year_named), number, int(day_named))
            else:
                yield date(*map(int, reversed(last)))
        except ValueError:
            continue


def _first_day(text: str) -> date | None:
    return next(days_in(text), None)


def _dated(lines: Sequence[str]) -> date | None:
    """The meeting's date before the paper's, a labelled one before one that merely stands there."""
    found: dict[str, date] = {}
    for number, line in enumerate(lines):
        label = _DATE_LABEL.search(line)
        following = lines[number + 1] if number + 1 < len(lines) else ""
        day = _first_day(line[label.end() :] if label else line)
        if label and day is None:
            day = _first_day(following)
        if day is not None and not _ADOPTED.search(line):
            found.setdefault(label[1].casefold() if label else "", day)
    for name in ("sammanträdesdatum", "sammanträdesdag", "mötesdatum", "sammanträde"):
        if name in found:
            return found[name]
    return found.get("beslutsdatum") or found.get("datum") or found.get("")


def _dnrs(lines: Sequence[str]) -> list[str]:
    """Labelled ones first."""
    labelled = [
        found[0]
        for line in lines
        for label in _DNR_LABEL.finditer(line)
        if (found := _DNR.match(line, label.end()) or _DNR_LABELLED.match(line, label.end()))
    ]
    others = [found[0] for line in lines for found in _DNR.finditer(line)]
    return [*map(_squeezed, labelled), *(_squeezed(each) for each in others if not _is_day(each))]


def _dnrs_beside_paragraph(lines: Sequence[str]) -> list[str]:
    """A number such as "KS 107/26" that stands on the line of a §, and so is none itself."""
    return [found[0] for line in lines if "§" in line for found in _SHORT_DNR.finditer(line)]


def _is_day(text: str) -> bool:
    return _first_day(text) is not None


def _paragraph(lines: Sequence[str], numbers: Sequence[str]) -> str | None:
    """The paper's own §: one that begins a line, not one that prose refers to."""
    found = []
    parts = [part for line in lines for part in _PARTS_OF_LINE.split(line)]
    apart = [part for line in parts for part in _APART.split(line)]
    for line in (*parts, *apart):
        match = _PARAGRAPH.match(line) or (
            _PARAGRAPH.search(line)
            if re.search(
                r"utdrag|protokoll|paragraf|^bilaga|^beslutsdatum|^beslut §|^sammanträde",
                line,
                re.IGNORECASE,
            )
            else None
        )
        before = _PARAGRAPH.search(line)
        if match is None and before is not None:
            who = _DAY.sub("", line[: before.start()]).strip(" ,").removesuffix(" den")
            match = before if not who or is_body(who) or _THE_BODY.fullmatch(who) else None
        if match and _squeezed(match[0]) not in numbers and "§§" not in line:
            found.append(_squeezed(match[0]))
    own = [each for each in found if not re.match(r"\w* ?AU\b", each, re.IGNORECASE)]
    return next(iter(own or found), None)


def _title(header: Sequence[Block], times: Counter[str]) -> Block | None:
    """The line that says what the matter is: it names goals, best with a year and whose.

    What stands under each goal, and so comes several times, is none.
    """
    best: tuple[int, Block] | None = None
    for block in header:
        text = _clean_title(block.text)
        labelled = _TITLE_LABEL.match(block.text) is not None
        names = names_goals(text) or _PLAN.search(text) is not None
        if block.opens or block.is_item or not block.is_short or not names:
            continue
        if times[block.text] > 1 or (block.text.endswith(":") and not labelled):
            continue
        weight = (
            10 * labelled
            + 3 * bool(years_in(text) or periods_in(text))
            + 2 * bool(bodies_in(text))
            + bool(names_goals(text))
            + bool(names_subgoals(text))
            + bool(text != block.text)
        )
        if best is None or weight > best[0]:
            best = (weight, block)
    return best[1] if best else None


def _title_text(header: Sequence[Block], title: Block) -> str:
    """The title, with the years that stand by themselves under it."""
    text = _clean_title(title.text)
    below = next(
        (each.text for each, above in zip(header[1:], header, strict=False) if above is title), ""
    )
    return f"{text} {below}" if _YEARS_ALONE.fullmatch(below) and not years_in(text) else text


def _clean_title(text: str) -> str:
    text = _TITLE_LABEL.sub("", text)
    paragraph = _PARAGRAPH.match(text)
    if paragraph:
        text = text[paragraph.end() :]
    text = re.sub(r"\(([^()]*)\)\s*$", lambda m: "" if _DNR.search(m[1]) else m[0], text)
    text = re.sub(rf",?\s*(?:{_DNR_LABEL.pattern})\S.*$", "", text, flags=re.IGNORECASE)
    found = _DNR.search(text)
    if found and found.end() == len(text.rstrip()):
        text = text[: found.start()]
    return " ".join(text.strip(_LEFT_OF_TITLE).split())


def _squeezed(text: str) -> str:
    return " ".join(text.split())
