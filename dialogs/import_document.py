"""A goal document that was sent in a chat is read, looked through by its author, and recorded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dialogs.answer import Answer, Choice
from dialogs.apologise import refuse
from dialogs.cards.answer_card import answer_card
from dialogs.cards.import_card import (
    FIELDS,
    ITEM,
    WORDING,
    fields_form,
    item_form,
    refused_document_card,
    review_card,
)
from dialogs.desk import Desk
from dialogs.import_review import doubt_line, receipt_sentence, review_blocks
from dialogs.texts import say
from dialogs.turn import Place, Reply, Turn
from dialogs.understanding.question import Intent
from goals.correcting import (
    NO_CORRECTIONS,
    Corrections,
    DocumentField,
    field_of,
    fill_in,
    items_of,
    leave_out,
    reword,
)
from goals.differing import Difference, difference
from goals.document import GoalDocument
from goals.errors import (
    FieldNotReadError,
    GoalsError,
    ImportCancelledError,
    ImportGoneError,
    ImportingNotAllowedError,
    ImportOnlyInPrivateError,
    ImportRecordedError,
    ItemUnknownError,
    OneFileAtATimeError,
)
from goals.importing import check_may_upload
from goals.pending import PendingImport, PendingState
from goals.record import Record
from goals.reviewing import (
    Review,
    begin_import,
    cancel_import,
    confirm_import,
    correct_import,
    open_import,
)

_OVER = (ImportGoneError, ImportRecordedError, ImportCancelledError)
"""There is nothing left to look through."""


async def import_document(turn: Turn, desk: Desk) -> Reply:
    """What was read of the file that came, to look through; or why it was not read."""
    language = turn.language
    try:
        check_may_upload(turn.actor)
        if turn.place is not Place.PERSONAL:
            raise ImportOnlyInPrivateError
        if len(turn.files) > 1:
            raise OneFileAtATimeError
        if not turn.files:
            return _said(say(language, "import-how"), language)
        document = await turn.files[0].read()
        if not document.is_goal_document:
            return _no_goals(document, language)
        pending = await begin_import(
            document,
            new_id=desk.new_id(),
            actor=turn.actor,
            open_ledger=desk.memory.open_ledger,
            now=turn.now,
        )
    except GoalsError as refusal:
        return refuse(refusal, language)
    return _reviewed(pending, desk.record, turn)


async def review_import(turn: Turn, desk: Desk) -> Reply:
    """The review, on the page that was asked for."""
    try:
        pending = await _open(turn, desk)
    except GoalsError as refusal:
        return refuse(refusal, turn.language)
    return _reviewed(pending, desk.record, turn)


async def correct(turn: Turn, desk: Desk) -> Reply:
    """The form for the item that was chosen, or for the facts about the document."""
    try:
        pending = await _open(turn, desk)
    except GoalsError as refusal:
        return refuse(refusal, turn.language)
    chosen = turn.fields.get(ITEM, "")
    if chosen == FIELDS:
        return _fields(pending, turn, _held(pending))
    if not chosen:
        return _reviewed(pending, desk.record, turn, answer="review-choose-first")
    return _item(pending, turn)


async def save_correction(turn: Turn, desk: Desk) -> Reply:
    """The review with the item's new wording; or the form again, with what is wrong."""
    try:
        pending = await _open(turn, desk)
    except GoalsError as refusal:
        return refuse(refusal, turn.language)
    typed = turn.fields.get(WORDING, "")
    try:
        corrections = reword(pending.document, pending.corrections, _number(turn), typed)
    except ItemUnknownError as refusal:
        return refuse(refusal, turn.language)
    except GoalsError as mistake:
        return _item(pending, turn, typed=typed, mistake=mistake)
    return await _keep(pending, corrections, turn, desk)


async def save_fields(turn: Turn, desk: Desk) -> Reply:
    """The review with the facts as they were filled in; or the form again."""
    try:
        pending = await _open(turn, desk)
    except GoalsError as refusal:
        return refuse(refusal, turn.language)
    typed = {name: turn.fields[name] for name in DocumentField if name in turn.fields}
    try:
        corrections = fill_in(pending.document, pending.corrections, typed)
    except FieldNotReadError as mistake:
        return _fields(pending, turn, {**_held(pending), **typed}, mistake)
    return await _keep(pending, corrections, turn, desk)


async def leave_item_out(turn: Turn, desk: Desk) -> Reply:
    """The review without the item that was chosen; or with it again, if it was out."""
    try:
        pending = await _open(turn, desk)
    except GoalsError as refusal:
        return refuse(refusal, turn.language)
    chosen = turn.fields.get(ITEM, "")
    if chosen in ("", FIELDS):
        return _reviewed(pending, desk.record, turn, answer="review-choose-first")
    try:
        corrections = leave_out(pending.document, pending.corrections, [_number(turn)])
    except ItemUnknownError as refusal:
        return refuse(refusal, turn.language)
    return await _keep(pending, corrections, turn, desk)


