"""The loop that pays the outbox: what is owed goes out, at the pace that Teams takes.

One runs in each process. What keeps them from telling the same thing twice is in the outbox: a
claim with a lease, and the word `sending` before each call.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
import time
from collections import Counter, defaultdict
from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

import structlog

from bot.carrying import Carrier, NotTakenHereError, Route
from bot.connector import Chance, DeliveryError
from dialogs.cards.splitting import parts_of
from dialogs.outgoing import Card, HeldBack, Letter, Outgoing
from dialogs.tell_person import tell
from goals.errors import BusyError
from goals.note import BY_MAIL, IN_TEAMS, AddressKind, ClaimedNote, Ending
from goals.pacing import CONVERSATION_RATE, TENANT_RATE, Asked, Pace
from goals.ports import Outbox
from storage.errors import DatabaseUnavailableError

LEASE = timedelta(seconds=60)
"""Longer than a message takes; then another process takes the note up."""
POLL = 3.0
"""Seconds between two looks at what other processes have come to owe."""
MOST_AT_ONCE = 64
MOST_LETTERS_AT_ONCE = 8
"""Addresses that this process is writing to, in Teams and by mail. A mail server that does not
answer holds up nothing else."""
MOST_IN_A_ROW = 15
"""Messages to one address that are begun within one lease."""
LONGEST_WAIT_FOR_TURN = 20.0
"""Seconds; what has to wait for longer is put off."""
LATEST = 0.05
"""Seconds by which a message may miss its turn."""
MISSED_TURNS = 5
FIRST_WAIT = 1.0
LONGEST_WAIT = 3600.0
"""Seconds before a note is tried again: doubled each time, then up to half shorter by chance."""
MOST_ATTEMPTS = 38
"""With the waits above, a good day."""
KEPT_TRYING = 40.0
"""Seconds in which what became of a message is written down, however often the database is lost."""
TRIED_AGAIN = 0.5
SET_BACK = timedelta(seconds=1)
"""How far a clock has to go back to be heeded."""
LAST_WORDS = 13.0
"""Seconds that messages under way get to arrive when the process stops."""

Compose = Callable[[ClaimedNote, str], Awaitable[Outgoing]]
"""Words for a note that is part of a delivery, in a language."""
Wait = Callable[[float], Awaitable[None]]
_RATES = (TENANT_RATE, CONVERSATION_RATE)
log = structlog.get_logger("bot.notifier")


@dataclass(frozen=True, slots=True)
class Timing:
    """How long a note is ours, and how often we look for more, in seconds."""

    lease: timedelta = LEASE
    poll: float = POLL


@dataclass(frozen=True, slots=True)
class _Address:
    """Where some of what was taken up goes."""

    tenant: str
    kind: AddressKind
    to: str

    @property
    def keys(self) -> tuple[str, ...]:
        """What its pace is kept by; a mail server has its own ways of slowing us down."""
        if self.kind is AddressKind.EMAIL:
            return ()
        return f"t {self.tenant}", f"c {self.tenant} {self.kind} {self.to}"


@dataclass(frozen=True, slots=True)
class _Message:
    """What goes to one address as one message: a delivery's note alone, else several together."""

    notes: tuple[ClaimedNote, ...]

    @property
    def is_delivery(self) -> bool:
        return self.notes[0].note.delivery is not None

    @property
    def mark(self) -> str:
        """Names it, the same in every attempt."""
        first = self.notes[0]
        return first.note.delivery or f"note-{first.id}"

    @property
    def attempts(self) -> int:
        return max(each.attempts for each in self.notes)


