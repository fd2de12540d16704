"""A channel of a team: written into without being asked, each message a thread of its own."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from bot.carrying import Another, NotTakenHereError
from bot.connector import Connector, DeliveryError
from bot.forms import CARD
from dialogs.outgoing import Card, Letter
from dialogs.turn import Reply
from storage.addresses import ReachedChannel

FindChannel = Callable[[str, str], Awaitable[ReachedChannel]]
"""Where a tenant's channel with that key is."""


class Channels:
    """bot.carrying.Carrier to channels."""

    def __init__(self, *, connector: Connector, find: FindChannel) -> None:
        self._connector = connector
        self._find = find

    async def find(self, tenant: str, to: str) -> ChannelRoute:
        """The way to the channel with this key. Raises DatabaseUnavailableError."""
        return ChannelRoute(self._connector, tenant, await self._find(tenant, to))


@dataclass(frozen=True, slots=True)
class ChannelRoute:
    """bot.carrying.Route to one channel."""

    connector: Connector
    tenant: str
    reached: ReachedChannel

    @property
    def language(self) -> str:
        """The municipality's: a channel has no language of its own."""
        return self.reached.language

    async def carry(self, message: Card | Letter, *, mark: str, another: Another) -> str:  # noqa: ARG002 — Teams knows no marks
        """Write it as a thread of its own, or in the place of what is there.

        A thread that cannot be begun because Teams does not find the channel is asked for in the
        other way, once: as a new conversation. Raises DeliveryError.
        """
        address = self.reached.address
        if isinstance(message, Letter):
            raise NotTakenHereError
        if address is None:
            raise NotTakenHereError("NoAddress")
        activity = _activity(message.reply, address.bot_id)
        if message.edits is not None:
            return await self.connector.update(
                address.service_url,
                address.conversation_id,
                message.edits,
                {**activity, "id": message.edits},
            )
        try:
            return await self.connector.send(address.service_url, address.conversation_id, activity)
        except DeliveryError as error:
            if error.status != HTTPStatus.NOT_FOUND:
                raise
        await another()
        parameters = {
            "isGroup": True,
            "bot": {"id": address.bot_id},
            "tenantId": self.tenant,
            "channelData": {
                "channel": {"id": address.conversation_id},
                "tenant": {"id": self.tenant},
            },
            "activity": activity,
        }
        return await self.connector.open_thread(address.service_url, parameters)


def _activity(reply: Reply, bot_id: str) -> dict[str, Any]:
    return {
        "type": "message",
        "from": {"id": bot_id},
        "summary": reply.summary,
        "attachments": [{"contentType": CARD, "content": reply.card}],
    }
