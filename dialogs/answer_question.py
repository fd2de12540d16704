"""A question gets its answer: understood, looked up in the record, and told as a card."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeAlias

from dialogs.answer import Answer, Paragraph, joined
from dialogs.answers import lists, matters, talk, times, topics
from dialogs.answers.asked import Asked, WaitingUnknownError
from dialogs.answers.referred import context_of
from dialogs.cards.answer_card import answer_card
from dialogs.context import Context
from dialogs.desk import Desk
from dialogs.propose_change import acts_of
from dialogs.texts import language_of_locale, say
from dialogs.turn import Place, Reply, Turn
from dialogs.understanding.certainty import certain
from dialogs.understanding.following import follow
from dialogs.understanding.intents import wished_kind
from dialogs.understanding.library import library_of
from dialogs.understanding.question import Intent, Question
from dialogs.understanding.understand import understand
from dialogs.understanding.vocabulary import Vocabulary
from dialogs.views import reader_of, view_of
from goals.actor import Actor
from goals.goal import Body
from goals.local_time import STOCKHOLM
from goals.ports import Memory
from goals.record import Record

Teller: TypeAlias = Callable[[Asked], Answer]
Journey: TypeAlias = Callable[[Turn, Desk, Asked], Awaitable[Reply | None]]
"""What a question may begin; None where this person is answered like everybody."""

_OF_ONE_BODY: dict[Intent, Teller] = {
    Intent.LIST_GOALS: lists.list_goals,
    Intent.LIST_SUBGOALS: lists.list_subgoals,
    Intent.GOAL_DETAIL: lists.goal_detail,
    Intent.COMPARE_YEARS: times.compare_years,
    Intent.HISTORY: times.tell_history,
    Intent.DECISION_STATUS: matters.decision_status,
    Intent.RECIPIENTS: matters.recipients,
    Intent.WHO_RESPONSIBLE: matters.who_responsible,
    Intent.LIST_PROPOSALS: matters.list_proposals,
}
"""Answered only when it is settled whose goals are meant."""
_OF_ANY_BODY: dict[Intent, Teller] = {
    Intent.TOPIC_SEARCH: topics.topic_search,
    Intent.HOW_TO_PROPOSE: matters.how_to_propose,
    Intent.MY_PROPOSALS: matters.my_proposals,
    Intent.PROCESS_QUESTION: talk.explain_process,
    Intent.HELP: talk.help_with,
    Intent.GREETING: talk.greet,
    Intent.SMALLTALK: talk.small_talk,
    Intent.OUT_OF_SCOPE: talk.decline_kindly,
}
_TALK = {Intent.HELP, Intent.GREETING, Intent.SMALLTALK, Intent.PROCESS_QUESTION}


async def answer_turn(turn: Turn, desk: Desk, journeys: Mapping[Intent, Journey]) -> Reply:
    """The card that answers what was typed, or what a question button asked.

    A question that is the beginning of a journey (`registry.INTENTS`) is handed to it first.
    """
    text = turn.fields.get("question", "") if turn.verb else turn.text
    asked = ask(
        text,
        desk.record,
        actor=reader_of(turn),
        today=turn.now.astimezone(STOCKHOLM).date(),
        locale=turn.locale,
        vocabulary=desk.vocabulary,
        context=turn.context,
    )
    journey = journeys.get(asked[0].question.intent) if len(asked) == 1 else None
    if journey is not None and (begun := await journey(turn, desk, asked[0])) is not None:
        return replace(begun, intent=asked[0].question.intent.value)
    answer = await answer_all(asked, memory=desk.memory)
    answer = replace(answer, question=_asked_again(asked, answer, text))
    if turn.place is Place.PERSONAL and any(choice.body for choice in answer.choices):
        promise = Paragraph(say(answer.language, "which-body-remembered"))  # see _chosen_body
        answer = replace(answer, blocks=(promise, *answer.blocks))
    start = turn.fields.get("start", "")
    card = answer_card(
        answer,
        start=int(start) if start.isdecimal() else 0,
        acts=acts_of(answer, turn, desk.record),
    )
    return Reply(
        card,
        answer.headline,
        answer.text,
        answer.language,
        context=context_of(answer),
        default_body=_chosen_body(turn, desk.record),
        private=any(map(_is_own_business, asked)),
        intent=answer.intent.value,
        gaps=answer.gaps,
    )


def _asked_again(asked: Sequence[Asked], answer: Answer, text: str) -> str:
    """What asks for the next page: the same for whoever presses it, whatever was said since."""
    first, body = asked[0], answer.body
    if len(asked) > 1 or body is None:
        return text
    question = first.question
    is_part = question.topic or question.above is not None or question.both_kinds
    if question.intent is Intent.LIST_SUBGOALS and not is_part:
        return first.say("ask-subgoals", body=body, year=first.year or "")
    if len(first.record.bodies) == 1 or text.startswith(f"{body}: "):
        return text
    return f"{body}: {text}"


def _is_own_business(asked: Asked) -> bool:
    """One's own proposals, or that one wants to make one: it may be answered with a refusal."""
    question = asked.question
    return question.intent is Intent.MY_PROPOSALS or (
        question.intent is Intent.HOW_TO_PROPOSE and wished_kind(question.text) is not None
    )


