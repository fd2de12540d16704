"""Ask every question, grade every answer, and print the tables: `python -m benchmarks.answers`."""

from __future__ import annotations

from enum import StrEnum
from itertools import groupby
from typing import Annotated

import typer

from benchmarks.answers import tables
from benchmarks.answers.asking import ask, prepare
from benchmarks.answers.baselines import Score, score_baselines
from benchmarks.answers.grading import Graded, grade
from benchmarks.answers.growth import Growth, measure_growth
from benchmarks.answers.questions import GradedQuestion, QuestionSet, questions
from benchmarks.answers.records import Municipality, municipalities


class Asked(StrEnum):
    """Which questions are asked."""

    DEVELOPMENT = "development"
    TEST = "test"
    HARD = "hard"
    BOTH = "both"


_SETS = {
    Asked.DEVELOPMENT: (QuestionSet.DEVELOPMENT,),
    Asked.TEST: (QuestionSet.TEST,),
    Asked.HARD: (QuestionSet.HARD,),
    Asked.BOTH: (QuestionSet.DEVELOPMENT, QuestionSet.TEST),
}


def main(
    *,
    asked: Annotated[
        Asked, typer.Option("--set", help="The questions to ask.")
    ] = Asked.DEVELOPMENT,
    tenant: Annotated[str | None, typer.Option(help="Ask one municipality only.")] = None,
    failures: Annotated[
        bool,
        typer.Option("--failures", help="List what went wrong; of what is only graded, how many."),
    ] = False,
    why: Annotated[
        bool, typer.Option("--why", help="With --failures: how each question was understood.")
    ] = False,
    show_test_failures: Annotated[
        bool,
        typer.Option(
            "--show-test-failures", help="List those of what is only graded, too: it is spent."
        ),
    ] = False,
    baselines: Annotated[bool, typer.Option(help="Compare with what others would find.")] = True,
    growth: Annotated[bool, typer.Option(help="Measure large records.")] = True,
) -> None:
    """How well Delmål answers, beside its goals and what others would find."""
    served = municipalities()
    if tenant is not None and tenant not in served:
        raise typer.BadParameter(f"one of {', '.join(served)}", param_hint="--tenant")
    graded_sets = {
        each: _grade_all(questions(each, tenant=tenant), served) for each in _SETS[asked]
    }
    graded = [each for of_set in graded_sets.values() for each in of_set]
    scores = _baselines(graded, served) if baselines else []
    sizes = _growth(graded, served) if growth else []
    if failures or show_test_failures:
        for of, of_set in graded_sets.items():
            if of is not QuestionSet.DEVELOPMENT and not show_test_failures:
                tables.count_failures(of_set)
            else:
                tables.show_failures(of_set, why=why)
    tables.show_outcomes(graded)
    _show_files(graded)
    if scores:
        tables.show_baselines(graded, scores)
    tables.show_times(graded, sizes)
    tables.show_goals(graded, scores, sizes)


def _grade_all(asked: list[GradedQuestion], served: dict[str, Municipality]) -> list[Graded]:
    for municipality in served.values():
        prepare(municipality.record)
    graded = []
    for question in asked:
        municipality = served[question.tenant]
        if strangers := question.allowed - municipality.wordings:
            raise ValueError(f"{question.name}: in no document of its tenant: {sorted(strangers)}")
        answer, milliseconds = ask(question.text, municipality.record)
        graded.append(grade(question, answer, municipality, milliseconds))
    return graded


def _show_files(graded: list[Graded]) -> None:
    for file, part in groupby(graded, key=lambda each: each.question.file):
        outcomes = [each.outcome.is_right for each in part]
        tables.console.print(f"{file}: {len(outcomes)} asked, {tables.share(outcomes):.1%} right")
    tables.console.print()


def _baselines(graded: list[Graded], served: dict[str, Municipality]) -> list[Score]:
    return score_baselines(
        [each.question for each in graded if each.question.finds_a_goal],
        [each for each in questions(QuestionSet.DEVELOPMENT) if each.finds_a_goal],
        served,
    )


def _growth(graded: list[Graded], served: dict[str, Municipality]) -> list[Growth]:
    wordings = {wording for each in served.values() for wording in each.wordings}
    return measure_growth([each.question.text for each in graded], wordings)


if __name__ == "__main__":
    typer.run(main)
