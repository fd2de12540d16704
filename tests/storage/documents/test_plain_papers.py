"""Plain text as it comes out of letters, web pages and minutes, and what is said in sentences."""

from __future__ import annotations

from datetime import date

import pytest

from goals.goal import Period
from tests.storage.documents.papers import doubt_keys, goal_texts, read_lines_of, subgoal_texts

GOALS = ("Alla barn ska kunna simma", "Biblioteken ska ha öppet på kvällar")
HEAD = ("Fritidsnämnden", "Nyby kommun (påhittad)", "2026-02-10 § 12   FN 2026/7", "")


@pytest.mark.parametrize("mark", ["> ", ">", ">> "])
def test_what_a_letter_quotes_is_read_without_the_mark_before_each_line(mark: str) -> None:
    lines = ("Fritidsnämndens mål 2026", "", *(f"* {each}" for each in GOALS))
    document = read_lines_of(*HEAD, *(f"{mark}{line}".rstrip() for line in lines))
    assert goal_texts(document) == [*GOALS]


def test_a_mark_that_no_line_has_alone_is_a_bullet() -> None:
    document = read_lines_of(*HEAD, "Fritidsnämndens mål 2026", *(f"> {each}" for each in GOALS))
    assert goal_texts(document) == [*GOALS]


def test_what_stands_after_the_greeting_of_a_letter_is_no_goal() -> None:
    end = ("", "Med vänlig hälsning", "", "Nämndsekreteraren ska kontaktas vid frågor")
    document = read_lines_of(*HEAD, "Fritidsnämndens mål 2026", "", "Mål", *GOALS, *end)
    assert goal_texts(document) == [*GOALS]


def test_headings_and_bold_words_of_markdown_lose_their_marks() -> None:
    goals = [f"{at}. **{each}**" for at, each in enumerate(GOALS, 1)]
    document = read_lines_of(
        "# Nyby kommun (påhittad)", *HEAD, "## Fritidsnämndens mål 2026", *goals
    )
    assert goal_texts(document) == [*GOALS]


@pytest.mark.parametrize(
    "sentence",
    [
        "Fritidsnämnden beslutar att målen för 2026 ska vara dels att {0}, dels att {1}.",
        "Fritidsnämnden beslutar att som mål för 2026 fastställa att {0} och att {1}.",
        "Målen för 2026 är att {0} samt att {1}.",
    ],
)
def test_goals_of_one_sentence_are_told_apart_and_doubted(sentence: str) -> None:
    goals = ("alla barn ska veta att de kan simma", "ingen ska vara ensam")
    document = read_lines_of(
        *HEAD, "Mål för fritidsnämnden 2026", "Beslut", sentence.format(*goals)
    )
    assert goal_texts(document) == [*goals]
    assert "doubt-in-prose" in doubt_keys(document)


@pytest.mark.parametrize("code", ["b", "B"])
def test_a_decision_may_name_what_it_changes_by_a_letter(code: str) -> None:
    document = read_lines_of(
        *HEAD,
        "Delmål för fritidsnämnden 2026",
        "Beslut",
        "Fritidsnämnden antar förslaget till delmål för 2026, varvid delmål",
        f"{code} utgår.",
        "Förslag till delmål 2026",
        "a) Simhallen ska ha öppet på lördagar",
        "b) Badplatsen ska ha fått en brygga",
    )
    assert subgoal_texts(document) == ["Simhallen ska ha öppet på lördagar"]
    assert "doubt-amended-removed" in doubt_keys(document)


@pytest.mark.parametrize(
    "heading",
    [
        "Två lagade mål om dagen",
        "Rubricerat mål",
        "Mål nr 123-26",
        "Följande gäller för varje mål:",
    ],
)
def test_meals_and_cases_in_court_are_no_goals(heading: str) -> None:
    document = read_lines_of(*HEAD, heading, *(f"- {each}" for each in GOALS))
    assert not document.is_goal_document


