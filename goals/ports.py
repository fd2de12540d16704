"""What the rules need from outside, each with a real implementation and a fake."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import datetime, timedelta
from typing import Protocol

from goals.actor import Grant, Person, Role
from goals.draft import Base, Draft
from goals.event import Event, Link
from goals.extract import Extract
from goals.goal import Body, GoalSet
from goals.matter import Matter
from goals.meeting import Minutes
from goals.note import AddressKind, ClaimedNote, Ending, Note, Outcome
from goals.notice import Freeze, Notice
from goals.pending import PendingImport
from goals.plan import Plan
from goals.proposal import Meeting, Proposal, Target
from goals.record import Record
from goals.strategy import Strategy
from goals.unit import Channel, Unit, UnitAddress
from goals.words import FrequentGap, TaughtWord


class GoalReader(Protocol):
    """Reads what is recorded."""

    async def record(self, tenant: str) -> Record:
        """Everything the tenant has recorded; raises TenantUnknownError."""
        ...


class Notices(Protocol):
    """The units of one tenant, and what they are told, as one transaction sees them."""

    async def units(self) -> tuple[Unit, ...]:
        """Every unit that a matter names or that was added, by name; with its addresses."""
        ...

    async def address(self, address_id: str) -> UnitAddress | None:
        """The one with this id, also one that was removed."""
        ...

    async def channels(self, team: str) -> tuple[Channel, ...]:
        """The channels of a team that units were registered in."""
        ...

    async def notices(self, body: str, year: int) -> tuple[Notice, ...]:
        """What the units are told of one decision, rehearsals too, in the order it was owed."""
        ...

    async def notice(self, notice_id: str) -> Notice | None:
        """The one with this id."""
        ...

    async def notice_of(self, delivery_id: str) -> Notice | None:
        """The one that a delivery is about."""
        ...

    async def unanswered(self) -> tuple[Notice, ...]:
        """The notices that are no rehearsals and that nobody has received as they read now."""
        ...

    async def followers(self, body: str) -> tuple[str, ...]:
        """Who wants to be told when a decision of the body is adjusted; object ids, in order."""
        ...

    async def freeze(self) -> Freeze | None:
        """Why nothing is sent to units; None where it is."""
        ...


class NoticesLedger(Notices, Protocol):
    """What a transaction that records may change of them."""

    async def add_unit(self, name: str) -> None:
        """Enter a unit that the tenant did not have under that name."""
        ...

    async def keep_address(self, address: UnitAddress) -> None:
        """Keep an address of a unit, in the place of what was kept under its id."""
        ...

    async def keep_channel(self, channel: Channel) -> None:
        """Keep where a channel is reached, in the place of what was known of it."""
        ...

    async def keep_notice(self, notice: Notice) -> None:
        """Keep a notice and its deliveries, in the place of what was kept under their ids."""
        ...

    async def follow(self, body: str, object_id: str) -> None:
        """Enter that a person follows a body; nothing where they do."""
        ...

    async def unfollow(self, body: str, object_id: str) -> None:
        """Enter that they do not; nothing where they do not."""
        ...

    async def set_freeze(self, freeze: Freeze | None) -> None:
        """Stop what is sent to units; None: let it go on."""
        ...


class Register(Notices, Protocol):
    """The proposals of one tenant, and the drafts, as one transaction sees them."""

    async def proposals(
        self, body: str, year: int, *, about: Target | None = None
    ) -> tuple[Proposal, ...]:
        """Those of one matter, by number; `about`: at least those that name that place or wording.

        Any of their versions may name it. The list's year and number are the place.
        """
        ...

    async def proposals_of(self, author: str) -> tuple[Proposal, ...]:
        """One person's own, the newest first."""
        ...

    async def proposal(self, proposal_id: str) -> Proposal | None:
        """The one with this id."""
        ...

    async def links(self, body: str, year: int) -> tuple[Link, ...]:
        """What was done in one matter, in its order, with its place in the tenant's chain."""
        ...

    async def events(self, body: str, year: int) -> tuple[Event, ...]:
        """What was done in one matter, the oldest first."""
        ...

    async def minutes(self, body: str, year: int, meeting: Meeting) -> Minutes | None:
        """What was noted at a meeting so far, and is not recorded yet."""
        ...

    async def extract(self, body: str, year: int) -> Extract | None:
        """The newest certified extract of a matter, with its file."""
        ...

    async def drafts_of(self, author: str) -> tuple[Draft, ...]:
        """One person's drafts, the one last touched first."""
        ...

    async def draft(self, draft_id: str) -> Draft | None:
        """The draft with this id."""
        ...

    async def holders(self, body: str, roles: Collection[Role]) -> tuple[str, ...]:
        """Who now has one of the roles in the body or in every body; object ids, in their order."""
        ...


