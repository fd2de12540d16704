"""The documents name what there is: every setting, button and message of refusal."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest

from bot import pages
from bot.app import ANSWERED_KEPT
from bot.settings import PREFIX, Settings
from dialogs import context
from dialogs.registry import VERBS
from goals import reviewing
from goals.draft import DRAFT_KEPT
from storage import gaps, outbox
from storage.personal import RETENTION, Kept

ROOT = Path(__file__).parent.parent
SECURITY = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = "\n".join(
    page.read_text(encoding="utf-8") for page in sorted((ROOT / "docs" / "dialogs").glob("*.md"))
)
DOCUMENTS = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *ROOT.glob("manifest/*.md")]


@pytest.mark.parametrize("setting", sorted(Settings.model_fields))
def test_every_setting_is_in_the_readme(setting: str) -> None:
    assert f"`{PREFIX}{setting.upper()}`" in README


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_every_button_has_its_heading(verb: str) -> None:
    assert re.search(rf"^#+ {verb}\b", PAGES, re.MULTILINE)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda file: str(file.relative_to(ROOT)))
def test_every_link_between_the_documents_leads_somewhere(document: Path) -> None:
    for link in re.findall(r"\]\(([^)#]+)", document.read_text(encoding="utf-8")):
        if "://" not in link:
            assert (document.parent / link).exists(), link


def test_the_readmes_first_screen_says_what_it_is_and_how_to_start() -> None:
    first = "\n".join(README.splitlines()[:20])
    assert "docs/answer.png" in first
    assert "python3 run.py ask" in first
    assert "python3 run.py test" in first


@pytest.mark.parametrize("test", re.findall(r"`(tests/[\w/.]+)`", SECURITY))
def test_every_test_that_the_threat_model_leans_on_is_there(test: str) -> None:
    assert (ROOT / test).exists()


def test_every_address_that_is_served_is_in_the_threat_model() -> None:
    endpoints = (ROOT / "bot" / "endpoints.py").read_text(encoding="utf-8")
    served = [*re.findall(r'add_(?:get|post)\("(/[^"{]*)', endpoints), *pages.PAGES]
    assert {"/api/messages", "/metrics", "/papers/", "/privacy"} <= set(served)
    assert [path for path in served if f"{path}" not in SECURITY] == []


def test_what_is_kept_of_people_is_kept_as_long_as_the_processing_register_says() -> None:
    register = (ROOT / "docs" / "personuppgifter.md").read_text(encoding="utf-8")
    for told, kept in {
        "30 dagar efter senaste ändring": timedelta(days=30) == DRAFT_KEPT,
        "| 7 dagar |": timedelta(days=7) == reviewing.KEPT_FOR,
        "90 dagar efter att de är skickade": timedelta(days=90) == outbox.KEPT_FOR,
        "| 30 minuter |": timedelta(minutes=30) == context.KEPT_FOR,
        "| ett dygn |": timedelta(days=1) == ANSWERED_KEPT,
        "| 180 dagar |": timedelta(days=180) == gaps.KEPT_FOR,
    }.items():
        assert told in register
        assert kept, told


def test_every_table_stands_in_the_processing_register_with_its_rule() -> None:
    register = (ROOT / "docs" / "personuppgifter.md").read_text(encoding="utf-8")
    lines = re.findall(r"^\| [^|]+ \| (`[^|]+) \| (.+) \|$", register, re.MULTILINE)
    rules = {table: rule for tables, rule in lines for table in re.findall(r"`(\w+)`", tables)}
    assert set(rules) == set(RETENTION)
    for table, kept in RETENTION.items():
        assert rules[table].startswith("bevaras") is (kept is Kept.FOR_GOOD), table
