"""How a message is cut: what asks for goals, and what only tells how they came up.

Every pattern reads a text in lower case without å, ä, ö, years and names of bodies, but for those
that cut the text itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from dialogs.understanding.numbering import COUNT, GOAL_WORD, SUBGOAL_WORD, kinds
from dialogs.understanding.words import any_of, fold

LEAD_IN = re.compile(
    r"(?:\S+\s+){6}.*?\b(?:(?:behöv(?:er|a)|behov(?:er|a)|vill|vilja|måste|ville) (?:få )?veta|undrar|undrade|need to know|like to know|want to know|wondering)\b,?"
    r"(?=\s+(?:\S+\s+){2})"
    r"|^.{0,40}\b(?:fråga|frågor|undran|saker|questions?|things|q)\b[^:?]{0,30}(?::| [-–])(?=\s+(?:\S+\s+){2})"
    r"|^@\w+[,:]?(?=\s)"
    r"|^.*\b(?:aning|osäker|(?:dubbel)?kolla|veta|ta reda på|idea|unsure|check|know|find out)(?: (?:om|på|kring|över|upp|about|of))?(?=\s+(?:vilka|vad|hur|vem|what|which|who)\s)",
    re.IGNORECASE,
)
"""How it came up, before what is asked: "jag skriver på en plan … och behöver veta vad …"."""
NOW = any_of(r"(?:nu|idag|now|today|currently)\b")
"""Says that no other sentence's year is meant."""
ANY_GOAL = any_of(
    r"(?:har(?: \w+)?|finns(?: det)?|ar det) (?:nagot|nagra|nagon|nagonting|nat|ett)\b|vad har vi\b",
    r"(?:is there|are there|do we have|have we|any)\b",
    r"(?:star|finns|ar|namns|is|are) (?:det|detta|sant|de|that|this|it|they) (?:\w+ ){0,3}(?:i|bland|in|among) (?:\w+ ){0,2}(?:(?:del)?mal|(?:sub-?)?goals)",
    r"(?:vilket|vilka|which|what) (?:\w+ ){0,3}(?:mal|delmal|goal|goals|sub-?goals?)\b",
    r"(?:vilket|which one|what one) (?:ar|galler|is)\b",
    r"(?:vad|vilket) (?:ar|har vi for) (?:ert |vart )?(?:del)?mal(?:et)?\W*$|what(?: is|'s) (?:the|our|your) (?:sub-?)?(?:goal|target|aim|objective)\W*$",
    r"(?:del)?mal(?:et|en)? (?:om|for|kring|mot) (?:det|detta|sant|sadant|saken)(?: har)?\W*$|goals? (?:on|for|about) (?:that|this|it)\W*$",
    r"(?:gor|gors|jobbar|doing|do)\b.{0,25}\b(?:nat|nagot|nagonting|anything|something) (?:at|about|med)\b",
)
"""Asks whether there is a goal at all; what it is about stands in the sentences before."""
SAYS_WHAT_BEFORE = re.compile(
    r"\b(?:med|om|for|pa|at|emot|about|for|on|with|to|\w+ing) (?:det|detta|sant|sadant|that|this|it)\W*$"
    r"|\b(?:finns|har vi|ar)(?: det)? (?:na(?:go)?n|na(?:go)?t|nagra) (?:ovre |bortre )?(?:grans(?:er)?|tidsgrans|regel|regler|krav|riktlinjer?|tak|max)\W*$"
    r"|\b(?:is there|are there|do we have) (?:an? |any )?(?:upper |time )?(?:limits?|rules?|requirements?|deadlines?|maximum)\W*$"
    r"|\bvad har (?:vi|ni|kommunen|namnden|man) (?:lovat|utlovat|sagt|bestamt)\W*$"
    r"|\bwhat (?:have|has|did) (?:we|you|the \w+|they) (?:promised?|decided?|sa(?:id|y))\W*$"
)
"""Ends with a word for what stands in the sentence before: "a goal about learning that", "is there a limit"."""
EVERY_GOAL = re.compile(
    rf"\b(?:alla|samtliga|(?:de|the|all) (?:\d{{1,2}}|{COUNT})|all(?: of)? the|every) (?:\w+ ){{0,2}}(?:{SUBGOAL_WORD}|{GOAL_WORD})\b"
)
"""All of them, whatever was told before."""
ALL_OF_THEM = any_of(
    r"(?:del)?malen\b",
    r"(?:vara|vart|era|dess|deras|arets|fjolarets) (?:del)?mal\b(?! (?:for|inom|mot|kring|med|som|om))",
    r"(?:alla|samtliga|vilka)(?: (?!mal)\w+){0,2} (?:del)?mal\b(?! (?:for|inom|mot|kring|med|som))",
    r"(?:the|all|our|its|their|every|these|those)(?: [\w'’]+){0,2} (?:sub-?)?(?:goals?|targets|objectives)\b(?! (?:for|on|with|that))",
    r"(?:lista\w*|sammanstallning\w*|oversikt\w*|list|overview|set) (?:pa|over|med|av|of|with) (?:\w+ ){0,3}(?:del)?(?:mal|(?:sub-?)?goals)\b",
    r"(?:vad|vilka) (?:ar|e|var)\s+(?:del)?mal\b(?! (?:for|inom|mot|kring|med|om))",
    r"vad (?:ar|har|hade) (?:\w+ ){0,2}for (?:\w+ )?(?:del)?mal\b(?! (?:for|inom|mot|kring|med|om))",
    r"(?:hur manga|antal(?:et)?)(?: \w+){0,2} (?:del)?mal\b(?! (?:for|inom|mot|kring|med|som|om))",
    r"(?:which|what)(?: \w+){0,2} (?:sub-?)?(?:goals?|targets|objectives)\b(?! (?:for|on|about|with|that|to|cover|concern|deal|relat|mention|affect|are about)\w*)",
    r"(?:how many|number of)(?: \w+)? (?:sub-?)?(?:goals|targets|objectives)\b(?! (?:for|on|about|with|that))",
)
"""The goals as a whole, not one about something."""
REQUEST = re.compile(
    r"\b(?:ge|skicka|visa|lista|rabbla|rakna|las|lasa|ta fram|fa|se|ha|dra|mejla|maila|kopiera|klistra|skriv|skriva|behover|behov|hjalp|letar|soker|lagga in|ta fram|posta|hitta"
    r"|help|looking for|give|send|show|list|read|get|see|have|need|paste|print|share|copy|e?mail|pull up|remind|know|veta|kolla)\b"
)
"""Wants something handed over, not something said of it."""
CLAUSE_END = re.compile(
    r"[,;:–]\s+|\s-+\s+|\s+(?=(?:eftersom|because|men|but)\b)"
    r"|\s+(?:och|o|and|men|but|så|so)\s+(?=(?:vill|behöver|behover|skulle|kan|need|want|would|could|can)\b)",
    re.IGNORECASE,
)
HAND_OVER = re.compile(
    rf"{REQUEST.pattern}.{{0,40}}\b(?:dem|de|dom|bada|them|those|both|listan|the list)\b"
)
WHICH_ARE_THEY = re.compile(
    r"^\W*(?:(?:och|men|and|but) )?(?:vilka|vad|hur|what|which) (?:ar|lyder|later|are) (?:de|dem|det|dom|they|those)\W*$"
)
""""Kan jag få dem?": what was told of just before."""
NEXT_QUESTION = re.compile(
    r"(?<=\w)(?:,| och| o| å| samt| and| &)+\s+"
    r"(?=(?:vem|vilka|vilken|vilket|när|nar|vad|va|hur|var|är|ar|who|what|when|which|how|where|is|are)\s+\S|(?:till (?:vem|vilka)|to whom?)\b)",
    re.IGNORECASE,
)
"""Where one sentence begins to ask for another thing."""
ASKING = re.compile(
    r"^\W*(?:(?:hej|hello|hi|tack|please)\W+)?(?:\S+(?: \S+){0,2}\W*$"
    r"|(?:vad|va|vem|vilka|vilken|vilket|nar|hur|var|ar|har|finns|kan|far|ska|visa|ge|lista|sag"
    r"|what|who|which|when|how|where|why|is|are|can|could|do|does|has|have|show|give|list|tell)\b)"
)
"""Asks from its first word on, or is a few words: no statement that a question goes on from."""
AND = re.compile(r"(?:,|\s(?:och|o|samt|plus|and|[&+]))\s+", re.IGNORECASE)
"""Between two lists that are asked for in one breath."""
_A_SUBGOAL, _A_GOAL = r"(?:del-?m[åa]l(?:et)?|sub-?goal) \d+", r"\b(?:m[åa]l(?:et)?|goal) \d+"
_BOTH = r"(?:,|och|o|å|samt|plus|and|&)"
OF_TWO_KINDS = re.compile(
    rf"{_A_SUBGOAL}(?= ?{_BOTH} {_A_GOAL})|{_A_GOAL}(?= ?{_BOTH} {_A_SUBGOAL})",
    re.IGNORECASE,
)
""""Mål 3 och delmål 5": a number of each."""
_PAPER = (
    r"(?:\w*(?:presentation|powerpoint|bildspel|slide|verksamhetsplan|verksamhetsberattelse|tertialrapport|delarsrapport|arsrapport|arsredovisning"
    r"|rapport|intervju|artikel|yttrande|ansokan|remissvar|planeringsdag|workshop|sammantrade|nyhetsbrev|affisch)\w{0,5}|-?\w*mote(?:t|n|na)?|mall(?:en)?|tabell(?:en)?|excel\w*|template|table|spreadsheet|ppt|vp|apt|tal(?:et)?|chatt(?:en)?"
    r"|(?:activity|operational|business) plan|\w*budget\w*|\w*dokument\w{0,4}|document|(?:annual )?report|meetings?|speech|article|newsletter|slides?)"
)
_OCCASION = re.compile(
    r"\b(?:(?:till|infor|i|pa|under|to|in|at|before|during|ahead of)\s+|for\s+(?=(?:min|mitt|mina|var|vart|vara|en|ett|nasta|my|our|an?|next)\s))"
    r"(?:(?:min|mitt|mina|var|vart|vara|er|ert|en|ett|den|det|nasta|dagens|veckans|veckas|manadens|forsta|my|our|a|an|the|this|next|first|todays?|tomorrows?)\s+){0,3}"
    rf"{_PAPER}\b"
)
"""What the goals are wanted for: "delmålen till min presentation"."""
_HEADING = re.compile(rf"^\W*(?:for|till|infor|to) (?:\w+ ){{0,2}}{_PAPER}\s*[:,–-]")
"""The same before all else: "for the newsletter: …"."""
ABOUT_ONESELF = re.compile(
    r"^\W*(?:(?:hej|hello|hi)\W+)?(?:jag ar|jag heter|mitt namn|det ar \w+(?: \w+)? (?:pa|fran)|i am|i'm|my name)\b"
    rf"|^\W*(?:(?:jag|vi|i|we|i'm|we're)\b.{{0,40}}|(?:sitter|skriver|haller|behover|writing|preparing)\b.{{0,30}})\b{_PAPER}\b"
    r"|^\W*(?:(?:hej\w*|hello|hi|halla|tja\w*|tjena)\W+)?(?:(?:ny )?\w+ har|(?:an?|new) \w+ here|nyanstalld|ny pa jobbet)(?:,|\W*$)"
    r"|^.{0,20}\b(?:fraga|fragor|undran|questions?|q)\b(?!.*\b(?:om|kring|about|on|regarding)\b).{0,30}[:–-]\W*$"
)
"""Begins with who is asking, or what he is writing on."""
_MANNER = re.compile(
    r"\b(?:i klartext|pa papper|on paper|(?:i )?skriftlig(?:t| form)|i sin helhet|i (?:punkt|kort|list)form|som (?:en )?(?:punkt)?lista|i (?:en )?lista|rakt upp och ner|ord for ord"
    r"|(?:pa|till|on) (?:mandag|tisdag|onsdag|torsdag|fredag|monday|tuesday|wednesday|thursday|friday)|ladda ned?r?\b|download\w*|oversatt\w*|translat\w*|(?:pa|till|in|to|into) (?:svenska|engelska|arabiska|finska|somaliska|swedish|english|arabic)|in full|in plain text|as a list|word for word|in bullet points|verbatim"
    r"|(?:complete|full|exact|whole) (?=wording|list|set|text)|(?:mandate|electoral|election|council) (?:period|term)|term of office|(?:for|of|this) (?:the |this |our )?(?:whole |current )?term\b"
    r"|(?:utover|forutom|vid sidan av|besides|apart from) (?:the )?(?:(?:del)?malen|(?:sub-?)?goals)"
    r"|(?:jobba|arbeta|styr|ga)r? (?:efter|mot|med|emot)(?=\W*$)|(?:work|aim|steer) (?:towards?|to|by|for)(?=\W*$)"
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
    for pattern in (_MANNER, _HEADING, _OCCASION, _ROLE):
        if pattern is not _ROLE or ALL_OF_THEM.search(text) or REQUEST.search(text):
            text = pattern.sub(lambda found: " " * len(found[0]), text)
    return text


_COURTESY = re.compile(
    r"^\W*(?:(?:hej(?:san)?|hello|hi|hey|tjena|halla|god morgon|good morning)\b\W+)?"
    r"(?:(?:jag|i) (?:undrar|undrade|was wondering|wonder)(?: (?:en sak|lite|bara|over|something))*\b\W+)?(?=\d|\w+\W+\w)"
    r"|^\W*(?:\w+[ -]){1,5}(?:undrar|fragar|sager|wonders?|asks?|says?|asking|wondering) ?:(?=\W*\w+\W+\w)"
    r"|^\W*(?:\w+[ -]){1,4}(?:fran|from) \w+ ?:(?=\W*\w+\W+\w)"
    r"|(?<=\w)\W+(?<!tusen )(?<!stort )(?<!nej )(?:tack(?: pa forhand| sa mycket)?|please|pls|thanks(?: in advance)?)\W*$"
)


def without_courtesy(text: str) -> str:
    """The text, blanked where it only greets or thanks beside what it asks."""
    return _COURTESY.sub(lambda found: " " * len(found[0]), text)


_DECIDER = r"politik\w*|ledamot\w*|ledamoter\w*|fortroendevald\w*|\w*ledning\w*|majoritet\w*|politicians?|councillors?|management"
DECIDER = re.compile(_DECIDER)
"""Who says yes or no: no topic where a decision is asked for."""
_SET_BY = re.compile(rf"\b(?:har|hade|have|has|did)(?: \w+)? (?:{_DECIDER})\b(?!\W*$)")
_HANDLED = re.compile(
    r"(?:(?:kommer |minns |remember )?(?:inte |not )?(?:minns|ihag|remember|remind|recall)(?: inte)?|pamin\w+|lasa?|read|folj\w* upp|presenter\w+|redovis\w+|rapporter\w+|forhall\w+|kommunicer\w+|informer\w+|diskuter\w+|plugg\w+"
    r"|skriv\w* ut|kopier\w*|printa\w*|follow\w* up|present\w*|report\w*|discuss\w*|communicat\w+)"
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
GOALS_THEMSELVES = re.compile(
    r"(?<!\bi )(?<!\bin )(?<!bland )(?<!among )(?<!\bav )(?<!\bof )(?<!och )(?<!and )(?<!har )(?<!\bar )(?<!sager )(?<!namner )"
    r"(?<!galler )(?<!star )(?<!tar )\b(?:(?:del)?malen|(?:the|our|all) (?:sub-?)?goals)\b"
    r"(?! (?:som|for(?!\W*$)|inom|om|kring|mot|pa|i|sager|namner|tar|galler|on|about|in|that|say|mention|cover)\b)"
)


def told_before(plain: str, topic: Iterable[str]) -> bool:
    """Whether the topic only tells how the goals came up: "jag ska utbilda chefer och behöver målen"."""
    goals = GOALS_THEMSELVES.search(plain)
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
_ABOUT = re.compile(
    r"\b(?:om(?!\s+(?:det|vi|ni|du|jag|man|har|finns|ar|nagon|nagot)\b)|kring|gallande|angaende|rorande|avseende|nar det galler|about|(?<!i'm )(?<!i am )on(?! (?:the (?:countryside|streets?|roads?|buse?s?|beach(?:es)?|playgrounds?|phone)\b|week(?:ends?|days?|nights?)|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)\b)|regarding|concerning|around|covers?|related to)\s+"
)
_FOCUS_ENDS = re.compile(
    r"\b(?:som|dar|nar|vilket|vilka|och vad|men|that|which|where|but|finns|har vi|hur|20\d\d)\b|[,?]"
)

_GOES_ON = re.compile(r"\W*(?:(?:och|samt|and|plus|eller|or)\W+)?")
"""Between two that are asked about in one breath: "om klotter, och om familjehem"."""


def focus_of(plain: str) -> tuple[int, int] | None:
    """Where in the text the words stand that follow the last "om" or "about"; None without one."""
    last = None
    for match in _ABOUT.finditer(plain):
        end = _FOCUS_ENDS.search(plain, match.end())
        stop = end.start() if end else len(plain)
        if stop > match.end():
            goes_on = last is not None and (
                match.start() <= last[1] or _GOES_ON.fullmatch(plain, last[1], match.start())
            )
            last = (last[0] if last and goes_on else match.end(), stop)
    return last
