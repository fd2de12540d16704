"""Papers of odd structures, all invented: what is a goal is told by headings, labels, tables."""

from __future__ import annotations

from datetime import date

import pytest

from goals.document import Amendment, AmendmentKind, Doubt, GoalDocument
from goals.goal import Period
from storage.documents.reading import read_paper
from storage.documents.text_lines import Line
from tests.storage.documents.papers import (
    doubt_keys,
    goal_texts,
    read_invented,
    read_lines_of,
    subgoal_texts,
)


def _under_goals(document: GoalDocument) -> list[tuple[str, int | None]]:
    return [(subgoal.text, subgoal.goal) for subgoal in document.subgoals]


def _read(*lines: Line) -> GoalDocument:
    return read_paper("prov.docx", "0" * 64, lines)


def _heading(number: int, level: int, text: str) -> Line:
    return Line(number, text, heading=level)


def _row(number: int, *cells: str) -> Line:
    text = "    ".join(cell.replace("\n", " ") for cell in cells if cell)
    return Line(number, text, table=1, cells=cells)


def test_council_goals_stand_over_the_bodys_own_and_those_over_the_subgoals() -> None:
    document = read_invented("un-tre-nivaer.txt")
    assert [(goal.code, goal.text, goal.under) for goal in document.goals] == [
        (
            "1.1",
            "Alla elever ska lämna grundskolan med behörighet till gymnasiet",
            "En kommun där alla lyckas",
        ),
        (
            "1.2",
            "Förskolan ska lägga grunden för det livslånga lärandet",
            "En kommun där alla lyckas",
        ),
        ("2.1", "Medarbetarna ska må bra och vilja stanna kvar", "En attraktiv arbetsgivare"),
    ]
    assert _under_goals(document) == [
        ("Andelen behöriga elever ska öka till minst 88 procent", 1),
        ("Varje skola ska erbjuda läxhjälp", 1),
        ("Barngrupperna ska minska till högst tolv barn i småbarnsgrupper", 2),
        ("Sjukfrånvaron ska minska", 3),
        ("Fler ska ha legitimation", 3),
    ]
    assert "doubt-council-goals" in doubt_keys(document)
    assert document.decided


def test_goals_that_are_headings_in_capitals_with_their_subgoals() -> None:
    document = read_invented("kn-mal-som-rubriker.txt")
    assert goal_texts(document) == [
        "EN LEVANDE KULTUR I HELA STADEN",
        "BARN OCH UNGA FÖRST",
        "ETT KULTURARV SOM ANVÄNDS",
    ]
    assert [place for _, place in _under_goals(document)] == [1, 1, 2, 2, 3]
    assert {subgoal.year for subgoal in document.subgoals} == {2027}
    assert document.municipality == "Lövhults stad"


def test_goals_that_are_numbered_headings_and_subgoals_that_name_them() -> None:
    document = read_invented("on-numrerade-rubriker.txt")
    assert [(goal.code, goal.text) for goal in document.goals] == [
        ("1", "Den enskilde i centrum"),
        ("2", "Hållbart arbetsliv"),
        ("3", "Digitalt när det går"),
        ("4", "Ekonomi i balans"),
    ]
    assert [place for _, place in _under_goals(document)] == [1, 1, 2, 3, 4]


def test_paragraphs_without_any_mark_are_goals_and_told() -> None:
    document = read_invented("pbn-utan-punkter.txt")
    assert goal_texts(document) == [
        "Staden ska växa inåt innan den växer utåt.",
        "Det ska gå fort och vara lätt att få ett beslut.",
        ("Nya kvarter ska ha plats för träd, lek och möten mellan människor i olika åldrar."),
        "Byggfelen ska bli färre.",
    ]
    assert subgoal_texts(document) == [
        "Anta en ny översiktsplan",
        "Ta fram tre detaljplaner för bostäder i kollektivtrafiknära lägen",
        "Korta kön till bygglovsrådgivningen",
    ]
    assert doubt_keys(document).count("doubt-unmarked") == 2


