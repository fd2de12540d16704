"""Which goals or sub-goals a text names: the words for them, and their numbers.

Every pattern reads a text in lower case without å, ä, ö, years and names of bodies.
"""

from __future__ import annotations

import re

from dialogs.understanding.question import LAST
from goals.goal import Kind

SUBGOAL_WORD = (
    r"(?:(?:de+l ?-?m[ao]h?ll?|delml|delmla|dellmal|demal)(?:et|en|ens|ets|n|s)?|delmals?list\w*|ars ?-?mal(?:et|en)?|sub ?-?(?:goal|target|objective|aim)s?|dm(?=\W?\d)"
    r"|(?:interim|annual|yearly) (?:goal|target|objective)s?|milestones?)"
)
GOAL_WORD = (
    r"(?:(?:namnd|inriktnings|verksamhets|huvud|overgripande ?)?mal(?:et|en|ens|ets|n|s)?"
    r"|malsattning(?:ar|en|arna)?|mal(?:formulering|skrivning|bild|text|punkt)(?:ar|er|en|et|arna|erna)?|(?:main )?goals?|objectives?|targets?|aims?)"
)
SUBGOAL = re.compile(rf"\b{SUBGOAL_WORD}\b")
GOAL = re.compile(rf"(?<!del )(?<!del)(?<!sub )(?<!sub-)\b{GOAL_WORD}\b")
FOCUS = re.compile(
    r"\b(?:sarskilt fokus|viktigast\w*|most important|fokus(?:omraden?|erar)?|prioriter\w+|focus(?:es|ing)?|priorit(?:y|ies)|krut(?:et)? pa|kraftsam\w+|satsa\w* pa(?=\W*$)|concentrate on)\b"
)

_ORDINALS = {
    word: number
    for number, words in (
        (1, "forsta forst first"),
        (2, "andra andre second"),
        (3, "tredje third"),
        (4, "fjarde fourth forth"),
        (5, "femte fifth"),
        (6, "sjatte sixth"),
        (7, "sjunde seventh"),
        (8, "attonde eighth eigth"),
        (9, "nionde ninth"),
        (10, "tionde tenth"),
        (11, "elfte eleventh"),
        (12, "tolfte twelfth"),
        (13, "trettonde thirteenth"),
        (14, "fjortonde fourteenth"),
        (15, "femtonde fifteenth"),
        (LAST, "sista sist last"),
        (LAST - 1, "nastsista penultimate"),
    )
    for word in words.split()
}
_COUNTING = {
    word: number
    for number, words in enumerate(
        ("ett one", "tva two", "tre three", "fyra four", "fem five", "sex six", "sju seven",
         "atta eight", "nio nine", "tio ten", "elva eleven", "tolv twelve"),
        start=1,
    )
    for word in words.split()
}  # fmt: skip
_COUNTING |= {
    form: number
    for number, word in enumerate(
        "etta tvaa trea fyra femma sexa sjua atta nia tia elva tolva".split(),  # noqa: SIM905
        start=1,
    )
    for form in (word, f"{word}n")
}
COUNT = "|".join(sorted(_COUNTING, key=len, reverse=True))
_ORDINAL = "|".join(sorted(_ORDINALS, key=len, reverse=True))
CODE = re.compile(r"(?<![\w.])(?:[a-z]?\d{1,2}(?:\.\d{1,2})+|[a-z]\d{1,2})(?![\w]|\.\d)")
"""A document's own code of a goal: "2.3", "a1"."""
_LAST_BUT_ONE = re.compile(
    r"\b(?:nast sista|nast sist|second (?:to )?last|next to last|last but one|one before (?:the )?last) "
)
_NUMBERED = re.compile(
    rf"\b(?:{SUBGOAL_WORD}|{GOAL_WORD}|punkt(?:en)?|nummer|number|nr|no|point|item)\.?\s*"
    rf"(?:(?:nr|nummer|numbers?|no|nos|num)\.?\s*)?[#:]?\s*(\d{{1,3}}|{COUNT})\b(?!\s*(?:st\b|%))"
)
_MORE_NUMBERS = re.compile(
    rf"^\s*(?:,|och|o|and|&|samt|eller|or)\s*(\d{{1,3}}|{COUNT})\b(?! andra)"
    rf"|^ (\d{{1,2}}|{COUNT})(?=\W*$| (?:\d|(?:{COUNT})\b))"
)
_RANGE = re.compile(
    rf"\b(?:{SUBGOAL_WORD}|{GOAL_WORD}|punkt(?:erna)?|nummer|numbers?|nr)\.?\s*(\d{{1,2}}|{COUNT})"
    rf"\s?(?:[-–]|till(?: och med)?|to|through|thru|t\.?o\.?m\.?|t ?o(?:ch)? ?m(?:ed)?)\s?(\d{{1,2}}|{COUNT})\b"
)
_LONGEST_RANGE = 15
_HASH = re.compile(r"(?<!\w)#\s?(\d{1,3})\b")
_NUMBER_FIRST = re.compile(
    rf"\b(\d{{1,2}})(?::?(?:e|a|an|st|nd|rd|th))\s*(?:{SUBGOAL_WORD}|{GOAL_WORD})?\b"
)
_ORDINAL_GOAL = re.compile(
    rf"\b({_ORDINAL})\s+(?:(?:\w+)\s+)?(?:{SUBGOAL_WORD}|{GOAL_WORD}|punkten|plats(?:en)? (?:bland|i|pa) (?:listan|\w*malen)|one|da|i listan|on the list|in the list)(?!\w)"
)
_BEFORE_AN_ORDINAL = re.compile(
    rf"\b({_ORDINAL})(?:,| och| o| and| samt| &)+ (?=(?:the |det |den )?(?:(?:{_ORDINAL})(?:,| och| o| and| samt| &)+ (?:the |det |den )?)*(?:{_ORDINAL}) (?:\w+ )?(?:{SUBGOAL_WORD}|{GOAL_WORD}))"
)
_AMONG = re.compile(
    rf"\b(\d{{1,2}}|{COUNT}|{_ORDINAL}) (?:bland|av|pa|i|in|on|of|among) (?:\w+ ){{0,2}}(?:{SUBGOAL_WORD}|{GOAL_WORD})"
)
"""The five among the sub-goals."""
_SEVERAL_FIRST = re.compile(
    rf"\b(?:(\d{{1,2}}|{COUNT}) (forsta|sista|first|last)|(forsta|sista|first|last) (\d{{1,2}}|{COUNT}))\b(?= (?:{SUBGOAL_WORD}|{GOAL_WORD})|\W*$)"
)
"""The three first ones, the last two."""
_BARE_ORDINAL = re.compile(
    rf"^\W*(?:och |and |den |det |the |what about |hur ar det med )*({_ORDINAL})(?: one| da)?\W*$"
)
_STANDS = re.compile(
    rf"\b(?:{SUBGOAL_WORD}|{GOAL_WORD}) (?:som )?(?:ar|star|ligger|kommer|is|comes|stands) (forst|sist|first|last)\b"
)
""""Vilket delmål står först?"."""
_BARE_NUMBER = re.compile(r"^\W*(?:och |and |nr |nummer |number )?(\d{1,2})\W*$")


