"""An officer or a secretary opens the matter of body and year, and keeps it up to date."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from goals.actor import Actor, Grant, Role
from goals.errors import (
    BaseUnknownError,
    DayUnreadableError,
    DnrUnreadableError,
    GoalsError,
    MatterChangedError,
    MatterDecidedError,
    MatterExistsError,
    MatterYearError,
    MistakesError,
    NoSuchBodyError,
    NoSuchMatterError,
    OpeningNotAllowedError,
    PersonalNumberError,
    TextMissingError,
    TextTooLongError,
    TimeSkippedError,
    WindowHalfError,
    WindowOrderError,
    WindowPastError,
)
from goals.importing import record_document
from goals.matter import Entered, Matter, MatterState, Window
from goals.opening import (
    KeptMatter,
    OvertakenError,
    TypedMatter,
    change_matter,
    digest_of_matter,
    lists_to_start_from,
    next_year,
    open_matter,
    typed_of,
)
from goals.plan import PlanStatus
from goals.record import Record
from storage.documents import example_document, read_document
from tests.builders import body, matter, opened_matter, plan, record
from tests.fakes import FakeMemory

NOW = datetime(2026, 1, 10, 12, tzinfo=UTC)
SECRETARY = Actor("tenant", "anna", frozenset({Grant(Role.SECRETARY, "KS")}))
OFFICER = Actor("tenant", "olof", frozenset({Grant(Role.OFFICER, "KS")}))
REGISTRAR = Actor("tenant", "rut", frozenset({Grant(Role.REGISTRAR)}))
TYPED = TypedMatter(
    title="Mål och delmål 2026 för Kommunstyrelsen",
    dnr="KS 2025/39",
    opens_day="2026-01-15",
    opens_time="08:00",
    closes_day="2026-03-01",
    closes_time="",
    based_on="2025",
)
LISTS = [plan(2024, ["ett"], status=PlanStatus.SUPERSEDED), plan(2025, ["ett", "två"])]


class Town:
    """A municipality whose record begins with these matters and lists."""

    def __init__(self, *matters: Matter, plans: Sequence[object] = LISTS) -> None:
        self.memory = FakeMemory("tenant")
        asyncio.run(self._begin(record(matters=matters, plans=plans)))  # type: ignore[arg-type]

    async def _begin(self, begun: Record) -> None:
        async with self.memory.open_ledger("tenant", now=NOW) as ledger:
            for each in begun.bodies:
                await ledger.add_body(each)
            await ledger.add_body(body("SN", "Socialnämnden"))
            for list_ in begun.plans:
                await ledger.add_plan(list_)
            for each_matter in begun.matters:
                await ledger.add_matter(each_matter)

    @property
    def record(self) -> Record:
        """As it is now."""
        return asyncio.run(self.memory.record("tenant"))

    def matter(self, year: int = 2026) -> Matter:
        """KS's matter of that year."""
        found = self.record.matter("KS", year)
        assert found is not None
        return found

    def open(
        self,
        typed: TypedMatter = TYPED,
        *,
        actor: Actor = SECRETARY,
        year: int = 2026,
        of: str = "KS",
        now: datetime = NOW,
    ) -> KeptMatter:
        """Open a matter."""
        return asyncio.run(
            open_matter(typed, of, year, actor=actor, open_ledger=self.memory.open_ledger, now=now)
        )

    def change(
        self,
        *,
        actor: Actor = SECRETARY,
        year: int = 2026,
        seen: int | None = None,
        now: datetime = NOW,
        **fields: str,
    ) -> KeptMatter:
        """Change these fields of the matter as it is now, or as it was in the version seen."""
        found = self.record.matter("KS", year)
        typed = typed_of(found, self.record) if found else TypedMatter()
        return asyncio.run(
            change_matter(
                replace(typed, **fields),
                "KS",
                year,
                seen=found.version if found and seen is None else seen or 0,
                actor=actor,
                open_ledger=self.memory.open_ledger,
                now=now,
            )
        )


