"""Every way into the memory, tried by one municipality on what has the same names in another.

FILLING of them write rows of every table.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy import select
from sqlmodel.ext.asyncio.session import AsyncSession

from goals.actor import Grant, Role
from goals.calendar import OwnDay
from goals.document import GoalDocument
from goals.draft import Base, Draft, Typed
from goals.extract import Extract
from goals.goal import Body
from goals.meeting import Minutes
from goals.note import AddressKind, Note
from goals.notice import Delivery, Freeze, Notice, Occasion, Purpose
from goals.pending import PendingImport
from goals.proposal import Meeting, Proposal, Target
from goals.strategy import Strategy
from goals.unit import AddressState, Channel, UnitAddress
from goals.words import TaughtWord
from storage import (
    addresses,
    events,
    extracts,
    gaps,
    goal_reader,
    imports,
    outbox,
    own_days,
    paper_template,
    people,
    personal,
    turns,
    verifying,
    words,
)
from storage.addresses import PersonAddress, Recipient
from storage.database import EVERY_TENANT, Database
from storage.goal_reader import SqlGoalReader
from storage.ledger import SqlLedger
from storage.memory import SqlMemory
from storage.paper_template import PaperTemplate
from storage.register import waiting_proposals
from storage.tables import metadata
from storage.tenants import Tenants, language_of, lock_tenant
from tests.storage.examples import (
    EXEMPELBY,
    GRANVIKA,
    NOW,
    goal_set,
    matter,
    plan,
    proposal,
    submitted,
)

TABLES = {
    table.name: table.c["id" if table.name == "tenant" else "tenant"]
    for table in metadata.sorted_tables
    if table.name == "tenant" or "tenant" in table.c
}
"""Every table that has rows of a municipality, and the column that says whose."""
MARKS = {EXEMPELBY: "exempelbys", GRANVIKA: "granvikas"}
OF_NO_TENANT = {"link_key", "pace"}
LATER = NOW + timedelta(days=7)


@dataclass(frozen=True, slots=True)
class At:
    """Who acts, and on what: `own` is "" for ids that both have, else for Granvika's own."""

    database: Database
    tenant: str
    own: str = ""
    mark: str = "exempelbys"
    """In all that it writes."""

    @property
    def memory(self) -> SqlMemory:
        """What it acts through."""
        return SqlMemory(self.database)

    @property
    def body(self) -> Body:
        """That it acts in."""
        return Body(f"KS{self.own.upper()}", f"Styrelsen {self.mark}")

    def named(self, name: str) -> str:
        """An id, a person or a place."""
        return f"{name}{self.own}"

    @property
    def proposal(self) -> Proposal:
        """Somebody's."""
        made = proposal(id=self.named("f1"), body=self.body.code, author=self.named("anna"))
        version = made.versions[0]
        worded = replace(version.content, text=f"Utveckla {self.mark}")
        return replace(made, versions=(replace(version, content=worded),))

    @property
    def draft(self) -> Draft:
        """Somebody's."""
        typed = Typed("reword", "2", f"Ny lydelse {self.mark}", "1", "Därför", "")
        author, name = self.named("anna"), self.named("d1")
        return Draft(name, self.body.code, 2025, author, typed, Base(2024, 1), None, NOW)

    @property
    def address(self) -> UnitAddress:
        """Of a unit."""
        name, value = self.named("a1"), f"19:{self.mark}"
        channel, state = AddressKind.CHANNEL, AddressState.CONFIRMED
        return UnitAddress(name, "IT-enhet", channel, value, self.mark, 1, state, "it", "it")

    @property
    def notice(self) -> Notice:
        """To a unit, with a delivery."""
        name = self.named("n1")
        delivery = Delivery(
            self.named("l1"), name, Occasion.FIRST, AddressKind.CHANNEL, "19:it", self.mark, NOW
        )
        owed = (name, self.body.code, 2025, "IT-enhet", Purpose.EXECUTION, NOW, self.mark)
        return Notice(*owed, (delivery,))

    @property
    def channel(self) -> Channel:
        """Of a team."""
        url = f"https://{self.mark}.invalid/"
        return Channel(self.named("19:c"), url, "28:bot", self.named("team"), "Allmänt", self.mark)

    @property
    def pending(self) -> PendingImport:
        """Of somebody."""
        document = GoalDocument(f"{self.mark}.txt", "ab" * 32, is_goal_document=True)
        return PendingImport(self.named("i1"), "anna", document, NOW, LATER)

    @property
    def extract(self) -> Extract:
        """Of a matter."""
        return Extract(self.body.code, 2025, 1, "utdrag.pdf", self.mark.encode(), "anna", NOW)

    @property
    def minutes(self) -> Minutes:
        """Of a meeting."""
        return Minutes(self.body.code, 2025, Meeting.BODY, points=(self.mark,))

    @property
    def note(self) -> Note:
        """To somebody."""
        return Note(self.named("anna"), "note-x", {"text": self.mark}, batch=self.named("b"))