def test_table_drawn_with_pipes_and_a_table_of_measures_beside_it() -> None:
    document = read_invented("vfn-tabell-med-streck.txt")
    assert [(subgoal.code, subgoal.text) for subgoal in document.subgoals] == [
        ("1", "Fler ska lämna försörjningsstöd för eget arbete"),
        ("2", "Väntan på samtal ska vara högst en vecka"),
        ("3", "Alla unga ska erbjudas sommarjobb, även de som inte fyllt sexton år"),
    ]
    assert document.goals == ()
    assert (document.paragraph, document.date) == ("§ 90", date(2025, 10, 30))


def test_table_in_columns_of_text_with_wrapped_cells() -> None:
    document = read_invented("tn-tabell-i-spalter.txt")
    assert [(goal.code, goal.text) for goal in document.goals] == [
        ("1", "Vägar och gator ska vara säkra hela året om"),
        ("2", "Dricksvattnet ska räcka till alla"),
    ]
    assert _under_goals(document) == [
        ("Åtgärda fem farliga korsningar", 1),
        ("Belysa alla skolvägar", 1),
        ("Byta två kilometer huvudledning", 2),
        ("Bygga en ny reservvattentäkt i Södra Åmot", 2),
    ]


def test_labels_with_lettered_codes() -> None:
    document = read_invented("avn-etiketter-med-bokstav.txt")
    assert [goal.code for goal in document.goals] == ["A", "B"]
    assert [(each.code, each.goal) for each in document.subgoals] == [
        ("A.1", 1),
        ("A.2", 1),
        ("B.1", 2),
        ("B.2", 2),
    ]
    assert document.municipality == "Arvika-Lund kommun"


def test_labels_without_codes_and_measures_between_them() -> None:
    document = read_invented("mn-styrkort.txt")
    assert goal_texts(document) == [
        "Invånarna ska ha tillgång till frisk luft och rent vatten",
        "Nämndens medarbetare ska trivas och utvecklas",
    ]
    assert _under_goals(document) == [
        ("Alla enskilda avlopp i Strandbyn ska vara godkända", 1),
        ("Luftmätning ska göras vid två skolor", 1),
        ("Varje medarbetare ska ha en utvecklingsplan", 2),
    ]
    assert document.title == "Styrkort 2025"
    assert (document.decided, document.paragraph) == (True, "§ 99")


def test_codes_of_three_levels_tell_what_stands_under_what() -> None:
    document = read_invented("ntf-koder-i-tre-led.txt")
    assert document.body == "Nämnden för teknik och fritid"
    assert [goal.code for goal in document.goals] == ["A1", "A2", "B1"]
    assert [(each.code, each.goal) for each in document.subgoals] == [
        ("A1:1", 1),
        ("A2:1", 2),
        ("A2:2", 2),
        ("B1:1", 3),
    ]
    assert "doubt-missing-body-code" in doubt_keys(document)


def test_list_goes_on_after_the_head_of_the_next_page() -> None:
    document = read_invented("ks-sidbyte.txt")
    assert [subgoal.code for subgoal in document.subgoals] == [
        *("1.1", "1.2", "2.1", "2.2", "2.3", "3.1", "3.3"),
    ]
    assert subgoal_texts(document)[2] == "Byt ut hälften av kommunens bilar mot elbilar"
    assert Doubt("doubt-numbering", 44, {"code": "3.3"}) in document.doubts
    assert document.paragraph == "KS § 201/24"


def test_subgoals_in_groups_that_end_in_a_colon() -> None:
    document = read_invented("bun-grupper-med-kolon.txt")
    assert len(document.goals) == 3
    assert subgoal_texts(document) == [
        "Läsning varje dag i alla klasser",
        "Speciallärare på varje skola",
        "Rastvärdar på alla raster",
        "Kortare möten",
        "Ett introduktionsår för nya lärare",
    ]
    assert document.title == "Verksamhetsplan för 2026"


def test_goals_that_cease_are_left_and_told() -> None:
    document = read_invented("ks-mal-som-utgar.txt")
    assert [goal.code for goal in document.goals] == ["1", "2", "3"]
    assert [place for _, place in _under_goals(document)] == [1, 1, 2, 3, 3]
    assert Doubt("doubt-list-left-out", 30) in document.doubts