def mistakes_of(town: Town, **fields: str) -> dict[str, type[GoalsError]]:
    """What is wrong in each field when a matter is opened with these; nothing is recorded."""
    with pytest.raises(MistakesError) as refused:
        town.open(replace(TYPED, **fields))
    assert town.record.matter("KS", 2026) is None
    return {field: type(mistake) for field, mistake in refused.value.mistakes.items()}


@pytest.mark.parametrize("actor", [SECRETARY, OFFICER])
def test_who_looks_after_the_body_opens_its_matter(actor: Actor) -> None:
    town = Town()
    opened = town.open(actor=actor)
    assert not opened.again
    assert town.matter() == opened.matter
    assert opened.matter.state is MatterState.OPENED
    assert opened.matter.source.dnr == "KS 2025/39"
    assert opened.matter.source.document is None
    assert opened.matter.based_on == 2025
    assert opened.matter.window == Window(
        datetime(2026, 1, 15, 7, tzinfo=UTC), datetime(2026, 3, 1, 23, tzinfo=UTC)
    )


def test_the_opening_is_an_event_that_vouches_for_what_was_recorded() -> None:
    town = Town()
    opened = town.open().matter
    changed = town.change(actor=OFFICER, officer="Förvaltningschefen").matter
    first, second = town.memory.events("tenant")
    assert (first.what, first.by, first.role, first.at) == (
        "open_matter",
        "anna",
        Role.SECRETARY,
        NOW,
    )
    assert (second.what, second.by, second.role) == ("change_matter", "olof", Role.OFFICER)
    assert {each.state for each in (first, second)} == {"opened"}
    assert first.data == {"version": 1, "content": digest_of_matter(opened)}
    assert second.data == {"version": 2, "content": digest_of_matter(changed)}
    assert first.data["content"] != second.data["content"]


@pytest.mark.parametrize(
    "actor",
    [
        Actor("tenant", "bo"),
        Actor("tenant", "bo", frozenset({Grant(Role.SECRETARY, "SN")})),
        Actor("tenant", "bo", frozenset({Grant(Role.OFFICIAL, "KS")})),
        Actor("tenant", "bo", frozenset({Grant(Role.ADMIN)})),
        REGISTRAR,
    ],
)
def test_others_may_not_open_a_matter(actor: Actor) -> None:
    town = Town()
    with pytest.raises(OpeningNotAllowedError):
        town.open(actor=actor)
    assert town.record.matters == ()
    assert town.memory.events("tenant") == ()


def test_a_body_that_the_record_does_not_have_gets_no_matter() -> None:
    everywhere = Actor("tenant", "anna", frozenset({Grant(Role.SECRETARY)}))
    with pytest.raises(NoSuchBodyError):
        Town().open(actor=everywhere, of="BUN")


@pytest.mark.parametrize("year", [0, 1999, 2024, 2037, 99999])
def test_a_matter_is_of_a_year_that_is_near(year: int) -> None:
    with pytest.raises(MatterYearError):
        Town().open(year=year)


def test_what_is_left_out_is_missing_and_never_made_up() -> None:
    opened = Town(plans=[]).open(TypedMatter(title="Delmål 2026"), actor=OFFICER).matter
    assert opened.source.dnr is None
    assert opened.window is None
    assert opened.based_on is None
    assert opened.officer is None
    assert opened.recipients == ()
    assert opened.decision_points == ()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("KS 2025/39", "KS 2025/39"),
        ("KS/2018:4", "KS/2018:4"),
        ("KS 2003-0299-04", "KS 2003-0299-04"),
        ("  Dnr  KS  2025/39 ", "KS 2025/39"),
        ("Diarienummer: BUN-2025-00113", "BUN-2025-00113"),
        ("2025-113", "2025-113"),
        ("KSKF 2024.12", "KSKF 2024.12"),
        ("ks 25/39", "ks 25/39"),
    ],
)
def test_a_dnr_is_taken_as_the_diary_writes_it(typed: str, kept: str) -> None:
    assert Town().open(replace(TYPED, dnr=typed)).matter.source.dnr == kept


