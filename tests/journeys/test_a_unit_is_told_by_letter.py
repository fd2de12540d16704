"""A unit that is reached by e-mail gets the decision, and acknowledges it by the letter's link."""

from __future__ import annotations

import asyncio
import contextlib
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from email.message import EmailMessage

import pytest

from bot.mail import Mail, MailServer, Security
from bot.notifier import Notifier, Timing
from bot.receipts import LetterReceipts
from dialogs.notice import NoticeWriter
from goals.note import AddressKind
from goals.notice import Notice
from goals.pacing import OwnPace
from goals.paper import PaperFormat, PaperKind
from goals.paper_link import PaperLink
from goals.paper_link import sign as sign_paper
from goals.receipt_link import LIFETIME, read_token, sign
from tests.bot.echo import EchoBot, echo_bot
from tests.bot.test_notifier import until
from tests.dialogs.round import SECRETARY, TENANT
from tests.dialogs.telling import Post, about_to_send, add_address
from tests.dialogs.test_adjusting import NEW, day_of
from tests.mailbox import Mailbox, mail_server
from tests.teams import TeamsStandIn

UNIT, ADDRESS = "Kansliet", "kansliet@exempelby.se"


async def swedish(_tenant: str) -> str:
    return "sv"


@dataclass
class Town:
    """A municipality that sends letters, its unit's mailbox, and a browser."""

    post: Post
    box: Mailbox
    bot: EchoBot
    notifier: Notifier

    async def expedite(self) -> EmailMessage:
        """The secretary sends the decision; the letter that arrives."""
        sure = await self.post.round.press(await day_of(self.post.round), "Expediera", SECRETARY)
        await self.post.round.press(sure, "Expediera nu", SECRETARY)
        running = asyncio.create_task(self.notifier.run())
        await until(self.notice, lambda notice: notice.deliveries[0].message_id is not None)
        running.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await running
        (letter,) = self.box.letters
        return letter

    async def notice(self) -> Notice:
        """What is recorded of it."""
        async with self.post.round.memory.register(TENANT) as register:
            (notice,) = await register.notices("KS", 2026)
        return notice

    async def browse(self, method: str, path: str, language: str = "sv") -> tuple[int, str]:
        """Open an address, or press the button on the page; the status and the page."""
        url, headers = self.bot.url + path, {"Accept-Language": language}
        async with self.bot.session.request(method, url, headers=headers) as answer:
            assert answer.headers["Cache-Control"] == "no-store"
            assert answer.headers["Referrer-Policy"] == "no-referrer"
            assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
            return answer.status, await answer.text()


@asynccontextmanager
async def town() -> AsyncIterator[Town]:
    post = await about_to_send(())
    await add_address(post.round, UNIT, ADDRESS, AddressKind.EMAIL)
    memory = post.round.memory

    def clock() -> datetime:
        return post.round.now

    receipts = LetterReceipts(reader=memory, memory=memory, clock=clock)
    async with (
        TeamsStandIn() as teams,
        mail_server() as box,
        echo_bot(teams, receipts=receipts) as bot,
    ):
        receipts.public_url = bot.url
        mail = Mail(
            server=MailServer("127.0.0.1", box.port, Security.PLAIN),
            sender="Exempelby kommun <delmal@exempelby.se>",
            languages=swedish,
            clock=clock,
        )
        notifier = Notifier(
            outbox=memory.outbox,
            carriers={AddressKind.EMAIL: mail},
            pace=OwnPace(),
            owed=asyncio.Event(),
            clock=clock,
            compose=NoticeWriter(memory, memory, clock, receipts.link_of).compose,
            timing=Timing(poll=0.05),
        )
        yield Town(post, box, bot, notifier)


@pytest.fixture
async def exempelby() -> AsyncIterator[Town]:
    async with town() as exempelby:
        yield exempelby


def body(letter: EmailMessage, kind: str) -> str:
    part = letter.get_body((kind,))
    assert isinstance(part, EmailMessage)
    return str(part.get_content())


