"""The bot proves itself to Entra by a secret or a certificate; a new one needs no restart."""

from __future__ import annotations

import base64
from collections.abc import AsyncIterator, Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import aiohttp
import jwt
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
)

from bot import credentials
from bot.app import open_memory, serving, utc_now
from bot.checks import check_expiry
from bot.connector import DeliveryError, Tokens
from bot.credentials import (
    Client,
    CredentialError,
    Proof,
    Secret,
    proof_of,
    read_certificate,
    read_secret,
)
from bot.settings import Settings
from dialogs.health import Finding, Grade
from dialogs.texts import LANGUAGES, say
from goals.actor import Grant, Role
from storage.people import grant_role
from tests.bot.echo import eventually
from tests.service import service, signed_settings
from tests.teams import APP_SECRET, PERSON, TENANT, TeamsStandIn, private_key

LAST = datetime(2027, 1, 31, 22, 59, 59, tzinfo=UTC)
"""Of a certificate: in Stockholm still the same day."""


class FakeTime:
    """A clock of seconds."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
async def teams() -> AsyncIterator[TeamsStandIn]:
    """Microsoft's side."""
    async with TeamsStandIn() as stand_in:
        yield stand_in


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    """The one session."""
    async with aiohttp.ClientSession() as session:
        yield session


def certificate(key: RSAPrivateKey, *, last: datetime = LAST) -> x509.Certificate:
    """A certificate of that key, signed by itself as those for an app registration are."""
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "delmal")])
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(datetime(2020, 1, 1, tzinfo=UTC))
        .not_valid_after(last)
        .sign(key, hashes.SHA256())
    )


def pem(*parts: x509.Certificate | RSAPrivateKey | ec.EllipticCurvePrivateKey) -> bytes:
    """These in a file."""
    return b"".join(
        each.public_bytes(Encoding.PEM)
        if isinstance(each, x509.Certificate)
        else each.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        for each in parts
    )


def thumbprint(of: x509.Certificate) -> str:
    """As Entra lists it."""
    digest = of.fingerprint(hashes.SHA256())
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def entra_knows(teams: TeamsStandIn, *known: x509.Certificate) -> None:
    """Entra takes what was signed with the keys of these certificates, each once, and no more."""
    seen: set[str] = set()

    def judge(form: Mapping[str, str]) -> int:
        if "client_secret" in form:
            return 7000215
        assert form["client_assertion_type"] == credentials.ASSERTION_TYPE
        header = jwt.get_unverified_header(form["client_assertion"])
        assert (header["alg"], header["typ"]) == ("PS256", "JWT")
        signer = {thumbprint(each): each for each in known}.get(header["x5t#S256"])
        if signer is None:
            return 700027
        claims = jwt.decode(
            form["client_assertion"],
            signer.public_key(),  # type: ignore[arg-type]
            algorithms=["PS256"],
            audience=teams.token_url.replace("{tenant}", teams.tenant),
            issuer=teams.app_id,
            options={"require": ["aud", "exp", "iss", "jti", "nbf", "sub"]},
        )
        assert claims["sub"] == form["client_id"] == teams.app_id
        assert claims["exp"] - claims["nbf"] <= 600
        assert claims["jti"] not in seen
        seen.add(claims["jti"])
        return 0

    teams.token_judge = judge


def tokens(
    teams: TeamsStandIn,
    session: aiohttp.ClientSession,
    settings: Settings,
    clock: FakeTime | None = None,
) -> Tokens:
    """The bot's, proved as the settings say."""
    read = proof_of(settings)
    assert read is not None
    client = Client(
        session=session,
        app_id=teams.app_id,
        read=read,
        tenant=teams.tenant,
        token_url=teams.token_url,
    )
    return Tokens(client, clock=clock or FakeTime())


def with_certificate(teams: TeamsStandIn, file: Path) -> Settings:
    """Set up to prove itself by that file."""
    more = {"DELMAL_APP_SECRET": "", "DELMAL_APP_CERTIFICATE": str(file)}
    return signed_settings(teams, file.parent, more=more)


def with_secret_file(teams: TeamsStandIn, file: Path, **more: str) -> Settings:
    """Set up to prove itself by the secret in that file."""
    given = {"DELMAL_APP_SECRET": "", "DELMAL_APP_SECRET_FILE": str(file)}
    return signed_settings(teams, file.parent, more={**given, **more})


# --- the certificate ---


