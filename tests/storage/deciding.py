"""A year that is decided, adjusted, announced and corrected: what the tests tamper with."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from goals.actor import Actor, Grant, Role
from goals.adjusting import announce, ask_adjusting, confirm_adjusting
from goals.calling import call
from goals.deciding import decide
from goals.draft import Base, Draft, Typed
from goals.drafting import keep_draft
from goals.extracting import keep_extract
from goals.meeting import MeetingChange, Minutes, NotedOutcome, Origin
from goals.noting import note
from goals.opening import TypedMatter, open_matter
from goals.ports import OpenLedger
from goals.preparing import prepare
from goals.proposal import Meeting, Outcome, ProposalKind
from goals.proposing import submit
from goals.rectifying import ask_correction, confirm_correction
from tests.storage.examples import KS, NOW, goal_set, plan

LIST = ("Utveckla trafiken", "Bygg en bro", "Främja biblioteket")
DECIDED = ("Plantera träd", "Utveckla kollektivtrafiken", "Bygg två broar", "Rena sjön")
"""What came up in the room first, then what was reworded, mended and added; the third is gone."""
EVENTS = 36
EXTRACT = b"%PDF-1.7\n\x00\xff KS \xc2\xa7 45\n%%EOF\n"
"""As much of a PDF file as we look at."""


def person(tenant: str, name: str, *roles: Role) -> Actor:
    """Somebody with these roles in KS."""
    return Actor(tenant, name, frozenset(Grant(role, "KS") for role in roles))


async def note_a_year(open_ledger: OpenLedger, tenant: str) -> Minutes:
    """KS has a list of 2024; what its meeting made of the proposals for 2025 is noted."""
    official = person(tenant, "anna", Role.OFFICIAL)
    officer = person(tenant, "olle", Role.OFFICER)
    secretary = person(tenant, "sara", Role.SECRETARY)
    async with open_ledger(tenant, now=NOW) as ledger:
        await ledger.add_body(KS)
        await ledger.add_goal_set(goal_set("Ett gott liv"))
        await ledger.add_plan(plan(*LIST))
    typed = TypedMatter(
        title="Mål och delmål 2025", dnr="KS 2025/39",
        opens_day="2025-02-01", closes_day="2025-03-20", closes_time="16:00", based_on="2024",
    )  # fmt: skip
    await open_matter(typed, "KS", 2025, actor=secretary, open_ledger=open_ledger, now=NOW)
    base = Base(2024, 1)
    for number, (kind, target, text) in enumerate(
        (
            ("reword", "1", "Utveckla kollektivtrafiken"),
            ("reword", "2", "Bygg tre broar"),
            ("remove", "3", ""),
            ("add", "", "Rena sjön"),
            ("keep", "1", ""),
        ),
        start=1,
    ):
        told = Typed(kind, target, text, "1", "Därför")
        draft = Draft(f"f{number}", "KS", 2025, "anna", told, base, None, NOW)
        await keep_draft(draft, actor=official, open_ledger=open_ledger)
        await submit(draft.id, seen=base, actor=official, open_ledger=open_ledger, now=NOW)
    ids = [f"f{number}" for number in range(1, 6)]
    await prepare(
        ids, advice="support", reason="Bra.", actor=officer, open_ledger=open_ledger, now=NOW
    )
    await call("KS", 2025, Meeting.BODY, actor=secretary, open_ledger=open_ledger, now=NOW)
    yes, no = NotedOutcome(Outcome.APPROVE), NotedOutcome(Outcome.REJECT)
    own = NotedOutcome(Outcome.CHANGE, "Bygg två broar i stan")
    new = MeetingChange(1, ProposalKind.ADD, Origin.MOTION, Meeting.BODY, None, "Plantera träd")
    minutes = Minutes(
        "KS",
        2025,
        Meeting.BODY,
        paragraph="KS § 45",
        day=NOW.date(),
        outcomes=dict(zip(ids, (yes, own, yes, yes, no), strict=True)),
        changes=(new, replace(new, serial=2, text="Bygg en hamn", adopted=False)),
        order=("Ä1", "1", "2", "F-KS-2025-004"),
        points=("att målen kvarstår",),
    )
    return await note(minutes, actor=secretary, open_ledger=open_ledger, now=NOW)


async def decide_a_year(open_ledger: OpenLedger, tenant: str) -> None:
    """The list of 2025 is decided, adjusted, announced and corrected."""
    await note_a_year(open_ledger, tenant)
    officer = person(tenant, "olle", Role.OFFICER)
    secretary = person(tenant, "sara", Role.SECRETARY)
    await decide("KS", 2025, actor=secretary, open_ledger=open_ledger, now=NOW)
    day = NOW.date()
    await ask_adjusting("KS", 2025, day=day, actor=secretary, open_ledger=open_ledger, now=NOW)
    await confirm_adjusting("KS", 2025, actor=officer, open_ledger=open_ledger, now=NOW)
    await announce(
        "KS", 2025, notice=day, last_day=date(2025, 3, 24), actor=secretary,
        open_ledger=open_ledger, now=NOW,
    )  # fmt: skip
    await ask_correction(
        "KS", 2025, number=3, text=DECIDED[2], reason="Skrivfel.", actor=secretary,
        open_ledger=open_ledger, now=NOW,
    )  # fmt: skip
    await confirm_correction("KS", 2025, actor=officer, open_ledger=open_ledger, now=NOW)
    await keep_extract(
        "KS", 2025, name="Protokollsutdrag § 45.pdf", content=EXTRACT, actor=secretary,
        open_ledger=open_ledger, now=NOW,
    )  # fmt: skip
