"""Columns and constraints only. Values are validated before they become rows.

Every row of a record names its tenant and its body. What was recorded (APPEND_ONLY) is never
changed: the migrations put triggers on those tables that refuse it, in both databases.
A numeric id is None until the database has given it.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Any, ClassVar

from sqlalchemy import JSON, Enum, ForeignKeyConstraint, Index, MetaData, UniqueConstraint
from sqlmodel import Field, SQLModel

from goals.actor import Role
from goals.draft import DraftTold
from goals.matter import MatterState
from goals.note import AddressKind, Ending, NoteState
from goals.notice import DeliveryState, Occasion, Purpose
from goals.pending import PendingState
from goals.plan import PlanStatus
from goals.proposal import Meeting, ProposalKind
from goals.unit import AddressState

APPEND_ONLY = (
    "goal_set",
    "goal",
    "plan",
    "subgoal",
    "matter",
    "decision_point",
    "matter_recipient",
    "role_change",
    "proposal",
    "proposal_version",
    "event",
    "body_change",
    "strategy_change",
    "extract",
)


class StrategyAction(StrEnum):
    """What was done with a strategy."""

    ADDED = "added"
    REMOVED = "removed"


class RoleAction(StrEnum):
    """What was done with a role."""

    GRANTED = "granted"
    REVOKED = "revoked"


def _words_of(enum: type[StrEnum]) -> Enum:
    """Text in the database: the values, not the names, and no CHECK that new members fail on."""
    return Enum(
        enum,
        native_enum=False,
        create_constraint=False,
        length=40,
        values_callable=lambda members: [member.value for member in members],
    )


def _of_body() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["tenant", "body"], ["body.tenant", "body.code"])


def _of_parent(table: str) -> ForeignKeyConstraint:
    """The parent, and the same tenant and body as the parent."""
    return ForeignKeyConstraint(
        ["tenant", "body", f"{table}_id"], [f"{table}.tenant", f"{table}.body", f"{table}.id"]
    )


class _Row(SQLModel):
    metadata: ClassVar[MetaData] = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


metadata = _Row.metadata


class TenantRow(_Row, table=True):
    """A municipality that is served."""

    __tablename__ = "tenant"

    id: str = Field(primary_key=True)
    """The Entra tenant id."""
    name: str
    language: str = "sv"
    revision: int = 0
    """Rises by one with each transaction that recorded something."""
    created_at: dt.datetime


class BodyRow(_Row, table=True):
    """A nämnd or a kommunstyrelse."""

    __tablename__ = "body"

    tenant: str = Field(primary_key=True, foreign_key="tenant.id")
    code: str = Field(primary_key=True)
    name: str
    aliases: list[str] = Field(default_factory=list, sa_type=JSON)


class BodyChangeRow(_Row, table=True):
    """A body got another name, or other aliases: what holds since then."""

    __tablename__ = "body_change"
    __table_args__ = (_of_body(),)

    id: int = Field(default=None, primary_key=True)
    tenant: str
    body: str
    name: str
    aliases: list[str] = Field(default_factory=list, sa_type=JSON)
    by_object_id: str | None = None
    """None when it was done at the server's own command line."""
    at: dt.datetime


class StrategyChangeRow(_Row, table=True):
    """A strategy entered or removed. The newest change for a body and name is what holds."""

    __tablename__ = "strategy_change"
    __table_args__ = (_of_body(), Index(None, "tenant"))

    id: int = Field(default=None, primary_key=True)
    tenant: str
    body: str
    name: str
    link: str | None = None
    date: dt.date | None = None
    """Of the decision on it."""
    paragraph: str | None = None
    action: StrategyAction = Field(sa_type=_words_of(StrategyAction))
    by_object_id: str | None = None
    """None when it was done at the server's own command line, or by an import."""
    at: dt.datetime


class _VersionRow(_Row):
    """One version of something that a source states."""

    id: int = Field(default=None, primary_key=True)
    tenant: str
    body: str
    version: int
    source_document: str | None = None
    source_digest: str | None = None
    source_dnr: str | None = None
    source_date: dt.date | None = None
    source_paragraph: str | None = None
    source_base: str | None = None
    recorded_at: dt.datetime


