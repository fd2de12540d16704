"""Goals and sub-goals are told by where they stand: chapters, kinds of goals, areas, pages."""

from __future__ import annotations

from tests.storage.documents.papers import (
    doubt_keys,
    goal_texts,
    read_lines_of,
    subgoal_texts,
)


def test_numbered_chapters_hold_the_goals_that_are_numbered_under_them() -> None:
    document = read_lines_of(
        "Socialnämndens mål och delmål 2025-2027",
        "",
        "1. BAKGRUND",
        "Nämnden följer lagen.",
        "",
        "2. MÅL OCH DELMÅL",
        "",
        "2.1 Alla ska ha ett tryggt hem",
        "    2.1.1 Under 2025 ska väntetiden halveras",
        "    2.1.2 Under 2026 ska alla få svar inom en dag",
        "",
        "3. UPPFÖLJNING",
        "3.1 Rapporter ska lämnas i maj",
    )
    assert goal_texts(document) == ["Alla ska ha ett tryggt hem"]
    assert [(each.year, each.goal) for each in document.subgoals] == [(2025, 1), (2026, 1)]


def test_goals_of_a_lower_kind_are_the_subgoals_of_those_they_stand_under() -> None:
    document = read_lines_of(
        "Socialnämndens plan 2025",
        "",
        "Inriktningsmål A: Alla ska ha ett tryggt hem",
        "",
        "Resultatmål 2025",
        "A1. Väntetiden ska halveras",
        "A2. Alla ska få svar inom en dag",
        "",
        "Inriktningsmål B: Ingen ska vara ensam",
        "",
        "Resultatmål 2025",
        "B1. Träffpunkten ska vara öppen varje dag",
    )
    assert goal_texts(document) == ["Alla ska ha ett tryggt hem", "Ingen ska vara ensam"]
    assert [(each.code, each.goal) for each in document.subgoals] == [
        ("A1", 1),
        ("A2", 1),
        ("B1", 2),
    ]


def test_an_area_is_no_goal_but_holds_some() -> None:
    document = read_lines_of(
        "Bilaga 1: Socialnämndens mål 2025",
        "",
        "Målområde: Trygghet",
        "",
        "- Alla ska ha ett tryggt hem",
        "- Ingen ska vara ensam",
        "",
        "Målområde: Arbete",
        "",
        "- Fler ska ha ett arbete",
    )
    assert goal_texts(document) == [
        "Alla ska ha ett tryggt hem",
        "Ingen ska vara ensam",
        "Fler ska ha ett arbete",
    ]


def test_what_is_said_of_goals_in_general_lists_none() -> None:
    document = read_lines_of(
        "Riktlinje för mål, kommunstyrelsen 2025",
        "",
        "Ett mål ska",
        "- vara möjligt att påverka",
        "- gå att följa upp",
    )
    assert not document.is_goal_document


def test_what_somebody_moved_is_none_of_the_goals() -> None:
    document = read_lines_of(
        "Socialnämndens beslut",
        "Socialnämnden antar följande mål för 2025-2027:",
        "- Alla ska ha ett tryggt hem",
        "",
        "Yrkanden",
        "",
        "Ledamot (A) yrkar att målen i stället ska vara",
        "- Skatten ska sänkas",
    )
    assert goal_texts(document) == ["Alla ska ha ett tryggt hem"]


def test_a_list_that_was_only_proposed_gives_way_to_the_decisions() -> None:
    document = read_lines_of(
        "Socialnämndens beslut",
        "Socialnämnden antar följande delmål för 2025:",
        "- Väntetiden ska halveras",
        "",
        "Sammanfattning",
        "Utskottet föreslog ytterligare ett delmål:",
        "- Taxan ska vara oförändrad",
    )
    assert subgoal_texts(document) == ["Väntetiden ska halveras"]
    assert "doubt-list-left-out" in doubt_keys(document)


