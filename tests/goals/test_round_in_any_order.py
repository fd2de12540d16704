"""A round in every order that people can think of: three rules hold after each of their presses.

Nothing is decided without a § of the body's own. What is recorded never changes. The list is the
base with what was taken, and the changes from the meeting, in the decided order: worked out here by
a few lines that share nothing with `goals.meeting`.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from random import Random
from typing import TypeVar

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from goals.actor import Actor, Grant, Role
from goals.adjusting import announce, annul, ask_adjusting, confirm_adjusting, gain_force
from goals.calling import call
from goals.contents import Contents
from goals.deciding import decide, record_au
from goals.draft import Base, Draft, Typed
from goals.drafting import keep_draft
from goals.errors import GoalsError, MistakesError
from goals.event import FIRST, Event, Link, chained
from goals.expediting import expedite
from goals.importing import record_document
from goals.matter import Matter
from goals.meeting import LEAVES, MeetingChange, Minutes, NotedOutcome, Origin
from goals.noting import note
from goals.plan import Plan, PlanStatus
from goals.preparing import prepare
from goals.proposal import Meeting, Outcome, Proposal, ProposalKind
from goals.proposing import ask_completion, submit, withdraw
from goals.record import Record
from goals.rectifying import ask_correction, confirm_correction
from goals.retracing import Kept, flaws_of_matters
from goals.seeing import seen_by
from tests.builders import body, goal_set, matter, plan
from tests.fakes import FakeMemory

_Done = TypeVar("_Done")

TENANT, BODY, YEAR = "exempelby", "KS", 2026
BEGIN = datetime(2026, 2, 2, 12, tzinfo=UTC)
LIST = ("Bygga bostäder", "Utveckla bussarna", "Främja biblioteket", "Rena sjön")
STAFF = Actor(TENANT, "stina")
PEOPLE = {
    name: Actor(TENANT, name, frozenset(Grant(role, BODY) for role in roles))
    for name, roles in {
        "anna": (Role.OFFICIAL,),
        "olle": (Role.OFFICER,),
        "sara": (Role.SECRETARY,),
        "siv": (Role.SECRETARY, Role.OFFICIAL),
        "it": (Role.ADMIN,),
    }.items()
}
WHO = st.sampled_from(sorted(PEOPLE))
MOSTLY = st.sampled_from(("sara", "sara", "sara", "siv", "olle", "it"))
"""Who presses what a secretary may: mostly one."""
DECIDED = {"decided", "adjusted", "expedited", "final", "annulled"}
PARAGRAPHS = ("", "tolv", "§ 12", "§ 12", "KS § 45", "KS § 45", "AU § 3", "BUN § 1")


class Round(RuleBasedStateMachine):
    """People press what they like, in any order, and some of it is refused."""

    @initialize(
        first=st.lists(
            st.tuples(st.sampled_from(ProposalKind), st.sampled_from("1234")), max_size=6
        )
    )
    def begin(self, first: list[tuple[ProposalKind, str]]) -> None:
        """A list of four, an open matter, and what is proposed and prepared in it already."""
        self.loop = asyncio.new_event_loop()
        self.memory = FakeMemory(TENANT)
        self.now = BEGIN
        self.numbers = count(1)
        self.events: tuple[Event, ...] = ()
        self.plans: dict[tuple[int, int], Plan] = {}
        self.matters: dict[int, Matter] = {}
        self.run(self._begin())
        for kind, place in first:
            self.propose("anna", kind, place)
        self.prepare_what_waits("support")

    async def _begin(self) -> None:
        async with self.memory.open_ledger(TENANT, now=self.now) as ledger:
            await ledger.add_body(body())
            await ledger.add_goal_set(goal_set(["Ett gott liv"]))
            await ledger.add_plan(plan(2025, LIST))
            await ledger.add_matter(matter(YEAR))

    def teardown(self) -> None:
        """Leave no loop behind."""
        if hasattr(self, "loop"):
            self.loop.close()

    def run(self, doing: Awaitable[_Done]) -> _Done:
        """Do it now."""
        return self.loop.run_until_complete(doing)

    def press(self, doing: Awaitable[object]) -> None:
        """Do it, if it is not refused."""
        self.now += timedelta(seconds=1)
        with suppress(GoalsError, MistakesError):
            self.run(doing)
            self.look()

    def look(self) -> Record:
        """The record, whose every version is kept in mind: none may come back as another."""
        record = self.run(self.memory.record(TENANT))
        for each in record.plans:
            assert self.plans.setdefault((each.year, each.version), each) == each
        for of in record.matters:
            assert self.matters.setdefault(of.version, of) == of
        return record

    def stands(self, *states: str) -> bool:
        """Whether the matter stands in one of these states: so that most runs come to an end."""
        return next(iter(self.run(self.memory.record(TENANT)).matters)).state in states

    async def _proposals(self) -> tuple[Proposal, ...]:
        async with self.memory.register(TENANT) as register:
            return await register.proposals(BODY, YEAR)

    # --- before the meetings ---

    @precondition(lambda self: self.stands("preparing"))
    @rule(
        who=WHO,
        kind=st.sampled_from(ProposalKind),
        place=st.sampled_from("12345"),
    )
    def propose(self, who: str, kind: ProposalKind, place: str) -> None:
        """Fill in the form and send it."""
        number, actor = next(self.numbers), PEOPLE[who]
        typed = Typed(kind.value, place if kind.has_target else "", f"Ord {number}", "1", "Därför")
        draft = Draft(f"f{number}", BODY, YEAR, who, typed, Base(2025, 1), None, self.now)
        opening = self.memory.open_ledger
        self.press(keep_draft(draft, actor=actor, open_ledger=opening))
        self.press(
            submit(draft.id, seen=Base(2025, 1), actor=actor, open_ledger=opening, now=self.now)
        )

    @rule(who=WHO, back=st.booleans(), pick=st.integers(0, 9))
    def ask_back_or_withdraw(self, who: str, back: bool, pick: int) -> None:
        """Of any proposal."""
        proposals = self.run(self._proposals())
        if not proposals:
            return
        chosen, opening = proposals[pick % len(proposals)], self.memory.open_ledger
        actor, now = PEOPLE[who], self.now
        if back:
            self.press(ask_completion(chosen.id, "Hur?", actor=actor, open_ledger=opening, now=now))
        else:
            self.press(withdraw(chosen.id, actor=actor, open_ledger=opening, now=now))

    @precondition(lambda self: self.stands("preparing"))
    @rule(advice=st.sampled_from(("support", "support", "support_changed", "oppose", "refer")))
    def prepare_what_waits(self, advice: str) -> None:
        """The officer recommends the same for each."""
        for each in self.run(self._proposals()):
            self.press(
                prepare(
                    [each.id],
                    advice=advice,
                    reason="Skäl.",
                    text=f"Tjänstens ord {next(self.numbers)}",
                    actor=PEOPLE["olle"],
                    open_ledger=self.memory.open_ledger,
                    now=self.now,
                )
            )

    # --- at the meetings ---

    @precondition(lambda self: self.stands("preparing", "tabled_by_au", "au_done", "tabled"))
    @rule(who=MOSTLY, meeting=st.sampled_from(Meeting))
    def put_on_the_agenda(self, who: str, meeting: Meeting) -> None:
        """AU's, or the body's own."""
        self.press(
            call(
                BODY,
                YEAR,
                meeting,
                actor=PEOPLE[who],
                open_ledger=self.memory.open_ledger,
                now=self.now,
            )
        )

    @precondition(lambda self: self.stands("on_au", "on_agenda"))
    @rule(
        who=MOSTLY,
        outcomes=st.lists(
            st.sampled_from((*[Outcome.APPROVE] * 5, *[Outcome.REJECT] * 2, *Outcome)), max_size=8
        ),
        paragraph=st.sampled_from(PARAGRAPHS),
        days=st.sampled_from((0, 0, 0, 1, -90)),
        born=st.lists(st.tuples(st.sampled_from(ProposalKind), st.integers(1, 4)), max_size=2),
        shuffled=st.randoms(use_true_random=False),
        careful=st.sampled_from((True, True, True, False)),
    )
    def note_everything(
        self, *, who: str, outcomes: list[Outcome], paragraph: str, days: int,
        born: list[tuple[ProposalKind, int]], shuffled: Random, careful: bool,
    ) -> None:  # fmt: skip
        """Outcomes, §, day, changes and order; `careful`: so that no two collide, none missing."""
        if careful:
            paragraph, days = "§ 12", 0
            outcomes = [each for each in outcomes if each not in LEAVES] or outcomes
        meeting = Meeting.AU if self.stands("on_au") else Meeting.BODY
        called = [
            each for each in self.run(self._proposals()) if each.state.value.startswith("on_")
        ]
        noted: dict[str, NotedOutcome] = {}
        targets: set[int] = set()
        for place, each in enumerate(called):
            if place >= len(outcomes) and not careful:
                continue
            outcome = outcomes[place] if place < len(outcomes) else Outcome.APPROVE
            target = each.content.target
            taken = outcome in {Outcome.APPROVE, Outcome.CHANGE}
            if careful and taken and target and target.number in targets:
                outcome = Outcome.REJECT
            elif taken and target:
                targets.add(target.number)
            noted[each.id] = NotedOutcome(outcome, f"Mötets ord {next(self.numbers)}", "Skäl.")
        changes = [
            MeetingChange(
                serial, kind, Origin.DIALOGUE, meeting,
                target if kind.has_target else None,
                f"Rummets ord {next(self.numbers)}" if kind.has_wording else None,
            )
            for serial, (kind, target) in enumerate(born, start=1)
            if not (careful and kind.has_target and target in targets)
        ]  # fmt: skip
        changes = changes[:1] if careful else changes
        kept = self.run(self._minutes(meeting))
        minutes = Minutes(
            BODY, YEAR, meeting, kept.version if kept else 0, paragraph,
            self.now.date() + timedelta(days=days), noted, tuple(changes),
        )  # fmt: skip
        order = list(_expected(LIST, called, minutes))
        shuffled.shuffle(order)
        minutes = replace(minutes, order=tuple(order if careful else order[:2]))
        self.press(
            note(minutes, actor=PEOPLE[who], open_ledger=self.memory.open_ledger, now=self.now)
        )

    async def _minutes(self, meeting: Meeting) -> Minutes | None:
        async with self.memory.register(TENANT) as register:
            return await register.minutes(BODY, YEAR, meeting)

    @precondition(lambda self: self.stands("on_au"))
    @rule(who=MOSTLY)
    def record_what_the_committee_did(self, who: str) -> None:
        """AU's outcomes."""
        opening = self.memory.open_ledger
        self.press(record_au(BODY, YEAR, actor=PEOPLE[who], open_ledger=opening, now=self.now))

    @precondition(lambda self: self.stands("on_agenda"))
    @rule(who=MOSTLY, meeting=st.sampled_from((Meeting.BODY, Meeting.BODY, Meeting.AU)))
    def record_the_decision(self, who: str, meeting: Meeting) -> None:
        """What comes of it is what the minutes give."""
        minutes = self.run(self._minutes(Meeting.BODY))
        called = [each for each in self.run(self._proposals()) if each.state == "on_agenda"]
        opening = self.memory.open_ledger
        self.now += timedelta(seconds=1)
        try:
            decided = self.run(
                decide(BODY, YEAR, meeting, actor=PEOPLE[who], open_ledger=opening, now=self.now)
            )
        except GoalsError:
            return
        assert meeting is Meeting.BODY
        assert minutes is not None
        if decided is not None:
            lines = _expected(LIST, called, minutes)
            assert [each.text for each in decided.subgoals] == [
                lines[key] for key in minutes.order or lines
            ]

    # --- afterwards ---

    @precondition(lambda self: self.stands("decided_not_adjusted"))
    @rule(who=MOSTLY, second=WHO)
    def adjust(self, who: str, second: str) -> None:
        """Asked for by one, confirmed by somebody, maybe the same."""
        opening, day = self.memory.open_ledger, self.now.date()
        self.press(
            ask_adjusting(BODY, YEAR, day=day, actor=PEOPLE[who], open_ledger=opening, now=self.now)
        )
        self.press(
            confirm_adjusting(BODY, YEAR, actor=PEOPLE[second], open_ledger=opening, now=self.now)
        )

    @precondition(lambda self: self.stands("adjusted", "announced", "expedited", "final"))
    @rule(who=MOSTLY, step=st.sampled_from(("announce", "expedite", "gain_force", "annul")))
    def go_on(self, who: str, step: str) -> None:
        """Notice, expediting, legal force, or a judgment."""
        actor, opening, day = PEOPLE[who], self.memory.open_ledger, self.now.date()
        doing: dict[str, Awaitable[object]] = {}
        if step == "announce":
            doing[step] = announce(
                BODY, YEAR, notice=day, last_day=day + timedelta(days=21), actor=actor,
                open_ledger=opening, now=self.now,
            )  # fmt: skip
        elif step == "annul":
            doing[step] = annul(
                BODY, YEAR, day=day, judgment="Mål 1-26", actor=actor, open_ledger=opening,
                now=self.now,
            )  # fmt: skip
        elif step == "expedite":
            doing[step] = expedite(
                BODY, YEAR, execution=(), actor=actor, new_id=lambda: f"n{next(self.numbers)}",
                open_ledger=opening, now=self.now,
            )  # fmt: skip
        else:
            doing[step] = gain_force(BODY, YEAR, actor=actor, open_ledger=opening, now=self.now)
        self.press(doing[step])

    @precondition(lambda self: self.stands("adjusted", "announced", "expedited", "final"))
    @rule(who=MOSTLY, second=WHO, number=st.integers(1, 5))
    def mend(self, who: str, second: str, number: int) -> None:
        """A correction, asked for by one and confirmed by somebody, maybe the same."""
        opening, text = self.memory.open_ledger, f"Rättat ord {next(self.numbers)}"
        self.press(
            ask_correction(
                BODY,
                YEAR,
                number=number,
                text=text,
                reason="Fel.",
                actor=PEOPLE[who],
                open_ledger=opening,
                now=self.now,
            )
        )
        self.press(
            confirm_correction(BODY, YEAR, actor=PEOPLE[second], open_ledger=opening, now=self.now)
        )

    @precondition(lambda self: any(each.what == "decide" for each in self.events))
    @rule()
    def import_another_list(self) -> None:
        """A document that states another list for the year, as decided."""
        stated = plan(YEAR, ["Något helt annat"], status=PlanStatus.IN_FORCE)
        self.press(
            record_document(
                Contents((body(),), plans=(stated,)),
                tenant=TENANT,
                open_ledger=self.memory.open_ledger,
                now=self.now,
            )
        )

    @rule(who=MOSTLY, what=st.sampled_from(("call", "au", "decide", "adjust", "expedite", "mend")))
    def press_out_of_turn(self, who: str, what: str) -> None:
        """A button of an old card."""
        doing: dict[str, Callable[[], None]] = {
            "call": lambda: self.put_on_the_agenda(who, Meeting.BODY),
            "au": lambda: self.record_what_the_committee_did(who),
            "decide": lambda: self.record_the_decision(who, Meeting.BODY),
            "adjust": lambda: self.adjust(who, "olle"),
            "expedite": lambda: self.go_on(who, "expedite"),
            "mend": lambda: self.mend(who, "siv", 1),
        }
        doing[what]()

    @rule(days=st.integers(1, 30))
    def wait(self, days: int) -> None:
        """Time passes."""
        self.now += timedelta(days=days)

    # --- what holds, always ---

    @invariant()
    def nothing_is_decided_without_a_paragraph_of_the_body(self) -> None:
        """Nor by who proposed it, nor by anybody but a secretary."""
        if not hasattr(self, "loop"):
            return
        events = self.memory.events(TENANT)
        decisions = {
            (str(each.data["paragraph"]), str(each.data["day"])): each
            for each in events
            if each.proposal is None and each.what == "decide"
        }
        assert len(decisions) <= 1
        for each in self.run(self._proposals()):
            if each.state not in DECIDED:
                continue
            ruling = each.by_body
            assert ruling is not None
            assert re.fullmatch(r"KS § \d+", ruling.paragraph)
            event = decisions[ruling.paragraph, ruling.day.isoformat()]
            assert event.role is Role.SECRETARY
            assert event.by != each.author
            assert date(2026, 2, 2) <= ruling.day <= event.at.date()

    @invariant()
    def what_is_recorded_never_changes(self) -> None:
        """Neither an event, nor a version of a list; and a list of this year is a decision's."""
        if not hasattr(self, "loop"):
            return
        events = self.memory.events(TENANT)
        assert events[: len(self.events)] == self.events
        self.events = events
        decided = self.look().plan(BODY, YEAR)
        annulled = any(each.what == "annul" for each in events)
        if decided is not None and not annulled:
            assert any(each.what == "decide" for each in events)
            assert decided.source.paragraph in {"KS § 12", "KS § 45"}

    @invariant()
    def every_list_follows_from_its_decision(self) -> None:
        """As `verify` would find."""
        if not hasattr(self, "loop"):
            return
        self.look()
        links: list[Link] = []
        for place, event in enumerate(self.memory.events(TENANT), start=1):
            previous = links[-1].digest if links else FIRST
            digest = chained(event, tenant=TENANT, place=place, previous=previous)
            links.append(Link(place, event, digest))
        proposals = {each.id: each for each in self.run(self._proposals())}
        kept = Kept(proposals, tuple(self.plans.values()), tuple(self.matters.values()))
        assert flaws_of_matters(links, kept) == ()

    @invariant()
    def others_see_no_list_that_is_not_adjusted(self) -> None:
        """Until justering it is the kansli's alone."""
        if not hasattr(self, "loop"):
            return
        record = seen_by(self.run(self.memory.record(TENANT)), STAFF)
        assert all(each.status is not PlanStatus.DECIDED_NOT_ADJUSTED for each in record.plans)
        adjusted = any(each.what == "adjust" for each in self.memory.events(TENANT))
        assert adjusted or record.plan(BODY, YEAR) is None


