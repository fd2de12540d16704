"""Units and what they are told, as the fake memory keeps them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from goals.notice import Freeze, Notice
from goals.unit import AddressState, Channel, Unit, UnitAddress


@dataclass(frozen=True)
class NoticeShelf:
    """A tenant's units, notices and followers."""

    units: frozenset[str] = frozenset()
    addresses: Mapping[str, UnitAddress] = field(default_factory=dict)
    notices: Mapping[str, Notice] = field(default_factory=dict)
    followers: frozenset[tuple[str, str]] = frozenset()
    freeze: Freeze | None = None
    channels: Mapping[str, Channel] = field(default_factory=dict)


class FakeNotices:
    """goals.ports.Notices."""

    told: NoticeShelf

    async def units(self) -> tuple[Unit, ...]:
        return tuple(Unit(name, self._addresses(name)) for name in sorted(self.told.units))

    def _addresses(self, unit: str) -> tuple[UnitAddress, ...]:
        found = [
            each
            for each in self.told.addresses.values()
            if each.unit == unit and each.state is not AddressState.REMOVED
        ]
        return tuple(sorted(found, key=lambda each: (each.place, each.id)))

    async def address(self, address_id: str) -> UnitAddress | None:
        return self.told.addresses.get(address_id)

    async def channels(self, team: str) -> tuple[Channel, ...]:
        found = [each for each in self.told.channels.values() if each.team_id == team]
        return tuple(sorted(found, key=lambda each: each.conversation_id))

    async def notices(self, body: str, year: int) -> tuple[Notice, ...]:
        return tuple(each for each in self._sorted() if (each.body, each.year) == (body, year))

    async def notice(self, notice_id: str) -> Notice | None:
        return self.told.notices.get(notice_id)

    async def notice_of(self, delivery_id: str) -> Notice | None:
        return next((each for each in self._sorted() if each.delivery(delivery_id)), None)

    async def unanswered(self) -> tuple[Notice, ...]:
        return tuple(
            each for each in self._sorted() if not each.is_rehearsal and not each.is_received
        )

    async def followers(self, body: str) -> tuple[str, ...]:
        return tuple(sorted(person for where, person in self.told.followers if where == body))

    async def freeze(self) -> Freeze | None:
        return self.told.freeze

    def _sorted(self) -> list[Notice]:
        return sorted(self.told.notices.values(), key=lambda each: (each.owed_at, each.id))


class FakeNoticesLedger(FakeNotices):
    """goals.ports.NoticesLedger."""

    async def add_unit(self, name: str) -> None:
        if name in self.told.units:
            raise ValueError(f"{name} is there already")
        self.told = replace(self.told, units=self.told.units | {name})

    async def keep_address(self, address: UnitAddress) -> None:
        if address.unit not in self.told.units:
            raise ValueError(f"{address.unit} is not entered")
        addresses = {**self.told.addresses, address.id: address}
        self.told = replace(self.told, addresses=addresses)

    async def keep_channel(self, channel: Channel) -> None:
        channels = {**self.told.channels, channel.conversation_id: channel}
        self.told = replace(self.told, channels=channels)

    async def keep_notice(self, notice: Notice) -> None:
        self.told = replace(self.told, notices={**self.told.notices, notice.id: notice})

    async def follow(self, body: str, object_id: str) -> None:
        self.told = replace(self.told, followers=self.told.followers | {(body, object_id)})

    async def unfollow(self, body: str, object_id: str) -> None:
        self.told = replace(self.told, followers=self.told.followers - {(body, object_id)})

    async def set_freeze(self, freeze: Freeze | None) -> None:
        self.told = replace(self.told, freeze=freeze)
