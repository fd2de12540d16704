"""A unit that is told of decisions, and where it is reached."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from goals.note import AddressKind


class AddressState(StrEnum):
    """Whether an address may be used."""

    WAITING = "waiting"
    """Somebody has registered it; an administrator has yet to confirm it."""
    CONFIRMED = "confirmed"
    GONE = "gone"
    """Nobody is reached there any more: the bot was removed, or the channel is not there."""
    REMOVED = "removed"
    """Taken away by a person. It is kept for the deliveries that went there."""


@dataclass(frozen=True, slots=True)
class UnitAddress:
    """One way of reaching a unit."""

    id: str
    unit: str
    """The unit's name."""
    kind: AddressKind
    value: str
    """As `goals.note.Note.to`."""
    label: str
    """As people read it: the channel's and team's name, a person's name, the e-mail address."""
    place: int
    """In the order in which they are tried, from 1."""
    state: AddressState
    by: str | None = None
    """Who registered it (object id); None is the server's command line."""
    confirmed_by: str | None = None
    reason: str | None = None
    """Why it is gone."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit that decisions are sent to, as the sources name it."""

    name: str
    addresses: tuple[UnitAddress, ...] = ()
    """In their order, without those that were removed."""

    @property
    def usable(self) -> tuple[UnitAddress, ...]:
        """Those that a notice can go to, the first one first."""
        return tuple(each for each in self.addresses if each.state is AddressState.CONFIRMED)

    @property
    def waiting(self) -> tuple[UnitAddress, ...]:
        """Those that an administrator has yet to confirm."""
        return tuple(each for each in self.addresses if each.state is AddressState.WAITING)


BETWEEN = " / "
"""Between a team's name and its channel's."""


@dataclass(frozen=True, slots=True)
class Channel:
    """A Teams channel, in plain columns: what it takes to write there."""

    conversation_id: str
    """Without the thread: a message to it begins a new one."""
    service_url: str
    bot_id: str
    team_id: str | None = None
    name: str | None = None
    team_name: str | None = None

    @property
    def label(self) -> str:
        """As people know it: "IT-enheten / Allmänt"; empty where Teams did not say."""
        return BETWEEN.join(each for each in (self.team_name, self.name) if each)


_PLAIN = re.compile(r"[\W_]+")
_ENDINGS = re.compile(
    r"(enhet|avdelning|förvaltning|nämnd|verksamhet|tjänst|grupp|funktion|sektion)(?:en)$"
    r"|(kontor|kansli|bolag|sekretariat|arkiv|bibliotek)(?:et|t)$"
    r"|(direktör|chef|registrator|strateg)(?:en|n)$"
    r"|(styrelse|skola)(?:n)$"
)


def unit_key(name: str) -> str:
    """The name as names are compared: "IT-enheten" is "it enhet", and so is "IT-enhet"."""
    words = _PLAIN.sub(" ", name.casefold()).split()
    return " ".join(
        _ENDINGS.sub(lambda found: next(filter(None, found.groups())), w) for w in words
    )


def joined(units: Iterable[Unit]) -> tuple[Unit, ...]:
    """Units whose names differ in their endings alone as one, with the addresses of all of them.

    It has the first one's name, and stands in its place.
    """
    found: dict[str, Unit] = {}
    for each in units:
        before = found.setdefault(unit_key(each.name), each)
        if before is not each:
            addresses = sorted((*before.addresses, *each.addresses), key=lambda one: one.place)
            found[unit_key(each.name)] = replace(before, addresses=tuple(addresses))
    return tuple(found.values())


def unit_called(name: str, units: Iterable[Unit]) -> Unit | None:
    """The unit with that name, whatever its ending; None for none."""
    key = unit_key(name)
    return next((each for each in joined(units) if unit_key(each.name) == key), None)
