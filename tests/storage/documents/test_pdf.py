"""A PDF is read line by line, without what stands on every page."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter

from storage.documents import example_document, read_document
from storage.documents.pdf.lines import read_pdf
from storage.documents.text_lines import Line
from tests.storage.documents.files import hand_written_pdf, pdf_of, shown, texts, typeset
from tests.storage.documents.papers import INVENTED, doubt_keys, subgoal_texts
from tests.storage.documents.test_word import stated

FILLING = "Detta är brödtext som fyller ut sidan i en påhittad handling om ingenting."
HEADER = (
    "[Påhittade kommun (påhittad) #h(1fr) Dnr SN 2025/39 #h(1fr) "
    '#context counter(page).display("1 (1)", both: true)]'
)


def pdf_lines(content: bytes) -> tuple[Line, ...]:
    return read_pdf("prov.pdf", content)[0]


def full_page(*lines: str, top: str = "Rubrik", bottom: str = "Sidfot") -> str:
    """A page as a content stream, its header and footer where such stand."""
    body = [shown(line, 70, 740 - 12 * at) for at, line in enumerate(lines)]
    return "\n".join([shown(top, 70, 800), *body, shown(bottom, 70, 40)])


def test_the_customers_document_as_pdf_says_the_same_as_in_text() -> None:
    name, content = example_document()
    document = read_document("mal.pdf", typeset(content.decode()))
    assert stated(document) == stated(read_document(name, content))
    assert doubt_keys(document) == doubt_keys(read_document(name, content))


@pytest.mark.parametrize(
    "name",
    ["sn-koder.txt", "ks-tva-ar.txt", "von-etiketter.txt", "an-numrerade-punkter.txt"],
)
def test_invented_papers_as_pdf_state_the_same_goals(name: str) -> None:
    content = (INVENTED / name).read_bytes()
    in_text, in_pdf = (
        read_document(name, content),
        read_document("p.pdf", typeset(content.decode())),
    )
    assert stated(in_pdf)[:3] == stated(in_text)[:3]


def test_a_list_over_a_page_break_stays_whole() -> None:
    paper = [
        "Socialnämnden",
        "",
        *[line for _ in range(35) for line in (FILLING, "")],
        "Delmål 2025:",
        "",
        *[f"- Öka tryggheten i område {n} med fler insatser för dem som bor där" for n in "ABC"],
    ]
    for at in (-1, -2, -3):
        paper[at] += "\noch för alla som kommer dit på besök"
    content = typeset("\n".join(paper), header=HEADER)
    document = read_document("prov.pdf", content)
    first, second = PdfReader(BytesIO(content)).pages
    assert "område A" in first.extract_text()
    assert "område C" in second.extract_text()
    assert subgoal_texts(document) == [
        f"Öka tryggheten i område {n} med fler insatser för dem som bor där "
        "och för alla som kommer dit på besök"
        for n in "ABC"
    ]
    assert document.dnr == "SN 2025/39"


def test_headers_come_once_and_footers_and_page_numbers_never() -> None:
    content = hand_written_pdf(
        full_page("Ett", "Två", top="Nämnden    Dnr 1", bottom="Sida 1 av 3"),
        full_page("Tre", "Fyra", top="Nämnden    Dnr 1", bottom="Sida 2 av 3"),
        full_page("Fem och tillräckligt", top="Nämnden    Dnr 1", bottom="Sida 3 av 3"),
    )
    assert texts(pdf_lines(content)) == [
        "Nämnden    Dnr 1",
        "Ett",
        "Två",
        "Tre",
        "Fyra",
        "Fem och tillräckligt",
    ]


def test_goals_that_only_differ_by_a_number_are_no_headers() -> None:
    pages = [full_page("Brödtext som fyller ut", top=f"Mål {n}", bottom="") for n in (1, 2, 3)]
    assert [each for each in texts(pdf_lines(hand_written_pdf(*pages))) if "Mål" in each] == [
        "Mål 1",
        "Mål 2",
        "Mål 3",
    ]


def test_a_header_that_the_text_says_too_is_not_said_again() -> None:
    pages = [full_page("Mål 2025", "Text som hör till"), full_page("Mer text")]
    with_header = [page.replace("(Rubrik)", "(Mål 2025)") for page in pages]
    assert texts(pdf_lines(hand_written_pdf(*with_header))).count("Mål 2025") == 1


def test_each_line_knows_its_page() -> None:
    content = hand_written_pdf(full_page("Ett första stycke"), full_page("Ett andra stycke"))
    pages = {line.text: line.page for line in pdf_lines(content)}
    assert (pages["Ett första stycke"], pages["Ett andra stycke"]) == (1, 2)


def test_bullets_lie_as_deep_as_they_stand() -> None:
    lines = pdf_lines(
        pdf_of("#set text(size: 11pt)\nInledande text:\n- Ett\n  - Under ett\n    - Underst\n- Två")
    )
    depths = {line.text: line.indent for line in lines if line.text}
    assert depths["• Ett"] == depths["• Två"]
    assert depths["• Ett"] + 2 <= depths["• Under ett"]
    assert depths["• Under ett"] + 2 <= depths["– Underst"]


def test_columns_are_parted_by_wide_gaps() -> None:
    content = hand_written_pdf(
        "\n".join(
            shown(text, x, y)
            for y, cells in ((700, ("Delmål", "Ansvarig", "Mått")), (680, ("Öka", "Alla", "Antal")))
            for x, text in zip((70, 200, 330), cells, strict=True)
        )
    )
    assert texts(pdf_lines(content)) == ["Delmål    Ansvarig    Mått", "Öka    Alla    Antal"]


TABLE = """#table(columns: (1fr, 1fr, auto), [Delmål], [Ansvarig], [Målvärde],
  [Öka andelen elever som klarar gymnasiet inom fyra år och får ett arbete],
  [Barn- och utbildningsnämnden], [95 %],
  [- Ett\n- Två], [], [5,0])"""


def test_the_rows_of_a_ruled_table_are_lines_with_their_cells() -> None:
    content = pdf_of(f"#set page(width: 14cm)\nFöre tabellen\n\n{TABLE}\n\nEfter tabellen")
    lines = pdf_lines(content)
    assert [(line.table, line.cells) for line in lines if line.table] == [
        (1, ("Delmål", "Ansvarig", "Målvärde")),
        (
            1,
            (
                "Öka andelen elever som klarar gymnasiet inom fyra år och får ett arbete",
                "Barn- och utbildningsnämnden",
                "95 %",
            ),
        ),
        (1, ("• Ett\n• Två", "", "5,0")),
    ]
    assert texts(lines)[0] == "Före tabellen"
    assert texts(lines)[-1] == "Efter tabellen"


def test_merged_cells_of_a_pdf_are_read_once_and_whole() -> None:
    content = pdf_of(
        "#table(columns: (3cm, 3cm, 3cm), [Mål], [Delmål], [Mått],"
        "table.cell(colspan: 3)[Trygghet i hela kommunen för alla],"
        "table.cell(rowspan: 2)[Ett mål på mer än en rad som hör ihop], [Första], [Antal],"
        "[Andra], [Andel])"
    )
    assert [line.cells for line in pdf_lines(content) if line.table] == [
        ("Mål", "Delmål", "Mått"),
        ("Trygghet i hela kommunen för alla", "", ""),
        ("Ett mål på mer än en rad som hör ihop", "Första", "Antal"),
        ("", "Andra", "Andel"),
    ]


def test_a_table_over_a_page_break_is_one_table() -> None:
    rows = ", ".join(f"[Delmål {n}], [Nämnd {n}]" for n in range(40))
    content = pdf_of(f'#set page(paper: "a5")\n#table(columns: 2, [Mål], [Vem], {rows})\n\n{TABLE}')
    rows_of_tables = [line for line in pdf_lines(content) if line.table]
    assert {line.page for line in rows_of_tables if line.table == 1} == {1, 2}
    assert [line.cells[0] for line in rows_of_tables if line.table == 1] == [
        "Mål",
        *(f"Delmål {n}" for n in range(40)),
    ]
    assert {line.table for line in rows_of_tables} == {1, 2}


def test_a_frame_around_the_text_is_no_table() -> None:
    ys = range(700, 600, -12)
    framed = [
        "50 50 500 700 re S",
        "50 90 m 550 90 l S 300 50 m 300 90 l S 50 70 m 550 70 l S",
        *(shown(f"Löpande text på höjden {y}", 70, y) for y in ys),
        *(shown(text, x, y) for text, x, y in (("Justerare", 60, 75), ("Datum", 310, 75))),
        *(shown(text, x, y) for text, x, y in (("Sign", 60, 55), ("2025", 310, 55))),
    ]
    lines = pdf_lines(hand_written_pdf("\n".join(framed)))
    assert [line.text for line in lines if line.text and not line.table] == [
        f"Löpande text på höjden {y}" for y in ys
    ]


def test_the_ground_behind_a_text_is_no_table() -> None:
    grounds = [f"1 1 1 rg 70 {y - 2} {width} 12 re f" for y, width in ((700, 400), (688, 300))]
    sheet = "1 1 1 rg 0 0 595 842 re f"
    rows = [shown("Nämnden beslutar att anta förslaget", 70, y) for y in (700, 688)]
    lines = pdf_lines(hand_written_pdf("\n".join([sheet, *grounds, "0 g", *rows])))
    assert [(line.text, line.table) for line in lines] == [
        ("Nämnden beslutar att anta förslaget", None)
    ] * 2


def test_paragraphs_stand_apart_and_wrapped_lines_do_not() -> None:
    ys = (700, 688, 676, 650, 638, 626)
    content = hand_written_pdf("\n".join(shown(f"Rad på höjden {y}", 70, y) for y in ys))
    gaps = [line.text for line in pdf_lines(content)]
    assert gaps == [
        *(f"Rad på höjden {y}" for y in ys[:3]),
        "",
        *(f"Rad på höjden {y}" for y in ys[3:]),
    ]


def test_words_are_parted_where_the_file_only_moves_on() -> None:
    moved = "BT /F1 10 Tf 70 700 Td [(Kommun) -20 (styrelsens) -400 (delm\345l) 30 (et)] TJ ET"
    assert texts(pdf_lines(hand_written_pdf(moved))) == ["Kommunstyrelsens delmålet"]


def test_the_order_of_drawing_does_not_matter() -> None:
    content = hand_written_pdf(
        "\n".join([shown("sist på sidan", 70, 600), shown("först på sidan", 70, 700)])
    )
    assert texts(pdf_lines(content)) == ["först på sidan", "sist på sidan"]


def test_turned_text_is_left_out_and_a_turned_page_is_read() -> None:
    stamp = "BT /F1 10 Tf 0 1 -1 0 30 300 Tm (Ankomststämpel i marginalen) Tj ET"
    upright = hand_written_pdf(
        "\n".join([shown("Text som står rakt upp på sidan", 70, 700), stamp])
    )
    assert texts(pdf_lines(upright)) == ["Text som står rakt upp på sidan"]
    lying = hand_written_pdf(stamp)
    writer = PdfWriter(BytesIO(lying))
    writer.pages[0].rotate(90)
    turned = BytesIO()
    writer.write(turned)
    assert texts(pdf_lines(turned.getvalue())) == ["Ankomststämpel i marginalen"]


def test_text_drawn_twice_to_look_bold_is_read_once() -> None:
    content = hand_written_pdf(
        "\n".join([shown("Mål och delmål för nämnden", x, 700) for x in (70, 70.3)])
    )
    assert texts(pdf_lines(content)) == ["Mål och delmål för nämnden"]


def test_footnotes_and_their_marks_are_left_out() -> None:
    content = hand_written_pdf(
        "\n".join(
            [
                shown("Nämndens mål", 70, 700),
                shown("1", 133, 704, size=6),
                shown("gäller hela perioden", 140, 700),
                shown("1", 70, 104, size=5),
                shown("En fotnot om något annat", 74, 100, size=8),
            ]
        )
    )
    assert texts(pdf_lines(content)) == ["Nämndens mål gäller hela perioden"]


def test_ligatures_are_letters_and_soft_hyphens_mend_words() -> None:
    source = (
        '#set page(width: 9cm)\n#set text(lang: "sv", size: 11pt, hyphenate: true)\n'
        "#set par(justify: true)\nSocialnämnden\n\nDelmål 2025:\n\n"
        "- Officiella finansieringsmöjligheter, medborgarinflytande och "
        "verksamhetsutvecklingsprocesser ska förbättras"
    )
    assert subgoal_texts(read_document("prov.pdf", pdf_of(source))) == [
        (
            "Officiella finansieringsmöjligheter, medborgarinflytande och "
            "verksamhetsutvecklingsprocesser ska förbättras"
        )
    ]


def test_text_in_a_form_is_read_where_it_is_placed() -> None:
    writer = PdfWriter(BytesIO(hand_written_pdf(shown("Protokoll för nämnden", 70, 700))))
    stamp = PdfReader(BytesIO(hand_written_pdf(shown("Dnr KS 2025/39", 70, 300))))
    writer.pages[0].merge_page(stamp.pages[0])
    merged = BytesIO()
    writer.write(merged)
    assert texts(pdf_lines(merged.getvalue())) == ["Protokoll för nämnden", "Dnr KS 2025/39"]


def test_pages_of_pictures_are_told_and_blank_pages_are_not() -> None:
    text = shown("Text på första sidan av handlingen", 70, 700)
    picture = "BI /W 1 /H 1 /BPC 8 /CS /G ID x EI"
    shapes = "0 0 m 9 9 l S\n" * 100
    content = hand_written_pdf(text, picture, shapes, "", picture)
    lines, doubts = read_pdf("prov.pdf", content)
    assert texts(lines) == ["Text på första sidan av handlingen"]
    assert [(doubt.key, doubt.arguments) for doubt in doubts] == [
        ("doubt-pages-without-text", {"pages": "2–3, 5"})
    ]


def test_the_pages_are_counted_as_they_are_read() -> None:
    told: list[tuple[int, int]] = []

    def note(read: int, pages: int) -> None:
        told.append((read, pages))

    content = hand_written_pdf(*[shown("Text på varje sida i handlingen", 70, 700)] * 3)
    read_document("prov.pdf", content, progress=note)
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_the_library_is_held_only_once_a_pdf_is_read() -> None:
    program = "import sys, storage.documents; print('pypdf' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout.strip() == b"False"


@pytest.mark.parametrize("password", ["", "hemligt"])
def test_a_pdf_that_opens_without_a_password_is_read(password: str) -> None:
    assert texts(pdf_lines(locked(("Socialnämnden har mål för alla",), owner=password))) == [
        "Socialnämnden har mål för alla"
    ]


def locked(lines: Sequence[str], *, user: str = "", owner: str = "x") -> bytes:
    """A PDF that is encrypted, for reading with the user's password."""
    page = "\n".join(shown(line, 70, 700 - 12 * at) for at, line in enumerate(lines))
    writer = PdfWriter(BytesIO(hand_written_pdf(page)))
    writer.encrypt(user, owner or None, algorithm="AES-256")
    content = BytesIO()
    writer.write(content)
    return content.getvalue()


