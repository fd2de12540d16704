"""What was done in a matter, and how a list read before it was changed, are there to be read."""

from __future__ import annotations

from dataclasses import replace

from goals.draft import Base
from goals.event import FIRST, chained
from storage.database import Database
from storage.ledger import open_ledger
from storage.memory import SqlMemory
from tests.fakes import FakeMemory
from tests.storage.conftest import Memory
from tests.storage.examples import BUN, EXEMPELBY, GRANVIKA, KS, NOW, plan, proposal, submitted


async def test_the_events_of_a_matter_are_read_in_their_order_with_their_place(
    memory: Memory,
) -> None:
    """Each with the digest that it has in the tenant's chain, others' events between them."""
    ours, theirs = proposal(), proposal(id="f2", body="BUN")
    later = replace(proposal(id="f3"), year=2026)
    async with memory.open_ledger(EXEMPELBY, now=NOW) as ledger:
        await ledger.add_body(KS)
        await ledger.add_body(BUN)
        for each in (ours, theirs, later):
            await ledger.enter_proposal(each)
            await ledger.append(submitted(each))
        await ledger.append(replace(submitted(ours), what="withdraw", state="withdrawn"))
    async with memory.open_ledger(EXEMPELBY, now=NOW) as ledger:
        links = await ledger.links("KS", 2025)
        others = [*await ledger.links("BUN", 2025), *await ledger.links("KS", 2026)]
        assert await ledger.links("KS", 2024) == ()
    async with memory.open_ledger(GRANVIKA, now=NOW) as ledger:
        assert await ledger.links("KS", 2025) == ()
    assert [(each.place, each.event.what) for each in links] == [(1, "submit"), (4, "withdraw")]
    assert links[0].event == submitted(ours)
    digest = FIRST
    for link in sorted((*links, *others), key=lambda each: each.place):
        digest = chained(link.event, tenant=EXEMPELBY, place=link.place, previous=digest)
        assert link.digest == digest


async def test_how_a_list_read_before_it_changed_is_there_in_a_database(database: Database) -> None:
    memory = SqlMemory(database)
    async with open_ledger(database)(EXEMPELBY, now=NOW) as ledger:
        await ledger.add_body(KS)
        await ledger.add_plan(plan("ett", "två"))
        await ledger.add_plan(plan("ett", "TVÅ", version=2))
    await _check_wordings(memory)


async def test_how_a_list_read_before_it_changed_is_there_in_the_fake() -> None:
    memory = FakeMemory(EXEMPELBY, GRANVIKA)
    for listed in (plan("ett", "två"), plan("ett", "TVÅ", version=2)):
        async with memory.open_ledger(EXEMPELBY, now=NOW) as ledger:
            if listed.version == 1:
                await ledger.add_body(KS)
            await ledger.add_plan(listed)
    await _check_wordings(memory)


async def _check_wordings(memory: SqlMemory | FakeMemory) -> None:
    for tenant, body, base, number, wording in (
        (EXEMPELBY, "KS", Base(2024, 1), 2, "två"),
        (EXEMPELBY, "KS", Base(2024, 2), 2, "TVÅ"),
        (EXEMPELBY, "KS", Base(2024, 1), 3, None),
        (EXEMPELBY, "KS", Base(2024, 3), 2, None),
        (EXEMPELBY, "KS", Base(2023, 1), 2, None),
        (EXEMPELBY, "BUN", Base(2024, 1), 2, None),
        (GRANVIKA, "KS", Base(2024, 1), 2, None),
    ):
        assert await memory.wording(tenant, body, base, number) == wording