@pytest.mark.parametrize(
    "told",
    [
        "Beslutet fattades den 9 december 2025 (§ 88).",
        "Fritidsnämnden har den 9 december 2025 (§ 88) beslutat om fyra mål.",
        "Målen som fritidsnämnden beslutade om den 9 december 2025, § 88, gäller.",
    ],
)
def test_the_day_and_the_paragraph_of_the_decision_may_stand_in_a_sentence(told: str) -> None:
    lines = ("Fritidsnämndens mål 2026", "Senast uppdaterad 2026-02-01", "", told, "", "Mål")
    document = read_lines_of("Nyby kommun (påhittad)", *lines, *(f"- {each}" for each in GOALS))
    assert (document.date, document.paragraph) == (date(2025, 12, 9), "§ 88")


def test_a_budget_with_a_plan_for_the_years_after_it_is_one_period() -> None:
    title = "Mål och budget 2026 med plan 2027–2028 för fritidsnämnden"
    document = read_lines_of(*HEAD, title, "", "Nämndens mål", *(f"- {each}" for each in GOALS))
    assert document.goal_period == Period(2026, 2028)


def test_goals_under_a_quoted_goal_serve_it() -> None:
    document = read_lines_of(
        *HEAD,
        "Fritidsnämndens mål 2026",
        "",
        "Till fullmäktiges mål ”Ett Nyby för alla”",
        "- Alla barn ska kunna simma",
        "- Simhallen ska ha en ramp",
    )
    assert goal_texts(document) == ["Alla barn ska kunna simma", "Simhallen ska ha en ramp"]


def test_goals_that_serve_the_councils_are_the_bodys_own() -> None:
    heading = "Nämndens mål utifrån kommunfullmäktiges mål"
    document = read_lines_of(*HEAD, heading, *(f"- {each}" for each in GOALS))
    assert (document.body, goal_texts(document)) == ("Fritidsnämnden", [*GOALS])


def test_a_company_is_the_body_where_no_other_is_named() -> None:
    document = read_lines_of(
        "Nyby Vatten AB, ägt av Nyby kommun (påhittad)",
        "Mål för bolaget 2026",
        *(f"- {each}" for each in ("Alla ska ha rent vatten", "Läckorna ska bli färre")),
    )
    assert document.body == "Nyby Vatten AB"


def test_quotation_marks_around_a_goal_are_no_part_of_it() -> None:
    lines = [f"Mål {at}: ”{each}”" for at, each in enumerate(GOALS, 1)]
    assert goal_texts(read_lines_of(*HEAD, "Fritidsnämndens mål 2026", *lines)) == [*GOALS]


@pytest.mark.parametrize(
    "ends", ["som upphör", "som löper ut", "som slopas", "som inte förs vidare", "som ej föreslås"]
)
def test_goals_that_hold_no_more_are_none_and_told(ends: str) -> None:
    left = ("", f"Delmål 2025 {ends}", "- Minska antalet inställda kurser")
    goals = ("Mål 2026", *(f"- {each}" for each in GOALS))
    document = read_lines_of(*HEAD, "Fritidsnämndens mål 2026", "", *goals, *left)
    assert goal_texts(document) == [*GOALS]
    assert not subgoal_texts(document)
    assert "doubt-list-left-out" in doubt_keys(document)


def test_what_a_committee_proposes_is_told_where_only_its_proposal_says_so() -> None:
    proposal = ("Utskottet föreslår", "", "att nämnden fastställer nedanstående mål för 2026.", "")
    goals = [f"Mål {at}: {each}" for at, each in enumerate(GOALS, 1)]
    document = read_lines_of(*HEAD, "Mål 2026 för fritidsnämnden", "", *proposal, *goals)
    assert goal_texts(document) == [*GOALS]
    assert not document.decided
    assert "doubt-committee-proposes" in doubt_keys(document)


def test_the_paragraph_of_a_committee_may_name_both_the_body_and_the_committee() -> None:
    head = ("Nyby kommun (påhittad)", "Fritidsnämnden", "", "FN AU § 41      Dnr FN 2026/7", "")
    goals = ("Mål 2026", *(f"- {each}" for each in GOALS))
    document = read_lines_of(*head, "Fritidsnämndens mål 2026", "", *goals)
    assert document.paragraph == "FN AU § 41"


