"""Our messages out: one pooled session, retries, and the bot's own token."""

from __future__ import annotations

import asyncio
import json
import random
import time
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Any, Protocol
from urllib.parse import quote

import aiohttp
import structlog
from yarl import URL

from goals.note import Ending

TOKEN_URL = "https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token"  # noqa: S105 - an address
SCOPE = "https://api.botframework.com/.default"

ATTEMPTS = 4
DEADLINE = 12.0
"""Seconds for one message with all its attempts; after 15 s Teams delivers the turn again."""
LONGEST_WAIT = 30.0
"""Seconds. When Teams asks for more, the message is given back and not waited for."""
FIRST_WAIT = 0.5
"""Seconds; doubled at each attempt, then made up to half shorter by chance."""
CONNECT_TIMEOUT = 5.0
SHORTEST_ATTEMPT = 0.1
"""Seconds; for aiohttp, a timeout of zero is none at all."""
RETRIED = frozenset({412, 429, 502, 503, 504})
SERVER_ERRORS = HTTPStatus.INTERNAL_SERVER_ERROR

REFRESH_AHEAD = 5 * 60.0
"""Seconds before a token's expiry when the next one is fetched."""
REFRESHED_AGAIN = 30.0
"""Seconds between two background refreshes while the token endpoint is down."""
UNREACHABLE = "TokenEndpointUnreachable"
LONGEST_LIFETIME = 7 * 24 * 3600.0
TOKEN_TIMEOUT = aiohttp.ClientTimeout(total=5)

Clock = Callable[[], float]
Sleep = Callable[[float], Awaitable[None]]
Chance = Callable[[], float]
"""A number from 0 up to 1."""
log = structlog.get_logger("bot.connector")


PASSING = frozenset(
    {
        HTTPStatus.UNAUTHORIZED,
        HTTPStatus.REQUEST_TIMEOUT,
        HTTPStatus.PRECONDITION_FAILED,
        HTTPStatus.TOO_MANY_REQUESTS,
    }
)
"""Refusals that may be another answer later; as what is an error on the other side may."""
NOBODY_THERE = frozenset({HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND, HTTPStatus.GONE})


class DeliveryError(Exception):
    """A message was not delivered.

    `status` is Teams' HTTP status, None when no answer came. `code` is Teams' own word for it,
    such as "MessageWritesBlocked", or empty. `retry_after` is in seconds, when Teams said so.
    """

    @property
    def ending(self) -> Ending | None:
        """How this ends what was to be delivered; None where it may be tried again."""
        if self.status is None or self.status >= SERVER_ERRORS or self.status in PASSING:
            return None
        return Ending.GONE if self.status in NOBODY_THERE else Ending.REFUSED

    @property
    def reason(self) -> str:
        """What is kept of it: "403 MessageWritesBlocked"."""
        return f"{self.status or ''} {self.code}".strip()

    def __init__(
        self, status: int | None, code: str = "", retry_after: float | None = None
    ) -> None:
        super().__init__(status, code, retry_after)
        self.status = status
        self.code = code
        self.retry_after = retry_after


class TokenSource(Protocol):
    """Where the bot's own token comes from: a secret, a managed identity."""

    async def token(self, *, refused: str | None = None) -> str:
        """A token that is good now; with `refused`, a newer one than that. Raises DeliveryError."""
        ...


