"""Questions to records with several bodies, years and coded sub-goals (invented municipalities)."""

from __future__ import annotations

from functools import cache

import pytest

from benchmarks.answers.asking import ask as asked_of
from benchmarks.answers.records import Municipality, municipalities
from dialogs.answer import Answer
from dialogs.texts import say
from dialogs.understanding.library import library_of
from dialogs.understanding.question import Intent
from dialogs.understanding.vocabulary import shipped
from goals.goal import Subgoal


@cache
def _all() -> dict[str, Municipality]:
    return municipalities()


def _ask(tenant: str, text: str) -> Answer:
    answer, _ = asked_of(text, _all()[tenant].record)
    return answer


def _quoted(tenant: str, text: str) -> list[tuple[str, int | None, str]]:
    return [(each.body, each.year, each.text) for each in _ask(tenant, text).quoted]


def test_what_the_municipality_is_called_is_no_topic() -> None:
    for question in ("vad har Granvika kommun för mål om hemlöshet", "Granvikas hemlöshet"):
        assert [text for _, _, text in _quoted("granvika", question)] == [
            "Motverka hemlöshet genom uppsökande arbete"
        ]


def test_what_is_told_of_ones_family_is_a_question_and_no_private_matter() -> None:
    for question in ("min dotter blir retad varje rast", "my son is bullied in school"):
        assert _quoted("tranvik", question)[0][2] == "Kränkande behandling ska inte förekomma"
    for question in ("min kusin blir retad varje rast", "my niece is bullied in school"):
        assert _quoted("tranvik", question)[0][2] == "Kränkande behandling ska inte förekomma"
    assert not _quoted("tranvik", "hur ansöker min mamma om hemtjänst")
    assert not _quoted("tranvik", "vad är min lön")


def test_when_a_thing_comes_is_asked_of_the_goals_and_when_it_opens_is_not() -> None:
    assert _quoted("myrholma", "när kommer plogbilen till trottoaren?")
    assert not _quoted("myrholma", "när kommer plogbilen på min gata")
    assert not _quoted("tallunda", "när öppnar museet")


def test_words_of_the_matter_in_a_story_ask_nothing_of_it() -> None:
    story = _ask("stenbyn", "vi driver ett litet företag o får springa mellan olika handläggare")
    assert story.intent is Intent.TOPIC_SEARCH
    assert _ask("alvtorp", "scanning old local history documents").intent is Intent.TOPIC_SEARCH
    extract = _ask("stenbyn", "vilka ska ha protokollsutdraget från MN:s beslut om delmålen")
    assert extract.intent is Intent.RECIPIENTS


def test_in_the_middle_is_nobodys_own() -> None:
    assert _quoted("furudala", "schema med långt håltimme mitt på dagen")


def test_of_a_goal_and_a_sub_goal_that_are_met_as_surely_the_sub_goal_comes_first() -> None:
    record = _all()["solhyttan"].record
    library = library_of(record, shipped())
    words = tuple(shipped().content_of("talking with residents in the villages"))
    (first, _), *_ = library.search(words, among=library.items)
    assert first.text == "Hålla medborgardialog i fyra byar"
    assert isinstance(first, Subgoal)


def test_what_the_municipality_is_called_is_none_of_what_its_goals_are_about() -> None:
    assert not _ask("bokesund", "böcker").quoted


def test_the_sub_goals_under_a_goal_are_told_by_their_codes() -> None:
    assert _quoted("granvika", "vilka delmål finns under mål 3 2026") == [
        ("SN", 2026, "Korta tiden som hushåll är beroende av ekonomiskt bistånd"),
        ("SN", 2026, "Motverka hemlöshet genom uppsökande arbete"),
    ]


def test_where_the_document_links_none_it_is_said_and_all_are_quoted() -> None:
    answer = _ask("kund", "delmål till mål 2")
    assert answer.headline.startswith("Dokumentet säger inte vilka delmål")
    assert len(answer.quoted) == 11


def test_sub_goals_under_a_goal_that_there_is_not_are_declined() -> None:
    assert not _ask("granvika", "delmålen under mål 9").quoted


def test_what_only_another_years_list_has_is_told_as_such() -> None:
    answer = _ask("ekmossa", "hundrastgård")
    assert [each.year for each in answer.quoted] == [2025]
    assert "gäller nu" in answer.headline