def test_the_name_of_a_goal_gives_way_to_its_wording() -> None:
    document = read_lines_of(
        "Socialnämndens mål 2025-2027",
        "",
        "Mål 1 - Trygg hemgång",
        "Alla ska känna sig trygga de första veckorna hemma",
        "",
        "Mål 2 - Meningsfull vardag",
        "Den som bor hos oss ska bestämma över sin dag",
    )
    assert [(each.code, each.text) for each in document.goals] == [
        ("1", "Alla ska känna sig trygga de första veckorna hemma"),
        ("2", "Den som bor hos oss ska bestämma över sin dag"),
    ]
    assert "doubt-unmarked" in doubt_keys(document)


def test_what_joins_the_items_of_a_list_is_no_part_of_them() -> None:
    document = read_lines_of(
        "Socialnämndens mål för 2025-2027 ska vara att:",
        "a) ge alla ett tryggt hem,",
        "b) korta kön, samt",
        "c) se till att ingen är ensam.",
    )
    assert goal_texts(document) == [
        "ge alla ett tryggt hem",
        "korta kön",
        "se till att ingen är ensam.",
    ]


def test_a_heading_that_comes_on_every_page_is_no_running_head_inside_the_page() -> None:
    head = ("Socialnämnden", "SN 2025/39")
    document = read_lines_of(
        *("1 (2)", *head, "", "SOCIALNÄMNDENS MÅL OCH DELMÅL 2025-2026", ""),
        *("Mål A. Alla ska ha ett tryggt hem", "", "  Delmål 2025", "  A1. Kön ska halveras"),
        *("  Delmål 2026", "  A2. Kön ska vara borta", "2 (2)", *head, ""),
        *("Mål B. Ingen ska vara ensam", "", "  Delmål 2025", "  B1. Alla ska få besök"),
        *("  Delmål 2026", "  B2. Alla ska ha en vän"),
    )
    assert [(each.code, each.year) for each in document.subgoals] == [
        ("A1", 2025),
        ("A2", 2026),
        ("B1", 2025),
        ("B2", 2026),
    ]


def test_a_table_that_tells_what_words_mean_states_no_goals() -> None:
    document = read_lines_of(
        "Socialnämndens mål 2025-2027",
        "",
        "| Nivå | Innebörd |",
        "|---|---|",
        "| Mål | Ska nås under perioden |",
        "| Delmål | Ska nås under året |",
        "",
        "Nämndens mål:",
        "1. Alla ska ha ett tryggt hem",
        "2. Ingen ska vara ensam",
    )
    assert goal_texts(document) == ["Alla ska ha ett tryggt hem", "Ingen ska vara ensam"]


def test_a_sentence_that_says_what_the_committees_goal_is_states_a_goal() -> None:
    document = read_lines_of(
        "Socialnämndens mål 2027",
        "",
        "Förslag till mål",
        "",
        "Väntetider",
        "",
        "Det finns en kö. Nämndens mål är att ingen ska vänta mer än en vecka. Det kostar.",
        "",
        "Personal",
        "",
        "Nämndens mål är att varje ny kollega ska ha en handledare.",
    )
    assert goal_texts(document) == [
        "ingen ska vänta mer än en vecka",
        "varje ny kollega ska ha en handledare",
    ]
    assert doubt_keys(document).count("doubt-in-prose") == 2


def test_what_prose_says_of_goals_beside_a_list_is_no_goal_once_more() -> None:
    document = read_lines_of(
        "Socialnämnden",
        "",
        "Bakgrund",
        "Nämndens mål är att ingen ska vänta mer än en vecka.",
        "",
        "Nämndens mål 2027",
        "- Ingen ska vänta länge",
        "- Alla ska få svar",
    )
    assert goal_texts(document) == ["Ingen ska vänta länge", "Alla ska få svar"]


def test_the_goals_of_an_area_need_no_mark_where_they_are_all_that_stands_there() -> None:
    document = read_lines_of(
        "Kommunfullmäktige",
        "",
        "§ 118 Mål för mandatperioden 2027-2030",
        "",
        "Sammanfattning av ärendet",
        "En grupp har arbetat fram ett förslag. Det har tre områden.",
        "",
        "Målområde: Växa",
        "",
        "Barn i Videbro har en meningsfull fritid.",
        "",
        "Målområde: Åldras",
        "",
        "Äldre i Videbro bestämmer över sin vardag.",
    )
    assert goal_texts(document) == [
        "Barn i Videbro har en meningsfull fritid.",
        "Äldre i Videbro bestämmer över sin vardag.",
    ]
    assert "doubt-unmarked" in doubt_keys(document)