class Connector:
    """Sends, updates and deletes messages at the service URL that each conversation came with."""

    def __init__(
        self,
        *,
        session: aiohttp.ClientSession,
        tokens: TokenSource | None,
        sleep: Sleep = asyncio.sleep,
        chance: Chance = random.random,
        clock: Clock = time.monotonic,
        wall_clock: Clock = time.time,
        attempts: int = ATTEMPTS,
        deadline: float = DEADLINE,
    ) -> None:
        """`tokens` None sends no token (local mode); `deadline` is in seconds for one message.

        `clock` measures spans; `wall_clock`, seconds since 1970, reads the dates that Teams writes.
        """
        self._session = session
        self._tokens = tokens
        self._sleep = sleep
        self._chance = chance
        self._clock = clock
        self._wall_clock = wall_clock
        self._attempts = attempts
        self._deadline = deadline
        self.deliveries = {"arrived": 0, "failed": 0}
        """How many messages came to which end."""

    async def send(self, service_url: str, conversation_id: str, activity: dict[str, Any]) -> str:
        """Say something new; the activity's id ("" if Teams gave none). Raises DeliveryError."""
        url = _url(service_url, conversation_id, "activities")
        return _id(await self._ask("POST", url, activity))

    async def reply(
        self, service_url: str, conversation_id: str, reply_to_id: str, activity: dict[str, Any]
    ) -> str:
        """Answer an activity, in its thread; the answer's id. Raises DeliveryError."""
        url = _url(service_url, conversation_id, "activities", reply_to_id)
        return _id(await self._ask("POST", url, activity))

    async def update(
        self, service_url: str, conversation_id: str, activity_id: str, activity: dict[str, Any]
    ) -> str:
        """Replace what we said before; its id. Raises DeliveryError."""
        url = _url(service_url, conversation_id, "activities", activity_id)
        return _id(await self._ask("PUT", url, activity)) or activity_id

    async def delete(self, service_url: str, conversation_id: str, activity_id: str) -> None:
        """Take back what we said before. Raises DeliveryError."""
        await self._ask("DELETE", _url(service_url, conversation_id, "activities", activity_id))

    async def create_conversation(self, service_url: str, parameters: dict[str, Any]) -> str:
        """Open a conversation with somebody; its id. Raises DeliveryError.

        `parameters` are Teams' own: bot, members, tenantId, channelData, isGroup.
        """
        conversation_id = _id(await self._ask("POST", _url(service_url), parameters))
        if not conversation_id:
            raise DeliveryError(None, "NoConversationId")
        return conversation_id

    async def open_thread(self, service_url: str, parameters: dict[str, Any]) -> str:
        """Open a thread in a channel with its first message, whose id it is. Raises DeliveryError.

        `parameters` are Teams' own: bot, isGroup, channelData with the channel, activity.
        """
        answer = await self._ask("POST", _url(service_url), parameters)
        activity_id = answer.get("activityId") if isinstance(answer, Mapping) else None
        return activity_id if isinstance(activity_id, str) else _id(answer)

    async def _ask(self, method: str, url: URL, body: dict[str, Any] | None = None) -> object:
        try:
            answer = await self._ask_on(method, url, body)
        except DeliveryError:
            self.deliveries["failed"] += 1
            raise
        self.deliveries["arrived"] += 1
        return answer

    async def _ask_on(self, method: str, url: URL, body: dict[str, Any] | None) -> object:
        """Ask until it is answered, refused for good, or no longer worth it."""
        data = None if body is None else _to_json(body)
        ends = self._clock() + self._deadline
        for attempt in range(1, self._attempts + 1):
            try:
                return await self._ask_with_token(method, url, data, ends)
            except _TryAgainError as failure:
                wait = self._wait(attempt, failure.error.retry_after)
                if attempt == self._attempts or wait > min(LONGEST_WAIT, ends - self._clock()):
                    raise failure.error from failure.__cause__
                log.info("message tried again", status=failure.error.status, attempt=attempt)
                await self._sleep(wait)
        raise AssertionError("the last attempt returns or raises")

    def _wait(self, attempt: int, retry_after: float | None) -> float:
        """Seconds. Chance spreads out those that were all turned away at the same moment."""
        wait = FIRST_WAIT * float(2 ** (attempt - 1))
        return (retry_after or 0.0) + wait * (0.5 + self._chance() / 2)

    async def _ask_with_token(
        self, method: str, url: URL, data: bytes | None, ends: float
    ) -> object:
        """Ask once, and once more with a new token when this one is refused."""
        tokens = self._tokens
        if tokens is None:
            return await self._ask_once(method, url, data, None, ends)
        token = await self._token(tokens, None, ends)
        try:
            return await self._ask_once(method, url, data, token, ends)
        except DeliveryError as error:
            if error.status != HTTPStatus.UNAUTHORIZED:
                raise
        token = await self._token(tokens, token, ends)
        return await self._ask_once(method, url, data, token, ends)

    async def _token(self, tokens: TokenSource, refused: str | None, ends: float) -> str:
        try:
            async with asyncio.timeout(max(ends - self._clock(), SHORTEST_ATTEMPT)):
                return await tokens.token(refused=refused)
        except TimeoutError as error:
            raise DeliveryError(None, "Timeout") from error
        except DeliveryError as error:
            if error.status is None or error.status in RETRIED or error.status >= SERVER_ERRORS:
                raise _TryAgainError(error) from error
            raise

    async def _ask_once(
        self, method: str, url: URL, data: bytes | None, token: str | None, ends: float
    ) -> object:
        try:
            async with self._session.request(
                method,
                url,
                data=data,
                headers=_headers(token),
                # Never: it would carry our token to wherever it is told.
                allow_redirects=False,
                timeout=aiohttp.ClientTimeout(
                    total=max(ends - self._clock(), SHORTEST_ATTEMPT),
                    sock_connect=CONNECT_TIMEOUT,
                ),
            ) as answer:
                return await self._read_answer(answer)
        except (aiohttp.ConnectionTimeoutError, aiohttp.ClientConnectionError) as error:
            if isinstance(error, aiohttp.SocketTimeoutError):
                raise DeliveryError(None, "Timeout") from error
            raise _TryAgainError(DeliveryError(None, "ConnectionBroken")) from error
        except TimeoutError as error:
            # Not again: it may have arrived, and Teams has no way to know a second copy.
            raise DeliveryError(None, "Timeout") from error
        except aiohttp.ClientError as error:
            raise DeliveryError(None, "AnswerUnreadable") from error

    async def _read_answer(self, answer: aiohttp.ClientResponse) -> object:
        """Read the JSON of a success; raise what a refusal says."""
        body = await _read_json(answer)
        if HTTPStatus.OK <= answer.status < HTTPStatus.MULTIPLE_CHOICES:
            return body
        retry_after = _read_retry_after(answer.headers.get("Retry-After"), self._wall_clock())
        error = DeliveryError(answer.status, _error_code(body), retry_after)
        if answer.status in RETRIED:
            raise _TryAgainError(error)
        raise error


