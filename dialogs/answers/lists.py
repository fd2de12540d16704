"""All goals, all sub-goals of a year, one by its number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from dialogs.answer import Answer, Block, Choice, Lines, Paragraph, Quotes, quoted
from dialogs.answers.asked import Asked
from dialogs.answers.referred import referred
from dialogs.clock import window_ends
from dialogs.texts import SWEDISH
from dialogs.understanding.intents import PROPOSED
from dialogs.understanding.words import fold
from goals.asking import ListFor, Standing, list_for, may_see, open_matter
from goals.goal import Goal, GoalSet, Kind, Subgoal
from goals.local_time import STOCKHOLM
from goals.matter import Matter
from goals.plan import Plan, PlanStatus

_CENTURY = 2000
_MOST_LISTS = 2
"""Buttons to other lists where the one that was asked for is not there."""


def list_goals(asked: Asked) -> Answer:
    """The body's goals for the period that covers the year; with the sub-goals, if both asked."""
    body, year = asked.the_body.code, asked.year
    goal_set = asked.record.goal_set(body, year)
    if goal_set is None:
        return _no_goals(asked, year)
    count = len(goal_set.goals)
    headline = (
        asked.say("goals-are", body=body, count=count, period=str(goal_set.period))
        if goal_set.period
        else asked.say("goals-are-no-period", body=body, count=count)
    )
    blocks: list[Block] = [
        asked.facts_of_goals(goal_set),
        asked.quotes_of_goals(goal_set),
        *_overarching(asked, goal_set),
    ]
    matter = open_matter(asked.record, body, year)
    if matter is not None and matter.decision_points:
        blocks += proposed_points(asked, matter)
    if asked.question.both_kinds:
        follow = list_subgoals(asked)
        blocks += [Paragraph(follow.headline), *(b for b in follow.blocks if b not in blocks)]
    return asked.answer(
        headline,
        *blocks,
        year=year,
        status="in_force",
        choices=(
            Choice(
                asked.say("button-subgoals", body=body),
                asked.say("ask-subgoals", body=body, year=year or ""),
            ),
        ),
    )


def _overarching(asked: Asked, goal_set: GoalSet) -> list[Block]:
    """The overarching goals that the document states, each with the goals that stand under it."""
    labels: dict[str, list[str]] = {}
    for goal in goal_set.goals:
        if goal.under:
            labels.setdefault(goal.under, []).append(quoted(goal).label)
    lines = tuple(
        asked.say("under-line", text=text, numbers=", ".join(numbers))
        for text, numbers in labels.items()
    )
    return [Lines(asked.say("heading-under"), lines)] if lines else []


def _no_goals(asked: Asked, year: int | None) -> Answer:
    body = asked.the_body.code
    key = "no-goals" if year is None else "no-goals-for-year"
    return asked.answer(
        asked.say(key, body=body, year=year or ""),
        Paragraph(recorded_years(asked)),
        year=year,
        choices=lists_there_are(asked),
    )


def lists_there_are(asked: Asked) -> tuple[Choice, ...]:
    """Buttons to the latest lists that the body has, or that others have where it has none."""
    own = asked.the_body.code
    found: list[Choice] = []
    for body in sorted((each.code for each in asked.record.bodies), key=lambda code: code != own):
        if any(plan.body == body for plan in asked.record.plans):
            ask = asked.say("ask-subgoals", body=body, year="")
            found.append(Choice(asked.say("button-subgoals", body=body), ask))
        if any(goal_set.body == body for goal_set in asked.record.goal_sets):
            ask = asked.say("ask-goals", body=body)
            found.append(Choice(asked.say("button-goals", body=body), ask))
    return tuple(found[:_MOST_LISTS])


def list_subgoals(asked: Asked) -> Answer:
    """The list that answers for the year, and honestly which list that is."""
    asked = _of_what_is_proposed(asked)
    found = list_for(asked.record, asked.the_body.code, asked.year, asked.actor)
    if asked.question.above is not None and found.plan is not None:
        return _subgoals_under(asked, asked.question.above, found, found.plan)
    headline, blocks = introduction(asked, found)
    status = "none"
    if found.plan is not None:
        blocks += [asked.facts_of_plan(found.plan), asked.quotes_of_plan(found.plan)]
    if found.standing is Standing.EARLIER:
        status = status_of_open(asked, found.matter)
    elif found.plan is not None:
        status = found.plan.status.value
    year = asked.year or (found.plan.year if found.plan else None)
    return asked.answer(headline, *blocks, year=year, status=status, choices=_onward(asked, found))


