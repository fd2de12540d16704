"""The handläggare prepares proposals: one with its own recommendation, or several at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dialogs.answer import Act
from dialogs.apologise import refusal, refuse
from dialogs.cards.prepare_form import (
    CHOSEN,
    PREPARE,
    PREPARE_SEVERAL,
    TypedAdvice,
    prepare_form,
    prepare_several_form,
)
from dialogs.cards.proposal_card import SHOW_PROPOSAL, SHOW_PROPOSALS, note_card
from dialogs.cards.treated import advice_words
from dialogs.cards.typed_back import typed_back_card
from dialogs.desk import Desk
from dialogs.hand_out_papers import papers_act
from dialogs.texts import say
from dialogs.turn import Reply, Turn
from goals.actor import Actor, Role
from goals.errors import (
    GoalsError,
    MistakesError,
    NoOpenMatterError,
    PreparingNotAllowedError,
    ProposalUnknownError,
)
from goals.ground import may_read_register
from goals.matter import Matter
from goals.preparing import prepare
from goals.proposal import NEXT, Proposal, ProposalState, Step

_WAITING = frozenset({ProposalState.SUBMITTED, ProposalState.REMITTED})
"""What waits for its recommendation."""


def acts_of(proposal: Proposal, actor: Actor, language: str) -> tuple[Act, ...]:
    """**Bered** on one proposal, for the body's officers, until it is put on an agenda."""
    may = actor.has(Role.OFFICER, proposal.body)
    if not may or (proposal.state, Step.PREPARE) not in NEXT:
        return ()
    data = {"proposal": proposal.id, "language": language}
    again = proposal.state is ProposalState.PREPARED
    key = "button-prepare-again" if again else "button-prepare"
    return (Act(say(language, key), PREPARE, data),)


def acts_of_matter(
    matter: Matter, proposals: Sequence[Proposal], actor: Actor, language: str
) -> tuple[Act, ...]:
    """**Bered flera** on a matter's list, for the body's officers, while any waits for it."""
    waiting = sum(each.state in _WAITING for each in proposals)
    if not waiting or not actor.has(Role.OFFICER, matter.body):
        return ()
    data = {"body": matter.body, "year": str(matter.year), "language": language}
    return (Act(say(language, "button-prepare-several", count=waiting), PREPARE_SEVERAL, data),)


async def open_prepare(turn: Turn, desk: Desk) -> Reply:
    """**Bered**: the form, with what was recommended before or the proposal's own wording in it."""
    language = turn.language
    try:
        proposal = await _proposal(turn, desk)
        proposal.after(Step.PREPARE, at=turn.now)
    except GoalsError as error:
        return refuse(error, language)
    before = proposal.recommendation
    typed = TypedAdvice(text=proposal.content.text or "")
    if before is not None:
        typed = TypedAdvice(
            before.advice.value, before.reason, before.text or typed.text, before.same_as or ""
        )
    form = prepare_form(proposal, typed, await _others(proposal, desk, turn), language)
    return Reply.showing(form, language)


async def save_recommendation(turn: Turn, desk: Desk) -> Reply:
    """What is recommended is recorded; or the form again, with what is to be mended."""
    language, typed = turn.language, _typed(turn)
    try:
        proposal = await _proposal(turn, desk)
        (prepared,) = await prepare(
            [proposal.id],
            advice=typed.advice,
            reason=typed.reason,
            text=typed.text,
            same_as=typed.same_as,
            actor=turn.actor,
            open_ledger=desk.memory.open_ledger,
            now=turn.now,
        )
    except MistakesError as error:
        beside = {name: refusal(each, language) for name, each in error.mistakes.items()}
        others = await _others(proposal, desk, turn)
        return Reply.showing(
            prepare_form(proposal, typed, others, language, beside=beside), language
        )
    except GoalsError as error:
        return _typed_back(error, typed, language)
    return await _receipt((prepared,), turn, desk)


async def open_prepare_several(turn: Turn, desk: Desk) -> Reply:
    """**Bered flera**: those that wait for it, to choose among."""
    language = turn.language
    try:
        matter = _matter(turn, desk)
    except GoalsError as error:
        return refuse(error, language)
    waiting = await _waiting(matter, turn, desk)
    if not waiting:
        headline = say(language, "nothing-to-prepare", body=matter.body, year=matter.year)
        acts = (_all(matter.body, matter.year, language),)
        return Reply.showing(note_card(headline, language, acts=acts), language)
    form = prepare_several_form(matter, waiting, "", TypedAdvice(), language)
    return Reply.showing(form, language)


