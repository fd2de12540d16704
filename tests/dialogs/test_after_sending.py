"""After a decision was sent: corrected, reminded, stopped, rehearsed; nobody is told twice."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from dialogs.cards.elements import MOST_BYTES
from dialogs.notice import notice_card, page_for
from dialogs.turn import Place, Reply, Turn
from goals.actor import Actor, Role
from goals.calendar import OwnDay
from goals.decided import decided_of
from goals.note import AddressKind, Ending
from goals.notice import Notice
from goals.reminding import remind
from tests.builders import plan
from tests.dialogs.round import ADMIN, OFFICER, SECRETARY, STAFF, TENANT, titles
from tests.dialogs.telling import LEASE, Arrived, Post, about_to_send, add_address, sent
from tests.dialogs.test_adjusting import NEW, day_of

IN_UNIT = Actor(TENANT, "ulla")
FIXED = f"{NEW}!"


async def notices(post: Post) -> tuple[Notice, ...]:
    async with post.round.memory.register(TENANT) as register:
        return await register.notices("KS", 2026)


def shown(arrived: Arrived) -> Reply:
    """Its card."""
    assert arrived.reply is not None
    return arrived.reply


async def press(post: Post, arrived: Arrived, where: str = "19:Kansliet") -> Reply:
    """**Mottaget** on a card, in the unit's channel."""
    button = shown(arrived).card["actions"][0]
    return await post.round.answer(
        Turn(
            IN_UNIT,
            post.round.now,
            verb=button["verb"],
            fields=button["data"],
            place=Place.CHANNEL,
            name="Ulla",
            conversation=where,
        )
    )


async def correct(post: Post, text: str = FIXED) -> None:
    """A slip is corrected, by two people."""
    round_ = post.round
    form = await round_.press(await day_of(round_), "Rättelse", SECRETARY)
    typed = {"number": "2", "text": text, "reason": "Tecken föll bort."}
    await round_.press(form, "Begär", SECRETARY, **typed)
    sure = await round_.press(await day_of(round_, OFFICER), "Bekräfta rättelse", OFFICER)
    await round_.press(sure, "Bekräfta rättelse", OFFICER)


async def days_later(post: Post, days: int, *, after: int = 3) -> list[Arrived]:
    """What goes out by itself when so many days have passed."""
    post.round.later(days=days)
    memory = post.round.memory
    await remind(TENANT, after=after, open_ledger=memory.open_ledger, now=post.round.now)
    return await post.pay()


class TestCorrection:
    """The delivered card changes in its place, and it is said once."""

    async def test_the_card_is_changed_in_its_place_and_the_unit_is_told_once(self) -> None:
        post = await sent()
        await correct(post)
        change, news = sorted(await post.pay(), key=lambda each: each.edits is None)
        assert change.edits == "1:1"
        assert "RÄTTELSE" in shown(change).text
        assert f"Förut: {NEW}" in shown(change).text
        assert f"Nu: {FIXED}" in shown(change).text
        assert f"2. {FIXED}" in shown(change).text
        assert news.edits is None
        assert shown(news).summary == (
            "Rättelse: Kommunstyrelsen har rättat beslutet om delmålen 2026"
        )
        assert await post.pay() == []

    async def test_mottaget_on_the_card_from_before_shows_the_correction_first(self) -> None:
        post = await sent()
        (before,) = post.arrived
        await correct(post)
        await post.pay()
        told = await press(post, before)
        assert "Beslutet har rättats sedan kortet visades" in told.text
        assert FIXED in told.text
        (notice,) = await notices(post)
        assert not notice.is_received
        told = await press(post, post.arrived[-1])
        assert "antecknat" in told.text
        (notice,) = await notices(post)
        assert notice.is_received

    async def test_who_had_received_it_before_is_asked_again_and_it_stays_known(self) -> None:
        post = await sent()
        await press(post, post.arrived[0])
        await post.pay()
        await correct(post)
        await post.pay()
        board = await post.round.turn(SECRETARY, "expediering KS 2026")
        assert "mottaget av Ulla 2026-02-02 13:00, före rättelsen" in board.text
        assert "Har kvitterat: 0" in board.text

    async def test_what_was_corrected_before_it_was_sent_is_no_correction_to_who_gets_it(
        self,
    ) -> None:
        post = await about_to_send()
        await correct(post)
        post.round.later(minutes=1)
        sure = await post.round.press(await day_of(post.round), "Expediera", SECRETARY)
        await post.round.press(sure, "Expediera nu", SECRETARY)
        (arrived,) = await post.pay()
        assert "RÄTTELSE" not in shown(arrived).text
        assert f"Förut: {NEW}" in shown(arrived).text

    async def test_what_is_still_on_its_way_goes_out_corrected_and_once(self) -> None:
        post = await about_to_send()
        sure = await post.round.press(await day_of(post.round), "Expediera", SECRETARY)
        await post.round.press(sure, "Expediera nu", SECRETARY)
        await correct(post)
        (arrived,) = [each for each in await post.pay() if each.edits is None]
        assert FIXED in shown(arrived).text

    async def test_a_letter_is_not_changed_but_says_what_was(self) -> None:
        post = await about_to_send(())
        await add_address(post.round, "Kansliet", "k@exempelby.invalid", AddressKind.EMAIL)
        sure = await post.round.press(await day_of(post.round), "Expediera", SECRETARY)
        await post.round.press(sure, "Expediera nu", SECRETARY)
        await post.pay()
        await correct(post)
        (letter,) = await post.pay()
        assert letter.letter is not None
        assert letter.letter.subject.startswith("RÄTTELSE: ")
        assert f"Förut: {NEW}" in letter.letter.text
        assert f"2. {FIXED}" in letter.letter.text