def test_codes_in_roman_figures() -> None:
    document = read_invented("fkn-romerska-siffror.txt")
    assert [goal.code for goal in document.goals] == ["I", "II", "III"]
    assert [(each.code, each.goal) for each in document.subgoals] == [
        ("I.1", 1),
        ("I.2", 1),
        ("II.1", 2),
        ("III.1", 3),
    ]
    assert document.recipients == ("Fritidschef, kulturchef",)


def test_sentences_in_groups_and_a_decision_without_a_heading() -> None:
    document = read_invented("mbn-meningar-i-grupper.txt")
    assert goal_texts(document) == [
        "Minst 90 % av planerad tillsyn ska genomföras.",
        "Alla anmälningar om klagomål ska besvaras inom en vecka.",
        "Enkla ärenden ska avgöras inom fyra veckor.",
        "Sökande ska vara nöjda med bemötandet.",
    ]
    assert document.decided
    assert document.paragraph == "MBN § 140/24"


def test_two_bodies_in_one_paper_are_told_and_one_is_left() -> None:
    document = read_invented("sn-kfn-i-samma.txt")
    assert document.body == "Socialnämnden"
    assert goal_texts(document) == [
        "Trygghet genom hela livet",
        "Stöd ska ges i tid och utan krångel",
    ]
    assert len(document.subgoals) == 2
    assert Doubt("doubt-other-body", 16, {"body": "Kultur- och fritidsnämnden"}) in document.doubts


def test_of_the_minutes_of_a_meeting_only_the_paragraph_about_goals_is_read() -> None:
    document = read_invented("sn-hela-protokollet.txt")
    assert (document.paragraph, document.dnr) == ("§ 89", "SN 2025/301")
    assert document.date == date(2025, 11, 19)
    assert document.decision_points == ("att fastställa delmålen för 2026",)
    assert document.recipients == ("Socialchefen",)
    assert len(document.subgoals) == 2
    assert Doubt("doubt-one-paragraph", 16, {"paragraph": "§ 89"}) in document.doubts


def test_decision_that_amends_is_worked_out_and_shown() -> None:
    document = read_invented("ks-beslut-som-andrar.txt")
    assert [(each.code, each.text, each.line) for each in document.subgoals] == [
        ("1", "Främja byggandet av hyresrätter i kommunens alla orter", 19),
        ("2", "Halvera väntetiden i telefon inom sex månader", 11),
        ("3", "Utveckla samarbetet med grannkommunerna", 21),
        ("5", "Digitalisera arkivet", 23),
        (None, "Öka antalet laddplatser vid kommunens fastigheter", 13),
    ]
    assert document.amendments == ()
    assert document.doubts[:3] == (
        Doubt(
            "doubt-amended",
            11,
            {
                "from": "Halvera väntetiden i telefon inom tolv månader",
                "to": "Halvera väntetiden i telefon inom sex månader",
            },
        ),
        Doubt("doubt-amended-removed", 12, {"from": "Bygga ny brandstation"}),
        Doubt(
            "doubt-amended-added", 13, {"to": "Öka antalet laddplatser vid kommunens fastigheter"}
        ),
    )
    assert document.dnr == "2025-00039"


def test_list_that_stands_after_the_decision_is_taken_and_not_the_one_before() -> None:
    document = read_invented("ks-bada-listorna.txt")
    assert subgoal_texts(document) == [
        "Fler bostäder för äldre",
        "Levande centrum",
        "Snabbare bredband i byarna",
    ]
    assert "doubt-amended-already" in doubt_keys(document)