def test_a_line_that_comes_under_each_goal_is_no_part_of_the_one_before_it() -> None:
    document = read_lines_of(
        "Socialnämndens verksamhetsplan 2027",
        "Delmål 1.1: Alla som har fyllt arton år ska erbjudas ett arbete under sommaren",
        "Uppdrag",
        "Förvaltningen ser över riktlinjerna.",
        "Delmål 1.2: Alla som har fyllt tjugo år ska erbjudas ett arbete under vintern",
        "Uppdrag",
        "Förvaltningen ser över taxan.",
    )
    assert subgoal_texts(document) == [
        "Alla som har fyllt arton år ska erbjudas ett arbete under sommaren",
        "Alla som har fyllt tjugo år ska erbjudas ett arbete under vintern",
    ]


def test_a_sentence_lists_what_its_last_words_say_that_follows() -> None:
    document = read_lines_of(
        "Miljönämndens plan 2026",
        "",
        "För att nå visionen har nämnden beslutat om följande mål för 2026:",
        "a) Alla avlopp ska vara godkända",
        "b) Alla badplatser ska ha provtagits",
    )
    assert goal_texts(document) == [
        "Alla avlopp ska vara godkända",
        "Alla badplatser ska ha provtagits",
    ]


def test_a_kind_of_goal_that_stands_before_each_goal_is_its_label() -> None:
    document = read_lines_of(
        "Barn- och ungdomsnämndens styrkort 2026",
        "",
        "Strategiskt mål",
        "Alla barn lär sig simma",
        "",
        "Styrtal",
        "Andel som kan simma",
        "",
        "Strategiskt mål",
        "Föräldrar vet hur det går i skolan",
        "",
        "Styrtal",
        "Andel nöjda",
    )
    assert goal_texts(document) == ["Alla barn lär sig simma", "Föräldrar vet hur det går i skolan"]


def test_effect_goals_beside_the_goals_of_direction_are_subgoals() -> None:
    document = read_lines_of(
        "Socialnämndens mål 2026",
        "",
        "Inriktningsmål",
        "- Barn ska växa upp i trygga familjer",
        "",
        "Effektmål 2026",
        "- Varje barn ska ha fått en läkarundersökning",
    )
    assert goal_texts(document) == ["Barn ska växa upp i trygga familjer"]
    assert subgoal_texts(document) == ["Varje barn ska ha fått en läkarundersökning"]


def test_headings_that_prose_tells_of_are_the_goals_where_a_heading_says_that_they_are() -> None:
    document = read_lines_of(
        "Kulturnämndens plan 2027",
        "",
        "Våra mål",
        "",
        "Biblioteket är en plats för samtal",
        "Det har blivit en mötesplats. Vi ordnar samtal varje månad.",
        "",
        "Minskad ensamhet bland de äldre",
        "Många är ensamma. Föreningarna hjälper till.",
    )
    assert goal_texts(document) == [
        "Biblioteket är en plats för samtal",
        "Minskad ensamhet bland de äldre",
    ]


def test_numbers_that_begin_anew_in_each_area_hide_no_goal() -> None:
    document = read_lines_of(
        "Socialnämndens mål 2026",
        "",
        "Målområde 1: Trygghet",
        "1. Alla ska ha ett tryggt hem",
        "",
        "Målområde 2: Arbete",
        "1. Fler ska ha ett arbete",
    )
    assert goal_texts(document) == ["Alla ska ha ett tryggt hem", "Fler ska ha ett arbete"]


