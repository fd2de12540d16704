"""Goals without any mark: sentences that say what shall be."""

from __future__ import annotations

import re
from itertools import pairwise

from storage.documents.goal_words import names_goals
from storage.documents.goals.in_prose import said_in
from storage.documents.outline.blocks import Block
from storage.documents.outline.tables import is_detail

_WORDS_OF_A_GOAL = 3
_LONGEST_UNMARKED = 350
_SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-ZÅÄÖ])")
_AIMS = re.compile(
    r"\b(?:ska|skall)\b|^(?:alla|fler|färre|andelen|antalet|minst|högst|varje|inga?|ingen"
    r"|nolltolerans|ökad?e?|minskad?e?|stärkt|höjd|förbättrad?e?|utvecklad?e?|god|bättre|högre"
    r"|lägre|hög|låg)\b|^(?!\w+[aeo]rna\b)[A-ZÅÄÖ][a-zåäö]+a\b",
    re.IGNORECASE,
)
_SHALL = re.compile(r"\bska(?:ll)?\b")
_TELLS_MORE = re.compile(
    r"(?:det|detta|en|ett|dessa|därför|därmed|här|vi|nämnden|styrelsen|förvaltningen|arbetet|insatser\w*"
    r"|verksamheten)\b",
    re.IGNORECASE,
)
"""How a sentence begins that tells how a goal is to be reached."""
_PROCESS = re.compile(
    r"\b(?:(?:del)?mål(?:en|et)|(?:övriga|resterande|samtliga) \w*mål|nedan"
    r"|ovan|följande|avsnitt\w*|dokument\w*|redovisas|antog"
    r"|(?<!ska vara )(?<!ska ha )(?:beslutat|antagit)|bilaga|kapitel|syftar|syftet"
    r"|(?:följs|redovisas|rapporteras|revideras|uppdateras|beslutas|antas|fastställs)"
    r" (?:\w+ ){0,4}(?:varje år|årligen)|tertial\w*|delårs\w*|årsredovisning\w*)\b",
    re.IGNORECASE,
)


_VERB = re.compile(
    r"är|har|kan|får|ska|skall|vill|blir|ger|ges|går|når|nås|mår|finns|syns|trivs|känns|hörs"
    r"|\w{3,}(?:ar|er|as)"
)
_LABELLED = re.compile(r"(?:[\w\-]+ ){0,6}[\w\-]+: +\S")
"""Words before a colon that say what the rest is: "Så gör vi: …"."""
_TELLS = re.compile(
    r"(?:mäts?|mått|indikator|så mäter|uppfölj|följs upp|ansvar|nyckeltal|målvärde|källa)",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?P<name>[A-ZÅÄÖ][\w\-]*(?:,? [\w\-&]+){0,4})(?:: +| +[\u2013\u2014-] +)(?P<goal>[A-ZÅÄÖ].+)"
)
_TITLED = re.compile(r"[A-ZÅÄÖ][\w\-]*(?: och [\w\-]+)?\. (?=[A-ZÅÄÖ])")
"""A word or two with a full stop before a sentence are no sentence: "Trygghet. Alla ska …"."""
_WAYS = re.compile(
    r"\b\w*(?:aktivitet|insats|åtgärd|indikator|nyckeltal|mätetal|exempel)\w*\b", re.IGNORECASE
)
_GROUP = re.compile(
    r"(?:strategisk\w+ |prioriterad\w+ )?(?:fokus|mål|insats|utvecklings|verksamhets|utmanings)?"
    r"(?:område|perspektiv|utmaning)\w*(?: (?:nr )?[A-ZÅÄÖ\d]{1,2}\b[.:)]?)?"
    r"(?:\s*[:\u2013\u2014-]| [A-ZÅÄÖ]|$)"
)


def without_name(text: str) -> str:
    """A goal without the name that stands before it: "Trygghet: Alla ska känna sig trygga"."""
    found = _NAMED.fullmatch(text)
    if found is None or is_detail(text) or _TELLS.match(text) or not reads_as_goal(found["goal"]):
        return text
    name = found["name"]
    says = has_verb(name) or (" " in name and _AIMS.search(name))
    return text if says else found["goal"]


def has_verb(text: str) -> bool:
    """Whether a text seems to be a sentence: a verb stands in it, neither first nor last."""
    return any(_VERB.fullmatch(word) for word in text.casefold().split()[1:-1])


def tells_of_goal(text: str) -> bool:
    """Whether a line says how a goal is measured, or whose task it is."""
    return _TELLS.match(text) is not None


def names_ways(text: str) -> bool:
    """Whether a heading names what is done or measured, and not goals: "Planerade insatser"."""
    return _WAYS.search(text) is not None and not (names_goals(text) or reads_as_goal(text))


def sentences_in(text: str) -> int:
    """How many sentences a text has."""
    return len(_SENTENCE_END.split(text))


def is_group(text: str) -> bool:
    """Whether a heading says that it is an area with goals in it: "Målområde 2 – Trygghet"."""
    return _GROUP.match(text[:1].casefold() + text[1:]) is not None


def reads_as_goal(text: str) -> bool:
    """Whether a text without any mark says what shall be, and not how the work is done."""
    enough = len(text.split()) >= _WORDS_OF_A_GOAL
    return enough and _AIMS.search(text) is not None and _PROCESS.search(text) is None


def unmarked_text(block: Block, *, alone: bool) -> str | None:
    """The goal that a paragraph states without any mark: all of it, or its first sentences.

    Those are the ones that say what shall be. One paragraph alone that says more is prose.
    """
    if block.is_item or block.rows or block.text.endswith(":") or said_in(block.text):
        return None
    if _LABELLED.match(block.text):
        return None
    titled = _TITLED.match(block.text)
    name = titled[0] if titled is not None else ""
    whole = block.text.removeprefix(name)
    text = _first_sentences(whole)
    several = sentences_in(whole) > 1
    if len(text) > _LONGEST_UNMARKED or (alone and text != whole):
        return None
    if several and _SHALL.search(text) is None:
        return None
    return name + text if reads_as_goal(text) and not is_about_goals(text) else None


def _first_sentences(text: str) -> str:
    """The first sentence, and those after it that say what more shall be."""
    ends = [found.start() + 1 for found in _SENTENCE_END.finditer(text)]
    for start, end in pairwise((*ends, len(text))):
        following = text[start:end].strip()
        more = _SHALL.search(text[:start]) and _SHALL.search(following)
        if not more or not reads_as_goal(following) or _TELLS_MORE.match(following):
            return text[:start]
    return text


def is_about_goals(text: str) -> bool:
    """Whether a text speaks of goals without being one."""
    return names_goals(text) and not reads_as_goal(text)


def names_process(text: str) -> bool:
    """Whether a text speaks of how and when goals are decided and followed up."""
    return _PROCESS.search(text) is not None