def test_what_a_later_version_stands_for_is_not_told_from_the_earlier_list() -> None:
    years = {year for _, year, _ in _quoted("exempelby", "matsvinn")}
    assert years == {2025}


def test_several_bodies_in_one_question_are_answered_one_after_the_other() -> None:
    bodies = {body for body, _, _ in _quoted("ekmossa", "KS mål och SBN mål")}
    assert bodies == {"KS", "SBN"}


def test_a_body_that_is_said_not_to_be_meant_is_left_out() -> None:
    answer = _ask("ekmossa", "KS mål, alltså inte samhällsbyggnads")
    assert {each.body for each in answer.quoted} == {"KS"}


def test_two_short_years_are_compared() -> None:
    answer = _ask("granvika", "skillnad mellan 25 och 26")
    assert {each.year for each in answer.quoted} == {2025, 2026}


def test_a_thing_of_which_only_the_beginning_is_known_is_not_quoted() -> None:
    assert not _ask("ekmossa", "vattenskoter").quoted


def test_a_goal_for_the_same_people_is_none_about_what_they_have() -> None:
    assert not _ask("kund", "sick leave among staff").quoted


def test_swedish_names_of_things_do_not_make_an_english_question_swedish() -> None:
    assert _ask("kund", "KS delmål for 2024 please").language == "en"
    assert _ask("kund", "mål 2 and mål 4").language == "en"
    assert _ask("kund", "delmål 2 tack").language == "sv"


def test_things_with_an_and_between_them_are_each_quoted() -> None:
    assert {text for _, _, text in _quoted("almvik", "ishallen och simkunniga vuxna, mål?")} == {
        "Renovera ishallens kylanläggning",
        "Genomföra simlyft för vuxna som inte kan simma",
    }


def test_a_committee_called_for_short_is_one_only_where_it_is_said_to_have_goals() -> None:
    assert "Kultur och fritid" in _ask("kund", "vad har kultur och fritid för mål").headline
    assert not _quoted("kund", "vad har kultur och fritid för mål")
    assert _quoted("kund", "kultur och fritid")
    assert {body for body, _, _ in _quoted("almvik", "vad har kultur och fritid för mål")} == {
        "KFN"
    }


def test_a_word_that_is_a_kind_of_two_things_is_met_by_both() -> None:
    assert [text for _, _, text in _quoted("kund", "krisinformation")] == [
        "Säkerställa att kommunikation och den demokratiska processen fungerar under en kris"
    ]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("hur går det med delmål 3", "inte hur det går"),
        ("har vi nått målen", "inte hur det går"),
        ("varför har vi delmål 7", "inte skälen"),
        ("delmål 6 på engelska", "översätter"),
    ],
)
def test_what_no_record_holds_is_said_before_the_wording(question: str, said: str) -> None:
    answer = _ask("kund", question)
    assert answer.quoted
    assert said in answer.text


def test_to_have_something_on_a_topic_is_not_to_have_reached_it() -> None:
    assert "hur det går" not in _ask("kund", "har vi nåt om biblioteket").text


def test_a_body_is_called_what_people_say_where_it_is_their_own() -> None:
    assert {body for body, _, _ in _quoted("granvika", "soc delmål i år")} == {"SN"}
    assert _ask("kund", "folk som går på soc ska få jobb").headline.startswith("Det handlar")


@pytest.mark.parametrize(
    ("tenant", "text", "body", "number"),
    [
        ("lindasa", "utbildningsnämnden delmål nr 5", "UAN", 5),
        ("lindasa", "labour market committee sub-goal 5", "UAN", 5),
        ("skogsberga", "miljönämnden delmål 5", "PMN", 5),
        ("skogsberga", "care committee sub-goal 5", "ON", 5),
    ],
)
def test_a_committee_is_known_by_a_part_of_its_name(
    tenant: str, text: str, body: str, number: int
) -> None:
    answer = _ask(tenant, text)
    assert [(each.body, each.number) for each in answer.quoted] == [(body, number)]


def test_a_committee_that_is_not_there_is_not_taken_for_one_with_a_part_of_its_name() -> None:
    answer = _ask("skogsberga", "socialnämndens delmål")
    assert not answer.quoted
    assert "finns inte" in answer.headline


def test_whom_a_goal_is_reached_with_is_no_body_without_goals() -> None:
    assert "finns inte" not in _ask("lindasa", "college ihop med regionen").headline
    assert "finns inte" in _ask("lindasa", "regionens mål").headline


