"""What changed between two years, and how one sub-goal has read over the years."""

from __future__ import annotations

from dataclasses import replace

from dialogs.answer import Answer, Block, Paragraph, Quotes, quoted
from dialogs.answers import topics
from dialogs.answers.asked import Asked
from dialogs.answers.lists import (
    list_goals,
    list_subgoals,
    lists_there_are,
    picked_from,
    recorded_years,
    status_of_open,
    under_way,
)
from dialogs.answers.referred import referred
from dialogs.understanding import intents
from dialogs.understanding.certainty import certain
from dialogs.understanding.question import Intent
from goals.asking import compare, history, latest_plan, list_for, may_see, open_matter
from goals.goal import Kind, Subgoal
from goals.plan import Plan, PlanStatus

_TWO = 2


def compare_years(asked: Asked) -> Answer:
    """Two lists side by side in words: added, reworded old → new, removed, kept.

    Of one sub-goal that the topic clearly means only its own wordings.
    """
    question = asked.question
    one_is_meant = question.topic or question.numbers or question.codes
    if one_is_meant and _one_subgoal(asked, surely=True):
        return tell_history(asked)
    body = asked.the_body.code
    older, newer = _two_years(asked)
    plans = {
        plan.year: plan
        for plan in asked.record.plans
        if plan.body == body
        and may_see(plan, asked.actor)
        and plan.status is not PlanStatus.ANNULLED
    }
    old, new = plans.get(older or 0), plans.get(newer or 0)
    if _names_years_only(asked):
        if _same_goals(asked):
            return list_goals(_meaning(asked, Intent.LIST_GOALS))
        if (old is None) != (new is None):
            return list_subgoals(_meaning(asked, Intent.LIST_SUBGOALS))
    if old is None or new is None:
        return _cannot_compare(asked, older, newer, [old, new])
    comparison = compare(old.subgoals, new.subgoals)
    reworded = [c for c in comparison.changes if c.old and c.new]
    added = [c.new for c in comparison.changes if c.new and not c.old]
    removed = [c.old for c in comparison.changes if c.old and not c.new]
    blocks: list[Block] = []
    if added:
        blocks.append(Quotes(asked.say("heading-added", year=new.year), tuple(map(quoted, added))))
    blocks += [
        Quotes(
            asked.say("heading-reworded", old=old.year, new=new.year),
            (quoted(change.old), quoted(change.new)),
        )
        for change in reworded
        if change.old and change.new
    ]
    if removed:
        blocks.append(
            Quotes(asked.say("heading-removed", year=new.year), tuple(map(quoted, removed)))
        )
    if comparison.kept:
        blocks.append(
            Quotes(asked.say("heading-kept", year=new.year), tuple(map(quoted, comparison.kept)))
        )
    headline = asked.say(
        "changes-between",
        body=body,
        old=old.year,
        new=new.year,
        added=len(added),
        reworded=len(reworded),
        removed=len(removed),
        kept=len(comparison.kept),
    )
    blocks += [asked.facts_of_plan(new), asked.facts_of_plan(old)]
    return asked.answer(headline, *blocks, year=new.year, status=new.status.value)


def _names_years_only(asked: Asked) -> bool:
    """Whether the goals of two years are asked for, and not what differs: "mål 2024 och 2025"."""
    question = asked.question
    names_list = question.kind is not None and not question.both_kinds and not question.topic
    return names_list and intents.asks_for_years(question.text)


def _same_goals(asked: Asked) -> bool:
    """Whether goals are asked for, and the same ones hold for all the years."""
    question = asked.question
    if question.kind is not Kind.GOAL:
        return False
    found = [asked.record.goal_set(asked.the_body.code, year) for year in question.years]
    return bool(found) and found[0] is not None and all(each is found[0] for each in found)


def _meaning(asked: Asked, intent: Intent) -> Asked:
    """The same question as one for a list: two years, and not a word of what differs."""
    years = asked.question.years
    latest = (max(years),) if years else ()
    return replace(asked, question=replace(asked.question, intent=intent, years=latest))


def _two_years(asked: Asked) -> tuple[int | None, int | None]:
    """The older and the newer year; what is not said is the latest list and the one before it."""
    years = sorted(asked.question.years)
    if len(years) >= _TWO:
        return years[0], years[-1]
    body = asked.the_body.code
    latest = latest_plan(asked.record, body, asked.actor)
    matter = open_matter(asked.record, body, None)
    if matter is not None and not matter.decision_points:
        matter = None  # nothing is proposed in it that could differ
    newest = max((each.year for each in (latest, matter) if each), default=None)
    if not years:
        recorded = sorted(plan.year for plan in asked.record.plans if plan.body == body)
        if newest in recorded[1:]:
            return recorded[recorded.index(newest) - 1], newest
        return (newest - 1 if newest else None), newest
    (year,) = years
    if newest is not None and newest > year:
        return year, newest
    return year - 1, year


def _cannot_compare(
    asked: Asked, older: int | None, newer: int | None, plans: list[Plan | None]
) -> Answer:
    body = asked.the_body.code
    missing = [
        year for year, plan in zip((older, newer), plans, strict=True) if plan is None and year
    ]
    blocks: list[Block] = []
    matter = open_matter(asked.record, body, newer)
    status = "none"
    if matter is not None:
        blocks += under_way(asked, matter)
        status = status_of_open(asked, matter)
    blocks.append(Paragraph(recorded_years(asked)))
    headline = asked.say(
        "cannot-compare",
        body=body,
        years=", ".join(str(year) for year in missing) or "–",
    )
    return asked.answer(
        headline, *blocks, year=newer, status=status, choices=lists_there_are(asked)
    )


def tell_history(asked: Asked) -> Answer:
    """One sub-goal's wording in each recorded year, newest first, with its source."""
    subgoal = _one_subgoal(asked)
    if subgoal is None:
        if asked.question.topic or asked.question.numbers or asked.question.codes:
            return topics.decline(asked)
        return list_subgoals(asked)
    versions = history(asked.record, subgoal, asked.actor)
    blocks: list[Block] = []
    for plan, version in versions:
        blocks += [
            Quotes(asked.heading_of_plan(plan), (quoted(version),)),
            asked.facts_of_plan(plan),
        ]
    if len(versions) == 1:
        blocks.append(Paragraph(asked.say("history-only-one")))
    newest = versions[0][0] if versions else None
    return asked.answer(
        asked.say(
            "history-of", body=subgoal.body, number=quoted(subgoal).label, count=len(versions)
        ),
        *blocks,
        year=newest.year if newest else None,
        status=newest.status.value if newest else "none",
    )


def _one_subgoal(asked: Asked, *, surely: bool = False) -> Subgoal | None:
    plan = list_for(asked.record, asked.the_body.code, asked.year, asked.actor).plan
    subgoals = plan.subgoals if plan else ()
    if asked.question.numbers or asked.question.codes:
        picked = picked_from(asked, subgoals)
        return next((item for item in picked if isinstance(item, Subgoal)), None)
    if asked.question.about:
        return next((item for item in referred(asked) if isinstance(item, Subgoal)), None)
    if asked.question.topic:
        sure, nearly = certain(topics.find(asked))
        for item in sure if surely else [*sure, *nearly[:1]]:
            if isinstance(item, Subgoal):
                return item
    return None
