"""Proposals, drafts, events and roles: what the rules may rely on, whatever remembers them."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy.exc import IntegrityError, StatementError

from goals.actor import Grant, Role
from goals.draft import Base, Draft, DraftTold, Typed
from goals.event import Event
from goals.extract import Extract
from goals.matter import Matter, MatterState, Window
from goals.ports import Ledger
from goals.proposal import (
    CLOSED,
    Content,
    Proposal,
    ProposalKind,
    ProposalState,
    SupportedGoal,
    Target,
    Version,
)
from goals.record import Record
from tests.storage.conftest import Memory
from tests.storage.examples import (
    BUN,
    EXEMPELBY,
    GRANVIKA,
    KS,
    NOW,
    ODD_TEXTS,
    matter,
    proposal,
    submitted,
)

REFUSALS = (ValueError, IntegrityError, StatementError)
LATER = NOW + timedelta(days=1)
ODD_ID = "Å'\"; -- %s {x} ?1 $1 :id\n"


def event(of: Proposal, state: ProposalState, **data: str) -> Event:
    """A later step of a proposal."""
    return Event(LATER, "test", "x", Role.OFFICER, of.body, of.year, of.id, state.value, data)


async def test_of_a_matters_extracts_the_newest_is_found(memory: Memory) -> None:
    first = Extract("KS", 2025, 1, "Å – ”utdrag”.pdf", b"\x00%PDF\xff", "anna", NOW)
    second = replace(first, number=2, content=bytes(range(256)) * 4096, at=LATER)
    async with memory.open_ledger(EXEMPELBY, now=NOW) as ledger:
        await ledger.add_body(KS)
        await ledger.add_body(BUN)
        await ledger.enter_extract(first)
        assert await ledger.extract("KS", 2025) == first
        await ledger.enter_extract(second)
        await ledger.enter_extract(replace(first, body="BUN"))
    async with memory.register(EXEMPELBY) as register:
        assert await register.extract("KS", 2025) == second
        assert await register.extract("KS", 2024) is None
    async with memory.register(GRANVIKA) as register:
        assert await register.extract("KS", 2025) is None
    with pytest.raises(REFUSALS):
        async with memory.open_ledger(EXEMPELBY, now=NOW) as ledger:
            await ledger.enter_extract(replace(first, number=2))


def draft(**more: object) -> Draft:
    """A draft of Anna's."""
    given: dict[str, object] = {
        "id": "d1",
        "body": "KS",
        "year": 2025,
        "author": "anna",
        "typed": Typed("reword", "2", "Ny lydelse", "1", "Därför", ""),
        "base": Base(2024, 1),
        "target_text": "Förr",
        "updated_at": NOW,
    }
    return Draft(**(given | more))  # type: ignore[arg-type]


async def in_ledger(
    memory: Memory, *work: Callable[[Ledger], Awaitable[object]], tenant: str = EXEMPELBY
) -> None:
    """Do all of this in one transaction."""
    async with memory.open_ledger(tenant, now=NOW) as ledger:
        for each in work:
            await each(ledger)


async def bodies(ledger: Ledger) -> None:
    """KS and BUN are there."""
    await ledger.add_body(KS)
    await ledger.add_body(BUN)


def entering(*proposals: Proposal) -> Callable[[Ledger], Awaitable[None]]:
    """Enter proposals, each with its event."""

    async def enter(ledger: Ledger) -> None:
        for each in proposals:
            await ledger.enter_proposal(each)
            await ledger.append(submitted(each))

    return enter


def keeping(kept: Draft) -> Callable[[Ledger], Awaitable[None]]:
    """Keep a draft."""
    return lambda ledger: ledger.keep_draft(kept)


def appending(last: Event) -> Callable[[Ledger], Awaitable[None]]:
    """Put an event last."""
    return lambda ledger: ledger.append(last)


def adding(errand: Matter) -> Callable[[Ledger], Awaitable[None]]:
    """Enter a matter."""
    return lambda ledger: ledger.add_matter(errand)


async def refused(doing: Awaitable[object]) -> None:
    """The memory itself will not have it."""
    with pytest.raises(REFUSALS):
        await doing


