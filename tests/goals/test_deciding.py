"""From the agenda to legal force, as process.md has it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from goals.actor import Actor, Grant, Role
from goals.adjusting import announce, annul, ask_adjusting, confirm_adjusting, gain_force
from goals.calling import call
from goals.deciding import decide, record_au
from goals.draft import Draft, Typed
from goals.drafting import keep_draft
from goals.errors import (
    CollisionError,
    DisqualifiedError,
    MatterStateError,
    MeetingNotAllowedError,
    MinutesChangedError,
    MixedOutcomesError,
    NoCommitteeError,
    NotAllPreparedError,
    OutcomeMissingError,
    ParagraphMissingError,
    ParagraphUsedError,
    SecondPersonError,
)
from goals.expediting import expedite
from goals.ground import ground_of
from goals.matter import MatterState
from goals.meeting import MeetingChange, Minutes, NotedOutcome, Origin
from goals.noting import note
from goals.plan import Plan, PlanStatus
from goals.preparing import prepare
from goals.proposal import Meeting, Outcome, Proposal, ProposalKind, ProposalState
from goals.proposing import submit
from goals.rectifying import ask_correction, confirm_correction
from tests.builders import DECISION, body, goal_set, matter, plan
from tests.fakes import FakeMemory

NOW = datetime(2026, 2, 2, 12, tzinfo=UTC)
TENANT = "tenant"
OFFICIAL = Actor(TENANT, "anna", frozenset({Grant(Role.OFFICIAL, "KS")}))
OFFICER = Actor(TENANT, "olle", frozenset({Grant(Role.OFFICER, "KS")}))
SECRETARY = Actor(TENANT, "sara", frozenset({Grant(Role.SECRETARY, "KS")}))
SECOND = Actor(TENANT, "siv", frozenset({Grant(Role.SECRETARY, "KS")}))
LIST = ("Bygga bostäder", "Utveckla bussarna", "Främja biblioteket")


async def memory() -> FakeMemory:
    """A body with a list of three for 2025, and an open matter for 2026."""
    fake = FakeMemory(TENANT)
    async with fake.open_ledger(TENANT, now=NOW) as ledger:
        await ledger.add_body(body())
        await ledger.add_goal_set(goal_set(["Ett gott liv"]))
        await ledger.add_plan(plan(2025, LIST))
        await ledger.add_matter(matter(2026))
    return fake


async def proposed(
    fake: FakeMemory,
    kind: ProposalKind,
    *,
    target: str = "",
    text: str = "",
    actor: Actor = OFFICIAL,
) -> Proposal:
    """A submitted proposal."""
    record = await fake.record(TENANT)
    (open_one,) = record.matters
    base = ground_of(record, open_one).base
    typed = Typed(kind.value, target, text, "1", "Därför")
    draft = Draft(
        f"{kind}{target}{text}{actor.object_id}",
        "KS",
        2026,
        actor.object_id,
        typed,
        base,
        None,
        NOW,
    )
    await keep_draft(draft, actor=actor, open_ledger=fake.open_ledger)
    done = await submit(draft.id, seen=base, actor=actor, open_ledger=fake.open_ledger, now=NOW)
    return done.proposal


async def supported(fake: FakeMemory, *proposals: Proposal) -> None:
    """Prepared: tillstyrks."""
    await prepare(
        [each.id for each in proposals],
        advice="support",
        reason="Bra.",
        actor=OFFICER,
        open_ledger=fake.open_ledger,
        now=NOW,
    )


async def noted(
    fake: FakeMemory,
    meeting: Meeting,
    outcomes: dict[Proposal, NotedOutcome],
    changes: Sequence[MeetingChange] = (),
    **more: object,
) -> Minutes:
    """Everything noted in one go."""
    minutes = Minutes(
        "KS",
        2026,
        meeting,
        paragraph="§ 12",
        day=NOW.date(),
        outcomes={each.id: outcome for each, outcome in outcomes.items()},
        changes=tuple(changes),
    )
    minutes = replace(minutes, **more)  # type: ignore[arg-type]
    return await note(minutes, actor=SECRETARY, open_ledger=fake.open_ledger, now=NOW)


YES = NotedOutcome(Outcome.APPROVE)
NO = NotedOutcome(Outcome.REJECT)


async def decided(fake: FakeMemory) -> Plan:
    """A new wording for the second, taken; and one line from the meeting."""
    proposal = await proposed(fake, ProposalKind.REWORD, target="2", text="Utveckla alla bussar")
    await supported(fake, proposal)
    await call("KS", 2026, Meeting.BODY, actor=SECRETARY, open_ledger=fake.open_ledger, now=NOW)
    change = MeetingChange(1, ProposalKind.ADD, Origin.DIALOGUE, Meeting.BODY, text="Plantera träd")
    await noted(fake, Meeting.BODY, {proposal: YES}, [change], points=("att målen kvarstår",))
    found = await decide("KS", 2026, actor=SECRETARY, open_ledger=fake.open_ledger, now=NOW)
    assert found is not None
    return found


async def test_a_year_goes_from_proposals_to_legal_force() -> None:
    fake = await memory()
    ledger = fake.open_ledger
    reword = await proposed(fake, ProposalKind.REWORD, target="2", text="Utveckla alla bussar")
    remove = await proposed(fake, ProposalKind.REMOVE, target="3")
    add = await proposed(fake, ProposalKind.ADD, text="Rena sjön")
    await supported(fake, reword, remove, add)
    await call("KS", 2026, Meeting.AU, actor=SECRETARY, open_ledger=ledger, now=NOW)
    own = NotedOutcome(Outcome.CHANGE, "Rena sjön och ån")
    change = MeetingChange(
        1, ProposalKind.REWORD, Origin.DIALOGUE, Meeting.AU, target=1, text="Bygga hyresrätter"
    )
    await noted(fake, Meeting.AU, {reword: YES, remove: NO, add: own}, [change])
    ruled = await record_au("KS", 2026, actor=SECRETARY, open_ledger=ledger, now=NOW)
    assert [each.state for each in ruled] == [ProposalState.AU_RESULT] * 3
    assert ruled[2].wording == "Rena sjön och ån"
    await call("KS", 2026, Meeting.BODY, actor=SECRETARY, open_ledger=ledger, now=NOW)
    await noted(
        fake,
        Meeting.BODY,
        {reword: YES, remove: NO, add: YES},
        [change],
        points=("att målen kvarstår",),
        version=1,
    )
    found = await decide("KS", 2026, actor=SECRETARY, open_ledger=ledger, now=NOW)
    assert found is not None
    assert [each.text for each in found.subgoals] == [
        "Bygga hyresrätter",
        "Utveckla alla bussar",
        "Främja biblioteket",
        "Rena sjön och ån",
    ]
    assert found.status is PlanStatus.DECIDED_NOT_ADJUSTED
    assert (found.source.paragraph, found.source.date) == ("KS § 12", NOW.date())
    await ask_adjusting("KS", 2026, day=NOW.date(), actor=SECRETARY, open_ledger=ledger, now=NOW)
    with pytest.raises(SecondPersonError):
        await confirm_adjusting("KS", 2026, actor=SECRETARY, open_ledger=ledger, now=NOW)
    await confirm_adjusting("KS", 2026, actor=OFFICER, open_ledger=ledger, now=NOW)
    record = await fake.record(TENANT)
    adjusted = record.plan("KS", 2026)
    assert adjusted is not None
    assert adjusted.status is PlanStatus.APPEALABLE
    assert record.matter("KS", 2026).decision_points == ("att målen kvarstår",)  # type: ignore[union-attr]
    await announce(
        "KS", 2026, notice=NOW.date(), last_day=date(2026, 2, 23), actor=SECRETARY,
        open_ledger=ledger, now=NOW,
    )  # fmt: skip
    await expedite(
        "KS",
        2026,
        execution=(),
        actor=SECRETARY,
        new_id=lambda: "notice",
        open_ledger=ledger,
        now=NOW,
    )
    later = NOW + timedelta(days=30)
    final = await gain_force("KS", 2026, actor=SECRETARY, open_ledger=ledger, now=later)
    assert final.status is PlanStatus.IN_FORCE
    async with fake.register(TENANT) as register:
        states = {each.state for each in await register.proposals("KS", 2026)}
    assert states == {ProposalState.FINAL}
    annulled = await annul(
        "KS", 2026, day=later.date(), judgment="Förvaltningsrätten, mål 1-26", actor=SECRETARY,
        open_ledger=ledger, now=later,
    )  # fmt: skip
    assert annulled.status is PlanStatus.ANNULLED


async def test_the_author_is_told_each_step_and_what_was_decided_from_justering() -> None:
    fake = await memory()
    ledger = fake.open_ledger
    await decided(fake)
    before = [each.arguments["state"] for each in fake.outbox.notes if each.to == "anna"]
    assert before == ["prepared", "on_agenda"]
    await ask_adjusting("KS", 2026, day=NOW.date(), actor=SECRETARY, open_ledger=ledger, now=NOW)
    await confirm_adjusting("KS", 2026, actor=SECOND, open_ledger=ledger, now=NOW)
    note = fake.outbox.notes[-1]
    assert (note.to, note.kind) == ("anna", "note-decided")
    told = {name: note.arguments[name] for name in ("outcome", "paragraph", "day")}
    assert told == {"outcome": "approve", "paragraph": "KS § 12", "day": "2026-02-02"}


async def test_the_working_committee_cannot_decide() -> None:
    fake = await memory()
    with pytest.raises(NoCommitteeError):
        await decide("KS", 2026, Meeting.AU, actor=SECRETARY, open_ledger=fake.open_ledger, now=NOW)


async def test_only_a_secretary_records_a_meeting() -> None:
    fake = await memory()
    for actor in (OFFICIAL, OFFICER, Actor(TENANT, "it", frozenset({Grant(Role.ADMIN)}))):
        with pytest.raises(MeetingNotAllowedError):
            await call("KS", 2026, Meeting.AU, actor=actor, open_ledger=fake.open_ledger, now=NOW)


async def test_what_is_not_prepared_holds_the_round_up() -> None:
    fake = await memory()
    await proposed(fake, ProposalKind.REMOVE, target="3")
    with pytest.raises(NotAllPreparedError):
        await call("KS", 2026, Meeting.AU, actor=SECRETARY, open_ledger=fake.open_ledger, now=NOW)


async def test_two_that_touch_the_same_cannot_both_be_taken() -> None:
    fake = await memory()
    one = await proposed(fake, ProposalKind.REMOVE, target="3")
    other = await proposed(fake, ProposalKind.REWORD, target="3", text="Främja biblioteken")
    await supported(fake, one, other)
    ledger = fake.open_ledger
    await call("KS", 2026, Meeting.BODY, actor=SECRETARY, open_ledger=ledger, now=NOW)
    minutes = await noted(fake, Meeting.BODY, {one: YES, other: YES})
    with pytest.raises(CollisionError):
        await decide("KS", 2026, actor=SECRETARY, open_ledger=ledger, now=NOW)
    await note(minutes.with_outcome(other.id, NO), actor=SECRETARY, open_ledger=ledger, now=NOW)
    found = await decide("KS", 2026, actor=SECRETARY, open_ledger=ledger, now=NOW)
    assert found is not None
    assert len(found.subgoals) == 2


async def test_a_second_decision_is_refused() -> None:
    fake = await memory()
    await decided(fake)
    with pytest.raises(MatterStateError):
        await decide("KS", 2026, actor=SECRETARY, open_ledger=fake.open_ledger, now=NOW)


async def test_whoever_proposed_does_not_record_the_decision() -> None:
    fake = await memory()
    both = Actor(TENANT, "bo", frozenset({Grant(Role.OFFICIAL, "KS"), Grant(Role.SECRETARY, "KS")}))
    own = await proposed(fake, ProposalKind.REMOVE, target="3", actor=both)
    await supported(fake, own)
    ledger = fake.open_ledger
    await call("KS", 2026, Meeting.BODY, actor=SECRETARY, open_ledger=ledger, now=NOW)
    await noted(fake, Meeting.BODY, {own: YES})
    with pytest.raises(DisqualifiedError):
        await decide("KS", 2026, actor=both, open_ledger=ledger, now=NOW)


async def test_nothing_is_decided_without_a_paragraph_and_every_outcome() -> None:
    fake = await memory()
    one = await proposed(fake, ProposalKind.REMOVE, target="3")
    await supported(fake, one)
    ledger = fake.open_ledger
    await call("KS", 2026, Meeting.BODY, actor=SECRETARY, open_ledger=ledger, now=NOW)
    minutes = await noted(fake, Meeting.BODY, {one: YES}, paragraph="tolv")
    with pytest.raises(ParagraphMissingError):
        await decide("KS", 2026, actor=SECRETARY, open_ledger=ledger, now=NOW)
    with pytest.raises(MinutesChangedError):
        await noted(fake, Meeting.BODY, {})
    await note(
        replace(minutes, paragraph="KS § 7", outcomes={}),
        actor=SECOND,
        open_ledger=ledger,
        now=NOW,
    )
    with pytest.raises(OutcomeMissingError):
        await decide("KS", 2026, actor=SECRETARY, open_ledger=ledger, now=NOW)


@pytest.mark.parametrize(
    ("written", "day", "refused"),
    [
        ("KS § 12", date(2026, 1, 20), True),
        ("§ 12/26", date(2026, 1, 20), True),
        ("KS § 12", date(2025, 12, 9), False),
        ("KS § 112", date(2026, 1, 20), False),
    ],
)
async def test_a_paragraph_is_one_matters_in_its_calendar_year(
    written: str, day: date, refused: bool
) -> None:
    fake = await memory()
    other = replace(DECISION, paragraph=written, date=day)
    async with fake.open_ledger(TENANT, now=NOW) as ledger:
        await ledger.add_plan(plan(2024, LIST, source=other))
    await call("KS", 2026, Meeting.BODY, actor=SECRETARY, open_ledger=fake.open_ledger, now=NOW)
    await noted(fake, Meeting.BODY, {})
    deciding = decide("KS", 2026, actor=SECRETARY, open_ledger=fake.open_ledger, now=NOW)
    if not refused:
        assert await deciding is not None
        return
    with pytest.raises(ParagraphUsedError) as told:
        await deciding
    assert told.value.arguments == {"paragraph": "KS § 12", "year": 2024}


async def test_the_body_sends_back_all_or_nothing() -> None:
    fake = await memory()
    one = await proposed(fake, ProposalKind.REMOVE, target="3")
    other = await proposed(fake, ProposalKind.ADD, text="Rena sjön")
    await supported(fake, one, other)
    ledger = fake.open_ledger
    await call("KS", 2026, Meeting.BODY, actor=SECRETARY, open_ledger=ledger, now=NOW)
    back = NotedOutcome(Outcome.REMIT, reason="Räkna på det.")
    minutes = await noted(fake, Meeting.BODY, {one: YES, other: back})
    with pytest.raises(MixedOutcomesError):
        await decide("KS", 2026, actor=SECRETARY, open_ledger=ledger, now=NOW)
    await note(minutes.with_outcome(one.id, back), actor=SECRETARY, open_ledger=ledger, now=NOW)
    assert await decide("KS", 2026, actor=SECRETARY, open_ledger=ledger, now=NOW) is None
    record = await fake.record(TENANT)
    assert record.plan("KS", 2026) is None
    assert [each.state for each in record.matters] == [MatterState.PREPARING]
    async with fake.register(TENANT) as register:
        found = await register.proposal(one.id)
    assert found is not None
    assert (found.state, found.reason) == (ProposalState.REMITTED, "Räkna på det.")


async def test_a_correction_is_a_new_version_by_two_people() -> None:
    fake = await memory()
    await decided(fake)
    ledger = fake.open_ledger
    await ask_adjusting("KS", 2026, day=NOW.date(), actor=SECRETARY, open_ledger=ledger, now=NOW)
    await confirm_adjusting("KS", 2026, actor=SECOND, open_ledger=ledger, now=NOW)
    await ask_correction(
        "KS", 2026, number=4, text="Plantera fler träd", reason="Skrivfel", actor=SECRETARY,
        open_ledger=ledger, now=NOW,
    )  # fmt: skip
    with pytest.raises(SecondPersonError):
        await confirm_correction("KS", 2026, actor=SECRETARY, open_ledger=ledger, now=NOW)
    corrected = await confirm_correction("KS", 2026, actor=SECOND, open_ledger=ledger, now=NOW)
    assert corrected.subgoals[3].text == "Plantera fler träd"
    assert corrected.status is PlanStatus.APPEALABLE