def test_a_bold_line_is_none_of_the_text_after_it_whatever_its_size() -> None:
    lines = pdf_lines(
        pdf_of(
            '#set page(paper: "a4")\n#set text(size: 11pt)\n'
            "*Nämndens mål för verksamheten under hela mandatperioden* \\\n"
            "Alla ska ha ett hem.\n"
        )
    )
    assert [(line.text[:8], line.bold) for line in lines if line.text] == [
        ("Nämndens", True),
        ("Alla ska", False),
    ]


def test_a_heading_that_comes_again_is_no_running_head_though_a_page_begins_with_it() -> None:
    page = ["Aktiviteter", "- Starta", *(f"Rad {number}" for number in range(8)), "Aktiviteter"]
    content = pdf_of(
        '#set page(paper: "a6", margin: 1cm)\n#set text(size: 9pt)\n'
        + "#pagebreak()\n".join(" \\\n".join(page) + "\n" for _ in range(3))
    )
    assert texts(pdf_lines(content)).count("Aktiviteter") == 6


def test_a_line_that_had_room_for_the_next_word_ended_on_purpose() -> None:
    content = typeset(
        "Rastverksamhet ska finnas på samtliga skolor\n"
        "Övergången till förskoleklass ska ske efter en gemensam rutin som alla känner till i\n"
        "Lillåns kommun"
    )
    assert [line.begins for line in pdf_lines(content)] == [False, True, False]
