"""What a question is after: patterns over folded text, and the order in which they count.

Every pattern reads a text in lower case without å, ä, ö, years and names of bodies.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from dialogs.understanding.question import LAST, Intent
from dialogs.understanding.words import fold
from goals.goal import Kind
from goals.proposal import ProposalKind

_SUBGOAL = (
    r"(?:del ?-?mall?(?:et|en|ens|ets|n|s)?|delmals?list\w*|ars ?-?mal(?:et|en)?|sub ?-?(?:goal|target|objective|aim)s?"
    r"|(?:interim|annual|yearly) (?:goal|target|objective)s?|milestones?)"
)
_GOAL = (
    r"(?:(?:namnd|inriktnings|verksamhets|huvud|overgripande ?)?mal(?:et|en|ens|ets|n|s)?"
    r"|malsattning(?:ar|en|arna)?|mal(?:formulering|skrivning|bild|text|punkt)(?:ar|er|en|et|arna|erna)?|(?:main )?goals?|objectives?|targets?|aims?)"
)
SUBGOAL = re.compile(rf"\b{_SUBGOAL}\b")
GOAL = re.compile(rf"(?<!del )(?<!del)(?<!sub )(?<!sub-)\b{_GOAL}\b")
FOCUS = re.compile(
    r"\b(?:sarskilt fokus|viktigast\w*|most important|fokus(?:omraden?|erar)?|prioriter\w+|focus(?:es|ing)?|priorit(?:y|ies))\b"
)

_ORDINALS = {
    word: number
    for number, words in (
        (1, "forsta first"),
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
        (LAST, "sista last"),
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
_COUNT = "|".join(sorted(_COUNTING, key=len, reverse=True))
_ORDINAL = "|".join(sorted(_ORDINALS, key=len, reverse=True))
CODE = re.compile(r"(?<![\w.])(?:[a-z]?\d{1,2}(?:\.\d{1,2})+|[a-z]\d{1,2})(?![\w]|\.\d)")
"""A document's own code of a goal: "2.3", "a1"."""
_LAST_BUT_ONE = re.compile(
    r"\b(?:nast sista|nast sist|second (?:to )?last|next to last|last but one) "
)
_NUMBERED = re.compile(
    rf"\b(?:{_SUBGOAL}|{_GOAL}|punkt(?:en)?|nummer|number|nr|no|point|item)\.?\s*"
    rf"(?:(?:nr|nummer|number|no|num)\.?\s*)?[#:]?\s*(\d{{1,3}}|{_COUNT})\b(?!\s*(?:st\b|%))"
)
_MORE_NUMBERS = re.compile(
    rf"^\s*(?:,|och|o|and|&|samt|eller|or)\s*(\d{{1,3}}|{_COUNT})\b(?! andra)"
)
_RANGE = re.compile(
    rf"\b(?:{_SUBGOAL}|{_GOAL}|punkt(?:erna)?|nummer|numbers?|nr)\s*(\d{{1,2}})\s?(?:[-–]|till|to)\s?(\d{{1,2}})\b"
)
_LONGEST_RANGE = 15
_HASH = re.compile(r"(?<!\w)#\s?(\d{1,3})\b")
_NUMBER_FIRST = re.compile(
    rf"\b(\d{{1,2}})(?::?(?:e|a|an|st|nd|rd|th))\s*(?:{_SUBGOAL}|{_GOAL})?\b"
)
_ORDINAL_GOAL = re.compile(
    rf"\b({_ORDINAL})\s+(?:(?:\w+)\s+)?(?:{_SUBGOAL}|{_GOAL}|punkten|plats(?:en)? (?:bland|i|pa) (?:listan|\w*malen)|one|da|i listan|on the list|in the list)(?!\w)"
)
_BEFORE_AN_ORDINAL = re.compile(
    rf"\b({_ORDINAL})(?:,| och| o| and| samt| &)+ (?=(?:{_ORDINAL}) (?:\w+ )?(?:{_SUBGOAL}|{_GOAL}))"
)
_AMONG = re.compile(
    rf"\b(\d{{1,2}}|{_COUNT}|{_ORDINAL}) (?:bland|av|pa|i|in|on|of|among) (?:\w+ ){{0,2}}(?:{_SUBGOAL}|{_GOAL})"
)
"""The five among the sub-goals."""
_SEVERAL_FIRST = re.compile(
    rf"\b(?:(\d{{1,2}}|{_COUNT}) (forsta|sista|first|last)|(forsta|sista|first|last) (\d{{1,2}}|{_COUNT}))\b(?= (?:{_SUBGOAL}|{_GOAL})|\W*$)"
)
"""The three first ones, the last two."""
_BARE_ORDINAL = re.compile(
    rf"^\W*(?:och |and |den |det |the |what about |hur ar det med )*({_ORDINAL})(?: one| da)?\W*$"
)
_BARE_NUMBER = re.compile(r"^\W*(?:och |and |nr |nummer |number )?(\d{1,2})\W*$")


_UNDER = re.compile(
    rf"\b(?:under|inom|tillhor|till|kopplade? till|hor till|stodjer|bidrar till|belongs? to|below|for|of)"
    rf" (?:\w+ )?{_GOAL}\.? ?(?:nr|nummer|number|no)?\.? ?(\d{{1,2}}|{_COUNT})\b"
)


def goal_above(text: str) -> int | None:
    """The number of the goal whose sub-goals are asked for: "delmålen under mål 3"."""
    found = _UNDER.search(text)
    if found is None or not SUBGOAL.search(text[: found.start()]):
        return None
    return _number(found[1])


def _number(said: str) -> int:
    """What a number is, in figures or in words: "3", "tre", "trean", "tredje"."""
    return _COUNTING.get(said) or _ORDINALS.get(said) or int(said)


def numbers(text: str) -> tuple[int, ...]:
    """The numbers of goals or sub-goals that the text asks for; LAST for "the last one"."""
    found: list[tuple[int, int]] = []
    text = _LAST_BUT_ONE.sub("nastsista ", text)
    for span in _RANGE.finditer(text):
        first, last = int(span[1]), int(span[2])
        if first < last < first + _LONGEST_RANGE:
            found += [(span.start(), number) for number in range(first, last + 1)]
    for pattern in (_NUMBERED, _AMONG, _HASH, _NUMBER_FIRST, _BARE_NUMBER):
        for match in pattern.finditer(text):
            found.append((match.start(), _number(match[1])))
            end = match.end()
            while more := _MORE_NUMBERS.match(text[end:]):
                found.append((end, _number(more[1])))
                end += more.end()
    for several in _SEVERAL_FIRST.finditer(text):
        how_many, end_named = several[1] or several[4], several[2] or several[3]
        count = min(_number(how_many), _LONGEST_RANGE)
        first_of_them = 1 if _ORDINALS[end_named] > 0 else -count
        found += [(several.start(), first_of_them + step) for step in range(count)]
    for pattern in (
        () if _SEVERAL_FIRST.search(text) else (_ORDINAL_GOAL, _BEFORE_AN_ORDINAL, _BARE_ORDINAL)
    ):
        found += [(match.start(), _ORDINALS[match[1]]) for match in pattern.finditer(text)]
    return tuple(dict.fromkeys(number for _, number in sorted(found)))


_NOT_THESE = re.compile(rf"\b(?:inte|ej|not)(?: the)? (?:{_SUBGOAL}|{_GOAL})\b")
""""Målen, inte delmålen."."""


def names_goals(word: str) -> bool:
    """Whether a folded word is one for goals: "inriktningsmål", "årsmål", "delmålslistan"."""
    return bool(GOAL.fullmatch(word) or SUBGOAL.fullmatch(word))


