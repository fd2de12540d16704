"""The link of a letter, by which its reader says that the decision has been received."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from goals.errors import LinkUnknownError, ReceiptExpiredError, ReceiptUnknownError
from goals.sealing import seal, unseal

LIFETIME = timedelta(days=365)
"""The year that the decision is for: a letter may lie for long."""
_PURPOSE = "receipt"


@dataclass(frozen=True, slots=True)
class ReceiptLink:
    """What may be acknowledged with it, by whoever reads the letter, and nothing else."""

    tenant: str
    notice: str
    revision: int
    """Of the notice, as it stands in the letter."""
    address: str
    """The mailbox that the letter went to."""
    expires: datetime
    """Aware; to the second."""


def sign(link: ReceiptLink, key: bytes) -> str:
    """The token for an address."""
    values: list[str | int] = [
        link.tenant,
        link.notice,
        link.revision,
        link.address,
        int(link.expires.timestamp()),
    ]
    return seal(_PURPOSE, values, key)


def read_token(token: str, key: bytes, *, now: datetime) -> ReceiptLink:
    """What the token says. Raises ReceiptUnknownError or ReceiptExpiredError."""
    try:
        tenant, notice, revision, address, expires = unseal(_PURPOSE, token, key)
    except LinkUnknownError:
        raise ReceiptUnknownError from None
    link = ReceiptLink(tenant, notice, revision, address, datetime.fromtimestamp(expires, UTC))
    if now >= link.expires:
        raise ReceiptExpiredError
    return link