def _of_what_is_proposed(asked: Asked) -> Asked:
    """With the year of the open matter, where those are meant that are proposed in it."""
    question = asked.question
    says_when = question.years or question.this_year
    if says_when or not PROPOSED.search(fold(question.text)):
        return asked
    matter = open_matter(asked.record, asked.the_body.code, None)
    return replace(asked, question=replace(question, years=(matter.year,))) if matter else asked


def _subgoals_under(asked: Asked, number: int, found: ListFor, plan: Plan) -> Answer:
    """The sub-goals of one goal; all of them where the record does not say whose they are."""
    body = asked.the_body.code
    goal_set = asked.record.goal_set(body, plan.year)
    goals = goal_set.goals if goal_set else ()
    goal = next((each for each in goals if number in {each.number, _number_in(each.code)}), None)
    if goal is None:
        return _no_such_number(
            replace(asked, question=replace(asked.question, numbers=(number,), kind=Kind.GOAL)),
            goals,
            (),
        )
    label = quoted(goal).label
    blocks: list[Block] = []
    status = plan.status.value
    if found.standing is Standing.EARLIER:
        blocks.append(Paragraph(introduction(asked, found)[0]))
        status = status_of_open(asked, found.matter)
    if asked.question.both_kinds and goal_set is not None:
        blocks.append(Quotes(asked.heading_of_goals(goal_set), (quoted(goal),)))
    if any(_belongs(each, goal) for each in plan.subgoals):
        of_goal = tuple(quoted(each) for each in plan.subgoals if _belongs(each, goal))
        headline = asked.say(
            "subgoals-under", body=body, goal=label, year=plan.year, count=len(of_goal)
        )
        blocks.append(Quotes(asked.heading_of_plan(plan), of_goal))
    else:
        headline = asked.say("subgoals-under-unknown", body=body, goal=label, year=plan.year)
        blocks.append(asked.quotes_of_plan(plan))
    return asked.answer(
        headline,
        *blocks,
        asked.facts_of_plan(plan),
        year=asked.year or plan.year,
        status=status,
        choices=(
            Choice(
                asked.say("button-goal", number=goal.number),
                asked.say("ask-goal", body=body, number=goal.number),
            ),
        ),
    )


def _belongs(subgoal: Subgoal, goal: Goal) -> bool:
    """Whether the document puts the sub-goal under the goal, in words or by its code ("3.2")."""
    if subgoal.under is not None:
        return subgoal.under == goal.text
    return bool(subgoal.code) and str(subgoal.code).startswith(f"{quoted(goal).label}.")


def _number_in(code: str | None) -> int | None:
    return int(code) if code and code.isdecimal() else None


def introduction(asked: Asked, found: ListFor) -> tuple[str, list[Block]]:
    """The conclusion about a year's list, and what has to be said before it is quoted."""
    body = asked.the_body.code
    blocks: list[Block] = []
    match found.standing:
        case Standing.OWN | Standing.LATEST if found.plan is not None:
            headline = asked.say(
                f"subgoals-{found.plan.status.value}",
                body=body,
                year=found.plan.year,
                count=len(found.plan.subgoals),
            )
            if found.standing is Standing.LATEST:
                blocks += _about_now(asked, found.plan.year)
        case Standing.EARLIER if found.plan is not None:
            headline = asked.say("no-adjusted-decision", body=body, year=found.asked or "")
            if found.matter is not None:
                blocks += under_way(asked, found.matter)
            else:
                blocks.append(
                    Paragraph(asked.say("no-open-matter", body=body, year=found.asked or ""))
                )
            blocks.append(
                Paragraph(asked.say("latest-list-follows", body=body, year=found.plan.year))
            )
        case _:
            headline = (
                asked.say("no-subgoals-for-year", body=body, year=found.asked)
                if found.asked
                else asked.say("no-subgoals", body=body)
            )
            blocks.append(Paragraph(recorded_years(asked)))
    return headline, blocks


def _about_now(asked: Asked, year: int) -> list[Block]:
    """Said when no year was asked for: which later years have no list, or are under way."""
    body = asked.the_body.code
    blocks: list[Block] = []
    if asked.question.this_year and year != asked.today.year:
        blocks.append(
            Paragraph(
                asked.say("this-year-has-none", body=body, year=asked.today.year, latest=year)
            )
        )
    matter = open_matter(asked.record, body, None)
    if matter is not None and matter.year > year:
        blocks.append(Paragraph(asked.say("later-matter-open", body=body, year=matter.year)))
    return blocks


def under_way(asked: Asked, matter: Matter) -> list[Block]:
    """What is known of an open matter: what is proposed, how many wait, and until when."""
    return [
        *proposed_points(asked, matter),
        waiting(asked, matter),
        *taken_until(asked, matter),
    ]


