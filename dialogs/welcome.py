"""The first thing the bot says, once, where it has been installed."""

from __future__ import annotations

from dataclasses import replace

from dialogs.answer_question import answer_text
from dialogs.cards.answer_card import answer_card
from dialogs.desk import Desk
from dialogs.texts import language_of_locale, say
from dialogs.turn import Place, Reply, Turn
from dialogs.views import reader_of
from goals.local_time import STOCKHOLM


async def welcome(turn: Turn, desk: Desk) -> Reply:
    """Who the bot is and what one can ask it."""
    language = language_of_locale(turn.locale)
    answer = answer_text(
        say(language, "ask-help"),
        desk.record,
        actor=reader_of(turn),
        today=turn.now.astimezone(STOCKHOLM).date(),
        locale=turn.locale,
        vocabulary=desk.vocabulary,
        waiting={},
    )
    key = "welcome" if turn.place is Place.PERSONAL else "welcome-team"
    answer = replace(answer, headline=say(language, key))
    return Reply(answer_card(answer), answer.headline, answer.text, answer.language)