async def proposals(memory: Memory, *, tenant: str = EXEMPELBY) -> tuple[Proposal, ...]:
    """KS's of 2025."""
    async with memory.register(tenant) as register:
        return await register.proposals("KS", 2025)


class TestProposals:
    """Kept word for word, by number."""

    async def test_are_kept_word_for_word(self, memory: Memory) -> None:
        odd = [
            replace(
                proposal(id=f"{ODD_ID}{serial}", serial=serial, author=text[:40]),
                versions=(
                    Version(
                        1,
                        Content(
                            ProposalKind.REWORD,
                            text,
                            Target(2024, 2, text, text[:40]),
                            text,
                            SupportedGoal(3, text),
                            text,
                        ),
                        text[:40],
                        NOW,
                    ),
                ),
            )
            for serial, text in enumerate(ODD_TEXTS, start=1)
        ]
        await in_ledger(memory, bodies, entering(*odd))
        assert await proposals(memory) == tuple(odd)
        async with memory.register(EXEMPELBY) as register:
            for each in odd:
                assert await register.proposal(each.id) == each
                assert await register.proposals_of(each.author) == (each,)

    @pytest.mark.parametrize("kind", ProposalKind)
    async def test_of_every_kind_have_none_where_nothing_was_said(
        self, memory: Memory, kind: ProposalKind
    ) -> None:
        bare = replace(proposal(), versions=(Version(1, Content(kind, "Därför"), "anna", NOW),))
        await in_ledger(memory, bodies, entering(bare))
        assert await proposals(memory) == (bare,)

    async def test_come_by_number_and_ones_own_the_newest_first(self, memory: Memory) -> None:
        ten = [proposal(id=f"f{99 - serial}", serial=serial) for serial in range(1, 11)]
        others = [
            proposal(id="bun", body="BUN"),
            proposal(id="nästa", year=2026),
            proposal(id="bos", serial=11, author="bo"),
        ]
        newest = replace(
            proposal(id="sist", year=2024),
            versions=(replace(proposal().versions[0], at=LATER),),
        )
        await in_ledger(memory, bodies, entering(*ten[::-1], *others))
        await in_ledger(memory, lambda ledger: ledger.enter_proposal(newest))
        await in_ledger(memory, appending(replace(submitted(newest), at=LATER)))
        assert [each.serial for each in await proposals(memory)] == list(range(1, 12))
        async with memory.register(EXEMPELBY) as register:
            own = [each.id for each in await register.proposals_of("anna")]
            assert await register.proposals_of("ingen") == ()
        assert own[0] == "sist"
        assert [each for each in own if each.startswith("f")] == [each.id for each in ten[::-1]]
        assert set(own) == {"sist", "bun", "nästa", *(each.id for each in ten)}

    async def test_that_are_not_there_are_none(self, memory: Memory) -> None:
        await in_ledger(memory, bodies, entering(proposal()))
        async with memory.register(EXEMPELBY) as register:
            for unknown in ("", "F1", "f1 ", "f1\0", "\ud800", "9" * 5_000, "f%", "f_"):
                assert await register.proposal(unknown) is None
                assert await register.draft(unknown) is None
            assert await register.proposals("XX", 2025) == ()
        async with memory.register("okänd") as register:
            assert await register.proposals("KS", 2025) == ()

    async def test_get_versions_and_keep_those_before(self, memory: Memory) -> None:
        first = proposal()
        second = first.with_version(
            Content(ProposalKind.ADD, "Nu så här", None, "Något nytt"), by="bo", at=LATER
        )
        await in_ledger(memory, bodies, entering(first))
        await in_ledger(
            memory,
            lambda ledger: ledger.enter_version(second),
            appending(event(first, ProposalState.PREPARED)),
        )
        (kept,) = await proposals(memory)
        assert kept.versions == second.versions
        assert kept.versions[0] == first.versions[0]
        assert (kept.state, kept.since) == (ProposalState.PREPARED, LATER)

    async def test_are_where_their_newest_event_puts_them(self, memory: Memory) -> None:
        both = (proposal(), proposal(id="f2", serial=2))
        await in_ledger(memory, bodies, entering(*both))
        for state in ProposalState:
            await in_ledger(
                memory,
                appending(event(both[0], state, reason=state.value)),
            )
            kept, other = await proposals(memory)
            assert (kept.state, kept.reason, kept.since) == (state, state.value, LATER)
            assert other == both[1]
        await in_ledger(memory, appending(event(both[0], ProposalState.PREPARED)))
        assert (await proposals(memory))[0].reason is None

    async def test_are_found_by_the_subgoal_that_any_version_names(self, memory: Memory) -> None:
        def about(serial: int, target: Target | None) -> Proposal:
            content = Content(ProposalKind.KEEP, "Därför", target)
            versions = (Version(1, content, "anna", NOW),)
            return replace(proposal(id=f"f{serial}", serial=serial), versions=versions)

        target = Target(2024, 2, "Utveckla trafiken", "A2")
        there = [
            about(1, target),
            about(2, replace(target, text="Nu med andra ord", code=None)),
            about(3, replace(target, year=2023, number=9)),
        ]
        elsewhere = [
            about(4, None),
            about(5, replace(target, number=3, text="Något annat")),
            about(6, replace(target, year=2023, text="Något annat")),
        ]
        moved = about(7, None)
        await in_ledger(memory, bodies, entering(*there, *elsewhere, moved))
        last = moved.with_version(there[0].content, by="anna", at=NOW)
        await in_ledger(memory, lambda ledger: ledger.enter_version(last))
        async with memory.register(EXEMPELBY) as register:
            found = await register.proposals("KS", 2025, about=target)
            assert await register.proposals("BUN", 2025, about=target) == ()
        assert [each.serial for each in found] == [1, 2, 3, 7]
        assert found[0] == there[0]
        assert len(found[-1].versions) == 2

    async def test_are_counted_while_they_are_open(self, memory: Memory) -> None:
        states = list(ProposalState)
        all_states = [
            proposal(id=state.value, serial=serial) for serial, state in enumerate(states, 1)
        ]
        await in_ledger(
            memory, bodies, entering(*all_states, proposal(body="BUN", year=2026, id="b"))
        )
        assert await memory.waiting(EXEMPELBY) == {("KS", 2025): len(states), ("BUN", 2026): 1}
        for each, state in zip(all_states, states, strict=True):
            await in_ledger(memory, appending(event(each, state)))
        waiting = await memory.waiting(EXEMPELBY)
        assert waiting == {("KS", 2025): len(states) - len(CLOSED), ("BUN", 2026): 1}

    async def test_are_numbered_from_one_in_each_series(self, memory: Memory) -> None:
        await in_ledger(memory, bodies)
        async with memory.open_ledger(EXEMPELBY, now=NOW) as ledger:
            for body, year in (("KS", 2025), ("KS", 2026), ("BUN", 2025)):
                for serial in (1, 2, 3):
                    assert await ledger.next_serial(body, year) == serial
                    await entering(
                        proposal(id=f"{body}{year}{serial}", body=body, year=year, serial=serial)
                    )(ledger)
        async with memory.open_ledger(EXEMPELBY, now=NOW) as ledger:
            assert await ledger.next_serial("KS", 2025) == 4
            assert await ledger.next_serial("KS", 2027) == 1

    async def test_are_entered_once_only(self, memory: Memory) -> None:
        await in_ledger(memory, bodies, entering(proposal()))
        for again in (
            proposal(serial=2),
            proposal(id="f2"),
            proposal(id="f2", serial=2, body="XX"),
        ):
            await refused(in_ledger(memory, entering(again)))
        await refused(in_ledger(memory, lambda ledger: ledger.enter_version(proposal())))
        assert await proposals(memory) == (proposal(),)


