"""The vocabulary holds together, and finds what belongs together."""

from __future__ import annotations

import tomllib
from collections import Counter
from typing import Any

import pytest

from dialogs.understanding.vocabulary import FOLDER, SET_PHRASE, shipped
from dialogs.understanding.words import are_forms_of_one, fold, root

NOT_AREAS = {
    *("stopwords.toml", "abbreviations.toml", "ordinary.toml", "people.toml", "doings.toml"),
    "compounds.toml",
}
AREAS: dict[str, dict[str, Any]] = {
    file.name: tomllib.loads(file.read_text(encoding="utf-8"))
    for file in sorted(FOLDER.glob("*.toml"))
    if file.name not in NOT_AREAS
}
CONCEPTS: list[dict[str, Any]] = [entry for area in AREAS.values() for entry in area["concept"]]
NAMES = {entry["name"] for entry in CONCEPTS}
KEYS = {"name", "sv", "en", "related", "broader", "part_of"}


def test_every_concept_has_a_name_of_its_own() -> None:
    counted = Counter(entry["name"] for entry in CONCEPTS)
    assert [name for name, times in counted.items() if times > 1] == []


def test_no_key_is_misspelt_and_every_concept_has_words() -> None:
    for entry in CONCEPTS:
        assert set(entry) <= KEYS, entry["name"]
        assert entry["sv"], entry["name"]


def test_every_link_leads_to_a_concept() -> None:
    for entry in CONCEPTS:
        linked = {name for key in ("related", "broader", "part_of") for name in entry.get(key, ())}
        assert linked <= NAMES, entry["name"]
        assert entry["name"] not in linked


def test_nothing_includes_itself() -> None:
    vocabulary = shipped()
    for name in NAMES:
        assert name not in vocabulary.broader(name)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_word_stands_in_the_part_or_in_the_whole(language: str) -> None:
    lists = {entry["name"]: set(entry.get(language, ())) for entry in CONCEPTS}
    shared = {
        (entry["name"], whole): both
        for entry in CONCEPTS
        for whole in entry.get("part_of", ())
        if (both := lists[entry["name"]] & lists[whole])
    }
    assert shared == {}


def test_what_a_thing_is_part_of_is_not_named_again_as_broader() -> None:
    for entry in CONCEPTS:
        assert not {*entry.get("part_of", ())} & {*entry.get("broader", ())}, entry["name"]


def test_a_close_part_does_not_make_its_whole_a_wide_thing() -> None:
    vocabulary = shipped()
    assert vocabulary.is_part("theft and burglary", "crime")
    assert not vocabulary.is_part("crime", "security")
    counted = {
        name for name in vocabulary.narrower("crime") if not vocabulary.concepts[name].part_of
    }
    assert vocabulary.width("crime") == len(counted) < len(vocabulary.narrower("crime"))


@pytest.mark.parametrize("language", ["sv", "en"])
def test_no_word_stands_twice_in_a_list_or_in_capitals(language: str) -> None:
    for entry in CONCEPTS:
        words = entry.get(language, [])
        assert len(words) == len(set(words)), entry["name"]
        assert [word for word in words if word != word.lower()] == [], entry["name"]


def test_a_word_that_says_nothing_is_no_concept_alone() -> None:
    vocabulary = shipped()
    alone = [
        (entry["name"], word)
        for entry in CONCEPTS
        for word in (*entry["sv"], *entry.get("en", ()))
        if " " not in word and not word.startswith(SET_PHRASE) and vocabulary.is_stopword(word)
    ]
    assert alone == []


def test_a_phrase_keeps_two_words_or_counts_word_for_word() -> None:
    vocabulary = shipped()
    worn_down = [
        (entry["name"], phrase)
        for entry in CONCEPTS
        for phrase in (*entry["sv"], *entry.get("en", ()))
        if " " in phrase
        and not phrase.startswith(SET_PHRASE)
        and len(vocabulary.content_of(phrase)) < 2
    ]
    assert worn_down == []


