"""The operator sees in log and numbers how the bot is, and nothing of what people say."""

from __future__ import annotations

import io
import json
import logging
import re
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import structlog

from bot import activity_handler, app
from bot.app import open_memory, utc_now
from bot.logs import log_to
from dialogs import registry
from goals.actor import Grant, Role
from goals.note import Note
from storage.errors import DatabaseUnavailableError
from storage.people import grant_role
from tests.bot.echo import eventually
from tests.card_checks import check
from tests.service import Service, service, signed_settings
from tests.teams import PERSON, TENANT, TeamsStandIn, Trouble

SECRET_WORDS = "har min granne Xerxes Vintergren något mål om bussarna"


@pytest.fixture
async def bot(tmp_path: Path) -> AsyncIterator[Service]:
    """The service with the customer's document."""
    async with TeamsStandIn() as teams, service(teams, tmp_path) as served:
        yield served


@pytest.fixture
def stream() -> Iterator[io.StringIO]:
    """Where the log goes; as it was, afterwards."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    stream = io.StringIO()
    log_to(stream)
    yield stream
    structlog.reset_defaults()
    root.handlers[:] = handlers
    root.setLevel(level)


async def numbers(bot: Service) -> dict[str, float]:
    """What /metrics says: each number by its name and labels."""
    async with aiohttp.ClientSession() as session, session.get(f"{bot.url}/metrics") as answer:
        assert answer.status == 200
        assert answer.headers["Content-Type"].startswith("text/plain; version=0.0.4")
        text = await answer.text()
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return {name: float(number) for name, _, number in (line.rpartition(" ") for line in lines)}


async def test_turns_are_counted_by_what_they_were_after_and_how_long_they_took(
    bot: Service,
) -> None:
    await bot.say("vilka är KS delmål 2024?")
    await bot.say("vilka är KS delmål 2024?")
    await bot.say("vädret imorgon?")
    search = {"commandId": "searchGoals", "parameters": [{"name": "query", "value": "buss"}]}
    await bot.post(bot.teams.invoke("composeExtension/query", search))
    await bot.post({"no": "activity"})
    await bot.post(bot.teams.message("hej"), token="")
    seen = await numbers(bot)
    assert seen['delmal_turns_total{kind="message",outcome="answered"}'] == 3
    assert seen['delmal_turns_total{kind="composeExtension/query",outcome="answered"}'] == 1
    assert seen['delmal_turns_total{kind="other",outcome="malformed"}'] == 1
    assert seen['delmal_turns_total{kind="other",outcome="refused"}'] == 1
    assert seen['delmal_intents_total{intent="list_subgoals"}'] == 2
    assert seen['delmal_intents_total{intent="out_of_scope"}'] == 1
    assert seen['delmal_intents_total{intent="searchGoals"}'] == 1
    assert seen['delmal_turn_seconds_count{kind="message"}'] == 3
    assert seen['delmal_turn_seconds_bucket{kind="message",le="+Inf"}'] == 3
    assert seen['delmal_deliveries_total{outcome="arrived"}'] == 3
    assert seen["delmal_turns_under_way"] == 0
    assert seen["delmal_database_up"] == 1


async def test_a_forged_button_makes_no_numbers_of_its_own(bot: Service) -> None:
    forged = {"action": {"type": "Action.Execute", "verb": "forged-1", "data": {}}}
    await bot.post(bot.teams.invoke("adaptiveCard/action", forged))
    await bot.post(bot.teams.invoke("made/up", {}))
    seen = await numbers(bot)
    assert seen['delmal_intents_total{intent="unknown"}'] == 1
    assert seen['delmal_turns_total{kind="other",outcome="unanswered"}'] == 1
    assert not [name for name in seen if "forged" in name or "made/up" in name]


async def test_what_lies_in_the_outbox_is_told(bot: Service, tmp_path: Path) -> None:
    await bot.say("hej")  # so that the person can be reached
    assert (await numbers(bot))["delmal_outbox_notes"] == 0
    busy = Trouble(429, headers={"Retry-After": "3000"})
    bot.teams.troubles.append(busy)
    told = {"role": "official", "scope": "all", "by": "unknown"}
    async with open_memory(signed_settings(bot.teams, tmp_path)) as memory:
        async with memory.open_ledger(TENANT, now=utc_now()) as ledger:
            await ledger.owe(Note(PERSON, "note-role-granted", told))
        await eventually(lambda: not bot.teams.troubles)
    seen = await numbers(bot)
    assert seen["delmal_outbox_notes"] == 1  # to be tried again
    assert seen['delmal_deliveries_total{outcome="arrived"}'] == 1


async def test_a_database_that_is_gone_is_a_number_too(
    bot: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def gone(*_: object, **__: object) -> Any:
        raise DatabaseUnavailableError

    monkeypatch.setattr(app, "outbox_state", gone)
    assert (await numbers(bot))["delmal_database_up"] == 0


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "X-Real-IP"])
async def test_the_numbers_are_not_for_who_comes_through_the_proxy(
    bot: Service, header: str
) -> None:
    headers = {header: "for=198.51.100.7"}
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"{bot.url}/metrics", headers=headers) as answer,
    ):
        assert answer.status == 404


async def test_every_turn_is_one_line_and_all_lines_about_it_bear_its_id(
    bot: Service, stream: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    await bot.say("vilka är KS delmål 2024?")

    async def fail(*_: object) -> Any:
        raise RuntimeError(SECRET_WORDS)

    monkeypatch.setattr(registry, "answer", fail)
    card = await bot.card(SECRET_WORDS)
    answered, failure, failed = (json.loads(line) for line in stream.getvalue().splitlines())
    assert {name: answered[name] for name in ("event", "kind", "intent", "place", "outcome")} == {
        "event": "turn",
        "kind": "message",
        "intent": "list_subgoals",
        "place": "personal",
        "outcome": "answered",
    }
    assert answered["ms"] > 0
    assert answered["tenant"] == TENANT
    assert (failure["event"], failed["event"]) == ("turn failed", "turn")
    assert failed["outcome"] == "failed"
    assert answered["turn"] != failure["turn"] == failed["turn"]
    assert failure["turn"] in card["fallbackText"]  # what the person reads out to support


async def test_nothing_that_people_say_or_are_is_in_the_log(
    bot: Service, stream: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = "Xerxes Vintergren"
    sender = {"id": "29:secret-id", "name": name, "aadObjectId": PERSON}
    for place in ("personal", "groupChat", "channel"):
        message = bot.teams.message(SECRET_WORDS, conversation_type=place)
        assert await bot.post({**message, "from": sender}) == (200, None)
    bot.teams.troubles.append(Trouble(403, code="MessageWritesBlocked"))
    await bot.post({**bot.teams.message(SECRET_WORDS), "from": sender})

    async def crash(*_: object, **__: object) -> Any:
        raise DatabaseUnavailableError("connection refused") from ValueError(SECRET_WORDS)

    monkeypatch.setattr(activity_handler, "begin_turn", crash)
    await bot.post({**bot.teams.message(SECRET_WORDS), "from": sender})
    await bot.post({**bot.teams.message(SECRET_WORDS), "from": {"name": name}})
    log = stream.getvalue()
    assert "connection refused" in log
    assert len(log.splitlines()) > 8
    for private in (*SECRET_WORDS.split()[2:5], name, PERSON, "secret-id", "bussarna"):
        assert not re.search(private, log, re.IGNORECASE), private


async def test_who_writes_too_fast_is_told_once_when_to_go_on(tmp_path: Path) -> None:
    slow = {"DELMAL_TURNS_A_MINUTE": "4"}
    async with TeamsStandIn() as teams, service(teams, tmp_path, more=slow) as bot:
        for _ in range(5):
            assert await bot.post(teams.message("mål 1")) == (200, None)
        *answers, told = [each["attachments"][0]["content"] for each in teams.said]
        assert len(answers) == 2
        assert check(told) == []
        assert re.search(
            r"Det går lite för fort\. Försök igen om \d+ sekunder", told["fallbackText"]
        )
        other = teams.message("mål 1", aad_object_id="11111111-2222-3333-4444-555555555555")
        assert await bot.post(other) == (200, None)
        assert len(teams.said) == 4
        seen = await numbers(bot)
        assert seen['delmal_turns_total{kind="message",outcome="limited"}'] == 3


async def test_who_presses_too_fast_keeps_the_card_and_reads_why(tmp_path: Path) -> None:
    slow = {"DELMAL_TURNS_A_MINUTE": "2"}
    pressed = {"action": {"type": "Action.Execute", "verb": "ask", "data": {"question": "hjälp"}}}
    async with TeamsStandIn() as teams, service(teams, tmp_path, more=slow) as bot:
        await bot.post(teams.invoke("adaptiveCard/action", pressed))
        status, body = await bot.post(teams.invoke("adaptiveCard/action", pressed))
        assert (status, body["type"]) == (200, "application/vnd.microsoft.activity.message")
        assert "Det går lite för fort" in body["value"]
        search = {"commandId": "searchGoals", "parameters": [{"name": "query", "value": "buss"}]}
        _, body = await bot.post(teams.invoke("composeExtension/query", search))
        assert body["composeExtension"]["type"] == "message"
        _, body = await bot.post(teams.invoke("composeExtension/fetchTask", {"commandId": "x"}))
        assert body["task"]["type"] == "message"
        assert (await bot.post(teams.invoke("made/up", {})))[0] == 501


async def test_an_administrator_asks_in_teams_how_the_bot_is(bot: Service, tmp_path: Path) -> None:
    async with open_memory(signed_settings(bot.teams, tmp_path)) as memory:
        await grant_role(
            memory.database,
            tenant=TENANT,
            object_id=PERSON,
            grant=Grant(Role.ADMIN),
            by=None,
            now=utc_now(),
        )
    card = await bot.card("självtest")
    assert check(card) == []
    said = card["fallbackText"].splitlines()
    assert said[0].startswith("Självtest: ")
    assert "OK: Entra ger boten tillträde till Teams." in said
    assert "OK: Databasen (SQLite) nås och går att skriva i." in said
    assert [line for line in said if line.startswith("Varning: När hemligheten går ut")]
    (again,) = card["actions"]
    pressed = {"action": {"type": "Action.Execute", "verb": again["verb"], "data": again["data"]}}
    _, body = await bot.post(bot.teams.invoke("adaptiveCard/action", pressed))
    assert body["value"]["fallbackText"].startswith("Självtest: ")


async def test_the_administrators_hear_that_the_secret_expires(tmp_path: Path) -> None:
    expires = (utc_now() + timedelta(days=6)).date().isoformat()
    async with TeamsStandIn() as teams:
        async with service(teams, tmp_path) as bot:
            await bot.say("hej")  # so that the person can be reached
        async with open_memory(signed_settings(teams, tmp_path)) as memory:
            await grant_role(
                memory.database,
                tenant=TENANT,
                object_id=PERSON,
                grant=Grant(Role.ADMIN),
                by=None,
                now=utc_now(),
            )
        more = {"DELMAL_APP_SECRET_EXPIRES": expires}
        async with service(teams, tmp_path, documents=[], more=more):
            await eventually(lambda: len(teams.said) > 1)
        card = teams.said[-1]["attachments"][0]["content"]
        assert expires in card["fallbackText"]
        assert "slutar boten svara" in card["fallbackText"]
