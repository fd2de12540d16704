"""The measurements as tables, beside the goals that they are held against."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from statistics import median

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from benchmarks.answers.baselines import Score
from benchmarks.answers.grading import Graded, Outcome
from benchmarks.answers.growth import Growth, percentile
from dialogs.answer import Quoted

CUSTOMER = "kund"
_WIDTH = 170
_COUNTED = (
    Outcome.OFFERED,
    Outcome.PARTLY,
    Outcome.MISSED,
    Outcome.UNSAID,
    Outcome.WRONG,
    Outcome.INVENTED,
)

console = Console(width=_WIDTH, highlight=False)


def show_outcomes(graded: Sequence[Graded]) -> None:
    """What became of the questions: all of them, and part by part."""
    table = _table(
        "What became of the questions",
        *("", "asked", "right", "quoted", "declined", "answered"),
        *(outcome.value for outcome in _COUNTED),
        *("intent", "language", "body"),
    )
    _row(table, "all", graded)
    for parts in (
        _parts(graded, lambda each: each.question.tenant),
        _parts(graded, lambda each: each.question.intents[0]),
        _parts(graded, lambda each: each.question.language),
        _parts(graded, lambda each: "novel" if each.question.novel else "not novel"),
    ):
        table.add_section()
        for name, part in parts.items():
            _row(table, name, part)
    console.print(table)
    console.print(
        "right = quoted + declined + answered.  offered: only among the choices.  partly: not all"
        " that was wanted.  missed: declined wrongly.\nunsaid: the words lack what they must hold."
        "  wrong: wrongly quoted.  invented: not in the documents, or not there.\n"
    )


def _row(table: Table, name: str, part: Sequence[Graded]) -> None:
    outcomes = [each.outcome for each in part]
    bodies = [each.body_right for each in part if each.body_right is not None]
    table.add_row(
        name,
        str(len(part)),
        _percent(share(outcome.is_right for outcome in outcomes)),
        *(
            str(outcomes.count(outcome) or "·")
            for outcome in (Outcome.QUOTED, Outcome.DECLINED, Outcome.ANSWERED, *_COUNTED)
        ),
        _percent(share(each.intent_right for each in part)),
        _percent(share(each.language_right for each in part)),
        _percent(share(bodies)),
    )


def show_goals(
    graded: Sequence[Graded], baselines: Sequence[Score], growth: Sequence[Growth]
) -> None:
    """Each goal of the issue, and where we are."""
    table = _table("Goals", "", "asked", "is", "goal", "")
    customer = [each for each in graded if each.question.tenant == CUSTOMER]
    others = [each for each in graded if each.question.tenant != CUSTOMER]
    novel = [each for each in others if each.question.novel]
    for name, part, least in (
        ("right, the customer's document", customer, 0.95),
        ("right, other municipalities", others, 0.90),
        ("right, other municipalities, novel", novel, 0.80),
    ):
        right = share(each.outcome.is_right for each in part)
        _goal(
            table, name, len(part), _percent(right), f"≥ {least:.0%}", met=_at_least(right, least)
        )
    wrong = share(each.outcome is Outcome.WRONG for each in graded)
    _goal(
        table,
        "wrongly quoted",
        len(graded),
        _percent(wrong),
        "≤ 3%",
        met=None if wrong is None else wrong <= 0.03,
    )
    invented = sum(each.outcome is Outcome.INVENTED for each in graded)
    _goal(table, "invented", len(graded), str(invented), "0", met=invented == 0)
    language = share(each.language_right for each in graded)
    _goal(
        table, "language", len(graded), _percent(language), "≥ 98%", met=_at_least(language, 0.98)
    )
    if baselines:
        finding = [each for each in graded if each.question.finds_a_goal]
        ours = 1 - (share(each.outcome.is_right for each in finding) or 0.0)
        best = min(baselines, key=lambda score: score.error)
        _goal(
            table,
            f"error in finding, of that of {best.name}",
            len(finding),
            _percent(ours / best.error if best.error else None),
            "≤ 50%",
            met=2 * ours <= best.error,
        )
    for size in growth:
        most = 5.0 if "municipalities" in size.name else 2.0
        middle = median(size.times)
        _goal(
            table,
            f"median, {size.name}",
            len(size.times),
            f"{middle:.2f} ms",
            f"< {most:.0f} ms",
            met=middle < most,
        )
    console.print(table)
    console.print()


def _goal(table: Table, name: str, asked: int, value: str, goal: str, *, met: bool | None) -> None:
    verdict = {True: "met", False: "NOT MET", None: "not measured"}[met]
    table.add_row(name, str(asked), value, goal, verdict)


def show_baselines(graded: Sequence[Graded], baselines: Sequence[Score]) -> None:
    """Our error beside the baselines', on the questions that ask for a wording by its topic."""
    table = _table(
        "Finding the goal, and finding that there is none",
        *("", "asked", "right", "error", "wrongly quoted", "threshold"),
    )
    finding = [each for each in graded if each.question.finds_a_goal]
    right = share(each.outcome.is_right for each in finding)
    table.add_row(
        "Delmål",
        str(len(finding)),
        _percent(right),
        _percent(None if right is None else 1 - right),
        _percent(share(each.outcome is Outcome.WRONG for each in finding)),
        "",
    )
    table.add_section()
    for score in baselines:
        table.add_row(
            score.name,
            str(score.asked),
            _percent(1 - score.error),
            _percent(score.error),
            _percent(score.wrong / score.asked if score.asked else None),
            f"{score.threshold:.2f}",
        )
    console.print(table)
    console.print()


