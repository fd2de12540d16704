"""An official proposes a change: the form, what is read back, and the receipt.

What was typed is kept as a draft each time a button sends it, before anything is judged.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields, replace

from dialogs.answer import Act, Answer
from dialogs.answers.asked import Asked
from dialogs.answers.matters import meant
from dialogs.apologise import refusal, refuse
from dialogs.cards.proposal_card import SHOW_PROPOSAL, note_card
from dialogs.cards.proposal_form import (
    DROP_DRAFT,
    EDIT_DRAFT,
    MY_PROPOSALS,
    PROPOSE,
    FormNotes,
    proposal_form,
    review_card,
)
from dialogs.clock import local_time, window_end
from dialogs.desk import Desk
from dialogs.texts import say
from dialogs.turn import Place, Reply, Turn
from dialogs.understanding.intents import wished_kind
from goals.draft import Base, Draft, Typed
from goals.errors import (
    DraftUnknownError,
    GoalsError,
    ListChangedError,
    NoOpenMatterError,
    ProposalUnknownError,
)
from goals.goal import Kind
from goals.proposal import Proposal, ProposalKind
from goals.proposing import (
    Checked,
    Ground,
    MistakesError,
    Submitted,
    check,
    draft_of,
    drop_draft,
    ground,
    keep_draft,
    may_propose,
    moved,
    submit,
)
from goals.record import Record

_LONGEST_KEPT = 20_000
"""Characters of one field; beyond what any form of ours lets in."""


def acts_of(answer: Answer, turn: Turn, record: Record) -> tuple[Act, ...]:
    """**Föreslå ändring** below an answer, for whoever may: on the one sub-goal it quotes, if one.

    In a conversation of one's own only: in others everybody would see the button.
    """
    if turn.place is not Place.PERSONAL or answer.body is None:
        return ()
    try:
        found = ground(record, answer.body, None, actor=turn.actor, now=turn.now)
    except GoalsError:
        return ()
    subgoals = [each for each in answer.quoted if each.kind is Kind.SUBGOAL]
    if not subgoals or (found.plan and subgoals[0].year != found.plan.year):
        return ()
    data = {"body": answer.body, "year": str(found.matter.year), "language": answer.language}
    if len(subgoals) == 1:
        data |= {"target": str(subgoals[0].number), "kind": ProposalKind.REWORD.value}
    return (Act(say(answer.language, "button-propose"), PROPOSE, data),)


async def wish_to_propose(turn: Turn, desk: Desk, asked: Asked) -> Reply | None:
    """Words that want a change ("jag vill ändra delmål 6") open the form, filled.

    Who may not propose, and who asks how one does, is answered in words.
    """
    kind = wished_kind(asked.question.text)
    if kind is None or asked.body is None or not may_propose(turn.actor, asked.body.code):
        return None
    data = {"body": asked.body.code, "kind": kind.value, "language": asked.language}
    if asked.question.years:
        data["year"] = str(asked.question.years[0])
    if kind is not ProposalKind.ADD:
        try:
            found = ground(desk.record, asked.body.code, asked.year, actor=turn.actor, now=turn.now)
        except GoalsError:
            return None
        items = [each for each in _spoken_of(asked, found) if each in found.subgoals]
        if len(items) == 1:
            data["target"] = str(items[0].number)
    return await open_form(replace(turn, verb=PROPOSE, fields=data), desk)


def _spoken_of(asked: Asked, found: Ground) -> Sequence[object]:
    """The wordings that are meant, in the list that the matter starts from."""
    if found.plan is None:
        return ()
    of_list = replace(asked.question, years=(found.plan.year,), kind=Kind.SUBGOAL)
    return meant(replace(asked, question=of_list))


async def open_form(turn: Turn, desk: Desk) -> Reply:
    """An empty form, or one filled with what the button or the words named."""
    try:
        body = _body(turn, desk)
        found = ground(desk.record, body, _year(turn), actor=turn.actor, now=turn.now)
    except GoalsError as error:
        return refuse(error, turn.language)
    target = found.subgoal(turn.fields.get("target", ""))
    typed = Typed(
        kind=turn.fields.get("kind", ProposalKind.REWORD.value if found.subgoals else "add"),
        target=str(target.number) if target else "",
        text=target.text if target else "",
    )
    draft = Draft(
        desk.new_id(),
        body,
        found.matter.year,
        turn.actor.object_id,
        typed,
        found.base,
        target.text if target else None,
        turn.now,
    )
    return Reply.showing(proposal_form(draft, found, turn.language), turn.language)


async def review(turn: Turn, desk: Desk) -> Reply:
    """**Granska**: the proposal read back; or the form again, with what is to be mended."""
    draft = _typed_draft(turn)
    if (done := await _submitted_before(draft.id, turn, desk)) is not None:
        return done
    try:
        found = ground(desk.record, draft.body, draft.year, actor=turn.actor, now=turn.now)
    except GoalsError as error:
        return await _too_late(error, draft, turn, desk)
    draft = _with_target(draft, found)
    try:
        await keep_draft(draft, actor=turn.actor, open_ledger=desk.memory.open_ledger)
    except GoalsError as error:
        return refuse(error, turn.language)
    if draft.base != found.base:
        return await _list_changed(draft, found, turn, desk)
    try:
        checked = await _checked(draft, found, turn, desk)
    except MistakesError as error:
        return _mistakes(error, draft, found, turn)
    return Reply.showing(review_card(draft, checked, turn.language), turn.language)


async def save_draft(turn: Turn, desk: Desk) -> Reply:
    """**Spara utkast**: kept as it is, right or wrong."""
    draft = _typed_draft(turn)
    if (done := await _submitted_before(draft.id, turn, desk)) is not None:
        return done
    try:
        found = ground(desk.record, draft.body, draft.year, actor=turn.actor, now=turn.now)
    except GoalsError as error:
        return await _too_late(error, draft, turn, desk)
    draft = _with_target(draft, found)
    try:
        await keep_draft(draft, actor=turn.actor, open_ledger=desk.memory.open_ledger)
    except GoalsError as error:
        return refuse(error, turn.language)
    return _kept(draft, turn, say(turn.language, "draft-saved"))


async def edit_draft(turn: Turn, desk: Desk) -> Reply:
    """**Ändra** and **Fortsätt**: the form with what was kept."""
    try:
        draft = await _own_draft(turn, desk)
        found = ground(desk.record, draft.body, draft.year, actor=turn.actor, now=turn.now)
    except DraftUnknownError as error:
        done = await _submitted_before(turn.fields.get("draft", ""), turn, desk)
        return done or refuse(error, turn.language)
    except GoalsError as error:
        return refuse(error, turn.language)
    if draft.base != found.base:
        return await _list_changed(draft, found, turn, desk)
    return Reply.showing(proposal_form(draft, found, turn.language), turn.language)


async def submit_proposal(turn: Turn, desk: Desk) -> Reply:
    """**Skicka in**: frozen and numbered, once, however often it is pressed."""
    draft_id = turn.fields.get("draft", "")
    try:
        submitted = await submit(
            draft_id,
            seen=_base(turn.fields.get("base", "")),
            actor=turn.actor,
            open_ledger=desk.memory.open_ledger,
            now=turn.now,
        )
    except ListChangedError:
        draft = await _own_draft(turn, desk)
        found = ground(desk.record, draft.body, draft.year, actor=turn.actor, now=turn.now)
        return await _list_changed(draft, found, turn, desk)
    except MistakesError as error:
        draft = await _own_draft(turn, desk)
        found = ground(desk.record, draft.body, draft.year, actor=turn.actor, now=turn.now)
        return _mistakes(error, draft, found, turn)
    except GoalsError as error:
        return refuse(error, turn.language)
    return _receipt(submitted, turn, desk)


async def cancel(turn: Turn, desk: Desk) -> Reply:
    """**Avbryt**: nothing is submitted; what was kept before stays, and says where."""
    try:
        draft = await _own_draft(turn, desk)
    except DraftUnknownError:
        done = await _submitted_before(turn.fields.get("draft", ""), turn, desk)
        headline = say(turn.language, "cancelled")
        return done or Reply.showing(note_card(headline, turn.language), turn.language, done=True)
    return _kept(draft, turn, say(turn.language, "cancelled-kept"))


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
    acts = (_mine(turn.language),)
    return Reply.showing(note_card(headline, turn.language, acts=acts), turn.language, done=True)


async def complete(turn: Turn, desk: Desk) -> Reply:
    """**Komplettera**: the form with the newest version in it, for a next one."""
    async with desk.memory.register(turn.actor.tenant) as register:
        proposal = await register.proposal(turn.fields.get("proposal", ""))
        drafts = await register.drafts_of(turn.actor.object_id) if turn.actor.object_id else ()
    if proposal is None or not turn.actor.object_id or proposal.author != turn.actor.object_id:
        return refuse(ProposalUnknownError(), turn.language)
    begun = next((each for each in drafts if each.completes == proposal.id), None)
    try:
        found = ground(desk.record, proposal.body, proposal.year, actor=turn.actor, now=turn.now)
    except GoalsError as error:
        return refuse(error, turn.language)
    draft = begun or draft_of(proposal, draft_id=desk.new_id(), base=found.base, now=turn.now)
    if begun is None:
        draft = moved(draft, found)
    asked = proposal.reason
    notes = FormNotes([say(turn.language, "completion-asked", reason=asked)] if asked else [])
    return Reply.showing(proposal_form(draft, found, turn.language, notes), turn.language)


def _typed_draft(turn: Turn) -> Draft:
    """The draft that a form's button sent. Who its author is, is never taken from the form."""
    typed = Typed(
        **{each.name: turn.fields.get(each.name, "")[:_LONGEST_KEPT] for each in fields(Typed)}
    )
    return Draft(
        turn.fields.get("draft", ""),
        turn.fields.get("body", ""),
        _year(turn) or 0,
        turn.actor.object_id,
        typed,
        _base(turn.fields.get("base", "")),
        None,
        turn.now,
        completes=turn.fields.get("completes") or None,
    )


