"""An administrator gives somebody a role in Teams; both are told, and it holds at once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from bot.app import open_memory, utc_now
from goals.actor import Grant, Role
from storage.database import EVERY_TENANT
from storage.people import current_grants, grant_role
from storage.tables import PersonRow
from storage.tenants import Tenant
from tests.card_checks import check
from tests.postgres import Postgres
from tests.service import Service, service, signed_settings
from tests.teams import TENANT, Activity, TeamsStandIn, Trouble

ADMIN = "ad310000-0000-4000-8000-000000000001"
OFFICIAL = "0ff1c1a1-0000-4000-8000-000000000002"
OTHER_TENANT = "c3a8d2e5-63b1-4c7f-9e2d-8a2a2a1b0d44"
CARD = "application/vnd.microsoft.card.adaptive"
MESSAGE = "application/vnd.microsoft.activity.message"


class Bot:
    """The service, with an administrator; what people press and what they are told."""

    def __init__(self, bot: Service, settings: Any) -> None:
        self.bot = bot
        self.teams = bot.teams
        self.settings = settings

    async def write(self, text: str, *, by: str = ADMIN, **fields: Any) -> Any:
        """Write something; the card that answers it."""
        card = await self.bot.card(text, aad_object_id=by, **fields)
        assert check(card) == []
        return card

    async def invoke(self, name: str, value: Any, *, by: str = ADMIN, **fields: Any) -> Any:
        """Post an invoke; the body of its answer."""
        status, body = await self.bot.post(
            self.teams.invoke(name, value, aad_object_id=by, **fields)
        )
        assert status == 200
        return body

    async def press(self, button: Any, *, by: str = ADMIN, **inputs: str) -> Any:
        """Press a button of Action.Execute; the card that takes the old one's place."""
        action = {"verb": button["verb"], "data": {**button["data"], **inputs}}
        body = await self.invoke("adaptiveCard/action", {"action": action}, by=by)
        assert body["type"] == CARD
        assert check(body["value"]) == []
        return body["value"]

    async def pop_up(self, name: str, value: Any, *, by: str = ADMIN) -> Any:
        """Open or send a form in Teams' pop-up; the card that it shows next."""
        task = (await self.invoke(name, value, by=by))["task"]
        assert task["type"] == "continue"
        assert task["value"]["title"]
        assert task["value"]["card"]["contentType"] == CARD
        card = task["value"]["card"]["content"]
        assert "Action.Execute" not in str(card)
        assert check(card) == []
        return card

    async def told(self, is_meant: Callable[[Activity], bool]) -> Activity:
        """What the bot says unasked, once it has."""
        async with asyncio.timeout(30):
            while True:
                found = [
                    each.activity
                    for each in self.teams.deliveries
                    if "attachments" in each.activity
                    and each.activity_id is None
                    and is_meant(each.activity)
                ]
                if found:
                    (told,) = found
                    return told
                await asyncio.sleep(0.02)

    async def grants(self, person: str, tenant: str = TENANT) -> frozenset[Grant]:
        """The roles that somebody has now."""
        async with open_memory(self.settings) as memory:
            return await current_grants(memory.database, tenant=tenant, object_id=person)


@asynccontextmanager
async def served(data: Path, database_url: str | None = None) -> AsyncIterator[Bot]:
    async with TeamsStandIn() as teams:
        settings = signed_settings(teams, data, database_url)
        async with open_memory(settings) as memory:
            await memory.tenants.add(Tenant(OTHER_TENANT, "Granvika (påhittad)"), now=utc_now())
            await grant_role(
                memory.database,
                tenant=TENANT,
                object_id=ADMIN,
                grant=Grant(Role.ADMIN),
                by=None,
                now=utc_now(),
            )
        async with service(teams, data, database_url=database_url) as bot:
            yield Bot(bot, settings)


@pytest.fixture
async def bot(tmp_path: Path) -> AsyncIterator[Bot]:
    async with served(tmp_path) as each:
        yield each


@pytest.fixture(params=["sqlite", "postgresql"])
async def bot_on_each(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Bot]:
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