class TestAnnulled:
    """A court has annulled it: who works by it must know."""

    async def test_every_unit_that_was_told_is_told_once_and_its_card_says_so(self) -> None:
        post = await sent()
        round_ = post.round
        form = await round_.press(await day_of(round_), "Upphävt", SECRETARY)
        sure = await round_.press(
            form, "Granska", SECRETARY, day="2026-02-02", judgment="Förvaltningsrätten, mål 1-26"
        )
        await round_.press(sure, "Upphävt", SECRETARY)
        change, news = sorted(await post.pay(), key=lambda each: each.edits is None)
        assert "UPPHÄVT AV DOMSTOL 2026-02-02: Förvaltningsrätten, mål 1-26" in shown(change).text
        assert shown(news).summary.startswith("Upphävt: en domstol har upphävt")
        assert await days_later(post, 10) == []

    async def test_a_card_that_somebody_deleted_does_not_make_the_address_gone(self) -> None:
        post = await sent()
        post.dead["19:Kansliet"] = Ending.GONE
        outbox = post.round.memory.outbox
        await correct(post)
        (change,) = [e for e in outbox.all if e.claimed.note.delivery and e.due_at][:1]
        claimed = await outbox.claim(now=post.round.now, lease=LEASE, most=100)
        (ours,) = [e for e in claimed if e.note.delivery == change.claimed.note.delivery]
        await outbox.begin_sending([ours], now=post.round.now, lease=LEASE)
        await outbox.give_up([ours], ending=Ending.GONE, reason="404", now=post.round.now)
        async with post.round.memory.register(TENANT) as register:
            (unit,) = [each for each in await register.units() if each.name == "Kansliet"]
        assert len(unit.usable) == 1


