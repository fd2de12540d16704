"""The kansli gets the papers of its matters, and the officer says which are ready."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from dialogs import registry
from dialogs.cards.papers_card import MAKE_PAPER, MARK_READY, SHOW_PAPERS
from dialogs.desk import Desk
from dialogs.papers import plain_paper
from dialogs.turn import Place, Reply, Turn
from dialogs.understanding.vocabulary import shipped
from goals.actor import Actor, Grant, Role
from goals.errors import PaperNotReadyableError
from goals.importing import record_document
from goals.matter import MatterState
from goals.paper import PaperFormat, PaperKind
from goals.paper_link import read_token
from goals.readying import READY, mark_ready
from storage.documents import example_document, read_document
from tests.card_checks import check
from tests.dialogs.matter_case import NOW, decided_case
from tests.fakes import FakeMemory

TENANT = "kund"
ADDRESS = "https://delmal.exempel.se"
OFFICER = Actor(TENANT, "olle", frozenset({Grant(Role.OFFICER, "KS")}))
SECRETARY = Actor(TENANT, "sara", frozenset({Grant(Role.SECRETARY, "KS")}))
REGISTRAR = Actor(TENANT, "rut", frozenset({Grant(Role.REGISTRAR)}))


@pytest.fixture
async def memory() -> FakeMemory:
    """With the customer's document."""
    fake = FakeMemory(TENANT)
    await record_document(
        read_document(*example_document()), tenant=TENANT, open_ledger=fake.open_ledger, now=NOW
    )
    return fake


async def say(
    memory: FakeMemory,
    text: str = "",
    verb: str | None = None,
    *,
    actor: Actor = OFFICER,
    address: str | None = ADDRESS,
    place: Place = Place.PERSONAL,
    **fields: str,
) -> Reply:
    """What is answered."""
    desk = Desk(await memory.record(TENANT), shipped(), memory, address)
    turn = Turn(actor, NOW, text, verb, fields, locale="sv-SE", place=place)
    reply = await registry.answer(turn, desk)
    assert check(reply.card) == []
    return reply


def button(reply: Reply, title: str) -> Any:
    """The button of that title."""
    (found,) = [each for each in reply.card["actions"] if each["title"] == title]
    return found


async def press(memory: FakeMemory, pressed: Any, **more: Any) -> Reply:
    """Press a button."""
    return await say(memory, verb=pressed["verb"], **{**pressed["data"], **more})


@pytest.mark.parametrize(
    "typed",
    [
        "handlingar KS 2025",
        "Visa handlingar ks 2025?",
        "handlingar",
        "handlingar KS",
        "papers 2025",
    ],
)
async def test_the_kansli_asks_for_the_papers_in_words(memory: FakeMemory, typed: str) -> None:
    for actor in (OFFICER, SECRETARY, REGISTRAR):
        reply = await say(memory, typed, actor=actor)
        assert "KS 2025" in reply.text.splitlines()[0]
        assert ": utkast" in reply.text or ": draft" in reply.text


async def test_others_get_no_papers_and_nothing_about_them(memory: FakeMemory) -> None:
    strangers = (
        Actor(TENANT, "stina"),
        Actor(TENANT, "anna", frozenset({Grant(Role.OFFICIAL, "KS")})),
        Actor(TENANT, "ida", frozenset({Grant(Role.ADMIN)})),
        Actor(TENANT, "bo", frozenset({Grant(Role.SECRETARY, "BUN")})),
    )
    for actor in strangers:
        for verb in (SHOW_PAPERS, MAKE_PAPER, MARK_READY):
            reply = await say(
                memory, verb=verb, actor=actor, body="KS", year="2025", kind="tjansteskrivelse",
                format="pdf",
            )  # fmt: skip
            assert reply.text.startswith("Handlingarna är för handläggare")
            assert "actions" not in reply.card


async def test_papers_are_not_handed_out_before_others(memory: FakeMemory) -> None:
    for place in (Place.GROUP, Place.CHANNEL):
        reply = await say(memory, "handlingar KS 2025", place=place)
        assert "egen chatt" in reply.text


async def test_a_link_is_for_this_person_this_paper_and_ten_minutes(memory: FakeMemory) -> None:
    shown = await say(memory, "handlingar KS 2025", actor=SECRETARY)
    reply = await press(memory, button(shown, "Beslutsunderlag (PDF)"), actor=SECRETARY)
    link = button(reply, "Beslutsunderlag (PDF)")
    assert link["type"] == "Action.OpenUrl"
    assert link["url"].startswith(f"{ADDRESS}/papers/")
    assert "till 2024-12-04 00:40" in reply.text
    token = link["url"].rpartition("/")[2]
    key = await memory.link_key(now=NOW)
    read = read_token(token, key, now=NOW)
    assert (read.tenant, read.object_id, read.body, read.year) == (TENANT, "sara", "KS", 2025)
    assert (read.kind, read.format) == (PaperKind.BASIS, PaperFormat.PDF)
    assert read.expires - NOW == timedelta(minutes=10)