class TestDrafts:
    """Kept as typed, replaced under their id, and the only thing that goes."""

    async def test_are_kept_as_they_were_typed(self, memory: Memory) -> None:
        odd = [
            draft(
                id=f"d{number}",
                author=text[:40],
                typed=Typed(text, text, text + "\0\ud800", text, text, text),
                target_text=text,
                completes=text,
            )
            for number, text in enumerate((*ODD_TEXTS, "", "\u202e\u200b"))
        ]
        await in_ledger(memory, bodies)
        for each in odd:
            await in_ledger(memory, keeping(each))
        async with memory.register(EXEMPELBY) as register:
            for each in odd:
                assert await register.draft(each.id) == each
                assert each in await register.drafts_of(each.author)

    async def test_have_none_where_there_is_nothing(self, memory: Memory) -> None:
        bare = draft(base=None, target_text=None, completes=None, typed=Typed())
        await in_ledger(memory, bodies, keeping(bare))
        async with memory.register(EXEMPELBY) as register:
            assert await register.draft("d1") == bare

    async def test_take_the_place_of_what_was_kept_under_their_id(self, memory: Memory) -> None:
        newer = draft(
            typed=Typed("add", "", "Annat"),
            base=None,
            target_text=None,
            year=2026,
            body="BUN",
            completes="f1",
            updated_at=LATER,
        )
        await in_ledger(
            memory,
            bodies,
            keeping(draft()),
            keeping(draft(id="d2")),
        )
        await in_ledger(memory, keeping(newer))
        async with memory.register(EXEMPELBY) as register:
            assert await register.drafts_of("anna") == (newer, draft(id="d2"))

    async def test_come_the_one_last_touched_first_and_only_ones_own(self, memory: Memory) -> None:
        kept = [
            draft(id=f"d{number}", updated_at=NOW + timedelta(minutes=minutes))
            for number, minutes in enumerate((3, 1, 2, 1))
        ]
        await in_ledger(memory, bodies)
        for each in (*kept, draft(id="bos", author="bo")):
            await in_ledger(memory, keeping(each))
        async with memory.register(EXEMPELBY) as register:
            assert [each.id for each in await register.drafts_of("anna")] == [
                "d0",
                "d2",
                "d1",
                "d3",
            ]
            assert [each.id for each in await register.drafts_of("bo")] == ["bos"]

    async def test_that_are_left_lying_are_found_whose_ever_they_are_the_oldest_first(
        self, memory: Memory
    ) -> None:
        kept = [
            draft(
                id=f"d{number}",
                author=author,
                updated_at=NOW + timedelta(minutes=minutes),
                told=told,
            )
            for number, (author, minutes, told) in enumerate(
                (
                    ("anna", 2, DraftTold.REMINDED),
                    ("bo", 1, None),
                    ("anna", 3, DraftTold.EXPIRED),
                    ("anna", 4, None),
                )
            )
        ]
        for tenant in (EXEMPELBY, GRANVIKA):
            await in_ledger(memory, bodies, tenant=tenant)
        for each in kept:
            await in_ledger(memory, keeping(each))
        await in_ledger(memory, keeping(draft(id="grannens")), tenant=GRANVIKA)
        async with memory.open_ledger(EXEMPELBY, now=NOW) as ledger:
            left = await ledger.drafts_left(NOW + timedelta(minutes=3))
        assert left == (kept[1], kept[0], kept[2])

    async def test_go_when_they_are_dropped(self, memory: Memory) -> None:
        await in_ledger(
            memory,
            bodies,
            keeping(draft()),
            keeping(draft(id="d2")),
        )
        await in_ledger(
            memory,
            lambda ledger: ledger.drop_draft("d1"),
            lambda ledger: ledger.drop_draft("finns inte"),
        )
        async with memory.register(EXEMPELBY) as register:
            assert await register.draft("d1") is None
            assert await register.drafts_of("anna") == (draft(id="d2"),)

    async def test_belong_to_a_body_that_there_is(self, memory: Memory) -> None:
        await refused(in_ledger(memory, keeping(draft())))


