"""An echo bot on the stock SDK: `python -m benchmarks.turns.stock`, set up by the environment.

Its HTTP door does what CloudAdapter of botbuilder-integration-aiohttp does for a POST, in own
words, for that package is not a dependency here. Authentication, connector, credentials, turns and
(de)serialisation are the SDK's own, unmodified, made by the SDK's own factory with the values of
the public cloud; only the addresses are the stand-in's.

Replaced, for MSAL refuses to trust an authority that is not Microsoft's: its check of the
authority at login.microsoftonline.com is off. That is to the stock bot's advantage. What is left
is what it asks of Microsoft: on each turn the tenant's endpoints, then a token.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from functools import partial
from typing import Any

from aiohttp import web
from botbuilder.core import ActivityHandler, CloudAdapterBase, TurnContext
from botbuilder.schema import Activity, CallerIdConstants
from botframework.connector.auth import (
    AuthenticationConstants,
    BotFrameworkAuthentication,
    BotFrameworkAuthenticationFactory,
    PasswordServiceClientCredentialFactory,
    microsoft_app_credentials,
)


class CloudAdapter(CloudAdapterBase):
    """The stock adapter's way with a request."""

    async def process(self, request: web.Request, bot: ActivityHandler) -> web.Response:
        """Answer one request."""
        if "application/json" not in request.headers["Content-Type"]:
            raise web.HTTPUnsupportedMediaType
        new: Any = Activity()
        activity: Activity = new.deserialize(await request.json())
        if not activity.type:
            raise web.HTTPBadRequest
        try:
            answer = await self.process_activity(
                request.headers.get("Authorization", ""), activity, bot.on_turn
            )
        except PermissionError:
            raise web.HTTPUnauthorized from None
        if answer:
            return web.json_response(data=answer.body, status=answer.status)
        return web.Response(status=201)


class EchoBot(ActivityHandler):
    """Says what was said."""

    async def on_message_activity(self, turn_context: TurnContext) -> None:
        """Say it."""
        await turn_context.send_activity(f"Echo: {turn_context.activity.text}")


def _authentication() -> BotFrameworkAuthentication:
    credentials: Any = microsoft_app_credentials
    credentials.ConfidentialClientApplication = partial(
        credentials.ConfidentialClientApplication, instance_discovery=False
    )
    authentication: BotFrameworkAuthentication = BotFrameworkAuthenticationFactory.create(
        validate_authority=True,
        to_channel_from_bot_login_url=os.environ["STOCK_AUTHORITY"],
        to_channel_from_bot_oauth_scope=AuthenticationConstants.TO_CHANNEL_FROM_BOT_OAUTH_SCOPE,
        to_bot_from_channel_token_issuer=AuthenticationConstants.TO_BOT_FROM_CHANNEL_TOKEN_ISSUER,
        oauth_url=AuthenticationConstants.OAUTH_URL,
        to_bot_from_channel_open_id_metadata_url=os.environ["STOCK_METADATA_URL"],
        to_bot_from_emulator_open_id_metadata_url=(
            AuthenticationConstants.TO_BOT_FROM_EMULATOR_OPENID_METADATA_URL
        ),
        caller_id=CallerIdConstants.public_azure_channel,
        credential_factory=PasswordServiceClientCredentialFactory(
            os.environ["STOCK_APP_ID"], os.environ["STOCK_APP_SECRET"], os.environ["STOCK_TENANT"]
        ),
    )
    return authentication


async def serve() -> None:
    """Serve on a free port until told to stop."""
    adapter, bot = CloudAdapter(_authentication()), EchoBot()

    async def messages(request: web.Request) -> web.Response:
        return await adapter.process(request, bot)

    async def readyz(request: web.Request) -> web.Response:
        del request
        return web.Response(text="ready")

    app = web.Application()
    app.router.add_post("/api/messages", messages)
    app.router.add_get("/readyz", readyz)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0, shutdown_timeout=1).start()
    print(f"Stock: http://127.0.0.1:{runner.addresses[0][1]}/api/messages", file=sys.stderr)
    stop = asyncio.Event()
    if sys.platform != "win32":
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    await stop.wait()
    await runner.cleanup()


if __name__ == "__main__":
    asyncio.run(serve())
