"""About the decision: is it taken, who gets it, who handles it, what is proposed."""

from __future__ import annotations

from typing import Literal

from dialogs.answer import Answer, Block, Choice, Lines, Paragraph
from dialogs.answers import topics
from dialogs.answers.asked import Asked
from dialogs.answers.lists import (
    introduction,
    picked_from,
    proposed_points,
    recorded_years,
    status_of_open,
    taken_until,
    under_way,
)
from dialogs.answers.referred import referred
from dialogs.understanding.certainty import certain
from dialogs.understanding.intents import wished_kind
from goals.asking import Standing, list_for, open_matter
from goals.goal import Goal, Kind, Subgoal
from goals.ground import may_propose
from goals.matter import Matter
from goals.plan import PlanStatus


def decision_status(asked: Asked) -> Answer:
    """Whether the year's list is decided; without a year, the newest matter's."""
    body = asked.the_body.code
    matter = open_matter(asked.record, body, asked.year)
    year = asked.year or (matter.year if matter else None)
    found = list_for(asked.record, body, year, asked.actor)
    items = meant(asked)
    blocks: list[Block] = []
    if items:
        blocks.append(topics.quotes_of(asked, items))
    if found.standing in {Standing.OWN, Standing.LATEST} and found.plan is not None:
        headline = asked.say(f"decided-{found.plan.status.value}", body=body, year=found.plan.year)
        if found.matter is not None:
            blocks += under_way(asked, found.matter)
        blocks.append(asked.facts_of_plan(found.plan))
        return asked.answer(
            headline,
            *blocks,
            year=found.plan.year,
            status=found.plan.status.value,
            choices=_show_list(asked, found.plan.year),
        )
    if matter is None and found.plan is None:
        headline, intro = introduction(asked, found)
        return asked.answer(headline, *intro, year=year)
    headline = asked.say("no-adjusted-decision", body=body, year=year or "")
    status = "none"
    if matter is not None:
        status = status_of_open(asked, matter)
        blocks += [*under_way(asked, matter), asked.facts_of_matter(matter)]
    else:
        blocks.append(Paragraph(asked.say("no-open-matter", body=body, year=year or "")))
    return asked.answer(
        headline, *blocks, year=year, status=status, choices=_show_list(asked, year)
    )


def _show_list(asked: Asked, year: int | None) -> tuple[Choice, ...]:
    body = asked.the_body.code
    return (
        Choice(
            asked.say("button-subgoals", body=body),
            asked.say("ask-subgoals", body=body, year=year or ""),
        ),
    )


def meant(asked: Asked) -> list[Goal | Subgoal]:
    """The wordings that a question about a decision or a change names by number or topic."""
    body, question = asked.the_body.code, asked.question
    if question.numbers or question.codes:
        plan = list_for(asked.record, body, asked.year, asked.actor).plan
        goal_set = asked.record.goal_set(body, asked.year)
        items: tuple[Goal | Subgoal, ...] = (
            (goal_set.goals if goal_set else ())
            if question.kind is Kind.GOAL
            else (plan.subgoals if plan else ())
        )
        return picked_from(asked, items)
    if question.about:
        return referred(asked)
    if question.topic:
        sure, _ = certain(topics.find(asked))
        return sure
    return []


def _matters(asked: Asked) -> list[Matter]:
    """The matter of the year; without a year, the body's matters, the latest first."""
    return [each for each in _of_body(asked) if asked.year in (None, each.year)]


def _of_body(asked: Asked) -> list[Matter]:
    """The body's matters, the latest first."""
    of_body = [each for each in asked.record.matters if each.body == asked.the_body.code]
    return sorted(of_body, key=lambda matter: -matter.year)


def _later(asked: Asked, key: str, matters: list[Matter], told: Matter) -> list[Block]:
    """That a later matter, opened since, has nothing of the kind yet."""
    later = next((each for each in matters if each.year > told.year), None)
    if later is None:
        return []
    return [Paragraph(asked.say(f"{key}-for-year", body=later.body, year=later.year))]


def recipients(asked: Asked) -> Answer:
    """The units that the decision shall be sent to."""
    matters = _matters(asked)
    matter = next((each for each in matters if each.recipients), None)
    if matter is None:
        others = [each for each in _of_body(asked) if each.recipients]
        return _nothing(asked, "no-recipients", others, asks="recipients")
    if matter.is_open:
        key = "recipients-are" if matter.decision_points else "recipients-of-matter"
    else:
        key = "recipients-decided"
    return asked.answer(
        asked.say(key, body=matter.body, year=matter.year, count=len(matter.recipients)),
        *_later(asked, "no-recipients", matters, matter),
        Lines(asked.say("heading-recipients"), matter.recipients),
        asked.facts_of_matter(matter),
        year=matter.year,
        status=_status(asked, matter),
    )


