"""A proposal on its way: granska, spara utkast, ändra, skicka in, avbryt, komplettera.

What was typed is kept as a draft each time a button sends it, before anything is judged.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dialogs.apologise import refusal, refuse, stale_button
from dialogs.cards.proposal_card import note_card
from dialogs.cards.proposal_form import (
    FormNotes,
    proposal_form,
    review_card,
    typed_digest,
    typed_texts,
)
from dialogs.cards.typed_back import typed_back_card
from dialogs.desk import Desk
from dialogs.proposal_receipt import kept_note, mine, receipt
from dialogs.texts import say
from dialogs.turn import Reply, Turn
from dialogs.typed_proposal import base_of, typed_draft
from goals.checking import check
from goals.draft import Draft
from goals.drafting import completion_id, draft_of, drop_draft, keep_draft, moved
from goals.errors import (
    BusyError,
    DraftUnknownError,
    GoalsError,
    ListChangedError,
    MistakesError,
    ProposalUnknownError,
)
from goals.ground import Ground, ground, may_propose
from goals.proposal import Proposal, Step
from goals.proposing import Submitted, submit


async def review(turn: Turn, desk: Desk) -> Reply:
    """**Granska**: the proposal read back; or the form again, with what is to be mended."""
    kept = await _keep_form(turn, desk)
    return kept if isinstance(kept, Reply) else await _read_back(*kept, turn, desk)


async def save_draft(turn: Turn, desk: Desk) -> Reply:
    """**Spara utkast**: kept as it is, right or wrong."""
    kept = await _keep_form(turn, desk)
    return (
        kept
        if isinstance(kept, Reply)
        else kept_note(kept[0], turn, say(turn.language, "draft-saved"))
    )


async def _keep_form(turn: Turn, desk: Desk) -> tuple[Draft, Ground] | Reply:
    """What a form's button sent, kept before anything is judged; or why it cannot be sent."""
    draft = typed_draft(turn)
    if draft is None:
        return await stale_button(turn, desk)
    if (done := await _submitted_before(draft.id, turn, desk)) is not None:
        return done
    try:
        await _check_awaited(draft, turn, desk)
        found = _ground_of(draft, turn, desk)
    except GoalsError as error:
        return await _too_late(error, draft, turn, desk)
    draft = await _with_target(draft, turn, desk)
    try:
        await keep_draft(draft, actor=turn.actor, open_ledger=desk.memory.open_ledger)
    except BusyError as busy:
        notes = FormNotes(above=[refusal(busy, turn.language)])
        return Reply.showing(proposal_form(draft, found, turn.language, notes), turn.language)
    except GoalsError as error:
        return _typed_back(error, draft, turn)
    return draft, found


async def _read_back(
    draft: Draft, found: Ground, turn: Turn, desk: Desk, *, above: Sequence[str] = ()
) -> Reply:
    """A kept draft, as it would be sent; or its form, where it cannot be."""
    if draft.base != found.base:
        return await _list_changed(draft, found, turn, desk)
    async with desk.memory.register(turn.actor.tenant) as register:
        proposals = await register.proposals(draft.body, draft.year)
    try:
        checked = check(draft.typed, found, register=proposals, of=draft.completes)
    except MistakesError as error:
        return _mistakes(error, draft, found, turn)
    return Reply.showing(review_card(draft, checked, turn.language, above=above), turn.language)


async def edit_draft(turn: Turn, desk: Desk) -> Reply:
    """**Ändra** and **Fortsätt**: the form with what was kept; or, too late, what was kept."""
    kept = await _kept(turn, desk)
    if isinstance(kept, Reply):
        return kept
    draft, found = kept
    if draft.base != found.base:
        return await _list_changed(draft, found, turn, desk)
    return Reply.showing(proposal_form(draft, found, turn.language), turn.language)


async def _kept(turn: Turn, desk: Desk) -> tuple[Draft, Ground] | Reply:
    """The draft that a button names, on its list as it is now; or, too late, what was kept."""
    draft = await _own_draft(turn, desk)
    if draft is None:
        return await _no_draft(turn, desk)
    try:
        await _check_awaited(draft, turn, desk)
        found = _ground_of(draft, turn, desk)
    except GoalsError as error:
        return _typed_back(error, draft, turn)
    return draft, found


