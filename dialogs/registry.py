"""The table of contents: which button leads where. What is typed is answered as a question."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from dialogs.answer_question import answer_turn
from dialogs.apologise import stale_button
from dialogs.turn import Reply, Turn
from dialogs.understanding.vocabulary import Vocabulary
from dialogs.welcome import welcome
from goals.record import Record

Dialog: TypeAlias = Callable[[Turn, Record, Vocabulary], Reply]

ASK = "ask"
WELCOME = "welcome"

VERBS: dict[str, Dialog] = {
    ASK: answer_turn,
    WELCOME: welcome,
}
"""What a card's button, or Teams itself, asks for → the dialog that answers."""


def answer(turn: Turn, record: Record, *, vocabulary: Vocabulary) -> Reply:
    """The reply to one turn."""
    if turn.verb is None:
        return answer_turn(turn, record, vocabulary)
    return VERBS.get(turn.verb, stale_button)(turn, record, vocabulary)