async def test_without_an_address_the_card_shows_the_command(memory: FakeMemory) -> None:
    shown = await say(memory, "handlingar KS 2025")
    reply = await press(memory, button(shown, "Tjänsteskrivelse (Word)"), address=None)
    assert "python -m bot export paper KS 2025 --kind tjansteskrivelse --format docx" in reply.text
    assert "OpenUrl" not in str(reply.card)


async def test_the_officer_marks_what_they_saw_as_ready(memory: FakeMemory) -> None:
    shown = await say(memory, "handlingar KS 2025")
    ready = await press(memory, button(shown, "Markera som klar: Tjänsteskrivelse"))
    assert "Tjänsteskrivelse: klar" in ready.text
    assert "Beslutsunderlag: utkast" in ready.text
    assert "Markera som klar: Tjänsteskrivelse" not in str(ready.card)
    await press(memory, button(shown, "Markera som klar: Tjänsteskrivelse"))  # twice is once
    events = [each for each in memory.events(TENANT) if each.what == READY]
    assert [(each.by, each.role, each.data["paper"]) for each in events] == [
        ("olle", Role.OFFICER, "tjansteskrivelse")
    ]


async def test_what_changed_since_the_card_was_shown_is_not_marked(memory: FakeMemory) -> None:
    shown = await say(memory, "handlingar KS 2025")
    async with memory.open_ledger(TENANT, now=NOW) as ledger:
        (matter,) = (await ledger.record()).matters
        await ledger.add_matter(replace(matter, officer="någon annan", version=2))
    reply = await press(memory, button(shown, "Markera som klar: Tjänsteskrivelse"))
    assert "har ändrats" in reply.text
    assert "Tjänsteskrivelse: utkast" in reply.text


async def test_a_secretary_does_not_say_that_a_paper_is_ready(memory: FakeMemory) -> None:
    shown = await say(memory, "handlingar KS 2025")
    mark = button(shown, "Markera som klar: Tjänsteskrivelse")
    assert "Markera" not in str((await say(memory, "handlingar", actor=SECRETARY)).card)
    reply = await press(memory, mark, actor=SECRETARY)
    assert "Det är handläggaren för KS" in reply.text
    assert not [each for each in memory.events(TENANT) if each.what == READY]


async def decided(memory: FakeMemory, state: MatterState) -> None:
    """The decision is recorded."""
    told = decided_case(state)
    async with memory.open_ledger(TENANT, now=NOW) as ledger:
        await ledger.add_plan(told.record.plans[-1])
        await ledger.add_matter(replace(told.matter, version=2))
        for each in told.events:
            await ledger.append(each)


async def test_after_the_decision_there_is_the_text_for_the_minutes(memory: FakeMemory) -> None:
    await decided(memory, MatterState.DECIDED_NOT_ADJUSTED)
    shown = await say(memory, "handlingar KS 2025")
    assert "Text till protokollet: ej justerad" in shown.text
    assert "Tjänsteskrivelse" not in shown.text
    reply = await press(memory, button(shown, "Text till protokollet (Word)"))
    assert "/papers/" in reply.text
    late = await say(
        memory, verb=MAKE_PAPER, body="KS", year="2025", kind="tjansteskrivelse", format="docx"
    )
    assert "görs inte på nytt" in late.text
    mark = await say(memory, verb=MARK_READY, body="KS", year="2025", kind="protokollstext")
    assert "har ändrats" in mark.text  # a forged button saw nothing


async def test_nobody_marks_the_text_for_the_minutes_as_ready(memory: FakeMemory) -> None:
    await decided(memory, MatterState.DECIDED_NOT_ADJUSTED)
    with pytest.raises(PaperNotReadyableError):
        await mark_ready(
            plain_paper(decided_case(), PaperKind.MINUTES), "KS", 2025, actor=OFFICER,
            open_ledger=memory.open_ledger, now=NOW,
        )  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"body": "XX", "year": "2025"}, "Nämnden XX finns inte"),
        ({"body": "KS", "year": "1999"}, "Det finns ärenden för: 2025"),
        ({"body": "KS", "year": "2025", "kind": "x", "format": "pdf"}, "ingen sådan handling"),
        (
            {"body": "KS", "year": "2025", "kind": "protokollstext", "format": "pdf"},
            "när beslutet för KS 2025 är antecknat",
        ),
        (
            {"body": "KS", "year": "2025", "kind": "beslutsunderlag", "format": "exe"},
            "ingen sådan handling",
        ),
        ({"year": "tjugo"}, "Det finns ärenden för: 2025"),
    ],
)
async def test_a_button_that_asks_for_nonsense_is_told_so(
    memory: FakeMemory, fields: dict[str, Any], said: str
) -> None:
    assert said in (await say(memory, verb=MAKE_PAPER, **fields)).text


async def test_a_question_that_begins_like_the_command_stays_a_question(
    memory: FakeMemory,
) -> None:
    reply = await say(memory, "handlingar om bussarna")
    assert "Utveckla kollektivtrafiken" in reply.text
