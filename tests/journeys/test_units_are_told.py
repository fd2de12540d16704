"""Six units are told of a decision in Teams: registered, sent to, acknowledged, corrected, lost."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.app import Memory, open_memory, utc_now
from goals.actor import Grant, Role
from goals.event import Event, Value
from goals.goal import Source
from goals.matter import MatterState
from goals.note import AddressKind
from goals.notice import DeliveryState, Notice
from goals.plan import PlanStatus
from goals.reaching import Place, add_address
from storage.people import grant_role
from tests.builders import body, goal_set, matter, plan
from tests.card_checks import check
from tests.postgres import Postgres
from tests.service import Service, service, signed_settings
from tests.teams import TENANT, Delivery, TeamsStandIn, Trouble

ADMIN = "ad310000-0000-4000-8000-000000000001"
SECRETARY = "5ec2e7a2-0000-4000-8000-000000000005"
SECOND = "5ec2e7a2-0000-4000-8000-000000000006"
OF_IT = "57aff000-0000-4000-8000-000000000007"
PEOPLE = [f"57aff000-0000-4000-8000-00000000001{number}" for number in range(5)]
UNITS = (
    "Kommundirektör", "Kanslienhet", "Ekonomienhet", "IT-enhet", "Personalenhet",
    "Arbetsmarknadsenhet",
)  # fmt: skip
CHANNEL = "19:channel@thread.tacv2"
LIST = ("Bygga bostäder", "Utveckla bussarna")
DAY = date(2026, 2, 2)
WAIT = 60.0
"""Seconds for what takes a moment, on a machine that is busy."""


@dataclass
class Town:
    """The service, its memory, and what people press."""

    bot: Service
    memory: Memory
    seen: int = field(default=0)

    @property
    def teams(self) -> TeamsStandIn:
        return self.bot.teams

    async def tell(self, text: str, by: str, **fields: Any) -> Any:
        """Say something; the card that answers."""
        card = await self.bot.card(text, aad_object_id=by, **fields)
        assert check(card) == []
        return card

    async def press(
        self, card: Any, title: str, by: str, *, where: str = "personal", **typed: str
    ) -> Any:
        """Press a button of a card; the card that takes its place."""
        (button,) = [each for each in card["actions"] if each["title"].startswith(title)]
        fields = {
            e["id"]: e.get("value", "") for e in card["body"] if e["type"].startswith("Input")
        }
        if button.get("associatedInputs") == "none":
            fields = {}
        data = {**button["data"], **fields, **typed}
        action = {"type": "Action.Execute", "verb": button["verb"], "data": data}
        status, body_ = await self.bot.post(
            self.teams.invoke(
                "adaptiveCard/action",
                {"action": action},
                aad_object_id=by,
                conversation_type=where,
            )
        )
        assert (status, body_["statusCode"]) == (200, 200)
        assert check(body_["value"]) == []
        return body_["value"]

    async def until(self, is_so: Callable[[list[Delivery]], bool]) -> list[Delivery]:
        """What went out unasked, once it is so."""
        async with asyncio.timeout(WAIT):
            while not is_so(found := self.unasked()):  # noqa: ASYNC110 — the loop brings it about
                await asyncio.sleep(0.02)
        return found

    def unasked(self) -> list[Delivery]:
        """The messages that answer nobody, and the cards that were changed."""
        return [
            each
            for each in self.teams.deliveries
            if each.activity.get("attachments")
            and (each.activity_id is None or each.method == "PUT")
        ]

    async def notices(self) -> tuple[Notice, ...]:
        async with self.memory.dialogs.register(TENANT) as register:
            return await register.notices("KS", 2026)

    async def all_settled(self) -> tuple[Notice, ...]:
        """What the units were told, once nothing is on its way."""
        async with asyncio.timeout(WAIT):
            while True:
                found = await self.notices()
                states = {d.state for each in found for d in each.deliveries}
                if found and DeliveryState.PENDING not in states:
                    return found
                await asyncio.sleep(0.02)


def card_of(delivery: Delivery) -> Any:
    """The card that was sent."""
    card = delivery.activity["attachments"][0]["content"]
    assert check(card) == []
    return card


def said(card: Any) -> str:
    return str(card["fallbackText"])


async def decided(memory: Memory) -> None:
    """KS has decided on 2026; it is adjusted and announced."""
    now = utc_now() - timedelta(minutes=1)
    source = Source("Protokoll", None, "KS 2026/7", DAY, "KS § 12")
    async with memory.open_ledger(TENANT, now=now) as ledger:
        await ledger.add_body(body())
        await ledger.add_goal_set(goal_set(["Ett gott liv"]))
        await ledger.add_plan(plan(2025, LIST))
        await ledger.add_plan(
            plan(2026, [*LIST, "Rena sjön"], status=PlanStatus.APPEALABLE, source=source)
        )
        announced = matter(2026, state=MatterState.ANNOUNCED, recipients=UNITS)
        await ledger.add_matter(replace(announced, source=source))
        data: dict[str, Value] = {"day": DAY.isoformat(), "paragraph": "KS § 12"}
        for what in ("adjust", "announce"):
            await ledger.append(Event(now, what, SECRETARY, Role.SECRETARY, "KS", 2026, data=data))


@asynccontextmanager
async def served(data: Path, database_url: str | None = None) -> AsyncIterator[Town]:
    async with TeamsStandIn() as teams:
        settings = signed_settings(teams, data, database_url)
        async with (
            open_memory(settings) as memory,
            service(teams, data, documents=(), database_url=database_url) as bot,
        ):
            for person, grant in (
                (ADMIN, Grant(Role.ADMIN)),
                (SECRETARY, Grant(Role.SECRETARY, "KS")),
                (SECOND, Grant(Role.SECRETARY, "KS")),
            ):
                await grant_role(
                    memory.database,
                    tenant=TENANT,
                    object_id=person,
                    grant=grant,
                    by=None,
                    now=utc_now(),
                )
            await decided(memory)
            yield Town(bot, memory)


@pytest.fixture(params=["sqlite", "postgresql"])
async def town(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Town]:
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


async def test_six_units_are_told_and_one_answers_for_all_to_see(town: Town) -> None:
    await the_it_unit_registers_its_channel(town)
    await the_channel_gets_another_name(town)
    await five_others_are_reached_by_a_person(town)
    await the_decision_is_sent_to_all(town)
    await the_it_unit_acknowledges(town)
    await a_slip_is_corrected(town)
    await the_bot_is_taken_out_of_the_team(town)
    assert (await town.memory.dialogs.verify(TENANT)).flaws == ()


async def the_it_unit_registers_its_channel(town: Town) -> None:
    """By mention, in a thread; the administrator is told and confirms."""
    await town.tell("hej", ADMIN)
    told = await town.tell("registrera IT-enheten här", OF_IT, conversation_type="channel")
    assert "så snart en administratör har bekräftat det" in said(told)
    (news,) = await town.until(lambda found: len(found) == 1)
    assert news.conversation_id == f"a:1-{ADMIN}"
    assert "IT-enhet vill nås så här" in said(card_of(news))
    units = await town.press(card_of(news), "Visa enheterna", ADMIN)
    assert "väntar på att bekräftas" in said(units)
    async with town.memory.dialogs.register(TENANT) as register:
        (unit,) = [each for each in await register.units() if each.addresses]
    done = await town.press(units, "Bekräfta", ADMIN, address=unit.addresses[0].id)
    assert "IT-enhet nås nu" in said(done)


async def the_channel_gets_another_name(town: Town) -> None:
    """It is shown by that from then on; a rename that says no name changes nothing."""
    base = town.teams.message("", aad_object_id=OF_IT, conversation_type="channel")
    told = {**base, "type": "conversationUpdate"}
    for number, channel in enumerate(({"id": CHANNEL, "name": "IT-drift"}, {"id": CHANNEL}, None)):
        data = {**base["channelData"], "eventType": "channelRenamed", "channel": channel}
        status, _ = await town.bot.post({**told, "id": f"f:rename-{number}", "channelData": data})
        assert status == 200
    assert "IT-drift" in said(await town.tell("enheter", ADMIN))


async def five_others_are_reached_by_a_person(town: Town) -> None:
    """Entered by the administrator; they have never written to the bot."""
    others = [each for each in UNITS if each != "IT-enhet"]
    for unit, person in zip(others, PEOPLE, strict=True):
        await add_address(
            TENANT,
            unit,
            Place(AddressKind.PERSON, person, unit),
            by=ADMIN,
            new_id=lambda unit=unit: f"address-{unit}",  # type: ignore[misc]
            open_ledger=town.memory.open_ledger,
            now=utc_now(),
        )


async def the_decision_is_sent_to_all(town: Town) -> None:
    """Shown first, then sent; one conversation refuses at first."""
    dry_run = await town.press(await town.tell("möte KS 2026", SECRETARY), "Expediera", SECRETARY)
    assert all(f"{unit}: " in said(dry_run) for unit in UNITS)
    assert "kan inte nås" not in said(dry_run)
    town.teams.troubles.append(Trouble(status=429, headers={"Retry-After": "1"}))
    before = len(town.unasked())
    board = await town.press(dry_run, "Expediera nu", SECRETARY, execution="4")
    assert "Ska underrättas: 6" in said(board)
    notices = await town.all_settled()
    assert {each.state for each in notices} == {DeliveryState.DELIVERED}
    sent = town.unasked()[before:]
    arrived = {each.conversation_id for each in sent}
    assert CHANNEL in arrived
    to_it = [each for each in sent if each.conversation_id == CHANNEL][-1]  # 429 counts, too
    assert to_it.activity["summary"] == (
        "Kommunstyrelsen har beslutat om delmålen 2026: för verkställighet i IT-enhet"
    )
    assert "Diarienummer: KS 2026/7" in said(card_of(to_it))
    board = await town.press(board, "Uppdatera", SECRETARY)
    assert "Framme: 6" in said(board)


async def the_it_unit_acknowledges(town: Town) -> None:
    """In the channel; the card changes for everybody. Others cannot, and twice is harmless."""
    (notice,) = [each for each in await town.notices() if each.unit == "IT-enhet"]
    to_channel = [e for e in town.unasked() if e.conversation_id == CHANNEL]
    to_it = [each for each in to_channel if each.method == "POST"][-1]
    card = card_of(to_it)
    outside = await town.press(card, "Mottaget", PEOPLE[0])
    assert "Det här utskicket gäller IT-enhet" in said(outside)
    shown = await town.press(card, "Mottaget", OF_IT, where="channel")
    assert "antecknat att IT-enhet har tagit emot" in said(shown)
    again = await town.press(card, "Mottaget", SECOND, where="channel")
    assert "Det är redan kvitterat" in said(again)
    assert notice.deliveries[0].message_id
    (changed,) = [
        each
        for each in await town.until(lambda found: any(e.method == "PUT" for e in found))
        if each.method == "PUT"
    ]
    assert (changed.conversation_id, changed.activity_id) == (
        CHANNEL,
        notice.deliveries[0].message_id,
    )
    assert "Mottaget av Anna Andersson" in said(card_of(changed))
    assert "actions" not in card_of(changed)
    board = await town.tell("expediering KS 2026", SECRETARY)
    assert "Har kvitterat: 1" in said(board)


async def a_slip_is_corrected(town: Town) -> None:
    """Every card changes in its place, and each unit is told once."""
    await town.all_settled()
    day = await town.tell("möte KS 2026", SECRETARY)
    form = await town.press(day, "Rättelse", SECRETARY)
    typed = {"number": "3", "text": "Rena sjöarna", "reason": "Ett ord föll bort."}
    await town.press(form, "Begär", SECRETARY, **typed)
    sure = await town.press(await town.tell("möte KS 2026", SECOND), "Bekräfta rättelse", SECOND)
    before = len(town.unasked())
    await town.press(sure, "Bekräfta rättelse", SECOND)
    await town.all_settled()
    found = town.unasked()[before:]
    changed = [each for each in found if each.method == "PUT"]
    told = [each for each in found if each.method == "POST"]
    assert len(changed) == len(told) == len(UNITS)
    assert all("RÄTTELSE" in said(card_of(each)) for each in found)
    assert all("Nu: Rena sjöarna" in said(card_of(each)) for each in found)


async def the_bot_is_taken_out_of_the_team(town: Town) -> None:
    """The unit is shown as lost, and the administrator is told."""
    gone = town.teams.message("", aad_object_id=OF_IT, conversation_type="channel")
    removal = {
        **{name: value for name, value in gone.items() if name not in {"text", "attachments"}},
        "type": "installationUpdate",
        "action": "remove",
    }
    status, _ = await town.bot.post(removal)
    assert status == 200
    await town.until(
        lambda found: any("nås inte längre så här" in said(card_of(each)) for each in found)
    )
    units = await town.tell("enheter", ADMIN)
    assert "(finns inte kvar)" in said(units)


async def test_a_deleted_channel_is_found_out_by_the_notice_and_the_secretary_is_told(
    tmp_path: Path,
) -> None:
    async with served(tmp_path) as town:
        await town.tell("hej", SECRETARY)
        await town.tell("registrera IT-enheten här", ADMIN, conversation_type="channel")
        dry_run = await town.press(
            await town.tell("möte KS 2026", SECRETARY), "Expediera", SECRETARY
        )
        assert "5 enheter kan inte nås" in said(dry_run)
        town.teams.troubles += [Trouble(status=404), Trouble(status=404)]
        await town.press(dry_run, "Expediera nu", SECRETARY)
        notices = await town.all_settled()
        assert {each.state for each in notices} == {DeliveryState.FAILED}
        board = await town.tell("expediering KS 2026", SECRETARY)
        assert "Inte nådda: 6" in said(board)
        assert "adressen finns inte kvar" in said(board)
