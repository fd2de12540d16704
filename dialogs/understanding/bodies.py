"""Which body a question names: one that the tenant has, or one that it has not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from dialogs.understanding.words import distance, fold
from goals.goal import Body

# The customary abbreviation → what the body is called, folded. "~" stands for a Swedish ending.
_CUSTOMARY: dict[str, tuple[str, ...]] = {
    "KS": (
        "kommunstyrelse~",
        "styrelsen",
        "municipal executive board",
        "municipal executive committee",
        "municipal board",
        "executive board",
        "exec board",
        "executive committee",
    ),
    "KF": ("kommunfullmaktige~", "fullmaktige~", "municipal council", "city council"),
    "BUN": (
        "barn- och utbildningsnamnd~",
        "barn och utbildningsnamnd~",
        "barn- och utbildning",
        "barn och utbildning",
        "barn och utb",
        "children and education committee",
        "child and education committee",
        "education committee",
        "education board",
        "school board",
        "school committee",
    ),
    "UN": ("utbildningsnamnd~", "skolnamnd~"),
    "SN": (
        "socialnamnd~",
        "socialens",
        "social services committee",
        "social welfare committee",
        "social welfare board",
        "social committee",
    ),
    "VON": (
        "vard- och omsorgsnamnd~",
        "vard och omsorgsnamnd~",
        "vard och omsorg",
        "health and care committee",
        "care committee",
    ),
    "ON": ("omsorgsnamnd~",),
    "TN": (
        "tekniska namnd~",
        "teknisk namnd~",
        "tekniskas",
        "technical committee",
        "technical services committee",
    ),
    "MN": ("miljonamnd~", "environment committee", "environmental committee"),
    "MBN": (
        "miljo- och byggnadsnamnd~",
        "miljo och byggnadsnamnd~",
        "environment and building committee",
    ),
    "BN": ("byggnadsnamnd~", "building committee"),
    "SBN": (
        "samhallsbyggnadsnamnd~",
        "samhallsbyggnad",
        "urban planning committee",
        "urban development committee",
        "community planning committee",
    ),
    "KFN": (
        "kultur- och fritidsnamnd~",
        "kultur och fritidsnamnd~",
        "culture and leisure committee",
        "culture and recreation committee",
    ),
    "FN": ("fritidsnamnd~",),
    "KN": ("kulturnamnd~", "culture committee"),
    "AMN": ("arbetsmarknadsnamnd~",),
    "GVN": ("gymnasie- och vuxenutbildningsnamnd~",),
    "ÖFN": ("overformyndarnamnd~",),
    "VN": ("valnamnd~",),
}
# A part of a body's name, folded → what it is called in English.
_IN_ENGLISH: dict[str, str] = {
    "arbetsmarknad": "labour market|labor market|employment",
    "avfall": "waste",
    "barn": "children|child",
    "bildning": "education",
    "bygg": "building",
    "byggnad": "building",
    "demokrati": "democracy",
    "familje": "family",
    "fastighet": "property|real estate",
    "folkhalso": "public health",
    "forskole": "preschool",
    "fritid": "leisure|recreation|sports",
    "funktionsratt": "disability rights|disability",
    "gymnasie": "upper secondary|secondary education",
    "halso": "health",
    "idrott": "sports|sport",
    "individ": "individual",
    "integration": "integration",
    "kultur": "culture|cultural",
    "miljo": "environment|environmental",
    "landsbygd": "rural",
    "naringsliv": "business",
    "omsorg": "care|social care",
    "overformyndar": "chief guardian|guardianship|public guardian",
    "park": "parks|park",
    "plan": "planning",
    "raddning": "rescue",
    "samhall": "community|civic|society",
    "samhallsbyggnad": "urban planning|community planning|urban development|planning",
    "service": "service|services",
    "skol": "school|schools",
    "social": "social|social services|social welfare",
    "stadsbyggnad": "city planning|urban planning",
    "teknisk": "technical|technical services|tech",
    "tekniska": "technical|technical services|tech",
    "teknik": "technical|technical services|tech",
    "trafik": "traffic|transport",
    "turism": "tourism",
    "va": "water",
    "val": "election|electoral",
    "ungdom": "youth",
    "utbildning": "education",
    "valfard": "welfare",
    "vard": "health|health care",
    "vuxenutbildning": "adult education",
    "aldre": "elderly|elderly care",
}
_COMMITTEE = ("committee", "board")
# What a body is called for short, folded: it is one only where it is said to have goals.
_FOR_SHORT: dict[str, str] = {
    "KFN": "kultur (?:och|o|&) fritid",
    "SN": "socialtjansten|socialforvaltningen",
    "BUN": "skolan|barn (?:och|o|&) utbildning|utbildningsforvaltningen",
    "VON": "omsorgen|aldreomsorgen|vard (?:och|o|&) omsorg",
    "TN": "tekniska|tekniken",
    "MBN": "miljo (?:och|o|&) bygg",
}
_SPOKEN: dict[str, tuple[str, ...]] = {"SN": ("soc",)}
"""What people say for a body that they have; elsewhere the word is another one."""
_NOT_LIVED_ON = r"(?<!\bleva pa )(?<!\blever pa )(?<!\bga pa )(?<!\bgar pa )"
"""Who "lever på soc" has social assistance."""
_ALONE = {"TN": "tekniska"}
"""No thing by itself: "vad gäller för tekniska" is about the committee."""
_HAS_GOALS = (
    r"\b(?:vad (?:har|hade) (?:\w+ (?:i|pa|inom) )?(?P<short>{names})(?= (?:for|som) (?:del)?mal\b)"
    r"|(?P<whose>{names})s(?= (?:\w+ )?(?:del)?mal(?:en)?\b)|(?<=for )(?P<alone>{alone})(?=\W*$)"
    r"|(?P<before>{alone})(?= (?:del)?mal))"
)
_ENDING = r"(?:e|en|n|ns|ens|s|es|er|erna)?"
_EVERY_BODY = re.compile(
    r"\b(?:(?:alla|samtliga|vilka|bada|de|ovriga|andra|olika|tva|tre|fyra|fem) )*"
    r"(?:namnd|styrels)er(?:na)?s?\b"
    r"|\b(?:varje|vilken|respektive|resp|per) namnd\w{0,3}\b"
    r"|\b(?:allas|everyone's|everybody's)(?= (?:\w+ )?(?:(?:del)?mal|(?:sub-?)?goals))"
    r"|\b(?:(?:all|both|which|the|different|of) )*(?:committees|boards)\b['’]?"
    r"|\b(?:var och en|vardera|each of them)\b"
    r"|\b(?:each|every|either|per|which) (?:committee|board)\b(?:['’]s)?"
)
"""All the bodies there are: "alla nämnders mål", "antal delmål per nämnd"."""
_ANY_COMMITTEE = re.compile(r"\b(?:\w+-? och )?\w{3,}namnd(?:en|ens|s)?\b")
_OTHER_AUTHORITY = re.compile(
    r"(?<!med )(?<!with )"  # whom one works with is not who has the goals
    r"\b(?:regeringens?|riksdagens?|regionens?|statens?|landstinget\w*|"
    r"the government|the parliament|the region|the state)\b"
    r"|(?<=\bhar )(?:sverige|landet|eu)\b|\b(?:sveriges|eu:?s) (?=(?:\w+ )?(?:del)?mal\b)"
    r"|(?<=\bdoes )sweden\b|\b(?:sweden|the eu)['’]?s (?=(?:\w+ )?goals?\b)"
)
_COMMITTEE_CODE = re.compile(
    r"\b(?!(?:EN|IN|ON|AN|UN|MAN|KAN|SEN|MEN|DEN|VEM|NÄR)\b)[A-ZÅÄÖ]{1,3}N\b"
)
_COUNCIL_NAME = r"(?:kf|(?:kommun)?fullmaktiges?|(?:municipal|city) council(?:['’]?s)?)"
_COUNCIL = re.compile(_COUNCIL_NAME)
_DECIDES = r"(?:beslut|klubb|anta|fastst|godkan|decid|adopt|approv)"
_COUNCIL_DECIDES = re.compile(
    rf"\b{_COUNCIL_NAME} (?:\w+ )?{_DECIDES}\w*"
    rf"|\b{_DECIDES}\w* (?:av|i|by) (?:the )?{_COUNCIL_NAME}"
)
_NOT = re.compile(
    r"\b(?:inte|ej|not|utom|forutom|except|excluding|apart from|other than)"
    r"(?: (?:for|the|those|ones|de|dem|som|of|from|ar|hor till))*\s+$"
)
"""Before a body that is not meant: "KS mål, inte socialnämndens", "alla utom KS"."""
_NOT_ANOTHER = re.compile(
    r"\bnot(?: for)? the (?:\w+ ){1,3}(?:committee|board)\b|\binte \w+namnd(?:en|ens)\b"
)
_LIKE_A_WORD = frozenset({"an", "fon", "in", "kan", "man", "on", "un", "van"})
_GENITIVE = r"(?::s|['’]?s)?"


_SHORT_PATTERNS = tuple(
    (code, re.compile(_HAS_GOALS.format(names=names, alone=_ALONE.get(code, "(?!)"))))
    for code, names in _FOR_SHORT.items()
)
_MISSPELT_END = re.compile(r"(?<=\w)n[aä](?:md|nmd|mmnd|mmd|mnnd)(?=(?:en|er|erna)?s?\b)")
"""Misspelt also in a name that no body has: "skolnämden"."""
_A_BODYS_WORD = re.compile(r"\b(?:[^\W\d_]*(?:n[aä]n?m?n?d|styrel)|kom+unst)[^\W\d_]*")
_ENGLISH_WORD = re.compile(r"\b[a-z]{6,}\b(?=[\w &,-]{0,40}\b(?:committee|board)\b)", re.IGNORECASE)
_A_COMMITTEE = re.compile(r"\bcom+it+e+(?=s?\b)", re.IGNORECASE)
_SURELY_LONG = 9


@dataclass(frozen=True, slots=True)
class NamedBodies:
    """The bodies a question names, and the folded text without their names."""

    codes: tuple[str, ...]
    """Codes of bodies that the tenant has, in the order they stand in the text."""
    unknown: str | None
    """A body that the tenant does not have, as it is written in the text."""
    rest: str
    everybody: bool = False
    """Whether none is named and all are meant: "alla nämnder"."""


def with_bodies_spelt(text: str, bodies: tuple[Body, ...]) -> str:
    """The text with misspelt names of its bodies mended: "komunstyrelsens", "nämden"."""
    whole = _words_of(bodies)
    text = _A_COMMITTEE.sub("committee", _MISSPELT_END.sub("nämnd", text))

    def mended(found: re.Match[str]) -> str:
        typed = found[0]
        genitive = "s" if typed.endswith("s") else ""
        bare = fold(typed.removesuffix("s"))
        if bare in whole:
            return typed
        most = 2 if len(bare) >= _SURELY_LONG else 1
        near = min((distance(bare, word, most=most), word) for word in whole)
        return f"{whole[near[1]]}{genitive}" if near[0] <= most else typed

    def mended_english(found: re.Match[str]) -> str:
        typed = found[0].casefold()
        near = [each for each in english if distance(typed, each, most=1) <= 1]
        return near[0] if near and typed not in english else found[0]

    english = _english_words_of(bodies)
    return _ENGLISH_WORD.sub(mended_english, _A_BODYS_WORD.sub(mended, text))


@lru_cache(maxsize=1_000)
def _english_words_of(bodies: tuple[Body, ...]) -> tuple[str, ...]:
    """The words of the names that these bodies have in English."""
    names = [name for body in bodies for name in _english_names(_parts_of(body.name))]
    return tuple(sorted({word for name in names for word in name.split()}))


@lru_cache(maxsize=1_000)
def _words_of(bodies: tuple[Body, ...]) -> dict[str, str]:
    """The words for a body in the names of these, folded, each with itself as it is spelt."""
    words = {"nämnd", "nämnden", "nämnder", "nämnderna", "styrelse", "styrelsen"}
    for body in bodies:
        for word in body.name.casefold().split():
            for end, definite in (("nämnd", "en"), ("styrelse", "n")):
                bare = word.removesuffix(definite)
                if bare.endswith(end):
                    words |= {bare, bare + definite}
    return {fold(word): word for word in words}


def named_bodies(text: str, folded: str, bodies: tuple[Body, ...]) -> NamedBodies:
    """Find the bodies in a text.

    `text` is as typed, `folded` the same text folded; both of the same length.
    """
    found: list[tuple[int, str]] = []
    others = {body.code for body in bodies}
    rest = _NOT_ANOTHER.sub(lambda other: " " * len(other[0]), folded)
    for own, pattern in _patterns_of(bodies):
        like_a_word = _code_like_a_word(own, text, rest)
        for match in (*pattern.finditer(rest), *like_a_word):
            if _NOT.search(rest, 0, match.start()):
                others.discard(own)
            else:
                found.append((match.start(), own))
            rest = _without(rest, match)
    unknown: str | None = None
    for called, short in _called_for_short(rest):
        if called in {body.code for body in bodies}:
            found.append((short.start(), called))
            rest = _without(rest, short)
        elif short["short"]:
            unknown = text[short.start("short") : short.end("short")]
            rest = _without(rest, short)
    if unknown is None and (other := _foreign_name(text, rest, bodies)):
        unknown = text[slice(*other.span(other.lastindex or 0))].strip()  # a code without its "s"
        rest = _without(rest, other)
    codes = tuple(dict.fromkeys(own for _, own in sorted(found)))
    every = _every_body(rest, bodies)
    if not (codes or unknown) and (every or len(others) < len(bodies)):
        meant = tuple(body.code for body in bodies if body.code in others)
        return NamedBodies(meant, None, _without(rest, every) if every else rest, everybody=True)
    return NamedBodies(codes, unknown, rest)


def _code_like_a_word(code: str, text: str, rest: str) -> Iterator[re.Match[str]]:
    """A code that small letters make another word, in capitals or right before the goals."""
    if fold(code) in _LIKE_A_WORD:
        yield from re.finditer(rf"\b{code}{_GENITIVE}(?!\w)", text)
        yield from re.finditer(rf"\b{fold(code)}{_GENITIVE}(?= (?:del)?mal)", rest)


def _foreign_name(text: str, rest: str, bodies: tuple[Body, ...]) -> re.Match[str] | None:
    """A body that the tenant does not have, by its name or by its abbreviation."""
    names = (_foreign_names(bodies), _ANY_COMMITTEE, _OTHER_AUTHORITY)
    found = next((match for each in names if (match := each.search(rest))), None)
    return found or _foreign_code(text, rest, bodies)


def _called_for_short(text: str) -> list[tuple[str, re.Match[str]]]:
    found = [(called, pattern.search(text)) for called, pattern in _SHORT_PATTERNS]
    return [(called, match) for called, match in found if match]


def _every_body(text: str, bodies: tuple[Body, ...]) -> re.Match[str] | None:
    return _EVERY_BODY.search(text) if len(bodies) > 1 else None


_SHOUTED_CODES = frozenset(_CUSTOMARY) - {"ON", "KN", "UN", "VN"}
_SHOUTED_WORDS = 3


def unshouted(text: str) -> str:
    """A text that is all in capitals in small letters, but for the codes of bodies."""
    words = re.findall(r"[^\W\d_]{2,}", text)
    if not text.isupper() or len(words) < _SHOUTED_WORDS:
        return text
    return re.sub(
        r"[^\W\d_]+",
        lambda word: word[0] if word[0] in _SHOUTED_CODES else word[0].casefold(),
        text,
    )


def is_council(name: str) -> bool:
    """Whether a name is one of the municipal council's, which has the last word on much."""
    return _COUNCIL.fullmatch(fold(name)) is not None


