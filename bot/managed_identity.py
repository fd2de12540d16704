"""The identity that Azure gives to what the bot runs in: no secret, and nothing that expires.

Virtual machines ask the instance metadata service; App Service and Container Apps say in two
variables of the environment where to ask, and what proves that it is they who ask.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field

import aiohttp

from bot.connector import SCOPE, Clock, ask_for_token

RESOURCE = SCOPE.removesuffix("/.default")
ENDPOINT, HEADER = "IDENTITY_ENDPOINT", "IDENTITY_HEADER"
"""What App Service and Container Apps call the two variables."""


@dataclass(frozen=True, slots=True)
class IdentityEndpoint:
    """Where tokens are asked for, and how."""

    url: str = "http://169.254.169.254/metadata/identity/oauth2/token"
    """Of the instance metadata service, unless another is said."""
    version: str = "2018-02-01"
    headers: Mapping[str, str] = field(default_factory=lambda: {"Metadata": "true"})


def identity_endpoint(environment: Mapping[str, str]) -> IdentityEndpoint:
    """The endpoint of the service that the bot runs in."""
    url, secret = environment.get(ENDPOINT), environment.get(HEADER)
    if url and secret:
        return IdentityEndpoint(url, "2019-08-01", {"X-IDENTITY-HEADER": secret})
    return IdentityEndpoint()


class ManagedIdentity:
    """bot.connector.Credential."""

    def __init__(
        self,
        *,
        session: aiohttp.ClientSession,
        app_id: str,
        endpoint: IdentityEndpoint,
        wall_clock: Clock = time.time,
    ) -> None:
        """`app_id` is the client id of the identity, and of the bot."""
        self._session = session
        self._app_id = app_id
        self._endpoint = endpoint
        self._wall_clock = wall_clock

    async def ask(self) -> object:
        """Ask Azure. Raises DeliveryError."""
        asked = self._wall_clock()
        answer = await ask_for_token(
            self._session,
            "GET",
            self._endpoint.url,
            params={
                "api-version": self._endpoint.version,
                "resource": RESOURCE,
                "client_id": self._app_id,
            },
            headers=self._endpoint.headers,
        )
        if isinstance(answer, Mapping) and "expires_in" not in answer:
            # App Service says only when it expires, in seconds since 1970.
            try:
                return {**answer, "expires_in": float(answer["expires_on"]) - asked}
            except (KeyError, TypeError, ValueError):
                return answer
        return answer
