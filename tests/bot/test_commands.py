"""What people type in a terminal after python -m bot."""

from __future__ import annotations

import json
import os
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from io import FileIO
from pathlib import Path

import pytest
import structlog
from typer.testing import CliRunner, Result

from bot.__main__ import app
from storage.documents import example_document
from tests.storage.documents.files import typeset
from tests.teams import APP_ID

OTHER = "c3f7c1d4-52a0-4b6e-8d1c-7f1f1f0a9c44"
TENANT = "b2f7c1d4-52a0-4b6e-8d1c-7f1f1f0a9c33"


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty data folder, and a Swedish terminal."""
    monkeypatch.setenv("DELMAL_DATA", str(tmp_path / "å data"))
    monkeypatch.setenv("LC_ALL", "sv_SE.UTF-8")
    yield tmp_path
    structlog.reset_defaults()  # serve sends the log to a terminal that is gone by now


def run(*words: str, said: str | bytes = "") -> Result:
    """Run a command with that standard input."""
    return CliRunner().invoke(app, list(words), input=said)


def paper(folder: Path) -> Path:
    """The customer's document as a file."""
    name, content = example_document()
    file = folder / name
    file.write_bytes(content)
    return file


def test_the_first_question_on_a_fresh_machine_has_its_answer(data: Path) -> None:
    result = run("ask", "what are KS sub-goals 2025?")
    assert result.exit_code == 0
    assert "no adjusted decision on KS sub-goals for 2025" in result.stdout
    assert "11. Höja den grundläggande kompetensnivån" in result.stdout
    assert result.stderr == ""


def test_words_need_no_quotes(data: Path) -> None:
    assert "Utveckla kollektivtrafiken" in run("ask", "delmål", "3").stdout


def test_each_line_of_standard_input_is_a_question_and_a_json_object(data: Path) -> None:
    lines = "KS delmål 2024\n\nmål 1\n".encode() + b"\xff\xfe\n" + "och då?\n".encode()
    result = run("ask", "--json", said=lines)
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert len(answers) == 5
    assert set(answers[0]) == {
        "question", "language", "intent", "body", "year", "status", "quoted", "suggested", "text"
    }  # fmt: skip
    assert (answers[0]["intent"], answers[0]["status"]) == ("list_subgoals", "in_force")
    assert [item["number"] for item in answers[0]["quoted"]] == list(range(1, 12))
    assert answers[0]["quoted"][2] == {
        "kind": "subgoal", "body": "KS", "number": 3, "year": 2024,
        "text": "Utveckla kollektivtrafiken",
    }  # fmt: skip
    assert answers[1]["intent"] == "help"


def test_how_a_question_was_understood_can_be_shown(data: Path) -> None:
    result = run("ask", "--explain", "har vi nåt om bussarna?")
    assert "topic: bussarna" in result.stdout


def test_the_same_document_twice_changes_nothing(data: Path) -> None:
    file = paper(data)
    assert "4 mål, 11 delmål och ett ärende" in run("import", "--yes", str(file)).stdout
    assert "Inget ändrades" in run("import", "--yes", str(file)).stdout


def test_word_and_pdf_are_recorded_like_text(data: Path) -> None:
    text = example_document()[1].decode()
    file = data / "mål.pdf"
    file.write_bytes(typeset(text))
    said = run("import", "--yes", str(file))
    assert "4 mål, 11 delmål och ett ärende" in said.stdout
    assert said.stderr == ""


def _until_closed(terminal: FileIO) -> Iterator[bytes]:
    """A terminal gives what it has, not all; where nobody writes to it, Linux reports an error."""
    with suppress(OSError):
        while part := terminal.read(65536):
            yield part


@pytest.mark.skipif(sys.platform == "win32", reason="no terminal can be made up there")
def test_the_pages_that_are_read_are_shown_in_a_terminal(data: Path) -> None:
    file = data / "mål.pdf"
    file.write_bytes(typeset(example_document()[1].decode()))
    ours, theirs = os.openpty()
    with os.fdopen(ours, "rb", buffering=0) as terminal:
        command = [sys.executable, "-m", "bot", "import", "--dry-run", "--json", str(file)]
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=theirs, check=True)
        os.close(theirs)
        shown = b"".join(_until_closed(terminal)).decode()
    assert "mål.pdf" in shown
    assert "100%" in shown
    assert json.loads(done.stdout)["is_goal_document"]


