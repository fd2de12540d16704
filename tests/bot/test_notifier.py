"""What is owed to people reaches them, once, whatever happens to Teams, to us or to a process."""

from __future__ import annotations

import asyncio
import contextlib
import sys
from asyncio.subprocess import Process
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import pytest
from sqlmodel import col, select

from bot.app import Memory, open_memory, utc_now
from bot.connector import DeliveryError
from bot.notifier import MOST_AT_ONCE, MOST_ATTEMPTS, after_failure
from goals.note import Ending, Note, NoteState
from storage.addresses import PersonAddress, Recipient, learn_address
from storage.database import EVERY_TENANT, Database, sqlite_url
from storage.tables import OutboxRow
from tests.bot.paying import notifier_of
from tests.card_checks import check
from tests.postgres import Postgres
from tests.service import signed_settings
from tests.teams import BOT_ID, TENANT, TeamsStandIn, Trouble

ROOT = Path(__file__).parents[2]
Seen = TypeVar("Seen")
WAIT = 30.0
"""Seconds for what takes a moment, on a machine that is busy."""


def granted(to: str, role: str = "official", scope: str = "KS") -> Note:
    """Somebody has been given a role."""
    return Note(to, "note-role-granted", {"role": role, "scope": scope, "by": "unknown"}, scope)


@dataclass
class Clock:
    """A clock that is set by hand."""

    now: datetime = datetime(2026, 3, 1, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@dataclass
class Office:
    """A notifier at work, and the Teams that it writes to."""

    teams: TeamsStandIn
    memory: Memory
    clock: Clock

    async def knows(self, person: str, *, conversation_id: str | None = None) -> None:
        """Let it know where somebody is reached."""
        await know(self.memory.database, self.teams, person, conversation_id or f"a:{person}")

    async def owe(self, *notes: Note) -> None:
        """Owe these."""
        async with self.memory.open_ledger(TENANT, now=self.clock()) as ledger:
            for note in notes:
                await ledger.owe(note)

    async def rows(self) -> Sequence[OutboxRow]:
        """What became of them."""
        return await rows_of(self.memory.database)

    async def settled(self, *states: NoteState) -> Sequence[OutboxRow]:
        """What became of them, once they are all in one of these states."""
        return await until(self.rows, lambda rows: {each.state for each in rows} <= set(states))

    @property
    def cards(self) -> list[tuple[str | None, Any]]:
        """To which conversation, and which card."""
        return cards_of(self.teams)


async def rows_of(database: Database) -> Sequence[OutboxRow]:
    async with database.reading(EVERY_TENANT) as session:
        return (await session.exec(select(OutboxRow).order_by(col(OutboxRow.id)))).all()


def cards_of(teams: TeamsStandIn) -> list[tuple[str | None, Any]]:
    return [
        (each.conversation_id, each.activity["attachments"][0]["content"])
        for each in teams.deliveries
        if "attachments" in each.activity
    ]


async def know(database: Database, teams: TeamsStandIn, person: str, conversation: str) -> None:
    address = PersonAddress(teams.service_url, BOT_ID, f"29:{person}", conversation)
    await learn_address(database, Recipient(TENANT, person), address, now=utc_now())


async def until(look: Callable[[], Awaitable[Seen]], is_so: Callable[[Seen], bool]) -> Seen:
    """Look until it is so."""
    async with asyncio.timeout(WAIT):
        while not is_so(seen := await look()):  # noqa: ASYNC110 — another process brings it about
            await asyncio.sleep(0.02)
    return seen


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Office]:
    clock = Clock()
    async with (
        TeamsStandIn() as teams,
        open_memory(signed_settings(teams, tmp_path)) as memory,
        notifier_of(memory.database, clock=clock, owed=memory.dialogs.owed) as notifier,
    ):
        running = asyncio.create_task(notifier.run())
        yield Office(teams, memory, clock)
        running.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await running


async def test_a_note_goes_to_the_persons_own_chat_with_words_for_the_toast(
    office: Office,
) -> None:
    await office.knows("anna")
    await office.owe(granted("anna"))
    (row,) = await office.settled(NoteState.DELIVERED)
    assert (row.attempts, row.delivery_id, row.due_at) == (1, "1:said-1", None)
    ((conversation, card),) = office.cards
    assert conversation == "a:anna"
    assert check(card) == []
    assert "behörig tjänsteperson i KS" in card["fallbackText"]
    assert office.teams.said[0]["summary"] in card["fallbackText"]


async def test_what_is_due_to_one_person_is_one_card(office: Office) -> None:
    await office.knows("anna")
    await office.owe(granted("anna"), granted("anna", "officer"), granted("bo"))
    await office.settled(NoteState.DELIVERED)
    (card,) = [card for conversation, card in office.cards if conversation == "a:anna"]
    assert card["fallbackText"].startswith("Du har fått 2 roller\n– Du är nu behörig")
    assert check(card) == []


