"""What a person who imports sees: every page and form, in both languages, within Teams' limits."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from dialogs import registry
from dialogs.answer import Lines
from dialogs.desk import Desk
from dialogs.import_review import review_blocks
from dialogs.turn import Place, Reply, Turn, UploadedFile
from dialogs.understanding.vocabulary import shipped
from goals.actor import Actor, Grant, Role
from goals.correcting import NO_CORRECTIONS
from goals.differing import difference
from goals.document import (
    Amendment,
    AmendmentKind,
    Doubt,
    GoalDocument,
    StatedGoal,
    StatedSubgoal,
)
from goals.errors import DocumentFileTooLargeError
from goals.goal import Goal, Origin, Subgoal
from tests.builders import goal_set, plan, record
from tests.card_checks import check
from tests.dialogs.test_teach_word import SECRETARY
from tests.fakes import FakeMemory

NOW = datetime(2025, 3, 1, 12, tzinfo=UTC)
PAPER = GoalDocument(
    "delmål.docx",
    "ab",
    is_goal_document=True,
    body="Kommunstyrelsen",
    body_code="KS",
    years=(2025,),
    goals=(StatedGoal("Ett mål", "1.1", 3, 2, "Fullmäktiges mål"),),
    subgoals=(StatedSubgoal("Ett delmål", 2025, None, 9, 3, 1),),
    doubts=(Doubt("doubt-missing-date"), Doubt("doubt-long-item", 9, {"length": 812})),
)


class Chat:
    """A secretary's own chat with the bot."""

    def __init__(self, actor: Actor = SECRETARY, locale: str = "sv-SE") -> None:
        self.memory = FakeMemory("tenant")
        self.actor = actor
        self.locale = locale

    def do(self, verb: str | None = None, *files: UploadedFile, **fields: str) -> Reply:
        """The reply to one turn; its card passes all checks."""
        return asyncio.run(self._do(verb, files, fields))

    async def _do(
        self, verb: str | None, files: tuple[UploadedFile, ...], fields: dict[str, str]
    ) -> Reply:
        known = await self.memory.record("tenant")
        turn = Turn(self.actor, NOW, verb=verb, fields=fields, locale=self.locale, files=files)
        reply = await registry.answer(turn, Desk(known, shipped(), self.memory))
        assert check(reply.card) == []
        assert reply.text == reply.card["fallbackText"]
        return reply

    def send(self, document: GoalDocument) -> Reply:
        """Send a file that is read as this."""
        return self.do(None, _file(document.name, _read(document)))

    def press(self, reply: Reply, title: str, **inputs: str) -> Reply:
        """Press the button that begins with this."""
        (button,) = [each for each in reply.card["actions"] if each["title"].startswith(title)]
        return self.do(button["verb"], **{**button["data"], **inputs})


async def _unread() -> bytes:
    raise AssertionError("an import reads the file, and does not keep it")


def _file(name: str, read: Any) -> UploadedFile:
    return UploadedFile(name, read, _unread)


def _read(document: GoalDocument) -> Any:
    async def read() -> GoalDocument:
        return document

    return read


def test_each_item_shows_its_place_and_what_it_stands_under() -> None:
    text = Chat().send(PAPER).text
    assert "1. 1.1 Ett mål (sida 2, rad 3, under: Fullmäktiges mål)" in text
    assert "2. Ett delmål (sida 3, rad 9, hör till mål 1)" in text
    assert text.index("Rad 9: Texten är 812 tecken") < text.index("Ett mål")


def test_it_is_said_in_english_to_who_reads_english() -> None:
    chat = Chat(locale="en-GB")
    review = chat.send(PAPER)
    assert "2. Ett delmål (page 3, line 9, belongs to goal 1)" in review.text
    receipt = chat.press(chat.press(review, "Leave out", item="1"), "Confirm")
    assert receipt.text.startswith("Recorded from ")
    assert ": one sub-goal." in receipt.text


@pytest.mark.parametrize("length", [1, 225, 4_000])
def test_no_page_comes_near_what_teams_refuses(length: int) -> None:
    texts = [f"{number} {'ö' * length}" for number in range(160)]
    document = replace(
        PAPER,
        subgoals=tuple(StatedSubgoal(text, 2025, line=7) for text in texts),
        doubts=tuple(Doubt("doubt-nested-left-out", 3, {"text": text}) for text in texts[:60]),
    )
    chat = Chat()
    reply = chat.send(document)
    seen = reply.text
    for _ in range(400):
        size = len(json.dumps(reply.card, ensure_ascii=False).encode("utf-16-le"))
        assert size < 80_000
        if not any(each["title"].startswith("Visa fler") for each in reply.card["actions"]):
            break
        assert not any(each["title"] == "Bekräfta" for each in reply.card["actions"])
        reply = chat.press(reply, "Visa fler")
        seen += reply.text
    assert any(each["title"] == "Bekräfta" for each in reply.card["actions"])
    assert all(text in seen for text in texts)


def test_the_choice_offers_the_items_of_the_page_and_the_facts() -> None:
    (choice,) = [
        each for each in Chat().send(PAPER).card["body"] if each["type"] == "Input.ChoiceSet"
    ]
    assert [each["value"] for each in choice["choices"]] == ["fields", "1", "2"]


