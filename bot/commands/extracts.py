"""export extract: the certified extract that is kept in a matter."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.commands.terminal import TenantOption, opened, reason_of, refuse, run, said
from goals.extract import Extract
from goals.extracting import kept_extract


def export_extract(
    body: Annotated[str, typer.Argument(metavar="BODY", help="Code, such as KS.")],
    year: Annotated[int, typer.Argument(help="Of the matter.")],
    file: Annotated[Path, typer.Argument(help="Where to.")],
    tenant: TenantOption = None,
) -> None:
    """Write the certified extract of a matter, byte for byte as it was sent."""
    found = run(_extract(body.upper(), year, tenant))
    if found is None:
        raise refuse(said("cli-extract-none", body=body.upper(), year=year))
    try:
        file.write_bytes(found.content)
    except OSError as error:
        reason = reason_of(error)
        raise refuse(said("cli-paper-not-written", file=str(file), reason=reason)) from None
    digest, code = found.digest, found.body
    typer.echo(said("cli-extract-written", body=code, year=year, file=str(file), digest=digest))


async def _extract(body: str, year: int, tenant: str | None) -> Extract | None:
    async with (
        opened(tenant, with_example=False) as (memory, chosen),
        memory.dialogs.register(chosen) as register,
    ):
        return await kept_extract(register, body, year)