Try = Callable[[At], Awaitable[object]]


def _in_ledger(work: Callable[[SqlLedger, At], Awaitable[object]]) -> Try:
    async def tried(at: At) -> object:
        async with at.memory.open_ledger(at.tenant, now=NOW) as ledger:
            return await work(ledger, at)

    return tried


def _in_session(work: Callable[[AsyncSession, At], Awaitable[object]]) -> Try:
    async def tried(at: At) -> object:
        async with at.database.recording(at.tenant) as session:
            found = await work(session, at)
            await session.commit()
            return found

    return tried


async def _count(at: At) -> None:
    for person in ("anna", "bo", f"cia-{at.mark}"):
        await gaps.count_gaps(
            at.database, tenant=at.tenant, words=[at.named("buss")], object_id=person, now=NOW
        )


async def _about_anna(at: At) -> object:
    """Without the numbers that all municipalities' rows share."""
    found = await personal.about_person(at.database, at.tenant, at.named("anna"))
    return found.name, {
        table: [
            {name: value for name, value in row.items() if not name.endswith("id")} for row in rows
        ]
        for table, rows in found.by_id.items()
    }


async def _let_go(at: At) -> object:
    """Somebody who has been here, and is needed for nothing."""
    who = at.named("doris")
    address = PersonAddress(f"https://{at.mark}.invalid/", "28:bot", "29:d", "a:2", at.mark)
    await addresses.learn_address(at.database, Recipient(at.tenant, who), address, now=NOW)
    return await personal.let_go(at.database, at.tenant, who)


def _day(at: At) -> date:
    return date(2027, 5, 14 if at.own else 7)


async def _register(at: At) -> object:
    async with at.memory.register(at.tenant) as register:
        return await register.proposals_of(at.named("anna"))


