"""One's own proposals, one of them, and all of a matter; withdrawn, or asked to be completed."""

from __future__ import annotations

import json
from typing import Any

import pytest

from dialogs.cards.proposal_card import (
    ASK_COMPLETION,
    SEND_COMPLETION,
    SHOW_PROPOSAL,
    SHOW_PROPOSALS,
    WITHDRAW,
)
from dialogs.cards.proposal_form import MY_PROPOSALS
from dialogs.turn import Place, Reply
from goals.actor import Actor, Grant, Role
from goals.proposal import ProposalState, Step
from tests.conftest import DrawCard
from tests.dialogs.proposals import (
    NEW,
    OFFICER,
    OFFICIAL,
    OTHER,
    SECRETARY,
    STAFF,
    TENANT,
    Talk,
    beside,
    button_of,
    inputs,
    titles,
    values,
)

REGISTRAR = Actor(TENANT, "gunilla", frozenset({Grant(Role.REGISTRAR, "KS")}))
ADMIN = Actor(TENANT, "henrik", frozenset({Grant(Role.ADMIN)}))
OF_BUN = Actor(TENANT, "inger", frozenset({Grant(Role.OFFICIAL, "BUN")}))
ELSEWHERE = Actor("other", "anna", OFFICIAL.grants)


def many(count: int) -> Talk:
    """A matter with so many proposals, all new sub-goals of one person."""
    talk = Talk()
    for number in range(1, count + 1):
        talk.submit(kind="add", target="", text=f"Bygg {'väg' * number} till byn")
    return talk


def opened(reply: Reply) -> list[Any]:
    """What the lines of a list open."""
    return [each["selectAction"] for each in reply.card["body"] if "selectAction" in each]


# --- one's own ---


@pytest.mark.parametrize("typed", ["mina förslag", "visa mina utkast", "my proposals"])
def test_ones_own_are_told_with_where_they_stand(typed: str) -> None:
    talk = Talk()
    talk.submit()
    talk.press(talk.form(), "Spara utkast", kind="add", text="Bygg broar")
    mine = talk.say(typed)
    assert "F-KS-2025-001" in mine.text
    assert "Bygg broar" in mine.text
    assert "2025-03-31" in mine.text
    draft, proposal = opened(mine)
    assert values(talk.turn(draft["verb"], **draft["data"]))["text"] == "Bygg broar"
    assert NEW in talk.turn(proposal["verb"], **proposal["data"]).text


def test_who_has_none_is_told_and_may_begin_if_they_may() -> None:
    talk = Talk()
    assert talk.say("mina förslag").text.startswith("Du har inga förslag i registret.")
    assert titles(talk.say("mina förslag")) == ["Föreslå ändring"]
    assert titles(talk.say("mina förslag", actor=STAFF)) == []


def test_nobody_sees_what_is_anothers() -> None:
    talk = Talk()
    talk.submit()
    talk.review(actor=OTHER, text="Utveckla båttrafiken")
    for person in (STAFF, SECRETARY, OFFICER, ADMIN, ELSEWHERE, Actor(TENANT, "")):
        mine = talk.turn(MY_PROPOSALS, actor=person)
        assert "inga förslag" in mine.text
        assert NEW not in mine.text
    assert "båttrafiken" not in talk.say("mina förslag").text


def test_45_of_ones_own_are_paged_both_ways() -> None:
    talk = many(45)
    talk.press(talk.form(), "Spara utkast", kind="add", text="Ett utkast")
    page = talk.say("mina förslag")
    assert "ett utkast och 45 inlämnade förslag" in page.summary
    seen = [each["data"]["proposal"] for each in opened(page) if "proposal" in each["data"]]
    assert "F-KS-2025-045" in page.text
    for left in (35, 25, 15, 5):
        assert f"Visa fler ({left} till)" in titles(page)
        page = talk.press(page, f"Visa fler ({left} till)")
        assert "ett utkast och 45 inlämnade förslag" in page.summary
        assert "Ett utkast" not in page.text
        seen += [each["data"]["proposal"] for each in opened(page)]
    assert len(set(seen)) == 45
    assert [each for each in titles(page) if each.startswith("Visa fler")] == []
    back = talk.press(page, "Visa tidigare (40)")
    assert "Visa tidigare (30)" in titles(back)


@pytest.mark.parametrize("start", ["", "-1", "x", "99999", "9" * 5000, "1e3", "٣"])
def test_a_page_that_is_not_there_is_the_nearest_one(start: str) -> None:
    talk = many(12)
    for verb in (MY_PROPOSALS, SHOW_PROPOSALS):
        page = talk.turn(verb, body="KS", year="2025", start=start)
        assert "12" in page.summary
        assert opened(page)


# --- one of them ---


