"""What a municipality has been given so far, and what it still lacks to be of use."""

from __future__ import annotations

from collections.abc import Sequence

from dialogs.health import Finding, Grade
from goals.actor import Person, Role
from goals.ports import GoalReader, Memory
from goals.record import Record
from goals.unit import Unit, joined
from storage.tenants import Tenant


async def tenant_state(
    tenant: Tenant, template: str | None, *, reader: GoalReader, memory: Memory
) -> Sequence[Finding]:
    """A finding for each thing, in the order in which they are set up.

    `template`: what the Word file is called that papers are written in.
    """
    record, people = await reader.record(tenant.id), await memory.people(tenant.id)
    async with memory.register(tenant.id) as register:
        units = joined(await register.units())
    return [
        _name(tenant),
        _admins(people),
        *_bodies(record, people),
        *_units(units),
        Finding("holidays", Grade.OK, "tenant-holidays", {"count": len(record.own_days)}),
        Finding("template", Grade.OK, "tenant-template", {"file": template})
        if template
        else Finding("template", Grade.OK, "tenant-no-template"),
    ]


def _name(tenant: Tenant) -> Finding:
    if not tenant.is_named:
        return Finding("name", Grade.WARNING, "tenant-unnamed", {"tenant": tenant.id})
    told = {"name": tenant.name, "tenant": tenant.id, "spoken": tenant.language}
    return Finding("name", Grade.OK, "tenant-named", told)


def _admins(people: Sequence[Person]) -> Finding:
    count = sum(any(grant.role is Role.ADMIN for grant in each.grants) for each in people)
    if not count:
        return Finding("admins", Grade.WARNING, "tenant-no-admin")
    return Finding("admins", Grade.OK, "tenant-admins", {"count": count})


def _bodies(record: Record, people: Sequence[Person]) -> Sequence[Finding]:
    if not record.bodies:
        return [Finding("bodies", Grade.WARNING, "tenant-no-body")]
    codes = [each.code for each in record.bodies]
    kept = {grant.body for each in people for grant in each.grants if grant.role is Role.SECRETARY}
    alone = [] if None in kept else [code for code in codes if code not in kept]
    found = [Finding("bodies", Grade.OK, "tenant-bodies", {"bodies": ", ".join(codes)})]
    if alone:
        told = {"bodies": ", ".join(alone)}
        found.append(Finding("secretaries", Grade.WARNING, "tenant-no-secretary", told))
    return found


def _units(units: Sequence[Unit]) -> Sequence[Finding]:
    if not units:
        return []
    unreached = [unit.name for unit in units if not unit.usable]
    if not unreached:
        return [Finding("units", Grade.OK, "tenant-units", {"count": len(units)})]
    told = {"units": ", ".join(unreached)}
    return [Finding("units", Grade.WARNING, "tenant-units-unreached", told)]
