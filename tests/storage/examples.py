"""What the tests record."""

from __future__ import annotations

from datetime import UTC, date, datetime

from goals.actor import Role
from goals.event import Event
from goals.goal import Body, Goal, GoalSet, Period, Source, Subgoal
from goals.matter import Matter, MatterState
from goals.plan import Plan, PlanStatus
from goals.ports import Ledger
from goals.proposal import (
    Content,
    Proposal,
    ProposalKind,
    ProposalState,
    Step,
    SupportedGoal,
    Target,
    Version,
)

NOW = datetime(2025, 3, 1, 12, 0, tzinfo=UTC)
EXEMPELBY = "11111111-1111-1111-1111-111111111111"
GRANVIKA = "22222222-2222-2222-2222-222222222222"

ODD_TEXTS = (
    "Utveckla arbetet kring tillgänglighetsarbetet",
    "Å & Ä <b>inte</b> \"fet\" 'text' — 100 % \\ %s {x} ?1 $1 :namn",
    "\n  två rader\r\noch en tabb\t, sist ett blanksteg \n",
    "🎯 👩‍🏫 🇸🇪 \u00a0\u2066\u2069 é och e\u0301",
    "ö" * 4000,
)
SOURCE = Source("Delmål 2025 – förslag.docx", "ab" * 32, "KS 2024/113", date(2024, 9, 3), "§ 86")
KS = Body("KS", "Kommunstyrelsen", ("kommunstyrelsen", "KSAU"))
BUN = Body("BUN", "Barn- och utbildningsnämnden")


def goal_set(
    *texts: str, body: str = "KS", period: Period | None = None, version: int = 1
) -> GoalSet:
    """Goals with these texts."""
    goals = tuple(
        Goal(body, number, text, f"{number}.1" if number % 2 else None)
        for number, text in enumerate(texts, start=1)
    )
    return GoalSet(body, period, goals, SOURCE, version)


def plan(
    *texts: str,
    body: str = "KS",
    year: int = 2024,
    version: int = 1,
    status: PlanStatus = PlanStatus.IN_FORCE,
) -> Plan:
    """A year's list with these texts."""
    subgoals = tuple(
        Subgoal(body, year, number, text, "A1" if number == 1 else None)
        for number, text in enumerate(texts, start=1)
    )
    return Plan(body, year, status, subgoals, SOURCE, version=version)


def matter(*points: str, body: str = "KS", year: int = 2025, version: int = 1) -> Matter:
    """A matter with these points of decision."""
    return Matter(
        body,
        year,
        "Delmål & mål <2025>",
        MatterState.PREPARING,
        points,
        ("kommundirektör", "IT-enhet", "kanslienhet"),
        "Åsa Öberg",
        SOURCE,
        version=version,
    )


def proposal(
    *,
    id: str = "f1",  # noqa: A002 — what it is called
    serial: int = 1,
    body: str = "KS",
    year: int = 2025,
    author: str = "anna",
    text: str = "Utveckla kollektivtrafiken",
) -> Proposal:
    """A submitted proposal for a new wording of sub-goal 2."""
    content = Content(
        ProposalKind.REWORD,
        "Därför att.\nOch därför.",
        Target(2024, 2, "Utveckla trafiken", "A2"),
        text,
        SupportedGoal(1, "Ett gott liv"),
        "Inga.",
    )
    return Proposal(
        id,
        body,
        year,
        serial,
        author,
        Role.OFFICIAL,
        ProposalState.SUBMITTED,
        (Version(1, content, author, NOW),),
        since=NOW,
    )


def submitted(proposal: Proposal) -> Event:
    """The event by which it came in."""
    return Event(
        NOW,
        Step.SUBMIT.value,
        proposal.author,
        proposal.role,
        proposal.body,
        proposal.year,
        proposal.id,
        proposal.state.value,
        {"version": 1},
    )


async def add_next_plan(ledger: Ledger, text: str = "ett delmål") -> int:
    """Enter the version after the newest one of the list for 2024; what a lost update breaks."""
    newest = (await ledger.record()).plan("KS", 2024)
    version = newest.version + 1 if newest else 1
    await ledger.add_plan(plan(text, version=version))
    return version
