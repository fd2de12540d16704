"""A matter on its meeting day: what is known of it, and the card that says what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dialogs.answer import Act
from dialogs.cards.item_card import MEETING_ITEM, NOTE_AS_AU, noted_words
from dialogs.cards.list_card import MEETING_LIST
from dialogs.cards.meeting_card import (
    CALL_MEETING,
    MEETING,
    RECORD_MEETING,
    DayLine,
    DayView,
    meeting_card,
)
from dialogs.cards.meeting_forms import MEETING_CHANGE, MEETING_CHANGES, MEETING_FACTS
from dialogs.cards.proposal_card import SHOW_PROPOSALS, gist
from dialogs.decision_steps import steps_left, steps_said, steps_taken
from dialogs.desk import Desk
from dialogs.hand_out_papers import papers_act
from dialogs.prepare_proposals import acts_of_matter
from dialogs.texts import say
from dialogs.turn import Place, Reply, Turn
from goals.actor import Actor, Role
from goals.calendar import OwnDay
from goals.calling import may_call, ready_for
from goals.errors import (
    MeetingNotAllowedError,
    NoOpenMatterError,
    OwnChatError,
)
from goals.event import Event
from goals.matter import NOT_ADJUSTED, Matter, MatterState
from goals.noting import Sitting, sitting_of
from goals.plan import Plan
from goals.proposal import Meeting, Proposal

PAGE = 12
_MOST_ACTS = 7
_MOST_NAMED = 12
_OVER = frozenset({MatterState.FINAL, MatterState.ANNULLED, MatterState.DECIDED})
_AFTER = frozenset(MatterState) - (NOT_ADJUSTED - {MatterState.DECIDED_NOT_ADJUSTED})


@dataclass(frozen=True, slots=True)
class Day:
    """All that the kansli may know of a matter."""

    matter: Matter
    proposals: tuple[Proposal, ...]
    events: tuple[Event, ...]
    sitting: Sitting | None
    """The meeting that it is called to."""
    plan: Plan | None
    """The year's own list."""
    own_days: tuple[OwnDay, ...] = ()
    """That the municipality has free."""

    @property
    def data(self) -> dict[str, str]:
        """What every button of the matter carries."""
        return {"body": self.matter.body, "year": str(self.matter.year)}


async def day_of(turn: Turn, desk: Desk) -> Day:
    """The matter that is meant, as it stands now; for the kansli of its body, in their own chat.

    Raises OwnChatError, MeetingNotAllowedError or NoOpenMatterError.
    """
    matter = _matter(turn, desk)
    async with desk.memory.register(turn.actor.tenant) as register:
        return Day(
            matter,
            await register.proposals(matter.body, matter.year),
            await register.events(matter.body, matter.year),
            await sitting_of(desk.record, register, matter.body, matter.year),
            desk.record.plan(matter.body, matter.year),
            desk.record.own_days,
        )


async def fresh(turn: Turn, desk: Desk) -> tuple[Day, Desk]:
    """The matter after something was recorded in it, and the desk as it is from then on."""
    async with desk.memory.open_ledger(turn.actor.tenant, now=turn.now) as ledger:
        newest = replace(desk, record=await ledger.record())
    return await day_of(turn, newest), newest


def _matter(turn: Turn, desk: Desk) -> Matter:
    record, actor = desk.record, turn.actor
    if turn.place is not Place.PERSONAL:
        raise OwnChatError
    code = turn.fields.get("body") or _usual_body(turn, desk)
    if record.body(code) is None or not actor.is_kansli(code):
        raise MeetingNotAllowedError(body=code or "–")
    year = turn.fields.get("year", "")
    if year.isdecimal():
        matter = record.matter(code, int(year))
    else:
        of_body = [each for each in record.matters if each.body == code]
        under_way = [each for each in of_body if each.state not in _OVER] or of_body
        matter = max(under_way, key=lambda each: each.year, default=None)
    if matter is None:
        raise NoOpenMatterError(body=code)
    return matter


def _usual_body(turn: Turn, desk: Desk) -> str:
    """The one body in whose kansli the person is; their own where there are several."""
    own = [each.code for each in desk.record.bodies if turn.actor.is_kansli(each.code)]
    if turn.actor.default_body in own:
        return turn.actor.default_body or ""
    return own[0] if len(own) == 1 else ""


def show_day(
    day: Day,
    turn: Turn,
    *,
    news: Sequence[str] = (),
    wrong: Sequence[str] = (),
) -> Reply:
    """The meeting-day card, with what has just happened."""
    language, actor = turn.language, turn.actor
    view = DayView(
        say(language, "day-heading", body=day.matter.body, year=day.matter.year),
        _facts(day, language),
        tuple(news),
        tuple(wrong),
    )
    if day.sitting is not None:
        view = _at_the_meeting(view, day, day.sitting, turn)
    elif day.matter.state in _AFTER:
        view = replace(
            view,
            said=steps_said(day.matter, day.plan, day.events, turn.now, language),
            acts=steps_left(day.matter, day.plan, day.events, actor, turn.now, language),
        )
    else:
        view = _before(view, day, actor, language)
    return Reply.showing(meeting_card(view, language), language)


