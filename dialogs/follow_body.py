"""A person follows a body, and stops by one press."""

from __future__ import annotations

from dialogs.apologise import note, refuse
from dialogs.cards.elements import card, execute_button, heading, paragraph
from dialogs.desk import Desk
from dialogs.texts import say
from dialogs.turn import Reply, Turn
from goals.errors import BodyNotChosenError, GoalsError
from goals.following import UNFOLLOW, follow, unfollow

FOLLOW = "follow-body"


async def follow_body(turn: Turn, desk: Desk) -> Reply:
    """One message when a decision of the body is adjusted: typed as "följ KS"."""
    language = turn.language
    try:
        code = _code(turn, desk)
        await follow(code, actor=turn.actor, open_ledger=desk.memory.open_ledger, now=turn.now)
    except GoalsError as error:
        return refuse(error, language)
    headline = say(language, "following", body=code)
    explained = say(language, "following-explained")
    data = {"body": code, "language": language}
    shown = card(
        [heading(headline), paragraph(explained)],
        buttons=[execute_button(say(language, "button-unfollow"), UNFOLLOW, data)],
        language=language,
        fallback=f"{headline}\n{explained}",
    )
    return Reply.showing(shown, language, private=True)


async def unfollow_body(turn: Turn, desk: Desk) -> Reply:
    """**Sluta följa**; pressed again it is harmless."""
    language = turn.language
    try:
        code = _code(turn, desk)
        await unfollow(code, actor=turn.actor, open_ledger=desk.memory.open_ledger, now=turn.now)
    except GoalsError as error:
        return refuse(error, language)
    return note(language, say(language, "not-following", body=code))


def _code(turn: Turn, desk: Desk) -> str:
    """The body that is meant: the named one, the person's own, or the only one."""
    bodies = [each.code for each in desk.record.bodies]
    named = turn.fields.get("body") or turn.actor.default_body
    if not named and len(bodies) == 1:
        return bodies[0]
    if not turn.actor.object_id or named not in bodies:
        raise BodyNotChosenError
    return named
