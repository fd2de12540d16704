"""The record as the one who reads it may see it: the same value as long as nothing is recorded."""

from __future__ import annotations

from dataclasses import replace

from dialogs.turn import Place, Turn
from goals.actor import Actor
from goals.record import Record
from goals.seeing import seen_by

_KEPT = 512
_views: dict[tuple[str, tuple[tuple[str, int], ...]], tuple[Record, Record]] = {}


def view_of(record: Record, actor: Actor) -> Record:
    """What this person may see of it. What is made from the record can be kept by it."""
    view = seen_by(record, actor)
    if view is record:
        return record
    key = (record.tenant, view.veiled)
    kept = _views.pop(key, None)
    if kept is None or kept[0] is not record:
        kept = (record, view)
    _views[key] = kept  # the last one used is the last to go
    if len(_views) > _KEPT:
        del _views[next(iter(_views))]
    return kept[1]


def reader_of(turn: Turn) -> Actor:
    """For whom an answer is: the person in their own chat, elsewhere everybody who is there."""
    if turn.place is Place.PERSONAL:
        return turn.actor
    return replace(turn.actor, grants=frozenset())
