"""A Word file is read as Word shows it."""

from __future__ import annotations

import pytest
from docx import Document
from docx.enum.section import WD_SECTION
from docx.shared import Pt

from goals.document import GoalDocument
from storage.documents import example_document, read_document
from tests.storage.documents.files import (
    as_word,
    saved,
    texts,
    with_parts,
    word_lines,
    word_of,
)
from tests.storage.documents.papers import doubt_keys, goal_texts, subgoal_texts

HEADINGS = {
    "Mål och delmål 2025 Kommunstyrelsen",
    "Förslag till beslut",
    "Sammanfattning av ärendet",
    "Beslutet ska skickas till",
    "Handläggare",
}
LISTS = """
<w:abstractNum w:abstractNumId="1">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>
    <w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/>
    <w:pPr><w:ind w:left="1440" w:hanging="360"/></w:pPr></w:lvl>
  <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>
    <w:lvlText w:val="%3)"/></w:lvl>
  <w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="bullet"/>
    <w:lvlText w:val="\uf0b7"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="2">
  <w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/>
    <w:lvlText w:val="Mål %1"/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%2."/>
    <w:lvlRestart w:val="0"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="3"><w:numStyleLink w:val="Listformat"/></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/>
  <w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="5"><w:abstractNumId w:val="1"/>
  <w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperLetter"/>
  <w:lvlText w:val="%1."/></w:lvl></w:lvlOverride></w:num>
"""
NUMBERING = {"word/numbering.xml": f"<w:numbering>{LISTS}</w:numbering>"}


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str, properties: str = "") -> str:
    """Runs given as XML, or plain words."""
    inside = "".join(each if each.startswith("<") else run(each) for each in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def item(text: str, *, of: int = 1, depth: int = 0) -> str:
    numbered = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{of}"/></w:numPr>'
    return paragraph(text, properties=numbered)


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    inside = "".join(each if each.startswith("<") else cell(paragraph(each)) for each in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inside}</w:tr>"


def cell(*content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(content)}</w:tc>"


def field(instruction: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText> {instruction} </w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def stated(document: GoalDocument) -> tuple[object, ...]:
    """What two files of one paper must have in common: all but their lines."""
    return (
        [(goal.code, goal.text) for goal in document.goals],
        [(subgoal.code, subgoal.year, subgoal.text) for subgoal in document.subgoals],
        document.decision_points,
        document.recipients,
        document.officer,
        document.title,
        document.body_code,
        document.years,
        document.goal_period,
        document.decided,
    )


def test_the_customers_document_in_word_says_the_same_as_in_text() -> None:
    name, content = example_document()
    word = as_word(content.decode(), heading=HEADINGS.__contains__)
    document = read_document("mal.docx", word)
    assert stated(document) == stated(read_document(name, content))
    assert doubt_keys(document) == doubt_keys(read_document(name, content))


def test_the_customers_document_pasted_line_by_line_says_the_same() -> None:
    name, content = example_document()
    word = Document()
    for line in content.decode().splitlines():
        word.add_paragraph(line)
    assert stated(read_document("mal.docx", saved(word))) == stated(read_document(name, content))


def test_the_numbers_that_word_shows_are_read() -> None:
    word = word_of(
        item("Ett"),
        item("Under ett", depth=1),
        item("Bokstav", depth=2),
        item("Punkt", depth=3),
        item("Andra under ett", depth=1),
        item("Två"),
        item("Under två", depth=1),
        paragraph("Emellan"),
        item("Tre", of=4),
        item("Börjar om på sju", of=2),
        item("Åtta", of=2),
        item("Bokstaverat", of=5),
        parts=NUMBERING,
    )
    assert texts(word_lines(word)) == [
        "1. Ett",
        "1.1 Under ett",
        "a) Bokstav",
        "• Punkt",
        "1.2 Andra under ett",
        "2. Två",
        "2.1 Under två",
        "Emellan",
        "3. Tre",
        "7. Börjar om på sju",
        "8. Åtta",
        "I. Bokstaverat",
    ]


def test_words_before_the_number_and_a_level_that_never_restarts_are_shown() -> None:
    word = word_of(
        item("Trygghet", of=3),
        item("Ett", of=3, depth=1),
        item("Hälsa", of=3),
        item("Två", of=3, depth=1),
        parts=NUMBERING,
    )
    assert texts(word_lines(word)) == ["Mål 3 Trygghet", "I. Ett", "Mål 4 Hälsa", "II. Två"]


def test_a_list_lies_as_deep_as_its_level() -> None:
    lines = word_lines(word_of(item("Ett"), item("Under", depth=1), parts=NUMBERING))
    assert lines[1].indent - lines[0].indent >= 2


def test_an_empty_item_is_counted_as_word_does_and_a_removed_one_is_not() -> None:
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    removed = f'{numbered}<w:rPr><w:del w:id="1"/></w:rPr>'
    word = word_of(
        item("Ett"),
        item(""),
        paragraph(
            '<w:del w:id="2"><w:r><w:delText>Bort</w:delText></w:r></w:del>', properties=removed
        ),
        item("Tre"),
        parts=NUMBERING,
    )
    assert texts(word_lines(word)) == ["1. Ett", "3. Tre"]


def test_a_style_puts_its_paragraphs_into_a_list() -> None:
    word = Document()
    for style in ("List Bullet", "List Number", "List Number", "List Bullet 2"):
        word.add_paragraph(style, style=style)
    assert texts(word_lines(saved(word))) == [
        "• List Bullet",
        "1. List Number",
        "2. List Number",
        "• List Bullet 2",
    ]


def test_headings_have_their_level_from_style_or_outline() -> None:
    word = word_of(
        paragraph("Rubrik", properties='<w:pStyle w:val="Heading2"/>'),
        paragraph("Text"),
        paragraph("Egen", properties='<w:outlineLvl w:val="0"/>'),
        paragraph("Brödtext", properties='<w:pStyle w:val="Heading1"/><w:outlineLvl w:val="9"/>'),
    )
    levels = {line.text: line.heading for line in word_lines(word) if line.text}
    assert levels == {"Rubrik": 2, "Text": None, "Egen": 1, "Brödtext": None}


def test_tabs_breaks_hyphens_and_spaces_are_as_they_look() -> None:
    word = word_of(
        paragraph(
            "<w:r><w:tab/></w:r>",
            "Dnr",
            "<w:r><w:tab/><w:t>KS 2025/39</w:t><w:br/><w:t>IT</w:t><w:noBreakHyphen/>"
            "<w:t>enhe</w:t><w:softHyphen/><w:t>ten\u00a0A</w:t></w:r>",
        )
    )
    lines = word_lines(word)
    assert [(line.text, line.indent) for line in lines] == [
        ("Dnr    KS 2025/39", 4),
        ("IT-enheten A", 0),
    ]
    assert [line.begins for line in lines] == [True, False]


def test_the_result_of_a_field_is_kept_and_page_numbers_are_not() -> None:
    word = word_of(
        paragraph("Dnr ", field("DOCPROPERTY Dnr", "KS 2025/39"), " sida ", field("PAGE", "3")),
        paragraph(
            '<w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>9</w:t></w:r></w:fldSimple>', "sidor"
        ),
        paragraph('<w:hyperlink r:id="x"><w:r><w:t>kommunens sida</w:t></w:r></w:hyperlink>'),
    )
    assert texts(word_lines(word)) == ["Dnr KS 2025/39 sida", "sidor", "kommunens sida"]


def test_a_table_of_contents_is_left_out_even_if_it_never_ends() -> None:
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o "1-3"</w:instrText>'
        '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    word = word_of(
        paragraph(begin, "Mål 1 Trygghet 3"),
        paragraph("Mål 2 Hälsa 4"),
        paragraph("Inledning", properties='<w:pStyle w:val="Heading1"/>'),
        paragraph("Text"),
    )
    assert texts(word_lines(word)) == ["Inledning", "Text"]


def test_changes_that_are_tracked_are_read_as_accepted_and_told() -> None:
    word = word_of(
        paragraph(
            "Öka ",
            '<w:del w:id="1"><w:r><w:delText>tryggheten</w:delText></w:r></w:del>',
            '<w:ins w:id="2"><w:r><w:t>trivseln</w:t></w:r></w:ins>',
            '<w:moveFrom w:id="3"><w:r><w:t> bort</w:t></w:r></w:moveFrom>',
        ),
        paragraph("Sammanslagen ", properties='<w:rPr><w:del w:id="4"/></w:rPr>'),
        paragraph("rad"),
        '<w:ins w:id="6">' + paragraph("Tillagt stycke") + "</w:ins>",
        table(row("A", "B"), row("C", "D", properties='<w:del w:id="5"/>')),
    )
    assert texts(word_lines(word)) == [
        "Öka trivseln",
        "Sammanslagen rad",
        "Tillagt stycke",
        "A    B",
    ]
    paper = word_of(
        paragraph("Socialnämnden"),
        paragraph("Delmål 2025:"),
        paragraph("- Öka ", '<w:ins w:id="2"><w:r><w:t>trivseln hos alla</w:t></w:r></w:ins>'),
        paragraph("- Följ upp åtgärder varje år"),
    )
    document = read_document("prov.docx", paper)
    assert subgoal_texts(document) == ["Öka trivseln hos alla", "Följ upp åtgärder varje år"]
    assert "doubt-tracked-changes" in doubt_keys(document)


def test_a_change_of_looks_alone_is_no_change() -> None:
    looks = '<w:rPrChange w:id="1"><w:rPr><w:b/></w:rPr></w:rPrChange>'
    word = word_of(paragraph("Socialnämnden"), paragraph(run("Text", looks)))
    assert "doubt-tracked-changes" not in doubt_keys(read_document("prov.docx", word))


def test_hidden_text_is_left_out_and_told() -> None:
    word = word_of(
        paragraph("Synligt", run(" dolt", "<w:vanish/>"), run(" åter", '<w:vanish w:val="0"/>'))
    )
    assert texts(word_lines(word)) == ["Synligt åter"]
    assert doubt_keys(read_document("prov.docx", word)) == ["doubt-hidden-text"]


def test_comments_footnotes_and_prompts_are_left_out() -> None:
    word = word_of(
        paragraph(
            '<w:commentRangeStart w:id="0"/>',
            "Text",
            '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
            '<w:r><w:footnoteReference w:id="1"/></w:r>',
        ),
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        + paragraph("Klicka här för att ange text")
        + "</w:sdtContent></w:sdt>",
        "<w:sdt><w:sdtContent>" + paragraph("Ifyllt") + "</w:sdtContent></w:sdt>",
    )
    assert texts(word_lines(word)) == ["Text", "Ifyllt"]


def test_a_text_box_is_read_once_after_what_it_hangs_on() -> None:
    inside = f"<w:txbxContent>{paragraph('I rutan')}</w:txbxContent>"
    box = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>"
        f"{inside}</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{inside}</v:textbox>"
        "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert texts(word_lines(word_of(paragraph("Före", box), paragraph("Efter")))) == [
        "Före",
        "I rutan",
        "Efter",
    ]


