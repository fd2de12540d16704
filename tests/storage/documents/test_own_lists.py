"""Which of several lists of goals are the paper's own; all papers here are invented (påhittad)."""

from __future__ import annotations

import pytest

from goals.document import GoalDocument
from storage.documents import read_document

_PROPOSAL = """Granköpings kommun (påhittad)
Kulturförvaltningen
Tjänsteskrivelse 2025-09-22
Dnr KUN 2025/77

Kulturnämndens mål 2026–2029 och delmål 2026

Förslag till beslut
Kulturnämnden antar mål för 2026–2029 och delmål för 2026.

Sammanfattning
Nämnden ska inför varje mandatperiod anta mål.

{before}

Mål 2026–2029
- Biblioteken ska nå fler invånare
- Barn och unga ska få uttrycka sig genom kultur

Delmål 2026
- Meröppet bibliotek i Norra Granköping
- Kulturskolan finns i alla kommundelar

{after}

Beslutsunderlag
Minnesanteckningar 2025-08-28
"""
_DECISION = """Lillsjö kommun (påhittad)
Socialnämnden
Protokollsutdrag
Sammanträdesdatum 2025-11-20

§ 93
Socialnämndens delmål 2026
SN 2025/204

Beslut
Socialnämnden beslutar att anta följande delmål för 2026:
- Väntetiden till första samtal är högst två veckor
- Alla med hemtjänst har en fast omsorgskontakt

{before}

Sammanfattning av ärendet
Nämnden antar varje år delmål.

{after}

Beslutsunderlag
Förvaltningens tjänsteskrivelse 2025-10-30
"""
_GOALS_AS_HEADINGS = """Ekestads kommun (påhittad)

Mål och delmål 2026
Fritidsnämnden
Antagen av fritidsnämnden 2025-12-03, § 101

Fritidsnämnden ansvarar för idrott, bad och fritidsgårdar.

{before}

Mål 1: Fler barn och unga rör på sig
Delmål 2026
- Alla i årskurs 4 har provat tre idrotter

Mål 2: Fritidsgårdarna är trygga mötesplatser
Delmål 2026
- Alla gårdar har öppet på fredagar

{after}
"""
_COMMITTEE = """Tallbergs kommun (påhittad)
Utbildningsnämndens arbetsutskott
Protokoll 2025-09-17

§ 112
Förslag till mål för utbildningsnämnden
Diarienummer UN 2025-0431

Arbetsutskottet föreslår att utbildningsnämnden antar mål och delmål.

{before}

Nämndens mål
A. Alla barn lär sig läsa
B. Skolan är trygg för alla

Årets delmål
A1. Skolbibliotekarie på varje skola
B1. Rastvärdar med västar

{after}

Utdrag till
Skolchefen
"""
_OWN = {
    _PROPOSAL: [
        "Biblioteken ska nå fler invånare",
        "Barn och unga ska få uttrycka sig genom kultur",
        "Meröppet bibliotek i Norra Granköping",
        "Kulturskolan finns i alla kommundelar",
    ],
    _DECISION: [
        "Väntetiden till första samtal är högst två veckor",
        "Alla med hemtjänst har en fast omsorgskontakt",
    ],
    _GOALS_AS_HEADINGS: [
        "Fler barn och unga rör på sig",
        "Fritidsgårdarna är trygga mötesplatser",
        "Alla i årskurs 4 har provat tre idrotter",
        "Alla gårdar har öppet på fredagar",
    ],
    _COMMITTEE: [
        "Alla barn lär sig läsa",
        "Skolan är trygg för alla",
        "Skolbibliotekarie på varje skola",
        "Rastvärdar med västar",
    ],
}
_OTHERS = "\n- Skylta om gångvägen till stationen\n- Köpa in två lådcyklar"


def _read(text: str) -> GoalDocument:
    return read_document("papper.txt", text.encode())


def _texts(document: GoalDocument) -> list[str]:
    goals = [goal.text for goal in document.goals]
    return goals + [subgoal.text for subgoal in document.subgoals]


@pytest.mark.parametrize("place", ["before", "after"])
@pytest.mark.parametrize("paper", _OWN, ids=["proposal", "decision", "headings", "committee"])
@pytest.mark.parametrize(
    "said",
    [
        "Styrande mål",
        "Mandatperiodens mål i kommunen är",
        "mål för hela kommunen:",
        "Enligt majoritetens program gäller två mål:",
        "I budget 2026 har fullmäktige pekat ut målen",
        "Mål ovan nämndnivå",
        "Parisavtalets mål",
        "Målen i läroplanen är",
        "Mål ur den politiska plattformen",
        "Delmål 2025",
        "Delmål 2024–2025",
        "För 2025 gällde följande delmål",
        "Utfall för delmålen 2025",
        "Nuvarande delmål",
        "Delmål för kommande år",
        "Delmål 2027 och framåt",
        "Framtida delmål",
        "Tänkbara delmål 2027",
        "Preliminärt tänkta delmål:",
        "Obeslutade delmål",
        "Delmål i väntan på utredning",
        "Delmål från dialogen",
        "I dialogen lyftes följande delmål:",
        "Delmål vi valde bort",
        "Nämnden tackade nej till delmålen:",
        "Oppositionens delmål",
        "En ledamot ville hellre se delmålen:",
        "Tjänstemännens ursprungliga delmål",
        "Personalens delmål",
        "Grannkommunen har valt följande mål:",
        "Ungdomsrådet önskar sig följande delmål:",
        "Villkor för målen",
        "Värderingar bakom målen",
        "Ekonomiska följder av målen",
        "Överlapp mellan målen",
        "Målen kommer att rapporteras enligt nedan:",
        "Revisorernas syn på målen",
        "Granskningen av målen visade",
    ],
)
def test_a_list_over_which_more_is_said_than_the_paper_is_about_is_left_out_and_told(
    said: str, paper: str, place: str
) -> None:
    parts = {"before": "", "after": "", place: said + _OTHERS}
    text = paper.format(**parts)
    document = _read(text)
    line = text[: text.index("\n- Skylta")].count("\n") + 1
    assert _texts(document) == _OWN[paper]
    assert {"doubt-list-left-out", "doubt-other-period"} & {
        doubt.key for doubt in document.doubts if doubt.line in {line, line + 1}
    }