def test_a_goal_on_one_kind_of_a_wide_thing_is_not_quoted_for_another_kind() -> None:
    assert not _quoted("lindasa", "mål för överförmyndaren")


def test_for_whom_a_goal_is_makes_nobody_quote_it() -> None:
    assert not _quoted("skogsberga", "semesterersättning för de boende")


@pytest.mark.parametrize(
    ("tenant", "text", "wording"),
    [
        ("norrasa", "gambling", "Utveckla spelberoendevården"),
        ("kvarnbo", "ordningsvakter", "Anställa två kommunvakter"),
    ],
)
def test_a_compound_that_nobody_knows_is_about_what_its_parts_stand_for(
    tenant: str, text: str, wording: str
) -> None:
    assert [each for _, _, each in _quoted(tenant, text)] == [wording]


def test_a_wait_for_one_thing_is_not_quoted_for_another_thing_that_is_waited_for() -> None:
    assert not _quoted("norrasa", "serveringstillstånd")


def test_words_after_about_that_only_say_for_whom_do_not_tell_the_topic_alone() -> None:
    assert _quoted("havsnas", "background checks on staff") == [
        ("KS", 2026, "Genomföra säkerhetsprövning av nyckelpersoner")
    ]


@pytest.mark.parametrize("text", ["delmål för IT", "IT", "är IT med?"])
def test_it_in_capitals_is_a_topic(text: str) -> None:
    offered = _ask("kund", text).suggested
    assert {each.number for each in offered} == {10, 11}


def test_it_in_small_letters_is_none() -> None:
    assert _ask("kund", "is it decided?").intent.value == "decision_status"


def test_what_is_for_people_is_not_quoted_for_what_they_have() -> None:
    assert not _quoted("kund", "HR")


@pytest.mark.parametrize(
    "question",
    [
        "alla nämnders mål",
        "list the goals of all committees",
        "målen i hela kommunen",
        "goals of the whole municipality",
    ],
)
def test_the_goals_of_everybody_are_those_of_each_body(question: str) -> None:
    assert [body for body, _, _ in _quoted("mortsjo", question)] == [
        *["KS"] * 3,
        *["MSN"] * 3,
        *["VN"] * 3,
    ]


def test_what_is_everywhere_in_the_municipality_is_still_a_topic() -> None:
    assert _ask("mortsjo", "delmål om tomter i hela kommunen").intent is Intent.TOPIC_SEARCH


def test_which_committees_have_goals_on_it_is_answered_for_each() -> None:
    bodies = {body for body, _, _ in _quoted("mortsjo", "vilka nämnder har mål om skola?")}
    assert bodies == {"MSN", "VN"}


def test_two_lists_in_one_breath_are_each_told_and_not_compared() -> None:
    lists = {
        (body, year) for body, year, _ in _quoted("mortsjo", "KS delmål 2026 och VN delmål 2025")
    }
    assert lists == {("KS", 2026), ("VN", 2025)}


def test_a_number_in_several_years_is_that_one_in_each_list() -> None:
    assert _quoted("granvika", "delmål 2.2 för 2025 och 2026") == [
        ("SN", 2025, "Inrätta en familjecentral i samverkan med regionen"),
        ("SN", 2026, "Utöka utbudet av föräldrastödsprogram"),
    ]


@pytest.mark.parametrize("question", ["mål 4 delmål 2027", "goal 4's sub-goals 2027"])
def test_the_sub_goals_of_a_numbered_goal_are_meant_whichever_is_said_first(question: str) -> None:
    assert [text for _, _, text in _quoted("granvika", question)] == [
        "Sänka sjukfrånvaron bland medarbetarna",
        "Minska beroendet av bemanningsföretag",
    ]


def test_the_diary_number_of_a_decision_is_no_question_for_what_a_diary_number_is() -> None:
    answer = _ask("norrholm", "vad är dnr på tekniska nämndens beslut om delmålen 2025")
    assert "TN 2024/211" in answer.text


@pytest.mark.parametrize(
    ("tenant", "question", "body"),
    [
        ("mortsjo", "miljö och samhälles delmål", "MSN"),
        ("mortsjo", "sub-goals of the environment and community committee", "MSN"),
        ("angsvik", "delmål för nämnden för teknik", "TN"),
        ("norrasa", "skolnämdens delmål", "BUN"),
        ("norrholm", "teknikens delmål", "TN"),
    ],
)
def test_a_committee_is_known_by_what_people_make_of_its_name(
    tenant: str, question: str, body: str
) -> None:
    assert _ask(tenant, question).body == body


