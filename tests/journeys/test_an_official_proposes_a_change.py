"""An official proposes a change to a sub-goal in Teams, without a manual."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from bot.app import open_memory, utc_now
from dialogs import registry
from goals.actor import Grant, Role
from storage.errors import DatabaseUnavailableError
from storage.people import grant_role, revoke_role
from tests.card_checks import check
from tests.postgres import Postgres
from tests.service import Service, service, signed_settings
from tests.teams import TENANT, TeamsStandIn

OFFICIAL = "0ff1c1a1-0000-4000-8000-000000000001"
OTHER = "0ff1c1a1-0000-4000-8000-000000000002"
OFFICER = "0ff1ce00-0000-4000-8000-000000000003"
SECRETARY = "5ec2e7a2-0000-4000-8000-000000000004"
STAFF = "57aff000-0000-4000-8000-000000000005"
ROLES = {
    OFFICIAL: Role.OFFICIAL,
    OTHER: Role.OFFICIAL,
    OFFICER: Role.OFFICER,
    SECRETARY: Role.SECRETARY,
}
NEW = "Utveckla kollektivtrafiken i hela kommunen"
WHY = "Fler ska kunna ta bussen till arbetet."


class Town:
    """A service that can be stopped and started again on what it remembers."""

    def __init__(self, teams: TeamsStandIn, data: Path, database_url: str | None) -> None:
        self.teams = teams
        self._data = data
        self._database_url = database_url
        self.settings = signed_settings(teams, data, database_url)
        self._running = AsyncExitStack()
        self.bot: Service

    async def start(self) -> None:
        """Serve."""
        self.bot = await self._running.enter_async_context(
            service(self.teams, self._data, database_url=self._database_url)
        )

    async def stop(self) -> None:
        """Stop serving, as a restart does."""
        await self._running.aclose()

    async def change_roles(self, roles: dict[str, Role], *, give: bool = True) -> None:
        """At the server's command line."""
        change = grant_role if give else revoke_role
        async with open_memory(self.settings) as memory:
            for person, role in roles.items():
                await change(
                    memory.database,
                    tenant=TENANT,
                    object_id=person,
                    grant=Grant(role, "KS"),
                    by=None,
                    now=utc_now(),
                )

    async def say(self, text: str, *, person: str = OFFICIAL, **fields: Any) -> Any:
        """Say something; the card that answers."""
        card = await self.bot.card(text, aad_object_id=person, **fields)
        assert check(card) == []
        return card

    async def press(self, card: Any, title: str, *, person: str = OFFICIAL, **typed: str) -> Any:
        """Press a button, the inputs filled in; the card that takes the old one's place."""
        button = next(each for each in card["actions"] if each["title"] == title)
        assert button["type"] == "Action.Execute"
        data = {**button["data"], **(_filled(card) | typed)}
        return await self.send(button["verb"], data, person=person)

    async def send(self, verb: str, data: dict[str, Any], *, person: str = OFFICIAL) -> Any:
        """What a button sends, whoever made it; the card that comes back."""
        value = {"action": {"type": "Action.Execute", "verb": verb, "data": data}}
        status, body = await self.bot.post(
            self.teams.invoke("adaptiveCard/action", value, aad_object_id=person)
        )
        assert (status, body["statusCode"]) == (200, 200)
        assert check(body["value"]) == []
        return body["value"]

    async def pop_up(self, name: str, value: Any, *, person: str = OFFICIAL) -> Any:
        """Open or send Teams' pop-up; the card that it shows next."""
        status, body = await self.bot.post(self.teams.invoke(name, value, aad_object_id=person))
        assert status == 200
        assert body["task"]["type"] == "continue"
        card = body["task"]["value"]["card"]["content"]
        assert check(card) == []
        return card


def _filled(card: Any) -> dict[str, str]:
    return {
        each["id"]: each.get("value", "")
        for each in card["body"]
        if each["type"].startswith("Input.")
    }


def said(card: Any) -> str:
    """All that a card says."""
    text: str = card["fallbackText"]
    return text


@asynccontextmanager
async def town(data: Path, database_url: str | None = None) -> AsyncIterator[Town]:
    """The customer's record, and people with their roles in KS."""
    async with TeamsStandIn() as teams:
        place = Town(teams, data, database_url)
        await place.start()
        await place.change_roles(ROLES)
        try:
            yield place
        finally:
            await place.stop()