def test_what_the_account_tells_of_goals_is_none_of_the_list_that_has_a_heading() -> None:
    told = f"Bakgrund\nNämnden har följande mål:{_OTHERS}"
    document = _read(_PROPOSAL.format(before=told, after=""))
    assert _texts(document) == _OWN[_PROPOSAL]


def test_goals_that_were_moved_and_not_adopted_are_told_of() -> None:
    moved = f"Yrkanden\nEn ledamot vill lägga till följande delmål:{_OTHERS}"
    document = _read(_DECISION.format(before="", after=moved))
    assert _texts(document) == _OWN[_DECISION]
    assert "doubt-list-left-out" in {doubt.key for doubt in document.doubts}


def test_lists_of_both_years_that_are_decided_on_are_taken() -> None:
    paper = _PROPOSAL.replace("och delmål för 2026.", ", delmål för 2026 samt delmål för 2027.")
    document = _read(paper.format(before="", after=f"Delmål 2027{_OTHERS}"))
    assert [each.year for each in document.subgoals] == [2026, 2026, 2027, 2027]


def test_a_list_that_the_decision_adds_in_words_of_its_own_is_taken() -> None:
    paper = """Bergs stad (påhittad)
Fritidsnämnden
Protokollsutdrag 2025-12-01
§ 90 Fritidsnämndens delmål 2026
Beslut
1. Fritidsnämnden antar delmål för 2026:
   - Ny ridhall är upphandlad
   - Lån av sportutrustning finns i fem byar
2. Fritidsnämnden lägger till följande delmål utöver förvaltningens förslag:
   - Skateparken är renoverad
   - Badplatserna har toaletter
"""
    assert _texts(_read(paper)) == [
        "Ny ridhall är upphandlad",
        "Lån av sportutrustning finns i fem byar",
        "Skateparken är renoverad",
        "Badplatserna har toaletter",
    ]


def test_lists_for_the_parts_of_what_a_body_does_are_taken_beside_the_one_for_all() -> None:
    parts = (
        "Delmål för hemtjänsten\n- Insatserna kommer i tid\n\n"
        "Delmål för särskilt boende\n- Natten är bemannad på alla enheter"
    )
    document = _read(_DECISION.format(before="", after=parts))
    assert _texts(document) == [
        *_OWN[_DECISION],
        "Insatserna kommer i tid",
        "Natten är bemannad på alla enheter",
    ]


def test_a_goal_that_the_list_before_has_too_is_taken_with_the_list_that_holds() -> None:
    before = "Gällande mål\n- Biblioteken ska nå fler invånare\n- Museet ska byggas ut"
    document = _read(_PROPOSAL.format(before=before, after=""))
    assert _texts(document) == _OWN[_PROPOSAL]


def test_without_a_list_of_the_papers_own_none_is_left_out_for_its_words() -> None:
    paper = """Rinkelunds kommun (påhittad)
Servicenämnden
Servicenämndens nämndplan 2026
Antagen 2025-11-20, § 99

Mål vi har för maten
1. Maten ska lagas från grunden

Mål vi har för städningen
2. Städningen ska hålla hög kvalitet
"""
    assert _texts(_read(paper)) == [
        "Maten ska lagas från grunden",
        "Städningen ska hålla hög kvalitet",
    ]


def test_goals_that_hold_are_taken_where_the_decision_is_on_sub_goals_alone() -> None:
    held = "Nämndens mål ligger fast. De är:\n- Alla ska få stöd i tid\n- Barn ska vara trygga"
    document = _read(_DECISION.format(before="", after=held))
    assert [goal.text for goal in document.goals] == [
        "Alla ska få stöd i tid",
        "Barn ska vara trygga",
    ]


@pytest.mark.parametrize("said", ["Framtida delmål", "Personalens delmål", "Delmål vi valde bort"])
def test_sub_goals_of_others_are_none_where_the_decision_is_on_goals_alone(said: str) -> None:
    paper = """Exempelby kommun (påhittad)
Miljönämnden
Protokollsutdrag 2025-10-14

§ 41 Mål och delmål för miljönämnden 2026
Dnr MN 2025/118

Beslut
Miljönämnden antar mål för 2026–2028.

Mål 2026–2028
- Luften i tätorten ska vara ren
- Sjöar och vattendrag ska må bra

"""
    document = _read(f"{paper}{said}{_OTHERS}")
    assert _texts(document) == ["Luften i tätorten ska vara ren", "Sjöar och vattendrag ska må bra"]
    assert "doubt-list-left-out" in {doubt.key for doubt in document.doubts}