class TestReminding:
    """Working days only; then the other address; then a person. 2026-02-02 is a Monday."""

    async def test_after_three_working_days_the_unit_is_reminded_once(self) -> None:
        post = await sent()
        assert await days_later(post, 2) == []
        (reminder,) = await days_later(post, 1)
        assert shown(reminder).summary.startswith("Påminnelse: har Kansliet tagit emot beslutet")
        assert titles(shown(reminder)) == ["Mottaget"]
        assert await days_later(post, 1) == []
        told = await press(post, reminder)
        assert "antecknat" in told.text
        await post.pay()
        assert await days_later(post, 30) == []

    async def test_a_weekend_is_no_working_day(self) -> None:
        post = await sent()
        assert await days_later(post, 5, after=5) == []  # Saturday
        assert await days_later(post, 1, after=5) == []  # Sunday
        assert len(await days_later(post, 1, after=5)) == 1

    async def test_a_free_day_of_the_municipalitys_own_is_no_working_day(self) -> None:
        post = await sent()
        post.round.memory.have_free(
            TENANT, *(OwnDay(date(2026, 2, day), "klämdag") for day in (3, 5))
        )
        assert await days_later(post, 3, after=1) == []  # the 5th: due, and free itself
        assert await days_later(post, 1) == []
        assert await days_later(post, 2) == []  # Sunday
        assert len(await days_later(post, 1)) == 1

    async def test_nobody_is_reminded_at_night(self) -> None:
        post = await sent()
        post.round.later(hours=10)
        assert await days_later(post, 3) == []

    async def test_then_the_units_other_address_is_tried_and_then_a_person_is_told(self) -> None:
        post = await about_to_send()
        await add_address(post.round, "Kansliet", "ulla", AddressKind.PERSON, place=2)
        post.round.memory.give_role(TENANT, "sara", Role.SECRETARY, "KS")
        sure = await post.round.press(await day_of(post.round), "Expediera", SECRETARY)
        await post.round.press(sure, "Expediera nu", SECRETARY)
        await post.pay()
        await days_later(post, 3)
        (elsewhere,) = await days_later(post, 5)
        assert (elsewhere.note.to, elsewhere.note.address_kind) == ("ulla", AddressKind.PERSON)
        assert NEW in shown(elsewhere).text
        assert await days_later(post, 1) == []
        post.round.later(minutes=5)
        told = await days_later(post, 5)
        post.round.later(minutes=5)
        told += await post.pay()
        assert [each.note.kind for each in told] == ["note-notice-unanswered"]
        assert "Kansliet har inte kvitterat" in shown(told[0]).text
        assert await days_later(post, 30) == []
        board = await post.round.turn(SECRETARY, "expediering KS 2026")
        assert "inte kvitterat" in board.text

    async def test_a_clock_that_was_set_back_reminds_nobody(self) -> None:
        post = await sent()
        assert await days_later(post, -40) == []


class TestNotReached:
    """An address that does not take it is followed by the next one; then a person is told."""

    async def test_the_next_address_is_tried_and_what_is_gone_is_shown(self) -> None:
        post = await about_to_send()
        await add_address(post.round, "Kansliet", "k@exempelby.invalid", AddressKind.EMAIL, place=2)
        post.dead["19:Kansliet"] = Ending.GONE
        sure = await post.round.press(await day_of(post.round), "Expediera", SECRETARY)
        await post.round.press(sure, "Expediera nu", SECRETARY)
        (letter,) = await post.pay()
        assert letter.letter is not None
        board = await post.round.turn(SECRETARY, "expediering KS 2026")
        assert "Framme: 1" in board.text
        assert "adressen finns inte kvar" in board.text
        assert "403 Nej" in board.text
        units = await post.round.turn(ADMIN, "enheter")
        assert "kanalen 19:Kansliet (finns inte kvar)" in units.text

    @pytest.mark.parametrize("ending", [Ending.GONE, Ending.REFUSED, Ending.EXHAUSTED])
    async def test_where_none_is_left_the_secretaries_are_told(self, ending: Ending) -> None:
        post = await about_to_send()
        post.round.memory.give_role(TENANT, "sara", Role.SECRETARY, "KS")
        post.dead["19:Kansliet"] = ending
        sure = await post.round.press(await day_of(post.round), "Expediera", SECRETARY)
        await post.round.press(sure, "Expediera nu", SECRETARY)
        await post.pay()
        post.round.later(minutes=5)
        (told,) = await post.pay()
        assert "Kansliet har inte kunnat nås" in shown(told).text
        assert told.note.button is not None
        board = await post.round.turn(
            SECRETARY, verb=told.note.button.verb, fields=told.note.button.data
        )
        assert "Inte nådda: 1" in board.text
        again = [each for each in titles(board) if each.startswith("Skicka igen")]
        assert bool(again) is (ending is not Ending.GONE)


