"""Letters by SMTP: to one mailbox each, through the municipality's own server."""

from __future__ import annotations

import asyncio
import hashlib
import re
import socket
import ssl
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP as SMTP_POLICY
from email.utils import format_datetime
from enum import StrEnum
from urllib.parse import unquote, urlsplit

import aiosmtplib

from bot.carrying import Another, NotTakenHereError
from bot.connector import DeliveryError
from dialogs.outgoing import Card, Letter
from goals.note import Ending

TIMEOUT = 15.0
"""Seconds for connecting, and for each answer of the server."""
DEADLINE = 45.0
"""Seconds for one letter: less than the lease of its note."""
LONGEST_REASON = 200
TEMPORARY = 500
"""A reply code below it may be another one later (RFC 5321, 4.2.1)."""

Languages = Callable[[str], Awaitable[str]]
"""The language of a municipality."""


class Security(StrEnum):
    """How the connection to the server is kept from others: the scheme of its address."""

    PLAIN = "smtp"
    TLS = "smtps"
    STARTTLS = "starttls"


_PORTS = {Security.PLAIN: 25, Security.TLS: 465, Security.STARTTLS: 587}


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where letters are handed in."""

    host: str
    port: int
    security: Security
    user: str | None = None
    password: str | None = None

    def __repr__(self) -> str:
        return f"MailServer({self.security}://{self.host}:{self.port})"


def read_mail_server(url: str) -> MailServer:
    """The server of an address such as "starttls://user:password@smtp.exempelby.se:587".

    Raises ValueError, which never quotes it: it may hold a password.
    """
    parts = urlsplit(url.strip())
    if parts.scheme not in set(Security) or not parts.hostname or parts.path.strip("/"):
        raise ValueError("must be smtp://HOST, starttls://HOST or smtps://HOST")
    try:
        port = parts.port
    except ValueError:
        raise ValueError("has a port that is none") from None
    security = Security(parts.scheme)
    if (parts.username is None) != (parts.password is None):
        raise ValueError("needs both a user and a password, or neither")
    if parts.password and security is Security.PLAIN and parts.hostname not in _LOOPBACK:
        raise ValueError("would send its password unencrypted: use starttls:// or smtps://")
    return MailServer(
        parts.hostname,
        port or _PORTS[security],
        security,
        unquote(parts.username) if parts.username else None,
        unquote(parts.password) if parts.password else None,
    )


_LOOPBACK = {"127.0.0.1", "localhost", "::1"}


class MailError(DeliveryError):
    """A letter was not taken."""

    def __init__(self, reason: str, ending: Ending | None = None) -> None:
        super().__init__(None, " ".join(reason.split())[:LONGEST_REASON])
        self._ending = ending

    @property
    def ending(self) -> Ending | None:
        """How this ends the letter; None where it may be taken later."""
        return self._ending


class Mail:
    """bot.carrying.Carrier to mailboxes."""

    def __init__(
        self,
        *,
        server: MailServer,
        sender: str,
        languages: Languages,
        clock: Callable[[], datetime],
        tls: ssl.SSLContext | None = None,
        timeout: float = TIMEOUT,
    ) -> None:
        """`sender` is "Exempelby kommun <delmal@exempelby.se>" or the address alone.

        `tls` trusts what the system trusts, unless told otherwise.
        """
        self._server = server
        self._sender = read_address(sender)
        self._languages = languages
        self._clock = clock
        self._tls = tls
        self._timeout = timeout

    async def find(self, tenant: str, to: str) -> MailRoute:
        """The way to this address. Raises MailError where it is none."""
        try:
            recipient = read_address(to)
        except ValueError:
            raise MailError("AddressMalformed", Ending.GONE) from None
        return MailRoute(self, tenant, recipient, await self._languages(tenant))

    async def send(self, letter: Letter, to: Address, mark: str) -> str:
        """Hand it in; its Message-ID. Raises MailError."""
        try:
            message = self.compose(letter, to, mark)
        except (MessageError, ValueError, UnicodeError) as error:
            raise MailError(f"LetterMalformed {error}", Ending.REFUSED) from error
        try:
            async with asyncio.timeout(DEADLINE):
                await self._hand_in(message, to)
        except TimeoutError as error:  # aiosmtplib's own are this, too
            raise MailError("Timeout") from error
        except aiosmtplib.SMTPException as error:
            raise _judged(error) from error
        except ssl.SSLCertVerificationError as error:
            raise MailError(f"CertificateRefused {error.verify_message}") from error
        except OSError as error:
            raise MailError(f"ConnectionBroken {error.strerror or type(error).__name__}") from error
        return str(message["Message-ID"])

    def compose(self, letter: Letter, to: Address, mark: str) -> EmailMessage:
        """The message as it goes out: text, HTML, and what is attached."""
        message = EmailMessage(policy=SMTP_POLICY)
        message["From"] = self._sender
        message["To"] = to
        message["Subject"] = " ".join(letter.subject.split())
        message["Date"] = format_datetime(self._clock())
        message["Message-ID"] = f"<{_digest(mark, to)}@{self._sender.domain}>"
        message["Auto-Submitted"] = "auto-generated"
        message.set_content(letter.text, cte="quoted-printable")
        message.add_alternative(letter.html, subtype="html", cte="quoted-printable")
        for each in letter.attachments:
            kind, _, subtype = each.media_type.partition("/")
            message.add_attachment(
                each.content, maintype=kind, subtype=subtype, filename=" ".join(each.name.split())
            )
        message["Content-Language"] = letter.language  # last: setting content takes it away
        return message

    async def _hand_in(self, message: EmailMessage, to: Address) -> None:
        server = self._server
        await aiosmtplib.send(
            message,
            sender=self._sender.addr_spec,
            recipients=[to.addr_spec],
            hostname=server.host,
            port=server.port,
            username=server.user,
            password=server.password,
            use_tls=server.security is Security.TLS,
            start_tls=server.security is Security.STARTTLS,
            tls_context=self._trusted(),
            local_hostname=socket.gethostname(),  # its default asks a name server, and waits
            timeout=self._timeout,
        )

    def _trusted(self) -> ssl.SSLContext | None:
        if self._server.security is not Security.PLAIN and self._tls is None:
            self._tls = ssl.create_default_context()
        return self._tls


@dataclass(frozen=True, slots=True)
class MailRoute:
    """bot.carrying.Route to one mailbox."""

    mail: Mail
    tenant: str
    to: Address
    language: str

    async def carry(self, message: Card | Letter, *, mark: str, another: Another) -> str:  # noqa: ARG002 — one request
        """Send a letter. Raises MailError."""
        if isinstance(message, Card):
            raise NotTakenHereError
        return await self.mail.send(message, self.to, f"{self.tenant} {mark}")


def read_address(text: str) -> Address:
    """The mailbox that a person has written. Raises ValueError where it cannot be one.

    A domain with å, ä or ö is written as the network knows it.
    """
    written = _ADDRESS.fullmatch(text.strip())
    if written is None:
        raise ValueError("must be an e-mail address")
    try:
        host = written["domain"].encode("idna").decode("ascii").lower()
    except UnicodeError:
        raise ValueError("must be an e-mail address") from None
    if not _HOST.fullmatch(host):
        raise ValueError("must be an e-mail address")
    return Address((written["name"] or "").strip(), written["user"], host)


_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}"
_ADDRESS = re.compile(
    rf"(?:(?P<name>[^<>@\"\x00-\x1f]{{0,120}})<)?"
    rf"(?P<user>{_ATOM}(?:\.{_ATOM})*)@(?P<domain>[^\s<>@]{{1,253}})(?(name)>)"
)
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}")


def _digest(mark: str, to: Address) -> str:
    """The same for each attempt to tell the same to the same mailbox: a double can be known."""
    return hashlib.sha256(f"{mark} {to.addr_spec}".encode()).hexdigest()[:40]


def _judged(error: aiosmtplib.SMTPException) -> MailError:
    """Whether it may be taken later.

    What is wrong between the server and us (a password, a sender) is put right by a person, so
    that is tried again as long as any other trouble.
    """
    match error:
        case aiosmtplib.SMTPRecipientsRefused(recipients=[first, *_]):
            return _replied(first, Ending.GONE)
        case aiosmtplib.SMTPRecipientRefused():
            return _replied(error, Ending.GONE)
        case aiosmtplib.SMTPDataError():
            return _replied(error, Ending.REFUSED)
        case aiosmtplib.SMTPResponseException():
            return MailError(f"{error.code} {error.message}")
        case aiosmtplib.SMTPServerDisconnected() | aiosmtplib.SMTPConnectError():
            return MailError("ConnectionBroken")
        case _:
            return MailError(f"{type(error).__name__} {error.message}")


def _replied(error: aiosmtplib.SMTPResponseException, ending: Ending) -> MailError:
    is_final = error.code >= TEMPORARY
    return MailError(f"{error.code} {error.message}", ending if is_final else None)