def test_goals_that_a_report_labels_are_read_though_it_is_about_following_up() -> None:
    document = read_lines_of(
        "Socialnämnden",
        "Tertialrapport 2026, 2026-05-27",
        "",
        "Uppföljning av nämndens mål för 2026",
        "",
        "Mål 1. Alla ska känna sig trygga",
        "Status: Grön",
        "",
        "Mål 2. Maten ska vara god",
        "Status: Gul",
    )
    assert goal_texts(document) == ["Alla ska känna sig trygga", "Maten ska vara god"]


def test_what_the_council_has_asked_for_is_no_goal() -> None:
    document = read_lines_of(
        "Socialnämndens mål 2026",
        "",
        "Mål",
        "- Alla ska ha ett tryggt hem",
        "",
        "Uppdrag från kommunfullmäktige",
        "- Se över taxorna",
    )
    assert goal_texts(document) == ["Alla ska ha ett tryggt hem"]


def test_a_letter_may_belong_to_the_number_of_a_goal() -> None:
    document = read_lines_of(
        "Samhällsbyggnadsnämndens plan 2026",
        "",
        "Kommunfullmäktiges mål 1:1 Alla mår bra",
        "Nämndens mål 1:1a Parkerna är välskötta i alla områden",
        "",
        "Nämndens mål 1:1b Barn kan gå själva till skolan",
    )
    assert [(each.code, each.text, each.under) for each in document.goals] == [
        ("1:1a", "Parkerna är välskötta i alla områden", "Alla mår bra"),
        ("1:1b", "Barn kan gå själva till skolan", "Alla mår bra"),
    ]


def test_numbers_after_a_roman_one_lie_under_it() -> None:
    document = read_lines_of(
        "Tekniska nämndens mål och delmål 2026-2029",
        "",
        "Målen gäller till och med 2029. Delmålen ska vara uppnådda vid utgången av 2026.",
        "",
        "I. Tryggt vatten till alla",
        "1. Reservvatten ska finnas",
        "2. Alla pumpar ska ha larm",
        "",
        "II. Gator som håller",
        "1. Hål ska lagas inom en vecka",
    )
    assert goal_texts(document) == ["Tryggt vatten till alla", "Gator som håller"]
    assert [(each.goal, each.year) for each in document.subgoals] == [
        (1, 2026),
        (1, 2026),
        (2, 2026),
    ]


def test_the_text_that_runs_on_from_a_labelled_goal_is_no_part_of_it() -> None:
    document = read_lines_of(
        "Socialnämndens plan 2026",
        "",
        "Utvecklingsmål 1 - Kommunens verksamheter ska vara fria från fossila bränslen",
        "Området är prioriterat. Resultaten är goda i jämförelse med andra kommuner,",
        "men skillnaderna är stora.",
        "",
        "Utvecklingsmål 2 - Alla ska ha ett hem",
        "Det finns en kö. Den växer.",
    )
    assert goal_texts(document) == [
        "Kommunens verksamheter ska vara fria från fossila bränslen",
        "Alla ska ha ett hem",
    ]


def test_numbered_goals_may_hold_labelled_subgoals() -> None:
    document = read_lines_of(
        "Socialnämnden",
        "",
        "Socialnämndens mål och delmål 2026",
        "",
        "Nämndens mål",
        "",
        "1. Alla ska ha ett hem",
        "",
        "Delmål 1.1: Kön ska halveras",
        "",
        "2. Ingen ska vara ensam",
        "",
        "Delmål 2.1: Träffpunkten ska vara öppen varje dag",
    )
    assert goal_texts(document) == ["Alla ska ha ett hem", "Ingen ska vara ensam"]
    assert [each.goal for each in document.subgoals] == [1, 2]


def test_what_somebody_shall_do_is_no_group_of_goals() -> None:
    document = read_lines_of(
        "Socialnämndens mål 2026",
        "",
        "Nämndens mål",
        "- Alla ska ha ett tryggt hem",
        "",
        "Genomförande",
        "",
        "Förvaltningen ska:",
        "- informera medarbetarna",
        "- rapportera till nämnden",
    )
    assert goal_texts(document) == ["Alla ska ha ett tryggt hem"]


