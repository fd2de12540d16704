"""A secretary enters a political strategy that the body has to heed."""

from __future__ import annotations

from dialogs.answer import Answer, Choice
from dialogs.apologise import refuse
from dialogs.cards.answer_card import answer_card
from dialogs.cards.strategy_card import BODY, DAY, LINK, NAME, PARAGRAPH, strategy_form
from dialogs.desk import Desk
from dialogs.texts import say
from dialogs.turn import Reply, Turn
from dialogs.understanding.question import Intent
from goals.actor import Role
from goals.errors import (
    GoalsError,
    NameMissingError,
    StrategyDateError,
    StrategyLinkError,
    StrategyNotAllowedError,
    StrategyTooLongError,
)
from goals.goal import Body
from goals.heeding import add_strategy, check_may_list, read_strategy

_FIELD_OF = {
    NameMissingError: NAME,
    StrategyTooLongError: NAME,
    StrategyLinkError: LINK,
    StrategyDateError: DAY,
}
"""Which field a mistake is said beside."""


async def open_strategy(turn: Turn, desk: Desk) -> Reply:
    """The form, for the bodies that the person is a secretary of."""
    bodies = _bodies(turn, desk)
    if not bodies:
        return refuse(StrategyNotAllowedError(), turn.language)
    return Reply.showing(strategy_form(bodies, turn.language, typed={}), turn.language)


async def save_strategy(turn: Turn, desk: Desk) -> Reply:
    """The receipt; or the form again, with what is wrong."""
    language, fields = turn.language, turn.fields
    code = fields.get(BODY, "")
    try:
        check_may_list(turn.actor, code)
        strategy = read_strategy(
            code,
            name=fields.get(NAME, ""),
            link=fields.get(LINK, ""),
            day=fields.get(DAY, ""),
            paragraph=fields.get(PARAGRAPH, ""),
        )
        added = await add_strategy(
            strategy,
            tenant=turn.actor.tenant,
            by=turn.actor.object_id,
            open_ledger=desk.memory.open_ledger,
            now=turn.now,
        )
    except GoalsError as mistake:
        wrong = _FIELD_OF.get(type(mistake))
        if wrong is None:
            return refuse(mistake, language)
        error = say(language, mistake.key, **mistake.arguments)
        bodies = _bodies(turn, desk)
        form = strategy_form(bodies, language, typed=fields, wrong=wrong, error=error)
        return Reply.showing(form, language)
    key = "strategy-saved" if added else "strategy-saved-already"
    receipt = Answer(
        language,
        Intent.HELP,
        say(language, key, name=strategy.name, body=code),
        choices=(
            Choice(say(language, "button-strategies"), say(language, "ask-strategies", body=code)),
        ),
    )
    return Reply(answer_card(receipt), receipt.headline, receipt.text, language)


def _bodies(turn: Turn, desk: Desk) -> tuple[Body, ...]:
    return tuple(body for body in desk.record.bodies if turn.actor.has(Role.SECRETARY, body.code))
