"""A paper as Word and as PDF: word for word, marked, tagged, in the town's own template."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from goals.errors import (
    GoalsError,
    PaperIncompleteError,
    PaperSignError,
    TemplateFieldError,
    TemplateMacroError,
    TemplatePlaceError,
    TemplateUnreadableError,
)
from goals.paper import (
    LARGEST_TEMPLATE,
    Labelled,
    Listed,
    Paper,
    PaperFormat,
    PaperKind,
    Paragraph,
    Section,
    numbers,
)
from storage.documents.papers import pdf as paper_pdf
from storage.documents.papers import word as paper_word
from storage.documents.papers.signs import printable
from storage.documents.papers.writing import write_paper
from tests.storage.documents.files import saved, with_parts

PAPER = Paper(
    PaperKind.LETTER,
    "Mål & delmål 2025",
    (
        Section(
            "Förslag till beslut",
            (
                Paragraph("Nämnden föreslås besluta"),
                Listed(("att ett", "att två")),
                Listed(("Bygga", "Utveckla", "Främja"), numbers(3), is_inner=True),
            ),
        ),
        Section("Förslag om ändring"),
        Section("F-KS-2025-001: ny lydelse", (Labelled("Motivering:", "En\n\nTvå"),), level=2),
        Section("Mål", (Listed(("Ett", "Två"), ("A1", "1.1")),)),
    ),
    sender="Exempelby kommun (påhittad)",
    to="Till nämnden",
    facts=(("Diarienummer", "saknas"),),
    mark="UTKAST",
)
ODD = (
    "Å & Ä <b>inte</b> \"fet\" 'text' — 100 % \\ %s {x} #let $1 – ”hej” “citat” office",
    "mjuk\u00adbindning nbsp\u00a0här 12\u202f000 a\u200bb",
    "שלום עולם och مرحبا",
    "- inte en lista\t* _inte_ kursiv // inte en kommentar",
    "{{titel}} {{innehåll}} e\u0301 ½ → ≥ € § •",
)


def word(content: bytes) -> Document:
    """The file as Word would open it."""
    return docx.Document(io.BytesIO(content))


def texts(document: Document) -> list[str]:
    """Its paragraphs."""
    return [each.text for each in document.paragraphs]


def quoting(*words: str) -> Paper:
    """A paper with these words in each kind of place."""
    return replace(
        PAPER,
        sections=tuple(
            Section(
                f"Rubrik {place}",
                (
                    Paragraph(each, is_quoted=True),
                    Listed((each,)),
                    Listed((each,), ("A1",)),
                    Labelled("Skäl:", each),
                ),
            )
            for place, each in enumerate(words)
        ),
    )


# --- what is in the file ---


@pytest.mark.parametrize("written_as", PaperFormat)
@pytest.mark.parametrize("text", ODD)
def test_signs_that_a_program_would_swallow_come_out(written_as: PaperFormat, text: str) -> None:
    assert write_paper(quoting(text), written_as)


def test_word_has_the_signs_themselves() -> None:
    said = "\n".join(texts(word(write_paper(quoting(ODD[0], ODD[3]), PaperFormat.WORD))))
    assert ODD[0] in said
    assert ODD[3] in said


@given(st.text(max_size=80))
@example("\x00\ud800\ufffe\x0b")
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_comes_out_in_word(text: str) -> None:
    assert write_paper(quoting(text), PaperFormat.WORD)


@given(st.text(max_size=80))
@example("\x00\ud800\ufffe\x0b")
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_comes_out_as_pdf_or_is_refused_in_words(text: str) -> None:
    with suppress(PaperSignError, PaperIncompleteError):  # scripts that pypdf reads otherwise
        assert write_paper(quoting(text), PaperFormat.PDF)


def test_a_sign_that_no_font_has_is_named_and_word_takes_it() -> None:
    paper = quoting("Främja 漢字\U0001fae0\U000e0100 \ue123")
    with pytest.raises(PaperSignError) as refused:
        write_paper(paper, PaperFormat.PDF)
    assert str(refused.value.arguments["sign"]) in paper.sections[0].heading + str(paper.sections)
    assert write_paper(paper, PaperFormat.WORD)


@given(st.text(alphabet=st.characters(max_codepoint=0x17F), max_size=300))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_european_letter_is_in_the_typesetters_own_fonts(text: str) -> None:
    assert write_paper(quoting(text), PaperFormat.PDF)


def test_what_nobody_sees_is_left_out_and_nothing_else() -> None:
    assert printable("a\u00adb\u200b\u202ec\x07\ufeff") == "abc"
    assert printable("🎯 👩‍🏫 é \t\n\u00a0–") == "🎯 👩‍🏫 é \t\n\u00a0–"


@pytest.mark.parametrize(
    ("written_as", "module", "name"),
    [
        (PaperFormat.WORD, paper_word, "word_paper"),
        (PaperFormat.PDF, paper_pdf, "pdf_paper"),
    ],
)
def test_a_file_that_lost_a_wording_is_handed_to_nobody(
    written_as: PaperFormat, module: object, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    write: Callable[..., bytes] = getattr(module, name)
    full = quoting("Främja & bygga", "Utveckla")
    monkeypatch.setattr(module, name, lambda _paper, **more: write(quoting("Främja "), **more))
    with pytest.raises(PaperIncompleteError, match="Främja & bygga"):
        write_paper(full, written_as)


def test_a_paper_of_many_pages_is_marked_and_counted_on_each_of_them() -> None:
    lines = tuple(f"Delmål {number}, " + "om något viktigt " * 20 for number in range(1, 90))
    long = replace(PAPER, sections=(Section("Lista", (Listed(lines, numbers(len(lines))),)),))
    pages = PdfReader(io.BytesIO(write_paper(long, PaperFormat.PDF))).pages
    assert len(pages) > 5
    for number, page in enumerate(pages, start=1):
        text = page.extract_text()
        assert text.startswith("UTKAST")
        assert text.rstrip().endswith(f"{number} ({len(pages)})")
    head = word(write_paper(long, PaperFormat.WORD)).sections[0].header
    assert [each.text for each in head.paragraphs] == ["UTKAST"]


@pytest.mark.parametrize("written_as", PaperFormat)
def test_a_ready_paper_has_no_mark(written_as: PaperFormat) -> None:
    written = write_paper(replace(PAPER, mark=None), written_as)
    if written_as is PaperFormat.WORD:
        with zipfile.ZipFile(io.BytesIO(written)) as package:
            assert not any(b"UTKAST" in package.read(name) for name in package.namelist())
    else:
        assert "UTKAST" not in PdfReader(io.BytesIO(written)).pages[0].extract_text()


# --- what a screen reader finds ---


def test_the_pdf_is_tagged_swedish_and_named() -> None:
    reader = PdfReader(io.BytesIO(write_paper(PAPER, PaperFormat.PDF)))
    root: Any = reader.root_object
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "sv-SE"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None
    assert reader.metadata.title == "Mål & delmål 2025"
    assert b"pdfuaid:part" in root["/Metadata"].get_object().get_data()
    roles: list[str] = []

    def walk(node: object) -> None:
        got = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(got, list):
            for each in got:
                walk(each)
        elif isinstance(got, dict):
            roles.append(str(got.get("/S", "")))
            if "/K" in got:
                walk(got["/K"])

    walk(root["/StructTreeRoot"])
    assert [roles.count(role) for role in ("/H1", "/H2", "/H3")] == [1, 3, 1]
    assert roles.count("/L") == 3
    assert roles.count("/LI") == 7


def test_word_has_real_headings_and_lists_and_is_swedish() -> None:
    document = word(write_paper(PAPER, PaperFormat.WORD))
    styles = {each.text: each.style.name for each in document.paragraphs if each.style}
    assert styles["Mål & delmål 2025"] == "Title"
    assert styles["Förslag till beslut"] == "Heading 1"
    assert styles["F-KS-2025-001: ny lydelse"] == "Heading 2"
    lists = [
        each._p.pPr.numPr.numId.val  # type: ignore[attr-defined]
        for each in document.paragraphs
        if each._p.pPr is not None and each._p.pPr.numPr is not None
    ]
    assert len(lists) == 5  # those with signs of the record's own are written out
    assert len(set(lists)) == 2
    assert texts(document)[-2:] == ["A1\tEtt", "1.1\tTvå"]
    assert 'w:lang w:val="sv-SE"' in document.styles.element.xml
    assert document.core_properties.title == "Mål & delmål 2025"
    assert document.core_properties.language == "sv-SE"
    followed = [each.text for each in document.paragraphs if each.paragraph_format.keep_with_next]
    assert "Nämnden föreslås besluta" in followed
    assert "Motivering:" in followed


# --- the municipality's own template ---


def template(*paragraphs: str, head: str = "", foot: str = "") -> Document:
    """A template with these paragraphs."""
    document = docx.Document()
    for each in paragraphs:
        document.add_paragraph(each)
    if head:
        document.sections[0].header.paragraphs[0].text = head
    if foot:
        document.sections[0].footer.paragraphs[0].text = foot
    return document


def test_a_templates_head_foot_and_styles_are_kept_and_its_fields_filled_in() -> None:
    own = template(
        "Före",
        "{{ Innehåll }}",
        "Efter",
        head="Vapnet {{märke}} {{avsändare}}",
        foot="{{titel}} – {{till}}",
    )
    own.styles["Heading 1"].font.name = "Comic Sans MS"
    written = word(write_paper(PAPER, PaperFormat.WORD, template=saved(own)))
    assert written.sections[0].header.paragraphs[0].text == (
        "Vapnet UTKAST Exempelby kommun (påhittad)"
    )
    assert written.sections[0].footer.paragraphs[0].text == "Mål & delmål 2025 – Till nämnden"
    said = texts(written)
    assert (said[0], said[-1]) == ("Före", "Efter")
    assert "{{" not in "".join(said)
    assert said.count("Mål & delmål 2025") == 0  # it stands in the foot
    assert written.styles["Heading 1"].font.name == "Comic Sans MS"


def test_a_field_keeps_the_looks_of_the_words_around_it_also_in_pieces() -> None:
    own = template()
    paragraph = own.add_paragraph()
    paragraph.add_run("Ärende: ").bold = True
    paragraph.add_run("{{ti")
    paragraph.add_run("tel}}").italic = True
    paragraph.add_run(" slut").bold = True
    written = word(write_paper(PAPER, PaperFormat.WORD, template=saved(own)))
    runs = [(run.text, run.bold) for run in written.paragraphs[0].runs]
    assert runs == [("Ärende: ", True), ("Mål & delmål 2025", None), ("", None), (" slut", True)]


def test_the_content_may_stand_in_a_table_and_fields_in_a_text_box() -> None:
    own = template()
    own.add_table(1, 1).cell(0, 0).paragraphs[0].text = "{{innehåll}}"
    own.add_paragraph()._p.append(
        parse_xml(
            f"<w:r {nsdecls('w')} xmlns:v='urn:schemas-microsoft-com:vml'><w:pict><v:shape>"
            "<v:textbox><w:txbxContent><w:p><w:r><w:t>{{titel}}</w:t></w:r></w:p>"
            "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
        )
    )
    written = word(write_paper(PAPER, PaperFormat.WORD, template=saved(own)))
    cell = written.tables[0].cell(0, 0)
    assert [each.text for each in cell.paragraphs][-1] == "1.1\tTvå"
    assert '<w:t xml:space="preserve">Mål &amp; delmål 2025</w:t>' in written.element.xml


def test_a_template_without_a_place_has_the_paper_last_and_the_mark_in_every_head() -> None:
    own = template("Brevhuvud", head="Kommunens vapen")
    own.sections[0].different_first_page_header_footer = True
    own.sections[0].first_page_header.paragraphs[0].text = "Första sidan"
    written = word(write_paper(PAPER, PaperFormat.WORD, template=saved(own)))
    assert texts(written)[:4] == [
        "Brevhuvud", "Exempelby kommun (påhittad)", "Till nämnden", "Mål & delmål 2025"
    ]  # fmt: skip
    section = written.sections[0]
    for head, said in (
        (section.header, "Kommunens vapen"),
        (section.first_page_header, "Första sidan"),
    ):
        assert [each.text for each in head.paragraphs] == [said, "UTKAST"]


def test_a_template_without_lists_and_headings_of_its_own_works_too() -> None:
    content = saved(template("{{innehåll}}"))
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        styles = package.read("word/styles.xml").decode()
        relations = package.read("word/_rels/document.xml.rels").decode()
    bare = re.sub(r'<w:style [^>]*w:styleId="(?:Heading\d|ListParagraph)".*?</w:style>', "", styles,
                  flags=re.DOTALL)  # fmt: skip
    assert bare != styles
    relations = re.sub(r"<Relationship [^>]*numbering[^>]*/>", "", relations)
    parts = {"word/styles.xml": bare.encode(), "word/_rels/document.xml.rels": relations.encode()}
    written = word(write_paper(PAPER, PaperFormat.WORD, template=with_parts(content, parts)))
    assert "Bygga" in texts(written)
    heading = next(each for each in written.paragraphs if each.text == "Förslag till beslut")
    assert 'w:outlineLvl w:val="0"' in heading._p.xml
    assert written.part.numbering_part.element.findall(docx.oxml.ns.qn("w:num"))


def test_words_templates_of_their_own_kind_work_like_documents() -> None:
    content = saved(template("{{innehåll}}", head="Vapnet"))
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        types = package.read("[Content_Types].xml")
    dotx = with_parts(
        content, {"[Content_Types].xml": types.replace(b"document.main", b"template.main")}
    )
    written = word(write_paper(PAPER, PaperFormat.WORD, template=dotx))
    assert written.sections[0].header.paragraphs[0].text == "Vapnet"


def test_a_title_that_looks_like_a_field_is_no_field() -> None:
    odd = replace(PAPER, title="Om {{innehåll}} och {{titel}}")
    own = saved(template("{{titel}}", "{{innehåll}}"))
    written = word(write_paper(odd, PaperFormat.WORD, template=own))
    assert texts(written)[0] == "Om {{innehåll}} och {{titel}}"
    assert texts(written)[1:4] == [
        "Exempelby kommun (påhittad)", "Till nämnden", "Diarienummer: saknas"
    ]  # fmt: skip


def _package(**parts: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, content in parts.items():
            package.writestr(name.replace("__", "/"), content)
    return made.getvalue()


GOOD = saved(template("{{innehåll}}"))


@pytest.mark.parametrize(
    ("bad", "refusal"),
    [
        (b"", TemplateUnreadableError),
        (b"%PDF-1.7 no Word file", TemplateUnreadableError),
        (b"PK\x03\x04 cut", TemplateUnreadableError),
        (GOOD[:2000], TemplateUnreadableError),
        (_package(hej=b"inte Word"), TemplateUnreadableError),
        (b"P" * (LARGEST_TEMPLATE + 1), TemplateUnreadableError),
        (with_parts(GOOD, {"word/document.xml": b"<not xml"}), TemplateUnreadableError),
        (with_parts(GOOD, {"word/big.xml": b"0" * 60_000_000}), TemplateUnreadableError),
        (with_parts(GOOD, {"word/vbaProject.bin": b"x"}), TemplateMacroError),
        (saved(template("{{namn}}")), TemplateFieldError),
        (saved(template("{{}}")), TemplateFieldError),
        (saved(template("hej", head="{{handläggare}}")), TemplateFieldError),
        (saved(template("Text: {{innehåll}}")), TemplatePlaceError),
        (saved(template("{{innehåll}}", "{{innehåll}}")), TemplatePlaceError),
        (saved(template("hej", foot="{{innehåll}}")), TemplatePlaceError),
    ],
    ids=lambda value: value.__name__ if isinstance(value, type) else "",
)
def test_a_template_that_cannot_be_used_is_refused(bad: bytes, refusal: type[GoalsError]) -> None:
    with pytest.raises(refusal):
        write_paper(PAPER, PaperFormat.WORD, template=bad)


def test_an_unknown_field_is_named_with_those_there_are() -> None:
    with pytest.raises(TemplateFieldError) as refused:
        write_paper(PAPER, PaperFormat.WORD, template=saved(template("{{namn}}")))
    assert refused.value.arguments == {
        "field": "namn",
        "known": "avsändare, innehåll, märke, till, titel",
    }
