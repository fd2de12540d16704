"""check: how the bot is, for a person and for a monitor."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Annotated

import typer

from bot.app import examined
from bot.commands.terminal import (
    FAILED,
    finding_lines,
    log_errors_only,
    read_own_settings,
    run,
    terminal_language,
)
from bot.version import version
from dialogs.health import Finding, Grade, worst


def check(
    *,
    as_json: Annotated[bool, typer.Option("--json", help="One object, for a monitor.")] = False,
) -> None:
    """Look at everything that has to work. Ends with 1 where something does not."""
    log_errors_only()
    findings = run(examined(read_own_settings()))
    typer.echo(_as_json(findings) if as_json else finding_lines(findings))
    if worst(findings) is Grade.FAILED:
        raise typer.Exit(FAILED)


def _as_json(findings: Sequence[Finding]) -> str:
    language = terminal_language()
    told = [
        {
            "name": each.name,
            "status": each.grade.value,
            "text": each.sentence(language),
            **each.arguments,
        }
        for each in findings
    ]
    whole = {"status": worst(findings).value, "version": version(), "checks": told}
    return json.dumps(whole, ensure_ascii=False)