def test_a_dry_run_records_nothing_and_json_imports_like_its_source(data: Path) -> None:
    shown = run("import", "--dry-run", "--json", str(paper(data)))
    assert json.loads(shown.stdout)["body_code"] == "KS"
    assert not (data / "å data").exists()
    as_json = data / "paper.json"
    as_json.write_text(shown.stdout, encoding="utf-8")
    assert "4 mål, 11 delmål och ett ärende" in run("import", "--yes", str(as_json)).stdout


def test_a_document_that_is_not_about_goals_is_refused_in_a_sentence(data: Path) -> None:
    file = data / "match.txt"
    file.write_text("Hemmalaget vann med tre mål mot noll.", encoding="utf-8")
    refused = run("import", "--yes", str(file))
    assert refused.exit_code == 1
    assert "Inget sparades" in refused.stderr
    dry = run("import", "--dry-run", "--json", str(file))
    assert dry.exit_code == 0
    assert json.loads(dry.stdout)["is_goal_document"] is False


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("gone.txt", None, "går inte att läsa: filen eller mappen finns inte."),
        ("picture.txt", b"\x89PNG\x00\x01\x02", "kunde inte läsas"),
        ("paper.odt", b"goals", ".odt"),
        ("empty.txt", b"", "är tom"),
        ("list.json", b"[1, 2]", "list.json"),
        ("wrong.json", b'{"goals": 3}', "goals"),
    ],
)
def test_a_file_that_cannot_be_imported_is_told_why(
    data: Path, name: str, content: bytes | None, sentence: str
) -> None:
    file = data / name
    if content is not None:
        file.write_bytes(content)
    result = run("import", "--yes", str(file))
    assert result.exit_code == 1
    assert sentence in result.stderr
    assert "Traceback" not in result.stderr


def test_what_is_not_about_goals_is_told_once_in_a_dry_run(data: Path) -> None:
    file = data / "kallelse.txt"
    file.write_bytes("Kallelse till nämnden\n".encode("cp1252"))
    dry = run("import", "--dry-run", str(file))
    assert (dry.stdout + dry.stderr).count("innehåller inga mål") == 1
    assert "Windows-1252" in dry.stdout


