"""What cannot be read is refused in a word that a person understands."""

from __future__ import annotations

import json
import random
import struct
from contextlib import suppress
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from dialogs.texts import LANGUAGES, has, say
from goals import errors
from goals.errors import (
    DocumentCorruptError,
    DocumentEmptyError,
    DocumentEncryptedError,
    DocumentFieldError,
    DocumentFileTooLargeError,
    DocumentFormatError,
    DocumentMacrosError,
    DocumentNestedError,
    DocumentNotJsonError,
    DocumentOldWordError,
    DocumentPagesError,
    DocumentScannedError,
    DocumentTooLargeError,
    DocumentTooSlowError,
    DocumentUnpacksError,
    DocumentUnreadableError,
    GoalsError,
)
from storage import documents
from storage.documents import example_document, read_document
from storage.documents.pdf import lines as pdf
from storage.documents.pdf import runs as pdf_runs
from storage.documents.text_lines import LARGEST
from storage.documents.word import package as office_package
from tests.storage.documents.files import (
    hand_written_pdf,
    shown,
    typeset,
    with_parts,
    word_of,
)
from tests.storage.documents.papers import doubt_keys, subgoal_texts
from tests.storage.documents.test_pdf import locked
from tests.storage.documents.test_word import NUMBERING, item, paragraph, row, table

PAPER = "Socialnämnden\n\nDelmål 2025:\n- Öka tryggheten på äldreboenden\n- Följ upp åtgärder\n"


@pytest.mark.parametrize(
    "content",
    [
        b"\x00\x01\x02",
        PAPER.encode() + b"\0",
        b"\x89PNG something",
        b"{\\rtf1 something",
        b"\xff\xfe\x00",
        b"\x81\x8d\x8f",
        b"\x01\x02\x03\x04 text",
    ],
)
def test_what_is_not_text_is_refused(content: bytes) -> None:
    with pytest.raises(DocumentUnreadableError):
        read_document("prov.txt", content)
    with pytest.raises((DocumentUnreadableError, DocumentNotJsonError)):
        read_document("prov.json", content)


@pytest.mark.parametrize("name", ["prov.doc", "prov", "prov.txt.exe"])
def test_other_formats_are_refused_with_the_ones_that_are_read(name: str) -> None:
    with pytest.raises(DocumentFormatError) as refused:
        read_document(name, PAPER.encode())
    assert refused.value.arguments["formats"] == ".docx, .pdf, .txt, .json"


@pytest.mark.parametrize("name", ["prov.txt", "prov.json"])
def test_too_much_text_is_refused(name: str) -> None:
    with pytest.raises(DocumentTooLargeError):
        read_document(name, b"a" * (LARGEST + 1))


@pytest.mark.parametrize("unit", ["a", "mål 2024-", "Mål 1: Ett\n", "\n", "kommunstyrelsens "])
def test_much_text_is_read_in_reasonable_time(unit: str) -> None:
    assert not read_document("prov.txt", (unit * 100_000).encode()).subgoals


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_every_unicode_encoding_reads_the_same(encoding: str) -> None:
    document = read_document("prov.TXT", PAPER.encode(encoding))
    assert subgoal_texts(document) == ["Öka tryggheten på äldreboenden", "Följ upp åtgärder"]
    assert "doubt-encoding" not in doubt_keys(document)


def test_windows_text_is_read_and_told() -> None:
    document = read_document("prov.txt", PAPER.encode("cp1252"))
    assert subgoal_texts(document) == ["Öka tryggheten på äldreboenden", "Följ upp åtgärder"]
    assert "doubt-encoding" in doubt_keys(document)


@pytest.mark.parametrize(
    "content", [b" ", b"{", b"[]", b"null", b'"mal"', b"[" * 100_000, b"9" * 10_000, b"{]}"]
)
def test_what_is_not_a_json_object_is_refused(content: bytes) -> None:
    with pytest.raises(DocumentNotJsonError):
        read_document("prov.json", content)


