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
        *(
            ("SN 1. ", "SN 2. ", "SN 3. "),
            ("SN 1  ", "SN 2  ", "SN 3  "),
            ("M 1. ", "M 2. ", "M 3. "),
            ("Mål ett: ", "Mål två: ", "Mål tre: "),
        ),
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


@pytest.mark.parametrize(
    "goal",
    [
        *("200 enskilda avlopp ska ha kontrollerats", "3 av 4 elever ska ha sett scenkonst"),
        "40 000 personer ska besöka museet",
    ],
)
def test_a_goal_that_begins_with_a_figure_is_without_its_number(goal: str) -> None:
    document = _minutes(heading=f"Nämndens mål 2027\n1. {goal}", marks=("2. ", "3. ", "4. "))
    assert _taken(document) == [goal, *GOALS]


@pytest.mark.parametrize("name", ["Fullmäktiges inriktning", "Kommunfullmäktiges prioritering"])
def test_what_the_council_wants_stands_over_the_goals_whatever_it_is_called(name: str) -> None:
    over = "Invånarna ska ha förtroende för kommunen"
    document = _minutes(heading=f"Nämndens mål 2027\n\n{name}: {over}")
    assert [(each.text, each.under) for each in document.goals] == [(each, over) for each in GOALS]


@pytest.mark.parametrize("before", ["Nuvarande mål", "Gällande mål 2027", "Dagens mål"])
@pytest.mark.parametrize("after", ["Nya mål", "Mål efter revideringen", "Förslag till mål"])
def test_of_the_list_until_now_and_the_one_to_come_the_latter_is_read(
    before: str, after: str
) -> None:
    old = "\n".join(("- Väntetiden ska vara högst tio dagar", f"- {GOALS[1]}"))
    lead = "Socialnämnden reviderar sina mål för 2027."
    document = _minutes(lead=lead, heading=f"{before}\n{old}\n\n{after}")
    assert _taken(document) == list(GOALS)


@pytest.mark.parametrize("told", ["Delårsrapport 2026", "Uppföljning per augusti 2026"])
def test_what_a_title_reports_of_the_year_before_is_not_what_the_paper_is_for(told: str) -> None:
    listed = "\n".join(f"- {goal}" for goal in GOALS)
    document = read_document(
        "report.txt",
        f"""Nyby kommun (påhittad)
Socialnämnden 2026-10-10
SN 2026/88

{told} och mål för 2027

Måluppfyllelse 2026
Mål 2026
- Alla ska få svar inom en vecka
- Ingen ska vänta på en plats

Mål 2027
{listed}
""".encode(),
    )
    assert (document.years, _taken(document)) == ((2027,), list(GOALS))


def test_a_goal_may_end_in_a_preposition_and_what_tells_of_it_is_no_part_of_it() -> None:
    goals = ("Nyby ska vara bland länets tre bästa kommuner att driva företag i", *GOALS[1:])
    told = "Kommunen ligger på plats sex i länet."
    listed = "\n".join(f"{number}. {goal}\n{told}" for number, goal in enumerate(goals, start=1))
    wide = "Nämnden har gått igenom målen vid två tillfällen under hösten och tagit fram dem nedan."
    document = read_document(
        "goals.txt",
        f"""Nyby kommun (påhittad)
Socialnämndens mål 2027
Antagna av socialnämnden 2026-11-10, § 55

{wide}

Nämndens mål
{listed}
""".encode(),
    )
    assert _taken(document) == list(goals)


@pytest.mark.parametrize("paper", ["Styrelsens beslut", "Beslut"])
@pytest.mark.parametrize("name", ["Nybyvatten AB", "AB Nybyhem", "Stiftelsen Nyby museum"])
def test_a_companys_paper_is_the_companys_though_the_council_has_directed_it(
    name: str, paper: str
) -> None:
    listed = "\n".join(f"- {goal}" for goal in GOALS)
    document = read_document(
        "company.txt",
        f"""{name}
Ett bolag i Nyby kommun (påhittad)
Styrelsemöte 2026-11-10

§ 9 Bolagets mål för 2027

{paper}
Styrelsen fastställer bolagets mål för 2027.

Bolagets mål 2027
{listed}

Bakgrund
Kommunfullmäktige har i ägardirektivet satt ramen. Kommunstyrelsen har uppsikt.

Protokollet skickas till
Kommunstyrelsen
""".encode(),
    )
    assert (document.body, _taken(document)) == (name, list(GOALS))


def test_points_go_on_after_what_is_listed_under_one() -> None:
    document = _minutes(
        lead="""Nämnden
1. godkänner tidplanen
   - uppföljning i maj
2. fastställer mål för 2027 enligt nedan""",
    )
    assert document.decision_points[-1] == "fastställer mål för 2027 enligt nedan"
    assert _taken(document) == list(GOALS)


@pytest.mark.parametrize(
    "told",
    [
        "- Alla ska få svar inom en vecka – nåddes\n- Ingen ska vänta på plats – nåddes inte",
        """Mål                                 Status
Alla ska få svar inom en vecka      Nås
Ingen ska vänta på en plats         Nås inte""",
        """Mål                                 Utfall       Uppfyllt
Alla ska få svar inom en vecka      96 procent   Ja
Ingen ska vänta på en plats         14 dagar     Nej""",
    ],
    ids=["list", "table", "figures"],
)
def test_goals_that_are_said_to_be_reached_or_not_are_none_beside_the_new_ones(told: str) -> None:
    document = _minutes(heading=f"Resultat 2026\n{told}\n\nMål 2027")
    assert _taken(document) == list(GOALS)


