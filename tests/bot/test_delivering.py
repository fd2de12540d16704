"""What a delivery's note goes through, to whatever kind of address."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import aiohttp
import pytest

from bot.app import Memory, open_memory
from bot.carrying import Another, Carrier
from bot.channel import Channels
from bot.connector import Connector
from bot.notifier import (
    LONGEST_WAIT_FOR_TURN,
    MISSED_TURNS,
    MOST_IN_A_ROW,
    MOST_LETTERS_AT_ONCE,
)
from dialogs.cards.elements import MOST_BYTES, card, execute_button, paragraph, size_of
from dialogs.outgoing import Card, HeldBack, Letter, Outgoing
from dialogs.turn import Reply
from goals.note import AddressKind, ClaimedNote, Ending, Note, NoteState, Outcome
from goals.pacing import Asked, Pace, Slots
from goals.ports import Ledger
from storage.addresses import ChannelAddress, ReachedChannel
from storage.errors import DatabaseUnavailableError
from storage.outbox import SqlOutbox
from storage.tables import OutboxRow
from tests.bot.paying import notifier_of
from tests.bot.test_notifier import Clock, rows_of, until
from tests.card_checks import check
from tests.service import signed_settings
from tests.teams import BOT_ID, TENANT, TeamsStandIn, Trouble

CHANNEL = "19:it@thread.tacv2"


def notice(language: str = "sv", lines: int = 1) -> Reply:
    """A card with a button, as the units get it."""
    body = [paragraph(f"{number}. Delmål {'x' * 900}") for number in range(lines)]
    button = execute_button("Mottaget", "receive", {"language": language})
    return Reply(
        card(body, buttons=[button], language=language, fallback="Beslut"), "Beslut", "", language
    )


@dataclass
class Post:
    """A notifier at work, with the words and the rule of a test."""

    teams: TeamsStandIn
    memory: Memory
    clock: Clock
    words: Callable[[ClaimedNote], Outgoing] = lambda note: Card(notice())
    address: ChannelAddress | None = None
    outcomes: list[tuple[str, Outcome]] = field(default_factory=list)
    failures: list[Exception] = field(default_factory=list)
    """What the rule raises, one a call."""

    async def compose(self, note: ClaimedNote, language: str) -> Outgoing:
        assert language == "sv"
        return self.words(note)

    async def settle(
        self, ledger: Ledger, delivery_id: str, outcome: Outcome, now: datetime
    ) -> None:
        if self.failures:
            raise self.failures.pop(0)
        self.outcomes.append((delivery_id, outcome))

    async def find(self, tenant: str, key: str) -> ReachedChannel:
        assert (tenant, key) == (TENANT, "it")
        return ReachedChannel(self.address, "sv")

    async def owe(self, *deliveries: str, to: str = "it") -> None:
        """Owe the channel so many notices."""
        async with self.memory.open_ledger(TENANT, now=self.clock()) as ledger:
            for each in deliveries:
                note = Note(to, "notice", address_kind=AddressKind.CHANNEL, delivery=each)
                await ledger.owe(note)

    async def settled(self, *states: NoteState) -> list[OutboxRow]:
        """What became of them, once they are all in one of these states."""

        async def rows() -> list[OutboxRow]:
            return list(await rows_of(self.memory.database))

        return await until(rows, lambda rows: {each.state for each in rows} <= set(states))


@asynccontextmanager
async def posting(
    tmp_path: Path, mail: Carrier | None = None, pace: Pace | None = None
) -> AsyncIterator[Post]:
    clock = Clock()
    async with TeamsStandIn() as teams, open_memory(signed_settings(teams, tmp_path)) as memory:
        post = Post(teams, memory, clock)
        post.address = ChannelAddress(teams.service_url, BOT_ID, CHANNEL)
        outbox = SqlOutbox(
            memory.database, open_ledger=memory.dialogs.open_ledger, settled=post.settle
        )
        async with channels_of(post) as channels:
            carriers: dict[AddressKind, Carrier] = {AddressKind.CHANNEL: channels}
            if mail is not None:
                carriers[AddressKind.EMAIL] = mail
            async with notifier_of(
                memory.database,
                outbox=outbox,
                carriers=carriers,
                compose=post.compose,
                pace=pace,
                clock=clock,
                owed=memory.dialogs.owed,
            ) as notifier:
                running = asyncio.create_task(notifier.run())
                yield post
                running.cancel()
                with contextlib.suppress(asyncio.CancelledError):
                    await running


@asynccontextmanager
async def channels_of(post: Post) -> AsyncIterator[Channels]:
    async with aiohttp.ClientSession() as session:
        yield Channels(
            connector=Connector(session=session, tokens=None, attempts=1), find=post.find
        )


@pytest.fixture
async def post(tmp_path: Path) -> AsyncIterator[Post]:
    async with posting(tmp_path) as post:
        yield post


async def test_a_delivery_goes_to_the_channel_as_a_card_of_its_own(post: Post) -> None:
    await post.owe("d-1", "d-2")
    await post.settled(NoteState.DELIVERED)
    said = post.teams.deliveries
    assert [each.conversation_id for each in said] == [CHANNEL, CHANNEL]
    assert {each.activity["summary"] for each in said} == {"Beslut"}
    assert post.outcomes == [
        ("d-1", Outcome(Ending.DELIVERED, 1, message_id="1:said-1")),
        ("d-2", Outcome(Ending.DELIVERED, 1, message_id="1:said-2")),
    ]


async def test_a_channel_that_is_not_found_is_asked_for_once_more_then_it_is_gone(
    post: Post,
) -> None:
    post.teams.troubles.extend([Trouble(404), Trouble(404, "NotFound")])
    await post.owe("d-1")
    await post.settled(NoteState.GAVE_UP)
    opened = post.teams.deliveries[1].activity
    assert opened["channelData"]["channel"] == {"id": CHANNEL}
    assert opened["activity"]["summary"] == "Beslut"
    assert post.outcomes == [("d-1", Outcome(Ending.GONE, 1, reason="404 NotFound"))]
    post.teams.troubles.append(Trouble(404))
    await post.owe("d-2")
    await post.settled(NoteState.GAVE_UP, NoteState.DELIVERED)
    assert post.outcomes[1][1].ending is Ending.DELIVERED


@pytest.mark.parametrize(
    ("trouble", "ending"),
    [
        (Trouble(403, "BotNotInConversationRoster"), Ending.GONE),
        (Trouble(413, "MessageSizeTooBig"), Ending.REFUSED),
        (Trouble(400, "BadSyntax"), Ending.REFUSED),
    ],
    ids=lambda value: getattr(value, "code", None),
)
async def test_what_will_not_pass_ends_the_delivery_with_its_reason(
    post: Post, trouble: Trouble, ending: Ending
) -> None:
    post.teams.troubles.append(trouble)
    await post.owe("d-1")
    await post.settled(NoteState.GAVE_UP)
    reason = f"{trouble.status} {trouble.code}"
    assert post.outcomes == [("d-1", Outcome(ending, 1, reason=reason))]


@pytest.mark.parametrize(
    "trouble",
    [Trouble(401), Trouble(408), Trouble(412), Trouble(429), Trouble(500), Trouble(503),
     Trouble(reset=True)],
    ids=lambda trouble: str(trouble.status),
)  # fmt: skip
async def test_what_may_pass_is_tried_again(post: Post, trouble: Trouble) -> None:
    post.teams.troubles.append(trouble)
    await post.owe("d-1")
    await post.settled(NoteState.POSTPONED)
    assert post.outcomes == []
    post.clock.now += timedelta(seconds=2)
    await post.settled(NoteState.DELIVERED)
    assert [outcome.attempts for _, outcome in post.outcomes] == [2]


async def test_an_address_that_nothing_carries_to_is_gone(post: Post) -> None:
    post.address = None
    await post.owe("d-1")
    await post.settled(NoteState.GAVE_UP)
    async with post.memory.open_ledger(TENANT, now=post.clock()) as ledger:
        await ledger.owe(Note("a@b.se", "x", address_kind=AddressKind.EMAIL, delivery="d-2"))
    await post.settled(NoteState.GAVE_UP)
    assert [(each, became.reason) for each, became in post.outcomes] == [
        ("d-1", "NoAddress"), ("d-2", "NotSetUp")
    ]  # fmt: skip


async def test_a_correction_takes_the_place_of_the_card_that_is_there(post: Post) -> None:
    post.words = lambda _: Card(notice(), edits="1700")
    await post.owe("d-1")
    (row,) = await post.settled(NoteState.DELIVERED)
    (put,) = post.teams.deliveries
    assert (put.method, put.activity_id, put.activity["id"]) == ("PUT", "1700", "1700")
    assert row.delivery_id == "1:said-1"


async def test_what_is_held_back_goes_out_when_it_may(post: Post) -> None:
    post.words = lambda _: HeldBack("Frozen")
    await post.owe("d-1")
    for _ in range(3):
        (row,) = await post.settled(NoteState.POSTPONED)
        assert (row.reason, row.attempts) == ("Frozen", 0)
        post.clock.now += timedelta(minutes=1)
    post.words = lambda _: Card(notice())
    await post.settled(NoteState.DELIVERED)
    assert len(post.teams.deliveries) == 1


async def test_a_card_that_is_too_big_goes_in_parts_with_the_button_on_the_last(
    post: Post,
) -> None:
    post.words = lambda _: Card(notice(lines=150))
    assert size_of(notice(lines=150).card) > 3 * MOST_BYTES
    await post.owe("d-1")
    (row,) = await post.settled(NoteState.DELIVERED)
    cards = [each.activity["attachments"][0]["content"] for each in post.teams.deliveries]
    assert all(size_of(each) <= MOST_BYTES for each in cards)
    assert [part for each in cards for part in each["body"][1:]] == notice(lines=150).card["body"]
    assert ["actions" in each for each in cards] == [False] * (len(cards) - 1) + [True]
    assert all(check(each) == [] for each in cards)
    assert row.delivery_id == f"1:said-{len(cards)}"
    assert cards[0]["body"][0]["text"] == f"Del 1 av {len(cards)}"


async def test_a_part_that_arrived_is_not_sent_again(post: Post) -> None:
    post.words = lambda _: Card(notice(lines=75))
    post.teams.troubles.extend([Trouble(), Trouble(502)])
    await post.owe("d-1")
    await post.settled(NoteState.POSTPONED)
    post.clock.now += timedelta(seconds=2)
    await post.settled(NoteState.DELIVERED)
    said = [each.activity["summary"] for each in post.teams.deliveries]
    assert said == ["Beslut (Del 1 av 3)", "Beslut (Del 2 av 3)", "Beslut (Del 2 av 3)",
                    "Beslut (Del 3 av 3)"]  # fmt: skip


async def test_what_arrived_is_not_sent_again_because_the_database_was_lost_for_a_moment(
    post: Post,
) -> None:
    post.failures = [DatabaseUnavailableError("restarted")] * 2
    await post.owe("d-1")
    await post.settled(NoteState.DELIVERED)
    assert len(post.teams.deliveries) == len(post.outcomes) == 1


async def test_what_arrived_is_not_sent_again_because_a_rule_failed(post: Post) -> None:
    post.failures = [LookupError("a mistake of ours")]
    await post.owe("d-1")
    (row,) = await post.settled(NoteState.DELIVERED)
    assert (row.delivery_id, len(post.teams.deliveries)) == ("1:said-1", 1)


async def test_one_delivery_without_words_stops_no_other(post: Post) -> None:
    def words(note: ClaimedNote) -> Outgoing:
        if note.note.delivery == "d-1":
            raise LookupError
        return Card(notice())

    post.words = words
    await post.owe("d-1", "d-2")
    rows = await post.settled(NoteState.POSTPONED, NoteState.DELIVERED)
    assert [(each.delivery, each.reason) for each in rows] == [("d-1", "NoWords"), ("d-2", None)]


class Stuck:
    """A carrier whose other side takes its time."""

    language = "sv"

    def __init__(self) -> None:
        self.waiting = 0
        self.answers = asyncio.Event()

    async def find(self, tenant: str, to: str) -> Stuck:
        return self

    async def carry(self, message: Card | Letter, *, mark: str, another: Another) -> str:
        self.waiting += 1
        await self.answers.wait()
        return mark


async def test_a_mail_server_that_does_not_answer_holds_up_nothing_else(tmp_path: Path) -> None:
    stuck = Stuck()
    async with posting(tmp_path, mail=stuck) as post:
        async with post.memory.open_ledger(TENANT, now=post.clock()) as ledger:
            for number in range(20):
                to = f"kansli-{number}@exempelby.se"
                kind = AddressKind.EMAIL
                await ledger.owe(Note(to, "notice", address_kind=kind, delivery=to))
        await until(lambda: asyncio.sleep(0, stuck.waiting), bool)
        await post.owe("d-1")
        await until(lambda: asyncio.sleep(0, post.outcomes), bool)
        assert 0 < stuck.waiting <= MOST_LETTERS_AT_ONCE
        stuck.answers.set()
        await post.settled(NoteState.DELIVERED)
        assert stuck.waiting == 20


STALL = -1.0
"""Instead of a wait: something that makes the process miss its turn."""


class HandedOut:
    """A pace whose slots are those that the test says."""

    def __init__(self, *waits: float) -> None:
        self._waits = list(waits)
        self.asked: list[tuple[str, ...]] = []

    async def take(self, asked: Mapping[str, Asked]) -> Mapping[str, Slots]:
        self.asked.append(tuple(key[:1] for key in asked))
        wait = self._waits.pop(0)
        if wait == STALL:
            asyncio.get_running_loop().call_soon(time.sleep, 0.2)  # something else takes long
            wait = 0.01
        return {key: (wait,) * each.count for key, each in asked.items()}


async def test_who_misses_a_turn_takes_another(tmp_path: Path) -> None:
    pace = HandedOut(STALL, 0.2)
    async with posting(tmp_path, pace=pace) as post:
        await post.owe("d-1")
        await post.settled(NoteState.DELIVERED)
    # The conversation's own turn was had; what would go on top of others' is the tenant's.
    assert pace.asked[:2] == [("t", "c"), ("t",)]


async def test_who_never_gets_a_turn_in_time_lets_others_go_first(tmp_path: Path) -> None:
    pace = HandedOut(*[STALL] * MISSED_TURNS, 0)
    async with posting(tmp_path, pace=pace) as post:
        await post.owe("d-1")
        (row,) = await post.settled(NoteState.POSTPONED)
        assert (row.reason, row.attempts, post.teams.deliveries) == ("Pace", 0, [])
        post.clock.now += timedelta(seconds=1)
        await post.settled(NoteState.DELIVERED)


async def test_whose_turn_is_far_ahead_waits_in_the_outbox(tmp_path: Path) -> None:
    pace = HandedOut(45, 0)
    async with posting(tmp_path, pace=pace) as post:
        await post.owe("d-1")
        (row,) = await post.settled(NoteState.POSTPONED)
        assert (row.reason, row.attempts, post.teams.deliveries) == ("Pace", 0, [])
        post.clock.now += timedelta(seconds=1)
        await post.settled(NoteState.DELIVERED)


async def test_many_messages_to_one_channel_never_outlast_their_lease(tmp_path: Path) -> None:
    async with posting(tmp_path, pace=HandedOut(*[0.0] * 40)) as post:
        await post.owe(*(f"d-{number}" for number in range(MOST_IN_A_ROW + 5)))
        rows = await post.settled(NoteState.DELIVERED, NoteState.POSTPONED)
        assert [each.reason for each in rows] == [None] * MOST_IN_A_ROW + ["Pace"] * 5
        post.clock.now += timedelta(seconds=LONGEST_WAIT_FOR_TURN)
        await post.settled(NoteState.DELIVERED)
        said = [each.activity["summary"] for each in post.teams.deliveries]
        assert len(said) == MOST_IN_A_ROW + 5
