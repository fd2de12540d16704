"""What Alembic runs for each command. The connection is always handed in: storage/migrate.py."""

from __future__ import annotations

from alembic import context

from storage.tables import metadata

# The transaction and the lock are the caller's, so that all of an upgrade happens, or none of it.
# A batch rebuilds a table where SQLite cannot alter it, and loses the table's triggers: the
# revision that does so puts them back (a test looks).
context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
context.run_migrations()