_TO_ACHIEVE = re.compile(
    r"\b(?:vad|what)\b.{0,40}\b(?:uppna|astadkomma|strava efter|achieve|accomplish|aim for|aiming for)(?: (?:by|till|to|in|under|for|during|i))?\W*$"
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


def _any(*alternatives: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(alternatives) + r")")


_A_GOAL_OR_MORE = r"(?:(?:del)?mal(?:et|en)?|(?:sub-?)?goals?)"
_HANDED_IN = r"(?:foreslog|foreslagit|(?:skicka|lamna)(?:de|t) in|submitted|proposed|suggested|(?:sent|handed) in)"
MY_PROPOSALS = _any(
    r"(?:min|mitt|mina|my) (?:\w+ )*?(?:forslag|utkast|ide|ideer|synpunkt|proposal|draft|suggestion|idea|input)\w*",
    r"(?:forslag|utkast)\w* (?:som )?jag\b|har jag (?:\w+ ){0,2}(?:forslag|utkast)\b|(?:proposals?|drafts?) (?:that )?i\b",
    rf"(?:jag (?:har )?(?:redan )?|har jag |i(?: have|'ve)? (?:already )?|have i ){_HANDED_IN}\b",
)
_WANT = (
    r"(?:vill|skulle|onskar|tanker|behover|borde|bor|maste|far|kan|ska|gar det att|hur (?:gor|kan|far|ska)"
    r"|wants?|would|'d like|need|can|could|may|should|how (?:do|can|to)|possible|allowed|way|going)"
)
_ALTER = (
    r"(?:andras?|tas? bort|plocka bort|strykas?|slopas?|bytas? ut|ersattas?|lagg(?:a|as|s) till|lagga fram|lamna in|skicka in|fa (?:in|med|bort)|skrivas? om|formuleras? om"
    r"|omformuleras?|korrigeras?|kompletteras?|korta|kortas|forkortas?|fortydligas?|paverka"
    r"|chang(?:e|ed|ing)|amend(?:ed)?|removed?|deleted?|add(?:ed)?|re(?:word|write|worded|written)|replaced?|shorten(?:ed)?|clarif(?:y|ied)|edit(?:ed)?)"
)
_AS_ALTERED = r"(?:andra[dt]|struk(?:it|en)|borttag\w+|bort|tillagd|tillagt|omskriv\w+|omformuler\w+|utbytt|bytt)"
_VIEWS = r"(?:ide|ideer|synpunkt|forslag|asikt|kommentar|idea|suggestion|comment|feedback|view)\w*"
HOW_TO_PROPOSE = _any(
    rf"{_WANT}\b.{{0,50}}\b(?:foreslas?\b|propos(?:e|ing)|suggest\b|make \w*\s?suggestions?|submit\b|komma med (?:ett )?forslag|lagga (?:fram )?(?:ett )?forslag|skicka in\b|lamna\w* (?:in )?(?:ett |nya |nytt )?(?:andrings)?forslag|put forward|comment\b)",
    r"(?:vem|vilka|hur(?! manga)|var) .{0,30}(?:foresla\b|lamna\w* (?:in )?(?:ett |nya )?forslag)|hur (?:foreslar|andrar|paverkar|tycker) (?:man|jag|vi)\b|who (?:may|can|could) .{0,30}(?:propos|suggest|submit)\w*",
    rf"(?:var|vart|hur|where|how)\b.{{0,15}}\b(?:skickar|lamnar|lagger|mejlar|framfor|send|hand|put)\b.{{0,25}}\b{_VIEWS}",
    rf"(?:har|have|got|had) (?:ett |nagra |nagot |en |an? |some )?(?:\w+ )?(?:forslag|ide|idea|suggestion)\w*(?: (?:pa|till|om|for)\b|\W*$)|(?!forslag){_VIEWS} (?:pa|om|on) (?:\w+ )?{_A_GOAL_OR_MORE}\b",
    r"(?:lamna|ge|skicka)r? (?:\w+ ){0,2}(?:synpunkter|andringsforslag|nytt forslag)\b|(?:lamnar|skickar|lagger) (?:jag|man|vi) (?:in |fram )?(?:\w+ ){0,2}(?:andrings)?forslag",
    r"^\W*(?:lamna|skicka in|nytt) forslag\W*$|(?:foresla|propose|suggest) (?:en |ett |a |an )?(?:andring|nytt|ny|andrad|change|new|amendment)|for att foresla\b",
    r"(?:process\w*|procedure|rutin\w*|regler\w*|routine|rules?|ordning\w*) (?:for|of|around|kring) (?:att )?(?:foresla|andra|forslag|andringar|propos|suggest|chang|amend)\w*",
    r"(?:ge|skaffa|fa|ha|far|har) (?:jag |mig |vi |oss )?(?:ingen |inte |nagon )?behorighet(?:en)?(?: som \w+)?\W*$|(?:get|have|give me|need) (?:\w+ )?permissions?\W*$",
)
WISHED_CHANGE = _any(
    rf"{_WANT}\b.{{0,60}}\b{_ALTER}\b",
    rf"(?:andra|ta bort|stryk|radera|lagg till|byt ut|skriv om|formulera om|change|amend|remove|delete|reword|add) (?:\w+ ){{0,3}}{_A_GOAL_OR_MORE}\b",
    rf"(?:hur|kan|far|gar|vill|vem)\b.{{0,40}}\b(?:fa|far|bli|blir) (?:\w+ ){{0,3}}{_AS_ALTERED}\b",
    rf"(?:vill|skulle vilja|onskar) ha (?:ett |nagot )?(?:nytt|nya|annat|andra) (?:del)?mal|want(?: to have)? (?:a )?(?:new|another) (?:sub-?)?goal|^\W*(?:ett |a )?(?:nytt|new) {_A_GOAL_OR_MORE}\W*$",
    rf"(?:vill|skulle vilja|onskar|would like|want) (?:att )?{_A_GOAL_OR_MORE} \d+\b|(?:should|ought to|borde|bor) (?:\w+ )?(?:say|read|mention|sta|heta|lyda|namna)\b",
    r"(?:inte )?(?:haller|hall) (?:inte )?med om\b|(?:don't|do not|dis)\W?agree\b|(?:have|get) (?:a|my|our) say\b",
)
"""Wants goals changed, or asks whether they can be; beside a subject only where goals are named."""
_SOMEBODY = r"(?:nagon|nagra|nan|folk|vem|vilka|anyone|anybody|somebody|someone|people|who|hur manga|how many)"
OTHERS_PROPOSE = _any(
    rf"(?:vill|ville|velat) (?:{_SOMEBODY}|man|de|dom) (?:andra|foresla)\b|{_SOMEBODY}(?: som| who)? (?:vill|velat|ville|wants?|wanted|has wanted) (?:to )?(?:andra|foresla|change|propose)",
    rf"(?:har|has|have|did|is|are|foreslar)? ?{_SOMEBODY}(?: annan| else| har)* (?:foreslagit|tyckt till|(?:lamnat|skickat|kommit) in|kommit med|propos\w+|suggest\w+|submit\w*|sen[dt] in|hand(?:ed)? in|lamnat (?:\w+ )?forslag|put forward|c[ao]me (?:in|up) with)",
)
"""What others want changed, or have proposed."""
ALREADY = _any(
    r"(?:did|has|have) (?:they|you|it|we|the \w+|anything|ks)\b.{0,20}\bchange|what (?:was|were|has been|have been)\b",
)
"""What has been changed, not what one wants changed."""
_ASKS_FIRST = re.compile(
    r"^\W*(?:hej\W+|hello\W+|hi\W+)?(?:hur|var|vem|vilka|vad|nar|kan|far|finns|har|how|who|where|what|when|can|could|may|is|are|do|does)\b"
)
_WISHED = (
    (
        ProposalKind.REMOVE,
        re.compile(r"\b(?:ta\w* bort|stryk\w*|radera|slopa\w*|remove|delete|drop|strike)\b"),
    ),
    (
        ProposalKind.ADD,
        re.compile(
            r"\b(?:lagg\w* till|add|another)\b"
            r"|\b(?:nytt|nya|new) (?:\w+ ){0,2}?(?:delmal|mal|sub-?goals?|goals?)\b"
        ),
    ),
    (ProposalKind.KEEP, re.compile(r"\b(?:behall\w*|kvarsta\w*|keep)\b")),
)


def wished_kind(text: str) -> ProposalKind | None:
    """What a text that proposes wants to be done; None for one that asks how, or who may."""
    folded = fold(text)
    if _ASKS_FIRST.match(folded) or folded.rstrip().endswith("?"):
        return None
    return next((kind for kind, pattern in _WISHED if pattern.search(folded)), ProposalKind.REWORD)


LIST_PROPOSALS = _any(
    OTHERS_PROPOSE.pattern,
    r"(?:pending|proposed|suggested|open) (?:changes?|amendments?|additions?)|(?:foreslagna|vantande|inkomna) andringar|(?:inkomna|inlamnade|oppna|vantande|aktuella) (?:andrings)?forslag",
    r"(?:vilka|finns|visa|lista|hur manga|nagra|vad ar|vad finns)\b.{0,40}\b(?:andrings)?forslag(?:en)?\b(?! till beslut)|forslagen (?:for|till|om|pa|infor)",
    r"(?:vilka|vad)(?: andringar)?(?: som)? (?:har |ar )?(?:foreslagits|foreslas|foreslag(?:et|na|en))\b|(?:what|which) (?:has|have|is|are|changes).{0,25}(?:proposed|suggested|put forward|submitted)",
    r"(?:vad|nagot|nagra|what|anything|what's)\b.{0,20}\b(?:pa bordet|pa gang|pa tapeten|i pipen|on the table|coming|under way|in the pipeline|pending)\b",
    r"(?:vad|vilka|nat|nagot|nagra)\b.{0,25}\b(?:kommit|skickats|lamnats|inkommit)(?: in)?\b.{0,15}\bforslag",
    r"(?:ligger|finns|vantar|har|ar) .{0,25}(?<!mitt )(?<!mina )(?<!ett )\bforslag (?:om|pa|till|for|kring|pa gang|inne|ute|pa bordet)\b",
    r"(?:what|which|any|are|show|list|how many|open|submitted|pending|see|all|current)\b.{0,40}\bproposals?\b",
    r"^\W*(?:\w+ ){0,3}forslag(?:en)?\W*$|^\W*(?:\w+ )?proposals?\b(?: for)?\W*$",
)
RECIPIENTS = _any(
    r"(?:vem|vilka|vilken|till vem|till vilka)\b.{0,50}\b(?:far|fa)\b(?=\W*$|.{0,25}\b(?:beslut\w*|det|den|dem|dom|delmal\w*|mal(?:en)?|protokoll\w*|utdrag\w*|besked|veta|del av)\b)(?! (?:lamna|foresla|andra|rosta|besluta))",
    r"(?:vem|vilka|vart|vilken|till vem|till vilka|hur)\b.{0,50}\b(?:skicka\w*|beror[sd]\w*|expedier\w+|meddela\w*|underratta\w*|delges|mottagare|informera\w*|sands?|sanda\w*|ta del av|fatt)\b(?! (?:lamna|foresla|andra|rosta|besluta))",
    r"(?:ska|skall|bor|far) .{0,40}\b(?:ha|fa|se) (?:beslutet|det)\b|^\W*(?:far|ska|skall) .{0,40}\bbeslutet\W*$|mottagar\w*|sandlist\w*|utskickslist\w*|expedieras till|beslutet ska skickas|expediering\w* till",
    r"^\W*(?:ska|skall|bor) \w+(?: \w+)? (?:ha|fa|se) (?:det|den|detta|denna|beslutet)(?: har)?\W*$",
    r"^\W*(?:far|ska|skall) \w+ (?:\w+ )?(?:det|den|dem|beslutet)(?: (?:ocksa|med|eller)\b|\W*$)",
    r"^\W*(?:far|fick)\b.{0,30}\b(?:beslutet|beskedet)\b",
    r"(?:alla|de|dem|enheter|everyone|those|units?) (?:som|who|that) (?:far|ska fa|ska ha|gets?|receives?)\b",
    r"(?:vem|vilka|who|which units?)\b.{0,30}\b(?:kopia|kopior|besked|utskick\w*|copy|copies)\b",
    r"(?:vem|vilka|vart|vilken|who|where)\b.{0,30}\b(?:gar|kommer|goes?) (?:beslutet|det|den|protokollet|the decision|to\W*$)",
    r"^\W*(?:does|do|should|will|must)\b.{0,30}\b(?:need to know|know about|be told|hear about)\b",
    r"^\W*(?:kommer|ska|far|behover)\b.{0,40}\b(?:fa veta|fa reda|fa besked|meddelas|underrattas|informeras|ta del)\b",
    r"^\W*(?:skickas|sands|expedieras|meddelas)\b.{0,40}\b(?:beslutet|protokollet|det)\b|^\W*gar (?:beslutet|protokollet)\b",
    r"(?:who|whom|which (?:units?|departments?))\b.{0,40}\b(?:receiv\w+|gets?\b(?=\W*$|.{0,20}\b(?:decisions?|it|this|them|cop(?:y|ies)|goals)\b)|sent|notified|told|informed|recipients?|copied|be sent|send|affected|concerned)",
    r"(?:mailing|distribution|dispatch) list\b|^\W*(?:does|do|will|should|is|are) .{0,40}\b(?:(?:get|receive) (?:it|this|them|the decision)|notified|informed|copied)\b",
    r"(?<!care )(?<!welfare )(?<!benefit )recipients?|distribution list|sent to whom|where (?:is|will|does|should) the decision .{0,15}(?:sent|go)",
)
WHO_RESPONSIBLE = _any(
    r"handlaggar\w*|(?:vem|vilka?|vilken) .{0,30}handlagg\w+",
    r"(?:vem|vilken|vilka)\b.{0,40}\b(?:ansvar\w*|haller i|skrev|skrivit|beredde|bereder|kontakta|kontaktperson\w*|fragar jag|ager|jobbar med arendet|skoter)",
    r"vem .{0,30}(?:jobba|arbeta)(?:r|t|de|d)? med (?:(?:del)?malen|det|detta|arendet)\b|vem fragar (?:man|vi)\b",
    r"(?:vem|vilka) .{0,20}(?:har hand om|haller i|skoter|leder|driver|ansvarar for)\b",
    r"(?:vem|vilka) ar (?:tjansteman|tjansteperson|handl|ansvarig)\w*",
    r"(?:vem|vilka|vilken) .{0,20}\b(?:tagit fram|tog fram|gjort|forfattat|utrett|star bakom)\b|who (?:made|drafted|proposed|authored|is behind)\b",
    r"vem (?:foljer upp|foljer|styr|driver)\b|who follows up\b",
    r"vem (?:\w+ ){0,3}(?:kan|ska|bor) (?:\w+ ){0,2}(?:svara|hora av|horas?|vandas?|mejla|maila|kontakta)",
    r"who (?:can|could|should) (?:i )?(?:answer|tell me|ask|email|contact|call)\b",
    r"(?:vem|vilka|vilken \w+)\b.{0,40}\b(?:undertecknat?\w*|skrivit under|signera\w*|ligger bakom|huvudansvar\w*|avsandare|hor\w* av (?:jag|man|vi|sig|mig|oss))",
    r"(?:vem|vilka) .{0,25}\b(?:jobbar|arbetar) med (?:(?:del)?mal|dokument|arende|skrivelse|tjansteskrivelse)\w*|(?:vem|vilka) har koll pa (?:\w+ )?(?:del)?mal",
    r"who(?:m)?\b.{0,40}\b(?:signed|turn to|reach out to|get in touch with|(?:tell me|knows?) more)|(?:official|officer|person) (?:responsible|in charge|behind)",
    r"person\w* (?:handling|responsible|in charge|behind|som (?:har|ansvarar|haller|skoter))|kontaktperson\w*|kontaktuppgift\w*|contact (?:for (?:questions|more|this|the)|details|info\w*)|ansvarig (?:for|tjansteman|tjansteperson)|vem (?:ska|kan) (?:jag|man) (?:fraga|kontakta|prata|ringa|vanda)",
    r"(?:who|whom)\b.{0,40}\b(?:responsible|in charge|handles?|handling|wrote|prepar\w+|contact|runs?|owns?|ask about|talk to|case officer|drafted|official)",
    r"(?:case|responsible|handling) (?:officer|official|handler|person)|contact person|administrator of the matter",
)
WHO = re.compile(r"\W*(?:och |and )?(?:vem|who|whom)\b")
THROUGH_TIME = _any(
    r"hela tiden|nagon gang|alltid|always|nagonsin|fran borjan|ursprung\w*|originally|from the (?:start|beginning)|ever\b|before\b|forut|forr\b|innan|tidigare",
)
"""Beside one goal: how it has been before."""
CHANGED = _any(
    r"(?:plockats|plockades|slopats|slopades|fallit|tagits|tagna|strukna|borttagna|tillagda|utgatt)\b|samma\b|likadan\w*|annorlunda|oforandra\w*|uppdatera\w*|revidera\w*|(?:nya|nytt|andra) (?:del)?mal\b|(?:del)?malen? nya\b|same\b|updated?|revised|new (?:sub-?)?goals",
)
"""Says that something differs from before, beside goals or a year; alone it may say anything."""
COMPARE = _any(
    r"(?:tog|tagit|lade|lagt|strok|strukit|bytte) (?:\w+ ){0,2}(?:bort|till|ut)\b",
    r"(?:andrats|andrades|andras|andrat|forandrats|skiljer|skillnad\w*|jamfor\w*|(?:vad ar|nagot|nat|vad blev|inget) nytt|nytt (?:i ar|sedan|sen|for|20\d\d)|nyheter|forandring\w*|skilde|tillkommit|tillkom|togs bort|tagits bort|forsvunnit|forsvann|strukits|bytts|lagts till)",
    r"(?:vilka|nagra) andringar",
    r"(?:did|does|has|have)\b.{0,30}\b(?:drop|add|remove|replace|change)\b",
    r"(?:vilka|nagra) (?:del)?mal (?:ar nya|finns kvar|ar kvar|forsvann|ar borta|ar samma)|samma (?:(?:del)?mal )?som|finns kvar (?:sen|sedan|fran)",
    r"(?:changed?|changes|differences?|differs?|different|compared?|comparison|what's new|what is new|whats new|new since|added|removed|dropped|gone(?! through)|disappeared|versus|vs)\b",
)
HISTORY = _any(
    r"(?:nar|when) (?:kom|tillkom|infordes|lades|was|were|did)\b.{0,60}\b(?:till|in|added|introduced|come|appear)\W*$",
    r"hur lange har .{0,30}\b(?:haft|funnits|gallt|statt|varit)|(?:sedan|sen) nar (?:har|galler|finns)\b|how long (?:has|have)\b|since when\b",
    r"historik\w*|historien|(?:tidigare|gamla|aldre|forra) (?:lydelse\w*|version\w*|formulering\w*)|(?:nar|when) (?:was|were|did|kom|lades|infordes|tillkom) .{0,30}(?:mal|goals?|\d)\b(?: .{0,12}\b(?:added|introduced|till|in|come))?|hur (?:lydde?|lod|sag .{0,40} ut)\b.{0,30}\b(?:tidigare|forr|forut|innan)|(?:tidigare|forr|forut|innan) (?:lydde?|lod)|hur (?:var|ar) .{0,30} formuler\w* (?:innan|forut|forr|tidigare)|hur har .{0,30} (?:andrats|forandrats|sett ut|lytt)|(?:mal|lydelse|formulering|wording|ordalydelse)\w*\b.{0,40} (?:over tid|genom aren)|utveckling over tid",
    r"(?:history|earlier (?:wordings?|versions?)|previous (?:wordings?|versions?)|past (?:wordings?|versions?)|used to (?:say|be)|over time|over the years|how has .{0,30} changed|how did .{0,30} read)",
)
APPEALED = _any(
    r"(?:ar|har|blev|blivit|is|has|was)\b.{0,30}\b(?:overklagats?|overklagade|appealed|anslagits|expedierats?|upphavts?)\b",
)
"""What has become of the decision, asked of it and not in general."""
LATEST_VERSION = _any(
    r"(?:ar|stammer|lita|is|are|har)\b.{0,40}\b(?:(?:senaste|aktuella|gallande|ratt|latest|current|right) (?:version|lista|uppdatering|list)\w*|uppdaterad\w*|inaktuell\w*|up to date|out of date|outdated)\b",
)
"""Whether what is told is the last word on it."""
DECIDED = _any(
    r"(?:ar|har|blev|blivit|nar|vem|vad|var|finns|fick|togs|vilket|vilken)\b.{0,60}\b(?:beslut\w*|faststall\w*|antag\w*|antog\w*|klubba\w*|justera\w*|vunnit laga kraft|laga kraft|fastsl[ao]g\w*|sagt ja|rostat|bestam\w+|godkan\w+|spika\w*|overklaga\w*)",
    r"(?:besluta[dt]e?|faststalld\w*|antagna|antagits|klubbat|klubbade|spikade|justerat|justerade|godkan(?:da|n|d|t|de|des|ts|na))\b",
    r"beslut(?:et|en)?\b",
    r"(?:status|statusen|lage|laget)\b",
    r"(?:vilket|vilken|vid vilket) (?:datum|dag|mote|sammantrade)\b.{0,30}\b(?:togs|tog|vann|beslut\w*|klubbades)",
    r"ar (?:det|de|detta|listan|(?:del)?malen) (?:\w+ )?(?:aktuell|officiell|klar|fardig)\w*|nar vann\b",
    r"nar (?:ska|kommer|blir|ar)\b.{0,40}\b(?:klar\w*|fardig\w*|beslut\w*)",
    r"(?:galler|gallande)\b.{0,25}\b(?:redan|fortfarande|eller)\b|galler (?:de|det|dom|dem)\b",
    r"(?:diarienummer|dnr|diarienr|paragraf|§)",
    r"bindande|skarpa?\b|giltig\w*|binding|valid\b|fastslagna|fastslaget|fastslagen|(?:said yes|signed off|voted)\b",
    r"(?:decided?|adopt(?:ed)?|approved?|ratif(?:y|ied)|settled?|finali[sz]ed?|in force|final|official|up to date|decide|decision|legal force|adjusted|gone through|been passed|status|reference number|registration number|appealed|appealable)\b",
)
_HELLO = (
    r"(?:hej+(?:san|hej| hej)?|hallo|halla|mojn|tjenixen|god formiddag|hello+|tja|tjena|tjenare|tjo|tjabba|morsning|mors|goddag|god dag|"
    r"god ?morgon|god ?kvall|god ?eftermiddag|halloj|hejs|morning|morn|hi|hello|hey|hiya|good (?:morning|afternoon|evening|day)|"
    r"howdy|yo|greetings|hola)"
)
GREETING = re.compile(
    rf"^\W*{_HELLO}(?:\s+(?:pa dig|pa er|dar|ba|o god morgon|och god morgon|delmal|bot|boten|du|alla|igen|there|all|everyone|again|allihopa|delmalet))*\W*$"
)
GREETED = re.compile(rf"^\W*{_HELLO}(?:\W+\w+){{0,2}}\W*$")
"""A greeting and a name, or a word or two that nobody knows."""
THANKS = _any(
    r"tack\b|tackar|tusen tack|thanks|thank you|thx|cheers|tacksam|toppen|super\b|perfekt|great\b|awesome|perfect|bra jobbat|well done|good job|grymt|kanon",
    r"(?:hej ?da|adjo|vi hors|ha det|bye|goodbye|see you|trevlig helg|god helg|have a (?:nice|good))",
    r"(?:hur mar du|hur ar det(?: med dig)?\W*$|laget\W*$|how are you|how's it going|what's up|vem ar du|vad ar du|who are you|what are you|ar du (?:en )?(?:riktig )?(?:robot|bot|ai|manniska|person)|are you (?:a |an )?(?:real )?(?:robot|bot|ai|human|person))",
    r"(?:det|that) (?:var|was|ar|is) (?:allt|all)\b|that's (?:all|it)\W*$|(?:precis|exakt|exactly|just) (?:det|vad|what) (?:jag|i) (?:behov|need|sokte|ville|wanted)",
    r"(?:kul|trevligt|roligt|skont) att (?:prata|snacka|hora|ha|fa|traffa)\w*|(?:nice|good|great) (?:talking|chatting|to (?:talk|meet|chat|hear))",
    r"(?:that|det|this) (?:helps|helped|hjalpte|hjalper|racker|was helpful)\b|(?:brilliant|excellent|lovely|wonderful|fantastisk\w*|underbar\w*|stralande|utmarkt|suveran\w*|klockren\w*|snyggt)\b",
    r"du ar (?:\w+ )?(?:bast|grym|toppen|bra|rolig|snall|smart|duktig|klok|kul|bra)|you(?:'re| are) (?:\w+ )?(?:funny|great|nice|smart|kind|the best)|ha en (?:bra|fin|trevlig)|vem har (?:gjort|byggt|skapat) dig|(?:skont|najs|okej da)\W*$|(?:ok|okej|okay|haha\w*|lol|nice|cool|bra|fint|visst|aha|jaha|mm|ja|nej|yes|no|fine|good)\W*$",
)
HELP = _any(
    r"^\W*(?:(?:hej|snalla|please|jag behover|i need|kan jag fa|kan du|can you) )*(?:hjalp|help)(?: (?:mig|oss|me|us|tack|please))*\W*$",
    r"(?:(?:fattar|forstar|vet|don't know|don't understand) (?:inte )?)?(?:vad|what) (?:du|det har|boten|you|this) (?:ar|is|are) (?:till |bra )?(?:for|till)\b",
    r"vad (?:ska|skall|kan|ar (?:det )?meningen att|ar tanken att) (?:jag|man|vi) (?:ska |kan )?(?:skriva|saga|mata in|gora har)\b",
    r"vad ar det har for (?:en |ett )?(?:bot|nagot|program|tjanst|app|chatt)\w*|vad kan (?:den|boten|det har)\b",
    r"vad kan (?:du|jag|man|boten|delmal) (?:gora|hjalpa|svara|fraga|svara pa|anvandas)",
    r"hur (?:fungerar|funkar|(?:(?:jag|man) )?anvander (?:jag|man)?) ?(?:du|det har|boten|den har|dig|delmal\b)",
    r"vad (?:far|kan|ska) man fraga|(?:ge |visa |nagra )?exempel pa (?:fragor|vad)|vilka fragor (?:kan|far)|hur gor (?:man|jag)(?: (?:nu|da|har))?\W*$|(?:fattar|forstar|begriper) (?:inte|ingenting|noll)\W*$|(?:don't|do not|dont) (?:understand|get it)\W*$|vad ar (?:det har|du for nagot)\W*$|kan du hjalpa (?:mig|oss)\W*$|fattar inte hur .{0,20} funkar|^\W*(?:manual|lathund)\w*\W*$",
    r"(?:give|show) (?:me )?(?:some )?examples|what is this\W*$|what do you do\b|how (?:do i |to )?use (?:this|you)\b",
    r"what can (?:you|i|this bot) (?:do|ask|help|answer)",
    r"how (?:do|does|can) (?:you|this bot|i use (?:you|this)|this|the bot) (?:work|help)?",
    r"how do i use (?:you|this)|kommandon?\b|commands?\b|what kind of (?:questions|things)|what (?:is|are) (?:this bot|you) for|vad ar du (?:bra pa|till for)|vad gor du\b|instruktion\w*|vad kan du\b",
)
PROCESS_ASKED = _any(
    r"vem (?!far|ar\b|har\b|var\b|ansvarar|haller|handlagger|skoter|kontaktar)\w+r\b|who (?!is\b|was\b|has\b|gets|receives|owns|runs|handles|does)\w+s\b",
    r"vad (?:betyder|innebar|ar|menas|menar|star|gor|hander|krav)|va betyder|betyder\b|innebar\b|innebörd|definition|definiera|forklara|forklaring|hur (?:fungerar|funkar|gar|lang|lange|manga dagar|overklagar|begar|far)|nar (?:ar|far|kan|blir|vinner|ska|maste|borjar|gar|galler)|(?:vem|vilka) (?:far|kan|har ratt|beslutar|bestammer|justerar|faststaller|kan overklaga)|far (?:jag|man|au|ks|en|vi|arbetsutskottet|namnden)|kan (?:jag|man|vi|en|ett|au|arbetsutskottet|namnden|staff|delmal)|maste\b|skillnad\w* (?:mellan|pa)|varfor\b|ar (?:ett|en|mitt|mina|det|forslag\w*|beslut\w*|tjansteskrivelse\w*)\b",
    r"what (?:is|are|does|happens|do)|what's|whats|meaning of|explain|define|definition|how (?:does|do|long|is|can|many days|soon)|when (?:does|is|can|must|do|will|should)|who (?:can|may|decides|has|adjusts|appeals|is allowed)|can (?:a|an|the|i|we|anyone|someone)|may (?:a|an|the|i|we)|is (?:a|an|the|my|it)|difference between|why\b|must\b|means\b",
)
MAY_DECIDE = _any(
    r"(?:kan|far|maste|can|may|must|does|is)\b.{0,40}\b(?:besluta|bestamma|rosta|delta|delegera|reservera|decide|vote|sign|delegate|appeal)\b",
)
"""Who may do what in a meeting."""
DEFINITION = re.compile(
    r"\b(?:vad (?:betyder|innebar|menas|menar|ar\b)|va betyder|betyder|innebar|definition|forklara\w*|"
    r"vad gor\W*$|vad hander (?:sen|sedan|efter|nar)|what happens (?:after|next|when|once|then)|what (?:do|does)\W+do\W*$|what (?:does|is meant|is (?:an?|the (?:meaning|difference)))|what's an?|meaning of|explain|define|means?\b|hur fungerar|how does|hur gar det till|how (?:is|are) (?:a |the )?decisions? (?:made|taken))"
)
WHOSE_GOALS = re.compile(r"^(?:vad ar|what is|what's) (?:del)?(?:mal|(?:sub-?)?goals?)\b")
"""No definition is wanted: "vad är mål i kommunstyrelsen"."""
DIFFERENCE = _any(r"skillnad\w*|skiljer\b|jamfor\w*|difference\w*|differs?\b|compare\w*")
DIARY_NUMBER = _any(
    r"(?:nar|vilket datum|vilken dag|(?:pa |vid )?vilket (?:mote|sammantrade)|what date|which day|(?:at )?which meeting|when)\b.{0,20}\b(?:togs|tog de|tog ni|tog man|klubbades|beslutades|antogs|faststalldes|(?:was|were) (?:it|this|they|that) (?:taken|decided|made|adopted|approved))\b",
    r"(?:vad|vilket|vilken|har|finns)\b.{0,40}\b(?:diarienumret|diarienummer|dnr|diarienr|paragrafen|paragraf|arendenummer)\b(?! ar en| betyder)",
    r"(?:what|which|is there|has it|any)\b.{0,20}\b(?:the )?(?:dnr|diary number|registration number|reference number|case number|paragraph)\b",
)
SEND = re.compile(
    r"\b(?:skicka|mejla|maila|send|e?mail)\b.{0,30}\b(?:min|mig|oss|me|my|us)\b(?: (?:e-?)?(?:mejl|mail|post)\w*)?"
    r"|\b(?:las|lasa|rakna|rabbla|skriv|read|write) (?:\w+ )?(?:upp|ut|out)\b"
)
"""Wants the goals sent or read out: they are told, here."""
BEYOND: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "beyond-progress",
        _any(
            r"hur (?:gar|ligger|langt) (?:det|vi|har)(?! till)\b|(?:har|nar|klarar|uppnar) vi (?:uppfyllt|uppnatt|klarat|(?:natt )?(?:\w+ )?(?:del)?malen)\b",
            r"(?:uppfoljning|resultat|utfall|maluppfyllelse|uppfyll\w*|indikator\w*|nyckeltal\w*|mats|mater)\b.{0,30}\b(?:del)?mal|mal\w*\b.{0,30}\b(?:uppfoljning|utfall|uppfyll\w*|indikator\w*|nyckeltal\w*|mats|mater)",
            r"(?:how (?:is|are|far)\b.{0,40}\b(?:going|doing|progress\w*|along)|(?:have|did|do) we (?:reach|met|meet|achiev)\w*|progress on|follow-?up on)",
        ),
    ),
    (
        "beyond-reason",
        _any(
            r"varfor\b.{0,40}\b(?:del)?mal|motiver(?:a|ing\w*)\b.{0,30}\b(?:del)?mal|(?:bakgrund|skal)(?:en|et)? till\b.{0,20}\b(?:del)?mal",
            r"why\b.{0,40}\b(?:sub-?)?goal|(?:reason|rationale|background) (?:for|behind|to)\b.{0,20}\b(?:sub-?)?goal",
        ),
    ),
    (
        "beyond-deadline",
        _any(
            r"nar (?:ska|maste|senast)\b.{0,40}\b(?:del)?mal\w*\b.{0,30}\b(?:klar\w*|uppnatt\w*|uppnas|natt|nas|genomfor\w*|uppfyll\w*)",
            r"(?:when|by when)\b.{0,40}\b(?:sub-?)?goal\w*\b.{0,30}\b(?:done|finished|achieved|reached|met|due)\b|deadline (?:for|of)\b.{0,20}\b(?:sub-?)?goal",
        ),
    ),
    (
        "beyond-translation",
        _any(
            r"oversatt\w*|pa (?:engelska|english|arabiska|finska|somaliska)\b",
            r"translat\w*|in english\b",
        ),
    ),
    (
        "beyond-cost",
        _any(
            r"(?:vad|hur mycket) (?:kostar|far)\b.{0,30}\b(?:del)?mal|budget\w* (?:for|till)\b.{0,12}\b(?:del)?mal|(?:how much|what).{0,20}\bcosts?\b.{0,20}\b(?:sub-?)?goal",
        ),
    ),
)
"""What the record says nothing of, beside goals that it does have."""


