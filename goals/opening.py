"""A matter is opened and kept up to date: who may, what must be right, how it is recorded."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from goals.actor import Actor, Role
from goals.errors import (
    BaseUnknownError,
    DnrUnreadableError,
    GoalsError,
    MatterChangedError,
    MatterDecidedError,
    MatterExistsError,
    MatterYearError,
    MistakesError,
    NoSuchBodyError,
    NoSuchMatterError,
    OpeningNotAllowedError,
    TextTooLongError,
    WindowHalfError,
    WindowOrderError,
    WindowPastError,
)
from goals.event import Event, digest_of
from goals.goal import Source
from goals.ground import ground_of
from goals.local_time import STOCKHOLM, read_moment, typed_moment
from goals.matter import Entered, Matter, MatterState, Window
from goals.plan import Plan, PlanStatus
from goals.ports import Ledger, OpenLedger
from goals.record import Record
from goals.wording import is_blank, read_line

OPEN = "open_matter"
CHANGE = "change_matter"
"""What the events are called."""
OPENERS = frozenset({Role.OFFICER, Role.SECRETARY})
LONGEST_TITLE = 200
LONGEST_NAME = 200
"""Of the handläggare, and of each recipient."""
LONGEST_DNR = 40
LONGEST_RECIPIENTS = 4_000
"""Characters, of all of them together."""
YEARS_BACK, YEARS_AHEAD = 1, 10
"""A matter is of a year so near."""

_Read = TypeVar("_Read")
_COUNTING = frozenset({PlanStatus.IN_FORCE, PlanStatus.APPEALABLE, PlanStatus.SUPERSEDED})
# Letters of the diary, year, number, and what may follow: as in KS 2025/39 and KS 2003-0299-04.
_DNR = re.compile(
    r"(?:[^\W\d_]{1,12}[ /:.-]{0,2}){0,2}(?:19|20)?\d\d[ /:.-]\d{1,6}(?:[ /:.-]\d{1,6}){0,2}"
)
_LIST_SIGN = re.compile(r"^\s*[-–•*]\s+")
_DNR_LABEL = re.compile(r"(?:dnr|diarienr|diarienummer)\b[.:]?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TypedMatter:
    """What stands in the form, as it was typed."""

    title: str = ""
    dnr: str = ""
    opens_day: str = ""
    opens_time: str = ""
    closes_day: str = ""
    closes_time: str = ""
    based_on: str = ""
    """The year of a list."""
    officer: str = ""
    recipients: str = ""
    """One a line."""


@dataclass(frozen=True, slots=True)
class KeptMatter:
    """What became of a form."""

    matter: Matter
    again: bool = False
    """It said what was recorded already: pressed twice, or nothing was changed."""


class OvertakenError(Exception):
    """Somebody else was first. `refusal` says with what, `matter` is what they recorded."""

    def __init__(self, refusal: GoalsError, matter: Matter) -> None:
        super().__init__(refusal, matter)
        self.refusal = refusal
        self.matter = matter


def may_open(actor: Actor, body: str) -> bool:
    """Whether this person may open and change the body's matters."""
    return any(actor.has(role, body) for role in OPENERS)


def may_enter_dnr(actor: Actor, body: str) -> bool:
    """Whether this person may enter what the diary says of the body's matters."""
    return may_open(actor, body) or actor.has(Role.REGISTRAR, body)


def check_may_open(actor: Actor, body: str, record: Record) -> None:
    """Raise NoSuchBodyError or OpeningNotAllowedError."""
    if record.body(body) is None:
        raise NoSuchBodyError(body=body)
    if not may_open(actor, body):
        raise OpeningNotAllowedError(body=body)


def check_year(year: int | None, *, now: datetime) -> int:
    """The year, if a matter can be of it; raises MatterYearError."""
    this_year = now.astimezone(STOCKHOLM).year
    first, last = this_year - YEARS_BACK, this_year + YEARS_AHEAD
    if year is None or not first <= year <= last:
        raise MatterYearError(first=first, last=last)
    return year


def next_year(record: Record, body: str, *, now: datetime) -> int:
    """The year that the body's next matter is likely to be of."""
    years = [each.year for each in record.matters if each.body == body]
    years += [each.year for each in record.plans if each.body == body]
    return max([now.astimezone(STOCKHOLM).year, *(year + 1 for year in years)])