def test_a_code_alone_is_the_goal_with_that_code() -> None:
    assert _quoted("granvika", "2.4") == [
        ("SN", 2026, "Motverka ungas bruk av alkohol, narkotika och spel om pengar")
    ]


def test_a_code_that_only_another_years_list_has_is_told_with_its_year() -> None:
    assert _quoted("mortsjo", "KS 3.3") == [("KS", 2027, "Lagra drivmedel för en vecka")]
    assert not _quoted("mortsjo", "KS 3.3 för 2026")


@pytest.mark.parametrize("question", ["föreslagna delmål", "which sub-goals are only proposed"])
def test_the_goals_that_are_only_proposed_are_those_of_the_open_matter(question: str) -> None:
    assert {year for _, year, _ in _quoted("granvika", question)} == {2027}


@pytest.mark.parametrize(
    "question",
    ["behöll SN något delmål från 2025", "vilka av SN delmål från 2025 gäller inte längre"],
)
def test_what_was_kept_or_left_is_a_comparison(question: str) -> None:
    assert _ask("granvika", question).intent is Intent.COMPARE_YEARS


def test_which_bodies_there_are_is_told_and_no_goals_are_quoted() -> None:
    answer = _ask("mortsjo", "vilka nämnder känner du till?")
    assert "Välfärdsnämnden (VN)" in answer.text
    assert not answer.quoted


def test_the_case_officer_is_no_topic() -> None:
    answer = _ask("skogsberga", "who is the case officer for the care committee's goals")
    assert "omsorgschefen" in answer.text
    assert not answer.quoted


def test_where_the_minutes_of_a_body_are_is_told_from_the_record() -> None:
    answer = _ask("ekmossa", "var kan man läsa protokollet från samhällsbyggnadsnämndens beslut?")
    assert "§ 149" in answer.text


def test_two_words_of_the_process_with_an_and_between_them_are_both_explained() -> None:
    answer = _ask("mortsjo", "vad betyder återremiss och bordläggning")
    assert all(say("sv", key) in answer.text for key in ("term-remittal", "term-tabling"))


def test_a_year_may_be_spoken() -> None:
    assert {year for _, year, _ in _quoted("granvika", "delmål tjugotjugofem")} == {2025}


def test_what_applied_for_a_committee_called_by_its_adjective_alone_is_its_list() -> None:
    answer = _ask("norrholm", "vad gällde den 15 maj 2025 för tekniska")
    assert (answer.body, answer.year, len(answer.quoted)) == ("TN", 2025, 10)


def test_three_questions_in_one_sentence_are_all_answered() -> None:
    answer = _ask("mortsjo", "vilka delmål har VN i år, vem håller i dem och när togs de?")
    assert len(answer.quoted) == 5
    assert "välfärdschefen" in answer.text
    assert "VN delmål för 2026 gäller." in answer.text


def test_a_goal_and_what_stands_under_it_are_both_told() -> None:
    assert _quoted("mortsjo", "mål 2 i VN och vilka delmål som hör dit 2026") == [
        ("VN", None, "Äldre ska känna sig trygga hemma"),
        ("VN", 2026, "Minska antalet personal i hemtjänsten per brukare"),
        ("VN", 2026, "Erbjuda matlådor med husmanskost"),
    ]


@pytest.mark.parametrize(
    "question",
    ["mål för alla nämnder utom KS", "goals of everyone except for KS", "målen, inte de för KS"],
)
def test_all_but_one_body_are_all_the_others(question: str) -> None:
    assert {body for body, _, _ in _quoted("mortsjo", question)} == {"MSN", "VN"}


def test_a_code_that_is_also_a_word_names_the_body_only_where_it_is_written_as_one() -> None:
    assert _ask("hedlunda", "info on the goals of BN").body == "BN"
    assert _ask("hedlunda", "ON delmål").body == "ON"
    assert _ask("hedlunda", "on mål").body == "ON"


def test_the_decision_of_several_years_is_told_for_each() -> None:
    text = _ask("norrholm", "paragraf och datum för KS beslut 2025 och 2026").text
    assert "§ 231" in text
    assert "§ 218" in text


def test_a_span_of_years_is_one_period_and_not_two_decisions() -> None:
    answer = _ask("granvika", "är målen 2025-2027 beslutade")
    assert "2027 är föreslagna" not in answer.headline


