"""Which political strategies a body has to heed: entered and removed by those who may."""

from __future__ import annotations

from datetime import date, datetime

from goals.actor import Actor, Role
from goals.errors import (
    BodyNotThereError,
    NameMissingError,
    StrategyDateError,
    StrategyLinkError,
    StrategyNotAllowedError,
    StrategyTooLongError,
)
from goals.ports import OpenLedger
from goals.strategy import Strategy

LONGEST_NAME = 200
LONGEST_LINK = 1_000


def check_may_list(actor: Actor, body: str | None = None) -> None:
    """A body's strategies are entered by its secretary; without a body: by any secretary.

    Raises StrategyNotAllowedError.
    """
    may = (
        actor.has(Role.SECRETARY, body)
        if body is not None
        else any(grant.role is Role.SECRETARY for grant in actor.grants)
    )
    if not may:
        raise StrategyNotAllowedError


def read_strategy(body: str, *, name: str, link: str, day: str, paragraph: str) -> Strategy:
    """A strategy as it was written; what is empty is not known.

    Raises NameMissingError, StrategyTooLongError, StrategyLinkError or StrategyDateError.
    """
    name, paragraph, link = " ".join(name.split()), " ".join(paragraph.split()), link.strip()
    if not name:
        raise NameMissingError
    if max(len(name), len(paragraph)) > LONGEST_NAME or len(link) > LONGEST_LINK:
        raise StrategyTooLongError(most=LONGEST_NAME)
    if link and (not link.startswith("https://") or len(link.split()) > 1):
        raise StrategyLinkError
    try:
        decided = date.fromisoformat(day.strip()) if day.strip() else None
    except ValueError:
        raise StrategyDateError from None
    return Strategy(body, name, link or None, decided, paragraph or None)


async def add_strategy(
    strategy: Strategy,
    *,
    tenant: str,
    by: str | None,
    open_ledger: OpenLedger,
    now: datetime,
) -> bool:
    """Enter it, instead of the one with its name; False where it stands so already.

    Raises BodyNotThereError.
    """
    async with open_ledger(tenant, now=now) as ledger:
        record = await ledger.record()
        if record.body(strategy.body) is None:
            known = ", ".join(each.code for each in record.bodies) or "–"
            raise BodyNotThereError(body=strategy.body, bodies=known)
        if strategy in record.strategies:
            return False
        await ledger.add_strategy(strategy, by=by)
    return True


async def remove_strategy(
    body: str,
    name: str,
    *,
    tenant: str,
    by: str | None,
    open_ledger: OpenLedger,
    now: datetime,
) -> bool:
    """Let the body's strategy of that name no longer hold; False where it has none."""
    wanted = " ".join(name.casefold().split())
    async with open_ledger(tenant, now=now) as ledger:
        for strategy in (await ledger.record()).strategies:
            if (strategy.body, strategy.name.casefold()) == (body, wanted):
                await ledger.remove_strategy(strategy, by=by)
                return True
    return False
