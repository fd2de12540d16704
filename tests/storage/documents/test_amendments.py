"""The words that decisions amend a list with."""

from __future__ import annotations

import pytest

from goals.document import AmendmentKind
from storage.documents.amendments import amendments_in

ADD, REMOVE = AmendmentKind.ADD, AmendmentKind.REMOVE
REPLACE, REWORD = AmendmentKind.REPLACE, AmendmentKind.REWORD


@pytest.mark.parametrize(
    ("clause", "stated"),
    [
        ("delmål 3 får lydelsen ”Minst hälften av köpen”", (REWORD, "3", "Minst hälften av köpen")),
        ("delmål 2 ska ha lydelsen ”Vatten”", (REWORD, "2", "Vatten")),
        ('att delmål 1.2 ändras till "Foo bar"', (REWORD, "1.2", "Foo bar")),
        ("ändra delmål A3 till: Öka andelen", (REWORD, "A3", "Öka andelen")),
        ("att ersätta delmål 3 med ”Foo”", (REWORD, "3", "Foo")),
        ("att ge delmål 3 lydelsen ”Xa”", (REWORD, "3", "Xa")),
        ("det andra delmålet får lydelsen ”Xa”", (REWORD, "2", "Xa")),
        ("delmål 5 utgår", (REMOVE, "5", None)),
        ("att stryka delmål 4,", (REMOVE, "4", None)),
        ("delmålet ”Sänka avgiften” utgår", (REMOVE, "Sänka avgiften", None)),
        ("som nytt delmål läggs till ”Ta fram en plan”", (ADD, None, "Ta fram en plan")),
        ("ett nytt delmål läggs till: ”Byta gatljus”", (ADD, None, "Byta gatljus")),
        ("att lägga till ett nytt delmål: Öka tryggheten", (ADD, None, "Öka tryggheten")),
        ("Nytt delmål: Fler ska cykla", (ADD, None, "Fler ska cykla")),
    ],
)
def test_one_amendment(clause: str, stated: tuple[AmendmentKind, str | None, str | None]) -> None:
    assert [(each.kind, each.target, each.text) for each in amendments_in(clause)] == [stated]


@pytest.mark.parametrize(
    ("clause", "stated"),
    [
        ("att i delmål 2 byta ut ”tolv” mot ”sex”", ("2", "tolv", "sex")),
        ("i delmål 2 ersätts ”a b” med ”c”", ("2", "a b", "c")),
        ("ordet ”öka” i delmål 2 ersätts med ”minska”", ("2", "öka", "minska")),
        ("i delmål 3 stryks orden ”och äldre”", ("3", "och äldre", "")),
    ],
)
def test_words_that_give_way(clause: str, stated: tuple[str, str, str]) -> None:
    (found,) = amendments_in(clause)
    assert found.kind is REPLACE
    assert (found.target, found.replaced, found.text) == stated


def test_several_may_be_removed_at_once() -> None:
    assert [each.target for each in amendments_in("Delmål 4, 6 samt 7 stryks.")] == ["4", "6", "7"]


@pytest.mark.parametrize(
    "clause",
    [
        "att fastställa delmålen för 2025",
        "att anta delmål 2025 enligt förslaget",
        "Övriga delmål är oförändrade.",
        "att delmål 3 ska följas upp i maj",
        "att lägga till ett nytt delmål om trygghet",
        "delmål 3 ändras till att gälla alla",
        "att delmålen korrigeras enligt dialog på arbetsutskottets sammanträde",
    ],
)
def test_what_states_no_wording_amends_nothing_by_itself(clause: str) -> None:
    assert list(amendments_in(clause)) == []
