"""export matter: the register of a matter."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from bot.app import utc_now
from bot.commands.matter_register import MatterRegister, to_csv, to_json
from bot.commands.terminal import MISUSED, TenantOption, opened, reason_of, refuse, run, said


class RegisterFormat(StrEnum):
    """What the register is written as."""

    JSON = "json"
    CSV = "csv"


def export_matter(
    body: Annotated[str, typer.Argument(help="The body's code, such as KS.")],
    year: Annotated[int, typer.Argument(help="The matter's year.")],
    file: Annotated[
        Path | None, typer.Argument(help="Where to; without it to standard output.")
    ] = None,
    form: Annotated[
        RegisterFormat | None,
        typer.Option(
            "--format", help="Otherwise as FILE ends, else JSON. CSV opens in a spreadsheet."
        ),
    ] = None,
    tenant: TenantOption = None,
) -> None:
    """Write every proposal of a matter, in all its versions, and all that was done."""
    if form is None:
        is_table = file is not None and file.suffix.lower() == ".csv"
        form = RegisterFormat.CSV if is_table else RegisterFormat.JSON
    content, count = run(_register(body.upper(), year, form, tenant))
    if file is None:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    try:
        file.write_bytes(content)
    except OSError as error:
        reason = reason_of(error)
        raise refuse(said("cli-not-written", file=str(file), reason=reason)) from None
    typer.echo(said("cli-register-written", file=str(file), proposals=count), err=True)


async def _register(
    body: str, year: int, form: RegisterFormat, tenant: str | None
) -> tuple[bytes, int]:
    async with opened(tenant, with_example=False) as (memory, chosen):
        record = await memory.reader.record(chosen)
        if record.body(body) is None:
            known = ", ".join(each.code for each in record.bodies) or "–"
            raise refuse(said("cli-unknown-body", body=body, bodies=known), MISUSED)
        matter = record.matter(body, year)
        if matter is None:
            raise refuse(said("cli-no-matter", body=body, year=year), MISUSED)
        async with memory.dialogs.register(chosen) as register:
            found = MatterRegister(
                matter,
                await register.proposals(body, year),
                await register.links(body, year),
            )
    content = (
        to_csv(found)
        if form is RegisterFormat.CSV
        else to_json(found, tenant=chosen, now=utc_now())
    )
    return content, len(found.proposals)
