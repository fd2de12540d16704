"""A body's yearly round, played with cards: people press what the cards offer them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from dialogs import registry
from dialogs.desk import Desk
from dialogs.turn import Place, Reply, Turn
from dialogs.understanding.vocabulary import shipped
from goals.actor import Actor, Grant, Role
from goals.draft import Draft, Typed
from goals.drafting import keep_draft
from goals.ground import ground_of
from goals.proposal import Proposal, ProposalKind
from goals.proposing import submit
from tests.builders import body, goal_set, matter, plan
from tests.card_checks import check
from tests.fakes import FakeMemory

TENANT = "tenant"
NOW = datetime(2026, 2, 2, 12, tzinfo=UTC)
STAFF = Actor(TENANT, "stina")
OFFICIAL = Actor(TENANT, "anna", frozenset({Grant(Role.OFFICIAL, "KS")}))
OFFICER = Actor(TENANT, "olle", frozenset({Grant(Role.OFFICER, "KS")}))
SECRETARY = Actor(TENANT, "sara", frozenset({Grant(Role.SECRETARY, "KS")}))
SECOND = Actor(TENANT, "siv", frozenset({Grant(Role.SECRETARY, "KS")}))
ADMIN = Actor(TENANT, "it", frozenset({Grant(Role.ADMIN)}))
LIST = ("Bygga bostäder", "Utveckla bussarna", "Främja biblioteket")


@dataclass
class Round:
    """KS with three sub-goals for 2025, and an open matter for 2026."""

    memory: FakeMemory = field(default_factory=lambda: FakeMemory(TENANT))
    now: datetime = NOW

    async def begun(self, texts: tuple[str, ...] = LIST) -> Round:
        """Everything recorded that a round starts from."""
        async with self.memory.open_ledger(TENANT, now=self.now) as ledger:
            await ledger.add_body(body())
            await ledger.add_goal_set(goal_set(["Ett gott liv"]))
            await ledger.add_plan(plan(2025, texts))
            await ledger.add_matter(matter(2026, points=("att målen kvarstår",)))
        return self

    async def proposed(
        self, kind: ProposalKind, *, target: str = "", text: str = "", actor: Actor = OFFICIAL
    ) -> Proposal:
        """A proposal that is submitted."""
        record = await self.memory.record(TENANT)
        (open_one,) = record.matters
        base = ground_of(record, open_one).base
        typed = Typed(kind.value, target, text, "1", "Därför")
        name = f"{kind}{target}{text}{actor.object_id}".replace(",", "")
        draft = Draft(name, "KS", 2026, actor.object_id, typed, base, None, self.now)
        ledger = self.memory.open_ledger
        await keep_draft(draft, actor=actor, open_ledger=ledger)
        done = await submit(name, seen=base, actor=actor, open_ledger=ledger, now=self.now)
        return done.proposal

    async def proposal(self, number: str) -> Proposal:
        """The one with that number, as it stands."""
        async with self.memory.register(TENANT) as register:
            every = await register.proposals("KS", 2026)
        return next(each for each in every if each.number == number)

    def later(self, **time: int) -> None:
        """Let time pass."""
        self.now += timedelta(**time)

    async def turn(
        self,
        actor: Actor,
        text: str = "",
        *,
        verb: str | None = None,
        fields: Mapping[str, str] | None = None,
        place: Place = Place.PERSONAL,
        locale: str = "sv-SE",
    ) -> Reply:
        """What a person says or presses, and the answer to it; every card is checked."""
        return await self.answer(
            Turn(actor, self.now, text, verb, fields or {}, locale=locale, place=place)
        )

    async def answer(self, turn: Turn) -> Reply:
        """The answer to a turn; every card is checked."""
        record = await self.memory.record(TENANT)
        reply = await registry.answer(turn, Desk(record, shipped(), self.memory))
        assert check(reply.card) == []
        assert reply.text == reply.card["fallbackText"]
        return reply

    async def press(self, reply: Reply, title: str, actor: Actor, **typed: str) -> Reply:
        """Press the card's button that begins so, with what is typed into its inputs."""
        found = [each for each in buttons(reply) if each["title"].startswith(title)]
        assert found, (title, [each["title"] for each in buttons(reply)])
        button = found[0]
        fields = {name: str(value) for name, value in button["data"].items()}
        if button.get("associatedInputs") != "none":
            values = {each["id"]: str(each.get("value", "")) for each in inputs(reply)}
            assert set(typed) <= set(values), (typed, values)
            fields |= {**values, **typed}
        return await self.turn(actor, verb=button["verb"], fields=fields)


def buttons(reply: Reply) -> list[dict[str, Any]]:
    """The buttons below the card."""
    return list(reply.card.get("actions", ()))


def titles(reply: Reply) -> list[str]:
    """What the buttons say."""
    return [each["title"] for each in buttons(reply)]


def inputs(reply: Reply) -> list[dict[str, Any]]:
    """The card's fields."""
    return [each for each in reply.card["body"] if each["type"].startswith("Input.")]


def value_of(reply: Reply, name: str) -> str:
    """What stands in a field."""
    return next(str(each["value"]) for each in inputs(reply) if each["id"] == name)


def speaking(actor: Actor, language: str) -> Actor:
    """The person, who has chosen a language."""
    return replace(actor, language=language)
