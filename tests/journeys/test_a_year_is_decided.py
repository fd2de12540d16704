"""A year's round in one go: forty proposals, two meetings, and a list that counts and is corrected.

Everything is said and pressed as Teams does it, signed; the clock goes from January to April 2025.
The list that must come out is written down here by hand, beside what each meeting did.
"""

from __future__ import annotations

import io
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import aiohttp
import docx
import pytest
import time_machine
from pypdf import PdfReader

from bot.app import Memory, open_memory, serving, utc_now
from bot.settings import Settings
from goals.actor import Grant, Role
from goals.extracting import kept_extract
from goals.verifying import FlawKind
from storage.database import EVERY_TENANT, Database
from storage.documents import example_document
from storage.people import grant_role
from tests.card_checks import check
from tests.postgres import Postgres
from tests.service import Service, signed_settings
from tests.teams import TENANT, TeamsStandIn

ADDRESS = "https://delmal.exempel.se"
STAFF = "57aff000-0000-4000-8000-000000000001"
OFFICIAL = "0ff1c1a1-0000-4000-8000-000000000002"
OTHER = "0ff1c1a1-0000-4000-8000-000000000003"
OFFICER = "0ff1ce00-0000-4000-8000-000000000004"
SECRETARY = "5ec2e7a2-0000-4000-8000-000000000005"
SECOND = "5ec2e7a2-0000-4000-8000-000000000006"
ROLES = {
    OFFICIAL: Role.OFFICIAL,
    OTHER: Role.OFFICIAL,
    OFFICER: Role.OFFICER,
    SECRETARY: Role.SECRETARY,
    SECOND: Role.SECRETARY,
}
QUESTION = "vilka är KS delmål 2025?"
OLD = "Främja bostadsbyggnation (alla sorter)"
SIGNS = 'Öppna "Framtidens hus" – för mat & kultur <varje dag> med ”röst”'
TOPICS = (
    "friluftslivet", "besöksnäringen", "skolvägarna", "föreningslivet", "lokala livsmedel",
    "hamnen", "torgen", "parkerna", "bredbandet", "laddplatserna", "badplatserna",
    "vandringslederna", "kulturarvet", "ungas inflytande", "äldres inflytande",
    "vinterväghållningen", "återbruket", "energirådgivningen", "grannsamverkan",
    "landsbygdens service",
)  # fmt: skip


def number(serial: int) -> str:
    """As the bot names a proposal."""
    return f"F-KS-2025-{serial:03}"


PROPOSALS: tuple[tuple[str, str, str], ...] = (
    ("reword", "3", "Utveckla kollektivtrafiken i hela kommunen"),  # 1
    ("reword", "3", "Utveckla kollektivtrafiken på landsbygden"),  # 2, collides with 1
    ("reword", "8", "Utveckla tillgängligheten"),  # 3
    ("reword", "8", "Utveckla arbetet med tillgänglighet"),  # 4, a double of 3
    ("reword", "1", "Främja bostadsbyggande av alla slag"),  # 5
    ("remove", "2", ""),  # 6
    ("keep", "2", ""),  # 7, collides with 6
    ("keep", "4", ""),  # 8
    ("keep", "5", ""),  # 9
    ("keep", "7", ""),  # 10
    ("remove", "4", ""),  # 11, collides with 8
    ("reword", "10", "Digitalisera kommunstyrelsens rutiner"),  # 12, completed
    ("remove", "11", ""),  # 13
    ("reword", "11", "Höja den digitala kompetensen hos politiker och tjänstemän"),  # 14
    ("reword", "6", "Främja biblioteket som samlingspunkt och trygghetspunkt"),  # 15, remitted
    ("reword", "9", "Utveckla en förtroendeingivande dialog med medborgarna"),  # 16, tabled
    ("remove", "9", ""),  # 17, withdrawn
    ("add", "", "Bygg fler cykelvägar"),  # 18
    ("add", "", "Bygg flera cykelvägar"),  # 19, a double of 18
    ("add", "", SIGNS),  # 20
    *(("add", "", f"Utveckla {topic}") for topic in TOPICS),  # 21 to 40
)
WITHDRAWN, COMPLETED, TABLED, REMITTED = 17, 12, 16, 15
COMPLETION = "Digitalisera kommunstyrelsens administrativa rutiner före 2026"
OWN_OF_OFFICER = "Utveckla kollektivtrafiken i kommunens alla delar"
OWN_OF_AU = "Höja den digitala grundkompetensen hos politiker och tjänstemän"
OWN_OF_KS = "Bygg ut cykelvägarna mellan tätorterna"
LEFT_BY_AU = {2, 4, 7, 9, 11, 13, 19, *range(23, 41)}
"""What AU proposes to reject; where it has no opinion, no_opinion."""
DECIDED = [
    OWN_OF_KS,
    "Främja bostadsbyggande av alla slag",
    OWN_OF_OFFICER,
    "Utveckla platsvarumärket",
    "Arbeta för ökad egen försörjning",
    "Främja biblioteket som samlingspunkt och trygghetspunkt",
    "Utveckla tillgängligheten",
    "Utveckla en förtroendeingivande dialog med medborgarna",
    COMPLETION,
    OWN_OF_AU,
    SIGNS,
    "Utveckla friluftslivet",
    "Utveckla besöksnäringen",
]
"""The eleven of 2024 with what was taken: 2 and 7 are gone, four are new, and 18 is put first."""
ORDER = f"{number(18)}, 1, 3, 4, 5, 6, 8, 9, 10, 11, {number(20)}, {number(21)}, {number(22)}"


