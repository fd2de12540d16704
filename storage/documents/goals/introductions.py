"""What a line or a heading says about the list under it: are they goals, whose, of which year?"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from goals.goal import Period
from storage.documents.facts.bodies import COUNCIL, bodies_in, owners_in
from storage.documents.goal_words import (
    GOAL,
    SUBGOAL,
    is_whole_heading,
    names_goals,
    names_subgoals,
    pair_in,
    periods_in,
    year_of,
    years_in,
)
from storage.documents.outline.blocks import Block
from storage.documents.outline.sections import Section


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
    overarching: bool = False
    """Whether they are said to stand over the body's own: "kommunövergripande mål"."""
    is_heading: bool = False
    """Whether it is a heading, and not a sentence that points at a list."""
    in_account: bool = False
    """Whether it is a sentence of the account: background, summary, consequences."""
    next_year: int | None = None
    """The year after `year`, where sub-goals are said to hold for both."""

    @property
    def names_whose(self) -> bool:
        """Whether it says whose goals they are, if only "nämndens"."""
        return bool(self.owners or self.overarching or _OWN.search(self.text))

    @property
    def says_which(self) -> bool:
        """Whether it says itself whose goals they are, of when, or what for."""
        when = years_in(self.text) or periods_in(self.text)
        whose = bodies_in(self.text) or _OWN.search(self.text)
        return bool(when or whose or _AIMED.fullmatch(self.text))

    @property
    def points_on(self) -> bool:
        """Whether its words say that what it speaks of follows."""
        return any(each.search(self.text) for each in (_POINTS_ON, _FOLLOWS))

    @property
    def is_own(self) -> bool:
        """Whether it says that the goals are a body's own: "Nämndens mål", "Kulturnämndens mål"."""
        return (
            not self.overarching
            and COUNCIL not in self.owners
            and bool(self.owners or _OWN.search(self.text))
        )

    def within(self, outer: Introduction | None) -> Introduction:
        """The same with what the heading that it stands under says besides."""
        if outer is None:
            return self
        if outer.listed is Listed.OTHER:
            return self if self.names_whose else replace(self, owners=outer.owners)
        whose = self if self.names_whose else outer
        return replace(
            self,
            year=self.year or outer.year,
            next_year=self.next_year if self.year else outer.next_year,
            period=self.period or (outer.period if self.listed is not Listed.SUBGOALS else None),
            owners=whose.owners,
            overarching=whose.overarching and self.listed is not Listed.SUBGOALS,
        )

    @property
    def is_past(self) -> bool:
        """Whether what it lists, even labelled, is none of the body's goals now."""
        return self.listed is Listed.OTHER and _PAST.search(self.text) is not None

    @property
    def is_bare(self) -> bool:
        """Whether it says neither whose nor when: "Mål:"."""
        said = self.year or self.period or self.owners or _WHOSE.search(self.text)
        return self.listed is not Listed.SUBGOALS and not said


