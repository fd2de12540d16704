"""What the rules need from outside, each with a real implementation and a fake."""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from datetime import datetime
from typing import Protocol

from goals.goal import Body, GoalSet
from goals.matter import Matter
from goals.plan import Plan
from goals.record import Record
from goals.words import FrequentGap, TaughtWord


class GoalReader(Protocol):
    """Reads what is recorded."""

    async def record(self, tenant: str) -> Record:
        """Everything the tenant has recorded; raises TenantUnknownError."""
        ...


class Ledger(Protocol):
    """One transaction that records. All of it happens, or none of it."""

    async def record(self) -> Record:
        """What the tenant has recorded so far, as this transaction sees it."""
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


class OpenLedger(Protocol):
    """Begins a transaction for one tenant: `async with open_ledger(tenant, now=…) as ledger`."""

    def __call__(self, tenant: str, *, now: datetime) -> AbstractAsyncContextManager[Ledger]:
        """Commits when the block ends, rolls back when it raises. Raises TenantUnknownError."""
        ...


class Memory(Protocol):
    """What a dialog may ask of the memory beyond the record."""

    def open_ledger(self, tenant: str, *, now: datetime) -> AbstractAsyncContextManager[Ledger]:
        """As OpenLedger says."""
        ...

    async def frequent_gaps(self, tenant: str) -> tuple[FrequentGap, ...]:
        """The words that enough people have asked with in vain, the most used first."""
        ...

    async def teach_word(
        self, tenant: str, word: TaughtWord, *, by: str | None, now: datetime
    ) -> bool:
        """Keep what a word stands for; False where it did already. Raises TenantUnknownError."""
        ...