def beyond(plain: str) -> str | None:
    """The key of what is to be said where more is asked than the record holds: how it goes, why."""
    return next((what for what, pattern in BEYOND if pattern.search(plain)), None)


SOURCE = _any(
    r"(?:var|varifran|vart) (?:kommer|ar|har) (?:det|detta|malen|delmalen|uppgift\w*)(?: har)?\b(?:.{0,20}(?:ifran|fran|hamtat|taget|hamtade|tagna))?\W*(?:$|\?)",
    r"(?:vilken|vad ar|har du (?:nagon|en)?) ?(?:kalla|kallan)\b|^\W*kall(?:a|an|or|hanvisning)\W*$",
    r"(?:vilket|vad for) dokument\b|(?:lank|hanvisning) till (?:beslutet|dokumentet|protokollet|kallan)",
    r"(?:var|where) (?:finns|star|ligger|is|are) (?:the )?(?:beslutet|protokollet|dokumentet|originalet|minutes|document|decision)",
    r"(?:var|hur) (?:hittar|kan) (?:jag|man|vi) (?:hitta |lasa |se )?(?:beslutet|protokollet|dokumentet|originalet)",
    r"(?:hur vet du|vem sager|var star) (?:det|detta|det har|du det)\W*$|(?:how do you know|says who|where does it say)\b",
    r"(?:where|what) (?:does|do|is) (?:this|it|that|these|they|the (?:goals|sub-?goals)) (?:come )?from\b",
    r"(?:what|which)(?: is| 's|'s)? (?:the |your )?(?:source|document)\b|^\W*(?:the )?sources?\W*$|source of (?:this|that|the)",
)
"""What the goals rest on: answered as a question for their decision is."""
_I = _any(r"(?:jag|vi|mig|mej|min|mitt|mina|i|i've|my|me|we|our)\b")
_YOU = _any(r"(?:du|dig|dej|bot|boten|tjansten|systemet|appen|you|this bot|the bot)\b")
_ASKED_HOW = _any(r"(?:hur|vad|varfor|fattar|forstar|how|what|why|understand)\b")
_WISH = _any(
    r"(?:vill|skulle|kan|far|hur|var|vart|borde|bor|onskar|maste|behover|gar|want|would|can|could|may|how|where|should|need|possible)\b"
)
_PROPOSAL = _any(
    r"(?:forslag\w*|foresl\w+|utkast\w*|inskick\w*|\w+ade in|\w+at in|lagt in|propos\w+|suggest\w+|submi\w+|drafts?\b|sent in|handed in)"
)
_TO_ALTER = _any(
    r"(?:andra|andras|byta|bytas|stryka|strykas|slopa|ta bort|lagga till|formulera om|skriva om|korrigera|foresla|tycka till|paverka"
    r"|synpunkt\w*|asikt\w*|change|amend|reword|rewrite|remove|add|replace|edit|propose|suggest|comment|feedback|input)\b"
)
_SENT = _any(
    r"(?:skicka\w*|sand[aers]*|expedier\w*|meddel\w*|underratt\w*|informer\w*|delg\w*|far|fa|ta del|besked|kopia|utskick\w*"
    r"|sen[dt]|receiv\w+|gets?|notif\w+|inform\w*|told|cop(?:y|ies))\b"
)
_DECISION = _any(r"(?:beslut\w*|protokoll\w*|utdrag\w*|decision\w*|minutes)\b")
_PERSON = _any(r"(?:vem|vems|vilka personer|namnet pa|who|whom|whose)\b")
_THIS = _any(
    r"(?:det har|detta|det|den|arendet|fragan|underlaget|dokumentet|this|it|that|the matter|the document)\W*$"
)
_KIND_WORDS = _any(
    r"(?:bra|bast|bast[ae]|smart|dum|dalig|kass|rolig|snall|hjalpsam|trevlig|duktig|snabb|good|great|nice|smart|stupid|bad|funny|helpful|kind|fast|love|like)\b"
)
BY_WORDS: tuple[tuple[Intent, tuple[re.Pattern[str], ...]], ...] = (
    (Intent.MY_PROPOSALS, (_I, _PROPOSAL)),
    (Intent.HOW_TO_PROPOSE, (_WISH, _TO_ALTER)),
    (Intent.LIST_PROPOSALS, (_PROPOSAL,)),
    (Intent.RECIPIENTS, (_SENT, _DECISION)),
    (Intent.WHO_RESPONSIBLE, (_PERSON, _THIS)),
    (Intent.COMPARE_YEARS, (CHANGED,)),
    (Intent.DECISION_STATUS, (_DECISION,)),
    (Intent.HELP, (_YOU, _ASKED_HOW)),
    (Intent.SMALLTALK, (_YOU, _KIND_WORDS)),
)
"""What single words come to where no sentence is known and no subject of a goal is named."""