def _facts(day: Day, language: str) -> tuple[tuple[str, str], ...]:
    matter = day.matter
    facts = [
        (say(language, "fact-matter"), matter.title),
        (say(language, "fact-status"), say(language, f"state-matter-{matter.state.value}")),
        (say(language, "fact-dnr"), matter.source.dnr or say(language, "missing")),
    ]
    if day.sitting is not None:
        minutes = day.sitting.minutes
        when = (
            f"{minutes.paragraph}, {minutes.day}" if minutes.day else say(language, "not-entered")
        )
        done = len(day.sitting.called) - len(day.sitting.without_outcome)
        facts += [
            (say(language, "fact-paragraph-day"), when),
            (
                say(language, "fact-noted"),
                say(language, "noted-of", done=done, count=len(day.sitting.called)),
            ),
        ]
    return (*facts, *steps_taken(day.plan, day.events, language))


def _before(view: DayView, day: Day, actor: Actor, language: str) -> DayView:
    """Not called: how ready it is, and whose agenda it can be put on."""
    matter, data = day.matter, {**day.data, "language": language}
    ready = ready_for(Meeting.AU if may_call(Meeting.AU, matter) else Meeting.BODY, day.proposals)
    said = [say(language, "day-ready", count=len(ready.ready))]
    if ready.missing:
        named = ", ".join(each.number for each in ready.missing[:_MOST_NAMED])
        more = len(ready.missing) - _MOST_NAMED
        if more > 0:
            named = say(language, "and-more", named=named, count=more)
        said.append(say(language, "day-not-ready", count=len(ready.missing), named=named))
    acts: list[Act] = []
    if actor.has(Role.SECRETARY, matter.body) and not ready.missing:
        acts = [
            Act(
                say(language, f"by-{meeting.value}-button-call"),
                CALL_MEETING,
                {**data, "meeting": meeting.value},
            )
            for meeting in Meeting
            if may_call(meeting, matter)
        ]
    acts += acts_of_matter(matter, day.proposals, actor, language)
    acts.append(papers_act(matter.body, matter.year, language))
    if day.proposals:
        title = say(language, "button-all-proposals", body=matter.body, year=matter.year)
        acts.append(Act(title, SHOW_PROPOSALS, data))
    return replace(view, said=tuple(said), acts=tuple(acts))


def _at_the_meeting(view: DayView, day: Day, sitting: Sitting, turn: Turn) -> DayView:
    """Called: each proposal with what is noted of it, and the next one that lacks an outcome."""
    language = turn.language
    data = {**day.data, "language": language}
    start = _start(turn)
    page = sitting.called[start : start + PAGE]
    may_note = turn.actor.has(Role.SECRETARY, sitting.matter.body)
    lines = tuple(
        DayLine(
            "☑" if each.id in sitting.minutes.outcomes else "☐",
            f"{each.number} ({noted_words(sitting, each, language)}). "
            f"{gist(each, language, text=each.wording)}",
            _item(each, data, language) if may_note else None,
        )
        for each in page
    )
    view = replace(view, title=say(language, f"by-{sitting.meeting.value}-day-lines"), lines=lines)
    more = len(sitting.called) - start - PAGE
    pages = []
    if more > 0:
        pages = [
            Act(
                say(language, "button-more", count=more),
                MEETING,
                {**data, "start": str(start + PAGE)},
            )
        ]
    elif start:
        pages = [Act(say(language, "button-from-start"), MEETING, data)]
    shown = Act(say(language, "button-list"), MEETING_LIST, data)
    if not may_note:
        return replace(view, acts=(shown, *pages))
    left = sitting.without_outcome
    if left:
        first = next((each for each in left if each in page), left[0])
        step = replace(_item(first, data, language), title=say(language, "button-next-item"))
    else:
        title = say(language, f"by-{sitting.meeting.value}-button-record")
        step = Act(title, RECORD_MEETING, data)
    changes = len(sitting.minutes.changes)
    to_au = len(sitting.left_to_au(turn.actor))
    version = str(sitting.minutes.version)
    as_au = Act(
        say(language, "button-as-au", count=to_au), NOTE_AS_AU, {**data, "version": version}
    )
    return replace(
        view,
        acts=(
            step,
            *((as_au,) if to_au else ()),
            Act(
                say(language, "button-changes", count=changes)
                if changes
                else say(language, "button-new-change"),
                MEETING_CHANGES if changes else MEETING_CHANGE,
                data,
            ),
            Act(say(language, "button-facts"), MEETING_FACTS, data),
            shown,
            *pages,
        )[:_MOST_ACTS],
    )


def _item(proposal: Proposal, data: dict[str, str], language: str) -> Act:
    title = say(language, "button-item", number=proposal.number)
    return Act(title, MEETING_ITEM, {**data, "proposal": proposal.id})


def acts_of(
    proposal: Proposal, matter: Matter | None, actor: Actor, language: str
) -> tuple[Act, ...]:
    """**Till mötet** on a proposal that is on an agenda, for the body's secretaries."""
    called = matter is not None and matter.state in {
        MatterState.ON_AU,
        MatterState.ON_AGENDA,
    }
    if not called or not actor.has(Role.SECRETARY, proposal.body):
        return ()
    data = {"body": proposal.body, "year": str(proposal.year), "language": language}
    return (_item(proposal, data, language),)


def _start(turn: Turn) -> int:
    start = turn.fields.get("start", "")
    return int(start) if start.isdecimal() and len(start) < 6 else 0  # noqa: PLR2004
