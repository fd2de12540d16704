"""A search from the compose box: the wordings that are meant, each with the card to insert.

A card that is put into a message is read by everyone there. So the search finds what all staff
may see, whoever searches, and its cards have no buttons.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dialogs.answer import Answer, Block, Facts, Paragraph, Quotes, quoted
from dialogs.answers import topics
from dialogs.answers.asked import Asked
from dialogs.answers.lists import picked_from
from dialogs.cards.answer_card import answer_card
from dialogs.texts import language_of_locale, say
from dialogs.turn import CardContent, Turn
from dialogs.understanding import certainty
from dialogs.understanding.finding import NEAR
from dialogs.understanding.library import Library, library_of
from dialogs.understanding.question import Intent, Question
from dialogs.understanding.understand import understand
from dialogs.understanding.vocabulary import Vocabulary
from dialogs.understanding.words import clean, fold, stem, tokens
from dialogs.views import view_of
from goals.actor import Actor
from goals.asking import Standing, latest_plan, list_for
from goals.goal import Body, Goal, Kind, Subgoal
from goals.local_time import STOCKHOLM
from goals.record import Record

USUAL_COUNT, MOST_COUNT = 10, 25
"""How many results are given when no number is asked for, and at most."""
LONGEST_QUERY = 500
"""Characters; nobody types more into a search box."""
_BESIDE_THE_BEST = 0.5
"""What scores less than this share of the best one is not listed: it is far-fetched beside it."""
_SHORTEST_BEGINNING = 2
_MOST_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Found:
    """One result: what the list of results shows of it, and the card that is inserted."""

    title: str
    """Which one it is: "KS delmål 3 (2024)"."""
    subtitle: str
    """Its status in words."""
    card: CardContent
    summary: str
    """The wording, verbatim."""


@dataclass(frozen=True, slots=True)
class SearchResults:
    """One page of results, best first; or why there are none at all."""

    language: str
    found: tuple[Found, ...] = ()
    empty: str | None = None
    """A sentence for the person. None also on an empty page behind the last result."""


def search_goals(turn: Turn, record: Record, vocabulary: Vocabulary) -> SearchResults:
    """What the turn's field `query` means; of an empty one the latest sub-goals.

    `skip` and `count` say which page of the results is wanted. Without a query that can be read
    nothing is found.
    """
    query = turn.fields.get("query")
    text = clean(query) if query is not None and len(query) <= LONGEST_QUERY else None
    reader = replace(turn.actor, grants=frozenset())
    record = view_of(record, reader)
    library = library_of(record, vocabulary)
    today = turn.now.astimezone(STOCKHOLM).date()
    questions = understand(
        text or "", known=library.known, today=today, vocabulary=library.vocabulary
    )
    language = (
        turn.actor.language
        or next((each.language for each in questions if each.language), None)
        or language_of_locale(turn.locale)
    )
    if not record.bodies:
        return SearchResults(language, empty=say(language, "nothing-recorded-at-all"))
    meant: dict[Goal | Subgoal, Asked] = {}
    for question in questions if text is not None else ():
        asked = _asked(question, record, library, reader, today, language)
        for item in _meant(asked) if text else _latest(asked):
            meant.setdefault(item, asked)
    if not meant and text is not None and len(text) == 1 and text.isalpha():
        of_client = turn.actor.language or language_of_locale(turn.locale)
        return SearchResults(of_client, empty=say(of_client, "search-too-short"))
    if not meant:
        return SearchResults(language, empty=say(language, "search-nothing"))
    skip = _number(turn.fields, "skip") or 0
    count = min(_number(turn.fields, "count") or USUAL_COUNT, MOST_COUNT)
    page = list(meant.items())[skip : skip + count]
    return SearchResults(language, tuple(_found(asked, item) for item, asked in page))


def _number(fields: Mapping[str, str], name: str) -> int | None:
    value = fields.get(name, "")
    return int(value) if value.isdecimal() and len(value) <= _MOST_DIGITS else None


def _asked(
    question: Question,
    record: Record,
    library: Library,
    actor: Actor,
    today: date,
    language: str,
) -> Asked:
    named = record.body(question.body) if question.body else None
    only = record.bodies[0] if len(record.bodies) == 1 else None
    return Asked(question, record, actor, today, language, library, named or only)


# --- which are meant --------------------------------------------------------------------------


def _latest(asked: Asked) -> Iterable[Goal | Subgoal]:
    """Before anything is typed: the latest sub-goals of the person's own body, or of the first."""
    plan = latest_plan(asked.record, _bodies(asked)[0].code, asked.actor)
    return plan.subgoals if plan else ()


def _meant(asked: Asked) -> Iterable[Goal | Subgoal]:
    """The wordings that the query means, best first."""
    question = asked.question
    if question.unknown_body:
        return ()
    named = question.kind is not None or question.both_kinds
    lists = [one for body in _bodies(asked) for one in _lists(asked, body)]
    if (question.numbers or question.codes) and (named or not question.topic):
        return [item for one in lists for item in picked_from(asked, one)]
    if question.topic:
        return _about(asked, lists)
    if named or question.body or question.years or question.this_year:
        return [item for one in lists for item in one]
    return _with_beginning(asked, lists)


