"""A text becomes a question: language, intent, body, years, numbers and topic.

Pure and quick; `why` says step by step how it was understood. One page about it:
`docs/understanding.md`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from dialogs.understanding import intents, numbering, sentences
from dialogs.understanding.bodies import (
    decides,
    is_council,
    named_bodies,
    unshouted,
    with_bodies_spelt,
)
from dialogs.understanding.language import language_of
from dialogs.understanding.process_terms import STRATEGIES, is_term, terms_in
from dialogs.understanding.question import Intent, Question
from dialogs.understanding.vocabulary import Spelling, Vocabulary
from dialogs.understanding.words import (
    LONGEST_QUESTION,
    bare_name,
    clean,
    fold,
    has_swedish_letters,
    in_capitals,
    stem,
    tokens,
)
from dialogs.understanding.years import Times, times
from goals.goal import Body, Kind

_WORD = re.compile(r"[^\W_]+(?:[-:’'][^\W_]+)*")
_DASH = re.compile(r"(?<=\d) ?[–—] ?(?=\d)")
_SENTENCE_END = re.compile(
    r"(?<=[?!])\s+|\n+|(?<=[a-zåäö]{3}\.)(?<!\bang\.)(?<!\bavs\.)(?<!\bmax\.)(?<!\bmin\.)(?<!resp\.)(?<!inkl\.)\s+|(?<=[^\d\s.]\.)\s+"
    r"(?=[A-ZÅÄÖ]|(?:vad|vem|vilka|vilket|hur|när|finns|har|kan|what|who|which|how|when|is|are|do|can)\b)"
)
_LISTS = frozenset({Intent.LIST_GOALS, Intent.LIST_SUBGOALS})
_OF_A_WORDING = {
    Intent.HOW_TO_PROPOSE,
    Intent.HISTORY,
    Intent.COMPARE_YEARS,
    Intent.DECISION_STATUS,
    Intent.WHO_RESPONSIBLE,
    Intent.LIST_PROPOSALS,
}
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
_COUNCIL = ("council", "kf")
_EVERYWHERE = "hela kommunen"
_WHOLE = re.compile(
    r"\b(?:hela kommunens?|(?:whole|entire) municipality|across the municipality"
    r"|(?:hur manga|antal(?:et)?|how many|number of)\b.{0,60}"
    r"\b(?:sammanlagt|totalt|tillsammans|total|altogether))\b"
)
_WORDS_OF_WHOLE = frozenset(
    {
        *(_EVERYWHERE, "whole", "entire", "across", "hela"),
        *("sammanlagt", "totalt", "tillsammans", "total", "altogether"),
    }
)
_TWO_YEARS = 2
_A_HEADING = 3
"""So few words before a comma say what is asked about: "nämndens delmål, vad är nytt"."""
_MOST_QUESTIONS = 3
_MOST_SENTENCES = 12
"""Of a longer message the last ones are read: people ask at the end."""
# Words that carry an intent, not a topic; folded, matched by their beginning.
_INTENT_WORDS = re.compile(
    r"(?:mal|malen|malet|malens|mals|delmal\w*|goals?|sub-?goals?|objectives?|targets?|milestones?"
    r"|beslut\w*|faststall\w*|antag\w*|antog\w*|klubb(?:at|ade|ad)|justera\w*|godkan\w*|decid\w+|decision\w*|adopt(?:s|ed|ing)?|approv\w*"
    r"|forslag\w*|foresl\w+|propos\w+|utkast\w*|drafts?|andra|andrat\w*|andrade\w*|andras|andring\w*|chang\w+|amend\w*"
    r"|skillnad\w*|jamfor\w*|differ\w*|compar\w*|historik\w*|histor(?:y|ia|ien)|lydelse\w*|version\w*|formuler\w*"
    r"|handlagg\w*|mottagar\w*|recipients?|expedier\w*|skicka\w*|send|sending|status|statusen|datum|date|klar|klart|klara|fardig\w*|official|officiell\w*|vann|galler|gallde|gallande"
    r"|lyder|lyda|lod|lydde|forut|forr|tidigare|skriv(?:a|er|et|it|na|s|en)?|skrivels\w*|skrivning\w*|se|ser|visa\w*|laser|beratta\w*|vunnit|laga|kraft|achieve\w*|uppna\w*|enheter\w*|units?"
    r"|appl(?:y|ies|ied|icable)|final|in|force|nummer|number|punkt\w*|sista|forsta|andra|last|first|one|ones|list(?:a|an|ade|ar|or|orna|s|ed|ing)?|kommunens?|municipality\w*"
    r"|tillhor\w*|kommun|ansvarig\w*|arendet?|arendets|responsible|matter|municipal|mandatperiod\w*|period(?:en)?|moment|namnd(?:en|ens|er|erna|s)?|committees?|ks|fokus\w*|focus\w*|priorit\w*|wording\w*|text(?:en|er|s)?)"
)


@dataclass(frozen=True, slots=True)
class Known:
    """What understanding may know of a tenant: its bodies, and the words of its goals."""

    bodies: tuple[Body, ...] = ()
    words: frozenset[str] = frozenset()
    """Words of the recorded wordings, in lower case, folded too: these are never misspellings."""
    spelling: Spelling = field(default_factory=dict)
    """The same words and the keywords, as what a misspelt word may have been meant to be."""
    own_names: frozenset[str] = frozenset()
    """What the municipality calls itself, as `bare_name` has it."""


def understand(
    text: str, *, known: Known, today: date, vocabulary: Vocabulary
) -> tuple[Question, ...]:
    """The questions in a text, at most three, at least one.

    Sentences that ask nothing are context: what they name (body, year) holds for the others.
    """
    cleaned = clean(text)
    lines = sentences.LEAD_IN.sub(r"\g<0>\n", text_lines(text)[-LONGEST_QUESTION:])
    lines = sentences.OF_TWO_KINDS.sub(r"\g<0>\n", lines)
    parts = [part for part in _SENTENCE_END.split(lines) if _WORD.search(part)]
    parts = parts[-_MOST_SENTENCES:] or [cleaned]

    def understood(part: str) -> Question:
        return _understand_one(part, known, today, vocabulary)

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
        told = [understood(clause) for clause in clauses if _WORD.search(clause)]
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
        if len({each.intent for each in both} - _UNSURE) == len(both):
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
        all_of_them = which or sentences.GOALS_THEMSELVES.search(fold(question.text))
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
            and question.intent in _OF_A_WORDING
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
            r"(?:har|finns|vad|vilk|hur|what|which|is|are|do|does|any|show|visa)\b",
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
    )
    if question.intent in _LISTS and told and any_goal:
        return replace(question, intent=Intent.TOPIC_SEARCH, topic=told)
    return question


def _understand_one(text: str, known: Known, today: date, vocabulary: Vocabulary) -> Question:
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
    words = _spelled(as_typed, rest, known, vocabulary, mended)
    plain = " ".join(f"{word.plain}{word.after}" for word in words).strip()
    goals, subgoals = numbering.kinds(plain)
    numbers = numbering.numbers(
        " ".join(
            "-" if word.typed.startswith("ändr") else f"{word.plain}{word.after}" for word in words
        )
    )
    above = numbering.goal_above(plain)
    council = named.unknown is not None and is_council(named.unknown)
    terms = terms_in(plain) or ((_COUNCIL,) if council and not (goals or subgoals) else ())
    term = terms[0] if terms else None
    phrases, words_left = _set_phrases(words, vocabulary)
    words_left = [word.written_out() for word in words_left]
    content = [word for word in words_left if _is_content(word, vocabulary)]
    focus = _focus(plain, words, content, vocabulary)
    topic = (*phrases, *(word.typed for word in content)) or focus
    elsewhere = tuple(word for word in topic if word != _EVERYWHERE)
    if elsewhere != topic and _has_subject(elsewhere, known, vocabulary):
        topic = elsewhere  # "bussar i hela kommunen" is about buses, not about the countryside
        phrases = tuple(phrase for phrase in phrases if phrase != _EVERYWHERE)
    focus = (*phrases, *focus) if focus else ()
    others = tuple(word for word in topic if bare_name(word) not in known.own_names)
    if others or goals or subgoals or named.codes:
        topic = others  # "Granvikas mål", "bussar i Granvika"
    whose = named.codes
    if (goals or subgoals) and _is_everybody(plain, topic, named.unknown, known):
        whose, topic = whose or tuple(body.code for body in known.bodies), ()
    if (goals or subgoals) and not focus:
        is_list = bool(when.years or when.this_year or named.codes)
        topic = _beside_goals(plain, topic, known, vocabulary, is_list=is_list)
    signals = _Signals(
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
        has_subject=_has_subject(topic, known, vocabulary),
    )
    intent, reason = _intent(signals)
    if intent in _OF_A_WORDING:  # "the case officer for the goals": no case is what they are on
        topic = tuple(word for word in topic if all(fold(word) not in of for _, of in terms))
    asks_strategies = intent is Intent.PROCESS_QUESTION and reason == _STRATEGIES
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
        is_service=bool(intents.SERVICE.search(plain) or intents.PRACTICAL.search(plain)),
        beyond=intents.beyond(folded),
        term=STRATEGIES if asks_strategies else term[0] if term else None,
        compared_terms=(
            tuple(key for key, _ in terms[1:] if key not in _WEAK_TERMS)
            if sentences.AND.search(plain)
            else tuple(key for key, _ in terms[1:])
            if intents.DIFFERENCE.search(plain)
            else ()
        ),
        mended=tuple(mended.items()),
        why=tuple(why),
    )


def _beside_goals(
    plain: str, topic: tuple[str, ...], known: Known, vocabulary: Vocabulary, *, is_list: bool
) -> tuple[str, ...]:
    """The topic beside goals that no "om" follows: less than all that stands there.

    `is_list` says that a body or a year is named: "vilka är delmålen 2024 nurå" is after the list,
    and a word that nobody knows is no topic.
    """
    if is_list:
        topic = tuple(word for word in topic if _is_known(word, fold(word), known, vocabulary))
    if intents.SEND.search(plain) or _only_ordinary(plain, topic, vocabulary):
        return ()
    if sentences.ALL_OF_THEM.search(plain):
        # "vilka mål har politikerna satt": only a subject that the goals are on makes it a search
        subjects = tuple(word for word in topic if sentences.are_on(plain, word))
        on_something = _has_subject(subjects, known, vocabulary)
        return topic if on_something and not sentences.told_before(plain, topic) else ()
    return topic


def _is_everybody(plain: str, topic: tuple[str, ...], unknown: str | None, known: Known) -> bool:
    """Whether the goals of all bodies are asked for: "målen i hela kommunen"."""
    several = len(known.bodies) > 1 and unknown is None
    return several and bool(_WHOLE.search(plain)) and set(topic) <= _WORDS_OF_WHOLE


@dataclass(frozen=True, slots=True)
class _Word:
    typed: str
    """As typed, lower case; the word it was meant to be when misspelt."""
    plain: str
    """Folded."""
    after: str
    """The sign that follows it, if that says something: "?" or "-"."""
    short_for: str = ""
    """What it is short for where no phrase has it: IT in capitals is no "it"."""

    def written_out(self) -> _Word:
        """The word that it is short for, or itself."""
        return _Word(self.short_for, self.short_for, self.after) if self.short_for else self


def _spelled(
    text: str, rest: str, known: Known, vocabulary: Vocabulary, mended: dict[str, str]
) -> list[_Word]:
    """The words that are left of the text, shorthand written out and misspellings mended."""
    words: list[_Word] = []
    dotted = has_swedish_letters(text)
    for match in _WORD.finditer(rest):
        typed = text[match.start() : match.end()].casefold()
        after = rest[match.end() : match.end() + 2].lstrip().replace("&", ",")[:1]
        written_out = vocabulary.abbreviations.get(typed) or vocabulary.abbreviations.get(match[0])
        if written_out:
            words += [_Word(each, fold(each), "") for each in tokens(written_out)]
            continue
        if words and (joined := fold(words[-1].typed) + match[0]) in known.words:
            words[-1] = _Word(joined, joined, "")  # "plats varumärket"
            continue
        if not _is_known(typed, match[0], known, vocabulary):
            meant = vocabulary.nearest(typed, also=known.spelling)
            if meant is not None:
                mended[typed] = meant
                typed = meant
        # who writes å, ä and ö and no "ändra" means the second one
        plain = "andre" if dotted and typed == "andra" else fold(typed)
        shouted = text.isupper() and " " in text.strip()
        short_for = "" if shouted else in_capitals(text[match.start() : match.end()])
        words.append(_Word(typed, plain, after if after in {"?", ","} else "", short_for))
    return words


def _is_content(word: _Word, vocabulary: Vocabulary) -> bool:
    """Whether a word may say what a question is about."""
    return not (
        _INTENT_WORDS.fullmatch(word.plain)
        or numbering.names_goals(word.plain)
        or vocabulary.is_stopword(word.typed)
        or word.plain in numbering.NUMBER_WORDS
        or word.plain.isdigit()
        or len(word.plain) == 1
    )


def _has_subject(topic: tuple[str, ...], known: Known, vocabulary: Vocabulary) -> bool:
    """Whether any of it, or a part, is known as what a goal can be about, or stands in one."""
    return bool(vocabulary.concepts_in(list(topic))) or any(
        vocabulary.concepts_of(each) or (each in known.words and not vocabulary.is_ordinary(each))
        for word in topic
        for each in (word, *vocabulary.parts(word))
    )


def _only_ordinary(plain: str, topic: tuple[str, ...], vocabulary: Vocabulary) -> bool:
    """Whether plain words stand beside the goals, and none that they could be about."""
    return all(
        vocabulary.is_ordinary(word) and not vocabulary.concepts_of(word) for word in topic
    ) and not sentences.OF_SOMETHING.search(plain)


def _set_phrases(words: list[_Word], vocabulary: Vocabulary) -> tuple[tuple[str, ...], list[_Word]]:
    """The set phrases ("ut i jobb"), each as one, and the words that are left."""
    typed = [word.typed for word in words]
    found = [
        (start, length, concept)
        for start, length, concept in vocabulary.set_phrases_in(typed)
        if length > 1 or not vocabulary.is_stopword(typed[start])  # "snälla" is no "snåla"
    ]
    taken = {place for start, length, _ in found for place in range(start, start + length)}
    phrases = dict.fromkeys(" ".join(typed[s : s + length]) for s, length, _ in found)
    return tuple(phrases), [word for place, word in enumerate(words) if place not in taken]


def _focus(
    plain: str, words: list[_Word], content: list[_Word], vocabulary: Vocabulary
) -> tuple[str, ...]:
    """The content words that follow "om" or "about"."""
    span = sentences.focus_of(plain)
    if span is None:
        return ()
    within = []
    place = 0
    for word in words:
        if span[0] <= place < span[1]:
            within.append(word)
        place += len(word.plain) + len(word.after) + 1
    # "people into work": words that say nothing each, and something together
    together = tuple(word.typed for word in within)
    is_phrase = len(together) > 1 and bool(vocabulary.concepts_in(list(together)))
    return tuple(word.typed for word in within if word in content) or (
        together if is_phrase else ()
    )


def _is_known(typed: str, plain: str, known: Known, vocabulary: Vocabulary) -> bool:
    return (
        typed in known.words
        or stem(typed) in known.words
        or vocabulary.is_known(typed)
        or bool(_INTENT_WORDS.fullmatch(plain))
        or plain in intents.KEYWORDS
        or plain in numbering.NUMBER_WORDS
        or is_term(plain)
        or (
            bool(vocabulary.parts(typed)) and vocabulary.nearest(typed, also=known.spelling) is None
        )
    )


def _language(words: list[str], topic: tuple[str, ...], vocabulary: Vocabulary) -> str | None:
    languages = [vocabulary.languages_of(word) for word in dict.fromkeys((*words, *topic))]
    return language_of(words, swedish_topics=languages.count(1), english_topics=languages.count(2))


@dataclass(frozen=True, slots=True)
class _Signals:
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
        return bool(self.when.years) or self.when.this_year

    @property
    def only_term(self) -> bool:
        """Nothing is said but the term itself."""
        if self.term is None:
            return False
        left = self.plain.replace(self.term[1], " ")
        return not re.sub(r"\b(?:en|ett|a|an|the|va|ad|om|about|och|and|hur)\b|\W", "", left)


_WEAK_TERMS = frozenset(
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


def _intent(s: _Signals) -> tuple[Intent, str]:  # noqa: PLR0911, PLR0912, C901 — the order of the questions is the rule, and reads best in one piece
    plain = s.plain
    if not re.search(r"[^\W_]", plain) and not (s.has_body or s.has_year or s.term or s.numbers):
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
    if appealed := intents.APPEALED.search(plain):
        return Intent.DECISION_STATUS, f"what has become of it: {appealed[0]}"
    if _asks_strategies(s):
        return Intent.PROCESS_QUESTION, _STRATEGIES
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


def _in_time(s: _Signals) -> tuple[Intent, str] | None:  # noqa: PLR0911 — the first that fits
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


def _list_of(s: _Signals) -> Intent:
    return Intent.LIST_SUBGOALS if s.subgoals and not s.goals else Intent.LIST_GOALS


def _wish(s: _Signals) -> str | None:
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


_STRATEGIES = "asks which strategies there are to heed"


def _asks_strategies(s: _Signals) -> bool:
    """Whether the strategies themselves are asked for, and not what some goal says of one."""
    return (
        not s.about_goals
        and not s.unknown_body
        and intents.STRATEGIES.search(s.plain) is not None
        and all(intents.ABOUT_STRATEGIES.fullmatch(fold(word)) for word in s.topic)
    )


def _process(s: _Signals) -> str | None:
    """Whether a word of the decision process is asked about in general."""
    if s.term is None or (s.has_body and intents.WHOSE_GOALS.search(s.term[1])):
        return None
    key, word = s.term
    if s.only_term and (key not in _WEAK_TERMS or s.term == _COUNCIL):
        return f"the word {word} alone"
    of_these = (s.has_year or s.has_body) and (s.about_goals or key == "diary-number")
    if of_these and key == "diary-number":
        return None
    if intents.DEFINITION.search(s.plain) and not (s.numbers or of_these):
        return f"asks what {word} means"
    if key in _WEAK_TERMS:
        in_general = intents.IN_GENERAL.search(s.plain) and intents.PROCESS_ASKED.search(s.plain)
        asked = (in_general or intents.MAY_DECIDE.search(s.plain)) and not s.about_goals
    else:
        asked = intents.PROCESS_ASKED.search(s.plain) and not (
            s.has_year or s.numbers or (s.about_goals and s.has_body)
        )
    return f"asks about {word}" if asked else None
