"""The record: tenants, bodies, goals, lists, matters, people and roles; and what was asked.

Revision ID: 0001
Revises: nothing
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_APPEND_ONLY = (
    "goal_set",
    "goal",
    "plan",
    "subgoal",
    "matter",
    "decision_point",
    "matter_recipient",
    "role_change",
)

_REFUSE_IN_SQLITE = """
CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table}
BEGIN
    SELECT RAISE(ABORT, '{table} is append-only: what was recorded is never changed');
END
"""

_REFUSE_IN_POSTGRESQL = """
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only: what was recorded is never changed', TG_TABLE_NAME;
END
$$
"""


def upgrade() -> None:
    """Upgrade both SQLite and PostgreSQL. There is no way down: a backup is."""
    _tenants_and_people()
    _versions("goal_set", "first_year", "last_year")
    op.create_table("goal", *_child_columns("goal_set"), _text("text"), _text("code", needed=False))
    _versions(
        "plan",
        "year",
        columns=(_word("status"), sa.Column("last_appeal_day", sa.Date())),
    )
    op.create_table("subgoal", *_child_columns("plan"), _text("text"), _text("code", needed=False))
    _versions(
        "matter",
        "year",
        columns=(_text("title"), _word("state"), _text("officer", needed=False)),
    )
    op.create_table("decision_point", *_child_columns("matter"), _text("text"))
    op.create_table(
        "matter_recipient",
        *_child_columns("matter"),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        _text("name"),
        sa.ForeignKeyConstraint(["tenant", "unit_id"], ["unit.tenant", "unit.id"]),
    )
    _refuse_changes()


def _tenants_and_people() -> None:
    op.create_table(
        "tenant",
        _text("id"),
        _text("name"),
        _text("language"),
        sa.Column("revision", sa.Integer(), nullable=False),
        _time("created_at"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "body",
        _text("tenant"),
        _text("code"),
        _text("name"),
        sa.Column("aliases", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("tenant", "code"),
        _of_tenant(),
    )
    op.create_table(
        "unit",
        sa.Column("id", sa.Integer(), nullable=False),
        _text("tenant"),
        _text("name"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("tenant", "id"),
        sa.UniqueConstraint("tenant", "name"),
        _of_tenant(),
    )
    op.create_table(
        "person",
        _text("tenant"),
        _text("object_id"),
        _text("language", needed=False),
        _text("default_body", needed=False),
        sa.PrimaryKeyConstraint("tenant", "object_id"),
        _of_tenant(),
        sa.ForeignKeyConstraint(["tenant", "default_body"], ["body.tenant", "body.code"]),
    )
    op.create_table(
        "role_change",
        sa.Column("id", sa.Integer(), nullable=False),
        _text("tenant"),
        _text("body", needed=False),
        _text("object_id"),
        _word("role"),
        _word("action"),
        _text("by_object_id", needed=False),
        _time("at"),
        sa.PrimaryKeyConstraint("id"),
        _of_tenant(),
    )
    op.create_index(op.f("ix_role_change_tenant_object_id"), "role_change", ["tenant", "object_id"])
    op.create_table(
        "answered_activity",
        _text("tenant"),
        _text("activity_id"),
        _time("at"),
        sa.PrimaryKeyConstraint("tenant", "activity_id"),
        _of_tenant(),
    )
    op.create_index(op.f("ix_answered_activity_at"), "answered_activity", ["at"])
    _questions()


def _questions() -> None:
    op.create_table(
        "conversation_context",
        _text("tenant"),
        _text("conversation"),
        _text("object_id"),
        _text("value"),
        _time("expires_at"),
        sa.PrimaryKeyConstraint("tenant", "conversation", "object_id"),
        _of_tenant(),
    )
    op.create_index(
        op.f("ix_conversation_context_expires_at"), "conversation_context", ["expires_at"]
    )
    op.create_table(
        "tenant_word",
        _text("tenant"),
        _text("word"),
        _text("means"),
        _text("by_object_id", needed=False),
        _time("at"),
        sa.PrimaryKeyConstraint("tenant", "word"),
        _of_tenant(),
    )
    op.create_table(
        "question_gap",
        _text("tenant"),
        _text("word"),
        _text("person"),
        _time("at"),
        sa.PrimaryKeyConstraint("tenant", "word", "person"),
        _of_tenant(),
    )
    op.create_index(op.f("ix_question_gap_at"), "question_gap", ["at"])


def _versions(table: str, *years: str, columns: tuple[sa.Column[Any], ...] = ()) -> None:
    """Make a table of versions of something that a source states for the year or the years."""
    op.create_table(
        table,
        sa.Column("id", sa.Integer(), nullable=False),
        _text("tenant"),
        _text("body"),
        *(sa.Column(year, sa.Integer(), nullable=len(years) > 1) for year in years),
        sa.Column("version", sa.Integer(), nullable=False),
        *columns,
        _text("source_document", needed=False),
        _text("source_digest", needed=False),
        _text("source_dnr", needed=False),
        sa.Column("source_date", sa.Date()),
        _text("source_paragraph", needed=False),
        _time("recorded_at"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("tenant", "body", *years, "version"),
        sa.UniqueConstraint("tenant", "body", "id"),
        sa.ForeignKeyConstraint(["tenant", "body"], ["body.tenant", "body.code"]),
    )


def _child_columns(parent: str) -> tuple[sa.schema.SchemaItem, ...]:
    return (
        sa.Column(f"{parent}_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        _text("tenant"),
        _text("body"),
        sa.PrimaryKeyConstraint(f"{parent}_id", "number"),
        sa.ForeignKeyConstraint(
            ["tenant", "body", f"{parent}_id"],
            [f"{parent}.tenant", f"{parent}.body", f"{parent}.id"],
        ),
    )


def _text(name: str, *, needed: bool = True) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=not needed)


def _word(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(40), nullable=False)


def _time(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=False)


def _of_tenant() -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["tenant"], ["tenant.id"])


def _refuse_changes() -> None:
    if op.get_context().dialect.name == "sqlite":
        for table in _APPEND_ONLY:
            for verb in ("update", "delete"):
                op.execute(_REFUSE_IN_SQLITE.format(table=table, verb=verb))
        return
    op.execute(_REFUSE_IN_POSTGRESQL)
    for table in _APPEND_ONLY:
        op.execute(
            f"CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )
