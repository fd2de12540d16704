"""What is decided or proposed, who is told, and who has prepared it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise, takewhile

from goals.document import Doubt
from storage.documents.facts.bodies import bodies_in
from storage.documents.goal_words import names_goals
from storage.documents.goals.introductions import introduction
from storage.documents.outline.blocks import Block
from storage.documents.outline.markers import Style
from storage.documents.outline.sections import Section


@dataclass(frozen=True, slots=True)
class DecisionFacts:
    """The points of a decision, and whether it has been taken."""

    points: tuple[str, ...] = ()
    decided: bool = False
    doubts: tuple[Doubt, ...] = ()


_COMMITTEE = re.compile(
    r"(?:(?:[\w\-]+,? (?:och|samt) )?\w+(?:nämndens|styrelsens) )?(?:\w+a )?(?:[\w\-]+- och )?"
    r"(?:\w*utskott(?:et|ets|s)?(?: för [\w\- ]{3,40}$)?|(?:[A-ZÅÄÖ]{2,4}[ .\-]?)?AU)\b",
    re.IGNORECASE,
)
_COMMITTEE_PROPOSES = re.compile(
    rf"{_COMMITTEE.pattern} (?:föreslår|beslutar (?:att )?föreslå)\b", re.IGNORECASE
)
_OF_MUNICIPALITY = re.compile(r" i [\w\- ]{2,40} (?:kommun|stad)\b.*")
_FIRST_VERB = re.compile(
    r"\b(?:(?P<proposes>föreslå(?:r|s))|(?:beslut|fastställ|anta|godkänn)\w*)\b", re.IGNORECASE
)
_DECIDES = re.compile(
    r"\b(?:beslut\w*|besluta\w*|fastställ\w*|anta\w*|godkänn\w*|uppdra\w*|förklara\w*|bifall\w*)\b",
    re.IGNORECASE,
)
_DECIDES_THAT = re.compile(
    r"\b(?:besluta|beslutar|beslutade|besluts)"
    r"(?: (?:enligt|i enlighet med|med) [^.:;]{1,80}?| \w+)?\s+(att .+)$",
    re.IGNORECASE,
)
_ADOPTS = re.compile(r"[^.:]{0,120}\b(?:antas|bifalls|godkänns|fastställs)\b")
"""What becomes of a committee's proposal, where others decide on it."""
_LEADS_TO_POINTS = re.compile(
    r"(?:att )?föreslå(?:r)? (?:att )?[\w\-, ]*(?:nämnden|styrelsen|fullmäktige|direktionen)"
    r"(?: (?:att )?besluta\w*(?: följande)?)?(?: att)?:?",
    re.IGNORECASE,
)
"""Says to whom it is proposed, and nothing of what: the points come after it."""
_HAS_DECIDED = re.compile(r"\s+(?:beslutar|beslutade|har beslutat)\s+(att .+)$")
_PUT_OFF = re.compile(
    r"\b(?:återremi\w+|återvisa\w*|bordl(?:ägg|ag|ades)\w*|skjut\w* upp)", re.IGNORECASE
)
"""What a body does with a matter that it does not decide on yet."""
_TAKES = re.compile(r"\b(?:antar?|fastställ(?:a|er)|godkänn(?:a|er))\b", re.IGNORECASE)
_SUFFIXES = ("en", "et", "n", "t", "erna", "arna", "na")
_SMALL_WORDS = frozenset({"av", "för", "hos", "i", "inom", "och", "på", "samt", "till", "vid"})
_CONTACT = re.compile(r"@|\d{3,}|www\.|telefon|e-post", re.IGNORECASE)
_ROLE = re.compile(
    r"\w*(?:chef|direktör|ekonom|strateg|sekreterare|utredare|handläggare)\w*", re.IGNORECASE
)
_COLUMNS = re.compile(r"\s{3,}")
_OFFICER_IN_CELL = re.compile(r"(?:ansvarig )?handläggare(?::\s*|\n)(\S[^\n]*)", re.IGNORECASE)
_OFFICERS = frozenset({"handläggare", "ansvarig handläggare"})
_OFFICER_BESIDE = re.compile(
    r"(?:.*[.,;|] )?(?:(?:vår|ansvarig) )?handläggare"
    r"(?::\s+|\s(?!datum|telefon|dnr|diarie|e-post)(?=(?-i:[A-ZÅÄÖ])[^.:]{2,60}$))"
    r"([^\s;|][^;|]*).*",
    re.IGNORECASE,
)
_FACT = re.compile(r"\d|:")
_THE_BODY = re.compile(r"(?:Nämnden|Styrelsen|Fullmäktige)(?= besluta)")
_AFTER_HEAD = frozenset({Section.PROPOSAL, Section.DECISION, Section.ACCOUNT})
_LONGEST_NAME = 120
_WORDS_OF_A_NAME = 5


