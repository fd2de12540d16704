"""Administrators are told in time that what proves the bot to Entra expires: then it is silent."""

from __future__ import annotations

from datetime import date, datetime

from goals.actor import Role
from goals.local_time import STOCKHOLM
from goals.note import Note
from storage.database import Database
from storage.outbox import owe_once
from storage.people import known_people
from storage.tenants import Tenants

DAYS_AHEAD = (30, 14, 7, 3, 2, 1)
"""With so many days left everybody is told once more."""


async def warn_of_expiry(
    expires: date, *, database: Database, now: datetime, is_certificate: bool = False
) -> int:
    """Owe every administrator a note, once for each step towards the day; how many are new."""
    kind = "note-certificate-expires" if is_certificate else "note-secret-expires"
    left = (expires - now.astimezone(STOCKHOLM).date()).days
    reached = [days for days in DAYS_AHEAD if left <= days]
    if not reached:
        return 0
    step, owed = min(reached), 0
    for tenant in await Tenants(database).all():
        for person in await known_people(database, tenant.id):
            if any(grant.role is Role.ADMIN for grant in person.grants):
                note = Note(
                    person.object_id,
                    kind,
                    {"day": expires.isoformat()},
                    batch=f"{kind} {expires.isoformat()} {step}",
                )
                owed += await owe_once(database, note, tenant=tenant.id, now=now)
    return owed
