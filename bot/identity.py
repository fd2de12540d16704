"""Who is speaking: tenant and Entra object id, and nothing that is written in the text."""

from __future__ import annotations

from typing import Any

from botbuilder.schema import Activity

from dialogs.turn import Place
from goals.actor import Actor
from goals.unit import Channel
from storage.addresses import PersonAddress
from storage.turns import TurnStart

PERSONAL = "personal"
"""What Teams calls a person's own chat with the bot."""


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


def conversation_of(activity: Activity) -> str:
    """Where it was said; of a channel without the thread, which every answer there has."""
    return str(activity.conversation.id).partition(";messageid=")[0]


def channel_of(activity: Activity) -> Channel | None:
    """The channel that it was said in, as far as Teams says; None elsewhere."""
    bot = activity.recipient
    is_channel = activity.conversation.conversation_type == Place.CHANNEL
    if not is_channel or bot is None or not activity.service_url:
        return None
    data = activity.channel_data if isinstance(activity.channel_data, dict) else {}
    team, channel = _part(data, "team"), _part(data, "channel")
    return Channel(
        conversation_of(activity),
        activity.service_url,
        bot.id,
        _text(team, "id"),
        _text(channel, "name") or _text({"name": activity.conversation.name}, "name"),
        _text(team, "name"),
    )


def _part(data: dict[str, Any], name: str) -> dict[str, Any]:
    part = data.get(name)
    return part if isinstance(part, dict) else {}


def _text(part: dict[str, Any], name: str) -> str | None:
    value = part.get(name)
    return value if isinstance(value, str) and value else None


def address_of_sender(activity: Activity, known: PersonAddress | None) -> PersonAddress | None:
    """Where who sent this is reached; None where it does not say.

    Their own chat is the address. Elsewhere they only say where Teams can be asked to open one,
    which is of use while no address is known.
    """
    sender, bot = activity.from_property, activity.recipient
    if sender is None or bot is None or not activity.service_url:
        return None
    is_personal = (activity.conversation.conversation_type or PERSONAL) == PERSONAL
    if known is not None and not is_personal:
        return known
    conversation_id = activity.conversation.id if is_personal else None
    name = sender.name or (known.name if known else None)
    return PersonAddress(activity.service_url, bot.id, sender.id, conversation_id, name)
