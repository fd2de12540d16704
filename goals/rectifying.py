"""A correction (rättelse) of an evident slip in an adjusted list: visible, and by two people.

FL 36 § lets evident slips be mended, not judgments. The old wording stays in the version before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from goals.actor import Actor
from goals.errors import (
    GoalsError,
    MistakesError,
    NothingToCorrectError,
    SecondPersonError,
)
from goals.event import Event, Value
from goals.expediting import tell_correction
from goals.matter import Matter, MatterState
from goals.matter_steps import (
    CONFIRMERS,
    append,
    digest_of_list,
    matter_at,
    text_of,
)
from goals.plan import Plan
from goals.ports import OpenLedger
from goals.wording import LONGEST_MOTIVATION, LONGEST_WORDING, read_line, read_paragraphs

_S = MatterState
_CORRECTABLE = frozenset({_S.ADJUSTED, _S.ANNOUNCED, _S.EXPEDITED, _S.FINAL})


async def ask_correction(
    body: str,
    year: int,
    *,
    number: int,
    text: str,
    reason: str,
    actor: Actor,
    open_ledger: OpenLedger,
    now: datetime,
) -> Matter:
    """Say which evident slip in the adjusted list is to be mended (rättelse), and why.

    Somebody else confirms it with `confirm_correction`. Raises MeetingNotAllowedError,
    MatterStateError, NothingToCorrectError or MistakesError.
    """
    async with open_ledger(actor.tenant, now=now) as ledger:
        matter = await matter_at(ledger, body, year, actor, _CORRECTABLE)
        plan = (await ledger.record()).plan(body, year)
        line = (
            next((each for each in plan.subgoals if each.number == number), None) if plan else None
        )
        new, why = _read_both(text, reason)
        if line is None or line.text == new:
            raise NothingToCorrectError
        data: dict[str, Value] = {"number": number, "old": line.text, "new": new, "reason": why}
        await append(ledger, matter, matter.state, "ask_correction", actor, now, data)
        return matter


def asked_correction(events: Sequence[Event]) -> Event | None:
    """The correction that waits for a second person; a later one takes an earlier one's place."""
    waiting = None
    for event in events:
        if event.proposal is None and event.what in {"ask_correction", "correct"}:
            waiting = event if event.what == "ask_correction" else None
    return waiting


async def confirm_correction(
    body: str,
    year: int,
    *,
    seen: datetime | None = None,
    actor: Actor,
    open_ledger: OpenLedger,
    now: datetime,
) -> Plan:
    """A second person of the kansli confirms the correction: a new version, the old one stays.

    `seen` is when the one that the person had before them was asked for.
    Raises MeetingNotAllowedError, MatterStateError, NothingToCorrectError or SecondPersonError.
    """
    async with open_ledger(actor.tenant, now=now) as ledger:
        matter = await matter_at(ledger, body, year, actor, _CORRECTABLE, CONFIRMERS)
        asked = asked_correction(await ledger.events(body, year))
        plan = (await ledger.record()).plan(body, year)
        if asked is None or plan is None or seen not in {None, asked.at}:
            raise NothingToCorrectError
        if asked.by == actor.object_id:
            raise SecondPersonError
        number, new = asked.data["number"], text_of(asked, "new") or ""
        subgoals = tuple(
            replace(each, text=new) if each.number == number else each for each in plan.subgoals
        )
        corrected = replace(plan, subgoals=subgoals, version=plan.version + 1)
        await ledger.add_plan(corrected)
        data: dict[str, Value] = {
            **asked.data,
            "asked_by": asked.by,
            "plan": corrected.version,
            "list": digest_of_list(corrected),
        }
        await append(ledger, matter, matter.state, "correct", actor, now, data)
        await tell_correction(ledger, matter, now)
        return corrected


def _read_both(text: str, reason: str) -> tuple[str, str]:
    mistakes: dict[str, GoalsError] = {}
    new = why = ""
    try:
        new = read_line(text, longest=LONGEST_WORDING)
    except GoalsError as mistake:
        mistakes["text"] = mistake
    try:
        why = read_paragraphs(reason, longest=LONGEST_MOTIVATION)
    except GoalsError as mistake:
        mistakes["reason"] = mistake
    if mistakes:
        raise MistakesError(mistakes)
    return new, why
