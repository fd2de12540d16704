"""Stand-ins for what is outside the rules. Each keeps the contract of the real one."""

from __future__ import annotations

import asyncio
from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Callable, Collection, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import count
from typing import TypeVar

from goals.actor import Grant, Person, Role
from goals.calendar import OwnDay
from goals.draft import Base, Draft
from goals.errors import BusyError, TenantUnknownError
from goals.event import FIRST, Event, Link, chained
from goals.extract import Extract
from goals.goal import Body, GoalSet, Period
from goals.matter import Matter
from goals.meeting import Minutes
from goals.note import AddressKind, ClaimedNote, Ending, Note, NoteState, Outcome
from goals.pending import PendingImport
from goals.plan import Plan, PlanStatus
from goals.ports import OpenLedger, Settled
from goals.proposal import Meeting, Proposal, Target
from goals.record import Record
from goals.sealing import KEY_BYTES
from goals.steps import told
from goals.strategy import Strategy
from goals.words import FrequentGap, TaughtWord
from storage.outbox import LONGEST_PUT_OFF
from tests.fake_notices import FakeNotices, FakeNoticesLedger, NoticeShelf

_Versioned = TypeVar("_Versioned", GoalSet, Plan, Matter)
_WITHOUT_PERIOD = Period(0, 0)


class FakeMemory:
    """goals.ports.GoalReader, goals.ports.Memory and, as `outbox`, goals.ports.Outbox."""

    def __init__(self, *tenants: str) -> None:
        self._records: dict[str, Record] = {}
        self._shelves: dict[str, Shelf] = defaultdict(Shelf)
        self.gaps: tuple[FrequentGap, ...] = ()
        """What `frequent_gaps` tells, in every tenant."""
        self.outbox = FakeOutbox(self.open_ledger)
        self.names: dict[str, str] = {}
        """Of people who have written to the bot, by object id, in every tenant."""
        self.roles: dict[str, dict[str, frozenset[Grant]]] = {}
        """By tenant and object id."""
        self._plans: defaultdict[str, tuple[Plan, ...]] = defaultdict(tuple)
        self._turns: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        for tenant in tenants:
            self.add_tenant(tenant)

    def add_tenant(self, tenant: str) -> None:
        """Begin to serve a municipality that has recorded nothing."""
        self._records.setdefault(tenant, Record(tenant, 0))

    async def record(self, tenant: str, *, revision: int | None = None) -> Record:
        """Everything the tenant has recorded; raises TenantUnknownError."""
        if tenant not in self._records:
            raise TenantUnknownError(tenant=tenant)
        return self._records[tenant]

    @asynccontextmanager
    async def open_ledger(self, tenant: str, *, now: datetime) -> AsyncIterator[FakeLedger]:
        """Keep what was recorded when the block ends; one at a time in a tenant."""
        if now.utcoffset() is None:
            raise ValueError("a time without its zone")
        async with self._turns[tenant]:
            before = await self.record(tenant)
            ledger = FakeLedger(before, self._shelves[tenant], self.roles.get(tenant, {}))
            yield ledger
            self._shelves[tenant] = replace(ledger.shelf, told=ledger.told)
            self.roles[tenant] = ledger.roles
            self.outbox.owe(tenant, ledger.owed, now=now)
            after = await ledger.record()
            if after is not before:
                self._plans[tenant] += after.plans
                self._records[tenant] = replace(after, revision=before.revision + 1)

    @asynccontextmanager
    async def register(self, tenant: str) -> AsyncIterator[FakeRegister]:
        """Read proposals and drafts."""
        yield FakeRegister(tenant, self._shelves[tenant])

    async def waiting(self, tenant: str) -> Mapping[tuple[str, int], int]:
        """How many open proposals each matter has."""
        proposals = self._shelves[tenant].proposals.values()
        return Counter((each.body, each.year) for each in proposals if each.is_open)

    async def wording(self, tenant: str, body: str, base: Base, number: int) -> str | None:
        """How a sub-goal read in that version of a list."""
        return next(
            (
                subgoal.text
                for plan in self._plans[tenant]
                for subgoal in plan.subgoals
                if (plan.body, plan.year, plan.version) == (body, base.year, base.version)
                and subgoal.number == number
            ),
            None,
        )

    def give_role(self, tenant: str, person: str, role: Role, body: str | None = None) -> None:
        """Give a person (object id) a role; without a body, in every one."""
        shelf = self._shelves[tenant]
        grants = {
            **shelf.grants,
            person: shelf.grants.get(person, frozenset()) | {Grant(role, body)},
        }
        self._shelves[tenant] = replace(shelf, grants=grants)

    def take_role(self, tenant: str, person: str, role: Role, body: str | None = None) -> None:
        """Take it again, from just that body."""
        shelf = self._shelves[tenant]
        grants = {
            **shelf.grants,
            person: shelf.grants.get(person, frozenset()) - {Grant(role, body)},
        }
        self._shelves[tenant] = replace(shelf, grants=grants)

    def events(self, tenant: str) -> tuple[Event, ...]:
        """What was done in the tenant, in order."""
        return self._shelves[tenant].events

    async def people(self, tenant: str) -> tuple[Person, ...]:
        """Everybody who has a role, or whose name is known, by object id."""
        return _people(self.roles.get(tenant, {}), self.names)

    async def link_key(self, *, now: datetime) -> bytes:
        """A key that everybody can read here."""
        return b"k" * KEY_BYTES

    async def frequent_gaps(self, tenant: str) -> tuple[FrequentGap, ...]:
        """The words that were put into `gaps`."""
        await self.record(tenant)
        return self.gaps

    async def teach_word(
        self, tenant: str, word: TaughtWord, *, by: str | None, now: datetime
    ) -> bool:
        """Keep what a word stands for; False where it did already. Raises TenantUnknownError."""
        record = await self.record(tenant)
        if word in record.words:
            return False
        others = tuple(each for each in record.words if each.word != word.word)
        words = tuple(sorted((*others, word), key=lambda each: each.word))
        self._records[tenant] = replace(record, words=words, revision=record.revision + 1)
        return True

    def have_free(self, tenant: str, *days: OwnDay) -> None:
        """These are the municipality's own free days."""
        record = self._records[tenant]
        self._records[tenant] = replace(record, own_days=days, revision=record.revision + 1)


