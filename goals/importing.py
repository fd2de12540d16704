"""A goal document enters the record."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from goals.actor import Actor, Role
from goals.contents import Contents
from goals.differing import Difference, Importable, differences
from goals.errors import ImportingNotAllowedError
from goals.ports import Ledger, OpenLedger
from goals.record import Record


def check_may_upload(actor: Actor) -> None:
    """Before anything is fetched or read: whether the person may import at all.

    Raises ImportingNotAllowedError.
    """
    if not any(grant.role in {Role.SECRETARY, Role.ADMIN} for grant in actor.grants):
        raise ImportingNotAllowedError


def check_may_import(actor: Actor, body: str, record: Record) -> None:
    """Whether the person may record goals of this body.

    A secretary of the body; an admin as long as nothing of the body is recorded, because
    somebody has to begin and an admin has no rights over what is there.
    Raises ImportingNotAllowedError.
    """
    if actor.has(Role.SECRETARY, body):
        return
    begun = any(goal_set.body == body for goal_set in record.goal_sets) or any(
        plan.body == body for plan in record.plans
    )
    if begun or not actor.has(Role.ADMIN, body):
        raise ImportingNotAllowedError


async def record_document(
    source: Importable, *, tenant: str, open_ledger: OpenLedger, now: datetime
) -> Difference:
    """Record what is new in it; the same document twice records nothing new.

    Raises what `difference` raises, or TenantUnknownError, and then nothing has been recorded.
    """
    (found,) = await record_documents([source], tenant=tenant, open_ledger=open_ledger, now=now)
    return found


async def record_documents(
    sources: Sequence[Importable], *, tenant: str, open_ledger: OpenLedger, now: datetime
) -> tuple[Difference, ...]:
    """Record several in one transaction: all of them, or none. Raises as `record_document`."""
    async with open_ledger(tenant, now=now) as ledger:
        found = differences(sources, await ledger.record())
        for each in found:
            await enter(each.news, ledger)
    return found


async def enter(news: Contents, ledger: Ledger) -> None:
    """Enter what is new into a ledger."""
    if news.municipality is not None:
        await ledger.name_municipality(news.municipality)
    for body in news.bodies:
        await ledger.add_body(body)
    for goal_set in news.goal_sets:
        await ledger.add_goal_set(goal_set)
    for plan in news.plans:
        await ledger.add_plan(plan)
    for matter in news.matters:
        await ledger.add_matter(matter)
    for strategy in news.strategies:
        await ledger.add_strategy(strategy, by=None)
