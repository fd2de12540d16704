"""The documents name what there is: every setting, button and message of refusal."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.settings import PREFIX, Settings
from dialogs.registry import VERBS

ROOT = Path(__file__).parent.parent
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
