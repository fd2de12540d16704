"""A decision reaches the units it names: looked at first, sent once, and followed to its end."""

from __future__ import annotations

from dataclasses import replace

from dialogs.cards.decision_forms import EXPEDITE
from dialogs.turn import Place, Turn
from goals.actor import Actor
from goals.extracting import keep_extract
from goals.note import AddressKind
from goals.notice import DeliveryState
from tests.dialogs.round import SECRETARY, STAFF, TENANT, titles
from tests.dialogs.telling import Post, about_to_send, add_address, sent
from tests.dialogs.test_adjusting import NEW, adjusted, announced, day_of

IN_UNIT = Actor(TENANT, "ulla")


async def test_what_would_be_sent_is_shown_before_anything_is() -> None:
    post = await about_to_send()
    dry_run = await post.round.press(await day_of(post.round), "Expediera", SECRETARY)
    assert "Inget är skickat än" in dry_run.text
    assert "1. Kansliet: kanalen 19:Kansliet" in dry_run.text
    preview = await post.round.press(dry_run, "Visa meddelandet", SECRETARY, execution="1")
    assert "för verkställighet i Kansliet" in preview.text
    assert NEW in preview.text
    assert titles(preview) == ["Tillbaka"]
    assert await post.pay() == []


async def test_a_unit_without_an_address_is_shown_as_unreachable_and_counted_as_failed() -> None:
    post = await about_to_send(())
    dry_run = await post.round.press(await day_of(post.round), "Expediera", SECRETARY)
    assert "Kansliet: kan inte nås, ingen bekräftad adress" in dry_run.text
    board = await post.round.press(dry_run, "Expediera nu", SECRETARY)
    assert "Ska underrättas: 1" in board.text
    assert "Inte nådda: 1" in board.text
    assert await post.pay() == []
    await add_address(post.round, "Kansliet", "kansliet@exempelby.invalid", AddressKind.EMAIL)
    board = await post.round.turn(SECRETARY, "expediering KS 2026")
    board = await post.round.press(board, "Skicka igen", SECRETARY)
    assert "På väg: 1" in board.text
    (letter,) = await post.pay()
    assert letter.letter is not None
    assert NEW in letter.letter.text
    assert NEW in letter.letter.html
    assert 'lang="sv"' in letter.letter.html
    assert "Mottaget" not in letter.letter.text


async def test_the_notice_says_all_that_is_needed_to_understand_it_alone() -> None:
    post = await sent()
    (arrived,) = post.arrived
    assert arrived.reply is not None
    text = arrived.reply.text
    assert arrived.reply.summary == (
        "Kommunstyrelsen har beslutat om delmålen 2026: för kännedom i Kansliet"
    )
    for said in (
        "Diarienummer: saknas i registret",
        "Kommunstyrelsen, KS § 12, 2026-02-02",
        "1. att delmålen fastställs",
        "Ett gott liv",
        f"2. {NEW}",
        f"Ändrat, 2025 och sedan 2026:\n2. Utveckla bussarna\n2. {NEW}",
        "Kvarstår 2026:\n– Delmål 1, 3",
        "Justerat: 2026-02-02",
        "Anslaget: 2026-02-02",
        "Sista dag att överklaga: 2026-02-23",
        "Reservationer: ",
        "Handläggare: förvaltningschefen",
        "protokollsutdraget",
    ):
        assert said in text, said
    assert titles(arrived.reply) == ["Mottaget"]


async def test_pressing_expediera_twice_sends_once() -> None:
    post = await sent()
    forged = {"body": "KS", "year": "2026", "confirmed": "yes"}
    told = await post.round.turn(SECRETARY, verb=EXPEDITE, fields=forged)
    assert "Det är redan gjort" in told.text
    assert await post.pay() == []
    async with post.round.memory.register(TENANT) as register:
        (notice,) = await register.notices("KS", 2026)
    assert notice.state is DeliveryState.DELIVERED


async def test_nothing_is_sent_before_it_is_adjusted_and_announced() -> None:
    round_ = await adjusted()
    forged = {"body": "KS", "year": "2026", "confirmed": "yes"}
    told = await round_.turn(SECRETARY, verb=EXPEDITE, fields=forged)
    assert "Det går inte nu" in told.text
    assert not [each for each in round_.memory.outbox.notes if each.delivery]