def to(person: str, text: str) -> Callable[[Activity], bool]:
    """What is said to this person, with these words."""
    return lambda said: (
        said["conversation"]["id"] == f"a:1-{person}"
        and text in said["attachments"][0]["content"]["fallbackText"]
    )


def field(card: Any, name: str) -> Any:
    """The input of that name."""
    (found,) = [each for each in card["body"] if each.get("id") == name]
    return found


KS_SECRETARY = {"person": OFFICIAL, "role": "secretary", "body": "KS"}


async def test_a_person_is_given_a_role_by_the_form_is_told_of_it_and_may_act(
    bot_on_each: Bot,
) -> None:
    bot = bot_on_each
    refused = await bot.write("frågor utan svar", by=OFFICIAL)
    assert "Vänd dig till er nämndsekreterare" in refused["fallbackText"]
    form = await bot.write("ge behörighet")
    assert {"title": "Anna Andersson", "value": OFFICIAL} in field(form, "person")["choices"]
    assert [each["value"] for each in field(form, "body")["choices"]] == ["KS", "all"]

    receipt = await bot.press(form["actions"][0], **KS_SECRETARY)
    assert receipt["fallbackText"] == (
        "Anna Andersson är nu nämndsekreterare i KS.\nPersonen får ett meddelande om det."
    )
    note = await bot.told(to(OFFICIAL, "Du är nu nämndsekreterare i KS."))
    assert "gavs av Anna Andersson" in note["summary"]
    assert await bot.grants(OFFICIAL) == {Grant(Role.SECRETARY, "KS")}
    shown = await bot.write("frågor utan svar", by=OFFICIAL)
    assert "Inga ord väntar" in shown["fallbackText"]

    again = await bot.press(form["actions"][0], **KS_SECRETARY)
    assert again["fallbackText"].startswith("Ingenting ändrades.")


async def test_a_role_is_taken_after_a_question_and_the_person_is_told(bot: Bot) -> None:
    await bot.write("hej", by=OFFICIAL)
    form = await bot.write("ge behörighet")
    await bot.press(form["actions"][0], **KS_SECRETARY)
    shown = await bot.write("vilka har behörighet")
    choices = field(shown, "held")["choices"]
    assert "Anna Andersson – nämndsekreterare i KS" in shown["fallbackText"]
    (chosen,) = [each["value"] for each in choices if "nämndsekreterare" in each["title"]]
    asked = await bot.press(shown["actions"][0], held=chosen)
    assert "Ska Anna Andersson inte längre vara" in asked["fallbackText"]
    assert await bot.grants(OFFICIAL) == {Grant(Role.SECRETARY, "KS")}

    receipt = await bot.press(asked["actions"][0])
    assert "är inte längre nämndsekreterare i KS" in receipt["fallbackText"]
    await bot.told(to(OFFICIAL, "Du är inte längre nämndsekreterare i KS."))
    assert await bot.grants(OFFICIAL) == frozenset()
    refused = await bot.write("frågor utan svar", by=OFFICIAL)
    assert "Vänd dig till er nämndsekreterare" in refused["fallbackText"]
    again = await bot.press(asked["actions"][0])
    assert again["fallbackText"].startswith("Ingenting ändrades.")


async def test_what_is_wrong_stands_beside_its_field_and_nothing_chosen_is_lost(
    bot: Bot,
) -> None:
    form = await bot.write("grant a role", locale="en-GB")
    send = form["actions"][0]
    again = await bot.press(send, person="<b>x</b>", role="king", body="")
    errors = [each["text"] for each in again["body"] if each.get("color") == "attention"]
    assert len(errors) == 3
    assert field(again, "person")["value"] == "<b>x</b>"
    own = await bot.press(send, person=ADMIN, role="official", body="KS")
    assert "You cannot give yourself that role" in own["fallbackText"]
    other = await bot.press(send, person=OFFICIAL, role="official", body="BUN")
    assert "Choose a committee in the list" in other["fallbackText"]
    assert await bot.grants(OFFICIAL) == frozenset()
    assert await bot.grants(ADMIN) == {Grant(Role.ADMIN)}