_UNDER = re.compile(
    rf"\b(?:under|inom|tillhor|till|kopplade? till|hor till|stodjer|bidrar till|belong(?:s|ing)? to|(?:linked|connected|tied) to|support(?:s|ing)?|ror|below|for|of)"
    rf" (?:\w+ )?{GOAL_WORD}\.? ?(?:nr|nummer|number|no)?\.? ?(\d{{1,2}}|{COUNT})\b"
)
_WHAT_STANDS = re.compile(
    rf"\b{SUBGOAL_WORD}\b|\b(?:det|de|dem|allt|alla|vad|those|everything|what)(?: (?:som|that|which))?"
    r"(?: (?:hor|horde|ligger|star|finns|is|are|falls?|belongs?))? (?:under|till|to|below|tillhor) "
)
""""Delmålen under …", "det som hör till …"."""
_WHOSE = re.compile(
    rf"(?<!del )(?<!sub )\b{GOAL_WORD} ?(?:nr|nummer|number|no)?\.? ?(\d{{1,2}}|{COUNT})(?:s|\W?s)?"
    rf"(?:,? (?:dess|sina|har|vilka|its|what|which|alla|all))* {SUBGOAL_WORD}\b(?!\W*(?:nr\b|nummer\b|number\b)?\W*\d)"
)
""""Mål 3 delmål", "goal 2's sub-goals"."""
_AND_ITS_OWN = re.compile(
    rf"\b{GOAL_WORD} ?(?:nr|nummer|number|no)?\.? ?(\d{{1,2}}|{COUNT})\b.{{0,40}}?(?:\b(?:och|o|samt|plus|med|and|with)\b|[,+])"
    rf"(?: \w+){{0,2}} {SUBGOAL_WORD} .{{0,20}}\b(?:dit|under (?:det|it)|darunder|till det|to it|har det|does it have|det malet|that goal)\b"
    rf"|\b{GOAL_WORD} ?(?:nr|nummer|number|no)?\.? ?(?P<alone>\d{{1,2}}|{COUNT}) (?:och|o|samt|med|and|with) (?:dess|its) {SUBGOAL_WORD}\b"
)
""""Mål 1 och vilka delmål som hör dit", "goal 2 and its sub-goals"."""