class _WordingRow(_Row):
    """One wording of a list, and where in the source it stands."""

    number: int = Field(primary_key=True)
    tenant: str
    body: str
    text: str
    code: str | None = None
    under: str | None = None
    line: int | None = None
    page: int | None = None
    by_hand: bool = False


class GoalSetRow(_VersionRow, table=True):
    """One version of a body's goals for a period."""

    __tablename__ = "goal_set"
    __table_args__ = (
        _of_body(),
        UniqueConstraint("tenant", "body", "first_year", "last_year", "version"),
        UniqueConstraint("tenant", "body", "id"),
    )

    first_year: int | None = None
    last_year: int | None = None


class GoalRow(_WordingRow, table=True):
    """A goal in a set of goals."""

    __tablename__ = "goal"
    __table_args__ = (_of_parent("goal_set"),)

    goal_set_id: int = Field(primary_key=True)


class PlanRow(_VersionRow, table=True):
    """One version of a body's list for a year."""

    __tablename__ = "plan"
    __table_args__ = (
        _of_body(),
        UniqueConstraint("tenant", "body", "year", "version"),
        UniqueConstraint("tenant", "body", "id"),
    )

    year: int
    status: PlanStatus = Field(sa_type=_words_of(PlanStatus))
    last_appeal_day: dt.date | None = None


class SubgoalRow(_WordingRow, table=True):
    """A sub-goal in a year's list."""

    __tablename__ = "subgoal"
    __table_args__ = (_of_parent("plan"),)

    plan_id: int = Field(primary_key=True)
    was_year: int | None = None
    was_number: int | None = None


class MatterRow(_VersionRow, table=True):
    """One version of a body's matter of a year."""

    __tablename__ = "matter"
    __table_args__ = (
        _of_body(),
        UniqueConstraint("tenant", "body", "year", "version"),
        UniqueConstraint("tenant", "body", "id"),
    )

    year: int
    title: str
    state: MatterState = Field(sa_type=_words_of(MatterState))
    officer: str | None = None
    opens_at: dt.datetime | None = None
    closes_at: dt.datetime | None = None
    based_on: int | None = None
    """The year of the list that it starts from."""
    entered: list[str] = Field(default_factory=list, sa_type=JSON)
    """Which of its columns a person has typed in here, by the names of goals.matter.Entered."""


class DecisionPointRow(_Row, table=True):
    """A point of the decision that a matter proposes or records."""

    __tablename__ = "decision_point"
    __table_args__ = (_of_parent("matter"),)

    matter_id: int = Field(primary_key=True)
    number: int = Field(primary_key=True)
    tenant: str
    body: str
    text: str


class UnitRow(_Row, table=True):
    """A unit that can be told of decisions."""

    __tablename__ = "unit"
    __table_args__ = (UniqueConstraint("tenant", "name"), UniqueConstraint("tenant", "id"))

    id: int = Field(default=None, primary_key=True)
    tenant: str = Field(foreign_key="tenant.id")
    name: str


class UnitAddressRow(_Row, table=True):
    """One way of reaching a unit."""

    __tablename__ = "unit_address"
    __table_args__ = (
        ForeignKeyConstraint(["tenant", "unit"], ["unit.tenant", "unit.name"]),
        Index(None, "tenant", "kind", "value"),
    )

    tenant: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    unit: str
    kind: AddressKind = Field(sa_type=_words_of(AddressKind))
    value: str
    label: str
    place: int
    state: AddressState = Field(sa_type=_words_of(AddressState))
    by_object_id: str | None = None
    """None when it was done at the server's own command line."""
    confirmed_by: str | None = None
    reason: str | None = None
    at: dt.datetime
    """Of the last change."""


class ChannelRow(_Row, table=True):
    """A Teams channel that the bot has been spoken to in by who registered it for a unit."""

    __tablename__ = "channel"

    tenant: str = Field(primary_key=True, foreign_key="tenant.id")
    conversation_id: str = Field(primary_key=True)
    service_url: str
    bot_id: str
    team_id: str | None = None
    name: str | None = None
    """Of the channel, as Teams told it."""
    team_name: str | None = None
    reached_at: dt.datetime


