"""What may be typed as a wording, how it is kept, and what is refused."""

from __future__ import annotations

import unicodedata
from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from goals.errors import (
    GoalsError,
    NoWordsError,
    PersonalNumberError,
    SameWordingError,
    TextMissingError,
    TextTooLongError,
    UnchangedWordingError,
)
from goals.goal import Subgoal
from goals.wording import (
    LONGEST_MOTIVATION,
    LONGEST_WORDING,
    WordChange,
    holds_personal_number,
    is_blank,
    lookalikes,
    plain_language_hints,
    read_line,
    read_paragraphs,
    read_wording,
    word_change,
)

FAMILY = "\N{MAN}\u200d\N{WOMAN}\u200d\N{GIRL}\u200d\N{BOY}"
ENGLAND = (
    "\N{WAVING BLACK FLAG}" + "".join(chr(0xE0000 + ord(sign)) for sign in "gbeng") + "\U000e007f"
)
PERSIAN = "می\u200cخواهم"
LIST = (
    Subgoal("KS", 2025, 1, "Utveckla kollektivtrafiken"),
    Subgoal("KS", 2025, 2, "Öka  tryggheten\u00a0i centrum", "B"),
    Subgoal("KS", 2025, 3, "Förenkla för företag"),
)


def line(text: str) -> str:
    """As a wording is kept."""
    return read_line(text, longest=LONGEST_WORDING)


class TestWhatIsKept:
    """Every sign that can be seen, as it was typed; what cannot be seen is taken out."""

    @pytest.mark.parametrize(
        "text",
        [
            "<script>alert('hej')</script> & <b>fet</b>",
            "**fet** _kursiv_ [länk](https://example.org) # rubrik",
            '=SUMMA(A1:A9) och =HYPERLINK("x")',
            "100 % \\ %s {x} ${y} ?1 $1 :namn '; DROP TABLE event; --",
            f"Fler {FAMILY} i kommunen",
            f"Utbyte med {ENGLAND} och 🇸🇪",
            "Vi \u2764\ufe0f biblioteket 1\ufe0f\u20e3",
            f"Mer {PERSIAN} i skolan",
            "Å ä ö é ß Ж 漢字",
            "‘citat’ – tankstreck … § 12",
        ],
    )
    def test_is_what_was_typed(self, text: str) -> None:
        assert line(text) == text
        assert read_paragraphs(text, longest=LONGEST_MOTIVATION) == text

    @pytest.mark.parametrize(
        ("typed", "kept"),
        [
            ("  Mer\ttrafik \n i\u00a0dag\u3000nu ", "Mer trafik i dag nu"),
            (
                "Mer\r\ntrafik\rnu\u2028så\u2029ja\x85och\x0bså\x0cvidare",
                "Mer trafik nu så ja och så vidare",
            ),
            ("Bib\u200blio\u00adtek\ufeff\u2060et", "Biblioteket"),
            ("\u202etxet\u202c \u2066och\u2069 \u200eså\u200f", "txet och så"),
            ("Tra\u200d\u200cfik\u200d", "Trafik"),
            ("Tra\ufe0ffik\ufe0f", "Trafik"),
            ("Trafik" + "".join(chr(0xE0000 + ord(sign)) for sign in " dolt"), "Trafik"),
            ("🎯\ufe0f\ufe01\ufe02 mål", "🎯\ufe0f mål"),
            ("Tra\u0000f\u0007ik\u001b", "Trafik"),
            ("Tra\ud800fik", "Trafik"),
            ("e\u0301n A\u030a", "én Å"),
            ("e\u200b\u0301n", "én"),
            ("\u3164Trafik\u2800\u115f", "Trafik"),
        ],
    )
    def test_is_without_what_nobody_sees(self, typed: str, kept: str) -> None:
        assert line(typed) == kept

    def test_of_several_lines_is_every_line_and_at_most_one_empty_one(self) -> None:
        typed = " Först. \r\n\r\n\n\n Sedan\t så.\u2028Sist. \n"
        kept = read_paragraphs(typed, longest=LONGEST_MOTIVATION)
        assert kept == "Först.\n\nSedan så.\nSist."

    @given(st.text(max_size=40))
    @example("e\u200b\u0301\u200d🎯")
    @example("\u1100\u200d\u1161")
    def test_stays_the_same_when_it_is_read_again(self, typed: str) -> None:
        for read in (line, lambda text: read_paragraphs(text, longest=500)):
            try:
                kept = read(f"a {typed}")
            except GoalsError:
                continue
            assert read(kept) == kept
            assert unicodedata.is_normalized("NFC", kept)
            assert kept.encode("utf-8")


