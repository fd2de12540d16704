"""The headings that Swedish municipal papers are divided by."""

from __future__ import annotations

import re
from enum import StrEnum


class Section(StrEnum):
    """What the part of a paper under a heading is for."""

    PROPOSAL = "proposal"
    DECISION = "decision"
    ACCOUNT = "account"
    """Summary, background, consequences: prose, which may hold the lists of goals."""
    BASIS = "basis"
    RECIPIENTS = "recipients"
    OFFICER = "officer"
    MEETING = "meeting"
    """What was moved, voted and noted."""
    METHOD = "method"
    """Ways of working, scales, indicators: lists that are not goals."""


_LONGEST = 100
_WHO = r"(?:[\w\-,]+ ){0,5}"
_BODY = r"(?:[\w\-,]+ ){0,4}[\w\-]*(?:nämnd(?:en)?|styrelsen|fullmäktige|utskottet|direktionen)"
_PROPOSER = (
    r"(?:vi|(?:[\w\-,]+ ){0,4}[\w\-]*(?:nämnden|styrelsen|fullmäktige|utskottet|direktionen"
    r"|förvaltningen|kontoret|avdelningen|enheten|presidiet|direktören|chefen|beredningen))"
)
_TO_DECIDE = (
    rf"(?: därför| också)?(?: att)?(?: {_BODY})?(?: för egen del)?(?: att)?(?: besluta[rs]?)?"
    r"(?: att| följande| enligt följande)?"
)
# The first that fits counts.
_HEADINGS: tuple[tuple[Section, str], ...] = (
    (
        Section.MEETING,
        (
            r"förslag till beslut (?:på|under|vid) (?:dagens )?(?:sammanträdet?|mötet)"
            r"|förslag på sammanträdet|(?:ändrings|tilläggs|avslags|motiverings)?yrkanden?"
            r"|(?:reservation(?:er)?|(?:ändrings|tilläggs|mot|alternativa? )förslag"
            r"|avvikande mening(?:ar)?|minoritetens (?:mening|förslag)"
            r"|särskil(?:t|da) (?:yttranden?|uttalanden?))"
            r"(?: (?:från|av|till)\b.{1,40}| \(.{1,20}\))?"
            rf"|{_WHO}(?:medskick|inspel|önskemål)(?: (?:från|av|till|inför)\b.{{1,40}})?"
            r"|beslutsgång(?:en)?"
            r"|proposition(?:er|sordning)?(?: .{1,20})?|omröstning(?:sresultat)?|votering|jäv"
            r"|ajournering|protokollsanteckning(?:ar)?|(?:omedelbar )?justering|underskrifter?"
            r"|närvarande|beslutande|plats och tid|deltar (?:inte|ej) i beslutet"
            r"|(?:med )?(?:vänliga?|bästa) hälsning(?:ar)?|hälsningar|mvh"
            r"|anslag(?:sbevis)?|överklagande|hur man överklagar|vid protokollet|justera(?:s|t)"
        ),
    ),
    (
        Section.PROPOSAL,
        (
            rf"{_WHO}förslag till beslut(?: .{{1,40}})?|beslutsförslag|{_WHO}beslutsförslag"
            r"|(?:(?:[\w\-,]+ (?:och|samt) )?\w+s )?(?:\w+a )?(?:[\w\-]+ och )?"
            r"(?:[\w\-]*utskott(?:et)?s|presidi(?:et|um)s|beredningens) förslag"
            r"(?: till (?!\w*mål)(?!mål).{1,40})?"
            r"|(?:förvaltningens|kontorets) förslag"
            rf"|{_PROPOSER} (?:(?:har )?beslut(?:ar|at) (?:att )?)?föreslå(?:r|s|it)?{_TO_DECIDE}"
            rf"|(?:{_WHO}förslag(?:et)? är|föreslås){_TO_DECIDE}|förslag till {_BODY}"
        ),
    ),
    (
        Section.DECISION,
        (
            rf"(?!.*mål)(?:{_BODY}s? )?(?:har )?besl(?:ut(?:ar|ade|at|et|spunkter)?|öt)"
            r"(?: för egen del| i ärendet| enhälligt| följande| \(\w+\))?(?: att)?"
            rf"|så beslutade {_BODY}|{_BODY} fattar följande beslut|följande beslut fattas"
        ),
    ),
    (
        Section.ACCOUNT,
        (
            r"(?:kort )?sammanfattning(?: .{1,20})?|bakgrund(?:en)?(?: (?:till|och) .{1,20})?"
            r"|ärendet|skäl(?:en)? (?:för|till) beslutet|ärendet i korthet|ärendebeskrivning"
            r"|beskrivning av ärendet|ärendets beredning|beredning|inledning"
            rf"|{_WHO}(?:bedömning|överväganden|synpunkter|yttrande|motivering)|syfte|tidplan"
            r"|(?:[\w\-]+ ){0,3}konsekvenser(?: .{1,60})?|(?:[\w\-]+ )?konsekvensbeskrivning"
            r"|(?:barn)?konsekvensanalys|barnkonsekvensanalys|barnets bästa|barnens bästa|ekonomi"
            r"|finansiering|barnperspektivet?|jämställdhet(?:sperspektiv)?|juridiska aspekter"
        ),
    ),
    (
        Section.BASIS,
        (r"besluts-?underlag(?:et)?|underlag|bilagor|bilaga|handlingar(?: i ärendet)?|källor"),
    ),
    (
        Section.RECIPIENTS,
        (
            r"beslut(?:et)? (?:ska )?(?:skickas|expedieras|sändas|sänds|delges|meddelas|går)"
            r"(?: till)?"
            r"|(?:ska )?(?:skickas|expedieras|sänds|delges)(?: för kännedom)? till"
            r"|beslut(?:et)? till|exp\.?|kopia(?: av beslutet)?(?: skickas)? till"
            r"|expediering(?: till)?|expedieras|sändlista|delges|delgivning"
            r"|(?:paragrafen|protokollet|utdrag(?:et)?|protokollsutdrag(?:et)?|beslutsmeddelande)"
            r"(?: ska)? (?:skickas|sänds|delges|expedieras|tillställs)(?: till)?"
            r"|(?:protokolls)?utdrag(?:et)?(?: ur protokollet)?(?: ska)?(?: skickas)? till"
            r"|(?:besluts)?mottagare|beslutsexpediering"
            r"|mottagare av beslutet|beslutet anmäls till|får del av beslutet|meddelas|underrättas"
            r"|beslutet (?:skickas|sänds|expedieras) för kännedom till|för kännedom(?: till)?"
            r"|ärendet (?:går vidare|skickas|sänds|överlämnas|lämnas vidare) till"
        ),
    ),
    (
        Section.OFFICER,
        (r"(?:ansvarig )?handläggare|föredragande|beredande tjänsteperson|ansvarig tjänsteperson"),
    ),
    (
        Section.METHOD,
        (
            r"(?:vår |kommunens )?vision(?:en)?(?: \d{4})?|ledord|förord|verksamhetsidé"
            r"|organisation|(?:vårt )?arbetssätt(?:et)?"
            r"|så (?:här )?(?:arbetar|följer|läser) .{1,60}"
            r"|målmodell(?:en)?"
            r"|(?:tecken|färg|begrepps)?förklaring(?:ar)?|(?:bedömnings)?skala(?:n)?|definitioner"
            r"|(?:ord och )?begrepp|ordlista|läsanvisning(?:ar)?|metod(?:en)?|mått|nyckeltal"
            r"|indikatorer(?: .{1,40})?"
            r"|värdegrund(?:en)?|(?:politiska )?strategier|aktiviteter(?: .{1,40})?|riktlinjer"
            r"|(?:uppföljning|målbedömning|måluppfyllelse)(?:en)?"
            r"(?: (?!.*\b(?:och|samt) (?:nya )?(?:del)?mål (?:för )?\d{4}).{1,40})?"
            r"|åtgärder(?: .{1,40})?|styrmodell(?:en)?|arbetsgång|risker|ansvar(?:sfördelning)?"
            r"|(?:(?:särskilda|övriga|riktade) )?uppdrag(?:en)?"
            r"(?: (?:från|till|i|för|under) .{1,40})?"
            r"|(?:nämndens )?åtaganden?|(?:styr|mäte|jämförelse)tal|så mäter vi.*"
            r"|intern ?kontroll(?:plan)?|omvärld(?:sanalys|sbevakning)?|investeringar"
            r"|(?:drift|resultat|investerings)?budget(?:ram(?:ar)?)?(?: \d{4}.*)?"
            r"|(?:viktiga |kommande )?förändringar(?: .{1,30})?|viktiga händelser(?: .{1,30})?"
        ),
    ),
)
_COMPILED = tuple((section, re.compile(pattern)) for section, pattern in _HEADINGS)
_WITH_VALUE = frozenset({Section.RECIPIENTS, Section.OFFICER})


def section_heading(text: str) -> tuple[Section, str] | None:
    """The section that a line opens, and what stands on the same line after its colon."""
    heading, colon, rest = text.partition(":")
    heading = " ".join(heading.split())
    if not heading or len(heading) > _LONGEST or not heading[0].isupper():
        return None
    folded = heading.casefold()
    for section, pattern in _COMPILED:
        if pattern.fullmatch(folded):
            if rest.strip() and section not in _WITH_VALUE:
                return None
            return section, rest.strip() if colon else ""
    return None