def _with_target(draft: Draft, found: Ground) -> Draft:
    """How the chosen sub-goal reads, as long as the list is the one that was chosen from."""
    if draft.base != found.base:
        return draft
    target = found.subgoal(draft.typed.target)
    return replace(draft, target_text=target.text if target else None)


def _base(text: str) -> Base | None:
    year, _, version = text.partition(":")
    return Base(int(year), int(version)) if year.isdecimal() and version.isdecimal() else None


def _year(turn: Turn) -> int | None:
    year = turn.fields.get("year", "")
    return int(year) if year.isdecimal() and len(year) <= len("2025") else None


def _body(turn: Turn, desk: Desk) -> str:
    """The body that was named; else the only one, or the person's own."""
    named = desk.record.body(turn.fields.get("body", ""))
    if named is None and not turn.fields.get("body"):
        bodies = desk.record.bodies
        may = [each for each in bodies if may_propose(turn.actor, each.code)]
        own = desk.record.body(turn.actor.default_body or "")
        named = own or (may[0] if len(may) == 1 else bodies[0] if len(bodies) == 1 else None)
    if named is None:
        raise NoOpenMatterError(body=turn.fields.get("body") or "–")
    return named.code


async def _checked(draft: Draft, found: Ground, turn: Turn, desk: Desk) -> Checked:
    async with desk.memory.register(turn.actor.tenant) as register:
        proposals = await register.proposals(draft.body, draft.year)
    return check(draft.typed, found, register=proposals, of=draft.completes)


