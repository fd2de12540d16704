"""Answers about a matter that was opened here, of which no document says anything yet."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from dialogs.answer import Answer, Lines
from dialogs.answer_question import answer_text
from dialogs.understanding.vocabulary import shipped
from goals.actor import Actor
from goals.goal import Period
from goals.matter import Matter, MatterState, Window
from goals.record import Record
from tests.builders import goal_set, matter, opened_matter, plan, record

TODAY = date(2026, 2, 1)
WINDOW = Window(
    datetime(2026, 1, 15, 7, tzinfo=UTC), datetime(2026, 3, 1, 23, tzinfo=UTC)
)  # from 8 on 15 January, all of 1 March
LIST = plan(2024, ["Utveckla kollektivtrafiken", "Främja bostadsbyggandet"])
OPENED = opened_matter(2026, window=WINDOW)
QUESTIONS = (
    "vilka är KS delmål 2026?",
    "vilka är KS mål 2026?",
    "vilka är målen och delmålen 2026?",
    "delmål 1 2026",
    "har vi något mål om bussarna 2026?",
    "är KS delmål 2026 beslutade?",
    "är delmålen beslutade?",
    "vem är handläggare?",
    "vem är handläggare för KS 2026?",
    "vilka ska få beslutet?",
    "vilka ska få beslutet om KS delmål 2026?",
    "vilka förslag finns?",
    "vilka förslag finns för 2026?",
    "vad ändrades mellan 2024 och 2026?",
    "vad har ändrats?",
    "historik för delmål 1",
    "hur kan man föreslå en ändring?",
    "mina förslag",
    "what are KS sub-goals 2026?",
    "which proposals are there for 2026?",
)


def town(*matters: Matter) -> Record:
    """KS with goals, the list of 2024 and these matters."""
    goals = goal_set(["Ett gott liv"], period=Period(2024, 2026))
    return record(goal_sets=[goals], plans=[LIST], matters=matters)


def ask(
    text: str, *matters: Matter, waiting: int = 0, today: date = TODAY, plans: Record | None = None
) -> Answer:
    """The answer to a member of staff."""
    known = plans or town(*(matters or (OPENED,)))
    return answer_text(
        text,
        known,
        actor=Actor("tenant", "bo"),
        today=today,
        vocabulary=shipped(),
        waiting={("KS", 2026): waiting},
    )


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("state", [MatterState.OPENED, MatterState.PREPARING])
def test_no_answer_has_an_empty_list_or_misses_a_document_that_never_was(
    question: str, state: MatterState
) -> None:
    bare = Matter("KS", 2026, "Mål och delmål 2026", state, (), (), None, OPENED.source)
    for known in (bare, OPENED):
        answer = ask(question, known)
        assert all(block.lines for block in answer.blocks if isinstance(block, Lines))
        assert "föreslås för ks 2026" not in answer.text.casefold()
        about_the_matter = answer.text.partition("Ärende: ")[2]
        assert "dokument, " not in about_the_matter


@pytest.mark.parametrize(
    "question", ["vilka är KS delmål 2026?", "delmål 1 2026", "är KS delmål 2026 beslutade?"]
)
def test_while_nothing_is_proposed_the_status_is_none(question: str) -> None:
    assert ask(question).status == "none"
    assert ask(question, waiting=2).status == "proposed"
    assert ask(question, matter(2026)).status == "proposed"


def test_the_latest_list_is_quoted_under_its_own_year_and_the_matter_is_told() -> None:
    answer = ask("vilka är KS delmål 2026?", waiting=1)
    lines = answer.text.splitlines()
    assert lines[0] == "Inget justerat beslut om KS delmål 2026 finns i registret."
    for line in (
        "Ett ärende om KS delmål 2026 är öppet.",
        "Ett förslag om ändring av delmål för 2026 väntar.",
        "Förslag för 2026 tas emot från 2026-01-15 08:00 till och med 2026-03-01.",
        "Här är den senaste listan i registret. Den gäller 2024.",
        "KS delmål 2024:",
    ):
        assert line in lines
    assert {item.year for item in answer.quoted} == {2024}


def test_the_source_is_the_matter_with_its_dnr_or_that_it_is_missing() -> None:
    answer = ask("vilka förslag finns?")
    assert answer.headline == "Inga förslag om ändring av delmål för 2026 finns i registret."
    assert "Källa: ärendet, som är öppnat i Delmål." in answer.text
    assert "Saknas i registret: beslutsdatum, paragraf, diarienummer" in answer.text
    entered = ask("vilka förslag finns?", opened_matter(2026, dnr="KS 2025/39"))
    assert "Diarienummer: KS 2025/39" in entered.text
    assert "Saknas i registret: beslutsdatum, paragraf\n" in f"{entered.text}\n"


@pytest.mark.parametrize("question", ["vilka förslag finns?", "hur kan man föreslå en ändring?"])
def test_the_window_is_told_where_one_asks_about_proposals(question: str) -> None:
    assert "tas emot från 2026-01-15 08:00 till och med 2026-03-01." in ask(question).text
    on_the_last_day = ask(question, today=date(2026, 3, 1)).text
    assert "tas emot från" in on_the_last_day
    after = ask(question, today=date(2026, 3, 2)).text
    assert "togs emot till och med 2026-03-01. Tiden har gått ut." in after
    assert "emot" not in ask(question, opened_matter(2026)).text


def test_a_window_that_closes_at_midnight_or_in_the_night_is_over_on_the_right_day() -> None:
    night = Window(WINDOW.opens, datetime(2026, 3, 1, 23, 30, tzinfo=UTC))  # 2 March, 00:30
    still = ask("vilka förslag finns?", opened_matter(2026, window=night), today=date(2026, 3, 2))
    assert "tas emot från 2026-01-15 08:00 till och med 2026-03-02 00:30." in still.text


def test_recipients_and_officer_of_the_matter_before_are_told_as_that_years() -> None:
    matters = (matter(2025, recipients=["Kansliet"]), OPENED)
    answer = ask("vilka ska få beslutet?", *matters)
    assert answer.headline.startswith("Beslutet om KS delmål 2025 ska skickas till 1")
    assert "Registret har inga mottagare för KS 2026." in answer.text
    officer = ask("vem är handläggare?", *matters)
    assert officer.headline == "Handläggare för KS 2025 är förvaltningschefen."
    assert "Registret har ingen handläggare för KS 2026." in officer.text
    of_the_year = ask("vem är handläggare för KS 2026?", *matters)
    assert of_the_year.headline == "Registret har ingen handläggare för KS 2026."


def test_recipients_that_a_person_entered_are_according_to_the_matter() -> None:
    entered = Matter(
        "KS", 2026, "Delmål", MatterState.OPENED, (), ("Kansliet",), "chefen", OPENED.source
    )
    answer = ask("vilka ska få beslutet om KS delmål 2026?", entered)
    assert answer.headline.endswith("1 mottagare, enligt ärendet.")
    assert answer.status == "none"


def test_a_matter_in_which_nothing_is_proposed_is_not_compared_with() -> None:
    known = record(
        plans=[LIST, plan(2025, ["Utveckla kollektivtrafiken"])], matters=[OPENED]
    )  # fmt: skip
    answer = ask("vad har ändrats?", plans=known)
    assert answer.headline.startswith("KS delmål från 2024 till 2025:")