class TestTheTransaction:
    """All of it, or none of it; and the record is left alone."""

    async def test_that_fails_leaves_nothing(self, memory: Memory) -> None:
        await in_ledger(memory, bodies, entering(proposal()), keeping(draft(id="kvar")))
        second = proposal().with_version(proposal().content, by="anna", at=LATER)

        async def fail_last(ledger: Ledger) -> None:
            await entering(proposal(id="f2", serial=2))(ledger)
            await ledger.enter_version(second)
            await ledger.append(event(second, ProposalState.WITHDRAWN))
            await ledger.keep_draft(draft())
            await ledger.drop_draft("kvar")
            raise LookupError

        with pytest.raises(LookupError):
            await in_ledger(memory, fail_last)
        assert await proposals(memory) == (proposal(),)
        async with memory.register(EXEMPELBY) as register:
            assert [each.id for each in await register.drafts_of("anna")] == ["kvar"]
        assert await memory.waiting(EXEMPELBY) == {("KS", 2025): 1}

    async def test_sees_what_it_has_entered_and_nobody_else_does(self, memory: Memory) -> None:
        await in_ledger(memory, bodies)
        async with memory.open_ledger(EXEMPELBY, now=NOW) as ledger:
            await entering(proposal())(ledger)
            await ledger.keep_draft(draft())
            assert await ledger.proposals("KS", 2025) == (proposal(),)
            assert await ledger.proposal("f1") == proposal()
            assert await ledger.draft("d1") == draft()
            assert await memory.waiting(EXEMPELBY) == {}
            async with memory.register(EXEMPELBY) as register:
                assert await register.proposals("KS", 2025) == ()
                assert await register.draft("d1") is None
        assert await proposals(memory) == (proposal(),)

    async def test_of_proposals_does_not_change_the_record(self, memory: Memory) -> None:
        await in_ledger(memory, bodies)
        before = await memory.reader.record(EXEMPELBY)
        await in_ledger(memory, entering(proposal()), keeping(draft()))
        await in_ledger(memory, appending(event(proposal(), ProposalState.PREPARED)))
        assert await memory.reader.record(EXEMPELBY) == before
        assert before.revision == 1

    async def test_reads_the_newest_record_whoever_recorded_it(self, memory: Memory) -> None:
        await in_ledger(memory, bodies)
        for version in (1, 2, 3):
            errand = matter("att", version=version)
            async with memory.open_ledger(EXEMPELBY, now=NOW) as ledger:
                known = (await ledger.record()).matter("KS", 2025)
                assert (known.version if known else 0) == version - 1
                await ledger.add_matter(errand)
                assert (await ledger.record()).matter("KS", 2025) == errand

    async def test_that_failed_is_not_remembered_as_the_record(self, memory: Memory) -> None:
        await in_ledger(memory, bodies)

        async def fail_last(ledger: Ledger) -> None:
            await ledger.record()
            await ledger.add_matter(matter("att"))
            await ledger.record()
            raise LookupError

        with pytest.raises(LookupError):
            await in_ledger(memory, fail_last)
        async with memory.open_ledger(EXEMPELBY, now=NOW) as ledger:
            assert (await ledger.record()).matters == ()

    async def test_in_one_tenant_is_nothing_in_another(self, memory: Memory) -> None:
        there = replace(proposal(), author="orsa")
        await in_ledger(memory, bodies, entering(proposal()), keeping(draft()))
        await in_ledger(memory, bodies, tenant=GRANVIKA)
        assert await proposals(memory, tenant=GRANVIKA) == ()
        async with memory.register(GRANVIKA) as register:
            assert await register.proposal("f1") is None
            assert await register.draft("d1") is None
            assert await register.drafts_of("anna") == ()
            assert await register.proposals_of("anna") == ()
        assert await memory.waiting(GRANVIKA) == {}
        async with memory.open_ledger(GRANVIKA, now=NOW) as ledger:
            assert await ledger.next_serial("KS", 2025) == 1
            await ledger.drop_draft("d1")
            await entering(there)(ledger)
            await ledger.append(event(there, ProposalState.WITHDRAWN))
        assert await proposals(memory) == (proposal(),)
        async with memory.register(EXEMPELBY) as register:
            assert await register.draft("d1") == draft()

    async def test_has_every_time_in_utc(self, memory: Memory) -> None:
        stockholm = timezone(timedelta(hours=2))
        there = datetime(2025, 6, 1, 1, 30, 0, 123456, tzinfo=stockholm)
        of = proposal()
        of = replace(of, versions=(replace(of.versions[0], at=there),), since=there)
        await in_ledger(
            memory,
            bodies,
            lambda ledger: ledger.enter_proposal(of),
            appending(replace(submitted(of), at=there)),
            keeping(draft(updated_at=there)),
        )
        (kept,) = await proposals(memory)
        assert kept == of
        assert kept.since == kept.versions[0].at == there.astimezone(UTC)
        async with memory.register(EXEMPELBY) as register:
            assert await register.draft("d1") == draft(updated_at=there)

    async def test_refuses_a_time_without_its_zone(self, memory: Memory) -> None:
        await in_ledger(memory, bodies)
        naive = datetime(2025, 3, 1, 12, 0)  # noqa: DTZ001 — what is to be refused
        await refused(in_ledger(memory, appending(replace(submitted(proposal()), at=naive))))

    async def test_keeps_a_matters_window_and_the_list_that_it_starts_from(
        self, memory: Memory
    ) -> None:
        window = Window(NOW, NOW + timedelta(days=30, microseconds=1))
        errands = [
            replace(matter("a"), state=MatterState.OPENED, window=window, based_on=2024),
            replace(matter("b", year=2026), window=None, based_on=None),
        ]
        await in_ledger(memory, bodies)
        for each in errands:
            await in_ledger(memory, adding(each))
        record: Record = await memory.reader.record(EXEMPELBY)
        assert record.matters == tuple(errands)

    async def test_waits_for_the_one_before_in_its_tenant(self, memory: Memory) -> None:
        await in_ledger(memory, bodies)
        order: list[int] = []

        async def enter(number: int) -> None:
            async with memory.open_ledger(EXEMPELBY, now=NOW) as ledger:
                serial = await ledger.next_serial("KS", 2025)
                order.append(number)
                await asyncio.sleep(0)
                await entering(proposal(id=f"f{number}", serial=serial))(ledger)

        await asyncio.gather(*(enter(number) for number in range(30)))
        assert [each.serial for each in await proposals(memory)] == list(range(1, 31))
        assert order == sorted(order)


