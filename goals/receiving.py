"""**Mottaget**: a unit says that it has the decision. Twice, or by others, it is harmless."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from goals.actor import Actor
from goals.errors import NoticeUnknownError, NotYourNoticeError
from goals.event import Event, Value
from goals.expediting import change_cards
from goals.note import AddressKind
from goals.notice import Acknowledgement, Notice
from goals.ports import Ledger, OpenLedger


class Pressed(StrEnum):
    """What pressing **Mottaget** came to."""

    RECEIVED = "received"
    BEFORE = "before"
    """Somebody had pressed it before."""
    CORRECTED = "corrected"
    """The decision has been corrected since the card was shown: it is to be read first."""
    REHEARSED = "rehearsed"
    """It was a rehearsal; nothing is recorded."""


@dataclass(frozen=True, slots=True)
class Answered:
    """The notice after it was pressed, and what that came to."""

    notice: Notice
    pressed: Pressed


async def acknowledge(
    notice_id: str,
    revision: int,
    *,
    actor: Actor,
    name: str,
    conversation: str | None,
    open_ledger: OpenLedger,
    now: datetime,
) -> Answered:
    """Record that somebody of the unit has received the notice, as it was in that revision.

    Whoever is where the notice was sent may: in the channel (`conversation`), or as the person.
    Raises NoticeUnknownError or NotYourNoticeError.
    """
    async with open_ledger(actor.tenant, now=now) as ledger:
        notice = await ledger.notice(notice_id)
        if notice is None:
            raise NoticeUnknownError
        here = {(AddressKind.PERSON, actor.object_id), (AddressKind.CHANNEL, conversation)}
        if not any((each.kind, each.to) in here for each in notice.deliveries):
            raise NotYourNoticeError(unit=notice.unit)
        return await _receive(ledger, notice, revision, actor.object_id, name, now)


async def acknowledge_by_letter(
    tenant: str,
    notice_id: str,
    revision: int,
    *,
    address: str,
    open_ledger: OpenLedger,
    now: datetime,
) -> Answered:
    """The same by the signed link of a letter, which says to which address it went.

    Raises TenantUnknownError, NoticeUnknownError or NotYourNoticeError.
    """
    async with open_ledger(tenant, now=now) as ledger:
        notice = await ledger.notice(notice_id)
        if notice is None:
            raise NoticeUnknownError
        letter = (AddressKind.EMAIL, address)
        if letter not in {(each.kind, each.to) for each in notice.deliveries}:
            raise NotYourNoticeError(unit=notice.unit)
        return await _receive(ledger, notice, revision, None, address, now)


async def _receive(
    ledger: Ledger, notice: Notice, revision: int, by: str | None, name: str, now: datetime
) -> Answered:
    if notice.is_rehearsal:
        return Answered(notice, Pressed.REHEARSED)
    if notice.is_received:
        return Answered(notice, Pressed.BEFORE)
    if revision != notice.revision:
        return Answered(notice, Pressed.CORRECTED)
    received = replace(notice, acknowledged=Acknowledgement(now, by, name, revision))
    await ledger.keep_notice(received)
    record = await ledger.record()
    matter = record.matter(notice.body, notice.year)
    data: dict[str, Value] = {
        "notice": notice.id,
        "unit": notice.unit,
        "revision": revision,
        "letter": name if by is None else None,
    }
    await ledger.append(
        Event(
            at=now,
            what="acknowledge",
            by=by,
            role=None,
            body=notice.body,
            year=notice.year,
            state=matter.state.value if matter else None,
            data=data,
        )
    )
    return Answered(await change_cards(ledger, received, now), Pressed.RECEIVED)