def test_a_folder_is_refused_in_the_terminals_language(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for language, reason in (("sv_SE.UTF-8", "det är en mapp"), ("en_GB.UTF-8", "it is a folder")):
        monkeypatch.setenv("LC_ALL", language)
        assert reason in run("import", "--yes", str(data)).stderr


def test_roles_are_given_and_taken_back(data: Path) -> None:
    run("ask", "hej")
    words = ("--person", "0F1E", "--role", "secretary", "--body", "ks")
    assert run("role", "grant", *words).exit_code == 0
    assert "Så var det redan" in run("role", "grant", *words).stdout
    assert run("role", "list", "--person", "0f1e").stdout == "secretary\tKS\n"
    assert run("role", "grant", "--person", "b2", "--role", "admin").exit_code == 0
    assert run("role", "list").stdout == "secretary\tKS\t0f1e\nadmin\t*\tb2\n"
    assert run("role", "revoke", *words).exit_code == 0
    assert run("role", "list", "--person", "0f1e").stdout == ""


def test_a_role_in_a_body_that_is_not_there_is_refused(data: Path) -> None:
    run("ask", "hej")
    result = run("role", "grant", "--person", "x", "--role", "officer", "--body", "XYZ")
    assert result.exit_code == 2
    assert "Där finns: KS" in result.stderr


def test_a_word_is_taught_listed_and_forgotten(data: Path) -> None:
    question = ("ask", "har vi något mål om kvarnolin?")
    assert "Utveckla kollektivtrafiken" not in run(*question).stdout
    words = ("vocabulary", "add", "Kvarnolin", "--means", "buss", "--means", "tåg")
    assert "sparat" in run(*words).stdout
    assert "betydde redan" in run(*words).stdout
    assert run("vocabulary", "list").stdout == "kvarnolin\tbuss, tåg\n"
    assert "Utveckla kollektivtrafiken" in run(*question).stdout
    assert "borttaget" in run("vocabulary", "remove", "kvarnolin").stdout
    assert "fanns inte" in run("vocabulary", "remove", "kvarnolin").stdout
    assert run("vocabulary", "list").stdout == ""


def test_what_is_no_word_is_refused_in_a_sentence(data: Path) -> None:
    result = run("vocabulary", "add", "123", "--means", "buss")
    assert (result.exit_code, result.stderr) == (1, "Skriv ett ord med bokstäver.\n")


def test_words_that_wait_for_an_answer_are_listed(data: Path) -> None:
    result = run("vocabulary", "gaps")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "Inga ord väntar" in result.stderr


def test_with_several_municipalities_one_has_to_be_named(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DELMAL_APP_ID", APP_ID)
    monkeypatch.setenv("DELMAL_APP_SECRET", "secret")
    monkeypatch.setenv("DELMAL_TENANT_IDS", f"{TENANT},{OTHER}")
    monkeypatch.setenv("DELMAL_APP_TENANT_ID", TENANT)
    assert "--tenant" in run("ask", "hej").stderr
    assert run("import", "--yes", "--tenant", TENANT, str(paper(data))).exit_code == 0
    asked = ("ask", "--tenant", TENANT.upper(), "KS delmål 2024")
    assert "Utveckla kollektivtrafiken" in run(*asked).stdout
    assert "Registret är tomt" in run("ask", "--tenant", OTHER, "KS delmål 2024").stdout
    assert run("ask", "--tenant", "stranger", "hej").exit_code == 2
    assert run("tenant", "list").stdout.count("\n") == 2


def test_signed_mode_is_never_filled_with_the_example(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DELMAL_APP_ID", APP_ID)
    monkeypatch.setenv("DELMAL_APP_SECRET", "secret")
    monkeypatch.setenv("DELMAL_TENANT_IDS", TENANT)
    assert "Registret är tomt" in run("ask", "KS delmål 2024").stdout


def test_a_database_that_is_not_there_is_told_without_its_password(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DELMAL_DATABASE_URL", "postgresql+asyncpg://u:hush@127.0.0.1:1/x")
    result = run("ask", "hej")
    assert result.exit_code == 1
    assert "Databasen går inte att nå" in result.stderr
    assert "hush" not in result.stderr


def test_a_folder_that_cannot_be_made_is_told_in_a_sentence(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (data / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("DELMAL_DATA", str(data / "file" / "folder"))
    result = run("ask", "hej")
    assert result.exit_code == 1
    assert "Se efter om det är rätt mapp i DELMAL_DATA" in result.stderr


def test_a_word_taught_first_does_not_keep_the_example_out(data: Path) -> None:
    assert run("vocabulary", "add", "kollen", "--means", "kollektivtrafik").exit_code == 0
    assert "Utveckla kollektivtrafiken" in run("ask", "KS delmål 3").stdout


def test_a_database_from_the_future_is_refused(data: Path) -> None:
    run("ask", "hej")
    with sqlite3.connect(data / "å data" / "delmal.db") as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    database.close()
    result = run("ask", "hej")
    assert result.exit_code == 1
    assert "passar inte den här versionen" in result.stderr


def test_mistakes_in_the_environment_are_told_at_once(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DELMAL_PROT", "1")
    monkeypatch.setenv("DELMAL_PORT", "many")
    result = run("ask", "hej")
    assert result.exit_code == 2
    assert "DELMAL_PROT" in result.stderr
    assert "DELMAL_PORT:" in result.stderr


def test_a_port_in_use_is_told_in_a_sentence(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        monkeypatch.setenv("DELMAL_PORT", str(taken.getsockname()[1]))
        result = run("serve")
    assert result.exit_code == 1
    assert "Är en annan bot redan igång?" in result.stderr


def test_an_english_terminal_is_told_in_english(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    assert "cannot be read" in run("import", "--yes", str(data / "gone.txt")).stderr


def decided_paper(folder: Path, name: str, *subgoals: str, **fields: object) -> Path:
    """A decided list for 2025 of KS, as JSON."""
    stated = {
        "body": "Kommunstyrelsen",
        "body_code": "KS",
        "years": [2025],
        "subgoals": [{"text": text, "year": 2025} for text in subgoals],
        "decision_points": ["att fastställa delmålen"],
        "decided": True,
        "date": "2025-02-04",
        "paragraph": "KS § 12",
        **fields,
    }
    file = folder / name
    file.write_text(json.dumps(stated, ensure_ascii=False), encoding="utf-8")
    return file


def at_the_terminal(monkeypatch: pytest.MonkeyPatch, *lines: str) -> str:
    """What a person types, one line each."""
    monkeypatch.setattr("bot.commands.importing.is_terminal", lambda: True)
    return "".join(f"{line}\n" for line in lines)


def test_doubts_come_first_then_each_item_with_its_place_then_the_difference(data: Path) -> None:
    shown = run("import", "--dry-run", str(paper(data))).stdout
    assert shown.index("Dokumentet har inget diarienummer") < shown.index("7. Utveckla kollektiv")
    assert "7. Utveckla kollektivtrafiken (rad 45)" in shown
    assert shown.index("(rad 45)") < shown.index("jämfört med registret")
    assert "KS delmål 2024 (gäller enligt dokumentet) jämfört med registret" in shown


def test_a_script_that_does_not_say_yes_is_told_that_nobody_was_asked(data: Path) -> None:
    result = run("import", str(paper(data)))
    assert (result.exit_code, "Ange --yes" in result.stderr) == (0, True)
    assert "4 mål, 11 delmål" in result.stdout
    assert "Ange --yes" not in run("import", "--yes", str(paper(data))).stderr


def test_at_the_terminal_one_is_left_out_one_corrected_and_then_confirmed(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = at_the_terminal(monkeypatch, "u 5 99", "u 5", "ä 6", "Utveckla hela koncernen", "b")
    result = run("import", str(paper(data)), said=said)
    assert "Det finns inget nummer 99" in result.stderr
    assert "(utesluten, rad 43)" in result.stdout
    assert "Utveckla hela koncernen (rad 44, rättad för hand)" in result.stdout
    assert "10 delmål" in result.stdout
    answer = run("ask", "KS delmål 2024").stdout
    assert "1. Utveckla hela koncernen" in answer
    assert "bostadsbyggnation" not in answer
    assert ";ja;" in run("export", "goals", "--format", "csv").stdout


def test_at_the_terminal_a_choice_that_there_is_not_is_told_and_no_wording_is_typed_in_vain(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = at_the_terminal(monkeypatch, "x", "u", "ä 99", "ä", "a")
    result = run("import", str(paper(data)), said=said)
    assert result.stderr.count("Det valet finns inte") == 3
    assert result.stderr.count("Det finns inget nummer 99") == 1
    assert "Ny lydelse för" not in result.stderr
    assert result.stdout.count("Utveckla kollektivtrafiken") == 1  # nothing new: not shown again


def test_at_the_terminal_fields_are_filled_in(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fields = ("", "", "", "", "2025-02-30", "2025-02-04", "KS § 12", "KS 2025/39")
    said = at_the_terminal(monkeypatch, "f", *fields, "b")
    result = run("import", str(paper(data)), said=said)
    assert "Skriv datumet så här" in result.stderr
    assert result.exit_code == 0
    asked = run("ask", "KS delmål 2024").stdout
    assert "Diarienummer: KS 2025/39" in asked
    assert "Beslutsdatum: 2025-02-04" in asked


def test_at_the_terminal_nothing_is_recorded_when_one_gives_up(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = run("import", str(paper(data)), said=at_the_terminal(monkeypatch, "a"))
    assert (result.exit_code, "Avbrutet" in result.stderr) == (1, True)
    monkeypatch.undo()
    monkeypatch.setenv("DELMAL_DATA", str(data / "å data"))
    assert run("body", "list").stdout == ""


def test_two_documents_that_contradict_each_other_are_told_and_one_bad_file_stops_both(
    data: Path,
) -> None:
    one = decided_paper(data, "ett.json", "Utveckla kollektivtrafiken")
    other = decided_paper(data, "annat.json", "Bygga en simhall")
    shown = run("import", "--dry-run", str(one), str(other)).stdout
    assert "har andra lydelser i registret, ur ett.json" in shown
    unknown = decided_paper(data, "okänd.json", "Ett", body=None, body_code=None)
    assert run("import", "--yes", str(one), str(unknown)).exit_code == 1
    assert run("body", "list").stdout == ""


def test_the_second_import_shows_what_differs_from_the_record(data: Path) -> None:
    first = decided_paper(data, "ett.json", "Utveckla kollektivtrafiken", "Bygga en simhall")
    newer = decided_paper(data, "nyare.json", "Utveckla kollektivtrafiken för alla", "Ny skola")
    run("import", "--yes", str(first))
    shown = run("import", "--yes", str(newer)).stdout
    for line in (
        "Ändrat: ”Utveckla kollektivtrafiken” blir ”Utveckla kollektivtrafiken för alla”",
        "Tillagt: Ny skola",
        "Borttaget: Bygga en simhall",
    ):
        assert line in shown
    kept = decided_paper(data, "samma.json", "Utveckla kollektivtrafiken för alla", "Ny skola")
    assert (
        "Samma lydelser står redan i registret, ur nyare.json"
        in run("import", "--yes", str(kept)).stdout
    )
    assert "nyare.json" in run("ask", "KS delmål 2025").stdout


def test_an_export_is_imported_as_the_same_record(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("import", "--yes", str(paper(data)))
    run("body", "alias", "add", "KS", "Styrelsen i kommunen")
    run("strategy", "add", "Översiktsplan", "--body", "KS", "--paragraph", "KF § 3")
    file = data / "export.json"
    assert run("export", "goals", str(file)).exit_code == 0
    before = json.loads(file.read_text(encoding="utf-8"))
    assert (before["format"], before["version"]) == ("delmal-goals", 1)
    monkeypatch.setenv("DELMAL_DATA", str(data / "another"))
    told = run("import", "--yes", str(file)).stdout
    assert "4 mål, 11 delmål, ett ärende och en politisk strategi fördes in i registret." in told
    after = json.loads(run("export", "goals").stdout)
    assert {**after, "exported_at": None} == {**before, "exported_at": None}
    assert "Inget ändrades" in run("import", "--yes", str(file)).stdout


def test_an_export_can_be_of_one_body_and_in_three_formats(data: Path) -> None:
    run("import", "--yes", str(paper(data)))
    run("import", "--yes", str(decided_paper(data, "sn.json", "Vård", body="Socialnämnden",
                                             body_code="SN")))  # fmt: skip
    only = json.loads(run("export", "goals", "--body", "socialnämnden").stdout)
    assert [body["code"] for body in only["bodies"]] == ["SN"]
    assert [document["body"] for document in only["documents"]] == ["SN"]
    table = run("export", "goals", "--format", "csv").stdout_bytes
    assert table.startswith("\ufeffNämnd;".encode())
    assert "# " in run("export", "goals", "--format", "markdown").stdout
    for ending, begins in (("csv", "\ufeffNämnd;"), ("md", "# "), ("json", "{")):
        file = data / f"register.{ending}"
        assert run("export", "goals", str(file)).exit_code == 0
        assert file.read_text(encoding="utf-8").startswith(begins)
    assert "går inte att skriva" in run("export", "goals", str(data)).stderr
    assert run("export", "goals", "--body", "XX").exit_code == 2


def test_a_body_gets_another_name_and_documents_and_questions_know_it_by_each(data: Path) -> None:
    run("import", "--yes", str(decided_paper(data, "ett.json", "Utveckla skolan",
                                             body="Barn- och utbildningsnämnden",
                                             body_code="BUN")))  # fmt: skip
    assert run("body", "rename", "BUN", "Bildningsnämnden").exit_code == 0
    assert "fanns" not in run("body", "alias", "add", "BUN", "Skolnämnden").stdout
    assert "Så var det redan" in run("body", "alias", "add", "bun", "skolnämnden").stdout
    assert run("body", "list").stdout == (
        "BUN\tBildningsnämnden\tBarn- och utbildningsnämnden, Skolnämnden\n"
    )
    newer = decided_paper(data, "två.json", "Utveckla skolan", "Ny skola", body="Skolnämnden",
                          body_code="SKN")  # fmt: skip
    run("import", "--yes", str(newer))
    assert run("body", "list").stdout.startswith("BUN\t")
    run("import", "--yes", str(paper(data)))
    for name in ("skolnämndens", "bildningsnämndens", "BUN:s"):
        assert "2. Ny skola" in run("ask", f"vilka är {name} delmål 2025?").stdout
    assert run("body", "alias", "remove", "BUN", "Skolnämnden").exit_code == 0
    assert "Skolnämnden" not in run("body", "list").stdout
    assert "kallas redan" in run("body", "alias", "add", "KS", "Bildningsnämnden").stderr
    assert "Där finns" in run("body", "rename", "XX", "Ny").stderr


def test_strategies_are_listed_answered_and_removed(data: Path) -> None:
    run("import", "--yes", str(paper(data)))
    question = ("ask", "vilka strategier ska KS beakta?")
    assert "har inga politiska strategier" in run(*question).stdout
    words = ("strategy", "add", "Översiktsplan", "--body", "KS", "--date", "2024-03-04",
             "--paragraph", "KF § 3", "--link", "https://exempelby.invalid/plan")  # fmt: skip
    assert "tillagd" in run(*words).stdout
    assert "Ingenting ändrades" in run(*words).stdout
    assert (
        "Översiktsplan (beslut 2024-03-04, KF § 3) https://exempelby.invalid/plan"
        in run(*question).stdout
    )
    assert run("strategy", "list").stdout.startswith("KS\tÖversiktsplan\thttps://")
    assert "https://" in run("strategy", "add", "X", "--body", "KS", "--link", "ftp://x").stderr
    assert "borttagen" in run("strategy", "remove", "översiktsplan", "--body", "KS").stdout
    assert "har inga politiska strategier" in run(*question).stdout