async def save_recommendations(turn: Turn, desk: Desk) -> Reply:
    """All that were chosen are prepared, or none; or the form again."""
    language, typed = turn.language, _typed(turn)
    chosen = [each for each in turn.fields.get(CHOSEN, "").split(",") if each.strip()]
    try:
        matter = _matter(turn, desk)
        prepared = await prepare(
            chosen,
            advice=typed.advice,
            reason=typed.reason,
            actor=turn.actor,
            open_ledger=desk.memory.open_ledger,
            now=turn.now,
        )
    except MistakesError as error:
        beside = {
            name if name in {CHOSEN, "advice", "reason"} else "advice": refusal(each, language)
            for name, each in error.mistakes.items()
        }
        waiting = await _waiting(matter, turn, desk)
        form = prepare_several_form(
            matter, waiting, ",".join(chosen), typed, language, beside=beside
        )
        return Reply.showing(form, language)
    except GoalsError as error:
        return _typed_back(error, typed, language)
    return await _receipt(prepared, turn, desk)


def _typed_back(error: GoalsError, typed: TypedAdvice, language: str) -> Reply:
    written = [
        (say(language, "field-own-wording"), typed.text),
        (say(language, "field-reason"), typed.reason),
    ]
    return Reply.showing(typed_back_card(refusal(error, language), written, language), language)


async def _receipt(prepared: Sequence[Proposal], turn: Turn, desk: Desk) -> Reply:
    """What is recommended for which, and what is left to prepare."""
    language, first = turn.language, prepared[0]
    key = "prepared-one" if len(prepared) == 1 else "prepared-several"
    numbers = ", ".join(each.number for each in prepared)
    headline = say(language, key, number=first.number, count=len(prepared))
    recommendation = first.recommendation
    facts = []
    if recommendation is not None:
        facts = [(say(language, "field-advice"), advice_words(recommendation, language))]
        if recommendation.text:
            facts.append((say(language, "wording-own"), recommendation.text))
        facts.append((say(language, "field-reason"), recommendation.reason))
    if len(prepared) > 1:
        facts.insert(0, (say(language, "field-proposals"), numbers))
    async with desk.memory.register(turn.actor.tenant) as register:
        every = await register.proposals(first.body, first.year)
    left = [each for each in every if each.state in _WAITING]
    said = [say(language, "left-to-prepare", count=len(left), body=first.body, year=first.year)]
    acts = [
        Act(
            say(language, "button-prepare-next", number=each.number),
            PREPARE,
            {"proposal": each.id, "language": language},
        )
        for each in left[:1]
    ]
    matter = desk.record.matter(first.body, first.year)
    if matter is not None:
        acts += acts_of_matter(matter, every, turn.actor, language)
    if len(prepared) == 1:
        data = {"proposal": first.id, "language": language}
        acts.append(Act(say(language, "button-show", number=first.number), SHOW_PROPOSAL, data))
    acts.append(_all(first.body, first.year, language))
    if not left:
        acts.append(papers_act(first.body, first.year, language))
    card = note_card(headline, language, facts=facts, said=said, acts=acts)
    return Reply.showing(card, language)


def _typed(turn: Turn) -> TypedAdvice:
    return replace(
        TypedAdvice(),
        **{name: turn.fields.get(name, "") for name in TypedAdvice.__slots__},
    )


async def _proposal(turn: Turn, desk: Desk) -> Proposal:
    async with desk.memory.register(turn.actor.tenant) as register:
        proposal = await register.proposal(turn.fields.get("proposal", ""))
    if proposal is None or not may_read_register(turn.actor, proposal.body):
        raise ProposalUnknownError
    if not turn.actor.has(Role.OFFICER, proposal.body):
        raise PreparingNotAllowedError(body=proposal.body)
    return proposal


async def _others(proposal: Proposal, desk: Desk, turn: Turn) -> tuple[Proposal, ...]:
    """The other open proposals of the matter."""
    async with desk.memory.register(turn.actor.tenant) as register:
        every = await register.proposals(proposal.body, proposal.year)
    return tuple(each for each in every if each.is_open and each.id != proposal.id)


def _matter(turn: Turn, desk: Desk) -> Matter:
    body, year = turn.fields.get("body", ""), turn.fields.get("year", "")
    if desk.record.body(body) is None or not turn.actor.has(Role.OFFICER, body):
        raise PreparingNotAllowedError(body=body or "–")
    matter = desk.record.matter(body, int(year)) if year.isdecimal() else None
    if matter is None:
        raise NoOpenMatterError(body=body)
    return matter


async def _waiting(matter: Matter, turn: Turn, desk: Desk) -> tuple[Proposal, ...]:
    async with desk.memory.register(turn.actor.tenant) as register:
        every = await register.proposals(matter.body, matter.year)
    return tuple(each for each in every if each.state in _WAITING)


def _all(body: str, year: int, language: str) -> Act:
    data = {"body": body, "year": str(year), "language": language}
    return Act(say(language, "button-all-proposals", body=body, year=year), SHOW_PROPOSALS, data)
