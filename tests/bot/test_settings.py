"""The environment is read whole: every mistake is told at once, and nothing is guessed."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import SettingsError, read_settings

TENANT_A = "11111111-1111-4111-8111-11111111111a"
TENANT_B = "22222222-2222-4222-8222-22222222222b"
SIGNED = {
    "DELMAL_APP_ID": "6D2A7F0E-3b1c-4a77-9a55-0c7d0f4b8e21",
    "DELMAL_APP_SECRET": "secret",
    "DELMAL_TENANT_IDS": f"{TENANT_A.upper()}, {TENANT_B},",
    "DELMAL_APP_TENANT_ID": TENANT_A,
}


def test_without_an_app_id_it_is_local_mode() -> None:
    settings = read_settings({})
    assert settings.is_local
    assert (settings.host, settings.port) == ("127.0.0.1", 3978)
    assert settings.served == ("local",)


def test_ids_are_compared_in_small_letters() -> None:
    settings = read_settings(SIGNED)
    assert settings.app_id == SIGNED["DELMAL_APP_ID"].lower()
    assert settings.served == (TENANT_A, TENANT_B)


def test_the_only_tenant_served_is_where_the_app_is_registered() -> None:
    one = {**SIGNED, "DELMAL_TENANT_IDS": TENANT_B}
    del one["DELMAL_APP_TENANT_ID"]
    assert read_settings(one).home_tenant == TENANT_B


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.1", "example.org", "::"])  # noqa: S104 — that it is refused
def test_local_mode_listens_on_this_machine_only(host: str) -> None:
    with pytest.raises(SettingsError, match="DELMAL_HOST"):
        read_settings({"DELMAL_HOST": host})


def test_a_misspelt_setting_is_refused_with_what_may_be_meant() -> None:
    with pytest.raises(SettingsError, match=r"DELMAL_PROT: .* did you mean DELMAL_PORT\?"):
        read_settings({"DELMAL_PROT": "1"})
    with pytest.raises(SettingsError, match="DELMAL_XYZZY: there is no such setting; remove it"):
        read_settings({"DELMAL_XYZZY": "1"})


@pytest.mark.parametrize("name", ["DELMAL_APP_ID", "DELMAL_APP_TENANT_ID", "DELMAL_TENANT_IDS"])
@pytest.mark.parametrize("wrong", ["exempelby.onmicrosoft.com", "11111111-1111", f"{TENANT_A}x"])
def test_what_is_no_id_of_entra_is_refused(name: str, wrong: str) -> None:
    with pytest.raises(SettingsError) as error:
        read_settings({**SIGNED, name: wrong})
    assert f"{name}: '{wrong}' is no id of Entra" in str(error.value)


def test_all_mistakes_are_told_at_once() -> None:
    with pytest.raises(SettingsError) as error:
        read_settings({"DELMAL_PORT": "many", "DELMAL_PROT": "1", "OTHER": "ours to ignore"})
    assert len(str(error.value).splitlines()) == 2


def test_a_signed_bot_needs_its_secret_and_its_home() -> None:
    with pytest.raises(SettingsError) as error:
        read_settings({"DELMAL_APP_ID": SIGNED["DELMAL_APP_ID"]})
    assert "needs exactly one of DELMAL_APP_SECRET, " in str(error.value)
    assert "DELMAL_APP_TENANT_ID" in str(error.value)


def test_a_secret_is_never_shown(tmp_path: Path) -> None:
    settings = read_settings(
        {
            **SIGNED,
            "DELMAL_DATABASE_URL": "postgresql+asyncpg://u:pass@h/d",
            "DELMAL_DATA": str(tmp_path),
        }
    )
    assert "'secret'" not in repr(settings)
    assert "pass@" not in repr(settings)


def test_an_empty_value_is_no_value() -> None:
    assert read_settings({"DELMAL_PORT": "", "DELMAL_APP_ID": ""}).port == 3978


def test_the_public_address_is_one_that_a_browser_trusts() -> None:
    given = {"DELMAL_PUBLIC_URL": " https://delmal.exempel.se/bot/ "}
    assert read_settings(given).public_url == "https://delmal.exempel.se/bot"
    assert read_settings({"DELMAL_PUBLIC_URL": "http://127.0.0.1:3978"}).public_url
    assert read_settings({}).public_url is None
    for bad in (
        "http://delmal.exempel.se", "delmal.exempel.se", "ftp://x.se", "https://",
        "https://u:p@x.se", "https://x.se/?a=1", "https://x.se/#a", "javascript:alert(1)",
    ):  # fmt: skip
        with pytest.raises(SettingsError, match="DELMAL_PUBLIC_URL"):
            read_settings({"DELMAL_PUBLIC_URL": bad})


def test_a_managed_identity_takes_the_place_of_the_secret_and_its_home() -> None:
    environment = {
        "DELMAL_APP_ID": SIGNED["DELMAL_APP_ID"],
        "DELMAL_TENANT_IDS": f"{TENANT_A}, {TENANT_B}",
        "DELMAL_MANAGED_IDENTITY": "true",
    }
    assert read_settings(environment).managed_identity


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DELMAL_MANAGED_IDENTITY", "true"),
        ("DELMAL_APP_SECRET_FILE", "secret"),
        ("DELMAL_APP_CERTIFICATE", "delmal.pem"),
    ],
)
def test_the_bot_proves_itself_in_one_way(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=f"exactly one of .*{name}"):
        read_settings({**SIGNED, name: value})
    alone = {**SIGNED, name: value, "DELMAL_APP_SECRET": ""}
    assert read_settings(alone).app_secret is None


def test_a_day_that_no_secret_expires_is_a_mistake() -> None:
    given = {**SIGNED, "DELMAL_APP_SECRET": "", "DELMAL_APP_CERTIFICATE": "delmal.pem"}
    with pytest.raises(SettingsError, match="DELMAL_APP_SECRET_EXPIRES"):
        read_settings({**given, "DELMAL_APP_SECRET_EXPIRES": "2027-01-31"})


def test_letters_need_a_server_and_a_sender() -> None:
    both = {
        "DELMAL_SMTP_URL": "starttls://delmal:hemligt@smtp.exempelby.se",
        "DELMAL_MAIL_FROM": "Exempelby kommun <delmal@exempelby.se>",
    }
    settings = read_settings(both)
    assert "hemligt" not in repr(settings)
    for name, value in both.items():
        with pytest.raises(SettingsError, match="DELMAL_SMTP_URL and DELMAL_MAIL_FROM"):
            read_settings({name: value})


@pytest.mark.parametrize(
    "wrong",
    [
        {"DELMAL_SMTP_URL": "smtp://delmal:hemligt@smtp.exempelby.se"},
        {"DELMAL_SMTP_URL": "http://delmal:hemligt@smtp.exempelby.se"},
        {"DELMAL_SMTP_URL": "smtps://delmal:hemligt@smtp.exempelby.se:port"},
        {"DELMAL_MAIL_FROM": "Exempelby kommun"},
    ],
)
def test_a_mistake_in_the_mail_server_is_told_without_its_password(wrong: dict[str, str]) -> None:
    with pytest.raises(SettingsError) as error:
        read_settings(wrong)
    assert next(iter(wrong)) in str(error.value)
    assert "hemligt" not in str(error.value)
