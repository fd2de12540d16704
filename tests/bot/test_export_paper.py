"""A paper at the command line."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from pypdf import PdfReader
from typer.testing import CliRunner, Result

from bot.__main__ import app
from tests.storage.documents.files import saved, with_parts


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty data folder, which the example fills, and a Swedish terminal."""
    monkeypatch.setenv("DELMAL_DATA", str(tmp_path / "å data"))
    monkeypatch.setenv("LC_ALL", "sv_SE.UTF-8")
    monkeypatch.chdir(tmp_path)
    return iter([tmp_path])


def export(*words: str, kind: str = "tjansteskrivelse") -> Result:
    """Run the command on the example's matter."""
    return CliRunner().invoke(app, ["export", "paper", "ks", "2025", "--kind", kind, *words])


def test_a_paper_is_written_beside_us_under_its_name(tmp_path: Path) -> None:
    result = export()
    assert result.exit_code == 0
    assert "tjansteskrivelse-KS-2025.docx (utkast)" in result.stdout
    document = docx.Document(str(tmp_path / "tjansteskrivelse-KS-2025.docx"))
    assert "Avsändare: saknas" in [each.text for each in document.paragraphs]


@pytest.mark.parametrize("words", [["ut.pdf"], ["ut.pdf", "--format", "pdf"]])
def test_the_format_is_said_or_follows_from_the_file(tmp_path: Path, words: list[str]) -> None:
    assert export(*words, kind="beslutsunderlag").exit_code == 0
    pages = PdfReader(io.BytesIO((tmp_path / "ut.pdf").read_bytes())).pages
    assert "Beslutsunderlag: Mål och delmål 2025" in pages[0].extract_text()


def test_a_template_is_filled_in_or_refused_in_words(tmp_path: Path) -> None:
    own = docx.Document()
    own.sections[0].header.paragraphs[0].text = "Vapnet {{märke}}"
    content = saved(own)
    (tmp_path / "mall.docx").write_bytes(content)
    assert export("ut.docx", "--template", "mall.docx").exit_code == 0
    written = docx.Document(str(tmp_path / "ut.docx"))
    assert written.sections[0].header.paragraphs[0].text == "Vapnet UTKAST"
    (tmp_path / "makro.docm").write_bytes(with_parts(content, {"word/vbaProject.bin": b"x"}))
    own.add_paragraph("{{kommun}}")
    (tmp_path / "falt.docx").write_bytes(saved(own))
    (tmp_path / "text.docx").write_text("hej", encoding="utf-8")
    for name, said in (
        ("makro.docm", "makron"),
        ("falt.docx", "fältet kommun"),
        ("text.docx", "går inte att läsa"),
        ("saknas.docx", "saknas.docx"),
    ):
        result = export("inte.docx", "--template", name)
        assert result.exit_code == 1
        assert said in result.stderr
        assert "Traceback" not in result.stderr
    assert not (tmp_path / "inte.docx").exists()


def test_what_cannot_be_is_told_in_a_sentence(tmp_path: Path) -> None:
    assert "när beslutet" in export(kind="protokollstext").stderr
    refused = CliRunner().invoke(
        app, ["export", "paper", "XX", "2025", "--kind", "beslutsunderlag"]
    )
    assert (refused.exit_code, "Där finns: KS" in refused.stderr) == (1, True)
    refused = CliRunner().invoke(
        app, ["export", "paper", "KS", "1999", "--kind", "beslutsunderlag"]
    )
    assert (refused.exit_code, "för: 2025" in refused.stderr) == (1, True)
    refused = export("ut.pdf", "--template", "mall.docx")
    assert (refused.exit_code, "--format docx" in refused.stderr) == (2, True)
    refused = export(str(tmp_path / "finns" / "inte.docx"))
    assert (refused.exit_code, "går inte att skriva" in refused.stderr) == (1, True)
