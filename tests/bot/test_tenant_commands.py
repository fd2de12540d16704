"""A municipality is served from one command on, and the terminal says what it still lacks."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from typer.testing import CliRunner, Result

from bot.__main__ import app
from storage.documents import example_document
from tests.storage.documents.files import saved
from tests.teams import TENANT

OTHER = "22222222-2222-2222-2222-222222222222"
ANNA = "33333333-3333-3333-3333-333333333333"
BO = "44444444-4444-4444-4444-444444444444"


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A server that is set up for one municipality, an empty data folder, a Swedish terminal."""
    for name, value in {
        "DELMAL_DATA": str(tmp_path / "data"),
        "LC_ALL": "sv_SE.UTF-8",
        "DELMAL_APP_ID": "5b1f8d5e-8a35-4c5e-9d0f-6f2f6f1c7a10",
        "DELMAL_APP_SECRET": "secret",
        "DELMAL_TENANT_IDS": TENANT,
    }.items():
        monkeypatch.setenv(name, value)
    return tmp_path


def run(*words: str) -> Result:
    """Run a command."""
    return CliRunner().invoke(app, list(words))


def lines(*words: str) -> list[str]:
    """What a command says that succeeds."""
    result = run(*words)
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout.splitlines()


def paper(folder: Path) -> str:
    """The example document as a file."""
    name, content = example_document()
    (folder / name).write_bytes(content)
    return str(folder / name)


def test_one_command_leads_from_nothing_to_the_first_administrator() -> None:
    words = ("--name", "Granvika kommun", "--language", "en", "--admin", ANNA, "--admin", BO)
    said = lines("tenant", "add", OTHER.upper(), *words)
    assert said == [
        "Granvika kommun är tillagd.",
        f"{ANNA} är administratör.",
        f"{BO} är administratör.",
        f"OK       Granvika kommun ({OTHER}), språk en.",
        "OK       2 administratörer.",
        "Varning  Inga nämnder. Läs in ett måldokument med import, eller öppna ett ärende i Teams.",
        "OK       Kalendern har inga egna lediga dagar, utöver helgerna.",
        "OK       Handlingar i Word skrivs utan egen mall.",
    ]
    assert f"{OTHER}\tGranvika kommun\ten" in lines("tenant", "list")
    assert lines("role", "list", "--tenant", OTHER, "--person", ANNA) == ["admin\t*"]


def test_a_municipality_of_the_settings_gets_its_name() -> None:
    assert f"tenant change {TENANT} --name" in lines("tenant", "show")[0]
    assert lines("tenant", "add", TENANT, "--name", " Exempelby  kommun ")[0] == (
        "Exempelby kommun är tillagd."
    )
    assert lines("tenant", "list") == [f"{TENANT}\tExempelby kommun\tsv"]


def test_the_same_twice_changes_nothing_and_says_so() -> None:
    add = ("tenant", "add", OTHER, "--name", "Granvika kommun", "--admin", ANNA)
    lines(*add)
    again = lines("tenant", "add", OTHER, "--name", "Något annat", "--admin", ANNA)
    assert again[0].startswith("Granvika kommun fanns redan.")
    assert again[1] == f"{ANNA} var redan administratör."
    assert f"{OTHER}\tGranvika kommun\tsv" in lines("tenant", "list")


def test_what_is_no_id_of_the_directory_is_refused_before_anything_is_done() -> None:
    for words in ((OTHER, "--admin", "anna@granvika.se"), ("granvika.se",)):
        result = run("tenant", "add", *words, "--name", "Granvika kommun")
        assert result.exit_code == 1
        assert f"”{words[-1]}” är inget id i Entra" in result.stderr
    assert len(lines("tenant", "list")) == 1


@pytest.mark.parametrize("name", ["", " \t", "123", "x" * 101])
def test_a_name_has_letters_and_is_not_too_long(name: str) -> None:
    result = run("tenant", "add", OTHER, "--name", name)
    assert result.exit_code == 1
    assert "högst 100 tecken" in result.stderr


