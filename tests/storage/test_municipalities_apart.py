"""Nothing that the memory offers reads or writes another municipality's rows.

Each way into the memory is found by looking for it, and tried as Exempelby, once where
Granvika has nothing, and once beside a Granvika that has the same people, bodies and ids, and some
of its own. What comes back must be the same, and nothing of Granvika's may have changed.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType

import pytest
import pytest_asyncio
from sqlalchemy.exc import DBAPIError, NoResultFound

import bot
import dialogs
import goals
import goals.ports
import storage
from goals.errors import GoalsError
from storage.database import Database, open_database
from storage.tables import metadata
from storage.tenants import Tenant, Tenants
from tests.storage.conftest import BOTH, new_address
from tests.storage.examples import EXEMPELBY, GRANVIKA, NOW
from tests.storage.ways_in import (
    CASES,
    FILLING,
    FOR_ALL,
    MARKS,
    OF_NO_TENANT,
    OF_NOBODY,
    TABLES,
    At,
    Try,
    fill,
    rows_of,
)


def _modules() -> Iterator[ModuleType]:
    for info in pkgutil.iter_modules(storage.__path__):
        if not info.ispkg and info.name != "database":  # what opens a transaction, for all these
            yield importlib.import_module(f"storage.{info.name}")


def _is_asked(function: object) -> bool:
    """Whether one has to wait for its answer, as for all that comes from a database."""
    if not inspect.isfunction(function):
        return False
    plain = inspect.unwrap(function)
    if inspect.iscoroutinefunction(plain) or inspect.isasyncgenfunction(plain):
        return True
    returned = str(plain.__annotations__.get("return"))
    return returned.startswith(("AbstractAsyncContextManager", "Awaitable", "Coroutine"))


def _found() -> set[str]:
    """Every public way into the memory: functions, and methods of its classes."""
    found = set()
    for module in _modules():
        short = module.__name__.removeprefix("storage.")
        for name, value in vars(module).items():
            if name.startswith("_") or getattr(value, "__module__", "") != module.__name__:
                continue
            if _is_asked(value):
                found.add(f"{short}.{name}")
            elif inspect.isclass(value):
                found |= {
                    (name if name in _LEDGERS else f"{short}.{name}") + f".{method}"
                    for method, function in vars(value).items()
                    if not method.startswith("_") and _is_asked(function)
                }
    return found


_LEDGERS = {"SqlLedger", "SqlMinutes", "SqlNotices", "SqlNoticesLedger", "SqlRegister"}


def test_every_way_into_the_memory_is_tried() -> None:
    assert _found() == {*CASES, *FOR_ALL, *OF_NOBODY}


def test_every_method_of_the_ports_is_among_them() -> None:
    methods = {found.rpartition(".")[2] for found in _found()}
    for name, port in vars(goals.ports).items():
        if inspect.isclass(port) and port.__module__ == goals.ports.__name__:
            public = {each for each in vars(port) if not each.startswith("_")}
            asked = {each for each in public if _is_asked(getattr(port, each, None))}
            assert asked <= methods, name


def test_only_what_is_named_acts_for_every_municipality() -> None:
    said = {
        f"{module.__name__.removeprefix('storage.')}.{name}"
        for module in _modules()
        for name in _who_says(module, "EVERY_TENANT")
    }
    assert said <= {*FOR_ALL, *_WITHIN_THEM}
    assert said >= _WITHIN_THEM


def test_the_door_and_the_conversation_act_for_one_municipality_at_a_time() -> None:
    for package in (bot, dialogs, goals):
        for folder in package.__path__:
            for file in Path(folder).rglob("*.py"):
                assert "EVERY_TENANT" not in file.read_text(encoding="utf-8"), file


_WITHIN_THEM = {
    "backup._copy_rows_in",
    "backup._copy_rows_out",
    "backup._examined",
    "backup._holds_record",
    "outbox.SqlOutbox._finish",
}


def _who_says(module: ModuleType, word: str) -> Iterator[str]:
    """The functions and methods that name it."""
    for node in ast.parse(inspect.getsource(module)).body:
        inner = node.body if isinstance(node, ast.ClassDef) else [node]
        for each in inner:
            if isinstance(each, ast.Import | ast.ImportFrom):
                continue
            if any(isinstance(name, ast.Name) and name.id == word for name in ast.walk(each)):
                parts = [getattr(one, "name", "?") for one in dict.fromkeys((node, each))]
                yield ".".join(parts)


def test_every_table_says_whose_its_rows_are() -> None:
    assert set(metadata.tables) == {*TABLES, *OF_NO_TENANT}


async def _outcome(case: Try, at: At) -> str:
    """What came back, or what kind of error: told the same by every database."""
    try:
        return repr(await case(at))
    except (DBAPIError, GoalsError, NoResultFound) as error:
        return type(error).__name__


@dataclass(frozen=True, slots=True)
class Places:
    """Two databases in which Exempelby has rows in every table."""

    alone: Database
    """Granvika is served, and has none."""
    beside: Database
    """Granvika has rows of the same names, and of others."""


@pytest_asyncio.fixture(params=BOTH)
async def places(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Places]:
    """Both on SQLite, or both on PostgreSQL."""
    async with (
        _filled(request, tmp_path / "alone", (EXEMPELBY, "")) as alone,
        _filled(
            request, tmp_path / "beside", (EXEMPELBY, ""), (GRANVIKA, ""), (GRANVIKA, "-g")
        ) as beside,
    ):
        yield Places(alone, beside)


@asynccontextmanager
async def _filled(
    request: pytest.FixtureRequest, folder: Path, *who: tuple[str, str]
) -> AsyncIterator[Database]:
    folder.mkdir()
    async with new_address(request, folder) as url:
        database = open_database(url)
        for tenant, own in who:
            await fill(database, tenant, own)
        yield database
        await database.dispose()


async def test_each_has_rows_in_every_table(places: Places) -> None:
    for tenant in (EXEMPELBY, GRANVIKA):
        rows = await rows_of(places.beside, tenant)
        assert [table for table, kept in rows.items() if not kept] == []


async def test_no_read_and_no_write_reaches_another_municipality(places: Places) -> None:
    theirs = await rows_of(places.beside, GRANVIKA)
    for name, case in CASES.items():
        for own in ("", "-g"):
            expected = await _outcome(case, At(places.alone, EXEMPELBY, own))
            assert await _outcome(case, At(places.beside, EXEMPELBY, own)) == expected, name
        assert await rows_of(places.beside, GRANVIKA) == theirs, name


async def test_each_of_them_reaches_what_is_its_own(places: Places) -> None:
    """Else the test before this one could not fail.

    A municipality that has nothing gets another answer, or something is written of it.
    """
    reached = set(FILLING)  # the rows that they wrote are there, by a test of their own
    for number, (name, case) in enumerate(CASES.items()):
        newcomer = f"33333333-3333-3333-3333-{number:012}"
        await Tenants(places.alone).add(Tenant(newcomer, "Granvika kommun", "sv"), now=NOW)
        had = await rows_of(places.beside, GRANVIKA), await rows_of(places.alone, newcomer)
        for own in ("", "-g"):
            there = At(places.beside, GRANVIKA, own, MARKS[GRANVIKA])
            answer = await _outcome(case, there)
            anew = await _outcome(case, replace(there, database=places.alone, tenant=newcomer))
            if answer.replace(GRANVIKA, newcomer) != anew:
                reached.add(name)
        if (await rows_of(places.beside, GRANVIKA), await rows_of(places.alone, newcomer)) != had:
            reached.add(name)
    assert sorted(set(CASES) - reached) == []