def _expected(base: tuple[str, ...], called: list[Proposal], minutes: Minutes) -> dict[str, str]:
    """Each line of the list by its key, in the order in which they arise."""
    lines = {str(number): text for number, text in enumerate(base, start=1)}
    taken: list[tuple[ProposalKind, str, int | None, str | None]] = []
    for each in called:
        noted = minutes.outcomes.get(each.id)
        target = each.content.target
        if noted is None or noted.outcome not in {Outcome.APPROVE, Outcome.CHANGE}:
            continue
        text = each.content.text
        if each.recommendation and each.recommendation.text:
            text = each.recommendation.text
        if each.by_au and each.by_au.outcome is Outcome.CHANGE:
            text = each.by_au.text
        if noted.outcome is Outcome.CHANGE:
            text = noted.text
        taken.append((each.content.kind, each.number, target.number if target else None, text))
    taken += [(c.kind, c.number, c.target, c.text) for c in minutes.changes if c.adopted]
    for kind, _, place, text in taken:
        if kind is ProposalKind.REWORD:
            lines[str(place)] = text or ""
        elif kind is ProposalKind.REMOVE:
            lines.pop(str(place), None)
    return lines | {
        number: text or "" for kind, number, _, text in taken if kind is ProposalKind.ADD
    }


TestRound = Round.TestCase
TestRound.settings = settings(max_examples=150, stateful_step_count=50, deadline=None)