class Ledger(Register, NoticesLedger, Protocol):
    """One transaction that records. All of it happens, or none of it."""

    async def record(self) -> Record:
        """What the tenant has recorded so far, as this transaction sees it."""
        ...

    async def name_municipality(self, name: str) -> None:
        """Enter what the municipality is called; a name that was told before stays."""
        ...

    async def add_body(self, body: Body) -> None:
        """Enter a body that the tenant did not have."""
        ...

    async def add_goal_set(self, goal_set: GoalSet) -> None:
        """Enter a body's goals; with the period of an earlier set, a new version of it."""
        ...

    async def add_plan(self, plan: Plan) -> None:
        """Enter a year's list; for a year that has one, a new version of it."""
        ...

    async def add_matter(self, matter: Matter) -> None:
        """Enter a matter; for a year that has one, a new version of it."""
        ...

    async def next_serial(self, body: str, year: int) -> int:
        """The next number, from 1, in the matter's series of proposals."""
        ...

    async def enter_proposal(self, proposal: Proposal) -> None:
        """Enter a proposal with its first version."""
        ...

    async def enter_version(self, proposal: Proposal) -> None:
        """Enter the newest version of a proposal."""
        ...

    async def append(self, event: Event) -> None:
        """Put an event last in the tenant's chain; what it is about has its state from then on."""
        ...

    async def keep_draft(self, draft: Draft) -> None:
        """Keep a draft, in the place of what was kept under its id."""
        ...

    async def drop_draft(self, draft_id: str) -> None:
        """Delete a draft."""
        ...

    async def drafts_left(self, since: datetime) -> tuple[Draft, ...]:
        """The drafts of all authors that nobody has touched after then, the oldest first."""
        ...

    async def people(self) -> tuple[Person, ...]:
        """Everybody who has a role, by object id, as this transaction sees it."""
        ...

    async def change_role(
        self, object_id: str, grant: Grant, *, given: bool, by: str | None
    ) -> None:
        """Enter that a role was given, or taken; `by` None is the server's command line."""
        ...

    async def keep_minutes(self, minutes: Minutes) -> None:
        """Keep what was noted at a meeting so far, in the place of what was kept before."""
        ...

    async def drop_minutes(self, body: str, year: int, meeting: Meeting) -> None:
        """Delete them: they are recorded."""
        ...

    async def enter_extract(self, extract: Extract) -> None:
        """Enter an extract after those that the matter has."""
        ...

    async def owe(self, *notes: Note) -> None:
        """People are to be told, if and when this transaction has happened."""
        ...

    async def change_body(self, body: Body, *, by: str | None) -> None:
        """Give a body that is there another name, or other aliases. That it was done is kept.

        `by` None is the server's command line.
        """
        ...

    async def add_strategy(self, strategy: Strategy, *, by: str | None) -> None:
        """Enter a strategy, instead of the one with that name in its body, if there is one."""
        ...

    async def remove_strategy(self, strategy: Strategy, *, by: str | None) -> None:
        """Let a strategy no longer hold. What was recorded of it stays."""
        ...

    async def pending_import(self, import_id: str) -> PendingImport | None:
        """An import that somebody of the tenant has begun; whoever asks, and however old."""
        ...

    async def keep_import(self, pending: PendingImport) -> None:
        """Keep an import as it is now. It is no part of the record."""
        ...


