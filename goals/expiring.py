"""Drafts that are left lying: reminded of, told to have expired, and deleted at last."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from goals.draft import DRAFT_KEPT, REMINDED_BEFORE, Draft, DraftTold
from goals.local_time import day_in_sweden
from goals.note import Note, NoteButton
from goals.ports import Ledger, OpenLedger
from goals.telling import NONE

LEFT_FOR = DRAFT_KEPT - REMINDED_BEFORE
"""Nothing is to be done about a draft before it has been left for so long."""


def is_due(draft: Draft, now: datetime) -> bool:
    """Whether something is to be done about it now."""
    match draft.told:
        case DraftTold.EXPIRED:
            return now >= draft.gone_at
        case DraftTold.REMINDED:
            return now >= draft.expires_at
        case None:
            return now >= draft.expires_at - REMINDED_BEFORE


async def look_after_drafts(tenant: str, *, open_ledger: OpenLedger, now: datetime) -> None:
    """Tell the authors of drafts that expire, and delete what they were told of and left.

    Raises TenantUnknownError or BusyError.
    """
    async with open_ledger(tenant, now=now) as ledger:
        for draft in await ledger.drafts_left(now - LEFT_FOR):
            if is_due(draft, now):
                await _look_after(draft, ledger, now)


async def _look_after(draft: Draft, ledger: Ledger, now: datetime) -> None:
    if draft.is_expired:
        await ledger.drop_draft(draft.id)
    elif now < draft.expires_at:
        await ledger.keep_draft(replace(draft, told=DraftTold.REMINDED))
        await ledger.owe(await _note("note-draft-reminder", draft, draft.expires_at, ledger))
    else:
        # Nobody may have looked for a while: what can be done now is counted from now.
        expired = replace(draft, told=DraftTold.EXPIRED, updated_at=now - DRAFT_KEPT)
        await ledger.keep_draft(expired)
        await ledger.owe(await _note("note-draft-expired", expired, expired.gone_at, ledger))


async def _note(kind: str, draft: Draft, until: datetime, ledger: Ledger) -> Note:
    """By what its author knows it again, without anything of what they have typed."""
    completed = await ledger.proposal(draft.completes) if draft.completes else None
    target = draft.typed.target
    told = {
        "proposal": completed.number if completed else NONE,
        "target": target if target.isdecimal() else NONE,
        "day": day_in_sweden(until).isoformat(),
    }
    button = NoteButton("button-open-draft", "edit-draft", {"draft": draft.id})
    return Note(draft.author, kind, told, draft.body, draft.year, button)
