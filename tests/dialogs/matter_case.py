"""The customer's own matter, with proposals, for papers."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from dialogs.case import Case
from goals.actor import Role
from goals.event import Event, Value
from goals.goal import Source, Subgoal
from goals.matter import Matter, MatterState
from goals.plan import Plan, PlanStatus
from goals.proposal import (
    Advice,
    Content,
    Outcome,
    Proposal,
    ProposalKind,
    ProposalState,
    Recommendation,
    Ruling,
    SupportedGoal,
    Target,
    Version,
)
from tests.dialogs.records import customer

NOW = datetime(2024, 12, 3, 23, 30, tzinfo=UTC)
DAY = date(2024, 12, 3)


def proposal(
    serial: int,
    kind: ProposalKind,
    *,
    target: int | None = None,
    text: str | None = None,
    advice: Recommendation | None = None,
    au: Ruling | None = None,
    ks: Ruling | None = None,
    consequences: str | None = None,
    motivation: str = "Därför.",
) -> Proposal:
    """A proposal to the customer's list of 2024."""
    of_2024 = customer().plan("KS", 2024)
    assert of_2024 is not None
    subgoal = of_2024.subgoals[target - 1] if target else None
    content = Content(
        kind,
        motivation,
        Target(2024, subgoal.number, subgoal.text) if subgoal else None,
        text,
        SupportedGoal(1, customer().goal_sets[0].goals[0].text),
        consequences,
    )
    return Proposal(
        f"id-{serial}",
        "KS",
        2025,
        serial,
        "someone",
        Role.OFFICIAL,
        ProposalState.PREPARED,
        (Version(1, content, "someone", NOW),),
        recommendation=advice,
        by_au=au,
        by_body=ks,
    )


YES = Recommendation(Advice.SUPPORT, "Det blir tydligare.")
NO = Recommendation(Advice.OPPOSE, "Det räcker som det är.")
REWORD = proposal(
    1,
    ProposalKind.REWORD,
    target=3,
    text="Utveckla kollektivtrafiken i hela kommunen",
    advice=YES,
    consequences="En ny upphandling.",
    au=Ruling(Outcome.CHANGE, "AU § 181", date(2024, 11, 5), "Utveckla bussarna"),
    ks=Ruling(Outcome.CHANGE, "KS § 234", DAY, "Utveckla bussarna"),
)
REMOVE = proposal(
    2, ProposalKind.REMOVE, target=10, advice=NO, ks=Ruling(Outcome.REJECT, "KS § 234", DAY)
)
ADD = proposal(
    3,
    ProposalKind.ADD,
    text="Rena sjön & ån",
    advice=Recommendation(Advice.SUPPORT_CHANGED, "Säg vad som ska göras.", "Rena “sjöar” <nu>"),
    ks=Ruling(Outcome.APPROVE, "KS § 234", DAY),
)


def case(*proposals: Proposal, events: tuple[Event, ...] = ()) -> Case:
    """Before the decision."""
    (matter,) = customer().matters
    return Case(customer(), matter, proposals, events)


def event(what: str, **data: Value) -> Event:
    """An event of the matter itself."""
    return Event(NOW, what, "sara", Role.SECRETARY, "KS", 2025, data=data)


def decided_case(
    state: MatterState = MatterState.DECIDED_NOT_ADJUSTED, *more: Event, **data: Value
) -> Case:
    """After it: two lines, the second new."""
    (matter,) = customer().matters
    source = Source(None, None, "KS 2024/39", DAY, "KS § 234")
    texts = ("Utveckla bussarna", "Rena sjön & ån")
    subgoals = tuple(Subgoal("KS", 2025, number, text) for number, text in enumerate(texts, 1))
    plan = Plan("KS", 2025, PlanStatus.DECIDED_NOT_ADJUSTED, subgoals, source)
    decided: Matter = replace(matter, state=state, source=source)
    record = replace(customer(), plans=(*customer().plans, plan), matters=(decided,))
    told: dict[str, Value] = {
        "points": "att de fyra målen kvarstår 2025\natt delmål 2 följs upp i maj",
        "reservations": "Två ledamöter reserverar sig.",
        "disqualified": "Ordföranden anmäler jäv.",
        **data,
    }
    events = (event("decide", **told), *more)
    return Case(record, decided, (REWORD, REMOVE, ADD), events)