def test_a_row_of_a_table_is_a_line_with_its_cells() -> None:
    word = word_of(
        paragraph("Före"),
        table(row("Delmål", "Ansvarig"), row("Öka trivseln", "Alla nämnder")),
        table(row("A", "B")),
    )
    rows = [line for line in word_lines(word) if line.table]
    assert [(line.table, line.cells, line.text) for line in rows] == [
        (1, ("Delmål", "Ansvarig"), "Delmål    Ansvarig"),
        (1, ("Öka trivseln", "Alla nämnder"), "Öka trivseln    Alla nämnder"),
        (2, ("A", "B"), "A    B"),
    ]


def test_a_merged_cell_is_read_once_and_columns_keep_their_place() -> None:
    word = word_of(
        table(
            row("Mål", "Delmål", "Mått"),
            row(
                cell(paragraph("Trygghet"), properties='<w:vMerge w:val="restart"/>'),
                "Ett",
                "Antal",
            ),
            row(cell(paragraph("Trygghet"), properties="<w:vMerge/>"), "Två", "Andel"),
            row(cell(paragraph("Över allt"), properties='<w:gridSpan w:val="3"/>')),
        )
    )
    assert [line.cells for line in word_lines(word) if line.table] == [
        ("Mål", "Delmål", "Mått"),
        ("Trygghet", "Ett", "Antal"),
        ("", "Två", "Andel"),
        ("Över allt", "", ""),
    ]


