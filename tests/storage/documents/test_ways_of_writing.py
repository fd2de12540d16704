"""The same decision in the words and marks of different secretaries."""

from __future__ import annotations

from datetime import date

import pytest

from goals.document import GoalDocument
from storage.documents import read_document

GOALS = (
    "Väntetiden till råd och stöd ska vara högst fem dagar",
    "Varje barn ska ha en egen kontakt",
    "Alla medarbetare ska ha gått utbildning i bemötande",
)
DAY = date(2026, 11, 10)


def _minutes(
    *,
    heading: str = "Nämndens mål 2027",
    lead: str = "Socialnämnden antar mål för 2027 enligt nedan.",
    marks: tuple[str, str, str] = ("- ", "- ", "- "),
    facts: tuple[str, str, str] = ("§ 55", "SN 2026/88", "2026-11-10"),
    decision: str = "Socialnämndens beslut",
    recipients: str = "Beslutet skickas till",
) -> GoalDocument:
    paragraph, dnr, day = facts
    listed = "\n".join(f"{mark}{goal}" for mark, goal in zip(marks, GOALS, strict=True))
    paper = f"""Nyby kommun (påhittad)
Socialnämnden
Protokollsutdrag {day}

{paragraph}  Mål för socialnämnden 2027    {dnr}

{decision}

{lead}

{heading}
{listed}

{recipients}
Förvaltningschefen
Kansliet
"""
    return read_document("minutes.txt", paper.encode())


def _taken(document: GoalDocument) -> list[str]:
    goals, subgoals = document.goals, document.subgoals
    return [*(each.text for each in goals), *(each.text for each in subgoals)]


@pytest.mark.parametrize(
    "heading",
    [
        *("Målsättning", "Årets mål", "Mål att uppnå under 2027", "Det här ska vi uppnå 2027"),
        *("Detta vill vi uppnå:", "Delmål att nå 2027", "3.2 Nämndens mål för året"),
        *("Målen lyder:", "Följande mål ska gälla:", "Strategiska mål 2027", "Mål/delmål", "MÅL"),
    ],
)
def test_a_list_is_of_goals_whatever_its_heading_calls_them(heading: str) -> None:
    assert _taken(_minutes(heading=heading)) == list(GOALS)


@pytest.mark.parametrize(
    "lead",
    [
        *("att som mål för 2027 anta", "att målen för 2027 ska vara"),
        *("Följande antas som nämndens mål 2027:", "Nämndens mål för 2027 ska vara följande:"),
    ],
)
def test_a_point_of_the_decision_may_itself_lead_to_the_list(lead: str) -> None:
    assert _taken(_minutes(lead=lead, heading="")) == list(GOALS)


@pytest.mark.parametrize(
    "marks",
    [
        *(("(1) ", "(2) ", "(3) "), ("(a) ", "(b) ", "(c) "), ("a. ", "b. ", "c. ")),
        *(("+ ", "+ ", "+ "), ("> ", "> ", "> "), ("› ", "› ", "› ")),
        *(("M 1. ", "M 2. ", "M 3. "), ("Mål ett: ", "Mål två: ", "Mål tre: ")),
        ("Första målet: ", "Andra målet: ", "Tredje målet: "),
        ("1    ", "2    ", "3    "),
    ],
)
def test_an_item_is_without_its_mark(marks: tuple[str, str, str]) -> None:
    assert _taken(_minutes(marks=marks)) == list(GOALS)


@pytest.mark.parametrize(
    "paragraph", ["§ 55", "SN § 55", "SnAU § 55", "§ 55/2026", "§ SN 55", "Paragraf 55"]
)
def test_a_paragraph_is_known_however_it_is_written(paragraph: str) -> None:
    read = _minutes(facts=(paragraph, "SN 2026/88", "2026-11-10"))
    assert read.paragraph == paragraph


@pytest.mark.parametrize(
    ("written", "dnr"),
    [
        *(("Dnr SN:2026:88", "SN:2026:88"), ("Ärendenr: 2026SN0088", "2026SN0088")),
        *(("Dnr 2026-SN-0088", "2026-SN-0088"), ("Diarienr: 2026-00088 1.1.2", "2026-00088 1.1.2")),
        *(("SN.2026.88", "SN.2026.88"), ("Dnr SN 2026–88", "SN 2026–88")),
        ("SN 107/26", "SN 107/26"),
    ],
)
def test_a_diary_number_is_known_however_it_is_written(written: str, dnr: str) -> None:
    assert _minutes(facts=("§ 55", written, "2026-11-10")).dnr == dnr


@pytest.mark.parametrize(
    "day",
    [
        *("10 november 2026", "tisdagen den 10 november 2026", "10 nov. 2026", "10.11.2026"),
        *("10/11 2026", "2026/11/10", "2026-11-10--11"),
    ],
)
def test_a_day_is_known_however_it_is_written(day: str) -> None:
    assert _minutes(facts=("§ 55", "SN 2026/88", day)).date == DAY


@pytest.mark.parametrize(
    "heading",
    ["Beslutet", "Nämndens beslut i ärendet", "Beslut (enhälligt)", "Socialnämnden har beslutat"],
)
def test_a_decision_is_one_under_any_heading_that_says_so(heading: str) -> None:
    assert _minutes(decision=heading).decided


