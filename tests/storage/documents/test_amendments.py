"""The words that decisions amend a list with."""

from __future__ import annotations

import pytest

from goals.document import AmendmentKind, GoalDocument
from storage.documents import read_document
from storage.documents.amended.words import amendments_in

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
        ("Mål 6 tillkommer: Fler ska cykla", (ADD, None, "Fler ska cykla")),
        ("Ny punkt 6: ”Fler ska cykla”", (ADD, None, "Fler ska cykla")),
        ("efter punkten 3 införs en ny punkt: ”Fler ska gå”", (ADD, None, "Fler ska gå")),
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
        ("sista meningen i delmål 3 utgår", ("3", "sista meningen", "")),
        ("i delmål 2 ska ”bör” vara ”ska”", ("2", "bör", "ska")),
        ("mål 1: efter ordet ”kost” införs orden ”och dryck”", ("1", "kost", "kost och dryck")),
        ("i mål 1 läggs ”alla” till före ”barn”", ("1", "barn", "alla barn")),
        ("delmål 1 kompletteras i slutet med orden ”senast i maj”", ("1", None, "senast i maj")),
        ("i delmål 3 utgår första meningen", ("3", "första meningen", "")),
    ],
)
def test_words_that_give_way(clause: str, stated: tuple[str, str | None, str]) -> None:
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


BEFORE = (
    "Väntetiden ska vara högst tio dagar",
    "Varje barn ska ha en kontakt",
    "Kön till boende ska halveras",
    "Personalen ska ha gått en utbildning",
)
SHORTER = "Kön till boende ska vara borta"
PLAN = "Alla ska ha en plan"


def _decided(amending: str) -> GoalDocument:
    listed = "\n".join(f"{number}. {text}" for number, text in enumerate(BEFORE, start=1))
    paper = f"""Nyby kommun (påhittad)
Socialnämnden
Protokollsutdrag 2026-11-10

§ 55  Delmål för socialnämnden 2027    SN 2026/88

Socialnämndens beslut

Nämnden antar arbetsutskottets förslag till delmål för 2027 {amending}

Bakgrund

Arbetsutskottets förslag till delmål för 2027:

{listed}
"""
    return read_document("minutes.txt", paper.encode())


def _reworded(amending: str) -> tuple[str, list[str]]:
    return amending, [*BEFORE[:2], SHORTER, BEFORE[3]]


def _removed(amending: str) -> tuple[str, list[str]]:
    return amending, [*BEFORE[:3]]


def _added(amending: str) -> tuple[str, list[str]]:
    return amending, [*BEFORE, PLAN]


@pytest.mark.parametrize(
    ("amending", "after"),
    [
        _reworded(f"med följande ändring: Delmål 3: ”{SHORTER}”."),
        _reworded(f"med den ändringen att delmål tre får lydelsen ”{SHORTER}”."),
        _reworded(f"med ändring av delmål 3, som ska lyda ”{SHORTER}”."),
        _reworded(f"med ändringen att lydelsen av delmål 3 blir ”{SHORTER}”."),
        _reworded(f"med ändringen att texten i delmål 3 ersätts med ”{SHORTER}”."),
        _reworded(f"med det tillägget att delmål 3 även ska gälla barn och lyder: ”{SHORTER}”."),
        _reworded("med ändringen att delmål 3 ändras från ”halveras” till ”vara borta”."),
        _reworded("med ändringen att ordet ”halveras” ersätts av orden ”vara borta” i delmål 3."),
        _reworded(f"med följande ändringar.\n\nDelmål 3 får följande lydelse:\n{SHORTER}\n"),
        (
            "med ändringen att delmål 2 slås samman med delmål 3 till ”Alla ska få bo”.",
            [BEFORE[0], "Alla ska få bo", BEFORE[3]],
        ),
        (
            "med den ändringen att delmål 4 kompletteras med orden ”i bemötande”.",
            [*BEFORE[:3], f"{BEFORE[3]} i bemötande"],
        ),
        _removed("dock utgår delmål 4."),
        _removed("med undantag för delmål 4."),
        _removed("förutom delmål 4 som stryks."),
        _removed("med den ändringen att delmål 4 inte antas."),
        _removed("med strykning av delmål 4."),
        _added(f"med tillägget att ett femte delmål lyder ”{PLAN}”."),
        _added(f"med följande tillägg: ”{PLAN}”."),
        _added(f"med tillägget att ”{PLAN}” läggs till som delmål 5."),
        _added(f"med tillägg av ett nytt delmål 5 med lydelsen ”{PLAN}”."),
        _added(f"och lägger till delmålet ”{PLAN}”."),
        ("med den ändringen att delmål 2–3 utgår.", [BEFORE[0], BEFORE[3]]),
        (
            "med ändringen att delmål 2 och 3 ersätts av ett gemensamt delmål: ”Alla ska få bo”.",
            [BEFORE[0], "Alla ska få bo", BEFORE[3]],
        ),
        (
            "med ändringen att delmål 4 delas i två: ”Alla ska utbildas” och ”Chefer ska öva”.",
            [*BEFORE[:3], "Alla ska utbildas", "Chefer ska öva"],
        ),
        (
            (
                f"med ändringarna att delmål 4 utgår, delmål 3 får lydelsen ”{SHORTER}” och"
                f" ett nytt delmål ”{PLAN}” läggs till."
            ),
            [*BEFORE[:2], SHORTER, PLAN],
        ),
    ],
)
def test_a_decision_amends_in_the_words_of_its_secretary(amending: str, after: list[str]) -> None:
    assert [each.text for each in _decided(amending).subgoals] == after


@pytest.mark.parametrize(
    "amending",
    [
        "med ändringen att delmål 3 görs tydligare.",
        "med ändringen att delmål 2 och 3 byter plats.",
        "med tillägget att delmål 4 även ska omfatta vikarier.",
    ],
)
def test_a_change_that_is_not_understood_is_told(amending: str) -> None:
    document = _decided(amending)
    assert [each.text for each in document.subgoals] == list(BEFORE)
    assert "doubt-amendment-unclear" in [each.key for each in document.doubts]


def test_a_goal_that_goes_takes_its_subgoals_and_what_fits_no_goal_is_left_for_none() -> None:
    paper = """Nyby kommun (påhittad)
Socialnämnden
Protokollsutdrag 2026-11-10

§ 55  Mål och delmål för socialnämnden 2027    SN 2026/88

Beslut

Nämnden antar arbetsutskottets förslag med följande ändringar:
- mål 1 utgår
- mål 2 får lydelsen ”Alla ska få bo kvar”
- mål 9 utgår

Arbetsutskottets förslag till mål och delmål 2027

Mål 1: Kön ska vara kort
Delmål 1.1: Alla ska få ett svar inom en dag
Mål 2: Alla ska få bo
Delmål 2.1: Tio hem ska vara byggda
"""
    document = read_document("minutes.txt", paper.encode())
    assert [each.text for each in document.goals] == ["Alla ska få bo kvar"]
    assert [(each.text, each.goal) for each in document.subgoals] == [
        ("Tio hem ska vara byggda", 1)
    ]
    told = [(each.key, each.line) for each in document.doubts]
    assert ("doubt-amendment-misfit", 12) in told
    assert sum(key == "doubt-amended-removed" for key, _ in told) == 2
    assert document.amendments == ()