_BOTH = re.compile(
    rf"{GOAL}[^.:]{{0,60}}?(?:,|\b(?:och|samt|med|&)) (?:[\w\-]+ ){{0,3}}?(?:{SUBGOAL}|delmåls\w+)",
    re.IGNORECASE,
)
_CAPTION = re.compile(r"tabell \d", re.IGNORECASE)
_OVERARCHING = re.compile(
    r"\b(?:(?:kommun|koncern)?övergripande|kommungemensam\w*|kommunens|kf|kf:s|fullmäktiges"
    r"|kommunfullmäktiges)\b[^.:]{0,40}mål|\b(?:kommun|koncern|fullmäktige)mål|\bmål\w* från"
    r" (?:kommun)?fullmäktige",
    re.IGNORECASE,
)
_SET_BY_COUNCIL = re.compile(
    r"(?:kommun)?fullmäktige (?:har |hade )?(?:\w+ )?(?:beslut|fattat|anta|antog|faststäl|satt)"
    r"[^:]{0,90}\bmål",
    re.IGNORECASE,
)
"""Whose they are is said by who decided on them: "Fullmäktige beslutade om följande mål"."""
_GONE = (
    r"utgår?|utgått|borttagna|tas bort|stryk[as]+|upphör|avslutas|avslutade|avför[as]+"
    r"|slopas|slopade"
    r"|bered[as]+ vidare|skjut[as]+|skjutits|uppskj\w+|senarelägg\w*|vilande|gällde|strök\w*"
    r"|avslår|flytta[srt]+|hänskjut\w*|inkomna|diskuter\w*|uppfyllda|nåddes|uppnåddes"
    r"|löper ut|går ut|(?:bifölls|antogs) (?:inte|ej)"
    r"|tidigare|föregående|förra årets|fjolårets|avslås"
    r"|(?:inte|ej) (?!ska|ändr|berör|revider|påverka|rangord|bara|enbart|endast|minst)\w+"
    r"|avstyrk\w*"
    r"|åter(?:remi\w*|visa\w*)|bordl\w+|avslagna|förkast\w*"
)
"""What is said of goals that hold no more, or are not to."""
_PAST = re.compile(rf"\b(?:{_GONE}|globala|nationella|agenda 2030)\b", re.IGNORECASE)
_AGENDA = re.compile(r"\bagenda 2030\b|\bglobala mål", re.IGNORECASE)
"""Goals of the world, named without the word for goals: "Koppling till Agenda 2030"."""
_OWN = re.compile(r"\b(?:nämndens|styrelsens|verksamhetens|våra|nämnds?mål\w*)\b", re.IGNORECASE)
_WITH_OTHER = re.compile(
    r"(?:[\w\-]+ ){0,4}?[\w\-]*mål(?:en)?(?: (?:för )?\d{4}(?:.\d{2,4})?)?(?:,| och| samt| med) "
    r"(?:(?:delmål|indikatorer|mått|nyckeltal|aktiviteter|åtgärder|uppdrag|strategier|målvärden"
    r"|styrtal|mätetal|ansvar(?:sfördelning|iga?)?(?: (?:nämnd|förvaltning|enhet)\w*)?"
    r"|uppföljning|och|samt),? ?){1,5}(?:för )?(?:\d{4}(?:.\d{2,4})?)?:?",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:part i|domstol\w*|globala|agenda 2030|nationella|folkhälsomål\w*"
    r"|miljökvalitetsmål\w*|vision\w*"
    r"|mål för (?:dagen|mötet|kvällen|träffen|besöket|eleverna|barnen)"
    r"|finansiella|motion\w*|medborgarförslag\w*|interpellation\w*|remiss\w*"
    r"|arbetet? med|(?<!som )arbetar|arbetssätt\w*|arbetsgång|steg|metod\w*|modell\w*"
    r"|så här|så (?:når|bidrar)|hur|varför"
    r"|uppfölj\w*|följ(?:s|a|er)?(?: \w+){0,3} upp|mät\w*|mått\w*|indikator\w*|nyckeltal|skala\w*"
    r"|betyder"
    r"|innebär|betydelse|bedöm\w*|färg\w*|teckenförklaring|förklaring\w*|definition\w*|begrepp\w*"
    r"|kännetecken|kriteri\w*|krav|exempel|exempelvis|måluppfyllelse\w*|målgrupp\w*|\w*styrning"
    rf"|(?:upp)?nå(?:[rs]|tts?)?|uppnådda|i målet|{_GONE}"
    r"|ersätts|(?!ändras inte)ändr\w*|korrigering\w*|aktivitet\w*|åtgärd\w*|insats\w*"
    r"|uppdrag\w*|strategi(?:n|er|erna)?|risk\w*|synpunkt\w*"
    r"|fråg\w*|yrka\w*|reserver\w*|ansvar\w*|roll\w*"
    r"|dokument|bilag\w*|syfte\w*|kommentar\w*|motiv\w*|därför|koppling\w*|resurs\w*"
    r"|(?:under|i|till) (?:del)?mål(?:et)? \d[\d.]* (?:ingår|hör|görs|planeras)"
    r"|(?:förvaltningens|kontorets|enhet(?:en|erna)s|ledningsgruppens|avdelning(?:en|arna)s)"
    r" (?:\w+ )?mål"
    r"|mål och budget|mål med|rättsmål\w*"
    r"|mål för (?:projekt|plan(?!period|ering)|program)\w*"
    r"|(?:projekt|plan|program|policy|strategi|bolag(?!ets)|lag|förening|klubb|match|serie)\w*s"
    r" mål)\b",
    re.IGNORECASE,
)
_FOLLOWING_GOALS = re.compile(
    r"\b(?:följande|nedanstående|två|tre|fyra|fem|sex) (?:[\w\-]+ ){0,3}?\w*mål(?:en)?"
    r"(?: (?:för|under|inom) [^.:;]{1,40})?:$",
    re.IGNORECASE,
)
"""The last words of a sentence say what follows, whatever the sentence is about."""
_FOLLOWS = re.compile(
    r"\b(?:följande|nedanstående) (?:\w+ )?\w*mål\b[^.]{0,50}(?:\.|\d{4})$"
    r"|\bmål\b[^.]{0,50} enligt (?:nedan|följande)(?: lista)?\.?$",
    re.IGNORECASE,
)
_OF_ANY = re.compile(
    r"^(?:ett|varje|alla|samtliga|bra|tydliga) (?:\w+ )?\w*mål\b"
    r"|\b(?:för|till|under|vid) varje (?:\w+ )?\w*mål:?$",
    re.IGNORECASE,
)
"""What is said of goals in general, as rules for them are."""
_TO_REACH = re.compile(
    r"(?<=mål)(?:en|et)? (?:att|(?:som )?(?:vi |nämnden )?(?:ska|vill)) (?:upp)?nås?\b"
    r"|(?<=mål)(?:en|et)?(?: som)? ska(?:ll)? vara (?:upp)?nådda\b"
    r"|(?<=mål) (?:ska(?:ll)? )?(?:upp)?nås(?=:)",
    re.IGNORECASE,
)
"""What says of goals only that they are to be reached."""
_AIMED = re.compile(
    r"(?:det här|detta|det|så här långt) (?:ska|vill) (?:vi|nämnden|kommunen)"
    r" (?:(?:upp)?nå|ha (?:upp)?nått)\b"
    r"(?: (?:under |senast )?(?:19|20)\d\d"
    r"| under (?:hela )?(?:\w*perioden|året|åren)(?: [\d\W]+)?)?:?|så (?:här )?lyder de:",
    re.IGNORECASE,
)
"""Goals by another name: "Det här ska vi uppnå 2027"."""
_SAID_OF = re.compile(
    r"\b(?:del)?mål(?:en|et)? (?:\w+ )?(?:ska|skall|bör|måste|kan|får)(?: vara| ha| kunna)?:?$"
    r"|\b(?:om|att|när|huruvida) (?:del)?målen:?$"
    r"|\bgäller (?:till och med|t\.?o\.?m\.?) \d{4}:?$",
    re.IGNORECASE,
)
"""What follows is said of goals, or was a goal before."""
_FOREIGN = re.compile(
    r"(?:region(?:en)?|länsstyrelsen|regeringen|riksdagen|staten|trafikverket|skolverket"
    r"|socialstyrelsen|utredningen|remissen|EU|FN)s?\b",
    re.IGNORECASE,
)
"""Who speaks, where it is none of the municipality."""
_MOVES = re.compile(
    r"(?:ledamot|ledamöter|ordförande)\w*\b[^.]{0,80}\b(?:yrka|föreslå|reserver|anteckna)\w*"
    r"|[^.]{0,60}\([A-ZÅÄÖ]{1,3}\)[^.]{0,60} (?:yrka|föreslå|reserver|anteckna)\w*"
    r"|(?:arbets)?utskottet (?:avstyrk|avslå|hänskjut|noter)\w*",
    re.IGNORECASE,
)
"""Who moves something in a meeting: what is moved is not decided."""
_NEXT = re.compile(
    r"\b(?:följande|nedan\w*|dessa|så|genom|med|är|innebär|betyder|hur|följs upp)\b", re.IGNORECASE
)
_DUTY = re.compile(
    r"\bska(?:ll)? (?:\w+ ){0,3}?(?:anta|besluta|fastställa|formulera|ta fram)\b", re.IGNORECASE
)
"""Whose task it is to set goals; none of them follow."""
_OF_EACH = re.compile(r"(?:under|till|för|vid|bredvid) (?:varje|respektive)\b", re.IGNORECASE)
"""What is said to stand beside each goal is no list after the sentence."""
_VALID = re.compile(
    r"(?:[\w\-]+ ){0,3}?(?:del)?mål(?:en|et)"
    r" (?:gäller|avser|sträcker sig|ska (?:vara uppnådda|gälla))\b[^:]*",
    re.IGNORECASE,
)
"""How long goals hold is said of them, and lists nothing."""
_APPENDIX = re.compile(
    r"^(?:[\w\- ]{1,40}, )?bilaga(?: \d{1,2})?"
    r"(?: till (?:[^:.]{0,20}§ ?\d{1,4}(?:/\d{2,4})?|[^:]{1,30}(?=:)))?[\s:.\u2013\u2014-]+",
    re.IGNORECASE,
)
_AND_NEXT = re.compile(r",? (?:samt|och)$|(?<=[a-zåäö\d]),$")
"""What joins a point of a decision to the next is no part of what it says."""
_FOLLOWING_OTHER = re.compile(
    r"\bföljande (?!(?:\w+ ){0,3}(?:\w*mål)|och\b|för\b|år\b|är\b|\d|(?:ordalydelse|lydelse)\b)\w+",
    re.IGNORECASE,
)
_POINTS_ON = re.compile(r"(?::|\b(?:är|följande|nedan|att gälla|är att|vara att|ska vara|antas?))$")
_COUNTED = re.compile(
    r"\b(?:två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|följande|nedanstående)\b", re.IGNORECASE
)
_WHOSE = re.compile(r"(?:nämnd|styrelse|verksamhet|kommun|förvaltning)\w*", re.IGNORECASE)
_POINTER = re.compile(r"(?:de|dessa|det) (?:är|lyder)(?: följande)?:", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])")
_KIND_OF_PAPER = re.compile(r"^[\w ]{3,40} [\u2013-] (?=\w*mål\b)", re.IGNORECASE)
"""What stands before "– mål, delmål och aktiviteter" in a title."""
_SERVES = re.compile(
    r" (?:utifrån|kopplade? (?:till|mot)|med koppling till|i linje med|till stöd för"
    r"|som (?:bidrar|svarar|leder) (?:till|mot))\b",
    re.IGNORECASE,
)
_LONGEST = 300
_LONGEST_SENTENCE = 160
_MOST_WORDS = 14