@dataclass(frozen=True)
class Shelf:
    """A tenant's proposals and drafts by their ids, and what was done."""

    proposals: Mapping[str, Proposal] = field(default_factory=dict)
    drafts: Mapping[str, Draft] = field(default_factory=dict)
    events: tuple[Event, ...] = ()
    grants: Mapping[str, frozenset[Grant]] = field(default_factory=dict)
    """By the object ids of those who have or had one."""
    imports: Mapping[str, PendingImport] = field(default_factory=dict)
    minutes: Mapping[tuple[str, int, Meeting], Minutes] = field(default_factory=dict)
    told: NoticeShelf = field(default_factory=NoticeShelf)
    extracts: tuple[Extract, ...] = ()


@asynccontextmanager
async def busy(tenant: str, *, now: datetime) -> AsyncIterator[FakeLedger]:
    """A way to open a ledger where too many stand in line."""
    raise BusyError
    yield  # type: ignore[unreachable]


class FakeRegister(FakeNotices):
    """goals.ports.Register."""

    def __init__(self, tenant: str, shelf: Shelf) -> None:
        self._tenant = tenant
        self.shelf = shelf
        self.told = shelf.told

    async def proposals(
        self, body: str, year: int, *, about: Target | None = None
    ) -> tuple[Proposal, ...]:
        """Those of one matter, by number; `about` a sub-goal."""
        found = [
            each
            for each in self.shelf.proposals.values()
            if (each.body, each.year) == (body, year)
            and (about is None or any(_names(of.content.target, about) for of in each.versions))
        ]
        return tuple(sorted(found, key=lambda each: each.serial))

    async def proposals_of(self, author: str) -> tuple[Proposal, ...]:
        """One person's own, the newest first."""
        found = [each for each in self.shelf.proposals.values() if each.author == author]
        return tuple(sorted(found, key=lambda each: (each.submitted_at, each.serial), reverse=True))

    async def proposal(self, proposal_id: str) -> Proposal | None:
        """The one with this id."""
        return self.shelf.proposals.get(proposal_id)

    async def links(self, body: str, year: int) -> tuple[Link, ...]:
        """What was done in one matter, in its order, with its place in the tenant's chain."""
        links: list[Link] = []
        digest = FIRST
        for place, event in enumerate(self.shelf.events, start=1):
            digest = chained(event, tenant=self._tenant, place=place, previous=digest)
            links.append(Link(place, event, digest))
        return tuple(each for each in links if (each.event.body, each.event.year) == (body, year))

    async def events(self, body: str, year: int) -> tuple[Event, ...]:
        """What was done in one matter, the oldest first."""
        return tuple(e for e in self.shelf.events if (e.body, e.year) == (body, year))

    async def minutes(self, body: str, year: int, meeting: Meeting) -> Minutes | None:
        """What was noted at a meeting so far, and is not recorded yet."""
        return self.shelf.minutes.get((body, year, meeting))

    async def extract(self, body: str, year: int) -> Extract | None:
        """The newest certified extract of a matter."""
        of_it = [each for each in self.shelf.extracts if (each.body, each.year) == (body, year)]
        return max(of_it, key=lambda each: each.number, default=None)

    async def drafts_of(self, author: str) -> tuple[Draft, ...]:
        """One person's drafts, the one last touched first."""
        found = sorted(
            (each for each in self.shelf.drafts.values() if each.author == author),
            key=lambda each: each.id,
        )
        return tuple(sorted(found, key=lambda each: each.updated_at, reverse=True))

    async def draft(self, draft_id: str) -> Draft | None:
        """The draft with this id."""
        return self.shelf.drafts.get(draft_id)

    async def holders(self, body: str, roles: Collection[Role]) -> tuple[str, ...]:
        """Who now has one of the roles in the body or in every body; object ids, in their order."""
        wanted = {Grant(role, where) for role in roles for where in (body, None)}
        return tuple(
            sorted(person for person, grants in self.shelf.grants.items() if grants & wanted)
        )


