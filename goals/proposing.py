"""An official proposes: submits a draft, takes a proposal back; the kansli asks for more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from goals.actor import Actor, Role
from goals.checking import read_content, rivals_of
from goals.draft import Base, Draft
from goals.drafting import completion_id, own_proposal
from goals.errors import (
    CompletionNotAllowedError,
    DraftUnknownError,
    GoalsError,
    ListChangedError,
    MistakesError,
    ProposalUnknownError,
    StepNotAllowedError,
)
from goals.event import Event, Value, digest_of
from goals.ground import ground, may_read_register
from goals.ports import Ledger, OpenLedger
from goals.proposal import MAY, Content, Proposal, ProposalState, Step, Version
from goals.telling import tell_of
from goals.wording import LONGEST_MOTIVATION, read_paragraphs


@dataclass(frozen=True, slots=True)
class Submitted:
    """What became of a draft."""

    proposal: Proposal
    rivals: tuple[Proposal, ...] = ()
    again: bool = False
    """It had been submitted before: pressed twice, or sent twice."""


async def submit(
    draft_id: str,
    *,
    seen: Base | None,
    actor: Actor,
    open_ledger: OpenLedger,
    now: datetime,
) -> Submitted:
    """Freeze a draft as version 1, numbered in its series; or as the next version.

    `seen` is the list that the person had before them. The draft stays where this raises
    DraftUnknownError, MistakesError, ListChangedError, ProposalUnknownError, StepForbiddenError,
    or what `ground` raises.
    """
    async with open_ledger(actor.tenant, now=now) as ledger:
        draft = await ledger.draft(draft_id)
        if draft is None:
            return await _submitted_before(ledger, draft_id, actor)
        if not actor.object_id or draft.author != actor.object_id:
            raise DraftUnknownError
        earlier = await _completed(ledger, draft, actor)
        found = ground(
            await ledger.record(),
            draft.body,
            draft.year,
            actor=actor,
            now=now,
            completing=earlier is not None,
        )
        if earlier is not None:
            earlier = earlier.seen_by(actor).after(Step.COMPLETE, at=now)
        if found.base != seen:
            raise ListChangedError
        content = read_content(draft.typed, found)
        rivals = await _rivals(ledger, draft, content)
        if earlier is not None:
            proposal = await _complete(ledger, earlier, content, actor, now, rivals)
        else:
            proposal = await _enter(ledger, draft, content, actor, now, rivals)
        await ledger.drop_draft(draft_id)
        return Submitted(proposal, tuple(each.seen_by(actor) for each in rivals))


async def _submitted_before(ledger: Ledger, draft_id: str, actor: Actor) -> Submitted:
    """What became of a draft that is gone; raises DraftUnknownError where nothing did."""
    existing = await ledger.proposal(draft_id) or await _answered_by(ledger, draft_id)
    if existing is None or not actor.object_id or existing.author != actor.object_id:
        raise DraftUnknownError
    return Submitted(existing.seen_by(actor), again=True)


async def _answered_by(ledger: Ledger, draft_id: str) -> Proposal | None:
    """The proposal that got its next version from this draft, if it did."""
    proposal = await ledger.proposal(draft_id.rpartition(".")[0])
    if proposal is None:
        return None
    answered = (completion_id(proposal.id, each.number) for each in proposal.versions[1:])
    return proposal if draft_id in answered else None


async def _completed(ledger: Ledger, draft: Draft, actor: Actor) -> Proposal | None:
    """The proposal that the draft is a next version of; None where it is a new proposal."""
    if draft.completes is None:
        return None
    proposal = await own_proposal(ledger, draft.completes, actor)
    if (proposal.body, proposal.year) != (draft.body, draft.year):
        raise DraftUnknownError
    return proposal


async def _rivals(ledger: Ledger, draft: Draft, content: Content) -> tuple[Proposal, ...]:
    if content.target is None:
        return ()
    register = await ledger.proposals(draft.body, draft.year, about=content.target)
    return rivals_of(content, register, but=draft.completes)


async def _enter(
    ledger: Ledger,
    draft: Draft,
    content: Content,
    actor: Actor,
    now: datetime,
    rivals: Sequence[Proposal],
) -> Proposal:
    proposal = Proposal(
        id=draft.id,
        body=draft.body,
        year=draft.year,
        serial=await ledger.next_serial(draft.body, draft.year),
        author=actor.object_id,
        role=proposing_role(actor, draft.body),
        state=ProposalState.SUBMITTED,
        versions=(Version(1, content, actor.object_id, now),),
        since=now,
    )
    await ledger.enter_proposal(proposal)
    await _record(ledger, proposal, Step.SUBMIT, actor, proposal.role, rivals)
    return proposal


async def _complete(
    ledger: Ledger,
    proposal: Proposal,
    content: Content,
    actor: Actor,
    now: datetime,
    rivals: Sequence[Proposal],
) -> Proposal:
    role = role_for(Step.COMPLETE, actor, proposal.body)
    before = {each.id for each in rivals_of(proposal.content, rivals)}
    completed = proposal.with_version(content, by=actor.object_id, at=now)
    await ledger.enter_version(completed)
    new = [each for each in rivals if each.id not in before]
    await _record(ledger, completed, Step.COMPLETE, actor, role, new)
    return completed


async def withdraw(
    proposal_id: str, *, actor: Actor, open_ledger: OpenLedger, now: datetime
) -> Proposal:
    """Take back one's own proposal; it stays readable.

    Raises ProposalUnknownError, StepNotAllowedError (whose role was revoked acts for the body no
    more) or StepForbiddenError.
    """
    async with open_ledger(actor.tenant, now=now) as ledger:
        proposal = await own_proposal(ledger, proposal_id, actor)
        role = role_for(Step.WITHDRAW, actor, proposal.body)
        withdrawn = proposal.seen_by(actor).after(Step.WITHDRAW, at=now)
        await _record(ledger, withdrawn, Step.WITHDRAW, actor, role)
        return withdrawn


async def ask_completion(
    proposal_id: str, reason: str, *, actor: Actor, open_ledger: OpenLedger, now: datetime
) -> Proposal:
    """Ask the author for more, with a reason.

    Raises MistakesError, ProposalUnknownError, CompletionNotAllowedError or StepForbiddenError.
    """
    async with open_ledger(actor.tenant, now=now) as ledger:
        proposal = await ledger.proposal(proposal_id)
        if proposal is None or not may_read_register(actor, proposal.body):
            raise ProposalUnknownError
        try:
            role = role_for(Step.ASK_COMPLETION, actor, proposal.body)
        except StepNotAllowedError as refusal:
            raise CompletionNotAllowedError(body=proposal.body) from refusal
        try:
            kept = read_paragraphs(reason, longest=LONGEST_MOTIVATION)
        except GoalsError as mistake:
            raise MistakesError({"reason": mistake}) from mistake
        asked = proposal.after(Step.ASK_COMPLETION, at=now, reason=kept)
        await _record(ledger, asked, Step.ASK_COMPLETION, actor, role)
        return asked


def proposing_role(actor: Actor, body: str) -> Role:
    """The role in which a person proposes; raises StepNotAllowedError."""
    return role_for(Step.SUBMIT, actor, body)


def role_for(step: Step, actor: Actor, body: str) -> Role:
    """The role in which a person takes a step now; raises StepNotAllowedError."""
    role = next((role for role in sorted(MAY[step]) if actor.has(role, body)), None)
    if role is None:
        raise StepNotAllowedError(body=body)
    return role


async def _record(
    ledger: Ledger,
    proposal: Proposal,
    step: Step,
    actor: Actor,
    role: Role,
    new_rivals: Sequence[Proposal] = (),
) -> None:
    """The event of a step that has just been taken, and the notes to whom it concerns.

    The event of one that brought a version vouches for it.
    """
    version = proposal.versions[-1]
    data: dict[str, Value] = {}
    if proposal.reason is not None:
        data["reason"] = proposal.reason
    if step in {Step.SUBMIT, Step.COMPLETE}:
        data |= {"version": version.number, "content": digest_of_version(proposal)}
    await ledger.append(
        Event(
            at=proposal.since or version.at,
            what=step.value,
            by=actor.object_id,
            role=role,
            body=proposal.body,
            year=proposal.year,
            proposal=proposal.id,
            state=proposal.state.value,
            data=data,
        )
    )
    await tell_of(step, proposal, actor=actor, ledger=ledger, rivals=new_rivals)


def digest_of_version(proposal: Proposal, version: Version | None = None) -> str:
    """The digest of a version, the newest unless given, and of the number that it goes under."""
    version = version or proposal.versions[-1]
    content = version.content
    target, goal = content.target, content.goal
    return digest_of(
        proposal.number,
        proposal.author,
        version.number,
        content.kind.value,
        target.year if target else None,
        target.number if target else None,
        target.code if target else None,
        target.text if target else None,
        content.text,
        goal.number if goal else None,
        goal.text if goal else None,
        content.motivation,
        content.consequences,
    )
