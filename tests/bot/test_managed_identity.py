"""Where the bot runs in Azure, its token comes from the identity that Azure gave it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.connector import DeliveryError, Tokens
from bot.managed_identity import IdentityEndpoint, ManagedIdentity, identity_endpoint
from tests.teams import APP_ID

NOW = 1_800_000_000.0


class Azure:
    """Azure's side: answers what it is told to, and remembers what it was asked."""

    def __init__(self) -> None:
        self.answer: object = {"access_token": "from-azure", "expires_in": "3600"}
        self.status = 200
        self.asked: list[tuple[dict[str, str], dict[str, str]]] = []
        self.url = ""

    async def token(self, request: web.Request) -> web.Response:
        """GET: a token."""
        self.asked.append((dict(request.query), dict(request.headers)))
        return web.json_response(self.answer, status=self.status)


@pytest.fixture
async def azure() -> AsyncIterator[Azure]:
    """Azure, on the loopback address."""
    azure, app = Azure(), web.Application()
    app.router.add_get("/token", azure.token)
    async with TestServer(app, host="127.0.0.1") as server:
        azure.url = str(server.make_url("/token"))
        yield azure


async def token(endpoint: IdentityEndpoint) -> str:
    """The bot's token."""
    async with aiohttp.ClientSession() as session:
        identity = ManagedIdentity(
            session=session, app_id=APP_ID, endpoint=endpoint, wall_clock=lambda: NOW
        )
        return await Tokens(identity).token()


async def test_a_virtual_machine_asks_the_metadata_service_for_the_bots_identity(
    azure: Azure,
) -> None:
    assert await token(IdentityEndpoint(azure.url)) == "from-azure"
    ((query, headers),) = azure.asked
    assert query == {
        "api-version": "2018-02-01",
        "resource": "https://api.botframework.com",
        "client_id": APP_ID,
    }
    assert headers["Metadata"] == "true"


async def test_app_service_is_asked_where_it_says_and_tells_when_the_token_expires(
    azure: Azure,
) -> None:
    azure.answer = {"access_token": "from-azure", "expires_on": str(int(NOW) + 7200)}
    environment = {"IDENTITY_ENDPOINT": azure.url, "IDENTITY_HEADER": "proof"}
    assert await token(identity_endpoint(environment)) == "from-azure"
    ((query, headers),) = azure.asked
    assert query["api-version"] == "2019-08-01"
    assert headers["X-IDENTITY-HEADER"] == "proof"
    assert "Metadata" not in headers


def test_without_the_services_variables_it_is_a_virtual_machine() -> None:
    for environment in ({}, {"IDENTITY_ENDPOINT": "http://localhost"}, {"IDENTITY_HEADER": "x"}):
        assert identity_endpoint(environment) == IdentityEndpoint()


@pytest.mark.parametrize(
    "answer", [[], {}, {"access_token": "x"}, {"access_token": "x", "expires_on": "soon"}]
)
async def test_an_answer_that_is_no_token_is_a_failed_delivery(
    azure: Azure, answer: object
) -> None:
    azure.answer = answer
    with pytest.raises(DeliveryError, match="TokenUnreadable"):
        await token(IdentityEndpoint(azure.url))


async def test_an_identity_that_the_machine_does_not_have_is_refused_with_azures_word(
    azure: Azure,
) -> None:
    azure.status, azure.answer = 400, {"error": "invalid_request"}
    with pytest.raises(DeliveryError) as error:
        await token(IdentityEndpoint(azure.url))
    assert (error.value.status, error.value.code) == (400, "invalid_request")
