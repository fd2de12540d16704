"""Who is speaking: tenant and Entra object id, and nothing that is written in the text."""

from __future__ import annotations

from botbuilder.schema import Activity

from goals.actor import Actor
from storage.turns import TurnStart


def object_id_of(activity: Activity) -> str | None:
    """The person's Entra object id, as Teams states it; None for who has none (a guest bot)."""
    sender = activity.from_property
    return sender.aad_object_id.lower() if sender and sender.aad_object_id else None


def actor_of(tenant: str, activity: Activity, start: TurnStart) -> Actor:
    """The person with their roles; without an object id a stranger, who has none."""
    object_id = object_id_of(activity)
    if object_id is None:
        return Actor(tenant, "")
    return Actor(
        tenant,
        object_id,
        grants=start.grants,
        language=start.language,
        default_body=start.default_body,
    )