class _TryAgainError(Exception):
    """An attempt failed in a way that may pass."""

    def __init__(self, error: DeliveryError) -> None:
        super().__init__(error)
        self.error = error


def _url(service_url: str, *ids: str) -> URL:
    """The address below /v3/conversations.

    Ids are quoted exactly once: "encoded" keeps aiohttp from turning %3A back into a colon.
    """
    path = "/".join(quote(each, safe="") for each in ids)
    address = f"{service_url.rstrip('/')}/v3/conversations"
    try:
        return URL(f"{address}/{path}" if path else address, encoded=True)
    except ValueError as error:
        raise DeliveryError(None, "ServiceUrlUnreadable") from error


def _headers(token: str | None) -> dict[str, str]:
    headers = {"Content-Type": "application/json; charset=utf-8"}
    if token is not None:
        headers["Authorization"] = f"Bearer {token}"
    return headers


def _to_json(body: dict[str, Any]) -> bytes:
    # Half a surrogate pair, as a text cut in the middle of an emoji has, is no reason to be silent.
    return json.dumps(body, ensure_ascii=False).encode("utf-8", "replace")


def _id(answer: object) -> str:
    found = answer.get("id") if isinstance(answer, Mapping) else None
    return found if isinstance(found, str) else ""


async def _read_json(answer: aiohttp.ClientResponse) -> object:
    """Read what came; None when it cannot be read: the status alone says whether it arrived."""
    try:
        document: object = json.loads(await answer.read())
    except (ValueError, RecursionError, aiohttp.ClientError, TimeoutError):
        return None
    return document


def _error_code(body: object) -> str:
    error = body.get("error") if isinstance(body, Mapping) else None
    if isinstance(error, Mapping):
        error = error.get("code")
    return error if isinstance(error, str) else ""


