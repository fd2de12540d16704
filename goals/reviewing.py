"""A person looks through what was read of a document, corrects it, and confirms it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import sha256

from goals.actor import Actor
from goals.correcting import Corrections
from goals.differing import Difference, body_of, difference
from goals.document import GoalDocument
from goals.errors import ImportCancelledError, ImportGoneError, ImportRecordedError
from goals.importing import check_may_import, check_may_upload, enter
from goals.pending import PendingImport, PendingState
from goals.ports import Ledger, OpenLedger
from goals.record import Record

KEPT_FOR = timedelta(days=7)
"""How long an import waits for its author."""


@dataclass(frozen=True, slots=True)
class Review:
    """An import beside the record as it is now."""

    pending: PendingImport
    difference: Difference

    @property
    def seen(self) -> str:
        """A digest of all that the author would confirm; it changes when any of it does."""
        whole = repr((self.pending.corrections, self.difference))
        return sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:32]


async def begin_import(
    document: GoalDocument,
    *,
    new_id: str,
    actor: Actor,
    open_ledger: OpenLedger,
    now: datetime,
) -> PendingImport:
    """Keep what was read for its author to look through.

    Raises ImportingNotAllowedError, also where the document is of a body that is not theirs.
    """
    check_may_upload(actor)
    pending = PendingImport(new_id, actor.object_id, document, now, now + KEPT_FOR)
    async with open_ledger(actor.tenant, now=now) as ledger:
        _check_body(actor, document, await ledger.record())
        await ledger.keep_import(pending)
    return pending


async def open_import(
    import_id: str, *, actor: Actor, open_ledger: OpenLedger, now: datetime
) -> PendingImport:
    """The author's own import that still waits.

    Raises ImportGoneError, ImportRecordedError or ImportCancelledError.
    """
    async with open_ledger(actor.tenant, now=now) as ledger:
        return await _open(import_id, actor, ledger, now)


async def correct_import(
    pending: PendingImport,
    corrections: Corrections,
    *,
    actor: Actor,
    open_ledger: OpenLedger,
    now: datetime,
) -> PendingImport:
    """Keep the corrections; raises what `open_import` raises."""
    async with open_ledger(actor.tenant, now=now) as ledger:
        waiting = await _open(pending.id, actor, ledger, now)
        waiting = replace(waiting, corrections=corrections)
        await ledger.keep_import(waiting)
    return waiting


async def cancel_import(
    import_id: str, *, actor: Actor, open_ledger: OpenLedger, now: datetime
) -> PendingImport:
    """Give it up; raises what `open_import` raises."""
    async with open_ledger(actor.tenant, now=now) as ledger:
        waiting = await _open(import_id, actor, ledger, now)
        cancelled = replace(waiting, state=PendingState.CANCELLED)
        await ledger.keep_import(cancelled)
    return cancelled


async def confirm_import(
    import_id: str, seen: str, *, actor: Actor, open_ledger: OpenLedger, now: datetime
) -> Review:
    """Record the import, if it and the record still are as the author saw them (`seen`).

    Else nothing is recorded, and the review's state is still open: it is to be shown again.
    Raises what `open_import` and `difference` raise, and ImportingNotAllowedError.
    """
    async with open_ledger(actor.tenant, now=now) as ledger:
        waiting = await _open(import_id, actor, ledger, now)
        record = await ledger.record()
        _check_body(actor, waiting.corrected, record)
        review = Review(waiting, difference(waiting.corrected, record))
        if review.seen != seen:
            return review
        await enter(review.difference.news, ledger)
        recorded = replace(waiting, state=PendingState.RECORDED)
        await ledger.keep_import(recorded)
    return replace(review, pending=recorded)


async def _open(import_id: str, actor: Actor, ledger: Ledger, now: datetime) -> PendingImport:
    pending = await ledger.pending_import(import_id)
    if pending is None or pending.by != actor.object_id or pending.expires_at <= now:
        raise ImportGoneError
    match pending.state:
        case PendingState.RECORDED:
            raise ImportRecordedError(document=pending.document.name)
        case PendingState.CANCELLED:
            raise ImportCancelledError(document=pending.document.name)
        case PendingState.OPEN:
            return pending


def _check_body(actor: Actor, document: GoalDocument, record: Record) -> None:
    """A document that does not say whose it is may be looked through, and gets its body first."""
    check_may_upload(actor)
    body = body_of(document, record)
    code = body.code if body else document.body_code
    if code:
        check_may_import(actor, code, record)
