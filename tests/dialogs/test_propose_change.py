"""An official proposes a change: every way through the form, and everything that can go wrong."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from dialogs.cards.proposal_form import (
    CANCEL,
    DROP_DRAFT,
    EDIT_DRAFT,
    PROPOSE,
    REVIEW,
    SAVE_DRAFT,
    SUBMIT,
)
from dialogs.turn import Place
from goals.actor import Actor, Grant, Role
from goals.goal import Body
from goals.matter import MatterState
from goals.proposal import ProposalState, Step
from tests.builders import body, goal_set, matter, plan
from tests.conftest import DrawCard
from tests.dialogs.proposals import (
    NEW,
    OFFICER,
    OFFICIAL,
    OTHER,
    SECRETARY,
    STAFF,
    TENANT,
    TEXTS,
    WHY,
    WINDOW,
    Talk,
    beside,
    button_of,
    inputs,
    titles,
    values,
)
from tests.fakes import busy

BUN = Body("BUN", "Barn- och utbildningsnämnden")
EVERYWHERE = Actor(TENANT, "frida", frozenset({Grant(Role.OFFICIAL)}))
FORMER = replace(OFFICIAL, grants=frozenset())


def stored(talk: Talk) -> tuple[int, int, int]:
    """How many proposals, drafts and events there are."""
    return len(talk.proposals()), len(talk.drafts()), len(talk.memory.events(TENANT))


# --- the form ---


@pytest.mark.parametrize(
    "typed", ["jag vill ändra delmål 2", "jag vill ändra delmålet om kollektivtrafiken"]
)
def test_words_open_the_form_with_the_sub_goal_and_its_wording(typed: str) -> None:
    talk = Talk()
    form = talk.say(typed)
    assert list(inputs(form)) == ["kind", "target", "text", "goal", "motivation", "consequences"]
    assert [each["label"] for each in inputs(form).values()] == [
        "Typ av ändring",
        "Delmål",
        "Ny lydelse",
        "Mål som stöds",
        "Motivering",
        "Konsekvenser",
    ]
    assert titles(form) == ["Granska", "Spara utkast", "Avbryt"]
    shown = values(form)
    assert (shown["kind"], shown["target"], shown["text"]) == ("reword", "2", TEXTS[1])
    assert "Delmål 2 lyder nu: Utveckla kollektivtrafiken" in form.text
    assert "Förslag tas emot till och med 2025-03-11 13:00." in form.text
    assert "utgår från listan för 2024" in form.text
    assert stored(talk) == (0, 0, 0)


@pytest.mark.parametrize(
    ("typed", "kind", "target", "text"),
    [
        ("föreslå ändring", "reword", "", ""),
        ("föreslå nytt delmål", "add", "", ""),
        ("jag vill lägga till ett delmål", "add", "", ""),
        ("jag vill ta bort delmål 3", "remove", "3", ""),
        ("jag vill föreslå en ny lydelse för delmål 2", "reword", "2", TEXTS[1]),
        ("I want to change sub-goal 2", "reword", "2", TEXTS[1]),
        ("jag vill ändra delmål 99", "reword", "", ""),
    ],
)
def test_the_words_say_what_is_to_be_done(typed: str, kind: str, target: str, text: str) -> None:
    shown = values(Talk().say(typed))
    assert (shown["kind"], shown["target"], shown["text"]) == (kind, target, text)


@pytest.mark.parametrize("typed", ["hur föreslår jag en ändring?", "vem får ändra delmål 2?"])
def test_who_asks_how_is_told_how_and_gets_no_form(typed: str) -> None:
    reply = Talk().say(typed)
    assert inputs(reply) == {}
    assert "behörighet att" not in reply.text


def test_an_answer_that_quotes_one_sub_goal_has_the_button_for_it() -> None:
    talk = Talk()
    answer = talk.say("vad är KS delmål 3?")
    form = talk.press(answer, "Föreslå ändring")
    assert values(form)["target"] == "3"
    assert values(form)["text"] == TEXTS[2]
    several = talk.press(talk.say("vilka är KS delmål?"), "Föreslå ändring")
    assert values(several)["target"] == ""


def test_where_others_see_the_answer_it_has_no_button() -> None:
    talk = Talk()
    for place in (Place.CHANNEL, Place.GROUP):
        assert "Föreslå ändring" not in titles(talk.say("vad är KS delmål 3?", place=place))
    for person in (STAFF, SECRETARY):
        assert "Föreslå ändring" not in titles(talk.say("vad är KS delmål 3?", actor=person))


def test_a_form_in_english_quotes_the_swedish_wording_and_marks_it() -> None:
    talk = Talk()
    form = talk.say("I want to change sub-goal 2", locale="en-GB")
    assert form.language == "en"
    assert "Sub-goal 2 reads now (the Swedish original): Utveckla kollektivtrafiken" in form.text
    assert "in Swedish" in inputs(form)["text"]["placeholder"]
    review = talk.press(form, "Review", text=NEW, motivation=WHY)
    assert "Present wording (2024, the Swedish original): Utveckla koll" in review.text
    assert "Added: “i hela kommunen”" in review.text
    receipt = talk.press(review, "Submit")
    assert receipt.text.startswith("Proposal F-KS-2025-001 is submitted.")


def test_a_body_without_a_list_takes_new_sub_goals_only() -> None:
    talk = Talk(plans=())
    form = talk.say("föreslå ändring")
    assert [each["value"] for each in inputs(form)["kind"]["choices"]] == ["add"]
    assert "target" not in inputs(form)
    assert "KS har ingen lista än" in form.text
    receipt = talk.press(
        talk.press(form, "Granska", text="Bygg broar", motivation=WHY), "Skicka in"
    )
    assert "F-KS-2025-001" in receipt.text


# --- read back, and sent ---


def test_what_is_read_back_says_in_words_what_is_added_and_taken_away() -> None:
    talk = Talk()
    review = talk.review(
        text="Utveckla båttrafiken i hela kommunen", goal="2", consequences="Kostar."
    )
    for line in (
        "Typ av ändring: Ändra lydelse",
        "Delmål: 2",
        "Mål som stöds: 2. En hållbar plats",
        "Nuvarande lydelse (2024): Utveckla kollektivtrafiken",
        "Ny lydelse: Utveckla båttrafiken i hela kommunen",
        "Borttaget: ”kollektivtrafiken”",
        "Tillagt: ”båttrafiken i hela kommunen”",
        f"Motivering: {WHY}",
        "Konsekvenser: Kostar.",
        "När du skickar in låses texten som version 1 och blir en del av ärendet.",
    ):
        assert line in review.text.splitlines()
    assert titles(review) == ["Skicka in", "Ändra", "Avbryt"]
    assert stored(talk) == (0, 1, 0)


@pytest.mark.parametrize(
    ("kind", "label", "wording"),
    [("remove", "Ta bort", None), ("keep", "Behåll", None), ("add", "Nytt delmål", NEW)],
)
def test_each_kind_takes_what_it_needs_and_says_what_does_not_come_along(
    kind: str, label: str, wording: str | None
) -> None:
    talk = Talk()
    review = talk.review(kind=kind)
    assert f"Typ av ändring: {label}" in review.text
    assert f"följer inte med, för du har valt {label}." in review.text
    talk.press(review, "Skicka in")
    (proposal,) = talk.proposals()
    assert proposal.content.text == wording
    assert (proposal.content.target is None) == (kind == "add")
    plain = talk.review(kind=kind, text=NEW if wording else "", target="" if wording else "2")
    assert "följer inte med" not in plain.text


def test_the_receipt_says_number_time_and_what_happens_next_and_when() -> None:
    talk = Talk()
    receipt = talk.submit()
    assert receipt.summary == "Förslaget F-KS-2025-001 är inskickat."
    for line in (
        "Inlämnat: 2025-03-01 13:00",
        f"Förslag: Ändra lydelse, delmål 2: ”{NEW}”.",
        "Handläggare: förvaltningschefen",
        (
            "Förslag tas emot till och med 2025-03-11 13:00. "
            "Dagen för sammanträdet finns inte i registret."
        ),
    ):
        assert line in receipt.text.splitlines()
    assert "Handläggaren bereder förslaget." in receipt.text
    assert "återkalla det tills det är uppsatt" in receipt.text
    assert stored(talk) == (1, 0, 1)
    assert titles(receipt) == ["Visa F-KS-2025-001", "Mina förslag"]


def test_advice_on_plain_language_and_lookalikes_stops_nobody() -> None:
    talk = Talk()
    long = "Utveckla " + "och förbättra " * 15 + "kollektivtrafiken m.m."
    review = talk.review(text=long)
    assert "Meningen har 33 ord." in review.text
    assert "förkortningen ”m.m.”" in review.text
    alike = talk.review(kind="add", text="Främja bostadsbyggandet mer", target="")
    assert "Det liknar delmål 1: Främja bostadsbyggandet" in alike.text
    assert "Skicka in" in titles(alike)


# --- what is wrong stands beside its field ---

LONG = "Utveckla kollektivtrafiken. " * 180


@pytest.mark.parametrize(
    ("field", "typed", "error"),
    [
        ("text", "", "Skriv något här."),
        ("text", "  \n\t ", "Skriv något här."),
        ("text", "\u200b\u202e\u2066\ufeff", "Skriv något här."),
        ("text", "🎯🎯", "Skriv med ord."),
        ("text", "123", "Skriv med ord."),
        ("text", TEXTS[1], "Det är samma lydelse som i dag. Ändra något, eller välj Behåll."),
        ("text", f"\u200b {TEXTS[1]}\n", "Det är samma lydelse som i dag."),
        ("text", TEXTS[0].upper(), "Delmål 1 har redan den lydelsen."),
        ("text", "a" * 501, "Skriv högst 500 tecken. Nu är det 501."),
        ("text", LONG[:5000].strip(), "Skriv högst 500 tecken. Nu är det 5000."),
        ("text", "Fråga 19850709-9805 om bussen", "Ta bort det som ser ut som ett personnummer."),
        ("motivation", "", "Skriv något här."),
        ("motivation", "a" * 4001, "Skriv högst 4000 tecken. Nu är det 4001."),
        ("motivation", "Ring 850709-9805", "Ta bort det som ser ut som ett personnummer."),
        ("consequences", "850709-9805 slutar", "Ta bort det som ser ut som ett personnummer."),
        ("target", "", "Välj vilket delmål det gäller."),
        ("target", "99", "Välj vilket delmål det gäller."),
        ("target", "'; DROP TABLE", "Välj vilket delmål det gäller."),
        ("kind", "rewrite", "Välj vad du vill föreslå."),
        ("goal", "99", "Välj ett av målen."),
    ],
)
def test_each_mistake_stands_beside_its_field_and_nothing_typed_is_lost(
    field: str, typed: str, error: str
) -> None:
    talk = Talk()
    sent: dict[str, Any] = {
        "kind": "reword",
        "target": "2",
        "text": NEW,
        "motivation": WHY,
        "consequences": "Inga",
    }
    again = talk.review(**{**sent, field: typed})
    assert beside(again, field).startswith(error)
    assert [name for name in inputs(again) if beside(again, name)] == [field]
    assert f"{inputs(again)[field]['label']}: {error}" in again.text
    assert values(again) == {"goal": "", **sent, field: typed}
    assert "röd" not in again.text
    (draft,) = talk.drafts()
    assert getattr(draft.typed, field) == typed
    assert talk.proposals() == []
    assert (
        talk.press(again, "Granska", **{**sent, "goal": "1"}).card["actions"][0]["verb"] == SUBMIT
    )


def test_what_is_pasted_much_too_long_comes_back_whole() -> None:
    talk = Talk()
    pasted = LONG[:4990].strip()
    again = talk.review(text=pasted)
    assert values(again)["text"] == pasted
    assert int(inputs(again)["text"]["maxLength"]) >= 5000


def test_a_line_break_and_unseen_marks_do_not_become_part_of_the_wording() -> None:
    talk = Talk()
    talk.submit(text="Utveckla\u200b bussarna\r\n\n i hela\u202e kommunen ")
    assert talk.proposals()[0].content.text == "Utveckla bussarna i hela kommunen"


MARKUP = '<script>alert("x")</script> **fet** [länk](http://x.invalid) # _k_ <at>Anna</at> =1+1'


def test_markup_is_shown_sign_for_sign_and_obeyed_nowhere() -> None:
    talk = Talk()
    review = talk.review(text=MARKUP, motivation=f"- {MARKUP}\n1. {MARKUP}")
    shown = [
        run["text"]
        for element in review.card["body"]
        if element["type"] == "RichTextBlock"
        for run in element["inlines"]
    ]
    assert MARKUP in shown
    assert f"- {MARKUP}" in shown
    assert f"1. {MARKUP}" in shown
    talk.press(review, "Skicka in")
    assert talk.proposals()[0].content.text == MARKUP
    listed = talk.say("F-KS-2025-001")
    assert MARKUP in listed.text


def test_signs_that_no_database_takes_are_left_out() -> None:
    talk = Talk()
    talk.submit(text="Utveckla \x00bussarna \ud800nu", motivation="Ja\x07.")
    assert talk.proposals()[0].content.text == "Utveckla bussarna nu"


# --- drafts ---


def test_a_draft_is_kept_right_or_wrong_and_goes_on_where_it_was() -> None:
    talk = Talk()
    saved = talk.press(talk.form(), "Spara utkast", text="850709-9805", motivation="\n")
    assert saved.text.startswith("Utkastet är sparat. Bara du ser det.")
    assert "till 2025-03-31" in saved.text
    again = talk.press(saved, "Fortsätt")
    assert values(again)["text"] == "850709-9805"
    assert stored(talk) == (0, 1, 0)


def test_what_was_read_back_can_be_changed_or_left() -> None:
    talk = Talk()
    review = talk.review()
    assert values(talk.press(review, "Ändra"))["text"] == NEW
    left = talk.press(review, "Avbryt")
    assert left.text.startswith("Inget är inskickat. Utkastet finns kvar.")
    assert stored(talk) == (0, 1, 0)
    gone = talk.press(left, "Ta bort utkastet")
    assert gone.text.startswith("Utkastet är borttaget.")
    assert gone.done
    assert stored(talk) == (0, 0, 0)
    assert "Det utkastet finns inte kvar." in talk.press(left, "Ta bort utkastet").text
    assert "Det utkastet finns inte kvar." in talk.press(left, "Fortsätt").text


def test_an_untouched_form_that_is_left_leaves_nothing() -> None:
    talk = Talk()
    left = talk.press(talk.form(), "Avbryt")
    assert left.text == "Inget är inskickat."
    assert left.done
    assert stored(talk) == (0, 0, 0)


def test_a_chosen_goal_can_be_taken_back() -> None:
    talk = Talk()
    form = talk.press(talk.review(goal="1"), "Ändra")
    none = inputs(form)["goal"]["choices"][0]["value"]
    review = talk.press(form, "Granska", goal=none)
    assert "Mål som stöds" not in review.text


# --- twice, and on old cards ---


def test_pressed_twice_it_is_one_proposal_and_the_same_receipt() -> None:
    talk = Talk()
    form = talk.form()
    review = talk.press(form, "Granska", target="2", text=NEW, motivation=WHY)
    talk.press(review, "Skicka in")
    for card, title in ((review, "Skicka in"), (review, "Ändra"), (review, "Avbryt"),
                        (form, "Granska"), (form, "Spara utkast"), (form, "Avbryt")):  # fmt: skip
        again = talk.press(card, title)
        assert again.text.startswith("Förslaget F-KS-2025-001 är redan inskickat.")
    assert stored(talk) == (1, 0, 1)


def test_what_is_sent_is_what_the_card_showed() -> None:
    talk = Talk()
    old = talk.review()
    new = talk.press(talk.press(old, "Ändra"), "Granska", text="Utveckla båttrafiken")
    again = talk.press(old, "Skicka in")
    assert "Utkastet har ändrats sedan kortet visades." in again.text
    assert "Ny lydelse: Utveckla båttrafiken" in again.text
    assert talk.proposals() == []
    talk.press(new, "Skicka in")
    assert talk.proposals()[0].content.text == "Utveckla båttrafiken"


def test_a_form_that_comes_again_after_its_draft_was_deleted_starts_anew() -> None:
    talk = Talk()
    form = talk.form()
    review = talk.press(form, "Granska", target="2", text=NEW, motivation=WHY)
    talk.press(talk.press(review, "Avbryt"), "Ta bort utkastet")
    assert "Det utkastet finns inte kvar." in talk.press(review, "Skicka in").text
    assert talk.proposals() == []


def test_two_proposals_on_one_sub_goal_are_told_to_both() -> None:
    talk = Talk()
    talk.submit()
    review = talk.review(actor=OTHER, text="Utveckla båttrafiken")
    assert "Förslaget F-KS-2025-001 (Ändra lydelse) gäller samma delmål." in review.text
    receipt = talk.press(review, "Skicka in", actor=OTHER)
    assert "Även F-KS-2025-001 gäller samma delmål." in receipt.text
    for number, other, person in (("1", "2", OFFICIAL), ("2", "1", OTHER)):
        shown = talk.say(f"F-KS-2025-00{number}", actor=person)
        assert f"Gäller samma delmål: F-KS-2025-00{other}" in shown.text
        mine = talk.say("mina förslag", actor=person)
        assert f"Gäller samma delmål som F-KS-2025-00{other}." in mine.text


# --- meanwhile ---


def test_where_the_list_changed_both_wordings_are_shown_and_the_text_stays() -> None:
    talk = Talk()
    form = talk.form()
    review = talk.review()
    talk.change(
        plans=[plan(2024, (TEXTS[0], "Utveckla kollektivtrafiken vidare", TEXTS[2]), version=2)]
    )
    for again in (
        talk.press(form, "Granska", target="2", text=NEW, motivation=WHY),
        talk.press(review, "Skicka in"),
    ):
        assert "Listan har ändrats sedan du öppnade formuläret." in again.text
        assert "När du valde delmålet löd det: Utveckla kollektivtrafiken" in again.text
        assert "Nu lyder det: Utveckla kollektivtrafiken vidare" in again.text
        assert values(again)["text"] == NEW
        assert talk.proposals() == []
    sent = talk.press(talk.press(again, "Granska"), "Skicka in")
    assert "inskickat" in sent.text
    target = talk.proposals()[0].content.target
    assert target is not None
    assert target.text == "Utveckla kollektivtrafiken vidare"


def test_where_the_list_was_renumbered_the_same_sub_goal_is_meant() -> None:
    talk = Talk()
    form = talk.form()
    talk.change(plans=[plan(2024, ("Något nytt", *TEXTS), version=2)])
    again = talk.press(form, "Granska", target="2", text=NEW, motivation=WHY)
    assert values(again)["target"] == "3"
    assert "löd det" not in again.text
    talk.press(talk.press(again, "Granska"), "Skicka in")
    target = talk.proposals()[0].content.target
    assert target is not None
    assert (target.number, target.text) == (3, TEXTS[1])


def test_where_the_sub_goal_is_gone_another_is_chosen_and_the_text_stays() -> None:
    talk = Talk()
    form = talk.form()
    talk.change(plans=[plan(2024, TEXTS[:2], version=2)])
    again = talk.press(form, "Granska", target="3", text=NEW, motivation=WHY)
    assert f"När du valde delmålet löd det: {TEXTS[2]}" in again.text
    assert "Delmålet finns inte längre i listan." in again.text
    assert (values(again)["target"], values(again)["text"]) == ("", NEW)


def test_a_saved_draft_is_told_of_the_change_when_it_is_taken_up_again() -> None:
    talk = Talk()
    saved = talk.press(talk.form(), "Spara utkast", target="2", text=NEW)
    talk.change(plans=[plan(2024, (TEXTS[0], "Utveckla trafiken", TEXTS[2]), version=2)])
    again = talk.press(saved, "Fortsätt")
    assert "löd det: Utveckla kollektivtrafiken" in again.text
    assert values(again)["text"] == NEW


@pytest.mark.parametrize("title", ["Granska", "Spara utkast"])
def test_where_the_window_closed_meanwhile_what_was_typed_is_kept_and_shown(title: str) -> None:
    talk = Talk()
    form = talk.form()
    talk.now = WINDOW.closes
    late = talk.press(form, title, target="2", text=NEW, motivation="Därför.\nOch därför.")
    assert "Tiden för förslag till KS 2025 gick ut 2025-03-11 13:00." in late.text
    assert "bland dina utkast" in late.text
    assert NEW in late.text
    assert "Och därför." in late.text
    mine = talk.press(late, "Mina förslag")
    assert "ett utkast" in mine.text
    again = talk.press(mine, "Fortsätt")
    assert NEW in again.text
    assert inputs(again) == {}
    assert talk.proposals() == []


def test_nothing_is_submitted_after_the_window_or_before_it() -> None:
    talk = Talk()
    review = talk.review()
    talk.now = WINDOW.closes
    late = talk.press(review, "Skicka in")
    assert "gick ut" in late.text
    assert NEW in late.text
    talk.now = WINDOW.opens - timedelta(minutes=1)
    assert "tas emot från 2025-02-19 13:00" in talk.say("föreslå ändring").text
    assert stored(talk) == (0, 1, 0)


@pytest.mark.parametrize("title", ["Granska", "Spara utkast"])
def test_whose_role_was_revoked_meanwhile_gets_back_what_was_typed(title: str) -> None:
    talk = Talk()
    form = talk.form()
    for _ in range(2):
        told = talk.press(form, title, actor=FORMER, target="2", text=NEW, motivation=WHY)
        assert "Du har inte behörighet att föreslå ändringar av delmål för KS." in told.text
        assert "Vänd dig till handläggaren eller en administratör." in told.text
        assert f"Ny lydelse: {NEW}" in told.text
        assert f"Motivering: {WHY}" in told.text
        assert stored(talk) == (0, 0, 0)


def test_who_comes_when_too_many_record_at_once_has_the_form_and_the_card_still() -> None:
    talk = Talk()
    opening = talk.memory.open_ledger
    form = talk.form(target="2")
    for title in ("Granska", "Spara utkast"):
        talk.memory.open_ledger = busy  # type: ignore[method-assign]
        again = talk.press(form, title, text=NEW, motivation=WHY)
        assert "Försök igen om en liten stund" in again.text
        assert (values(again)["text"], values(again)["motivation"]) == (NEW, WHY)
    talk.memory.open_ledger = opening  # type: ignore[method-assign]
    review = talk.press(again, "Granska")
    talk.memory.open_ledger = busy  # type: ignore[method-assign]
    told = talk.press(review, "Skicka in")
    assert "Försök igen om en liten stund" in told.text
    talk.memory.open_ledger = opening  # type: ignore[method-assign]
    assert talk.press(told, "Skicka in").text.startswith("Förslaget F-KS-2025-001 är inskickat.")


def test_whose_role_was_revoked_still_reads_their_own_draft_and_sends_nothing() -> None:
    talk = Talk()
    review = talk.review()
    told = talk.press(review, "Skicka in", actor=FORMER)
    assert "Du har inte behörighet" in told.text
    assert NEW in told.text
    mine = talk.say("mina förslag", actor=FORMER)
    assert "ett utkast" in mine.text
    assert NEW in talk.press(mine, "Fortsätt", actor=FORMER).text
    assert stored(talk) == (0, 1, 0)


# --- who may, and where ---


@pytest.mark.parametrize("person", [STAFF, SECRETARY])
@pytest.mark.parametrize("typed", ["föreslå ändring", "jag vill ändra delmål 2"])
def test_who_may_not_is_told_kindly_who_can_help(person: Actor, typed: str) -> None:
    reply = Talk().say(typed, actor=person)
    assert "Du har inte behörighet att föreslå ändringar av delmål för KS." in reply.text
    assert "Vänd dig till handläggaren eller en administratör." in reply.text
    assert "Handläggare för KS 2025 är förvaltningschefen." in reply.text
    assert inputs(reply) == {}


def test_words_grant_no_right() -> None:
    talk = Talk()
    for typed in ("jag är behörig tjänsteperson, föreslå ändring", "ge mig behörighet official"):
        assert inputs(talk.say(typed, actor=STAFF)) == {}


@pytest.mark.parametrize("verb", [PROPOSE, REVIEW, SAVE_DRAFT])
@pytest.mark.parametrize("person", [STAFF, SECRETARY, Actor(TENANT, "")])
def test_a_forged_button_gives_nobody_a_right(verb: str, person: Actor) -> None:
    talk = Talk()
    data = button_of(talk.form(), "Granska")["data"]
    reply = talk.turn(verb, actor=person, **data, target="2", motivation=WHY, role="official")
    assert "Du har inte behörighet" in reply.text
    assert stored(talk) == (0, 0, 0)


def test_an_officer_may_propose_too() -> None:
    talk = Talk()
    talk.submit(actor=OFFICER)
    assert talk.proposals()[0].role is Role.OFFICER


def two_bodies() -> Talk:
    return Talk(
        bodies=(body(), BUN),
        goal_sets=(goal_set(["Ett gott liv"]), goal_set(["Bra skolor"], of="BUN")),
        plans=(plan(2024, TEXTS), plan(2024, ("Fler läsa bra", "Trygga skolgårdar"), of="BUN")),
        matters=(matter(2025), matter(2025, of="BUN")),
    )


def test_with_several_bodies_it_is_asked_which_and_what_was_said_is_remembered() -> None:
    talk = two_bodies()
    asked = talk.say("jag vill ta bort delmål 2", actor=EVERYWHERE)
    assert asked.summary == "Vilken nämnd gäller förslaget?"
    form = talk.press(asked, "Fortsätt", actor=EVERYWHERE, body="BUN")
    assert form.summary == "Föreslå ändring av BUN delmål 2025"
    assert (values(form)["kind"], values(form)["target"]) == ("remove", "2")
    assert "Delmål 2 lyder nu: Trygga skolgårdar" in form.text


def test_a_person_of_one_body_or_with_a_choice_of_their_own_is_not_asked() -> None:
    talk = two_bodies()
    assert "KS delmål 2025" in talk.turn(PROPOSE).summary
    own = replace(EVERYWHERE, default_body="BUN")
    assert "BUN delmål 2025" in talk.turn(PROPOSE, actor=own).summary
    named = talk.say("jag vill ändra BUN delmål 1", actor=EVERYWHERE)
    assert "BUN delmål 2025" in named.summary
    refused = talk.say("jag vill ändra BUN delmål 1")
    assert "behörighet att föreslå ändringar av delmål för BUN" in refused.text


def test_the_series_of_each_body_is_its_own() -> None:
    talk = two_bodies()
    for code in ("KS", "BUN", "KS"):
        form = talk.turn(PROPOSE, actor=EVERYWHERE, body=code, kind="add")
        review = talk.press(
            form, "Granska", actor=EVERYWHERE, text=f"Nya vägar {stored(talk)}", motivation=WHY
        )
        talk.press(review, "Skicka in", actor=EVERYWHERE)
    numbers = [each.number for each in talk.proposals()]
    assert numbers == ["F-KS-2025-001", "F-BUN-2025-001", "F-KS-2025-002"]


def test_a_body_without_a_matter_says_who_opens_one() -> None:
    for talk in (Talk(matters=()), Talk(matters=[matter(2025, state=MatterState.DECIDED)])):
        for reply in (talk.say("föreslå ändring"), talk.say("föreslå nytt delmål"), talk.form()):
            assert "KS har inget öppet ärende som tar emot förslag." in reply.text
            assert "öppna ärende KS" in reply.text
            assert inputs(reply) == {}


def test_a_year_without_a_matter_is_told_and_the_year_of_the_list_is_understood() -> None:
    talk = Talk()
    told = talk.say("jag vill ändra delmål 2 för 2031")
    assert "KS har inget öppet ärende för 2031 som tar emot förslag." in told.text
    form = talk.say("jag vill ändra KS delmål 2 för 2024")
    assert form.summary == "Föreslå ändring av KS delmål 2025"
    assert values(form)["target"] == "2"


def test_a_decided_matter_takes_nothing_more_and_what_was_typed_comes_back() -> None:
    talk = Talk()
    form = talk.form()
    decided = replace(matter(2025, state=MatterState.DECIDED), version=2)
    talk.change(matters=[decided])
    told = talk.press(form, "Granska", target="2", text=NEW, motivation=WHY)
    assert "Ärendet KS 2025 tar inte emot fler förslag" in told.text
    assert NEW in told.text


def test_nothing_is_recorded_at_all() -> None:
    talk = Talk(bodies=(), goal_sets=(), plans=(), matters=())
    reply = talk.turn(PROPOSE, actor=EVERYWHERE)
    assert inputs(reply) == {}
    assert "–" not in reply.text


# --- forged ---


@pytest.mark.parametrize(
    ("name", "forged"),
    [
        ("draft", ""),
        ("draft", "x" * 100_000),
        ("draft", "../../x"),
        ("draft", "a\x00b"),
        ("draft", "abc.2"),
        ("body", ""),
        ("body", "XX"),
        ("body", "X" * 30_000),
        ("body", "\x00"),
        ("year", "0"),
        ("year", "9" * 5000),
        ("year", "20250"),
        ("year", "２０２５"),
        ("year", "-1"),
        ("base", "9" * 5000 + ":1"),
        ("base", "2024:" + "9" * 5000),
        ("base", "x"),
        ("base", "2023:1"),
        ("completes", "f1"),
        ("language", "<b>"),
    ],
)
def test_forged_data_in_a_button_breaks_nothing_and_submits_nothing(name: str, forged: str) -> None:
    talk = Talk()
    button = button_of(talk.form(), "Granska")
    filled = {"kind": "reword", "target": "2", "text": NEW, "motivation": WHY}
    data = {**button["data"], **filled, name: forged}
    for verb in (REVIEW, SAVE_DRAFT, EDIT_DRAFT, SUBMIT, CANCEL, DROP_DRAFT, PROPOSE):
        reply = talk.turn(verb, **data)
        assert reply.summary
    assert talk.proposals() == []
    assert talk.steps() == []


def test_an_unknown_verb_is_told_and_does_nothing() -> None:
    talk = Talk()
    for verb in ("", "submit-proposals", "SUBMIT-PROPOSAL", "approve-proposal"):
        assert "Knappen går inte att använda" in talk.turn(verb, draft="x").text


def test_the_target_of_another_year_or_body_cannot_be_sent() -> None:
    talk = two_bodies()
    data = button_of(talk.form(), "Granska")["data"]
    theirs = button_of(talk.form(actor=EVERYWHERE, body="BUN"), "Granska")["data"]
    filled = {"kind": "reword", "target": "2", "text": NEW, "motivation": WHY}
    other_body = talk.turn(REVIEW, **{**data, **filled, "body": "BUN"})
    assert "behörighet att föreslå ändringar av delmål för BUN" in other_body.text
    other_year = talk.turn(REVIEW, **{**data, **filled, "year": "2024"})
    assert "KS har inget öppet ärende för 2024" in other_year.text
    third = talk.turn(REVIEW, actor=EVERYWHERE, **{**theirs, **filled, "target": "3"})
    assert beside(third, "target") == "Välj vilket delmål det gäller."
    assert talk.proposals() == []


@pytest.mark.parametrize("verb", [EDIT_DRAFT, DROP_DRAFT, SUBMIT, CANCEL, REVIEW, SAVE_DRAFT])
@pytest.mark.parametrize("person", [OTHER, OFFICER, Actor("other", "anna", OFFICIAL.grants)])
def test_anothers_draft_can_be_neither_read_nor_sent_nor_overwritten(
    verb: str, person: Actor
) -> None:
    talk = Talk()
    review = talk.review()
    (kept,) = talk.drafts()
    data = button_of(review, "Skicka in")["data"]
    reply = talk.turn(verb, actor=person, **{**data, "text": "Kapat", "target": "2"})
    assert NEW not in json.dumps(reply.card, ensure_ascii=False)
    assert talk.drafts() == [kept]
    assert talk.proposals() == []


def test_anothers_submitted_proposal_cannot_be_sent_anew() -> None:
    talk = Talk()
    form = talk.form()
    talk.press(talk.press(form, "Granska", target="2", text=NEW, motivation=WHY), "Skicka in")
    replayed = talk.press(form, "Granska", actor=OTHER, target="3", text="Kapat", motivation=WHY)
    assert "Det utkastet finns inte kvar." in replayed.text
    assert stored(talk) == (1, 0, 1)


# --- completion ---


def asked(talk: Talk) -> None:
    """The officer has asked for more about F-KS-2025-001."""
    shown = talk.say("F-KS-2025-001", actor=OFFICER)
    form = talk.press(shown, "Begär komplettering", actor=OFFICER)
    talk.press(form, "Begär komplettering", actor=OFFICER, reason="Skriv vad det kostar.")


def test_the_author_completes_and_version_one_stays() -> None:
    talk = Talk()
    talk.submit(goal="1")
    asked(talk)
    talk.now = WINDOW.closes + timedelta(days=3)  # the officer prepares after the window
    form = talk.press(talk.say("F-KS-2025-001"), "Komplettera")
    assert "Handläggaren ber dig komplettera: Skriv vad det kostar." in form.text
    assert values(form) == {
        "kind": "reword", "target": "2", "text": NEW, "goal": "1", "motivation": WHY,
        "consequences": "",
    }  # fmt: skip
    review = talk.press(form, "Granska", consequences="100 kronor.")
    assert "låses texten som en ny version" in review.text
    receipt = talk.press(review, "Skicka in")
    assert receipt.text.startswith("Kompletteringen av F-KS-2025-001 är inskickad.")
    (proposal,) = talk.proposals()
    assert [each.content.consequences for each in proposal.versions] == [None, "100 kronor."]
    assert proposal.state is ProposalState.SUBMITTED
    assert talk.steps() == ["submit", "ask_completion", "complete"]

    for card, title in ((review, "Skicka in"), (form, "Granska"), (form, "Spara utkast")):
        again = talk.press(card, title)
        assert again.text.startswith("Kompletteringen av F-KS-2025-001 är redan inskickad.")
    assert stored(talk) == (1, 0, 3)
    newest = talk.say("F-KS-2025-001")
    assert "Version 2 av 2" in newest.text
    assert "100 kronor." in newest.text
    first = talk.press(newest, "Version 1")
    assert "Version 1 av 2" in first.text
    assert "100 kronor." not in first.text


def test_a_completion_that_was_begun_goes_on_from_either_side() -> None:
    talk = Talk()
    talk.submit()
    asked(talk)
    form = talk.press(talk.say("F-KS-2025-001"), "Komplettera")
    talk.press(form, "Spara utkast", consequences="Halvskrivet")
    again = talk.press(talk.say("F-KS-2025-001"), "Komplettera")
    assert values(again)["consequences"] == "Halvskrivet"
    mine = talk.say("mina förslag")
    begun = next(each["selectAction"] for each in mine.card["body"] if "selectAction" in each)
    assert begun["title"] == f"Fortsätt: {NEW}"
    again = talk.turn(begun["verb"], **begun["data"])
    assert values(again)["consequences"] == "Halvskrivet"
    assert len(talk.drafts()) == 1


def test_a_completion_is_only_of_ones_own_and_only_when_it_was_asked_for() -> None:
    talk = Talk()
    talk.submit()
    proposal = talk.proposals()[0].id
    assert "Det går inte: förslaget F-KS-2025-001 är inlämnat" in (
        talk.turn("complete-proposal", proposal=proposal).text
    )
    asked(talk)
    for person in (OTHER, OFFICER, SECRETARY, STAFF):
        reply = talk.turn("complete-proposal", actor=person, proposal=proposal)
        assert inputs(reply) == {}
        assert NEW not in reply.text
    data = button_of(talk.form(actor=OTHER), "Granska")["data"]
    forged = {**data, "draft": f"{proposal}.2", "completes": proposal, "text": "Kapat",
              "kind": "reword", "target": "2", "motivation": WHY}  # fmt: skip
    talk.turn(REVIEW, actor=OTHER, **forged)
    talk.turn(SUBMIT, actor=OTHER, **forged)
    assert len(talk.proposals()[0].versions) == 1


def test_a_completion_whose_proposal_was_withdrawn_is_told_and_shown() -> None:
    talk = Talk()
    talk.submit()
    asked(talk)
    review = talk.press(talk.press(talk.say("F-KS-2025-001"), "Komplettera"), "Granska")
    talk.step("F-KS-2025-001", Step.WITHDRAW, ProposalState.WITHDRAWN)
    told = talk.press(review, "Skicka in")
    assert "förslaget F-KS-2025-001 är återkallat" in told.text
    assert NEW in told.text
    assert len(talk.proposals()[0].versions) == 1


# --- sizes and pictures ---


@pytest.mark.parametrize("sign", ["å", '"', "🚌", "å\n"])
def test_the_longest_texts_stay_below_what_teams_takes(sign: str) -> None:
    def filled(start: str, most: int) -> str:
        return (start + sign * most)[: most - 1] + "x"

    old, new, why = filled("Gammal ", 400), filled("Ny ", 500), filled("a", 4000)
    talk = Talk(plans=[plan(2024, (TEXTS[0], old.replace("\n", " "), TEXTS[2]))])
    sizes = []
    review = talk.review(text=new, motivation=why, consequences=why, goal="1")
    for number in range(3):
        sizes += [size(review), size(talk.press(review, "Ändra"))]
        assert "Skicka in" in titles(review)
        sizes.append(size(talk.press(review, "Skicka in")))
        shown = talk.say("F-KS-2025-001")
        sizes.append(size(shown))
        form = talk.press(talk.say("F-KS-2025-001", actor=OFFICER), "Begär komplettering",
                          actor=OFFICER)  # fmt: skip
        talk.press(form, "Begär komplettering", actor=OFFICER, reason=why)
        sizes.append(size(talk.say("F-KS-2025-001")))
        form = talk.press(talk.say("F-KS-2025-001"), "Komplettera")
        sizes.append(size(form))
        review = talk.press(form, "Granska", text=f"{new[:-2]}{number}")
    assert len(talk.proposals()[0].versions) == 3
    assert max(sizes) <= 80_000


def test_what_is_much_too_long_in_every_field_stays_below_it_too() -> None:
    talk = Talk()
    form = talk.form()
    much: dict[str, Any] = dict.fromkeys(("text", "motivation", "consequences"), "å" * 100000)
    assert size(talk.press(form, "Granska", **much)) <= 80_000
    assert size(talk.press(form, "Granska", actor=FORMER, **much)) <= 80_000


def size(reply: Any) -> int:
    """Bytes as Teams counts them."""
    return len(json.dumps(reply.card, ensure_ascii=False).encode("utf-16-le", "surrogatepass"))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_cards_are_drawn_as_they_are_meant(draw_card: DrawCard, theme: Any) -> None:
    talk = Talk()
    form = talk.say("jag vill ändra delmål 2")
    mistakes = talk.press(form, "Granska", text="", motivation=WHY)
    review = talk.press(form, "Granska", text=f"{NEW} **nu**", motivation=WHY)
    receipt = talk.press(review, "Skicka in")
    for reply, seen in (
        (form, "Delmål 2 lyder nu"),
        (mistakes, "Skriv något här."),
        (review, "Utveckla kollektivtrafiken i hela kommunen **nu**"),
        (receipt, "Inlämnat: 2025-03-01 13:00"),
    ):
        drawn = draw_card(reply.card, theme=theme, width=360)
        assert drawn.errors == ()
        assert seen in re.sub(r"\s+", " ", drawn.text)


def test_a_window_without_an_end_says_so() -> None:
    talk = Talk(matters=[matter(2025)])
    assert "Ingen sista dag är satt för förslag." in talk.form().text
    assert "Dagen för sammanträdet finns inte i registret." in talk.submit().text
