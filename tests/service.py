"""The whole service as it is deployed, with Microsoft's side played by the stand-in."""

from __future__ import annotations

import socket
import sys
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp

from bot.app import open_memory, serving, utc_now
from bot.settings import Settings, read_settings
from goals.importing import record_document
from storage.documents import example_document, read_document
from tests.teams import APP_SECRET, Activity, TeamsStandIn

SEED = Path(__file__).parent.parent / "storage" / "documents" / "example"

HAND_OVER = (
    "import os, sys; os.dup2(int(sys.argv[1]), 3);"
    "os.environ.update(LISTEN_PID=str(os.getpid()), LISTEN_FDS='1');"
    "os.execv(sys.executable, [sys.executable, '-m', 'bot', 'serve'])"
)


def handed(listening: socket.socket) -> list[str]:
    """Serve at this socket, handed over as systemd does."""
    return [sys.executable, "-c", HAND_OVER, str(listening.fileno())]


def signed_settings(
    teams: TeamsStandIn,
    data: Path,
    database_url: str | None = None,
    more: Mapping[str, str] | None = None,
) -> Settings:
    """As a municipality would set it up, on a free port; `more` of the environment."""
    given = {"DELMAL_DATABASE_URL": database_url} if database_url is not None else {}
    return read_settings({**signed_environment(teams, data), **given, **(more or {})})


def signed_environment(teams: TeamsStandIn, data: Path) -> dict[str, str]:
    """The same, as a process is started with it."""
    return {
        "DELMAL_PORT": "0",
        "DELMAL_DATA": str(data),
        "DELMAL_APP_ID": teams.app_id,
        "DELMAL_APP_SECRET": APP_SECRET,
        "DELMAL_TENANT_IDS": teams.tenant,
        "DELMAL_OPENID_METADATA_URL": teams.metadata_url,
        "DELMAL_TOKEN_URL": teams.token_url,
        "DELMAL_SERVICE_URL_HOSTS": teams.host,
        "DELMAL_FILE_HOSTS": f"*.sharepoint.com, {teams.host}",
        "DELMAL_TURNS_A_MINUTE": "100000",  # a test is faster than any person
    }


@dataclass(frozen=True, slots=True)
class Service:
    """A bot that serves, and the Teams that it talks to."""

    url: str
    session: aiohttp.ClientSession
    teams: TeamsStandIn

    async def post(self, activity: Activity, *, token: str | None = None) -> tuple[int, Any]:
        """Post as Teams does; the status and the JSON of the answer."""
        return await self.teams.post(
            self.session, f"{self.url}/api/messages", activity, token=token
        )

    async def say(self, text: str, **fields: Any) -> Activity:
        """Say something in Teams; the bot's one answer to it, whatever else it tells people."""
        asked = self.teams.message(text, **fields)
        status, _ = await self.post(asked)
        assert status == 200
        said = [
            each.activity
            for each in self.teams.deliveries
            if each.activity_id == asked["id"] and each.activity["type"] != "typing"
        ]
        assert len(said) == 1, said
        return said[0]

    async def card(self, text: str, **fields: Any) -> dict[str, Any]:
        """Say something in Teams; the card that answers it."""
        answer = await self.say(text, **fields)
        card: dict[str, Any] = answer["attachments"][0]["content"]
        return card


@asynccontextmanager
async def service(
    teams: TeamsStandIn,
    data: Path,
    *,
    documents: Sequence[tuple[str, bytes]] | None = None,
    database_url: str | None = None,
    more: Mapping[str, str] | None = None,
) -> AsyncIterator[Service]:
    """Serve, with these documents recorded (the customer's, unless told otherwise)."""
    settings = signed_settings(teams, data, database_url, more)
    async with open_memory(settings) as memory:
        for name, content in [example_document()] if documents is None else documents:
            await record_document(
                read_document(name, content),
                tenant=teams.tenant,
                open_ledger=memory.open_ledger,
                now=utc_now(),
            )
    async with serving(settings) as url, aiohttp.ClientSession() as session:
        yield Service(url, session, teams)
