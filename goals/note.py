"""A note: something that a person is to be told and has not asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from typing import TypeAlias

Argument: TypeAlias = str | int

NOTICE = "notice"
"""The kind of a note that is part of a delivery: its words are made from what was decided."""

AT_ONCE = timedelta(0)
GATHERED = timedelta(minutes=2)
"""How long a note waits for others of its batch, so that ten proposals are one message."""


class AddressKind(StrEnum):
    """What a note's address is."""

    PERSON = "person"
    """An Entra object id: the person's own chat with the bot."""
    CHANNEL = "channel"
    """The key of a conversation reference that storage.addresses keeps."""
    EMAIL = "email"
    """The address itself, "kansli@exempelby.se"."""


IN_TEAMS = frozenset({AddressKind.PERSON, AddressKind.CHANNEL})
BY_MAIL = frozenset({AddressKind.EMAIL})


class NoteState(StrEnum):
    """Where a note is in its life."""

    OWED = "owed"
    CLAIMED = "claimed"
    """A process has taken it up: until its lease lapses, nobody else does."""
    SENDING = "sending"
    """It may have arrived, even if its process dies now."""
    POSTPONED = "postponed"
    DELIVERED = "delivered"
    GAVE_UP = "gave_up"


class Ending(StrEnum):
    """How a note came to its end."""

    DELIVERED = "delivered"
    GONE = "gone"
    """There is nobody at that address, or they want nothing from us: another one may do."""
    REFUSED = "refused"
    """The message itself was not taken."""
    EXHAUSTED = "exhausted"
    """It was tried for as long as is reasonable."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a note, once it is certain."""

    ending: Ending
    attempts: int
    """How often it was sent."""
    message_id: str | None = None
    """Of what was delivered: what Teams calls the message, or a letter's Message-ID."""
    reason: str | None = None
    """Of what was not, in the other side's words: "403 MessageWritesBlocked"."""


@dataclass(frozen=True, slots=True)
class NoteButton:
    """A button below a note."""

    title: str
    """The key of its text."""
    verb: str
    data: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Note:
    """What is to be told to whom. Its words are found when it goes out, in their language."""

    to: str
    """The address: a person's object id."""
    kind: str
    """The key of its sentence, "note-…", which gets `arguments`, and `body` and `year` if given.

    With "-several" behind it, the key of the headline above several of its kind (gets `count`, and
    what they have in common), with "-line" of each below that; with "-more", of what one can do
    now. None of them is needed.
    """
    arguments: Mapping[str, Argument] = field(default_factory=dict)
    body: str | None = None
    year: int | None = None
    button: NoteButton | None = None
    batch: str = ""
    """Notes of one batch to one address go out together, when the first of them is due."""
    wait: timedelta = AT_ONCE
    address_kind: AddressKind = AddressKind.PERSON
    delivery: str | None = None
    """The delivery that it is part of. Such a note is a message of its own, composed when it goes
    out, and that it ended is told to the rules in the transaction that says so."""


@dataclass(frozen=True, slots=True)
class ClaimedNote:
    """A note that this process, and for now no other, is to deliver."""

    id: int
    tenant: str
    note: Note
    attempts: int
    """How often it has been sent, or was about to be, before."""
    claim: str
    """Names this taking up; who comes after the lease has lapsed has another."""
    parts: int = 0
    """How many parts of its message have arrived: one that is too big for one goes in several."""
