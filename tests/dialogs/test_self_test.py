"""An administrator asks the bot how it is, and reads what has to be seen to first."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

from dialogs import registry
from dialogs.desk import Desk
from dialogs.health import Finding, Grade
from dialogs.turn import Reply, Turn
from dialogs.understanding.vocabulary import shipped
from goals.actor import Actor, Grant, Role
from tests.builders import record
from tests.card_checks import check
from tests.fakes import FakeMemory

ADMIN = Actor("tenant", "anna", frozenset({Grant(Role.ADMIN)}))
GOOD = Finding("version", Grade.OK, "check-version", {"version": "1.2.3", "python": "3.12.1"})
OLD = Finding("backup", Grade.WARNING, "check-backup-old", {"day": "2025-01-01 02:00"})
LOST = Finding("database", Grade.FAILED, "check-database-lost", {"reason": "connection refused"})


def answer(text: str, *found: Finding, actor: Actor = ADMIN) -> Reply:
    """The reply to what was typed, where this was found."""

    async def examine() -> Sequence[Finding]:
        return found

    turn = Turn(actor, datetime(2025, 3, 1, 12, tzinfo=UTC), text)
    desk = Desk(record(), shipped(), FakeMemory("tenant"), examine=examine)
    reply = asyncio.run(registry.answer(turn, desk))
    assert check(reply.card) == []
    return reply


@pytest.mark.parametrize("text", ["självtest", "Självtest!", "sjalvtest", "hur mår boten?"])
def test_it_is_asked_for_in_swedish(text: str) -> None:
    assert answer(text, GOOD).text == (
        "Självtest: allt fungerar.\nOK: Delmål 1.2.3, Python 3.12.1."
    )


@pytest.mark.parametrize("text", ["self-test", "Self test"])
def test_it_is_asked_for_in_english(text: str) -> None:
    reply = answer(text, OLD)
    assert reply.language == "en"
    assert reply.summary == "Self-test: one thing has to be seen to."


def test_what_does_not_work_stands_first_with_its_grade_in_words() -> None:
    reply = answer("självtest", GOOD, OLD, LOST)
    headline, *lines = reply.text.splitlines()
    assert headline == "Självtest: 2 saker behöver ses över."
    assert [line.partition(":")[0] for line in lines] == ["Fel", "Varning", "OK"]


def test_it_is_the_administrators_own_business() -> None:
    assert answer("självtest", GOOD).private


@pytest.mark.parametrize("role", [*(role for role in Role if role is not Role.ADMIN), None])
def test_nobody_else_is_shown_how_the_bot_is(role: Role | None) -> None:
    grants = frozenset({Grant(role)}) if role else frozenset()
    reply = answer("självtest", LOST, actor=Actor("tenant", "bo", grants))
    assert reply.text == "Hur boten mår visas för administratörer. Vänd dig till er it-avdelning."


def test_an_administrator_of_one_body_may_ask_too() -> None:
    grants = frozenset({Grant(Role.ADMIN, "KS")})
    assert "allt fungerar" in answer("självtest", actor=Actor("tenant", "bo", grants)).text
