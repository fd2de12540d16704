"""Our messages out: where they go, what is tried again, and with which token."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import aiohttp
import pytest

from bot.connector import Connector, DeliveryError, Tokens, TokenSource
from bot.credentials import Client, Secret
from tests.bot.echo import eventually
from tests.teams import APP_SECRET, RESET, TeamsStandIn, Trouble

HELLO = {"type": "message", "text": "Hallå"}


class FakeTime:
    """Time that passes only by sleeping or by being told."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        """Seconds since whenever."""
        return self.now

    async def sleep(self, seconds: float) -> None:
        """Let it pass at once."""
        self.slept.append(seconds)
        self.now += seconds


class FixedTokens:
    """A token source without a token endpoint."""

    async def token(self, *, refused: str | None = None) -> str:
        """Always the same."""
        return "fixed"


@pytest.fixture
async def teams() -> AsyncIterator[TeamsStandIn]:
    async with TeamsStandIn() as stand_in:
        yield stand_in


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as shared:
        yield shared


@pytest.fixture
def passing() -> FakeTime:
    return FakeTime()


@pytest.fixture
def connector(session: aiohttp.ClientSession, passing: FakeTime) -> Connector:
    return _connector(session, passing)


def _connector(
    session: aiohttp.ClientSession,
    passing: FakeTime,
    tokens: TokenSource | None = None,
    **more: Any,
) -> Connector:
    return Connector(
        session=session,
        tokens=tokens,
        sleep=passing.sleep,
        chance=lambda: 0.0,
        clock=passing,
        **more,
    )


def _tokens(teams: TeamsStandIn, session: aiohttp.ClientSession, clock: FakeTime) -> Tokens:
    return Tokens(
        Client(
            session=session,
            app_id=teams.app_id,
            read=lambda: Secret(APP_SECRET, None),
            tenant=teams.tenant,
            token_url=teams.token_url,
        ),
        clock=clock,
    )


# --- where it goes ---


async def test_a_message_is_posted_to_the_conversation(
    teams: TeamsStandIn, connector: Connector
) -> None:
    assert await connector.send(teams.service_url, "a:1", HELLO) == "1:said-1"
    (delivery,) = teams.deliveries
    assert (delivery.method, delivery.path) == ("POST", "/teams/v3/conversations/a%3A1/activities")
    assert delivery.activity == HELLO


async def test_an_id_is_quoted_exactly_once(teams: TeamsStandIn, connector: Connector) -> None:
    channel = "19:a b/c%3A?#@thread.tacv2;messageid=1"
    await connector.reply(teams.service_url, channel, "1:2/3", HELLO)
    (delivery,) = teams.deliveries
    assert delivery.path == (
        "/teams/v3/conversations/19%3Aa%20b%2Fc%253A%3F%23%40thread.tacv2%3Bmessageid%3D1"
        "/activities/1%3A2%2F3"
    )
    assert (delivery.conversation_id, delivery.activity_id) == (channel, "1:2/3")


async def test_a_service_url_may_end_without_a_slash(
    teams: TeamsStandIn, connector: Connector
) -> None:
    await connector.send(teams.service_url.rstrip("/"), "a:1", HELLO)
    assert teams.deliveries[0].path == "/teams/v3/conversations/a%3A1/activities"


async def test_a_message_is_updated_in_place(teams: TeamsStandIn, connector: Connector) -> None:
    assert await connector.update(teams.service_url, "a:1", "1:2", HELLO) == "1:said-1"
    (delivery,) = teams.deliveries
    assert (delivery.method, delivery.activity_id) == ("PUT", "1:2")


async def test_an_update_without_an_answer_keeps_its_id(
    teams: TeamsStandIn, connector: Connector
) -> None:
    teams.troubles.append(Trouble(status=200))
    assert await connector.update(teams.service_url, "a:1", "1:2", HELLO) == "1:2"


async def test_a_message_is_deleted(teams: TeamsStandIn, connector: Connector) -> None:
    await connector.delete(teams.service_url, "a:1", "1:2")
    (delivery,) = teams.deliveries
    assert (delivery.method, delivery.activity_id) == ("DELETE", "1:2")


async def test_a_conversation_is_created(teams: TeamsStandIn, connector: Connector) -> None:
    parameters = {"members": [{"id": "29:1"}], "tenantId": teams.tenant}
    assert await connector.create_conversation(teams.service_url, parameters) == "a:new-1"
    (delivery,) = teams.deliveries
    assert (delivery.path, delivery.activity) == ("/teams/v3/conversations", parameters)


async def test_a_conversation_without_an_id_is_not_created(
    teams: TeamsStandIn, connector: Connector
) -> None:
    teams.troubles.append(Trouble(status=200))
    with pytest.raises(DeliveryError) as raised:
        await connector.create_conversation(teams.service_url, {})
    assert raised.value.code == "NoConversationId"


async def test_half_an_emoji_is_no_reason_to_be_silent(
    teams: TeamsStandIn, connector: Connector
) -> None:
    await connector.send(teams.service_url, "a:1", {"text": "a\ud83d"})
    assert teams.texts == ["a?"]


# --- what is tried again ---


@pytest.mark.parametrize("status", [412, 429, 502, 503, 504])
async def test_a_passing_failure_is_tried_again_with_growing_waits(
    teams: TeamsStandIn, connector: Connector, passing: FakeTime, status: int
) -> None:
    teams.troubles.extend([Trouble(status=status)] * 3)
    assert await connector.send(teams.service_url, "a:1", HELLO) == "1:said-1"
    assert passing.slept == [0.25, 0.5, 1.0]
    assert len(teams.deliveries) == 4


async def test_after_four_attempts_it_is_given_up(
    teams: TeamsStandIn, connector: Connector
) -> None:
    teams.troubles.extend([Trouble(status=503, code="ServiceUnavailable")] * 9)
    with pytest.raises(DeliveryError) as raised:
        await connector.send(teams.service_url, "a:1", HELLO)
    assert (raised.value.status, raised.value.code) == (503, "ServiceUnavailable")
    assert len(teams.deliveries) == 4


async def test_chance_lengthens_the_waits_up_to_double(
    teams: TeamsStandIn, session: aiohttp.ClientSession, passing: FakeTime
) -> None:
    connector = Connector(
        session=session, tokens=None, sleep=passing.sleep, chance=lambda: 0.999, clock=passing
    )
    teams.troubles.append(Trouble(status=502))
    await connector.send(teams.service_url, "a:1", HELLO)
    assert passing.slept == [pytest.approx(0.5, rel=0.01)]


async def test_retry_after_in_seconds_is_honoured(
    teams: TeamsStandIn, connector: Connector, passing: FakeTime
) -> None:
    teams.troubles.append(Trouble(status=429, headers={"Retry-After": "3"}))
    await connector.send(teams.service_url, "a:1", HELLO)
    assert passing.slept == [3.25]


async def test_retry_after_as_a_date_is_honoured(
    teams: TeamsStandIn, session: aiohttp.ClientSession, passing: FakeTime
) -> None:
    now = datetime(2026, 3, 1, 12, tzinfo=UTC)
    connector = _connector(session, passing, wall_clock=now.timestamp)
    date = format_datetime(now + timedelta(seconds=4), usegmt=True)
    teams.troubles.append(Trouble(status=429, headers={"Retry-After": date}))
    await connector.send(teams.service_url, "a:1", HELLO)
    assert passing.slept == [4.25]


@pytest.mark.parametrize("text", ["soon", "", "-5", "Sun, 01 Mar 2020 12:00:00 GMT"])
async def test_an_odd_retry_after_does_no_harm(
    teams: TeamsStandIn, connector: Connector, passing: FakeTime, text: str
) -> None:
    teams.troubles.append(Trouble(status=429, headers={"Retry-After": text}))
    await connector.send(teams.service_url, "a:1", HELLO)
    assert passing.slept == [0.25]


async def test_a_wait_beyond_the_deadline_is_given_back_at_once(
    teams: TeamsStandIn, connector: Connector, passing: FakeTime
) -> None:
    teams.troubles.append(Trouble(status=429, headers={"Retry-After": "120"}))
    with pytest.raises(DeliveryError) as raised:
        await connector.send(teams.service_url, "a:1", HELLO)
    assert (raised.value.status, raised.value.retry_after) == (429, 120)
    assert passing.slept == []


async def test_no_wait_is_longer_than_thirty_seconds_however_far_the_deadline(
    teams: TeamsStandIn, session: aiohttp.ClientSession, passing: FakeTime
) -> None:
    connector = _connector(session, passing, deadline=3600.0)
    retry = [Trouble(status=429, headers={"Retry-After": text}) for text in ("29", "31")]
    teams.troubles.extend(retry)
    with pytest.raises(DeliveryError):
        await connector.send(teams.service_url, "a:1", HELLO)
    assert passing.slept == [29.25]


async def test_a_broken_connection_is_tried_again(
    teams: TeamsStandIn, connector: Connector, passing: FakeTime
) -> None:
    teams.troubles.append(RESET)
    assert await connector.send(teams.service_url, "a:1", HELLO) == "1:said-1"
    assert passing.slept == [0.25]


async def test_nobody_at_home_is_given_up_without_a_status(
    connector: Connector, passing: FakeTime, unused_tcp_port: int
) -> None:
    with pytest.raises(DeliveryError) as raised:
        await connector.send(f"http://127.0.0.1:{unused_tcp_port}/", "a:1", HELLO)
    assert (raised.value.status, raised.value.code) == (None, "ConnectionBroken")
    assert len(passing.slept) == 3


async def test_a_message_that_may_have_arrived_is_not_sent_twice(
    teams: TeamsStandIn, session: aiohttp.ClientSession, passing: FakeTime
) -> None:
    connector = _connector(session, passing, deadline=0.2)
    teams.troubles.append(Trouble(delay=5))
    began = time.monotonic()
    with pytest.raises(DeliveryError) as raised:
        await connector.send(teams.service_url, "a:1", HELLO)
    assert (raised.value.status, raised.value.code) == (None, "Timeout")
    assert time.monotonic() - began < 2
    assert len(teams.deliveries) == 1


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (400, "BadSyntax"),
        (403, "MessageWritesBlocked"),
        (404, "ConversationNotFound"),
        (413, "MessageSizeTooBig"),
        (500, ""),
        (307, ""),
    ],
)
async def test_a_refusal_is_not_tried_again_and_says_why(
    teams: TeamsStandIn, connector: Connector, passing: FakeTime, status: int, code: str
) -> None:
    headers = {"Location": "http://127.0.0.1:1/"} if status == 307 else {}
    teams.troubles.append(Trouble(status=status, code=code, headers=headers))
    with pytest.raises(DeliveryError) as raised:
        await connector.send(teams.service_url, "a:1", HELLO)
    assert (raised.value.status, raised.value.code) == (status, code)
    assert (len(teams.deliveries), passing.slept) == (1, [])


@pytest.mark.parametrize("service_url", ["", "nonsense", "http://[::1/"])
async def test_a_service_url_that_is_none_is_a_delivery_error(
    connector: Connector, service_url: str
) -> None:
    with pytest.raises(DeliveryError):
        await connector.send(service_url, "a:1", HELLO)


# --- our token ---


async def test_without_a_token_source_no_token_is_sent(
    teams: TeamsStandIn, connector: Connector
) -> None:
    await connector.send(teams.service_url, "a:1", HELLO)
    assert teams.deliveries[0].authorization is None


async def test_any_token_source_will_do(
    teams: TeamsStandIn, session: aiohttp.ClientSession, passing: FakeTime
) -> None:
    await _connector(session, passing, FixedTokens()).send(teams.service_url, "a:1", HELLO)
    assert teams.deliveries[0].authorization == "Bearer fixed"


async def test_a_token_is_asked_for_with_the_app_s_id_secret_and_tenant(
    teams: TeamsStandIn, session: aiohttp.ClientSession, passing: FakeTime
) -> None:
    assert await _tokens(teams, session, passing).token() == "bot-token-1"
    assert teams.token_forms == [
        {
            "grant_type": "client_credentials",
            "client_id": teams.app_id,
            "client_secret": APP_SECRET,
            "scope": "https://api.botframework.com/.default",
            "tenant": teams.tenant,
        }
    ]


async def test_fifty_messages_at_once_fetch_one_token(
    teams: TeamsStandIn, session: aiohttp.ClientSession, passing: FakeTime
) -> None:
    teams.token_trouble = Trouble(delay=0.05)
    connector = _connector(session, passing, _tokens(teams, session, passing))
    await asyncio.gather(*(connector.send(teams.service_url, "a:1", HELLO) for _ in range(50)))
    assert teams.token_fetches == 1


async def test_a_message_that_is_called_off_does_not_take_the_token_from_the_others(
    teams: TeamsStandIn, session: aiohttp.ClientSession, passing: FakeTime
) -> None:
    teams.token_trouble = Trouble(delay=0.2)
    tokens = _tokens(teams, session, passing)
    first, second = (asyncio.create_task(tokens.token()) for _ in range(2))
    await eventually(lambda: teams.token_fetches == 1)
    first.cancel()
    assert await second == "bot-token-1"
    assert teams.token_fetches == 1


async def test_a_token_is_kept_until_five_minutes_before_it_expires(
    teams: TeamsStandIn, session: aiohttp.ClientSession, passing: FakeTime
) -> None:
    tokens = _tokens(teams, session, passing)
    await tokens.token()
    passing.now += 3299
    assert await tokens.token() == "bot-token-1"
    await asyncio.sleep(0.05)
    assert teams.token_fetches == 1
    passing.now += 2
    assert await tokens.token() == "bot-token-1", "nobody waits for the next one"
    await eventually(lambda: tokens._token == "bot-token-2")
    assert await tokens.token() == "bot-token-2"
    assert teams.token_fetches == 2


async def test_an_old_token_is_good_while_the_token_endpoint_is_down(
    teams: TeamsStandIn, session: aiohttp.ClientSession, passing: FakeTime
) -> None:
    tokens = _tokens(teams, session, passing)
    await tokens.token()
    teams.token_trouble = Trouble(status=503)
    passing.now += 3400
    assert await tokens.token() == "bot-token-1"
    await eventually(lambda: teams.token_fetches == 2)
    await asyncio.sleep(0.1)
    assert await tokens.token() == "bot-token-1"
    await asyncio.sleep(0.1)
    assert teams.token_fetches == 2, "not tried again at every message"
    passing.now += 201
    with pytest.raises(DeliveryError):
        await tokens.token()


async def test_a_token_of_a_minute_is_used_and_not_fetched_each_time(
    teams: TeamsStandIn, session: aiohttp.ClientSession, passing: FakeTime
) -> None:
    teams.token_lifetime = "60"
    tokens = _tokens(teams, session, passing)
    for _ in range(3):
        assert await tokens.token() == "bot-token-1"
    passing.now += 61
    assert await tokens.token() == "bot-token-2"


async def test_a_refused_token_is_replaced_once(
    teams: TeamsStandIn, session: aiohttp.ClientSession, passing: FakeTime
) -> None:
    connector = _connector(session, passing, _tokens(teams, session, passing))
    teams.refused_bot_tokens = {"bot-token-1"}
    assert await connector.send(teams.service_url, "a:1", HELLO) == "1:said-1"
    assert [each.authorization for each in teams.deliveries] == [
        "Bearer bot-token-1",
        "Bearer bot-token-2",
    ]
    teams.refused_bot_tokens |= {f"bot-token-{number}" for number in range(2, 9)}
    with pytest.raises(DeliveryError) as raised:
        await connector.send(teams.service_url, "a:1", HELLO)
    assert raised.value.status == 401
    assert teams.token_fetches == 3


async def test_a_wrong_secret_is_not_tried_again(
    teams: TeamsStandIn, session: aiohttp.ClientSession, passing: FakeTime
) -> None:
    teams.token_trouble = Trouble(status=401, code="invalid_client")
    connector = _connector(session, passing, _tokens(teams, session, passing))
    with pytest.raises(DeliveryError) as raised:
        await connector.send(teams.service_url, "a:1", HELLO)
    assert (raised.value.status, raised.value.code) == (401, "invalid_client")
    assert APP_SECRET not in repr(raised.value)
    assert (teams.token_fetches, teams.deliveries) == (1, [])


async def test_a_token_endpoint_that_stumbles_is_tried_again(
    teams: TeamsStandIn, session: aiohttp.ClientSession, passing: FakeTime
) -> None:
    teams.token_trouble = Trouble(status=503)
    connector = _connector(session, passing, _tokens(teams, session, passing))

    async def mend(seconds: float) -> None:
        teams.token_trouble = None

    connector._sleep = mend
    assert await connector.send(teams.service_url, "a:1", HELLO) == "1:said-1"


@pytest.mark.parametrize("lifetime", ["soon", 0, -1, "nan", "inf"])
async def test_a_token_answer_that_makes_no_sense_is_a_delivery_error(
    teams: TeamsStandIn,
    session: aiohttp.ClientSession,
    passing: FakeTime,
    lifetime: int | str,
) -> None:
    teams.token_lifetime = lifetime
    with pytest.raises(DeliveryError, match="TokenUnreadable"):
        await _tokens(teams, session, passing).token()
