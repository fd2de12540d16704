"""Papers of differing structure, all invented, are read as a secretary would read them."""

from __future__ import annotations

from datetime import date

import pytest

from goals.document import StatedGoal, StatedSubgoal
from goals.goal import Period
from tests.storage.documents.papers import (
    doubt_keys,
    goal_texts,
    read_invented,
    read_lines_of,
    subgoal_texts,
)


def test_extract_of_minutes_with_headings_in_capitals() -> None:
    document = read_invented("bun-protokollsutdrag.txt")
    assert document.municipality == "Exempelby kommun"
    assert (document.body, document.body_code) == ("Barn- och utbildningsnämnden", "BUN")
    assert (document.dnr, document.paragraph) == ("BUN 2024/187", "§ 104")
    assert document.date == date(2024, 11, 20)
    assert document.decided
    assert document.title == "Mål och delmål 2025 för barn- och utbildningsnämnden"
    assert document.goal_period == Period(2024, 2026)
    assert document.years == (2025,)
    assert [goal.code for goal in document.goals] == ["1", "2", "3"]
    assert subgoal_texts(document) == [
        "Öka andelen elever som når gymnasiebehörighet",
        (
            "Stärka barns språkutveckling i förskolan, särskilt i de områden där andelen fleråriga "
            "språkmiljöer är hög"
        ),
        "Utveckla studie- och yrkesvägledningen från årskurs 7",
    ]
    assert document.decision_points == (
        "att fastställa nämndens tre mål 2024–2026",
        "att fastställa följande delmål för 2025:",
        "att uppföljning av delmålen redovisas i februari 2026",
    )
    assert document.recipients == (
        "Förskolans rektorer",
        "Grundskolans rektorer",
        "Ekonomiavdelningen",
    )


def test_subgoals_with_codes_stand_under_their_goals() -> None:
    document = read_invented("sn-koder.txt")
    assert [(goal.code, goal.text) for goal in document.goals] == [
        ("1", "Vården och omsorgen ska präglas av kontinuitet"),
        ("2", "Barn och unga ska få stöd tidigt"),
    ]
    assert [subgoal.code for subgoal in document.subgoals] == ["1.1", "1.2", "2.1", "2.2"]
    assert {subgoal.year for subgoal in document.subgoals} == {2026}
    assert document.subgoals[1].text.endswith("följa upp hur kontakten fungerar")
    assert document.goal_period == Period(2025, 2027)
    assert not document.decided
    assert document.officer == "Siv Sol, socialchef"
    assert document.date == date(2025, 3, 12)
    assert document.dnr == "SN 2025-0163"
    assert document.recipients == ("Hemtjänsten", "Individ- och familjeomsorgen")
    assert "doubt-recipients-end" in doubt_keys(document)
    assert "doubt-list-left-out" in doubt_keys(document)


def test_lettered_codes_and_the_councils_goals_left_out() -> None:
    document = read_invented("mbn-bokstavskoder.txt")
    assert (document.body, document.body_code) == ("Miljö- och byggnadsnämnden", "MBN")
    assert [(goal.code, goal.text) for goal in document.goals] == [
        ("A1", "Handläggningen ska vara rättssäker"),
        (
            "A2",
            "Tillsynen ska vara förebyggande och utgå från behov, risk och erfarenhetsåterföring",
        ),
        ("A3", "Nämndens IT-stöd ska vara enkelt att använda"),
    ]
    assert [subgoal.code for subgoal in document.subgoals] == ["B1", "B2"]
    assert (document.paragraph, document.dnr) == ("MBN § 64/20", "MBN/2019:44")
    assert document.decided
    assert document.recipients == ("Miljöenheten", "Bygglovsenheten", "Kommunstyrelsen")
    assert "doubt-other-body" in doubt_keys(document)


def test_subgoals_of_two_years_and_a_period_that_is_the_mandates() -> None:
    document = read_invented("ks-tva-ar.txt")
    assert document.years == (2025, 2026)
    assert goal_texts(document) == [
        "Ekonomin ska vara långsiktigt hållbar",
        "Kommunen ska vara en plats att flytta till och stanna kvar på",
    ]
    assert [(subgoal.text, subgoal.year) for subgoal in document.subgoals] == [
        ("Ta fram en plan för lokalerna", 2025),
        ("Sänka sjukfrånvaron", 2025),
        ("Genomföra planen för lokalerna", 2026),
        ("Sänka sjukfrånvaron", 2026),
    ]
    assert document.goal_period == Period(2023, 2026)
    assert document.dnr == "KS/2024:118"
    assert "doubt-mandate-period-only" in doubt_keys(document)


