"""The register of a matter, for the diary system and for a spreadsheet.

Everything that was submitted, each version as it was frozen, and everything that was done. Drafts
are no part of it. Nobody is named: people are their object ids.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from dialogs import spreadsheet
from dialogs.texts import say
from goals.event import Link
from goals.local_time import STOCKHOLM
from goals.matter import Matter
from goals.proposal import Proposal, Version

FORMAT = "delmal-matter-register"
VERSION = 1
COLUMNS = (
    "number", "version", "state", "state_label", "kind", "kind_label", "target_year",
    "target_number", "old_wording", "new_wording", "goal_number", "goal", "motivation",
    "consequences", "submitted_at_utc", "submitted_at_local", "author", "role", "events",
)  # fmt: skip
"""Of the spreadsheet: a line a version, the events of its proposal in one cell."""
_LABELS = "sv"
"""The register is the municipality's, whoever exports it."""


@dataclass(frozen=True, slots=True)
class MatterRegister:
    """A matter, its proposals by number, and what was done in it, in its order."""

    matter: Matter
    proposals: Sequence[Proposal]
    links: Sequence[Link]

    def links_of(self, proposal: Proposal | None) -> list[Link]:
        """What was done with a proposal; with None, with the matter itself."""
        wanted = proposal.id if proposal else None
        return [each for each in self.links if each.event.proposal == wanted]


def to_json(register: MatterRegister, *, tenant: str, now: datetime) -> bytes:
    """A versioned envelope in UTF-8.

    `{"format", "version", "exported_at", "tenant", "matter", "proposals", "events"}`; `events` are
    those of the matter itself, each proposal has its own.
    """
    matter = register.matter
    window = matter.window
    whole = {
        "format": FORMAT,
        "version": VERSION,
        "exported_at": _utc(now),
        "tenant": tenant,
        "matter": {
            "body": matter.body,
            "year": matter.year,
            "title": matter.title,
            "state": matter.state.value,
            "dnr": matter.source.dnr,
            "officer": matter.officer,
            "based_on": matter.based_on,
            "opens_at": _utc(window.opens) if window else None,
            "closes_at": _utc(window.closes) if window else None,
        },
        "proposals": [_proposal(each, register.links_of(each)) for each in register.proposals],
        "events": [_event(each) for each in register.links_of(None)],
    }
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode()


def _proposal(proposal: Proposal, links: Sequence[Link]) -> dict[str, Any]:
    return {
        "number": proposal.number,
        "id": proposal.id,
        "state": proposal.state.value,
        "state_label": say(_LABELS, f"state-{proposal.state.value}"),
        "submitted_at_utc": _utc(proposal.submitted_at),
        "submitted_at_local": _local(proposal.submitted_at),
        "author": proposal.author,
        "role": proposal.role.value,
        "versions": [_version(each) for each in proposal.versions],
        "events": [_event(each) for each in links],
    }


def _version(version: Version) -> dict[str, Any]:
    content = version.content
    target, goal = content.target, content.goal
    return {
        "version": version.number,
        "kind": content.kind.value,
        "kind_label": say(_LABELS, f"kind-{content.kind.value}"),
        "target_year": target.year if target else None,
        "target_number": target.label if target else None,
        "old_wording": target.text if target else None,
        "new_wording": content.text,
        "goal_number": goal.number if goal else None,
        "goal": goal.text if goal else None,
        "motivation": content.motivation,
        "consequences": content.consequences,
        "submitted_at_utc": _utc(version.at),
        "submitted_at_local": _local(version.at),
        "author": version.by,
    }


def _event(link: Link) -> dict[str, Any]:
    event = link.event
    return {
        "place": link.place,
        "at_utc": _utc(event.at, exact=True),
        "at_local": _local(event.at),
        "what": event.what,
        "by": event.by,
        "role": event.role.value if event.role else None,
        "state": event.state,
        "data": dict(event.data),
        "digest": link.digest,
    }


def to_csv(register: MatterRegister) -> bytes:
    """UTF-8 with a byte order mark and semicolons, as a Swedish Excel opens it.

    What a spreadsheet would take for a formula gets an apostrophe before it.
    """
    rows = []
    for proposal in register.proposals:
        links = register.links_of(proposal)
        whole = _proposal(proposal, links)
        for version in whole["versions"]:
            row: Mapping[str, Any] = {
                **whole,
                **version,
                "events": "\n".join(_event_line(each) for each in links),
            }
            rows.append([row[column] for column in COLUMNS])
    return spreadsheet.to_csv(
        [say(_LABELS, f"entry-{column.replace('_', '-')}") for column in COLUMNS], rows
    )


def _event_line(link: Link) -> str:
    event = link.event
    role = event.role.value if event.role else "–"
    return f"{_utc(event.at)} {event.what} {role} {event.by or '–'} {link.digest}"


def _utc(at: datetime, *, exact: bool = False) -> str:
    """`exact`: as the digest of an event is made of."""
    return at.astimezone(UTC).isoformat(timespec="microseconds" if exact else "seconds")


def _local(at: datetime) -> str:
    return at.astimezone(STOCKHOLM).isoformat(timespec="seconds")
