"""Of several goals on the same thing the one that is meant comes first."""

from __future__ import annotations

import pytest

from dialogs.understanding.finding import CLOSE_PART, DOING, SAME_CONCEPT, Candidate, Index
from dialogs.understanding.vocabulary import shipped


def found(question: str, *goals: str) -> list[Candidate]:
    """The goals that the question's words point to, best first."""
    vocabulary = shipped()
    return Index(goals, vocabulary).search(vocabulary.content_of(question))


@pytest.mark.parametrize(
    ("question", "meant", "other"),
    [
        ("avyttra bilar", "Sälja bilar", "Tvätta bilar"),
        ("inspektera lekplatser", "Besiktiga lekplatser", "Bygga om lekplatser"),
        ("renting out boats", "Låna ut båtar", "Inventera båtar"),
    ],
)
def test_of_two_goals_on_one_thing_the_one_that_does_the_same_to_it_is_meant(
    question: str, meant: str, other: str
) -> None:
    assert found(question, other, meant)[0].place == 1


def test_that_the_same_is_done_makes_nobody_sure() -> None:
    (only,) = found("besiktiga", "Granska bilar", "Bygga skolor")
    assert only.convincing == DOING


def test_a_word_written_without_its_last_part_is_read_whole() -> None:
    (best, *_) = found(
        "bälten", "Simhallen ska rustas upp", "Tvångs- och skyddsåtgärder ska minska"
    )
    assert best.place == 1


def test_a_compound_with_a_joining_s_is_about_its_first_part() -> None:
    assert found("kraftledningar", "Elnätskapaciteten ska säkras")


def test_a_part_of_a_compound_makes_what_the_whole_stands_for_no_less_sure() -> None:
    (best, *_) = found("långtidsarbetslösa", "Arbetslösheten ska minska", "Bygga skolor")
    assert best.convincing >= CLOSE_PART


def test_two_listed_words_that_only_share_a_stem_are_not_the_same() -> None:
    assert not any(
        evidence.by == "word"
        for candidate in found("tax", "Taxor ska vara rättvisa")
        for evidence in candidate.evidence
    )


def test_a_goal_that_has_both_words_of_a_phrase_comes_before_one_that_has_only_its_topic() -> None:
    (best, *_) = found(
        "recruiting guardians",
        "Erbjuda ställföreträdare utbildning två gånger om året",
        "Rekrytera trettio nya ställföreträdare",
    )
    assert best.place == 1


def test_a_word_of_a_goal_that_two_words_of_the_question_meet_counts_less_than_two_words() -> None:
    best, other = found(
        "qualified preschool teachers",
        "Minska sjukfrånvaron bland barnskötare",
        "Andelen förskollärare med legitimation ska öka",
    )
    assert best.place == 1
    assert other.score < 0.8 * best.score


def test_a_word_of_a_set_phrase_is_what_it_says_where_both_are_kinds_of_one_thing() -> None:
    (best, *_) = found("ballet", "Fler pensionärer på teater")
    assert best.strongest >= SAME_CONCEPT


def test_a_thing_is_no_form_of_a_verb_that_shares_its_stem() -> None:
    assert not found("mat", "Mäta radon")


def test_two_words_that_are_met_by_one_and_the_same_make_nobody_surer() -> None:
    (best, *_) = found("betygen på högstadiet", "Sänka farten vid samtliga skolor")
    assert best.convincing == best.strongest


def test_the_end_of_a_listed_compound_says_less_than_the_whole() -> None:
    whole, end = found("lärare", "Fler lärare behövs", "Fler yrkeslärare behövs")
    assert whole.place == 0
    assert end.convincing < SAME_CONCEPT


def test_a_listed_compound_is_no_surer_of_what_it_begins_with_than_of_what_it_is() -> None:
    (only,) = found("försörjningsstöd", "Trygga försörjningen av vatten")
    assert only.strongest < SAME_CONCEPT


def test_a_number_is_not_all_that_another_one_begins_with() -> None:
    assert not found("om tjugo år", "Ingen chef ska ha fler än tjugofem medarbetare")


def test_a_set_phrase_that_stands_in_a_wording_word_for_word_is_met_by_its_words_too() -> None:
    index = Index(
        ["Färre fallolyckor på särskilda boenden", "Väntetiden till plats på boende ska minska"],
        shipped(),
    )
    best, *_ = index.search(["väntetiden till plats"])
    assert best.place == 1
    assert best.strongest >= SAME_CONCEPT
