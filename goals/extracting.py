"""A certified extract is kept byte for byte, with its digest, and sent along later.

Its event vouches for the digest. One that was wrong is never taken away: a newer one stands before
it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from goals.actor import Actor, Role
from goals.errors import (
    ExtractAlteredError,
    ExtractNotPdfError,
    ExtractTooEarlyError,
    ExtractTooLargeError,
)
from goals.event import Event, Value
from goals.extract import Extract
from goals.matter import MatterState
from goals.matter_steps import append, last_event_of, matter_at, text_of
from goals.ports import OpenLedger, Register

KEEP = "extract"
"""The event: its data has the number, the name, the size and the digest of the file."""
LARGEST = 10 * 1024 * 1024
"""Bytes: what a mail can still carry."""
HAS_EXTRACT = frozenset(
    {MatterState.ADJUSTED, MatterState.ANNOUNCED, MatterState.EXPEDITED, MatterState.FINAL}
)
"""Minutes are certified once they are adjusted."""
_EDGE = 1024
"""A PDF begins and ends within so many bytes of the file's ends."""


async def keep_extract(
    body: str,
    year: int,
    *,
    name: str,
    content: bytes,
    actor: Actor,
    open_ledger: OpenLedger,
    now: datetime,
) -> Extract:
    """Keep the file in the matter; the same file once more is kept once.

    Raises ExtractNotPdfError, ExtractTooLargeError, MeetingNotAllowedError, NoOpenMatterError or
    ExtractTooEarlyError.
    """
    _check(name, content)
    async with open_ledger(actor.tenant, now=now) as ledger:
        matter = await matter_at(ledger, body, year, actor, frozenset(MatterState))
        if matter.state not in HAS_EXTRACT:
            raise ExtractTooEarlyError(body=body, year=year)
        before = await ledger.extract(body, year)
        number = before.number + 1 if before else 1
        extract = Extract(body, year, number, name, content, actor.object_id, now)
        if before is not None and before.digest == extract.digest:
            return before
        await ledger.enter_extract(extract)
        data: dict[str, Value] = {
            "extract": number,
            "name": name,
            "size": len(content),
            "digest": extract.digest,
        }
        await append(ledger, matter, matter.state, KEEP, actor, now, data)
        return extract


async def kept_extract(register: Register, body: str, year: int) -> Extract | None:
    """The extract to send along, compared with what its event vouches for; None where none is.

    Raises ExtractAlteredError.
    """
    told = last_extract(await register.events(body, year))
    if told is None:
        return None
    extract = await register.extract(body, year)
    if extract is None or extract.digest != text_of(told, "digest"):
        raise ExtractAlteredError(body=body, year=year)
    return extract


def last_extract(events: Sequence[Event]) -> Event | None:
    """The event by which the newest extract was kept."""
    return last_event_of(events, KEEP)


def may_keep_extract(actor: Actor, body: str, state: MatterState) -> bool:
    """Whether this person may send the extract of the matter now."""
    return actor.has(Role.SECRETARY, body) and state in HAS_EXTRACT


def _check(name: str, content: bytes) -> None:
    if len(content) > LARGEST:
        raise ExtractTooLargeError(document=name, megabytes=LARGEST // 1024 // 1024)
    if b"%PDF-" not in content[:_EDGE] or b"%%EOF" not in content[-_EDGE:]:
        raise ExtractNotPdfError(document=name)
