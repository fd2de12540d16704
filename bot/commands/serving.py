"""serve, chat: the bot at its door."""

from __future__ import annotations

import asyncio
import sys
from enum import StrEnum
from typing import Annotated

import typer

from bot.app import serving
from bot.commands.terminal import (
    MISUSED,
    log_errors_only,
    read_own_settings,
    refuse,
    run,
    said,
    terminal_language,
)
from bot.logs import log_to
from bot.settings import Settings
from goals.actor import Role


def serve() -> None:
    """Take what Teams posts to /api/messages."""
    log_to(sys.stderr)
    run(_serve(read_own_settings()))


async def _serve(settings: Settings) -> None:
    stop = asyncio.Event()
    _stop_on_signals(stop)
    try:
        async with serving(settings) as address:
            mode = "local mode" if settings.is_local else "signed mode"
            typer.echo(f"Delmål: {address}/api/messages ({mode})", err=True)
            await stop.wait()
    except OSError as error:
        raise refuse(
            said(
                "cli-port",
                host=settings.host,
                port=settings.port,
                reason=error.strerror or str(error),
            )
        ) from None


def _stop_on_signals(stop: asyncio.Event) -> None:
    import signal  # noqa: PLC0415 — needed by this one command

    loop = asyncio.get_running_loop()
    for name in ("SIGTERM", "SIGINT"):
        try:
            loop.add_signal_handler(getattr(signal, name), stop.set)
        except NotImplementedError:  # Windows: the handler runs outside the loop
            signal.signal(getattr(signal, name), lambda *_: loop.call_soon_threadsafe(stop.set))


class Speaker(StrEnum):
    """Whom the chat speaks as."""

    STAFF = "staff"
    OFFICIAL = "official"
    OFFICER = "officer"
    SECRETARY = "secretary"
    REGISTRAR = "registrar"
    ADMIN = "admin"


def chat(
    speaker: Annotated[
        Speaker, typer.Option("--as", help="The sample person to speak as.")
    ] = Speaker.STAFF,
) -> None:
    """Talk to the bot in the terminal, through the same door as Teams."""
    from bot.chat import talk  # noqa: PLC0415 — needed by this one command

    settings = read_own_settings()
    if not settings.is_local:
        raise refuse(said("cli-chat-is-local"), MISUSED)
    role = None if speaker is Speaker.STAFF else Role(speaker.value)
    log_errors_only()
    run(talk(replace_port(settings), speaker.value, role, language=terminal_language()))


def replace_port(settings: Settings) -> Settings:
    """The same settings on a free port: a chat never fights with a bot that is serving."""
    return settings.model_copy(update={"port": 0, "host": "127.0.0.1"})
