"""The register of a matter as the diary system and a spreadsheet get it."""

from __future__ import annotations

import asyncio
import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import structlog
from typer.testing import CliRunner, Result

from bot.__main__ import app
from bot.app import open_memory, utc_now
from bot.authentication import LOCAL_TENANT
from bot.commands.matter_register import COLUMNS
from bot.settings import read_settings
from goals.actor import Actor, Grant, Role
from goals.draft import Draft, Typed
from goals.drafting import draft_of, keep_draft
from goals.event import FIRST, Event, chained
from goals.ground import ground
from goals.importing import record_document
from goals.proposing import ask_completion, submit
from storage.documents import example_document, read_document

OFFICIAL = Actor(LOCAL_TENANT, "anna", frozenset({Grant(Role.OFFICIAL, "KS")}))
OFFICER = Actor(LOCAL_TENANT, "cecilia", frozenset({Grant(Role.OFFICER, "KS")}))
NOW = datetime(2025, 7, 1, 21, 30, 0, 123456, tzinfo=UTC)
FORMULAS = ('=HYPERLINK("http://x.invalid";"a")', "+a", "-a", "@a", "＝a")


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A Swedish terminal, and a record of the customer's document without proposals."""
    monkeypatch.setenv("DELMAL_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("LC_ALL", "sv_SE.UTF-8")
    asyncio.run(_propose(()))
    yield tmp_path
    structlog.reset_defaults()


async def _propose(texts: tuple[str, ...], *, complete: bool = False) -> None:
    async with open_memory(read_settings()) as memory:
        await record_document(
            read_document(*example_document()),
            tenant=LOCAL_TENANT,
            open_ledger=memory.open_ledger,
            now=utc_now(),
        )
        record = await memory.reader.record(LOCAL_TENANT)
        found = ground(record, "KS", 2025, actor=OFFICIAL, now=NOW)
        for number, text in enumerate(texts):
            typed = Typed("reword", "3", text, "1", '-Därför;\nså "är" det.', "=SUM(A1)")
            draft = Draft(f"draft{number}", "KS", 2025, "anna", typed, found.base, None, NOW)
            await keep_draft(draft, actor=OFFICIAL, open_ledger=memory.open_ledger)
            sent = await submit(
                draft.id, seen=found.base, actor=OFFICIAL, open_ledger=memory.open_ledger, now=NOW
            )
            if not complete:
                continue
            asked = await ask_completion(
                sent.proposal.id, "Mer.", actor=OFFICER, open_ledger=memory.open_ledger, now=NOW
            )
            again = draft_of(asked, found, now=NOW)
            again = replace(again, typed=replace(again.typed, text=f"{text} nu"))
            await keep_draft(again, actor=OFFICIAL, open_ledger=memory.open_ledger)
            await submit(
                again.id, seen=found.base, actor=OFFICIAL, open_ledger=memory.open_ledger, now=NOW
            )
        kept = Draft("hemligt", "KS", 2025, "anna", Typed(text="Ett utkast"), None, None, NOW)
        await keep_draft(kept, actor=OFFICIAL, open_ledger=memory.open_ledger)


def export(*words: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(app, ["export", "matter", *words])


def rows(content: bytes) -> list[dict[str, str]]:
    """The lines of the spreadsheet by the names of COLUMNS."""
    assert content.startswith(b"\xef\xbb\xbf")
    lines = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert all(len(line) == len(COLUMNS) for line in lines)
    return [dict(zip(COLUMNS, line, strict=True)) for line in lines[1:]]


def test_the_register_holds_every_version_and_everything_that_was_done(data: Path) -> None:
    asyncio.run(_propose(("Fler bussar i hela kommunen",), complete=True))
    result = export("ks", "2025")
    assert result.exit_code == 0
    whole = json.loads(result.stdout)
    assert (whole["format"], whole["version"]) == ("delmal-matter-register", 1)
    assert whole["matter"]["title"] == "Mål och delmål 2025 Kommunstyrelsen"
    assert whole["matter"]["dnr"] is None
    (proposal,) = whole["proposals"]
    assert proposal["number"] == "F-KS-2025-001"
    assert (proposal["state"], proposal["state_label"]) == ("submitted", "inlämnat")
    assert (proposal["author"], proposal["role"]) == ("anna", "official")
    assert proposal["submitted_at_utc"] == "2025-07-01T21:30:00+00:00"
    assert proposal["submitted_at_local"] == "2025-07-01T23:30:00+02:00"
    first, second = proposal["versions"]
    assert (first["kind"], first["kind_label"]) == ("reword", "Ändra lydelse")
    assert (first["target_year"], first["target_number"]) == (2024, "3")
    assert first["old_wording"] == "Utveckla kollektivtrafiken"
    assert first["new_wording"] == "Fler bussar i hela kommunen"
    assert second["new_wording"] == "Fler bussar i hela kommunen nu"
    assert first["goal"].startswith("Kommunstyrelsen ska verka för")
    assert first["motivation"] == '-Därför;\nså "är" det.'
    assert [(each["what"], each["by"], each["role"]) for each in proposal["events"]] == [
        ("submit", "anna", "official"),
        ("ask_completion", "cecilia", "officer"),
        ("complete", "anna", "official"),
    ]
    assert proposal["events"][1]["data"]["reason"] == "Mer."
    assert "Ett utkast" not in result.stdout


def test_the_digests_in_the_export_are_those_of_the_chain(data: Path) -> None:
    asyncio.run(_propose(("Fler bussar", "Fler tåg")))
    whole = json.loads(export("KS", "2025").stdout)
    events: list[dict[str, Any]] = sorted(
        (each | {"id": p["id"]} for p in whole["proposals"] for each in p["events"]),
        key=lambda each: each["place"],
    )
    previous = FIRST
    for place, each in enumerate(events, start=1):
        event = Event(
            datetime.fromisoformat(each["at_utc"]), each["what"], each["by"], Role(each["role"]),
            "KS", 2025, each["id"], each["state"], each["data"],
        )  # fmt: skip
        previous = chained(event, tenant=LOCAL_TENANT, place=place, previous=previous)
        assert (each["place"], each["digest"]) == (place, previous)
    assert len(events) == 2


def test_the_spreadsheet_has_a_line_a_version_and_obeys_nothing(data: Path) -> None:
    asyncio.run(_propose(FORMULAS, complete=True))
    file = data / "å register.csv"
    result = export("KS", "2025", str(file))  # a table, as the file's name says
    assert result.exit_code == 0
    assert "5 förslag ur registret" in result.stderr
    found = rows(file.read_bytes())
    assert [each["number"] for each in found[:4]] == ["F-KS-2025-001"] * 2 + ["F-KS-2025-002"] * 2
    assert [each["version"] for each in found[:2]] == ["1", "2"]
    assert [each["new_wording"] for each in found[::2]] == [f"'{each}" for each in FORMULAS]
    assert {each["consequences"] for each in found} == {"'=SUM(A1)"}
    assert {each["motivation"] for each in found} == {'\'-Därför;\nså "är" det.'}
    assert {each["old_wording"] for each in found} == {"Utveckla kollektivtrafiken"}
    assert found[0]["state_label"] == "inlämnat"
    assert len(found[0]["events"].splitlines()) == 3
    for each in found:
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in each.values())


def test_a_matter_without_proposals_is_a_register_too(data: Path) -> None:
    assert json.loads(export("KS", "2025").stdout)["proposals"] == []
    assert rows(CliRunner().invoke(app, ["export", "matter", "KS", "2025", "--format", "csv"])
                .stdout_bytes) == []  # fmt: skip


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("XX", "2025"), "Nämnden XX finns inte i registret."),
        (("KS", "1999"), "KS har inget ärende för 1999 i registret."),
        (("KS", "2025", "--tenant", "x"), "Den kommunen finns inte här."),
    ],
)
def test_what_is_not_there_is_told_in_a_sentence(
    data: Path, words: tuple[str, ...], said: str
) -> None:
    result = export(*words)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert said in result.stderr


def test_a_file_that_cannot_be_written_is_told(data: Path) -> None:
    result = export("KS", "2025", str(data / "no such folder" / "x.json"))
    assert result.exit_code == 1
    assert "går inte att skriva" in result.stderr