@pytest.mark.parametrize(
    ("stated", "field", "expected"),
    [
        ({"body": 1}, "body", "text"),
        ({"decided": "ja"}, "decided", "flag"),
        ({"is_goal_document": 1}, "is_goal_document", "flag"),
        ({"years": 2025}, "years", "list"),
        ({"years": ["2025"]}, "years[0]", "year"),
        ({"years": [True]}, "years[0]", "year"),
        ({"years": [1899]}, "years[0]", "year"),
        ({"goal_period": [2026, 2024]}, "goal_period", "period"),
        ({"goal_period": [2026]}, "goal_period", "period"),
        ({"goal_period": {"from": 2024}}, "goal_period", "period"),
        ({"goals": ["Ett"]}, "goals[0]", "object"),
        ({"goals": [{}]}, "goals[0]", "object"),
        ({"goals": [{"code": "1"}]}, "goals[0].text", "text"),
        ({"goals": [{"text": " \u0000 "}]}, "goals[0].text", "text"),
        ({"goals": [{"text": "Ett", "code": 1}]}, "goals[0].code", "text"),
        ({"goals": [{"text": "a" * 4_001}]}, "goals[0].text", "shorter-text"),
        ({"goals": [{"text": "Ett", "code": "1" * 21}]}, "goals[0].code", "shorter-text"),
        ({"goals": [{"text": "Ett"}] * 2_001}, "goals", "shorter-list"),
        ({"subgoals": [{"text": "Ett"}]}, "subgoals[0].year", "year"),
        ({"subgoals": [{"text": "Ett", "year": 2025.0}]}, "subgoals[0].year", "year"),
        ({"recipients": [None]}, "recipients[0]", "text"),
        ({"date": "12 mars 2025"}, "date", "date"),
        ({"date": "2025-02-30"}, "date", "date"),
        ({"date": 20250301}, "date", "date"),
    ],
)
def test_wrong_field_is_named(stated: dict[str, Any], field: str, expected: str) -> None:
    with pytest.raises(DocumentFieldError) as refused:
        read_document("prov.json", json.dumps(stated).encode())
    assert refused.value.arguments == {
        "document": "prov.json",
        "field": field,
        "expected": expected,
    }


PICTURE = "BI /W 1 /H 1 /BPC 8 /CS /G ID x EI"
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
"""How the file of an older Office begins."""
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
WORD = word_of(paragraph("Socialnämnden"), paragraph("Delmål 2025:"), *map(item, ("Ett", "Två")))
PDF = typeset(PAPER)


def stream_named(name: str) -> bytes:
    """An older Office file that holds a stream of that name."""
    return COMPOUND + name.encode("utf-16-le")


def zipped(**parts: str | bytes) -> bytes:
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as made:
        for name, part in parts.items():
            made.writestr(name, part)
    return content.getvalue()


def with_body(inside: str, *, before: str = "") -> bytes:
    """A Word file with this in its body, and `before` ahead of its first element."""
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    xml = f'{before}<w:document xmlns:w="{space}"><w:body>{inside}</w:body></w:document>'
    return with_parts(WORD, {"word/document.xml": xml.encode()})


def with_macros() -> bytes:
    types = ZipFile(BytesIO(WORD)).read("[Content_Types].xml").decode()
    return with_parts(WORD, {"[Content_Types].xml": types.replace(MAIN, MACROS).encode()})


