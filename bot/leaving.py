"""What Teams tells when the bot is taken out somewhere, and when a channel goes or is renamed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from botbuilder.schema import Activity

from bot.identity import channel_of, conversation_of, object_id_of
from goals.note import AddressKind

_REMOVED = "remove"
"""The action of an installationUpdate; "remove-upgrade" is followed by a new installation."""
_CHANNEL_DELETED = "channelDeleted"
_CHANNEL_RENAMED = "channelRenamed"
_TEAM_GONE = frozenset({"teamDeleted", "teamHardDeleted", "teamArchived"})


@dataclass(frozen=True, slots=True)
class Left:
    """Where nobody is reached any more."""

    kind: AddressKind
    values: frozenset[str]
    team: str | None = None
    """All of the team's channels, too."""


def left(activity: Activity) -> Left | None:
    """What this activity says was left; None where it says nothing of the kind."""
    data = activity.channel_data if isinstance(activity.channel_data, dict) else {}
    event = data.get("eventType")
    if event == _CHANNEL_DELETED:
        channel = _text(data, "channel", "id")
        return Left(AddressKind.CHANNEL, frozenset({channel})) if channel else None
    removed = activity.members_removed or []
    bot = activity.recipient.id if activity.recipient else None
    is_removed = activity.type == "installationUpdate" and activity.action == _REMOVED
    if not (is_removed or event in _TEAM_GONE or any(each.id == bot for each in removed)):
        return None
    place, team = channel_of(activity), _text(data, "team", "id")
    if place is not None:
        return Left(AddressKind.CHANNEL, frozenset({place.conversation_id}), team)
    if team is not None:
        return Left(AddressKind.CHANNEL, frozenset({conversation_of(activity)}), team)
    person = object_id_of(activity)
    return Left(AddressKind.PERSON, frozenset({person})) if person else None


def renamed(activity: Activity) -> tuple[str, str] | None:
    """A channel's id, and the name that it has now; None where nothing says so."""
    data = activity.channel_data if isinstance(activity.channel_data, dict) else {}
    if data.get("eventType") != _CHANNEL_RENAMED:
        return None
    channel, name = _text(data, "channel", "id"), _text(data, "channel", "name")
    return (channel, name) if channel and name else None


def _text(data: dict[str, Any], part: str, name: str) -> str | None:
    told = data.get(part)
    found = told.get(name) if isinstance(told, dict) else None
    return found if isinstance(found, str) and found else None