async def submit_proposal(turn: Turn, desk: Desk) -> Reply:
    """**Skicka in**: frozen and numbered, once, however often it is pressed.

    What is sent is what the card showed: a card that is older than the draft reads it back anew.
    """
    kept = await _kept(turn, desk)
    if isinstance(kept, Reply):
        return kept
    draft, found = kept
    if turn.fields.get("seen") != typed_digest(draft):
        return await _read_back(
            draft, found, turn, desk, above=[say(turn.language, "draft-changed")]
        )
    try:
        submitted = await submit(
            draft.id,
            seen=base_of(turn.fields.get("base", "")),
            actor=turn.actor,
            open_ledger=desk.memory.open_ledger,
            now=turn.now,
        )
    except (MistakesError, GoalsError) as error:
        return await _not_submitted(error, draft, found, turn, desk)
    return receipt(submitted, turn, desk)


async def _not_submitted(
    error: MistakesError | GoalsError, draft: Draft, found: Ground, turn: Turn, desk: Desk
) -> Reply:
    """What has become of the list, the rights or the time since the card was shown."""
    match error:
        case ListChangedError():
            return await _list_changed(draft, found, turn, desk)
        case MistakesError():
            return _mistakes(error, draft, found, turn)
        case BusyError():
            return await _read_back(draft, found, turn, desk, above=[refusal(error, turn.language)])
        case _:
            return _typed_back(error, draft, turn)


async def cancel(turn: Turn, desk: Desk) -> Reply:
    """**Avbryt**: nothing is submitted; what was kept before stays, and says where."""
    draft = await _own_draft(turn, desk)
    if draft is not None:
        return kept_note(draft, turn, say(turn.language, "cancelled-kept"))
    done = await _submitted_before(turn.fields.get("draft", ""), turn, desk)
    headline = say(turn.language, "cancelled")
    return done or Reply.showing(note_card(headline, turn.language), turn.language, done=True)


async def delete_draft(turn: Turn, desk: Desk) -> Reply:
    """**Ta bort utkastet**: the one thing of a proposal that may be deleted."""
    try:
        await drop_draft(
            turn.fields.get("draft", ""),
            actor=turn.actor,
            open_ledger=desk.memory.open_ledger,
            now=turn.now,
        )
    except GoalsError as error:
        return refuse(error, turn.language)
    headline = say(turn.language, "draft-deleted")
    acts = (mine(turn.language),)
    return Reply.showing(note_card(headline, turn.language, acts=acts), turn.language, done=True)


async def complete(turn: Turn, desk: Desk) -> Reply:
    """**Komplettera**: the form with the newest version in it, for a next one."""
    async with desk.memory.register(turn.actor.tenant) as register:
        proposal = await register.proposal(turn.fields.get("proposal", ""))
        if proposal is None or not turn.actor.object_id or proposal.author != turn.actor.object_id:
            return refuse(ProposalUnknownError(), turn.language)
        begun = await register.draft(_next_version(proposal))
    try:
        proposal.seen_by(turn.actor).after(Step.COMPLETE, at=turn.now)
        found = ground(
            desk.record,
            proposal.body,
            proposal.year,
            actor=turn.actor,
            now=turn.now,
            completing=True,
        )
    except GoalsError as error:
        return refuse(error, turn.language)
    draft = begun or draft_of(proposal, found, now=turn.now)
    if draft.base != found.base:
        return await _list_changed(draft, found, turn, desk)
    notes = FormNotes(said=_asked_for(proposal, turn))
    return Reply.showing(proposal_form(draft, found, turn.language, notes), turn.language)


def _asked_for(proposal: Proposal, turn: Turn) -> list[str]:
    reason = proposal.reason
    return [say(turn.language, "completion-asked", reason=reason)] if reason else []


def _next_version(proposal: Proposal) -> str:
    """The id of the draft that is to be the proposal's next version: there is one such draft."""
    return completion_id(proposal.id, len(proposal.versions) + 1)


async def _check_awaited(draft: Draft, turn: Turn, desk: Desk) -> None:
    """A next version is sent for one's own proposal, in its matter, when it was asked for.

    Raises ProposalUnknownError or StepForbiddenError.
    """
    if draft.completes is None:
        return
    async with desk.memory.register(turn.actor.tenant) as register:
        proposal = await register.proposal(draft.completes)
    if (
        proposal is None
        or proposal.author != turn.actor.object_id
        or (proposal.body, proposal.year) != (draft.body, draft.year)
        or _next_version(proposal) != draft.id
    ):
        raise ProposalUnknownError
    proposal.seen_by(turn.actor).after(Step.COMPLETE, at=turn.now)