@dataclass(frozen=True, slots=True)
class Town(Service):
    """The service with its memory, and a clock that the test sets."""

    memory: Memory
    clock: time_machine.Traveller
    checked: set[str] = field(default_factory=set)
    """The buttons whose cards were checked: one of a kind is enough, forty times takes minutes."""

    def on(self, day: str, time: str = "09:00") -> None:
        """It is this day, by UTC."""
        self.clock.move_to(datetime.fromisoformat(f"{day}T{time}").replace(tzinfo=UTC))

    async def tell(self, text: str, person: str) -> Any:
        """Say something; the card that answers."""
        return await self.card(text, aad_object_id=person)

    async def ask(self, person: str, question: str = QUESTION) -> str:
        """What a person is answered."""
        return said(await self.tell(question, person))

    async def press(self, card: Any, title: str, person: str, **typed: str) -> Any:
        """Press the first button that begins so; the card that takes the old one's place."""
        found = [each for each in card["actions"] if each["title"].startswith(title)]
        assert found, (title, [each["title"] for each in card["actions"]], said(card))
        data = dict(found[0]["data"])
        if found[0].get("associatedInputs") != "none":
            fields = {each["id"]: each.get("value", "") for each in inputs(card)}
            assert set(typed) <= set(fields), (typed, fields)
            data |= {**fields, **typed}
        action = {"type": "Action.Execute", "verb": found[0]["verb"], "data": data}
        status, body = await self.post(
            self.teams.invoke("adaptiveCard/action", {"action": action}, aad_object_id=person)
        )
        assert (status, body["statusCode"]) == (200, 200)
        if title not in self.checked:
            self.checked.add(title)
            assert check(body["value"]) == []
        return body["value"]

    async def day(self, person: str = SECRETARY) -> Any:
        """The meeting-day card of the matter."""
        return await self.tell("möte KS 2025", person)

    async def paper(self, title: str) -> bytes:
        """A paper of the matter, fetched as a browser does."""
        card = await self.press(await self.tell("handlingar KS 2025", OFFICER), title, OFFICER)
        (opened,) = [each for each in card["actions"] if each["type"] == "Action.OpenUrl"]
        path = opened["url"].removeprefix(ADDRESS)
        async with self.session.get(self.url + path) as answer:
            assert answer.status == 200
            return await answer.read()


def said(card: Any) -> str:
    """What the card says, to whoever cannot see it."""
    return str(card["fallbackText"])


def inputs(card: Any) -> list[Any]:
    """The card's fields, those that stand beside each other too."""
    found: list[Any] = []
    for each in card.get("body") or card.get("columns") or card.get("items") or ():
        found += [each] if each["type"].startswith("Input.") else inputs(each)
    return found


