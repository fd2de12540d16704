"""The bot says how it is: each thing that can go wrong is found, and told with what to do."""

from __future__ import annotations

import asyncio
import os
import sqlite3
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import aiohttp
import pytest

from bot import checks
from bot.app import configured_database, open_memory, utc_now
from bot.checks import Service, check_backup, check_database, check_disk, check_expiry
from bot.connector import Tokens
from bot.credentials import Client, Secret
from bot.last_backup import LastBackup, remember_backup
from dialogs.health import Finding, Grade, worst
from dialogs.texts import LANGUAGES
from goals.note import Note
from storage.database import open_database
from tests.postgres import ROLE, SUPERUSER, Postgres
from tests.service import signed_settings
from tests.teams import APP_SECRET, PERSON, RESET, TENANT, TeamsStandIn, Trouble

NOW = datetime(2025, 3, 2, 12, 0, tzinfo=UTC)


class Disk(NamedTuple):
    """As shutil.disk_usage tells it, bytes."""

    total: int
    used: int
    free: int


@pytest.fixture
async def teams() -> AsyncIterator[TeamsStandIn]:
    """Microsoft's side."""
    async with TeamsStandIn() as stand_in:
        yield stand_in


@asynccontextmanager
async def bot_of(
    teams: TeamsStandIn, data: Path, *, off: timedelta = timedelta(), **more: str
) -> AsyncIterator[Service]:
    """A bot whose clock is off by so much."""
    settings = signed_settings(teams, data, more=more)
    async with (
        configured_database(settings) as database,
        aiohttp.ClientSession() as session,
    ):
        credential = Client(
            session=session,
            app_id=teams.app_id,
            read=lambda: Secret(APP_SECRET, None),
            tenant=teams.tenant,
            token_url=teams.token_url,
        )
        yield Service(settings, database, session, Tokens(credential), lambda: utc_now() + off)


async def serve(teams: TeamsStandIn, data: Path, *notes: Note, now: datetime | None = None) -> None:
    """Make the database, and owe these notes since then."""
    async with (
        open_memory(signed_settings(teams, data)) as memory,
        memory.open_ledger(TENANT, now=now or utc_now()) as ledger,
    ):
        for note in notes:
            await ledger.owe(note)


def by_name(findings: Sequence[Finding]) -> dict[str, Finding]:
    """Each by what was looked at; every one can be told in both languages."""
    for finding in findings:
        for language in LANGUAGES:
            assert len(finding.sentence(language)) > 10
    return {each.name: each for each in findings}


async def examine(teams: TeamsStandIn, data: Path, **more: Any) -> dict[str, Finding]:
    """What is found."""
    async with bot_of(teams, data, **more) as bot:
        return by_name(await bot.examine())


async def test_a_bot_that_is_well_says_so(teams: TeamsStandIn, tmp_path: Path) -> None:
    await serve(teams, tmp_path)
    remember_backup(tmp_path, LastBackup(utc_now(), "b.db", "0"))
    expires = (utc_now() + timedelta(days=200)).date().isoformat()
    found = await examine(teams, tmp_path, DELMAL_APP_SECRET_EXPIRES=expires)
    assert list(found) == [
        *("database", "revision", "outbox", "token", "clock"),
        *("expiry", "backup", "disk", "version"),
    ]
    assert worst(list(found.values())) is Grade.OK


async def test_looking_changes_nothing(teams: TeamsStandIn, tmp_path: Path) -> None:
    found = await examine(teams, tmp_path)
    assert found["database"].key == "check-database-none"
    assert found["database"].grade is Grade.WARNING
    assert "revision" not in found
    assert list(tmp_path.iterdir()) == []


async def test_tables_of_another_version_are_told(teams: TeamsStandIn, tmp_path: Path) -> None:
    await serve(teams, tmp_path)
    for number, key, grade in (
        ("0001", "check-revision-behind", Grade.WARNING),
        ("9999", "check-revision-ahead", Grade.FAILED),
    ):
        with closing(sqlite3.connect(tmp_path / "delmal.db")) as connection:
            connection.execute("UPDATE alembic_version SET version_num = ?", (number,))
            connection.commit()
        found = await examine(teams, tmp_path)
        assert (found["revision"].key, found["revision"].grade) == (key, grade)
        assert found["revision"].arguments["found"] == number
        assert "outbox" not in found  # its columns may be others


