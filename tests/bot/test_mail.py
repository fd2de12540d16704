"""A letter reaches a mailbox through a real mail server, or it is known why it does not."""

from __future__ import annotations

import asyncio
import contextlib
import ssl
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path
from typing import Self
from urllib.parse import quote

import pytest

from bot.carrying import NotTakenHereError
from bot.mail import Mail, MailError, MailServer, Security, read_address, read_mail_server
from bot.person_channel import at_once
from dialogs.outgoing import Attachment, Card, Letter
from dialogs.turn import Reply
from goals.note import Ending
from tests.mailbox import PASSWORD, USER, Mailbox, mail_server, server_tls

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
TO = "it-enheten@exempelby.se"
LETTER = Letter(
    "Beslut: mål 2027 – för verkställighet",
    "Kommunstyrelsen har beslutat:\n1. Öka återbruket & minska svinnet.\n.\nMottaget: https://x\n",
    '<!doctype html><html lang="sv"><title>Beslut</title><p>Öka återbruket &amp; minska</p></html>',
    (Attachment("Protokollsutdrag § 12 åäö.pdf", "application/pdf", b"%PDF-1.7 \x00\xff"),),
)


async def swedish(_tenant: str) -> str:
    return "sv"


def mail(server: MailServer, **more: object) -> Mail:
    return Mail(
        server=server,
        sender="Exempelby kommun <delmal@exempelby.se>",
        languages=swedish,
        clock=lambda: NOW,
        **more,  # type: ignore[arg-type]
    )


def plain(box: Mailbox) -> MailServer:
    return MailServer("127.0.0.1", box.port, Security.PLAIN)


async def send(by: Mail, letter: Letter = LETTER, *, to: str = TO, mark: str = "d-1") -> str:
    """Send it as the notifier does."""
    route = await by.find("exempelby", to)
    return await route.carry(letter, mark=mark, another=at_once)


@pytest.fixture
async def box() -> AsyncIterator[Mailbox]:
    async with mail_server() as box:
        yield box


async def test_a_letter_arrives_as_text_and_as_html_with_what_is_attached(box: Mailbox) -> None:
    message_id = await send(mail(plain(box)))
    (letter,) = box.letters
    assert letter["Message-ID"] == message_id
    assert letter["Subject"] == LETTER.subject
    assert letter["From"] == "Exempelby kommun <delmal@exempelby.se>"
    assert (letter["To"], letter["Content-Language"]) == (TO, "sv")
    assert letter["Auto-Submitted"] == "auto-generated"
    assert letter["Date"].datetime == NOW
    text, html = letter.get_body(("plain",)), letter.get_body(("html",))
    assert isinstance(text, EmailMessage)
    assert isinstance(html, EmailMessage)
    assert text.get_content().replace("\r\n", "\n") == LETTER.text
    assert html.get_content().strip() == LETTER.html
    (extract,) = letter.iter_attachments()
    assert extract.get_filename() == "Protokollsutdrag § 12 åäö.pdf"
    assert extract.get_content() == LETTER.attachments[0].content
    (envelope,) = box.envelopes
    assert (envelope.mail_from, envelope.rcpt_tos) == ("delmal@exempelby.se", [TO])


async def test_each_attempt_has_the_same_message_id_and_no_other_letter_has_it(
    box: Mailbox,
) -> None:
    by = mail(plain(box))
    first = await send(by)
    assert await send(by) == first
    others = [await send(by, mark="d-2"), await send(by, to="kansli@exempelby.se")]
    assert len({first, *others}) == 3
    assert first.endswith("@exempelby.se>")


@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
async def test_a_letter_goes_encrypted_to_who_knows_the_password(
    security: Security, tmp_path: Path
) -> None:
    shown, trusted = server_tls(tmp_path)
    which = "tls" if security is Security.TLS else "starttls"
    async with mail_server(**{which: shown}) as box:
        server = MailServer("127.0.0.1", box.port, security, USER, PASSWORD)
        await send(mail(server, tls=trusted))
        assert len(box.letters) == len(box.logins) == 1
        with pytest.raises(MailError) as refused:
            await send(mail(replace(server, password="another"), tls=trusted))
        # A person has to put it right; what is owed waits.
        assert refused.value.ending is None
        assert "535" in refused.value.reason
        assert "another" not in refused.value.reason


# The server of the test leaves its socket to the garbage when a handshake is refused.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
async def test_a_certificate_that_nobody_vouches_for_gets_no_letter(
    security: Security, tmp_path: Path
) -> None:
    shown, _ = server_tls(tmp_path)
    which = "tls" if security is Security.TLS else "starttls"
    async with mail_server(**{which: shown}) as box:
        by = mail(MailServer("127.0.0.1", box.port, security, USER, PASSWORD))
        with pytest.raises(MailError) as refused:
            await send(by)
        assert (refused.value.ending, box.letters, box.logins) == (None, [], [])


async def test_a_server_that_offers_no_encryption_gets_no_letter(box: Mailbox) -> None:
    by = mail(
        MailServer("127.0.0.1", box.port, Security.STARTTLS), tls=ssl.create_default_context()
    )
    with pytest.raises(MailError) as refused:
        await send(by)
    assert (refused.value.ending, box.letters) == (None, [])