def who_responsible(asked: Asked) -> Answer:
    """The handläggare of the matter; for one sub-goal, that the record has no owner of it."""
    matters = _matters(asked)
    matter = next((each for each in matters if each.officer), None)
    if matter is None or not matter.officer:
        others = [each for each in _of_body(asked) if each.officer]
        return _nothing(asked, "no-officer", others, asks="officer")
    blocks: list[Block] = _later(asked, "no-officer", matters, matter)
    items = meant(asked)
    if items:
        blocks += [Paragraph(asked.say("no-owner")), topics.quotes_of(asked, items)]
    return asked.answer(
        asked.say("officer-is", body=matter.body, year=matter.year, officer=matter.officer),
        *blocks,
        asked.facts_of_matter(matter),
        year=matter.year,
        status=_status(asked, matter),
    )


def _nothing(
    asked: Asked, key: str, others: list[Matter], *, asks: Literal["recipients", "officer"]
) -> Answer:
    """That the year has nothing of the kind, and the other years that have."""
    body = asked.the_body.code
    if asked.year is None:
        return asked.answer(asked.say(key, body=body))
    headline = asked.say(f"{key}-for-year", body=body, year=asked.year)
    if not others:
        return asked.answer(headline, Paragraph(recorded_years(asked)), year=asked.year)
    years = ", ".join(str(each.year) for each in others)
    question = asked.say(f"ask-{asks}", body=body, year=others[0].year)
    return asked.answer(
        headline,
        Paragraph(asked.say("known-for-other-years", years=years)),
        year=asked.year,
        choices=(Choice(asked.say(f"button-{asks}"), question),),
    )


def _status(asked: Asked, matter: Matter) -> str:
    if matter.is_open:
        return status_of_open(asked, matter)
    plan = list_for(asked.record, matter.body, matter.year, asked.actor).plan
    return plan.status.value if plan and plan.year == matter.year else "in_force"


def list_proposals(asked: Asked) -> Answer:
    """What is proposed in the matter of the year, with the list where that is proposed whole."""
    matter = open_matter(asked.record, asked.the_body.code, asked.year)
    body = asked.the_body.code
    if matter is None:
        year = asked.year
        return asked.answer(
            asked.say("no-matter-for-year", body=body, year=year)
            if year
            else asked.say("no-matter", body=body),
            year=year,
        )
    plan = asked.record.plan(body, matter.year)
    return asked.answer(
        asked.say("proposals-waiting", count=asked.waiting_in(matter), year=matter.year),
        *proposed_points(asked, matter),
        *([asked.quotes_of_plan(plan)] if plan and plan.status is PlanStatus.PROPOSED else []),
        *taken_until(asked, matter),
        asked.facts_of_matter(matter),
        year=matter.year,
        status=status_of_open(asked, matter),
    )


def my_proposals(asked: Asked) -> Answer:
    """The person's own proposals."""
    return asked.answer(asked.say("no-own-proposals"), Paragraph(asked.say("how-to-propose-short")))


def _may_not(asked: Asked) -> bool:
    """Whether somebody wants a change who may propose none."""
    bodies = [asked.body] if asked.body else asked.record.bodies
    return (
        bool(asked.actor.object_id)
        and wished_kind(asked.question.text) is not None
        and not any(may_propose(asked.actor, each.code) for each in bodies)
    )


def how_to_propose(asked: Asked) -> Answer:
    """How a change is proposed; the wording it would change, if the question names it."""
    blocks: list[Block] = [Paragraph(asked.say("how-to-propose-steps"))]
    if _may_not(asked):
        body = (
            asked.body.code if asked.body else ", ".join(each.code for each in asked.record.bodies)
        )
        blocks.insert(0, Paragraph(asked.say("error-proposing-not-allowed", body=body)))
    status, year = "none", None
    if asked.body is not None:
        # "hur kan man påverka målen": only what the change is about names a wording
        names_one = asked.question.numbers or asked.question.codes or asked.question.focus
        items = meant(asked) if names_one or asked.question.about else []
        if items:
            facts, status, year = asked.facts_of(items[0])
            blocks += [topics.quotes_of(asked, items), facts]
        matter = open_matter(asked.record, asked.body.code, None)
        if matter is not None:
            blocks += taken_until(asked, matter)
        if matter is not None and matter.officer:
            blocks.append(
                Paragraph(
                    asked.say(
                        "propose-contact",
                        body=matter.body,
                        year=matter.year,
                        officer=matter.officer,
                    )
                )
            )
    return asked.answer(
        asked.say("how-to-propose"), *blocks, year=asked.year or year, status=status
    )
