"""Speaks to the bot as Teams does.

A stand-in for Microsoft on the loopback address: the OpenID metadata with its keys, the token
endpoint and the connector, and a maker of tokens and activities. Needs no test framework, so that
the benchmarks use it too.
"""

from __future__ import annotations

import asyncio
import base64
import hashlib
import hmac
import itertools
import json
import time
from collections import deque
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from email.utils import formatdate
from functools import cache
from typing import Any, Self
from urllib.parse import quote, unquote
from uuid import uuid4

import aiohttp
import jwt
from aiohttp import web
from aiohttp.test_utils import TestServer
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

APP_ID = "6d2a7f0e-3b1c-4a77-9a55-0c7d0f4b8e21"
APP_SECRET = "not-a-real-secret"
TENANT = "b2f7c1d4-52a0-4b6e-8d1c-7f1f1f0a9c33"
PERSON = "0f1e2d3c-4b5a-4978-8695-a4b3c2d1e0f9"
BOT_ID = f"28:{APP_ID}"
SERVICE_URL = "https://smba.trafficmanager.net/emea/"

Activity = dict[str, Any]


@cache
def private_key(number: int, bits: int = 2048) -> rsa.RSAPrivateKey:
    """The key of that number, made once: making one takes a tenth of a second."""
    return rsa.generate_private_key(public_exponent=65537, key_size=bits)


@dataclass(frozen=True, slots=True)
class Key:
    """A signing key as the metadata shows it."""

    kid: str
    number: int
    endorsements: tuple[str, ...] = ("msteams",)
    bits: int = 2048

    @property
    def private(self) -> rsa.RSAPrivateKey:
        """What signs."""
        return private_key(self.number, self.bits)

    @property
    def public_pem(self) -> bytes:
        """What everybody may know, and what a forger uses as a shared secret."""
        return self.private.public_key().public_bytes(
            serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
        )

    def as_jwk(self) -> dict[str, Any]:
        """The entry in the key set."""
        jwk = json.loads(RSAAlgorithm.to_jwk(self.private.public_key()))
        return {
            **{name: jwk[name] for name in ("kty", "n", "e")},
            "use": "sig",
            "kid": self.kid,
            "x5t": self.kid,
            "endorsements": list(self.endorsements),
        }


@dataclass(frozen=True, slots=True)
class Delivery:
    """One request that the connector got."""

    method: str
    path: str
    """As it came over the wire, still quoted."""
    conversation_id: str | None
    activity_id: str | None
    """The activity replied to, updated or deleted."""
    activity: Activity
    authorization: str | None
    at: float
    """When it came, by `time.monotonic`."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """What the connector, the metadata or the token endpoint does instead of answering well."""

    status: int | None = None
    """The status it answers; None answers as ever, once `delay` is over."""
    code: str = ""
    """Teams' word for it, in the body."""
    headers: Mapping[str, str] = field(default_factory=dict)
    delay: float = 0.0
    """Seconds before it answers."""
    reset: bool = False
    """Whether the connection is broken instead."""


RESET = Trouble(reset=True)


