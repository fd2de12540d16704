"""ask: a question is answered from the database."""

from __future__ import annotations

import json
import sys
from typing import Annotated, Any

import typer

from bot.app import utc_now
from bot.commands.terminal import TenantOption, opened, run
from dialogs.answer import Answer, Quoted
from dialogs.answer_question import answer_all
from dialogs.answer_question import ask as ask_text
from dialogs.understanding import vocabulary
from goals.actor import Actor
from goals.local_time import STOCKHOLM


def ask(
    question: Annotated[list[str] | None, typer.Argument(help="The question.")] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
    explain: Annotated[bool, typer.Option("--explain", help="Also how it was understood.")] = False,
    tenant: TenantOption = None,
) -> None:
    """Answer a question; without one, each line of standard input."""
    run(_ask(" ".join(question) if question else None, tenant, as_json=as_json, explain=explain))


async def _ask(question: str | None, tenant: str | None, *, as_json: bool, explain: bool) -> None:
    async with opened(tenant, with_example=True) as (memory, chosen):
        record = await memory.reader.record(chosen)
        words = vocabulary.shipped()
        lines = [question] if question is not None else _lines_of_standard_input()
        for number, line in enumerate(lines):
            asked = ask_text(
                line,
                record,
                actor=Actor(chosen, ""),
                today=utc_now().astimezone(STOCKHOLM).date(),
                vocabulary=words,
            )
            answer = await answer_all(asked, memory=memory.dialogs)
            if as_json:
                typer.echo(
                    json.dumps(_answer_json(line, answer, explain=explain), ensure_ascii=False)
                )
                continue
            if number:
                typer.echo("\n" + "─" * 40 + "\n")
            typer.echo(answer.text)
            if explain:
                typer.echo("\n" + "\n".join(f"  {step}" for step in answer.why))


def _lines_of_standard_input() -> list[str]:
    """Each line; bytes that are not UTF-8 are shown as such and never stop the others."""
    return sys.stdin.buffer.read().decode("utf-8-sig", "replace").splitlines()


def _answer_json(question: str, answer: Answer, *, explain: bool) -> dict[str, Any]:
    whole: dict[str, Any] = {
        "question": question,
        "language": answer.language,
        "intent": answer.intent.value,
        "body": answer.body,
        "year": answer.year,
        "status": answer.status,
        "quoted": [_quoted_json(each) for each in answer.quoted],
        "suggested": [_quoted_json(each) for each in answer.suggested],
        "text": answer.text,
    }
    if explain:
        whole["why"] = list(answer.why)
    return whole


def _quoted_json(item: Quoted) -> dict[str, Any]:
    return {
        "kind": item.kind.value,
        "body": item.body,
        "number": item.number,
        "year": item.year,
        "text": item.text,
    }
