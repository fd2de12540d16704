"""What a decision changes in a list of sub-goals: "delmål 3 får lydelsen …", "delmål 5 utgår"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from goals.document import Amendment, AmendmentKind, Doubt
from storage.documents.blocks import Block
from storage.documents.goal_words import names_goals, year_of
from storage.documents.markers import LABELS, Style
from storage.documents.sections import Section


@dataclass(frozen=True, slots=True)
class ReadAmendments:
    """The amendments of a decision or a proposal."""

    amendments: tuple[Amendment, ...] = ()
    lines: frozenset[int] = frozenset()
    """The lines of the blocks that state them."""
    listed: frozenset[int] = frozenset()
    """Those that are listed under a point, and so are no points of their own."""
    doubts: tuple[Doubt, ...] = ()


_OPEN = "[\"'\u201c\u201d\u201e\u2019\u2018\u00bb\u00ab]"
_QUOTED = rf"{_OPEN}(?P<{{0}}>[^\"\u201c\u201d\u201e\u00bb\u00ab]+?){_OPEN}(?=[\s.,;:)]|$)"
_NEW_ONE = "nytt"
_NUMBER = r"[A-ZÅÄÖ]{0,3}\d{1,2}(?:[.:]\d{1,2})*|[A-ZÅÄÖ](?![\w])"
_TARGETS = (
    rf"(?:del|etapp|års)?mål(?:et|en)?\s+(?:nr\.?\s*|nummer\s+|punkt\s+)?"
    rf"(?P<codes>(?:{_NUMBER})(?:(?:\s*,\s*|\s+och\s+|\s+samt\s+)(?:(?:del|etapp|års)?mål(?:et)?\s+)?"
    rf"(?:{_NUMBER}))*)"
    rf"|(?:del|etapp|års)målet\s+(?:om\s+)?{_QUOTED.format('words')}"
    rf"|(?:det\s+)?(?P<ordinal>första|andra|tredje|fjärde|femte|sjätte|sjunde|åttonde|nionde|tionde"
    rf"|sista)\s+delmålet|punkt(?:en)?\s+(?P<point>\d{{1,2}})"
)
_WHERE = r"(?:\s+(?:om|i|för|ur|från|på)\s+[^\"\u201c\u201d:;,]{2,50}?)?:?"
_ORDINALS = (
    *("första", "andra", "tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde"),
    *("nionde", "tionde"),
)
_WORDING = (
    r"(?:den\s+|en\s+)?(?:följande\s+|nya\s+|ny\s+|ändrade?\s+)*"
    r"(?:lydelse[n]?|formulering(?:en)?|ordalydelse[n]?|text(?:en)?)"
)
_REWORDS = (
    rf"(?:(?:ska|skall)\s+)?(?:får|få|ges|ge|har|ha|erhåller)\s+{_WORDING}(?:\s+att\s+gälla)?"
    r"|(?:ska\s+|skall\s+)?(?:ändras|omformuleras|formuleras om|justeras|korrigeras|revideras)"
    r"\s+till(?:\s+att\s+lyda)?"
    r"|(?:ska\s+|skall\s+)?(?:ersätts|ersättas|byts ut|bytas ut)\s+(?:med|av|mot)"
    r"|(?:ska\s+|skall\s+)?(?:lyder|lyda)"
)
_REMOVES = (
    r"(?:(?:därmed|därför|således|helt|ska|skall)\s+)*"
    r"(?:utgår|utgå|stryks|strykas|tas\s+bort|slopas|avslutas|upphör|utesluts)"
)
_MERGED = (
    r"(?:ska\s+|skall\s+)?(?:slås|läggs|förs|slå|lägga|föra)\s+(?:ihop|samman)"
    r"(?:\s+till\s+(?:ett(?:\s+enda)?(?:\s+delmål)?)?)?,?(?:\s+(?:och|som|med|att))*"
)
_NEW = (
    r"(?:(?:följande|ett|två|tre)\s+)?(?:ny(?:tt|a)?\s+|ytterligare\s+(?:ett\s+)?)*"
    r"(?:(?:del|etapp|års)mål(?:et|en)?|(?<=nytt )mål)"
    rf"(?:\s+(?:nr\s+)?(?:{_NUMBER}))?(?:\s+(?:sist|först)(?:\s+i\s+\w+)?)?"
    rf"(?:\s+(?:efter|före|under|som)\s+(?:(?:nr|nummer|punkt|(?:del)?mål(?:et)?)\s+)?(?:{_NUMBER}))?"
)
_TEXT = rf"\s*(?P<colon>:)?,?\s*(?:{_QUOTED.format('quoted')}|(?P<rest>\S.*?))\.?$"
_FROM_TO = rf"(?:ordet|orden|uttrycket|formuleringen)?\s*{_QUOTED.format('old')}"
_FLAGS = re.IGNORECASE
_PATTERNS: tuple[tuple[AmendmentKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, _FLAGS))
    for kind, pattern in (
        (
            AmendmentKind.REPLACE,
            (
                rf"i\s+(?:{_TARGETS})\s+(?:byta?s?\s+ut|byts|ersätta?s?)\s+{_FROM_TO}\s+(?:ut\s+)?"
                rf"(?:mot|med|av)\s+{_QUOTED.format('new')}"
            ),
        ),
        (
            AmendmentKind.REPLACE,
            (
                rf"(?:byta?\s+ut\s+|ersätta?\s+)?{_FROM_TO}\s+i\s+(?:{_TARGETS})\s+"
                rf"(?:byts\s+ut\s+|ersätts\s+)?(?:mot|med|av)\s+{_QUOTED.format('new')}"
            ),
        ),
        (
            AmendmentKind.REPLACE,
            (
                rf"(?:i\s+)?(?:{_TARGETS}):?\s+{_FROM_TO}\s+(?:ändras|ersätts|byts\s+ut|byts)\s+"
                rf"(?:till|mot|med|av)\s+{_QUOTED.format('new')}"
            ),
        ),
        (
            AmendmentKind.REPLACE,
            (
                rf"{_FROM_TO}\s+(?:ändras|ersätts|byts\s+ut|byts)\s+(?:till|mot|med|av)\s+"
                rf"{_QUOTED.format('new')}\s+i\s+(?:{_TARGETS})"
            ),
        ),
        (
            AmendmentKind.REPLACE,
            (
                rf"(?:stryka?\s+|ta\s+bort\s+)?{_FROM_TO}\s+(?:i|ur|från)\s+(?:{_TARGETS})"
                rf"(?:\s+{_REMOVES})?\.?$"
            ),
        ),
        (
            AmendmentKind.REPLACE,
            rf"i\s+(?:{_TARGETS})\s+(?:stryka?s?|ta\s+bort|tas)\s+{_FROM_TO}(?:\s+bort)?\.?$",
        ),
        (
            AmendmentKind.REPLACE,
            rf"i\s+(?:{_TARGETS})\s+(?:stryks|strykas)\s+{_FROM_TO}\.?$",
        ),
        (
            AmendmentKind.REWORD,
            (
                rf"(?:ge\s+|ändra\s+|ersätta\s+|omformulera\s+|låta\s+)?(?:{_TARGETS}){_WHERE}\s+"
                r"(?:så\s+att\s+det\s+)?"
                rf"(?:{_REWORDS}|(?:följande\s+)?(?:lydelse[n]?|formulering(?:en)?)|till|med){_TEXT}"
            ),
        ),
        (
            AmendmentKind.REWORD,
            (
                rf"(?:{_TARGETS})\s[^\"\u201c\u201d:;]{{2,120}}?\b(?:lyder|lyda|lydelsen)\s*:?\s*"
                rf"{_QUOTED.format('quoted')}\.?$"
            ),
        ),
        (AmendmentKind.REMOVE, rf"(?:{_TARGETS}){_WHERE}\s+{_REMOVES}\b.*$"),
        (
            AmendmentKind.REMOVE,
            rf"(?:stryka|ta\s+bort|utesluta|slopa|låta|avsluta)\s+(?:{_TARGETS})(?:\s+utgå)?\.?$",
        ),
        (
            AmendmentKind.ADD,
            (
                rf"(?:som\s+|att\s+)?{_NEW}\s+(?:läggs?|införs|tillförs|antas|tillkommer)(?:\s+till)?"
                rf"(?:\s+med\s+{_WORDING})?{_TEXT}"
            ),
        ),
        (
            AmendmentKind.ADD,
            (
                rf"(?:lägga\s+till|införa|tillföra|komplettera\s+(?:listan\s+|delmålen\s+)?med|"
                rf"(?:delmålen|listan)\s+kompletteras\s+med)\s+{_NEW}(?:\s+med\s+{_WORDING})?{_TEXT}"
            ),
        ),
        (
            AmendmentKind.ADD,
            (
                rf"{_NEW}\s+(?:(?:som\s+lyder|med\s+{_WORDING})[,:]?\s+)?{_QUOTED.format('quoted')}\s+"
                r"(?:läggs\s+(?:till|in)|införs|tillförs|antas|tas\s+in|fogas\s+in|placeras)\b.*$"
            ),
        ),
        (
            AmendmentKind.ADD,
            rf"som\s+{_NEW}\s+(?:föra\s+in|lägga\s+till|ta\s+in|införa|anta){_TEXT}",
        ),
        (AmendmentKind.ADD, rf"(?:som\s+)?(?=nytt\s){_NEW}\s*:{_TEXT}"),
    )
)
_MERGES = re.compile(
    rf"(?:slå\s+(?:ihop|samman)\s+)?(?:{_TARGETS}){_WHERE}(?:\s+{_MERGED})?"
    rf"(?:\s*(?:{_REWORDS}|{_WORDING}))?{_TEXT}",
    _FLAGS,
)
_MERGE = re.compile(r"\b(?:slås?|läggs?|förs?|lägga|föra)\s+(?:ihop|samman)\b", _FLAGS)
_NO_WORDING = re.compile(r"(?:för|som|om|att|enligt|i|med|och)\b", re.IGNORECASE)
_UNCLEAR = re.compile(
    r"delmål\w*\b[^.:]{0,60}\b(?:korrigeras|justeras|ändras|revideras|uppdateras|kompletteras)\b"
    r"|delmål\w*\b[^.:]{0,60}\b(?:slås (?:ihop|samman)|flyttas|delas (?:upp|i)|byter plats)\b"
    r"|delmål\w*\b[^.:]{0,80}\bmed\s+(?:de\s+|dessa\s+|vissa\s+|smärre\s+)*"
    r"(?:ändringar|justeringar|korrigeringar|tillägg|förändringar)\b",
    re.IGNORECASE,
)
_UNREAD = re.compile(
    r"\b(?:del)?mål(?:et)? \d[^.:]{0,80}"
    r"\b(?:utgår|stryks|tas bort|byts? ut|ersätts|ges|får|lyder)\b"
    r"|\b(?:nytt|ytterligare ett) (?:del)?mål\b",
    re.IGNORECASE,
)
"""What a clause says where it changes a list, and yet nothing was read in it."""
_CHANGES = re.compile(
    r"\b(?:ändra\w*|ändring\w*|tillägg\w*|justera\w*|justering\w*|korriger\w*|revider\w*)\b[^:]*(?::|\batt|följande\.?)$",
    _FLAGS,
)
_CLAUSE = re.compile(
    r",?\s+(?:dock\s+)?med\s+(?:den|det|de|följande)\s+(?:ändring|justering|skillnad|tillägg)\w*\s+"
    r"att\s+"
    r"|,?\s+med\s+(?:tillägget|ändringen|undantaget|justeringen)\s+att\s+"
    r"|(?:,|;)?\s+(?:samt|och)\s+att\s+|,\s+att\s+|\bbeslutar?\s+att\s+|;\s*"
    r"|(?<=[.”\"])\s+(?=[A-ZÅÄÖ]|[Dd]elmål)"
)
_QUOTES = re.compile(
    r"[\"\u201c\u201d\u201e\u00bb\u00ab][^\"\u201c\u201d\u201e\u00bb\u00ab]*[\"\u201c\u201d\u201e\u00bb\u00ab]"
)
_TEXT_OF = r"\s+(?:lydelse|formulering|ordalydelse|text)\s*:?\s*"
_BEFORE = rf"(?:nuvarande|tidigare|gällande|befintlig|hittillsvarande|gammal){_TEXT_OF}"
_BEFORE_AND_AFTER = re.compile(
    rf"(?:{_BEFORE}(?P<old>.*?)(?:\s+|$))?(?:(?:ny|föreslagen|ändrad|beslutad){_TEXT_OF}(?P<new>.+))?",
    _FLAGS,
)
_TRAILING = re.compile(r"[,;.]?(?: och| samt)?$")


def read_amendments(blocks: Sequence[Block], section: Section) -> ReadAmendments:
    """What the points of the decision, or of the proposal, change in a list of sub-goals."""
    reader = _Reader()
    for block in blocks:
        if block.section is section and not block.opens:
            reader.take(block)
        elif block.opens is not None:
            reader.lead = None
    return ReadAmendments(
        tuple(reader.amendments),
        frozenset(reader.lines),
        frozenset(reader.listed),
        tuple(reader.doubts),
    )


def amendments_in(text: str) -> Iterator[Amendment]:
    """The amendments of one clause; several where it names several sub-goals."""
    clause = _TRAILING.sub("", " ".join(text.split())).removeprefix("att ").removeprefix("Att ")
    if _MERGE.search(clause):
        yield from _merged(clause)
        return
    for kind, pattern in _PATTERNS:
        found = pattern.match(clause)
        if found is None:
            continue
        parts = found.groupdict()
        text_of = _wording(kind, parts)
        if kind in {AmendmentKind.ADD, AmendmentKind.REWORD} and text_of is None:
            continue
        targets = list(_targets(parts)) if kind is not AmendmentKind.ADD else [None]
        if kind is not AmendmentKind.REMOVE and len(targets) > 1:
            continue
        for target in targets:
            new = text_of.strip() if text_of is not None else None
            yield Amendment(kind, None, target, new, replaced=parts.get("old"))
        return


def _merged(clause: str) -> Iterator[Amendment]:
    """Of sub-goals that become one the first has the new wording, and the others go."""
    found = _MERGES.match(clause)
    parts = found.groupdict() if found is not None else {}
    first, *others = list(_targets(parts)) or [""]
    text = _wording(AmendmentKind.REWORD, parts)
    if not others or text is None:
        return
    yield Amendment(AmendmentKind.REWORD, None, first, text.strip())
    yield from (Amendment(AmendmentKind.REMOVE, None, each) for each in others)


def _with_label(block: Block) -> str:
    """A text with the label before it, where that is the beginning of its sentence."""
    marker = block.marker
    if marker is None or marker.style not in LABELS or marker.code is None:
        return block.text
    word = "delmål" if marker.style is Style.SUBGOAL_LABEL else "mål"
    if marker.name == _NEW_ONE:
        return f"nytt {word}: {block.text}"
    runs_on = block.text[:1].islower() or not block.text[:1].isalnum()
    return f"{word} {marker.code} {block.text}" if runs_on else block.text


def _clauses(text: str) -> Iterator[str]:
    """The points of a sentence, "att … och att …"; what stands in quotation marks is whole."""
    quotes = [found.span() for found in _QUOTES.finditer(text)]
    start = 0
    for found in _CLAUSE.finditer(text):
        if not any(first < found.start() and found.end() < last for first, last in quotes):
            yield text[start : found.start()]
            start = found.end()
    yield text[start:]


def _wording(kind: AmendmentKind, parts: dict[str, str | None]) -> str | None:
    if kind is AmendmentKind.REPLACE:
        return parts.get("new") or ""
    if parts.get("quoted"):
        return parts["quoted"]
    rest = parts.get("rest") or ""
    stated = parts.get("colon") or rest[:1].isupper()
    return rest if rest and stated and not _NO_WORDING.match(rest) else None


def _targets(parts: dict[str, str | None]) -> Iterator[str]:
    if parts.get("codes"):
        yield from re.findall(_NUMBER, parts["codes"] or "")
    elif parts.get("words"):
        yield parts["words"] or ""
    elif parts.get("point"):
        yield parts["point"] or ""
    elif (ordinal := (parts.get("ordinal") or "").casefold()) in _ORDINALS:
        yield str(_ORDINALS.index(ordinal) + 1)


@dataclass(slots=True)
class _Reader:
    amendments: list[Amendment] = field(default_factory=list)
    lines: set[int] = field(default_factory=set)
    listed: set[int] = field(default_factory=set)
    doubts: list[Doubt] = field(default_factory=list)
    lead: Block | None = None
    """A point that ends in "med följande ändringar:"."""
    year: int | None = None
    target: str | None = None
    """The sub-goal that stands alone on its line: its wordings before and after follow."""

    def take(self, block: Block) -> None:
        found = list(self._before_and_after(block) or self._found(block))
        if found:
            self.amendments += found
            self.lines.add(block.line)
            if self.lead is not None:
                self.listed.add(block.line)
            self._tell_of_unread(block)
            return
        if names_goals(block.text) and _CHANGES.search(block.text):
            self.lead, self.year = block, year_of(block.text)
            return
        unread = _UNCLEAR.search(block.text) or _UNREAD.search(block.text)
        if self._is_under_lead(block) or unread:
            self.doubts.append(
                Doubt("doubt-amendment-unclear", block.line, {"text": block.text[:160]})
            )
            if self._is_under_lead(block):
                self.lines.add(block.line)
                self.listed.add(block.line)
            return
        self.lead = None

    def _before_and_after(self, block: Block) -> list[Amendment]:
        """Take "Delmål 3", "Nuvarande lydelse: …", "Ny lydelse: …", in one block or several."""
        stated = _BEFORE_AND_AFTER.fullmatch(block.text)
        if block.marker is not None and block.marker.style in LABELS:
            self.target = block.marker.code if stated is not None else None
        if stated is None or self.target is None:
            return []
        self.lines.add(block.line)
        new = (stated["new"] or "").strip(' "\u201d\u201c\u201e\u00bb\u00ab')
        if not new:
            return []
        target, self.target = self.target, None
        place = (block.line, block.page)
        return [Amendment(AmendmentKind.REWORD, self.year, target, new, *place)]

    def _found(self, block: Block) -> Iterator[Amendment]:
        for clause in _clauses(_with_label(block)):
            for each in amendments_in(clause):
                year = year_of(clause) if each.kind is AmendmentKind.REMOVE else None
                yield Amendment(
                    each.kind,
                    year or self.year,
                    each.target,
                    each.text,
                    block.line,
                    block.page,
                    each.replaced,
                )

    def _tell_of_unread(self, block: Block) -> None:
        """A point may say more than was read in it."""
        for clause in _clauses(_with_label(block)):
            if _UNREAD.search(_QUOTES.sub("", clause)) and not any(amendments_in(clause)):
                self.doubts.append(
                    Doubt("doubt-amendment-unclear", block.line, {"text": clause[:160]})
                )

    def _is_under_lead(self, block: Block) -> bool:
        lead = self.lead
        if lead is None or block.marker is None:
            return False
        return lead.marker is None or lead.marker.style is not block.marker.style
