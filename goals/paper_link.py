"""A link to a paper: who asked for which, until when, signed so that nobody else can make one."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from goals.errors import LinkExpiredError, LinkUnknownError
from goals.paper import PaperFormat, PaperKind

LIFETIME = timedelta(minutes=10)
KEY_BYTES = 32
LONGEST_TOKEN = 1_000
"""Characters; ours have some 300."""


@dataclass(frozen=True, slots=True)
class PaperLink:
    """What a link is for. It gives no right: that is looked up when it is followed."""

    tenant: str
    object_id: str
    """Of the person who asked for it."""
    body: str
    year: int
    kind: PaperKind
    format: PaperFormat
    expires: datetime
    """Aware; to the second."""


def sign(link: PaperLink, key: bytes) -> str:
    """The token for an address: letters, digits, "-", "_" and one dot."""
    values = [
        link.tenant,
        link.object_id,
        link.body,
        link.year,
        link.kind.value,
        link.format.value,
        int(link.expires.timestamp()),
    ]
    said = _as_text(json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode())
    return f"{said}.{_as_text(_seal(said, key))}"


def read_token(token: str, key: bytes, *, now: datetime) -> PaperLink:
    """What the token says. Raises LinkUnknownError for what we did not sign, LinkExpiredError."""
    said, _, seal = token.partition(".")
    if len(token) > LONGEST_TOKEN or not token.isascii():
        raise LinkUnknownError
    if not hmac.compare_digest(seal, _as_text(_seal(said, key))):
        raise LinkUnknownError
    # What is signed is ours, whole and in order.
    tenant, object_id, body, year, kind, written, expires = json.loads(_from_text(said))
    link = PaperLink(
        tenant,
        object_id,
        body,
        year,
        PaperKind(kind),
        PaperFormat(written),
        datetime.fromtimestamp(expires, UTC),
    )
    if now >= link.expires:
        raise LinkExpiredError
    return link


def _seal(said: str, key: bytes) -> bytes:
    return hmac.new(key, said.encode("ascii"), hashlib.sha256).digest()


def _as_text(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode("ascii")


def _from_text(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