class TestWhoHolds:
    """The newest change for a person, role and body counts."""

    async def test_are_those_with_one_of_the_roles_in_the_body_or_in_every_body(
        self, memory: Memory
    ) -> None:
        for name, grant in (
            ("d", Grant(Role.OFFICER, "KS")),
            ("b", Grant(Role.SECRETARY)),
            ("a", Grant(Role.OFFICER)),
            ("å", Grant(Role.SECRETARY, "KS")),
            ("bun", Grant(Role.OFFICER, "BUN")),
            ("tjänsteperson", Grant(Role.OFFICIAL, "KS")),
            ("it", Grant(Role.ADMIN)),
            ("a", Grant(Role.SECRETARY, "KS")),
        ):
            await memory.change_role(EXEMPELBY, name, grant)
        await memory.change_role(GRANVIKA, "granne", Grant(Role.OFFICER, "KS"))
        async with memory.register(EXEMPELBY) as register:
            both = {Role.OFFICER, Role.SECRETARY}
            assert await register.holders("KS", both) == ("a", "b", "d", "å")
            assert await register.holders("KS", [Role.OFFICER]) == ("a", "d")
            assert await register.holders("BUN", both) == ("a", "b", "bun")
            assert await register.holders("XX", both) == ("a", "b")
            assert await register.holders("KS", ()) == ()
            assert await register.holders("KS", {Role.REGISTRAR}) == ()

    async def test_are_not_those_from_whom_it_was_taken(self, memory: Memory) -> None:
        here, everywhere = Grant(Role.OFFICER, "KS"), Grant(Role.OFFICER)
        for grant, given, holds in (
            (here, True, True),
            (here, False, False),
            (here, True, True),
            (everywhere, True, True),
            (here, False, True),
            (everywhere, False, False),
        ):
            await memory.change_role(EXEMPELBY, "anna", grant, given=given)
            async with memory.open_ledger(EXEMPELBY, now=NOW) as ledger:
                held = await ledger.holders("KS", {Role.OFFICER})
            assert held == (("anna",) if holds else ())
