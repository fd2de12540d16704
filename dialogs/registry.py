"""The table of contents: which button or phrase leads where. All else is answered as a question."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TypeAlias

from dialogs.answer_question import answer_turn
from dialogs.apologise import stale_button
from dialogs.cards.teach_word_card import SAVE_WORD, SHOW_GAPS, TEACH_WORD
from dialogs.desk import Desk
from dialogs.teach_word import open_word, save_word, show_gaps
from dialogs.turn import Reply, Turn
from dialogs.understanding.words import clean, fold
from dialogs.welcome import welcome

Dialog: TypeAlias = Callable[[Turn, Desk], Awaitable[Reply]]

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
FORMS: dict[str, str] = {"showGaps": SHOW_GAPS}
"""The forms that Teams opens in a pop-up: a command's id in the manifest, or what a button names →
the verb that draws the first card."""
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


async def answer(turn: Turn, desk: Desk) -> Reply:
    """The reply to one turn."""
    turn = routed(turn)
    dialog = answer_turn if turn.verb is None else VERBS.get(turn.verb, stale_button)
    return await dialog(turn, desk)