def show_times(graded: Sequence[Graded], growth: Sequence[Growth]) -> None:
    """Time per question and memory: at the real size, and grown."""
    table = _table(
        "Time per question, in ms",
        *("", "wordings", "questions", "median", "p99", "longest", "to index", "MB", "process MB"),
    )
    times = [each.milliseconds for each in graded]
    table.add_row("the documents as they are", "", str(len(times)), *_spread(times), "", "", "")
    for size in growth:
        table.add_row(
            size.name,
            f"{size.wordings:,}",
            f"{len(size.times):,}",
            *_spread(size.times),
            f"{size.first:.0f}",
            *("–" if mb is None else f"{mb:,.0f}" for mb in (size.memory, size.process)),
        )
    console.print(table)
    console.print(
        "to index: once for each revision of a tenant's record, the median of the tenants."
        "  MB: the records and their indexes.\n"
    )


def _spread(times: Sequence[float]) -> tuple[str, str, str]:
    if len(times) < 2:
        return "–", "–", "–"
    return f"{median(times):.2f}", f"{percentile(times, 99):.2f}", f"{max(times):.2f}"


def show_failures(graded: Sequence[Graded], *, why: bool) -> None:
    """Every question that went wrong in something: what was expected, and what came."""
    for each in graded:
        faults = _faults(each)
        if not faults:
            continue
        question, answer = each.question, each.answer
        lines = [f"[bold]{question.name}[/bold]  {escape(question.text)}   ({', '.join(faults)})"]
        lines.append(f"  expected  {question.expect.value}, {' or '.join(question.intents)}")
        lines += [f"    wanted  {escape(text)}" for text in sorted(question.wanted)]
        lines += [f"       may  {escape(text)}" for text in sorted(question.may)]
        lines += [f"     words  {escape(either)}" for either in question.contains]
        lines.append(f"  got       {answer.intent.value}: {escape(answer.headline)}")
        lines += [f"    quoted  {_place(item)}" for item in answer.quoted]
        lines += [f"   offered  {_place(item)}" for item in answer.suggested]
        if why:
            lines += [f"       why  {escape(step)}" for step in answer.why]
        console.print("\n".join(lines), soft_wrap=True)
        console.print()


def count_failures(graded: Sequence[Graded]) -> None:
    """How many questions went wrong, without telling which."""
    counts: dict[str, int] = {}
    for each in graded:
        for fault in _faults(each):
            counts[fault] = counts.get(fault, 0) + 1
    told = ", ".join(f"{count} {fault}" for fault, count in sorted(counts.items()))
    console.print(f"test: {told or 'no failures'} (not shown: the test set is not looked into)\n")


def _faults(graded: Graded) -> list[str]:
    question, answer = graded.question, graded.answer
    faults = [] if graded.outcome.is_right else [graded.outcome.value]
    if not graded.intent_right:
        faults.append("intent")
    if not graded.language_right:
        faults.append(f"language {answer.language} for {question.language}")
    if graded.body_right is False:
        faults.append(f"body {answer.body} for {question.body}")
    return faults


def _place(item: Quoted) -> str:
    return escape(f"{item.body} {item.year or 'goal'} {item.number}: {item.text}")


def _parts(graded: Iterable[Graded], by: Callable[[Graded], str]) -> dict[str, list[Graded]]:
    parts: dict[str, list[Graded]] = {}
    for each in graded:
        parts.setdefault(by(each), []).append(each)
    return dict(sorted(parts.items()))


def share(values: Iterable[bool]) -> float | None:
    """How large a part is true; None of nothing."""
    listed = list(values)
    return sum(listed) / len(listed) if listed else None


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{value:.1%}"


def _at_least(value: float | None, least: float) -> bool | None:
    return None if value is None else value >= least


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold")
    first, *others = columns
    table.add_column(first, no_wrap=True)
    for column in others:
        table.add_column(column, justify="right", no_wrap=True)
    return table