class NoticeRow(_Row, table=True):
    """What one unit is to know of one decision."""

    __tablename__ = "notice"
    __table_args__ = (_of_body(), Index(None, "tenant", "body", "year"))

    tenant: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    body: str
    year: int
    unit: str
    purpose: Purpose = Field(sa_type=_words_of(Purpose))
    owed_at: dt.datetime
    by_object_id: str
    revision: int = 1
    acknowledged_at: dt.datetime | None = None
    acknowledged_by: str | None = None
    acknowledged_name: str | None = None
    acknowledged_revision: int | None = None
    reminders: int = 0
    is_rehearsal: bool = False


class DeliveryRow(_Row, table=True):
    """One message about a notice, to one address."""

    __tablename__ = "delivery"
    __table_args__ = (
        ForeignKeyConstraint(["tenant", "notice"], ["notice.tenant", "notice.id"]),
        Index(None, "tenant", "notice"),
    )

    tenant: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    notice: str
    number: int
    """Its place among those of the notice, from 1."""
    occasion: Occasion = Field(sa_type=_words_of(Occasion))
    kind: AddressKind = Field(sa_type=_words_of(AddressKind))
    value: str
    label: str
    address: str | None = None
    edits: str | None = None
    owed_at: dt.datetime
    revision: int
    state: DeliveryState = Field(sa_type=_words_of(DeliveryState))
    message_id: str | None = None
    attempts: int = 0
    ending: Ending | None = Field(default=None, sa_type=_words_of(Ending))
    reason: str | None = None
    settled_at: dt.datetime | None = None


class FollowerRow(_Row, table=True):
    """Somebody who wants to be told when a body's decision is adjusted."""

    __tablename__ = "follower"
    __table_args__ = (_of_body(),)

    tenant: str = Field(primary_key=True)
    body: str = Field(primary_key=True)
    object_id: str = Field(primary_key=True)
    since: dt.datetime


class FreezeRow(_Row, table=True):
    """Nothing is sent to the tenant's units, while this row is there."""

    __tablename__ = "freeze"

    tenant: str = Field(primary_key=True, foreign_key="tenant.id")
    reason: str
    by_object_id: str | None = None
    at: dt.datetime


class MatterRecipientRow(_Row, table=True):
    """A unit that shall get the decision, named as the source names it."""

    __tablename__ = "matter_recipient"
    __table_args__ = (
        _of_parent("matter"),
        ForeignKeyConstraint(["tenant", "unit_id"], ["unit.tenant", "unit.id"]),
    )

    matter_id: int = Field(primary_key=True)
    number: int = Field(primary_key=True)
    tenant: str
    body: str
    unit_id: int
    name: str
    """Kept here too: a unit that changes its name was still told under the old one."""


class PersonRow(_Row, table=True):
    """What a person has chosen for themself, and where they can be reached."""

    __tablename__ = "person"
    __table_args__ = (
        ForeignKeyConstraint(["tenant", "default_body"], ["body.tenant", "body.code"]),
    )

    tenant: str = Field(primary_key=True, foreign_key="tenant.id")
    object_id: str = Field(primary_key=True)
    language: str | None = None
    default_body: str | None = None
    name: str | None = None
    """As Teams shows it."""
    service_url: str | None = None
    conversation_id: str | None = None
    """Of their own chat with the bot; None until there is one."""
    bot_id: str | None = None
    user_id: str | None = None
    """What Teams calls them, "29:…"."""
    reached_at: dt.datetime | None = None
    """When the address was learned."""


