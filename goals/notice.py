"""A notice: what a unit is told of a decision, where it went, and who has received it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from goals.note import AddressKind, Ending


class Purpose(StrEnum):
    """What a unit gets the decision for."""

    EXECUTION = "execution"
    """För verkställighet."""
    INFORMATION = "information"
    """För kännedom."""


class Occasion(StrEnum):
    """Why something was sent."""

    FIRST = "first"
    OTHER_ADDRESS = "other_address"
    """The address before did not take it, or nobody there has answered."""
    AGAIN = "again"
    """A person has asked for it, after it had failed."""
    REMINDER = "reminder"
    CHANGE = "change"
    """The card that is there gets another content, in its place."""
    CORRECTION = "correction"
    """What was corrected is told, once."""
    REHEARSAL = "rehearsal"
    """To whoever practises, and to nobody else."""


CARRIES_NOTICE = frozenset({Occasion.FIRST, Occasion.OTHER_ADDRESS, Occasion.AGAIN})
"""What a unit has been told by, when it has arrived."""


class DeliveryState(StrEnum):
    """Where a delivery is in its life, and a notice by its deliveries."""

    PENDING = "pending"
    DELIVERED = "delivered"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Delivery:
    """One message about a notice, to one address."""

    id: str
    notice: str
    """The notice's id."""
    occasion: Occasion
    kind: AddressKind
    to: str
    label: str
    """The address as people read it, as it was then."""
    owed_at: datetime
    address: str | None = None
    """The id of the unit's address."""
    edits: str | None = None
    """The id of the message whose place it takes; None is a message of its own."""
    revision: int = 1
    """Of the notice, when it was owed."""
    state: DeliveryState = DeliveryState.PENDING
    message_id: str | None = None
    attempts: int = 0
    ending: Ending | None = None
    """How it came to its end; None while it is pending."""
    reason: str | None = None
    """Why it did not arrive, in the other side's words."""
    settled_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """**Mottaget**: who has received a notice, and when."""

    at: datetime
    by: str | None
    """Object id; None for who followed the link of a letter."""
    name: str
    """As Teams shows it, or the e-mail address; empty where it is not known."""
    revision: int
    """Of the notice, as the person had it before them."""


@dataclass(frozen=True, slots=True)
class Notice:
    """What one unit is to know of one decision: once, whatever happens on the way."""

    id: str
    body: str
    year: int
    unit: str
    """As the decision names it."""
    purpose: Purpose
    owed_at: datetime
    by: str
    """Who sent it (object id)."""
    deliveries: tuple[Delivery, ...] = ()
    """The oldest first."""
    revision: int = 1
    """Rises by one with each correction of the decision."""
    acknowledged: Acknowledgement | None = None
    """The newest."""
    reminders: int = 0
    """How often it has been asked why nobody has received it: again, elsewhere, then a person."""
    is_rehearsal: bool = False

    @property
    def state(self) -> DeliveryState:
        """Whether the unit has been told: by any of its deliveries; else whether it still may be.

        A unit that had no address has failed from the start.
        """
        states = {each.state for each in self.carrying}
        for state in (DeliveryState.DELIVERED, DeliveryState.PENDING):
            if state in states:
                return state
        return DeliveryState.FAILED

    @property
    def carrying(self) -> tuple[Delivery, ...]:
        """The deliveries that tell the unit, not those that remind it or change a card."""
        return tuple(each for each in self.deliveries if each.occasion in CARRIES_NOTICE)

    @property
    def is_received(self) -> bool:
        """Whether somebody has received it as it reads now."""
        return self.acknowledged is not None and self.acknowledged.revision == self.revision

    def delivery(self, delivery_id: str) -> Delivery | None:
        """The one with this id."""
        return next((each for each in self.deliveries if each.id == delivery_id), None)


def as_decided(notices: Iterable[Notice], recipients: Sequence[str]) -> tuple[Notice, ...]:
    """Those that are no rehearsals, in the order in which the decision names its units."""
    place = {name.casefold(): number for number, name in enumerate(recipients)}
    found = (each for each in notices if not each.is_rehearsal)
    return tuple(sorted(found, key=lambda each: place.get(each.unit.casefold(), len(place))))


@dataclass(frozen=True, slots=True)
class Count:
    """How many notices there are of each state: intended = delivered + pending + failed."""

    intended: int
    delivered: int
    pending: int
    failed: int
    received: int


def count(notices: Iterable[Notice]) -> Count:
    """How many units are, may yet be and will not be told, and how many have answered."""
    intended = [each for each in notices if not each.is_rehearsal]
    states = [each.state for each in intended]
    return Count(
        len(intended),
        states.count(DeliveryState.DELIVERED),
        states.count(DeliveryState.PENDING),
        states.count(DeliveryState.FAILED),
        sum(each.is_received for each in intended),
    )


@dataclass(frozen=True, slots=True)
class Freeze:
    """Nothing more is sent to units, until somebody lifts it."""

    reason: str
    by: str | None
    at: datetime
