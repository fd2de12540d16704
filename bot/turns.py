"""What is told of a turn once it is over. Nobody is named in it, and nothing is quoted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from botbuilder.schema import ActivityTypes

from bot import forms, message_extension

ACTION = "adaptiveCard/action"
"""The name of the invoke of a pressed button."""
OTHER = "other"
_INVOKES = frozenset({*forms.INVOKES, message_extension.QUERY, ACTION})
_TYPES = frozenset(
    {ActivityTypes.message, ActivityTypes.conversation_update, ActivityTypes.installation_update}
)
INTENT_KEY = "delmal.intent"
"""Where a turn's state holds what the person was after, a str of few values."""
OUTCOME_KEY = "delmal.outcome"
"""Where it holds the Outcome, unless it was answered."""


class Outcome(StrEnum):
    """What became of a request."""

    ANSWERED = "answered"
    REPEATED = "repeated"
    """Teams delivered it again; it had its answer."""
    LIMITED = "limited"
    """The person wrote too fast."""
    UNANSWERED = "unanswered"
    """Not for us."""
    FAILED = "failed"
    """They got an apology, or nothing."""
    REFUSED = "refused"
    """Not signed by the Bot Framework for us."""
    MALFORMED = "malformed"
    """No activity."""


@dataclass(frozen=True, slots=True)
class TurnSeen:
    """A request and its answer."""

    kind: str
    """What Teams sent: one of few words."""
    outcome: Outcome
    intent: str | None = None
    place: str | None = None
    """"personal", "groupChat", "channel"."""
    tenant: str | None = None

    def told(self) -> dict[str, str]:
        """What of it is known, for the log."""
        known = {
            "kind": self.kind,
            "outcome": self.outcome.value,
            "intent": self.intent,
            "place": self.place,
            "tenant": self.tenant,
        }
        return {name: value for name, value in known.items() if value is not None}


def kind_of(activity_type: str, name: str | None) -> str:
    """The kind of an activity; of what is unknown "other", so that nobody can make up kinds."""
    if activity_type == ActivityTypes.invoke:
        return name if name in _INVOKES else OTHER
    return activity_type if activity_type in _TYPES else OTHER