def goal_above(text: str) -> int | None:
    """The number of the goal whose sub-goals are asked for: "delmålen under mål 3"."""
    found = _UNDER.search(text)
    if found is None or not _WHAT_STANDS.search(text, 0, found.end()):
        found = _WHOSE.search(text) or _AND_ITS_OWN.search(text)
    return _number(found[found.lastindex or 1]) if found else None


def names_its_own(text: str) -> bool:
    """Whether the goal itself is asked for beside its sub-goals."""
    return _AND_ITS_OWN.search(text) is not None


def _number(said: str) -> int:
    """What a number is, in figures or in words: "3", "tre", "trean", "tredje"."""
    return _COUNTING.get(said) or _ORDINALS.get(said) or int(said)


def numbers(text: str) -> tuple[int, ...]:
    """The numbers of goals or sub-goals that the text asks for; LAST for "the last one"."""
    found: list[tuple[int, int]] = []
    text = _LAST_BUT_ONE.sub("nastsista ", text)
    for span in _RANGE.finditer(text):
        first, last = _number(span[1]), _number(span[2])
        alike = span[1].isdigit() == span[2].isdigit()  # "change goal 1 to three percent"
        if alike and first < last < first + _LONGEST_RANGE:
            found += [(span.start(), number) for number in range(first, last + 1)]
    for pattern in (_NUMBERED, _AMONG, _HASH, _NUMBER_FIRST, _BARE_NUMBER):
        for match in pattern.finditer(text):
            found.append((match.start(), _number(match[1])))
            end = match.end()
            while more := _MORE_NUMBERS.match(text[end:]):
                found.append((end, _number(more[1] or more[2])))
                end += more.end()
    for several in _SEVERAL_FIRST.finditer(text):
        how_many, end_named = several[1] or several[4], several[2] or several[3]
        count = min(_number(how_many), _LONGEST_RANGE)
        first_of_them = 1 if _ORDINALS[end_named] > 0 else -count
        found += [(several.start(), first_of_them + step) for step in range(count)]
    for pattern in (
        ()
        if _SEVERAL_FIRST.search(text)
        else (_ORDINAL_GOAL, _BEFORE_AN_ORDINAL, _STANDS, _BARE_ORDINAL)
    ):
        found += [(match.start(), _ORDINALS[match[1]]) for match in pattern.finditer(text)]
    return tuple(dict.fromkeys(number for _, number in sorted(found)))


_NOT_THESE = re.compile(rf"\b(?:inte|ej|not)(?: the)? (?:{SUBGOAL_WORD}|{GOAL_WORD})\b")
""""Målen, inte delmålen."."""


def names_goals(word: str) -> bool:
    """Whether a folded word is one for goals: "inriktningsmål", "årsmål", "delmålslistan"."""
    return bool(GOAL.fullmatch(word) or SUBGOAL.fullmatch(word))


_TO_ACHIEVE = re.compile(
    r"\b(?:vad|what)\b.{0,40}\b(?:uppna|astadkomma|strava efter|(?:arbeta|arbetar|jobba|jobbar) (?:\w+ )?mot|(?:work|working) towards?|achieve|accomplish|aim for|aiming for)(?: (?:by|till|to|in|under|for|during|i))?\W*$"
)
""""What does the board want to achieve": its goals are meant."""


def kinds(text: str) -> tuple[bool, bool]:
    """Whether goals, and whether sub-goals, are named."""
    meant = _NOT_THESE.sub(" ", text)
    if GOAL.search(meant) or SUBGOAL.search(meant):  # not so in "jag minns inte målen"
        text = meant
    without = SUBGOAL.sub(" ", text)
    goals = bool(GOAL.search(without) or _TO_ACHIEVE.search(text))
    return goals, bool(SUBGOAL.search(text) or FOCUS.search(text))


def kind_of(*, goals: bool, subgoals: bool) -> Kind | None:
    """The one kind that was named, or None for neither or both."""
    if goals == subgoals:
        return None
    return Kind.GOAL if goals else Kind.SUBGOAL


NUMBER_WORDS = frozenset(_COUNTING) | frozenset(_ORDINALS)
"""Folded; they say which one, not what about."""
