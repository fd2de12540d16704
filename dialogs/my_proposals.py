"""Proposals that are submitted: one's own, one of them, and all of a matter."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dialogs.answer import Act
from dialogs.answers.asked import Asked
from dialogs.apologise import refusal, refuse
from dialogs.cards.proposal_card import (
    ASK_COMPLETION,
    COMPLETE,
    PAGE,
    REASON,
    SHOW_PROPOSAL,
    SHOW_PROPOSALS,
    WITHDRAW,
    completion_form,
    note_card,
    own_card,
    proposal_card,
    register_card,
)
from dialogs.cards.proposal_form import EDIT_DRAFT, MY_PROPOSALS, PROPOSE
from dialogs.cards.typed_back import typed_back_card
from dialogs.desk import Desk
from dialogs.meeting_day import acts_of as acts_at_meeting
from dialogs.prepare_proposals import acts_of as acts_to_prepare
from dialogs.prepare_proposals import acts_of_matter as acts_to_prepare_several
from dialogs.texts import say
from dialogs.turn import Place, Reply, Turn
from goals.actor import Role
from goals.asking import open_matter
from goals.checking import rivals_of
from goals.draft import Draft
from goals.errors import (
    CompletionNotAllowedError,
    GoalsError,
    MistakesError,
    NoOpenMatterError,
    ProposalUnknownError,
    RegisterNotAllowedError,
)
from goals.ground import may_propose, may_read_register
from goals.matter import Matter
from goals.proposal import NEXT, Proposal, ProposalState, Step
from goals.proposing import ask_completion, withdraw
from goals.record import Record

MOST_ACTIONS = 6
"""What Teams shows of a card's buttons."""
_MOST_DIGITS = 5
FILTERS = ("open", "completion", "closed")
"""What of a matter's proposals is shown; none of them is all."""


async def wish_for_mine(turn: Turn, desk: Desk, asked: Asked) -> Reply | None:
    """Tell of one's own, asked for in words; others get the plain answer."""
    if not any(may_propose(turn.actor, body.code) for body in desk.record.bodies):
        drafts, own = await _own_business(turn, desk)
        if not drafts and not own:
            return None
    return await my_proposals(replace(turn, fields={"language": asked.language}), desk)


async def my_proposals(turn: Turn, desk: Desk) -> Reply:
    """A person's drafts, to go on with, and proposals, to see. Nobody else's, ever."""
    language = turn.language
    drafts, own = await _own_business(turn, desk)
    start = _start(turn, len(own))
    page = own[start : start + PAGE]
    shown_drafts = drafts[:PAGE] if start == 0 else ()
    headline = say(language, "mine-headline", drafts=len(drafts), proposals=len(own))
    if not drafts and not own:
        headline = say(language, "no-own-proposals")
    data = {"language": language}
    last = _turned(MY_PROPOSALS, data, start, len(own), language)
    if any(may_propose(turn.actor, body.code) for body in desk.record.bodies):
        last.append(Act(say(language, "button-propose"), PROPOSE, data))
    acts: list[Act] = []
    if len(shown_drafts) + len(page) == 1:  # of several, the lines themselves are pressed
        acts += [
            Act(
                say(language, "button-continue"),
                EDIT_DRAFT,
                {"draft": each.id, "language": language},
            )
            for each in shown_drafts
        ]
        acts += [_show(each, language) for each in page]
    card = own_card(
        shown_drafts,
        page,
        await _rivals_of_own(page, turn, desk),
        language,
        headline=headline,
        acts=[*acts, *last],
    )
    return Reply.showing(card, language)


async def _own_business(turn: Turn, desk: Desk) -> tuple[tuple[Draft, ...], tuple[Proposal, ...]]:
    """This person's drafts and proposals."""
    person = turn.actor.object_id
    if not person:
        return (), ()
    async with desk.memory.register(turn.actor.tenant) as register:
        drafts = await register.drafts_of(person)
        own = await register.proposals_of(person)
    return drafts, tuple(each.seen_by(turn.actor) for each in own)