class TeamsStandIn:
    """Microsoft's side of the conversation: `async with TeamsStandIn() as teams`."""

    def __init__(self, *, app_id: str = APP_ID, tenant: str = TENANT) -> None:
        self.app_id = app_id
        self.tenant = tenant
        self._numbers = itertools.count(1)
        self.keys: list[Key] = [self._new_key()]
        self.deliveries: list[Delivery] = []
        """Everything the connector got, also what it refused."""
        self.troubles: deque[Trouble] = deque()
        """For the connector's next requests, one each."""
        self.metadata_trouble: Trouble | None = None
        """For the metadata, until it is None again; RESET stops it serving."""
        self.token_trouble: Trouble | None = None
        self.clock_off = 0.0
        """Seconds that Microsoft's clock is ahead of this machine's, as the metadata shows it."""
        self.metadata_fetches = 0
        self.key_fetches = 0
        self.token_fetches = 0
        self.token_forms: list[dict[str, str]] = []
        self.token_judge: Callable[[Mapping[str, str]], int] = lambda _: 0
        """Entra's number for what is wrong with a form; 0 where nothing is."""
        self.token_lifetime: int | str = 3600
        """Seconds."""
        self.refused_bot_tokens: set[str] = set()
        """Without their "Bearer": the connector answers 401 to these."""
        self.files: dict[str, bytes | str] = {}
        """What lies where people keep their files: bytes, or the address that it moved to."""
        self.file_fetches: list[Delivery] = []
        self.endless = False
        """Whether every file goes on and on, without saying how long it is."""
        self._ids = itertools.count(1)
        self._server: TestServer | None = None

    async def __aenter__(self) -> Self:
        """Serve on a free port."""
        app = web.Application()
        app.router.add_get("/metadata", self._metadata)
        app.router.add_get("/keys", self._keys)
        app.router.add_post("/{tenant}/token", self._token)
        app.router.add_route("*", "/teams/v3/conversations{rest:.*}", self._connector)
        app.router.add_get("/files/{name}", self._file)
        self._server = TestServer(app, host="127.0.0.1")
        await self._server.start_server()
        return self

    async def __aexit__(self, *error: object) -> None:
        """Stop serving."""
        if self._server is not None:
            await self._server.close()

    # --- where it is ---

    @property
    def host(self) -> str:
        """Host and port, as the bot's list of allowed hosts wants it."""
        assert self._server is not None
        return f"127.0.0.1:{self._server.port}"

    @property
    def metadata_url(self) -> str:
        """The OpenID metadata."""
        return f"http://{self.host}/metadata"

    @property
    def token_url(self) -> str:
        """The token endpoint, with a place for the tenant."""
        return f"http://{self.host}/{{tenant}}/token"

    @property
    def service_url(self) -> str:
        """The connector."""
        return f"http://{self.host}/teams/"

    # --- keys and tokens ---

    def _new_key(self, **fields: Any) -> Key:
        number = next(self._numbers)
        return Key(**{"kid": f"key-{number}", "number": number, **fields})

    def rotate(self, *, keep_old: bool = False) -> Key:
        """Sign with a new key from now on."""
        new = self._new_key()
        self.keys = [new, *(self.keys if keep_old else [])]
        return new

    def add_key(self, **fields: Any) -> Key:
        """Publish another key without signing with it."""
        new = self._new_key(**fields)
        self.keys.append(new)
        return new

    def token(
        self,
        *,
        without: Collection[str] = (),
        key: Key | None = None,
        algorithm: str = "RS256",
        header: Mapping[str, Any] | None = None,
        now: float | None = None,
        **claims: Any,
    ) -> str:
        """A token as the Bot Framework signs it; every keyword overrides a claim of that name.

        `without` leaves claims out; `key` signs with another key; `algorithm` may be "none" or
        "HS256" (forged with the public key as the secret); `header` overrides the token's own, a
        None leaves one out; `now` is in seconds since 1970.
        """
        now = time.time() if now is None else now
        key = key or self.keys[0]
        payload = {
            "serviceurl": self.service_url,
            "nbf": int(now) - 60,
            "exp": int(now) + 3600,
            "iss": "https://api.botframework.com",
            "aud": self.app_id,
            **claims,
        }
        headers = {
            "alg": algorithm,
            "kid": key.kid,
            "x5t": key.kid,
            "typ": "JWT",
            **(header or {}),
        }
        return sign(
            {name: value for name, value in headers.items() if value is not None},
            {name: value for name, value in payload.items() if name not in without},
            key,
            algorithm,
        )

    # --- activities ---

    def message(self, text: str, **fields: Any) -> Activity:
        """A message of this tenant that wants its answer here; see `message`."""
        return message(text, **{"service_url": self.service_url, "tenant": self.tenant, **fields})

    def invoke(self, name: str, value: Any, **fields: Any) -> Activity:
        """A pressed button or a form of this tenant; see `invoke`."""
        fields = {"service_url": self.service_url, "tenant": self.tenant, **fields}
        return invoke(name, value, **fields)

    def upload(self, name: str, content: bytes | str = b"", **fields: Any) -> Activity:
        """A message with a file, as Teams sends it in a personal chat; see `message`.

        `content` is what lies at its address, or another address that it has moved to; a `url`
        names an address elsewhere instead.
        """
        self.files[name] = content
        url = fields.pop("url", f"http://{self.host}/files/{quote(name)}")
        text = fields.pop("text", "")
        kind = name.rpartition(".")[2]
        attachment = {
            "contentType": "application/vnd.microsoft.teams.file.download.info",
            "contentUrl": f"https://exempelby.sharepoint.com/personal/anna/Documents/{name}",
            "name": name,
            "content": {"downloadUrl": url, "uniqueId": uuid4().hex, "fileType": kind},
        }
        return self.message(text, attachments=[attachment], **fields)

    async def post(
        self,
        session: aiohttp.ClientSession,
        url: str,
        activity: Any,
        *,
        token: str | None = None,
    ) -> tuple[int, Any]:
        """Post an activity (or whatever) to the bot; the status and the JSON of its answer.

        `token` None makes a good one; an empty one sends none.
        """
        return await post(session, url, activity, token=self.token() if token is None else token)

    # --- what was said ---

    @property
    def said(self) -> list[Activity]:
        """What the bot said, in order."""
        return [each.activity for each in self.deliveries if each.method == "POST"]

    @property
    def texts(self) -> list[str]:
        """The texts of what the bot said, in order."""
        return [activity.get("text", "") for activity in self.said]

    # --- what it serves ---

    async def _metadata(self, request: web.Request) -> web.StreamResponse:
        self.metadata_fetches += 1
        if (bad := await _make_trouble(request, self.metadata_trouble)) is not None:
            return bad
        return web.json_response(
            {
                "issuer": "https://api.botframework.com",
                "authorization_endpoint": "https://invalid.botframework.com",
                "jwks_uri": f"http://{self.host}/keys",
                "id_token_signing_alg_values_supported": ["RS256"],
            },
            headers={"Date": formatdate(time.time() + self.clock_off, usegmt=True)},
        )

    async def _keys(self, request: web.Request) -> web.StreamResponse:
        self.key_fetches += 1
        return web.json_response({"keys": [key.as_jwk() for key in self.keys]})

    async def _token(self, request: web.Request) -> web.StreamResponse:
        self.token_fetches += 1
        form = {name: str(value) for name, value in (await request.post()).items()}
        self.token_forms.append({**form, "tenant": request.match_info["tenant"]})
        if (bad := await _make_trouble(request, self.token_trouble)) is not None:
            return bad
        if number := self.token_judge(form):
            told = f"AADSTS{number}: as the test wishes"
            refusal = {"error": "invalid_client", "error_description": told}
            return web.json_response({**refusal, "error_codes": [number]}, status=401)
        return web.json_response(
            {
                "token_type": "Bearer",
                "expires_in": self.token_lifetime,
                "access_token": f"bot-token-{self.token_fetches}",
            }
        )

    async def _file(self, request: web.Request) -> web.StreamResponse:
        self.file_fetches.append(
            Delivery(
                method=request.method,
                path=request.raw_path,
                conversation_id=None,
                activity_id=None,
                activity={},
                authorization=request.headers.get("Authorization"),
                at=time.monotonic(),
            )
        )
        content = self.files[request.match_info["name"]]
        if isinstance(content, str):
            raise web.HTTPFound(content)
        if not self.endless:
            return web.Response(body=content)
        response = web.StreamResponse()
        await response.prepare(request)
        with suppress(ConnectionError):
            while True:
                await response.write(bytes(256 * 1024))
        return response

    async def _connector(self, request: web.Request) -> web.StreamResponse:
        body = await request.read()
        rest = request.raw_path.partition("/v3/conversations")[2].strip("/").split("/")
        self.deliveries.append(
            Delivery(
                method=request.method,
                path=request.raw_path,
                conversation_id=unquote(rest[0]) or None,
                activity_id=unquote(rest[2]) if len(rest) > 2 else None,
                activity=json.loads(body) if body else {},
                authorization=request.headers.get("Authorization"),
                at=time.monotonic(),
            )
        )
        trouble = self.troubles.popleft() if self.troubles else None
        if (bad := await _make_trouble(request, trouble)) is not None:
            return bad
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        if token in self.refused_bot_tokens:
            return web.json_response({"message": "Authorization has been denied"}, status=401)
        if request.method == "DELETE":
            return web.Response()
        kind = "a:new" if rest == [""] else "1:said"
        return web.json_response({"id": f"{kind}-{next(self._ids)}"}, status=201)


