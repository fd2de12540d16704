"""A secretary sends a goal document, looks through what was read, corrects it, and confirms it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.app import Memory, open_memory, utc_now
from goals.actor import Grant, Role
from storage.documents import example_document
from storage.documents.exchange.envelope import to_envelope
from storage.people import grant_role
from storage.tenants import Tenant
from tests.card_checks import check
from tests.postgres import Postgres
from tests.service import Service, service, signed_settings
from tests.teams import TENANT, TeamsStandIn

SECRETARY = "5ec2e7a2-0000-4000-8000-000000000001"
COLLEAGUE = "5ec2e7a2-0000-4000-8000-000000000002"
ADMIN = "5ec2e7a2-0000-4000-8000-000000000003"
QUESTION = "vilka är KS delmål 2025?"


@dataclass(frozen=True, slots=True)
class Office:
    """The service, and the memory behind it."""

    bot: Service
    memory: Memory

    async def grant(self, person: str, role: Role, body: str | None, tenant: str = TENANT) -> None:
        """Give a person a role."""
        await grant_role(
            self.memory.database,
            tenant=tenant,
            object_id=person,
            grant=Grant(role, body),
            by=None,
            now=utc_now(),
        )

    async def send(self, name: str, content: bytes | str, **fields: Any) -> dict[str, Any]:
        """Send a file to the bot; the card that answers it."""
        teams = self.bot.teams
        fields = {"aad_object_id": SECRETARY, **fields}
        before = len(teams.said)
        status, _ = await self.bot.post(teams.upload(name, content, **fields))
        assert status == 200
        said = [each for each in teams.said[before:] if each["type"] != "typing"]
        assert len(said) == 1, said
        card: dict[str, Any] = said[0]["attachments"][0]["content"]
        assert check(card) == []
        assert said[0]["summary"]
        return card

    async def press(
        self, card: dict[str, Any], title: str, *, person: str = SECRETARY, **inputs: str
    ) -> dict[str, Any]:
        """Press the button that says so; the card that takes the old one's place."""
        (button,) = [each for each in card["actions"] if each["title"].startswith(title)]
        if button.get("associatedInputs") == "none":
            inputs = {}
        action = {
            "type": "Action.Execute",
            "verb": button["verb"],
            "data": {**button["data"], **inputs},
        }
        activity = self.bot.teams.invoke(
            "adaptiveCard/action", {"action": action}, aad_object_id=person
        )
        status, body = await self.bot.post(activity)
        assert status == 200
        answer: dict[str, Any] = body["value"]
        assert check(answer) == []
        return answer

    async def ask(self, question: str = QUESTION) -> str:
        """What anybody is answered."""
        return str((await self.bot.card(question))["fallbackText"])


@asynccontextmanager
async def opened(data: Path, database_url: str | None = None) -> AsyncIterator[Office]:
    """The service with an empty record, a secretary of KS, a colleague of hers, and an admin."""
    async with (
        TeamsStandIn() as teams,
        service(teams, data, documents=[], database_url=database_url) as bot,
        open_memory(signed_settings(teams, data, database_url)) as memory,
    ):
        office = Office(bot, memory)
        await office.grant(SECRETARY, Role.SECRETARY, "KS")
        await office.grant(COLLEAGUE, Role.SECRETARY, "KS")
        await office.grant(ADMIN, Role.ADMIN, None)
        yield office


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Office]:
    async with opened(tmp_path) as each:
        yield each


@pytest.fixture(params=["sqlite", "postgresql"])
async def either_office(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Office]:
    """The office on each of its databases."""
    if request.param == "sqlite":
        async with opened(tmp_path) as each:
            yield each
        return
    postgres: Postgres = request.getfixturevalue("postgres")
    async with (
        postgres.database() as url,
        opened(tmp_path, url.render_as_string(hide_password=False)) as each,
    ):
        yield each


