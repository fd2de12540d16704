"""The municipalities that are served."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.exc import IntegrityError
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from goals.errors import TenantUnknownError
from storage.database import EVERY_TENANT, NO_TENANT, Database
from storage.tables import TenantRow

_KNOWN_KEPT = 4096


@dataclass(frozen=True, slots=True)
class Tenant:
    """A municipality, known by its Entra tenant id."""

    id: str
    name: str
    language: str = "sv"

    @property
    def is_named(self) -> bool:
        """Whether anybody has told its name; until then its id stands for it."""
        return self.name != self.id


class Tenants:
    """The municipalities of one database. That one exists is remembered; none is ever removed."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._known: set[str] = set()

    async def add(self, tenant: Tenant, *, now: datetime) -> bool:
        """Begin to serve a municipality; False where it was served already, and left as it was.

        One that is only named in the settings is told its name and language.
        """
        try:
            async with self._database.recording(tenant.id) as session:
                row = await session.get(TenantRow, tenant.id)
                if row is not None:
                    if row.name != row.id or not tenant.is_named:
                        return False
                    row.name, row.language = tenant.name, tenant.language
                    row.revision += 1
                    return True
                session.add(
                    TenantRow(
                        id=tenant.id, name=tenant.name, language=tenant.language, created_at=now
                    )
                )
        except IntegrityError:  # another process was as quick, on PostgreSQL
            return False
        return True

    async def change(self, tenant: str, *, name: str | None, language: str | None) -> bool:
        """Give a municipality another name or language; False where it has them.

        Raises TenantUnknownError.
        """
        async with self._database.recording(tenant) as session:
            row = await lock_tenant(session, tenant)
            wanted = (name or row.name, language or row.language)
            if (row.name, row.language) == wanted:
                return False
            row.name, row.language = wanted
            row.revision += 1
        return True

    async def all(self) -> tuple[Tenant, ...]:
        """Every municipality served, by id."""
        async with self._database.reading(EVERY_TENANT) as session:
            rows = (await session.exec(select(TenantRow))).all()
        return tuple(sorted(map(_tenant, rows), key=lambda tenant: tenant.id))

    async def served(self, tenant: str) -> Tenant:
        """This one. Raises TenantUnknownError."""
        async with self._database.reading(tenant) as session:
            row = await session.get(TenantRow, tenant)
        if row is None:
            raise TenantUnknownError(tenant=tenant)
        return _tenant(row)

    async def exists(self, tenant: str) -> bool:
        """Whether this municipality is served."""
        if tenant in self._known:
            return True
        async with self._database.reading(tenant) as session:
            found = await session.get(TenantRow, tenant) is not None
        if found and len(self._known) < _KNOWN_KEPT:
            self._known.add(tenant)
        return found


def _tenant(row: TenantRow) -> Tenant:
    return Tenant(row.id, row.name, row.language)


async def are_kept_apart(database: Database) -> bool:
    """Whether PostgreSQL's policies bind us: not a superuser, nor who was let past them."""
    async with database.reading(NO_TENANT) as session:
        connection = await session.connection()
        bound = await connection.exec_driver_sql("SELECT row_security_active('tenant')")
        return bool(bound.scalar_one())


async def language_of(database: Database, tenant: str) -> str:
    """The municipality's language; Swedish where it is not served."""
    async with database.reading(tenant) as session:
        row = await session.get(TenantRow, tenant)
        return row.language if row else "sv"


async def lock_tenant(session: AsyncSession, tenant: str) -> TenantRow:
    """One writer at a time in a tenant; raises TenantUnknownError.

    SQLite has one writer in all already. On PostgreSQL the row is locked in the way that lets
    others point at it, so that no turn waits for an import.
    """
    statement = select(TenantRow).where(col(TenantRow.id) == tenant)
    row = (await session.exec(statement.with_for_update(key_share=True))).one_or_none()
    if row is None:
        raise TenantUnknownError(tenant=tenant)
    return row
