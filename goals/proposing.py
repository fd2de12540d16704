"""An official proposes: who may, on what, what must be right, and how it is recorded."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from goals.actor import KANSLI, Actor, Role
from goals.asking import counterpart, is_rewording
from goals.draft import Base, Draft, Typed
from goals.errors import (
    CompletionNotAllowedError,
    DraftUnknownError,
    GoalsError,
    GoalUnknownError,
    KindUnknownError,
    ListChangedError,
    MatterClosedError,
    NoMatterOfYearError,
    NoOpenMatterError,
    ProposalUnknownError,
    ProposingNotAllowedError,
    StepNotAllowedError,
    TargetUnknownError,
    WindowClosedError,
    WindowNotOpenError,
)
from goals.event import Event, Value, digest_of
from goals.goal import GoalSet, Subgoal
from goals.matter import TAKES_PROPOSALS, Matter
from goals.plan import Plan, PlanStatus
from goals.ports import Ledger, OpenLedger
from goals.proposal import (
    MAY,
    PROPOSERS,
    Content,
    Proposal,
    ProposalKind,
    ProposalState,
    Step,
    SupportedGoal,
    Target,
    Version,
)
from goals.record import Record
from goals.telling import tell_of
from goals.wording import (
    LONGEST_MOTIVATION,
    Hint,
    is_blank,
    lookalikes,
    plain_language_hints,
    read_paragraphs,
    read_wording,
)

_Read = TypeVar("_Read")


@dataclass(frozen=True, slots=True)
class Ground:
    """What a proposal is made on: the matter, the list that it starts from, and the goals."""

    matter: Matter
    plan: Plan | None
    """None where the body has no list yet."""
    goal_set: GoalSet | None

    @property
    def base(self) -> Base | None:
        """The list, to be compared with."""
        return Base(self.plan.year, self.plan.version) if self.plan else None

    @property
    def subgoals(self) -> tuple[Subgoal, ...]:
        """The list's."""
        return self.plan.subgoals if self.plan else ()

    def subgoal(self, number: str) -> Subgoal | None:
        """The sub-goal with that number; where none has it, the one with that code."""
        wanted = number.strip().casefold()
        if not wanted:
            return None
        by_code = {(each.code or "").casefold(): each for each in reversed(self.subgoals)}
        by_number = {str(each.number): each for each in self.subgoals}
        return by_number.get(wanted) or by_code.get(wanted)


@dataclass(frozen=True, slots=True)
class Checked:
    """A form without mistakes: what would be submitted, and what its author should know first."""

    content: Content
    hints: tuple[Hint, ...] = ()
    alike: tuple[Subgoal, ...] = ()
    """Sub-goals of the list that say nearly the same."""
    rivals: tuple[Proposal, ...] = ()
    """Open proposals on the same sub-goal."""


class MistakesError(Exception):
    """What is wrong in a form: the refusal of each field, by the field's name in `Typed`."""

    def __init__(self, mistakes: Mapping[str, GoalsError]) -> None:
        super().__init__(dict(mistakes))
        self.mistakes = mistakes


def may_propose(actor: Actor, body: str) -> bool:
    """Whether this person may propose changes to this body's sub-goals."""
    return any(actor.has(role, body) for role in PROPOSERS)


def may_read_register(actor: Actor, body: str) -> bool:
    """Whether this person may read what others have proposed."""
    return may_propose(actor, body) or any(actor.has(role, body) for role in KANSLI)


def ground(
    record: Record,
    body: str,
    year: int | None,
    *,
    actor: Actor,
    now: datetime,
    completing: bool = False,
) -> Ground:
    """What this person may propose on now; without a year, in the body's latest open matter.

    The window is for new proposals: whoever was asked for completion answers (`completing`) after
    it too. Raises ProposingNotAllowedError, NoOpenMatterError, MatterClosedError,
    WindowNotOpenError or WindowClosedError.
    """
    if not may_propose(actor, body):
        raise ProposingNotAllowedError(body=body)
    matter = _matter(record, body, year)
    window = None if completing else matter.window
    if window is not None and now < window.opens:
        raise WindowNotOpenError(body=body, year=matter.year, opens=window.opens.isoformat())
    if window is not None and now >= window.closes:
        raise WindowClosedError(body=body, year=matter.year, closes=window.closes.isoformat())
    return ground_of(record, matter)


