"""A proposal's life, in every order that people can think of, against the table of the process.

The model below is written from the process alone and shares nothing with `goals.proposal`.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import TypeVar

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, rule

from goals.actor import Actor, Grant, Role
from goals.draft import Base, Draft, Typed
from goals.drafting import draft_of, keep_draft
from goals.errors import (
    CompletionNotAllowedError,
    DraftUnknownError,
    GoalsError,
    ProposalUnknownError,
    ProposingNotAllowedError,
    StepForbiddenError,
    StepNotAllowedError,
)
from goals.event import FIRST, Event, Link, chained
from goals.ground import ground
from goals.proposal import MAY, Proposal, Step, Version
from goals.proposing import ask_completion, digest_of_version, role_for, submit, withdraw
from goals.verifying import flaws_of
from tests.builders import body, matter, plan
from tests.fakes import FakeMemory

_Done = TypeVar("_Done")

BEGIN = datetime(2025, 3, 1, 12, 0, tzinfo=UTC)
TENANTS = ("exempelby", "granvika")
MATTERS = (("KS", 2025), ("KS", 2026), ("BUN", 2025))
PEOPLE = ("anna", "bo")
OFFICER, SECRETARY = "officer", "secretary"
ROLES = ("official", "officer", "secretary", "registrar", "admin")

# State → step → state: the rows of the process's table, with its bordläggning and återremiss.
TABLE: dict[str, dict[str, str]] = {
    "submitted": {"ask_completion": "completion", "prepare": "prepared", "withdraw": "withdrawn"},
    "completion": {"complete": "submitted", "withdraw": "withdrawn"},
    "prepared": {
        "prepare": "prepared",
        "ask_completion": "completion",
        "withdraw": "withdrawn",
        "call_to_au": "on_au",
        "call_to_body": "on_agenda",
    },
    "on_au": {"record_au": "au_result", "table": "tabled_by_au", "remit": "remitted"},
    "tabled_by_au": {"call_to_au": "on_au"},
    "au_result": {"call_to_body": "on_agenda"},
    "on_agenda": {"decide": "decided", "table": "tabled", "remit": "remitted"},
    "tabled": {"call_to_body": "on_agenda"},
    "remitted": {"complete": "remitted", "prepare": "prepared"},
    "decided": {"adjust": "adjusted"},
    "adjusted": {"expedite": "expedited", "annul": "annulled"},
    "expedited": {"gain_force": "final", "annul": "annulled"},
    "final": {"annul": "annulled"},
    "annulled": {},
    "withdrawn": {},
}
PROPOSES = {"official", "officer"}
MEETINGS = (
    "adjust",
    "annul",
    "call_to_au",
    "call_to_body",
    "decide",
    "expedite",
    "gain_force",
    "prepare",
    "record_au",
    "remit",
    "table",
)
WHO = {
    **{step: {"secretary"} for step in MEETINGS},
    "prepare": {"officer"},
    "ask_completion": {"officer"},
    "complete": PROPOSES,
    "withdraw": PROPOSES,
}
SETTLED = {"withdrawn", "adjusted", "expedited", "final", "annulled"}


@dataclass
class Life:
    """What the model knows of one proposal."""

    tenant: str
    id: str
    body: str
    year: int
    serial: int
    author: str
    state: str
    texts: list[str] = field(default_factory=list)


class ProposalLife(RuleBasedStateMachine):
    """People do what they like; the table says what comes of it."""

    lives = Bundle("lives")

    @initialize()
    def begin(self) -> None:
        """Two municipalities, each with three matters that take proposals."""
        self.loop = asyncio.new_event_loop()
        self.memory = FakeMemory(*TENANTS)
        self.now = BEGIN
        self.numbers = count(1)
        self.roles: set[tuple[str, str, str, str]] = set()
        self.all: list[Life] = []
        self.steps: dict[str, list[tuple[str, str, str | None, str]]] = {
            each: [] for each in TENANTS
        }
        self.frozen: dict[tuple[str, str, int], Version] = {}
        for tenant in TENANTS:
            self.run(self._fill(tenant))
            for code, _ in MATTERS:
                self.roles |= {(tenant, name, "official", code) for name in PEOPLE}
                self.roles.add((tenant, OFFICER, "officer", code))
                self.roles.add((tenant, SECRETARY, "secretary", code))

    async def _fill(self, tenant: str) -> None:
        async with self.memory.open_ledger(tenant, now=BEGIN) as ledger:
            for code in ("KS", "BUN"):
                await ledger.add_body(body(code))
                await ledger.add_plan(plan(2024, ["Ett delmål", "Ett annat"], of=code))
            for code, year in MATTERS:
                await ledger.add_matter(matter(year, of=code))

    def teardown(self) -> None:
        """Leave no loop behind."""
        self.loop.close()

    def run(self, doing: Awaitable[_Done]) -> _Done:
        """Do it now."""
        self.now += timedelta(seconds=1)
        return self.loop.run_until_complete(doing)

    def actor(self, tenant: str, name: str) -> Actor:
        """A person with the roles that they have now."""
        held = (each for each in self.roles if each[:2] == (tenant, name))
        return Actor(tenant, name, frozenset(Grant(Role(role), code) for *_, role, code in held))

    def may(self, tenant: str, name: str, code: str, roles: set[str]) -> bool:
        """Whether the person has one of the roles there."""
        return any((tenant, name, role, code) in self.roles for role in roles)

    def refusal(self, doing: Awaitable[object]) -> type[GoalsError] | None:
        """Why it was not done; None where it was."""
        try:
            self.run(doing)
        except GoalsError as refusal:
            return type(refusal)
        return None

    def took(self, life: Life, step: str, by: str) -> None:
        """Note in the model that a step was taken."""
        life.state = TABLE[life.state][step]
        self.steps[life.tenant].append((step, life.id, by, life.state))

    @rule(
        tenant=st.sampled_from(TENANTS),
        name=st.sampled_from((*PEOPLE, OFFICER, SECRETARY)),
        role=st.sampled_from(ROLES),
        code=st.sampled_from(("KS", "BUN")),
        given=st.booleans(),
    )
    def change_a_role(self, *, tenant: str, name: str, role: str, code: str, given: bool) -> None:
        """An administrator gives a role, or takes it."""
        change = self.roles.add if given else self.roles.discard
        change((tenant, name, role, code))

    @rule(
        target=lives,
        tenant=st.sampled_from(TENANTS),
        name=st.sampled_from((*PEOPLE, OFFICER, SECRETARY)),
        where=st.sampled_from(MATTERS),
        kind=st.sampled_from(("add", "reword", "remove", "keep")),
        presses=st.integers(1, 3),
    )
    def propose(
        self, *, tenant: str, name: str, where: tuple[str, int], kind: str, presses: int
    ) -> Life | None:
        """Somebody fills in the form and presses the button, maybe more than once."""
        code, year = where
        actor, number = self.actor(tenant, name), next(self.numbers)
        typed = Typed(kind, "2", f"Lydelse {number}", "", "Därför")
        draft = Draft(f"f{number}", code, year, name, typed, None, None, self.now)
        opening = self.memory.open_ledger
        self.run(keep_draft(draft, actor=actor, open_ledger=opening))

        def sending() -> Awaitable[object]:
            return submit(
                draft.id, seen=Base(2024, 1), actor=actor, open_ledger=opening, now=self.now
            )

        if not self.may(tenant, name, code, PROPOSES):
            assert self.refusal(sending()) is ProposingNotAllowedError
            return None
        assert [self.refusal(sending()) for _ in range(presses)] == [None] * presses
        same = [
            each for each in self.all if (each.tenant, each.body, each.year) == (tenant, *where)
        ]
        life = Life(tenant, draft.id, code, year, len(same) + 1, name, "submitted")
        life.texts.append(typed.text if kind in {"add", "reword"} else "")
        self.all.append(life)
        self.steps[tenant].append(("submit", life.id, name, "submitted"))
        return life

    @rule(life=lives, name=st.sampled_from((*PEOPLE, OFFICER, SECRETARY)))
    def withdraw_it(self, *, life: Life | None, name: str) -> None:
        """Somebody wants it gone."""
        if life is None:
            return
        actor = self.actor(life.tenant, name)
        refusal = self.refusal(
            withdraw(life.id, actor=actor, open_ledger=self.memory.open_ledger, now=self.now)
        )
        if name != life.author:
            assert refusal is ProposalUnknownError
        elif not self.may(life.tenant, name, life.body, PROPOSES):
            assert refusal is StepNotAllowedError
        elif "withdraw" not in TABLE[life.state]:
            assert refusal is StepForbiddenError
        else:
            assert refusal is None
            self.took(life, "withdraw", name)

    @rule(life=lives, name=st.sampled_from((*PEOPLE, OFFICER, SECRETARY)))
    def ask_for_more(self, *, life: Life | None, name: str) -> None:
        """Somebody asks the author for completion."""
        if life is None:
            return
        actor = self.actor(life.tenant, name)
        refusal = self.refusal(
            ask_completion(
                life.id, "Hur?", actor=actor, open_ledger=self.memory.open_ledger, now=self.now
            )
        )
        if not self.may(life.tenant, name, life.body, set(ROLES) - {"admin"}):
            assert refusal is ProposalUnknownError
        elif not self.may(life.tenant, name, life.body, {"officer"}):
            assert refusal is CompletionNotAllowedError
        elif "ask_completion" not in TABLE[life.state]:
            assert refusal is StepForbiddenError
        else:
            assert refusal is None
            self.took(life, "ask_completion", name)

    @rule(life=lives, name=st.sampled_from((*PEOPLE, OFFICER)))
    def complete_it(self, *, life: Life | None, name: str) -> None:
        """Somebody sends in a next version."""
        if life is None:
            return
        actor = self.actor(life.tenant, name)
        opening, before = self.memory.open_ledger, self._kept(life)
        record = self.run(self.memory.record(life.tenant))
        author = replace(actor, grants=frozenset({Grant(Role.OFFICIAL)}))
        on = ground(record, life.body, life.year, actor=author, now=self.now, completing=True)
        draft = draft_of(before, on, now=self.now)
        text = f"Lydelse {next(self.numbers)}"
        typed = replace(draft.typed, text=text)
        draft = replace(draft, typed=typed, author=name)
        kept = self.refusal(keep_draft(draft, actor=actor, open_ledger=opening))
        if name != life.author:
            assert kept in {ProposalUnknownError, DraftUnknownError}
            return
        assert kept is None
        refusal = self.refusal(
            submit(draft.id, seen=on.base, actor=actor, open_ledger=opening, now=self.now)
        )
        if not self.may(life.tenant, name, life.body, PROPOSES):
            assert refusal is ProposingNotAllowedError
        elif "complete" not in TABLE[life.state]:
            assert refusal is StepForbiddenError
        else:
            assert refusal is None
            life.texts.append(text if typed.kind in {"add", "reword"} else "")
            self.took(life, "complete", name)

    @rule(
        life=lives,
        name=st.sampled_from((*PEOPLE, OFFICER, SECRETARY)),
        step=st.sampled_from(MEETINGS),
    )
    def take_a_step_of_the_process(self, *, life: Life | None, name: str, step: str) -> None:
        """Officer and secretary go on with it, as those dialogs will: role, table, event."""
        if life is None:
            return
        actor = self.actor(life.tenant, name)
        refusal = self.refusal(self._step(life, Step(step), actor))
        if not self.may(life.tenant, name, life.body, WHO[step]):
            assert refusal is StepNotAllowedError
        elif step not in TABLE[life.state]:
            assert refusal is StepForbiddenError
        else:
            assert refusal is None
            self.took(life, step, name)

    @rule(life=lives, choices=st.lists(st.integers(0, 9), max_size=12))
    def go_on(self, *, life: Life | None, choices: list[int]) -> None:
        """Those who may go on with it, one way or another, so that late states are seen too."""
        if life is None:
            return
        for choice in choices:
            self._nothing_else_is_possible(life)
            ways = sorted(set(TABLE[life.state]) & set(MEETINGS))
            if not ways:
                return
            step = ways[choice % len(ways)]
            name = self._whoever_may(life, step)
            assert self.refusal(self._step(life, Step(step), self.actor(life.tenant, name))) is None
            self.took(life, step, name)

    def _nothing_else_is_possible(self, life: Life) -> None:
        """Whoever might if the table let them is refused what it does not."""
        opening = self.memory.open_ledger
        for step in sorted(set(WHO) - set(TABLE[life.state])):
            actor = self.actor(life.tenant, self._whoever_may(life, step))
            doing: Awaitable[object]
            if step == "withdraw":
                doing = withdraw(life.id, actor=actor, open_ledger=opening, now=self.now)
            elif step == "ask_completion":
                doing = ask_completion(
                    life.id, "Hur?", actor=actor, open_ledger=opening, now=self.now
                )
            else:
                doing = self._step(life, Step(step), actor)
            assert self.refusal(doing) is StepForbiddenError

    def _whoever_may(self, life: Life, step: str) -> str:
        name, role = {
            "prepare": (OFFICER, "officer"),
            "ask_completion": (OFFICER, "officer"),
            "complete": (life.author, "official"),
            "withdraw": (life.author, "official"),
        }.get(step, (SECRETARY, "secretary"))
        self.roles.add((life.tenant, name, role, life.body))
        return name

    @rule(life=lives, name=st.sampled_from(PEOPLE))
    def try_it_in_another_tenant(self, *, life: Life | None, name: str) -> None:
        """An id from another municipality opens nothing there."""
        if life is None:
            return
        there = next(each for each in TENANTS if each != life.tenant)
        actor = replace(self.actor(life.tenant, name), tenant=there)
        opening = self.memory.open_ledger
        taken = any((each.tenant, each.id) == (there, life.id) for each in self.all)
        assert not taken
        gone = self.refusal(withdraw(life.id, actor=actor, open_ledger=opening, now=self.now))
        assert gone is ProposalUnknownError
        sent = submit(life.id, seen=None, actor=actor, open_ledger=opening, now=self.now)
        assert self.refusal(sent) is DraftUnknownError

    async def _step(self, life: Life, step: Step, actor: Actor) -> None:
        async with self.memory.open_ledger(life.tenant, now=self.now) as ledger:
            proposal = await ledger.proposal(life.id)
            assert proposal is not None
            role = role_for(step, actor, proposal.body)
            after = proposal.after(step, at=self.now)
            await ledger.append(
                Event(
                    self.now,
                    step.value,
                    actor.object_id,
                    role,
                    after.body,
                    after.year,
                    after.id,
                    after.state.value,
                )
            )

    def _kept(self, life: Life) -> Proposal:
        async def read() -> Proposal | None:
            async with self.memory.register(life.tenant) as register:
                return await register.proposal(life.id)

        found = self.loop.run_until_complete(read())
        assert found is not None
        return found

    @invariant()
    def every_proposal_is_where_the_table_puts_it(self) -> None:
        """State, number, author and each version's words."""
        for life in self.all if hasattr(self, "all") else ():
            kept = self._kept(life)
            assert (kept.state, kept.author) == (life.state, life.author)
            assert kept.number == f"F-{life.body}-{life.year}-{life.serial:03}"
            assert [each.content.text or "" for each in kept.versions] == life.texts
            assert kept.is_open is (life.state not in SETTLED)
            for version in kept.versions:
                key = (life.tenant, life.id, version.number)
                assert self.frozen.setdefault(key, version) == version

    @invariant()
    def every_series_is_without_gap_or_double(self) -> None:
        """By tenant, body and year of the matter."""
        if not hasattr(self, "all"):
            return
        for tenant in TENANTS:
            for where in MATTERS:
                kept = self.loop.run_until_complete(self._series(tenant, *where))
                assert kept == list(range(1, len(kept) + 1))

    async def _series(self, tenant: str, code: str, year: int) -> list[int]:
        async with self.memory.register(tenant) as register:
            return [each.serial for each in await register.proposals(code, year)]

    @invariant()
    def every_step_is_one_event_of_somebody_who_might(self) -> None:
        """And the chain over them, with what they vouch for, is whole."""
        if not hasattr(self, "all"):
            return
        for tenant in TENANTS:
            events = self.memory.events(tenant)
            told = [(each.what, each.proposal, each.by, each.state) for each in events]
            assert told == self.steps[tenant]
            assert all(each.role in MAY[Step(each.what)] for each in events)
            links: list[Link] = []
            for place, event in enumerate(events, start=1):
                previous = links[-1].digest if links else FIRST
                digest = chained(event, tenant=tenant, place=place, previous=previous)
                links.append(Link(place, event, digest))
            kept = {each.id: self._kept(each) for each in self.all if each.tenant == tenant}
            assert flaws_of(tenant, links, kept) == ()
            for event in events:
                if event.data.get("version"):
                    assert event.proposal is not None
                    of = kept[event.proposal]
                    version = of.versions[int(str(event.data["version"])) - 1]
                    assert event.data["content"] == digest_of_version(of, version)


TestProposalLife = ProposalLife.TestCase
TestProposalLife.settings = settings(max_examples=100, stateful_step_count=40, deadline=None)