async def _rivals_of_own(
    own: Sequence[Proposal], turn: Turn, desk: Desk
) -> dict[str, tuple[str, ...]]:
    """What the open ones among them collide with."""
    found: dict[str, tuple[str, ...]] = {}
    async with desk.memory.register(turn.actor.tenant) as register:
        for body, year in {(each.body, each.year) for each in own if each.is_open}:
            found |= _collisions(await register.proposals(body, year))
    return found


async def show_proposal(turn: Turn, desk: Desk) -> Reply:
    """One proposal, with what this person may do with it."""
    language = turn.language
    try:
        proposal = await _seen(turn, desk)
    except GoalsError as error:
        return refuse(error, language)
    async with desk.memory.register(turn.actor.tenant) as register:
        of_matter = await register.proposals(proposal.body, proposal.year)
    chosen = turn.fields.get("version", "")
    version = next(
        (each for each in proposal.versions if str(each.number) == chosen), proposal.versions[-1]
    )
    matter = desk.record.matter(proposal.body, proposal.year)
    card = proposal_card(
        proposal,
        version,
        _collisions(of_matter).get(proposal.number, ()),
        language,
        acts=(
            *acts_at_meeting(proposal, matter, turn.actor, language),
            *_acts(proposal, version.number, turn, language),
        )[:MOST_ACTIONS],
    )
    return Reply.showing(card, language)


def _acts(proposal: Proposal, shown: int, turn: Turn, language: str) -> tuple[Act, ...]:
    """What can be done with it, then its other versions and where to go from here."""
    data = {"proposal": proposal.id, "language": language}
    acts: list[Act] = []
    steps = {step for state, step in NEXT if state is proposal.state}
    own = proposal.author == turn.actor.object_id
    if own and Step.COMPLETE in steps:
        acts.append(Act(say(language, "button-complete"), COMPLETE, data, "positive"))
    acts += acts_to_prepare(proposal, turn.actor, language)
    if turn.actor.has(Role.OFFICER, proposal.body) and Step.ASK_COMPLETION in steps:
        acts.append(Act(say(language, "button-ask-completion"), ASK_COMPLETION, data))
    if own and Step.WITHDRAW in steps:
        acts.append(Act(say(language, "button-withdraw"), WITHDRAW, data))
    acts += [
        Act(
            say(language, "button-version", version=number),
            SHOW_PROPOSAL,
            {**data, "version": str(number)},
        )
        for number in (shown - 1, shown + 1)
        if 1 <= number <= len(proposal.versions)
    ]
    if own:
        acts.append(Act(say(language, "button-my-proposals"), MY_PROPOSALS, {"language": language}))
    if may_read_register(turn.actor, proposal.body):
        acts.append(_all(proposal.body, proposal.year, language))
    return tuple(acts)


async def withdraw_proposal(turn: Turn, desk: Desk) -> Reply:
    """**Återkalla**: asked once more, since it cannot be undone; then done."""
    language = turn.language
    data = {"proposal": turn.fields.get("proposal", ""), "language": language}
    try:
        if turn.fields.get("confirmed") != "yes":
            proposal = await _own(turn, desk)
            proposal.after(Step.WITHDRAW, at=turn.now)
            headline = say(language, "withdraw-sure", number=proposal.number)
            acts = (
                Act(
                    say(language, "button-withdraw"),
                    WITHDRAW,
                    {**data, "confirmed": "yes"},
                    "destructive",
                ),
                Act(say(language, "button-cancel"), SHOW_PROPOSAL, data),
            )
            said = (say(language, "withdraw-explained"),)
            return Reply.showing(note_card(headline, language, said=said, acts=acts), language)
        own = await _own(turn, desk)
        if own.state is ProposalState.WITHDRAWN:  # pressed twice
            return await show_proposal(turn, desk)
        await withdraw(own.id, actor=turn.actor, open_ledger=desk.memory.open_ledger, now=turn.now)
    except GoalsError as error:
        return refuse(error, language)
    headline = say(language, "withdrawn", number=own.number)
    said = (say(language, "withdrawn-explained"),)
    mine = Act(say(language, "button-my-proposals"), MY_PROPOSALS, {"language": language})
    acts = (_show(own, language), mine)
    return Reply.showing(note_card(headline, language, said=said, acts=acts), language)


