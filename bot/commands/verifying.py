"""verify: whether what is recorded is still what was recorded."""

from __future__ import annotations

import typer

from bot.commands.terminal import FAILED, TenantOption, opened, run, said
from goals.verifying import Flaw
from storage.verifying import Examination, examine


def verify(tenant: TenantOption = None) -> None:
    """Check the chain of events, and that every decided list follows from its decision."""
    found = run(_examine(tenant))
    for flaw in found.flaws:
        typer.echo(_told(flaw))
    counts = {"events": found.events, "lists": found.lists}
    if found.flaws:
        typer.echo(said("cli-flawed", flaws=len(found.flaws), **counts), err=True)
        raise typer.Exit(FAILED)
    typer.echo(said("cli-whole", digest=found.digest, **counts))


async def _examine(tenant: str | None) -> Examination:
    async with opened(tenant, with_example=False) as (memory, chosen):
        return await examine(memory.database, chosen)


def _told(flaw: Flaw) -> str:
    return said(
        f"flaw-{flaw.kind.value}",
        place=str(flaw.place or "–"),
        proposal=flaw.proposal or "–",
        version=str(flaw.version or "–"),
        matter=flaw.matter or "–",
    )
