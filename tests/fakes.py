"""Stand-ins for what is outside the rules. Each keeps the contract of the real one."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from goals.errors import TenantUnknownError
from goals.goal import Body, GoalSet, Period
from goals.matter import Matter
from goals.plan import Plan
from goals.record import Record
from goals.words import FrequentGap, TaughtWord

_Versioned = TypeVar("_Versioned", GoalSet, Plan, Matter)
_WITHOUT_PERIOD = Period(0, 0)


class FakeMemory:
    """goals.ports.GoalReader and goals.ports.Memory, in a dict."""

    def __init__(self, *tenants: str) -> None:
        self._records: dict[str, Record] = {}
        self.gaps: tuple[FrequentGap, ...] = ()
        """What `frequent_gaps` tells, in every tenant."""
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
            ledger = FakeLedger(before)
            yield ledger
            after = await ledger.record()
            if after is not before:
                self._records[tenant] = replace(after, revision=before.revision + 1)

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


class FakeLedger:
    """goals.ports.Ledger on a record that nobody else sees yet."""

    def __init__(self, record: Record) -> None:
        self._record = record

    async def record(self) -> Record:
        """What the tenant has recorded so far, as this transaction sees it."""
        return self._record

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
        plans = self._with(self._record.plans, plan, lambda each: (each.body, each.year))
        self._record = replace(self._record, plans=plans)

    async def add_matter(self, matter: Matter) -> None:
        """Enter a matter; for a year that has one, a new version of it."""
        matters = self._with(self._record.matters, matter, lambda each: (each.body, each.year))
        self._record = replace(self._record, matters=matters)

    def _with(
        self,
        newest: tuple[_Versioned, ...],
        entered: _Versioned,
        place: Callable[[_Versioned], tuple[str, int] | tuple[str, bool, Period]],
    ) -> tuple[_Versioned, ...]:
        if self._record.body(entered.body) is None:
            raise ValueError(f"{entered.body} is not entered")
        by_place = {place(each): each for each in newest}
        earlier = by_place.get(place(entered))
        if earlier is not None and entered.version <= earlier.version:
            raise ValueError(f"version {entered.version} is there already")
        by_place[place(entered)] = entered
        return tuple(each for _, each in sorted(by_place.items(), key=lambda item: item[0]))