@pytest.mark.parametrize(
    ("word", "concept"),
    [
        ("bussarna", "public transport"),
        ("biblioteket", "libraries"),
        ("libraries", "libraries"),
        ("dagis", "preschool"),
        ("hemtjänsten", "home care"),
        ("snöröjning", "snow clearance"),
        ("arbetslöshet", "employment"),
        ("läsa", "reading"),
        ("skolka", "school absence"),
        ("orosanmälan", "reports of concern"),
        ("laddstolpar", "charging infrastructure"),
        ("truancy", "school absence"),
        ("potholes", "streets and roads"),
    ],
)
def test_everyday_words_stand_for_their_concept(word: str, concept: str) -> None:
    vocabulary = shipped()
    found = vocabulary.concepts_of(word)
    near = {wider for each in found for wider in vocabulary.broader(each)}
    near |= {other for each in found for other in vocabulary.related(each)}
    assert concept in {*found, *near}, found


@pytest.mark.parametrize(
    ("word", "concept"),
    [
        ("meningsfull", "mental health"),
        ("hushåll", "economy in balance"),
        ("tre", "forest"),
        ("sommaren", "mental health"),
        ("plan", "urban planning"),
        ("tom", "residential plots"),
        ("fint", "finnish speakers"),
    ],
)
def test_a_word_is_not_taken_for_one_that_shares_its_stem(word: str, concept: str) -> None:
    vocabulary = shipped()
    assert vocabulary.is_stopword(word) or concept not in vocabulary.concepts_of(word)


def test_a_set_phrase_counts_word_for_word() -> None:
    vocabulary = shipped()
    found = {concept for _, _, concept in vocabulary.set_phrases_in(["folk", "ut", "i", "jobb"])}
    assert "employment" in found
    assert vocabulary.set_phrases_in(["jobb", "i"]) == []


def test_of_set_phrases_the_one_that_holds_the_other_counts() -> None:
    found = {concept for _, _, concept in shipped().set_phrases_in(["maten", "på", "hemmet"])}
    assert found == {"food for the elderly"}


@pytest.mark.parametrize("word", ["korttidsboendet", "bemötandet", "äldreboendena"])
def test_words_in_ende_are_known_with_their_article(word: str) -> None:
    assert shipped().concepts_of(word, as_written=True)


def test_an_ending_is_no_part_of_a_compound() -> None:
    assert "yrkeslär" not in shipped().parts("yrkeslärare")


def test_a_compound_whose_last_part_says_nothing_is_about_its_first() -> None:
    assert shipped().core("tillgänglighetsarbetet") == "tillgänglighet"
    assert shipped().core("biblioteket") is None


@pytest.mark.parametrize(
    "word", ["learn", "dörr", "vardag", "plain", "medborgare", "bidrag", "residents", "group"]
)
def test_a_plain_word_is_never_mended(word: str) -> None:
    assert shipped().nearest(word) is None


def test_a_misspelt_word_is_mended() -> None:
    assert shipped().nearest("kolektivtrafik") == "kollektivtrafik"
    assert shipped().nearest("xyzåäöq") is None


@pytest.mark.parametrize(
    ("word", "concept"),
    [
        ("cars", "care"),
        ("carers", "cars"),
        ("parken", "parking"),
        ("äldre", "ålder"),
        ("spårar", "savings and efficiency"),
        ("miljoner", "environment"),
        ("sorter", "recycling"),
    ],
)
def test_a_listed_word_wins_over_anothers_stem(word: str, concept: str) -> None:
    assert concept not in shipped().concepts_of(word, as_written=True)


def test_typed_without_dots_a_word_is_still_found() -> None:
    assert shipped().concepts_of("snorojning") == shipped().concepts_of("snöröjning")


def test_an_ending_is_no_empty_last_part() -> None:
    assert shipped().core("biologiska") is None
    assert shipped().core("ai-stöd") == "ai"


@pytest.mark.parametrize("word", ["forum", "direkt", "böter", "siktar", "underlaget"])
def test_a_word_that_nobody_knows_is_not_taken_for_a_misspelling_of_a_near_one(word: str) -> None:
    assert shipped().nearest(word) is None


def test_an_inflected_word_is_mended_by_its_stem() -> None:
    assert shipped().nearest("återvinningcentralen") == "återvinningscentral"


