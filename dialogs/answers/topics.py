"""Which goal is about this: quoted when it is clear, offered when it is nearly clear."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dialogs.answer import Answer, Block, Choice, Paragraph, Quoted, Quotes, quoted
from dialogs.answers.asked import Asked
from dialogs.answers.gaps import gaps_of
from dialogs.answers.lists import status_of_open
from dialogs.answers.referred import referred
from dialogs.understanding.certainty import (
    IN_THE_RACE,
    MOST_CHOICES,
    STRICT_WORD,
    TOGETHER,
    Found,
    certain,
    far_ahead,
)
from dialogs.understanding.finding import INFLECTED, SAME_CONCEPT
from dialogs.understanding.intents import ERRAND, OF_OTHERS, PRIVATE, is_sentence
from dialogs.understanding.question import Intent
from dialogs.understanding.words import fold
from goals.asking import Standing, counterpart, list_for, may_see
from goals.goal import Body, Goal, Kind, Subgoal
from goals.plan import PlanStatus

_ANNULLED = PlanStatus.ANNULLED
_AND = re.compile(r"\b(?:och|o|samt|and|bade|both|aven|plus|also|eller|or)\b|[,&/+]")
"""Folded: what stands between two things that are asked about in one breath."""


def topic_search(asked: Asked) -> Answer:
    """Quote the wording that the topic clearly means; else offer up to three; else decline."""
    if asked.question.about or OF_OTHERS.search(fold(asked.question.text)):
        items = referred(asked) if asked.question.about else []
        return _quote(asked, items) if items else decline(asked)
    if asked.question.is_service and not _names_goals(asked):
        return _beside_a_service(asked)
    found = find(asked)
    sure, nearly = certain(
        found,
        strictly=not _asks_for_goal(asked),
        several=bool(_AND.search(fold(asked.question.text))),
    )
    if not sure:
        sure = far_ahead(found)
    if together := _in_each_body(asked) or _one_for_each_thing(asked):
        sure = together
    if sure:
        return _quote(asked, sure, silent_on=_silent_on(asked))
    elsewhere, surely = _of_another_year(asked)
    if elsewhere and surely:
        return _quote(asked, [elsewhere], says=_not_in_this_list(asked, elsewhere))
    if elsewhere and not nearly:
        nearly = [elsewhere]
    if nearly:
        return _offer(asked, nearly)
    return decline(asked)


def _in_each_body(asked: Asked) -> list[Goal | Subgoal]:
    """What each of several bodies surely has on it: "vilka nämnder har mål om skola"."""
    of_body = [
        find(replace(asked, body=body, question=replace(asked.question, body=body.code)))
        for body in asked.record.bodies
        if body.code in asked.question.bodies
    ]
    best = max((found[0][1].score for found in of_body if found), default=0.0)
    return [
        item
        for found in of_body
        if found and found[0][1].score > IN_THE_RACE * best
        for item in certain(found)[0] or _really_met(found)
    ]


def _really_met(found: list[Found]) -> list[Goal | Subgoal]:
    """Those that share the very word, where none of them leads."""
    best = found[0][1].score
    return [
        item
        for item, each in found
        if each.strongest >= INFLECTED and each.score > IN_THE_RACE * best
    ]


def _beside_a_service(asked: Asked) -> Answer:
    """When it opens or what it costs is not known; a goal that is surely about it is offered.

    It is quoted, if it is about all of it, and no errand is to be done.
    """
    text = fold(asked.question.text)
    if PRIVATE.search(text):
        return decline(asked)
    found = find(asked)
    sure, _ = certain(found, strictly=True, several=False)
    if len(sure) != 1:
        return decline(asked)
    best = found[0][1]
    is_all = best.coverage >= TOGETHER and best.convincing >= STRICT_WORD
    return _quote(asked, sure) if is_all and not ERRAND.search(text) else _offer(asked, sure)


def _of_another_year(asked: Asked) -> tuple[Subgoal | None, bool]:
    """A sub-goal that the topic clearly means, of which the list that counts has no later version.

    And whether its very word is met: only then it is quoted, else it is offered.
    """
    bodies = [asked.body] if asked.body else list(asked.record.bodies)
    plans = [list_for(asked.record, body.code, asked.year, asked.actor).plan for body in bodies]
    told = {plan.body: plan for plan in plans if plan is not None}
    stands = {(plan.body, each.text) for plan in told.values() for each in plan.subgoals}
    others: dict[tuple[str, str], Subgoal] = {}
    for plan in sorted(asked.record.plans, key=lambda plan: plan.year):
        if plan.body in told and may_see(plan, asked.actor) and plan.status is not _ANNULLED:
            of_plan = {(each.body, each.text): each for each in plan.subgoals}
            others |= {place: each for place, each in of_plan.items() if place not in stands}
    if not others:
        return None, False
    found = asked.library.search(
        asked.question.topic, among=[*_wanted(asked, bodies), *others.values()]
    )
    sure, _ = certain(found, strictly=True, several=False)
    if len(sure) != 1 or not isinstance(one := sure[0], Subgoal):
        return None, False
    if (one.body, one.text) in stands or counterpart(one, told[one.body]) is not None:
        return None, False
    return one, found[0][1].strongest >= INFLECTED


def _not_in_this_list(asked: Asked, item: Subgoal) -> str:
    """That nothing of what was asked for is about it, but a list of another year."""
    label = quoted(item).label
    if asked.year is not None:
        return asked.say(
            "topic-of-another-year",
            asked=asked.year,
            body=item.body,
            number=label,
            year=item.year,
        )
    return asked.say("topic-not-now", body=item.body, number=label, year=item.year)


def find(asked: Asked) -> list[Found]:
    """The wordings that count for the question's body and year, best first.

    Searched by the words after "om", if there are any that lead anywhere; else by all.
    """
    found: list[Found] = []
    bodies = [asked.body] if asked.body else list(asked.record.bodies)
    everywhere = [] if asked.question.body else list(asked.record.bodies)
    for words in (_focus(asked), asked.question.topic):
        for among in (bodies, everywhere):  # the person's own body is not the only one
            if words and among and not found:
                found = asked.library.search(words, among=_wanted(asked, among))
    if asked.question.kind is Kind.SUBGOAL and any(isinstance(item, Subgoal) for item, _ in found):
        found = [(item, candidate) for item, candidate in found if isinstance(item, Subgoal)]
    return found


def _focus(asked: Asked) -> tuple[str, ...]:
    """The words after "om", unless they only say for whom: "kontroller av personal"."""
    is_people = asked.library.vocabulary.is_people
    focus = asked.question.focus
    return () if all(map(is_people, focus)) else focus


def _one_for_each_thing(asked: Asked) -> list[Goal | Subgoal]:
    """The wordings that things with an "och" between them surely mean, each one of its own.

    None where one wording is surely about all of them.
    """
    is_people = asked.library.vocabulary.is_people
    things = [thing for thing in _things(asked) if not all(map(is_people, thing))]
    if not 1 < len(things) <= MOST_CHOICES:
        return []
    wanted = _wanted(asked, [asked.body] if asked.body else list(asked.record.bodies))
    of_all = asked.library.search(tuple(word for thing in things for word in thing), among=wanted)
    if not of_all:
        return []
    best = of_all[0][1]
    if best.coverage >= TOGETHER and all(e.strength >= SAME_CONCEPT for e in best.evidence):
        return []
    chosen: list[Goal | Subgoal] = []
    for words in things:
        of_thing = asked.library.search(words, among=wanted)
        sure, _ = certain(of_thing, strictly=not _speaks_of_goals(asked), several=False)
        new = [item for item in sure if item not in chosen]
        if of_thing and not new:
            return []
        chosen += new
    return sorted(chosen, key=lambda item: (isinstance(item, Subgoal), item.number))


def _silent_on(asked: Asked) -> list[str]:
    """Those of the things asked for one after the other that no wording is even nearly about.

    Who asks for two and is answered on one shall know that the other was heard.
    """
    things = _things(asked)
    if not 1 < len(things) <= MOST_CHOICES or not _speaks_of_goals(asked):
        return []
    is_topic = asked.library.vocabulary.meanings_of
    wanted = _wanted(asked, [asked.body] if asked.body else list(asked.record.bodies))
    return [
        " ".join(words)
        for words in things
        if all(map(is_topic, words))
        and certain(asked.library.search(words, among=wanted)) == ([], [])
    ]


def _things(asked: Asked) -> list[tuple[str, ...]]:
    """The words of the topic, parted where an "och" or a comma parts them."""
    typed = {meant: fold(word) for word, meant in asked.question.mended}
    parts = _AND.split(fold(asked.question.text))
    things = [
        tuple(
            word
            for word in asked.question.topic
            if re.search(rf"\b{re.escape(typed.get(word, fold(word)))}\b", part)
        )
        for part in parts
    ]
    return [words for words in things if words]


def _names_goals(asked: Asked) -> bool:
    question = asked.question
    return bool(question.kind or question.both_kinds)


def _asks_for_goal(asked: Asked) -> bool:
    question = asked.question
    return bool(not is_sentence(question.text) or _speaks_of_goals(asked))


def _speaks_of_goals(asked: Asked) -> bool:
    question = asked.question
    return bool(
        _names_goals(asked)
        or question.body
        or question.years
        or question.this_year
        or question.focus
        or question.intent is not Intent.TOPIC_SEARCH
    )


def _may_be_a_topic(asked: Asked) -> bool:
    """Whether it asks for goals, or names nothing but things that goals can be about."""
    vocabulary = asked.library.vocabulary
    return _speaks_of_goals(asked) or (
        not is_sentence(asked.question.text)
        and all(vocabulary.meanings_of(word) for word in asked.question.topic)
    )


def _wanted(asked: Asked, bodies: list[Body]) -> list[Goal | Subgoal]:
    """The wordings of the lists that answer for the year."""
    items: list[Goal | Subgoal] = []
    for body in bodies:
        found = list_for(asked.record, body.code, asked.year, asked.actor)
        if found.plan is not None:
            items += found.plan.subgoals
        if goal_set := asked.record.goal_set(body.code, asked.year):
            items += goal_set.goals
    return items


def _quote(
    asked: Asked,
    items: Sequence[Goal | Subgoal],
    *,
    says: str | None = None,
    silent_on: Sequence[str] = (),
) -> Answer:
    """The wordings, and what they rest on; `says` stands instead of the usual first sentence.

    `silent_on` are the other things asked for, in the person's words.
    """
    blocks: list[Block] = []
    first = items[0]
    facts, status, year = asked.facts_of(first)
    if asked.year is not None and says is None:
        for body in dict.fromkeys(item.body for item in items if isinstance(item, Subgoal)):
            found = list_for(asked.record, body, asked.year, asked.actor)
            if found.standing is Standing.EARLIER:
                status = status_of_open(asked, found.matter)
                blocks.append(
                    Paragraph(asked.say("no-adjusted-decision", body=body, year=asked.year))
                )
    blocks.append(quotes_of(asked, items))
    if silent_on:
        blocks.append(Paragraph(asked.say("nothing-about-these", things=", ".join(silent_on))))
    blocks.append(facts)
    if says is not None:
        headline = says
    elif len(items) == 1:
        label = quoted(first).label
        if isinstance(first, Subgoal):
            headline = asked.say("topic-subgoal", body=first.body, number=label, year=first.year)
        else:
            headline = asked.say("topic-goal", body=first.body, number=label)
    else:
        headline = asked.say("topic-several", count=len(items))
    return asked.answer(
        headline,
        *blocks,
        intent=_intent(asked),
        year=year if says else asked.year or year,
        status=status,
        body=first.body,
    )


def quotes_of(asked: Asked, items: Sequence[Goal | Subgoal]) -> Quotes:
    """A few wordings under one heading."""
    sets = {(item.body, getattr(item, "year", None)) for item in items}
    if len(sets) == 1 and isinstance(items[0], Subgoal):
        heading = asked.say("heading-subgoals", body=items[0].body, year=items[0].year)
    elif len(sets) == 1 and (
        goal_set := next((s for s in asked.record.goal_sets if items[0] in s.goals), None)
    ):
        heading = asked.heading_of_goals(goal_set)
    else:
        heading = asked.say("heading-mixed")
        return Quotes(heading, tuple(_with_place(asked, item) for item in items))
    return Quotes(heading, tuple(map(quoted, items)))


def _with_place(asked: Asked, item: Goal | Subgoal) -> Quoted:
    """Where goals and sub-goals stand together the label says which one it is."""
    plain = quoted(item)
    label = _label(asked, plain)
    return Quoted(plain.kind, plain.body, plain.number, plain.year, plain.text, label)


def _label(asked: Asked, item: Quoted) -> str:
    """Which one it is: "KS delmål 3 (2024)", "KS mål 1"."""
    key = "label-goal" if item.year is None else "label-subgoal"
    return asked.say(key, body=item.body, number=item.label, year=item.year or "")


def _offer(asked: Asked, items: list[Goal | Subgoal]) -> Answer:
    suggested = tuple(map(quoted, items))
    choices = tuple(
        Choice(
            _label(asked, item),
            asked.say(
                "ask-subgoal-of-year" if item.year else "ask-goal",
                body=item.body,
                number=item.number,
                year=item.year or "",
            ),
            wording=item.text,
        )
        for item in suggested
    )
    return asked.answer(
        asked.say("topic-which", count=len(items)),
        intent=_intent(asked),
        year=asked.year,
        suggested=suggested,
        choices=choices,
        gaps=gaps_of(asked),
    )


def decline(asked: Asked) -> Answer:
    """Nothing in the record is about it: say so, and point onward."""
    question = asked.question
    about_goals = _may_be_a_topic(asked) and not question.is_service
    bodies = ", ".join(body.code for body in asked.record.bodies)
    key = "nothing-about-it" if about_goals else "not-ours"
    blocks: list[Block] = [Paragraph(asked.say("onward", bodies=bodies))]
    code = asked.body.code if asked.body else bodies.partition(",")[0]
    return asked.answer(
        asked.say(key),
        *blocks,
        intent=question.intent if about_goals else Intent.OUT_OF_SCOPE,
        year=asked.year,
        choices=(
            Choice(
                asked.say("button-subgoals", body=code),
                asked.say("ask-subgoals", body=code, year=""),
            ),
            Choice(asked.say("button-help"), asked.say("ask-help")),
        ),
        gaps=gaps_of(asked) if about_goals else (),
    )


def _intent(asked: Asked) -> Intent:
    return asked.question.intent
