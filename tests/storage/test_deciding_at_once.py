"""Two secretaries at once, and a process that is killed: one decision or none, never half."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from dataclasses import replace

from sqlalchemy.engine import URL

from goals.actor import Role
from goals.adjusting import ask_adjusting, confirm_adjusting
from goals.deciding import decide
from goals.errors import GoalsError, MatterStateError, MinutesChangedError
from goals.noting import note
from goals.plan import Plan
from goals.proposal import Meeting
from storage.database import Database
from storage.memory import SqlMemory
from tests.storage.conftest import ROOT
from tests.storage.deciding import note_a_year, person
from tests.storage.examples import EXEMPELBY, NOW

SARA, SIV = (person(EXEMPELBY, name, Role.SECRETARY) for name in ("sara", "siv"))


async def test_two_who_note_at_once_the_later_is_told_and_nothing_is_lost(
    open_another: Callable[[], Database],
) -> None:
    memories = [SqlMemory(open_another()) for _ in range(2)]
    seen = await note_a_year(memories[0].open_ledger, EXEMPELBY)
    told = await asyncio.gather(
        *(
            note(
                replace(seen, reservations=actor.object_id),
                actor=actor,
                open_ledger=memory.open_ledger,
                now=NOW,
            )
            for actor, memory in zip((SARA, SIV), memories, strict=True)
        ),
        return_exceptions=True,
    )
    (first,) = [each for each in told if not isinstance(each, BaseException)]
    (later,) = [each for each in told if isinstance(each, BaseException)]
    assert isinstance(later, MinutesChangedError)
    async with memories[0].register(EXEMPELBY) as register:
        assert await register.minutes("KS", 2025, Meeting.BODY) == first


async def test_two_who_decide_or_confirm_at_once_there_is_one_of_each(
    open_another: Callable[[], Database],
) -> None:
    memories = [SqlMemory(open_another()) for _ in range(2)]
    opening = memories[0].open_ledger
    seen = (await note_a_year(opening, EXEMPELBY)).version
    decided = await asyncio.gather(
        *(
            decide("KS", 2025, seen=seen, actor=actor, open_ledger=memory.open_ledger, now=NOW)
            for actor, memory in zip((SARA, SIV), memories, strict=True)
        ),
        return_exceptions=True,
    )
    assert {type(each) for each in decided} == {Plan, MatterStateError}
    await ask_adjusting("KS", 2025, day=NOW.date(), actor=SARA, open_ledger=opening, now=NOW)
    olle = person(EXEMPELBY, "olle", Role.OFFICER)
    confirmed = await asyncio.gather(
        *(
            confirm_adjusting("KS", 2025, actor=actor, open_ledger=memory.open_ledger, now=NOW)
            for actor, memory in zip((olle, SIV), memories, strict=True)
        ),
        return_exceptions=True,
    )
    assert {type(each) for each in confirmed} == {Plan, MatterStateError}
    async with memories[1].register(EXEMPELBY) as register:
        steps = [each.what for each in await register.events("KS", 2025) if not each.proposal]
    assert [steps.count("decide"), steps.count("adjust")] == [1, 1]
    assert (await memories[1].verify(EXEMPELBY)).flaws == ()


async def test_a_process_that_is_killed_before_it_answers_has_decided_nothing(
    database: Database, url: URL
) -> None:
    memory = SqlMemory(database)
    noted = await note_a_year(memory.open_ledger, EXEMPELBY)
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.storage.process",
        "decide-halfway",
        url.render_as_string(hide_password=False),
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    assert await process.stdout.readline() == b"written\n"
    process.kill()
    await process.wait()
    async with memory.open_ledger(EXEMPELBY, now=NOW) as ledger:
        assert (await ledger.record()).plan("KS", 2025) is None
        assert await ledger.minutes("KS", 2025, Meeting.BODY) == noted
    assert (await memory.verify(EXEMPELBY)).flaws == ()
    pressed = [await _pressed(memory), await _pressed(memory)]
    assert pressed == [None, MatterStateError]  # which the card tells as "done already"
    assert (await memory.verify(EXEMPELBY)).flaws == ()


async def _pressed(memory: SqlMemory) -> type[GoalsError] | None:
    """Press the button; why it was refused."""
    try:
        await decide("KS", 2025, actor=SARA, open_ledger=memory.open_ledger, now=NOW)
    except GoalsError as error:
        return type(error)
    return None