@pytest.mark.parametrize(
    "typed", ["39", "okänt", "KS 2025", "19850101-1234", "=1+1", "KS 2025/39" + "1" * 40, "?"]
)
def test_what_has_not_the_shape_of_a_dnr_is_refused(typed: str) -> None:
    assert mistakes_of(Town(), dnr=typed) == {"dnr": DnrUnreadableError}


@pytest.mark.parametrize(
    ("fields", "mistakes"),
    [
        ({"title": " \u200b"}, {"title": TextMissingError}),
        ({"title": "å" * 201}, {"title": TextTooLongError}),
        ({"officer": "Anna, 850101-1234"}, {"officer": PersonalNumberError}),
        ({"recipients": "Kansliet\n" + "x" * 201}, {"recipients": TextTooLongError}),
        ({"recipients": "x\n" * 3_000}, {"recipients": TextTooLongError}),
        ({"based_on": "2023"}, {"based_on": BaseUnknownError}),
        ({"based_on": ""}, {"based_on": BaseUnknownError}),
        ({"opens_day": "i vår"}, {"opens": DayUnreadableError}),
        ({"opens_day": "", "opens_time": "08:00"}, {"opens": DayUnreadableError}),
        ({"opens_day": "", "opens_time": ""}, {"opens": WindowHalfError}),
        ({"closes_day": ""}, {"closes": WindowHalfError}),
        ({"closes_day": "2026-01-14"}, {"closes": WindowOrderError}),
        ({"opens_time": "09:00", "closes_day": "2026-01-15", "closes_time": "09:00"},
         {"closes": WindowOrderError}),
        ({"opens_day": "2025-12-01", "closes_day": "2026-01-09"}, {"closes": WindowPastError}),
        ({"closes_day": "2026-03-29", "closes_time": "02:15"}, {"closes": TimeSkippedError}),
        ({"title": "", "dnr": "?", "closes_day": "x"},
         {"title": TextMissingError, "dnr": DnrUnreadableError, "closes": DayUnreadableError}),
    ],
)  # fmt: skip
def test_every_mistake_is_told_beside_its_field_and_nothing_is_recorded(
    fields: dict[str, str], mistakes: dict[str, type[GoalsError]]
) -> None:
    assert mistakes_of(Town(), **fields) == mistakes


def test_recipients_stand_one_a_line_and_each_once() -> None:
    typed = replace(TYPED, recipients="- Kansliet\n\n  IT-enheten \n• kansliet\nEkonomienheten")
    assert Town().open(typed).matter.recipients == ("Kansliet", "IT-enheten", "Ekonomienheten")


def test_a_matter_is_based_on_a_list_that_counts_and_usually_on_the_latest() -> None:
    plans = [
        plan(2023, ["ett"], status=PlanStatus.ANNULLED),
        plan(2024, ["ett"], status=PlanStatus.SUPERSEDED),
        plan(2025, ["ett"], status=PlanStatus.APPEALABLE),
        plan(2026, ["ett"], status=PlanStatus.PROPOSED),
        plan(2027, ["ett"]),
        plan(2025, ["ett"], of="SN"),
    ]
    found = lists_to_start_from(record(plans=plans), "KS", 2026)
    assert [each.year for each in found] == [2026, 2025, 2024]
    unadjusted = [plan(2026, ["ett"], status=PlanStatus.DECIDED_NOT_ADJUSTED)]
    assert lists_to_start_from(record(plans=unadjusted), "KS", 2026) == ()


def test_the_form_offers_first_what_a_matter_without_a_choice_starts_from() -> None:
    for plans in (LISTS, [*LISTS, plan(2026, ["ett"], status=PlanStatus.PROPOSED)]):
        known = record(plans=plans, matters=[matter(2026)])
        usual = lists_to_start_from(known, "KS", 2026)[0]
        assert typed_of(matter(2026), known).based_on == str(usual.year)