def test_the_line_after_a_number_alone_is_the_goal() -> None:
    document = read_lines_of(
        "Socialnämnden",
        "",
        "Socialnämndens mål 2026",
        "",
        "Bakgrund",
        "Behoven har förändrats. Fler söker stöd.",
        "",
        "Målen",
        "",
        "Mål 1",
        "",
        "Trygga hem för alla som bor här",
        "",
        "Mått",
        "- Antal hem",
        "",
        "Mål 2",
        "",
        "Äldre bestämmer själva",
    )
    assert [(each.code, each.text) for each in document.goals] == [
        ("1", "Trygga hem för alla som bor här"),
        ("2", "Äldre bestämmer själva"),
    ]


def test_points_of_a_decision_that_are_goals_lose_their_att() -> None:
    document = read_lines_of(
        "Socialnämnden",
        "§ 120 Mål för socialnämnden 2027",
        "",
        "BESLUT",
        "Socialnämnden beslutar att nämndens mål för 2027 är",
        "att den som ringer oss ska få svar samma dag, samt",
        "att barns röst ska höras i alla utredningar.",
    )
    assert goal_texts(document) == [
        "den som ringer oss ska få svar samma dag",
        "barns röst ska höras i alla utredningar.",
    ]


def test_an_earlier_decision_that_the_background_tells_of_is_not_this_one() -> None:
    document = read_lines_of(
        "Kommunstyrelsen                                   2026-03-17",
        "§ 52    Dnr KS 2026/91",
        "",
        "Ändring av delmål i verksamhetsplanen 2026",
        "",
        "Kommunstyrelsen beslutar",
        'att delmål 1.2 i verksamhetsplanen för 2026 ändras till "Alla ska få svar".',
        "",
        "Bakgrund",
        "Verksamhetsplanen antogs den 9 december 2025, § 230.",
    )
    assert (str(document.date), document.paragraph) == ("2026-03-17", "§ 52")
    assert [(each.target, each.text) for each in document.amendments] == [
        ("1.2", "Alla ska få svar")
    ]


def test_a_list_that_reads_like_goals_is_told_of_though_nothing_names_it() -> None:
    document = read_lines_of(
        "Socialnämndens plan 2026",
        "",
        "Vad vi ser framför oss",
        "- Alla ska ha ett tryggt hem",
        "- Ingen ska vara ensam",
        "",
        "Nämndens mål",
        "- Fler ska ha ett arbete",
    )
    assert goal_texts(document) == ["Fler ska ha ett arbete"]
    assert "doubt-list-unnamed" in doubt_keys(document)


def test_what_a_decision_changes_in_goals_is_carried_out() -> None:
    document = read_lines_of(
        "Kommunfullmäktige 2026-06-22",
        "",
        "§ 78 Kommunens mål 2027-2030",
        "",
        "Beslut",
        "Kommunfullmäktige antar kommunens mål enligt kommunstyrelsens förslag med ändringen att",
        "mål 2 får lydelsen ”Hedby ska ha service i alla delar”.",
        "",
        "Kommunstyrelsens förslag till mål",
        "",
        "1. Hedby ska vara en trygg kommun",
        "2. Hedby ska ha service",
    )
    assert document.body == "Kommunfullmäktige"
    assert goal_texts(document) == [
        "Hedby ska vara en trygg kommun",
        "Hedby ska ha service i alla delar",
    ]
    assert "doubt-amended" in doubt_keys(document)


def test_a_line_that_says_how_a_goal_is_measured_ends_no_list() -> None:
    document = read_lines_of(
        "Socialnämnden, mål för 2026",
        "",
        "Mål",
        "- Kön ska halveras.",
        "  Mäts genom statistik.",
        "",
        "- Alla ska få svar inom en dag, också under sommaren då telefonen är stängd.",
        "  Mäts genom enkät.",
    )
    assert goal_texts(document) == [
        "Kön ska halveras.",
        "Alla ska få svar inom en dag, också under sommaren då telefonen är stängd.",
    ]


