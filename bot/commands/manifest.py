"""manifest build: the app package that Teams installs."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Annotated

import typer

from bot.commands.terminal import MISUSED, reason_of, refuse, said
from bot.settings import PREFIX
from bot.version import version
from manifest.build import SCHEMA, ManifestError, Mistake, package, read_deployment

manifests = typer.Typer(help="The app package that Teams installs.", no_args_is_help=True)
DEVELOPER = "Delmål"
_OPTIONS = {"website": "--website", "privacy": "--privacy", "terms": "--terms"}


@manifests.callback()
def manifest() -> None:
    """The app package that Teams installs."""


@manifests.command("build")
def build(  # noqa: PLR0913 — the options of a command are its parameters
    file: Annotated[Path, typer.Argument(help="Where to.")] = Path("delmal-teams.zip"),
    app_id: Annotated[
        str | None,
        typer.Option("--app-id", envvar=f"{PREFIX}APP_ID", help="The bot's registration."),
    ] = None,
    public_url: Annotated[
        str | None,
        typer.Option(
            "--public-url", envvar=f"{PREFIX}PUBLIC_URL", help="Where it is reached: https://…"
        ),
    ] = None,
    developer: Annotated[
        str, typer.Option("--developer", help="Who runs it, such as the municipality.")
    ] = DEVELOPER,
    website: Annotated[
        str | None, typer.Option("--website", help="About it; else the bot's own page.")
    ] = None,
    privacy: Annotated[
        str | None, typer.Option("--privacy", help="How personal data is handled; else its own.")
    ] = None,
    terms: Annotated[
        str | None, typer.Option("--terms", help="The terms of use; else its own page.")
    ] = None,
    app_version: Annotated[
        str | None, typer.Option("--version", help="Raised whenever the package has changed.")
    ] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Tell about it as JSON.")] = False,
) -> None:
    """Build the package: a zip to upload in Teams' admin centre."""
    try:
        deployment = read_deployment(
            app_id=app_id,
            public_url=public_url,
            version=app_version or version(),
            developer=developer,
            website=website,
            privacy=privacy,
            terms=terms,
        )
    except ManifestError as error:
        raise refuse("\n".join(map(_sentence, error.mistakes)), MISUSED) from None
    content = package(deployment)
    try:
        file.write_bytes(content)
    except OSError as error:
        reason = reason_of(error)
        raise refuse(said("cli-not-written", file=str(file), reason=reason)) from None
    told = {
        "file": str(file),
        "app_id": deployment.app_id,
        "version": deployment.version,
        "schema": SCHEMA,
        "sha256": hashlib.sha256(content).hexdigest(),
    }
    typer.echo(json.dumps(told, ensure_ascii=False) if as_json else said("manifest-built", **told))


def _sentence(mistake: Mistake) -> str:
    return said(mistake.key, value=mistake.value, name=_OPTIONS.get(mistake.name, mistake.name))
