"""A draft of a proposal: kept as it was typed, moved to the list as it is now, dropped."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from goals.actor import Actor
from goals.asking import counterpart
from goals.draft import Draft, Typed
from goals.errors import DraftUnknownError, NoOpenMatterError, ProposalUnknownError
from goals.goal import Subgoal
from goals.ground import Ground
from goals.ports import Ledger, OpenLedger
from goals.proposal import Proposal


async def keep_draft(draft: Draft, *, actor: Actor, open_ledger: OpenLedger) -> None:
    """Keep what was typed, also what is wrong, too long or too late.

    Raises DraftUnknownError where the id is another person's, or of what is submitted already,
    ProposalUnknownError where it completes what is not one's own, and NoOpenMatterError where the
    tenant has no such body.
    """
    if not actor.object_id or draft.author != actor.object_id:
        raise DraftUnknownError
    async with open_ledger(actor.tenant, now=draft.updated_at) as ledger:
        kept = await ledger.draft(draft.id)
        if kept is not None and kept.author != draft.author:
            raise DraftUnknownError
        if draft.id != await _due_id(ledger, draft, actor):
            raise DraftUnknownError
        if (await ledger.record()).body(draft.body) is None:
            raise NoOpenMatterError(body=draft.body)
        await ledger.keep_draft(replace(draft, told=None))


async def _due_id(ledger: Ledger, draft: Draft, actor: Actor) -> str | None:
    """The id that the draft must have; None where it is a proposal already."""
    if draft.completes is not None:
        proposal = await own_proposal(ledger, draft.completes, actor)
        return completion_id(proposal.id, len(proposal.versions) + 1)
    taken = "." in draft.id or await ledger.proposal(draft.id) is not None
    return None if taken else draft.id


async def drop_draft(draft: str, *, actor: Actor, open_ledger: OpenLedger, now: datetime) -> None:
    """Delete a draft: the only thing that may be deleted. Raises DraftUnknownError."""
    async with open_ledger(actor.tenant, now=now) as ledger:
        kept = await ledger.draft(draft)
        if kept is None or not actor.object_id or kept.author != actor.object_id:
            raise DraftUnknownError
        await ledger.drop_draft(draft)


def draft_of(proposal: Proposal, ground: Ground, *, now: datetime) -> Draft:
    """A form to complete a proposal in, filled with its newest version, on the list of today.

    Its id says which version it is to be, so that there is one such draft, and what became of it
    can be told when it is sent once more.
    """
    content = proposal.content
    goals = ground.goal_set.goals if ground.goal_set else ()
    supported = content.goal.text if content.goal else None
    draft = Draft(
        completion_id(proposal.id, len(proposal.versions) + 1),
        proposal.body,
        proposal.year,
        proposal.author,
        Typed(
            kind=content.kind.value,
            text=content.text or "",
            goal=next((str(each.number) for each in goals if each.text == supported), ""),
            motivation=content.motivation,
            consequences=content.consequences or "",
        ),
        ground.base,
        content.target.text if content.target else None,
        now,
        completes=proposal.id,
    )
    return moved(draft, ground)


def moved(draft: Draft, ground: Ground) -> Draft:
    """The draft on the list as it is now.

    Its sub-goal is sought there by its wording, then by the words of a rewording. One that is not
    there is not chosen any more: its number may be another one's now.
    """
    found = None
    if ground.plan is not None and draft.target_text is not None:
        before = Subgoal(draft.body, ground.plan.year, 0, draft.target_text)
        found = counterpart(before, ground.plan)
    return replace(
        draft,
        base=ground.base,
        typed=replace(draft.typed, target=str(found.number) if found else ""),
        target_text=found.text if found else None,
    )


def completion_id(proposal_id: str, version: int) -> str:
    """The id of the draft that is to be, or was, that version of the proposal."""
    return f"{proposal_id}.{version}"


async def own_proposal(ledger: Ledger, proposal_id: str, actor: Actor) -> Proposal:
    """The proposal, if it is this person's; raises ProposalUnknownError."""
    proposal = await ledger.proposal(proposal_id)
    if proposal is None or not actor.object_id or proposal.author != actor.object_id:
        raise ProposalUnknownError
    return proposal