def test_areas_that_hold_labelled_goals_are_none() -> None:
    document = read_lines_of(
        "Socialnämndens uppdragsplan 2026",
        "",
        "Effektmål",
        "",
        "FRÄMJANDE INSATSER",
        "Kostnader och avstånd hindrar många. De växer.",
        "",
        "Effektmål 1. Alla barn har någonstans att vara",
        "",
        "RIKTADE INSATSER",
        "De som behöver stöd ska få det tidigt.",
        "",
        "Effektmål 2. Placerade barn lyckas i skolan",
    )
    assert goal_texts(document) == [
        "Alla barn har någonstans att vara",
        "Placerade barn lyckas i skolan",
    ]


def test_a_table_of_marks_holds_the_goals_of_its_first_column() -> None:
    document = read_lines_of(
        "Socialnämndens mål 2026",
        "",
        "| Nämndens mål | KF 1 Trygghet | KF 2 Tillväxt |",
        "| Alla ska ha ett tryggt hem | X |  |",
        "| Fler ska ha ett arbete |  | X |",
    )
    assert goal_texts(document) == ["Alla ska ha ett tryggt hem", "Fler ska ha ett arbete"]


def test_lines_that_only_stand_further_in_are_told_apart_from_the_next_heading() -> None:
    document = read_lines_of(
        "Socialnämndens plan 2027",
        "",
        "Mål",
        "   Trygghet",
        "      Den som behöver skydd ska få det samma dag.",
        "      Barn ska inte behöva byta handläggare.",
        "   Självständighet",
        "      Fler ska klara sig utan försörjningsstöd.",
    )
    assert goal_texts(document) == [
        "Den som behöver skydd ska få det samma dag.",
        "Barn ska inte behöva byta handläggare.",
        "Fler ska klara sig utan försörjningsstöd.",
    ]


def test_two_years_that_follow_each_other_are_the_period_of_goals() -> None:
    document = read_lines_of(
        "Socialnämnden",
        "",
        "Socialnämndens mål för 2026 och 2027",
        "- Alla ska ha ett tryggt hem",
        "",
        "Delmål för 2026 och 2027",
        "- Kön ska halveras",
    )
    assert str(document.goal_period) == "2026–2027"
    assert [(each.text, each.year) for each in document.subgoals] == [
        ("Kön ska halveras", 2026),
        ("Kön ska halveras", 2027),
    ]


def test_the_years_of_subgoals_are_no_period_of_goals() -> None:
    document = read_lines_of(
        "Kommunstyrelsens delmål 2026 och 2027",
        "",
        "Mål",
        "- Alla ska ha ett tryggt hem",
        "",
        "Delmål 2026",
        "- Kön ska halveras",
        "",
        "Delmål 2027",
        "- Kön ska vara borta",
    )
    assert document.goal_period is None
    assert [each.year for each in document.subgoals] == [2026, 2027]


def test_a_name_over_goals_with_their_subgoals_is_an_area() -> None:
    document = read_lines_of(
        "Kulturnämndens plan 2026",
        "",
        "Mål och delmål 2026",
        "",
        "Nära",
        "- Kultur ska finnas nära varje skola",
        "   - Bussen ska stanna vid alla skolor",
        "",
        "Fri",
        "- Konstnärer ska inte styras av oss",
        "   - Stipendier ska beslutas av en jury",
    )
    assert goal_texts(document) == [
        "Kultur ska finnas nära varje skola",
        "Konstnärer ska inte styras av oss",
    ]
    assert [each.goal for each in document.subgoals] == [1, 2]


def test_overarching_goals_are_the_committees_own_where_nothing_says_that_they_are_not() -> None:
    document = read_lines_of(
        "Tekniska nämndens plan 2026",
        "",
        "Övergripande mål",
        "1. Trygga vägar i hela kommunen",
        "",
        "Delmål 2026",
        "1.1 Alla broar ska vara besiktigade",
    )
    assert goal_texts(document) == ["Trygga vägar i hela kommunen"]
    assert [each.goal for each in document.subgoals] == [1]


