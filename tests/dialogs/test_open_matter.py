"""Officer and secretary open the matter in a form, change it, and everybody sees it on a card."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from dialogs import registry
from dialogs.cards.matter_card import (
    CHANGE_MATTER,
    OPEN_MATTER,
    SAVE_MATTER,
    SHOW_MATTER,
)
from dialogs.cards.proposal_card import SHOW_PROPOSALS
from dialogs.desk import Desk
from dialogs.turn import Reply, Turn
from dialogs.understanding.vocabulary import shipped
from goals.actor import Actor, Grant, Role
from goals.goal import Body
from goals.matter import Matter, MatterState, Window
from goals.plan import Plan, PlanStatus
from tests.builders import body, matter, opened_matter, plan
from tests.card_checks import check
from tests.conftest import DrawCard
from tests.fakes import FakeMemory, busy

NOW = datetime(2026, 1, 10, 12, tzinfo=UTC)
SECRETARY = Actor("tenant", "anna", frozenset({Grant(Role.SECRETARY, "KS")}))
OFFICER = Actor("tenant", "olof", frozenset({Grant(Role.OFFICER, "KS")}))
REGISTRAR = Actor("tenant", "rut", frozenset({Grant(Role.REGISTRAR, "KS")}))
OFFICIAL = Actor("tenant", "tina", frozenset({Grant(Role.OFFICIAL, "KS")}))
STAFF = Actor("tenant", "bo")
BUN = Body("BUN", "Barn- och utbildningsnämnden")
LIST = plan(2025, ["Utveckla kollektivtrafiken", "Främja bostadsbyggandet"])
FILLED: dict[str, Any] = {
    "title": "Mål och delmål 2026 för Kommunstyrelsen",
    "dnr": "KS 2025/39",
    "opens_day": "2026-01-15",
    "opens_time": "08:00",
    "closes_day": "2026-03-01",
    "closes_time": "",
    "based_on": "2025",
    "officer": "Förvaltningschefen",
    "recipients": "Kansliet\nEkonomienheten",
}


class Office:
    """A municipality, as the dialogs see it."""

    def __init__(
        self,
        *matters: Matter,
        plans: Sequence[Plan] = (LIST,),
        bodies: Sequence[Body] = (body(),),
    ) -> None:
        self.memory = FakeMemory("tenant")
        asyncio.run(self._begin(matters, plans, bodies))

    async def _begin(
        self, matters: Sequence[Matter], plans: Sequence[Plan], bodies: Sequence[Body]
    ) -> None:
        async with self.memory.open_ledger("tenant", now=NOW) as ledger:
            for each in bodies:
                await ledger.add_body(each)
            for list_ in plans:
                await ledger.add_plan(list_)
            for each_matter in matters:
                await ledger.add_matter(each_matter)

    def matter(self, year: int = 2026) -> Matter | None:
        """KS's matter of that year, as it is recorded now."""
        return asyncio.run(self.memory.record("tenant")).matter("KS", year)

    def say(
        self,
        text: str = "",
        verb: str | None = None,
        *,
        actor: Actor = SECRETARY,
        now: datetime = NOW,
        **fields: str,
    ) -> Reply:
        """Type something, or press a button."""
        record = asyncio.run(self.memory.record("tenant"))
        turn = Turn(actor, now, text, verb, fields, locale="sv-SE")
        reply = asyncio.run(registry.answer(turn, Desk(record, shipped(), self.memory)))
        assert check(reply.card) == []
        assert reply.text == reply.card["fallbackText"]
        return reply

    def press(self, reply: Reply, button: int = 0, *, actor: Actor = SECRETARY, **inputs: str
    ) -> Reply:  # fmt: skip
        """Press a button of a card; its inputs hold what stands in them but for `inputs`."""
        pressed = reply.card["actions"][button]
        held = {} if pressed.get("associatedInputs") == "none" else values_of(reply)
        fields = {**held, **inputs, **pressed["data"]}
        return self.say(verb=pressed["verb"], actor=actor, **fields)


