"""A person asks on, and leaves out what was just said."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import time_machine

from tests.card_checks import check
from tests.service import Service, service
from tests.teams import PERSON, TeamsStandIn

COLLEAGUE = "11111111-2222-4333-8444-555555555555"


def goals_of(code: str, name: str, year: int, *texts: str) -> tuple[str, bytes]:
    """A decided list of an invented municipality's body."""
    document = {
        "is_goal_document": True,
        "municipality": "Exempelby kommun (påhittad)",
        "body": name,
        "body_code": code,
        "years": [year],
        "goal_period": [2024, 2026],
        "goals": [{"code": None, "text": f"{name} ska vara till för alla"}],
        "subgoals": [{"code": None, "text": text, "year": year} for text in texts],
        "decision_points": ["att fastställa delmålen"],
        "recipients": ["Kansliet"],
        "handlaggare": "förvaltningschefen",
        "dnr": f"{code} {year}/1",
        "date": f"{year - 1}-12-01",
        "paragraph": f"{code} § 10",
        "decided": True,
        "warnings": [],
    }
    return f"{code}-{year}.json", json.dumps(document).encode()


@pytest.fixture
async def bot(tmp_path: Path) -> AsyncIterator[Service]:
    """The customer's own record."""
    async with TeamsStandIn() as teams, service(teams, tmp_path) as served:
        yield served


@pytest.fixture
async def two_bodies(tmp_path: Path) -> AsyncIterator[Service]:
    """A municipality where two bodies have goals."""
    documents = [
        goals_of("KS", "Kommunstyrelsen", 2024, "Utveckla bussarna"),
        goals_of("KS", "Kommunstyrelsen", 2025, "Utveckla bussarna i hela kommunen"),
        goals_of("BUN", "Barn- och utbildningsnämnden", 2025, "Fler behöriga lärare"),
    ]
    async with TeamsStandIn() as teams, service(teams, tmp_path, documents=documents) as served:
        yield served


async def said(bot: Service, *texts: str, **fields: Any) -> str:
    """What the bot answers to the last of these."""
    for text in texts[:-1]:
        await bot.card(text, **fields)
    card = await bot.card(texts[-1], **fields)
    return str(card["fallbackText"])


async def test_another_year_is_asked_for_by_naming_it_only(two_bodies: Service) -> None:
    assert "Utveckla bussarna\n" in await said(two_bodies, "KS delmål 2025", "och 2024?") + "\n"


async def test_a_topic_is_followed_into_another_year(two_bodies: Service) -> None:
    text = await said(two_bodies, "vad säger KS om bussar 2025?", "och 2024?")
    assert "1. Utveckla bussarna" in text
    assert "i hela kommunen" not in text


async def test_the_third_one_is_of_the_list_just_shown(bot: Service) -> None:
    assert "Utveckla kollektivtrafiken" in await said(bot, "delmål 2024", "den tredje då?")
    assert "främja kunskap" in await said(bot, "vilka är målen?", "den tredje då?")


async def test_who_gets_it_is_about_the_year_just_asked_for(bot: Service) -> None:
    assert "2025 ska skickas till 6" in await said(bot, "delmål 2025", "vem får den?")


async def test_what_applied_a_year_is_told_whatever_was_asked_before(two_bodies: Service) -> None:
    for before in (
        "vad ändrades i KS mellan 2024 och 2025?",
        "vem får beslutet om KS delmål 2025?",
    ):
        text = await said(two_bodies, before, "vad gällde 1 mars 2024?")
        assert "1. Utveckla bussarna\n" in text + "\n"
        assert "i hela kommunen" not in text


async def test_a_yes_takes_the_one_wording_that_was_offered(bot: Service) -> None:
    assert "Menar du detta?" in await said(bot, "kan jag boka en buss?")
    assert "3. Utveckla kollektivtrafiken" in await said(bot, "ja")
    assert "Tack" in await said(bot, "ja", aad_object_id=COLLEAGUE)


async def test_a_bare_why_is_about_what_was_just_quoted(bot: Service) -> None:
    text = await said(bot, "har vi nåt om bussarna?", "varför?")
    assert "inte skälen till dem" in text
    assert "3. Utveckla kollektivtrafiken" in text


async def test_its_history_is_told_without_naming_it_again(two_bodies: Service) -> None:
    text = await said(two_bodies, "vad säger KS om bussar 2025?", "och historiken?")
    assert "2 versioner" in text


