"""A draft that is left lying: its author is reminded, told, and has time to fetch it back."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from dialogs.registry import VERBS
from dialogs.tell_person import tell
from dialogs.texts import LANGUAGES
from goals.draft import DRAFT_KEPT, FETCHED_BACK, REMINDED_BEFORE, Draft, Typed
from goals.drafting import keep_draft
from goals.expiring import look_after_drafts
from goals.note import Note
from tests.card_checks import check
from tests.goals.test_proposing import ANNA, BO, NOW, REWORD, TENANT, Office, base_record

SECOND = timedelta(seconds=1)
REMINDED = NOW + DRAFT_KEPT - REMINDED_BEFORE
EXPIRED = NOW + DRAFT_KEPT
GONE = EXPIRED + FETCHED_BACK


@pytest.fixture
async def office() -> Office:
    """With KS's list of 2024 and its open matter of 2025."""
    made = Office()
    await made.fill(base_record())
    return made


async def look(office: Office, at: datetime) -> list[Note]:
    """Somebody looks after the drafts, twice; what is owed by it."""
    before = len(office.memory.outbox.notes)
    for _ in range(2):
        await look_after_drafts(TENANT, open_ledger=office.memory.open_ledger, now=at)
    return office.memory.outbox.notes[before:]


async def touch(office: Office, draft: Draft, at: datetime) -> Draft:
    """Its author saves it anew, from a form that was opened a while ago."""
    async with office.memory.register(TENANT) as register:
        kept = await register.draft(draft.id)
    assert kept is not None
    touched = Draft(
        kept.id,
        "KS",
        2025,
        ANNA.object_id,
        kept.typed,
        kept.base,
        kept.target_text,
        at,
        told=kept.told,
    )
    await keep_draft(touched, actor=ANNA, open_ledger=office.memory.open_ledger)
    return touched


async def test_nothing_is_said_of_a_draft_that_was_touched_lately(office: Office) -> None:
    await office.keep()
    assert await look(office, REMINDED - SECOND) == []


async def test_its_author_is_reminded_once_some_days_before(office: Office) -> None:
    draft = await office.keep()
    (note,) = await look(office, REMINDED)
    assert (note.to, note.kind) == (ANNA.object_id, "note-draft-reminder")
    assert tell([note], "sv").text == (
        "Ditt utkast om delmål 2 i ärendet KS 2025 går ut 2025-03-31.\n"
        "Det är inte inskickat, och bara du ser det. Öppna det och välj Spara utkast, så finns "
        "det kvar i 30 dagar till."
    )
    assert await look(office, EXPIRED - SECOND) == []
    assert await office.drafts() == [draft.id]


async def test_what_was_typed_is_there_still_when_it_has_expired_and_until_when_is_told(
    office: Office,
) -> None:
    draft = await office.keep()
    await look(office, REMINDED)
    (note,) = await look(office, EXPIRED)
    assert "till 2025-04-30, då det tas bort" in tell([note], "sv").text
    assert note.button is not None
    assert (note.button.verb, note.button.data) == ("edit-draft", {"draft": draft.id})
    assert await look(office, GONE - SECOND) == []
    async with office.memory.register(TENANT) as register:
        kept = await register.draft(draft.id)
    assert kept is not None
    assert (kept.typed, kept.is_expired) == (REWORD, True)


async def test_it_is_deleted_only_when_nobody_has_fetched_it_back(office: Office) -> None:
    await office.keep()
    for at in (REMINDED, EXPIRED, GONE):
        await look(office, at)
    assert await office.drafts() == []


@pytest.mark.parametrize("at", [REMINDED, EXPIRED, GONE - SECOND])
async def test_a_draft_that_is_touched_again_is_kept_as_long_as_a_new_one(
    office: Office, at: datetime
) -> None:
    draft = await office.keep()
    for each in (REMINDED, EXPIRED):
        if each <= at:
            await look(office, each)
    await touch(office, draft, at)
    since = at - NOW
    assert await look(office, REMINDED + since - SECOND) == []
    assert [each.kind for each in await look(office, REMINDED + since)] == ["note-draft-reminder"]


async def test_where_nobody_looked_for_long_the_time_to_fetch_it_back_begins_when_it_is_told(
    office: Office,
) -> None:
    await office.keep()
    late = GONE + timedelta(days=100)
    (note,) = await look(office, late)
    assert note.kind == "note-draft-expired"
    assert await look(office, late + FETCHED_BACK - SECOND) == []
    assert len(await office.drafts()) == 1
    await look(office, late + FETCHED_BACK)
    assert await office.drafts() == []


async def test_what_was_submitted_expires_no_more(office: Office) -> None:
    await office.propose()
    assert await look(office, GONE) == []


async def test_everybody_is_told_of_their_own_drafts_only(office: Office) -> None:
    await office.keep(ANNA)
    await office.keep(BO)
    await office.keep(BO, Typed("add", "", "Hemlig text", "", "Hemligt skäl", ""))
    notes = await look(office, REMINDED)
    assert sorted(each.to for each in notes) == [ANNA.object_id, BO.object_id, BO.object_id]
    card = tell([each for each in notes if each.to == BO.object_id], "sv")
    assert card.summary == "2 av dina utkast går snart ut"
    assert [each["title"] for each in card.card["actions"]] == [
        "Öppna utkastet om delmål 2",
        "Öppna utkastet",
    ]
    assert "Heml" not in str(notes)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_draft_of_any_kind_can_be_named(office: Office, language: str) -> None:
    proposal = await office.propose()
    await office.ask(proposal)
    await office.keep(id=f"{proposal.id}.2", completes=proposal.id)
    for typed in (Typed(), Typed("add", "", "x"), Typed("reword", "*2*"), Typed("", "99999")):
        await office.keep(typed=typed)
    for at in (REMINDED, EXPIRED):
        notes = await look(office, at)
        assert len(notes) == 5
        assert proposal.number in tell(notes[:1], language).summary + tell(notes, language).text
        for each in notes:
            assert check(tell([each], language).card) == []
            assert each.button is not None
            assert each.button.verb in VERBS