async def test_nobody_else_gives_or_takes_a_role_whatever_their_button_claims(bot: Bot) -> None:
    await bot.write("hej")
    refused = await bot.write("ge behörighet", by=OFFICIAL)
    assert refused["fallbackText"].startswith("Det är administratörer som")
    assert "Administratörer: Anna Andersson." in refused["fallbackText"]
    forged = {"verb": "grant-role", "data": {"by": ADMIN, "tenant": OTHER_TENANT}}
    for each in (
        await bot.press(forged, by=OFFICIAL, **KS_SECRETARY),
        await bot.press({**forged, "verb": "revoke-role"}, by=OFFICIAL, held=f"admin all {ADMIN}"),
        await bot.press({**forged, "verb": "show-roles"}, by=OFFICIAL),
        await bot.write("", by=OFFICIAL, value={"verb": "grant-role", **KS_SECRETARY}),
    ):
        assert "actions" not in each
    unknown = await bot.press({"verb": "grant-everything", "data": {}}, **KS_SECRETARY)
    assert "Knappen går inte att använda" in unknown["fallbackText"]
    assert await bot.grants(OFFICIAL) == frozenset()
    assert await bot.grants(ADMIN) == {Grant(Role.ADMIN)}


async def test_an_administrator_of_one_municipality_is_nobody_in_another(bot: Bot) -> None:
    refused = await bot.write("ge behörighet", tenant=OTHER_TENANT)
    assert refused["fallbackText"].startswith("Det är administratörer som")
    form = await bot.write("ge behörighet")
    await bot.press(form["actions"][0], **KS_SECRETARY)
    assert await bot.grants(OFFICIAL, OTHER_TENANT) == frozenset()


async def test_the_last_administrator_stays(bot: Bot) -> None:
    shown = await bot.write("vilka har behörighet")
    asked = await bot.press(shown["actions"][0], held=f"admin all {ADMIN}")
    refused = await bot.press(asked["actions"][0])
    assert "Det måste finnas en administratör" in refused["fallbackText"]
    assert await bot.grants(ADMIN) == {Grant(Role.ADMIN)}


@pytest.mark.parametrize(
    ("opening", "submitting"),
    [
        (("task/fetch", {"data": {"form": "grantRole"}}), "task/submit"),
        (
            ("composeExtension/fetchTask", {"commandId": "grantRole"}),
            "composeExtension/submitAction",
        ),
    ],
)
async def test_the_same_form_is_filled_in_in_a_pop_up(
    bot: Bot, opening: tuple[str, Any], submitting: str
) -> None:
    form = await bot.pop_up(*opening)
    data = form["actions"][0]["data"]
    again = await bot.pop_up(submitting, {"data": {**data, "role": "secretary", "body": "KS"}})
    assert "Välj en person" in again["fallbackText"]
    assert field(again, "role")["value"] == "secretary"
    receipt = await bot.pop_up(submitting, {"data": {**data, **KS_SECRETARY}})
    assert "är nu nämndsekreterare i KS" in receipt["fallbackText"]
    assert await bot.grants(OFFICIAL) == {Grant(Role.SECRETARY, "KS")}


async def test_a_pop_up_with_what_is_no_form_says_so(bot: Bot) -> None:
    values: tuple[Any, ...] = (None, [], {"commandId": "../x"}, {"data": {"verb": [1]}})
    for name in ("task/fetch", "task/submit", "composeExtension/fetchTask"):
        for value in values:
            card = await bot.pop_up(name, value)
            assert "Knappen går inte att använda" in card["fallbackText"]
    refused = await bot.pop_up("task/fetch", {"data": {"form": "grantRole"}}, by=OFFICIAL)
    assert refused["fallbackText"].startswith("Det är administratörer som")