class OpenLedger(Protocol):
    """Begins a transaction for one tenant: `async with open_ledger(tenant, now=…) as ledger`."""

    def __call__(self, tenant: str, *, now: datetime) -> AbstractAsyncContextManager[Ledger]:
        """Commits when the block ends, rolls back when it raises.

        Raises TenantUnknownError, or BusyError where too many stand before.
        """
        ...


class Settled(Protocol):
    """The rule that a delivery's end is told to, once, in the transaction that marks it."""

    async def __call__(
        self, ledger: Ledger, delivery_id: str, outcome: Outcome, now: datetime
    ) -> None:
        """Record what became of it; may owe further notes."""
        ...


class Outbox(Protocol):
    """The notes that are owed, of every tenant. Several processes pay from it at once."""

    settled: Settled | None
    """What the end of a delivery's note is told to."""

    async def next_due(
        self, kinds: Collection[AddressKind] = tuple(AddressKind)
    ) -> datetime | None:
        """When the next note is to be taken up; None while nothing is owed."""
        ...

    async def claim(
        self,
        *,
        now: datetime,
        lease: timedelta,
        most: int,
        kinds: Collection[AddressKind] = tuple(AddressKind),
        busy: Collection[str] = (),
    ) -> tuple[ClaimedNote, ...]:
        """Take up about `most` notes that are due, and what is to go out together with them.

        Those whose process has not been heard of for its lease are due again. Those of the
        tenants that we are `busy` with are left alone.
        """
        ...

    async def begin_sending(
        self, notes: Sequence[ClaimedNote], *, now: datetime, lease: timedelta
    ) -> tuple[ClaimedNote, ...]:
        """Say before the call that these go out; returns those that are still ours to send."""
        ...

    async def delivered(
        self, notes: Sequence[ClaimedNote], *, delivery_id: str, now: datetime
    ) -> None:
        """These arrived; `delivery_id` is what Teams calls the message."""
        ...

    async def part_arrived(self, note: ClaimedNote, *, parts: int) -> None:
        """So many parts of its message have arrived: they are not sent again."""
        ...

    async def postpone(
        self,
        notes: Sequence[ClaimedNote],
        *,
        until: datetime,
        reason: str,
        is_attempt: bool = True,
    ) -> None:
        """These are to be tried again then; where nothing was sent, it counts as no attempt."""
        ...

    async def heed_clock(self, *, now: datetime, lease: timedelta) -> int:
        """The clock may have been set back: what the old one put off too far is due; how much."""
        ...

    async def give_up(
        self, notes: Sequence[ClaimedNote], *, ending: Ending, reason: str, now: datetime
    ) -> None:
        """These will not arrive; `ending` says why, `reason` in the other side's words."""
        ...


class Memory(Protocol):
    """What a dialog may ask of the memory beyond the record."""

    def open_ledger(self, tenant: str, *, now: datetime) -> AbstractAsyncContextManager[Ledger]:
        """As OpenLedger says."""
        ...

    def register(self, tenant: str) -> AbstractAsyncContextManager[Register]:
        """Begin to read proposals and drafts: `async with memory.register(tenant) as register`."""
        ...

    async def waiting(self, tenant: str) -> Mapping[tuple[str, int], int]:
        """How many open proposals each matter (body, year) has."""
        ...

    async def people(self, tenant: str) -> tuple[Person, ...]:
        """Everybody who has a role, or whose name is known, by object id."""
        ...

    async def wording(self, tenant: str, body: str, base: Base, number: int) -> str | None:
        """How a sub-goal read in that version of a list, also one that has changed since."""
        ...

    async def link_key(self, *, now: datetime) -> bytes:
        """The key that links are signed with, in all tenants and processes the same."""
        ...

    async def frequent_gaps(self, tenant: str) -> tuple[FrequentGap, ...]:
        """The words that enough people have asked with in vain, the most used first."""
        ...

    async def teach_word(
        self, tenant: str, word: TaughtWord, *, by: str | None, now: datetime
    ) -> bool:
        """Keep what a word stands for; False where it did already. Raises TenantUnknownError."""
        ...
