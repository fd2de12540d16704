"""Who is speaking, and what they may do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """A person's part in a body's work. Everyone in the tenant is staff without a row."""

    OFFICIAL = "official"
    """Behörig tjänsteperson: proposes."""
    OFFICER = "officer"
    """Handläggare: prepares."""
    SECRETARY = "secretary"
    """Nämndsekreterare, kansli: records meetings, expedites."""
    REGISTRAR = "registrar"
    """Registrator: enters dnr, may confirm."""
    ADMIN = "admin"
    """IT: roles, units, operation; no rights over content."""


KANSLI = frozenset({Role.OFFICER, Role.SECRETARY, Role.REGISTRAR})
"""The roles that see a decision before its minutes are adjusted."""


@dataclass(frozen=True, slots=True)
class Grant:
    """One role in one body; body None means every body of the tenant."""

    role: Role
    body: str | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, known by tenant and Entra object id and by nothing else."""

    tenant: str
    object_id: str
    grants: frozenset[Grant] = frozenset()
    language: str | None = None
    """The person's own stored choice, "sv" or "en"."""
    default_body: str | None = None

    def has(self, role: Role, body: str) -> bool:
        """Whether the person has this role in this body."""
        return any(grant.role is role and grant.body in (None, body) for grant in self.grants)

    def is_kansli(self, body: str) -> bool:
        """Whether the person may see this body's decisions before they are adjusted."""
        return any(self.has(role, body) for role in KANSLI)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who has a role, or has written to the bot."""

    object_id: str
    name: str | None = None
    """As Teams shows it; None for who has not written to the bot."""
    grants: frozenset[Grant] = frozenset()
