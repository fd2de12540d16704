"""import: goal documents are read, looked through, and recorded."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import typer

from bot.app import Memory, utc_now
from bot.commands.terminal import (
    TenantOption,
    holds_database,
    opened,
    read_own_settings,
    reason_of,
    refuse,
    run,
    said,
    terminal_language,
)
from dialogs.answer import Block, lines_of
from dialogs.import_review import difference_blocks, receipt_sentence, review_blocks
from goals.contents import Contents
from goals.correcting import (
    NO_CORRECTIONS,
    Corrections,
    DocumentField,
    corrected,
    field_of,
    fill_in,
    items_of,
    leave_out,
    reword,
)
from goals.differing import Difference, Importable, differences
from goals.document import Doubt, GoalDocument
from goals.errors import GoalsError, ItemUnknownError
from goals.importing import record_documents
from goals.record import Record
from storage.documents import LARGEST_FILE, Progress, read_document
from storage.documents.exchange.as_json import to_json
from storage.documents.exchange.envelope import is_envelope, read_envelope

_EMPTIED = "-"


@dataclass(frozen=True, slots=True)
class _Read:
    """One file as it was read, with what the person at the terminal changed."""

    name: str
    source: Importable
    corrections: Corrections = NO_CORRECTIONS

    @property
    def final(self) -> Importable:
        if isinstance(self.source, Contents):
            return self.source
        return corrected(self.source, self.corrections)


def import_(
    files: Annotated[
        list[Path], typer.Argument(help=".docx, .pdf, .txt or .json", metavar="FILE…")
    ],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="What was read, as JSON.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Read only; record nothing.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Record without asking.")] = False,
    tenant: TenantOption = None,
) -> None:
    """Read goal documents and record what they state, once a person has confirmed it.

    In a terminal it asks; elsewhere it records at once, which --yes says is meant.
    """
    asks = not yes and not as_json and not dry_run and is_terminal()
    reads = [_read(file) for file in files]
    if as_json:
        for each in reads:
            typer.echo(json.dumps(_json_of(each), ensure_ascii=False, indent=2))
    if dry_run and not as_json:
        run(_show_only(reads, tenant))  # which tells, too, of what is not about goals
        return
    _refuse_others(reads, dry_run=dry_run)
    if dry_run:
        return
    if not yes and not asks:
        typer.echo(said("cli-import-unasked"), err=True)
    found = run(_import(reads, tenant, asks=asks, shows=not as_json))
    if not as_json:
        for each, difference in zip(reads, found, strict=True):
            typer.echo(receipt_sentence(each.name, difference, terminal_language()))


def is_terminal() -> bool:
    """Whether there is somebody to ask."""
    return sys.stdin.isatty()


def _read(file: Path) -> _Read:
    try:
        with file.open("rb") as source:
            content = source.read(LARGEST_FILE + 1)  # one more than is read: it is refused
    except OSError as error:
        reason = reason_of(error)
        raise refuse(said("cli-file", file=str(file), reason=reason)) from None
    try:
        if is_envelope(content):
            return _Read(file.name, read_envelope(file.name, content))
        with _pages_shown(file.name) as progress:
            return _Read(file.name, read_document(file.name, content, progress=progress))
    except GoalsError as error:
        raise refuse(said(error.key, **error.arguments)) from None


@contextmanager
def _pages_shown(name: str) -> Iterator[Progress | None]:
    """Shows on standard error how many pages are read, where somebody watches."""
    if not sys.stderr.isatty():
        yield None
        return
    # Imported where it is needed: a bot that serves does not hold them.
    from rich.console import Console  # noqa: PLC0415
    from rich.markup import escape  # noqa: PLC0415
    from rich.progress import Progress as ProgressBar  # noqa: PLC0415

    with ProgressBar(console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task(escape(name), total=None)
        yield lambda read, pages: shown.update(task, completed=read, total=pages)


def _json_of(read: _Read) -> dict[str, object]:
    """A document in its stable shape; of an export, how much it holds."""
    if isinstance(read.source, GoalDocument):
        return to_json(read.source, _sentence)
    held = read.source
    return {
        "bodies": len(held.bodies),
        "goals": sum(len(each.goals) for each in held.goal_sets),
        "subgoals": sum(len(each.subgoals) for each in held.plans),
        "matters": len(held.matters),
        "strategies": len(held.strategies),
    }


def _refuse_others(reads: Sequence[_Read], *, dry_run: bool) -> None:
    """One file that is not about goals stops the whole command."""
    others = [
        each.name
        for each in reads
        if isinstance(each.source, GoalDocument) and not each.source.is_goal_document
    ]
    if others:
        refusal = refuse(said("error-not-a-goal-document", document=", ".join(others)))
        if not dry_run:
            raise refusal


def _sentence(doubt: Doubt) -> str:
    return said(doubt.key, **doubt.arguments)


async def _show_only(reads: Sequence[_Read], tenant: str | None) -> None:
    """What was read, and the difference to the record where there is one to compare with."""
    if not holds_database(read_own_settings()):
        for place in range(len(reads)):
            _show(reads, place, Record("", 0))
        return
    async with opened(tenant, with_example=False) as (memory, chosen):
        record = await memory.reader.record(chosen)
        for place in range(len(reads)):
            _show(reads, place, record)


async def _import(
    reads: list[_Read], tenant: str | None, *, asks: bool, shows: bool
) -> tuple[Difference, ...]:
    async with opened(tenant, with_example=False) as (memory, chosen):
        for place in range(len(reads)):
            if asks:
                await _look_through(reads, place, memory, chosen)
            elif shows:
                _show(reads, place, await memory.reader.record(chosen))
        return await record_documents(
            [each.final for each in reads],
            tenant=chosen,
            open_ledger=memory.open_ledger,
            now=utc_now(),
        )


async def _look_through(reads: list[_Read], place: int, memory: Memory, tenant: str) -> None:
    """Show one document and take corrections, until the person confirms it or gives up."""
    is_news = True
    while True:
        if is_news:  # what was wrong with a choice is not to scroll away above it all
            _show(reads, place, await memory.reader.record(tenant))
        is_news = False
        typer.echo("\n" + said("cli-import-choices"), err=True)
        answer = typer.prompt(said("cli-import-choice"), err=True)
        letter, *words = answer.strip().casefold().split() or [""]
        read = reads[place]
        if letter[:1] in {"b", "c"}:
            if not isinstance(_found(reads, place, await memory.reader.record(tenant)), GoalsError):
                return
            is_news = True  # it says why
        elif letter[:1] in {"a", "q"}:
            raise refuse(said("cli-import-cancelled"))
        elif isinstance(read.source, GoalDocument):
            try:
                changed = _corrected(read.source, read.corrections, letter[:1], words)
            except GoalsError as mistake:
                typer.echo(said(mistake.key, **mistake.arguments), err=True)
                continue
            if changed is None:
                typer.echo(said("cli-import-no-such-choice"), err=True)
                continue
            reads[place] = replace(read, corrections=changed)
            is_news = True
        else:
            typer.echo(said("cli-import-no-such-choice"), err=True)


def _corrected(
    document: GoalDocument, corrections: Corrections, letter: str, words: list[str]
) -> Corrections | None:
    """What one line of the dialog changes, None where it says nothing that can be done.

    Raises the GoalsError of what cannot be.
    """
    numbers = [int(word) for word in words if word.isdecimal()]
    if letter in {"u", "l"} and numbers:
        return leave_out(document, corrections, numbers)
    if letter in {"ä", "e"} and numbers:
        number = numbers[0]
        if not 1 <= number <= len(items_of(document, corrections)):
            raise ItemUnknownError(number=number)  # before the wording is typed, not after
        text = typer.prompt(said("cli-import-wording", number=number), err=True)
        return reword(document, corrections, number, text)
    if letter == "f":
        for name in DocumentField:
            corrections = _ask_field(document, corrections, name)
        return corrections
    return None


def _ask_field(
    document: GoalDocument, corrections: Corrections, name: DocumentField
) -> Corrections:
    """Ask until the answer can be read."""
    label = said("cli-import-field", field=said(f"field-{name}"))
    held = field_of(corrected(document, corrections), name)
    while True:
        typed = typer.prompt(label, default=held, err=True)
        if typed == held:
            return corrections
        try:
            return fill_in(document, corrections, {name: "" if typed == _EMPTIED else typed})
        except GoalsError as mistake:
            typer.echo(said(mistake.key, **mistake.arguments), err=True)


def _found(reads: Sequence[_Read], place: int, record: Record) -> Difference | GoalsError:
    """What this document would change after the ones before it; or why it cannot be recorded."""
    try:
        return differences([each.final for each in reads[: place + 1]], record)[-1]
    except GoalsError as refusal:
        return refusal


def _show(reads: Sequence[_Read], place: int, record: Record) -> None:
    """What was read, as a person checks it: doubts first."""
    language = terminal_language()
    read, found = reads[place], _found(reads, place, record)
    blocks: tuple[Block, ...]
    if isinstance(read.source, GoalDocument):
        blocks = review_blocks(read.source, read.corrections, found, language)
    elif isinstance(found, GoalsError):
        raise found
    else:
        blocks = tuple(difference_blocks(found, language))
    typer.echo("\n".join([read.name, *(f"  {line}".rstrip() for line in lines_of(blocks))]))
