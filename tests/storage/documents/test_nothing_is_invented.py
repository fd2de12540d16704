"""Whatever the paper looks like, each text that is read from it stands in it."""

from __future__ import annotations

import random
import unicodedata

from hypothesis import example, given, settings
from hypothesis import strategies as st

from goals.document import GoalDocument
from storage.documents import example_document, read_document
from tests.storage.documents.papers import INVENTED

_LINES = st.one_of(
    st.sampled_from(
        [
            "",
            "",
            "Kommunstyrelsens mål 2024-2026:",
            "Socialnämndens delmål 2025 är:",
            "Mål och delmål 2025",
            "Delmål 2025",
            "Förslag till beslut",
            "Beslut",
            "Kommunstyrelsen beslutar",
            "att fastställa följande mål:",
            "Beslutet ska skickas till",
            "Mål 1: Trygga barn i hela kommunen",
            "Mål 2",
            "1. Trygga skolor med kultur- och",
            "fritidsaktivi-",
            "teter för unga",
            "1.1 Fler lärare i alla klasser",
            "2) Ett gott liv",
            "- Öka kollektivtrafiken i",
            "\uf0b7 Höja kompetensen",
            "• Sänka sjukfrånvaron\u00ad",
            "    – mäts varje år",
            "Sida 2 (3)",
            "Arbetssätt",
            "§ 104 Delmål 2025 (KS 2024/1)",
            "§ 105 Budget",
            "§ 106",
            "a) delmål 1 får lydelsen ”Öka tryggheten”",
            "att delmål 2 utgår",
            "att i delmål 1 byta ut ”Fler” mot ”Färre”",
            "att lägga till ett nytt delmål: Ett gott liv",
            "| Mål | Delmål 2025 | Ansvarig |",
            "| Trygga barn | Fler vuxna i skolan | Rektor |",
            "| | Öka närvaron | Rektor |",
            "Mål                 Delmål 2025          Ansvarig",
            "Trygga barn         Fler vuxna i         Rektor",
            "                    skolan",
            "KF-mål 1: En kommun för alla",
            "Delmål 1.1: Fler ska cykla",
            "TRYGGA SKOLOR",
            "Alla ska känna sig trygga.",
            "Socialnämnden",
        ]
    ),
    st.text(alphabet="aåB1. -–:()§\u00a0\u00ad\tmål", max_size=30),
)


def _letters(text: str) -> str:
    return "".join(each for each in unicodedata.normalize("NFC", text) if each.isalnum())


def _in_order(text: str, source: str) -> bool:
    """Whether the letters of a text stand in the source, one after the other."""
    letters = iter(source)
    return all(each in letters for each in text)


def _stands_in_pieces(text: str, document: GoalDocument, source: str) -> bool:
    """Whether it stands in the source, but for words that a decision puts instead of others.

    What was there before, and what came instead, are both told by a doubt.
    """
    if _in_order(_letters(text), source):
        return True
    told = [each.arguments for each in document.doubts if each.key == "doubt-amended"]
    before = [str(each["from"]) for each in told if each["to"] == text]
    return any(
        _in_order(_letters(each), source)
        and all(_letters(word) in source for word in text.split() if word not in each.split())
        for each in before
    )


def _check(source: str) -> None:
    document = read_document("prov.txt", source.encode() or b"\n")
    lines = [_letters(line) for line in source.split("\n")]
    made = {str(each.arguments["to"]) for each in document.doubts if each.key == "doubt-amended"}
    placed = [(each.text, each.line) for each in document.goals if each.text not in made]
    placed += [(each.text, each.line) for each in document.subgoals if each.text not in made]
    placed += [(each.text, each.line) for each in document.amendments if each.text]
    for text in made | {each.under for each in document.goals if each.under}:
        assert _stands_in_pieces(text, document, "".join(lines))
    for text, line in placed:
        assert text == " ".join(text.split())
        assert line is not None
        # Everything from the line where it is said to stand, in order and nothing between
        # but what a page break puts there.
        assert _in_order(_letters(text), "".join(lines[line - 1 :]))
    for text in (*document.decision_points, *document.recipients):
        assert _in_order(_letters(text), "".join(lines))


@settings(max_examples=400, deadline=None)
@given(st.lists(_LINES, max_size=25).map("\n".join))
@example("")
@example("Kommunstyrelsen beslutar\nMål 2\natt lägga till ett nytt delmål: Ett gott liv")
def test_no_text_is_invented(source: str) -> None:
    _check(source)


def test_no_text_is_invented_when_the_lines_of_real_papers_are_shuffled() -> None:
    chance = random.Random(2025)
    papers = [example_document()[1], *(each.read_bytes() for each in INVENTED.glob("*.txt"))]
    lines = [line for paper in papers for line in paper.decode().split("\n")]
    for _ in range(200):
        start = chance.randrange(len(lines))
        some = lines[start : start + 30] + chance.sample(lines, 20)
        _check("\n".join(some))