def ground_of(record: Record, matter: Matter) -> Ground:
    """The matter with the list that it starts from."""
    return Ground(matter, _base(record, matter), record.goal_set(matter.body, matter.year))


def _matter(record: Record, body: str, year: int | None) -> Matter:
    of_body = [each for each in record.matters if each.body == body]
    if year is not None:
        of_year = next((each for each in of_body if each.year == year), None)
        if of_year is not None and of_year.state not in TAKES_PROPOSALS:
            raise MatterClosedError(body=body, year=year)
        of_body = [of_year] if of_year else []
    taking = [each for each in of_body if each.state in TAKES_PROPOSALS]
    if not taking:
        raise NoMatterOfYearError(body=body, year=year) if year else NoOpenMatterError(body=body)
    return max(taking, key=lambda each: each.year)


_COUNTING = frozenset({PlanStatus.IN_FORCE, PlanStatus.APPEALABLE, PlanStatus.SUPERSEDED})


def _base(record: Record, matter: Matter) -> Plan | None:
    """The list that was chosen; else the year's own, proposed one; else the latest that counts.

    Neither one that is annulled nor one that only the kansli may see.
    """
    if matter.based_on is not None:
        chosen = record.plan(matter.body, matter.based_on)
        if chosen is not None and chosen.status in {*_COUNTING, PlanStatus.PROPOSED}:
            return chosen
    own = record.plan(matter.body, matter.year)
    if own is not None and own.status is PlanStatus.PROPOSED:
        return own
    counting = [
        plan
        for plan in record.plans
        if plan.body == matter.body and plan.year <= matter.year and plan.status in _COUNTING
    ]
    return max(counting, key=lambda plan: plan.year, default=None)


def check(
    typed: Typed, ground: Ground, *, register: Sequence[Proposal] = (), of: str | None = None
) -> Checked:
    """Read a form; `register` is the matter's proposals, `of` the one that it is a version of.

    Raises MistakesError.
    """
    content = read_content(typed, ground)
    wording = content.text
    target = content.target
    others = [each for each in ground.subgoals if target is None or each.number != target.number]
    return Checked(
        content,
        plain_language_hints(wording) if wording else (),
        lookalikes(wording, others) if wording else (),
        rivals_of(content, register, but=of),
    )


def read_content(typed: Typed, ground: Ground) -> Content:
    """What a form proposes; raises MistakesError."""
    mistakes: dict[str, GoalsError] = {}

    def read(field: str, reader: Callable[[], _Read]) -> _Read | None:
        try:
            return reader()
        except GoalsError as mistake:
            mistakes[field] = mistake
            return None

    kind = read("kind", lambda: _kind(typed.kind))
    target = wording = None
    if kind is not None and kind.has_target:
        target = read("target", lambda: _target(typed.target, ground))
    if kind is not None and kind.has_wording:
        # Whether it is new can be said once it is known what it would take the place of.
        listed = ground.subgoals if target or not kind.has_target else ()
        wording = read("text", lambda: read_wording(typed.text, subgoals=listed, changes=target))
    goal = read("goal", lambda: _goal(typed.goal, ground.goal_set))
    motivation = read(
        "motivation", lambda: read_paragraphs(typed.motivation, longest=LONGEST_MOTIVATION)
    )
    consequences = None
    if not is_blank(typed.consequences):
        consequences = read(
            "consequences",
            lambda: read_paragraphs(typed.consequences, longest=LONGEST_MOTIVATION),
        )
    if mistakes or kind is None or motivation is None:
        raise MistakesError(mistakes)
    return Content(
        kind,
        motivation,
        Target(target.year, target.number, target.text, target.code) if target else None,
        wording,
        goal,
        consequences,
    )