@pytest.mark.parametrize(
    ("where", "answer", "ending"),
    [
        ("to_recipient", "550 5.1.1 no such mailbox", Ending.GONE),
        ("to_recipient", "450 4.2.1 mailbox busy", None),
        ("to_recipient", "451 4.7.1 greylisted, come again", None),
        ("to_letter", "552 5.3.4 message too big", Ending.REFUSED),
        ("to_letter", "554 5.7.1 looks like spam", Ending.REFUSED),
        ("to_letter", "452 4.3.1 disk full", None),
    ],
)
async def test_what_the_server_answers_is_kept_and_says_whether_it_may_be_tried_again(
    box: Mailbox, where: str, answer: str, ending: Ending | None
) -> None:
    setattr(box, where, answer)
    with pytest.raises(MailError) as refused:
        await send(mail(plain(box)))
    assert (refused.value.ending, refused.value.reason) == (ending, answer)


@pytest.mark.parametrize(
    "written",
    ["", "kansli", "a@b", "a b@exempelby.se", "a@exempelby.se, b@exempelby.se", "a@@exempelby.se",
     "a@exempelby..se", "a@exempelby.se\r\nBcc: b@exempelby.se", "ordförande@exempelby.se"],
)  # fmt: skip
async def test_a_malformed_address_is_gone_before_any_server_is_asked(written: str) -> None:
    by = mail(MailServer("127.0.0.1", 9, Security.PLAIN))
    with pytest.raises(MailError) as refused:
        await send(by, to=written)
    assert (refused.value.ending, refused.value.reason) == (Ending.GONE, "AddressMalformed")


def test_a_domain_with_swedish_letters_is_written_as_the_network_knows_it() -> None:
    assert read_address("kansli@Åby.se").addr_spec == "kansli@xn--by-xia.se"


async def test_a_subject_cannot_bring_headers_along(box: Mailbox) -> None:
    await send(mail(plain(box)), replace(LETTER, subject="Beslut\r\nBcc: b@exempelby.se"))
    (letter,) = box.letters
    assert letter["Subject"] == "Beslut Bcc: b@exempelby.se"
    assert letter["Bcc"] is None


async def test_a_card_has_no_place_in_a_mailbox(box: Mailbox) -> None:
    route = await mail(plain(box)).find("exempelby", TO)
    with pytest.raises(NotTakenHereError) as refused:
        await route.carry(Card(Reply({}, "x", "x", "sv")), mark="d-1", another=at_once)
    assert refused.value.ending is Ending.GONE


class BadServer:
    """Says one thing, and then waits or hangs up."""

    def __init__(self, said: bytes, *, waits: bool) -> None:
        self._said = said
        self._waits = waits
        self.port = 0

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()
        await self._server.wait_closed()
        await asyncio.sleep(0.05)  # for the connection to be closed

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(self._said)
        with contextlib.suppress(ConnectionError):
            if self._waits:
                while await reader.read(1024):
                    pass
            writer.close()
            await writer.wait_closed()


@pytest.mark.parametrize(
    ("said", "waits", "reason"),
    [
        (b"220 mail.example ESMTP\r\n", True, "Timeout"),
        (b"", True, "Timeout"),
        (b"", False, "ConnectionBroken"),
        (b"421 4.3.2 closing\r\n", False, "421 4.3.2 closing"),
        (b"HTTP/1.1 400 Bad Request\r\n\r\n", False, ""),
    ],
    ids=["greets and hangs", "says nothing", "hangs up", "is closing", "is none"],
)
async def test_a_server_that_does_not_do_its_work_is_tried_again_later(
    said: bytes, waits: bool, reason: str
) -> None:
    async with BadServer(said, waits=waits) as server:
        with pytest.raises(MailError) as failed:
            await send(mail(MailServer("127.0.0.1", server.port, Security.PLAIN), timeout=0.3))
    assert failed.value.ending is None
    assert failed.value.reason.startswith(reason)


async def test_no_server_at_all_is_tried_again_later() -> None:
    async with BadServer(b"", waits=False) as server:
        port = server.port
    with pytest.raises(MailError) as failed:
        await send(mail(MailServer("127.0.0.1", port, Security.PLAIN)))
    assert failed.value.ending is None


@pytest.mark.parametrize(
    ("url", "server"),
    [
        ("smtp://mail.exempelby.se", MailServer("mail.exempelby.se", 25, Security.PLAIN)),
        ("smtps://mail.exempelby.se", MailServer("mail.exempelby.se", 465, Security.TLS)),
        (
            f"starttls://delmal:{quote(PASSWORD)}@mail.exempelby.se:2525",
            MailServer("mail.exempelby.se", 2525, Security.STARTTLS, "delmal", PASSWORD),
        ),
        ("smtp://u:p@localhost:1025", MailServer("localhost", 1025, Security.PLAIN, "u", "p")),
    ],
)
def test_the_address_of_a_mail_server_says_how_it_is_reached(url: str, server: MailServer) -> None:
    assert read_mail_server(url) == server
    assert "p@ss" not in repr(server)


@pytest.mark.parametrize(
    "url",
    ["", "mail.exempelby.se", "http://mail.exempelby.se", "smtp://", "smtp://h:port", "smtp://h/x",
     "smtps://user@h", "smtp://user:secret@mail.exempelby.se"],
)  # fmt: skip
def test_an_address_of_a_mail_server_that_is_none_is_refused_without_quoting_it(url: str) -> None:
    with pytest.raises(ValueError, match=r"must be|port|user|password") as refused:
        read_mail_server(url)
    assert "secret" not in str(refused.value)