def _bodies(asked: Asked) -> tuple[Body, ...]:
    """The body that was named; else all, the person's own first."""
    if asked.body is not None:
        return (asked.body,)
    own = asked.actor.default_body
    return tuple(sorted(asked.record.bodies, key=lambda body: body.code != own))


def _lists(asked: Asked, body: Body) -> list[Sequence[Goal | Subgoal]]:
    """One body's lists for the years that were asked for, of the kind that was asked for."""
    kind = asked.question.kind
    lists: list[Sequence[Goal | Subgoal]] = []
    for year in asked.question.years or (replace(asked, body=body).year,):
        plan = list_for(asked.record, body.code, year, asked.actor).plan
        if plan is not None and kind is not Kind.GOAL:
            lists.append(plan.subgoals)
        goal_set = asked.record.goal_set(body.code, year)
        if goal_set is not None and kind is not Kind.SUBGOAL:
            lists.append(goal_set.goals)
    return lists


def _about(asked: Asked, lists: Iterable[Sequence[Goal | Subgoal]]) -> list[Goal | Subgoal]:
    """What the words point to, and what has a word that the last one may become when finished."""
    found = topics.find(asked)
    pointed_to: list[Goal | Subgoal] = [
        item
        for item, candidate in found
        if candidate.coverage >= certainty.NEARLY
        and candidate.strongest > NEAR
        and candidate.score >= _BESIDE_THE_BEST * found[0][1].score
    ]
    begun = _with_beginning(asked, lists)
    if begun and not _is_finished(asked):
        return sorted(begun, key=lambda item: item not in pointed_to)
    return pointed_to + begun


def _with_beginning(
    asked: Asked, lists: Iterable[Sequence[Goal | Subgoal]]
) -> list[Goal | Subgoal]:
    """Those with a word that begins like the last one typed: results come while one types."""
    typed = tokens(asked.question.text)
    last = fold(_last_word(asked))
    is_filler = len(typed) > 1 and asked.library.vocabulary.is_stopword(last)
    if len(last) < _SHORTEST_BEGINNING or last.isdigit() or is_filler:
        return []
    return [
        item
        for one in lists
        for item in one
        if any(word.startswith(last) for word in map(fold, tokens(item.text)))
    ]


def _last_word(asked: Asked) -> str:
    return next(reversed(tokens(asked.question.text)), "")


def _is_finished(asked: Asked) -> bool:
    """Whether the last word is a whole one: of a recorded wording, or of the vocabulary."""
    last = _last_word(asked)
    known = asked.library.known.words
    return (
        fold(last) in known or fold(stem(last)) in known or asked.library.vocabulary.is_known(last)
    )


# --- what is shown of each --------------------------------------------------------------------


def _found(asked: Asked, item: Goal | Subgoal) -> Found:
    label = quoted(item).label
    if isinstance(item, Subgoal):
        title = asked.say("label-subgoal", body=item.body, number=label, year=item.year)
        headline = asked.say("subgoal-is", body=item.body, number=label, year=item.year)
    else:
        title = asked.say("label-goal", body=item.body, number=label)
        headline = asked.say("goal-is", body=item.body, number=label)
    heading, facts, version = _rests_on(asked, item)
    as_of = asked.say("card-as-of", day=asked.today.isoformat(), version=version)
    blocks: tuple[Block, ...] = (
        *_stands_in(asked, item),
        Quotes(heading, (quoted(item),)),
        facts,
        Paragraph(as_of),
    )
    answer = Answer(asked.language, Intent.GOAL_DETAIL, headline, blocks=blocks)
    status = asked.say("fact-status")
    return Found(
        title,
        next((fact.value for fact in facts.facts if fact.name == status), ""),
        answer_card(answer),
        item.text,
    )


def _rests_on(asked: Asked, item: Goal | Subgoal) -> tuple[str, Facts, int]:
    """The heading, the facts and the version of the list that the wording stands in."""
    if isinstance(item, Subgoal):
        plan = asked.record.plan(item.body, item.year)
        if plan is None:
            raise LookupError("a sub-goal without its list")
        return asked.heading_of_plan(plan), asked.facts_of_plan(plan), plan.version
    sets = [each for each in asked.record.goal_sets if item in each.goals]
    newest = max(sets, key=lambda each: each.period.last if each.period else 0)
    return asked.heading_of_goals(newest), asked.facts_of_goals(newest), newest.version


def _stands_in(asked: Asked, item: Goal | Subgoal) -> list[Block]:
    """Said on the card of a sub-goal whose list stands in for a year that has none."""
    if not isinstance(item, Subgoal) or item.year in asked.question.years:
        return []
    return [
        Paragraph(asked.say("no-adjusted-decision", body=item.body, year=year))
        for year in asked.question.years
        if list_for(asked.record, item.body, year, asked.actor).standing is Standing.EARLIER
    ]
