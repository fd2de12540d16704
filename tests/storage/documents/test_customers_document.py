"""The customer's own document is read to the letter."""

from __future__ import annotations

from hashlib import sha256

from goals.document import Doubt, StatedGoal, StatedSubgoal
from goals.goal import Period
from storage.documents import example_document, read_document

GOALS = (
    "Kommunstyrelsen ska verka för en plats med hållbar livsmiljö och utveckling i hela kommunen",
    (
        "Kommunstyrelsen ska genom samverkan och dialog skapa förutsättningar till ett robust och "
        "varierat näringsliv och bidra till en hög grad av egenförsörjning"
    ),
    (
        "Kommunstyrelsen ska tillsammans i koncernen och med de som bor och verkar i kommunen, "
        "skapa förutsättningar för en god hälsa genom att främja kunskap samt kultur- "
        "och fritidsaktiviteter"
    ),
    (
        "Kommunstyrelsen ska genom goda samtal, utveckla attraktiva och inkluderande platser – med "
        "hög tolerans, delaktighet och möjlighet att påverka"
    ),
)
SUBGOALS = (
    "Främja bostadsbyggnation (alla sorter)",
    "Utveckla koncernperspektivet",
    "Utveckla kollektivtrafiken",
    "Utveckla platsvarumärket",
    "Arbeta för ökad försörjning och sysselsättning samt minskad arbetslöshet",
    "Främja biblioteket som en samlingspunkt och trygghetspunkt med hjälp av civilsamhället",
    "Säkerställa att kommunikation och den demokratiska processen fungerar under en kris",
    "Utveckla arbetet kring tillgänglighetsarbetet",
    "Utveckla dialogen med medborgare på ett förtroendeingivande vis",
    "Digitalisera administrativa rutiner kopplat till kommunstyrelsens verksamheter",
    (
        "Höja den grundläggande kompetensnivån hos politiker och tjänstemän i befintliga digitala "
        "arbetsverktyg"
    ),
)


def test_goals_and_subgoals_are_verbatim_in_order_and_with_their_lines() -> None:
    document = read_document(*example_document())
    assert document.goals == tuple(
        StatedGoal(text, str(number), line)
        for number, (text, line) in enumerate(zip(GOALS, (31, 33, 35, 38), strict=True), start=1)
    )
    assert document.subgoals == tuple(
        StatedSubgoal(text, 2024, None, line) for line, text in enumerate(SUBGOALS, start=43)
    )
    assert document.goal_period == Period(2024, 2026)
    assert document.years == (2024, 2025)
    assert document.is_goal_document


def test_it_is_a_proposal_of_two_points_for_the_kommunstyrelse() -> None:
    name, content = example_document()
    document = read_document(name, content)
    assert document.name == name
    assert document.digest == sha256(content).hexdigest()
    assert document.title == "Mål och delmål 2025 Kommunstyrelsen"
    assert (document.body, document.body_code) == ("Kommunstyrelsen", "KS")
    assert document.decision_points == (
        "att de fyra målen 2024-2026 för kommunstyrelsen kvarstår 2025",
        "att delmålen korrigeras enligt dialog på arbetsutskottets sammanträde",
    )
    assert not document.decided
    assert document.officer == "Annika Hedvall, kommundirektör"


def test_what_it_does_not_say_is_missing_and_never_guessed() -> None:
    document = read_document(*example_document())
    assert (document.dnr, document.date, document.paragraph) == (None, None, None)
    assert document.municipality is None


def test_six_recipients_are_told_and_no_seventh() -> None:
    assert read_document(*example_document()).recipients == (
        "Kommundirektör",
        "Kanslienhet",
        "Ekonomienhet",
        "IT-enhet",
        "Personalenhet",
        "Arbetsmarknadsenhet",
    )


def test_every_doubt_is_told() -> None:
    assert read_document(*example_document()).doubts == (
        Doubt("doubt-no-subgoals-for-year", 10, {"year": 2025}),
        Doubt(
            "doubt-amendment-unclear",
            15,
            {"text": "att delmålen korrigeras enligt dialog på arbetsutskottets sammanträde"},
        ),
        Doubt(
            "doubt-recipient-split",
            57,
            {"text": "Kommundirektör Kanslienheten", "first": "Kommundirektör"},
        ),
        Doubt("doubt-mandate-period", None, {"period": "2024–2026", "mandate": "2023–2026"}),
        Doubt("doubt-missing-dnr"),
        Doubt("doubt-missing-date"),
        Doubt("doubt-missing-paragraph"),
    )