def read_decision(
    blocks: Sequence[Block], claimed: set[int], *, by_committee: bool = False
) -> DecisionFacts:
    """The decision where the paper records one, else what is proposed.

    A working committee never decides on goals: whatever it says is a proposal.
    """
    decision = [each for each in blocks if each.section is Section.DECISION]
    proposal = [each for each in blocks if each.section is Section.PROPOSAL]
    if decision:
        points = tuple(_points(decision, claimed))
        heading = next((each for each in decision if each.opens), decision[0])
        if by_committee or _is_proposed(decision):
            return DecisionFacts(points, doubts=(Doubt("doubt-committee-proposes", heading.line),))
        if any(map(_PUT_OFF.search, points[:1])) and not any(map(_TAKES.search, points)):
            return DecisionFacts(points, doubts=(Doubt("doubt-put-off", heading.line),))
        if points or any(each.line in claimed for each in decision):
            return DecisionFacts(points, decided=True)
    stated = None if proposal or by_committee else _stated(blocks)
    if stated is not None:
        return DecisionFacts((stated,), decided=True)
    proposed = tuple(_points(proposal, claimed))
    line = proposal[0].line if proposal else None
    heads = (each.heading for each in proposal if each.opens)
    said = (each.text for each in blocks if each.section is None)
    by_committee = by_committee or any(map(_COMMITTEE_PROPOSES.match, (*heads, *said)))
    told = (Doubt("doubt-committee-proposes", line),) if by_committee else ()
    return DecisionFacts(proposed, doubts=told)


def _stated(blocks: Sequence[Block]) -> str | None:
    """The point of a decision that a sentence states: "Miljönämnden beslutar att …"."""
    for block in blocks:
        who = next(iter(bodies_in(block.text[:_LONGEST_NAME])), None)
        generic = _THE_BODY.match(block.text)
        who = generic[0] if generic is not None else who
        if who is None or not block.text.casefold().startswith(who.casefold()):
            continue
        found = _HAS_DECIDED.match(block.text[len(who) :])
        if found is not None and not block.is_item and block.section is None:
            return found[1]
    return None


def is_committee(text: str) -> bool:
    """Whether a line names a working committee and nothing else, or is its §."""
    named = _OF_MUNICIPALITY.sub("", text.split("§", maxsplit=1)[0].strip())
    return _COMMITTEE.fullmatch(named) is not None


def _is_proposed(decision: Sequence[Block]) -> bool:
    """Whether the section says that somebody proposes, or that the committee decides."""
    for words in _opening(decision):
        verb = _FIRST_VERB.search(words)
        committee = _COMMITTEE.match(words)
        if (committee and not _ADOPTS.match(words, committee.end())) or (
            verb is not None and verb["proposes"]
        ):
            return True
    return False


def _opening(blocks: Sequence[Block]) -> Iterator[str]:
    """The heading and the words before the first point."""
    for block in blocks:
        if block.is_item:
            return
        yield block.text if block.opens is None else block.heading
        if block.opens is None:
            return