def test_subgoals_in_groups_and_a_way_of_working_that_is_no_goal() -> None:
    document = read_invented("kfn-grupperade.txt")
    assert subgoal_texts(document) == [
        "Längre öppettider i kommundelarna",
        "Fler läsfrämjande träffar för små barn",
        "Enklare bidragsregler",
        "Fler tider i hallarna för flickor och kvinnor",
    ]
    assert (document.paragraph, document.dnr) == ("KFN § 234", "KFN 2003-0299-04")
    assert document.date == date(2024, 12, 3)
    assert document.officer == "Bo Ek, fritidschef"
    assert document.recipients == ("Biblioteken", "Föreningskonsulenten")
    assert document.decided


def test_body_without_a_known_abbreviation_gets_the_letters_of_its_diary() -> None:
    document = read_invented("okand-namnd.txt")
    assert (document.body, document.body_code) == ("Landsbygdsnämnden", "LBN")
    assert "doubt-body-code" in doubt_keys(document)
    assert [(goal.code, goal.text) for goal in document.goals] == [
        ("a", "Bredband till alla byar"),
        ("b", "Levande bygdegårdar"),
    ]
    assert document.decision_points == ("att anta målen.",)


def test_working_committee_only_proposes() -> None:
    document = read_invented("au-foreslar.txt")
    assert not document.decided
    assert document.body == "Kommunstyrelsen"
    assert document.paragraph == "AU § 181"
    assert "doubt-committee-proposes" in doubt_keys(document)


def test_decision_after_the_committees_proposal_is_a_decision() -> None:
    document = read_lines_of(
        "Kommunstyrelsen",
        "KS 107/16",
        "Delmål 2017 för kommunstyrelsen",
        "",
        "Beslut",
        "Kommunstyrelsen beslutar enligt arbetsutskottets förslag att fastställa delmålen.",
        "",
        "Delmål 2017:",
        "- Öka tryggheten i centrum",
    )
    assert document.decided
    assert document.paragraph == "KS 107/16"
    assert document.decision_points == ("att fastställa delmålen.",)


@pytest.mark.parametrize("name", ["ej-fotboll.txt", "ej-parkering.txt"])
def test_other_papers_that_speak_of_goals_are_no_goal_documents(name: str) -> None:
    document = read_invented(name)
    assert not document.is_goal_document
    assert document.goals == ()
    assert document.subgoals == ()


@pytest.mark.parametrize(
    "text",
    [
        "   \n\n \n",
        "Mjölk\nÄgg\n- Bröd\n- Smör",
        "Kommunstyrelsen\nMål:\n1. Ek\n2. Alm\n3. Berg",
        "Arbetet med målen 2025 i kommunstyrelsen sker så här:\n- Planera\n- Göra",
        "Socialnämnden\n\nProjektets mål 2025:\n- Bygga ett nytt system för alla",
        "😀 mål 😀\n- 😀",
        "Kommunstyrelsen har mål. Målen är viktiga för kommunstyrelsen 2025.",
    ],
)
def test_nothing_is_made_of_what_is_no_goal_document(text: str) -> None:
    document = read_lines_of(*text.splitlines())
    assert not document.is_goal_document
    assert (document.goals, document.subgoals) == ((), ())


def test_page_numbers_and_one_blank_line_inside_a_list_are_passed_over() -> None:
    document = read_lines_of(
        "Socialnämndens mål 2025-2027:",
        "\uf0b7\u00a0Trygga hem för alla",
        "",
        "Sida 2 (3)",
        "\uf0b7\u00a0Stöd i rätt tid till",
        "den som behöver",
        "",
        "Arbetssätt",
        "\uf0b7 Lyssna",
        ending="\r\n",
    )
    assert document.goals == (
        StatedGoal("Trygga hem för alla", None, 2),
        StatedGoal("Stöd i rätt tid till den som behöver", None, 5),
    )


def test_nested_points_are_left_out_and_told() -> None:
    document = read_lines_of(
        "Socialnämnden",
        "",
        "Delmål 2025:",
        "- Öka kontinuiteten",
        "    - mäts två gånger om året",
        "- Minska väntetiden",
    )
    assert subgoal_texts(document) == ["Öka kontinuiteten", "Minska väntetiden"]
    assert "doubt-nested-left-out" in doubt_keys(document)


def test_year_of_subgoals_is_the_titles_where_their_list_has_none() -> None:
    document = read_lines_of(
        "Mål och delmål 2025 för socialnämnden",
        "",
        "Nämndens delmål är:",
        "- Öka kontinuiteten",
    )
    assert document.subgoals == (StatedSubgoal("Öka kontinuiteten", 2025, None, 4),)
    assert "doubt-year-guessed" in doubt_keys(document)


