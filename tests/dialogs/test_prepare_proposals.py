"""The handläggare recommends, with a reason: for one proposal, or for several at once."""

from __future__ import annotations

import pytest

from dialogs.cards.prepare_form import PREPARE, PREPARE_SEVERAL, SEND_PREPARED, SEND_SEVERAL
from goals.proposal import Advice, ProposalKind, ProposalState
from tests.conftest import DrawCard
from tests.dialogs.round import (
    ADMIN,
    OFFICER,
    OFFICIAL,
    SECRETARY,
    STAFF,
    Round,
    inputs,
    speaking,
    titles,
    value_of,
)

_KIND = ProposalKind


async def test_the_officer_recommends_with_a_reason_and_gets_a_receipt() -> None:
    round_ = await Round().begun()
    one = await round_.proposed(_KIND.REWORD, target="2", text="Utveckla alla bussar")
    shown = await round_.turn(OFFICER, one.number)
    form = await round_.press(shown, "Bered", OFFICER)
    assert "Utveckla alla bussar" in form.text
    assert value_of(form, "text") == "Utveckla alla bussar"
    receipt = await round_.press(
        form,
        "Spara",
        OFFICER,
        advice="support_changed",
        text="Utveckla alla bussar & tåg <i> länet",
        reason="Tågen ska med.",
    )
    assert receipt.text.splitlines()[0] == f"{one.number} är berett."
    assert "Alla förslag till KS 2026 är beredda." in receipt.text
    prepared = await round_.proposal(one.number)
    assert prepared.state is ProposalState.PREPARED
    assert prepared.wording == "Utveckla alla bussar & tåg <i> länet"
    again = await round_.turn(OFFICER, one.number)
    assert "Tillstyrks med ändring" in again.text
    assert "Tågen ska med." in again.text
    form = await round_.press(again, "Bered på nytt", OFFICER)
    assert value_of(form, "reason") == "Tågen ska med."


async def test_pressed_twice_it_is_recorded_once() -> None:
    round_ = await Round().begun()
    one = await round_.proposed(_KIND.REMOVE, target="3")
    form = await round_.turn(OFFICER, verb=PREPARE, fields={"proposal": one.id})
    for _ in range(2):
        receipt = await round_.press(form, "Spara", OFFICER, advice="oppose", reason="Behövs.")
        assert "är berett" in receipt.text
    assert [each.what for each in round_.memory.events("tenant")].count("prepare") == 1


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ({"advice": "", "reason": "Bra."}, "Välj vad du rekommenderar."),
        ({"advice": "support", "reason": " "}, "Skriv något här."),
        ({"advice": "support", "reason": "x" * 4001}, "högst 4000"),
        ({"advice": "support", "reason": "Anna, 19900101-1234"}, "personnummer"),
        ({"advice": "support_changed", "reason": "Bra.", "text": ""}, "Skriv något här."),
        (
            {"advice": "support_changed", "reason": "Bra.", "text": "Utveckla alla bussar"},
            "Så lyder F-KS-2026-001 redan",
        ),
        (
            {"advice": "support_changed", "reason": "Bra.", "text": "Bygga bostäder"},
            "Delmål 1 har redan den lydelsen",
        ),
        ({"advice": "refer", "reason": "Dubblett.", "same_as": "F-KS-2026-009"}, "inget annat"),
        ({"advice": "support", "reason": "Bra.", "same_as": "F-KS-2026-002"}, "Välj Hänvisas"),
        ({"advice": "support", "reason": "Bra.", "text": "Något annat"}, "Lydelsen är ändrad"),
    ],
)
async def test_what_is_wrong_stands_beside_the_field_and_nothing_typed_is_lost(
    typed: dict[str, str], error: str
) -> None:
    round_ = await Round().begun()
    one = await round_.proposed(_KIND.REWORD, target="2", text="Utveckla alla bussar")
    await round_.proposed(_KIND.ADD, text="Rena sjön")
    form = await round_.turn(OFFICER, verb=PREPARE, fields={"proposal": one.id})
    again = await round_.press(form, "Spara", OFFICER, **typed)
    assert error in again.text
    for name, value in typed.items():
        assert value_of(again, name) == value
    assert (await round_.proposal(one.number)).state is ProposalState.SUBMITTED


async def test_proposals_on_the_same_sub_goal_are_shown_and_come_first_among_doubles() -> None:
    round_ = await Round().begun()
    await round_.proposed(_KIND.ADD, text="Rena sjön")
    one = await round_.proposed(_KIND.REWORD, target="2", text="Utveckla alla bussar")
    rival = await round_.proposed(_KIND.REWORD, target="2", text="Utveckla tågen")
    form = await round_.turn(OFFICER, verb=PREPARE, fields={"proposal": one.id})
    assert f"Gäller samma delmål: {rival.number}" in form.text
    receipt = await round_.press(
        form, "Spara", OFFICER, advice="refer", reason="Dubblett.", same_as=rival.number
    )
    assert f"Hänvisas (samma som {rival.number})" in receipt.text
    offered = next(each for each in inputs(form) if each["id"] == "same_as")["choices"]
    assert [each["value"] for each in offered] == [rival.number, "F-KS-2026-001"]


async def test_a_double_is_referred_to_the_other() -> None:
    round_ = await Round().begun()
    one = await round_.proposed(_KIND.ADD, text="Rena sjön")
    double = await round_.proposed(_KIND.ADD, text="Rena vår sjö")
    form = await round_.turn(OFFICER, verb=PREPARE, fields={"proposal": double.id})
    await round_.press(
        form, "Spara", OFFICER, advice="refer", reason="Dubblett.", same_as=one.number
    )
    shown = await round_.turn(OFFICER, double.number)
    assert f"Hänvisas (samma som {one.number})" in shown.text


