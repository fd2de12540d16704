"""Who the paper is about: the body, its customary abbreviation and the municipality."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

COUNCIL = "kommunfullmäktige"
COMPANY = "bolaget"
"""What a company's paper calls it; it is compared as a body's name is."""
CODES = {
    "arbetsmarknadsnämnden": "AMN",
    "arbetsmarknads- och vuxenutbildningsnämnden": "AVN",
    "barn- och ungdomsnämnden": "BUN",
    "barn- och utbildningsnämnden": "BUN",
    "bildningsnämnden": "BIN",
    "bygg- och miljönämnden": "BMN",
    "byggnadsnämnden": "BN",
    "fritids- och kulturnämnden": "FKN",
    "fritidsnämnden": "FN",
    "förskolenämnden": "FSN",
    "grundskolenämnden": "GRN",
    "gymnasie- och vuxenutbildningsnämnden": "GVN",
    "gymnasienämnden": "GN",
    "individ- och familjenämnden": "IFN",
    "kommunfullmäktige": "KF",
    "kommunstyrelsen": "KS",
    "kultur- och fritidsnämnden": "KFN",
    "kulturnämnden": "KN",
    "miljö- och byggnadsnämnden": "MBN",
    "miljö- och byggnämnden": "MBN",
    "miljö- och hälsoskyddsnämnden": "MHN",
    "miljönämnden": "MN",
    "omsorgsnämnden": "ON",
    "plan- och byggnadsnämnden": "PBN",
    "samhällsbyggnadsnämnden": "SBN",
    "servicenämnden": "SEN",
    "socialnämnden": "SN",
    "stadsbyggnadsnämnden": "SBN",
    "tekniska nämnden": "TN",
    "utbildningsnämnden": "UN",
    "valnämnden": "VN",
    "vård- och omsorgsnämnden": "VON",
    "äldrenämnden": "ÄN",
    "överförmyndarnämnden": "ÖFN",
}

_NAME = re.compile(
    r"\b(?:(?:\w{2,20}-, ?){0,3}\w{2,20}-,? (?:och|samt|&) )?"
    r"(?:\w{2,25}|\w{2,8}-|(?!politiska)\w{4,12}iska )nämnd(?:ens|en)?\b"
    r"|\b(?-i:N)ämnden för (?!att\b|beslut|kännedom|godkännande|fastställande|antagande|information"
    r"|yttrande|prövning|behandling|ställningstagande|dess\b|de[nt]\b|sin|år\b|åren\b|perioden"
    r"|mandat|\d)(?:(?:hållbar|social|teknisk|allmän|lokal)\w* )?\w+-?"
    r"(?:,? \w+-?(?=,| och\b)){0,3}(?:,? (?:och|samt) \w+(?:s?)(?:-? och \w+)?)?"
    r"|\b(?-i:G)emensam(?:ma nämnden| nämnd)(?: för \w+(?: och \w+)?)?\b"
    r"|\b(?:kommun|region|service|förbunds|stadsdels|räddnings|va-|vatten)styrelse(?:ns|n)?\b"
    r"|\b(?:förbunds)?direktion(?:ens?)?\b|\bkommunfullmäktiges?\b",
    re.IGNORECASE,
)
_COMPANY = re.compile(
    r"\b[A-ZÅÄÖ][\w\-]+(?: (?:och |& )?[A-ZÅÄÖ][\w\-]*){0,4} AB\b|\bAB(?: [A-ZÅÄÖ][\w\-]+){1,4}"
    r"|\bStiftelsen(?: [A-ZÅÄÖ][\w\-]+){1,3}(?: (?:museum|teater|konsthall|fond|bostäder))?"
)
"""A company, or a foundation, that the municipality owns."""
_IN_PASSING = 5
"""What a body weighs at most that is only mentioned."""
_NOT_NAMES = ("facknämnd", "krisledningsnämnd", "delnämnd")
_MUNICIPALITY = re.compile(
    r"\b([A-ZÅÄÖ][\w\-]{1,30}(?: [A-ZÅÄÖ][\w\-]{1,30})?) ([Kk]ommun|KOMMUN|[Ss]tad|STAD)(?:s|S)?\b"
)
_UNIT = re.compile(r"\w+(?:nämnden|styrelsen|fullmäktige|förvaltningen|kontoret|utskottet)")
_NOT_PLACES = frozenset(
    {
        "tjänsteskrivelse",
        "protokoll",
        "protokollsutdrag",
        "kommun",
        "nämnd",
        "organisation",
        "alla",
        "annan",
        "av",
        "berörd",
        "den",
        "denna",
        "din",
        "egen",
        "en",
        "er",
        "för",
        "hela",
    }
    | {"hållbar", "i", "inom", "ingen", "med", "mot", "ny", "när", "om", "samtlig", "som", "till"}
    | {"utanför", "varje", "vilken", "vår", "åt", "övrig"}
    | {"attraktiv", "grön", "klok", "modern", "stark", "trygg", "öppen"}
)
_PARTICIPLE = re.compile(r"\w+[ae]nde", re.IGNORECASE)
"""No place is called so: "En växande kommun"."""


def bodies_in(text: str) -> list[str]:
    """The bodies a text names, in their order, by name in the definite form."""
    return [
        _definite(found[0])
        for found in _NAME.finditer(text)
        if not found[0].casefold().startswith(_NOT_NAMES)
    ]


def owners_in(text: str, before: str) -> list[str]:
    """The bodies whose something it is: "Kommunstyrelsens fyra mål", as keys."""
    owned = re.compile(
        rf"({_NAME.pattern}|\b{COMPANY}s)\s+(?:[\w\-]+\s+){{0,4}}{before}", re.IGNORECASE
    )
    return [
        body_key(_definite(found[1])).removesuffix("s")
        for found in owned.finditer(text)
        if found[1].casefold().endswith("s") and "förslag" not in found[0].casefold()
    ]


def is_body(text: str) -> str | None:
    """The body that a text names and says nothing else of, the council left out."""
    found = bodies_in(text)
    alone = len(found) == 1 and body_key(found[0]) == body_key(_definite(text.strip(" :")))
    return found[0] if alone and body_key(found[0]) != COUNCIL else None


def companies_in(text: str) -> list[str]:
    """The companies that a text names, as written."""
    return [found[0] for found in _COMPANY.finditer(text)]


def body_key(name: str) -> str:
    """How names of bodies are compared."""
    key = name.casefold().replace(" samt ", " och ").replace(" & ", " och ")
    return key.replace("förbundsdirektion", "direktion")


def choose_body(weighed: Iterable[tuple[str, int]]) -> tuple[str | None, str | None]:
    """The body the paper is about, from texts with their weight, and the nearest rival.

    The council is it where no other body is named but in passing. A company that the municipality
    owns is it where it stands at the head, and the paper says so of none of them as much.
    """
    weights: Counter[str] = Counter()
    companies: Counter[str] = Counter()
    heading: set[str] = set()
    names: dict[str, str] = {}
    for text, weight in weighed:
        companies.update(dict.fromkeys(companies_in(text), weight))
        heading.update(companies_in(text) if weight > _IN_PASSING else ())
        for name in bodies_in(text):
            key = body_key(name)
            weights[key] += weight
            fuller = name.casefold().startswith("förbundsdirektion")
            if key not in names or names[key].isupper() or fuller:
                names[key] = name
    for key in [each for each in weights if each.removesuffix("s") in weights]:
        if key.endswith("s"):
            weights[key.removesuffix("s")] += weights.pop(key)
    others = [key for key, _ in weights.most_common() if key != COUNCIL]
    if others and weights[COUNCIL] > _IN_PASSING >= weights[others[0]]:
        others = []
    ranked = others or [COUNCIL] * (COUNCIL in weights)
    for name in companies:
        longer = (other for other in companies if other.startswith(f"{name} "))
        companies[name] += sum(companies[other] for other in longer)
    company, weight = next(iter(companies.most_common(1)), (None, 0))
    if not ranked or (company in heading and weight > max(weights.values())):
        return company, None
    first = ranked[0]
    tie = len(ranked) > 1 and weights[ranked[1]] >= weights[first]
    return _written(names[first]), _written(names[ranked[1]]) if tie else None


def municipality_in(texts: Iterable[str]) -> str | None:
    """The municipality that is named most often, the earliest of those."""
    found: Counter[str] = Counter()
    for text in texts:
        for match in _MUNICIPALITY.finditer(text):
            words = match[1].split()
            if words[0].isupper() and not words[-1].isupper():
                words = words[1:]  # the kind of the paper, set in capitals before it
            if len(words) > 1 and _UNIT.fullmatch(words[0]):
                words = words[1:]  # whom the paper is addressed to, on the line before
            place = [word for word in words if word.casefold() not in _NOT_PLACES]
            if not place or _PARTICIPLE.fullmatch(place[-1]):
                continue
            name = " ".join(word.title() if word.isupper() else word for word in place)
            kind = match[2] if not match[2].isupper() else match[2].lower()
            found[f"{name} {'kommun' if kind == 'Kommun' else kind}"] += 1
    return found.most_common(1)[0][0] if found else None


def _definite(name: str) -> str:
    """Kommunstyrelsens → Kommunstyrelsen, Socialnämnd → Socialnämnden."""
    lower = name.casefold()
    if lower.startswith("nämnden för "):
        return name
    capitals = name.isupper()
    if lower.endswith("s"):
        name = name[:-1]
    elif lower.endswith(("nämnd", "direktion")) and " nämnd" not in lower:
        name += "EN" if capitals else "en"
    elif lower.endswith("styrelse"):
        name += "N" if capitals else "n"
    return name


def _written(name: str) -> str:
    if name.isupper():
        name = name.lower()
    return name[0].upper() + name[1:]
