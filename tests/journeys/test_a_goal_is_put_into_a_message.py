"""A person searches in the compose box, picks a goal, and its card is put into the message."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot import activity_handler
from storage.errors import DatabaseUnavailableError
from tests.card_checks import check
from tests.service import Service, service
from tests.teams import TeamsStandIn

NOTHING = "Inget mål eller delmål passar in på det. Prova ett annat ord."
BUN = """Barn- och utbildningsnämnden

Delmål 2025
1. Fler läsa & skriva <i>lika</i> bra
2. Trygga skolgårdar
"""


@pytest.fixture
async def bot(tmp_path: Path) -> AsyncIterator[Service]:
    """The service with the customer's document."""
    async with TeamsStandIn() as teams, service(teams, tmp_path) as served:
        yield served


def value(query: Any, **options: Any) -> dict[str, Any]:
    """What Teams sends for a search."""
    return {
        "commandId": "searchGoals",
        "parameters": [{"name": "query", "value": query}],
        "queryOptions": {"skip": 0, "count": 25, **options},
    }


async def search(bot: Service, sent: Any, **fields: Any) -> dict[str, Any]:
    """Search as Teams does; what stands in `composeExtension`."""
    status, body = await bot.post(bot.teams.invoke("composeExtension/query", sent, **fields))
    assert status == 200
    found: dict[str, Any] = body["composeExtension"]
    return found


def texts(found: dict[str, Any]) -> list[str]:
    """The wordings in the list of results."""
    return [each["preview"]["content"]["text"] for each in found["attachments"]]


async def test_a_goal_is_found_and_its_card_says_what_it_rests_on(bot: Service) -> None:
    found = await search(bot, value("bussarna"))
    assert (found["type"], found["attachmentLayout"]) == ("result", "list")
    (result,) = found["attachments"]
    assert result["contentType"] == "application/vnd.microsoft.card.adaptive"
    assert result["preview"] == {
        "contentType": "application/vnd.microsoft.card.thumbnail",
        "content": {
            "title": "KS delmål 3 (2024)",
            "subtitle": "gäller enligt dokumentet. Själva beslutet finns inte i registret",
            "text": "Utveckla kollektivtrafiken",
        },
    }
    card = result["content"]
    assert check(card) == []
    assert "3. Utveckla kollektivtrafiken" in card["fallbackText"]
    assert "Dokument: " in card["fallbackText"]
    assert "Saknas i registret: " in card["fallbackText"]
    assert "Ur registret 20" in card["fallbackText"]
    assert "actions" not in card
    assert bot.teams.said == []


@pytest.mark.parametrize(
    "sent",
    [
        value(""),
        {"commandId": "searchGoals", "parameters": [{"name": "initialRun", "value": "true"}]},
    ],
)
async def test_before_anything_is_typed_the_latest_sub_goals_stand_there(
    bot: Service, sent: Any
) -> None:
    found = await search(bot, sent)
    assert "Utveckla kollektivtrafiken" in texts(found)
    assert all(check(each["content"]) == [] for each in found["attachments"])


async def test_a_search_in_english_is_answered_in_english(bot: Service) -> None:
    found = await search(bot, value("anything on public transport?"))
    assert found["attachments"][0]["preview"]["content"]["title"] == "KS sub-goal 3 (2024)"
    assert "From the record on" in found["attachments"][0]["content"]["fallbackText"]


async def test_pages_are_as_long_as_teams_wants_them(bot: Service) -> None:
    everything = texts(await search(bot, value("KS delmål 2024")))
    assert len(everything) == 11
    assert texts(await search(bot, value("KS delmål 2024", count=4))) == everything[:4]
    assert texts(await search(bot, value("KS delmål 2024", skip=4, count=4))) == everything[4:8]
    behind = await search(bot, value("KS delmål 2024", skip=25))
    assert (behind["type"], behind["attachments"]) == ("result", [])


async def test_nothing_found_is_said_in_words(bot: Service) -> None:
    assert await search(bot, value("ubåtar")) == {"type": "message", "text": NOTHING}
    english = await search(bot, value("anything on submarines?"))
    assert english == {
        "type": "message",
        "text": "No goal or sub-goal matches that. Try another word.",
    }


@pytest.mark.parametrize(
    "sent",
    [
        *(None, "searchGoals", [], {}, 7, {"commandId": "searchGoals"}),
        {"commandId": "searchGoals", "parameters": []},
        {"commandId": "searchGoals", "parameters": "query"},
        {"commandId": "searchGoals", "parameters": [None, 3, {}, {"name": 1}, {"name": ["query"]}]},
        *(value(None), value(7), value(["buss"]), value({"a": 1}), value("x" * 100_000)),
        {**value("buss"), "commandId": "deleteGoals"},
        {**value("buss"), "commandId": None},
        value("'; -- \u200b\u202e\x1b"),
    ],
)
async def test_what_is_no_search_finds_nothing_and_breaks_nothing(bot: Service, sent: Any) -> None:
    found = await search(bot, sent)
    assert found == {"type": "message", "text": NOTHING}


@pytest.mark.parametrize("options", [None, [], "x", {"skip": "1", "count": True}, {"count": -5}])
async def test_a_page_that_makes_no_sense_is_the_first_one(bot: Service, options: Any) -> None:
    found = await search(bot, {**value("kollektivtrafik"), "queryOptions": options})
    assert texts(found) == ["Utveckla kollektivtrafiken"]


async def test_a_wording_is_shown_in_the_list_as_text_and_not_as_html(tmp_path: Path) -> None:
    documents = [("bun.txt", BUN.encode())]
    async with TeamsStandIn() as teams, service(teams, tmp_path, documents=documents) as bot:
        (result, *_) = (await search(bot, value("skriva")))["attachments"]
    shown = result["preview"]["content"]["text"]
    assert shown == "Fler läsa &amp; skriva &lt;i&gt;lika&lt;/i&gt; bra"
    assert "Fler läsa & skriva <i>lika</i> bra" in result["content"]["fallbackText"]


async def test_who_is_not_of_a_municipality_that_is_served_finds_nothing(bot: Service) -> None:
    stranger = bot.teams.invoke(
        "composeExtension/query", value("buss"), tenant="99999999-9999-9999-9999-999999999999"
    )
    assert await bot.post(stranger) == (401, None)
    unsigned = bot.teams.invoke("composeExtension/query", value("buss"))
    assert await bot.post(unsigned, token="") == (401, None)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (DatabaseUnavailableError(), "Registret går inte att nå just nu."),
        (RuntimeError("a mistake of ours"), "Något gick fel hos oss."),
    ],
)
async def test_a_search_that_fails_says_so_with_an_id(
    bot: Service, monkeypatch: pytest.MonkeyPatch, error: Exception, words: str
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(activity_handler, "search_goals", fail)
    found = await search(bot, value("buss"))
    assert found["type"] == "message"
    assert words in found["text"]
    assert "om du frågar support" in found["text"]


async def test_a_search_is_answered_within_two_seconds(bot: Service) -> None:
    began = time.monotonic()
    await search(bot, value("kollektivtrafik"))
    assert time.monotonic() - began < 2.0
