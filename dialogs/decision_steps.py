"""What is left to do with a decision, by whom, and what has been done with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from dialogs.answer import Act
from dialogs.cards.decision_forms import (
    ADJUST,
    ANNOUNCE,
    ANNUL,
    CONFIRM_ADJUSTING,
    CONFIRM_CORRECTION,
    CORRECT,
    EXPEDITE,
    GAIN_FORCE,
)
from dialogs.cards.list_card import MEETING_LIST
from dialogs.hand_out_papers import papers_act
from dialogs.texts import say
from goals.actor import Actor, Role
from goals.adjusting import asked_adjusting
from goals.event import Event
from goals.expediting import SHOW_EXPEDITION
from goals.extracting import last_extract
from goals.local_time import day_in_sweden
from goals.matter import Matter, MatterState
from goals.matter_steps import last_event_of, text_of
from goals.plan import Plan
from goals.rectifying import asked_correction

_S = MatterState
_NEXT = {
    _S.DECIDED_NOT_ADJUSTED: ("button-adjust", ADJUST),
    _S.ADJUSTED: ("button-announce", ANNOUNCE),
    _S.ANNOUNCED: ("button-expedite", EXPEDITE),
    _S.EXPEDITED: ("button-gain-force", GAIN_FORCE),
}
"""Where a decided matter stands → the next step: its button, and what the button asks for."""
_COUNTS = frozenset({_S.ADJUSTED, _S.ANNOUNCED, _S.EXPEDITED, _S.FINAL})
"""Where a list counts, and what a court or a slip may do to it."""

_SENT = frozenset({_S.EXPEDITED, _S.FINAL})


def steps_left(
    matter: Matter,
    plan: Plan | None,
    events: Sequence[Event],
    actor: Actor,
    now: datetime,
    language: str,
) -> tuple[Act, ...]:
    """The next step first; what a second person confirms is not offered to the first."""
    data = {"body": matter.body, "year": str(matter.year), "language": language}
    is_secretary = actor.has(Role.SECRETARY, matter.body)
    acts: list[Act] = []
    if matter.state is _S.DECIDED_NOT_ADJUSTED and _other(asked_adjusting(events), actor):
        acts.append(Act(say(language, "button-confirm-adjusting"), CONFIRM_ADJUSTING, data))
    if matter.state in _COUNTS and _other(asked_correction(events), actor):
        acts.append(Act(say(language, "button-confirm-correction"), CONFIRM_CORRECTION, data))
    step = _NEXT.get(matter.state) if is_secretary else None
    if step is not None and (step[1] != GAIN_FORCE or has_passed(plan, now)):
        acts.append(Act(say(language, step[0]), step[1], data))
    if matter.state in _SENT:
        acts.append(Act(say(language, "button-expedition"), SHOW_EXPEDITION, data))
    acts.append(Act(say(language, "button-list"), MEETING_LIST, data))
    acts.append(papers_act(matter.body, matter.year, language))
    if is_secretary and matter.state in _COUNTS:
        acts.append(Act(say(language, "button-slip"), CORRECT, data))
        acts.append(Act(say(language, "button-annul"), ANNUL, data))
    return tuple(acts)


def has_passed(plan: Plan | None, now: datetime) -> bool:
    """Whether the last day of appeal has passed."""
    last = plan.last_appeal_day if plan else None
    return last is not None and day_in_sweden(now) > last


def _other(asked: Event | None, actor: Actor) -> bool:
    return asked is not None and asked.by != actor.object_id


def steps_said(
    matter: Matter, plan: Plan | None, events: Sequence[Event], now: datetime, language: str
) -> tuple[str, ...]:
    """What comes next, and what waits for whom."""
    said: list[str] = []
    adjusting, correction = asked_adjusting(events), asked_correction(events)
    if matter.state is _S.DECIDED_NOT_ADJUSTED:
        said.append(say(language, "said-not-adjusted"))
        if adjusting is not None:
            day = text_of(adjusting, "day") or ""
            at_once = "yes" if text_of(adjusting, "at_once") else "no"
            said.append(say(language, "said-asked-adjusting", day=day, at_once=at_once))
    if matter.state is _S.ADJUSTED:
        said.append(say(language, "said-adjusted"))
    if matter.state is _S.ANNOUNCED:
        said.append(say(language, "said-announced"))
    if matter.state is _S.EXPEDITED and plan and plan.last_appeal_day and not has_passed(plan, now):
        day = plan.last_appeal_day.isoformat()
        said.append(say(language, "said-appealable", day=day))
    if matter.state is _S.ANNULLED:
        said.append(say(language, "said-annulled"))
    if matter.state in _COUNTS and correction is not None:
        said.append(
            say(
                language,
                "said-asked-correction",
                number=str(correction.data["number"]),
                old=text_of(correction, "old") or "",
                new=text_of(correction, "new") or "",
            )
        )
    return tuple(said)


def steps_taken(
    plan: Plan | None, events: Sequence[Event], language: str
) -> tuple[tuple[str, str], ...]:
    """What has been done with the decision, each with its day."""
    decided = last_event_of(events, "decide")
    if decided is None:
        return ()
    count = str(len(plan.subgoals)) if plan else "–"
    found = [
        (
            say(language, "fact-decision"),
            f"{text_of(decided, 'paragraph')}, {text_of(decided, 'day')}",
        ),
        (say(language, "fact-list"), say(language, "lines-in-list", count=count)),
    ]
    for key, what, name in (
        ("fact-adjusted", "adjust", "day"),
        ("fact-announced", "announce", "day"),
        ("fact-last-day", "announce", "last_day"),
        ("fact-annulled", "annul", "day"),
        ("fact-judgment", "annul", "judgment"),
    ):
        event = last_event_of(events, what)
        if (value := text_of(event, name)) is not None:
            if what == "adjust" and text_of(event, "at_once"):
                value = say(language, "adjusted-at-once", day=value)
            found.append((say(language, key), value))
    for key, what in (("fact-expedited", "expedite"), ("fact-in-force", "gain_force")):
        event = last_event_of(events, what)
        if event is not None:
            found.append((say(language, key), day_in_sweden(event.at).isoformat()))
    extract = last_extract(events)
    if extract is not None:
        day = day_in_sweden(extract.at).isoformat()
        name = text_of(extract, "name") or "–"
        found.append((say(language, "fact-extract"), f"{name}, {day}"))
    corrections = sum(each.proposal is None and each.what == "correct" for each in events)
    if corrections:
        found.append((say(language, "fact-corrections"), str(corrections)))
    return tuple(found)
