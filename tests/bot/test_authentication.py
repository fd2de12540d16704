"""Who is let in: the table of teams.md, line by line, through the real door."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from typing import Any

import aiohttp
import pytest

from bot.authentication import (
    LOCAL_TENANT,
    AllowedHosts,
    Claims,
    TeamsAuthentication,
    UnauthorizedError,
    VerifiedTokens,
    read_service_url,
    tenant_of,
)
from tests.bot.echo import EchoBot, echo_bot, eventually
from tests.teams import RESET, Activity, Key, TeamsStandIn, Trouble, sign

Bad = Callable[[TeamsStandIn], str]
HOUR = 3600.0
DAY = 24 * HOUR


class FakeClock:
    """A clock that stands still until it is told."""

    def __init__(self) -> None:
        self.now = time.time()

    def __call__(self) -> float:
        """Seconds since 1970."""
        return self.now


@pytest.fixture
async def teams() -> AsyncIterator[TeamsStandIn]:
    async with TeamsStandIn() as stand_in:
        yield stand_in


@pytest.fixture
async def bot(teams: TeamsStandIn) -> AsyncIterator[EchoBot]:
    async with echo_bot(teams) as serving:
        yield serving


async def test_a_message_signed_by_the_bot_framework_is_answered(bot: EchoBot) -> None:
    status, _ = await bot.hear(bot.teams.message("hej"))
    assert status == 200
    assert bot.teams.texts == ["hej"]
    assert bot.teams.deliveries[0].authorization == "Bearer bot-token-1"


def _minutes(minutes: float) -> float:
    return time.time() + minutes * 60


BAD_TOKENS: dict[str, Bad] = {
    "algorithm none": lambda teams: teams.token(algorithm="none"),
    "algorithm HS256, with the public key as the secret": lambda teams: teams.token(
        algorithm="HS256"
    ),
    "algorithm RS512": lambda teams: teams.token(algorithm="RS512"),
    "a foreign key under our key's id": lambda teams: teams.token(
        key=Key(kid=teams.keys[0].kid, number=99)
    ),
    "an unknown key id": lambda teams: teams.token(key=Key(kid="unknown", number=99)),
    "our key under an unknown id": lambda teams: teams.token(header={"kid": "unknown"}),
    "no key id": lambda teams: teams.token(header={"kid": None}),
    "a key id that is a number": lambda teams: teams.token(header={"kid": 7}),
    "an endless key id": lambda teams: teams.token(header={"kid": "k" * 3000}),
    "a key not endorsed for msteams": lambda teams: teams.token(
        key=teams.add_key(endorsements=("skype",))
    ),
    "a key without endorsements": lambda teams: teams.token(key=teams.add_key(endorsements=())),
    "a key that is too short": lambda teams: teams.token(key=teams.add_key(bits=1024)),
    "another issuer": lambda teams: teams.token(iss="https://sts.windows.net/x/"),
    "no issuer": lambda teams: teams.token(without=["iss"]),
    "another audience": lambda teams: teams.token(aud="another-app"),
    "an audience that is a list": lambda teams: teams.token(aud=[teams.app_id]),
    "no audience": lambda teams: teams.token(without=["aud"]),
    "expired": lambda teams: teams.token(exp=_minutes(-6)),
    "no exp": lambda teams: teams.token(without=["exp"]),
    "an exp that is text": lambda teams: teams.token(exp=str(_minutes(60))),
    "an exp that is true": lambda teams: teams.token(exp=True),
    "an exp without end": lambda teams: teams.token(exp=float("inf")),
    "an exp that is no number": lambda teams: teams.token(exp=float("nan")),
    "an exp beyond all numbers": lambda teams: teams.token(exp=10**400),
    "not valid yet": lambda teams: teams.token(nbf=_minutes(6)),
    "no nbf": lambda teams: teams.token(without=["nbf"]),
    "another service URL": lambda teams: teams.token(serviceurl="https://evil.example/"),
    "a service URL that only begins alike": lambda teams: teams.token(
        serviceurl=teams.service_url + "x"
    ),
    "no service URL": lambda teams: teams.token(without=["serviceurl"]),
    "a service URL that is a list": lambda teams: teams.token(serviceurl=[teams.service_url]),
    "two service URLs": lambda teams: teams.token(serviceUrl="https://evil.example/"),
    "claims that are a list": lambda teams: _signed(teams, b"[]"),
    "claims that are no JSON": lambda teams: _signed(teams, b"\xff"),
    "claims nested without end": lambda teams: _signed(teams, b"[" * 11_000),
    "claims with an endless number": lambda teams: _signed(teams, b'{"exp": ' + b"9" * 9_000),
    "a critical header we do not know": lambda teams: teams.token(header={"crit": ["x"], "x": 1}),
    "a detached payload": lambda teams: teams.token(header={"b64": False, "crit": ["b64"]}),
    "a cut signature": lambda teams: teams.token()[:-20],
    "a changed signature": lambda teams: teams.token()[:-20] + "A" * 20,
    "claims from another token": lambda teams: _with_claims_of(
        teams.token(), teams.token(aud="another-app")
    ),
    "garbage": lambda teams: "garbage",
    "garbage in three parts": lambda teams: "a.b.c",
    "dots": lambda teams: "..",
    "a header that is a list": lambda teams: "W10.e30.AA",
    "a token of 20 KB": lambda teams: teams.token(filler="x" * 20_000),
}


def _with_claims_of(token: str, other: str) -> str:
    header, _, signature = token.split(".")
    return ".".join((header, other.split(".")[1], signature))


def _signed(teams: TeamsStandIn, payload: bytes) -> str:
    return sign({"alg": "RS256", "kid": teams.keys[0].kid}, payload, teams.keys[0])


@pytest.mark.parametrize("bad", BAD_TOKENS.values(), ids=BAD_TOKENS.keys())
async def test_a_bad_token_is_refused_with_401(bot: EchoBot, bad: Bad) -> None:
    status, body = await bot.hear(bot.teams.message("hej"), token=bad(bot.teams))
    assert (status, body) == (401, None)
    assert bot.teams.said == []


BAD_HEADERS = (
    "",
    "Bearer",
    "Bearer ",
    "Basic dXNlcjpwYXNz",
    "Bearer a b",
    "garbage",
    "Bearer \xe5\xe4\xf6.\xe5.\xe4",
    "Bearer " + "a" * 17_000,
    "Bearer " + "." * 5_000,
)


@pytest.mark.parametrize("header", BAD_HEADERS, ids=range(len(BAD_HEADERS)))
async def test_a_bad_header_is_refused_with_401(bot: EchoBot, header: str) -> None:
    assert await bot.hear_header(header, bot.teams.message("hej")) == 401


async def test_no_header_is_refused_with_401(bot: EchoBot) -> None:
    assert await bot.hear(bot.teams.message("hej"), token="") == (401, None)


GOOD_TOKENS: dict[str, Bad] = {
    "expired four minutes ago": lambda teams: teams.token(exp=_minutes(-4)),
    "valid in four minutes": lambda teams: teams.token(nbf=_minutes(4)),
    "moments with fractions": lambda teams: teams.token(exp=_minutes(9) + 0.5),
    "the service URL without its slash": lambda teams: teams.token(
        serviceurl=teams.service_url.rstrip("/")
    ),
    "the service URL claim in camel case": lambda teams: teams.token(
        without=["serviceurl"], serviceUrl=teams.service_url
    ),
    "a key endorsed for more": lambda teams: teams.token(
        key=teams.add_key(endorsements=("skype", "msteams"))
    ),
}


@pytest.mark.parametrize("good", GOOD_TOKENS.values(), ids=GOOD_TOKENS.keys())
async def test_what_microsoft_may_vary_is_let_in(bot: EchoBot, good: Bad) -> None:
    status, _ = await bot.hear(bot.teams.message("hej"), token=good(bot.teams))
    assert status == 200


async def test_the_word_bearer_may_be_in_any_case(bot: EchoBot) -> None:
    header = f"bearer {bot.teams.token()}"
    assert await bot.hear_header(header, bot.teams.message("hej")) == 200


# --- the activity ---

BAD_ACTIVITIES: dict[str, Activity] = {
    "another channel": {"channelId": "webchat"},
    "no channel": {"channelId": None},
    "another tenant": {"channelData": {"tenant": {"id": "another"}}},
    "no tenant": {"channelData": {}, "conversation": {"id": "a:1"}},
    "a tenant that is a number": {"channelData": {"tenant": {"id": 7}}},
    "another service URL": {"serviceUrl": "https://smba.trafficmanager.net/emea/"},
    "a service URL that is no URL": {"serviceUrl": "nonsense"},
}


@pytest.mark.parametrize("fields", BAD_ACTIVITIES.values(), ids=BAD_ACTIVITIES.keys())
async def test_a_good_token_does_not_carry_another_activity(bot: EchoBot, fields: Activity) -> None:
    token = bot.teams.token()
    assert (await bot.hear(bot.teams.message("hej"), token=token))[0] == 200
    activity = {**bot.teams.message("hej"), **fields}
    assert await bot.hear(activity, token=token) == (401, None)
    assert len(bot.teams.said) == 1


@pytest.mark.parametrize(
    "service_url",
    [
        "https://evil.example/",
        "http://smba.trafficmanager.net/emea/",
        "http://127.0.0.1:1/teams/",
        "http://localhost/teams/",
        "https://localhost/teams/",
    ],
)
async def test_a_signed_service_url_at_a_host_not_allowed_is_refused(
    bot: EchoBot, service_url: str
) -> None:
    activity = bot.teams.message("hej", service_url=service_url)
    token = bot.teams.token(serviceurl=service_url)
    assert await bot.hear(activity, token=token) == (401, None)


async def test_the_tenant_is_read_from_the_conversation_when_channel_data_has_none(
    bot: EchoBot,
) -> None:
    status, _ = await bot.hear(bot.teams.message("hej", channelData={}))
    assert status == 200


async def test_the_tenant_in_channel_data_goes_before_the_conversation_s() -> None:
    activity = {"channelData": {"tenant": {"id": "one"}}, "conversation": {"tenantId": "two"}}
    assert tenant_of(activity) == "one"


HOST_CASES = (
    ("https://smba.trafficmanager.net/emea/", True),
    ("https://smba.trafficmanager.net:443/emea/", True),
    ("https://SMBA.TrafficManager.net/emea", True),
    ("https://webchat.botframework.com/", True),
    ("https://smba.infra.gcc.teams.microsoft.com/gcc", True),
    ("https://127.0.0.1:9000/teams", True),
    ("http://127.0.0.1:9000/teams", True),
    ("http://[::1]:9000/teams", True),
    ("http://localhost/teams", True),
    ("http://localhost:1/teams", True),
    ("http://127.0.0.1:9001/teams", False),
    ("http://127.0.0.2:9000/teams", False),
    ("http://smba.trafficmanager.net/emea/", False),
    ("http://smba.infra.gcc.teams.microsoft.com/gcc", False),
    ("https://smba.trafficmanager.net:8443/emea/", False),
    ("https://trafficmanager.net/", False),
    ("https://eviltrafficmanager.net/", False),
    ("https://smba.trafficmanager.net.evil.example/", False),
    ("https://evil.example/smba.trafficmanager.net/", False),
    ("https://evil.example", False),
)


@pytest.mark.parametrize(("url", "allowed"), HOST_CASES)
def test_answers_go_to_allowed_hosts_only(url: str, allowed: bool) -> None:
    hosts = AllowedHosts(
        ("127.0.0.1:9000", "[::1]:9000", "localhost", "smba.infra.gcc.teams.microsoft.com")
    )
    assert hosts.allow(read_service_url(url)) is allowed


@pytest.mark.parametrize(
    "url",
    [
        "https://smba.trafficmanager.net@evil.example/",
        "https://evil.example\\@smba.trafficmanager.net/",
        "https://evil.example\t.trafficmanager.net/",
        "https://smba.trafficmanager.net/?a=b",
        "https://smba.trafficmanager.net/#a",
        " https://smba.trafficmanager.net/",
        "https://smba.trafficmanager.net/\n",
        "ftp://smba.trafficmanager.net/",
        "//smba.trafficmanager.net/",
        "https://",
        "https://ſmba.trafficmanager.net/",
        7,
        None,
    ],
)
def test_an_odd_service_url_is_refused(url: object) -> None:
    with pytest.raises(UnauthorizedError, match="service-url-unreadable"):
        read_service_url(url)


def test_a_host_that_is_none_is_refused_at_start() -> None:
    with pytest.raises(ValueError, match="Not a host name"):
        AllowedHosts(("http://127.0.0.1",))


async def test_an_empty_app_id_is_not_local_mode() -> None:
    async with aiohttp.ClientSession() as session:
        with pytest.raises(ValueError, match="app id"):
            TeamsAuthentication(app_id="", tenants=_nobody, session=session)


async def _nobody(tenant: str) -> bool:
    return False


async def test_the_tenant_is_looked_up_for_genuine_requests_only(teams: TeamsStandIn) -> None:
    asked: list[str] = []

    async def tenants(tenant: str) -> bool:
        asked.append(tenant)
        return True

    async with echo_bot(teams, tenants=tenants) as bot:
        await bot.hear(teams.message("hej"), token=teams.token(aud="another-app"))
        assert asked == []
        await bot.hear(teams.message("hej"))
        assert asked == [teams.tenant]


# --- the keys ---


async def test_a_rotated_key_is_fetched_at_the_first_token_that_names_it(bot: EchoBot) -> None:
    assert (await bot.hear(bot.teams.message("hej")))[0] == 200
    old = bot.teams.token(jti="never seen before")
    bot.teams.rotate()
    assert (await bot.hear(bot.teams.message("hej")))[0] == 200
    assert bot.teams.metadata_fetches == 2
    assert (await bot.hear(bot.teams.message("hej"), token=old))[0] == 401


async def test_fifty_requests_with_an_unknown_key_cause_one_fetch(bot: EchoBot) -> None:
    await bot.hear(bot.teams.message("hej"))
    bot.teams.metadata_trouble = Trouble(delay=0.1)
    tokens = [bot.teams.token(key=Key(kid="unknown", number=99), jti=str(n)) for n in range(50)]
    answers = await asyncio.gather(
        *(bot.hear(bot.teams.message("hej"), token=token) for token in tokens)
    )
    assert {status for status, _ in answers} == {401}
    assert bot.teams.metadata_fetches == 2


async def test_fifty_requests_at_a_cold_start_cause_one_fetch(bot: EchoBot) -> None:
    bot.teams.metadata_trouble = Trouble(delay=0.1)
    answers = await asyncio.gather(
        *(bot.hear(bot.teams.message("hej"), token=bot.teams.token(jti=n)) for n in range(50))
    )
    assert {status for status, _ in answers} == {200}
    assert (bot.teams.metadata_fetches, bot.teams.key_fetches) == (1, 1)


async def test_a_caller_that_goes_away_does_not_take_the_keys_from_the_others(
    teams: TeamsStandIn,
) -> None:
    async with aiohttp.ClientSession() as session:
        authentication = _authentication(teams, session)
        teams.metadata_trouble = Trouble(delay=0.1)
        activity = teams.message("hej")
        first, second = (
            asyncio.create_task(
                authentication.authenticate(f"Bearer {teams.token(jti=n)}", activity)
            )
            for n in range(2)
        )
        await asyncio.sleep(0.02)
        first.cancel()
        assert await second == teams.tenant
        assert teams.metadata_fetches == 1


def _authentication(
    teams: TeamsStandIn, session: aiohttp.ClientSession, clock: Callable[[], float] = time.time
) -> TeamsAuthentication:
    async def tenants(tenant: str) -> bool:
        return True

    return TeamsAuthentication(
        app_id=teams.app_id,
        tenants=tenants,
        metadata_url=teams.metadata_url,
        service_url_hosts=("127.0.0.1",),
        session=session,
        clock=clock,
    )


async def _status(bot: EchoBot, clock: FakeClock, **token: Any) -> int:
    """Say something at that time; the status of the answer."""
    status, _ = await bot.hear(
        bot.teams.message("hej"), token=bot.teams.token(now=clock(), **token)
    )
    return status


def _unknown(number: int) -> Key:
    return Key(kid=f"unknown-{number}", number=99)


@pytest.mark.parametrize("algorithm", ["none", "HS256", "RS512"])
async def test_a_token_of_another_algorithm_makes_us_fetch_nothing(
    bot: EchoBot, algorithm: str
) -> None:
    token = bot.teams.token(algorithm=algorithm, header={"kid": "unknown"})
    assert (await bot.hear(bot.teams.message("hej"), token=token))[0] == 401
    assert bot.teams.metadata_fetches == 0


async def test_a_refused_key_is_not_asked_for_again_for_five_minutes(teams: TeamsStandIn) -> None:
    clock = FakeClock()
    async with echo_bot(teams, clock=clock) as bot:
        assert await _status(bot, clock, key=_unknown(1)) == 401
        clock.now += 299
        assert await _status(bot, clock, key=_unknown(1)) == 401
        assert teams.metadata_fetches == 1
        clock.now += 2
        assert await _status(bot, clock, key=_unknown(1)) == 401
        assert teams.metadata_fetches == 2


async def test_a_refused_key_that_is_published_is_good_after_the_next_fetch(
    teams: TeamsStandIn,
) -> None:
    clock = FakeClock()
    async with echo_bot(teams, clock=clock) as bot:
        assert await _status(bot, clock, header={"kid": "later"}) == 401
        later = teams.add_key(kid="later")
        assert await _status(bot, clock, key=_unknown(1)) == 401
        assert await _status(bot, clock, key=later) == 200
        assert teams.metadata_fetches == 2


async def test_keys_are_fetched_six_times_a_minute_at_most(teams: TeamsStandIn) -> None:
    clock = FakeClock()
    async with echo_bot(teams, clock=clock) as bot:
        for number in range(20):
            assert await _status(bot, clock, key=_unknown(number)) == 401
            clock.now += 1
        assert teams.metadata_fetches == 6
        assert await _status(bot, clock) == 200
        clock.now += 41
        new = teams.rotate()
        assert await _status(bot, clock, key=new) == 200
        assert teams.metadata_fetches == 7


async def test_the_six_count_also_when_the_metadata_is_down(teams: TeamsStandIn) -> None:
    clock = FakeClock()
    teams.metadata_trouble = RESET
    async with echo_bot(teams, clock=clock) as bot:
        for _ in range(20):
            assert await _status(bot, clock) == 401
        # A broken connection is tried once more by the HTTP client itself.
        assert teams.metadata_fetches <= 12
        teams.metadata_trouble = None
        assert await _status(bot, clock) == 401
        clock.now += 61
        assert await _status(bot, clock) == 200


@pytest.mark.parametrize(
    "trouble", [RESET, Trouble(status=500), Trouble(status=404), Trouble(status=200)]
)
async def test_metadata_that_cannot_be_had_is_a_refusal_and_not_a_crash(
    bot: EchoBot, trouble: Trouble
) -> None:
    bot.teams.metadata_trouble = trouble
    assert await bot.hear(bot.teams.message("hej")) == (401, None)
    bot.teams.metadata_trouble = None
    assert (await bot.hear(bot.teams.message("hej")))[0] == 200


async def test_a_key_set_without_keys_is_a_refusal(bot: EchoBot) -> None:
    keys, bot.teams.keys = bot.teams.keys, []
    token = bot.teams.token(key=keys[0])
    assert await bot.hear(bot.teams.message("hej"), token=token) == (401, None)


async def test_old_keys_are_refreshed_while_nobody_waits(teams: TeamsStandIn) -> None:
    clock = FakeClock()
    async with echo_bot(teams, clock=clock) as bot:
        assert await _status(bot, clock) == 200
        clock.now += DAY - 1
        assert await _status(bot, clock) == 200
        assert teams.metadata_fetches == 1
        clock.now += 2
        teams.metadata_trouble = Trouble(delay=1.0)
        assert await _status(bot, clock) == 200
        assert teams.key_fetches == 1, "the answer came first"
        await eventually(lambda: (teams.metadata_fetches, teams.key_fetches) == (2, 2))


async def test_old_keys_are_good_while_the_metadata_is_down(teams: TeamsStandIn) -> None:
    clock = FakeClock()
    async with echo_bot(teams, clock=clock) as bot:
        assert await _status(bot, clock) == 200
        teams.metadata_trouble = Trouble(status=503)
        clock.now += 3 * DAY
        assert await _status(bot, clock) == 200
        await eventually(lambda: teams.metadata_fetches == 2)
        await asyncio.sleep(0.1)
        assert await _status(bot, clock) == 200
        await asyncio.sleep(0.1)
        assert teams.metadata_fetches == 2, "not tried again at every request"
        clock.now += 301
        assert await _status(bot, clock) == 200
        await eventually(lambda: teams.metadata_fetches == 3)


async def test_a_broken_key_spoils_no_other(bot: EchoBot, monkeypatch: pytest.MonkeyPatch) -> None:
    good = bot.teams.keys[0].as_jwk()
    broken = [
        7,
        {},
        {"kid": "x"},
        {**good, "n": "!"},
        {**good, "kid": 7},
        {"kty": "oct", "k": "AA"},
    ]
    jwks = iter([*broken, good])
    bot.teams.keys = bot.teams.keys * (len(broken) + 1)
    monkeypatch.setattr(Key, "as_jwk", lambda key: next(jwks))
    assert (await bot.hear(bot.teams.message("hej")))[0] == 200


# --- tokens seen before ---


async def test_a_token_seen_before_expires_all_the_same(teams: TeamsStandIn) -> None:
    clock = FakeClock()
    async with echo_bot(teams, clock=clock) as bot:
        token = teams.token(now=clock())
        assert (await bot.hear(teams.message("hej"), token=token))[0] == 200
        clock.now += HOUR + 299
        assert (await bot.hear(teams.message("hej"), token=token))[0] == 200
        clock.now += 2
        assert (await bot.hear(teams.message("hej"), token=token))[0] == 401


def test_tokens_seen_before_are_forgotten_when_there_are_too_many() -> None:
    verified = VerifiedTokens(clock=lambda: 0.0, size=3)
    for number in range(5):
        verified.add(bytes([number]), Claims(service_urls=("https://a/",), expires=9.0))
    assert len(verified) == 3
    assert verified.get(bytes([1])) is None
    assert verified.get(bytes([4])) is not None


# --- local mode ---

LOCAL_CASES = (
    ("http://127.0.0.1:9/", 200),
    ("http://localhost:9/x", 200),
    ("https://localhost/", 200),
    ("http://[::1]:9/", 200),
    ("http://127.8.8.8/", 200),
    ("https://smba.trafficmanager.net/emea/", 401),
    ("http://192.168.1.1/", 401),
    ("http://0.0.0.0/", 401),
    ("http://localhost.evil.example/", 401),
    ("http://127.0.0.1.evil.example/", 401),
    ("http://127.0.0.1@evil.example/", 401),
)


@pytest.mark.parametrize(("service_url", "expected"), LOCAL_CASES)
async def test_local_mode_answers_loopback_addresses_only(
    teams: TeamsStandIn, service_url: str, expected: int
) -> None:
    async def say_nothing(context: Any) -> None:
        return

    async with echo_bot(teams, local=True, logic=say_nothing) as bot:
        activity = teams.message("hej", service_url=service_url)
        assert (await bot.hear(activity, token=""))[0] == expected


@pytest.mark.parametrize("channel", ["emulator", "msteams", "webchat", None])
async def test_local_mode_asks_for_no_token_tenant_or_channel(
    teams: TeamsStandIn, channel: str | None
) -> None:
    async with echo_bot(teams, local=True) as bot:
        activity = teams.message("hej", tenant="whatever", channelId=channel)
        assert (await bot.hear(activity, token=""))[0] == 200
        assert teams.texts == ["hej"]
        assert teams.deliveries[0].authorization is None
        assert teams.metadata_fetches == teams.token_fetches == 0


async def test_local_mode_has_one_tenant(teams: TeamsStandIn) -> None:
    async with aiohttp.ClientSession() as session:
        authentication = TeamsAuthentication(app_id=None, tenants=_nobody, session=session)
        assert await authentication.authenticate(None, teams.message("hej")) == LOCAL_TENANT