@asynccontextmanager
async def served(data: Path, database_url: str | None = None) -> AsyncIterator[Town]:
    """An empty record, and the people of KS."""
    with time_machine.travel(datetime(2025, 1, 13, 9, tzinfo=UTC), tick=True) as clock:
        async with TeamsStandIn() as teams:
            settings = signed_settings(teams, data, database_url)
            settings = Settings.model_validate({**settings.model_dump(), "public_url": ADDRESS})
            async with (
                open_memory(settings) as memory,
                serving(settings) as url,
                aiohttp.ClientSession() as session,
            ):
                for person, role in ROLES.items():
                    await grant_role(
                        memory.database,
                        tenant=TENANT,
                        object_id=person,
                        grant=Grant(role, "KS"),
                        by=None,
                        now=utc_now(),
                    )
                yield Town(url, session, teams, memory, clock)


@pytest.fixture(params=["sqlite", "postgresql"])
async def town(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Town]:
    """The service on each of its databases."""
    if request.param == "sqlite":
        async with served(tmp_path) as each:
            yield each
        return
    postgres: Postgres = request.getfixturevalue("postgres")
    async with (
        postgres.database() as url,
        served(tmp_path, url.render_as_string(hide_password=False)) as each,
    ):
        yield each


async def test_forty_proposals_become_a_list_that_is_decided_adjusted_and_corrected(
    town: Town,
) -> None:
    await the_document_is_imported_and_the_matter_opened(town)
    await forty_are_proposed(town)
    await they_are_prepared(town)
    await the_committee_proposes(town)
    await the_committee_meets_again(town)
    before = await town.ask(STAFF)
    await the_body_decides(town)
    assert await town.ask(STAFF) == before
    await it_is_adjusted_announced_and_in_force(town)
    await a_slip_is_corrected(town)
    assert (await town.memory.dialogs.verify(TENANT)).flaws == ()
    await alter_a_line(town.memory.database)
    (flaw,) = (await town.memory.dialogs.verify(TENANT)).flaws
    assert (flaw.kind, flaw.matter) == (FlawKind.LIST_ALTERED, "KS 2025")


async def the_document_is_imported_and_the_matter_opened(town: Town) -> None:
    """The customer's own paper, sent to the bot; then the number and the window are entered."""
    before = len(town.teams.said)
    status, _ = await town.post(town.teams.upload(*example_document(), aad_object_id=SECRETARY))
    assert status == 200
    (review,) = [each for each in town.teams.said[before:] if each["type"] != "typing"]
    await town.press(review["attachments"][0]["content"], "Bekräfta", SECRETARY)
    form = await town.press(await town.tell("ärende KS 2025", SECRETARY), "Ändra", SECRETARY)
    opened = await town.press(
        form,
        "Spara",
        SECRETARY,
        dnr="KS 2025/39",
        opens_day="2025-01-13",
        closes_day="2025-02-03",
        closes_time="16:00",
    )
    assert "KS 2025/39" in said(opened)
    answer = await town.ask(STAFF)
    assert OLD in answer
    assert "Inget justerat beslut om KS delmål 2025 finns i registret." in answer


async def forty_are_proposed(town: Town) -> None:
    """By two officials in turn; one is completed, and one withdrawn."""
    for serial, (kind, target, text) in enumerate(PROPOSALS, start=1):
        town.clock.shift(60)
        person = (OFFICIAL, OTHER)[serial % 2]
        form = await town.tell("föreslå ändring KS 2025", person)
        review = await town.press(
            form, "Granska", person, kind=kind, target=target, text=text, goal="1",
            motivation=f"Skäl nummer {serial} & fler.",
        )  # fmt: skip
        receipt = await town.press(review, "Skicka in", person)
        assert number(serial) in said(receipt)
    asking = await town.press(
        await town.tell(number(COMPLETED), OFFICER), "Begär komplettering", OFFICER
    )
    await town.press(asking, "Begär komplettering", OFFICER, reason="När ska det vara klart?")
    author = (OFFICIAL, OTHER)[COMPLETED % 2]
    form = await town.press(await town.tell(number(COMPLETED), author), "Komplettera", author)
    review = await town.press(form, "Granska", author, text=COMPLETION)
    await town.press(review, "Skicka in", author)
    author = (OFFICIAL, OTHER)[WITHDRAWN % 2]
    sure = await town.press(await town.tell(number(WITHDRAWN), author), "Återkalla", author)
    await town.press(sure, "Återkalla", author)
    answer = await town.ask(STAFF)
    assert "39 förslag" in answer
    assert OWN_OF_OFFICER not in answer