def test_the_year_that_is_suggested_follows_the_latest_that_is_there() -> None:
    assert next_year(record(), "KS", now=NOW) == 2026
    assert next_year(record(plans=[plan(2020, ["ett"])]), "KS", now=NOW) == 2026
    assert next_year(record(plans=LISTS, matters=[matter(2026)]), "KS", now=NOW) == 2027


def test_pressed_twice_there_is_one_matter_one_version_and_one_event() -> None:
    town = Town()
    first, second = town.open(), town.open()
    assert second == KeptMatter(first.matter, again=True)
    assert len(town.memory.events("tenant")) == 1
    changed = town.change(dnr="KS 2025/40", seen=1)
    again = town.change(dnr="KS 2025/40", seen=1)
    assert again == KeptMatter(changed.matter, again=True)
    assert town.matter().version == 2
    assert len(town.memory.events("tenant")) == 2


def test_a_second_matter_of_the_year_is_refused_and_the_first_is_shown() -> None:
    town = Town()
    first = town.open().matter
    with pytest.raises(OvertakenError) as refused:
        town.open(replace(TYPED, dnr="KS 2025/40"), actor=OFFICER)
    assert isinstance(refused.value.refusal, MatterExistsError)
    assert refused.value.matter == first
    assert town.matter() == first


def test_who_is_late_is_told_that_it_changed_meanwhile_and_nothing_is_lost() -> None:
    town = Town()
    town.open()
    first = town.change(dnr="KS 2025/40", seen=1).matter
    with pytest.raises(OvertakenError) as refused:
        town.change(actor=OFFICER, title="Delmål för 2026", seen=1)
    assert isinstance(refused.value.refusal, MatterChangedError)
    assert refused.value.matter == first
    assert town.change(actor=OFFICER, title="Delmål för 2026", seen=2).matter.version == 3


def test_a_registrar_enters_the_dnr_and_nothing_else() -> None:
    town = Town()
    town.open(replace(TYPED, dnr=""))
    kept = town.change(actor=REGISTRAR, dnr="KS 2025/39", title="Något annat").matter
    assert kept.source.dnr == "KS 2025/39"
    assert kept.title == TYPED.title
    assert town.memory.events("tenant")[-1].role is Role.REGISTRAR


def test_a_list_that_was_annulled_since_does_not_stop_the_registrar() -> None:
    town = Town(replace(opened_matter(2026), based_on=2023))
    assert town.change(actor=REGISTRAR, dnr="KS 2025/39").matter.source.dnr == "KS 2025/39"


def test_others_change_nothing() -> None:
    town = Town(opened_matter(2026))
    for actor in (Actor("tenant", "bo"), Actor("tenant", "bo", frozenset({Grant(Role.ADMIN)}))):
        with pytest.raises(OpeningNotAllowedError):
            town.change(actor=actor, title="Annat")
    assert town.matter() == opened_matter(2026)


def test_there_is_nothing_to_change_where_there_is_no_matter() -> None:
    with pytest.raises(NoSuchMatterError):
        Town().change(title="Annat")


def test_a_decided_matter_is_neither_opened_nor_changed() -> None:
    town = Town(matter(2026, state=MatterState.DECIDED))
    with pytest.raises(MatterDecidedError):
        town.open()
    with pytest.raises(MatterDecidedError):
        town.change(title="Annat")


def test_an_imported_matter_gets_its_window_and_dnr_and_keeps_its_own_words() -> None:
    paper = replace(matter(2026), title="Mål  och\ndelmål", officer="f" * 300)
    town = Town(paper)
    changed = town.change(dnr="KS 2025/39", opens_day="2026-01-15", closes_day="2026-03-01").matter
    assert changed.window is not None
    assert changed == replace(
        paper,
        version=2,
        source=replace(paper.source, dnr="KS 2025/39"),
        window=changed.window,
        entered=frozenset({Entered.DNR}),
    )


