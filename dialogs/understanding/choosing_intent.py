"""Which intent a sentence has. The order of the questions is the rule: read from top to bottom."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dialogs.understanding import intents, sentences
from dialogs.understanding.process_terms import is_term
from dialogs.understanding.question import Intent
from dialogs.understanding.words import fold
from dialogs.understanding.years import Times

_TWO_YEARS = 2
COUNCIL = ("council", "kf")
ASKS_STRATEGIES = "asks which strategies there are to heed"
WEAK_TERMS = frozenset(
    {
        "decision",
        "matter",
        "case-officer",
        "dispatch",
        "preparation",
        "council",
        "chair",
        "motion",
        "execution",
    }
)


@dataclass(frozen=True, slots=True)
class Signals:
    """All that the choice of an intent looks at."""

    plain: str
    has_body: bool
    several_bodies: bool
    asks_who: bool
    """Whether all bodies are meant, none by its name."""
    unknown_body: bool
    when: Times
    goals: bool
    subgoals: bool
    numbers: tuple[int, ...]
    term: tuple[str, str] | None
    above: int | None
    """The goal whose sub-goals are asked for."""
    topic: tuple[str, ...]
    has_subject: bool
    """Whether any of the topic is known as what a goal can be about."""

    @property
    def about_goals(self) -> bool:
        """Whether goals or sub-goals are named."""
        return self.goals or self.subgoals

    def is_only(self, found: re.Match[str]) -> bool:
        """Whether no subject is named beside what was found: not so in "bussarna, tack"."""
        return not self.has_subject or all(fold(word) in found[0] for word in self.topic)

    @property
    def says_nothing_else(self) -> bool:
        """Whether nothing stands there that a question could be about."""
        named = self.about_goals or self.has_year or self.has_body or self.unknown_body
        return not (named or self.numbers or self.term or self.has_subject)

    @property
    def has_year(self) -> bool:
        """Whether a year is named, this one included."""
        return bool(self.when.years) or self.when.this_year

    @property
    def only_term(self) -> bool:
        """Nothing is said but the term itself."""
        if self.term is None:
            return False
        left = self.plain.replace(self.term[1], " ")
        return not re.sub(r"\b(?:en|ett|a|an|the|va|ad|om|about|och|and|hur)\b|\W", "", left)


def intent_of(s: Signals) -> tuple[Intent, str]:  # noqa: PLR0911, PLR0912, C901 — the order of the questions is the rule, and reads best in one piece
    """The intent, and in words why: the first of these that fits."""
    plain = s.plain
    if not re.search(r"[^\W_]", plain) and not (
        s.has_body or s.unknown_body or s.has_year or s.term or s.numbers
    ):
        return Intent.HELP, "nothing that can be read"
    named = s.has_year or s.has_body or s.unknown_body
    greets = intents.GREETING.match(plain) and not named
    if greets or (intents.GREETED.match(plain) and s.says_nothing_else):
        return Intent.GREETING, "a greeting and nothing else"
    talk = not s.about_goals and not s.has_year and not s.unknown_body
    if talk and (help_asked := intents.HELP.search(plain)) and s.is_only(help_asked):
        return Intent.HELP, "asks what the bot can do"
    thanks = intents.THANKS.search(plain) if talk and not s.term else None
    if thanks and s.is_only(thanks) and not _asks_of_matter(plain) and len(s.topic) <= 2:  # noqa: PLR2004 — "toppen, tack för hjälpen"
        return Intent.SMALLTALK, f"small talk: {thanks[0]}"
    appealed = intents.APPEALED.search(plain)
    if appealed and not intents.IN_GENERAL.search(plain):
        return Intent.DECISION_STATUS, f"what has become of it: {appealed[0]}"
    if _asks_strategies(s):
        return Intent.PROCESS_QUESTION, ASKS_STRATEGIES
    source = intents.SOURCE.search(plain)
    if source and s.has_body:
        return Intent.DECISION_STATUS, f"asks for the source: {source[0]}"
    if reason := _process(s):
        return Intent.PROCESS_QUESTION, reason
    if found := intents.WHERE_TO_SEND.search(plain):
        return Intent.HOW_TO_PROPOSE, f"where to send it: {found[0]}"
    if found := intents.MY_PROPOSALS.search(plain):
        return Intent.MY_PROPOSALS, f"own proposals: {found[0]}"
    if wish := _wish(s):
        return Intent.HOW_TO_PROPOSE, f"wants to propose: {wish}"
    if found := intents.DIARY_NUMBER.search(plain):
        return Intent.DECISION_STATUS, f"{found[0]}"
    if found := intents.LATEST_VERSION.search(plain):
        return Intent.DECISION_STATUS, f"asks whether it is the latest: {found[0]}"
    if source and (s.about_goals or not s.has_subject):
        return Intent.DECISION_STATUS, f"asks for the source: {source[0]}"
    if s.unknown_body:
        return Intent.OUT_OF_SCOPE, "names a body that is not in the record"
    leaves = intents.LEAVES.search(plain) and not s.has_subject
    for intent, pattern in (
        (Intent.LIST_PROPOSALS, intents.LIST_PROPOSALS),
        (Intent.RECIPIENTS, intents.RECIPIENTS),
        (Intent.WHO_RESPONSIBLE, intents.WHO_RESPONSIBLE),
        (Intent.HISTORY, intents.HISTORY),
    ):
        found = pattern.search(plain)
        in_several_years = s.numbers and len(s.when.years) >= _TWO_YEARS
        if found and not (
            (intent is Intent.HISTORY and not s.numbers and len(s.when.years) >= _TWO_YEARS)
            or (intent is Intent.LIST_PROPOSALS and (in_several_years or leaves))
        ):
            return intent, f"{found[0]}"
    if in_time := _in_time(s):
        return in_time
    decided = intents.DECIDED.search(plain)
    if decided and s.about_goals and intents.LIST_AND_STATUS.search(plain) and not s.topic:
        return (Intent.LIST_GOALS if s.goals else Intent.LIST_SUBGOALS), "a list, with its status"
    only_terms = all(
        is_term(fold(word))
        or sentences.DECIDER.fullmatch(fold(word))
        or (decided is not None and fold(word) in decided[0])
        for word in s.topic
    )
    if decided and (s.about_goals or s.has_year or s.has_body or only_terms):
        return Intent.DECISION_STATUS, decided[0]
    if s.above is not None:
        return Intent.LIST_SUBGOALS, "sub-goals under a goal"
    if s.numbers:
        return Intent.GOAL_DETAIL, "a number"
    if s.about_goals and not s.topic and intents.WHO.match(plain):
        return Intent.WHO_RESPONSIBLE, "asks for a person, and no topic"
    if s.about_goals and not s.topic:
        return _list_of(s), "goals or sub-goals, and no topic"
    asks_who = s.asks_who and not s.has_year
    if asks_who and (intents.ARE_THERE.match(plain) or not s.topic):
        return Intent.HELP, "asks which bodies there are"
    service = intents.SERVICE.search(plain) or intents.PRACTICAL.search(plain)
    if not s.has_subject and not s.about_goals and not service:
        loosely = intents.by_words(plain)
        if loosely is not None:
            return loosely, "single words, and nothing that a goal could be about"
    if s.topic:
        return Intent.TOPIC_SEARCH, "words that say what it is about"
    if s.has_year or s.has_body or intents.THE_LIST.search(plain):
        return Intent.LIST_SUBGOALS, "a body or a year, and nothing else"
    return Intent.OUT_OF_SCOPE, "nothing about goals"


def _in_time(s: Signals) -> tuple[Intent, str] | None:  # noqa: PLR0911 — the first that fits
    """What is asked of several years, or held against another: one goal, a list, or all of it."""
    plain, several_years = s.plain, len(s.when.years) >= _TWO_YEARS
    if s.numbers and not s.has_year and intents.THROUGH_TIME.search(plain):
        return Intent.HISTORY, "one goal, and how it has been before"
    compared = intents.COMPARE.search(plain)
    differ = intents.DIFFERENCE.search(plain)
    if differ and s.several_bodies and not s.has_year and s.is_only(differ):
        return _list_of(s), "bodies held against each other, not years"
    if s.above and several_years and not compared:
        return Intent.LIST_SUBGOALS, "sub-goals under a goal, in several years"
    if s.numbers and several_years and not compared:
        return Intent.GOAL_DETAIL, "a number, in several years"
    if not compared and (s.about_goals or s.has_year):
        changed = intents.CHANGED.search(plain)
        compared = changed if changed and s.is_only(changed) else None
    if s.when.is_span and not compared and not s.topic:
        return (Intent.LIST_SUBGOALS if s.subgoals else Intent.LIST_GOALS), "a span of years"
    if (several_years and not s.has_subject) or (
        compared and (s.about_goals or s.has_year or len(s.topic) <= 1)
    ):
        return Intent.COMPARE_YEARS, compared[0] if compared else "two years"
    return None


def _list_of(s: Signals) -> Intent:
    return Intent.LIST_SUBGOALS if s.subgoals and not s.goals else Intent.LIST_GOALS


def _wish(s: Signals) -> str | None:
    """What says that a change is to be proposed; "ta bort klottret" names no goal, and is none."""
    others = (intents.ALREADY, intents.OTHERS_PROPOSE, intents.DIARY_NUMBER)
    if any(pattern.search(s.plain) for pattern in others):
        return None
    found = intents.HOW_TO_PROPOSE.search(s.plain)
    if found is None and (s.numbers or s.about_goals or not s.topic):
        found = intents.WISHED_CHANGE.search(s.plain)
    return found[0] if found else None


def _asks_of_matter(plain: str) -> bool:
    """Whether the matter or a proposal is asked about beside thanks: "kontaktperson tack"."""
    return any(
        pattern.search(plain)
        for pattern in (
            intents.MY_PROPOSALS,
            intents.HOW_TO_PROPOSE,
            intents.LIST_PROPOSALS,
            intents.RECIPIENTS,
            intents.WHO_RESPONSIBLE,
            intents.DIARY_NUMBER,
        )
    )


def _asks_strategies(s: Signals) -> bool:
    """Whether the strategies themselves are asked for, and not what some goal says of one."""
    return (
        not s.about_goals
        and not s.unknown_body
        and intents.STRATEGIES.search(s.plain) is not None
        and all(intents.ABOUT_STRATEGIES.fullmatch(fold(word)) for word in s.topic)
    )


def _process(s: Signals) -> str | None:
    """Whether a word of the decision process is asked about in general."""
    if s.term is None or ((s.has_body or s.unknown_body) and intents.WHOSE_GOALS.search(s.term[1])):
        return None
    key, word = s.term
    if s.only_term and (key not in WEAK_TERMS or s.term == COUNCIL):
        return f"the word {word} alone"
    of_these = (s.has_year or s.has_body) and (s.about_goals or key == "diary-number")
    if of_these and key == "diary-number":
        return None
    about_more = key in WEAK_TERMS and s.has_subject
    if intents.DEFINITION.search(s.plain) and not (s.numbers or of_these or about_more):
        return f"asks what {word} means"
    if key in WEAK_TERMS:
        in_general = intents.IN_GENERAL.search(s.plain) and intents.PROCESS_ASKED.search(s.plain)
        asked = (in_general or intents.MAY_DECIDE.search(s.plain)) and not s.about_goals
    else:
        asked = intents.PROCESS_ASKED.search(s.plain) and not (
            s.has_year or s.numbers or (s.about_goals and s.has_body)
        )
    return f"asks about {word}" if asked else None