async def test_a_certificate_proves_the_bot_by_what_its_key_signs(
    teams: TeamsStandIn, session: aiohttp.ClientSession, tmp_path: Path
) -> None:
    key = private_key(101)
    known = certificate(key)
    entra_knows(teams, known)
    file = tmp_path / "delmal.pem"
    file.write_bytes(pem(key, known))
    for _ in range(2):
        assert await tokens(teams, session, with_certificate(teams, file)).token()
    assert all("client_secret" not in form for form in teams.token_forms)


async def test_a_new_certificate_is_used_from_the_next_token_on(
    teams: TeamsStandIn, session: aiohttp.ClientSession, tmp_path: Path
) -> None:
    old, new = (certificate(private_key(number)) for number in (101, 102))
    file = tmp_path / "delmal.pem"
    file.write_bytes(pem(old, private_key(101)))
    clock = FakeTime()
    ours = tokens(teams, session, with_certificate(teams, file), clock)
    entra_knows(teams, old)
    assert await ours.token() == "bot-token-1"
    entra_knows(teams, new)
    clock.now += 3601
    with pytest.raises(DeliveryError, match="AADSTS700027"):
        await ours.token()
    file.write_bytes(pem(new, private_key(102)))
    assert await ours.token() == "bot-token-3"


def test_of_a_chain_the_key_s_own_certificate_is_taken_and_the_one_good_longest(
    tmp_path: Path,
) -> None:
    key, other = private_key(101), private_key(102)
    renewed = certificate(key, last=LAST + timedelta(days=365))
    chain = [certificate(other, last=LAST + timedelta(days=3650)), certificate(key), renewed]
    file = tmp_path / "delmal.pem"
    file.write_bytes(pem(*chain, key))
    read = read_certificate(file)
    assert read.thumbprint == thumbprint(renewed)
    assert read.last_day == date(2028, 1, 31)


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "credential-no-certificate"),
        (b"\x00not a certificate", "credential-no-certificate"),
        (pem(private_key(101)), "credential-no-certificate"),
        (pem(certificate(private_key(101))), "credential-no-key"),
        (
            pem(certificate(private_key(101)), ec.generate_private_key(ec.SECP256R1())),
            "credential-no-key",
        ),
        (
            pem(certificate(private_key(101)))
            + private_key(101).private_bytes(
                Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(b"password")
            ),
            "credential-no-key",
        ),
        (pem(certificate(private_key(101)), private_key(102)), "credential-other-key"),
    ],
)
def test_a_file_that_is_no_certificate_with_its_key_is_told_what_it_lacks(
    tmp_path: Path, content: bytes, key: str
) -> None:
    file = tmp_path / "delmal.pem"
    file.write_bytes(content)
    with pytest.raises(CredentialError) as raised:
        read_certificate(file)
    assert raised.value.key == key
    for language in LANGUAGES:
        assert str(file) in say(language, key, **raised.value.arguments)


# --- the secret in a file ---


async def test_a_new_secret_is_used_from_the_next_token_on(
    teams: TeamsStandIn, session: aiohttp.ClientSession, tmp_path: Path
) -> None:
    file = tmp_path / "secret"
    file.write_text("the old one\n", encoding="utf-8")
    clock = FakeTime()
    ours = tokens(teams, session, with_secret_file(teams, file), clock)
    for secret in ("the old one", "the new one"):
        file.write_text(f"{secret}\n", encoding="utf-8")
        assert await ours.token()
        assert teams.token_forms[-1]["client_secret"] == secret
        clock.now += 3601


def test_a_secret_may_say_when_it_expires(tmp_path: Path) -> None:
    file, told = tmp_path / "secret", date(2026, 1, 1)
    file.write_bytes(b"the secret\r\n2027-01-31\r\n")
    assert read_secret(file, last_day=told) == Secret("the secret", date(2027, 1, 31))
    file.write_bytes(b"the secret")
    assert read_secret(file, last_day=told) == Secret("the secret", told)
    assert "the secret" not in repr(read_secret(file))


@pytest.mark.parametrize(
    ("content", "key"),
    [(b"", "credential-empty"), (b" \n\n", "credential-empty"), (b"x\nsoon", "credential-day")],
)
def test_a_file_that_is_no_secret_is_told(tmp_path: Path, content: bytes, key: str) -> None:
    file = tmp_path / "secret"
    file.write_bytes(content)
    with pytest.raises(CredentialError) as raised:
        read_secret(file)
    assert raised.value.key == key
    for language in LANGUAGES:
        assert str(file) in say(language, key, **raised.value.arguments)


