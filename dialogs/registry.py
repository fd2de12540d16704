"""The table of contents: which button or phrase leads where. All else is answered as a question."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TypeAlias

from dialogs import import_document
from dialogs.acknowledge_notice import acknowledge_notice, show_notice
from dialogs.add_strategy import open_strategy, save_strategy
from dialogs.adjust_decision import (
    confirm_adjusted,
    gain_legal_force,
    open_adjusting,
    open_notice,
    send_adjusting,
    send_notice,
)
from dialogs.amend_decision import (
    confirm_corrected,
    open_correction,
    open_judgment,
    send_correction,
    send_judgment,
)
from dialogs.answer_question import Journey, answer_turn
from dialogs.apologise import stale_button
from dialogs.cards.decision_forms import (
    ADJUST,
    ANNOUNCE,
    ANNUL,
    ASK_ADJUSTING,
    ASK_CORRECTION,
    CONFIRM_ADJUSTING,
    CONFIRM_CORRECTION,
    CORRECT,
    EXPEDITE,
    GAIN_FORCE,
    SEND_JUDGMENT,
    SEND_NOTICE,
)
from dialogs.cards.expedition_card import (
    FREEZE,
    OPEN_FREEZE,
    PREVIEW,
    REHEARSE,
    SEND_AGAIN,
    THAW,
)
from dialogs.cards.health_card import SELF_TEST
from dialogs.cards.import_card import (
    CANCEL_IMPORT,
    CONFIRM_IMPORT,
    CORRECT_IMPORT,
    IMPORT_DOCUMENT,
    LEAVE_OUT,
    REVIEW_IMPORT,
    SAVE_CORRECTION,
    SAVE_FIELDS,
)
from dialogs.cards.item_card import MEETING_ITEM, NOTE_AS_AU, NOTE_OUTCOME
from dialogs.cards.list_card import MEETING_LIST, NOTE_ORDER
from dialogs.cards.matter_card import CHANGE_MATTER, OPEN_MATTER, SAVE_MATTER, SHOW_MATTER
from dialogs.cards.meeting_card import CALL_MEETING, MEETING, RECORD_MEETING
from dialogs.cards.meeting_forms import (
    MEETING_CHANGE,
    MEETING_CHANGES,
    MEETING_FACTS,
    NOTE_CHANGE,
    NOTE_CHANGES,
    NOTE_FACTS,
)
from dialogs.cards.papers_card import KEEP_EXTRACT, MAKE_PAPER, MARK_READY, SHOW_PAPERS
from dialogs.cards.prepare_form import PREPARE, PREPARE_SEVERAL, SEND_PREPARED, SEND_SEVERAL
from dialogs.cards.proposal_card import (
    ASK_COMPLETION,
    COMPLETE,
    SEND_COMPLETION,
    SHOW_PROPOSAL,
    SHOW_PROPOSALS,
    WITHDRAW,
)
from dialogs.cards.proposal_form import (
    CANCEL,
    DROP_DRAFT,
    EDIT_DRAFT,
    MY_PROPOSALS,
    PROPOSE,
    REVIEW,
    SAVE_DRAFT,
    SUBMIT,
)
from dialogs.cards.roles_card import (
    GRANT_ROLE,
    OPEN_GRANT,
    OPEN_REVOKE,
    REVOKE_ROLE,
    SHOW_ROLES,
)
from dialogs.cards.strategy_card import ADD_STRATEGY, SAVE_STRATEGY
from dialogs.cards.teach_word_card import SAVE_WORD, SHOW_GAPS, TEACH_WORD
from dialogs.cards.units_card import (
    CONFIRM_ADDRESS,
    FIRST_ADDRESS,
    OPEN_EMAIL,
    REGISTER_UNIT,
    REMOVE_ADDRESS,
    SAVE_EMAIL,
    UNIT,
)
from dialogs.commands import command_in
from dialogs.continue_privately import privately
from dialogs.desk import Desk
from dialogs.expedite_decision import (
    expedite_decision,
    let_sending_go_on,
    open_freeze,
    preview_notice,
    rehearse_expedition,
    send_notices_again,
    show_expedition,
    stop_sending,
)
from dialogs.file_extract import keep_extract_file
from dialogs.follow_body import FOLLOW, follow_body, unfollow_body
from dialogs.grant_role import grant_role, open_grant, open_revoke, revoke_role, show_roles
from dialogs.hand_out_papers import make_paper, mark_paper_ready, show_papers
from dialogs.my_proposals import (
    my_proposals,
    open_completion,
    send_completion,
    show_proposal,
    show_proposals,
    wish_for_all,
    wish_for_mine,
    withdraw_proposal,
)
from dialogs.note_meeting import (
    note_as_au,
    note_change,
    note_changes,
    note_facts,
    note_order,
    note_outcome,
    open_change,
    open_changes,
    open_facts,
    open_item,
)
from dialogs.notice import ACKNOWLEDGE, SHOW_NOTICE
from dialogs.open_matter import (
    change_matter_form,
    open_matter_form,
    save_matter,
    show_matter,
)
from dialogs.prepare_proposals import (
    open_prepare,
    open_prepare_several,
    save_recommendation,
    save_recommendations,
)
from dialogs.propose_change import open_form, wish_to_propose
from dialogs.record_meeting import call_meeting, open_meeting, record_meeting
from dialogs.register_unit import (
    confirm_unit_address,
    open_unit_email,
    put_address_first,
    register_unit,
    remove_unit_address,
    save_unit_email,
    show_units,
)
from dialogs.self_test import self_test
from dialogs.show_list import open_list
from dialogs.submit_proposal import (
    cancel,
    complete,
    delete_draft,
    edit_draft,
    review,
    save_draft,
    submit_proposal,
)
from dialogs.teach_word import open_word, save_word, show_gaps
from dialogs.turn import Reply, Turn
from dialogs.understanding.question import Intent
from dialogs.understanding.words import clean, fold
from dialogs.views import reader_of, view_of
from dialogs.welcome import welcome
from goals.expediting import SHOW_EXPEDITION
from goals.following import UNFOLLOW
from goals.local_time import day_in_sweden
from goals.reaching import SHOW_UNITS
from goals.record import Record

Dialog: TypeAlias = Callable[[Turn, Desk], Awaitable[Reply]]

ASK = "ask"
WELCOME = "welcome"

INTENTS: dict[Intent, Journey] = {
    Intent.HOW_TO_PROPOSE: privately(wish_to_propose),
    Intent.MY_PROPOSALS: privately(wish_for_mine),
    Intent.LIST_PROPOSALS: wish_for_all,
}
"""What a question is after → the journey that it begins, for those who may take it."""


async def ask(turn: Turn, desk: Desk) -> Reply:
    """What was typed, or what a question button asks."""
    return await answer_turn(turn, desk, INTENTS)


VERBS: dict[str, Dialog] = {
    ASK: ask,
    WELCOME: welcome,
    PROPOSE: privately(open_form),
    REVIEW: privately(review),
    SAVE_DRAFT: privately(save_draft),
    EDIT_DRAFT: privately(edit_draft),
    DROP_DRAFT: privately(delete_draft),
    SUBMIT: privately(submit_proposal),
    CANCEL: privately(cancel),
    MY_PROPOSALS: privately(my_proposals),
    SHOW_PROPOSAL: privately(show_proposal),
    WITHDRAW: privately(withdraw_proposal),
    COMPLETE: privately(complete),
    SHOW_PROPOSALS: privately(show_proposals),
    ASK_COMPLETION: privately(open_completion),
    SEND_COMPLETION: privately(send_completion),
    PREPARE: privately(open_prepare),
    SEND_PREPARED: privately(save_recommendation),
    PREPARE_SEVERAL: privately(open_prepare_several),
    SEND_SEVERAL: privately(save_recommendations),
    MEETING: open_meeting,
    CALL_MEETING: call_meeting,
    RECORD_MEETING: record_meeting,
    MEETING_ITEM: open_item,
    NOTE_OUTCOME: note_outcome,
    NOTE_AS_AU: note_as_au,
    MEETING_CHANGES: open_changes,
    NOTE_CHANGES: note_changes,
    MEETING_CHANGE: open_change,
    NOTE_CHANGE: note_change,
    MEETING_FACTS: open_facts,
    NOTE_FACTS: note_facts,
    MEETING_LIST: open_list,
    NOTE_ORDER: note_order,
    ADJUST: open_adjusting,
    ASK_ADJUSTING: send_adjusting,
    CONFIRM_ADJUSTING: confirm_adjusted,
    ANNOUNCE: open_notice,
    SEND_NOTICE: send_notice,
    EXPEDITE: expedite_decision,
    PREVIEW: preview_notice,
    REHEARSE: rehearse_expedition,
    SHOW_EXPEDITION: show_expedition,
    SEND_AGAIN: send_notices_again,
    OPEN_FREEZE: open_freeze,
    FREEZE: stop_sending,
    THAW: let_sending_go_on,
    ACKNOWLEDGE: acknowledge_notice,
    SHOW_NOTICE: show_notice,
    REGISTER_UNIT: register_unit,
    SHOW_UNITS: show_units,
    CONFIRM_ADDRESS: confirm_unit_address,
    REMOVE_ADDRESS: remove_unit_address,
    FIRST_ADDRESS: put_address_first,
    OPEN_EMAIL: open_unit_email,
    SAVE_EMAIL: save_unit_email,
    FOLLOW: follow_body,
    UNFOLLOW: unfollow_body,
    GAIN_FORCE: gain_legal_force,
    CORRECT: open_correction,
    ASK_CORRECTION: send_correction,
    CONFIRM_CORRECTION: confirm_corrected,
    ANNUL: open_judgment,
    SEND_JUDGMENT: send_judgment,
    SHOW_GAPS: show_gaps,
    TEACH_WORD: open_word,
    SAVE_WORD: save_word,
    SHOW_MATTER: show_matter,
    OPEN_MATTER: privately(open_matter_form),
    CHANGE_MATTER: privately(change_matter_form),
    SAVE_MATTER: privately(save_matter),
    SHOW_ROLES: show_roles,
    OPEN_GRANT: open_grant,
    GRANT_ROLE: grant_role,
    OPEN_REVOKE: open_revoke,
    REVOKE_ROLE: revoke_role,
    IMPORT_DOCUMENT: import_document.import_document,
    REVIEW_IMPORT: import_document.review_import,
    CORRECT_IMPORT: import_document.correct,
    SAVE_CORRECTION: import_document.save_correction,
    SAVE_FIELDS: import_document.save_fields,
    LEAVE_OUT: import_document.leave_item_out,
    CONFIRM_IMPORT: import_document.confirm,
    CANCEL_IMPORT: import_document.cancel,
    ADD_STRATEGY: open_strategy,
    SAVE_STRATEGY: save_strategy,
    SHOW_PAPERS: show_papers,
    MAKE_PAPER: make_paper,
    MARK_READY: mark_paper_ready,
    SELF_TEST: self_test,
    KEEP_EXTRACT: keep_extract_file,
}
"""What a card's button, or Teams itself, asks for → the dialog that answers."""
FORMS: dict[str, str] = {"proposeChange": PROPOSE, "grantRole": OPEN_GRANT}
"""The forms that Teams opens in a pop-up: a command's id in the manifest, or what a button names →
the verb that draws the first card."""
PHRASES: dict[str, tuple[str, str]] = {
    "fragor utan svar": (SHOW_GAPS, "sv"),
    "visa fragor utan svar": (SHOW_GAPS, "sv"),
    "obesvarade fragor": (SHOW_GAPS, "sv"),
    "unanswered questions": (SHOW_GAPS, "en"),
    "show unanswered questions": (SHOW_GAPS, "en"),
    "questions without answers": (SHOW_GAPS, "en"),
    "ge behorighet": (OPEN_GRANT, "sv"),
    "ge en behorighet": (OPEN_GRANT, "sv"),
    "ge en roll": (OPEN_GRANT, "sv"),
    "grant a role": (OPEN_GRANT, "en"),
    "give a role": (OPEN_GRANT, "en"),
    "vilka har behorighet": (SHOW_ROLES, "sv"),
    "vem har behorighet": (SHOW_ROLES, "sv"),
    "visa behorigheter": (SHOW_ROLES, "sv"),
    "behorighet": (SHOW_ROLES, "sv"),
    "behorigheter": (SHOW_ROLES, "sv"),
    "ta bort behorighet": (SHOW_ROLES, "sv"),
    "who has a role": (SHOW_ROLES, "en"),
    "who has which role": (SHOW_ROLES, "en"),
    "show roles": (SHOW_ROLES, "en"),
    "remove a role": (SHOW_ROLES, "en"),
    "sjalvtest": (SELF_TEST, "sv"),
    "hur mar boten": (SELF_TEST, "sv"),
    "self-test": (SELF_TEST, "en"),
    "self test": (SELF_TEST, "en"),
    "importera": (IMPORT_DOCUMENT, "sv"),
    "importera dokument": (IMPORT_DOCUMENT, "sv"),
    "import": (IMPORT_DOCUMENT, "en"),
    "import a document": (IMPORT_DOCUMENT, "en"),
    "stoppa utskick": (OPEN_FREEZE, "sv"),
    "stoppa utskicken": (OPEN_FREEZE, "sv"),
    "stop sending": (OPEN_FREEZE, "en"),
    "slapp utskick": (THAW, "sv"),
    "slapp utskicken": (THAW, "sv"),
    "resume sending": (THAW, "en"),
    "enheter": (SHOW_UNITS, "sv"),
    "visa enheter": (SHOW_UNITS, "sv"),
    "visa enheterna": (SHOW_UNITS, "sv"),
    "hur nas enheterna": (SHOW_UNITS, "sv"),
    "units": (SHOW_UNITS, "en"),
    "show units": (SHOW_UNITS, "en"),
    "show the units": (SHOW_UNITS, "en"),
    "lagg till strategi": (ADD_STRATEGY, "sv"),
    "lagg till en strategi": (ADD_STRATEGY, "sv"),
    "lagg till politisk strategi": (ADD_STRATEGY, "sv"),
    "add strategy": (ADD_STRATEGY, "en"),
    "add a strategy": (ADD_STRATEGY, "en"),
}
"""What is typed, folded → the verb it stands for, and its language. Phrases that name a body or a
year are commands (`dialogs.commands`)."""