def _ground_of(draft: Draft, turn: Turn, desk: Desk) -> Ground:
    """What a draft is about; raises what `ground` raises."""
    return ground(
        desk.record,
        draft.body,
        draft.year,
        actor=turn.actor,
        now=turn.now,
        completing=draft.completes is not None,
    )


async def _with_target(draft: Draft, turn: Turn, desk: Desk) -> Draft:
    """How the chosen sub-goal read in the list that it was chosen from."""
    number, base = draft.typed.target, draft.base
    if base is None or not number.isdecimal():
        return draft
    text = await desk.memory.wording(turn.actor.tenant, draft.body, base, int(number[:4]))
    return replace(draft, target_text=text)


async def _own_draft(turn: Turn, desk: Desk) -> Draft | None:
    async with desk.memory.register(turn.actor.tenant) as register:
        draft = await register.draft(turn.fields.get("draft", ""))
    own = draft is not None and turn.actor.object_id and draft.author == turn.actor.object_id
    return draft if own else None


async def _no_draft(turn: Turn, desk: Desk) -> Reply:
    """A button of a draft that is gone: the receipt where it was submitted."""
    done = await _submitted_before(turn.fields.get("draft", ""), turn, desk)
    return done or refuse(DraftUnknownError(), turn.language)


async def _submitted_before(draft_id: str, turn: Turn, desk: Desk) -> Reply | None:
    """A form that comes again after it was submitted: its receipt, and nothing else happens."""
    proposal_id, _, version = draft_id.partition(".")
    async with desk.memory.register(turn.actor.tenant) as register:
        proposal = await register.proposal(proposal_id)
    if proposal is None:
        return None
    if not turn.actor.object_id or proposal.author != turn.actor.object_id:
        return refuse(DraftUnknownError(), turn.language)
    if version and not (version.isdecimal() and int(version) <= len(proposal.versions)):
        return None
    return receipt(Submitted(proposal, again=True), turn, desk)


async def _too_late(error: GoalsError, draft: Draft, turn: Turn, desk: Desk) -> Reply:
    """Refused while it was being written: shown to be copied; and kept, of who may propose."""
    if desk.record.body(draft.body) is not None and may_propose(turn.actor, draft.body):
        draft = await _with_target(draft, turn, desk)
        try:
            await keep_draft(draft, actor=turn.actor, open_ledger=desk.memory.open_ledger)
        except GoalsError as not_kept:
            return _typed_back(not_kept, draft, turn)
    return _typed_back(error, draft, turn)


def _typed_back(error: GoalsError, draft: Draft, turn: Turn) -> Reply:
    language = turn.language
    typed = typed_texts(draft, language)
    card = typed_back_card(refusal(error, language), typed, language, acts=[mine(language)])
    return Reply.showing(card, language)


async def _list_changed(draft: Draft, found: Ground, turn: Turn, desk: Desk) -> Reply:
    """The form on the list as it is now; where the sub-goal reads otherwise, both are shown."""
    before = draft.target_text
    draft = moved(draft, found)
    try:
        await keep_draft(
            replace(draft, updated_at=turn.now),
            actor=turn.actor,
            open_ledger=desk.memory.open_ledger,
        )
    except GoalsError as error:
        return _typed_back(error, draft, turn)
    above = [say(turn.language, "error-list-changed")]
    if before and before != draft.target_text:
        above.append(say(turn.language, "wording-before", text=before))
        above.append(
            say(turn.language, "wording-now-is", text=draft.target_text)
            if draft.target_text
            else say(turn.language, "wording-gone")
        )
    return Reply.showing(
        proposal_form(draft, found, turn.language, FormNotes(above)), turn.language
    )


def _mistakes(error: MistakesError, draft: Draft, found: Ground, turn: Turn) -> Reply:
    beside: Mapping[str, str] = {
        field: refusal(mistake, turn.language) for field, mistake in error.mistakes.items()
    }
    notes = FormNotes(beside=beside)
    return Reply.showing(proposal_form(draft, found, turn.language, notes), turn.language)