@pytest.fixture(params=["sqlite", "postgresql"])
async def teams(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Town]:
    """The service on each of its databases."""
    if request.param == "sqlite":
        async with town(tmp_path) as each:
            yield each
        return
    postgres: Postgres = request.getfixturevalue("postgres")
    async with (
        postgres.database() as url,
        town(tmp_path, url.render_as_string(hide_password=False)) as each,
    ):
        yield each


async def test_from_words_to_the_receipt_in_two_presses_beyond_filling_in(teams: Town) -> None:
    form = await teams.say("jag vill ändra delmål 3")
    assert "Delmål 3 lyder nu: Utveckla kollektivtrafiken" in said(form)
    review = await teams.press(form, "Granska", text=NEW, motivation=WHY)
    assert "Borttaget: inget" in said(review)
    assert "Tillagt: ”i hela kommunen”" in said(review)
    receipt = await teams.press(review, "Skicka in")
    assert said(receipt).startswith("Förslaget F-KS-2025-001 är inskickat.")

    assert said(await teams.press(review, "Skicka in")).startswith(
        "Förslaget F-KS-2025-001 är redan inskickat."
    )
    listed = await teams.say("förslag KS 2025", person=SECRETARY)
    assert said(listed).startswith("KS 2025: ett förslag.")
    assert NEW in said(listed)
    counted = await teams.say("finns det några förslag?", person=STAFF)
    assert "Ett förslag om ändring av delmål för 2025 väntar." in said(counted)
    assert NEW not in said(counted)
    still = await teams.say("vad är KS delmål 3?", person=STAFF)
    assert "3. Utveckla kollektivtrafiken\n" in said(still)


async def test_a_new_sub_goal_from_the_words_foresla_andring(teams: Town) -> None:
    form = await teams.say("föreslå ändring")
    review = await teams.press(
        form, "Granska", kind="add", text="Bygg fler cykelvägar", goal="1", motivation=WHY
    )
    receipt = await teams.press(review, "Skicka in")
    assert "F-KS-2025-001" in said(receipt)
    assert "Nytt delmål: ”Bygg fler cykelvägar”." in said(receipt)


async def test_from_the_button_of_an_answer(teams: Town) -> None:
    answer = await teams.say("vad är KS delmål 6?")
    form = await teams.press(answer, "Föreslå ändring")
    review = await teams.press(form, "Granska", kind="remove", motivation=WHY)
    assert "Typ av ändring: Ta bort" in said(review)
    receipt = await teams.press(review, "Skicka in")
    assert "Ta bort, delmål 6" in said(receipt)


@pytest.mark.parametrize(
    ("opening", "submitting"),
    [
        (("task/fetch", {"data": {"form": "proposeChange", "target": "3"}}), "task/submit"),
        (
            ("composeExtension/fetchTask", {"commandId": "proposeChange"}),
            "composeExtension/submitAction",
        ),
    ],
)
async def test_the_same_form_in_teams_pop_up(
    tmp_path: Path, opening: tuple[str, Any], submitting: str
) -> None:
    async with town(tmp_path) as teams:
        form = await teams.pop_up(*opening)
        assert [each["title"] for each in form["actions"]] == ["Granska", "Spara utkast", "Avbryt"]
        typed = {**_filled(form), "target": "3", "text": "", "motivation": WHY}
        button = form["actions"][0]["data"]
        mistakes = await teams.pop_up(submitting, {"data": {**button, **typed}})
        assert "Ny lydelse: Skriv något här." in said(mistakes)
        review = await teams.pop_up(submitting, {"data": {**button, **typed, "text": NEW}})
        receipt = await teams.pop_up(submitting, {"data": review["actions"][0]["data"]})
        assert said(receipt).startswith("Förslaget F-KS-2025-001 är inskickat.")
        assert NEW in said(await teams.say("F-KS-2025-001"))


async def test_an_untouched_pop_up_closes_with_its_last_words(tmp_path: Path) -> None:
    async with town(tmp_path) as teams:
        form = await teams.pop_up("task/fetch", {"data": {"form": "proposeChange"}})
        left = teams.teams.invoke(
            "task/submit", {"data": form["actions"][2]["data"]}, aad_object_id=OFFICIAL
        )
        assert await teams.bot.post(left) == (
            200,
            {"task": {"type": "message", "value": "Inget är inskickat."}},
        )