def introduction(block: Block) -> Introduction | None:
    """What a paragraph or an item says of the list after it; None where it speaks of no goals."""
    whole = _APPENDIX.sub("", block.text)
    *before, text = (each.strip() for each in _SENTENCE.split(whole[-2 * _LONGEST :]))
    if before and _POINTER.fullmatch(text):
        text = f"{before[-1]} {text}"
    elif not text.endswith(":"):
        text = next((each for each in reversed(before) if _FOLLOWS.search(each)), text)
    text = _AND_NEXT.sub("", text) if block.is_item else text
    moved = text.endswith(":") and _MOVES.match(text) is not None
    named = moved or names_goals(text) or _AIMED.fullmatch(text) is not None
    named = named or (block.is_short and _AGENDA.search(text) is not None)
    if len(text) > _LONGEST or not named or _VALID.fullmatch(text):
        return None
    if _DUTY.search(text) and not text.endswith(":"):
        return None
    listed = _listed(text)
    if listed is Listed.OTHER and _CAPTION.match(block.text):
        return None
    if listed is not Listed.OTHER and not _introduces(text, block):
        return None
    if listed is Listed.OTHER and text.endswith(".") and not _points_at_what_follows(text):
        return None
    word = SUBGOAL if listed is Listed.SUBGOALS else GOAL
    own = without_what_it_serves(text)
    owners = tuple(owners_in(own, word)) or ((COUNCIL,) if _SET_BY_COUNCIL.match(own) else ())
    over = listed is not Listed.SUBGOALS and _OVERARCHING.search(own) is not None
    is_heading = (
        block.text.endswith(text)
        and _SENTENCE.search(whole) is None
        and not text.endswith(":")
        and (block.is_short or block.level is not None)
    )
    year, pair = year_of(text, after=word), pair_in(text)
    subgoals = listed is Listed.SUBGOALS
    return Introduction(
        listed,
        block.line,
        text,
        year,
        next(iter(periods_in(text)), None) or (None if subgoals else pair),
        owners,
        over and not set(owners) - {COUNCIL},
        is_heading,
        block.section is Section.ACCOUNT and not is_heading,
        pair.last if pair is not None and subgoals and pair.first == year else None,
    )


