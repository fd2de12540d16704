"""People who propose, at a desk with a list, a matter and the fake memory."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from dialogs import registry
from dialogs.cards.proposal_form import PROPOSE
from dialogs.desk import Desk
from dialogs.turn import Place, Reply, Turn
from dialogs.understanding.vocabulary import shipped
from goals.actor import Actor, Grant, Role
from goals.event import Event
from goals.goal import Body, GoalSet
from goals.matter import Matter, Window
from goals.plan import Plan
from goals.proposal import Proposal, ProposalState, Step
from tests.builders import body, goal_set, matter, plan
from tests.card_checks import check
from tests.fakes import FakeMemory

TENANT = "tenant"
NOW = datetime(2025, 3, 1, 12, tzinfo=UTC)
WINDOW = Window(NOW - timedelta(days=10), NOW + timedelta(days=10))
OFFICIAL = Actor(TENANT, "anna", frozenset({Grant(Role.OFFICIAL, "KS")}))
OTHER = Actor(TENANT, "bo", frozenset({Grant(Role.OFFICIAL, "KS")}))
OFFICER = Actor(TENANT, "cecilia", frozenset({Grant(Role.OFFICER, "KS")}))
SECRETARY = Actor(TENANT, "david", frozenset({Grant(Role.SECRETARY, "KS")}))
STAFF = Actor(TENANT, "eva")
TEXTS = (
    "Främja bostadsbyggandet",
    "Utveckla kollektivtrafiken",
    "Främja biblioteket som en samlingspunkt",
)
GOALS = ("Ett gott liv", "En hållbar plats")
NEW = "Utveckla kollektivtrafiken i hela kommunen"
WHY = "Fler ska kunna ta bussen till arbetet."


class Talk:
    """What people do, one after another, with one memory. Every card is checked."""

    def __init__(
        self,
        *,
        bodies: Iterable[Body] = (body(),),
        goal_sets: Iterable[GoalSet] = (goal_set(GOALS),),
        plans: Iterable[Plan] = (plan(2024, TEXTS),),
        matters: Iterable[Matter] = (replace(matter(2025), window=WINDOW),),
    ) -> None:
        self.memory = FakeMemory(TENANT, "other")
        self.now = NOW
        asyncio.run(self._record(bodies, goal_sets, plans, matters))

    async def _record(
        self,
        bodies: Iterable[Body],
        goal_sets: Iterable[GoalSet],
        plans: Iterable[Plan],
        matters: Iterable[Matter],
    ) -> None:
        async with self.memory.open_ledger(TENANT, now=self.now) as ledger:
            for each in bodies:
                await ledger.add_body(each)
            for goals in goal_sets:
                await ledger.add_goal_set(goals)
            for listed in plans:
                await ledger.add_plan(listed)
            for opened in matters:
                await ledger.add_matter(opened)

    def change(self, *, plans: Iterable[Plan] = (), matters: Iterable[Matter] = ()) -> None:
        """Record something more, meanwhile."""
        asyncio.run(self._record((), (), plans, matters))

    def turn(
        self,
        verb: str,
        *,
        actor: Actor = OFFICIAL,
        locale: str = "sv-SE",
        **fields: str,
    ) -> Reply:
        """The reply to a button, whoever made it."""
        return self._answer(Turn(actor, self.now, "", verb, fields, locale=locale))

    def say(
        self,
        typed: str,
        *,
        actor: Actor = OFFICIAL,
        locale: str = "sv-SE",
        place: Place = Place.PERSONAL,
        verb: str | None = None,
    ) -> Reply:
        """The reply to what was typed, or to what Teams tells of itself."""
        return self._answer(Turn(actor, self.now, typed, verb, locale=locale, place=place))

    def _answer(self, turn: Turn) -> Reply:

        async def answered() -> Reply:
            record = await self.memory.record(turn.actor.tenant)
            return await registry.answer(turn, Desk(record, shipped(), self.memory))

        reply = asyncio.run(answered())
        assert check(reply.card) == []
        assert reply.text == reply.card["fallbackText"]
        return reply

    def press(self, reply: Reply, title: str, *, actor: Actor = OFFICIAL, **typed: str) -> Reply:
        """Press a button of a card, with what its inputs hold and what is typed into them."""
        button = button_of(reply, title)
        filled = {} if button.get("associatedInputs") == "none" else {**values(reply), **typed}
        fields = {**button["data"], **filled}
        return self.turn(button["verb"], actor=actor, **fields)

    def form(self, *, actor: Actor = OFFICIAL, **fields: str) -> Reply:
        """An open form, in the conversation."""
        return self.turn(PROPOSE, actor=actor, **{"body": "KS", "language": "sv", **fields})

    def review(self, *, actor: Actor = OFFICIAL, **typed: str) -> Reply:
        """A form filled in and sent to be read back: a rewording of sub-goal 2, unless told."""
        filled = {"kind": "reword", "target": "2", "text": NEW, "motivation": WHY, **typed}
        return self.press(self.form(actor=actor), "Granska", actor=actor, **filled)

    def submit(self, *, actor: Actor = OFFICIAL, **typed: str) -> Reply:
        """A proposal all the way to its receipt."""
        return self.press(self.review(actor=actor, **typed), "Skicka in", actor=actor)

    def step(self, number: str, step: Step, state: ProposalState, reason: str = "") -> None:
        """What other dialogs do to a proposal."""

        async def taken() -> None:
            async with self.memory.open_ledger(TENANT, now=self.now) as ledger:
                found = next(each for each in self.proposals() if each.number == number)
                data: Mapping[str, str] = {"reason": reason} if reason else {}
                await ledger.append(
                    Event(
                        self.now, step.value, "david", Role.SECRETARY, found.body, found.year,
                        found.id, state.value, data,
                    )
                )  # fmt: skip

        asyncio.run(taken())

    def proposals(self) -> list[Proposal]:
        """All that was submitted."""
        return list(self.memory._shelves[TENANT].proposals.values())

    def drafts(self) -> list[Any]:
        """All that is kept and not submitted."""
        return list(self.memory._shelves[TENANT].drafts.values())

    def steps(self) -> list[str]:
        """What was done, in its order."""
        return [each.what for each in self.memory.events(TENANT)]


def button_of(reply: Reply, title: str) -> Any:
    """The card's button with this title."""
    return next(each for each in reply.card["actions"] if each["title"] == title)


def titles(reply: Reply) -> list[str]:
    """What stands on the card's buttons."""
    return [each["title"] for each in reply.card.get("actions", ())]


def inputs(reply: Reply) -> dict[str, Any]:
    """The card's inputs by their names."""
    return {
        each["id"]: each for each in reply.card["body"] if str(each["type"]).startswith("Input.")
    }


def values(reply: Reply) -> dict[str, str]:
    """What stands in the inputs."""
    return {name: field.get("value", "") for name, field in inputs(reply).items()}


def beside(reply: Reply, name: str) -> str:
    """What stands directly below an input, in red; nothing where it is right."""
    elements = reply.card["body"]
    place = elements.index(inputs(reply)[name]) + 1
    below = elements[place] if place < len(elements) else {}
    return str(below["text"]) if below.get("color") == "attention" else ""