def test_words_for_people_are_known_in_their_forms() -> None:
    vocabulary = shipped()
    assert all(map(vocabulary.is_people, ("personalen", "eleverna", "kids", "residents")))
    assert not vocabulary.is_people("bibliotek")


def test_a_word_that_says_nothing_is_in_a_set_phrase_that_very_word() -> None:
    vocabulary = shipped()
    assert vocabulary.set_phrases_in(["starta", "föreningar"])
    assert not vocabulary.set_phrases_in(["står", "först"])


def test_where_people_live_is_known_as_words_for_people_are() -> None:
    vocabulary = shipped()
    assert all(map(vocabulary.is_people, ("byarna", "på landet", "landsbygden", "villages")))


@pytest.mark.parametrize(
    ("verb", "concept"),
    [("kosta", "meals"), ("anlägga", "sports facilities"), ("hushållen", "thrifty use of money")],
)
def test_a_plain_verb_of_a_goal_is_not_taken_for_a_topic(verb: str, concept: str) -> None:
    assert concept not in shipped().concepts_of(verb, as_written=True)


@pytest.mark.parametrize("word", ["kommande", "fyra", "timmarna", "vila", "bero", "metod", "stil"])
def test_a_plain_word_lends_no_meaning_from_one_that_looks_like_it(word: str) -> None:
    assert not shipped().concepts_of(word)


def test_english_words_are_no_parts_of_swedish_compounds() -> None:
    assert "street lighting" in shipped().concepts_of("lit")
    assert "street lighting" not in {
        concept for part in shipped().parts("kvalitet") for concept in shipped().concepts_of(part)
    }


@pytest.mark.parametrize(
    ("word", "concept"),
    [
        ("trafiken", "restaurants"),  # fik
        ("handläggare", "milk and bread"),  # ägg
        ("rörläggare", "milk and bread"),
        ("vårdnadshavare", "lakes and watercourses"),  # hav
        ("drömmar", "mental health"),  # mår
        ("personliga", "organised crime"),  # liga
        ("tillgänglighet", "organised crime"),
        ("samarbetar", "sami"),
        ("politiker", "police"),
        ("restauranger", "food waste"),  # rest
        ("konflikter", "digital tools in school"),  # IKT
    ],
)
def test_letters_that_stand_in_a_word_by_chance_are_no_part_of_it(word: str, concept: str) -> None:
    of_parts = {each for part in shipped().parts(word) for each in shipped().concepts_of(part)}
    assert concept not in of_parts


def test_the_first_part_of_a_compound_is_known_as_it_stands_there() -> None:
    assert shipped().parts("kulturutövare") == ("kultur",)
    assert shipped().parts("föräldraforum") == ("föräldra",)


def test_plain_words_are_parts_of_compounds() -> None:
    assert shipped().parts("larmknappar") == ("larm", "knappar")


@pytest.mark.parametrize(
    ("one", "other"), [("för", "föreningar"), ("plats", "plan"), ("konst", "kontor")]
)
def test_words_that_only_share_a_root_are_no_forms_of_one(one: str, other: str) -> None:
    assert fold(root(one)) == fold(root(other))
    assert not are_forms_of_one(fold(one), fold(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("rum", "rummet"),
        ("plan", "planerna"),
        ("sänka", "sänkning"),
        ("få", "får"),
        ("öppen", "öppna"),
    ],
)
def test_a_word_and_its_inflection_are_forms_of_one(one: str, other: str) -> None:
    assert are_forms_of_one(fold(one), fold(other))


def test_the_words_of_a_phrase_are_met_by_their_own_forms_only() -> None:
    def meant(text: str) -> set[str]:
        return {name for _, _, name in shipped().set_phrases_in(text.split())}

    assert "associations" in meant("lokal föreningen")  # "lokala föreningar"
    assert "associations" not in meant("en lokal för spel")


@pytest.mark.parametrize("word", ["neighbour's", "dog’s"])
def test_what_english_owns_by_is_no_misspelling(word: str) -> None:
    assert shipped().nearest(word) is None
