"""A paper is made and handed out: at the command line, and to whoever follows a link of ours."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from dialogs.case import Case
from dialogs.hand_out_papers import notices_of
from dialogs.papers import make_paper, paper_state
from dialogs.proof import proof_csv
from dialogs.texts import SWEDISH, say
from goals.actor import Actor
from goals.errors import (
    LinkRevokedError,
    LinkUnknownError,
    PaperBodyUnknownError,
    PaperMatterUnknownError,
    PaperNotAllowedError,
    PaperUnknownError,
)
from goals.paper import FORMATS, PaperFormat, PaperKind
from goals.paper_link import read_token
from goals.readying import PaperState, check_may_have_papers
from storage.database import Database
from storage.documents.papers.writing import write_paper
from storage.goal_reader import SqlGoalReader
from storage.memory import SqlMemory
from storage.paper_template import paper_template
from storage.people import current_grants
from storage.tenants import Tenants

MEDIA_TYPES = {
    PaperFormat.WORD: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    PaperFormat.PDF: "application/pdf",
    PaperFormat.TABLE: "text/csv",
}
_MOST_AT_ONCE = 2
"""Making one takes a processor for a moment; turns go on meanwhile."""


@dataclass(frozen=True, slots=True)
class PaperFile:
    """A paper as a file."""

    content: bytes
    media_type: str
    name: str
    """As the municipality would name it: "Tjänsteskrivelse KS 2025.docx"."""
    plain_name: str
    """The same for who cannot take å, ä and ö."""
    state: PaperState


class Papers(Protocol):
    """What the door hands out."""

    async def by_token(self, token: str) -> PaperFile:
        """The paper that a link is for. Raises GoalsError where nobody gets anything."""
        ...


class PaperMaker:
    """Makes papers from one database."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock
        self._reader = SqlGoalReader(database)
        self._memory = SqlMemory(database)
        self._tenants = Tenants(database)
        self._at_once = asyncio.Semaphore(_MOST_AT_ONCE)

    async def by_token(self, token: str) -> PaperFile:
        """The paper that a link is for, to whoever has the role at this moment.

        Raises LinkUnknownError, LinkExpiredError, LinkRevokedError and what `make` raises.
        """
        now = self._clock()
        link = read_token(token, await self._memory.link_key(now=now), now=now)
        if not await self._tenants.exists(link.tenant):
            raise LinkUnknownError
        grants = await current_grants(self._database, tenant=link.tenant, object_id=link.object_id)
        try:
            check_may_have_papers(Actor(link.tenant, link.object_id, grants), link.body)
        except PaperNotAllowedError:
            raise LinkRevokedError from None
        return await self.make(link.tenant, link.body, link.year, link.kind, link.format)

    async def make(
        self,
        tenant: str,
        body: str,
        year: int,
        kind: PaperKind,
        written_as: PaperFormat,
        *,
        template: bytes | None = None,
    ) -> PaperFile:
        """The paper as the record has it now, read back and compared.

        A Word file is written in this template, or in the municipality's own if it has one.

        Raises PaperBodyUnknownError, PaperMatterUnknownError, PaperTooEarlyError,
        PaperTooLateError, PaperUnknownError and what write_paper raises.
        """
        case = await self._case(tenant, body, year)
        paper = make_paper(case, kind, municipality=await self._name_of(tenant))
        if written_as not in FORMATS[kind]:
            raise PaperUnknownError
        if written_as is PaperFormat.TABLE:
            content = proof_csv(case)
        else:
            if template is None and written_as is PaperFormat.WORD:
                own = await paper_template(self._database, tenant)
                template = own.content if own else None
            async with self._at_once:
                content = await asyncio.to_thread(write_paper, paper, written_as, template=template)
        name = say(SWEDISH, f"paper-name-{kind.value}")
        code = "".join(sign for sign in body if sign.isascii())
        return PaperFile(
            content,
            MEDIA_TYPES[written_as],
            f"{name} {body} {year}.{written_as.value}",
            f"{kind.value}-{code}-{year}.{written_as.value}",
            paper_state(case, paper),
        )

    async def _case(self, tenant: str, body: str, year: int) -> Case:
        record = await self._reader.record(tenant)
        if record.body(body) is None:
            known = ", ".join(each.code for each in record.bodies) or "–"
            raise PaperBodyUnknownError(body=body, bodies=known)
        matter = record.matter(body, year)
        if matter is None:
            years = ", ".join(str(each.year) for each in record.matters if each.body == body)
            raise PaperMatterUnknownError(body=body, years=years or "–")
        async with self._memory.register(tenant) as register:
            return Case(
                record,
                matter,
                await register.proposals(body, year),
                await register.events(body, year),
                await notices_of(register, matter),
                self._clock(),
            )

    async def _name_of(self, tenant: str) -> str | None:
        """The municipality's name; None where it was never told, and its id stands for it."""
        served = await self._tenants.served(tenant)
        return served.name if served.is_named else None