async def they_are_prepared(town: Town) -> None:
    """Five one by one, the rest in one go; the letter and the basis are made and marked ready."""
    town.on("2025-02-04")
    letter = words_of(await town.paper("Tjänsteskrivelse (Word)"))
    assert letter[0] == "UTKAST"
    one_by_one = {
        1: {"advice": "support_changed", "text": OWN_OF_OFFICER},
        2: {"advice": "oppose"},
        4: {"advice": "refer", "same_as": number(3)},
        13: {"advice": "oppose"},
        19: {"advice": "refer", "same_as": number(18)},
    }
    for serial, typed in one_by_one.items():
        form = await town.press(await town.tell(number(serial), OFFICER), "Bered", OFFICER)
        done = await town.press(form, "Spara", OFFICER, **typed, reason=f"Bedömning {serial}.")
        assert f"{number(serial)} är berett." in said(done)
    await prepare_all(town, "34 förslag är beredda.")
    card = await town.tell("handlingar KS 2025", OFFICER)
    for name in ("Tjänsteskrivelse", "Beslutsunderlag"):
        card = await town.press(card, f"Markera som klar: {name}", OFFICER)
        assert f"{name}: klar" in said(card)
    letter = words_of(await town.paper("Tjänsteskrivelse (Word)"))
    assert "UTKAST" not in letter
    assert {OWN_OF_OFFICER, SIGNS, "Förslag till beslut", "Sammanfattning av ärendet"} <= {*letter}
    basis = await town.paper("Beslutsunderlag (PDF)")
    assert number(40) in in_one_line(basis)
    assert number(WITHDRAWN) not in in_one_line(basis)


async def prepare_all(town: Town, told: str) -> None:
    """Everything that waits is supported, with one reason."""
    form = await town.press(await town.day(OFFICER), "Bered flera", OFFICER)
    every = ",".join(each["value"] for each in inputs(form)[0]["choices"])
    done = await town.press(
        form, "Spara", OFFICER, proposals=every, advice="support", reason="Stöder målen."
    )
    assert told in said(done)


async def call(town: Town, title: str) -> Any:
    """Put the matter on an agenda; the day's card."""
    sure = await town.press(await town.day(), title, SECRETARY)
    return await town.press(sure, title, SECRETARY)


async def note(town: Town, card: Any, outcomes: Mapping[int, Mapping[str, str]]) -> Any:
    """Work the agenda through as the cards come; the day's card after the last."""
    card = await town.press(card, "Nästa", SECRETARY)
    for serial, typed in outcomes.items():
        assert said(card).startswith(number(serial))
        card = await town.press(card, "Spara och nästa", SECRETARY, **typed)
    assert "Alla förslag har ett utfall" in said(card)
    return card


async def change(town: Town, **typed: str) -> Any:
    """A change from the room; the day's card."""
    card = await town.press(await town.day(), "Lägg till ändring", SECRETARY)
    return await saved_change(town, card, **typed)


async def saved_change(town: Town, form: Any, **typed: str) -> Any:
    """What was typed into the form is kept; the day's card."""
    card = await town.press(form, "Lägg till", SECRETARY, **typed)
    return await town.press(card, "Tillbaka", SECRETARY)


async def facts(town: Town, paragraph: str, day: str, points: Sequence[str], **more: str) -> Any:
    """§, day and points are entered; the day's card."""
    form = await town.press(await town.day(), "Uppgifter om mötet", SECRETARY)
    return await town.press(
        form, "Spara", SECRETARY, paragraph=paragraph, day=day, points="\n".join(points), **more
    )


