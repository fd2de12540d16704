"""A secretary works a matter through on its meeting day, item by item, saved at each press."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from dialogs.cards.meeting_card import CALL_MEETING, MEETING, RECORD_MEETING
from dialogs.turn import Place, Reply
from goals.actor import Actor, Grant, Role
from goals.matter import MatterState
from goals.proposal import Meeting, Outcome, Proposal, ProposalKind, ProposalState
from tests.conftest import DrawCard
from tests.dialogs.round import (
    ADMIN,
    OFFICER,
    OFFICIAL,
    SECOND,
    SECRETARY,
    STAFF,
    TENANT,
    Round,
    inputs,
    speaking,
    titles,
    value_of,
)

_KIND = ProposalKind
FACTS = {"paragraph": "§ 12", "day": "2026-02-02", "points": "att delmålen fastställs"}


async def called(meeting: str = "body") -> tuple[Round, Reply, list[Proposal]]:
    """A reworded, a removed and a new sub-goal, prepared and on the agenda."""
    round_ = await Round().begun()
    some = [
        await round_.proposed(_KIND.REWORD, target="2", text="Utveckla alla bussar"),
        await round_.proposed(_KIND.REMOVE, target="3"),
    ]
    some.append(await round_.proposed(_KIND.ADD, text="Rena sjö 1"))
    await prepared(round_)
    day = await round_.turn(SECRETARY, "möte KS 2026")
    sure = await round_.press(day, CALLS[meeting], SECRETARY)
    return round_, await round_.press(sure, CALLS[meeting], SECRETARY), some


CALLS = {"au": "Sätt upp på AU:s kallelse", "body": "Sätt upp på kallelsen"}


async def prepared(round_: Round, advice: str = "support") -> None:
    """The officer supports everything that waits, in one go."""
    day = await round_.turn(OFFICER, "möte KS 2026")
    form = await round_.press(day, "Bered flera", OFFICER)
    every = ",".join(each["value"] for each in inputs(form)[0]["choices"])
    await round_.press(form, "Spara", OFFICER, proposals=every, advice=advice, reason="Bra.")


async def noted(round_: Round, day: Reply, *outcomes: str | Mapping[str, str]) -> Reply:
    """Work the items through from the first that lacks an outcome."""
    reply = await round_.press(day, "Nästa", SECRETARY)
    for each in outcomes:
        typed = {"outcome": each} if isinstance(each, str) else each
        reply = await round_.press(reply, "Spara och nästa", SECRETARY, **typed)
    return reply


async def with_facts(round_: Round, card: Reply, **typed: str) -> Reply:
    """Fill in the form about the meeting."""
    form = await round_.press(card, "Uppgifter om mötet", SECRETARY)
    return await round_.press(form, "Spara", SECRETARY, **{**FACTS, **typed})


async def recorded(round_: Round, day: Reply) -> Reply:
    """Press the button that records, and confirm."""
    sure = await round_.press(day, "Registrera", SECRETARY)
    return await round_.press(sure, "Ja, registrera", SECRETARY)


@pytest.mark.parametrize(
    "typed",
    [
        "möte KS 2026",
        "Sammanträde KS 2026",
        "registrera AU KS 2026",
        "registrera beslut KS 2026",
        "registrera beslut för kommunstyrelsen 2026",
        "meeting KS 2026",
        "record the decision KS 2026",
        "möte 2026",
        "möte",
    ],
)
async def test_the_words_open_the_meeting_day(typed: str) -> None:
    round_ = await Round().begun()
    day = await round_.turn(SECRETARY, typed)
    assert "KS 2026" in day.text.splitlines()[0]
    english = typed.split(maxsplit=1)[0] in {"meeting", "record"}
    assert ("being prepared" if english else "under beredning") in day.text


async def test_a_question_about_a_meeting_is_answered_as_a_question() -> None:
    round_ = await Round().begun()
    for typed in (
        "när är nästa möte?",
        "vad beslutade KS 2025?",
        "hur registrerar man ett beslut?",
    ):
        assert "Sammanträde: KS" not in (await round_.turn(SECRETARY, typed)).text


async def test_what_is_not_prepared_is_named_and_holds_the_call_up() -> None:
    round_ = await Round().begun()
    one = await round_.proposed(_KIND.ADD, text="Rena sjön")
    day = await round_.turn(SECRETARY, "möte KS 2026")
    assert f"inte färdigberett: {one.number}" in day.text
    assert not any(each.startswith("Sätt upp") for each in titles(day))
    forged = {"body": "KS", "year": "2026", "meeting": "body", "confirmed": "yes"}
    refused = await round_.turn(SECRETARY, verb=CALL_MEETING, fields=forged)
    assert "inte färdigberett" in refused.text
    assert (await round_.proposal(one.number)).state is ProposalState.SUBMITTED


async def test_a_call_is_asked_once_more_and_pressed_again_is_harmless() -> None:
    round_ = await Round().begun()
    await round_.proposed(_KIND.ADD, text="Rena sjön")
    await prepared(round_)
    day = await round_.turn(SECRETARY, "möte KS 2026")
    assert titles(day)[:2] == ["Sätt upp på AU:s kallelse", "Sätt upp på kallelsen"]
    sure = await round_.press(day, "Sätt upp på AU:s kallelse", SECRETARY)
    assert "med ett förslag?" in sure.text
    for news in ("Ärendet är uppsatt på arbetsutskottets kallelse.", "Det är redan gjort."):
        day = await round_.press(sure, "Sätt upp", SECRETARY)
        assert news in day.text
        assert "utfall saknas" in day.text


async def test_a_round_goes_through_au_and_the_body_to_the_whole_list() -> None:
    round_, day, (reword, remove, add) = await called("au")
    reply = await round_.press(day, "Nästa", SECRETARY)
    assert "Utveckla bussarna" in reply.text
    assert "Utveckla alla bussar" in reply.text
    assert "Tillstyrks" in reply.text
    reply = await round_.press(reply, "Spara och nästa", SECRETARY, outcome="approve")
    assert reply.text.startswith(f"{remove.number} (2 av 3)")
    assert f"{reword.number}: Föreslår bifall. Sparat." in reply.text
    reply = await round_.press(reply, "Spara och nästa", SECRETARY, outcome="no_opinion")
    reply = await round_.press(
        reply, "Spara och nästa", SECRETARY, outcome="change", text="Rena sjön och ån"
    )
    assert "Alla förslag har ett utfall" in reply.text
    form = await round_.press(reply, "Lägg till ändring från mötet", SECRETARY)
    changes = await round_.press(
        form, "Lägg till", SECRETARY, kind="reword", target="1", text="Bygga hyresrätter",
        origin="dialogue",
    )  # fmt: skip
    assert (
        "Ä1 Delmål 1 får lydelsen: Bygga hyresrätter (arbetsutskottet, enligt dialog)"
        in changes.text
    )
    day = await with_facts(round_, await round_.press(changes, "Tillbaka", SECRETARY))
    sure = await round_.press(day, "Registrera AU", SECRETARY)
    assert "1. Bygga hyresrätter (ändrat genom Ä1, förut 1)" in sure.text
    assert "4. Rena sjön och ån" in sure.text
    assert "AU § 12, 2026-02-02" in sure.text
    day = await round_.press(sure, "Ja, registrera AU:s förslag", SECRETARY)
    assert "behandlat av arbetsutskottet" in day.text
    again = await round_.press(sure, "Ja, registrera AU:s förslag", SECRETARY)
    assert "Det är redan gjort" in again.text
    await the_body_decides(round_, day, (reword, remove, add))


async def the_body_decides(
    round_: Round, day: Reply, proposals: tuple[Proposal, Proposal, Proposal]
) -> None:
    """What AU proposed is called, taken but for its change, put in another order and decided."""
    _, remove, add = proposals
    sure = await round_.press(day, "Sätt upp på kallelsen", SECRETARY)
    day = await round_.press(sure, "Sätt upp på kallelsen", SECRETARY)
    reply = await round_.press(day, "Nästa", SECRETARY)
    assert "Föreslår bifall, AU § 12, 2026-02-02" in reply.text
    reply = await noted(round_, day, "approve", "approve")
    assert "Bifall ger lydelsen: Rena sjön och ån" in reply.text
    day = await round_.press(reply, "Spara och nästa", SECRETARY, outcome="approve")
    changes = await round_.press(day, "Ändringar från mötet (1)", SECRETARY)
    assert value_of(changes, "adopted") == "Ä1"
    day = await round_.press(changes, "Spara", SECRETARY, adopted="")
    day = await with_facts(
        round_, day, paragraph="KS § 34", reservations="En ledamot reserverar sig."
    )
    shown = await round_.press(day, "Visa listan", SECRETARY)
    assert value_of(shown, "order") == f"1, 2, {add.number}"
    shown = await round_.press(shown, "Spara ordningen", SECRETARY, order=f"{add.number}, 2, 1")
    assert f"1. Rena sjön och ån (nytt, {add.number})" in shown.text
    assert f"3. Främja biblioteket (genom {remove.number})" in shown.text
    sure = await round_.press(shown, "Registrera beslut", SECRETARY)
    assert "En ledamot reserverar sig." in sure.text
    day = await round_.press(sure, "Ja, registrera beslutet", SECRETARY)
    assert "beslutat, ej justerat" in day.text
    record = await round_.memory.record(TENANT)
    decided = record.plan("KS", 2026)
    assert decided is not None
    assert [each.text for each in decided.subgoals] == [
        "Rena sjön och ån", "Utveckla alla bussar", "Bygga bostäder",
    ]  # fmt: skip
    assert decided.source.paragraph == "KS § 34"
    again = await round_.press(sure, "Ja, registrera beslutet", SECRETARY)
    assert "Det är redan gjort" in again.text
    told = [each.data for each in round_.memory.events(TENANT) if each.what == "change"]
    assert [each["adopted"] for each in told] == ["yes", "no"]


@pytest.mark.parametrize(
    "typed",
    [
        "registrera beslut i AU KS 2026",
        "registrera AU-beslut KS 2026",
        "registrera beslut av arbetsutskottet KS 2026",
        "record decision by the working committee KS 2026",
    ],
)
async def test_the_working_committee_decides_nothing_and_is_told_why(typed: str) -> None:
    round_, _, _ = await called("au")
    refused = await round_.turn(SECRETARY, typed)
    assert "6 kap. 38 §" in refused.text or "chapter 6, section 38" in refused.text
    assert (await round_.memory.record(TENANT)).plan("KS", 2026) is None


@pytest.mark.parametrize("actor", [STAFF, OFFICIAL, ADMIN])
async def test_who_is_not_of_the_kansli_sees_no_meeting(actor: Actor) -> None:
    round_, day, _ = await called()
    await noted(round_, day, "reject")
    fields = {"body": "KS", "year": "2026", "proposal": "x", "confirmed": "yes"}
    from dialogs.registry import VERBS  # noqa: PLC0415 — every verb there is, those to come too

    own = [v for v in VERBS if "meeting" in v or v.startswith("note-") or v == "call-meeting"]
    for verb in own:
        refused = await round_.turn(actor, verb=verb, fields=fields)
        assert "nämndsekreteraren" in refused.text, verb
        assert "Avslag" not in refused.text
    assert "nämndsekreteraren" in (await round_.turn(actor, "möte KS 2026")).text


async def test_an_officer_sees_the_meeting_and_notes_nothing() -> None:
    round_, _, _ = await called()
    day = await round_.turn(OFFICER, "möte KS 2026")
    assert "utfall saknas" in day.text
    assert titles(day) == ["Visa listan"]
    for verb in (CALL_MEETING, RECORD_MEETING, "note-outcome", "note-facts", "note-order"):
        fields = {"body": "KS", "year": "2026", "meeting": "au", "confirmed": "yes"}
        assert "nämndsekreteraren" in (await round_.turn(OFFICER, verb=verb, fields=fields)).text


async def test_nothing_of_a_meeting_is_shown_before_others() -> None:
    round_, _, _ = await called()
    for place in (Place.GROUP, Place.CHANNEL):
        for text, verb in (("möte KS 2026", None), ("", MEETING)):
            refused = await round_.turn(
                SECRETARY, text, verb=verb, fields={"body": "KS"}, place=place
            )
            assert "vår egen chatt" in refused.text
            assert "F-KS" not in refused.text


async def test_two_secretaries_see_each_other_and_nothing_typed_is_lost() -> None:
    round_, day, (reword, remove, _) = await called()
    hers = await round_.press(day, "Nästa", SECRETARY)
    his = await round_.press(day, "Nästa", SECOND)
    await round_.press(his, "Spara och nästa", SECOND, outcome="reject", reason="För dyrt.")
    mine = {"outcome": "change", "text": "Utveckla nästan alla bussar"}
    told = await round_.press(hers, "Spara och nästa", SECRETARY, **mine)
    assert "Någon annan har skrivit in något under tiden" in told.text
    assert "Nu står: Avslag" in told.text
    assert {name: value_of(told, name) for name in mine} == mine
    following = await round_.press(told, "Spara och nästa", SECRETARY)
    assert f"{reword.number}: Bifall med ändring. Sparat." in following.text
    assert following.text.startswith(remove.number)


async def test_in_every_form_the_newest_is_shown_and_what_was_typed_is_kept() -> None:
    round_, day, _ = await called()
    day = await noted(round_, day, "approve", "approve", "approve")
    facts = await round_.press(day, "Uppgifter om mötet", SECRETARY)
    change = await round_.press(day, "Lägg till ändring", SECRETARY)
    order = await round_.press(day, "Visa listan", SECRETARY)
    sure_day = await with_facts(round_, day)
    sure = await round_.press(sure_day, "Registrera beslut", SECRETARY)
    await round_.turn(
        SECOND,
        verb="note-change",
        fields={
            "body": "KS", "year": "2026", "version": "4", "kind": "add", "text": "Ett till",
            "origin": "motion",
        },
    )  # fmt: skip
    for form, button, typed in (
        (facts, "Spara", {**FACTS, "reservations": "Min text"}),
        (change, "Lägg till", {"kind": "add", "text": "Mitt eget", "origin": "motion"}),
        (order, "Spara ordningen", {"order": "2, 1, F-KS-2026-003, Ä1"}),
    ):
        told = await round_.press(form, button, SECRETARY, **typed)
        assert "Någon annan har skrivit in" in told.text
        for name, value in typed.items():
            assert value_of(told, name) == value
    told = await round_.press(sure, "Ja, registrera", SECRETARY)
    assert "Någon annan har skrivit in" in told.text
    assert "4. Ett till (nytt, Ä1)" in told.text
    assert (await round_.memory.record(TENANT)).plan("KS", 2026) is None
    await round_.press(told, "Ja, registrera", SECRETARY)
    assert (await round_.memory.record(TENANT)).plan("KS", 2026) is not None


async def test_killed_between_press_and_answer_pressing_again_is_harmless() -> None:
    round_, day, _ = await called()
    item = await round_.press(day, "Nästa", SECRETARY)
    change = await round_.press(day, "Lägg till ändring", SECRETARY)
    for _ in range(2):
        reply = await round_.press(item, "Spara och nästa", SECRETARY, outcome="approve")
        assert "Bifall. Sparat." in reply.text
    typed = {"kind": "add", "text": "Ett till", "origin": "motion"}
    change = await round_.press(
        await round_.turn(SECRETARY, "möte KS 2026"), "Lägg till ändring", SECRETARY
    )
    for _ in range(2):
        reply = await round_.press(change, "Lägg till", SECRETARY, **typed)
        assert "En ändring från mötet" in reply.text


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ({"outcome": ""}, "Välj vad det blev"),
        ({"outcome": "kanske"}, "Välj vad det blev"),
        ({"outcome": "no_opinion"}, "Det utfallet går inte"),
        ({"outcome": "remit"}, "Skriv varför"),
        ({"outcome": "change", "text": "Utveckla alla bussar"}, "Så lyder F-KS-2026-001 redan"),
        ({"outcome": "approve", "text": "Utveckla bussarna i hela länet"}, "Lydelsen är ändrad"),
        ({"outcome": "change", "text": ""}, "Skriv något här"),
        ({"outcome": "change", "text": "Utveckla bussarna"}, "Det är samma lydelse som i dag"),
        ({"outcome": "reject", "reason": "x" * 4001}, "högst 4000"),
    ],
)
async def test_what_cannot_be_noted_stands_beside_the_field(
    typed: dict[str, str], error: str
) -> None:
    round_, day, (reword, _, _) = await called()
    item = await round_.press(day, "Nästa", SECRETARY)
    again = await round_.press(item, "Spara och nästa", SECRETARY, **typed)
    assert again.text.startswith(reword.number)
    assert error in again.text
    for name, value in typed.items():
        assert value_of(again, name) == value


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ({"paragraph": "tolv"}, "Skriv paragrafens nummer"),
        ({"paragraph": "§ 0"}, "Skriv paragrafens nummer"),
        ({"paragraph": "AU § 12"}, "Skriv paragrafen för KS"),
        ({"paragraph": "BUN § 12"}, "Skriv paragrafen för KS"),
        ({"day": "2026-02-03"}, "Skriv sammanträdets dag"),
        ({"day": "2026-02-01"}, "Skriv sammanträdets dag"),
        ({"day": "igår"}, "Skriv sammanträdets dag"),
        ({"points": " \n "}, "Skriv något här"),
        ({"disqualified": "Bo 19900101-1234"}, "personnummer"),
    ],
)
async def test_facts_that_cannot_be_stand_beside_the_field(
    typed: dict[str, str], error: str
) -> None:
    round_, day, _ = await called()
    again = await with_facts(round_, day, **typed)
    assert error in again.text
    for name, value in {**FACTS, **typed}.items():
        assert value_of(again, name) == value


@pytest.mark.parametrize("paragraph", ["KS § 234", "234", "KS 107/16", "§ 64/20", "ks §7"])
async def test_a_paragraph_is_read_in_the_ways_it_is_written(paragraph: str) -> None:
    round_, day, _ = await called()
    saved = await with_facts(round_, day, paragraph=paragraph)
    assert "Uppgifterna om mötet är sparade" in saved.text
    assert "KS § " in saved.text


async def test_a_paragraph_that_is_used_already_is_told_beside_the_field() -> None:
    round_, day, _ = await called()
    day = await noted(round_, day, "table", "table", "table")
    day = await recorded(round_, await with_facts(round_, day))
    day = await round_.press(
        await round_.press(day, CALLS["body"], SECRETARY), CALLS["body"], SECRETARY
    )
    again = await with_facts(round_, day, paragraph="KS 12/26")
    assert "KS § 12 är redan använd, för delmålen 2026." in again.text
    assert value_of(again, "paragraph") == "KS 12/26"
    day = await with_facts(round_, day, paragraph="KS § 13")
    assert "KS § 13, 2026-02-02" in day.text


async def test_what_its_author_gives_up_at_the_meeting_lapses_by_the_body_alone() -> None:
    round_, day, (reword, remove, add) = await called()
    day = await noted(round_, day, "approve")
    refused = await round_.turn(
        OFFICIAL, verb="withdraw-proposal", fields={"proposal": remove.id, "confirmed": "yes"}
    )
    assert "kan återkallas tills det är uppsatt på en kallelse" in refused.text
    day = await round_.turn(SECRETARY, "möte KS 2026")
    assert "1 av 3 införda" in day.text
    day = await noted(round_, day, "lapse", "approve")
    shown = await round_.press(day, "Visa listan", SECRETARY)
    assert "3. Främja biblioteket" in shown.text
    day = await recorded(round_, await with_facts(round_, day))
    proposal = await round_.proposal(remove.number)
    assert proposal.by_body is not None
    assert (proposal.state, proposal.by_body.outcome) == (ProposalState.DECIDED, Outcome.LAPSE)
    shown = await round_.turn(SECRETARY, remove.number)
    assert "Utgår, KS § 12, 2026-02-02" in shown.text
    assert {(await round_.proposal(each.number)).state for each in (reword, add)} == {
        ProposalState.DECIDED
    }


async def test_what_au_proposes_is_taken_in_one_press_where_nothing_is_noted_yet() -> None:
    round_, day, (reword, remove, add) = await called("au")
    change = {"outcome": "change", "text": "Utveckla bussarna i länet"}
    day = await noted(round_, day, change, "no_opinion", "approve")
    shown = await round_.press(day, "Visa listan", SECRETARY)
    order = f"{add.number}, 1, 2, 3"
    day = await round_.press(shown, "Spara ordningen", SECRETARY, order=order)
    day = await round_.turn(SECRETARY, "möte KS 2026")
    day = await recorded(round_, await with_facts(round_, day, points="att AU tycker så"))
    sure = await round_.press(day, "Sätt upp på kallelsen", SECRETARY)
    day = await round_.press(sure, "Sätt upp på kallelsen", SECRETARY)
    taken = await round_.press(day, "Som AU föreslår (2)", SECRETARY)
    assert "2 utfall är införda som arbetsutskottet föreslår" in taken.text
    assert f"☑ {reword.number} (Bifall)" in taken.text
    assert f"☐ {remove.number} (utfall saknas)" in taken.text
    assert not any("Som AU" in each for each in titles(taken))
    twice = await round_.press(day, "Som AU föreslår (2)", SECRETARY)
    assert "som arbetsutskottet föreslår" not in twice.text
    assert f"☑ {reword.number} (Bifall)" in twice.text
    day = await noted(round_, taken, "reject")
    form = await round_.press(day, "Uppgifter om mötet", SECRETARY)
    assert "Punkterna är arbetsutskottets förslag" in form.text
    assert value_of(form, "points") == "att AU tycker så"
    shown = await round_.press(day, "Visa listan", SECRETARY)
    assert value_of(shown, "order") == order
    assert "3. Utveckla bussarna i länet" in shown.text


async def test_points_come_from_the_matter_and_are_told_when_they_need_other_papers() -> None:
    round_, day, _ = await called()
    form = await round_.press(day, "Uppgifter om mötet", SECRETARY)
    assert value_of(form, "points") == "att målen kvarstår"
    assert "ärendets förslag till beslut" in form.text
    saved = await with_facts(round_, day, points="att delmålen korrigeras enligt dialog & <samtal>")
    assert "går inte att förstå utan andra papper" in saved.text


async def test_an_order_with_a_gap_says_what_is_missing() -> None:
    round_, day, _ = await called()
    day = await noted(round_, day, "approve", "reject", "approve")
    shown = await round_.press(day, "Visa listan", SECRETARY)
    told = await round_.press(shown, "Spara ordningen", SECRETARY, order="3, 1, 9, 1")
    assert "Saknas: 2, F-KS-2026-003." in told.text
    assert "Finns inte, eller står två gånger: 9, 1." in told.text
    assert value_of(told, "order") == "3, 1, 9, 1"
    shown = await round_.press(told, "Spara ordningen", SECRETARY, order="3;1 , f-ks-2026-003, 2.")
    assert "1. Främja biblioteket" in shown.text
    day = await round_.press(shown, "Tillbaka", SECRETARY)
    item = await round_.turn(SECRETARY, "F-KS-2026-003")
    item = await round_.press(item, "Utfall för", SECRETARY)
    await round_.press(item, "Spara och nästa", SECRETARY, outcome="reject")
    shown = await round_.press(day, "Visa listan", SECRETARY)
    assert value_of(shown, "order") == "3, 1, 2"


async def test_two_that_change_the_same_are_told_before_anything_is_recorded() -> None:
    round_, day, _ = await called()
    day = await noted(round_, day, "approve", "approve", "approve")
    form = await round_.press(day, "Lägg till ändring", SECRETARY)
    await round_.press(form, "Lägg till", SECRETARY, kind="remove", target="2", origin="motion")
    day = await round_.turn(SECRETARY, "möte KS 2026")
    for button in ("Visa listan", "Registrera beslut"):
        told = await round_.press(await with_facts(round_, day), button, SECRETARY)
        assert "ändrar båda delmål 2" in told.text
    changes = await round_.press(day, "Ändringar från mötet", SECRETARY)
    day = await round_.press(changes, "Spara", SECRETARY, dropped="Ä1")
    assert "2. Utveckla alla bussar" in (await round_.press(day, "Visa listan", SECRETARY)).text


@pytest.mark.parametrize(
    ("kind", "error"),
    [
        ({"kind": "reword", "target": "", "text": "X y"}, "Välj vilket delmål"),
        ({"kind": "reword", "target": "2", "text": "Bygga bostäder"}, "Delmål 1 har redan"),
        ({"kind": "add", "text": "", "origin": "motion"}, "Skriv något här"),
        ({"kind": "", "text": "X"}, "Välj vad du vill föreslå"),
        ({"kind": "add", "text": "Rena sjön", "origin": ""}, "Välj hur ändringen kom upp"),
    ],
)
async def test_a_change_that_cannot_be_keeps_what_was_typed(
    kind: dict[str, str], error: str
) -> None:
    round_, day, _ = await called()
    form = await round_.press(day, "Lägg till ändring", SECRETARY)
    again = await round_.press(form, "Lägg till", SECRETARY, **kind)
    assert error in again.text
    for name, value in kind.items():
        assert value_of(again, name) == value


async def test_without_paragraph_and_day_the_form_asks_for_them() -> None:
    round_, day, _ = await called()
    day = await noted(round_, day, "approve", "approve", "approve")
    form = await round_.press(day, "Registrera beslut", SECRETARY)
    assert "Skriv paragrafens nummer" in form.text
    assert {each["id"] for each in inputs(form)} >= {"paragraph", "day", "points"}


async def test_who_proposed_notes_nothing_of_their_own_and_does_not_decide() -> None:
    both = Actor(TENANT, "bo", frozenset({Grant(Role.OFFICIAL, "KS"), Grant(Role.SECRETARY, "KS")}))
    round_ = await Round().begun()
    await round_.proposed(_KIND.ADD, text="Rena sjön", actor=both)
    await prepared(round_)
    day = await round_.turn(both, "möte KS 2026")
    day = await round_.press(await round_.press(day, CALLS["body"], both), CALLS["body"], both)
    item = await round_.press(day, "Nästa", both)
    refused = await round_.press(item, "Spara och nästa", both, outcome="approve")
    assert "kan inte föra in beslutet om det" in refused.text
    day = await noted(round_, await round_.turn(SECRETARY, "möte KS 2026"), "approve")
    await with_facts(round_, day)
    day = await round_.turn(both, "möte KS 2026")
    assert "kan inte föra in beslutet" in (await round_.press(day, "Registrera", both)).text


async def test_what_au_tables_must_be_called_again_and_what_it_sends_back_is_prepared_anew() -> (
    None
):
    round_, day, (reword, remove, add) = await called("au")
    remit = {"outcome": "remit", "reason": "Räkna på det."}
    day = await noted(round_, day, "table", "approve", "approve")
    day = await recorded(round_, await with_facts(round_, day))
    assert "bordlagt av arbetsutskottet" in day.text
    assert titles(day)[0] == "Sätt upp på AU:s kallelse"
    refused = await round_.turn(
        SECRETARY, verb=RECORD_MEETING, fields={"body": "KS", "year": "2026", "confirmed": "yes"}
    )
    assert "bordlagt av arbetsutskottet" in refused.text
    assert (await round_.proposal(reword.number)).state is ProposalState.TABLED_BY_AU
    day = await round_.press(
        await round_.press(day, CALLS["au"], SECRETARY), CALLS["au"], SECRETARY
    )
    assert remove.number not in day.text
    day = await noted(round_, day, remit)
    day = await recorded(round_, await with_facts(round_, day, paragraph="13"))
    assert "under beredning" in day.text
    assert f"inte färdigberett: {reword.number}" in day.text
    await prepared(round_, "oppose")
    day = await round_.turn(SECRETARY, "möte KS 2026")
    day = await round_.press(
        await round_.press(day, CALLS["au"], SECRETARY), CALLS["au"], SECRETARY
    )
    day = await noted(round_, day, "reject")
    day = await recorded(round_, await with_facts(round_, day, paragraph="14"))
    assert "behandlat av arbetsutskottet" in day.text
    assert (await round_.proposal(add.number)).state is ProposalState.AU_RESULT


async def test_the_body_tables_the_whole_matter_and_calls_it_again() -> None:
    round_, day, _ = await called()
    day = await noted(round_, day, "table", "approve", "table")
    told = await round_.press(await with_facts(round_, day), "Registrera beslut", SECRETARY)
    assert "Hela ärendet bordläggs eller återremitteras" in told.text
    item = await round_.turn(SECRETARY, "F-KS-2026-002")
    item = await round_.press(item, "Utfall för", SECRETARY)
    day = await round_.press(item, "Spara och nästa", SECRETARY, outcome="table")
    day = await recorded(round_, day)
    assert "bordlagt" in day.text
    record = await round_.memory.record(TENANT)
    assert record.plan("KS", 2026) is None
    matter = record.matter("KS", 2026)
    assert matter is not None
    assert matter.state is MatterState.TABLED
    day = await round_.press(
        await round_.press(day, CALLS["body"], SECRETARY), CALLS["body"], SECRETARY
    )
    assert day.text.count("utfall saknas") == 3


async def test_a_round_with_changes_from_the_meeting_alone_is_decided() -> None:
    round_ = await Round().begun()
    day = await round_.turn(SECRETARY, "möte KS 2026")
    day = await round_.press(
        await round_.press(day, CALLS["body"], SECRETARY), CALLS["body"], SECRETARY
    )
    form = await round_.press(day, "Lägg till ändring", SECRETARY)
    changes = await round_.press(
        form, "Lägg till", SECRETARY, kind="reword", target="2", origin="dialogue",
        text="Utveckla & bygga <bussar> – ”alla”",
    )  # fmt: skip
    day = await with_facts(round_, await round_.press(changes, "Tillbaka", SECRETARY))
    await recorded(round_, day)
    decided = (await round_.memory.record(TENANT)).plan("KS", 2026)
    assert decided is not None
    assert decided.subgoals[1].text == "Utveckla & bygga <bussar> – ”alla”"


async def test_forty_proposals_fit_and_the_list_is_confirmed_on_its_last_page() -> None:
    round_ = await Round().begun()
    for number in range(40):
        text = f"Mål {chr(97 + number % 26)}{number} " + "mycket lång lydelse " * 24
        await round_.proposed(_KIND.ADD, text=text)
    await prepared(round_)
    day = await round_.turn(SECRETARY, "möte KS 2026")
    day = await round_.press(
        await round_.press(day, CALLS["body"], SECRETARY), CALLS["body"], SECRETARY
    )
    assert "Visa fler" in " ".join(titles(day)) or "28" in " ".join(titles(day))
    second = await round_.press(day, titles(day)[-1], SECRETARY)
    assert "F-KS-2026-013" in second.text
    day = await noted(round_, day, *["approve"] * 40)
    day = await with_facts(round_, day)
    page = await round_.press(day, "Registrera beslut", SECRETARY)
    seen = 0
    while not any(each.startswith("Ja, registrera") for each in titles(page)):
        seen += 1
        page = await round_.press(page, "Listan, del", SECRETARY)
    assert seen >= 1
    await round_.press(page, "Ja, registrera", SECRETARY)
    decided = (await round_.memory.record(TENANT)).plan("KS", 2026)
    assert decided is not None
    assert len(decided.subgoals) == 43


async def test_the_longest_texts_there_can_be_fit_in_the_cards() -> None:
    round_ = await Round().begun(tuple(f"{n} " + "lång lydelse " * 37 for n in range(15)))
    word = "ord " * 999
    one = await round_.proposed(_KIND.REWORD, target="2", text="Ny " + "lång lydelse " * 37)
    form = await round_.turn(OFFICER, verb="prepare-proposal", fields={"proposal": one.id})
    await round_.press(
        form, "Spara", OFFICER, advice="support_changed", text="An " + "lång lydelse " * 37,
        reason=word,
    )  # fmt: skip
    day = await round_.turn(SECRETARY, "möte KS 2026")
    day = await round_.press(
        await round_.press(day, CALLS["au"], SECRETARY), CALLS["au"], SECRETARY
    )
    item = await round_.press(day, "Nästa", SECRETARY)
    await round_.press(item, "Spara och nästa", SECRETARY, outcome="reject", reason=word * 4)
    day = await noted(round_, day, {"outcome": "reject", "reason": word})
    await with_facts(round_, day, reservations=word, disqualified=word, points=word)
    day = await with_facts(
        round_, day, reservations=word, disqualified=word, points="\n".join(["p " * 400] * 4)
    )
    await round_.press(day, "Registrera AU", SECRETARY)


async def test_in_english_too() -> None:
    round_, _, _ = await called()
    secretary = speaking(SECRETARY, "en")
    day = await round_.turn(secretary, "meeting KS 2026")
    assert "no outcome yet" in day.text
    item = await round_.press(day, "Next", secretary)
    after = await round_.press(item, "Save and next", secretary, outcome="approve")
    assert "Approved. Saved." in after.text


@pytest.mark.parametrize("theme", ["light", "dark"])
async def test_the_cards_are_drawn_as_they_are_meant(draw_card: DrawCard, theme: str) -> None:
    round_, day, _ = await called()
    item = await round_.press(day, "Nästa", SECRETARY)
    done = await noted(round_, day, "approve", "approve", "approve")
    shown = await round_.press(done, "Visa listan", SECRETARY)
    facts = await round_.press(done, "Uppgifter om mötet", SECRETARY)
    sure = await round_.press(await with_facts(round_, done), "Registrera", SECRETARY)
    for reply, seen in (
        (day, "utfall saknas"),
        (item, "Utveckla alla bussar"),
        (shown, "Tas bort"),
        (facts, "att målen kvarstår"),
        (sure, "Det går inte att ångra"),
    ):
        drawn = draw_card(reply.card, theme=theme, width=360)  # type: ignore[arg-type]
        assert drawn.errors == ()
        assert seen in drawn.text or any(seen in str(each.get("value")) for each in inputs(reply))


def test_every_meeting_has_its_words() -> None:
    assert set(CALLS) == {each.value for each in Meeting}