def inputs_of(reply: Reply) -> dict[str, Any]:
    """The card's inputs by their ids, however deep they stand."""
    found: dict[str, Any] = {}

    def walk(part: Any) -> None:
        if isinstance(part, list):
            for each in part:
                walk(each)
        elif isinstance(part, dict):
            if part["type"].startswith("Input."):
                found[part["id"]] = part
            for name in ("items", "columns"):
                walk(part.get(name, []))

    walk(reply.card["body"])
    return found


def values_of(reply: Reply) -> dict[str, str]:
    """What stands in the inputs."""
    return {name: field["value"] for name, field in inputs_of(reply).items()}


def beside(reply: Reply, name: str) -> str:
    """What stands right after the input's element, as an error."""
    elements = reply.card["body"]
    place = next(
        place for place, each in enumerate(elements) if f"'id': '{name}" in str(each)
    )  # fmt: skip
    after = itertools.takewhile(lambda each: "Input." not in str(each), elements[place + 1 :])
    errors = [each["text"] for each in after if each.get("color") == "attention"]
    assert len(errors) == 1
    return str(errors[0])


def verbs_of(reply: Reply) -> list[str]:
    """What the card's buttons ask for."""
    return [button["verb"] for button in reply.card.get("actions", ())]


# --- opening ---


@pytest.mark.parametrize("actor", [SECRETARY, OFFICER])
def test_words_form_and_receipt_open_a_matter(actor: Actor) -> None:
    office = Office()
    form = office.say("öppna ärende KS 2026", actor=actor)
    assert form.summary == "Öppna ärende KS 2026"
    assert values_of(form) == {
        **dict.fromkeys(FILLED, ""),
        "title": "Mål och delmål 2026 för Kommunstyrelsen",
        "based_on": "2025",
    }
    receipt = office.press(form, actor=actor, **FILLED)
    assert receipt.summary == "Ärendet KS 2026 är öppnat."
    for line in (
        "Ärendemening: Mål och delmål 2026 för Kommunstyrelsen",
        "Diarienummer: KS 2025/39",
        "Status: öppnat, inte beslutat",
        "Förslag tas emot från: 2026-01-15 08:00",
        "Till och med: 2026-03-01. Öppnar senare.",
        "Utgår från: KS delmål 2025 (2 delmål)",
        "Handläggare: Förvaltningschefen",
        "– Ekonomienheten",
    ):
        assert line in receipt.text.splitlines()
    assert verbs_of(receipt) == [CHANGE_MATTER, SHOW_PROPOSALS]
    assert receipt.card["actions"][1]["data"] == {"body": "KS", "year": "2026", "language": "sv"}


def test_in_english_the_title_that_is_suggested_is_swedish_as_in_the_diary() -> None:
    form = Office().say("open matter KS 2026")
    assert form.language == "en"
    assert values_of(form)["title"] == "Mål och delmål 2026 för Kommunstyrelsen"
    assert "suggestion" in form.text


def test_without_a_year_it_is_asked_for_and_the_next_one_is_suggested() -> None:
    office = Office(opened_matter(2026))
    asked = office.say("öppna ärende")
    assert values_of(asked) == {"year": "2027"}
    assert office.press(asked).summary == "Öppna ärende KS 2027"


@pytest.mark.parametrize("year", ["1999", "26", "tjugo", "99999", "-202", "２０２６"])
def test_a_year_that_cannot_be_is_told_beside_the_field_and_stays_there(year: str) -> None:
    asked = Office().say(verb=OPEN_MATTER, body="KS", year=year)
    assert values_of(asked) == {"year": year}
    assert beside(asked, "year") == "Skriv ett årtal mellan 2025 och 2036."


def test_with_several_bodies_one_chooses_among_those_one_looks_after() -> None:
    office = Office(bodies=(body(), BUN, Body("SN", "Socialnämnden")))
    both = replace(SECRETARY, grants=frozenset({*SECRETARY.grants, Grant(Role.OFFICER, "BUN")}))
    asked = office.say("öppna ärende 2026", actor=both)
    choices = [each["value"] for each in inputs_of(asked)["body"]["choices"]]
    assert choices == ["BUN", "KS"]
    form = office.press(asked, actor=both, body="BUN")
    assert form.summary == "Öppna ärende BUN 2026"
    assert office.say("öppna ärende 2026").summary == "Öppna ärende KS 2026"


