"""A proposal is submitted, and all whom it concerns are told, each in their own chat."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import update
from sqlmodel import col, select

from bot.app import open_memory, utc_now
from goals.note import NoteState
from storage.database import EVERY_TENANT
from storage.tables import DraftRow, OutboxRow
from tests.card_checks import check
from tests.journeys.test_an_official_proposes_a_change import (
    NEW,
    OFFICER,
    OFFICIAL,
    OTHER,
    SECRETARY,
    STAFF,
    WHY,
    Town,
    said,
    teams,
    town,
)

__all__ = ["teams"]


async def told(at: Town, person: str, text: str) -> Any:
    """The card that the bot sends this person unasked, with these words in it, once it has."""
    async with asyncio.timeout(30):
        while True:
            found = [card for card in everything_told(at, person) if text in said(card)]
            if found:
                (card,) = found
                assert check(card) == []
                return card
            await asyncio.sleep(0.02)


def everything_told(at: Town, person: str) -> list[Any]:
    """What this person has been sent unasked."""
    return [
        each.activity["attachments"][0]["content"]
        for each in at.teams.deliveries
        if each.activity_id is None
        and each.conversation_id == f"a:1-{person}"
        and "attachments" in each.activity
    ]


async def wait_is_over(at: Town) -> None:
    """What waits for others of its batch has waited for long enough."""
    async with (
        open_memory(at.settings) as memory,
        memory.database.recording(EVERY_TENANT) as session,
    ):
        await session.exec(
            update(OutboxRow).where(col(OutboxRow.state) == NoteState.OWED).values(due_at=utc_now())
        )


async def days_pass(at: Town, days: int) -> None:
    """As if every draft had been touched so many days earlier."""
    async with (
        open_memory(at.settings) as memory,
        memory.database.recording(EVERY_TENANT) as session,
    ):
        for draft in await session.exec(select(DraftRow)):
            draft.updated_at -= timedelta(days=days)
            session.add(draft)


async def submits(at: Town, person: str, text: str, number: int = 3) -> Any:
    """Somebody proposes another wording; the receipt."""
    form = await at.say(f"jag vill ändra delmål {number}", person=person)
    review = await at.press(form, "Granska", person=person, text=text, motivation=WHY)
    return await at.press(review, "Skicka in", person=person)


async def test_officer_and_secretary_get_one_message_of_all_that_came_in(teams: Town) -> None:
    for person in (OFFICER, SECRETARY, STAFF):
        await teams.say("hej", person=person)
    await submits(teams, OFFICIAL, NEW)
    await submits(teams, OTHER, "Främja allt byggande", 1)
    assert everything_told(teams, SECRETARY) == []
    await wait_is_over(teams)
    for person in (OFFICER, SECRETARY):
        card = await told(teams, person, "2 nya förslag i ärendet KS 2025")
        assert "F-KS-2025-001, ändrad lydelse av delmål 3." in said(card)
        assert NEW not in said(card)
        listed = await teams.press(card, "Förslag KS 2025", person=person)
        assert said(listed).startswith("KS 2025: 2 förslag.")
        assert everything_told(teams, person) == [card]
    assert everything_told(teams, STAFF) == everything_told(teams, OFFICIAL) == []


async def test_the_author_is_asked_to_complete_where_they_can_answer(tmp_path: Path) -> None:
    async with town(tmp_path) as at:
        await submits(at, OFFICIAL, NEW)
        shown = await at.say("F-KS-2025-001", person=OFFICER)
        asking = await at.press(shown, "Begär komplettering", person=OFFICER)
        sent = await at.press(
            asking, "Begär komplettering", person=OFFICER, reason="Vad kostar det?"
        )
        assert "Den som lämnade förslaget får ett meddelande om det." in said(sent)
        card = await told(at, OFFICIAL, "Handläggaren ber dig komplettera")
        assert "Skäl för F-KS-2025-001: Vad kostar det?" in said(card)
        form = await at.press(card, "Komplettera F-KS-2025-001")
        review = await at.press(form, "Granska", consequences="Hundra kronor.")
        await at.press(review, "Skicka in")
        await at.say("hej", person=OFFICER)
        await wait_is_over(at)
        card = await told(at, OFFICER, "är kompletterat")
        assert said(card).startswith("2 nyheter i ärendet KS 2025")


async def test_both_sides_know_of_two_proposals_on_one_sub_goal(tmp_path: Path) -> None:
    async with town(tmp_path) as at:
        await submits(at, OFFICIAL, NEW)
        receipt = await submits(at, OTHER, "Utveckla tågtrafiken")
        assert "Även F-KS-2025-001 gäller samma delmål." in said(receipt)
        card = await told(at, OFFICIAL, "F-KS-2025-002 gäller samma delmål som ditt förslag")
        assert "tågtrafiken" not in said(card)
        shown = await at.press(card, "Visa F-KS-2025-002")
        assert "Utveckla tågtrafiken" in said(shown)


async def test_a_restart_before_they_are_told_loses_nothing(tmp_path: Path) -> None:
    async with town(tmp_path) as at:
        await at.say("hej", person=OFFICER)
        await submits(at, OFFICIAL, NEW)
        await at.stop()
        await wait_is_over(at)
        await at.start()
        card = await told(at, OFFICER, "Nytt förslag: F-KS-2025-001")
        assert "Du får veta det som handläggare eller nämndsekreterare för KS." in said(card)


async def test_whose_draft_expires_is_reminded_and_fetches_it_back_after_a_long_holiday(
    teams: Town,
) -> None:
    form = await teams.say("jag vill ändra delmål 3")
    await teams.press(form, "Spara utkast", text=NEW, motivation=WHY)
    for days, text in ((26, "går ut"), (5, "har gått ut")):
        await teams.stop()
        await days_pass(teams, days)
        await teams.start()
        told_of = await told(teams, OFFICIAL, f"Ditt utkast om delmål 3 i ärendet KS 2025 {text}")
    assert "(har gått ut, går att hämta tillbaka till" in said(await teams.say("mina förslag"))
    form = await teams.press(told_of, "Öppna utkastet om delmål 3")
    review = await teams.press(form, "Granska")
    assert "har gått ut" not in said(await teams.say("mina förslag"))
    assert NEW in said(review)
    receipt = await teams.press(review, "Skicka in")
    assert said(receipt).startswith("Förslaget F-KS-2025-001 är inskickat.")
