"""An export says all that the record has of goals, and is read as the same record."""

from __future__ import annotations

import asyncio
import csv
import io
import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goals.errors import DocumentFieldError, DocumentIsExportError, DocumentNotJsonError
from goals.goal import Body, Goal, GoalSet, Origin, Period, Source, Subgoal
from goals.importing import record_document
from goals.matter import Entered, Matter, MatterState, Window
from goals.plan import Plan, PlanStatus
from goals.record import Record
from goals.strategy import Strategy
from storage.documents import read_document
from storage.documents.exchange.envelope import is_envelope, read_envelope, to_envelope
from storage.documents.exchange.for_people import COLUMNS, to_csv, to_markdown
from tests.builders import PAPER, goal_set, plan, record
from tests.fakes import FakeMemory

NOW = datetime(2025, 3, 1, 12, tzinfo=UTC)
NAMES = {
    **{column: column.capitalize() for column in COLUMNS},
    **{status.value: status.value for status in PlanStatus},
    **{
        word: word
        for word in ("goal", "subgoal", "goals", "subgoals", "strategies", "yes", "stated")
    },
    "goals_and_subgoals": "all",
}

texts = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1, max_size=30)
days = st.dates(date(2000, 1, 1), date(2090, 1, 1))
moments = st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 — the zone is drawn beside it
years = st.integers(2020, 2026)
origins = st.builds(
    Origin, st.none() | st.integers(1, 900), st.none() | st.integers(1, 90), st.booleans()
)
sources = st.builds(Source, *[st.none() | texts] * 3, st.none() | days, *[st.none() | texts] * 2)
wordings = st.lists(
    st.tuples(texts, st.none() | texts, st.none() | texts, origins), min_size=1, max_size=4
)
periods = st.none() | st.tuples(years, st.integers(0, 4)).map(
    lambda pair: Period(pair[0], pair[0] + pair[1])
)


@st.composite
def records(draw: st.DrawFn) -> Record:
    """Whatever a tenant may have recorded."""
    bodies = draw(
        st.lists(
            st.builds(Body, st.sampled_from(["KS", "BUN", "SN"]), texts, st.tuples(texts)),
            min_size=1,
            unique_by=lambda body: body.code,
        )
    )
    codes = st.sampled_from([body.code for body in bodies])
    sets, plans, matters = {}, {}, {}
    for code, period, items in draw(st.lists(st.tuples(codes, periods, wordings), max_size=4)):
        goals = tuple(Goal(code, number, *item) for number, item in enumerate(items, 1))
        sets[code, period] = GoalSet(code, period, goals, draw(sources))
    for code, year, items in draw(st.lists(st.tuples(codes, years, wordings), max_size=4)):
        subgoals = tuple(Subgoal(code, year, number, *item) for number, item in enumerate(items, 1))
        plans[code, year] = Plan(
            code,
            year,
            draw(st.sampled_from(PlanStatus)),
            subgoals,
            draw(sources),
            draw(st.none() | days),
        )
    for code, year in draw(st.lists(st.tuples(codes, years), max_size=3)):
        matters[code, year] = Matter(
            code,
            year,
            draw(texts),
            draw(st.sampled_from(MatterState)),
            tuple(draw(st.lists(texts, max_size=3))),
            tuple(draw(st.lists(texts, max_size=3))),
            draw(st.none() | texts),
            draw(sources),
            window=draw(st.none() | st.builds(Window, moments, moments)),
            based_on=draw(st.none() | years),
            entered=draw(st.frozensets(st.sampled_from(Entered))),
        )
    strategies = draw(
        st.lists(
            st.builds(Strategy, codes, texts, st.none() | texts, st.none() | days, st.none()),
            max_size=3,
            unique_by=lambda strategy: (strategy.body, strategy.name),
        )
    )
    return Record(
        "tenant",
        1,
        tuple(sorted(bodies, key=lambda body: body.code)),
        tuple(sets.values()),
        tuple(plans.values()),
        tuple(matters.values()),
        (),
        tuple(sorted(strategies, key=lambda each: (each.body, each.name))),
        municipality=draw(st.none() | texts),
    )


def imported(content: bytes) -> Record:
    """The record of an empty tenant that has imported this."""

    async def work() -> Record:
        memory = FakeMemory("tenant")
        await record_document(
            read_envelope("export.json", content),
            tenant="tenant",
            open_ledger=memory.open_ledger,
            now=NOW,
        )
        return await memory.record("tenant")

    return asyncio.run(work())


def in_order(known: Record) -> Record:
    """The same, with its lists in one order."""
    return replace(
        known,
        revision=1,
        goal_sets=tuple(sorted(known.goal_sets, key=repr)),
        plans=tuple(sorted(known.plans, key=repr)),
        matters=tuple(sorted(known.matters, key=repr)),
    )


@settings(max_examples=150, deadline=None)
@given(records())
def test_an_export_is_imported_as_the_same_record(known: Record) -> None:
    content = to_envelope(known, now=NOW)
    assert in_order(imported(content)) == in_order(known)


