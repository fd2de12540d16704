"""What is typed to get something done, and not to ask: "öppna ärende KS 2026".

A command is a whole message: a few words in a fixed order, with a body and a year wherever they
stand. Everything else is a question.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from dialogs.cards.matter_card import CHANGE_MATTER, OPEN_MATTER, SHOW_MATTER
from dialogs.cards.meeting_card import MEETING, RECORD_MEETING
from dialogs.cards.papers_card import KEEP_EXTRACT, SHOW_PAPERS
from dialogs.cards.teach_word_card import MEANS, SHOW_GAPS, TEACH_WORD
from dialogs.follow_body import FOLLOW
from dialogs.understanding.bodies import named_bodies
from dialogs.understanding.words import clean, fold
from dialogs.understanding.years import times
from goals.expediting import SHOW_EXPEDITION
from goals.following import UNFOLLOW
from goals.goal import Body
from goals.proposal import Meeting


@dataclass(frozen=True, slots=True)
class Command:
    """What a text wants done: the verb, and what it named."""

    verb: str
    language: str
    fields: Mapping[str, str] = field(default_factory=dict)


_AU = r"(?:ks)?(?:au|arbetsutskott(?:et)?)"
_COMMITTEE = r"(?:au|(?:the )?working committee)"
_PATTERNS = (
    (
        OPEN_MATTER,
        "sv",
        r"(?:jag vill |vill )?(?:oppna|starta|skapa|lagg upp)(?: ett| nytt| arets)* arende(?:t)?",
    ),
    (OPEN_MATTER, "en", r"(?:i want to )?(?:open|start|create)(?: a| the| new)* matter"),
    (CHANGE_MATTER, "sv", r"(?:jag vill |vill )?(?:andra|redigera|uppdatera) arende(?:t)?"),
    (CHANGE_MATTER, "en", r"(?:i want to )?(?:change|edit|update)(?: the)? matter"),
    # AU can only propose: who asks for its decision is told why.
    (
        RECORD_MEETING,
        "sv",
        rf"(?:registrera|skriv in|for in) (?:{_AU}s? beslut|beslut(?:et)? (?:i|av|fran) {_AU})",
    ),
    (
        RECORD_MEETING,
        "en",
        rf"(?:record|enter) (?:a |the )?decision (?:by|of|in) {_COMMITTEE}",
    ),
    (MEETING, "sv", r"(?:visa |oppna )?(?:mote(?:t)?|sammantrade(?:t)?|motesdag(?:en)?)"),
    (
        MEETING,
        "sv",
        rf"(?:registrera|skriv in|for in) (?:{_AU}|beslut(?:et)?|mote(?:t)?|sammantrade(?:t)?)",
    ),
    (MEETING, "sv", r"(?:justera|ansla|expediera)(?: beslut(?:et)?| protokoll(?:et)?)?"),
    (FOLLOW, "sv", r"(?:jag vill |vill )?folj(?:a)?"),
    (FOLLOW, "en", r"(?:i want to )?follow"),
    (UNFOLLOW, "sv", r"(?:jag vill |vill )?sluta folja|avfolj"),
    (UNFOLLOW, "en", r"(?:i want to )?(?:unfollow|stop following)"),
    (SHOW_EXPEDITION, "sv", r"(?:visa |se )?expediering(?:en)?"),
    (SHOW_EXPEDITION, "en", r"(?:show |see )?(?:the )?(?:expedition|notices)"),
    (MEETING, "en", r"(?:show |open )?(?:the )?meeting"),
    (MEETING, "en", rf"(?:record|enter) (?:the |a )?(?:{_COMMITTEE}|decision|meeting)"),
    (
        KEEP_EXTRACT,
        "sv",
        r"(?:bifoga |ladda upp |spara )?(?:det )?(?:bestyrkta? )?(?:protokolls?)?utdrag(?:et)?",
    ),
    (KEEP_EXTRACT, "en", r"(?:attach |upload |keep )?(?:the )?(?:certified )?extract"),
    (SHOW_PAPERS, "sv", r"(?:visa |se )?handlingar(?:na)?"),
    (SHOW_PAPERS, "en", r"(?:show |see )?(?:the )?papers"),
    (SHOW_MATTER, "sv", r"(?:visa |se |oppet )?arende(?:t)?"),
    (SHOW_MATTER, "en", r"(?:show |see |open )?(?:the )?matter"),
)
"""Folded words, once the body and the year are taken out of them; the first that fits counts."""
_JOINING = (
    r"(?: (?:for|om|om delmal for|om mal och delmal for|for the|about|on|of|in|i|med|with|ar))*"
)
_COMMANDS = tuple(
    (verb, language, re.compile(pattern + _JOINING)) for verb, language, pattern in _PATTERNS
)
_WORD = re.compile(r"[^\W_]+")


_TEACH = (
    ("sv", r"(?:lägg till|lär dig|spara) (?:ett nytt |ett |det nya )?ord(?:et)?"),
    ("sv", r"(?:lär dig att )(?:ordet )?(?=.+ (?:betyder|=))"),
    ("en", r"(?:add|teach|learn|save) (?:a new |a |the new |the )?word"),
    ("en", r"(?:learn that )(?:the word )?(?=.+ (?:means|=))"),
)
_MEANING = (
    r"(?::? *(?P<word>[^:=]+?)(?: *(?:som betyder|betyder|that means|means|=) *(?P<means>.+))?)?"
)
_TEACHING = tuple((language, re.compile(f"{begin}{_MEANING}[.!]?")) for language, begin in _TEACH)


def _teaching(cleaned: str) -> Command | None:
    """The form for a word, "lägg till ordet X"; without one the words that wait."""
    for language, pattern in _TEACHING:
        if found := pattern.fullmatch(cleaned.casefold()):
            word, means = found["word"], found["means"]
            fields = {"word": word, MEANS: means or ""} if word else {}
            return Command(TEACH_WORD if word else SHOW_GAPS, language, fields)
    return None


def command_in(
    text: str, bodies: tuple[Body, ...], *, today: date, with_file: bool = False
) -> Command | None:
    """The command that the whole text is; None for everything else.

    `body` among its fields is the code of a recorded body, or another's name as it was written.
    """
    cleaned = clean(text)
    if teaching := _teaching(cleaned):
        return teaching
    folded = fold(cleaned)
    if len(folded) != len(cleaned):
        cleaned = folded
    named = named_bodies(cleaned, folded, bodies)
    when = times(named.rest, today=today)
    words = " ".join(_WORD.findall(when.rest))
    found = next(
        ((verb, language) for verb, language, whole in _COMMANDS if whole.fullmatch(words)), None
    )
    codes = (*named.codes, *((named.unknown,) if named.unknown else ()))
    years = when.years or ((today.year,) if when.this_year else ())
    if found is None or len(codes) > 1 or len(years) > 1:
        return None
    verb, language = found
    if verb == KEEP_EXTRACT and not (codes or years or with_file):
        return None  # what an extract is, is a question
    fields = {"body": codes[0]} if codes else {}
    if years:
        fields["year"] = str(years[0])
    if verb == RECORD_MEETING:
        fields |= {"meeting": Meeting.AU.value, "decides": "yes"}
    return Command(verb, language, fields)
