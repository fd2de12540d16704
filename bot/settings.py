"""Every setting, from the environment, typed; all mistakes are told at once."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from urllib.parse import urlsplit
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError, field_validator

from bot.authentication import LOCAL_TENANT, METADATA_URL
from bot.connector import TOKEN_URL
from bot.files import FILE_HOSTS, read_host
from bot.mail import read_address, read_mail_server
from goals.reminding import WORKING_DAYS
from storage.gaps import KEPT_FOR as GAPS_KEPT
from storage.outbox import KEPT_FOR as MESSAGES_KEPT

PREFIX = "DELMAL_"
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
_ROOT = Path(__file__).parent.parent


class SettingsError(Exception):
    """The environment holds mistakes; each line of the message names one."""


class Settings(BaseModel):
    """How this process is set up. Without an app id it is in local mode."""

    model_config = ConfigDict(frozen=True)

    host: str = "127.0.0.1"
    """The address to listen on. Local mode listens on loopback only."""
    port: int = Field(default=3978, ge=0, le=65535)
    """0 takes a free one."""
    data: Path = _ROOT / "data"
    """The folder of the embedded database."""
    database_url: SecretStr | None = None
    """Without one: SQLite in the data folder. It may hold a password."""
    app_id: str | None = None
    app_secret: SecretStr | None = None
    app_secret_file: Path | None = None
    """Instead: where the secret lies; read anew for each token."""
    app_certificate: Path | None = None
    """Instead: a certificate and its RSA key, PEM; read anew for each token."""
    managed_identity: bool = False
    """Instead: where the bot runs in Azure."""
    app_secret_expires: date | None = None
    """Administrators are told in time, and `check` tells. A certificate says it itself."""
    app_tenant_id: str | None = None
    """Where the app is registered; the only tenant served, if not given."""
    tenant_ids: tuple[str, ...] = ()
    """The municipalities served, parted by commas; created at start."""
    openid_metadata_url: str = METADATA_URL
    token_url: str = TOKEN_URL
    public_url: str | None = None
    """Where people's browsers reach us, "https://delmal.exempel.se": for links to papers, and in
    the app package."""
    remind_after: int = Field(default=WORKING_DAYS, ge=1, le=60)
    """Working days until a unit that has not acknowledged a decision is reminded."""
    smtp_url: SecretStr | None = None
    """The mail server, "starttls://user:password@smtp.exempel.se"; without one, no letters."""
    mail_from: str | None = None
    """Whom letters are from: "Exempelby kommun <delmal@exempelby.se>"."""
    service_url_hosts: tuple[str, ...] = ()
    """Further host names that the bot may answer to, parted by commas."""
    turns_a_minute: int = Field(default=60, ge=2, le=1_000_000)
    """Of one person; half of them may come at once."""
    keep_messages: int = Field(default=MESSAGES_KEPT.days, ge=30, le=3650)
    """Days that a message's row in the outbox is kept after it was sent or given up."""
    keep_gaps: int = Field(default=GAPS_KEPT.days, ge=1, le=3650)
    """Days that a word of a question without an answer is counted for a person."""
    file_hosts: tuple[str, ...] = FILE_HOSTS
    """Where files that people send may be fetched, parted by commas; "*.host" for all below it."""

    @field_validator("tenant_ids", "service_url_hosts", "file_hosts", mode="before")
    @classmethod
    def _parted_by_commas(cls, value: object) -> object:
        if isinstance(value, str):
            return tuple(part.strip().lower() for part in value.split(",") if part.strip())
        return value

    @field_validator("file_hosts")
    @classmethod
    def _each_a_host(cls, hosts: tuple[str, ...]) -> tuple[str, ...]:
        for host in hosts:
            read_host(host)
        return hosts

    @field_validator("smtp_url")
    @classmethod
    def _a_mail_server(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None:
            read_mail_server(value.get_secret_value())
        return value

    @field_validator("mail_from")
    @classmethod
    def _a_mailbox(cls, value: str | None) -> str | None:
        if value is not None:
            read_address(value)
        return value

    @field_validator("app_id", "app_tenant_id", mode="before")
    @classmethod
    def _empty_is_none(cls, value: object) -> object:
        if isinstance(value, str):
            return value.strip().lower() or None
        return value

    @field_validator("app_id", "app_tenant_id", "tenant_ids")
    @classmethod
    def _ids_of_entra(cls, value: str | tuple[str, ...] | None) -> str | tuple[str, ...] | None:
        for each in (value,) if isinstance(value, str) else value or ():
            try:
                UUID(each)
            except ValueError:
                raise ValueError(
                    f"{each!r} is no id of Entra; give one such as"
                    " 00000000-0000-0000-0000-000000000000"
                ) from None
        return value

    @field_validator("public_url")
    @classmethod
    def _an_address(cls, value: str | None) -> str | None:
        if value is None:
            return None
        parts = urlsplit(value.strip())
        more = parts.query or parts.fragment or parts.username or parts.password
        here = parts.scheme == "http" and parts.hostname in LOOPBACK
        if not parts.hostname or more or not (parts.scheme == "https" or here):
            raise ValueError("must be an address such as https://delmal.exempel.se")
        return value.strip().rstrip("/")

    @property
    def is_local(self) -> bool:
        """Whether this is local mode: one tenant on one desk, and no signatures."""
        return self.app_id is None

    @property
    def served(self) -> tuple[str, ...]:
        """The tenants to be created at start."""
        return (LOCAL_TENANT,) if self.is_local else self.tenant_ids

    @property
    def home_tenant(self) -> str | None:
        """Where the bot's own token is fetched."""
        if self.app_tenant_id:
            return self.app_tenant_id
        return self.tenant_ids[0] if len(self.tenant_ids) == 1 else None


def read_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """Read the environment. Raises SettingsError that names every mistake in it."""
    environment = os.environ if environment is None else environment
    known = {PREFIX + name.upper() for name in Settings.model_fields}
    given = {
        name.removeprefix(PREFIX).lower(): value
        for name, value in environment.items()
        if name in known and value != ""
    }
    mistakes = [
        _no_such_setting(name, known)
        for name in sorted(environment)
        if name.startswith(PREFIX) and name not in known
    ]
    settings = None
    try:
        settings = Settings.model_validate(given)
    except ValidationError as error:
        mistakes += [
            f"{PREFIX}{str(each['loc'][0]).upper()}: {_in_a_sentence(each['msg'])}"
            for each in error.errors()
        ]
    if settings is not None:
        mistakes += _contradictions(settings)
    if mistakes or settings is None:
        raise SettingsError("\n".join(mistakes))
    return settings


def _in_a_sentence(message: str) -> str:
    told = message.removeprefix("Value error, ")
    return told[:1].lower() + told[1:]


def _no_such_setting(name: str, known: set[str]) -> str:
    words = sorted(each.removeprefix(PREFIX) for each in known)
    nearest = get_close_matches(name.removeprefix(PREFIX), words, n=1)
    meant = f"did you mean {PREFIX}{nearest[0]}? Otherwise remove it" if nearest else "remove it"
    return f"{name}: there is no such setting; {meant}. The README lists all of them"


def _contradictions(settings: Settings) -> list[str]:
    mistakes = []
    if (settings.smtp_url is None) != (settings.mail_from is None):
        mistakes.append(
            f"{PREFIX}SMTP_URL and {PREFIX}MAIL_FROM: letters need both, the server and the sender"
        )
    if settings.is_local:
        if settings.host not in LOOPBACK:
            mistakes.append(
                f"{PREFIX}HOST: without {PREFIX}APP_ID the bot listens on this machine only"
                " (127.0.0.1), because nobody's signature is checked"
            )
        if settings.tenant_ids:
            mistakes.append(
                f"{PREFIX}TENANT_IDS: without {PREFIX}APP_ID there is only the local tenant"
            )
        return mistakes
    proofs = (
        settings.app_secret,
        settings.app_secret_file,
        settings.app_certificate,
        settings.managed_identity or None,
    )
    if sum(each is not None for each in proofs) != 1:
        mistakes.append(
            f"{PREFIX}APP_ID: needs exactly one of {PREFIX}APP_SECRET, {PREFIX}APP_SECRET_FILE,"
            f" {PREFIX}APP_CERTIFICATE and {PREFIX}MANAGED_IDENTITY=true"
        )
    if settings.app_secret_expires and not (settings.app_secret or settings.app_secret_file):
        mistakes.append(
            f"{PREFIX}APP_SECRET_EXPIRES: is the last day of a secret, and none is given"
        )
    if settings.home_tenant is None and not settings.managed_identity:
        mistakes.append(
            f"{PREFIX}APP_TENANT_ID: is needed unless {PREFIX}TENANT_IDS names exactly one"
        )
    return mistakes
