"""The words that a decision changes a list with: "delmål 3 får lydelsen …", "delmål 5 utgår"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from goals.amending import joined
from goals.document import Amendment, AmendmentKind

_FLAGS = re.IGNORECASE
_OPEN = "[\"'\u201c\u201d\u201e\u2019\u2018\u00bb\u00ab]"
_INSIDE = r"[^\"\u201c\u201d\u201e\u00bb\u00ab]"
_QUOTED = rf"{_OPEN}(?P<{{0}}>{_INSIDE}+?){_OPEN}(?=[\s.,;:)]|$)"
_NEW_WORDING = _QUOTED.format("quoted")
_NUMBER = r"[A-ZÅÄÖ]{0,3}\d{1,2}(?:[.:]\d{1,2})*|(?<!\w)[A-HJ-ZÅÄÖ](?![\w])"
_ONE_NUMBER = r"(?:\d[\d.]*|[A-HJ-Z](?!\w))"
_ORDINALS = (
    *("första", "andra", "tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde"),
    *("nionde", "tionde"),
)
_NUMBERS = ("ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio")
_TARGET = (
    rf"(?:(?P<kind>\w{{0,14}})mål(?:et|en)?\s+(?:nr\.?\s*|nummer\s+|punkt\s+)?"
    rf"(?P<codes>(?:{_NUMBER})(?:(?:\s*,\s*|\s+och\s+|\s+samt\s+|\s*[\u2013-]\s*)"
    rf"(?:(?:del|etapp|års)?mål(?:et)?\s+)?(?:{_NUMBER}))*)"
    rf"|(?:del|etapp|års)målet\s+(?:om\s+)?{_QUOTED.format('words')}"
    r"|(?P<what>del|etapp|års|)målet\s+om\s+(?P<topic>[^\"\u201c\u201d:;,]{3,50}?)"
    rf"|(?:det\s+)?(?P<ordinal>{'|'.join(_ORDINALS)}|sista)\s+(?P<which>del|)målet"
    r"|punkt(?:en)?\s+(?P<point>\d{1,2}))"
)
"""Which of the list: its number, its words or its place."""
_BELOW = ("del", "etapp", "års")
"""What makes a goal a sub-goal."""
_NEW_GOAL = re.compile(r"\bny(?:tt|a)\s+mål\b", _FLAGS)
_WHERE = (
    rf"(?:\s+{_OPEN}{_INSIDE}+{_OPEN}(?=\s))?"
    r"(?:\s+(?:om|i|för|ur|från|på)\s+[^\"\u201c\u201d:;,]{2,50}?)?:?"
)
_WORDING = (
    r"(?:den\s+|en\s+|denna\s+)?(?:följande\s+|nya\s+|ny\s+|ändrade?\s+)*"
    r"(?:lydelse[n]?|formulering(?:en)?|ordalydelse[n]?|text(?:en)?)"
)
_SHALL = r"(?:(?:ska|skall|därmed|därför|således|helt|i\s?stället)\s+)*"
_REWORDS = (
    rf"{_SHALL}(?:(?:får|få|ges|ge|har|ha|erhåller)\s+{_WORDING}(?:\s+att\s+gälla)?"
    r"|(?:ändras|omformuleras|formuleras\s+om|justeras|korrigeras|revideras)"
    r"\s+till(?:\s+att\s+lyda)?"
    r"|(?:ersätts|ersättas|byts\s+ut|bytas\s+ut)\s+(?:i\s+sin\s+helhet\s+)?(?:med|av|mot)"
    r"|lyder|lyda|blir|formuleras(?:\s+som)?)"
)
_REMOVES = (
    rf"{_SHALL}(?:utgår|utgå|stryks|strykas|tas\s+bort|slopas|avslutas|upphör|utesluts"
    r"|inte\s+antas|antas\s+inte|lyfts\s+(?:ur|bort)|inte\s+tas\s+med"
    r"|inte\s+längre\s+gäller|inte\s+längre\s+ska\s+gälla|gäller\s+inte|gälla\s+inte)"
)
_NEW = (
    r"(?:(?:följande|en|ett|två|tre)\s+)?(?:ny(?:tt|a)?\s+|ytterligare\s+(?:ett\s+)?)*"
    r"(?:(?:del|etapp|års)mål(?:et|en)?|(?<=nytt )mål|(?<=ny )punkt)"
    rf"(?:\s+(?:nr\s+)?(?:{_NUMBER}))?(?:\s+om\s+[^\"\u201c\u201d:;,]{{3,50}}?)?(?:\s+(?:sist|först)(?:\s+i\s+\w+)?)?"
    rf"(?:\s+(?:efter|före|under|som)\s+(?:(?:nr|nummer|punkt|(?:del)?mål(?:et)?)\s+)?(?:{_NUMBER}))?"
)
_TEXT = rf"\s*(?P<colon>:)?,?\s*(?:{_NEW_WORDING}|(?P<rest>\S.*?))\.?$"
_SWAPS = r"(?:(?:ska|skall)\s+)?(?:byta?s?\s+ut|bytas\s+ut|byts|ersätta?s?|ersättas|ändras?|ändra)"
_BY = r"(?:ut\s+)?(?:mot|med|av|till)"
_A_WORD = r"(?:(?:ordet|orden|uttrycket|formuleringen|texten|siffran|meningen)\s+)?"
_FROM = (
    rf"(?:(?:från\s+)?{_A_WORD}{_QUOTED.format('old')}"
    rf"|(?:den\s+)?(?P<sentence>(?:{'|'.join(_ORDINALS)}|sista)\s+meningen))"
)
_TO = rf"{_A_WORD}{_QUOTED.format('new')}"
_ENTERS = (
    r"(?:(?:läggs\s+(?:till|in)|införs|tillförs|antas|tillkommer|(?:tas|förs|fogas)\s+(?:in|till)"
    r"|fogas|placeras)(?:\s+sist)?)"
)
_BESIDE = rf"(?P<side>efter|före|framför|mellan)\s+{_A_WORD}{_QUOTED.format('beside')}"
_LAST = r"(?:(?:i\s+slutet|sist|avslutningsvis|på\s+slutet)(?:\s+av\s+meningen)?)"
_PUTS = r"(?:läggs|lägga|införs|införa|infoga[s]?|tillförs|tillfogas|förs|fogas|tas|skjuts)"
_TO_ADD = r"(?:föra\s+in|lägga\s+till|lägger\s+till|ta\s+in|införa|tillföra|anta|foga(?:\s+till)?)"
_PATTERNS: tuple[tuple[AmendmentKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, _FLAGS))
    for kind, patterns in {
        AmendmentKind.REPLACE: (
            rf"(?:i\s+)?{_TARGET}:?\s+(?:{_SWAPS}\s+|ska\s+)?{_FROM}\s+(?:{_SWAPS}\s+)?{_BY}\s+{_TO}",
            rf"(?:{_SWAPS}\s+)?{_FROM}\s+i\s+{_TARGET}\s+(?:{_SWAPS}\s+)?{_BY}\s+{_TO}",
            rf"{_FROM}\s+{_SWAPS}\s+{_BY}\s+{_TO}\s+i\s+{_TARGET}",
            rf"(?:stryka?\s+|ta\s+bort\s+)?{_FROM}\s+(?:i|ur|från)\s+{_TARGET}(?:\s+{_REMOVES})?\.?$",
            (
                rf"(?:i|ur|från)\s+{_TARGET}\s+(?:stryka?s?|strykas|ta\s+bort|tas|utgår)\s+{_FROM}"
                r"(?:\s+bort)?\.?$"
            ),
            rf"{_FROM}\s+{_REMOVES}\s+(?:i|ur|från)\s+{_TARGET}\.?$",
            rf"(?:i\s+)?{_TARGET}:\s+(?!{_OPEN}){_FROM}\s+{_REMOVES}\.?$",
            rf"{_TARGET},?\s+tillägg(?:\s+{_LAST}|\s+sist\s+i\s+meningen)?:?\s+{_TO}\.?$",
            rf"(?:i\s+)?{_TARGET}:?\s+ska(?:ll)?\s+{_FROM}\s+(?:vara|stå|bli|läsas|lyda)\s+{_TO}\.?$",
            (
                rf"(?:i\s+)?{_TARGET}:?\s+(?:ska(?:ll)?\s+det\s+(?:i\s+stället\s+)?stå\s+)?{_TO}"
                rf"\s+i\s?stället\s+för\s+{_FROM}\.?$"
            ),
            (
                rf"(?:i\s+|till\s+)?{_TARGET}:?,?\s+(?:{_PUTS}\s+(?:till\s+|in\s+)?)?{_BESIDE}\s+"
                rf"(?:{_PUTS}\s+(?:till\s+|in\s+)?)?{_TO}(?:\s+(?:till|in))?\.?$"
            ),
            (
                rf"(?:i\s+|till\s+)?{_TARGET}:?,?\s+{_PUTS}\s+(?:till\s+|in\s+)?{_TO}\s+"
                rf"(?:(?:till|in)\s+)?{_BESIDE}\.?$"
            ),
            (
                rf"(?:i\s+|till\s+)?{_TARGET}:?,?\s+(?:{_SHALL}kompletteras|{_PUTS}|får\s+tillägget"
                rf"|utökas)\s+(?:{_LAST}\s+)?(?:med\s+)?(?:till\s+|in\s+)?"
                rf"(?:tillägget\s+)?{_TO}(?:\s+(?:till|in))?(?:\s+{_LAST})?\.?$"
            ),
        ),
        AmendmentKind.REWORD: (
            (
                rf"(?:ge\s+|ändra\s+|ersätta\s+|omformulera\s+|låta\s+)?{_TARGET}{_WHERE},?\s+"
                rf"(?:så\s+att\s+det\s+)?(?:{_REWORDS}"
                rf"|(?:följande\s+|ny\s+)?(?:lydelse[n]?|formulering(?:en)?)|till|med){_TEXT}"
            ),
            (
                rf"{_TARGET}\s[^\"\u201c\u201d:;]{{2,120}}?\b(?:lyder|lyda|lydelsen)\s*:?\s*"
                rf"{_NEW_WORDING}\.?$"
            ),
            (
                rf"(?:lydelsen|texten|formuleringen)\s+(?:av|i|på|för)\s+{_TARGET}\s+"
                rf"(?:{_REWORDS}|ska\s+vara){_TEXT}"
            ),
            (
                rf"(?:ändring|omformulering|justering)\s+av\s+{_TARGET}"
                rf"(?:,?\s+som\s+(?:{_REWORDS})|\s+till|\s+enligt\s+följande)?{_TEXT}"
            ),
            rf"{_TARGET}:\s+{_NEW_WORDING}\.?$",
            rf"{_TARGET}:?\s+(?:hela\s+)?(?:texten|lydelsen|formuleringen)\s+{_REWORDS}{_TEXT}",
            (
                rf"(?:dock\s+)?(?:ska|skall|får|ges)\s+{_TARGET}\s+(?:(?:ha|få|ges)\s+)?"
                rf"(?:{_WORDING}|lyda){_TEXT}"
            ),
        ),
        AmendmentKind.REMOVE: (
            rf"{_TARGET}{_WHERE}\s+{_REMOVES}\b.*$",
            rf"(?:stryka|ta\s+bort|utesluta|slopa|låta|avsluta)\s+{_TARGET}(?:\s+utgå)?\.?$",
            rf"(?:dock\s+)?(?:utgår|stryks|slopas|tas)\s+{_TARGET}(?:\s+bort)?\.?$",
            rf"(?:strykning|borttagande|undantag)\s+(?:av|för|från)\s+{_TARGET}(?:,?\s+som\b.*)?\.?$",
            rf"(?:förutom|utom|undantaget)\s+{_TARGET}(?:,?\s+som\b.*)?\.?$",
        ),
        AmendmentKind.ADD: (
            rf"(?:som\s+|att\s+)?{_NEW}\s+{_ENTERS}(?:\s+med\s+{_WORDING})?{_TEXT}",
            (
                rf"(?:{_TO_ADD}|komplettera\s+(?:listan\s+|delmålen\s+)?med|"
                rf"(?:delmålen|listan)\s+kompletteras\s+med)\s+{_NEW}(?:\s+med\s+{_WORDING})?{_TEXT}"
            ),
            rf"{_NEW}\s+(?:(?:som\s+lyder|med\s+{_WORDING})[,:]?\s+)?{_NEW_WORDING}\s+{_ENTERS}\b.*$",
            rf"som\s+{_NEW}\s+{_TO_ADD}{_TEXT}",
            rf"[^\"\u201c\u201d]*\b(?:utökas|kompletteras)\s+med\s+{_NEW}(?:\s+som\s+lyder)?{_TEXT}",
            rf"(?:som\s+)?(?=(?:ett\s+|en\s+)?ny(?:tt)?\s){_NEW}\s*(?:lyder\s*:?|:){_TEXT}",
            rf"{_NEW_WORDING}\s+{_ENTERS}\s+som\s+{_NEW}\.?$",
            rf"tillägg(?:et)?\s+av\s+{_NEW}(?:,?\s+(?:som\s+lyder|med\s+{_WORDING}))?{_TEXT}",
            (
                rf"(?:(?:efter|före|under|som|därefter)\s+(?:{_TARGET}\s+)?)?"
                rf"(?:läggs|införs|tillkommer|tillförs|tillfogas|(?:tas|förs|skjuts)(?:\s+in)?)\s+"
                rf"{_NEW}(?:\s+(?:till|in))?(?:\s+(?:som\s+lyder|med\s+{_WORDING}))?{_TEXT}"
            ),
            rf"\w{{0,14}}mål(?:et)?\s+(?:nr\s+)?(?:{_NUMBER})\s+(?:{_ENTERS}|\(nytt?\)){_TEXT}",
        ),
    }.items()
    for pattern in patterns
)
_MERGE = re.compile(
    r"\b(?:slås?|läggs?|förs?|lägga|föra)\s+(?:ihop|samman)\b"
    r"|\bersätts\s+(?:av|med)\s+ett\s+(?:gemensamt|enda|nytt|samlat)\b",
    _FLAGS,
)
_MERGES = re.compile(
    rf"(?:slå\s+(?:ihop|samman)\s+)?{_TARGET}{_WHERE}"
    r"(?:\s+(?:ska\s+|skall\s+)?(?:(?:slås|läggs|förs|slå|lägga|föra)\s+(?:ihop|samman)"
    r"|ersätts\s+(?:av|med)(?=\s+ett)))?"
    rf"(?:\s+med\s+(?:(?:del)?mål(?:et)?\s+|punkt(?:en)?\s+)?(?P<other>{_NUMBER}))?"
    r"(?:\s+(?:till\s+)?ett(?:\s+(?:enda|gemensamt|nytt|samlat))*(?:\s+(?:del)?mål)?|\s+till)?"
    rf",?(?:\s+(?:och|som|med|att))*(?:\s*(?:{_REWORDS}|{_WORDING}))?{_TEXT}",
    _FLAGS,
)
_DIVIDES = re.compile(
    rf"{_TARGET}\s+{_SHALL}delas(?:\s+upp)?\s+(?:i|på|till)\s+två(?:\s+(?:nya\s+)?delmål)?\s*[:,]?\s*"
    rf"{_NEW_WORDING}\s+(?:och|samt)\s+{_QUOTED.format('second')}\.?$",
    _FLAGS,
)
_NO_WORDING = re.compile(r"(?:för|som|om|att|enligt|i|med|och)\b", _FLAGS)
_VERB = r"(?:utgår|stryks|tas\s+bort|får|ges|ändras|ersätts|ska|lyder)\b"
_ALTERS = r"(?:ändring|justering|skillnad|tillägg|undantag|revidering|komplettering)"
_ANNOUNCED = (
    rf",?\s+(?:dock\s+)?med\s+(?:(?:den|det|de|följande|dessa|nedanstående)\s+)*{_ALTERS}\w*"
    r"(?:\s+att\s+|:\s*)"
    rf"|,?\s+(?:dock\s+)?med\s+(?=(?:{_ALTERS}\w*|strykning|borttagande|omformulering)"
    r"\s+(?:av|för|från)\s)"
    r"|,?\s+varvid\s+"
    r"|,?\s+(?=(?:dock\s+(?:ska|skall|får|ges|utgår|stryks|tas)|förutom|utom|undantaget)\s)"
)
_CLAUSE = re.compile(
    rf"(?P<announced>{_ANNOUNCED})"
    r"|(?:,|;)?\s+(?:samt|och)\s+att\s+|,\s+att\s+|\bbeslutar?\s+att\s+|;\s*"
    rf"|,\s+(?=(?:del)?mål(?:et)?\s+{_ONE_NUMBER}\s+{_VERB})"
    rf"|,?\s+(?:och|samt)\s+(?=(?:del)?mål(?:et)?\s+{_ONE_NUMBER}\s+{_VERB}"
    r"|(?:ett\s+)?nytt\s+(?:del)?mål|lägger\s+till\s)"
    r"|(?<=[.”\"])\s+(?-i:(?=[A-ZÅÄÖ]|[Dd]elmål))",
    _FLAGS,
)
_IN_WORDING = re.compile(r":\s+(?-i:[A-ZÅÄÖ])[^\"\u201c\u201d\u201e\u00bb\u00ab]*$", _FLAGS)
"""A wording without quotation marks has begun: it may have sentences, and "att" of its own."""
_NEXT_CHANGE = re.compile(
    r"(?:att\s+)?(?:(?:i|som|ett|en|under|efter|det|ordet|orden|stryka|ändra|ge|lägga\s+till)\s+)*"
    rf"(?:\w{{0,14}}mål(?:et|en)?\b|punkt|ny|{_OPEN}|(?:{'|'.join(_ORDINALS)})\s)",
    _FLAGS,
)
_QUOTES = re.compile(rf"{_OPEN.replace(chr(39), '')}{_INSIDE}*{_OPEN.replace(chr(39), '')}")
_ALONE = re.compile(rf"{_NEW_WORDING}\.?$")
_TRAILING = re.compile(r"[,;.]?(?: och| samt)?$")
_NAMES = re.compile(
    rf"\b\w*mål(?:et|en)?\s+(?:nr\s+)?{_ONE_NUMBER}|\bmålet\s+om\s|\bpunkt(?:en)?\s+\d"
    rf"|\bdelmålet\s+{_OPEN}|\b(?:{'|'.join(_ORDINALS)})\s+(?:del)?mål(?:et)?\b"
    r"|\b(?:nytt|ytterligare\s+ett)\s+(?:del)?mål\b|\bny\s+punkt\b|\btillägg\w*\s+av\b",
    _FLAGS,
)
_ALTERS_SOMETHING = re.compile(
    r"\b(?:utgår|stryk\w*|tas\s+bort|byt(?:s|a)\s+ut|byter|ersätt\w*|ges|får(?! i uppdrag)"
    r"|lyd\w*|formuleras"
    r"|läggs?\s+till|lägger\s+till|ändra\w*|ändring\w*|justera\w*|tillägg\w*|undantag\w*"
    r"|utöka\w*|komplettera\w*|gäller\s+inte|inte\s+längre"
    r"|förutom|flyttas|delas|slås?|antas\s+inte|inte\s+antas|lyfts|slopas|utesluts|nytt|ytterligare)\b",
    _FLAGS,
)


@dataclass(frozen=True, slots=True)
class Clause:
    """One point of a sentence."""

    text: str
    announced: bool = False
    """Whether the words before it say that a change follows: "med ändringen att"."""

    @property
    def names_change(self) -> bool:
        """Whether it says that something of a list is changed, be it understood or not."""
        words = _QUOTES.sub(" ", self.text)
        if not _NAMES.search(words):
            return False
        return self.announced or _ALTERS_SOMETHING.search(words) is not None


def clauses(text: str) -> Iterator[Clause]:
    """The points of a sentence, "att … och att …"; what stands in quotation marks is whole."""
    quotes = [found.span() for found in _QUOTES.finditer(text)]
    start, before = 0, ""
    for found in _CLAUSE.finditer(text):
        said = text[start : found.start()]
        if _IN_WORDING.search(said) and not _NEXT_CHANGE.match(text, found.end()):
            continue
        if not any(first < found.start() and found.end() < last for first, last in quotes):
            yield _clause(text[start : found.start()], before)
            start, before = found.end(), found["announced"] or before
    yield _clause(text[start:], before)


def _clause(text: str, announced: str) -> Clause:
    """What an addition announces, "med tillägget: …", is a new sub-goal where it is quoted."""
    adds = "tillägg" in announced.casefold() and re.match(_OPEN, text) is not None
    stands_alone = adds and _ALONE.match(text) is not None
    return Clause(f"nytt delmål: {text}" if stands_alone else text, bool(announced))


def amendments_in(text: str) -> Iterator[Amendment]:
    """The amendments of one clause; several where it names several sub-goals."""
    clause = _in_figures(_TRAILING.sub("", " ".join(text.split())))
    clause = clause.removeprefix("att ").removeprefix("Att ")
    if (found := _DIVIDES.match(clause)) is not None:
        target = next(_targets(found.groupdict()), None)
        yield Amendment(AmendmentKind.REWORD, None, target, found["quoted"])
        yield Amendment(AmendmentKind.ADD, None, None, found["second"])
        return
    if _MERGE.search(_QUOTES.sub("", clause)):
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
            given_up = parts.get("old") or parts.get("sentence") or parts.get("beside")
            named = [
                parts[each] for each in ("kind", "what", "which") if parts.get(each) is not None
            ]
            of_goal = any((each or "").casefold() not in _BELOW for each in named)
            if kind is AmendmentKind.ADD:
                of_goal = _NEW_GOAL.search(_QUOTES.sub("", clause)) is not None
            yield Amendment(kind, None, target, new, replaced=given_up, of_goal=of_goal)
        return


def _in_figures(clause: str) -> str:
    """The clause with figures: "delmål tre" is delmål 3, and "ett sjätte delmål" is a new one."""
    clause = re.sub(
        rf"(?<=mål )({'|'.join(_NUMBERS)})\b",
        lambda found: str(_NUMBERS.index(found[1].casefold()) + 1),
        clause,
        flags=_FLAGS,
    )
    return re.sub(
        rf"\bett (?:{'|'.join(_ORDINALS)}) (?=delmål\b)", "ett nytt ", clause, flags=_FLAGS
    )


def _merged(clause: str) -> Iterator[Amendment]:
    """Of sub-goals that become one the first has the new wording, and the others go."""
    found = _MERGES.match(clause)
    parts = found.groupdict() if found is not None else {}
    first, *others = list(_targets(parts)) or [""]
    others += [parts["other"]] if parts.get("other") else []
    text = _wording(AmendmentKind.REWORD, parts)
    if not others or text is None:
        return
    yield Amendment(AmendmentKind.REWORD, None, first, text.strip())
    yield from (Amendment(AmendmentKind.REMOVE, None, each) for each in others)


def _wording(kind: AmendmentKind, parts: Mapping[str, str | None]) -> str | None:
    if kind is AmendmentKind.REPLACE:
        new, beside = parts.get("new") or "", parts.get("beside")
        if beside is None:
            return new
        return joined(beside, new) if parts["side"] == "efter" else joined(new, beside)
    if parts.get("quoted"):
        return parts["quoted"]
    rest = parts.get("rest") or ""
    stated = parts.get("colon") or rest[:1].isupper()
    return rest if rest and stated and not _NO_WORDING.match(rest) else None


def _targets(parts: Mapping[str, str | None]) -> Iterator[str]:
    if parts.get("codes"):
        codes = parts["codes"] or ""
        span = re.fullmatch(r"(\d+)\s*[\u2013-]\s*(\d+)", codes)
        if span is not None:
            yield from (str(each) for each in range(int(span[1]), int(span[2]) + 1))
        else:
            yield from re.findall(_NUMBER, codes, _FLAGS)
    elif parts.get("words"):
        yield parts["words"] or ""
    elif parts.get("topic"):
        yield parts["topic"] or ""
    elif parts.get("point"):
        yield parts["point"] or ""
    elif (ordinal := (parts.get("ordinal") or "").casefold()) in _ORDINALS:
        yield str(_ORDINALS.index(ordinal) + 1)