def test_name_and_language_can_be_changed() -> None:
    assert lines("tenant", "change", TENANT, "--name", "Exempelby") == ["Ändringen är sparad."]
    assert lines("tenant", "change", TENANT, "--language", "en") == ["Ändringen är sparad."]
    assert lines("tenant", "list") == [f"{TENANT}\tExempelby\ten"]
    assert "Ingenting ändrades" in lines("tenant", "change", TENANT, "--name", "Exempelby")[0]
    assert run("tenant", "change", TENANT).exit_code == 2


def test_an_unknown_municipality_is_refused_with_those_that_are_served() -> None:
    for words in (("show", OTHER), ("change", OTHER, "--name", "Granvika")):
        result = run("tenant", *words)
        assert result.exit_code == 2
        assert f"Här finns: {TENANT}" in result.stderr


def test_what_is_missing_is_told_until_it_is_there(data: Path) -> None:
    lines("tenant", "add", TENANT, "--name", "Exempelby kommun")
    assert any("Ingen administratör" in line for line in lines("tenant", "show"))
    lines("role", "grant", "--person", ANNA, "--role", "admin")
    assert run("import", "--yes", paper(data)).exit_code == 0
    said = "\n".join(lines("tenant", "show"))
    assert "En administratör." in said
    assert "Nämnder: KS." in said
    assert "Ingen nämndsekreterare för KS" in said
    assert "Enheter som inte nås" in said
    lines("role", "grant", "--person", BO, "--role", "secretary", "--body", "KS")
    for unit in ("kommundirektör", "IT-enhet", "kanslienhet"):
        run("unit", "add", unit, "--email", "kansliet@exempelby.invalid")
    assert "Ingen nämndsekreterare" not in "\n".join(lines("tenant", "show", TENANT))


def test_a_day_of_its_own_is_entered_changed_and_removed() -> None:
    add = ("tenant", "holiday", "add", "2027-05-07")
    assert lines(*add, "2027-06-07", "--name", " klämdag ") == ["Kalendern är ändrad."]
    assert lines("tenant", "holiday", "list") == ["2027-05-07\t\tklämdag", "2027-06-07\t\tklämdag"]
    assert "Ingenting ändrades" in lines(*add, "--name", "klämdag")[0]
    lines(*add, "--name", "ny helgdag", "--public")
    lines("tenant", "holiday", "remove", "2027-06-07")
    assert lines("tenant", "holiday", "list") == ["2027-05-07\tpublic\tny helgdag"]
    assert "Ingenting ändrades" in lines("tenant", "holiday", "remove", "2027-06-07")[0]
    assert any("en egen ledig dag" in line for line in lines("tenant", "show"))


def test_a_day_that_is_free_already_is_refused_and_none_is_entered() -> None:
    result = run("tenant", "holiday", "add", "2027-05-07", "2026-12-24")
    assert (result.exit_code, result.stderr) == (
        1,
        "2026-12-24 är ledig redan: en lördag, söndag eller helgdag.\n",
    )
    assert lines("tenant", "holiday", "list") == []
    assert run("tenant", "holiday", "add", "i morgon").exit_code == 2


def test_papers_are_written_in_the_municipalitys_own_template(data: Path) -> None:
    assert run("import", "--yes", paper(data)).exit_code == 0
    own = docx.Document()
    own.sections[0].header.paragraphs[0].text = "Vapnet {{märke}}"
    (data / "mall.docx").write_bytes(saved(own))
    (data / "text.docx").write_text("hej", encoding="utf-8")
    assert "Word" in run("tenant", "template", "set", str(data / "text.docx")).stderr
    assert run("tenant", "template", "set", str(data / "ingen.docx")).exit_code == 1
    lines("tenant", "template", "set", str(data / "mall.docx"))
    assert any("mallen mall.docx" in line for line in lines("tenant", "show"))
    assert head_of_paper(data) == "Vapnet UTKAST"
    lines("tenant", "template", "remove")
    assert head_of_paper(data) != "Vapnet UTKAST"
    assert "Ingenting ändrades" in lines("tenant", "template", "remove")[0]


def head_of_paper(folder: Path) -> str:
    """The page head of the paper as it is written now."""
    file = folder / "ut.docx"
    lines("export", "paper", "ks", "2025", "--kind", "tjansteskrivelse", str(file))
    return str(docx.Document(str(file)).sections[0].header.paragraphs[0].text)