class TestOwnBusiness:
    """Asked for where others read along."""

    @pytest.mark.parametrize(
        ("place", "origin"), [("channel", "i en kanal"), ("groupChat", "i en gruppchatt")]
    )
    async def test_goes_on_in_ones_own_chat(self, bot: Bot, place: str, origin: str) -> None:
        await bot.write("hej")
        before = len(bot.teams.deliveries)
        asked = bot.teams.message("ge behörighet", aad_object_id=ADMIN, conversation_type=place)
        for _ in range(2):  # Teams delivers it again
            assert (await bot.bot.post(asked))[0] == 200
        private, public = bot.teams.deliveries[before:]
        assert private.conversation_id == f"a:1-{ADMIN}"
        card = private.activity["attachments"][0]["content"]
        assert check(card) == []
        assert f"Du frågade {origin}." in card["fallbackText"].splitlines()[0]
        assert field(card, "person")
        pointer = public.activity["attachments"][0]["content"]
        assert public.conversation_id != private.conversation_id
        assert pointer["fallbackText"].startswith("Jag fortsätter med dig i vår egen chatt")
        assert "actions" not in pointer

    async def test_opens_ones_own_chat_where_there_was_none(self, bot: Bot) -> None:
        asked = bot.teams.message("ge behörighet", aad_object_id=ADMIN, conversation_type="channel")
        assert (await bot.bot.post(asked))[0] == 200
        opened, private, public = bot.teams.deliveries
        assert opened.activity["members"] == [{"id": f"29:{ADMIN}"}]
        assert private.conversation_id == "a:new-1"
        asked["id"] = "another"
        assert (await bot.bot.post(asked))[0] == 200
        assert [each.conversation_id for each in bot.teams.deliveries[3:]] == [
            "a:new-1",
            public.conversation_id,
        ]

    async def test_says_how_to_install_the_bot_where_it_cannot_write(self, bot: Bot) -> None:
        bot.teams.troubles.append(Trouble(403, "BotNotInConversationRoster"))
        asked = bot.teams.message("ge behörighet", aad_object_id=ADMIN, conversation_type="channel")
        assert (await bot.bot.post(asked))[0] == 200
        said = bot.teams.said[-1]["attachments"][0]["content"]["fallbackText"]
        assert "Lägg till appen Delmål för dig själv i Teams" in said

    async def test_pressed_in_a_channel_leaves_the_card_there_as_it_is(self, bot: Bot) -> None:
        await bot.write("hej")
        before = len(bot.teams.deliveries)
        pressed = bot.teams.invoke(
            "adaptiveCard/action",
            {"action": {"verb": "show-roles", "data": {}}},
            aad_object_id=ADMIN,
            conversation_type="channel",
        )
        for _ in range(2):  # Teams delivers it again
            status, body = await bot.bot.post(pressed)
            assert (status, body["type"]) == (200, MESSAGE)
            assert body["value"].startswith("Jag fortsätter med dig")
        (private,) = bot.teams.deliveries[before:]
        assert private.conversation_id == f"a:1-{ADMIN}"

    async def test_in_a_pop_up_is_seen_by_nobody_else_and_stays_there(self, bot: Bot) -> None:
        body = await bot.invoke(
            "composeExtension/fetchTask", {"commandId": "grantRole"}, conversation_type="channel"
        )
        assert field(body["task"]["value"]["card"]["content"], "person")
        assert bot.teams.deliveries == []


async def test_where_a_person_is_reached_is_written_once_and_again_when_it_is_news(
    bot: Bot,
) -> None:
    async def learned() -> tuple[Any, ...]:
        async with (
            open_memory(bot.settings) as memory,
            memory.database.reading(EVERY_TENANT) as session,
        ):
            person = await session.get(PersonRow, (TENANT, ADMIN))
            assert person is not None
            return person.conversation_id, person.name, person.reached_at

    await bot.write("hej", conversation_type="channel")
    in_channel = await learned()
    assert in_channel[0] is None
    await bot.write("hej")
    first = await learned()
    assert first[:2] == (f"a:1-{ADMIN}", "Anna Andersson")
    await bot.write("vilka är KS delmål 2024?")
    await bot.write("hej", conversation_type="channel")
    assert await learned() == first
    await bot.write("hej", conversation={"id": "a:new", "conversationType": "personal"})
    again = await learned()
    assert (again[0], again[2] > first[2]) == ("a:new", True)
