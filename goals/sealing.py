"""A token for an address: what it says can be read by everybody, and said by nobody but us."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Sequence
from typing import Any

from goals.errors import LinkUnknownError

KEY_BYTES = 32
LONGEST_TOKEN = 1_000
"""Characters; ours have some 300."""


def seal(purpose: str, values: Sequence[str | int], key: bytes) -> str:
    """The token: letters, digits, "-", "_" and one dot. It opens nothing of another purpose."""
    said = _as_text(json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode())
    return f"{said}.{_as_text(_digest(purpose, said, key))}"


def unseal(purpose: str, token: str, key: bytes) -> list[Any]:
    """The values, whole and in order. Raises LinkUnknownError for what we did not seal."""
    said, _, digest = token.partition(".")
    if len(token) > LONGEST_TOKEN or not token.isascii():
        raise LinkUnknownError
    if not hmac.compare_digest(digest, _as_text(_digest(purpose, said, key))):
        raise LinkUnknownError
    values: list[Any] = json.loads(base64.urlsafe_b64decode(said + "=" * (-len(said) % 4)))
    return values


def _digest(purpose: str, said: str, key: bytes) -> bytes:
    return hmac.new(key, f"{purpose} {said}".encode("ascii"), hashlib.sha256).digest()


def _as_text(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode("ascii")