def decides(folded: str) -> bool:
    """Whether the council is said to decide: "har fullmäktige klubbat delmålen"."""
    return _COUNCIL_DECIDES.search(folded) is not None


def _without(text: str, match: re.Match[str]) -> str:
    return text[: match.start()] + " " * len(match[0]) + text[match.end() :]


def _foreign_code(text: str, rest: str, bodies: tuple[Body, ...]) -> re.Match[str] | None:
    own = {body.code.casefold() for body in bodies}
    for match in re.finditer(r"\b([A-ZÅÄÖ]{2,4})(?::?s)?\b", text):
        known = match[1] in _CUSTOMARY or _COMMITTEE_CODE.fullmatch(match[1])
        if known and match[1].casefold() not in own and rest[match.start()] != " ":
            return match
    # Written small only the unmistakable ones: "on" and "sn" may be other words.
    for match in re.finditer(r"\b(bun|kf|sbn|kfn|mbn|von|ks|amn)(?::?s)?\b", rest):
        if match[1] not in own:
            return match
    return None


@lru_cache(maxsize=1_000)
def _patterns_of(bodies: tuple[Body, ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    patterns = []
    whole_names = {_bare(body.name) for body in bodies}
    for body in bodies:
        code = fold(body.code)
        names = [] if code in _LIKE_A_WORD else [code]
        parts = _parts_of(body.name)
        if len(parts) > 1:  # "utbildningsnämnden" is the utbildnings- och arbetsmarknadsnämnd
            shorter = {f"{part}namnd" for part in parts} - whole_names
            names += [f"{name}~" for name in sorted(shorter)]
        if any(part.startswith("utbildning") for part in parts):
            names.append("skolnamnd~")
        names += _english_names(parts)
        things = " och ".join(map(_as_a_thing, parts))
        names += [f"namnden for {things}", f"{things}~" if len(parts) > 1 else ""] if parts else []
        for name in (body.name, *body.aliases):
            bare = _bare(name)
            names.append(bare + "~" if len(bare) > 3 else bare)  # noqa: PLR2004 — an abbreviation has no ending
            if " och " in bare:
                names.append(bare.replace("- och ", " och ") + "~")
                short = re.sub(r"[es]?namnd$", "", bare)
                names += [short + "~", short.replace("- och ", " och ") + "~"]
        names += _CUSTOMARY.get(body.code, ())
        names += _SPOKEN.get(body.code, ())
        if body.code == "KS":
            names.append("ks")
        both = re.compile(f"{_one_of(names).pattern}|{_with_goals(_joined_in_english(parts))}")
        patterns.append((body.code, both))
    return tuple(patterns)


def _bare(name: str) -> str:
    """The folded name without its article: "Omsorgsnämnden" → "omsorgsnamnd"."""
    folded = fold(name)
    return re.sub(r"(?:en|n)$", "", folded) if folded.endswith("n") else folded


def _parts_of(name: str) -> list[str]:
    """What a committee's name is made of: "Plan- och miljönämnden" → ["plan", "miljo"]."""
    bare = _bare(name)
    if not bare.endswith("namnd"):
        return []
    return [
        part for part in re.split(r"-?,? och |-?, ", bare.removesuffix("namnd").strip()) if part
    ]


def _as_a_thing(part: str) -> str:
    """A part of a committee's name as a word of its own: "nämnden för teknik"."""
    if part.startswith("teknisk"):
        return "teknik"
    return f"{part[:-1]}a" if part.endswith("o") and part != "miljo" else part.rstrip("se")


def _english_names(parts: list[str]) -> list[str]:
    """What people who speak English call it: the parts joined, and each of them alone."""
    single = [each for part in parts for each in _in_english(part)]
    joined = _joined_in_english(parts)
    return [f"{name} {end}" for name in (*joined, *single) for end in _COMMITTEE]


def _joined_in_english(parts: list[str]) -> list[str]:
    """The parts of a name with an "and" between them; none where one of them is not known."""
    translated = [_in_english(part) for part in parts]
    return [" and ".join(each) for each in product(*translated)] if len(parts) > 1 else []


def _in_english(part: str) -> list[str]:
    known = _IN_ENGLISH.get(part) or _IN_ENGLISH.get(part.removesuffix("s"))
    return known.split("|") if known else []


def _with_goals(names: list[str]) -> str:
    """A pattern for names that are a body's only beside goals: "goals for culture and tourism"."""
    if not names:
        return "(?!)"
    either = "|".join(name.replace(" and ", " (?:and|&) ") for name in names)
    return (
        rf"(?:(?<=goals for )|(?<=goals of )|(?<=goals for the )|(?<=goals of the ))(?:{either})\b"
        rf"|\b(?:{either})(?:['’]s)?(?= (?:sub-?)?goals)"
    )


@lru_cache(maxsize=1_000)
def _foreign_names(bodies: tuple[Body, ...]) -> re.Pattern[str]:
    own = {body.code for body in bodies}
    return _one_of(
        [name for code, names in _CUSTOMARY.items() if code not in own for name in names]
    )


def _one_of(names: list[str]) -> re.Pattern[str]:
    longest_first = sorted({name for name in names if name}, key=len, reverse=True)
    alternatives = "|".join(
        re.escape(name.removesuffix("~")).replace("och", "(?:och|o|a|&)")
        + (_ENDING if name.endswith("~") else _GENITIVE)
        for name in longest_first
    )
    return re.compile(rf"{_NOT_LIVED_ON}\b(?:{alternatives})\b")
