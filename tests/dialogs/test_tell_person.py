"""Several notes are one card, in the language of who gets it."""

from __future__ import annotations

from typing import Any

import pytest

from dialogs.tell_person import MOST_SHOWN, tell
from dialogs.texts import LANGUAGES, TextMissingError
from goals.actor import Role
from goals.note import Note, NoteButton
from tests.card_checks import check
from tests.conftest import DrawCard


def granted(role: str = "official", *, button: NoteButton | None = None) -> Note:
    """Somebody has been given a role."""
    told = {"role": role, "scope": "KS", "by": "unknown"}
    return Note("anna", "note-role-granted", told, "KS", button=button)


def revoked() -> Note:
    """Somebody has lost one."""
    return Note("anna", "note-role-revoked", {"role": "officer", "scope": "all", "by": "*x*"})


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", list(Role))
def test_one_note_is_its_sentence_and_what_to_do_now(language: str, role: Role) -> None:
    reply = tell([granted(role.value)], language)
    assert check(reply.card) == []
    assert reply.text == reply.card["fallbackText"]
    assert reply.text.splitlines()[0] == reply.summary
    assert len(reply.text.splitlines()) == 2


def test_notes_of_one_kind_are_counted_by_their_name_and_others_are_news() -> None:
    several = tell([granted(), granted("officer")], "sv")
    assert several.summary == "Du har fått 2 roller"
    mixed = tell([granted(), revoked(), granted("officer")], "sv")
    assert mixed.summary == "3 nyheter till dig"
    assert mixed.text.count("\n– ") == 3
    assert "*x*" in mixed.text


def submitted(body: str, year: int = 2026, *, kind: str = "note-submitted") -> Note:
    """A proposal of this matter has come in."""
    told = {"number": f"F-{body}-{year}-001", "change": "add", "target": "none", "rivals": "none"}
    return Note("anna", kind, told, body, year)


def test_the_headline_names_the_matter_where_all_are_of_it() -> None:
    one = submitted("KS")
    assert tell([one], "sv").summary == "Nytt förslag: F-KS-2026-001, nytt delmål."
    assert tell([one, one], "sv").text.startswith(
        "2 nya förslag i ärendet KS 2026\n– F-KS-2026-001, nytt delmål.\n"
    )
    both = [one, submitted("KS", kind="note-completed")]
    assert tell(both, "sv").summary == "2 nyheter i ärendet KS 2026"
    for other in (submitted("BUN"), submitted("KS", 2027), granted()):
        for language, headline in (("sv", "2 nyheter till dig"), ("en", "2 pieces of news")):
            told = tell([one, other], language)
            assert told.summary.startswith(headline)
            assert told.text.splitlines()[1].startswith(("– Nytt förslag: ", "– New proposal: "))


def test_a_long_row_of_notes_says_how_many_more_there_are() -> None:
    reply = tell([granted()] * (MOST_SHOWN + 5), "en")
    assert reply.text.count("\n– ") == MOST_SHOWN
    assert "And 5 more." in reply.text
    assert check(reply.card) == []


def test_the_same_button_stands_there_once_and_three_at_most() -> None:
    same = NoteButton("roles-found", "show-roles", {"id": "1"})
    others = [NoteButton("roles-found", "show-roles", {"id": str(each)}) for each in range(2, 6)]
    reply = tell([granted(button=each) for each in (same, same, *others)], "sv")
    ids = [each["data"]["id"] for each in reply.card["actions"]]
    assert ids == ["1", "2", "3"]
    assert reply.card["actions"][0]["data"]["language"] == "sv"


def test_a_note_without_words_is_a_mistake_that_is_told() -> None:
    for note in (Note("anna", "note-nothing"), Note("anna", "note-role-granted", {"role": "x"})):
        with pytest.raises(TextMissingError):
            tell([note], "sv")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_card_is_drawn_as_it_is_meant(draw_card: DrawCard, theme: Any) -> None:
    drawn = draw_card(tell([granted(), revoked()], "sv").card, theme=theme, width=360)
    assert drawn.errors == ()
    assert "Du är inte längre handläggare i alla nämnder" in drawn.text