class TestStopped:
    """One switch stops what goes to units, with its reason."""

    async def test_nothing_goes_out_until_somebody_lets_it_go_on(self) -> None:
        post = await about_to_send()
        board = await post.round.turn(SECRETARY, "expediering KS 2026")
        form = await post.round.press(board, "Stoppa utskick", SECRETARY)
        wrong = await post.round.press(form, "Stoppa", SECRETARY, reason="  ")
        assert "Skriv varför" in wrong.text
        await post.round.press(form, "Stoppa", SECRETARY, reason="Fel i protokollet")
        dry_run = await post.round.press(await day_of(post.round), "Expediera", SECRETARY)
        assert "stoppade sedan 2026-02-02 13:00: Fel i protokollet" in dry_run.text
        board = await post.round.press(dry_run, "Expediera nu", SECRETARY)
        assert "Fel i protokollet" in board.text
        assert await post.pay() == []
        assert "På väg: 1" in (await post.round.turn(SECRETARY, "expediering KS 2026")).text
        await post.round.press(board, "Släpp utskick", SECRETARY)
        post.round.later(minutes=2)
        assert len(await post.pay()) == 1

    async def test_an_administrator_outside_the_kansli_stops_it_and_lets_it_go_on(self) -> None:
        post = await about_to_send()
        form = await post.round.turn(ADMIN, "stoppa utskick")
        assert titles(form) == ["Stoppa"]
        stopped = await post.round.press(form, "Stoppa", ADMIN, reason="Provar")
        assert "Utskicken till enheter är stoppade." in stopped.text
        assert "Provar" in stopped.text
        again = await post.round.turn(ADMIN, "stoppa utskick")
        assert "Provar" in again.text
        going = await post.round.press(again, "Släpp utskick", ADMIN)
        assert "Utskicken går igen" in going.text
        assert titles(going) == ["Stoppa utskick"]

    async def test_others_cannot_stop_it(self) -> None:
        post = await about_to_send()
        refused = await post.round.turn(STAFF, "stoppa utskick")
        assert "administratör" in refused.text
        told = await post.round.turn(OFFICER, verb="freeze-sending", fields={"reason": "Nej"})
        assert "administratör" in told.text
        async with post.round.memory.register(TENANT) as register:
            assert await register.freeze() is None


class TestRehearsal:
    """Everything goes to the asker alone, stamped, and counts nowhere."""

    async def test_all_goes_to_the_asker_and_nobody_else(self) -> None:
        post = await about_to_send(("Kansliet",))
        dry_run = await post.round.press(await day_of(post.round), "Expediera", SECRETARY)
        dry_run = await post.round.press(dry_run, "Öva", SECRETARY)
        assert "Ett meddelande är på väg till dig, märkt ÖVNING" in dry_run.text
        (arrived,) = await post.pay()
        assert (arrived.note.to, arrived.note.address_kind) == ("sara", AddressKind.PERSON)
        assert "ÖVNING" in shown(arrived).text
        button = shown(arrived).card["actions"][0]
        told = await post.round.turn(SECRETARY, verb=button["verb"], fields=button["data"])
        assert "Det här är en övning. Inget är antecknat" in told.text
        board = await post.round.turn(SECRETARY, "expediering KS 2026")
        assert "Ska underrättas" not in board.text
        await post.round.press(dry_run, "Expediera nu", SECRETARY)
        (real,) = await post.pay()
        assert real.note.to == "19:Kansliet"


async def test_a_long_list_is_paged_and_the_first_page_has_the_button() -> None:
    post = await sent()
    (notice,) = await notices(post)
    record = await post.round.memory.record(TENANT)
    decided = decided_of(record, post.round.memory.events(TENANT), "KS", 2026)
    assert decided is not None
    long = replace(decided, plan=plan(2026, [f"{n} " + "å" * 490 for n in range(150)]))
    page = page_for(long, notice, notice.deliveries[0], "sv", now=post.round.now)
    card = notice_card(page, notice)
    assert [each["title"][:10] for each in card["actions"]] == ["Mottaget", "Visa fler "]
    assert len(json.dumps(card, ensure_ascii=False).encode("utf-16-le")) < MOST_BYTES