def test_a_list_goes_on_after_the_lines_that_tell_of_each_goal() -> None:
    listed = "\n".join(
        f"• {goal}\nIndikator: andel nöjda.\nSå gör vi: vi frågar fler." for goal in GOALS
    )
    document = read_document(
        "plan.txt",
        f"""Nyby kommun (påhittad)
Socialnämnden
Mål och indikatorer 2027
Antagna 2026-11-10 § 55. SN 2026/88

{listed}
""".encode(),
    )
    assert _taken(document) == list(GOALS)


def test_what_is_listed_under_a_point_that_adopts_goals_is_they() -> None:
    listed = "\n".join(f"   * {goal}" for goal in GOALS)
    document = read_document(
        "minutes.txt",
        f"""Nyby kommun (påhittad)
Socialnämnden 2026-11-10
§ 55 Delmål 2027    SN 2026/88

Socialnämnden beslutar att
1. anta delmål för 2027
{listed}
2. följa upp delmålen i maj.
""".encode(),
    )
    assert _taken(document) == list(GOALS)
    assert document.decision_points == ("anta delmål för 2027", "följa upp delmålen i maj.")


def test_a_list_that_holds_no_more_is_no_point_of_the_decision() -> None:
    document = _minutes(
        lead="Socialnämnden beslutar att målen ändras.",
        heading="Tidigare beslutade mål\n1. Alla ska få svar inom en vecka\n\nMål 2027",
    )
    assert (document.decision_points, _taken(document)) == (("att målen ändras.",), list(GOALS))


@pytest.mark.parametrize(
    "lead",
    [
        *("Arbetsutskottet föreslår socialnämnden besluta", "Kontoret föreslår:"),
        *("Förvaltningen föreslår att socialnämnden beslutar följande:", "Vi föreslår att nämnden"),
        *("Socialnämnden föreslås besluta", "Förvaltningschefen föreslår att socialnämnden"),
        *("Förvaltningens förslag är att socialnämnden beslutar", "Förslag till socialnämnden"),
        "Arbetsutskottet beslutar föreslå socialnämnden att besluta",
    ],
)
def test_what_is_proposed_to_a_body_is_a_proposal_whoever_proposes_it(lead: str) -> None:
    points = ("Målen för 2027 antas.", "Nämndens tidigare beslut om mål upphävs.")
    document = _minutes(
        decision=lead, lead="\n".join(f"{at}. {each}" for at, each in enumerate(points, start=1))
    )
    assert (document.decided, document.decision_points) == (False, points)
    assert _taken(document) == list(GOALS)


@pytest.mark.parametrize(
    "decision",
    [
        *("Socialnämnden beslöt", "Socialnämnden beslutar enhälligt", "Så beslutade nämnden"),
        *("Socialnämnden beslutar för egen del att", "Socialnämnden fattar följande beslut"),
    ],
)
def test_what_a_body_decides_is_decided_however_it_is_headed(decision: str) -> None:
    points = ("Målen för 2027 antas.", "Nämndens tidigare beslut om mål upphävs.")
    listed = "\n".join(f"{at}. {each}" for at, each in enumerate(points, start=1))
    document = _minutes(decision=decision, lead=listed)
    assert (document.decided, document.decision_points) == (True, points)
    assert _taken(document) == list(GOALS)


@pytest.mark.parametrize("head", ["Sammanträdet förordar", "Yttrande"])
def test_points_that_adopt_goals_are_none_whatever_stands_over_them(head: str) -> None:
    document = _minutes(decision=head, lead="1. Målen för 2027 antas.\n2. Uppdraget avslutas.")
    assert _taken(document) == list(GOALS)


def test_lines_that_a_sentence_lists_by_their_att_are_goals_each() -> None:
    listed = "\n".join(f"att {goal[0].lower()}{goal[1:]}" for goal in GOALS)
    document = _minutes(
        lead=f"Socialnämnden beslutar som mål för 2027:\n{listed}", heading="Övrigt"
    )
    assert _taken(document)[:3] == [f"{goal[0].lower()}{goal[1:]}" for goal in GOALS]


def test_a_heading_in_capitals_is_a_goal_without_the_figure_that_its_text_begins_with() -> None:
    listed = "\n".join(
        f"MÅL {number} – {goal.upper()}\n5 000 fler ska bo här år 2040. Därför behövs mark.\n"
        for number, goal in enumerate(GOALS, start=1)
    )
    document = read_document(
        "goals.txt",
        f"""Nyby kommun (påhittad)
Socialnämndens mål 2027
Antagna av socialnämnden 2026-11-10, § 55

{listed}
""".encode(),
    )
    assert _taken(document) == [goal.upper() for goal in GOALS]


@pytest.mark.parametrize(
    "lead",
    [
        "Arbetsutskottet beslutar\natt föreslå socialnämnden",
        "Beslut\nArbetsutskottet beslutar\natt föreslå socialnämnden besluta följande:",
        "Arbetsutskottet föreslår socialnämnden besluta",
    ],
)
def test_to_whom_it_is_proposed_is_no_point_of_its_own(lead: str) -> None:
    points = ["att anta mål för 2027", "att ge förvaltningen i uppdrag att följa upp målen"]
    listed = "\n".join(f"- {goal}" for goal in GOALS)
    paper = f"""Nyby kommun (påhittad)
Socialnämndens arbetsutskott
Protokollsutdrag 2026-11-10

§ 55  Mål för socialnämnden 2027    SN 2026/88

{lead}
{points[0]}
{points[1]}

Mål 2027
{listed}
"""
    read = read_document("minutes.txt", paper.encode())
    assert list(read.decision_points) == points
    assert not read.decided
