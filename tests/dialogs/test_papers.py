"""What stands on the papers of a matter: what the record has, in the form of the customer's own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogs.papers import make_paper, paper_state, plain_paper
from goals.errors import PaperTooEarlyError, PaperTooLateError
from goals.event import Event
from goals.goal import Body
from goals.matter import MatterState
from goals.paper import Labelled, Listed, Paper, PaperKind, Paragraph, Section
from goals.proposal import ProposalKind, ProposalState
from goals.readying import READY, PaperState, digest_of_paper
from tests.dialogs.matter_case import (
    ADD,
    NO,
    REMOVE,
    REWORD,
    YES,
    case,
    decided_case,
    event,
    proposal,
)

TOWN = "Exempelby kommun (påhittad)"


def lines(*sections: Section) -> list[str]:
    """What stands there, line by line."""
    said = []
    for section in sections:
        said.append(section.heading)
        for block in section.blocks:
            match block:
                case Paragraph(text):
                    said.append(text)
                case Listed(items):
                    signs = block.signs or ("–",) * len(items)
                    said += [f"{sign} {item}" for sign, item in zip(signs, items, strict=True)]
                case Labelled(label, text):
                    said += [label, text]
    return said


def section(paper: Paper, heading: str) -> list[str]:
    """What stands under one heading."""
    return lines(*(each for each in paper.sections if each.heading == heading))[1:]


def test_the_letter_has_the_form_of_the_customers_own() -> None:
    paper = make_paper(case(REWORD, REMOVE, ADD), PaperKind.LETTER, municipality=TOWN)
    assert (paper.sender, paper.to, paper.title) == (
        TOWN,
        "Till Kommunstyrelsen",
        "Mål och delmål 2025 Kommunstyrelsen",
    )
    assert paper.facts == (("Diarienummer", "saknas"),)
    assert paper.mark == "UTKAST"
    assert [each.heading for each in paper.sections if each.level == 1] == [
        "Förslag till beslut",
        "Sammanfattning av ärendet",
        "Förslag om ändring",
        "Beslutet ska skickas till",
        "Handläggare",
    ]
    assert section(paper, "Handläggare") == ["Annika Hedvall, kommundirektör"]
    assert section(paper, "Beslutet ska skickas till") == [
        "– Kommundirektör",
        "– Kanslienhet",
        "– Ekonomienhet",
        "– IT-enhet",
        "– Personalenhet",
        "– Arbetsmarknadsenhet",
    ]


def test_the_proposed_decision_holds_the_whole_list_that_follows_from_what_is_supported() -> None:
    paper = make_paper(case(REWORD, REMOVE, ADD), PaperKind.LETTER, municipality=TOWN)
    proposed = section(paper, "Förslag till beslut")
    assert proposed[:3] == [
        "Kommunstyrelsen föreslås besluta",
        "– att de fyra målen 2024-2026 för kommunstyrelsen kvarstår 2025",
        "– att delmålen 2025 är följande:",
    ]  # and not "enligt dialog": the list stands in its place
    assert len(proposed) == 3 + 12
    assert proposed[5] == "3. Utveckla kollektivtrafiken i hela kommunen"
    assert proposed[12].startswith("10. Digitalisera")
    assert proposed[14] == "12. Rena “sjöar” <nu>"


def test_the_summary_is_told_with_the_bodys_name_and_small_numbers_in_words() -> None:
    paper = make_paper(case(REWORD, REMOVE, ADD), PaperKind.LETTER, municipality=TOWN)
    summary = section(paper, "Sammanfattning av ärendet")
    assert summary[:3] == [
        (
            "Kommunstyrelsen har fyra mål för 2024–2026. Delmålen 2025 utgår från listan för 2024,"
            " som har elva delmål."
        ),
        (
            "Tre förslag om ändring har lämnats in. Ett tillstyrks, ett tillstyrks med ändring och"
            " ett avstyrks."
        ),
        "Kommunstyrelsens fyra mål är:",
    ]
    assert summary[7] == "Kommunstyrelsens delmål 2024 är:"
    assert summary[8] == "1. Främja bostadsbyggnation (alla sorter)"


def test_a_body_whose_name_ends_in_s_and_thirteen_proposals_read_well() -> None:
    many = [
        proposal(number, ProposalKind.ADD, text=f"Delmålet {number}", advice=NO)
        for number in range(1, 14)
    ]
    told = case(*many)
    told = replace(told, record=replace(told.record, bodies=(Body("KS", "Gräsets väx"),)))
    summary = section(make_paper(told, PaperKind.LETTER), "Sammanfattning av ärendet")
    assert summary[1] == "13 förslag om ändring har lämnats in. 13 avstyrks."
    assert summary[2] == "Gräsets väx fyra mål är:"


def test_what_nobody_has_recorded_is_said_to_be_missing() -> None:
    bare = case()
    bare = replace(
        bare,
        matter=replace(bare.matter, recipients=(), officer=None, decision_points=()),
        record=replace(bare.record, plans=(), goal_sets=()),
    )
    paper = make_paper(bare, PaperKind.LETTER)
    assert paper.facts == (("Avsändare", "saknas"), ("Diarienummer", "saknas"))
    assert section(paper, "Förslag till beslut") == [
        "Kommunstyrelsen föreslås besluta",
        "Saknas i registret.",
    ]
    assert section(paper, "Sammanfattning av ärendet") == [
        "Det finns ingen tidigare lista att utgå från för delmålen 2025.",
        "Inga förslag om ändring har lämnats in.",
    ]
    assert section(paper, "Handläggare") == ["Saknas i registret."]
    assert section(paper, "Beslutet ska skickas till") == ["Saknas i registret."]


def test_the_basis_holds_all_that_is_known_of_each_proposal() -> None:
    paper = make_paper(case(REWORD, REMOVE, ADD), PaperKind.BASIS, municipality=TOWN)
    assert section(paper, "F-KS-2025-001: ny lydelse av delmål 3") == [
        "Nuvarande lydelse:",
        "Utveckla kollektivtrafiken",
        "Ny lydelse:",
        "Utveckla kollektivtrafiken i hela kommunen",
        "Tillagt:",
        "i hela kommunen",
        "Stöder mål 1:",
        (
            "Kommunstyrelsen ska verka för en plats med hållbar livsmiljö och utveckling i hela"
            " kommunen"
        ),
        "Motivering:",
        "Därför.",
        "Konsekvenser:",
        "En ny upphandling.",
        "Handläggarens bedömning:",
        "tillstyrks",
        "Skäl:",
        "Det blir tydligare.",
        "Arbetsutskottets förslag (AU § 181, 2024-11-05):",
        "bifall med ändring",
        "Arbetsutskottets förslag till lydelse:",
        "Utveckla bussarna",
    ]
    removed = section(paper, "F-KS-2025-002: delmål 10 tas bort")
    assert "Ny lydelse:" not in removed
    assert removed[removed.index("Konsekvenser:") + 1] == "Inga är redovisade."
    added = section(paper, "F-KS-2025-003: nytt delmål")
    assert added[-4:-2] == ["Handläggarens förslag till lydelse:", "Rena “sjöar” <nu>"]


def test_what_au_brought_without_a_proposal_stands_in_the_basis() -> None:
    born = event(
        "change", meeting="au", number="Ä1", kind="reword", origin="dialogue", target=2,
        text="Utveckla koncernen", adopted="yes",
    )  # fmt: skip
    paper = make_paper(case(events=(born,)), PaperKind.BASIS)
    assert section(paper, "Ändringar från arbetsutskottets sammanträde") == [
        "Ä1: ny lydelse av delmål 2 (enligt dialog)",
        "Utveckla koncernen",
    ]


def test_the_whole_list_that_au_proposes_stands_in_the_basis_in_its_order() -> None:
    born = event(
        "change", meeting="au", number="Ä1", kind="add", origin="motion", born="au", target=None,
        text="Minska utsläppen", adopted="yes",
    )  # fmt: skip
    treated = event(
        "record_au", paragraph="AU § 181", day="2024-11-05", points="att målen kvarstår",
        order="Ä1, " + ", ".join(map(str, range(1, 12))),
    )  # fmt: skip
    heading = "Arbetsutskottets förslag till beslut (AU § 181, 2024-11-05)"
    proposed = section(make_paper(case(REWORD, events=(born, treated)), PaperKind.BASIS), heading)
    assert proposed[:4] == [
        "Kommunstyrelsen föreslås besluta",
        "– att målen kvarstår",
        "– att delmålen 2025 är följande:",
        "1. Minska utsläppen",
    ]
    assert proposed[6] == "4. Utveckla bussarna"
    assert len(proposed) == 3 + 12
    sent_back = case(REWORD, events=(born, treated, event("remit", meeting="body")))
    assert section(make_paper(sent_back, PaperKind.BASIS), heading) == []


def test_proposals_on_the_same_sub_goal_point_at_each_other() -> None:
    other = replace(REWORD, serial=7, id="7")
    paper = make_paper(case(REWORD, other), PaperKind.BASIS)
    told = section(paper, "F-KS-2025-001: ny lydelse av delmål 3")
    assert told[-2:] == ["Gäller samma delmål:", "F-KS-2025-007"]


def test_a_withdrawn_proposal_stands_on_no_paper_and_an_unprepared_one_says_so() -> None:
    gone = replace(REWORD, state=ProposalState.WITHDRAWN)
    fresh = replace(ADD, recommendation=None)
    paper = make_paper(case(gone, fresh), PaperKind.LETTER)
    assert "F-KS-2025-001" not in str(paper)
    assert "Handläggarens bedömning saknas." in section(paper, "F-KS-2025-003: nytt delmål")
    assert len(section(paper, "Förslag till beslut")) == 3 + 11


def test_of_two_that_touch_the_same_sub_goal_the_list_takes_the_first() -> None:
    rival = proposal(4, ProposalKind.REMOVE, target=3, advice=YES)
    paper = make_paper(case(REWORD, rival), PaperKind.LETTER)
    assert len(section(paper, "Förslag till beslut")) == 3 + 11


def test_the_text_for_the_minutes_stands_alone() -> None:
    paper = make_paper(decided_case(), PaperKind.MINUTES, municipality=TOWN)
    assert paper.title == "KS § 234 Mål och delmål 2025 Kommunstyrelsen"
    assert paper.mark == "EJ JUSTERAT"
    assert paper.facts == (("Sammanträdesdag", "2024-12-03"), ("Diarienummer", "KS 2024/39"))
    assert section(paper, "Beslut") == [
        "Kommunstyrelsen beslutar",
        "1. att de fyra målen kvarstår 2025",
        "2. att delmål 2 följs upp i maj",
        "3. att delmålen 2025 är följande:",
        "1. Utveckla bussarna",
        "2. Rena sjön & ån",
    ]
    assert section(paper, "Behandlade förslag") == [
        "– F-KS-2025-001, ny lydelse av delmål 3: bifall med ändring",
        "– F-KS-2025-002, delmål 10 tas bort: avslag",
        "– F-KS-2025-003, nytt delmål: bifall",
    ]
    assert section(paper, "Jäv") == ["Ordföranden anmäler jäv."]
    assert section(paper, "Reservationer") == ["Två ledamöter reserverar sig."]
    assert len(section(paper, "Beslutet ska skickas till")) == 6


def test_the_points_that_were_merely_proposed_are_no_decision() -> None:
    paper = make_paper(
        decided_case(points=None, reservations=None, disqualified=None), PaperKind.MINUTES
    )
    assert section(paper, "Beslut")[1] == "1. att delmålen 2025 är följande:"
    assert section(paper, "Jäv") == ["Inget är antecknat."]
    assert section(paper, "Reservationer") == ["Inget är antecknat."]


def test_from_justering_the_mark_is_gone_and_the_day_stands_there() -> None:
    adjusted = decided_case(MatterState.ADJUSTED, event("adjust", day="2024-12-10"))
    paper = make_paper(adjusted, PaperKind.MINUTES)
    assert paper.mark is None
    assert ("Justerat", "2024-12-10") in paper.facts
    annulled = make_paper(decided_case(MatterState.ANNULLED), PaperKind.MINUTES)
    assert annulled.mark == "UPPHÄVT"


def test_a_correction_is_shown_and_never_silent() -> None:
    mended = event("correct", number=1, old="Utvekla bussarna", new="Utveckla bussarna", reason="R")
    paper = make_paper(decided_case(MatterState.ADJUSTED, mended), PaperKind.MINUTES)
    told = section(paper, "Rättelser")
    assert told[0] == "Delmål 1 rättades 2024-12-04."  # as the day was in Sweden
    assert told[1:5] == [
        "Nuvarande lydelse:", "Utvekla bussarna", "Ny lydelse:", "Utveckla bussarna"
    ]  # fmt: skip
    assert told[-2:] == ["Skäl:", "R"]


def test_what_the_meeting_itself_changed_is_told_with_what_became_of_it() -> None:
    born = [
        event(
            "change", meeting="body", number=f"Ä{number}", kind="add", origin="motion",
            target=None, text="Plantera träd", adopted=adopted,
        )
        for number, adopted in ((1, "yes"), (2, "no"))
    ]  # fmt: skip
    paper = make_paper(decided_case(MatterState.DECIDED_NOT_ADJUSTED, *born), PaperKind.MINUTES)
    assert section(paper, "Ändringar från sammanträdet") == [
        "Ä1: nytt delmål (efter yrkande): antas",
        "Plantera träd",
        "Ä2: nytt delmål (efter yrkande): antas inte",
        "Plantera träd",
    ]


def test_each_paper_has_its_time() -> None:
    with pytest.raises(PaperTooEarlyError):
        make_paper(case(), PaperKind.MINUTES)
    for kind in (PaperKind.LETTER, PaperKind.BASIS):
        with pytest.raises(PaperTooLateError):
            make_paper(decided_case(), kind)


def marked(paper: Paper) -> Event:
    """The officer has said so."""
    return event(READY, paper=paper.kind.value, digest=digest_of_paper(paper))


def test_a_ready_paper_is_a_draft_again_when_anything_on_it_changes() -> None:
    before = case(REWORD, ADD)
    ready = replace(before, events=(marked(plain_paper(before, PaperKind.BASIS)),))
    paper = make_paper(ready, PaperKind.BASIS, municipality=TOWN)
    assert paper.mark is None
    assert paper_state(ready, paper) is PaperState.READY
    assert make_paper(ready, PaperKind.LETTER).mark == "UTKAST"
    advised_anew = replace(ADD, recommendation=NO)
    for changed in (
        replace(ready, proposals=(REWORD, advised_anew)),
        replace(ready, proposals=(REWORD,)),
        replace(ready, matter=replace(ready.matter, officer="någon annan")),
    ):
        assert make_paper(changed, PaperKind.BASIS).mark == "UTKAST"
    again = replace(ready, proposals=(REWORD,), events=ready.events)
    again = replace(again, events=(*again.events, marked(plain_paper(again, PaperKind.BASIS))))
    assert make_paper(again, PaperKind.BASIS).mark is None


def test_what_au_proposes_does_not_undo_the_officers_letter() -> None:
    before = case(replace(REWORD, by_au=None))
    ready = replace(before, events=(marked(plain_paper(before, PaperKind.LETTER)),))
    after = replace(ready, proposals=(REWORD,))
    assert make_paper(after, PaperKind.LETTER).mark is None