async def open_completion(turn: Turn, desk: Desk) -> Reply:
    """**Begär komplettering**: what does the officer need?"""
    language = turn.language
    try:
        proposal = await _seen(turn, desk)
        if not turn.actor.has(Role.OFFICER, proposal.body):
            raise CompletionNotAllowedError(body=proposal.body)
        proposal.after(Step.ASK_COMPLETION, at=turn.now)
    except GoalsError as error:
        return refuse(error, language)
    return Reply.showing(completion_form(proposal, language), language)


async def send_completion(turn: Turn, desk: Desk) -> Reply:
    """The author is asked; or the form again, with what is to be mended."""
    language = turn.language
    typed = turn.fields.get(REASON, "")
    try:
        proposal = await _seen(turn, desk)
        asked = await ask_completion(
            proposal.id,
            typed,
            actor=turn.actor,
            open_ledger=desk.memory.open_ledger,
            now=turn.now,
        )
    except MistakesError as error:
        mistake = refusal(error.mistakes["reason"], language)
        form = completion_form(proposal, language, typed=typed, error=mistake)
        return Reply.showing(form, language)
    except GoalsError as error:
        reason = [(say(language, "field-reason"), typed)]
        return Reply.showing(typed_back_card(refusal(error, language), reason, language), language)
    headline = say(language, "completion-sent", number=asked.number)
    said = (say(language, "completion-told"),)
    acts = (_show(asked, language), _all(asked.body, asked.year, language))
    return Reply.showing(note_card(headline, language, said=said, acts=acts), language)


async def wish_for_all(turn: Turn, desk: Desk, asked: Asked) -> Reply | None:
    """Tell of a matter's, asked for in words; who may not read them is told how many they are."""
    if asked.body is None or not may_read_register(turn.actor, asked.body.code):
        return None
    if turn.place is not Place.PERSONAL:
        return None
    matter = _matter(desk.record, asked.body.code, asked.year)
    if matter is None:
        return None
    fields = {"body": matter.body, "year": str(matter.year), "language": asked.language}
    return await show_proposals(replace(turn, fields=fields), desk)


async def show_proposals(turn: Turn, desk: Desk) -> Reply:
    """All proposals of a matter, a page at a time, those that collide marked."""
    language = turn.language
    body = turn.fields.get("body", "")
    try:
        if desk.record.body(body) is None or not may_read_register(turn.actor, body):
            raise RegisterNotAllowedError(body=body[:20] or "–")
        matter = _matter(desk.record, body, _number(turn, "year"))
        if matter is None:
            raise NoOpenMatterError(body=body)
    except GoalsError as error:
        return refuse(error, language)
    async with desk.memory.register(turn.actor.tenant) as register:
        every = [each.seen_by(turn.actor) for each in await register.proposals(body, matter.year)]
    chosen = turn.fields.get("filter", "")
    chosen = chosen if chosen in FILTERS else ""
    found = [each for each in every if _is_in(each, chosen)]
    start = _start(turn, len(found))
    page = found[start : start + PAGE]
    headline = say(
        language,
        "register-headline",
        body=body,
        year=matter.year,
        count=len(found),
        filter=chosen or "all",
    )
    said = []
    if len(found) > PAGE:
        said = [say(language, "register-page", first=start + 1, last=start + len(page))]
    last = _register_acts(matter, every, chosen, len(found), start, language)
    acts = [_show(each, language) for each in page] if len(page) == 1 else []
    acts += acts_to_prepare_several(matter, every, turn.actor, language)
    card = register_card(
        headline, page, _collisions(every), language, said=said, acts=(*acts, *last)
    )
    return Reply.showing(card, language)