@pytest.mark.parametrize(
    "heading",
    [
        *("Mottagare av beslutet", "Beslutet anmäls till", "Meddelas", "Ärendet går vidare till"),
        "Beslutet skickas för kännedom till",
    ],
)
def test_recipients_are_told_under_any_heading_that_says_so(heading: str) -> None:
    assert _minutes(recipients=heading).recipients == ("Förvaltningschefen", "Kansliet")


def _in_prose(sentences: str) -> GoalDocument:
    paper = f"""Nyby kommun (påhittad)
Tjänsteskrivelse
2026-10-10
SN 2026/88

Socialnämnden

Mål för socialnämnden 2027

Förslag till beslut
Socialnämnden antar mål för 2027 enligt förslaget.

Ärendet
Förvaltningen har berett frågan under våren. {sentences} Förslaget ska behandlas i samverkan.
"""
    return read_document("proposal.txt", paper.encode())


SWIM, WAIT = "fler barn ska lära sig simma", "ingen ska behöva vänta mer än en vecka"


@pytest.mark.parametrize(
    "sentences",
    [
        f"Förvaltningen föreslår två mål: att {SWIM} och att {WAIT}.",
        f"Förvaltningen föreslår två mål, dels att {SWIM}, dels att {WAIT}.",
        f"Förvaltningen föreslår två mål. Det första är att {SWIM}. Det andra är att {WAIT}.",
        f"Förslaget innebär att nämnden får två mål: 1) {SWIM} 2) {WAIT}.",
        f"Som mål föreslås att {SWIM} samt att {WAIT}.",
        f"De föreslagna målen är att {SWIM} och att {WAIT}.",
        f"Mål 1 är att {SWIM}. Mål 2 är att {WAIT}.",
        f"Nämnden ska ha som mål att {SWIM}. Vidare ska nämnden ha som mål att {WAIT}.",
        f"Förvaltningen föreslår följande mål: ”{SWIM}” och ”{WAIT}”.",
        f"Det första målet lyder ”{SWIM}” och det andra ”{WAIT}”.",
        f"När det gäller barn är förslaget till mål att {SWIM}. Nämndens andra mål är att {WAIT}.",
    ],
)
def test_goals_in_running_text_are_read(sentences: str) -> None:
    assert [text.casefold() for text in _taken(_in_prose(sentences))] == [SWIM, WAIT]


@pytest.mark.parametrize(
    "heading",
    [
        *("Så når vi målen", "Föregående års mål", "Mål för 2026", "Syftet med målen"),
        *("Avslagna förslag till mål", "Motivering till målen", "Förvaltningens mål"),
        *("Ledamot (A) yrkar följande:", "Ledamot (B) föreslår i stället följande mål:"),
        *("(C) reserverar sig till förmån för följande mål:", "Regionen föreslår följande mål:"),
    ],
)
def test_another_list_beside_the_goals_is_not_taken(heading: str) -> None:
    others = (
        f"{GOALS[2]}\n\n{heading}\n- Fler ska få stöd\n- Kostnaderna ska minska med en tredjedel"
    )
    document = read_document(
        "minutes.txt",
        f"""Nyby kommun (påhittad)
Socialnämnden
Protokollsutdrag 2026-11-10

§ 55  Mål för socialnämnden 2027    SN 2026/88

Nämndens mål 2027
- {GOALS[0]}
- {GOALS[1]}
- {others}
""".encode(),
    )
    assert _taken(document) == list(GOALS)


AIMS = ("Trygga barn i hela kommunen", "En socialtjänst som är lätt att nå")
STEPS = (
    ("Alla orosanmälningar ska bedömas samma dag", "Varje barn ska ha en egen kontakt"),
    ("Svar på e-post ska ges inom en dag", "Mottagningen ska ha öppet på kvällar"),
)


@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["close", "apart"])
@pytest.mark.parametrize("step", ["- {}", "   * {}", "{letter}) {}", "{goal}.{number} {}"])
@pytest.mark.parametrize("heading", ["Delmål", "Delmål:", "Delmål 2027", "Delmål för 2027:"])
@pytest.mark.parametrize(
    "aim",
    [
        *("Mål {goal}: {}", "Mål {goal} {}", "Mål {goal}\n{}", "Mål: {}", "Nämndmål {goal} – {}"),
        *("{goal}. {}", "{goal} {}", "{letter}. {}", "M{goal} {}", "{}"),
    ],
)
def test_each_subgoal_stands_under_its_goal(aim: str, heading: str, step: str, gap: str) -> None:
    body = "\n\n".join(
        aim.format(text, goal=goal, letter="AB"[goal - 1])
        + gap
        + "\n".join(
            (
                heading,
                *(
                    step.format(each, goal=goal, number=number, letter="ab"[number - 1])
                    for number, each in enumerate(steps, start=1)
                ),
            )
        )
        for goal, (text, steps) in enumerate(zip(AIMS, STEPS, strict=True), start=1)
    )
    plan = f"""Nyby kommun (påhittad)
Socialnämnden
Verksamhetsplan 2027
Antagen av socialnämnden 2026-11-10, § 55. SN 2026/88

Nämndens mål och delmål 2027

{body}

Uppföljning

Nämnden följer upp planen i augusti.
"""
    document = read_document("plan.txt", plan.encode())
    assert [each.text for each in document.goals] == list(AIMS)
    under = [(each.text, each.goal) for each in document.subgoals]
    assert under == [(text, goal) for goal, steps in enumerate(STEPS, start=1) for text in steps]