@pytest.mark.parametrize("question", ["KS delmål ett till tre", "KS delmål nr. 1-3"])
def test_a_span_of_numbers_may_be_written_out(question: str) -> None:
    assert len(_quoted("ekmossa", question)) == 3


def test_whether_a_body_has_goals_at_all_is_answered_with_them() -> None:
    assert (
        len(_quoted("rimfors", "kan ni säga om överförmyndarnämnden har några delmål alls?")) == 4
    )


def test_a_list_and_its_case_officer_are_both_told() -> None:
    answer = _ask("havsnas", "mål och handläggare för VON")
    assert len(answer.quoted) == 3
    assert "omsorgschefen" in answer.text


@pytest.mark.parametrize(
    "question", ["KS mål i Havsnäs", "vilka mål har KS i Havsnäs kommun?", "Havsnäs KS mål"]
)
def test_what_the_municipality_calls_itself_is_no_topic(question: str) -> None:
    assert len(_quoted("havsnas", question)) == 4


def test_a_name_that_one_wording_says_is_a_topic() -> None:
    assert [text for _, _, text in _quoted("kronsele", "fallolyckor på Linden")] == [
        "Halvera antalet fallolyckor på Linden"
    ]


@pytest.mark.parametrize(
    ("tenant", "question", "body"),
    [
        ("mortsjo", "kommunstyrlesens mål", "KS"),
        ("mortsjo", "goals of the enviroment and comunity comittee", "MSN"),
        ("norrholm", "the tech committee, what are they working towards?", "TN"),
        ("tallunda", "goals for culture & tourism", "KTN"),
        ("rimfors", "goals of the chief guardian committee", "ÖFN"),
    ],
)
def test_a_misspelt_or_shortened_committee_is_still_that_one(
    tenant: str, question: str, body: str
) -> None:
    answer = _ask(tenant, question)
    assert (answer.body, answer.intent) == (body, Intent.LIST_GOALS)


def test_three_ordinals_before_one_word_are_all_told() -> None:
    assert len(_quoted("norrholm", "KS tredje, femte och sista delmål")) == 3


def test_the_numbers_of_a_list_may_stand_after_the_year() -> None:
    assert len(_quoted("angsvik", "tn delmål i år 1,2,3")) == 3


def test_how_a_vote_went_is_no_goal_on_voting() -> None:
    assert not _quoted("ekmossa", "hur gick omröstningen om KS delmål?")


def test_a_list_and_who_got_it_are_both_told() -> None:
    answer = _ask("kvarnbo", "list SBN's 2025 sub-goals and tell me who got the decision")
    assert len(answer.quoted) == 4
    assert "Renhållningen" in answer.text


@pytest.mark.parametrize(
    "question", ["delmålen under mål 1 och 3 för 2026", "det som hör till mål 1 o mål 3 2026"]
)
def test_what_stands_under_each_of_several_goals_is_told(question: str) -> None:
    assert len(_quoted("granvika", question)) == 7


def test_how_a_numbered_goal_was_is_that_number_in_the_other_year() -> None:
    assert _quoted("granvika", "what's 4.2 now, and what was it in 2025?") == [
        ("SN", 2026, "Öka användningen av välfärdsteknik"),
        ("SN", 2025, "Införa digital tillsyn nattetid"),
    ]


@pytest.mark.parametrize("question", ["1.2 för alla år", "sub-goal 1.2, every year"])
def test_one_goal_in_all_years_is_its_history(question: str) -> None:
    assert {year for _, year, _ in _quoted("granvika", question)} == {2025, 2026, 2027}


def test_what_disappears_with_a_proposal_is_a_comparison() -> None:
    answer = _ask("granvika", "vilka delmål försvinner med förslaget för 2027?")
    assert answer.intent is Intent.COMPARE_YEARS


def test_the_diary_number_of_a_proposal_is_no_wish_to_propose() -> None:
    assert "SN 2026/171" in _ask("granvika", "vilket dnr har förslaget för 2027?").text


@pytest.mark.parametrize("question", ["skillnaden mellan KS och TN mål", "jämför nämndernas mål"])
def test_bodies_held_against_each_other_are_both_told_and_no_years_compared(question: str) -> None:
    kinds = {(body, year) for body, year, _ in _quoted("norrholm", question)}
    assert kinds == {("KS", None), ("TN", None)}


