"""How a turn begins: an activity is answered once, by someone with the rights they have now."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy.engine import URL

from goals.actor import Grant, Role
from goals.errors import TenantUnknownError
from storage.database import Database
from storage.ledger import open_ledger
from storage.people import grant_role, revoke_role, set_default_body, set_language
from storage.turns import TurnStart, begin_turn, forget_activity, sweep_answered
from tests.storage.conftest import in_processes
from tests.storage.examples import EXEMPELBY, GRANVIKA, KS, NOW
from tests.storage.process import TIMES


async def _begin(
    database: Database, activity_id: str | None = "1", *, tenant: str = EXEMPELBY
) -> TurnStart:
    return await begin_turn(
        database, tenant=tenant, activity_id=activity_id, object_id="anna", now=NOW
    )


async def test_of_a_stranger_only_the_tenant_is_known(database: Database) -> None:
    assert await _begin(database) == TurnStart(
        first_time=True,
        revision=0,
        tenant_language="sv",
        language=None,
        default_body=None,
        grants=frozenset(),
    )


async def test_of_a_person_everything_they_chose_and_were_given_is_known(
    database: Database,
) -> None:
    async with open_ledger(database)(EXEMPELBY, now=NOW) as ledger:
        await ledger.add_body(KS)
    await set_language(database, tenant=EXEMPELBY, object_id="anna", language="en")
    await set_default_body(database, tenant=EXEMPELBY, object_id="anna", body="KS")
    given = {Grant(Role.ADMIN), Grant(Role.SECRETARY, "KS"), Grant(Role.OFFICIAL, "KS")}
    for grant in given:
        await grant_role(
            database, tenant=EXEMPELBY, object_id="anna", grant=grant, by="it", now=NOW
        )
    for who, tenant in (("bo", EXEMPELBY), ("anna", GRANVIKA)):
        await grant_role(
            database, tenant=tenant, object_id=who, grant=Grant(Role.OFFICER), by="it", now=NOW
        )
    await revoke_role(
        database,
        tenant=EXEMPELBY,
        object_id="anna",
        grant=Grant(Role.OFFICIAL, "KS"),
        by="it",
        now=NOW,
    )
    assert await _begin(database) == TurnStart(
        first_time=True,
        revision=1,
        tenant_language="sv",
        language="en",
        default_body="KS",
        grants=frozenset({Grant(Role.ADMIN), Grant(Role.SECRETARY, "KS")}),
    )


async def test_an_activity_is_new_once(database: Database) -> None:
    assert (await _begin(database)).first_time
    assert not (await _begin(database)).first_time
    assert (await _begin(database, "2")).first_time
    assert (await _begin(database, tenant=GRANVIKA)).first_time


async def test_an_activity_without_an_id_is_always_new(database: Database) -> None:
    assert (await _begin(database, None)).first_time
    assert (await _begin(database, None)).first_time


async def test_nobody_in_particular_may_speak(database: Database) -> None:
    start = await begin_turn(database, tenant=EXEMPELBY, activity_id="1", object_id=None, now=NOW)
    assert (start.first_time, start.grants) == (True, frozenset())


async def test_an_activity_that_comes_twice_at_once_is_new_to_one(
    open_another: Callable[[], Database],
) -> None:
    ours, theirs = open_another(), open_another()
    starts = await asyncio.gather(*(_begin(each) for each in (ours, theirs) * 10))
    assert [start.first_time for start in starts].count(True) == 1


async def test_an_activity_that_comes_to_three_processes_is_new_to_one(
    database: Database, url: URL
) -> None:
    await _begin(database)
    written = "".join(await in_processes("take-on", url)).split("\n")
    assert sorted(written[:-1]) == sorted(f"activity {number}" for number in range(TIMES))


async def test_an_activity_whose_answer_failed_is_new_again(database: Database) -> None:
    await _begin(database)
    await _begin(database, "2")
    await forget_activity(database, tenant=EXEMPELBY, activity_id="1")
    assert (await _begin(database)).first_time
    assert not (await _begin(database, "2")).first_time


async def test_old_activities_are_swept(database: Database) -> None:
    for hours in (25, 24, 23):
        await begin_turn(
            database,
            tenant=EXEMPELBY,
            activity_id=str(hours),
            object_id="anna",
            now=NOW - timedelta(hours=hours),
        )
    assert await sweep_answered(database, before=NOW - timedelta(hours=24)) == 1
    assert (await _begin(database, "25")).first_time
    assert not (await _begin(database, "24")).first_time


async def test_an_unknown_tenant_is_refused(database: Database) -> None:
    with pytest.raises(TenantUnknownError):
        await _begin(database, tenant="okänd")
    with pytest.raises(TenantUnknownError):
        await _begin(database, None, tenant="okänd")


async def test_odd_ids_are_only_ids(database: Database) -> None:
    for odd in ("'; DROP TABLE tenant; --", "åäö 🎯", "x" * 2000, ""):
        assert (await _begin(database, odd)).first_time
        assert not (await _begin(database, odd)).first_time
        with pytest.raises(TenantUnknownError):
            await _begin(database, tenant=odd)


async def test_a_turn_that_is_begun_while_something_is_recorded_waits_or_does_not(
    database: Database,
) -> None:
    async with open_ledger(database)(EXEMPELBY, now=NOW) as ledger:
        await ledger.add_body(KS)
        begun = asyncio.create_task(_begin(database))
        await asyncio.sleep(0.05)
    start = await begun
    assert start.revision == (1 if database.is_sqlite else 0)
