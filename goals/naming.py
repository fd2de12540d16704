"""What a body is called: its name, and the other names that documents and people use for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from goals.errors import BodyNotThereError, NameMissingError, NameTakenError
from goals.goal import Body
from goals.ports import OpenLedger
from goals.record import Record


async def rename_body(
    called: str,
    name: str,
    *,
    tenant: str,
    by: str | None,
    open_ledger: OpenLedger,
    now: datetime,
) -> Body:
    """Give a body another name; the old one becomes an alias, so that older papers find it.

    Raises BodyNotThereError, NameMissingError or NameTakenError.
    """
    async with open_ledger(tenant, now=now) as ledger:
        record = await ledger.record()
        body = _body(record, called)
        name = _free_name(record, body, name)
        aliases = tuple(each for each in (*body.aliases, body.name) if not _same(each, name))
        renamed = replace(body, name=name, aliases=tuple(dict.fromkeys(aliases)))
        if renamed != body:
            await ledger.change_body(renamed, by=by)
    return renamed


async def add_alias(
    called: str,
    alias: str,
    *,
    tenant: str,
    by: str | None,
    open_ledger: OpenLedger,
    now: datetime,
) -> bool:
    """Let a body be known by one more name; False where it is already.

    Raises BodyNotThereError, NameMissingError or NameTakenError.
    """
    async with open_ledger(tenant, now=now) as ledger:
        record = await ledger.record()
        body = _body(record, called)
        alias = _free_name(record, body, alias)
        if body.is_called(alias):
            return False
        await ledger.change_body(replace(body, aliases=(*body.aliases, alias)), by=by)
    return True


async def remove_alias(
    called: str,
    alias: str,
    *,
    tenant: str,
    by: str | None,
    open_ledger: OpenLedger,
    now: datetime,
) -> bool:
    """Let a body no longer be known by an alias; False where it is none. BodyNotThereError."""
    async with open_ledger(tenant, now=now) as ledger:
        body = _body(await ledger.record(), called)
        kept = tuple(each for each in body.aliases if not _same(each, alias))
        if kept == body.aliases:
            return False
        await ledger.change_body(replace(body, aliases=kept), by=by)
    return True


def _body(record: Record, called: str) -> Body:
    body = record.body_called(called)
    if body is None:
        raise BodyNotThereError(
            body=called, bodies=", ".join(each.code for each in record.bodies) or "–"
        )
    return body


def _free_name(record: Record, body: Body, name: str) -> str:
    name = " ".join(name.split())
    if not name:
        raise NameMissingError
    other = record.body_called(name)
    if other is not None and other.code != body.code:
        raise NameTakenError(name=name, body=other.code)
    return name


def _same(one: str, other: str) -> bool:
    return " ".join(one.casefold().split()) == " ".join(other.casefold().split())
