"""A whole record as JSON that another installation reads: a versioned envelope of documents.

`{"format": "delmal-goals", "version": 1, "exported_at", "municipality", "bodies", "documents",
"strategies"}`. A document is what the record has from one source, for one body: the newest version
of each list, with its status, and of the matter. Texts are verbatim; what is unknown is null.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from goals.contents import Contents
from goals.correcting import FIRST_YEAR, LAST_YEAR
from goals.errors import DocumentFieldError, DocumentNotJsonError
from goals.goal import Body, Goal, GoalSet, Origin, Period, Source, Subgoal
from goals.matter import Entered, Matter, MatterState, Window
from goals.plan import Plan, PlanStatus
from goals.record import Record
from goals.strategy import Strategy
from storage.documents.text_lines import decode

FORMAT = "delmal-goals"
VERSION = 1

_Text = Annotated[str, StringConstraints(min_length=1)]
_Year = Annotated[int, Field(ge=FIRST_YEAR, le=LAST_YEAR)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=False)


class _Wording(_Part):
    code: str | None = None
    text: str
    under: str | None = None
    line: int | None = None
    page: int | None = None
    by_hand: bool = False


class _SubgoalWording(_Wording):
    was: tuple[_Year, int] | None = None
    """The year and the number that it had before the decision."""


class _Goals(_Part):
    period: tuple[_Year, _Year] | None
    goals: tuple[_Wording, ...]


class _Plan(_Part):
    year: _Year
    status: PlanStatus
    last_appeal_day: dt.date | None = None
    subgoals: tuple[_SubgoalWording, ...]


class _Matter(_Part):
    year: _Year
    title: str
    state: MatterState
    decision_points: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    officer: str | None = None
    window: tuple[dt.datetime, dt.datetime] | None = None
    """When proposals are taken: opens, closes."""
    based_on: int | None = None
    entered: tuple[Entered, ...] = ()
    """What a person has typed in, which no proposed paper takes the place of."""


class _Document(_Part):
    body: _Text
    source: Source
    goals: tuple[_Goals, ...] = ()
    subgoals: tuple[_Plan, ...] = ()
    matters: tuple[_Matter, ...] = ()


class _Envelope(_Part):
    format: Literal["delmal-goals"]
    version: Literal[1]
    exported_at: dt.datetime
    municipality: str | None = None
    bodies: tuple[Body, ...] = ()
    documents: tuple[_Document, ...] = ()
    strategies: tuple[Strategy, ...] = ()


def is_envelope(content: bytes) -> bool:
    """Whether the bytes say of themselves that they are such an export."""
    if not content[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return False  # what is no JSON object is not read through
    try:
        stated: object = json.loads(content)
    except (ValueError, RecursionError):
        return False
    return isinstance(stated, dict) and stated.get("format") == FORMAT


def to_envelope(record: Record, *, now: dt.datetime) -> bytes:
    """Everything that is recorded of goals, in UTF-8; see the head of this module."""
    envelope = _Envelope(
        format="delmal-goals",
        version=1,
        exported_at=now,
        municipality=record.municipality,
        bodies=record.bodies,
        documents=tuple(_documents(record)),
        strategies=record.strategies,
    )
    return json.dumps(envelope.model_dump(mode="json"), ensure_ascii=False, indent=2).encode()


def read_envelope(name: str, content: bytes) -> Contents:
    """What such an export holds, each list as version 1.

    Raises DocumentNotJsonError, or DocumentFieldError, which names the first wrong field.
    """
    text, _ = decode(content, name=name)
    try:
        stated: object = json.loads(text)
    except (ValueError, RecursionError):
        raise DocumentNotJsonError(document=name) from None
    try:
        envelope = _Envelope.model_validate(stated)
    except ValidationError as error:
        field = ".".join(str(part) for part in error.errors()[0]["loc"]) or "?"
        raise DocumentFieldError(document=name, field=field, expected="export") from None
    _check_whole(name, envelope)
    return Contents(
        envelope.bodies,
        tuple(
            GoalSet(
                document.body,
                Period(*each.period) if each.period else None,
                tuple(_goals(document.body, each.goals)),
                document.source,
            )
            for document in envelope.documents
            for each in document.goals
        ),
        tuple(
            Plan(
                document.body,
                each.year,
                each.status,
                tuple(_subgoals(document.body, each)),
                document.source,
                each.last_appeal_day,
            )
            for document in envelope.documents
            for each in document.subgoals
        ),
        tuple(
            _matter(document, each) for document in envelope.documents for each in document.matters
        ),
        envelope.strategies,
        envelope.municipality,
    )


def _check_whole(name: str, envelope: _Envelope) -> None:
    """Each body is named, and each list stands once. Raises DocumentFieldError."""
    bodies = [body.code for body in envelope.bodies]
    used = [each.body for each in envelope.documents]
    used += [each.body for each in envelope.strategies]
    lists = [
        (document.body, kind, years)
        for document in envelope.documents
        for kind, years in (
            *(("goals", each.period) for each in document.goals),
            *(("subgoals", each.year) for each in document.subgoals),
            *(("matters", each.year) for each in document.matters),
        )
    ]
    if len(set(bodies)) < len(bodies) or not set(used) <= set(bodies):
        raise DocumentFieldError(document=name, field="bodies", expected="export")
    if len(set(lists)) < len(lists):
        raise DocumentFieldError(document=name, field="documents", expected="export")


def documents_of(record: Record) -> tuple[tuple[str, Source], ...]:
    """Each body with each source that the record has something of it from, in order."""
    versions: list[GoalSet | Plan | Matter] = []
    versions += record.goal_sets
    versions += record.plans
    versions += record.matters
    found: dict[tuple[str, Source], None] = {}
    for each in versions:
        found.setdefault((each.body, each.source))
    return tuple(sorted(found, key=lambda pair: (pair[0], pair[1].document or "")))


def _documents(record: Record) -> Iterable[_Document]:
    for body, source in documents_of(record):
        yield _Document(
            body=body,
            source=source,
            goals=tuple(
                _Goals(
                    period=(each.period.first, each.period.last) if each.period else None,
                    goals=tuple(map(_wording, each.goals)),
                )
                for each in record.goal_sets
                if (each.body, each.source) == (body, source)
            ),
            subgoals=tuple(
                _Plan(
                    year=each.year,
                    status=each.status,
                    last_appeal_day=each.last_appeal_day,
                    subgoals=tuple(map(_subgoal_wording, each.subgoals)),
                )
                for each in record.plans
                if (each.body, each.source) == (body, source)
            ),
            matters=tuple(
                _Matter(
                    year=each.year,
                    title=each.title,
                    state=each.state,
                    decision_points=each.decision_points,
                    recipients=each.recipients,
                    officer=each.officer,
                    window=(each.window.opens, each.window.closes) if each.window else None,
                    based_on=each.based_on,
                    entered=tuple(sorted(each.entered)),
                )
                for each in record.matters
                if (each.body, each.source) == (body, source)
            ),
        )


def _wording(item: Goal | Subgoal) -> _Wording:
    return _Wording(
        code=item.code,
        text=item.text,
        under=item.under,
        line=item.origin.line,
        page=item.origin.page,
        by_hand=item.origin.by_hand,
    )


def _subgoal_wording(item: Subgoal) -> _SubgoalWording:
    return _SubgoalWording(**_wording(item).model_dump(), was=item.was)


def _goals(body: str, stated: Iterable[_Wording]) -> Iterable[Goal]:
    for number, each in enumerate(stated, start=1):
        origin = Origin(each.line, each.page, each.by_hand)
        yield Goal(body, number, each.text, each.code, each.under, origin)


def _subgoals(body: str, stated: _Plan) -> Iterable[Subgoal]:
    for number, each in enumerate(stated.subgoals, start=1):
        origin = Origin(each.line, each.page, each.by_hand)
        yield Subgoal(body, stated.year, number, each.text, each.code, each.under, origin, each.was)


def _matter(document: _Document, stated: _Matter) -> Matter:
    return Matter(
        document.body,
        stated.year,
        stated.title,
        stated.state,
        stated.decision_points,
        stated.recipients,
        stated.officer,
        document.source,
        window=Window(*stated.window) if stated.window else None,
        based_on=stated.based_on,
        entered=frozenset(stated.entered),
    )