def status_of_open(asked: Asked, matter: Matter | None) -> str:
    """Whether anything is proposed in an open matter, by a paper or by an official."""
    if matter is None or not (matter.decision_points or asked.waiting_in(matter)):
        return "none"
    return PlanStatus.PROPOSED.value


def proposed_points(asked: Asked, matter: Matter) -> list[Block]:
    """What it is proposed to decide, in the document's own words; else that the matter is open."""
    if not matter.decision_points:
        return [Paragraph(asked.say("matter-is-open", body=matter.body, year=matter.year))]
    heading = asked.say("heading-proposed", body=matter.body, year=matter.year)
    return [Lines(heading, matter.decision_points, numbered=True)]


def taken_until(asked: Asked, matter: Matter) -> list[Block]:
    """From when until when proposals are taken, where that is set."""
    window = matter.window
    if window is None:
        return []
    last_moment = window.closes.astimezone(STOCKHOLM) - timedelta(microseconds=1)
    is_over = last_moment.date() < asked.today
    key = "proposals-were-taken" if is_over else "proposals-are-taken"
    return [Paragraph(asked.say(key, year=matter.year, **window_ends(window, asked.language)))]


def waiting(asked: Asked, matter: Matter) -> Paragraph:
    """How many proposals wait; for who does not read Swedish, what the points come to in short."""
    gist = [
        asked.say(key)
        for key, words in (
            ("gist-goals-remain", ("målen", "kvarstår")),
            ("gist-subgoals-corrected-in-dialogue", ("delmålen", "korrigeras", "dialog")),
        )
        if any(all(word in point.casefold() for word in words) for point in matter.decision_points)
    ]
    counted = asked.say("proposals-waiting", count=asked.waiting_in(matter), year=matter.year)
    if not gist or asked.language == SWEDISH:
        return Paragraph(counted)
    return Paragraph(f"{asked.say('gist', points='; '.join(gist))} {counted}")


def recorded_years(asked: Asked) -> str:
    """Which years and periods the body has something recorded for."""
    body = asked.the_body.code
    years = [str(plan.year) for plan in asked.record.plans if plan.body == body]
    periods = [
        str(each.period) for each in asked.record.goal_sets if each.body == body and each.period
    ]
    if not years and not periods:
        return asked.say("nothing-recorded", body=body)
    if not periods:
        return asked.say("recorded-years-subgoals", body=body, years=", ".join(years))
    if not years:
        return asked.say("recorded-years-goals", body=body, periods=", ".join(periods))
    return asked.say(
        "recorded-years", body=body, years=", ".join(years), periods=", ".join(periods)
    )


def _onward(asked: Asked, found: ListFor) -> tuple[Choice, ...]:
    body = asked.the_body.code
    choices = [Choice(asked.say("button-goals", body=body), asked.say("ask-goals", body=body))]
    if found.matter is not None:
        choices += [
            Choice(
                asked.say("button-recipients"),
                asked.say("ask-recipients", body=body, year=found.matter.year),
            ),
            Choice(
                asked.say("button-officer"),
                asked.say("ask-officer", body=body, year=found.matter.year),
            ),
        ]
    return tuple(choices)


def picked_from(asked: Asked, items: Sequence[Goal | Subgoal]) -> list[Goal | Subgoal]:
    """Those of a list that the question names, by their own code or by their place."""
    codes = asked.question.codes
    of_code = [item for code in codes for item in items if (item.code or "").lower() == code]
    of_number = [
        item
        for number in asked.question.numbers
        for item in items
        if item.number == place_of(number, len(items))
    ]
    return of_code + of_number


def place_of(number: int, count: int) -> int:
    """The place in a list of `count`; negative numbers count from its end."""
    return number if number > 0 else count + 1 + number


def goal_detail(asked: Asked) -> Answer:
    """The goals or sub-goals with the numbers that were asked for."""
    body = asked.the_body.code
    found = list_for(asked.record, body, asked.year, asked.actor)
    goal_set = asked.record.goal_set(body, asked.year)
    goals: tuple[Goal, ...] = goal_set.goals if goal_set else ()
    subgoals: tuple[Subgoal, ...] = found.plan.subgoals if found.plan else ()
    wants_goal = asked.question.kind is Kind.GOAL
    items: tuple[Goal | Subgoal, ...] = goals if wants_goal else subgoals
    picked = picked_from(asked, items) or referred(asked)
    if not picked and asked.question.codes:
        picked = picked_from(asked, (*goals, *subgoals)) or _of_another_list(asked)
    if not picked and not (asked.question.codes or asked.question.numbers):
        return list_goals(asked) if wants_goal else list_subgoals(asked)
    if not picked:
        return _no_such_number(asked, goals, subgoals)
    return _the_numbered(asked, picked, found, goal_set)