async def test_a_file_that_is_away_for_a_moment_loses_no_token_and_no_message(
    teams: TeamsStandIn, session: aiohttp.ClientSession, tmp_path: Path
) -> None:
    file = tmp_path / "secret"
    file.write_text(APP_SECRET, encoding="utf-8")
    clock = FakeTime()
    ours = tokens(teams, session, with_secret_file(teams, file), clock)
    assert await ours.token() == "bot-token-1"
    file.unlink()
    clock.now += 3400  # due for a new one, and this one is good still
    assert await ours.token() == "bot-token-1"
    clock.now += 201
    with pytest.raises(DeliveryError, match="CredentialUnreadable") as raised:
        await ours.token()
    assert raised.value.status is None, "as nobody at home: it is tried again"
    file.write_text(APP_SECRET, encoding="utf-8")
    assert await ours.token() == "bot-token-2"


# --- the last day ---


def found(settings: Settings, today: date) -> Finding:
    """What is told of it, in both languages."""
    finding = check_expiry(settings, today=today)
    for language in LANGUAGES:
        assert finding.sentence(language)
    return finding


def test_the_last_day_is_read_from_the_certificate_itself(
    teams: TeamsStandIn, tmp_path: Path
) -> None:
    file = tmp_path / "delmal.pem"
    file.write_bytes(pem(certificate(private_key(101)), private_key(101)))
    settings = with_certificate(teams, file)
    for day, grade, key in (
        (date(2026, 12, 1), Grade.OK, "check-expiry-certificate"),
        (date(2027, 1, 2), Grade.WARNING, "check-expiry-certificate"),
        (date(2027, 1, 31), Grade.FAILED, "check-expiry-certificate-past"),
    ):
        finding = found(settings, day)
        assert (finding.grade, finding.key) == (grade, key)
        assert finding.arguments["day"] == "2027-01-31"
    file.unlink()
    assert found(settings, date(2026, 12, 1)).key == "credential-unreadable"


def test_the_last_day_of_a_secret_follows_the_secret_in_its_file(
    teams: TeamsStandIn, tmp_path: Path
) -> None:
    file = tmp_path / "secret"
    file.write_text("old", encoding="utf-8")
    settings = with_secret_file(teams, file, DELMAL_APP_SECRET_EXPIRES="2026-12-31")
    assert found(settings, date(2026, 12, 30)).grade is Grade.WARNING
    file.write_text("new\n2027-12-31", encoding="utf-8")
    assert found(settings, date(2026, 12, 30)).grade is Grade.OK


async def test_the_administrators_hear_that_the_certificate_expires(
    teams: TeamsStandIn, tmp_path: Path
) -> None:
    file, last = tmp_path / "delmal.pem", utc_now() + timedelta(days=6)
    known = certificate(private_key(101), last=last)
    entra_knows(teams, known)
    file.write_bytes(pem(known, private_key(101)))
    settings = with_certificate(teams, file)
    more = {"DELMAL_APP_SECRET": "", "DELMAL_APP_CERTIFICATE": str(file)}
    async with service(teams, tmp_path, more=more) as bot:
        await bot.say("hej")  # so that the person can be reached
    async with open_memory(settings) as memory:
        await grant_role(
            memory.database,
            tenant=TENANT,
            object_id=PERSON,
            grant=Grant(Role.ADMIN),
            by=None,
            now=utc_now(),
        )
    async with serving(settings):
        await eventually(lambda: len(teams.said) > 1)
    assert (
        "Botens certifikat i Entra går ut"
        in teams.said[-1]["attachments"][0]["content"]["fallbackText"]
    )


# --- the start ---


async def test_what_proves_nothing_stops_the_start_before_anything_is_done(
    teams: TeamsStandIn, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    settings = with_certificate(teams, data / "delmal.pem")
    with pytest.raises(CredentialError, match="credential-unreadable"):
        async with serving(settings):
            pass
    assert not data.exists()


def test_local_mode_and_a_managed_identity_need_no_proof_of_their_own(
    teams: TeamsStandIn, tmp_path: Path
) -> None:
    more = {"DELMAL_APP_SECRET": "", "DELMAL_MANAGED_IDENTITY": "true"}
    assert proof_of(signed_settings(teams, tmp_path, more=more)) is None
    assert proof_of(Settings()) is None


def test_a_proof_is_never_shown(tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_text(APP_SECRET, encoding="utf-8")
    proof: Proof = read_secret(file)
    assert APP_SECRET not in repr(proof)