@pytest.mark.parametrize("person", [STAFF, SECRETARY])
async def test_who_may_not_is_refused_kindly_in_words_and_in_the_pop_up(
    tmp_path: Path, person: str
) -> None:
    async with town(tmp_path) as teams:
        told = await teams.say("jag vill ändra delmål 3", person=person)
        assert "Du har inte behörighet att föreslå ändringar av delmål för KS." in said(told)
        assert "Annika Hedvall" in said(told)
        opened = await teams.pop_up(
            "composeExtension/fetchTask", {"commandId": "proposeChange"}, person=person
        )
        assert "Du har inte behörighet" in said(opened)
        form = await teams.say("jag vill ändra delmål 3")
        forged = await teams.press(form, "Granska", person=person, text=NEW, motivation=WHY)
        assert "Du har inte behörighet" in said(forged)
        assert "Du har inga förslag" in said(await teams.say("mina förslag", person=person))


async def test_a_restart_in_the_middle_loses_nothing(teams: Town) -> None:
    form = await teams.say("jag vill ändra delmål 3")
    await teams.press(form, "Spara utkast", text=NEW, motivation="Halvvägs.")
    await teams.stop()
    await teams.start()
    mine = await teams.say("mina förslag")
    assert "ett utkast" in said(mine)
    again = await teams.press(mine, "Fortsätt")
    assert _filled(again)["motivation"] == "Halvvägs."
    review = await teams.press(again, "Granska", motivation=WHY)
    await teams.stop()
    await teams.start()
    receipt = await teams.press(review, "Skicka in")
    assert said(receipt).startswith("Förslaget F-KS-2025-001 är inskickat.")
    assert "inga utkast" in said(await teams.say("mina förslag"))


async def test_whose_role_is_revoked_while_typing_gets_the_words_back(tmp_path: Path) -> None:
    async with town(tmp_path) as teams:
        form = await teams.say("jag vill ändra delmål 3")
        await teams.change_roles({OFFICIAL: Role.OFFICIAL}, give=False)
        told = await teams.press(form, "Granska", text=NEW, motivation=WHY)
        assert "Du har inte behörighet" in said(told)
        assert NEW in said(told)
        assert WHY in said(told)


async def test_completed_and_withdrawn_with_every_version_kept(teams: Town) -> None:
    form = await teams.say("jag vill ändra delmål 3")
    await teams.press(await teams.press(form, "Granska", text=NEW, motivation=WHY), "Skicka in")
    shown = await teams.say("F-KS-2025-001", person=OFFICER)
    asking = await teams.press(shown, "Begär komplettering", person=OFFICER)
    await teams.press(asking, "Begär komplettering", person=OFFICER, reason="Vad kostar det?")
    waiting = await teams.say("F-KS-2025-001")
    assert "Skäl: Vad kostar det?" in said(waiting)
    form = await teams.press(waiting, "Komplettera")
    review = await teams.press(form, "Granska", consequences="Hundra kronor.")
    receipt = await teams.press(review, "Skicka in")
    assert said(receipt).startswith("Kompletteringen av F-KS-2025-001 är inskickad.")
    sure = await teams.press(await teams.say("F-KS-2025-001"), "Återkalla")
    gone = await teams.press(sure, "Återkalla")
    assert said(gone).startswith("Förslaget F-KS-2025-001 är återkallat.")
    shown = await teams.say("F-KS-2025-001", person=SECRETARY)
    assert "Status: återkallat" in said(shown)
    assert "Hundra kronor." in said(shown)
    first = await teams.press(shown, "Version 1", person=SECRETARY)
    assert "Hundra kronor." not in said(first)


async def test_two_who_submit_at_once_get_a_number_each(teams: Town) -> None:
    reviews: dict[str, Any] = {}
    for person in (OFFICIAL, OTHER):
        form = await teams.say("jag vill ändra delmål 3", person=person)
        reviews[person] = await teams.press(
            form, "Granska", person=person, text=f"{NEW} {len(reviews)}", motivation=WHY
        )
    receipts = await asyncio.gather(
        *(
            teams.press(reviews[person], "Skicka in", person=person)
            for person in (OFFICIAL, OTHER, OFFICIAL, OTHER)
        )
    )
    numbers = {said(each).split()[1] for each in receipts}
    assert numbers == {"F-KS-2025-001", "F-KS-2025-002"}
    assert said(await teams.say("förslag KS 2025")).startswith("KS 2025: 2 förslag.")


