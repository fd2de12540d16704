"""Anybody may follow a body: one message when its decision is adjusted, until they stop."""

from __future__ import annotations

from datetime import datetime

from goals.actor import Actor
from goals.errors import BodyNotChosenError
from goals.matter import Matter
from goals.note import Note, NoteButton
from goals.ports import Ledger, OpenLedger

UNFOLLOW = "unfollow-body"
"""What the button of the message asks for."""


async def follow(body: str, *, actor: Actor, open_ledger: OpenLedger, now: datetime) -> bool:
    """Let a person be told of the body's decisions; False where they are. BodyNotChosenError."""
    async with open_ledger(actor.tenant, now=now) as ledger:
        if (await ledger.record()).body(body) is None:
            raise BodyNotChosenError
        if actor.object_id in await ledger.followers(body):
            return False
        await ledger.follow(body, actor.object_id)
        return True


async def unfollow(body: str, *, actor: Actor, open_ledger: OpenLedger, now: datetime) -> None:
    """Let them not be told any more."""
    async with open_ledger(actor.tenant, now=now) as ledger:
        await ledger.unfollow(body, actor.object_id)


async def tell_followers(ledger: Ledger, matter: Matter, *, but: str) -> None:
    """Owe everybody who follows the body one message; `but` has just confirmed it themself."""
    for person in await ledger.followers(matter.body):
        if person != but:
            await ledger.owe(
                Note(
                    person,
                    "note-followed",
                    body=matter.body,
                    year=matter.year,
                    button=NoteButton("button-unfollow", UNFOLLOW, {"body": matter.body}),
                )
            )
