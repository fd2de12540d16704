"""What is stored about a person is found wherever it lies, and what may go can go."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from goals.actor import Grant, Role
from goals.draft import Draft, Typed
from goals.errors import PersonHasRoleError, PersonIsAddressError, PersonUnknownError
from goals.note import AddressKind, Note
from goals.notice import DeliveryState, Occasion, Purpose
from goals.unit import AddressState
from storage.addresses import PersonAddress, Recipient, learn_address
from storage.database import EVERY_TENANT, Database
from storage.gaps import count_gaps
from storage.memory import SqlMemory
from storage.people import grant_role, revoke_role
from storage.personal import RETENTION, Kept, about_person, let_go
from storage.tables import (
    APPEND_ONLY,
    DeliveryRow,
    FollowerRow,
    NoticeRow,
    UnitAddressRow,
    UnitRow,
    metadata,
)
from storage.turns import keep_context
from storage.verifying import examine
from tests.storage.deciding import decide_a_year
from tests.storage.examples import EXEMPELBY, GRANVIKA, NOW

PERSON = "anna"
"""Who proposes in the year that is decided."""
NAME = "Anna Åkesson (påhittad)"
OFFICIAL = Grant(Role.OFFICIAL, "KS")


async def fill(database: Database) -> None:
    """A year is decided, and the person has left a trace wherever somebody can."""
    memory = SqlMemory(database)
    await decide_a_year(memory.open_ledger, EXEMPELBY)
    for grant in (grant_role, revoke_role):
        await grant(database, tenant=EXEMPELBY, object_id=PERSON, grant=OFFICIAL, by=None, now=NOW)
    await reach(database)
    await count_gaps(database, tenant=EXEMPELBY, words=["hamnar"], object_id=PERSON, now=NOW)
    await keep_context(
        database,
        tenant=EXEMPELBY,
        conversation="a:1",
        object_id=PERSON,
        value="{}",
        expires_at=NOW + timedelta(minutes=30),
    )
    async with memory.open_ledger(EXEMPELBY, now=NOW) as ledger:
        await ledger.owe(Note(PERSON, "note-x"))
        await ledger.owe(Note("olle", "note-y", {"who": NAME}))
        typed = Typed("add", "", "Ett utkast", "1", "Därför")
        await ledger.keep_draft(Draft("d1", "KS", 2026, PERSON, typed, None, None, NOW))
    async with database.recording(EVERY_TENANT) as session:
        session.add(UnitRow(tenant=EXEMPELBY, name="IT-enheten"))
        await session.flush()
        session.add_all(
            [
                FollowerRow(tenant=EXEMPELBY, body="KS", object_id=PERSON, since=NOW),
                UnitAddressRow(
                    tenant=EXEMPELBY, id="a1", unit="IT-enheten", kind=AddressKind.PERSON,
                    value=PERSON, label=NAME, place=1, state=AddressState.REMOVED, at=NOW,
                ),
                NoticeRow(
                    tenant=EXEMPELBY, id="n1", body="KS", year=2025, unit="IT-enheten",
                    purpose=Purpose.EXECUTION, owed_at=NOW, by_object_id="sara",
                    acknowledged_at=NOW, acknowledged_by=PERSON, acknowledged_name=NAME,
                ),
            ]
        )  # fmt: skip
        await session.flush()
        session.add(
            DeliveryRow(
                tenant=EXEMPELBY, id="l1", notice="n1", number=1, occasion=Occasion.FIRST,
                kind=AddressKind.PERSON, value=PERSON, label=NAME, owed_at=NOW, revision=1,
                state=DeliveryState.DELIVERED,
            )
        )  # fmt: skip


async def reach(database: Database) -> None:
    """The person writes to the bot."""
    address = PersonAddress("https://t.example/", "28:bot", "29:anna", "a:1", NAME)
    await learn_address(database, Recipient(EXEMPELBY, PERSON), address, now=NOW)


async def every_row(database: Database) -> dict[str, list[dict[str, Any]]]:
    """All that is in the database."""
    async with database.reading(EVERY_TENANT) as session:
        connection = await session.connection()
        return {
            table.name: [dict(row) for row in (await connection.execute(select(table))).mappings()]
            for table in metadata.sorted_tables
        }


def test_each_table_has_its_rule_and_the_record_is_kept_for_good() -> None:
    assert set(RETENTION) == set(metadata.tables)
    assert all(RETENTION[table] is Kept.FOR_GOOD for table in APPEND_ONLY)


async def test_every_row_that_holds_the_person_is_found(database: Database) -> None:
    await fill(database)
    about = await about_person(database, EXEMPELBY, PERSON)
    json.dumps(about.by_id)
    assert about.name == NAME
    for table, rows in (await every_row(database)).items():
        holding = [row for row in rows if f"'{PERSON}'" in repr(row)]
        named = [row for row in rows if NAME in repr(row) and row not in holding]
        if table != "question_gap":
            assert len(about.by_id.get(table, [])) == len(holding), table
            assert len(about.by_name.get(table, [])) == len(named), table
    assert {"person", "role_change", "proposal", "proposal_version", "event", "draft"} <= set(
        about.by_id
    )
    assert [row["word"] for row in about.by_id["question_gap"]] == ["hamnar"]
    assert len(about.by_name["outbox"]) == 1, "a note to somebody else tells the name"
    assert (await about_person(database, GRANVIKA, PERSON)).is_empty


async def test_the_name_goes_and_the_record_stays_whole(database: Database) -> None:
    await fill(database)
    before = await every_row(database)
    done = await let_go(database, EXEMPELBY, PERSON)
    after = await every_row(database)
    for table in APPEND_ONLY:
        assert after[table] == before[table], table
    assert (await examine(database, EXEMPELBY)).flaws == ()
    assert done.cleared == {
        **dict.fromkeys(("person", "follower", "draft", "conversation_context"), 1),
        **dict.fromkeys(("question_gap", "notice", "delivery", "unit_address"), 1),
        "outbox": len([row for row in before["outbox"] if row["address"] == PERSON]),
    }
    (notice,) = after["notice"]
    assert (notice["acknowledged_by"], notice["acknowledged_name"]) == (PERSON, "person anna")
    assert {"event", "proposal", "proposal_version", "role_change"} <= set(done.kept)
    assert done.kept_with_name == {"outbox": 1}
    left = await about_person(database, EXEMPELBY, PERSON)
    assert left.name is None
    assert {name: len(rows) for name, rows in left.by_id.items()} == done.kept


async def test_who_is_needed_still_keeps_their_name(database: Database) -> None:
    await fill(database)
    before = await every_row(database)
    await grant_role(database, tenant=EXEMPELBY, object_id=PERSON, grant=OFFICIAL, by=None, now=NOW)
    with pytest.raises(PersonHasRoleError):
        await let_go(database, EXEMPELBY, PERSON)
    await revoke_role(
        database, tenant=EXEMPELBY, object_id=PERSON, grant=OFFICIAL, by=None, now=NOW
    )
    async with database.recording(EVERY_TENANT) as session:
        address = await session.get(UnitAddressRow, (EXEMPELBY, "a1"))
        assert address is not None
        address.state = AddressState.CONFIRMED
    with pytest.raises(PersonIsAddressError) as refused:
        await let_go(database, EXEMPELBY, PERSON)
    assert refused.value.arguments["unit"] == "IT-enheten"
    assert (await every_row(database))["person"] == before["person"]


async def test_who_is_not_known_cannot_be_let_go(database: Database) -> None:
    with pytest.raises(PersonUnknownError):
        await let_go(database, EXEMPELBY, "nobody-at-all")