def test_a_window_that_has_closed_stays_when_something_else_is_changed() -> None:
    past = Window(NOW - timedelta(days=9), NOW - timedelta(days=2))
    town = Town(opened_matter(2026, window=past))
    assert town.change(dnr="KS 2025/39").matter.window == past
    assert town.change(
        opens_day="", opens_time="", closes_day="", closes_time=""
    ).matter.window is (None)


# --- a paper that states the matter as well ---


def imported(*between: dict[str, str], times: int = 2) -> tuple[Matter, ...]:
    """The customer's matter of 2025 after each import, changed by a secretary in between."""
    memory = FakeMemory("tenant")
    document = read_document(*example_document())
    now = datetime(2025, 1, 10, tzinfo=UTC)
    found = []

    async def play() -> None:
        for round_ in range(times):
            await record_document(
                document, tenant="tenant", open_ledger=memory.open_ledger, now=now
            )
            known = await memory.record("tenant")
            (current,) = known.matters
            found.append(current)
            for fields in between if round_ == 0 else ():
                known = await memory.record("tenant")
                (current,) = known.matters
                await change_matter(
                    replace(typed_of(current, known), **fields),
                    "KS",
                    2025,
                    seen=current.version,
                    actor=SECRETARY,
                    open_ledger=memory.open_ledger,
                    now=now,
                )

    asyncio.run(play())
    return tuple(found)


def test_the_same_paper_again_is_no_news_once_a_window_is_set() -> None:
    first, again = imported({"opens_day": "2025-01-15", "closes_day": "2025-03-01"})
    assert first.window is None
    assert again.version == 2
    assert again.window is not None


def test_a_paper_does_not_take_the_place_of_what_a_person_entered() -> None:
    _, again = imported(
        {"dnr": "KS 2025/39"},
        {"recipients": "Kansliet", "title": "Delmål", "officer": ""},
    )
    assert again.version == 3
    assert again.source.dnr == "KS 2025/39"
    assert again.recipients == ("Kansliet",)
    assert again.title == "Delmål"
    assert again.officer is None
    assert again.decision_points


def test_what_nobody_has_touched_follows_the_next_paper() -> None:
    entered = replace(
        matter(2026),
        source=replace(matter(2026).source, dnr="KS 2025/39"),
        entered=frozenset({Entered.DNR}),
        window=Window(NOW, NOW + timedelta(days=30)),
        based_on=2024,
        version=4,
    )
    paper = replace(matter(2026, recipients=["Nya enheten"], points=["att x"]), title="Ny")
    after = entered.stated_again(paper)
    assert after == replace(
        paper,
        source=replace(paper.source, dnr="KS 2025/39"),
        window=entered.window,
        based_on=2024,
        entered=entered.entered,
        version=4,
    )
    assert after.stated_again(paper) == after


def test_a_decision_says_itself_who_is_to_be_sent_it() -> None:
    entered = replace(opened_matter(2026), entered=frozenset(Entered), recipients=("Alla",))
    decision = matter(2026, state=MatterState.DECIDED, recipients=["Kansliet"])
    after = entered.stated_again(decision)
    assert (after.state, after.recipients) == (MatterState.DECIDED, ("Kansliet",))
    assert after.title == entered.title
    assert after.stated_again(decision) == after
    silent = matter(2026, state=MatterState.DECIDED, recipients=[])
    assert entered.stated_again(silent).recipients == ("Alla",)


def test_a_decision_that_names_nobody_leaves_those_of_the_proposal_in_the_record() -> None:
    proposed = replace(matter(2026, recipients=["Kansliet"]), officer="Utredaren")
    silent = replace(matter(2026, state=MatterState.DECIDED, recipients=[]), officer=None)
    after = proposed.stated_again(silent)
    assert (after.state, after.recipients) == (MatterState.DECIDED, ("Kansliet",))
    assert after.officer == "Utredaren"
    assert after.stated_again(silent) == after