def _points(blocks: Sequence[Block], claimed: set[int]) -> Iterator[str]:
    names = {
        id(block)
        for block, below in pairwise(blocks)
        if below.line in claimed and _only_names(block)
    }
    wanted = [
        each
        for each in blocks
        if not each.opens and not each.rows and each.line not in claimed and id(each) not in names
    ]
    items = list(_listed_points(wanted))
    if items:
        yield from items
        return
    before = list(takewhile(lambda each: not _heads_goals(each), wanted))
    for block in before or wanted:
        if block.text.endswith(":") or not _DECIDES.search(block.text):
            continue
        found = _DECIDES_THAT.search(block.text)
        yield found[1] if found else block.text


def _only_names(block: Block) -> bool:
    """Whether an item over a goal is no point but its name: "2. Trygg mat"."""
    text = block.text
    short = len(text.split()) <= _WORDS_OF_A_NAME
    return block.is_item and short and not (_DECIDES.search(text) or names_goals(text))


def _heads_goals(block: Block) -> bool:
    """Whether a line is the heading of a list of goals, which comes after the points."""
    stated = introduction(block) if not block.is_item else None
    return stated is not None and stated.is_heading


def _listed_points(blocks: Sequence[Block]) -> Iterator[str]:
    """The items, until a heading of its own begins something else."""
    begun = ended = that = False
    for block in blocks:
        if not block.is_item:
            ended = ended or _heads_goals(block) or (begun and block.gap > 0)
            continue
        if not begun and _LEADS_TO_POINTS.fullmatch(block.text):
            continue
        if not begun:
            begun, that = True, block.text.startswith("att ")
        if not ended or (that and block.text.startswith("att ")):
            yield block.text


def read_recipients(blocks: Sequence[Block]) -> tuple[tuple[str, ...], list[Doubt]]:
    """Who is to have the decision; lines run together by the extraction are parted."""
    section = list(_of_recipients(blocks))
    taken, left = _recipient_blocks(section)
    names: list[tuple[str, int]] = []
    doubts: list[Doubt] = []
    for block in taken:
        for text in _names(block):
            parts = _in_one_line(text)
            if len(parts) > 1:
                doubts.append(Doubt("doubt-recipients-in-line", block.line, {"text": text}))
            names += [(part, block.line) for part in parts]
    if left is not None:
        doubts.append(Doubt("doubt-recipients-end", left.line, {"text": left.text[:80]}))
    return _part(names, doubts), doubts


def _of_recipients(blocks: Sequence[Block]) -> Iterator[Block]:
    """What tells who is to have the decision; whom a letter is to only where nothing else does."""
    told = [at for at, each in enumerate(blocks) if each.section is Section.RECIPIENTS]
    heads = (at for at, each in enumerate(blocks) if each.opens in _AFTER_HEAD)
    first = next(heads, 0)
    after = [at for at in told if at > first]
    yield from (blocks[at] for at in after or told)


def _recipient_blocks(section: Sequence[Block]) -> tuple[list[Block], Block | None]:
    """The blocks of the list; a blank line ends a list without bullets, if it has two lines."""
    taken: list[Block] = []
    names = [each for each in section if not each.opens]
    single = bool(names) and all(each.gap for each in names[1:])
    single = single or sum(1 for each in names if each.gap) > len(section) // 2 + 1
    for block in section:
        if block.opens is not None and not block.text:
            continue
        own_line = bool(taken) and block.gap > 0 and not (block.is_item and taken[-1].is_item)
        if own_line and not (single and block.gap == 1):
            return taken, block
        if len(block.text) > _LONGEST_NAME and block.text.endswith("."):
            return taken, block
        taken.append(block)
    return taken, None


def _names(block: Block) -> Iterator[str]:
    marker = block.marker
    if block.rows:
        yield from (_clean(next(filter(None, row.cells), "")) for row in block.rows)
        return
    if marker is not None and marker.style is not Style.LETTER:
        yield _clean(block.text)
        return
    for line in block.lines:
        if line and not line.casefold().startswith(("för kännedom", "för verkställighet")):
            yield _clean(line)