def link(letter: EmailMessage, town: Town) -> str:
    """The path of the link, which stands in both forms of the letter."""
    (found,) = re.findall(rf"{re.escape(town.bot.url)}(/received/\S+)", body(letter, "plain"))
    assert f'href="{town.bot.url}{found}"' in body(letter, "html")
    return str(found)


async def test_the_letter_holds_the_decision_and_is_recorded_as_delivered(exempelby: Town) -> None:
    letter = await exempelby.expedite()
    assert NEW in body(letter, "plain")
    assert NEW in body(letter, "html")
    assert letter["To"] == ADDRESS
    (delivery,) = (await exempelby.notice()).deliveries
    assert (delivery.state, delivery.message_id) == ("delivered", letter["Message-ID"])


async def test_a_program_that_follows_the_link_acknowledges_nothing(exempelby: Town) -> None:
    path = link(await exempelby.expedite(), exempelby)
    for _ in range(2):
        status, page = await exempelby.browse("GET", path)
        assert status == 200
        assert "Har Kansliet tagit emot beslutet om delmålen 2026 (Kommunstyrelsen)?" in page
        assert '<form method="post"><button>Mottaget</button></form>' in page
    assert (await exempelby.notice()).acknowledged is None


async def test_pressing_the_button_is_recorded_once(exempelby: Town) -> None:
    path = link(await exempelby.expedite(), exempelby)
    status, page = await exempelby.browse("POST", path)
    assert (status, "Det är antecknat att Kansliet har tagit emot" in page) == (200, True)
    received = (await exempelby.notice()).acknowledged
    assert received is not None
    assert (received.by, received.name, received.at) == (None, ADDRESS, exempelby.post.round.now)
    status, page = await exempelby.browse("POST", path, language="en-GB,sv;q=0.5")
    assert (status, "acknowledged already" in page) == (200, True)
    assert (await exempelby.notice()).acknowledged == received


async def test_a_letter_of_before_a_correction_acknowledges_nothing(exempelby: Town) -> None:
    path = link(await exempelby.expedite(), exempelby)
    notice = await exempelby.notice()
    memory = exempelby.post.round.memory
    async with memory.open_ledger(TENANT, now=exempelby.post.round.now) as ledger:
        await ledger.keep_notice(replace(notice, revision=2))
    status, page = await exempelby.browse("POST", path)
    assert (status, "Beslutet har rättats" in page) == (200, True)
    assert (await exempelby.notice()).acknowledged is None


async def test_a_link_is_ours_whole_and_in_time_or_it_says_what_to_do(exempelby: Town) -> None:
    letter = await exempelby.expedite()
    path = link(letter, exempelby)
    key = await exempelby.post.round.memory.link_key(now=exempelby.post.round.now)
    now = exempelby.post.round.now
    token = path.removeprefix("/received/")
    mine = read_token(token, key, now=now)
    assert (mine.tenant, mine.address, mine.revision) == (TENANT, ADDRESS, 1)
    paper = PaperLink(TENANT, "x", "KS", 2026, PaperKind.LETTER, PaperFormat.PDF, now + LIFETIME)
    for each, status, said in (
        ("x", 404, "Öppna den på nytt ur mejlet"),
        (token[:-1], 404, "Öppna den på nytt ur mejlet"),
        (sign_paper(paper, key), 404, "Öppna den på nytt ur mejlet"),
        (sign(mine, b"x" * 32), 404, "Öppna den på nytt ur mejlet"),
        (sign(replace(mine, expires=now), key), 403, "för gammal"),
        (sign(replace(mine, notice="another"), key), 404, ""),
    ):
        for method in ("GET", "POST"):
            told, page = await exempelby.browse(method, f"/received/{each}")
            assert (told, "<form" in page) == (status, False), page
            assert said in page or said == ""
    elsewhere = sign(replace(mine, address="utomstående@exempelby.se"), key)
    told, page = await exempelby.browse("POST", f"/received/{elsewhere}")
    assert (told, "Det här utskicket gäller Kansliet" in page) == (403, True)
    assert (await exempelby.notice()).acknowledged is None
    exempelby.post.round.now += LIFETIME + timedelta(days=1)
    assert (await exempelby.browse("GET", path))[0] == 403
