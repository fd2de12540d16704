"""How units are reached, what they are told of decisions, and who follows a body.

Revision ID: 0010
Revises: 0009
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Upgrade both SQLite and PostgreSQL. There is no way down: a backup is."""
    _units()
    _notices()
    op.create_table(
        "follower",
        _text("tenant"),
        _text("body"),
        _text("object_id"),
        _moment("since"),
        sa.PrimaryKeyConstraint("tenant", "body", "object_id"),
        sa.ForeignKeyConstraint(["tenant", "body"], ["body.tenant", "body.code"]),
    )
    op.create_table(
        "freeze",
        _text("tenant"),
        _text("reason"),
        _optional("by_object_id"),
        _moment("at"),
        sa.PrimaryKeyConstraint("tenant"),
        sa.ForeignKeyConstraint(["tenant"], ["tenant.id"]),
    )


def _units() -> None:
    op.create_table(
        "channel",
        _text("tenant"),
        _text("conversation_id"),
        _text("service_url"),
        _text("bot_id"),
        _optional("team_id"),
        _optional("name"),
        _optional("team_name"),
        _moment("reached_at"),
        sa.PrimaryKeyConstraint("tenant", "conversation_id"),
        sa.ForeignKeyConstraint(["tenant"], ["tenant.id"]),
    )
    op.create_table(
        "unit_address",
        _text("tenant"),
        _text("id"),
        _text("unit"),
        _word("kind"),
        _text("value"),
        _text("label"),
        sa.Column("place", sa.Integer(), nullable=False),
        _word("state"),
        _optional("by_object_id"),
        _optional("confirmed_by"),
        _optional("reason"),
        _moment("at"),
        sa.PrimaryKeyConstraint("tenant", "id"),
        sa.ForeignKeyConstraint(["tenant", "unit"], ["unit.tenant", "unit.name"]),
    )
    op.create_index(
        op.f("ix_unit_address_tenant_kind_value"), "unit_address", ["tenant", "kind", "value"]
    )


def _notices() -> None:
    op.create_table(
        "notice",
        _text("tenant"),
        _text("id"),
        _text("body"),
        sa.Column("year", sa.Integer(), nullable=False),
        _text("unit"),
        _word("purpose"),
        _moment("owed_at"),
        _text("by_object_id"),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("acknowledged_at", sa.DateTime(timezone=True)),
        _optional("acknowledged_by"),
        _optional("acknowledged_name"),
        sa.Column("acknowledged_revision", sa.Integer()),
        sa.Column("reminders", sa.Integer(), nullable=False),
        sa.Column("is_rehearsal", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("tenant", "id"),
        sa.ForeignKeyConstraint(["tenant", "body"], ["body.tenant", "body.code"]),
    )
    op.create_index(op.f("ix_notice_tenant_body_year"), "notice", ["tenant", "body", "year"])
    op.create_table(
        "delivery",
        _text("tenant"),
        _text("id"),
        _text("notice"),
        sa.Column("number", sa.Integer(), nullable=False),
        _word("occasion"),
        _word("kind"),
        _text("value"),
        _text("label"),
        _optional("address"),
        _optional("edits"),
        _moment("owed_at"),
        sa.Column("revision", sa.Integer(), nullable=False),
        _word("state"),
        _optional("message_id"),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("ending", sa.String(40)),
        _optional("reason"),
        sa.Column("settled_at", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("tenant", "id"),
        sa.ForeignKeyConstraint(["tenant", "notice"], ["notice.tenant", "notice.id"]),
    )
    op.create_index(op.f("ix_delivery_tenant_notice"), "delivery", ["tenant", "notice"])


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=False)


def _optional(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String())


def _word(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(40), nullable=False)


def _moment(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=False)
