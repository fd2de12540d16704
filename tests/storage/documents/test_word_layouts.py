"""How secretaries lay a Word paper out: pasted lines, tables for everything, headings by looks."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Pt

from goals.document import GoalDocument
from storage.documents import read_document
from tests.storage.documents.files import saved, texts, word_lines
from tests.storage.documents.papers import goal_texts, subgoal_texts

HEAD = ("Tekniska nämnden", "Tekniska nämndens mål 2026")


def _paper(*lines: str) -> WordDocument:
    word = Document()
    for line in lines:
        word.add_paragraph(line)
    return word


def _table(word: WordDocument, rows: Sequence[Sequence[str]]) -> None:
    table = word.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text


def _read(word: WordDocument) -> GoalDocument:
    return read_document("prov.docx", saved(word))


def test_a_row_of_one_text_over_measures_is_the_goal() -> None:
    word = _paper(*HEAD)
    rows = [
        ("Indikator", "2024", "Målvärde 2026"),
        ("Vattnet ska räcka till alla", "", ""),
        ("Antal avbrott ska minska", "7", "3"),
        ("Gatorna ska hålla i hundra år", "", ""),
        ("Antal potthål", "90", "40"),
    ]
    _table(word, rows)
    assert goal_texts(_read(word)) == [
        "Vattnet ska räcka till alla",
        "Gatorna ska hålla i hundra år",
    ]


def test_a_table_that_has_its_header_again_under_each_goal_is_read_in_parts() -> None:
    word = _paper(*HEAD)
    rows = [
        ("Mål 1: Rent vatten i alla kranar", "", ""),
        ("Mått", "2024", "2026"),
        ("Otjänliga prov", "2", "0"),
        ("Mål 2: Hela gator i hela kommunen", "", ""),
        ("Mått", "2024", "2026"),
        ("Antal potthål", "90", "40"),
    ]
    _table(word, rows)
    found = _read(word).goals
    assert [(goal.code, goal.text) for goal in found] == [
        ("1", "Rent vatten i alla kranar"),
        ("2", "Hela gator i hela kommunen"),
    ]


def test_a_turned_table_holds_a_goal_in_each_column() -> None:
    word = _paper(*HEAD)
    rows = [
        ("", "Vatten", "Gata"),
        ("Nämndmål", "Vattnet ska räcka", "Gatorna ska hålla"),
        ("Delmål 2026", "Läckorna ska vara lagade", "Asfalten ska vara ny"),
        ("Mått", "Antal läckor", "Antal hål"),
    ]
    _table(word, rows)
    document = _read(word)
    assert goal_texts(document) == ["Vattnet ska räcka", "Gatorna ska hålla"]
    assert subgoal_texts(document) == ["Läckorna ska vara lagade", "Asfalten ska vara ny"]
    assert [each.goal for each in document.subgoals] == [1, 2]


def test_measures_under_areas_are_no_goals() -> None:
    word = _paper("Tekniska nämnden", "Nyckeltal för 2026")
    _table(word, [("Nyckeltal", "2025", "2026"), ("Vatten", "", ""), ("Antal kunder", "7", "8")])
    assert not _read(word).is_goal_document


def test_lines_that_were_pasted_one_by_one_are_one_text() -> None:
    word = _paper(
        *HEAD,
        "1. Gatorna ska hålla en sådan standard att",
        "alla kan ta sig fram säkert året runt.",
        "2. Vattnet ska räcka till hushåll och företag i",
        "hela kommunen.",
    )
    assert goal_texts(_read(word)) == [
        "Gatorna ska hålla en sådan standard att alla kan ta sig fram säkert året runt.",
        "Vattnet ska räcka till hushåll och företag i hela kommunen.",
    ]


def test_minutes_in_a_table_of_headings_and_texts_are_read_as_minutes() -> None:
    word = _paper("Tekniska nämnden 2025-11-04", "§ 93 Tekniska nämndens mål 2026")
    rows = [
        (
            "Beslut",
            "Nämnden antar följande mål för 2026:\n- Vattnet ska räcka\n- Gatorna ska hålla",
        ),
        ("Bakgrund", "Nämnden har arbetat med målen."),
        ("Skickas till", "Kommunstyrelsen"),
    ]
    _table(word, rows)
    document = _read(word)
    assert goal_texts(document) == ["Vattnet ska räcka", "Gatorna ska hålla"]
    assert document.decided
    assert document.recipients == ("Kommunstyrelsen",)


def test_texts_that_a_table_sets_beside_each_other_are_read_one_after_the_other() -> None:
    word = _paper("Före")
    _table(word, [("Ett\nTvå\nTre", "Fyra\nFem\nSex")])
    cells = word.tables[0].rows[0].cells
    for cell in cells:
        parts = cell.text.split("\n")
        cell.text = parts[0]
        for part in parts[1:]:
            cell.add_paragraph(part)
    found = [text for text in texts(word_lines(saved(word))) if text]
    assert found == ["Före", "Ett", "Två", "Tre", "Fyra", "Fem", "Sex"]


def test_a_list_of_the_headings_with_their_pages_is_left_out() -> None:
    headings = ("Nämndens ansvar", "Nämndens mål", "Uppföljning")
    entries = [f"{at} {text}\t{at + 1}" for at, text in enumerate(headings, start=1)]
    word = _paper("Innehåll", *entries, *headings)
    assert [text for text in texts(word_lines(saved(word))) if text] == list(headings)


def test_measures_with_figures_are_no_list_of_headings() -> None:
    lines = ("Antal besök\t10", "Antal lån\t20", "Antal böcker\t30")
    found = texts(word_lines(saved(_paper(*lines))))
    assert found == [line.replace("\t", "    ") for line in lines]


@pytest.mark.parametrize("styled", [True, False], ids=["by style", "by size"])
def test_headings_are_told_by_how_they_look_alone(styled: bool) -> None:
    word = Document()
    looks = (("Avsnitt", 16), ("Mening", 13))
    if styled:
        for name, _ in looks:
            word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)

    def heading(depth: int, text: str) -> None:
        name, size = looks[depth]
        paragraph = word.add_paragraph(style=name if styled else None)
        run = paragraph.add_run(text)
        run.font.size = None if styled else Pt(size)

    heading(0, "Inledning")
    word.add_paragraph("Tekniska nämnden har ansvar för gator och vatten i hela kommunen.")
    heading(0, "Tekniska nämndens mål 2026")
    heading(1, "Vattnet ska räcka")
    word.add_paragraph("Det har varit torrt flera somrar i rad och täkterna är få.")
    heading(1, "Gatorna ska hålla")
    word.add_paragraph("Asfalten är gammal och lagas sällan i tid före vintern.")
    heading(0, "Genomförande")
    word.add_paragraph("Förvaltningen gör en plan som visar när arbetet ska vara klart.")
    assert goal_texts(_read(word)) == ["Vattnet ska räcka", "Gatorna ska hålla"]


def test_a_style_named_after_bullets_makes_an_item() -> None:
    word = _paper(*HEAD)
    word.styles.add_style("Punktlista", WD_STYLE_TYPE.PARAGRAPH)
    for goal in ("Rent vatten", "Hela gator överallt"):
        word.add_paragraph(goal, style="Punktlista")
    assert texts(word_lines(saved(word)))[-2:] == ["• Rent vatten", "• Hela gator överallt"]


def test_points_that_all_go_on_from_one_sentence_are_told_without_att() -> None:
    word = _paper("Tekniska nämnden", "Nämnden antar följande mål för 2026:")
    for goal in ("att vattnet ska räcka", "att gatorna ska hålla"):
        word.add_paragraph(goal, style="List Bullet")
    assert goal_texts(_read(word)) == ["vattnet ska räcka", "gatorna ska hålla"]


def test_a_goal_is_told_without_its_name() -> None:
    word = _paper(*HEAD)
    for goal in ("Vatten: Alla ska ha rent vatten", "Gata – Gatorna ska hålla länge"):
        word.add_paragraph(goal, style="List Bullet")
    assert goal_texts(_read(word)) == ["Alla ska ha rent vatten", "Gatorna ska hålla länge"]