_PROPOSAL = re.compile(r"\bF-([A-ZÅÄÖ]{1,8})-(\d{4})-(\d{1,6})\b")
"""A proposal by its number."""

_REGISTER = (
    ("sv", re.compile(r"(?:registrera|koppla|anslut)\s+(.+?)\s+(?:här|hit)", re.IGNORECASE)),
    ("en", re.compile(r"(?:register|connect)\s+(.+?)\s+here", re.IGNORECASE)),
)
"""A unit is to be reached where it is said."""


def routed(turn: Turn, record: Record) -> Turn:
    """The turn; with its verb, where a file came or what was typed or asked is no question."""
    if turn.files and turn.verb is None:
        return _with_file(turn, record)
    if turn.verb not in (None, ASK):
        return turn
    text = turn.fields.get("question", "") if turn.verb == ASK else turn.text
    if (named := _named(text)) is not None:
        verb, fields = named
        return replace(turn, verb=verb, fields=fields)
    found = PHRASES.get(fold(clean(text)).strip(" ?!."))
    if found is not None:
        verb, language = found
        return replace(turn, verb=verb, fields={"language": language})
    command = command_in(text, record.bodies, today=day_in_sweden(turn.now))
    if command is None:
        return turn
    return replace(turn, verb=command.verb, fields={"language": command.language, **command.fields})


