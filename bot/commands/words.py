"""vocabulary add|remove|list|gaps."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.app import utc_now
from bot.commands.terminal import TenantOption, opened, run, said
from goals.words import FrequentGap, TaughtWord
from storage.gaps import frequent_gaps
from storage.words import forget_word, teach_word, tenant_words

own_words = typer.Typer(help="The municipality's own words.", no_args_is_help=True)
WordArgument = Annotated[str, typer.Argument(metavar="WORD", help="A word or phrase.")]


@own_words.command("add")
def add_word(
    word: WordArgument,
    means: Annotated[
        list[str], typer.Option("--means", metavar="WORD", help="What it means; may be repeated.")
    ],
    tenant: TenantOption = None,
) -> None:
    """Teach a word, or change what it means."""
    taught = run(_add_word(word, ", ".join(means), tenant))
    typer.echo(said("cli-word-added" if taught else "cli-word-unchanged"))


async def _add_word(word: str, means: str, tenant: str | None) -> bool:
    async with opened(tenant, with_example=False) as (memory, chosen):
        return await teach_word(
            memory.database, tenant=chosen, word=word, means=means, by=None, now=utc_now()
        )


@own_words.command("remove")
def remove_word(word: WordArgument, tenant: TenantOption = None) -> None:
    """Forget a word."""
    forgotten = run(_remove_word(word, tenant))
    typer.echo(said("cli-word-removed" if forgotten else "cli-word-not-taught"))


async def _remove_word(word: str, tenant: str | None) -> bool:
    async with opened(tenant, with_example=False) as (memory, chosen):
        return await forget_word(memory.database, tenant=chosen, word=word)


@own_words.command("list")
def list_words(tenant: TenantOption = None) -> None:
    """The words that were taught, and what each means."""
    for each in run(_words_of(tenant)):
        typer.echo(f"{each.word}\t{each.means}")


async def _words_of(tenant: str | None) -> tuple[TaughtWord, ...]:
    async with opened(tenant, with_example=False) as (memory, chosen):
        return await tenant_words(memory.database, chosen)


@own_words.command("gaps")
def list_gaps(tenant: TenantOption = None) -> None:
    """The words that three people or more asked with in vain, and how many people."""
    gaps = run(_gaps_of(tenant))
    if not gaps:
        typer.echo(said("gaps-none"), err=True)
    for each in gaps:
        typer.echo(f"{each.word}\t{each.people}")


async def _gaps_of(tenant: str | None) -> tuple[FrequentGap, ...]:
    async with opened(tenant, with_example=False) as (memory, chosen):
        return await frequent_gaps(memory.database, chosen)
