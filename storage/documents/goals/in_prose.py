"""Goals that a sentence states in running prose: "Nämndens mål är att …"."""

from __future__ import annotations

import re
from dataclasses import dataclass

_OWNER = (
    r"(?:[\w\-]+,? (?:och|samt) )?[\w\-]*"
    r"(?:nämndens|styrelsens|fullmäktiges|verksamhetens|kommunens)"
    r"|vårt|nämndens och förvaltningens"
)
_WHICH = (
    r"(?:allra )?(?:första|andra|tredje|fjärde|femte|sjätte|sjunde|åttonde|nionde|tionde|sista"
    r"|viktigaste|övergripande|gemensamma|nya|ytterligare|annat|nytt|främsta|långsiktiga)"
)
_WORD = (
    r"(?P<sub>(?:del|etapp|års)mål(?:et)?)"
    r"|(?:nämnds?|styrelse|inriktnings|effekt|resultat|utvecklings|verksamhets|huvud)?mål(?:et)?"
    r"(?P<number> (?:nr )?(?:\d{1,2}|ett|två|tre|fyra|fem))?"
)
_FOR = r"(?: (?:för|inom|på|under|när det gäller|i fråga om|till) [^.:;]{1,60}?)?"
_THAT = r"(?:\s?,? (?:också|därför|dessutom|vidare|alltjämt|fortsatt))? att (?P<text>\S.*?)[.;]?"
_IS = (
    rf"(?P<whose>(?:(?:{_OWNER}|det|ett|som) )(?:{_WHICH} )*)?(?:{_WORD}){_FOR}"
    rf" (?:är|ska vara|blir|föreslås vara){_THAT}"
)
_FOR_WHAT_IS = (
    r"(?P<whose>(?:för|under|inom|till|när det gäller|i fråga om|vad gäller|beträffande)"
    rf" [^.:;]{{2,50}}? (?:är|blir) (?:{_OWNER}|det"
    r"|(?:förvaltningens |kontorets )?förslag(?:et)? till)"
    rf" (?:{_WHICH} )*)(?:{_WORD}){_FOR}{_THAT}"
)
_HAS_AS = (
    r"(?P<whose>[\w\- ]{0,40}(?:nämnden|styrelsen|kommunen|fullmäktige|vi) (?:har|ska ha)"
    rf"(?: också| dessutom| vidare)? (?:som|till|ett) )(?:{_WORD}){_FOR}{_THAT}"
)
_NAMELY = (
    r"(?P<whose>[^.:;]{0,80}?\b(?:föreslås|sätts|gäller|finns|antas|anges|formuleras)"
    rf" (?:[\w\-]+ ){{0,3}}?)(?:{_WORD}){_FOR},? (?:nämligen|det vill säga|dvs\.?|med innebörden"
    rf"|som innebär|som går ut på){_THAT}"
)
_SHALL_HAVE_AS = (
    r"(?P<whose>(?:[\w\-]+ ){0,3}(?:ska|har) (?:nämnden|styrelsen|kommunen|vi) (?:ha )?(?:också )?"
    rf"(?:som|till) )(?:{_WORD}){_FOR}{_THAT}"
)
_SEVERAL = re.compile(
    r"(?:(?:som|[^.:;]{0,80}\b(?:två|tre|fyra|fem|sex|följande)) |(?:[^.:;]{0,60}? )?)"
    r"(?P<sub>(?:del|etapp|års))?(?:nämnds?)?mål(?:(?P<plural>en)|et)?"
    r"(?: (?:för|under|inom) [^.:;]{1,40}?)?"
    r"(?: (?:är|blir|ska vara|föreslås(?: vara| bli)?|sätts|antas))?[,:]?(?: nämligen)?"
    r"(?: (?:fastställa|fastställer|anta|antar))? (?P<parted>dels )?att (?P<text>\S.*?)[.,;]?",
    re.IGNORECASE,
)
"""Goals in the plural, "målen är att … och att …", or parted by "dels"."""
_PARTS = re.compile(
    r"(?:,(?: och| samt)?(?: dels)?|(?: och| samt)(?: dels)?| dels) att (?=\S)", re.IGNORECASE
)
_AS_GOALS = re.compile(
    r"(?:[\w\- ]{0,60} beslutar )?(?:dels )?(?:att )?som (?:del)?mål\b", re.IGNORECASE
)
_WORDED = re.compile(
    r"[^\u201d\"]{0,80}\b(?P<sub>del|etapp|års)?mål\w*\b[^\u201d\"]{0,60}"
    r"(?:[:,]|lyder|lydelse:?) [\u201d\"]",
    re.IGNORECASE,
)
"""A sentence that quotes the wordings of goals."""
_QUOTED = re.compile(r"[\u201d\"]([^\u201d\"]{10,300})[\u201d\"]")
_NOT_NOW = re.compile(
    r"\b(?:tidigare|förra|fjol\w*|utgår|övervägt?|yrka\w*|reserver\w*|föreslog|avslog|avslå\w*"
    r"|nådde?s?|uppnå\w*|diskutera\w*|i stället|inte)\b",
    re.IGNORECASE,
)
_PROPOSES = re.compile(r"(?:[\w\-]+ ){1,4}föreslår (?:därför |också )?att ", re.IGNORECASE)
_ONE = (
    r"det (?:ena|andra|första|tredje|fjärde|femte|sjätte|sista)(?: (?:del|etapp|års)?målet)?"
    rf" är{_THAT}"
)
"""One of those that the sentence before counts."""
_COUNTS = re.compile(
    r"\b(?:två|tre|fyra|fem|sex|sju|åtta|\d) (?:[\w\-]+ ){0,2}?(?P<sub>del|etapp|års)?mål\b",
    re.IGNORECASE,
)
_ADOPTS = (
    r"(?P<whose>(?:[\w\- ,]{0,60} )?(?:antar|fastställer|beslutar om) )"
    rf"(?:{_WORD})(?: \w+){{0,4}}:?"
    r" [\"\u201d\u201c\u00bb](?P<text>[^\"\u201d\u201c\u00bb]+)[\"\u201d\u201c\u00bb][.;]?"
)
_IS_QUOTED = (
    rf"(?P<whose>(?:(?:{_OWNER}|det) )(?:{_WHICH} )*)(?:{_WORD}){_FOR}"
    r" (?:är|ska vara|blir|lyder|ska lyda):?"
    r" [\"\u201d\u201c\u00bb](?P<text>[^\"\u201d\u201c\u00bb]+)[\"\u201d\u201c\u00bb][.;]?"
)
_PATTERNS = tuple(
    re.compile(each, re.IGNORECASE)
    for each in (_IS, _FOR_WHAT_IS, _HAS_AS, _NAMELY, _SHALL_HAVE_AS, _ADOPTS, _IS_QUOTED)
)
_ONE_OF_COUNTED = re.compile(_ONE, re.IGNORECASE)
_SENTENCE = re.compile(
    r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])|,? och (?=(?:del)?målet (?:för|inom|på) [\w\- ]{2,40} är att )"
)
_FOLLOWING = re.compile(
    r"\b(?:del)?målen\b[^.:]{0,40} (?:är|vara|gälla) följande\.$", re.IGNORECASE
)
_LEAST_WORDS = 3
_AT_LEAST_TWO = 2