async def the_committee_proposes(town: Town) -> None:
    """Collisions settled, one tabled, one sent back, own wordings, two changes from the room."""
    town.on("2025-02-11")
    card = await call(town, "Sätt upp på AU:s kallelse")
    town.on("2025-02-18")
    outcomes: dict[int, Mapping[str, str]] = {
        serial: {"outcome": "reject" if serial in LEFT_BY_AU else "approve"}
        for serial in range(1, 41)
        if serial != WITHDRAWN
    }
    outcomes[7] = {"outcome": "no_opinion"}
    outcomes[9] = {"outcome": "approve"}
    outcomes[14] = {"outcome": "change", "text": OWN_OF_AU}
    outcomes[TABLED] = {"outcome": "table"}
    outcomes[REMITTED] = {"outcome": "remit", "reason": "Fråga civilsamhället först."}
    await note(town, card, outcomes)
    card = await change(
        town, kind="reword", target="5", text="Arbeta för ökad egen försörjning", origin="dialogue"
    )
    card = await town.press(card, "Ändringar från mötet (1)", SECRETARY)
    card = await town.press(card, "Lägg till ändring", SECRETARY)
    card = await saved_change(town, card, kind="add", text="Inför medborgarlöften", origin="motion")
    card = await facts(town, "§ 21", "2025-02-18", ["att delmålen fastställs enligt listan"])
    told = await town.press(card, "Registrera AU", SECRETARY)
    assert f"Ä1 och {number(9)} ändrar båda delmål 5" in said(told)
    item = await town.press(await town.tell(number(9), SECRETARY), "Utfall för", SECRETARY)
    await town.press(item, "Spara och nästa", SECRETARY, outcome="reject")
    card = await record(town, "Registrera AU")
    assert "under beredning" in said(card)


async def record(town: Town, title: str) -> Any:
    """Read the whole list, page after page, and confirm; the day's card."""
    card = await town.press(await town.day(), title, SECRETARY)
    while not any(each["title"].startswith("Ja, registrera") for each in card["actions"]):
        card = await town.press(card, "Listan, del", SECRETARY)
    return await town.press(card, "Ja, registrera", SECRETARY)


async def the_committee_meets_again(town: Town) -> None:
    """What was sent back is prepared anew, and treated together with what was tabled."""
    town.on("2025-02-19")
    await prepare_all(town, f"{number(REMITTED)} är berett.")
    card = await call(town, "Sätt upp på AU:s kallelse")
    town.on("2025-02-25")
    await note(town, card, {REMITTED: {"outcome": "approve"}, TABLED: {"outcome": "approve"}})
    await facts(town, "AU § 30", "2025-02-25", ["att delmålen fastställs enligt listan"])
    card = await record(town, "Registrera AU")
    assert "behandlat av arbetsutskottet" in said(card)
    basis = in_one_line(await town.paper("Beslutsunderlag (PDF)"))
    assert "AU § 21, 2025-02-18" in basis
    assert "AU § 30, 2025-02-25" in basis
    assert OWN_OF_AU in basis


async def the_body_decides(town: Town) -> None:
    """One wording of its own, one of AU's changes not adopted, one motion, and its own order."""
    town.on("2025-03-04")
    card = await call(town, "Sätt upp på kallelsen")
    town.on("2025-03-11", "13:00")
    outcomes: dict[int, Mapping[str, str]] = {
        serial: {"outcome": "reject" if serial in LEFT_BY_AU else "approve"}
        for serial in range(1, 41)
        if serial != WITHDRAWN
    }
    outcomes[10] = {"outcome": "answered"}
    outcomes[18] = {"outcome": "change", "text": OWN_OF_KS}
    card = await note(town, card, outcomes)
    card = await town.press(card, "Ändringar från mötet (2)", SECRETARY)
    form = await town.press(card, "Lägg till ändring", SECRETARY)
    card = await saved_change(town, form, kind="remove", target="7", origin="motion")
    card = await town.press(card, "Ändringar från mötet (3)", SECRETARY)
    await town.press(card, "Spara", SECRETARY, adopted="Ä1,Ä3")
    card = await facts(
        town, "KS § 45", "2025-03-11",
        ["att de fyra målen 2024-2026 kvarstår", "att delmålen 2025 fastställs enligt listan"],
        reservations="En ledamot reserverar sig mot beslutet om delmål 7.",
    )  # fmt: skip
    shown = await town.press(card, "Visa listan", SECRETARY)
    shown = await town.press(shown, "Spara ordningen", SECRETARY, order=ORDER)
    card = await record(town, "Registrera beslut")
    assert "beslutat, ej justerat" in said(card)
    assert "beslutad, ej justerad" in await town.ask(SECRETARY)
    assert OWN_OF_KS in await town.ask(SECRETARY)
    minutes = words_of(await town.paper("Text till protokollet (Word)"))
    assert minutes[0] == "EJ JUSTERAT"
    places = [minutes.index(each) for each in DECIDED]
    assert places == list(range(places[0], places[0] + len(DECIDED)))


