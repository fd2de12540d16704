"""What a person's press of "Skicka in" is measured through."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from sqlalchemy.exc import IntegrityError
from sqlmodel import col, func, select

from goals.draft import Draft
from goals.errors import BusyError
from storage.database import EVERY_TENANT, Database
from storage.errors import DatabaseUnavailableError
from storage.memory import SqlMemory
from storage.tables import ProposalRow
from tests.storage.examples import EXEMPELBY, proposal
from tests.storage.proposing import official, send, type_draft


class Driver(Protocol):
    """People who have each typed a proposal, and send it."""

    async def type(self, name: str, number: int) -> None:
        """Fill in the form, before anything is measured."""
        ...

    async def press(self, name: str) -> int:
        """Send it; the proposal's number in its series."""
        ...


class Rules:
    """The rules themselves, on the database: what a dialog calls."""

    def __init__(self, database: Database) -> None:
        self._memory = SqlMemory(database)
        self._drafts: dict[str, Draft] = {}

    async def type(self, name: str, number: int) -> None:
        """Keep a draft."""
        person = official(EXEMPELBY, name)
        self._drafts[name] = await type_draft(self._memory.open_ledger, person, name, number)

    async def press(self, name: str) -> int:
        """Submit it; whoever is told that too many are in line presses again."""
        while True:
            try:
                sent = await send(
                    self._memory.open_ledger, self._drafts[name], official(EXEMPELBY, name)
                )
            except BusyError:
                continue
            return sent.proposal.serial


class Guessing:
    """The baseline: the highest number and one more, without a lock, again where it was taken.

    It enters only the proposal: no version, no event, no chain, no check of what was typed.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    async def type(self, name: str, number: int) -> None:
        """It needs no draft."""

    async def press(self, name: str) -> int:
        """Try until a number was free, and a connection."""
        while True:
            try:
                async with self._database.recording(EVERY_TENANT) as session:
                    last = await session.exec(
                        select(func.max(col(ProposalRow.serial))).where(
                            col(ProposalRow.tenant) == EXEMPELBY
                        )
                    )
                    serial = (last.one() or 0) + 1
                    guessed = proposal(id=name, serial=serial, author=name)
                    session.add(
                        ProposalRow(
                            tenant=EXEMPELBY,
                            id=guessed.id,
                            body=guessed.body,
                            year=guessed.year,
                            serial=guessed.serial,
                            author=guessed.author,
                            role=guessed.role,
                        )
                    )
            except (IntegrityError, DatabaseUnavailableError):
                continue
            return serial


DRIVERS: dict[str, Callable[[Database], Driver]] = {"rules": Rules, "guessing": Guessing}