def by_words(plain: str) -> Intent | None:
    """The first intent all of whose words stand somewhere in the text."""
    return next(
        (
            intent
            for intent, patterns in BY_WORDS
            if all(pattern.search(plain) for pattern in patterns)
        ),
        None,
    )


SERVICE = _any(
    r"(?:vem (?:vinner|vann)|vad tycker du|who (?:won|wins|will win)|what do you think)",
    r"(?:vadret|regnar|snoar|pizza\b|(?:till|blir det for) lunch|semester(?:dag\w*)?\b|skamt|en dikt|recept\b|horoskop)",
    r"(?:weather|rain(?:s|ing)|vacation|public holiday|for lunch|joke|a poem|recipe|horoscope|lottery)",
    r"vad (?:blir|serveras|ar) det (?:for|till) (?:mat|middag|lunch)|klockan\W*$|what time is it|(?:write|email|mejla|maila) (?:me|mig)\b",
    r"vad har du for (?!(?:\w+ )?(?:del)?mal)|what(?:'s| is) your (?!goal|source|sub)",
    r"vad (?:ska|bor|kan) (?:jag|man) gora\W*$|what (?:should|can|do) i do\W*$",
    r"sjukan?mal\w*|meningen med livet|hur manga (?:bor|invanare)\b(?!.{0,20}\bmal)",
    r"(?:hur|var|nar) (?:ansoker|soker|anmaler|bokar|bestaller|betalar|overklagar jag mitt|far jag tag|hittar jag|kommer jag|ringer|oppnar|stanger|lanar|hyr)",
    r"(?:nar|var) (?:oppnar|stanger|ligger|finns|har .{0,20} oppet|tommer|tomms|gar nasta)",
    r"(?:kan|far|skulle) (?:jag|min|mitt|mina|vi) (?:fa|boka|hyra|lana|ansoka|anmala|bestalla|soka|kunna fa)",
    r"(?:vad kostar|(?:vad|hur mycket) (?:tjanar|har .{0,30} i lon)|telefonnummer|adressen till|ansokan om|min (?:ansokan|son|dotter|mamma|pappa|man|fru|granne|hyra|lon|semester|chef)|mitt (?:barn|bygglov|arende)|mina barn)",
    r"(?:boka|bestall|ring|mejla|skicka ett mejl|paminn|oversatt|skriv (?:en|ett)) ",
    r"(?:how|where|when) (?:do|can|does|is|are) (?:i|my|the .{0,20} open|the .{0,20} close)(?: (?:apply|book|pay|get|find|order|register|report|borrow|rent))?",
    r"(?:can|could|may) (?:i|my|you) (?:get|book|rent|borrow|apply|order|have|call|email|translate|write|tell me a|remind)",
    r"(?:what|how much) (?:does|do) .{0,30} earn",
    r"(?:opening hours|phone number|how much (?:is|does|do)|my (?:application|son|daughter|mother|father|husband|wife|neighbou?r|rent|salary|holiday|boss|child|kids))",
)
PRACTICAL = re.compile(
    r"^\W*(?:nar|what time|when) (?:ar|oppnar|stanger|kommer|borjar|far|gar|is|are|do|does|will)\b"
    r"|^\W*(?:var|where) (?:ligger|finns|hittar|kan|ar|is|are|can|do|does)\b"
    r"|^\W*(?:vem|who|who's) (?:ar|heter|byggde|is|was|built)\b"
    r"|^\W*(?:vad heter|vad kostar|hur mycket kostar|how much|how old|hur gammal|hur loggar)\b"
    r"|^\W*(?:jag (?:vill|behover|ar|har|ska|maste)|i (?:want|need|am|have|would like)|i'm|i'd like)\b"
    r"|^\W*(?:kan du|can you|could you) (?!ge |visa |lista |saga |svara |give |show |list |tell me (?:about|what))"
    r"|^\W*(?:varfor ar|why is|why are|report an?|book an?|boka|ring|call)\b"
    r"|\b(?:min|mitt|mina|my)\b(?! (?:forslag|proposals?|utkast))"
    r"|\b(?:(?:glomt|byta|byter|aterstalla|forgot|reset|change|the|wifi)\W+(?:\w+ ){0,2}(?:losenord\w*|password)|wifi|lediga? (?:lagenhet\w*|jobb|plats\w*)|vart vander (?:jag|man))\b"
    r"|\b(?:funkar inte|fungerar inte|krangl\w+|strular|won't (?:start|work|print)|ar trasig\w*|is broken|doesn't work|not working|rolig historia|funny story)\b"
    r"|\bis there an? (?!goal|target|sub)(?:\w+ ){0,2}(?:fee|charge|bus|office)\b"
)
"""Asks for a service, a person or help with one's own affairs, in the way people do."""
PRIVATE = re.compile(r"\b(?:min|mitt|mina|my)\b")
"""One's own affairs are nobody's goal, whatever they are about."""
_ABOUT = re.compile(
    r"\b(?:om|kring|gallande|angaende|rorande|avseende|nar det galler|about|on|regarding|concerning|around|covers?|related to)\s+"
)
_FOCUS_ENDS = re.compile(
    r"\b(?:som|dar|nar|vilket|vilka|och vad|men|that|which|where|but|finns|har vi|hur|20\d\d)\b|[,?]"
)