async def test_the_unit_acknowledges_and_the_board_says_who_and_when() -> None:
    post = await sent()
    (arrived,) = post.arrived
    assert arrived.reply is not None
    data = arrived.reply.card["actions"][0]
    turn = Turn(
        IN_UNIT,
        post.round.now,
        verb=data["verb"],
        fields=data["data"],
        place=Place.CHANNEL,
        name="Ulla på kansliet",
        conversation="19:Kansliet",
    )
    told = await post.round.answer(turn)
    assert "Det är antecknat att Kansliet har tagit emot beslutet" in told.text
    assert "Mottaget av Ulla på kansliet 2026-02-02 13:00" in told.text
    assert titles(told) == []
    again = await post.round.answer(turn)
    assert "Det är redan kvitterat" in again.text
    (changed,) = await post.pay()
    assert changed.edits == "1:1"
    assert changed.reply is not None
    assert "Mottaget av Ulla på kansliet" in changed.reply.text
    board = await post.round.turn(SECRETARY, "expediering KS 2026")
    assert "Har kvitterat: 1" in board.text
    assert "mottaget av Ulla på kansliet 2026-02-02 13:00" in board.text


async def test_an_outsider_cannot_acknowledge_and_is_told_why() -> None:
    post = await sent()
    (arrived,) = post.arrived
    assert arrived.reply is not None
    data = arrived.reply.card["actions"][0]
    told = await post.round.turn(STAFF, verb=data["verb"], fields=data["data"])
    assert "Det här utskicket gäller Kansliet" in told.text
    assert "Har kvitterat: 0" in (await post.round.turn(SECRETARY, "expediering KS 2026")).text


async def test_a_decision_to_a_hundred_units_is_sent_from_one_card_and_followed_on_several() -> (
    None
):
    round_ = await announced()
    units = tuple(f"Enhet {number:03} i den stora kommunen" for number in range(1, 101))
    async with round_.memory.open_ledger(TENANT, now=round_.now) as ledger:
        matter = (await ledger.record()).matter("KS", 2026)
        assert matter is not None
        await ledger.add_matter(replace(matter, recipients=units, version=matter.version + 1))
    for unit in units[:60]:
        await add_address(round_, unit, f"19:{unit}")
    post = Post(round_)
    dry_run = await round_.press(await day_of(round_), "Expediera", SECRETARY)
    assert "60 enheter har en adress. Här är de som inte kan nås." in dry_run.text
    assert "61. Enhet 061" in dry_run.text
    assert "1. Enhet 001" not in dry_run.text
    board = await round_.press(dry_run, "Expediera nu", SECRETARY, execution="1,100")
    assert len(await post.pay()) == 60
    board = await round_.press(board, "Uppdatera", SECRETARY)
    for said in ("Ska underrättas: 100", "Framme: 60", "Inte nådda: 40"):
        assert said in board.text
    seen = [line.split(";")[0] for line in board.text.splitlines() if ". Enhet" in line]
    for left in (75, 50, 25):
        assert len(titles(board)) <= 6
        board = await round_.press(board, f"Visa fler ({left} till)", SECRETARY)
        seen += [line.split(";")[0] for line in board.text.splitlines() if ". Enhet" in line]
    assert seen == [f"{number}. {unit}" for number, unit in enumerate(units, start=1)]


async def test_the_certified_extract_goes_with_a_letter_where_it_was_sent_to_us() -> None:
    post = await about_to_send(())
    await add_address(post.round, "Kansliet", "k@exempelby.invalid", AddressKind.EMAIL)
    content = b"%PDF-1.7 protokollsutdrag %%EOF"
    await keep_extract(
        "KS",
        2026,
        name="Protokollsutdrag KS 12.pdf",
        content=content,
        actor=SECRETARY,
        open_ledger=post.round.memory.open_ledger,
        now=post.round.now,
    )
    sure = await post.round.press(await day_of(post.round), "Expediera", SECRETARY)
    await post.round.press(sure, "Expediera nu", SECRETARY)
    (sent_,) = await post.pay()
    assert sent_.letter is not None
    (attachment,) = sent_.letter.attachments
    assert (attachment.name, attachment.content) == ("Protokollsutdrag KS 12.pdf", content)
    assert "protokollsutdraget följer med som PDF" in sent_.letter.text
