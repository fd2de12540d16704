"""A link to a paper: who asked for which, until when, signed so that nobody else can make one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from goals.errors import LinkExpiredError
from goals.paper import PaperFormat, PaperKind
from goals.sealing import seal, unseal

LIFETIME = timedelta(minutes=10)
_PURPOSE = "paper"


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
    """The token for an address."""
    values: list[str | int] = [
        link.tenant,
        link.object_id,
        link.body,
        link.year,
        link.kind.value,
        link.format.value,
        int(link.expires.timestamp()),
    ]
    return seal(_PURPOSE, values, key)


def read_token(token: str, key: bytes, *, now: datetime) -> PaperLink:
    """What the token says. Raises LinkUnknownError for what we did not sign, LinkExpiredError."""
    tenant, object_id, body, year, kind, written, expires = unseal(_PURPOSE, token, key)
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
