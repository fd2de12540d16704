"""The record for people: as a table for a spreadsheet, and as a text that can be read."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping

from goals.goal import Goal, Source, Subgoal
from goals.plan import Plan, PlanStatus
from goals.record import Record

COLUMNS = (
    "body",
    "kind",
    "years",
    "status",
    "number",
    "code",
    "text",
    "under",
    "page",
    "line",
    "by_hand",
    "document",
    "digest",
    "base",
    "dnr",
    "date",
    "paragraph",
)
"""Of the table. Their names in a reader's language come with the call."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_MARKDOWN = re.compile(r"([\\`*_\[\]#|<>~&])")


def to_csv(record: Record, names: Mapping[str, str]) -> bytes:
    """One row for each goal and sub-goal; semicolons, UTF-8 with the mark that Excel looks for.

    `names` has the heading of each of COLUMNS, and the words for each kind, each status and what
    a paper states to be in force ("stated"). What a spreadsheet would take for a formula gets an
    apostrophe before it.
    """
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerow(names[column] for column in COLUMNS)
    for row in _rows(record, names):
        writer.writerow(map(_cell, row))
    return written.getvalue().encode("utf-8-sig")


def _rows(record: Record, names: Mapping[str, str]) -> Iterable[tuple[object, ...]]:
    for goal_set in record.goal_sets:
        years = str(goal_set.period or "")
        for goal in goal_set.goals:
            head = (goal_set.body, names["goal"], years, "")
            yield (*head, *_item(goal, names), *_source(goal_set.source))
    for plan in record.plans:
        for subgoal in plan.subgoals:
            head = (plan.body, names["subgoal"], str(plan.year), _status(plan, names))
            yield (*head, *_item(subgoal, names), *_source(plan.source))


def _status(plan: Plan, names: Mapping[str, str]) -> str:
    """In force by a paper that is not the decision itself is not simply in force."""
    is_stated = plan.status is PlanStatus.IN_FORCE and not plan.source.is_decision
    return names["stated" if is_stated else plan.status]


def _item(item: Goal | Subgoal, names: Mapping[str, str]) -> tuple[object, ...]:
    origin = item.origin
    by_hand = names["yes"] if origin.by_hand else ""
    return (item.number, item.code, item.text, item.under, origin.page, origin.line, by_hand)


def _source(source: Source) -> tuple[object, ...]:
    return (
        source.document,
        source.digest,
        source.base,
        source.dnr,
        source.date,
        source.paragraph,
    )


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def to_markdown(record: Record, names: Mapping[str, str]) -> bytes:
    """The record as a text: for each body its goals, its lists and its strategies.

    `names` has the words for the kinds of wordings, each status and "stated", and the label of
    each part of a source. A record that nobody has named is headed by what it holds.
    """
    lines = [f"# {_plain(record.municipality or names['goals_and_subgoals'])}"]
    for body in record.bodies:
        lines += ["", f"## {_plain(body.name)} ({_plain(body.code)})"]
        for goal_set in record.goal_sets:
            if goal_set.body == body.code:
                heading = f"{names['goals']} {goal_set.period or ''}".strip()
                lines += ["", f"### {heading}", "", *_listed(goal_set.goals, names)]
                lines += _told(goal_set.source, names)
        for plan in record.plans:
            if plan.body == body.code:
                heading = f"{names['subgoals']} {plan.year} ({_status(plan, names)})"
                lines += ["", f"### {heading}", "", *_listed(plan.subgoals, names)]
                lines += _told(plan.source, names)
        strategies = [each for each in record.strategies if each.body == body.code]
        if strategies:
            lines += ["", f"### {names['strategies']}", ""]
        for each in strategies:
            facts = (each.link, each.date, each.paragraph)
            told = ", ".join(_plain(str(fact)) for fact in facts if fact)
            lines.append(f"- {_plain(each.name)}" + (f" ({told})" if told else ""))
    return ("\n".join(lines) + "\n").encode()


def _listed(items: Iterable[Goal | Subgoal], names: Mapping[str, str]) -> Iterable[str]:
    for item in items:
        origin = item.origin
        marks = [
            f"{names['page'].lower()} {origin.page}" if origin.page else "",
            f"{names['line'].lower()} {origin.line}" if origin.line else "",
            names["by_hand"].lower() if origin.by_hand else "",
            f"{names['under'].lower()}: {item.under}" if item.under else "",
        ]
        told = ", ".join(mark for mark in marks if mark)
        code = f"{item.code} " if item.code and item.code != str(item.number) else ""
        said = _plain(f"{code}{item.text}")
        yield f"{item.number}. {said}" + (f" *({_plain(told)})*" if told else "")


def _told(source: Source, names: Mapping[str, str]) -> Iterable[str]:
    facts = (
        ("document", source.document),
        ("base", source.base),
        ("date", source.date),
        ("paragraph", source.paragraph),
        ("dnr", source.dnr),
        ("digest", source.digest),
    )
    told = "; ".join(f"{names[name]}: {_plain(str(value))}" for name, value in facts if value)
    if told:
        yield ""
        yield told


def _plain(text: str) -> str:
    """On one line, with nothing that Markdown would obey."""
    return _MARKDOWN.sub(r"\\\1", " ".join(text.split()))