def _names(target: Target | None, about: Target) -> bool:
    if target is None:
        return False
    return target.text == about.text or (target.year, target.number) == (about.year, about.number)


def _people(roles: Mapping[str, frozenset[Grant]], names: Mapping[str, str]) -> tuple[Person, ...]:
    holders = {each for each, grants in roles.items() if grants}
    return tuple(
        Person(each, names.get(each), roles.get(each, frozenset()))
        for each in sorted({*holders, *names})
    )


class FakeLedger(FakeNoticesLedger, FakeRegister):
    """goals.ports.Ledger on a record that nobody else sees yet."""

    def __init__(self, record: Record, shelf: Shelf, roles: Mapping[str, frozenset[Grant]]) -> None:
        super().__init__(record.tenant, shelf)
        self._record = record
        self.roles = dict(roles)
        self.owed: list[Note] = []

    async def record(self) -> Record:
        """What the tenant has recorded so far, as this transaction sees it."""
        return self._record

    async def next_serial(self, body: str, year: int) -> int:
        """The next number, from 1, in the matter's series of proposals."""
        serials = (each.serial for each in await self.proposals(body, year))
        return max(serials, default=0) + 1

    async def enter_proposal(self, proposal: Proposal) -> None:
        """Enter a proposal with its first version."""
        self._check_body(proposal.body)
        taken = [each.serial for each in await self.proposals(proposal.body, proposal.year)]
        if proposal.id in self.shelf.proposals or proposal.serial in taken:
            raise ValueError(f"{proposal.number} is there already")
        self._put(proposal)

    async def enter_version(self, proposal: Proposal) -> None:
        """Enter the newest version of a proposal."""
        if len(proposal.versions) != len(self.shelf.proposals[proposal.id].versions) + 1:
            raise ValueError(f"version {len(proposal.versions)} is there already")
        kept = self.shelf.proposals[proposal.id]
        self._put(replace(kept, versions=proposal.versions))

    async def append(self, event: Event) -> None:
        """Put an event last; what it is about has its state from then on."""
        if event.at.utcoffset() is None:
            raise ValueError("a time without its zone")
        self._check_body(event.body)
        self.shelf = replace(self.shelf, events=(*self.shelf.events, event))
        if event.proposal is not None:
            self._put(told(self.shelf.proposals[event.proposal], (event,)))

    async def keep_draft(self, draft: Draft) -> None:
        """Keep a draft, in the place of what was kept under its id."""
        self._check_body(draft.body)
        self.shelf = replace(self.shelf, drafts={**self.shelf.drafts, draft.id: draft})

    async def keep_minutes(self, minutes: Minutes) -> None:
        """Keep what was noted at a meeting so far, in the place of what was kept before."""
        key = (minutes.body, minutes.year, minutes.meeting)
        self.shelf = replace(self.shelf, minutes={**self.shelf.minutes, key: minutes})

    async def drop_minutes(self, body: str, year: int, meeting: Meeting) -> None:
        """Delete them: they are recorded."""
        kept = {k: m for k, m in self.shelf.minutes.items() if k != (body, year, meeting)}
        self.shelf = replace(self.shelf, minutes=kept)

    async def enter_extract(self, extract: Extract) -> None:
        """Enter an extract after those that the matter has."""
        self._check_body(extract.body)
        newest = await self.extract(extract.body, extract.year)
        if newest is not None and extract.number <= newest.number:
            raise ValueError(f"extract {extract.number} is there already")
        self.shelf = replace(self.shelf, extracts=(*self.shelf.extracts, extract))

    async def drop_draft(self, draft_id: str) -> None:
        """Delete a draft."""
        drafts = {key: each for key, each in self.shelf.drafts.items() if key != draft_id}
        self.shelf = replace(self.shelf, drafts=drafts)

    async def drafts_left(self, since: datetime) -> tuple[Draft, ...]:
        """The drafts that nobody has touched after then, the oldest first."""
        left = [each for each in self.shelf.drafts.values() if each.updated_at <= since]
        return tuple(sorted(left, key=lambda each: (each.updated_at, each.id)))

    def _put(self, proposal: Proposal) -> None:
        proposals = {**self.shelf.proposals, proposal.id: proposal}
        self.shelf = replace(self.shelf, proposals=proposals)

    def _check_body(self, code: str) -> None:
        if self._record.body(code) is None:
            raise ValueError(f"{code} is not entered")

    async def name_municipality(self, name: str) -> None:
        """Enter what the municipality is called; a name that was told before stays."""
        if self._record.municipality is None:
            self._record = replace(self._record, municipality=name)

    async def add_body(self, body: Body) -> None:
        """Enter a body that the tenant did not have."""
        if self._record.body(body.code) is not None:
            raise ValueError(f"{body.code} is there already")
        bodies = (*self._record.bodies, body)
        self._record = replace(
            self._record, bodies=tuple(sorted(bodies, key=lambda each: each.code))
        )

    async def add_goal_set(self, goal_set: GoalSet) -> None:
        """Enter a body's goals; with the period of an earlier set, a new version of it."""
        self._record = replace(
            self._record,
            goal_sets=self._with(
                self._record.goal_sets,
                goal_set,
                lambda each: (
                    each.body,
                    each.period is not None,
                    each.period or _WITHOUT_PERIOD,
                ),
            ),
        )

    async def add_plan(self, plan: Plan) -> None:
        """Enter a year's list; for a year that has one, a new version of it."""
        before = self._record.plan(plan.body, plan.year)
        plans = self._with(self._record.plans, plan, lambda each: (each.body, each.year))
        earlier = tuple(
            each
            for each in self._record.earlier
            if (each.body, each.year) != (plan.body, plan.year)
        )
        if before is not None and plan.status is PlanStatus.DECIDED_NOT_ADJUSTED:
            earlier = (*earlier, before)
        self._record = replace(self._record, plans=plans, earlier=earlier)

    async def add_matter(self, matter: Matter) -> None:
        """Enter a matter; for a year that has one, a new version of it."""
        matters = self._with(self._record.matters, matter, lambda each: (each.body, each.year))
        self.told = replace(self.told, units=self.told.units | set(matter.recipients))
        self._record = replace(self._record, matters=matters)

    async def people(self) -> tuple[Person, ...]:
        """Everybody who has a role, by object id, as this transaction sees it."""
        return _people(self.roles, {})

    async def change_role(
        self, object_id: str, grant: Grant, *, given: bool, by: str | None
    ) -> None:
        """Enter that a role was given, or taken; `by` None is the server's command line."""
        held = self.roles.get(object_id, frozenset())
        self.roles[object_id] = held | {grant} if given else held - {grant}

    async def owe(self, *notes: Note) -> None:
        """People are to be told, if and when this transaction has happened."""
        self.owed.extend(notes)

    async def change_body(self, body: Body, *, by: str | None) -> None:
        """Give a body that is there another name, or other aliases."""
        others = [each for each in self._record.bodies if each.code != body.code]
        if len(others) == len(self._record.bodies):
            raise ValueError(f"{body.code} is not entered")
        bodies = tuple(sorted((*others, body), key=lambda each: each.code))
        self._record = replace(self._record, bodies=bodies)

    async def add_strategy(self, strategy: Strategy, *, by: str | None) -> None:
        """Enter a strategy, instead of the one with that name in its body, if there is one."""
        if self._record.body(strategy.body) is None:
            raise ValueError(f"{strategy.body} is not entered")
        self._set_strategies(strategy, strategy)

    async def remove_strategy(self, strategy: Strategy, *, by: str | None) -> None:
        """Let a strategy no longer hold."""
        self._set_strategies(strategy)

    def _set_strategies(self, changed: Strategy, *added: Strategy) -> None:
        name = (changed.body, changed.name)
        others = [each for each in self._record.strategies if (each.body, each.name) != name]
        strategies = sorted((*others, *added), key=lambda each: (each.body, each.name))
        self._record = replace(self._record, strategies=tuple(strategies))

    async def pending_import(self, import_id: str) -> PendingImport | None:
        """An import that somebody of the tenant has begun."""
        return self.shelf.imports.get(import_id)

    async def keep_import(self, pending: PendingImport) -> None:
        """Keep an import as it is now. It is no part of the record."""
        imports = {**self.shelf.imports, pending.id: pending}
        self.shelf = replace(self.shelf, imports=imports)

    def _with(
        self,
        newest: tuple[_Versioned, ...],
        entered: _Versioned,
        place: Callable[[_Versioned], tuple[str, int] | tuple[str, bool, Period]],
    ) -> tuple[_Versioned, ...]:
        self._check_body(entered.body)
        by_place = {place(each): each for each in newest}
        earlier = by_place.get(place(entered))
        if earlier is not None and entered.version <= earlier.version:
            raise ValueError(f"version {entered.version} is there already")
        by_place[place(entered)] = entered
        return tuple(each for _, each in sorted(by_place.items(), key=lambda item: item[0]))