def _chosen_body(turn: Turn, record: Record) -> str | None:
    """The body that a button for "which one do you mean" stood for, to be remembered."""
    chosen = record.body(turn.fields.get("body", ""))
    return chosen.code if chosen and turn.place is Place.PERSONAL else None


def ask(
    text: str,
    record: Record,
    *,
    actor: Actor,
    today: date,
    vocabulary: Vocabulary,
    locale: str | None = None,
    context: Context | None = None,
) -> tuple[Asked, ...]:
    """The questions of a text, at least one, each with all that its answer may depend on."""
    record = view_of(record, actor)
    library = library_of(record, vocabulary)
    understood = understand(text, known=library.known, today=today, vocabulary=library.vocabulary)
    questions = tuple(follow(question, context) for question in understood)
    language = _language(actor, questions, locale)
    return tuple(
        Asked(question, record, actor, today, language, library, _body(question, record, actor))
        for question in questions
    )


async def answer_all(asked: Sequence[Asked], *, memory: Memory) -> Answer:
    """The answer; the proposals that wait are counted only where it tells of them."""
    try:
        return _answer(asked)
    except WaitingUnknownError:
        waiting = await memory.waiting(asked[0].actor.tenant)
        return _answer([replace(each, waiting=waiting) for each in asked])


def answer_text(
    text: str,
    record: Record,
    *,
    actor: Actor,
    today: date,
    vocabulary: Vocabulary,
    locale: str | None = None,
    waiting: Mapping[tuple[str, int], int],
) -> Answer:
    """The answer to a text, where it is known how many proposals wait in each body and year.

    Pure: the same values give the same answer.
    """
    asked = ask(text, record, actor=actor, today=today, vocabulary=vocabulary, locale=locale)
    return replace(_answer([replace(each, waiting=waiting) for each in asked]), question=text)


def _answer(asked: Sequence[Asked]) -> Answer:
    answers = [_with_what_is_missing(each, _answer_one(each)) for each in asked]
    return answers[0] if len(answers) == 1 else joined(answers)


def _language(actor: Actor, questions: tuple[Question, ...], locale: str | None) -> str:
    """The person's own choice, else the question's language, else the client's, else Swedish."""
    of_questions = next((each.language for each in questions if each.language), None)
    return actor.language or of_questions or language_of_locale(locale)


def _with_what_is_missing(asked: Asked, answer: Answer) -> Answer:
    """Said before the wordings where more is asked of them than any record holds."""
    if asked.question.beyond is None or not answer.quoted:
        return answer
    said = Paragraph(asked.say(asked.question.beyond))
    return replace(answer, blocks=(said, *answer.blocks))


def _answer_one(asked: Asked) -> Answer:
    intent = asked.question.intent
    if not asked.record.bodies and intent not in _TALK:
        return talk.nothing_recorded(asked)
    if intent in _OF_ANY_BODY:
        return _OF_ANY_BODY[intent](asked)
    if asked.body is None and asked.question.topic:
        asked = replace(asked, body=_body_of_topic(asked))
    if asked.body is None:
        return talk.which_body(asked)
    return _OF_ONE_BODY[intent](asked)


def _body_of_topic(asked: Asked) -> Body | None:
    """The body whose wording the topic clearly means: "ändrades delmålet om utevistelse?"."""
    sure, _ = certain(topics.find(asked))
    codes = {item.body for item in sure}
    return asked.record.body(codes.pop()) if len(codes) == 1 else None


def _body(question: Question, record: Record, actor: Actor) -> Body | None:
    """The body that was named, else the only one there is, else the person's own."""
    if question.body is not None:
        return record.body(question.body)
    if len(record.bodies) == 1:
        return record.bodies[0]
    return record.body(actor.default_body) if actor.default_body else None