LEDGER: Mapping[str, Callable[[SqlLedger, At], Awaitable[object]]] = {
    "SqlLedger.name_municipality": lambda ledger, at: ledger.name_municipality(at.mark),
    "SqlLedger.add_body": lambda ledger, at: ledger.add_body(at.body),
    "SqlLedger.add_goal_set": lambda ledger, at: ledger.add_goal_set(
        goal_set(at.mark, body=at.body.code)
    ),
    "SqlLedger.add_plan": lambda ledger, at: ledger.add_plan(plan(at.mark, body=at.body.code)),
    "SqlLedger.add_matter": lambda ledger, at: ledger.add_matter(
        matter(at.mark, body=at.body.code)
    ),
    "SqlLedger.change_body": lambda ledger, at: ledger.change_body(
        replace(at.body, aliases=(at.mark,)), by=None
    ),
    "SqlLedger.add_strategy": lambda ledger, at: ledger.add_strategy(
        Strategy(at.body.code, f"Strategi {at.mark}"), by=None
    ),
    "SqlLedger.change_role": lambda ledger, at: ledger.change_role(
        at.named("anna"), Grant(Role.OFFICER, at.body.code), given=True, by=at.mark
    ),
    "SqlLedger.owe": lambda ledger, at: ledger.owe(at.note),
    "SqlLedger.keep_import": lambda ledger, at: ledger.keep_import(at.pending),
    "SqlLedger.pending_import": lambda ledger, at: ledger.pending_import(at.pending.id),
    "SqlLedger.people": lambda ledger, _: ledger.people(),
    "SqlLedger.record": lambda ledger, _: ledger.record(),
    "SqlMinutes.keep_minutes": lambda ledger, at: ledger.keep_minutes(at.minutes),
    "SqlMinutes.minutes": lambda ledger, at: ledger.minutes(at.body.code, 2025, Meeting.BODY),
    "SqlNoticesLedger.add_unit": lambda ledger, at: ledger.add_unit(f"Enhet {at.mark}{at.own}"),
    "SqlNoticesLedger.keep_address": lambda ledger, at: ledger.keep_address(at.address),
    "SqlNoticesLedger.keep_channel": lambda ledger, at: ledger.keep_channel(at.channel),
    "SqlNoticesLedger.keep_notice": lambda ledger, at: ledger.keep_notice(at.notice),
    "SqlNoticesLedger.follow": lambda ledger, at: ledger.follow(at.body.code, at.named("anna")),
    "SqlNoticesLedger.set_freeze": lambda ledger, at: ledger.set_freeze(Freeze(at.mark, None, NOW)),
    "SqlNotices.units": lambda ledger, _: ledger.units(),
    "SqlNotices.address": lambda ledger, at: ledger.address(at.address.id),
    "SqlNotices.channels": lambda ledger, at: ledger.channels(at.named("team")),
    "SqlNotices.notices": lambda ledger, at: ledger.notices(at.body.code, 2025),
    "SqlNotices.notice": lambda ledger, at: ledger.notice(at.notice.id),
    "SqlNotices.notice_of": lambda ledger, at: ledger.notice_of(at.named("l1")),
    "SqlNotices.unanswered": lambda ledger, _: ledger.unanswered(),
    "SqlNotices.followers": lambda ledger, at: ledger.followers(at.body.code),
    "SqlNotices.freeze": lambda ledger, _: ledger.freeze(),
    "SqlRegister.enter_proposal": lambda ledger, at: ledger.enter_proposal(at.proposal),
    "SqlRegister.append": lambda ledger, at: ledger.append(submitted(at.proposal)),
    "SqlRegister.enter_version": lambda ledger, at: ledger.enter_version(_reworded(at.proposal)),
    "SqlRegister.keep_draft": lambda ledger, at: ledger.keep_draft(at.draft),
    "SqlRegister.enter_extract": lambda ledger, at: ledger.enter_extract(at.extract),
    "SqlRegister.proposals": lambda ledger, at: ledger.proposals(
        at.body.code, 2025, about=Target(2024, 2, "Utveckla trafiken")
    ),
    "SqlRegister.proposals_of": lambda ledger, at: ledger.proposals_of(at.named("anna")),
    "SqlRegister.proposal": lambda ledger, at: ledger.proposal(at.proposal.id),
    "SqlRegister.links": lambda ledger, at: ledger.links(at.body.code, 2025),
    "SqlRegister.events": lambda ledger, at: ledger.events(at.body.code, 2025),
    "SqlRegister.extract": lambda ledger, at: ledger.extract(at.body.code, 2025),
    "SqlRegister.drafts_of": lambda ledger, at: ledger.drafts_of(at.named("anna")),
    "SqlRegister.draft": lambda ledger, at: ledger.draft(at.draft.id),
    "SqlRegister.drafts_left": lambda ledger, _: ledger.drafts_left(LATER),
    "SqlRegister.holders": lambda ledger, at: ledger.holders(at.body.code, [Role.OFFICER]),
    "SqlRegister.next_serial": lambda ledger, at: ledger.next_serial(at.body.code, 2025),
    # What takes away comes last, so that there is something to be taken.
    "SqlLedger.remove_strategy": lambda ledger, at: ledger.remove_strategy(
        Strategy(at.body.code, f"Strategi {at.mark}"), by=None
    ),
    "SqlMinutes.drop_minutes": lambda ledger, at: ledger.drop_minutes(
        at.body.code, 2025, Meeting.BODY
    ),
    "SqlNoticesLedger.unfollow": lambda ledger, at: ledger.unfollow(at.body.code, at.named("anna")),
    "SqlRegister.drop_draft": lambda ledger, at: ledger.drop_draft(at.draft.id),
}
SESSION: Mapping[str, Callable[[AsyncSession, At], Awaitable[object]]] = {
    "events.links_of": lambda session, at: events.links_of(session, at.tenant, at.body.code, 2025),
    "extracts.read_extract": lambda session, at: extracts.read_extract(
        session, at.tenant, at.body.code, 2025
    ),
    "extracts.enter_extract": lambda session, at: extracts.enter_extract(
        session, at.tenant, replace(at.extract, number=2)
    ),
    "extracts.digests_of_extracts": lambda session, at: extracts.digests_of_extracts(
        session, at.tenant
    ),
    "goal_reader.read_record": lambda session, at: goal_reader.read_record(session, at.tenant),
    "goal_reader.read_versions": lambda session, at: goal_reader.read_versions(session, at.tenant),
    "goal_reader.read_wording": lambda session, at: goal_reader.read_wording(
        session, at.tenant, at.body.code, Base(2024, 1), 1
    ),
    "goal_reader.SqlGoalReader.record_at": lambda session, at: SqlGoalReader(at.database).record_at(
        session, at.tenant, 1
    ),
    "imports.read_pending": lambda session, at: imports.read_pending(
        session, at.tenant, at.pending.id
    ),
    "imports.keep_pending": lambda session, at: imports.keep_pending(
        session, at.tenant, replace(at.pending, by="bo")
    ),
    "people.role_holders": lambda session, at: people.role_holders(session, at.tenant),
    "gaps.gaps_of": lambda session, at: gaps.gaps_of(session, at.tenant, "anna"),
    "tenants.lock_tenant": lambda session, at: lock_tenant(session, at.tenant),
    "own_days.read_own_days": lambda session, at: own_days.read_own_days(session, at.tenant),
    "words.read_words": lambda session, at: words.read_words(session, at.tenant),
}
CASES: Mapping[str, Try] = {
    **{name: _in_ledger(work) for name, work in LEDGER.items()},
    "own_days.add_own_day": lambda at: own_days.add_own_day(
        at.database, at.tenant, OwnDay(_day(at), at.mark)
    ),
    "paper_template.keep_paper_template": lambda at: paper_template.keep_paper_template(
        at.database, at.tenant, PaperTemplate(f"{at.mark}.docx", at.mark.encode()), now=NOW
    ),
    "paper_template.paper_template": lambda at: paper_template.paper_template(
        at.database, at.tenant
    ),
    "addresses.learn_address": lambda at: addresses.learn_address(
        at.database,
        Recipient(at.tenant, at.named("anna")),
        PersonAddress(f"https://{at.mark}.invalid/", "28:bot", "29:x", "a:1", at.mark),
        now=NOW,
    ),
    "addresses.find_address": lambda at: addresses.find_address(
        at.database, Recipient(at.tenant, at.named("anna"))
    ),
    "addresses.find_channel": lambda at: addresses.find_channel(
        at.database, at.tenant, at.channel.conversation_id
    ),
    "gaps.count_gaps": _count,
    "gaps.frequent_gaps": lambda at: gaps.frequent_gaps(at.database, at.tenant),
    "words.teach_word": lambda at: words.teach_word(
        at.database,
        tenant=at.tenant,
        word=f"{at.mark}linje",
        means="kollektivtrafik",
        by=None,
        now=NOW,
    ),
    "words.tenant_words": lambda at: words.tenant_words(at.database, at.tenant),
    "memory.SqlMemory.teach_word": lambda at: at.memory.teach_word(
        at.tenant, TaughtWord(f"{at.mark}led", "kollektivtrafik"), by=None, now=NOW
    ),
    "memory.SqlMemory.register": _register,
    "memory.SqlMemory.open_ledger": _in_ledger(lambda ledger, _: ledger.record()),
    "memory.SqlMemory.waiting": lambda at: at.memory.waiting(at.tenant),
    "register.waiting_proposals": lambda at: waiting_proposals(at.database, at.tenant),
    "memory.SqlMemory.people": lambda at: at.memory.people(at.tenant),
    "memory.SqlMemory.wording": lambda at: at.memory.wording(
        at.tenant, at.body.code, Base(2024, 1), 1
    ),
    "memory.SqlMemory.verify": lambda at: at.memory.verify(at.tenant),
    "memory.SqlMemory.frequent_gaps": lambda at: at.memory.frequent_gaps(at.tenant),
    "people.set_language": lambda at: people.set_language(
        at.database, tenant=at.tenant, object_id=at.named("anna"), language="en"
    ),
    "people.set_default_body": lambda at: people.set_default_body(
        at.database, tenant=at.tenant, object_id=at.named("anna"), body=at.body.code
    ),
    "people.grant_role": lambda at: people.grant_role(
        at.database,
        tenant=at.tenant,
        object_id=at.named("anna"),
        grant=Grant(Role.ADMIN),
        by=None,
        now=NOW,
    ),
    "people.current_grants": lambda at: people.current_grants(
        at.database, tenant=at.tenant, object_id=at.named("anna")
    ),
    "people.known_people": lambda at: people.known_people(at.database, at.tenant),
    "goal_reader.SqlGoalReader.record": lambda at: SqlGoalReader(at.database).record(at.tenant),
    "outbox.owe_once": lambda at: outbox.owe_once(
        at.database, replace(at.note, batch="once"), tenant=at.tenant, now=NOW
    ),
    "turns.begin_turn": lambda at: turns.begin_turn(
        at.database,
        tenant=at.tenant,
        activity_id=at.named("1"),
        object_id=at.named("anna"),
        now=NOW,
        conversation=at.named("c"),
    ),
    "turns.keep_context": lambda at: turns.keep_context(
        at.database,
        tenant=at.tenant,
        conversation=at.named("c"),
        object_id=at.named("anna"),
        value=at.mark,
        expires_at=LATER,
    ),
    "tenants.Tenants.served": lambda at: Tenants(at.database).served(at.tenant),
    "tenants.Tenants.change": lambda at: Tenants(at.database).change(
        at.tenant, name=f"{at.mark} kommun", language=None
    ),
    "tenants.language_of": lambda at: language_of(at.database, at.tenant),
    "verifying.chain_head": lambda at: verifying.chain_head(at.database, at.tenant),
    "verifying.examine": lambda at: verifying.examine(at.database, at.tenant),
    **{name: _in_session(work) for name, work in SESSION.items()},
    "turns.forget_activity": lambda at: turns.forget_activity(
        at.database, tenant=at.tenant, activity_id=at.named("1")
    ),
    "own_days.remove_own_day": lambda at: own_days.remove_own_day(at.database, at.tenant, _day(at)),
    "paper_template.drop_paper_template": lambda at: paper_template.drop_paper_template(
        at.database, at.tenant
    ),
    "personal.about_person": _about_anna,
    "personal.let_go": _let_go,
    "words.forget_word": lambda at: words.forget_word(
        at.database, tenant=at.tenant, word=f"{at.mark}linje"
    ),
    "people.revoke_role": lambda at: people.revoke_role(
        at.database,
        tenant=at.tenant,
        object_id=at.named("anna"),
        grant=Grant(Role.ADMIN),
        by=None,
        now=NOW,
    ),
}
"""What is tried, in this order."""
FOR_ALL = {
    "backup.back_up": "the whole database is one backup",
    "backup.examine": "of a backup",
    "backup.restore": "the whole database is one backup",
    "drafts.drafts_left": "whose drafts expire, in all municipalities",
    "gaps.sweep_gaps": "what has been kept for its time goes, whosever it is",
    "imports.sweep_imports": "the same",
    "outbox.SqlOutbox.begin_sending": "one process pays what all municipalities owe",
    "outbox.SqlOutbox.claim": "the same",
    "outbox.SqlOutbox.delivered": "the same",
    "outbox.SqlOutbox.give_up": "the same",
    "outbox.SqlOutbox.heed_clock": "the same",
    "outbox.SqlOutbox.next_due": "the same",
    "outbox.SqlOutbox.part_arrived": "the same",
    "outbox.SqlOutbox.postpone": "the same",
    "outbox.outbox_state": "a number for whoever operates the service",
    "outbox.sweep_outbox": "what has been kept for its time goes, whosever it is",
    "tenants.Tenants.add": "the operator's own; one that is there is left as it is",
    "tenants.Tenants.all": "the operator's own list",
    "tenants.Tenants.exists": "answers for the id that it is given, and tells nothing else",
    "turns.prove_writable": "writes nothing",
    "turns.sweep_answered": "what has been kept for its time goes, whosever it is",
}
"""What is about every municipality, and why it may be; none of it is reached by what people say."""
OF_NOBODY = {
    "link_key.link_key",
    "memory.SqlMemory.link_key",
    "migrate.current_revision",
    "migrate.draft_revision",
    "migrate.require_current_revision",
    "migrate.revision_found",
    "migrate.revision_state",
    "migrate.upgrade",
    "pace.SharedPace.take",
    "pace.sweep_pace",
    "tenants.are_kept_apart",
}
"""What has no rows of a municipality's."""