@pytest.mark.parametrize(
    ("name", "content", "refusal"),
    [
        ("tom.docx", b"", DocumentEmptyError),
        ("tom.pdf", b"", DocumentEmptyError),
        ("tom.txt", b"", DocumentEmptyError),
        ("inskannad.pdf", hand_written_pdf("0 0 m 595 842 l S"), DocumentScannedError),
        (
            "stämplad.pdf",
            hand_written_pdf(f"{PICTURE} {shown('Inkom', 9, 9)}"),
            DocumentScannedError,
        ),
        ("låst.pdf", locked(("Mål",), user="hemligt"), DocumentEncryptedError),
        ("låst.docx", stream_named("EncryptedPackage"), DocumentEncryptedError),
        ("gammal.doc", stream_named("WordDocument"), DocumentOldWordError),
        ("gammal.docx", stream_named("WordDocument"), DocumentOldWordError),
        ("gammal.xls", stream_named("Workbook"), DocumentFormatError),
        ("trasig.pdf", b"%PDF-1.7\nsomething else", DocumentCorruptError),
        ("avbruten.pdf", PDF[:200], DocumentCorruptError),
        ("trasig.docx", b"PK\x03\x04 something else", DocumentCorruptError),
        ("avbruten.docx", WORD[: len(WORD) // 2], DocumentCorruptError),
        ("bild.docx", b"\x89PNG\r\n\x1a\n\x00", DocumentCorruptError),
        ("bild.pdf", b"\x00\x01\x02", DocumentCorruptError),
        ("makron.docm", with_macros(), DocumentMacrosError),
        ("makron.docx", with_parts(WORD, {"word/vbaProject.bin": b"x"}), DocumentMacrosError),
        ("annat.docx", zipped(readme="not Word"), DocumentFormatError),
        ("tomt.zip", zipped(), DocumentFormatError),
        (
            "blad.xlsx",
            zipped(**{"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>"}),
            DocumentFormatError,
        ),
        (
            "text.odt",
            zipped(mimetype="application/vnd.oasis.opendocument.text"),
            DocumentFormatError,
        ),
        (
            "utan-text.docx",
            with_parts(WORD, {"word/document.xml": b"<html/>"}),
            DocumentCorruptError,
        ),
        ("fel.docx", with_parts(WORD, {"word/document.xml": b"<w:p"}), DocumentCorruptError),
    ],
)
def test_a_file_that_cannot_be_read_says_why(
    name: str, content: bytes, refusal: type[GoalsError]
) -> None:
    with pytest.raises(refusal) as refused:
        read_document(name, content)
    for language in LANGUAGES:
        assert name in say(language, refusal.key, **refused.value.arguments)


def test_what_is_not_read_says_what_is() -> None:
    with pytest.raises(DocumentFormatError) as refused:
        read_document("blad.xlsx", zipped(**{"xl/workbook.xml": "<workbook/>"}))
    said = say("sv", refused.value.key, **refused.value.arguments)
    assert ".docx" in said
    assert ".pdf" in said


def test_a_larger_file_than_is_read_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "LARGEST_FILE", 1_000_000)
    with pytest.raises(DocumentFileTooLargeError):
        read_document("stor.pdf", b"%PDF-1.7" + bytes(1_000_000))


@pytest.mark.parametrize(
    ("name", "content", "suffix", "kind"),
    [
        ("prov.docx", PDF, ".docx", "PDF"),
        ("prov.txt", PDF, ".txt", "PDF"),
        ("prov.txt", WORD, ".txt", "Word"),
        ("prov.pdf", WORD, ".pdf", "Word"),
        ("prov.json", WORD, ".json", "Word"),
        ("prov", PDF, "prov", "PDF"),
        ("prov.docx", PAPER.encode(), ".docx", "text"),
        ("prov.pdf", PAPER.encode(), ".pdf", "text"),
    ],
)
def test_a_file_is_read_as_what_it_is_and_the_wrong_name_is_told(
    name: str, content: bytes, suffix: str, kind: str
) -> None:
    document = read_document(name, content)
    doubts = [each for each in document.doubts if each.key == "doubt-other-format"]
    assert [each.arguments for each in doubts] == [{"suffix": suffix, "format": kind}]


def test_a_file_under_its_own_name_raises_no_doubt_of_its_kind() -> None:
    for name, content in (("a.DOCX", WORD), ("a.pdf", PDF), ("a.txt", PAPER.encode())):
        assert "doubt-other-format" not in doubt_keys(read_document(name, content))


def test_a_text_that_speaks_of_pdf_is_text_and_a_pdf_may_begin_late() -> None:
    told = read_document("prov.txt", f"En fil börjar med %PDF-1.7\n\n{PAPER}".encode())
    assert subgoal_texts(told) == ["Öka tryggheten på äldreboenden", "Följ upp åtgärder"]
    assert subgoal_texts(read_document("prov.pdf", b"\n\n" + PDF)) == subgoal_texts(told)


def test_lines_of_two_encodings_are_each_read_in_their_own() -> None:
    lines = PAPER.split("\n")
    content = b"\n".join(
        line.encode("cp1252" if at % 2 else "utf-8") for at, line in enumerate(lines)
    )
    document = read_document("prov.txt", content)
    assert subgoal_texts(document) == ["Öka tryggheten på äldreboenden", "Följ upp åtgärder"]
    assert "doubt-mixed-encoding" in doubt_keys(document)
    assert "doubt-encoding" not in doubt_keys(document)


def with_stated_size(content: bytes, part: str, size: int) -> bytes:
    """A zip file that lies about how large a part becomes."""
    changed = bytearray(content)
    entry = ZipFile(BytesIO(content)).getinfo(part)
    actual = struct.pack("<L", entry.file_size)
    stated = struct.pack("<L", size)
    for signature, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = content.index(signature)
        while at >= 0:
            if content[at + offset : at + offset + 4] == actual:
                changed[at + offset : at + offset + 4] = stated
            at = content.find(signature, at + 1)
    return bytes(changed)


def test_a_zip_bomb_is_refused_by_what_it_says() -> None:
    bomb = with_body(paragraph("0" * 10_000_000))
    with pytest.raises(DocumentUnpacksError):
        read_document("bomb.docx", bomb)


def test_a_blank_picture_is_no_bomb_but_many_of_them_are(monkeypatch: pytest.MonkeyPatch) -> None:
    pictures = with_parts(WORD, {"word/media/image1.bmp": bytes(5_000_000)})
    assert read_document("bild.docx", pictures).name == "bild.docx"
    monkeypatch.setattr(office_package, "LARGEST_UNPACKED", 4_000_000)
    with pytest.raises(DocumentUnpacksError):
        read_document("bild.docx", pictures)


def test_a_zip_bomb_is_refused_by_how_many_files_it_holds() -> None:
    many = with_parts(WORD, {f"word/{at}.xml": b"" for at in range(office_package.MOST_ENTRIES)})
    with pytest.raises(DocumentUnpacksError):
        read_document("bomb.docx", many)


def test_a_zip_bomb_that_lies_is_refused_by_what_comes_out(monkeypatch: pytest.MonkeyPatch) -> None:
    large = with_body(paragraph("x" * 3_000_000))
    lying = with_stated_size(large, "word/document.xml", 1_000)
    with pytest.raises(DocumentCorruptError):
        read_document("bomb.docx", lying)
    monkeypatch.setattr(office_package, "LARGEST_PART", 1_000_000)
    monkeypatch.setattr(office_package, "GREATEST_RATIO", 1_000_000)
    with pytest.raises(DocumentUnpacksError):
        read_document("bomb.docx", large)


@pytest.mark.parametrize(
    "before",
    [
        '<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]>',
        '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd">',
        '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>',
    ],
)
def test_entities_are_neither_expanded_nor_fetched(before: str) -> None:
    with pytest.raises(DocumentCorruptError):
        read_document("prov.docx", with_body(paragraph("&d;"), before=before))


@pytest.mark.parametrize(
    "inside",
    [
        "<w:ins>" * 2_000 + "</w:ins>" * 2_000,
        "<w:tbl><w:tr><w:tc>" * 300 + "</w:tc></w:tr></w:tbl>" * 300,
    ],
)
def test_what_is_built_too_deep_is_refused(inside: str) -> None:
    with pytest.raises(DocumentNestedError):
        read_document("djup.docx", with_body(inside))


def test_what_is_built_of_too_many_pieces_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office_package, "MOST_ELEMENTS", 10_000)
    with pytest.raises(DocumentNestedError):
        read_document("stor.docx", with_body("<w:p/>" * 10_000))


