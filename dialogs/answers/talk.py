"""Greetings, thanks, help, words of the process, and what is not ours."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress

from dialogs import texts
from dialogs.answer import Answer, Block, Choice, Fact, Facts, Lines, Paragraph
from dialogs.answers.asked import Asked
from dialogs.answers.gaps import gaps_of
from dialogs.answers.strategies import tell_strategies
from dialogs.cards.answer_card import MOST_BODIES
from dialogs.understanding import intents
from dialogs.understanding.process_terms import STRATEGIES
from dialogs.understanding.question import Intent
from goals.actor import Actor, Role
from goals.errors import GoalsError
from goals.granting import check_may_grant
from goals.ground import may_propose, may_read_register
from goals.importing import check_may_upload
from goals.opening import may_open
from goals.operating import check_may_operate
from goals.reaching import is_units_admin
from goals.teaching import check_may_teach

_MOST_TERMS = 3
_GENITIVE = re.compile(r"(?:(?<=en|nd)|(?<=fullmäktige)|['\u2019:])s$", re.IGNORECASE)
"""What a body's name ends with where something is its: "nämndens", "BUN:s", "committee's"."""


def greet(asked: Asked) -> Answer:
    """A greeting back, with a way on."""
    return asked.answer(
        asked.say("greeting"), Paragraph(asked.say("greeting-more")), choices=_starts(asked)
    )


def small_talk(asked: Asked) -> Answer:
    """Thanks and the like; who asks what it is is told; who is not content is shown a way on."""
    if intents.asks_who(asked.question.text):
        return asked.answer(
            asked.say("who-it-is"), Paragraph(asked.say("greeting-more")), choices=_starts(asked)
        )
    if intents.is_complaint(asked.question.text):
        return asked.answer(asked.say("not-content"), choices=_starts(asked))
    return asked.answer(asked.say("thanks"), Paragraph(asked.say("greeting-more")))


def help_with(asked: Asked) -> Answer:
    """What one can ask here."""
    body = _some_body(asked)
    examples = [
        asked.say(key, body=body)
        for key in (
            "example-subgoals",
            "example-number",
            "example-topic",
            "example-decided",
            "example-recipients",
            "example-changes",
            "example-process",
        )
    ]
    said = any(sign.isalnum() for sign in asked.question.text)
    key = "help" if said else "help-nothing-said"
    blocks: list[Block] = [Lines(asked.say("heading-examples"), tuple(examples))]
    if bodies := _named_bodies(asked):
        blocks.insert(0, Paragraph(asked.say("help-bodies", bodies=bodies)))
    if own := _own_part(asked):
        blocks.append(Lines(asked.say("heading-own-part"), own))
    return asked.answer(
        asked.say(key), *blocks, Paragraph(asked.say("help-promise")), choices=_starts(asked)
    )


def _own_part(asked: Asked) -> tuple[str, ...]:
    """What this person may do here besides asking, and what to type for it."""
    actor = asked.actor
    bodies = [each.code for each in asked.record.bodies]

    def where(may: Callable[[str], bool]) -> str | None:
        return next(filter(may, bodies), None)

    def allows(check: Callable[[Actor], None]) -> str | None:
        with suppress(GoalsError):
            check(actor)
            return _some_body(asked)
        return None

    parts = (
        ("help-propose", where(lambda body: may_propose(actor, body))),
        ("help-own-proposals", where(lambda body: may_propose(actor, body))),
        ("help-register", where(lambda body: may_read_register(actor, body))),
        ("help-matter", where(lambda body: may_open(actor, body))),
        ("help-meeting", where(lambda body: actor.has(Role.SECRETARY, body))),
        ("help-papers", where(actor.is_kansli)),
        ("help-expedition", where(actor.is_kansli)),
        ("help-units", where(lambda body: actor.is_kansli(body) or is_units_admin(actor))),
        ("help-import", allows(check_may_upload)),
        ("help-gaps", allows(check_may_teach)),
        ("help-roles", allows(check_may_grant)),
        ("help-self-test", allows(check_may_operate)),
        ("help-follow", where(lambda _: bool(actor.grants))),
    )
    return tuple(
        asked.say(key, body=body, year=_year_of_matter(asked, body))
        for key, body in parts
        if body is not None
    )