def test_a_body_without_a_list_starts_from_an_empty_one() -> None:
    office = Office(plans=())
    form = office.say("öppna ärende KS 2026")
    assert "based_on" not in inputs_of(form)
    assert "tom lista" in str(form.card["body"])
    assert "Utgår från: en tom lista" in office.press(form).text


def test_what_is_not_filled_in_is_said_to_be_missing() -> None:
    office = Office()
    receipt = office.press(office.say("öppna ärende KS 2026"))
    assert "Diarienummer: saknas i registret" in receipt.text
    assert "Handläggare: saknas i registret" in receipt.text
    assert "Förslag tas emot: tills ärendet sätts upp på en kallelse" in receipt.text
    assert "Registret har inga mottagare för KS 2026." in receipt.text


# --- what is wrong, and twice, and two at once ---


@pytest.mark.parametrize(
    ("fields", "name", "error"),
    [
        ({"title": ""}, "title", "Skriv något här."),
        ({"title": "å" * 201}, "title", "högst 200 tecken"),
        ({"dnr": "trettionio"}, "dnr", "till exempel KS 2025/39"),
        ({"opens_day": ""}, "opens", "Skriv dag och klockslag"),
        ({"closes_day": ""}, "closes", "eller ingen av dagarna"),
        ({"closes_day": "2026-01-02"}, "closes", "efter den första"),
        ({"closes_day": "2026-03-29", "closes_time": "02:30"}, "closes",
         "Klockan 02:30 finns inte den 2026-03-29"),
        ({"opens_day": "2025-12-01", "closes_day": "2026-01-02"}, "closes", "redan varit"),
        ({"based_on": "2019"}, "based_on", "finns inte"),
        ({"officer": "850101-1234 Anna"}, "officer", "personnummer"),
        ({"recipients": "Kansliet\nAnna 850101-1234"}, "recipients", "personnummer"),
    ],
)  # fmt: skip
def test_a_mistake_stands_beside_its_field_and_nothing_typed_is_lost(
    fields: dict[str, str], name: str, error: str
) -> None:
    office = Office()
    again = office.press(office.say("öppna ärende KS 2026"), **{**FILLED, **fields})
    assert error in beside(again, name)
    assert values_of(again) == {**FILLED, **fields}
    assert error in again.text
    assert office.matter() is None
    saved = office.press(again, **FILLED)
    assert saved.summary == "Ärendet KS 2026 är öppnat."


def test_pressed_twice_the_receipt_is_the_same_and_nothing_more_is_recorded() -> None:
    office = Office()
    form = office.say("öppna ärende KS 2026")
    first, second = office.press(form, **FILLED), office.press(form, **FILLED)
    assert first == second
    change = office.press(first)
    saved, again = office.press(change, dnr="KS 2025/40"), office.press(change, dnr="KS 2025/40")
    assert saved == again
    assert saved.summary == "Ärendet KS 2026 är sparat."
    kept = office.matter()
    assert kept is not None
    assert kept.version == 2
    assert len(office.memory.events("tenant")) == 2


def test_when_two_open_at_once_the_later_sees_both_and_may_change_the_first() -> None:
    office = Office()
    form = office.say("öppna ärende KS 2026")
    office.press(form, **FILLED)
    late = office.press(form, actor=OFFICER, title="Delmål 2026", dnr="KS 2025/40", based_on="2025")
    assert "KS har redan ett ärende för 2026." in late.text
    assert "Diarienummer: KS 2025/39" in late.text
    assert values_of(late)["dnr"] == "KS 2025/40"
    saved = office.press(late, actor=OFFICER)
    assert saved.summary == "Ärendet KS 2026 är sparat."
    assert "Diarienummer: KS 2025/40" in saved.text