class OutboxRow(_Row, table=True):
    """A note that is owed to somebody, and what became of it."""

    __tablename__ = "outbox"
    __table_args__ = (Index(None, "tenant", "address_kind", "address"),)

    id: int = Field(default=None, primary_key=True)
    tenant: str = Field(foreign_key="tenant.id")
    address_kind: AddressKind = Field(sa_type=_words_of(AddressKind))
    address: str
    kind: str
    arguments: dict[str, str | int] = Field(sa_type=JSON)
    body: str | None = None
    year: int | None = None
    button: dict[str, Any] | None = Field(default=None, sa_type=JSON(none_as_null=True))
    batch: str = ""
    owed_at: dt.datetime
    due_at: dt.datetime | None = Field(default=None, index=True)
    """When it is to be taken up; while a process has it, when its lease lapses; then None."""
    state: NoteState = Field(default=NoteState.OWED, sa_type=_words_of(NoteState))
    claim: str | None = None
    attempts: int = 0
    reason: str | None = None
    """Why it was postponed or given up."""
    delivery_id: str | None = None
    """What Teams calls the message, or a letter's Message-ID."""
    finished_at: dt.datetime | None = None
    delivery: str | None = None
    """The delivery that it is part of."""
    parts: int = 0
    """How many parts of its message have arrived."""


class RoleChangeRow(_Row, table=True):
    """A role given or taken. The newest change for a person, role and body is what holds."""

    __tablename__ = "role_change"
    __table_args__ = (Index(None, "tenant", "object_id"),)

    id: int = Field(default=None, primary_key=True)
    tenant: str = Field(foreign_key="tenant.id")
    body: str | None = None
    """None is every body. May be a body that has not recorded anything yet."""
    object_id: str
    role: Role = Field(sa_type=_words_of(Role))
    action: RoleAction = Field(sa_type=_words_of(RoleAction))
    by_object_id: str | None = None
    """None when it was done at the server's own command line."""
    at: dt.datetime


class DraftRow(_Row, table=True):
    """What an author has typed and not submitted; the only thing of a matter that may go."""

    __tablename__ = "draft"
    __table_args__ = (_of_body(), Index(None, "tenant", "author"))

    tenant: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    body: str
    year: int
    author: str
    typed: dict[str, str] = Field(sa_type=JSON)
    base_year: int | None = None
    base_version: int | None = None
    target_text: str | None = None
    completes: str | None = None
    told: DraftTold | None = Field(default=None, sa_type=_words_of(DraftTold))
    updated_at: dt.datetime = Field(index=True)


class ProposalRow(_Row, table=True):
    """A submitted proposal: its place in the series, and who made it."""

    __tablename__ = "proposal"
    __table_args__ = (
        _of_body(),
        UniqueConstraint("tenant", "body", "year", "serial"),
        Index(None, "tenant", "author"),
    )

    tenant: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    body: str
    year: int
    serial: int
    author: str
    role: Role = Field(sa_type=_words_of(Role))


class ProposalVersionRow(_Row, table=True):
    """One frozen version of a proposal."""

    __tablename__ = "proposal_version"
    __table_args__ = (
        ForeignKeyConstraint(["tenant", "proposal_id"], ["proposal.tenant", "proposal.id"]),
    )

    tenant: str = Field(primary_key=True)
    proposal_id: str = Field(primary_key=True)
    number: int = Field(primary_key=True)
    kind: ProposalKind = Field(sa_type=_words_of(ProposalKind))
    target_year: int | None = None
    target_number: int | None = None
    target_code: str | None = None
    target_text: str | None = None
    text: str | None = None
    goal_number: int | None = None
    goal_text: str | None = None
    motivation: str
    consequences: str | None = None
    by_object_id: str
    at: dt.datetime


class EventRow(_Row, table=True):
    """One thing that was done. Each has the digest of the one before it in its own."""

    __tablename__ = "event"
    __table_args__ = (_of_body(), Index(None, "tenant", "proposal_id"))

    tenant: str = Field(primary_key=True)
    place: int = Field(primary_key=True)
    """In the tenant's chain, from 1, without a gap."""
    at: dt.datetime
    what: str
    by_object_id: str | None = None
    role: Role | None = Field(default=None, sa_type=_words_of(Role))
    body: str
    year: int
    proposal_id: str | None = None
    state: str | None = None
    data: dict[str, str | int | None] = Field(sa_type=JSON)
    digest: str


