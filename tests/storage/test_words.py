"""The words that a municipality has taught."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlmodel import select

from goals.errors import (
    GoalsError,
    TenantUnknownError,
    WordMeansItselfError,
    WordMissingError,
    WordTooLongError,
    WordWithoutLettersError,
)
from goals.words import TaughtWord
from storage.database import EVERY_TENANT, Database
from storage.goal_reader import SqlGoalReader
from storage.tables import TenantWordRow
from storage.words import forget_word, teach_word, tenant_words
from tests.storage.examples import EXEMPELBY, GRANVIKA, NOW


async def _teach(
    database: Database, word: str, means: str = "kollektivtrafik", tenant: str = EXEMPELBY
) -> bool:
    return await teach_word(
        database, tenant=tenant, word=word, means=means, by="sekreteraren", now=NOW
    )


async def test_a_taught_word_is_in_the_record_and_the_record_is_read_anew(
    database: Database,
) -> None:
    reader = SqlGoalReader(database)
    before = await reader.record(EXEMPELBY)
    assert await _teach(database, "länsis")
    assert await _teach(database, "bussis", "kollektivtrafik, buss")
    after = await reader.record(EXEMPELBY)
    assert (before.words, before.revision) == ((), 0)
    assert after.revision == 2
    assert after.words == (
        TaughtWord("bussis", "kollektivtrafik, buss"),
        TaughtWord("länsis", "kollektivtrafik"),
    )
    assert await tenant_words(database, EXEMPELBY) == after.words


async def test_it_is_one_municipalitys_own(database: Database) -> None:
    await _teach(database, "länsis")
    assert await tenant_words(database, GRANVIKA) == ()
    assert (await SqlGoalReader(database).record(GRANVIKA)).revision == 0


async def test_teaching_it_again_changes_what_it_means(database: Database) -> None:
    assert await _teach(database, "  LänSis ", "Kollektiv \n\t trafik")
    assert not await _teach(database, "länsis", "kollektiv trafik")
    assert await _teach(database, "länsis", "buss")
    assert await tenant_words(database, EXEMPELBY) == (TaughtWord("länsis", "buss"),)
    async with database.reading(EVERY_TENANT) as session:
        row = (await session.exec(select(TenantWordRow))).one()
    assert (row.by_object_id, row.at) == ("sekreteraren", NOW)


async def test_who_changed_it_last_and_when_is_kept(database: Database) -> None:
    await _teach(database, "länsis")
    later = NOW + timedelta(days=1)
    await teach_word(database, tenant=EXEMPELBY, word="länsis", means="tåg", by=None, now=later)
    async with database.reading(EVERY_TENANT) as session:
        row = (await session.exec(select(TenantWordRow))).one()
    assert (row.by_object_id, row.at) == (None, later)


async def test_a_forgotten_word_is_gone(database: Database) -> None:
    await _teach(database, "länsis")
    assert await forget_word(database, tenant=EXEMPELBY, word=" LÄNSIS ")
    assert not await forget_word(database, tenant=EXEMPELBY, word="länsis")
    record = await SqlGoalReader(database).record(EXEMPELBY)
    assert (record.words, record.revision) == ((), 2)


@pytest.mark.parametrize(
    ("word", "means", "refusal"),
    [
        ("", "buss", WordMissingError),
        ("länsis", " \n", WordMissingError),
        ("\u200b", "buss", WordMissingError),
        ("x" * 61, "buss", WordTooLongError),
        ("länsis", "x" * 61, WordTooLongError),
        ("850101-1234", "buss", WordWithoutLettersError),
        ("länsis", "2025", WordWithoutLettersError),
        ("😀", "buss", WordWithoutLettersError),
        ("Buss", "buss", WordMeansItselfError),
        ("buss", "tåg, buss", WordMeansItselfError),
    ],
)
async def test_what_is_no_word_is_refused(
    database: Database, word: str, means: str, refusal: type[GoalsError]
) -> None:
    with pytest.raises(refusal):
        await _teach(database, word, means)
    assert await tenant_words(database, EXEMPELBY) == ()


async def test_a_word_of_sixty_characters_is_kept(database: Database) -> None:
    assert await _teach(database, "x" * 60)


async def test_odd_words_are_only_words(database: Database) -> None:
    for odd in ("'; drop table tenant; --", "å %s $1 ?1 {x}", "<b>fet</b>"):
        assert await _teach(database, odd)
    assert len(await tenant_words(database, EXEMPELBY)) == 3


async def test_nobody_teaches_an_unknown_municipality(database: Database) -> None:
    with pytest.raises(TenantUnknownError):
        await _teach(database, "länsis", tenant="okänd")
    with pytest.raises(TenantUnknownError):
        await forget_word(database, tenant="okänd", word="länsis")


async def test_two_who_teach_the_same_at_once_teach_it_once(
    open_another: Callable[[], Database],
) -> None:
    both = (open_another(), open_another())
    taught = await asyncio.gather(*(_teach(each, "länsis") for each in both * 3))
    assert taught.count(True) == 1
    assert (await SqlGoalReader(both[0]).record(EXEMPELBY)).revision == 1
