"""Questions without answers are shown to those who look after the goals, who teach the words."""

from __future__ import annotations

from dataclasses import replace

from dialogs.answer import Answer, Choice, Paragraph, Quotes
from dialogs.answer_question import STOCKHOLM, answer_text
from dialogs.apologise import refuse
from dialogs.cards.answer_card import answer_card
from dialogs.cards.teach_word_card import MEANS, gaps_card, word_form
from dialogs.texts import LANGUAGES, language_of_locale, say
from dialogs.turn import Reply, Turn
from dialogs.understanding.question import Intent
from dialogs.understanding.vocabulary import Vocabulary
from goals.errors import GoalsError
from goals.record import Record
from goals.teaching import check_may_teach, read_word, teach
from goals.words import TaughtWord


def show_gaps(turn: Turn, record: Record, vocabulary: Vocabulary) -> Reply:
    """The words that at least three people used in vain; those that were taught since are gone."""
    language = _language(turn)
    try:
        check_may_teach(turn.actor)
    except GoalsError as refusal:
        return refuse(refusal, language)
    own = vocabulary.taught(record.words)
    waiting = tuple(gap for gap in turn.frequent_gaps if not own.is_taught(gap.word))
    return _shown(gaps_card(waiting, language), language)


def open_word(turn: Turn, _record: Record, _vocabulary: Vocabulary) -> Reply:
    """The form for one word, in the place of the list."""
    language = _language(turn)
    try:
        check_may_teach(turn.actor)
        word = read_word(turn.fields.get("word", ""))
    except GoalsError as refusal:
        return refuse(refusal, language)
    return _shown(word_form(word, language), language)


def save_word(turn: Turn, record: Record, vocabulary: Vocabulary) -> Reply:
    """The receipt, with what the word finds from now on; or the form again, with what is wrong."""
    language = _language(turn)
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
        return _shown(word_form(word, language, typed=typed, error=error), language)
    receipt = _receipt(taught, turn, record, vocabulary, language)
    return Reply(answer_card(receipt), receipt.headline, receipt.text, language, teach=taught)


def _receipt(
    taught: TaughtWord, turn: Turn, record: Record, vocabulary: Vocabulary, language: str
) -> Answer:
    """What the next person who asks with the word gets, found as it will be found for them."""
    others = tuple(each for each in record.words if each.word != taught.word)
    found = answer_text(
        say(language, "ask-about", word=taught.word),
        replace(record, words=(*others, taught)),
        actor=replace(turn.actor, language=language),
        today=turn.now.astimezone(STOCKHOLM).date(),
        vocabulary=vocabulary,
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
        choices=(Choice(say(language, "button-gaps"), say(language, "ask-gaps")),),
    )


def _shown(card: dict[str, object], language: str) -> Reply:
    text = str(card["fallbackText"])
    return Reply(card, text.partition("\n")[0], text, language)


def _language(turn: Turn) -> str:
    """The person's own choice, else that of the phrase or card, else the client's."""
    of_card = turn.fields.get("language")
    if turn.actor.language:
        return turn.actor.language
    return of_card if of_card in LANGUAGES else language_of_locale(turn.locale)
