"""The mark before a list item: a bullet, a number, a code, or a label such as "Mål 3:"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from storage.documents.goal_words import OTHER_MAL
from storage.documents.text_lines import BULLET


class Style(StrEnum):
    """How a list item is marked."""

    BULLET = "bullet"
    NUMBER = "number"
    """1. or 1) or (1) or 1.1"""
    CODE = "code"
    """A1 or M2:1"""
    LETTER = "letter"
    """a) or A."""
    GOAL_LABEL = "goal-label"
    """Mål 3:"""
    SUBGOAL_LABEL = "subgoal-label"
    """Delmål 1.2:"""
    COUNCIL_LABEL = "council-label"
    """KF-mål 2:"""
    THAT = "that"
    """A point of a decision that begins with "att" and has no other mark."""


LABELS = frozenset({Style.GOAL_LABEL, Style.SUBGOAL_LABEL, Style.COUNCIL_LABEL})
CODED = frozenset({Style.NUMBER, Style.CODE})
DASHES = "\u2013\u2014"


@dataclass(frozen=True, slots=True)
class Marker:
    """The mark before a list item."""

    style: Style
    code: str | None
    text: str
    """What stands after it."""
    name: str = ""
    """Of a label the kind of goal that it names: "resultat" of "Resultatmål 3:", "övergripande"."""
    whose: bool = False
    """Whether a label says whose goal it is: "Nämndens mål: …", "Nämndmål 2"."""
    year: int | None = None
    """The year that a label names: "Delmål 2027: …"."""

    @property
    def depth(self) -> int:
        """1 for "1" and "A", 2 for "1.1" and "A1", 3 for "M2:1"."""
        if self.code is None:
            return 1
        numbers = len(re.findall(r"\d+", self.code))
        return max(1, numbers + (numbers > 0 and self.code[0].isalpha()))

    @property
    def number(self) -> int | None:
        """The last number of its code, the Roman one that it is, or its capital letter's place."""
        code = self.code or ""
        last = re.search(r"\d+$", code)
        if last is None and self.is_capital:
            if code in _ROMAN:
                return _ROMAN.index(code) + 1
            return ord(code) - ord("A") + 1 if len(code) == 1 else None
        return int(last[0]) if last else None

    @property
    def is_capital(self) -> bool:
        """Whether it is "A." or "IV.": numbers after it lie under it."""
        return self.style is Style.LETTER and (self.code or "").isupper()

    @property
    def stem(self) -> str:
        """The code without its last number: "1." of "1.2", "M" of "M2"."""
        return "" if self.is_capital else re.sub(r"\d+$", "", self.code or "")


_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_PERIOD = "[.):]"
_BULLETED = re.compile(
    rf"(?:{BULLET}\s*|\[[ xX]?\]\s*"
    rf"|-\s*(?=[^\W\d_]|[\"\u201d])|-\s+|[*{DASHES}]\s+|[{DASHES}](?=[^\W\d_])"
    r"|\.\s+(?=[^\W\d_])|o\s+(?=[A-ZÅÄÖ])|[+>]\s+(?=[^\W\d_]))(?=\S)"
)
_ENCLOSED = re.compile(r"\((\d{1,2}|[a-h])\)\s+(?=\S)")
_NUMBERED = re.compile(
    r"(\d{1,2}(?:[.:]\d{1,2}){0,3})(?:[.)]\s*(?=\D)|[.)]\s+(?=\d+(?: \d{3})* (?!\d)\S)|:\s+(?=\D)"
    rf"|\s+(?=[A-ZÅÄÖ])|\s+[{DASHES}-]\s+(?=[A-ZÅÄÖ]))(?=\S)"
)
_WITH_WORD = re.compile(r"(?:Nr|Nummer|Punkt)\.? (\d{1,2})(?:[.):]\s*|\s+)(?=[A-ZÅÄÖ])")
PLAIN_NUMBER = re.compile(r"\d{1,2}\s")
_PARENTHESISED = re.compile(r"\((\d{1,2})\)\s+(?=\S)")
_CODED = re.compile(
    r"([A-ZÅÄÖ]{1,3}[.:]?\d{1,2}(?:[.:]\d{1,2}){0,2}"
    r"|[A-ZÅÄÖ]{1,4} \d{1,2}(?=[.:] |\s{2,}[A-ZÅÄÖ]))"
    rf"(?:{_PERIOD}\s*|\s+(?=[A-ZÅÄÖ])|\s+[{DASHES}-]\s+(?=\S))(?=\S)"
)
_LETTERED = re.compile(
    r"([A-ZÅÄÖa-zåäö](?=\))|[A-ZÅÄÖa-zåäö](?=\.\s+[A-ZÅÄÖ])|[a-h](?=\.\s+\w{3})|[IVX]{2,4})[).]\s*(?=\S)"
    r"|([A-H])\s{3,}(?=[A-ZÅÄÖ](?:(?!\s{3}).)+$)"
)
_OWNER = (
    r"(?:(?P<council>(?:kommun)?fullmäktiges?|kf(?::?s)?)"
    r"|(?:[\w\-]+,? (?:och|samt) )?\w*(?:nämndens|styrelsens))"
)
_ADJECTIVE = (
    r"(?:(?P<over>(?:kommun|koncern)?övergripande|kommungemensam\w*)|strategiskt?|prioriterat"
    r"|långsiktigt|politiskt?|gemensamt|(?P<new>nytt))"
)
_KIND = (
    r"(?P<subgoal>(?:del|etapp|års)mål)|(?P<of_council>kf|kommun|fullmäktige|koncern)-?mål"
    r"|(?:(?P<own>nämnds?|styrelse)"
    r"|(?P<name>resultat|inriktnings|effekt|verksamhets|utvecklings|huvud|kvalitets|prestations"
    r"|enhets)"
    rf"|(?!{OTHER_MAL}|(?:folkhälso|miljökvalitets|agenda)mål)[a-zåäö]{{3,}}?)?mål(?:sättning)?"
)
_OF_COUNCIL = r"(?(council)(?:(?:vilje)?inriktning|prioritering|målbild|målområde)|(?!))"
"""What goals are called, too, where the council stands before: "Fullmäktiges inriktning"."""
_LABEL_NAME = rf"(?:(?P<owner>{_OWNER})[\s\-]\s*)?(?:{_ADJECTIVE} )?(?:{_KIND}|{_OF_COUNCIL})"
_LABEL_CODE = (
    r"(?P<code>(?:[A-ZÅÄÖ]{1,3}[.:]?)?\d{1,2}(?:[.:]\d{1,2}){0,2}"
    r"(?:[a-h]| [a-h](?=[).:]))?(?![a-zåäö])|[A-ZÅÄÖ]|[IVX]{2,4})(?![\d/])"
)
_LABEL = re.compile(
    rf"{_LABEL_NAME}\s+(?:nr\.? )?{_LABEL_CODE}"
    rf"(?:\s*[:.)]\s*|\s+[-{DASHES}]\s*|\s+(?=[A-ZÅÄÖ])|$)",
    re.IGNORECASE,
)
_ORDINALS = ("första", "andra", "tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde")
_NUMBERS = ("ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta")
_WORDED = re.compile(
    rf"(?:(?P<ordinal>{'|'.join(_ORDINALS)}) (?:(?P<sub>delmålet|etappmålet)|målet)"
    rf"|(?:mål|(?P<below>delmål|etappmål)) (?P<number>{'|'.join(_NUMBERS)}))"
    r":\s+(?=[A-ZÅÄÖ])",
    re.IGNORECASE,
)
"""A number in words: "Första målet: …", "Delmål två: …"."""
_ALONE = re.compile(rf"{_LABEL_NAME}:?", re.IGNORECASE)
_REFERENCE = re.compile(
    rf"(?:till|under|avser|kopplat till|för) {_LABEL_NAME}\s+{_LABEL_CODE}:?", re.IGNORECASE
)
_RUN_IN = re.compile(
    rf"{_LABEL_NAME}(?: \((?:KF|fullmäktige)\))?(?: (?:för )?(?P<year>(?:19|20)\d\d))?\s*:\s+"
    r"(?=[A-ZÅÄÖ]\S*\s+\S+\s+\S)",
    re.IGNORECASE,
)