def test_more_text_than_is_read_is_refused_in_word_too() -> None:
    words = " ".join(f"mål {number}" for number in range(LARGEST // 8))
    with pytest.raises(DocumentTooLargeError):
        read_document("stor.docx", with_body(paragraph(words)))


def test_more_pages_than_are_read_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MOST_PAGES", 2)
    with pytest.raises(DocumentPagesError):
        read_document("lång.pdf", hand_written_pdf("", "", ""))


def test_a_pdf_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "LONGEST_SECONDS", -1)
    with pytest.raises(DocumentTooSlowError):
        read_document("seg.pdf", PDF)


def test_a_page_that_draws_without_end_is_told_and_the_rest_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pdf_runs, "MOST_OPERATIONS", 1_000)
    good = "\n".join(
        shown(line, 70, 700 - 12 * at) for at, line in enumerate(PAPER.splitlines()) if line
    )
    document = read_document("prov.pdf", hand_written_pdf("0 0 m 1 1 l S\n" * 1_000, good))
    assert subgoal_texts(document) == ["Öka tryggheten på äldreboenden", "Följ upp åtgärder"]
    assert "doubt-pages-unreadable" in doubt_keys(document)


def test_a_page_tree_in_a_circle_ends() -> None:
    circle = PDF_CIRCLE.replace(b"KIDS", b"[2 0 R 2 0 R]")
    with pytest.raises(GoalsError):
        read_document("krets.pdf", circle)


