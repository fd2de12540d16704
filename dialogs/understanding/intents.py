"""What a question is after: patterns over folded text, and the order in which they count.

Every pattern reads a text in lower case without å, ä, ö, years and names of bodies.
"""

from __future__ import annotations

import re

from dialogs.understanding.numbering import COUNT
from dialogs.understanding.question import Intent
from dialogs.understanding.words import any_of, fold
from goals.proposal import ProposalKind

_A_GOAL_OR_MORE = r"(?:(?:del)?mal(?:et|en)?|(?:sub-?)?goals?)"
_HANDED_IN = r"(?:foreslog|foreslagit|(?:skicka|lamna)(?:de|t) in|submitted|proposed|suggested|(?:sent|handed) in)"
MY_PROPOSALS = any_of(
    r"(?:min|mitt|mina|my) (?:\w+ )*?(?:forslag|utkast|andring|ide|ideer|synpunkt|proposal|draft|suggestion|idea|input)\w*",
    r"(?:forslag|utkast)\w* (?:som )?(?:har )?jag\b|har jag (?:\w+ ){0,2}(?:forslag|utkast)\b|(?:proposals?|drafts?) (?:that )?i\b",
    rf"(?:jag (?:har )?(?:redan )?|har jag |i(?: have|'ve)? (?:already )?|have i ){_HANDED_IN}\b",
)
_WANT = (
    r"(?:vill|skulle|onskar|tanker|behover|borde|bor|maste|far|kan|ska|gar det (?:\w+ )?att|hur (?:gor|gar|kan|far|ska)"
    r"|wants?|would|'d like|need|can|could|may|should|how (?:do|can|to)|possible|allowed|way|going)"
)
_ALTER = (
    r"(?:andras?|tas? bort|plocka bort|strykas?|slopas?|bytas? ut|ersattas?|lagg(?:a|as|s|er) till|lagga fram|lamna in|skicka in|fa (?:in|med|bort)|skrivas? om|formuleras? om"
    r"|omformuleras?|korrigeras?|kompletteras?|korta|kortas|forkortas?|fortydligas?|paverka"
    r"|chang(?:e|ed|ing)|amend(?:ed)?|removed?|deleted?|add(?:ed)?|re(?:word|write|worded|written)|replaced?|shorten(?:ed)?|struck|strike|scrap(?:ped)?|drop(?:ped)?|clarif(?:y|ied)|edit(?:ed)?)"
)
_AS_ALTERED = r"(?:andra[dt]|struk(?:it|en)|borttag\w+|bort|tillagd|tillagt|omskriv\w+|omformuler\w+|utbytt|bytt)"
_VIEWS = r"(?:ide|ideer|synpunkt|forslag|asikt|kommentar|idea|suggestion|comment|feedback|view)\w*"
WHERE_TO_SEND = any_of(
    rf"(?:var|vart|hur|vem|where|how|who)\b.{{0,15}}\b(?:skickar|lamnar|lagger|mejlar|framfor|send|hand|put)\b.{{0,25}}\b{_VIEWS}",
)
HOW_TO_PROPOSE = any_of(
    rf"{_WANT}\b.{{0,50}}\b(?:foreslas?\b|propos(?:e|ing)|suggest(?:ing)?\b|make \w*\s?suggestions?|submit\b|komma med (?:ett )?forslag|lagga (?:fram )?(?:ett )?forslag|skicka in\b(?! (?:\w+ )?(?:papper|blankett|ansok|handling|underlag|intyg|kvitto|faktur|ritning))|lamna\w* (?:in )?(?:ett |nya |nytt )?(?:andrings)?forslag|put forward|comment\b)",
    r"(?:vem|vilka|hur(?! manga)|var) .{0,30}(?:foresla\b|lamna\w* (?:in )?(?:ett |nya )?forslag)|hur (?:foreslar|andrar|paverkar|tycker) (?:man|jag|vi)\b|hur\b.{0,30}\b(?:man|jag|vi) (?:foreslar|andrar)\b|who (?:may|can|could) .{0,30}(?:propos|suggest|submit)\w*",
    rf"(?:har|have|got|had) (?:ett |nagra |nagot |en |an? |some )?(?:\w+ )?(?:forslag|ide|idea|suggestion)\w*(?: (?:pa|till|om|for)\b|\W*$)|(?!forslag){_VIEWS} (?:pa|om|on) (?:\w+ )?{_A_GOAL_OR_MORE}\b",
    r"(?:lamna|ge|skicka)r? (?:\w+ ){0,2}(?:synpunkter|andringsforslag|nytt forslag)\b|(?:lamnar|skickar|lagger) (?:jag|man|vi) (?:in |fram )?(?:\w+ ){0,2}(?:andrings)?forslag",
    r"(?:vill|onskar|skulle|want|would)\b.{0,60}\b(?:(?:del)?mal|goal)\b.{0,40}\b(?:hur (?:gor|gar) (?:vi|man|jag|det)|how do (?:we|i))\b",
    r"how (?:does|do) an? (?:proposal|suggestion|idea) (?:become|turn)|hur blir (?:ett )?forslag (?:till )?(?:ett )?(?:del)?mal\b",
    r"^\W*(?:lamna|skicka in|nytt) forslag\W*$|(?:foresla|propose|suggest) (?:en |ett |a |an )?(?:andring|nytt|ny|andrad|change|new|amendment)|for att foresla\b",
    r"(?:process\w*|procedure|rutin\w*|regler\w*|routine|rules?|ordning\w*) (?:for|of|around|kring) (?:att )?(?:foresla|andra|forslag|andringar|propos|suggest|chang|amend)\w*",
    r"(?:ge|skaffa|fa|ha|far|har) (?:jag |mig |vi |oss )?(?:ingen |inte |nagon )?behorighet(?:en)?(?: som \w+)?\W*$|(?:get|have|give me|need) (?:\w+ )?permissions?\W*$",
    r"(?:ge|gor|give|make) (?:mig|me)\b.{0,20}\b(?:roll(?:en)?|rattighet\w*|admin\w*|role)\b",
    r"(?:skriv|hitta pa|formulera|write|invent|make up|come up with) (?:(?:mig|oss|me|us) )?(?:ett|a|an) (?:\w+ ){0,2}(?:(?:del)?mal|(?:sub-?)?goal)\b",
)
WISHED_CHANGE = any_of(
    rf"{_WANT}\b.{{0,60}}\b{_ALTER}\b",
    rf"(?:andra|ta bort|stryk|radera|lagg till|byt ut|skriv om|formulera om|change|amend|remove|delete|reword|add) (?:\w+ ){{0,5}}{_A_GOAL_OR_MORE}\b",
    rf"(?:hur|kan|far|gar|vill|vem)\b.{{0,40}}\b(?:fa|far|bli|blir) (?:\w+ ){{0,3}}{_AS_ALTERED}\b",
    rf"(?:vill|skulle vilja|onskar) ha (?:ett |nagot )?(?:nytt|nya|annat|andra) (?:del)?mal|want(?: to have)? (?:a )?(?:new|another) (?:sub-?)?goal|^\W*(?:ett |a )?(?:nytt|new) {_A_GOAL_OR_MORE}\W*$",
    rf"(?:vill|skulle vilja|onskar|would like|want) (?:att )?{_A_GOAL_OR_MORE} \d+\b|(?:should|ought to|borde|bor) (?:\w+ )?(?:say|read|mention|sta|heta|lyda|namna)\b",
    r"(?:ska|bor|borde|maste) (?:bort\b|tas ur)|(?:should|must|has to) go\W*$|(?:inte )?(?:haller|hall) (?:inte )?med om\b|(?:don't|do not|dis)\W?agree\b|(?:have|get) (?:a|my|our) say\b",
)
"""Wants goals changed, or asks whether they can be; beside a subject only where goals are named."""
_SOMEBODY = r"(?:nagon|nagra|nan|folk|vem|vilka|anyone|anybody|somebody|someone|people|who|hur manga|how many)"
OTHERS_PROPOSE = any_of(
    rf"(?:har|has|have) (?:det |there )?(?:kommit|inkommit|been)\b.{{0,20}}\b{_VIEWS}",
    rf"(?:vill|ville|velat) (?:{_SOMEBODY}|man|de|dom) (?:andra|foresla)\b|{_SOMEBODY}(?: som| who)? (?:vill|velat|ville|wants?|wanted|has wanted) (?:to )?(?:andra|foresla|change|propose)",
    rf"(?:har|has|have|did|is|are|foreslar)? ?{_SOMEBODY}(?: annan| else| har)* (?:foreslagit|tyckt (?:till|om (?:del)?malen)|(?:lamnat|skickat|kommit) in|kommit med|propos\w+|suggest\w+|submit\w*|sen[dt] in|hand(?:ed)? in|lamnat (?:\w+ )?forslag|put forward|c[ao]me (?:in|up) with)",
)
"""What others want changed, or have proposed."""
ALREADY = any_of(
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


_PREPARES = (
    r"(?:au|ksau|arbetsutskottet|forvaltningen|handlaggaren|kansliet|officials?|administration)"
)
"""Who proposes to the body before it decides."""
LIST_PROPOSALS = any_of(
    OTHERS_PROPOSE.pattern,
    r"(?:pending|proposed|suggested|open) (?:changes?|amendments?|additions?)|(?:foreslagna|vantande|inkomna) andringar|(?:inkomna|inlamnade|oppna|vantande|aktuella) (?:andrings)?forslag",
    r"(?:vilka|finns|visa|lista|hur manga|nagra|vad ar|vad finns)\b.{0,40}\b(?:andrings)?forslag(?:en)?\b(?! till beslut)|forslagen (?:for|till|om|pa|infor)",
    r"(?:vilka|vad)(?: andringar)?(?: som)? (?:har |ar )?(?:foreslagits|foreslas|foreslag(?:et|na|en))\b|(?:what|which) (?:has|have|is|are|changes).{0,25}(?:proposed|suggested|put forward|submitted)",
    rf"vad (?:foreslar|foreslog|sager|sa|vill|har) {_PREPARES}(?: foreslagit| sagt)?\b(?! om )|what (?:do|does|did|has|have) (?:the )?{_PREPARES} (?:propose|suggest|say|want)\w*(?! about)",
    r"(?:vad|nagot|nagra|what|anything|what's)\b.{0,20}\b(?:pa bordet|pa gang|pa tapeten|i pipen|on the table|coming|under way|in the pipeline|pending)\b",
    r"(?:vad|vilka|nat|nagot|nagra)\b.{0,25}\b(?:kommit|skickats|lamnats|inkommit)(?: in)?\b.{0,15}\bforslag",
    r"(?:ligger|finns|vantar|har|ar) .{0,25}(?<!mitt )(?<!mina )(?<!ett )\bforslag (?:om|pa|till|for|kring|pa gang|inne|ute|pa bordet)\b",
    r"(?:what|which|any|are|show|list|how many|open|submitted|pending|see|all|current)\b.{0,40}\bproposals?\b",
    r"^\W*(?:\w+ ){0,3}forslag(?:en)?\W*$|^\W*(?:\w+ )?proposals?\b(?: for)?\W*$",
)
RECIPIENTS = any_of(
    r"(?:vem|vilka|vilken(?! (?:hjalp|insats|vard|omsorg|service|utbildning|ersattning|information)\b)|till vem|till vilka)\b.{0,50}\b(?:far|fa|fick|fatt)\b(?=\W*$|.{0,25}\b(?:beslut\w*|det|den|dem|dom|delmal\w*|mal(?:en)?|protokoll\w*|utdrag\w*|besked|veta|del av)\b)(?! (?:lamna|foresla|andra|rosta|besluta))",
    r"(?:vem|vilka|vart|vilken|till vem|till vilka|hur)\b.{0,50}\b(?:skicka\w*|beror[sd]\w*|expedier\w+|meddela\w*|underratta\w*|delges|mottagare|informera(?!r\b)\w*|sands?|sanda\w*|ta del av|fatt)\b(?! (?:lamna|foresla|andra|rosta|besluta))",
    r"(?:ska|skall|bor|far) .{0,40}\b(?:ha|fa|se) (?:beslutet|det|(?:en )?kopia\w*|(?:ett )?(?:protokolls)?utdrag\w*|protokollet)\b|^\W*(?:far|ska|skall) .{0,40}\bbeslutet\W*$|mottagar\w*|sandlist\w*|utskickslist\w*|expedieras till|beslutet ska skickas|expediering\w* till",
    r"^\W*(?:ska|skall|bor) \w+(?: \w+)? (?:ha|fa|se) (?:det|den|detta|denna|beslutet)(?: har)?\W*$",
    r"^\W*(?:far|ska|skall) \w+ (?:\w+ )?(?:det|den|dem|beslutet)(?: (?:ocksa|med|eller)\b|\W*$)",
    r"(?:^\W*(?:far|fick)|\b(?:far|fick) (?:vi|jag))\b(?!.{0,60}\b(?:innan|fore) (?:\w+ )?beslut).{0,60}\b(?:beslut(?:et)?|beskedet)\b",
    r"^\W*(?:till (?:vem|vilka|vilken \w+)|to who(?:m)?|to which (?:units?|departments?|offices?))\W*$",
    r"(?:alla|de|dem|enheter|everyone|those|units?) (?:som|who|that) (?:far|ska fa|ska ha|gets?|receives?)\b",
    r"(?:vem|vilka)\b.{0,20}\bska(?:ll)? ha\b.{0,40}\bbeslut(?:et|en)?\b",
    r"(?:vem|vilka|who|which units?)\b.{0,30}\b(?:kopia|kopior|besked|utskick\w*|copy|copies)\b",
    r"(?:vem|vilka|vart|vilken|who|where)\b.{0,30}\b(?:gar|kommer|goes?) (?:beslutet|det|den|protokollet|the decision|to\W*$)",
    r"^\W*(?:does|do|should|will|must)\b.{0,30}\b(?:need to know|know about|be told|hear about)\b",
    r"^\W*(?:kommer|ska|far|behover)\b(?!.{0,60}\b(?:innan|fore) (?:\w+ )?beslut).{0,40}\b(?:(?:fa )?veta|fa reda|fa besked|meddelas|underrattas|informeras|ta del)\b",
    r"^\W*(?:skickas|sands|expedieras|meddelas)\b.{0,40}\b(?:beslutet|protokollet|det)\b|^\W*gar (?:beslutet|protokollet)\b",
    r"(?:who|whom|which (?:units?|departments?|offices?))\b.{0,40}\b(?:receiv\w+|(?:gets?|got)\b(?=\W*$|.{0,20}\b(?:decisions?|it|this|them|cop(?:y|ies)|goals)\b)|sent|notified|told|informed|recipients?|copied|be sent|send|affected|concerned)",
    r"(?:mailing|distribution|dispatch) list\b|^\W*(?:does|do|will|should|is|are) .{0,40}\b(?:(?:get|receive) (?:it|this|them|the decision|(?:a )?cop(?:y|ies))|notified|informed|copied)\b",
    r"(?<!care )(?<!welfare )(?<!benefit )recipients?|distribution list|sent to whom|(?:where|which|what)\b.{0,20}\b(?:is|will|does|should) the decision .{0,15}(?:sent|go)",
)
WHO_RESPONSIBLE = any_of(
    r"(?<!olika )(?<!manga )(?<!fler )(?<!samma )(?<!nya )(?<!tycker folk om )(?<!tycker man om )(?<!nojda med )(?<!av min )(?<!av en )(?<!av sin )(?<!mot min )handlaggar\w*|(?:vem|vilka?|vilken) .{0,30}handlagg\w+",
    r"(?:vem|vilken|vilka)\b.{0,40}\b(?:ansvar\w*|haller i|skrev|skrivit|beredde|bereder|kontakta|kontaktperson\w*|fragar jag|ager|jobbar med arendet|skoter)",
    r"vem .{0,30}(?:jobba|arbeta)(?:r|t|de|d)? med (?:(?:del)?malen|det|detta|arendet)\b|vem fragar (?:man|vi)\b",
    r"(?:(?:vem|vart) (?:ringer|mejlar|mailar|pratar|vander) (?:jag|man|vi)|where (?:do|can|should) (?:i|we) turn)\b.{0,60}\b(?:(?:del)?mal(?:en|et)?|(?:sub-?)?goals?|det har|detta|arendet|beslutet)\b",
    r"(?:vem|vilka) .{0,20}(?:har hand om|haller i|skoter|leder|driver|ansvarar for)\b",
    r"(?:vem|vilka) ar (?:tjansteman|tjansteperson|handl|ansvarig)\w*",
    r"(?:vem|vilka|vilken) .{0,20}\b(?:tagit fram|tog fram|gjort|forfattat|utrett|star bakom)\b|who (?:made|drafted|drew up|put together|proposed|authored|is behind)\b",
    r"vem (?:foljer upp|foljer|styr|driver)\b|who follows up\b|who(?:'s| is) the (?:\w+ )?officer\b",
    r"vem (?:\w+ ){0,3}(?:kan|ska|bor) (?:\w+ ){0,2}(?:svara|hora av|horas?|vandas?|mejla|maila|kontakta)",
    r"who (?:can|could|should) (?:i )?(?:answer|tell me|ask|e-?mail|contact|call|phone|ring|speak to|talk to)\b",
    r"(?:vem|vilka|vilken \w+)\b.{0,40}\b(?:undertecknat?\w*|skrivit under|signera\w*|ligger bakom|huvudansvar\w*|avsandare|hor\w* av (?:jag|man|vi|sig|mig|oss))",
    r"(?:vem|vilka) .{0,25}\b(?:jobbar|arbetar) med (?:(?:del)?mal|dokument|arende|skrivelse|tjansteskrivelse)\w*|(?:vem|vilka) har koll pa (?:\w+ )?(?:del)?mal",
    r"who(?:m)?\b.{0,40}\b(?:signed|turn to|reach out to|get in touch with|(?:tell me|knows?) more)|(?:official|officer|person) (?:responsible|in charge|behind)",
    r"person\w* (?:handling|responsible|in charge|behind|som (?:har|ansvarar|haller|skoter))|(?<!bli )(?<!fast )(?<!fasta )(?<!fler )(?<!egen )(?<!samma )kontaktperson\w*\b(?! (?:i|inom|pa|at|for) (?:hemtjanst|omsorg|aldre|socialtjanst|lss|sol|barn|unga|familj)\w*)|kontaktuppgift\w*|contact (?:for (?:questions|more|this|the)|details|info\w*)|ansvarig (?:for|tjansteman|tjansteperson)|vem (?:ska|kan) (?:jag|man) (?:fraga|kontakta|prata|ringa|vanda)",
    r"(?:who|whom)\b.{0,40}\b(?:responsible|in charge|handles?|handling|wrote|prepar\w+|contact|runs?|owns?|ask about|talk to|case officer|drafted|official)",
    r"(?:case|responsible|handling) (?:officer|official|handler|person)|(?<!named )(?<!fixed )(?<!same )(?<!own )contact person\b(?! (?:in|for) (?:home|care|elderly|children|families)\b)|(?:which|what) (?:official|officer|person|unit|department)\b.{0,30}\b(?:responsible|handles|in charge)|administrator of the matter",
)
WHO = re.compile(r"\W*(?:och |and )?(?:vem|who|whom)\b")
THROUGH_TIME = any_of(
    r"hela tiden|nagon gang|alltid|always|nagonsin|fran borjan|ursprung\w*|originally|from the (?:start|beginning)|ever\b|before\b(?! (?:the )?last)|forut|forr\b|innan|tidigare",
)
"""Beside one goal: how it has been before."""
CHANGED = any_of(
    r"(?:plockats|plockades|slopats|slopades|fallit|tagits|tagna|strukna|borttagna|tillagda|utgatt)\b|ny (?:text|lydelse|formulering|ordalydelse)\b|omgjor\w*|gjorts om|gjort om|samma\b|likadan\w*|annorlunda|oforandra\w*|uppdatera\w*|revidera\w*|(?:nya|nytt|andra) (?:del)?mal\b|(?:del)?malen? (?:ar |som ar )?nya\b|same\b|updated?|revised|new (?:sub-?)?goals",
)
"""Says that something differs from before, beside goals or a year; alone it may say anything."""
COMPARE = any_of(
    r"(?:tog|tagit|lade|lagt|strok|strukit|bytte|plocka(?:t|de)) (?:\w+ ){0,2}(?:bort|till|ut)\b",
    r"(?:andrats|andrades|andras|andrat|forandrats|skiljer|skillnad\w*|jamfor\w*|(?:vad ar|nagot|nat|vad blev|inget) nytt|nytt (?:i ar|sedan|sen|for|20\d\d)|nyheter|forandring\w*|skilde|tillkommit|tillkom|omformulerats?|omformulerade|skrivits om|togs bort|tagits bort|forsvunnit|forsvann|forsvinner|faller bort|strukits|bytts|lagts till)",
    r"(?:bytt|bytte|ny|nya|annan|andrad) (?:lydelse|formulering|ordalydelse|skrivning)\w*|(?:\w{3,}re|mer|fler|more|less|\w{3,}er) (?:an|than)\W*$|(?:inte|ej) (?:\w+ )?(?:langre|kvar)\b|no longer|any ?more\b|not have (?:now|today)|mellan (?:aren|listorna)|from (?:one )?year to (?:the next|year)|between (?:the )?(?:two )?(?:years|lists)",
    r"(?:vilka|nagra) andringar|(?:del)?mal\w* (?:som )?(?:ar|blev) (?:helt )?nya\b|(?:vad|what) andrade\b|andrade (?:man|ni|de|ks|vi)\b",
    r"(?:did|does|has|have)\b.{0,30}\b(?:drop|add|remove|replace|change|keep)\b|(?:beholl|behallit|behallits|kept|retained|kvarstod)\b",
    r"(?:vilka|nagra) (?:del)?mal (?:ar nya|finns kvar|ar kvar|forsvann|ar borta|ar samma)|samma (?:(?:del)?mal )?som|finns kvar (?:sen|sedan|fran)|finns (?:\w+ ){1,4}kvar\b",
    r"(?<!climate )(?:changed?|changes|differences?|differs?|different|compared?|comparison|what's new|what is new|whats new|new since|re(?:worded|written|phrased)|added|removed|dropped|gone(?! through)|diff\b|disappear\w*|versus|vs)\b",
)
LEAVES = any_of(r"(?:disappear\w*|forsvinn\w*|faller bort|utgar|drops? out|blir kvar|stays?)\b")
"""Says what a proposal does to the list: no proposals are asked for."""
HISTORY = any_of(
    r"(?:for|i|genom|under|varje) (?:alla |samtliga |de )?aren?\b|(?:alla|samtliga) ar\b|(?:all (?:the |of the )?years|(?:every|each) year)\b",
    r"(?:nar|when) (?:kom|tillkom|infordes|lades|was|were|did)\b.{0,60}\b(?:till|in|added|introduced|come|appear)\W*$",
    r"hur lange har .{0,30}\b(?:haft|funnits|gallt|statt|varit)|(?:sedan|sen) nar (?:har|galler|finns)\b|how long (?:has|have)\b|since when\b",
    r"historik\w*|historien|(?:tidigare|gamla|aldre|forra) (?:lydelse\w*|version\w*|formulering\w*)|(?:nar|when) (?:was|were|did|kom|lades|infordes|tillkom) .{0,30}(?:mal|goals?|\d)\b(?: .{0,12}\b(?:added|introduced|till|in|come))?|hur (?:lydde?|lod|sag .{0,40} ut)\b.{0,30}\b(?:tidigare|forr|forut|innan)|(?:tidigare|forr|forut|innan) (?:lydde?|lod)|hur (?:var|ar) .{0,30} formuler\w* (?:innan|forut|forr|tidigare)|hur har .{0,30} (?:andrats|forandrats|sett ut|lytt)|(?:mal|lydelse|formulering|wording|ordalydelse)\w*\b.{0,40} (?:over tid|genom aren)|utveckling over tid",
    r"(?:(?<!local )(?<!natural )history|earlier (?:wordings?|versions?)|previous (?:wordings?|versions?)|past (?:wordings?|versions?)|used to (?:say|be)|over time|over the years|how has .{0,30} changed|how did .{0,30} read)",
)
APPEALED = any_of(
    r"(?:ar|har|blev|blivit|is|has|was)\b.{0,30}\b(?:fattat beslut|vunnit laga kraft|gained legal force|overklagats?|overklagade|appealed|anslagits|expedierats?|upphavts?)\b",
)
"""What has become of the decision, asked of it and not in general."""
PROPOSED = any_of(
    r"(?:foreslagna|foreslaget|foreslagen|proposed|suggested) (?:\w+ )?(?:del)?(?:mal|(?:sub-?)?goals?)",
    r"(?:bara|endast|enbart|only|just|merely|still) (?:ar |are )?(?:foreslagna|foreslaget|ett forslag|forslag|proposed|proposals|a proposal)\b",
    r"(?:(?:del)?mal\w*|goals?) (?:som )?(?:ar|are|is) (?:foreslagna|foreslaget|proposed)\b",
)
"""The goals that are only proposed as yet are meant."""
LATEST_VERSION = any_of(
    r"(?:ar|stammer|lita|is|are|har)\b.{0,40}\b(?:(?:senaste|aktuella|gallande|ratt|latest|current|right) (?:version|lista|uppdatering|list)\w*|(?:den|de|the) (?:senaste|latest|aktuella)\W*$|uppdaterad\w*|inaktuell\w*|up to date|out of date|outdated)\b",
)
"""Whether what is told is the last word on it."""
DECIDED = any_of(
    r"(?:ar|har|blev|blivit|nar|vem|vad|var|finns|fick|togs|vilket|vilken)\b.{0,60}\b(?:beslut\w*|faststall\w*|antag\w*|antog\w*|klubba\w*|justera\w*|vunnit laga kraft|laga kraft|fastsl[ao]g\w*|sagt (?:ja|sitt)|rostat|bestam\w+|godkan\w+|spika\w*|overklaga\w*)|hur (?:gick|blev) (?:omrostning|votering|beslut)\w*|how did the vote\b",
    r"(?:besluta[dt]e?|faststalld\w*|antagna|antagits|klubbat|klubbade|spikade|justerat|justerade|godkan(?:da|n|d|t|de|des|ts|na))\b",
    r"beslut(?:et|en)?\b",
    r"(?:status|statusen|lage|laget)\b",
    r"(?:vilket|vilken|vid vilket) (?:datum|dag|mote|sammantrade)\b.{0,30}\b(?:togs|tog|tas|vann|beslut\w*|klubbades|klubbas|uppe|behandla\w*)\b",
    r"ar (?:det|de|detta|listan|(?:del)?malen) (?:\w+ )?(?:aktuell|officiell|klar|fardig)\w*|nar vann\b",
    r"nar (?:ska|kommer|blir|ar)\b.{0,40}\b(?:klar\w*|fardig\w*|beslut\w*)",
    r"(?:galler|gallande)\b.{0,25}\b(?:redan|fortfarande|eller)\b|galler (?:de|det|dom|dem)\b|ligger (?:arendet|fragan|forslaget)\b",
    r"(?:diarienummer|dnr|diarienr|\w*paragraf\w*|§)",
    r"ar (?:det|detta|de|den|listan)\b.{0,20}\b(?:utkast|forslag)\W*$|vilket (?:skede|steg|stadium)\b|(?:what|which) (?:stage|step|phase)\b",
    r"(?:gick|gatt) (?:\w+ )?igenom\b|bindande|skarpa?\b|giltig\w*|legally (?:binding|in force|valid)|binding|valid\b(?! (?:in|for|from|until|during)\b)|fastslagna|fastslaget|fastslagen|(?:said yes|signed off|voted)\b",
    r"(?:decided?|adopt(?:ed)?|approved?|ratif(?:y|ied)|settled?|finali[sz]ed?|in force|final|official|up to date|decide|decision|legal force|adjusted|gone through|been passed|status|reference number|registration number|appealed|appealable)\b",
)
_HELLO = (
    r"(?:hej+(?:san|hej| hej)?|hallo|halla|mojn|tjenixen|god formiddag|hello+|tja|tjena|tjenare|tjo|tjabba|morsning|mors|goddag|god dag|"
    r"god ?morgon|god ?kvall|god ?eftermiddag|halloj|hejs|morning|morn|hi|hello|hey|hiya|good (?:morning|afternoon|evening|day)|"
    r"howdy|yo|greetings|hola)"
)
GREETING = re.compile(
    rf"^\W*{_HELLO}(?:\W+{_HELLO})*(?:\s+(?:pa dig|pa er|dar|ba|o god morgon|och god morgon|delmal|bot|boten|du|alla|igen|there|all|everyone|again|allihopa|delmalet))*\W*$"
)
GREETED = re.compile(rf"^\W*{_HELLO}(?:\W+\w+){{0,2}}\W*$")
"""A greeting and a name, or a word or two that nobody knows."""
THANKS = any_of(
    r"tack\b|tackar|tusen tack|thanks|thank you|thx|cheers|tacksam|toppen|super\b|perfekt|(?:as|jatte|kanon|skit|super|topp(?:en)?)bra\b|great\b|awesome|perfect|bra jobbat|well done|good job|grymt|kanon",
    r"(?:hej ?da|adjo|vi hors|ha det|bye|goodbye|see you|trevlig helg|god helg|have a (?:nice|good))",
    r"(?:hur mar du|hur ar det(?: med dig)?\W*$|laget\W*$|how are you|how's it going|what's up|vem ar du|vad ar du|who are you|what are you|ar du (?:en )?(?:riktig )?(?:robot|bot|ai|manniska|person)|are you (?:a |an )?(?:real )?(?:robot|bot|ai|human|person))",
    r"(?:det|that) (?:var|was|ar|is) (?:allt|all)\b|that's (?:all|it)\W*$|(?:precis|exakt|exactly|just) (?:det|vad|what) (?:jag|i) (?:behov|need|sokte|ville|wanted)",
    r"(?:kul|trevligt|roligt|skont) att (?:prata|snacka|hora|ha|fa|traffa)\w*|(?:nice|good|great) (?:talking|chatting|to (?:talk|meet|chat|hear))",
    r"(?:that|det|this) (?:helps|helped|hjalpte|hjalper|racker|was helpful)\b|(?:brilliant|excellent|lovely|wonderful|fantastisk\w*|underbar\w*|stralande|utmarkt|suveran\w*|klockren\w*|snyggt|schyss?t)\b",
    r"du ar (?:\w+ )?(?:bast|grym|toppen|bra|rolig|snall|smart|duktig|klok|kul|bra)|you(?:'re| are) (?:\w+ )?(?:funny|great|nice|smart|kind|the best)|ha en (?:bra|fin|trevlig)|vem har (?:gjort|byggt|skapat) dig|(?:skont|najs|okej da)\W*$|(?:ok|okej|okay|haha\w*|lol|nice|cool|bra|fint|visst|aha|jaha|mm|ja|nej|yes|no|fine|good)\W*$",
)
HELP = any_of(
    r"^\W*(?:(?:hej|snalla|please|jag behover|i need|kan jag fa|kan du|can you) )*(?:hjalp|help)(?: (?:mig|oss|me|us|tack|please))*\W*$",
    r"(?:(?:fattar|forstar|vet|don't know|don't understand) (?:inte )?)?(?:vad|what) (?:du|det har|boten|you|this) (?:ar|is|are) (?:till |bra )?(?:for|till)\b",
    r"vad (?:ska|skall|kan|ar (?:det )?meningen att|ar tanken att) (?:jag|man|vi) (?:ska |kan )?(?:skriva|saga|mata in|gora har)\b",
    r"vad ar det har for (?:en |ett )?(?:bot|nagot|program|tjanst|app|chatt)\w*|vad kan (?:den|boten|det har)\b",
    r"anvanda (?:dig|det har|(?:den har )?(?:chatten|boten|tjansten))\b|use (?:this|the) (?:chat|bot|service)\b",
    r"(?:beratta|saga|tell me) (?:vad du (?:kan|gor)|what you (?:can|do))\b|vad kan (?:du|jag|man|boten|delmal) (?:gora|hjalpa|svara|fraga|svara pa|anvandas)",
    r"hur (?:fungerar|funkar|(?:(?:jag|man) )?anvander (?:jag|man)?) ?(?:du|det har|boten|den har|dig|delmal\b)",
    r"vad (?:far|kan|ska) man fraga|(?:ge |visa |nagra )?exempel pa (?:fragor|vad)|vilka fragor (?:kan|far)|hur gor (?:man|jag)(?: (?:nu|da|har))?\W*$|(?:fattar|forstar|begriper) (?:inte|ingenting|noll)\W*$|(?:don't|do not|dont) (?:understand|get it)\W*$|vad ar (?:det har|du for nagot)\W*$|kan du hjalpa (?:mig|oss)\W*$|fattar inte hur .{0,20} funkar|^\W*(?:manual|lathund)\w*\W*$",
    r"(?:give|show) (?:me )?(?:some )?examples|what is this\W*$|what do you do\b|how (?:do i |to )?use (?:this|you)\b",
    r"what can (?:you|i|this bot) (?:do|ask|help|answer)",
    r"how (?:do|does|can) (?:you|this bot|i use (?:you|this)|this|the bot) (?:work|help)?",
    r"how do i use (?:you|this)|kommandon?\b|commands?\b|what kind of (?:questions|things)|what (?:is|are) (?:this bot|you) for|vad ar du (?:bra pa|till for)|vad gor du\b|instruktion\w*|vad kan du\b",
)
PROCESS_ASKED = any_of(
    r"vem (?!far|ar\b|har\b|var\b|ansvarar|haller|handlagger|skoter|kontaktar)\w+r\b|who (?!is\b|was\b|has\b|gets|receives|owns|runs|handles|does)\w+s\b",
    r"vad (?:betyder|innebar|ar|menas|menar|star|gor|hander|krav)|va betyder|betyder\b|innebar\b|innebörd|definition|definiera|forklara|forklaring|hur (?:fungerar|funkar|gar|blir|lang|lange|manga dagar|overklagar|begar|far)|nar (?:ar|raknas|far|kan|blir|vinner|ska|maste|borjar|gar|galler)|(?:vem|vilka) (?:far|kan|har ratt|beslutar|bestammer|justerar|faststaller|kan overklaga)|far (?:jag|man|au|ks|en|vi|arbetsutskottet|namnden)|kan \w+|maste\b|skillnad\w* (?:mellan|pa)|varfor\b|ar (?:ett|en|mitt|mina|det|forslag\w*|beslut\w*|tjansteskrivelse\w*)\b",
    r"what (?:is|are|does|happens|do)|what's|whats|meaning of|explain|define|definition|how (?:does|do|long|is|can|many days|soon)|when (?:does|is|can|must|do|will|should)|who (?:can|may|decides|has|adjusts|appeals|is allowed)|can \w+|may \w+|is (?:a|an|the|my|it)|difference between|why\b|must\b|means\b",
)
MAY_DECIDE = any_of(
    r"(?:kan|far|maste|can|may|must|does|is)\b.{0,40}\b(?:besluta|bestamma|rosta|delta|delegera|reservera|decide|vote|sign|delegate|appeal)\b",
)
"""Who may do what in a meeting."""
IN_GENERAL = re.compile(
    r"^(?!.*\b(?:det har|detta|this)\b).*\b(?:ett|an?|any) (?:\w+ )?(?:beslut|decision|arende|matter|motion)\b"
)
"""A decision as such, not the one on the goals."""
DEFINITION = re.compile(
    r"\b(?:vad (?:betyder|innebar|menas|menar|ar\b)|va betyder|betyder|innebar|definition|forklara\w*|"
    r"vad gor(?: egentligen)?\W*$|vad hander (?:sen|sedan|efter|nar)|what happens (?:after|next|when|once|then)|what (?:do|does)\W+do\W*$|what (?:does|is meant|is (?:an?|the (?:meaning|difference)))|what's an?|meaning of|explain|define|means?\b|hur fungerar|how does|hur gar det till|how (?:is|are) (?:a |the )?decisions? (?:made|taken))"
)
WHOSE_GOALS = re.compile(r"^(?:vad ar|what is|what's) (?:del)?(?:mal|(?:sub-?)?goals?)\b")
"""No definition is wanted: "vad är mål i kommunstyrelsen"."""
DIFFERENCE = any_of(
    r"(?:fler|farre|mer|more|fewer|less) (?:\w+ )?(?:an|than)\b|diff\b|skillnad\w*|skiljer(?: sig)?\b|jamfor\w*|difference\w*|differs?\b|compare\w*"
)
DIARY_NUMBER = any_of(
    r"(?:nar|vilket datum|vilken dag|when|what date|which day)\b.{0,80}\b(?:beslutade|beslutades|antog|antogs|faststallde|faststalldes|klubbade|klubbades|adopt(?:ed)?|approved?|decided?)\b",
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
        any_of(
            r"hur (?:gar|ligger|langt) (?:det|vi|har)(?! till)\b|(?:har|nar|klarar|uppnar) vi (?:uppfyllt|uppnatt|klarat|(?:natt )?(?:\w+ )?(?:del)?malen)\b",
            r"(?:uppfoljning|resultat|utfall|maluppfyllelse|uppfyll\w*|indikator\w*|nyckeltal\w*|mats|mater)\b.{0,30}\b(?:del)?mal|mal\w*\b.{0,30}\b(?:uppfoljning|utfall|uppfyll\w*|indikator\w*|nyckeltal\w*|mats|mater)",
            r"(?:how (?:is|are|far)\b.{0,40}\b(?:going|doing|progress\w*|along)|(?:have|did|do) we (?:reach|met|meet|achiev)\w*|progress on|follow-?up on)",
        ),
    ),
    (
        "beyond-reason",
        any_of(
            r"varfor\b.{0,40}\b(?:del)?mal|motiver(?:a|ing\w*)\b.{0,30}\b(?:del)?mal|(?:bakgrund|skal)(?:en|et)? till\b.{0,20}\b(?:del)?mal",
            r"why\b.{0,40}\b(?:sub-?)?goal|(?:reason|rationale|background) (?:for|behind|to)\b.{0,20}\b(?:sub-?)?goal",
        ),
    ),
    (
        "beyond-deadline",
        any_of(
            r"nar (?:ska|maste|senast)\b.{0,40}\b(?:del)?mal\w*\b.{0,30}\b(?:klar\w*|uppnatt\w*|uppnas|natt|nas|genomfor\w*|uppfyll\w*)",
            r"(?:when|by when)\b.{0,40}\b(?:sub-?)?goal\w*\b.{0,30}\b(?:done|finished|achieved|reached|met|due)\b|deadline (?:for|of)\b.{0,20}\b(?:sub-?)?goal",
        ),
    ),
    (
        "beyond-translation",
        any_of(
            r"oversatt\w*|pa (?:engelska|english|arabiska|finska|somaliska)\b",
            r"translat\w*|in english\b",
        ),
    ),
    (
        "beyond-cost",
        any_of(
            r"(?:vad|hur mycket) (?:kostar|far)\b.{0,30}\b(?:del)?mal|budget\w* (?:for|till)\b.{0,12}\b(?:del)?mal|(?:how much|what).{0,20}\bcosts?\b.{0,20}\b(?:sub-?)?goal",
        ),
    ),
)
"""What the record says nothing of, beside goals that it does have."""


