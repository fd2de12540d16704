"""The doors: what they answer to whom, and what they never say."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.bot.echo import EchoBot, echo_bot
from tests.teams import TeamsStandIn

LARGEST = 256 * 1024


@pytest.fixture
async def teams() -> AsyncIterator[TeamsStandIn]:
    async with TeamsStandIn() as stand_in:
        yield stand_in


@pytest.fixture
async def bot(teams: TeamsStandIn) -> AsyncIterator[EchoBot]:
    async with echo_bot(teams) as serving:
        yield serving


async def _ask(bot: EchoBot, method: str, path: str, **more: Any) -> tuple[int, str]:
    """Ask, see that the answer carries the security headers, and give its status and text."""
    async with bot.session.request(method, bot.url + path, **more) as answer:
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["Connection"] == "close", "a restart may fall between two requests"
        return answer.status, await answer.text()


async def test_a_living_process_is_healthy(bot: EchoBot) -> None:
    assert await _ask(bot, "GET", "/healthz") == (200, "ok")


async def test_it_says_when_it_is_ready(bot: EchoBot) -> None:
    assert (await _ask(bot, "GET", "/readyz"))[0] == 200


async def test_it_says_when_it_is_not_ready_and_is_healthy_all_the_same(
    teams: TeamsStandIn,
) -> None:
    async def no() -> bool:
        return False

    async with echo_bot(teams, ready=no) as bot:
        assert (await _ask(bot, "GET", "/readyz"))[0] == 503
        assert (await _ask(bot, "GET", "/healthz"))[0] == 200


async def test_a_failing_check_means_not_ready(teams: TeamsStandIn) -> None:
    async def fail() -> bool:
        raise OSError("postgresql://user:secret@host")

    async with echo_bot(teams, ready=fail) as bot:
        assert await _ask(bot, "GET", "/readyz") == (503, "not ready")


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/", 404),
        ("POST", "/api/message", 404),
        ("GET", "/api/messages/../../etc/passwd", 404),
        ("GET", "/api/messages", 405),
        ("PUT", "/api/messages", 405),
        ("POST", "/healthz", 405),
    ],
)
async def test_other_paths_and_methods_are_refused(
    bot: EchoBot, method: str, path: str, status: int
) -> None:
    assert (await _ask(bot, method, path))[0] == status


@pytest.mark.parametrize("content_type", ["application/json", "text/plain", "nonsense"])
async def test_the_content_type_does_not_matter(bot: EchoBot, content_type: str) -> None:
    answer = await _ask(
        bot,
        "POST",
        "/api/messages",
        data=json.dumps(bot.teams.message("hej")).encode(),
        headers={"Authorization": f"Bearer {bot.teams.token()}", "Content-Type": content_type},
    )
    assert answer == (200, "")


async def test_a_body_that_is_too_large_is_refused(bot: EchoBot) -> None:
    activity = bot.teams.message("x" * LARGEST)
    assert await bot.hear(activity) == (400, {"error": "too-large"})
    assert (await bot.hear(bot.teams.message("x" * 100_000)))[0] == 200


async def test_a_body_not_in_its_encoding_is_refused(bot: EchoBot) -> None:
    status, _ = await _ask(
        bot,
        "POST",
        "/api/messages",
        data=b"not gzip at all",
        headers={"Content-Encoding": "gzip"},
    )
    assert status == 400


@pytest.mark.parametrize("status", [200, 400, 401])
async def test_every_answer_carries_the_security_headers(bot: EchoBot, status: int) -> None:
    token = "garbage" if status == 401 else bot.teams.token()
    body = b"garbage" if status == 400 else json.dumps(bot.teams.message("hej")).encode()
    headers = {"Authorization": f"Bearer {token}"}
    assert (await _ask(bot, "POST", "/api/messages", data=body, headers=headers))[0] == status


async def test_an_unexpected_error_is_answered_with_an_id_only(teams: TeamsStandIn) -> None:
    async def tenants(tenant: str) -> bool:
        raise OSError("postgresql://user:secret@host")

    async with echo_bot(teams, tenants=tenants) as bot:
        status, body = await bot.hear(teams.message("hej"))
    assert status == 500
    assert list(body) == ["id"]
    assert len(body["id"]) == 8


async def test_a_web_page_cannot_reach_a_bot_on_the_same_desk(teams: TeamsStandIn) -> None:
    async with echo_bot(teams, local=True) as bot:
        status, text = await _ask(
            bot,
            "POST",
            "/api/messages",
            json=teams.message("hej"),
            headers={"Origin": "https://example.invalid"},
        )
    assert (status, json.loads(text)) == (400, {"error": "from-a-browser"})
    assert teams.said == []