PDF_CIRCLE = (
    b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
    b"2 0 obj\n<< /Type /Pages /Kids KIDS /Count 2 >>\nendobj\n"
    b"trailer\n<< /Root 1 0 R >>\n%%EOF\n"
)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("name", ["prov.docx", "prov.pdf", "delar.docx"])
def test_a_damaged_file_is_read_or_refused_and_never_ends_in_a_trace(name: str, seed: int) -> None:
    chance = random.Random(f"{name}{seed}")
    rich = word_of(
        item("Ett"), table(row("A", "B")), paragraph("Text"), item("Två", depth=1), parts=NUMBERING
    )
    whole = {"prov.docx": WORD, "prov.pdf": PDF, "delar.docx": rich}[name]
    for _ in range(30):
        damaged = bytearray(whole)
        if name == "delar.docx":
            # The parts inside, so that the damage is not only found by their checksums.
            part = chance.choice(["word/document.xml", "word/styles.xml", "word/numbering.xml"])
            xml = bytearray(ZipFile(BytesIO(whole)).read(part))
            _damage(xml, chance)
            damaged = bytearray(with_parts(whole, {part: bytes(xml)}))
        else:
            _damage(damaged, chance)
        with suppress(GoalsError):
            read_document(name, bytes(damaged))


def _damage(content: bytearray, chance: random.Random) -> None:
    for _ in range(chance.randint(1, 20)):
        content[chance.randrange(len(content))] = chance.randrange(256)
    if chance.random() < 0.3:
        del content[chance.randrange(len(content)) :]
    if chance.random() < 0.3:
        at = chance.randrange(len(content) + 1)
        del content[at : at + chance.randint(1, 200)]


def test_every_refusal_has_its_sentence_in_both_languages() -> None:
    refusals = [
        each
        for name, each in vars(errors).items()
        if name.startswith("Document") and issubclass(each, GoalsError)
    ]
    assert len(refusals) > 10
    for refusal in refusals:
        assert has("sv", refusal.key)
        assert has("en", refusal.key)


def test_example_stands_in_the_program_itself() -> None:
    name, content = example_document()
    assert name.endswith(".txt")
    assert content.decode()
