"""Where people are reached, as their turns told it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from goals.actor import Grant, Person, Role
from goals.note import Ending, Note
from storage.addresses import PersonAddress, Reached, Recipient, find_address, learn_address
from storage.database import Database
from storage.ledger import open_ledger
from storage.outbox import KEPT_FOR, SqlOutbox, sweep_outbox
from storage.people import grant_role, known_people, revoke_role, set_language
from storage.turns import begin_turn
from tests.storage.examples import EXEMPELBY, GRANVIKA, NOW

ADDRESS = PersonAddress("https://smba.example/emea/", "28:bot", "29:anna", "a:1", "Handläggare")
ANNA = Recipient(EXEMPELBY, "anna")
BO = Recipient(EXEMPELBY, "bo")
LEASE = timedelta(minutes=1)


async def test_nobody_is_reached_before_anybody_has_written(database: Database) -> None:
    assert await find_address(database, ANNA) == Reached(None, "sv")
    assert await find_address(database, Recipient(GRANVIKA, "anna")) == Reached(None, "en")


async def test_a_person_is_reached_where_they_wrote_in_the_language_they_chose(
    database: Database,
) -> None:
    await learn_address(database, ANNA, ADDRESS, now=NOW)
    await set_language(database, tenant=EXEMPELBY, object_id="anna", language="en")
    assert await find_address(database, ANNA) == Reached(ADDRESS, "en")
    elsewhere = replace(ADDRESS, conversation_id=None)
    await learn_address(database, ANNA, elsewhere, now=NOW)
    assert await find_address(database, ANNA) == Reached(ADDRESS, "en")
    moved = replace(ADDRESS, conversation_id="a:2", name=None)
    await learn_address(database, ANNA, moved, now=NOW)
    found = (await find_address(database, ANNA)).address
    assert found == replace(ADDRESS, conversation_id="a:2")


async def test_who_never_wrote_is_asked_for_where_the_tenant_was_reached_last(
    database: Database,
) -> None:
    await learn_address(database, ANNA, ADDRESS, now=NOW)
    newer = replace(ADDRESS, service_url="https://smba.example/se/")
    cilla = Recipient(EXEMPELBY, "cilla")
    await learn_address(database, cilla, newer, now=NOW + timedelta(days=1))
    assert (await find_address(database, BO)).address == PersonAddress(
        "https://smba.example/se/", "28:bot", "bo"
    )
    assert (await find_address(database, Recipient(GRANVIKA, "bo"))).address is None


async def test_a_turn_begins_with_the_address_that_is_known(database: Database) -> None:
    async def known() -> PersonAddress | None:
        start = await begin_turn(
            database, tenant=EXEMPELBY, activity_id=None, object_id="anna", now=NOW
        )
        return start.address

    assert await known() is None
    await learn_address(database, ANNA, ADDRESS, now=NOW)
    grant = Grant(Role.ADMIN)
    await grant_role(database, tenant=EXEMPELBY, object_id="anna", grant=grant, by=None, now=NOW)
    assert await known() == ADDRESS


async def test_a_new_address_lets_what_could_not_be_told_be_told_unless_it_is_old(
    database: Database,
) -> None:
    outbox = SqlOutbox(database)
    for days, to in ((0, "anna"), (20, "anna"), (20, "bo")):
        async with open_ledger(database)(EXEMPELBY, now=NOW + timedelta(days=days)) as ledger:
            await ledger.owe(Note(to, f"day {days}"))
    now = NOW + timedelta(days=21)
    await outbox.give_up(
        await outbox.claim(now=now, lease=LEASE, most=9), ending=Ending.GONE, reason="403", now=now
    )
    assert await outbox.next_due() is None
    await learn_address(database, ANNA, ADDRESS, now=now)
    (due,) = await outbox.claim(now=now, lease=LEASE, most=9)
    assert (due.note.to, due.note.kind) == ("anna", "day 20")


async def test_a_note_is_swept_away_a_while_after_its_end_and_never_before(
    database: Database,
) -> None:
    outbox = SqlOutbox(database)
    async with open_ledger(database)(EXEMPELBY, now=NOW) as ledger:
        await ledger.owe(Note("anna", "delivered"))
        await ledger.owe(Note("bo", "waits", wait=KEPT_FOR))
    claimed = await outbox.claim(now=NOW, lease=LEASE, most=9)
    await outbox.delivered(claimed, delivery_id="1:a", now=NOW)
    assert await sweep_outbox(database, before=NOW) == 0
    assert await sweep_outbox(database, before=NOW + timedelta(seconds=1)) == 1
    assert await outbox.next_due() == NOW + KEPT_FOR


async def test_everybody_with_a_role_or_a_name_is_known(database: Database) -> None:
    await learn_address(database, ANNA, ADDRESS, now=NOW)
    await learn_address(database, BO, replace(ADDRESS, name=None), now=NOW)
    secretary, officer = Grant(Role.SECRETARY, "KS"), Grant(Role.OFFICER)
    for person, grant in (("cilla", secretary), ("cilla", officer), ("dag", officer)):
        await grant_role(
            database, tenant=EXEMPELBY, object_id=person, grant=grant, by=None, now=NOW
        )
    await revoke_role(
        database, tenant=EXEMPELBY, object_id="dag", grant=officer, by="anna", now=NOW
    )
    assert await known_people(database, EXEMPELBY) == (
        Person("anna", "Handläggare"),
        Person("cilla", None, frozenset({secretary, officer})),
    )
    assert await known_people(database, GRANVIKA) == ()