async def test_who_never_wrote_gets_a_chat_that_is_opened_and_kept(office: Office) -> None:
    await office.knows("anna")
    await office.owe(granted("bo"))
    await office.settled(NoteState.DELIVERED)
    opened = office.teams.deliveries[0].activity
    assert opened["members"] == [{"id": "bo"}]
    assert opened["channelData"] == {"tenant": {"id": TENANT}}
    await office.owe(granted("bo", "officer"))
    await until(lambda: asyncio.sleep(0, office.cards), lambda cards: len(cards) == 2)
    assert {conversation for conversation, _ in office.cards} == {"a:new-1"}
    assert len(office.teams.deliveries) == 3


async def test_a_chat_that_is_gone_is_opened_anew_once(office: Office) -> None:
    await office.knows("anna")
    office.teams.troubles.append(Trouble(404, "ConversationNotFound"))
    await office.owe(granted("anna"))
    await office.settled(NoteState.DELIVERED)
    assert [each.conversation_id for each in office.teams.deliveries] == [
        "a:anna", None, "a:new-1"
    ]  # fmt: skip
    office.teams.troubles.extend([Trouble(404), Trouble(), Trouble(404, "Gone")])
    await office.owe(granted("anna", "officer"))
    rows = await office.settled(NoteState.DELIVERED, NoteState.GAVE_UP)
    assert (rows[1].state, rows[1].reason) == (NoteState.GAVE_UP, "404 Gone")


async def test_who_has_blocked_the_bot_is_told_when_they_write_to_it_again(
    office: Office,
) -> None:
    await office.knows("anna")
    office.teams.troubles.append(Trouble(403, "MessageWritesBlocked"))
    office.clock.now = utc_now()
    await office.owe(granted("anna"))
    (row,) = await office.settled(NoteState.GAVE_UP)
    assert (row.reason, row.finished_at) == ("403 MessageWritesBlocked", office.clock.now)
    await office.knows("anna", conversation_id="a:again")
    office.clock.now = utc_now()
    await office.settled(NoteState.DELIVERED)
    assert office.cards[-1][0] == "a:again"


async def test_nobody_is_lost_while_no_address_of_the_tenant_is_known(office: Office) -> None:
    await office.owe(granted("anna"))
    (row,) = await office.settled(NoteState.POSTPONED)
    assert row.reason == "NoAddress"
    await office.knows("anna")
    office.clock.now = utc_now()
    await office.settled(NoteState.DELIVERED)


async def test_a_note_waits_as_long_as_teams_asks_it_to(office: Office) -> None:
    await office.knows("anna")
    office.teams.troubles.append(Trouble(429, headers={"Retry-After": "120"}))
    await office.owe(granted("anna"))
    (row,) = await office.settled(NoteState.POSTPONED)
    assert row.due_at == office.clock.now + timedelta(seconds=121)
    office.clock.now += timedelta(seconds=120)
    await asyncio.sleep(0.3)
    assert len(office.cards) == 1
    office.clock.now += timedelta(seconds=1)
    (row,) = await office.settled(NoteState.DELIVERED)
    assert row.attempts == 2


async def test_a_note_that_has_no_words_stops_no_other(office: Office) -> None:
    await office.knows("anna")
    await office.owe(
        Note("anna", "note-of-a-newer-version"), granted("anna"), granted("bo", "officer")
    )
    rows = await office.settled(NoteState.DELIVERED, NoteState.POSTPONED)
    assert [each.state for each in rows] == [
        NoteState.POSTPONED, NoteState.DELIVERED, NoteState.DELIVERED
    ]  # fmt: skip
    assert rows[0].reason == "NoWords"


async def test_a_person_whom_teams_refuses_stops_no_other(office: Office) -> None:
    for person in ("anna", "bo", "cilla"):
        await office.knows(person)
    office.teams.troubles.extend([Trouble(500), Trouble(413, "MessageSizeTooBig")])
    await office.owe(*(granted(person) for person in ("anna", "bo", "cilla")))
    rows = await office.settled(NoteState.DELIVERED, NoteState.POSTPONED, NoteState.GAVE_UP)
    assert Counter(each.state for each in rows) == {
        NoteState.POSTPONED: 1, NoteState.GAVE_UP: 1, NoteState.DELIVERED: 1
    }  # fmt: skip
    office.clock.now += timedelta(seconds=5)
    await office.settled(NoteState.DELIVERED, NoteState.GAVE_UP)


async def test_what_this_process_owes_goes_out_at_once_however_seldom_it_looks(
    tmp_path: Path,
) -> None:
    async with (
        TeamsStandIn() as teams,
        open_memory(signed_settings(teams, tmp_path)) as memory,
        notifier_of(memory.database, owed=memory.dialogs.owed, poll=3600) as notifier,
    ):
        running = asyncio.create_task(notifier.run())
        await know(memory.database, teams, "anna", "a:anna")
        for count in (1, 2):
            async with memory.open_ledger(TENANT, now=utc_now()) as ledger:
                await ledger.owe(granted("anna"))
            rows: Sequence[OutboxRow] = await until(lambda: rows_of(memory.database), all_delivered)
            assert len(rows) == count
        running.cancel()