def without_what_it_serves(text: str) -> str:
    """What is said of goals themselves: "Nämndens mål utifrån fullmäktiges mål" are the former."""
    found = _SERVES.search(text)
    return text[: found.start()] if found and names_goals(text[: found.start()]) else text


def without_reaching(text: str) -> str:
    """What is said of goals but that they are to be reached: "Mål som ska nås 2026"."""
    return _TO_REACH.sub("", text)


def introduced_by(text: str, line: int, listed: Listed) -> Introduction:
    """What the header of a column says of the cells under it."""
    over = listed is not Listed.SUBGOALS and _OVERARCHING.search(text) is not None
    period = next(iter(periods_in(text)), None)
    owners = tuple(owners_in(text, SUBGOAL if listed is Listed.SUBGOALS else GOAL))
    return Introduction(listed, line, text, year_of(text), period, owners, over)


def _points_at_what_follows(text: str) -> bool:
    """Whether a sentence says that something comes after it, and not beside each goal."""
    return _OF_EACH.match(text) is None and _NEXT.search(text) is not None


def _listed(text: str) -> Listed:
    text = _KIND_OF_PAPER.sub("", without_reaching(text))
    if _SET_BY_COUNCIL.match(text):
        return _of_goals(text)
    if any(each.match(text) for each in (_FOREIGN, _MOVES)) or _SAID_OF.search(text):
        return Listed.OTHER
    if _WITH_OTHER.fullmatch(text) or _AIMED.fullmatch(text):
        return _of_goals(text)
    last = _FOLLOWING_GOALS.search(text)
    if last is not None and not _OTHER.search(last[0]) and not _OF_ANY.search(last[0]):
        return _of_goals(last[0])
    if any(each.search(text) for each in (_OTHER, _OF_ANY, _FOLLOWING_OTHER)):
        return Listed.OTHER
    return _of_goals(text)


def _of_goals(text: str) -> Listed:
    if _BOTH.search(text):
        return Listed.BOTH
    return Listed.SUBGOALS if names_subgoals(text) else Listed.GOALS


def _introduces(text: str, block: Block) -> bool:
    """Whether it points at a list: a heading, a line with a colon, a sentence that counts them."""
    if _POINTS_ON.search(text):
        return True
    if block.is_item and block.level is None:
        return is_whole_heading(text) or _FOLLOWS.search(text) is not None
    if block.is_short:
        return block.text.endswith(text) and len(text.split()) <= _MOST_WORDS
    return len(text) <= _LONGEST_SENTENCE and bool(_COUNTED.search(text))
