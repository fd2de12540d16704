"""What Teams offers a person in its menus, in each place and language, the bot answers."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import pytest_asyncio

from bot.app import open_memory, utc_now
from dialogs.registry import FORMS
from dialogs.texts import say
from goals.actor import Grant, Role
from manifest.build import manifest_of, read_deployment
from storage.people import grant_role
from tests.card_checks import check
from tests.service import Service, service, signed_settings
from tests.teams import APP_ID, PERSON, TeamsStandIn

ENGLISH = json.loads(
    (Path(__file__).parents[2] / "manifest" / "en.json").read_text(encoding="utf-8")
)
MANIFEST = manifest_of(
    read_deployment(
        app_id=APP_ID,
        public_url="https://delmal.exempelby.se",
        version="1.0.0",
        developer="Exempelby kommun (påhittad)",
    )
)
PLACES = {
    "personal": "personal",
    "copilot": "personal",
    "team": "channel",
    "groupChat": "groupChat",
}
"""A scope of the manifest → what Teams calls such a conversation."""
NOT_ANSWERED = (
    *("not-ours", "nothing-about-it", "help-nothing-said", "error-unexpected", "error-database"),
    "error-stale-button",
)


def commands() -> list[Any]:
    """Each text that a menu can put into the compose box: scope, language, text."""
    found = []
    for number, offered in enumerate(MANIFEST["bots"][0]["commandLists"]):
        for place, command in enumerate(offered["commands"]):
            for part in ("title", "prompt", "description"):
                # Copilot shows a command's description as what one may ask.
                if part not in command or (part == "description" and "prompt" not in command):
                    continue
                key = f"bots[0].commandLists[{number}].commands[{place}].{part}"
                found += [
                    pytest.param(scope, language, text, id=f"{scope}-{language}-{part}-{place}")
                    for scope in offered["scopes"]
                    for language, text in (("sv", command[part]), ("en", ENGLISH[key]))
                ]
    return found


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def bot(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Service]:
    """The service with the customer's document; its person may propose, and grant roles."""
    data = tmp_path_factory.mktemp("data")
    async with TeamsStandIn() as teams:
        async with open_memory(signed_settings(teams, data)) as memory:
            for role in (Role.OFFICIAL, Role.ADMIN):
                await grant_role(
                    memory.database,
                    tenant=teams.tenant,
                    object_id=PERSON,
                    grant=Grant(role),
                    by=None,
                    now=utc_now(),
                )
        async with service(teams, data) as served:
            yield served


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize(("scope", "language", "text"), commands())
async def test_every_command_is_answered_in_its_scope_and_language(
    bot: Service, scope: str, language: str, text: str
) -> None:
    # Copilot says where it comes from in an entity of its own.
    asked = [{"type": "ProductInfo", "id": "COPILOT"}] if scope == "copilot" else []
    message = bot.teams.message(
        text,
        conversation_type=PLACES[scope],
        locale="sv-SE" if language == "sv" else "en-GB",
        conversation={"id": f"{scope} {text}", "conversationType": PLACES[scope]},
    )
    message["entities"] += asked
    before = len(bot.teams.said)
    assert await bot.post(message) == (200, None)
    (answer,) = [each for each in bot.teams.said[before:] if each["type"] == "message"]
    card = answer["attachments"][0]["content"]
    assert check(card) == []
    assert card["lang"] == language
    for key in NOT_ANSWERED:
        assert say(language, key) not in card["fallbackText"]
    is_help = text in {"Hjälp", "Help", "Vad kan jag fråga om?", "What can I ask about?"}
    assert (say(language, "help") in answer["summary"]) is is_help


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("command", MANIFEST["composeExtensions"][0]["commands"])
async def test_every_command_of_the_compose_box_is_answered(
    bot: Service, command: dict[str, Any]
) -> None:
    value: dict[str, Any] = {"commandId": command["id"], "commandContext": "compose"}
    if command["type"] == "query":
        value["parameters"] = [{"name": "initialRun", "value": "true"}]
        status, body = await bot.post(bot.teams.invoke("composeExtension/query", value))
        assert (status, body["composeExtension"]["type"]) == (200, "result")
        assert body["composeExtension"]["attachments"]
        return
    status, body = await bot.post(bot.teams.invoke("composeExtension/fetchTask", value))
    form = body["task"]["value"]["card"]["content"]
    assert (status, body["task"]["type"]) == (200, "continue")
    assert check(form) == []
    assert "Input." in json.dumps(form)
    assert command["id"] in FORMS


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("page", ["websiteUrl", "privacyUrl", "termsOfUseUrl"])
async def test_the_pages_that_the_package_names_are_there_in_both_languages(
    bot: Service, page: str
) -> None:
    path = MANIFEST["developer"][page].removeprefix("https://delmal.exempelby.se")
    async with aiohttp.ClientSession() as session, session.get(f"{bot.url}{path}") as answer:
        text = await answer.text()
        assert (answer.status, answer.content_type) == (200, "text/html")
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert '<section lang="sv">' in text
    assert '<section lang="en">' in text