def test_a_point_of_a_decision_that_ends_its_sentence_may_list_goals() -> None:
    document = read_lines_of(
        "Utbildningsnämnden 2026-02-19",
        "Un § 11      Mål för läsåret",
        "",
        "Utbildningsnämndens beslut",
        "",
        "1. Nämnden antar följande mål för 2026.",
        "",
        "   a) Fler elever ska gå ut nian",
        "   b) Skolgårdarna ska locka till lek",
        "",
        "2. Paragrafen förklaras omedelbart justerad.",
    )
    assert goal_texts(document) == [
        "Fler elever ska gå ut nian",
        "Skolgårdarna ska locka till lek",
    ]


def test_sentences_after_the_one_that_says_that_goals_follow_are_they() -> None:
    document = read_lines_of(
        "Hälso- och vårdnämnden i Ribby kommun, protokoll 2026-01-14",
        "§ 6 Nämndens mål för 2026",
        "",
        "Nämnden beslutar att målen för 2026 ska vara följande. Sjuksköterska ska finnas på",
        "varje boende. Ingen ska dö ensam.",
        "",
        "Vid protokollet",
        "Nämndsekreterare",
    )
    assert goal_texts(document) == [
        "Sjuksköterska ska finnas på varje boende.",
        "Ingen ska dö ensam.",
    ]
    assert document.decided
    assert "doubt-in-prose" in doubt_keys(document)


def test_lines_drawn_across_a_typed_page_and_boxes_to_tick_are_no_part_of_goals() -> None:
    document = read_lines_of(
        "Äldrenämndens plan 2026",
        "",
        "------------------------------",
        "MÅL 1: MAT SOM SMAKAR",
        "------------------------------",
        "Delmål 2026",
        "[ ] Smakråd på alla boenden",
        "[ ] Egen kock på Granen",
        "",
        "------------------------------",
        "ÖVRIGT",
        "------------------------------",
        "Planen beslutades av nämnden 2025-11-27, § 81.",
    )
    assert goal_texts(document) == ["MAT SOM SMAKAR"]
    assert subgoal_texts(document) == ["Smakråd på alla boenden", "Egen kock på Granen"]
    assert (document.paragraph, document.decided) == ("§ 81", True)


def test_a_name_over_a_sentence_that_states_the_goal_is_none() -> None:
    document = read_lines_of(
        "Grundskolenämndens mål 2026",
        "",
        "Förslag",
        "Jag föreslår att nämnden antar följande mål:",
        "",
        "1. Läsa",
        "Målet är att alla elever ska läsa en bok.",
        "",
        "2. Räkna",
        "Målet är att alla elever ska kunna räkna.",
    )
    assert goal_texts(document) == ["alla elever ska läsa en bok", "alla elever ska kunna räkna"]


def test_a_line_that_ends_in_the_middle_of_a_phrase_goes_on() -> None:
    document = read_lines_of(
        "Barn- och utbildningsnämndens delmål 2026",
        "",
        "Delmål 2026",
        "",
        "- Frånvaron ska ha halverats jämfört med läsåret",
        "2023/24",
        "- Elever ska kunna åka buss från",
        "Norrbyn",
    )
    assert subgoal_texts(document) == [
        "Frånvaron ska ha halverats jämfört med läsåret 2023/24",
        "Elever ska kunna åka buss från Norrbyn",
    ]


def test_letters_with_a_full_stop_are_marks_of_subgoals_under_a_numbered_goal() -> None:
    document = read_lines_of(
        "Tekniska nämnden 2025-12-18",
        "",
        "Mål och delmål för tekniska nämnden 2026",
        "",
        "Sammanfattning",
        "Förslaget lyder:",
        "",
        "Mål 1 Trafiken ska vara säker",
        "  a. Alla skolvägar ska ha låg hastighet",
        "  b. Halka ska bekämpas före klockan sex",
        "",
        "Mål 2 Vattnet ska räcka",
        "  a. En ny täkt ska vara projekterad",
    )
    assert goal_texts(document) == ["Trafiken ska vara säker", "Vattnet ska räcka"]
    assert [(each.code, each.goal) for each in document.subgoals] == [("a", 1), ("b", 1), ("a", 2)]