def _of_another_list(asked: Asked) -> list[Goal | Subgoal]:
    """What a code stands for that only another year's list has, where no year was asked for."""
    if asked.year is not None:
        return []
    plans = [plan for plan in asked.record.plans if plan.body == asked.the_body.code]
    seen = [plan for plan in plans if may_see(plan, asked.actor)]
    for plan in sorted(seen, key=lambda plan: plan.year, reverse=True):
        if plan.status is not PlanStatus.ANNULLED and (of := picked_from(asked, plan.subgoals)):
            return of
    return []


def _the_numbered(
    asked: Asked, picked: list[Goal | Subgoal], found: ListFor, goal_set: GoalSet | None
) -> Answer:
    first = picked[0]
    label = ", ".join(quoted(item).label for item in picked)
    blocks: list[Block] = []
    if isinstance(first, Subgoal):
        headline = asked.say("subgoal-is", body=first.body, number=label, year=first.year)
        heading = asked.say("heading-subgoals", body=first.body, year=first.year)
        if found.standing is Standing.EARLIER:
            blocks.append(
                Paragraph(
                    asked.say("no-adjusted-decision", body=first.body, year=found.asked or "")
                )
            )
    else:
        headline = asked.say("goal-is", body=first.body, number=label)
        heading = asked.heading_of_goals(goal_set) if goal_set else ""
    facts, status, year = asked.facts_of(first)
    if found.standing is Standing.EARLIER and isinstance(first, Subgoal):
        status = status_of_open(asked, found.matter)
    blocks += [Quotes(heading, tuple(map(quoted, picked)))]
    blocks += [Paragraph(said) for item in picked if (said := _where_it_belongs(asked, item))]
    return asked.answer(headline, *blocks, facts, year=asked.year or year, status=status)


def _where_it_belongs(asked: Asked, item: Goal | Subgoal) -> str | None:
    """The goal that a sub-goal stands under, or a goal's overarching one, where it is stated."""
    label = quoted(item).label
    if isinstance(item, Goal):
        return asked.say("stands-under", number=label, text=item.under) if item.under else None
    goal_set = asked.record.goal_set(item.body, item.year)
    goals = goal_set.goals if goal_set else ()
    goal = next((each for each in goals if _belongs(item, each)), None)
    if goal is not None:
        return asked.say("belongs-to-goal", number=label, goal=quoted(goal).label)
    words = item.under
    return asked.say("belongs-to-goal-words", number=label, goal=words) if words else None


def _no_such_number(asked: Asked, goals: tuple[Goal, ...], subgoals: tuple[Subgoal, ...]) -> Answer:
    """Say so of "mål 5" of four, and the sub-goal of that number offered where there is one."""
    body = asked.the_body.code
    named: tuple[int | str, ...] = (*asked.question.codes, *asked.question.numbers)
    number = named[0]
    wants_goal = asked.question.kind is Kind.GOAL
    if isinstance(number, int) and len(named) == 1 and asked.year is None:
        year = _CENTURY + number  # "mål 25"
        if number > 0 and asked.record.plan(body, year):
            question = replace(asked.question, years=(year,), numbers=())
            of_year = replace(asked, question=question)
            return list_goals(of_year) if wants_goal else list_subgoals(of_year)
    if asked.year is not None and not (goals if wants_goal else subgoals):
        return _no_goals(asked, asked.year) if wants_goal else list_subgoals(asked)
    shown = asked.say("last") if isinstance(number, int) and number < 0 else str(number)
    headline = asked.say(
        "no-such-goal" if wants_goal else "no-such-subgoal",
        body=body,
        number=shown,
        count=len(goals if wants_goal else subgoals),
    )
    others: tuple[Goal | Subgoal, ...] = subgoals if wants_goal else goals
    suggested = tuple(quoted(item) for item in others if item.number == number)
    of_that_number = tuple(
        Choice(
            asked.say("button-subgoal" if wants_goal else "button-goal", number=item.number),
            asked.say("ask-subgoal" if wants_goal else "ask-goal", body=body, number=item.number),
        )
        for item in suggested
    )
    choices = (
        *of_that_number,
        Choice(asked.say("button-goals", body=body), asked.say("ask-goals", body=body)),
        Choice(
            asked.say("button-subgoals", body=body), asked.say("ask-subgoals", body=body, year="")
        ),
    )
    return asked.answer(headline, year=asked.year, suggested=suggested, choices=choices[:3])
