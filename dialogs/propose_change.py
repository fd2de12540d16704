"""An official proposes a change: the form, what is read back, and the receipt.

What was typed is kept as a draft each time a button sends it, before anything is judged.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dialogs.answer import Act, Answer
from dialogs.answers.asked import Asked
from dialogs.answers.matters import meant
from dialogs.apologise import refusal, refuse, stale_button
from dialogs.cards.proposal_card import SHOW_PROPOSAL, gist, note_card
from dialogs.cards.proposal_form import (
    DROP_DRAFT,
    EDIT_DRAFT,
    MOST_TYPED,
    MY_PROPOSALS,
    NO_GOAL,
    PROPOSE,
    FormNotes,
    body_form,
    proposal_form,
    review_card,
    typed_digest,
    typed_texts,
)
from dialogs.cards.typed_back import typed_back_card
from dialogs.clock import local_time, window_end
from dialogs.desk import Desk
from dialogs.texts import say
from dialogs.turn import Place, Reply, Turn
from dialogs.understanding.intents import wished_kind
from goals.checking import check
from goals.draft import Base, Draft, Typed
from goals.drafting import draft_of, drop_draft, keep_draft, moved
from goals.errors import (
    BusyError,
    DraftUnknownError,
    GoalsError,
    ListChangedError,
    MatterClosedError,
    MistakesError,
    NoOpenMatterError,
    ProposalUnknownError,
)
from goals.goal import Body, Goal, Kind, Subgoal
from goals.ground import Ground, ground, may_propose
from goals.matter import Matter
from goals.proposal import Proposal, ProposalKind, Step
from goals.proposing import Submitted, submit
from goals.record import Record


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
    codes = [asked.body.code] if asked.body else [each.code for each in desk.record.bodies]
    if kind is None or not any(may_propose(turn.actor, code) for code in codes):
        return None
    data = {"kind": kind.value, "language": asked.language}
    if asked.question.years:
        data["year"] = str(asked.question.years[0])
    if asked.body is None:
        if len(asked.question.numbers) == 1:
            data["target"] = str(asked.question.numbers[0])
        return await open_form(replace(turn, verb=PROPOSE, fields=data), desk)
    try:
        found = _ground(turn, desk, asked.body.code, asked.year)
    except GoalsError as error:
        return refuse(error, asked.language)
    data["body"] = asked.body.code
    items = [each for each in _spoken_of(asked, found) if each in found.subgoals]
    if len(items) == 1 and kind.has_target:
        data["target"] = str(items[0].number)
    return await open_form(replace(turn, verb=PROPOSE, fields=data), desk)


def _spoken_of(asked: Asked, found: Ground) -> Sequence[Goal | Subgoal]:
    """The wordings that are meant, in the list that the matter starts from."""
    if found.plan is None:
        return ()
    of_list = replace(asked.question, years=(found.plan.year,), kind=Kind.SUBGOAL)
    return meant(replace(asked, question=of_list))


async def open_form(turn: Turn, desk: Desk) -> Reply:
    """An empty form, or one filled with what the button or the words named."""
    language = turn.language
    bodies = _bodies(turn, desk)
    if len(bodies) > 1:
        carried = {name: turn.fields[name] for name in _CARRIED if name in turn.fields}
        names = [(f"{each.name} ({each.code})", each.code) for each in bodies]
        form = body_form(names, {**carried, "language": language}, language)
        return Reply.showing(form, language)
    try:
        found = _ground(turn, desk, bodies[0].code if bodies else "", _year(turn))
    except GoalsError as error:
        return refuse(error, language)
    kind = turn.fields.get("kind", ProposalKind.REWORD.value)
    target = found.subgoal(turn.fields.get("target", ""))
    typed = Typed(
        kind=kind if found.subgoals else ProposalKind.ADD.value,
        target=str(target.number) if target else "",
        text=target.text if target and kind == ProposalKind.REWORD.value else "",
    )
    draft = Draft(
        desk.new_id(),
        found.matter.body,
        found.matter.year,
        turn.actor.object_id,
        typed,
        found.base,
        target.text if target else None,
        turn.now,
    )
    return Reply.showing(proposal_form(draft, found, language), language)


_CARRIED = ("kind", "target", "year")
_LONGEST_CODE = 20
"""Of a body."""


def _bodies(turn: Turn, desk: Desk) -> Sequence[Body]:
    """The body that is meant, else the person's own, else those whose proposals they may make now.

    Where they may make none now, the first of those that could say why not.
    """
    bodies = desk.record.bodies
    if turn.fields.get("body"):
        named = desk.record.body(turn.fields["body"])
        return [named or Body(turn.fields["body"][:_LONGEST_CODE], "")]
    may = [each for each in bodies if may_propose(turn.actor, each.code)]
    now = [each for each in may if _can_propose(turn, desk, each.code)]
    own = [each for each in now if each.code == turn.actor.default_body]
    return own or now or (may or bodies)[:1]


def _can_propose(turn: Turn, desk: Desk, body: str) -> bool:
    try:
        ground(desk.record, body, None, actor=turn.actor, now=turn.now)
    except GoalsError:
        return False
    return True


def _ground(turn: Turn, desk: Desk, body: str, year: int | None) -> Ground:
    """What is proposed on; the year may also be that of the list which an open matter starts from.

    Raises what `ground` raises.
    """
    actor, now = turn.actor, turn.now
    try:
        return ground(desk.record, body, year, actor=actor, now=now)
    except (NoOpenMatterError, MatterClosedError):
        if year is not None and _can_propose(turn, desk, body):
            latest = ground(desk.record, body, None, actor=actor, now=now)
            if latest.plan is not None and latest.plan.year == year:
                return latest
        raise


async def review(turn: Turn, desk: Desk) -> Reply:
    """**Granska**: the proposal read back; or the form again, with what is to be mended."""
    kept = await _keep_form(turn, desk)
    return kept if isinstance(kept, Reply) else await _read_back(*kept, turn, desk)


async def save_draft(turn: Turn, desk: Desk) -> Reply:
    """**Spara utkast**: kept as it is, right or wrong."""
    kept = await _keep_form(turn, desk)
    return kept if isinstance(kept, Reply) else _kept(kept[0], turn, _say(turn, "draft-saved"))


async def _keep_form(turn: Turn, desk: Desk) -> tuple[Draft, Ground] | Reply:
    """What a form's button sent, kept before anything is judged; or why it cannot be sent."""
    draft = _typed_draft(turn)
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
    draft = await _own_draft(turn, desk)
    if draft is None:
        return await _no_draft(turn, desk)
    try:
        await _check_awaited(draft, turn, desk)
        found = _ground_of(draft, turn, desk)
    except GoalsError as error:
        return _typed_back(error, draft, turn)
    if draft.base != found.base:
        return await _list_changed(draft, found, turn, desk)
    return Reply.showing(proposal_form(draft, found, turn.language), turn.language)