@dataclass(slots=True)
class _Owed:
    claimed: ClaimedNote
    due_at: datetime | None
    owed_at: datetime
    state: NoteState = NoteState.OWED
    reason: str | None = None
    delivery_id: str | None = None


class FakeOutbox:
    """goals.ports.Outbox, in a list."""

    def __init__(self, open_ledger: OpenLedger) -> None:
        self._open_ledger = open_ledger
        self.settled: Settled | None = None
        """What the end of a delivery's note is told to."""
        self.all: list[_Owed] = []
        self._claims = count(1)

    @property
    def notes(self) -> list[Note]:
        """Everything that is or was owed."""
        return [each.claimed.note for each in self.all]

    def owe(self, tenant: str, notes: Sequence[Note], *, now: datetime) -> None:
        """Owe these from now on."""
        for note in notes:
            kept = replace(note, wait=timedelta(0))
            claimed = ClaimedNote(len(self.all) + 1, tenant, kept, 0, "")
            self.all.append(_Owed(claimed, now + note.wait, now))

    async def next_due(
        self, kinds: Collection[AddressKind] = tuple(AddressKind)
    ) -> datetime | None:
        ours = (each for each in self.all if each.claimed.note.address_kind in kinds)
        return min((each.due_at for each in ours if each.due_at), default=None)

    async def claim(
        self,
        *,
        now: datetime,
        lease: timedelta,
        most: int,
        kinds: Collection[AddressKind] = tuple(AddressKind),
        busy: Collection[str] = (),
    ) -> tuple[ClaimedNote, ...]:
        def is_due(each: _Owed) -> bool:
            return each.due_at is not None and each.due_at <= now

        ours = [
            each
            for each in filter(is_due, self.all)
            if each.claimed.tenant not in busy and each.claimed.note.address_kind in kinds
        ]
        first = sorted(ours, key=lambda each: str(each.due_at))[:most]
        addresses = {_address(each) for each in first}
        batches = {each.claimed.note.batch for each in first} - {""}
        claim = f"claim {next(self._claims)}"
        taken = []
        for each in self.all:
            waits = each.state is NoteState.OWED and each.claimed.note.batch in batches
            if _address(each) in addresses and (is_due(each) or waits):
                each.claimed = replace(each.claimed, claim=claim)
                each.state, each.due_at = NoteState.CLAIMED, now + lease
                taken.append(each.claimed)
        return tuple(taken)

    async def begin_sending(
        self, notes: Sequence[ClaimedNote], *, now: datetime, lease: timedelta
    ) -> tuple[ClaimedNote, ...]:
        ours = [each for each in self._ours(notes) if each.state is NoteState.CLAIMED]
        for each in ours:
            each.state, each.due_at = NoteState.SENDING, now + lease
            each.claimed = replace(each.claimed, attempts=each.claimed.attempts + 1)
        return tuple(each.claimed for each in ours)

    async def delivered(
        self, notes: Sequence[ClaimedNote], *, delivery_id: str, now: datetime
    ) -> None:
        for each in self._ours(notes):
            await self._settle(each, Outcome(Ending.DELIVERED, 0, message_id=delivery_id), now)
            self._end(each, NoteState.DELIVERED)
            each.delivery_id = delivery_id

    async def part_arrived(self, note: ClaimedNote, *, parts: int) -> None:
        for each in self._ours([note]):
            each.claimed = replace(each.claimed, parts=parts)

    async def postpone(
        self,
        notes: Sequence[ClaimedNote],
        *,
        until: datetime,
        reason: str,
        is_attempt: bool = True,
    ) -> None:
        for each in self._ours(notes):
            self._end(each, NoteState.POSTPONED, until, reason)
            attempts = each.claimed.attempts - (not is_attempt)
            each.claimed = replace(each.claimed, attempts=attempts)

    async def heed_clock(self, *, now: datetime, lease: timedelta) -> int:
        moved = 0
        for each in self.all:
            due_at = each.due_at or now
            if each.state in (NoteState.OWED, NoteState.POSTPONED):
                is_off = due_at > now and (each.owed_at > now or due_at > now + LONGEST_PUT_OFF)
                due = now
            else:
                is_off, due = due_at > now + 2 * lease, now + lease
            if is_off:
                each.due_at = due
                moved += 1
        return moved

    async def give_up(
        self, notes: Sequence[ClaimedNote], *, ending: Ending, reason: str, now: datetime
    ) -> None:
        for each in self._ours(notes):
            await self._settle(each, Outcome(ending, 0, reason=reason), now)
            self._end(each, NoteState.GAVE_UP, None, reason)

    async def _settle(self, owed: _Owed, outcome: Outcome, now: datetime) -> None:
        claimed = owed.claimed
        if claimed.note.delivery and self.settled:
            async with self._open_ledger(claimed.tenant, now=now) as ledger:
                became = replace(outcome, attempts=claimed.attempts)
                await self.settled(ledger, claimed.note.delivery, became, now)

    def _ours(self, notes: Sequence[ClaimedNote]) -> list[_Owed]:
        claims = {(each.id, each.claim) for each in notes}
        return [each for each in self.all if (each.claimed.id, each.claimed.claim) in claims]

    def _end(
        self,
        each: _Owed,
        state: NoteState,
        due_at: datetime | None = None,
        reason: str | None = None,
    ) -> None:
        each.state, each.due_at, each.reason = state, due_at, reason
        each.claimed = replace(each.claimed, claim="")


def _address(owed: _Owed) -> tuple[str, str, str]:
    note = owed.claimed.note
    return owed.claimed.tenant, note.address_kind, note.to