def _register_acts(
    matter: Matter,
    every: Sequence[Proposal],
    chosen: str,
    count: int,
    start: int,
    language: str,
) -> list[Act]:
    """The pages beside this one, and the other ways to look at it that would show something."""
    data = {"body": matter.body, "year": str(matter.year), "language": language}
    acts = _turned(SHOW_PROPOSALS, {**data, "filter": chosen}, start, count, language)
    for each in (*FILTERS, ""):
        others = [proposal for proposal in every if _is_in(proposal, each)]
        if each != chosen and others and len(others) != count:
            title = say(language, f"filter-{each or 'all'}", count=len(others))
            acts.append(Act(title, SHOW_PROPOSALS, {**data, "filter": each}))
    return acts[:5]


def _turned(verb: str, data: Mapping[str, str], start: int, count: int, language: str) -> list[Act]:
    """The page before this one and the one after it."""
    acts = []
    if start > 0:
        before = {**data, "start": str(max(0, start - PAGE))}
        acts.append(Act(say(language, "button-earlier", count=start), verb, before))
    if count > start + PAGE:
        after = {**data, "start": str(start + PAGE)}
        acts.append(Act(say(language, "button-more", count=count - start - PAGE), verb, after))
    return acts


def _is_in(proposal: Proposal, chosen: str) -> bool:
    match chosen:
        case "open":
            return proposal.is_open
        case "closed":
            return not proposal.is_open
        case "completion":
            return proposal.state is ProposalState.COMPLETION
        case _:
            return True


def _collisions(every: Sequence[Proposal]) -> dict[str, tuple[str, ...]]:
    """Open proposals on one sub-goal: the numbers of the others, by number."""
    found: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for each in every:
        if each.is_open and (rivals := rivals_of(each.content, every, but=each.id)):
            found[each.number] = tuple(rival.number for rival in rivals)
    return found


def _matter(record: Record, body: str, year: int | None) -> Matter | None:
    """The matter of that year; without one the latest that is open, else the latest."""
    if year is not None:
        return record.matter(body, year)
    of_body = [each for each in record.matters if each.body == body]
    latest = max(of_body, key=lambda each: each.year, default=None)
    return open_matter(record, body, None) or latest


async def _seen(turn: Turn, desk: Desk) -> Proposal:
    """The proposal, for its author and for who reads the register."""
    named = re.fullmatch(r"F-(\w{1,8})-([0-9]{4})-[0-9]{3,6}", turn.fields.get("number", ""))
    async with desk.memory.register(turn.actor.tenant) as register:
        if named:
            of_matter = await register.proposals(named[1], int(named[2]))
            proposal = next((each for each in of_matter if each.number == named[0]), None)
        else:
            proposal = await register.proposal(turn.fields.get("proposal", ""))
    if proposal is None:
        raise ProposalUnknownError
    own = bool(turn.actor.object_id) and proposal.author == turn.actor.object_id
    if not own and not may_read_register(turn.actor, proposal.body):
        raise ProposalUnknownError
    return proposal.seen_by(turn.actor)


async def _own(turn: Turn, desk: Desk) -> Proposal:
    proposal = await _seen(turn, desk)
    if proposal.author != turn.actor.object_id:
        raise ProposalUnknownError
    return proposal


def _start(turn: Turn, count: int) -> int:
    """The first line of the page; one behind the end is the last page's."""
    last_page = max(0, count - 1) // PAGE * PAGE
    return min(_number(turn, "start") or 0, last_page)


def _number(turn: Turn, name: str) -> int | None:
    number = turn.fields.get(name, "")
    return int(number) if number.isdecimal() and len(number) <= _MOST_DIGITS else None


def _show(proposal: Proposal, language: str) -> Act:
    return Act(
        say(language, "button-show", number=proposal.number),
        SHOW_PROPOSAL,
        {"proposal": proposal.id, "language": language},
    )


def _all(body: str, year: int, language: str) -> Act:
    data = {"body": body, "year": str(year), "language": language}
    return Act(say(language, "button-all-proposals", body=body, year=year), SHOW_PROPOSALS, data)