async def _make_trouble(request: web.Request, trouble: Trouble | None) -> web.Response | None:
    """Answer badly; None when it is to be answered well."""
    if trouble is None:
        return None
    if trouble.delay:
        await asyncio.sleep(trouble.delay)
    if trouble.reset:
        assert request.transport is not None
        request.transport.abort()
        return web.Response()
    if trouble.status is None:
        return None
    body = {"error": {"code": trouble.code, "message": "as the test wishes"}}
    return web.json_response(body, status=trouble.status, headers=dict(trouble.headers))


def sign(
    headers: Mapping[str, Any],
    payload: Mapping[str, Any] | bytes,
    key: Key,
    algorithm: str = "RS256",
) -> str:
    """A token, by hand: the libraries refuse, rightly, to make the bad ones."""
    claims = payload if isinstance(payload, bytes) else json.dumps(payload).encode()
    signed = f"{_base64(json.dumps(headers).encode())}.{_base64(claims)}".encode()
    match algorithm:
        case "none":
            signature = b""
        case "HS256":
            signature = hmac.new(key.public_pem, signed, hashlib.sha256).digest()
        case _:
            signature = jwt.get_algorithm_by_name(algorithm).sign(signed, key.private)
    return f"{signed.decode()}.{_base64(signature)}"