def rivals_of(
    content: Content, register: Sequence[Proposal], *, but: str | None = None
) -> tuple[Proposal, ...]:
    """The open proposals on the same sub-goal, in their order; for a new one, none."""
    target = content.target
    if target is None:
        return ()
    return tuple(
        each
        for each in register
        if each.is_open
        and each.id != but
        and each.content.target is not None
        and _is_same(each.content.target, target)
    )


def _is_same(one: Target, other: Target) -> bool:
    """By wording; or by place, if the list was corrected there between the two proposals."""
    if one.text == other.text:
        return True
    same_place = (one.year, one.number) == (other.year, other.number)
    return same_place and is_rewording(one.text, other.text)


def _kind(typed: str) -> ProposalKind:
    try:
        return ProposalKind(typed.strip())
    except ValueError:
        raise KindUnknownError from None


def _target(typed: str, ground: Ground) -> Subgoal:
    found = ground.subgoal(typed)
    if found is None:
        raise TargetUnknownError
    return found


def _goal(typed: str, goal_set: GoalSet | None) -> SupportedGoal | None:
    """Which goal it supports; none is an answer too."""
    if not typed.strip():
        return None
    goals = goal_set.goals if goal_set else ()
    found = next((each for each in goals if str(each.number) == typed.strip()), None)
    if found is None:
        raise GoalUnknownError
    return SupportedGoal(found.number, found.text)


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
        proposal = await _own_proposal(ledger, draft.completes, actor)
        return _completion_id(proposal.id, len(proposal.versions) + 1)
    taken = "." in draft.id or await ledger.proposal(draft.id) is not None
    return None if taken else draft.id


def _completion_id(proposal_id: str, version: int) -> str:
    """The id of the draft that is to be, or was, that version of the proposal."""
    return f"{proposal_id}.{version}"


async def drop_draft(draft: str, *, actor: Actor, open_ledger: OpenLedger, now: datetime) -> None:
    """Delete a draft: the only thing that may be deleted. Raises DraftUnknownError."""
    async with open_ledger(actor.tenant, now=now) as ledger:
        await _own_draft(ledger, draft, actor)
        await ledger.drop_draft(draft)


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
    answered = (_completion_id(proposal.id, each.number) for each in proposal.versions[1:])
    return proposal if draft_id in answered else None


async def _completed(ledger: Ledger, draft: Draft, actor: Actor) -> Proposal | None:
    """The proposal that the draft is a next version of; None where it is a new proposal."""
    if draft.completes is None:
        return None
    proposal = await _own_proposal(ledger, draft.completes, actor)
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
        proposal = await _own_proposal(ledger, proposal_id, actor)
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


def draft_of(proposal: Proposal, ground: Ground, *, now: datetime) -> Draft:
    """A form to complete a proposal in, filled with its newest version, on the list of today.

    Its id says which version it is to be, so that there is one such draft, and what became of it
    can be told when it is sent once more.
    """
    content = proposal.content
    goals = ground.goal_set.goals if ground.goal_set else ()
    supported = content.goal.text if content.goal else None
    draft = Draft(
        _completion_id(proposal.id, len(proposal.versions) + 1),
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


def proposing_role(actor: Actor, body: str) -> Role:
    """The role in which a person proposes; raises StepNotAllowedError."""
    return role_for(Step.SUBMIT, actor, body)


def role_for(step: Step, actor: Actor, body: str) -> Role:
    """The role in which a person takes a step now; raises StepNotAllowedError."""
    role = next((role for role in sorted(MAY[step]) if actor.has(role, body)), None)
    if role is None:
        raise StepNotAllowedError(body=body)
    return role


async def _own_draft(ledger: Ledger, draft_id: str, actor: Actor) -> Draft:
    draft = await ledger.draft(draft_id)
    if draft is None or not actor.object_id or draft.author != actor.object_id:
        raise DraftUnknownError
    return draft


async def _own_proposal(ledger: Ledger, proposal_id: str, actor: Actor) -> Proposal:
    proposal = await ledger.proposal(proposal_id)
    if proposal is None or not actor.object_id or proposal.author != actor.object_id:
        raise ProposalUnknownError
    return proposal


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
