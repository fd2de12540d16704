"""What a dialog may ask of a database."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import datetime

from goals.actor import Person
from goals.draft import Base
from goals.ports import Register
from goals.words import FrequentGap, TaughtWord
from storage.database import Database
from storage.gaps import frequent_gaps
from storage.goal_reader import SqlGoalReader, read_wording
from storage.ledger import SqlLedger, open_ledger
from storage.link_key import link_key
from storage.people import known_people
from storage.register import SqlRegister, waiting_proposals
from storage.verifying import Examination, examine
from storage.words import teach_word


class SqlMemory:
    """goals.ports.Memory."""

    def __init__(self, database: Database, reader: SqlGoalReader | None = None) -> None:
        """`reader` keeps the record between transactions; the one that turns are answered from."""
        self._database = database
        self.owed = asyncio.Event()
        """Set whenever this process has come to owe somebody a note."""
        self._open_ledger = open_ledger(
            database, when_owed=self.owed.set, reader=reader or SqlGoalReader(database)
        )

    def open_ledger(self, tenant: str, *, now: datetime) -> AbstractAsyncContextManager[SqlLedger]:
        """Begin a transaction that records; raises TenantUnknownError or BusyError."""
        return self._open_ledger(tenant, now=now)

    @asynccontextmanager
    async def register(self, tenant: str) -> AsyncIterator[Register]:
        """Begin to read proposals and drafts."""
        async with self._database.reading(tenant) as session:
            yield SqlRegister(session, tenant)

    async def waiting(self, tenant: str) -> Mapping[tuple[str, int], int]:
        """How many open proposals each matter (body, year) has."""
        return await waiting_proposals(self._database, tenant)

    async def people(self, tenant: str) -> tuple[Person, ...]:
        """Everybody who has a role, or whose name is known, by object id."""
        return await known_people(self._database, tenant)

    async def wording(self, tenant: str, body: str, base: Base, number: int) -> str | None:
        """How a sub-goal read in that version of a list."""
        async with self._database.reading(tenant) as session:
            return await read_wording(session, tenant, body, base, number)

    async def verify(self, tenant: str) -> Examination:
        """What is no longer as it was recorded, the first broken place first."""
        return await examine(self._database, tenant)

    async def link_key(self, *, now: datetime) -> bytes:
        """The key that links are signed with, in all tenants and processes the same."""
        return await link_key(self._database, now=now)

    async def frequent_gaps(self, tenant: str) -> tuple[FrequentGap, ...]:
        """The words that enough people have asked with in vain, the most used first."""
        return await frequent_gaps(self._database, tenant)

    async def teach_word(
        self, tenant: str, word: TaughtWord, *, by: str | None, now: datetime
    ) -> bool:
        """Keep what a word stands for; False where it did already. Raises TenantUnknownError."""
        return await teach_word(
            self._database, tenant=tenant, word=word.word, means=word.means, by=by, now=now
        )
