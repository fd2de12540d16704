"""The proof of an expedition, for the registrar: who got the decision, when, how, and who said so.

In Swedish: it is the municipality's own, whoever takes it out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from dialogs.case import Case
from dialogs.clock import local_time
from dialogs.expedition_lines import counted, delivery_line, received_line
from dialogs.spreadsheet import to_csv
from dialogs.texts import SWEDISH, say
from goals.decided import decided_of
from goals.matter_steps import text_of
from goals.notice import Delivery, Notice, Occasion, count
from goals.paper import Listed, Paper, PaperKind, Paragraph, Section

COLUMNS = (
    "notice", "unit", "purpose", "occasion", "kind", "address", "owed-at", "settled-at",
    "attempts", "ending", "reason", "message", "received-at", "received-by", "content",
)  # fmt: skip
"""A line a delivery; a unit that could not be sent anything has a line of its own."""


def proof_paper(case: Case) -> Paper:
    """The proof as it stands now; of what was sent from here."""
    matter = case.matter
    expedited, decided = case.last("expedite"), case.last("decide")
    missing = _said("paper-missing")
    facts = [
        (_said("paper-dnr"), matter.source.dnr or missing),
        (
            _said("proof-decision"),
            f"{text_of(decided, 'paragraph') or missing}, {text_of(decided, 'day') or missing}",
        ),
        (_said("proof-sent"), local_time(expedited.at) if expedited else missing),
        (_said("proof-sent-by"), (expedited.by if expedited else None) or missing),
        (_said("proof-content"), _digest(case) or missing),
    ]
    if case.made_at is not None:
        facts.append((_said("proof-made"), local_time(case.made_at)))
    lines = tuple(f"{name}: {value}" for name, value in counted(count(case.notices), SWEDISH))
    return Paper(
        PaperKind.PROOF,
        say(SWEDISH, "proof-title", title=matter.title),
        (
            Section(_said("proof-summary"), (Listed(lines),)),
            _units(case),
            *(_unit(notice) for notice in case.notices),
        ),
        facts=tuple(facts),
    )


def proof_csv(case: Case) -> bytes:
    """The same as a table; times in UTC, ISO 8601."""
    headings = [say(SWEDISH, f"proof-column-{name}") for name in COLUMNS]
    digest = _digest(case)
    return to_csv(
        headings,
        [
            _row(notice, delivery, digest)
            for notice in case.notices
            for delivery in notice.deliveries or (None,)
        ],
    )


def _row(
    notice: Notice, delivery: Delivery | None, digest: str | None
) -> Sequence[str | int | None]:
    received = notice.acknowledged
    unit = (notice.id, notice.unit, _said(f"purpose-{notice.purpose.value}"))
    answer = (_utc(received.at), received.name or received.by) if received else (None, None)
    if delivery is None:
        nothing = (None, None, None, _utc(notice.owed_at), None, 0, "no-address", None, None)
        return (*unit, *nothing, *answer, digest)
    return (
        *unit,
        delivery.occasion.value,
        delivery.kind.value,
        delivery.label or delivery.to,
        _utc(delivery.owed_at),
        _utc(delivery.settled_at) if delivery.settled_at else None,
        delivery.attempts,
        delivery.ending.value if delivery.ending else None,
        delivery.reason,
        delivery.message_id,
        *answer,
        digest,
    )


def _unit(notice: Notice) -> Section:
    heading = f"{notice.unit}, {_said(f'purpose-{notice.purpose.value}')}"
    return Section(heading, (Listed(tuple(_lines(notice))),), level=2)


def _lines(notice: Notice) -> Iterator[str]:
    if not notice.carrying:
        yield _said("delivery-no-address")
    for each in notice.deliveries:
        if each.occasion is Occasion.CHANGE:
            continue
        told = delivery_line(each, SWEDISH)
        if each in notice.carrying:
            yield told
        else:
            yield say(SWEDISH, f"proof-occasion-{each.occasion.value}", told=told)
    yield received_line(notice, SWEDISH)


def _units(case: Case) -> Section:
    key = "proof-each" if case.notices else "expedition-elsewhere"
    return Section(_said("proof-units"), (Paragraph(_said(key)),))


def _digest(case: Case) -> str | None:
    matter = case.matter
    decided = decided_of(case.record, case.events, matter.body, matter.year)
    return decided.digest if decided else None


def _utc(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds")


def _said(key: str) -> str:
    return say(SWEDISH, key)