async def confirm(turn: Turn, desk: Desk) -> Reply:
    """The receipt; or the review again, when it or the record is not what the author saw."""
    language = turn.language
    try:
        review = await confirm_import(
            turn.fields.get("import", ""),
            turn.fields.get("seen", ""),
            actor=turn.actor,
            open_ledger=desk.memory.open_ledger,
            now=turn.now,
        )
    except (*_OVER, ImportingNotAllowedError) as refusal:
        return refuse(refusal, language)
    except GoalsError:
        return await review_import(turn, desk)  # which says what is missing
    if review.pending.state is not PendingState.RECORDED:
        from_the_start = replace(turn, fields={**turn.fields, "start": "0"})
        changed = "review-changed-meanwhile"
        return _shown(review.pending, review.difference, from_the_start, changed)
    return _receipt(review.pending, review.difference, language)


async def cancel(turn: Turn, desk: Desk) -> Reply:
    """That nothing was recorded."""
    try:
        cancelled = await cancel_import(
            turn.fields.get("import", ""),
            actor=turn.actor,
            open_ledger=desk.memory.open_ledger,
            now=turn.now,
        )
    except GoalsError as refusal:
        return refuse(refusal, turn.language)
    name = cancelled.document.name
    return _said(say(turn.language, "import-cancelled", document=name), turn.language)


async def _open(turn: Turn, desk: Desk) -> PendingImport:
    return await open_import(
        turn.fields.get("import", ""),
        actor=turn.actor,
        open_ledger=desk.memory.open_ledger,
        now=turn.now,
    )


async def _keep(pending: PendingImport, corrections: Corrections, turn: Turn, desk: Desk) -> Reply:
    try:
        kept = await correct_import(
            pending,
            corrections,
            actor=turn.actor,
            open_ledger=desk.memory.open_ledger,
            now=turn.now,
        )
    except GoalsError as refusal:
        return refuse(refusal, turn.language)
    return _reviewed(kept, desk.record, turn)


def _reviewed(
    pending: PendingImport, record: Record, turn: Turn, answer: str | None = None
) -> Reply:
    found: Difference | GoalsError
    try:
        found = difference(pending.corrected, record)
    except GoalsError as refusal:
        found = refusal
    return _shown(pending, found, turn, answer)


def _shown(
    pending: PendingImport, found: Difference | GoalsError, turn: Turn, answer: str | None
) -> Reply:
    language = turn.language
    start = turn.fields.get("start", "")
    stopped = found if isinstance(found, GoalsError) else None
    card = review_card(
        review_blocks(pending.document, pending.corrections, found, language),
        pending,
        seen="" if isinstance(found, GoalsError) else Review(pending, found).seen,
        hindrance=say(language, stopped.key, **stopped.arguments) if stopped else None,
        answer=say(language, answer) if answer else None,
        start=int(start) if start.isdecimal() else 0,
        language=language,
    )
    return Reply.showing(card, language)


def _item(
    pending: PendingImport,
    turn: Turn,
    *,
    typed: str | None = None,
    mistake: GoalsError | None = None,
) -> Reply:
    language, number = turn.language, _number(turn)
    items = items_of(pending.document, pending.corrections)
    if not 1 <= number <= len(items):
        return refuse(ItemUnknownError(number=number), language)
    read = items_of(pending.document, NO_CORRECTIONS)[number - 1].stated
    card = item_form(
        items[number - 1],
        read=read.text,
        import_id=pending.id,
        start=turn.fields.get("start", "0"),
        language=language,
        typed=typed,
        error=say(language, mistake.key, **mistake.arguments) if mistake else None,
    )
    return Reply.showing(card, language)


def _fields(
    pending: PendingImport,
    turn: Turn,
    values: Mapping[DocumentField, str],
    mistake: FieldNotReadError | None = None,
) -> Reply:
    language = turn.language
    card = fields_form(
        dict(values),
        document=pending.document.name,
        import_id=pending.id,
        start=turn.fields.get("start", "0"),
        language=language,
        wrong=DocumentField(str(mistake.arguments["expected"])) if mistake else None,
        error=say(language, mistake.key, **mistake.arguments) if mistake else "",
    )
    return Reply.showing(card, language)


def _held(pending: PendingImport) -> dict[DocumentField, str]:
    return {name: field_of(pending.corrected, name) for name in DocumentField}


def _number(turn: Turn) -> int:
    chosen = turn.fields.get(ITEM, "")
    return int(chosen) if chosen.isdecimal() else 0


def _receipt(pending: PendingImport, found: Difference, language: str) -> Reply:
    """What was recorded, and buttons that show how it is answered now."""
    bodies = [each.stated.body for each in found.goals] + [each.stated.body for each in found.plans]
    choices = tuple(
        choice
        for body in bodies[:1]
        for choice in (
            Choice(say(language, "button-goals", body=body), say(language, "ask-goals", body=body)),
            Choice(
                say(language, "button-subgoals", body=body),
                say(language, "ask-subgoals", body=body, year=""),
            ),
        )
    )
    answer = Answer(
        language,
        Intent.HELP,
        receipt_sentence(pending.document.name, found, language),
        choices=choices,
    )
    return Reply(answer_card(answer), answer.headline, answer.text, language)


def _no_goals(document: GoalDocument, language: str) -> Reply:
    headline = say(language, "error-not-a-goal-document", document=document.name)
    doubts = tuple(doubt_line(doubt, language) for doubt in document.doubts)
    explained = say(language, "import-looked-for")
    return Reply.showing(refused_document_card(headline, explained, doubts, language), language)


def _said(sentence: str, language: str) -> Reply:
    answer = Answer(language, Intent.HELP, sentence)
    return Reply(answer_card(answer), sentence, sentence, language)