def test_a_proposal_is_shown_by_its_number_however_it_is_typed() -> None:
    talk = Talk()
    talk.submit()
    for typed in (
        "F-KS-2025-001",
        "f-ks-2025-1",
        "show f-ks-2025-001?",
        "vad hände med F-KS-2025-001?",
        "jag är sekreterare, godkänn f-ks-2025-001, F-KS-2025-1!",
    ):
        shown = talk.say(typed)
        assert shown.summary.endswith("F-KS-2025-001")
        assert NEW in shown.text
    assert "Status: inlämnat" in talk.say("F-KS-2025-001").text


@pytest.mark.parametrize(
    ("person", "actions"),
    [
        (OFFICIAL, ["Återkalla", "Mina förslag", "Förslag KS 2025"]),
        (OTHER, ["Förslag KS 2025"]),
        (OFFICER, ["Bered", "Begär komplettering", "Förslag KS 2025"]),
        (SECRETARY, ["Förslag KS 2025"]),
        (REGISTRAR, ["Förslag KS 2025"]),
    ],
)
def test_each_sees_what_they_may_do_with_it(person: Actor, actions: list[str]) -> None:
    talk = Talk()
    talk.submit()
    assert titles(talk.say("F-KS-2025-001", actor=person)) == actions


@pytest.mark.parametrize("person", [STAFF, ADMIN, OF_BUN, ELSEWHERE, Actor(TENANT, "")])
def test_who_does_not_read_the_register_sees_none_of_it(person: Actor) -> None:
    talk = Talk()
    talk.submit()
    proposal = talk.proposals()[0].id
    for reply in (
        talk.say("F-KS-2025-001", actor=person),
        talk.turn(SHOW_PROPOSAL, actor=person, proposal=proposal),
        talk.turn(SHOW_PROPOSALS, actor=person, body="KS", year="2025"),
        talk.turn(WITHDRAW, actor=person, proposal=proposal, confirmed="yes"),
        talk.turn(ASK_COMPLETION, actor=person, proposal=proposal),
        talk.turn(SEND_COMPLETION, actor=person, proposal=proposal, reason="Mer."),
        talk.say("förslag KS 2025", actor=person),
    ):
        assert NEW not in json.dumps(reply.card, ensure_ascii=False)
    assert talk.steps() == ["submit"]


def test_what_is_not_there_is_told_as_what_may_not_be_seen() -> None:
    talk = Talk()
    talk.submit()
    hidden = talk.say("F-KS-2025-001", actor=STAFF).text
    for typed in ("F-KS-2025-002", "F-XX-2025-001", "F-KS-1999-001"):
        assert talk.say(typed).text == hidden
    for forged in ("", "x", "F-KS-2025-002", "F-KS", "F-K-S-2025-001", "F-KS-" + "9" * 5000):
        assert talk.turn(SHOW_PROPOSAL, number=forged).text == hidden
        assert talk.turn(SHOW_PROPOSAL, proposal=forged).text == hidden


def test_a_version_that_is_not_there_is_the_newest() -> None:
    talk = Talk()
    talk.submit()
    proposal = talk.proposals()[0].id
    for version in ("0", "2", "-1", "x"):
        assert NEW in talk.turn(SHOW_PROPOSAL, proposal=proposal, version=version).text


def test_a_meetings_outcome_is_the_kanslis_until_the_minutes_are_adjusted() -> None:
    talk = Talk()
    talk.submit()
    talk.step("F-KS-2025-001", Step.DECIDE, ProposalState.DECIDED, reason="Avslag.")
    for person in (OFFICIAL, OTHER):
        for reply in (
            talk.say("F-KS-2025-001", actor=person),
            talk.say("förslag KS 2025", actor=person),
        ):
            assert "uppsatt på kallelsen" in reply.text
            assert "Avslag" not in reply.text
            assert "beslutat" not in reply.text
            assert not any(each.startswith("Avslutade") for each in titles(reply))
    assert "uppsatt på kallelsen" in talk.say("mina förslag").text
    for person in (OFFICER, SECRETARY, REGISTRAR):
        assert "beslutat, ej justerat" in talk.say("F-KS-2025-001", actor=person).text
    talk.step("F-KS-2025-001", Step.ADJUST, ProposalState.ADJUSTED)
    assert "Status: justerat" in talk.say("F-KS-2025-001").text


# --- withdrawn ---


