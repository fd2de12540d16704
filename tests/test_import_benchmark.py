"""What the import benchmark holds the reading against is true: it stands in the documents."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

build = import_module("benchmarks.import.build")
grading = import_module("benchmarks.import.grading")
papers = import_module("benchmarks.import.papers")
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
    assert "(påhittad)" in " ".join(sources.source_lines(paper.path)).casefold()


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: _name(paper.path))
def test_a_truth_has_only_what_is_graded(paper: Any) -> None:
    assert set(paper.fields) <= {*grading.FIELDS, "amended"}
    assert all(set(item.more) <= {"code", "under"} for item in paper.goals)
    assert all(set(item.more) <= {"code", "goal"} for item in paper.subgoals)
    if not paper.is_goal_document:
        assert [*paper.goals, *paper.subgoals, *paper.fields, *paper.doubts] == []


@pytest.mark.parametrize("source", MADE, ids=_name)
def test_a_document_is_made_again_from_its_source(source: Path, tmp_path: Path) -> None:
    kept = build.target(source)
    made = tmp_path / kept.name
    made.write_bytes(build.build(source))
    assert sources.source_lines(made) == sources.source_lines(kept)


def test_every_word_and_pdf_document_has_a_source() -> None:
    made = {build.target(source) for source in MADE}
    assert made == {paper.path for paper in PAPERS if paper.path.suffix != ".txt"}