def lists_to_start_from(record: Record, body: str, year: int) -> tuple[Plan, ...]:
    """The lists that a matter of the year can be based on, the usual choice first.

    Those that count, the latest first; before them the year's own, where it is proposed.
    """
    return tuple(
        sorted(
            (
                plan
                for plan in record.plans
                if plan.body == body
                and plan.year <= year
                and (
                    plan.status in _COUNTING
                    or (plan.status is PlanStatus.PROPOSED and plan.year == year)
                )
            ),
            key=lambda plan: -plan.year,
        )
    )


def typed_of(matter: Matter, record: Record) -> TypedMatter:
    """The form as it stands when the matter is to be changed."""
    window = matter.window
    opens = typed_moment(window.opens, is_end=False) if window else ("", "")
    closes = typed_moment(window.closes, is_end=True) if window else ("", "")
    base = ground_of(record, matter).plan
    return TypedMatter(
        matter.title,
        matter.source.dnr or "",
        *opens,
        *closes,
        str(base.year) if base else "",
        matter.officer or "",
        "\n".join(matter.recipients),
    )


async def open_matter(
    typed: TypedMatter,
    body: str,
    year: int,
    *,
    actor: Actor,
    open_ledger: OpenLedger,
    now: datetime,
) -> KeptMatter:
    """Open the body's matter of the year. A body has one matter a year.

    Raises NoSuchBodyError, OpeningNotAllowedError, MatterYearError, MatterDecidedError,
    MistakesError or OvertakenError.
    """
    async with open_ledger(actor.tenant, now=now) as ledger:
        record = await ledger.record()
        check_may_open(actor, body, record)
        check_year(year, now=now)
        recorded = record.matter(body, year)
        if recorded is not None:
            _check_undecided(recorded)
        empty = Matter(body, year, "", MatterState.OPENED, (), (), None, Source())
        matter = _read(typed, empty, record, now)
        if recorded is not None and _says(matter, record) == _says(recorded, record):
            return KeptMatter(recorded, again=True)
        if recorded is not None:
            raise OvertakenError(MatterExistsError(body=body, year=year), recorded)
        return KeptMatter(await _enter(matter, empty, OPEN, actor, ledger, now))


async def change_matter(
    typed: TypedMatter,
    body: str,
    year: int,
    *,
    seen: int,
    actor: Actor,
    open_ledger: OpenLedger,
    now: datetime,
) -> KeptMatter:
    """Record a new version of the matter; `seen` is the version that the form was filled from.

    A registrar changes its dnr only, whatever else was typed. Raises NoSuchMatterError,
    OpeningNotAllowedError, MatterDecidedError, MistakesError or OvertakenError.
    """
    if not may_enter_dnr(actor, body):
        raise OpeningNotAllowedError(body=body)
    async with open_ledger(actor.tenant, now=now) as ledger:
        record = await ledger.record()
        recorded = record.matter(body, year)
        if recorded is None:
            raise NoSuchMatterError(body=body, year=year)
        _check_undecided(recorded)
        if not may_open(actor, body):
            typed = replace(typed_of(recorded, record), dnr=typed.dnr)
        matter = _read(typed, recorded, record, now)
        if _says(matter, record) == _says(recorded, record):
            return KeptMatter(recorded, again=True)
        if seen != recorded.version:
            raise OvertakenError(MatterChangedError(), recorded)
        matter = replace(matter, version=recorded.version + 1)
        return KeptMatter(await _enter(matter, recorded, CHANGE, actor, ledger, now))


def _check_undecided(matter: Matter) -> None:
    if matter.is_decided:
        raise MatterDecidedError(body=matter.body, year=matter.year)


def _says(matter: Matter, record: Record) -> tuple[object, ...]:
    """What a person may change of it."""
    base = ground_of(record, matter).plan
    return (
        matter.title,
        matter.source.dnr,
        matter.window,
        base.year if base else None,
        matter.officer,
        matter.recipients,
    )


def _read(typed: TypedMatter, before: Matter, record: Record, now: datetime) -> Matter:
    """The matter as the form says; what still stands there as it was is kept sign for sign.

    Raises MistakesError.
    """
    mistakes: dict[str, GoalsError] = {}
    shown = typed_of(before, record)

    def read(field: str, reader: Callable[[str], _Read], kept: _Read) -> _Read:
        text: str = getattr(typed, field)
        if before.title and _bare(text) == _bare(getattr(shown, field)):
            return kept
        try:
            return reader(text)
        except GoalsError as mistake:
            mistakes[field] = mistake
            return kept

    def based_on(text: str) -> int | None:
        return _base(text, lists_to_start_from(record, before.body, before.year))

    matter = replace(
        before,
        title=read("title", lambda text: read_line(text, longest=LONGEST_TITLE), before.title),
        source=replace(before.source, dnr=read("dnr", _dnr, before.source.dnr)),
        window=_window(typed, before.window, now, mistakes),
        based_on=read("based_on", based_on, before.based_on),
        officer=read("officer", _name, before.officer),
        recipients=read("recipients", _names, before.recipients),
    )
    if mistakes:
        raise MistakesError(mistakes)
    return matter