def focus_of(plain: str) -> tuple[int, int] | None:
    """Where in the text the words stand that follow the last "om" or "about"; None without one."""
    last = None
    for match in _ABOUT.finditer(plain):
        end = _FOCUS_ENDS.search(plain, match.end())
        stop = end.start() if end else len(plain)
        if stop > match.end():
            last = (last[0] if last and match.start() <= last[1] + 4 else match.end(), stop)
    return last


KEYWORDS = frozenset(
    """
    delmal delmalet delmalen malen malet mal subgoals goals subgoal beslutet beslutat beslutade
    beslutad forslag forslagen forslaget mottagare handlaggare historik hjalp aterremiss
    bordlaggning overklaga overklagande justering faststallda andringar skillnaden kommunstyrelsen
    berors hejda hejsan tjena tjenare morsning tackar toppen hello thanks goodbye foreslas
    laggas andras strykas bytas skrivas formuleras underrattas expediering reservation delegation recipients decided proposals history
    """.split()  # noqa: SIM905 — read and mended easier than a list of strings
)
"""Folded words that the patterns wait for; a misspelling of one is mended first."""
NUMBER_WORDS = frozenset(_COUNTING) | frozenset(_ORDINALS)
"""Folded; they say which one, not what about."""
LEAD_IN = re.compile(
    r"(?:\S+\s+){6}.*?\b(?:(?:behöv(?:er|a)|behov(?:er|a)|vill|vilja|måste|ville) (?:få )?veta|undrar|undrade|need to know|like to know|want to know|wondering)\b,?"
    r"(?=\s+(?:\S+\s+){2})",
    re.IGNORECASE,
)
"""How it came up, before what is asked: "jag skriver på en plan … och behöver veta vad …"."""
ANY_GOAL = _any(
    r"(?:har vi|finns det|ar det|finns|har ni) (?:nagot|nagra|nagon|nagonting|nat|ett)\b|vad har vi\b",
    r"(?:is there|are there|do we have|have we|any)\b",
    r"(?:vilket|vilka|which|what) (?:\w+ ){0,3}(?:mal|delmal|goal|goals|sub-?goals?)\b",
    r"(?:vilket|which one|what one) (?:ar|galler|is)\b",
)
"""Asks whether there is a goal at all; what it is about stands in the sentences before."""
EVERY_GOAL = re.compile(
    rf"\b(?:alla|samtliga|(?:de|the|all) (?:\d{{1,2}}|{_COUNT})|all(?: of)? the|every) (?:\w+ ){{0,2}}(?:{_SUBGOAL}|{_GOAL})\b"
)
"""All of them, whatever was told before."""
LIST_AND_STATUS = re.compile(
    r"^\W*(?:vilka|visa|lista|what|which|list|show)\b.{0,60}\b(?:och|and)\b"
    r"|^\W*(?:vilka|which|what) (?:\w+ ){0,4}(?:(?:del)?mal|(?:sub-?)?goals)\b"
)
ALL_OF_THEM = _any(
    r"(?:del)?malen\b",
    r"(?:vara|vart|era|arets|fjolarets) (?:del)?mal\b(?! (?:for|inom|mot|kring|med|som|om))",
    r"(?:alla|samtliga|vilka)(?: (?!mal)\w+){0,2} (?:del)?mal\b(?! (?:for|inom|mot|kring|med|som))",
    r"(?:the|all|our|every|these|those)(?: \w+){0,2} (?:sub-?)?(?:goals?|targets|objectives)\b(?! (?:for|on|with|that))",
    r"(?:lista\w*|sammanstallning\w*|oversikt\w*|list|overview|set) (?:pa|over|med|av|of|with) (?:\w+ ){0,3}(?:del)?(?:mal|(?:sub-?)?goals)\b",
    r"vad (?:ar|har|hade) (?:\w+ ){0,2}for (?:\w+ )?(?:del)?mal\b(?! (?:for|inom|mot|kring|med|om))",
    r"(?:hur manga|antal(?:et)?)(?: \w+){0,2} (?:del)?mal\b(?! (?:for|inom|mot|kring|med|som|om))",
    r"(?:which|what)(?: \w+){0,2} (?:sub-?)?(?:goals?|targets|objectives)\b(?! (?:for|on|about|with|that|to|cover|concern|deal|relat|mention|affect|are about)\w*)",
    r"(?:how many|number of)(?: \w+)? (?:sub-?)?(?:goals|targets|objectives)\b(?! (?:for|on|about|with|that))",
)
"""The goals as a whole, not one about something."""
REQUEST = re.compile(
    r"\b(?:ge|skicka|visa|lista|rabbla|rakna|las|lasa|ta fram|fa|se|ha|dra|mejla|maila|kopiera|klistra|skriv|skriva|behover|behov|hjalp|letar|soker|lagga in|ta fram|posta|hitta"
    r"|help|looking for|give|send|show|list|read|get|see|have|need|paste|print|share|copy|e?mail|pull up|remind)\b"
)
"""Wants something handed over, not something said of it."""
CLAUSE_END = re.compile(
    r"[,;:–]\s+|\s-+\s+|\s+(?=(?:eftersom|because|men|but)\b)"
    r"|\s+(?:och|o|and|men|but|så|so)\s+(?=(?:vill|behöver|behover|skulle|kan|need|want|would|could|can)\b)",
    re.IGNORECASE,
)
HAND_OVER = re.compile(
    rf"{REQUEST.pattern}.{{0,40}}\b(?:dem|de|dom|them|those|listan|the list)\b"
    r"|^\W*(?:(?:och|and) )?(?:vilka|vad|hur|what|which) (?:ar|lyder|later|are) (?:de|dem|det|dom|they|those)\W*$"
)
""""Kan jag få dem?": what was told of just before."""
NEXT_QUESTION = re.compile(
    r"(?<=\w)(?:,| och| o| samt| and| &)+\s+"
    r"(?=(?:vem|vilka|vilken|vilket|när|nar|vad|hur|var|är|ar|who|what|when|which|how|where|is|are)\s+\S)",
    re.IGNORECASE,
)
"""Where one sentence begins to ask for another thing."""
ASKING = re.compile(
    r"^\W*(?:(?:hej|hello|hi|tack|please)\W+)?(?:\S+(?: \S+){0,2}\W*$"
    r"|(?:vad|va|vem|vilka|vilken|vilket|nar|hur|var|ar|har|finns|kan|far|ska|visa|ge|lista|sag"
    r"|what|who|which|when|how|where|why|is|are|can|could|do|does|has|have|show|give|list|tell)\b)"
)
"""Asks from its first word on, or is a few words: no statement that a question goes on from."""
_A_SUBGOAL, _A_GOAL = r"(?:del-?m[åa]l(?:et)?|sub-?goal) \d+", r"\b(?:m[åa]l(?:et)?|goal) \d+"
OF_TWO_KINDS = re.compile(
    rf"{_A_SUBGOAL}(?= ?(?:,|och|o|and|&) {_A_GOAL})|{_A_GOAL}(?= ?(?:,|och|o|and|&) {_A_SUBGOAL})",
    re.IGNORECASE,
)
""""Mål 3 och delmål 5": a number of each."""
_PAPER = (
    r"(?:\w*(?:presentation|powerpoint|bildspel|slide|verksamhetsplan|verksamhetsberattelse|tertialrapport|delarsrapport|arsrapport|arsredovisning"
    r"|rapport|intervju|artikel|yttrande|planeringsdag|workshop|sammantrade|nyhetsbrev|affisch)\w{0,5}|\w*mote(?:t|n|na)?|ppt|vp|apt|tal(?:et)?|chatt(?:en)?"
    r"|(?:activity|operational|business) plan|budget\w*|\w*dokument\w{0,4}|document|(?:annual )?report|meetings?|speech|article|newsletter|slides?)"
)
_OCCASION = re.compile(
    r"\b(?:till|infor|i|pa|under|to|in|at|before|during|for|ahead of)\s+"
    r"(?:(?:min|mitt|mina|var|vart|vara|er|ert|en|ett|den|det|nasta|dagens|my|our|a|an|the|this|next|todays?|tomorrows?)\s+){0,2}"
    rf"{_PAPER}\b"
)
"""What the goals are wanted for: "delmålen till min presentation"."""
ABOUT_ONESELF = re.compile(
    r"^\W*(?:(?:hej|hello|hi)\W+)?(?:jag ar|jag heter|mitt namn|det ar|i am|i'm|my name)\b"
    rf"|^\W*(?:jag|vi|i|we|i'm|we're)\b.{{0,40}}\b{_PAPER}\b"
    r"|^.{0,60}\b(?:here|har)\W*$"
)
"""Begins with who is asking, or what he is writing on."""
_MANNER = re.compile(
    r"\b(?:i klartext|i sin helhet|i punktform|som (?:en )?(?:punkt)?lista|i (?:en )?lista|rakt upp och ner|ord for ord"
    r"|(?:pa|till|on) (?:mandag|tisdag|onsdag|torsdag|fredag|monday|tuesday|wednesday|thursday|friday)|ladda ned?r?\b|download\w*|oversatt\w*|translat\w*|(?:pa|till|in|to|into) (?:svenska|engelska|arabiska|finska|somaliska|swedish|english|arabic)|in full|in plain text|as a list|word for word|in bullet points|verbatim"
    r"|(?:complete|full|exact|whole) (?=wording|list|set|text)|(?:mandate|electoral|election|council) (?:period|term)|term of office"
    r"|(?:med|with) (?:ett |a )?(?:sarskilt|special|particular) fo[ck]us)\b"
)
"""How they shall be told, and what every list of sub-goals is said to be."""
_ROLE = re.compile(
    r"\b(?:(?<=jag )|(?<=roll )|(?<=mig )|(?<=i )|(?<=me )|(?<=am ))(?:som|as)(?: en| ett| an?)? \w+"
)
"""As what one asks: "vilka mål ska jag som chef förhålla mig till"."""