def _base64(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def message(
    text: str,
    *,
    aad_object_id: str = PERSON,
    tenant: str = TENANT,
    conversation_type: str = "personal",
    service_url: str = SERVICE_URL,
    locale: str = "sv-SE",
    **fields: Any,
) -> Activity:
    """A message as Teams sends it; in a group chat or a channel the bot is mentioned.

    `conversation_type` is "personal", "groupChat" or "channel". Every further keyword overrides
    the field of that name in the activity.
    """
    activity = _activity(
        "message",
        aad_object_id=aad_object_id,
        tenant=tenant,
        conversation_type=conversation_type,
        service_url=service_url,
        locale=locale,
    )
    if conversation_type != "personal":
        activity["entities"].append(
            {"type": "mention", "text": "<at>Delmål</at>", "mentioned": activity["recipient"]}
        )
        text = f"<at>Delmål</at> {text}"
    html = {"contentType": "text/html", "content": f"<p>{text}</p>"}
    return {**activity, "textFormat": "plain", "text": text, "attachments": [html], **fields}


def invoke(
    name: str,
    value: Any,
    *,
    aad_object_id: str = PERSON,
    tenant: str = TENANT,
    conversation_type: str = "personal",
    service_url: str = SERVICE_URL,
    locale: str = "sv-SE",
    **fields: Any,
) -> Activity:
    """An invoke as Teams sends it, such as "adaptiveCard/action" for a pressed button."""
    activity = _activity(
        "invoke",
        aad_object_id=aad_object_id,
        tenant=tenant,
        conversation_type=conversation_type,
        service_url=service_url,
        locale=locale,
    )
    return {**activity, "name": name, "value": value, **fields}


def _activity(
    kind: str,
    *,
    aad_object_id: str,
    tenant: str,
    conversation_type: str,
    service_url: str,
    locale: str,
) -> Activity:
    now = time.time()
    moment = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(now))
    country = locale.partition("-")[2] or "SE"
    channel_data: dict[str, Any] = {"tenant": {"id": tenant}}
    if conversation_type == "channel":
        channel_data |= {
            "teamsChannelId": "19:channel@thread.tacv2",
            "teamsTeamId": "19:team@thread.tacv2",
            "channel": {"id": "19:channel@thread.tacv2"},
            "team": {"id": "19:team@thread.tacv2"},
        }
    return {
        "type": kind,
        "id": f"{int(now * 1000)}-{uuid4().hex[:8]}",
        "timestamp": f"{moment}.1234567Z",
        "localTimestamp": f"{moment}.1234567+00:00",
        "localTimezone": "Europe/Stockholm",
        "serviceUrl": service_url,
        "channelId": "msteams",
        "locale": locale,
        "from": {
            "id": f"29:{aad_object_id}",
            "name": "Anna Andersson",
            "aadObjectId": aad_object_id,
        },
        "conversation": _conversation(conversation_type, aad_object_id, tenant),
        "recipient": {"id": BOT_ID, "name": "Delmål"},
        "entities": [
            {
                "type": "clientInfo",
                "locale": locale,
                "country": country,
                "platform": "Web",
                "timezone": "Europe/Stockholm",
            }
        ],
        "channelData": channel_data,
    }


def _conversation(conversation_type: str, aad_object_id: str, tenant: str) -> dict[str, Any]:
    ids = {
        "personal": f"a:1-{aad_object_id}",
        "groupChat": "19:group@thread.v2",
        "channel": "19:channel@thread.tacv2;messageid=1700000000000",
    }
    conversation: dict[str, Any] = {
        "id": ids[conversation_type],
        "conversationType": conversation_type,
        "tenantId": tenant,
    }
    if conversation_type != "personal":
        conversation["isGroup"] = True
    return conversation


async def post(
    session: aiohttp.ClientSession, url: str, activity: Any, *, token: str | None = None
) -> tuple[int, Any]:
    """Post an activity, or raw bytes, to `url`; the status and the JSON (or None) of the answer."""
    body = activity if isinstance(activity, bytes) else json.dumps(activity).encode()
    headers = {"Content-Type": "application/json; charset=utf-8"}
    if token:
        headers["Authorization"] = f"Bearer {token}"
    async with session.post(url, data=body, headers=headers) as answer:
        text = await answer.text()
        return answer.status, json.loads(text) if text else None