async def test_a_database_that_is_gone_is_told_with_its_reason(
    teams: TeamsStandIn, tmp_path: Path
) -> None:
    (tmp_path / "delmal.db").write_bytes(b"not a database, but long enough to be looked at" * 99)
    found = await examine(teams, tmp_path)
    assert found["database"].grade is Grade.FAILED
    assert "not a database" in str(found["database"].arguments["reason"])
    url = "postgresql://delmal:not-told@127.0.0.1:1/delmal"
    found = await examine(teams, tmp_path, DELMAL_DATABASE_URL=url)
    assert found["database"].key == "check-database-lost"
    assert "not-told" not in found["database"].sentence("sv")


@pytest.mark.skipif(os.name != "posix", reason="left out: rights of files differ here")
async def test_a_database_that_cannot_be_written_is_told(
    teams: TeamsStandIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await serve(teams, tmp_path)
    database = tmp_path / "delmal.db"
    if os.geteuid() == 0:  # root writes whatever its rights are: as another program's lock does
        monkeypatch.setattr(checks, "PATIENCE", 0.2)
        with closing(sqlite3.connect(database, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            found = await examine(teams, tmp_path)
        assert found["database"].key == "check-database-slow"
        return
    database.chmod(0o400)
    tmp_path.chmod(0o500)
    found = await examine(teams, tmp_path)
    tmp_path.chmod(0o700)
    assert found["database"].key == "check-database-lost"


async def test_a_database_that_may_only_be_read_is_told(
    teams: TeamsStandIn, tmp_path: Path
) -> None:
    await serve(teams, tmp_path)
    url = f"sqlite:///file:{tmp_path / 'delmal.db'}?mode=ro&uri=true"
    found = await examine(teams, tmp_path, DELMAL_DATABASE_URL=url)
    assert found["database"].key == "check-database-lost"
    assert "readonly" in str(found["database"].arguments["reason"])


@pytest.mark.parametrize(
    ("late", "grade"),
    [
        (timedelta(minutes=4), Grade.OK),
        (timedelta(minutes=20), Grade.WARNING),
        (timedelta(hours=2), Grade.FAILED),
    ],
)
async def test_messages_that_nobody_sends_are_told(
    teams: TeamsStandIn, tmp_path: Path, late: timedelta, grade: Grade
) -> None:
    await serve(teams, tmp_path, Note(PERSON, "note-x"), now=utc_now() - late)
    found = await examine(teams, tmp_path)
    assert found["outbox"].grade is grade
    assert found["outbox"].arguments["count"] == 1
    if grade is not Grade.OK:
        assert found["outbox"].arguments["minutes"] == late.total_seconds() // 60


async def test_a_secret_that_entra_refuses_is_told_with_entras_word(
    teams: TeamsStandIn, tmp_path: Path
) -> None:
    teams.token_trouble = Trouble(401, code="invalid_client")
    found = await examine(teams, tmp_path)
    assert found["token"].grade is Grade.FAILED
    assert found["token"].arguments["reason"] == "401 invalid_client"


@pytest.mark.parametrize(
    ("number", "says"),
    [
        (7000222, "Hemligheten har gått ut"),
        (7000215, "Entra känner inte hemligheten"),
        (700016, "DELMAL_APP_ID"),
        (90002, "DELMAL_APP_TENANT_ID"),
        (700027, "DELMAL_APP_CERTIFICATE"),
        (700024, "tidssynkronisering"),
        (123456, "Entra ger inte boten tillträde"),
    ],
)
async def test_what_entra_refuses_for_is_told_with_what_to_do(
    teams: TeamsStandIn, tmp_path: Path, number: int, says: str
) -> None:
    teams.token_judge = lambda _: number
    found = await examine(teams, tmp_path)
    assert found["token"].grade is Grade.FAILED
    assert found["token"].arguments["reason"] == f"401 invalid_client AADSTS{number}"
    assert says in found["token"].sentence("sv")


async def test_entra_that_does_not_answer_is_told_in_time(
    teams: TeamsStandIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checks, "PATIENCE", 0.1)
    teams.token_trouble = Trouble(delay=1.0)
    found = await examine(teams, tmp_path)
    assert (found["token"].key, found["token"].grade) == ("check-token-slow", Grade.FAILED)
    await asyncio.sleep(0)


@pytest.mark.parametrize(
    ("minutes", "key", "grade"),
    [
        (0, "check-clock", Grade.OK),
        (2, "check-clock-fast", Grade.WARNING),
        (10, "check-clock-fast", Grade.FAILED),
        (-2, "check-clock-slow", Grade.WARNING),
        (-10, "check-clock-slow", Grade.FAILED),
    ],
)
async def test_a_clock_that_is_wrong_is_told(
    teams: TeamsStandIn, tmp_path: Path, minutes: int, key: str, grade: Grade
) -> None:
    async with bot_of(teams, tmp_path, off=timedelta(minutes=minutes)) as bot:
        found = by_name(await bot.examine())
    assert (found["clock"].key, found["clock"].grade) == (key, grade)


async def test_a_clock_that_cannot_be_compared_is_a_warning(
    teams: TeamsStandIn, tmp_path: Path
) -> None:
    teams.metadata_trouble = RESET
    found = await examine(teams, tmp_path)
    assert (found["clock"].key, found["clock"].grade) == ("check-clock-unknown", Grade.WARNING)


@pytest.mark.parametrize(
    ("days", "key", "grade"),
    [
        (200, "check-expiry-secret", Grade.OK),
        (31, "check-expiry-secret", Grade.OK),
        (30, "check-expiry-secret", Grade.WARNING),
        (1, "check-expiry-secret", Grade.WARNING),
        (0, "check-expiry-secret-past", Grade.FAILED),
        (-5, "check-expiry-secret-past", Grade.FAILED),
        (None, "check-expiry-unknown", Grade.WARNING),
    ],
)
async def test_a_secret_that_expires_is_told_in_time(
    teams: TeamsStandIn, tmp_path: Path, days: int | None, key: str, grade: Grade
) -> None:
    today = date(2025, 3, 2)
    day = "" if days is None else (today + timedelta(days=days)).isoformat()
    settings = signed_settings(teams, tmp_path, more={"DELMAL_APP_SECRET_EXPIRES": day})
    finding = check_expiry(settings, today=today)
    assert (finding.key, finding.grade) == (key, grade)
    by_name([finding])


@pytest.mark.parametrize(
    ("hours", "key"), [(1, "check-backup"), (47, "check-backup"), (49, "check-backup-old")]
)
def test_a_backup_that_is_old_is_told(tmp_path: Path, hours: int, key: str) -> None:
    remember_backup(tmp_path, LastBackup(NOW - timedelta(hours=hours), "b.db", "0"))
    finding = check_backup(tmp_path, now=NOW)
    assert finding.key == key
    assert (finding.grade is Grade.OK) is (key == "check-backup")
    by_name([finding])


def test_no_backup_at_all_is_told(tmp_path: Path) -> None:
    assert check_backup(tmp_path, now=NOW).key == "check-backup-none"


@pytest.mark.parametrize(
    ("megabytes", "grade"), [(5_000, Grade.OK), (500, Grade.WARNING), (50, Grade.FAILED)]
)
def test_a_disk_that_is_filling_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, megabytes: int, grade: Grade
) -> None:
    usage = Disk(10**12, 0, megabytes * 1_000_000)
    monkeypatch.setattr("shutil.disk_usage", lambda _: usage)
    finding = check_disk(tmp_path / "not" / "there")
    assert finding.grade is grade
    by_name([finding])


@pytest.mark.parametrize(
    ("role", "key", "grade"),
    [
        (ROLE, "check-isolation", Grade.OK),
        (SUPERUSER, "check-isolation-off", Grade.WARNING),
    ],
)
async def test_a_role_that_row_level_security_does_not_bind_is_warned_of(
    postgres: Postgres, role: str, key: str, grade: Grade
) -> None:
    async with postgres.database() as url:
        database = open_database(url.set(username=role))
        found = by_name(await check_database(database, now=NOW))
        await database.dispose()
    assert (found["isolation"].key, found["isolation"].grade) == (key, grade)
