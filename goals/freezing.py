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


async def freeze_sending(
    reason: str, *, actor: Actor, open_ledger: OpenLedger, now: datetime
) -> Freeze:
    """Stop what is sent to units. Where it is stopped already, that and its reason stay.

    Raises UnitsNotAllowedError or FreezeReasonError.
    """
    said = " ".join(reason.split())[:LONGEST_REASON]
    _check(actor)
    if not said:
        raise FreezeReasonError
    async with open_ledger(actor.tenant, now=now) as ledger:
        frozen = await ledger.freeze()
        if frozen is None:
            frozen = Freeze(said, actor.object_id, now)
            await ledger.set_freeze(frozen)
        return frozen


async def resume_sending(*, actor: Actor, open_ledger: OpenLedger, now: datetime) -> None:
    """Let it go on; what was held goes out. Raises UnitsNotAllowedError."""
    _check(actor)
    async with open_ledger(actor.tenant, now=now) as ledger:
        await ledger.set_freeze(None)


def _check(actor: Actor) -> None:
    if not any(grant.role in _MAY for grant in actor.grants):
        raise UnitsNotAllowedError