def test_who_saves_a_stale_form_is_told_what_stands_now() -> None:
    office = Office(opened_matter(2026))
    form = office.say("ändra ärendet KS 2026")
    office.press(form, dnr="KS 2025/39")
    late = office.press(form, actor=OFFICER, officer="Förvaltningschefen")
    assert late.text.splitlines()[1].startswith("Någon annan har ändrat ärendet")
    assert "Diarienummer: KS 2025/39" in late.text
    assert "Handläggare: saknas i registret" in late.text
    assert "Ärendemening: saknas" not in late.text
    assert values_of(late)["officer"] == "Förvaltningschefen"
    kept = office.matter()
    assert kept is not None
    assert (kept.source.dnr, kept.officer) == ("KS 2025/39", None)
    office.press(late, actor=OFFICER, dnr="KS 2025/39")
    kept = office.matter()
    assert kept is not None
    assert (kept.source.dnr, kept.officer, kept.version) == ("KS 2025/39", "Förvaltningschefen", 3)


def test_a_matter_that_is_there_already_is_refused_in_words_and_shown() -> None:
    office = Office(opened_matter(2026, dnr="KS 2025/39"))
    refused = office.say("öppna ärende KS 2026")
    assert refused.summary == "KS har redan ett ärende för 2026."
    assert "KS 2025/39" in refused.text
    assert verbs_of(refused) == [CHANGE_MATTER, SHOW_PROPOSALS]


def test_a_decided_matter_is_shown_and_not_changed() -> None:
    office = Office(matter(2026, state=MatterState.DECIDED))
    assert verbs_of(office.say("ärende KS 2026")) == [SHOW_PROPOSALS]
    for reply in (
        office.say("ändra ärendet KS 2026"),
        office.say(verb=SAVE_MATTER, body="KS", year="2026", version="1", **FILLED),
        office.say(verb=SAVE_MATTER, body="KS", year="2026", version="0", **FILLED),
    ):
        assert reply.summary == "Ärendet KS 2026 är beslutat och kan inte ändras."


# --- changing ---


def test_an_imported_matter_is_changed_in_the_same_form() -> None:
    office = Office(matter(2026, recipients=["Kansliet", "IT-enheten"]))
    form = office.press(office.say("ärende KS 2026"))
    assert values_of(form)["recipients"] == "Kansliet\nIT-enheten"
    assert values_of(form)["officer"] == "förvaltningschefen"
    saved = office.press(
        form,
        recipients="IT-enheten\nEkonomienheten",
        opens_day="2026-01-01",
        closes_day="2026-03-01",
    )
    assert "– Ekonomienheten" in saved.text
    assert "– Kansliet" not in saved.text
    assert "1. att delmålen fastställs" in saved.text
    assert "Till och med: 2026-03-01. Öppet nu." in saved.text


def test_a_time_that_comes_twice_is_told_apart() -> None:
    office = Office()
    receipt = office.press(
        office.say("öppna ärende KS 2026"),
        opens_day="2026-10-25",
        opens_time="02:30",
        closes_day="2026-10-25",
        closes_time="02:30",
    )
    assert "från: 2026-10-25 02:30 (sommartid)" in receipt.text
    assert "med: 2026-10-25 02:30 (vintertid)" in receipt.text


def test_the_card_says_whether_the_window_is_open_now() -> None:
    window = Window(NOW, NOW + timedelta(days=1))
    office = Office(opened_matter(2026, window=window))
    for now, words in (
        (NOW - timedelta(minutes=1), "Öppnar senare"),
        (NOW, "Öppet nu"),
        (window.closes, "Tiden har gått ut"),
    ):
        assert words in office.say("ärende KS 2026", now=now).text


def test_the_registrar_gets_a_form_with_the_dnr_only() -> None:
    office = Office(opened_matter(2026))
    form = office.press(office.say("ärende KS 2026", actor=REGISTRAR), actor=REGISTRAR)
    assert values_of(form) == {"dnr": ""}
    wrong = office.press(form, actor=REGISTRAR, dnr="?")
    assert values_of(wrong) == {"dnr": "?"}
    saved = office.press(wrong, actor=REGISTRAR, dnr="KS 2025/39", title="Annat")
    assert "Diarienummer: KS 2025/39" in saved.text
    late = office.press(form, actor=REGISTRAR, dnr="KS 2025/40")
    assert "Diarienummer: KS 2025/39" in late.text
    assert "Ärendemening" not in late.card["body"][3].get("text", "")
    kept = office.matter()
    assert kept is not None
    assert kept.title == opened_matter(2026).title


