"""The loop that pays the outbox: what is owed to people goes out, a card a person.

One runs in each process. What keeps them from telling the same thing twice is in the outbox: a
claim with a lease, and the word `sending` before each call.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
from collections import defaultdict
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from http import HTTPStatus

import structlog

from bot.connector import Chance, DeliveryError
from dialogs.tell_person import tell
from dialogs.turn import Reply
from goals.note import ClaimedNote, Ending
from goals.ports import Outbox
from storage.addresses import PersonAddress, Reached, Recipient
from storage.errors import DatabaseUnavailableError

LEASE = timedelta(seconds=60)
"""Longer than a message with all its attempts takes; then another process takes the note up."""
POLL = 3.0
"""Seconds between two looks at what other processes have come to owe."""
MOST_AT_ONCE = 16
"""Messages under way from this process."""
FIRST_WAIT = 5.0
LONGEST_WAIT = 3600.0
"""Seconds before a note is tried again: doubled each time, then up to half shorter by chance."""
MOST_ATTEMPTS = 36
"""With the waits above, a good day."""
LAST_WORDS = 13.0
"""Seconds that messages under way get to arrive when the process stops."""

Reach = Callable[[Recipient], Awaitable[Reached]]
"""Where a person is reached."""
Send = Callable[[Reply, Recipient, PersonAddress | None], Awaitable[str]]
"""Writes to the person; the message's id. Raises DeliveryError."""
log = structlog.get_logger("bot.notifier")


class Notifier:
    """Pays what is owed, until it is cancelled."""

    def __init__(
        self,
        *,
        outbox: Outbox,
        reach: Reach,
        send: Send,
        owed: asyncio.Event,
        clock: Callable[[], datetime],
        chance: Chance = random.random,
        lease: timedelta = LEASE,
        poll: float = POLL,
    ) -> None:
        """`owed` is set whenever this process has come to owe something."""
        self._outbox = outbox
        self._reach = reach
        self._send = send
        self._owed = owed
        self._clock = clock
        self._chance = chance
        self._lease = lease
        self._poll = poll
        self._under_way: set[asyncio.Task[None]] = set()

    async def run(self) -> None:
        """Pay for ever. Whatever fails is logged, and the next note is taken up."""
        try:
            while True:
                await self._step()
        finally:
            if self._under_way:
                await asyncio.wait(self._under_way, timeout=LAST_WORDS)

    async def _step(self) -> None:
        self._owed.clear()  # before looking, so that nothing owed meanwhile is overlooked
        try:
            wait = await self._take_up()
        except DatabaseUnavailableError:
            log.warning("nothing told: database unavailable")
            wait = self._poll
        except Exception:  # this loop is the only one; it must go on
            log.exception("notes not taken up")
            wait = self._poll
        if wait > 0:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._owed.wait(), wait)

    async def _take_up(self) -> float:
        """Begin to deliver what is due; the seconds until there may be more to do."""
        free = MOST_AT_ONCE - len(self._under_way)
        if free <= 0:
            await asyncio.wait(self._under_way, return_when=asyncio.FIRST_COMPLETED)
            return 0
        due_at, now = await self._outbox.next_due(), self._clock()
        if due_at is None or due_at > now:
            until_due = self._poll if due_at is None else (due_at - now).total_seconds()
            return min(self._poll, until_due)
        claimed = await self._outbox.claim(now=now, lease=self._lease, most=free)
        by_person: defaultdict[Recipient, list[ClaimedNote]] = defaultdict(list)
        for each in claimed:
            by_person[Recipient(each.tenant, each.note.to)].append(each)
        for to, notes in by_person.items():
            task = asyncio.create_task(self._tell(to, notes))
            self._under_way.add(task)
            task.add_done_callback(self._under_way.discard)
        # Due, but not to be had: another process is at it.
        return 0 if claimed else min(self._poll, 0.2)

    async def _tell(self, to: Recipient, notes: Sequence[ClaimedNote]) -> None:
        try:
            notes = await self._outbox.begin_sending(notes, now=self._clock(), lease=self._lease)
            if notes:
                await self._deliver(to, notes)
        except DatabaseUnavailableError:
            log.warning("note not told: database unavailable")  # the lease lapses, and it goes on
        except Exception:  # one bad note never stops the others
            log.exception("note not told", notes=[each.id for each in notes])
            with contextlib.suppress(DatabaseUnavailableError):
                await self._put_off(notes, DeliveryError(None, "Unexpected"))

    async def _deliver(self, to: Recipient, notes: Sequence[ClaimedNote]) -> None:
        reached = await self._reach(to)
        sound, reply = self._drawn(notes, reached.language)
        unsound = [each for each in notes if each not in sound]
        if unsound:  # by newer code than this, perhaps: another process may know its words
            await self._put_off(unsound, DeliveryError(None, "NoWords"))
        if reply is None:
            return
        try:
            delivery_id = await self._send(reply, to, reached.address)
        except DeliveryError as error:
            await self._put_off(sound, error)
        else:
            await self._outbox.delivered(sound, delivery_id=delivery_id, now=self._clock())

    def _drawn(
        self, notes: Sequence[ClaimedNote], language: str
    ) -> tuple[Sequence[ClaimedNote], Reply | None]:
        """The card of those that can be put into words."""
        with contextlib.suppress(Exception):
            return notes, tell([each.note for each in notes], language)
        sound = []
        for each in notes:
            try:
                tell([each.note], language)
            except Exception:
                log.exception("note without words", note=each.id, kind=each.note.kind)
            else:
                sound.append(each)
        return sound, tell([each.note for each in sound], language) if sound else None

    async def _put_off(self, notes: Sequence[ClaimedNote], error: DeliveryError) -> None:
        reason = f"{error.status or ''} {error.code}".strip()
        wait = after_failure(error, max(each.attempts for each in notes), self._chance())
        log.warning("note not delivered", reason=reason, again_in=wait, count=len(notes))
        now = self._clock()
        if wait is None:
            await self._outbox.give_up(notes, ending=Ending.EXHAUSTED, reason=reason, now=now)
        else:
            until = now + timedelta(seconds=wait)
            await self._outbox.postpone(notes, until=until, reason=reason)


def after_failure(error: DeliveryError, attempts: int, chance: float) -> float | None:
    """Seconds until it is tried again, after so many attempts; None where that is no use.

    A person who has removed or blocked the bot (403) cannot be told until they write to it.
    """
    passing = {
        HTTPStatus.UNAUTHORIZED,
        HTTPStatus.REQUEST_TIMEOUT,
        HTTPStatus.PRECONDITION_FAILED,
        HTTPStatus.TOO_MANY_REQUESTS,
    }
    status = error.status
    refused = status is not None and status < HTTPStatus.INTERNAL_SERVER_ERROR
    if (refused and status not in passing) or attempts >= MOST_ATTEMPTS:
        return None
    wait = min(FIRST_WAIT * float(2 ** min(attempts - 1, 20)), LONGEST_WAIT)
    return (error.retry_after or 0.0) + wait * (0.5 + chance / 2)
