"""Microsoft's side of the conversation, over HTTPS: keys, tokens and the connector."""

from __future__ import annotations

import asyncio
import itertools
import json
import ssl
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from importlib.resources import files
from ipaddress import IPv4Address
from pathlib import Path
from typing import Self
from uuid import uuid4

from aiohttp import web
from aiohttp.web_runner import AppRunner
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.teams import TeamsStandIn

HOST = "127.0.0.1"
TRUSTED = "trusted.pem"
_SERVED, _KEY = "served.pem", "key.pem"


def make_certificates(folder: Path, *, alone: bool = False) -> None:
    """A certificate for this machine, and `TRUSTED`: who signed it, beside the usual authorities.

    The usual ones are those that `requests` brings along: what a stock bot trusts, and loads.
    `alone` leaves them out.
    """
    authority_key, key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    authority_name = _name("benchmarks.turns")
    authority = (
        _builder(authority_name, authority_name, authority_key)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(authority_key, hashes.SHA256())
    )
    certificate = (
        _builder(_name(HOST), authority_name, key)
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(IPv4Address(HOST))]), critical=False
        )
        .sign(authority_key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    usual = b"" if alone else files("certifi").joinpath("cacert.pem").read_bytes()
    (folder / TRUSTED).write_bytes(usual + b"\n" + authority.public_bytes(pem))
    (folder / _SERVED).write_bytes(certificate.public_bytes(pem))
    (folder / _KEY).write_bytes(
        key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )


def _name(common: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common)])


def _builder(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePrivateKey
) -> x509.CertificateBuilder:
    now = datetime.now(UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(hours=6))
    )


@dataclass(frozen=True, slots=True)
class Arrival:
    """A reply, as it arrived at the connector."""

    at: float
    """By `time.perf_counter`."""
    body: bytes


class FarSide(TeamsStandIn):
    """The tests' stand-in with its keys and tokens; everything that is served is served here.

    It keeps nothing of what was said, for a run says it thousands of times.
    """

    def __init__(self, certificates: Path) -> None:
        super().__init__()
        self._certificates = certificates
        self._runner: AppRunner | None = None
        self._waiting: dict[str, asyncio.Future[Arrival]] = {}
        self.not_waited_for = 0
        """Replies to what was answered already, or given up."""
        self._reply_ids = itertools.count(1)

    async def __aenter__(self) -> Self:
        """Serve on a free port."""
        app = web.Application()
        app.router.add_get("/metadata", self._metadata)
        app.router.add_get("/keys", self._keys)
        app.router.add_get("/{tenant}/v2.0/.well-known/openid-configuration", self._tenant)
        app.router.add_post("/{tenant}/token", self._token)
        app.router.add_post(
            "/teams/v3/conversations/{conversation}/activities/{activity}", self._arrive
        )
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(self._certificates / _SERVED, self._certificates / _KEY)
        self._runner = AppRunner(app, access_log=None)
        await self._runner.setup()
        await web.TCPSite(self._runner, HOST, 0, ssl_context=context, shutdown_timeout=1).start()
        return self

    async def __aexit__(self, *error: object) -> None:
        """Stop serving."""
        if self._runner is not None:
            await self._runner.cleanup()

    @property
    def host(self) -> str:
        """Host and port."""
        assert self._runner is not None
        return f"{HOST}:{self._runner.addresses[0][1]}"

    @property
    def metadata_url(self) -> str:
        """The OpenID metadata."""
        return f"https://{self.host}/metadata"

    @property
    def authority(self) -> str:
        """Where MSAL looks up the token endpoint."""
        return f"https://{self.host}/{self.tenant}"

    @property
    def token_url(self) -> str:
        """The token endpoint, with a place for the tenant."""
        return f"https://{self.host}/{{tenant}}/token"

    @property
    def service_url(self) -> str:
        """The connector."""
        return f"https://{self.host}/teams/"

    def expect(self, activity_id: str) -> asyncio.Future[Arrival]:
        """What is done once the reply to that activity has arrived."""
        future: asyncio.Future[Arrival] = asyncio.get_running_loop().create_future()
        self._waiting[activity_id] = future
        return future

    def forget(self, activity_id: str) -> None:
        """Wait no longer for it."""
        self._waiting.pop(activity_id, None)

    async def _metadata(self, request: web.Request) -> web.StreamResponse:
        del request
        self.metadata_fetches += 1
        return web.json_response(
            {
                "issuer": "https://api.botframework.com",
                "jwks_uri": f"https://{self.host}/keys",
                "id_token_signing_alg_values_supported": ["RS256"],
            }
        )

    async def _tenant(self, request: web.Request) -> web.StreamResponse:
        tenant = request.match_info["tenant"]
        return web.json_response(
            {
                "issuer": f"https://{self.host}/{tenant}/v2.0",
                "authorization_endpoint": f"https://{self.host}/{tenant}/authorize",
                "token_endpoint": f"https://{self.host}/{tenant}/token",
            }
        )

    async def _token(self, request: web.Request) -> web.StreamResponse:
        await request.read()
        self.token_fetches += 1
        return web.json_response(
            {"token_type": "Bearer", "expires_in": 3600, "access_token": uuid4().hex}
        )

    async def _arrive(self, request: web.Request) -> web.StreamResponse:
        body = await request.read()
        now = time.perf_counter()
        assert request.headers["Authorization"].startswith("Bearer ")
        if b'"type": "typing"' not in body:
            future = self._waiting.pop(request.match_info["activity"], None)
            if future is not None and not future.done():
                future.set_result(Arrival(now, body))
            else:
                self.not_waited_for += 1
        reply = json.dumps({"id": f"1:said-{next(self._reply_ids)}"})
        return web.Response(status=201, text=reply, content_type="application/json")
