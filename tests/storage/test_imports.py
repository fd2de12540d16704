"""Imports that nobody came back to are forgotten."""

from __future__ import annotations

from datetime import timedelta

from goals.document import GoalDocument
from goals.pending import PendingImport
from storage.database import Database
from storage.imports import sweep_imports
from storage.ledger import open_ledger
from tests.storage.examples import EXEMPELBY, NOW


async def test_an_import_is_swept_once_its_time_is_over(database: Database) -> None:
    document = GoalDocument("delmål.txt", "ab", is_goal_document=True)
    async with open_ledger(database)(EXEMPELBY, now=NOW) as ledger:
        for name, days in (("old", 1), ("new", 8)):
            expires = NOW + timedelta(days=days)
            await ledger.keep_import(PendingImport(name, "anna", document, NOW, expires))
    assert await sweep_imports(database, before=NOW + timedelta(days=2)) == 1
    async with open_ledger(database)(EXEMPELBY, now=NOW) as ledger:
        assert await ledger.pending_import("old") is None
        assert await ledger.pending_import("new") is not None
