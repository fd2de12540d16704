"""A message becomes questions: it is parted, and what one part names holds for the others.

Pure and quick; `why` says step by step how each was understood. One page about it:
`docs/understanding.md`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from dialogs.understanding import intents, sentences
from dialogs.understanding.one_sentence import OF_A_WORDING, understand_one
from dialogs.understanding.process_terms import is_term
from dialogs.understanding.question import Intent, Question
from dialogs.understanding.topic_words import WORD, Known
from dialogs.understanding.vocabulary import Vocabulary
from dialogs.understanding.words import LONGEST_QUESTION, clean, fold
from goals.goal import Kind

_SENTENCE_END = re.compile(
    r"(?<=[?!])\s+|\n+|(?<=[a-zåäö]{3}\.)(?<!\bang\.)(?<!\bavs\.)(?<!\bmax\.)(?<!\bmin\.)(?<!resp\.)(?<!inkl\.)\s+|(?<=[^\d\s.]\.)\s+"
    r"(?=[A-ZÅÄÖ]|(?:vad|vem|vilka|vilket|hur|när|finns|har|kan|what|who|which|how|when|is|are|do|can)\b)"
)
_LISTS = frozenset({Intent.LIST_GOALS, Intent.LIST_SUBGOALS})
_UNSURE = {Intent.TOPIC_SEARCH, Intent.OUT_OF_SCOPE, Intent.SMALLTALK, Intent.GREETING}
"""What half a sentence alone may seem to be after."""
_OF_ONE_BODY = _LISTS | {
    Intent.GOAL_DETAIL,
    Intent.COMPARE_YEARS,
    Intent.DECISION_STATUS,
    Intent.RECIPIENTS,
    Intent.WHO_RESPONSIBLE,
    Intent.LIST_PROPOSALS,
}
_ON_THE_DECISION = {Intent.WHO_RESPONSIBLE, Intent.RECIPIENTS, Intent.DECISION_STATUS}
_OF_ONE_YEAR = {
    Intent.GOAL_DETAIL,
    Intent.LIST_SUBGOALS,
    Intent.DECISION_STATUS,
    Intent.RECIPIENTS,
    Intent.WHO_RESPONSIBLE,
}
_A_HEADING = 3
"""So few words before a comma say what is asked about: "nämndens delmål, vad är nytt"."""
_MOST_QUESTIONS = 3
_MOST_SENTENCES = 12
"""Of a longer message the last ones are read: people ask at the end."""


def understand(
    text: str, *, known: Known, today: date, vocabulary: Vocabulary
) -> tuple[Question, ...]:
    """The questions in a text, at most three, at least one.

    Sentences that ask nothing are context: what they name (body, year) holds for the others.
    """
    cleaned = clean(text)
    lines = sentences.LEAD_IN.sub(r"\g<0>\n", text_lines(text)[-LONGEST_QUESTION:])
    lines = sentences.OF_TWO_KINDS.sub(r"\g<0>\n", lines)
    parts = [part for part in _SENTENCE_END.split(lines) if WORD.search(part)]
    parts = parts[-_MOST_SENTENCES:] or [cleaned]

    def understood(part: str) -> Question:
        return understand_one(part, known, today, vocabulary)

    each = [q for part in parts for q in _asked_in(clean(part), understood)]
    if len(each) == 1:
        return _of_each_body(each[0])
    if handed_over := _handed_over(each):
        return _of_each_body(_with_context(handed_over, []))
    tells_only = any(question.text.endswith("?") for question in each)
    asked = [
        question
        for question in each
        if question.intent not in {Intent.GREETING, Intent.SMALLTALK, Intent.OUT_OF_SCOPE}
        and not (
            question.intent is Intent.TOPIC_SEARCH and not _asks(question, or_names=not tells_only)
        )
    ]
    asked = _of_what_was_told(asked)
    if not asked:
        says = [q.text for q in each if not sentences.ABOUT_ONESELF.match(fold(q.text))]
        return _of_each_body(understood(" ".join(says) if says else cleaned))
    if len(asked) == 1:
        return _of_each_body(_with_context(asked[0], each))
    several = [_with_context(question, each) for question in asked[-_MOST_QUESTIONS:]]
    return tuple(one for question in several for one in _of_each_body(question))


def _asked_in(sentence: str, understood: Callable[[str], Question]) -> list[Question]:
    """The questions of one sentence: the whole, unless its clauses ask for themselves.

    "Vem är handläggare och när togs beslutet" asks twice. "Kan jag få målen, jag sitter på
    bussen" asks in one clause for the list, and the others say how it came up.
    """
    whole = understood(sentence)
    if whole.above is not None and whole.both_kinds:
        return [whole]
    several = _asked_in_turn(sentence, understood) or _asked_in_one_breath(
        sentence, whole, understood
    )
    if several:
        return [replace(each, language=whole.language) for each in several]
    names_goals = whole.kind is not None or whole.both_kinds
    clauses = sentences.CLAUSE_END.split(sentence) if whole.topic and names_goals else []
    if len(clauses) > 1:
        told = [understood(clause) for clause in clauses if WORD.search(clause)]
        if handed_over := _handed_over(told):
            return [_with_context(handed_over, [replace(each, topic=()) for each in told])]
        of_oneself = sentences.ABOUT_ONESELF.match(fold(sentence)) is not None
        lists = [each for each in told if _requests_list(each, of_oneself=of_oneself)]
        if len(lists) == 1 and not any(each.kind for each in told if each is not lists[0]):
            return [_with_context(lists[0], [replace(each, topic=()) for each in told])]
    return [whole]


def _asked_in_turn(sentence: str, understood: Callable[[str], Question]) -> list[Question]:
    """The questions that follow on each other in one sentence; none where it asks but once."""
    cuts = list(sentences.NEXT_QUESTION.finditer(sentence))
    begins = 0
    for cut in cuts:
        start, end = cut.span()
        is_short = cut[0].strip() == "," and sentence[:start].count(" ") < _A_HEADING
        if is_short and (cuts == [cut] or _is_body_alone(understood(sentence[:start]))):
            begins = end  # a heading
            continue
        if not sentences.ASKING.match(fold(sentence[begins:start])):
            continue
        both = [understood(sentence[:start]), understood(sentence[end:])]
        if _same_in_another_year(*both):
            return [both[0], replace(both[0], years=both[1].years, text=both[1].text)]
        if len({each.intent for each in both} - _UNSURE) == len(both) or all(
            each.intent is Intent.TOPIC_SEARCH and each.focus for each in both
        ):
            return [both[0], *_asked_in(sentence[end:], understood)]
    return []


def _asked_in_one_breath(
    sentence: str, whole: Question, understood: Callable[[str], Question]
) -> list[Question]:
    """Two lists, or a list and something on its decision, with an "and" between them."""
    for cut in sentences.AND.finditer(sentence):
        both = [understood(sentence[: cut.start()]), understood(sentence[cut.end() :])]
        if _name_a_list_each(whole, sentence, *both) or _list_and_matter(*both):
            return both
    return []


def _same_in_another_year(first: Question, second: Question) -> bool:
    """Whether the second half only asks how it was: "what's 4.2 now, and what was it in 2025"."""
    left = second.kind or second.numbers or second.codes or second.topic or second.body
    return (
        first.intent is Intent.GOAL_DETAIL
        and bool(second.years)
        and second.years != first.years
        and second.intent in {*_LISTS, Intent.HISTORY}
        and not left
    )


def _is_body_alone(question: Question) -> bool:
    named = question.kind or question.both_kinds or question.topic or question.years
    return question.body is not None and not named


def _name_a_list_each(whole: Question, sentence: str, first: Question, second: Question) -> bool:
    """Whether two halves ask for goals of a body each: "ks delmål 2026 och vn delmål 2025"."""
    wanted = {*_LISTS, Intent.GOAL_DETAIL}
    if whole.intent not in {*wanted, Intent.COMPARE_YEARS} or intents.COMPARE.search(
        fold(sentence)
    ):
        return False
    return all(
        each.body and each.kind and not each.topic and each.intent in wanted
        for each in (first, second)
    ) and (first.body, first.kind, first.numbers) != (second.body, second.kind, second.numbers)


def _list_and_matter(first: Question, second: Question) -> bool:
    """Whether a list and something on its decision are asked for: "mål och handläggare för SN"."""
    names_goals = [each.kind is not None or each.both_kinds for each in (first, second)]
    return (
        first.intent in _LISTS
        and (second.intent in _ON_THE_DECISION or second.term == "diary-number")
        and names_goals == [True, False]
        and not first.topic
        and (second.term is not None or not second.topic)
    )


def _requests_list(question: Question, *, of_oneself: bool) -> bool:
    """Whether a clause alone asks for the goals, whatever stands in the others.

    Who begins with who he is ("jag är ny chef på IT, vilka delmål gäller") says no topic by it.
    """
    plain = fold(question.text)
    asks = (
        sentences.REQUEST.search(plain)
        or sentences.EVERY_GOAL.search(plain)
        or (of_oneself and sentences.ASKING.match(plain))
    )
    return (
        question.intent in _LISTS
        and not question.topic
        and bool(asks)
        and bool(question.body or sentences.ALL_OF_THEM.search(plain))
    )


def _handed_over(each: list[Question]) -> Question | None:
    """The goals that were told of, where the last sentence or clause asks for "dem"."""
    *before, last = each
    plain = fold(last.text)
    which = sentences.WHICH_ARE_THEY.search(plain) is not None
    if last.kind or last.both_kinds or not (which or sentences.HAND_OVER.search(plain)):
        return None
    for question in before:
        named = question.kind is not None or question.both_kinds
        all_of_them = (
            which or question.body or sentences.GOALS_THEMSELVES.search(fold(question.text))
        )
        if named and all_of_them and not question.focus:
            intent = Intent.LIST_SUBGOALS if question.kind is Kind.SUBGOAL else Intent.LIST_GOALS
            return replace(question, intent=intent, topic=(), numbers=())
    return None


def _of_what_was_told(asked: list[Question]) -> list[Question]:
    """Without statements on a numbered goal that the next question is about: it takes the number.

    "Delmål 2 är svårläst. Hur får jag det ändrat?"
    """
    found: list[Question] = []
    for question in asked:
        told = found[-1] if found else None
        if (
            told is not None
            and told.intent is Intent.GOAL_DETAIL
            and not told.text.endswith("?")
            and not sentences.ASKING.match(fold(told.text))
            and question.intent in OF_A_WORDING
            and not (question.numbers or question.topic)
        ):
            question = replace(question, numbers=told.numbers, kind=told.kind)  # noqa: PLW2901
            found.pop()
        found.append(question)
    return found


def _of_each_body(question: Question) -> tuple[Question, ...]:
    """One question for each of the bodies named: "KS och BUN mål"; a topic is sought in all.

    And one for each of several years where they are not held against each other.
    """
    if question.bodies and question.intent not in _OF_ONE_BODY:
        return (replace(question, body=None),)
    goals = question.numbers if question.above and question.numbers[:1] == (question.above,) else ()
    under = [replace(question, above=goal) for goal in goals] or [question]
    bodies = question.bodies or (question.body,)
    of_bodies = [replace(each, body=code) for code in bodies for each in under]
    if question.intent not in _OF_ONE_YEAR or question.is_span:
        return tuple(of_bodies)
    years: list[tuple[int, ...]] = [(year,) for year in question.years] or [()]
    return tuple(replace(each, years=one) for each in of_bodies for one in years)


def text_lines(text: str) -> str:
    """The text with each line cleaned and the line breaks kept: they part sentences."""
    return "\n".join(line for line in (clean(each) for each in text.splitlines()) if line)


def _asks(question: Question, *, or_names: bool) -> bool:
    """Whether a sentence asks for something; naming goals does where no other one asks."""
    names_goals = question.kind is not None or question.both_kinds
    if question.text.rstrip().endswith("?") or (or_names and names_goals):
        return True
    return bool(
        re.match(
            r"(?:har|finns|vad|vilk|hur|what|which|is|are|do|does|any|show|visa)\b"
            r"|(?:och|and|samt|plus) (?:also |ocksa |aven |sen )?(?:om|about|kring|angaende)\b",
            fold(question.text),
        )
    )


def _with_context(question: Question, others: list[Question]) -> Question:
    body = question.body or next((other.body for other in others if other.body), None)
    years = question.years
    if not (years or question.this_year or sentences.NOW.search(fold(question.text))):
        years = next((other.years for other in others if other.years), ())
    language = question.language or next((o.language for o in others if o.language), None)
    plain = fold(question.text)
    any_goal = sentences.ANY_GOAL.search(plain) and not (
        sentences.EVERY_GOAL.search(plain) or intents.DECIDED.search(plain)
    )
    question = replace(question, body=body, years=years, language=language)
    if question.term == "diary-number" and body:  # "vem är handläggare och vad är dnr"
        question = replace(question, intent=Intent.DECISION_STATUS, term=None, topic=())
    told = tuple(
        word
        for other in others
        if other is not question and not sentences.ABOUT_ONESELF.match(fold(other.text))
        for word in other.topic
        if other.intent in _UNSURE and not is_term(fold(word))
    )
    if question.intent in _LISTS and told and any_goal:
        return replace(question, intent=Intent.TOPIC_SEARCH, topic=told)
    if question.intent is Intent.TOPIC_SEARCH and sentences.SAYS_WHAT_BEFORE.search(plain):
        return replace(question, topic=(*told, *question.topic), focus=())
    return question
