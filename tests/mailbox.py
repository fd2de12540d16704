"""A real mail server on the loopback address, and what lies in its mailboxes."""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import ipaddress
import ssl
import warnings
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.x509.oid import NameOID

from tests.teams import private_key

USER, PASSWORD = "delmal", "not a real p@ssword"


@dataclass
class Mailbox:
    """What a mail server got, and how it answers."""

    letters: list[EmailMessage] = field(default_factory=list)
    envelopes: list[Envelope] = field(default_factory=list)
    to_recipient: str = "250 OK"
    """Its answer to RCPT TO."""
    to_letter: str = "250 OK"
    """Its answer to a whole letter, which it keeps where that is 250."""
    logins: list[LoginPassword] = field(default_factory=list)
    port: int = 0

    async def handle_RCPT(  # noqa: N802 — the library's name
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: Any
    ) -> str:
        if self.to_recipient.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.to_recipient

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        if self.to_letter.startswith("250"):
            assert isinstance(envelope.content, bytes)
            letter = message_from_bytes(envelope.content, policy=default)
            assert isinstance(letter, EmailMessage)
            self.letters.append(letter)
            self.envelopes.append(envelope)
        return self.to_letter

    def authenticate(
        self, _server: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, given: Any
    ) -> AuthResult:
        self.logins.append(given)
        return AuthResult(
            success=given == LoginPassword(USER.encode(), PASSWORD.encode()), handled=False
        )


@contextlib.asynccontextmanager
async def mail_server(
    *, tls: ssl.SSLContext | None = None, starttls: ssl.SSLContext | None = None
) -> AsyncIterator[Mailbox]:
    """Serve on a free port; with TLS from the first byte, or after STARTTLS; then it wants a login.

    Without either it takes letters from everybody.
    """
    box = Mailbox()
    loop = asyncio.get_running_loop()

    served: list[SMTP] = []

    def keep(connection: SMTP) -> SMTP:
        served.append(connection)
        return connection

    def new() -> SMTP:
        with warnings.catch_warnings():
            # A login without STARTTLS: it cannot see that all is encrypted from the first byte.
            warnings.simplefilter("ignore")
            return keep(made())

    def made() -> SMTP:
        return SMTP(
            box,
            loop=loop,
            hostname="mail.example",
            tls_context=starttls,
            require_starttls=starttls is not None,
            auth_required=bool(tls or starttls),
            auth_require_tls=starttls is not None,
            authenticator=box.authenticate,
            enable_SMTPUTF8=True,
        )

    server = await loop.create_server(new, "127.0.0.1", 0, ssl=tls)
    box.port = server.sockets[0].getsockname()[1]
    try:
        yield box
    finally:
        server.close()
        for each in served:
            if isinstance(each.transport, asyncio.Transport):
                each.transport.abort()
        await server.wait_closed()
        await asyncio.sleep(0.05)  # an encrypted connection is closed in several steps


def server_tls(folder: Path) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """What a server with a certificate of its own making shows, and what trusts just that."""
    key = private_key(99)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = dt.datetime.now(dt.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]),
            critical=False,
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    chain = folder / "mail.pem"
    chain.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + certificate.public_bytes(serialization.Encoding.PEM)
    )
    shown = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    shown.load_cert_chain(chain)
    trusted = ssl.create_default_context(
        cadata=certificate.public_bytes(serialization.Encoding.PEM).decode()
    )
    return shown, trusted
