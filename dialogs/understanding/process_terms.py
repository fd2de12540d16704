"""Words of the decision process that people ask about, and the key of each one's answer.

The answers stand in `dialogs/texts/process.sv.ftl` and `process.en.ftl`. Folded patterns; the
first that is found counts, so the longer and rarer words come first.
"""

from __future__ import annotations

import re

_TERMS: tuple[tuple[str, str], ...] = (
    ("minority-remittal", r"minoritets(?:aterremiss|bordlaggning)\w*|minority (?:remittal|referral)"),
    ("remittal", r"aterremi\w+|aterremitter\w*|atter?remiss\w*|remittal|remitted|refer(?:red|ral) back|sent back|remand\w*"),
    ("tabling", r"bordla\w*|tabled|tabling|postpone\w*"),
    ("immediate-adjustment", r"omedelbar[at]? juster\w*|immediate (?:adjustment|approval)"),
    ("adjustment", r"juster(?:ing|ingen|as|a|at|ar|ade|ats|are|aren|ingsman)\b|adjust(?:ment|ed|ing|er)\b|approval of (?:the )?minutes|minutes (?:are )?(?:approved|signed)"),
    ("notice", r"anslag(?:et|as|en|s|stavla|stavlan|sbevis)?\b|ansla(?:s|r|gits)?\b|kungor\w*|anslagstavla\w*|tillkannag\w+|notice ?board|bulletin board|public notice"),
    ("legality-review", r"laglighetsprov\w*|kommunalbesvar|legality review|review of legality|judicial review"),
    ("appeal", r"overklag\w*|besvarstid\w*|appeal\w*"),
    ("legal-force", r"laga ?kraft\w*|legal(?:ly)? (?:force|binding)|final and binding|gain(?:s|ed)? legal|decisions? (?:is |are |becomes? )?final|becomes? final"),
    ("delegation", r"delegat\w+|deleger\w*|delegation|delegate[ds]?\b"),
    ("reservation", r"reservation\w*|reserver\w*|reserve (?:myself|oneself|yourself|against)|dissent\w*"),
    ("conflict-of-interest", r"jav\b|javet|javig\w*|conflicts? of interest|disqualif\w+"),
    ("public-document", r"allman(?:na)? handling\w*|offentlig(?:a|het)? (?:handling\w*|princip\w*)|offentlighetsprincip\w*|sekretess\w*|public (?:document|record)s?|official documents?|begara ut|freedom of information|public access\b"),
    ("working-material", r"arbetsmaterial\w*|working (?:material|paper)s?"),
    ("extract", r"protokollsutdrag\w*|extract(?:s)? (?:of|from) the minutes|certified extract"),
    ("minutes-note", r"protokollsanteckning\w*|sarski(?:lt|lda) yttrand\w*|note in the minutes"),
    ("minutes", r"protokoll\w*|(?<!\d )minutes"),
    ("dispatch", r"expedier\w*|dispatch\w*"),
    ("official-letter", r"tjansteskrivelse\w*|tjansteutlatande\w*|official (?:letter|report|statement)|staff report"),
    ("diary-number", r"diarienummer|diarienr|dnr\b|diarieford?\w*|diari(?:um|et)|registrator\w*|registrars?\b|registration number|reference number"),
    ("motion-in-meeting", r"yrkande\w*|yrka\w*|member'?s motion|motions? in (?:the )?meeting"),
    ("motion", r"en motion\b|motion(?:er|erna)\b|motionar\w*|(?:betyder|innebar|ordet) motion\b|council motions?"),
    ("citizens-proposal", r"medborgarforslag\w*|citizens?'? (?:proposal|initiative)s?"),
    ("interpellation", r"interpellation\w*|interpeller\w*"),
    ("referral-for-comment", r"remiss(?:en|er|erna|var\w*|instans\w*|yttrand\w*)?\b|referral for comment"),
    ("member-initiative", r"namnds?initiativ\w*|ledamotsinitiativ\w*|(?:member'?s|committee) initiative"),
    ("quorum", r"kvorum\b|quorum\b|beslutsfor\w*|beslutfor\w*|narvarande\b|(?:must|have to|need to|should) be present"),
    ("chair", r"ordforande\w*|chair(?:person|man|woman)?\b"),
    ("service-of-decision", r"delgiv\w*|delges\b|service of (?:the |a )?decision|served with"),
    ("execution", r"verkstall\w*|execut(?:e|ed|ion)\b"),
    ("voting", r"acklamation\w*|votering\w*|omrostning\w*|proposition(?:sordning|er|en)?\b|acclamation|show of hands|(?:vara|be) (?:overens|eniga?|enhalliga?|unanimous)|enhallig\w*|unanim\w+|vot(?:es?|ed|ing)\b"),
    ("approval", r"bifall\w*|\bavslag\w*|avslas?\b|tillstyrk\w*|avstyrk\w*"),
    ("agenda", r"kallelse\w*|foredragningslist\w*|dagordning\w*|agenda(?! 2030)|notice of meeting|summons"),
    ("preparation", r"beredning\w*|beredningstvang|bereda\b|bereds|preparation of|preparing (?:the |a )?matter|prepared"),
    ("working-committee", r"arbetsutskott\w*|ksau|(?<!\w)au(?!\w)|working committee|(?:vem|vilka) (?:beslutar|bestammer|faststaller) (?:om )?(?:mal|delmal)\w*|who (?:decides|sets|adopts) (?:on )?(?:the )?(?:sub-?)?goals"),
    ("council", r"(?:kommun)?fullmaktige\w*|municipal council"),
    ("correction", r"rattelse\w*|ratta (?:ett )?(?:beslut|protokoll)|correction\w*"),
    ("annulment", r"upphav\w*|annul\w*|set aside|struck down"),
    ("case-officer", r"handlaggare\b|case officer"),
    ("matter", r"arende(?:t|n)?\b|\bmatter\b"),
    ("goal-and-subgoal", r"(?:vad (?:ar|betyder|menas med)|what is|what's) (?:egentligen )?(?:ett |a |an )?(?:mal|delmal|goal|sub-?goal)\b|(?:skillnad\w*|difference).{0,15}\b(?:mal|goals?)\b.{0,15}\b(?:delmal|sub-?goals?)\b|(?:skillnad\w*|difference).{0,15}\b(?:delmal|sub-?goals?)\b.{0,15}\b(?:mal|goals?)\b"),
    ("decision", r"\bbeslut\b|decision|vad hander (?:sen|sedan|efter|nar|nu)\b.{0,40}\b(?:beslut|bestam|klubb)\w*|what happens (?:after|next|when|once|then)\b.{0,40}\bdecid\w*"),
)  # fmt: skip
_PATTERNS = tuple((key, re.compile(rf"\b(?:{pattern})")) for key, pattern in _TERMS)
STRATEGIES = "strategies"
"""The term of a question for the political strategies to heed: those are in the record."""


_TERM = re.compile("|".join(pattern.pattern for _, pattern in _PATTERNS))


def is_term(folded: str) -> bool:
    """Whether a folded word is a term of the process, in any of its forms."""
    return bool(_TERM.match(folded))


def terms_in(folded: str) -> tuple[tuple[str, str], ...]:
    """The keys of the terms in a folded text, each with the words that named it."""
    found = []
    for key, pattern in _PATTERNS:
        if match := pattern.search(folded):
            found.append((key, match[0]))
            folded = folded.replace(match[0], " ")
    return tuple(found)