def paper(*subgoals: str, **fields: Any) -> bytes:
    """A decided list for 2025 of KS, as JSON."""
    stated = {
        "body": "Kommunstyrelsen",
        "body_code": "KS",
        "years": [2025],
        "goals": [{"text": "En hållbar kommun"}],
        "goal_period": [2024, 2026],
        "subgoals": [{"text": text, "year": 2025} for text in subgoals],
        "decision_points": ["att fastställa delmålen"],
        "decided": True,
        "date": "2025-02-04",
        "paragraph": "KS § 12",
        **fields,
    }
    return json.dumps(stated, ensure_ascii=False).encode()


async def test_a_document_is_looked_through_corrected_and_confirmed_before_it_is_answered_from(
    either_office: Office,
) -> None:
    office = either_office
    review = await office.send("delmål 2025.json", paper("Bussar", "Skolor", "Fel rad"))
    assert "Inget är infört i registret än" in review["fallbackText"]
    assert "4. Fel rad" in review["fallbackText"]
    assert "Registret är tomt" in await office.ask()

    review = await office.press(review, "Uteslut", item="4")
    assert "4. Fel rad (utesluten)" in review["fallbackText"]
    form = await office.press(review, "Rätta", item="3")
    assert form["body"][3]["value"] == "Skolor"
    form = await office.press(form, "Spara", wording="  ")
    assert "Skriv lydelsen" in form["fallbackText"]
    review = await office.press(form, "Spara", wording="Bygga skolor")
    assert "3. Bygga skolor (rättad för hand)" in review["fallbackText"]
    assert "Registret är tomt" in await office.ask()

    receipt = await office.press(review, "Bekräfta")
    assert "ett mål, 2 delmål och ett ärende fördes in" in receipt["fallbackText"]
    answer = await office.ask()
    assert "1. Bussar" in answer
    assert "2. Bygga skolor" in answer
    assert "Fel rad" not in answer
    assert "KS § 12" in answer


async def test_a_text_file_as_it_is_shows_its_doubts_first_and_each_place(office: Office) -> None:
    review = await office.send(*example_document())
    text = review["fallbackText"]
    assert text.index("Dokumentet har inget diarienummer") < text.index("Mål 2024–2026")
    assert "7. Utveckla kollektivtrafiken (rad 45)" in text
    form = await office.press(review, "Rätta", item="fields")
    form = await office.press(form, "Spara", date="snart", dnr="KS 2025/39")
    assert "Skriv datumet så här" in form["fallbackText"]
    assert "Diarienummer: KS 2025/39" in form["fallbackText"]
    review = await office.press(form, "Spara", date="2025-01-15", dnr="KS 2025/39")
    assert "Dokumentet har inget diarienummer" not in review["fallbackText"]
    await office.press(review, "Bekräfta")
    assert "KS 2025/39" in await office.ask("KS delmål 2024")


async def test_the_second_import_shows_what_differs_and_kept_wordings_keep_their_source(
    office: Office,
) -> None:
    first = await office.send("ett.json", paper("Utveckla bussarna", "Skolor"))
    await office.press(first, "Bekräfta")
    review = await office.send("två.json", paper("Utveckla bussarna mer", "Simhall"))
    for line in (
        "Ändrat: ”Utveckla bussarna” blir ”Utveckla bussarna mer”",
        "Tillagt: Simhall",
        "Borttaget: Skolor",
        "Samma lydelser står redan i registret, ur ett.json",
        "KS delmål 2025 har andra lydelser i registret, ur ett.json",
    ):
        assert line in review["fallbackText"]
    await office.press(review, "Bekräfta")
    assert "2. Simhall" in await office.ask()
    again = await office.press(
        await office.send("två igen.json", paper("Utveckla bussarna mer", "Simhall")), "Bekräfta"
    )
    assert "allt fanns redan" in again["fallbackText"]


async def test_pressed_twice_it_is_recorded_once_and_said(office: Office) -> None:
    review = await office.send("delmål.json", paper("Bussar"))
    await office.press(review, "Bekräfta")
    again = await office.press(review, "Bekräfta")
    assert "redan infört" in again["fallbackText"]
    assert (await office.memory.reader.record(TENANT)).plans[0].version == 1
    for title in ("Rätta", "Uteslut", "Avbryt"):
        assert "redan infört" in (await office.press(review, title))["fallbackText"]