@pytest.mark.parametrize("ends", ["beslutar", "beslutar att", "föreslås besluta att"])
def test_numbered_points_follow_on_a_sentence_without_an_empty_line(ends: str) -> None:
    points = (f"Fritidsnämnden {ends}", "1. fastställa målen för 2026,", "2. uppdra åt chefen.")
    goals = ("", "Mål 2026", *(f"- {each}" for each in GOALS))
    document = read_lines_of(*HEAD, "Fritidsnämndens mål 2026", "", "Beslut", *points, *goals)
    assert document.decision_points == ("fastställa målen för 2026,", "uppdra åt chefen.")


@pytest.mark.parametrize(
    "heading", ["Ledamöternas medskick inför nämnden", "Inspel från partierna"]
)
def test_what_members_wish_is_no_goal_of_the_body(heading: str) -> None:
    goals = [f"Mål: {each}." for each in GOALS]
    wish = ("", heading, "Mål: Fler laddplatser ska byggas vid badplatserna.")
    document = read_lines_of(*HEAD, "Fritidsnämndens mål 2026", "", *goals, *wish)
    assert goal_texts(document) == [f"{each}." for each in GOALS]


@pytest.mark.parametrize("says", ["föreslår fritidsnämnden besluta följande", "beslutar föreslå:"])
def test_a_committee_that_proposes_in_a_sentence_has_not_decided(says: str) -> None:
    goals = [f"{at}. {each}" for at, each in enumerate(GOALS, 1)]
    document = read_lines_of(
        *HEAD, "Fritidsutskottet " + says, "", "Nämndens mål för 2026 ska vara:", *goals
    )
    assert goal_texts(document) == [*GOALS]
    assert "doubt-committee-proposes" in doubt_keys(document)


@pytest.mark.parametrize(
    "does", ["återremittera ärendet", "ärendet bordläggs", "skjuta upp ärendet"]
)
def test_a_matter_that_is_put_off_is_not_decided_and_that_is_told(does: str) -> None:
    decision = ("Beslut", f"Fritidsnämnden beslutar att {does}.", "")
    goals = ("Förslag till mål 2026", *(f"- {each}" for each in GOALS))
    document = read_lines_of(*HEAD, "Fritidsnämndens mål 2026", "", *decision, *goals)
    assert goal_texts(document) == [*GOALS]
    assert not document.decided
    assert "doubt-put-off" in doubt_keys(document)


def test_the_name_of_a_goal_is_no_point_of_the_decision() -> None:
    says = ("Beslut", "Fritidsnämnden fastställer mål för 2026 enligt följande.", "")
    first, second = GOALS
    goals = ("1 Trygga bad", f"Mål: {first}.", "", "2 Öppna dörrar", f"Mål: {second}.")
    document = read_lines_of(*HEAD, "Fritidsnämndens mål 2026", "", *says, *goals)
    assert goal_texts(document) == [f"{each}." for each in GOALS]
    assert document.decision_points == (says[1],)


def test_a_label_that_names_a_year_tells_the_year_of_its_sub_goal() -> None:
    document = read_lines_of(
        *HEAD,
        "Fritidsnämndens mål och delmål 2026",
        "",
        f"Mål: {GOALS[0]}",
        "Delmål 2026: Ordna simskola i alla byar",
        "Delmål 2027: Bygga en utomhusbassäng",
    )
    assert [(each.year, each.text) for each in document.subgoals] == [
        (2026, "Ordna simskola i alla byar"),
        (2027, "Bygga en utomhusbassäng"),
    ]


def test_cells_that_tabs_part_are_a_table_and_its_goals_may_be_names() -> None:
    document = read_lines_of(
        *HEAD,
        "Fritidsnämndens mål och delmål 2026",
        "",
        "Mål\tDelmål\tAnsvarig",
        f"Trygga bad\t{GOALS[0]}\tBadchefen",
        "\tAlla badplatser ska ha livboj\tBadchefen",
    )
    assert goal_texts(document) == ["Trygga bad"]
    assert [(each.text, each.goal) for each in document.subgoals] == [
        (GOALS[0], 1),
        ("Alla badplatser ska ha livboj", 1),
    ]


