"""Many who propose at once: each gets a number of their own, and nothing is lost."""

from __future__ import annotations

import asyncio
import sys
from collections import Counter
from collections.abc import Callable

import pytest
from sqlalchemy.engine import URL

from goals.errors import BusyError
from goals.proposal import Proposal
from storage import database as database_module
from storage import ledger as ledger_module
from storage.database import Database
from storage.memory import SqlMemory
from tests.storage.conftest import ROOT, in_processes
from tests.storage.examples import EXEMPELBY, GRANVIKA, NOW
from tests.storage.process import PEOPLE
from tests.storage.proposing import LIST, official, open_matter, propose, send, type_draft


async def _registered(memory: SqlMemory) -> tuple[Proposal, ...]:
    async with memory.register(EXEMPELBY) as register:
        return await register.proposals("KS", 2025)


def _series(length: int) -> list[str]:
    return [f"F-KS-2025-{serial:03}" for serial in range(1, length + 1)]


async def test_two_hundred_at_once_are_numbered_without_gap_or_double(
    database: Database, url: URL
) -> None:
    memory = SqlMemory(database)
    await open_matter(memory.open_ledger, EXEMPELBY)
    if database.is_sqlite:  # one process, with a thread for each of its connections
        told = await asyncio.gather(
            *(propose(memory.open_ledger, EXEMPELBY, f"p{each}", each) for each in range(200))
        )
    else:
        told = " ".join(await in_processes("propose", url, number=2)).split()
    assert len(told) == 2 * PEOPLE
    assert sorted(told) == _series(2 * PEOPLE)
    kept = await _registered(memory)
    assert [each.number for each in kept] == _series(2 * PEOPLE)
    assert {len(each.versions) for each in kept} == {1}
    assert (await memory.verify(EXEMPELBY)).flaws == ()
    assert await memory.waiting(EXEMPELBY) == {("KS", 2025): 2 * PEOPLE}
    async with memory.register(EXEMPELBY) as register:
        assert await register.drafts_of(kept[0].author) == ()


async def test_one_draft_that_is_sent_twenty_times_at_once_is_one_proposal(
    open_another: Callable[[], Database],
) -> None:
    memories = [SqlMemory(open_another()) for _ in range(2)]
    await open_matter(memories[0].open_ledger, EXEMPELBY)
    anna = official(EXEMPELBY, "anna")
    draft = await type_draft(memories[0].open_ledger, anna, "d1", 1)
    sent = await asyncio.gather(
        *(send(memory.open_ledger, draft, anna) for memory in memories for _ in range(10))
    )
    assert Counter(each.again for each in sent) == {True: 19, False: 1}
    assert {each.proposal.number for each in sent} == {"F-KS-2025-001"}
    assert [each.proposal for each in sent] == list(await _registered(memories[0])) * 20
    assert (await memories[0].verify(EXEMPELBY)).flaws == ()


async def test_two_on_one_subgoal_at_once_the_later_is_told_of_the_earlier(
    open_another: Callable[[], Database],
) -> None:
    memories = [SqlMemory(open_another()) for _ in range(2)]
    await open_matter(memories[0].open_ledger, EXEMPELBY)
    people = [official(EXEMPELBY, name) for name in ("anna", "bo")]
    drafts = [
        await type_draft(memories[0].open_ledger, person, f"d{person.object_id}", 1)
        for person in people
    ]
    sent = await asyncio.gather(
        *(
            send(memory.open_ledger, draft, person)
            for memory, draft, person in zip(memories, drafts, people, strict=True)
        )
    )
    earlier, later = sorted(sent, key=lambda each: each.proposal.serial)
    assert (earlier.rivals, later.rivals) == ((), (earlier.proposal,))


async def test_what_was_told_is_there_after_the_process_was_killed(
    database: Database, url: URL
) -> None:
    memory = SqlMemory(database)
    await open_matter(memory.open_ledger, EXEMPELBY)
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.storage.process",
        "propose-on",
        url.render_as_string(hide_password=False),
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    told = [(await process.stdout.readline()).decode() for _ in range(25)]
    process.kill()
    told += (await process.stdout.read()).decode().splitlines(keepends=True)
    await process.wait()
    whole = [line.split() for line in told if line.endswith("\n")]
    assert len(whole) >= 25
    kept = await _registered(memory)
    by_number = {each.number: each.author for each in kept}
    assert {number: by_number.get(number) for number, _ in whole} == dict(whole)
    assert [each.number for each in kept] == _series(len(kept))
    assert (await memory.verify(EXEMPELBY)).flaws == ()
    after = await propose(memory.open_ledger, EXEMPELBY, "efteråt", 1)
    assert after == _series(len(kept) + 1)[-1]


class TestWhoWaitsTooLong:
    """Is told so in words, and nothing has happened."""

    async def test_behind_others_of_the_same_process(
        self, database: Database, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        memory = SqlMemory(database)
        await open_matter(memory.open_ledger, EXEMPELBY)
        monkeypatch.setattr(ledger_module, "LINE_SECONDS", 0.05)
        anna = official(EXEMPELBY, "anna")
        draft = await type_draft(memory.open_ledger, anna, "d1", 1)
        async with memory.open_ledger(EXEMPELBY, now=NOW):
            with pytest.raises(BusyError):
                await send(memory.open_ledger, draft, anna)
        assert await _registered(memory) == ()
        assert await propose(memory.open_ledger, EXEMPELBY, "anna", 1) == "F-KS-2025-001"

    @pytest.mark.parametrize("url", ["postgresql"], indirect=True)
    async def test_behind_another_process(
        self, open_another: Callable[[], Database], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(database_module, "LOCK_SECONDS", 1)
        ours, theirs = (SqlMemory(open_another()) for _ in range(2))
        await open_matter(ours.open_ledger, EXEMPELBY)
        anna = official(EXEMPELBY, "anna")
        draft = await type_draft(ours.open_ledger, anna, "d1", 1)
        async with ours.open_ledger(EXEMPELBY, now=NOW):
            with pytest.raises(BusyError):
                await send(theirs.open_ledger, draft, anna)
        assert await propose(theirs.open_ledger, EXEMPELBY, "anna", 1) == "F-KS-2025-001"

    @pytest.mark.parametrize("url", ["postgresql"], indirect=True)
    async def test_holds_up_nobody_in_another_tenant(self, database: Database) -> None:
        memory = SqlMemory(database)
        for tenant in (EXEMPELBY, GRANVIKA):
            await open_matter(memory.open_ledger, tenant)
        async with memory.open_ledger(EXEMPELBY, now=NOW):
            waiting = [
                asyncio.create_task(propose(memory.open_ledger, EXEMPELBY, f"p{each}", each))
                for each in range(50)
            ]
            await asyncio.sleep(0)
            assert await propose(memory.open_ledger, GRANVIKA, "bo", 1) == "F-KS-2025-001"
            assert not any(task.done() for task in waiting)
        assert sorted(await asyncio.gather(*waiting)) == _series(50)


async def test_what_is_seen_is_the_list_that_was_typed_on(database: Database) -> None:
    memory = SqlMemory(database)
    await open_matter(memory.open_ledger, EXEMPELBY)
    anna = official(EXEMPELBY, "anna")
    draft = await type_draft(memory.open_ledger, anna, "d1", 1)
    assert draft.base == LIST
    async with memory.register(EXEMPELBY) as register:
        assert await register.draft("d1") == draft
