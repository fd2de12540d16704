"""What the import benchmark holds the reading against is true: it stands in the documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from goals.document import Amendment, AmendmentKind, GoalDocument, StatedGoal, StatedSubgoal
from goals.goal import Period

build = import_module("benchmarks.import.build")
grading = import_module("benchmarks.import.grading")
papers = import_module("benchmarks.import.papers")
reading = import_module("benchmarks.import.reading")
sources = import_module("benchmarks.import.sources")

PAPERS = [paper for of in papers.PaperSet for paper in papers.papers(of)]
MADE = list(build.sources())


def _name(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def _wordings(paper: Any) -> Iterator[str]:
    """Every text that the truth gives as the document's own."""
    for item in (*paper.goals, *paper.subgoals):
        yield item.text
        if item.more.get("under"):
            yield item.more["under"]
        if item.more.get("code") and paper.path.suffix != ".docx":  # Word counts, it writes none
            yield item.more["code"]
    for name in ("municipality", "body", "handlaggare", "dnr", "paragraph"):
        if name in paper.fields and paper.fields[name] is not None:
            yield paper.fields[name]
    for name in ("decision_points", "recipients"):
        yield from paper.fields.get(name, ())
    for each in paper.fields.get("amendments", ()):
        yield from (each[key] for key in ("target", "text") if each[key])


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: _name(paper.path))
def test_every_wording_of_a_truth_stands_in_its_document(paper: Any) -> None:
    assert [text for text in _wordings(paper) if not sources.stands_in(text, paper.path)] == []


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: _name(paper.path))
def test_every_document_says_that_it_is_invented(paper: Any) -> None:
    assert "(påhittad" in " ".join(sources.source_lines(paper.path)).casefold()


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: _name(paper.path))
def test_a_truth_has_only_what_is_graded(paper: Any) -> None:
    assert set(paper.fields) <= {*grading.FIELDS, "amended"}
    assert all(set(item.more) <= {"code", "under"} for item in paper.goals)
    assert all(set(item.more) <= {"code", "goal"} for item in paper.subgoals)
    if not paper.is_goal_document:
        assert [*paper.goals, *paper.subgoals, *paper.fields, *paper.doubts] == []


@pytest.mark.parametrize("source", MADE, ids=_name)
def test_a_document_is_made_again_from_its_source(source: Path, tmp_path: Path) -> None:
    if source.suffix == ".html" and build.printer() is None:
        pytest.skip("no Chromium prints it here")
    kept = build.target(source)
    made = tmp_path / kept.name
    made.write_bytes(build.build(source))
    if source.suffix == ".html":  # where lines break is a matter of the machine's fonts
        again, before = ("".join(sources.source_lines(path)) for path in (made, kept))
        assert "".join(again.split()) == "".join(before.split())
    else:
        assert sources.source_lines(made) == sources.source_lines(kept)


def test_every_word_and_pdf_document_has_a_source() -> None:
    made = {build.target(source) for source in MADE}
    assert made == {paper.path for paper in PAPERS if paper.path.suffix != ".txt"}


def _as_it_is(paper: Any) -> GoalDocument:
    """The document as its truth has it: a reading without fault."""
    fields = paper.fields
    return GoalDocument(
        paper.path.name,
        "",
        is_goal_document=paper.is_goal_document,
        municipality=fields.get("municipality"),
        body=fields.get("body"),
        body_code=fields.get("body_code"),
        years=tuple(fields.get("years", ())),
        goal_period=Period(*fields["goal_period"]) if fields.get("goal_period") else None,
        goals=tuple(StatedGoal(each.text, **each.more) for each in paper.goals),
        subgoals=tuple(StatedSubgoal(each.text, each.year, **each.more) for each in paper.subgoals),
        decision_points=tuple(fields.get("decision_points", ())),
        recipients=tuple(fields.get("recipients", ())),
        officer=fields.get("handlaggare"),
        dnr=fields.get("dnr"),
        date=date.fromisoformat(fields["date"]) if fields.get("date") else None,
        paragraph=fields.get("paragraph"),
        decided=fields.get("decided", False),
        amendments=tuple(
            Amendment(AmendmentKind(each["kind"]), each["year"], each["target"], each["text"])
            for each in fields.get("amendments", ())
        ),
    )


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: _name(paper.path))
def test_a_reading_without_fault_is_graded_as_one(paper: Any) -> None:
    told = tuple(due.split("|")[0] for due in paper.doubts)
    graded = grading.grade(paper, grading.Reading(_as_it_is(paper), 0.0, doubts=told))
    assert len(graded.verbatim) == len(paper.goals) + len(paper.subgoals)
    assert graded.taken == graded.wanted
    assert [name for name, right in graded.fields.items() if not right] == []
    assert all(right for values in graded.item_fields.values() for right in values)
    assert all(graded.doubts)


@pytest.mark.parametrize(
    "paper",
    papers.papers(papers.PaperSet.DEVELOPMENT),
    ids=lambda paper: _name(paper.path),
)
def test_a_development_document_is_read_as_it_is(paper: Any) -> None:
    graded = grading.grade(paper, reading.read(paper))
    assert graded.outcome in {grading.Outcome.READ, grading.Outcome.REFUSED}
    assert (graded.missed, graded.torn, graded.non_goals, graded.invented) == ((), (), (), ())
    assert [name for name, right in graded.fields.items() if not right] == []
    assert all(graded.doubts)


def test_what_is_wrongly_taken_is_told_apart() -> None:
    paper = next(paper for paper in PAPERS if paper.path.name == "bun-protokollsutdrag.txt")
    right = _as_it_is(paper)
    first, second, third = right.goals
    wrong = replace(
        right,
        goals=(
            first,
            replace(second, text="Varje förskola och skola"),
            StatedGoal("Alla skolor ska ha en simhall"),
            StatedGoal("Skolskjuts, 14 beslut"),
        ),
        subgoals=(*right.subgoals, StatedSubgoal(third.text, 2026)),
        dnr="BUN 2025/119",
    )
    graded = grading.grade(paper, grading.Reading(wrong, 0.0))
    assert graded.missed == (second.text, third.text)
    assert graded.torn == ("Varje förskola och skola",)
    assert graded.invented == ("Alla skolor ska ha en simhall",)
    assert graded.non_goals == ("Skolskjuts, 14 beslut",)
    assert graded.misplaced == (third.text,)
    assert [name for name, is_right in graded.fields.items() if not is_right] == ["dnr"]


def test_a_format_without_a_reader_is_not_graded() -> None:
    reading = grading.Reading(None, 0.0, "error-document-format", format_unknown=True)
    graded = grading.grade(PAPERS[0], reading)
    assert (graded.is_graded, graded.wanted, graded.taken) == (False, 0, 0)