def test_a_proposal_is_withdrawn_when_that_is_confirmed_and_stays_readable() -> None:
    talk = Talk()
    talk.submit()
    sure = talk.press(talk.say("F-KS-2025-001"), "Återkalla")
    assert sure.summary == "Vill du återkalla F-KS-2025-001?"
    assert "Det går inte att ångra." in sure.text
    assert button_of(sure, "Återkalla")["style"] == "destructive"
    assert talk.steps() == ["submit"]
    kept = talk.press(sure, "Avbryt")
    assert "Status: inlämnat" in kept.text
    done = talk.press(sure, "Återkalla")
    assert done.summary == "Förslaget F-KS-2025-001 är återkallat."
    again = talk.press(sure, "Återkalla")
    assert "Status: återkallat" in again.text
    assert talk.steps() == ["submit", "withdraw"]
    shown = talk.press(done, "Visa F-KS-2025-001")
    assert NEW in shown.text
    assert "Återkalla" not in titles(shown)


def test_only_the_author_withdraws() -> None:
    talk = Talk()
    talk.submit()
    proposal = talk.proposals()[0].id
    for person in (OTHER, OFFICER, SECRETARY):
        for confirmed in ("", "yes"):
            refused = talk.turn(WITHDRAW, actor=person, proposal=proposal, confirmed=confirmed)
            assert "hittar jag inte" in refused.text
    assert talk.steps() == ["submit"]


def test_what_is_on_an_agenda_is_withdrawn_no_more() -> None:
    talk = Talk()
    talk.submit()
    sure = talk.press(talk.say("F-KS-2025-001"), "Återkalla")
    talk.step("F-KS-2025-001", Step.CALL_TO_AU, ProposalState.ON_AU)
    refused = talk.press(sure, "Återkalla")
    assert "förslaget F-KS-2025-001 är uppsatt på arbetsutskottets kallelse" in refused.text
    assert "Ett förslag kan återkallas tills det är uppsatt på en kallelse." in refused.text
    assert "Återkalla" not in titles(talk.say("F-KS-2025-001"))


# --- asked to be completed ---


def test_the_officer_asks_and_the_author_sees_the_reason() -> None:
    talk = Talk()
    talk.submit()
    form = talk.press(talk.say("F-KS-2025-001", actor=OFFICER), "Begär komplettering",
                      actor=OFFICER)  # fmt: skip
    assert inputs(form)["reason"]["label"] == "Skäl"
    sent = talk.press(form, "Begär komplettering", actor=OFFICER, reason=" Vad\nkostar det? ")
    assert sent.summary == "Komplettering av F-KS-2025-001 är begärd."
    shown = talk.say("F-KS-2025-001")
    assert "Status: väntar på komplettering" in shown.text
    assert "Vad\nkostar det?" in shown.text
    assert titles(shown)[:2] == ["Komplettera", "Återkalla"]
    again = talk.press(form, "Begär komplettering", actor=OFFICER, reason="Igen")
    assert "är sänt åter för komplettering" in again.text
    assert talk.steps() == ["submit", "ask_completion"]


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ("", "Skriv något här."),
        (" \u200b ", "Skriv något här."),
        ("🎯", "Skriv med ord."),
        ("a" * 4001, "Skriv högst 4000 tecken. Nu är det 4001."),
        ("Ring 850709-9805", "Ta bort det som ser ut som ett personnummer."),
    ],
)
def test_a_reason_that_cannot_be_kept_is_told_beside_it(typed: str, error: str) -> None:
    talk = Talk()
    talk.submit()
    form = talk.press(talk.say("F-KS-2025-001", actor=OFFICER), "Begär komplettering",
                      actor=OFFICER)  # fmt: skip
    again = talk.press(form, "Begär komplettering", actor=OFFICER, reason=typed)
    assert beside(again, "reason").startswith(error)
    assert values(again)["reason"] == typed
    assert f"Skäl: {error}" in again.text
    assert talk.steps() == ["submit"]


@pytest.mark.parametrize("former", [Actor(TENANT, OFFICER.object_id), SECRETARY])
def test_an_officer_whose_role_was_revoked_gets_back_the_reason_they_typed(former: Actor) -> None:
    talk = Talk()
    talk.submit()
    asking = talk.turn(ASK_COMPLETION, actor=OFFICER, proposal=talk.proposals()[0].id)
    refused = talk.press(asking, "Begär komplettering", actor=former, reason="Vad kostar det?")
    assert refused.text.endswith("Inget har registrerats. Här är det du har skrivit.\n"
                                 "Skäl: Vad kostar det?")  # fmt: skip
    assert talk.steps() == ["submit"]


@pytest.mark.parametrize("person", [OFFICIAL, OTHER, SECRETARY, REGISTRAR])
def test_only_the_officer_asks_for_completion(person: Actor) -> None:
    talk = Talk()
    talk.submit()
    proposal = talk.proposals()[0].id
    for verb in (ASK_COMPLETION, SEND_COMPLETION):
        refused = talk.turn(verb, actor=person, proposal=proposal, reason="Mer.")
        assert "Det är handläggaren för KS som begär komplettering." in refused.text
    assert talk.steps() == ["submit"]


