"""One switch stops what is sent to units, with a reason that everybody who looks can read."""

from __future__ import annotations

from datetime import datetime

from goals.actor import Actor, Role
from goals.errors import FreezeReasonError, UnitsNotAllowedError
from goals.notice import Freeze
from goals.ports import OpenLedger

_MAY = frozenset({Role.SECRETARY, Role.ADMIN})
LONGEST_REASON = 300
"""Characters."""


def check_may_freeze(actor: Actor) -> None:
    """Raises UnitsNotAllowedError for who neither is a secretary nor an administrator."""
    if not any(grant.role in _MAY for grant in actor.grants):
        raise UnitsNotAllowedError


async def freeze_sending(
    tenant: str, reason: str, *, by: str | None, open_ledger: OpenLedger, now: datetime
) -> Freeze:
    """Stop what is sent to units. Where it is stopped already, that and its reason stay.

    `by` None is the server's command line. Raises FreezeReasonError.
    """
    said = " ".join(reason.split())[:LONGEST_REASON]
    if not said:
        raise FreezeReasonError
    async with open_ledger(tenant, now=now) as ledger:
        frozen = await ledger.freeze()
        if frozen is None:
            frozen = Freeze(said, by, now)
            await ledger.set_freeze(frozen)
        return frozen


async def resume_sending(tenant: str, *, open_ledger: OpenLedger, now: datetime) -> None:
    """Let it go on; what was held goes out."""
    async with open_ledger(tenant, now=now) as ledger:
        await ledger.set_freeze(None)
