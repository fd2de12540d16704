"""A decision that amends: the list before it becomes the list after it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from goals.amending import Misfit, apply, is_carried_out, of_year
from goals.document import Amendment, AmendmentKind, StatedSubgoal

LIST = (
    StatedSubgoal("Korta kön till tolv veckor", 2026, "1"),
    StatedSubgoal("Öppna en träffpunkt", 2026, "2"),
    StatedSubgoal("Sänka avgiften", 2026, "3"),
)


def _add(text: str) -> Amendment:
    return Amendment(AmendmentKind.ADD, text=text)


def _remove(target: str) -> Amendment:
    return Amendment(AmendmentKind.REMOVE, target=target)


def _reword(target: str, text: str) -> Amendment:
    return Amendment(AmendmentKind.REWORD, target=target, text=text)


def _replace(target: str, words: str, text: str) -> Amendment:
    return Amendment(AmendmentKind.REPLACE, target=target, text=text, replaced=words)


def test_numbers_are_those_of_the_list_before_whatever_is_removed() -> None:
    amended = apply(LIST, [_remove("1"), _reword("3", "Slopa avgiften"), _add("Fler bänkar")])
    assert [(each.text, each.place) for each in amended.entries] == [
        ("Öppna en träffpunkt", 2),
        ("Slopa avgiften", 3),
        ("Fler bänkar", None),
    ]
    assert [place for place, _ in amended.removed] == [1]
    assert amended.refused == ()


def test_words_give_way_to_others() -> None:
    amended = apply(LIST, [_replace("1", "tolv", "sex"), _replace("2", "en ", "")])
    assert [each.text for each in amended.entries][:2] == [
        "Korta kön till sex veckor",
        "Öppna träffpunkt",
    ]


def test_a_sentence_of_a_wording_may_be_named_by_its_place() -> None:
    said = [StatedSubgoal("Kön ska kortas. Hur redovisas i maj. Alla ska få plats.", 2027)]
    for named, after in {
        "sista meningen": "Kön ska kortas. Hur redovisas i maj.",
        "andra meningen": "Kön ska kortas. Alla ska få plats.",
    }.items():
        assert [each.text for each in apply(said, [_replace("1", named, "")]).entries] == [after]
    assert apply(said, [_replace("1", "fjärde meningen", "")]).refused


def test_subgoal_may_be_named_by_its_words_or_its_place_where_there_are_no_codes() -> None:
    uncoded = tuple(StatedSubgoal(each.text, each.year) for each in LIST)
    assert len(apply(uncoded, [_remove("2")]).entries) == 2
    assert apply(LIST, [_remove("öppna en träffpunkt.")]).removed[0][0] == 2


def test_what_does_not_fit_is_refused_and_leaves_the_list_as_it_is() -> None:
    amendments = [
        _remove("9"),
        _replace("1", "nio", "sex"),
        _add("Sänka avgiften."),
        _remove("3"),
        _reword("3", "Höja avgiften"),
    ]
    amended = apply(LIST, amendments)
    assert [each.why for each in amended.refused] == [
        *(Misfit.UNKNOWN, Misfit.WORDS, Misfit.THERE, Misfit.TWICE)
    ]
    assert [each.text for each in amended.entries] == [each.text for each in LIST[:2]]


def test_code_that_two_subgoals_have_is_not_guessed() -> None:
    twice = (*LIST, StatedSubgoal("Ett till", 2026, "1"))
    assert [each.why for each in apply(twice, [_remove("1")]).refused] == [Misfit.UNKNOWN]


def test_list_that_has_the_new_wordings_is_the_one_after_the_decision() -> None:
    assert is_carried_out(LIST, [_reword("9", "Sänka avgiften"), _remove("4")])
    assert not is_carried_out(LIST, [_reword("3", "Slopa avgiften")])
    assert not is_carried_out(LIST, [_remove("4")])


def test_amendments_without_a_year_are_for_the_year_that_is_given() -> None:
    dated = Amendment(AmendmentKind.REMOVE, 2025, "1")
    assert [each.year for each in of_year([dated, _remove("2")], 2026)] == [2025, 2026]


@given(
    st.lists(
        st.one_of(
            st.builds(_add, st.text(max_size=5)),
            st.builds(_remove, st.sampled_from(["1", "2", "3", "4"])),
            st.builds(_reword, st.sampled_from(["1", "2", "3", "4"]), st.text(max_size=5)),
            st.builds(_replace, st.sampled_from(["1", "2"]), st.just("en"), st.text(max_size=5)),
        ),
        max_size=8,
    )
)
def test_every_amendment_is_carried_out_or_refused(amendments: list[Amendment]) -> None:
    amended = apply(LIST, amendments)
    done = [each for each in amended.entries if each.amendment is not None]
    assert len(done) + len(amended.removed) + len(amended.refused) == len(amendments)
    kept = [each.place for each in amended.entries if each.place is not None]
    gone = [place for place, _ in amended.removed]
    assert sorted([*kept, *gone]) == [1, 2, 3]
