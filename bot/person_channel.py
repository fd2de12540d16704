"""A person's own chat with the bot: found or opened, and written into without being asked."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from http import HTTPStatus
from typing import Any

import structlog

from bot.carrying import Another, NotTakenHereError
from bot.connector import Connector, DeliveryError
from bot.forms import CARD
from dialogs.outgoing import Card, Letter
from dialogs.turn import Reply
from storage.addresses import PersonAddress, Recipient, find_address, learn_address
from storage.database import Database
from storage.errors import DatabaseUnavailableError

log = structlog.get_logger("bot.person_channel")


async def at_once() -> None:
    """Wait for nothing, before one request more: a person is waiting for the answer."""
    await asyncio.sleep(0)


class PersonChannel:
    """Writes to people, each in their own chat."""

    def __init__(
        self, *, connector: Connector, database: Database, clock: Callable[[], datetime]
    ) -> None:
        self._connector = connector
        self._database = database
        self._clock = clock

    async def find(self, tenant: str, to: str) -> PersonRoute:
        """The way to this person (object id). Raises DatabaseUnavailableError."""
        recipient = Recipient(tenant, to)
        reached = await find_address(self._database, recipient)
        return PersonRoute(self, recipient, reached.address, reached.language)

    async def send(
        self,
        reply: Reply,
        to: Recipient,
        address: PersonAddress | None,
        *,
        another: Another = at_once,
    ) -> str:
        """Write to this person; the message's id. Raises DeliveryError.

        A chat that is gone is opened anew, once.
        """
        if address is None:
            raise DeliveryError(None, "NoAddress")
        if address.conversation_id is not None:
            try:
                return await self._say(reply, address)
            except DeliveryError as error:
                if error.status != HTTPStatus.NOT_FOUND:
                    raise
            await another()
        opened = await self._open(to, address)
        await another()
        return await self._say(reply, opened)

    async def edit(self, reply: Reply, address: PersonAddress | None, message_id: str) -> str:
        """Put this in the place of our message with that id. Raises DeliveryError."""
        if address is None or address.conversation_id is None:
            raise DeliveryError(None, "NoAddress")
        return await self._connector.update(
            address.service_url,
            address.conversation_id,
            message_id,
            {**_activity(reply, address), "id": message_id},
        )

    async def _say(self, reply: Reply, address: PersonAddress) -> str:
        return await self._connector.send(
            address.service_url, address.conversation_id or "", _activity(reply, address)
        )

    async def _open(self, to: Recipient, address: PersonAddress) -> PersonAddress:
        parameters: dict[str, Any] = {
            "bot": {"id": address.bot_id},
            "members": [{"id": address.user_id}],
            "isGroup": False,
            "tenantId": to.tenant,
            "channelData": {"tenant": {"id": to.tenant}},
        }
        opened = replace(
            address,
            conversation_id=await self._connector.create_conversation(
                address.service_url, parameters
            ),
        )
        try:
            await learn_address(self._database, to, opened, now=self._clock())
        except DatabaseUnavailableError:
            log.warning("opened chat not kept")  # Teams opens the same one when asked again
        return opened


@dataclass(frozen=True, slots=True)
class PersonRoute:
    """bot.carrying.Route to one person."""

    channel: PersonChannel
    to: Recipient
    address: PersonAddress | None
    language: str

    async def carry(self, message: Card | Letter, *, mark: str, another: Another) -> str:  # noqa: ARG002 — Teams knows no marks
        """Write it into their chat, or in the place of what is there. Raises DeliveryError."""
        if isinstance(message, Letter):
            raise NotTakenHereError
        if message.edits is not None:
            return await self.channel.edit(message.reply, self.address, message.edits)
        return await self.channel.send(message.reply, self.to, self.address, another=another)


def _activity(reply: Reply, address: PersonAddress) -> dict[str, Any]:
    return {
        "type": "message",
        "from": {"id": address.bot_id},
        "recipient": {"id": address.user_id},
        "conversation": {"id": address.conversation_id or ""},
        "summary": reply.summary,
        "attachments": [{"contentType": CARD, "content": reply.card}],
    }
