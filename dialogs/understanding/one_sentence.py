"""One sentence becomes one question: language, intent, body, years, numbers and topic."""

from __future__ import annotations

import re
from datetime import date

from dialogs.understanding import intents, numbering, sentences
from dialogs.understanding.bodies import (
    decides,
    is_council,
    named_bodies,
    unshouted,
    with_bodies_spelt,
)
from dialogs.understanding.choosing_intent import (
    ASKS_STRATEGIES,
    COUNCIL,
    WEAK_TERMS,
    Signals,
    intent_of,
)
from dialogs.understanding.language import language_of
from dialogs.understanding.process_terms import STRATEGIES, terms_in
from dialogs.understanding.question import Intent, Question
from dialogs.understanding.topic_words import (
    Known,
    beside_goals,
    focus_of_sentence,
    has_subject,
    is_content,
    is_everybody,
    set_phrases,
    spelled,
)
from dialogs.understanding.vocabulary import Vocabulary
from dialogs.understanding.words import bare_name, fold, tokens
from dialogs.understanding.years import times
from goals.goal import Kind

_DASH = re.compile(r"(?<=\d) ?[–—] ?(?=\d)")
OF_A_WORDING = {
    Intent.HOW_TO_PROPOSE,
    Intent.HISTORY,
    Intent.COMPARE_YEARS,
    Intent.DECISION_STATUS,
    Intent.WHO_RESPONSIBLE,
    Intent.LIST_PROPOSALS,
}


def understand_one(text: str, known: Known, today: date, vocabulary: Vocabulary) -> Question:
    """What one sentence or clause asks for, taken by itself; `why` tells each step."""
    mended: dict[str, str] = {}
    written = _DASH.sub("-", text).replace("§", "paragraf ")
    spelt = with_bodies_spelt(unshouted(written), known.bodies)
    folded = fold(spelt)
    as_typed = spelt if len(spelt) == len(folded) else folded
    named = named_bodies(as_typed, folded, known.bodies)
    when = times(named.rest, today=today)
    codes = tuple(dict.fromkeys(numbering.CODE.findall(when.rest)))
    rest = numbering.CODE.sub(lambda code: " " * len(code[0]), when.rest)
    if not intents.GREETING.match(rest):
        rest = sentences.without_courtesy(rest)
    rest = sentences.without_occasion(rest)
    words = spelled(as_typed, rest, known, vocabulary, mended)
    plain = " ".join(f"{word.plain}{word.after}" for word in words).strip()
    goals, subgoals = numbering.kinds(plain)
    numbers = numbering.numbers(
        " ".join(
            "-" if word.typed.startswith("ändr") else f"{word.plain}{word.after}" for word in words
        )
    )
    above = numbering.goal_above(plain)
    council = named.unknown is not None and is_council(named.unknown)
    terms = terms_in(plain) or ((COUNCIL,) if council and not (goals or subgoals) else ())
    term = terms[0] if terms else None
    phrases, words_left = set_phrases(words, vocabulary)
    words_left = [word.written_out() for word in words_left]
    content = [word for word in words_left if is_content(word, vocabulary)]
    focus = focus_of_sentence(plain, words, content, vocabulary)
    topic = (*phrases, *(word.typed for word in content)) or focus
    focus = (*phrases, *focus) if focus else ()
    others = tuple(word for word in topic if bare_name(word) not in known.own_names)
    if others or goals or subgoals or named.codes:
        topic = others  # "Granvikas mål", "bussar i Granvika"
    whose = named.codes
    if (goals or subgoals) and is_everybody(plain, topic, named.unknown, known):
        whose, topic = whose or tuple(body.code for body in known.bodies), ()
    if (goals or subgoals) and not focus:
        is_list = bool(when.years or when.this_year or named.codes)
        topic = beside_goals(plain, topic, known, vocabulary, is_list=is_list)
    signals = Signals(
        plain,
        has_body=bool(whose),
        several_bodies=len(whose) > 1,
        asks_who=named.everybody,
        # the council decides on everybody's goals: named beside others it is not whose they are
        unknown_body=named.unknown is not None
        and not (council and (named.codes or decides(folded) or not (goals or subgoals))),
        when=when,
        goals=goals,
        subgoals=subgoals,
        numbers=numbers or tuple(range(1, len(codes) + 1)),
        term=term,
        above=above,
        topic=topic,
        has_subject=has_subject(topic, known, vocabulary),
    )
    intent, reason = intent_of(signals)
    if intent in OF_A_WORDING:  # "the case officer for the goals": no case is what they are on
        topic = tuple(word for word in topic if all(fold(word) not in of for _, of in terms))
    asks_strategies = intent is Intent.PROCESS_QUESTION and reason == ASKS_STRATEGIES
    codes_named = {fold(code) for code in named.codes}  # "on delmål": no English "on"
    said = [word for word in tokens(text) if fold(word) not in codes_named]
    language = _language(said, topic, vocabulary)
    why = [f"spelling: {spelt}"] if spelt != text else []
    why += [f"spelling: {typed} → {meant}" for typed, meant in mended.items()]
    why += [
        f"language: {language or 'undecided'}",
        f"body: {', '.join(whose) or named.unknown or '-'}",
        f"years: {', '.join(map(str, when.years)) or ('this year' if when.this_year else '-')}",
        f"numbers: {', '.join(map(str, numbers)) or '-'}",
        f"topic: {', '.join(topic) or '-'}",
        f"intent: {intent} ({reason})",
    ]
    return Question(
        text=text,
        intent=intent,
        language=language,
        body=whose[0] if whose else None,
        bodies=whose if len(whose) > 1 else (),
        unknown_body=named.unknown,
        years=when.years,
        this_year=when.this_year,
        numbers=numbers,
        codes=codes,
        kind=Kind.SUBGOAL if above else numbering.kind_of(goals=goals, subgoals=subgoals),
        both_kinds=goals and subgoals and (above is None or numbering.names_its_own(plain)),
        above=above,
        is_span=when.is_span,
        topic=topic,
        focus=focus,
        is_service=any(
            each.search(plain) for each in (intents.ERRAND, intents.SERVICE, intents.PRACTICAL)
        ),
        beyond=intents.beyond(folded),
        term=STRATEGIES if asks_strategies else term[0] if term else None,
        compared_terms=(
            tuple(key for key, _ in terms[1:] if key not in WEAK_TERMS)
            if sentences.AND.search(plain)
            else tuple(key for key, _ in terms[1:])
            if intents.DIFFERENCE.search(plain)
            else ()
        ),
        mended=tuple(mended.items()),
        why=tuple(why),
    )


def _language(words: list[str], topic: tuple[str, ...], vocabulary: Vocabulary) -> str | None:
    languages = [vocabulary.languages_of(word) for word in dict.fromkeys((*words, *topic))]
    return language_of(words, swedish_topics=languages.count(1), english_topics=languages.count(2))