@pytest.mark.parametrize("title", ["Rätta", "Uteslut"])
def test_who_chose_nothing_is_asked_to_choose(title: str) -> None:
    chat = Chat()
    asked = chat.press(chat.send(PAPER), title)
    assert "Välj först" in asked.text.splitlines()[1]
    assert "Välj först" in asked.card["body"][-1]["text"]  # beside what was pressed, too


def test_the_form_shows_what_was_read_and_keeps_what_was_typed() -> None:
    chat = Chat()
    form = chat.press(chat.send(PAPER), "Rätta", item="2")
    assert "Så här läste jag det: Ett delmål" in form.text
    again = chat.press(form, "Spara", wording="x" * 4_001)
    assert "högst 4000 tecken" in again.text
    review = chat.press(form, "Tillbaka")
    assert "rättad för hand" not in review.text


def test_all_left_out_cannot_be_confirmed() -> None:
    chat = Chat()
    review = chat.press(chat.press(chat.send(PAPER), "Uteslut", item="1"), "Uteslut", item="2")
    assert "inga mål eller delmål kvar" in review.text
    assert not any(each["title"] == "Bekräfta" for each in review.card["actions"])
    old = chat.do("confirm-import", **{**review.card["actions"][0]["data"], "seen": "x"})
    assert "inga mål eller delmål kvar" in old.text


def test_what_hinders_confirming_stands_where_the_button_would() -> None:
    long = tuple(StatedSubgoal(f"Delmål {number} {'ö' * 400}", 2025) for number in range(90))
    chat = Chat()
    reply = chat.send(replace(PAPER, body=None, body_code=None, subgoals=long))
    hindrance = "säger inte vilken nämnd eller styrelse målen gäller"
    assert hindrance not in reply.card["body"][-1].get("text", "")
    while any(each["title"].startswith("Visa fler") for each in reply.card["actions"]):
        reply = chat.press(reply, "Visa fler")
    assert not any(each["title"] == "Bekräfta" for each in reply.card["actions"])
    assert hindrance in reply.card["body"][-1]["text"]


def test_a_file_that_cannot_be_read_is_told_why() -> None:
    async def read() -> GoalDocument:
        raise DocumentFileTooLargeError(document="stor.pdf", megabytes=30)

    assert "Filer upp till 30 MB läses" in Chat().do(None, _file("stor.pdf", read)).text


def test_a_file_beside_a_question_is_an_import_and_never_in_a_group() -> None:
    turn = Turn(SECRETARY, NOW, "här är målen", files=(_file("a.txt", _read(PAPER)),))
    assert registry.routed(turn, record()).verb == "import-document"
    group = replace(turn, place=Place.GROUP)
    reply = asyncio.run(registry.answer(group, Desk(record(), shipped(), FakeMemory("tenant"))))
    assert "egen chatt" in reply.text


def test_a_decision_that_amends_shows_each_step_and_the_whole_list() -> None:
    known = record(plans=[plan(2024, ["Bussar", "Skolor"])])
    document = replace(
        PAPER,
        goals=(),
        subgoals=(),
        decided=True,
        date=date(2025, 2, 4),
        amendments=(
            Amendment(AmendmentKind.REWORD, 2025, "1", "Bussar och tåg", 21),
            Amendment(AmendmentKind.ADD, 2025, None, "Simhall", 22, 4),
        ),
    )
    blocks = review_blocks(document, NO_CORRECTIONS, difference(document, known), "sv")
    lines = {block.heading: block.lines for block in blocks if isinstance(block, Lines)}
    assert lines["Så räknades KS delmål 2025 fram ur listan för 2024 i Ett protokoll"] == (
        "Ändrat: ”Bussar” blir ”Bussar och tåg” (rad 21)",
        "Tillagt: Simhall (sida 4, rad 22)",
    )
    assert lines["Hela listan: KS delmål 2025"] == ("Bussar och tåg", "Skolor", "Simhall")


def test_an_answer_says_what_an_item_stands_under_and_what_was_corrected_by_hand() -> None:
    goals = (Goal("KS", 1, "Ett mål", "1.1", "Fullmäktiges mål"),)
    subgoals = (
        Subgoal("KS", 2025, 1, "Ett delmål", None, "Ett mål", Origin(3, by_hand=True)),
        Subgoal("KS", 2025, 2, "Ett annat", None, "Ett mål som har tagits bort"),
    )
    known = record(
        goal_sets=[replace(goal_set([]), goals=goals)],
        plans=[replace(plan(2025, []), subgoals=subgoals)],
    )

    def ask(question: str) -> str:
        turn = Turn(Actor("tenant", "bo"), NOW, question, locale="sv-SE")
        return asyncio.run(registry.answer(turn, Desk(known, shipped(), FakeMemory("t")))).text

    assert "Delmål 1 hör till mål 1.1." in ask("KS delmål 1")
    assert "Rättat för hand vid importen: 1" in ask("KS delmål 1")
    assert "hör till målet ”Ett mål som har tagits bort”" in ask("KS delmål 2")
    assert "Mål 1.1 står under: Fullmäktiges mål" in ask("KS mål 1")
    assert "Fullmäktiges mål (mål 1.1)" in ask("vilka är KS mål?")


def test_a_strategy_form_offers_only_ones_own_bodies() -> None:
    officer = Actor("tenant", "bo", frozenset({Grant(Role.OFFICER, "KS")}))
    turn = Turn(officer, NOW, "lägg till strategi", locale="sv-SE")
    reply = asyncio.run(registry.answer(turn, Desk(record(), shipped(), FakeMemory("tenant"))))
    assert "nämndens sekreterare" in reply.text
