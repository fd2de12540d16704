"""**Föreslå ändring**: below an answer or in words, it opens the form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dialogs.answer import Act, Answer
from dialogs.answers.asked import Asked
from dialogs.answers.matters import meant
from dialogs.apologise import refuse
from dialogs.cards.proposal_form import PROPOSE, body_form, proposal_form
from dialogs.desk import Desk
from dialogs.texts import say
from dialogs.turn import Place, Reply, Turn
from dialogs.typed_proposal import LONGEST_CODE, year_of
from dialogs.understanding.intents import wished_kind
from goals.draft import Draft, Typed
from goals.errors import GoalsError, MatterClosedError, NoOpenMatterError
from goals.goal import Body, Goal, Kind, Subgoal
from goals.ground import Ground, ground, may_propose
from goals.proposal import ProposalKind
from goals.record import Record


def acts_of(answer: Answer, turn: Turn, record: Record) -> tuple[Act, ...]:
    """**Föreslå ändring** below an answer, for whoever may: on the one sub-goal it quotes, if one.

    In a conversation of one's own only: in others everybody would see the button.
    """
    if turn.place is not Place.PERSONAL or answer.body is None:
        return ()
    try:
        found = ground(record, answer.body, None, actor=turn.actor, now=turn.now)
    except GoalsError:
        return ()
    subgoals = [each for each in answer.quoted if each.kind is Kind.SUBGOAL]
    if not subgoals or (found.plan and subgoals[0].year != found.plan.year):
        return ()
    data = {"body": answer.body, "year": str(found.matter.year), "language": answer.language}
    if len(subgoals) == 1:
        data |= {"target": str(subgoals[0].number), "kind": ProposalKind.REWORD.value}
    return (Act(say(answer.language, "button-propose"), PROPOSE, data),)


async def wish_to_propose(turn: Turn, desk: Desk, asked: Asked) -> Reply | None:
    """Words that want a change ("jag vill ändra delmål 6") open the form, filled.

    Who may not propose, and who asks how one does, is answered in words.
    """
    kind = wished_kind(asked.question.text)
    codes = [asked.body.code] if asked.body else [each.code for each in desk.record.bodies]
    if kind is None or not any(may_propose(turn.actor, code) for code in codes):
        return None
    data = {"kind": kind.value, "language": asked.language}
    if asked.question.years:
        data["year"] = str(asked.question.years[0])
    if asked.body is None:
        if len(asked.question.numbers) == 1:
            data["target"] = str(asked.question.numbers[0])
        return await open_form(replace(turn, verb=PROPOSE, fields=data), desk)
    try:
        found = _ground(turn, desk, asked.body.code, asked.year)
    except GoalsError as error:
        return refuse(error, asked.language)
    data["body"] = asked.body.code
    items = [each for each in _spoken_of(asked, found) if each in found.subgoals]
    if len(items) == 1 and kind.has_target:
        data["target"] = str(items[0].number)
    return await open_form(replace(turn, verb=PROPOSE, fields=data), desk)


def _spoken_of(asked: Asked, found: Ground) -> Sequence[Goal | Subgoal]:
    """The wordings that are meant, in the list that the matter starts from."""
    if found.plan is None:
        return ()
    of_list = replace(asked.question, years=(found.plan.year,), kind=Kind.SUBGOAL)
    return meant(replace(asked, question=of_list))


async def open_form(turn: Turn, desk: Desk) -> Reply:
    """An empty form, or one filled with what the button or the words named."""
    language = turn.language
    bodies = _bodies(turn, desk)
    if len(bodies) > 1:
        carried = {name: turn.fields[name] for name in _CARRIED if name in turn.fields}
        names = [(f"{each.name} ({each.code})", each.code) for each in bodies]
        form = body_form(names, {**carried, "language": language}, language)
        return Reply.showing(form, language)
    try:
        found = _ground(turn, desk, bodies[0].code if bodies else "", year_of(turn))
    except GoalsError as error:
        return refuse(error, language)
    kind = turn.fields.get("kind", ProposalKind.REWORD.value)
    target = found.subgoal(turn.fields.get("target", ""))
    typed = Typed(
        kind=kind if found.subgoals else ProposalKind.ADD.value,
        target=str(target.number) if target else "",
        text=target.text if target and kind == ProposalKind.REWORD.value else "",
    )
    draft = Draft(
        desk.new_id(),
        found.matter.body,
        found.matter.year,
        turn.actor.object_id,
        typed,
        found.base,
        target.text if target else None,
        turn.now,
    )
    return Reply.showing(proposal_form(draft, found, language), language)


_CARRIED = ("kind", "target", "year")


def _bodies(turn: Turn, desk: Desk) -> Sequence[Body]:
    """The body that is meant, else the person's own, else those whose proposals they may make now.

    Where they may make none now, the first of those that could say why not.
    """
    bodies = desk.record.bodies
    if turn.fields.get("body"):
        named = desk.record.body(turn.fields["body"])
        return [named or Body(turn.fields["body"][:LONGEST_CODE], "")]
    may = [each for each in bodies if may_propose(turn.actor, each.code)]
    now = [each for each in may if _can_propose(turn, desk, each.code)]
    own = [each for each in now if each.code == turn.actor.default_body]
    return own or now or (may or bodies)[:1]


def _can_propose(turn: Turn, desk: Desk, body: str) -> bool:
    try:
        ground(desk.record, body, None, actor=turn.actor, now=turn.now)
    except GoalsError:
        return False
    return True


def _ground(turn: Turn, desk: Desk, body: str, year: int | None) -> Ground:
    """What is proposed on; the year may also be that of the list which an open matter starts from.

    Raises what `ground` raises.
    """
    actor, now = turn.actor, turn.now
    try:
        return ground(desk.record, body, year, actor=actor, now=now)
    except (NoOpenMatterError, MatterClosedError):
        if year is not None and _can_propose(turn, desk, body):
            latest = ground(desk.record, body, None, actor=actor, now=now)
            if latest.plan is not None and latest.plan.year == year:
                return latest
        raise