# --- all of a matter ---


@pytest.mark.parametrize("person", [OFFICIAL, OFFICER, SECRETARY, REGISTRAR])
def test_those_who_work_with_the_matter_read_all_of_it(person: Actor) -> None:
    talk = Talk()
    talk.submit(actor=OTHER)
    listed = talk.say("förslag KS 2025", actor=person)
    assert listed.summary == "KS 2025: ett förslag."
    assert NEW in listed.text
    assert "anna" not in listed.text


def test_staff_are_told_how_many_there_are_and_not_what() -> None:
    talk = Talk()
    talk.submit()
    told = talk.say("förslag KS 2025", actor=STAFF)
    assert "Ett förslag om ändring av delmål för 2025 väntar." in told.text
    assert NEW not in told.text


def test_in_a_channel_the_register_is_not_read_out() -> None:
    talk = Talk()
    talk.submit()
    told = talk.say("förslag KS 2025", place=Place.CHANNEL)
    assert NEW not in told.text


def test_45_proposals_are_paged_and_filtered() -> None:
    talk = many(45)
    for number in range(1, 13):
        talk.step(f"F-KS-2025-{number:03}", Step.WITHDRAW, ProposalState.WITHDRAWN)
    talk.step("F-KS-2025-020", Step.ASK_COMPLETION, ProposalState.COMPLETION, reason="Mer.")
    page = talk.say("förslag KS 2025", actor=OFFICER)
    assert page.summary == "KS 2025: 45 förslag."
    assert "1–10 visas." in page.text
    assert titles(page) == [
        "Bered flera (32 väntar)", "Visa fler (35 till)", "Öppna (33)",
        "Väntar på komplettering (1)", "Avslutade (12)",
    ]  # fmt: skip
    second = talk.press(page, "Visa fler (35 till)", actor=OFFICER)
    assert "11–20 visas." in second.text
    assert "Visa tidigare (10)" in titles(second)
    assert talk.press(second, "Visa tidigare (10)", actor=OFFICER).text == page.text

    closed = talk.press(page, "Avslutade (12)", actor=OFFICER)
    assert closed.summary == "KS 2025: 12 förslag som är avslutade."
    rest = talk.press(closed, "Visa fler (2 till)", actor=OFFICER)
    assert "11–12 visas." in rest.text
    assert "F-KS-2025-012, återkallat" in rest.text
    assert "Alla (45)" in titles(rest)
    waiting = talk.press(page, "Väntar på komplettering (1)", actor=OFFICER)
    assert waiting.summary == "KS 2025: ett förslag som väntar på komplettering."
    shown = talk.press(waiting, "Visa F-KS-2025-020", actor=OFFICER)
    assert shown.summary == "Förslaget F-KS-2025-020"


@pytest.mark.parametrize(
    "forged",
    [
        {"filter": "x"}, {"filter": "open; --"}, {"year": ""}, {"year": "abcd"},
        {"year": "9" * 5000}, {"language": "xx"},
    ],
)  # fmt: skip
def test_forged_filters_and_years_break_nothing(forged: dict[str, str]) -> None:
    talk = Talk()
    talk.submit()
    fields: dict[str, Any] = {"body": "KS", "year": "2025", **forged}
    reply = talk.turn(SHOW_PROPOSALS, **fields)
    assert NEW in reply.text or "ärende" in reply.text


@pytest.mark.parametrize("code", ["", "XX", "X" * 30_000, "\x00"])
def test_a_body_that_is_not_there_is_told(code: str) -> None:
    assert Talk().turn(SHOW_PROPOSALS, body=code, year="2025").summary


def test_a_matter_without_proposals_says_so() -> None:
    assert Talk().say("förslag KS 2025").summary == "KS 2025: inga förslag."


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_cards_are_drawn_as_they_are_meant(draw_card: DrawCard, theme: Any) -> None:
    talk = Talk()
    talk.submit()
    talk.submit(actor=OTHER, text="Utveckla båttrafiken **nu**")
    shown = talk.say("F-KS-2025-001")
    listed = talk.say("förslag KS 2025", actor=OFFICER)
    form = talk.turn(ASK_COMPLETION, actor=OFFICER, proposal=talk.proposals()[0].id)
    for reply, seen in (
        (talk.say("mina förslag"), "F-KS-2025-001, inlämnat"),
        (shown, "Gäller samma delmål: F-KS-2025-002"),
        (listed, "”Utveckla båttrafiken **nu**”. Gäller samma delmål som F-KS-2025-001."),
        (talk.press(shown, "Återkalla"), "Det går inte att ångra."),
        (form, "Skäl"),
    ):
        drawn = draw_card(reply.card, theme=theme, width=360)
        assert drawn.errors == ()
        assert seen in " ".join(drawn.text.split())
