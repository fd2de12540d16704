"""The handläggare prepares proposals: recommends, with a reason, one or several at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from goals.actor import Actor, Role
from goals.errors import (
    AdviceUnknownError,
    GoalsError,
    MistakesError,
    NoneChosenError,
    PreparingNotAllowedError,
    ProposalUnknownError,
    SameAsNotReferredError,
    SameAsUnknownError,
    WordingNotChangedError,
)
from goals.ground import ground_of
from goals.ports import Ledger, OpenLedger
from goals.proposal import Advice, Proposal, ProposalState, Recommendation, Step
from goals.steps import taken
from goals.wording import LONGEST_MOTIVATION, keep_wording, read_paragraphs, read_wording


async def prepare(
    proposal_ids: Sequence[str],
    *,
    advice: str,
    reason: str,
    text: str = "",
    same_as: str = "",
    actor: Actor,
    open_ledger: OpenLedger,
    now: datetime,
) -> tuple[Proposal, ...]:
    """Recommend the same for each of them: all, or none where one cannot be.

    Until it is put on an agenda it can be done anew: what was recommended before stays recorded.

    Raises ProposalUnknownError, PreparingNotAllowedError, StepForbiddenError or MistakesError.
    """
    if not proposal_ids:
        raise MistakesError({"proposals": NoneChosenError()})
    async with open_ledger(actor.tenant, now=now) as ledger:
        proposals = [await _proposal(ledger, each, actor) for each in proposal_ids]
        prepared = []
        for proposal in proposals:
            recommendation = await _recommendation(
                ledger, proposal, advice=advice, reason=reason, text=text, same_as=same_as
            )
            if (
                proposal.state is ProposalState.PREPARED
                and proposal.recommendation == recommendation
            ):
                prepared.append(proposal)  # pressed twice
                continue
            prepared.append(
                await taken(
                    ledger,
                    proposal,
                    Step.PREPARE,
                    actor=actor,
                    role=Role.OFFICER,
                    now=now,
                    data={
                        "advice": recommendation.advice.value,
                        "reason": recommendation.reason,
                        "text": recommendation.text,
                        "same_as": recommendation.same_as,
                    },
                )
            )
        return tuple(prepared)


async def _proposal(ledger: Ledger, proposal_id: str, actor: Actor) -> Proposal:
    proposal = await ledger.proposal(proposal_id)
    if proposal is None:
        raise ProposalUnknownError
    if not actor.has(Role.OFFICER, proposal.body):
        raise PreparingNotAllowedError(body=proposal.body)
    return proposal


async def _recommendation(
    ledger: Ledger, proposal: Proposal, *, advice: str, reason: str, text: str, same_as: str
) -> Recommendation:
    """Read what was typed; raises MistakesError."""
    mistakes: dict[str, GoalsError] = {}
    chosen = next((each for each in Advice if each == advice.strip()), None)
    if chosen is Advice.SUPPORT_CHANGED and not proposal.content.kind.has_wording:
        chosen = None
    if chosen is None:
        mistakes["advice"] = AdviceUnknownError()
    kept_reason = wording = double = None
    try:
        kept_reason = read_paragraphs(reason, longest=LONGEST_MOTIVATION)
    except GoalsError as mistake:
        mistakes["reason"] = mistake
    try:
        wording = await _wording(ledger, proposal, chosen, text)
    except GoalsError as mistake:
        mistakes["text"] = mistake
    try:
        double = await _double(ledger, proposal, chosen, same_as.strip())
    except GoalsError as mistake:
        mistakes["same_as"] = mistake
    if mistakes or chosen is None or kept_reason is None:
        raise MistakesError(mistakes)
    return Recommendation(chosen, kept_reason, wording, double)


async def _wording(
    ledger: Ledger, proposal: Proposal, chosen: Advice | None, text: str
) -> str | None:
    """The officer's own wording, where one is recommended."""
    if chosen is Advice.SUPPORT and proposal.content.text is not None:
        keep_wording(text, proposal.content.text)
    if chosen is not Advice.SUPPORT_CHANGED:
        return None
    record = await ledger.record()
    matter = record.matter(proposal.body, proposal.year)
    subgoals = ground_of(record, matter).subgoals if matter is not None else ()
    target = proposal.content.target
    changes = next((each for each in subgoals if target and each.number == target.number), None)
    wording = read_wording(text, subgoals=subgoals, changes=changes)
    if wording == proposal.content.text:
        raise WordingNotChangedError(number=proposal.number)
    return wording


async def _double(
    ledger: Ledger, proposal: Proposal, chosen: Advice | None, number: str
) -> str | None:
    """The number of another open proposal of the matter, not itself a double of this one."""
    if not number or chosen is None:
        return None
    if chosen is not Advice.REFER:
        raise SameAsNotReferredError
    for each in await ledger.proposals(proposal.body, proposal.year):
        if each.number.casefold() != number.casefold() or each.id == proposal.id:
            continue
        other = each.recommendation
        if each.is_open and not (other and other.same_as == proposal.number):
            return each.number
    raise SameAsUnknownError(number=number)
