"""The secretary sends the certified extract of the minutes, and it is kept with its digest."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Any

import pytest

from dialogs import registry
from dialogs.desk import Desk
from dialogs.turn import Place, Reply, Turn, UploadedFile
from dialogs.understanding.vocabulary import shipped
from goals.actor import Actor
from goals.errors import ExtractAlteredError
from goals.extract import Extract
from goals.extracting import LARGEST, kept_extract
from tests.card_checks import Theme, check
from tests.conftest import DrawCard
from tests.dialogs.round import (
    OFFICER,
    OFFICIAL,
    SECRETARY,
    STAFF,
    TENANT,
    Round,
    speaking,
    titles,
)
from tests.dialogs.test_adjusting import adjusted, day_of, decided

PDF = b"%PDF-1.7\nKS \xa7 12\n%%EOF\n"
NAME = "Protokollsutdrag KS § 12.pdf"
SAYS = "protokollsutdrag KS 2026"


async def sent(
    round_: Round,
    *contents: bytes,
    text: str = SAYS,
    actor: Actor = SECRETARY,
    place: Place = Place.PERSONAL,
) -> Reply:
    """What is answered to files with these words."""

    def file(content: bytes) -> UploadedFile:
        async def fetch() -> bytes:
            return content

        async def read() -> Any:
            raise AssertionError("an extract is kept, not read")

        return UploadedFile(NAME, read, fetch)

    record = await round_.memory.record(TENANT)
    files = tuple(map(file, contents))
    turn = Turn(actor, round_.now, text, locale="sv-SE", place=place, files=files)
    reply = await registry.answer(turn, Desk(record, shipped(), round_.memory))
    assert check(reply.card) == []
    return reply


async def kept(round_: Round) -> Extract | None:
    """What would be sent along."""
    async with round_.memory.register(TENANT) as register:
        return await kept_extract(register, "KS", 2026)


@pytest.mark.parametrize(
    "text",
    [SAYS, "Protokollsutdraget KS 2026", "bifoga protokollsutdrag", "utdrag", "extract KS 2026"],
)
async def test_the_file_is_kept_byte_for_byte_with_its_digest(text: str) -> None:
    round_ = await adjusted()
    told = await sent(round_, PDF, text=text)
    digest = hashlib.sha256(PDF).hexdigest()
    assert digest[:12] in told.text
    assert f"{NAME}, 2026-02-02" in told.text
    extract = await kept(round_)
    assert extract is not None
    assert (extract.content, extract.name, extract.number) == (PDF, NAME, 1)
    (event,) = [each for each in round_.memory.events(TENANT) if each.what == "extract"]
    assert (event.by, event.data["digest"], event.data["size"]) == ("sara", digest, len(PDF))


async def test_the_same_file_again_is_kept_once_and_a_right_one_stands_before_a_wrong_one() -> None:
    round_ = await adjusted()
    for content in (PDF, PDF, PDF + b"%%EOF"):
        assert "är sparat i ärendet" in (await sent(round_, content)).text
    extract = await kept(round_)
    assert extract is not None
    assert (extract.number, extract.content) == (2, PDF + b"%%EOF")


async def test_the_papers_card_tells_how_and_what_is_kept() -> None:
    round_ = await adjusted()
    papers = await round_.turn(SECRETARY, "handlingar KS 2026")
    how = await round_.press(papers, "Utdrag", SECRETARY)
    assert "Inget protokollsutdrag är sparat än" in how.text
    assert "”protokollsutdrag KS 2026”" in how.text
    await sent(round_, PDF)
    assert f"Sparat: {NAME}, 2026-02-02" in (await round_.turn(SECRETARY, SAYS)).text
    assert NAME in (await day_of(round_)).text
    assert "Utdrag" not in titles(await round_.turn(OFFICER, "handlingar KS 2026"))
    english = await round_.turn(speaking(SECRETARY, "en"), SAYS)
    assert "the newest counts" in english.text


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "ingen hel PDF-fil"),
        (b"PK\x03\x04 a Word file", "ingen hel PDF-fil"),
        (PDF[:-8], "ingen hel PDF-fil"),
        (PDF[:-6] + bytes(LARGEST) + b"%%EOF\n", "högst 10 MB"),
    ],
)
async def test_what_is_no_whole_pdf_is_refused_in_words(content: bytes, told: str) -> None:
    round_ = await adjusted()
    assert told in (await sent(round_, content)).text
    assert await kept(round_) is None


async def test_one_file_at_a_time_and_only_in_ones_own_chat() -> None:
    round_ = await adjusted()
    assert "ett dokument i taget" in (await sent(round_, PDF, PDF)).text
    assert "vår egen chatt" in (await sent(round_, PDF, place=Place.GROUP)).text
    assert await kept(round_) is None


async def test_nothing_is_certified_before_it_is_adjusted() -> None:
    round_ = await decided()
    assert "när protokollet är justerat" in (await sent(round_, PDF)).text
    assert await kept(round_) is None


@pytest.mark.parametrize("actor", [STAFF, OFFICIAL, OFFICER])
async def test_only_the_secretary_keeps_it(actor: Actor) -> None:
    round_ = await adjusted()
    assert "nämndsekreteraren" in (await sent(round_, PDF, actor=actor)).text
    assert await kept(round_) is None


async def test_what_an_extract_is_stays_a_question() -> None:
    round_ = await adjusted()
    for text in ("protokollsutdrag", "vad är ett protokollsutdrag?"):
        assert "bestyrkt kopia" in (await round_.turn(STAFF, text)).text


async def test_a_file_without_those_words_is_imported_as_ever() -> None:
    round_ = await adjusted()
    with pytest.raises(AssertionError, match="kept, not read"):
        await sent(round_, PDF, text="här är delmålen")


async def test_a_file_that_is_not_the_one_that_was_kept_is_handed_to_nobody() -> None:
    round_ = await adjusted()
    await sent(round_, PDF)
    shelf = round_.memory._shelves[TENANT]
    forged = tuple(replace(each, content=PDF + b" ") for each in shelf.extracts)
    round_.memory._shelves[TENANT] = replace(shelf, extracts=forged)
    with pytest.raises(ExtractAlteredError):
        await kept(round_)


@pytest.mark.parametrize("theme", ["light", "dark"])
async def test_the_cards_are_drawn_as_they_are_meant(draw_card: DrawCard, theme: Theme) -> None:
    round_ = await adjusted()
    kept_card = await sent(round_, PDF)
    papers = await round_.turn(SECRETARY, "handlingar KS 2026")
    for reply, seen in ((kept_card, "är sparat i ärendet"), (papers, "Utdrag")):
        drawn = draw_card(reply.card, theme=theme, width=360)
        assert (drawn.errors, seen in drawn.text) == ((), True)
