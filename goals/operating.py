"""Who looks after the service itself."""

from __future__ import annotations

from goals.actor import Actor, Role
from goals.errors import OperatingNotAllowedError


def check_may_operate(actor: Actor) -> None:
    """How the service is, is for administrators. Raises OperatingNotAllowedError."""
    if not any(grant.role is Role.ADMIN for grant in actor.grants):
        raise OperatingNotAllowedError
