"""An official proposes: who may, on what, what must be right, and how it is recorded."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from goals.actor import KANSLI, Actor, Role
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
        """The sub-goal with that number or code."""
        wanted = number.strip().casefold()
        return next(
            (
                each
                for each in self.subgoals
                if wanted and wanted in {str(each.number), (each.code or "").casefold()}
            ),
            None,
        )


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


def _base(record: Record, matter: Matter) -> Plan | None:
    """The list that was chosen; else the year's own, proposed one; else the latest that counts."""
    if matter.based_on is not None:
        return record.plan(matter.body, matter.based_on)
    own = record.plan(matter.body, matter.year)
    if own is not None and own.status is PlanStatus.PROPOSED:
        return own
    counting = [
        plan
        for plan in record.plans
        if plan.body == matter.body
        and plan.year <= matter.year
        and plan.status in {PlanStatus.IN_FORCE, PlanStatus.APPEALABLE, PlanStatus.SUPERSEDED}
    ]
    return max(counting, key=lambda plan: plan.year, default=None)


def check(
    typed: Typed, ground: Ground, *, register: Sequence[Proposal] = (), of: str | None = None
) -> Checked:
    """Read a form; `register` is the matter's proposals, `of` the one that it is a version of.

    Raises MistakesError.
    """
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
    if kind is not None and kind.has_wording and (target or not kind.has_target):
        wording = read(
            "text", lambda: read_wording(typed.text, subgoals=ground.subgoals, changes=target)
        )
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
    content = Content(
        kind,
        motivation,
        Target(target.year, target.number, target.text, target.code) if target else None,
        wording,
        goal,
        consequences,
    )
    others = [each for each in ground.subgoals if target is None or each.number != target.number]
    return Checked(
        content,
        plain_language_hints(wording) if wording else (),
        lookalikes(wording, others) if wording else (),
        rivals_of(content, register, but=of),
    )


def rivals_of(
    content: Content, register: Sequence[Proposal], *, but: str | None = None
) -> tuple[Proposal, ...]:
    """The open proposals on the same sub-goal, oldest first; for a new one, none."""
    if content.target is None:
        return ()
    return tuple(
        each
        for each in register
        if each.is_open
        and each.id != but
        and each.content.target is not None
        and (each.content.target.year, each.content.target.number)
        == (content.target.year, content.target.number)
    )


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

    Raises DraftUnknownError where the id is another person's.
    """
    async with open_ledger(actor.tenant, now=draft.updated_at) as ledger:
        kept = await ledger.draft(draft.id)
        if draft.author != actor.object_id or (kept is not None and kept.author != draft.author):
            raise DraftUnknownError
        await ledger.keep_draft(draft)


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
    DraftUnknownError, MistakesError, ListChangedError, StepForbiddenError, or what `ground` raises.
    """
    async with open_ledger(actor.tenant, now=now) as ledger:
        existing = await ledger.proposal(draft_id)
        if existing is not None and existing.author == actor.object_id:
            return Submitted(existing, again=True)
        draft = await _own_draft(ledger, draft_id, actor)
        found = ground(
            await ledger.record(),
            draft.body,
            draft.year,
            actor=actor,
            now=now,
            completing=draft.completes is not None,
        )
        if found.base != seen:
            raise ListChangedError
        register = await ledger.proposals(draft.body, draft.year)
        checked = check(draft.typed, found, register=register, of=draft.completes)
        if draft.completes is not None:
            proposal = await _complete(ledger, draft.completes, checked.content, actor, now)
        else:
            proposal = await _enter(ledger, draft, checked.content, actor, now)
        await ledger.drop_draft(draft_id)
        return Submitted(proposal, checked.rivals)


async def _enter(
    ledger: Ledger, draft: Draft, content: Content, actor: Actor, now: datetime
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
    await _record(ledger, proposal, Step.SUBMIT, actor, proposal.role, now)
    return proposal


async def _complete(
    ledger: Ledger, proposal_id: str, content: Content, actor: Actor, now: datetime
) -> Proposal:
    proposal = await _own_proposal(ledger, proposal_id, actor)
    completed = proposal.after(Step.COMPLETE, at=now).with_version(
        content, by=actor.object_id, at=now
    )
    await ledger.enter_version(completed)
    await _record(
        ledger, completed, Step.COMPLETE, actor, proposing_role(actor, proposal.body), now
    )
    return completed


async def withdraw(
    proposal_id: str, *, actor: Actor, open_ledger: OpenLedger, now: datetime
) -> Proposal:
    """Take back one's own proposal; it stays readable.

    Its author may, also without the role in which they made it. Raises ProposalUnknownError or
    StepForbiddenError.
    """
    async with open_ledger(actor.tenant, now=now) as ledger:
        proposal = await _own_proposal(ledger, proposal_id, actor)
        withdrawn = proposal.after(Step.WITHDRAW, at=now)
        await _record(ledger, withdrawn, Step.WITHDRAW, actor, proposal.role, now)
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
        if not actor.has(Role.OFFICER, proposal.body):
            raise CompletionNotAllowedError(body=proposal.body)
        try:
            kept = read_paragraphs(reason, longest=LONGEST_MOTIVATION)
        except GoalsError as mistake:
            raise MistakesError({"reason": mistake}) from mistake
        asked = proposal.after(Step.ASK_COMPLETION, at=now, reason=kept)
        await _record(
            ledger, asked, Step.ASK_COMPLETION, actor, Role.OFFICER, now, data={"reason": kept}
        )
        return asked


def draft_of(proposal: Proposal, *, draft_id: str, base: Base | None, now: datetime) -> Draft:
    """A form to complete a proposal in, filled with its newest version."""
    content = proposal.content
    return Draft(
        draft_id,
        proposal.body,
        proposal.year,
        proposal.author,
        Typed(
            content.kind.value,
            str(content.target.number) if content.target else "",
            content.text or "",
            str(content.goal.number) if content.goal else "",
            content.motivation,
            content.consequences or "",
        ),
        base,
        content.target.text if content.target else None,
        now,
        completes=proposal.id,
    )


def moved(draft: Draft, ground: Ground) -> Draft:
    """The draft on the list as it is now: its sub-goal is sought there by its wording."""
    found = next((each for each in ground.subgoals if each.text == draft.target_text), None)
    number = str(found.number) if found else draft.typed.target
    still_there = ground.subgoal(number)
    return replace(
        draft,
        base=ground.base,
        typed=replace(draft.typed, target=number if still_there else ""),
        target_text=still_there.text if still_there else None,
    )


def proposing_role(actor: Actor, body: str) -> Role:
    """The role in which a person proposes; raises StepNotAllowedError."""
    role = next((role for role in sorted(PROPOSERS) if actor.has(role, body)), None)
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
    now: datetime,
    *,
    data: Mapping[str, Value] | None = None,
) -> None:
    """The event of a step; one that brought a version vouches for its words."""
    more: dict[str, Value] = dict(data or {})
    if step in {Step.SUBMIT, Step.COMPLETE}:
        more |= {"version": len(proposal.versions), "content": digest_of_version(proposal)}
    await ledger.append(
        Event(
            at=now,
            what=step.value,
            by=actor.object_id,
            role=role,
            body=proposal.body,
            year=proposal.year,
            proposal=proposal.id,
            state=proposal.state.value,
            data=more,
        )
    )


def digest_of_version(proposal: Proposal) -> str:
    """The digest of the newest version and of the number that it goes under."""
    content = proposal.content
    target, goal = content.target, content.goal
    return digest_of(
        proposal.number,
        proposal.author,
        len(proposal.versions),
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