def test_what_is_said_of_an_area_is_none_of_its_goals_where_these_are_labelled() -> None:
    areas = [
        f"\nUtvecklingsområde {at}: Område\nDet har blivit sämre.\nMålsättning: {each}"
        for at, each in enumerate(GOALS, 1)
    ]
    document = read_lines_of(*HEAD, "Fritidsnämndens målsättningar 2026", *areas)
    assert goal_texts(document) == [*GOALS]


def test_whom_a_letter_is_to_is_not_who_is_sent_the_decision() -> None:
    head = ("Mottagare: Kultur- och fritidsnämnden", "")
    proposal = ("Förslag till beslut", "Fritidsnämnden antar målen.", "")
    goals = ("Mål 2026", *(f"- {each}" for each in GOALS), "")
    sent = ("För kännedom", "Kommunstyrelsen", "Badchefen")
    document = read_lines_of(*HEAD, *head, "Fritidsnämndens mål 2026", *proposal, *goals, *sent)
    assert document.recipients == ("Kommunstyrelsen", "Badchefen")


def test_wordings_before_and_after_in_the_account_say_what_the_proposal_changes() -> None:
    proposal = (
        *("Förslag till beslut", "Nämnden beslutar"),
        *("att delmål 2 får ändrad lydelse", "att ett nytt delmål 6 läggs till", ""),
    )
    account = (
        *(
            "Bakgrund",
            "Delmålen antogs i höstas.",
            "",
            "Delmål 2",
            f"Nuvarande lydelse: {GOALS[0]}",
        ),
        *(f"Föreslagen lydelse: {GOALS[1]}", "", "Nytt delmål 6", "Fler bad ska öppnas"),
    )
    document = read_lines_of(*HEAD, "Fritidsnämndens delmål 2026", "", *proposal, *account)
    assert not subgoal_texts(document)
    assert [(each.target, each.text) for each in document.amendments] == [
        ("2", GOALS[1]),
        (None, "Fler bad ska öppnas"),
    ]
    assert "doubt-amendment-unclear" not in doubt_keys(document)


def test_a_list_right_under_a_numbered_goal_is_of_sub_goals_and_that_is_told() -> None:
    numbered = ("I", "II", "III", "IV")
    goals = [
        line
        for number in numbered
        for line in (
            *("", f"{number}. Alla ska ha del {number} av fritiden", "Så är det inte i dag."),
            f"a) Hallen ska ha öppet {number} gånger",
        )
    ]
    document = read_lines_of(*HEAD, "Fritidsnämndens verksamhetsplan 2026", "", "MÅL 2026", *goals)
    assert [each.code for each in document.goals] == [*numbered]
    assert [(each.goal, each.text) for each in document.subgoals] == [
        (at, f"Hallen ska ha öppet {number} gånger") for at, number in enumerate(numbered, 1)
    ]
    assert "doubt-under-goal" in doubt_keys(document)


@pytest.mark.parametrize(
    "says", ["beslutar enligt majoritetens förslag", "antar majoritetens förslag till mål"]
)
def test_of_two_proposals_the_one_that_the_decision_names_is_read(says: str) -> None:
    first, second = GOALS
    proposals = (
        *("Oppositionens förslag", "Mål 2026", f"- {first}", ""),
        *("Majoritetens förslag", "Mål 2026", f"- {second}", ""),
    )
    decision = ("Beslut", f"Fritidsnämnden {says}.")
    document = read_lines_of(*HEAD, "Fritidsnämndens mål 2026", "", *proposals, *decision)
    assert goal_texts(document) == [second]
    assert "doubt-list-left-out" in doubt_keys(document)


def test_an_assignment_is_a_whole_point_of_the_decision() -> None:
    says = "Fritidsnämnden ger badchefen i uppdrag att informera alla."
    goals = ("", "Mål 2026", *(f"- {each}" for each in GOALS))
    document = read_lines_of(
        *HEAD, "Fritidsnämndens mål 2026", "", "Beslut", "Nämnden antar målen.", says, *goals
    )
    assert document.decision_points[-1] == says
