"""The secretary opens the matter of next year's goals, and staff see it in their answers."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.app import open_memory, serving, utc_now
from goals.actor import Grant, Role
from goals.importing import record_document
from goals.local_time import STOCKHOLM
from storage.documents import example_document, read_document
from storage.people import grant_role, revoke_role
from tests.card_checks import check
from tests.postgres import Postgres
from tests.service import Service, service, signed_settings
from tests.teams import TENANT, TeamsStandIn

SECRETARY = "5ec2e7a2-0000-4000-8000-000000000001"
OFFICER = "5ec2e7a2-0000-4000-8000-000000000002"
ROLES = ((SECRETARY, Role.SECRETARY), (OFFICER, Role.OFFICER))
YEAR = str(utc_now().astimezone(STOCKHOLM).year)
NEXT = str(int(YEAR) + 1)


@asynccontextmanager
async def served(data: Path, database_url: str | None = None) -> AsyncIterator[Service]:
    """The service with the customer's document, a secretary and an officer of KS."""
    async with (
        TeamsStandIn() as teams,
        service(teams, data, database_url=database_url) as bot,
        open_memory(signed_settings(teams, data, database_url)) as memory,
    ):
        for person, role in ROLES:
            await grant_role(
                memory.database,
                tenant=TENANT,
                object_id=person,
                grant=Grant(role, "KS"),
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


async def press(bot: Service, button: Any, *, person: str = SECRETARY, **inputs: str) -> str:
    """Press a button of Action.Execute; the text of the card that takes the old one's place."""
    return str((await pressed(bot, button, person=person, **inputs))["fallbackText"])


async def pressed(bot: Service, button: Any, *, person: str = SECRETARY, **inputs: str) -> Any:
    """Press a button of Action.Execute; the card that takes the old one's place."""
    action = {
        "type": "Action.Execute",
        "verb": button["verb"],
        "data": {**button["data"], **inputs},
    }
    activity = bot.teams.invoke("adaptiveCard/action", {"action": action}, aad_object_id=person)
    status, body = await bot.post(activity)
    assert status == 200
    assert body["type"] == "application/vnd.microsoft.card.adaptive"
    assert check(body["value"]) == []
    return body["value"]


FILLED = {
    "title": f"Mål och delmål {NEXT} för Kommunstyrelsen",
    "dnr": f"KS {YEAR}/39",
    "opens_day": f"{YEAR}-01-01",
    "closes_day": f"{NEXT}-12-01",
    "closes_time": "16:00",
    "based_on": "2024",
}


async def test_the_secretary_opens_it_and_staff_see_it_in_their_answers(bot: Service) -> None:
    question = f"vilka är KS delmål {NEXT}?"
    before = await bot.card(question)
    assert f"öppet ärende om KS delmål {NEXT}" not in before["fallbackText"]

    form = await bot.card(f"öppna ärende KS {NEXT}", aad_object_id=SECRETARY)
    assert check(form) == []
    save = form["actions"][0]
    wrong = await press(bot, save, **{**FILLED, "closes_day": f"{YEAR}-01-01", "dnr": "39"})
    assert "till exempel KS 2025/39" in wrong
    receipt = await press(bot, save, **FILLED)
    assert receipt.startswith(f"Ärendet KS {NEXT} är öppnat.")
    assert f"Diarienummer: KS {YEAR}/39" in receipt
    assert f"Till och med: {NEXT}-12-01 16:00. Öppet nu." in receipt
    assert "Utgår från: KS delmål 2024 (11 delmål)" in receipt

    after = (await bot.card(question))["fallbackText"]
    assert f"Inget justerat beslut om KS delmål {NEXT} finns i registret." in after
    assert f"Ett ärende om KS delmål {NEXT} är öppet." in after
    assert f"till och med {NEXT}-12-01 16:00." in after
    assert "Den gäller 2024." in after
    assert "11. Höja den grundläggande kompetensnivån" in after

    shown = await bot.card(f"ärende KS {NEXT}", aad_object_id="person-1")
    assert f"Diarienummer: KS {YEAR}/39" in shown["fallbackText"]
    assert "actions" not in shown


async def test_pressed_by_two_at_once_there_is_one_matter(bot: Service) -> None:
    form = await bot.card(f"öppna ärende KS {NEXT}", aad_object_id=SECRETARY)
    save = form["actions"][0]
    other = {**FILLED, "title": "Delmål"}
    receipts = await asyncio.gather(
        *(press(bot, save, **FILLED) for _ in range(4)),
        *(press(bot, save, person=OFFICER, **other) for _ in range(4)),
    )
    opened = [each for each in receipts if each.startswith(f"Ärendet KS {NEXT} är öppnat.")]
    told = [each for each in receipts if f"KS har redan ett ärende för {NEXT}." in each]
    assert (len(opened), len(told)) == (4, 4)
    assert len(set(opened)) == 1


async def test_a_stale_form_is_told_what_changed_and_keeps_what_was_typed(tmp_path: Path) -> None:
    async with served(tmp_path) as bot:
        card = await bot.card("ärende KS 2025", aad_object_id=SECRETARY)
        form = await pressed(bot, card["actions"][0])
        save = form["actions"][0]
        values = {**FILLED, "title": "Mål och delmål 2025 Kommunstyrelsen"}
        assert "är sparat" in await press(bot, save, **values)
        late = await press(bot, save, person=OFFICER, **{**values, "dnr": f"KS {YEAR}/40"})
        assert "Någon annan har ändrat ärendet" in late
        assert f"Diarienummer: KS {YEAR}/39" in late
        assert f"Diarienummer: KS {YEAR}/40" in late


async def test_a_time_that_does_not_exist_is_told_in_words(tmp_path: Path) -> None:
    async with served(tmp_path) as bot:
        form = await bot.card(f"öppna ärende KS {NEXT}", aad_object_id=SECRETARY)
        night = {"closes_day": "2030-03-31", "closes_time": "02:30"}
        refused = await press(bot, form["actions"][0], **{**FILLED, **night})
        assert "Klockan 02:30 finns inte den 2030-03-31" in refused


async def test_who_may_not_is_told_who_can_and_a_forged_button_opens_nothing(
    tmp_path: Path,
) -> None:
    async with served(tmp_path) as bot:
        refused = await bot.card(f"öppna ärende KS {NEXT}")
        assert "Det är handläggare och nämndsekreterare i KS" in refused["fallbackText"]
        forged = {
            "verb": "save-matter",
            "data": {"body": "KS", "year": NEXT, "version": "0", "tenant": "other"},
        }
        assert "Vänd dig till dem" in await press(bot, forged, person="person-1", **FILLED)
        shown = await bot.card(f"ärende KS {NEXT}")
        assert "inget öppet ärende" in shown["fallbackText"]


async def test_a_role_that_was_taken_meanwhile_opens_nothing(tmp_path: Path) -> None:
    async with (
        served(tmp_path) as bot,
        open_memory(signed_settings(bot.teams, tmp_path)) as memory,
    ):
        form = await bot.card(f"öppna ärende KS {NEXT}", aad_object_id=SECRETARY)
        await revoke_role(
            memory.database,
            tenant=TENANT,
            object_id=SECRETARY,
            grant=Grant(Role.SECRETARY, "KS"),
            by=None,
            now=utc_now(),
        )
        assert "Vänd dig till dem" in await press(bot, form["actions"][0], **FILLED)
        shown = await bot.card(f"ärende KS {NEXT}")
        assert "inget öppet ärende" in shown["fallbackText"]


async def test_another_municipality_neither_sees_the_matter_nor_knows_the_secretary(
    tmp_path: Path,
) -> None:
    other = "99999999-9999-9999-9999-999999999999"
    async with TeamsStandIn() as teams:
        settings = signed_settings(teams, tmp_path).model_copy(
            update={"tenant_ids": (TENANT, other), "app_tenant_id": TENANT}
        )
        async with open_memory(settings) as memory:
            for tenant in (TENANT, other):
                await record_document(
                    read_document(*example_document()),
                    tenant=tenant,
                    open_ledger=memory.open_ledger,
                    now=utc_now(),
                )
            await grant_role(
                memory.database,
                tenant=TENANT,
                object_id=SECRETARY,
                grant=Grant(Role.SECRETARY, "KS"),
                by=None,
                now=utc_now(),
            )
        async with serving(settings) as url, aiohttp.ClientSession() as session:
            bot = Service(url, session, teams)
            form = await bot.card(f"öppna ärende KS {NEXT}", aad_object_id=SECRETARY)
            assert "är öppnat" in await press(bot, form["actions"][0], **FILLED)

            there = {"tenant": other, "aad_object_id": SECRETARY}
            refused = await bot.card(f"öppna ärende KS {NEXT}", **there)
            assert "Vänd dig till dem" in refused["fallbackText"]
            shown = await bot.card(f"ärende KS {NEXT}", **there)
            assert "inget öppet ärende" in shown["fallbackText"]
            answer = await bot.card(f"vilka är KS delmål {NEXT}?", **there)
            assert f"KS delmål {NEXT} är öppet" not in answer["fallbackText"]