class TestWhatIsRefused:
    """Beside the field, until it is mended."""

    @pytest.mark.parametrize(
        "text",
        ["", "  ", "\n\t\r\n", "\u200b\u200d\ufeff", "\u202e\u2066", "\u3164", "\u2800", "\ud800"],
    )
    def test_is_what_is_blank(self, text: str) -> None:
        assert is_blank(text)
        for read in (read_line, read_paragraphs):
            with pytest.raises(TextMissingError):
                read(text, longest=9)

    @pytest.mark.parametrize(
        "text", ["🎯🎯", FAMILY, ENGLAND, "…", "---", "2025", "1\ufe0f\u20e3", "§ 12"]
    )
    def test_is_what_has_no_words(self, text: str) -> None:
        assert not is_blank(text)
        for read in (read_line, read_paragraphs):
            with pytest.raises(NoWordsError):
                read(text, longest=99)

    def test_is_what_is_too_long_and_it_is_said_how_long_it_is(self) -> None:
        assert line("ö" * LONGEST_WORDING) == "ö" * LONGEST_WORDING
        for read, longest in ((read_line, LONGEST_WORDING), (read_paragraphs, LONGEST_MOTIVATION)):
            with pytest.raises(TextTooLongError) as refusal:
                read("ö" * 5_000, longest=longest)
            assert refusal.value.arguments == {"most": longest, "length": 5_000}

    def test_is_not_what_is_only_long_by_what_nobody_sees(self) -> None:
        assert line("a" + "\u200b" * 5_000 + "  " * 5_000 + "b") == "a b"

    @pytest.mark.parametrize(
        "text",
        [
            "Utveckla kollektivtrafiken",
            " Utveckla\u00a0kollektiv\u00adtrafiken\n",
            "Utveckla kollektivtrafiken\u200d",
        ],
    )
    def test_is_the_wording_that_stands_there_already(self, text: str) -> None:
        with pytest.raises(UnchangedWordingError):
            read_wording(text, subgoals=LIST, changes=LIST[0])

    def test_is_the_same_wording_where_the_list_has_it_in_odd_blanks(self) -> None:
        for text in (LIST[1].text, "Öka tryggheten i centrum", "O\u0308ka tryggheten i centrum"):
            with pytest.raises(UnchangedWordingError):
                read_wording(text, subgoals=LIST, changes=LIST[1])

    @pytest.mark.parametrize(
        "text", ["utveckla KOLLEKTIVTRAFIKEN.", "Utveckla – kollektivtrafiken!"]
    )
    def test_is_the_wording_of_another_subgoal(self, text: str) -> None:
        for changes in (None, LIST[2]):
            with pytest.raises(SameWordingError) as refusal:
                read_wording(text, subgoals=LIST, changes=changes)
            assert refusal.value.arguments == {"number": "1"}
        with pytest.raises(SameWordingError) as by_code:
            read_wording("öka tryggheten i centrum", subgoals=LIST)
        assert by_code.value.arguments == {"number": "B"}

    def test_is_not_a_capital_or_a_sign_that_is_to_be_mended(self) -> None:
        mended = "Utveckla kollektivtrafiken."
        assert read_wording(mended, subgoals=LIST, changes=LIST[0]) == mended


NUMBERS = [
    "811218-9876",
    "19811218-9876",
    "811218+9876",
    "18811218-9876",
    "20121212-1212",
    "811218 - 9876",
    "811218 -9876",
    "19 811218-9876",
    "19811218 9876",
    "198112189876",
    "8112189876",
    "811218 9876",
    "81 12 18-9876",
    "81 12 18 9876",
    "1981 12 18 9876",
    "1981 1218-9876",
    "811218–9876",
    "811218—9876",
    "811218\u20119876",
    "811218\u22129876",
    "811218\u00a0\u2013\u00a09876",
    "811218-98 76",
    "811218--9876",
    "1981-12-18-9876",
    "1981-12-18 9876",
    "1981.12.18-9876",
    "81/12/18-9876",
    "811218.9876",
    "811218/9876",
    "811218_9876",
    "811218*9876",
    "８１１２１８－９８７６",
    "１９８１１２１８９８７６",
    "٨١١٢١٨-٩٨٧٦",
    "811278-9873",
    "19811278-9873",
    "8112789873",
    "000229-1234",
    "811218\u200b-\u200b9876",
    "8112\u200d18\ufe0f-98\u00ad76",
    "811218\n-9876",
]
"""The Swedish Tax Agency's own example, 811218-9876, in every spelling; others with the same date
or with invented last digits."""


