"""What was read of a document, and what it would change, as a person looks through it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from dialogs.answer import Block, Fact, Facts, Lines, Paragraph
from dialogs.texts import say
from goals.amending import reworded
from goals.asking import Change
from goals.correcting import Corrections, Item, corrected, items_of
from goals.differing import (
    Difference,
    GoalsDifference,
    MatterDifference,
    Outcome,
    PlanDifference,
)
from goals.document import AmendmentKind, Doubt, GoalDocument, StatedGoal, StatedSubgoal
from goals.errors import GoalsError
from goals.goal import Goal, Source, Subgoal
from goals.plan import Plan, PlanStatus
from goals.workings import Step, Working


def review_blocks(
    document: GoalDocument,
    corrections: Corrections,
    found: Difference | GoalsError,
    language: str,
) -> tuple[Block, ...]:
    """Doubts first, then what was read, item by item, then the difference to the record.

    `found` is a refusal where the document cannot be recorded as it is.
    """
    final = corrected(document, corrections)
    blocks: list[Block] = []
    doubts = final.doubts
    if isinstance(found, GoalsError):
        blocks.append(Paragraph(say(language, found.key, **found.arguments)))
    else:
        doubts += found.doubts
    blocks += _doubts(doubts, language)
    if not document.is_goal_document:
        return tuple(blocks)
    blocks.append(_facts(final, language))
    blocks += _items(items_of(document, corrections), final, language)
    points = say(language, "review-decided" if final.decided else "review-proposed")
    if final.decision_points:
        blocks.append(Lines(points, final.decision_points, numbered=True))
    if final.recipients:
        blocks.append(Lines(say(language, "heading-recipients"), final.recipients))
    if not isinstance(found, GoalsError):
        blocks += difference_blocks(found, language)
    return tuple(blocks)


def doubt_line(doubt: Doubt, language: str) -> str:
    """One doubt, with the line in the source where it was seen."""
    sentence = say(language, doubt.key, **doubt.arguments)
    if doubt.line is None:
        return sentence
    return say(language, "doubt-at-line", line=doubt.line, sentence=sentence)


def place_of(line: int | None, page: int | None, language: str) -> str | None:
    """Where something stands in the source: "rad 12", "sida 3, rad 12"; None for nowhere known."""
    if line is not None and page is not None:
        return say(language, "place-page-line", page=page, line=line)
    if line is not None:
        return say(language, "place-line", line=line)
    return say(language, "place-page", page=page) if page is not None else None


def _doubts(doubts: Iterable[Doubt], language: str) -> list[Block]:
    lines = tuple(dict.fromkeys(doubt_line(doubt, language) for doubt in doubts))
    return [Lines(say(language, "heading-doubts"), lines)] if lines else []


def _facts(document: GoalDocument, language: str) -> Facts:
    missing = say(language, "missing-in-document")
    period = str(document.goal_period) if document.goal_period else missing
    years = ", ".join(map(str, document.years)) or missing
    return Facts(
        tuple(
            Fact(say(language, key), value or missing)
            for key, value in (
                ("field-body", document.body),
                ("field-code", document.body_code),
                ("field-period", period),
                ("field-years", years),
                ("fact-date", document.date.isoformat() if document.date else None),
                ("fact-paragraph", document.paragraph),
                ("fact-dnr", document.dnr),
                ("field-officer", document.officer),
            )
        )
    )


def _items(items: Iterable[Item], document: GoalDocument, language: str) -> list[Block]:
    """The lists, with the items counted through, so that each can be named by its number."""
    blocks: list[Block] = []
    for heading, group in groupby(
        items, key=lambda item: _heading(item.stated, document, language)
    ):
        of_list = list(group)
        lines = tuple(
            _item_line(item, place, language) for place, item in enumerate(of_list, start=1)
        )
        blocks.append(Lines(heading, lines, numbered=True, before=of_list[0].number - 1))
    return blocks


def _heading(stated: StatedGoal | StatedSubgoal, document: GoalDocument, language: str) -> str:
    if isinstance(stated, StatedSubgoal):
        return say(language, "review-subgoals", year=stated.year)
    period = document.goal_period
    if period is None:
        return say(language, "review-goals-no-period")
    return say(language, "review-goals", period=str(period))


def _item_line(item: Item, place: int, language: str) -> str:
    """The wording, and in brackets where it stands and what was done.

    Its own code stands before it, unless that is nothing but its `place` in the list.
    """
    stated = item.stated
    marks = [
        say(language, "mark-left-out") if item.left_out else None,
        place_of(stated.line, stated.page, language),
        say(language, "mark-by-hand") if stated.by_hand else None,
    ]
    if isinstance(stated, StatedGoal) and stated.under:
        marks.append(say(language, "mark-under", text=stated.under))
    if isinstance(stated, StatedSubgoal) and stated.goal:
        marks.append(say(language, "mark-goal", number=stated.goal))
    told = ", ".join(mark for mark in marks if mark)
    code = f"{stated.code} " if stated.code and stated.code != str(place) else ""
    return f"{code}{stated.text} ({told})" if told else f"{code}{stated.text}"


def difference_blocks(found: Difference, language: str) -> list[Block]:
    """What would be recorded, list by list; also how a list was worked out."""
    blocks: list[Block] = [
        Paragraph(say(language, "body-is-new", name=body.name, code=body.code))
        for body in found.news.bodies
    ]
    blocks += [
        _working(each, each.base, language)
        for each in found.workings
        if each.base is not None and each.misfit is None
    ]
    blocks += [
        Lines(
            say(language, "heading-worked-out", body=each.stated.body, year=each.stated.year),
            tuple(subgoal.text for subgoal in each.stated.subgoals),
            numbered=True,
        )
        for each in found.plans
        if each.stated.source.base
    ]
    lists: list[GoalsDifference | PlanDifference] = [*found.goals, *found.plans]
    blocks += [
        Lines(_heading_of_list(each, language), tuple(_list_lines(each, language)))
        for each in lists
    ]
    if found.matters:
        lines = tuple(_matter_line(each, language) for each in found.matters)
        blocks.append(Lines(say(language, "heading-matters"), lines))
    if found.news.strategies:
        names = tuple(f"{each.body}: {each.name}" for each in found.news.strategies)
        blocks.append(Lines(say(language, "heading-strategies-added"), names))
    return blocks


def _working(working: Working, base: Plan, language: str) -> Block:
    heading = say(
        language,
        "heading-working",
        body=working.body,
        year=working.year,
        base=base.year,
        document=base.source.document or say(language, "missing"),
    )
    return Lines(heading, tuple(_step(step, language) for step in working.steps))


def _step(step: Step, language: str) -> str:
    amendment = step.amendment
    old = step.old.text if step.old else ""
    match amendment.kind:
        case AmendmentKind.ADD:
            said = say(language, "change-added", text=amendment.text or "")
        case AmendmentKind.REWORD:
            said = say(language, "change-reworded", old=old, new=amendment.text or "")
        case AmendmentKind.REPLACE:
            new = reworded(old, amendment) or ""
            said = say(language, "change-reworded", old=old, new=new)
        case AmendmentKind.REMOVE:
            said = say(language, "change-removed", text=old)
    place = place_of(amendment.line, amendment.page, language)
    return f"{said} ({place})" if place else said


def _heading_of_list(found: GoalsDifference | PlanDifference, language: str) -> str:
    stated = found.stated
    if isinstance(found, PlanDifference):
        status = say(language, _status_key(found.stated))
        return say(
            language,
            "heading-difference-plan",
            body=stated.body,
            year=found.stated.year,
            status=status,
        )
    period = found.stated.period
    shown = f" {period}" if period else ""
    return say(language, "heading-difference-goals", body=stated.body, period=shown)


def _status_key(stated: Plan) -> str:
    if stated.status is PlanStatus.IN_FORCE and not stated.source.is_decision:
        return "review-stated"
    return (
        "review-appealable" if stated.status is PlanStatus.APPEALABLE else f"status-{stated.status}"
    )


def _list_lines(found: GoalsDifference | PlanDifference, language: str) -> Iterable[str]:
    recorded = found.recorded.source if found.recorded else Source()
    stated = found.stated.source
    before = recorded.document or say(language, "missing")
    if found.outcome is Outcome.NEW:
        items = found.stated.subgoals if isinstance(found, PlanDifference) else found.stated.goals
        yield say(language, "outcome-new", count=len(items))
        return
    if found.outcome is Outcome.KEPT:
        yield say(language, "outcome-kept", document=before)
        return
    if found.outcome is Outcome.CONFIRMED:
        yield say(language, "outcome-confirmed", document=stated.document or "")
        return
    if found.outcome is Outcome.HELD_BACK:
        yield say(language, "outcome-held-back", document=before)
    yield from _change_lines(found.comparison.changes, language)
    kept = len(found.comparison.kept)
    if kept:
        yield say(language, "change-kept", count=kept)


def _change_lines(
    changes: Iterable[Change[Goal]] | Iterable[Change[Subgoal]], language: str
) -> Iterable[str]:
    for change in changes:
        old = change.old.text if change.old else ""
        new = change.new.text if change.new else ""
        if not old:
            yield say(language, "change-added", text=new)
        elif not new:
            yield say(language, "change-removed", text=old)
        else:
            yield say(language, "change-reworded", old=old, new=new)


def receipt_sentence(document: str, found: Difference, language: str) -> str:
    """What was recorded, counted."""
    news = found.news
    counts = (
        ("import-recorded-goals", sum(len(each.goals) for each in news.goal_sets)),
        ("import-recorded-subgoals", sum(len(each.subgoals) for each in news.plans)),
        ("import-recorded-matters", len(news.matters)),
        ("import-recorded-strategies", len(news.strategies)),
    )
    said = [say(language, key, count=count) for key, count in counts if count]
    if not said:
        return say(language, "import-nothing-new", document=document)
    *parts, last = said
    if parts:
        last = say(language, "import-recorded-and", parts=", ".join(parts), last=last)
    return say(language, "import-recorded", document=document, parts=last)


def _matter_line(found: MatterDifference, language: str) -> str:
    matter = found.stated
    return say(
        language,
        f"matter-{found.outcome}",
        body=matter.body,
        year=matter.year,
        points=len(matter.decision_points),
        recipients=len(matter.recipients),
    )