def test_the_envelope_says_what_it_is_and_where_each_wording_stands() -> None:
    origin = Origin(12, 3, by_hand=True)
    subgoal = Subgoal("KS", 2025, 1, "Ett", None, "Mål", origin, (2024, 3))
    source = Source("beslut.pdf", "ab" * 32, "KS 2025/39", date(2025, 2, 4), "KS § 12")
    known = record(plans=[Plan("KS", 2025, PlanStatus.APPEALABLE, (subgoal,), source)])
    stated = json.loads(to_envelope(known, now=NOW))
    assert list(stated) == [
        "format", "version", "exported_at", "municipality", "bodies", "documents", "strategies"
    ]  # fmt: skip
    (document,) = stated["documents"]
    assert document["source"]["paragraph"] == "KS § 12"
    assert document["subgoals"] == [
        {
            "year": 2025,
            "status": "appealable",
            "last_appeal_day": None,
            "subgoals": [
                {
                    "code": None,
                    "text": "Ett",
                    "under": "Mål",
                    "line": 12,
                    "page": 3,
                    "by_hand": True,
                    "was": [2024, 3],
                }
            ],
        }
    ]
    again = imported(to_envelope(known, now=NOW))
    assert again.plans[0].subgoals[0].was == (2024, 3)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"version": 2}, "version"),
        ({"bodies": []}, "bodies"),
        ({"extra": 1}, "extra"),
        ({"documents": "x"}, "documents"),
        ({"documents": [{"body": "KS", "source": {}, "subgoals": [{"year": 5}]}]}, "documents.0"),
    ],
)
def test_an_export_that_does_not_fit_is_refused_with_the_field(
    changed: dict[str, object], field: str
) -> None:
    known = record(plans=[plan(2025, ["ett"])])
    stated = json.loads(to_envelope(known, now=NOW))
    with pytest.raises(DocumentFieldError) as refused:
        read_envelope("export.json", json.dumps({**stated, **changed}).encode())
    assert str(refused.value.arguments["field"]).startswith(field)


def test_a_list_that_stands_twice_is_refused() -> None:
    known = record(plans=[plan(2025, ["ett"])])
    stated = json.loads(to_envelope(known, now=NOW))
    stated["documents"] *= 2
    with pytest.raises(DocumentFieldError):
        read_envelope("export.json", json.dumps(stated).encode())


def test_only_what_says_that_it_is_an_export_is_one() -> None:
    assert is_envelope(to_envelope(record(), now=NOW))
    for content in (b"{}", b"[]", b"not json", b'{"format": "other"}', b"\xff"):
        assert not is_envelope(content)
    with pytest.raises(DocumentNotJsonError):
        read_envelope("export.json", b"not json")
    with pytest.raises(DocumentIsExportError):
        read_document("export.json", to_envelope(record(), now=NOW))


@pytest.mark.parametrize("text", ["=1+1", "+46", "-5 %", "@cmd", "\tx", "\rx", "=cmd|' /C c'!A0"])
def test_what_a_spreadsheet_would_compute_is_shown_instead(text: str) -> None:
    known = record(plans=[plan(2025, [text])])
    content = to_csv(known, NAMES)
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
    assert rows[0]["Text"] == f"'{text}"


@given(st.lists(texts, min_size=1, max_size=3))
def test_each_wording_is_one_row_of_the_table(wordings: list[str]) -> None:
    content = to_csv(record(plans=[plan(2025, wordings)]), NAMES).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(content, newline=""), delimiter=";"))
    assert [row["Text"].removeprefix("'") for row in rows] == [
        text.removeprefix("'") for text in wordings
    ]


def test_markdown_shows_signs_and_does_not_obey_them() -> None:
    text = "**Fet** [länk](http://x) <b> # | `kod`\n# ny rubrik"
    known = record(plans=[plan(2025, [text])], goal_sets=[goal_set(["Ett mål"])])
    shown = to_markdown(known, NAMES).decode()
    assert r"1. \*\*Fet\*\* \[länk\](http://x) \<b\> \# \| \`kod\` \# ny rubrik" in shown
    assert "\n# ny" not in shown
    assert shown.startswith("# all\n")
    named = to_markdown(replace(known, municipality="Exempelby kommun"), NAMES).decode()
    assert named.startswith("# Exempelby kommun\n")


def test_a_list_that_a_paper_only_states_is_not_said_to_be_in_force_by_itself() -> None:
    known = record(plans=[plan(2024, ["Bygga"], source=PAPER), plan(2025, ["Bygga"])])
    rows = list(
        csv.DictReader(io.StringIO(to_csv(known, NAMES).decode("utf-8-sig")), delimiter=";")
    )
    assert [row["Status"] for row in rows] == ["stated", "in_force"]
    shown = to_markdown(known, NAMES).decode()
    assert "### subgoals 2024 (stated)" in shown
    assert "### subgoals 2025 (in_force)" in shown
