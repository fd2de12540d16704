"""An echo bot behind the real door, talking to the stand-in."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import aiohttp
from aiohttp.test_utils import TestServer
from botbuilder.core import TurnContext

from bot.adapter import Logic, TeamsAdapter
from bot.authentication import TeamsAuthentication
from bot.connector import Connector, Tokens
from bot.credentials import Client, Secret
from bot.endpoints import make_app
from bot.metrics import Metrics, Outbox, Owed
from bot.receipts import Receipts
from tests.teams import APP_SECRET, Activity, TeamsStandIn

LARGEST_HEADER = 64 * 1024


async def echo(context: TurnContext) -> None:
    """Say what was said."""
    await context.send_activity(context.activity.text or "…")


async def yes() -> bool:
    """Always ready."""
    return True


async def eventually(condition: Callable[[], bool]) -> None:
    """Wait for what happens in the background; the test fails when it does not."""
    async with asyncio.timeout(10):
        while not condition():  # noqa: ASYNC110 - what it waits for tells nobody
            await asyncio.sleep(0.01)


async def owes_nothing() -> Owed:
    """An outbox with nothing in it."""
    return Owed(0, None)


@dataclass(frozen=True, slots=True)
class EchoBot:
    """A bot under test and what it is asked with."""

    url: str
    session: aiohttp.ClientSession
    teams: TeamsStandIn
    adapter: TeamsAdapter

    async def hear(self, activity: Any, *, token: str | None = None) -> tuple[int, Any]:
        """Post to it, with a good token unless told otherwise; status and JSON."""
        return await self.teams.post(
            self.session, f"{self.url}/api/messages", activity, token=token
        )

    async def hear_header(self, authorization: str, activity: Activity) -> int:
        """Post to it with that very Authorization header; the status."""
        async with self.session.post(
            f"{self.url}/api/messages", json=activity, headers={"Authorization": authorization}
        ) as answer:
            return answer.status


@asynccontextmanager
async def echo_bot(
    teams: TeamsStandIn,
    *,
    logic: Logic = echo,
    ready: Callable[[], Awaitable[bool]] = yes,
    clock: Callable[[], float] = time.time,
    local: bool = False,
    tenants: Callable[[str], Awaitable[bool]] | None = None,
    outbox: Outbox = owes_nothing,
    receipts: Receipts | None = None,
) -> AsyncIterator[EchoBot]:
    """Serve a bot that knows the stand-in's tenant only."""

    async def is_known(tenant: str) -> bool:
        return tenant == teams.tenant

    async with aiohttp.ClientSession() as session:
        metrics = Metrics()

        async def measured() -> bytes:
            return await metrics.text(outbox, now=datetime.now(UTC))

        adapter = TeamsAdapter(
            metrics=metrics,
            authentication=TeamsAuthentication(
                app_id=None if local else teams.app_id,
                tenants=tenants or is_known,
                metadata_url=teams.metadata_url,
                service_url_hosts=(teams.host,),
                session=session,
                clock=clock,
            ),
            connector=Connector(
                session=session,
                tokens=None
                if local
                else Tokens(
                    Client(
                        session=session,
                        app_id=teams.app_id,
                        read=lambda: Secret(APP_SECRET, None),
                        tenant=teams.tenant,
                        token_url=teams.token_url,
                    )
                ),
            ),
        )
        app = make_app(
            adapter=adapter, logic=logic, ready=ready, measured=measured, receipts=receipts
        )
        server = TestServer(app, host="127.0.0.1")
        await server.start_server(max_field_size=LARGEST_HEADER)
        try:
            yield EchoBot(f"http://127.0.0.1:{server.port}", session, teams, adapter)
        finally:
            await server.close()
