"""export goals, matter, paper: the record, for another installation, a spreadsheet or a reader."""

from __future__ import annotations

import sys
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from bot.app import utc_now
from bot.commands.exporting_matter import export_matter
from bot.commands.extracts import export_extract
from bot.commands.papers import export_paper
from bot.commands.terminal import TenantOption, opened, reason_of, refuse, run, said, unknown_body
from goals.plan import PlanStatus
from goals.record import Record
from storage.documents.exchange.envelope import documents_of, to_envelope
from storage.documents.exchange.for_people import COLUMNS, to_csv, to_markdown

exports = typer.Typer(help="The record, to take along.", no_args_is_help=True)


class Format(StrEnum):
    """What the export is written as."""

    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"


@exports.callback()
def export() -> None:
    """The record, to take along."""


exports.command("matter")(export_matter)
exports.command("paper")(export_paper)
exports.command("extract")(export_extract)


@exports.command("goals")
def export_goals(
    file: Annotated[
        Path | None, typer.Argument(help="Where to; without it to standard output.")
    ] = None,
    form: Annotated[
        Format | None,
        typer.Option(
            "--format", help="Otherwise as FILE ends, else JSON, which can be imported again."
        ),
    ] = None,
    body: Annotated[str | None, typer.Option("--body", help="Only this body, such as KS.")] = None,
    tenant: TenantOption = None,
) -> None:
    """Write all goals and sub-goals that are recorded, with their sources."""
    content, count = run(_export(form or _form_of(file), body, tenant))
    if file is None:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    try:
        file.write_bytes(content)
    except OSError as error:
        reason = reason_of(error)
        raise refuse(said("cli-not-written", file=str(file), reason=reason)) from None
    typer.echo(said("cli-exported", file=str(file), documents=count), err=True)


def _form_of(file: Path | None) -> Format:
    """What a file is to hold by what its name ends with."""
    endings = {".csv": Format.CSV, ".md": Format.MARKDOWN, ".markdown": Format.MARKDOWN}
    return endings.get(file.suffix.lower() if file else "", Format.JSON)


async def _export(form: Format, body: str | None, tenant: str | None) -> tuple[bytes, int]:
    async with opened(tenant, with_example=False) as (memory, chosen):
        record = await memory.reader.record(chosen)
    if body is not None:
        record = _only(record, body)
    match form:
        case Format.JSON:
            content = to_envelope(record, now=utc_now())
        case Format.CSV:
            content = to_csv(record, _names())
        case Format.MARKDOWN:
            content = to_markdown(record, _names())
    return content, len(documents_of(record))


def _only(record: Record, name: str) -> Record:
    """What of the record is one body's."""
    body = record.body_called(name)
    if body is None:
        raise unknown_body(name, record)
    return replace(
        record,
        bodies=(body,),
        goal_sets=tuple(each for each in record.goal_sets if each.body == body.code),
        plans=tuple(each for each in record.plans if each.body == body.code),
        matters=tuple(each for each in record.matters if each.body == body.code),
        strategies=tuple(each for each in record.strategies if each.body == body.code),
    )


def _names() -> dict[str, str]:
    """The words of an export in the terminal's language."""
    words = ("goal", "subgoal", "goals", "subgoals", "goals_and_subgoals", "strategies", "yes")
    return {
        **{column: said(f"column-{column.replace('_', '-')}") for column in COLUMNS},
        **{word: said(f"export-{word.replace('_', '-')}") for word in words},
        **{
            status: said(
                "review-appealable" if status is PlanStatus.APPEALABLE else f"status-{status}"
            )
            for status in PlanStatus
        },
        "stated": said("review-stated"),
    }