def beyond(plain: str) -> str | None:
    """The key of what is to be said where more is asked than the record holds: how it goes, why."""
    return next((what for what, pattern in BEYOND if pattern.search(plain)), None)


SOURCE = any_of(
    r"(?:var|varifran|vart) (?:kommer|ar|har) (?:det|detta|malen|delmalen|uppgift\w*)(?: har)?\b(?:.{0,20}(?:ifran|fran|hamtat|taget|hamtade|tagna))?\W*(?:$|\?)",
    r"(?:vilken|vad ar|har du (?:nagon|en)?) ?(?:kalla|kallan)\b|^\W*kall(?:a|an|or|hanvisning)\W*$",
    r"(?:vilket|vad for) dokument\b|(?:lank|hanvisning) till (?:beslutet|dokumentet|protokollet|kallan)",
    r"(?:var|where) (?:finns|star|ligger|is|are) (?:the )?(?:\w*(?:beslutet|protokollet|dokumentet)|originalet|minutes|document|decision)",
    r"(?:var|hur) (?:hittar|kan) (?:jag|man|vi) (?:hitta |lasa |se )?(?:beslutet|protokollet|dokumentet|originalet)",
    r"(?:hur vet du|vem sager|var star) (?:det|detta|det har|du det)\W*$|(?:how do you know|says who|where does it say)\b",
    r"(?:where|what) (?:does|do|is) (?:this|it|that|these|they|the (?:goals|sub-?goals)) (?:come )?from\b",
    r"(?:what|which)(?: is| 's|'s)? (?:the |your )?(?:source|document)\b|^\W*(?:the )?sources?\W*$|source of (?:this|that|the)",
)
"""What the goals rest on: answered as a question for their decision is."""
_I = any_of(r"(?:jag|vi|mig|mej|min|mitt|mina|i|i've|my|me|we|our)\b")
_YOU = any_of(r"(?:du|dig|dej|bot|boten|tjansten|systemet|appen|you|this bot|the bot)\b")
_ASKED_HOW = any_of(r"(?:hur|vad|varfor|fattar|forstar|how|what|why|understand)\b")
_WISH = any_of(
    r"(?:vill|skulle|kan|far|hur|var|vart|borde|bor|onskar|maste|behover|gar|want|would|can|could|may|how|where|should|need|possible)\b"
)
_PROPOSAL = any_of(
    r"(?:forslag\w*|foresl\w+|utkast\w*|inskick\w*|\w+ade in|\w+at in|lagt in|propos\w+|suggest\w+|submi\w+|drafts?\b|sent in|handed in)"
)
_TO_ALTER = any_of(
    r"(?:andra(?! (?:ska|tycker|ser|kommuner|orter|som|har|vill)\b)|andras|byta|bytas|stryka|strykas|slopa|ta bort|lagga till|formulera om|skriva om|korrigera|foresla|tycka till|paverka"
    r"|synpunkt\w*|asikt\w*|change|amend|reword|rewrite|remove|add|replace|edit|propose|suggest|comment|feedback|input)\b"
)
_SENT = any_of(
    r"(?:skicka\w*|sand[aers]*|expedier\w*|meddel\w*|underratt\w*|informer\w*|delg\w*|far|fa|ta del|besked|kopia|utskick\w*"
    r"|sen[dt]|receiv\w+|gets?|notif\w+|inform\w*|told|cop(?:y|ies))\b"
)
_DECISION = any_of(r"(?:beslut\w*|protokoll\w*|utdrag\w*|decision\w*|minutes)\b")
_PERSON = any_of(r"(?:vem|vems|vilka personer|namnet pa|who|whom|whose)\b")
_THIS = any_of(
    r"(?:det har|detta|det|den|arendet|fragan|underlaget|dokumentet|this|it|that|the matter|the document)\W*$"
)
_KIND_WORDS = any_of(
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


_COMPLAINT = any_of(
    r"^\W*(?:nej|nja|no|nope)(?: tack| thanks)?\W*$",
    r"(?:dum|dumt|dalig\w*|kass\w*|urusel\w*|vardelos\w*|korkad\w*|idiot\w*|stupid|bad|useless|rubbish|terrible|dumb)\b",
)
_IS_NOT = re.compile(r"\b(?:inte|not|isn't|aren't|never|aldrig) (?:\w+ )?$")


_WHO = any_of(
    r"(?:vem|vad|who|what) (?:ar|are) (?:du|you)\b|(?:ar du|are you) (?:en |a |an )?(?:\w+ )?(?:robot|bot|ai|manniska|human|person)"
)


def asks_who(text: str) -> bool:
    """Whether small talk asks who or what the bot is."""
    return _WHO.search(fold(text)) is not None


def is_complaint(text: str) -> bool:
    """Whether small talk says that one is not content: "dålig bot", but not "inte dåligt"."""
    plain = fold(text)
    found = _COMPLAINT.search(plain)
    return found is not None and not _IS_NOT.search(plain, 0, found.start())


_YEARS_IN_A_ROW = re.compile(
    r"\b20\d\d ?(?:,|och|samt|eller|men|and|or|but) (?:(?:for|ar) )?20\d\d\b"
)
_ALIKE = re.compile(r"\b(?:desamma|lika|alike)\b")


def asks_for_years(text: str) -> bool:
    """Whether two years stand in a row, and nothing asks for what differs between them."""
    plain = fold(text)
    return _YEARS_IN_A_ROW.search(plain) is not None and not any(
        pattern.search(plain) for pattern in (COMPARE, CHANGED, _ALIKE)
    )


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


ERRAND = any_of(
    r"(?:vem (?:vinner|vann)|vad tycker du|who (?:won|wins|will win)|what do you think)",
    r"(?:vadret|regnar|snoar|pizza\b(?! (?:places?|shops?|restaurants?))|(?:till|blir det for) lunch|semester(?:dag\w*)?\b|skamt|en dikt|recept\b|horoskop)",
    r"(?:weather|rain(?:s|ing)|vacation|public holiday|for lunch|joke|a poem|recipe|horoscope|lottery|rolig historia|funny story)",
    r"vad (?:blir|serveras|ar) det (?:for|till) (?:mat|middag|lunch)|klockan\W*$|what time is it|(?:write|email|mejla|maila) (?:me|mig)\b",
    r"vad har du for (?!(?:\w+ )?(?:del)?mal)|what(?:'s| is) your (?!goal|source|sub)",
    r"vad (?:ska|bor|kan) (?:jag|man) gora\W*$|what (?:should|can|do) i do\W*$",
    r"sjukan?mal\w*|meningen med livet|hur manga (?:bor|invanare)\b(?!.{0,20}\b(?:mal|vill|ska)\b)",
    r"lediga? (?:lagenhet\w*|jobb|plats\w*)|soka (?:ett )?jobb (?:hos er|pa kommunen)|apply for a job",
    r"hur (?:ansoker|soker|anmaler)|(?:how|where) (?:do|can) i (?:apply|report|register)",
    r"(?:glomt|byta|byter|aterstalla|forgot|reset|change|the|wifi)\W+(?:\w+ ){0,2}(?:losenord\w*|password)|wifi\W*$|(?:finns|har ni|is there|do you have) (?:\w+ ){0,2}wifi\b|vart vander (?:jag|man)\b",
    r"(?:det|den|du|de|boten|teams|it|you|\w*(?:dator|skrivar|skarm|mobil|telefon|mejl|mail|logg|lank|knapp|app|sida|system|kort|tagg|printer|computer|link)\w*) (?:\w+ )?(?:funkar inte|fungerar inte)\b",
    r"(?:krangl(?:ar|at|ade)|strular|won't (?:start|work|print)|doesn't work|not working)\b",
    r"(?:dator|skrivare|skarm|mobil|telefon|laptop|computer|printer|screen|phone)\w* (?:ar trasig|is broken)\b",
    r"(?<!\w )(?:kan du|can you|could you) (?!ge |visa |lista |saga |svara |give |show |list |tell me (?:about|what))",
    r"(?<!\w )(?:(?:please )?translate|report an?|ring|call)\b",
)
"""What no goal can answer, whatever it is about: what the bot shall do or thinks, how a form is
filled in, what is broken, the weather."""
SERVICE = any_of(
    r"(?:var|nar) (?:ansoker|soker|anmaler)|(?:hur|var|nar) (?:bokar|bestaller|betalar|overklagar jag mitt|far jag tag|hittar jag|kommer jag|ringer|oppnar|stanger|lanar|hyr)",
    r"(?:nar|var) (?:oppnar|stanger|ligger|finns|har .{0,20} oppet|tommer|tomms|gar nasta)",
    r"(?:vad kostar|(?:vad|hur mycket) (?:tjanar|har .{0,30} i lon)|telefonnummer|adressen till|ansokan om)",
    r"(?:boka|bestall|ring|mejla|skicka ett mejl|paminn|oversatt|skriv (?:en|ett)) ",
    r"(?:can|could|may) (?:i|my|you) (?:get|book|rent|borrow|apply|order|have|call|email|translate|write|tell me a|remind)",
    r"(?:what|how much) (?:does|do) .{0,30} earn|(?:vem|vart) ringer (?:jag|man)\b|who do i call\b",
    r"(?:opening hours (?:today|tomorrow|now|on \w+)|(?:what|which) are (?:the |your )?.{0,20}opening hours|phone number|how much (?:is|does|do))",
)
_ONES_OWN = (
    r"\b(?:min|mitt|mina|my)\b (?:(?:egen|eget|egna|own|gamla|nya|old|new) )?"
    r"(?:\w*lon(?:en|espec\w*|ekontor\w*)?|losenord\w*|\w*konto(?:t|n)?|\w*dator(?:n|er)?|skrivare|telefon|mobil|mejl\w*|inlogg\w*|\w*ansokan|\w*anmalan|\w*arende(?:t|n)?|bygglov|beslut"
    r"|hyr(?:a|an|esvard\w*|eskontrakt\w*|esavi\w*)|\w*bot(?:en|er)?|\w*faktura\w*|\w*avgift\w*|\w*rakning\w*|semester\w*|ledighet\w*|\w*betyg|\w*tid|(?:forskole|bat|parkerings|ko)?plats|(?:chef\w*|boss|grann\w+) (?:ar|var)"
    r"|buss|gata|vag|vatten|sop\w*|brevlada|dag|cv|brev|pass|id-kort|pension"
    r"|salary|wages?|pay(?:slip)?|password|account|login|(?:e-?)?mails?|inbox|mfa|token|computer|laptop|printer|phone|application|case|permit|decision|rent|landlord|lease|contract|fine|invoice|bill|fee"
    r"|tax return|holidays?|vacation|leave|grades|appointment|(?:boss|manager|neighbou?r) (?:is|was)|bus|street|road|water|bins?|garbage|mailbox|day|letter|passport|id card|pension)\b"
)
"""What is one's own affair: "min lön". What people tell of their children, their firm or their
ward is what a goal may be about: "min dotter blir retad", "min chef hinner inte"; what they think
of a person is not."""
PRACTICAL = re.compile(
    r"^\W*(?:nar|what time|when) (?:oppnar|stanger|borjar|gar|tomms|(?:ar|is) .{0,40}\b(?:oppet|oppna|open|stangt|closed)\b|is my|(?:do|does) (?:i|the)|(?:kommer|far) (?:jag|min|mitt|mina|nasta)\b|will (?:i|my)\b)"
    r"|^\W*(?:var|where) (?:ligger|finns|ar|is)\b"
    r"|^\W*(?:vilken|which|what) (?:buss|tag|bus|train) (?:gar|tar|ska|goes|do|should)\b"
    r"|^\W*(?:vem|who|who's) (?:ar|heter|byggde|is|was|built)\b"
    rf"|{_ONES_OWN}"
)
"""Asks for a service, a person or help with one's own affairs, in the way people do."""
OF_OTHERS = any_of(
    r"grannkommun(?:er)?(?:ens|nas|s)\b",
    r"(?:annan|andra) kommun(?:er)?s\b",
    r"(?:neighbou?ring|other|another) municipalit(?:y's|ies')",
)
"""What is another municipality's stands in no record of this one."""
PRIVATE = re.compile(_ONES_OWN)
"""One's own affairs are nobody's goal, whatever they are about."""
KEYWORDS = frozenset(
    """
    delmal delmalet delmalen malen malet mal subgoals goals subgoal beslutet beslutat beslutade
    beslutad forslag forslagen forslaget mottagare handlaggare historik hjalp aterremiss
    bordlaggning overklaga overklagande justering faststallda andringar skillnaden kommunstyrelsen
    berors hejda hejsan tjena tjenare morsning tackar toppen hello thanks goodbye foreslas
    reworded rephrased laggas andras strykas bytas skrivas formuleras underrattas expediering reservation delegation recipients decided proposals history
    """.split()  # noqa: SIM905 — read and mended easier than a list of strings
)
"""Folded words that the patterns wait for; a misspelling of one is mended first."""
LIST_AND_STATUS = re.compile(
    r"^\W*(?:vilka|visa|lista|what|which|list|show)\b.{0,60}\b(?:och|and)\b"
    r"|^\W*(?:vilka|which|what) (?:\w+ ){0,4}(?:(?:del)?mal|(?:sub-?)?goals)\b"
    r"|\blist(?:a\w*)? (?:of|over|pa|med) (?:\w+ ){0,2}(?:(?:del)?mal|(?:sub-?)?goals)\w*"
)
ARE_THERE = re.compile(
    r"^\W*(?:som )?(?:finns|ingar|ar med|(?:har|kanner|vet|kan|svarar|do|are|can)\W+(?:du|ni|you|there))\b"
)
"""Right after "vilka nämnder": asks which ones there are."""
THE_LIST = any_of(
    r"(?:vad galler|vad ar det som galler|vad gallde|what applie[sd]|what is in force)\b",
    r"(?:hela|visa|skriv ut) (?:del)?(?:mal)?listan\b|(?:the )?(?:whole|full|entire) list\b",
    r"^\W*(?:(?:lista|visa) (?:allt|fler|mer)|(?:list|show) (?:everything|more|all of it))\W*$",
    rf"(?:alla|samtliga|all)(?: (?:\d+|{COUNT}|de|av dem|of them))*\W*$",
)
SENTENCE = re.compile(
    r"^\W*(?:who|when|is|are|can|could|how|why|where|did|does|do|will|vem|nar|hur|ar|kan|varfor|var|blir|ska|kommer|du|you)\b"
)
_OURS = re.compile(r"^\W*vår\b", re.IGNORECASE)


def is_sentence(text: str) -> bool:
    """Whether a whole sentence asks for something; a few words alone are a topic to look for.

    "Vår bild utåt" only seems to ask where, once it is folded.
    """
    return bool(SENTENCE.match(fold(text))) and not _OURS.match(text)


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