def _in_one_line(text: str) -> list[str]:
    """A line with several commas, with names after each, or a semicolon lists several."""
    if ";" in text:
        return [_clean(each) for each in text.split(";") if each.strip()]
    parts = [each.strip() for each in text.split(",") if each.strip()]
    names = len(parts) > 1 and all(each[0].isupper() for each in parts)
    if text.count(",") > 1 or names:
        return [_clean(each) for each in parts]
    return [text]


def _clean(text: str) -> str:
    return " ".join(text.split()).rstrip(".,;").strip()


def _part(names: Sequence[tuple[str, int]], doubts: list[Doubt]) -> tuple[str, ...]:
    """Part two units that the extraction ran together.

    The line "Kommundirektör Kanslienheten" beside "Kanslienhet" is Kommundirektör, Kanslienhet.
    """
    units = {name.casefold() for name, _ in names}
    parted: list[str] = []
    for name, line in names:
        head = _head_before_other(name, units)
        if head is not None:
            doubts.append(Doubt("doubt-recipient-split", line, {"text": name, "first": head}))
        parted.append(head or name)
    return tuple(dict.fromkeys(each for each in parted if each))


def _head_before_other(name: str, units: set[str]) -> str | None:
    words = name.split()
    for start in range(1, len(words)):
        head, tail = words[:start], " ".join(words[start:])
        if head[-1].casefold() in _SMALL_WORDS or not tail[0].isupper():
            continue
        if _is_unit(tail.casefold(), units):
            return " ".join(head).rstrip(",")
    return None


def _is_unit(tail: str, units: set[str]) -> bool:
    """Whether it is one of them, definite or indefinite."""
    forms = {tail, *(tail + suffix for suffix in _SUFFIXES)}
    forms |= {tail.removesuffix(suffix) for suffix in _SUFFIXES}
    return not forms.isdisjoint(units)


def read_officer(blocks: Sequence[Block]) -> str | None:
    """The handläggare with the title, as written."""
    for at, block in enumerate(blocks):
        if block.opens is not Section.OFFICER:
            continue
        if block.text:
            return _COLUMNS.split(block.lines[0])[0]
        lines = [
            line
            for each in blocks[at + 1 : at + 3]
            if each.opens is None and (each.gap == 0 or each is blocks[at + 1])
            for line in each.lines
            if line and not _CONTACT.search(line)
        ]
        return _officer(lines)
    columns = [_COLUMNS.split(line) for block in blocks for line in block.lines if line]
    if (beside := _under_column(columns)) is not None:
        return beside
    for piece in chain.from_iterable(columns):
        if (stated := _OFFICER_BESIDE.fullmatch(piece)) is not None:
            return _clean(stated[1])
    cells = (cell for block in blocks for row in block.rows for cell in row.cells)
    return next((found[1] for cell in cells if (found := _OFFICER_IN_CELL.match(cell))), None)


def _under_column(lines: Sequence[Sequence[str]]) -> str | None:
    """What stands under "Handläggare" where it heads a column beside the day and the number."""
    for heads, below in pairwise(lines):
        names = [each.casefold().rstrip(":") for each in heads]
        at = next((at for at, each in enumerate(names) if each in _OFFICERS), None)
        if at is None or len(heads) == 1:
            continue
        beside = len(below) == len(heads) or (at == 0 and not _FACT.search(below[0]))
        if beside:
            return _clean(below[at])
    return None


def _officer(lines: Sequence[str]) -> str | None:
    if not lines:
        return None
    name = _COLUMNS.split(lines[0])[0]
    if len(lines) > 1 and _ROLE.fullmatch(lines[1].split()[-1]) and "," not in name.rstrip(","):
        return f"{name.rstrip(',')}, {_COLUMNS.split(lines[1])[0]}"
    return _clean(name)