async def test_each_person_and_each_conversation_goes_on_by_itself(bot: Service) -> None:
    await said(bot, "vilka är målen?")
    elsewhere = await said(bot, "den tredje då?", aad_object_id=COLLEAGUE)
    assert "främja kunskap" not in elsewhere
    in_a_channel = await said(bot, "den tredje då?", conversation_type="channel")
    assert "främja kunskap" not in in_a_channel


async def test_after_half_an_hour_a_question_stands_on_its_own(bot: Service) -> None:
    with time_machine.travel("2026-11-23T08:00:00Z", tick=False) as clock:
        await said(bot, "vilka är målen?")
        clock.shift(31 * 60)
        assert "främja kunskap" not in await said(bot, "den tredje då?")


async def test_nothing_that_was_written_is_kept(bot: Service, tmp_path: Path) -> None:
    await said(bot, "har vi nåt om bussarna i Hemligstad?")
    kept = stored_in(tmp_path)
    assert b"Utveckla kollektivtrafiken" in kept
    assert b"Hemligstad" not in kept


def stored_in(folder: Path) -> bytes:
    """All that stands in the files of a folder."""
    return b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())


async def test_with_several_bodies_the_bot_asks_once_and_remembers(two_bodies: Service) -> None:
    card = await two_bodies.card("vilka är delmålen?")
    assert check(card) == []
    assert "Jag minns ditt val" in card["fallbackText"]
    assert [button["title"] for button in card["actions"]] == [
        "Barn- och utbildningsnämnden",
        "Kommunstyrelsen",
    ]
    chosen = await two_bodies.card("", value=card["actions"][0]["data"])
    assert "Fler behöriga lärare" in chosen["fallbackText"]
    again = await two_bodies.card("vilka är delmålen 2025?", conversation={
        "id": "a:another", "conversationType": "personal", "tenantId": two_bodies.teams.tenant
    })  # fmt: skip
    assert "Fler behöriga lärare" in again["fallbackText"]
    named = await two_bodies.card("vilka är KS delmål 2025?")
    assert "bussarna" in named["fallbackText"]
    others = await said(two_bodies, "vilka är delmålen?", aad_object_id=COLLEAGUE)
    assert "Vilken nämnd menar du?" in others


async def test_more_of_a_list_is_the_same_list_for_whoever_asks_for_it(tmp_path: Path) -> None:
    many = [f"Delmål nummer {number}" for number in range(1, 61)]
    documents = [
        goals_of("KS", "Kommunstyrelsen", 2025, *many),
        goals_of("BUN", "Barn- och utbildningsnämnden", 2025, *(f"Skola, {each}" for each in many)),
    ]
    async with TeamsStandIn() as teams, service(teams, tmp_path, documents=documents) as bot:
        await bot.card("KS mål", conversation_type="channel")
        first = await bot.card("och delmålen 2025 då?", conversation_type="channel")
        assert "Skola" not in first["fallbackText"]
        more = first["actions"][0]["data"]
        rest = await bot.card("", value=more, conversation_type="channel", aad_object_id=COLLEAGUE)
        assert "60. Delmål nummer 60" in rest["fallbackText"]
        assert "1. Delmål nummer 1\n" not in rest["fallbackText"]


async def test_a_choice_in_a_channel_is_nobodys_own(two_bodies: Service) -> None:
    card = await two_bodies.card("vilka är delmålen?", conversation_type="channel")
    assert "Jag minns ditt val" not in card["fallbackText"]
    await two_bodies.card(
        "", value=card["actions"][0]["data"], conversation_type="channel", aad_object_id=PERSON
    )
    assert "Vilken nämnd menar du?" in await said(two_bodies, "vilka är delmålen?")


async def test_a_topic_is_found_in_whichever_body_has_it(two_bodies: Service) -> None:
    card = await two_bodies.card("har vi nåt om lärare?")
    assert "BUN delmål 1" in card["fallbackText"]


async def test_a_bare_day_after_a_number_that_is_none_is_answered(bot: Service) -> None:
    assert "inget delmål nummer 21" in (await bot.card("delmål 21"))["fallbackText"]
    answer = (await bot.card("2024-11-23"))["fallbackText"]
    assert "11. Höja den grundläggande kompetensnivån" in answer
