"""What the bot proves to Entra that it is itself with: a secret, or a certificate's key.

Where it lies in a file, the file is read for each token that is asked for, about once an hour: who
puts a new one there restarts nothing. The proof by a certificate is what Microsoft documents at
https://learn.microsoft.com/entra/identity-platform/certificate-credentials
"""

from __future__ import annotations

import asyncio
import base64
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Protocol
from urllib.parse import quote
from uuid import uuid4

import aiohttp
import jwt
import structlog
from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from bot.connector import SCOPE, TOKEN_URL, Clock, DeliveryError, ask_for_token
from bot.settings import Settings
from goals.local_time import STOCKHOLM

LARGEST_FILE = 64 * 1024
"""Bytes; a key and a chain of certificates take a few thousand."""
UNREADABLE = "CredentialUnreadable"
ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
ASSERTION_LIFETIME = 5 * 60
"""Seconds; Microsoft says ten at most."""
CLOCKS_DIFFER = 60
"""Seconds that an assertion is good already before it is made, by our clock."""

log = structlog.get_logger("bot.credentials")


class CredentialError(Exception):
    """The file is not what it has to be: the key of a sentence, and what stands in it."""

    def __init__(self, key: str, **arguments: str) -> None:
        super().__init__(key, arguments)
        self.key = key
        self.arguments = arguments


@dataclass(frozen=True, slots=True)
class Secret:
    """A client secret."""

    text: str
    last_day: date | None
    """The day that it expires, where that is known: Entra alone knows it."""

    def __repr__(self) -> str:
        return f"Secret(last_day={self.last_day})"

    def proof(self, app_id: str, audience: str, now: float) -> Mapping[str, str]:
        """The fields of the form that prove who asks."""
        del app_id, audience, now
        return {"client_secret": self.text}


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate that the app registration knows, and its private key."""

    key: RSAPrivateKey
    thumbprint: str
    """SHA-256 of its DER form, base64url."""
    last_day: date | None
    """The day that it expires, where people live."""

    def proof(self, app_id: str, audience: str, now: float) -> Mapping[str, str]:
        """The fields of the form that prove who asks; each proof is made for one request."""
        claims = {
            "aud": audience,
            "iss": app_id,
            "sub": app_id,
            "jti": str(uuid4()),
            "iat": int(now),
            "nbf": int(now) - CLOCKS_DIFFER,
            "exp": int(now) + ASSERTION_LIFETIME,
        }
        headers = {"x5t#S256": self.thumbprint}
        return {
            "client_assertion_type": ASSERTION_TYPE,
            "client_assertion": jwt.encode(claims, self.key, algorithm="PS256", headers=headers),
        }


class Proof(Protocol):
    """A secret or a certificate, as it is now."""

    @property
    def last_day(self) -> date | None:
        """The day that it expires; None where nobody has said."""
        ...

    def proof(self, app_id: str, audience: str, now: float) -> Mapping[str, str]:
        """The fields of the form that prove who asks, a moment in seconds since 1970."""
        ...


class Client:
    """bot.connector.Credential: the app id, and what proves it, read anew for each token."""

    def __init__(
        self,
        *,
        session: aiohttp.ClientSession,
        app_id: str,
        read: Callable[[], Proof],
        tenant: str,
        token_url: str = TOKEN_URL,
        wall_clock: Clock = time.time,
    ) -> None:
        """`tenant` is where the app is registered; it fills "{tenant}" in `token_url`.

        `read` may raise CredentialError.
        """
        self._session = session
        self._app_id = app_id
        self._read = read
        self._url = token_url.replace("{tenant}", quote(tenant, safe=""))
        self._wall_clock = wall_clock

    async def ask(self) -> object:
        """Ask the token endpoint. Raises DeliveryError."""
        try:
            # Elsewhere: a file may lie on a slow disk, and signing takes a millisecond.
            proof = await asyncio.to_thread(self._proof)
        except CredentialError as error:
            log.warning("credential unreadable", reason=error.key)
            raise DeliveryError(None, UNREADABLE) from error
        form = {
            "grant_type": "client_credentials",
            "client_id": self._app_id,
            **proof,
            "scope": SCOPE,
        }
        return await ask_for_token(self._session, "POST", self._url, data=form)

    def _proof(self) -> Mapping[str, str]:
        return self._read().proof(self._app_id, self._url, self._wall_clock())


def proof_of(settings: Settings) -> Callable[[], Proof] | None:
    """Reads what these settings prove the bot with; None where it needs no proof of its own.

    What it gives may raise CredentialError.
    """
    if settings.is_local:
        return None
    if settings.app_certificate is not None:
        return partial(read_certificate, settings.app_certificate)
    if settings.app_secret_file is not None:
        last_day = settings.app_secret_expires
        return partial(read_secret, settings.app_secret_file, last_day=last_day)
    if settings.app_secret is not None:
        secret = Secret(settings.app_secret.get_secret_value(), settings.app_secret_expires)
        return lambda: secret
    return None


def read_secret(file: Path, *, last_day: date | None = None) -> Secret:
    """Read a secret: the first line, and on the second, if there is one, the day that it expires.

    `last_day` holds where the file says none. Raises CredentialError.
    """
    lines = [line.strip() for line in _read(file).decode("utf-8", "replace").split("\n")]
    secret, day, *_ = [line for line in lines if line] + ["", ""]
    if not secret:
        raise CredentialError("credential-empty", file=str(file))
    try:
        return Secret(secret, date.fromisoformat(day) if day else last_day)
    except ValueError:
        raise CredentialError("credential-day", file=str(file)) from None


def read_certificate(file: Path) -> Certificate:
    """Read a certificate and its RSA key without a password, PEM. Raises CredentialError.

    Of several certificates it is the key's own, and of those the one that is good the longest.
    """
    content = _read(file)
    try:
        certificates = x509.load_pem_x509_certificates(content)
    except ValueError:
        raise CredentialError("credential-no-certificate", file=str(file)) from None
    try:
        key = load_pem_private_key(content, None)
    except (ValueError, TypeError, UnsupportedAlgorithm):  # TypeError: it has a password
        raise CredentialError("credential-no-key", file=str(file)) from None
    if not isinstance(key, RSAPrivateKey):
        raise CredentialError("credential-no-key", file=str(file))
    own = [each for each in certificates if each.public_key() == key.public_key()]
    if not own:
        raise CredentialError("credential-other-key", file=str(file))
    longest = max(own, key=lambda each: each.not_valid_after_utc)
    digest = base64.urlsafe_b64encode(longest.fingerprint(hashes.SHA256())).rstrip(b"=")
    last_day = longest.not_valid_after_utc.astimezone(STOCKHOLM).date()
    return Certificate(key, digest.decode("ascii"), last_day)


def _read(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(LARGEST_FILE)
    except OSError as error:
        reason = error.strerror or str(error)
        raise CredentialError("credential-unreadable", file=str(file), reason=reason) from None
