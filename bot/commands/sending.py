"""sending stop|resume|status: the switch for what goes to units."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.app import utc_now
from bot.commands.terminal import TenantOption, opened, run, said
from dialogs.clock import local_time
from goals.freezing import freeze_sending, resume_sending
from goals.notice import Freeze

sending = typer.Typer(help="Stop what is sent to units, or let it go on.", no_args_is_help=True)


@sending.command("stop")
def stop(
    reason: Annotated[str, typer.Argument(metavar="REASON", help="Everybody who looks reads it.")],
    tenant: TenantOption = None,
) -> None:
    """Send nothing more to units; what is owed waits."""
    frozen = run(_stop(reason, tenant))
    typer.echo(said("frozen", at=local_time(frozen.at), reason=frozen.reason))


async def _stop(reason: str, tenant: str | None) -> Freeze:
    async with opened(tenant, with_example=False) as (memory, chosen):
        return await freeze_sending(
            chosen, reason, by=None, open_ledger=memory.open_ledger, now=utc_now()
        )


@sending.command("resume")
def resume(tenant: TenantOption = None) -> None:
    """Let it go on: what waited goes out."""
    run(_resume(tenant))
    typer.echo(said("thawed"))


async def _resume(tenant: str | None) -> None:
    async with opened(tenant, with_example=False) as (memory, chosen):
        await resume_sending(chosen, open_ledger=memory.open_ledger, now=utc_now())


@sending.command("status")
def status(tenant: TenantOption = None) -> None:
    """Whether it is stopped, since when and why."""
    frozen = run(_status(tenant))
    if frozen is None:
        typer.echo(said("cli-sending-goes"))
    else:
        typer.echo(said("frozen", at=local_time(frozen.at), reason=frozen.reason))


async def _status(tenant: str | None) -> Freeze | None:
    async with (
        opened(tenant, with_example=False) as (memory, chosen),
        memory.dialogs.register(chosen) as register,
    ):
        return await register.freeze()
