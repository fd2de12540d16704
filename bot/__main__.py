"""python -m bot …: serve, chat, ask, import, export, and what is set up (see --help)."""

from __future__ import annotations

import sys

import structlog
import typer

from bot.commands.asking import ask
from bot.commands.backing_up import backup, restore_backup
from bot.commands.bodies import bodies
from bot.commands.checking import check
from bot.commands.exporting import exports
from bot.commands.importing import import_
from bot.commands.manifest import manifests
from bot.commands.people import people
from bot.commands.roles import roles
from bot.commands.sending import sending
from bot.commands.serving import chat, serve
from bot.commands.strategies import strategies
from bot.commands.tenants import tenants
from bot.commands.units import units
from bot.commands.verifying import verify
from bot.commands.words import own_words

app = typer.Typer(
    name="delmal",
    help="Delmål: frågor om kommunens mål besvaras ordagrant, med källa.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command()(serve)
app.command()(chat)
app.command()(ask)
app.command("import")(import_)
app.command()(check)
app.command()(backup)
app.command("restore")(restore_backup)
app.command()(verify)
app.add_typer(exports, name="export")
app.add_typer(roles, name="role")
app.add_typer(people, name="person")
app.add_typer(tenants, name="tenant")
app.add_typer(units, name="unit")
app.add_typer(sending, name="sending")
app.add_typer(bodies, name="body")
app.add_typer(strategies, name="strategy")
app.add_typer(own_words, name="vocabulary")
app.add_typer(manifests, name="manifest")


def main() -> None:
    """Run a command. Swedish letters are printed whatever the terminal's own encoding is."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
    # Standard output is the command's answer, which a program may read.
    structlog.configure(logger_factory=structlog.PrintLoggerFactory(sys.stderr))
    app()


if __name__ == "__main__":
    main()