def test_cancelling_shows_the_matter_or_that_there_is_none() -> None:
    office = Office()
    assert "inget öppet ärende" in office.press(office.say("öppna ärende KS 2026"), 1).text
    office = Office(opened_matter(2026))
    assert office.press(office.say("ändra ärende KS 2026"), 1).summary == "Ärende KS 2026"


# --- who sees and may what ---


def test_staff_see_the_matter_without_its_buttons() -> None:
    office = Office(opened_matter(2026, dnr="KS 2025/39"))
    shown = office.say("visa ärende", actor=STAFF)
    assert "Diarienummer: KS 2025/39" in shown.text
    assert "Inga förslag" in shown.text
    assert verbs_of(shown) == []
    assert verbs_of(office.say("visa ärende", actor=OFFICIAL)) == [SHOW_PROPOSALS]


@pytest.mark.parametrize(
    "actor",
    [
        STAFF,
        OFFICIAL,
        Actor("tenant", "it", frozenset({Grant(Role.ADMIN)})),
        Actor("tenant", "sn", frozenset({Grant(Role.SECRETARY, "BUN")})),
    ],
)
def test_others_are_told_kindly_who_can_help_and_nothing_is_recorded(actor: Actor) -> None:
    office = Office(bodies=(body(), BUN))
    for reply in (
        office.say("öppna ärende KS 2026", actor=actor),
        office.say(verb=SAVE_MATTER, actor=actor, body="KS", year="2026", version="0", **FILLED),
    ):
        assert "Det är handläggare och nämndsekreterare i KS" in reply.text
        assert verbs_of(reply) == []
    assert office.matter() is None
    office = Office(opened_matter(2026))
    for verb in (CHANGE_MATTER, SAVE_MATTER):
        reply = office.say(verb=verb, actor=actor, body="KS", year="2026", version="1", **FILLED)
        assert "Det är handläggare och nämndsekreterare i KS" in reply.text
    assert office.matter() == opened_matter(2026)


@pytest.mark.parametrize("version", ["0", "1"])
def test_whose_role_is_revoked_while_the_form_is_open_gets_back_what_they_typed(
    version: str,
) -> None:
    office = Office(*([opened_matter(2026)] if version == "1" else []))
    form = office.say("öppna ärende KS 2026" if version == "0" else "ändra ärendet KS 2026")
    before = office.matter()
    refused = office.press(form, actor=OFFICIAL, **FILLED)
    first, follows, *typed = refused.text.splitlines()
    assert first.startswith("Det är handläggare och nämndsekreterare i KS")
    assert follows == "Inget har registrerats. Här är det du har skrivit."
    assert typed == [
        "Ärendemening: Mål och delmål 2026 för Kommunstyrelsen",
        "Diarienummer: KS 2025/39",
        "Förslag tas emot från: 2026-01-15 08:00",
        "Till och med: 2026-03-01",
        "Utgår från: 2025",
        "Handläggare: Förvaltningschefen",
        "Beslutet ska skickas till: Kansliet",
        "Ekonomienheten",
    ]
    assert office.matter() == before


def test_what_was_typed_is_given_back_too_where_the_matter_was_decided_meanwhile() -> None:
    office = Office(opened_matter(2026))
    form = office.say("ändra ärendet KS 2026")

    async def decide() -> None:
        async with office.memory.open_ledger("tenant", now=NOW) as ledger:
            await ledger.add_matter(
                replace(opened_matter(2026), state=MatterState.FINAL, version=2)
            )

    asyncio.run(decide())
    refused = office.press(form, title="En annan ärendemening")
    assert "är beslutat och kan inte ändras" in refused.text
    assert "Ärendemening: En annan ärendemening" in refused.text


def test_who_comes_when_too_many_record_at_once_has_the_form_still() -> None:
    office = Office(opened_matter(2026))
    form = office.say("ändra ärendet KS 2026")
    opening = office.memory.open_ledger
    office.memory.open_ledger = busy  # type: ignore[method-assign]
    again = office.press(form, title="En annan ärendemening")
    assert values_of(again)["title"] == "En annan ärendemening"
    office.memory.open_ledger = opening  # type: ignore[method-assign]
    assert office.press(again).text.startswith("Ärendet KS 2026 är sparat.")