async def submit_proposal(turn: Turn, desk: Desk) -> Reply:
    """**Skicka in**: frozen and numbered, once, however often it is pressed.

    What is sent is what the card showed: a card that is older than the draft reads it back anew.
    """
    draft = await _own_draft(turn, desk)
    if draft is None:
        return await _no_draft(turn, desk)
    try:
        await _check_awaited(draft, turn, desk)
        found = _ground_of(draft, turn, desk)
    except GoalsError as error:
        return _typed_back(error, draft, turn)
    if turn.fields.get("seen") != typed_digest(draft):
        return await _read_back(draft, found, turn, desk, above=[_say(turn, "draft-changed")])
    try:
        submitted = await submit(
            draft.id,
            seen=_base(turn.fields.get("base", "")),
            actor=turn.actor,
            open_ledger=desk.memory.open_ledger,
            now=turn.now,
        )
    except (MistakesError, GoalsError) as error:
        return await _not_submitted(error, draft, found, turn, desk)
    return _receipt(submitted, turn, desk)


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
        return _kept(draft, turn, _say(turn, "cancelled-kept"))
    done = await _submitted_before(turn.fields.get("draft", ""), turn, desk)
    headline = _say(turn, "cancelled")
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
    acts = (_mine(turn.language),)
    return Reply.showing(note_card(headline, turn.language, acts=acts), turn.language, done=True)