@dataclass(frozen=True, slots=True)
class Said:
    """What a sentence says is a goal."""

    text: str
    """The words after "att", or between quotation marks."""
    is_subgoal: bool
    names_whose: bool
    """Whether it says whose goal it is, or which of them: "Målet är att" does not."""


def said_in(text: str) -> list[Said]:
    """The goals that the sentences of a text state, in their order.

    Those after "målen ska vara följande." are they, whole.
    """
    first, *others = _SENTENCE.split(text)
    if len(others) > 1 and (lead := _FOLLOWING.search(first)) is not None:
        subgoals = "delmål" in lead[0].casefold()
        return [Said(each, subgoals, names_whose=True) for each in others]
    said: list[Said] = []
    counted: re.Match[str] | None = None
    for sentence in (first, *others):
        one = _ONE_OF_COUNTED.fullmatch(sentence.strip()) if counted is not None else None
        if counted is not None and one is not None:
            said.append(Said(one["text"], bool(counted["sub"]), names_whose=True))
        elif several := _several(sentence):
            said += several
        elif (stated := _said(sentence)) is not None:
            said.append(stated)
        else:
            counted = _COUNTS.search(sentence)
    return said


def _several(sentence: str) -> list[Said]:
    """The goals of a sentence that states more than one, or quotes them; else none."""
    sentence = _PROPOSES.sub("", sentence, count=1)
    if (worded := _WORDED.match(sentence)) is not None:
        texts, sub, said = _QUOTED.findall(sentence), worded["sub"], _QUOTED.sub("", sentence)
    elif (found := _SEVERAL.fullmatch(sentence)) is not None:
        texts, sub, said = (
            _PARTS.split(found["text"]),
            found["sub"],
            sentence[: found.start("text")],
        )
        if not found["plural"] and not found["parted"] and not _COUNTS.search(sentence):
            texts = texts if _AS_GOALS.match(sentence) else []
    else:
        return []
    if _NOT_NOW.search(said) or len(texts) < _AT_LEAST_TWO:
        return []
    if any(len(each.split()) < _LEAST_WORDS for each in texts):
        return []
    return [Said(each.strip(" ,"), bool(sub), names_whose=True) for each in texts]


def _said(sentence: str) -> Said | None:
    sentence = _PROPOSES.sub("", sentence, count=1)
    for pattern in _PATTERNS:
        found = pattern.fullmatch(sentence.strip())
        if found is not None and len(found["text"].split()) >= _LEAST_WORDS:
            whose = bool(found["whose"] or found["number"])
            return Said(found["text"], bool(found["sub"]), names_whose=whose)
    return None
