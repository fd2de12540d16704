"""The municipalities that are asked: their documents, recorded as an import records them."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from benchmarks.answers.questions import DATA
from goals.document import GoalDocument
from goals.importing import record_document
from goals.record import Record
from storage.documents import example_document, read_document
from tests.fakes import FakeMemory

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=ZoneInfo("Europe/Stockholm"))
"""The time of asking, as the questions were written for."""
_SEED = "seed"


@dataclass(frozen=True, slots=True)
class Municipality:
    """What one tenant has recorded, and what its documents state word for word."""

    record: Record
    wordings: frozenset[str]
    """Read from the documents, not from the record: what is in none of them is invented."""


def municipalities() -> dict[str, Municipality]:
    """All municipalities, by their tenant."""
    listed: dict[str, list[str]] = json.loads(
        (DATA / "municipalities.json").read_text(encoding="utf-8")
    )
    return {
        tenant: asyncio.run(_municipality(tenant, documents))
        for tenant, documents in listed.items()
    }


async def _municipality(tenant: str, names: list[str]) -> Municipality:
    memory = FakeMemory(tenant)
    documents = [_document(name) for name in names]
    for document in documents:
        await record_document(document, tenant=tenant, open_ledger=memory.open_ledger, now=NOW)
    goals = {goal.text for document in documents for goal in document.goals}
    subgoals = {subgoal.text for document in documents for subgoal in document.subgoals}
    return Municipality(await memory.record(tenant), frozenset(goals | subgoals))


def _document(name: str) -> GoalDocument:
    if name == _SEED:
        return read_document(*example_document())
    return read_document(name, (DATA / name).read_bytes())