async def complete(turn: Turn, desk: Desk) -> Reply:
    """**Komplettera**: the form with the newest version in it, for a next one."""
    async with desk.memory.register(turn.actor.tenant) as register:
        proposal = await register.proposal(turn.fields.get("proposal", ""))
        if proposal is None or not turn.actor.object_id or proposal.author != turn.actor.object_id:
            return refuse(ProposalUnknownError(), turn.language)
        begun = await register.draft(_completion_id(proposal))
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
    return [_say(turn, "completion-asked", reason=reason)] if reason else []


def _completion_id(proposal: Proposal) -> str:
    """Of the draft that is to be the proposal's next version: there is one such draft."""
    return f"{proposal.id}.{len(proposal.versions) + 1}"


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
        or _completion_id(proposal) != draft.id
    ):
        raise ProposalUnknownError
    proposal.seen_by(turn.actor).after(Step.COMPLETE, at=turn.now)


_DRAFT_ID = re.compile(r"[0-9A-Za-z-]{1,40}(?:\.[0-9]{1,4})?")


def _typed_draft(turn: Turn) -> Draft | None:
    """The draft that a form's button sent; None where no form of ours sends such a thing.

    Who its author is, is never taken from the form.
    """
    draft_id, completes = turn.fields.get("draft", ""), turn.fields.get("completes") or None
    if not _DRAFT_ID.fullmatch(draft_id) or ("." in draft_id) != (completes is not None):
        return None
    typed = Typed(
        **{name: _cut(turn.fields.get(name, ""), most) for name, most in MOST_TYPED.items()}
    )
    if typed.goal == NO_GOAL:
        typed = replace(typed, goal="")
    return Draft(
        draft_id,
        turn.fields.get("body", "")[:_LONGEST_CODE],
        _year(turn) or 0,
        turn.actor.object_id,
        typed,
        _base(turn.fields.get("base", "")),
        None,
        turn.now,
        completes=completes,
    )


def _cut(text: str, most: int) -> str:
    """At most so many UTF-16 units, as a client counts."""
    units = text.encode("utf-16-le", "surrogatepass")
    return units[: 2 * most].decode("utf-16-le", "ignore")


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


def _base(text: str) -> Base | None:
    found = re.fullmatch(r"([0-9]{4}):([0-9]{1,6})", text)
    return Base(int(found[1]), int(found[2])) if found else None


def _year(turn: Turn) -> int | None:
    year = turn.fields.get("year", "")
    return int(year) if year.isdecimal() and len(year) <= len("2025") else None


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
    return _receipt(Submitted(proposal, again=True), turn, desk)


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
    card = typed_back_card(refusal(error, language), typed, language, acts=[_mine(language)])
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
    above = [_say(turn, "error-list-changed")]
    if before and before != draft.target_text:
        above.append(_say(turn, "wording-before", text=before))
        above.append(
            _say(turn, "wording-now-is", text=draft.target_text)
            if draft.target_text
            else _say(turn, "wording-gone")
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
    proposal, language = submitted.proposal.seen_by(turn.actor), turn.language
    is_first = len(proposal.versions) == 1
    if submitted.again:
        key = "receipt-again" if is_first else "receipt-completed-again"
    else:
        key = "receipt" if is_first else "receipt-completed"
    headline = say(language, key, number=proposal.number)
    matter = desk.record.matter(proposal.body, proposal.year)
    facts = [
        (say(language, "fact-submitted"), local_time(proposal.versions[-1].at)),
        (say(language, "fact-proposal"), gist(proposal, language)),
    ]
    if matter is not None and matter.officer:
        facts.append((say(language, "fact-officer"), matter.officer))
    said = [say(language, "next-prepared"), _when(matter, language)]
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


def _when(matter: Matter | None, language: str) -> str:
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


def _say(turn: Turn, key: str, **arguments: str | int) -> str:
    """A sentence in the language of the turn."""
    return say(turn.language, key, **arguments)
