"""What the rules may rely on, whatever it is that remembers."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy.exc import IntegrityError, StatementError

from goals.actor import Grant, Person, Role
from goals.correcting import Corrections, DocumentField
from goals.document import (
    Amendment,
    AmendmentKind,
    Doubt,
    GoalDocument,
    StatedGoal,
    StatedSubgoal,
)
from goals.errors import TenantUnknownError
from goals.goal import Body, Goal, GoalSet, Origin, Period, Source, Subgoal
from goals.matter import Entered, MatterState, Window
from goals.pending import PendingImport
from goals.plan import PlanStatus
from goals.record import Record
from goals.strategy import Strategy
from tests.storage.conftest import Memory
from tests.storage.examples import (
    BUN,
    EXEMPELBY,
    GRANVIKA,
    KS,
    NOW,
    ODD_TEXTS,
    add_next_plan,
    goal_set,
    matter,
    plan,
)

REFUSALS = (ValueError, IntegrityError, StatementError)


async def test_a_tenant_begins_with_an_empty_record(memory: Memory) -> None:
    assert await memory.reader.record(EXEMPELBY) == Record(EXEMPELBY, 0)


async def test_everything_is_remembered_word_for_word(memory: Memory) -> None:
    goals = goal_set(*ODD_TEXTS, period=Period(2024, 2026))
    subgoals = replace(
        plan(*ODD_TEXTS, status=PlanStatus.APPEALABLE), last_appeal_day=date(2025, 1, 7)
    )
    errand = replace(
        matter(*ODD_TEXTS), title=ODD_TEXTS[2], officer=ODD_TEXTS[1], recipients=ODD_TEXTS
    )
    async with memory.open_ledger(EXEMPELBY, now=NOW) as ledger:
        await ledger.add_body(KS)
        await ledger.add_goal_set(goals)
        await ledger.add_plan(subgoals)
        await ledger.add_matter(errand)
    assert await memory.reader.record(EXEMPELBY) == Record(
        EXEMPELBY, 1, (KS,), (goals,), (subgoals,), (errand,)
    )


async def test_what_a_source_does_not_say_is_none(memory: Memory) -> None:
    silent = GoalSet("KS", None, (), Source())
    errand = replace(matter(), recipients=(), officer=None, source=Source())
    async with memory.open_ledger(EXEMPELBY, now=NOW) as ledger:
        await ledger.add_body(KS)
        await ledger.add_goal_set(silent)
        await ledger.add_plan(replace(plan(), source=Source()))
        await ledger.add_matter(errand)
    record = await memory.reader.record(EXEMPELBY)
    assert record.goal_sets == (silent,)
    assert record.plans == (replace(plan(), source=Source()),)
    assert record.matters == (errand,)


async def test_what_a_person_entered_of_a_matter_is_remembered(memory: Memory) -> None:
    window = Window(NOW, NOW + timedelta(days=30))
    opened = replace(
        matter(), window=window, based_on=2024, entered=frozenset({Entered.DNR, Entered.TITLE})
    )
    later = replace(opened, version=2, window=None, based_on=None, entered=frozenset(Entered))
    for version in (opened, later):
        async with memory.open_ledger(EXEMPELBY, now=NOW) as ledger:
            if version is opened:
                await ledger.add_body(KS)
            await ledger.add_matter(version)
        assert (await memory.reader.record(EXEMPELBY)).matters == (version,)


async def test_every_status_and_state_can_be_recorded(memory: Memory) -> None:
    async with memory.open_ledger(EXEMPELBY, now=NOW) as ledger:
        await ledger.add_body(KS)
        for year, status in enumerate(PlanStatus, start=2020):
            await ledger.add_plan(plan("ett", year=year, status=status))
        for year, state in enumerate(MatterState, start=2020):
            await ledger.add_matter(replace(matter("ett", year=year), state=state))
    record = await memory.reader.record(EXEMPELBY)
    assert [each.status for each in record.plans] == list(PlanStatus)
    assert [each.state for each in record.matters] == list(MatterState)


async def test_the_record_is_in_order_whatever_order_it_was_recorded_in(memory: Memory) -> None:
    aan = replace(BUN, code="ÅN", name="Ånämnden")
    async with memory.open_ledger(EXEMPELBY, now=NOW) as ledger:
        for body in (aan, KS, BUN):
            await ledger.add_body(body)
            for year in (2025, 2023, 2024):
                await ledger.add_plan(plan("ett", body=body.code, year=year))
                await ledger.add_matter(matter("ett", body=body.code, year=year))
            for period in (Period(2027, 2030), None, Period(2023, 2026)):
                await ledger.add_goal_set(goal_set("ett", body=body.code, period=period))
    record = await memory.reader.record(EXEMPELBY)
    in_order = [(body, year) for body in ("BUN", "KS", "ÅN") for year in (2023, 2024, 2025)]
    assert [body.code for body in record.bodies] == ["BUN", "KS", "ÅN"]
    assert [(each.body, each.year) for each in record.plans] == in_order
    assert [(each.body, each.year) for each in record.matters] == in_order
    assert [(each.body, each.period) for each in record.goal_sets] == [
        (body, period)
        for body in ("BUN", "KS", "ÅN")
        for period in (None, Period(2023, 2026), Period(2027, 2030))
    ]


async def test_a_new_version_takes_the_place_of_the_one_before(memory: Memory) -> None:
    async with memory.open_ledger(EXEMPELBY, now=NOW) as ledger:
        await ledger.add_body(KS)
        await ledger.add_goal_set(goal_set("gammalt", "utgår"))
        await ledger.add_plan(plan("gammalt", "utgår"))
        await ledger.add_plan(plan("annat år", year=2023))
        await ledger.add_matter(matter("gammalt", "utgår"))
    async with memory.open_ledger(EXEMPELBY, now=NOW) as ledger:
        await ledger.add_goal_set(goal_set("nytt", version=2))
        await ledger.add_plan(plan("nytt", version=2))
        await ledger.add_matter(matter("nytt", version=2))
    record = await memory.reader.record(EXEMPELBY)
    assert record.goal_sets == (goal_set("nytt", version=2),)
    assert record.plans == (plan("annat år", year=2023), plan("nytt", version=2))
    assert record.matters == (matter("nytt", version=2),)


async def test_a_ledger_sees_what_it_has_itself_recorded_and_nobody_else_does(
    memory: Memory,
) -> None:
    async with memory.open_ledger(EXEMPELBY, now=NOW) as ledger:
        await ledger.add_body(KS)
        await ledger.add_plan(plan("ett"))
        assert (await ledger.record()).plans == (plan("ett"),)
        assert await memory.reader.record(EXEMPELBY) == Record(EXEMPELBY, 0)
    assert (await memory.reader.record(EXEMPELBY)).plans == (plan("ett"),)


async def test_the_revision_rises_by_one_for_each_ledger_that_recorded(memory: Memory) -> None:
    async with memory.open_ledger(EXEMPELBY, now=NOW) as ledger:
        await ledger.add_body(KS)
        await ledger.add_plan(plan("ett"))
        await ledger.add_plan(plan("ett", year=2025))
    assert (await memory.reader.record(EXEMPELBY)).revision == 1
    async with memory.open_ledger(EXEMPELBY, now=NOW) as ledger:
        await ledger.record()
    assert (await memory.reader.record(EXEMPELBY)).revision == 1
    async with memory.open_ledger(EXEMPELBY, now=NOW) as ledger:
        await ledger.add_body(BUN)
    assert (await memory.reader.record(EXEMPELBY)).revision == 2


async def test_a_ledger_that_fails_has_recorded_nothing(memory: Memory) -> None:
    async def fail_half_way() -> None:
        async with memory.open_ledger(EXEMPELBY, now=NOW) as ledger:
            await ledger.add_body(KS)
            await ledger.add_plan(plan("ett"))
            raise LookupError

    with pytest.raises(LookupError):
        await fail_half_way()
    assert await memory.reader.record(EXEMPELBY) == Record(EXEMPELBY, 0)
    async with memory.open_ledger(EXEMPELBY, now=NOW) as ledger:
        assert await ledger.record() == Record(EXEMPELBY, 0)


async def test_a_ledger_that_is_cancelled_has_recorded_nothing_and_lets_the_next_one_in(
    memory: Memory,
) -> None:
    inside = asyncio.Event()

    async def wait_inside() -> None:
        async with memory.open_ledger(EXEMPELBY, now=NOW) as ledger:
            await ledger.add_body(KS)
            inside.set()
            await asyncio.Event().wait()

    async def wait_outside() -> None:
        async with memory.open_ledger(EXEMPELBY, now=NOW) as ledger:
            await ledger.add_body(KS)

    waiting = asyncio.create_task(wait_inside())
    await inside.wait()
    queueing = asyncio.create_task(wait_outside())
    await asyncio.sleep(0.1)
    for task in (queueing, waiting):
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
    async with memory.open_ledger(EXEMPELBY, now=NOW) as ledger:
        await ledger.add_body(BUN)
    assert await memory.reader.record(EXEMPELBY) == Record(EXEMPELBY, 1, (BUN,))


async def test_a_version_is_entered_once_only(memory: Memory) -> None:
    async def enter(text: str) -> None:
        async with memory.open_ledger(EXEMPELBY, now=NOW) as ledger:
            await ledger.add_plan(plan(text))

    async with memory.open_ledger(EXEMPELBY, now=NOW) as ledger:
        await ledger.add_body(KS)
    await enter("ett")
    with pytest.raises(REFUSALS):
        await enter("två")
    assert (await memory.reader.record(EXEMPELBY)).plans == (plan("ett"),)


async def test_a_list_belongs_to_a_body_that_is_entered(memory: Memory) -> None:
    async def enter() -> None:
        async with memory.open_ledger(EXEMPELBY, now=NOW) as ledger:
            await ledger.add_plan(plan("ett"))

    with pytest.raises(REFUSALS):
        await enter()
    assert (await memory.reader.record(EXEMPELBY)).plans == ()


async def test_a_time_without_its_zone_is_refused(memory: Memory) -> None:
    async def enter() -> None:
        naive = datetime(2025, 3, 1, 12, 0)  # noqa: DTZ001 — what is to be refused
        async with memory.open_ledger(EXEMPELBY, now=naive) as ledger:
            await ledger.add_body(KS)
            await ledger.add_plan(plan("ett"))

    with pytest.raises(REFUSALS):
        await enter()
    assert (await memory.reader.record(EXEMPELBY)).revision == 0


async def test_two_ledgers_at_once_take_turns(memory: Memory) -> None:
    async with memory.open_ledger(EXEMPELBY, now=NOW) as ledger:
        await ledger.add_body(KS)

    async def enter() -> int:
        async with memory.open_ledger(EXEMPELBY, now=NOW) as ledger:
            await asyncio.sleep(0)
            return await add_next_plan(ledger)

    versions = await asyncio.gather(*(enter() for _ in range(8)))
    assert sorted(versions) == list(range(1, 9))
    record = await memory.reader.record(EXEMPELBY)
    assert (record.revision, record.plans) == (9, (plan("ett delmål", version=8),))


async def test_another_tenant_sees_nothing_of_it(memory: Memory) -> None:
    async with memory.open_ledger(EXEMPELBY, now=NOW) as ledger:
        await ledger.add_body(KS)
        await ledger.add_goal_set(goal_set("Laxås"))
        await ledger.add_plan(plan("Laxås"))
        await ledger.add_matter(matter("Laxås"))
    assert await memory.reader.record(GRANVIKA) == Record(GRANVIKA, 0)
    async with memory.open_ledger(GRANVIKA, now=NOW) as ledger:
        assert await ledger.record() == Record(GRANVIKA, 0)
        await ledger.add_body(KS)
        await ledger.add_plan(plan("Orsas"))
        await ledger.add_matter(matter("Orsas"))
    assert (await memory.reader.record(GRANVIKA)).plans == (plan("Orsas"),)
    assert (await memory.reader.record(EXEMPELBY)).plans == (plan("Laxås"),)


async def test_an_unknown_tenant_is_refused(memory: Memory) -> None:
    async def enter() -> None:
        async with memory.open_ledger("okänd", now=NOW) as ledger:
            await ledger.add_body(KS)

    with pytest.raises(TenantUnknownError):
        await enter()
    with pytest.raises(TenantUnknownError):
        await memory.reader.record("okänd")


async def test_the_newest_change_of_a_role_is_what_holds(memory: Memory) -> None:
    officer, admin = Grant(Role.OFFICER, "KS"), Grant(Role.ADMIN)
    async with memory.open_ledger(EXEMPELBY, now=NOW) as ledger:
        assert await ledger.people() == ()
        for person, grant in (("bo", officer), ("anna", officer), ("anna", admin)):
            await ledger.change_role(person, grant, given=True, by=None)
        await ledger.change_role("bo", officer, given=False, by="anna")
        held = (Person("anna", None, frozenset({officer, admin})),)
        assert await ledger.people() == held
    async with memory.open_ledger(EXEMPELBY, now=NOW) as ledger:
        assert await ledger.people() == held
    async with memory.open_ledger(GRANVIKA, now=NOW) as ledger:
        assert await ledger.people() == ()


async def test_a_role_is_not_given_by_a_ledger_that_failed(memory: Memory) -> None:
    async def fail() -> None:
        async with memory.open_ledger(EXEMPELBY, now=NOW) as ledger:
            await ledger.change_role("anna", Grant(Role.ADMIN), given=True, by=None)
            raise LookupError

    with pytest.raises(LookupError):
        await fail()
    async with memory.open_ledger(EXEMPELBY, now=NOW) as ledger:
        assert await ledger.people() == ()


async def test_each_wording_keeps_its_place_and_what_it_stands_under(memory: Memory) -> None:
    goals = replace(
        goal_set("ett"),
        goals=(Goal("KS", 1, "ett", None, "Fullmäktiges mål", Origin(12, 3)),),
        source=Source("beslut.txt", base="tidigare.txt"),
    )
    subgoals = replace(
        plan("ett"),
        subgoals=(
            Subgoal(
                "KS", 2024, 1, "ett", None, "Ett mål", Origin(14, None, by_hand=True), (2023, 7)
            ),
        ),
    )
    async with memory.open_ledger(EXEMPELBY, now=NOW) as ledger:
        await ledger.add_body(KS)
        await ledger.add_goal_set(goals)
        await ledger.add_plan(subgoals)
    record = await memory.reader.record(EXEMPELBY)
    assert (record.goal_sets, record.plans) == ((goals,), (subgoals,))
    assert record.plans[0].subgoals[0].was == (2023, 7)


async def test_a_municipality_is_named_once_by_who_tells_its_name_first(memory: Memory) -> None:
    async with memory.open_ledger(EXEMPELBY, now=NOW) as ledger:
        await ledger.name_municipality("Exempelby kommun")
        assert (await ledger.record()).municipality == "Exempelby kommun"
    record = await memory.reader.record(EXEMPELBY)
    assert (record.revision, record.municipality) == (1, "Exempelby kommun")
    async with memory.open_ledger(EXEMPELBY, now=NOW) as ledger:
        await ledger.name_municipality("Granvika kommun")
    assert await memory.reader.record(EXEMPELBY) == record
    assert (await memory.reader.record(GRANVIKA)).municipality is None


async def test_a_body_that_is_renamed_keeps_its_code_and_its_lists(memory: Memory) -> None:
    renamed = Body("KS", "Styrelsen", ("Kommunstyrelsen",))
    async with memory.open_ledger(EXEMPELBY, now=NOW) as ledger:
        await ledger.add_body(KS)
        await ledger.add_plan(plan("ett"))
    async with memory.open_ledger(EXEMPELBY, now=NOW) as ledger:
        await ledger.change_body(renamed, by="anna")
    record = await memory.reader.record(EXEMPELBY)
    assert (record.revision, record.bodies, record.plans) == (2, (renamed,), (plan("ett"),))


async def test_a_strategy_is_entered_replaced_and_removed(memory: Memory) -> None:
    first, second = Strategy("KS", "Översiktsplan"), Strategy("KS", "Digital strategi")
    newer = Strategy("KS", "Översiktsplan", "https://exempelby.invalid", date(2024, 1, 2), "§ 3")
    async with memory.open_ledger(EXEMPELBY, now=NOW) as ledger:
        await ledger.add_body(KS)
        for strategy in (first, second, newer):
            await ledger.add_strategy(strategy, by="anna")
    assert (await memory.reader.record(EXEMPELBY)).strategies == (second, newer)
    assert (await memory.reader.record(GRANVIKA)).strategies == ()
    async with memory.open_ledger(EXEMPELBY, now=NOW) as ledger:
        await ledger.remove_strategy(newer, by=None)
    assert (await memory.reader.record(EXEMPELBY)).strategies == (second,)


async def test_a_strategy_belongs_to_a_body_that_is_entered(memory: Memory) -> None:
    async def enter() -> None:
        async with memory.open_ledger(EXEMPELBY, now=NOW) as ledger:
            await ledger.add_strategy(Strategy("KS", "Översiktsplan"), by=None)

    with pytest.raises(REFUSALS):
        await enter()


async def test_an_import_that_waits_is_kept_whole_and_is_no_part_of_the_record(
    memory: Memory,
) -> None:
    document = GoalDocument(
        "delmål.txt",
        "ab" * 32,
        is_goal_document=True,
        body="Kommunstyrelsen",
        years=(2024, 2025),
        goal_period=Period(2024, 2026),
        goals=(StatedGoal(ODD_TEXTS[1], "1.1", 12, 3, "Över"),),
        subgoals=(StatedSubgoal(ODD_TEXTS[3], 2025, None, 14, None, 1, by_hand=True),),
        date=date(2025, 1, 7),
        amendments=(Amendment(AmendmentKind.REWORD, 2025, "3", "ny", 7, 1),),
        doubts=(Doubt("doubt-at-line", 3, {"line": 3, "sentence": "å"}),),
    )
    corrections = Corrections((2, 3), ((1, "en ny lydelse"),), ((DocumentField.DNR, "KS 1"),))
    waiting = PendingImport("id-1", "anna", document, NOW, NOW + timedelta(days=7), corrections)
    async with memory.open_ledger(EXEMPELBY, now=NOW) as ledger:
        await ledger.keep_import(replace(waiting, corrections=Corrections()))
        await ledger.keep_import(waiting)
    async with memory.open_ledger(EXEMPELBY, now=NOW) as ledger:
        assert await ledger.pending_import("id-1") == waiting
        assert await ledger.pending_import("id-2") is None
    async with memory.open_ledger(GRANVIKA, now=NOW) as ledger:
        assert await ledger.pending_import("id-1") is None
    assert await memory.reader.record(EXEMPELBY) == Record(EXEMPELBY, 0)
