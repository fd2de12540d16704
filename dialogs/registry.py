"""The table of contents: which button or phrase leads where. All else is answered as a question."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from dialogs.answer_question import answer_turn
from dialogs.apologise import stale_button
from dialogs.cards.teach_word_card import SAVE_WORD, SHOW_GAPS, TEACH_WORD
from dialogs.teach_word import open_word, save_word, show_gaps
from dialogs.turn import Reply, Turn
from dialogs.understanding.vocabulary import Vocabulary
from dialogs.understanding.words import clean, fold
from dialogs.welcome import welcome
from goals.record import Record

Dialog: TypeAlias = Callable[[Turn, Record, Vocabulary], Reply]

ASK = "ask"
WELCOME = "welcome"

VERBS: dict[str, Dialog] = {
    ASK: answer_turn,
    WELCOME: welcome,
    SHOW_GAPS: show_gaps,
    TEACH_WORD: open_word,
    SAVE_WORD: save_word,
}
"""What a card's button, or Teams itself, asks for → the dialog that answers."""
NEEDS_GAPS = frozenset({SHOW_GAPS})
"""The verbs whose turn is handed the words that waited for an answer (`Turn.frequent_gaps`)."""
PHRASES: dict[str, tuple[str, str]] = {
    "fragor utan svar": (SHOW_GAPS, "sv"),
    "visa fragor utan svar": (SHOW_GAPS, "sv"),
    "obesvarade fragor": (SHOW_GAPS, "sv"),
    "unanswered questions": (SHOW_GAPS, "en"),
    "show unanswered questions": (SHOW_GAPS, "en"),
    "questions without answers": (SHOW_GAPS, "en"),
}
"""What is typed, folded → the verb it stands for, and its language."""


def routed(turn: Turn) -> Turn:
    """The turn; with its verb, where what was typed (or asked by a button) is a known phrase."""
    if turn.verb not in (None, ASK):
        return turn
    text = turn.fields.get("question", "") if turn.verb == ASK else turn.text
    found = PHRASES.get(fold(clean(text)).strip(" ?!."))
    if found is None:
        return turn
    verb, language = found
    return replace(turn, verb=verb, fields={"language": language})


def answer(turn: Turn, record: Record, *, vocabulary: Vocabulary) -> Reply:
    """The reply to one turn."""
    turn = routed(turn)
    if turn.verb is None:
        return answer_turn(turn, record, vocabulary)
    return VERBS.get(turn.verb, stale_button)(turn, record, vocabulary)