def test_subgoals_without_any_year_get_the_first_of_the_goals_and_a_doubt() -> None:
    document = read_lines_of(
        "Socialnämndens mål 2025–2027:",
        "1. Alla ska ha ett tryggt hem",
        "",
        "Socialnämndens delmål:",
        "- Öka kontinuiteten",
    )
    assert [each.year for each in document.subgoals] == [2025]
    assert "doubt-year-guessed" in doubt_keys(document)


def test_subgoals_say_their_own_years() -> None:
    document = read_lines_of(
        "Socialnämndens mål 2025–2027:",
        "1. Alla ska ha ett tryggt hem",
        "",
        "Socialnämndens delmål:",
        "- Under 2026 ska väntetiden halveras",
        "- Kontinuiteten ska öka senast 2027",
    )
    assert [each.year for each in document.subgoals] == [2026, 2027]
    assert "doubt-year-guessed" not in doubt_keys(document)


def test_subgoals_are_told_and_left_out_where_the_paper_has_neither_year_nor_day() -> None:
    document = read_lines_of(
        "Socialnämndens mål:",
        "1. Alla ska ha ett tryggt hem",
        "",
        "Socialnämndens delmål:",
        "- Öka kontinuiteten",
    )
    assert document.subgoals == ()
    assert "doubt-subgoals-without-year" in doubt_keys(document)


def test_a_number_that_is_skipped_is_told() -> None:
    document = read_lines_of(
        "Socialnämndens mål 2025–2027:", "1. Alla har ett hem", "3. Alla har ett arbete"
    )
    assert "doubt-numbering" in doubt_keys(document)


def test_goals_of_an_earlier_period_are_left_out() -> None:
    document = read_lines_of(
        "Socialnämndens mål 2020–2023:",
        "1. Alla har ett hem",
        "",
        "Socialnämndens mål 2024–2027:",
        "1. Alla har ett arbete",
    )
    assert goal_texts(document) == ["Alla har ett arbete"]
    assert document.goal_period == Period(2024, 2027)
    assert "doubt-other-period" in doubt_keys(document)


def test_paper_adopted_by_the_body_is_decided() -> None:
    document = read_lines_of(
        "Delmål 2025 för socialnämnden",
        "Antagen av socialnämnden 2024-11-27, § 142",
        "",
        "Delmål 2025",
        "- Öka kontinuiteten",
    )
    assert document.decided
    assert (document.date, document.paragraph) == (date(2024, 11, 27), "§ 142")


def test_labelled_goals_each_with_a_list_of_subgoals() -> None:
    document = read_invented("von-etiketter.txt")
    assert goal_texts(document) == ["Trygg och säker omsorg", "Attraktiv arbetsgivare"]
    assert [goal.code for goal in document.goals] == ["1", "2"]
    assert subgoal_texts(document) == [
        "Fler ska uppleva att de kan påverka vilka tider de får hjälp",
        "Färre fallolyckor",
        "Sjukfrånvaron ska minska",
        "Fler heltider",
    ]
    assert document.goal_period == Period(2026, 2028)
    assert not document.decided
    assert document.recipients == ("Ekonomiavdelningen", "HR-avdelningen")
    assert (document.dnr, document.date) == ("VON 2025/00039", date(2025, 10, 1))


def test_goals_listed_inside_a_point_of_the_decision() -> None:
    document = read_invented("tn-mal-i-beslutet.txt")
    assert goal_texts(document) == [
        "Vägarna ska hållas i gott skick",
        "Vattnet ska vara rent",
        "Minska energianvändningen",
    ]
    assert document.goal_period == Period(2024, 2024)
    assert len(document.decision_points) == 2
    assert document.decided
    assert (document.paragraph, document.date) == ("TN § 88", date(2023, 11, 15))


def test_numbered_chapters_are_not_goals() -> None:
    document = read_invented("gvn-kapitel.txt")
    assert [(goal.code, goal.text) for goal in document.goals] == [
        ("1", "Fler ska nå examen"),
        ("2", "Vuxna ska få arbete genom utbildning"),
        ("3", "Skolorna ska vara trygga"),
    ]
    assert [subgoal.code for subgoal in document.subgoals] == ["1.1", "1.2", "2.1", "3.1"]
    assert (document.body_code, document.paragraph) == ("GVN", "§ 77")
    assert document.decided


def test_numbered_points_of_a_decision_are_not_goals() -> None:
    document = read_invented("an-numrerade-punkter.txt")
    assert document.decision_points == (
        "att fastställa mål 2025–2027 enligt nedan",
        "att fastställa delmål 2025 enligt nedan",
    )
    assert len(document.goals) == len(document.subgoals) == 2
    assert document.body_code == "ÄN"