class MinutesRow(_Row, table=True):
    """What is noted of a matter at a meeting, until it is recorded and the row goes."""

    __tablename__ = "minutes"
    __table_args__ = (_of_body(),)

    tenant: str = Field(primary_key=True)
    body: str = Field(primary_key=True)
    year: int = Field(primary_key=True)
    meeting: Meeting = Field(primary_key=True, sa_type=_words_of(Meeting))
    version: int
    noted: dict[str, Any] = Field(sa_type=JSON)


class PaceRow(_Row, table=True):
    """From when on a tenant or a conversation takes more; PostgreSQL's, for all processes."""

    __tablename__ = "pace"

    key: str = Field(primary_key=True)
    next_at: dt.datetime = Field(index=True)


class ExtractRow(_Row, table=True):
    """A certified extract of the minutes, as it was sent; its event has its digest."""

    __tablename__ = "extract"
    __table_args__ = (_of_body(),)

    tenant: str = Field(primary_key=True)
    body: str = Field(primary_key=True)
    year: int = Field(primary_key=True)
    number: int = Field(primary_key=True)
    name: str
    content: bytes
    by_object_id: str
    at: dt.datetime


class LinkKeyRow(_Row, table=True):
    """The key that links to papers are signed with: one row, shared by every process."""

    __tablename__ = "link_key"

    id: int = Field(default=None, primary_key=True)
    key: bytes
    made_at: dt.datetime


class AnsweredActivityRow(_Row, table=True):
    """An activity that was taken on, kept for a day so that a redelivery is not answered."""

    __tablename__ = "answered_activity"

    tenant: str = Field(primary_key=True, foreign_key="tenant.id")
    activity_id: str = Field(primary_key=True)
    at: dt.datetime = Field(index=True)


class ConversationContextRow(_Row, table=True):
    """What a follow-up question goes on from: codes and numbers, no text, and for a short while."""

    __tablename__ = "conversation_context"

    tenant: str = Field(primary_key=True, foreign_key="tenant.id")
    conversation: str = Field(primary_key=True)
    object_id: str = Field(primary_key=True)
    value: str
    expires_at: dt.datetime = Field(index=True)


class OwnDayRow(_Row, table=True):
    """A day that a municipality has free besides the holidays."""

    __tablename__ = "own_day"

    tenant: str = Field(primary_key=True, foreign_key="tenant.id")
    day: dt.date = Field(primary_key=True)
    name: str
    is_public: bool = False


class PaperTemplateRow(_Row, table=True):
    """The Word file that a municipality's papers are written in."""

    __tablename__ = "paper_template"

    tenant: str = Field(primary_key=True, foreign_key="tenant.id")
    name: str
    """Of the file."""
    content: bytes
    at: dt.datetime


class TenantWordRow(_Row, table=True):
    """A word that a municipality has taught: it stands for a word that is known."""

    __tablename__ = "tenant_word"

    tenant: str = Field(primary_key=True, foreign_key="tenant.id")
    word: str = Field(primary_key=True)
    means: str
    by_object_id: str | None = None
    """None when it was done at the server's own command line."""
    at: dt.datetime


class QuestionGapRow(_Row, table=True):
    """One word of a question that had no good answer, once for each person who used it."""

    __tablename__ = "question_gap"

    tenant: str = Field(primary_key=True, foreign_key="tenant.id")
    word: str = Field(primary_key=True)
    person: str = Field(primary_key=True)
    """A digest of person and word: it counts people, and tells nobody who they are."""
    at: dt.datetime = Field(index=True)


class PendingImportRow(_Row, table=True):
    """A document that was read for one person, who looks through it. No part of the record."""

    __tablename__ = "pending_import"

    tenant: str = Field(primary_key=True, foreign_key="tenant.id")
    id: str = Field(primary_key=True)
    object_id: str
    """The author."""
    name: str
    digest: str
    document: dict[str, Any] = Field(sa_type=JSON)
    corrections: dict[str, Any] = Field(sa_type=JSON)
    state: PendingState = Field(sa_type=_words_of(PendingState))
    created_at: dt.datetime
    expires_at: dt.datetime = Field(index=True)
