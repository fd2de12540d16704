"""The chain of events: what is altered, removed, put in between or moved is found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise

import pytest

from goals.actor import Role
from goals.event import FIRST, Event, Link, chained, digest_of
from goals.proposal import (
    Content,
    Proposal,
    ProposalKind,
    ProposalState,
    Step,
    SupportedGoal,
    Target,
    Version,
)
from goals.proposing import digest_of_version
from goals.verifying import Flaw, FlawKind, flaws_of

NOW = datetime(2025, 3, 1, 12, 0, tzinfo=UTC)
TENANT = "exempelby"


def proposal(serial: int, versions: int = 1) -> Proposal:
    """A proposal with so many versions, each an hour after the one before."""
    return Proposal(
        f"f{serial}",
        "KS",
        2025,
        serial,
        "anna",
        Role.OFFICIAL,
        ProposalState.SUBMITTED,
        tuple(
            Version(
                number,
                Content(
                    ProposalKind.REWORD,
                    "Därför",
                    Target(2024, 2, "Förr", "A2"),
                    f"Lydelse {number}",
                    SupportedGoal(1, "Ett gott liv"),
                    "Inga",
                ),
                "anna",
                NOW + timedelta(hours=number),
            )
            for number in range(1, versions + 1)
        ),
    )


def event_of(of: Proposal, version: Version) -> Event:
    """The event by which a version came."""
    return Event(
        version.at,
        (Step.SUBMIT if version.number == 1 else Step.COMPLETE).value,
        version.by,
        of.role,
        of.body,
        of.year,
        of.id,
        ProposalState.SUBMITTED.value,
        {"version": version.number, "content": digest_of_version(of, version)},
    )


def chain(events: Sequence[Event], *, tenant: str = TENANT) -> list[Link]:
    """The events in a chain of their own."""
    links: list[Link] = []
    for place, event in enumerate(events, start=1):
        previous = links[-1].digest if links else FIRST
        digest = chained(event, tenant=tenant, place=place, previous=previous)
        links.append(Link(place, event, digest))
    return links


PROPOSALS = {each.id: each for each in (proposal(1), proposal(2, versions=2), proposal(3))}
OPENED = Event(NOW, "open_matter", None, None, "KS", 2025, data={"dnr": None, "§": 12})
LINKS = chain(
    [OPENED, *(event_of(each, version) for each in PROPOSALS.values() for version in each.versions)]
)


def found(links: Sequence[Link], proposals: Sequence[Proposal] = ()) -> list[Flaw]:
    """What is wrong, with these proposals instead of what was there."""
    return list(flaws_of(TENANT, links, PROPOSALS | {each.id: each for each in proposals}))


def test_what_is_as_it_was_has_no_flaw() -> None:
    assert found(LINKS) == []
    assert flaws_of(TENANT, [], {}) == ()


def test_the_digest_is_the_same_in_every_time_zone_and_for_every_order_of_the_data() -> None:
    there = timezone(timedelta(hours=2))
    event = Event(NOW, "x", "anna", Role.OFFICER, "KS", 2025, data={"a": "å", "b": 1})
    same = replace(event, at=NOW.astimezone(there), data={"b": 1, "a": "å"})
    one, other = (chained(each, tenant=TENANT, place=1, previous=FIRST) for each in (event, same))
    assert one == other
    assert len(one) == 64


@pytest.mark.parametrize(
    "change",
    [
        lambda event: replace(event, at=event.at + timedelta(microseconds=1)),
        lambda event: replace(event, what="withdraw"),
        lambda event: replace(event, by="bo"),
        lambda event: replace(event, by=None),
        lambda event: replace(event, role=Role.OFFICER),
        lambda event: replace(event, role=None),
        lambda event: replace(event, body="BUN"),
        lambda event: replace(event, year=2026),
        lambda event: replace(event, proposal="f3"),
        lambda event: replace(event, state="withdrawn"),
        lambda event: replace(event, data={**event.data, "version": "1"}),
        lambda event: replace(event, data={**event.data, "reason": "Därför"}),
        lambda event: replace(event, data={}),
    ],
)
def test_an_event_that_was_altered_in_anything_is_found(change: Callable[[Event], Event]) -> None:
    for place in range(2, len(LINKS) + 1):
        link = LINKS[place - 1]
        if change(link.event) == link.event:
            continue
        links = [*LINKS[: place - 1], replace(link, event=change(link.event)), *LINKS[place:]]
        assert Flaw(FlawKind.CHAIN_BROKEN, place) in found(links)
        assert found(links)[0].place == place


def test_the_chain_of_another_tenant_is_none_of_this_one() -> None:
    there = chain([each.event for each in LINKS], tenant="granvika")
    assert found(there)[0] == Flaw(FlawKind.CHAIN_BROKEN, 1)


@pytest.mark.parametrize("place", range(1, len(LINKS) + 1))
def test_an_event_that_was_removed_is_found(place: int) -> None:
    links = [each for each in LINKS if each.place != place]
    kinds = [(flaw.kind, flaw.place) for flaw in found(links)]
    if place < len(LINKS):
        assert kinds[:2] == [(FlawKind.EVENT_MISSING, place), (FlawKind.CHAIN_BROKEN, place + 1)]
    else:
        assert kinds == [(FlawKind.VERSION_WITHOUT_EVENT, None)]


def test_the_gap_that_was_closed_behind_a_removed_event_is_found() -> None:
    closed = [*LINKS[:2], *(replace(each, place=each.place - 1) for each in LINKS[3:])]
    assert found(closed)[0] == Flaw(FlawKind.CHAIN_BROKEN, 3)
    assert Flaw(FlawKind.VERSION_WITHOUT_EVENT, None, "F-KS-2025-002", 1) in found(closed)


def test_an_event_that_was_put_in_between_is_found() -> None:
    forged = Event(NOW, "withdraw", "bo", Role.OFFICIAL, "KS", 2025, "f1", "withdrawn")
    digest = chained(forged, tenant=TENANT, place=3, previous=LINKS[1].digest)
    pushed = [replace(each, place=each.place + 1) for each in LINKS[2:]]
    assert found([*LINKS[:2], Link(3, forged, digest), *pushed])[0] == (
        Flaw(FlawKind.CHAIN_BROKEN, 4)
    )


def test_events_in_another_order_are_found() -> None:
    swapped = [*LINKS[:1], replace(LINKS[2], place=2), replace(LINKS[1], place=3), *LINKS[3:]]
    assert found(swapped)[:2] == [Flaw(FlawKind.CHAIN_BROKEN, 2), Flaw(FlawKind.CHAIN_BROKEN, 3)]


def test_a_version_that_was_altered_in_anything_is_found() -> None:
    original = PROPOSALS["f2"]
    version = original.versions[1]
    content = version.content
    assert content.target is not None
    contents = [
        replace(content, kind=ProposalKind.ADD),
        replace(content, motivation="Därför."),
        replace(content, target=None),
        replace(content, target=replace(content.target, year=2023)),
        replace(content, target=replace(content.target, number=3)),
        replace(content, target=replace(content.target, text="Förr.")),
        replace(content, target=replace(content.target, code=None)),
        replace(content, text="Lydelse 2."),
        replace(content, text=None),
        replace(content, goal=None),
        replace(content, goal=SupportedGoal(2, "Ett gott liv")),
        replace(content, goal=SupportedGoal(1, "Ett bättre liv")),
        replace(content, consequences=None),
    ]
    versions = [replace(version, content=each) for each in contents]
    versions += [replace(version, by="bo"), replace(version, at=NOW)]
    for altered in versions:
        tampered = replace(original, versions=(original.versions[0], altered))
        assert found(LINKS, [tampered]) == [
            Flaw(FlawKind.VERSION_ALTERED, 4, "F-KS-2025-002", 2),
        ]


@pytest.mark.parametrize(
    "tampered",
    [
        replace(PROPOSALS["f3"], serial=4),
        replace(PROPOSALS["f3"], author="bo"),
        replace(PROPOSALS["f3"], role=Role.OFFICER),
        replace(PROPOSALS["f3"], body="BUN"),
        replace(PROPOSALS["f3"], year=2024),
    ],
)
def test_a_proposal_that_got_another_number_author_or_role_is_found(tampered: Proposal) -> None:
    assert found(LINKS, [tampered]) == [Flaw(FlawKind.VERSION_ALTERED, 5, tampered.number, 1)]


def test_a_version_that_was_removed_or_put_in_is_found() -> None:
    original = PROPOSALS["f2"]
    shorter = replace(original, versions=original.versions[:1])
    assert found(LINKS, [shorter]) == [Flaw(FlawKind.VERSION_MISSING, 4, original.number, 2)]
    third = replace(original.versions[1], number=3)
    longer = replace(original, versions=(*original.versions, third))
    assert found(LINKS, [longer]) == [
        Flaw(FlawKind.VERSION_WITHOUT_EVENT, None, original.number, 3)
    ]


def test_a_proposal_that_was_removed_or_put_in_is_found() -> None:
    left = {key: each for key, each in PROPOSALS.items() if key != "f3"}
    assert flaws_of(TENANT, LINKS, left) == (Flaw(FlawKind.EVENT_WITHOUT_PROPOSAL, 5, "f3"),)
    assert found(LINKS, [proposal(4)]) == [
        Flaw(FlawKind.VERSION_WITHOUT_EVENT, None, "F-KS-2025-004", 1)
    ]


def test_the_first_broken_place_is_the_first_that_is_named() -> None:
    links = [
        replace(each, event=replace(each.event, year=1999)) if each.place in {2, 4} else each
        for each in LINKS
    ]
    places = [flaw.place for flaw in found(links) if flaw.place is not None]
    assert places[0] == 2
    assert all(one <= other for one, other in pairwise(places))


def test_a_value_that_looks_like_another_has_another_digest() -> None:
    values: list[tuple[str | int | None, ...]] = [
        (1,),
        ("1",),
        (None,),
        ("null",),
        ("",),
        (),
        ("a", "b"),
        ("ab",),
        ("a,b",),
        ('a","b',),
    ]
    assert len({digest_of(*each) for each in values}) == len(values)