def without_occasion(text: str) -> str:
    """The text, blanked where it says what a list of goals is wanted for, and how it be told."""
    if not any(kinds(text)):
        return text
    for pattern in (_MANNER, _OCCASION, _ROLE):
        if pattern is _MANNER or ALL_OF_THEM.search(text) or REQUEST.search(text):
            text = pattern.sub(lambda found: " " * len(found[0]), text)
    return text


_DECIDER = r"politik\w*|ledamot\w*|ledamoter\w*|fortroendevald\w*|\w*ledning\w*|majoritet\w*|politicians?|councillors?|management"
DECIDER = re.compile(_DECIDER)
"""Who says yes or no: no topic where a decision is asked for."""
_SET_BY = re.compile(rf"\b(?:har|hade|have|has|did)(?: \w+)? (?:{_DECIDER})\b(?!\W*$)")
_HANDLED = re.compile(
    r"(?:(?:kommer |minns |remember )?(?:inte |not )?(?:minns|ihag|remember|remind|recall)(?: inte)?|pamin\w+|folj\w* upp|presenter\w+|redovis\w+|rapporter\w+|forhall\w+|kommunicer\w+|informer\w+|diskuter\w+|plugg\w+"
    r"|follow\w* up|present\w*|report\w*|discuss\w*|communicat\w+)"
)