async def test_what_no_form_sends_breaks_nothing(teams: Town) -> None:
    form = await teams.say("jag vill ändra delmål 3")
    data = {**form["actions"][0]["data"], **_filled(form), "motivation": WHY}
    for forged in (
        {"text": "Buss\x00en \ud800 nu \u202e"},
        {"draft": "x" * 100_000},
        {"draft": "a\x00b", "proposal": "a\x00b", "number": "\x00"},
        {"body": "X" * 30_000},
        {"base": "9" * 5000 + ":1"},
        {"base": "2147483648:999999"},
        {"year": "9" * 5000},
        {"text": ["a"], "target": {"b": 1}, "motivation": None},
        {"text": True, "target": 3},
        dict.fromkeys(("text", "motivation", "consequences"), "ö\n" * 10_000),
    ):
        for verb in (
            "propose-change",
            "review-proposal",
            "save-draft",
            "submit-proposal",
            "edit-draft",
            "show-proposal",
            "show-proposals",
            "withdraw-proposal",
            "complete-proposal",
        ):
            card = await teams.send(verb, {**data, **forged})
            assert "Något gick fel hos oss" not in said(card), (verb, forged)
    assert "KS 2025: inga förslag." in said(await teams.say("förslag KS 2025"))


@pytest.mark.parametrize(
    ("place", "origin"), [("channel", "i en kanal"), ("groupChat", "i en gruppchatt")]
)
async def test_begun_where_others_read_it_goes_on_in_ones_own_chat_and_says_so(
    tmp_path: Path, place: str, origin: str
) -> None:
    async with town(tmp_path) as teams:
        await teams.say("hej")

        async def own_card(text: str, person: str = OFFICIAL) -> Any:
            before = len(teams.teams.deliveries)
            public = await teams.say(text, person=person, conversation_type=place)
            assert said(public).startswith("Jag fortsätter med dig i vår egen chatt")
            assert "actions" not in public
            (private,) = [
                each.activity["attachments"][0]["content"]
                for each in teams.teams.deliveries[before:]
                if each.conversation_id == f"a:1-{person}"
            ]
            assert check(private) == []
            first, _, rest = said(private).partition("\n")
            assert first == f"Du frågade {origin}. Det här är bara för dig."
            return private, rest

        form, _ = await own_card("jag vill ändra delmål 3")
        review = await teams.press(form, "Granska", text=NEW, motivation=WHY)
        assert said(await teams.press(review, "Skicka in")).startswith("Förslaget F-KS-2025-001")
        mine, words = await own_card("mina förslag")
        assert "ett inlämnat förslag" in words
        assert NEW in said(await teams.press(mine, "Visa F-KS-2025-001"))
        _, words = await own_card("F-KS-2025-001")
        assert NEW in words
        await teams.say("hej", person=STAFF)
        _, words = await own_card("jag vill ändra delmål 3", STAFF)
        assert "Du har inte behörighet" in words


async def test_a_button_pressed_where_others_read_leaves_their_card_alone(tmp_path: Path) -> None:
    async with town(tmp_path) as teams:
        await teams.say("hej")
        value = {"action": {"type": "Action.Execute", "verb": "propose-change", "data": {}}}
        pressed = teams.teams.invoke(
            "adaptiveCard/action", value, aad_object_id=OFFICIAL, conversation_type="channel"
        )
        _, body = await teams.bot.post(pressed)
        assert "card" not in body["type"]
        assert body["value"].startswith("Jag fortsätter med dig i vår egen chatt")
        form = teams.teams.said[-1]["attachments"][0]["content"]
        assert "Du frågade i en kanal." in said(form)
        assert [each["title"] for each in form["actions"]] == ["Granska", "Spara utkast", "Avbryt"]


async def test_a_fault_of_ours_leaves_the_form_as_it_is_to_be_sent_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with town(tmp_path) as teams:
        form = await teams.say("jag vill ändra delmål 3")
        button = form["actions"][0]
        data = {**button["data"], **_filled(form), "text": NEW, "motivation": WHY}
        value = {"action": {"type": "Action.Execute", "verb": button["verb"], "data": data}}
        pressed = teams.teams.invoke("adaptiveCard/action", value, aad_object_id=OFFICIAL)
        for fault in (RuntimeError("a mistake of ours"), DatabaseUnavailableError("gone")):
            with monkeypatch.context() as patched:
                patched.setattr(registry, "answer", _failing(fault))
                status, body = await teams.bot.post(pressed)
            assert (status, body["type"]) == (200, "application/vnd.microsoft.activity.message")
            assert "försök igen" in body["value"].lower()
        review = await teams.press(form, "Granska", text=NEW, motivation=WHY)
        assert NEW in said(review)


def _failing(fault: Exception) -> Any:
    async def answer(*_: object) -> None:
        raise fault

    return answer