async def it_is_adjusted_announced_and_in_force(town: Town) -> None:
    """By a second person; then everybody is answered with the new list, and until when."""
    town.on("2025-03-13")
    form = await town.press(await town.day(), "Justera", SECRETARY)
    await town.press(form, "Begär bekräftelse", SECRETARY)
    sure = await town.press(await town.day(SECOND), "Bekräfta justering", SECOND)
    assert OWN_OF_KS not in await town.ask(STAFF)
    await town.press(sure, "Bekräfta justering", SECOND)
    answer = await town.ask(STAFF)
    assert all(f"{place}. {text}\n" in answer for place, text in enumerate(DECIDED, start=1))
    assert "kan överklagas" in answer
    assert "KS § 45" in answer
    assert "Saknas i registret" not in answer
    town.on("2025-03-14")
    form = await town.press(await town.day(), "Anslå", SECRETARY)
    sure = await town.press(form, "Granska", SECRETARY)
    await town.press(sure, "Anslå", SECRETARY)
    assert "kan överklagas t.o.m. 2025-04-04" in await town.ask(STAFF)
    minutes = await town.paper("Text till protokollet (PDF)")
    assert "EJ JUSTERAT" not in in_one_line(minutes)
    await the_certified_extract_is_kept(town, minutes)
    await town.press(await town.press(await town.day(), "Expediera", SECRETARY), "Expe", SECRETARY)
    town.on("2025-04-04")
    assert not any(each["title"] == "Laga kraft" for each in (await town.day())["actions"])
    town.on("2025-04-07")
    sure = await town.press(await town.day(), "Laga kraft", SECRETARY)
    await town.press(sure, "Laga kraft", SECRETARY)
    answer = await town.ask(STAFF)
    assert "kan överklagas" not in answer
    assert "gäller" in answer
    told = await town.ask((OFFICIAL, OTHER)[18 % 2], number(18))
    assert "Bifall med ändring, KS § 45, 2025-03-11" in told
    assert OWN_OF_KS in told


async def the_certified_extract_is_kept(town: Town, extract: bytes) -> None:
    """A PDF with two words in the same message; here the text of the minutes stands for it."""
    upload = town.teams.upload(
        "Protokollsutdrag § 45.pdf", extract, text="protokollsutdrag KS 2025",
        aad_object_id=SECRETARY,
    )  # fmt: skip
    status, _ = await town.post(upload)
    assert status == 200
    told = said(town.teams.said[-1]["attachments"][0]["content"])
    assert "Protokollsutdraget Protokollsutdrag § 45.pdf är sparat i ärendet." in told
    async with town.memory.dialogs.register(TENANT) as register:
        kept = await kept_extract(register, "KS", 2025)
    assert kept is not None
    assert kept.content == extract


async def a_slip_is_corrected(town: Town) -> None:
    """By two people; the new wording is answered with, and both stand in the minutes' text."""
    town.on("2025-04-10")
    mended = f"{OWN_OF_KS} och byarna"
    form = await town.press(await town.day(), "Rättelse", SECRETARY)
    await town.press(form, "Begär", SECRETARY, number="1", text=mended, reason="Två ord föll bort.")
    sure = await town.press(await town.day(OFFICER), "Bekräfta rättelse", OFFICER)
    await town.press(sure, "Bekräfta rättelse", OFFICER)
    assert f"1. {mended}\n" in await town.ask(STAFF)
    minutes = in_one_line(await town.paper("Text till protokollet (PDF)"))
    assert "Delmål 1 rättades 2025-04-10." in minutes
    assert mended in minutes


async def alter_a_line(database: Database) -> None:
    """Do what only the owner of the database can: without the triggers."""
    async with database.recording(EVERY_TENANT) as session:
        connection = await session.connection()
        trigger = "subgoal_no_update" if database.is_sqlite else "subgoal_no_change ON subgoal"
        await connection.exec_driver_sql(f"DROP TRIGGER {trigger}")
        await connection.exec_driver_sql(
            "UPDATE subgoal SET text = 'Inga cykelvägar' WHERE text LIKE '% och byarna'"
        )


def words_of(content: bytes) -> list[str]:
    """Every paragraph of a Word file, the page head first."""
    document = docx.Document(io.BytesIO(content))
    head = document.sections[0].header.paragraphs
    return [each.text for each in (*head, *document.paragraphs) if each.text]


def in_one_line(content: bytes) -> str:
    """The text of a PDF file."""
    pages = PdfReader(io.BytesIO(content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())