async def test_pressed_at_the_same_time_it_is_recorded_once(either_office: Office) -> None:
    office = either_office
    review = await office.send("delmål.json", paper("Bussar"))
    answers = await asyncio.gather(*(office.press(review, "Bekräfta") for _ in range(4)))
    recorded = [each for each in answers if "fördes in" in each["fallbackText"]]
    assert len(recorded) == 1
    assert (await office.memory.reader.record(TENANT)).plans[0].version == 1


async def test_when_the_record_has_changed_meanwhile_the_difference_is_shown_again(
    office: Office,
) -> None:
    mine = await office.send("mitt.json", paper("Bussar"))
    theirs = await office.send("annat.json", paper("Tåg"), aad_object_id=COLLEAGUE)
    await office.press(theirs, "Bekräfta", person=COLLEAGUE)
    shown = await office.press(mine, "Bekräfta")
    assert "Det här har ändrats sedan kortet visades" in shown["fallbackText"]
    assert "Borttaget: Tåg" in shown["fallbackText"]
    assert "1. Tåg" in await office.ask()
    await office.press(shown, "Bekräfta")
    assert "1. Bussar" in await office.ask()


async def test_another_persons_import_is_not_there(office: Office) -> None:
    review = await office.send("delmål.json", paper("Bussar"))
    for title in ("Bekräfta", "Rätta", "Uteslut", "Avbryt"):
        answer = await office.press(review, title, person=COLLEAGUE, item="1")
        assert "Importen finns inte längre" in answer["fallbackText"]
        assert "Bussar" not in answer["fallbackText"]
    assert (await office.memory.reader.record(TENANT)).revision == 0


async def test_another_tenants_import_is_not_there(office: Office) -> None:
    other = "c3a7d1e4-52a0-4b6e-8d1c-7f1f1f0a9c44"
    await office.memory.tenants.add(Tenant(other, "Granvika (påhittad)"), now=utc_now())
    await office.grant(SECRETARY, Role.SECRETARY, "KS", other)
    review = await office.send("delmål.json", paper("Bussar"))
    button = review["actions"][0]
    action = {"type": "Action.Execute", "verb": button["verb"], "data": button["data"]}
    activity = office.bot.teams.invoke(
        "adaptiveCard/action", {"action": action}, aad_object_id=SECRETARY, tenant=other
    )
    _, body = await office.bot.post(activity)
    assert "Importen finns inte längre" in body["value"]["fallbackText"]
    assert (await office.memory.reader.record(other)).revision == 0


async def test_an_import_survives_a_restart(tmp_path: Path) -> None:
    async with TeamsStandIn() as teams:
        async with (
            service(teams, tmp_path, documents=[]) as bot,
            open_memory(signed_settings(teams, tmp_path)) as memory,
        ):
            office = Office(bot, memory)
            await office.grant(SECRETARY, Role.SECRETARY, "KS")
            review = await office.send("delmål.json", paper("Bussar"))
        async with (
            service(teams, tmp_path, documents=[]) as bot,
            open_memory(signed_settings(teams, tmp_path)) as memory,
        ):
            receipt = await Office(bot, memory).press(review, "Bekräfta")
    assert "fördes in" in receipt["fallbackText"]


async def test_what_was_cancelled_is_not_recorded(office: Office) -> None:
    review = await office.send("delmål.json", paper("Bussar"))
    assert "Inget fördes in" in (await office.press(review, "Avbryt"))["fallbackText"]
    assert "avbruten" in (await office.press(review, "Bekräfta"))["fallbackText"]
    assert (await office.memory.reader.record(TENANT)).revision == 0


async def test_who_may_not_import_is_told_who_can_and_the_file_is_not_even_fetched(
    office: Office,
) -> None:
    refused = await office.send("delmål.json", paper("Bussar"), aad_object_id="person-1")
    assert "nämndens sekreterare" in refused["fallbackText"]
    assert office.bot.teams.file_fetches == []
    foreign = await office.send("sn.json", paper("Vård", body="Socialnämnden", body_code="SN"))
    assert "nämndens sekreterare" in foreign["fallbackText"]


