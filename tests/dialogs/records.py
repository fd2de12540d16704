"""The customer's own record, for asking without a database."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime
from functools import cache

from dialogs.answer import Answer
from dialogs.answer_question import answer_text
from dialogs.understanding.vocabulary import shipped
from goals.actor import Actor
from goals.importing import record_document
from goals.record import Record
from storage.documents import example_document, read_document
from tests.fakes import FakeMemory

TENANT = "kund"
TODAY = date(2026, 11, 23)


@cache
def customer() -> Record:
    """What importing the customer's document records."""

    async def imported() -> Record:
        memory = FakeMemory(TENANT)
        await record_document(
            read_document(*example_document()),
            tenant=TENANT,
            open_ledger=memory.open_ledger,
            now=datetime(2026, 11, 23, tzinfo=UTC),
        )
        return await memory.record(TENANT)

    return asyncio.run(imported())


def ask(text: str, *, locale: str | None = None) -> Answer:
    """The answer to a member of staff."""
    return answer_text(
        text,
        customer(),
        actor=Actor(TENANT, "someone"),
        today=TODAY,
        vocabulary=shipped(),
        waiting={},
        locale=locale,
    )