async def test_a_proposal_without_wording_gets_no_wording_of_its_own() -> None:
    round_ = await Round().begun()
    one = await round_.proposed(_KIND.REMOVE, target="3")
    form = await round_.turn(OFFICER, verb=PREPARE, fields={"proposal": one.id})
    assert "text" not in {each["id"] for each in inputs(form)}
    assert "support_changed" not in str(form.card)
    forged = {"proposal": one.id, "advice": "support_changed", "text": "X y", "reason": "Bra."}
    again = await round_.turn(OFFICER, verb=SEND_PREPARED, fields=forged)
    assert "Välj vad du rekommenderar" in again.text


async def test_several_are_prepared_with_one_reason() -> None:
    round_ = await Round().begun()
    some = [await round_.proposed(_KIND.ADD, text=f"Nytt mål {name}") for name in "abc"]
    register = await round_.turn(OFFICER, "förslag KS 2026")
    form = await round_.press(register, "Bered flera (3 väntar)", OFFICER)
    chosen = ",".join(each.id for each in some[:2])
    receipt = await round_.press(
        form, "Spara", OFFICER, proposals=chosen, advice="support", reason="Ryms i budgeten."
    )
    assert "2 förslag är beredda." in receipt.text
    assert f"{some[0].number}, {some[1].number}" in receipt.text
    assert "Ett förslag till KS 2026 väntar" in receipt.text
    assert titles(receipt)[0] == f"Bered {some[2].number}"
    for each in some[:2]:
        prepared = await round_.proposal(each.number)
        assert prepared.recommendation is not None
        assert prepared.recommendation.advice is Advice.SUPPORT


async def test_of_several_none_chosen_or_one_gone_changes_nothing() -> None:
    round_ = await Round().begun()
    one = await round_.proposed(_KIND.ADD, text="Rena sjön")
    form = await round_.turn(OFFICER, verb=PREPARE_SEVERAL, fields={"body": "KS", "year": "2026"})
    again = await round_.press(form, "Spara", OFFICER, advice="support", reason="Bra.")
    assert "Välj minst ett förslag" in again.text
    assert value_of(again, "reason") == "Bra."
    refused = await round_.press(
        form, "Spara", OFFICER, proposals=f"{one.id},gone", advice="support", reason="Bra."
    )
    assert "hittar jag inte" in refused.text
    assert (await round_.proposal(one.number)).state is ProposalState.SUBMITTED


@pytest.mark.parametrize("actor", [STAFF, OFFICIAL, SECRETARY, ADMIN])
async def test_only_the_bodys_officer_prepares(actor: object) -> None:
    round_ = await Round().begun()
    one = await round_.proposed(_KIND.ADD, text="Rena sjön")
    fields = {"proposal": one.id, "proposals": one.id, "body": "KS", "year": "2026"}
    typed = {"advice": "support", "reason": "Bra."}
    for verb in (PREPARE, SEND_PREPARED, PREPARE_SEVERAL, SEND_SEVERAL):
        refused = await round_.turn(actor, verb=verb, fields={**fields, **typed})  # type: ignore[arg-type]
        assert "actions" not in refused.card
        assert "Rena sjön" not in refused.text
    assert (await round_.proposal(one.number)).state is ProposalState.SUBMITTED
    shown = await round_.turn(OFFICIAL, one.number)
    assert not any(each.startswith("Bered") for each in titles(shown))


async def test_the_author_does_not_see_the_recommendation_before_the_decision() -> None:
    round_ = await Round().begun()
    one = await round_.proposed(_KIND.ADD, text="Rena sjön")
    form = await round_.turn(OFFICER, verb=PREPARE, fields={"proposal": one.id})
    await round_.press(form, "Spara", OFFICER, advice="oppose", reason="Hemligt skäl.")
    shown = await round_.turn(OFFICIAL, one.number)
    assert "berett" in shown.text
    assert "Hemligt skäl" not in shown.text


async def test_forty_proposals_fit_in_a_form_and_in_english() -> None:
    round_ = await Round().begun()
    for number in range(40):
        await round_.proposed(
            _KIND.ADD, text=f"{chr(97 + number % 26) * (number + 3)} " + "ord " * 100
        )
    officer = speaking(OFFICER, "en")
    form = await round_.turn(officer, verb=PREPARE_SEVERAL, fields={"body": "KS", "year": "2026"})
    assert "Prepare several proposals" in form.text
    assert len(inputs(form)[0]["choices"]) == 40
    one = await round_.proposal("F-KS-2026-001")
    single = await round_.turn(officer, verb=PREPARE, fields={"proposal": one.id})
    assert "Prepare proposal F-KS-2026-001" in single.text


@pytest.mark.parametrize("theme", ["light", "dark"])
async def test_the_forms_are_drawn_as_they_are_meant(draw_card: DrawCard, theme: str) -> None:
    round_ = await Round().begun()
    one = await round_.proposed(_KIND.REWORD, target="2", text="Utveckla alla bussar")
    await round_.proposed(_KIND.ADD, text="Rena sjön")
    form = await round_.turn(OFFICER, verb=PREPARE, fields={"proposal": one.id})
    wrong = await round_.press(form, "Spara", OFFICER)
    several = await round_.turn(
        OFFICER, verb=PREPARE_SEVERAL, fields={"body": "KS", "year": "2026"}
    )
    for reply, seen in ((wrong, "Välj vad du rekommenderar"), (several, "F-KS-2026-002")):
        drawn = draw_card(reply.card, theme=theme, width=360)  # type: ignore[arg-type]
        assert drawn.errors == ()
        assert seen in drawn.text
