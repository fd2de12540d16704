"""Values for tests, made with as few words as the test needs."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from goals.goal import Body, Goal, GoalSet, Period, Source, Subgoal
from goals.matter import Matter, MatterState, Window
from goals.plan import Plan, PlanStatus
from goals.record import Record

PAPER = Source("Ett dokument")
DECISION = Source("Ett protokoll", None, "KS 2025/39", date(2025, 2, 4), "KS § 12")


def body(code: str = "KS", name: str = "Kommunstyrelsen") -> Body:
    """A body."""
    return Body(code, name)


def plan(
    year: int,
    texts: Iterable[str],
    *,
    status: PlanStatus = PlanStatus.IN_FORCE,
    source: Source = DECISION,
    of: str = "KS",
    version: int = 1,
) -> Plan:
    """A year's list with these wordings."""
    subgoals = tuple(Subgoal(of, year, number, text) for number, text in enumerate(texts, 1))
    return Plan(of, year, status, subgoals, source, version=version)


def goal_set(
    texts: Iterable[str],
    *,
    period: Period | None = Period(2024, 2026),  # noqa: B008 — a frozen value
    source: Source = DECISION,
    of: str = "KS",
) -> GoalSet:
    """A period's goals with these wordings."""
    goals = tuple(Goal(of, number, text) for number, text in enumerate(texts, 1))
    return GoalSet(of, period, goals, source)


def matter(
    year: int,
    *,
    state: MatterState = MatterState.PREPARING,
    points: Iterable[str] = ("att delmålen fastställs",),
    recipients: Iterable[str] = ("Kansliet",),
    officer: str | None = "förvaltningschefen",
    of: str = "KS",
) -> Matter:
    """A matter of that year."""
    return Matter(
        of, year, f"Delmål {year}", state, tuple(points), tuple(recipients), officer, PAPER
    )


def opened_matter(
    year: int,
    *,
    dnr: str | None = None,
    window: Window | None = None,
    officer: str | None = None,
    of: str = "KS",
) -> Matter:
    """A matter of that year that a person opened here: no paper speaks of it yet."""
    return Matter(
        of,
        year,
        f"Mål och delmål {year}",
        MatterState.OPENED,
        (),
        (),
        officer,
        Source(dnr=dnr),
        window=window,
    )


def record(
    *,
    bodies: Iterable[Body] = (body(),),
    goal_sets: Iterable[GoalSet] = (),
    plans: Iterable[Plan] = (),
    matters: Iterable[Matter] = (),
    tenant: str = "tenant",
    revision: int = 1,
) -> Record:
    """What a tenant has recorded."""
    return Record(tenant, revision, tuple(bodies), tuple(goal_sets), tuple(plans), tuple(matters))
