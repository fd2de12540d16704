"""**Mottaget** by the link of a letter: the page that asks, and the button on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from dialogs.texts import say
from goals.errors import ReceiptUnknownError
from goals.notice import Notice
from goals.ports import GoalReader, Memory
from goals.receipt_link import LIFETIME, ReceiptLink, read_token, sign
from goals.receiving import acknowledge_by_letter


@dataclass(frozen=True, slots=True)
class ReceiptPage:
    """What a browser shows."""

    headline: str
    said: str
    button: str | None = None
    """What the one button says; None where there is nothing to press."""


class Receipts(Protocol):
    """What the door shows to whoever follows the link of a letter."""

    async def asked(self, token: str, language: str) -> ReceiptPage:
        """The page that asks; nothing is recorded. Raises GoalsError where there is none."""
        ...

    async def given(self, token: str, language: str) -> ReceiptPage:
        """The page after the button was pressed. Raises GoalsError where nobody may."""
        ...


class LetterReceipts:
    """Receipts of one database's notices."""

    def __init__(
        self, *, reader: GoalReader, memory: Memory, clock: Callable[[], datetime]
    ) -> None:
        self._reader = reader
        self._memory = memory
        self._clock = clock
        self.public_url: str | None = None
        """Where browsers reach us; None where they do not."""

    async def link_of(self, tenant: str, notice: Notice, address: str) -> str | None:
        """Where the reader of a letter says that it has been received; None for nowhere."""
        if self.public_url is None:
            return None
        now = self._clock()
        link = ReceiptLink(tenant, notice.id, notice.revision, address, now + LIFETIME)
        token = sign(link, await self._memory.link_key(now=now))
        return f"{self.public_url}/received/{token}"

    async def asked(self, token: str, language: str) -> ReceiptPage:
        """The page that asks. Raises ReceiptUnknownError or ReceiptExpiredError."""
        link = await self._read(token)
        async with self._memory.register(link.tenant) as register:
            notice = await register.notice(link.notice)
        if notice is None:
            raise ReceiptUnknownError
        record = await self._reader.record(link.tenant)
        body = record.body(notice.body)
        return ReceiptPage(
            say(
                language,
                "receipt-ask",
                unit=notice.unit,
                year=notice.year,
                body=body.name if body else notice.body,
            ),
            say(language, "receipt-explained", address=link.address),
            say(language, "receipt-button"),
        )

    async def given(self, token: str, language: str) -> ReceiptPage:
        """The page after the button was pressed. Raises what `asked` raises, or NotYourNoticeError.

        Pressed twice it says so, and nothing more happens.
        """
        link = await self._read(token)
        answered = await acknowledge_by_letter(
            link.tenant,
            link.notice,
            link.revision,
            address=link.address,
            open_ledger=self._memory.open_ledger,
            now=self._clock(),
        )
        key = f"pressed-{answered.pressed.value}"
        said = say(language, key, unit=answered.notice.unit)
        return ReceiptPage(say(language, "receipt-button"), said)

    async def _read(self, token: str) -> ReceiptLink:
        now = self._clock()
        return read_token(token, await self._memory.link_key(now=now), now=now)
