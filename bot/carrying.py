"""What brings messages to one kind of address: a person's chat, a channel, a mailbox."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Protocol, TypeAlias

from bot.connector import DeliveryError
from dialogs.outgoing import Card, Letter
from goals.note import Ending

Another: TypeAlias = Callable[[], Awaitable[None]]
"""Waits until one request more may be sent. The first has had its turn already."""


class NotTakenHereError(DeliveryError):
    """A letter to a chat, a card to a mailbox, or any message to where nothing carries."""

    ending = Ending.GONE

    def __init__(self, code: str = "NotTakenHere") -> None:
        super().__init__(None, code)


class Route(Protocol):
    """How one address is reached at this moment."""

    @property
    def language(self) -> str:
        """The language of who is there."""
        ...

    async def carry(self, message: Card | Letter, *, mark: str, another: Another) -> str:
        """Bring it there; the message's id. Raises DeliveryError.

        `mark` names the message, the same in every attempt.
        """
        ...


class Carrier(Protocol):
    """Finds the routes to one kind of address."""

    async def find(self, tenant: str, to: str) -> Route:
        """The way to this address. Raises DeliveryError, or DatabaseUnavailableError."""
        ...
