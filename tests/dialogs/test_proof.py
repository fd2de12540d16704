"""The registrar gets a proof: who was sent the decision, when, how it ended, and who said so."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime

import pytest

from dialogs.case import Case
from dialogs.hand_out_papers import notices_of
from dialogs.papers import make_paper
from dialogs.proof import COLUMNS, proof_csv
from goals.actor import Actor, Grant, Role
from goals.errors import PaperTooEarlyError
from goals.note import AddressKind, Ending
from goals.paper import PaperFormat, PaperKind
from storage.documents.papers.writing import write_paper
from tests.dialogs.round import SECRETARY, TENANT, titles
from tests.dialogs.telling import Post, about_to_send, add_address, sent
from tests.dialogs.test_adjusting import day_of
from tests.dialogs.test_after_sending import correct, days_later, press

REGISTRAR = Actor(TENANT, "rut", frozenset({Grant(Role.REGISTRAR, "KS")}))


async def case_of(post: Post) -> Case:
    """What the proof is made of."""
    record = await post.round.memory.record(TENANT)
    matter = record.matter("KS", 2026)
    assert matter is not None
    async with post.round.memory.register(TENANT) as register:
        return Case(
            record,
            matter,
            (),
            await register.events("KS", 2026),
            await notices_of(register, matter),
            datetime(2026, 3, 1, 12, tzinfo=UTC),
        )


async def eventful() -> Post:
    """One address that failed, one that took it, a reminder, a correction, an acknowledgement."""
    post = await about_to_send()
    await add_address(post.round, "Kansliet", "=k@exempelby.invalid", AddressKind.EMAIL, place=1)
    await add_address(post.round, "Kansliet", "19:Kansliet", place=2)
    post.dead["=k@exempelby.invalid"] = Ending.REFUSED
    sure = await post.round.press(await day_of(post.round), "Expediera", SECRETARY)
    await post.round.press(sure, "Expediera nu", SECRETARY)
    await post.pay()
    await days_later(post, 3)
    await correct(post)
    await post.pay()
    await press(post, post.arrived[-1])
    return post


async def test_the_proof_says_what_became_of_each_unit() -> None:
    post = await eventful()
    paper = make_paper(await case_of(post), PaperKind.PROOF, municipality="Exempelby (påhittad)")
    text = "\n".join(paper.quotes)
    for said in (
        "Ska underrättas: 1",
        "Framme: 1",
        "inte framme: e-post till =k@exempelby.invalid 2026-02-02 13:00",
        "403 Nej",
        "\nframme 2026-02-02 13:00 (kanalen 19:Kansliet)\n",
        "påminnelse: framme ",
        "rättelse: framme ",
        "mottaget av Ulla 2026-02-05 13:00",
    ):
        assert said in text, said
    facts = dict(paper.facts)
    assert len(facts["Innehållets kontrollsumma (SHA-256)"]) == 64
    assert facts["Framtaget"] == "2026-03-01 13:00"
    assert facts["Diarienummer"] == "saknas"
    assert paper.mark is None
    assert write_paper(paper, PaperFormat.PDF).startswith(b"%PDF")


async def test_the_same_as_a_table_that_no_spreadsheet_takes_for_formulas() -> None:
    post = await eventful()
    table = proof_csv(await case_of(post)).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(table), delimiter=";"))
    assert len(rows[0]) == len(COLUMNS)
    assert {len(row) for row in rows} == {len(COLUMNS)}
    assert rows[1][5] == "'=k@exempelby.invalid"
    assert rows[1][9:11] == ["refused", "403 Nej"]
    assert [row[3] for row in rows[1:4]] == ["first", "other_address", "reminder"]
    assert {row[13] for row in rows[1:]} == {"Ulla"}


async def test_a_unit_without_an_address_stands_in_the_proof_too() -> None:
    post = await sent(())
    rows = proof_csv(await case_of(post)).decode("utf-8-sig").splitlines()
    assert "Kansliet" in rows[1]
    assert "no-address" in rows[1]
    text = "\n".join(make_paper(await case_of(post), PaperKind.PROOF).quotes)
    assert "inte nådd: ingen adress" in text


async def test_there_is_no_proof_before_anything_is_sent() -> None:
    post = await about_to_send()
    with pytest.raises(PaperTooEarlyError):
        make_paper(await case_of(post), PaperKind.PROOF)


async def test_the_registrar_takes_it_from_the_board() -> None:
    post = await sent()
    board = await post.round.turn(REGISTRAR, "expediering KS 2026")
    assert "Expedieringsbevis (PDF)" in titles(board)
    told = await post.round.press(board, "Expedieringsbevis (CSV)", REGISTRAR)
    assert "export paper KS 2026 --kind expedieringsbevis --format csv" in told.text
    assert len(titles(board)) <= 6
    assert "Stoppa utskick" not in titles(board)
