"""Words of questions without a good answer: how many people, and never who."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from sqlmodel import select

from goals.words import FrequentGap
from storage.database import EVERY_TENANT, Database
from storage.gaps import KEPT_FOR, count_gaps, frequent_gaps, sweep_gaps
from storage.tables import QuestionGapRow
from storage.words import forget_word, teach_word
from tests.storage.examples import EXEMPELBY, GRANVIKA, NOW


async def _ask(
    database: Database,
    people: Iterable[str],
    *words: str,
    tenant: str = EXEMPELBY,
    now: datetime = NOW,
) -> None:
    for person in people:
        await count_gaps(database, tenant=tenant, words=words, object_id=person, now=now)


async def test_a_word_is_shown_once_three_people_have_used_it(database: Database) -> None:
    await _ask(database, ["anna", "bo"], "länsis")
    assert await frequent_gaps(database, EXEMPELBY) == ()
    await _ask(database, ["cai"], "länsis")
    assert await frequent_gaps(database, EXEMPELBY) == (FrequentGap("länsis", 3),)


async def test_nobody_may_ask_for_words_of_fewer_people(database: Database) -> None:
    await _ask(database, ["anna", "bo"], "länsis")
    assert await frequent_gaps(database, EXEMPELBY, at_least=1) == ()


async def test_a_person_is_counted_once_however_often_they_ask(database: Database) -> None:
    await _ask(database, ["anna"] * 5, "länsis", "länsis")
    async with database.reading(EVERY_TENANT) as session:
        assert len((await session.exec(select(QuestionGapRow))).all()) == 1


async def test_the_most_used_words_come_first(database: Database) -> None:
    await _ask(database, "abc", "öppis", "länsis")
    await _ask(database, "abcd", "bubblan")
    assert await frequent_gaps(database, EXEMPELBY) == (
        FrequentGap("bubblan", 4),
        FrequentGap("länsis", 3),
        FrequentGap("öppis", 3),
    )
    assert await frequent_gaps(database, EXEMPELBY, at_least=4) == (FrequentGap("bubblan", 4),)


async def test_municipalities_are_counted_apart(database: Database) -> None:
    await _ask(database, "ab", "länsis")
    await _ask(database, "c", "länsis", tenant=GRANVIKA)
    assert await frequent_gaps(database, EXEMPELBY) == ()
    assert await frequent_gaps(database, GRANVIKA) == ()


async def test_who_has_no_object_id_is_not_counted(database: Database) -> None:
    for nobody in (None, ""):
        await count_gaps(database, tenant=EXEMPELBY, words=["länsis"], object_id=nobody, now=NOW)
    async with database.reading(EVERY_TENANT) as session:
        assert (await session.exec(select(QuestionGapRow))).all() == []


async def test_no_row_tells_who_it_was_or_joins_two_words_of_one_person(
    database: Database,
) -> None:
    await _ask(database, ["anna"], "länsis", "bubblan")
    await _ask(database, ["anna"], "länsis", tenant=GRANVIKA)
    async with database.reading(EVERY_TENANT) as session:
        rows = (await session.exec(select(QuestionGapRow))).all()
    assert len({row.person for row in rows}) == 3
    assert all("anna" not in row.person and len(row.person) == 64 for row in rows)


async def test_a_taught_word_waits_no_longer_until_it_is_forgotten(database: Database) -> None:
    await _ask(database, "abc", "länsis")
    await teach_word(database, tenant=EXEMPELBY, word="länsis", means="buss", by=None, now=NOW)
    assert await frequent_gaps(database, EXEMPELBY) == ()
    await forget_word(database, tenant=EXEMPELBY, word="länsis")
    assert await frequent_gaps(database, EXEMPELBY) == (FrequentGap("länsis", 3),)


async def test_words_are_forgotten_half_a_year_after_they_were_last_used(
    database: Database,
) -> None:
    long_ago = NOW - KEPT_FOR - timedelta(days=1)
    await _ask(database, "abcd", "länsis", now=long_ago)
    await _ask(database, "a", "länsis")
    assert await sweep_gaps(database, before=NOW - KEPT_FOR) == 3
    assert await sweep_gaps(database, before=NOW - KEPT_FOR) == 0
    await _ask(database, "bc", "länsis")
    assert await frequent_gaps(database, EXEMPELBY) == (FrequentGap("länsis", 3),)


async def test_many_who_ask_at_once_are_all_counted(
    open_another: Callable[[], Database],
) -> None:
    both = (open_another(), open_another())
    people = [f"person-{number}" for number in range(20)]
    await asyncio.gather(
        *(
            _ask(both[number % 2], [person], "länsis", "bubblan")
            for number, person in enumerate(people * 2)
        )
    )
    assert {gap.people for gap in await frequent_gaps(both[0], EXEMPELBY)} == {20}