def _bare(text: str) -> str:
    return " ".join(text.split())


def _dnr(text: str) -> str | None:
    """As it stands in the diary; None where it is missing. It is never made here."""
    if is_blank(text):
        return None
    number = _DNR_LABEL.sub("", _bare(text), count=1)
    if len(number) > LONGEST_DNR or not _DNR.fullmatch(number):
        raise DnrUnreadableError
    return number


def _name(text: str) -> str | None:
    return None if is_blank(text) else read_line(text, longest=LONGEST_NAME)


def _names(text: str) -> tuple[str, ...]:
    if len(text) > LONGEST_RECIPIENTS:
        raise TextTooLongError(most=LONGEST_RECIPIENTS, length=len(text))
    lines = (_LIST_SIGN.sub("", line) for line in text.splitlines())
    names = [read_line(line, longest=LONGEST_NAME) for line in lines if not is_blank(line)]
    each_once: dict[str, str] = {}
    for name in names:
        each_once.setdefault(name.casefold(), name)
    return tuple(each_once.values())


def _base(text: str, lists: tuple[Plan, ...]) -> int | None:
    """The year of the list; None where the body has none, and the matter starts from nothing."""
    if not lists:
        return None
    for plan in lists:
        if text.strip() == str(plan.year):
            return plan.year
    raise BaseUnknownError


def _window(
    typed: TypedMatter, before: Window | None, now: datetime, mistakes: dict[str, GoalsError]
) -> Window | None:
    """When proposals are taken; None where no day was typed. Adds what is wrong to `mistakes`."""

    def moment(field: str, day: str, time: str, *, is_end: bool) -> datetime | None:
        if not day.strip() and not time.strip():
            return None
        try:
            return read_moment(day, time, is_end=is_end)
        except GoalsError as mistake:
            mistakes[field] = mistake
            return None

    opens = moment("opens", typed.opens_day, typed.opens_time, is_end=False)
    closes = moment("closes", typed.closes_day, typed.closes_time, is_end=True)
    if {"opens", "closes"} & mistakes.keys():
        return None
    if opens is None or closes is None:
        if opens or closes:
            mistakes["closes" if opens else "opens"] = WindowHalfError()
        return None
    window = Window(opens, closes)
    if closes <= opens:
        mistakes["closes"] = WindowOrderError()
    elif closes <= now and window != before:
        mistakes["closes"] = WindowPastError()
    return window


async def _enter(
    matter: Matter, before: Matter, what: str, actor: Actor, ledger: Ledger, now: datetime
) -> Matter:
    """Record the version, and its event, which vouches for it."""
    said = {
        Entered.TITLE: (before.title, matter.title),
        Entered.DNR: (before.source.dnr, matter.source.dnr),
        Entered.OFFICER: (before.officer, matter.officer),
        Entered.RECIPIENTS: (before.recipients, matter.recipients),
    }
    changed = frozenset(field for field, (old, new) in said.items() if old != new)
    matter = replace(matter, entered=matter.entered | changed)
    await ledger.add_matter(matter)
    roles = (Role.SECRETARY, Role.OFFICER, Role.REGISTRAR)
    await ledger.append(
        Event(
            at=now,
            what=what,
            by=actor.object_id,
            role=next(role for role in roles if actor.has(role, matter.body)),
            body=matter.body,
            year=matter.year,
            state=matter.state.value,
            data={"version": matter.version, "content": digest_of_matter(matter)},
        )
    )
    return matter


def digest_of_matter(matter: Matter) -> str:
    """The digest of what a person has recorded of a matter, under its version."""
    window = matter.window
    return digest_of(
        matter.body,
        matter.year,
        matter.version,
        matter.title,
        matter.source.dnr,
        window.opens.isoformat() if window else None,
        window.closes.isoformat() if window else None,
        matter.based_on,
        matter.officer,
        *matter.recipients,
    )