def test_paragraphs_and_lists_in_a_cell_keep_apart() -> None:
    bullets = cell(item("Ett", depth=3), item("Två", depth=3))
    inner = cell(paragraph("Yttre"), table(row("Inre", "tabell")), paragraph(""))
    lines = word_lines(word_of(table(row("Mål", bullets, inner)), parts=NUMBERING))
    (line,) = (each for each in lines if each.table)
    assert line.cells == ("Mål", "• Ett\n• Två", "Yttre\nInre    tabell")
    assert line.text == "Mål    • Ett • Två    Yttre Inre    tabell"


def test_a_frame_of_one_column_is_ordinary_text() -> None:
    framed = cell(paragraph("Förslag till beslut"), item("Ett"), item("Två"))
    word = word_of(table(row(framed), row("Sist")), parts=NUMBERING)
    lines = word_lines(word)
    assert texts(lines) == ["Förslag till beslut", "1. Ett", "2. Två", "Sist"]
    assert all(line.table is None for line in lines)


def test_the_first_header_comes_once_at_the_top_and_the_footer_at_the_end() -> None:
    word = Document()
    header = word.sections[0].header
    header.paragraphs[0].text = "Påhittade kommun (påhittad)\tDnr KS 2025/39\tSida 1 (3)"
    word.sections[0].footer.paragraphs[0].text = "Postadress Storgatan 1"
    word.add_paragraph("Socialnämnden")
    second = word.add_section(WD_SECTION.NEW_PAGE)
    second.header.is_linked_to_previous = False
    second.header.paragraphs[0].text = "Bilaga"
    word.add_paragraph("Text")
    content = saved(word)
    number = with_parts(
        content,
        {
            "word/header1.xml": "<w:hdr>"
            + paragraph("Påhittade kommun", "<w:r><w:tab/></w:r>", "Dnr KS 2025/39")
            + paragraph("Sida ", field("PAGE", "1"), " (", field("NUMPAGES", "3"), ")")
            + "</w:hdr>"
        },
    )
    assert texts(word_lines(number)) == [
        "Påhittade kommun    Dnr KS 2025/39",
        "Socialnämnden",
        "Text",
        "Postadress Storgatan 1",
    ]
    assert [line.text for line in word_lines(number) if line.foot] == ["Postadress Storgatan 1"]
    assert texts(word_lines(content))[0].startswith("Påhittade kommun (påhittad)    Dnr KS 2025/39")


