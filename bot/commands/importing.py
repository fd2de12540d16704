"""import: goal documents are read, shown, and recorded."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from bot.app import utc_now
from bot.commands.terminal import TenantOption, opened, refuse, run, said, terminal_language
from dialogs.texts import say
from goals.document import Doubt, GoalDocument
from goals.errors import GoalsError
from goals.importing import ImportReceipt, record_document
from storage.documents import LARGEST_FILE, Progress, read_document
from storage.documents.as_json import to_json


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
    """Read goal documents and record what they state, once a person has confirmed it."""
    documents = [_read(file) for file in files]
    for document in documents:
        if as_json:
            typer.echo(json.dumps(to_json(document, _sentence), ensure_ascii=False, indent=2))
        else:
            _show(document)
    others = [document.name for document in documents if not document.is_goal_document]
    if others:
        refusal = refuse(said("error-not-a-goal-document", document=", ".join(others)))
        if not dry_run:
            raise refusal
    if dry_run:
        return
    if not yes and not as_json and sys.stdin.isatty():
        typer.confirm(said("cli-import-confirm"), abort=True, err=True)
    receipts = run(_record(documents, tenant))
    if not as_json:
        for document, receipt in zip(documents, receipts, strict=True):
            typer.echo(_receipt(document, receipt))


def _read(file: Path) -> GoalDocument:
    try:
        with file.open("rb") as source:
            content = source.read(LARGEST_FILE + 1)  # one more than is read: it is refused
    except OSError as error:
        reason = error.strerror or str(error)
        raise refuse(said("cli-file", file=str(file), reason=reason)) from None
    try:
        with _pages_shown(file.name) as progress:
            return read_document(file.name, content, progress=progress)
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


async def _record(documents: list[GoalDocument], tenant: str | None) -> list[ImportReceipt]:
    async with opened(tenant, with_example=False) as (memory, chosen):
        return [
            await record_document(
                document, tenant=chosen, open_ledger=memory.open_ledger, now=utc_now()
            )
            for document in documents
        ]


def _sentence(doubt: Doubt) -> str:
    return said(doubt.key, **doubt.arguments)


def _show(document: GoalDocument) -> None:
    """What was read, as a person checks it: doubts first."""
    language = terminal_language()
    missing = say(language, "missing-in-document")
    typer.echo(document.name)
    for doubt in document.doubts:
        line = f" ({say(language, 'cli-line', line=doubt.line)})" if doubt.line else ""
        typer.echo(f"  ! {_sentence(doubt)}{line}")
    if not document.is_goal_document:
        return
    period = str(document.goal_period) if document.goal_period else missing
    for key, value in (
        ("cli-body", f"{document.body or missing} ({document.body_code or missing})"),
        ("cli-period", period),
        ("fact-date", document.date.isoformat() if document.date else missing),
        ("fact-paragraph", document.paragraph or missing),
        ("fact-dnr", document.dnr or missing),
        ("cli-officer", document.officer or missing),
    ):
        typer.echo(f"  {say(language, key)}: {value}")
    _show_list(say(language, "cli-goals"), [(each.code, each.text) for each in document.goals])
    for year in sorted({each.year for each in document.subgoals}):
        of_year = [(each.code, each.text) for each in document.subgoals if each.year == year]
        _show_list(say(language, "cli-subgoals", year=year), of_year)
    _show_list(
        say(language, "cli-decided" if document.decided else "cli-proposed"),
        [(None, point) for point in document.decision_points],
    )
    _show_list(say(language, "heading-recipients"), [(None, name) for name in document.recipients])


def _show_list(heading: str, items: list[tuple[str | None, str]]) -> None:
    if items:
        typer.echo(f"  {heading}:")
        for number, (code, text) in enumerate(items, start=1):
            typer.echo(f"    {code or number}. {text}")


def _receipt(document: GoalDocument, receipt: ImportReceipt) -> str:
    if not receipt.changed:
        return said("cli-import-nothing-new", file=document.name)
    return said(
        "cli-imported",
        file=document.name,
        goals=sum(len(each.goals) for each in receipt.goal_sets),
        subgoals=sum(len(each.subgoals) for each in receipt.plans),
        matters=len(receipt.matters),
    )
