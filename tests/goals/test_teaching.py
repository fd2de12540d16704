"""Who may teach a word, and what a word may be."""

from __future__ import annotations

import pytest

from goals.actor import Actor, Grant, Role
from goals.errors import TeachingNotAllowedError
from goals.teaching import check_may_teach, read_word, teach
from goals.words import TaughtWord


def actor(*grants: Grant) -> Actor:
    """Somebody with these roles."""
    return Actor("tenant", "anna", frozenset(grants))


@pytest.mark.parametrize("role", [Role.SECRETARY, Role.OFFICER])
@pytest.mark.parametrize("body", ["KS", None])
def test_secretaries_and_officers_of_any_body_teach(role: Role, body: str | None) -> None:
    taught = teach(actor(Grant(role, body)), " Länsis", "Kollektivtrafik ")
    assert taught == TaughtWord("länsis", "kollektivtrafik")


def test_nobody_else_does() -> None:
    others = [Grant(role) for role in (Role.OFFICIAL, Role.REGISTRAR, Role.ADMIN)]
    for refused in (actor(), actor(*others)):
        with pytest.raises(TeachingNotAllowedError):
            check_may_teach(refused)
        with pytest.raises(TeachingNotAllowedError):
            teach(refused, "", "")


def test_a_word_is_kept_as_it_is_compared() -> None:
    assert read_word(" La\u0308nsis\u00a0\n och\ttåg ") == "länsis och tåg"


def test_a_word_may_mean_several_things() -> None:
    assert TaughtWord("länsis", "buss, tåg,, ").meanings == ("buss", "tåg")