@dataclass(slots=True)
class _Lane:
    """What is paid for itself: Teams, and the mail."""

    kinds: frozenset[AddressKind]
    most: int
    """Addresses written to at once."""
    woken: asyncio.Event = field(default_factory=asyncio.Event)
    under_way: dict[asyncio.Task[None], _Address] = field(default_factory=dict)

    @property
    def few(self) -> int:
        """How many are taken up at a time; of one tenant somewhat more, so that all get on."""
        return self.most // 4

    def busy(self) -> frozenset[str]:
        """The tenants of which enough is under way."""
        tenants = Counter(each.tenant for each in self.under_way.values())
        return frozenset(each for each, count in tenants.items() if count > self.few // 2)

    def begin(self, address: _Address, work: Coroutine[None, None, None]) -> None:
        """Let this go on by itself."""
        task = asyncio.create_task(work)
        self.under_way[task] = address
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        was_busy = self.busy()
        del self.under_way[task]
        if self.busy() != was_busy:
            self.woken.set()


class Notifier:
    """Pays what is owed, until it is cancelled."""

    def __init__(
        self,
        *,
        outbox: Outbox,
        carriers: Mapping[AddressKind, Carrier],
        pace: Pace,
        owed: asyncio.Event,
        clock: Callable[[], datetime],
        compose: Compose | None = None,
        chance: Chance = random.random,
        timing: Timing | None = None,
    ) -> None:
        """`owed` is set whenever this process has come to owe something.

        `compose` finds the words of a delivery; without it there are none.
        """
        self._outbox = outbox
        self._carriers = carriers
        self._pace = pace
        self._compose = compose
        self._owed = owed
        self._clock = clock
        self._chance = chance
        self._lease = timing.lease if timing else LEASE
        self._poll = timing.poll if timing else POLL
        self._lanes = (_Lane(IN_TEAMS, MOST_AT_ONCE), _Lane(BY_MAIL, MOST_LETTERS_AT_ONCE))
        self._latest: datetime | None = None

    async def run(self) -> None:
        """Pay for ever. Whatever fails is logged, and the next note is taken up."""
        lanes = [asyncio.create_task(self._pay(lane)) for lane in self._lanes]
        try:
            while True:
                await self._owed.wait()
                self._owed.clear()
                for lane in self._lanes:
                    lane.woken.set()
        finally:
            for each in lanes:
                each.cancel()
            await asyncio.gather(*lanes, return_exceptions=True)
            under_way = [task for lane in self._lanes for task in lane.under_way]
            if under_way:
                await asyncio.wait(under_way, timeout=LAST_WORDS)

    async def _pay(self, lane: _Lane) -> None:
        while True:
            await self._step(lane)

    async def _step(self, lane: _Lane) -> None:
        lane.woken.clear()  # before looking, so that nothing owed meanwhile is overlooked
        try:
            await self._heed_clock()
            wait = await self._take_up(lane)
        except DatabaseUnavailableError:
            log.warning("nothing told: database unavailable")
            wait = min(self._poll, TRIED_AGAIN)
        except Exception:  # this loop is the only one; it must go on
            log.exception("notes not taken up")
            wait = self._poll
        if wait > 0:
            # Not wait_for: before Python 3.12 it answers, and is not cancelled, where both come at
            # once; then this would go on for ever.
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(wait):
                    await lane.woken.wait()

    async def _heed_clock(self) -> None:
        """What was due by a clock that has been set back is due by the one that we have now."""
        now = self._clock()
        if self._latest is None or now < self._latest - SET_BACK:
            moved = await self._outbox.heed_clock(now=now, lease=self._lease)
            if moved:
                log.warning("the clock was set back", notes=moved)
        self._latest = now

    async def _take_up(self, lane: _Lane) -> float:
        """Begin to deliver what is due; the seconds until there may be more to do."""
        while lane.most - len(lane.under_way) < lane.few:
            await asyncio.wait(lane.under_way, return_when=asyncio.FIRST_COMPLETED)
        due_at, now = await self._outbox.next_due(lane.kinds), self._clock()
        if due_at is None or due_at > now:
            until_due = self._poll if due_at is None else (due_at - now).total_seconds()
            return min(self._poll, until_due)
        claimed = await self._outbox.claim(
            now=now, lease=self._lease, most=lane.few, kinds=lane.kinds, busy=lane.busy()
        )
        if not claimed:  # due, but not to be had: others, or we ourselves, are at it
            return min(self._poll, 0.2)
        await self._begin(lane, claimed)
        return 0

    async def _begin(self, lane: _Lane, claimed: Sequence[ClaimedNote]) -> None:
        """Say that these are being sent, and let them go."""
        notes = await self._outbox.begin_sending(claimed, now=self._clock(), lease=self._lease)
        by_address: defaultdict[_Address, list[ClaimedNote]] = defaultdict(list)
        for each in notes:
            by_address[_Address(each.tenant, each.note.address_kind, each.note.to)].append(each)
        for address, ours in by_address.items():
            lane.begin(address, self._tell_all(address, _messages(ours)))

    async def _tell_all(self, address: _Address, messages: Sequence[_Message]) -> None:
        """Tell one address one thing after the other: one that fails stops no other."""
        for number, message in enumerate(messages):
            try:
                if number < MOST_IN_A_ROW:
                    await self._tell(address, message)
                else:
                    await self._hold_back(message, LONGEST_WAIT_FOR_TURN, "Pace")
            except DatabaseUnavailableError:
                log.warning("note not told: database unavailable")  # its lease lapses
            except Exception:
                log.exception("note not told", notes=[each.id for each in message.notes])
                with contextlib.suppress(DatabaseUnavailableError):
                    await self._put_off(message, DeliveryError(None, "Unexpected"))

    async def _tell(self, address: _Address, message: _Message) -> None:
        try:
            route, message, outgoing = await self._ready(address, message)
            if isinstance(outgoing, HeldBack):
                await self._hold_back(message, outgoing.seconds, outgoing.reason)
            elif route is None or outgoing is None:
                return
            elif await self._has_its_turn(address):
                await self._send(address, message, route, outgoing)
            else:
                await self._hold_back(message, TRIED_AGAIN, "Pace")
        except DeliveryError as error:
            await self._put_off(message, error)

    async def _has_its_turn(self, address: _Address) -> bool:
        """Take a turn and wait for it; whoever misses it, as a busy process may, takes another.

        Else what one process has been late with would go out on top of what others send by then.
        False where it cannot be had soon.
        """
        asked = dict(zip(address.keys, map(Asked, _RATES), strict=False))
        for _ in range(MISSED_TURNS):
            try:
                taken = await self._pace.take(asked) if asked else {}
            except DatabaseUnavailableError:
                return False
            wait = max((each[0] for each in taken.values()), default=0.0)
            if wait > LONGEST_WAIT_FOR_TURN:
                return False
            turn = time.monotonic() + wait
            await asyncio.sleep(wait)
            if wait <= 0 or time.monotonic() - turn <= LATEST:
                return True
            asked = {address.keys[0]: Asked(TENANT_RATE)}
        return False

    async def _ready(
        self, address: _Address, message: _Message
    ) -> tuple[Route | None, _Message, Outgoing | None]:
        """The way there, what can be told of it, and the words for that."""
        carrier = self._carriers.get(address.kind)
        if carrier is None:
            raise NotTakenHereError("NotSetUp")
        try:
            route = await carrier.find(address.tenant, address.to)
            return route, *await self._drawn(message, route.language)
        except DatabaseUnavailableError:
            return None, message, HeldBack("DatabaseUnavailable", TRIED_AGAIN)

    async def _send(
        self, address: _Address, message: _Message, route: Route, outgoing: Card | Letter
    ) -> None:
        """Send it, in as many parts as it takes, and say that it has arrived."""
        parts: list[Card | Letter] = [outgoing]
        if isinstance(outgoing, Card):
            replies = parts_of(outgoing.reply)
            parts = [Card(each) for each in replies[:-1]]
            parts.append(replace(outgoing, reply=replies[-1]))
        message_id = ""

        async def another() -> None:
            if not await self._has_its_turn(address):
                raise DeliveryError(None, "Pace")

        for number, part in enumerate(parts[message.notes[0].parts :], message.notes[0].parts + 1):
            message_id = await route.carry(part, mark=message.mark, another=another)
            if number < len(parts):
                await _keep(self._part_arrived(message, number))
                await another()
        await self._arrived(message, message_id)

    def _part_arrived(self, message: _Message, parts: int) -> Callable[[], Awaitable[None]]:
        return lambda: self._outbox.part_arrived(message.notes[0], parts=parts)

    async def _arrived(self, message: _Message, message_id: str) -> None:
        """Write down that it arrived, whatever else fails: it must not go out again."""
        now = self._clock()
        try:
            await _keep(
                lambda: self._outbox.delivered(message.notes, delivery_id=message_id, now=now)
            )
        except (DatabaseUnavailableError, BusyError):
            raise
        except Exception:
            log.exception("delivery not settled", deliveries=message.mark)
            untold = [
                replace(each, note=replace(each.note, delivery=None)) for each in message.notes
            ]
            await _keep(lambda: self._outbox.delivered(untold, delivery_id=message_id, now=now))

    async def _drawn(self, message: _Message, language: str) -> tuple[_Message, Outgoing | None]:
        """What can be put into words of it, and the words; the rest is put off.

        A note without words may be of newer code than this: another process may know them.
        """
        with contextlib.suppress(_WithoutWordsError):
            return message, await self._words(message, language)
        sound = []
        for each in message.notes:
            alone = _Message((each,))
            try:
                await self._words(alone, language)
            except _WithoutWordsError:
                await self._put_off(alone, DeliveryError(None, "NoWords"))
            else:
                sound.append(each)
        if not sound:
            return message, None
        message = _Message(tuple(sound))
        return message, await self._words(message, language)

    async def _words(self, message: _Message, language: str) -> Outgoing:
        notes = message.notes
        try:
            if not message.is_delivery:
                return Card(tell([each.note for each in notes], language))
            if self._compose is not None:
                return await self._compose(notes[0], language)
        except (DatabaseUnavailableError, DeliveryError):
            raise
        except Exception as error:
            log.exception("note without words", note=notes[0].id, kind=notes[0].note.kind)
            raise _WithoutWordsError from error
        raise _WithoutWordsError

    async def _hold_back(self, message: _Message, seconds: float, reason: str) -> None:
        until = self._clock() + timedelta(seconds=seconds)
        await _keep(
            lambda: self._outbox.postpone(
                message.notes, until=until, reason=reason, is_attempt=False
            )
        )

    async def _put_off(self, message: _Message, error: DeliveryError) -> None:
        """Try it again later, or give it up."""
        wait = after_failure(error, message.attempts, self._chance())
        log.warning(
            "note not delivered", reason=error.reason, again_in=wait, count=len(message.notes)
        )
        now = self._clock()
        if isinstance(wait, Ending):
            ending = wait
            await _keep(
                lambda: self._outbox.give_up(
                    message.notes, ending=ending, reason=error.reason, now=now
                )
            )
            return
        until = now + timedelta(seconds=wait)
        await _keep(lambda: self._outbox.postpone(message.notes, until=until, reason=error.reason))


class _WithoutWordsError(Exception):
    """A note that this code cannot put into words."""


def _messages(notes: Sequence[ClaimedNote]) -> list[_Message]:
    """What goes to one address, in the order in which it was owed."""
    together = tuple(each for each in notes if each.note.delivery is None)
    deliveries = [_Message((each,)) for each in notes if each.note.delivery is not None]
    return [*([_Message(together)] if together else []), *deliveries]


async def _keep(write: Callable[[], Awaitable[None]]) -> None:
    """Write something down, again and again for as long as the database cannot be had."""
    ends = time.monotonic() + KEPT_TRYING
    while True:
        try:
            await write()
        except (DatabaseUnavailableError, BusyError):
            if time.monotonic() > ends:
                raise
            await asyncio.sleep(TRIED_AGAIN)
        else:
            return


def after_failure(error: DeliveryError, attempts: int, chance: float) -> float | Ending:
    """Seconds until it is tried again, after so many attempts; or how this ends it."""
    if error.ending is not None:
        return error.ending
    if attempts >= MOST_ATTEMPTS:
        return Ending.EXHAUSTED
    wait = min(FIRST_WAIT * float(2 ** min(attempts - 1, 20)), LONGEST_WAIT)
    return (error.retry_after or 0.0) + wait * (0.5 + chance / 2)