def _year_of_matter(asked: Asked, body: str) -> int:
    years = [each.year for each in asked.record.matters if each.body == body]
    return max(years, default=asked.today.year)


def explain_process(asked: Asked) -> Answer:
    """A word of the decision process, in plain words, with its legal source.

    Where the difference from another one is asked for, both.
    """
    if asked.question.term == STRATEGIES:
        return tell_strategies(asked)
    keys = [f"term-{term}" for term in (asked.question.term, *asked.question.compared_terms)]
    known = [key for key in keys if texts.has(asked.language, key)]
    if not known:
        return decline_kindly(asked)
    first, *others = known
    blocks: list[Block] = [_source_of(asked, first)]
    for key in others[: _MOST_TERMS - 1]:
        blocks += [Paragraph(asked.say(key)), _source_of(asked, key)]
    return asked.answer(asked.say(first), *blocks, Paragraph(asked.say("general-information")))


def _source_of(asked: Asked, key: str) -> Facts:
    return Facts((Fact(asked.say("fact-source"), asked.say(f"{key}.source")),))


def decline_kindly(asked: Asked) -> Answer:
    """Not ours: say so, and what is."""
    bodies = _named_bodies(asked)
    unknown = asked.question.unknown_body
    headline = (
        asked.say("body-not-recorded", body=_as_a_name(unknown))
        if unknown
        else asked.say("not-ours")
    )
    onward = asked.say("onward", bodies=bodies) if bodies else asked.say("nothing-recorded-at-all")
    question = asked.question
    return asked.answer(
        headline,
        Paragraph(onward),
        intent=Intent.OUT_OF_SCOPE,
        choices=_starts(asked),
        gaps=gaps_of(asked) if question.kind or question.both_kinds or question.focus else (),
    )


def _as_a_name(typed: str) -> str:
    """A body as it is called at the beginning of a sentence: "socialnämndens" → "Socialnämnden"."""
    name = _GENITIVE.sub("", typed)
    return name[:1].upper() + name[1:]


def which_body(asked: Asked) -> Answer:
    """Several bodies, none named: ask, with the question kept in each button."""
    more = asked.record.bodies[MOST_BODIES:]
    others = ", ".join(f"{body.name} ({body.code})" for body in more)
    return asked.answer(
        asked.say("which-body"),
        *([Paragraph(asked.say("which-body-others", bodies=others))] if more else []),
        choices=tuple(
            Choice(body.name, f"{body.code}: {asked.question.text}", body=body.code)
            for body in asked.record.bodies[:MOST_BODIES]
        ),
    )


def nothing_recorded(asked: Asked) -> Answer:
    """A record that holds nothing yet."""
    return asked.answer(asked.say("nothing-recorded-at-all"))


def _named_bodies(asked: Asked) -> str:
    return ", ".join(f"{body.name} ({body.code})" for body in asked.record.bodies)


def _some_body(asked: Asked) -> str:
    if asked.body is not None:
        return asked.body.code
    return asked.record.bodies[0].code if asked.record.bodies else "KS"


def _starts(asked: Asked) -> tuple[Choice, ...]:
    if not asked.record.bodies:
        return ()
    body = _some_body(asked)
    return (
        Choice(asked.say("button-goals", body=body), asked.say("ask-goals", body=body)),
        Choice(
            asked.say("button-subgoals", body=body), asked.say("ask-subgoals", body=body, year="")
        ),
        Choice(asked.say("button-decided"), asked.say("ask-decided", body=body)),
    )