async def test_an_admin_begins_and_the_secretary_goes_on(office: Office) -> None:
    review = await office.send("delmål.json", paper("Bussar"), aad_object_id=ADMIN)
    await office.press(review, "Bekräfta", person=ADMIN)
    refused = await office.send("nya.json", paper("Tåg"), aad_object_id=ADMIN)
    assert "nämndens sekreterare" in refused["fallbackText"]
    assert "Tåg" in (await office.send("nya.json", paper("Tåg")))["fallbackText"]


async def test_a_role_that_was_taken_back_meanwhile_no_longer_confirms(office: Office) -> None:
    review = await office.send("delmål.json", paper("Bussar"), aad_object_id=ADMIN)
    theirs = await office.send("annat.json", paper("Tåg"))
    await office.press(theirs, "Bekräfta")
    refused = await office.press(review, "Bekräfta", person=ADMIN)
    assert "nämndens sekreterare" in refused["fallbackText"]
    assert "1. Tåg" in await office.ask()


async def test_in_a_group_chat_it_asks_for_the_file_in_a_chat_of_ones_own(office: Office) -> None:
    for place in ("groupChat", "channel"):
        refused = await office.send("delmål.json", paper("Bussar"), conversation_type=place)
        assert "egen chatt" in refused["fallbackText"]
    assert office.bot.teams.file_fetches == []


@pytest.mark.parametrize(
    "url",
    [
        "https://exempelby.invalid/delmal.json",
        "http://exempelby.sharepoint.com/delmal.json",
        "https://exempelby.sharepoint.com.invalid/delmal.json",
        "https://exempelby.sharepoint.com:8443/delmal.json",
        "https://anna:hemligt@exempelby.sharepoint.com/delmal.json",
        "http://127.0.0.1:1/delmal.json",
        "http://169.254.169.254/latest/meta-data",
        "file:///etc/passwd",
        "//exempelby.sharepoint.com/x",
        "",
    ],
)
async def test_a_file_is_fetched_only_from_where_teams_keeps_files(
    office: Office, url: str
) -> None:
    refused = await office.send("delmål.json", b"", url=url)
    assert "inte hämtar filer från" in refused["fallbackText"]


async def test_a_file_that_has_moved_to_another_host_is_not_followed(office: Office) -> None:
    refused = await office.send("delmål.json", "http://127.0.0.1:1/elsewhere.json")
    assert "inte hämtar filer från" in refused["fallbackText"]
    office.bot.teams.files["dit.json"] = paper("Bussar")
    moved = await office.send("delmål.json", f"http://{office.bot.teams.host}/files/dit.json")
    assert "Bussar" in moved["fallbackText"]
    around = await office.send("runt.json", f"http://{office.bot.teams.host}/files/runt.json")
    assert "gick inte att hämta" in around["fallbackText"]


async def test_a_file_is_fetched_without_the_bots_own_token(office: Office) -> None:
    await office.send("delmål.json", paper("Bussar"))
    assert [each.authorization for each in office.bot.teams.file_fetches] == [None]


async def test_a_file_that_grows_past_the_limit_while_it_comes_is_given_up(
    office: Office,
) -> None:
    office.bot.teams.endless = True
    refused = await office.send("delmål.txt", b"")
    assert "Filer upp till 30 MB läses" in refused["fallbackText"]


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("match.txt", b"Hemmalaget vann med tre m\xc3\xa5l mot noll.", "inga mål eller delmål"),
        ("bild.txt", b"\x89PNG\x00\x01\x02", "kunde inte läsas"),
        ("papper.odt", b"goals", ".odt"),
        ("fel.json", b"[1, 2]", "JSON"),
        ("../../etc/pass\x07wd", b"goals", "formatet stöds inte"),
    ],
)
async def test_what_cannot_be_imported_is_told_in_the_readers_own_words(
    office: Office, name: str, content: bytes, sentence: str
) -> None:
    office.bot.teams.files["x"] = content
    url = f"http://{office.bot.teams.host}/files/x"
    refused = await office.send(name, content, url=url)
    assert sentence in refused["fallbackText"]
    assert "etc" not in refused["fallbackText"]


