"""The app package is what Teams takes: valid, whole in both languages, the same bytes each time."""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import time_machine
from jsonschema import Draft4Validator
from typer.testing import CliRunner

from bot.__main__ import app
from bot.message_extension import SEARCH
from bot.version import version
from dialogs.registry import FORMS
from manifest.build import SCHEMA, Deployment, ManifestError, manifest_of, package, read_deployment
from tests.pictures import read_png
from tests.teams import APP_ID

ROOT = Path(__file__).parent.parent
SCHEMAS = Path(__file__).parent / "manifest_schema"
SCOPES = ["personal", "team", "groupChat", "copilot"]


def schema(name: str) -> Any:
    """One of Microsoft's schemas."""
    return json.loads((SCHEMAS / f"MicrosoftTeams.{name}").read_text(encoding="utf-8"))


def deployment(**given: Any) -> Deployment:
    """A municipality's."""
    values = {
        "app_id": APP_ID,
        "public_url": "https://delmal.exempelby.se",
        "version": "1.2.3",
        "developer": "Exempelby kommun (påhittad)",
    }
    return read_deployment(**{**values, **given})


def unpacked() -> dict[str, bytes]:
    """The files of a package, by their names."""
    with zipfile.ZipFile(io.BytesIO(package(deployment()))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def mistakes(name: str, document: Any) -> list[str]:
    """What Microsoft's schema finds wrong."""
    found = Draft4Validator(schema(name)).iter_errors(document)
    return [f"{list(each.absolute_path)}: {each.message}" for each in found]


def paths(part: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Each string in the manifest with its place, as a language file names it."""
    if isinstance(part, dict):
        for name, value in part.items():
            yield from paths(value, f"{path}.{name}" if path else name)
    elif isinstance(part, list):
        for number, value in enumerate(part):
            yield from paths(value, f"{path}[{number}]")
    elif isinstance(part, str):
        yield path, part


def test_the_manifest_is_valid_by_microsofts_schema() -> None:
    manifest = json.loads(unpacked()["manifest.json"])
    assert mistakes("schema.json", manifest) == []
    assert (
        manifest["manifestVersion"]
        == schema("schema.json")["properties"]["manifestVersion"]["const"]
    )


@pytest.mark.parametrize(
    "planted",
    [
        {"name": {"short": "x" * 31}},
        {"bots": [{"botId": "none", "scopes": ["personal"]}]},
        {"accentColor": "green"},
        {"supportsChannelFeatures": "tier9"},
        {"unknown": True},
    ],
)
def test_a_manifest_that_is_wrong_would_be_found_out(planted: dict[str, Any]) -> None:
    assert mistakes("schema.json", {**manifest_of(deployment()), **planted})


def test_the_english_file_is_valid_by_microsofts_schema() -> None:
    assert mistakes("Localization.schema.json", json.loads(unpacked()["en.json"])) == []


def test_every_sentence_of_the_manifest_stands_in_english_and_nothing_else_does() -> None:
    localisation = schema("Localization.schema.json")
    patterns = [
        *(rf"^{re.escape(name)}$" for name in localisation["properties"]),
        *localisation["patternProperties"],
    ]
    swedish = {
        path: text
        for path, text in paths(manifest_of(deployment()))
        if path != "$schema" and any(re.search(pattern, path) for pattern in patterns)
    }
    english = json.loads(unpacked()["en.json"])
    del english["$schema"]
    assert sorted(english) == sorted(swedish)
    assert [key for key in swedish if english[key] == swedish[key]] == ["name.short"]


def test_the_number_of_the_schema_stands_in_one_place() -> None:
    for file in (ROOT / "manifest").glob("*.json"):
        assert SCHEMA not in file.read_text(encoding="utf-8"), file


def test_every_value_of_the_deployment_is_put_in() -> None:
    for name in ("manifest.json", "en.json"):
        assert re.findall(r"\{\w+\}", unpacked()[name].decode()) == []


def test_every_file_that_is_named_is_in_the_package_and_no_other() -> None:
    files = unpacked()
    manifest = json.loads(files["manifest.json"])
    named = [
        *manifest["icons"].values(),
        *(each["file"] for each in manifest["localizationInfo"]["additionalLanguages"]),
    ]
    assert sorted(files) == sorted(["manifest.json", *named])


def test_the_same_deployment_gives_the_same_bytes_whenever_it_is_built() -> None:
    with time_machine.travel("2025-01-01"):
        first = package(deployment())
    with time_machine.travel("2031-12-31"):
        assert package(deployment()) == first


def test_one_registration_stands_behind_everything() -> None:
    manifest = manifest_of(deployment())
    (bot,), (extension,) = manifest["bots"], manifest["composeExtensions"]
    (agent,) = manifest["copilotAgents"]["customEngineAgents"]
    ids = {
        manifest["id"],
        bot["botId"],
        extension["botId"],
        agent["id"],
        manifest["webApplicationInfo"]["id"],
    }
    assert ids == {APP_ID}
    assert manifest["validDomains"] == ["delmal.exempelby.se"]


def test_the_bot_is_offered_in_every_scope_with_described_commands() -> None:
    (bot,) = manifest_of(deployment())["bots"]
    assert bot["scopes"] == SCOPES
    lists = bot["commandLists"]
    assert [scope for each in lists for scope in each["scopes"]] == [
        "personal",
        "copilot",
        "team",
        "groupChat",
    ]
    for command in (command for each in lists for command in each["commands"]):
        assert command["description"]
        assert command["type"] == "basic" or command["prompt"]


def test_the_commands_of_the_compose_box_are_those_that_the_bot_answers() -> None:
    (extension,) = manifest_of(deployment())["composeExtensions"]
    commands = {each["id"]: each for each in extension["commands"]}
    assert set(commands) == {SEARCH, *FORMS}
    assert commands[SEARCH]["initialRun"]
    assert [each["name"] for each in commands[SEARCH]["parameters"]] == ["query"]
    assert all(commands[form]["fetchTask"] for form in FORMS)


def test_the_color_icon_is_192_pixels_and_fills_its_square() -> None:
    icon = read_png(unpacked()["color.png"])
    assert (icon.width, icon.height, icon.has_alpha) == (192, 192, False)
    corners = {icon.pixels[0], icon.pixels[191], icon.pixels[-192], icon.pixels[-1]}
    accent = bytes.fromhex(manifest_of(deployment())["accentColor"].removeprefix("#"))
    assert corners == {tuple(accent)}


def test_the_outline_icon_is_32_pixels_white_on_nothing() -> None:
    icon = read_png(unpacked()["outline.png"])
    assert (icon.width, icon.height, icon.has_alpha) == (32, 32, True)
    drawn = [pixel for pixel in icon.pixels if pixel[3]]
    assert {pixel[:3] for pixel in drawn} == {(255, 255, 255)}
    assert 100 < len(drawn) < 900


@pytest.mark.parametrize(
    ("given", "key"),
    [
        ({"app_id": None}, "manifest-no-app-id"),
        ({"app_id": " "}, "manifest-no-app-id"),
        ({"app_id": "delmal"}, "manifest-bad-app-id"),
        ({"app_id": APP_ID[:-1]}, "manifest-bad-app-id"),
        ({"public_url": None}, "manifest-no-address"),
        ({"public_url": "http://delmal.exempelby.se"}, "manifest-not-https"),
        ({"public_url": "delmal.exempelby.se"}, "manifest-not-https"),
        ({"public_url": "https://"}, "manifest-bad-address"),
        ({"public_url": "https://localhost"}, "manifest-bad-address"),
        ({"public_url": "https://192.0.2.1"}, "manifest-bad-address"),
        ({"public_url": "https://[::1"}, "manifest-bad-address"),
        ({"public_url": "https://delmal.exempelby.se:8443"}, "manifest-bad-address"),
        ({"public_url": "https://anna@delmal.exempelby.se"}, "manifest-bad-address"),
        ({"public_url": "https://delmal.exempelby.se/?a=1"}, "manifest-bad-address"),
        ({"public_url": "https://delmal.exempelby.se/a b"}, "manifest-bad-address"),
        ({"public_url": "https://*.exempelby.se"}, "manifest-bad-address"),
        ({"version": "1.2"}, "manifest-bad-version"),
        ({"version": "01.2.3"}, "manifest-bad-version"),
        ({"developer": ""}, "manifest-bad-developer"),
        ({"developer": "x" * 33}, "manifest-bad-developer"),
        ({"website": "http://exempelby.se"}, "manifest-bad-link"),
        ({"privacy": "https://"}, "manifest-bad-link"),
        ({"terms": "https://exempelby.se/" + "x" * 2048}, "manifest-bad-link"),
        ({"terms": "https://[exempelby"}, "manifest-bad-link"),
    ],
)
def test_what_cannot_become_a_package_is_told(given: dict[str, Any], key: str) -> None:
    with pytest.raises(ManifestError) as error:
        deployment(**given)
    assert [each.key for each in error.value.mistakes] == [key]


def test_a_host_name_with_swedish_letters_is_written_as_the_net_knows_it() -> None:
    manifest = manifest_of(deployment(public_url="https://Delmål.exempelby.se/"))
    assert manifest["validDomains"] == ["xn--delml-pra.exempelby.se"]
    assert manifest["developer"]["privacyUrl"] == "https://xn--delml-pra.exempelby.se/privacy"


def test_a_bot_below_a_path_has_its_pages_there() -> None:
    manifest = manifest_of(deployment(public_url="https://exempelby.se/bot/"))
    assert manifest["validDomains"] == ["exempelby.se"]
    assert manifest["developer"]["websiteUrl"] == "https://exempelby.se/bot/about"


@pytest.fixture
def terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A Swedish terminal in a folder of its own."""
    monkeypatch.setenv("LC_ALL", "sv_SE.UTF-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_one_command_builds_the_package_and_tells_about_it(terminal: Path) -> None:
    words = ["manifest", "build", "å.zip", "--app-id", APP_ID.upper(), "--json"]
    result = CliRunner().invoke(app, [*words, "--public-url", "https://delmal.exempelby.se"])
    assert (result.exit_code, result.stderr) == (0, "")
    content = (terminal / "å.zip").read_bytes()
    assert json.loads(result.stdout) == {
        "file": "å.zip",
        "app_id": APP_ID,
        "version": version(),
        "schema": SCHEMA,
        "sha256": hashlib.sha256(content).hexdigest(),
    }


def test_what_is_set_for_the_bot_need_not_be_said_again(
    terminal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DELMAL_APP_ID", APP_ID)
    monkeypatch.setenv("DELMAL_PUBLIC_URL", "https://delmal.exempelby.se")
    result = CliRunner().invoke(app, ["manifest", "build"])
    assert result.exit_code == 0
    assert "delmal-teams.zip är skriven" in result.stdout
    assert zipfile.is_zipfile(terminal / "delmal-teams.zip")


def test_every_mistake_is_told_at_once_and_nothing_is_written(terminal: Path) -> None:
    result = CliRunner().invoke(app, ["manifest", "build", "--public-url", "http://exempelby.se"])
    assert result.exit_code == 2
    assert "Botens app-id saknas" in result.stderr
    assert "bara adresser som börjar med https://" in result.stderr
    assert list(terminal.iterdir()) == []


def test_a_place_that_cannot_be_written_is_told(terminal: Path) -> None:
    words = ["--app-id", APP_ID, "--public-url", "https://delmal.exempelby.se"]
    result = CliRunner().invoke(app, ["manifest", "build", "no/such/folder.zip", *words])
    assert result.exit_code == 1
    assert "går inte att skriva" in result.stderr
