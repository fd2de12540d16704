"""export paper: a paper of a matter as a file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.app import utc_now
from bot.commands.terminal import (
    MISUSED,
    TenantOption,
    opened,
    read_template,
    reason_of,
    refuse,
    run,
    said,
)
from bot.handing_out import PaperFile, PaperMaker
from goals.paper import FORMATS, PaperFormat, PaperKind


def export_paper(
    body: Annotated[str, typer.Argument(metavar="BODY", help="Code, such as KS.")],
    year: Annotated[int, typer.Argument(help="Of the matter.")],
    file: Annotated[
        Path | None, typer.Argument(help="Where to; without it a file of the paper's name here.")
    ] = None,
    *,
    kind: Annotated[PaperKind, typer.Option("--kind", help="Which paper.")],
    written_as: Annotated[
        PaperFormat | None,
        typer.Option("--format", help="Without it as FILE ends, else the paper's first."),
    ] = None,
    template: Annotated[
        Path | None, typer.Option("--template", help="The municipality's own .docx or .dotx.")
    ] = None,
    tenant: TenantOption = None,
) -> None:
    """Write a paper of a matter, marked as a draft until it is ready."""
    if written_as is None:
        ends = file.suffix.lower().removeprefix(".") if file is not None else ""
        formats = FORMATS[kind]
        written_as = PaperFormat(ends) if ends in formats else formats[0]
    if template is not None and written_as is not PaperFormat.WORD:
        raise refuse(said("cli-paper-template-word"), MISUSED)
    content = read_template(template) if template is not None else None
    made = run(_make(body.upper(), year, kind, written_as, content, tenant))
    target = file if file is not None else Path(made.plain_name)
    try:
        target.write_bytes(made.content)
    except OSError as error:
        reason = reason_of(error)
        raise refuse(said("cli-paper-not-written", file=str(target), reason=reason)) from None
    typer.echo(
        said(
            "cli-paper-written",
            paper=said(f"paper-name-{kind.value}"),
            body=body.upper(),
            year=year,
            file=str(target),
            state=said(f"paper-state-{made.state.value}"),
        )
    )


async def _make(
    body: str,
    year: int,
    kind: PaperKind,
    written_as: PaperFormat,
    template: bytes | None,
    tenant: str | None,
) -> PaperFile:
    async with opened(tenant, with_example=True) as (memory, chosen):
        maker = PaperMaker(memory.database, utc_now)
        return await maker.make(chosen, body, year, kind, written_as, template=template)
