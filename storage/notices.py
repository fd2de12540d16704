"""Units, what they are told, and who follows a body, inside one transaction of a database."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from operator import attrgetter

from sqlalchemy import ColumnElement, delete
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from goals.notice import Acknowledgement, Delivery, Freeze, Notice
from goals.unit import AddressState, Channel, Unit, UnitAddress
from storage.tables import (
    ChannelRow,
    DeliveryRow,
    FollowerRow,
    FreezeRow,
    NoticeRow,
    UnitAddressRow,
    UnitRow,
)


class SqlNotices:
    """goals.ports.Notices."""

    _session: AsyncSession
    _tenant: str

    async def units(self) -> tuple[Unit, ...]:
        """Every unit that a matter names or that was added, by name; with its addresses."""
        addresses: defaultdict[str, list[UnitAddress]] = defaultdict(list)
        for row in await self._session.exec(
            select(UnitAddressRow)
            .where(
                col(UnitAddressRow.tenant) == self._tenant,
                col(UnitAddressRow.state) != AddressState.REMOVED,
            )
            .order_by(col(UnitAddressRow.place), col(UnitAddressRow.id))
        ):
            addresses[row.unit].append(_address(row))
        rows = await self._session.exec(select(UnitRow).where(col(UnitRow.tenant) == self._tenant))
        # Sorted here: the databases' own ideas of alphabetical order differ.
        return tuple(
            Unit(name, tuple(addresses[name])) for name in sorted(row.name for row in rows)
        )

    async def address(self, address_id: str) -> UnitAddress | None:
        """The one with this id, also one that was removed."""
        row = await self._session.get(UnitAddressRow, (self._tenant, address_id))
        return _address(row) if row else None

    async def channels(self, team: str) -> tuple[Channel, ...]:
        """The channels of a team that units were registered in."""
        rows = await self._session.exec(
            select(ChannelRow)
            .where(col(ChannelRow.tenant) == self._tenant, col(ChannelRow.team_id) == team)
            .order_by(col(ChannelRow.conversation_id))
        )
        return tuple(map(_channel, rows))

    async def notices(self, body: str, year: int) -> tuple[Notice, ...]:
        """What the units are told of one decision, in the order it was owed."""
        return await self._read_notices(col(NoticeRow.body) == body, col(NoticeRow.year) == year)

    async def notice(self, notice_id: str) -> Notice | None:
        """The one with this id."""
        found = await self._read_notices(col(NoticeRow.id) == notice_id)
        return found[0] if found else None

    async def notice_of(self, delivery_id: str) -> Notice | None:
        """The one that a delivery is about."""
        row = await self._session.get(DeliveryRow, (self._tenant, delivery_id))
        return await self.notice(row.notice) if row else None

    async def unanswered(self) -> tuple[Notice, ...]:
        """The notices that are no rehearsals and that nobody has received as they read now."""
        found = await self._read_notices(col(NoticeRow.is_rehearsal).is_(False))
        return tuple(each for each in found if not each.is_received)

    async def followers(self, body: str) -> tuple[str, ...]:
        """Who wants to be told when a decision of the body is adjusted."""
        rows = await self._session.exec(
            select(FollowerRow.object_id).where(
                col(FollowerRow.tenant) == self._tenant, col(FollowerRow.body) == body
            )
        )
        return tuple(sorted(rows))

    async def freeze(self) -> Freeze | None:
        """Why nothing is sent to units; None where it is."""
        row = await self._session.get(FreezeRow, self._tenant)
        return Freeze(row.reason, row.by_object_id, row.at) if row else None

    async def _read_notices(self, *conditions: ColumnElement[bool]) -> tuple[Notice, ...]:
        rows = (
            await self._session.exec(
                select(NoticeRow).where(col(NoticeRow.tenant) == self._tenant, *conditions)
            )
        ).all()
        deliveries: defaultdict[str, list[Delivery]] = defaultdict(list)
        ids = [row.id for row in rows]
        for row in await self._session.exec(
            select(DeliveryRow)
            .where(col(DeliveryRow.tenant) == self._tenant, col(DeliveryRow.notice).in_(ids))
            .order_by(col(DeliveryRow.number))
        ):
            deliveries[row.notice].append(_delivery(row))
        found = (_notice(row, deliveries[row.id]) for row in rows)
        return tuple(sorted(found, key=attrgetter("owed_at", "id")))


class SqlNoticesLedger(SqlNotices):
    """The part of goals.ports.Ledger that keeps them."""

    _now: datetime

    async def add_unit(self, name: str) -> None:
        """Enter a unit that the tenant did not have under that name."""
        self._session.add(UnitRow(tenant=self._tenant, name=name))
        await self._session.flush()

    async def keep_address(self, address: UnitAddress) -> None:
        """Keep an address of a unit, in the place of what was kept under its id."""
        await self._session.merge(
            UnitAddressRow(
                tenant=self._tenant,
                id=address.id,
                unit=address.unit,
                kind=address.kind,
                value=address.value,
                label=address.label,
                place=address.place,
                state=address.state,
                by_object_id=address.by,
                confirmed_by=address.confirmed_by,
                reason=address.reason,
                at=self._now,
            )
        )
        await self._session.flush()

    async def keep_channel(self, channel: Channel) -> None:
        """Keep where a channel is reached, in the place of what was known of it."""
        await self._session.merge(
            ChannelRow(
                tenant=self._tenant,
                conversation_id=channel.conversation_id,
                service_url=channel.service_url,
                bot_id=channel.bot_id,
                team_id=channel.team_id,
                name=channel.name,
                team_name=channel.team_name,
                reached_at=self._now,
            )
        )
        await self._session.flush()

    async def keep_notice(self, notice: Notice) -> None:
        """Keep a notice and its deliveries, in the place of what was kept under their ids."""
        received = notice.acknowledged
        await self._session.merge(
            NoticeRow(
                tenant=self._tenant,
                id=notice.id,
                body=notice.body,
                year=notice.year,
                unit=notice.unit,
                purpose=notice.purpose,
                owed_at=notice.owed_at,
                by_object_id=notice.by,
                revision=notice.revision,
                acknowledged_at=received.at if received else None,
                acknowledged_by=received.by if received else None,
                acknowledged_name=received.name if received else None,
                acknowledged_revision=received.revision if received else None,
                reminders=notice.reminders,
                is_rehearsal=notice.is_rehearsal,
            )
        )
        await self._session.flush()
        for number, each in enumerate(notice.deliveries, start=1):
            await self._session.merge(_delivery_row(each, self._tenant, number))
        await self._session.flush()

    async def follow(self, body: str, object_id: str) -> None:
        """Enter that a person follows a body; nothing where they do."""
        if await self._session.get(FollowerRow, (self._tenant, body, object_id)) is None:
            self._session.add(
                FollowerRow(tenant=self._tenant, body=body, object_id=object_id, since=self._now)
            )
            await self._session.flush()

    async def unfollow(self, body: str, object_id: str) -> None:
        """Enter that they do not; nothing where they do not."""
        await self._session.exec(
            delete(FollowerRow).where(
                col(FollowerRow.tenant) == self._tenant,
                col(FollowerRow.body) == body,
                col(FollowerRow.object_id) == object_id,
            )
        )

    async def set_freeze(self, freeze: Freeze | None) -> None:
        """Stop what is sent to units; None: let it go on."""
        await self._session.exec(delete(FreezeRow).where(col(FreezeRow.tenant) == self._tenant))
        if freeze is not None:
            self._session.add(
                FreezeRow(
                    tenant=self._tenant, reason=freeze.reason, by_object_id=freeze.by, at=freeze.at
                )
            )
        await self._session.flush()


def _address(row: UnitAddressRow) -> UnitAddress:
    return UnitAddress(
        row.id,
        row.unit,
        row.kind,
        row.value,
        row.label,
        row.place,
        row.state,
        row.by_object_id,
        row.confirmed_by,
        row.reason,
    )


def _channel(row: ChannelRow) -> Channel:
    return Channel(
        row.conversation_id, row.service_url, row.bot_id, row.team_id, row.name, row.team_name
    )


def _notice(row: NoticeRow, deliveries: Iterable[Delivery]) -> Notice:
    received = None
    if row.acknowledged_at is not None:
        received = Acknowledgement(
            row.acknowledged_at,
            row.acknowledged_by,
            row.acknowledged_name or "",
            row.acknowledged_revision or 1,
        )
    return Notice(
        row.id,
        row.body,
        row.year,
        row.unit,
        row.purpose,
        row.owed_at,
        row.by_object_id,
        tuple(deliveries),
        row.revision,
        received,
        row.reminders,
        row.is_rehearsal,
    )


def _delivery(row: DeliveryRow) -> Delivery:
    return Delivery(
        row.id,
        row.notice,
        row.occasion,
        row.kind,
        row.value,
        row.label,
        row.owed_at,
        row.address,
        row.edits,
        row.revision,
        row.state,
        row.message_id,
        row.attempts,
        row.ending,
        row.reason,
        row.settled_at,
    )


def _delivery_row(each: Delivery, tenant: str, number: int) -> DeliveryRow:
    return DeliveryRow(
        tenant=tenant,
        id=each.id,
        notice=each.notice,
        number=number,
        occasion=each.occasion,
        kind=each.kind,
        value=each.to,
        label=each.label,
        address=each.address,
        edits=each.edits,
        owed_at=each.owed_at,
        revision=each.revision,
        state=each.state,
        message_id=each.message_id,
        attempts=each.attempts,
        ending=each.ending,
        reason=each.reason,
        settled_at=each.settled_at,
    )
