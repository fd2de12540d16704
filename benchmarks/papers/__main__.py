"""How long a paper of a year's round takes: `python -m benchmarks.papers`."""

from __future__ import annotations

import asyncio
import os
import platform
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Annotated

import typer

from bot.handing_out import PaperMaker
from goals.actor import Actor, Grant, Role
from goals.calling import call
from goals.deciding import decide
from goals.draft import Draft, Typed
from goals.drafting import keep_draft
from goals.ground import ground_of
from goals.importing import record_document
from goals.meeting import Minutes, NotedOutcome
from goals.noting import note
from goals.paper import PaperFormat, PaperKind
from goals.preparing import prepare
from goals.proposal import Meeting, Outcome
from goals.proposing import submit
from storage.database import Database, open_database, sqlite_url
from storage.documents import example_document, read_document
from storage.memory import SqlMemory
from storage.migrate import upgrade
from storage.tenants import Tenant, Tenants
from tests.storage.examples import EXEMPELBY

LONGEST = 1.0
"""Seconds."""
NOW = datetime(2025, 2, 3, 12, tzinfo=UTC)
BODY, YEAR = "KS", 2025
PEOPLE = {
    role: Actor(EXEMPELBY, role.value, frozenset({Grant(role, BODY)}))
    for role in (Role.OFFICIAL, Role.OFFICER, Role.SECRETARY)
}


def main(
    *,
    proposals: Annotated[int, typer.Option(min=1, max=500, help="In the round.")] = 40,
    times: Annotated[int, typer.Option(min=1, max=99, help="Each paper is made.")] = 9,
) -> None:
    """Each paper of a round on the example document, on SQLite, read back as ever."""
    load = os.getloadavg()[0]
    print(f"{datetime.now(UTC):%Y-%m-%d}, {os.cpu_count()} cores, {platform.system()}, ", end="")
    print(f"Python {platform.python_version()}, load {load:.1f} as it began\n")
    print(f"| {proposals} proposals | first ms | median ms | longest ms | kB | < 1 s |")
    print("|---|--:|--:|--:|--:|---|")
    asyncio.run(_measure(proposals, times))


async def _measure(proposals: int, times: int) -> None:
    with tempfile.TemporaryDirectory(prefix="delmal-papers-") as folder:
        database = open_database(sqlite_url(Path(folder) / "delmal.db"))
        await upgrade(database)
        await Tenants(database).add(Tenant(EXEMPELBY, "Exempelby kommun (påhittad)"), now=NOW)
        memory = SqlMemory(database)
        await _prepared(memory, proposals)
        for kind in (PaperKind.LETTER, PaperKind.BASIS):
            await _show(database, kind, times)
        await _decided(memory)
        await _show(database, PaperKind.MINUTES, times)
        await database.dispose()


async def _show(database: Database, kind: PaperKind, times: int) -> None:
    maker = PaperMaker(database, lambda: NOW)
    for written_as in PaperFormat:
        taken = []
        for _ in range(times):
            began = time.perf_counter()
            made = await maker.make(EXEMPELBY, BODY, YEAR, kind, written_as)
            taken.append(time.perf_counter() - began)
        met = "met" if max(taken) < LONGEST else "**missed**"
        print(
            f"| {kind.value}, {written_as.value} | {taken[0] * 1e3:,.0f}"
            f" | {median(taken) * 1e3:,.0f} | {max(taken) * 1e3:,.0f}"
            f" | {len(made.content) / 1e3:,.0f} | {met} |",
            flush=True,
        )


async def _prepared(memory: SqlMemory, proposals: int) -> None:
    """The customer's paper, and proposals that are supported."""
    opening = memory.open_ledger
    await record_document(
        read_document(*example_document()), tenant=EXEMPELBY, open_ledger=opening, now=NOW
    )
    async with opening(EXEMPELBY, now=NOW) as ledger:
        record = await ledger.record()
    matter = record.matter(BODY, YEAR)
    assert matter is not None
    base = ground_of(record, matter).base
    author = PEOPLE[Role.OFFICIAL]
    for number in range(proposals):
        target = "" if number >= 11 else str(number + 1)
        text = f"Utveckla {number} platser & ”torg” – ett efter ett"
        typed = Typed("reword" if target else "add", target, text, "1", "Det behövs. " * 20)
        draft = Draft(f"d{number}", BODY, YEAR, author.object_id, typed, base, None, NOW)
        await keep_draft(draft, actor=author, open_ledger=opening)
        done = await submit(draft.id, seen=base, actor=author, open_ledger=opening, now=NOW)
        await prepare(
            [done.proposal.id],
            advice="support",
            reason="Det stöder målen. " * 10,
            actor=PEOPLE[Role.OFFICER],
            open_ledger=opening,
            now=NOW,
        )


async def _decided(memory: SqlMemory) -> None:
    """All of them taken."""
    opening, secretary = memory.open_ledger, PEOPLE[Role.SECRETARY]
    await call(BODY, YEAR, Meeting.BODY, actor=secretary, open_ledger=opening, now=NOW)
    async with memory.register(EXEMPELBY) as register:
        called = await register.proposals(BODY, YEAR)
    minutes = Minutes(
        BODY,
        YEAR,
        Meeting.BODY,
        paragraph="§ 45",
        day=NOW.date(),
        outcomes={each.id: NotedOutcome(Outcome.APPROVE) for each in called},
        points=("att delmålen fastställs",),
    )
    await note(minutes, actor=secretary, open_ledger=opening, now=NOW)
    await decide(BODY, YEAR, actor=secretary, open_ledger=opening, now=NOW)


if __name__ == "__main__":
    typer.run(main)
