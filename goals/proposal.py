"""A proposal (förslag): one change to one sub-goal, or one new sub-goal, and its whole life."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType

from goals.actor import Actor, Role
from goals.errors import StepForbiddenError


class ProposalKind(StrEnum):
    """What is proposed (typ av ändring)."""

    ADD = "add"
    REWORD = "reword"
    REMOVE = "remove"
    KEEP = "keep"

    @property
    def has_target(self) -> bool:
        """Whether it is about a sub-goal that stands in the list."""
        return self is not ProposalKind.ADD

    @property
    def has_wording(self) -> bool:
        """Whether it brings a wording of its own."""
        return self in {ProposalKind.ADD, ProposalKind.REWORD}


class ProposalState(StrEnum):
    """Where a proposal stands. A draft is no proposal yet: only its author knows of it."""

    SUBMITTED = "submitted"
    COMPLETION = "completion"
    """The handläggare has asked for more, with a reason."""
    PREPARED = "prepared"
    ON_AU = "on_au"
    AU_RESULT = "au_result"
    ON_AGENDA = "on_agenda"
    """Uppsatt på kallelsen of the body that decides."""
    DECIDED = "decided"
    """Decided, the minutes not adjusted: for the kansli only."""
    ADJUSTED = "adjusted"
    EXPEDITED = "expedited"
    FINAL = "final"
    ANNULLED = "annulled"
    WITHDRAWN = "withdrawn"
    TABLED_BY_AU = "tabled_by_au"
    TABLED = "tabled"
    REMITTED = "remitted"


class Step(StrEnum):
    """What moves a proposal on; each is one event of the record."""

    SUBMIT = "submit"
    ASK_COMPLETION = "ask_completion"
    COMPLETE = "complete"
    WITHDRAW = "withdraw"
    PREPARE = "prepare"
    CALL_TO_AU = "call_to_au"
    RECORD_AU = "record_au"
    CALL_TO_BODY = "call_to_body"
    DECIDE = "decide"
    TABLE = "table"
    """Bordlägga: frozen until it is called again."""
    REMIT = "remit"
    """Återremittera: back to preparation, with a reason."""
    ADJUST = "adjust"
    EXPEDITE = "expedite"
    GAIN_FORCE = "gain_force"
    ANNUL = "annul"


_S = ProposalState
NEXT: Mapping[tuple[ProposalState, Step], ProposalState] = MappingProxyType(
    {
        (_S.SUBMITTED, Step.ASK_COMPLETION): _S.COMPLETION,
        (_S.SUBMITTED, Step.PREPARE): _S.PREPARED,
        (_S.SUBMITTED, Step.WITHDRAW): _S.WITHDRAWN,
        (_S.COMPLETION, Step.COMPLETE): _S.SUBMITTED,
        (_S.COMPLETION, Step.WITHDRAW): _S.WITHDRAWN,
        (_S.PREPARED, Step.PREPARE): _S.PREPARED,
        (_S.PREPARED, Step.ASK_COMPLETION): _S.COMPLETION,
        (_S.PREPARED, Step.WITHDRAW): _S.WITHDRAWN,
        (_S.PREPARED, Step.CALL_TO_AU): _S.ON_AU,
        (_S.PREPARED, Step.CALL_TO_BODY): _S.ON_AGENDA,
        (_S.ON_AU, Step.RECORD_AU): _S.AU_RESULT,
        (_S.ON_AU, Step.TABLE): _S.TABLED_BY_AU,
        (_S.ON_AU, Step.REMIT): _S.REMITTED,
        (_S.TABLED_BY_AU, Step.CALL_TO_AU): _S.ON_AU,
        (_S.AU_RESULT, Step.CALL_TO_BODY): _S.ON_AGENDA,
        (_S.ON_AGENDA, Step.DECIDE): _S.DECIDED,
        (_S.ON_AGENDA, Step.TABLE): _S.TABLED,
        (_S.ON_AGENDA, Step.REMIT): _S.REMITTED,
        (_S.TABLED, Step.CALL_TO_BODY): _S.ON_AGENDA,
        (_S.REMITTED, Step.COMPLETE): _S.REMITTED,
        (_S.REMITTED, Step.PREPARE): _S.PREPARED,
        (_S.DECIDED, Step.ADJUST): _S.ADJUSTED,
        (_S.ADJUSTED, Step.EXPEDITE): _S.EXPEDITED,
        (_S.EXPEDITED, Step.GAIN_FORCE): _S.FINAL,
        (_S.ADJUSTED, Step.ANNUL): _S.ANNULLED,
        (_S.EXPEDITED, Step.ANNUL): _S.ANNULLED,
        (_S.FINAL, Step.ANNUL): _S.ANNULLED,
    }
)
"""State and step → the state after it. What is not here cannot happen."""

PROPOSERS = frozenset({Role.OFFICIAL, Role.OFFICER})
"""Who may propose, complete and withdraw; the latter two only their own."""
MAY: Mapping[Step, frozenset[Role]] = MappingProxyType(
    {
        Step.SUBMIT: PROPOSERS,
        Step.COMPLETE: PROPOSERS,
        Step.WITHDRAW: PROPOSERS,
        Step.ASK_COMPLETION: frozenset({Role.OFFICER}),
        Step.PREPARE: frozenset({Role.OFFICER}),
        Step.CALL_TO_AU: frozenset({Role.SECRETARY}),
        Step.RECORD_AU: frozenset({Role.SECRETARY}),
        Step.CALL_TO_BODY: frozenset({Role.SECRETARY}),
        Step.DECIDE: frozenset({Role.SECRETARY}),
        Step.TABLE: frozenset({Role.SECRETARY}),
        Step.REMIT: frozenset({Role.SECRETARY}),
        Step.ADJUST: frozenset({Role.SECRETARY}),
        Step.EXPEDITE: frozenset({Role.SECRETARY}),
        Step.GAIN_FORCE: frozenset({Role.SECRETARY}),
        Step.ANNUL: frozenset({Role.SECRETARY}),
    }
)
"""The roles, in the body itself, that may take a step."""
CLOSED = frozenset({_S.WITHDRAWN, _S.ADJUSTED, _S.EXPEDITED, _S.FINAL, _S.ANNULLED})
"""Nothing is left to be decided on it. A decision counts from justering: how many are open is told
to everybody, and must not tell them what only the kansli may know."""
FOR_KANSLI = frozenset({_S.DECIDED})
"""What others are shown as it was before: a meeting's outcome counts from justering."""
FOR_ALL = frozenset({_S.ADJUSTED, _S.EXPEDITED, _S.FINAL, _S.ANNULLED})
"""From justering on everybody may read what became of a proposal, and why."""