@pytest.mark.parametrize("moments", range(5))
async def test_it_stops_though_something_is_owed_at_the_same_moment(
    tmp_path: Path, moments: int
) -> None:
    async with (
        TeamsStandIn() as teams,
        open_memory(signed_settings(teams, tmp_path)) as memory,
        notifier_of(memory.database, owed=memory.dialogs.owed, poll=3600) as notifier,
    ):
        running = asyncio.create_task(notifier.run())
        await asyncio.sleep(0.2)
        memory.dialogs.owed.set()
        for _ in range(moments):
            await asyncio.sleep(0)
        running.cancel()
        await asyncio.wait([running], timeout=10)
        assert running.done()


async def test_who_stops_lets_the_message_under_way_arrive(tmp_path: Path) -> None:
    async with (
        TeamsStandIn() as teams,
        open_memory(signed_settings(teams, tmp_path)) as memory,
        notifier_of(memory.database) as notifier,
    ):
        await know(memory.database, teams, "anna", "a:anna")
        teams.troubles.append(Trouble(delay=0.5))
        async with memory.open_ledger(TENANT, now=utc_now()) as ledger:
            await ledger.owe(granted("anna"))
        running = asyncio.create_task(notifier.run())
        await until(lambda: asyncio.sleep(0, cards_of(teams)), bool)
        assert not all_delivered(await rows_of(memory.database))
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running
        assert all_delivered(await rows_of(memory.database))


def test_a_note_is_tried_for_about_a_day_with_longer_and_longer_waits() -> None:
    failure = DeliveryError(503, "ServiceUnavailable")
    waits = [after_failure(failure, attempts, 0.5) for attempts in range(1, MOST_ATTEMPTS + 1)]
    assert waits[:3] == [0.75, 1.5, 3.0]
    assert waits[-1] is Ending.EXHAUSTED
    tried_for = timedelta(seconds=sum(each for each in waits if isinstance(each, float)))
    assert timedelta(hours=18) < tried_for < timedelta(days=2)


@asynccontextmanager
async def processes(number: int, url: str, *, lease: float) -> AsyncIterator[list[Process]]:
    """So many processes that pay the same outbox."""
    started = [
        await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.bot.paying", url, str(lease), cwd=ROOT
        )
        for _ in range(number)
    ]  # fmt: skip
    yield started
    for each in started:
        with contextlib.suppress(ProcessLookupError):
            each.kill()
        await each.wait()


@asynccontextmanager
async def sixty_owed(url: Any) -> AsyncIterator[tuple[TeamsStandIn, Database]]:
    """A database that owes a note to each of sixty people, and a Teams that takes its time."""
    async with TeamsStandIn() as teams:
        teams.troubles.extend([Trouble(delay=0.05)] * 1000)
        settings = signed_settings(teams, Path(), url.render_as_string(hide_password=False))
        async with open_memory(settings) as memory:
            for number in range(60):
                await know(memory.database, teams, f"person-{number}", f"a:{number}")
            async with memory.open_ledger(TENANT, now=utc_now()) as ledger:
                for number in range(60):
                    await ledger.owe(granted(f"person-{number}"))
            yield teams, memory.database


def all_delivered(rows: Sequence[OutboxRow]) -> bool:
    return all(each.state is NoteState.DELIVERED for each in rows)


async def test_two_processes_deliver_sixty_notes_once_each(postgres: Postgres) -> None:
    async with postgres.database() as url, sixty_owed(url) as (teams, database):
        async with processes(2, url.render_as_string(hide_password=False), lease=60):
            await until(lambda: rows_of(database), all_delivered)
        told = Counter(conversation for conversation, _ in cards_of(teams))
        assert told == {f"a:{number}": 1 for number in range(60)}


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
async def test_what_a_killed_process_had_taken_up_goes_out_when_its_lease_has_lapsed(
    kind: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    async with contextlib.AsyncExitStack() as stack:
        if kind == "sqlite":
            url = sqlite_url(tmp_path / "x.db")
        else:
            url = await stack.enter_async_context(request.getfixturevalue("postgres").database())
        teams, database = await stack.enter_async_context(sixty_owed(url))
        address = url.render_as_string(hide_password=False)
        async with processes(1, address, lease=2) as (first,):
            await until(lambda: asyncio.sleep(0, cards_of(teams)), lambda said: len(said) >= 20)
            first.kill()
            await first.wait()
        async with processes(1, address, lease=2):
            await until(lambda: rows_of(database), all_delivered)
        told = Counter(conversation for conversation, _ in cards_of(teams))
        assert set(told) == {f"a:{number}" for number in range(60)}
        # Only what was under way when it died can have arrived twice.
        assert set(told.values()) <= {1, 2}
        assert sum(told.values()) - 60 <= MOST_AT_ONCE // 8
