"""A word that three people used in vain is seen by the secretary, who says what it means."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from bot.app import open_memory, utc_now
from goals.actor import Grant, Role
from storage.people import grant_role
from tests.card_checks import check
from tests.postgres import Postgres
from tests.service import Service, service, signed_settings
from tests.teams import TENANT, TeamsStandIn

SECRETARY = "5ec2e7a2-0000-4000-8000-000000000001"
QUESTION = "har vi något mål om kvarnolin?"


@asynccontextmanager
async def served(data: Path, database_url: str | None = None) -> AsyncIterator[Service]:
    """The service, with a secretary of KS."""
    async with (
        TeamsStandIn() as teams,
        service(teams, data, database_url=database_url) as bot,
        open_memory(signed_settings(teams, data, database_url)) as memory,
    ):
        await grant_role(
            memory.database,
            tenant=TENANT,
            object_id=SECRETARY,
            grant=Grant(Role.SECRETARY, "KS"),
            by=None,
            now=utc_now(),
        )
        yield bot


@pytest.fixture(params=["sqlite", "postgresql"])
async def bot(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Service]:
    """The service on each of its databases."""
    if request.param == "sqlite":
        async with served(tmp_path) as each:
            yield each
        return
    postgres: Postgres = request.getfixturevalue("postgres")
    async with (
        postgres.database() as url,
        served(tmp_path, url.render_as_string(hide_password=False)) as each,
    ):
        yield each


async def press(bot: Service, button: Any, *, person: str = SECRETARY, **inputs: str) -> Any:
    """Press a button of Action.Execute; the card that takes the old one's place."""
    action = {
        "type": "Action.Execute",
        "verb": button["verb"],
        "data": {**button["data"], **inputs},
    }
    activity = bot.teams.invoke(
        "adaptiveCard/action", {"action": action}, aad_object_id=person, locale="en-GB"
    )
    status, body = await bot.post(activity)
    assert status == 200
    assert body["type"] == "application/vnd.microsoft.card.adaptive"
    assert check(body["value"]) == []
    return body["value"]


async def test_a_word_that_three_people_used_is_taught_and_finds_its_goal(bot: Service) -> None:
    for person in ("person-1", "person-2", "person-2"):
        card = await bot.card(QUESTION, aad_object_id=person)
        assert "handlar om det" in card["fallbackText"]
    waiting = await bot.card("frågor utan svar", aad_object_id=SECRETARY)
    assert "kvarnolin" not in waiting["fallbackText"]

    await bot.card(QUESTION, aad_object_id="person-3")
    waiting = await bot.card("frågor utan svar", aad_object_id=SECRETARY)
    assert "kvarnolin (3 personer)" in waiting["fallbackText"]
    assert check(waiting) == []

    form = await press(bot, waiting["actions"][0])
    assert form["body"][2]["label"] == "Betyder"
    save = form["actions"][0]
    again = await press(bot, save, means="2025")
    assert "bokstäver" in again["fallbackText"]
    assert again["body"][2]["value"] == "2025"

    receipt = await press(bot, save, means="bussar")
    assert "Utveckla kollektivtrafiken" in receipt["fallbackText"]
    answer = await bot.card(QUESTION, aad_object_id="person-4")
    assert "3. Utveckla kollektivtrafiken" in answer["fallbackText"]
    waiting = await bot.card("", value=receipt["actions"][0]["data"], aad_object_id=SECRETARY)
    assert "Inga ord väntar" in waiting["fallbackText"]


async def test_staff_who_forge_the_button_change_nothing(tmp_path: Path) -> None:
    async with served(tmp_path) as bot:
        for text in ("frågor utan svar", "unanswered questions"):
            refused = await bot.card(text)
            assert len(refused["body"]) == 1
        forged = {"verb": "save-word", "data": {"word": "kvarnolin", "tenant": "other"}}
        refused = await press(bot, forged, person="person-1", means="bussar")
        assert "secretary" in refused["fallbackText"]
        await bot.card("", value={"verb": "save-word", "word": "kvarnolin", "means": "bussar"})
        answer = await bot.card(QUESTION)
        assert "Utveckla kollektivtrafiken" not in answer["fallbackText"]


async def test_the_receipt_answers_in_the_language_that_was_asked_in(tmp_path: Path) -> None:
    async with served(tmp_path) as bot:
        for person in ("person-1", "person-2", "person-3"):
            await bot.card("any goal about kvarnolin?", aad_object_id=person)
        waiting = await bot.card("unanswered questions", aad_object_id=SECRETARY)
        assert "kvarnolin (3 people)" in waiting["fallbackText"]
        form = await press(bot, waiting["actions"][0])
        receipt = await press(bot, form["actions"][0], means="public transport")
        assert "The word kvarnolin is saved" in receipt["fallbackText"]
        assert "Utveckla kollektivtrafiken" in receipt["fallbackText"]