def test_changes_in_a_list_that_stands_elsewhere_are_for_the_recorded_list() -> None:
    document = read_lines_of(
        "Socialnämnden",
        "Ändring av delmål 2025",
        "",
        "Beslut",
        "Socialnämnden beslutar att delmål 2 ändras till ”Minst tio nya kontaktfamiljer”, "
        "att delmål 5 utgår och att i delmål 1.2 byta ut ”åtta” mot ”sex”.",
    )
    assert document.decided
    assert document.amendments == (
        Amendment(AmendmentKind.REWORD, 2025, "2", "Minst tio nya kontaktfamiljer", 5),
        Amendment(AmendmentKind.REMOVE, 2025, "5", None, 5),
        Amendment(AmendmentKind.REPLACE, 2025, "1.2", "sex", 5, replaced="åtta"),
    )
    assert "doubt-amendments-elsewhere" in doubt_keys(document)


def test_changes_that_are_only_proposed_change_nothing() -> None:
    document = read_lines_of(
        "Kommunstyrelsens arbetsutskott",
        "AU § 12",
        "Kommunstyrelsens delmål 2026",
        "",
        "Arbetsutskottets beslut",
        "Arbetsutskottet föreslår kommunstyrelsen besluta",
        "- att delmål 1 utgår",
        "",
        "Kommunstyrelsens delmål 2026:",
        "1. Öka tryggheten i centrum",
        "2. Sänka energianvändningen",
    )
    assert len(document.subgoals) == 2
    assert [each.kind for each in document.amendments] == [AmendmentKind.REMOVE]
    assert {"doubt-amendments-proposed", "doubt-committee-proposes"} <= {*doubt_keys(document)}


def test_amendment_that_does_not_fit_the_list_is_told_and_left() -> None:
    document = read_lines_of(
        "Socialnämnden",
        "Delmål 2026",
        "",
        "Beslut",
        "Socialnämnden beslutar",
        "- att delmål 9 utgår",
        "- att delmål 1 får lydelsen ”Korta kön till två veckor”",
        "",
        "Socialnämndens delmål 2026:",
        "1. Korta kön",
        "2. Öppna en träffpunkt",
    )
    assert subgoal_texts(document) == ["Korta kön till två veckor", "Öppna en träffpunkt"]
    assert [each.target for each in document.amendments] == ["9"]
    misfit = Doubt("doubt-amendment-misfit", 6, {"target": "9", "why": "unknown"})
    assert misfit in document.doubts


@pytest.mark.parametrize(
    "name",
    [
        *("ej-protokoll.txt", "ej-policy.txt", "ej-budget.txt", "ej-delegationsordning.txt"),
        *("ej-svar-pa-motion.txt", "ej-kallelse.txt"),
    ],
)
def test_minutes_policies_budgets_and_delegations_are_no_goal_documents(name: str) -> None:
    document = read_invented(name)
    assert not document.is_goal_document
    assert (document.goals, document.subgoals) == ((), ())


def test_headings_that_the_file_marks_tell_the_levels() -> None:
    document = _read(
        _heading(1, 1, "Verksamhetsplan 2026 för socialnämnden"),
        _heading(2, 2, "Vision"),
        Line(3, "Ett Höglunda för alla"),
        _heading(4, 2, "Kommunfullmäktiges övergripande mål"),
        _heading(5, 3, "En trygg kommun"),
        _heading(6, 4, "Nämndens mål: Alla ska kunna lita på att hjälpen kommer i tid"),
        Line(7, "Delmål 2026"),
        Line(8, "• Larm besvaras inom två minuter"),
        Line(9, "Aktiviteter"),
        Line(10, "• Se över rutinerna"),
        _heading(11, 3, "En hållbar kommun"),
        _heading(12, 4, "Nämndens mål: Omsorgen ska minska sitt klimatavtryck"),
        Line(13, "Delmål 2026"),
        Line(14, "• Hälften av resorna sker med cykel eller elbil"),
        Line(15, "Aktiviteter"),
        Line(16, "• Köpa cyklar"),
    )
    assert [(goal.text, goal.under) for goal in document.goals] == [
        ("Alla ska kunna lita på att hjälpen kommer i tid", "En trygg kommun"),
        ("Omsorgen ska minska sitt klimatavtryck", "En hållbar kommun"),
    ]
    assert _under_goals(document) == [
        ("Larm besvaras inom två minuter", 1),
        ("Hälften av resorna sker med cykel eller elbil", 2),
    ]