@dataclass(frozen=True, slots=True)
class Target:
    """The sub-goal that a proposal is about, as it read when the proposal was made."""

    year: int
    number: int
    text: str
    code: str | None = None

    @property
    def label(self) -> str:
        """Its own code, else its place in the list."""
        return self.code or str(self.number)


@dataclass(frozen=True, slots=True)
class SupportedGoal:
    """The goal (mål som stöds), as it read when the proposal was made."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Content:
    """What somebody proposes, checked. Exactly what the kind needs is there."""

    kind: ProposalKind
    motivation: str
    target: Target | None = None
    text: str | None = None
    """The new wording; None where the kind has none."""
    goal: SupportedGoal | None = None
    consequences: str | None = None


@dataclass(frozen=True, slots=True)
class Version:
    """One frozen version of a proposal. Those before it stay."""

    number: int
    content: Content
    by: str
    """The author's object id."""
    at: datetime


class Advice(StrEnum):
    """What the handläggare recommends."""

    SUPPORT = "support"
    """Tillstyrks."""
    SUPPORT_CHANGED = "support_changed"
    """Tillstyrks med ändring: the recommendation has a wording of its own."""
    OPPOSE = "oppose"
    """Avstyrks."""
    REFER = "refer"
    """Hänvisas: to another proposal that says the same, or to another matter."""


