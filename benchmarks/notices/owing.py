"""Invented municipalities that owe their units a decision."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.app import utc_now
from dialogs.answer import Fact, Facts, Lines, Quoted, Quotes
from dialogs.notice import Page
from goals.goal import Kind
from goals.note import NOTICE, AddressKind, Note
from goals.notice import Delivery, DeliveryState, Notice, Occasion, Purpose
from goals.ports import Ledger
from storage.database import EVERY_TENANT, Database
from storage.owed import owed_columns
from storage.tables import BodyRow, ChannelRow, DeliveryRow, NoticeRow, OutboxRow, TenantRow

YEAR = 2026
BODIES = [f"N{number}" for number in range(1, 26)]
"""A municipality decides the goals of so many bodies, each in a matter of its own."""
TENANTS = [f"{number:08}-0000-4000-8000-000000000000" for number in range(300)]
_BY = "nämndsekreterare"


def page(mark: str) -> Page:
    """A decision of the usual length, in words that nobody has decided."""
    wording = "Påhittat delmål: nämnden ska under året öka nyttan av sitt arbete för invånarna"
    items = tuple(
        Quoted(Kind.SUBGOAL, BODIES[0], number, YEAR, wording, None) for number in range(1, 12)
    )
    return Page(
        f"Exempelnämnden (påhittad) har beslutat om delmålen {YEAR}",
        (),
        ("Enheten får beslutet för verkställighet.",),
        (
            Facts(tuple(Fact(f"Uppgift {number}", "saknas i registret") for number in range(10))),
            Lines("Beslut", ("att fastställa delmålen", "att underrätta enheterna"), numbered=True),
            Quotes(f"Delmål {YEAR}", items),
            Facts((Fact("Meddelande", mark),)),
        ),
        "sv",
    )


def _notice(unit: int, mark: str, now: datetime) -> Notice:
    to = f"19:unit-{unit}@thread.tacv2"
    delivery = Delivery(
        f"{mark}-1", mark, Occasion.FIRST, AddressKind.CHANNEL, to, f"Enhet {unit}", now
    )
    body = BODIES[unit % len(BODIES)]
    return Notice(
        mark, body, YEAR, f"Enhet {unit} (påhittad)", Purpose.EXECUTION, now, _BY, (delivery,)
    )


def _note(notice: Notice) -> Note:
    (delivery,) = notice.deliveries
    return Note(
        delivery.to,
        NOTICE,
        body=notice.body,
        year=YEAR,
        address_kind=AddressKind.CHANNEL,
        delivery=delivery.id,
    )


async def owe(ledger: Ledger, unit: int, mark: str) -> None:
    """Owe one unit its notice, as the rule of expediting does."""
    notice = _notice(unit, mark, utc_now())
    await ledger.keep_notice(notice)
    await ledger.owe(_note(notice))


async def fill(database: Database, address: str, tenants: Sequence[str], units: int) -> None:
    """Add the municipalities, with so many units each, whose channels are at that address."""
    now = utc_now()
    async with database.recording(EVERY_TENANT) as session:
        session.add_all(
            TenantRow(id=each, name="Exempelby kommun (påhittad)", language="sv", created_at=now)
            for each in tenants
        )
        await session.flush()
        session.add_all(
            BodyRow(tenant=each, code=body, name=f"Exempelnämnd {body}", aliases=[])
            for each in tenants
            for body in BODIES
        )
        session.add_all(
            ChannelRow(
                tenant=each,
                conversation_id=_notice(unit, "", now).deliveries[0].to,
                service_url=f"{address}/{each}/",
                bot_id="28:bot",
                reached_at=now,
            )
            for each in tenants
            for unit in range(units)
        )


async def owe_many(database: Database, tenants: Sequence[str], count: int) -> None:
    """Owe so many notices, in equal parts by each municipality, all due at once."""
    now = utc_now()
    async with database.recording(EVERY_TENANT) as session:
        deliveries = []
        for number in range(count):
            tenant = tenants[number % len(tenants)]
            notice = _notice(number // len(tenants), f"notice-{number}", now)
            (delivery,) = notice.deliveries
            session.add(
                NoticeRow(
                    tenant=tenant,
                    id=notice.id,
                    body=notice.body,
                    year=YEAR,
                    unit=notice.unit,
                    purpose=notice.purpose,
                    owed_at=now,
                    by_object_id=_BY,
                )
            )
            deliveries.append((tenant, notice, delivery))
        await session.flush()
        for tenant, notice, delivery in deliveries:
            session.add(
                DeliveryRow(
                    tenant=tenant,
                    id=delivery.id,
                    notice=delivery.notice,
                    number=1,
                    occasion=delivery.occasion,
                    kind=delivery.kind,
                    value=delivery.to,
                    label=delivery.label,
                    owed_at=now,
                    revision=1,
                    state=DeliveryState.PENDING,
                )
            )
            session.add(OutboxRow(**owed_columns(_note(notice), tenant=tenant, now=now)))