def are_on(plain: str, subject: str) -> bool:
    """Whether goals that are named can be on a subject that stands beside them.

    Not so where it only says what is done with them ("ska presentera målen") or who set them
    ("vilka mål har politikerna satt").
    """
    word = fold(subject)
    set_by = _SET_BY.search(plain)
    return not (_HANDLED.fullmatch(word) or (set_by is not None and word in set_by[0]))


_TOLD = re.compile(
    r"^\W*(?:(?:hej|hello|hi)\W+)?(?:jag|vi|har|ska|sitter|behover|skulle|min|mitt|i|we|need|i'm|i've|i'd|my)\b"
)
_GOALS_THEMSELVES = re.compile(
    r"(?<!\bi )(?<!\bin )(?<!bland )(?<!among )(?<!\bav )(?<!\bof )(?<!och )(?<!and )(?<!har )(?<!\bar )(?<!sager )(?<!namner )"
    r"(?<!galler )(?<!star )(?<!tar )\b(?:(?:del)?malen|(?:the|our|all) (?:sub-?)?goals)\b"
    r"(?! (?:som|for|inom|om|kring|mot|pa|i|sager|namner|tar|galler|on|about|for|in|that|say|mention|cover)\b)"
)


def told_before(plain: str, topic: Iterable[str]) -> bool:
    """Whether the topic only tells how the goals came up: "jag ska utbilda chefer och behöver målen"."""
    goals = _GOALS_THEMSELVES.search(plain)
    if goals is None or not _TOLD.match(plain):
        return False
    return all(0 <= plain.find(fold(word)) < goals.start() for word in topic) or bool(
        HAND_OVER.search(plain, goals.end())
    )


