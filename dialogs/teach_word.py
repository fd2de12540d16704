"""Questions without answers are shown to those who look after the goals, who teach the words."""

from __future__ import annotations

from dataclasses import replace

from dialogs.answer import Answer, Choice, Paragraph, Quotes
from dialogs.answer_question import answer_text
from dialogs.apologise import refuse
from dialogs.cards.answer_card import answer_card
from dialogs.cards.teach_word_card import MEANS, gaps_card, word_form
from dialogs.desk import Desk
from dialogs.texts import say
from dialogs.turn import Reply, Turn
from dialogs.understanding.question import Intent
from goals.errors import GoalsError
from goals.local_time import STOCKHOLM
from goals.teaching import check_may_teach, read_word, teach
from goals.words import TaughtWord


async def show_gaps(turn: Turn, desk: Desk) -> Reply:
    """The words that at least three people used in vain; those that were taught since are gone."""
    language = turn.language
    try:
        check_may_teach(turn.actor)
    except GoalsError as refusal:
        return refuse(refusal, language)
    own = desk.vocabulary.taught(desk.record.words)
    gaps = await desk.memory.frequent_gaps(turn.actor.tenant)
    waiting = tuple(gap for gap in gaps if not own.is_taught(gap.word))
    return Reply.showing(gaps_card(waiting, language), language)


async def open_word(turn: Turn, _desk: Desk) -> Reply:
    """The form for one word, in the place of the list."""
    language = turn.language
    try:
        check_may_teach(turn.actor)
        word = read_word(turn.fields.get("word", ""))
    except GoalsError as refusal:
        return refuse(refusal, language)
    typed = turn.fields.get(MEANS, "")
    return Reply.showing(word_form(word, language, typed=typed), language)


async def save_word(turn: Turn, desk: Desk) -> Reply:
    """The receipt, with what the word finds from now on; or the form again, with what is wrong."""
    language = turn.language
    try:
        check_may_teach(turn.actor)
        word = read_word(turn.fields.get("word", ""))
    except GoalsError as refusal:
        return refuse(refusal, language)
    typed = turn.fields.get(MEANS, "")
    try:
        taught = teach(turn.actor, word, typed)
    except GoalsError as mistake:
        error = say(language, mistake.key, **mistake.arguments)
        return Reply.showing(word_form(word, language, typed=typed, error=error), language)
    await desk.memory.teach_word(turn.actor.tenant, taught, by=turn.actor.object_id, now=turn.now)
    receipt = _receipt(taught, turn, desk, language)
    return Reply(answer_card(receipt), receipt.headline, receipt.text, language)


def _receipt(taught: TaughtWord, turn: Turn, desk: Desk, language: str) -> Answer:
    """What the next person who asks with the word gets, found as it will be found for them."""
    others = tuple(each for each in desk.record.words if each.word != taught.word)
    found = answer_text(
        say(language, "ask-about", word=taught.word),
        replace(desk.record, words=(*others, taught)),
        actor=replace(turn.actor, language=language),
        today=turn.now.astimezone(STOCKHOLM).date(),
        vocabulary=desk.vocabulary,
        waiting={},  # a wording is what is looked for
    )
    quotes = [block for block in found.blocks if isinstance(block, Quotes)]
    key = "taught-finds-nothing"
    if found.intent is not Intent.TOPIC_SEARCH:
        quotes = []
    elif quotes:
        key = "taught-finds"
    elif found.suggested:
        quotes = [Quotes(say(language, "heading-suggested"), found.suggested)]
        key = "taught-suggests"
    return Answer(
        language,
        Intent.TOPIC_SEARCH,
        say(language, key, word=taught.word),
        blocks=(
            Paragraph(say(language, "taught-means", word=taught.word, means=taught.means)),
            *quotes,
        ),
        choices=(
            *([_change(taught, language)] if not quotes else []),
            Choice(say(language, "button-gaps"), say(language, "ask-gaps")),
        ),
    )


def _change(taught: TaughtWord, language: str) -> Choice:
    """A button back to the form: what was written may be misspelt, and the word waits no more."""
    question = say(language, "ask-teach", word=taught.word, means=taught.means)
    return Choice(say(language, "button-teach-again"), question)
