"""An administrator asks the bot how it is."""

from __future__ import annotations

from dialogs.apologise import refuse
from dialogs.cards.health_card import health_card
from dialogs.desk import Desk
from dialogs.turn import Reply, Turn
from goals.errors import GoalsError
from goals.operating import check_may_operate


async def self_test(turn: Turn, desk: Desk) -> Reply:
    """What was looked at, the worst first."""
    language = turn.language
    try:
        check_may_operate(turn.actor)
    except GoalsError as refusal:
        return refuse(refusal, language)
    findings = await desk.examine()
    return Reply.showing(health_card(findings, language), language, private=True)