async def _own_draft(turn: Turn, desk: Desk) -> Draft:
    """Raises DraftUnknownError."""
    async with desk.memory.register(turn.actor.tenant) as register:
        draft = await register.draft(turn.fields.get("draft", ""))
    if draft is None or not turn.actor.object_id or draft.author != turn.actor.object_id:
        raise DraftUnknownError
    return draft


async def _submitted_before(draft_id: str, turn: Turn, desk: Desk) -> Reply | None:
    """A form that comes again after it was submitted: its receipt, and nothing else happens."""
    async with desk.memory.register(turn.actor.tenant) as register:
        proposal = await register.proposal(draft_id)
    if proposal is None or not turn.actor.object_id or proposal.author != turn.actor.object_id:
        return None
    return _receipt(Submitted(proposal, again=True), turn, desk)


async def _too_late(error: GoalsError, draft: Draft, turn: Turn, desk: Desk) -> Reply:
    """Refused while it was being written: kept where it was a draft, else shown to be copied."""
    async with desk.memory.register(turn.actor.tenant) as register:
        kept = await register.draft(draft.id)
    known = desk.record.body(draft.body) is not None
    if known and (may_propose(turn.actor, draft.body) or kept is not None):
        try:
            draft = replace(draft, target_text=kept.target_text if kept else None)
            await keep_draft(draft, actor=turn.actor, open_ledger=desk.memory.open_ledger)
        except GoalsError as unknown:
            return refuse(unknown, turn.language)
        return refuse(error, turn.language)
    typed = [
        f"{say(turn.language, f'field-{name}')}: {text}"
        for name, text in asdict(draft.typed).items()
        if name in {"text", "motivation", "consequences"} and text.strip()
    ]
    return refuse(error, turn.language, *typed)


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
        return refuse(error, turn.language)
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


def _receipt(submitted: Submitted, turn: Turn, desk: Desk) -> Reply:
    """The number, the time, and what happens next and when."""
    proposal, language = submitted.proposal, turn.language
    key = "receipt-again" if submitted.again else "receipt"
    if len(proposal.versions) > 1 and not submitted.again:
        key = "receipt-completed"
    headline = say(language, key, number=proposal.number)
    facts = [(say(language, "fact-submitted"), local_time(proposal.versions[-1].at))]
    said = [say(language, "next-prepared"), _when(proposal, desk.record, language)]
    said += [say(language, "receipt-rival", number=each.number) for each in submitted.rivals]
    acts = (
        Act(
            say(language, "button-show", number=proposal.number),
            SHOW_PROPOSAL,
            {"proposal": proposal.id, "language": language},
        ),
        _mine(language),
    )
    return Reply.showing(note_card(headline, language, said=said, facts=facts, acts=acts), language)


def _when(proposal: Proposal, record: Record, language: str) -> str:
    matter = record.matter(proposal.body, proposal.year)
    if matter is None or matter.window is None:
        return say(language, "next-no-day")
    return say(language, "next-day", closes=window_end(matter.window.closes, language, is_end=True))


def _kept(draft: Draft, turn: Turn, headline: str) -> Reply:
    """The draft is kept: until when, and how to go on."""
    language = turn.language
    day = local_time(draft.expires_at).partition(" ")[0]
    data = {"draft": draft.id, "language": language}
    acts = (
        Act(say(language, "button-continue"), EDIT_DRAFT, data),
        Act(say(language, "button-drop-draft"), DROP_DRAFT, data),
        _mine(language),
    )
    said = (say(language, "draft-kept-until", day=day),)
    return Reply.showing(note_card(headline, language, said=said, acts=acts), language)


def _mine(language: str) -> Act:
    return Act(say(language, "button-my-proposals"), MY_PROPOSALS, {"language": language})