def test_table_of_the_file_with_merged_cells_and_lists_in_cells() -> None:
    document = _read(
        _heading(1, 1, "Mål och delmål 2026 för kultur- och fritidsnämnden"),
        _row(2, "KF-mål", "Nämndens mål", "Delmål 2026", "Ansvarig"),
        _row(3, "En kommun för alla", "Fler ska röra på sig", "Öppna gymmet för äldre", "Chef"),
        _row(4, "", "", "Två nya utegym", "Chef"),
        _row(5, "", "Kulturen ska nå alla", "1. Fler scener\n2. Gratis första året", "Chef"),
    )
    assert [(goal.text, goal.under, goal.line) for goal in document.goals] == [
        ("Fler ska röra på sig", "En kommun för alla", 3),
        ("Kulturen ska nå alla", "En kommun för alla", 5),
    ]
    assert [(each.code, each.text, each.goal) for each in document.subgoals] == [
        (None, "Öppna gymmet för äldre", 1),
        (None, "Två nya utegym", 1),
        ("1", "Fler scener", 2),
        ("2", "Gratis första året", 2),
    ]


def test_table_as_a_form_for_each_subgoal() -> None:
    document = _read(
        _heading(1, 1, "Delmål 2025 för servicenämnden"),
        _row(2, "Delmål 1", "Maten ska vara lagad från grunden i alla kök"),
        _row(3, "Ansvarig", "Kostchef"),
        _row(4, "Målvärde", "100 %"),
    )
    assert [(each.code, each.text) for each in document.subgoals] == [
        ("1", "Maten ska vara lagad från grunden i alla kök")
    ]


def test_table_without_a_header_is_read_and_told() -> None:
    document = _read(
        _heading(1, 1, "Kommunstyrelsens delmål 2025"),
        _row(2, "1", "Fler feriejobb för unga i alla kommundelar", "HR"),
        _row(3, "2", "Alla inköp ska göras via avtal", "Ekonomi"),
    )
    assert [(each.code, each.text) for each in document.subgoals] == [
        ("1", "Fler feriejobb för unga i alla kommundelar"),
        ("2", "Alla inköp ska göras via avtal"),
    ]
    assert Doubt("doubt-table-without-header", 2) in document.doubts


def test_table_of_measures_is_no_table_of_goals() -> None:
    document = _read(
        _heading(1, 1, "Socialnämndens mål 2025"),
        _row(2, "Indikator", "Utfall 2024", "Mål 2025"),
        _row(3, "Andel som får hjälp i tid", "71 %", "80 %"),
        _row(4, "Antal klagomål om året", "33", "20"),
    )
    assert not document.is_goal_document


def test_pages_and_running_heads_of_a_file_with_pages() -> None:
    document = _read(
        Line(1, "Höglunda kommun (påhittad)      1(2)", page=1),
        Line(2, "Tekniska nämnden", page=1),
        Line(3, "Delmål 2025 för tekniska nämnden", page=1),
        Line(4, "", page=1),
        Line(5, "- Byta belysning på", page=1),
        Line(6, "Höglunda kommun (påhittad)      2(2)", page=2),
        Line(7, "torget", 2, page=2),
        Line(8, "- Ny återvinningscentral i Västra", page=2),
    )
    assert [(each.text, each.page) for each in document.subgoals] == [
        ("Byta belysning på torget", 1),
        ("Ny återvinningscentral i Västra", 2),
    ]
    assert Doubt("doubt-joined-over-pages", 7) in document.doubts


def test_goals_of_one_period_and_subgoals_of_the_decision_are_told_apart() -> None:
    document = read_lines_of(
        "Omsorgsnämndens mål 2023–2026 med delmål för 2024",
        "",
        "– Alla ska få bestämma mer",
        "     • Genomförandeplaner ska skrivas tillsammans",
        "– Anhöriga ska få stöd",
        "     • En konsulent ska finnas i varje kommundel",
    )
    assert document.goal_period == Period(2023, 2026)
    assert _under_goals(document) == [
        ("Genomförandeplaner ska skrivas tillsammans", 1),
        ("En konsulent ska finnas i varje kommundel", 2),
    ]
