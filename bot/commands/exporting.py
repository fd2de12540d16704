"""export matter."""

from __future__ import annotations

import typer

from bot.commands.exporting_matter import export_matter

exports = typer.Typer(help="The record, to take along.", no_args_is_help=True)


@exports.callback()
def export() -> None:
    """The record, to take along."""


exports.command("matter")(export_matter)