OF_SOMETHING = re.compile(
    r"\b(?:del)?mal(?:en|et)?(?: \w+)? (?:for|inom|mot|kring|med|pa|till|om|som)\b"
    r"|\b(?:sub-?)?(?:goals?|targets?|objectives?) (?:for|on|about|around|in|with|to|that)\b"
)
"""Goals on a thing that follows, known or not."""
THE_LIST = _any(
    r"(?:vad galler|vad ar det som galler|vad gallde|what applie[sd]|what is in force)\b",
    r"(?:hela|visa|skriv ut) (?:del)?(?:mal)?listan\b|(?:the )?(?:whole|full|entire) list\b",
    rf"(?:alla|samtliga|all)(?: (?:\d+|{_COUNT}|de|av dem|of them))*\W*$",
)
SENTENCE = re.compile(
    r"^\W*(?:who|when|is|are|can|could|how|why|where|did|does|do|will|vem|nar|hur|ar|kan|varfor|var|blir|ska|kommer|du|you)\b"
)
"""A whole sentence that asks for something; a few words alone are a topic to look for."""

STRATEGIES = re.compile(
    r"\b(?:vilka|vad for|lista|visa|har|finns|galler|politiska?)\b.{0,40}\bstrategi(?:er|erna)\b"
    r"|\bstrategi(?:er|erna)\b.{0,40}\b(?:beakta\w*|folj\w*|hansyn|styr\w*|galler|har vi|finns)\b"
    r"|\bpolitisk\w* strategi\w*|^\W*(?:strategi(?:er|erna)|strategies)\W*$"
    r"|\b(?:which|what|list|show|any|have|political)\b.{0,40}\bstrategies\b"
    r"|\bstrategies\b.{0,40}\b(?:heed|follow|consider|account|apply|steer|guide)\w*"
)
"""Which strategies there are to heed; not a goal that is about some strategy."""
ABOUT_STRATEGIES = re.compile(
    r"strateg\w*|politi\w*|beakta\w*|folj\w*|hansyn|styr\w*|overgripande|ta|heed\w*|follow\w*"
    r"|consider\w*|account|apply|guide\w*|steer\w*|must|take\w*"
)
"""The words that a question about them may be made of."""
