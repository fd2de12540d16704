"""Many who propose: what the tests and the benchmark let people do."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeVar

from goals.actor import Actor, Grant, Role
from goals.draft import Base, Draft, Typed
from goals.drafting import keep_draft
from goals.errors import BusyError
from goals.ports import OpenLedger
from goals.proposing import Submitted, submit
from tests.storage.examples import KS, NOW, goal_set, matter, plan

_Done = TypeVar("_Done")

SUBGOALS = 11
LIST = Base(2024, 1)


async def open_matter(open_ledger: OpenLedger, tenant: str) -> None:
    """KS has a list of 2024 with as many sub-goals as the customer's, and a matter of 2025."""
    async with open_ledger(tenant, now=NOW) as ledger:
        await ledger.add_body(KS)
        await ledger.add_goal_set(goal_set("Ett gott liv", "En god ekonomi"))
        await ledger.add_plan(
            plan(*(f"Utveckla verksamhet nummer {each} i kommunen" for each in range(SUBGOALS)))
        )
        await ledger.add_matter(matter("att delmålen fastställs"))


def official(tenant: str, name: str) -> Actor:
    """Somebody who may propose."""
    return Actor(tenant, name, frozenset({Grant(Role.OFFICIAL, "KS")}))


async def type_draft(open_ledger: OpenLedger, actor: Actor, name: str, number: int) -> Draft:
    """Somebody has filled in the form, and not sent it."""
    typed = Typed(
        "reword",
        str(number % SUBGOALS + 1),
        f"Utveckla och förenkla verksamhet {name} tillsammans med invånarna",
        "1",
        "Många har frågat efter det. " * 10,
        "Ryms i ramen.",
    )
    draft = Draft(name, "KS", 2025, actor.object_id, typed, LIST, None, NOW)
    await keep_draft(draft, actor=actor, open_ledger=open_ledger)
    return draft


async def send(open_ledger: OpenLedger, draft: Draft, actor: Actor) -> Submitted:
    """They press the button."""
    return await submit(draft.id, seen=LIST, actor=actor, open_ledger=open_ledger, now=NOW)


async def propose(open_ledger: OpenLedger, tenant: str, name: str, number: int) -> str:
    """Fill in the form and send it; the number of the proposal. Who is told to wait tries again."""
    actor = official(tenant, name)
    draft = await _at_last(lambda: type_draft(open_ledger, actor, name, number))
    return (await _at_last(lambda: send(open_ledger, draft, actor))).proposal.number


async def _at_last(doing: Callable[[], Awaitable[_Done]]) -> _Done:
    while True:
        try:
            return await doing()
        except BusyError:
            continue
