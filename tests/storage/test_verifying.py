"""Somebody who owns the database alters what was recorded, and is found out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from goals.actor import Actor, Grant, Role
from goals.draft import Base, Draft, Typed
from goals.drafting import keep_draft
from goals.event import FIRST, chained
from goals.proposing import ask_completion, submit, withdraw
from goals.verifying import Flaw, FlawKind
from storage.database import EVERY_TENANT, Database
from storage.events import event_of
from storage.memory import SqlMemory
from storage.tables import metadata
from tests.storage.deciding import DECIDED, EVENTS, decide_a_year
from tests.storage.examples import EXEMPELBY, GRANVIKA, KS, NOW, matter, plan

TABLES = ("event", "proposal", "proposal_version", "plan", "subgoal", "matter", "extract")
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
    async with database.recording(EVERY_TENANT) as session:
        connection = await session.connection()
        for table in TABLES:
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
    assert (await memory.verify(EXEMPELBY)).flaws == ()
    await _live(memory)
    assert (await memory.verify(EXEMPELBY)).flaws == ()
    assert (await memory.verify(GRANVIKA)).flaws == ()


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
    assert (await memory.verify(EXEMPELBY)).flaws[0] == flaw
    assert (await memory.verify(GRANVIKA)).flaws == ()


ALTERED: dict[str, tuple[list[str], Flaw]] = {
    "a line of the list that counts": (
        ["UPDATE subgoal SET text = 'Bygg inget' WHERE text = 'Bygg två broar'"],
        Flaw(FlawKind.LIST_ALTERED, 35, None, 4, "KS 2025"),
    ),
    "a line of the list as it was decided": (
        ["UPDATE subgoal SET text = 'Bygg inget' WHERE text = 'Bygg två broar i stan'"],
        Flaw(FlawKind.LIST_ALTERED, 25, None, 1, "KS 2025"),
    ),
    "the list that it started from": (
        ["UPDATE subgoal SET text = 'Bygg inget' WHERE text = 'Bygg en bro'"],
        Flaw(FlawKind.LIST_ALTERED, 25, None, 1, "KS 2024"),
    ),
    "a line that is taken away": (
        ["DELETE FROM subgoal WHERE text = 'Bygg två broar'"],
        Flaw(FlawKind.LIST_ALTERED, 35, None, 4, "KS 2025"),
    ),
    "its paragraph": (
        ["UPDATE plan SET source_paragraph = 'KS § 46' WHERE version = 4"],
        Flaw(FlawKind.LIST_ALTERED, 35, None, 4, "KS 2025"),
    ),
    "until when it can be appealed against": (
        ["UPDATE plan SET last_appeal_day = '2025-04-24' WHERE version = 4"],
        Flaw(FlawKind.LIST_ALTERED, 35, None, 4, "KS 2025"),
    ),
    "that it is in force": (
        ["UPDATE plan SET status = 'in_force' WHERE version = 4"],
        Flaw(FlawKind.LIST_ALTERED, 35, None, 4, "KS 2025"),
    ),
    "a version that is taken away": (
        [
            "DELETE FROM subgoal WHERE plan_id = (SELECT id FROM plan WHERE version = 4)",
            "DELETE FROM plan WHERE version = 4",
        ],
        Flaw(FlawKind.LIST_MISSING, 35, None, 4, "KS 2025"),
    ),
    "a version that nobody decided": (
        ["UPDATE plan SET version = 5 WHERE version = 4"],
        Flaw(FlawKind.LIST_WITHOUT_EVENT, None, None, 5, "KS 2025"),
    ),
    "who shall get the decision": (
        ["UPDATE matter SET officer = 'Någon annan' WHERE version = 1"],
        Flaw(FlawKind.MATTER_ALTERED, 1, None, 1, "KS 2025"),
    ),
    "where the matter stands": (
        ["UPDATE matter SET state = 'final' WHERE version = 5"],
        Flaw(FlawKind.MATTER_ALTERED, 36, None, 5, "KS 2025"),
    ),
    "the certified extract": (
        ["UPDATE extract SET content = '%PDF-1.7 another one %%EOF'"],
        Flaw(FlawKind.EXTRACT_ALTERED, 36, None, 1, "KS 2025"),
    ),
    "that there is one": (
        ["DELETE FROM extract"],
        Flaw(FlawKind.EXTRACT_ALTERED, 36, None, 1, "KS 2025"),
    ),
}


async def test_a_list_that_is_decided_follows_from_its_decision(database: Database) -> None:
    memory = SqlMemory(database)
    await decide_a_year(memory.open_ledger, EXEMPELBY)
    async with memory.open_ledger(EXEMPELBY, now=NOW) as ledger:
        decided = (await ledger.record()).plan("KS", 2025)
    assert decided is not None
    assert tuple(each.text for each in decided.subgoals) == DECIDED
    found = await memory.verify(EXEMPELBY)
    assert (found.flaws, found.events, found.lists) == ((), EVENTS, 5)


@pytest.mark.parametrize("what", ALTERED)
async def test_what_was_altered_of_a_decision_is_named(database: Database, what: str) -> None:
    statements, flaw = ALTERED[what]
    memory = SqlMemory(database)
    await decide_a_year(memory.open_ledger, EXEMPELBY)
    await _tamper(database, *statements)
    assert flaw in (await memory.verify(EXEMPELBY)).flaws
    assert (await memory.verify(GRANVIKA)).flaws == ()


FORGED: dict[str, tuple[str, str | None, dict[str, str | int]]] = {
    "an outcome": ("decide", "f2", {"outcome": "reject"}),
    "the order": ("decide", None, {"order": "1, Ä1, 2, F-KS-2025-004"}),
    "a change that was not adopted": ("change", None, {"adopted": "yes"}),
    "a base that never was": ("decide", None, {"base_version": 7}),
}


@pytest.mark.parametrize("what", FORGED)
async def test_a_list_that_does_not_follow_is_named_though_every_digest_is_made_anew(
    database: Database, what: str
) -> None:
    step, proposal, data = FORGED[what]
    memory = SqlMemory(database)
    await decide_a_year(memory.open_ledger, EXEMPELBY)
    await _tamper(database)
    await _forge(database, step, proposal, data)
    kinds = {each.kind for each in (await memory.verify(EXEMPELBY)).flaws}
    assert kinds <= {FlawKind.LIST_NOT_FOLLOWING, FlawKind.LIST_MISSING}
    assert kinds


async def _forge(
    database: Database, step: str, proposal: str | None, data: dict[str, str | int]
) -> None:
    """Alter what the last such event says, and compute every digest of the chain anew."""
    events = metadata.tables["event"]
    async with database.recording(EVERY_TENANT) as session:
        connection = await session.connection()
        rows = (await connection.execute(events.select().order_by(events.c.place))).all()
        told = [each.place for each in rows if (each.what, each.proposal_id) == (step, proposal)]
        previous = FIRST
        for row in rows:
            said = {**row.data, **data} if row.place == told[-1] else row.data
            event = replace(event_of(row), data=said)
            previous = chained(event, tenant=row.tenant, place=row.place, previous=previous)
            await connection.execute(
                events.update()
                .where(events.c.place == row.place)
                .values(data=said, digest=previous)
            )
