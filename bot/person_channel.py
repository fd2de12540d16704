"""A person's own chat with the bot: found or opened, and written into without being asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from http import HTTPStatus
from typing import Any

import structlog

from bot.connector import Connector, DeliveryError
from bot.forms import CARD
from dialogs.turn import Reply
from storage.addresses import PersonAddress, Recipient, learn_address
from storage.database import Database
from storage.errors import DatabaseUnavailableError

log = structlog.get_logger("bot.person_channel")


class PersonChannel:
    """Writes to people, each in their own chat."""

    def __init__(
        self, *, connector: Connector, database: Database, clock: Callable[[], datetime]
    ) -> None:
        self._connector = connector
        self._database = database
        self._clock = clock

    async def send(self, reply: Reply, to: Recipient, address: PersonAddress | None) -> str:
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
        return await self._say(reply, await self._open(to, address))

    async def _say(self, reply: Reply, address: PersonAddress) -> str:
        conversation_id = address.conversation_id or ""
        activity = {
            "type": "message",
            "from": {"id": address.bot_id},
            "recipient": {"id": address.user_id},
            "conversation": {"id": conversation_id},
            "summary": reply.summary,
            "attachments": [{"contentType": CARD, "content": reply.card}],
        }
        return await self._connector.send(address.service_url, conversation_id, activity)

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