@dataclass(frozen=True, slots=True)
class Recommendation:
    """What the handläggare recommends, and why."""

    advice: Advice
    reason: str
    text: str | None = None
    """Its own wording, with SUPPORT_CHANGED."""
    same_as: str | None = None
    """The number of the proposal that this one is a double of, and is decided with."""


class Outcome(StrEnum):
    """What a meeting makes of a proposal."""

    APPROVE = "approve"
    """Bifall."""
    CHANGE = "change"
    """Bifall med ändring: the meeting's own wording."""
    REJECT = "reject"
    """Avslag."""
    NO_OPINION = "no_opinion"
    """Lämnar utan eget förslag: the working committee only."""
    ANSWERED = "answered"
    """Anses besvarat: the deciding body only."""
    LAPSE = "lapse"
    """Utgår: nobody proposes it any more, and it is called already; the deciding body only."""
    TABLE = "table"
    """Bordläggs."""
    REMIT = "remit"
    """Återremitteras, with a reason."""


class Meeting(StrEnum):
    """Whose meeting it is."""

    AU = "au"
    """The working committee: it prepares and proposes, and never decides (KL 6 kap. 38 §)."""
    BODY = "body"
    """The body itself."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """What one meeting made of one proposal, as its minutes have it."""

    outcome: Outcome
    paragraph: str
    day: date
    text: str | None = None
    """The meeting's own wording, with CHANGE."""
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """A submitted proposal."""

    id: str
    body: str
    year: int
    """Of the matter."""
    serial: int
    """Its place, from 1, in the series of the tenant, the body and the year."""
    author: str
    """Object id."""
    role: Role
    """In which the author submitted it."""
    state: ProposalState
    versions: tuple[Version, ...]
    reason: str | None = None
    """What completion was asked with, or why it was remitted."""
    since: datetime | None = None
    """When its last step was taken; None for one that is not recorded yet, or is hidden."""
    recommendation: Recommendation | None = None
    by_au: Ruling | None = None
    by_body: Ruling | None = None
    """The newest of each: a proposal that comes back is prepared and treated anew."""

    @property
    def number(self) -> str:
        """As people name it: F-KS-2025-007."""
        return f"F-{self.body}-{self.year}-{self.serial:03}"

    @property
    def wording(self) -> str | None:
        """The wording that lies before the next meeting: AU's, else the officer's, else its own."""
        if self.by_au is not None and self.by_au.outcome is Outcome.CHANGE:
            return self.by_au.text
        if self.recommendation is not None and self.recommendation.text is not None:
            return self.recommendation.text
        return self.content.text

    @property
    def content(self) -> Content:
        """The newest version's."""
        return self.versions[-1].content

    @property
    def submitted_at(self) -> datetime:
        """When version 1 was frozen."""
        return self.versions[0].at

    @property
    def is_open(self) -> bool:
        """Whether it is still to be decided on."""
        return self.state not in CLOSED

    def seen_by(self, actor: Actor) -> Proposal:
        """The proposal as this person may see it."""
        if actor.is_kansli(self.body) or self.state in FOR_ALL:
            return self
        seen = replace(self, recommendation=None, by_au=None, by_body=None)
        if self.state not in FOR_KANSLI:
            return seen
        return replace(seen, state=ProposalState.ON_AGENDA, reason=None, since=None)

    def after(self, step: Step, *, at: datetime, reason: str | None = None) -> Proposal:
        """The proposal once the step is taken; raises StepForbiddenError.

        One that stays where it is (a new version of what was remitted) keeps its reason.
        """
        state = NEXT.get((self.state, step))
        if state is None:
            raise StepForbiddenError(number=self.number, state=self.state.value, step=step.value)
        kept = self.reason if state is self.state else None
        return replace(self, state=state, reason=reason or kept, since=at)

    def with_version(self, content: Content, *, by: str, at: datetime) -> Proposal:
        """The proposal with one more version."""
        version = Version(len(self.versions) + 1, content, by, at)
        return replace(self, versions=(*self.versions, version))
