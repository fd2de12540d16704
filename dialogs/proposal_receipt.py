"""What a person keeps in hand: the receipt of a proposal, and where a draft is."""

from __future__ import annotations

from dialogs.answer import Act
from dialogs.cards.proposal_card import SHOW_PROPOSAL, gist, note_card
from dialogs.cards.proposal_form import DROP_DRAFT, EDIT_DRAFT, MY_PROPOSALS
from dialogs.clock import local_time, window_end
from dialogs.desk import Desk
from dialogs.texts import say
from dialogs.turn import Reply, Turn
from goals.draft import Draft
from goals.matter import Matter
from goals.proposing import Submitted


def receipt(submitted: Submitted, turn: Turn, desk: Desk) -> Reply:
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
        mine(language),
    )
    return Reply.showing(note_card(headline, language, said=said, facts=facts, acts=acts), language)


def _when(matter: Matter | None, language: str) -> str:
    if matter is None or matter.window is None:
        return say(language, "next-no-day")
    return say(language, "next-day", closes=window_end(matter.window.closes, language, is_end=True))


def kept_note(draft: Draft, turn: Turn, headline: str) -> Reply:
    """The draft is kept: until when, and how to go on."""
    language = turn.language
    day = local_time(draft.expires_at).partition(" ")[0]
    data = {"draft": draft.id, "language": language}
    acts = (
        Act(say(language, "button-continue"), EDIT_DRAFT, data),
        Act(say(language, "button-drop-draft"), DROP_DRAFT, data),
        mine(language),
    )
    said = (say(language, "draft-kept-until", day=day),)
    return Reply.showing(note_card(headline, language, said=said, acts=acts), language)


def mine(language: str) -> Act:
    """**Mina förslag**."""
    return Act(say(language, "button-my-proposals"), MY_PROPOSALS, {"language": language})