def _read_retry_after(text: str | None, now: float) -> float | None:
    """Seconds, from a number of them or from an HTTP date; None when there is neither."""
    if text is None:
        return None
    if text.strip().isascii() and text.strip().isdigit():
        return float(text)
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    # HTTP dates are in GMT, also where they forget to say so.
    return max(0.0, (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() - now)


class Credential(Protocol):
    """What proves to Entra that we are the bot."""

    async def ask(self) -> object:
        """Entra's answer, with `access_token` and `expires_in` (seconds). Raises DeliveryError."""
        ...


class Tokens:
    """The bot's token, kept in memory and fetched ahead of expiry."""

    def __init__(self, credential: Credential, *, clock: Clock = time.monotonic) -> None:
        self._credential = credential
        self._clock = clock
        self._token: str | None = None
        self._refresh_at = 0.0
        self._expires_at = 0.0
        self._fetch: asyncio.Task[str | DeliveryError] | None = None

    async def token(self, *, refused: str | None = None) -> str:
        """A token that is good now; with `refused`, a newer one than that. Raises DeliveryError."""
        now = self._clock()
        if self._token is None or self._token == refused or now >= self._expires_at:
            # Shielded: one caller that goes away must not take the token from the others.
            fetched = await asyncio.shield(self._start_fetch())
            if isinstance(fetched, DeliveryError):
                raise DeliveryError(fetched.status, fetched.code, fetched.retry_after)
            return fetched
        if now >= self._refresh_at:
            # Nobody waits for this one; the token at hand is good until it is here.
            self._start_fetch()
        return self._token

    def _start_fetch(self) -> asyncio.Task[str | DeliveryError]:
        if self._fetch is None or self._fetch.done():
            self._fetch = asyncio.create_task(self._fetch_token())
        return self._fetch

    async def _fetch_token(self) -> str | DeliveryError:
        """Fetch and keep a token. An error is returned, for it may be that nobody waits."""
        asked = self._clock()
        try:
            answer = await self._credential.ask()
            token, lifetime = _read_token(answer)
        except DeliveryError as error:
            log.warning("token not fetched", status=error.status, code=error.code)
            self._refresh_at = self._clock() + REFRESHED_AGAIN
            return error
        self._token = token
        self._expires_at = asked + lifetime
        # A token of a few minutes is not due for refreshing as soon as it is here.
        self._refresh_at = self._expires_at - min(REFRESH_AHEAD, lifetime / 2)
        return token


async def ask_for_token(
    session: aiohttp.ClientSession,
    method: str,
    url: str,
    **request: Any,  # noqa: ANN401 — what aiohttp takes
) -> object:
    """What a token endpoint answers, as JSON. Raises DeliveryError."""
    try:
        async with session.request(
            method, url, timeout=TOKEN_TIMEOUT, allow_redirects=False, **request
        ) as answer:
            body = await _read_json(answer)
    # ValueError: an address that is none.
    except (aiohttp.ClientError, TimeoutError, ValueError) as error:
        raise DeliveryError(None, UNREACHABLE) from error
    if answer.status != HTTPStatus.OK:
        raise DeliveryError(answer.status, _entra_code(body) or "TokenRefused")
    return body


def _entra_code(body: object) -> str:
    """Entra's word, and its number for it: "invalid_client AADSTS7000222"."""
    numbers = body.get("error_codes") if isinstance(body, Mapping) else None
    number = numbers[0] if isinstance(numbers, list) and numbers else None
    told = f"AADSTS{number}" if isinstance(number, int) else ""
    return f"{_error_code(body)} {told}".strip()


def _read_token(answer: object) -> tuple[str, float]:
    """Read the token and its lifetime in seconds, which some endpoints write as text."""
    if not isinstance(answer, Mapping):
        raise DeliveryError(None, "TokenUnreadable")
    try:
        token, lifetime = answer["access_token"], float(answer["expires_in"])
    except (TypeError, KeyError, ValueError) as error:
        raise DeliveryError(None, "TokenUnreadable") from error
    if not isinstance(token, str) or not token or not 0 < lifetime <= LONGEST_LIFETIME:
        raise DeliveryError(None, "TokenUnreadable")
    return token, lifetime
