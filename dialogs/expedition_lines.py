"""What became of an expedition, in words: the same on the board and on the proof."""

from __future__ import annotations

from dialogs.clock import local_time
from dialogs.texts import say
from goals.notice import Count, Delivery, DeliveryState, Notice


def counted(count: Count, language: str) -> tuple[tuple[str, str], ...]:
    """How many are to be told, are told, may yet be and will not be, and have answered."""
    return tuple(
        (say(language, f"count-{name}"), str(value))
        for name, value in (
            ("intended", count.intended),
            ("delivered", count.delivered),
            ("pending", count.pending),
            ("failed", count.failed),
            ("received", count.received),
        )
    )


def delivery_line(each: Delivery, language: str) -> str:
    """Where it went, when, by how many attempts, and why not."""
    address = address_of(each, language)
    if each.state is DeliveryState.PENDING:
        return say(language, "delivery-pending", address=address, at=local_time(each.owed_at))
    at = local_time(each.settled_at or each.owed_at)
    if each.state is DeliveryState.DELIVERED:
        return say(language, "delivery-delivered", address=address, at=at, attempts=each.attempts)
    return say(
        language,
        "delivery-failed",
        address=address,
        at=at,
        attempts=each.attempts,
        ending=each.ending.value if each.ending else "refused",
        reason=each.reason or "–",
    )


def address_of(each: Delivery, language: str) -> str:
    """The address as people read it."""
    return say(language, f"address-{each.kind.value}", label=each.label or each.to)


def received_line(notice: Notice, language: str) -> str:
    """Who has received it and when, or that nobody has."""
    if notice.acknowledged is None:
        return say(language, "board-not-received")
    key = "board-received" if notice.is_received else "board-received-before"
    name = notice.acknowledged.name or say(language, "somebody")
    return say(language, key, name=name, at=local_time(notice.acknowledged.at))
