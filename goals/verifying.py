"""Whether what is recorded is still what was recorded: the chain of events, and the proposals.

What is altered, taken away, put in between or moved is found, from its place on. Two things are
not: that the newest events were cut off together with all that they vouch for, and that somebody
who may write everything has computed every later digest anew. Both show against a digest that was
kept elsewhere, on an export or in a backup.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from goals.event import FIRST, Event, Link, chained
from goals.proposal import Proposal, Step, Version
from goals.proposing import digest_of_version


class FlawKind(StrEnum):
    """What is wrong. The values are the stable words of a report."""

    EVENT_MISSING = "event_missing"
    """The places leap over one."""
    CHAIN_BROKEN = "chain_broken"
    """The event says something else than it did, or another one stood before it."""
    EVENT_WITHOUT_PROPOSAL = "event_without_proposal"
    VERSION_MISSING = "version_missing"
    """An event vouches for a version that is not there."""
    VERSION_ALTERED = "version_altered"
    """It, or the proposal's number, author or role, is not what the event vouches for."""
    VERSION_WITHOUT_EVENT = "version_without_event"
    """Nothing vouches for it."""
    LIST_MISSING = "list_missing"
    """A step was taken with a version of a list that is not there."""
    LIST_ALTERED = "list_altered"
    """Its wordings, its status, its § or its days are not what was recorded."""
    LIST_WITHOUT_EVENT = "list_without_event"
    """A version of a decided list that no step made."""
    LIST_NOT_FOLLOWING = "list_not_following"
    """The list that was recorded is not what the base and the outcomes give."""
    EXTRACT_ALTERED = "extract_altered"
    """A certified extract is not there any more, or is not the file that was kept."""
    MATTER_ALTERED = "matter_altered"
    """What was entered of a matter, or where it stands, is not what was recorded."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """One broken place."""

    kind: FlawKind
    place: int | None = None
    """Of the event in the chain."""
    proposal: str | None = None
    """Its number, F-KS-2025-007; where it is not there any more, its id."""
    version: int | None = None
    """Of the proposal, the list or the matter."""
    matter: str | None = None
    """The matter, or whose list it is: "KS 2025"."""


def flaws_of(
    tenant: str, links: Iterable[Link], proposals: Mapping[str, Proposal]
) -> tuple[Flaw, ...]:
    """Everything that is broken, the first place of the chain first.

    `links` come in the order of their places, `proposals` by their ids. After a broken link those
    behind it are measured from the digest that it has, so that each break is told once.
    """
    found: list[Flaw] = []
    vouched: set[tuple[str, int]] = set()
    place, previous = 0, FIRST
    for link in links:
        place += 1
        if link.place != place:
            found.append(Flaw(FlawKind.EVENT_MISSING, place))
            place = link.place
        if chained(link.event, tenant=tenant, place=place, previous=previous) != link.digest:
            found.append(Flaw(FlawKind.CHAIN_BROKEN, place))
        previous = link.digest
        found += _flaws_of_version(link, proposals, vouched)
    found += [
        Flaw(FlawKind.VERSION_WITHOUT_EVENT, None, proposal.number, version.number)
        for proposal in sorted(proposals.values(), key=lambda each: each.number)
        for version in proposal.versions
        if (proposal.id, version.number) not in vouched
    ]
    return tuple(found)


def _flaws_of_version(
    link: Link, proposals: Mapping[str, Proposal], vouched: set[tuple[str, int]]
) -> list[Flaw]:
    event = link.event
    if event.proposal is None:
        return []
    proposal = proposals.get(event.proposal)
    if proposal is None:
        return [Flaw(FlawKind.EVENT_WITHOUT_PROPOSAL, link.place, event.proposal)]
    number = event.data.get("version")
    if not isinstance(number, int):
        return []
    versions = [each for each in proposal.versions if each.number == number]
    if not versions:
        return [Flaw(FlawKind.VERSION_MISSING, link.place, proposal.number, number)]
    vouched.add((proposal.id, number))
    if _is_as_vouched(event, proposal, versions[0]):
        return []
    return [Flaw(FlawKind.VERSION_ALTERED, link.place, proposal.number, number)]


def _is_as_vouched(event: Event, proposal: Proposal, version: Version) -> bool:
    same = (event.body, event.year, event.by, event.at) == (
        proposal.body,
        proposal.year,
        version.by,
        version.at,
    )
    if event.what == Step.SUBMIT:
        same = same and event.role is proposal.role and event.by == proposal.author
    return same and event.data.get("content") == digest_of_version(proposal, version)