def _reworded(made: Proposal) -> Proposal:
    first = made.versions[0]
    return replace(made, versions=(first, replace(first, number=2)))


async def rows_of(database: Database, tenant: str) -> dict[str, list[str]]:
    """All that a municipality has, by table."""
    async with database.reading(EVERY_TENANT) as session:
        connection = await session.connection()
        return {
            name: sorted(
                map(repr, await connection.execute(select(whose.table).where(whose == tenant)))
            )
            for name, whose in TABLES.items()
        }


async def fill(database: Database, tenant: str, own: str = "") -> None:
    """Everything that can be written, in rows of every table."""
    at = At(database, tenant, own, MARKS[tenant])
    for name in FILLING:
        await CASES[name](at)


FILLING = (
    "SqlLedger.add_body",
    "SqlLedger.add_goal_set",
    "SqlLedger.add_plan",
    "SqlLedger.add_matter",
    "SqlLedger.change_body",
    "SqlLedger.add_strategy",
    "SqlLedger.change_role",
    "SqlLedger.owe",
    "SqlLedger.keep_import",
    "SqlMinutes.keep_minutes",
    "SqlNoticesLedger.add_unit",
    "SqlNoticesLedger.keep_address",
    "SqlNoticesLedger.keep_channel",
    "SqlNoticesLedger.keep_notice",
    "SqlNoticesLedger.follow",
    "SqlNoticesLedger.set_freeze",
    "SqlRegister.enter_proposal",
    "SqlRegister.append",
    "SqlRegister.keep_draft",
    "SqlRegister.enter_extract",
    "own_days.add_own_day",
    "paper_template.keep_paper_template",
    "addresses.learn_address",
    "gaps.count_gaps",
    "words.teach_word",
    "turns.begin_turn",
    "turns.keep_context",
)
