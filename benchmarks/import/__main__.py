"""Read every document, grade every reading, and print the tables: `python -m benchmarks.import`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from . import tables
from .grading import grade
from .papers import PaperSet, papers
from .reading import read


class Asked(StrEnum):
    """Which documents are read."""

    DEVELOPMENT = "development"
    TEST = "test"
    BOTH = "both"


_SETS = {
    Asked.DEVELOPMENT: (PaperSet.DEVELOPMENT,),
    Asked.TEST: (PaperSet.TEST,),
    Asked.BOTH: (PaperSet.DEVELOPMENT, PaperSet.TEST),
}


def main(
    *,
    asked: Annotated[
        Asked, typer.Option("--set", help="The documents to read.")
    ] = Asked.DEVELOPMENT,
    failures: Annotated[
        bool,
        typer.Option("--failures", help="List what differs; of the test set, how much."),
    ] = False,
    only: Annotated[
        list[str] | None,
        typer.Option("--only", help="Of the development documents, those of these names."),
    ] = None,
) -> None:
    """How well Delmål reads documents, beside its goals."""
    for of in _SETS[asked]:
        asked_for = [
            each for each in papers(of) if not only or of is PaperSet.TEST or each.path.stem in only
        ]
        graded = [grade(each, read(each)) for each in asked_for]
        if failures and of is PaperSet.DEVELOPMENT:
            tables.show_failures(graded)
        elif failures:
            tables.count_failures(graded)
        tables.show_papers(of.value, graded)
        tables.show_fields(of.value, graded)
        tables.show_goals(of.value, graded)


if __name__ == "__main__":
    typer.run(main)