async def test_a_whole_export_is_sent_to_the_server(office: Office) -> None:
    record = await office.memory.reader.record(TENANT)
    refused = await office.send("export.json", to_envelope(record, now=utc_now()))
    assert "python -m bot import" in refused["fallbackText"]


async def test_a_document_that_does_not_say_whose_it_is_gets_its_body_from_the_person(
    office: Office,
) -> None:
    review = await office.send("delmål.json", paper("Bussar", body=None, body_code=None))
    assert "säger inte vilken nämnd" in review["fallbackText"]
    assert not [each for each in review["actions"] if each["title"] == "Bekräfta"]
    form = await office.press(review, "Rätta", item="fields")
    review = await office.press(form, "Spara", body="Kommunstyrelsen", code="ks")
    await office.press(review, "Bekräfta")
    assert "1. Bussar" in await office.ask()


async def test_a_long_document_is_looked_through_in_pages(office: Office) -> None:
    texts = [f"Delmål nummer {number} om {'ö' * 300}" for number in range(1, 121)]
    review = await office.send("långt.json", paper(*texts))
    seen = review["fallbackText"]
    while later := [each for each in review["actions"] if each["title"].startswith("Visa fler")]:
        review = await office.press(review, later[0]["title"])
        seen += review["fallbackText"]
    assert all(text in seen for text in texts)
    review = await office.press(review, "Uteslut", item="121")
    assert "(utesluten)" in review["fallbackText"]


async def test_without_a_file_it_says_how(office: Office) -> None:
    card = await office.bot.card("importera dokument", aad_object_id=SECRETARY)
    assert "Skicka måldokumentet i den här chatten" in card["fallbackText"]


async def test_two_files_at_once_are_asked_for_one_at_a_time(office: Office) -> None:
    teams = office.bot.teams
    both = [teams.upload(name, paper("Bussar"))["attachments"][0] for name in ("a.json", "b.json")]
    card = await office.bot.card("", attachments=both, aad_object_id=SECRETARY)
    assert "ett dokument i taget" in card["fallbackText"]


async def test_a_forged_button_records_nothing(office: Office) -> None:
    for verb in (
        "confirm-import", "save-correction", "save-fields", "leave-out", "review-import",
        "correct-import", "cancel-import",
    ):  # fmt: skip
        action = {"verb": verb, "data": {"import": "påhittat", "item": "-1", "start": "x"}}
        activity = office.bot.teams.invoke(
            "adaptiveCard/action", {"action": action}, aad_object_id=SECRETARY
        )
        _, body = await office.bot.post(activity)
        assert "Importen finns inte längre" in body["value"]["fallbackText"]
    review = await office.send("delmål.json", paper("Bussar"))
    for item in ("0", "99", "-1", "x"):
        answer = await office.press(review, "Uteslut", item=item)
        assert "Det finns inget nummer" in answer["fallbackText"]


async def test_a_strategy_is_added_by_the_secretary_and_answered_to_everyone(
    office: Office,
) -> None:
    await office.press(await office.send("delmål.json", paper("Bussar")), "Bekräfta")
    question = "vilka strategier ska KS beakta?"
    assert "inga politiska strategier" in await office.ask(question)
    refused = await office.bot.card("lägg till strategi")
    assert "nämndens sekreterare" in refused["fallbackText"]
    form = await office.bot.card("lägg till strategi", aad_object_id=SECRETARY)
    assert check(form) == []
    form = await office.press(form, "Spara", name="Översiktsplan", link="http://x", date="")
    assert "https://" in form["fallbackText"]
    assert "Översiktsplan" in form["fallbackText"]
    receipt = await office.press(
        form, "Spara", name="Översiktsplan", link="", date="2024-03-04", paragraph="KF § 3"
    )
    assert "är tillagd för KS" in receipt["fallbackText"]
    assert "Översiktsplan (beslut 2024-03-04, KF § 3)" in await office.ask(question)
    forged = await office.press(form, "Spara", person="person-1", name="Falsk", body="KS")
    assert "nämndens sekreterare" in forged["fallbackText"]