def read_marker(text: str) -> Marker | None:
    """The mark that a line begins with, if it is a list item."""
    if (label := _label(text)) is not None:
        return label
    if (bullet := _BULLETED.match(text)) is not None:
        rest = text[bullet.end() :]
        inner = _label(rest) or read_code(rest)
        if inner is not None and not PLAIN_NUMBER.match(rest):
            return inner
        return Marker(Style.BULLET, None, rest)
    coded = read_code(text)
    label = _label(coded.text) if coded is not None else None
    if label is not None and coded is not None:
        return replace(label, code=label.code or coded.code)
    return coded


def label_alone(text: str) -> Marker | None:
    """A label without number and words, "Strategiskt mål": what it labels stands after it."""
    found = _ALONE.fullmatch(text) if text[:1].isupper() else None
    return _labelled(found, None, "") if found is not None else None


def read_code(text: str) -> Marker | None:
    """The number, code or letter that a text begins with."""
    if (enclosed := _ENCLOSED.match(text)) is not None:
        style = Style.NUMBER if enclosed[1].isdigit() else Style.LETTER
        return Marker(style, enclosed[1], text[enclosed.end() :])
    for style, pattern in (
        (Style.NUMBER, _WITH_WORD),
        (Style.NUMBER, _NUMBERED),
        (Style.NUMBER, _PARENTHESISED),
        (Style.CODE, _CODED),
        (Style.LETTER, _LETTERED),
    ):
        if (found := pattern.match(text)) is not None:
            return Marker(style, found[found.lastindex or 1], text[found.end() :])
    return None


def _label(text: str) -> Marker | None:
    if not text[:1].isupper():
        return None
    if (label := _WORDED.match(text)) is not None:
        word = (label["ordinal"] or label["number"]).casefold()
        words = _ORDINALS if label["ordinal"] else _NUMBERS
        style = Style.SUBGOAL_LABEL if label["sub"] or label["below"] else Style.GOAL_LABEL
        return Marker(style, str(words.index(word) + 1), text[label.end() :])
    if (label := _LABEL.match(text)) is not None:
        rest = text[label.end() :]
        capital = not rest or not rest[0].islower() or ":" in label[0]
        if (capital and not label["code"].isalpha()) or label["code"].isupper():
            return _labelled(label, label["code"], rest)
    if (label := _REFERENCE.fullmatch(text)) is not None:
        return _labelled(label, label["code"], "")
    if (label := _RUN_IN.match(text)) is not None and text[label.end()].isupper():
        named = label["year"]
        return replace(
            _labelled(label, None, text[label.end() :]), year=int(named) if named else None
        )
    return None


def _labelled(label: re.Match[str], code: str | None, text: str) -> Marker:
    name = label["name"] or label["over"] or label["new"] or ""
    whose = bool(label["owner"] or label["own"])
    return Marker(_label_style(label), code, text, name.casefold(), whose)


def _label_style(label: re.Match[str]) -> Style:
    if label["subgoal"]:
        return Style.SUBGOAL_LABEL
    if label["council"] or label["over"] or label["of_council"]:
        return Style.COUNCIL_LABEL
    return Style.GOAL_LABEL