class TestAPersonalIdentityNumber:
    """Is refused, whatever it is spelled like; what only has digits is not."""

    @pytest.mark.parametrize("number", NUMBERS)
    def test_is_found(self, number: str) -> None:
        assert holds_personal_number(number)

    @pytest.mark.parametrize("number", NUMBERS)
    @pytest.mark.parametrize(
        "text",
        [
            "Det gäller {}.",
            "{}, som bor här",
            "pnr{}",
            "({})",
            "”{}”",
            "{}abc",
            "dnr KS 2025/39: {}",
            "a{}a",
        ],
    )
    def test_is_found_wherever_it_stands(self, text: str, number: str) -> None:
        for read in (read_line, read_paragraphs):
            with pytest.raises(PersonalNumberError):
                read(f"Ord. {text.format(number)}", longest=LONGEST_MOTIVATION)

    @pytest.mark.parametrize(
        "text",
        [
            "KS 2025/39",
            "KS/2018:4",
            "KS 2003-0299-04",
            "dnr 2024-01234",
            "§ 234, 107/16",
            "070-123 45 67",
            "070-1234567",
            "0701-23 45 67",
            "+46 70 123 45 67",
            "08-121 212 34",
            "08-123 456 78",
            "0411-55 00 00",
            "556036-0793",
            "5560360793",
            "1 200 000 kr",
            "12 000 000 000 kronor",
            "2024–2026",
            "2024 2025 2026 2027",
            "2025-03-01",
            "20250301",
            "1 mars 2025",
            "2025-01-01–2025-12-31",
            "2025-01-01 - 2025-12-31",
            "2024-12-31, 2025-12-31",
            "250101-251231",
            "20250101-20251231",
            "2025-03-01 kl. 12:30",
            "kl. 10:15–12:30",
            "991332-1234",
            "811200-9876",
            "811218-987",
            "811218-98765",
            "1811218-9876",
            "123456789012345678",
            "8112189875",
            "811218 9875",
            "bankgiro 5050-1055",
            "sida 12, 34, 56-7890",
        ],
    )
    def test_is_not_seen_in_other_numbers(self, text: str) -> None:
        assert not holds_personal_number(text)
        assert line(f"Enligt {text}.") == f"Enligt {text}."

    @given(
        st.dates(date(1900, 1, 1), date(2029, 12, 31)),
        st.integers(0, 9999),
        st.sampled_from(
            ["{:%Y%m%d}-{:04}", "{:%y%m%d}-{:04}", "{:%y%m%d}+{:04}", "{:%Y%m%d}{:04}"]
        ),
    )
    def test_is_found_for_every_day_and_every_last_digits(
        self, born: date, last: int, spelling: str
    ) -> None:
        assert holds_personal_number(spelling.format(born, last))

    @given(
        st.dates(date(1990, 1, 1), date(2040, 1, 1)),
        st.integers(0, 3000),
        st.sampled_from(["–", " – ", "-", " - ", "--", " till ", ", "]),
    )
    def test_is_never_seen_in_two_days(self, first: date, days: int, between: str) -> None:
        last = first + timedelta(days=days)
        assert not holds_personal_number(f"{first}{between}{last}")
        assert not holds_personal_number(f"{first:%Y%m%d}{between}{last:%Y%m%d}")


class TestHints:
    """Advice, never a refusal."""

    def test_a_sentence_of_more_than_25_words(self) -> None:
        assert plain_language_hints(" ".join(["ord"] * 25)) == ()
        (hint,) = plain_language_hints("Kort. " + " ".join(["Ord"] * 26))
        assert (hint.key, hint.arguments) == ("hint-long-sentence", (("words", 26),))

    @pytest.mark.parametrize("text", ["bl.a. bussar", "t ex bussar", "bussar m.m.", "bussar etc"])
    def test_an_abbreviation(self, text: str) -> None:
        (hint,) = plain_language_hints(text)
        assert hint.key == "hint-abbreviation"
        assert str(dict(hint.arguments)["abbreviation"]) in text

    def test_plain_words_get_none(self) -> None:
        assert plain_language_hints("Utveckla arbetet kring tillgänglighetsarbetet i KS.") == ()


class TestLookalikes:
    """Sub-goals that say nearly the same."""

    def test_are_pointed_out_the_closest_first(self) -> None:
        first = Subgoal("KS", 2025, 4, "Utveckla kollektivtrafiken och gångvägarna")
        found = lookalikes("Utveckla kollektivtrafik", (first, *LIST))
        assert [each.number for each in found] == [1, 4]
        found = lookalikes("Utveckla kollektivtrafiken och gångvägar", (*LIST, first))
        assert [each.number for each in found][:1] == [4]

    def test_are_not_what_only_shares_a_word(self) -> None:
        assert lookalikes("Utveckla biblioteket", LIST) == ()


class TestTheDifferenceInWords:
    """For the eye and for the ear: never by colour only."""

    def test_is_what_is_gone_and_what_has_come(self) -> None:
        assert word_change("Öka tryggheten i centrum", "Öka tryggheten och trivseln i byn") == (
            WordChange(("centrum",), ("och trivseln", "byn"))
        )

    def test_is_nothing_between_the_same_words(self) -> None:
        assert word_change("a  b", "a b") == WordChange((), ())
