"""The cards of an import: what was read, the form for one item, the form for the facts."""

from __future__ import annotations

from typing import Any

from dialogs.answer import Block, Lines, lines_of
from dialogs.cards.answer_card import elements_of
from dialogs.cards.elements import (
    card,
    choice_input,
    error_line,
    execute_button,
    heading,
    paragraph,
    shortened,
    subheading,
    text_input,
    verbatim,
)
from dialogs.cards.paging import page_of
from dialogs.texts import say
from goals.correcting import (
    LONGEST_FIELD,
    LONGEST_WORDING,
    DocumentField,
    Item,
    items_of,
)
from goals.pending import PendingImport

IMPORT_DOCUMENT = "import-document"
REVIEW_IMPORT = "review-import"
CORRECT_IMPORT = "correct-import"
SAVE_CORRECTION = "save-correction"
SAVE_FIELDS = "save-fields"
LEAVE_OUT = "leave-out"
CONFIRM_IMPORT = "confirm-import"
CANCEL_IMPORT = "cancel-import"
ITEM = "item"
"""The id of the input that names an item."""
WORDING = "wording"
FIELDS = "fields"
"""What ITEM holds for the facts about the document."""


def review_card(
    blocks: tuple[Block, ...],
    pending: PendingImport,
    *,
    seen: str,
    hindrance: str | None,
    answer: str | None,
    start: int,
    language: str,
) -> dict[str, Any]:
    """One page of what was read, with the buttons to correct it; to confirm it on the last one.

    `seen` is what confirming sends along; where it cannot be confirmed as it is, `hindrance` says
    why, in the place of that button. What answers a press that did nothing stands above the
    buttons too: on a phone the top is far away, and who presses again is to have read it.
    """
    note = answer or say(language, "review-nothing-yet")
    page = page_of(blocks, start)
    headline = say(language, "review-read", document=pending.document.name)
    data = {"import": pending.id, "language": language, "start": str(start)}
    body = [heading(headline), paragraph(note)]
    for block in page.blocks:
        body += elements_of(block)
    choices = [
        (shortened(f"{item.number}. {item.stated.text}"), str(item.number))
        for item in items_of(pending.document, pending.corrections)
        if item.number in _numbers_on(page.blocks)
    ]
    label = say(language, "review-item")
    fields = say(language, "review-item-fields")
    body.append(
        choice_input(
            ITEM,
            label,
            [(fields, FIELDS), *choices],
            placeholder=say(language, "review-item-example"),
        )
    )
    told = [headline, note, *lines_of(page.blocks)]
    beside = answer or (None if page.next_start is not None else hindrance)
    if beside:
        body.append(error_line(beside))
        told.append(beside)
    buttons = []
    if page.next_start is not None:  # whoever confirms has come to the end of it
        title = say(language, "button-more", count=page.left)
        later = {**data, "start": str(page.next_start)}
        buttons.append(execute_button(title, REVIEW_IMPORT, later, sends_inputs=False))
    elif seen:
        confirmed = {**data, "seen": seen}
        title = say(language, "button-confirm")
        buttons.append(execute_button(title, CONFIRM_IMPORT, confirmed, sends_inputs=False))
    buttons += [
        execute_button(say(language, "button-correct"), CORRECT_IMPORT, data),
        execute_button(say(language, "button-leave-out"), LEAVE_OUT, data),
        execute_button(say(language, "button-cancel"), CANCEL_IMPORT, data, sends_inputs=False),
    ]
    return card(body, buttons=buttons, language=language, fallback="\n".join(told))


def _numbers_on(blocks: tuple[Block, ...]) -> set[int]:
    """The numbers that stand before lines on this page; those of decision points among them."""
    return {
        number
        for block in blocks
        if isinstance(block, Lines) and block.numbered
        for number in range(block.before + 1, block.before + 1 + len(block.lines))
    }


def item_form(
    item: Item,
    *,
    read: str,
    import_id: str,
    start: str,
    language: str,
    typed: str | None = None,
    error: str | None = None,
) -> dict[str, Any]:
    """The form for one wording; `read` is what the document says, `typed` the attempt before."""
    headline = say(language, "correct-heading", number=item.number)
    explained = say(language, "correct-explained")
    label = say(language, "correct-wording")
    field = text_input(
        WORDING,
        label,
        value=item.stated.text if typed is None else typed[:LONGEST_WORDING],
        placeholder=say(language, "correct-wording-example"),
        longest=LONGEST_WORDING,
        error=say(language, "error-wording-missing"),
        is_long=True,
    )
    told = say(language, "correct-read", text=read)
    data = {"import": import_id, "language": language, "start": start, ITEM: str(item.number)}
    return card(
        [
            heading(headline),
            verbatim(told),
            paragraph(explained),
            field,
            *([error_line(error)] if error else []),
        ],
        buttons=[
            execute_button(say(language, "button-save"), SAVE_CORRECTION, data),
            _back(data, language),
        ],
        language=language,
        fallback="\n".join((headline, told, explained, *([error] if error else []), f"{label}:")),
    )


def fields_form(
    values: dict[DocumentField, str],
    *,
    document: str,
    import_id: str,
    start: str,
    language: str,
    wrong: DocumentField | None = None,
    error: str = "",
) -> dict[str, Any]:
    """The form for the facts about the document; `error` stands below the field `wrong`."""
    headline = say(language, "fields-heading", document=document)
    explained = say(language, "fields-explained")
    body = [heading(headline), paragraph(explained)]
    lines = [headline, explained]
    for name, value in values.items():
        label = say(language, f"field-{name}")
        body.append(
            text_input(
                name.value,
                label,
                value=value[:LONGEST_FIELD],
                placeholder=say(language, "missing-in-document"),
                longest=LONGEST_FIELD,
            )
        )
        lines.append(f"{label}: {value}")
        if name is wrong:
            body.append(error_line(error))
            lines.append(error)
    data = {"import": import_id, "language": language, "start": start}
    return card(
        body,
        buttons=[
            execute_button(say(language, "button-save"), SAVE_FIELDS, data),
            _back(data, language),
        ],
        language=language,
        fallback="\n".join(lines),
    )


def _back(data: dict[str, str], language: str) -> dict[str, Any]:
    return execute_button(say(language, "button-back"), REVIEW_IMPORT, data, sends_inputs=False)


def refused_document_card(
    headline: str, explained: str, doubts: tuple[str, ...], language: str
) -> dict[str, Any]:
    """A document that holds no goals: so much is said, and what was noticed in it."""
    body = [heading(headline), paragraph(explained)]
    lines = [headline, explained]
    if doubts:
        title = say(language, "heading-doubts")
        body += [subheading(title), *map(verbatim, doubts)]
        lines += [f"{title}:", *doubts]
    return card(body, buttons=[], language=language, fallback="\n".join(lines))
