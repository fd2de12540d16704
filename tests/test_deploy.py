"""What can be checked of deploy/ and the guides without Azure, Teams or a container engine."""

from __future__ import annotations

import configparser
import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.__main__ import app as commands
from bot.app import SHUTDOWN
from bot.endpoints import make_app
from bot.notifier import LAST_WORDS
from bot.settings import PREFIX, Settings
from storage.database import open_database
from storage.migrate import upgrade
from storage.tenants import are_kept_apart
from tests.postgres import SUPERUSER, Postgres

ROOT = Path(__file__).parent.parent
DEPLOY = ROOT / "deploy"
GUIDES = [ROOT / "docs" / "installing.md", ROOT / "docs" / "installera.md"]
COMPOSE = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
TEXTS = [*DEPLOY.iterdir(), *GUIDES]
SECONDS_TO_STOP = SHUTDOWN + LAST_WORDS


def instructions() -> list[tuple[str, str]]:
    """The Dockerfile's, in order: what, and with what."""
    text = (DEPLOY / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return [(what, rest.strip()) for what, _, rest in (line.partition(" ") for line in lines)]


def of(what: str) -> list[str]:
    """What the Dockerfile says by that instruction."""
    return [rest for name, rest in instructions() if name == what]


def blocks(guide: Path) -> list[str]:
    """The commands of a guide."""
    return re.findall(r"```sh\n(.*?)```", guide.read_text(encoding="utf-8"), re.DOTALL)


@pytest.mark.parametrize("file", TEXTS, ids=lambda file: file.name)
def test_every_setting_that_is_named_exists(file: Path) -> None:
    named = set(re.findall(rf"{PREFIX}([A-Z_]+)", file.read_text(encoding="utf-8")))
    assert {name.lower() for name in named} <= set(Settings.model_fields)


def test_the_image_is_built_on_named_versions_and_runs_as_nobody_special() -> None:
    assert all(re.search(r":\d+\.\d+-slim-\w+( AS \w+)?$", base) for base in of("FROM"))
    assert of("USER") == ["delmal"]
    after = instructions()[instructions().index(("USER", "delmal")) :]
    assert not {"RUN", "COPY", "ADD"} & {what for what, _ in after}


def test_the_image_holds_no_secret_and_no_more_than_the_bot_needs() -> None:
    assert not [each for each in of("ENV") + of("ARG") if re.search("SECRET|PASSWORD", each)]
    assert not of("ADD")
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    assert ignored[0] == "*"
    for kept in (line.removeprefix("!") for line in ignored if line.startswith("!")):
        assert (ROOT / kept).exists(), kept


def test_what_the_bot_imports_is_in_the_image() -> None:
    kept = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    packages = [folder.name for folder in ROOT.iterdir() if (folder / "__init__.py").exists()]
    assert {f"!{name}" for name in packages} - {"!tests", "!benchmarks"} <= set(kept)


def test_signals_reach_the_bot_and_not_a_shell() -> None:
    for instruction in ("ENTRYPOINT", "CMD", "RUN"):
        assert all(each.startswith("[") for each in of(instruction)), instruction
    assert of("STOPSIGNAL") == ["SIGTERM"]


def test_only_https_is_open_to_the_world() -> None:
    assert {name for name, each in SERVICES.items() if "ports" in each} == {"https"}


def test_every_container_is_of_a_named_version_comes_back_and_has_few_rights() -> None:
    for name, each in SERVICES.items():
        assert "build" in each or re.search(r":\d+\.\d+", each["image"]), name
        assert each["restart"] == "unless-stopped"
        assert each["cap_drop"] == ["ALL"]
        assert "no-new-privileges:true" in each["security_opt"]
    assert SERVICES["bot"]["read_only"]


def test_what_has_to_last_lies_in_a_volume_that_is_declared() -> None:
    for each in SERVICES.values():
        for volume in each["volumes"]:
            assert volume.partition(":")[0] in COMPOSE["volumes"]
    places = [each.partition(":")[2] for each in SERVICES["bot"]["volumes"]]
    assert places == of("VOLUME") == ["/var/lib/delmal"]


async def test_the_role_that_compose_makes_is_bound_by_row_level_security(
    postgres: Postgres,
) -> None:
    (config,) = SERVICES["database"]["configs"]
    assert config["target"].startswith("/docker-entrypoint-initdb.d/")
    made = COMPOSE["configs"][config["source"]]["content"]
    address = SERVICES["bot"]["environment"]["DELMAL_DATABASE_URL"]
    assert address.startswith("postgresql+asyncpg://delmal:")
    async with postgres.database(migrated=False) as url:
        made = made.replace("DATABASE delmal", f"DATABASE {url.database}")
        made = re.sub(r"\$\{\w+:\?\}", "abc123", re.sub(r"\bdelmal\b", "composed", made))
        server = open_database(url.set(username=SUPERUSER))
        async with server.autocommitting() as connection:
            for statement in filter(None, map(str.strip, made.split(";"))):
                await connection.exec_driver_sql(statement)
        await server.dispose()
        database = open_database(url.set(username="composed"))
        await upgrade(database)
        assert await are_kept_apart(database)
        await database.dispose()


def test_a_value_that_is_missing_stops_compose_and_is_in_the_example() -> None:
    text = (DEPLOY / "compose.yaml").read_text(encoding="utf-8")
    asked = re.findall(r"\$\{(\w+)(\S*?)\}", text)
    example = (DEPLOY / "delmal.env.example").read_text(encoding="utf-8")
    given = re.findall(r"^(\w+)=", example, re.MULTILINE)
    assert {name for name, _ in asked} <= set(given)
    assert all(rest in {":?", ":-"} for _, rest in asked)


def test_the_filled_in_settings_are_never_committed() -> None:
    assert "deploy/delmal.env" in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()


def unit(name: str) -> configparser.RawConfigParser:
    """A unit of systemd."""
    parser = configparser.RawConfigParser(strict=False, interpolation=None)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read(DEPLOY / name, encoding="utf-8")
    return parser


def test_the_service_starts_the_bot_and_does_not_try_again_what_is_set_up_wrongly() -> None:
    service = unit("delmal.service")["Service"]
    python, *words = shlex.split(service["ExecStart"])
    assert python == f"{service['WorkingDirectory']}/.venv/bin/python"
    assert words == ["-X", "utf8", "-m", "bot", "serve"]
    assert (service["Restart"], service["RestartPreventExitStatus"]) == ("on-failure", "2")
    assert service["Environment"] == f"DELMAL_DATA=/var/lib/{service['StateDirectory']}"


def test_a_backup_is_written_every_night_where_the_bot_keeps_its_data() -> None:
    backup, serve = unit("delmal-backup.service")["Service"], unit("delmal.service")["Service"]
    assert " -m bot backup " in backup["ExecStart"]
    for name in ("User", "WorkingDirectory", "EnvironmentFile", "Environment"):
        assert backup[name] == serve[name]
    assert unit("delmal-backup.timer")["Timer"]["OnCalendar"] == "*-*-* 02:15"


def test_the_port_stays_open_while_the_service_restarts() -> None:
    default = (str(Settings.model_fields[name].default) for name in ("host", "port"))
    assert unit("delmal.socket")["Socket"]["ListenStream"] == ":".join(default)


def test_whoever_stops_the_bot_waits_until_its_turns_are_finished() -> None:
    assert int(unit("delmal.service")["Service"]["TimeoutStopSec"]) > SECONDS_TO_STOP
    assert int(SERVICES["bot"]["stop_grace_period"].removesuffix("s")) > SECONDS_TO_STOP


def test_both_guides_have_the_same_steps_and_commands() -> None:
    english, swedish = GUIDES
    assert blocks(english) == blocks(swedish)
    steps = [re.findall(r"^#+ (\d+)\.", each.read_text(), re.MULTILINE) for each in GUIDES]
    assert steps[0] == steps[1] == [str(number) for number in range(1, 10)]


@pytest.mark.parametrize("guide", GUIDES, ids=lambda file: file.stem)
def test_every_step_says_what_is_to_be_seen(guide: Path) -> None:
    _, *steps = re.split(r"^## \d+\. ", guide.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert len(steps) == 9
    for step in steps:
        title = step.partition("\n")[0]
        waits = title.startswith(("Decide", "Bestäm", "Set it up", "Ställ in"))
        assert waits or re.search(r"\*\*(You see|Du ser)\*\*", step), title


def test_every_command_of_the_bot_that_the_guides_give_exists() -> None:
    single = [each for each in commands.registered_commands if each.callback]
    known = {each.name or each.callback.__name__ for each in single if each.callback}
    known |= {each.name for each in commands.registered_groups if each.name}
    named = set()
    for guide in GUIDES:
        text = guide.read_text(encoding="utf-8")
        named |= set(re.findall(r"(?:run\.py|-m bot) ([a-z]+)", text))
    assert {"ask", "manifest", "import", "tenant"} <= named <= known


def test_what_the_guides_ask_the_bot_for_is_there() -> None:
    paths = {resource.canonical for resource in make_app_without_anything().router.resources()}
    for guide in GUIDES:
        text = guide.read_text(encoding="utf-8")
        for path in re.findall(r"\$?HOST(/[a-z/]+)", text) + re.findall(r"`(/[a-z]+)`", text):
            assert path in paths, path


def make_app_without_anything() -> Any:
    """The web application for its addresses' sake; no request is made."""
    nothing: Any = None
    return make_app(adapter=nothing, logic=nothing, ready=nothing, measured=nothing)
