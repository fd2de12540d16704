"""What stands in a committee's extract beside its goals, and is none of them (invented)."""

from __future__ import annotations

import pytest

from storage.documents import read_document

_EXTRACT = """Exempelby kommun (påhittad)
Miljönämndens arbetsutskott
Sammanträdesprotokoll 2025-10-14

§ 41 Mål och delmål för miljönämnden 2026
Dnr MN 2025/118

{before}

Arbetsutskottets förslag till miljönämnden
Miljönämnden beslutar
att anta följande mål för 2026–2028
att anta följande delmål för 2026

Mål 2026–2028
1. Luften i tätorten ska vara ren
2. Sjöar och vattendrag ska må bra

Delmål 2026
1.1 Mäta partiklar på två gator
1.2 Informera om vedeldning
2.1 Inventera enskilda avlopp runt sjön

{after}

Beslutsunderlag
Tjänsteskrivelse 2025-09-30
"""
_GOALS = ["Luften i tätorten ska vara ren", "Sjöar och vattendrag ska må bra"]
_SUBGOALS = [
    "Mäta partiklar på två gator",
    "Informera om vedeldning",
    "Inventera enskilda avlopp runt sjön",
]
_OTHERS = """
- Mäta buller vid två skolor
- Ta fram en luftvårdsplan"""


@pytest.mark.parametrize("place", ["before", "after"])
@pytest.mark.parametrize(
    "said",
    [
        "Kommunfullmäktige beslutade den 12 juni 2023, § 88, om följande mål för mandatperioden:",
        "Fullmäktige har antagit två mål som berör nämnden:",
        "Mål som nämnden ska bidra till",
        "Mål i översiktsplanen",
        "Regionala miljömål",
        "Följande delmål föreslås utgå:",
        "Två delmål ströks:",
        "Delmål som bereds vidare",
        "Delmål som skjuts till 2027",
        "Delmål som flyttas till förvaltningens verksamhetsplan",
        "Delmål som diskuterades",
        "Delmål som inte uppnåddes",
        "Delmål där finansiering saknas",
        "Delmål att återkomma till",
        "Delmål med reservation",
        "Inkomna förslag till delmål",
        "Förvaltningen föreslog dessutom delmålen",
        "Utskottet avslår förslagen till delmål",
        "Utskottet avstyrker följande:",
        "Arbetsutskottet noterar att följande delmål redan är uppfyllda",
        "Förutsättningar för målen",
        "Under delmål 2.1 ingår",
    ],
)
def test_a_list_of_goals_that_something_else_is_said_of_is_not_taken(said: str, place: str) -> None:
    parts = {"before": "", "after": "", place: said + _OTHERS}
    document = read_document("utdrag.txt", _EXTRACT.format(**parts).encode())
    assert [goal.text for goal in document.goals] == _GOALS
    assert [subgoal.text for subgoal in document.subgoals] == _SUBGOALS


def test_labelled_goals_of_the_world_are_none_of_the_committees() -> None:
    world = "Koppling till Agenda 2030\n- Mål 6 Rent vatten\n- Mål 11 Hållbara städer"
    document = read_document("utdrag.txt", _EXTRACT.format(before=world, after="").encode())
    assert [goal.text for goal in document.goals] == _GOALS