def intent_of(turn: Turn, record: Record, reply: Reply) -> str:
    """What the person was after, as one of few words: an intent, a verb, or that it is unknown."""
    verb = routed(turn, record).verb or ASK
    if verb == ASK:
        return reply.intent or ASK
    return verb if verb in VERBS else "unknown"


def _named(text: str) -> tuple[str, dict[str, str]] | None:
    """The verb for what is typed with a name of its own in it: a proposal, a unit."""
    numbers = {
        f"F-{body}-{year}-{int(serial):03}"
        for body, year, serial in _PROPOSAL.findall(text.upper())
    }
    if len(numbers) == 1:  # "återkalla F-KS-2025-007": the proposal, with what can be done with it
        return SHOW_PROPOSAL, {"number": numbers.pop()}
    for language, pattern in _REGISTER:
        if named := pattern.fullmatch(text.strip(" ?!.\n")):
            return REGISTER_UNIT, {UNIT: named[1], "language": language}
    return None


def _with_file(turn: Turn, record: Record) -> Turn:
    """A file is to be imported, unless the words beside it call it an extract of the minutes."""
    today = day_in_sweden(turn.now)
    command = command_in(turn.text, record.bodies, today=today, with_file=True)
    if command is None or command.verb != KEEP_EXTRACT:
        return replace(turn, verb=IMPORT_DOCUMENT)
    return replace(turn, verb=command.verb, fields={"language": command.language, **command.fields})


async def answer(turn: Turn, desk: Desk) -> Reply:
    """The reply to one turn."""
    desk = replace(desk, record=view_of(desk.record, reader_of(turn)))
    turn = routed(turn, desk.record)
    dialog = VERBS.get(ASK if turn.verb is None else turn.verb, stale_button)
    return await dialog(turn, desk)