def test_facts_in_the_header_are_found() -> None:
    word = Document()
    word.sections[0].header.paragraphs[0].text = "Påhittade kommun\tDnr SN 2025/39"
    for text in ("Socialnämnden", "Delmål 2025:", "- Öka trivseln hos alla", "- Minska tiden"):
        word.add_paragraph(text)
    document = read_document("prov.docx", saved(word))
    assert (document.dnr, document.municipality) == ("SN 2025/39", "Påhittade kommun")


def test_the_first_page_has_a_header_of_its_own() -> None:
    word = Document()
    section = word.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "Först"
    section.header.paragraphs[0].text = "Sedan"
    word.add_paragraph("Text")
    assert texts(word_lines(saved(word))) == ["Först", "Sedan", "Text"]


def test_the_strict_kind_of_word_file_is_read_too() -> None:
    content = word_of(paragraph("Socialnämnden"), item("Ett"), parts=NUMBERING)
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    parts = {"word/numbering.xml": NUMBERING["word/numbering.xml"]}
    body = f'<w:document xmlns:w="{strict}"><w:body>{paragraph("Socialnämnden")}{item("Ett")}'
    made = with_parts(
        content, {**parts, "word/document.xml": f"{body}</w:body></w:document>".encode()}
    )
    assert texts(word_lines(made)) == ["Socialnämnden", "1. Ett"]


def test_paragraphs_are_not_run_together_and_items_are_verbatim() -> None:
    word = Document()
    word.styles["Normal"].paragraph_format.space_after = Pt(0)
    for text in ("Socialnämnden", "Socialnämndens mål 2025–2027 är:"):
        word.add_paragraph(text)
    goals = ["att alla ska ha det bra", "verka för samverkan & dialog <alltid>"]
    for goal in goals:
        word.add_paragraph(goal, style="List Number")
    word.add_paragraph("Beslutet ska skickas till")
    for unit in ("Kommundirektör", "Kanslienhet"):
        word.add_paragraph(unit)
    document = read_document("prov.docx", saved(word))
    assert goal_texts(document) == goals
    assert document.recipients == ("Kommundirektör", "Kanslienhet")


@pytest.mark.parametrize(
    ("runs", "bold"),
    [
        ("<w:r><w:rPr><w:b/></w:rPr><w:t>Mål</w:t></w:r>", True),
        ('<w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t>Mål</w:t></w:r>', False),
        ('<w:r><w:rPr><w:rStyle w:val="Strong"/></w:rPr><w:t>Mål</w:t></w:r>', True),
        ("<w:r><w:rPr><w:b/></w:rPr><w:t>Mål</w:t></w:r><w:r><w:t> nu</w:t></w:r>", False),
    ],
)
def test_a_paragraph_is_bold_where_all_its_letters_are(runs: str, *, bold: bool) -> None:
    (line,) = [each for each in word_lines(word_of(f"<w:p>{runs}</w:p>")) if each.text]
    assert line.bold is bold
