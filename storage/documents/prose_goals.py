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
)
_FOR = r"(?: (?:för|inom|på|under|när det gäller|i fråga om|till) [^.:;]{1,60}?)?"
_THAT = r"(?:\s?,? (?:också|därför|dessutom|vidare|alltjämt|fortsatt))? att (?P<text>\S.*?)[.;]?"
_IS = (
    rf"(?P<whose>(?:(?:{_OWNER}|det|ett|som) )(?:{_WHICH} )*)?(?:{_WORD}){_FOR}"
    rf" (?:är|ska vara|blir|föreslås vara){_THAT}"
)
_FOR_WHAT_IS = (
    rf"(?P<whose>(?:för|under|inom|till) [^.:;]{{2,50}}? (?:är|blir) (?:{_OWNER}|det)"
    rf" (?:{_WHICH} )*)(?:{_WORD}){_FOR}{_THAT}"
)
_HAS_AS = (
    r"(?P<whose>[\w\- ]{0,40}(?:nämnden|styrelsen|kommunen|fullmäktige|vi) (?:har|ska ha)"
    rf"(?: också| dessutom| vidare)? (?:som|till|ett) )(?:{_WORD}){_FOR}{_THAT}"
)
_ADOPTS = (
    r"(?P<whose>(?:[\w\- ,]{0,60} )?(?:antar|fastställer|beslutar om) )"
    rf"(?:{_WORD})(?: \w+){{0,4}}:?"
    r" [\"\u201d\u201c\u00bb](?P<text>[^\"\u201d\u201c\u00bb]+)[\"\u201d\u201c\u00bb][.;]?"
)
_PATTERNS = tuple(re.compile(each, re.IGNORECASE) for each in (_IS, _FOR_WHAT_IS, _HAS_AS, _ADOPTS))
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])")
_FOLLOWING = re.compile(
    r"\b(?:del)?målen\b[^.:]{0,40} (?:är|vara|gälla) följande\.$", re.IGNORECASE
)
_LEAST_WORDS = 3


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
    return [said for sentence in _SENTENCE.split(text) if (said := _said(sentence)) is not None]


def _said(sentence: str) -> Said | None:
    for pattern in _PATTERNS:
        found = pattern.fullmatch(sentence.strip())
        if found is not None and len(found["text"].split()) >= _LEAST_WORDS:
            whose = bool(found["whose"])
            return Said(found["text"], bool(found["sub"]), names_whose=whose)
    return None