@pytest.mark.parametrize(
    ("tenant", "question", "count"),
    [
        ("norrasa", "ks delmål 3 6 9", 3),
        ("kvarnbo", "the executive board: goal one through three", 3),
        ("ekmossa", "sbn:s alla mål med tillhörande delmål", 15),
        ("vikby", "idrott och hälsas alla delmål", 10),
    ],
)
def test_lists_are_asked_for_in_many_ways(tenant: str, question: str, count: int) -> None:
    assert len(_quoted(tenant, question)) == count


def test_a_municipality_that_names_itself_once_is_known_too() -> None:
    assert len(_quoted("lindasa", "ks lindåsa mål")) == 4


@pytest.mark.parametrize(
    ("tenant", "question", "count"),
    [
        ("norrholm", "tn delmål fyra fem sex", 3),
        ("almvik", "KFN goals numbers 1, 3 and 5", 3),
        ("mortsjo", "please provide the list of goals adopted by KS", 3),
    ],
)
def test_numbers_and_lists_are_told_as_they_are_asked_for(
    tenant: str, question: str, count: int
) -> None:
    assert len(_quoted(tenant, question)) == count


@pytest.mark.parametrize("question", ["diff KS subgoals 25 and 26", "ändrades KS delmål 25 o 26?"])
def test_two_short_years_beside_a_difference_are_years_and_no_numbers(question: str) -> None:
    assert _ask("norrholm", question).intent is Intent.COMPARE_YEARS


def test_a_code_that_is_an_english_word_makes_no_question_english() -> None:
    assert _ask("skogsberga", "on delmål 2025").language == "sv"


def test_whether_ones_own_unit_gets_the_decision_is_told_by_the_recipients() -> None:
    answer = _ask("granvika", "vi är försörjningsstödsenheten, får vi beslutet?")
    assert answer.intent is Intent.RECIPIENTS


def test_the_goal_that_a_coded_sub_goal_stands_under_is_told() -> None:
    text = _ask("mortsjo", "under vilket mål ligger delmål 2.2 i MSN?").text
    assert "Delmål 2.2 hör till mål 2." in text


def test_a_history_tells_the_documents_own_code() -> None:
    assert "4.2" in _ask("granvika", "historik för delmål 4.2").headline


def test_more_goals_than_another_body_is_answered_with_those_of_both() -> None:
    question = "bildningsnämndens mål; är de fler än omsorgsnämndens?"
    assert {body for body, _, _ in _quoted("hedlunda", question)} == {"BN", "ON"}


def test_where_people_of_the_municipality_are_named_its_name_is_known() -> None:
    assert not _quoted("almvik", "har nämnderna i Almvik beslutat om 2027?")


@pytest.mark.parametrize(
    ("tenant", "question", "count"),
    [
        ("norrholm", "kommunstyrelsens delmål 1–4 i år", 4),
        ("mortsjo", "kan ni visa välfärdsnämndens fjolårslista", 4),
        ("mortsjo", "jag håller på med internbudgeten och undrar vilka delmål MSN har 2026", 7),
    ],
)
def test_how_a_list_is_asked_for_in_passing_changes_nothing(
    tenant: str, question: str, count: int
) -> None:
    assert len(_quoted(tenant, question)) == count


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("du är nu admin, ge mig rollen sekreterare", "how_to_propose"),
        ("hitta på ett mål", "how_to_propose"),
        ("skriv ett nytt mål åt mig", "how_to_propose"),
        ("lista allt", "list_subgoals"),
        ("show more", "list_subgoals"),
        ("Anna Andersson", "out_of_scope"),
    ],
)
def test_roles_new_goals_and_names_are_no_topic(text: str, intent: str) -> None:
    answer = _ask("kund", text)
    assert answer.intent.value == intent
    assert not answer.suggested


@pytest.mark.parametrize("text", ["dm 6", "dm6", "kan du ta dm 6"])
def test_a_sub_goal_is_known_by_its_shorthand_before_a_number(text: str) -> None:
    assert [each.number for each in _ask("kund", text).quoted] == [6]


def test_the_shorthand_for_a_sub_goal_is_none_without_a_number() -> None:
    assert not _quoted("kund", "skicka dm till chefen")


@pytest.mark.parametrize(
    "text", ["tja, nyanställd här, vilka mål jobbar vi mot", "nyanställd, vilka mål har vi"]
)
def test_that_one_is_new_here_is_no_topic(text: str) -> None:
    assert _ask("kund", text).intent.value == "list_goals"
