"""What was found, missed and invented as tables, beside the goals that they are held against."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from statistics import median

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from .grading import FIELD_NAMES, FIELDS, Graded, Outcome

_WIDTH = 170

console = Console(width=_WIDTH, highlight=False)


def show_papers(set_name: str, graded: Sequence[Graded]) -> None:
    """Document by document: what was found, missed and invented, and what else is wrong."""
    table = _table(
        f"Documents: {set_name}",
        *("", "outcome", "goals", "found", "missed", "torn", "misplaced", "non-goals", "invented"),
        *("fields", "doubts due", "told", "s"),
    )
    table.add_column("wrong fields")
    for each in graded:
        table.add_row(
            each.paper.path.name, each.outcome.value, *_figures(each), ", ".join(_wrong(each))
        )
    console.print(table)
    console.print(
        "goals: goals and sub-goals that the document states.  found: verbatim.  torn: a part, or"
        " more than one wording.\nmisplaced: goal for sub-goal, or twice.  non-goals: taken, but"
        " not of the list.  invented: does not stand in the document.\n"
    )


def _figures(each: Graded) -> list[str]:
    if not each.is_graded:
        return [""] * 11
    counts = (each.wanted, len(each.verbatim), len(each.missed), len(each.torn))
    wrong = (len(each.misplaced), len(each.non_goals), len(each.invented))
    fields = f"{sum(each.fields.values())}/{len(each.fields)}" if each.fields else "·"
    return [
        *(str(count or "·") for count in (*counts, *wrong)),
        fields,
        f"{sum(each.doubts)}/{len(each.doubts)}" if each.doubts else "·",
        str(len(each.reading.doubts) or "·"),
        f"{each.reading.seconds:.3f}",
    ]


def _wrong(each: Graded) -> list[str]:
    fields = [name for name, right in each.fields.items() if not right]
    items = [
        f"{name} of {values.count(False)}"
        for name, values in each.item_fields.items()
        if not all(values)
    ]
    return [*fields, *items]


def show_fields(set_name: str, graded: Sequence[Graded]) -> None:
    """Per field, in how many of the documents that say it, it was read rightly."""
    table = _table(f"Fields: {set_name}", "", "documents", "right", "")
    for name in FIELDS:
        values = [each.fields[name] for each in graded if name in each.fields]
        table.add_row(name, str(len(values)), str(sum(values)), _percent(share(values)))
    table.add_section()
    for name, told in (("year", "year"), ("code", "code"), ("under", "under"), ("goal", "goal")):
        values = [right for each in graded for right in each.item_fields.get(name, ())]
        table.add_row(
            f"{told}, of those found", str(len(values)), str(sum(values)), _percent(share(values))
        )
    console.print(table)
    console.print(
        "under: the overarching goal that a goal stands under.  goal: the goal that a sub-goal"
        " stands under.\n"
    )


def show_goals(set_name: str, graded: Sequence[Graded]) -> None:
    """Each goal of the import, and where we are."""
    table = _table(f"Goals: {set_name}", "", "of", "is", "goal", "")
    wanted, taken = sum(each.wanted for each in graded), sum(each.taken for each in graded)
    found = sum(len(each.verbatim) for each in graded) / wanted if wanted else None
    _goal(
        table,
        "goals and sub-goals verbatim",
        wanted,
        _percent(found),
        "≥ 95%",
        met=_least(found, 0.95),
    )
    invented = sum(len(each.invented) for each in graded)
    _goal(table, "invented", taken, str(invented), "0", met=invented == 0 if taken else None)
    others = sum(len(each.non_goals) for each in graded) / taken if taken else None
    _goal(table, "taken, but no goals", taken, _percent(others), "≤ 2%", met=_most(others, 0.02))
    torn = sum(len(each.torn) + len(each.misplaced) for each in graded)
    _goal(table, "torn or misplaced", taken, str(torn), "", met=None)
    doubts = [told for each in graded for told in each.doubts]
    _goal(
        table,
        "doubts due that are told",
        len(doubts),
        _percent(share(doubts)),
        "100%",
        met=_least(share(doubts), 1),
    )
    refusals = [
        each.outcome is Outcome.REFUSED
        for each in graded
        if not each.paper.is_goal_document and each.is_graded
    ]
    _goal(
        table,
        "other documents refused",
        len(refusals),
        _percent(share(refusals)),
        "100%",
        met=_least(share(refusals), 1),
    )
    fields = [right for each in graded for right in each.fields.values()]
    _goal(table, "fields right", len(fields), _percent(share(fields)), "", met=None)
    seconds = [each.reading.seconds for each in graded if each.is_graded]
    if seconds:
        spread = f"{median(seconds):.3f} / {max(seconds):.3f}"
        _goal(table, "seconds, median / longest", len(seconds), spread, "< 5", met=max(seconds) < 5)
    console.print(table)
    unread = [each for each in graded if not each.is_graded]
    if unread:
        formats = ", ".join(sorted({each.paper.path.suffix for each in unread}))
        console.print(f"{len(unread)} documents are not graded: format not read ({formats}).")
    console.print()


def show_failures(graded: Sequence[Graded]) -> None:
    """Every text that differs, document by document."""
    for each in graded:
        lines = [*_differing(each)]
        if lines:
            console.print(f"[bold]{each.paper.path.name}[/bold]  {each.outcome.value}")
            console.print("\n".join(lines), soft_wrap=True)
            console.print()


def _differing(each: Graded) -> Iterable[str]:
    for name, texts in (
        ("missed", each.missed),
        ("torn", each.torn),
        ("misplaced", each.misplaced),
        ("non-goal", each.non_goals),
        ("invented", each.invented),
    ):
        yield from (f"  {name:>9}  {escape(text)}" for text in texts)
    for item, stated in each.verbatim:
        wrong = [
            f"{name} {escape(str(getattr(stated, name)))} for {escape(str(wanted))}"
            for name, wanted in (("year", item.year), *item.more.items())
            if wanted != getattr(stated, name, None)
        ]
        if wrong:
            yield f"  {', '.join(wrong)}: {escape(item.text)}"
    for name in (name for name, right in each.fields.items() if not right):
        is_read = getattr(each.reading.document, FIELD_NAMES.get(name, name), None)
        yield f"  {name}: {escape(str(is_read))}"
        yield f"  {'wanted':>9}  {escape(str(each.paper.fields[name]))}"
    for due, told in zip(each.paper.doubts, each.doubts, strict=False):
        if not told:
            yield f"  no doubt   {escape(due)}"


def count_failures(graded: Sequence[Graded]) -> None:
    """How much differs in the test documents, without telling what."""
    counted = {
        "missed": sum(len(each.missed) for each in graded),
        "torn": sum(len(each.torn) for each in graded),
        "misplaced": sum(len(each.misplaced) for each in graded),
        "non-goals": sum(len(each.non_goals) for each in graded),
        "invented": sum(len(each.invented) for each in graded),
        "wrong fields": sum(not right for each in graded for right in each.fields.values()),
    }
    told = ", ".join(f"{count} {what}" for what, count in counted.items() if count)
    console.print(
        f"test: {told or 'nothing differs'} (not shown: the test set is not looked into)\n"
    )


def share(values: Iterable[bool]) -> float | None:
    """How large a part is true; None of nothing."""
    listed = list(values)
    return sum(listed) / len(listed) if listed else None


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{value:.1%}"


def _least(value: float | None, least: float) -> bool | None:
    return None if value is None else value >= least


def _most(value: float | None, most: float) -> bool | None:
    return None if value is None else value <= most


def _goal(table: Table, name: str, of: int, value: str, goal: str, *, met: bool | None) -> None:
    verdict = {True: "met", False: "NOT MET", None: "" if not goal else "not measured"}[met]
    table.add_row(name, str(of), value, goal, verdict)


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold")
    first, *others = columns
    table.add_column(first, no_wrap=True)
    for column in others:
        table.add_column(column, justify="right", no_wrap=True)
    return table