def test_who_looks_after_nothing_is_told_so_before_anything_is_asked() -> None:
    office = Office(bodies=(body(), BUN))
    assert "BUN, KS" in office.say("öppna ärende", actor=STAFF).text


@pytest.mark.parametrize("verb", [OPEN_MATTER, CHANGE_MATTER, SAVE_MATTER, SHOW_MATTER])
@pytest.mark.parametrize("version", ["", "0", "1", "-1", "x", "9" * 5_000])
def test_a_forged_button_is_answered_in_words(verb: str, version: str) -> None:
    forged: tuple[dict[str, Any], ...] = ({"body": "SN"}, {"body": "KS", "year": "9" * 5_000}, {})
    for fields in forged:
        office = Office()
        office.say(verb=verb, version=version, **fields)
        assert asyncio.run(office.memory.record("tenant")).matters == ()


def test_among_several_bodies_matters_one_chooses() -> None:
    office = Office(
        opened_matter(2026), opened_matter(2026, of="BUN"), bodies=(body(), BUN), plans=()
    )
    which = office.say("visa ärende", actor=STAFF)
    assert [button["title"] for button in which.card["actions"]] == [
        "Ärende BUN 2026",
        "Ärende KS 2026",
    ]
    assert office.press(which, 1, actor=STAFF).summary == "Ärende KS 2026"
    assert office.say("ärende BUN").summary == "Ärende BUN 2026"


def test_before_anything_is_recorded_or_opened_it_is_said_so() -> None:
    everywhere = Actor("tenant", "anna", frozenset({Grant(Role.SECRETARY)}))
    empty = Office(plans=(), bodies=())
    for text in ("öppna ärende", "öppna ärende KS 2026", "visa ärende", "ändra ärendet"):
        assert "Registret är tomt" in empty.say(text, actor=everywhere).text
    several = Office(bodies=(body(), BUN))
    for text in ("visa ärende", "ändra ärendet"):
        assert "inget öppet ärende om BUN, KS" in several.say(text, actor=everywhere).text


def test_where_there_is_none_who_may_is_offered_to_open_one() -> None:
    office = Office()
    shown = office.say("ärende KS 2026")
    assert shown.summary == "Registret har inget öppet ärende om KS delmål 2026."
    assert office.press(shown).summary == "Öppna ärende KS 2026"
    assert verbs_of(office.say("ärende KS 2026", actor=STAFF)) == []


def test_words_of_people_are_shown_and_not_obeyed() -> None:
    office = Office()
    receipt = office.press(
        office.say("öppna ärende KS 2026"), title="**[mål](http://x.invalid)**", recipients="*a*"
    )
    runs = str(receipt.card["body"])
    assert "'text': '**[mål](http://x.invalid)**'" in runs
    assert "'text': '*a*'" in runs


PROPOSED = plan(2026, ["Ett"], status=PlanStatus.PROPOSED)


def test_a_proposed_list_is_named_as_such() -> None:
    office = Office(plans=(LIST, PROPOSED))
    form = office.say("öppna ärende KS 2026")
    titles = [each["title"] for each in inputs_of(form)["based_on"]["choices"]]
    assert titles == ["KS delmål 2026, föreslagna (1 delmål)", "KS delmål 2025 (2 delmål)"]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_cards_are_drawn_as_they_are_meant(draw_card: DrawCard, theme: Any) -> None:
    office = Office(opened_matter(2026))
    form = office.say("ändra ärende KS 2026")
    office.press(form, dnr="KS 2025/39")
    for reply, seen in (
        (office.press(form, dnr="?"), "till exempel KS 2025/39"),
        (office.press(form, title="Annat"), "Någon annan har ändrat"),
        (office.say("ärende KS 2026"), "KS 2025/39"),
        (office.say("öppna ärende"), "Fortsätt"),
    ):
        drawn = draw_card(reply.card, theme=theme, width=360)
        assert drawn.errors == ()
        assert seen in drawn.text
