"""Somebody who owns the database alters what was recorded, and is found out."""

from __future__ import annotations

import pytest

from goals.actor import Actor, Grant, Role
from goals.draft import Base, Draft, Typed
from goals.proposing import ask_completion, keep_draft, submit, withdraw
from goals.verifying import Flaw, FlawKind
from storage.database import Database
from storage.memory import SqlMemory
from tests.storage.examples import EXEMPELBY, GRANVIKA, KS, NOW, matter, plan

ANNA = Actor(EXEMPELBY, "anna", frozenset({Grant(Role.OFFICIAL), Grant(Role.OFFICER)}))


async def _live(memory: SqlMemory) -> None:
    """Three proposals: F-KS-2025-002 is asked about, 003 withdrawn. Events 1 to 5."""
    opening = memory.open_ledger
    async with opening(EXEMPELBY, now=NOW) as ledger:
        await ledger.add_body(KS)
        await ledger.add_plan(plan("Utveckla trafiken", "Bygg en bro"))
        await ledger.add_matter(matter("att"))
    for number in (1, 2, 3):
        typed = Typed("reword", "1", f"Utveckla trafik {number}", "", "Därför")
        draft = Draft(f"f{number}", "KS", 2025, "anna", typed, Base(2024, 1), None, NOW)
        await keep_draft(draft, actor=ANNA, open_ledger=opening)
        await submit(draft.id, seen=Base(2024, 1), actor=ANNA, open_ledger=opening, now=NOW)
    await ask_completion("f2", "Hur?", actor=ANNA, open_ledger=opening, now=NOW)
    await withdraw("f3", actor=ANNA, open_ledger=opening, now=NOW)


async def _tamper(database: Database, *statements: str) -> None:
    """Do what only the owner of the database can: without the triggers."""
    async with database.recording() as session:
        connection = await session.connection()
        for table in ("event", "proposal", "proposal_version"):
            triggers = (
                [f"DROP TRIGGER {table}_no_update", f"DROP TRIGGER {table}_no_delete"]
                if database.is_sqlite
                else [f"DROP TRIGGER {table}_no_change ON {table}"]
            )
            for trigger in triggers:
                await connection.exec_driver_sql(trigger)
        for statement in statements:
            await connection.exec_driver_sql(statement)


async def test_what_was_left_alone_has_no_flaw(database: Database) -> None:
    memory = SqlMemory(database)
    assert await memory.verify(EXEMPELBY) == ()
    await _live(memory)
    assert await memory.verify(EXEMPELBY) == ()
    assert await memory.verify(GRANVIKA) == ()


TAMPERED: dict[str, tuple[list[str], Flaw]] = {
    "the text of a version": (
        ["UPDATE proposal_version SET text = 'Avveckla trafiken' WHERE proposal_id = 'f2'"],
        Flaw(FlawKind.VERSION_ALTERED, 2, "F-KS-2025-002", 1),
    ),
    "who proposed it": (
        ["UPDATE proposal SET author = 'bo' WHERE id = 'f1'"],
        Flaw(FlawKind.VERSION_ALTERED, 1, "F-KS-2025-001", 1),
    ),
    "the text of an event": (
        ["""UPDATE event SET data = '{"reason": "Varför?"}' WHERE place = 4"""],
        Flaw(FlawKind.CHAIN_BROKEN, 4),
    ),
    "who did it": (
        ["UPDATE event SET by_object_id = 'bo' WHERE place = 5"],
        Flaw(FlawKind.CHAIN_BROKEN, 5),
    ),
    "a step that is taken back": (
        ["DELETE FROM event WHERE place = 4"],
        Flaw(FlawKind.EVENT_MISSING, 4),
    ),
    "and the gap closed": (
        ["DELETE FROM event WHERE place = 4", "UPDATE event SET place = 4 WHERE place = 5"],
        Flaw(FlawKind.CHAIN_BROKEN, 4),
    ),
    "a step that nobody took": (
        [
            (
                "INSERT INTO event SELECT tenant, 6, at, 'withdraw', 'anna', role, body, year,"
                " 'f1', 'withdrawn', data, digest FROM event WHERE place = 5"
            )
        ],
        Flaw(FlawKind.CHAIN_BROKEN, 6),
    ),
    "two steps in another order": (
        [
            "UPDATE event SET place = 9 WHERE place = 2",
            "UPDATE event SET place = 2 WHERE place = 3",
            "UPDATE event SET place = 3 WHERE place = 9",
        ],
        Flaw(FlawKind.CHAIN_BROKEN, 2),
    ),
    "a version that is taken away": (
        ["DELETE FROM proposal_version WHERE proposal_id = 'f3'"],
        Flaw(FlawKind.VERSION_MISSING, 3, "F-KS-2025-003", 1),
    ),
    "a whole proposal": (
        [
            "DELETE FROM proposal_version WHERE proposal_id = 'f3'",
            "DELETE FROM proposal WHERE id = 'f3'",
        ],
        Flaw(FlawKind.EVENT_WITHOUT_PROPOSAL, 3, "f3"),
    ),
    "a version that nobody wrote": (
        [
            (
                "INSERT INTO proposal_version (tenant, proposal_id, number, kind, motivation,"
                " by_object_id, at) SELECT tenant, proposal_id, 2, kind, motivation, by_object_id,"
                " at FROM proposal_version WHERE proposal_id = 'f1'"
            )
        ],
        Flaw(FlawKind.VERSION_WITHOUT_EVENT, None, "F-KS-2025-001", 2),
    ),
    "its number": (
        ["UPDATE proposal SET serial = 7 WHERE id = 'f3'"],
        Flaw(FlawKind.VERSION_ALTERED, 3, "F-KS-2025-007", 1),
    ),
}


@pytest.mark.parametrize("what", TAMPERED)
async def test_what_was_altered_is_named(database: Database, what: str) -> None:
    statements, flaw = TAMPERED[what]
    memory = SqlMemory(database)
    await _live(memory)
    await _tamper(database, *statements)
    assert (await memory.verify(EXEMPELBY))[0] == flaw
    assert await memory.verify(GRANVIKA) == ()
