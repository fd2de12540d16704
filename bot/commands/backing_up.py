"""backup, restore: the whole database as one file, and back."""

from __future__ import annotations

import json
import time
from collections.abc import Coroutine
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer

from bot.app import configured_database, utc_now
from bot.commands.terminal import FAILED, read_own_settings, reason_of, refuse, run, said
from bot.last_backup import LastBackup, remember_backup
from bot.settings import Settings
from storage.backup import Examined, Written, back_up, restore
from storage.errors import BackupError

_Result = TypeVar("_Result")
JsonOption = Annotated[bool, typer.Option("--json", help="Tell about it as JSON.")]


def backup(
    file: Annotated[Path, typer.Argument(help="Where to; a backup there gives way.")],
    *,
    as_json: JsonOption = False,
) -> None:
    """Write a backup while the bot serves, and try it by restoring it."""
    settings = read_own_settings()
    began = time.monotonic()
    written = run(_told(_back_up(settings, file)))
    last = LastBackup(utc_now(), str(file.resolve()), written.sha256)
    try:
        remember_backup(settings.data, last)
    except OSError as error:
        reason = reason_of(error)
        raise refuse(said("backup-not-remembered", file=str(file), reason=reason)) from None
    seconds = round(time.monotonic() - began, 1)
    if as_json:
        _print_json(file, written.examined, size=written.size, sha256=written.sha256)
    else:
        megabytes = max(1, round(written.size / 1_000_000))
        rows, seen = written.examined.rows, str(seconds)
        typer.echo(said("backup-written", file=str(file), size=megabytes, rows=rows, seconds=seen))
    _end_on_flaws(written.examined)


def restore_backup(
    file: Annotated[Path, typer.Argument(help="The backup.")],
    *,
    replace: Annotated[
        bool, typer.Option("--replace", help="SQLite: what is there is kept beside, and gives way.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Put a backup into the database of the settings. The bot must not be serving meanwhile."""
    settings = read_own_settings()
    kept = settings.data / f"before-restore-{utc_now():%Y%m%dT%H%M%SZ}.db" if replace else None
    examined = run(_told(_restore(settings, file, kept)))
    if as_json:
        _print_json(file, examined)
    else:
        typer.echo(said("restore-done", file=str(file), rows=examined.rows))
        if kept is not None and kept.exists():
            typer.echo(said("restore-kept", file=str(kept)))
    _end_on_flaws(examined)


async def _told(work: Coroutine[Any, Any, _Result]) -> _Result:
    try:
        return await work
    except BackupError as error:
        raise refuse(said(error.key, **error.arguments)) from None


async def _back_up(settings: Settings, file: Path) -> Written:
    async with configured_database(settings) as database:
        return await back_up(database, file)


async def _restore(settings: Settings, file: Path, kept: Path | None) -> Examined:
    async with configured_database(settings) as database:
        return await restore(file, database, keep=kept)


def _print_json(file: Path, examined: Examined, **more: str | int) -> None:
    tenants = [asdict(each) for each in examined.tenants]
    told = {"file": str(file), "revision": examined.revision, "rows": examined.rows}
    typer.echo(json.dumps({**told, **more, "tenants": tenants}, ensure_ascii=False))


def _end_on_flaws(examined: Examined) -> None:
    """What is broken in the record was so before; whoever runs the backup is to know."""
    if examined.flaws:
        typer.echo(said("backup-flaws", count=examined.flaws), err=True)
        raise typer.Exit(FAILED)
